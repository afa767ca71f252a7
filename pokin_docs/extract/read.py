"""VERBS 1: a workbook file becomes rows; every value knows its cell."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path

from pokin_docs.extract import bare_package, guard, identity, stand_ins, workbook_file
from pokin_docs.extract.grid import Grid
from pokin_docs.extract.layouts import matrix, spread_codes
from pokin_docs.extract.layouts.header import find_header
from pokin_docs.extract.layouts.sheet_header import SheetHeader, missing
from pokin_docs.extract.main_table import matrix_rows, table_rows
from pokin_docs.extract.sheets import assign_sheets
from pokin_docs.model.findings import FindingLog, Outcome, Temuan, temuan
from pokin_docs.model.rows import BukuKerja, Isian, SheetRow
from pokin_docs.model.source import CellRef
from pokin_docs.model.workbook_spec import IDENTITAS, LEMBAR, REQUIRED_LEMBAR, Lembar

_OWN_FIELDS = frozenset(field.name for field in fields(BukuKerja))


def read(path: Path, described: tuple[Lembar, ...] = LEMBAR) -> Outcome[BukuKerja]:
    """Everything one workbook holds; no value when the file or its main table cannot be understood.

    Args:
        path: The workbook.
        described: The sheets that are read, the main one among them.
    """
    opened = read_sheets(path)
    return Outcome(None, opened.temuan) if opened.value is None else understand(opened.value, path.name, described)


def read_sheets(path: Path) -> Outcome[tuple[Grid, ...]]:
    """The sheets of a workbook file as they stand; no value when it cannot be opened."""
    refused = guard.refuse(path)
    if refused:
        return Outcome(None, refused)
    try:
        return Outcome(workbook_file.read_grids(bare_package.essence(path)))
    except bare_package.BrokenWorkbook as error:
        return Outcome(None, (temuan(error.kode, CellRef(""), berkas=path.name, sebab=error.reason),))
    except Exception as error:  # noqa: BLE001  # openpyxl raises whatever a broken part provokes
        return Outcome(None, (temuan("B05", CellRef(""), berkas=path.name, sebab=_reason(error)),))


def understand(grids: tuple[Grid, ...], nama: str, described: tuple[Lembar, ...] = LEMBAR) -> Outcome[BukuKerja]:
    """What the tables on these sheets say; no value when the main one cannot be understood.

    Args:
        grids: The sheets, in order.
        nama: What the workbook is called, for messages.
        described: The sheets that are read, the main one among them.
    """
    log = FindingLog()
    sheets = assign_sheets(
        tuple(stand_ins.without_blank_words(spread_codes.join_codes(grid)) for grid in grids), log, described
    )
    tables_read: dict[str, tuple[SheetRow, ...]] = {}
    kolom: set[tuple[str, str]] = set()
    title: dict[str, int] = {}
    column_titles: dict[tuple[str, str], Isian] = {}
    for lembar in described:
        if lembar.kunci not in sheets:
            continue
        grid = sheets[lembar.kunci]
        if not grid.cells and lembar is not REQUIRED_LEMBAR:
            continue
        found_matrix, header, found = _header(grid, lembar)
        log.add(found)
        if header is None:
            continue
        title[lembar.kunci] = header.baris
        if any(finding.kode == "B13" and finding.tempat.kolom is None for finding in found):
            continue  # said once, for the column; its rows would only repeat it
        kolom.update((lembar.kunci, kunci) for kunci in header.found_keys())
        column_titles |= _title_cells(grid, lembar, header)
        columns = {number: kunci for kunci, number in header.kolom.items()}
        grid = stand_ins.without_ditto(grid, lembar, header.baris, columns, log)
        own = table_rows(grid, lembar, header, log) if found_matrix is None else matrix_rows(grid, found_matrix, log)
        tables_read[lembar.kunci] = tuple(own)
    too_long = tuple(finding for finding in log if finding.kode == "B27")
    if too_long or not tables_read.get(REQUIRED_LEMBAR.kunci):
        return Outcome(None, too_long or tuple(log))
    identitas = identity.read_identity(sheets[IDENTITAS], log) if IDENTITAS in sheets else {}
    buku = BukuKerja(
        nama=nama,
        lembar={kunci: grid.title for kunci, grid in sheets.items() if grid.cells},  # an empty sheet says nothing
        kolom=frozenset(kolom),
        title_rows=title,
        column_titles=column_titles,
        identitas=identitas,
        others={kunci: rows for kunci, rows in tables_read.items() if kunci not in _OWN_FIELDS},
        **{kunci: rows for kunci, rows in tables_read.items() if kunci in _OWN_FIELDS},  # type: ignore[arg-type]  # each sheet has its row type
    )
    return Outcome(buku, tuple(log))


def _reason(error: Exception) -> str:
    """What a planner can be told of a fault that openpyxl met."""
    if isinstance(error, IndexError | KeyError):
        return "ada sel yang merujuk teks atau format yang hilang"
    if isinstance(error, SyntaxError | UnicodeError):
        return "isinya terpotong atau memuat karakter yang tidak sah"
    return "ada sel yang isinya tidak dapat dibaca"


def _title_cells(grid: Grid, lembar: Lembar, header: SheetHeader) -> dict[tuple[str, str], Isian]:
    """What each column's title says in the last row of the header."""
    return {
        (lembar.kunci, kunci): Isian(grid.text(header.baris, number), CellRef(grid.title, header.baris, number))
        for (kunci, _), number in header.kolom.items()
    }


def _header(grid: Grid, lembar: Lembar) -> tuple[matrix.MatrixHeader | None, SheetHeader | None, tuple[Temuan, ...]]:
    """The header of a sheet; the main table may have one column per level instead of one row per node."""
    found_matrix, found = matrix.find_matrix(grid, lembar) if lembar is REQUIRED_LEMBAR else (None, ())
    if found_matrix is None:
        return None, *find_header(grid, lembar)
    read = found_matrix.all_columns - set(found_matrix.kolom.values())
    heading = {number: title for number, title in found_matrix.title.items() if number not in read}
    header = SheetHeader(found_matrix.baris, found_matrix.kolom, heading, found_matrix.start)
    log = FindingLog()
    if unspoken := [block.label for block in found_matrix.blocks if block.kinerja is None]:
        kolom = f"Kinerja {', '.join(label.title() for label in unspoken if label)}".strip()
        log.note("B14", CellRef(grid.title, found_matrix.baris), kolom=kolom, lembar=grid.title, usul="")
    return found_matrix, header, (*found, *log, *missing(grid, lembar, header))
