/* Huiyin — ECharts in our tokens. Only on pages marked with ChartPage; a data table always stands beside each chart.
   <figure class="chart h-md" data-chart="items" data-from="ID"></figure> and <script type="application/json" id="ID">…</script>.
   All words come with the data; nothing here speaks a language.
   items: {name, aim, rows:[{name, value, note}]}    quad: {x:{name,min,max,cut}, y:{name,min,max,cut}, zones:[hot,keep,over,later], rows:[{name,x,y}]}
   trend: {aim, min, max, interval, rows:[{name, value, low, high}]} */
(function(){
  'use strict';
  var kinds={}, live=[];
  function T(n){return getComputedStyle(document.documentElement).getPropertyValue('--'+n).trim()}
  function family(){return getComputedStyle(document.body).fontFamily}
  function base(o){o.animation=false; o.textStyle={fontFamily:family(),fontSize:12,color:T('ink-2')}; o.aria={enabled:true}; return o}
  function ax(x){return Object.assign({axisLine:{lineStyle:{color:T('line-2')}},axisTick:{show:false},axisLabel:{color:T('ink-3'),fontSize:12},splitLine:{lineStyle:{color:T('grid')}},nameTextStyle:{color:T('ink-3'),fontSize:12}},x)}
  function tip(x){return Object.assign({trigger:'axis',backgroundColor:T('surface'),borderColor:T('line-2'),textStyle:{color:T('ink'),fontSize:12}},x)}
  function aim(v,axis){var line={lineStyle:{color:T('ink-3'),type:'dashed',width:1},label:{formatter:String(v),position:'start',color:T('ink-2'),fontSize:11}}; line[axis]=v; return v==null?[]:[line]}
  kinds.items=function(d){
    return base({grid:{left:8,right:84,top:20,bottom:22,containLabel:true},tooltip:tip({axisPointer:{type:'shadow'},valueFormatter:function(v){return v.toFixed(1)}}),
      xAxis:ax({type:'value',min:0,max:d.max||100,interval:(d.max||100)/4}),
      yAxis:ax({type:'category',inverse:true,data:d.rows.map(function(r){return r.name}),axisLabel:{color:T('ink'),fontSize:13,fontFamily:family()}}),
      series:[{name:d.name,type:'bar',barWidth:11,z:2,data:d.rows.map(function(r){return{value:r.value,itemStyle:{color:d.aim!=null&&r.value<d.aim?T('c2'):T('c1'),borderRadius:[0,2,2,0]}}}),
        label:{show:true,position:'right',distance:5,padding:[1,3],backgroundColor:T('surface'),formatter:function(p){var r=d.rows[p.dataIndex];return '{v|'+r.value.toFixed(1)+'}'+(r.note?'  {l|'+r.note+'}':'')},rich:{v:{fontWeight:600,fontSize:12,color:T('ink')},l:{color:T('bad'),fontSize:12}}},
        markLine:{z:1,silent:true,symbol:'none',data:aim(d.aim,'xAxis')}}]});
  };
  kinds.quad=function(d){
    function dots(rows,sign,colour){return {type:'scatter',symbol:sign,symbolSize:13,itemStyle:{color:colour,opacity:1},data:rows.map(function(r){return{value:[r.x,r.y],name:r.name}}),
      label:{show:true,position:'right',distance:7,formatter:function(p){return p.name+'\n{s|'+p.value[0].toFixed(1)+' / '+p.value[1].toFixed(1)+'}'},color:T('ink'),fontSize:12,fontWeight:600,lineHeight:15,rich:{s:{color:T('ink-3'),fontSize:11,fontWeight:400}}}}}
    function zone(x0,x1,y0,y1,name,colour,at){return [{xAxis:x0,yAxis:y0,name:name,itemStyle:{color:colour},label:{show:true,position:at,color:T('ink-2'),fontSize:12}},{xAxis:x1,yAxis:y1}]}
    function hot(r){return r.x>=d.x.cut&&r.y<d.y.cut}
    var cool=dots(d.rows.filter(function(r){return !hot(r)}),'roundRect',T('c1')), warm=dots(d.rows.filter(hot),'triangle',T('bad-solid'));
    cool.markLine={silent:true,symbol:'none',lineStyle:{color:T('ink-3'),type:'dashed',width:1},label:{color:T('ink-3'),fontSize:11,position:'end'},data:[{xAxis:d.x.cut},{yAxis:d.y.cut}]};
    cool.markArea={silent:true,data:[zone(d.x.cut,d.x.max,d.y.min,d.y.cut,d.zones[0],T('bad-soft'),'insideBottomRight'),zone(d.x.cut,d.x.max,d.y.cut,d.y.max,d.zones[1],'transparent','insideTopRight'),zone(d.x.min,d.x.cut,d.y.cut,d.y.max,d.zones[2],'transparent','insideTopLeft'),zone(d.x.min,d.x.cut,d.y.min,d.y.cut,d.zones[3],'transparent','insideBottomLeft')]};
    return base({grid:{left:30,right:38,top:22,bottom:38},
      xAxis:ax({type:'value',min:d.x.min,max:d.x.max,name:d.x.name,nameLocation:'middle',nameGap:24,splitLine:{show:false}}),
      yAxis:ax({type:'value',min:d.y.min,max:d.y.max,name:d.y.name,splitLine:{show:false}}),series:[cool,warm]});
  };
  kinds.trend=function(d){
    var rows=d.rows, whole=rows.filter(function(r){return r.value!=null&&r.low!=null});
    return base({grid:{left:32,right:22,top:22,bottom:24},
      xAxis:ax({type:'category',data:rows.map(function(r){return r.name}),axisLabel:{color:T('ink-3'),fontSize:11,interval:0}}),
      yAxis:ax({type:'value',min:d.min,max:d.max}),
      tooltip:tip({formatter:function(p){var r=rows[p[0].dataIndex];return r.value==null?r.name:r.name+' '+r.value.toFixed(1)+(r.low==null?'':' ('+d.interval+' '+r.low.toFixed(1)+'–'+r.high.toFixed(1)+')')}}),
      series:[
        {type:'line',z:1,data:[],markLine:{silent:true,symbol:['rect','rect'],symbolSize:[12,1.5],label:{show:false},lineStyle:{color:T('c5'),width:1.5,type:'solid'},data:whole.map(function(r){var i=rows.indexOf(r);return[{coord:[i,r.low]},{coord:[i,r.high]}]})}},
        {type:'line',z:3,connectNulls:false,data:rows.map(function(r){return r.value}),symbol:'roundRect',symbolSize:9,lineStyle:{color:T('c1'),width:2},itemStyle:{color:T('c1')},label:{show:true,position:'right',distance:6,fontSize:12,fontWeight:600,color:T('ink'),formatter:function(p){return p.value.toFixed(1)}},markLine:{silent:true,symbol:'none',data:aim(d.aim,'yAxis')}}
      ]});
  };
  function draw(el){
    var src=document.getElementById(el.dataset.from); if(!src||!kinds[el.dataset.chart])return;
    var old=echarts.getInstanceByDom(el); if(old)old.dispose();
    var chart=echarts.init(el,null,{renderer:'svg'}); chart.setOption(kinds[el.dataset.chart](JSON.parse(src.textContent))); live.push(chart);
  }
  function all(){live=[];document.querySelectorAll('[data-chart]').forEach(draw)}
  document.addEventListener('DOMContentLoaded',all); document.addEventListener('hy:theme',all);
  document.addEventListener('htmx:afterSettle',function(e){e.target.querySelectorAll('[data-chart]').forEach(draw)});
  addEventListener('resize',function(){live.forEach(function(c){c.resize()})});
})();
