"""Targets that the change of a budget made easier: with a reason only, and not below what is reached (domain-2 9)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from pokin_docs.check.sentences import quote
from pokin_docs.documents.achieved import Achieved, achieved_in
from pokin_docs.documents.plan import Plan
from pokin_docs.model.achievement import Polarity
from pokin_docs.model.findings import Temuan, temuan
from pokin_docs.model.measured import number
from pokin_docs.model.reached import QUARTER_NUMBERS
from pokin_docs.model.rows import BukuKerja, Isian
from pokin_docs.model.tree import Indikator
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
    over = quarters_over(buku, plan) if buku.before_the_change else {}
    for measure, quarter, new in _quarters(plan, over):
        old = buku.before_the_change.get(new.source)
        if old is not None and not _is_same(old, new):
            yield temuan(
                "D56", new.source, tw=QUARTER_CHOICES[quarter - 1], lama=old.clean, baru=new.clean, lain=old.source,
                sebab=over[quarter], teks=quote(measure.text.text),
            )  # fmt: skip


def built_quarters_stay(
    buku: BukuKerja, plan: Plan, built: Mapping[tuple[str, str], Sequence[str]]
) -> Iterator[Temuan]:
    """D81: a target of a quarter that is over is another than in the papers that were built before.

    Args:
        buku: The rows.
        plan: The plan.
        built: The targets of the quarters of the year as they were last built before each was over, by
            ``quarter_key``; a blank one says nothing.
    """
    over = quarters_over(buku, plan) if built else {}
    keys = {id(measure): key for key, measure in measures_by_key(plan).items()}
    for measure, quarter, new in _quarters(plan, over):
        told = built.get(keys.get(id(measure), ("", "")), ())
        old = replace(new, text=told[quarter - 1], number=None) if quarter <= len(told) else new
        changed = buku.before_the_change.get(new.source)
        if not old or _is_same(old, new) or (changed is not None and not _is_same(changed, new)):
            continue  # D56 tells of what the change of the budget changed
        yield temuan(
            "D81", new.source, tw=QUARTER_CHOICES[quarter - 1], lama=old.clean, baru=new.clean or "kosong",
            sebab=over[quarter], teks=quote(measure.text.text),
        )  # fmt: skip


def measures_by_key(plan: Plan) -> dict[tuple[str, str], Indikator]:
    """The indicators by their kinerja and their own sentence; none of those that say the same."""
    pairs = [((k.text.clean, one.text.clean), one) for k in plan.pohon.kinerja for one in k.indikator]
    counts = Counter(key for key, _ in pairs)
    return {key: one for key, one in pairs if counts[key] == 1}


def quarters_over(buku: BukuKerja, plan: Plan) -> dict[int, str]:
    """The quarters of the year of the PK that are over, and why: they were measured, or the day of the PK is later."""
    year, day = plan.cycle.tahun, plan.cycle.tanggal
    if year is None:
        return {}
    measured = achieved_in(buku, plan.pohon, plan.program, year, year).reached.measured_quarters
    late = [q for q in QUARTER_NUMBERS if day is not None and (day.year, day.month) > (year, 3 * q)]
    return dict.fromkeys(late, "sudah lewat pada tanggal PK") | dict.fromkeys(measured, "sudah ada realisasinya")


def _quarters(plan: Plan, over: Mapping[int, str]) -> Iterator[tuple[Indikator, int, Isian]]:
    """Every target of a quarter that is over, with its indicator and quarter."""
    for kinerja in plan.pohon.kinerja if over else ():
        for measure in kinerja.indikator:
            for quarter, isian in zip(QUARTER_NUMBERS, measure.baris.quarters, strict=False):
                if quarter in over:
                    yield measure, quarter, isian


def _is_same(old: Isian, new: Isian) -> bool:
    return old.clean == new.clean or (number(old) is not None and number(old) == number(new))


RULES = (no_target_is_made_easier, past_quarters_stay)
