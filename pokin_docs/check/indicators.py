"""Rules I: every indicator can be measured and printed (domain.md 3.4; PermenPANRB 53/2014, LKE 88/2021)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pokin_docs.check.sentences import initials, is_named, quote, related, words
from pokin_docs.documents.plan import Plan
from pokin_docs.model.findings import Temuan, temuan
from pokin_docs.model.levels import KomponenPerencanaan
from pokin_docs.model.rows import BukuKerja, KinerjaRow
from pokin_docs.model.texts import fold, squeeze
from pokin_docs.model.word_lists import INDEKS
from pokin_docs.model.workbook_spec import TAHAP_5

MAX_INDIKATOR = 3
"""Indicators of one kinerja that practice takes for enough (domain.md I15)."""

_JOINER = re.compile(r"\s(?:dan|serta|&)\s|,\s")
_USUALLY_FILLED = ("rujukan", "jenis_pk", "polaritas", "iku", "tw1", "tw2", "tw3", "tw4")
_USUAL = 4
"""Filled rows of a level for each blank one from which a blank cell is an oversight."""

_IKU_DETAILS = (
    ("definisi", "Definisi Operasional"),
    ("formula", "Formula"),
    ("sumber_data", "Sumber Data"),
    ("polaritas", "Polaritas"),
)


def _rows(plan: Plan) -> Iterator[KinerjaRow]:
    """Rows of the tree that hold an indicator."""
    for kinerja in plan.pohon.kinerja:
        yield from (indikator.baris for indikator in kinerja.indikator if indikator.text)


def has_indicator(buku: BukuKerja, plan: Plan) -> Iterator[Temuan]:
    """I01: every kinerja has an indicator."""
    for kinerja in plan.pohon.kinerja:
        if not any(indikator.text for indikator in kinerja.indikator):
            yield temuan("I01", kinerja.baris[0].indikator.source)


def has_unit(buku: BukuKerja, plan: Plan) -> Iterator[Temuan]:
    """I12: every indicator has a satuan."""
    if buku.has("tahap5", "satuan"):
        yield from (temuan("I12", row.satuan.source) for row in _rows(plan) if not row.satuan)


def filled_as_elsewhere(buku: BukuKerja, plan: Plan) -> Iterator[Temuan]:
    """B45: what nearly all rows of a level fill in is not left out at one of them.

    IKU may be blank for «Tidak», unless the other rows write it.
    """
    for kunci in _USUALLY_FILLED:
        for komponen in KomponenPerencanaan:
            rows = [node.baris[0] for node in plan.pohon.at_level(komponen)]
            blank = [getattr(row, kunci) for row in rows if not getattr(row, kunci)]
            filled = [fold(getattr(row, kunci).text) for row in rows if getattr(row, kunci)]
            if kunci == "iku" and "tidak" not in filled:
                continue
            if buku.has("tahap5", kunci) and 0 < _USUAL * len(blank) <= len(filled):
                for isian in blank:
                    yield temuan("B45", isian.source, kolom=TAHAP_5.kolom_of(kunci).title, komponen=komponen.label)


def has_target(buku: BukuKerja, plan: Plan) -> Iterator[Temuan]:
    """I13, I30: a target for the year of the PK and for the other years of the Renstra.

    A year without a column is one finding, not one per row.
    """
    years = _target_years(buku)
    if not years:
        return
    tahun = plan.cycle.tahun
    lembar = buku.title("tahap5")
    needed = dict.fromkeys(year for year in (tahun, *plan.cycle.renstra_years) if year is not None)
    for year in needed:
        if year not in years:
            yield temuan("B14", lembar, kolom=f"Target {year}", lembar=lembar.lembar, usul="")
    for row in _rows(plan):
        if tahun in years and not row.target[tahun]:
            yield temuan("I13", row.target[tahun].source, tahun=tahun)
        for year in needed:
            if year != tahun and year in years and not row.target[year]:
                yield temuan("I30", row.target[year].source, tahun=year)


def has_baseline(buku: BukuKerja, plan: Plan) -> Iterator[Temuan]:
    """I31: the Renstra's tables show a baseline."""
    if buku.has("tahap5", "kondisi_awal"):
        yield from (temuan("I31", row.kondisi_awal.source) for row in _rows(plan) if not row.kondisi_awal)


