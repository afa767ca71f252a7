"""The quarters and months of a target, as a Rencana Aksi prints them (domain-2.md 1.3, 3.2)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from pokin_docs.documents.material import Material
from pokin_docs.documents.printed import identity
from pokin_docs.documents.values import Text
from pokin_docs.model.action_rows import RenaksiRow
from pokin_docs.model.counting import AT_THE_END, WayOfCounting, made_of, quarters_of_months, read_way
from pokin_docs.model.measured import measured, number, unbroken
from pokin_docs.model.printing import number_text
from pokin_docs.model.rows import Isian

NO_TARGET = "-"
"""A period without a target of its own: nought would be one."""
_QUARTERS, _MONTHS_OF_QUARTER = 4, 3
_CENT = Decimal("0.01")


@dataclass(frozen=True, slots=True)
class Periods:
    """The targets of a year's quarters and months; ``at_the_end`` tells that only the year's own is known."""

    quarters: tuple[Text, ...]
    months: tuple[Text, ...]
    at_the_end: bool = False


def quarters_are_printed(material: Material) -> bool:
    """Whether the quarters of the workbook are those of the year that is printed."""
    said, year = identity(material.workbook, "tahun"), material.cycle.tahun
    return not said or year is None or str(year) in said.clean


def periods_of(
    year: Text, satuan: Isian, quarters: Sequence[Isian], months: Sequence[Isian] = (), way: WayOfCounting | None = None
) -> Periods:
    """The periods of a target; where none has one of its own, the target of the year is due at its end.

    Args:
        year: The target of the year as printed, or its mark.
        satuan: Its unit.
        quarters: The cells of the quarters; none where they are those of another year.
        months: The cells of the months.
        way: How periods make the year; None where nobody says.
    """
    by_quarter = [_printed(cell, satuan) for cell in quarters] or [NO_TARGET] * _QUARTERS
    by_month = [_printed(cell, satuan) for cell in months]
    at_the_end = not any(quarters) and not any(months)
    if at_the_end:
        by_quarter[-1] = year if isinstance(year, str) and year else NO_TARGET
    if not any(months):
        by_month = list(_months(by_quarter, way))
    elif not any(quarters):
        by_quarter = list(_quarters(months, by_month, way))
    return Periods(tuple(by_quarter), tuple(by_month), at_the_end and by_quarter[-1] != NO_TARGET)


def _months(by_quarter: Sequence[str], way: WayOfCounting | None) -> Iterator[str]:
    """What is due in each month: at the end of its quarter, or in all of it where the target never changes."""
    for target in by_quarter:
        yield from [target if way is WayOfCounting.STEADY else NO_TARGET] * (_MONTHS_OF_QUARTER - 1)
        yield target


def _quarters(months: Sequence[Isian], by_month: Sequence[str], way: WayOfCounting | None) -> Iterator[str]:
    """The quarters that twelve months make; as they are printed where the last month of a quarter says it."""
    ends = by_month[_MONTHS_OF_QUARTER - 1 :: _MONTHS_OF_QUARTER]
    values = [number(cell) if cell else None for cell in months]
    known = all(value is not None for value, cell in zip(values, months, strict=True) if cell)
    if way is None or way in AT_THE_END or not known:
        yield from ends
        return
    for value in quarters_of_months(way, values):
        yield NO_TARGET if value is None else number_text(value.quantize(_CENT, ROUND_HALF_UP))


def step_target(row: RenaksiRow) -> str:
    """The target of the year of a step as printed: that of the sheet, else what its quarters come to; else nothing."""
    if row.target:
        return unbroken(measured(row.target, row.satuan))
    filled, way = [cell for cell in row.quarters if cell], read_way(row.jenis_hitung.text) or WayOfCounting.SUM
    values = [value for cell in filled if (value := number(cell)) is not None]
    if not filled or len(values) < len(filled):
        return _printed(filled[-1], row.satuan) if filled and way in AT_THE_END else ""
    return number_text(made_of(way, values).quantize(_CENT, ROUND_HALF_UP))


def _printed(cell: Isian, satuan: Isian) -> str:
    return unbroken(measured(cell, satuan)) if cell else NO_TARGET
