"""The tables of other agencies in a workbook as rows of the official sheets, and what is said of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from pokin_docs.extract.account.sorting import Cell, TablePlace, read_places
from pokin_docs.extract.choices import Choices
from pokin_docs.extract.final_state import compare_final, year_columns
from pokin_docs.extract.foreign import roles
from pokin_docs.extract.foreign.agencies import (
    NO_AGENCY,
    OwnAgency,
    agencies_of,
    agencies_on_sheets,
    agency_above,
)  # fmt: skip
from pokin_docs.extract.foreign.agency_findings import of_others, rows_of_others, several_sheets
from pokin_docs.extract.foreign.assign import TableReading
from pokin_docs.extract.foreign.budgets import header_of, lines_in_rupiah, shares_in_rupiah
from pokin_docs.extract.foreign.combine import combine
from pokin_docs.extract.foreign.guess import of_the_tree, read_tables, table_areas
from pokin_docs.extract.foreign.table_findings import first_doubt, goes_on, name_uncoded, name_wide, tell_table
from pokin_docs.extract.foreign.to_rows import RowMaker
from pokin_docs.extract.foreign.told_columns import missing_columns, titles_of
from pokin_docs.extract.grid import Grid
from pokin_docs.extract.other_agencies import is_same_agency
from pokin_docs.extract.struck import name_struck
from pokin_docs.extract.title_units import name_title_units
from pokin_docs.model.findings import FindingLog, Temuan
from pokin_docs.model.level_labels import labels_of, ladder_of, level_of
from pokin_docs.model.levels import KomponenPerencanaan
from pokin_docs.model.rows import Isian, KinerjaRow, ProgramRow, SheetRow
from pokin_docs.model.source import CellRef
from pokin_docs.model.texts import fold_sentence
from pokin_docs.model.workbook_spec import TAHAP_5

_IN_LINES = (roles.PAGU, *roles.PROGRAM_ONLY, roles.NSPK, roles.SASARAN_RPJMD)
"""Read only where a line of Program or Renstra holds them."""


@dataclass(frozen=True)
class ForeignBook:
    """What the tables of other agencies say: rows by the key of their sheet, where titles stand, findings.

    ``doubt`` is the galat of the first cell that cannot be placed; None where the reading explains everything.
    ``explained`` counts the values that found a place; ``places`` are the tables, ``came_from`` the cells that found a
    place, both by the title of their sheet.
    """

    rows: Mapping[str, tuple[SheetRow, ...]] = field(default_factory=dict)
    lembar: Mapping[str, str] = field(default_factory=dict)
    title_rows: Mapping[str, int] = field(default_factory=dict)
    column_titles: Mapping[tuple[str, str], Isian] = field(default_factory=dict)
    temuan: tuple[Temuan, ...] = ()
    doubt: Temuan | None = None
    explained: int = 0
    places: Mapping[str, TablePlace] = field(default_factory=dict)
    came_from: Mapping[str, set[Cell]] = field(default_factory=dict)
    sheets: frozenset[str] = frozenset()

    @property
    def kinerja(self) -> tuple[KinerjaRow, ...]:
        """The rows of the main table."""
        return tuple(row for row in self.rows.get(TAHAP_5.kunci, ()) if isinstance(row, KinerjaRow))

    @property
    def budget(self) -> tuple[ProgramRow, ...]:
        """The components with their money."""
        return tuple(row for row in self.rows.get("program", ()) if isinstance(row, ProgramRow))

    @property
    def shape(self) -> tuple[tuple[KomponenPerencanaan, str], ...]:
        """Level and sentence of every node, for comparing with another reading."""
        return shape_of(self.kinerja)


def shape_of(rows: Sequence[KinerjaRow]) -> tuple[tuple[KomponenPerencanaan, str], ...]:
    """Level and sentence of every row that has one, or names a component."""
    ladder = ladder_of(labels_of(rows))
    levels = ((level_of(row, ladder), row) for row in rows if row.kinerja or row.komponen or row.kode)
    return tuple((level.komponen, fold_sentence(row.kinerja.text)) for level, row in levels if level)


def gaps(shape: Sequence[tuple[KomponenPerencanaan, str]]) -> int:
    """How many nodes stand more than one level below the one above them."""
    found = 0
    branch: list[KomponenPerencanaan] = []
    for komponen, _ in shape:
        branch = [level for level in branch if level.value < komponen.value]
        found += bool(branch) and komponen.value - branch[-1].value > 1
        branch.append(komponen)
    return found


def read_foreign(
    grids: Sequence[Grid], nama: str, choices: Choices, agency: OwnAgency = NO_AGENCY
) -> ForeignBook:  # fmt: skip
    """What the tables on these sheets say.

    Args:
        grids: Sheets that are none of the official optional ones.
        nama: What the workbook is called: named in the command that is proposed.
        choices: What a planner decided.
        agency: The agency that Identitas names: of several only its tables are read.
    """
    log = FindingLog()
    tables, sheets = _own_tables(grids, choices, agency, log)
    if not tables:
        return ForeignBook()
    combined = combine(tables)
    maker = RowMaker(tables, keeps_uncoded=choices.keeps_uncoded)
    for grid in {table.area.grid.title: table.area.grid for table in tables}.values():
        name_struck(grid, log)
    for table in tables:
        log.add(table.walked.log)
        log.add(goes_on(table))
        name_wide(table, log)
    log.add(combined.log)
    if not choices.keeps_uncoded:
        name_uncoded((*combined.drafts, *combined.lines), log)
    rows: dict[str, tuple[SheetRow, ...]] = {
        TAHAP_5.kunci: shares_in_rupiah(maker.kinerja(combined.drafts), tables, log),
        "program": lines_in_rupiah(maker.program((*combined.drafts, *combined.lines)), tables, log),
        "renstra": maker.renstra(combined.drafts),
    }
    rows = {kunci: found for kunci, found in rows.items() if found}
    came_from = _came_from(tables, rows)
    for ref in combined.compared:
        came_from.setdefault(ref.lembar, set()).add((ref.baris or 0, ref.kolom or 0))
    for table in tables:
        came_from[table.area.grid.title] |= _repeated_final(table, log) | table.walked.ids
        own = [row for row in rows.get(TAHAP_5.kunci, ()) if row.lembar == table.area.grid.title]
        name_title_units(own, table.area.grid.title, header_of(table, roles.TARGET, "kondisi_awal"), log)
        tell_table(table, came_from[table.area.grid.title], log)
    main = max(tables, key=lambda table: len(table.walked.drafts))
    log.add(missing_columns(main, tables))
    unplaced = [isian for table in tables for isian in table.walked.unplaced]
    return ForeignBook(
        rows,
        {kunci: found[0].lembar for kunci, found in rows.items()},
        dict.fromkeys(rows, main.area.end),
        titles_of(tables),
        tuple(log),
        several_sheets(tables, sheets, nama) or first_doubt(tables, unplaced, combined.unplaced, nama),
        sum(
            (row, number) in table.walked.placed
            for table in tables
            for number in table.chosen
            if table.tells(number)
            for row in table.area.rows
        ),
        {table.area.grid.title: _place(table) for table in reversed(tables)},
        came_from,
        frozenset(table.area.grid.title for table in tables),
    )


def _own_tables(
    grids: Sequence[Grid], choices: Choices, agency: OwnAgency, log: FindingLog
) -> tuple[list[TableReading], tuple[str, ...]]:
    """The tables of the agency that is read, and the names of several that have sheets of their own and are not known.

    Args:
        grids: The sheets.
        choices: What a planner decided.
        agency: The agency that Identitas names.
        log: Takes what is said of tables and rows of others.
    """
    areas = table_areas(grids)
    own = "" if choices.agency else agency.among(areas)
    if own and (several := [area for area in areas if own in agencies_of(area)]):
        log.add(rows_of_others(several, own, agency.nama))
        choices = replace(choices, agency=own)
    tables = of_the_tree(read_tables(areas, choices))
    sheets = () if choices.agency else agencies_on_sheets([table.area for table in tables])
    if not sheets or not own:
        return tables, sheets
    log.add(of_others(tables, own))
    return [table for table in tables if is_same_agency(agency_above(table.area) or own, own)], ()


def _repeated_final(table: TableReading, log: FindingLog) -> set[Cell]:
    """The cells of a final state that repeat the years of their row; contradictions are told."""
    taken = frozenset(number for number in table.area.titles if table.tells(number))
    titles = {number: title.text for number, title in table.area.titles.items()}
    read = [((role.kunci, role.tahun), number) for number, role in table.chosen.items()]
    return compare_final(year_columns(table.area.grid, read, titles, taken), table.area.rows, log)


def _place(table: TableReading) -> TablePlace:
    area = table.area
    columns = frozenset(number for number, role in table.chosen.items() if role.tells)
    titles = {number: title.text for number, title in area.titles.items()}
    amounts = frozenset(number for number, role in table.chosen.items() if role.kunci == roles.PAGU)
    starts = frozenset(draft.baris for draft in table.walked.drafts)
    return TablePlace(TAHAP_5, area.start, area.end, columns, titles, amounts=amounts, starts=starts)


def _came_from(tables: Sequence[TableReading], rows: Mapping[str, Sequence[SheetRow]]) -> dict[str, set[Cell]]:
    """The cells that values came from, and those that say it once more: labels, fill-downs, titles."""
    found = read_places((row for own in rows.values() for row in own), ())
    for table in tables:
        grid, lost = table.area.grid, {isian.source for isian in table.left_over()}
        cells = found.setdefault(grid.title, set())
        over = {isian.source.baris for isian in table.walked.headings}  # of urusan, with their subtotals
        cells |= {
            place
            for place in table.walked.placed
            if place[0] in over
            or (
                table.tells(place[1])
                and table.chosen[place[1]].kunci not in _IN_LINES
                and CellRef(grid.title, *place) not in lost
            )
        }
        for columns in (entry.columns for entry in table.area.funds):
            own = {(row, column) for row in table.area.rows for column in columns} & table.walked.placed
            read = {row for row, _ in own & cells}
            cells |= {place for place in own if place[0] in read}
        cells |= {(isian.source.baris or 0, isian.source.kolom or 0) for isian in table.walked.headings}
        head = range(table.area.start, table.area.end + 1)
        cells |= {place for place in grid.cells if place[0] in head and table.tells(place[1])}
    return found
