// Pages: the blocks of a section are laid on sheets of its paper one after the other, parted where a sheet is full.
const LONGGAR = 0.75;

function bagi(lembar, awal) {
  const sumber = anak(lembar, '.isi');
  const blok = [...sumber.children];
  const halaman = [];
  let isi, batas;

  const tepi = (nama, nomor) => {
    const ada = (untuk) => [...lembar.children].find((part) => part.matches(`.${nama}[data-untuk=${untuk}]`));
    const dipilih = (!halaman.length && ada('first')) || (nomor % 2 === 0 && ada('even')) || ada('default');
    const salinan = dipilih.cloneNode(true);
    salinan.hidden = false;
    return salinan;
  };
  const buka = () => {
    const lembarBaru = lembar.cloneNode(false);
    const nomor = awal + halaman.length;
    isi = sumber.cloneNode(false);
    lembarBaru.append(tepi('kop', nomor), isi, tepi('kaki', nomor));
    lembarBaru.classList.add('penuh');
    lembarBaru.dataset.halaman = nomor;
    lembar.before(lembarBaru);
    lembarBaru.style.height = getComputedStyle(lembarBaru).minHeight;
    halaman.push(lembarBaru);
    batas = kotak(isi).bottom;
  };
  const bawah = (el) => (el.matches('.p') ? kakiHuruf(el).bawah : kotak(el).bottom);
  const muat = (el) => bawah(el) <= batas + LONGGAR;
  const ikut = (el) => el.matches('.ikut') || (el.matches('table') && el.rows.length && el.rows[el.rows.length - 1].matches('.ikut'));

  const letakkan = (el) => {
    isi.append(el);
    if (muat(el)) return;
    const sisa = el.matches('table') ? potongTabel(el, batas + LONGGAR) : el.matches('.p') ? potongParagraf(el, batas + LONGGAR) : null;
    if (sisa) {
      buka();
      letakkan(sisa);
    } else pindahkan(el);
  };
  const pindahkan = (el) => {
    let rangkai = [el];
    let prev = el.previousElementSibling;
    while (prev && ikut(prev)) {
      rangkai.unshift(prev);
      prev = prev.previousElementSibling;
    }
    if (!prev) {
      rangkai = [el];
      if (!el.previousElementSibling) {
        // Larger than a sheet, and cannot be parted: the sheet grows.
        const lembarIni = halaman[halaman.length - 1];
        lembarIni.classList.remove('penuh');
        lembarIni.style.height = '';
        batas = kotak(isi).bottom;
        return;
      }
    }
    buka();
    rangkai[0].classList.add('puncak');
    rangkai.forEach(letakkan);
  };

  buka();
  for (const el of blok) {
    if (el.matches('.ganti')) {
      if (isi.children.length) buka();
    } else letakkan(el);
  }
  lembar.remove();
  return halaman;
}

// The rest of a table from the first row that no longer fits; its head is repeated, merged cells go on empty.
function potongTabel(tabel, batas) {
  const baris = [...tabel.tBodies[0].rows];
  const penuh = baris.findIndex((row) => kotak(row).bottom > batas);
  let mulai = penuh;
  for (let dulu = -1; mulai > 0 && mulai !== dulu; ) {
    dulu = mulai;
    while (mulai > 0 && baris[mulai - 1].matches('.ikut')) mulai -= 1;
    mulai = Math.min(mulai, ...terlampauPanjang(baris, mulai, batas));
  }
  if (mulai <= 0 && !tabel.previousElementSibling) mulai = Math.max(penuh, 1);
  if (mulai <= 0 || mulai >= baris.length) return null;
  const sisa = tabel.cloneNode(false);
  for (const part of tabel.children) {
    if (part.matches('colgroup')) sisa.append(part.cloneNode(true));
    if (part.matches('thead')) sisa.append(ulang(part.cloneNode(true)));
  }
  const terus = terpotong(baris, mulai);
  const badan = tabel.tBodies[0].cloneNode(false);
  badan.append(...baris.slice(mulai));
  sisa.append(badan);
  for (const [sel, kolom, lebih] of terus) {
    const sambungan = ulang(sel.cloneNode(false));
    sambungan.rowSpan = lebih;
    sel.rowSpan -= lebih;
    const sesudah = [...baris[mulai].cells].find((cell) => Number(cell.dataset.kolom) > kolom);
    sambungan.dataset.kolom = kolom;
    baris[mulai].insertBefore(sambungan, sesudah || null);
  }
  return sisa;
}

