"""The part that names the sheets: which there are, and our list put before them."""

from __future__ import annotations

import html
from dataclasses import dataclass

from pokin_docs.files.xml_part import XmlEdit, XmlElement, extend, quoted, readable, retag, scan, splice, text

SHEET_TITLE = "Temuan"
LIST_MARKER = "pokin_temuan"
"""A hidden name that points at our list, whatever a planner calls the sheet: so a later run replaces it."""
SOURCE_MARKER = "pokin_sumber"
"""A hidden name that says which workbook the copy was made from."""

_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_NAMES_COME_AFTER = ("workbook/sheets", "workbook/functionGroups", "workbook/externalReferences")
_LOCAL = "localSheetId"


@dataclass(frozen=True, slots=True)
class BookSheet:
    """A sheet as the workbook names it: title, relationship id, number, and whether a link can lead to it."""

    title: str
    id: str
    number: int
    visible: bool


@dataclass(frozen=True, slots=True)
class BookSheets:
    """The sheets in order, which of them is our list of an earlier correction, and the workbook that one was made of.

    ``source`` is the name of a file; empty where nothing says it.
    """

    lembar: tuple[BookSheet, ...]
    our_list: int | None
    source: str = ""

    @property
    def list_title(self) -> str:
        """Title for our list: ``Temuan``, another where the office has a sheet of that name."""
        taken = {entry.title.casefold() for index, entry in enumerate(self.lembar) if index != self.our_list}
        names = (
            SHEET_TITLE,
            f"{SHEET_TITLE} (pokin)",
            *(f"{SHEET_TITLE} (pokin {n})" for n in range(2, len(taken) + 3)),
        )
        return next(name for name in names if name.casefold() not in taken)


def read(data: bytes) -> BookSheets:
    """What the workbook says of its sheets."""
    data = readable(data)
    lembar = tuple(
        BookSheet(
            entry.get("name") or "",
            next((value for name, value in entry.attributes.items() if name.endswith(":id")), ""),
            int(entry.get("sheetId") or 0),
            entry.get("state") in (None, "visible"),
        )
        for entry in scan(data, "workbook/sheets/sheet")
    )
    names = scan(data, "workbook/definedNames/definedName")
    marked = {_sheet_of(data, entry) for entry in names if entry.get("name") == LIST_MARKER}
    own = next((index for index, entry in enumerate(lembar) if entry.title in marked), None)
    said = [_content(data, entry) for entry in names if entry.get("name") == SOURCE_MARKER]
    return BookSheets(lembar, own, said[0].strip().removeprefix("=").strip('"').replace('""', '"') if said else "")


def _content(data: bytes, entry: XmlElement) -> str:
    return html.unescape(data[entry.tag_end : entry.close_start].decode("utf-8", "replace"))


def _sheet_of(data: bytes, entry: XmlElement) -> str:
    """The sheet a defined name such as ``'Temuan (pokin)'!$A$1`` points at."""
    place = _content(data, entry)
    return place.rpartition("!")[0].removeprefix("'").removesuffix("'").replace("''", "'")


def reference(title: str, span: str) -> str:
    """A place in another sheet as formulas and links write it."""
    return "'" + title.replace("'", "''") + "'!" + span


def with_list(
    data: bytes, title: str, relationship_id: str, filter_range: str, printed_title: str, source: str
) -> bytes:
    """The workbook with our list as its first and open sheet, instead of that of an earlier correction.

    Args:
        data: The part of the workbook.
        title: Title of the sheet, without markup.
        relationship_id: Id of its relationship.
        filter_range: The range that has filter buttons, ``$A$5:$I$20``.
        printed_title: The rows printed on every page, ``$5:$5``.
        source: Name of the workbook that the copy is made from.
    """
    data = readable(data)
    buku = read(data)
    (root, sheets) = scan(data, "workbook", "workbook/sheets")
    entries = scan(data, "workbook/sheets/sheet")
    others = (entry.number for index, entry in enumerate(buku.lembar) if index != buku.our_list)
    number = 1 + max(others, default=0)
    p = root.ns_prefix
    own = f'<{p}sheet xmlns:r="{_R}" name="{quoted(title)}" sheetId="{number}" r:id="{relationship_id}"/>'
    edits = [*extend(data, sheets, own.encode(), at_front=True)]
    if buku.our_list is not None:
        old = entries[buku.our_list]
        edits.append(XmlEdit(old.start, old.end, b""))
    views = scan(data, "workbook/bookViews/workbookView")
    edits += [retag(data, view, activeTab=0, firstSheet=0) for view in views]
    edits += _names(data, buku.our_list, _own_names(p, title, filter_range, printed_title, source))
    return splice(data, edits)


def _own_names(p: str, title: str, filter_range: str, printed_title: str, source: str) -> bytes:
    names = (
        (f'name="_xlnm._FilterDatabase" {_LOCAL}="0" hidden="1"', filter_range),
        (f'name="_xlnm.Print_Titles" {_LOCAL}="0"', printed_title),
        (f'name="{LIST_MARKER}" hidden="1"', "$A$1"),
    )
    said = [(attributes, reference(title, place)) for attributes, place in names]
    said.append((f'name="{SOURCE_MARKER}" hidden="1"', '"' + source.replace('"', '""') + '"'))
    return "".join(
        f"<{p}definedName {attributes}>{text(content)}</{p}definedName>" for attributes, content in said
    ).encode()


def _names(data: bytes, owned: int | None, own: bytes) -> list[XmlEdit]:
    """The edits of the defined names: those of a sheet count their sheet, which now stands one further."""
    edits: list[XmlEdit] = []
    for entry in scan(data, "workbook/definedNames/definedName"):
        local = entry.get(_LOCAL)
        if entry.get("name") in (LIST_MARKER, SOURCE_MARKER) or (owned is not None and local == str(owned)):
            edits.append(XmlEdit(entry.start, entry.end, b""))
        elif local is not None and (owned is None or int(local) < owned):
            edits.append(retag(data, entry, **{_LOCAL: int(local) + 1}))
    known = scan(data, "workbook/definedNames")
    if known:
        return [*extend(data, known[0], own), *edits]
    before = scan(data, *_NAMES_COME_AFTER)[-1]
    p = before.ns_prefix
    return [XmlEdit(before.end, before.end, f"<{p}definedNames>".encode() + own + f"</{p}definedNames>".encode())]
