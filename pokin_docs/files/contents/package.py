"""An Office file read within bounds: whatever a person may have laid in its place, it costs little or is refused."""

from __future__ import annotations

import functools
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from xml.parsers import expat

from pokin_docs.files.contents.members import ENCRYPTED, Member, members
from pokin_docs.files.contents.parts import Unreadable, digest, refuse_doctype
from pokin_docs.files.relationships import Relationship, relations, rels_name

_MAX_PART = 40_000_000
_MAX_ALL = 120_000_000
_MAX_XML, _MAX_TAGS = 16_000_000, 1_000_000
"""What is parsed of a file, all parts together: whatever is in it, that takes some seconds at most."""

_KEPT, _MAX_KEPT = 64, 1_000_000


@dataclass(frozen=True, slots=True)
class Links:
    """The relationships of a part in their order, and the parts they lead to by id."""

    all: tuple[Relationship, ...] = ()
    parts: Mapping[str, str] = field(default_factory=dict)


class BoundedPackage:
    """The parts of an Office file, read on demand within bounds.

    Args:
        data: All bytes of the file.
        known: Parts of it by name that need not be unpacked once more.

    Raises:
        Unreadable: It is no zip, or larger than any document.
    """

    def __init__(self, data: bytes, known: Mapping[str, bytes] | None = None) -> None:
        self._data, self._known = data, known or {}
        self._members = members(data)
        if sum(member.size for member in self._members.values()) > _MAX_ALL:
            raise Unreadable
        self._xml = self._tags = 0
        self._digests: dict[str, str] = {}
        self._links: dict[str, Links] = {}

    def __contains__(self, name: str) -> bool:
        return name.casefold() in self._members

    def read(self, name: str) -> bytes:
        """A part by its name from the root, without a leading slash; empty where there is none."""
        member = self._members.get(name.casefold())
        if member is None:
            return b""
        return self._known[name] if name in self._known else _unpacked(self._packed(member), member)

    def xml(self, name: str) -> bytes:
        """The same of a part that is to be parsed."""
        return self._counted(self.read(name))

    def _counted(self, data: bytes) -> bytes:
        self._xml += len(data)
        if self._xml > _MAX_TAGS:  # in fewer bytes there are no more tags
            self._tags += data.count(b"<")
        if self._xml > _MAX_XML or self._tags > _MAX_TAGS:
            raise Unreadable
        return data

    def shared(self, name: str) -> bytes:
        """The same of a part that comes from the template: all documents made from it have these bytes."""
        member = self._members.get(name.casefold())
        if member is None or member.packed > _MAX_KEPT or member.size > _MAX_KEPT:
            return self.read(name)
        packed, data = _seen.get(member.mark, (b"", b""))
        if packed and self._data.startswith(packed, member.begin(self._data)):
            return data
        packed, data = self._packed(member), self.read(name)
        if len(_seen) >= _KEPT:
            _seen.clear()
        _seen[member.mark] = packed, data
        return data

    def _packed(self, member: Member) -> bytes:
        start = member.begin(self._data)
        return self._data[start : start + member.packed]

    def digest(self, name: str) -> str:
        """What stands for a part in a content; a sign of its own where there is none."""
        if name not in self._digests:
            self._digests[name] = _digest(self.shared(name)) if name in self else "?"
        return self._digests[name]

    def links(self, part: str) -> Links:
        """The relationships of a part; of the package itself with an empty name."""
        if part not in self._links:
            self._links[part] = _links(self._counted(self.shared(rels_name(part).lstrip("/"))), part)
        return self._links[part]

    def main(self) -> str:
        """Name of the part that the file is about."""
        for link in self.links("").all:
            if link.kind == "officeDocument" and link.part in self:
                return link.part
        raise Unreadable


_seen: dict[tuple[int, ...], tuple[bytes, bytes]] = {}
"""Parts as they stand deflated, and their bytes, by what the directory says of them."""


def _unpacked(packed: bytes, member: Member) -> bytes:
    """The bytes of a part, proved by its checksum; never more than it says."""
    if member.size > _MAX_PART or member.flags & ENCRYPTED or len(packed) != member.packed:
        raise Unreadable
    if member.method == zipfile.ZIP_STORED:
        data = packed
    elif member.method == zipfile.ZIP_DEFLATED:
        try:
            data = zlib.decompressobj(-zlib.MAX_WBITS).decompress(packed, member.size + 1)
        except zlib.error as fault:
            raise Unreadable from fault
    else:
        raise Unreadable
    if len(data) != member.size or zlib.crc32(data) != member.crc:
        raise Unreadable
    return data


_digest = functools.lru_cache(maxsize=64)(digest)
"""A picture is that of all documents; the hash of the same bytes is computed once."""


@functools.lru_cache(maxsize=256)
def _links(data: bytes, part: str) -> Links:
    if not data:
        return Links()
    refuse_doctype(data)
    try:
        found = relations(data, part)
    except (expat.ExpatError, UnicodeError) as fault:
        raise Unreadable from fault
    return Links(found, {link.id: link.part for link in found})
