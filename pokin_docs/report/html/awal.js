const $ = (selector, root = document) => root.querySelector(selector);
const $$ = (selector, root = document) => [...root.querySelectorAll(selector)];
for (const control of $$('.alat, .tombol-zum, .papan, .saring')) control.hidden = false;

/* A text for comparing: case, accents and kinds of blanks do not count. */
const fold = (text) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/gu, ' ').trim();

function element(name, properties = {}, ...children) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
}

/* The lines of the drawing, which share one element in the file. */
for (const page of $$('[data-jarak]')) {
  for (const text of $$('text', page)) {
    const [first, ...rest] = text.textContent.split('\n');
    if (!rest.length) continue;
    text.textContent = first;
    text.after(...rest.map((line, index) => {
      const next = text.cloneNode();
      next.textContent = line;
      next.setAttribute('y', +text.getAttribute('y') + (index + 1) * page.dataset.jarak);
      return next;
    }));
  }
}

/* The id that a hash names; codes of an office may hold any sign. */
function idOf(hash) {
  try {
    return decodeURIComponent(hash.slice(1));
  } catch {
    return hash.slice(1);
  }
}

/* What is said once in the file and shown where links lead there: names, titles, files, hints. */
const linkOf = (node) => element('a', { href: `#${node.id}`, textContent: $('small', node).textContent.split(' ')[0] });
const target = (link) => document.getElementById(idOf(link.hash));
for (const link of $$('#daftar-pohon dd > a, .para-pejabat a, #dokumen-semua a')) {
  const kind = link.hash[1], place = target(link);
  if (!place) continue;
  if (kind === 'g') {
    link.after(` ${$('b', place).textContent}`);
    const node = link.closest('#daftar-pohon details');
    if (node) place.lastElementChild.append(place.lastElementChild.firstChild ? ', ' : '', linkOf(node));
  }
  if (kind === 'p' && link.closest('dd')) link.after(element('small', { textContent: $('summary > small', place).textContent }));
  if (kind === 't') {
    const cell = place.lastElementChild, node = linkOf(link.closest('details'));
    /* One finding leads to its kinerja beside it; of a cause with several, each once, in a line below. */
    if (!place.dataset.n) cell.append(node);
    else if (!$(`.simpul a[href="${node.hash}"]`, cell)) ($('.simpul', cell) || cell.appendChild(element('div', { className: 'simpul' }))).append(node, ' ');
  }
  if (kind === 'd') {
    const file = $('a', place);
    if (link.textContent === 'PK') link.textContent = file.textContent;
    link.href = file.getAttribute('href');
  }
}
for (const link of $$('#daftar-temuan p > a')) link.replaceWith(...[...$('p + p', target(link)).childNodes].map((part) => part.cloneNode(true)));

/* The nodes by number: their part of the list, their box, the line that leads to it, parent and children. */
const nodes = new Map();
for (const part of $$('#daftar-pohon details')) {
  const above = part.parentElement.parentElement.closest('li');
  const parent = above && nodes.get(above.firstElementChild.id.slice(1));
  const node = {
    number: part.id.slice(1), part, parent, children: [], lines: [], box: null,
    level: part.className,
    sentence: $('b', part).textContent,
    title: $('small', part).textContent,
  };
  const said = $$('ol > li > p:first-child, dd', part).filter((item) => !$('[href^="#t"], [href^="./"], code', item));
  node.text = fold([node.title, node.sentence, ...said.map((item) => item.textContent)].join('\n'));
  if (parent) parent.children.push(node);
  nodes.set(node.number, node);
}
for (const box of $$('.kotak[data-n]')) {
  const node = nodes.get(box.dataset.n);
  if (node) node.box = box;
}
for (const line of $$('.g[data-ke]')) nodes.get(line.dataset.ke)?.lines.push(line);

function* chain(node) {
  for (let up = node; up; up = up.parent) yield up;
}
