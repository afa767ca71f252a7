"""The reading of a table: of all that its columns may be, what explains most of its cells."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import islice, product

from pokin_docs.extract.foreign import roles
from pokin_docs.extract.foreign.areas import TableArea
from pokin_docs.extract.foreign.column_readings import MOST, ColumnReading, Sureness, readings_of
from pokin_docs.extract.foreign.contents import Kind
from pokin_docs.extract.foreign.drafts import Draft, Walked
from pokin_docs.extract.foreign.lost_zeros import with_zeros
from pokin_docs.extract.foreign.roles import Role
from pokin_docs.extract.foreign.versions import name_versions, without_others
from pokin_docs.extract.foreign.walk import walk
from pokin_docs.extract.stand_ins import without_ditto
from pokin_docs.model.budget_versions import BudgetVersion
from pokin_docs.model.findings import FindingLog
from pokin_docs.model.level_labels import read_label
from pokin_docs.model.levels import KomponenPerencanaan, read_komponen
from pokin_docs.model.rows import Isian
from pokin_docs.model.source import CellRef
from pokin_docs.model.workbook_spec import TAHAP_5

_COMBINATIONS = 24
_TRIAL_ROWS = 400
"""Rows by which the readings of a table are compared; the best one then reads all."""
_FLAT = 0.15
"""What a reading loses that gives one level to all rows although the table names several."""
_AGAINST = 0.9
"""What one loses that leaves out of account the components that a column of levels or of owners names."""
_SAYS_LEVELS = (roles.LEVEL, "pemilik")
_OFFICIAL = {
    roles.NAME: "komponen", roles.NAME_AND_KINERJA: "kinerja", roles.KINERJA_AND_INDIKATOR: "kinerja",
}  # fmt: skip
_TEXTS = frozenset((roles.NAME, roles.NAME_AND_KINERJA, roles.KINERJA))
"""What may have its code in front of it."""
_TAHAP_5_KEYS = frozenset(kolom.kunci for kolom in TAHAP_5.kolom)
_YEAR = re.compile(r"\b(20\d\d)\b")
_CLEARLY = 0.03
"""How much more of a table the best reading explains than the next, at least, to be taken without asking."""


@dataclass(frozen=True)
class TableReading:
    """A table with the roles of its columns and what the walk found with them.

    ``score`` is the part of its cells that found a place, less what does not fit; ``others`` are readings that explain
    nearly as much and say another tree.
    """

    area: TableArea
    columns: Mapping[int, ColumnReading]
    chosen: Mapping[int, Role]
    walked: Walked
    score: float
    contender: Mapping[int, Role] | None = None
    before: TableReading | None = None
    """The table that it goes on with, of another sheet or further up."""

    @cached_property
    def is_tree(self) -> bool:
        """Whether it holds nodes or a list of indicators."""
        return bool(self.walked.drafts or self.walked.loose or self.walked.unplaced)

    def tells(self, number: int) -> bool:
        """Whether a column (1-based) has a role whose cells go into the tree or its money."""
        return number in self.chosen and self.chosen[number].tells

    @cached_property
    def is_budget(self) -> bool:
        """Whether it lists components with their money and nothing else, as the second table of a PK does."""
        kinds = {role.kunci for number, role in self.chosen.items() if self.area.profiles[number].cells}
        said = {roles.KINERJA, roles.INDIKATOR, roles.NAME_AND_KINERJA, roles.KINERJA_AND_INDIKATOR, roles.LEVEL}
        return roles.PAGU in kinds and not kinds & said

    @cached_property
    def only_year(self) -> int | None:
        """The one year that its columns or the lines above it name."""
        years = {role.tahun for role in self.chosen.values() if role.tahun is not None}
        return next(iter(years)) if len(years) == 1 else None if years else _year_of(self.area)

    @property
    def lacks_year(self) -> bool:
        """Whether a target or an amount has no year."""
        return roles.year_column(self.chosen) is None and any(role.lacks_year for role in self.chosen.values())

    def left_over(self) -> tuple[Isian, ...]:
        """The cells of columns with a role that found no place, in sheet order."""
        grid = self.area.grid
        return tuple(
            Isian(grid.text(row, number), CellRef(grid.title, row, number))
            for row in self.area.rows
            for number in grid.filled_columns[row]
            if number in self.chosen and self.chosen[number].tells
            and (row, number) not in self.walked.placed and grid.text(row, number).strip()
        )  # fmt: skip


def read_area(
    area: TableArea, decided: Mapping[int, Role], labels: tuple[str, ...] = (), year: int | None = None,
    before: TableReading | None = None, wanted: BudgetVersion | None = None,
) -> TableReading:  # fmt: skip
    """The table as the reading that explains most of it.

    Args:
        area: The table.
        decided: Roles that a planner chose, by column (1-based).
        labels: Labels of the other tables of the workbook, which tell what a rung stands for.
        year: The one year that the other tables name.
        before: The table that it goes on with.
        wanted: The version of the budget that Identitas names.
    """
    columns = _readings(area, decided)
    ditto = FindingLog()
    first = {number: reading.roles[0].kunci for number, reading in columns.items() if reading.roles}
    codes = [number for number, kunci in first.items() if kunci == roles.KODE]
    texts = [number for number, kunci in first.items() if kunci in _TEXTS]
    if (coded := with_zeros(area, codes, texts, ditto)) is not area:
        area = coded
        columns = _readings(area, decided)
    grid = without_ditto(area.grid, TAHAP_5, area.end, _ditto_keys(columns), ditto, area.rows[-1])
    if grid is not area.grid:
        area = replace(area, grid=grid)
        columns = _readings(area, decided)
    above = before.walked.path if before is not None else {}
    trial = area if len(area.rows) <= _TRIAL_ROWS else replace(area, rows=area.rows[:_TRIAL_ROWS])
    trial = replace(trial, said={}) if area.said else trial  # they were said of the reading without them
    tried: list[tuple[float, dict[int, Role], Walked]] = []
    every: dict[int, Role] = {}
    for possible in _combinations(area, columns, year):
        chosen = without_others(area, possible, decided, wanted)
        walked = walk(trial, chosen, labels, above)
        tried.append((_score(trial, chosen, walked), chosen, walked))
        every = {**possible, **every}
    tried.sort(key=lambda entry: -entry[0])
    score, chosen, walked = tried[0]
    contender = next(
        (other for near, other, found in tried[1:] if score - near < _CLEARLY and _shape(found) != _shape(walked)), None
    )
    whole = walked if trial is area else walk(area, chosen, labels, above)
    whole.log.add(ditto)
    name_versions(area, {**every, **chosen}, chosen, wanted, whole.log)
    return TableReading(area, columns, chosen, whole, score, contender, before)


def _readings(area: TableArea, decided: Mapping[int, Role]) -> dict[int, ColumnReading]:
    return {
        number: ColumnReading((decided[number],), Sureness.SURE) if number in decided else readings_of(area, number)
        for number in area.columns
    }


def _ditto_keys(columns: Mapping[int, ColumnReading]) -> dict[int, tuple[str, int | None]]:
    """The official keys of the columns in which "idem" may stand, money excepted: there it would count twice."""
    roles_of = {number: reading.roles[0] for number, reading in columns.items() if reading.roles}
    keys = {number: (_OFFICIAL.get(role.kunci, role.kunci), role.tahun) for number, role in roles_of.items()}
    return {number: key for number, key in keys.items() if key[0] in _TAHAP_5_KEYS}


def _shape(walked: Walked) -> list[tuple[KomponenPerencanaan, str]]:
    return [(draft.komponen, draft.sentence_key or draft.name_key) for draft in walked.drafts]


def _combinations(area: TableArea, columns: Mapping[int, ColumnReading], year: int | None) -> Iterator[dict[int, Role]]:
    """The readings of the whole table, the likeliest first, each with one column of levels at most.

    Args:
        area: The table.
        columns: What each column may be.
        year: The one year of the workbook, if it has only one.
    """
    numbers = [number for number, reading in columns.items() if reading.roles]
    seen: list[dict[int, Role]] = []
    for picked in islice(product(*(columns[number].roles for number in numbers)), _COMBINATIONS):
        for one_source in _with_one_source(area, dict(zip(numbers, picked, strict=True))):
            chosen = _with_years(area, one_source, year)
            if chosen not in seen:
                seen.append(chosen)
                yield chosen
    if not seen:
        yield {}


def _with_one_source(area: TableArea, chosen: dict[int, Role]) -> Iterator[dict[int, Role]]:
    """The roles with one column of levels: each that names components in all its cells, else the first.

    The others are of owners.

    Args:
        area: The table.
        chosen: The roles.
    """
    levels = [number for number, role in chosen.items() if role.kunci == roles.LEVEL]
    named = [number for number in levels if all(read_komponen(text) for text in area.profiles[number].texts)]
    for source in named or levels[:1] or (None,):
        yield {**chosen, **{number: Role("pemilik") for number in levels if number != source}}


def _with_years(area: TableArea, chosen: dict[int, Role], only: int | None) -> dict[int, Role]:
    """The roles with the year of the table where a target or an amount names none, if it has one year only.

    Args:
        area: The table.
        chosen: The roles.
        only: The one year of the workbook, if it has only one.
    """
    open_ = [number for number, role in chosen.items() if role.lacks_year]
    year = (_year_of(area) or only) if open_ and roles.year_column(chosen) is None else None
    for number in open_:
        own = next((entry.columns for entry in area.funds if number in entry.columns), (number,))
        same = [other for other, role in chosen.items() if role.kunci == chosen[number].kunci and other not in own]
        if year is not None and not same:
            chosen[number] = replace(chosen[number], tahun=year)
    return chosen


def _year_of(area: TableArea) -> int | None:
    """The one year that a column of years or the lines above a table name."""
    for number, meaning in area.meanings.items():
        texts = area.profiles[number].texts
        if meaning.thing == "" and len(texts) == 1 and _YEAR.fullmatch(texts[0]):
            return int(texts[0])
    years = set(_YEAR.findall(area.above))
    return int(next(iter(years))) if len(years) == 1 else None


def _score(area: TableArea, chosen: Mapping[int, Role], walked: Walked) -> float:
    """The part of the filled cells under known or telling columns that found a place, less levels that are skipped."""
    filled = sum(
        len(area.profiles[number].cells) for number in area.columns if number in chosen and chosen[number].tells
    )
    unknown = sum(
        len(profile.cells)
        for number, profile in area.profiles.items()
        if number not in chosen and profile.share(Kind.RESULT, Kind.MEASURE, Kind.NAME, Kind.CODE, Kind.LEVEL) >= MOST
    )
    if not filled + unknown:
        return 0.0
    placed = sum(
        (row, number) in walked.placed
        for number in chosen
        if chosen[number].tells
        for row in area.profiles[number].cells
    )
    drafts = walked.drafts
    skipped = sum(draft.induk is not None and draft.komponen.value - draft.induk.komponen.value > 1 for draft in drafts)
    levels = len({draft.komponen for draft in drafts})
    several = len(area.levels)
    flat = _FLAT if levels == 1 and several > 1 and len(drafts) > 2 else 0.0
    if flat and any(_names_components(area, number) for number, role in chosen.items() if role.kunci in _SAYS_LEVELS):
        flat = _AGAINST
    return placed / (filled + unknown) - (0.1 * skipped / len(drafts) if drafts else 0.0) - flat


def _names_components(area: TableArea, number: int) -> bool:
    named = (read_label(area.label(number, text)) for text in area.profiles[number].labels)
    return len({label for label in named if isinstance(label, KomponenPerencanaan)}) > 1


def chains_of(tables: Sequence[TableReading]) -> list[list[TableReading]]:
    """The tables, each with those that go on with it."""
    chains: list[list[TableReading]] = []
    for table in tables:
        own = next((chain for chain in chains if chain[-1] is table.before), None)
        if own is None:
            chains.append([table])
        else:
            own.append(table)
    return chains


def drafts_of(chain: Sequence[TableReading]) -> list[Draft]:
    """The nodes of a table with those that go on with it."""
    return [draft for table in chain for draft in table.walked.drafts]
