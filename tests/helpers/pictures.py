"""Pictures that tests need."""

from __future__ import annotations

import struct
import zlib
from pathlib import Path


def png(grey: int = 255) -> bytes:
    """A small PNG of one grey with its opposite at the edge, 4 by 2 pixels."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">L", len(data)) + kind + data + struct.pack(">L", zlib.crc32(kind + data))

    rows = b"".join(b"\x00" + bytes((grey, grey, grey, 255 - grey)) for _ in range(2))
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">LLBBBBB", 4, 2, 8, 0, 0, 0, 0))
        + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")
    )  # fmt: skip


def gambar(folder: Path) -> Path:
    """A small PNG, white, 4 by 2 pixels."""
    path = folder / "logo.png"
    path.write_bytes(png())
    return path
