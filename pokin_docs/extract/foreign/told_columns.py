"""What the columns of foreign tables are called, and which columns that documents need no table has."""

from __future__ import annotations

from collections.abc import Sequence

from pokin_docs.extract.foreign import roles
from pokin_docs.extract.foreign.assign import TableReading
from pokin_docs.model.findings import FindingLog, Temuan
from pokin_docs.model.rows import Isian
from pokin_docs.model.source import CellRef
from pokin_docs.model.workbook_spec import TAHAP_5, WhenMissing


def missing_columns(main: TableReading, tables: Sequence[TableReading]) -> tuple[Temuan, ...]:
    """The columns that documents need and no table has.

    Args:
        main: The table with most nodes, at which it is said.
        tables: All tables.
    """
    log = FindingLog()
    known = {role.kunci for table in tables for role in table.chosen.values()}
    title = main.area.grid.title
    for kolom in TAHAP_5.kolom:
        if kolom.when_missing is WhenMissing.TANDA and kolom.kunci not in known:
            shown = kolom.title.replace(" {tahun}", " (per tahun)")
            log.note("B14", CellRef(title, main.area.end), kolom=shown, lembar=title, usul="")
    return tuple(log)


def titles_of(tables: Sequence[TableReading]) -> dict[tuple[str, str], Isian]:
    """What stands over the columns that were read, by sheet and key of the official columns."""
    found: dict[tuple[str, str], Isian] = {}
    same = {roles.NAME: "komponen", roles.NAME_AND_KINERJA: "kinerja", roles.KINERJA_AND_INDIKATOR: "kinerja"}
    for table in tables:
        for number, role in table.chosen.items():
            if not role.tells:
                continue
            kunci = same.get(role.kunci, role.kunci)
            sheets = ["program"] if kunci in (roles.PAGU, *roles.PROGRAM_ONLY) else [TAHAP_5.kunci]
            sheets = ["renstra"] if kunci in (roles.NSPK, roles.SASARAN_RPJMD) else sheets
            title = table.area.titles.get(number)
            isian = Isian(title.text if title else "", CellRef(table.area.grid.title, table.area.end, number))
            for sheet in sheets:
                found.setdefault((sheet, kunci), isian)
            if kunci in (roles.KODE, "komponen"):
                found.setdefault(("program", "kode" if kunci == roles.KODE else "nomenklatur"), isian)
            if kunci == "kinerja":
                found.setdefault((TAHAP_5.kunci, "komponen"), isian)
    return found
