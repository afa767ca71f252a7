/* Links between the parts of the page, keys that work everywhere, printing. */

/* A link to a part that is folded away, filtered out or drawn leads there all the same. */
function reveal(id) {
  const node = /^k\d+$/.test(id) && nodes.get(id.slice(1));
  if (node) {
    show(node);
    return true;
  }
  const part = id && document.getElementById(id);
  if (part?.hidden && part.closest('#daftar-temuan')) {
    limit = Infinity;
    filter.reset();
    part.hidden = false;
  }
  if (part?.hidden && who) {
    who.reset();
    who.dispatchEvent(new Event('input'));
  }
  if (part?.tagName === 'DETAILS') part.open = true;
  return false;
}

document.addEventListener('click', (event) => {
  const link = event.target.closest?.('a[href^="#"]');
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  if (reveal(idOf(link.hash))) event.preventDefault();
});
document.addEventListener('keydown', (event) => {
  const typing = event.target.closest?.('input, select, textarea');
  if (event.key === '/' && !typing && field) {
    field.focus();
    event.preventDefault();
  }
  if (event.key === 'Escape' && !typing && panel && !panel.hidden) shut();
});

const folded = [];
addEventListener('beforeprint', () => {
  for (const row of $$('#daftar-temuan tr[hidden]')) row.hidden = false;
  for (const part of $$('main > section:not(#pohon) details')) {
    if (!part.open) folded.push(part);
    part.open = true;
  }
});
addEventListener('afterprint', () => {
  if (filter) sift();
  for (const part of folded.splice(0)) part.open = false;
  document.body.classList.remove('hanya-pohon');
});

const entries = new Map($$('.menu a').map((link) => [link.hash.slice(1), link]));
const watcher = new IntersectionObserver((seen) => {
  for (const { target, isIntersecting } of seen) {
    if (!isIntersecting) continue;
    for (const [id, link] of entries) {
      if (id !== target.id) link.removeAttribute('aria-current');
      else if (!link.hasAttribute('aria-current')) {
        link.setAttribute('aria-current', 'true');
        const row = link.closest('ul');
        row.scrollLeft = link.offsetLeft - (row.clientWidth - link.offsetWidth) / 2;
      }
    }
  }
}, { rootMargin: '-30% 0px -65% 0px' });
for (const part of $$('main > section')) watcher.observe(part);
addEventListener('hashchange', () => reveal(idOf(location.hash)));
if (location.hash) reveal(idOf(location.hash));
