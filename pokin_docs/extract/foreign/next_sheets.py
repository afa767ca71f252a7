"""Tables of other agencies that go on on the next sheet, or behind a page of Word, without their titles."""

from __future__ import annotations

from collections.abc import Sequence

from pokin_docs.extract.continued import is_other_matter
from pokin_docs.extract.foreign.areas import TableArea
from pokin_docs.extract.foreign.contents import Kind, Profile, kind_of_cell, kind_of_text, profile_of
from pokin_docs.extract.grid import Grid
from pokin_docs.extract.layouts.closing_rows import closing_rows, note_rows
from pokin_docs.model.texts import fold_sentence

_TELLING = (
    (Kind.RESULT,), (Kind.MEASURE,), (Kind.NAME, Kind.CODE), (Kind.LEVEL,), (Kind.UNIT,), (Kind.MONEY,), (Kind.VALUE,),
)  # fmt: skip
"""What a column may be known by; the last alone says little."""
_SAID = (Kind.RESULT, Kind.MEASURE, Kind.NAME, Kind.CODE)
"""What tells the rows of a table apart."""
_BESIDE_A_CODE = (Kind.TEXT, Kind.MEASURE, Kind.LEVEL)
_MOST, _MANY = 0.6, 0.5
_IN_COLUMNS = 0.9
"""Part of the cells that stand under the titles of the table that goes on."""
_COPIED = 0.5
"""Part of the rows that stand in the first table too, from which on the sheet is a copy of it."""


def next_part(grid: Grid, before: TableArea) -> TableArea | None:
    """The rows of a sheet without titles as a part of the table before it; None where they do not fit its columns.

    Args:
        grid: The sheet, on which no titles stand.
        before: The table.
    """
    if is_other_matter(grid.title):
        return None
    out = closing_rows(grid, 0) | note_rows(grid, 0)
    rows = tuple(row for row in grid.filled_columns if row not in out)
    while rows and _is_caption(grid, rows[0], before):
        rows = rows[1:]
    if not rows or not _fits(grid, rows, before):
        return None
    start = rows[0] - 1
    part = TableArea(grid, start, start, rows, tuple(sorted(out)), before.above, before.titles)
    return None if is_copy(part, [before]) else part


def _is_caption(grid: Grid, row: int, before: TableArea) -> bool:
    """Whether a row above the data is only a line of text: "Lanjutan tabel 4.1"."""
    texts = {number: grid.text(row, number) for number in grid.filled_columns[row] if grid.text(row, number).strip()}
    return len(texts) <= 1 and all(
        number == min(before.columns, default=1) and kind_of_text(text) is Kind.TEXT for number, text in texts.items()
    )


def _fits(grid: Grid, rows: Sequence[int], before: TableArea) -> bool:
    """Whether what stands in each column is what stands in that column of the table before."""
    cells = [number for row in rows for number in grid.filled_columns[row] if grid.text(row, number).strip()]
    if sum(number in before.titles for number in cells) < _IN_COLUMNS * len(cells):
        return False
    coded = {row for row in rows if any(kind_of_text(grid.text(row, n)) is Kind.CODE for n in grid.filled_columns[row])}
    told = []
    for number in before.titles:
        own = profile_of(grid.cells, number, rows)
        kinds = _kinds_of(before.profiles[number])
        if kinds and own.cells:
            told.append((kinds, _share(own, kinds, coded) >= _MANY))
    strong = [fit for kinds, fit in told if kinds != (Kind.VALUE,)]
    return len(strong) > 1 and all(fit for _, fit in told)


def _share(profile: Profile, kinds: tuple[Kind, ...], coded: set[int]) -> float:
    """The part of a column that is of some kinds; a name beside its code may be any text."""
    beside = _BESIDE_A_CODE if Kind.NAME in kinds else ()
    fits = (
        (kind := kind_of_cell(cell)) in kinds or (row in coded and kind in beside)
        for row, cell in profile.cells.items()
    )
    return sum(fits) / len(profile.cells)


def _kinds_of(profile: Profile) -> tuple[Kind, ...]:
    return next((kinds for kinds in _TELLING if profile.share(*kinds) >= _MOST), ())


def is_copy(area: TableArea, tables: Sequence[TableArea]) -> bool:
    """Whether most rows of a table say what those of other tables say, whatever numbers stand beside it."""
    known = {said for table in tables for row in table.rows if (said := _said(table.grid, row))}
    own = [said for row in area.rows if (said := _said(area.grid, row))]
    return not own or sum(said in known for said in own) >= _COPIED * len(own)


def _said(grid: Grid, row: int) -> tuple[str, ...]:
    texts = (grid.text(row, number) for number in grid.filled_columns[row])
    return tuple(fold_sentence(text) for text in texts if kind_of_text(text) in _SAID)
