"""What the first budget of the year said, where the columns of the changed one are read in its place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from pokin_docs.extract.grid import Grid
from pokin_docs.extract.layouts.sheet_header import SheetHeader
from pokin_docs.extract.main_table import table_rows
from pokin_docs.extract.money_columns import in_rupiah
from pokin_docs.model.findings import FindingLog
from pokin_docs.model.rows import Isian, ProgramRow, SheetRow
from pokin_docs.model.source import CellRef
from pokin_docs.model.workbook_spec import Lembar


def before_the_change(
    grid: Grid, lembar: Lembar, header: SheetHeader, chosen: Mapping[int, int], rows: Sequence[SheetRow]
) -> dict[CellRef, Isian]:
    """What the columns say that are not read, by the cells that are read in their place; where one says something.

    Amounts are in rupiah, each by the unit of its own column.

    Args:
        grid: The sheet.
        lembar: What its columns are called.
        header: Its header, with the columns that are read.
        chosen: The columns that are read in place of others, by those others (``choose_versions``).
        rows: The rows of the table.
    """
    if not chosen:
        return {}
    if any(isinstance(row, ProgramRow) for row in rows):
        return dict(_amounts(grid, lembar, header.reread({used: place for place, used in chosen.items()}), rows))
    return {
        CellRef(grid.title, row.baris, used): Isian(old.text, CellRef(grid.title, row.baris, place), old.number)
        for place, used in chosen.items() for row in rows
        if (old := grid.cells.get((row.baris, place))) and old.text.strip() and grid.text(row.baris, used).strip()
    }  # fmt: skip


def _amounts(
    grid: Grid, lembar: Lembar, before: SheetHeader, rows: Sequence[SheetRow]
) -> Iterator[tuple[CellRef, Isian]]:
    unheard = FindingLog()
    old = in_rupiah(tuple(table_rows(grid, lembar, before, unheard)), grid, lembar, before, unheard)
    known = {row.baris: row for row in old}
    for row in rows:
        was = known.get(row.baris)
        if isinstance(row, ProgramRow) and isinstance(was, ProgramRow):
            for year, isian in row.pagu.items():
                if year in was.pagu and was.pagu[year].source != isian.source and (isian or was.pagu[year]):
                    yield isian.source, was.pagu[year]
