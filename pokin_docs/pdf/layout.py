"""Where things stand on the pages of a PDF: texts, ruled lines, and to which paragraph, row or table they belong."""

from __future__ import annotations

import ctypes
import io
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from pypdf import PdfReader
from pypdf.errors import PyPdfError

_THIN = 2.0
"""Points: a path that is thinner is a line."""
_DEEP = 60
"""Levels of the structure that are followed: a PDF may point in a circle."""
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
        try:
            sizes, texts, lines = _drawn(document)
        finally:
            document.close()
        # Nothing is parted on a single page, and reading the structure takes most of the time.
        blocks = _structure(PdfReader(io.BytesIO(data)), texts) if len(sizes) > 1 else ()
    except (PyPdfError, ValueError, KeyError, AttributeError, TypeError, RuntimeError):  # pdfium's is a RuntimeError
        return None
    return Layout(sizes, blocks, texts, lines)


def _drawn(document: Any) -> tuple[tuple[tuple[float, float], ...], tuple[Piece, ...], tuple[Piece, ...]]:
    """Sizes of the pages, their texts and their lines."""
    import pypdfium2.raw as pdfium

    sizes, texts, lines = [], [], []
    for number, page in enumerate(document, 1):
        sizes.append(page.get_size())
        words = page.get_textpage()
        for found in page.get_objects(max_depth=4, filter=(pdfium.FPDF_PAGEOBJ_TEXT, pdfium.FPDF_PAGEOBJ_PATH)):
            left, bottom, right, top = found.get_bounds()
            if found.type == pdfium.FPDF_PAGEOBJ_TEXT:
                text = _text_of(pdfium.FPDFTextObj_GetText, found.raw, words.raw)
                if text.strip():
                    mark = pdfium.FPDFPageObj_GetMarkedContentID(found.raw)
                    texts.append(Piece(number, left, bottom, right, top, mark, text))
            elif min(right - left, top - bottom) < _THIN:
                lines.append(Piece(number, left, bottom, right, top))
        words.close()
        page.close()
    return tuple(sizes), tuple(texts), tuple(lines)


def _text_of(reads: Callable[..., int], found: Any, words: Any) -> str:
    length = reads(found, words, None, 0)
    buffer = ctypes.create_string_buffer(length)
    reads(found, words, ctypes.cast(buffer, ctypes.POINTER(ctypes.c_ushort)), length)
    return buffer.raw.decode("utf-16-le", "replace").rstrip("\0")


def _structure(reader: PdfReader, texts: tuple[Piece, ...]) -> tuple[PageBlock, ...]:
    root: Any = reader.trailer["/Root"]
    if "/StructTreeRoot" not in root:
        return ()
    tree = root["/StructTreeRoot"]
    pages = {page.indirect_reference.idnum: number for number, page in enumerate(reader.pages, 1)
             if page.indirect_reference is not None}  # fmt: skip
    marked: dict[tuple[int, int], list[Piece]] = defaultdict(list)
    for piece in texts:
        if piece.mark >= 0:
            marked[piece.page, piece.mark].append(piece)
    roles = _at(tree, "/RoleMap", {})
    whole = _block(tree, 0, pages, marked, roles, 0)
    return tuple(_opened(whole))


_CELLS = frozenset(("TD", "TH"))
_HOLDERS = frozenset(("", "Document", "Sect", "Part", "Div", "Art"))
"""What only holds blocks together."""


def _opened(block: PageBlock) -> Iterator[PageBlock]:
    for part in block.parts:
        if part.kind in _HOLDERS:
            yield from _opened(part)
        else:
            yield part


def _block(
    element: Any,
    page: int,
    pages: dict[int, int],
    marked: dict[tuple[int, int], list[Piece]],
    roles: Any,
    depth: int,
) -> PageBlock:
    """An element of the structure with all that it holds.

    Args:
        element: The element.
        page: The page of what it is in.
        pages: Numbers of the pages by that of their object.
        marked: What is drawn under each mark of a page.
        roles: What kinds of the file's own are.
        depth: How deep it lies.
    """
    if "/Pg" in element:
        page = pages.get(element.raw_get("/Pg").idnum, page)
    held = _at(element, "/K", [])
    own: list[Piece] = []
    parts = []
    for one in held if isinstance(held, list) else [held]:
        kid = one.get_object()
        if isinstance(kid, int):
            own += marked.get((page, int(kid)), ())
        elif "/MCID" in kid:
            there = pages.get(kid.raw_get("/Pg").idnum, page) if "/Pg" in kid else page
            own += marked.get((there, int(kid["/MCID"])), ())
        elif "/S" in kid and depth < _DEEP:
            parts.append(_block(kid, page, pages, marked, roles, depth + 1))
    kind = str(element.get("/S", ""))
    role = str(_at(roles, kind, kind)).lstrip("/")
    # What an element says of itself is an object of its own, which takes as long to read as the element.
    rows = _rows_of(_at(element, "/A", ())) if role in _CELLS else 1
    return PageBlock(role, tuple(own), tuple(parts), rows)


def _at(found: Any, key: str, otherwise: object) -> Any:
    """What a dictionary of a PDF holds at a key, itself; ``get`` would give what only points to it.

    Args:
        found: The dictionary.
        key: The key.
        otherwise: What is given where it has none.
    """
    return found[key] if key in found else otherwise  # noqa: SIM401


def _rows_of(said: Any) -> int:
    """Over how many rows a cell goes, of what is said of it: one set of attributes, or a list of them."""
    for one in said if isinstance(said, list) else [said]:
        attributes = one.get_object() if hasattr(one, "get_object") else {}
        if "/RowSpan" in attributes:
            return int(attributes["/RowSpan"])
    return 1
