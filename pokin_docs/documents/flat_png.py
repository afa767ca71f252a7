"""A PNG of dots that are numbers of few colours, packed by the zlib of Python as all other files of ours."""

from __future__ import annotations

import struct
import zlib


def flat_png(width: int, height: int, colours: bytes, dots: bytes) -> bytes:
    """The file.

    Args:
        width: Dots in a row.
        height: Rows.
        colours: Red, green and blue of each colour, a byte each.
        dots: The rows, each a zero and then the number of the colour of each dot, a byte each.
    """
    chunks = (
        (b"IHDR", struct.pack(">2I5B", width, height, 8, 3, 0, 0, 0)),
        (b"PLTE", colours),
        (b"IDAT", zlib.compress(dots, 9)),
        (b"IEND", b""),
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data)) for name, data in chunks
    )
