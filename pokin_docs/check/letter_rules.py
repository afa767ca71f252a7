"""What a word may be but for letters that a slip adds, loses or swaps, or that a rule of spelling decides (EYD V)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from string import ascii_lowercase

_M_OR_N = re.compile(r"[mn](?=[bcdfjkpstvz])")
_SYLLABLES = 6
_AFFIXED = 6
"""Letters from which a word is known with affixes too."""
_OTHER = {"m": "n", "n": "m"}
_BARE_ORDER = re.compile(r"(?!me|di|ter|ber)\w{3,}kkan")


def exchanged(word: str) -> frozenset[str]:
    """What a word is with m for n, or n for m, before one of its consonants, or ks for x: «Penbinaan», «Expor».

    A short word may as well be put together of syllables: «Amdal», «Linmas».
    """
    places = _M_OR_N.finditer(word) if len(word) > _SYLLABLES else ()
    nasals = (word[: at.start()] + _OTHER[at.group()] + word[at.end() :] for at in places)
    return frozenset((*nasals, word.replace("x", "ks"))) - {word}


def noun_of_order(word: str) -> frozenset[str]:
    """The noun that a bare verb in -kkan was typed for («Rujukkan»): a condition orders nobody to do it."""
    return frozenset((f"{word[:-4]}kan",)) if _BARE_ORDER.fullmatch(word) else frozenset()


def affixed(key: str) -> Iterator[tuple[str, str]]:
    """Prefixes that a word may have, each with what stands between it and a suffix: «diakusisi», «teranalisanya»."""
    for prefix in ("di", "ter", "ber", "meng", "peng"):
        for suffix in ("", "nya", "kan"):
            whole = key.removeprefix(prefix).removesuffix(suffix)
            if len(prefix) + len(whole) + len(suffix) == len(key) and len(whole) >= _AFFIXED:
                yield prefix, whole


def longer(word: str) -> Iterator[str]:
    """A word with one letter more; the first is trusted, here and below."""
    return (word[:at] + letter + word[at:] for at in range(1, len(word) + 1) for letter in ascii_lowercase)


def shorter(word: str) -> Iterator[str]:
    """A word with one letter less."""
    return (word[:at] + word[at + 1 :] for at in range(1, len(word)))


def swapped(word: str) -> Iterator[str]:
    """A word with two neighbours exchanged."""
    return (word[:at] + word[at + 1] + word[at] + word[at + 2 :] for at in range(1, len(word) - 1))


def syllable_once(word: str) -> Iterator[str]:
    """A word without the second of two equal syllables: «perencananaan»."""
    return (word[:at] + word[at + 2 :] for at in range(len(word) - 3) if word[at : at + 2] == word[at + 2 : at + 4])
