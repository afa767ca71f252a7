"""What is said of a workbook whose sheets are of several agencies."""

from __future__ import annotations

from collections.abc import Sequence

from pokin_docs.extract.foreign.agencies import UNNAMED, agencies_of, agency_above
from pokin_docs.extract.foreign.areas import TableArea
from pokin_docs.extract.foreign.assign import TableReading
from pokin_docs.extract.other_agencies import is_same_agency
from pokin_docs.model.findings import FindingLog, Temuan
from pokin_docs.model.source import CellRef


def of_others(tables: Sequence[TableReading], own: str) -> tuple[Temuan, ...]:
    """One finding for each sheet that is of another agency than the one that Identitas names (``own``)."""
    log = FindingLog()
    for table in tables:
        title, above = table.area.grid.title, agency_above(table.area)
        if above and not is_same_agency(above, own) and not any(entry.tempat.lembar == title for entry in log):
            log.note("B101", CellRef(title), lembar=title, lain=above, sendiri=own)
    return tuple(log)


def rows_of_others(areas: Sequence[TableArea], own: str, shown: str = "") -> tuple[Temuan, ...]:
    """One finding for each table that holds rows of other agencies than that of Identitas.

    Args:
        areas: The tables that hold several.
        own: The agency that is read, as the table calls it.
        shown: What it is called where the table does not say.
    """
    log = FindingLog()
    for area in areas:
        others = [name for name in agencies_of(area) if name != own]
        place = CellRef(area.grid.title, area.rows[0])
        log.note("B107", place, lembar=area.grid.title, jumlah=len(others), lain=", ".join(others[:3]),
                 sendiri=shown if own == UNNAMED else own)  # fmt: skip
    return tuple(log)


def several_sheets(tables: Sequence[TableReading], sheets: Sequence[str], nama: str) -> Temuan | None:
    """The galat of a workbook whose sheets are of several agencies; None where they are of one.

    Args:
        tables: The tables of the workbook.
        sheets: The agencies that have sheets of their own.
        nama: What the workbook is called.
    """
    if not sheets:
        return None
    log = FindingLog()
    area = next(table.area for table in tables if is_same_agency(agency_above(table.area), sheets[1]))
    place = CellRef(area.grid.title, area.start)
    log.note("B72", place, apa="Buku kerja", jumlah=len(sheets), contoh=", ".join(sheets[:3]), berkas=nama)
    return log.entries[0]
