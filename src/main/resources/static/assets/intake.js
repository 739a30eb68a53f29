/* Huiyin — the intake of a complaint: what is typed is kept on the server while one types, on this device while the network is cut.
   "Saved" is said only after the server has said so; without this script a button of the form keeps the draft. */
(function(){
  'use strict';
  var d=document, f=d.querySelector('form[data-draft]'); if(!f)return;
  var said=f.querySelector('[data-draft-said]'), note=f.querySelector('[data-draft-note]'), offer=f.querySelector('[data-kept]');
  var key='huiyin:draft:'+f.dataset.owner+':', writer=random(), timer=0, running=false, again=false, halted=false, out=false, wanted=null, gone=false, pause=0, last=body().toString();
  f.elements.writer.value=writer;

  function random(){var b=new Uint8Array(16); crypto.getRandomValues(b); return [].map.call(b,function(x){return ('0'+x.toString(16)).slice(-2)}).join('')}
  function id(){return f.elements.id.value}
  /* what the form would send, without its token, its files and what belongs to the draft itself */
  function body(){
    var o=new URLSearchParams();
    new FormData(f).forEach(function(v,n){if(typeof v==='string'&&n[0]!=='_'&&!/^(v|writer|files|act)$/.test(n))o.append(n,v)});
    return o;
  }
  function token(){return f.querySelector('input[name^=_]')}
  function say(words,bad){
    said.textContent=bad?'':words; note.hidden=!bad;
    if(bad){note.querySelector('[data-draft-words]').textContent=words; if(bad===true)show('')}
  }
  function show(which){['choice','door'].forEach(function(n){note.querySelector('[data-draft-'+n+']').hidden=n!==which})}
  function keepHere(){try{localStorage.setItem(key+id(),JSON.stringify({at:Date.now(),writer:writer,v:f.elements.v.value,b:body().toString()}))}catch(e){}}
  function forget(which){try{localStorage.removeItem(key+which)}catch(e){}}
  function put(where,content,v,by){
    content=new URLSearchParams(content); content.set('v',v); content.set('writer',by); content.set(token().name,token().value);
    return fetch(f.dataset.draft+'/'+where,{method:'POST',headers:{'HX-Request':'true'},body:content,keepalive:content.toString().length<60000}).then(function(r){
      if(/json/.test(r.headers.get('Content-Type')||''))return r.json().then(function(a){a.status=r.status; return a});
      return {state:r.status===401||r.status===403?'out':'refused',status:r.status};
    });
  }

  function save(){
    clearTimeout(timer);
    if(halted||gone)return;
    if(running){again=true;return}
    var now=body().toString();
    if(now===last&&!wanted){return}
    running=true; if(!wanted&&note.hidden)say(f.dataset.saving);
    put(id(),now,f.elements.v.value,writer).then(function(a){
      running=false;
      if(a.state==='saved'){
        f.elements.v.value=a.version; last=now; pause=0; out=false; var moved=body().toString()!==now;
        if(!moved)forget(id());
        say(f.dataset.saved.replace('{0}',a.at)); place();
        if(wanted&&!moved)return go();
        if(again||moved){again=false; later(300)}
      }
      else if(a.state==='taken'){forget(id()); gone=true; location.href=a.href}
      else if(a.state==='overtaken'){halted=true; wanted=null; keepHere(); say(f.querySelector('[data-draft-overtaken]').content.textContent.replace('{0}',a.at),'choice'); show('choice'); f.elements.v.dataset.theirs=a.version; note.querySelector('[data-draft-theirs]').href=f.dataset.here+'?draft='+id();}
      else if(a.state==='out'){keepHere(); renew()}
      else if(a.status>=500){cut()}
      else{keepHere(); if(wanted)return go(); say(f.dataset.refused,true); later(30000)}
    },function(){running=false; cut()});
  }
  function later(ms){clearTimeout(timer); timer=setTimeout(save,ms)}
  /* the network is cut: what was typed is here, and goes when it is back */
  function cut(){keepHere(); say(wanted?f.dataset.queued+(files()?' '+f.dataset.full:''):f.dataset.local,true); pause=Math.min(pause?pause*2:3000,30000); later(pause)}
  function files(){return f.elements.files&&f.elements.files.files.length>0}
  /* the session has ended: a new one brings a new token to this page */
  function renew(){
    out=true;
    fetch(f.dataset.here,{headers:{'HX-Request':'true'}}).then(function(r){return r.ok&&!r.redirected?r.text():''}).then(function(t){
      var fresh=t&&new DOMParser().parseFromString(t,'text/html').querySelector('form[data-draft] input[name^=_]');
      if(fresh&&fresh.value!==token().value){token().value=fresh.value; d.body.setAttribute('hx-headers',JSON.stringify({'X-CSRF-TOKEN':fresh.value})); later(50)}
      else{say(f.dataset.signin,'door'); show('door'); later(20000)}
    },cut);
  }
  /* after a reload, and on another device, the address leads back to the draft */
  function place(){var to=f.dataset.here+'?draft='+id(); if(location.pathname+location.search!==to)history.replaceState(null,'',to)}
  function go(){var b=wanted; wanted=null; gone=true; forget(id()); f.requestSubmit(b.form===f?b:undefined)}

  f.addEventListener('input',function(){keepHere(); if(!out)later(700)});
  f.addEventListener('change',function(){keepHere(); if(!out)later(300)});
  f.addEventListener('submit',function(e){
    if(gone)return;
    if(e.submitter&&e.submitter.name==='act'){gone=true; return}
    e.preventDefault(); if(wanted)return;
    wanted=e.submitter||f; halted=false; keepHere(); say(f.dataset.sending);
    pause=0; save();
  });
  addEventListener('pageshow',function(e){if(e.persisted){gone=false; wanted=null}});
  addEventListener('online',function(){pause=0; later(50)});
  addEventListener('focus',function(){if(out)later(50)});
  d.addEventListener('visibilitychange',function(){if(d.hidden)save(); else if(out)later(50)});
  note.querySelector('[data-draft-mine]').addEventListener('click',function(){f.elements.v.value=f.elements.v.dataset.theirs; halted=false; last=''; say(''); save()});

  /* fills the form with what was left, as many rows as there were */
  function fill(text){
    var o=new URLSearchParams(text), names=[];
    o.forEach(function(v,n){names.push(n)});
    for(var most=0;names.indexOf('lines['+(most+1)+'].part')>=0;)most++;
    while(f.querySelectorAll('[data-row]').length<=most&&f.querySelector('[data-add-row]'))f.querySelector('[data-add-row]').click();
    [].forEach.call(f.elements,function(e){
      if(!e.name||e.name[0]==='_'||/^(v|writer|files|act)$/.test(e.name)||e.type==='submit')return;
      if(/^(radio|checkbox)$/.test(e.type))e.checked=o.get(e.name)===e.value; else if(o.has(e.name))e.value=o.get(e.name);
    });
  }
  /* what a cut network or a closed tab left on this device goes to the server first; it is offered, never filled in by itself */
  var left=[];
  try{for(var i=0;i<localStorage.length;i++){var k=localStorage.key(i); if(k.indexOf(key)===0)left.push(k.slice(key.length))}}catch(e){}
  left.forEach(function(which){
    var old=null; try{old=JSON.parse(localStorage.getItem(key+which))}catch(e){}
    if(!old||!old.b){forget(which);return}
    if(which===id()){if(old.b!==body().toString()){fill(old.b); writer=old.writer; f.elements.writer.value=writer; later(50)}else forget(which); return}
    put(which,old.b,old.v,old.writer).then(function(a){
      if(a.state==='taken'){forget(which);return}
      if(a.state==='saved'){forget(which); old.v=a.version}
      propose(which,old);
    },function(){propose(which,old)});
  });
  function propose(which,old){
    if(f.elements.text.value||!offer.hidden)return;
    offer.hidden=false;
    offer.querySelector('[data-kept-back]').onclick=function(){
      f.elements.id.value=which; f.elements.v.value=old.v; writer=old.writer; f.elements.writer.value=writer;
      fill(old.b); f.elements.id.value=which; offer.hidden=true; last=''; f.elements.text.focus(); f.elements.text.dispatchEvent(new Event('input',{bubbles:true}));
    };
    offer.querySelector('[data-kept-drop]').onclick=function(){
      offer.hidden=true; forget(which);
      put(which+'/removal','',0,'').catch(function(){});
    };
  }
  if(f.elements.text.value&&f.elements.v.value==='0')last='', later(200);
})();
