"""An indicator of chapter III with its comparisons: earlier years, the end of the Renstra, a standard."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from pokin_docs.documents.achieved import (
    NOT_COMPUTED,
    NOT_MEASURED,
    Achieved,
    AchievedYear,
    percent,
    percent_note,
    year_achieved,
)
from pokin_docs.documents.achievement_picture import achievement_picture
from pokin_docs.documents.lkjip.content import LkjipIndicator
from pokin_docs.documents.material import Material
from pokin_docs.documents.printed import target_of
from pokin_docs.documents.values import filled
from pokin_docs.model.achievement import Polarity, band_of, rounded
from pokin_docs.model.measured import number
from pokin_docs.model.past_years import NONE
from pokin_docs.model.predicates import level_of, scale_of
from pokin_docs.model.printing import number_text
from pokin_docs.model.rows import BLANK, Isian
from pokin_docs.model.service_rows import ServiceRow
from pokin_docs.model.texts import fold_sentence
from pokin_docs.model.tree import Indikator, Kinerja

PAST = 3
"""Years before the year of the report that are told."""


@dataclass(frozen=True)
class Comparisons:
    """What indicators are compared with."""

    material: Material
    achieved: AchievedYear
    earlier: Mapping[int, AchievedYear]
    """What Realisasi says of the years before."""
    services: Mapping[str, ServiceRow]
    """The rows of Kinerja Pelayanan by their folded sentence."""

    @property
    def year(self) -> int:
        """The year of the report."""
        return self.achieved.reached.year

    @property
    def quarter(self) -> int:
        """The last quarter in which something was measured."""
        return self.achieved.last_quarter

    @property
    def ceiling(self) -> Decimal:
        """What one indicator counts for at most in an average."""
        return self.achieved.rules.ceiling

    @property
    def past_years(self) -> tuple[int, ...]:
        """The years before, the oldest first."""
        return tuple(range(self.year - PAST, self.year))

    @property
    def end_of_plan(self) -> int | None:
        """The last year of the Renstra."""
        periode = self.material.cycle.periode
        return periode[1] if periode else None

    def past(self, kinerja: Kinerja, indikator: Indikator, year: int) -> Isian:
        """What was reached in an earlier year: by Tahap 5, by Realisasi, by Kinerja Pelayanan, or the baseline.

        Args:
            kinerja: The node.
            indikator: Its indicator.
            year: The year.
        """
        row = indikator.baris
        if own := row.realisasi.get(year):
            return own
        if year in self.earlier and (reached := self.earlier[year].of(kinerja, indikator).realised(4)):
            return reached
        service = self.services.get(fold_sentence(indikator.text.text))
        if service and (told := service.realisasi.get(year)):
            return told
        periode = self.material.cycle.periode
        return row.kondisi_awal if periode and year == periode[0] - 1 else BLANK

    def past_target(self, indikator: Indikator, year: int) -> Isian:
        """The target of an earlier year."""
        if own := indikator.target.get(year):
            return own
        service = self.services.get(fold_sentence(indikator.text.text))
        return (service.target.get(year) if service else None) or BLANK

    def row(self, kinerja: Kinerja, indikator: Indikator) -> tuple[LkjipIndicator, Decimal | None]:
        """The indicator as it is printed, and its capaian; None where it has none."""
        one, quarter = self.achieved.of(kinerja, indikator), self.quarter
        realised, reached = one.realised(quarter), one.capaian(quarter, one.target)
        before = self.past(kinerja, indikator, self.year - 1)
        end = indikator.target.get(self.end_of_plan, BLANK) if self.end_of_plan is not None else BLANK
        standard = indikator.baris.standar
        told = one.entry.texts
        printed = LkjipIndicator(
            indikator=filled(indikator.text, "indikator"),
            satuan=filled(indikator.baris.satuan, "satuan"),
            rendah=one.polarity is Polarity.LOWER,
            target=target_of(indikator, one.year),
            realisasi=one.printed(realised) if realised else NOT_MEASURED,
            capaian=percent(reached),
            kategori=self._category(bool(realised), reached),
            catatan=percent_note(reached),
            realisasi_lalu=self._three(one, kinerja, indikator),
            capaian_lalu=percent(one.capaian_of(before, self.past_target(indikator, self.year - 1))),
            selisih=self._change(before, realised),
            target_akhir=one.printed(end),
            kemajuan=percent(one.capaian_of(realised, end)),
            standar=one.printed(standard),
            sumber_standar=indikator.baris.sumber_standar.clean,
            pendukung=told(quarter, "pendukung"),
            penghambat=told(quarter, "penghambat"),
            upaya=told(quarter, "upaya"),
            ada_batang=reached is not None,
            batang=achievement_picture(reached or Decimal(0)),
        )
        return printed, reached

    def _category(self, measured: bool, reached: Decimal | None) -> str:
        if reached is not None:
            return band_of(reached, self.achieved.rules.categories)
        return NOT_COMPUTED.capitalize() if measured else NOT_MEASURED.capitalize()

    def _three(self, one: Achieved, kinerja: Kinerja, indikator: Indikator) -> tuple[str, str, str]:
        first, second, third = (one.printed(self.past(kinerja, indikator, year)) for year in self.past_years)
        return first, second, third

    def _change(self, before: Isian, now: Isian) -> str:
        """By how much it rose or fell; of predicates in words; a dash where one of both is not known."""
        if not before or not now:
            return NONE
        old, new = number(before), number(now)
        if old is not None and new is not None:
            change = new - old
            # A mean has no end of decimals.
            shown = rounded(change) if change != rounded(change) else change
            return f"{'+' if new > old else ''}{number_text(shown)}"
        scale = scale_of(before.clean, self.achieved.rules.scales)
        old, new = (level_of(said.clean, scale) for said in (before, now)) if scale else (None, None)
        if old is None or new is None:
            return NONE
        return "naik" if new > old else "turun" if new < old else "tetap"


def comparisons(material: Material, achieved: AchievedYear) -> Comparisons:
    """What the indicators of a year are compared with."""
    year = achieved.reached.year
    services = material.workbook.rows_of(ServiceRow, "kinerja_pelayanan")
    return Comparisons(
        material,
        achieved,
        {past: year_achieved(material, past) for past in range(year - PAST, year)},
        {fold_sentence(row.indikator.text): row for row in reversed(services)},
    )
