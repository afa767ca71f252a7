"""Made-up values that are more than a text: pictures for the palette and the X-ray."""

from __future__ import annotations

import struct
import zlib
from functools import partial

from pokin_docs.documents.values import PrintedPicture


def _drawing(child: int) -> bytes:
    """A small grey drawing of a box with some boxes below it, as a PNG."""
    wide, high = 240, 100
    boxes = [(80, 10, 160, 40), *((x, 60, x + 50, 90) for x in (range(20, 20 + 75 * child, 75)))]

    def shade(x: int, y: int) -> int:
        inside = any(left <= x < right and top <= y < bottom for left, top, right, bottom in boxes)
        return 0xA0 if inside else 0xF2

    lines = b"".join(b"\x00" + bytes(shade(x, y) for x in range(wide)) for y in range(high))
    chunks = (
        (b"IHDR", struct.pack(">2I5B", wide, high, 8, 0, 0, 0, 0)), (b"IDAT", zlib.compress(lines, 9)), (b"IEND", b""),
    )  # fmt: skip
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data)) for name, data in chunks
    )


def _picture(number: int) -> PrintedPicture:
    alt = f"contoh gambar pohon kinerja bagian {number}"
    return PrintedPicture(f"{number:064x}", 120.0, 50.0, alt, partial(_drawing, number + 1))


SAMPLE_PICTURES = (_picture(1), _picture(2))
"""Two small pictures of a tree, 120 mm by 50 mm on paper."""
