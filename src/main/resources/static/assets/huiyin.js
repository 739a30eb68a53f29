/* Huiyin — the only script of our own on desktop pages. Every feature works without it, slower. */
(function(){
  'use strict';
  var d=document, root=d.documentElement;
  /* theme: server writes data-theme from a cookie; the button only flips it */
  d.addEventListener('click',function(e){
    var t=e.target.closest('[data-theme-flip]'); if(!t)return;
    var dark=root.dataset.theme?root.dataset.theme==='dark':matchMedia('(prefers-color-scheme:dark)').matches;
    root.dataset.theme=dark?'light':'dark'; d.cookie='theme='+root.dataset.theme+';path=/;max-age=31536000;samesite=lax';
    d.dispatchEvent(new CustomEvent('hy:theme')); e.preventDefault();
  });
  /* what is open on a desk is closed on a phone, unless the address leads there */
  if(matchMedia('(max-width:759px)').matches)d.querySelectorAll('details[data-wide][open]').forEach(function(p){if('#'+p.id!==location.hash)p.open=false});
  /* panels made of <details>: one open at a time, closed by a click elsewhere or Esc */
  function shut(but){d.querySelectorAll('details[data-pop][open]').forEach(function(p){if(p!==but)p.open=false})}
  d.addEventListener('click',function(e){shut(e.target.closest('details[data-pop]'))});
  /* filters send themselves; empty ones stay out of the address */
  d.addEventListener('change',function(e){var t=e.target.closest('[data-auto]'); if(t&&t.form)t.form.requestSubmit()});
  d.addEventListener('submit',function(e){if(e.target.method!=='get')return; e.target.querySelectorAll('input[name],select[name]').forEach(function(i){if(!i.value)i.disabled=true})});
  addEventListener('pageshow',function(){d.querySelectorAll('form[method=get] [name]:disabled').forEach(function(i){i.disabled=false})});
  /* done-and-undo goes away by itself; the undo stays reachable while it has the focus or the pointer */
  function fade(){d.querySelectorAll('[data-toast]').forEach(function(t){var go=setInterval(function(){if(!t.matches(':hover,:focus-within')){t.remove();clearInterval(go)}},8000)})}
  /* the first error or the new heading takes the focus */
  function point(root){var f=root.querySelector('[data-focus],[aria-invalid=true]'); if(f)f.focus()}
  d.addEventListener('DOMContentLoaded',function(){fade();point(d)});
  d.addEventListener('htmx:afterSettle',function(e){point(e.target)});
  /* an error stays where it happened: its sentence goes beside what was pressed, the input is kept */
  function say(elt,html,text){
    var at=elt.closest('form')||elt, old=at.parentNode.querySelector(':scope > [data-said]'), p=d.createElement('div');
    if(old)old.remove(); p.dataset.said=''; p.setAttribute('role','alert'); p.className='mt2';
    if(html)p.innerHTML=html; else{p.className='note bad mt2';p.textContent=text}
    at.insertAdjacentElement('afterend',p);
  }
  d.addEventListener('htmx:responseError',function(e){say(e.detail.elt,e.detail.xhr.responseText)});
  d.addEventListener('htmx:sendError',function(e){if(!e.detail.elt.closest('[data-draft]'))say(e.detail.elt,'',d.body.dataset.offline)});
  d.addEventListener('htmx:beforeRequest',function(e){var at=e.detail.elt.closest('form')||e.detail.elt, old=at.parentNode&&at.parentNode.querySelector(':scope > [data-said]'); if(old)old.remove()});
  /* uploads show how far they are */
  d.addEventListener('htmx:xhr:progress',function(e){
    var form=e.target.closest&&e.target.closest('[data-upload]'), bar=form&&form.querySelector('progress'); if(!bar||!e.detail.lengthComputable)return;
    bar.hidden=false; bar.max=e.detail.total; bar.value=e.detail.loaded;
  });
  /* explain-this popover: hover, focus or tap; Esc closes; pointer may enter it (WCAG 1.4.13) */
  var box,owner,timer;
  function show(a){
    var tpl=d.getElementById(a.dataset.why); if(!tpl)return;
    hide(); owner=a; box=d.createElement('div'); box.className='why'; box.id='why-open'; box.setAttribute('role','note');
    box.appendChild(tpl.content.cloneNode(true)); d.body.appendChild(box); a.setAttribute('aria-describedby','why-open');
    var r=a.getBoundingClientRect(), w=box.offsetWidth, h=box.offsetHeight;
    var x=Math.min(r.left, innerWidth-w-12), y=r.bottom+6; if(y+h>innerHeight-8&&r.top-h-6>8)y=r.top-h-6;
    box.style.left=(x+scrollX)+'px'; box.style.top=(y+scrollY)+'px';
    box.onmouseenter=function(){clearTimeout(timer)}; box.onmouseleave=later;
  }
  function hide(){clearTimeout(timer); if(box){box.remove();box=null} if(owner){owner.removeAttribute('aria-describedby');owner=null}}
  function later(){clearTimeout(timer);timer=setTimeout(hide,220)}
  d.addEventListener('mouseover',function(e){var a=e.target.closest('[data-why]'); if(a){clearTimeout(timer); if(a!==owner)timer=setTimeout(function(){show(a)},180)}});
  d.addEventListener('mouseout',function(e){if(e.target.closest('[data-why]'))later()});
  d.addEventListener('focusin',function(e){var a=e.target.closest('[data-why]'); if(a&&a.matches(':focus-visible'))show(a); else if(box&&!box.contains(e.target))hide()});
  d.addEventListener('keydown',function(e){
    if(e.key==='Escape'){hide();shut();return}
    if(/INPUT|TEXTAREA|SELECT/.test(e.target.tagName)||e.ctrlKey||e.metaKey||e.altKey)return;
    if(e.key==='/'){var f=d.querySelector('.find input'); if(f){f.focus();e.preventDefault()}}
    if(e.key==='n'){var b=d.querySelector('[data-key=n]'); if(b){b.click();e.preventDefault()}}
  });
  /* copy a text; where the browser has no clipboard the text is marked, ready for the keys */
  d.addEventListener('click',function(e){
    var b=e.target.closest('[data-copy]'); if(!b)return; var t=d.getElementById(b.dataset.copy); if(!t)return;
    function done(){b.lastChild.textContent=b.dataset.copied}
    function mark(){var r=d.createRange(); r.selectNodeContents(t); var s=getSelection(); s.removeAllRanges(); s.addRange(r); try{if(d.execCommand('copy'))done()}catch(x){}}
    if(navigator.clipboard)navigator.clipboard.writeText(t.textContent).then(done,mark); else mark();
  });
  /* bulk selection */
  d.addEventListener('change',function(e){
    var t=e.target.closest('[data-rows] input[type=checkbox]'); if(!t)return;
    var tb=t.closest('[data-rows]'); if(t.matches('[data-all]'))tb.querySelectorAll('tbody input[type=checkbox]').forEach(function(c){c.checked=t.checked});
    var n=0; tb.querySelectorAll('tbody tr').forEach(function(tr){var c=tr.querySelector('input[type=checkbox]'); if(!c)return; tr.setAttribute('aria-selected',c.checked); if(c.checked)n++});
    var bar=d.getElementById(tb.dataset.rows); var o=bar&&bar.querySelector('output'); if(o)o.textContent=n
  });
  /* lists flow on a phone: each cell learns the name of its column */
  function flow(root){
    [].forEach.call(root.querySelectorAll?root.querySelectorAll('.tw>table.tbl'):[],function(t){
      if(!t.tHead||t.matches('.tasks,.matrix,.mx,.ed,.pick')||t.tHead.rows.length!==1)return;
      var th=[].slice.call(t.tHead.rows[0].cells), nums=th.filter(function(h){return h.classList.contains('num')}).length;
      if(th.length<4||nums>th.length/2||th.some(function(h){return h.colSpan>1}))return;
      t.classList.add('flow');
      [].forEach.call(t.querySelectorAll('tbody tr:not(.grp)'),function(r){var cells=[].slice.call(r.cells), said=cells.filter(function(c){return c.textContent.trim()&&!c.querySelector('input[type=checkbox]')}), key=said.slice(0,3).filter(function(c){return c.querySelector('a')})[0]||said[0];
        if(key)key.classList.add('lead'); cells.forEach(function(c,i){
        var h=th[i]?th[i].textContent.trim():''; if(c===key||c.colSpan>1)return;
        if(h&&c.textContent.trim()&&!c.classList.contains('act')&&!c.querySelector('.pill,.due')&&!(th[i].querySelector('.sr')))c.setAttribute('data-th',h)})});
    });
  }
  flow(d); d.addEventListener('htmx:load',function(e){flow(e.detail.elt)});
  d.addEventListener('reset',function(e){
    d.querySelectorAll('[data-rows="'+e.target.id+'"]').forEach(function(tb){tb.querySelectorAll('tr').forEach(function(tr){tr.removeAttribute('aria-selected')}); tb.querySelectorAll('[data-all]').forEach(function(c){c.checked=false});});
  });
  /* one more row: the last one is copied empty, its names count on */
  d.addEventListener('click',function(e){
    var b=e.target.closest('[data-add-row]'); if(!b)return; var box=d.getElementById(b.dataset.addRow); if(!box)return;
    e.preventDefault(); var rows=box.querySelectorAll('[data-row]'), row=rows[rows.length-1].cloneNode(true), n=rows.length;
    row.querySelectorAll('input').forEach(function(i){i.name=i.name.replace(/\[\d+\]/,'['+n+']'); i.value=''; i.removeAttribute('aria-invalid')}); row.querySelectorAll('.err,[data-scan-told]').forEach(function(x){x.remove()});
    box.appendChild(row); if(window.htmx)htmx.process(row); row.querySelector('input').focus();
  });
  /* a file that the server would refuse is refused before it is sent */
  d.addEventListener('change',function(e){
    var f=e.target.closest('input[type=file][data-limit]'); if(!f)return; var most=parseFloat(f.dataset.limit)*1048576, big=[].some.call(f.files,function(x){return x.size>most});
    f.setCustomValidity(big?f.dataset.limitWords:''); if(big)f.reportValidity();
  });
  d.addEventListener('keydown',function(e){if(e.key==='Enter'&&(e.ctrlKey||e.metaKey)){var b=e.target.closest('form')&&e.target.closest('form').querySelector('[data-key-send]'); if(b){b.click();e.preventDefault()}}});
  /* marks on a picture: dragging draws a shape and fills the empty row of the form */
  d.querySelectorAll('[data-marked]').forEach(function(box){
    var form=d.getElementById(box.dataset.marked), svg=box.querySelector('svg'), NS='http://www.w3.org/2000/svg', from, shape;
    function at(e){var r=box.getBoundingClientRect(); return [Math.round(Math.max(0,Math.min(1,(e.clientX-r.left)/r.width))*1000),Math.round(Math.max(0,Math.min(1,(e.clientY-r.top)/r.height))*1000)]}
    d.addEventListener('click',function(e){var b=e.target.closest('[data-draw]'); if(!b)return; box.dataset.kind=b.dataset.draw; d.querySelectorAll('[data-draw]').forEach(function(x){x.setAttribute('aria-pressed',x===b)})});
    function trace(p){
      var k=box.dataset.kind, x=from[0],y=from[1],w=p[0]-x,h=p[1]-y;
      if(k==='CIRCLE'){shape.setAttribute('cx',x+w/2);shape.setAttribute('cy',y+h/2);shape.setAttribute('rx',Math.abs(w/2));shape.setAttribute('ry',Math.abs(h/2))}
      else if(k==='BOX'){shape.setAttribute('x',Math.min(x,p[0]));shape.setAttribute('y',Math.min(y,p[1]));shape.setAttribute('width',Math.abs(w));shape.setAttribute('height',Math.abs(h))}
      else{var a=Math.atan2(h,w); shape.setAttribute('d','M'+x+' '+y+'L'+p[0]+' '+p[1]+'M'+(p[0]+40*Math.cos(a+2.6))+' '+(p[1]+40*Math.sin(a+2.6))+'L'+p[0]+' '+p[1]+'L'+(p[0]+40*Math.cos(a-2.6))+' '+(p[1]+40*Math.sin(a-2.6)))}
    }
    box.addEventListener('pointerdown',function(e){from=at(e); shape=d.createElementNS(NS,{CIRCLE:'ellipse',BOX:'rect',ARROW:'path'}[box.dataset.kind]); svg.appendChild(shape); box.setPointerCapture(e.pointerId); e.preventDefault()});
    box.addEventListener('pointermove',function(e){if(from)trace(at(e))});
    box.addEventListener('pointerup',function(e){
      if(!from)return; var p=at(e), w=p[0]-from[0], h=p[1]-from[1]; if(Math.abs(w)+Math.abs(h)<15){shape.remove();from=null;return}
      var rows=form.querySelectorAll('[data-shape]'), last=rows[rows.length-1], next=last.cloneNode(true), n=rows.length;
      function put(name,v){last.querySelector('[name$="].'+name+'"]').value=v}
      put('kind',box.dataset.kind);put('x',from[0]);put('y',from[1]);put('w',w);put('h',h);
      next.querySelectorAll('[name]').forEach(function(i){i.name=i.name.replace(/\[\d+\]/,'['+n+']'); if(i.tagName==='SELECT'||/note$/.test(i.name))i.value=''}); last.parentNode.appendChild(next);
      last.querySelector('[name$="].note"]').focus(); from=null;
    });
  });
  /* paper entry: one key per item (its data-key, else the place), backspace leaves it blank, focus moves on */
  d.addEventListener('keydown',function(e){
    var r=e.target.closest('[data-digits] [role=radiogroup],[data-digits] fieldset'); if(!r||/TEXTAREA|SELECT/.test(e.target.tagName)||e.ctrlKey||e.metaKey||e.altKey)return;
    var blank=e.key==='Backspace'||e.key==='Delete', k=e.key.toLowerCase(), o=null;
    if(!blank){
      if(!/^[0-9n]$/.test(k))return;
      o=r.querySelector('input[type=radio][data-key="'+(k==='n'?'0':k)+'"]'); if(!o&&!r.querySelector('[data-key]')&&k>0)o=r.querySelectorAll('input[type=radio]')[k-1]; if(!o)return;
      o.checked=true; o.dispatchEvent(new Event('change',{bubbles:true}));
    }else{o=r.querySelector('input[type=radio]:checked'); if(o){o.checked=false; o.dispatchEvent(new Event('change',{bubbles:true}))}}
    e.preventDefault(); if(blank)return;
    var all=[].slice.call(r.parentNode.querySelectorAll('fieldset')), nx=all[all.indexOf(r)+1]; if(nx){var q=nx.querySelector('input:checked')||nx.querySelector('input'); q.focus()}else{var go=r.closest('form')||r; go=go.querySelector('[data-next]'); if(go)go.focus()}
  });
  /* a label is read by a script that is fetched when somebody wants it */
  function bare(root){root.querySelectorAll('[data-scan][hidden]').forEach(function(b){b.hidden=false})}
  bare(d); d.addEventListener('htmx:load',function(e){if(e.detail.elt.querySelectorAll)bare(e.detail.elt)});
  function fetched(src){return new Promise(function(done,fail){var s=d.createElement('script'); s.src=src; s.onload=done; s.onerror=function(){s.remove();fail()}; d.head.appendChild(s)})}
  var scan=null;
  d.addEventListener('click',function(e){
    var b=e.target.closest('[data-scan]'), box=d.getElementById('scanner'); if(!b||!box)return;
    if(!scan)scan=fetched(box.dataset.lib).then(function(){return fetched(box.dataset.js)});
    b.setAttribute('aria-busy','true');
    scan.then(function(){b.removeAttribute('aria-busy'); window.huiyinScan(b)},function(){b.removeAttribute('aria-busy'); scan=null; say(b,'',d.body.dataset.offline)});
  });
})();
