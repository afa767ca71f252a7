"""Numbers that a paper writes out, read back: what the filter of templates for words says of them."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

_DIGITS = {word: number for number, word in enumerate(
    ("nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan"))}  # fmt: skip
_WHOLE = {"sepuluh": 10, "sebelas": 11, "seratus": 100}
_TIMES = {"puluh": 10, "ratus": 100}
_GROUPS = {"ribu": 10**3, "juta": 10**6, "miliar": 10**9, "milyar": 10**9, "triliun": 10**12}
_UNHEARD = frozenset(("minus", "persen", "rupiah"))
"""Words around a number that change none of its digits."""
ALL_WORDS = frozenset((*_DIGITS, *_WHOLE, *_TIMES, *_GROUPS, *_UNHEARD, "belas", "seribu", "koma"))
"""The words that numbers are written with, in small letters."""


def number_in_words(words: Sequence[str]) -> Decimal | None:
    """The number that some words say, without its sign; None where they say none.

    Args:
        words: Words of ``ALL_WORDS``.
    """
    said = [word for word in words if word not in _UNHEARD]
    at = said.index("koma") if "koma" in said else len(said)
    whole, fraction = _whole(said[:at]), [_DIGITS.get(word, -1) for word in said[at + 1 :]]
    if whole is None or -1 in fraction or (at < len(said) and not fraction):
        return None
    return Decimal(f"{whole}.{''.join(map(str, fraction)) or 0}")


def _whole(words: Sequence[str]) -> int | None:
    if not words:
        return None
    total = group = digit = 0
    for word in words:
        if word in _DIGITS:
            group, digit = group + digit, _DIGITS[word]
        elif word in _WHOLE:
            group += _WHOLE[word]
        elif word == "belas":
            group, digit = group + 10 + digit, 0
        elif word in _TIMES:
            group, digit = group + digit * _TIMES[word], 0
        elif word == "seribu":
            total += 1_000
        else:
            total, group, digit = total + (group + digit) * _GROUPS[word], 0, 0
    return total + group + digit
