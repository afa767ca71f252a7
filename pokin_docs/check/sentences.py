"""Words and stems of Indonesian sentences, for rules that compare wordings; printing never uses these forms."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache

from pokin_docs.model.texts import squeeze, without_number

_WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")
_PREFIX = re.compile(
    r"(?:mem?per|diper|meng|meny|men|mem|me|peng|peny|pen|pem|per|pel(?=ajar)|pe|ber|ter|di|ke|se)(?=\w{4})"
)
_JOINERS = re.compile(r"\b(?:dan|serta|atau|yang|di|dalam|untuk|dengan)\b", re.IGNORECASE)
_MIN_STEM = 4
_MAX_QUOTE = 90


@lru_cache(maxsize=16_384)
def words(text: str) -> tuple[str, ...]:
    """The words of a text in order, as written, without the number of a list; hyphenated ones are one word."""
    return tuple(_WORD.findall(without_number(squeeze(text))))


@lru_cache(maxsize=16_384)
def stem(word: str) -> str:
    """What is left of a word without its affixes, roughly: ``keamanannya`` and ``aman`` both give ``aman``.

    A rough form is enough: it is compared, never shown. Suffixes are taken off before prefixes.
    """
    rest = word.casefold().removesuffix("nya")
    for suffix in ("kan", "an", "i"):
        if rest.endswith(suffix) and len(rest) - len(suffix) >= _MIN_STEM:
            rest = rest.removesuffix(suffix)
            break
    match = _PREFIX.match(rest)
    return rest[match.end() :] if match else rest


def related(one: str, other: str) -> bool:
    """Whether two words have the same stem, or one is short for the other (``info``, ``informasi``).

    The first letter of a root may be lost to its prefix: ``penanganan`` is from ``tangan``.
    """
    if one == other:
        return True
    first, second = stem(one), stem(other)
    if first == second or first[1:] == second or second[1:] == first:
        return True
    short, long = sorted((one.casefold(), other.casefold()), key=len)
    return len(short) >= _MIN_STEM and long.startswith(short)


def initials(text: str) -> str:
    """First letters of the words, small: an abbreviation of them is a part of it."""
    return "".join(word[0] for word in words(text)).casefold()


def content_initials(text: str) -> str:
    """The same without what joins words: IKM is Industri Kecil dan Menengah."""
    return initials(_JOINERS.sub(" ", text))


def is_named(text: str) -> bool:
    """Whether a sentence is a name with its abbreviation and no more: «Gross Death Rate (GDR)»."""
    name, bracket, short = squeeze(text).partition(" (")
    return bool(bracket) and short.rstrip(")").casefold() == initials(name)


def with_same_stem(word: str, known: Mapping[str, str] | Iterable[str]) -> str | None:
    """The first known word from the same stem: ``laksanakan`` gives ``terlaksananya``."""
    root = stem(word)
    return next(
        (entry for entry in known if (other := stem(entry)) == root or other[1:] == root or root[1:] == other), None
    )


def quote(text: str) -> str:
    """The text in one line, cut in the middle of nothing: long ones end with an ellipsis after a whole word."""
    flat = squeeze(text)
    if len(flat) <= _MAX_QUOTE:
        return flat
    return flat[:_MAX_QUOTE].rpartition(" ")[0] + " …"
