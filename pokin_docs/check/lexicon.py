"""Slips of the keyboard: words that no Indonesian root explains, one letter away from a word in common use."""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from typing import Any

from pokin_docs.check.letter_rules import (
    affixed,
    exchanged,
    longer,
    noun_of_order,
    shorter,
    swapped,
    syllable_once,
)
from pokin_docs.model.rows import BukuKerja

MIN_LETTERS = 5
"""Letters of a word from which a slip can be told from another word."""
_MAX_LETTERS = 40
_PREFIXES = "(?:(?:ke|se|di|ter|ber|be|per|pe|pel|me)?(?:ng|ny|m|n|r)?(?:ke|se|ber|per|pe)?)"
_SUFFIXES = "(?:kan|an|i)?(?:nya)?"
_WORD = re.compile(r"[^\W\d_]+")
_SHORT = 6
"""Letters of a word up to which it may be an acronym of two syllables."""
_LONG_ROOT = 8
"""Letters from which a root word is known by the rest, though nobody uses it often."""
_ROWS_TOLD_BY = 60
"""Rows that tell how an office writes."""
_PIECES = 3
"""Letters of a piece of an acronym at most."""
_FUNCTION_WORD = 4
"""Letters of a function word at most (yang)."""
_STATE_TWICE = re.compile(r"(?:ter|di)\w+(?<!k)annya")
"""«Tersediannya»: a state has no suffix -an, so that the second n was typed by mistake."""


