"""Rules W: a kinerja says a condition, in words that fit its level (domain.md 3.4; PermenPANRB 89/2021).

They are hints of a machine that does not understand a sentence: none stops a build, and sentences that are an official
name are never judged. ``docs/ketepatan.md`` tells how often each is right.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from pokin_docs.check.lexicon import lexicon_of
from pokin_docs.check.regulation import kegiatan_is_settled, results_at_kegiatan, wants_outputs, wants_results
from pokin_docs.check.sentences import quote, with_same_stem, words
from pokin_docs.check.starts import STATES_MAY_FOLLOW, kind_of_start, state_behind
from pokin_docs.check.written import look_at, verb_slip
from pokin_docs.documents.plan import Plan
from pokin_docs.model.catalogue import proposal
from pokin_docs.model.findings import Temuan, temuan
from pokin_docs.model.levels import KomponenPerencanaan
from pokin_docs.model.rows import BukuKerja, IndikatorRow, Isian, KinerjaRow
from pokin_docs.model.texts import fold, fold_sentence
from pokin_docs.model.word_lists import HASIL, KEDUANYA, KELUARAN, WordLists

_SAMPLES = {
    HASIL: "Meningkatnya …, Terwujudnya …, Terpenuhinya …",
    KELUARAN: "Tersedianya …, Terlaksananya …, Tersusunnya …",
    None: "Meningkatnya …, Terpenuhinya …, Tersedianya …",
}
"""Beginnings that a level takes."""
_UP_OR_DOWN = ("meningkatnya", "menurunnya", "bertambahnya", "berkurangnya")
_MEASURE_WORDS = ("persentase", "presentase", "prosentase", "rasio", "indeks", "skor", "jumlah")


@dataclass(frozen=True, slots=True)
class _Said:
    """A kinerja: its cell, its level (None for a cross-cutting one), and its text without slips of the keyboard."""

    isian: Isian
    komponen: KomponenPerencanaan | None
    text: str

    @property
    def start(self) -> str:
        """Its first word, slips mended; nothing for a text without words."""
        return next(iter(words(self.text)), "")


def _sentences(buku: BukuKerja, plan: Plan) -> Iterator[_Said]:
    """Kinerja of the tree and the cross-cutting ones, those aside that are official sentences."""
    lexicon = lexicon_of(buku)
    rows = [(kinerja.text, kinerja.komponen) for kinerja in plan.pohon.kinerja]
    for isian, komponen in (*rows, *((row.kinerja, None) for row in plan.pohon.lintas)):
        if isian and not _is_official_kinerja(buku, isian, komponen):
            text = look_at(isian.clean, buku.word_lists, lexicon).mended
            yield _Said(isian, komponen, text)


def _is_official_kinerja(buku: BukuKerja, isian: Isian, komponen: KomponenPerencanaan | None) -> bool:
    """Whether a kinerja is an official one at its level; an activity's name is none unless listed as one."""
    if buku.official.is_official(isian.text, komponen):
        return buku.official.is_kinerja(isian.text) or not buku.official.is_name(isian.text)
    return buku.word_lists.is_official(isian.text)


def begins_with_result(buku: BukuKerja, plan: Plan) -> Iterator[Temuan]:
    """W01, W08: a kinerja begins with a result verb, not with an order, the name of an activity, or a problem.

    Any word in ``-nya`` that names no problem passes: Indonesian makes a state of every verb and adjective that way. A
    state that is said further behind («Jalan yang Terbangun») is only better said in front.
    """
    word_lists = buku.word_lists
    if not word_lists.verbs:
        return
    taken = {fold_sentence(kinerja.text.text) for kinerja in plan.pohon.kinerja}
    for said in _sentences(buku, plan):
        first = said.start
        key = fold(first)
        if not first[:1].isalpha() or key in word_lists.verbs or _measure(word_lists, said):
            continue  # a measure is said by W06
        if key not in word_lists.problem_words and (key.endswith("nya") or _joins_a_state(said.text)):
            continue
        reason = "kata yang menyebut masalah" if key in word_lists.problem_words else kind_of_start(key)
        state = state_behind(said.text) if reason in STATES_MAY_FOLLOW else None
        if state is not None:
            yield temuan("W08", said.isian.source, kata=state, teks=quote(said.isian.text))
            continue
        better = _proposed(word_lists, said)
        if better and fold_sentence(f"{better} {said.text.partition(' ')[2]}") in taken:
            better = None  # it would be the sentence of another kinerja
        yield temuan(
            "W01", said.isian.source, kata=_typed_start(said), sebab=reason, teks=quote(said.isian.text),
            usul=proposal(f"{better} …" if better else None), contoh=_SAMPLES[_wanted(buku, said.komponen)],
        )  # fmt: skip


