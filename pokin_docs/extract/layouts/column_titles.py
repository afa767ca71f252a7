"""Titles of columns: which column one names, and how titles of several rows stand over one column."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from pokin_docs.extract.grid import Grid
from pokin_docs.model.texts import fold
from pokin_docs.model.workbook_spec import Lembar

KunciKolom = tuple[str, int | None]
"""Key of a column and, for a yearly column, its year."""

MAKS_TINGKAT_JUDUL = 4
"""Rows that one header has at most, a title of the table above it included."""

_TAHUN = r"(20\d\d)"
_TAHUN_SAJA = re.compile(r"(?:tahun|thn|th|ta)? ?(20\d\d)")
_TANPA_KURUNG = re.compile(r"\([^)]*\)")


@dataclass(frozen=True, slots=True)
class Judul:
    """What stands over one column: the parts of its title from the top down."""

    bagian: tuple[str, ...]

    @property
    def teks(self) -> str:
        """The whole title: ``Target 2026``."""
        return " ".join(self.bagian)

    @property
    def bawah(self) -> str:
        """The part nearest to the data."""
        return self.bagian[-1]

    def bacaan(self) -> Iterator[str]:
        """The ways to read it, the fullest first; years stand above or below what they are years of."""
        for start in range(len(self.bagian)):
            yield " ".join(self.bagian[start:])
        if len(self.bagian) > 1:
            yield " ".join(self.bagian[::-1])
            yield " ".join(self.bagian[-2:][::-1])


def match_column(lembar: Lembar, judul: Judul) -> KunciKolom | None:
    """The column that a title of one or more rows names."""
    found = next((kunci for teks in judul.bacaan() if (kunci := match_title(lembar, teks))), None)
    if found is None and (yearly := [kolom for kolom in lembar.kolom if kolom.per_tahun]):
        # "Target Kinerja pada Tahun" over "2026": the year, and what it is the year of, each in a cell.
        year = next((match for part in judul.bagian if (match := _TAHUN_SAJA.fullmatch(fold(part)))), None)
        others = [fold(part) for part in judul.bagian if not _TAHUN_SAJA.fullmatch(fold(part))]
        names = [fold(nama).split()[0] for nama in (yearly[0].judul, *yearly[0].alias)]
        if year and (not others or any(other.split()[:1] == [name] for other in others[-1:] for name in names)):
            return yearly[0].kunci, int(year.group(1))
    return found


@lru_cache(maxsize=8_192)  # the search for a header asks for the same cell with each row it may begin with
def match_title(lembar: Lembar, teks: str) -> KunciKolom | None:
    """The column a header text names, with its year if it is a yearly one."""
    exact, yearly = _names(lembar)
    for key in dict.fromkeys((fold(teks), fold(_TANPA_KURUNG.sub(" ", teks)))):
        if key in exact:
            return exact[key], None
        for pola, kunci in yearly:
            if match := pola.fullmatch(key):
                return kunci, int(match.group(1))
    return next(((kunci, None) for pola, kunci in _open_names(lembar) if pola.fullmatch(fold(teks))), None)


def match_weak(lembar: Lembar, judul: Judul) -> KunciKolom | None:
    """The column a title may name where no other column has that name: ``Sasaran`` for Kinerja."""
    names = _weak_names(lembar)
    for teks in judul.bacaan():
        for key in (fold(teks), fold(_TANPA_KURUNG.sub(" ", teks))):
            if key in names:
                return names[key], None
    return None


@cache
def _weak_names(lembar: Lembar) -> dict[str, str]:
    return {fold(nama): kolom.kunci for kolom in lembar.kolom for nama in kolom.alias_lemah}


@cache
def _names(lembar: Lembar) -> tuple[dict[str, str], tuple[tuple[re.Pattern[str], str], ...]]:
    """Folded names of the plain columns, and patterns of the yearly ones."""
    exact: dict[str, str] = {}
    yearly: list[tuple[re.Pattern[str], str]] = []
    for kolom in lembar.kolom:
        for nama in (kolom.judul, *kolom.alias):
            if "{outcome}" in nama:
                continue  # _open_names
            if kolom.per_tahun:
                yearly.append((re.compile(fold(nama.replace("{tahun}", "9999")).replace("9999", _TAHUN)), kolom.kunci))
            else:
                exact.setdefault(fold(nama), kolom.kunci)
    return exact, tuple(yearly)


@cache
def _open_names(lembar: Lembar) -> tuple[tuple[re.Pattern[str], str], ...]:
    """Patterns of the names that the outcome is a part of: ``CSF Infrastruktur … yang Berkualitas`` (seed line 38)."""
    names = ((nama, kolom.kunci) for kolom in lembar.kolom for nama in kolom.alias if "{outcome}" in nama)
    return tuple((re.compile(fold(nama.replace("{outcome}", "")) + " .+"), kunci) for nama, kunci in names)


def titles(grid: Grid, awal: int, akhir: int) -> dict[int, Judul]:
    """The title over each column, from the rows of a header; a title merged over several columns counts for each."""
    rows = range(awal, akhir + 1)
    columns = {kolom for baris in rows for kolom in grid.kolom_terisi.get(baris, ())}
    columns |= {kolom for baris in rows for kolom in grid.tertutup.get(baris, ())}
    found = {}
    for kolom in sorted(columns):
        parts = [_part(grid, baris, kolom, akhir) for baris in rows]
        kept = tuple(dict.fromkeys(part for part in parts if part.strip()))
        if kept:
            found[kolom] = Judul(kept)
    return found


def _part(grid: Grid, baris: int, kolom: int, akhir: int) -> str:
    teks = grid.teks(baris, kolom)
    if teks.strip():
        return teks
    first = grid.gabung.get((baris, kolom))
    if first is not None:
        return grid.teks(*first) if first[0] == baris else ""
    if baris < akhir and grid.teks(baris + 1, kolom).strip():
        # Not merged, only left blank: the title to the left goes on while there is one of its own below.
        for left in range(kolom - 1, max(0, kolom - 12), -1):
            if grid.teks(baris, left).strip():
                return grid.teks(baris, left) if grid.teks(baris + 1, left).strip() else ""
            if not grid.teks(baris + 1, left).strip():
                return ""
    return ""


def last_header_row(grid: Grid, lembar: Lembar, awal: int) -> int:
    """The last row of the header that begins in a row: titles merged downwards, or with further titles below."""
    akhir = awal
    while akhir - awal < MAKS_TINGKAT_JUDUL - 1 and _goes_on(grid, lembar, awal, akhir):
        akhir += 1
    return akhir


def _goes_on(grid: Grid, lembar: Lembar, awal: int, akhir: int) -> bool:
    below = {kolom for kolom in grid.kolom_terisi.get(akhir + 1, ()) if grid.teks(akhir + 1, kolom).strip()}
    if not below:
        return False
    over = {first for first in grid.tertutup.get(akhir + 1, {}).values() if awal <= first[0] <= akhir}
    if any(grid.teks(*first).strip() for first in over):
        return True
    over_all = titles(grid, awal, akhir)
    # A year alone is not done with: what it is the year of may stand below.
    done = {
        kolom
        for kolom, judul in over_all.items()
        if _is_named(lembar, judul) and not _TAHUN_SAJA.fullmatch(fold(judul.teks))
    }
    across = {kolom: first for kolom, first in grid.tertutup.get(akhir, {}).items() if first[0] == akhir}
    wide = {*across, *(first[1] for first in across.values())}
    if below & (done - wide):
        return False
    joined = titles(grid, awal, akhir + 1)
    return any(len(joined[kolom].bagian) > 1 and _is_named(lembar, joined[kolom]) for kolom in below)


def _is_named(lembar: Lembar, judul: Judul) -> bool:
    return match_column(lembar, judul) is not None or match_weak(lembar, judul) is not None