@dataclass(frozen=True)
class Lexicon:
    """Words in common use, small; what a word one slip away from one of them is meant to be.

    ``names`` are words of the office's own, which are right as they stand; ``verbs`` are those words that begin a
    kinerja. ``everyday`` are other words in common use: right as they stand, and meant where none of ``words`` is.
    ``small_letters``: the office writes its sentences in small letters, so that capitals in them are those of names.
    """

    words: frozenset[str]
    names: frozenset[str] = frozenset()
    verbs: frozenset[str] = frozenset()
    everyday: frozenset[str] = frozenset()
    small_letters: bool = False

    def nearest(self, word: str) -> str | None:
        """The one word in common use that lacks, has too much, or swaps one letter of ``word`` (small); else None.

        An exchanged letter makes another word (pengadaan, pengaduan) and is not looked for. The first letter is
        trusted. Where two words are equally near nobody can say which is meant.
        """
        if self.knows(word) or word in self.names or not MIN_LETTERS <= len(word) <= _MAX_LETTERS:
            return None
        near = {entry for entry in self.near(word) if not (_inflects(word, entry) and is_indonesian(word))}
        near = near & self.words or near
        near = {entry for entry in near if _lacks_of_a_suffix(word, entry)} or near
        if len(near) > 1:  # a doubled letter is the commoner slip
            near = {entry for entry in near if len(entry) != len(word) and _undoubled(entry) == _undoubled(word)}
        return next(iter(near)) if len(near) == 1 else None

    def is_near(self, word: str) -> bool:
        """Whether a word is one slip away from any word in common use, even if nobody can say from which."""
        return next(self.near(word), None) is not None

    def is_verb_root(self, word: str) -> bool:
        """Whether a word in common use is made of a small root by ``meN-`` or ``peN-an``: «ambil», not «kantor»."""
        return any(
            f"me{nasal}{rest}{suffix}" in self.words or f"pe{nasal}{rest}an" in self.words
            for nasal, rest in _nasalised(word)
            for suffix in ("", "kan", "i")
        )

    def near(self, word: str) -> Iterator[str]:
        """Words in common use that a word is one slip away from; one may come several times."""
        for changed in (longer, shorter, swapped, syllable_once):
            yield from (entry for entry in changed(word) if self.knows(entry))

    def knows(self, word: str) -> bool:
        """Whether a small word is in common use."""
        return word in self.words or word in self.everyday

    @cached_property
    def _meant(self) -> dict[str, str | None]:
        return {}

    @cached_property
    def mended(self) -> dict[str, tuple[str, tuple[tuple[str, str], ...]]]:
        """Sentences already looked at, with what ``written.without_slips`` made of them: several rules ask."""
        return {}

    @cached_property
    def looked_at(self) -> dict[str, Any]:
        """Sentences with what ``written.look_at`` said of them."""
        return {}

    def meant(self, word: str) -> str | None:
        """The word that a slip stands for; None for a word that is right, or that nothing is known of."""
        if word not in self._meant:
            self._meant[word] = self._slip_of(word)
        return self._meant[word]

    def _slip_of(self, word: str) -> str | None:
        if ruled := self._spelt_as_ruled(word):
            return ruled
        meant = self.nearest(word) or self._verb_like(word)
        if meant is None:
            return self._long_root(word) or self._affixed(word)
        if _differ_in_acronym(word, meant):
            return None  # «Raperda», «Ranperda» are two ways to shorten the same
        short = len(word) <= _SHORT and _undoubled(word) != _undoubled(meant)
        if meant not in self.words and (_has_long_root(word) or short):
            return None  # a short word may as well be put together of syllables: «Latsar», latihan dasar
        # «Tersusunya» has the root susu: beside a result verb no other word in -nya is meant.
        sure = _STATE_TWICE.fullmatch(word) or (meant in self.verbs and word.endswith("nya"))
        return meant if sure or not self._is_excused(word) else None

    def _spelt_as_ruled(self, word: str) -> str | None:
        """The word in common use that is typed against a rule of spelling, where exactly one is."""
        if word in self.words or word in self.names or not MIN_LETTERS <= len(word) <= _MAX_LETTERS:
            return None
        ruled = exchanged(word) if not self.knows(word) and not is_indonesian(word) else frozenset()
        meant = [one for one in ruled | noun_of_order(word) if self.knows(one)]
        return meant[0] if len(meant) == 1 else None

    def _long_root(self, word: str) -> str | None:
        """The long root word that an unknown word is but for one letter lost: «gratifkasi»."""
        if len(word) < _LONG_ROOT or self.knows(word) or word in self.names or is_indonesian(word):
            return None
        near = {entry for entry in longer(word) if is_listed_root(entry)}
        return next(iter(near)) if len(near) == 1 else None

    def _affixed(self, word: str) -> str | None:
        """The passive whose root is one slip away from a word in common use: «diakusisi»."""
        if self.knows(word) or word in self.names or is_indonesian(word):
            return None
        near = {
            prefix + meant + word[len(prefix) + len(whole) :]
            for prefix, whole in affixed(word)
            if prefix in ("di", "ter") and (meant := self.nearest(whole)) is not None and not is_indonesian(whole)
        }
        return next(iter(near)) if len(near) == 1 else None

    def _verb_like(self, word: str) -> str | None:
        """The result verb that an unknown word in -nya is but for one exchanged letter: «Terwujutnya»."""
        if not word.endswith("nya") or self.knows(word) or word in self.names or is_indonesian(word):
            return None
        near = [verb for verb in self.verbs if len(verb) == len(word) and _differ_once(verb, word)]
        return near[0] if len(near) == 1 else None

    def _is_excused(self, word: str) -> bool:
        """Whether a word that looks like a slip is one of its own: a root word, or made of the root of a usual word.

        The stemmer finds a root in nearly anything (lapo-an, ber-gama); one that no usual word has explains nothing.
        """
        root = root_of(word)
        if root is None or root == word:
            return root is not None
        made = re.compile(
            _PREFIXES + "(?:" + "|".join({root, root[1:] if root[0] in "kpts" else root}) + ")" + _SUFFIXES
        )
        return any(made.fullmatch(usual) for usual in self.words)


def lexicon_of(buku: BukuKerja) -> Lexicon:
    """The words that the sentences of a workbook are held against; what stands in Identitas is the office's own."""
    names = {word for isian in buku.identitas.values() for word in _WORD.findall(isian.text.casefold())}
    lists = buku.word_lists
    told = (tuple(lists.spellings.items()), lists.lower_case_words)
    small = writes_small(row.kinerja.text for row in buku.tahap5[:_ROWS_TOLD_BY])
    return _lexicon(
        lists.spelt_words, lists.everyday_words, frozenset(names), frozenset(lists.verbs), told, small=small
    )


