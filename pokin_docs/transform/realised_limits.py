"""What forms give that cannot be so: less than nothing, and more money than there is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from pokin_docs.model.findings import Temuan, temuan
from pokin_docs.model.negative import cannot_be_negative
from pokin_docs.model.printing import number_text, rupiah
from pokin_docs.model.programs import ProgramList
from pokin_docs.model.realised import RealisasiRow
from pokin_docs.model.rows import KinerjaRow
from pokin_docs.model.source import CellRef
from pokin_docs.transform.sipd.table_changes import Value

MoneyGiven = Mapping[tuple[str, int], tuple[Decimal, CellRef]]
"""What forms give of money, with its cell, by code and quarter."""


def less_than_nothing(kunci: str, value: Value | None, row: KinerjaRow | None) -> str:
    """Why a value below zero cannot be so; empty where it can, or is none.

    Args:
        kunci: The key of its column.
        value: The value.
        row: The row of its indicator; None for money of a sub kegiatan.
    """
    if not isinstance(value, Decimal) or value >= 0:
        return ""
    if kunci == "anggaran":
        return f"Rp{rupiah(value)} kurang dari nol"
    if row is not None and cannot_be_negative(row):
        return f"{number_text(value)} kurang dari nol, padahal satuannya {row.satuan.clean or 'jumlah'}"
    return ""


def more_than_there_is(
    given: MoneyGiven, rows: Mapping[tuple[str, int], Sequence[RealisasiRow]], program: ProgramList, year: int
) -> Iterator[Temuan]:
    """P64: the quarters of a code together pass its pagu with what a form gives; told at the cell of the last quarter.

    Args:
        given: What the forms give.
        rows: What the sheet Realisasi has by code and quarter.
        program: The programs.
        year: The year of the PK.
    """
    last = dict(sorted(given))
    for code, quarter in last.items():
        entry = program.find(code)
        pagu = entry.rupiah(year) if entry else None
        before = sum(
            (
                row.anggaran.number or Decimal(0)
                for (own, when), found in rows.items()
                if own == code and (own, when) not in given
                for row in found
            ),
            Decimal(0),
        )
        spent = before + sum((amount for (own, _), (amount, _) in given.items() if own == code), Decimal(0))
        if pagu is not None and 0 <= pagu < spent:
            yield temuan(
                "P64", given[code, quarter][1], kode=code, tahun=year, jumlah=rupiah(spent), pagu=rupiah(pagu)
            )  # fmt: skip
