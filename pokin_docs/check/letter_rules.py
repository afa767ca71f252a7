"""Letters that a rule of spelling (EYD V) decides, so that an exchanged one makes no other word."""

from __future__ import annotations

import re

_M_OR_N = re.compile(r"[mn](?=[bcdfjkpstvz])")
_SYLLABLES = 6
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
