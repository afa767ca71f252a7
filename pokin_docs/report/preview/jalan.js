const ROMAWI = [[1000, 'm'], [900, 'cm'], [500, 'd'], [400, 'cd'], [100, 'c'], [90, 'xc'], [50, 'l'], [40, 'xl'], [10, 'x'], [9, 'ix'], [5, 'v'], [4, 'iv'], [1, 'i']];

function nomor(nilai, bentuk) {
  if (nilai > 0 && /Roman$/.test(bentuk)) {
    let text = '', rest = nilai;
    for (const [worth, letters] of ROMAWI) for (; rest >= worth; rest -= worth) text += letters;
    return bentuk === 'upperRoman' ? text.toUpperCase() : text;
  }
  if (nilai > 0 && /Letter$/.test(bentuk)) {
    const letter = String.fromCharCode(97 + ((nilai - 1) % 26)).repeat(Math.ceil(nilai / 26));
    return bentuk === 'upperLetter' ? letter.toUpperCase() : letter;
  }
  return bentuk === 'numberInDash' ? `- ${nilai} -` : String(nilai);
}

async function mulai() {
  await Promise.all([...document.images].map((image) => image.decode().catch(() => null)));
  const lembar = [...main.children];
  lembar.forEach((sheet) => tabulasi(anak(sheet, '.isi')));
  const semua = [];
  let berikut = 1;
  for (const sheet of lembar) {
    const awal = sheet.dataset.mulai === undefined ? berikut : Number(sheet.dataset.mulai);
    const pages = bagi(sheet, awal);
    berikut = awal + pages.length;
    pages.forEach((page) => { page.dataset.bagian = pages.length; });
    semua.push(...pages);
  }
  semua.forEach((page, index) => {
    const nilai = { halaman: nomor(Number(page.dataset.halaman), page.dataset.bentuk), jumlah: semua.length, 'jumlah-bagian': page.dataset.bagian };
    for (const place of page.querySelectorAll('[data-nomor]')) place.textContent = nilai[place.dataset.nomor];
    page.setAttribute('aria-label', `Halaman ${index + 1} dari ${semua.length}`);
    for (const part of page.children) if (!part.matches('.isi')) tabulasi(part);
  });
  // Each page for itself: a large one among them must not make the others small.
  const lebar = semua.map((page) => page.offsetWidth);
  const muatkan = () => {
    const ruang = document.documentElement.clientWidth;
    semua.forEach((page, index) => { page.style.zoom = Math.min(1, ruang / lebar[index]); });
  };
  addEventListener('resize', muatkan);
  muatkan();
  const tombol = document.querySelector('#cetak');
  tombol.hidden = false;
  tombol.addEventListener('click', () => print());
  document.documentElement.dataset.siap = semua.length;
}
mulai();
