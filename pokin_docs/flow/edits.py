"""What a person changed among the files that a run would replace or remove; known before anything is written."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from pokin_docs.documents.kind import DocumentKind
from pokin_docs.documents.kinds import KINDS
from pokin_docs.flow.attachments import answerable, of_findings
from pokin_docs.flow.examine import Examination, Understood
from pokin_docs.flow.groups import asked_documents
from pokin_docs.flow.places import build_folder
from pokin_docs.model.settings import Settings
from pokin_docs.render.aside import SUNTINGAN, free_stamp, place_of
from pokin_docs.render.edited_files import MadeFiles
from pokin_docs.render.hold import other_workbook
from pokin_docs.render.manifest_reading import read
from pokin_docs.render.result import SetAside
from pokin_docs.render.standing_files import StandingFiles

__all__ = ["SUNTINGAN", "HandEdits", "hand_edits"]


@dataclass(frozen=True)
class HandEdits:
    """The files that a person changed, and where a run moves them.

    ``unnamed`` counts the files that lie where the run writes and that no manifest names: those that turn out to be
    other than ours are set aside too. ``other_workbook`` is the workbook of another place that the folder was last
    built from, if it was. ``standing`` saves a run from reading the files again.
    """

    folder: Path
    files: tuple[SetAside, ...]
    stamp: str
    standing: StandingFiles
    other_workbook: Path | None = None
    unnamed: int = 0


def hand_edits(
    path: Path,
    examination: Examination,
    settings: Settings,
    kinds: tuple[DocumentKind, ...] = KINDS,
    *,
    refused: bool = False,
) -> HandEdits:
    """What a person changed among the files that a run would replace or remove; nothing is written.

    A file that no manifest names is only counted: whether it differs from ours is known once ours is made.

    Args:
        path: The workbook.
        examination: What is known of it.
        settings: What is asked for.
        kinds: The kinds of documents.
        refused: The run writes no documents, only the files that show the findings.
    """
    folder = build_folder(path, settings)
    standing, old, stamp = StandingFiles(folder), read(folder), free_stamp(folder)
    scope, paths = of_findings(settings, kinds), frozenset[str]()
    if isinstance(examination, Understood) and not refused:
        scope = answerable(settings, kinds, examination.plan.cycle)
        paths = frozenset(entry.path for entry in asked_documents(examination.plan, settings, kinds))
    made = MadeFiles(old, standing)
    files = tuple(SetAside(file, place_of(file, stamp)) for file in made.edited(old, scope, paths))
    unnamed = sum(map(made.is_unnamed, paths))
    return HandEdits(folder, files, stamp, standing, other_workbook(folder, path), unnamed)
