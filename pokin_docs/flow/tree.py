"""The tree of a workbook drawn: laid out and painted once for all that shows it, or written by itself."""

from __future__ import annotations

from collections.abc import Callable, Collection
from functools import cached_property
from pathlib import Path

from pokin_docs.documents.plan import Rencana
from pokin_docs.documents.tree_picture import PohonRenstra
from pokin_docs.drawing.page import Gambar, Kertas, PilihanGambar
from pokin_docs.files.whole_file import write_whole
from pokin_docs.model.findings import GangguanMesin
from pokin_docs.model.rows import BukuKerja


class TreeDrawing:
    """The tree of a workbook on A3, for all that shows it: laid out and painted once, and only when needed."""

    def __init__(self, buku: BukuKerja, on_notice: Callable[[str], None]) -> None:
        self.buku = buku
        self.on_notice = on_notice
        self.rencana: Rencana | None = None

    def illustrate(self, rencana: Rencana) -> tuple[PohonRenstra, ...]:
        """The drawn tree of a plan that has no documents yet, a picture for each page."""
        from pokin_docs.drawing.draw import illustrate

        self.rencana = rencana
        return illustrate(rencana, self.buku, self.gambar, self.paint)

    @cached_property
    def gambar(self) -> Gambar:
        """The drawing."""
        assert self.rencana is not None  # a plan comes before its drawing
        return draw_tree(self.rencana, self.buku, PilihanGambar(Kertas.A3))

    @cached_property
    def paint(self) -> Callable[[], tuple[bytes, ...]]:
        """What makes the PNG of each page."""
        from pokin_docs.drawing.draw import paint

        return paint(self.gambar, kabar=self.on_notice)


def draw_tree(rencana: Rencana, buku: BukuKerja, pilihan: PilihanGambar) -> Gambar:
    """The tree of a workbook that was understood, laid out on paper."""
    from pokin_docs.drawing.draw import draw

    return draw(rencana, buku, pilihan)


def write_tree(gambar: Gambar, bentuk: Collection[str], folder: Path, nama: str) -> tuple[Path, ...]:
    """Write the drawing into a folder and return its files; nothing where it has no page.

    Args:
        gambar: The drawing.
        bentuk: Forms: ``svg``, ``png``, ``pptx``, ``docx``.
        folder: Made if need be.
        nama: Stem of the file names.

    Raises:
        GangguanMesin: The folder cannot be written, or a file is open elsewhere.
    """
    from pokin_docs.drawing.draw import files

    written = []
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, data in files(gambar, bentuk, nama):
            write_whole(folder / name, data)
            written.append(folder / name)
    except OSError as error:
        raise GangguanMesin(
            f"Gambar pohon tidak dapat ditulis ke {folder} ({error.strerror}).",
            "Tutup berkas yang masih terbuka atau pilih folder lain dengan --keluaran.",
        ) from error
    return tuple(written)
