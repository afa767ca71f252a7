"""Targets that the change of a budget made easier: with a reason only, and not below what is reached (domain-2 9)."""

from __future__ import annotations

from collections.abc import Iterator

from pokin_docs.check.sentences import quote
from pokin_docs.documents.achieved import Achieved, achieved_in
from pokin_docs.documents.plan import Plan
from pokin_docs.model.achievement import Polarity
from pokin_docs.model.findings import Temuan, temuan
from pokin_docs.model.measured import number
from pokin_docs.model.reached import QUARTER_NUMBERS
from pokin_docs.model.rows import BukuKerja, Isian
from pokin_docs.model.workbook_spec import QUARTER_CHOICES


def no_target_is_made_easier(buku: BukuKerja, plan: Plan) -> Iterator[Temuan]:
    """D54, D55: a target of the year of the PK that the changed budget lowers, or lowers below what was reached."""
    year = plan.cycle.tahun
    if not buku.before_the_change or year is None:
        return
    achieved = achieved_in(buku, plan.pohon, plan.program, year, year)
    reached = {
        one.indikator.baris.source: achieved.of(one.kinerja, one.indikator) for one in achieved.reached.indicators
    }
    for kinerja in plan.pohon.kinerja:
        for measure in kinerja.indikator:
            new = measure.target.get(year)
            old = buku.before_the_change.get(new.source) if new else None
            if new is None or old is None or not _is_easier(old, new, measure.polarity):
                continue
            details = {"tahun": year, "lama": old.clean, "baru": new.clean, "teks": quote(measure.text.text)}
            passed = _passed(reached.get(measure.baris.source), new, measure.polarity)
            if passed is None:
                yield temuan("D54", new.source, lain=old.source, **details)
            else:
                tw, value = passed
                yield temuan(
                    "D55", new.source, lain=old.source, tw=tw, nilai=value.clean, realisasi=value.source, **details
                )


def _is_easier(old: Isian, new: Isian, polarity: Polarity) -> bool:
    before, after = number(old), number(new)
    if before is None or after is None or polarity is Polarity.STEADY:
        return False
    return after > before if polarity is Polarity.LOWER else after < before


def _passed(one: Achieved | None, new: Isian, polarity: Polarity) -> tuple[str, Isian] | None:
    """The quarter by which a new target was passed already, and what was reached; None where it was not."""
    target = number(new)
    if one is None or target is None or polarity is not Polarity.HIGHER:
        return None
    for quarter in QUARTER_NUMBERS:
        isian = one.entry.value(quarter)
        value = number(one.realised(quarter)) if isian is not None else None
        if isian is not None and value is not None and value > target:
            return QUARTER_CHOICES[quarter - 1], isian
    return None


def past_quarters_stay(buku: BukuKerja, plan: Plan) -> Iterator[Temuan]:
    """D56: of a Rencana Aksi that the changed budget changes, only quarters that are left may differ (domain-2 3.3)."""
    year = plan.cycle.tahun
    if not buku.before_the_change or year is None:
        return
    measured = achieved_in(buku, plan.pohon, plan.program, year, year).reached.measured_quarters
    day = plan.cycle.tanggal
    for kinerja in plan.pohon.kinerja:
        for measure in kinerja.indikator:
            for quarter, new in zip(QUARTER_NUMBERS, measure.baris.quarters, strict=False):
                old = buku.before_the_change.get(new.source)
                over = day is not None and (day.year, day.month) > (year, 3 * quarter)
                if old is None or _is_same(old, new) or not (over or quarter in measured):
                    continue
                why = "sudah ada realisasinya" if quarter in measured else "sudah lewat pada tanggal PK"
                yield temuan(
                    "D56", new.source, tw=QUARTER_CHOICES[quarter - 1], lama=old.clean, baru=new.clean, lain=old.source,
                    sebab=why, teks=quote(measure.text.text),
                )  # fmt: skip


def _is_same(old: Isian, new: Isian) -> bool:
    return old.clean == new.clean or (number(old) is not None and number(old) == number(new))


RULES = (no_target_is_made_easier, past_quarters_stay)
