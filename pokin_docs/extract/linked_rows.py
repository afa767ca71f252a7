"""The rows of the main table in the order that their own IDs and those of their parents tell."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from pokin_docs.extract.grid import Grid
from pokin_docs.extract.layouts.parent_ids import ParentIds, parent_ids
from pokin_docs.extract.layouts.sheet_header import SheetHeader
from pokin_docs.model.findings import FindingLog
from pokin_docs.model.ranges import first_cells
from pokin_docs.model.rows import Isian, KinerjaRow
from pokin_docs.model.source import CellRef, column_letters
from pokin_docs.model.texts import fold_sentence


def with_parent_ids(
    rows: Sequence[KinerjaRow], grid: Grid, header: SheetHeader, log: FindingLog
) -> tuple[tuple[KinerjaRow, ...], set[tuple[int, int]]]:
    """The rows with Induk as the IDs say, what is above first, and the cells that told it.

    Args:
        rows: The rows.
        grid: Their sheet.
        header: Its header.
        log: Takes that the IDs do not explain every row (B151): then the order of the rows tells the tree, as always.
    """
    starts = [row.baris for row in rows if row.kinerja]
    known = {number for (kunci, _), number in header.kolom.items() if kunci not in ("kode", "induk", "rujukan")}
    found = parent_ids(grid, header.title, starts, known) if starts else None
    if found is None:
        return tuple(rows), set()
    if found.wrong:
        tell_wrong(found, grid, header.title, log)
        return tuple(rows), set()
    return _ordered(rows, found, grid), found.cells()


def tell_wrong(found: ParentIds, grid: Grid, titles: dict[int, str], log: FindingLog) -> None:
    """B151 at the first row whose ID of the parent leads nowhere.

    Args:
        found: What the IDs tell.
        grid: Their sheet.
        titles: What stands over its columns.
        log: Takes it.
    """
    places = [found.place(grid, row) for row in found.wrong]
    log.note("B151", places[0], kolom=titles[found.parent].strip(), huruf=column_letters(found.parent),
             lain=titles[found.own].strip(), jumlah=len(places), sel=first_cells(places))  # fmt: skip


def _ordered(rows: Sequence[KinerjaRow], found: ParentIds, grid: Grid) -> tuple[KinerjaRow, ...]:
    groups: dict[int, list[KinerjaRow]] = {}
    first = 0
    for row in rows:
        first = row.baris if row.kinerja else first
        groups.setdefault(first, []).append(row)  # further indicators stay with their kinerja
    said = Counter(fold_sentence(group[0].kinerja.text) for group in groups.values())
    ordered = groups.pop(0, [])
    for baris in found.depths:
        row, *others = groups[baris]
        above = groups[found.above[baris]][0] if found.above[baris] else None
        if above is not None and (not row.induk or row.induk.source.kolom == found.parent):
            alone = said[fold_sentence(above.kinerja.text)] == 1
            text = above.kinerja.text if alone else f"baris {above.baris}"
            row = replace(row, induk=Isian(text, found.place(grid, baris)))
        elif row.induk and row.induk.source.kolom == found.parent:
            row = replace(row, induk=Isian("", CellRef(grid.title, baris, found.parent)))
        ordered += (row, *others)
    return tuple(ordered)
