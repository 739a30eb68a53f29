/* Huiyin — reads a label with the camera or from a photo; the server says which fields its text fills. Loaded when the button is pressed. */
(function(){
  'use strict';
  var d=document, box=d.getElementById('scanner'), video=box.querySelector('video'), said=box.querySelector('[data-scan-said]'), photo=box.querySelector('[data-scan-photo]');
  var canvas=d.createElement('canvas'), pen=canvas.getContext('2d',{willReadFrequently:true}), stream=null, timer=0, owner=null, reader=null, turn=0;

  function say(words){said.textContent=words}
  /* lines and squares that stand on boxes: QR, DataMatrix, PDF417; Code 128 and 39, EAN */
  function decoder(){
    if(reader)return reader;
    var F=ZXing.BarcodeFormat, hints=new Map();
    hints.set(ZXing.DecodeHintType.POSSIBLE_FORMATS,[F.QR_CODE,F.DATA_MATRIX,F.CODE_128,F.CODE_39,F.EAN_13,F.PDF_417]);
    hints.set(ZXing.DecodeHintType.TRY_HARDER,true); hints.set(ZXing.DecodeHintType.ASSUME_GS1,true);
    reader=new ZXing.MultiFormatReader(); reader.setHints(hints); return reader;
  }
  /* draws it small enough, perhaps turned by a quarter, and looks for a code */
  function look(what,w,h,most,turned,rough){
    var k=Math.min(1,most/Math.max(w,h)), a=Math.max(1,Math.round(w*k)), b=Math.max(1,Math.round(h*k));
    canvas.width=turned?b:a; canvas.height=turned?a:b;
    pen.fillStyle='#fff'; pen.fillRect(0,0,canvas.width,canvas.height); pen.save();
    if(turned){pen.translate(b,0);pen.rotate(Math.PI/2)}
    pen.drawImage(what,0,0,a,b); pen.restore();
    var px=pen.getImageData(0,0,canvas.width,canvas.height).data, grey=new Uint8ClampedArray(canvas.width*canvas.height);
    for(var i=0,j=0;j<grey.length;i+=4,j++)grey[j]=(px[i]*306+px[i+1]*601+px[i+2]*117)>>10;
    var source=new ZXing.RGBLuminanceSource(grey,canvas.width,canvas.height);
    try{return decoder().decodeWithState(new ZXing.BinaryBitmap(rough?new ZXing.GlobalHistogramBinarizer(source):new ZXing.HybridBinarizer(source))).getText()}catch(e){return null}
  }

  function open(button){
    owner=button; photo.value=''; video.hidden=true; say(box.dataset.starting); box.showModal();
    if(!navigator.mediaDevices||!navigator.mediaDevices.getUserMedia){say(window.isSecureContext?box.dataset.none:box.dataset.insecure);return}
    var mine=++turn;
    navigator.mediaDevices.getUserMedia({audio:false,video:{facingMode:'environment',width:{ideal:1280}}}).then(function(s){
      if(!box.open||mine!==turn){s.getTracks().forEach(function(t){t.stop()});return}
      stream=s; video.srcObject=s; video.hidden=false; say(box.dataset.aim); return video.play().then(function(){watch(0)});
    }).catch(function(e){say(/NotAllowed|Security/.test(e.name)?box.dataset.denied:box.dataset.none)});
  }
  function watch(n){
    clearTimeout(timer); if(!stream)return;
    var text=video.videoWidth?look(video,video.videoWidth,video.videoHeight,n%3===2?1280:800,n%4===3,n%2===1):null;
    if(text){taken(text);return}
    timer=setTimeout(function(){watch(n+1)},120);
  }
  function stop(){turn++; clearTimeout(timer); if(stream)stream.getTracks().forEach(function(t){t.stop()}); stream=null; video.srcObject=null; video.hidden=true}

  photo.addEventListener('change',function(){
    var file=photo.files[0], at; if(!file)return;
    say(box.dataset.reading); at=URL.createObjectURL(file);
    var picture=new Image();
    picture.onerror=function(){URL.revokeObjectURL(at); say(box.dataset.picture)};
    picture.onload=function(){setTimeout(function(){
      var found=null;
      [[1000,0,0],[1600,0,0],[600,0,0],[1000,1,0],[1600,1,0],[1000,0,1],[2400,0,0],[400,0,0]].some(function(t){return (found=look(picture,picture.naturalWidth,picture.naturalHeight,t[0],t[1],t[2]))});
      URL.revokeObjectURL(at); if(found)taken(found); else say(box.dataset.nothing);
    },20)};
    picture.src=at;
  });

  function taken(text){
    stop(); say(box.dataset.reading);
    fetch(box.dataset.ask+'?text='+encodeURIComponent(text),{headers:{'HX-Request':'true'}}).then(function(r){if(!r.ok)throw r; return r.json()})
      .then(function(a){fill(a,text,box.dataset.read)},function(){fill({part:'',lot:'',serial:'',quantity:'',rest:[text]},text,box.dataset.offline)});
  }
  function fill(a,text,words){
    var row=owner.closest('[data-row]')||owner.closest('form'), one=row.querySelector('input[name=q]');
    box.close();
    if(one){one.value=a.lot||a.part||a.serial||a.rest[0]||''; row.requestSubmit(); return}
    /* another part than the one in this row begins another row */
    var part=field(row,'part');
    if(a.part&&part&&part.value&&part.value!==a.part){row=spare(row)||row; part=field(row,'part')}
    put(row,'part',a.part); put(row,'lot',a.lot);
    if(a.serial&&!put(row,'serial',a.serial)&&!a.lot)put(row,'lot',a.serial);
    put(row,'quantity',a.quantity);
    a.rest.forEach(function(word){['part','lot','serial'].some(function(n){var e=field(row,n); return e&&!e.value&&put(row,n,word)})});
    var more=row.querySelector('details'); if(more&&a.serial)more.open=true;
    var told=row.querySelector('[data-scan-told]');
    if(!told){told=d.createElement('p'); told.className='sm t-3 scantold'; told.setAttribute('role','status'); told.dataset.scanTold=''; row.appendChild(told)}
    told.textContent=words.replace('{0}',text.replace(/^\][A-Za-z]\d/,'').replace(/[\u0000-\u001f]+/g,' ').trim().slice(0,160));
    var next=[].filter.call(row.querySelectorAll('input'),function(i){return i.type!=='hidden'&&!i.value&&i.offsetParent})[0]; if(next)next.focus();
  }
  function field(row,name){return row.querySelector('input[name$=".'+name+'"]')}
  function put(row,name,value){
    var e=field(row,name); if(!e||!value)return false;
    e.value=value; e.dispatchEvent(new Event('input',{bubbles:true})); e.dispatchEvent(new Event('change',{bubbles:true})); return true;
  }
  function spare(row){
    var rows=[].slice.call(d.querySelectorAll('[data-row]')), free=function(r){var p=field(r,'part'),l=field(r,'lot'); return p&&!p.value&&(!l||!l.value)};
    var found=rows.filter(free)[0], add=d.querySelector('[data-add-row]');
    if(!found&&add){add.click(); found=[].slice.call(d.querySelectorAll('[data-row]')).filter(free)[0]}
    return found;
  }
  box.querySelector('[data-scan-close]').addEventListener('click',function(){box.close()});
  box.addEventListener('close',stop);
  window.huiyinScan=open;
})();
