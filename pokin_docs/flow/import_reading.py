"""The tables of the sources, read as the planner decided."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from pokin_docs.extract.account.sorting import read_places
from pokin_docs.extract.choices import Choices
from pokin_docs.extract.foreign.guess import TableGuess, guess_tables, role_labels
from pokin_docs.extract.grid import Grid
from pokin_docs.flow.import_choices import RememberedChoices
from pokin_docs.model.findings import Outcome, Temuan
from pokin_docs.model.levels import KomponenPerencanaan
from pokin_docs.model.rows import BukuKerja
from pokin_docs.model.settings import Settings
from pokin_docs.model.source import CellRef
from pokin_docs.model.tree import PohonKinerja
from pokin_docs.model.workbook_spec import LEMBAR
from pokin_docs.workbook.imported.asked import AGENCY_COLUMN, IGNORED, AskedPlace
from pokin_docs.workbook.imported.content import OfficialTables, official_tables
from pokin_docs.workbook.imported.previous import PreviousResult
from pokin_docs.workbook.imported.record import ImportRecord

if TYPE_CHECKING:
    from pokin_docs.extract.read import Reading

_NIP = re.compile(r"(?i)\bN\.?I\.?P\.?\s*:?\s*\d{8}\s?\d{6}\s?\d\s?\d{3}")
_SENTENCES = ("Kinerja", "Indikator")
_MEASURES = (*_SENTENCES[1:], "Target", "Pagu")
"""How roles begin of columns that no list of signatures has."""
_MONEY = _MEASURES[-1]
_SHOWN = frozenset("B10 B12 B13 B14 B15 B24 B26 B29 B30 B55 B56 B65 B71 B72 B73 B74".split())  # noqa: SIM905
"""Findings that the sheet Impor shows by itself: columns, what is unsure, cells without a place."""
ColumnRoles = Mapping[AskedPlace, str]
"""Roles by sheet and column, levels by sheet and name of a group of rows; column 0 is the agency that is read."""
LEVELS = tuple(komponen.label for komponen in KomponenPerencanaan)
"""What rows that look alike may be."""


def read_sources(sources: Sequence[Path], on_progress: Callable[[str], None]) -> Outcome[tuple[Grid, ...]]:
    """The sheets of all files; those of several files are named after their file too.

    Args:
        sources: The files.
        on_progress: Told in a sentence what is being done.
    """
    from pokin_docs.extract.foreign.turned import lies_on_its_side, turned
    from pokin_docs.extract.sources.open_source import read_source
    from pokin_docs.extract.unseen import name_of_source

    found: list[Temuan] = []
    grids: list[Grid] = []
    for source in sources:
        on_progress(f"Membaca {source.name} …")
        opened = read_source(source)
        found += opened.temuan
        several = len(sources) > 1
        grids += (
            replace(grid, title=f"{source.stem}: {grid.title}" if several else grid.title)
            for grid in (turned(grid) if lies_on_its_side(grid) else grid for grid in opened.value or ())
        )
    return Outcome(None, tuple(found)) if found else Outcome(tuple(grids), name_of_source(grids))


def find_tables(grids: tuple[Grid, ...]) -> tuple[tuple[Grid, ...], tuple[TableGuess, ...]]:
    """The sheets with the tables in them, each table that stands below another on a sheet of its own.

    A column of a sheet is asked about once, so that two tables may not share it.
    """
    tables = guess_tables(grids)
    parts = tuple(part for grid in grids for part in _parted(grid, [t for t in tables if t.sheet == grid.title]))
    return parts, tables if len(parts) == len(grids) else guess_tables(parts)


def _parted(grid: Grid, tables: Sequence[TableGuess]) -> Iterator[Grid]:
    """A sheet cut behind the last row of each table but the last, every part with the rows it had."""
    starts = [1, *(table.last + 1 for table, other in pairwise(tables) if other.start > table.last)]
    if len(starts) == 1:
        yield grid
        return
    for start, end in zip(starts, [*starts[1:], grid.last_row + 1], strict=True):
        cells = {place: cell for place, cell in grid.cells.items() if start <= place[0] < end}
        merges = {place: first for place, first in grid.merges.items() if start <= place[0] < end}
        left = {place: cell for place, cell in grid.leftovers.items() if start <= place[0] < end}
        title = f"{grid.title} (baris {start}–{end - 1})"
        yield replace(grid, title=title, cells=cells, merges=merges, leftovers=left)


@dataclass(frozen=True, slots=True)
class PlannersChoices:
    """What the planner decided of the columns: in all, in the result since the last run, and what no list offers."""

    roles: ColumnRoles
    fresh: ColumnRoles
    unknown: tuple[str, ...] = ()


def planners_choices(
    tables: Sequence[TableGuess], remembered: RememberedChoices, previous: PreviousResult | None
) -> PlannersChoices:
    """What the planner decided of the columns: remembered from other files, then in the result.

    Args:
        tables: The tables as they are read without him.
        remembered: What he decided for tables of the same shape.
        previous: The result of the run before, as he left it; None where there is none.
    """
    agencies = tuple(dict.fromkeys(agency for table in tables for agency in table.agencies))
    offered: dict[AskedPlace, tuple[str, ...]] = {}
    for table in tables:
        offered[table.sheet, AGENCY_COLUMN] = table.agencies or agencies
        offered |= {(table.sheet, column.number): role_labels(table) for column in table.columns}
        offered |= {(table.sheet, group.name): LEVELS for group in table.groups}
    chosen = remembered.of(tables)
    fresh: dict[AskedPlace, str] = {}
    unknown = []
    if previous is not None:
        chosen |= previous.record.chosen
        for key, role in previous.roles.items():
            if isinstance(key[1], str) and key in previous.record.shown:
                # Of rows that a choice for their column has made rows to be asked about.
                offered.setdefault(key, LEVELS)
            if key in offered and role != previous.record.shown.get(key):
                if role in offered[key]:
                    fresh[key] = role
                else:
                    unknown.append(f"{key[0]}: «{role}»")
        chosen |= _of_same_shape(tables, fresh, previous.record)
    if any(number == AGENCY_COLUMN for _, number in fresh):  # one for all tables, asked at the first that is read
        chosen = {key: role for key, role in chosen.items() if key[1] != AGENCY_COLUMN}
    chosen |= fresh
    kept = {
        key: role for key, role in chosen.items() if role in offered.get(key, LEVELS if isinstance(key[1], str) else ())
    }
    return PlannersChoices(kept, fresh, tuple(unknown))


def _of_same_shape(tables: Sequence[TableGuess], fresh: ColumnRoles, record: ImportRecord) -> dict[AskedPlace, str]:
    """What he chose in one table, for the others with the same titles in which he has not chosen otherwise.

    Args:
        tables: The tables.
        fresh: What he chose since the last run.
        record: What that run wrote.
    """
    before = {(key[1], record.shown.get(key)) for key in fresh}
    return {
        key: role
        for key, role in RememberedChoices().with_choices(tables, fresh).of(tables).items()
        if key not in record.chosen or (key[1], record.chosen[key]) in before
    }


@dataclass(frozen=True)
class ImportReading:
    """What was read: the tables with what each column is, the rows of the official workbook, the agency of several."""

    tables: tuple[TableGuess, ...]
    official: OfficialTables
    agency: str
    agencies: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """By sheet, where a table has several."""
    left: frozenset[CellRef] = frozenset()
    """The cells that no row of the official workbook says, nor are known to be harmless."""
    temuan: tuple[Temuan, ...] = ()
    """What was found while they were read, but for what the sheet Impor shows by itself."""
    unread: frozenset[str] = frozenset()
    """The sheets of which nothing was read."""
    title_agency: str = ""
    """The agency that the lines above a table name, where nothing else does."""


def read_tables(
    grids: tuple[Grid, ...], tables: tuple[TableGuess, ...], chosen: ColumnRoles, name: str
) -> ImportReading:
    """The tables read as the planner decided, and as they look where he decided nothing.

    Args:
        grids: The sheets of the sources.
        tables: The tables as they are read without him.
        chosen: What he decided.
        name: What the source is called.
    """
    from pokin_docs.extract.foreign.agency_titles import named_agency
    from pokin_docs.extract.read import understand
    from pokin_docs.transform.programs import programs_of_tree

    several = {table.sheet: table.agencies for table in tables if len(table.agencies) > 1}
    agencies = [agency for named in several.values() for agency in named]
    agency = next((role for key, role in chosen.items() if key[1] == AGENCY_COLUMN), agencies[0] if agencies else "")
    decided = signatures_ignored(grids, tables)
    decided |= {(sheet, number): role for (sheet, number), role in chosen.items() if number and type(number) is int}
    levels = {(sheet, name): role for (sheet, name), role in chosen.items() if isinstance(name, str)}
    if decided or agency or levels:
        tables = guess_tables(grids, Choices(decided, agency, levels))
        sheets = {table.sheet for table in tables}
        several = {sheet: names for sheet, names in several.items() if sheet in sheets}
        several |= {table.sheet: table.agencies for table in tables if len(table.agencies) > 1}
    # What the sheet Impor shows is what is read: by what stands in the columns, also where titles alone would do.
    shown = {(table.sheet, column.number): column.role for table in tables for column in table.columns if column.role}
    levels |= {
        (table.sheet, group.name): group.level.label for table in tables for group in table.groups if group.asked
    }
    found = understand(grids, name, choices=Choices(shown, agency, levels, keeps_uncoded=True))
    buku = found.value or BukuKerja(name, {}, frozenset())
    tree = _tree(buku)
    official = official_tables(buku, tree, programs_of_tree(tree), _budget_sheets(tables))
    known = agency or official.identitas.get("nama_pd")
    title_agency = "" if known else named_agency(_lines_above(grids, tables))
    if (agency_said := agency or title_agency) and not official.identitas.get("nama_pd"):
        official = replace(official, identitas={**official.identitas, "nama_pd": agency_said})
    told = tuple(finding for finding in found.temuan if finding.kode.startswith("B") and finding.kode not in _SHOWN)
    unread = frozenset(sheet.lembar for sheet in found.account.lembar if sheet.filled and not sheet.read)
    left = _left(found, buku, official) | frozenset(_lost_amounts(grids, tables, official))
    return ImportReading(tables, official, agency, several, left, told, unread, title_agency)


def _lines_above(grids: Sequence[Grid], tables: Sequence[TableGuess]) -> Iterator[str]:
    by_title = {grid.title: grid for grid in grids}
    for table in tables:
        for place, cell in sorted(by_title[table.sheet].cells.items()):
            if place[0] < table.start:
                yield cell.text


def _left(found: Reading, buku: BukuKerja, official: OfficialTables) -> frozenset[CellRef]:
    """The cells without a place: named by a finding, or those of rows that did not come into the official tables."""
    rows = read_places((row for lembar in LEMBAR for row in buku.rows_of(lembar.row_type, lembar.kunci)), ())
    found_in = (pair for by_title in (found.named, rows) for pair in by_title.items())
    return frozenset({CellRef(title, *cell) for title, cells in found_in for cell in cells} - official.places)


def _lost_amounts(
    grids: Sequence[Grid], tables: Sequence[TableGuess], official: OfficialTables
) -> Iterator[CellRef]:  # fmt: skip
    """The amounts beside what came into the workbook that did not: what goes in comes out, or is named.

    An amount that stands once more in the next row of the same component says nothing new.
    """
    by_title = {grid.title: grid for grid in grids}
    rows = {(place.lembar, place.baris) for place in official.places}
    for table in tables:
        grid = by_title[table.sheet]
        for column in (column for column in table.columns if column.role.startswith(_MONEY)):
            above = ""
            for row in (row for row in grid.filled_columns if table.end < row <= table.last):
                text, place = grid.text(row, column.number).strip(), CellRef(table.sheet, row, column.number)
                if text and text != above and (table.sheet, row) in rows and place not in official.places:
                    yield place
                above = text or above


def signatures_ignored(grids: Sequence[Grid], tables: Sequence[TableGuess]) -> dict[tuple[str, int], str]:
    """The columns of tables that hold nothing but who signs, to be ignored; a planner can choose otherwise.

    Args:
        grids: The sheets of the sources.
        tables: The tables in them.
    """
    by_title = {grid.title: grid for grid in grids}
    return {
        (table.sheet, column.number): IGNORED
        for table in tables
        if not any(column.role.startswith(_MEASURES) for column in table.columns)
        and any(_NIP.search(cell.text) for cell in by_title[table.sheet].cells.values())
        for column in table.columns
    }


def _budget_sheets(tables: Sequence[TableGuess]) -> frozenset[str]:
    """Sheets with names of programs and no sentence or indicator: the second table of a PK is no part of the tree."""
    told = {table.sheet for table in tables if any(column.role.startswith(_SENTENCES) for column in table.columns)}
    return frozenset(table.sheet for table in tables) - told


def _tree(buku: BukuKerja) -> PohonKinerja:
    from pokin_docs.transform.plan import plan

    planning = plan(buku, Settings(Path(buku.nama), ()), kinds=())  # nothing is written
    assert planning.value is not None  # transform gives a plan for everything that was read
    return planning.value.pohon
