/* Huiyin: keeps a draft while a contact answers. Old WeChat web views: ES5 only. The form is complete without it. */
(function(){
  var d=document, f=d.querySelector('form[data-draft]'); if(!f||!f.elements)return;
  var label=d.querySelector('.who span:last-child'), key='huiyin:'+f.getAttribute('data-draft');
  var timer=null, running=false, again=false, stopped=false, sending=false, last=body(), pause=0;

  function text(name){return f.getAttribute('data-'+name)||''}
  function say(words){if(label)label.textContent=words}
  function el(tag,words,cls){var e=d.createElement(tag); e.textContent=words; if(cls)e.className=cls; return e}

  /* what a browser would send, without the buttons */
  function body(){
    var out=[],i,e;
    for(i=0;i<f.elements.length;i++){
      e=f.elements[i];
      if(!e.name||e.disabled||e.type==='submit'||e.type==='button'||((e.type==='radio'||e.type==='checkbox')&&!e.checked))continue;
      out.push(encodeURIComponent(e.name)+'='+encodeURIComponent(e.value));
    }
    return out.join('&');
  }
  function version(n){if(n!==undefined)f.elements.v.value=n; return f.elements.v.value}

  /* only what the server did not take: the network is cut */
  function keepHere(){
    try{localStorage.setItem(key,JSON.stringify({v:version(),b:body()})); say(text('local'))}catch(e){say(text('offline'))}
  }
  function forget(){try{localStorage.removeItem(key)}catch(e){}}

  function save(){
    if(stopped||sending)return;
    if(running){again=true;return}
    var now=body(); if(now===last)return;
    running=true; say(text('saving'));
    var x=new XMLHttpRequest();
    x.open('POST',text('draft'),true);
    x.setRequestHeader('Content-Type','application/x-www-form-urlencoded;charset=UTF-8');
    x.timeout=15000;
    x.onload=function(){
      running=false; var answer={};
      try{answer=JSON.parse(x.responseText)}catch(e){}
      if(x.status===200&&answer.state==='saved'){
        version(answer.version); last=now.replace(/(^|&)v=\d+/,'$1v='+answer.version); pause=0; forget(); say(text('saved').replace('{0}',answer.at));
        if(again||body()!==last){again=false; later(300)}
      }else if(x.status===409&&answer.state==='overtaken'){overtaken(answer)}
      else if(x.status===409){if(!sending)location.reload()}
      else{keepHere(); retry()}
    };
    x.onerror=x.ontimeout=function(){running=false; keepHere(); retry()};
    x.send(now);
  }
  function retry(){pause=Math.min(pause?pause*2:4000,60000); later(pause)}
  function later(ms){clearTimeout(timer); timer=setTimeout(save,ms)}

  /* another device was faster: the person chooses, nothing is thrown away silently */
  function overtaken(answer){
    stopped=true; say('');
    var box=el('div',text('overtaken').replace('{0}',answer.at||''),'note w'), row=el('div','','say-two');
    var theirs=el('button',text('theirs')), mine=el('button',text('mine'));
    box.setAttribute('role','alert'); theirs.type='button'; mine.type='button';
    theirs.onclick=function(){forget(); location.reload()};
    mine.onclick=function(){version(answer.version); last=''; stopped=false; box.parentNode.removeChild(box); save()};
    row.appendChild(theirs); row.appendChild(mine); box.appendChild(row); f.parentNode.insertBefore(box,f);
    box.scrollIntoView();
  }

  /* what was typed while the network was cut comes back, unless the server knows something newer */
  function restore(){
    var kept=null;
    try{kept=JSON.parse(localStorage.getItem(key))}catch(e){}
    if(!kept||!kept.b)return;
    if(String(kept.v)!==String(version())){forget();return}
    var map={},pairs=kept.b.split('&'),i,j,p,e,all;
    for(i=0;i<pairs.length;i++){p=pairs[i].split('='); map[decodeURIComponent(p[0])]=decodeURIComponent(p[1]||'')}
    for(p in map){
      if(!/^(q_|c_|w_|overall)/.test(p)||!map.hasOwnProperty(p))continue;
      all=d.getElementsByName(p);
      for(j=0;j<all.length;j++){e=all[j]; if(e.type==='radio'||e.type==='checkbox')e.checked=e.value===map[p]; else e.value=map[p]}
    }
    say(text('local')); later(400);
  }

  f.addEventListener('input',function(){later(800)});
  f.addEventListener('change',function(e){
    later(e.target.type==='radio'?250:800);
    var q=e.target; while(q&&q!==f&&!/^q( |$)/.test(q.className))q=q.parentNode;
    if(!q||q===f||e.target.type!=='radio'||e.target.className==='lo')return;
    var n=q.nextElementSibling;
    if(n&&/^q( |$)/.test(n.className)&&n.getBoundingClientRect().bottom>window.innerHeight-90){
      try{n.scrollIntoView({block:'center',behavior:'smooth'})}catch(x){n.scrollIntoView(false)}
    }
  });
  f.addEventListener('submit',function(e){
    if(navigator.onLine===false){e.preventDefault(); keepHere(); say(text('offline')); later(4000); return}
    sending=true; clearTimeout(timer); forget();
    setTimeout(function(){sending=false},8000);
  });
  window.addEventListener('online',function(){pause=0; later(100)});
  d.addEventListener('visibilitychange',function(){if(d.hidden)save()});
  restore();
})();
