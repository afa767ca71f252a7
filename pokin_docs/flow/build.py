"""The documents of a workbook written into its build folder, and a build held against what it was made from."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from pokin_docs import __version__
from pokin_docs.consistency.findings import findings
from pokin_docs.documents.kind import DocumentKind, Dokumen, Lampiran
from pokin_docs.documents.kinds import KINDS
from pokin_docs.documents.printed import identity
from pokin_docs.documents.proof import Proof
from pokin_docs.documents.signers import values_hash
from pokin_docs.flow.attachments import answerable, attachments, files_after
from pokin_docs.flow.built_quarters import keep_quarters
from pokin_docs.flow.correct import correction
from pokin_docs.flow.derived import keep_replaced, outdated_files
from pokin_docs.flow.edits import HandEdits, hand_edits
from pokin_docs.flow.examine import Understood, logo_file
from pokin_docs.flow.groups import asked_documents, chosen_groups
from pokin_docs.flow.keep_collected import keep
from pokin_docs.flow.paper_notes import paper_notes
from pokin_docs.flow.progress import progress_of, record_run
from pokin_docs.flow.refusal import write_findings
from pokin_docs.flow.signed_files import NONE_FOUND, AwaitedPaper, SignedFiles, take_signed
from pokin_docs.flow.signing import NO_LIST, SigningList, make_signing_list
from pokin_docs.flow.tree import TreeDrawing, painted_before
from pokin_docs.model.catalogue import CONTRADICTING, severity
from pokin_docs.model.causes import in_order
from pokin_docs.model.findings import MachineTrouble, Severity, Temuan
from pokin_docs.model.settings import LAPORAN, POHON, Settings
from pokin_docs.pdf.notes import NO_NOTES, PaperNotes
from pokin_docs.render.answerable import scope
from pokin_docs.render.exchange import FolderWatch, OnAside, say_nothing
from pokin_docs.render.manifest_reading import read
from pokin_docs.render.result import BuildResult

if TYPE_CHECKING:
    from pokin_docs.render.inspection import BuildState


_OF_WORKBOOK = frozenset(("D21",))
"""What comes to light about a workbook only while its documents are filled."""
_DRAWINGS = scope(((POHON, ""),))


@dataclass(frozen=True)
class BuildOutcome:
    """What a build did; ``build`` is None when a template does not fit (``temuan`` then says why).

    ``findings`` is then what was written all the same, correction workbook and report; ``trouble`` why they were not.
    ``contradicts`` tells that the reason is not a template, but that with ``--final`` documents contradict each other.
    ``late`` are those of ``temuan`` that are about the workbook and not known before; ``whole`` tells that
    nothing in it was too large to be made or drawn. ``signing`` is the list of who signs what, ``notes`` what the
    report tells of papers.
    """

    temuan: tuple[Temuan, ...]
    build: BuildResult | None
    findings: BuildResult | None = None
    trouble: MachineTrouble | None = None
    late: tuple[Temuan, ...] = ()
    whole: bool = True
    contradicts: bool = False
    signing: SigningList = NO_LIST
    notes: PaperNotes = NO_NOTES


def build(
    path: Path,
    understood: Understood,
    settings: Settings,
    kinds: tuple[DocumentKind, ...] = KINDS,
    *,
    on_progress: Callable[[int, int], None] = lambda done, total: None,
    edits: HandEdits | None = None,
    on_aside: OnAside = say_nothing,
) -> BuildOutcome:
    """The documents of a workbook that was found free of galat, put into its build folder.

    Args:
        path: The workbook.
        understood: What ``examine(…, pictures=True)`` gave for it.
        settings: The same as it was examined with.
        kinds: The same kinds of documents.
        on_progress: Told how many documents of how many are up to date.
        edits: What a person changed in the build folder, as it was told; None to look now.
        on_aside: Told which files are set aside, before any is.

    Raises:
        MachineTrouble: The machine stops the work (disk full, no permission, folder in use).
        ValueError: The workbook was examined without pictures.
    """
    from pokin_docs.render.write import Beside, write

    known = edits or hand_edits(path, understood, settings, kinds)
    understood, late, drawing = _drawn(understood, settings, kinds, known)
    mine = answerable(settings, kinds, understood.plan.cycle)
    folder, asked = known.folder, asked_documents(understood.plan, settings, kinds)
    keep(understood.collection)
    before, found = read(folder), _returned(folder, understood, settings, kinds)
    told = [PaperNotes(returned=found.files)]
    beside = partial(_files_beside, path, understood, asked, folder, settings, kinds, told)
    outcome = write(
        asked,
        buku=path, folder=folder, templat=settings.templat, logo=_logo(path, understood), version=__version__,
        on_progress=on_progress, ulang=settings.ulang, sha256=understood.sha256, kinds=kinds,
        answerable=mine - _DRAWINGS if drawing.is_too_large else mine,
        watch=FolderWatch(known.standing, known.stamp, on_aside, known.holders),
        agency=identity(understood.buku, "nama_pd").clean,
        beside_it=Beside(_others(understood, asked, folder), beside, settings.final),
    )  # fmt: skip
    understood = _with_contradictions(understood, outcome.temuan, final=settings.final)
    if outcome.value is None:
        return _refused(path, understood, outcome.temuan, settings, known, kinds, on_aside)
    made, over = outcome.value, tuple(one for one in outcome.temuan if one.kode in _OF_WORKBOOK)
    if over:
        understood = _with_findings(understood, over, final=settings.final)
        if not settings.pejabat:
            made = _told(path, understood, settings, made, known, kinds, on_aside, told)
    keep_replaced(folder, before)
    record_run(folder, understood)
    keep_quarters(folder, understood.buku, understood.plan, asked, kinds)
    made, signing = _with_list(made, folder, understood, kinds, found)
    whole = not (drawing.temuan or over)
    return BuildOutcome(
        (*late, *outcome.temuan), made, late=(*late, *over), whole=whole, signing=signing, notes=told[-1]
    )


def _returned(folder: Path, understood: Understood, settings: Settings, kinds: tuple[DocumentKind, ...]) -> SignedFiles:
    """The PDFs that came back, where the run is asked to look at some."""
    if settings.signed_from is None:
        return NONE_FOUND
    signing = {kind.kode: kind.signing for kind in kinds}
    awaited = {
        one.path: AwaitedPaper(count, values_hash(one.content))
        for one in understood.plan.dokumen
        if (count := len(signing[one.jenis](one.content).signatures))
    }
    return take_signed(settings.signed_from, folder, awaited)


def _with_list(
    made: BuildResult, folder: Path, understood: Understood, kinds: tuple[DocumentKind, ...], found: SignedFiles
) -> tuple[BuildResult, SigningList]:
    """The build with the list of who signs what; where that cannot be replaced, it is among what failed."""
    signing = replace(make_signing_list(folder, understood.plan, kinds), found=found)
    return (replace(made, failed=(*made.failed, signing.path)) if signing.failed else made), signing


def _refused(
    path: Path,
    understood: Understood,
    reasons: tuple[Temuan, ...],
    settings: Settings,
    known: HandEdits,
    kinds: tuple[DocumentKind, ...],
    on_aside: OnAside,
) -> BuildOutcome:
    """A build without documents, as a template does not fit: what shows the findings is written all the same."""
    contradicts = not any(severity(entry, final=False) is Severity.GALAT for entry in reasons)
    try:
        found = write_findings(path, understood, settings, kinds, edits=known, on_aside=on_aside)
    except MachineTrouble as trouble:  # what is wrong with the templates is told all the same
        return BuildOutcome(reasons, None, trouble=trouble, contradicts=contradicts)
    return BuildOutcome(reasons, None, found, contradicts=contradicts)


def _logo(path: Path, understood: Understood) -> Path | None:
    """The logo of the agency, where it can be printed."""
    faulty = any(entry.kode == "T07" for entry in understood.temuan)
    return None if faulty else logo_file(path, understood.buku)


def _others(understood: Understood, asked: tuple[Dokumen, ...], folder: Path) -> tuple[Dokumen, ...]:
    """The documents of the plan that stand in its folder, where this run makes others to be compared with them."""
    if not asked:
        return ()
    mine = {entry.path for entry in asked}
    found = (entry for entry in understood.plan.dokumen if entry.path not in mine)
    return tuple(entry for entry in found if (folder / entry.path).is_file())


def _drawn(
    understood: Understood, settings: Settings, kinds: tuple[DocumentKind, ...], edits: HandEdits
) -> tuple[Understood, tuple[Temuan, ...], TreeDrawing]:
    """The same with the tree drawn for all that shows it, and what is to be said of it that was not said yet.

    Args:
        understood: What is known of the workbook.
        settings: What was asked for.
        kinds: The kinds of documents.
        edits: For the files of the build folder: pages that stand there are not painted again.
    """
    drawing = understood.drawing
    if drawing is None:
        raise ValueError("examine the workbook with pictures=True before it is built")
    if {POHON, LAPORAN} & set(chosen_groups(settings, kinds)) and drawing.drawing.page:
        drawing.whole  # noqa: B018  # drawn now, so that what is to be said of it is known before it is told
    if not settings.ulang:
        drawing.painted_before = lambda: painted_before(drawing.drawing, edits.folder, edits.standing)
    late = tuple(finding for finding in drawing.temuan if finding not in understood.temuan)
    told = _with_findings(understood, late, final=settings.final) if late else understood
    return told, late, drawing


def _with_findings(understood: Understood, late: tuple[Temuan, ...], *, final: bool) -> Understood:
    return replace(understood, temuan=in_order((*understood.temuan, *late), final=final))


def _with_contradictions(understood: Understood, found: tuple[Temuan, ...], *, final: bool) -> Understood:
    told = tuple(finding for finding in found if finding.kode in CONTRADICTING)
    return _with_findings(understood, told, final=final) if told else understood


def _told(
    path: Path,
    understood: Understood,
    settings: Settings,
    made: BuildResult,
    known: HandEdits,
    kinds: tuple[DocumentKind, ...],
    on_aside: OnAside,
    told: list[PaperNotes],
) -> BuildResult:
    """The build whose report and correction workbook tell of the documents that it left out too."""
    from pokin_docs.render.beside import write_beside

    corrected = correction(path, understood, final=settings.final)
    progress = progress_of(known.folder, understood)
    files = files_after(path, understood, corrected, settings, made, kinds, progress, told[-1])
    if not files:
        return made
    again = write_beside(
        files, buku=path, folder=known.folder, version=__version__, sha256=understood.sha256,
        watch=FolderWatch(known.standing, known.stamp, on_aside),
    )  # fmt: skip
    return replace(made, failed=tuple(dict.fromkeys((*made.failed, *again.failed))))


def _files_beside(
    path: Path,
    understood: Understood,
    asked: tuple[Dokumen, ...],
    folder: Path,
    settings: Settings,
    kinds: tuple[DocumentKind, ...],
    told: list[PaperNotes],
    proof: Proof,
    made: Mapping[str, str],
) -> tuple[Lampiran, ...]:
    """The files beside the documents that are asked for; for single posts only their papers are wanted, soon."""
    understood = _with_contradictions(understood, tuple(findings(proof)), final=settings.final)
    assert understood.drawing is not None  # asked for already
    paths = {entry.path for entry in asked}
    # The report names what an earlier run left in the folder too.
    documents_in_folder = tuple(
        entry for entry in understood.plan.dokumen if entry.path in paths or (folder / entry.path).is_file()
    )
    corrected = None if settings.pejabat else correction(path, understood, final=settings.final)
    told.append(paper_notes(folder, settings, made, told[-1].returned))
    return attachments(
        path, understood, documents_in_folder, corrected, settings, understood.drawing, kinds,
        progress_of(folder, understood), proof, told[-1],
    )  # fmt: skip


def inspect(folder: Path, templat: tuple[Path, ...], workbooks: tuple[Path, ...]) -> BuildState:
    """Whether a build folder still holds what was built, and from what there still is; writes nothing.

    Args:
        folder: The build folder.
        templat: Folders with templates, searched in order.
        workbooks: Folders with workbooks, searched in order.
    """
    from pokin_docs.render.inspection import inspect

    state, outdated = inspect(folder, buku=workbooks, templat=templat), [one.path for one in outdated_files(folder)]
    foreign = tuple(path for path in state.foreign if path not in outdated)
    return replace(state, outdated=tuple(outdated), foreign=foreign) if state.readable else state
