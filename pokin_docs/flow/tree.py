"""The tree of a workbook drawn: laid out and painted once for all that shows it, or written by itself."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from contextlib import suppress
from functools import cached_property
from pathlib import Path

from pokin_docs import __version__
from pokin_docs.documents.kind import Lampiran
from pokin_docs.documents.plan import Plan
from pokin_docs.documents.tree_picture import TreePicture
from pokin_docs.drawing.makers import DRAWN
from pokin_docs.drawing.page import Drawing, DrawingOptions, Paper
from pokin_docs.flow.places import build_folder
from pokin_docs.model.findings import MachineTrouble, Temuan, temuan
from pokin_docs.model.rows import BukuKerja
from pokin_docs.model.settings import Settings
from pokin_docs.model.source import CellRef
from pokin_docs.render.edited_files import MadeFiles
from pokin_docs.render.exchange import FolderWatch, OnAside, say_nothing
from pokin_docs.render.filling.allowance import OverTime, drawing_seconds, end_after
from pokin_docs.render.inputs import standing as standing_files
from pokin_docs.render.manifest_reading import read
from pokin_docs.render.reuse import combine, made_by
from pokin_docs.render.standing_files import StandingFiles, digest

DRAWING = "gambar"
"""Group, in the manifest, of the drawings that a build does not make by itself."""


class TreeDrawing:
    """The tree of a workbook on A3, for all that shows it: laid out and painted once, and only when needed."""

    def __init__(self, buku: BukuKerja, on_notice: Callable[[str], None]) -> None:
        self.buku = buku
        self.on_notice = on_notice
        self.plan: Plan | None = None
        self.temuan: tuple[Temuan, ...] = ()
        """What is to be said of what was asked for and could not be drawn."""
        self.painted_before: Callable[[], Mapping[int, bytes]] = dict
        """Pages that an earlier build painted, by their number."""

    def of(self, plan: Plan) -> TreeDrawing:
        """The drawing of a plan; its documents do not matter."""
        self.plan = plan
        return self

    def illustrate(self, plan: Plan) -> tuple[TreePicture, ...]:
        """The drawn tree of a plan that has no documents yet, a picture for each page."""
        from pokin_docs.drawing.draw import illustrate

        self.of(plan)
        try:
            return illustrate(plan, self.buku, self.drawing, self.paint, on_step=_end_in_time(plan), mark=_mark())
        except OverTime as stopped:
            self._too_large("Renstra", stopped)
            return ()

    @cached_property
    def drawing(self) -> Drawing:
        """The drawing; without a page where there is no kinerja, or where drawing took too long."""
        return self._drawn(DrawingOptions(Paper.A3), "berkas gambar, Renstra, dan laporan")

    @cached_property
    def whole(self) -> Drawing:
        """The drawing on one sheet, however large, for the screen."""
        drawing = self.drawing
        return drawing if len(drawing.page) <= 1 else self._drawn(DrawingOptions(Paper.POSTER), "laporan")

    @property
    def is_too_large(self) -> bool:
        """Whether it was to be drawn and could not be."""
        return bool(self.temuan) and not self.drawing.page

    def _drawn(self, choices: DrawingOptions, purpose: str) -> Drawing:
        assert self.plan is not None  # a plan comes before its drawing
        try:
            return draw_tree(self.plan, self.buku, choices)
        except OverTime as stopped:
            self._too_large(purpose, stopped)
            return Drawing("", ())

    def _too_large(self, purpose: str, stopped: OverTime) -> None:
        assert self.plan is not None  # a plan comes before its drawing
        self.temuan += (too_large(self.plan, purpose, stopped),)

    @cached_property
    def paint(self) -> Callable[[], tuple[bytes, ...]]:
        """What makes the PNG of each page."""
        from pokin_docs.drawing.draw import paint

        return paint(self.drawing, on_notice=self.on_notice, painted_before=lambda: self.painted_before())


def draw_tree(plan: Plan, buku: BukuKerja, choices: DrawingOptions) -> Drawing:
    """The tree of a workbook that was understood, laid out on paper.

    Args:
        plan: The plan.
        buku: The workbook it was made from.
        choices: Paper and what the boxes say.

    Raises:
        OverTime: It takes longer than a tree of its size may.
    """
    from pokin_docs.drawing.draw import draw

    return draw(plan, buku, choices, _end_in_time(plan), _mark())


def _mark() -> str:
    """What stands for the program that draws."""
    return made_by(DRAWN, __version__)


def _end_in_time(plan: Plan) -> Callable[[], None]:
    return end_after(drawing_seconds(len(plan.pohon.kinerja)))


def too_large(plan: Plan, purpose: str, stopped: OverTime) -> Temuan:
    """The finding on a tree that could not be drawn.

    Args:
        plan: The plan.
        purpose: What it was drawn for, in Indonesian.
        stopped: How long that took.
    """
    kinerja = plan.pohon.kinerja
    place = CellRef(kinerja[0].source.lembar) if kinerja else CellRef("")
    return temuan("D22", place, jumlah=len(kinerja), untuk=purpose, detik=f"{stopped.seconds:g}")


def painted_before(drawing: Drawing, folder: Path, standing: StandingFiles) -> dict[int, bytes]:
    """The pages whose PNG an earlier build made and that stands unchanged, by their number.

    Args:
        drawing: The drawing.
        folder: The build folder.
        standing: Its files.
    """
    from pokin_docs.drawing.draw import draw_all

    files = draw_all(drawing, {}, ("png",))
    old, mark = read(folder), _mark()
    digests = [(file.path, combine(mark, file.inputs, "")) for file in files]
    there = standing_files(digests, old, MadeFiles(old, standing))
    found = {}
    for number, file in enumerate(files, 1):
        if file.path in there:
            with suppress(OSError):
                data = (folder / file.path).read_bytes()
                if digest(data) == there[file.path].sha256:
                    found[number] = data
    return found


def write_tree(
    drawing: Drawing,
    form: Collection[str],
    path: Path,
    settings: Settings,
    stem: str,
    on_aside: OnAside = say_nothing,
) -> tuple[Path, ...]:
    """The files of a drawing, written into the build folder of a workbook; none where it has no page.

    Args:
        drawing: The drawing.
        form: Forms: ``svg``, ``png``, ``pptx``, ``docx``.
        path: The workbook.
        settings: For the folder of all builds.
        stem: Stem of the file names, without extension.
        on_aside: Told which files a person changed are set aside, before any is.

    Raises:
        MachineTrouble: The folder cannot be written, or a file is open elsewhere.
    """
    from pokin_docs.drawing.draw import files
    from pokin_docs.render.beside import write_beside

    folder = build_folder(path, settings)
    made = tuple(Lampiran(DRAWING, name, data) for name, data in files(drawing, form, stem))
    if not made:
        return ()
    result = write_beside(
        made, buku=path, folder=folder, version=__version__, watch=FolderWatch(on_aside=on_aside)
    )  # fmt: skip
    if result.failed:
        raise MachineTrouble(
            f"Gambar pohon tidak dapat ditulis ke {folder}: {', '.join(result.failed)}.",
            "Tutup berkas yang masih terbuka atau pilih folder lain dengan --keluaran.",
        )
    return tuple(folder / name for name in result.lampiran)
