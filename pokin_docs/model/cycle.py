"""What transform hands over: the meaning of the workbook, and the documents that follow from it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from pokin_docs.model.rows import Isian

KOLOM_TAHUN = 6
"""Target columns of the Renstra's tables: five years of the period and the year after (Inmendagri 2/2025)."""


@dataclass(frozen=True, slots=True)
class Siklus:
    """The planning cycle: year and day of the PK, period of the Renstra; None where nobody said.

    ``periode`` is the first and last year: (2025, 2029).
    """

    tahun: int | None
    tanggal: date | None
    periode: tuple[int, int] | None
    tanggal_dpa: date | None
    tujuan_dalam_pk: bool
    asal_tahun: Isian | None = None
    asal_tanggal: Isian | None = None

    @property
    def tahun_renstra(self) -> tuple[int, ...]:
        """Years of the Renstra's target columns: its period and the year after (Inmendagri 2/2025)."""
        return tuple(range(self.periode[0], self.periode[1] + 2))[:KOLOM_TAHUN] if self.periode else ()
