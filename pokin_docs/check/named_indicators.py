"""Rules B112 to B114: a row of Renaksi or Realisasi names one indicator of the tree."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pokin_docs.check.sentences import quote
from pokin_docs.documents.plan import Plan
from pokin_docs.model.action_rows import RenaksiRow
from pokin_docs.model.catalogue import proposal
from pokin_docs.model.findings import Temuan, temuan
from pokin_docs.model.indicator_lookup import IndicatorLookup, Match
from pokin_docs.model.ranges import first_cells
from pokin_docs.model.realised import RealisasiRow
from pokin_docs.model.rows import BukuKerja
from pokin_docs.model.texts import fold


def indicators_named(buku: BukuKerja, plan: Plan) -> Iterator[Temuan]:
    """B112, B113: what a row is about is one indicator of Tahap 5; each name is told at its first row."""
    steps, realised = buku.rows_of(RenaksiRow, "renaksi"), buku.rows_of(RealisasiRow, "realisasi")
    if not steps and not realised:
        return
    lookup = IndicatorLookup(plan.pohon)
    yield from _told(((match, "") for _, match in lookup.steps(steps)), lookup)
    yield from _told(((lookup.realised(row), fold(f"{row.tahun.text} {row.tw.text}")) for row in realised), lookup)


def _told(matches: Iterable[tuple[Match, str]], lookup: IndicatorLookup) -> Iterator[Temuan]:
    """What is unclear of these rows, each with its quarter: an indicator that has its row in it is not meant again."""
    names: set[str] = set()
    known = tuple(matches)
    taken: dict[str, set[int]] = {}
    for match, quarter in known:
        if quarter and match.measure is not None:
            taken.setdefault(quarter, set()).add(id(match.measure.indikator))
    for match, quarter in known:
        if match.said is None or match.measure is not None or fold(match.said.text) in names:
            continue
        names.add(fold(match.said.text))
        place = match.said.source
        if match.is_unknown:
            usul = proposal(lookup.likely(match.said, taken.get(quarter, ())))
            yield temuan("B112", place, teks=quote(match.said.text), lembar=place.lembar, usul=usul)
        else:
            cells = [measure.indikator.text.source for measure in match.measures]
            sel = first_cells(cells)
            yield temuan("B113", place, teks=quote(match.said.text), lembar=place.lembar, sel=sel)


def ids_differ(buku: BukuKerja, plan: Plan) -> Iterator[Temuan]:
    """B114: every indicator has an ID of its own."""
    if buku.has("tahap5", "indikator_id"):
        for measures in IndicatorLookup(plan.pohon).twice:
            first, *others = (measure.indikator.baris.indikator_id for measure in measures)
            sel = first_cells([isian.source for isian in others])
            yield temuan("B114", first.source, id=first.clean, sel=sel)


RULES = (indicators_named, ids_differ)
