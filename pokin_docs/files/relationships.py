"""How the parts of an Office file name each other: relationships and content types."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass

from pokin_docs.files.xml_part import Sunting, extend, quoted, readable, scan, splice

JENIS_ISI = "[Content_Types].xml"
_SPACE = "http://schemas.openxmlformats.org/package/2006/relationships"
_KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_SHEETML = "application/vnd.openxmlformats-officedocument.spreadsheetml."
TIPE = {
    "worksheet": _SHEETML + "worksheet+xml",
    "styles": _SHEETML + "styles+xml",
    "comments": _SHEETML + "comments+xml",
    "vmlDrawing": "application/vnd.openxmlformats-officedocument.vmlDrawing",
    "wordComments": "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml",
}


@dataclass(frozen=True, slots=True)
class Hubungan:
    """One relationship: its id, the last word of its type, and the part it leads to ("" outside the file)."""

    id: str
    jenis: str
    bagian: str


def rels_name(bagian: str) -> str:
    """Name of the part that holds the relationships of another."""
    folder, _, base = bagian.rpartition("/")
    return f"{folder}/_rels/{base}.rels"


def relations(data: bytes | None, bagian: str) -> tuple[Hubungan, ...]:
    """The relationships of ``bagian`` from its .rels part; none when there is no such part."""
    if data is None:
        return ()
    found = []
    for entry in scan(readable(data), "Relationships/Relationship"):
        target = "" if entry.ambil("TargetMode") == "External" else _absolute(bagian, entry.ambil("Target") or "")
        found.append(Hubungan(entry.ambil("Id") or "", (entry.ambil("Type") or "").rpartition("/")[2], target))
    return tuple(found)


def _absolute(bagian: str, target: str) -> str:
    if target.startswith("/"):
        return posixpath.normpath(target.lstrip("/"))
    return posixpath.normpath(posixpath.join(posixpath.dirname(bagian), target))


def add_relation(data: bytes | None, jenis: str, bagian: str) -> tuple[bytes, str]:
    """The .rels part with one more relationship, and its id."""
    data = (
        readable(data)
        if data
        else f'<?xml version="1.0" encoding="UTF-8"?>\n<Relationships xmlns="{_SPACE}"/>'.encode()
    )
    (root, *entries) = scan(data, "Relationships", "Relationships/Relationship")
    used = {(entry.ambil("Id") or "").casefold() for entry in entries}
    own = next(f"rIdTemuan{n}" for n in range(1, len(used) + 2) if f"ridtemuan{n}" not in used)
    entry = f'<{root.imbuhan}Relationship Id="{own}" Type="{_KIND}{jenis}" Target="/{quoted(bagian)}"/>'
    return splice(data, extend(data, root, entry.encode())), own


def remove_relations(data: bytes, ids: frozenset[str]) -> bytes:
    """The .rels part without some relationships."""
    data = readable(data)
    entries = scan(data, "Relationships/Relationship")
    return splice(data, (Sunting(entry.awal, entry.akhir, b"") for entry in entries if entry.ambil("Id") in ids))


def add_types(data: bytes, bagian: dict[str, str]) -> bytes:
    """The content types with further parts: name to what it is (a key of ``TIPE``)."""
    data = readable(data)
    (root, *_) = scan(data, "Types")
    new = "".join(
        f'<{root.imbuhan}Override PartName="/{quoted(name)}" ContentType="{TIPE[kind]}"/>'
        for name, kind in bagian.items()
    )
    return splice(data, extend(data, root, new.encode()))


def remove_types(data: bytes, bagian: frozenset[str]) -> bytes:
    """The content types without parts that are no longer there."""
    data = readable(data)
    gone = {"/" + name for name in bagian}
    entries = scan(data, "Types/Override")
    return splice(data, (Sunting(entry.awal, entry.akhir, b"") for entry in entries if entry.ambil("PartName") in gone))
