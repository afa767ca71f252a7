"""Notes of cells and text boxes of a workbook: they are no cells, so nothing reads them; they are named once."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Sequence

from pokin_docs.extract.grid import Grid, Remark
from pokin_docs.model.findings import FindingLog
from pokin_docs.model.source import CellRef, column_letters
from pokin_docs.model.texts import squeeze

_COMMENT = re.compile(rb"<(?:\w+:)?comment\s")
_REF = re.compile(rb"\bref=[\"']([A-Z]{1,3}\d{1,7})[\"']")
_BY = re.compile(rb"\bauthorId=[\"'](\d+)[\"']")
_AUTHOR = re.compile(rb"<(?:\w+:)?author(?:/>|>([^<]*)<)")
_TEXT = re.compile(rb"<(?:\w+:)?t(?:\s[^<>]*)?>([^<]*)<")
_SHAPE = re.compile(rb"<(?:\w+:)?sp[\s>]")
_FROM = re.compile(rb"<(?:\w+:)?from>\s*<(?:\w+:)?col>(\d{1,5})<.{0,200}?<(?:\w+:)?row>(\d{1,7})<", re.DOTALL)
_OWN_AUTHOR = b"pokin_docs"
_OWN_WORDS = re.compile(r"(?:galat|peringatan|saran) [A-Z]\d{2,3}:")
"""How the notes of a correction copy begin: LibreOffice saves them without their author."""
_SHOWN = 5
_QUOTED = 30


def notes_in(part: bytes) -> Iterator[Remark]:
    """The notes in a part with those of one sheet, without our own."""
    authors = _AUTHOR.findall(part)
    own = {str(number).encode() for number, name in enumerate(authors) if name == _OWN_AUTHOR}
    for piece in _COMMENT.split(part)[1:]:
        ref, by = _REF.search(piece), _BY.search(piece)
        text = _said(piece)
        if ref and text and not (by and by.group(1) in own) and not is_own_remark(text):
            yield ref.group(1).decode(), text


def is_own_remark(text: str) -> bool:
    """Whether a note is one of a correction copy."""
    return _OWN_WORDS.match(text) is not None


def boxes_in(part: bytes) -> Iterator[Remark]:
    """The shapes with a text in a part with the drawings of one sheet."""
    before, *pieces = _SHAPE.split(part)
    place = ""
    for piece in pieces:
        if found := _FROM.findall(before):
            column, row = found[-1]
            place = f"{column_letters(int(column) + 1)}{int(row) + 1}"
        if text := _said(piece.partition(b"</xdr:sp>")[0]):
            yield place, text
        before = piece


def name_remarks(grids: Sequence[Grid], log: FindingLog) -> None:
    """Name the notes and text boxes of a workbook, all at once: how many, and the first of them.

    Args:
        grids: Its sheets.
        log: Takes what is found.
    """
    notes = [(grid.title, *remark) for grid in grids for remark in grid.notes]
    boxes = [(grid.title, *remark) for grid in grids for remark in grid.boxes]
    if not notes and not boxes:
        return
    kinds = ((len(notes), "catatan sel"), (len(boxes), "kotak teks"))
    counted = " dan ".join(f"{count} {name}" for count, name in kinds if count)
    shown = [
        f"{title}!{place} «{_short(text)}»" if place else f"{title} «{_short(text)}»"
        for title, place, text in notes + boxes
    ]
    more = f" dan {len(shown) - _SHOWN} lagi" if len(shown) > _SHOWN else ""
    log.note("B63", CellRef(""), isi=counted, tempat=", ".join(shown[:_SHOWN]) + more)


def _said(piece: bytes) -> str:
    return squeeze(html.unescape(b" ".join(_TEXT.findall(piece)).decode("utf-8", errors="replace")))


def _short(text: str) -> str:
    return text if len(text) <= _QUOTED else f"{text[:_QUOTED].rstrip()} …"
