"""VERBS 1: a workbook file becomes rows; every value knows its cell."""

from __future__ import annotations

from pathlib import Path

from pokin_docs.extract import display, guard, identity, tables, values, workbook_file
from pokin_docs.extract.header import Kepala, find_header
from pokin_docs.model import rows
from pokin_docs.model.catalogue import proposal
from pokin_docs.model.findings import Catatan, Outcome
from pokin_docs.model.grid import Grid
from pokin_docs.model.rows import Baris, BukuKerja
from pokin_docs.model.source import CellRef
from pokin_docs.model.teks import fold, nearest
from pokin_docs.model.workbook_spec import (
    ALIAS_IDENTITAS,
    IDENTITAS,
    JUDUL_IDENTITAS,
    JUDUL_PETUNJUK,
    LEMBAR,
    LEMBAR_WAJIB,
    Lembar,
)  # fmt: skip

ROW_TYPES: dict[str, type[Baris]] = {
    "tahap1": rows.OutcomeRow,
    "tahap2": rows.CsfRow,
    "tahap3": rows.KondisiRow,
    "tahap4": rows.IndikatorRow,
    "tahap5": rows.KinerjaRow,
    "pejabat": rows.PejabatRow,
    "program": rows.ProgramRow,
    "lintas": rows.LintasRow,
    "renstra": rows.RenstraRow,
}


def read(path: Path) -> Outcome[BukuKerja]:
    """Everything one workbook holds; no value when the file or its main table cannot be understood."""
    refused = guard.refuse(path)
    if refused:
        return Outcome(None, refused)
    catatan = Catatan()
    try:
        grids = workbook_file.read_grids(path, display, formulas=guard.has_formulas(path))
    except Exception as error:  # noqa: BLE001  # openpyxl raises whatever a broken part provokes
        catatan.catat("B05", CellRef(""), berkas=path.name, sebab=type(error).__name__)
        return Outcome(None, tuple(catatan))
    sheets = _assign(grids, catatan)
    tables_read: dict[str, tuple[Baris, ...]] = {}
    kolom: set[tuple[str, str]] = set()
    judul: dict[str, int] = {}
    for lembar in LEMBAR:
        if lembar.kunci not in sheets:
            continue
        grid = sheets[lembar.kunci]
        if not grid.sel and lembar is not LEMBAR_WAJIB:
            continue
        kepala, found = find_header(grid, lembar)
        catatan.tambah(found)
        if kepala is None:
            continue
        judul[lembar.kunci] = kepala.baris
        if any(finding.kode == "B13" for finding in found):
            continue  # said once, for the column; its rows would only repeat it
        kolom.update((lembar.kunci, kunci) for kunci in kepala.kunci())
        tables_read[lembar.kunci] = _table(grid, lembar, kepala, catatan)
    if not tables_read.get(LEMBAR_WAJIB.kunci):
        return Outcome(None, tuple(catatan))
    identitas = (
        identity.read_identity(sheets[IDENTITAS], values.read_date, catatan) if IDENTITAS in sheets else {}
    )  # fmt: skip
    buku = BukuKerja(
        nama=path.name,
        lembar={kunci: grid.judul for kunci, grid in sheets.items()},
        kolom=frozenset(kolom),
        baris_judul=judul,
        identitas=identitas,
        **tables_read,  # type: ignore[arg-type]  # ROW_TYPES gives each sheet its own row type
    )
    return Outcome(buku, tuple(catatan))


def _table(grid: Grid, lembar: Lembar, kepala: Kepala, catatan: Catatan) -> tuple[Baris, ...]:
    own = Catatan()
    found = tables.read_table(ROW_TYPES[lembar.kunci], grid, lembar, kepala, values, own)
    # An optional sheet that was kept empty is no fault: a new office fills it later.
    catatan.tambah(entri for entri in own if entri.kode != "B24" or lembar is LEMBAR_WAJIB)
    return found


def _assign(grids: tuple[Grid, ...], catatan: Catatan) -> dict[str, Grid]:
    """Which sheet is which, by name; the main table is also known by its columns on a sheet of any name."""
    titles = {fold(lembar.judul): lembar.kunci for lembar in LEMBAR} | {fold(JUDUL_IDENTITAS): IDENTITAS}
    aliases = {fold(nama): lembar.kunci for lembar in LEMBAR for nama in lembar.alias}
    aliases |= {fold(nama): IDENTITAS for nama in ALIAS_IDENTITAS}
    sheets: dict[str, Grid] = {}
    unknown = list(grids)
    for names in (titles, aliases):  # a sheet of the exact name comes before one that may be meant
        for grid in tuple(unknown):
            kunci = names.get(fold(grid.judul))
            if kunci is not None and kunci not in sheets:
                sheets[kunci] = grid
                unknown.remove(grid)
    if LEMBAR_WAJIB.kunci not in sheets:
        candidates = [grid for grid in unknown if _looks_like_main(grid)]
        if len(candidates) == 1:
            sheets[LEMBAR_WAJIB.kunci] = candidates[0]
            unknown.remove(candidates[0])
    absent = [lembar.judul for lembar in LEMBAR if lembar.kunci not in sheets]
    absent += [JUDUL_IDENTITAS] if IDENTITAS not in sheets else []
    usul = ""
    for grid in unknown:
        meant = nearest(grid.judul, absent)
        if fold(grid.judul) == fold(JUDUL_PETUNJUK) or meant is None:
            continue
        if meant == LEMBAR_WAJIB.judul:
            usul = f" Lembar «{grid.judul}»: mungkin itu maksudnya."
        else:
            catatan.catat("B11", CellRef(grid.judul), lembar=grid.judul, usul=proposal(meant))
    if LEMBAR_WAJIB.kunci not in sheets:
        catatan.catat("B10", CellRef(""), lembar=LEMBAR_WAJIB.judul, usul=usul)
    return {kunci: grid for grid in grids for kunci, found in sheets.items() if found is grid}


def _looks_like_main(grid: Grid) -> bool:
    kepala, _ = find_header(grid, LEMBAR_WAJIB)
    return kepala is not None and {"kinerja", "indikator", "komponen"} <= kepala.kunci()
