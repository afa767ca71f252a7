"""The column of the state at the end of the period: a further year, or what repeats or contradicts the years."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from pokin_docs.extract.account.sorting import Cell
from pokin_docs.extract.grid import Grid, UsedCell
from pokin_docs.extract.layouts.column_titles import ColumnKey
from pokin_docs.model.findings import FindingLog
from pokin_docs.model.measured import same_value
from pokin_docs.model.source import CellRef, column_letters
from pokin_docs.model.texts import fold
from pokin_docs.model.typed_values import read_rupiah

_FINAL = re.compile(
    r"\b(?:kondisi (?:kinerja )?(?:pada )?(?:akhir|terakhir)|akhir (?:periode|masa|renstra|rpjmd|rpd|tahun|20\d\d)"
    r"|(?:target|kinerja) akhir)\b"
)
_REACHED = re.compile(r"\b(?:realisasi|capaian|awal|baseline)\b")
_MONEY = re.compile(r"\b(?:rp|pagu|rupiah|anggaran|pendanaan)\b")
_NO_MONEY = re.compile(r"\b(?:target|k|kinerja)$")
_YEAR = re.compile(r"\b20\d\d\b")
_WHOLE_PERIOD = 4
"""Years of targets from which the last of a table is that of the period, so that its end can contradict it."""
_TARGET, _PAGU = "target", "pagu"


@dataclass(frozen=True)
class YearColumns:
    """The columns of a table that say something of a year, by it, and the titles of those that are not read."""

    grid: Grid
    targets: Mapping[int, int]
    budgets: Mapping[int, int]
    unread: Mapping[int, str]


def year_columns(
    grid: Grid, read: Iterable[tuple[ColumnKey, int]], titles: Mapping[int, str], taken: Container[int]
) -> YearColumns:
    """The columns of a table as they are read.

    Args:
        grid: Its sheet.
        read: The columns that are read, with their keys.
        titles: The title of each column.
        taken: All columns that are read.
    """
    years: dict[str, dict[int, int]] = {_TARGET: {}, _PAGU: {}}
    for (kunci, year), number in read:
        if year is not None and kunci in years:
            years[kunci].setdefault(year, number)
    unread = {number: text for number, text in titles.items() if number not in taken}
    return YearColumns(grid, years[_TARGET], years[_PAGU], unread)


def final_targets(titles: Mapping[int, str], years: Iterable[int]) -> dict[ColumnKey, int]:
    """The column of a final state of a year behind all others: there it is the target of that year.

    Args:
        titles: The titles of the columns that are not read as anything.
        years: The years of targets.
    """
    last = max(years, default=None)
    for number, title in titles.items():
        year = _final_year(title)
        if last is not None and year is not None and year > last and not _is_money(fold(title)):
            return {(_TARGET, year): number}
    return {}


def take_final(columns: Sequence[dict[ColumnKey, int]], titles: Mapping[int, str], taken: Container[int]) -> None:
    """Add the target of the final state to the columns of a table whose titles alone are read.

    Args:
        columns: Those of the header, or of each of its levels, which are changed.
        titles: The title of each column.
        taken: All columns that are read.
    """
    unread = {number: text for number, text in titles.items() if number not in taken}
    for number, own in enumerate(columns):
        found = final_targets(unread, (year for kunci, year in own if kunci == _TARGET and year))
        # Of levels with columns of their own it belongs to the one whose targets stand before it.
        last = max((column for (kunci, _), column in own.items() if kunci == _TARGET), default=0)
        later = [column for other in columns[number + 1 :] for (kunci, _), column in other.items() if kunci == _TARGET]
        if all(not last < column < place for place in found.values() for column in later):
            own.update(found)


def _final_year(title: str) -> int | None:
    plain = fold(title)
    if not _FINAL.search(plain) or _REACHED.search(plain):
        return None
    named = _YEAR.findall(plain)
    return int(named[-1]) if named else None


def compare_final(columns: YearColumns, rows: Iterable[int], log: FindingLog) -> set[Cell]:
    """The cells of the final state that say what the years of their row say; those that say something else are told.

    Args:
        columns: The columns of the table.
        rows: Its rows of data.
        log: Takes what is found.
    """
    same: set[Cell] = set()
    filled = tuple(rows)
    for number, title in ((number, fold(text)) for number, text in columns.unread.items()):
        if not _FINAL.search(title) or _REACHED.search(title):
            continue
        cells = [(row, cell) for row in filled if (cell := columns.grid.cells.get((row, number))) and cell.text.strip()]
        against = {row: list(_against(columns, title, row)) for row, _ in cells}
        alike = {row for row, cell in cells if any(_alike(cell, value) for _, value in against[row])}
        may_contradict = _may_contradict(columns, title) or 2 * len(alike) >= len(cells)
        if may_contradict or len(alike) == len(cells):  # else it is a column of its own, and named as one
            same |= {(row, number) for row in alike}
        for row, cell in cells if may_contradict else ():
            if row not in alike and against[row]:
                kolom, value = against[row][0]
                lain = CellRef(columns.grid.title, row, kolom)
                place = CellRef(columns.grid.title, row, number)
                log.note("B102", place, teks=cell.text.strip(), dipakai=value.text.strip(), lain=lain)
    return same


def _years_of(columns: YearColumns, title: str) -> Mapping[int, int]:
    return columns.budgets if _is_money(title) else columns.targets


def _is_money(title: str) -> bool:
    """Whether a folded title is of amounts; what stands lowest in it counts: "… pendanaan … target" is none."""
    return _MONEY.search(title) is not None and not _NO_MONEY.search(title)


def _may_contradict(columns: YearColumns, title: str) -> bool:
    """Whether the last year of a table is the one that its final state is about."""
    years = _years_of(columns, title)
    named = _final_year(title)
    return named in years if named is not None else len(years) >= _WHOLE_PERIOD


def _against(columns: YearColumns, title: str, row: int) -> Iterator[tuple[int, UsedCell]]:
    """The cells that a final state may repeat: of its year, else the last, and of amounts their sum."""
    years = _years_of(columns, title)
    named = years.get(_final_year(title) or 0)
    ordered = [number for _, number in sorted(years.items()) if number != named] + ([named] if named else [])
    cells = [
        (number, cell) for number in ordered if (cell := columns.grid.cells.get((row, number))) and cell.text.strip()
    ]
    if not cells:
        return
    yield cells[-1]
    amounts = [_amount(cell) for _, cell in cells]
    if _is_money(title) and all(amount is not None for amount in amounts):
        total = sum((amount for amount in amounts if amount is not None), Decimal(0))
        yield cells[-1][0], UsedCell(column_letters(cells[-1][0]), "", number=total)


def _amount(cell: UsedCell) -> Decimal | None:
    return cell.number if cell.number is not None else read_rupiah(cell.text)


def _alike(one: UsedCell, other: UsedCell) -> bool:
    first, second = _amount(one), _amount(other)
    if first is not None and second is not None:
        return abs(first - second) < 1 if max(abs(first), abs(second)) >= 1000 else first == second
    return same_value(one.text, other.text)
