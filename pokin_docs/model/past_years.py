"""What follows from targets, amounts and realisasi of past years: shares, growth, sums (domain.md 2.1, 4.7).

Nothing that is unknown counts as 0, and nothing is divided by 0: then there is no figure.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import ROUND_HALF_UP, Decimal
from itertools import pairwise

from pokin_docs.model.measured import number
from pokin_docs.model.rows import Isian
from pokin_docs.model.service_rows import PastBudgetRow, ServiceRow
from pokin_docs.model.texts import fold

NONE = "–"
"""What a table prints where there is no figure."""
_HUNDRED, _CENT = Decimal(100), Decimal("0.01")
MAX_DIFFERENCE = Decimal("0.1")
"""How far a typed figure may be from ours: it was rounded to one decimal."""


def share(part: Decimal | None, whole: Decimal | None) -> Decimal | None:
    """How many per cent the part is of the whole; None where one is unknown or the whole is 0."""
    return None if part is None or not whole else part / whole * _HUNDRED


def mirrored(target: Decimal, realised: Decimal) -> Decimal:
    """What a realisasi counts as where less is better: as far above the target as it stays below (domain.md 4.7)."""
    return 2 * target - realised


def growth(amounts: Mapping[int, Decimal | None]) -> Decimal | None:
    """The mean growth in per cent from one year to the next, of the years of which both are known."""
    steps = []
    for earlier, later in pairwise(sorted(amounts)):
        before, after = amounts[earlier], amounts[later]
        change = None if before is None or after is None else share(after - before, before)
        if change is not None and later == earlier + 1:
            steps.append(change)
    return sum(steps, Decimal(0)) / len(steps) if steps else None


def lower_is_better(polaritas: Isian) -> bool:
    """Whether the column Polaritas says that less is better; a status does too (``negatif``)."""
    return any(word in fold(polaritas.text) for word in ("rendah", "negatif"))


def is_steady(polaritas: Isian) -> bool:
    """Whether neither more nor less is better, so that a share of the target says nothing."""
    return "stabil" in fold(polaritas.text)


def percentage(value: Decimal | None) -> str:
    """A share as a table prints it: two decimals with a comma; a dash where there is none."""
    if value is None:
        return NONE
    text = f"{value.quantize(_CENT, ROUND_HALF_UP):f}".replace(".", ",")
    return text.removesuffix(",00")


def reached_in(row: ServiceRow, year: int) -> Decimal | None:
    """What an indicator reached of its target in a year; None for predicates and what is not measured yet."""
    if is_steady(row.polaritas):
        return None
    target, realised = row.target.get(year), row.realisasi.get(year)
    whole, part = (None if isian is None else number(isian) for isian in (target, realised))
    if whole is not None and part is not None and lower_is_better(row.polaritas):
        part = mirrored(whole, part)
    return share(part, whole)


def amount(cells: Mapping[int, Isian], year: int) -> Decimal | None:
    """The amount of a year in rupiah; None where nobody said it."""
    return cells[year].number if cells.get(year) else None


def years_told(rows: Iterable[ServiceRow | PastBudgetRow]) -> tuple[int, ...]:
    """The years that the columns of a sheet tell of, in order."""
    found: set[int] = set()
    for row in rows:
        first = row.target if isinstance(row, ServiceRow) else row.anggaran
        found.update(first, row.realisasi)
    return tuple(sorted(found))


def budget_sums(rows: Iterable[PastBudgetRow], year: int) -> tuple[Decimal | None, Decimal | None]:
    """What all rows were given and spent in a year.

    A row of which neither is known had no part in that year. Where only one of both is known of a row, the sum of the
    other is unknown.
    """
    pairs = [(amount(row.anggaran, year), amount(row.realisasi, year)) for row in rows]
    pairs = [pair for pair in pairs if pair != (None, None)]
    return total([given for given, _ in pairs]), total([spent for _, spent in pairs])


def total(amounts: list[Decimal | None]) -> Decimal | None:
    """The sum; None where one of them, or all, are unknown."""
    known = [value for value in amounts if value is not None]
    return sum(known, Decimal(0)) if known and len(known) == len(amounts) else None


def count(isian: Isian) -> Decimal | None:
    """How many a cell says; None where it says nothing or no number."""
    return number(isian) if isian else None
