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

_MAX_PARTS = 10_000
_MAX_PART = 128_000_000
_MAX_ALL = 256_000_000
_DOCTYPES = tuple("<!DOCTYPE".encode(code) for code in ("ascii", "utf-16-le", "utf-16-be"))
_DECLARED = re.compile(rb"\s*<\?xml[^>]*?(?:encoding=[\"'](?P<encoding>[\w.-]+)[\"'])?[^>]*\?>")

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

_DECLARATIONS = tuple((space.encode(), f'xmlns:{prefix}="{space}"'.encode()) for prefix, space in PREFIXES.items())


class Unreadable(Exception):
    """The file is not what its name says, or larger than any that is opened here."""


class BoundedPackage:
    """The parts of an Office file, read on demand within bounds.

    Raises:
        Unreadable: It is no zip, or larger than any document.
    """

    def __init__(self, data: bytes) -> None:
        try:
            self._archive = zipfile.ZipFile(io.BytesIO(data))
            members = self._archive.infolist()
        except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as fault:
            raise Unreadable from fault
        if len(members) > _MAX_PARTS or sum(info.file_size for info in members) > _MAX_ALL:
            raise Unreadable
        self._digests: dict[str, str] = {}
        self._members = {info.filename.replace("\\", "/").lstrip("/").casefold(): info for info in members}

    def __contains__(self, name: str) -> bool:
        return name.casefold() in self._members

    def read(self, name: str) -> bytes:
        """A part by its name from the root, without a leading slash; empty where there is none."""
        info = self._members.get(name.casefold())
        if info is None:
            return b""
        if info.file_size > _MAX_PART:
            raise Unreadable
        try:
            return self._archive.read(info)
        except (
            zipfile.BadZipFile,
            zlib.error,
            ValueError,
            OSError,
            EOFError,
            RuntimeError,
            NotImplementedError,
        ) as why:
            raise Unreadable from why

    def digest(self, name: str) -> str:
        """What stands for a part in a content; a sign of its own where there is none."""
        if name not in self._digests:
            self._digests[name] = digest(self.read(name)) if name in self else "?"
        return self._digests[name]

    def links(self, part: str) -> tuple[Relationship, ...]:
        """The relationships of a part; of the package itself with an empty name."""
        data = self.read(rels_name(part).lstrip("/"))
        return _links(data, part) if data else ()

    def main(self) -> str:
        """Name of the part that the file is about."""
        for link in self.links(""):
            if link.kind == "officeDocument" and link.part in self:
                return link.part
        raise Unreadable


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
    if any(mark in data for mark in _DOCTYPES):
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
    usual = encoding in (b"utf-8", b"us-ascii") and not any(sign in data for sign in (b"<!", b"\0"))
    usual = usual and data.find(b"<?", start) < 0
    if usual and all(data.count(space) == data.count(whole) for space, whole in _DECLARATIONS):
        return data
    # Under a root that declares the prefixes lxml takes them instead of others for the same namespaces.
    root = etree.Element("part", nsmap=PREFIXES)
    root.append(tree(data))
    return etree.tostring(root, encoding="UTF-8")


def elements(data: bytes, tag: str) -> Iterator[etree._Element]:
    """Every element of a part with this full name, one after the other: none is kept when the next is asked for.

    Raises:
        Unreadable: It is no XML, or has a DOCTYPE.
    """
    if any(mark in data for mark in _DOCTYPES):
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
