"""The part that names sheets and ranges: a further sheet, names that follow their rows, a calculation asked for."""

from __future__ import annotations

import html
from collections.abc import Callable, Iterator, Mapping

from pokin_docs.files.xml_part import XmlEdit, extend, quoted, readable, retag, scan, splice, text
from pokin_docs.workbook.entering.references import Area, moved, named

Change = Callable[[Area], Area]
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_BEFORE_CALCULATION = ("sheets", "functionGroups", "externalReferences", "definedNames")
PRINTED, FILTERED = "_xlnm.Print_Area", "_xlnm._FilterDatabase"
"""Names of what is printed of a sheet, and of what has filter buttons."""


def with_calculation(data: bytes) -> bytes:
    """The workbook that is calculated anew when it is opened."""
    data = readable(data)
    known = scan(data, "workbook/calcPr")
    if known:
        return splice(data, (retag(data, known[0], fullCalcOnLoad=1),))
    before = scan(data, *(f"workbook/{name}" for name in _BEFORE_CALCULATION))[-1]
    new = f'<{before.ns_prefix}calcPr fullCalcOnLoad="1"/>'
    return splice(data, (XmlEdit(before.end, before.end, new.encode()),))


def with_sheet(data: bytes, title: str, relationship_id: str) -> bytes:
    """The workbook with one more sheet, behind all others.

    Args:
        data: The part of the workbook.
        title: Title of the sheet, without markup.
        relationship_id: Id of its relationship.
    """
    data = readable(data)
    (sheets,) = scan(data, "workbook/sheets")
    entries = scan(data, "workbook/sheets/sheet")
    number = 1 + max((int(entry.get("sheetId") or 0) for entry in entries), default=0)
    own = (
        f'<{sheets.ns_prefix}sheet xmlns:r="{_R}" name="{quoted(title)}" sheetId="{number}" r:id="{relationship_id}"/>'
    )
    return splice(data, extend(data, sheets, own.encode()))


def with_names_changed(data: bytes, change: Callable[[str, Area], Area]) -> bytes:
    """The workbook with the areas of its defined names changed.

    Args:
        data: The part of the workbook.
        change: The area that takes the place of another, from the name it belongs to and the area.
    """
    data = readable(data)
    edits = []
    for name, words, start, end in _names(data):
        new = moved(words, lambda area, name=name: change(name, area))  # type: ignore[misc]  # bound now, not later
        if new != words:
            edits.append(XmlEdit(start, end, text(new).encode()))
    return splice(data, edits)


def named_areas(data: bytes) -> Mapping[str, tuple[Area, ...]]:
    """What every defined name stands for, by the name in small letters; names of names are followed."""
    direct = {name.casefold(): named(words) for name, words, _, _ in _names(readable(data))}

    def areas(name: str, above: frozenset[str]) -> Iterator[Area]:
        own = direct.get(name)
        if own is not None and name not in above:
            yield from own.areas
            for other in own.names:
                yield from areas(other.casefold(), above | {name})

    return {name: tuple(areas(name, frozenset())) for name, own in direct.items() if not own.anywhere}


def _names(data: bytes) -> Iterator[tuple[str, str, int, int]]:
    """Name, words and where the words stand, of every defined name."""
    for entry in scan(data, "workbook/definedNames/definedName"):
        words = html.unescape(data[entry.tag_end : entry.close_start].decode("utf-8", "replace"))
        if words:
            yield entry.get("name") or "", words, entry.tag_end, entry.close_start
