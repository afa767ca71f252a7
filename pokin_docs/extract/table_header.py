"""The header of a sheet, of either layout, and what stands in its titles."""

from __future__ import annotations

from pokin_docs.extract.final_state import take_final
from pokin_docs.extract.grid import Grid
from pokin_docs.extract.layouts import matrix
from pokin_docs.extract.layouts.header import find_header
from pokin_docs.extract.layouts.sheet_header import SheetHeader, missing
from pokin_docs.model.findings import FindingLog, Temuan
from pokin_docs.model.rows import Isian
from pokin_docs.model.source import CellRef
from pokin_docs.model.workbook_spec import REQUIRED_LEMBAR, Lembar


def title_cells(grid: Grid, lembar: Lembar, header: SheetHeader) -> dict[tuple[str, str], Isian]:
    """What each column's title says in the last row of the header.

    Args:
        grid: The sheet.
        lembar: What its columns are called.
        header: Its header.
    """
    return {
        (lembar.kunci, kunci): Isian(grid.text(header.baris, number), CellRef(grid.title, header.baris, number))
        for (kunci, _), number in header.kolom.items()
    }


def table_header(
    grid: Grid, lembar: Lembar
) -> tuple[matrix.MatrixHeader | None, SheetHeader | None, tuple[Temuan, ...]]:
    """The header of a sheet; the main table may have one column per level instead of one row per node."""
    found_matrix, found = matrix.find_matrix(grid, lembar) if lembar is REQUIRED_LEMBAR else (None, ())
    if found_matrix is None:
        plain, about = find_header(grid, lembar)
        if plain is not None:
            take_final([plain.kolom], plain.title, plain.all_columns)
        return None, plain, about
    take_final([block.kolom for block in found_matrix.blocks], found_matrix.title, found_matrix.all_columns)
    read = found_matrix.all_columns - set(found_matrix.kolom.values())
    heading = {number: title for number, title in found_matrix.title.items() if number not in read}
    header = SheetHeader(found_matrix.baris, found_matrix.kolom, heading, found_matrix.start)
    log = FindingLog()
    if unspoken := [block.label for block in found_matrix.blocks if block.kinerja is None]:
        kolom = f"Kinerja {', '.join(label.title() for label in unspoken if label)}".strip()
        log.note("B14", CellRef(grid.title, found_matrix.baris), kolom=kolom, lembar=grid.title, usul="")
    return found_matrix, header, (*found, *log, *missing(grid, lembar, header))
