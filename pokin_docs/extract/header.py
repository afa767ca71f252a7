"""Where a table starts and which column is which: headers by name and alias, wherever they stand."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cache

from pokin_docs.model.catalogue import proposal
from pokin_docs.model.findings import Catatan, Temuan
from pokin_docs.model.grid import Grid
from pokin_docs.model.jenjang import read_jenis_pk, read_komponen
from pokin_docs.model.source import CellRef, column_letters
from pokin_docs.model.teks import fold, nearest
from pokin_docs.model.workbook_spec import BilaHilang, Kolom, Lembar

KunciKolom = tuple[str, int | None]
"""Key of a column and, for a yearly column, its year."""

MAKS_BARIS_JUDUL = 200
"""Rows looked at for the header: title blocks of real workbooks end long before."""

_TAHUN = r"(20\d\d)"
_TANPA_KURUNG = re.compile(r"\([^)]*\)")

# The official Tahap 5 has no header over its last two columns: they are known by what stands in them.
_DARI_ISI: dict[str, Callable[[str], object | None]] = {"komponen": read_komponen, "jenis_pk": read_jenis_pk}
_BAGIAN_DIKENALI = 0.6


@dataclass(frozen=True)
class Kepala:
    """A header that was found: its row, and the grid column of each known column."""

    baris: int
    kolom: dict[KunciKolom, int]
    judul: dict[int, str] = field(default_factory=dict)

    def kunci(self) -> frozenset[str]:
        """Keys of the columns found, yearly ones once."""
        return frozenset(kunci for kunci, _ in self.kolom)


def find_header(grid: Grid, lembar: Lembar) -> tuple[Kepala | None, tuple[Temuan, ...]]:
    """The header of a sheet's table with the findings about it, or None when no row can be one."""
    catatan = Catatan()
    baris = _best_row(grid, lembar)
    if baris is None:
        catatan.catat("B12", CellRef(grid.judul), lembar=grid.judul, kolom=", ".join(_titles(lembar)[:6]))
        return None, tuple(catatan)
    kolom: dict[KunciKolom, int] = {}
    judul: dict[int, str] = {}
    for nomor in range(1, grid.kolom_akhir + 1):
        teks = grid.teks(baris, nomor)
        if not teks.strip():
            continue
        judul[nomor] = teks
        kunci = match_title(lembar, teks)
        if kunci is None:
            continue
        if kunci in kolom:
            lain = CellRef(grid.judul, baris, kolom[kunci])
            catatan.catat("B15", CellRef(grid.judul, baris, nomor), kolom=teks.strip(), lain=lain)
            continue
        kolom[kunci] = nomor
    for kunci_kolom, nomor in _from_values(grid, baris, lembar, kolom, judul):
        kolom[kunci_kolom] = nomor
        catatan.catat(
            "B16", CellRef(grid.judul, baris, nomor),
            huruf=column_letters(nomor), kolom=lembar.kolom_dengan(kunci_kolom[0]).judul,
        )  # fmt: skip
    kepala = Kepala(baris, kolom, judul)
    catatan.tambah(_missing(grid, lembar, kepala))
    return kepala, tuple(catatan)


def match_title(lembar: Lembar, teks: str) -> KunciKolom | None:
    """The column a header text names, with its year if it is a yearly one."""
    exact, yearly = _names(lembar)
    for key in dict.fromkeys((fold(teks), fold(_TANPA_KURUNG.sub(" ", teks)))):
        if key in exact:
            return exact[key], None
        for pola, kunci in yearly:
            if match := pola.fullmatch(key):
                return kunci, int(match.group(1))
    return None


@cache
def _names(lembar: Lembar) -> tuple[dict[str, str], tuple[tuple[re.Pattern[str], str], ...]]:
    """Folded names of the plain columns, and patterns of the yearly ones."""
    exact: dict[str, str] = {}
    yearly: list[tuple[re.Pattern[str], str]] = []
    for kolom in lembar.kolom:
        for nama in (kolom.judul, *kolom.alias):
            if kolom.per_tahun:
                yearly.append((re.compile(fold(nama.replace("{tahun}", "9999")).replace("9999", _TAHUN)), kolom.kunci))
            else:
                exact.setdefault(fold(nama), kolom.kunci)
    return exact, tuple(yearly)


def _titles(lembar: Lembar) -> list[str]:
    return [kolom.judul.replace("{tahun}", "2026") for kolom in lembar.kolom]


def _best_row(grid: Grid, lembar: Lembar) -> int | None:
    """The first row that names at least half as many columns as any does: a page break repeats the header below.

    One name is enough only for a narrow sheet.
    """
    scores: dict[int, set[str]] = {}
    for (baris, _), sel in sorted(grid.sel.items()):
        if baris > MAKS_BARIS_JUDUL:
            break
        kunci = match_title(lembar, sel.teks)
        if kunci:
            scores.setdefault(baris, set()).add(kunci[0])
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
        for nomor in range(1, grid.kolom_akhir + 1):
            if nomor in judul:
                continue
            texts = [
                sel.teks
                for (row, column), sel in grid.sel.items()
                if column == nomor and row > baris and sel.teks.strip()
            ]
            if texts and sum(read(text) is not None for text in texts) >= _BAGIAN_DIKENALI * len(texts):
                yield (calon, None), nomor
                break


def _missing(grid: Grid, lembar: Lembar, kepala: Kepala) -> Iterator[Temuan]:
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
