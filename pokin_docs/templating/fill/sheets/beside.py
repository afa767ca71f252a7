"""What a workbook says of its rows outside its sheets: names of areas, table objects, the order of calculation."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from lxml import etree

from pokin_docs.templating.fill.outside import parse, serialised
from pokin_docs.templating.fill.sheets.book import column_number, relations
from pokin_docs.templating.fill.sheets.moved import MovedRows

_S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_FIRST = re.compile(r"([A-Z]{1,3})(\d{1,7})")
_TYPES = "[Content_Types].xml"


def moved_book(data: bytes, moves: Mapping[str, MovedRows]) -> bytes:
    """The main part whose names of areas (what is printed, repeated, filtered) follow the rows of their sheets.

    Args:
        data: The part.
        moves: By title of the sheet where its rows are now.
    """
    root = parse(data)
    titles = [entry.get("name", "") for entry in root.iter(f"{_S}sheet")]
    for name in root.iter(f"{_S}definedName"):
        said = name.text or ""
        local = name.get("localSheetId")
        title = titles[int(local)] if local and int(local) < len(titles) else _sheet_of(said)
        if title in moves and "#REF!" not in said:
            name.text = moves[title].area(said)
    if any(True for _ in root.iter(f"{_S}calcPr")):
        next(root.iter(f"{_S}calcPr")).set("fullCalcOnLoad", "1")
    return serialised(root)


def _sheet_of(area: str) -> str:
    title = area.rpartition("!")[0]
    return title[1:-1].replace("''", "'") if title.startswith("'") else title


def moved_tables(
    parts: dict[str, bytes], sheet: str, move: MovedRows, printed: Callable[[int, int], str]
) -> dict[str, bytes]:
    """The parts whose table objects of a sheet follow its rows, and name their columns as the titles are printed.

    Args:
        parts: All parts.
        sheet: Part of the sheet.
        move: Where its rows are now.
        printed: What stands in a row and column now, both from 1; empty where the template's own text stays.
    """
    for kind, part in relations(parts, sheet).values():
        if kind == "table" and part in parts:
            root = parse(parts[part])
            for entry in root.iter(etree.Element):
                if entry.get("ref"):
                    entry.set("ref", move.area(entry.get("ref", "")))
            # Excel calls a table broken whose columns have other names than their titles.
            found = _FIRST.match(root.get("ref", ""))
            for place, entry in enumerate(root.iter(f"{_S}tableColumn")) if found else ():
                assert found is not None
                title = printed(int(found[2]), column_number(found[1]) + place)
                entry.set("name", title or entry.get("name", ""))
            parts[part] = serialised(root)
    return parts


def without_order(contents: Mapping[str, bytes], main: str) -> dict[str, bytes]:
    """The parts without the order of calculation, which names cells that are elsewhere now.

    Args:
        contents: All parts.
        main: The main part.
    """
    parts = dict(contents)
    folder, _, name = main.rpartition("/")
    rels = f"{folder}/_rels/{name}.rels"
    for identifier, (kind, part) in relations(parts, main).items():
        if kind != "calcChain":
            continue
        parts.pop(part, None)
        parts[rels] = _without(parts[rels], "Relationship", "Id", identifier)
        parts[_TYPES] = _without(parts[_TYPES], "Override", "PartName", "/" + part)
    return parts


def _without(data: bytes, tag: str, attribute: str, value: str) -> bytes:
    root = parse(data)
    for entry in [entry for entry in root.iter(f"{{*}}{tag}") if entry.get(attribute) == value]:
        root.remove(entry)
    return serialised(root)
