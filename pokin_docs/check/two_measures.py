"""Whether an indicator measures two things at once: two heads, each with a unit of its own."""

from __future__ import annotations

import re

from pokin_docs.check.sentences import words
from pokin_docs.model.texts import fold, squeeze
from pokin_docs.model.word_lists import INDEKS, WordLists

_PARENTHESES = re.compile(r"\([^()]*\)")
_ENDS = re.compile(
    r"\s(?:yang|pada|di|bagi|oleh|dengan|terhadap|antara|untuk|dalam|dari|ke|per|sesuai|berdasarkan|tentang|terkait|melalui|"
    r"secara|sebagai|kepada|menurut)\s"
)  # fmt: skip
"""Behind these stands where, by what or for what it is measured, which may well be two."""
_JOINER = re.compile(r"\s(?:dan|serta|&)\s")
_SLASH = re.compile(r"^(?:(\S+) )?([^\W\d_]{4,})/([^\W\d_]{4,})(?![\w/])")
_HIDDEN = str.maketrans({" ": "\x00", "/": "\x01"})
_SHOWN = str.maketrans({"\x00": " ", "\x01": "/"})
_SIZES = frozenset(("panjang", "luas", "volume", "lama", "durasi", "frekuensi", "lebar"))
"""Sizes that are no counts: «Jumlah Rambu dan Panjang Marka»."""
_SUMS = frozenset(("biaya", "besaran", "waktu", "anggaran"))
"""Sizes that may as well stand beside what they are a size of: only behind «yang …» one begins a measure anew."""
_CHANGES = frozenset(("penurunan", "pengurangan", "kenaikan", "pertumbuhan", "pertambahan"))
_FEW = 2
"""Words of a head with what tells it from the other: «Pengaduan Masyarakat»."""


def two_measures(text: str, lists: WordLists) -> tuple[str, str] | None:
    """The two phrases that an indicator joins into one number, or None.

    Pairs that official texts join and fixed phrases are one thing; names of indices, lists of three and more,
    adjectives and what shares its head or its unit are not two.

    Args:
        text: The indicator.
        lists: Measure words, units, process words, and pairs of official texts.
    """
    bare = _with_hidden_joiners(squeeze(_PARENTHESES.sub(" ", text)), lists)
    pair = _two(bare, lists)
    return None if pair is None else (pair[0].translate(_SHOWN), pair[1].translate(_SHOWN))


def _with_hidden_joiners(text: str, lists: WordLists) -> str:
    """The text with every fixed phrase as one piece, whose blanks and slashes join nothing."""
    fixed = lists.fixed_pattern
    return text if fixed is None else fixed.sub(lambda found: found.group(0).translate(_HIDDEN), text)


def _two(bare: str, lists: WordLists) -> tuple[str, str] | None:
    start, _, rest = bare.partition(" ")
    two = _two_measure_words(bare, lists)
    if two is not None:
        return two
    if lists.indikator_starts.get(fold(start)) == INDEKS:
        return None
    slashed = _SLASH.match(rest)
    if slashed and _are_two_units(slashed.group(2), slashed.group(3), lists):
        return slashed.group(2), slashed.group(3)
    measured = _ENDS.split(rest, maxsplit=1)[0]
    if "," in measured or len(_JOINER.findall(measured)) != 1 or "/" in measured:
        return None
    left, right = _JOINER.split(measured)
    one, other = words(left), words(right)
    if len(one) < _FEW or len(other) < _FEW or fold(other[0]) in map(fold, one):
        return None
    if fold(one[0]) in lists.satuan and fold(other[0]) not in lists.satuan:
        return None  # «Paket Peralatan dan Perlengkapan»: the unit is counted, whatever is in it
    if not _are_two_units(one[0], other[0], lists) or lists.joins(one[-1], other[0]):
        return None
    return left, right


def _two_measure_words(text: str, lists: WordLists) -> tuple[str, str] | None:
    """«Jumlah dan Persentase …», «Indeks A dan Nilai B»: the joiner is followed by a measure word."""
    papers = set(map(fold, lists.dokumen))
    for joiner in _JOINER.finditer(text):
        behind = text[joiner.end() :]
        word = fold(next(iter(words(behind)), ""))
        told = word in lists.indikator_starts or word in _SIZES
        told = told or (word in _SUMS and " yang " in fold(text[: joiner.start()]))
        if told and word not in papers and "," not in text[: joiner.start()]:
            return text[: joiner.start()], behind
    return None


def _are_two_units(one: str, other: str, lists: WordLists) -> bool:
    """Whether two heads are counted each for itself: no pair of official texts, no processes, no abbreviation."""
    if fold(one) in _CHANGES and fold(other) not in _CHANGES:
        return False  # «Penurunan Waktu dan Biaya»: of both
    if lists.joins(one, other) or one.isupper() or other.isupper() or other[:1].islower() != one[:1].islower():
        return False
    return not any(fold(word) in lists.process_words for word in (one, other))
