"""An Excel template as its parts: its sheets in order, with their rows and the texts of their cells."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from lxml import etree

from pokin_docs.files.xml_part import has_doctype, is_crowded
from pokin_docs.templating.fill.linked_pictures import LinkedPicture, without_linked_pictures
from pokin_docs.templating.fill.outside import PackageRefused, is_xml, parse, plain, refuse_outside

_S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml."
_TYPES, _MAIN_RELS = "[Content_Types].xml", ".rels"
_ADDRESS = re.compile(r"([A-Z]{1,3})(\d{1,7})")
_MOST_ROWS, _MOST_COLUMNS = 500, 200
_MAX_XML = 5_000_000
KODE = "T21"
"""The finding of a workbook that cannot be opened as a template."""


@dataclass(frozen=True, slots=True)
class TemplateCell:
    """A cell of a template: number of its look, its text, and its element as it stands."""

    style: int
    text: str
    element: etree._Element


@dataclass(frozen=True, slots=True)
class TemplateSheet:
    """A sheet of a template: its part, its title, and its cells by row and column, both from 1."""

    part: str
    title: str
    root: etree._Element
    rows: Mapping[int, Mapping[int, TemplateCell]]
    last_row: int


@dataclass(frozen=True, slots=True)
class TemplateBook:
    """The parts of a workbook by name in file order, the one that lists its sheets, and the sheets."""

    contents: Mapping[str, bytes]
    main_part: str
    sheets: tuple[TemplateSheet, ...]
    linked: tuple[LinkedPicture, ...] = ()


def read_book(parts: Mapping[str, bytes]) -> TemplateBook:
    """The workbook of these parts; raises PackageRefused for what is none, or fetches something from outside."""
    clean = dict(parts)
    for name, data in parts.items():
        if is_xml(name, data):
            if has_doctype(data) or is_crowded(data) or len(data) > _MAX_XML:
                raise PackageRefused("isinya tidak seperti yang ditulis oleh Excel", KODE)
            clean[name] = plain(data)
    main = ""
    for entry in parse(clean[_TYPES]).iter("{*}Override"):
        kind, name = entry.get("ContentType", ""), entry.get("PartName", "").lstrip("/")
        if "macroEnabled" in kind:
            raise PackageRefused("memuat makro (.xlsm); simpan sebagai .xlsx", KODE)
        main = name if kind == _SHEET + "sheet.main+xml" and name in clean else main
    if not main:
        raise PackageRefused("bukan buku kerja Excel (.xlsx)", KODE)
    linked = without_linked_pictures(clean)
    refuse_outside(clean)
    return TemplateBook(clean, main, tuple(_sheets(clean, main)), linked)


def _sheets(parts: Mapping[str, bytes], main: str) -> list[TemplateSheet]:
    links = relations(parts, main)
    texts = _shared(parts, next((part for kind, part in links.values() if kind == "sharedStrings"), ""))
    found = []
    for entry in parse(parts[main]).iter(f"{_S}sheet"):
        kind, part = links.get(entry.get(f"{_R}id", ""), ("", ""))
        if kind == "worksheet" and part in parts:
            found.append(_sheet(part, entry.get("name", ""), parse(parts[part]), texts))
    return found


def _sheet(part: str, title: str, root: etree._Element, texts: list[str]) -> TemplateSheet:
    rows: dict[int, dict[int, TemplateCell]] = {}
    number = 0
    for row in root.iter(f"{_S}row"):
        number = int(row.get("r") or number + 1)
        cells = rows[number] = {}
        column = 0
        for cell in row.iter(f"{_S}c"):
            place = _ADDRESS.fullmatch(cell.get("r") or "")
            column = column_number(place[1]) if place else column + 1
            cells[column] = TemplateCell(int(cell.get("s") or 0), _text(cell, texts), cell)
    used = [number for number, cells in rows.items() if cells] or [0]
    if max(used) > _MOST_ROWS or max((max(cells, default=0) for cells in rows.values()), default=0) > _MOST_COLUMNS:
        raise PackageRefused(f"lembar «{title}» lebih besar dari {_MOST_ROWS} baris atau {_MOST_COLUMNS} kolom", KODE)
    return TemplateSheet(part, title, root, rows, max(used))


def _text(cell: etree._Element, texts: list[str]) -> str:
    if cell.find(f"{_S}f") is not None:
        return ""
    if cell.get("t") == "inlineStr":
        return "".join(node.text or "" for node in cell.iter(f"{_S}t"))
    raw = cell.findtext(f"{_S}v") or ""
    if cell.get("t") == "s":
        return texts[int(raw)] if raw.isdecimal() and int(raw) < len(texts) else ""
    return raw


def _shared(parts: Mapping[str, bytes], name: str) -> list[str]:
    """The texts that cells share; of one in several looks all that is read, without its phonetic help."""
    if name not in parts:
        return []
    return [
        "".join(node.text or "" for node in entry.iter(f"{_S}t") if node.getparent().tag != f"{_S}rPh")  # type: ignore[union-attr]
        for entry in parse(parts[name]).iterchildren(f"{_S}si")
    ]


def relations(parts: Mapping[str, bytes], owner: str) -> dict[str, tuple[str, str]]:
    """What a part refers to inside the file: last word of the kind, and name of the part, by the id of the link."""
    folder, _, name = owner.rpartition("/")
    data = parts.get(f"{folder}/_rels/{name}{_MAIN_RELS}".lstrip("/"), b"")
    found = {}
    for link in parse(data).iter("{*}Relationship") if data else ():
        target = link.get("Target", "")
        path = target.lstrip("/") if target.startswith("/") else _joined(folder, target)
        found[link.get("Id", "")] = ((link.get("Type") or "").rpartition("/")[2], path)
    return found


def _joined(folder: str, target: str) -> str:
    steps = folder.split("/") if folder else []
    for step in target.split("/"):
        if step == ".." and steps:
            steps.pop()
        elif step not in (".", ".."):
            steps.append(step)
    return "/".join(steps)


def column_number(letters: str) -> int:
    """The number of a column, 1-based: ``AA`` is 27."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number
