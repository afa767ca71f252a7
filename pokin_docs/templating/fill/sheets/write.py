"""The workbook of a filled template: rows put where the template has them, all else moved along or left as it is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass
from functools import partial
from xml.sax.saxutils import escape

from lxml import etree

from pokin_docs.documents.values import ABOVE
from pokin_docs.files.zip_bytes import packed
from pokin_docs.model.source import column_letters
from pokin_docs.templating.fill.finish import FinishedPart, tree_of
from pokin_docs.templating.fill.outside import serialised
from pokin_docs.templating.fill.sheets.beside import moved_book, moved_tables, without_order
from pokin_docs.templating.fill.sheets.book import TemplateBook, TemplateCell, TemplateSheet, column_number, relations
from pokin_docs.templating.fill.sheets.hidden import empty_titles, hide, title_rows
from pokin_docs.templating.fill.sheets.looks import Looks
from pokin_docs.templating.fill.sheets.merged_ends import end_between_merges
from pokin_docs.templating.fill.sheets.moved import MovedRows, runs
from pokin_docs.templating.fill.sheets.page_ends import USUAL_WIDTH, column_widths, end_pages, spread_over_pages

_S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_AREAS = {
    "dimension": "ref", "autoFilter": "ref", "sortState": "ref", "sortCondition": "ref", "selection": "sqref",
    "conditionalFormatting": "sqref", "dataValidation": "sqref", "ignoredError": "sqref", "protectedRange": "sqref",
    "hyperlink": "ref",
}  # fmt: skip
_MAX_TEXT, _MAX_HEIGHT = 32_767, 409.0


@dataclass(frozen=True, slots=True)
class FilledCell:
    """What a cell says now, and whether that is a mark."""

    text: str
    marked: bool


@dataclass(frozen=True, slots=True)
class FilledRow:
    """A row that is printed: number of the template's row it was made from, and its cells by column."""

    number: int
    cells: Mapping[int, FilledCell]


def written(book: TemplateBook, body: FinishedPart, others: Mapping[str, bytes]) -> bytes:
    """The bytes of the workbook.

    Args:
        book: The template.
        body: The filled main part of the Word document that stands for it; empty where nothing in it is filled.
        others: Further parts by name that take the place of the template's own.

    Raises:
        BrokenXml: That part is no whole XML.
    """
    if not body.data:
        return packed({**book.contents, **others})
    said = tree_of(body.data) if body.root is None else body.root
    tables = next(said.iterchildren()).findall(f"{_W}tbl")
    links = relations(book.contents, book.main_part)
    looks_part = next((part for kind, part in links.values() if kind == "styles"), "")
    looks = Looks(book.contents[looks_part])
    parts = without_order(book.contents, book.main_part)
    moves: dict[str, MovedRows] = {}
    filled, titles = iter(tables), title_rows(book)
    for sheet in book.sheets:
        rows = list(_rows(next(filled))) if sheet.last_row else []
        moves[sheet.title] = move = MovedRows([row.number for row in rows], sheet.last_row)
        root = _sheet(sheet, rows, move, looks)
        end_between_merges(root, titles.get(sheet.title, ()), looks)
        printed = ((row.number, {column: cell.text for column, cell in row.cells.items()}) for row in rows)
        hide(root, empty_titles(sheet, titles.get(sheet.title, ()), printed))
        parts[sheet.part] = serialised(root)
        parts = moved_tables(parts, sheet.part, move, partial(_printed, sheet, rows))
    parts[looks_part] = looks.to_bytes()
    parts[book.main_part] = moved_book(parts[book.main_part], moves)
    return packed({**parts, **others})


def _printed(sheet: TemplateSheet, rows: list[FilledRow], row: int, column: int) -> str:
    """What a cell with a tag says now; empty for any other."""
    there = rows[row - 1] if row <= len(rows) else None
    cell = sheet.rows.get(there.number, {}).get(column) if there else None
    return there.cells[column].text if there and cell and "{" in cell.text and column in there.cells else ""


def _rows(table: etree._Element) -> Iterator[FilledRow]:
    for row in table.iterchildren(f"{_W}tr"):
        height = row.find(f"{_W}trPr/{_W}trHeight")
        number = int(height.get(f"{_W}val") or 0) if height is not None else 0
        yield FilledRow(number, {column: _cell(cell) for column, cell in enumerate(row.iterchildren(f"{_W}tc"), 1)})