def _typed_start(said: _Said) -> str:
    return next(iter(words(said.isian.text)), "")


def _joins_a_state(text: str) -> bool:
    """«Tersedia dan Meningkatnya …», «Terkendali, terawasi, dan termanfaatkannya …»: the state is said once for all."""
    found = words(text)[:6]
    return any(
        word.casefold() in ("dan", "serta", "atau", "dan/atau") and following.casefold().endswith("nya")
        for word, following in pairwise(found[1:])
    )


def _wanted(buku: BukuKerja, komponen: KomponenPerencanaan | None) -> str | None:
    """The family of verbs that a level wants; None where either is right."""
    if komponen is None or (not wants_results(buku, komponen) and not wants_outputs(komponen)):
        return None
    return HASIL if wants_results(buku, komponen) else KELUARAN


def _proposed(word_lists: WordLists, said: _Said) -> str | None:
    """A verb of the same stem that the level takes: what is proposed must pass at the next run."""
    output = said.komponen is not None and wants_outputs(said.komponen)
    fits = [verb for verb, role in word_lists.verbs.items() if role in ((KELUARAN if output else HASIL), KEDUANYA)]
    found = with_same_stem(fold(said.start), fits)
    return found.capitalize() if found else None


def verbs_fit_the_level(buku: BukuKerja, plan: Plan) -> Iterator[Temuan]:
    """W02, W09: results from Sasaran Program up, outputs at Sasaran Sub Kegiatan.

    At Sasaran Kegiatan the regulations differ: said while the office has neither decided nor a way of its own, in the
    end once for all (I17 likewise).
    """
    verbs, settled = buku.word_lists.verbs, kegiatan_is_settled(buku, plan)
    _, results = results_at_kegiatan(buku, plan)
    beside = f", sedangkan {results} diawali kata kerja hasil"
    for said in _sentences(buku, plan):
        role, wanted = verbs.get(fold(said.start)), _wanted(buku, said.komponen)
        if said.komponen is KomponenPerencanaan.SASARAN_KEGIATAN and role == KELUARAN and not settled:
            about = {"jumlah": 1, "sel": said.isian.source.address, "teks": quote(said.isian.text)}
            yield temuan("W09", said.isian.source, indikator="", lain=beside, **about)
        if said.komponen is None or role is None or wanted is None or role in (wanted, KEDUANYA):
            continue
        meant = {HASIL: "hasil (outcome)", KELUARAN: "proses atau keluaran"}
        should = {HASIL: "kondisi yang dihasilkan", KELUARAN: "keluaran yang langsung dikerjakan"}
        yield temuan(
            "W02", said.isian.source, kata=_typed_start(said), peran=meant[role], komponen=said.komponen.label,
            teks=quote(said.isian.text), seharusnya=should[wanted],
        )  # fmt: skip


def verbs_spelt(buku: BukuKerja, plan: Plan) -> Iterator[Temuan]:
    """W03: a first word that is a result verb but for a slip, in every stage where it stands."""
    lexicon = lexicon_of(buku)
    for isian in all_kinerja(buku):
        if not buku.is_official(isian):
            writing = look_at(isian.clean, buku.word_lists, lexicon)
            slip = verb_slip(writing, isian.clean, buku.word_lists)
            if slip:
                yield temuan("W03", isian.source, kata=slip, teks=quote(isian.text), seharusnya=writing.mended)


