"""Results that follow from changed cells: found through all formulas of the workbook, and dropped."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from pokin_docs.files.xml_part import XmlEdit, retag, splice
from pokin_docs.workbook.entering.changes import CellPlace
from pokin_docs.workbook.entering.references import Area, named
from pokin_docs.workbook.entering.sheet_part import SheetCell, SheetPart


@dataclass(frozen=True, slots=True)
class FormulaCell:
    """A cell with a formula: its sheet, its place, and the areas its result follows from; None for anywhere."""

    sheet: str
    place: CellPlace
    cell: SheetCell
    areas: tuple[Area, ...] | None


def formula_cells(
    title: str, part: SheetPart, names: Mapping[str, tuple[Area, ...]]
) -> Iterable[FormulaCell]:  # fmt: skip
    """The formulas of a sheet.

    Args:
        title: Its title.
        part: The sheet.
        names: What the names of the workbook stand for, tables among them, by the name in small letters.
    """
    own = title.casefold()
    for place, cell, words in part.formulas():
        found = named(words)
        known = [names.get(name.casefold()) for name in found.names]
        if found.anywhere or None in known or (cell.formula is not None and cell.formula.get("t") == "dataTable"):
            yield FormulaCell(own, place, cell, None)
            continue
        areas = (*found.areas, *(area for group in known if group is not None for area in group))
        yield FormulaCell(own, place, cell, areas)


def following(cells: list[FormulaCell], changed: Mapping[str, set[CellPlace]]) -> list[FormulaCell]:
    """The formulas whose results follow from changed cells, also through other formulas.

    Args:
        cells: All formulas of the workbook.
        changed: The changed cells by sheet, its title in small letters.
    """
    dirty = {sheet.casefold(): _by_column(places) for sheet, places in changed.items()}
    found: list[FormulaCell] = []
    waiting = cells
    while True:
        hit = [
            cell for cell in waiting if cell.areas is None or any(_touches(cell, area, dirty) for area in cell.areas)
        ]
        if not hit:
            return found
        found += hit
        marked = {id(cell) for cell in hit}
        waiting = [cell for cell in waiting if id(cell) not in marked]
        for cell in hit:
            rows = dirty.setdefault(cell.sheet, {}).setdefault(cell.place[1], [])
            if cell.place[0] not in rows:
                rows.insert(bisect_left(rows, cell.place[0]), cell.place[0])


def without_results(part: SheetPart, cells: Iterable[FormulaCell]) -> bytes:
    """The sheet without the results of these formulas."""
    edits: list[XmlEdit] = []
    for formula in cells:
        if formula.cell.value is not None:
            edits.append(retag(part.data, formula.cell.element, t=None))
            edits.append(XmlEdit(formula.cell.value.start, formula.cell.value.end, b""))
    return splice(part.data, edits)


def _by_column(places: Iterable[CellPlace]) -> dict[int, list[int]]:
    columns: dict[int, list[int]] = {}
    for row, column in sorted(places):
        columns.setdefault(column, []).append(row)
    return columns


def _touches(cell: FormulaCell, area: Area, dirty: Mapping[str, Mapping[int, list[int]]]) -> bool:
    columns = dirty.get(area.sheet.casefold() or cell.sheet, {})
    for column, rows in columns.items():
        if area.left <= column <= area.right:
            first = bisect_left(rows, area.top)
            if first < len(rows) and rows[first] <= area.bottom:
                return True
    return False
