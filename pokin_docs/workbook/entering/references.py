"""The places that a formula names: which they are, and the formula after rows were put in above some of them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from openpyxl.formula import Tokenizer
from openpyxl.formula.tokenizer import Token

LAST_ROW, LAST_COLUMN = 1_048_576, 16_384
_AREA = re.compile(
    r"(\$?)([A-Za-z]{1,3})(\$?)(\d{1,7})(?::(\$?)([A-Za-z]{1,3})(\$?)(\d{1,7}))?"
    r"|(\$?)([A-Za-z]{1,3}):(\$?)([A-Za-z]{1,3})|(\$?)(\d{1,7}):(\$?)(\d{1,7})"
)
_ANYWHERE = frozenset(("INDIRECT(", "OFFSET(", "CELL(", "INFO(", "GETPIVOTDATA("))
"""Functions whose places the formula does not name."""


@dataclass(frozen=True, slots=True)
class Area:
    """A range of cells, both ends inclusive, 1-based; ``sheet`` is empty for the sheet that the formula stands in."""

    sheet: str
    top: int
    left: int
    bottom: int
    right: int


@dataclass(frozen=True, slots=True)
class Named:
    """What a formula looks at: areas, names that stand for others, and whether it may look anywhere."""

    areas: tuple[Area, ...]
    names: tuple[str, ...] = ()
    anywhere: bool = False


def column_number(letters: str) -> int:
    """The number of a column, 1-based: ``AA`` is 27."""
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


@lru_cache(maxsize=16_384)  # a formula that was dragged over a sheet stands there in hundreds of cells
def named(formula: str) -> Named:
    """What a formula, written without its ``=``, looks at."""
    areas: list[Area] = []
    names: list[str] = []
    anywhere = False
    for token in _tokens(formula):
        if token.type == Token.FUNC:
            anywhere = anywhere or token.value.upper() in _ANYWHERE
        elif token.type == Token.OPERAND and token.subtype == Token.RANGE:
            sheet, place = _parted(token.value)
            area = _area(sheet, place)
            name = place.partition("[")[0]
            anywhere = anywhere or ":" in sheet or not name
            if area is not None:
                areas.append(area)
            else:
                names.append(name)
    return Named(tuple(areas), tuple(names), anywhere)


def moved(formula: str, change: Callable[[Area], Area]) -> str:
    """The formula, written without its ``=``, with every area changed that ``change`` changes."""
    pieces = []
    for token in _tokens(formula):
        piece = token.value
        if token.type == Token.OPERAND and token.subtype == Token.RANGE:
            sheet, place = _parted(piece)
            area = _area(sheet, place)
            if area is not None and change(area) != area:
                piece = piece[: len(piece) - len(place)] + _with_rows(place, change(area))
        pieces.append(piece)
    return "".join(pieces)


def shifted(at: int, count: int, *, grown: tuple[int, int] | None = None) -> Callable[[Area], Area]:
    """How an area changes when ``count`` rows are put in before row ``at``.

    Args:
        at: Number of the row before which they come.
        count: How many.
        grown: First and last row of the data above: an area that begins in it and ends with its last row, or in the
            blank rows below it, takes the new rows in.
    """

    def change(area: Area) -> Area:
        if area.bottom >= LAST_ROW:
            return area
        top = area.top + count if area.top >= at else area.top
        bottom = area.bottom + count if area.bottom >= at else area.bottom
        if grown and grown[0] <= area.top <= grown[1] <= area.bottom < at:
            bottom = max(bottom, at - 1 + count)
        return replace(area, top=top, bottom=bottom)

    return change


def spans(areas: str) -> Iterator[Area]:
    """The areas of a list such as ``A1:B2 D4``."""
    for place in areas.split():
        area = _area("", place)
        if area is not None:
            yield area


def moved_spans(areas: str, change: Callable[[Area], Area]) -> str:
    """A list such as ``A1:B2 D4`` with every area changed."""
    places = []
    for place in areas.split():
        area = _area("", place)
        places.append(_with_rows(place, change(area)) if area is not None else place)
    return " ".join(places)


def _tokens(formula: str) -> list[Token]:
    found: list[Token] = Tokenizer("=" + formula).items
    return found


def _parted(operand: str) -> tuple[str, str]:
    """Sheet, without quotes, and place of an operand such as ``'Rekap Pagu'!$A$1``."""
    sheet, _, place = operand.rpartition("!")
    if sheet.startswith("'") and sheet.endswith("'"):
        sheet = sheet[1:-1].replace("''", "'")
    return sheet, place


def _area(sheet: str, place: str) -> Area | None:
    found = _AREA.fullmatch(place)
    if found is None:
        return None
    if found[2]:
        top, left = int(found[4]), column_number(found[2])
        bottom, right = (int(found[8]), column_number(found[6])) if found[6] else (top, left)
    elif found[10]:
        top, bottom, left, right = 1, LAST_ROW, column_number(found[10]), column_number(found[12])
    else:
        top, bottom, left, right = int(found[14]), int(found[16]), 1, LAST_COLUMN
    return Area(sheet, min(top, bottom), min(left, right), max(top, bottom), max(left, right))


def _with_rows(place: str, area: Area) -> str:
    """The place with the rows of an area; columns and dollar signs stay."""
    found = _AREA.fullmatch(place)
    assert found is not None
    if found[2]:
        first = f"{found[1]}{found[2]}{found[3]}{area.top}"
        if found[6]:
            return f"{first}:{found[5]}{found[6]}{found[7]}{area.bottom}"
        return first
    if found[10]:
        return place
    return f"{found[13]}{area.top}:{found[15]}{area.bottom}"
