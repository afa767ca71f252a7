"""Papers bound into one file to be printed: each begins on a right-hand page, bookmarks and labels tell whose it is."""

from __future__ import annotations

import io
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from typing import cast

from pypdf import PageObject, PdfReader, PdfWriter
from pypdf.errors import PyPdfError
from pypdf.generic import ArrayObject, DictionaryObject, NameObject, NumberObject, TextStringObject

from pokin_docs.pdf.layout import read_layout
from pokin_docs.pdf.page_rules import printed_numbers


@dataclass(frozen=True, slots=True)
class BoundPaper:
    """A paper to be bound.

    Attributes:
        pdf: Its PDF.
        group: The group of its bookmark; empty for none.
        title: The title of its bookmark; empty where it has none.
        pages: First page that is bound, from 0, and that after the last; None for all.
        labels: What its pages are called; empty for ``<title> hal. 1/2``.
        places: Bookmarks within it: titles, and pages from its first.
    """

    pdf: bytes
    group: str
    title: str
    pages: tuple[int, int] | None = None
    labels: tuple[str, ...] = ()
    places: tuple[tuple[str, int], ...] = ()


def bind(papers: Iterable[BoundPaper], title: str) -> bytes:
    """One PDF of all papers, for double-sided printing.

    A paper of an odd number of pages gets a blank one behind it, of the size of its last. Bookmarks are grouped; each
    page is labelled ``<title> hal. 1/2``, a blank one ``kosong``.

    Args:
        papers: The papers, in order.
        title: What the file is called in its properties.
    """
    writer = PdfWriter()
    labels: list[str] = []
    readers: dict[int, PdfReader] = {}
    group, above = "", None
    for paper in papers:
        reader = readers.setdefault(id(paper.pdf), PdfReader(io.BytesIO(paper.pdf)))
        start = len(writer.pages)
        for page in reader.pages[slice(*paper.pages)] if paper.pages else reader.pages:
            _without_fields(writer.add_page(page))
        count = len(writer.pages) - start
        labels += paper.labels or [f"{paper.title} hal. {number}/{count}" for number in range(1, count + 1)]
        if count % 2:
            size = writer.pages[-1].mediabox
            writer.add_blank_page(size.width, size.height)
            labels.append("kosong")
        if paper.group != group:
            group = paper.group
            above = writer.add_outline_item(title=group, page_number=start) if group else None
        own = writer.add_outline_item(title=paper.title, page_number=start, parent=above) if paper.title else above
        for place, number in paper.places:
            writer.add_outline_item(title=place, page_number=start + number, parent=own)
    _label(writer, labels)
    writer.add_metadata({"/Title": title})
    writer.page_layout = "/TwoPageRight"
    writer.compress_identical_objects()
    stream = io.BytesIO()
    writer.write(stream)
    return stream.getvalue()


def _without_fields(page: PageObject) -> None:
    """Take the signature fields off a page that was copied: they belong to the paper itself."""
    if "/Annots" in page:
        kept = [one for one in cast("ArrayObject", page["/Annots"]) if one.get_object().get("/Subtype") != "/Widget"]
        page[NameObject("/Annots")] = ArrayObject(kept)


_SOURCE = "/PokinSumber"
"""What a joined file keeps of its parts in its properties."""


def joined(pdfs: Iterable[bytes], source: str) -> bytes:
    """PDFs one behind the other, for reading on a screen.

    Args:
        pdfs: The PDFs.
        source: What is kept of where they come from.
    """
    writer = PdfWriter()
    for pdf in pdfs:
        for page in PdfReader(io.BytesIO(pdf)).pages:
            _without_fields(writer.add_page(page))
    writer.add_metadata({_SOURCE: source})
    writer.compress_identical_objects()
    stream = io.BytesIO()
    writer.write(stream)
    return stream.getvalue()


def is_joined_of(pdf: bytes, source: str) -> bool:
    """Whether a file was joined from these.

    Args:
        pdf: The file.
        source: Where they come from.
    """
    try:
        said = PdfReader(io.BytesIO(pdf)).metadata
        return said is not None and said.get(_SOURCE) == source
    except (PyPdfError, ValueError, KeyError, AttributeError, OSError):
        return False


def chapters(pdf: bytes) -> tuple[BoundPaper, ...]:
    """A document parted before each heading of the first level that begins a page; its pages keep their numbers.

    Args:
        pdf: The PDF of the whole document.
    """
    layout = read_layout(pdf)
    if layout is None or not layout.blocks:
        return (BoundPaper(pdf, "", ""),)
    printed = printed_numbers(layout)
    labels = tuple(printed.get(number, "") for number in range(1, len(layout.sizes) + 1))
    heads = [block for block in layout.blocks if block.is_heading and block.pages]
    first = {block.pages[0]: block for block in reversed(layout.blocks) if block.pages}
    starts = [page for page, block in sorted(first.items()) if block.kind == "H1"]
    edges = sorted({1, *starts, len(layout.sizes) + 1})
    found = []
    for start, end in pairwise(edges):
        title = first[start].text if start in starts else ""
        inside = tuple(
            (block.text, block.pages[0] - start)
            for block in heads
            if start <= block.pages[0] < end and block is not first.get(start)
        )
        found.append(BoundPaper(pdf, "", title, (start - 1, end - 1), labels[start - 1 : end - 1], inside))
    return tuple(found)


def _label(writer: PdfWriter, labels: list[str]) -> None:
    numbers = ArrayObject()
    for number, label in enumerate(labels):
        numbers.append(NumberObject(number))
        numbers.append(DictionaryObject({NameObject("/P"): TextStringObject(label)}))
    writer.root_object[NameObject("/PageLabels")] = DictionaryObject({NameObject("/Nums"): numbers})
