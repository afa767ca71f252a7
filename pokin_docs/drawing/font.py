"""The shipped fonts: how wide a text is in them, and where it breaks into lines.

Liberation Sans has the widths of Arial, so a box measured here fits on a machine that has either.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

FOLDER = Path(__file__).resolve().parent.parent / "huruf"
_BREAKS = re.compile(r"[ \t\r\n\f\v]+")
FONT_FAMILY = "Liberation Sans"
SUBSTITUTE_FONT = "Arial"
"""A font of the same widths, on every Windows machine."""


_EM = 2048
"""Units in an em of the shipped fonts: at this size the widths of their characters are whole numbers."""


class _Advances(dict[str, float]):
    """The width of each character in em, asked of the font once; a character that it does not have is a box.

    Asked one by one, because of two together Pillow gives the width after kerning, which Word does not do by itself.
    """

    def __init__(self, file: Path) -> None:
        from PIL import ImageFont  # here: a command that draws nothing starts without it

        super().__init__()
        self._measure = ImageFont.truetype(file, _EM, layout_engine=ImageFont.Layout.BASIC).getlength

    def __missing__(self, sign: str) -> float:
        self[sign] = wide = self._measure(sign) / _EM
        return wide


@dataclass(frozen=True)
class FontFile:
    """One font file; widths are in em, 1 being the font size."""

    file: Path
    _advances: _Advances = field(repr=False, compare=False)

    def width(self, text: str) -> float:
        """How wide a text is on one line, in em."""
        widths = self._advances
        return sum([widths[sign] for sign in text])

    def word_widths(self, text: str) -> tuple[float, ...]:
        """The widths of the words of a text (``words_of``), in em."""
        return _words(self, text)

    def break_lines(self, text: str, width: float) -> tuple[str, ...]:
        """The text in lines no wider than ``width`` em; a word wider than that is broken, nothing is left out."""
        return _wrap(self, text, round(width, 4))


@lru_cache(maxsize=65_536)  # the search for the best box asks for the same text at the same widths again and again
def _wrap(font: FontFile, text: str, width: float) -> tuple[str, ...]:
    lines: list[str] = []
    space = font.width(" ")
    line, used = "", 0.0
    for word, wide in zip(words_of(text), font.word_widths(text), strict=True):
        if line and used + space + wide <= width:
            line, used = f"{line} {word}", used + space + wide
            continue
        if line:
            lines.append(line)
        line, used = word, wide
        if wide > width:
            *broken, line = _pieces(font, word, width)
            lines += broken
            used = font.width(line)
    return (*lines, line) if line else tuple(lines)


@lru_cache(maxsize=65_536)
def _words(font: FontFile, text: str) -> tuple[float, ...]:
    return tuple(font.width(word) for word in words_of(text))


def words_of(text: str) -> list[str]:
    """The pieces between which a line may be broken, in order; a no-break space holds two words together."""
    return [word for word in _BREAKS.split(text) if word]


def _pieces(font: FontFile, word: str, width: float) -> Iterator[str]:
    """Parts of a word too wide for a line: broken behind a slash, hyphen or no-break space, else anywhere."""
    start = 0
    while start < len(word):
        end = start + 1
        while end < len(word) and font.width(word[start : end + 1]) <= width:
            end += 1
        if end < len(word):
            seam = max(word.rfind(sign, start, end) for sign in "/-\u00a0") + 1
            end = seam if seam > start else end
        yield word[start:end]
        start = end


@lru_cache(maxsize=4)
def read_font(bold: bool) -> FontFile:
    """The shipped font, regular or bold."""
    path = FOLDER / f"LiberationSans-{'Bold' if bold else 'Regular'}.ttf"
    return FontFile(path, _Advances(path))
