"""The documents of a build as PDF, and bound for paper; made again only where a document or the converter changed."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

from pokin_docs.documents.kind import DocumentKind, Dokumen
from pokin_docs.documents.plan import Plan
from pokin_docs.flow.bound import files_to_bind, pdf_path
from pokin_docs.flow.derived import forget_gone
from pokin_docs.flow.pdf_work import PdfOutcome, PdfWork
from pokin_docs.render.trouble import machine_trouble

__all__ = ["PdfOutcome", "make_pdfs"]

_BATCH = 50
"""Documents that one call of LibreOffice converts: most of its time goes into starting."""


def make_pdfs(
    folder: Path,
    documents: Iterable[Dokumen],
    plan: Plan,
    kinds: tuple[DocumentKind, ...],
    on_progress: Callable[[int, int], None] = lambda done, total: None,
    signed: frozenset[str] = frozenset(),
) -> PdfOutcome:
    """Make the PDF of every document that stands in a build folder, and the files bound of them.

    Args:
        folder: The build folder.
        documents: The documents of this run.
        plan: For the order in which papers are bound.
        kinds: The kinds of the documents.
        on_progress: Told how many of how many documents are converted.
        signed: Paths of documents that are bound into no file, as everybody has signed them.

    Raises:
        MachineTrouble: The folder cannot be written.
    """
    from pokin_docs.pdf.fallback import find_fallback
    from pokin_docs.pdf.office import find_office

    office, asked = find_office() or find_fallback(), tuple(documents)
    with machine_trouble(folder):
        forget_gone(folder)
    work = PdfWork(folder, office.version if office else "")
    if office is None:
        with machine_trouble(folder):
            work.bind_words(files_to_bind(asked, plan, kinds, signed))
            work.keep()
        return work.outcome(())
    work.lay_fields(asked, kinds)
    wanted = {pdf_path(one.path): folder / one.path for one in asked if (folder / one.path).is_file()}
    work.sort(wanted)
    work.set_aside()
    todo = list(work.todo)
    for start in range(0, len(todo), _BATCH):
        on_progress(start, len(todo))
        with machine_trouble(folder):
            try:
                work.convert(office, todo[start : start + _BATCH])
            finally:
                work.keep()  # a run that is stopped, or a full disk, loses nothing of what it made
    on_progress(len(todo), len(todo))
    with machine_trouble(folder):
        work.bind(files_to_bind(asked, plan, kinds, signed))
        work.keep()
    return work.outcome(asked)
