/* The view of the drawing: a camera of place and scale before the whole picture. */
const picture = $('#gambar-pohon');
const frame = $('.bingkai');
const camera = picture && $('.kamera', picture);
const view = { x: 0, y: 0, k: 1 };
const READABLE = 12; /* px of a letter */
const LARGE = 16;

const scale = () => picture.getScreenCTM()?.a || 1;
const letter = () => parseFloat($('[font-size]', camera)?.getAttribute('font-size') || 3);
const largest = () => Math.max(2, 40 / (letter() * scale()));
/* The whole picture, but a small one no larger than it is pleasant to read. */
const least = () => Math.min(1, LARGE / (letter() * scale()));
const at = (x, y) => new DOMPoint(x, y).matrixTransform(picture.getScreenCTM().inverse());

function place(smooth) {
  const size = picture.viewBox.baseVal;
  const box = picture.getBoundingClientRect();
  if (!box.width) return;
  const from = at(box.left, box.top), to = at(box.right, box.bottom);
  view.k = Math.min(Math.max(view.k, least()), largest());
  const keep = (value, low, high, length) => {
    const free = high - low - length * view.k;
    return free >= 0 ? low + free / 2 : Math.min(Math.max(value, low + free), low);
  };
  view.x = keep(view.x, from.x, to.x, size.width);
  view.y = keep(view.y, from.y, to.y, size.height);
  camera.classList.toggle('halus', Boolean(smooth));
  camera.style.transform = `translate(${view.x}px, ${view.y}px) scale(${view.k})`;
  frame.classList.toggle('dekat', view.k > least() * 1.01);
}

function zoom(factor, point, smooth) {
  const k = Math.min(Math.max(view.k * factor, least()), largest());
  view.x = point.x - (point.x - view.x) * (k / view.k);
  view.y = point.y - (point.y - view.y) * (k / view.k);
  view.k = k;
  place(smooth);
}

function middle() {
  const box = picture.getBoundingClientRect();
  return at(box.left + box.width / 2, box.top + box.height / 2);
}

/* Bring a box into view, large enough to be read; what is in view already stays where it is. */
function approach(box, always) {
  const area = box.getBBox();
  const outer = picture.getBoundingClientRect();
  const spot = camera.getCTM().inverse().multiply(box.getCTM());
  const small = letter() * scale() * view.k < READABLE * 0.8;
  const seen = box.getBoundingClientRect();
  const inside = seen.left >= outer.left && seen.right <= outer.right && seen.top >= outer.top && seen.bottom <= outer.bottom - sheet();
  if (inside && !always) return;
  if (small) view.k = Math.min(READABLE / (letter() * scale()), largest());
  const to = at(outer.left + outer.width / 2, outer.top + (outer.height - sheet()) / 2);
  view.x = to.x - (spot.e + area.width / 2) * view.k;
  view.y = to.y - (spot.f + area.height / 2) * view.k;
  place(true);
}

/* How much of the frame the panel covers where it lies over it (narrow screens). */
function sheet() {
  const panel = $('#panel');
  return panel.hidden || getComputedStyle(panel).position !== 'absolute' ? 0 : panel.offsetHeight;
}

/* Letters of a strange font that would leave their box are set closer. */
function fit() {
  for (const text of $$('.kotak text', camera)) {
    const box = text.closest('.kotak').firstElementChild;
    const x = +text.getAttribute('x'), right = +box.getAttribute('width');
    const anchor = text.getAttribute('text-anchor');
    const room = anchor === 'middle' ? 2 * Math.min(x, right - x) : anchor === 'end' ? x : right - x;
    if (text.getComputedTextLength() > room) {
      text.setAttribute('textLength', room * 0.98);
      text.setAttribute('lengthAdjust', 'spacingAndGlyphs');
    }
  }
}

const pointers = new Map();
let dragged = false;

function gap() {
  const [one, two] = [...pointers.values()];
  return { length: Math.hypot(one.x - two.x, one.y - two.y) || 1, x: (one.x + two.x) / 2, y: (one.y + two.y) / 2 };
}

function moved(event) {
  const last = pointers.get(event.pointerId);
  if (!last) return;
  const before = pointers.size > 1 ? gap() : last;
  const start = at(before.x, before.y);
  const travelled = Math.hypot(event.clientX - last.from.x, event.clientY - last.from.y);
  if (pointers.size === 1 && !dragged && travelled < 5) return;
  if (!dragged) {
    dragged = true;
    frame.classList.add('seret');
    if (picture.hasPointerCapture && event.isTrusted) picture.setPointerCapture(event.pointerId);
  }
  pointers.set(event.pointerId, { x: event.clientX, y: event.clientY, from: last.from });
  const after = pointers.size > 1 ? gap() : pointers.get(event.pointerId);
  const end = at(after.x, after.y);
  view.x += end.x - start.x;
  view.y += end.y - start.y;
  if (pointers.size > 1) zoom(after.length / before.length, end);
  else place();
}

function released(event) {
  pointers.delete(event.pointerId);
  if (!pointers.size) frame.classList.remove('seret');
}

/* The first view: as high as the frame, the root in the middle; a wide tree goes on to its left and right. */
function begin() {
  const size = picture.viewBox.baseVal, box = picture.getBoundingClientRect();
  view.k = Math.min((box.height / scale()) / size.height, Math.max(1, READABLE / (letter() * scale())));
  const root = $('.kotak[data-n]', camera);
  const spot = root && camera.getCTM().inverse().multiply(root.getCTM());
  view.x = middle().x - (root ? spot.e + root.getBBox().width / 2 : size.width / 2) * view.k;
  view.y = Infinity;
  place();
}

if (picture) {
  place();
  begin();
  fit();
  new ResizeObserver(() => place()).observe(picture);
  picture.addEventListener('pointerdown', (event) => {
    if (event.button) return;
    if (!pointers.size) dragged = false;
    pointers.set(event.pointerId, { x: event.clientX, y: event.clientY, from: { x: event.clientX, y: event.clientY } });
  });
  picture.addEventListener('pointermove', moved);
  for (const name of ['pointerup', 'pointercancel', 'lostpointercapture']) picture.addEventListener(name, released);
  /* Who scrolls the page across the drawing goes on scrolling; who starts on the drawing zooms. */
  let scrolling = 0;
  addEventListener('wheel', (event) => {
    const now = event.timeStamp;
    const inside = frame.contains(event.target);
    const page = !event.ctrlKey && (!inside || now - scrolling < 250 || (view.k <= least() && event.deltaY > 0));
    if (page) {
      scrolling = now;
      return;
    }
    event.preventDefault();
    const lines = event.deltaMode ? 30 : 1;
    zoom(Math.exp(-Math.max(-240, Math.min(240, event.deltaY * lines)) * (event.ctrlKey ? 0.01 : 0.0022)), at(event.clientX, event.clientY));
  }, { passive: false });
  for (const button of $$('[data-zum]')) {
    button.addEventListener('click', () => {
      const step = +button.dataset.zum;
      if (step) return zoom(step > 0 ? 1.5 : 1 / 1.5, middle(), true);
      view.k = least();
      return place(true);
    });
  }
}
