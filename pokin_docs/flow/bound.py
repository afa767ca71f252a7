"""What is bound for paper: which papers, in which order, under which name; and the bytes of a bound PDF."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from pokin_docs.documents.kind import DocumentKind, Dokumen
from pokin_docs.documents.kinds import PK
from pokin_docs.documents.plan import Plan
from pokin_docs.documents.printed import NO_YEAR
from pokin_docs.documents.signed.content import SignedContent
from pokin_docs.documents.structure_order import in_order_of_structure
from pokin_docs.model.findings import Temuan, temuan
from pokin_docs.model.printing import slug
from pokin_docs.model.source import CellRef

if TYPE_CHECKING:
    from pokin_docs.pdf.signature_fields import SignatureField

PDF, BOUND = "PDF", "Cetak"
"""Folders in a build folder: the PDFs in the same tree as their documents, and the bound files."""
OF_WORKBOOK = "-Tabel"
"""What the name of the PDF of a workbook ends with."""


def pdf_path(document: str) -> str:
    """Where the PDF of a document goes; both paths are relative to the build folder, with ``/``.

    That of a workbook says so: a paper may have its name.
    """
    stem, _, kind = document.rpartition(".")
    return f"{PDF}/{stem}{OF_WORKBOOK if kind == 'xlsx' else ''}.pdf"


def signature_fields(document: Dokumen, kinds: tuple[DocumentKind, ...]) -> tuple[SignatureField, ...]:
    """The signature fields that the PDF of a document gets, named after the parties, in the order of signing.

    Args:
        document: The document.
        kinds: The kinds of documents.
    """
    content = document.content
    if not isinstance(content, SignedContent) or not content.tte.isian or not document.path.endswith(".docx"):
        return ()
    from pokin_docs.pdf.signature_fields import SignatureField

    kind, aids = next(one for one in kinds if one.kode == document.jenis), content.tte
    names = [slug(one.role.title(), 40).replace("-", "_") for one in kind.signing(content).signatures[:2]]
    fields = [SignatureField(*pair) for pair in zip(names, (aids.pertama, aids.kedua), strict=False)]
    below = zip(names, (aids.lampiran_pertama, aids.lampiran_kedua), strict=False)
    fields += [SignatureField(f"Lampiran_{name}", mark, needed=False) for name, mark in below]
    return tuple(one for one in fields if one.mark)


@dataclass(frozen=True, slots=True)
class PaperToBind:
    """A paper in a bound file: the group and the title of its bookmark, and its document."""

    group: str
    title: str
    document: Dokumen


@dataclass(frozen=True, slots=True)
class BoundFile:
    """A file to be bound.

    Attributes:
        stem: Its path in the build folder, without a suffix.
        title: What it is called in its properties.
        papers: What is in it, in order.
        left_out: How many papers of its kind are left out, as everybody has signed them.
        by_chapter: It is one document whose chapters begin on right-hand pages, and keep the numbers they print.
    """

    stem: str
    title: str
    papers: tuple[PaperToBind, ...]
    left_out: int = 0
    by_chapter: bool = False


def files_to_bind(
    asked: tuple[Dokumen, ...], plan: Plan, kinds: tuple[DocumentKind, ...], signed: frozenset[str] = frozenset()
) -> Iterator[BoundFile]:
    """The files that are bound of these documents, one for each kind and time.

    Args:
        asked: The documents.
        plan: For the order of the structure.
        kinds: Their kinds.
        signed: Paths of documents that are left out, as everybody has signed them.
    """
    for kind in kinds:
        papers = [one for one in asked if one.jenis == kind.kode] if kind.bound_as else []
        leaders = {other.kode: other for other in kinds if other.leads == kind.kode}
        for time in dict.fromkeys(one.time for one in papers):
            stem, title = f"{BOUND}/Cetak-{kind.bound_as}_{time or NO_YEAR}", f"{kind.nama} {time}".strip()
            mine = [one for one in papers if one.time == time]
            if kind.by_chapter:
                yield BoundFile(stem, title, (PaperToBind("", kind.title_of(mine[0]), mine[0]),), by_chapter=True)
                continue
            left = [one for one in mine if one.path not in signed]
            ordered = in_order_of_structure(left, lambda one: one.post, plan.pejabat)
            led = [one for one in asked if one.jenis in leaders and one.time == time]
            if ordered:
                yield BoundFile(
                    stem, title,
                    (*(PaperToBind("", leaders[one.jenis].title_of(one), one) for one in led),
                     *(PaperToBind(group, kind.title_of(one), one) for group, one in ordered)),
                    len(mine) - len(left),
                )  # fmt: skip


def bound_bytes(folder: Path, bound: BoundFile, pdfs: Iterable[tuple[PaperToBind, str]]) -> bytes:
    """The bytes of a bound PDF.

    Args:
        folder: The build folder.
        bound: The file.
        pdfs: Its papers that have a PDF, each with the path of that.
    """
    from pokin_docs.pdf.bind import BoundPaper, bind, chapters

    if bound.by_chapter:
        ((_, path),) = pdfs
        return bind(chapters((folder / path).read_bytes()), bound.title)
    return bind([BoundPaper((folder / path).read_bytes(), one.group, one.title) for one, path in pdfs], bound.title)


def bound_word(folder: Path, bound: BoundFile) -> tuple[bytes, tuple[str, ...]]:
    """The bytes of a bound Word file, for machines without a converter; and the papers that cannot be in it, by path.

    Args:
        folder: The build folder.
        bound: The file; its papers of officials are bound, what leads them is a file of its own.
    """
    from pokin_docs.files.contents.bound_word import WordPaper, bind_word

    papers = [one for one in bound.papers if one.group and (folder / one.document.path).is_file()]
    if not papers:
        return b"", ()
    names = [WordPaper((folder / one.document.path).read_bytes(), _bookmark(one.title)) for one in papers]
    data, refused = bind_word(names, bound.title)
    return data, tuple(papers[number].document.path for number in refused)


def _bookmark(title: str) -> str:
    """A name that Word takes for a bookmark: a letter first, then letters, digits and ``_``, at most 40."""
    return re.sub(r"\W+", "_", f"PK_{title}")[:36]


def longer_papers(asked: Iterable[Dokumen], pages: Mapping[str, int]) -> Iterator[Temuan]:
    """Perjanjian of more pages than others of their class mostly have.

    Args:
        asked: The documents of a run.
        pages: The pages of each PDF, by its path.
    """
    from pokin_docs.pdf.page_rules import longer_than_usual

    classes: dict[str, dict[str, int]] = {}
    for one in asked:
        path = pdf_path(one.path)
        if one.jenis == PK.kode and path in pages:
            classes.setdefault(one.path.split("/")[-2], {})[path] = pages[path]
    for name, counts in classes.items():
        for path, count, usual in longer_than_usual(counts):
            yield temuan("D68", CellRef(""), berkas=path, halaman=str(count), jenis=f"PK {name}", biasa=str(usual))
