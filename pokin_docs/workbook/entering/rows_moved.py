"""Rows put into a sheet: what stands below moves down, and every place that names it moves with it."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from pokin_docs.files.xml_part import XmlEdit, retag, scan, splice, text, without_rows
from pokin_docs.workbook.entering.changes import CellPlace
from pokin_docs.workbook.entering.references import Area, moved, moved_spans, named, shifted
from pokin_docs.workbook.entering.sheet_part import SheetPart, address

_SPANS = {
    "mergeCells/mergeCell": "ref", "sortState": "ref", "sortState/sortCondition": "ref", "hyperlinks/hyperlink": "ref",
    "conditionalFormatting": "sqref", "dataValidations/dataValidation": "sqref", "ignoredErrors/ignoredError": "sqref",
    "protectedRanges/protectedRange": "sqref", "sheetViews/sheetView/selection": "sqref",
}  # fmt: skip
"""Elements beside the rows that name places, and the attribute that does."""
_FILTER = ("autoFilter", "autoFilter/sortState", "autoFilter/sortState/sortCondition")
_RULES = (
    "conditionalFormatting/cfRule/formula", "dataValidations/dataValidation/formula1",
    "dataValidations/dataValidation/formula2",
)  # fmt: skip
_FIXED = ("oleObjects", "controls", "scenarios", "customSheetViews", "cellWatches", "dataConsolidate")
"""What names places in ways that are not moved here."""
_INNER_PLACE = re.compile(rb"<xm:(?:f|sqref)>([^<]*)<")

Change = Callable[[Area], Area]


def obstacle(part: SheetPart, at: int) -> str:
    """What on the sheet itself keeps its rows from being moved, in Indonesian; empty where nothing does.

    Args:
        part: The sheet.
        at: The first row that would move.
    """
    if part.outside(*_FIXED):
        return "ada objek atau tombol di lembar itu"
    for found in _INNER_PLACE.finditer(without_rows(part.data)):
        areas = named(found[1].decode("utf-8", "replace")).areas
        if any(area.bottom >= at for area in areas):
            return "ada format bersyarat atau grafik sel yang mencakup baris itu"
    for _, cell, _ in part.formulas():
        if cell.formula is not None and cell.formula.get("t") in ("array", "dataTable"):
            reach = named(cell.formula.get("ref") or "").areas
            if any(area.bottom >= at for area in reach):
                return "ada rumus larik yang mencakup baris itu"
    if any(top[0] < at <= bottom[0] for top, bottom in part.merges()):
        return "ada sel gabungan yang melintasi baris itu"
    return ""


def with_rows_moved(part: SheetPart, title: str, data: tuple[int, int], count: int) -> bytes:
    """The sheet with ``count`` rows' place made below its data, and all that it says of places moved along.

    Formulas outside the data that add it up to its last row take the new rows in.

    Args:
        part: The sheet.
        title: Its title, by which its own formulas may call it.
        data: First and last row of the data.
        count: How many rows.
    """
    at = data[1] + 1
    plain = _of(title, shifted(at, count))
    grown = _of(title, shifted(at, count, grown=data))
    edits = list(_rows(part, at, count))
    edits += formula_edits(part, lambda place: plain if data[0] <= place[0] <= data[1] else grown)
    edits += _beside(part, plain, at, count)
    return splice(part.data, edits)


def with_totals_grown(part: SheetPart, title: str, data: tuple[int, int], last: int) -> bytes:
    """The sheet whose formulas outside the data add it up to ``last``, where they did so to its last row.

    Args:
        part: The sheet.
        title: Its title.
        data: First and last row of the data as it was.
        last: Its last row now.
    """

    def change(area: Area) -> Area:
        ends_there = data[0] <= area.top <= data[1] <= area.bottom < last
        return replace(area, bottom=last) if ends_there else area

    own = _of(title, change)
    return splice(part.data, formula_edits(part, lambda place: (lambda a: a) if data[0] <= place[0] <= last else own))


def with_filter_changed(part: SheetPart, change: Change) -> bytes:
    """The sheet with the area of its filter buttons changed."""
    edits = []
    for entry in part.outside(*_FILTER):
        now = entry.get("ref") or ""
        if (new := moved_spans(now, change)) != now:
            edits.append(retag(part.data, entry, ref=new))
    return splice(part.data, edits)


def formula_edits(part: SheetPart, change: Callable[[CellPlace], Change]) -> Iterator[XmlEdit]:
    """The edits of all formulas that a change touches; one that cells share is written out for each.

    Args:
        part: The sheet.
        change: How areas change in the formula of a cell.
    """
    found = [
        (place, cell, words, moved(words, change(place)) if words else words) for place, cell, words in part.formulas()
    ]
    broken = {
        cell.formula.get("si")
        for _, cell, words, new in found
        if cell.formula is not None and cell.formula.get("t") == "shared" and new != words
    }
    for _, cell, words, new in found:
        assert cell.formula is not None
        group = cell.formula.get("si") if cell.formula.get("t") == "shared" else None
        if new != words or (group is not None and group in broken):
            name = cell.formula.name
            if group is None:
                tag = part.data[cell.formula.start : cell.formula.tag_end]
                content = tag + text(new).encode() + f"</{name}>".encode()
            else:
                content = f"<{name}>{text(new)}</{name}>".encode()
            yield XmlEdit(cell.formula.start, cell.formula.end, content)


def _of(title: str, change: Change) -> Change:
    """The change of the areas of one sheet, named or not."""
    own = title.casefold()
    return lambda area: change(area) if not area.sheet or area.sheet.casefold() == own else area


def _rows(part: SheetPart, at: int, count: int) -> Iterator[XmlEdit]:
    """Rows and cells from ``at`` on with their new numbers; rows without one, which count on, get one."""
    for number, row in part.rows.items():
        if number < at:
            continue
        yield retag(part.data, row.element, r=number + count)
        for column, cell in row.cells.items():
            if cell.element.get("r"):
                yield retag(part.data, cell.element, r=address((number + count, column)))


def _beside(part: SheetPart, change: Change, at: int, count: int) -> Iterator[XmlEdit]:
    for path, attribute in _SPANS.items():
        for entry in part.outside(path):
            now = entry.get(attribute) or ""
            new = moved_spans(now, change)
            if new != now:
                own = {attribute: new}
                if path.endswith("selection") and (active := entry.get("activeCell")):
                    own["activeCell"] = moved_spans(active, change)
                yield retag(part.data, entry, **own)
    for entry in part.outside(*_RULES):
        words = part.text(entry)
        if words and (new := moved(words, change)) != words:
            yield XmlEdit(entry.tag_end, entry.close_start, text(new).encode())
    for entry in part.outside("rowBreaks/brk"):
        if int(entry.get("id") or 0) >= at:
            yield retag(part.data, entry, id=int(entry.get("id") or 0) + count)


def names_rows_from(data: bytes, paths: tuple[str, ...], title: str, at: int) -> bool:
    """Whether formulas inside a part's elements name rows of a sheet from ``at`` on.

    Args:
        data: The part.
        paths: The elements.
        title: Title of the sheet.
        at: Number of the row.
    """
    own = title.casefold()
    for entry in scan(data, *paths):
        words = html.unescape(data[entry.tag_end : entry.close_start].decode("utf-8", "replace"))
        if words and any(area.sheet.casefold() == own and area.bottom >= at for area in named(words).areas):
            return True
    return False
