"""Papers bound into one file to be printed: each begins on a right-hand page, bookmarks and labels tell whose it is."""

from __future__ import annotations

import io
from collections.abc import Iterable
from dataclasses import dataclass

from pypdf import PdfReader, PdfWriter
from pypdf.generic import ArrayObject, DictionaryObject, NameObject, NumberObject, TextStringObject


@dataclass(frozen=True, slots=True)
class BoundPaper:
    """A paper to be bound: its PDF, the group and the title of its bookmark."""

    pdf: bytes
    group: str
    title: str


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
    group, above = "", None
    for paper in papers:
        reader = PdfReader(io.BytesIO(paper.pdf))
        start = len(writer.pages)
        for page in reader.pages:
            writer.add_page(page)
        count = len(writer.pages) - start
        labels += [f"{paper.title} hal. {number}/{count}" for number in range(1, count + 1)]
        if count % 2:
            size = writer.pages[-1].mediabox
            writer.add_blank_page(size.width, size.height)
            labels.append("kosong")
        if paper.group != group:
            group = paper.group
            above = writer.add_outline_item(title=group, page_number=start) if group else None
        writer.add_outline_item(title=paper.title, page_number=start, parent=above)
    _label(writer, labels)
    writer.add_metadata({"/Title": title})
    writer.page_layout = "/TwoPageRight"
    writer.compress_identical_objects()
    stream = io.BytesIO()
    writer.write(stream)
    return stream.getvalue()


def _label(writer: PdfWriter, labels: list[str]) -> None:
    numbers = ArrayObject()
    for number, label in enumerate(labels):
        numbers.append(NumberObject(number))
        numbers.append(DictionaryObject({NameObject("/P"): TextStringObject(label)}))
    writer.root_object[NameObject("/PageLabels")] = DictionaryObject({NameObject("/Nums"): numbers})
