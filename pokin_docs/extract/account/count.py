"""The account of a workbook: what became of each filled cell, with a finding for what no other one names."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from pokin_docs.extract import tables
from pokin_docs.extract.account import sorting, totals, unread
from pokin_docs.extract.account.sorting import Cell, SortedCells, TablePlace
from pokin_docs.extract.grid import Grid
from pokin_docs.extract.layouts.closing_rows import closing_rows
from pokin_docs.extract.layouts.numbered_parents import is_number_title
from pokin_docs.model.cell_words import is_blank_word
from pokin_docs.model.findings import FindingLog
from pokin_docs.model.ranges import first_of
from pokin_docs.model.source import CellRef
from pokin_docs.model.texts import fold, without_number
from pokin_docs.model.workbook_spec import (
    GUIDE_TITLE,
    IDENTITAS_KEYS,
    NOMENCLATURE_TITLE,
    PROGRAM,
    REQUIRED_LEMBAR,
    Lembar,
)

_OWN_SHEETS = {fold(title): fold(title) for title in (GUIDE_TITLE, NOMENCLATURE_TITLE)}
_OWN_SHEETS |= {
    "temuan": "temuan", "impor": "dibaca", "sisa": "dibaca", "impor catatan": "impor",
}  # fmt: skip
"""Sheets that we write ourselves, each with a word of its first cell."""
_NUMBER = re.compile(r"\s*\(?(?:\d{1,4}(?:[.,]\d{1,3})*|[ivxlcIVXLC]{1,6}|[A-Za-z]{1,2})[.)]*\s*")
_SIGNS = re.compile(r"[\W_]*")
_OUR_HELP = frozenset(fold(kunci.help_text) for kunci in IDENTITAS_KEYS) | {"petunjuk pengisian"}
_SENTENCE = re.compile(r"\w+nya\b")
_SENTENCE_WORDS = 4


def sort_all(
    grids: Sequence[Grid],
    places: Mapping[str, TablePlace],
    read: Mapping[str, set[Cell]],
    described: Sequence[Lembar],
    log: FindingLog,
) -> tuple[SortedCells, ...]:
    """The cells of all sheets in the order of the workbook, each of one kind; what nothing names yet is named here.

    Args:
        grids: The sheets as they were opened.
        places: Where tables were read, by the title of the sheet.
        read: Where values came from, by the title of the sheet.
        described: The sheets that are looked for.
        log: What was found while reading; takes what is found.
    """
    compared = {finding.tempat.lembar for finding in log if finding.kode == "B133"}
    found = []
    for grid in grids:
        table = places.get(grid.title)
        cells = sorting.sorted_cells(grid, read.get(grid.title, set()) if table else set())
        if table is None and is_own_sheet(grid):
            cells.take(cells.harmless, tuple(cells.rest))
        sorting.take_named(cells, log)
        if table is None and grid.title in compared:
            cells.take(cells.named, tuple(cells.rest))
        elif table is None:
            unread.name_sheet(cells, described, log)
        else:
            _sort_table(cells, table, log)
        found.append(cells)
    return tuple(found)


def is_own_sheet(grid: Grid) -> bool:
    """Whether a sheet is one that we wrote ourselves."""
    word = _OWN_SHEETS.get(fold(grid.title).removesuffix(" pokin"))
    first = min(grid.cells, default=None)
    return word is not None and first is not None and (not word or word in fold(grid.text(*first)).split())


def _sort_table(cells: SortedCells, table: TablePlace, log: FindingLog) -> None:
    """Sort the cells of a sheet whose table was read: header, what stands above it, rows below it, other columns."""
    if not cells.rest:
        return
    grid = cells.grid
    columns = table.columns | {number for _, number in cells.read}
    over = {first for place, first in grid.merges.items() if place[1] in columns and place[0] <= table.baris}
    cells.take_if(cells.read, lambda c: table.start <= c[0] <= table.baris and (c[1] in columns or c in over))
    cells.take_if(cells.harmless, lambda c: _says_nothing(grid, c))
    unread.name_covered(cells, [c for c in cells.rest if c in grid.leftovers], log)
    cells.take_if(cells.harmless, lambda c: c[0] < table.start and not _is_sentence(grid.text(*c)))
    if not cells.rest:
        return
    filled = {baris for baris, _ in cells.read if baris > table.baris}
    lone = {baris for baris, _ in cells.rest if baris > table.baris and baris not in filled}
    _sort_rows(cells, table, lone, log)
    unread.name_rows(cells, [c for c in cells.rest if c[0] < table.start or c[0] in lone], log)
    cells.take_if(cells.harmless, lambda c: c[1] in columns and _repeats(grid, table, c))
    for number in {number for _, number in cells.rest} - columns:
        title = table.title.get(number, "").strip()
        if is_number_title(title) or (not title and number < min(columns, default=0)):
            cells.take_if(cells.harmless, lambda c, n=number: c[1] == n and _is_number(grid, table, c))  # type: ignore[misc]
    empty = {number for _, number in cells.rest} - {number for baris, number in cells.rest if baris > table.baris}
    cells.take_if(cells.harmless, lambda c: c[1] in empty)  # a title, and nothing below it
    cells.take_if(cells.harmless, lambda c: fold(grid.text(*c)) in _OUR_HELP)
    unread.name_columns(cells, table, tuple(cells.rest), log)


def _sort_rows(cells: SortedCells, table: TablePlace, lone: set[int], log: FindingLog) -> None:
    """Sort the rows that no value came from: headers once more, numbers of columns, totals, who signs."""
    grid = cells.grid
    own = {baris: {number for row, number in cells.rest if row == baris} for baris in lone}
    for baris, numbers in own.items():
        texts = {number: grid.text(baris, number) for number in numbers}
        if tables.numbers_columns(texts) or _is_header_again(grid, table, texts):
            cells.take_if(cells.harmless, lambda c, row=baris: c[0] == row)  # type: ignore[misc]
    if table.lembar is None:
        return
    kode = table.keys.get("kode", 0) if table.lembar is PROGRAM else 0
    main = table.lembar is REQUIRED_LEMBAR
    closing = sorted(closing_rows(grid, table.baris, main=main, kode=kode) & lone)
    rows = sorted({baris for baris, _ in cells.read if baris > table.baris})
    levels = {baris: _level(grid, table, baris) for baris in rows} if closing else {}
    for baris in [
        row
        for row in closing
        if totals.fits(grid, row, rows, levels) or _fits_its_part(grid, row, rows, closing, levels)
    ]:
        cells.take_if(cells.harmless, lambda c, row=baris: c[0] == row)  # type: ignore[misc]
        closing.remove(baris)
    if closing:
        shown = first_of(closing, 8)
        log.note("B46", CellRef(grid.title, closing[0], min(grid.filled_columns[closing[0]])), baris=shown)
        cells.take_if(cells.named, lambda c: c[0] in closing)


def _fits_its_part(
    grid: Grid, baris: int, rows: Sequence[int], totals_: Sequence[int], levels: Mapping[int, str]
) -> bool:
    """Whether a row of totals is that of the rows since the total before it.

    Args:
        grid: The sheet.
        baris: The row of totals, 1-based.
        rows: The rows of the table, without totals.
        totals_: All rows of totals, ascending.
        levels: For each row the level that it is of.
    """
    before = max((row for row in totals_ if row < baris), default=0)
    own = [row for row in rows if row > before]
    return totals.fits(grid, baris, own, {row: levels[row] for row in own})


def _level(grid: Grid, table: TablePlace, baris: int) -> str:
    """What rows of one level have in common: the parts of their code, else what their level is called."""
    kode = grid.text(baris, table.keys.get("kode", 0)).strip()
    return str(kode.count(".")) if kode else fold(grid.text(baris, table.keys.get("komponen", 0)))


def _says_nothing(grid: Grid, place: Cell) -> bool:
    """Whether a cell only says that it is blank, holds nothing but signs, or repeats what a merge shows over it."""
    left = grid.leftovers.get(place)
    if left is not None:
        return fold(left.text) == fold(grid.text(*grid.merges[place]))
    cell = grid.cells[place]
    return not cell.broken and (is_blank_word(cell.text) or _SIGNS.fullmatch(cell.text) is not None)


def _is_sentence(text: str) -> bool:
    return len(text.split()) >= _SENTENCE_WORDS and _SENTENCE.match(fold(without_number(text))) is not None


def _is_number(grid: Grid, table: TablePlace, place: Cell) -> bool:
    return place[0] <= table.baris or _NUMBER.fullmatch(grid.text(*place)) is not None


def _is_header_again(grid: Grid, table: TablePlace, texts: Mapping[int, str]) -> bool:
    """Whether a row repeats titles, as after a page break."""
    said = {number: fold(text) for number, text in texts.items() if text.strip()}
    above = range(table.start, table.baris + 1)
    return len(said) > 1 and any(
        all(text == fold(grid.text(row, number)) for number, text in said.items()) for row in above
    )


def _repeats(grid: Grid, table: TablePlace, place: Cell) -> bool:
    """Whether a cell of a column that was read says no more than its title, a number, or the cell above it."""
    baris, number = place
    text = fold(grid.text(baris, number))
    if place in grid.leftovers or (number in table.amounts and baris in table.starts):
        return False
    counts = number not in table.amounts and _NUMBER.fullmatch(grid.text(baris, number)) is not None
    if counts or text in fold(table.title.get(number, "")):
        return True
    above = next((grid.text(row, number) for row in range(baris - 1, table.baris, -1) if grid.text(row, number)), "")
    return fold(above) == text
