"""Words of titles and levels with one slip of the fingers in them, or cut in two."""

from __future__ import annotations

from collections.abc import Collection

from pokin_docs.model.texts import fold, slips_between

LEVEL_WORDS = frozenset(
    ("tujuan", "sasaran", "program", "kegiatan", "outcome", "output", "strategis", "eselon", "kinerja")
)
_BESIDE_LEVELS = frozenset(("sub", "skpd", "opd", "pd", "i", "ii", "iii", "iv", "a", "b", "1", "2", "3", "4"))
_SHORTEST = 6
"""Letters of a word of which one may be wrong."""


def without_slips(key: str, known: Collection[str]) -> str:
    """A folded text with the known words where one letter of them is wrong, missing or too much, or a blank inside.

    Args:
        key: The text, folded.
        known: The words that it may mean.
    """
    words = key.split()
    mended: list[str] = []
    while words:
        word = words.pop(0)
        if words and word not in known and words[0] not in known and (whole := _meant(word + words[0], known)):
            words.pop(0)
            word = whole
        mended.append(_meant(word, known) or word)
    return " ".join(mended)


def level_without_slips(text: str) -> str:
    """A text of nothing but words of levels with their slips mended: "Sasarn Progam"; all others as they are."""
    key = fold(text)
    if len(key.split()) > len(("sasaran", "sub", "kegiatan", "2")):
        return text
    mended = without_slips(key, LEVEL_WORDS)
    return mended.title() if mended != key and set(mended.split()) <= LEVEL_WORDS | _BESIDE_LEVELS else text


def _meant(word: str, known: Collection[str]) -> str:
    """The known word that a word is, but for one slip; empty for none."""
    if word in known:
        return word
    if len(word) < _SHORTEST - 1:
        return ""
    return next((one for one in known if len(one) >= _SHORTEST and abs(len(one) - len(word)) < 2
                 and slips_between(word, one) == 1), "")  # fmt: skip
