/* Choosing a node: its path to the root and its children stand out, a panel tells all that is known of it. */
const panel = $('#panel');
const tools = $('#pohon');
let chosen = null;
let current = null;

const asList = () => tools.classList.contains('sebagai-daftar');

function mark(node) {
  for (const item of $$('.pilih, .jalur, .anak', camera)) item.classList.remove('pilih', 'jalur', 'anak');
  camera.classList.toggle('ada-pilihan', Boolean(node));
  for (const [number, item] of nodes) item.box?.setAttribute('aria-selected', String(Boolean(node) && number === node.number));
  if (!node) return;
  for (const up of chain(node)) {
    if (up !== node) up.box?.classList.add('jalur');
    for (const line of up.lines) line.classList.add('jalur');
  }
  for (const child of node.children) {
    child.box?.classList.add('anak');
    for (const line of child.lines) line.classList.add('anak');
  }
  node.box?.classList.add('pilih');
}

function linkTo(node) {
  return element('a', { href: `#k${node.number}`, textContent: `${node.title.split(' ')[0]} ${node.sentence}` });
}

function fill(node) {
  const close = element('button', { type: 'button', className: 'tombol tutup', textContent: '✕', title: 'Tutup (Esc)' });
  close.setAttribute('aria-label', 'Tutup rincian');
  close.addEventListener('click', shut);
  const level = element('small', { className: node.level, textContent: node.title });
  const title = element('h3', { id: 'panel-judul', textContent: node.sentence });
  const path = element('ol', { className: 'rantai' });
  for (const up of [...chain(node)].slice(1).reverse()) path.append(element('li', {}, linkTo(up)));
  const content = $('div', node.part).cloneNode(true);
  content.className = 'rinci';
  for (const link of $$('a[href^="#t"]', content)) {
    const row = target(link);
    link.className = row.className;
    link.after(element('span', { className: 'sub', textContent: ` ${$('p', row).textContent}` }));
  }
  panel.replaceChildren(close, level, title);
  if (path.children.length) panel.append(element('h4', { textContent: 'Mendukung' }), path);
  panel.append(element('h4', { textContent: 'Indikator' }), content);
  const common = $('#dokumen-semua');
  if (common) content.append(common.cloneNode(true));
  $('#dokumen-semua', content)?.removeAttribute('id');
  if (node.children.length) {
    const list = element('ul', { className: 'anak-nya' });
    for (const child of node.children) list.append(element('li', {}, linkTo(child)));
    panel.append(element('h4', { textContent: 'Didukung oleh' }), list);
  }
  panel.scrollTop = 0;
}

function choose(node, { open = true, focus = false, always = false } = {}) {
  chosen = node;
  mark(node);
  walkTo(node, false);
  if (open) {
    fill(node);
    panel.hidden = false;
    place();
  } else {
    panel.hidden = true;
  }
  if (node.box) approach(node.box, always);
  if (open && focus) panel.focus({ preventScroll: true });
}

function shut() {
  const back = panel.contains(document.activeElement) || document.activeElement === document.body;
  panel.hidden = true;
  const node = chosen;
  chosen = null;
  mark(null);
  if (back && node?.box) node.box.focus({ preventScroll: true });
  place();
}

/* Only one box is in the order of the Tab key: the one that the arrow keys stand on. */
function walkTo(node, focus = true) {
  if (!node?.box) return;
  current?.box?.setAttribute('tabindex', '-1');
  current = node;
  node.box.setAttribute('tabindex', '0');
  if (!focus) return;
  node.box.focus({ preventScroll: true });
  if (!panel.hidden) choose(node);
  else approach(node.box);
}

const centre = (node) => {
  const box = node.box.getBoundingClientRect();
  return { x: box.left + box.width / 2, y: box.top + box.height / 2, width: box.width };
};

/* Is one box in the same column as the other: childless siblings stand below each other. */
const stacked = (one, other) => Math.abs(centre(one).x - centre(other).x) < centre(one).width / 2;

