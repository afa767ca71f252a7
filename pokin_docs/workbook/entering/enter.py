"""Values put into a planner's own workbook: what is not changed is copied as the bytes that it is.

No library opens and saves it: that loses pictures, macros, buttons and cached values without a word.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from pokin_docs.files.xml_part import XmlEdit, splice
from pokin_docs.workbook.correction.recognized import BROKEN
from pokin_docs.workbook.entering import book_part, recalculation
from pokin_docs.workbook.entering.changes import (
    CellPlace,
    CellValue,
    Entered,
    EnteredTable,
    NewColumn,
    NewSheet,
    TableEntry,
    WorkbookNotEnterable,
)
from pokin_docs.workbook.entering.new_sheet import add_sheet
from pokin_docs.workbook.entering.places_for_rows import RowPlace, make_place
from pokin_docs.workbook.entering.sheet_part import SheetPart, address
from pokin_docs.workbook.entering.values import put
from pokin_docs.workbook.entering.workbook_parts import WorkbookParts


def enter(file: bytes, tables: Iterable[TableEntry], sheets: Iterable[NewSheet] = ()) -> Entered:
    """The workbook with values in its tables, further rows and columns below and beside them, and further sheets.

    Args:
        file: All bytes of the workbook, which the guard of the reader has let pass.
        tables: What its tables get; at most one entry for a sheet.
        sheets: Sheets that it gets, whose titles no sheet has.

    Raises:
        WorkbookNotEnterable: Its parts are not where a workbook has them.
    """
    try:
        parts = WorkbookParts(file)
        changed: dict[str, set[CellPlace]] = {}
        done = tuple(_enter_table(parts, entry, changed) for entry in tables)
        for sheet in sheets:
            add_sheet(parts, sheet)
        dropped = _drop_results(parts, {title: places for title, places in changed.items() if places})
        return Entered(parts.package.to_bytes(), done, dropped)
    except BROKEN as fault:
        raise WorkbookNotEnterable("bagian-bagiannya tidak tersusun seperti buku kerja") from fault


def locked_places(file: bytes, title: str) -> tuple[frozenset[CellPlace], frozenset[CellPlace]]:
    """The cells of a sheet that hold a formula, and those inside a merged range: neither is written.

    Args:
        file: All bytes of the workbook.
        title: Title of the sheet.
    """
    try:
        part = WorkbookParts(file).sheet(title)
    except BROKEN:
        return frozenset(), frozenset()
    formulas = frozenset(place for place, _, _ in part.formulas()) | part.spilled
    covered = {
        (row, column)
        for top, bottom in part.merges()
        for row in range(top[0], min(bottom[0], max(part.rows, default=0)) + 1)
        for column in range(top[1], min(bottom[1], top[1] + 200) + 1)
        if (row, column) != top
    }
    return formulas, frozenset(covered)


def _enter_table(parts: WorkbookParts, entry: TableEntry, changed: dict[str, set[CellPlace]]) -> EnteredTable:
    place = make_place(parts, entry) if entry.rows else RowPlace(entry.last_row + 1)
    part = parts.sheet(entry.title)
    model = entry.last_row if entry.last_row > entry.header else None
    like = {column.number: column.like for column in entry.columns}
    numbers = range(place.first, place.first + len(entry.rows))
    values: dict[CellPlace, CellValue] = dict(entry.cells)
    values |= {(entry.header, column.number): column.title for column in entry.columns}
    added = {
        (number, column): value
        for number, row in zip(numbers, entry.rows, strict=True)
        for column, value in row.items()
    }
    formulas = tuple(sorted(at for at in values if _holds_formula(part, at)))
    covered = tuple(sorted(at for at in values if at not in formulas and _is_covered(part, at)))
    values = {at: value for at, value in values.items() if at not in formulas and at not in covered}

    def style(at: CellPlace) -> int:
        row, column = at
        if row in numbers and part.cell(at) is None and model is not None:
            return part.style((model, like.get(column, column)))
        return part.style((row, like[column])) if column in like and part.cell(at) is None else part.style(at)

    whole = {**_frame(part, entry, numbers, model), **values, **added}
    parts.write(entry.title, put(part, whole, style))
    if entry.columns:
        parts.write(entry.title, _with_widths(parts.sheet(entry.title), entry.columns))
    changed.setdefault(entry.title, set()).update({**values, **added})
    return EnteredTable(
        entry.title,
        (numbers[0], numbers[-1]) if entry.rows else None,
        place.moved_from,
        place.below,
        formulas,
        covered,
        _short_formulas(parts, entry, numbers) if entry.rows else (),
    )


def _holds_formula(part: SheetPart, place: CellPlace) -> bool:
    cell = part.cell(place)
    return (cell is not None and cell.formula is not None) or place in part.spilled


def _is_covered(part: SheetPart, place: CellPlace) -> bool:
    return any(
        top[0] <= place[0] <= bottom[0] and top[1] <= place[1] <= bottom[1] and place != top
        for top, bottom in part.merges()
    )


def _frame(part: SheetPart, entry: TableEntry, numbers: range, model: int | None) -> Mapping[CellPlace, CellValue]:
    """The blank cells of the new rows that are ruled like those of the row above, and those of the new columns."""
    found: dict[CellPlace, CellValue] = {}
    row = part.rows.get(model) if model is not None else None
    for number in numbers if row is not None else ():
        assert row is not None
        found |= {(number, column): None for column in row.cells if part.cell((number, column)) is None}
    for column in entry.columns:
        for number in range(entry.header + 1, entry.last_row + 1):
            if part.cell((number, column.like)) is not None and part.cell((number, column.number)) is None:
                found[number, column.number] = None
    return found


def _with_widths(part: SheetPart, columns: tuple[NewColumn, ...]) -> bytes:
    """The sheet with widths for new columns that have none yet."""
    known = part.outside("cols/col")
    free = [
        column
        for column in columns
        if not any(int(col.get("min") or 0) <= column.number <= int(col.get("max") or 0) for col in known)
    ]
    p = part.ns_prefix
    new = "".join(
        f'<{p}col min="{column.number}" max="{column.number}" width="{column.width:g}" customWidth="1"/>'
        for column in sorted(free, key=lambda column: column.number)
    )
    if not new:
        return part.data
    before = [col for col in known if int(col.get("max") or 0) < free[0].number]
    if known:
        at = before[-1].end if before else known[0].start
        return splice(part.data, (XmlEdit(at, at, new.encode()),))
    return splice(part.data, (XmlEdit(part.home.start, part.home.start, f"<{p}cols>{new}</{p}cols>".encode()),))


def _short_formulas(parts: WorkbookParts, entry: TableEntry, numbers: range) -> tuple[str, ...]:
    """The formulas that name the data from its first rows down to its last, and not the new rows."""
    own = entry.title.casefold()
    titles = {title.casefold(): title for title in parts.sheets}
    return tuple(
        f"{titles[formula.sheet]}!{address(formula.place)}"
        for formula in parts.formulas()
        if not (formula.sheet == own and entry.header < formula.place[0] <= entry.last_row)
        and any(
            (area.sheet.casefold() or formula.sheet) == own
            and area.top <= entry.header + 2
            and entry.last_row <= area.bottom < numbers[-1]
            and area.bottom > area.top
            for area in formula.areas or ()
        )
    )


def _drop_results(
    parts: WorkbookParts, changed: Mapping[str, set[CellPlace]]
) -> tuple[tuple[str, CellPlace], ...]:  # fmt: skip
    """The cells whose results followed from changed ones and were dropped; the workbook asks to be calculated."""
    if not changed:
        return ()
    cells = parts.formulas()
    hit = recalculation.following(cells, changed)
    dropped: list[tuple[str, CellPlace]] = []
    for title in parts.sheets:
        own = [formula for formula in hit if formula.sheet == title.casefold()]
        if own:
            parts.write(title, recalculation.without_results(parts.sheet(title), own))
            dropped += sorted((title, formula.place) for formula in own)
    if cells:
        parts.write_main(book_part.with_calculation(parts.package[parts.main]))
    return tuple(dropped)
