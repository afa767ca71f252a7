"""The chains of sectors of an old Office file: one that leads back into itself would be followed without end."""

from __future__ import annotations

import struct
from collections.abc import Iterator, Sequence

_END = 0xFFFFFFF0
"""Numbers from here on are no sectors but marks."""
_HEADER = 512


def is_circular(data: bytes) -> bool:
    """Whether a chain of sectors, or of short sectors, leads back into itself; what is cut is left to the reader."""
    try:
        size = 1 << struct.unpack_from("<H", data, 30)[0]
        if not 64 <= size <= 4096:
            return True
        first_short, _, next_list = struct.unpack_from("<III", data, 60)
        lists = list(struct.unpack_from("<109I", data, 76))
        seen: set[int] = set()
        while next_list < _END and next_list not in seen:
            seen.add(next_list)
            *more, next_list = _numbers(data, next_list, size)
            lists += more
        if next_list in seen:
            return True
        chain = [number for sector in lists if sector < _END for number in _numbers(data, sector, size)]
        if _has_circle(chain):
            return True
        short = [number for sector in _walk(chain, first_short) for number in _numbers(data, sector, size)]
        return _has_circle(short)
    except (struct.error, ValueError):
        return False


def _numbers(data: bytes, sector: int, size: int) -> tuple[int, ...]:
    return struct.unpack_from(f"<{size // 4}I", data, _HEADER + sector * size)


def _walk(chain: Sequence[int], start: int) -> Iterator[int]:
    while start < len(chain):
        yield start
        start = chain[start]


def _has_circle(chain: Sequence[int]) -> bool:
    done = bytearray(len(chain))
    for start in range(len(chain)):
        path = []
        number = start
        while number < len(chain) and not done[number]:
            done[number] = 1
            path.append(number)
            number = chain[number]
        if number < len(chain) and done[number] == 1:
            return True
        for passed in path:
            done[passed] = 2
    return False
