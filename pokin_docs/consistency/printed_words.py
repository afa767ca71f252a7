"""Texts compared as a reader compares them: what an office's template may do to a value does not count."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal
from functools import lru_cache

from pokin_docs.consistency.number_words import ALL_WORDS, number_in_words

_SAME = str.maketrans({
    "\u2011": "-", "\u2010": "-", "\u2013": "-", "\u2212": "-", "\u00ad": None, "\u200b": None, "\ufeff": None,
    "\u2060": None, "\u201c": '"', "\u201d": '"', "\u2018": "'", "\u2019": "'", "\x16": " ", "\x17": " ", "\x19": None,
})  # fmt: skip
_NUMBERED = re.compile(r"^(?:\(?(?:\d{1,3}(?:\.\d{1,3}){0,4}|[a-z]|[ivx]{1,5})[.)](?!\d)\s*|[-•*▪]\s+)")
_AMOUNT = re.compile(r"(?:rp\.?\s*)?(-?\d{1,3}(?:\.\d{3})+|-?\d+)(?:,(\d+|-))?")
_CODE = re.compile(r"\d+(?:\.\d+)+")
_LEADING_CODE = re.compile(r"^\d[\d.]*\s+")
_UNIT = re.compile(r"\s*\([^()]{1,25}\)$")
_END = " .;:,"
_UNITS = (1, 1_000, 1_000_000)
"""Of the numbers that a template may print of an amount."""
_MARK = re.compile(r"\[[^\[\]]*[^\W\d_][^\[\]]*\]")
LABELS = frozenset(("satuan", "target", "per", "sebesar", "sebanyak"))
"""Words that a template may print with a value in its cell."""


@lru_cache(maxsize=32_768)
def plain(text: str) -> str:
    """The text in small letters, with one blank between words, dashes and quotes as typewriters have them."""
    if text.isascii():  # most are: quicker than looking each sign up
        text = text.replace("\x16", " ").replace("\x17", " ").replace("\x19", "")
    else:
        text = text.translate(_SAME)
    return " ".join(text.casefold().split())


@lru_cache(maxsize=32_768)
def key(text: str) -> str:
    """The same without the sign at its end and a number of a list in front."""
    said = plain(text)
    return (_NUMBERED.sub("", said, count=1) or said).rstrip(_END) or said


@lru_cache(maxsize=8_192)  # a row stands in the papers of a whole branch
def about(words: str) -> str:
    """What a sentence is about, whether or not its unit or code stands beside it."""
    said = _LEADING_CODE.sub("", plain(words))
    return key(_UNIT.sub("", said) or said)


def code_of(words: str) -> str:
    """The code before a name, of at least two numbers; empty where none stands there."""
    found = _LEADING_CODE.match(words)
    return found[0].strip() if found and "." in found[0].strip(". ") else ""


def holds(cell: str, value: str) -> bool:
    """Whether a cell prints a value, by itself or among other words; both plain."""
    if cell == value or place_in(cell, value) >= 0:
        return True
    meant = amount_meant(value)
    return meant is not None and meant == amount(cell)


def amount_meant(value: str) -> Decimal | None:
    """The number that a cell may print as another text; None of a value that is none."""
    return amount(value) if value[:1].isdigit() else None


def place_in(cell: str, value: str) -> int:
    """Where a cell has a value as whole words or a whole number; -1 where it has not."""
    at = cell.find(value)
    while at >= 0:
        if stands_alone(cell, at, at + len(value)):
            return at
        at = cell.find(value, at + 1)
    return -1


def without(cell: str, value: str) -> str:
    """What a cell says besides a value; both plain."""
    at = place_in(cell, value)
    return cell if at < 0 else f"{cell[:at]} {cell[at + len(value) :]}"


def stands_alone(text: str, start: int, end: int) -> bool:
    """Whether what stands there in a plain text is no part of a longer word or number.

    Args:
        text: The text.
        start: The first character.
        end: The one after the last.
    """
    first, last = text[start], text[end - 1]
    before, after = text[start - 1 : start], text[end : end + 3]
    if first.isdigit() and (before.isdigit() or (before in (".", ",") and text[start - 2 : start - 1].isdigit())):
        return False
    if first.isalpha() and before.isalnum():
        return False
    if last.isalpha() and after[:1].isalnum():
        return False
    if not last.isdigit():
        return True
    number = re.match(r"\d|[.,](\d+)", after)
    return number is None or (number[1] is not None and after[0] == "," and not number[1].strip("0"))


@lru_cache(maxsize=4_096)
def amount(text: str) -> Decimal | None:
    """The number that a plain text is, as Indonesian papers write it; None of anything else."""
    found = _AMOUNT.fullmatch(text.strip(" %"))
    if found is None or len(text) > 40:
        return None
    part = "" if found[2] in (None, "-") else found[2]
    return Decimal(found[1].replace(".", "") + (f".{part}" if part else ""))


def has_mark(text: str) -> bool:
    """Whether a text has a mark in brackets, as it stands where a value is missing: nothing is said there."""
    return _MARK.search(text) is not None


def is_in_words(cell: str, value: str) -> bool:
    """Whether a cell writes out the number that the value is: rounded, or in thousands, as a template may have it."""
    words = cell.strip("()" + _END).split()
    meant, said = amount(value), number_in_words(words) if words and ALL_WORDS.issuperset(words) else None
    if meant is None or said is None:
        return False
    return any(abs(said - abs(meant) / unit) < 1 for unit in _UNITS)


def without_marks(text: str) -> str:
    """What a text says besides marks of missing values."""
    return _MARK.sub(" ", text)


def is_of_value(cell: str, value: str, others: Iterable[str] = ()) -> bool:
    """Whether a plain cell that has a value among other words is that of the value, and no sentence with this word.

    Args:
        cell: What the cell says.
        value: The value.
        others: Values that may stand beside it there.
    """
    at = place_in(cell, value)
    if at < 0 or not value[:1].isalpha():
        return True
    if cell[:at].rstrip(" (")[-1:].isdigit():
        return True
    rest = without(cell, value)
    for other in others:
        rest = without(rest, other)
    return only_signs(rest) or all(word.strip("():.") in LABELS for word in rest.split())


def only_signs(text: str) -> bool:
    """Whether nothing is said but signs, codes, and numbers of a list."""
    said = _CODE.sub("", _NUMBERED.sub("", text.strip(), count=1))
    return not any(sign.isalpha() for sign in said) and not re.search(r"\d{2}", said)
