"""Columns of a sheet whose title prints nothing: they are not shown, as nothing of the content belongs into them."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from copy import deepcopy

from lxml import etree

from pokin_docs.templating.fill.outside import parse
from pokin_docs.templating.fill.sheets.book import TemplateBook, TemplateSheet, column_number

_S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_ROWS = re.compile(r"\$?(\d{1,7}):\$?(\d{1,7})$")


def title_rows(book: TemplateBook) -> Mapping[str, range]:
    """By title of the sheet the rows that are repeated on each page: those that hold the titles of the columns."""
    root = parse(book.contents[book.main_part])
    titles = [entry.get("name", "") for entry in root.iter(f"{_S}sheet")]
    found: dict[str, range] = {}
    for name in root.iter(f"{_S}definedName"):
        rows = _ROWS.search(name.text or "")
        place = int(name.get("localSheetId") or -1)
        if name.get("name") == "_xlnm.Print_Titles" and rows and 0 <= place < len(titles):
            found[titles[place]] = range(int(rows[1]), int(rows[2]) + 1)
    return found


def empty_titles(
    sheet: TemplateSheet, titles: Collection[int], printed: Iterable[tuple[int, Mapping[int, str]]]
) -> frozenset[int]:
    """The columns below a title with a tag that printed nothing, all that it spans.

    Args:
        sheet: The sheet.
        titles: Numbers of the template's rows that hold titles.
        printed: Number of the template's row and texts by column of each row that is printed.
    """
    found: set[int] = set()
    spans = {
        (int(top), column_number(left)): column_number(right)
        for left, top, right in (_merged(entry.get("ref") or "") for entry in sheet.root.iter(f"{_S}mergeCell"))
    }
    for number, texts in printed:
        if number in titles:
            for column, cell in sheet.rows.get(number, {}).items():
                if "{" in cell.text and not texts.get(column, "").strip():
                    found |= set(range(column, spans.get((number, column), column) + 1))
    return frozenset(found)


def _merged(ref: str) -> tuple[str, str, str]:
    first, _, last = ref.partition(":")
    letters = first.rstrip("0123456789")
    return letters, first[len(letters) :] or "0", (last or first).rstrip("0123456789")


def hide(root: etree._Element, columns: Collection[int]) -> None:
    """Hide these columns of a sheet."""
    home = root.find(f"{_S}cols")
    if home is None or not columns:
        return
    for entry in list(home):
        home.remove(entry)
        for number in range(int(entry.get("min") or 1), int(entry.get("max") or 1) + 1):
            one = deepcopy(entry)
            one.set("min", str(number))
            one.set("max", str(number))
            if number in columns:
                one.set("hidden", "1")
            home.append(one)
