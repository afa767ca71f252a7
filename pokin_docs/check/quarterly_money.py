"""The money of quarters makes that of the year; where it makes that of before a changed budget, it says so."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from pokin_docs.documents.plan import Plan
from pokin_docs.model.findings import Temuan, temuan
from pokin_docs.model.printing import rupiah
from pokin_docs.model.programs import Nomenklatur
from pokin_docs.model.rows import BukuKerja
from pokin_docs.model.shares import sum_known


def cash_makes_the_budget(buku: BukuKerja, plan: Plan) -> Iterator[Temuan]:
    """D80: the cash of the four quarters of a line of Program is its budget; a blank quarter beside others has none."""
    year, said = plan.cycle.tahun, buku.identitas.get("tahun")
    if year is None or (said and str(year) not in said.clean):
        return  # the cash is that of the year in Identitas
    for entry in plan.program.program_lines:
        cells = [cell for cell in entry.kas if cell]
        total, pagu = sum_known([cell.number for cell in cells]), entry.rupiah(year)
        if cells and total is not None and pagu is not None and total != pagu:
            yield temuan(
                "D80", cells[0].source, kode=entry.kode, jumlah=rupiah(total), pagu=rupiah(pagu), tahun=year,
                usul=as_before(buku, entry, year, total),
            )  # fmt: skip


def as_before(buku: BukuKerja, entry: Nomenklatur, year: int | None, total: Decimal) -> str:
    """A sentence that says so where a sum is the budget of a line before its change; empty elsewhere.

    Args:
        buku: For the first budget.
        entry: The line.
        year: The year.
        total: The sum of its quarters.
    """
    isian = entry.pagu.get(year) if year is not None else None
    before = buku.before_the_change.get(isian.source) if isian is not None else None
    if before is None or before.number != total:
        return ""
    return f" Jumlah itu pagu sebelum perubahan anggaran ({before.source})."


RULES = (cash_makes_the_budget,)
