"""Rule I48: a value typed the English way, «1,200» for what is written 1.200: a decimal comma makes it 1,2."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from pokin_docs.documents.plan import Plan
from pokin_docs.model.findings import Temuan, temuan
from pokin_docs.model.measured import number
from pokin_docs.model.negative import is_counted
from pokin_docs.model.printing import number_text
from pokin_docs.model.rows import BukuKerja, Isian, KinerjaRow

_THREE_DIGITS = re.compile(r"-?[1-9]\d{0,2},\d{3}")
_SEVERAL = re.compile(r"-?[1-9]\d{0,2}(?:,\d{3}){2,}(?:\.\d+)?|-?[1-9]\d{0,2},\d{3}\.\d+")
"""What a decimal comma cannot be."""
_THOUSAND = Decimal(1_000)


def commas_between_thousands(buku: BukuKerja, plan: Plan) -> Iterator[Temuan]:
    """I48 at each value with a comma before three digits where its row counts things or has thousands."""
    kinerja = (item.baris for node in plan.pohon.kinerja for item in node.indikator if item.text)
    for row in (*kinerja, *(row for row in plan.pohon.lintas if row.indikator)):
        cells = [(kolom, isian) for kolom, isian in _cells(row) if isian]
        large = next((isian for _, isian in cells if (value := number(isian)) is not None and value >= _THOUSAND), None)
        proof = f"nilai lain di baris ini ribuan ({large.clean} di {large.source})" if large else ""
        if not proof and is_counted(row):
            proof = f"{row.satuan.clean or 'bendanya'} dihitung bulat"
        for kolom, isian in cells:
            if isian.number is not None:
                continue
            if _SEVERAL.fullmatch(isian.clean) or (proof and _THREE_DIGITS.fullmatch(isian.clean)):
                value = number(isian)
                read = f"dibaca {number_text(value)}" if value is not None else "tidak dapat dibaca sebagai angka"
                whole, _, part = isian.clean.partition(".")
                yield temuan(
                    "I48", isian.source, kolom=kolom, teks=isian.clean, dibaca=read,
                    sebab=proof or "komanya lebih dari satu, atau diikuti titik",
                    usul=whole.replace(",", ".") + (f",{part}" if part else ""),
                )  # fmt: skip


def _cells(row: KinerjaRow) -> Iterator[tuple[str, Isian]]:
    yield "Kondisi Awal", row.kondisi_awal
    yield from ((f"Target {year}", isian) for year, isian in row.target.items())
    yield from (("TW I", row.tw1), ("TW II", row.tw2), ("TW III", row.tw3), ("TW IV", row.tw4))
    yield from ((f"Realisasi {year}", isian) for year, isian in row.realisasi.items())


RULES = (commas_between_thousands,)
