"""Where things stand on the pages of a PDF: texts, ruled lines, and to which paragraph, row or table they belong."""

from __future__ import annotations

import ctypes
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

_THIN = 2.0
"""Points: a path that is thinner is a line."""
_DEEP = 60
"""Levels of the structure that are followed: a PDF may point in a circle."""
_USUAL = 256
"""Bytes that nearly every text takes: what is asked for with room for it is read in one call."""
_HEADINGS = frozenset(("H", *(f"H{level}" for level in range(1, 7))))


@dataclass(frozen=True, slots=True)
class Piece:
    """Text in one go, or a ruled line, where its ink stands; points from the lower left corner of its page, from 1.

    ``mark`` is its number among what the structure of its page holds; -1 for heads, feet and decoration.
    """

    page: int
    left: float
    bottom: float
    right: float
    top: float
    mark: int = -1
    text: str = ""


@dataclass(frozen=True)
class PageBlock:
    """A part of the structure: ``P``, ``H1``, ``Table``, ``TR``, ``TD`` …, what stands in it itself, and its parts.

    ``rows`` is over how many rows a cell goes.
    """

    kind: str
    own: tuple[Piece, ...]
    parts: tuple[PageBlock, ...] = ()
    rows: int = 1

    @property
    def is_heading(self) -> bool:
        """Whether it is a heading of any level."""
        return self.kind in _HEADINGS

    def pieces(self) -> Iterator[Piece]:
        """All that stands in it and its parts, each part in one go."""
        yield from self.own
        for part in self.parts:
            yield from part.pieces()

    @cached_property
    def pages(self) -> tuple[int, ...]:
        """The pages it stands on, in order."""
        return tuple(sorted({piece.page for piece in self.pieces()}))

    @cached_property
    def text(self) -> str:
        """What it says, in the order it was drawn; blanks between texts that were set apart."""
        drawn = sorted(self.pieces(), key=lambda piece: (piece.page, piece.mark))
        return " ".join(" ".join(piece.text for piece in drawn).split())

    def of_kind(self, kind: str) -> Iterator[PageBlock]:
        """The parts of a kind at any depth, not those inside one another."""
        for part in self.parts:
            if part.kind == kind:
                yield part
            else:
                yield from part.of_kind(kind)


@dataclass(frozen=True, slots=True)
class Layout:
    """The pages of a PDF.

    Attributes:
        sizes: Width and height of each page, in points.
        blocks: The blocks of the body in order, without what holds them all; none where the PDF says nothing of it.
        texts: Every text.
        lines: Every ruled line.
    """

    sizes: tuple[tuple[float, float], ...]
    blocks: tuple[PageBlock, ...]
    texts: tuple[Piece, ...]
    lines: tuple[Piece, ...]


def read_layout(data: bytes) -> Layout | None:
    """Where things stand in a PDF; None for what no reader opens.

    Args:
        data: The file.
    """
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(data)
    except (RuntimeError, ValueError):
        return None
    sizes: list[tuple[float, float]] = []
    texts: list[Piece] = []
    lines: list[Piece] = []
    whole = _Draft("")
    try:
        for number, page in enumerate(document, 1):
            sizes.append(page.get_size())
            begun = len(texts)
            for piece in _drawn(page, number):
                (texts if piece.text else lines).append(piece)
            if len(document) > 1:  # nothing is parted on a single page
                _add_structure(whole, page, texts[begun:])
            page.close()
    except RuntimeError:
        return None
    finally:
        document.close()
    return Layout(tuple(sizes), tuple(_opened(whole.block())), tuple(texts), tuple(lines))


def _drawn(page: Any, number: int) -> Iterator[Piece]:
    """The texts of a page and, without text, its lines."""
    import pypdfium2.raw as pdfium

    words = page.get_textpage()
    for found in page.get_objects(max_depth=4, filter=(pdfium.FPDF_PAGEOBJ_TEXT, pdfium.FPDF_PAGEOBJ_PATH)):
        left, bottom, right, top = found.get_bounds()
        if found.type == pdfium.FPDF_PAGEOBJ_TEXT:
            text = _said(pdfium.FPDFTextObj_GetText, found.raw, words.raw)
            if text.strip():
                mark = pdfium.FPDFPageObj_GetMarkedContentID(found.raw)
                yield Piece(number, left, bottom, right, top, mark, text)
        elif min(right - left, top - bottom) < _THIN:
            yield Piece(number, left, bottom, right, top)
    words.close()


