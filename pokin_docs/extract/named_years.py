"""Years that titles count or cut short, «Tahun ke-2», «Target 26», where the period in Identitas makes them certain."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from pokin_docs.extract.captions import PERIOD
from pokin_docs.extract.grid import Grid
from pokin_docs.extract.identity import read_identity
from pokin_docs.extract.sheets import assign_sheets
from pokin_docs.model.findings import FindingLog
from pokin_docs.model.ranges import first_cells
from pokin_docs.model.source import CellRef
from pokin_docs.model.texts import fold
from pokin_docs.model.workbook_spec import IDENTITAS, Lembar

_OF = r"(?P<thing>(?:(?:target|pagu|anggaran|kinerja|indikatif|renstra|capaian|pada) )*)"
_NTH = re.compile(rf"{_OF}(?:tahun|thn|th) ?(?:ke ?)?(?P<nth>[1-6]|i{{1,3}}|iv|vi?)")
_SHORT = re.compile(r"(?P<thing>(?:target|pagu|anggaran)(?: (?:kinerja|indikatif|tahun|thn|th))* )(?P<year>\d\d)")
_ROMAN = ("i", "ii", "iii", "iv", "v", "vi")
_TITLE_ROWS = 60
_FEW = 2
"""Titles that count years in one row: one alone may be anything."""
Cell = tuple[int, int]


def with_years_named(grids: tuple[Grid, ...], described: tuple[Lembar, ...], log: FindingLog) -> tuple[Grid, ...]:
    """The sheets with the years of such titles in full, named once for each sheet (B153).

    «Tahun ke-2» is certain only where a row counts as many years as the period has, «Target 26» where it has that one.

    Args:
        grids: The sheets.
        described: The sheets that are read, Identitas among them.
        log: Takes what is found.
    """
    found = {id(grid): titles for grid in grids if (titles := _titles(grid))}
    years = _years(grids, described) if found else ()
    return tuple(_named(grid, found[id(grid)], years, log) if id(grid) in found and years else grid for grid in grids)


def _titles(grid: Grid) -> dict[Cell, str]:
    return {
        (row, number): key
        for row in grid.filled_columns if row <= _TITLE_ROWS
        for number in grid.filled_columns[row]
        if (text := grid.text(row, number)) and len(text) < _TITLE_ROWS and text[:1].isalpha()
        and (_NTH.fullmatch(key := fold(text)) or _SHORT.fullmatch(key))
    }  # fmt: skip


def _years(grids: Sequence[Grid], described: tuple[Lembar, ...]) -> tuple[int, ...]:
    identitas = assign_sheets(tuple(grids), FindingLog(), described).get(IDENTITAS)
    said = read_identity(identitas, FindingLog()).get("periode") if identitas is not None else None
    period = PERIOD.search(said.text) if said is not None else None
    return tuple(range(int(period[1]), int(period[2]) + 1)) if period is not None else ()


def _named(grid: Grid, titles: Mapping[Cell, str], years: tuple[int, ...], log: FindingLog) -> Grid:
    cells = dict(grid.cells)
    changed: dict[Cell, str] = {}
    for row in dict.fromkeys(row for row, _ in titles):
        own = {place: key for place, key in titles.items() if place[0] == row}
        counted = {place: match for place, key in own.items() if (match := _NTH.fullmatch(key))}
        numbers = [_number(match["nth"]) for match in counted.values()]
        whole = len(numbers) >= _FEW and sorted(set(numbers)) == list(range(1, len(years) + 1))
        for place, match in counted.items() if whole else ():
            changed[place] = f"{match['thing'].replace('pada ', '')}{years[_number(match['nth']) - 1]}"
        for place, key in own.items():
            if (short := _SHORT.fullmatch(key)) and 2000 + int(short["year"]) in years:
                changed[place] = f"{short['thing']}{2000 + int(short['year'])}"
    for place, text in changed.items():
        cells[place] = replace(cells[place], text=text.capitalize(), kode_text=text.capitalize())
    if changed:
        first = next(iter(changed))
        places = [CellRef(grid.title, *place) for place in changed]
        log.note("B153", places[0], jumlah=len(changed), teks=" ".join(grid.text(*first).split()),
                 dipakai=changed[first].capitalize(), sel=first_cells(places))  # fmt: skip
    return replace(grid, cells=cells) if changed else grid


def _number(nth: str) -> int:
    return int(nth) if nth.isdecimal() else _ROMAN.index(nth) + 1
