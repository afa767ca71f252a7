"""Where a table starts and which column is which: headers by name and alias, wherever they stand."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from pokin_docs.extract.grid import Grid
from pokin_docs.extract.layouts.column_titles import (
    Judul,
    KunciKolom,
    last_header_row,
    match_column,
    match_weak,
    titles,
)
from pokin_docs.extract.layouts.numbering import numbered_levels
from pokin_docs.extract.layouts.section_rows import find_sections
from pokin_docs.extract.layouts.sentence_rows import own_sentences
from pokin_docs.model.catalogue import proposal
from pokin_docs.model.findings import Catatan, Temuan
from pokin_docs.model.level_labels import PENOMORAN, names_a_component, read_label
from pokin_docs.model.levels import KomponenPerencanaan, read_jenis_pk, read_jenjang, read_komponen
from pokin_docs.model.programs import kind_of, split_codes
from pokin_docs.model.rows import Isian
from pokin_docs.model.source import CellRef, column_letters
from pokin_docs.model.texts import fold, is_slip, nearest
from pokin_docs.model.workbook_spec import BilaHilang, Kolom, Lembar

MAKS_BARIS_JUDUL = 200
"""Rows looked at for the header: title blocks of real workbooks end long before."""

# The official Tahap 5 has no header over its last two columns: they are known by what stands in them.
_DARI_ISI: dict[str, Callable[[str], object | None]] = {"komponen": read_label, "jenis_pk": read_jenis_pk}
_BAGIAN_DIKENALI = 0.6
_TABEL_KEDUA = 3
"""Titles that stand twice, all of them to the right, before they are those of a second table."""
_HURUF = re.compile(r"[^\W\d_]")
_TAHUN = re.compile(r"20\d\d")


@dataclass(frozen=True)
class Kepala:
    """A header that was found: its last row and its first, and the grid column of each known column."""

    baris: int
    kolom: dict[KunciKolom, int]
    judul: dict[int, str] = field(default_factory=dict)
    awal: int = 0
    tingkat: Mapping[int, Isian] = field(default_factory=dict)
    """What stands for Komponen in each row, where no column says it: its number, or the title over all sentences."""
    kalimat: Mapping[int, Isian] = field(default_factory=dict)
    """Sentences in rows of their own."""

    @property
    def semua_kolom(self) -> frozenset[int]:
        """Every column that holds a part of the table."""
        return frozenset(self.kolom.values())

    def kunci(self) -> frozenset[str]:
        """Keys of the columns found, yearly ones once."""
        return frozenset(kunci for kunci, _ in self.kolom)


def find_header(grid: Grid, lembar: Lembar) -> tuple[Kepala | None, tuple[Temuan, ...]]:
    """The header of a sheet's table with the findings about it, or None when no row can be one."""
    catatan = Catatan()
    awal = _best_row(grid, lembar)
    if awal is None:
        catatan.catat("B12", CellRef(grid.judul), lembar=grid.judul, kolom=", ".join(_titles(lembar)[:6]))
        return None, tuple(catatan)
    baris = last_header_row(grid, lembar, awal)
    kolom: dict[KunciKolom, int] = {}
    over = titles(grid, awal, baris)
    judul = {nomor: title.teks for nomor, title in over.items()}
    twice: list[tuple[str, CellRef, CellRef]] = []
    for nomor, title in over.items():
        kunci = match_column(lembar, title)
        if kunci is None:
            continue
        if kunci in kolom:
            kept, other = _filled_first(grid, baris, kolom[kunci], nomor)
            kolom[kunci] = kept
            twice.append((title.teks.strip(), CellRef(grid.judul, baris, kept), CellRef(grid.judul, baris, other)))
            continue
        kolom[kunci] = nomor
    _tell_twice(grid, twice, catatan)
    weak = {nomor: found for nomor, title in over.items() if (found := match_weak(lembar, title))}
    labels = _columns_of_labels(grid, baris, weak)
    for nomor in sorted(weak, key=lambda nomor: (nomor in labels, fold(over[nomor].teks) == "tujuan", nomor)):
        # "Tujuan" alone, or a title over "Tujuan 1", "Sasaran 1", is that of the sentences only where nothing else is.
        if weak[nomor] not in kolom and nomor not in kolom.values():
            kolom[weak[nomor]] = nomor
    for kunci_kolom, nomor in _from_values(grid, baris, lembar, kolom, judul):
        kolom[kunci_kolom] = nomor
        catatan.catat(
            "B16", CellRef(grid.judul, baris, nomor),
            huruf=column_letters(nomor), kolom=lembar.kolom_dengan(kunci_kolom[0]).judul,
        )  # fmt: skip
    kepala = Kepala(baris, kolom, judul, awal)
    if "komponen" in {spec.kunci for spec in lembar.kolom}:
        kepala = replace(kepala, kalimat=own_sentences(grid, awal, baris, kolom))
        if ("komponen", None) not in kolom:
            return _with_levels(grid, lembar, kepala, catatan)
    lacking = tuple(missing(grid, lembar, kepala))
    catatan.tambah(lacking)
    for finding in lacking:
        # A title with a slip stops the build; its column is read all the same, so that the rest is checked too.
        if finding.kode == "B13" and finding.tempat.kolom is not None:
            nama = dict(finding.rincian)["kolom"]
            kolom[next(spec.kunci for spec in lembar.kolom if spec.judul == nama), None] = finding.tempat.kolom
    return kepala, tuple(catatan)


