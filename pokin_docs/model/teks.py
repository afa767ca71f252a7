"""Comparing texts the way a planner means them; printing never uses these forms."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

_BLANKS = re.compile(r"[\s\u00a0\u200b\u2060\ufeff]+")
_PARENTHESES = re.compile(r"\([^)]*\)")
_NOT_WORD = re.compile(r"[^\w%]+")


def squeeze(text: str) -> str:
    """The text in NFC with every run of blanks (no-break and zero-width too) as one blank, none at the ends."""
    return _BLANKS.sub(" ", unicodedata.normalize("NFC", text)).strip()


def fold(text: str) -> str:
    """Key under which two spellings of a label are the same: case, blanks and punctuation do not count."""
    return _NOT_WORD.sub(" ", squeeze(text).casefold()).strip()


def fold_sentence(text: str) -> str:
    """Key under which two wordings of a kinerja are the same (domain rules: X01 to X03, S10).

    Abbreviations in parentheses, case, blanks and final punctuation do not count.
    """
    return fold(_PARENTHESES.sub(" ", text))


def nearest(word: str, candidates: Iterable[str], cutoff: float = 0.72) -> str | None:
    """The candidate a misspelt word most likely stands for, or None when none is close enough."""
    from rapidfuzz import fuzz, process  # difflib takes minutes where hundreds of sentences are compared

    found = process.extractOne(word, list(candidates), scorer=fuzz.ratio, processor=fold, score_cutoff=cutoff * 100)
    return found[0] if found else None
