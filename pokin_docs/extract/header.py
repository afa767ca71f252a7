"""Where a table starts and which column is which: headers by name and alias, wherever they stand."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from pokin_docs.model.catalogue import proposal
from pokin_docs.model.findings import Catatan, Temuan
from pokin_docs.model.grid import Grid
from pokin_docs.model.jenjang import read_jenis_pk, read_jenjang
from pokin_docs.model.judul import Judul, KunciKolom, last_header_row, match_column, match_weak, titles
from pokin_docs.model.source import CellRef, column_letters
from pokin_docs.model.tangga import read_label
from pokin_docs.model.teks import nearest
from pokin_docs.model.workbook_spec import BilaHilang, Kolom, Lembar

MAKS_BARIS_JUDUL = 200
"""Rows looked at for the header: title blocks of real workbooks end long before."""

# The official Tahap 5 has no header over its last two columns: they are known by what stands in them.
_DARI_ISI: dict[str, Callable[[str], object | None]] = {"komponen": read_label, "jenis_pk": read_jenis_pk}
_BAGIAN_DIKENALI = 0.6


@dataclass(frozen=True)
class Kepala:
    """A header that was found: its last row and its first, and the grid column of each known column."""

    baris: int
    kolom: dict[KunciKolom, int]
    judul: dict[int, str] = field(default_factory=dict)
    awal: int = 0

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
    for nomor, title in over.items():
        kunci = match_column(lembar, title)
        if kunci is None:
            continue
        if kunci in kolom:
            lain = CellRef(grid.judul, baris, kolom[kunci])
            catatan.catat("B15", CellRef(grid.judul, baris, nomor), kolom=title.teks.strip(), lain=lain)
            continue
        kolom[kunci] = nomor
    for nomor, title in over.items():
        weak = match_weak(lembar, title)
        if weak is not None and weak not in kolom and nomor not in kolom.values():
            kolom[weak] = nomor
    for kunci_kolom, nomor in _from_values(grid, baris, lembar, kolom, judul):
        kolom[kunci_kolom] = nomor
        catatan.catat(
            "B16", CellRef(grid.judul, baris, nomor),
            huruf=column_letters(nomor), kolom=lembar.kolom_dengan(kunci_kolom[0]).judul,
        )  # fmt: skip
    kepala = Kepala(baris, kolom, judul, awal)
    if ("komponen", None) not in kolom and "komponen" in {spec.kunci for spec in lembar.kolom}:
        sumber = _level_column(grid, kepala)
        if sumber is not None:
            kolom["komponen", None] = sumber
            tempat = CellRef(grid.judul, baris, sumber)
            catatan.catat(
                "B42", tempat, lembar=grid.judul, sumber=f"{column_letters(sumber)} «{judul[sumber].strip()}»"
            )
        elif _levels_elsewhere(grid, kepala):
            catatan.catat("B42", CellRef(grid.judul, baris), lembar=grid.judul, sumber="Kode, Keterangan, dan Jenis PK")
            catatan.tambah(finding for finding in missing(grid, lembar, kepala) if not _is_of(finding, "Komponen"))
            return kepala, tuple(catatan)
    catatan.tambah(missing(grid, lembar, kepala))
    return kepala, tuple(catatan)


def _is_of(finding: Temuan, kolom: str) -> bool:
    return finding.kode == "B13" and dict(finding.rincian)["kolom"].startswith(kolom)


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
    for nomor, texts in sorted(_texts(grid, kepala).items(), key=lambda item: (item[0] == kinerja, item[0])):
        found = [read_label(text) for text in texts]
        known = [label for label in found if label is not None]
        # One level in all rows says what the column is about, not where a row stands.
        if nomor in taken or nomor not in kepala.judul or len(set(known)) < 2:
            continue
        if len(known) >= _BAGIAN_DIKENALI * len(texts):
            return nomor
    return None


def _levels_elsewhere(grid: Grid, kepala: Kepala) -> bool:
    """Whether Keterangan and Jenis PK say the levels of most rows."""
    texts = _texts(grid, kepala)
    readers = {"keterangan": read_jenjang, "jenis_pk": read_jenis_pk}
    for kunci, read in readers.items():
        values = texts.get(kepala.kolom.get((kunci, None), 0), [])
        if values and sum(read(text) is not None for text in values) >= _BAGIAN_DIKENALI * len(values):
            return True
    return False


def _titles(lembar: Lembar) -> list[str]:
    return [kolom.judul.replace("{tahun}", "2026") for kolom in lembar.kolom]


def _best_row(grid: Grid, lembar: Lembar) -> int | None:
    """The first row that names at least half as many columns as any does: a page break repeats the header below.

    One name is enough only for a narrow sheet.
    """
    scores: dict[int, set[str]] = {}
    for baris in (row for row in grid.kolom_terisi if row <= MAKS_BARIS_JUDUL):
        cells = (Judul((teks,)) for nomor in grid.kolom_terisi[baris] if (teks := grid.teks(baris, nomor)).strip())
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
        salah = _misspelt(kolom, lain)
        place = CellRef(grid.judul, kepala.baris, lain[salah]) if salah else CellRef(grid.judul, kepala.baris)
        nama = kolom.judul.replace(" {tahun}", " (per tahun)")
        usul = f" Sel {place.alamat} bertuliskan «{salah.strip()}»: mungkin itu maksudnya." if salah else ""
        if kolom.bila_hilang is BilaHilang.GALAT:
            catatan.catat("B13", place, kolom=nama, lembar=grid.judul, usul=usul)
        elif kolom.bila_hilang is BilaHilang.TANDA:
            catatan.catat("B14", place, kolom=nama, lembar=grid.judul, usul=usul)
        elif salah:
            catatan.catat("B32", place, teks=salah.strip(), usul=proposal(kolom.judul))
    yield from catatan


def _misspelt(kolom: Kolom, lain: dict[str, int]) -> str | None:
    """The unknown header that is nearest to a missing column's names."""
    for teks in lain:
        if nearest(re.sub(r"20\d\d", "{tahun}", teks), (kolom.judul, *kolom.alias), cutoff=0.8):
            return teks
    return None
