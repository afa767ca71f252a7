"""The texts of an Excel workbook that its pages show: of cells neither hidden, covered nor outside the print area."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from lxml import etree

from pokin_docs.files.contents.cells import Cell, cells, decoded, shared_texts
from pokin_docs.files.contents.package import BoundedPackage
from pokin_docs.files.contents.parts import PREFIXES, tree

_S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_R = f"{{{PREFIXES['r']}}}"
_PLACE = re.compile(r"\$?([A-Z]{1,3})\$?(\d{1,7})")
_YES = ("1", "true", "on")
Area = tuple[int, int, int, int]
"""First column, first row, last column, last row."""


def shown_texts(data: bytes) -> Iterator[str]:
    """The texts of the cells; what a formula reckons and what a number format writes is not among them.

    Args:
        data: The workbook.

    Raises:
        Unreadable: It is none.
    """
    package = BoundedPackage(data)
    main = package.main()
    links = package.links(main).parts
    shared = next((link.part for link in package.links(main).all if link.kind == "sharedStrings"), "")
    texts, book = shared_texts(package.xml(shared)), tree(package.xml(main))
    printed = {
        int(name.get("localSheetId", "-1")): _areas(name.text or "")
        for name in book.iter(f"{_S}definedName") if name.get("name") == "_xlnm.Print_Area"
    }  # fmt: skip
    for number, sheet in enumerate(book.iter(f"{_S}sheet")):
        part = links.get(sheet.get(f"{_R}id", ""), "")
        if part in package and sheet.get("state", "visible") == "visible":
            source = package.xml(part)
            is_shown = _shown(tree(source), printed.get(number, ()))
            yield from (text for cell in cells(source) if is_shown(cell.address) and (text := _text(cell, texts)))


def _text(cell: Cell, texts: list[str]) -> str:
    if cell.formula or cell.group:
        return ""
    if cell.kind == "s":
        return texts[int(cell.raw)] if cell.raw.isdecimal() and int(cell.raw) < len(texts) else ""
    return decoded(cell.raw) if cell.kind == "inlineStr" else ""


def _shown(sheet: etree._Element, printed: tuple[Area, ...]) -> Callable[[str], bool]:
    """What tells of the address of a cell whether a page shows it."""
    rows = {row.get("r", "") for row in sheet.iter(f"{_S}row") if row.get("hidden") in _YES}
    columns = [
        (int(one.get("min", "0")), int(one.get("max", "0")))
        for one in sheet.iter(f"{_S}col") if one.get("hidden") in _YES
    ]  # fmt: skip
    covered = [area for one in sheet.iter(f"{_S}mergeCell") for area in _areas(one.get("ref", ""))]

    def is_shown(address: str) -> bool:
        found = _PLACE.fullmatch(address)
        if found is None or found[2] in rows:
            return False
        column, row = _column(found[1]), int(found[2])
        inside = [area[0] <= column <= area[2] and area[1] <= row <= area[3] for area in printed]
        hidden = any(first <= column <= last for first, last in columns)
        below = any(
            area[0] <= column <= area[2] and area[1] <= row <= area[3] and (column, row) != area[:2] for area in covered
        )
        return not hidden and not below and (any(inside) or not printed)

    return is_shown


def _areas(said: str) -> tuple[Area, ...]:
    """The areas that a reference names; none where one of them is no range of cells."""
    found = []
    for one in said.split(","):
        ends = [_PLACE.fullmatch(end) for end in one.rpartition("!")[2].split(":")]
        if len(ends) != 2 or ends[0] is None or ends[1] is None:
            return ()
        first, last = ends[0], ends[1]
        found.append((_column(first[1]), int(first[2]), _column(last[1]), int(last[2])))
    return tuple(found)


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number
