"""Legends of colours whose swatches hold no text: what they say cannot be read, so nothing is guessed from colours."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from pokin_docs.extract.grid import PLAIN, Grid
from pokin_docs.extract.sheets import is_official
from pokin_docs.model.findings import FindingLog
from pokin_docs.model.levels import read_komponen
from pokin_docs.model.ranges import first_cells
from pokin_docs.model.source import CellRef

_FEWEST = 2
_HEADINGS = 1
"""Texts that may stand in the column of a legend above it: "Keterangan"."""


def without_blank_legends(grids: tuple[Grid, ...], log: FindingLog) -> tuple[Grid, ...]:
    """The sheets without such legends and without the colours behind their cells; not those of our own.

    Args:
        grids: The sheets.
        log: Takes what is found.
    """
    return grids if is_official(grids) else tuple(_without(grid, log) for grid in grids)


def _without(grid: Grid, log: FindingLog) -> Grid:
    if all(look.ground == PLAIN.ground for look in grid.looks.values()):
        return grid
    places = list(_legend(grid))
    if not places:
        return grid
    sources = [CellRef(grid.title, *place) for place in places]
    log.note("B143", sources[0], sel=first_cells(sources), teks=grid.text(*places[0]))
    cells = {place: cell for place, cell in grid.cells.items() if place not in places}
    looks = {place: look._replace(ground=PLAIN.ground) for place, look in grid.looks.items()}
    return replace(grid, cells=cells, looks={place: look for place, look in looks.items() if look != PLAIN})


def _legend(grid: Grid) -> Iterator[tuple[int, int]]:
    """The cells of the first column that names each of several levels once, one below the other, beside blank cells."""
    columns: dict[int, list[int]] = {}
    for row, number in grid.cells:
        if grid.text(row, number).strip():
            columns.setdefault(number, []).append(row)
    for number, rows in sorted(columns.items()):
        named = [row for row in sorted(rows) if _names_a_level(grid, row, number)]
        others = len(rows) - len(named)
        said = {read_komponen(grid.text(row, number)) for row in named}
        in_a_row = bool(named) and named == list(range(named[0], named[0] + len(named)))
        if len(named) >= _FEWEST and len(said) == len(named) and in_a_row and others <= _HEADINGS:
            yield from ((row, number) for row in named)
            return


def _names_a_level(grid: Grid, row: int, number: int) -> bool:
    plain = grid.looks.get((row, number), PLAIN).ground == PLAIN.ground
    alone = not grid.text(row, number - 1).strip() and not grid.text(row, number + 1).strip()
    return plain and alone and number > 1 and read_komponen(grid.text(row, number)) is not None
