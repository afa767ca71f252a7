"""Where no line of a printed part ends: in words such as e-Government, in ranges, between «Tabel» and its number.

A hyphen becomes an element in its run at which Word and LibreOffice end no line: its letters stay in one font, and a
PDF is searched for a plain hyphen. What several runs say together is read together.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_NAMES = ("Tabel", "Gambar", "Grafik", "Bagan", "Bab", "Lampiran", "Pasal")
_HYPHEN = re.compile(rb"-(?:(?<=[^0-9A-Za-z][A-Za-z]-)|(?<=[0-9>]-))(?=[0-9A-Za-z\x80-\xff<])")
_NAME_SIGNS = tuple(name.encode() for name in _NAMES)
_PARAGRAPH, _TEXT_END = b"w:p>", b"</w:t>"
_PIECE = re.compile(
    rb"(<w:t(?: [^<>]*)?>)([^<]*)</w:t>|<w:(?:tab|ptab|br|cr|noBreakHyphen|softHyphen|sym|drawing|pict|object|"
    rb"footnoteReference|endnoteReference|p)[ />]"
)
"""A text of a run, or something that is printed between two of them."""
_TOKEN = re.compile(r"\S+")
_WORD = re.compile(r"(?<![\w.@\-\u2010-\u2015])[^\W\d_](-)(?=[^\W\d_]{2,}(?!\w|-\w*\d))")
"""One letter, its hyphen and a word: no part of ``anti-korupsi`` or ``NIP-x``, no number such as ``S-1``."""
_ADDRESS = re.compile(r"[@\\_]|://|\w\.\w")
"""What only an address, the name of a file or a code has in it."""
_RANGE = re.compile(r"(?<![\w.,@\-\\/])\d[\d.,]*(-)\d[\d.,]*(?![\w@\-\\/])")
_LONGEST = 11
"""The characters of a range that fit any column: of a longer one a line ends at its hyphen, not inside a number."""
_BLANK, _PARTED = "&#160;", "\0"
_NUMBERED = re.compile(rf"(?<=.)\b(?:{'|'.join(_NAMES)})( )(?=\d|[IVX]+\b)", re.DOTALL)
"""The name and number of a table, not where they begin a paragraph: no line ends there."""


@dataclass(frozen=True, slots=True)
class _Text:
    """A text of a run: where it stands in its part, and where in the text of its paragraph."""

    start: int
    end: int
    tag: bytes
    text: str
    place: int


def unbroken(part: bytes) -> bytes:
    """A part in whose texts no line ends at such a place; the same object where there is none."""
    seen, done, made = 0, 0, list[bytes]()
    for hint in _hints(part):
        if hint < seen:
            continue
        start = max(part.rfind(_PARAGRAPH, 0, hint), 0)
        if part[hint - 1 : hint] == b">" and part.rfind(_TEXT_END, start, hint) < 0:
            continue  # begins its paragraph: a dash before an entry of a list, or for no value
        end = part.find(_PARAGRAPH, hint)
        seen = end if end >= 0 else len(part)
        for text, data in _changed(part, start, seen):
            made += (part[done : text.start], data)
            done = text.end
    return b"".join((*made, part[done:])) if made else part


def _hints(part: bytes) -> list[int]:
    """Where such a place may be, in order: every part is gone through, so one sign is looked for at a time."""
    found = [hint.start() for hint in _HYPHEN.finditer(part)]
    for name in _NAME_SIGNS:
        at = part.find(name)
        while at >= 0:
            if part[at + len(name) : at + len(name) + 1] in (b" ", b"<"):
                found.append(at)
            at = part.find(name, at + 1)
    return sorted(found)


def _changed(part: bytes, start: int, end: int) -> Iterator[tuple[_Text, bytes]]:
    """The texts of a paragraph that change, in order, and what they become."""
    texts, whole = list[_Text](), ""
    for piece in _PIECE.finditer(part, start, end):
        if piece[1] is None:
            whole += "\n"
            continue
        text = piece[2].decode("utf-8", "surrogateescape")
        texts.append(_Text(piece.start(), piece.end(), piece[1], text, len(whole)))
        whole += text
    joined = list(_joined(whole))
    for text in texts:
        places = [place - text.place for place in joined if text.place <= place < text.place + len(text.text)]
        if places:
            yield text, _without_ends(text, places)


def _joined(text: str) -> Iterator[int]:
    """Where a text has a hyphen or a blank at which no line ends."""
    if "-" in text:
        for token in _TOKEN.finditer(text):
            if "-" in token[0] and not _ADDRESS.search(token[0]):
                yield from (word.start(1) + token.start() for word in _WORD.finditer(token[0]))
        yield from (one.start(1) for one in _RANGE.finditer(text) if len(one[0]) <= _LONGEST)
    yield from (one.start(1) for one in _NUMBERED.finditer(text))


def _without_ends(text: _Text, places: list[int]) -> bytes:
    """The text of a run with these signs replaced."""
    signs = list(text.text)
    for place in places:
        signs[place] = _PARTED if signs[place] == "-" else _BLANK
    said = (part.encode("utf-8", "surrogateescape") for part in "".join(signs).split(_PARTED))
    return b"<w:noBreakHyphen/>".join(text.tag + part + b"</w:t>" if part else b"" for part in said)
