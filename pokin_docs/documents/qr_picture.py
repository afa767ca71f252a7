"""A QR as a picture that a template prints: the same dots for the same text."""

from __future__ import annotations

import hashlib
from functools import partial

from pokin_docs.documents.flat_png import flat_png
from pokin_docs.documents.values import PrintedPicture

_SIZE = 20.0
"""Millimetres on paper, with the quiet zone."""
_DOTS, _QUIET = 4, 4
"""Dots of a module, and modules of the white around it that readers need."""
_WAY = "qr 2"
"""Counts up where the picture itself is made otherwise."""


def qr_picture(text: str) -> PrintedPicture:
    """The QR of a text, 2 cm wide; it is made when somebody asks for its bytes.

    Args:
        text: What a reader shows.
    """
    digest = hashlib.sha256(f"{_WAY} {text}".encode()).hexdigest()
    return PrintedPicture(digest, _SIZE, _SIZE, "Kode QR untuk verifikasi", partial(_png, text))


def _png(text: str) -> bytes:
    import segno

    # The fewer modules, the larger each: a long post is still read from a paper scanned at 150 dots an inch.
    modules = segno.make(text, error="l", micro=False).matrix
    side, margin = (len(modules) + 2 * _QUIET) * _DOTS, b"\0" * _QUIET * _DOTS
    blank = b"\0" * (side + 1)
    rows = [
        b"\0" + margin + b"".join(bytes((one,)) * _DOTS for one in line) + margin
        for line in modules
        for _ in range(_DOTS)
    ]
    around = [blank] * (_QUIET * _DOTS)
    return flat_png(side, side, b"\xff\xff\xff\0\0\0", b"".join((*around, *rows, *around)))


SAMPLE_QR = qr_picture("Perjanjian Kinerja 2026")
"""The made-up one of the palette."""
