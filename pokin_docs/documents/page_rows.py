"""Where the pages of a table end: which of its rows stay together, and how high a row of texts is.

A Word file knows no pages. They are reckoned with the widths of Arial for the shipped templates; where a font or an
office's own template is otherwise, a page may end a row earlier or later, and nothing is lost.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import ceil

from pokin_docs.documents.values import Tanda, Text

SURE = 10.0
"""Points that a page may turn out shorter than reckoned."""
_NARROW, _SHORT_MARK = 68.0, "[isi]"
"""Points for text in a column in which a mark is shortened, and what it is then (templating/fill/narrow_marks.py)."""
_LONGEST = 4_000
"""Characters of a text that are looked at."""
_WIDTHS = dict(zip(map(chr, range(32, 127)), (
    278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556, 556,
    556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833,
    722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556,
    556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334,
    260, 334, 584), strict=True))  # fmt: skip
"""Thousandths of an em that each character of Arial is wide."""
_OTHER = 600


@dataclass(slots=True)
class PagePlace:
    """How far a page is filled, in points.

    ``height`` is the room between the margins, ``page`` counts the pages, ``head`` is what the header rows of a table
    take on each page that goes on with it.
    """

    filled: float
    height: float
    page: int = 1
    head: float = 0.0

    def fits(self, height: float) -> bool:
        """Whether the page has room for something of this height."""
        return self.filled + height <= self.height

    def step(self, height: float) -> None:
        """Go past something that stays whole on its page."""
        if not self.fits(height):
            self.turn()
        self.filled += height

    def turn(self) -> None:
        """Go on to the next page."""
        self.page += 1
        self.filled = self.head


@dataclass(frozen=True, slots=True)
class PlacedRow:
    """Where a row stands in its group, whose rows share a cell: the first, the last; kept on a page with the next."""

    first: bool
    last: bool
    kept: bool


def row_groups(heights: Sequence[float], shared: float, place: PagePlace) -> Iterator[PlacedRow]:
    """The place of each of some rows that share a cell: all are one group where a page has room for them.

    Of more than a page each page has a group of its own, which repeats the cell.

    Args:
        heights: The heights of the rows, at least one.
        shared: The height of the text in the cell they share.
        place: How far the page is filled; goes past the rows.
    """
    if max(sum(heights), shared) <= place.height - place.head - SURE:
        place.step(max(sum(heights), shared))
        yield from _group(len(heights), together=True)
        return
    start, together = 0, False
    for number, height in enumerate(heights):
        if number > start and not place.fits(height + SURE):
            yield from _group(number - start, together=together)
            # What begins a page may be kept together: it does not fit the rest of the page before.
            start, together = number, True
            place.turn()
        place.step(height)
    place.filled += max(shared - sum(heights[start:]), 0)
    yield from _group(len(heights) - start, together=together)


def _group(count: int, *, together: bool) -> Iterator[PlacedRow]:
    for number in range(count):
        yield PlacedRow(number == 0, number == count - 1, together and number < count - 1)


def row_height(*cells: tuple[Text, float], size: float, line: float, padding: float) -> float:
    """The height of a row in points: of its longest text, a line as high as ``line``, with ``padding`` around.

    Args:
        cells: The texts, each with the width in points that it has.
        size: Size of the letters.
        line: Height of a line.
        padding: What stands above and below the lines.
    """
    return max(count_lines(printed_text(text, width), width, size) for text, width in cells) * line + padding


def printed_text(text: Text, width: float = _NARROW) -> str:
    """What a text prints in a column: a mark as its words, in a narrow column the short one that stands for it."""
    if isinstance(text, Tanda):
        return text.text if width >= _NARROW else _SHORT_MARK
    return text


@lru_cache(maxsize=16_384)
def count_lines(text: str, width: float, size: float) -> int:
    """How many lines a text takes in a column, each word on one as long as it fits.

    Args:
        text: The text, with its line ends.
        width: Width of the column in points.
        size: Size of the letters in points.
    """
    room, count = width * 1000 / size, 0
    for paragraph in text[:_LONGEST].split("\n"):
        count += 1
        left = room
        for word in paragraph.replace("-", "- ").replace("/", "/ ").split(" "):
            wide = sum([_WIDTHS.get(sign, _OTHER) for sign in word])
            if wide > left < room:
                count, left = count + 1, room
            count += max(ceil(wide / room) - 1, 0)
            left -= (wide if wide <= room else wide % room) + (0 if word[-1:] in ("-", "/") else 278)
    return count
