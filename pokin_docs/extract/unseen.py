"""What Excel does not show and is read all the same: hidden columns and sheets, values without a look of their own."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence, Set

from pokin_docs.extract.grid import Grid
from pokin_docs.extract.remarks import name_remarks
from pokin_docs.extract.struck import name_struck
from pokin_docs.model.findings import FindingLog, Temuan
from pokin_docs.model.ranges import ranges
from pokin_docs.model.source import CellRef, column_letters

Cell = tuple[int, int]
_SHOWN = 6


def name_unseen(grids: Sequence[Grid], read: Mapping[str, Set[Cell]], log: FindingLog) -> None:
    """Name what was read and is not seen in Excel, once for all of a kind.

    Args:
        grids: The sheets.
        read: By sheet, the cells that values came from.
        log: Takes what is found.
    """
    columns: list[str] = []
    sheets: list[str] = []
    concealed: list[CellRef] = []
    reformatted: list[CellRef] = []
    for grid in grids:
        filled = grid.cells.keys() & read.get(grid.title, frozenset())
        if not filled:
            continue
        if grid.is_hidden:
            sheets.append(grid.title)
        hidden = sorted({number for _, number in filled} & set(grid.hidden_columns))
        columns += [f"{grid.title} kolom {column_letters(number)}" for number in hidden]
        concealed += [CellRef(grid.title, *place) for place in sorted(grid.concealed & filled)]
        reformatted += [CellRef(grid.title, *place) for place in _reformatted(grid, filled)]
    if columns:
        log.note("B83", CellRef(""), jumlah=len(columns), kolom=_list(columns))
    if sheets:
        log.note("B84", CellRef(""), jumlah=len(sheets), lembar=_list([f"«{title}»" for title in sheets]))
    if concealed:
        log.note("B89", concealed[0], jumlah=len(concealed), sel=ranges(concealed, _SHOWN))
    if reformatted:
        log.note("I42", reformatted[0], jumlah=len(reformatted), sel=ranges(reformatted, _SHOWN))


def _reformatted(grid: Grid, read: Set[Cell]) -> list[Cell]:
    """The cells with a number that a conditional format may show otherwise."""
    if not grid.reformatted:
        return []
    inside = (
        (row, number)
        for row, number in read
        if any(area.top <= row <= area.bottom and area.left <= number <= area.right for area in grid.reformatted)
    )
    return sorted(place for place in inside if grid.cells[place].number is not None)


def name_of_source(grids: Iterable[Grid]) -> tuple[Temuan, ...]:
    """What is said of the sheets of a source as they stand, before it is known which of their cells are read.

    Args:
        grids: The sheets.
    """
    log = FindingLog()
    filled = tuple(grids)
    for grid in filled:
        name_struck(grid, log)
        hidden = [row for row in grid.hidden if row in grid.filled_columns]
        if hidden:
            log.note("B26", CellRef(grid.title), jumlah=len(hidden), baris=_list(list(map(str, hidden))))
    name_remarks(filled, log)
    name_unseen(filled, {grid.title: frozenset(grid.cells) for grid in filled}, log)
    return tuple(log)


def _list(names: Sequence[str]) -> str:
    more = f" dan {len(names) - _SHOWN} lagi" if len(names) > _SHOWN else ""
    return ", ".join(names[:_SHOWN]) + more
