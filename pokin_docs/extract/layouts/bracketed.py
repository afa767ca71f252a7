"""What stands round a sentence and says its level: "… (Sasaran Strategis)", "[2.16.01] …", "└─ …", "*** …"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from pokin_docs.extract.grid import Grid
from pokin_docs.extract.sheets import is_official
from pokin_docs.model.level_labels import split_label
from pokin_docs.model.programs import close_code, kind_of, leading_code, whole_code

_OPEN, _CLOSE = r"[(\[{]\s*", r"\s*\.?\s*[)\]}]"
_WORD = (
    r"(?:(?:no(?:mor|\.)?\s*)?(?:kode|rek(?:ening)?)\.?"
    r"(?:\s+(?:rek(?:ening)?|program|(?:sub ?)?kegiatan)\.?)?\s*:?\s*)"
)
_CODE = r"[\dX][\dX.,\s-]{3,24}[\dX]"
_LIKE_A_CODE = re.compile(r"[\dX]\s?[.,-]\s?[\dX]{1,2}\s?[.,-]\s?\d")
_IN_BRACKETS = rf"{_OPEN}{_WORD}?(?P<code>{_CODE}){_CLOSE}"
_CODES = tuple(
    re.compile(pattern, re.IGNORECASE | re.DOTALL)
    for pattern in (
        rf"\s*{_IN_BRACKETS}\s*[-–:/|]?\s*(?P<text>.*)",
        rf"(?P<text>.*\S)\s*{_IN_BRACKETS}\s*",
        rf"(?P<text>.*\S)\s*(?:\s[-–/|]\s|\n)\s*{_WORD}?(?P<code>{_CODE})\s*",
        rf"\s*{_WORD}(?P<code>{_CODE})(?:\s*[-–:/|]|\s)\s*(?P<text>.*)",
    )
)
"""A code in brackets before or behind a text, behind a sign after it, or with a word before it."""
_LABELS = (
    re.compile(rf"(?P<text>.*\S)\s*{_OPEN}(?P<label>[^()\[\]{{}}]{{2,60}}?){_CLOSE}\s*", re.DOTALL),
    re.compile(rf"\s*{_OPEN}(?P<label>[^()\[\]{{}}]{{2,60}}?){_CLOSE}\s*(?P<text>\w.*)", re.DOTALL),
)
_SENTENCE = re.compile(r"\W*\w+nya\b", re.IGNORECASE)
_MARKED = re.compile(r"([\s└├│─┬┗┣━↳→⇒►▶▸▪•·*>+]*[└├│─┬┗┣━↳→⇒►▶▸▪•·*>+])\s*(?=\w+nya\b)", re.IGNORECASE)
_FEWEST = 2
"""Cells of a column that must have one: one alone may be a remark."""

_KEGIATAN = 4
"""Dots in the code of a kegiatan: beside one, "2.16.1" is a code that lost its zeros; alone it only counts."""

_Place = tuple[int, int]


def with_brackets_before(grids: tuple[Grid, ...]) -> tuple[Grid, ...]:
    """The sheets with levels and codes round sentences before them, as they are read; not those of our own.

    A level is put there only where every sentence of its column has one, or a code.
    """
    return grids if is_official(grids) else tuple(map(_put_before, grids))


def _put_before(grid: Grid) -> Grid:
    columns: dict[int, dict[int, str]] = {}
    for (row, column), cell in grid.cells.items():
        if cell.number is None and (before := _before(cell.text)):
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


def _before(text: str) -> str:
    """The text with the code or the level round it before it; empty where neither stands there."""
    if _LIKE_A_CODE.search(text) and leading_code(text) is None:
        for pattern in _CODES:
            match = pattern.fullmatch(text)
            if match and whole_code(code := close_code(match.group("code")).strip()):
                return f"{code} {match.group('text').strip()}".strip()
    for pattern in _LABELS if text.rstrip().endswith((")", "]", "}")) or text.lstrip()[:1] in ("(", "[", "{") else ():
        match = pattern.fullmatch(text)
        labelled = f"{match.group('label').strip()}: {match.group('text')}" if match else ""
        if labelled and split_label(labelled) is not None and split_label(text) is None:
            return labelled
    return ""


def _moved(grid: Grid, column: int, found: dict[int, str]) -> Iterator[tuple[_Place, str]]:
    """The texts of a column that are put in place of those of its cells."""
    if len(found) < _FEWEST:
        return
    whole = all(
        row in found for (row, number), cell in grid.cells.items() if number == column and _SENTENCE.match(cell.text)
    )
    codes = {row: text.split(maxsplit=1)[0] for row, text in found.items()}
    deep = any(code.count(".") >= _KEGIATAN and whole_code(code) for code in codes.values())
    for row, text in found.items():
        coded = kind_of(codes[row]) is not None or (deep and whole_code(codes[row]) != "")
        if coded or (whole and not whole_code(codes[row])):
            yield (row, column), text
