"""What is written although documents are refused: workbook with findings and their report; what could be made yet."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from pokin_docs import __version__
from pokin_docs.documents.kind import DocumentKind
from pokin_docs.documents.kinds import KINDS, codes, groups
from pokin_docs.flow.attachments import files_of_findings
from pokin_docs.flow.correct import correction
from pokin_docs.flow.edits import HandEdits, hand_edits
from pokin_docs.flow.examine import Examination, NotUnderstood, Understood
from pokin_docs.flow.groups import chosen_groups
from pokin_docs.flow.paper_notes import paper_notes
from pokin_docs.flow.places import build_folder
from pokin_docs.flow.progress import record_run
from pokin_docs.model.catalogue import CATALOGUE, severity
from pokin_docs.model.findings import Severity
from pokin_docs.model.settings import Settings
from pokin_docs.render.exchange import FolderWatch, OnAside, say_nothing
from pokin_docs.render.manifest_reading import read
from pokin_docs.render.result import BuildResult


def write_findings(
    path: Path,
    examination: Examination,
    settings: Settings,
    kinds: tuple[DocumentKind, ...] = KINDS,
    *,
    edits: HandEdits | None = None,
    on_aside: OnAside = say_nothing,
) -> BuildResult | None:
    """Correction workbook and report put into the build folder; no document is written, removed or set aside.

    None when neither can be made: of a file that cannot be opened nothing can be shown.

    Args:
        path: The workbook.
        examination: What was found in it.
        settings: What was asked for.
        kinds: The kinds of documents.
        edits: What a person changed, as it was told; None to look now.
        on_aside: Told which files are set aside, before any is.

    Raises:
        MachineTrouble: The machine stops the work (disk full, no permission, folder in use).
    """
    from pokin_docs.render.beside import write_beside

    known = edits or hand_edits(path, examination, settings, kinds, refused=True)
    corrected = correction(path, examination, final=settings.final)
    notes = paper_notes(known.folder, replace(settings, pdf=False, zipped=False, bundle=""))  # none of them is made
    files = files_of_findings(path, examination, corrected, settings, known.folder, kinds, notes)
    if not files:
        return None
    made = write_beside(
        files,
        buku=path,
        folder=known.folder,
        version=__version__,
        sha256=examination.sha256 if isinstance(examination, Understood) else "",
        watch=FolderWatch(known.standing, known.stamp, on_aside),
    )
    record_run(known.folder, examination)
    return made


def groups_without_marks(
    examination: Examination, settings: Settings, kinds: tuple[DocumentKind, ...]
) -> tuple[str, ...]:
    """The groups that ``--final`` would let through by themselves; none where more than marks of others stops them.

    Args:
        examination: What was found in the workbook.
        settings: What was asked for.
        kinds: The kinds of documents.
    """
    if isinstance(examination, NotUnderstood) or examination.galat(final=False) or not settings.final:
        return ()
    stopping = [one for one in examination.temuan if severity(one, final=True) is Severity.GALAT]
    if not all(CATALOGUE[one.kode].leaves_mark for one in stopping):
        return ()
    marked = {entry.jenis for entry in examination.made if entry.tanda}
    made = {entry.jenis for entry in examination.made} - marked
    by_group = {group: codes(kinds, (group,)) for group in chosen_groups(settings, kinds) if group in groups(kinds)}
    return tuple(group for group, those in by_group.items() if those & made and not those & marked)


def what_final_allows(
    path: Path, examination: Examination, settings: Settings, kinds: tuple[DocumentKind, ...] = KINDS
) -> str:
    """What to do to have some documents although others miss something; "" where nothing helps.

    Documents that stand in the folder and contradict each other are compared with those of any group.

    Args:
        path: The workbook.
        examination: What was found in it.
        settings: What was asked for.
        kinds: The kinds of documents.
    """
    clean = groups_without_marks(examination, settings, kinds)
    proof = read(build_folder(path, settings)).proof if clean else None
    if proof is not None and proof.contradictions:
        return (
            "Dokumen dari pembangunan terakhir juga saling bertentangan; --final menolaknya, dengan --hanya pun. "
            "Bangun tanpa --final untuk melihat tempatnya (D46, D47, D49, D50)."
        )
    words = ",".join(clean)
    return (
        f"Yang tanpa isian kosong dapat dibangun sekarang, bila tidak saling bertentangan: tambahkan --hanya {words}."
        if clean
        else ""
    )
