"""What goes into a build folder beside the documents: the tree drawn, the report, previews, the correction workbook."""

from __future__ import annotations

from pathlib import Path

from pokin_docs import __version__
from pokin_docs.documents.kind import DocumentKind, Dokumen, Lampiran, Writer
from pokin_docs.documents.kinds import codes
from pokin_docs.documents.proof import Proof
from pokin_docs.drawing.page import Drawing
from pokin_docs.flow.examine import Examination, Understood
from pokin_docs.flow.groups import asked_documents, chosen_groups
from pokin_docs.flow.progress import progress_of
from pokin_docs.flow.tree import TreeDrawing
from pokin_docs.model.catalogue import CATALOGUE
from pokin_docs.model.cycle import Cycle
from pokin_docs.model.history import Progress
from pokin_docs.model.rows import BukuKerja
from pokin_docs.model.settings import LAPORAN, POHON, Settings
from pokin_docs.pdf.notes import NO_NOTES, PaperNotes
from pokin_docs.render.answerable import Scope, scope
from pokin_docs.render.manifest_reading import read
from pokin_docs.render.result import BuildResult

KOREKSI, PRATINJAU = "koreksi", "pratinjau"
"""Groups of files that no word of ``--hanya`` chooses."""
REPORT_PAGE = "laporan.html"


def attachments(
    path: Path,
    understood: Understood,
    dokumen: tuple[Dokumen, ...],
    koreksi: bytes | None,
    settings: Settings,
    drawing: TreeDrawing,
    kinds: tuple[DocumentKind, ...],
    progress: Progress | None = None,
    proof: Proof | None = None,
    notes: PaperNotes = NO_NOTES,
) -> tuple[Lampiran, ...]:
    """The files that this build makes beside its documents.

    Args:
        path: The workbook.
        understood: What is known of it.
        dokumen: The documents of this build, and those that an earlier one left in its folder.
        koreksi: The bytes of the correction workbook; None where it could not be made.
        settings: What was asked for.
        drawing: The tree drawn.
        kinds: The kinds of the documents.
        progress: How the findings went on since earlier runs.
        proof: What comparing the documents came to.
        notes: What is known of signed papers, and of the files that follow from documents.
    """
    asked = {entry.path for entry in asked_documents(understood.plan, settings, kinds)}
    written = tuple(entry for entry in dokumen if entry.path in asked)
    found: tuple[Lampiran, ...] = ()
    if POHON in chosen_groups(settings, kinds):
        found += _tree(understood, drawing)
    found += _correction(path, understood, koreksi)
    with_report = LAPORAN in chosen_groups(settings, kinds)
    if with_report:
        paths = _preview_paths(written) if settings.pratinjau else {}
        beside = tuple(entry.path for entry in found)
        drawn, final = drawing.whole, settings.final
        found += (
            _report(understood, dokumen, drawn, beside, paths, kinds, progress, proof=proof, notes=notes, final=final),
        )
    if settings.pratinjau:
        found += _previews(written, REPORT_PAGE if with_report else "")
    return found


def files_after(
    path: Path,
    understood: Understood,
    koreksi: bytes | None,
    settings: Settings,
    made: BuildResult,
    kinds: tuple[DocumentKind, ...],
    progress: Progress | None,
    notes: PaperNotes,
) -> tuple[Lampiran, ...]:
    """The files that show the findings once more, after a build whose report was written before all was known.

    Args:
        path: The workbook.
        understood: What is known of it, with what came to light while it was built.
        koreksi: The bytes of the correction workbook; None where it could not be made.
        settings: What was asked for.
        made: What the build holds.
        kinds: The kinds of the documents.
        progress: How the findings went on since earlier runs.
        notes: What is known of signed papers, and of the files that follow from documents.
    """
    assert understood.drawing is not None  # it was built
    found = _correction(path, understood, koreksi)
    if REPORT_PAGE in made.lampiran:
        there = tuple(
            entry
            for entry in understood.plan.dokumen
            if entry.path not in made.unmade and (made.folder / entry.path).is_file()
        )
        beside = tuple(name for name in made.lampiran if not name.endswith(".html"))
        paths = _preview_paths(there) if settings.pratinjau else {}
        shown = {document: page for document, page in paths.items() if page in made.lampiran}
        drawing = understood.drawing.whole
        proof = read(made.folder).proof
        found += (
            _report(
                understood, there, drawing, beside, shown, kinds, progress, proof=proof, notes=notes,
                final=settings.final,
            ),
        )  # fmt: skip
    return found


def files_of_findings(
    path: Path,
    examination: Examination,
    koreksi: bytes | None,
    settings: Settings,
    folder: Path,
    kinds: tuple[DocumentKind, ...],
    notes: PaperNotes,
) -> tuple[Lampiran, ...]:
    """The files that show what was found, made also where documents are refused.

    Args:
        path: The workbook.
        examination: What is known of it.
        koreksi: The bytes of the correction workbook; None where it could not be made.
        settings: What was asked for.
        folder: The build folder: the report names the documents that an earlier run left in it.
        kinds: The kinds of the documents.
        notes: What is known of signed papers, and of the files that follow from documents.
    """
    found = _correction(path, examination, koreksi)
    if examination.opened and LAPORAN in chosen_groups(settings, kinds):
        shown = examination if isinstance(examination, Understood) else _blank(path, examination, settings, kinds)
        there = tuple(entry for entry in shown.plan.dokumen if (folder / entry.path).is_file())
        drawing = (shown.drawing or TreeDrawing(shown.buku, lambda said: None).of(shown.plan)).whole
        beside = tuple(entry.path for entry in found)
        progress = progress_of(folder, shown) if shown is examination else None
        reason = refusal_reason(examination, final=settings.final)
        found += (
            _report(shown, there, drawing, beside, {}, kinds, progress, reason, notes=notes, final=settings.final),
        )
    return found


