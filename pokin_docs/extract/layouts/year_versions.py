"""Two columns for one year and thing: the one of the budget that Identitas names is read, the other is named."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from pokin_docs.extract.grid import Grid
from pokin_docs.extract.layouts.column_titles import ColumnKey, ColumnTitle, match_column, match_title, titles
from pokin_docs.model.budget_versions import BudgetVersion, split_version
from pokin_docs.model.findings import FindingLog
from pokin_docs.model.source import CellRef
from pokin_docs.model.texts import fold
from pokin_docs.model.workbook_spec import Lembar

_ROWS_ABOVE = 3
"""Rows above a header in which a title may stand over several columns: "APBD Perubahan"."""


@dataclass(frozen=True, slots=True)
class VersionColumn:
    """A column of a year with the version of the budget that stands over it, None where nothing says one."""

    number: int
    version: BudgetVersion | None

    @property
    def is_changed(self) -> bool:
        """Whether it tells of the changed budget."""
        return self.version is BudgetVersion.CHANGED


def version_over(grid: Grid, lembar: Lembar, start: int, title: ColumnTitle, number: int) -> BudgetVersion | None:
    """The version that the title of a column says, or a line over several columns.

    Args:
        grid: The sheet.
        lembar: What its columns are called.
        start: The first row of the header, 1-based.
        title: What stands over the column.
        number: The column, 1-based.
    """
    read = next((text for text in title.readings() if match_title(lembar, text)), title.text)
    version = split_version(fold(read))[1]
    if version is None:
        for baris in range(start - 1, max(0, start - 1 - _ROWS_ABOVE), -1):
            version = version or _over_several(grid, baris, number)
    return version


def _over_several(grid: Grid, baris: int, number: int) -> BudgetVersion | None:
    """What a row above the header says over a column: in a cell over it, merged or not, or the nearest to the left."""
    said = {
        kolom: version
        for kolom in grid.filled_columns.get(baris, ())
        if (version := _says_only(grid.text(baris, kolom))) is not None
    }
    first = grid.merges.get((baris, number), (baris, number))[1]
    if first in said:
        return said[first]
    left = [kolom for kolom in said if kolom < number]
    return said[max(left)] if left and len(said) > 1 else None


def _says_only(text: str) -> BudgetVersion | None:
    rest, version = split_version(fold(text))
    return version if len(rest.split()) <= 2 else None


def differ_in_version(
    grid: Grid, lembar: Lembar, start: int, over: Mapping[int, ColumnTitle], columns: Iterable[int]
) -> bool:
    """Whether columns of one name are not the same twice, but of the budget before and after its change.

    Args:
        grid: The sheet.
        lembar: What its columns are called.
        start: The first row of the header, 1-based.
        over: What stands over each column.
        columns: The columns, 1-based.
    """
    versions = [version_over(grid, lembar, start, over[number], number) for number in columns]
    return BudgetVersion.CHANGED in versions and versions.count(None) + versions.count(BudgetVersion.FIRST) < 2


def choose_versions(
    grid: Grid, lembar: Lembar, start: int, baris: int, read: Mapping[int, ColumnKey], wanted: BudgetVersion | None,
    log: FindingLog,
) -> dict[int, int]:  # fmt: skip
    """The columns that are to be read in place of others of the same year and thing, by those others.

    Args:
        grid: The sheet.
        lembar: What its columns are called.
        start: The first row of the header, 1-based.
        baris: Its last row.
        read: The keys of the columns that are read so far.
        wanted: The version that Identitas names.
        log: Takes what is found: each column that is not read for that.
    """
    over = titles(grid, start, baris)
    groups: dict[tuple[int, ColumnKey], list[VersionColumn]] = {}
    by_key: dict[ColumnKey, list[int]] = {}
    for number, key in sorted(read.items()):
        by_key.setdefault(key, []).append(number)
    for number, title in over.items():
        if (named := match_column(lembar, title)) in by_key:
            places = by_key[named]
            # In a table with a block per level each block has a column of that name: it is that of the nearest before.
            place = max((place for place in places if place <= number), default=places[0])
            version = version_over(grid, lembar, start, title, number)
            groups.setdefault((place, named), []).append(VersionColumn(number, version))
    filled = {kolom for row, kolom in grid.cells if row > baris and grid.text(row, kolom).strip()}
    chosen: dict[int, int] = {}
    for (place, _), group in groups.items():
        if not any(column.is_changed for column in group):
            continue
        used = used_column(group, wanted, filled)
        if used.number != place:
            chosen[place] = used.number
        told = [column for column in group if column.number in filled]  # an empty one hides nothing
        name_others(grid, baris, over, told, used, wanted, log)
    return chosen


def used_column(group: Sequence[VersionColumn], wanted: BudgetVersion | None, filled: set[int]) -> VersionColumn:
    """The column that is read: the last one of the version that is wanted, the first of the others; a filled one.

    Args:
        group: The columns of one year and thing, left to right.
        wanted: The version that Identitas names.
        filled: The columns that hold anything.
    """
    changed = [column for column in group if column.is_changed][::-1]
    before = [column for column in group if not column.is_changed]
    order = [*changed, *before] if wanted is BudgetVersion.CHANGED else [*before, *changed]
    return next((column for column in order if column.number in filled), order[0])


def name_others(
    grid: Grid, baris: int, over: Mapping[int, ColumnTitle], group: Iterable[VersionColumn], used: VersionColumn,
    wanted: BudgetVersion | None, log: FindingLog,
) -> None:  # fmt: skip
    """B79 to B81: name the columns of a year and thing that are not read.

    Args:
        grid: The sheet.
        baris: The last row of the header, 1-based.
        over: What stands over each column.
        group: The columns, that which is read among them or not.
        used: That which is read.
        wanted: The version that Identitas names.
        log: Takes what is found.
    """

    def place(column: VersionColumn) -> CellRef:
        return CellRef(grid.title, baris, column.number)

    def title(column: VersionColumn) -> str:
        return " ".join(over[column.number].text.split())

    if wanted is not None and used.is_changed is not (wanted is BudgetVersion.CHANGED):
        log.note("B81", place(used), apbd=wanted.value, kolom=title(used))
    for column in group:
        if column is not used:
            kode = "B79" if wanted is None or column.is_changed is used.is_changed else "B80"
            log.note(
                kode, place(column), kolom=title(column), dipakai=title(used), sel=place(used).address,
                apbd=wanted.value if wanted else "",
            )  # fmt: skip
