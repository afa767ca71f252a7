"""A part of an Office file that is changed in places: every byte outside those places stays as it was written.

Positions come from expat, which tells where in the bytes an element stands; prefixes, quotes and blanks of whoever
wrote the part do not matter. Names are compared without their prefix.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from xml.parsers import expat

_TAG = re.compile(rb"<[^<>\"']*(?:\"[^\"]*\"[^<>\"']*|'[^']*'[^<>\"']*)*>")
_NAME = re.compile(rb"<[^\s/>]+")
_DOCTYPES = tuple("<!DOCTYPE".encode(code) for code in ("ascii", "utf-16-le", "utf-16-be"))
_MAX_ATTRIBUTES = 1_000
_LONG_TAG = re.compile(rb"<[^<]{4000,}")
_ATTRIBUTE = re.compile(rb"[\s\"'][^\s=<>\"']+\s*=\s*[\"']")
_ROWS = re.compile(rb"<(\w+:)?sheetData(?:\s[^<>]*)?>")
_DECLARED = re.compile(r"^(<\?xml[^>]*?)\s+encoding\s*=\s*(?:\"[^\"]*\"|'[^']*')")

BrokenXml = expat.ExpatError
"""What reading a part that is no XML raises."""


@dataclass(frozen=True, slots=True)
class XmlElement:
    """One element and where it stands.

    ``path`` are the local names from the root on, parted by ``/``. Its start tag is ``start`` to ``tag_end``, what it
    holds ``tag_end`` to ``close_start``, the whole of it ``start`` to ``end``.
    """

    path: str
    name: str
    attributes: Mapping[str, str]
    start: int
    tag_end: int
    close_start: int
    end: int

    @property
    def ns_prefix(self) -> str:
        """The prefix of its name with the colon, or nothing."""
        return self.name[: self.name.find(":") + 1]

    def get(self, local_name: str) -> str | None:
        """The value of an attribute by its name without prefix."""
        found = (value for name, value in self.attributes.items() if name.rpartition(":")[2] == local_name)
        return next(found, None)


@dataclass(frozen=True, slots=True)
class XmlEdit:
    """The bytes from ``start`` to ``end`` give way to ``content``; an insertion when both are the same."""

    start: int
    end: int
    content: bytes


def readable(data: bytes) -> bytes:
    """The part in an encoding that ASCII can be written into: as it is, but for UTF-16, which becomes UTF-8."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return _DECLARED.sub(r"\1", data.decode("utf-16")).encode()
    return data


def has_doctype(data: bytes) -> bool:
    """Whether a part has a DOCTYPE, which no office program writes, in one of the encodings that these use."""
    return any(mark in data for mark in _DOCTYPES)


def is_crowded(data: bytes) -> bool:
    """Whether one element has more attributes than Office writes; reading takes the square of their number."""
    return any(len(_ATTRIBUTE.findall(long[0])) > _MAX_ATTRIBUTES for long in _LONG_TAG.finditer(data))


class _Enough(Exception):
    """Ends the reading of a part before its end."""


def scan(
    data: bytes, *where: str, enough: Callable[[Mapping[str, str]], bool] = lambda attributes: False
) -> tuple[XmlElement, ...]:
    """The elements with these paths in the order of their start tags; ``a/*`` takes every child of ``a``.

    Args:
        data: The part, in an encoding that ASCII can be written into (``readable``).
        where: The paths: local names from the root on, parted by ``/``, without prefix and without a leading ``/``.
        enough: Told the attributes of each; the first it agrees to is the last one given, as its start tag only.

    Raises:
        BrokenXml: The part is no XML.
    """
    wanted = frozenset(where)
    parser = expat.ParserCreate()
    paths: list[str] = [""]
    waiting: list[tuple[int, str, str, dict[str, str], int, int]] = []
    found: list[tuple[int, XmlElement]] = []

    def start(name: str, attributes: dict[str, str]) -> None:
        parent = paths[-1]
        path = f"{parent}/{name.rpartition(':')[2]}" if parent else name.rpartition(":")[2]
        paths.append(path)
        if path in wanted or f"{parent}/*" in wanted:
            begin = parser.CurrentByteIndex
            tag = _TAG.match(data, begin)
            opened = tag.end() if tag else begin
            if enough(attributes):
                found.append((begin, XmlElement(path, name, attributes, begin, opened, opened, opened)))
                raise _Enough
            waiting.append((len(paths), path, name, attributes, begin, opened))

    def end(name: str) -> None:
        if waiting and waiting[-1][0] == len(paths):
            _, path, full, attributes, begin, opened = waiting.pop()
            closed = opened if data[opened - 2 : opened] == b"/>" else parser.CurrentByteIndex
            last = opened if data[opened - 2 : opened] == b"/>" else data.index(b">", closed) + 1
            found.append((begin, XmlElement(path, full, attributes, begin, opened, closed, last)))
        paths.pop()

    parser.StartElementHandler = start
    parser.EndElementHandler = end
    with suppress(_Enough):
        parser.Parse(data, True)
    return tuple(element for _, element in sorted(found, key=lambda pair: pair[0]))


