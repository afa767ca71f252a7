"""A PNG of dots that are numbers of colours, packed by the zlib of Python as all other files of ours."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator

_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_INCH = 0.0254
_LEVEL = 3
"""Of zlib: what is drawn is flat, and a higher one takes half as long again for a tenth of the room."""


def png_of_indices(width: int, height: int, dots: bytes, palette: bytes, dpi: int) -> bytes:
    """The file: 8 bit for a dot, no filter, which is best for numbers of colours.

    Pillow paints the dots, but packs with a zlib of its own whose bytes differ from one system to the other.

    Args:
        width: Dots in a row.
        height: Rows.
        dots: Number of the colour of each dot, row by row.
        palette: Red, green and blue of each colour, a byte each, at most 256 colours.
        dpi: Dots an inch.
    """
    rows = b"".join(_rows(dots, width))
    per_metre = round(dpi / _INCH)
    chunks = (
        (b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 3, 0, 0, 0)),
        (b"PLTE", palette),
        (b"pHYs", struct.pack(">IIB", per_metre, per_metre, 1)),
        (b"IDAT", zlib.compress(rows, _LEVEL)),
        (b"IEND", b""),
    )
    return _SIGNATURE + b"".join(_chunk(kind, data) for kind, data in chunks)


def _rows(dots: bytes, width: int) -> Iterator[bytes | memoryview]:
    view = memoryview(dots)
    for start in range(0, len(dots), width):
        yield b"\0"
        yield view[start : start + width]


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
