"""Labels in front of the indicators of a foreign table, which number them: "IK 1 : …", "Indikator 2. …"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from pokin_docs.extract.grid import Grid
from pokin_docs.extract.sheets import is_official
from pokin_docs.model.findings import FindingLog
from pokin_docs.model.ranges import first_cells
from pokin_docs.model.source import CellRef

_NUMBER = r"\d{1,2}(?:\.\d{1,2})*"
_WORD = r"(?:IK|Ind(?:ikator)?\.?(?: Kinerja)?)\s*[-.#]?\s*"
_LABEL = re.compile(rf"\s*(?:{_WORD}{_NUMBER}\s*[.:)–-]?|\d{{1,2}}\s*:(?!\s+\w+nya\b))\s+(?=[^\W\d])", re.IGNORECASE)
_FEWEST, _MOST = 2, 0.6
"""Cells of a column that have one at least, and their part of those that begin in any way like an indicator."""


def without_labels(grids: tuple[Grid, ...], log: FindingLog) -> tuple[Grid, ...]:
    """The sheets with indicators as they are without their labels; not those of our own.

    Args:
        grids: The sheets.
        log: Takes once for each column what is not read.
    """
    return grids if is_official(grids) else tuple(_without(grid, log) for grid in grids)


def _without(grid: Grid, log: FindingLog) -> Grid:
    columns: dict[int, list[tuple[int, int]]] = {}
    for place, cell in sorted(grid.cells.items()):
        if cell.number is None and _LABEL.match(cell.text):
            columns.setdefault(place[1], []).append(place)
    cells = dict(grid.cells)
    for column, places in columns.items():
        if len(places) < _FEWEST or len(places) < _MOST * _texts(grid, column, places):
            continue
        first = grid.text(*places[0])
        label = first[: len(first) - len(_LABEL.sub("", first, count=1))].strip()
        sources = [CellRef(grid.title, *place) for place in places]
        log.note("B142", sources[0], jumlah=len(places), teks=label, sel=first_cells(sources))
        for place in places:
            text = _LABEL.sub("", grid.text(*place), count=1)
            cells[place] = replace(cells[place], text=text, kode_text=text)
    return replace(grid, cells=cells) if cells != grid.cells else grid


def _texts(grid: Grid, column: int, places: Sequence[tuple[int, int]]) -> int:
    """How many texts a column has from the first row with a label on."""
    rows = range(places[0][0], places[-1][0] + 1)
    return sum(number == column and row in rows and bool(grid.text(row, number).strip()) for row, number in grid.cells)
