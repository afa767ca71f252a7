"""The mark of a document that this program has made: text in it came from cells and must never be read as code.

A custom property, because Word and LibreOffice keep it when they save, and staff find it under File > Info.
"""

from __future__ import annotations

from collections.abc import Mapping

from lxml import etree

_TYPES, _RELS, _PART = "[Content_Types].xml", "_rels/.rels", "docProps/custom.xml"
_KIND = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
_LINK = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/custom-properties"
_OF_TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"
_OF_RELS = "{http://schemas.openxmlformats.org/package/2006/relationships}"
_PROPERTIES = "{http://schemas.openxmlformats.org/officeDocument/2006/custom-properties}"
_VALUES = "{http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes}"
_SET = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
_NAMA, _CONTENT_WORDS = "Dibuat oleh", "pokin_docs: dokumen hasil, bukan templat"


def is_made(parts: Mapping[str, bytes]) -> bool:
    """Whether these are the parts of a document that this program has made, however it was saved since."""
    data = parts.get(_name(parts), b"")
    if not data:
        return False
    properties = _parse(data).iter(_PROPERTIES + "property")
    return any(one.get("name") == _NAMA and "".join(map(str, one.itertext())) == _CONTENT_WORDS for one in properties)


def mark(parts: Mapping[str, bytes]) -> dict[str, bytes]:
    """The parts with the mark, in the same order; properties that the template has of its own stay."""
    marked, name = dict(parts), _name(parts)
    if name in marked:
        root = _parse(marked[name])
        for old in [one for one in root if one.get("name") == _NAMA]:
            root.remove(old)
    else:
        root = _parse(f'<Properties xmlns="{_PROPERTIES[1:-1]}" xmlns:vt="{_VALUES[1:-1]}"/>'.encode())
        marked[_TYPES] = _with(marked[_TYPES], _OF_TYPES + "Override", PartName="/" + name, ContentType=_KIND)
        marked[_RELS] = _with(marked[_RELS], _OF_RELS + "Relationship", Id="rIdPokin", Type=_LINK, Target=name)
    used = [int(one.get("pid", "1")) for one in root if one.get("pid", "1").isdecimal()]
    pid = str(max(used, default=1) + 1)
    entry = etree.SubElement(root, _PROPERTIES + "property", {"fmtid": _SET, "pid": pid, "name": _NAMA})
    etree.SubElement(entry, _VALUES + "lpwstr").text = _CONTENT_WORDS
    marked[name] = _serialise(root)
    return marked


def _name(parts: Mapping[str, bytes]) -> str:
    """Name of the part with the custom properties; producers may call it otherwise."""
    kinds = _parse(parts[_TYPES]).iter(_OF_TYPES + "Override")
    return next((kind.get("PartName", "").lstrip("/") for kind in kinds if kind.get("ContentType") == _KIND), _PART)


def _with(data: bytes, tag: str, **attributes: str) -> bytes:
    root = _parse(data)
    etree.SubElement(root, tag, attributes)
    return _serialise(root)


def _parse(data: bytes) -> etree._Element:
    parser = etree.XMLParser(recover=False, resolve_entities=False, no_network=True, huge_tree=False)
    return etree.fromstring(data, parser)


def _serialise(root: etree._Element) -> bytes:
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True)
