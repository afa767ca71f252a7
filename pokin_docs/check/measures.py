"""Rules I02 to I11: an indicator measures its kinerja, and can be measured (domain.md 3.4; LKE 88/2021 1.b.5).

Hints of a machine that does not understand a sentence: none stops a build, and official indicators are never judged.
``docs/ketepatan.md`` tells how often each is right.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from rapidfuzz import fuzz

from pokin_docs.check.sentences import initials, quote, related, stem, words
from pokin_docs.documents.plan import Plan
from pokin_docs.model.findings import Temuan, temuan
from pokin_docs.model.levels import KomponenPerencanaan
from pokin_docs.model.rows import BukuKerja, Isian, KinerjaRow
from pokin_docs.model.texts import Likeness, fold, squeeze, without_number
from pokin_docs.model.tree import Kinerja
from pokin_docs.model.word_lists import PERSEN, TOTAL_CODES, WordLists

"""Percent of similarity, measure words aside, above which two indicators say nearly the same (domain.md I09)."""
MAX_SIBLINGS = 20
"""Siblings before it that an indicator is held against: rules stay linear in the rows."""

_JOINERS = re.compile(r"(?<!\S)(\S{1,60})\s+(dan|serta|&)\s+(\S+)|([^\W\d_]\w*)\s*(/)\s*([^\W\d_]\w*)")
_JOINING = re.compile(r" dan | serta |&|/")
_PARENTHESES = re.compile(r"\([^()]*\)")
_FIXED_PLACE = " ▪ "
_MEASURE_PLACE = re.compile(r"\s(?:pada|di|bagi|oleh|dengan|terhadap|antara)\s")


_OtherSentence = tuple[str, Isian]


@dataclass(frozen=True, slots=True)
class _Measure:
    """An indicator with the kinerja it measures; ``komponen`` is None for a cross-cutting one."""

    isian: Isian
    kinerja: Isian
    komponen: KomponenPerencanaan | None
    baris: KinerjaRow

    @property
    def start(self) -> str:
        """Its first word as written."""
        return next(iter(words(self.isian.text)), "")

    @property
    def is_operasional(self) -> bool:
        """Whether it measures an output."""
        return self.komponen is KomponenPerencanaan.SASARAN_SUB_KEGIATAN


def _measures(buku: BukuKerja, plan: Plan) -> Iterator[_Measure]:
    """Indicators of the tree and the cross-cutting ones, official ones aside."""
    for kinerja in plan.pohon.kinerja:
        for indikator in kinerja.indikator:
            if indikator.text and not buku.is_official(indikator.text, kinerja.komponen):
                yield _Measure(indikator.text, kinerja.text, kinerja.komponen, indikator.baris)
    for row in plan.pohon.lintas:
        if row.indikator and not buku.is_official(row.indikator):
            yield _Measure(row.indikator, row.kinerja, None, row)


def type_fits_the_level(buku: BukuKerja, plan: Plan) -> Iterator[Temuan]:
    """I02, I03: a count from Sasaran Kegiatan up measures no result; a share below it measures no output."""
    for size in _measures(buku, plan):
        jenis = buku.word_lists.indikator_starts.get(fold(size.start))
        if size.komponen is None:
            continue
        if size.is_operasional and jenis == PERSEN:
            yield temuan("I03", size.isian.source, kata=size.start, teks=quote(size.isian.text))
        elif not size.is_operasional and jenis == TOTAL_CODES:
            yield temuan(
                "I02", size.isian.source, komponen=size.komponen.label, kata=size.start,
                teks=quote(size.isian.text),
            )  # fmt: skip


def counts_no_paper(buku: BukuKerja, plan: Plan) -> Iterator[Temuan]:
    """I04: «Jumlah Laporan X» counts paper, not X; worse when a «yang …» behind it says something of X.

    A kinerja that is itself about the paper (Tersusunnya dokumen perencanaan) is rightly measured by it.
    """
    paper_folded = [fold(word) for word in buku.word_lists.dokumen]
    for size in _measures(buku, plan):
        if buku.word_lists.indikator_starts.get(fold(size.start)) != TOTAL_CODES:
            continue
        if not any(word in fold(size.isian.text) for word in paper_folded):
            continue
        rest = squeeze(_PARENTHESES.sub(" ", without_number(size.isian.clean)))[len(size.start) :].strip()
        paper = next((word for word in buku.word_lists.dokumen if _begins(rest, word)), None)
        if paper is None or _holds(size.kinerja.clean, paper):
            continue
        object_, whose, said = rest[len(paper) :].strip().partition(" yang ")
        object_ = object_.removeprefix("Terkait ").removeprefix("Hasil ").strip()
        satuan = f" «yang {said}» menerangkan {object_}, bukan {paper.lower()}nya." if whose and said else ""
        yield temuan(
            "I04", size.isian.source, kata=paper.lower(), objek=f"«{object_}»" if object_ else "hasilnya",
            teks=quote(size.isian.text), satuan=satuan,
        )  # fmt: skip


def _begins(text: str, word: str) -> bool:
    return fold(text).startswith(fold(word) + " ") or fold(text) == fold(word)


def _holds(text: str, phrase: str) -> bool:
    return f" {fold(phrase)} " in f" {fold(text)} "


def measures_one_thing(buku: BukuKerja, plan: Plan) -> Iterator[Temuan]:
    """I05: no «dan» or «/» outside fixed phrases: of two measures in one number, neither can be read.

    Behind a preposition stands where or by what it is measured, which may well be two.
    """
    unchanged = buku.word_lists.fixed_pattern
    if unchanged is None:
        return
    for size in _measures(buku, plan):
        text = squeeze(_PARENTHESES.sub(" ", size.isian.text))
        if not _JOINING.search(text):
            continue
        measured = _MEASURE_PLACE.split(unchanged.sub(_FIXED_PLACE, text), maxsplit=1)[0]
        match = _JOINERS.search(measured)
        if match:
            left, sign, right = match.group(1, 2, 3) if match.group(2) else match.group(4, 5, 6)
            shown = f"{left}/{right}" if sign == "/" else f"{left} {sign} {right}"
            yield temuan(
                "I05", size.isian.source, kata=shown.replace(_FIXED_PLACE.strip(), "…"), teks=quote(size.isian.text)
            )  # fmt: skip


def measures_results(buku: BukuKerja, plan: Plan) -> Iterator[Temuan]:
    """I06: from Sasaran Kegiatan up, a share of a process (Persentase Pembangunan …) says nothing of its result."""
    for size in _measures(buku, plan):
        first, second = (*words(size.isian.text)[:2], "", "")[:2]
        share = buku.word_lists.indikator_starts.get(fold(first)) == PERSEN
        if (
            share
            and size.komponen is not None
            and not size.is_operasional
            and fold(second) in buku.word_lists.process_words
        ):
            yield temuan(
                "I06", size.isian.source, komponen=size.komponen.label, kata=second, teks=quote(size.isian.text)
            )


def says_no_thing_twice(buku: BukuKerja, plan: Plan) -> Iterator[Temuan]:
    """I07: «Keamanan Informasi … yang Aman» repeats its subject as its measure."""
    if not buku.word_lists.common_words:
        return
    for size in _measures(buku, plan):
        subject, whose, said = squeeze(_PARENTHESES.sub(" ", size.isian.text)).partition(" yang ")
        predicate = next(iter(words(said)), "")
        if not whose or fold(predicate) in buku.word_lists.common_words:
            continue
        twin = next((word for word in words(subject)[1:] if stem(word) == stem(predicate)), None)
        if twin:
            yield temuan("I07", size.isian.source, kata=twin, lain=predicate, teks=quote(size.isian.text))


def measures_its_kinerja(buku: BukuKerja, plan: Plan) -> Iterator[Temuan]:
    """I08: an indicator shares at least one word of content with its kinerja; rows shifted by one show up here."""
    words = buku.word_lists
    if not words.common_words:
        return
    for size in _measures(buku, plan):
        said = (*_content(size.isian.text, words), *_stands_for(size.isian.text, words))
        meant = _content(size.kinerja.text, words)
        meant = meant[1:] if meant and meant[0].endswith("nya") else meant
        if not said or not meant or any(related(one, other) for one in said for other in meant):
            continue
        short = initials(size.kinerja.text)
        if not any(len(word) > 2 and word in short for word in said):
            yield temuan(
                "I08", size.isian.source, teks=quote(size.isian.text), kinerja=quote(size.kinerja.text)
            )  # fmt: skip


def _stands_for(text: str, words: WordLists) -> Iterator[str]:
    """What standard measures are known to measure: Nilai SAKIP stands for akuntabilitas."""
    if words.equivalent_pattern is not None:
        for found in words.equivalent_pattern.findall(fold(text)):
            yield from words.equivalents[found.casefold()]


def _content(text: str, word_lists: WordLists) -> tuple[str, ...]:
    """Words that carry content, small; a measure word (Jumlah, Indeks) carries none."""
    found = (word.casefold() for word in words(text))
    return tuple(
        word for word in found if word not in word_lists.common_words and word not in word_lists.indikator_starts
    )


def differs_from_its_neighbours(buku: BukuKerja, plan: Plan) -> Iterator[Temuan]:
    """I09: an indicator is not nearly that of the kinerja above or of one beside it."""
    words = buku.word_lists
    if not words.common_words:
        return
    before: dict[int | None, list[_OtherSentence]] = {}
    for kinerja in plan.pohon.kinerja:
        beside = before.setdefault(kinerja.induk, [])
        own = _with_keys(kinerja, words)
        neighbours = [*_with_keys(plan.pohon.induk(kinerja), words), *beside[-MAX_SIBLINGS:]]
        for number, (key, isian) in enumerate(own):
            twin = None if buku.is_official(isian, kinerja.komponen) else _nearest(key, [*neighbours, *own[:number]])
            if twin is not None:
                yield temuan("I09", isian.source, teks=quote(isian.text), lain=twin.source, tertulis=quote(twin.text))
        beside.extend(own)


def _with_keys(kinerja: Kinerja | None, words: WordLists) -> list[_OtherSentence]:
    """The indicators of a kinerja, each after the key it is compared by."""
    found = (indikator.text for indikator in (kinerja.indikator if kinerja else ()) if indikator.text)
    return [(_measured(isian.text, words), isian) for isian in found]


def _nearest(key: str, others: list[_OtherSentence]) -> Isian | None:
    """The most similar of the others, if it is too similar."""
    scored = ((fuzz.ratio(key, other, score_cutoff=100 * Likeness.REWORDED), isian) for other, isian in others if key)
    best = max(scored, key=lambda pair: pair[0], default=None)
    return best[1] if best and best[0] else None


def _measured(text: str, word_lists: WordLists) -> str:
    """What is measured: the sentence without its measure words and what is in parentheses."""
    found = [word.casefold() for word in words(_PARENTHESES.sub(" ", text))]
    return " ".join(word for word in found if word not in word_lists.indikator_starts)


def index_still_used(buku: BukuKerja, plan: Plan) -> Iterator[Temuan]:
    """I10: an index that will not be measured any more leaves the plan without a target."""
    old = buku.word_lists.old_index_pattern
    if old is None:
        return
    for size in _measures(buku, plan):
        match = old.search(fold(size.isian.text))
        if match:
            name = " ".join(words(size.isian.text))
            start = fold(name).find(match.group(0))
            yield temuan(
                "I10", size.isian.source, kata=name[start : start + len(match.group(0))],
                seharusnya=buku.word_lists.old_indexes[match.group(0)],
            )  # fmt: skip


def measure_has_bounds(buku: BukuKerja, plan: Plan) -> Iterator[Temuan]:
    """I11: no word that everybody measures otherwise, in an indicator or in a kinerja from Sasaran Program down."""
    vague_phrases = buku.word_lists.vague_pattern
    if vague_phrases is None:
        return
    for size in _measures(buku, plan):
        match = vague_phrases.search(size.isian.clean)
        bare = fold(size.start) == "cakupan" and size.baris.satuan.clean != "%"
        if match or bare:
            shown = match.group(0) if match else size.start
            yield temuan("I11", size.isian.source, kata=shown, teks=quote(size.isian.text))
    for kinerja in plan.pohon.kinerja:
        if kinerja.komponen.value >= KomponenPerencanaan.SASARAN_PROGRAM.value:
            match = (
                None if buku.is_official(kinerja.text, kinerja.komponen) else vague_phrases.search(kinerja.text.clean)
            )
            if match:
                yield temuan("I11", kinerja.source, kata=match.group(0), teks=quote(kinerja.text.text))


RULES = (
    type_fits_the_level,
    counts_no_paper,
    measures_one_thing,
    measures_results,
    says_no_thing_twice,
    measures_its_kinerja,
    differs_from_its_neighbours,
    index_still_used,
    measure_has_bounds,
)
