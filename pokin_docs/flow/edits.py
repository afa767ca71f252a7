"""What a person changed among the files that a run would replace or remove; known before anything is written."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from pokin_docs.documents.kind import DocumentKind, Dokumen
from pokin_docs.documents.kinds import KINDS
from pokin_docs.documents.plan import Plan
from pokin_docs.flow.attachments import answerable, of_findings
from pokin_docs.flow.collect import NOTHING_COLLECTED, Collection
from pokin_docs.flow.examine import Examination, Understood
from pokin_docs.flow.groups import asked_documents
from pokin_docs.flow.places import build_folder
from pokin_docs.model.settings import Settings
from pokin_docs.render.aside import SUNTINGAN, free_stamp
from pokin_docs.render.edited_files import MadeFiles
from pokin_docs.render.hold import other_workbook
from pokin_docs.render.manifest import Manifest
from pokin_docs.render.manifest_reading import read
from pokin_docs.render.result import SetAside
from pokin_docs.render.standing_files import StandingFiles

__all__ = ["SUNTINGAN", "HandEdits", "hand_edits"]


@dataclass(frozen=True)
class HandEdits:
    """The files that a person changed, and where a run moves them.

    ``unnamed`` counts the files that lie where the run writes and that no manifest names: those that turn out to be
    other than ours are set aside too. ``other_workbook`` is the workbook of another place that the folder was last
    built from, if it was. ``standing`` saves a run from reading the files again. ``holders`` are the papers of who held
    a post before the one whose paper is made now, by path. ``collection`` is the text typed into them.
    """

    folder: Path
    files: tuple[SetAside, ...]
    stamp: str
    standing: StandingFiles
    other_workbook: Path | None = None
    unnamed: int = 0
    holders: Mapping[str, str] = field(default_factory=dict)
    collection: Collection = NOTHING_COLLECTED


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
    typed = NOTHING_COLLECTED
    scope, paths, holders = of_findings(settings, kinds), frozenset[str](), dict[str, str]()
    if isinstance(examination, Understood) and not refused:
        typed = examination.collection
        scope = answerable(settings, kinds, examination.plan.cycle)
        asked = asked_documents(examination.plan, settings, kinds)
        paths = frozenset(entry.path for entry in asked)
        holders = _papers_of_former(old, asked, examination.plan)
    made = MadeFiles(old, standing)
    named = {entry.file for entry in old.dokumen if (entry.jenis, entry.time) in scope} | paths
    holders = {file: name for file, name in holders.items() if file in named}
    chosen = sorted({*made.edited(old, scope, paths), *made.standing_of(holders)})
    files = tuple(made.set_aside(file, stamp, holders) for file in chosen)
    unnamed = sum(map(made.is_unnamed, paths))
    return HandEdits(folder, files, stamp, standing, other_workbook(folder, path), unnamed, holders, typed)


def _papers_of_former(old: Manifest, asked: tuple[Dokumen, ...], plan: Plan) -> dict[str, str]:
    """The papers in the folder of officials who have none now, as another holds their post: by path, with the name.

    Args:
        old: The manifest of the folder.
        asked: The documents that this run makes.
        plan: For who holds which post, by the cell of the ID.
    """
    holders = {str(one.baris.id.source): one for one in plan.every_pejabat}
    signing = {str(cell) for document in asked if document.post for cell in document.source} & holders.keys()
    posts = {holders[cell].id for cell in signing}
    found = {}
    for entry in old.dokumen:
        holder = next((holders[cell] for cell in entry.cells if cell in holders), None)
        if holder is not None and holder.nama and holder.id in posts and str(holder.baris.id.source) not in signing:
            found[entry.file] = holder.nama.clean
    return found
