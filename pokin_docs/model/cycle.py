"""What transform hands over: the meaning of the workbook, and the documents that follow from it."""

from __future__ import annotations

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
    tujuan_dalam_pk: bool
    day_open: bool = False
    """Whether the day of the PK is left open, to be written by hand: ``tanggal`` is the first of the month then."""
    pk_of_vacant: bool = False
    """Whether a post that nobody holds gets a PK, with marks (PK Jabatan Lowong)."""
    tahun_source: Isian | None = None
    tanggal_source: Isian | None = None
    follows_superior: bool = False

    @property
    def renstra_years(self) -> tuple[int, ...]:
        """Years of the Renstra's target columns: its period and the year after (Inmendagri 2/2025)."""
        return tuple(range(self.periode[0], self.periode[1] + 2))[:YEAR_COLUMNS] if self.periode else ()
