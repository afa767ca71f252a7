"""Rows of the sheet Realisasi, and the quarters they are about as people write them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from pokin_docs.model.printing import tanggal
from pokin_docs.model.rows import BLANK, Isian, SheetRow
from pokin_docs.model.texts import fold
from pokin_docs.model.typed_values import read_month

_QUARTERS = ("TW I", "TW II", "TW III", "TW IV")
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
    nilai_tw1: Isian = BLANK
    nilai_tw2: Isian = BLANK
    nilai_tw3: Isian = BLANK
    nilai_tw4: Isian = BLANK
    anggaran_tw1: Isian = BLANK
    anggaran_tw2: Isian = BLANK
    anggaran_tw3: Isian = BLANK
    anggaran_tw4: Isian = BLANK

    def by_quarter(self) -> Iterator[RealisasiRow]:
        """The rows that it stands for: one per quarter that is filled where quarters have columns, else itself.

        What it says in words is about the last of them.
        """
        values = (self.nilai_tw1, self.nilai_tw2, self.nilai_tw3, self.nilai_tw4)
        amounts = (self.anggaran_tw1, self.anggaran_tw2, self.anggaran_tw3, self.anggaran_tw4)
        filled = [place for place in range(4) if values[place] or amounts[place]]
        if not filled:
            yield self
        for place in filled:
            cell = values[place] if values[place] else amounts[place]
            quarter = replace(
                self, tw=Isian(_QUARTERS[place], cell.source), nilai=values[place], anggaran=amounts[place]
            )
            if place != filled[-1]:
                quarter = replace(
                    quarter, pendukung=BLANK, penghambat=BLANK, upaya=BLANK, kendala=BLANK, tindak_lanjut=BLANK,
                    pic=BLANK, batas_waktu=BLANK, bukti=BLANK,
                )  # fmt: skip
            yield quarter


def each_quarter(rows: Iterable[SheetRow]) -> tuple[SheetRow, ...]:
    """The rows of a sheet, those of Realisasi whose quarters have columns of their own as a row per quarter."""
    return tuple(one for row in rows for one in (row.by_quarter() if isinstance(row, RealisasiRow) else (row,)))


def day_in_words(isian: Isian) -> str:
    """What a cell says; a day in figures alone written out, as papers have it; a month stays one."""
    text = isian.text.strip()
    if isian.tanggal is None or any(map(str.isalpha, text)) or read_month(text, shown=True):
        return text
    return tanggal(isian.tanggal)


def read_quarter(text: str) -> int | None:
    """The number of a quarter: ``TW II``, ``Triwulan 2`` and ``2`` are 2; None for what is no quarter."""
    found = _QUARTER.fullmatch(fold(text))
    if found is None:
        return None
    return _ROMAN.get(found[1]) or int(found[1])


def quarter_of_month(month: int) -> int:
    """The quarter of a month, 1 to 12."""
    return (month + 2) // 3