def all_kinerja(buku: BukuKerja) -> Iterator[Isian]:
    """The kinerja of every stage that has a column for them."""
    yield from (row.kondisi for row in buku.tahap3 if row.kondisi)
    yield from (row.kinerja for row in buku.tahap4 if row.kinerja)
    yield from (row.kinerja for row in buku.tahap5 if row.kinerja)


def _measure(word_lists: WordLists, said: _Said) -> str | None:
    """The measure that makes an indicator of a kinerja: «Meningkatnya Jumlah …», «Persentase …»."""
    first, second = (*words(said.text)[:2], "", "")[:2]
    if fold(first) in word_lists.indikator_starts and fold(first) not in map(fold, word_lists.dokumen):
        return first
    return second if fold(first) in _UP_OR_DOWN and fold(second) in _MEASURE_WORDS else None


def kinerja_is_no_indicator(buku: BukuKerja, plan: Plan) -> Iterator[Temuan]:
    """W06: the condition stands in Kinerja, its measure in Indikator Kinerja."""
    if not buku.word_lists.verbs:
        return
    for said in _sentences(buku, plan):
        measure = _measure(buku.word_lists, said)
        if measure:
            shown = measure if measure == said.start else f"{said.start} {measure}"
            yield temuan("W06", said.isian.source, kata=shown, ukuran=measure, teks=quote(said.isian.text))


def one_term_per_concept(buku: BukuKerja, plan: Plan) -> Iterator[Temuan]:
    """W04: one concept has one term in the tree; each other term is said once, where it stands first.

    The office's own abbreviation (Identitas) is its term; else the one most used in Tahap 5. Tahap 4 is looked at for
    terms that Tahap 5 does not have.
    """
    words, lexicon = buku.word_lists, lexicon_of(buku)
    if words.term_pattern is None:
        return
    cells: dict[tuple[int, str], dict[str, Isian]] = {}
    starts = {spelling.partition(" ")[0] for spelling in words.term_spellings}
    for isian in (*_texts(buku.tahap5), *_texts(buku.tahap4)):
        if starts.isdisjoint(fold(isian.text).split()) or buku.is_official(isian):
            continue
        mended = look_at(isian.clean, words, lexicon).mended
        if buku.official.is_official(mended) or words.marks.opens(fold_sentence(mended)):
            continue  # an official sentence, cut or whole, has the terms of the list
        for found in words.term_pattern.findall(fold(isian.text)):
            cells.setdefault(words.term_spellings[found.casefold()], {})[str(isian.source)] = isian
    own = buku.identitas.get("singkatan")
    own_short = fold(own.text) if own else ""
    lembar = buku.lembar_title("tahap5", "")
    for number, concept in enumerate(words.terms):
        used = [terms[0] for terms in concept.terms if (number, terms[0]) in cells]
        if len(used) < 2:
            continue

        def rank(term: str, number: int = number) -> tuple[bool, int]:
            return fold(term) == own_short, sum(cell.source.lembar == lembar for cell in cells[number, term].values())

        chosen = max(used, key=rank)
        for term in used:
            places = cells[number, term]
            if term != chosen:
                first = next(iter(places.values()))
                shown = ", ".join(list(places)[:4]) + (", …" if len(places) > 4 else "")
                yield temuan(
                    "W04", first.source, kata=term, jumlah=len(places), sel=shown, seharusnya=chosen,
                    teks=quote(first.text),
                )  # fmt: skip


def _texts(rows: tuple[KinerjaRow, ...] | tuple[IndikatorRow, ...]) -> Iterator[Isian]:
    yield from (isian for row in rows for isian in (row.kinerja, row.indikator) if isian)


RULES = (
    begins_with_result,
    verbs_fit_the_level,
    verbs_spelt,
    one_term_per_concept,
    kinerja_is_no_indicator,
)
