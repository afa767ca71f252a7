"""The whole program once, in order: extract → transform → check → render → report."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from pokin_docs import __version__
from pokin_docs.flow.attachments import Lukisan, attachments, groups, with_tree
from pokin_docs.flow.correct import correction
from pokin_docs.flow.examine import Pemeriksaan, logo_of
from pokin_docs.model.findings import Temuan
from pokin_docs.model.locations import bundled
from pokin_docs.model.printing import slug
from pokin_docs.model.settings import Settings

if TYPE_CHECKING:
    from pokin_docs.render.inspection import Keadaan
    from pokin_docs.render.write import HasilBuild


@dataclass(frozen=True)
class Pembangunan:
    """What a build did; ``build`` is None when a template does not fit (``temuan`` then says why)."""

    temuan: tuple[Temuan, ...]
    build: HasilBuild | None


def build(
    path: Path,
    pemeriksaan: Pemeriksaan,
    settings: Settings,
    maju: Callable[[int, int], None],
    kabar: Callable[[str], None] = lambda said: None,
) -> Pembangunan:
    """The documents of a workbook that was found free of galat, put into its build folder.

    Raises:
        GangguanMesin: The machine stops the work (disk full, no permission, folder in use).
    """
    from pokin_docs.render.write import write

    assert pemeriksaan.rencana is not None
    assert pemeriksaan.buku is not None
    logo = logo_of(path, pemeriksaan.buku)
    folder = build_folder(path, settings)
    wanted = tuple(entry for entry in pemeriksaan.rencana.dokumen if entry.jenis in settings.hanya)
    # The report names what an earlier run left in the folder too.
    there = tuple(
        entry
        for entry in pemeriksaan.rencana.dokumen
        if entry.jenis in settings.hanya or (folder / entry.jalur).is_file()
    )
    drawing, corrected = Lukisan(pemeriksaan, kabar), correction(path, pemeriksaan, final=settings.final)
    outcome = write(
        with_tree(wanted, drawing),
        buku=path,
        folder=folder,
        templat=settings.templat,
        logo=logo if logo is not None and logo.is_file() else None,
        versi=__version__,
        maju=maju,
        cakupan=groups(settings),
        lampiran=attachments(path, pemeriksaan, there, corrected, settings, drawing),
        ulang=settings.ulang,
        sha256=pemeriksaan.sha256,
    )
    return Pembangunan(outcome.temuan, outcome.nilai)


def inspect(folder: Path, templat: tuple[Path, ...]) -> Keadaan:
    """Whether a build folder still holds what was built, and from what there still is; writes nothing."""
    from pokin_docs.render.inspection import inspect

    return inspect(folder, buku=(Path("inputs"), Path(), bundled("inputs")), templat=templat)


def build_folder(path: Path, settings: Settings) -> Path:
    """The folder that holds everything made from one workbook."""
    return settings.keluaran / (slug(path.stem, 60) or "buku-kerja")
