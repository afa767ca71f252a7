"""What a satuan names: a known one however it is typed, one made of known ones, a thing, or an abbreviation."""

from __future__ import annotations

import re
from collections.abc import Mapping

from pokin_docs.check.lexicon import is_indonesian, is_listed_root
from pokin_docs.check.sentences import initials, words
from pokin_docs.model.rows import KinerjaRow
from pokin_docs.model.texts import fold, squeeze
from pokin_docs.model.word_lists import TOTAL_CODES, WordLists

_PARENTHESES = re.compile(r"\(([^()]*)\)")
_PER = re.compile(r"\s*/\s*|\s+per\s+", re.IGNORECASE)
_SHORTEST = 2
"""Letters of an abbreviation at least; of one of the row's own words one more."""
_NUMERALS = frozenset(("ribu", "juta", "miliar", "milyar", "triliun"))
_BASES = frozenset(("kapita", "ha", "kk", "km", "th", "thn"))
"""What is counted against, and no satuan of its own."""
_PER_SO_MANY = re.compile(r"per(?: \d+)+(?: [^\W\d_]+)*")
"""What a rate is counted against: «per 1.000 Wanita»."""
_QUALIFIED = frozenset(("berat", "luas", "panjang", "volume", "produksi", "pendapatan"))
"""Measures whose unit may say of what it is: «Ton GKG»."""


def is_clear(row: KinerjaRow, key: str, lists: WordLists) -> bool:
    """Whether a satuan that no list has says clearly what is counted.

    Args:
        row: Its row.
        key: The satuan, folded.
        lists: The satuan that are known, and words in use.
    """
    first = fold(next(iter(words(row.indikator.text)), ""))
    return (
        _is_a_thing(key, first, lists) or _is_composed(row.satuan.text, lists.satuan) or _is_short_for(key, row, lists)
    )


def _is_a_thing(key: str, first: str, lists: WordLists) -> bool:
    """Whether a satuan that no list has is a word of Indonesian all the same, such as a count may have."""
    if key in lists.counted_results:
        return True
    counts = lists.indikator_starts.get(first, TOTAL_CODES) == TOTAL_CODES  # a measure no list has may come in anything
    in_use = key in lists.official_words or key in lists.everyday_words
    return counts and " " not in key and key.isalpha() and (in_use or is_listed_root(key))


def _is_short_for(key: str, row: KinerjaRow, lists: WordLists) -> bool:
    """Whether a satuan is an abbreviation of the row's own words, or of a term that offices use: «PD»."""
    if not row.satuan.clean.isupper() or len(key) < _SHORTEST:
        return False
    own = (initials(text) for text in (row.kinerja.text, row.indikator.text))
    return key in lists.term_spellings or (len(key) > _SHORTEST and any(key in short for short in own))


def _is_composed(text: str, known: Mapping[str, frozenset[str]]) -> bool:
    """Whether a satuan is made of known ones and plain words: «Hari Kerja», «Juta Rupiah/Orang», «Kkal/Kapita/Hari»."""
    if _PER_SO_MANY.fullmatch(fold(text)):
        return True
    parts = [fold(part).split() for part in _PER.split(squeeze(text))]
    if len(parts) == 1 and len(typed := squeeze(text).split()) > 1 and typed[-1].isupper():
        unit = fold(" ".join(typed[:-1]))
        return not _QUALIFIED.isdisjoint(known.get(unit, ()))
    return all(parts) and all(_is_part(part, known, first=number == 0) for number, part in enumerate(parts))


def _is_part(part: list[str], known: Mapping[str, frozenset[str]], *, first: bool) -> bool:
    """Whether words name what is counted: a known satuan, perhaps with a numeral before it or plain words behind.

    Args:
        part: The words, folded.
        known: The satuan that are known.
        first: Whether they stand first; behind stands what it is counted against, which may be any plain word.
    """
    found = part[1:] if part[0] in _NUMERALS and len(part) > 1 else part
    if " ".join(found) in known:
        return True
    if first:
        return len(found) > 1 and found[0] in known and all(map(is_indonesian, found[1:]))
    return " ".join(found) in _BASES or all(map(is_indonesian, found))


def unit_key(text: str, known: Mapping[str, frozenset[str]]) -> str:
    """The satuan as the list has it: «Persentase (%)», «Indeks (Skala 0-100)», «Laporan / Dokumen» say a known one."""
    bare, inside = fold(_PARENTHESES.sub(" ", text)), [fold(part) for part in _PARENTHESES.findall(text)]
    parts = [fold(part) for part in text.split("/")]
    several = parts[0] if len(parts) > 1 and all(part in known for part in parts) else ""
    return next((key for key in (fold(text), bare, *inside, several) if key in known), fold(text))
