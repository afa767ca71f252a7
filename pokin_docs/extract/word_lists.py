"""The word lists of the wording rules, read from text files that an office can extend."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

from pokin_docs.model.catalogue import proposal
from pokin_docs.model.findings import FindingLog, Outcome
from pokin_docs.model.official_marks import OfficialMarks, unpacked
from pokin_docs.model.source import CellRef
from pokin_docs.model.texts import fold, nearest, squeeze
from pokin_docs.model.word_lists import LISTS, PAIRED_LISTS, PLAIN_LISTS, WordLists, build_word_lists

MARKS = "nomenklatur.sidik"
"""Name of the file beside the shipped lists that holds the marks of official sentences."""
_PLAIN_LINE = re.compile(r"^[a-z]+(?: [a-z]+)*$", re.MULTILINE)
_Lines = dict[str, tuple[str, str]]
"""Folded left side of a line → both its sides."""


def read_words(folders: Iterable[Path]) -> Outcome[WordLists]:
    """The lists of all folders, later ones adding to and changing what the earlier ones say.

    A folder that is not there adds nothing. A line ``- word`` takes a word away, ``#`` begins a remark.
    """
    there = [folder for folder in dict.fromkeys(path.resolve() for path in folders) if folder.is_dir()]
    marks = next((data for folder in there if (data := _bytes(folder / MARKS)) is not None), b"")
    return _lists_of(tuple((path, _bytes(path)) for folder in there for path in sorted(folder.glob("*.txt"))), marks)


def _bytes(path: Path) -> bytes | None:
    """What a file holds; None where it cannot be opened."""
    try:
        return path.read_bytes()
    except OSError:
        return None


@lru_cache(maxsize=8)
def _lists_of(files: tuple[tuple[Path, bytes | None], ...], marks: bytes) -> Outcome[WordLists]:
    # Several workbooks of one run share their lists, and with them what is worked out of these.
    log = FindingLog()
    lists: dict[str, _Lines] = {name: {} for name in LISTS}
    for path, data in files:
        _read_list(path, data, lists, log)
    words = build_word_lists({name: dict(lines.values()) for name, lines in lists.items()})
    return Outcome(replace(words, marks=unpacked(marks) if marks else OfficialMarks()), tuple(log))


def _read_list(path: Path, data: bytes | None, lists: dict[str, _Lines], log: FindingLog) -> None:
    """Add what a list says to what the earlier ones say, and note what cannot be read of it.

    Args:
        path: Its file, named like the list.
        data: What the file holds; None where it could not be opened.
        lists: Lines by list, changed.
        log: Changed: what is refused.
    """
    name = path.stem.casefold()
    if name not in lists:
        meant = nearest(name, LISTS)
        _refuse(path, "tidak dikenal namanya", log, f"{meant}.txt" if meant else None)
        return
    if data is None:
        _refuse(path, "tidak dapat dibuka", log)
        return
    entries = lists[name]
    text = _text(data)
    # As they stand, which thousands of lines do: taken all at once.
    plain = frozenset(_PLAIN_LINE.findall(text) if name in PLAIN_LISTS else ())
    entries.update({line: (line, "") for line in plain})
    for number, line in enumerate(text.splitlines(), start=1):
        if line in plain:
            continue
        content = squeeze(line)
        if not content or content.startswith("#"):
            continue
        left, sign, right = (part.strip() for part in content.partition("="))
        removed = left.startswith("- ")
        left = left.removeprefix("- ").strip()
        choices = LISTS[name]
        wrong = not left or (bool(sign) != bool(right)) or (name in PAIRED_LISTS and not right and not removed)
        if wrong or (choices is not None and right and right.casefold() not in choices):
            expected = " atau ".join(f"… = {choice}" for choice in choices or ("…",))
            log.note("W31", CellRef(""), berkas=path.name, baris=number, teks=content, bentuk=expected)
            continue
        if removed:
            entries.pop(fold(left), None)
        else:
            entries[fold(left)] = (left, right.casefold() if choices else right)


def _refuse(path: Path, reason: str, log: FindingLog, proposals: str | None = None) -> None:
    names = ", ".join(f"{name}.txt" for name in LISTS)
    log.note("W30", CellRef(""), berkas=path.name, sebab=reason, usul=proposal(proposals), pilihan=names)


def _text(data: bytes) -> str:
    """A file as Notepad may have saved it: UTF-8 with or without mark, UTF-16, or the code page of old Windows."""
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return data.decode("utf-16", errors="replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")
