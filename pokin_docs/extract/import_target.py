"""The tables of a workbook into which values are to be imported: where their columns, rows and free places are."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from pokin_docs.extract import identity, stand_ins
from pokin_docs.extract.continued import FirstSheet
from pokin_docs.extract.grid import Grid
from pokin_docs.extract.layouts import spread_codes
from pokin_docs.extract.layouts.header import find_header
from pokin_docs.extract.layouts.year_versions import choose_versions
from pokin_docs.extract.main_table import table_rows
from pokin_docs.extract.money_columns import column_units, in_rupiah
from pokin_docs.extract.read import read_sheets
from pokin_docs.extract.sheets import assign_sheets
from pokin_docs.model.budget_versions import BudgetVersion, read_version
from pokin_docs.model.findings import FindingLog, Outcome, Temuan, temuan
from pokin_docs.model.import_target import ImportTarget, TargetTable
from pokin_docs.model.programs import split_codes
from pokin_docs.model.realised import RealisasiRow
from pokin_docs.model.rows import ProgramRow, SheetRow
from pokin_docs.model.source import CellRef
from pokin_docs.model.workbook_spec import IDENTITAS, LEMBAR, PROGRAM, REALISASI, ColumnType, Lembar

_NEEDED = {PROGRAM.kunci: ("kode", "nomenklatur"), REALISASI.kunci: ("kode", "tw")}
"""Columns that values are told apart by; code and name of Program may stand in one."""


def read_target(path: Path, needed: Mapping[str, tuple[str, ...]] = _NEEDED) -> Outcome[ImportTarget]:
    """The tables Program and Realisasi of a workbook; no value where it cannot be opened, or one is not understood.

    Args:
        path: The workbook.
        needed: The columns without which a table cannot be filled, of each table that is asked for.
    """
    opened = read_sheets(path)
    if opened.value is None:
        return Outcome(None, opened.temuan)
    log = FindingLog()
    whole = {grid.title: grid for grid in opened.value}
    plain = tuple(stand_ins.without_blank_words(spread_codes.join_codes(grid)) for grid in opened.value)
    sheets = assign_sheets(plain, FindingLog(), LEMBAR)
    identitas = identity.read_identity(sheets[IDENTITAS], FindingLog()) if IDENTITAS in sheets else {}
    version = read_version(identitas["apbd"].clean) if "apbd" in identitas else None
    found = {
        lembar.kunci: _table(
            sheets[lembar.kunci], whole[sheets[lembar.kunci].title], lembar, needed[lembar.kunci], version, log
        )
        for lembar in (PROGRAM, REALISASI)
        if lembar.kunci in sheets and lembar.kunci in needed
    }
    further = _further(plain, sheets, whole, needed, version, log)
    if tuple(log):
        return Outcome(None, tuple(log))
    program, realised = found.get(PROGRAM.kunci), found.get(REALISASI.kunci)
    return Outcome(ImportTarget(identitas, program, realised, tuple(whole), further, version))


def _further(
    grids: tuple[Grid, ...],
    sheets: Mapping[str, Grid],
    whole: Mapping[str, Grid],
    needed: Mapping[str, tuple[str, ...]],
    version: BudgetVersion | None,
    log: FindingLog,
) -> tuple[TargetTable, ...]:
    """The sheets on which Program goes on; one on which Realisasi does cannot be filled.

    Args:
        grids: All sheets.
        sheets: Those of a name of ours, by key.
        whole: All sheets as they stand, by title.
        needed: The columns without which a table cannot be filled, of each table that is asked for.
        version: The budget that Identitas says counts.
        log: Takes what is found.
    """
    known = {grid.title for grid in sheets.values()}
    found = []
    for lembar in (PROGRAM, REALISASI):
        own = sheets.get(lembar.kunci)
        header = find_header(own, lembar)[0] if own is not None and own.cells else None
        if own is None or header is None or lembar.kunci not in needed:
            continue
        first = FirstSheet(own, lembar, header)
        for grid in grids:
            more = first.further(grid) if grid.title not in known else None
            if more is None:
                continue
            if lembar is REALISASI:
                reason = f"tabelnya bersambung pada lembar «{grid.title}»; satukan dulu"
                log.note("B94", CellRef(own.title), lembar=own.title, sebab=reason)
                return ()
            # Titles of the first sheet above one that has none, for the units and the year of its columns.
            titled = first.with_titles(grid, more)
            table = _table(titled, whole[grid.title], lembar, needed[lembar.kunci], version, log)
            if table is not None:
                found.append(table)
    return tuple(found)


def _table(
    grid: Grid, whole: Grid, lembar: Lembar, needed: tuple[str, ...], version: BudgetVersion | None, log: FindingLog
) -> TargetTable | None:  # fmt: skip
    """The table of a sheet; one that is blank has none yet: its titles are written into the first row."""
    free = whole.last_column + 1
    if not grid.cells:
        return TargetTable(whole.title, 0, 0, {}, 1)
    header, found = find_header(grid, lembar)
    known = header.found_keys() if header else frozenset()
    lacking = [lembar.kolom_of(key).title for key in needed if key not in known]
    if lembar is PROGRAM and header and len(lacking) == 1 and not any(_is_galat(entry) for entry in found):
        lacking = []
    if header is None or lacking:
        log.add((_not_understood(grid, header.baris if header else None, lacking),))
        return None
    if _is_spread(grid, whole, header.kolom.get(("kode", None), 0)):
        place = CellRef(grid.title, header.baris)
        log.note("B94", place, lembar=grid.title, sebab="kodenya terbagi dalam beberapa kolom")
        return None
    told = FindingLog()
    read = {number: key for key, number in header.kolom.items()}
    chosen = choose_versions(grid, lembar, header.start, header.baris, read, version, told)
    if version is None and tuple(told):
        place = CellRef(grid.title, header.baris)
        reason = "ada dua kolom pagu untuk tahun yang sama; isi APBD (murni atau perubahan) pada lembar Identitas"
        log.note("B94", place, lembar=grid.title, sebab=reason)
        return None
    header = replace(header, kolom={key: chosen.get(number, number) for key, number in header.kolom.items()})
    rows = in_rupiah(tuple(table_rows(grid, lembar, header, FindingLog())), grid, lembar, header, FindingLog())
    last = max((row.baris for row in rows if _is_data(row)), default=header.baris)
    money = {key: n for key, n in header.kolom.items() if lembar.kolom_of(key[0]).jenis is ColumnType.RUPIAH}
    powers = {key: unit.power for key, unit in column_units(grid, header, money, last).items() if unit.power}
    if any(power < 0 for power in powers.values()):
        place = CellRef(grid.title, header.baris)
        log.note("B94", place, lembar=grid.title, sebab="satuan uang sebuah kolomnya tidak pasti")
        return None
    scales = {key: 10**power for key, power in powers.items()}
    return TargetTable(whole.title, header.baris, last, header.kolom, free, rows, scales=scales)


def _is_galat(entry: Temuan) -> bool:
    return entry.kode == "B13" and entry.tempat.kolom is None


def _not_understood(grid: Grid, baris: int | None, lacking: list[str]) -> Temuan:
    titles = " dan ".join(f"«{title}»" for title in lacking)
    return temuan("B94", CellRef(grid.title, baris), lembar=grid.title, sebab=f"tidak ada kolom {titles}")


def _is_spread(grid: Grid, whole: Grid, column: int) -> bool:
    """Whether parts of codes stand in several columns, which are joined for reading only."""
    return any(
        place in grid.cells and cell.kode_text != whole.cells[place].kode_text
        for place, cell in grid.cells.items()
        if place[1] == column and place in whole.cells
    )


def _is_data(row: SheetRow) -> bool:
    codes = split_codes(row.kode.text) if isinstance(row, ProgramRow | RealisasiRow) else ()
    told = isinstance(row, RealisasiRow) and bool(row.indikator_id or row.indikator)
    return told or any(character.isdigit() for code in codes for character in code)
