/* Searching the tree: in the whole sentences, however the drawing breaks them into lines. */
const field = $('#cari');
let hits = [];
let turn = -1;

/* The letters of a text without blanks, each with its place: a line break in the drawing is no letter. */
function letters(text) {
  const found = [];
  let index = 0;
  for (const sign of text) {
    for (const part of fold(sign)) found.push([part, index]);
    index += sign.length;
  }
  return found.filter(([part]) => part.trim());
}

function unmark() {
  for (const item of $$('.sorotan', camera)) item.remove();
  for (const item of $$('.cocok', tools)) item.classList.remove('cocok');
  for (const item of $$('.kena', camera)) item.classList.remove('kena');
}

function highlight(node, wanted) {
  node.part.classList.add('cocok');
  if (!node.box) return;
  node.box.classList.add('cocok');
  const lines = $$('text', node.box);
  const signs = lines.flatMap((line) => letters(line.textContent).map(([part, index]) => [part, index, line]));
  const whole = signs.map(([part]) => part).join('');
  for (let from = whole.indexOf(wanted); from >= 0; from = whole.indexOf(wanted, from + wanted.length)) {
    const spans = new Map();
    for (const [, index, line] of signs.slice(from, from + wanted.length)) {
      const span = spans.get(line);
      spans.set(line, span ? [span[0], index] : [index, index]);
    }
    for (const [line, [first, last]] of spans) paint(line, first, last);
  }
}

function paint(line, first, last) {
  const left = line.getStartPositionOfChar(first).x, right = line.getEndPositionOfChar(last).x;
  const area = line.getBBox();
  const mark = document.createElementNS('http://www.w3.org/2000/svg', 'rect');
  mark.setAttribute('class', 'sorotan');
  for (const [name, value] of Object.entries({ x: left, y: area.y, width: right - left, height: area.height, rx: 0.3 })) mark.setAttribute(name, value);
  line.classList.add('kena');
  line.closest('.kotak').firstElementChild.after(mark);
}

function search() {
  unmark();
  const wanted = fold(field.value);
  hits = wanted ? [...nodes.values()].filter((node) => node.text.includes(wanted)) : [];
  turn = -1;
  for (const node of hits) highlight(node, wanted.replaceAll(' ', ''));
  if (hits.length) step(1);
  else $('#cari-hasil').value = wanted ? 'tidak ada' : '';
}

function step(by) {
  if (!hits.length) return;
  turn = (turn + by + hits.length) % hits.length;
  $('#cari-hasil').value = `${turn + 1} dari ${hits.length}`;
  const node = hits[turn];
  if (asList() || !node.box) {
    node.part.scrollIntoView({ block: 'center' });
    return;
  }
  choose(node, { open: !panel.hidden, always: true });
}

if (field && picture) {
  let waiting = 0;
  field.addEventListener('input', () => {
    clearTimeout(waiting);
    waiting = setTimeout(search, 120);
  });
  field.addEventListener('keydown', (event) => {
    if (event.key === 'Enter') {
      if (!hits.length) search();
      else step(event.shiftKey ? -1 : 1);
      event.preventDefault();
    }
    if (event.key === 'Escape') {
      field.value = '';
      search();
      shut();
    }
  });
  $('#cari-maju').addEventListener('click', () => step(1));
  $('#cari-mundur').addEventListener('click', () => step(-1));
}
