"""The markup of a Word part that its content follows from, between one end of a paragraph and the next.

Most paragraphs of a build are alike from document to document: each is read once for all.
"""

from __future__ import annotations

import functools
import html
import re
from collections.abc import Iterator
from dataclasses import dataclass

PARAGRAPH, CELL, ROW, TABLE = "\x1e", "\x1d", "\x1c", "\x1b"
"""What stands in a content for the end of each."""

STRUCTURE = CELL + ROW + TABLE

_END = b"</w:p>"
_SHORT = 4_000
_NAMES = (
    "w:t", "w:delText", "w:tab", "w:ptab", "w:br", "w:cr", "w:noBreakHyphen", "w:softHyphen", "w:sym", "m:t",
    "w:tc", "w:tr", "w:tbl", "w:p", "w:fldChar", "w:fldSimple", "w:instrText", "w:checked", "w:result",
    "w:ins", "w:del", "w:moveFrom", "w:moveTo", "w:cellIns", "w:cellDel",
    "w:footnoteReference", "w:endnoteReference", "w:commentReference", "w:footnote", "w:endnote", "w:comment",
    "w:sectPr", "w:titlePg", "w:pageBreakBefore", "w:headerReference", "w:footerReference", "w:txbxContent",
    "mc:AlternateContent", "mc:Choice", "mc:Fallback",
    "a:blip", "v:imagedata", "v:fill", "v:textpath", "o:OLEObject", "c:chart", "dgm:relIds", "w:altChunk", "w:control",
)  # fmt: skip
_TOKEN = re.compile(f"<(/?)({'|'.join(_NAMES)})(?=[\\s/>])((?:[^<>\"']|\"[^\"<]*\"|'[^'<]*')*)>([^<]*)".encode())
_ATTRIBUTE = re.compile(r"([\w:]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)')")
_SIGNS = {"w:ptab": "\t", "w:br": "\n", "w:cr": "\n", "w:noBreakHyphen": "\u2011", "w:softHyphen": "\u00ad"}
_ENDS = {"w:tc": CELL, "w:tr": ROW, "w:tbl": TABLE}
_TEXTS = frozenset(("w:t", "w:delText", "m:t"))


@dataclass(frozen=True, slots=True)
class WordToken:
    """One tag that matters, or a plain text of the paragraph (``name`` empty).

    ``closes`` tells an end tag, ``alone`` a tag that is both.
    """

    name: str
    text: str = ""
    closes: bool = False
    alone: bool = False
    attributes: str = ""

    def get(self, name: str) -> str:
        """The value of an attribute by its full name; empty where there is none."""
        for found in _ATTRIBUTE.finditer(self.attributes):
            if found[1] == name:
                return html.unescape(found[2] or found[3] or "")
        return ""

    def is_on(self) -> bool:
        """Whether it is a switch that is on."""
        return self.get("w:val") not in ("0", "false", "off")


def stretches(part: bytes) -> Iterator[str | tuple[WordToken, ...]]:
    """What stands before each end of a paragraph, and last what stands behind the last one.

    A string where it is text and table alone; else its tokens.
    """
    start = 0
    while True:
        end = part.find(_END, start)
        stretch = part[start : end if end >= 0 else len(part)]
        yield _read(stretch) if len(stretch) < _SHORT else _read.__wrapped__(stretch)
        if end < 0:
            return
        start = end + len(_END)


@functools.lru_cache(maxsize=4096)
def _read(stretch: bytes) -> str | tuple[WordToken, ...]:
    tokens = tuple(_tokens(stretch))
    return "".join(token.text for token in tokens) if not any(token.name for token in tokens) else tokens


def _tokens(stretch: bytes) -> Iterator[WordToken]:
    for found in _TOKEN.finditer(stretch):
        closes, name, attributes, text = found.groups()
        name = name.decode()
        attributes = attributes.decode("utf-8", "replace")
        alone = attributes.endswith("/")
        if name in _TEXTS:
            if not closes and not alone:
                yield WordToken("", _typed(text, attributes))
        elif name in _ENDS:
            if closes or alone:
                yield WordToken("", _ENDS[name])
        elif name == "w:tab":
            if "w:val" not in attributes and not closes:  # else a stop of the ruler
                yield WordToken("", "\t")
        elif name in _SIGNS and "w:type" not in attributes:
            if not closes:
                yield WordToken("", _SIGNS[name])
        elif name == "w:p":
            if alone:
                yield WordToken("w:p", alone=True)
        else:
            token = WordToken(name, _plain(text), bool(closes), alone, attributes)
            yield WordToken("", _symbol(token.get("w:char"))) if name == "w:sym" else token


def _typed(text: bytes, attributes: str) -> str:
    plain = _plain(text)
    return plain if 'xml:space="preserve"' in attributes else plain.strip(" \t\r\n")


def _plain(text: bytes) -> str:
    plain = text.decode("utf-8", "replace")
    return html.unescape(plain) if "&" in plain else plain


def _symbol(code: str) -> str:
    try:
        return chr(int(code, 16))
    except (ValueError, OverflowError):
        return "\ufffd"
