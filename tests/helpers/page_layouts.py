"""Pages as they are read back from a PDF, typed in a few words: what stands where."""

from __future__ import annotations

import itertools

from pokin_docs.pdf.layout import Layout, PageBlock, Piece

_MARKS = itertools.count()
HEIGHT, WIDTH = 842.0, 595.0


def piece(text: str, page: int = 1, bottom: float = 400, left: float = 90, right: float = 300, mark: int = 0) -> Piece:
    return Piece(page, left, bottom, right, bottom + 10, mark if mark else next(_MARKS), text)


def p(text: str, page: int = 1, bottom: float = 400, kind: str = "P") -> PageBlock:
    return PageBlock(kind, (piece(text, page, bottom),))


def head(page: int) -> PageBlock:
    """A cell of the heading of a table."""
    return PageBlock("TH", (), (p("No", page),))


def day(page: int) -> PageBlock:
    """Place and day above signatures."""
    return PageBlock("P", (piece("Paringin, 5 Januari 2026", page, left=330, right=480),))


def table(*rows: list[PageBlock]) -> PageBlock:
    """A table of rows of cells, each cell a paragraph or several on pages of their own."""
    return PageBlock("Table", (), tuple(PageBlock("TR", (), tuple(row)) for row in rows))


def cell(*parts: PageBlock, rows: int = 1) -> PageBlock:
    return PageBlock("TD", (), parts, rows)


def layout(*blocks: PageBlock, lines: tuple[Piece, ...] = (), feet: tuple[Piece, ...] = ()) -> Layout:
    texts = tuple(one for block in blocks for one in block.pieces())
    count = max((one.page for one in (*texts, *feet)), default=1)
    return Layout(((WIDTH, HEIGHT),) * count, blocks, (*texts, *feet), lines)
