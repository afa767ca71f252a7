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
KELUARGA = "Liberation Sans"
PENGGANTI = "Arial"
"""A font of the same widths, on every Windows machine."""


_EM = 2048
"""Units in an em of the shipped fonts: at this size the widths of their characters are whole numbers."""


class _Maju(dict[str, float]):
    """The width of each character in em, asked of the font once; a character that it does not have is a box.

    Asked one by one, because of two together Pillow gives the width after kerning, which Word does not do by itself.
    """

    def __init__(self, berkas: Path) -> None:
        from PIL import ImageFont  # here: a command that draws nothing starts without it

        super().__init__()
        self._ukur = ImageFont.truetype(berkas, _EM, layout_engine=ImageFont.Layout.BASIC).getlength

    def __missing__(self, sign: str) -> float:
        self[sign] = wide = self._ukur(sign) / _EM
        return wide


@dataclass(frozen=True)
class Huruf:
    """One font file; widths are in em, 1 being the font size."""

    berkas: Path
    _maju: _Maju = field(repr=False, compare=False)

    def lebar(self, teks: str) -> float:
        """How wide a text is on one line."""
        maju = self._maju
        return sum([maju[sign] for sign in teks])

    def kata(self, teks: str) -> tuple[float, ...]:
        """The widths of the words of a text."""
        return _words(self, teks)

    def baris(self, teks: str, lebar: float) -> tuple[str, ...]:
        """The text in lines no wider than ``lebar``; a word that is wider by itself is broken, nothing is left out."""
        return _wrap(self, teks, round(lebar, 4))


@lru_cache(maxsize=65_536)  # the search for the best box asks for the same text at the same widths again and again
def _wrap(huruf: Huruf, teks: str, lebar: float) -> tuple[str, ...]:
    lines: list[str] = []
    space = huruf.lebar(" ")
    line, used = "", 0.0
    for word, wide in zip(words_of(teks), huruf.kata(teks), strict=True):
        if line and used + space + wide <= lebar:
            line, used = f"{line} {word}", used + space + wide
            continue
        if line:
            lines.append(line)
        line, used = word, wide
        if wide > lebar:
            *broken, line = _pieces(huruf, word, lebar)
            lines += broken
            used = huruf.lebar(line)
    return (*lines, line) if line else tuple(lines)


@lru_cache(maxsize=65_536)
def _words(huruf: Huruf, teks: str) -> tuple[float, ...]:
    return tuple(huruf.lebar(word) for word in words_of(teks))


def words_of(teks: str) -> list[str]:
    """What a line may be broken between; a no-break space holds two words together."""
    return [word for word in _BREAKS.split(teks) if word]


def _pieces(huruf: Huruf, word: str, lebar: float) -> Iterator[str]:
    """Parts of a word too wide for a line: broken behind a slash, hyphen or no-break space, else anywhere."""
    start = 0
    while start < len(word):
        end = start + 1
        while end < len(word) and huruf.lebar(word[start : end + 1]) <= lebar:
            end += 1
        if end < len(word):
            seam = max(word.rfind(sign, start, end) for sign in "/-\u00a0") + 1
            end = seam if seam > start else end
        yield word[start:end]
        start = end


@lru_cache(maxsize=4)
def read_font(tebal: bool) -> Huruf:
    """The shipped font, regular or bold."""
    path = FOLDER / f"LiberationSans-{'Bold' if tebal else 'Regular'}.ttf"
    return Huruf(path, _Maju(path))
