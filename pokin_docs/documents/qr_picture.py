"""A QR as a picture that a template prints: the same dots for the same text."""

from __future__ import annotations

import hashlib
from functools import partial

from pokin_docs.documents.flat_png import flat_png
from pokin_docs.documents.values import PrintedPicture

MAX_BYTES = 106
"""Of a text in UTF-8: more take finer modules, which are not read from a page scanned at 150 dots an inch."""
_VERSIONS = ((78, 4), (MAX_BYTES, 5))
"""Bytes that a QR of each version holds."""
_MODULE = 0.6
"""Millimetres on paper, 3.5 dots of such a scan."""
_DOTS, _QUIET = 4, 4
"""Dots of a module, and modules of the white around it that readers need."""
_WAY = "qr 3"
"""Counts up where the picture itself is made otherwise."""


def qr_picture(text: str) -> PrintedPicture:
    """The QR of a text, 2.5 or 2.7 cm wide; it is made when somebody asks for its bytes.

    Args:
        text: What a reader shows, at most ``MAX_BYTES`` long.
    """
    digest = hashlib.sha256(f"{_WAY} {text}".encode()).hexdigest()
    size = len(text.encode())
    version = next(version for most, version in _VERSIONS if size <= most)
    side = round((17 + 4 * version + 2 * _QUIET) * _MODULE, 1)
    return PrintedPicture(digest, side, side, "Kode QR untuk verifikasi", partial(_png, text, version))


def _png(text: str, version: int) -> bytes:
    import segno

    modules = segno.make(text, version=version, error="l", encoding="utf-8").matrix
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
