"""Where the rows of a template stand in the sheet that is made from it, and what names them told anew."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby

_AREA = re.compile(r"(\$?[A-Z]{1,3}\$?)(\d{1,7})(?::(\$?[A-Z]{1,3}\$?)(\d{1,7}))?(?![\d(A-Za-z_])")
_ROWS = re.compile(r"(?<![\w$])\$(\d{1,7}):\$(\d{1,7})")
_APART = re.compile(r"""("[^"]*"|'[^']*'!|[A-Za-z_][\w.]*[(!])""")


class MovedRows:
    """For each row that is printed, in order, the number of the template's row that it was made from, both from 1."""

    def __init__(self, made_from: Sequence[int], last_row: int) -> None:
        self.made_from = tuple(made_from)
        self.beyond = len(self.made_from) - last_row
        self.last_row = last_row

    def top(self, row: int) -> int:
        """The first row that was made from this one, or from one below it."""
        if row > self.last_row:
            return row + self.beyond
        return next((at for at, of in enumerate(self.made_from, 1) if of >= row), len(self.made_from) + 1)

    def bottom(self, row: int) -> int:
        """The last row that was made from this one, or from one above it."""
        if row > self.last_row:
            return row + self.beyond
        return max((at for at, of in enumerate(self.made_from, 1) if of <= row), default=1)

    def area(self, text: str) -> str:
        """Ranges such as ``A5:P8`` or ``Lembar!$A$1:$P$9,Lembar!$5:$6`` where they are now."""
        return _ROWS.sub(self._rows, _AREA.sub(self._moved, text))

    def formula(self, text: str) -> str:
        """A formula about cells of its own sheet, its texts and other sheets left alone."""
        pieces = _APART.split(text)
        away = False
        for number, piece in enumerate(pieces):
            if number % 2:
                away = piece.endswith("!")
            elif not away:
                pieces[number] = self.area(piece)
            else:
                away = False
        return "".join(pieces)

    def ranges(self, top: int, bottom: int) -> list[tuple[int, int]]:
        """Every first and last row of what was merged from one row to another: as often as it is repeated."""
        if top > self.last_row:
            return [(top + self.beyond, bottom + self.beyond)]
        inside = min(bottom, self.last_row)
        wanted, more = tuple(range(top, inside + 1)), bottom - inside
        starts = (at for at, of in enumerate(self.made_from) if of == top)
        return [(at + 1, at + len(wanted) + more) for at in starts if self.made_from[at : at + len(wanted)] == wanted]

    def _moved(self, match: re.Match[str]) -> str:
        first, top, last, bottom = match.groups()
        if last is None:
            return f"{first}{self.top(int(top))}"
        below = self.bottom(int(bottom))
        return f"{first}{min(self.top(int(top)), below)}:{last}{below}"

    def _rows(self, match: re.Match[str]) -> str:
        return f"${self.top(int(match[1]))}:${self.bottom(int(match[2]))}"


def runs(flags: Sequence[bool]) -> list[tuple[int, int]]:
    """First and last place, from 1, of each stretch of cells that are one: a True goes on with the one before it."""
    found: list[tuple[int, int]] = []
    at = 0
    for goes_on, group in groupby(flags):
        count = len(list(group))
        if goes_on and at:
            found.append((at, at + count))
        at += count
    return found