def _cell(cell: etree._Element) -> FilledCell:
    lines = ["".join(map(_said, one.iter(*_SAYING))) for one in cell.iterchildren(_PARAGRAPH)]
    return FilledCell("\n".join(lines), next(cell.iter(_HIGHLIGHT), None) is not None)


_SIGNS = {f"{_W}br": "\n", f"{_W}tab": "\t"}
_SAYING = (f"{_W}t", *_SIGNS)
_PARAGRAPH, _HIGHLIGHT = f"{_W}p", f"{_W}highlight"


def _said(node: etree._Element) -> str:
    return _SIGNS.get(str(node.tag)) or node.text or ""


def _sheet(sheet: TemplateSheet, rows: list[FilledRow], move: MovedRows, looks: Looks) -> etree._Element:
    """The part of a sheet with its rows printed."""
    root = deepcopy(sheet.root)
    home = root.find(f"{_S}sheetData")
    assert home is not None  # every sheet has one
    templates = {int(row.get("r") or at): row for at, row in enumerate(home, 1)}
    for old in list(home):
        home.remove(old)
    joined = _joined(sheet, rows, move)
    heights = _heights(sheet, rows, joined, looks)
    for at, row in enumerate(rows, 1):
        home.append(_row(at, row, sheet, templates.get(row.number), heights[at - 1], move, looks))
    _merge(root, joined)
    for name, attribute in _AREAS.items():
        for entry in root.iter(f"{_S}{name}"):
            if entry.get(attribute):
                entry.set(attribute, move.area(entry.get(attribute, "")))
            if name == "selection" and entry.get("activeCell"):
                entry.set("activeCell", move.area(entry.get("activeCell", "")))
    texts = [any(cell.text.strip() not in ("", ABOVE) for cell in row.cells.values()) for row in rows]
    last = max((column for row in rows for column, cell in row.cells.items() if cell.text.strip()), default=0)
    widths = {column: width for column, width in column_widths(sheet.root).items() if column <= last}
    if last > max((column for cells in sheet.rows.values() for column in cells), default=0):
        spread_over_pages(root, widths)
    end_pages(root, [row.number for row in rows], texts, heights, widths)
    return root


def _row(
    at: int, row: FilledRow, sheet: TemplateSheet, template: etree._Element | None, height: float | None,
    move: MovedRows, looks: Looks,
) -> etree._Element:  # fmt: skip
    kept: dict[int, etree._Element] = {}
    new: list[str] = []
    cells = sheet.rows.get(row.number, {})
    for column in sorted({*cells, *row.cells}):
        cell, said = cells.get(column), row.cells.get(column)
        address = f"{column_letters(column)}{at}"
        if cell is not None and "{" not in cell.text:
            kept[len(new) + len(kept)] = _same_cell(cell, address, move)
        elif said is not None:  # of a loop over columns fewer may be left than the template has cells
            new.append(_new_cell(address, said, cell.style if cell else _style_beyond(cells), looks))
    made = etree.fromstring(f'<row xmlns="{_S[1:-1]}">{"".join(new)}</row>')
    for place, same in kept.items():
        made.insert(place, same)
    for name, value in template.items() if template is not None else ():
        made.set(name, value)
    made.set("r", str(at))
    if height is not None:
        made.set("ht", f"{height:g}")
        made.set("customHeight", "1")
    return made


def _same_cell(cell: TemplateCell, address: str, move: MovedRows) -> etree._Element:
    """A cell that the template says itself, at its new place; what its formula gave there is no value of it."""
    same = deepcopy(cell.element)
    same.set("r", address)
    formula = same.find(f"{_S}f")
    if formula is not None:
        formula.text = move.formula(formula.text or "")
        for cached in same.findall(f"{_S}v"):
            same.remove(cached)
    return same


def _style_beyond(cells: Mapping[int, TemplateCell]) -> int:
    """The look of a cell behind the last one of its row: that of the last, whose loop goes on there."""
    return cells[max(cells)].style if cells else 0


def _new_cell(address: str, said: FilledCell, style: int, looks: Looks) -> str:
    """A cell as it is written: to read all of a row at once is quicker than to make each of its elements."""
    look = looks.marked(style) if said.marked else style
    text = "" if said.text == ABOVE else said.text[:_MAX_TEXT]
    number = looks.number(style, text)
    if number is not None:
        return f'<c r="{address}" s="{look}"><v>{number:f}</v></c>'
    if not text:
        return f'<c r="{address}" s="{look}"/>'
    shown = escape(text, {"\r": "&#13;"})
    return f'<c r="{address}" s="{look}" t="inlineStr"><is><t xml:space="preserve">{shown}</t></is></c>'


