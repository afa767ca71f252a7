"""The members of a zip as its directory names them, read at once where it is written as all programs write it."""

from __future__ import annotations

import io
import struct
import zipfile
from typing import NamedTuple

from pokin_docs.files.contents.parts import Unreadable

ENCRYPTED = 0x1
_LOCAL = 30
_ENTRY, _END = struct.Struct("<4s6H3L5H2L"), struct.Struct("<4s4H2LH")
_LENGTHS = struct.Struct("<2H")
_IN_64_BITS = 0xFFFF_FFFF
_MAX_MEMBERS, _MAX_DIRECTORY = 10_000, 2_000_000


class Member(NamedTuple):
    """What the directory says of a member: its sizes as it stands in the file and unpacked, and where it stands."""

    packed: int
    size: int
    crc: int
    method: int
    flags: int
    place: int

    @property
    def mark(self) -> tuple[int, ...]:
        """What two members with the same bytes have in common."""
        return self[:5]

    def begin(self, file: bytes) -> int:
        """Where its bytes begin, which the lengths of name and extra field in front of them tell.

        Raises:
            Unreadable: The file ends before.
        """
        start = self.place + _LOCAL
        if len(file) < start:
            raise Unreadable
        name, extra = _LENGTHS.unpack_from(file, start - _LENGTHS.size)
        return start + int(name) + int(extra)


def members(file: bytes) -> dict[str, Member]:
    """The members by their names in lower case; of two with the same name the last.

    Raises:
        Unreadable: It is no zip, or has more members than any document.
    """
    end = file.rfind(b"PK\5\6")
    if end < 0 or len(file) < end + _END.size:
        raise Unreadable
    _, *disks, count, total, length, offset, comment = _END.unpack_from(file, end)
    if max(count, total) > _MAX_MEMBERS or length > _MAX_DIRECTORY:
        raise Unreadable
    is_usual = not (comment or any(disks)) and count == total and offset + length == end == len(file) - _END.size
    return (_usual(file, count, offset, end) if is_usual else None) or _others(file)


def _usual(file: bytes, count: int, start: int, end: int) -> dict[str, Member] | None:
    """The members of a directory with plain names and sizes; None of another."""
    found = {}
    for _ in range(count):
        if start + _ENTRY.size > end:
            return None
        (sign, _, _, flags, method, _, _, crc, packed, size, name, extra, comment, _, _, _, place) = _ENTRY.unpack_from(
            file, start
        )
        called = file[start + _ENTRY.size : start + _ENTRY.size + name]
        if sign != b"PK\1\2" or not called.isascii() or b"\0" in called or b"\\" in called or place >= start:
            return None
        if _IN_64_BITS in (packed, size):
            return None
        found[called.decode().lstrip("/").casefold()] = Member(packed, size, crc, method, flags, place)
        start += _ENTRY.size + name + extra + comment
    return found if start == end else None


def _others(file: bytes) -> dict[str, Member]:
    try:
        with zipfile.ZipFile(io.BytesIO(file)) as archive:
            found = archive.infolist()
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as fault:
        raise Unreadable from fault
    return {
        info.filename.replace("\\", "/").lstrip("/").casefold(): Member(
            info.compress_size, info.file_size, info.CRC, info.compress_type, info.flag_bits, info.header_offset
        )
        for info in found
    }
