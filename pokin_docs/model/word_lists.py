"""Kata: the word lists that the wording rules are given; what each list means.

The lists are text files (``pokin_docs/kata``), which an office extends in a folder of its own; reading them is the
work of ``extract.word_lists``. Every key here is folded, so that case and punctuation do not count.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from pokin_docs.model.official_marks import OfficialMarks
from pokin_docs.model.texts import fold, fold_sentence

HASIL, KELUARAN, KEDUANYA = "hasil", "keluaran", "keduanya"
PERSEN, INDEKS, TOTAL_CODES = "persen", "indeks", "jumlah"
SIFAT, SELALU = "sifat", "selalu"

LISTS: Mapping[str, tuple[str, ...] | None] = {
    "kata-kerja": (HASIL, KELUARAN, KEDUANYA),
    "kata-masalah": None,
    "frasa-tetap": None,
    "istilah": None,
    "satuan": None,
    "indeks-usang": None,
    "huruf-kecil": None,
    "samar": (SIFAT, SELALU),
    "proses": None,
    "dokumen": None,
    "ejaan": None,
    "kata-umum": None,
    "awal-indikator": (PERSEN, INDEKS, TOTAL_CODES),
    "resmi": None,
    "padanan": None,
    "kata-lazim": None,
    "kata-biasa": None,
    "pasangan": None,
    "isi-dokumen": None,
    "ukuran": None,
    "hitungan-hasil": None,
}
"""Names of the lists; the words allowed right of ``=`` where only some are."""

PAIRED_LISTS = frozenset({"kata-kerja", "satuan", "indeks-usang", "awal-indikator", "padanan"})
"""Lists whose every line needs a right side."""


_JOINER = re.compile(r"\s(?:dan|atau)\s|/")

PLAIN_LISTS = frozenset({"kata-lazim", "kata-biasa", "pasangan", "isi-dokumen"})
"""Long lists of small words without a right side."""


@dataclass(frozen=True)
class Terms:
    """The terms offices use for one concept, each with its spellings; the first of each is the one shown."""

    terms: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class WordLists:
    """All word lists. Without any, the wording rules have nothing to say."""

    verbs: Mapping[str, str] = field(default_factory=dict)
    problem_words: frozenset[str] = frozenset()
    fixed_phrases: tuple[str, ...] = ()
    terms: tuple[Terms, ...] = ()
    satuan: Mapping[str, frozenset[str]] = field(default_factory=dict)
    satuan_names: tuple[str, ...] = ()
    old_indexes: Mapping[str, str] = field(default_factory=dict)
    lower_case_words: frozenset[str] = frozenset()
    vague_phrases: tuple[str, ...] = ()
    vague_words: Mapping[str, str] = field(default_factory=dict)
    process_words: frozenset[str] = frozenset()
    dokumen: tuple[str, ...] = ()
    spellings: Mapping[str, str] = field(default_factory=dict)
    common_words: frozenset[str] = frozenset()
    indikator_starts: Mapping[str, str] = field(default_factory=dict)
    official_names: frozenset[str] = frozenset()
    official_starts: tuple[str, ...] = ()
    equivalents: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    official_words: frozenset[str] = frozenset()
    everyday_words: frozenset[str] = frozenset()
    paper_contents: frozenset[str] = frozenset()
    other_measures: frozenset[str] = frozenset()
    counted_results: tuple[str, ...] = ()
    joined: tuple[str, ...] = ()
    marks: OfficialMarks = field(default_factory=OfficialMarks)

    def is_official(self, text: str) -> bool:
        """Whether a sentence is one of the listed official ones, whose wording is not ours to judge."""
        key = fold_sentence(text)
        return key in self.official_names or key.startswith(self.official_starts)

    @cached_property
    def fixed_pattern(self) -> re.Pattern[str] | None:
        """Finds fixed phrases in a squeezed text, with or without the commas and dashes between their words."""
        return _any_of(map(fold, self.fixed_phrases), between=r"[\W_]+")

    @cached_property
    def abbreviations(self) -> frozenset[str]:
        """The words of the terms that are written in capitals (SKPD), small."""
        spellings = (spelling for concept in self.terms for term in concept.terms for spelling in term)
        return frozenset(word.casefold() for spelling in spellings for word in spelling.split() if word.isupper())

    @cached_property
    def measure_words(self) -> frozenset[str]:
        """Every word and phrase that says how something is measured, folded."""
        fits = frozenset(word for words in self.satuan.values() for word in words)
        return self.other_measures | self.indikator_starts.keys() | fits

    def joins(self, one: str, other: str) -> bool:
        """Whether two words are joined in official texts, so that both are one thing there."""
        first, second = sorted((fold(one), fold(other)))
        return (first, second) in self._pairs

    @cached_property
    def _pairs(self) -> frozenset[tuple[str, str]]:
        return frozenset(_pair(line) for line in self.joined if _JOINER.search(line))

    @cached_property
    def spelt_words(self) -> frozenset[str]:
        """Words of planning whose spelling is sure: of the official list, result verbs, what is listed as right."""
        listed = {key for key, meant in self.spellings.items() if not meant}
        right = {fold(meant) for meant in self.spellings.values() if meant}
        return frozenset((self.official_words | self.verbs.keys() | self.problem_words | listed | right) - self._slips)

    @cached_property
    def _slips(self) -> frozenset[str]:
        return frozenset(key for key, meant in self.spellings.items() if meant)

    @cached_property
    def vague_pattern(self) -> re.Pattern[str] | None:
        """Finds vague phrases in a squeezed text, whatever their case."""
        return _any_of((*self.vague_phrases, *self._after("secara", "dengan")))

    @cached_property
    def vague_measure_pattern(self) -> re.Pattern[str] | None:
        """Finds vague phrases in an indicator, where a quality without bounds is one too."""
        alone = (word for word, kind in self.vague_words.items() if kind == SELALU)
        qualities = self._after("secara", "dengan", "yang", "lebih", "semakin", "makin", "sangat", "yang lebih")
        return _any_of((*self.vague_phrases, *qualities, *alone))

    def _after(self, *before: str) -> tuple[str, ...]:
        return tuple(f"{word} {quality}" for word in before for quality in self.vague_words)

    @cached_property
    def equivalent_pattern(self) -> re.Pattern[str] | None:
        """Finds standard measures in a folded text."""
        return _any_of(self.equivalents)

    @cached_property
    def old_index_pattern(self) -> re.Pattern[str] | None:
        """Finds retired indices in a folded text."""
        return _any_of(self.old_indexes)

    @cached_property
    def term_spellings(self) -> Mapping[str, tuple[int, str]]:
        """Folded spelling → number of its concept and the term it stands for."""
        return {
            fold(spelling): (number, spellings[0])
            for number, concept in enumerate(self.terms)
            for spellings in concept.terms
            for spelling in spellings
        }

    @cached_property
    def term_pattern(self) -> re.Pattern[str] | None:
        """Finds terms in a folded text, the longest first: SKPD's long form holds that of Perangkat Daerah."""
        return _any_of(self.term_spellings)