def _with_levels(grid: Grid, lembar: Lembar, kepala: Kepala, catatan: Catatan) -> tuple[Kepala, tuple[Temuan, ...]]:
    """The header of a main table without Komponen, with what says the levels in its place (B42), if anything does."""
    baris, kolom, judul = kepala.baris, kepala.kolom, kepala.judul
    rows = [row for row in grid.kolom_terisi if row > baris]
    bagian = find_sections(grid, lembar, kolom, judul, rows)
    kinerja = kolom.get(("kinerja", None))
    sumber = _level_column(grid, kepala)
    if bagian.label and sumber == kinerja:
        sumber = None  # what names levels in that column are the label rows
    elsewhere = f"baris judul bagian ({bagian.contoh})" if bagian.label else _levels_elsewhere(grid, kepala)
    if elsewhere and sumber in (kolom.get(("kode", None)), kolom.get(("keterangan", None))):
        sumber = None  # read together with the other column that says levels
    tempat = CellRef(grid.judul, baris, sumber)
    lacking = {"Komponen"}
    if sumber is not None:
        kolom["komponen", None] = sumber
        elsewhere = f"kolom {column_letters(sumber)} «{judul[sumber].strip()}»"
    elif not elsewhere and kepala.kalimat:
        first = next(iter(kepala.kalimat.values()))
        elsewhere = f"kalimat di baris tersendiri, seperti «{first.bersih[:40]} …»"
        lacking.add("Kinerja")
        if kinerja and read_komponen(judul.get(kinerja, "")):  # "Tujuan: …" above the rows of a column "Sasaran"
            title = Isian(judul[kinerja].strip(), CellRef(grid.judul, baris, kinerja))
            kepala = replace(kepala, tingkat=dict.fromkeys(rows, title))
    elif not elsewhere and kinerja and (levels := numbered_levels(grid, kinerja, rows)):
        nomor = next(iter(levels.values())).asal.kolom or kinerja
        tempat = CellRef(grid.judul, baris, nomor)
        elsewhere = f"{PENOMORAN} {column_letters(nomor)}"
        kepala = replace(kepala, tingkat=levels)
    elif not elsewhere and kinerja and _is_label_of_all(judul.get(kinerja, "")):
        tempat = CellRef(grid.judul, baris, kinerja)
        elsewhere = f"judul kolom «{judul[kinerja].strip()}»"
        kepala = replace(kepala, tingkat=dict.fromkeys(rows, Isian(judul[kinerja].strip(), tempat)))
    if elsewhere:
        catatan.catat("B42", tempat, lembar=grid.judul, sumber=elsewhere)
    else:
        lacking.clear()
    kinds = {"B13": lacking, "B14": lacking - {"Komponen"}}
    catatan.tambah(
        finding
        for finding in missing(grid, lembar, kepala)
        if not any(dict(finding.rincian)["kolom"].startswith(name) for name in kinds.get(finding.kode, ()))
    )
    return kepala, tuple(catatan)


def _is_label_of_all(judul: str) -> bool:
    """Whether the title over the sentences says their level; "Sasaran" stands over sentences of every level."""
    return read_komponen(judul) is not None and fold(judul) not in ("sasaran", "tujuan")


def _columns_of_labels(grid: Grid, baris: int, weak: Mapping[int, KunciKolom]) -> frozenset[int]:
    """Which of several columns that may hold the sentences hold the names of levels."""
    places = [nomor for nomor, kunci in weak.items() if kunci == ("kinerja", None)]
    if len(places) < 2:
        return frozenset()
    below = [row for row in grid.kolom_terisi if row > baris]
    texts = {nomor: [text for row in below if (text := grid.teks(row, nomor)).strip()] for nomor in places}
    return frozenset(
        nomor
        for nomor, own in texts.items()
        if own and sum(read_komponen(text) is not None for text in own) >= _BAGIAN_DIKENALI * len(own)
    )


