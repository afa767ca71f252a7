"""How high a box is at a width, and where each of its lines stands. Lengths in em."""

from __future__ import annotations

from math import sqrt

from pokin_docs.drawing.font import read_font
from pokin_docs.drawing.layout.arrangement import BoxLine
from pokin_docs.drawing.page import HANGING_INDENT, LINE_HEIGHT, PARAGRAPH_GAP, SELA_X, SELA_Y, BoxParagraph

ASCENT = 0.92
"""From the top of a line to its baseline."""
SLACK = 0.985
"""Part of the width that lines use: a program with other rounding still breaks them where we did."""

_Content = tuple[tuple[BoxLine, ...], float]


class BoxMeasurer:
    """Measures boxes; remembers what it measured, because the search asks for the same ones again and again."""

    def __init__(self) -> None:
        self._heights: dict[tuple[int, float], float] = {}
        self._words: dict[int, tuple[tuple[BoxParagraph, float, tuple[float, ...]], ...]] = {}
        self._areas: dict[tuple[int, float, float], float] = {}
        self._alive: list[tuple[BoxParagraph, ...]] = []
        self._space = read_font(False).width(" ")

    def content(self, paragraph: tuple[BoxParagraph, ...], width: float) -> _Content:
        """The lines of a box of this width, and its height; all in em."""
        return _content(paragraph, width)

    def height(self, paragraph: tuple[BoxParagraph, ...], width: float) -> _Content:
        """The height alone, in em, without the lines."""
        key = (id(paragraph), width)
        if key not in self._heights:
            self._heights[key] = self._height(paragraph, width)
        return (), self._heights[key]

    def _height(self, paragraph: tuple[BoxParagraph, ...], width: float) -> float:
        if id(paragraph) not in self._words:
            self._alive.append(paragraph)  # an id is only unique among what is kept
            self._words[id(paragraph)] = tuple(
                (
                    part,
                    HANGING_INDENT if part.kind.is_bullet else 0.0,
                    read_font(part.kind.bold).word_widths(part.text),
                )
                for part in paragraph
            )
        high = 2 * SELA_Y + PARAGRAPH_GAP * (len(paragraph) - 1)
        for part, indent, words in self._words[id(paragraph)]:
            room = round((width - 2 * SELA_X - indent) * SLACK, 4)
            high += LINE_HEIGHT * self._lines(part, words, room)
        return high

    def _lines(self, part: BoxParagraph, words: tuple[float, ...], room: float) -> int:
        """How many lines a paragraph takes: the same count as that of ``FontFile.break_lines``, without making them."""
        space, count, used = self._space, 0, room
        for wide in words:
            if wide > room:
                return len(read_font(part.kind.bold).break_lines(part.text, room))
            used += space + wide
            if used > room:
                count += 1
                used = wide
        return count

    def least_area(self, paragraph: tuple[BoxParagraph, ...], beside: float, below: float) -> float:
        """The area, in square em, that no box with these paragraphs stays under, whatever its width.

        Args:
            paragraph: Its paragraphs.
            beside: Empty width, in em, that it has to itself.
            below: Empty height likewise.
        """
        key = id(paragraph), beside, below
        if key not in self._areas:
            self._alive.append(paragraph)
            text = sum(read_font(part.kind.bold).width(part.text) + self._space for part in paragraph)
            # At width w it is (w + beside) * (high + lines * LINE_HEIGHT), and lines >= text / ((w - inset) * SLACK).
            high = 2 * SELA_Y + PARAGRAPH_GAP * (len(paragraph) - 1) + below
            lines, inset = text * LINE_HEIGHT / SLACK, 2 * SELA_X - self._space / SLACK + beside
            self._areas[key] = lines + high * inset + 2 * sqrt(lines * high * inset)
        return self._areas[key]


def _content(paragraph: tuple[BoxParagraph, ...], width: float) -> _Content:
    lines: list[BoxLine] = []
    y = SELA_Y
    for number, part in enumerate(paragraph):
        y += PARAGRAPH_GAP if number else 0
        font = read_font(part.kind.bold)
        indent = HANGING_INDENT if part.kind.is_bullet else 0.0
        room = (width - 2 * SELA_X - indent) * SLACK
        for count, text in enumerate(font.break_lines(part.text, room)):
            bullet = part.kind.is_bullet and count == 0
            lines.append(BoxLine(SELA_X + indent, y + ASCENT, text, part, bullet))
            y += LINE_HEIGHT
    return tuple(lines), y + SELA_Y
