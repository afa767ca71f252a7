"""VERBS 1: a workbook file becomes rows; every value knows its cell."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

from pokin_docs.extract import codes, display, guard, identity, matrix, package, tables, workbook_file
from pokin_docs.extract.header import Kepala, find_header, missing
from pokin_docs.extract.words import read_words as read_words  # with read, what the flow calls
from pokin_docs.model import nilai, rows
from pokin_docs.model.bagian import Bagian, find_sections
from pokin_docs.model.catalogue import proposal
from pokin_docs.model.findings import Catatan, Outcome, Temuan, temuan
from pokin_docs.model.grid import Grid
from pokin_docs.model.kalimat_sendiri import with_label_apart, with_sentences
from pokin_docs.model.penutup import closing_rows
from pokin_docs.model.rows import Baris, BukuKerja, Isian, KinerjaRow
from pokin_docs.model.source import CellRef
from pokin_docs.model.tangga import names_a_component, read_label
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
        grids = workbook_file.read_grids(package.essence(path), display)
    except package.BukuRusak as error:
        return Outcome(None, (temuan(error.kode, CellRef(""), berkas=path.name, sebab=error.sebab),))
    except Exception as error:  # noqa: BLE001  # openpyxl raises whatever a broken part provokes
        return Outcome(None, (temuan("B05", CellRef(""), berkas=path.name, sebab=_reason(error)),))
    sheets = _assign(tuple(map(codes.join_codes, grids)), catatan)
    tables_read: dict[str, tuple[Baris, ...]] = {}
    kolom: set[tuple[str, str]] = set()
    judul: dict[str, int] = {}
    judul_kolom: dict[tuple[str, str], Isian] = {}
    for lembar in LEMBAR:
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
        own = _table(grid, lembar, kepala, catatan) if matriks is None else _matrix_rows(grid, matriks, catatan)
        tables_read[lembar.kunci] = tuple(own)
    too_long = tuple(finding for finding in catatan if finding.kode == "B27")
    if too_long or not tables_read.get(LEMBAR_WAJIB.kunci):
        return Outcome(None, too_long or tuple(catatan))
    read_cell = partial(tables.read_cell, values=nilai, catatan=catatan)
    identitas = identity.read_identity(sheets[IDENTITAS], read_cell, catatan) if IDENTITAS in sheets else {}
    buku = BukuKerja(
        nama=path.name,
        lembar={kunci: grid.judul for kunci, grid in sheets.items() if grid.sel},  # an empty sheet says nothing
        kolom=frozenset(kolom),
        baris_judul=judul,
        judul_kolom=judul_kolom,
        identitas=identitas,
        **tables_read,  # type: ignore[arg-type]  # ROW_TYPES gives each sheet its own row type
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


def _table(grid: Grid, lembar: Lembar, kepala: Kepala, catatan: Catatan) -> tuple[Baris, ...]:
    own = Catatan()
    rows = _data_rows(grid, lembar, kepala, own)
    bagian = Bagian({}, frozenset())
    if lembar is LEMBAR_WAJIB:
        reach = [baris for baris in grid.kolom_terisi if kepala.baris < baris <= max(rows, default=0)]
        bagian = find_sections(grid, lembar, kepala.kolom, kepala.judul, reach)
    for label in bagian.kosong:
        own.catat("B17", label.asal, teks=label.bersih)
    rows = tuple(baris for baris in rows if baris not in bagian.semua and baris not in kepala.kalimat)
    found = tables.read_table(ROW_TYPES[lembar.kunci], grid, lembar, kepala, nilai, own, rows)
    if lembar is LEMBAR_WAJIB:
        told = bagian if bagian.label else Bagian(kepala.tingkat, frozenset())
        one_column = kepala.kolom.get(("komponen", None)) == kepala.kolom.get(("kinerja", None))
        levelled = [_in_section(row, told) for row in found if isinstance(row, KinerjaRow)]
        blank = partial(tables.read_row, KinerjaRow, grid, lembar, kepala, nilai, own)
        found = tuple(
            with_sentences(map(with_label_apart, levelled) if one_column else levelled, kepala.kalimat, blank)
        )
    # An optional sheet that was kept empty is no fault: a new office fills it later.
    catatan.tambah(entri for entri in own if entri.kode != "B24" or lembar is LEMBAR_WAJIB)
    return found


def _data_rows(grid: Grid, lembar: Lembar, kepala: tables.Kepala, catatan: Catatan) -> tuple[int, ...]:
    """The rows of a table; of the main one without its totals and what is signed below it, with a finding."""
    rows = tables.data_rows(grid, kepala, catatan)
    closing = sorted(closing_rows(grid, kepala.baris)) if lembar is LEMBAR_WAJIB else []
    if closing:
        nomor = min(grid.kolom_terisi[closing[0]])
        baris = ", ".join(map(str, closing[:8])) + (" …" if len(closing) > 8 else "")
        catatan.catat("B46", CellRef(grid.judul, closing[0], nomor), baris=baris)
    return tuple(baris for baris in rows if baris not in closing)


def _in_section(row: KinerjaRow, bagian: Bagian) -> KinerjaRow:
    """The row with the level of the label row above it, where it names none itself; "PROGRAM: …" in Kinerja does."""
    label = bagian.label.get(row.baris)
    if label is None or row.komponen or row.lintas:
        return row
    own = names_a_component(row.kinerja.teks) and read_label(row.kinerja.teks) is not read_label(label.teks)
    return replace(row, komponen=row.kinerja if own else label)


def _matrix_rows(grid: Grid, matriks: matrix.Matriks, catatan: Catatan) -> Iterator[KinerjaRow]:
    """The rows of a table with one column per level, as if each node had its own."""
    years = [kunci for kunci in matriks.kolom if kunci[1] is not None]
    for butir in matrix.arrange(grid, matriks, _data_rows(grid, LEMBAR_WAJIB, matriks, catatan)):
        blok = butir.blok
        kolom = dict(blok.kolom) if butir.isi else {}
        if blok.kinerja is not None:
            kolom["kinerja", None] = blok.kinerja
        kepala = Kepala(matriks.baris, kolom, matriks.judul, matriks.awal)
        row = tables.read_row(KinerjaRow, grid, LEMBAR_WAJIB, kepala, nilai, catatan, butir.baris)
        place = CellRef(grid.judul, butir.baris, blok.kinerja)
        # The post over the columns is what Keterangan would say, where the row says nothing itself.
        post = Isian(blok.jabatan, CellRef(grid.judul, matriks.awal, blok.kinerja or blok.nama))
        nama = grid.teks(butir.baris, blok.nama).strip() if blok.nama and butir.pertama else ""
        own = blok.tingkat is None or read_label(nama) is blok.tingkat
        label = nama if own else f"{blok.label} {nama}".strip()
        yield replace(
            row,
            kinerja=Isian(row.kinerja.teks if butir.pertama else "", place),
            keterangan=row.keterangan or post,
            komponen=Isian(label, CellRef(grid.judul, butir.baris, blok.nama or blok.kinerja)),
            target={year: row.target.get(year, Isian("", row.asal)) for _, year in years if year is not None},
        )


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
    _assign_main(sheets, unknown, catatan)
    absent = [lembar.judul for lembar in LEMBAR if lembar.kunci not in sheets]
    absent += [JUDUL_IDENTITAS] if IDENTITAS not in sheets else []
    usul = ""
    for grid in unknown:
        meant = nearest(grid.judul, absent)
        copied = next(
            (found.judul for found in sheets.values() if fold(grid.judul).startswith(fold(found.judul) + " ")), ""
        )
        if copied and grid.sel:
            catatan.catat("B11", CellRef(grid.judul), lembar=grid.judul, usul=f" Yang dibaca lembar «{copied}».")
        if fold(grid.judul) == fold(JUDUL_PETUNJUK) or meant is None or copied:
            continue
        if meant == LEMBAR_WAJIB.judul:
            usul = f" Lembar «{grid.judul}»: mungkin itu maksudnya."
        else:
            catatan.catat("B11", CellRef(grid.judul), lembar=grid.judul, usul=proposal(meant))
    if LEMBAR_WAJIB.kunci not in sheets:
        catatan.catat("B10", CellRef(""), lembar=LEMBAR_WAJIB.judul, usul=usul)
    return {kunci: grid for grid in grids for kunci, found in sheets.items() if found is grid}


def _assign_main(sheets: dict[str, Grid], unknown: list[Grid], catatan: Catatan) -> None:
    """The main table on a sheet of any name: the one with most rows, if no sheet of its name holds it."""
    kunci = LEMBAR_WAJIB.kunci
    named = sheets.get(kunci)
    # A sheet "Pohon Kinerja" may be the drawing, and the table stand elsewhere.
    if named is not None and (fold(named.judul) == fold(LEMBAR_WAJIB.judul) or _looks_like_main(named)):
        return
    for lembar in LEMBAR:
        # A sheet "Renstra" that holds the main table and not what its name says.
        other = sheets.get(lembar.kunci)
        own = other is not None and (lembar is LEMBAR_WAJIB or not other.sel or _fits(other, lembar))
        if other is not None and not own and _looks_like_main(other):
            unknown.append(sheets.pop(lembar.kunci))
    candidates = sorted((grid for grid in unknown if _looks_like_main(grid)), key=lambda grid: -len(grid.kolom_terisi))
    if not candidates:
        # A table that only lacks its levels is named by what it lacks, not by the name of its sheet.
        near = [grid for grid in unknown if _has_sentences(grid)]
        if named is None and len(near) == 1:
            sheets[kunci] = near[0]
            unknown.remove(near[0])
        return
    sheets[kunci] = candidates[0]
    for grid in candidates:
        unknown.remove(grid)
    for grid in candidates[1:]:
        catatan.catat("B41", CellRef(grid.judul), lembar=grid.judul, dipakai=candidates[0].judul)


def _looks_like_main(grid: Grid) -> bool:
    if matrix.find_matrix(grid, LEMBAR_WAJIB)[0] is not None:
        return True
    return _fits(grid, LEMBAR_WAJIB)


def _fits(grid: Grid, lembar: Lembar) -> bool:
    """Whether a sheet has a header with every column that its table cannot do without, and not one word alone."""
    kepala, found = find_header(grid, lembar)
    return kepala is not None and len(kepala.kunci()) > 1 and not any(finding.kode == "B13" for finding in found)


def _has_sentences(grid: Grid) -> bool:
    kepala, _ = find_header(grid, LEMBAR_WAJIB)
    return kepala is not None and {"kinerja", "indikator"} <= kepala.kunci()
