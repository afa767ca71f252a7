"""A bar that shows how much of a target was reached, as a picture without a letter: what it says stands beside it."""

from __future__ import annotations

import hashlib
from decimal import Decimal
from functools import partial

from pokin_docs.documents.flat_png import flat_png
from pokin_docs.documents.values import PrintedPicture
from pokin_docs.model.achievement import figure

_WIDE, _HIGH = 1000, 54
"""Dots of the picture; on paper 100 mm by 5.4 mm."""
_WHOLE = Decimal(150)
"""Per cent at the right end."""
_TARGET, _FRAME = 100, 2
_GROUND, _BAR, _BEHIND, _LINE = range(4)
_COLOURS = bytes((0xFF, 0xFF, 0xFF, 0x1F, 0x4E, 0x79, 0xF4, 0xB1, 0x83, 0x00, 0x00, 0x00))
"""Ground, bar, bar of what is behind its target, frame and line at the target: told apart on grey paper too."""


def achievement_picture(reached: Decimal) -> PrintedPicture:
    """The bar of a capaian in per cent, with a line at 100; one that is longer than the picture ends at its edge."""
    shown = min(max(reached, Decimal(0)), _WHOLE)
    dots, behind = int(shown * _WIDE / _WHOLE), reached < _TARGET
    digest = hashlib.sha256(f"bar 2 {dots} {behind}".encode()).hexdigest()
    return PrintedPicture(
        digest, _WIDE / 10, _HIGH / 10, f"capaian {figure(reached)}% dari target", partial(_png, dots, behind=behind)
    )


def _png(dots: int, *, behind: bool) -> bytes:
    target = int(_TARGET * _WIDE / _WHOLE)
    line = bytearray(bytes((_GROUND,)) * _WIDE)
    line[:dots] = bytes((_BEHIND if behind else _BAR,)) * dots
    line[target - 2 : target + 3] = bytes((_LINE,)) * 5
    line[:_FRAME] = line[-_FRAME:] = bytes((_LINE,)) * _FRAME
    edge = b"\x00" + bytes((_LINE,)) * _WIDE
    rows = edge * _FRAME + (b"\x00" + bytes(line)) * (_HIGH - 2 * _FRAME) + edge * _FRAME
    return flat_png(_WIDE, _HIGH, _COLOURS, rows)
