"""What stands round a sentence and says its level: "… (Sasaran Strategis)", "… (2.16.01)", "└─ …", "*** …"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from pokin_docs.extract.grid import Grid
from pokin_docs.extract.sheets import is_official
from pokin_docs.model.level_labels import leading_code, split_label
from pokin_docs.model.programs import kind_of

_BEHIND = re.compile(r"^(.*\S)\s*\(\s*([^()]{2,60}?)\s*\)\s*$", re.DOTALL)
_SENTENCE = re.compile(r"\W*\w+nya\b", re.IGNORECASE)
_MARKED = re.compile(r"([\s└├│─┬┗┣━↳→⇒►▶▸▪•·*>+]*[└├│─┬┗┣━↳→⇒►▶▸▪•·*>+])\s*(?=\w+nya\b)", re.IGNORECASE)
_FEWEST = 2
"""Cells of a column that must have one: one alone may be a remark."""

_Place = tuple[int, int]


def with_brackets_before(grids: tuple[Grid, ...]) -> tuple[Grid, ...]:
    """The sheets with what stands behind sentences before them, as labels and codes are read; not those of our own.

    A level is put there only where every sentence of its column has one, or a code.
    """
    return grids if is_official(grids) else tuple(map(_put_before, grids))


def _put_before(grid: Grid) -> Grid:
    columns: dict[int, dict[int, str]] = {}
    for (row, column), cell in grid.cells.items():
        if cell.text.endswith(")") and (match := _BEHIND.match(cell.text)):
            before = _before(match.group(2), match.group(1))
            if before:
                columns.setdefault(column, {})[row] = before
    moved = {place: text for place, cell in grid.cells.items() if (text := _unmarked(cell.text))}
    moved |= {place: text for column, found in columns.items() for place, text in _moved(grid, column, found)}
    if not moved:
        return grid
    cells = dict(grid.cells)
    for place, text in moved.items():
        cells[place] = replace(cells[place], text=text, kode_text=text)
    return replace(grid, cells=cells)


def _unmarked(text: str) -> str:
    """A sentence with blanks for the marks that show its depth ("└─ ", "*** ", "→→ "); empty where it has none."""
    match = _MARKED.match(text) if text and not text[0].isalnum() else None
    if match is None or "\n" in text.strip():
        return ""
    return " " * (2 * len(match.group(1).expandtabs(4)) + 1) + text[match.end() :]


def _before(behind: str, text: str) -> str:
    """The text with what stood behind it before it; empty where that says neither a code nor a level."""
    if kind_of(behind):
        return f"{behind} {text}" if leading_code(text) is None else ""
    labelled = f"{behind}: {text}"
    return labelled if split_label(labelled) is not None and split_label(text) is None else ""


def _moved(grid: Grid, column: int, found: dict[int, str]) -> Iterator[tuple[_Place, str]]:
    """The texts of a column that are put in place of those of its cells."""
    if len(found) < _FEWEST:
        return
    whole = all(
        row in found for (row, number), cell in grid.cells.items() if number == column and _SENTENCE.match(cell.text)
    )
    for row, text in found.items():
        if whole or leading_code(text) is not None:
            yield (row, column), text
