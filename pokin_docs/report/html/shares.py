"""The money of each class beside the programs: the table that proves that no rupiah is promised twice, or says why."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from pokin_docs.model.levels import JenisPk
from pokin_docs.model.printing import rupiah
from pokin_docs.model.shares import BudgetShares, ClassTotal, Gap, sum_known
from pokin_docs.report.html.material import ReportMaterial

_NAMED = 4
"""Components that a cell names; of more it says how many, and their money."""


@dataclass(frozen=True, slots=True)
class SharesRow:
    """A program (``kode``; None of the row of sums) with its pagu and what the PKs of each class hold of it."""

    kode: str | None
    nama: str
    pagu: Decimal | None
    totals: tuple[ClassTotal, ...]


@dataclass(frozen=True, slots=True)
class SharesTable:
    """A row for each line of Program that is part of no other, the sums, and why a class differs."""

    classes: tuple[JenisPk, ...]
    rows: tuple[SharesRow, ...]
    sums: tuple[ClassTotal, ...]
    pagu: Decimal | None
    reasons: tuple[tuple[str, str], ...]


def shares(material: ReportMaterial) -> SharesTable | None:
    """The table of a plan; None where no PK has money, or where it is not known of which year."""
    found = material.plan.shares
    if not (found.totals and material.plan.program.program_lines and material.plan.cycle.tahun):
        return None
    by_code: dict[str, list[ClassTotal]] = {}
    for total in found.totals:
        by_code.setdefault(total.kode, []).append(total)
    rows = []
    for kode, totals in by_code.items():
        entry = material.plan.program.find(kode)
        rows.append(SharesRow(kode, entry.nama.clean if entry else "", totals[0].pagu, tuple(totals)))
    return SharesTable(
        found.classes, tuple(rows), tuple(_sum(pk_class, found) for pk_class in found.classes),
        sum_known([row.pagu for row in rows]), tuple(_reasons(found)),
    )  # fmt: skip


def _sum(pk_class: JenisPk, found: BudgetShares) -> ClassTotal:
    """What the PKs of a class hold in all, beside the pagu of the programs that they have to do with."""
    totals = [total for total in found.of_class(pk_class) if total.held]
    pagu, total = sum_known([entry.pagu for entry in totals]), sum_known([entry.total for entry in totals])
    return ClassTotal(pk_class, "", pagu, total, bool(totals))


def _reasons(found: BudgetShares) -> list[tuple[str, str]]:
    """For each class and program where they differ: who it is about, and why, to the rupiah."""
    reasons = []
    for total in found.totals:
        about = f"{total.pk_class.label}, {total.kode}"
        if total.held and total.lacking:
            cells = ", ".join(map(str, total.lacking[:_NAMED]))
            reasons.append((about, f"belum dapat dihitung, pagu belum diisi: {cells}"))
        elif total.held and total.gaps:
            reasons.append((about, "; ".join(_told(total.gaps))))
    return reasons


def _told(gaps: tuple[Gap, ...]) -> list[str]:
    named = [f"{_amount(gap.amount)}: {gap.kode} {gap.cause.value}" for gap in gaps[:_NAMED]]
    rest = gaps[_NAMED:]
    if rest:
        named.append(f"{_amount(sum((gap.amount for gap in rest), Decimal(0)))}: {len(rest)} komponen lain")
    return named


def _amount(gap: Decimal) -> str:
    return f"{'lebih' if gap < 0 else 'kurang'} Rp{rupiah(abs(gap))}"
