"""VERBS 1: a workbook file becomes rows; every value knows its cell."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from pathlib import Path

from pokin_docs.extract import bare_package, final_state, guard, identity, stand_ins, workbook_file
from pokin_docs.extract.account import count
from pokin_docs.extract.account.sorting import Cell, TablePlace, read_places
from pokin_docs.extract.bare_sheet import BrokenWorkbook
from pokin_docs.extract.captions import name_captions
from pokin_docs.extract.choices import NO_CHOICES, Choices
from pokin_docs.extract.codes_by_name import with_known_codes
from pokin_docs.extract.continued import FirstSheet
from pokin_docs.extract.first_budget import before_the_change
from pokin_docs.extract.grid import Grid
from pokin_docs.extract.layouts import spread_codes
from pokin_docs.extract.layouts.bracketed import with_brackets_before
from pokin_docs.extract.layouts.column_titles import ColumnKey
from pokin_docs.extract.layouts.sheet_header import SheetHeader
from pokin_docs.extract.layouts.year_versions import choose_versions
from pokin_docs.extract.main_table import matrix_rows, table_rows
from pokin_docs.extract.money_columns import in_rupiah
from pokin_docs.extract.one_cell import with_indicators_apart
from pokin_docs.extract.other_agencies import name_other_agencies
from pokin_docs.extract.people_sheet import find_people
from pokin_docs.extract.remarks import name_remarks
from pokin_docs.extract.several import IndicatorParting
from pokin_docs.extract.sheets import assign_sheets, is_official, without_import_sheets
from pokin_docs.extract.struck import name_struck
from pokin_docs.extract.table_header import table_header, title_cells
from pokin_docs.extract.title_units import name_riders, name_title_units
from pokin_docs.extract.told_units import with_told_units
from pokin_docs.extract.understanding import Understanding
from pokin_docs.extract.unseen import name_unseen
from pokin_docs.extract.wide_merges import name_wide_merges
from pokin_docs.model.account import CellAccount
from pokin_docs.model.budget_versions import BudgetVersion, read_version
from pokin_docs.model.findings import FindingLog, Outcome, temuan
from pokin_docs.model.realised import each_quarter
from pokin_docs.model.rows import BukuKerja, Isian, SheetRow
from pokin_docs.model.source import CellRef
from pokin_docs.model.workbook_spec import IDENTITAS, LEMBAR, PEJABAT, REQUIRED_LEMBAR, Lembar

_OWN_FIELDS = frozenset(field.name for field in fields(BukuKerja))


@dataclass(frozen=True)
class Reading(Outcome[BukuKerja]):
    """What was read, and the account of its cells."""

    account: CellAccount = field(default_factory=CellAccount)
    named: Mapping[str, frozenset[Cell]] = field(default_factory=dict)
    """The cells that were not read and that a finding names, by the title of their sheet."""


def read(path: Path, described: tuple[Lembar, ...] = LEMBAR) -> Reading:
    """Everything one workbook holds; no value when the file or its main table cannot be understood.

    Args:
        path: The workbook.
        described: The sheets that are read, the main one among them.
    """
    opened = read_sheets(path)
    return Reading(None, opened.temuan) if opened.value is None else understand(opened.value, path.name, described)


def read_sheets(path: Path) -> Outcome[tuple[Grid, ...]]:
    """The sheets of a workbook file as they stand; no value when it cannot be opened."""
    refused = guard.refuse(path)
    if refused:
        return Outcome(None, refused)
    try:
        return Outcome(workbook_file.read_grids(bare_package.essence(path)))
    except BrokenWorkbook as error:
        return Outcome(None, (temuan(error.kode, CellRef(""), berkas=path.name, sebab=error.reason),))
    except Exception as error:  # noqa: BLE001  # openpyxl raises whatever a broken part provokes
        return Outcome(None, (temuan("B05", CellRef(""), berkas=path.name, sebab=_reason(error)),))


def understand(
    grids: tuple[Grid, ...], nama: str, described: tuple[Lembar, ...] = LEMBAR, choices: Choices = NO_CHOICES
) -> Reading:
    """What the tables on these sheets say; no value when the main one cannot be understood.

    Tables with the official titles are read by them. Others are read by these and by what stands in their columns; the
    reading that explains more of them counts.

    Args:
        grids: The sheets, in order.
        nama: What the workbook is called, for messages.
        described: The sheets that are read, the main one among them.
        choices: What a planner decided about columns; then the reading by content counts.
    """
    clean = tuple(stand_ins.without_blank_words(spread_codes.join_codes(grid)) for grid in grids)
    about_codes = FindingLog()
    asked = with_known_codes(with_brackets_before(without_import_sheets(clean)), about_codes)
    # What a planner chose counts: the main table is read by its titles only where there is none of another agency.
    found = _by_titles(asked, nama, described, main=not choices)
    if choices or not is_official(asked):
        from pokin_docs.extract.foreign.choose import better  # only tables of other agencies need it
        from pokin_docs.extract.foreign.turned import name_turned

        by_titles, found = found, better(found, asked, nama, choices)
        found = name_turned(found, asked, nama)
        if choices and found is by_titles and not choices.agency:  # else all agencies would come in
            found = _by_titles(asked, nama, described)
    log = FindingLog([*found.temuan, *about_codes])
    for grid in (grid for grid in clean if grid.title in found.places):
        name_struck(grid, log)
    name_remarks(clean, log)
    name_unseen(clean, found.came_from, log)
    own = found.value.identitas["nama_pd"].clean if "nama_pd" in found.value.identitas else ""
    name_other_agencies(clean, found.places, found.came_from, own, log)
    name_captions(clean, found.places, found.value.identitas, log)
    buku = replace(found.value, tahap5=with_indicators_apart(found.value.tahap5, log))
    buku = _with_single_indicators(buku, log)
    over = buku.column_titles.get((REQUIRED_LEMBAR.kunci, "target"))
    buku = replace(buku, tahap5=with_told_units(buku.tahap5, over, log))
    sorted_ = count.sort_all(_as_opened(grids, clean), found.places, found.came_from, described, log)
    counted = CellAccount(tuple(cells.account for cells in sorted_))
    named = {cells.grid.title: frozenset(cells.named) for cells in sorted_}
    too_long = tuple(finding for finding in log if finding.kode == "B27")
    if too_long or not found.is_understood:
        return Reading(None, too_long or tuple(log), counted, named)
    return Reading(buku, tuple(log), counted, named)


def _with_single_indicators(buku: BukuKerja, log: FindingLog) -> BukuKerja:
    parting = IndicatorParting()
    tahap5 = parting.rows(buku.tahap5, log)
    return replace(buku, tahap5=tahap5, tahap4=parting.rows(buku.tahap4, log))


def _by_titles(
    grids: tuple[Grid, ...], nama: str, described: tuple[Lembar, ...], *, main: bool = True
) -> Understanding:  # fmt: skip
    """The sheets as their titles say it, the main table only if it is asked for."""
    log = FindingLog()
    sheets = assign_sheets(grids, log, described)
    if PEJABAT in described and PEJABAT.kunci not in sheets:
        known = {id(grid) for grid in sheets.values()}
        people = find_people([grid for grid in grids if id(grid) not in known], log)
        sheets |= {PEJABAT.kunci: people} if people is not None else {}
    taken = {grid.title for grid in sheets.values()}
    identitas: dict[str, Isian] = {}
    about_identity = FindingLog()
    if IDENTITAS in sheets:
        identitas = identity.read_identity(sheets[IDENTITAS], about_identity)
    parts = _Tables(read_version(identitas["apbd"].clean) if "apbd" in identitas else None)
    for lembar in described:
        if lembar is REQUIRED_LEMBAR and not main:
            continue
        if lembar.kunci in sheets and (sheets[lembar.kunci].cells or lembar is REQUIRED_LEMBAR):
            parts.take(sheets[lembar.kunci], lembar, log)
            for grid in (grid for grid in grids if grid.title not in taken and grid.title not in parts.places):
                parts.take_further(grid, lembar, log)
    log.add(about_identity)
    if IDENTITAS in sheets:
        parts.places[sheets[IDENTITAS].title] = identity.place(sheets[IDENTITAS])
    came_from = read_places((row for rows in parts.rows.values() for row in rows), identitas.values())
    for title, cells in parts.final.items():
        came_from.setdefault(title, set()).update(cells)
    if IDENTITAS in sheets:
        came_from.setdefault(sheets[IDENTITAS].title, set()).update(identity.key_cells(sheets[IDENTITAS]))
    buku = BukuKerja(
        nama=nama,
        lembar={kunci: grid.title for kunci, grid in sheets.items() if grid.cells},  # an empty sheet says nothing
        kolom=frozenset(parts.kolom),
        title_rows=parts.title,
        before_the_change=parts.before,
        column_titles=parts.column_titles,
        further=parts.further,
        identitas=identitas,
        others={kunci: rows for kunci, rows in parts.rows.items() if kunci not in _OWN_FIELDS},
        **{kunci: rows for kunci, rows in parts.rows.items() if kunci in _OWN_FIELDS},  # type: ignore[arg-type]  # each sheet has its row type
    )
    return Understanding(buku, tuple(log), parts.places, came_from)


@dataclass
class _Tables:
    """The tables of a workbook as they are read, one after the other; all by the key of their sheet but ``places``."""

    version: BudgetVersion | None
    """Which budget Identitas names, where a year has two."""
    rows: dict[str, tuple[SheetRow, ...]] = field(default_factory=dict)
    kolom: set[tuple[str, str]] = field(default_factory=set)
    title: dict[str, int] = field(default_factory=dict)
    column_titles: dict[tuple[str, str], Isian] = field(default_factory=dict)
    first: dict[str, FirstSheet] = field(default_factory=dict)
    further: dict[str, str] = field(default_factory=dict)
    places: dict[str, TablePlace] = field(default_factory=dict)
    """By the title of their sheet."""
    before: dict[CellRef, Isian] = field(default_factory=dict)
    """What the first budget said, by the cells of the changed one."""
    final: dict[str, set[Cell]] = field(default_factory=dict)
    """The cells of final states that repeat their years, by the title of their sheet."""

    def take(self, grid: Grid, lembar: Lembar, log: FindingLog) -> None:
        """Read the table of a sheet.

        Args:
            grid: The sheet.
            lembar: What it is.
            log: Takes what is found.
        """
        found_matrix, header, found = table_header(grid, lembar)
        log.add(found)
        if header is None:
            return
        self.title[lembar.kunci] = header.baris
        if any(finding.kode == "B13" and finding.tempat.kolom is None for finding in found):
            return  # said once, for the column; its rows would only repeat it
        blocks = [] if found_matrix is None else [block.kolom for block in found_matrix.blocks]
        in_blocks = [entry for kolom in blocks for entry in kolom.items()]
        chosen = self._versions(grid, lembar, header, in_blocks, log)
        header = header.reread(chosen)
        if found_matrix is not None:
            found_matrix.reread(chosen)
        self.kolom.update((lembar.kunci, kunci) for kunci in header.found_keys())
        self.column_titles |= title_cells(grid, lembar, header)
        used = header.all_columns if found_matrix is None else found_matrix.all_columns
        self.places[grid.title] = _place(lembar, header, used)
        columns = {number: kunci for kunci, number in header.kolom.items()}
        grid = stand_ins.without_ditto(grid, lembar, header.baris, columns, log)
        own = table_rows(grid, lembar, header, log) if found_matrix is None else matrix_rows(grid, found_matrix, log)
        self.rows[lembar.kunci] = in_rupiah(tuple(own), grid, lembar, header, log)
        name_title_units(self.rows[lembar.kunci], grid.title, header, log)
        name_riders(lembar, self.rows[lembar.kunci], header, grid.title, log)
        numbers = {row.baris for row in self.rows[lembar.kunci]}
        if self.version is BudgetVersion.CHANGED:
            self.before |= before_the_change(grid, lembar, header, chosen, self.rows[lembar.kunci])
        if grid.merges:
            name_wide_merges(grid, lembar, columns, numbers, log)
        read = (*header.kolom.items(), *in_blocks)
        years = final_state.year_columns(grid, read, header.title, used)
        self.final[grid.title] = final_state.compare_final(years, numbers, log)
        self.rows[lembar.kunci] = each_quarter(self.rows[lembar.kunci])
        if found_matrix is None and self.rows[lembar.kunci]:
            self.first[lembar.kunci] = FirstSheet(grid, lembar, header)

    def _versions(
        self, grid: Grid, lembar: Lembar, header: SheetHeader, more: Iterable[tuple[ColumnKey, int]], log: FindingLog
    ) -> dict[int, int]:
        """The columns to read in place of others, by those, where a year has two; ``more`` than the header names."""
        read = {number: kunci for kunci, number in (*header.kolom.items(), *more)}
        return choose_versions(grid, lembar, header.start, header.baris, read, self.version, log)

    def take_further(self, grid: Grid, lembar: Lembar, log: FindingLog) -> None:
        """Read a sheet on which the table of another one goes on, if it does.

        Args:
            grid: The sheet.
            lembar: What the other one is.
            log: Takes what is found; what was said of the sheet as one that is not known is taken back.
        """
        first = self.first.get(lembar.kunci)
        header = first.further(grid) if first else None
        if first is None or header is None:
            return
        log.entries = [entry for entry in log if entry.tempat.lembar != grid.title]
        chosen = self._versions(grid, lembar, header, (), log) if header.baris else {}
        header = header.reread(chosen)
        self.further[grid.title] = lembar.kunci
        self.places[grid.title] = _place(lembar, header, header.all_columns)
        columns = {number: kunci for kunci, number in header.kolom.items()}
        grid = stand_ins.without_ditto(grid, lembar, header.baris, columns, log)
        own, about_units = tuple(table_rows(grid, lembar, header, log)), FindingLog()
        own = in_rupiah(own, first.with_titles(grid, header), lembar, header, about_units)
        # What is said of the whole table, or of titles that stand on the first sheet, was said there.
        log.add(entry for entry in about_units if entry.kode != "B78" and entry.tempat.baris != 0)
        if grid.merges:
            name_wide_merges(grid, lembar, columns, {row.baris for row in own}, log)
        titles = "" if header.baris else ", dengan judul kolom lembar itu"
        log.note("B58", CellRef(grid.title), lembar=grid.title, dipakai=first.grid.title, jumlah=len(own), judul=titles)
        if self.version is BudgetVersion.CHANGED:
            self.before |= before_the_change(grid, lembar, header, chosen, own)
        self.rows[lembar.kunci] = (*self.rows[lembar.kunci], *each_quarter(own))


def _place(lembar: Lembar, header: SheetHeader, used: frozenset[int]) -> TablePlace:
    keys = {kunci: number for (kunci, year), number in header.kolom.items() if year is None}
    return TablePlace(lembar, header.start, header.baris, used, header.title, keys)


def _as_opened(opened: Sequence[Grid], read: Sequence[Grid]) -> tuple[Grid, ...]:
    """The sheets with all that they hold, and what of it was read together."""
    return tuple(replace(grid, joined=other.joined) for grid, other in zip(opened, read, strict=True))


def _reason(error: Exception) -> str:
    """What a planner can be told of a fault that openpyxl met."""
    if isinstance(error, IndexError | KeyError):
        return "ada sel yang merujuk teks atau format yang hilang"
    if isinstance(error, SyntaxError | UnicodeError):
        return "isinya terpotong atau memuat karakter yang tidak sah"
    return "ada sel yang isinya tidak dapat dibaca"
