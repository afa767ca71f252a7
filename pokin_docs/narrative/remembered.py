"""Which edited files the collected text came from: kept in a property of its document, which every program keeps.

A paragraph that the office deleted there would come back from the same file otherwise.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from lxml import etree

from pokin_docs.narrative.source import NarrativeRefused, parsed

_NAME = "Berkas terkumpul"
_MOST = 60
_PART, _LINKS, _TYPES = "docProps/custom.xml", "_rels/.rels", "[Content_Types].xml"
_SPACE = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
_VT = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
_KIND = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
_LINK = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/custom-properties"
_FORMAT = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
_EMPTY = f'<Properties xmlns="{_SPACE}" xmlns:vt="{_VT}"/>'.encode()


def remembered(parts: Mapping[str, bytes]) -> tuple[str, ...]:
    """The fingerprints of the files that were collected from, the oldest first; none where nobody can tell."""
    try:
        root = parsed(parts.get(_PART, _EMPTY))
    except NarrativeRefused:
        return ()
    said = (child for child in root.iterchildren("{*}property") if child.get("name") == _NAME)
    return tuple(word for one in said for word in "".join(map(str, one.itertext())).split())


def remembering(parts: Mapping[str, bytes], fingerprints: Iterable[str]) -> dict[str, bytes]:
    """The parts of a document with these fingerprints remembered in it, beside those it knows.

    Args:
        parts: The parts by name.
        fingerprints: Of the files, without blanks.
    """
    known = tuple(dict.fromkeys((*remembered(parts), *fingerprints)))[-_MOST:]
    try:
        root = parsed(parts.get(_PART, _EMPTY))
        kinds, links = parsed(parts[_TYPES]), parsed(parts[_LINKS])
    except (NarrativeRefused, KeyError):
        return dict(parts)
    for old in [child for child in root.iterchildren("{*}property") if child.get("name") == _NAME]:
        root.remove(old)
    taken = [int(pid) for child in root if (pid := child.get("pid") or "").isdecimal()]
    said = {"fmtid": _FORMAT, "pid": str(max(taken, default=1) + 1), "name": _NAME}
    kept = etree.SubElement(root, f"{{{_SPACE}}}property", said)
    etree.SubElement(kept, f"{{{_VT}}}lpwstr").text = " ".join(known)
    _declare(kinds, links)
    return {**parts, _TYPES: _bytes(kinds), _LINKS: _bytes(links), _PART: _bytes(root)}


def _declare(kinds: etree._Element, links: etree._Element) -> None:
    """Name the part where it is not named yet."""
    if not any((one.get("PartName") or "").lstrip("/") == _PART for one in kinds):
        space = etree.QName(kinds).namespace
        etree.SubElement(kinds, f"{{{space}}}Override", {"PartName": f"/{_PART}", "ContentType": _KIND})
    if not any(one.get("Type") == _LINK for one in links):
        space = etree.QName(links).namespace
        taken = {one.get("Id") for one in links}
        number = next(number for number in range(1, len(taken) + 2) if f"rId{number}" not in taken)
        etree.SubElement(links, f"{{{space}}}Relationship", {"Id": f"rId{number}", "Type": _LINK, "Target": _PART})


def _bytes(root: etree._Element) -> bytes:
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