def refusal_reason(examination: Examination, *, final: bool) -> str:
    """Why no document is written, in the words that follow "karena".

    Args:
        examination: What was found in the workbook.
        final: Severities are those of ``--final``.
    """
    if examination.galat(final=False):
        return "ada galat"
    if not examination.galat(final=final):
        return "templat belum cocok"
    blank = examination.tanda or any(CATALOGUE[finding.kode].leaves_mark for finding in examination.temuan)
    return "masih ada isian kosong" if blank else "masih ada yang hanya boleh ada dalam konsep"


def _blank(path: Path, examination: Examination, settings: Settings, kinds: tuple[DocumentKind, ...]) -> Understood:
    """A workbook that was not understood as one with nothing in it, so that its findings have a page all the same."""
    from pokin_docs.transform.plan import plan

    buku = BukuKerja(path.name, {}, frozenset())
    planning = plan(buku, settings, kinds)
    assert planning.value is not None  # transform gives a plan for everything
    return Understood(examination.temuan, (), buku, planning.value, "")


def of_findings(settings: Settings, kinds: tuple[DocumentKind, ...]) -> Scope:
    """What ``files_of_findings`` may replace."""
    report = ((LAPORAN, ""),) if LAPORAN in chosen_groups(settings, kinds) else ()
    return frozenset(((KOREKSI, ""), *report))


def answerable(settings: Settings, kinds: tuple[DocumentKind, ...], cycle: Cycle) -> Scope:
    """Every ``jenis`` and time of file that a run is answerable for: what it does not make of them does not stay.

    A run for single posts removes nothing.

    Args:
        settings: What was asked for.
        kinds: The kinds of the documents.
        cycle: For the time of each kind.
    """
    if settings.pejabat:
        return frozenset()
    chosen = chosen_groups(settings, kinds)
    made = codes(kinds, chosen)
    documents = {kind.kode: kind.time(cycle) for kind in kinds if kind.kode in made}
    previews = {f"{PRATINJAU}-{kode}": time for kode, time in documents.items()}
    beside = (group for group in chosen if group in (POHON, LAPORAN))
    return scope((*documents.items(), *previews.items(), *((group, "") for group in beside), (KOREKSI, "")))


def _correction(path: Path, examination: Examination, koreksi: bytes | None) -> tuple[Lampiran, ...]:
    if koreksi is None:
        return ()
    places = tuple(finding.tempat for finding in examination.temuan if finding.tempat.lembar)
    return (Lampiran(KOREKSI, f"{KOREKSI}{path.suffix.lower()}", koreksi, places),)


def _tree(understood: Understood, drawing: TreeDrawing) -> tuple[Lampiran, ...]:
    from pokin_docs.drawing.draw import draw_all

    places = {kinerja.number: kinerja.source for kinerja in understood.plan.pohon.kinerja}
    return draw_all(drawing.drawing, places, paint_pages=drawing.paint)


def _report(
    understood: Understood,
    dokumen: tuple[Dokumen, ...],
    drawing: Drawing,
    lampiran: tuple[str, ...],
    pratinjau: dict[str, str],
    kinds: tuple[DocumentKind, ...],
    progress: Progress | None,
    refused: str = "",
    *,
    proof: Proof | None = None,
    notes: PaperNotes,
    final: bool,
) -> Lampiran:
    from pokin_docs.report.texts import page

    plan, buku = understood.plan, understood.buku
    data = page(
        plan, buku, understood.temuan, understood.waived, dokumen, drawing if drawing.page else None,
        final=final, version=__version__, lampiran=lampiran, pratinjau=pratinjau, kinds=kinds,
        progress=progress, refused=refused, proof=proof, notes=notes,
    )  # fmt: skip
    return Lampiran(LAPORAN, REPORT_PAGE, data, tuple(kinerja.source for kinerja in plan.pohon.kinerja))


def _preview_paths(dokumen: tuple[Dokumen, ...]) -> dict[str, str]:
    from pokin_docs.report.preview.page import preview_path

    return {entry.path: preview_path(entry.path) for entry in dokumen if _is_word(entry)}


def _is_word(document: Dokumen) -> bool:
    """Whether a preview can show it: a workbook is looked at in Excel."""
    return document.path.endswith(f".{Writer.WORD.value}")


def _previews(dokumen: tuple[Dokumen, ...], laporan: str) -> tuple[Lampiran, ...]:
    """A preview of each document; each kind is a group of its own, as with --hanya the other kinds stay."""
    from pokin_docs.report.preview.page import previews

    return tuple(
        extra
        for jenis, time in dict.fromkeys((entry.jenis, entry.time) for entry in dokumen)
        for extra in previews(
            [entry.path for entry in dokumen if (entry.jenis, entry.time) == (jenis, time) and _is_word(entry)],
            jenis=f"{PRATINJAU}-{jenis}", laporan=laporan, time=time,
        )
    )  # fmt: skip
