"""What transform hands over: the meaning of the workbook, and the documents that follow from it."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date

from pokin_docs.model.rows import Isian

YEAR_COLUMNS = 6
"""Target columns of the Renstra's tables: five years of the period and the year after (Inmendagri 2/2025)."""


@dataclass(frozen=True, slots=True)
class Cycle:
    """The planning cycle: year and day of the PK, period of the Renstra; None where nobody said.

    ``periode`` is the first and last year: (2025, 2029). ``follows_superior`` tells that an official signs another
    paper when another person comes into the post of his superior.
    """

    tahun: int | None
    tanggal: date | None
    periode: tuple[int, int] | None
    tanggal_dpa: date | None
    tujuan_dalam_pk: bool | None
    """Whether the tujuan stands in the PK of the head; None where Identitas does not say: then its row does."""
    day_open: bool = False
    """Whether Identitas leaves the day of the PK open, to be written by hand: it is the first of the month then."""
    pk_of_vacant: bool = False
    """Whether a post that nobody holds gets a PK, with marks (PK Jabatan Lowong)."""
    tahun_source: Isian | None = None
    tanggal_source: Isian | None = None
    follows_superior: bool = False
    earlier_day: date | None = None
    """The day of the PK in Identitas, where ``--tanggal`` gives a later one of the same year."""

    @property
    def holder_day(self) -> date | None:
        """The day whose holders sign: that of the PK, as it was asked for; that of Identitas in the year of the PK."""
        return self.tanggal if self.tanggal_source is None else self.day_in_year

    @property
    def day_in_year(self) -> date | None:
        """The day of the PK in the year of the PK, also where it was given in another (K05)."""
        if self.tanggal is None or self.tahun is None:
            return self.tanggal
        last = monthrange(self.tahun, self.tanggal.month)[1]
        return date(self.tahun, self.tanggal.month, min(self.tanggal.day, last))

    @property
    def renstra_years(self) -> tuple[int, ...]:
        """Years of the Renstra's target columns: its period and the year after (Inmendagri 2/2025)."""
        return tuple(range(self.periode[0], self.periode[1] + 2))[:YEAR_COLUMNS] if self.periode else ()
