"""Rules W05 and W07: capitals, punctuation and slips of the keyboard (domain.md 3.4)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import chain

from pokin_docs.check.sentences import quote, words
from pokin_docs.documents.plan import Rencana
from pokin_docs.model.findings import Temuan, temuan
from pokin_docs.model.rows import BukuKerja, Isian
from pokin_docs.model.texts import fold
from pokin_docs.model.word_lists import Kata

_BIAS = 0.6
"""Share of capitalised words from which a sentence counts as written with capitals on every word."""
_TERIKAT = re.compile(r"\b((?:Ter|Di|Ber|Me[mn]?g?)[a-z]*-)([A-Z]\w*)")
_GANDA = re.compile(r"\b(\w{2,})\s+\1\b", re.IGNORECASE)
_UJUNG = re.compile(r"[.,;:]$")
_SELA = re.compile(r" [,;:.)](?!\w)|\( ")
_SERING = 4
_PENDEK, _PANJANG = 8, 40


def _texts(buku: BukuKerja, *, all_stages: bool) -> Iterator[Isian]:
    """Sentences of Tahap 5, and of Tahap 3 and 4 if asked; official names aside."""
    later = (isian for row in buku.tahap5 for isian in (row.kinerja, row.indikator))
    earlier = chain(
        (row.kondisi for row in buku.tahap3), (isian for row in buku.tahap4 for isian in (row.kinerja, row.indikator))
    )
    for isian in chain(earlier, later) if all_stages else later:
        if isian and not buku.is_official(isian):
            yield isian


def written_evenly(buku: BukuKerja, rencana: Rencana) -> Iterator[Temuan]:
    """W05: the same capitals throughout a sentence, no word twice, no stray punctuation; the first fault of a cell."""
    if not buku.kata.huruf_kecil:
        return
    for isian in _texts(buku, all_stages=False):
        fault = _uneven(isian.bersih, buku.kata)
        if fault:
            kata, sebab, seharusnya = fault
            yield temuan("W05", isian.asal, kata=kata, sebab=sebab, seharusnya=seharusnya, teks=quote(isian.teks))


def _uneven(text: str, kata: Kata) -> tuple[str, str, str] | None:
    """What is written unevenly, why, and how it would be written."""
    twice = _GANDA.search(text)
    if twice:
        return twice.group(0), "mengulang satu kata", twice.group(1)
    gap = _SELA.search(text)
    if gap:
        around = text[max(0, gap.start() - 12) : gap.end() + 12].partition(" ")[2] or text
        return around, "berspasi di tempat yang salah", around.replace(gap.group(0), gap.group(0).strip())
    if _UJUNG.search(text) and not text.endswith("..."):
        last = text.rpartition(" ")[2]
        return last, "diakhiri tanda baca", last.rstrip(".,;:")
    bound = _TERIKAT.search(text)
    if bound:
        return bound.group(0), "berhuruf kapital di tengah kata", bound.group(1) + bound.group(2).lower()
    # An abbreviation (RPJMD) is in capitals in any sentence and tells nothing of how this one is written.
    told = [word for word in words(text) if word[0].isalpha() and not (len(word) > 1 and word.isupper())]
    counted = [word for word in told if fold(word) not in kata.huruf_kecil]
    small = [word for word in counted if word[0].islower()]
    if small and len(counted) - len(small) >= _BIAS * len(counted):
        return small[0], "berhuruf kecil di antara kata-kata berhuruf kapital", small[0].capitalize()
    return None


def words_spelt(buku: BukuKerja, rencana: Rencana) -> Iterator[Temuan]:
    """W07: known slips, and a word that stands once and lacks, doubles or swaps a letter of one used often.

    Exchanged letters are not looked for: they make other words (pengadaan, pengaduan).
    """
    kata = buku.kata
    if not kata.ejaan:
        return
    texts = list(_texts(buku, all_stages=True))
    counts = Counter(fold(word) for isian in texts for word in words(isian.teks)[1:])
    told: set[str] = set()
    # A slip that Tahap 5 has too is told there alone: the planner sees it when mending the earlier stages.
    for fifth in (True, False):
        here: set[str] = set()
        for isian in (entry for entry in texts if (entry.asal.lembar == buku.judul_lembar("tahap5", "")) is fifth):
            for word, meant in _slips(isian, kata, counts):
                if fold(word) not in told:
                    here.add(fold(word))
                    yield temuan("W07", isian.asal, kata=word, seharusnya=meant, teks=quote(isian.teks))
        told |= here


def _slips(isian: Isian, kata: Kata, counts: Counter[str]) -> Iterator[tuple[str, str]]:
    """Words of a cell that seem misspelt, each once, with what is meant."""
    for position, word in enumerate(words(isian.teks)):
        key = fold(word)
        meant = kata.ejaan[key] if key in kata.ejaan else _often(key, counts) if position else None
        if meant and word not in words(isian.teks)[:position]:
            yield word, meant.lower() if word.islower() else meant.capitalize()


def _often(key: str, counts: Counter[str]) -> str | None:
    """The frequent word that ``key`` is one slip away from."""
    if counts[key] != 1 or not _PENDEK <= len(key) <= _PANJANG:
        return None
    near = chain(
        (key[:at] + key[at + 1 :] for at in range(3, len(key))),
        (key[:at] + key[at + 1] + key[at] + key[at + 2 :] for at in range(3, len(key) - 1)),
        (key[:at] + key[at - 1] + key[at:] for at in range(3, len(key) + 1)),
    )
    return next((word for word in near if word != key and counts[word] >= _SERING and not _inflected(key, word)), None)


def _inflected(one: str, other: str) -> bool:
    """Whether two words differ only by a suffix that Indonesian has."""
    return one.removesuffix("i") == other.removesuffix("i")


RULES = (written_evenly, words_spelt)
