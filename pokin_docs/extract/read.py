"""VERBS 1: a workbook file becomes rows; every value knows its cell."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path

from pokin_docs.extract import bare_package, guard, identity, workbook_file
from pokin_docs.extract.grid import Grid
from pokin_docs.extract.layouts import matrix, spread_codes
from pokin_docs.extract.layouts.header import Kepala, find_header, missing
from pokin_docs.extract.main_table import matrix_rows, table_rows
from pokin_docs.extract.sheets import assign_sheets
from pokin_docs.model.findings import Catatan, Outcome, Temuan, temuan
from pokin_docs.model.rows import Baris, BukuKerja, Isian
from pokin_docs.model.source import CellRef
from pokin_docs.model.workbook_spec import (
    IDENTITAS,
    LEMBAR,
    LEMBAR_WAJIB,
    Lembar,
)  # fmt: skip

_OWN_FIELDS = frozenset(field.name for field in fields(BukuKerja))


def read(path: Path, described: tuple[Lembar, ...] = LEMBAR) -> Outcome[BukuKerja]:
    """Everything one workbook holds; no value when the file or its main table cannot be understood.

    Args:
        path: The workbook.
        described: The sheets that are read, the main one among them.
    """
    refused = guard.refuse(path)
    if refused:
        return Outcome(None, refused)
    catatan = Catatan()
    try:
        grids = workbook_file.read_grids(bare_package.essence(path))
    except bare_package.BukuRusak as error:
        return Outcome(None, (temuan(error.kode, CellRef(""), berkas=path.name, sebab=error.sebab),))
    except Exception as error:  # noqa: BLE001  # openpyxl raises whatever a broken part provokes
        return Outcome(None, (temuan("B05", CellRef(""), berkas=path.name, sebab=_reason(error)),))
    sheets = assign_sheets(tuple(map(spread_codes.join_codes, grids)), catatan, described)
    tables_read: dict[str, tuple[Baris, ...]] = {}
    kolom: set[tuple[str, str]] = set()
    judul: dict[str, int] = {}
    judul_kolom: dict[tuple[str, str], Isian] = {}
    for lembar in described:
        if lembar.kunci not in sheets:
            continue
        grid = sheets[lembar.kunci]
        if not grid.sel and lembar is not LEMBAR_WAJIB:
            continue
        matriks, kepala, found = _header(grid, lembar)
        catatan.tambah(found)
        if kepala is None:
            continue
        judul[lembar.kunci] = kepala.baris
        if any(finding.kode == "B13" and finding.tempat.kolom is None for finding in found):
            continue  # said once, for the column; its rows would only repeat it
        kolom.update((lembar.kunci, kunci) for kunci in kepala.kunci())
        judul_kolom |= _title_cells(grid, lembar, kepala)
        own = table_rows(grid, lembar, kepala, catatan) if matriks is None else matrix_rows(grid, matriks, catatan)
        tables_read[lembar.kunci] = tuple(own)
    too_long = tuple(finding for finding in catatan if finding.kode == "B27")
    if too_long or not tables_read.get(LEMBAR_WAJIB.kunci):
        return Outcome(None, too_long or tuple(catatan))
    identitas = identity.read_identity(sheets[IDENTITAS], catatan) if IDENTITAS in sheets else {}
    buku = BukuKerja(
        nama=path.name,
        lembar={kunci: grid.judul for kunci, grid in sheets.items() if grid.sel},  # an empty sheet says nothing
        kolom=frozenset(kolom),
        baris_judul=judul,
        judul_kolom=judul_kolom,
        identitas=identitas,
        others={kunci: rows for kunci, rows in tables_read.items() if kunci not in _OWN_FIELDS},
        **{kunci: rows for kunci, rows in tables_read.items() if kunci in _OWN_FIELDS},  # type: ignore[arg-type]  # each sheet has its row type
    )
    return Outcome(buku, tuple(catatan))


def _reason(error: Exception) -> str:
    """What a planner can be told of a fault that openpyxl met."""
    if isinstance(error, IndexError | KeyError):
        return "ada sel yang merujuk teks atau format yang hilang"
    if isinstance(error, SyntaxError | UnicodeError):
        return "isinya terpotong atau memuat karakter yang tidak sah"
    return "ada sel yang isinya tidak dapat dibaca"


def _title_cells(grid: Grid, lembar: Lembar, kepala: Kepala) -> dict[tuple[str, str], Isian]:
    """What each column's title says in the last row of the header."""
    return {
        (lembar.kunci, kunci): Isian(grid.teks(kepala.baris, nomor), CellRef(grid.judul, kepala.baris, nomor))
        for (kunci, _), nomor in kepala.kolom.items()
    }


def _header(grid: Grid, lembar: Lembar) -> tuple[matrix.Matriks | None, Kepala | None, tuple[Temuan, ...]]:
    """The header of a sheet; the main table may have one column per level instead of one row per node."""
    matriks, found = matrix.find_matrix(grid, lembar) if lembar is LEMBAR_WAJIB else (None, ())
    if matriks is None:
        return None, *find_header(grid, lembar)
    read = matriks.semua_kolom - set(matriks.kolom.values())
    judul = {nomor: title for nomor, title in matriks.judul.items() if nomor not in read}
    kepala = Kepala(matriks.baris, matriks.kolom, judul, matriks.awal)
    catatan = Catatan()
    if unspoken := [blok.label for blok in matriks.blok if blok.kinerja is None]:
        kolom = f"Kinerja {', '.join(label.title() for label in unspoken if label)}".strip()
        catatan.catat("B14", CellRef(grid.judul, matriks.baris), kolom=kolom, lembar=grid.judul, usul="")
    return matriks, kepala, (*found, *catatan, *missing(grid, lembar, kepala))
