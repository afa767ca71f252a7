"""A Word document opened for reading: its parts as XML, what they name, its pictures."""

from __future__ import annotations

import base64
import zlib
from typing import TYPE_CHECKING
from zipfile import BadZipFile

from lxml import etree

from pokin_docs.files.package import OfficePackage
from pokin_docs.files.relationships import rels_name

if TYPE_CHECKING:
    from lxml.etree import _Element

_RELS = "{http://schemas.openxmlformats.org/package/2006/relationships}"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
# How pictures that every browser shows begin; all else (EMF, WMF, TIFF) is left to Word.
_PICTURES = (
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"GIF8", "image/gif"),
    (b"BM", "image/bmp"),
)


class PreviewDocument:
    """The parts of one document, each read once.

    Raises:
        ValueError: The bytes are no Word document.
    """

    def __init__(self, data: bytes) -> None:
        try:
            self._package = OfficePackage(data)
            self._xml: dict[str, _Element | None] = {}
            self._links: dict[str, dict[str, tuple[str, str, bool]]] = {}
            self.main_part = next(iter(self.named("", "officeDocument")), "word/document.xml")
            root = self.xml(self.main_part)
        except (BadZipFile, etree.XMLSyntaxError, zlib.error, NotImplementedError) as fault:
            raise ValueError("no Word document") from fault
        if root is None:
            raise ValueError("no Word document")
        self.root: _Element = root

    def xml(self, part: str) -> _Element | None:
        """The root of a part; None when there is no such part."""
        if part not in self._xml:
            data = self._package.get(part) if part else None
            parser = etree.XMLParser(
                resolve_entities=False, no_network=True, huge_tree=True, remove_comments=True, remove_pis=True
            )
            self._xml[part] = etree.fromstring(data, parser) if data else None
        return self._xml[part]

    def _relations(self, part: str) -> dict[str, tuple[str, str, bool]]:
        """Per id the kind, the target as it is written, and whether it lies outside the file."""
        if part not in self._links:
            root = self.xml(rels_name(part) if part else "_rels/.rels")
            self._links[part] = {
                str(entry.get("Id", "")): (
                    str(entry.get("Type", "")).removeprefix(_OFFICE),
                    str(entry.get("Target", "")),
                    entry.get("TargetMode") == "External",
                )
                for entry in (root.iterfind(f"{_RELS}Relationship") if root is not None else ())
            }
        return self._links[part]

    def named(self, part: str, wanted: str) -> tuple[str, ...]:
        """The parts of one kind that a part names."""
        found = self._relations(part).values()
        return tuple(_absolute(part, target) for kind, target, outside in found if kind == wanted and not outside)

    def part(self, part: str, rid: str | None) -> str:
        """The part that an id leads to; empty for none and for what lies outside the file."""
        _, target, outside = self._relations(part).get(rid or "", ("", "", True))
        return "" if outside else _absolute(part, target)

    def address(self, part: str, rid: str | None) -> str:
        """The address outside the file that an id leads to, or nothing."""
        _, target, outside = self._relations(part).get(rid or "", ("", "", False))
        return target if outside else ""

    def picture(self, part: str, rid: str | None) -> str:
        """A picture as a ``data:`` address; empty when it is of a kind that browsers do not show, or not there."""
        name = self.part(part, rid)
        data = self._package.get(name) if name else None
        if not data:
            return ""
        kind = next((kind for start, kind in _PICTURES if data.startswith(start)), "")
        if not kind and (data[:4] == b"RIFF" and data[8:12] == b"WEBP"):
            kind = "image/webp"
        return f"data:{kind};base64,{base64.b64encode(data).decode()}" if kind else ""


def _absolute(part: str, target: str) -> str:
    import posixpath

    if target.startswith("/"):
        return posixpath.normpath(target.lstrip("/"))
    return posixpath.normpath(posixpath.join(posixpath.dirname(part), target))
