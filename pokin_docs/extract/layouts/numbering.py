"""Levels that only the numbering of a table tells: 1, 1.1, 1.1.1, or I, A, 1, a, or T.1, S.1, P.1.1, before them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from pokin_docs.extract.grid import Grid
from pokin_docs.model.level_letters import levels_of_letters
from pokin_docs.model.levels import LEVEL, LEVEL_NAMES
from pokin_docs.model.rows import Isian
from pokin_docs.model.source import CellRef

_IN_CELL = re.compile(r"(\(?)(\d{1,2}(?:[.,]\d{1,2}){0,5}|[ivxIVX]{1,5}|[a-zA-Z])[.,]?(\)?)[.:]?")
_IN_FRONT = re.compile(
    r"\s*(\(?)(\d{1,2}(?:\.\d{1,2}){1,5}(?=\.?\)?\s)|(?:\d{1,2}|[ivxIVX]{1,5}|[a-zA-Z])(?=[.)]))[.]?(\)?)\s*(?=[^\W\d])"
)
_LETTERED = re.compile(r"([A-Za-z]{1,4})[\s.-]{0,2}\d{1,2}(?:[.,-]\d{1,2}){0,5}[.:)]?")
_ROMAN = {"i": 1, "v": 5, "x": 10}
_ENOUGH = 0.8
"""Part of the rows with a sentence that must be numbered."""

_Marks = tuple[str, int]
"""A way of numbering and the place in its row: ``("1)", 3)``."""


def numbered_levels(grid: Grid, kinerja: int, rows: Sequence[int]) -> Mapping[int, Isian]:
    """For each numbered row (1-based) a label of its depth ("Level 2") at the cell of the number.

    Empty where all have one depth, or fewer than four in five rows with a sentence have a number.

    Args:
        grid: The sheet.
        kinerja: The column of the sentences, 1-based; numbers stand to the left of it, or in front of the sentence.
        rows: Rows of the table in sheet order, 1-based.
    """
    named = [baris for baris in rows if grid.text(baris, kinerja).strip()]
    if lettered := _lettered(grid, kinerja, named):
        return lettered
    found: dict[int, Isian] = {}
    open_: list[_Marks] = []
    for baris in named:
        place = _number(grid, kinerja, baris)
        if place is None:
            continue
        number, style, token = place
        depth = _depth(open_, f"{number}{style}", token)
        if depth > len(LEVEL) - 1:
            return {}
        found[baris] = Isian(f"{LEVEL_NAMES[0].title()} {depth}", CellRef(grid.title, baris, number))
    depths = {isian.text for isian in found.values()}
    return found if len(depths) > 1 and len(found) >= _ENOUGH * len(named) else {}


def _lettered(grid: Grid, kinerja: int, named: Sequence[int]) -> Mapping[int, Isian]:
    """The labels that letters before numbers abbreviate (T.1, S.1, P.1.1); empty where they leave any row untold."""
    for number in range(kinerja - 1, 0, -1):
        marks = {row: match for row in named if (match := _LETTERED.fullmatch(grid.text(row, number).strip()))}
        letters = {row: match.group(1).casefold() for row, match in marks.items()}
        if len(letters) < len(named) or len(set(letters.values())) <= 1:
            continue
        meanings = levels_of_letters(set(letters.values()))
        return {
            row: Isian(meanings[own].label, CellRef(grid.title, row, number))
            for row, own in letters.items() if meanings
        }  # fmt: skip
    return {}


def _number(grid: Grid, kinerja: int, baris: int) -> tuple[int, str, str] | None:
    """Column, style and text of the number of a row: the last one before the sentence, else that in front of it."""
    for number in range(kinerja - 1, 0, -1):
        match = _IN_CELL.fullmatch(grid.text(baris, number).strip())
        if match:
            return number, match.group(1) + match.group(3), match.group(2).replace(",", ".")
    match = _IN_FRONT.match(grid.text(baris, kinerja))
    return (kinerja, match.group(1) + match.group(3), match.group(2)) if match else None


def _depth(open_: list[_Marks], style: str, token: str) -> int:
    """The depth of a number, with the ways of numbering that are open down to it."""
    if "." in token:
        parts = token.split(".")
        open_[:] = [(f"{style}1", 0)] + [(f"{style}.{place}", 0) for place in range(1, len(parts))]
        return len(parts)
    readings = _readings(token)
    own = [(f"{style}{kind}", value) for kind, value in readings]
    for kind, value in own:  # "C" goes on with A, B before it is a hundred
        if (kind, value - 1) in open_:
            del open_[open_.index((kind, value - 1)) :]
            open_.append((kind, value))
            return len(open_)
    known = [name for name, _ in open_]
    kind, value = next((pair for pair in own if pair[0] in known), own[0])
    if kind in known:
        del open_[known.index(kind) :]
    open_.append((kind, value))
    return len(open_)


def _readings(token: str) -> list[_Marks]:
    """What a number may be: "I" the roman one before the letter, "C" only the letter."""
    if token.isdigit():
        return [("1", int(token))]
    case = "A" if token.isupper() else "a"
    found: list[_Marks] = []
    if all(letter in _ROMAN for letter in token.lower()):
        found.append((f"{case}r", _roman(token.lower())))
    if len(token) == 1:
        found.append((case, ord(token.lower()) - ord("a") + 1))
    # Lists begin at the beginning: "v" is the letter unless roman numbers are open.
    return sorted(found, key=lambda pair: pair[1] != 1)


def _roman(token: str) -> int:
    values = [_ROMAN[letter] for letter in token]
    return sum(-value if value < max(values[place:]) else value for place, value in enumerate(values))
