"""Values written into the cells of a sheet; the rest of the part stays as the bytes that it is."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal

from pokin_docs.files.xml_part import XmlEdit, extend, retag, splice
from pokin_docs.files.xml_part import text as escaped
from pokin_docs.workbook.entering.changes import CellPlace, CellValue
from pokin_docs.workbook.entering.references import spans
from pokin_docs.workbook.entering.sheet_part import PartRow, SheetPart, address

_MAX_TEXT = 32_767


def put(part: SheetPart, values: Mapping[CellPlace, CellValue], style: Callable[[CellPlace], int]) -> bytes:
    """The sheet with these values in these cells; cells and rows that are not there are made where they belong.

    Args:
        part: The sheet.
        values: Values by (row, column), 1-based; whatever stands in the cells gives way.
        style: Number of the look that a cell is to have.
    """
    by_row: dict[int, dict[int, CellValue]] = {}
    for place in sorted(values):
        by_row.setdefault(place[0], {})[place[1]] = values[place]
    edits: list[XmlEdit] = []
    p = part.ns_prefix

    def new_cell(row: int, column: int) -> bytes:
        return markup(p, (row, column), values[row, column], style((row, column)))

    def new_rows(numbers: Iterable[int]) -> bytes:
        return b"".join(
            f'<{p}row r="{number}">'.encode()
            + b"".join(new_cell(number, column) for column in by_row[number])
            + f"</{p}row>".encode()
            for number in numbers
        )

    waiting = list(by_row)
    for number, row in part.rows.items():
        absent = [wanted for wanted in waiting if wanted < number]
        if absent:
            edits.append(XmlEdit(row.element.start, row.element.start, new_rows(absent)))
        if number in by_row:
            edits += _put_in_row(part, number, row, by_row[number], new_cell)
        waiting = [wanted for wanted in waiting if wanted > number]
    if waiting:
        edits += extend(part.data, part.home, new_rows(waiting))
    return splice(part.data, (*edits, *_dimension(part, values)))


def _put_in_row(
    part: SheetPart, number: int, row: PartRow, wanted: Mapping[int, CellValue], new_cell: Callable[[int, int], bytes]
) -> list[XmlEdit]:
    edits: list[XmlEdit] = []
    waiting = sorted(wanted)
    for column, cell in sorted(row.cells.items()):
        absent = b"".join(new_cell(number, other) for other in waiting if other < column)
        if absent:
            edits.append(XmlEdit(cell.element.start, cell.element.start, absent))
        if column in wanted:
            edits.append(XmlEdit(cell.element.start, cell.element.end, new_cell(number, column)))
        waiting = [other for other in waiting if other > column]
    spans = _spans(row.element.get("spans"), wanted)
    after = b"".join(new_cell(number, other) for other in waiting)
    if after:
        return [*edits, *extend(part.data, row.element, after, spans=spans)]
    return [*edits, retag(part.data, row.element, spans=spans)] if spans else edits


def _spans(now: str | None, wanted: Mapping[int, CellValue]) -> str | None:
    """The first and last column that a row names, wide enough for its new cells; None where it names none."""
    parts = (now or "").split(":")
    if len(parts) != 2 or not all(part.isdecimal() for part in parts):
        return now
    return f"{min(int(parts[0]), *wanted)}:{max(int(parts[1]), *wanted)}"


def _dimension(part: SheetPart, values: Mapping[CellPlace, CellValue]) -> list[XmlEdit]:
    """The edit of the range that a sheet says it uses, which some programs read no further than."""
    edits = []
    for entry in part.outside("dimension") if values else ():
        rows, columns = zip(*values, strict=True)
        for used in spans(entry.get("ref") or ""):
            first = (min(used.top, *rows), min(used.left, *columns))
            last = (max(used.bottom, *rows), max(used.right, *columns))
            edits.append(retag(part.data, entry, ref=f"{address(first)}:{address(last)}"))
    return edits


def markup(p: str, place: CellPlace, value: CellValue, style: int) -> bytes:
    """A cell as it stands in a sheet: a number as one, a text in line, so that no other part changes.

    Args:
        p: The prefix of its names with the colon, or nothing.
        place: Row and column, 1-based.
        value: What it holds; None for its look alone.
        style: Number of its look, 0 for none.
    """
    look = f' s="{style}"' if style else ""
    head = f'<{p}c r="{address(place)}"{look}'
    if value is None:
        return f"{head}/>".encode()
    if isinstance(value, str):
        words = escaped(value[:_MAX_TEXT])
        return f'{head} t="inlineStr"><{p}is><{p}t xml:space="preserve">{words}</{p}t></{p}is></{p}c>'.encode()
    return f"{head}><{p}v>{format(Decimal(value).normalize(), 'f')}</{p}v></{p}c>".encode()
