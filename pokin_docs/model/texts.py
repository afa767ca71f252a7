"""Comparing texts the way a planner means them; printing never uses these forms."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from enum import Enum
from functools import lru_cache

UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""Characters that no XML can hold: a text is cleaned of them where it is read, and before it is printed."""
_UNSEEN = re.compile(
    r"(?<=\w)[\u00ad\u200b-\u200d\u2060\ufeff]+(?=\w)|(?<=[\d.])[\u200b-\u200d\u2060\ufeff]+(?=[\d.])"
    r"|[\u00ad\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]"
)
"""What is not seen inside a word or a code: hyphens of an older line, joints without width, signs of direction."""
_BLANKS = re.compile(r"[\s\u00a0\u200b\u2060\ufeff]+")
_PARENTHESES = re.compile(r"\([^)]*\)")
_NOT_WORD = re.compile(r"(?:[^\w%]|_)+")
# "1. ", "2) ", "a) ", "iv. ", "(3) ", "1.2 ", "- ": how a list is numbered, never a part of the sentence.
_NUMBER = re.compile(
    r"^\s*(?:\(?\d{1,2}(?:\.\d{1,2}){0,3}[.)](?!\d)\s*|\(?(?:[ivx]{1,4}|[a-z])[.)]\s+"
    r"|\d{1,2}(?:\.\d{1,2}){1,3}\s+(?=[^\W\d])|[-–•*▪]+\s*(?=[^\W\d]))",
    re.IGNORECASE,
)


@lru_cache(maxsize=16_384)  # every rule folds the same few hundred sentences
def squeeze(text: str) -> str:
    """The text in NFC with every run of blanks (no-break and zero-width too) as one blank, none at the ends.

    What is not seen inside a word goes: "Mening\u00adkatnya" is "Meningkatnya".
    """
    return _BLANKS.sub(" ", _UNSEEN.sub("", unicodedata.normalize("NFC", text))).strip()


@lru_cache(maxsize=16_384)
def fold(text: str) -> str:
    """Key under which two spellings of a label are the same: case, blanks and punctuation do not count."""
    return _NOT_WORD.sub(" ", squeeze(text).casefold()).strip()


def without_number(text: str) -> str:
    """The text without the number or bullet of a list in front of it."""
    return _NUMBER.sub("", text, count=1)


def numbered_lines(text: str) -> int:
    """How many lines of a text begin with a number or bullet of a list."""
    return sum(without_number(line) != line for line in text.splitlines())


@lru_cache(maxsize=16_384)
def fold_sentence(text: str) -> str:
    """Key under which two wordings of a kinerja are the same (domain rules: X01 to X03, S10).

    Abbreviations in parentheses, case, blanks, final punctuation and the number of a list do not count.
    """
    return fold(_PARENTHESES.sub(" ", without_number(text)))


class Likeness(float, Enum):
    """How alike two texts are at least, from 0 to 1, to be taken for what the name says."""

    SLIP = 0.9
    """The same word but for a slip of the fingers: what it stands for is certain."""
    REPEATED = 0.85
    """A sentence that says what another says (domain.md S11)."""
    MEANT = 0.8
    """A title or a code that can mean nothing else."""
    REWORDED = 0.78
    """An indicator that is another one in other words."""
    PAIRED = 0.75
    """The same row in two stages, of which one was edited."""
    PROPOSED = 0.72
    """Good enough to be proposed to a planner."""
    RELATED = 0.6
    """Sentences of two stages that were once one: good enough to be shown side by side."""


def nearest(word: str, candidates: Iterable[str], likeness: Likeness = Likeness.PROPOSED) -> str | None:
    """The candidate a misspelt word most likely stands for, as it was given; None when none is alike enough.

    Args:
        word: The word or sentence as typed; case, blanks and punctuation do not count.
        candidates: What may have been meant, not folded; of two that are as near the first is taken.
        likeness: How alike the two are at least.
    """
    return finder(candidates, likeness)(word)


def finder(candidates: Iterable[str], likeness: Likeness = Likeness.PROPOSED) -> Callable[[str], str | None]:
    """``nearest`` of these candidates for any word: where many are asked for, the candidates are folded once."""
    from rapidfuzz import fuzz, process  # difflib takes minutes where hundreds of sentences are compared

    said = list(candidates)
    folded = [fold(one) for one in said]

    def find(word: str) -> str | None:
        found = process.extractOne(fold(word), folded, scorer=fuzz.ratio, score_cutoff=likeness * 100)
        return said[found[2]] if found else None

    return find


def most_alike(text: str, candidates: Iterable[str], least: int) -> str | None:
    """The candidate that is most alike, letter by letter; None when none is as alike as that.

    Args:
        text: The text; nothing of it is folded.
        candidates: What it is held against.
        least: How alike, of 100.
    """
    from rapidfuzz import fuzz, process

    found = process.extractOne(text, list(candidates), scorer=fuzz.ratio, score_cutoff=least)
    return found[0] if found else None


def words_apart(words: Sequence[str], others: Sequence[str], most: int) -> int:
    """How many words more, less or other part two texts; more than ``most`` where they are further apart.

    Args:
        words: The words of one.
        others: Those of the other.
        most: What still counts.
    """
    from rapidfuzz.distance import Levenshtein

    return Levenshtein.distance(words, others, score_cutoff=most)


def slips_between(typed: str, meant: str) -> int:
    """How many slips of the fingers (a letter more, less, other, or two swapped) part two words."""
    from rapidfuzz.distance import OSA

    return OSA.distance(typed, meant)


def is_slip(word: str, name: str) -> bool:
    """Whether a short word is a name with one slip of the fingers: NPI for NIP, Nma for Nama, "TW l" for "TW I".

    Words of three letters that differ in one letter are two words: IKU and Isu.
    """
    typed, meant = fold(word), fold(name)
    if not 3 <= len(meant) <= 6 or abs(len(typed) - len(meant)) > 1:
        return False
    swapped = len(typed) == len(meant) == 3
    return slips_between(typed, meant) == 1 and (not swapped or sorted(typed) == sorted(meant))
