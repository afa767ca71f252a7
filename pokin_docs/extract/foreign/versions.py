"""Two columns of a foreign table for one year and thing: the one of the budget that counts is read, the other named."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from pokin_docs.extract.foreign import roles
from pokin_docs.extract.foreign.areas import TableArea
from pokin_docs.extract.foreign.roles import Role
from pokin_docs.extract.layouts.year_versions import VersionColumn, name_others, used_column, version_over
from pokin_docs.model.budget_versions import BudgetVersion
from pokin_docs.model.findings import FindingLog
from pokin_docs.model.workbook_spec import PROGRAM, TAHAP_5

_YEARLY = {roles.TARGET: TAHAP_5, roles.PAGU: PROGRAM}


def without_others(
    area: TableArea, chosen: Mapping[int, Role], decided: Collection[int], wanted: BudgetVersion | None
) -> dict[int, Role]:
    """The roles without the columns of a year and thing that another column is read for.

    Args:
        area: The table.
        chosen: What its columns are.
        decided: The columns that a planner decided about, 1-based: both are read, as he says.
        wanted: The version of the budget that Identitas names.
    """
    out: set[int] = set()
    for group in _groups(area, chosen):
        if not all(column.number in decided for column in group):
            used = used_column(group, wanted, _filled(area, group))
            out |= {column.number for column in group} - {used.number}
    return {number: role for number, role in chosen.items() if number not in out}


def name_versions(
    area: TableArea, possible: Mapping[int, Role], chosen: Mapping[int, Role], wanted: BudgetVersion | None,
    log: FindingLog,
) -> None:  # fmt: skip
    """B79 to B81: name each column that another one is read for.

    Args:
        area: The table.
        possible: What its columns would be, those that are not read too.
        chosen: What those are that are read.
        wanted: The version of the budget that Identitas names.
        log: Takes what is found.
    """
    for group in _groups(area, possible):
        used = [column for column in group if column.number in chosen]
        filled = _filled(area, group)
        if len(used) == 1:
            told = [column for column in group if column.number in filled]
            name_others(area.grid, area.end, area.titles, told, used[0], wanted, log)


def _groups(area: TableArea, columns: Mapping[int, Role]) -> Iterator[list[VersionColumn]]:
    """The columns of one year and thing with nothing of the tree between them, where there are several."""
    parts = {number: place for place, entry in enumerate(area.funds) for number in entry.columns}
    open_: dict[tuple[str, int | None], list[int]] = {}
    groups: list[list[int]] = []
    for number, role in sorted(columns.items()):
        if role.kunci not in _YEARLY:
            open_ = open_ if role.kunci not in _OF_THE_TREE else {}
            continue
        group = open_.get((role.kunci, role.tahun))
        if group is None:
            groups.append(group := [])
            open_[role.kunci, role.tahun] = group
        if number not in parts and number in area.titles:
            group.append(number)
    for group in groups:
        if len(group) > 1:
            yield [_column(area, number, columns[number]) for number in group]


_OF_THE_TREE = frozenset((
    roles.KINERJA, roles.NAME, roles.NAME_AND_KINERJA, roles.INDIKATOR, roles.KINERJA_AND_INDIKATOR, roles.KODE,
))  # fmt: skip
"""Columns that begin a block with years of its own: "Sasaran | Indikator | Target 2026 | Program | … | Target 2026"."""


def _column(area: TableArea, number: int, role: Role) -> VersionColumn:
    title = area.titles[number]
    return VersionColumn(number, version_over(area.grid, _YEARLY[role.kunci], area.start, title, number))


def _filled(area: TableArea, group: Collection[VersionColumn]) -> set[int]:
    return {column.number for column in group if area.profiles[column.number].cells}
