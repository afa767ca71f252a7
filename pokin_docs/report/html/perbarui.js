'use strict';
(() => {
/* The page loads itself again; where the reader was, what he had unfolded and typed stands in its address. */
const unfolded = () => [...document.querySelectorAll('details')];
const fields = () => [...document.querySelectorAll('input, select')];
const kept = new URLSearchParams(location.search);
if (kept.has('y')) {
  const open = new Set(kept.get('buka').split('.'));
  unfolded().forEach((part, number) => { part.open = open.has(String(number)); });
  fields().forEach((field, number) => {
    const said = kept.get(`f${number}`);
    if (said === null) return;
    field.value = said;
    field.dispatchEvent(new Event('input', { bubbles: true }));
  });
  addEventListener('load', () => setTimeout(() => scrollTo({ left: 0, top: +kept.get('y'), behavior: 'instant' })));
}
const again = () => {
  const busy = String(getSelection()) || document.activeElement?.closest?.('input, select, textarea');
  if (busy || document.hidden) return;
  const next = new URLSearchParams({
    y: Math.round(scrollY),
    buka: unfolded().map((part, number) => (part.open ? number : '')).filter(String).join('.'),
  });
  fields().forEach((field, number) => { if (field.value && field.value !== '*') next.set(`f${number}`, field.value); });
  location.replace(`${location.pathname}?${next}${location.hash}`);
};
setInterval(again, {{ seconds }} * 1000);
})();
