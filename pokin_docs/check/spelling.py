"""Rules W05 and W07: capitals, punctuation and slips of the keyboard (domain.md 3.4)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import chain

from pokin_docs.check.sentences import quote, words
from pokin_docs.documents.plan import Plan
from pokin_docs.model.findings import Temuan, temuan
from pokin_docs.model.rows import BukuKerja, Isian
from pokin_docs.model.texts import fold
from pokin_docs.model.word_lists import WordLists

_BIAS = 0.6
"""Share of capitalised words from which a sentence counts as written with capitals on every word."""
_HYPHENATED = re.compile(r"\b((?:Ter|Di|Ber|Me[mn]?g?)[a-z]*-)([A-Z]\w*)")
_TWICE = re.compile(r"\b(\w{2,})\s+\1\b", re.IGNORECASE)
_LAST_SIGN = re.compile(r"[.,;:]$")
_STRAY_BLANK = re.compile(r" [,;:.)](?!\w)|\( ")
_OFTEN = 4
_SHORT, _LENGTH = 8, 40


def _texts(buku: BukuKerja, *, all_stages: bool) -> Iterator[Isian]:
    """Sentences of Tahap 5, and of Tahap 3 and 4 if asked; official names aside."""
    later = (isian for row in buku.tahap5 for isian in (row.kinerja, row.indikator))
    earlier = chain(
        (row.kondisi for row in buku.tahap3), (isian for row in buku.tahap4 for isian in (row.kinerja, row.indikator))
    )
    for isian in chain(earlier, later) if all_stages else later:
        if isian and not buku.is_official(isian):
            yield isian


def written_evenly(buku: BukuKerja, plan: Plan) -> Iterator[Temuan]:
    """W05: the same capitals throughout a sentence, no word twice, no stray punctuation; the first fault of a cell."""
    if not buku.word_lists.lower_case_words:
        return
    for isian in _texts(buku, all_stages=False):
        fault = _uneven(isian.clean, buku.word_lists)
        if fault:
            words, reason, expected = fault
            yield temuan("W05", isian.source, kata=words, sebab=reason, seharusnya=expected, teks=quote(isian.text))


def _uneven(text: str, word_lists: WordLists) -> tuple[str, str, str] | None:
    """What is written unevenly, why, and how it would be written."""
    twice = _TWICE.search(text)
    if twice:
        return twice.group(0), "mengulang satu kata", twice.group(1)
    gap = _STRAY_BLANK.search(text)
    if gap:
        around = text[max(0, gap.start() - 12) : gap.end() + 12].partition(" ")[2] or text
        return around, "berspasi di tempat yang salah", around.replace(gap.group(0), gap.group(0).strip())
    if _LAST_SIGN.search(text) and not text.endswith("..."):
        last = text.rpartition(" ")[2]
        return last, "diakhiri tanda baca", last.rstrip(".,;:")
    bound = _HYPHENATED.search(text)
    if bound:
        return bound.group(0), "berhuruf kapital di tengah kata", bound.group(1) + bound.group(2).lower()
    # An abbreviation (RPJMD) is in capitals in any sentence and tells nothing of how this one is written.
    told = [word for word in words(text) if word[0].isalpha() and not (len(word) > 1 and word.isupper())]
    counted = [word for word in told if fold(word) not in word_lists.lower_case_words]
    small = [word for word in counted if word[0].islower()]
    if small and len(counted) - len(small) >= _BIAS * len(counted):
        return small[0], "berhuruf kecil di antara kata-kata berhuruf kapital", small[0].capitalize()
    return None


def words_spelt(buku: BukuKerja, plan: Plan) -> Iterator[Temuan]:
    """W07: known slips, and a word that stands once and lacks, doubles or swaps a letter of one used often.

    Exchanged letters are not looked for: they make other words (pengadaan, pengaduan).
    """
    word_lists = buku.word_lists
    if not word_lists.spellings:
        return
    texts = list(_texts(buku, all_stages=True))
    counts = Counter(fold(word) for isian in texts for word in words(isian.text)[1:])
    told: set[str] = set()
    # A slip that Tahap 5 has too is told there alone: the planner sees it when mending the earlier stages.
    for fifth in (True, False):
        here: set[str] = set()
        for isian in (entry for entry in texts if (entry.source.lembar == buku.lembar_title("tahap5", "")) is fifth):
            for word, meant in _slips(isian, word_lists, counts):
                if fold(word) not in told:
                    here.add(fold(word))
                    yield temuan("W07", isian.source, kata=word, seharusnya=meant, teks=quote(isian.text))
        told |= here


def _slips(isian: Isian, word_lists: WordLists, counts: Counter[str]) -> Iterator[tuple[str, str]]:
    """Words of a cell that seem misspelt, each once, with what is meant."""
    for position, word in enumerate(words(isian.text)):
        key = fold(word)
        meant = word_lists.spellings[key] if key in word_lists.spellings else _often(key, counts) if position else None
        if meant and word not in words(isian.text)[:position]:
            yield word, meant.lower() if word.islower() else meant.capitalize()


def _often(key: str, counts: Counter[str]) -> str | None:
    """The frequent word that ``key`` is one slip away from."""
    if counts[key] != 1 or not _SHORT <= len(key) <= _LENGTH:
        return None
    near = chain(
        (key[:at] + key[at + 1 :] for at in range(3, len(key))),
        (key[:at] + key[at + 1] + key[at] + key[at + 2 :] for at in range(3, len(key) - 1)),
        (key[:at] + key[at - 1] + key[at:] for at in range(3, len(key) + 1)),
    )
    return next((word for word in near if word != key and counts[word] >= _OFTEN and not _inflected(key, word)), None)


def _inflected(one: str, other: str) -> bool:
    """Whether two words differ only by a suffix that Indonesian has."""
    return one.removesuffix("i") == other.removesuffix("i")


RULES = (written_evenly, words_spelt)