def _said(reads: Callable[..., int], *of: Any) -> str:
    """What a function of pdfium writes into a buffer as UTF-16; it writes nothing where there is too little room.

    Args:
        reads: The function; it returns how many bytes it takes.
        of: What it is asked about.
    """
    needed = _USUAL
    while True:
        room, buffer = needed, ctypes.create_string_buffer(needed)
        needed = reads(*of, ctypes.cast(buffer, ctypes.POINTER(ctypes.c_ushort)), room)
        if needed <= room:
            return buffer.raw[:needed].decode("utf-16-le", "replace").rstrip("\0")


@dataclass(slots=True)
class _Draft:
    """A block while page after page adds to it; ``parts`` by their number in it, which is the same on every page."""

    kind: str
    rows: int = 1
    own: list[Piece] = field(default_factory=list)
    parts: dict[int, _Draft] = field(default_factory=dict)

    def part(self, number: int, element: Any) -> _Draft:
        """The draft of one of its parts, begun on the first page that shows of it."""
        import pypdfium2.raw as pdfium

        if number not in self.parts:
            kind = _said(pdfium.FPDF_StructElement_GetType, element)
            self.parts[number] = _Draft(kind, _rows_of(element) if kind in _CELLS else 1)
        return self.parts[number]

    def block(self) -> PageBlock:
        """The block as it is."""
        parts = tuple(part.block() for _, part in sorted(self.parts.items()))
        return PageBlock(self.kind, tuple(self.own), parts, self.rows)


_CELLS = frozenset(("TD", "TH"))
_HOLDERS = frozenset(("", "Document", "Sect", "Part", "Div", "Art"))
"""What only holds blocks together."""


def _opened(block: PageBlock) -> Iterator[PageBlock]:
    for part in block.parts:
        if part.kind in _HOLDERS:
            yield from _opened(part)
        else:
            yield part


def _add_structure(whole: _Draft, page: Any, texts: Sequence[Piece]) -> None:
    """Add what a page shows of the structure of its file; pdfium knows it page by page.

    Args:
        whole: What holds all blocks.
        page: The page.
        texts: Its texts.
    """
    import pypdfium2.raw as pdfium

    tree = pdfium.FPDF_StructTree_GetForPage(page.raw)
    if not tree:
        return
    marked: dict[int, list[Piece]] = defaultdict(list)
    for piece in texts:
        if piece.mark >= 0:
            marked[piece.mark].append(piece)
    try:
        for number in range(pdfium.FPDF_StructTree_CountChildren(tree)):
            element = pdfium.FPDF_StructTree_GetChildAtIndex(tree, number)
            if element:
                _add_element(whole.part(number, element), element, marked, _DEEP)
    finally:
        pdfium.FPDF_StructTree_Close(tree)


def _add_element(draft: _Draft, element: Any, marked: Mapping[int, list[Piece]], deep: int) -> None:
    """Add what a page shows of an element; what stands on other pages only is no child of it here."""
    import pypdfium2.raw as pdfium

    for number in range(pdfium.FPDF_StructElement_CountChildren(element)):
        child = pdfium.FPDF_StructElement_GetChildAtIndex(element, number)
        if child and deep:
            _add_element(draft.part(number, child), child, marked, deep - 1)
        elif not child:
            draft.own += marked.get(pdfium.FPDF_StructElement_GetChildMarkedContentID(element, number), ())


def _rows_of(cell: Any) -> int:
    """Over how many rows a cell goes."""
    import pypdfium2.raw as pdfium

    for number in range(pdfium.FPDF_StructElement_GetAttributeCount(cell)):
        attributes = pdfium.FPDF_StructElement_GetAttributeAtIndex(cell, number)
        said, rows = pdfium.FPDF_StructElement_Attr_GetValue(attributes, b"RowSpan"), ctypes.c_float()
        if said and pdfium.FPDF_StructElement_Attr_GetNumberValue(said, rows):
            return int(rows.value)
    return 1