// The rows in which a cell begins that reaches over row `mulai` and says more than there is room for above `batas`.
function terlampauPanjang(baris, mulai, batas) {
  return terpotong(baris, mulai)
    .filter(([sel]) => kotak(sel).top + tinggiIsi(sel) > batas)
    .map(([sel]) => baris.indexOf(sel.parentElement));
}

// How much room a cell needs for what it says, from its upper edge on.
function tinggiIsi(sel) {
  const range = document.createRange();
  range.selectNodeContents(sel);
  const style = getComputedStyle(sel);
  return kotak(range).height + parseFloat(style.paddingTop) + parseFloat(style.paddingBottom);
}

function ulang(el) {
  el.dataset.ulang = '';
  el.setAttribute('aria-hidden', 'true');
  for (const named of el.querySelectorAll('[id]')) named.removeAttribute('id');
  return el;
}

// The cells that reach over row `mulai`: each with its column and by how many rows.
function terpotong(baris, mulai) {
  const terisi = baris.map(() => new Set());
  const lewat = [];
  baris.forEach((row, index) => {
    let kolom = 0;
    for (const cell of row.cells) {
      while (terisi[index].has(kolom)) kolom += 1;
      cell.dataset.kolom = kolom;
      for (let y = index; y < Math.min(index + cell.rowSpan, baris.length); y += 1) {
        for (let x = kolom; x < kolom + cell.colSpan; x += 1) terisi[y].add(x);
      }
      const lebih = index + cell.rowSpan - mulai;
      if (index < mulai && lebih > 0) lewat.push([cell, kolom, lebih]);
      kolom += cell.colSpan;
    }
  });
  return lewat;
}

// Where a paragraph ends for the page: below its last line there may hang its space and what its line is higher than letters.
function kakiHuruf(p) {
  const style = getComputedStyle(p);
  const bottom = kotak(p).bottom - parseFloat(style.paddingBottom) - parseFloat(style.borderBottomWidth);
  const range = document.createRange();
  range.selectNodeContents(p);
  const huruf = Math.max(...[...range.getClientRects()].map((box) => box.bottom));
  const sela = Number.isFinite(huruf) ? Math.max(0, bottom - huruf) : 0;
  return { sela, bawah: bottom - 2 * sela };
}

// The rest of a paragraph from the first line that no longer fits; two lines at least stay together on either side.
function potongParagraf(p, batas) {
  if (p.matches('.utuh') || p.querySelector('.kotak, table')) return null;
  const seluruh = document.createRange();
  seluruh.selectNodeContents(p);
  const garis = [];
  for (const box of [...seluruh.getClientRects()].filter((entry) => entry.height).sort((a, b) => a.top - b.top)) {
    const last = garis[garis.length - 1];
    if (last && box.top < last.bottom - 2) last.bottom = Math.max(last.bottom, box.bottom);
    else garis.push({ top: box.top, bottom: box.bottom });
  }
  const { sela } = kakiHuruf(p);
  let muat = garis.filter((line) => line.bottom - sela <= batas).length;
  muat = Math.min(muat, garis.length - 2);
  if (muat < 2) return null;
  const tempat = hurufPertama(p, garis[muat].top - 2);
  if (!tempat) return null;
  const range = document.createRange();
  range.setStart(...tempat);
  range.setEndAfter(p.lastChild);
  const sisa = p.cloneNode(false);
  sisa.append(range.extractContents());
  sisa.classList.add('lanjut');
  for (const kind of ['role', 'aria-level']) sisa.removeAttribute(kind);
  p.classList.add('terpotong');
  if (getComputedStyle(p).textAlign === 'justify') p.classList.add('rata');
  return sisa;
}

// The first character that stands at or below a height: its node and offset.
function hurufPertama(p, atas) {
  const range = document.createRange();
  const walker = document.createTreeWalker(p, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const di = (offset) => {
      range.setStart(node, offset);
      range.setEnd(node, offset + 1);
      const boxes = range.getClientRects();
      return boxes.length ? boxes[boxes.length - 1].top : -Infinity;
    };
    range.selectNodeContents(node);
    const boxes = [...range.getClientRects()];
    if (!boxes.length || Math.max(...boxes.map((box) => box.top)) < atas) continue;
    let low = 0, high = node.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (di(middle) >= atas) high = middle; else low = middle + 1;
    }
    return [node, low];
  }
  return null;
}
