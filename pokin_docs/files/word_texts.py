"""A text part of a Word file: where its paragraphs, runs and texts stand in the bytes, so that it can be changed there.

Positions come from expat, names are compared with their namespace: a paragraph of a drawing is none of the text.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass, field
from xml.parsers import expat

from pokin_docs.files.xml_part import XmlEdit, splice

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main "
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships "
_TAG = re.compile(rb"<[^<>\"']*(?:\"[^\"]*\"[^<>\"']*|'[^']*'[^<>\"']*)*>")
_PREFIX = re.compile(rb"</?([^\s/>:]*:)?")
# What is one character of a paragraph's text, besides the texts themselves.
_SIGNS = frozenset(("tab", "ptab", "br", "cr", "noBreakHyphen", "softHyphen"))
_NOTES = {"footnote": "footnotes", "endnote": "endnotes"}


@dataclass(slots=True)
class TextRun:
    """A run: its start tag is ``start`` to ``tag_end``, the whole ``start`` to ``end``.

    ``traits`` are the bytes of its rPr; what it holds besides, ``children`` elements, stands from ``content_start`` to
    ``content_end``.
    """

    start: int
    tag_end: int
    end: int = 0
    traits: bytes = b""
    content_start: int = 0
    content_end: int = 0
    children: int = 0


@dataclass(frozen=True, slots=True)
class TextPiece:
    """A text (``w:t``) or a sign (tab, line break) of a run, and the characters of the paragraph that it is.

    A sign counts as one blank.
    """

    begin: int
    text: str
    start: int
    end: int
    run: TextRun

    @property
    def finish(self) -> int:
        """The first character after it."""
        return self.begin + len(self.text)


@dataclass(slots=True)
class WordParagraph:
    """A paragraph of a part in document order.

    ``content`` is where its content begins, behind its properties; ``parent`` is the number of the paragraph that holds
    the text box it stands in, its own number where there is none. ``notes`` is the footnote or endnote it belongs
    to, as ``footnotes/2``.
    """

    number: int
    parent: int
    ns_prefix: str
    start: int
    tag_end: int
    content: int
    close_start: int = 0
    end: int = 0
    notes: str = ""
    pieces: list[TextPiece] = field(default_factory=list)

    @property
    def text(self) -> str:
        """Its own text, a tab or line break counted as one character."""
        return "".join(piece.text for piece in self.pieces)


@dataclass(slots=True)
class MarkedElement:
    """An element with an id: the mark of a comment, the reference to a note, a header of a section.

    ``paragraph`` is the number of the paragraph it stands in, or the next one; ``run`` its run.
    """

    name: str
    id: str
    paragraph: int
    start: int
    end: int
    run: TextRun | None


@dataclass(slots=True)
class PartParagraphs:
    """The paragraphs of a part, and the elements with an id among them."""

    paragraphs: list[WordParagraph] = field(default_factory=list)
    marked: list[MarkedElement] = field(default_factory=list)


_REFERENCES = frozenset((
    "commentRangeStart", "commentRangeEnd", "commentReference", "footnoteReference", "endnoteReference",
    "headerReference", "footerReference", "sectPr", "comment",
))  # fmt: skip


def read(data: bytes) -> PartParagraphs:
    """The paragraphs and references of a part in UTF-8.

    Raises:
        expat.ExpatError: The part is no XML.
    """
    reader = _PartReader(data)
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.StartElementHandler = lambda name, attributes: reader.start(name, attributes, parser.CurrentByteIndex)
    parser.EndElementHandler = lambda name: reader.end(name, parser.CurrentByteIndex)
    parser.CharacterDataHandler = reader.characters
    parser.Parse(data, True)
    return reader.document


class _PartReader:
    """Follows the parser through a part."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        self.document = PartParagraphs()
        self.open: list[WordParagraph] = []
        self.runs: list[TextRun] = []
        self.boxes: list[int] = []  # for each open text box: how many paragraphs were open around it
        self.path: list[tuple[str, int, int]] = []
        self.note = ""
        self.text: list[str] | None = None

    def start(self, name: str, attributes: dict[str, str], at: int) -> None:
        tag = _TAG.match(self.data, at)
        opened = tag.end() if tag else at
        self.path.append((name, at, opened))
        local = name.removeprefix(_W) if name.startswith(_W) else ""
        if local == "p":
            self._paragraph(at, opened)
        elif local == "txbxContent":
            self.boxes.append(len(self.open))
        elif local == "r":
            self.runs.append(TextRun(at, opened, content_start=opened))
        elif local == "t" and self._inside():
            self.text = []
        elif local in _NOTES:
            self.note = f"{_NOTES[local]}/{attributes.get(_W + 'id', '')}"
        if self.runs and len(self.path) > 1 and self.path[-2][0] == _W + "r" and local != "rPr":
            self.runs[-1].children += 1
        if local in _REFERENCES:
            self._reference(local, attributes, at)

    def end(self, name: str, at: int) -> None:
        _, begin, opened = self.path.pop()
        alone = self.data[opened - 2 : opened] == b"/>"
        last = opened if alone else self.data.index(b">", at) + 1
        if name.startswith(_W):
            local = name.removeprefix(_W)
            inside = self.path[-1][0].removeprefix(_W) if self.path else ""
            self._end_of_block(local, inside, opened if alone else at, last)
            self._end_in_run(local, inside, (begin, opened if alone else at, last))
        for reference in reversed(self.document.marked):
            if reference.start == begin:
                reference.end = last
            if reference.start <= begin:
                break

    def _end_of_block(self, local: str, inside: str, closed: int, last: int) -> None:
        if local == "p":
            paragraph = self.open.pop()
            paragraph.close_start, paragraph.end = closed, last
        elif local == "pPr" and inside == "p":
            self.open[-1].content = last
        elif local == "txbxContent":
            self.boxes.pop()
        elif local in _NOTES:
            self.note = ""

    def _end_in_run(self, local: str, inside: str, at: tuple[int, int, int]) -> None:
        begin, closed, last = at
        if local == "r":
            run = self.runs.pop()
            run.content_end, run.end = closed, last
        elif local == "rPr" and inside == "r":
            self.runs[-1].traits = self.data[begin:last]
            self.runs[-1].content_start = last
        elif local == "t" and self.text is not None:
            self._piece("".join(self.text), begin, last)
            self.text = None
        elif local in _SIGNS and inside == "r" and self._inside():
            self._piece(" ", begin, last)

    def characters(self, text: str) -> None:
        if self.text is not None:
            self.text.append(text)

    def _inside(self) -> bool:
        return bool(self.open and self.runs) and (not self.boxes or len(self.open) > self.boxes[-1])

    def _paragraph(self, at: int, opened: int) -> None:
        number = len(self.document.paragraphs)
        prefix = _PREFIX.match(self.data, at)
        outer = self.open[0].number if self.open else number
        found = WordParagraph(number, outer, (prefix[1] or b"").decode() if prefix else "", at, opened, opened)
        found.notes = self.note
        self.document.paragraphs.append(found)
        self.open.append(found)

    def _piece(self, text: str, begin: int, last: int) -> None:
        pieces = self.open[-1].pieces
        at = pieces[-1].finish if pieces else 0
        pieces.append(TextPiece(at, text, begin, last, self.runs[-1]))

    def _reference(self, local: str, attributes: dict[str, str], at: int) -> None:
        number = self.open[0].number if self.open else len(self.document.paragraphs)
        identity = attributes.get(_W + "id", attributes.get(_R + "id", ""))
        if local == "comment":
            identity += "\0" + attributes.get(_W + "author", "")
        self.document.marked.append(
            MarkedElement(local, identity, number, at, at, self.runs[-1] if self.runs else None)
        )


AUTHOR = "pokin"
"""The author of the comments that the correction copy of a template holds."""


def own_comments(comment: bytes) -> frozenset[str]:
    """The ids of the comments in a comments part that an earlier correction put there."""
    listed = (entry.id.split("\0") for entry in read(comment).marked if entry.name == "comment")
    return frozenset(identity for identity, author in listed if author == AUTHOR)


def without_comments(data: bytes, ids: Collection[str]) -> bytes:
    """A part without the comments of these ids, or without what shows where they belong."""
    edits: dict[int, XmlEdit] = {}
    for entry in read(data).marked:
        if entry.id.split("\0")[0] not in ids:
            continue
        if entry.name in ("commentRangeStart", "commentRangeEnd", "comment"):
            edits[entry.start] = XmlEdit(entry.start, entry.end, b"")
        elif entry.name == "commentReference":
            run = entry.run
            alone = run is not None and run.children == 1
            begin, last = (run.start, run.end) if run is not None and alone else (entry.start, entry.end)
            edits[begin] = XmlEdit(begin, last, b"")
    return splice(data, edits.values())
