"""A bar that shows how much of a target was reached, as a picture without a letter: what it says stands beside it."""

from __future__ import annotations

import hashlib
import struct
import zlib
from decimal import Decimal
from functools import partial

from pokin_docs.documents.values import PrintedPicture
from pokin_docs.model.achievement import figure

_WIDE, _HIGH = 600, 36
"""Dots of the picture; on paper 60 mm by 3.6 mm."""
_WHOLE = Decimal(150)
"""Per cent at the right end."""
_TARGET = 100
_GROUND, _BAR, _BEHIND, _LINE = range(4)
_COLOURS = bytes((0xF2, 0xF2, 0xF2, 0x2E, 0x74, 0xB5, 0xC5, 0x5A, 0x11, 0x40, 0x40, 0x40))
"""Ground, bar, bar of what is behind its target, line at the target."""


def achievement_picture(reached: Decimal) -> PrintedPicture:
    """The bar of a capaian in per cent, with a line at 100; one that is longer than the picture ends at its edge."""
    shown = min(max(reached, Decimal(0)), _WHOLE)
    dots, behind = int(shown * _WIDE / _WHOLE), reached < _TARGET
    digest = hashlib.sha256(f"bar 1 {dots} {behind}".encode()).hexdigest()
    return PrintedPicture(
        digest, _WIDE / 10, _HIGH / 10, f"capaian {figure(reached)}% dari target", partial(_png, dots, behind=behind)
    )


def _png(dots: int, *, behind: bool) -> bytes:
    target = int(_TARGET * _WIDE / _WHOLE)
    line = bytearray(bytes((_GROUND,)) * _WIDE)
    line[:dots] = bytes((_BEHIND if behind else _BAR,)) * dots
    line[target - 1 : target + 2] = bytes((_LINE,)) * 3
    chunks = (
        (b"IHDR", struct.pack(">2I5B", _WIDE, _HIGH, 8, 3, 0, 0, 0)),
        (b"PLTE", _COLOURS),
        (b"IDAT", zlib.compress((b"\x00" + bytes(line)) * _HIGH, 9)),
        (b"IEND", b""),
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data)) for name, data in chunks
    )
