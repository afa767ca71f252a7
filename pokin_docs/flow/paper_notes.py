"""What the report and the commands tell of the files that follow from documents, looked up in the build folder."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from pokin_docs import __version__
from pokin_docs.documents.kind import DocumentKind
from pokin_docs.flow.attachments import files_after
from pokin_docs.flow.bound import BOUND, PDF
from pokin_docs.flow.derived import DerivedFiles, is_for_upload
from pokin_docs.flow.edits import HandEdits
from pokin_docs.flow.examine import Understood
from pokin_docs.flow.progress import progress_of
from pokin_docs.flow.signing_record import read_record
from pokin_docs.model.settings import Settings
from pokin_docs.pdf.notes import PaperNotes, ReturnedFile
from pokin_docs.render.exchange import FolderWatch
from pokin_docs.render.result import BuildResult


def paper_notes(
    folder: Path, settings: Settings, new: Mapping[str, str] | None = None, returned: tuple[ReturnedFile, ...] = ()
) -> PaperNotes:
    """What is known of the papers in a build folder, but of those that this run is still to make.

    Args:
        folder: The build folder.
        settings: What was asked for.
        new: sha256 of documents that are about to be put in place, by path; None where all are in place.
        returned: The PDFs that came back.
    """
    derived = DerivedFiles(folder, new or {})
    outdated = tuple(one for one in derived.outdated() if not _comes_later(one.path, settings, made=new is None))
    found = (
        entry.told for path, entry in sorted(derived.record.items()) if entry.findings and derived.is_current(path)
    )
    told = () if settings.pdf and new is not None else tuple(one for some in found for one in some)
    return PaperNotes(read_record(folder).signed, outdated, told, returned)


def _comes_later(path: str, settings: Settings, *, made: bool) -> bool:
    """Whether this run makes a file after its report; ``made`` tells that PDFs are made already."""
    if path.startswith((f"{PDF}/", f"{BOUND}/")):
        return settings.pdf and not made
    return bool(settings.bundle) if is_for_upload(path) else settings.zipped


def renew_report(
    path: Path,
    understood: Understood,
    settings: Settings,
    made: BuildResult,
    kinds: tuple[DocumentKind, ...],
    edits: HandEdits,
    told: PaperNotes,
) -> BuildResult | None:
    """Write the report once more where PDFs or zips have become others than it tells; None where it tells right.

    Args:
        path: The workbook.
        understood: What is known of it.
        settings: What was asked for.
        made: What the build holds.
        kinds: The kinds of the documents.
        edits: What was known of the build folder.
        told: What the report tells.

    Raises:
        MachineTrouble: The folder cannot be written.
    """
    from pokin_docs.render.beside import write_beside

    notes = paper_notes(made.folder, settings, None, told.returned)
    if notes == told:
        return None
    files = files_after(
        path, understood, None, settings, made, kinds, progress_of(made.folder, understood), notes
    )  # fmt: skip
    if not files:
        return None
    return write_beside(
        files, buku=path, folder=made.folder, version=__version__, sha256=understood.sha256,
        watch=FolderWatch(edits.standing, edits.stamp),
    )  # fmt: skip
