"""The rows of an Excel workbook as texts: what a reader sees in its cells."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pokin_docs.files.contents.cells import Cell, cells, decoded, shared_texts
from pokin_docs.files.contents.package import BoundedPackage
from pokin_docs.files.contents.parts import PREFIXES, Unreadable, tree
from pokin_docs.model.printing import thousands

_S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_R = f"{{{PREFIXES['r']}}}"
_ADDRESS = re.compile(r"([A-Z]{1,3})(\d{1,7})")
_MOST_COLUMNS = 500


def sheet_rows(data: bytes) -> list[tuple[str, list[tuple[int, tuple[str, ...]]]]]:
    """Each sheet by its name, with the rows that hold something: their numbers and the texts of their cells.

    Raises:
        Unreadable: It is no Excel workbook.
    """
    package = BoundedPackage(data)
    main = package.main()
    links = package.links(main).parts
    shared = next((link.part for link in package.links(main).all if link.kind == "sharedStrings"), "")
    texts = shared_texts(package.xml(shared))
    sheets = [(entry.get("name", ""), links.get(entry.get(f"{_R}id", ""), ""))
              for entry in tree(package.xml(main)).iter(f"{_S}sheet")]  # fmt: skip
    if not sheets:
        raise Unreadable
    return [(name, list(_rows(cells(package.xml(part)), texts))) for name, part in sheets if part in package]


def _rows(found: list[Cell], texts: list[str]) -> Iterator[tuple[int, tuple[str, ...]]]:
    rows: dict[int, dict[int, str]] = {}
    for cell in found:
        place, said = _ADDRESS.fullmatch(cell.address), _text(cell, texts)
        column = _column(place[1]) if place else 0
        if place and said.strip() and column <= _MOST_COLUMNS:
            rows.setdefault(int(place[2]), {})[column] = said
    width = max((max(row) for row in rows.values()), default=0)
    for number, row in sorted(rows.items()):
        yield number, tuple(row.get(column, "") for column in range(1, width + 1))


def _text(cell: Cell, texts: list[str]) -> str:
    if cell.kind == "s":
        return texts[int(cell.raw)] if cell.raw.isdecimal() and int(cell.raw) < len(texts) else ""
    if cell.kind in ("inlineStr", "str"):
        return decoded(cell.raw)
    return _number(cell.raw) if cell.kind == "n" else cell.raw


def _number(raw: str) -> str:
    """A number as Indonesian papers write it."""
    try:
        whole, _, part = f"{float(raw):.15g}".partition(".")
        return thousands(int(whole)) + (f",{part}" if part else "") if raw else ""
    except ValueError:
        return raw


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number
