"""Rules P102, P103, P115: what was spent on a kinerja, and what was reached with it (domain-2 4)."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from pokin_docs.check.sentences import quote
from pokin_docs.documents.achieved import Achieved, AchievedYear
from pokin_docs.documents.plan import Plan
from pokin_docs.model.achievement import Polarity
from pokin_docs.model.findings import Temuan, temuan
from pokin_docs.model.measured import number
from pokin_docs.model.printing import rupiah
from pokin_docs.model.reached import ReachedIndicator
from pokin_docs.model.source import CellRef
from pokin_docs.model.tree import Kinerja
from pokin_docs.model.workbook_spec import QUARTER_CHOICES

_TARGET_MET = Decimal(100)


def money_and_results(achieved: AchievedYear, plan: Plan) -> Iterator[Temuan]:
    """P102, P103, P115: nothing reached, or measured, though money was spent; the target reached without any."""
    by_node: dict[int, list[ReachedIndicator]] = {}
    for entry in achieved.reached.indicators:
        by_node.setdefault(entry.kinerja.number, []).append(entry)
    for kinerja in plan.pohon.kinerja:
        if kinerja.kode:
            found = tuple(_up_to_now(achieved, kinerja, by_node.get(kinerja.number, [])))
            yield from found
            told = {one.tempat for one in found}
            # Of a component that two kinerja name nobody can say what was spent on which.
            alone = all(len(plan.pohon.nodes_of_kode[code]) == 1 for code in kinerja.kode)
            for one in _by_quarter(achieved, kinerja) if alone else ():
                if one.tempat not in told:
                    told.add(one.tempat)
                    yield one


def _up_to_now(achieved: AchievedYear, kinerja: Kinerja, entries: list[ReachedIndicator]) -> Iterator[Temuan]:
    """P102, P103: nothing at all was reached by the last quarter; or all of it with no money."""
    last = max((q for entry in entries for q in entry.rows if entry.value(q) is not None), default=0)
    if not last:
        return
    every = [achieved.of(entry.kinerja, entry.indikator) for entry in entries]
    realised = [(one, value) for one in every if (value := number(one.realised(last))) is not None]
    spent = achieved.money.spent_for(kinerja, last)
    cell, tw, teks = _cell_of(entries, last), QUARTER_CHOICES[last - 1], quote(kinerja.text.text)
    if spent and realised and all(not value and one.polarity is Polarity.HIGHER for one, value in realised):
        yield temuan("P102", cell, teks=teks, kapan=f"sampai {tw}", jumlah=rupiah(spent))
    reached = [one.capaian(last, one.target_by(last)) for one, value in realised if value]
    given = achieved.money.given_for(kinerja)
    if not spent and given and _records_money(achieved, last) and _all_met(reached):
        yield temuan("P103", cell, teks=teks, tw=tw, pagu=rupiah(given))


def _by_quarter(achieved: AchievedYear, kinerja: Kinerja) -> Iterator[Temuan]:
    """P102, P115: an indicator that is 0, or not measured, in a quarter with a target of its own and money spent."""
    for indikator in kinerja.indikator:
        one = achieved.of(kinerja, indikator)
        for quarter in achieved.reached.measured_quarters:
            planned = indikator.baris.quarters[quarter - 1] if indikator.baris.quarters else None
            spent = achieved.money.spent_for_in(kinerja, quarter)
            if not planned or not spent or number(planned) == 0:
                continue
            value, tw = one.entry.value(quarter), QUARTER_CHOICES[quarter - 1]
            details = {"teks": quote(indikator.text.text), "jumlah": rupiah(spent)}
            if value is None:
                if (cell := _blank_cell(one, quarter)) is not None:
                    yield temuan("P115", cell, tw=tw, target=planned.clean, **details)
            elif number(value) == 0 and one.polarity is Polarity.HIGHER:
                yield temuan("P102", value.source, kapan=f"pada {tw}", **details)


def _blank_cell(one: Achieved, quarter: int) -> CellRef | None:
    """The blank cell of a value in a row for it; an error of Excel there is told by itself.

    Where no row is for it, monev lists it as not measured yet.
    """
    blank = (row.nilai.source for row in one.entry.rows.get(quarter, ()) if not row.nilai.text)
    return next(blank, None)


def _all_met(reached: list[Decimal | None]) -> bool:
    return bool(reached) and all(value is not None and value >= _TARGET_MET for value in reached)


def _records_money(achieved: AchievedYear, last: int) -> bool:
    """Whether the office tells of money up to a quarter at all."""
    return any(quarter <= last for _, quarter in achieved.reached.spent)


def _cell_of(entries: list[ReachedIndicator], last: int) -> CellRef:
    for quarter in range(last, 0, -1):
        for entry in entries:
            if (isian := entry.value(quarter)) is not None:
                return isian.source
    raise AssertionError("something was measured")
