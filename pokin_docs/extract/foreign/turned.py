"""Tables that lie on their side: titles below each other in one column, a kinerja in each column beside it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

from pokin_docs.extract.bare_sheet import column_number
from pokin_docs.extract.foreign import roles
from pokin_docs.extract.foreign.contents import Kind, kind_of_text
from pokin_docs.extract.foreign.title_words import read_part
from pokin_docs.extract.grid import Grid, MergedRange, Remark
from pokin_docs.extract.layouts.column_titles import MAX_TITLE_ROW
from pokin_docs.extract.understanding import Understanding
from pokin_docs.model.catalogue import severity
from pokin_docs.model.findings import Severity, temuan
from pokin_docs.model.source import CellRef, column_letters

TURNED = "{} (dibalik)"
_MOST, _FEWEST = 0.6, 2
"""Part of the texts beside a title that are what it says; texts that there are at least."""
_FIRST_COLUMNS, _MOST_ROWS = 3, 60
T = TypeVar("T")


def lies_on_its_side(grid: Grid) -> bool:
    """Whether the sentences of a table stand beside each other, and so do its indicators, each behind their title."""
    columns = sorted({number for _, number in grid.cells})[:_FIRST_COLUMNS]
    return any({"kinerja", roles.INDIKATOR} <= _titled_rows(grid, number) for number in columns)


def _titled_rows(grid: Grid, column: int) -> set[str]:
    """What stands in the rows whose title stands in a column: sentences, indicators."""
    found = set()
    for row in [row for row in grid.filled_columns if row <= MAX_TITLE_ROW + _MOST_ROWS]:
        meaning = read_part(grid.text(row, column))
        wanted = Kind.MEASURE if meaning.thing == roles.INDIKATOR else Kind.RESULT
        if meaning.thing not in (None, roles.INDIKATOR) or not (meaning.thing or meaning.generic or meaning.levels):
            continue
        texts = [grid.text(row, number) for number in grid.filled_columns[row] if number > column]
        fitting = {text for text in texts if kind_of_text(text) is wanted}
        if len(fitting) >= _FEWEST and len(fitting) >= _MOST * len(texts):
            found.add(roles.INDIKATOR if wanted is Kind.MEASURE else "kinerja")
    return found


def name_turned(found: Understanding, grids: Sequence[Grid], nama: str) -> Understanding:
    """What was understood, with tables on their side named in place of what is said of them, if nothing else was read.

    Args:
        found: What was understood.
        grids: The sheets.
        nama: What the workbook is called: named in the command that is proposed.
    """
    aside = () if found.is_understood else tuple(grid.title for grid in grids if lies_on_its_side(grid))
    if not aside:
        return found
    kept = [entry for entry in found.temuan if severity(entry, final=False) is not Severity.GALAT]
    named = [temuan("B137", CellRef(title), lembar=title, berkas=nama) for title in aside]
    places = {title: place for title, place in found.places.items() if title not in aside}
    return replace(
        found, temuan=(*(entry for entry in kept if entry.tempat.lembar not in aside), *named), places=places
    )


def turned(grid: Grid) -> Grid:
    """The sheet with its rows as columns."""
    merges = {(first[1], first[0]): (anchor[1], anchor[0]) for first, anchor in grid.merges.items()}
    return replace(
        grid,
        title=TURNED.format(grid.title),
        cells=_swapped(grid.cells),
        merges=merges,
        hidden=grid.hidden_columns,
        hidden_columns=grid.hidden,
        leftovers=_swapped(grid.leftovers),
        joined={},
        struck=_swapped(grid.struck),
        notes=tuple(map(_moved, grid.notes)),
        boxes=tuple(map(_moved, grid.boxes)),
        concealed=frozenset((number, row) for row, number in grid.concealed),
        reformatted=tuple(MergedRange(area.left, area.top, area.right, area.bottom) for area in grid.reformatted),
        indents=_swapped(grid.indents),
        looks=_swapped(grid.looks),
    )


def _swapped(cells: Mapping[tuple[int, int], T]) -> dict[tuple[int, int], T]:
    return {(number, row): cell for (row, number), cell in sorted(cells.items(), key=lambda item: item[0][::-1])}


def _moved(remark: Remark) -> Remark:
    letters = remark[0].rstrip("0123456789")
    row = remark[0].removeprefix(letters)
    return (f"{column_letters(int(row))}{column_number(letters.encode())}" if letters and row else remark[0], remark[1])
