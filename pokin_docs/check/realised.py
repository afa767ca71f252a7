"""Rules P about the sheet Realisasi: its codes are listed in Program, and no more is spent than was given."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from pokin_docs.check.missed_codes import codes_known
from pokin_docs.documents.plan import Plan
from pokin_docs.model.findings import Temuan, temuan
from pokin_docs.model.printing import rupiah
from pokin_docs.model.programs import split_codes
from pokin_docs.model.realised import RealisasiRow, read_quarter
from pokin_docs.model.rows import BukuKerja
from pokin_docs.model.workbook_spec import REALISASI


def quarters_given(buku: BukuKerja, plan: Plan) -> Iterator[Temuan]:
    """B22: every row says its quarter in a way that is understood."""
    tw = REALISASI.kolom_of("tw")
    for row in buku.rows_of(RealisasiRow, "realisasi"):
        if row.tw and read_quarter(row.tw.text) is None:
            yield temuan(
                "B22", row.tw.source, teks=row.tw.clean, kolom=tw.title, usul="", pilihan=", ".join(tw.choices)
            )


def realised_codes_known(buku: BukuKerja, plan: Plan) -> Iterator[Temuan]:
    """P63: what was spent was spent on something that Program lists; a code is told at its first row."""
    yield from codes_known("P63", (row.kode for row in buku.rows_of(RealisasiRow, "realisasi")), plan)


def realised_within_budget(buku: BukuKerja, plan: Plan) -> Iterator[Temuan]:
    """P64: the quarters of a year together spend no more than its pagu; told at the row that exceeds it."""
    spent: dict[tuple[str, int], Decimal] = {}
    told: set[tuple[str, int]] = set()
    for row in buku.rows_of(RealisasiRow, "realisasi"):
        year, amount, codes = _year(row, plan), row.anggaran.number, split_codes(row.kode.text)
        if year is None or amount is None or not codes:
            continue
        key = (codes[0], year)
        spent[key] = spent.get(key, Decimal(0)) + amount
        entry = plan.program.find(codes[0])
        pagu = entry.rupiah(year) if entry else None
        if pagu is not None and 0 <= pagu < spent[key] and key not in told:  # one below zero is P49
            told.add(key)
            yield temuan(
                "P64", row.anggaran.source, kode=codes[0], tahun=year, jumlah=rupiah(spent[key]), pagu=rupiah(pagu)
            )  # fmt: skip


def _year(row: RealisasiRow, plan: Plan) -> int | None:
    text = row.tahun.clean
    return int(text) if text.isdecimal() else plan.cycle.tahun if not text else None


RULES = (quarters_given, realised_codes_known, realised_within_budget)
