"""Codes that stand in several columns, a part in each (1 | 05 | 02 | 2.01 | 0001), as forms of the budget have them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from pokin_docs.extract.grid import Grid, UsedCell
from pokin_docs.extract.layouts.column_titles import MAX_TITLE_ROW, match_title
from pokin_docs.model.workbook_spec import REQUIRED_LEMBAR

_CODE_PART = re.compile(r"[\dX]{1,4}(?:\.\d{1,2})*\.?")
_NUMBER = (1, 2, 2, 1, 2, 4)
"""Digits of the parts of a code, as far as they are fixed: 1.05.02.2.01.0001."""
_TENTHS, _HUNDREDTHS = re.compile(r"\d\.\d"), re.compile(r"\d\.\d\d")
_FEW = 4
"""Numbers one after the other that are those of columns, and no code."""


def join_codes(grid: Grid) -> Grid:
    """The sheet with every code in the first of its columns; the same sheet where no code is spread."""
    head = next(_heads(grid), None)
    if head is None:
        return grid
    baris, columns = head
    cells = dict(grid.cells)
    joined: dict[tuple[int, int], tuple[int, int]] = {}
    tens = {column for column in columns if _has_hundredths(grid, baris, column)}
    for row in (row for row in grid.filled_columns if row > baris and not _numbers_columns(grid, row)):
        joined |= {(row, column): (row, columns[0]) for column in columns if (row, column) in cells}
        parts = [_part(cells.pop((row, column)), of_two=column in tens) for column in columns if (row, column) in cells]
        code = _padded(".".join(part for part in parts if part))
        if code:
            cells[row, columns[0]] = UsedCell(code, code)
    merges = {place: first for place, first in grid.merges.items() if place[1] not in columns or place[0] <= baris}
    covered = {place: first for place, first in merges.items() if place[1] not in columns[1:]}
    return replace(grid, cells=cells, merges=covered, joined=joined)


def _numbers_columns(grid: Grid, row: int) -> bool:
    """Whether a row numbers the columns below the titles: "1 | 2 | … | 21"."""
    texts = [text.strip("() ") for number in grid.filled_columns[row] if (text := grid.text(row, number)).strip()]
    if len(texts) < _FEW or not all(text.isdecimal() and len(text) <= len("21") for text in texts):
        return False
    return [int(text) for text in texts] == list(range(int(texts[0]), int(texts[0]) + len(texts)))


def _heads(grid: Grid) -> Iterator[tuple[int, tuple[int, ...]]]:
    """The last row of a title "Kode" and the columns below it, where they hold parts of codes and nothing else."""
    for baris in (row for row in grid.filled_columns if row <= MAX_TITLE_ROW):
        for kolom in grid.filled_columns[baris]:
            if match_title(REQUIRED_LEMBAR, grid.text(baris, kolom)) != ("kode", None):
                continue
            covered = [place for place, first in grid.merges.items() if first == (baris, kolom)]
            last = max((row for row, _ in covered), default=baris)
            columns = [kolom]
            while _is_part(grid, baris, last, columns[-1] + 1):
                columns.append(columns[-1] + 1)
            if len(columns) > 1 and _is_part(grid, baris, last, kolom, own=True):
                yield last, tuple(columns)


def _is_part(grid: Grid, baris: int, last: int, kolom: int, *, own: bool = False) -> bool:
    if grid.text(baris, kolom).strip() and not own:
        return False
    texts = [cell.kode_text.strip() for (row, column), cell in grid.cells.items() if column == kolom and row > last]
    parts = [text for text in texts if _CODE_PART.fullmatch(text)]
    # A word among them is a total; the number of the column stands there too.
    return bool(parts) and 2 * len(parts) > len(texts)


def _has_hundredths(grid: Grid, baris: int, kolom: int) -> bool:
    """Whether numbers of a column below its title have two digits behind the dot: 2.1 is then 2.10 without its 0."""
    numbers = (c.kode_text for place, c in grid.cells.items() if place[1] == kolom and place[0] > baris and c.number)
    return any(_HUNDREDTHS.fullmatch(text) for text in numbers)


def _part(cell: UsedCell, *, of_two: bool) -> str:
    text = cell.kode_text.strip(" .")
    return f"{text}0" if of_two and cell.number is not None and _TENTHS.fullmatch(text) else text


def _padded(code: str) -> str:
    parts = code.split(".") if code else []
    if len(parts) < 2:
        return code
    return ".".join(
        part.zfill(_NUMBER[index]) if index < len(_NUMBER) else part for index, part in enumerate(parts)
    )  # fmt: skip
