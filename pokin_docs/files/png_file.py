"""A PNG of dots that are numbers of colours, packed by the zlib of Python as all other files of ours."""

from __future__ import annotations

import struct
import zlib

_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_INCH = 0.0254
_LEVEL = 3
"""Of zlib: what is drawn is flat, and a higher one takes half as long again for a tenth of the room."""


def png_of_indices(width: int, height: int, lines: bytes, palette: bytes, dpi: int) -> bytes:
    """The file: 8 bit for a dot, no filter, which is best for numbers of colours.

    Pillow paints the dots, but packs with a zlib of its own whose bytes differ from one system to the other.

    Args:
        width: Dots in a row.
        height: Rows.
        lines: Number of the colour of each dot, row by row, each row behind a 0, which says that it has no filter.
        palette: Red, green and blue of each colour, a byte each, at most 256 colours.
        dpi: Dots an inch.
    """
    per_metre = round(dpi / _INCH)
    return _file(
        (b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 3, 0, 0, 0)),
        (b"PLTE", palette),
        (b"pHYs", struct.pack(">IIB", per_metre, per_metre, 1)),
        (b"IDAT", zlib.compress(lines, _LEVEL)),
    )


def png_of_colours(width: int, height: int, dots: bytes, bands: int) -> bytes:
    """The file: red, green and blue of each dot, and how much of it is seen where there is a fourth.

    Args:
        width: Dots in a row.
        height: Rows.
        dots: A byte for each band of each dot, row by row.
        bands: 3, or 4.
    """
    row = width * bands
    lines = b"".join(
        _UP + _less(dots[at : at + row], dots[at - row : at] or bytes(row)) for at in range(0, len(dots), row)
    )
    return _file(
        (b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 6 if bands == 4 else 2, 0, 0, 0)),
        (b"IDAT", zlib.compress(lines, 9)),
    )


_UP = b"\2"
"""The filter that keeps of each byte what it has more than that above it: pictures pack far smaller."""


def _less(row: bytes, above: bytes) -> bytes:
    """Each byte less that above it, as a whole number of 256."""
    return bytes((one - other) & 0xFF for one, other in zip(row, above, strict=True))


def _file(*chunks: tuple[bytes, bytes]) -> bytes:
    return _SIGNATURE + b"".join(_chunk(kind, data) for kind, data in (*chunks, (b"IEND", b"")))


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