def _joined(sheet: TemplateSheet, rows: list[FilledRow], move: MovedRows) -> list[tuple[int, int, int, int]]:
    """Every merged range as first row, first column, last row, last column: the template's, and cells that go on."""
    found: list[tuple[int, int, int, int]] = []
    for entry in sheet.root.iter(f"{_S}mergeCell"):
        first, _, last = (entry.get("ref") or "").partition(":")
        (left, top), (right, bottom) = _place(first), _place(last or first)
        found += [(start, left, end, right) for start, end in move.ranges(top, bottom)]
    columns = sorted({column for row in rows for column, cell in row.cells.items() if cell.text == ABOVE})
    for column in columns:
        flags = [(row.cells.get(column) or FilledCell("", marked=False)).text == ABOVE for row in rows]
        found += [(start, column, end, column) for start, end in runs(flags)]
    return found


def _place(address: str) -> tuple[int, int]:
    letters = address.rstrip("0123456789")
    return column_number(letters), int(address[len(letters) :])


def _merge(root: etree._Element, joined: list[tuple[int, int, int, int]]) -> None:
    home = root.find(f"{_S}mergeCells")
    if home is None and joined:
        home = etree.Element(f"{_S}mergeCells")
        before = ("sheetData", "sheetCalcPr", "sheetProtection", "protectedRanges", "scenarios", "autoFilter",
                  "sortState", "dataConsolidate", "customSheetViews")  # fmt: skip
        list(root.iterchildren(*(f"{_S}{name}" for name in before)))[-1].addnext(home)
    if home is None:
        return
    for old in list(home):
        home.remove(old)
    for top, left, bottom, right in joined:
        area = f"{column_letters(left)}{top}:{column_letters(right)}{bottom}"
        etree.SubElement(home, f"{_S}mergeCell", {"ref": area})
    home.set("count", str(len(joined)))
    if not joined:
        root.remove(home)


def _heights(
    sheet: TemplateSheet, rows: list[FilledRow], joined: list[tuple[int, int, int, int]], looks: Looks
) -> list[float | None]:
    """The height in points of each row that has a filled cell, None where the template's own stands.

    It is high enough for its texts, and for its share of those merged over it.
    """
    widths = column_widths(sheet.root)
    tops = {(top, left): (bottom, right) for top, left, bottom, right in joined}
    inside = {(row, column) for top, left, bottom, right in joined
              for row in range(top, bottom + 1) for column in range(left, right + 1)}  # fmt: skip
    heights: list[float | None] = []
    spread: list[tuple[int, int, float]] = []
    for at, row in enumerate(rows, 1):
        cells = sheet.rows.get(row.number, {})
        filled = {column for column in row.cells if column not in cells or "{" in cells[column].text}
        own = 0.0
        for column in filled:
            bottom, right = tops.get((at, column), (at, column))
            if (at, column) in inside and (at, column) not in tops:
                continue
            wide = sum(widths.get(one, USUAL_WIDTH) for one in range(column, right + 1))
            style = cells[column].style if column in cells else _style_beyond(cells)
            text = row.cells[column].text
            needed = 0.0 if text == ABOVE else looks.height(text, wide, style)
            if bottom == at:
                own = max(own, needed)
            else:
                spread.append((at, bottom, needed))
        set_by_template = sheet_height(sheet, row.number)
        heights.append(max(own, set_by_template) if filled else None)
    for top, bottom, needed in sorted(spread, key=lambda one: (one[1] - one[0], one[0])):
        there = sum(heights[at - 1] or _SMALL for at in range(top, bottom + 1))
        if needed > there:
            # Shared out: one row alone may not be higher than Excel allows.
            more = (needed - there) / (bottom - top + 1)
            for at in range(top, bottom + 1):
                heights[at - 1] = round((heights[at - 1] or _SMALL) + more, 1)
    return [None if height is None else min(round(height, 1), _MAX_HEIGHT) for height in heights]


_SMALL = 15.0


def sheet_height(sheet: TemplateSheet, number: int) -> float:
    """The height that a template sets for a row in points; 0 where it sets none."""
    for row in sheet.root.iter(f"{_S}row"):
        if row.get("r") == str(number):
            return float(row.get("ht") or 0) if row.get("customHeight") in ("1", "true") else 0.0
    return 0.0
