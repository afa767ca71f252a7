"""How the parts of an Office file name each other: relationships and content types."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass

from pokin_docs.files.xml_part import XmlEdit, extend, quoted, readable, scan, splice

CONTENT_TYPES = "[Content_Types].xml"
_SPACE = "http://schemas.openxmlformats.org/package/2006/relationships"
_KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_SHEETML = "application/vnd.openxmlformats-officedocument.spreadsheetml."
PART_TYPES = {
    "worksheet": _SHEETML + "worksheet+xml",
    "styles": _SHEETML + "styles+xml",
    "comments": _SHEETML + "comments+xml",
    "vmlDrawing": "application/vnd.openxmlformats-officedocument.vmlDrawing",
    "wordComments": "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml",
}


@dataclass(frozen=True, slots=True)
class Relationship:
    """One relationship: its id, the last word of its type, and the part it leads to ("" outside the file)."""

    id: str
    kind: str
    part: str


def rels_name(part: str) -> str:
    """Name of the part that holds the relationships of another; names are from the root, without a leading slash."""
    folder, _, base = part.rpartition("/")
    return f"{folder}/_rels/{base}.rels"


def relations(data: bytes | None, part: str) -> tuple[Relationship, ...]:
    """The relationships of ``part`` from its .rels part; none when there is no such part."""
    if data is None:
        return ()
    found = []
    for entry in scan(readable(data), "Relationships/Relationship"):
        target = "" if entry.get("TargetMode") == "External" else part_at(part, entry.get("Target") or "")
        found.append(Relationship(entry.get("Id") or "", (entry.get("Type") or "").rpartition("/")[2], target))
    return tuple(found)


def part_at(part: str, target: str) -> str:
    """The part that a target within a package leads to from another part, both from the root without a slash."""
    if target.startswith("/"):
        return posixpath.normpath(target.lstrip("/"))
    return posixpath.normpath(posixpath.join(posixpath.dirname(part), target))


def add_relation(data: bytes | None, kind: str, part: str) -> tuple[bytes, str]:
    """The .rels part with one more relationship, and the id of it.

    Args:
        data: The .rels part; None where there is none yet.
        kind: Last word of the type, such as ``comments``.
        part: Name of the part it leads to, from the root of the package, without a leading slash.

    Raises:
        BrokenXml: The part is no XML.
    """
    data = (
        readable(data)
        if data
        else f'<?xml version="1.0" encoding="UTF-8"?>\n<Relationships xmlns="{_SPACE}"/>'.encode()
    )
    (root, *entries) = scan(data, "Relationships", "Relationships/Relationship")
    used = {(entry.get("Id") or "").casefold() for entry in entries}
    own = next(f"rIdTemuan{n}" for n in range(1, len(used) + 2) if f"ridtemuan{n}" not in used)
    entry = f'<{root.ns_prefix}Relationship Id="{own}" Type="{_KIND}{kind}" Target="/{quoted(part)}"/>'
    return splice(data, extend(data, root, entry.encode())), own


def remove_relations(data: bytes, ids: frozenset[str]) -> bytes:
    """The .rels part without some relationships."""
    data = readable(data)
    entries = scan(data, "Relationships/Relationship")
    return splice(data, (XmlEdit(entry.start, entry.end, b"") for entry in entries if entry.get("Id") in ids))


def add_types(data: bytes, part: dict[str, str]) -> bytes:
    """The content types with further parts: name (without a leading slash) to what it is (a key of ``PART_TYPES``)."""
    data = readable(data)
    (root, *_) = scan(data, "Types")
    new = "".join(
        f'<{root.ns_prefix}Override PartName="/{quoted(name)}" ContentType="{PART_TYPES[kind]}"/>'
        for name, kind in part.items()
    )
    return splice(data, extend(data, root, new.encode()))


def remove_types(data: bytes, part: frozenset[str]) -> bytes:
    """The content types without parts that are no longer there."""
    data = readable(data)
    gone = {"/" + name for name in part}
    entries = scan(data, "Types/Override")
    return splice(data, (XmlEdit(entry.start, entry.end, b"") for entry in entries if entry.get("PartName") in gone))