def _tell_twice(grid: Grid, twice: list[tuple[str, CellRef, CellRef]], catatan: Catatan) -> None:
    """Say which titles stand twice: B15 each, or B47 once where a whole second table stands to the right."""
    filled = {column for row, column in grid.sel if twice and row > (twice[0][1].baris or 0)}
    last = max((kept.kolom or 0 for _, kept, _ in twice), default=0)
    beside = [other for _, _, other in twice if other.kolom in filled and (other.kolom or 0) > last]
    if len(beside) == len(twice) >= _TABEL_KEDUA:
        kolom = ", ".join(judul for judul, _, _ in twice)
        catatan.catat("B47", twice[0][2], kolom=kolom, lembar=grid.judul)
        return
    for judul, kept, other in twice:
        catatan.catat("B15", other, kolom=judul, lain=kept)


def _filled_first(grid: Grid, baris: int, one: int, other: int) -> tuple[int, int]:
    """Two columns of one title: first that with values below it, so that an empty one does not hide them."""
    filled = {column for row, column in grid.sel if row > baris}
    return (other, one) if one not in filled and other in filled else (one, other)


def _texts(grid: Grid, kepala: Kepala) -> dict[int, list[str]]:
    """The values below the header by column."""
    found: dict[int, list[str]] = {}
    for (baris, nomor), sel in grid.sel.items():
        if baris > kepala.baris and sel.teks.strip():
            found.setdefault(nomor, []).append(sel.teks)
    return found


def _level_column(grid: Grid, kepala: Kepala) -> int | None:
    """The column whose values name levels, whatever its title: "Eselon", "Penanggung Jawab"."""
    taken = {nomor for (kunci, _), nomor in kepala.kolom.items() if kunci not in ("pemilik", "keterangan", "kode")}
    kinerja = kepala.kolom.get(("kinerja", None), 0)
    taken.discard(kinerja)  # looked at last: "Tujuan: Terwujudnya …", "1.05.02 PROGRAM …" in the one column of texts
    best: tuple[int, bool, int] | None = None
    for nomor, texts in sorted(_texts(grid, kepala).items(), key=lambda item: (item[0] == kinerja, item[0])):
        found = [read_label(text) for text in texts]
        known = [label for label in found if label is not None]
        # One level in all rows says what the column is about, not where a row stands.
        if nomor in taken or nomor not in kepala.judul or len(set(known)) < 2:
            continue
        if len(known) >= _BAGIAN_DIKENALI * len(texts):
            # "Program Penunjang" beside "Sekretaris": the component says the level itself, the post through its ladder.
            component = any(isinstance(label, KomponenPerencanaan) for label in known)
            if best is None or (len(known), component) > best[:2]:
                best = (len(known), component, nomor)
    return best[2] if best else None


def _levels_elsewhere(grid: Grid, kepala: Kepala) -> str:
    """What says the levels of most rows if Komponen does not, or nothing."""
    texts = _texts(grid, kepala)
    readers = {"keterangan": read_jenjang, "jenis_pk": read_jenis_pk}
    for kunci, read in readers.items():
        values = texts.get(kepala.kolom.get((kunci, None), 0), [])
        if values and sum(read(text) is not None for text in values) >= _BAGIAN_DIKENALI * len(values):
            return "kolom Kode, Keterangan, dan Jenis PK"
    return ""


def _names_components(grid: Grid, kepala: Kepala) -> bool:
    """Whether the rows of a table without Kinerja are programs, kegiatan and sub kegiatan, each with its indicators."""
    komponen, kode = (kepala.kolom.get((kunci, None), 0) for kunci in ("komponen", "kode"))
    if not komponen or "indikator" not in kepala.kunci():
        return False
    texts = [
        (text, grid.teks(baris, kode))
        for baris in grid.kolom_terisi
        if baris > kepala.baris and (text := grid.teks(baris, komponen)).strip()
    ]
    named = sum(
        names_a_component(text) or (read_label(text) is None and any(map(kind_of, split_codes(code))))
        for text, code in texts
    )
    return bool(texts) and 2 * named >= len(texts)


def _titles(lembar: Lembar) -> list[str]:
    return [kolom.judul.replace("{tahun}", "2026") for kolom in lembar.kolom]


