"""What stands beside the indicators of a foreign table, and which of them it belongs to."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cached_property

from pokin_docs.extract.foreign import roles
from pokin_docs.extract.foreign.areas import TableArea
from pokin_docs.extract.foreign.depths import Depths
from pokin_docs.extract.foreign.drafts import Draft, DraftMeasure
from pokin_docs.extract.foreign.roles import Role
from pokin_docs.extract.layouts.column_titles import ColumnKey
from pokin_docs.extract.layouts.fund_columns import FundColumns, fund_amounts, funds_with_money, whole_or_sum
from pokin_docs.extract.tables import counts_days, read_cell
from pokin_docs.extract.wide_merges import QUARTERS
from pokin_docs.model.findings import FindingLog
from pokin_docs.model.levels import KomponenPerencanaan, Rung
from pokin_docs.model.rows import Isian
from pokin_docs.model.source import CellRef

_YEAR = re.compile(r"20\d\d")
_OF_NODES = (roles.PAGU, *roles.PROGRAM_ONLY, roles.NSPK, roles.SASARAN_RPJMD)
"""What belongs to a component, not to one of its indicators."""

_SENTENCES_OR_NAMES = (roles.KINERJA, roles.NAME, roles.NAME_AND_KINERJA)


class RowValues:
    """The columns of values of one table.

    Args:
        area: The table.
        columns: What each of its columns is (1-based).
        log: Takes what is found while cells are read.
    """

    def __init__(self, area: TableArea, columns: Mapping[int, Role], log: FindingLog) -> None:
        self.area, self.columns, self.log, self.grid = area, columns, log, area.grid
        self.year_column = roles.year_column(columns)
        self.funds = tuple(_still_read(area, columns))
        parts = {number for entry in self.funds for number in entry.columns}
        self.value_columns = tuple(
            number
            for number, role in sorted(columns.items())
            if role.kunci in (roles.TARGET, *roles.VALUE_KEYS, *_OF_NODES)
            and not (role.lacks_year and self.year_column is None)
            and number not in parts
        )

    @cached_property
    def indicator_columns(self) -> tuple[int, ...]:
        """The columns that hold indicators, left to right."""
        wanted = (roles.INDIKATOR, roles.KINERJA_AND_INDIKATOR)
        return tuple(number for number, role in sorted(self.columns.items()) if role.kunci in wanted)

    @cached_property
    def is_list(self) -> bool:
        """Whether the table names no kinerja and no component: a list of indicators."""
        tree = (roles.KINERJA, roles.NAME, roles.NAME_AND_KINERJA, roles.KINERJA_AND_INDIKATOR)
        return not any(role.kunci in tree for role in self.columns.values())

    def level_of(self, number: int, depths: Depths) -> KomponenPerencanaan | None:
        """The level of one of several columns of indicators: that of its title, or of the sentences before it."""
        own = self.columns[number].level
        if own is not None:
            return depths.of_level(own)
        if len(self.indicator_columns) < 2:
            return None
        before = [
            other for other, role in self.columns.items() if other < number and role.kunci in _SENTENCES_OR_NAMES
        ]  # of several levels, as "Program/Kegiatan", it is the row that tells
        return depths.of_role(self.columns[max(before)]) if before else None

    def served(self, number: int, depths: Depths) -> frozenset[KomponenPerencanaan]:
        """The levels whose sentences stand left of a column of indicators, where names of others stand right of it."""
        names = [other for other, role in self.columns.items() if role.kunci == roles.NAME and role.level is not None]
        left = {role.level for other, role in self.columns.items() if role.kunci == roles.KINERJA and other < number}
        if not names or min(names) < number or not left or None in left or Rung.OUTPUT in left:
            return frozenset()
        return frozenset(komponen for level in left if (komponen := depths.of_level(level)) is not None)

    def owner(
        self, number: int, node: Draft | None, path: Mapping[KomponenPerencanaan, Draft], depths: Depths
    ) -> Draft | None:  # fmt: skip
        """The node that an indicator belongs to: of the level that its column is of, else the lowest of the row.

        Args:
            number: The column of the indicator, 1-based.
            node: The lowest node that the row names, or the one that it goes on with.
            path: The open nodes.
            depths: What levels the columns are of.
        """
        level = self.level_of(number, depths)
        if level is not None:
            return path.get(level)
        served = self.served(number, depths)
        if node is None or not served or node.komponen in served:
            return node
        # "Sasaran | Indikator | Program": the indicator is that of the sasaran before it.
        open_ = (path[level] for level in served if level in path)
        return max(open_, key=lambda found: found.komponen.value, default=node)

    @cached_property
    def _owners(self) -> Mapping[int, int | None]:
        """By column of values the column of indicators that it belongs to: the nearest to its left."""
        found: dict[int, int | None] = {}
        for number in self.value_columns:
            left = [column for column in self.indicator_columns if column < number]
            found[number] = max(left) if left else next(iter(self.indicator_columns), None)
        return found

    def key(self, row: int, number: int) -> ColumnKey:
        """The key of a column of values, of the year of a row where the column is of none."""
        role = self.columns[number]
        if role.lacks_year and self.year_column is not None:
            place = (row, self.year_column)
            year = _YEAR.search(self.grid.text(*self.grid.merges.get(place, place)))
            return role.kunci, int(year.group()) if year else None
        return role.kunci, role.tahun

    def read(self, row: int, number: int) -> Isian | None:
        """What a cell of values says; None where it says nothing. What a merge covers is filled, money excepted."""
        role = self.columns[number]
        cell = self.grid.cells.get((row, number))
        if (cell is None or not cell.text.strip()) and role.kunci != roles.PAGU:
            first = self.grid.merges.get((row, number))
            inside = first is not None and first[0] > self.area.end and self._is_value_of(first[1], number)
            inside = inside and not (first and self._is_of_one_above(row, number, first[0]))
            cell = (self.grid.cells.get(first) if first and inside else None) or cell
        if cell is None or not (cell.text.strip() or cell.broken or cell.unread):
            return None
        tempat = CellRef(self.grid.title, row, number)
        if cell.unread:
            return Isian("", tempat, unread=True)
        if cell.tanggal is not None and role.kunci == roles.TARGET and self._counts_days(row):
            return Isian(cell.text, tempat, tanggal=cell.tanggal)
        return read_cell(cell, roles.official(role.kunci), tempat, self.log)

    def _is_of_one_above(self, row: int, number: int, first: int) -> bool:
        """Whether a merged value is of an indicator of its first row alone: this row names none in that column."""
        owner = self._owners.get(number)
        named = [bool(self.grid.text(at, owner).strip()) for at in (first, row)] if owner is not None else []
        return named == [True, False]

    def _is_value_of(self, one: int, other: int) -> bool:
        """Whether a cell of one column (1-based) that covers another has the value of that one too."""
        return one == other or (one in self.columns and share_a_value(self.columns[one], self.columns[other]))

    def _counts_days(self, row: int) -> bool:
        units = (number for number, role in self.columns.items() if role.kunci == "satuan")
        return any(counts_days(self.grid.text(row, number)) for number in units)

    def repeats(self, row: int, number: int, known: DraftMeasure) -> bool:
        """Whether a row says an indicator once more that its node has: with no value that differs.

        Args:
            row: The row, 1-based.
            number: Its column, 1-based.
            known: The indicator of the node with the same words.
        """
        for column in self._owned(number):
            own = self.grid.text(row, column).strip()
            before = known.values.get(self.key(row, column))
            if own and before and before.text.strip() != own:
                return False
        return True

    def _owned(self, number: int) -> tuple[int, ...]:
        owned = [column for column, owner in self._owners.items() if owner == number]
        return tuple(column for column in owned if self.columns[column].kunci not in _OF_NODES)

    def put(
        self, row: int, given: Mapping[int, DraftMeasure | None], node: Draft | None, *, fresh: bool,
        found: set[tuple[int, int]], path: Mapping[KomponenPerencanaan, Draft], depths: Depths,
    ) -> None:  # fmt: skip
        """Give the values of a row to its indicators, or to its node.

        Args:
            row: The row, 1-based.
            given: By column of indicators the one that the row names.
            node: The lowest node that the row names, or the one that it goes on with.
            fresh: Whether the row names it.
            found: Takes the cells that found their place.
            path: The open nodes.
            depths: What levels the columns are of.
        """
        for number in self.value_columns:
            isian = self.read(row, number)
            if isian is None:
                continue
            owner = self._owners[number]
            measure = given.get(owner) if owner is not None else None
            measure = measure or self._only_one(row, number, given)
            if self.columns[number].kunci in _OF_NODES:
                level = self._of_block(number, depths)
                own = path.get(level) if level is not None else node
                target = own.values if own is not None else None
            elif measure is None and node is not None and not node.measures:
                target = node.values
            elif measure is None and node is not None and not fresh:
                target = node.measures[-1].values
            else:
                target = measure.values if measure is not None else (node.values if node is not None else None)
            key = self.key(row, number)
            if target is None or (self.columns[number].lacks_year and key[1] is None):
                continue
            if target.setdefault(key, isian).text == isian.text:
                found.add((row, number))
                if self.year_column is not None:
                    found.add((row, self.year_column))
        if node is not None:
            for entry in self.funds:  # last: a column of their names says more
                self._put_funds(row, entry, node, found)

    def _only_one(self, row: int, number: int, given: Mapping[int, DraftMeasure | None]) -> DraftMeasure | None:
        """The one indicator that a row names, of another column than this of values, and with no such column itself."""
        named = {column: measure for column, measure in given.items() if measure is not None}
        if len(named) != 1:
            return None
        column, measure = next(iter(named.items()))
        key = self.key(row, number)
        return None if any(self.key(row, own) == key for own in self._owned(column)) else measure

    def _of_block(self, number: int, depths: Depths) -> KomponenPerencanaan | None:
        """The level that an amount is of, where each level has a column for its own: that of the texts left of it."""
        if number not in self._in_blocks:
            return None
        left = [role for other, role in sorted(self.columns.items()) if other < number]
        own = [role for role in left if role.kunci in _SENTENCES_OR_NAMES and role.level is not Rung.OUTPUT]
        return depths.of_role(own[-1]) if own else None  # an output is that of the component beside it

    @cached_property
    def _in_blocks(self) -> frozenset[int]:
        """The columns of one thing and year that stand behind texts of several levels, each."""
        texts = sorted(number for number, role in self.columns.items() if role.kunci in _SENTENCES_OR_NAMES)
        behind: dict[tuple[str, int | None], dict[int, int]] = {}
        for number in self.value_columns:
            before = [text for text in texts if text < number]
            if before:
                role = self.columns[number]
                behind.setdefault((role.kunci, role.tahun), {}).setdefault(before[-1], number)
        several = (found for key, found in behind.items() if key[0] in _OF_NODES and len(found) > 1)
        return frozenset(number for found in several for number in found.values())

    def _put_funds(self, row: int, entry: FundColumns, node: Draft, found: set[tuple[int, int]]) -> None:
        """Give a node its pagu of a row that parts it by sumber dana, and the names of these."""
        key = self.key(row, min(entry.names))
        amounts = dict(fund_amounts(self.grid, row, entry, self.log))
        whole = self.read(row, entry.total) if entry.total is not None else None
        if key[1] is None or (whole is None and not amounts):
            return
        first = CellRef(self.grid.title, row, next(iter(amounts), entry.total))
        pagu = whole if whole and not amounts else whole_or_sum(first, entry, amounts, whole, self.log)
        if node.values.setdefault(key, pagu).text != pagu.text:
            return
        if (listed := funds_with_money(self.grid.title, row, entry, amounts)) is not None:
            node.values.setdefault(("sumber_dana", None), listed)
        found.update((row, number) for number in entry.columns if self.grid.text(row, number).strip())
        if self.year_column is not None:
            found.add((row, self.year_column))


def share_a_value(one: Role, other: Role) -> bool:
    """Whether a cell merged over columns of these roles is the value of both: targets of years or of quarters."""
    return {one.kunci, other.kunci} == {roles.TARGET} or {one.kunci, other.kunci} <= QUARTERS


def _still_read(area: TableArea, columns: Mapping[int, Role]) -> Iterator[FundColumns]:
    """The columns by sumber dana that are read as money: a planner may have said otherwise of some."""
    for entry in area.funds:
        own = {number for number in entry.columns if number in columns and columns[number].kunci == roles.PAGU}
        names = {number: name for number, name in entry.names.items() if number in own}
        if names:
            yield replace(entry, names=names, total=entry.total if entry.total in own else None)
