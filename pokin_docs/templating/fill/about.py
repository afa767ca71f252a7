"""The properties of the file that a document is: they say what it is, and not who made its template, with what."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from lxml import etree

from pokin_docs.documents.about import AboutDocument
from pokin_docs.files.core_properties import APP_TYPE, APP_XML, CORE_LINK, CORE_PART, CORE_TYPE, core_xml
from pokin_docs.files.zip_bytes import ZipMember, added
from pokin_docs.templating.fill.outside import parse, serialised

_TYPES, _RELS = "[Content_Types].xml", "_rels/.rels"
_OF_TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"
_OF_RELS = "{http://schemas.openxmlformats.org/package/2006/relationships}"


@dataclass(frozen=True, slots=True)
class OwnProperties:
    """The part with a document's properties, and what tells of a content what they say."""

    part: str
    of: Callable[[object], AboutDocument]

    def data(self, content: object) -> bytes:
        """The part of one document."""
        said = self.of(content)
        return core_xml(said.title, said.author, said.day)

    def member(self, content: object) -> ZipMember:
        """The part of one document as a member of its zip."""
        return added(self.part, self.data(content), -1)  # too short to be worth deflating


def own_properties(parts: Mapping[str, bytes]) -> tuple[dict[str, bytes], str]:
    """The parts with properties of our own, and the name of the part that each document fills with what it is.

    What the template fills by tags stays; the name is empty where these are its core properties.
    """
    kinds = {
        kind.get("ContentType", ""): kind.get("PartName", "").lstrip("/")
        for kind in parse(parts[_TYPES]).iter(_OF_TYPES + "Override")
    }
    own = dict(parts)
    app = kinds.get(APP_TYPE, "")
    if app in own and b"{" not in own[app]:
        own[app] = APP_XML
    core = kinds.get(CORE_TYPE, "")
    if core in own:
        return own, "" if b"{" in own[core] else core
    own[CORE_PART] = b""
    own[_TYPES] = _with(own[_TYPES], _OF_TYPES + "Override", PartName="/" + CORE_PART, ContentType=CORE_TYPE)
    own[_RELS] = _with(own[_RELS], _OF_RELS + "Relationship", Id="rIdPokinInti", Type=CORE_LINK, Target=CORE_PART)
    return own, CORE_PART


def _with(data: bytes, tag: str, **attributes: str) -> bytes:
    root = parse(data)
    etree.SubElement(root, tag, attributes)
    return serialised(root)
