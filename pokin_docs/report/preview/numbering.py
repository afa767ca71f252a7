"""Automatic numbers of paragraphs: what stands before each, counted as Word does."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_PLACE = re.compile(r"%([1-9])")
# Signs of Symbol and Wingdings, which lie where Unicode has none.
_SIGNS = {0xF0B7: "•", 0xF0A7: "▪", 0xF0D8: "➢", 0xF0FC: "✓", 0xF076: "❖", 0xF02D: "–", 0xF0A8: "◻", 0xF0E0: "→"}
_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"),
          (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip
_LEVELS = 9


@dataclass(frozen=True)
class ParagraphNumber:
    """What stands before a paragraph: its text, what parts it from the sentence, its level's properties."""

    text: str
    separator: str
    paragraph: _Element | None
    run: _Element | None


class Numbering:
    """The lists of one document with their counters; asked in the order of the paragraphs."""

    def __init__(self, root: _Element | None) -> None:
        self._abstract = _by_id(root, "abstractNum", "abstractNumId")
        self._lists = _by_id(root, "num", "numId")
        self._counts: dict[str, list[int | None]] = {}

    def next(self, num_id: str, depth: int) -> ParagraphNumber | None:
        """The number of the next paragraph of a list, at a level from 0 (``depth``); None for no such list or level."""
        entry = self._lists.get(num_id)
        abstract = entry.find(f"{_W}abstractNumId") if entry is not None else None
        if entry is None or abstract is None or not 0 <= depth < _LEVELS:
            return None
        key = abstract.get(f"{_W}val", "")
        levels = self._levels(entry, key)
        level = levels.get(depth)
        if level is None:
            return None
        counts = self._counts.setdefault(key if not _restarts(entry) else f"{key} {num_id}", [None] * _LEVELS)
        before = counts[depth]
        counts[depth] = before + 1 if before is not None else _start(entry, level, depth)
        counts[depth + 1 :] = [None] * (_LEVELS - depth - 1)
        text = _text(levels, counts, depth)
        return ParagraphNumber(text, _said(level, "suff", "tab"), level.find(f"{_W}pPr"), level.find(f"{_W}rPr"))

    def _levels(self, entry: _Element, key: str) -> dict[int, _Element]:
        base = self._abstract.get(key)
        usual = base.iterfind(f"{_W}lvl") if base is not None else ()
        found = {_number(level.get(f"{_W}ilvl")): level for level in usual}
        for override in entry.iterfind(f"{_W}lvlOverride"):
            own = override.find(f"{_W}lvl")
            if own is not None:
                found[_number(override.get(f"{_W}ilvl"))] = own
        return found


def _by_id(root: _Element | None, name: str, key: str) -> dict[str, _Element]:
    found = root.iterfind(f"{_W}{name}") if root is not None else ()
    return {str(entry.get(f"{_W}{key}", "")): entry for entry in found}


def _restarts(entry: _Element) -> bool:
    return entry.find(f"{_W}lvlOverride/{_W}startOverride") is not None


def _start(entry: _Element, level: _Element, depth: int) -> int:
    for override in entry.iterfind(f"{_W}lvlOverride"):
        start = override.find(f"{_W}startOverride")
        if start is not None and _number(override.get(f"{_W}ilvl")) == depth:
            return _number(start.get(f"{_W}val"))
    return _number(_said(level, "start", "1"))


def _text(levels: dict[int, _Element], counts: list[int | None], depth: int) -> str:
    pattern = _said(levels[depth], "lvlText", "")
    if _said(levels[depth], "numFmt", "decimal") == "bullet":
        return "".join(_SIGNS.get(ord(sign), "•" if 0xE000 <= ord(sign) < 0xF900 else sign) for sign in pattern)
    legal = levels[depth].find(f"{_W}isLgl") is not None

    def shown(match: re.Match[str]) -> str:
        at = int(match[1]) - 1
        level = levels.get(at)
        if level is None:
            return ""
        count = counts[at]
        count = count if count is not None else _number(_said(level, "start", "1"))
        return formatted(count, "decimal" if legal and at < depth else _said(level, "numFmt", "decimal"))

    return _PLACE.sub(shown, pattern)


def formatted(value: int, form: str) -> str:
    """A number as a list shows it: ``4`` as ``iv`` where ``form`` is ``lowerRoman``, a value of ``w:numFmt``."""
    if form == "none":
        return ""
    if form == "decimalZero":
        return f"{value:02d}"
    if value > 0 and form in ("lowerLetter", "upperLetter"):
        letter = chr(ord("a") + (value - 1) % 26) * ((value - 1) // 26 + 1)
        return letter.upper() if form == "upperLetter" else letter
    if 0 < value < 4000 and form in ("lowerRoman", "upperRoman"):
        text = ""
        for worth, letters in _ROMAN:
            text += letters * (value // worth)
            value %= worth
        return text.upper() if form == "upperRoman" else text
    return str(value)


def _said(level: _Element, name: str, usual: str) -> str:
    child = level.find(f"{_W}{name}")
    return str(child.get(f"{_W}val", usual)) if child is not None else usual


def _number(text: str | None) -> int:
    return int(text) if text is not None and text.isdecimal() else 0