def writes_small(sentences: Iterable[str]) -> bool:
    """Whether most sentences have more small words than capitalised ones behind their first, function words aside."""
    votes = 0
    for sentence in sentences:
        found = [word for word in sentence.split()[1:] if len(word) > _FUNCTION_WORD and word.isalpha()]
        small = sum(word.islower() for word in found)
        votes += (2 * small > len(found)) - (2 * small < len(found))
    return votes > 0


@lru_cache(maxsize=8)
def _lexicon(
    words: frozenset[str],
    everyday: frozenset[str],
    names: frozenset[str],
    verbs: frozenset[str],
    told: Hashable,
    *,
    small: bool,
) -> Lexicon:
    # What a lexicon remembers of sentences follows from the other lists too, so each set of them has its own.
    return Lexicon(words, names, verbs, everyday, small)


def _lacks_of_a_suffix(word: str, meant: str) -> bool:
    """Whether a word has half of the suffix -an: «pemantaun» is meant for the work (pemantauan), not who does it."""
    return meant.endswith("an") and word in (meant[:-2] + "n", meant[:-1])


def _differ_once(one: str, other: str) -> bool:
    return one[0] == other[0] and sum(first != second for first, second in zip(one, other, strict=True)) == 1


def _differ_in_acronym(one: str, other: str) -> bool:
    """Whether two words are pieces before one and the same word that has no root: ra-perda, ran-perda."""
    tail = next((one[at:] for at in range(len(one)) if other.endswith(one[at:])), "")
    return _PIECES < len(tail) < len(one) <= len(tail) + _PIECES and not any(map(is_indonesian, (one, other, tail)))


def _undoubled(word: str) -> str:
    return "".join(letter for at, letter in enumerate(word) if letter != word[at - 1 : at])


def _nasalised(word: str) -> Iterator[tuple[str, str]]:
    """What stands between ``me``/``pe`` and a root, and what is left of the root."""
    first = word[:1]
    if first in "kpts":
        yield {"k": "ng", "p": "m", "t": "n", "s": "ny"}[first], word[1:]
    yield (
        {"b": "m", "f": "m", "v": "m", "p": "m", "c": "n", "d": "n", "j": "n", "z": "n", "t": "n"}.get(
            first, "" if first in "lmnrwy" else "ng"
        ),
        word,
    )


def _inflects(one: str, other: str) -> bool:
    """Whether two words differ only by a suffix of one letter that Indonesian has."""
    return one.removesuffix("i") == other.removesuffix("i")


@dataclass(frozen=True)
class _Dictionary:
    """Root words as the stemmer asks for them; its own dictionary takes each word through a loop."""

    roots: frozenset[str]

    def contains(self, word: str) -> bool:
        return word in self.roots


@cache
def _roots_and_stemmer() -> tuple[frozenset[str], object]:
    # Sastrawi (MIT): 30,000 root words and the affixes of Indonesian; loaded only for a word that looks like a slip.
    from Sastrawi.Stemmer.Stemmer import Stemmer
    from Sastrawi.Stemmer.StemmerFactory import StemmerFactory

    roots = frozenset(StemmerFactory().get_words())
    return roots, Stemmer(_Dictionary(roots))


@cache
def root_of(word: str) -> str | None:
    """The root of a small Indonesian word; None where the dictionary has none for it."""
    roots, stemmer = _roots_and_stemmer()
    root = word if word in roots else stemmer.stem(word)  # type: ignore[attr-defined]  # Sastrawi has no types
    return root if root in roots else None


def is_indonesian(word: str) -> bool:
    """Whether a small word is a root word of Indonesian, or one with its affixes."""
    return root_of(word) is not None


def _has_long_root(word: str) -> bool:
    """Whether a word is made of a root of its own: a root of three letters is found in many a slip (ke-pus-an)."""
    root = root_of(word)
    return root is not None and (len(root) > 3 or is_listed_root(word.removesuffix("nya")))


def is_verb(word: str) -> bool:
    """Whether a small word with a prefix is made of a root: «mengikuti», not «mekanisme»."""
    return root_of(word) not in (None, word)


def is_listed_root(word: str) -> bool:
    """Whether a small word stands among the root words as it is."""
    return word in _roots_and_stemmer()[0]


@cache
def short_roots() -> frozenset[str]:
    """Root words that are too short for the list of words in common use."""
    return frozenset(root for root in _roots_and_stemmer()[0] if len(root) < MIN_LETTERS)
