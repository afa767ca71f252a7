"""What every column of every table was read as, how sure that is, and what else it may be: for a planner to confirm."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from pokin_docs.extract.choices import NO_CHOICES, Choices
from pokin_docs.extract.continued import is_other_matter
from pokin_docs.extract.foreign.agencies import agencies_of, agencies_on_sheets, of_agency
from pokin_docs.extract.foreign.areas import TableArea, find_areas
from pokin_docs.extract.foreign.assign import TableReading, read_area
from pokin_docs.extract.foreign.brackets import part_several, take_apart
from pokin_docs.extract.foreign.column_readings import Sureness
from pokin_docs.extract.foreign.level_groups import LevelGroup, level_groups
from pokin_docs.extract.foreign.next_sheets import is_copy, next_part
from pokin_docs.extract.foreign.roles import Role, all_roles, role_of_label
from pokin_docs.extract.grid import Grid
from pokin_docs.extract.layouts.blank_swatches import without_blank_legends
from pokin_docs.extract.layouts.bracketed import with_brackets_before
from pokin_docs.extract.layouts.indicator_labels import without_labels
from pokin_docs.model.findings import FindingLog
from pokin_docs.model.rows import Isian
from pokin_docs.model.source import column_letters
from pokin_docs.model.texts import squeeze
from pokin_docs.model.workbook_spec import DEFAULT_TAHUN

_EXAMPLES = 3


@dataclass(frozen=True)
class ColumnGuess:
    """One column of a table (1-based): what stands over it and in it, what it was read as, what else it may be."""

    number: int
    letter: str
    title: str
    examples: tuple[str, ...]
    role: str
    sureness: Sureness
    alternatives: tuple[str, ...] = ()


@dataclass(frozen=True)
class TableGuess:
    """One table: its sheet, first and last header row, last row of data (1-based), columns, and what has no place.

    ``agencies`` are the names of the agencies in it where there are several, ``groups`` its rows that look alike where
    a person may have to say their level, ``funds`` the columns (1-based) whose amounts are parts of the pagu.
    """

    sheet: str
    start: int
    end: int
    last: int
    columns: tuple[ColumnGuess, ...]
    unplaced: tuple[Isian, ...] = ()
    agencies: tuple[str, ...] = ()
    groups: tuple[LevelGroup, ...] = ()
    funds: tuple[int, ...] = ()


def guess_tables(grids: tuple[Grid, ...], choices: Choices = NO_CHOICES) -> tuple[TableGuess, ...]:
    """Every table of these sheets as it was read, in the order of the sheets, from the top down.

    Args:
        grids: The sheets.
        choices: What a planner decided.
    """
    quiet = FindingLog()  # what is said of it is said where the tables are read
    areas = table_areas(with_brackets_before(without_labels(without_blank_legends(grids, quiet), quiet)))
    tables = [_guess(table) for table in read_tables(areas, choices)]
    sheets = agencies_on_sheets(areas)
    if tables and sheets and not any(table.agencies for table in tables):
        tables[0] = replace(tables[0], agencies=sheets)
    return tuple(tables)


def read_tables(every: Sequence[TableArea], choices: Choices) -> tuple[TableReading, ...]:
    """Every table with the reading that explains most of it.

    Args:
        every: The tables of all sheets.
        choices: What a planner decided.
    """
    several = agencies_on_sheets(every)
    areas = [own for area in every if (own := of_agency(area, choices.agency, several)).rows]
    areas = [replace(area, said=said) if (said := _said(area, choices)) else area for area in areas]
    found: list[TableReading] = []
    for area in areas:
        found.append(read_area(area, _decided(area, choices), before=_before(area, found), wanted=choices.version))
    if len(found) > 1:
        # "Eselon III" alone is the head of a kecamatan; below another table of eselon II it is not.
        labels = tuple(dict.fromkeys(label for table in found for label in table.walked.labels))
        years = {role.tahun for table in found for role in table.chosen.values()} - {None}
        year = next(iter(years)) if len(years) == 1 else None
        again: list[TableReading] = []
        for area, table in zip(areas, found, strict=True):
            before = _before(table.area, again)
            same = before is table.before or (before is not None and before.walked.drafts == [])
            if set(labels) - set(table.walked.labels) or table.lacks_year or not same:
                # As it stands on the sheet: what was read for its cells is told again.
                table = read_area(area, _decided(area, choices), labels, year, before, choices.version)
            again.append(table)
        found = again
    for table in found:
        drafts = table.walked.drafts
        for several_of in (*(draft.measures for draft in drafts), table.walked.loose):
            part_several(several_of, table.walked.log)
        measures = [measure for draft in drafts for measure in draft.measures] + table.walked.loose
        take_apart(measures, table.only_year)
    return tuple(found)


def of_the_tree(tables: Sequence[TableReading]) -> list[TableReading]:
    """The tables that hold nodes or indicators; those without any level only where no other has levels."""
    placed = [table for table in tables if table.walked.drafts or table.walked.loose]
    levels = {draft.komponen for table in placed for draft in table.walked.drafts}
    return placed if len(levels) > 1 else [table for table in tables if table.is_tree]


def table_areas(grids: Sequence[Grid]) -> list[TableArea]:
    """The tables of all sheets; a sheet without titles goes on with the table before it, where its rows fit that."""
    found: list[TableArea] = []
    for grid in grids:
        own = find_areas(grid)
        if not own and found and grid.cells:
            more = next_part(grid, found[-1])
            own = (more,) if more is not None else ()
        found += own
    return found


def _before(area: TableArea, tables: Sequence[TableReading]) -> TableReading | None:
    """The table that one goes on with: the last one, where it has the same titles in the same columns."""
    last = tables[-1] if tables else None
    if last is None or not last.walked.drafts or last.area.heading != area.heading:
        return None
    if list(last.area.titles) != list(area.titles):
        return None
    # Tables with titles below each other, or of a post each, are several of one form.
    again = area.grid.title != last.area.grid.title and area.post_above is None
    if again and (is_other_matter(area.grid.title) or is_copy(area, [table.area for table in tables])):
        return None
    return last if area.given is not None or again else None


def _decided(area: TableArea, choices: Choices) -> dict[int, Role]:
    every = _every_role(area)
    found = {}
    for (sheet, number), label in choices.by_column.items():
        role = role_of_label(label, every) if sheet == area.grid.title else None
        if role is not None:
            found[number] = role
    return found


def _said(area: TableArea, choices: Choices) -> dict[str, str]:
    """The levels that a planner said for groups of rows of a table."""
    return {name: label for (sheet, name), label in choices.by_group.items() if sheet == area.grid.title}


def role_labels(table: TableGuess) -> tuple[str, ...]:
    """Everything that a column of a table may be, as the sheet Impor offers it."""
    years = {int(role.rsplit(" ", 1)[1]) for column in table.columns for role in (column.role, *column.alternatives)
             if role.rsplit(" ", 1)[-1].isdigit()}  # fmt: skip
    roles_offered = all_roles(tuple(sorted(years | set(DEFAULT_TAHUN))), ())
    extra = (role for column in table.columns for role in (column.role, *column.alternatives) if role)
    return tuple(dict.fromkeys((*(role.label for role in roles_offered), *extra)))


def _every_role(area: TableArea) -> tuple[Role, ...]:
    years = {meaning.tahun for meaning in area.meanings.values() if meaning.tahun}
    levels = tuple({level for meaning in area.meanings.values() for level in meaning.levels})
    return all_roles(tuple(sorted(years | set(DEFAULT_TAHUN))), levels)


def _guess(table: TableReading) -> TableGuess:
    area = table.area
    columns = []
    for number in area.columns:
        reading = table.columns[number]
        role = table.chosen.get(number)
        title = area.titles.get(number)
        also = (table.contender or {}).get(number)
        others = dict.fromkeys(other.label for other in (*((also,) if also else ()), *reading.roles) if other != role)
        sureness = reading.sureness if also is None or also == role else Sureness.GUESSED
        columns.append(
            ColumnGuess(
                number,
                column_letters(number),
                squeeze(title.text) if title else "",
                area.profiles[number].texts[:_EXAMPLES],
                role.label if role else "",
                sureness,
                tuple(others),
            )
        )
    return TableGuess(
        area.grid.title, area.start, area.end, area.rows[-1], tuple(columns), table.left_over(), agencies_of(area),
        level_groups(area, table.chosen, table.walked) if table.is_tree else (),
        tuple(number for entry in area.funds for number in entry.names),
    )  # fmt: skip
