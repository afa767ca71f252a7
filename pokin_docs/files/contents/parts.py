"""An Office file read within bounds: whatever a person may have laid in its place, it costs little or is refused."""

from __future__ import annotations

import functools
import hashlib
import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from xml.parsers import expat

from lxml import etree

from pokin_docs.files.relationships import Relationship, relations, rels_name
from pokin_docs.files.zip_bytes import packed_bytes

_MAX_PARTS = 10_000
_MAX_PART = 128_000_000
_MAX_ALL = 256_000_000
_MAX_TREE = 24_000_000
"""A part of which a tree is made, which is twenty times as large at worst."""

_SMALL = 8_000
_ENCRYPTED = 0x1
_DOCTYPES = tuple("<!DOCTYPE".encode(code) for code in ("ascii", "utf-16-le", "utf-16-be"))
_DECLARED = re.compile(rb"\s*<\?xml[^>]*?(?:encoding=[\"'](?P<encoding>[\w.-]+)[\"'])?[^>]*\?>")

EMU = 36_000
"""So many units of Office's drawings are a millimetre."""

PREFIXES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "v": "urn:schemas-microsoft-com:vml",
    "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
}
"""The prefixes by which Word, LibreOffice and this program call these namespaces."""

_DECLARATION = re.compile(rb"xmlns(?::([\w.-]+))?\s*=\s*(?:\"([^\"]*)\"|'([^']*)')")
_SPACES = {prefix.encode(): space.encode() for prefix, space in PREFIXES.items()}
_PREFIXES = {space: prefix for prefix, space in _SPACES.items()}


class Unreadable(Exception):
    """The file is not what its name says, or larger than any that is opened here."""


class BoundedPackage:
    """The parts of an Office file, read on demand within bounds.

    Raises:
        Unreadable: It is no zip, or larger than any document.
    """

    def __init__(self, data: bytes) -> None:
        self._data = data
        try:
            with zipfile.ZipFile(io.BytesIO(data)) as archive:
                members = archive.infolist()
        except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as fault:
            raise Unreadable from fault
        if len(members) > _MAX_PARTS or sum(info.file_size for info in members) > _MAX_ALL:
            raise Unreadable
        self._members = {info.filename.replace("\\", "/").lstrip("/").casefold(): info for info in members}
        self._digests: dict[str, str] = {}
        self._links: dict[str, tuple[Relationship, ...]] = {}

    def __contains__(self, name: str) -> bool:
        return name.casefold() in self._members

    def read(self, name: str) -> bytes:
        """A part by its name from the root, without a leading slash; empty where there is none."""
        info = self._members.get(name.casefold())
        if info is None:
            return b""
        packed = packed_bytes(self._data, info)
        if info.file_size > _MAX_PART or info.flag_bits & _ENCRYPTED or len(packed) != info.compress_size:
            raise Unreadable
        unpack = _unpacked_once if info.file_size < _SMALL else _unpacked
        return unpack(packed, info.compress_type, info.file_size, info.CRC)

    def digest(self, name: str) -> str:
        """What stands for a part in a content; a sign of its own where there is none."""
        if name not in self._digests:
            self._digests[name] = digest(self.read(name)) if name in self else "?"
        return self._digests[name]

    def links(self, part: str) -> tuple[Relationship, ...]:
        """The relationships of a part; of the package itself with an empty name."""
        if part not in self._links:
            data = self.read(rels_name(part).lstrip("/"))
            self._links[part] = _links(data, part) if data else ()
        return self._links[part]

    def main(self) -> str:
        """Name of the part that the file is about."""
        for link in self.links(""):
            if link.kind == "officeDocument" and link.part in self:
                return link.part
        raise Unreadable


def _unpacked(packed: bytes, method: int, size: int, crc: int) -> bytes:
    """The bytes of a part, proved by its checksum; never more than it says."""
    if method == zipfile.ZIP_STORED:
        data = packed
    elif method == zipfile.ZIP_DEFLATED:
        try:
            data = zlib.decompressobj(-zlib.MAX_WBITS).decompress(packed, size + 1)
        except zlib.error as fault:
            raise Unreadable from fault
    else:
        raise Unreadable
    if len(data) != size or zlib.crc32(data) != crc:
        raise Unreadable
    return data


_unpacked_once = functools.lru_cache(maxsize=64)(_unpacked)
"""Small parts come from the template: all documents made from it have the same."""


@functools.lru_cache(maxsize=256)
def _links(data: bytes, part: str) -> tuple[Relationship, ...]:
    if any(mark in data for mark in _DOCTYPES):
        raise Unreadable
    try:
        return relations(data, part)
    except (expat.ExpatError, UnicodeError) as fault:
        raise Unreadable from fault


def tree(data: bytes) -> etree._Element:
    """The root of a part, without comments and without anything fetched or expanded.

    Raises:
        Unreadable: It is no XML, or has a DOCTYPE, which no office program writes.
    """
    if len(data) > _MAX_TREE or any(mark in data for mark in _DOCTYPES):
        raise Unreadable
    parser = etree.XMLParser(
        remove_comments=True, remove_pis=True, resolve_entities=False, no_network=True, huge_tree=False
    )
    try:
        return etree.fromstring(data, parser)
    except (etree.LxmlError, ValueError) as fault:
        raise Unreadable from fault


def plain(data: bytes) -> bytes:
    """A text part as office programs write it: UTF-8, the usual prefixes, nothing but elements and texts.

    Another one is written anew in this way.

    Raises:
        Unreadable: It is no XML, or has a DOCTYPE.
    """
    declared = _DECLARED.match(data)
    start = declared.end() if declared else 0
    encoding = (declared["encoding"] or b"utf-8").lower() if declared else b"utf-8"
    if encoding in (b"utf-8", b"us-ascii") and _has_usual_names(data) and not _has_more(data, start):
        return data
    # Under a root that declares the prefixes lxml takes them instead of others for the same namespaces.
    root = etree.Element("part", nsmap=PREFIXES)
    root.append(tree(data))
    return etree.tostring(root, encoding="UTF-8")


def _has_usual_names(data: bytes) -> bool:
    """Whether each namespace that we read has the prefix that office programs give it, and that prefix no other."""
    declared = {(prefix, plainly or quoted) for prefix, plainly, quoted in _DECLARATION.findall(data)}
    return all(
        _SPACES.get(prefix, space) == space and _PREFIXES.get(space, prefix) == prefix for prefix, space in declared
    )


def _has_more(data: bytes, start: int) -> bool:
    """Whether it has more than elements and texts; single characters are looked for first, which is quicker."""
    more = b"\0" in data or (b"!" in data and b"<!" in data)
    return more or (data.find(b"?", start) >= 0 and data.find(b"<?", start) >= 0)


def elements(data: bytes, tag: str) -> Iterator[etree._Element]:
    """Every element of a part with this full name, one after the other: none is kept when the next is asked for.

    Raises:
        Unreadable: It is no XML, or has a DOCTYPE.
    """
    if len(data) > _MAX_TREE or any(mark in data for mark in _DOCTYPES):
        raise Unreadable
    if not data:
        return
    try:
        for _, element in etree.iterparse(
            io.BytesIO(data), tag=tag, remove_comments=True, remove_pis=True, resolve_entities=False, no_network=True
        ):
            yield element
            element.clear()
            parent = element.getparent()
            while parent is not None and element.getprevious() is not None:
                del parent[0]
    except (etree.LxmlError, ValueError) as fault:
        raise Unreadable from fault


def digest(data: bytes) -> str:
    """What stands for some bytes in a fingerprint."""
    return hashlib.sha256(data).hexdigest()
