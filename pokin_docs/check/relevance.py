"""Rule I08: an indicator speaks of its kinerja (domain.md 3.4; LKE 88/2021 1.b.5)."""

from __future__ import annotations

from collections.abc import Iterator

from pokin_docs.check.alike import told_alike
from pokin_docs.check.measured import Measure, measures_of
from pokin_docs.check.sentences import initials, quote, related, words
from pokin_docs.documents.plan import Plan
from pokin_docs.model.findings import Temuan, temuan
from pokin_docs.model.levels import KomponenPerencanaan
from pokin_docs.model.rows import BukuKerja
from pokin_docs.model.texts import fold
from pokin_docs.model.word_lists import INDEKS, WordLists

_STRATEGIC = (KomponenPerencanaan.TUJUAN, KomponenPerencanaan.SASARAN)


def measures_its_kinerja(buku: BukuKerja, plan: Plan) -> Iterator[Temuan]:
    """I08: an indicator speaks of its kinerja; rows shifted by one show up here.

    Stems, abbreviations and the kinerja's own verb count. Quiet where another indicator of the same kinerja speaks of
    it, where the indicator is that of the kinerja above (I18), and for the indices of Tujuan and Sasaran, whose names
    are their own.
    """
    lists = buku.word_lists
    if not lists.common_words:
        return
    alike = told_alike(buku, plan)
    sizes = list(measures_of(buku, plan))
    measured = {size.kinerja.source for size in sizes if _speaks_of_its_kinerja(size, lists)}
    for size in sizes:
        if size.kinerja.source in measured or size.isian in alike or not size.kinerja:
            continue
        if size.komponen in _STRATEGIC and lists.indikator_starts.get(fold(size.start)) == INDEKS:
            continue
        if content_words(size.text, lists):
            yield temuan("I08", size.isian.source, teks=quote(size.isian.text), kinerja=quote(size.kinerja.text))


def _speaks_of_its_kinerja(size: Measure, lists: WordLists) -> bool:
    said = (*content_words(size.text, lists), *_stands_for(size.text, lists))
    meant = content_words(size.kinerja_text, lists)
    if not meant or any(related(one, other) for one in said for other in meant):
        return True
    short, own = initials(size.kinerja_text), initials(size.text)
    return any(len(word) > 2 and word in short for word in said) or any(len(word) > 2 and word in own for word in meant)


def _stands_for(text: str, words: WordLists) -> Iterator[str]:
    """What standard measures are known to measure: Nilai SAKIP stands for akuntabilitas."""
    if words.equivalent_pattern is not None:
        for found in words.equivalent_pattern.findall(fold(text)):
            yield from words.equivalents[found.casefold()]


def content_words(text: str, word_lists: WordLists) -> tuple[str, ...]:
    """Words that carry content, small; a measure word (Jumlah, Indeks) carries none."""
    found = (word.casefold() for word in words(text))
    return tuple(
        word for word in found if word not in word_lists.common_words and word not in word_lists.indikator_starts
    )


RULES = (measures_its_kinerja,)
