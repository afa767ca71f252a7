"""The shipped fonts: how wide a text is in them, and where it breaks into lines.

Liberation Sans has the widths of Arial, so a box measured here fits on a machine that has either.
"""

from __future__ import annotations

import re
import struct
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

FOLDER = Path(__file__).resolve().parent.parent / "huruf"
_BREAKS = re.compile(r"[ \t\r\n\f\v]+")
KELUARGA = "Liberation Sans"
PENGGANTI = "Arial"
"""A font of the same widths, on every Windows machine."""


@dataclass(frozen=True)
class Huruf:
    """One font file; widths are in em, 1 being the font size."""

    berkas: Path
    _maju: dict[str, float] = field(repr=False, hash=False, compare=False)
    _kosong: float = field(repr=False, compare=False)

    def lebar(self, teks: str) -> float:
        """How wide a text is on one line."""
        maju, kosong = self._maju, self._kosong
        return sum([maju.get(sign, kosong) for sign in teks])

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
    return _read(FOLDER / f"LiberationSans-{'Bold' if tebal else 'Regular'}.ttf")


def _read(path: Path) -> Huruf:
    """Advance widths of a TrueType font (tables head, hhea, hmtx, cmap format 4; OpenType 1.9)."""
    data = path.read_bytes()
    tables = {
        data[12 + 16 * n : 16 + 16 * n].decode("ascii"): struct.unpack_from(">L", data, 20 + 16 * n)[0]
        for n in range(struct.unpack_from(">H", data, 4)[0])
    }
    (em,) = struct.unpack_from(">H", data, tables["head"] + 18)
    (count,) = struct.unpack_from(">H", data, tables["hhea"] + 34)
    advances = struct.unpack_from(">" + "Hh" * count, data, tables["hmtx"])[::2]
    glyphs = _characters(data, tables["cmap"])
    return Huruf(
        path,
        {chr(code): advances[min(glyph, count - 1)] / em for code, glyph in glyphs},
        advances[0] / em,
    )


def _characters(data: bytes, cmap: int) -> Iterator[tuple[int, int]]:
    (tables,) = struct.unpack_from(">H", data, cmap + 2)
    for n in range(tables):
        platform, encoding, offset = struct.unpack_from(">HHL", data, cmap + 4 + 8 * n)
        start = cmap + offset
        if (platform, encoding) == (3, 1) and struct.unpack_from(">H", data, start)[0] == 4:
            yield from _segments(data, start)
            return
    raise ValueError("font without a Unicode table")


def _segments(data: bytes, start: int) -> Iterator[tuple[int, int]]:
    (twice,) = struct.unpack_from(">H", data, start + 6)
    count = twice // 2
    ends = struct.unpack_from(f">{count}H", data, start + 14)
    begins = struct.unpack_from(f">{count}H", data, start + 16 + twice)
    deltas = struct.unpack_from(f">{count}h", data, start + 16 + 2 * twice)
    ranges = start + 16 + 3 * twice
    offsets = struct.unpack_from(f">{count}H", data, ranges)
    for n in range(count):
        for code in range(begins[n], min(ends[n], 0xFFFE) + 1):
            glyph = code
            if offsets[n]:
                (glyph,) = struct.unpack_from(">H", data, ranges + 2 * n + offsets[n] + 2 * (code - begins[n]))
                if not glyph:
                    continue
            yield code, (glyph + deltas[n]) & 0xFFFF
