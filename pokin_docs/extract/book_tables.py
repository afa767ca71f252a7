"""The tables of a workbook with the official titles, read one after the other."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from pokin_docs.extract import final_state, stand_ins
from pokin_docs.extract.account.sorting import Cell, TablePlace
from pokin_docs.extract.continued import FirstSheet
from pokin_docs.extract.first_budget import before_the_change
from pokin_docs.extract.grid import Grid
from pokin_docs.extract.layouts.column_titles import ColumnKey
from pokin_docs.extract.layouts.fund_columns import FundColumns, find_funds, with_funds, without_what_follows
from pokin_docs.extract.layouts.sheet_header import SheetHeader
from pokin_docs.extract.layouts.year_versions import choose_versions
from pokin_docs.extract.linked_rows import with_parent_ids
from pokin_docs.extract.main_table import matrix_rows, table_rows
from pokin_docs.extract.money_columns import amounts_above, in_rupiah
from pokin_docs.extract.table_header import table_header, title_cells
from pokin_docs.extract.title_units import name_riders, name_title_units
from pokin_docs.extract.wide_merges import name_wide_merges
from pokin_docs.model.budget_versions import BudgetVersion
from pokin_docs.model.findings import FindingLog
from pokin_docs.model.realised import each_quarter
from pokin_docs.model.rows import Isian, KinerjaRow, ProgramRow, SheetRow
from pokin_docs.model.source import CellRef
from pokin_docs.model.workbook_spec import PROGRAM, REQUIRED_LEMBAR, Lembar


@dataclass
class BookTables:
    """The tables of a workbook as they are read, one after the other; all by the key of their sheet but ``places``."""

    version: BudgetVersion | None
    """Which budget Identitas names, where a year has two."""
    tahun: int | None = None
    """The year of Identitas."""
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
        funds: tuple[FundColumns, ...] = ()
        if header is not None and lembar is PROGRAM:
            header, funds = find_funds(grid, header, self.tahun)
            found = tuple(without_what_follows(found, header)) if funds else found
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
        told: set[Cell] = set()
        if lembar is REQUIRED_LEMBAR and found_matrix is None:
            own, told = with_parent_ids([row for row in own if isinstance(row, KinerjaRow)], grid, header, log)
        if funds:
            own, told = with_funds([row for row in own if isinstance(row, ProgramRow)], grid, funds, log)
        self.rows[lembar.kunci] = in_rupiah(tuple(own), grid, lembar, header, log)
        name_title_units(self.rows[lembar.kunci], grid.title, header, log)
        riders = FindingLog()
        name_riders(lembar, self.rows[lembar.kunci], header, grid.title, riders)
        log.add(without_what_follows(riders, header))
        numbers = {row.baris for row in self.rows[lembar.kunci]}
        if self.version is BudgetVersion.CHANGED:
            self.before |= before_the_change(grid, lembar, header, chosen, self.rows[lembar.kunci])
        if grid.merges:
            levels = {} if found_matrix is None else found_matrix.level_titles
            name_wide_merges(grid, lembar, columns, numbers, log, {n: key for key, n in in_blocks}, levels)
        read = (*header.kolom.items(), *in_blocks)
        years = final_state.year_columns(grid, read, header.title, used)
        self.final[grid.title] = final_state.compare_final(years, numbers, log) | told
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
        above = amounts_above(self.rows[lembar.kunci], first.grid, lembar, first.header)
        own = in_rupiah(own, first.with_titles(grid, header), lembar, header, about_units, above)
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
