"""Values that a workbook only keeps of something else: pivot tables, and formulas that ask other workbooks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pokin_docs.extract.grid import Grid, Remark
from pokin_docs.model.findings import FindingLog
from pokin_docs.model.source import CellRef

_FORMULA = re.compile(
    rb"<(?:\w+:)?c\s[^<>]*?\br=[\"']([A-Z]{1,3}\d{1,7})[\"'][^<>]*>\s*<(?:\w+:)?f(?:\s[^<>]*)?>([^<]*)<"
)
_OTHER_BOOK = re.compile(rb"\[(\d{1,4})\](?:[^\[\]!(),;+*/&=<>\"']*!|[^\[\]!']*'!)")
"""A workbook by its number before the name of its sheet: ``[1]Pagu!``, ``'[1]Pagu 2026'!``."""
_LOCATION = re.compile(rb"<(?:\w+:)?location\s[^<>]*?\bref=[\"']([A-Z]{1,3}\d{1,7}(?::[A-Z]{1,3}\d{1,7})?)[\"']")
_SHOWN = 5


def cells_of_other_books(part: bytes, books: Sequence[str]) -> Iterator[Remark]:
    """The cells of a sheet whose formulas ask another workbook, each with its name.

    Args:
        part: The part of the sheet.
        books: The names of the other workbooks, in order of their numbers.
    """
    if not books or _OTHER_BOOK.search(part) is None:
        return
    for place, formula in _FORMULA.findall(part):
        if (found := _OTHER_BOOK.search(formula)) is not None:
            number = int(found.group(1))
            yield place.decode(), books[number - 1] if 0 < number <= len(books) else ""


def pivot_range(part: bytes) -> str:
    """The range that a pivot table fills; empty where its part does not say it."""
    found = _LOCATION.search(part)
    return found.group(1).decode() if found else ""


def name_outside(grids: Sequence[Grid], log: FindingLog) -> None:
    """Name the values that are kept of something else: once those of other workbooks, once those of pivot tables.

    Args:
        grids: The sheets of a workbook.
        log: Takes what is found.
    """
    linked = [(f"{grid.title}!{place}", name) for grid in grids for place, name in grid.linked]
    if linked:
        names = list(dict.fromkeys(f"«{name}»" for _, name in linked if name))
        books = f" ({_first(names)})" if names else ""
        cells = _first([place for place, _ in linked])
        log.note("B126", CellRef(""), jumlah=len(linked), berkas=books, sel=cells)
    pivots = [f"{grid.title}!{place}" if place else f"«{grid.title}»" for grid in grids for place in grid.pivots]
    if pivots:
        log.note("B127", CellRef(""), jumlah=len(pivots), tempat=_first(pivots))


def _first(said: Sequence[str]) -> str:
    more = f" dan {len(said) - _SHOWN} lagi" if len(said) > _SHOWN else ""
    return ", ".join(said[:_SHOWN]) + more
