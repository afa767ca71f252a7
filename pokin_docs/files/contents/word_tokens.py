"""The markup of a Word part that its content follows from, between one end of a paragraph and the next.

Most paragraphs of a build are alike from document to document: each is read once for all.
"""

from __future__ import annotations

import functools
import html
import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

PARAGRAPH, CELL, ROW = "\x1e", "\x1d", "\x1c"
"""What stands in a content for the end of a paragraph, the begin of a cell, the end of a row.

That of a table has none: LibreOffice makes one of two that stand below each other.
"""

STRUCTURE = CELL + ROW

_END = b"</w:p>"
_SHORT = 4_000
_NAMES = {
    "w": (
        "t", "p", "tc", "tr", "tab", "br", "ptab", "cr", "noBreakHyphen", "softHyphen", "sym", "delText",
        "fldChar", "fldSimple", "instrText", "checked", "result", "ins", "del", "moveFrom", "moveTo",
        "footnoteReference", "endnoteReference", "commentReference", "footnote", "endnote", "comment",
        "sectPr", "titlePg", "pageBreakBefore", "headerReference", "footerReference", "txbxContent", "altChunk",
        "control",
    ),
    "mc": ("AlternateContent", "Choice", "Fallback"),
    "a": ("blip",),
    "v": ("imagedata", "fill", "textpath"),
    "wp": ("anchor", "inline", "posOffset"),
    "m": ("t",),
    "o": ("OLEObject",),
    "c": ("chart",),
    "dgm": ("relIds",),
}  # fmt: skip
_NAME = "|".join(f"{prefix}:(?:{'|'.join(names)})" for prefix, names in _NAMES.items())
_ATTRIBUTES = "[^<>\"']*(?:\"[^\"<]*\"[^<>\"']*|'[^'<]*'[^<>\"']*)*"
_TOKEN = re.compile(f"<(/?)({_NAME})(?=[\\s/>])({_ATTRIBUTES})>([^<]*)".encode())
_ATTRIBUTE = re.compile(r"([\w:]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)')")
_SIGNS = {
    b"w:ptab": "\t", b"w:tab": "\t", b"w:br": "\n", b"w:cr": "\n", b"w:noBreakHyphen": "\u2011",
    b"w:softHyphen": "\u00ad",
}  # fmt: skip
_TEXT = re.compile(f"<w:t(?=[\\s>])({_ATTRIBUTES})>([^<]*)".encode())
_BLANKS = str.maketrans("\t\r\n", "   ")
_TEXTS = frozenset((b"w:t", b"w:delText", b"m:t"))


class WordToken(NamedTuple):
    """One tag that matters: ``closes`` tells an end tag, ``alone`` a tag that is both; ``text`` stands behind it."""

    name: str
    text: str
    closes: bool
    alone: bool
    attributes: str

    def get(self, name: str) -> str:
        """The value of an attribute by its full name; empty where there is none."""
        for found in _ATTRIBUTE.finditer(self.attributes):
            if found[1] == name:
                return html.unescape(found[2] or found[3] or "")
        return ""

    def is_on(self) -> bool:
        """Whether it is a switch that is on."""
        return self.get("w:val") not in ("0", "false", "off")


Stretch = str | Iterable[str | WordToken]
"""What stands before an end of a paragraph: text and ends of cells alone, or tags among them."""


def stretches(part: bytes) -> Iterator[bytes]:
    """The bytes before each end of a paragraph."""
    start = 0
    while (end := part.find(_END, start)) >= 0:
        yield part[start:end]
        start = end + len(_END)


def behind(part: bytes) -> bytes:
    """The bytes behind the last end of a paragraph."""
    return part[part.rfind(_END) + 1 :]


def read(stretch: bytes) -> Stretch:
    """What such bytes say."""
    return _read_once(stretch) if len(stretch) < _SHORT else _pieces(stretch)


@functools.lru_cache(maxsize=4096)
def _read_once(stretch: bytes) -> Stretch:
    split = _TEXT.split(stretch)  # markup, attributes, text, markup, …: the markup is that of the template
    found: list[str | WordToken] = []
    for start in range(0, len(split), 3):
        if start:
            found.append(_typed(split[start - 1], split[start - 2]))
        found += _markup(split[start])
    try:
        return "".join(found)  # type: ignore[arg-type]  # one that has tags among them is none
    except TypeError:
        return tuple(found)


@functools.lru_cache(maxsize=2048)
def _markup(markup: bytes) -> tuple[str | WordToken, ...]:
    return tuple(_pieces(markup))


def _pieces(stretch: bytes) -> Iterator[str | WordToken]:
    for found in _TOKEN.finditer(stretch):
        closes, name, attributes, text = found.groups()
        if name in _TEXTS:
            if text and not closes:
                yield _typed(text, attributes)
        elif name == b"w:tc":
            if not closes:
                yield CELL
        elif name == b"w:tr":
            if closes:
                yield ROW
        elif name in _SIGNS and not (name == b"w:br" and b"w:type" in attributes):
            if not closes and b"w:val" not in attributes:  # else a stop of the ruler
                yield _SIGNS[name]
        elif name != b"w:p" or attributes[-1:] == b"/":
            alone = attributes[-1:] == b"/"
            token = WordToken(name.decode(), _plain(text), bool(closes), alone, attributes.decode("utf-8", "replace"))
            yield _symbol(token.get("w:char")) if name == b"w:sym" else token


def _typed(text: bytes, attributes: bytes) -> str:
    plain = _plain(text)
    if "\n" in plain or "\t" in plain or "\r" in plain:
        plain = plain.translate(_BLANKS)
    return plain if b'xml:space="preserve"' in attributes else plain.strip(" ")


def _plain(text: bytes) -> str:
    plain = text.decode("utf-8", "replace")
    return html.unescape(plain) if "&" in plain else plain


def _symbol(code: str) -> str:
    try:
        return chr(int(code, 16))
    except (ValueError, OverflowError):
        return "\ufffd"
