"""What the manifest keeps of a Renstra, so that text typed into it is known later."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from pokin_docs.documents.narrative import RichText
from pokin_docs.documents.renstra.places import RenstraNarrative
from pokin_docs.narrative.blocks import picture_mark, read_blocks, read_margins, squeezed
from pokin_docs.narrative.printed import PrintedBlock, parse, printed_blocks, printed_margins
from pokin_docs.narrative.source import NarrativeRefused, open_source

VERSION = "1"
"""Of the way in which paragraphs are kept: the first line. Whoever changes what stands for a paragraph raises it."""


def kept_lines(path: str, data: bytes, content: object) -> tuple[str, ...]:
    """A line for each paragraph and table of a document with places for the office's text; of others none.

    Args:
        path: Where it goes.
        data: The document.
        content: What it was filled from.
    """
    narrative = getattr(content, "naskah", None)
    if not isinstance(narrative, RenstraNarrative):
        return ()
    written = said_by(text for _, text in narrative.items() if isinstance(text, RichText))
    try:
        source = open_source(Path(path), data)
        blocks, margins = read_blocks(source), read_margins(source)
    except NarrativeRefused:  # a template may hold more than any office writes
        return ()
    return (VERSION, *(entry.line() for entry in (*printed_blocks(blocks, written), *printed_margins(margins))))


def kept_blocks(lines: tuple[str, ...]) -> tuple[PrintedBlock, ...] | None:
    """What a document held when it was built; None where that was kept in another way than now."""
    return tuple(filter(None, map(parse, lines[1:]))) if lines[:1] == (VERSION,) else None


def said_by(texts: Iterable[RichText]) -> frozenset[str]:
    """What stands for each paragraph and picture of rich texts, as ``Block.said`` has it."""
    said: set[str] = set()
    for text in texts:
        said.update(filter(None, map(squeezed, text.texts)))
        said.update(picture_mark(picture.data) for picture in text.pictures)
    return frozenset(said)