def iku_explained(buku: BukuKerja, plan: Plan) -> Iterator[Temuan]:
    """I14: an IKU has definition, formula, source and polarity, as far as the workbook has columns for them."""
    asked = [(kunci, title) for kunci, title in _IKU_DETAILS if buku.has("tahap5", kunci)]
    for row in _rows(plan):
        blank = [title for kunci, title in asked if not getattr(row, kunci)]
        if row.is_iku and blank:
            place = next(getattr(row, kunci).source for kunci, title in asked if title == blank[0])
            yield temuan("I14", place, kolom=", ".join(blank), teks=quote(row.indikator.text))


def indicators_few(buku: BukuKerja, plan: Plan) -> Iterator[Temuan]:
    """I15: a kinerja with many indicators has none that matters."""
    for kinerja in plan.pohon.kinerja:
        found = [indikator.text for indikator in kinerja.indikator if indikator.text]
        if len(found) > MAX_INDIKATOR:
            yield temuan(
                "I15", found[MAX_INDIKATOR].source, teks=quote(kinerja.text.text), jumlah=len(found),
                batas=MAX_INDIKATOR,
            )  # fmt: skip


def indicators_supported(buku: BukuKerja, plan: Plan) -> Iterator[Temuan]:
    """I16: what a kinerja and one of its several indicators speak of turns up somewhere below it.

    A result may be measured in words that stand nowhere else; of two things that the kinerja itself joins each must be
    worked on. Words of the list istilah (names of agencies above all) stand everywhere and say nothing.
    """
    word_lists, pohon = buku.word_lists, plan.pohon
    if not word_lists.common_words:
        return
    everywhere = {word for key in word_lists.term_spellings for word in key.split()}
    for kinerja in pohon.kinerja:
        own = [indikator.text for indikator in kinerja.indikator if indikator.text]
        if kinerja.komponen.value > KomponenPerencanaan.SASARAN.value:
            continue  # below it other words for the same are the rule
        if not 1 < len(own) <= MAX_INDIKATOR or not pohon.children(kinerja):
            continue
        below = {
            word.casefold()
            for node in pohon.subtree(kinerja)
            if node is not kinerja
            for isian in (node.text, *(indikator.text for indikator in node.indikator))
            for word in words(isian.text)
        }
        sides = [words(side) for side in _JOINER.split(squeeze(kinerja.text.text).partition(" ")[2])]
        for isian in own:
            if word_lists.indikator_starts.get(fold(next(iter(words(isian.text)), ""))) == INDEKS or is_named(
                isian.text
            ):
                continue  # what makes up an index has names of its own
            said = [
                word
                for word in words(isian.text)[1:]
                if fold(word) not in everywhere and word.casefold() not in word_lists.common_words
            ]
            named = [word for word in said if sum(_is_among(word, side) for side in sides) == 1 < len(sides)]
            short = initials(isian.text)
            if any(len(word) > 2 and word in short for word in below):
                continue  # «PAD» of «Pendapatan Asli Daerah»
            if named and not any(related(word.casefold(), other) for word in said for other in below):
                yield temuan("I16", isian.source, kata=named[-1], teks=quote(isian.text))


def _is_among(word: str, others: Sequence[str]) -> bool:
    return any(related(word.casefold(), other.casefold()) for other in others)


def _target_years(buku: BukuKerja) -> frozenset[int]:
    return frozenset(year for row in buku.tahap5[:1] for year in row.target)


RULES = (
    has_indicator,
    has_unit,
    filled_as_elsewhere,
    has_target,
    has_baseline,
    iku_explained,
    indicators_few,
    indicators_supported,
)
