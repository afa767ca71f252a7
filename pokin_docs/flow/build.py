"""The documents of a workbook written into its build folder, and a build held against what it was made from."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from pokin_docs import __version__
from pokin_docs.documents.kind import DocumentKind
from pokin_docs.documents.kinds import KINDS, codes
from pokin_docs.flow.attachments import answerable, attachments
from pokin_docs.flow.correct import correction
from pokin_docs.flow.examine import Understood, logo_of
from pokin_docs.flow.groups import chosen_groups
from pokin_docs.model.findings import Temuan
from pokin_docs.model.printing import slug
from pokin_docs.model.settings import Settings

if TYPE_CHECKING:
    from pokin_docs.render.inspection import BuildState
    from pokin_docs.render.write import BuildResult


@dataclass(frozen=True)
class BuildOutcome:
    """What a build did; ``build`` is None when a template does not fit (``temuan`` then says why)."""

    temuan: tuple[Temuan, ...]
    build: BuildResult | None


def build(
    path: Path,
    understood: Understood,
    settings: Settings,
    kinds: tuple[DocumentKind, ...] = KINDS,
    *,
    on_progress: Callable[[int, int], None] = lambda done, total: None,
) -> BuildOutcome:
    """The documents of a workbook that was found free of galat, put into its build folder.

    Args:
        path: The workbook.
        understood: What ``examine(…, pictures=True)`` gave for it.
        settings: The same as it was examined with.
        kinds: The same kinds of documents.
        on_progress: Told how many documents of how many are up to date.

    Raises:
        MachineTrouble: The machine stops the work (disk full, no permission, folder in use).
        ValueError: The workbook was examined without pictures.
    """
    from pokin_docs.render.write import write

    if understood.drawing is None:
        raise ValueError("examine the workbook with pictures=True before it is built")
    logo = logo_of(path, understood.buku)
    folder = build_folder(path, settings)
    chosen = codes(kinds, chosen_groups(settings, kinds))
    # The report names what an earlier run left in the folder too.
    documents_in_folder = tuple(
        entry for entry in understood.plan.dokumen if entry.jenis in chosen or (folder / entry.path).is_file()
    )
    corrected = correction(path, understood, final=settings.final)
    outcome = write(
        tuple(entry for entry in understood.plan.dokumen if entry.jenis in chosen),
        buku=path,
        folder=folder,
        templat=settings.templat,
        logo=logo if logo is not None and logo.is_file() else None,
        version=__version__,
        on_progress=on_progress,
        answerable=answerable(settings, kinds, understood.plan.cycle),
        lampiran=attachments(path, understood, documents_in_folder, corrected, settings, understood.drawing, kinds),
        ulang=settings.ulang,
        sha256=understood.sha256,
        kinds=kinds,
    )
    return BuildOutcome(outcome.temuan, outcome.value)


def inspect(folder: Path, templat: tuple[Path, ...], workbooks: tuple[Path, ...]) -> BuildState:
    """Whether a build folder still holds what was built, and from what there still is; writes nothing.

    Args:
        folder: The build folder.
        templat: Folders with templates, searched in order.
        workbooks: Folders with workbooks, searched in order.
    """
    from pokin_docs.render.inspection import inspect

    return inspect(folder, buku=workbooks, templat=templat)


def build_folder(path: Path, settings: Settings) -> Path:
    """The folder that holds everything made from one workbook."""
    return settings.keluaran / (slug(path.stem, 60) or "buku-kerja")
