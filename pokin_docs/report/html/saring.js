/* Filters of the findings and of the officials. */
const filter = $('#saring-temuan');
const FIRST = 20; /* causes shown at once: the page stays one to be looked through */
let limit = FIRST;

function sift() {
  const rows = $$('#daftar-temuan tbody tr');
  const grades = $$('[aria-pressed="true"]', filter).map((chip) => chip.dataset.tingkat);
  const { lembar, kode, teks } = filter.elements;
  const words = fold(teks.value).split(' ').filter(Boolean);
  let count = 0, found = 0;
  for (const row of rows) {
    const text = fold(row.textContent);
    const fits = (!grades.length || grades.includes(row.className))
      && (lembar.value === '*' || row.parentElement.dataset.l === lembar.value)
      && (kode.value === '*' || row.cells[1].textContent === kode.value)
      && words.every((word) => text.includes(word));
    count += fits;
    found += fits && +(row.dataset.n || 1);
    row.hidden = !fits || count > limit;
  }
  const more = $('#semua-temuan');
  more.hidden = count <= limit;
  more.textContent = `Tampilkan ${count - limit} sebab lagi`;
  $('#jumlah-temuan').textContent = `${count === rows.length ? count : `${count} dari ${rows.length}`} sebab, ${found} temuan`;
  $('#temuan .hampa').hidden = count > 0;
}

if (filter) {
  $('#semua-temuan').addEventListener('click', () => {
    limit = Infinity;
    sift();
  });
  filter.addEventListener('input', sift);
  filter.addEventListener('submit', (event) => event.preventDefault());
  filter.addEventListener('reset', () => {
    for (const chip of $$('[aria-pressed]', filter)) chip.setAttribute('aria-pressed', 'false');
    setTimeout(sift);
  });
  sift();
  for (const chip of $$('[data-tingkat]', filter)) {
    chip.addEventListener('click', () => {
      chip.setAttribute('aria-pressed', String(chip.getAttribute('aria-pressed') !== 'true'));
      sift();
    });
  }
}

const who = $('#saring-pejabat');
if (who) {
  who.addEventListener('submit', (event) => event.preventDefault());
  who.addEventListener('input', () => {
    const words = fold(who.elements.teks.value).split(' ').filter(Boolean);
    const people = $$('.para-pejabat > details');
    let count = 0;
    for (const person of people) {
      const text = fold(person.textContent);
      person.hidden = !words.every((word) => text.includes(word));
      count += !person.hidden;
    }
    $('#jumlah-pejabat').textContent = words.length ? `${count} dari ${people.length} pejabat` : '';
  });
}
