"""Tables of another kind below the one that a sheet is read for: their rows are none of its own."""

from __future__ import annotations

from pokin_docs.extract.grid import Grid
from pokin_docs.extract.layouts.column_titles import match_title
from pokin_docs.extract.layouts.sheet_header import SheetHeader
from pokin_docs.model.workbook_spec import LEMBAR, Lembar

_TITLES = 2
"""Titles of ours that a row has at least to be the header of a table."""
_CAPTIONS = 3
"""Rows that may stand between a blank row and the header."""
_MAX_CAPTION = 2
"""Filled cells of a caption."""


def rows_of_other_tables(grid: Grid, lembar: Lembar, header: SheetHeader) -> frozenset[int]:
    """The rows below a header that belong to tables of other columns, and titles that are written once more.

    Args:
        grid: The sheet.
        lembar: What its columns are called.
        header: The header that was found.
    """
    found: set[int] = set()
    rows = [baris for baris in grid.filled_columns if baris > header.baris]
    inside = False
    for baris in rows:
        first = _first_caption(grid, baris, header.baris)
        if first and _is_header(grid, baris):
            inside = not _goes_on(grid, lembar, header, baris)
            found.update(row for row in rows if first <= row <= baris)
        if inside:
            found.add(baris)
    return frozenset(found)


def _first_caption(grid: Grid, baris: int, above: int) -> int:
    """The row with which the block begins of which a row may be the header; 0 where no blank row stands above it."""
    for first in range(baris, max(baris - _CAPTIONS, above) - 1, -1):
        if first - 1 > above and first - 1 not in grid.filled_columns:
            return first
        if len(grid.filled_columns.get(first - 1, ())) > _MAX_CAPTION:
            return 0
    return 0


def _is_header(grid: Grid, baris: int) -> bool:
    cells = [grid.cells[baris, number] for number in grid.filled_columns[baris]]
    texts = [cell.text for cell in cells if cell.text.strip() and cell.number is None]
    titles = sum(any(match_title(known, text) for known in LEMBAR) for text in texts)
    return titles >= _TITLES and 2 * titles > len(cells)


def _goes_on(grid: Grid, lembar: Lembar, header: SheetHeader, baris: int) -> bool:
    """Whether a row repeats the titles of the table above it, column by column."""
    own = {number: key for key, number in header.kolom.items()}
    texts = {number: grid.text(baris, number) for number in grid.filled_columns[baris] if number in own}
    return bool(texts) and all(match_title(lembar, text) == own[number] for number, text in texts.items())
