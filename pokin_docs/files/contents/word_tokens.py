"""The markup of a Word part that its content follows from, between one end of a paragraph and the next.

Most paragraphs of a build are alike from document to document: each is read once for all.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from pokin_docs.files.contents.parts import Unusual, has_usual_names, unescaped

PARAGRAPH, CELL, ROW, BREAK = "\x1e", "\x1d", "\x1c", "\x0c"
"""What stands for the end of a paragraph, the begin of a cell, the end of a row, the end of a page or section.

That of a table has none: LibreOffice makes one of two that stand below each other.
"""

_RUN_ENDS = b"</w:t>"
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
_ATTRIBUTE = re.compile(rb"(?<![\w:])([\w:]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)')")
_SIGNS = {
    b"w:ptab": "\x17", b"w:tab": "\x17", b"w:br": "\x16", b"w:cr": "\x16", b"w:noBreakHyphen": "\u2011",
    b"w:softHyphen": "\u00ad",
}  # fmt: skip
_OPENED = re.compile(f"<w:t(?:\\s{_ATTRIBUTES})?".encode())
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
    attributes: Mapping[str, str]

    def get(self, name: str) -> str:
        """The value of an attribute by its full name; empty where there is none."""
        return self.attributes.get(name, "")

    def is_on(self) -> bool:
        """Whether it is a switch that is on."""
        return self.get("w:val") not in ("0", "false", "off")


@dataclass(frozen=True, slots=True)
class Markup:
    """What some markup says: what stands together as it is written in XML, and the tags between.

    ``opens`` tells whether a text follows, and ``keeps`` whether that keeps its blanks.
    """

    pieces: tuple[bytes | WordToken, ...]
    opens: bool = False
    keeps: bool = False


def stretches(part: bytes) -> Iterator[str | WordToken]:
    """All that stands together in a part, and the tags between, in their order.

    Raises:
        Unusual: It must be written anew first.
    """
    said: list[bytes] = []
    known = _heads
    for head, _, text in [run.rpartition(b">") for run in part.split(_RUN_ENDS)]:
        found = known.get(head)
        if found is None:
            found = _read_once(head)
        if found.__class__ is bytes:
            said.append(found)
            said.append(text)
            continue
        assert isinstance(found, Markup)
        if text and not found.opens:
            found, text = Markup(tuple(_joined(_pieces(head + b">" + text)))), b""  # with a ">" in its text
        for piece in found.pieces:
            if isinstance(piece, bytes):
                said.append(piece)
                continue
            yield _together(said)
            said.clear()
            yield piece
        if text:
            said.append(text if found.keeps else _trimmed(text))
    yield _together(said)


def _together(said: list[bytes]) -> str:
    text = unescaped(b"".join(said))
    return text.translate(_BLANKS) if "\n" in text or "\t" in text or "\r" in text else text


_heads: dict[bytes, Markup | bytes] = {}
"""What some markup says: that of the template is the same in all documents made from it."""
_MOST_HEADS = 4096


def _read_once(head: bytes) -> Markup | bytes:
    found = _read(head)
    if len(head) < _SHORT:
        if len(_heads) >= _MOST_HEADS:
            _heads.clear()
        _heads[head] = found
    return found


def _read(head: bytes) -> Markup | bytes:
    """What markup says, without the last ">" of it; bytes alone where a text follows that keeps its blanks."""
    opened = _OPENED.fullmatch(head, max(head.rfind(b"<"), 0))
    pieces = tuple(_joined(_pieces(head[: opened.start()] if opened else head + b">")))
    keeps = opened is not None and _KEPT in opened[0]
    if keeps and not any(isinstance(piece, WordToken) for piece in pieces):
        return b"".join(piece for piece in pieces if isinstance(piece, bytes))
    return Markup(pieces, opened is not None, keeps)


def _joined(pieces: Iterable[str | WordToken]) -> Iterator[bytes | WordToken]:
    """Texts as they are written in XML."""
    for piece in pieces:
        yield piece.replace("&", "&amp;").encode("utf-8", "replace") if isinstance(piece, str) else piece


@functools.lru_cache(maxsize=1024)
def _trimmed(text: bytes) -> bytes:
    """A text whose blanks around it do not count, as it is written in XML."""
    return _typed(text, b"").replace("&", "&amp;").encode()


def _pieces(markup: bytes) -> Iterator[str | WordToken]:
    if b"xmlns" in markup and not has_usual_names(markup):
        raise Unusual
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
            token = WordToken(name.decode(), unescaped(text), bool(closes), alone, _named(attributes))
            yield _symbol(token.get("w:char")) if name == b"w:sym" else token


def _named(attributes: bytes) -> dict[str, str]:
    """Attributes by their full names."""
    found = _ATTRIBUTE.finditer(attributes)
    return {each[1].decode(): unescaped(each[2] or each[3] or b"") for each in found}


def _sign(name: bytes, attributes: bytes) -> str:
    if b"w:val" in attributes:
        return ""  # a stop of the ruler
    is_break = name == b"w:br" and (b'"page"' in attributes or b'"column"' in attributes)
    return BREAK if is_break else _SIGNS[name]


def _typed(text: bytes, attributes: bytes) -> str:
    plain = unescaped(text)
    if "\n" in plain or "\t" in plain or "\r" in plain:
        plain = plain.translate(_BLANKS)
    return plain if b'xml:space="preserve"' in attributes else plain.strip(" ")


def _symbol(code: str) -> str:
    try:
        return chr(int(code, 16))
    except (ValueError, OverflowError):
        return "\ufffd"
