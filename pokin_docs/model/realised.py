"""Rows of the sheet Realisasi, and the quarters they are about as people write them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pokin_docs.model.rows import BLANK, Isian, SheetRow
from pokin_docs.model.texts import fold

_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_QUARTER = re.compile(r"(?:tw|triwulan|kuartal|q)? ?(i{1,3}|iv|[1-4])")


@dataclass(frozen=True, slots=True)
class RealisasiRow(SheetRow):
    """Realisasi: what was reached and spent in one quarter."""

    kode: Isian
    indikator_id: Isian
    tahun: Isian
    tw: Isian
    nilai: Isian
    anggaran: Isian
    pendukung: Isian
    penghambat: Isian
    upaya: Isian
    kendala: Isian
    tindak_lanjut: Isian
    pic: Isian
    batas_waktu: Isian
    bukti: Isian
    indikator: Isian = BLANK


def read_quarter(text: str) -> int | None:
    """The number of a quarter: ``TW II``, ``Triwulan 2`` and ``2`` are 2; None for what is no quarter."""
    found = _QUARTER.fullmatch(fold(text))
    if found is None:
        return None
    return _ROMAN.get(found[1]) or int(found[1])


def quarter_of_month(month: int) -> int:
    """The quarter of a month, 1 to 12."""
    return (month + 2) // 3