def _any_of(phrases: Iterable[str], between: str = " ") -> re.Pattern[str] | None:
    longest_first = sorted(filter(None, phrases), key=len, reverse=True)
    if not longest_first:
        return None
    parts = "|".join(between.join(map(re.escape, phrase.split())) for phrase in longest_first)
    return re.compile(rf"(?<!\w)(?:{parts})(?!\w)", re.IGNORECASE)


def build_word_lists(lists: Mapping[str, Mapping[str, str]]) -> WordLists:
    """The word lists from their lines: name of the list → what stands left of ``=`` → what stands right of it."""

    def left(name: str) -> tuple[str, ...]:
        return tuple(lists.get(name, {}))

    def folded(name: str) -> dict[str, str]:
        return {fold(key): value for key, value in lists.get(name, {}).items()}

    satuan: dict[str, frozenset[str]] = {}
    for spellings, first_words in lists.get("satuan", {}).items():
        fits = frozenset(fold(word) for word in first_words.split(","))
        for spelling in _parts(spellings, "|"):
            satuan[fold(spelling)] = satuan.get(fold(spelling), frozenset()) | fits
    terms = tuple(
        Terms(tuple(_parts(term, "|") for term in _parts(line, ";"))) for line in left("istilah") if ";" in line
    )
    official_names = left("resmi")
    return WordLists(
        verbs=folded("kata-kerja"),
        problem_words=frozenset(folded("kata-masalah")),
        fixed_phrases=left("frasa-tetap"),
        terms=terms,
        satuan=satuan,
        satuan_names=tuple(_parts(line, "|")[0] for line in left("satuan")),
        old_indexes=folded("indeks-usang"),
        lower_case_words=frozenset(folded("huruf-kecil")),
        vague_phrases=tuple(phrase for phrase, kind in lists.get("samar", {}).items() if not kind),
        vague_words={phrase: kind for phrase, kind in lists.get("samar", {}).items() if kind},
        process_words=frozenset(folded("proses")),
        dokumen=left("dokumen"),
        spellings=folded("ejaan"),
        common_words=frozenset(folded("kata-umum")),
        indikator_starts=folded("awal-indikator"),
        official_names=frozenset(fold_sentence(line) for line in official_names if not line.endswith("…")),
        official_starts=tuple(fold_sentence(line) for line in official_names if line.endswith("…")),
        equivalents={
            key: tuple(fold(" ".join(_parts(value, ","))).split()) for key, value in folded("padanan").items()
        },
        official_words=_small(left("kata-lazim")),
        everyday_words=_small(left("kata-biasa")),
        other_measures=frozenset(folded("ukuran")),
        counted_results=tuple(folded("hitungan-hasil")),
        paper_contents=frozenset(folded("isi-dokumen")),
        joined=left("pasangan"),
    )


def _small(lines: Iterable[str]) -> frozenset[str]:
    """Folded words; what is a small word already needs no folding, which ten thousand of them would feel."""
    return frozenset(line if line.isascii() and line.islower() and line.isalpha() else fold(line) for line in lines)


def _pair(line: str) -> tuple[str, str]:
    one, other = sorted(fold(part) for part in _JOINER.split(line, maxsplit=1))
    return one, other


def _parts(line: str, separator: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in line.split(separator) if part.strip())