def _best_row(grid: Grid, lembar: Lembar) -> int | None:
    """The first row that names at least half as many columns as any does: a page break repeats the header below.

    One name is enough only for a narrow sheet.
    """
    scores: dict[int, set[str]] = {}
    for baris in (row for row in grid.kolom_terisi if row <= MAKS_BARIS_JUDUL):
        texts = (grid.teks(baris, nomor) for nomor in grid.kolom_terisi[baris])
        cells = (Judul((teks,)) for teks in texts if _HURUF.search(teks))
        if not any(match_column(lembar, cell) or match_weak(lembar, cell) for cell in cells):
            continue  # a row of data, as nearly all are: no need to look what stands below it
        over = titles(grid, baris, last_header_row(grid, lembar, baris)).values()
        named = [match_column(lembar, title) or match_weak(lembar, title) for title in over]
        scores[baris] = {kunci[0] for kunci in named if kunci}
    scores = {baris: names for baris, names in scores.items() if names}
    if not scores:
        return None
    most = max(len(names) for names in scores.values())
    best = min(baris for baris, names in scores.items() if 2 * len(names) >= most and (len(names) > 1 or most == 1))
    needed = {kolom.kunci for kolom in lembar.kolom if kolom.bila_hilang is BilaHilang.GALAT}
    return best if len(scores[best]) >= 2 or (len(needed) == 1 and needed <= scores[best]) else None


def _from_values(
    grid: Grid, baris: int, lembar: Lembar, kolom: dict[KunciKolom, int], judul: dict[int, str]
) -> Iterator[tuple[KunciKolom, int]]:
    """The columns without header that are recognised by their values."""
    known = {kunci for kunci, _ in kolom}
    for calon, read in _DARI_ISI.items():
        if calon in known or calon not in {spec.kunci for spec in lembar.kolom}:
            continue
        for nomor, texts in sorted(_texts(grid, Kepala(baris, kolom)).items()):
            if nomor in judul:
                continue
            if calon == "komponen" and all(read_jenis_pk(text) for text in texts):
                continue  # "PK JPT" says a level too, but is not its name
            if sum(read(text) is not None for text in texts) >= _BAGIAN_DIKENALI * len(texts):
                yield (calon, None), nomor
                break


def missing(grid: Grid, lembar: Lembar, kepala: Kepala) -> Iterator[Temuan]:
    """One finding for each column that is missing and matters, pointing at the header that was probably meant."""
    catatan = Catatan()
    dikenal = set(kepala.kolom.values())
    lain = {teks: nomor for nomor, teks in kepala.judul.items() if nomor not in dikenal}
    for kolom in lembar.kolom:
        if kolom.kunci in kepala.kunci():
            continue
        salah = next((teks for teks in lain if _is_misspelt(teks, kolom)), None)
        place = CellRef(grid.judul, kepala.baris, lain[salah]) if salah else CellRef(grid.judul, kepala.baris)
        nama = kolom.judul.replace(" {tahun}", " (per tahun)")
        usul = f" Sel {place.alamat} bertuliskan «{salah.strip()}»: mungkin itu maksudnya." if salah else ""
        if salah and kolom.per_tahun and not _TAHUN.search(salah):
            nama = kolom.judul.replace("{tahun}", "2026")
            usul = f" Sel {place.alamat} bertuliskan «{salah.strip()}» tanpa tahun, jadi tidak dibaca."
        if kolom.bila_hilang is BilaHilang.GALAT and not (kolom.kunci == "kinerja" and _names_components(grid, kepala)):
            catatan.catat("B13", place, kolom=nama, lembar=grid.judul, usul=usul)
        elif kolom.bila_hilang in (BilaHilang.GALAT, BilaHilang.TANDA):
            catatan.catat("B14", place, kolom=nama, lembar=grid.judul, usul=usul)
        elif salah:
            catatan.catat("B32", place, teks=salah.strip(), usul=proposal(kolom.judul))
        if salah:
            del lain[salah]  # "TW l" stands for one quarter only
    for kolom in (kolom for kolom in lembar.kolom if kolom.per_tahun and kolom.kunci in kepala.kunci()):
        for teks, nomor in lain.items():
            year = _TAHUN.search(teks)
            if year and (kolom.kunci, int(year.group())) not in kepala.kolom and _is_misspelt(teks, kolom):
                usul = proposal(kolom.judul.format(tahun=year.group()))
                catatan.catat("B32", CellRef(grid.judul, kepala.baris, nomor), teks=teks.strip(), usul=usul)
    yield from catatan


def _is_misspelt(teks: str, kolom: Kolom) -> bool:
    """Whether an unknown header is probably meant for a column: near to one of its names, the year aside."""
    plain = _TAHUN.sub("", teks)
    names = [nama.replace("{tahun}", "").strip() for nama in (kolom.judul, *kolom.alias)]
    if kolom.per_tahun != (plain != teks):
        return kolom.per_tahun and fold(teks) in map(fold, names)  # "Target", and no year
    return nearest(plain, names, cutoff=0.8) is not None or any(is_slip(plain, nama) for nama in names)
