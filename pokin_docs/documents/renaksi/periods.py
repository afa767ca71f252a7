"""The quarters and months of a target, as a Rencana Aksi prints them (domain-2.md 1.3, 3.2)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pokin_docs.documents.material import Material
from pokin_docs.documents.printed import identity
from pokin_docs.documents.values import Text
from pokin_docs.model.measured import measured, unbroken
from pokin_docs.model.rows import Isian

NO_TARGET = "-"
"""A period without a target of its own: nought would be one."""
_QUARTERS, _MONTHS_OF_QUARTER = 4, 3


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


def periods_of(year: Text, satuan: Isian, quarters: Sequence[Isian], months: Sequence[Isian] = ()) -> Periods:
    """The periods of a target; where none has one of its own, the target of the year is due at its end.

    Args:
        year: The target of the year as printed, or its mark.
        satuan: Its unit.
        quarters: The cells of the quarters; none where they are those of another year.
        months: The cells of the months.
    """
    by_quarter = [_printed(cell, satuan) for cell in quarters] or [NO_TARGET] * _QUARTERS
    by_month = [_printed(cell, satuan) for cell in months]
    at_the_end = not any(quarters) and not any(months)
    if at_the_end:
        by_quarter[-1] = year if isinstance(year, str) and year else NO_TARGET
    if not any(months):
        by_month = [NO_TARGET] * _QUARTERS * _MONTHS_OF_QUARTER
        by_month[_MONTHS_OF_QUARTER - 1 :: _MONTHS_OF_QUARTER] = by_quarter
    elif not any(quarters):
        by_quarter = by_month[_MONTHS_OF_QUARTER - 1 :: _MONTHS_OF_QUARTER]
    return Periods(tuple(by_quarter), tuple(by_month), at_the_end and by_quarter[-1] != NO_TARGET)


def _printed(cell: Isian, satuan: Isian) -> str:
    return unbroken(measured(cell, satuan)) if cell else NO_TARGET
