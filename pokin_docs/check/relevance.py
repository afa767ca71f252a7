"""Rule I08: an indicator speaks of its kinerja (domain.md 3.4; LKE 88/2021 1.b.5)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from pokin_docs.check.alike import told_alike
from pokin_docs.check.lexicon import is_indonesian
from pokin_docs.check.measured import Measure, measures_of
from pokin_docs.check.sentences import content_initials, initials, quote, related, words
from pokin_docs.documents.plan import Plan
from pokin_docs.model.findings import Temuan, temuan
from pokin_docs.model.levels import KomponenPerencanaan
from pokin_docs.model.rows import BukuKerja
from pokin_docs.model.texts import fold
from pokin_docs.model.word_lists import INDEKS, WordLists

_NEAR = 3
"""Kinerja before and behind, which a row shifted by hand may have been taken from."""
_WORDS_OF_ANOTHER = 2
_LONG_ENOUGH = 4
"""Letters from which a part of a word means something."""
_PIECE = 3
"""Letters of a piece that an acronym takes from within a word, and of its longest at least."""
_DRAFTS = ("ra", "ran")
"""What stands before the short name of a regulation that is drafted (rancangan)."""
_JOINERS = ("dan", "serta", "atau")
"""Behind a paper these join another one, which bears a name of its own."""
_GLUED = re.compile(r"(?<=[a-z]{3})(?=[A-Z][a-z])")
"""Where two words were typed as one: «jawabMasyarakat»."""
_STRATEGIC = (KomponenPerencanaan.TUJUAN, KomponenPerencanaan.SASARAN)


def measures_its_kinerja(buku: BukuKerja, plan: Plan) -> Iterator[Temuan]:
    """I08: an indicator speaks of its kinerja; rows shifted by one show up here.

    Stems, abbreviations and the kinerja's own verb count. Quiet where another indicator of the same kinerja speaks of
    it, where the indicator is that of the kinerja above (I18), and for the indices of Tujuan and Sasaran, whose names
    are their own. Above Sasaran Sub Kegiatan a result may be measured in other words: there an indicator is told only
    where it is that of another row.
    """
    lists = buku.word_lists
    if not lists.common_words:
        return
    alike = told_alike(buku, plan)
    sizes = list(measures_of(buku, plan))
    at = {kinerja.text.source: number for number, kinerja in enumerate(plan.pohon.kinerja)}
    measured = {size.kinerja.source for size in sizes if _speaks_of_its_kinerja(size, lists)}
    for size in sizes:
        if size.kinerja.source in measured or size.isian in alike or not size.kinerja:
            continue
        if size.komponen in _STRATEGIC and lists.indikator_starts.get(fold(size.start)) == INDEKS:
            continue
        if not content_words(size.text, lists):
            continue
        # A share may tell a result in other words; what is counted is the output, and bears its name.
        if _counts_its_output(size, lists) or _belongs_elsewhere(size, plan, at[size.kinerja.source], lists):
            yield temuan("I08", size.isian.source, teks=quote(size.isian.text), kinerja=quote(size.kinerja.text))


def _counts_its_output(size: Measure, lists: WordLists) -> bool:
    """Whether an indicator counts papers about its kinerja's output, in words that can be compared.

    A thing bears a name of its own, which may well be one of what its kinerja provides (lampu, penerangan).
    """
    if size.komponen is not None and not size.is_operasional:
        return False
    said = content_words(size.text, lists)
    second = fold(next(iter(words(size.text)[1:]), ""))
    paper = any(second == fold(word).partition(" ")[0] for word in lists.dokumen)
    third = fold(next(iter(words(size.text)[2:]), ""))
    return (paper and third not in _JOINERS) and all(
        word in lists.spelt_words or word in lists.everyday_words or is_indonesian(word) for word in said
    )


def _belongs_elsewhere(size: Measure, plan: Plan, at: int, lists: WordLists) -> bool:
    """Whether an indicator is that of a kinerja near it, or of one below: two of its words stand there.

    What a kinerja above its own speaks of, or one below, is its own.

    Args:
        size: The indicator.
        plan: The plan.
        at: Number of its kinerja in the tree.
        lists: Words without content.
    """
    pohon, said = plan.pohon, content_words(size.text, lists)
    own = pohon.kinerja[at]
    family = (*pohon.subtree(own), *pohon.ancestors(own))
    if any(_shared(said, node.text.text, lists) for node in family):
        return False
    near = (*pohon.kinerja[max(at - _NEAR, 0) : at], *pohon.kinerja[at + 1 : at + 1 + _NEAR])
    below = (one.text.text for node in pohon.children(own) for one in node.indikator)
    others = (*(node.text.text for node in near), *below)
    return any(_shared(said, text, lists) >= min(_WORDS_OF_ANOTHER, len(said)) for text in others)


def _shared(said: tuple[str, ...], text: str, lists: WordLists) -> int:
    meant = content_words(text, lists)
    return sum(any(related(one, other) for other in meant) for one in said)


def _speaks_of_its_kinerja(size: Measure, lists: WordLists) -> bool:
    said = (*content_words(size.text, lists), *_stands_for(size.text, lists))
    meant = content_words(size.kinerja_text, lists)
    if not meant or any(_is_about(one, other) for one in said for other in meant):
        return True
    if any(_is_acronym(one, meant) for one in said) or any(_is_acronym(one, said) for one in meant):
        return True
    return _has_short(said, size.kinerja_text) or _has_short(meant, size.text)


def _has_short(found: tuple[str, ...], text: str) -> bool:
    """Whether one of the words is made of the first letters of words of a text, joiners among them or not."""
    shorts = (initials(text), content_initials(text))
    return any(len(word) > 2 and word in short for word in found for short in shorts)


def _is_about(one: str, other: str) -> bool:
    """Whether two words are of one family: the same stem, or one made with the other (pariwisata, wisata)."""
    short, long = sorted((one, other), key=len)
    return related(one, other) or (len(short) > _LONG_ENOUGH and long.endswith(short))


def _is_acronym(word: str, whole: tuple[str, ...]) -> bool:
    """Whether a word is put together from pieces of others, in their order: «pokdarwis», kelompok sadar wisata.

    So is a draft of what such a word says: «Raperda» and «Ranperda» of the Perda.
    """
    drafted = (word.removeprefix(draft) for draft in _DRAFTS if word.startswith(draft))
    return any(_is_put_together(one, whole) for one in (word, *(rest for rest in drafted if len(rest) > _LONG_ENOUGH)))


def _is_put_together(word: str, whole: tuple[str, ...]) -> bool:
    if not word.isalpha() or len(word) < _LONG_ENOUGH:
        return False

    @cache
    def goes_on(rest: str, at: int, pieces: int, is_sure: bool) -> bool:
        return (not rest and pieces > 1 and is_sure) or any(
            _is_piece(rest[:size], whole[number], last=size == len(rest))
            and goes_on(rest[size:], number + 1, pieces + 1, is_sure or size >= _PIECE)
            for number in range(at, len(whole))
            for size in range(1, len(rest) + 1)
        )

    return goes_on(word, 0, 0, False)


def _is_piece(piece: str, word: str, *, last: bool) -> bool:
    """Whether an acronym may have a piece of a word: its beginning, more letters from within, two at the end."""
    two = len(piece) == _PIECE - 1 and word.startswith(piece[0]) and piece[1] in word  # «pa» of pembelajaran
    return two or word.startswith(piece) or (piece in word and len(piece) >= (_PIECE - 1 if last else _PIECE))


def _stands_for(text: str, words: WordLists) -> Iterator[str]:
    """What standard measures are known to measure: Nilai SAKIP stands for akuntabilitas."""
    if words.equivalent_pattern is not None:
        for found in words.equivalent_pattern.findall(fold(text)):
            yield from words.equivalents[found.casefold()]


def content_words(text: str, word_lists: WordLists) -> tuple[str, ...]:
    """Words that carry content, small; a measure word (Jumlah, Indeks) carries none."""
    found = (word.casefold() for word in words(_GLUED.sub(" ", text)))
    return tuple(
        word for word in found if word not in word_lists.common_words and word not in word_lists.indikator_starts
    )


RULES = (measures_its_kinerja,)
