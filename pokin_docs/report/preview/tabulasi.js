// Tabs: CSS knows no tab stops, so each gets the width that leads to its stop, in the order of the line.
const PT = 96 / 72;
const jarak = Number(main.dataset.tab) || 36;

function perhentian(p) {
  const own = (p.dataset.tab || '').split(';').filter(Boolean).map((text) => {
    const [at, kind, leader] = text.split(':');
    return { at: at * PT, kind, leader };
  });
  const style = getComputedStyle(p);
  const left = parseFloat(style.marginLeft) + parseFloat(style.paddingLeft);
  if (parseFloat(style.textIndent) < 0) own.push({ at: left, kind: 'left', leader: 'none' });
  return { own: own.sort((a, b) => a.at - b.at), origin: kotak(p).left - parseFloat(style.marginLeft) };
}

function lebarSesudah(tab, next) {
  const range = document.createRange();
  range.setStartAfter(tab);
  if (next) range.setEndBefore(next); else range.setEndAfter(tab.closest('.p').lastChild);
  return range.getBoundingClientRect().width;
}

function tabulasi(akar) {
  for (const p of akar.querySelectorAll('.p')) {
    const tabs = [...p.querySelectorAll('.t')].filter((tab) => tab.closest('.p') === p);
    if (!tabs.length) continue;
    const { own, origin } = perhentian(p);
    for (const tab of tabs) tab.style.width = '1pt';
    // A stop may lie beyond the right edge of the text.
    const lebih = Math.max(0, ...own.map((stop) => stop.at)) - (kotak(p).right - origin);
    if (lebih > 0.5) p.style.marginRight = `${parseFloat(getComputedStyle(p).marginRight) - lebih}px`;
    tabs.forEach((tab, index) => {
      const x = kotak(tab).left - origin;
      const usual = { at: (Math.floor(x / (jarak * PT) + 0.02) + 1) * jarak * PT, kind: 'left', leader: 'none' };
      const stop = own.find((entry) => entry.at > x + 1 && entry.kind !== 'bar') || usual;
      let width = stop.at - x;
      if (stop.kind === 'right' || stop.kind === 'end' || stop.kind === 'decimal') width -= lebarSesudah(tab, tabs[index + 1]);
      if (stop.kind === 'center') width -= lebarSesudah(tab, tabs[index + 1]) / 2;
      tab.style.width = `${Math.max(1, width)}px`;
      if (stop.leader && stop.leader !== 'none') tab.classList.add(stop.leader);
    });
  }
}
