"""Rules W: a kinerja says a condition, in words that fit its level (domain.md 3.4; PermenPANRB 89/2021).

They are hints of a machine that does not understand a sentence: none stops a build, and sentences that are an official
name are never judged. ``docs/ketepatan.md`` tells how often each is right.
"""

from __future__ import annotations

from collections.abc import Iterator

from pokin_docs.check.sentences import misspelt, quote, with_same_stem, words
from pokin_docs.documents.plan import Plan
from pokin_docs.model.catalogue import proposal
from pokin_docs.model.findings import Temuan, temuan
from pokin_docs.model.levels import KomponenPerencanaan
from pokin_docs.model.rows import BukuKerja, IndikatorRow, Isian, KinerjaRow
from pokin_docs.model.texts import fold
from pokin_docs.model.word_lists import HASIL, KEDUANYA, KELUARAN, WordLists

_NOUN_STARTS = ("pe", "keadaan", "kegiatan", "program", "rencana", "upaya")
_UP_OR_DOWN = ("meningkatnya", "menurunnya", "bertambahnya", "berkurangnya")
_MEASURE_WORDS = ("persentase", "presentase", "prosentase", "rasio", "indeks", "skor", "jumlah")


def _sentences(buku: BukuKerja, plan: Plan) -> Iterator[tuple[Isian, KomponenPerencanaan | None]]:
    """Kinerja of the tree and the cross-cutting ones, those aside that are official names."""
    for kinerja in plan.pohon.kinerja:
        if kinerja.text and not buku.is_official(kinerja.text, kinerja.komponen):
            yield kinerja.text, kinerja.komponen
    for row in plan.pohon.lintas:
        if row.kinerja and not buku.is_official(row.kinerja):
            yield row.kinerja, None


def _first(isian: Isian) -> str:
    """The first word as written; nothing for a text without words."""
    return next(iter(words(isian.text)), "")


def _misspelt_verb(words: WordLists, word: str) -> str | None:
    key = fold(word)
    if key in words.verbs or key in words.problem_words or key in words.spellings or key in words.indikator_starts:
        return None
    return misspelt(key, tuple(words.verbs))


def begins_with_result(buku: BukuKerja, plan: Plan) -> Iterator[Temuan]:
    """W01: a kinerja begins with a result verb, not with an order, a noun or a problem.

    Any word in ``-nya`` that names no problem passes: Indonesian makes a state of every verb and adjective that way.
    """
    words = buku.word_lists
    if not words.verbs:
        return
    for isian, _ in _sentences(buku, plan):
        first = _first(isian)
        key = fold(first)
        if not first[:1].isalpha() or key in words.verbs:
            continue
        if _measure(words, isian) or _misspelt_verb(words, first):
            continue  # said by W06, W03
        if key in words.problem_words:
            reason = "kata yang menyebut masalah"
        elif key.endswith("nya"):
            continue
        elif key.endswith(("kan", "i")) and not key.startswith(_NOUN_STARTS):
            reason = "kata perintah atau kata kerja aktif"
        else:
            reason = "bukan kata kerja hasil"
        proposals = with_same_stem(key, words.verbs)
        yield temuan(
            "W01", isian.source, kata=first, sebab=reason, teks=quote(isian.text),
            usul=proposal(f"{proposals.capitalize()} …" if proposals else None),
        )  # fmt: skip


def verbs_fit_the_level(buku: BukuKerja, plan: Plan) -> Iterator[Temuan]:
    """W02: results from Sasaran Kegiatan up, outputs at Sasaran Sub Kegiatan; of the verb that is meant."""
    words = buku.word_lists
    for isian, komponen in _sentences(buku, plan):
        first = fold(_first(isian))
        verb = first if first in words.verbs else _misspelt_verb(words, first) or with_same_stem(first, words.verbs)
        if komponen is None or verb is None or (verb != first and first.startswith("pe")):
            continue
        peran = words.verbs[verb]
        wanted = KELUARAN if komponen is KomponenPerencanaan.SASARAN_SUB_KEGIATAN else HASIL
        if peran not in (wanted, KEDUANYA):
            said = {HASIL: "hasil (outcome)", KELUARAN: "proses atau keluaran"}
            should = {HASIL: "kondisi yang dihasilkan", KELUARAN: "keluaran yang langsung dikerjakan"}
            yield temuan(
                "W02", isian.source, kata=_first(isian), peran=said[peran], komponen=komponen.label,
                teks=quote(isian.text), seharusnya=should[wanted],
            )  # fmt: skip


def verbs_spelt(buku: BukuKerja, plan: Plan) -> Iterator[Temuan]:
    """W03: a first word one or two letters away from a result verb, in every stage where it stands."""
    for isian in _all_kinerja(buku):
        if not buku.is_official(isian):
            meant = _misspelt_verb(buku.word_lists, _first(isian))
            if meant:
                yield temuan(
                    "W03", isian.source, kata=_first(isian), teks=quote(isian.text), usul=proposal(meant.capitalize())
                )  # fmt: skip


def _all_kinerja(buku: BukuKerja) -> Iterator[Isian]:
    yield from (row.kondisi for row in buku.tahap3 if row.kondisi)
    yield from (row.kinerja for row in buku.tahap4 if row.kinerja)
    yield from (row.kinerja for row in buku.tahap5 if row.kinerja)


def _measure(word_lists: WordLists, isian: Isian) -> str | None:
    """The measure that makes an indicator of a kinerja: «Meningkatnya Jumlah …», «Persentase …»."""
    first, second = (*words(isian.text)[:2], "", "")[:2]
    if fold(first) in word_lists.indikator_starts and fold(first) not in map(fold, word_lists.dokumen):
        return first
    return second if fold(first) in _UP_OR_DOWN and fold(second) in _MEASURE_WORDS else None


def kinerja_is_no_indicator(buku: BukuKerja, plan: Plan) -> Iterator[Temuan]:
    """W06: the condition stands in Kinerja, its measure in Indikator Kinerja."""
    if not buku.word_lists.verbs:
        return
    for isian, _ in _sentences(buku, plan):
        measure = _measure(buku.word_lists, isian)
        if measure:
            first = _first(isian)
            shown = measure if measure == first else f"{first} {measure}"
            yield temuan("W06", isian.source, kata=shown, ukuran=measure, teks=quote(isian.text))


def one_term_per_concept(buku: BukuKerja, plan: Plan) -> Iterator[Temuan]:
    """W04: one concept has one term in the tree; each other term is said once, where it stands first.

    The office's own abbreviation (Identitas) is its term; else the one most used in Tahap 5. Tahap 4 is looked at for
    terms that Tahap 5 does not have.
    """
    words = buku.word_lists
    if words.term_pattern is None:
        return
    cells: dict[tuple[int, str], dict[str, Isian]] = {}
    starts = {spelling.partition(" ")[0] for spelling in words.term_spellings}
    for isian in (*_texts(buku.tahap5), *_texts(buku.tahap4)):
        if starts.isdisjoint(fold(isian.text).split()) or buku.is_official(isian):
            continue
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