function sibling(node, step) {
  const row = node.parent ? node.parent.children : [...nodes.values()].filter((item) => !item.parent);
  const next = row[row.indexOf(node) + step];
  return next?.box ? next : null;
}

function beside(node, direction) {
  const here = centre(node);
  let best = null, least = Infinity;
  for (const other of nodes.values()) {
    if (!other.box || other === node || other.level !== node.level) continue;
    const there = centre(other), dx = (there.x - here.x) * direction, dy = Math.abs(there.y - here.y);
    if (dx > here.width / 2 && dx + dy * 0.5 < least) [best, least] = [other, dx + dy * 0.5];
  }
  return best;
}

function neighbour(node, key) {
  const before = sibling(node, -1), after = sibling(node, 1);
  const boxed = [...nodes.values()].filter((item) => item.box);
  switch (key) {
    case 'ArrowDown': return node.children.find((child) => child.box) || (after && stacked(node, after) ? after : null);
    case 'ArrowUp': return before && !node.children.length && stacked(node, before) ? before : node.parent;
    case 'ArrowLeft': return beside(node, -1);
    case 'ArrowRight': return beside(node, 1);
    case 'Home': return boxed[0];
    case 'End': return boxed[boxed.length - 1];
    default: return undefined;
  }
}

/* Show a node wherever it is looked for: in the drawing, or in the list. */
function show(node, options = {}) {
  if (asList() || !node.box) {
    for (const up of chain(node)) if (up === node) up.part.open = true;
    node.part.scrollIntoView({ block: 'center' });
    $('summary', node.part).focus({ preventScroll: true });
    return;
  }
  choose(node, { always: true, ...options });
  const box = $('.pandang').getBoundingClientRect();
  if (box.top < 0 || box.bottom > innerHeight) tools.scrollIntoView();
}

if (picture) {
  picture.setAttribute('role', 'tree');
  picture.setAttribute('aria-label', 'Pohon kinerja');
  for (const node of nodes.values()) {
    if (!node.box) continue;
    const row = node.parent ? node.parent.children : [node];
    const said = { role: 'treeitem', tabindex: '-1', 'aria-level': [...chain(node)].length, 'aria-selected': 'false', 'aria-setsize': row.length, 'aria-posinset': row.indexOf(node) + 1, 'aria-label': `${node.title}: ${node.sentence}` };
    for (const [name, value] of Object.entries(said)) node.box.setAttribute(name, value);
  }
  walkTo([...nodes.values()].find((node) => node.box), false);
  picture.addEventListener('click', (event) => {
    if (dragged) return;
    const node = nodes.get(event.target.closest('.kotak[data-n]')?.dataset.n);
    if (node) {
      choose(node);
      node.box.focus({ preventScroll: true });
    } else if (!panel.hidden) shut();
  });
  picture.addEventListener('keydown', (event) => {
    const node = nodes.get(event.target.closest?.('.kotak[data-n]')?.dataset.n);
    if (!node || event.ctrlKey || event.altKey || event.metaKey) return;
    const next = neighbour(node, event.key);
    if (next !== undefined) walkTo(next);
    else if (event.key === 'Enter' || event.key === ' ') choose(node, { focus: true });
    else if (event.key === '+' || event.key === '=') zoom(1.5, middle(), true);
    else if (event.key === '-') zoom(1 / 1.5, middle(), true);
    else if (event.key === '0') $('[data-zum="0"]').click();
    else return;
    event.preventDefault();
  });
  picture.addEventListener('focusin', (event) => {
    if (event.target.matches(':focus-visible') && event.target.closest('.kotak')) approach(event.target);
  });
  $('#sebagai-daftar').addEventListener('click', (event) => {
    const list = tools.classList.toggle('sebagai-daftar');
    event.currentTarget.setAttribute('aria-pressed', String(list));
    if (!list) place();
  });
  $('#cetak-pohon').addEventListener('click', () => {
    document.body.classList.add('hanya-pohon');
    print();
  });
}
