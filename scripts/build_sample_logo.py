"""Draw ``inputs/logo-contoh.png``: a plain shield that no one takes for the emblem of a real region.

Run as ``python scripts/build_sample_logo.py``. Only the standard library, so that the example needs no drawing program.
"""

from __future__ import annotations

import struct
import zlib
from pathlib import Path

LOGO = Path(__file__).resolve().parent.parent / "inputs" / "logo-contoh.png"
WIDTH, HEIGHT, SAMPLES = 240, 280, 3
_BORDER = (110, 118, 128)
_UPPER, _LOWER, _BAND = (176, 190, 205), (205, 214, 224), (244, 246, 248)


def main() -> None:
    """Write the picture."""
    LOGO.write_bytes(png(WIDTH, HEIGHT))
    print(LOGO.name)


def png(width: int, height: int) -> bytes:
    """The shield as a PNG with a transparent ground."""
    lines = b"".join(b"\x00" + b"".join(_pixel(x, y, width, height) for x in range(width)) for y in range(height))
    header = struct.pack(">IIBBBBB", width, height, 8, 6, 0, 0, 0)
    chunks = ((b"IHDR", header), (b"IDAT", zlib.compress(lines, 9)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(name, data) for name, data in chunks)


def _chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def _pixel(x: int, y: int, width: int, height: int) -> bytes:
    """Mean of a few points inside the pixel, so that the edges are smooth."""
    points = [
        _colour((x + (i + 0.5) / SAMPLES) / width, (y + (j + 0.5) / SAMPLES) / height)
        for i in range(SAMPLES)
        for j in range(SAMPLES)
    ]
    inside = [point for point in points if point is not None]
    if not inside:
        return bytes(4)
    red, green, blue = (sum(channel) // len(inside) for channel in zip(*inside, strict=True))
    return bytes((red, green, blue, 255 * len(inside) // len(points)))


def _colour(x: float, y: float) -> tuple[int, int, int] | None:
    """Colour at a place of the unit square; None outside the shield."""
    if not _inside(x, y, 0.0):
        return None
    if not _inside(x, y, 0.045):
        return _BORDER
    if abs(y - 0.62 + 0.45 * x) < 0.07:
        return _BAND
    return _UPPER if y < 0.62 - 0.45 * x else _LOWER


def _inside(x: float, y: float, inset: float) -> bool:
    """Whether a place lies in the shield: straight sides above, an arc to a point below."""
    half = 0.46 - inset
    if y < 0.03 + inset or y > 0.97 - inset * 1.3:
        return False
    if y > 0.5:
        half *= (1 - ((y - 0.5) / (0.47 - inset * 1.3)) ** 2) ** 0.5 if y < 0.97 - inset * 1.3 else 0
    return abs(x - 0.5) < half


if __name__ == "__main__":
    main()
