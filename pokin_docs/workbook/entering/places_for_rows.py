"""Where new rows of a table go: into blank rows below it, by moving what follows, or below that where it must stay."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from pokin_docs.files.xml_part import BrokenXml, readable, scan, splice
from pokin_docs.workbook.entering import book_part, rows_moved
from pokin_docs.workbook.entering.changes import TableEntry
from pokin_docs.workbook.entering.references import Area, named, shifted
from pokin_docs.workbook.entering.sheet_part import SheetPart, position
from pokin_docs.workbook.entering.workbook_parts import WorkbookParts

_CHART_PLACE = re.compile(rb"<(?:\w+:)?f>([^<]*)</(?:\w+:)?f>")
_RULES = (
    "worksheet/conditionalFormatting/cfRule/formula", "worksheet/dataValidations/dataValidation/formula1",
    "worksheet/dataValidations/dataValidation/formula2",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class RowPlace:
    """Where the new rows begin; ``moved_from`` is the first row moved for them, ``below`` why none could be."""

    first: int
    moved_from: int = 0
    below: str = ""


def make_place(parts: WorkbookParts, entry: TableEntry) -> RowPlace:
    """Where the new rows of a table begin, after place was made for them and what adds up the table was told of them.

    Args:
        parts: The workbook, which is changed.
        entry: What the table gets, rows among it.
    """
    part = parts.sheet(entry.title)
    data, count = (entry.header + 1, entry.last_row), len(entry.rows)
    next_row, last_used = _below(part, entry.last_row)
    if next_row is None or count < next_row - entry.last_row - 1 or _fills_up_to_total(part, entry, next_row):
        _grow(parts, entry.title, data, data[1] + count)
        return RowPlace(data[1] + 1)
    at = data[1] + 1
    reason = rows_moved.obstacle(part, at) or _obstacle_elsewhere(parts, entry.title, at)
    if reason:
        return RowPlace(last_used + 1, below=reason)
    _move(parts, entry.title, data, count)
    return RowPlace(at, moved_from=next_row)


def _below(part: SheetPart, last_row: int) -> tuple[int | None, int]:
    """The first row below the data that holds something, and the last."""
    filled = [
        number
        for number, row in part.rows.items()
        if number > last_row and not all(cell.is_blank for cell in row.cells.values())
    ]
    merged = [row for top, bottom in part.merges() if top[0] > last_row for row in (top[0], bottom[0])]
    used = sorted((*filled, *merged))
    return (used[0], used[-1]) if used else (None, last_row)


def _fills_up_to_total(part: SheetPart, entry: TableEntry, next_row: int) -> bool:
    """Whether the rows fill the blank ones exactly, and what follows is a total and not a note."""
    row = part.rows.get(next_row)
    total = row is not None and any(cell.formula is not None for cell in row.cells.values())
    return total and len(entry.rows) == next_row - entry.last_row - 1


def _obstacle_elsewhere(parts: WorkbookParts, title: str, at: int) -> str:
    """What in other parts names rows from ``at`` on and would have to be changed with them."""
    for part in parts.beside(title, "comments", "threadedComment"):
        data = readable(parts.package[part])
        refs = re.findall(rb'\bref="([^"]*)"', data)
        if any((place := position(ref.decode())) and place[0] >= at for ref in refs):
            return "ada komentar pada baris itu"
    for part in parts.beside(title, "drawing"):
        try:
            rows = _picture_rows(readable(parts.package[part]))
        except BrokenXml:
            return "gambar di lembar itu tidak dapat dibaca"
        if any(row >= at - 1 for row in rows):
            return "ada gambar pada baris itu"
    if any(cell.areas is None for cell in parts.formulas()):
        return "ada rumus INDIRECT atau OFFSET, yang tempatnya tidak dapat diikuti"
    own = title.casefold()
    for other in parts.sheets:
        data = readable(parts.package[parts.sheets[other]])
        inside = other != title and rows_moved.names_rows_from(data, _RULES, title, at)
        if inside or (other != title and b"xm:f" in data and title.encode() in data):
            return f"format bersyarat atau pilihan pada lembar «{other}» merujuk baris itu"
    for name in parts.package.names():
        if name.startswith(("xl/charts/", "xl/pivotcache/")):
            data = readable(parts.package[name])
            places = [words.decode("utf-8", "replace") for words in _CHART_PLACE.findall(data)]
            if b"worksheetSource" in data or any(
                area.sheet.casefold() == own and area.bottom >= at for words in places for area in named(words).areas
            ):
                return "ada grafik atau tabel pivot yang merujuk lembar itu"
    return ""


def _picture_rows(data: bytes) -> list[int]:
    """The rows, 1-based, in which the pictures of a drawing begin."""
    paths = [f"wsDr/{anchor}/from/row" for anchor in ("twoCellAnchor", "oneCellAnchor")]
    words = [data[entry.tag_end : entry.close_start].strip() for entry in scan(data, *paths)]
    return [int(word) + 1 for word in words if word.isdigit()]


def _grow(parts: WorkbookParts, title: str, data: tuple[int, int], last: int) -> None:
    """Let totals, filter, table object and printed range that end with the data end with its new last row."""
    if data[1] >= data[0]:
        parts.write(title, rows_moved.with_totals_grown(parts.sheet(title), title, data, last))

    def change(area: Area) -> Area:
        return replace(area, bottom=last) if area.top <= data[0] and data[1] <= area.bottom < last else area

    _change_frames(parts, title, change)


def _move(parts: WorkbookParts, title: str, data: tuple[int, int], count: int) -> None:
    """Move what stands below the data down, and let every place in the workbook follow."""
    at = data[1] + 1
    parts.write(title, rows_moved.with_rows_moved(parts.sheet(title), title, data, count))
    own = title.casefold()
    change = shifted(at, count)
    frame = shifted(at, count, grown=(1, data[1]))

    def elsewhere(area: Area) -> Area:
        return change(area) if area.sheet.casefold() == own else area

    for other in parts.with_formulas():
        if other != title:
            part = parts.sheet(other)
            edits = list(rows_moved.formula_edits(part, lambda place: elsewhere))
            if edits:
                parts.write(other, splice(part.data, edits))
    parts.write_main(
        book_part.with_names_changed(
            parts.package[parts.main],
            lambda name, area: elsewhere(area) if name not in (book_part.PRINTED, book_part.FILTERED) else area,
        )
    )
    _change_frames(parts, title, frame)
    parts.forget_order()


def _change_frames(parts: WorkbookParts, title: str, change: book_part.Change) -> None:
    """Change what frames the table: its filter, the table object, the printed range."""
    own = title.casefold()
    part = parts.sheet(title)
    parts.write(title, rows_moved.with_filter_changed(part, change))
    parts.change_tables(title, change)

    def framed(name: str, area: Area) -> Area:
        ours = area.sheet.casefold() == own and name in (book_part.PRINTED, book_part.FILTERED)
        return change(area) if ours else area

    parts.write_main(book_part.with_names_changed(parts.package[parts.main], framed))
