"""How high a box is at a width, and where each of its lines stands. Lengths in em."""

from __future__ import annotations

from pokin_docs.drawing.font import read_font
from pokin_docs.drawing.layout.arrangement import BarisIsi
from pokin_docs.drawing.page import ANTAR_PARAGRAF, GANTUNG, SELA_X, SELA_Y, TINGGI_BARIS, Paragraf

ASCENT = 0.92
"""From the top of a line to its baseline."""
SLACK = 0.985
"""Part of the width that lines use: a program with other rounding still breaks them where we did."""

_Content = tuple[tuple[BarisIsi, ...], float]


class Ukur:
    """Measures boxes; remembers what it measured, because the search asks for the same ones again and again."""

    def __init__(self) -> None:
        self._heights: dict[tuple[int, float], float] = {}
        self._words: dict[int, tuple[tuple[Paragraf, float, tuple[float, ...]], ...]] = {}
        self._alive: list[tuple[Paragraf, ...]] = []
        self._space = read_font(False).lebar(" ")

    def isi(self, paragraf: tuple[Paragraf, ...], lebar: float) -> _Content:
        """The lines of a box of this width and its height."""
        return _content(paragraf, lebar)

    def tinggi(self, paragraf: tuple[Paragraf, ...], lebar: float) -> _Content:
        """The height alone, without the lines."""
        key = (id(paragraf), lebar)
        if key not in self._heights:
            self._heights[key] = self._height(paragraf, lebar)
        return (), self._heights[key]

    def _height(self, paragraf: tuple[Paragraf, ...], lebar: float) -> float:
        if id(paragraf) not in self._words:
            self._alive.append(paragraf)  # an id is only unique among what is kept
            self._words[id(paragraf)] = tuple(
                (part, GANTUNG if part.gaya.butir else 0.0, read_font(part.gaya.tebal).kata(part.teks))
                for part in paragraf
            )
        high = 2 * SELA_Y + ANTAR_PARAGRAF * (len(paragraf) - 1)
        for part, indent, words in self._words[id(paragraf)]:
            room = round((lebar - 2 * SELA_X - indent) * SLACK, 4)
            high += TINGGI_BARIS * self._lines(part, words, room)
        return high

    def _lines(self, part: Paragraf, words: tuple[float, ...], room: float) -> int:
        """How many lines a paragraph takes: the same count as that of ``Huruf.baris``, without making them."""
        space, count, used = self._space, 0, room
        for wide in words:
            if wide > room:
                return len(read_font(part.gaya.tebal).baris(part.teks, room))
            used += space + wide
            if used > room:
                count += 1
                used = wide
        return count

    def luas(self, paragraf: tuple[Paragraf, ...]) -> float:
        """The area that the bare text takes, in square em: no box can be smaller."""
        return sum(read_font(part.gaya.tebal).lebar(part.teks) for part in paragraf) * TINGGI_BARIS


def _content(paragraf: tuple[Paragraf, ...], lebar: float) -> _Content:
    lines: list[BarisIsi] = []
    y = SELA_Y
    for number, part in enumerate(paragraf):
        y += ANTAR_PARAGRAF if number else 0
        font = read_font(part.gaya.tebal)
        indent = GANTUNG if part.gaya.butir else 0.0
        room = (lebar - 2 * SELA_X - indent) * SLACK
        for count, text in enumerate(font.baris(part.teks, room)):
            bullet = part.gaya.butir and count == 0
            lines.append(BarisIsi(SELA_X + indent, y + ASCENT, text, part, bullet))
            y += TINGGI_BARIS
    return tuple(lines), y + SELA_Y