def without_rows(sheet: bytes) -> bytes:
    """A sheet with blanks for its rows: everything else is found in it at the same place, within no time."""
    start = _ROWS.search(sheet)
    if start is None or start[0].endswith(b"/>"):
        return sheet
    end = sheet.rfind(b"</" + (start[1] or b"") + b"sheetData")
    return sheet[: start.end()] + b" " * (end - start.end()) + sheet[end:] if end > start.end() else sheet


def splice(data: bytes, change: Iterable[XmlEdit]) -> bytes:
    """The part with all edits made; insertions at one place stand in the order given.

    Raises:
        ValueError: Two edits change the same bytes.
    """
    pieces: list[bytes] = []
    done = 0
    for edit in sorted(change, key=lambda edit: edit.start):
        if edit.start < done:
            raise ValueError("two edits of one place")
        pieces += (data[done : edit.start], edit.content)
        done = edit.end
    return b"".join((*pieces, data[done:]))


def with_attributes(tag: bytes, **attributes: str | int | None) -> bytes:
    """A start tag with these attributes set, those given as None taken away, the others as they were.

    Values are written as they are: a text is escaped beforehand (``quoted``).
    """
    for name, value in attributes.items():
        pattern = re.compile(rb"\s+" + name.encode() + rb"\s*=\s*(?:\"[^\"]*\"|'[^']*')")
        new = b"" if value is None else f' {name}="{value}"'.encode()
        known = pattern.search(tag)
        if known:
            tag = tag[: known.start()] + new + tag[known.end() :]
        elif new:
            name_end = _NAME.match(tag)
            at = name_end.end() if name_end else 0
            tag = tag[:at] + new + tag[at:]
    return tag


def retag(data: bytes, element: XmlElement, **attributes: str | int | None) -> XmlEdit:
    """The edit that sets attributes of an element.

    Args:
        data: The part, the same bytes that the element was found in.
        element: The element.
        attributes: New values by name, escaped already; None takes the attribute away, others stay.
    """
    return XmlEdit(element.start, element.tag_end, with_attributes(data[element.start : element.tag_end], **attributes))


def extend(
    data: bytes, element: XmlElement, content: bytes, *, at_front: bool = False, **attributes: str | int | None
) -> tuple[XmlEdit, ...]:
    """The edits that add children to an element and set attributes of it.

    Args:
        data: The part, the same bytes that the element was found in.
        element: The element; one without an end tag of its own gets one.
        content: The children as markup.
        at_front: The children come first in it, not last.
        attributes: New values by name, escaped already; None takes the attribute away, others stay.
    """
    tag = with_attributes(data[element.start : element.tag_end], **attributes)
    if element.tag_end == element.end:
        opened = tag[:-2].rstrip() + b">"
        return (XmlEdit(element.start, element.end, opened + content + f"</{element.name}>".encode()),)
    at = element.tag_end if at_front else element.close_start
    return (XmlEdit(element.start, element.tag_end, tag), XmlEdit(at, at, content))


_ESCAPED = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_UNWRITABLE = re.compile("[\x00-\x08\x0b-\x1f\ufffe\uffff]")


def text(text: str) -> str:
    """A plain text as Excel writes it into XML: markup escaped, characters that XML cannot hold as ``_x0001_``."""
    plain = text.replace("\r\n", "\n").replace("\r", "\n").encode("utf-8", "replace").decode("utf-8")
    coded = _UNWRITABLE.sub(lambda found: f"_x{ord(found[0]):04X}_", _ESCAPED.sub("_x005F_", plain))
    return coded.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def quoted(words: str) -> str:
    """A plain text as the value of an attribute in double quotes; the quotes are not part of it."""
    return text(words).replace('"', "&quot;").replace("\n", "&#10;").replace("\t", "&#9;")
