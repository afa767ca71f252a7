"""The official sentence that a misspelt or cut one means, found by marks alone where the office has no list.

No sentence can be read out of the marks, but each can be tried: a slip undone, a lost word put back, the end found
again word by word. What then has a mark is official, as two sentences of the same mark of 64 bits do not happen.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from string import ascii_lowercase
from zlib import crc32

from pokin_docs.check.lexicon import Lexicon, short_roots
from pokin_docs.model.official_marks import LOSABLE, OPEN_WORDS, PREPOSITIONS, SHORT_FROM, OfficialMarks
from pokin_docs.model.texts import fold_sentence, squeeze, without_number

_PIECE = re.compile(r"(?:[^\W_]|%)+")
_PARENTHESES = re.compile(r"\([^)]*\)")
_MIN_LETTERS = 4
_TRIED = 3
"""Unknown words of a sentence that are tried: one with more is no slip of a few letters."""
SHORT_WORDS = 5
"""Words from which a shortened sentence tells what it is short for."""
_BREAKS = 2
"""Places tried at which words of a sentence may be lost: the last at which it still begins like an official one."""
_MOST_TRIED = 20
"""Beginnings that are tried at one place at most: each takes as long as a look at all words in use."""
_MORE_WORDS = 8
"""Words by which a cut sentence goes on at most."""

_Edit = tuple[int, int, str]
"""Words from, to, and what stands there instead."""


def misspelt(text: str, table: str, marks: OfficialMarks, lexicon: Lexicon) -> str | None:
    """The sentence as it should be written, where one slip undone makes it an official one; None where none does.

    Args:
        text: The sentence, squeezed.
        table: ``kinerja`` or ``indikator``.
        marks: Marks of the official sentences.
        lexicon: Words in common use, which are no slips.
    """
    places = _places(text)
    found = [text[start:end].casefold() for start, end in places]
    if " ".join(found) != fold_sentence(text) or len(found) < 3 or table not in marks.tables:
        return None
    meant: dict[str, _Edit] = {}
    for (first, last, instead), crc in _with_crc(found, _edits(found, lexicon)):
        if marks.may_be(table, crc):
            key = " ".join((*found[:first], *instead.split(), *found[last:]))
            if marks.holds(table, key, crc):
                meant.setdefault(key, (first, last, instead))
    if len(meant) != 1:
        return None
    return _edited(text, places, next(iter(meant.values())))


def continued(text: str, table: str, marks: OfficialMarks, words: Iterable[str]) -> str | None:
    """The whole official sentence of one that was cut; None where the words in use do not give exactly one.

    Args:
        text: The sentence, squeezed.
        table: ``kinerja`` or ``indikator``.
        marks: Marks of the official sentences.
        words: Words in use, small or as abbreviations are written; short root words are tried beside them.
    """
    shown = {word.casefold(): word for word in (*short_roots(), *words)}
    vocabulary, marked = _in_use(frozenset(shown)), marks.longer(table)
    whole: list[str] = []
    typed, _, broken = fold_sentence(text).rpartition(" ")
    open_ = [fold_sentence(text)]
    begun = ""
    if not marks.goes_on(open_[0]):
        open_, begun, text = [typed], broken, text.rpartition(" ")[0]  # cut amid a word
    for _ in range(_MORE_WORDS):
        longer = [f"{start} {word}" for start in open_ for word in _following(start, vocabulary, marked)]
        longer = [key for key in longer if key.rpartition(" ")[2].startswith(begun)]
        begun = ""
        whole += [key for key in longer if marks.holds(table, key)]
        open_ = [key for key in longer if marks.holds("beginnings", key)]
    if len(whole) != 1:
        return None
    rest = whole[0][len(fold_sentence(text)) :].split()
    last = (word for word in reversed(text.split()) if word[:1].isalpha() and word.casefold() not in LOSABLE)
    capitals = next(last, "")[:1].isupper()
    written = (shown.get(word, word) for word in rest)
    return " ".join((text, *(word.capitalize() if capitals and _is_plain(word) else word for word in written)))


def shortened(text: str, table: str, marks: OfficialMarks, starts: Iterable[str], words: frozenset[str]) -> str | None:
    """The official sentence of one that lost words at one place; None where not exactly one is found.

    Args:
        text: The sentence, squeezed.
        table: ``kinerja`` or ``indikator``.
        marks: Marks of the official sentences.
        starts: First words that may be lost.
        words: Words in use, small; short root words are tried beside them.
    """
    key = fold_sentence(text)
    found = key.split()
    if len(found) < SHORT_WORDS:
        return None
    whole = {f"{start} {key}" for start in starts if marks.holds(table, f"{start} {key}")}
    breaks = [count for count in range(OPEN_WORDS, len(found) + 1) if marks.opens(" ".join(found[:count]))][-_BREAKS:]
    if not whole and breaks and (breaks[-1] == len(found) or marks.ends(key)):
        for count in breaks if breaks[-1] < len(found) else (len(found),):
            whole |= set(_with_words_at(found, count, table, marks, _in_use(words)))
    whole = {official for official in whole if len(key) >= SHORT_FROM * len(official)}
    return _with_lost_words(text, next(iter(whole)).split()) if len(whole) == 1 else None


def gap(found: Sequence[str], whole: Sequence[str]) -> tuple[int, int] | None:
    """From and to which of the words of a whole sentence are lost, at one place; None where others differ too."""
    lost = len(whole) - len(found)
    begin = next((at for at, (one, other) in enumerate(zip(found, whole, strict=False)) if one != other), len(found))
    return (begin, begin + lost) if lost > 0 and [*found[begin:]] == [*whole[begin + lost :]] else None


def _with_lost_words(text: str, whole: list[str]) -> str | None:
    """The text with the words that it lost, in capitals where its own are."""
    places = _places(text)
    lost = gap([text[start:end].casefold() for start, end in places], whole)
    if lost is None:
        return None
    typed = [text[start:end] for start, end in places]
    capitals = any(word[:1].isupper() for word in typed[1:] if not word.isupper())
    shown = [word.capitalize() if capitals and _is_plain(word) else word for word in whole[lost[0] : lost[1]]]
    at = places[lost[0]][0] if lost[0] < len(places) else len(text)
    if lost[0] == 0:
        shown[0] = shown[0].capitalize()
    return squeeze(f"{text[:at]} {' '.join(shown)} {text[at:]}")


def _with_words_at(
    found: list[str], count: int, table: str, marks: OfficialMarks, vocabulary: tuple[tuple[str, bytes], ...]
) -> Iterator[str]:
    """Official sentences that say more words behind so many of a sentence.

    Args:
        found: The words of the sentence.
        count: Those before the gap.
        table: ``kinerja`` or ``indikator``.
        marks: Marks of the official sentences.
        vocabulary: Words that may be lost, with their bytes.
    """
    rest, marked = " ".join(found[count:]), marks.longer(table, early=True)
    open_, left = [" ".join(found[:count])], _MOST_TRIED
    for _ in range(_MORE_WORDS):
        longer: list[str] = []
        for start in open_[:left]:
            longer += (f"{start} {word}" for word in _following(start, vocabulary, marked))
        left -= len(open_)
        yield from (key for key in (f"{start} {rest}".strip() for start in longer) if marks.holds(table, key))
        open_ = [key for key in longer if marks.opens(key)]
        if left <= 0:
            return


def _is_plain(word: str) -> bool:
    return word.islower() and word not in LOSABLE


def _following(start: str, vocabulary: Iterable[tuple[str, bytes]], marked: frozenset[int]) -> list[str]:
    """Words that may stand behind a beginning.

    Args:
        start: The beginning, folded.
        vocabulary: Words with their bytes.
        marked: The crcs of what is official.
    """
    crc = crc32(f"{start} ".encode())
    return [word for word, encoded in vocabulary if crc32(encoded, crc) in marked]


@lru_cache(maxsize=4)
def _in_use(words: frozenset[str]) -> tuple[tuple[str, bytes], ...]:
    """Words that are tried, in their order, those that are short or lost easily too."""
    return tuple((word, word.encode()) for word in sorted({*short_roots(), *words, *LOSABLE}))


def _places(text: str) -> list[tuple[int, int]]:
    """Where the words stand that count: not the number of a list, nor what is in parentheses."""
    start = len(text) - len(without_number(text))
    bare = " " * start + _PARENTHESES.sub(lambda match: " " * len(match.group(0)), text[start:])
    return [match.span() for match in _PIECE.finditer(bare)]


def _edits(found: list[str], lexicon: Lexicon) -> Iterator[_Edit]:
    for at in range(1, len(found)):
        yield from ((at, at, word) for word in LOSABLE if word not in PREPOSITIONS)
        yield at - 1, at + 1, found[at - 1] + found[at]
        if found[at] in found[:at] or found[at] in found[at + 1 :]:
            yield at, at + 1, ""
    unknown = [at for at, word in enumerate(found) if word.isalpha() and not lexicon.knows(word)]
    unknown = [at for at in unknown if len(found[at]) >= _MIN_LETTERS]
    for at in unknown[:_TRIED]:
        yield from ((at, at + 1, word) for word in _like(found[at]))


def _like(word: str) -> Iterator[str]:
    """What a word may be meant to be: one letter more, less, other or swapped, or a blank that is lost."""
    for at in range(len(word) + 1):
        head, tail = word[:at], word[at:]
        yield from (head + letter + tail for letter in ascii_lowercase)
        if tail:
            yield head + tail[1:]
            yield from (head + letter + tail[1:] for letter in ascii_lowercase if letter != tail[0])
        if len(tail) > 1 and tail[0] != tail[1]:
            yield head + tail[1] + tail[0] + tail[2:]
        if head and tail:
            yield f"{head} {tail}"


def _with_crc(found: list[str], edits: Iterable[_Edit]) -> Iterator[tuple[_Edit, int]]:
    """Each edit with the crc of the sentence it makes; most of the sentence is hashed once for all."""
    before = [0]
    for word in found:
        before.append(crc32(f"{word} ".encode(), before[-1]))
    after = [" ".join(found[at:]).encode() for at in range(len(found) + 1)]
    behind = [b" " + rest if rest else b"" for rest in after]
    for edit in edits:
        first, last, instead = edit
        if instead:
            yield edit, crc32(behind[last], crc32(instead.encode(), before[first]))
        elif after[last]:
            yield edit, crc32(after[last], before[first])


def _edited(text: str, places: list[tuple[int, int]], edit: _Edit) -> str:
    """The text with an edit of its words, in the capitals of what stood there."""
    first, last, instead = edit
    if first == last:
        return f"{text[: places[first][0]]}{instead} {text[places[first][0] :]}"
    start, end = places[first][0], places[last - 1][1]
    old = text[start:end]
    shown = instead.upper() if old.isupper() else instead.capitalize() if old[:1].isupper() else instead
    if " " in instead and shown[:1].isupper() and not shown.isupper():
        shown = " ".join(word if word in LOSABLE else word.capitalize() for word in instead.split())
    return squeeze(text[:start] + shown + text[end:])
