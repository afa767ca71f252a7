"""A PDF held against the one it should be: byte by byte, page by page, word by word."""

from __future__ import annotations

import re
from collections.abc import Sequence
from difflib import SequenceMatcher

from pokin_docs.model.signing_settings import MARKS, SENTENCE
from pokin_docs.pdf.reading import plain

MISSING_PAGE = "tidak ada"
"""How the sentence about a page ends that is gone."""
_FEW = 64
"""Bytes that differ in a file of the same length which somebody tampered with, rather than saved again."""
_SHOWN, _AROUND, _LONGEST = 6, 3, 80


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


def page_changes(pages: Sequence[str], original: Sequence[str]) -> tuple[str, ...]:
    """What is otherwise on the pages of a PDF, in Indonesian; nothing where every page says the same.

    Args:
        pages: The text of its pages.
        original: The text of the pages it should have.
    """
    now, before = [plain(one) for one in pages], [plain(one) for one in original]
    found: list[str] = []
    for what, start, end, begin, stop in SequenceMatcher(None, before, now, autojunk=False).get_opcodes():
        if what == "delete":
            found += [f"halaman {number} dari {len(before)} {MISSING_PAGE}" for number in range(start + 1, end + 1)]
        elif what == "insert":
            found += [f"halaman {number} bukan dari dokumen ini" for number in range(begin + 1, stop + 1)]
        elif what == "replace":
            both = min(end - start, stop - begin)
            for number in range(both):
                told = word_changes(pages[begin + number].split(), original[start + number].split())
                found += [f"halaman {begin + number + 1}: {one}" for one in told]
            found += [
                f"halaman {number} dari {len(before)} {MISSING_PAGE}" for number in range(start + both + 1, end + 1)
            ]
            found += [f"halaman {number} bukan dari dokumen ini" for number in range(begin + both + 1, stop + 1)]
    return tuple(found)


_SENTENCE = re.compile(r"\s+".join(rf"\(?{re.escape(word.strip('()'))}\)?" for word in SENTENCE.split()))
_HASH = re.compile(r"sidik\s+[0-9a-f]{16}")
_MARK = re.compile(rf"(?<!\S)(?:{'|'.join(map(re.escape, MARKS))})(?!\S)")


def without_aids(text: str) -> str:
    """A text without what a paper prints for its signatures and their verification: no content of its own.

    Args:
        text: The text of a page.
    """
    return _MARK.sub(" ", _HASH.sub(" ", _SENTENCE.sub(" ", text)))


def without_frame(pages: Sequence[str], frame: Sequence[str]) -> list[str]:
    """The words of all pages without heads and feet, and without numbers that stand first or last on a page.

    Args:
        pages: The text of each page.
        frame: What heads and feet say, a paragraph each.
    """
    lines = sorted((words for one in frame if len(words := [plain(word) for word in one.split()]) > 1), key=len)
    found: list[str] = []
    for page in pages:
        words = page.split()
        for line in reversed(lines):
            known = [plain(word) for word in words]
            places = [start for start in range(len(words)) if known[start : start + len(line)] == line]
            for start in reversed(places):
                del words[start : start + len(line)]
        if words and words[-1].isdecimal():
            del words[-1]
        if words and words[0].isdecimal():
            del words[0]
        found += words
    return found


def word_changes(words: Sequence[str], original: Sequence[str]) -> tuple[str, ...]:
    """Where a text says otherwise, each with a few words before it, the first of them.

    Args:
        words: The words of the text.
        original: Those it should have.
    """
    found: list[str] = []
    for what, start, end, begin, stop in SequenceMatcher(None, original, words, autojunk=False).get_opcodes():
        if what != "equal":
            where = " ".join(original[max(0, start - _AROUND) : start])
            was, now = " ".join(original[start:end]), " ".join(words[begin:stop])
            if plain(was) != plain(now):
                found.append(f"{f'sesudah «{where}» ' if where else ''}{_said(was, now)}")
    return (*found[:_SHOWN], *((f"dan {len(found) - _SHOWN} tempat lain",) if len(found) > _SHOWN else ()))


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST].rstrip()}…"


def _said(was: str, now: str) -> str:
    was, now = _short(was), _short(now)
    if not was:
        return f"ditambahkan «{now}»"
    return f"«{was}» dihapus" if not now else f"«{was}» menjadi «{now}»"
