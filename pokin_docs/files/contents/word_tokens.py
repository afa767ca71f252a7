"""The markup of a Word part that its content follows from, between one end of a paragraph and the next.

Most paragraphs of a build are alike from document to document: each is read once for all.
"""

from __future__ import annotations

import functools
import html
import re
from collections.abc import Iterator
from typing import NamedTuple

PARAGRAPH, CELL, ROW, BREAK = "\x1e", "\x1d", "\x1c", "\x0c"
"""What stands for the end of a paragraph, the begin of a cell, the end of a row, the end of a page or section.

That of a table has none: LibreOffice makes one of two that stand below each other.
"""

_END = b"</w:p>"
_AT_ONCE = 1_000_000
_KEPT = b'xml:space="preserve"'
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
_ENDS = {b"w:p": ("", PARAGRAPH), b"w:tc": (CELL, ""), b"w:tr": ("", ROW), b"w:pageBreakBefore": (BREAK, "")}
"""What stands for the begin and the end of each."""

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


Markup = str | tuple[str | WordToken, ...]
"""What stands between two texts: signs and ends alone, or tags among them."""


def pieces(part: bytes) -> Iterator[tuple[Markup, str]]:
    """The markup and the text behind it, one after the other through a part."""
    start = 0
    while start < len(part):
        end = part.find(_END, start + _AT_ONCE)
        end = len(part) if end < 0 else end + len(_END)
        split = _TEXT.split(part[start:end])  # markup, attributes, text, markup, …
        for at in range(0, len(split) - 1, 3):
            markup, text = split[at], split[at + 2]
            said = text.decode("utf-8", "replace") if _KEPT in split[at + 1] and b"&" not in text else ""
            yield read(markup), said or _typed(text, split[at + 1])
        yield read(split[-1]), ""
        start = end


def read(markup: bytes) -> Markup:
    """What some markup says; that of the template is the same in all documents made from it, and read once."""
    return _read_once(markup) if len(markup) < _SHORT else tuple(_pieces(markup))


@functools.lru_cache(maxsize=4096)
def _read_once(markup: bytes) -> Markup:
    found = tuple(_pieces(markup))
    texts = [piece for piece in found if isinstance(piece, str)]
    return "".join(texts) if len(texts) == len(found) else found


def _pieces(markup: bytes) -> Iterator[str | WordToken]:
    for found in _TOKEN.finditer(markup):
        closes, name, attributes, text = found.groups()
        alone = attributes[-1:] == b"/"
        if name in _TEXTS:
            if text and not closes:
                yield _typed(text, attributes)
        elif name in _SIGNS:
            if not closes:
                yield _sign(name, attributes)
        elif name in _ENDS:
            begins, ends = _ENDS[name]
            yield ends if closes else begins + ends if alone else begins
        else:
            token = WordToken(name.decode(), _plain(text), bool(closes), alone, attributes.decode("utf-8", "replace"))
            yield _symbol(token.get("w:char")) if name == b"w:sym" else token


def _sign(name: bytes, attributes: bytes) -> str:
    if b"w:val" in attributes:
        return ""  # a stop of the ruler
    is_break = name == b"w:br" and (b'"page"' in attributes or b'"column"' in attributes)
    return BREAK if is_break else _SIGNS[name]


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
