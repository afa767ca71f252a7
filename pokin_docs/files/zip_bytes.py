"""The zip of an Office file, written without a clock: the same members give the same bytes.

Not by ``zipfile``, which cannot take a member that is deflated already. Reading and guarding stay with it.
"""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date

_LOCAL, _CENTRAL, _END = "<4s5H3L2H", "<4s6H3L5H2L", "<4s4H2LH"
_VERSION = 20
_HEAD = (0, 0x21)  # midnight of 1 January 1980
_FIRST, _LAST = 1980, 2107
"""Years that a zip can say."""
_SIZES_FOLLOW = 0x8
_UTF8 = 0x800
_SQUEEZED_HOW = 0x6
_DEFLATE = (".png", ".jpg", ".jpeg")


@dataclass(frozen=True, slots=True)
class ZipMember:
    """A member ready to be written into any number of zips: header, content, and its entry of the directory.

    The entry is what stands before and behind the member's place in the file.
    """

    name: str
    head: bytes
    deflated: bytes
    entry: tuple[bytes, bytes]


def added(
    name: str,
    content: bytes,
    level: int = 6,
    *,
    window: int = zlib.MAX_WBITS,
    memory: int = 8,
    day: date | None = None,
) -> ZipMember:
    """A new member without clock or rights.

    Args:
        name: Name in the zip, with ``/``.
        content: The bytes as they are, not deflated.
        level: Level of zlib, 0 to 9; below 0 the member is stored without being deflated.
        window: Base two logarithm of zlib's window, 9 to 15.
        memory: zlib's ``memLevel``, 1 to 9.
        day: The day it gets; None for the first that a zip knows.
    """
    if level < 0:
        return _plain(name, content, zlib.crc32(content), len(content), zipfile.ZIP_STORED, day)
    squeezer = zlib.compressobj(level, zlib.DEFLATED, -window, memory)
    deflated = squeezer.compress(content) + squeezer.flush()
    return _plain(name, deflated, zlib.crc32(content), len(content), zipfile.ZIP_DEFLATED, day)


def copied(file: bytes, info: zipfile.ZipInfo, *, own: bool) -> ZipMember:
    """A member of another zip as it stands deflated there.

    Args:
        file: All bytes of the other zip.
        info: The member's entry as ``zipfile`` read it from these bytes.
        own: Keep its name, date and attributes as they are, else write them like those of a new one.
    """
    # The lengths of name and extra field may differ from those in the directory.
    head = struct.unpack_from(_LOCAL, file, info.header_offset)
    start = info.header_offset + struct.calcsize(_LOCAL)
    behind = start + head[-2]
    begin = behind + head[-1]
    packed = file[begin : begin + info.compress_size]
    if not own:
        return _plain(info.filename, packed, info.CRC, info.file_size, info.compress_type)
    # Sizes stand in the header now, whoever wrote them after the data.
    flags = info.flag_bits & ~_SIZES_FOLLOW
    shared = (head[1], flags, info.compress_type, head[4], head[5], info.CRC, info.compress_size, info.file_size)
    made_by = info.create_version | info.create_system << 8
    tail = (_short(info.extra), info.comment, info.internal_attr, info.external_attr)
    return _member(info.filename, file[start:behind], shared, _short(file[behind:begin]), packed, made_by, tail)


def is_without_clock(info: zipfile.ZipInfo) -> bool:
    """Whether a member is as ``added`` makes it: Office, which knows no clock there either, does not write it so."""
    plain = (info.create_system, info.create_version, info.date_time) == (0, _VERSION, (1980, 1, 1, 0, 0, 0))
    return plain and not info.flag_bits & _SQUEEZED_HOW


def assemble(entry: Iterable[ZipMember], comment: bytes = b"") -> bytes:
    """The zip file of these members in this order; ``comment`` is its comment."""
    body: list[bytes] = []
    directory: list[bytes] = []
    offset = 0
    for member in entry:
        before, behind = member.entry
        body += (member.head, member.deflated)
        directory.append(before + offset.to_bytes(4, "little") + behind)
        offset += len(member.head) + len(member.deflated)
    index = b"".join(directory)
    count = len(directory)
    end = struct.pack(_END, b"PK\x05\x06", 0, 0, count, count, len(index), offset, len(comment))
    return b"".join((*body, index, end, comment))


def packed(part: Mapping[str, bytes]) -> bytes:
    """The zip file of these parts by name, in this order; pictures, which are deflated already, are only stored."""
    return assemble(added(name, data, -1 if name.lower().endswith(_DEFLATE) else 6) for name, data in part.items())


def without_clock(file: bytes, parts: Mapping[str, bytes] | None = None) -> bytes:
    """The same parts in their order, without the hour and the system at which a library saved them.

    Args:
        file: All bytes of a zip.
        parts: Contents by name that take the place of those in it.
    """
    with zipfile.ZipFile(io.BytesIO(file)) as source:
        return packed({name: (parts or {}).get(name) or source.read(name) for name in source.namelist()})


def _plain(name: str, deflated: bytes, crc: int, size: int, method: int, day: date | None = None) -> ZipMember:
    """A member that tells nothing of the machine: no date but one that was given, no system, no rights."""
    head = _HEAD if day is None or not _FIRST <= day.year <= _LAST else (0, _day_field(day))
    shared = (_VERSION, 0 if name.isascii() else _UTF8, method, *head, crc, len(deflated), size)
    return _member(name, name.encode(), shared, b"", deflated, _VERSION, (b"", b"", 0, 0))


def _day_field(day: date) -> int:
    return day.year - _FIRST << 9 | day.month << 5 | day.day


def _member(
    name: str,
    coded_name: bytes,
    shared: tuple[int, ...],
    extra: bytes,
    deflated: bytes,
    made_by: int,
    tail: tuple[bytes, bytes, int, int],
) -> ZipMember:
    further, comment, internal, external = tail
    sizes = (len(coded_name), len(further), len(comment), 0, internal, external, 0)
    entry = struct.pack(_CENTRAL, b"PK\x01\x02", made_by, *shared, *sizes)[:-4]
    head = struct.pack(_LOCAL, b"PK\x03\x04", *shared, len(coded_name), len(extra)) + coded_name + extra
    return ZipMember(name, head, deflated, (entry, coded_name + further + comment))


def _short(extra: bytes) -> bytes:
    """Further fields of a header without the 64-bit sizes, which no file that may be opened needs."""
    kept, rest = b"", extra
    while len(rest) >= 4:
        kind, size = struct.unpack_from("<2H", rest)
        kept += rest[: 4 + size] if kind != 1 else b""
        rest = rest[4 + size :]
    return kept


class _FirstDay:
    """What ``zipfile`` asks of the clock: always the first day that a zip can hold."""

    @staticmethod
    def time() -> float:
        """No moment of its own."""
        return 0.0

    @staticmethod
    def localtime(moment: float) -> tuple[int, ...]:
        """The first day, whatever the ``moment``."""
        return (1980, 1, 1, 0, 0, 0, 1, 1, 0)


@contextmanager
def any_clock() -> Iterator[None]:
    """Let libraries save their files whatever the clock of the machine says.

    They have ``zipfile`` stamp the hour, which raises before 1980 and after 2107; our own zips have no clock anyway.
    """
    names = vars(zipfile)
    clock = names["time"]
    names["time"] = _FirstDay
    try:
        yield
    finally:
        names["time"] = clock
