"""A PDF held against the one it should be: byte by byte, page by page, word by word."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from difflib import SequenceMatcher

from pokin_docs.model.signing_settings import MARKS, SENTENCE
from pokin_docs.pdf.differences import Difference
from pokin_docs.pdf.reading import plain
from pokin_docs.pdf.word_text import FIELD, shows

MISSING_PAGE = "tidak ada"
"""How the sentence about a page ends that is gone."""
_FEW = 64
"""Bytes that differ in a file of the same length which somebody tampered with, rather than saved again."""
_AROUND, _FEW_PAGES = 3, 2


def changed_bytes(data: bytes, original: bytes) -> tuple[int, int] | None:
    """How many bytes differ and where the first does, in two files of one length that differ in few; else None.

    Args:
        data: The file.
        original: The one it should be.
    """
    if len(data) != len(original) or data == original:
        return None
    places = [place for place, (one, other) in enumerate(zip(data, original, strict=True)) if one != other]
    return (len(places), places[0]) if len(places) <= _FEW else None


def page_changes(pages: Sequence[str], original: Sequence[str]) -> tuple[Difference, ...]:
    """What is otherwise on the pages of a PDF; nothing where every page says the same.

    Args:
        pages: The text of its pages.
        original: The text of the pages it should have.
    """
    now, before = [plain(one) for one in pages], [plain(one) for one in original]
    found: list[Difference] = []
    for what, start, end, begin, stop in SequenceMatcher(None, before, now, autojunk=False).get_opcodes():
        both = min(end - start, stop - begin) if what == "replace" else 0
        for number in range(both):
            place = f"halaman {begin + number + 1}"
            found += _differences(pages[begin + number].split(), original[start + number].split(), place)
        if what != "equal":
            gone, strange = range(start + both + 1, end + 1), range(begin + both + 1, stop + 1)
            found += [Difference(sentence=f"{pages} dari {len(before)} {MISSING_PAGE}") for pages in _numbers(gone)]
            found += [Difference(sentence=f"{pages} bukan dari dokumen ini") for pages in _numbers(strange)]
    return tuple(found)


def _numbers(pages: range) -> list[str]:
    """Pages as they are named: each, or of many the first and the last."""
    many = [f"halaman {pages[0]} sampai {pages[-1]}"] if len(pages) > _FEW_PAGES else []
    return many or [f"halaman {number}" for number in pages]


_SENTENCE = re.compile(r"\s+".join(rf"\(?{re.escape(word.strip('()'))}\)?" for word in SENTENCE.split()))
_HASH = re.compile(r"sidik\s+[0-9a-f]{16}")
_MARK = re.compile(rf"(?<!\S)(?:{'|'.join(map(re.escape, MARKS))})(?!\S)")


def without_aids(text: str) -> str:
    """A text without what a paper prints for its signatures and their verification: no content of its own.

    Args:
        text: The text of a page.
    """
    return _MARK.sub(" ", _HASH.sub(" ", _SENTENCE.sub(" ", text)))


def word_changes(words: Sequence[str], original: Sequence[str]) -> tuple[Difference, ...]:
    """Where a text says otherwise than a document, each with a few words before it.

    Words that only stand elsewhere, as columns and pages are read out in another order, are no difference.

    Args:
        words: The words of the text.
        original: Those it should have, with ``FIELD`` for what is reckoned.
    """
    return _standing(_differences(words, original))


def _differences(words: Sequence[str], original: Sequence[str], where: str = "") -> list[Difference]:
    found: list[Difference] = []
    for what, start, end, begin, stop in SequenceMatcher(None, original, words, autojunk=False).get_opcodes():
        was, now = original[start:end], words[begin:stop]
        if what != "equal" and not shows(was, now):
            before = " ".join(original[max(0, start - _AROUND) : start]).replace(FIELD, "…")
            place = " ".join((*((where,) if where else ()), *((f"sesudah «{before}»",) if before else ())))
            found.append(Difference(place, " ".join(was).replace(FIELD, "…"), " ".join(now)))
    return found


def _standing(found: Sequence[Difference]) -> tuple[Difference, ...]:
    """Those that are no text which left one place for another; a number alone may be another one of the same value."""
    lost = Counter(plain(one.was) for one in found if not one.now)
    added = Counter(plain(one.now) for one in found if not one.was)
    moved = Counter({text: times for text, times in (lost & added).items() if not text.isdecimal()})
    gone, come = moved.copy(), moved.copy()
    kept = []
    for one in found:
        text, left = (plain(one.was), gone) if not one.now else (plain(one.now), come)
        if (one.was and one.now) or not left[text]:
            kept.append(one)
        else:
            left[text] -= 1
    return tuple(kept)
