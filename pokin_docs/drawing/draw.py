"""The tree drawn: one layout, and its pages as SVG, PNG, PowerPoint and Word."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Collection, Iterator
from concurrent.futures import BrokenExecutor, ProcessPoolExecutor
from contextlib import suppress
from functools import cache, partial
from itertools import repeat
from multiprocessing import get_context

from pokin_docs.documents.kind import Lampiran
from pokin_docs.documents.plan import Rencana
from pokin_docs.documents.tree_picture import PohonRenstra
from pokin_docs.documents.values import GambarCetak
from pokin_docs.drawing import contents, png, svg, word
from pokin_docs.drawing.layout.search import TERKECIL, lay_out
from pokin_docs.drawing.page import BIDANG_RENSTRA, Gambar, Halaman, PilihanGambar
from pokin_docs.drawing.slides import deck
from pokin_docs.model.rows import BukuKerja
from pokin_docs.model.source import CellRef

Lukis = Callable[[], tuple[bytes, ...]]
_SEDIKIT = 8
"""Pages that one process paints as fast as another is started."""


def draw(rencana: Rencana, buku: BukuKerja, pilihan: PilihanGambar | None = None) -> Gambar:
    """The tree of a plan laid out on paper; no page where it has no kinerja."""
    wanted = pilihan or PilihanGambar()
    return lay_out(
        contents.trees(rencana, wanted), contents.crosscutting(buku, rencana), contents.heading(buku, rencana), wanted
    )


def as_svg(gambar: Gambar) -> tuple[str, ...]:
    """One SVG for each page."""
    return tuple(svg.as_svg(page) for page in gambar.halaman)


def as_png(gambar: Gambar, dpi: int = png.DPI) -> tuple[bytes, ...]:
    """One PNG for each page; many pages are painted on all cores."""
    pages = gambar.halaman
    workers = min(os.cpu_count() or 1, len(pages) // _SEDIKIT)
    if workers > 1:
        # Spawned, not forked: a child must not hold the lock of the build folder.
        with suppress(BrokenExecutor), ProcessPoolExecutor(workers, get_context("spawn"), png.leave_ctrl_c) as pool:
            return tuple(pool.map(png.as_png, pages, repeat(dpi)))
    return tuple(png.as_png(page, dpi) for page in pages)


def as_pptx(gambar: Gambar) -> bytes:
    """A presentation with one slide for each page; its boxes can be moved and take their lines with them."""
    return deck.as_pptx(gambar)


def as_docx(gambar: Gambar, dpi: int = png.DPI) -> bytes:
    """A Word document for printing, with one picture on each page."""
    return word.as_docx(gambar, as_png(gambar, dpi))


def paint(gambar: Gambar, dpi: int = png.DPI, kabar: Callable[[str], None] = lambda said: None) -> Lukis:
    """What makes the PNG of each page: once, and only when first asked; ``kabar`` is told when that takes long."""

    def painted() -> tuple[bytes, ...]:
        if len(gambar.halaman) > _SEDIKIT:
            kabar(f"Menggambar {len(gambar.halaman)} halaman pohon kinerja …")
        return as_png(gambar, dpi)

    return cache(painted)


def illustrate(
    rencana: Rencana, buku: BukuKerja, gambar: Gambar, lukis: Lukis, bidang: tuple[float, float] = BIDANG_RENSTRA
) -> tuple[PohonRenstra, ...]:
    """The tree as pictures inside a document: the pages there are where they stay legible there, or others.

    Args:
        rencana: The plan with the tree.
        buku: The workbook it was made from.
        gambar: The tree as it has been drawn on paper.
        lukis: The pictures of its pages (``paint``).
        bidang: Width and height in mm that a picture may take, room for its caption already taken off.
    """
    unit = "halaman"  # what the pages call each other
    if not all(_is_legible(page, bidang) for page in gambar.halaman):
        gambar = draw(rencana, buku, PilihanGambar(bidang=bidang))
        lukis, unit = paint(gambar), "bagian"
    tahun, pages = contents.heading(buku, rencana).tahun, len(gambar.halaman)
    return tuple(
        PohonRenstra(
            str(page.nomor),
            _caption(page, tahun, f"{unit} {page.nomor} dari {pages}" if pages > 1 else ""),
            _printed(page, lukis),
        )
        for page in gambar.halaman
    )


def _is_legible(page: Halaman, bidang: tuple[float, float]) -> bool:
    left, top, right, bottom = page.tepi
    scale = min(1.0, bidang[0] / (page.lebar - left - right), bidang[1] / (page.tinggi - top - bottom))
    return page.ukuran * scale >= TERKECIL


def _printed(page: Halaman, lukis: Lukis) -> GambarCetak:
    left, top, right, bottom = page.tepi
    cut = (left / page.lebar, top / page.tinggi, right / page.lebar, bottom / page.tinggi)
    shown = hashlib.sha256(svg.as_svg(page).encode()).hexdigest()
    return GambarCetak(shown, page.lebar, page.tinggi, page.ringkas, lambda: lukis()[page.nomor - 1], cut)


def _caption(page: Halaman, tahun: str, bagian: str) -> str:
    # The year is that of the PK; what the tree stands in here speaks of all years of its period.
    judul = page.judul.replace(f" {tahun}", "", 1) if tahun else page.judul
    return f"{judul} ({bagian})" if bagian else judul


FORMAT = ("svg", "png", "pptx", "docx")
"""What a drawing can be written as."""
KELOMPOK = "pohon"
"""The group of these files in a build."""
NAMA = "Pohon-Kinerja"


def files(
    gambar: Gambar, bentuk: Collection[str] = FORMAT, nama: str = NAMA, dpi: int = png.DPI
) -> Iterator[tuple[str, bytes]]:
    """Name and bytes of each file of a drawing; pictures of several pages are numbered from 1."""
    for name, make in _makers(gambar, bentuk, nama, paint(gambar, dpi)):
        yield name, make()


def _makers(
    gambar: Gambar, bentuk: Collection[str], nama: str, pictures: Lukis
) -> Iterator[tuple[str, Callable[[], bytes]]]:
    """Name of each file and what makes it."""
    if not gambar.halaman:
        return
    if "svg" in bentuk:
        for page, name in zip(gambar.halaman, _numbered(gambar, nama, "svg"), strict=True):
            yield name, partial(_svg, page)
    if "png" in bentuk:
        for number, name in enumerate(_numbered(gambar, nama, "png")):
            yield name, partial(lambda number: pictures()[number], number)
    if "pptx" in bentuk:
        yield f"{nama}.pptx", partial(deck.as_pptx, gambar)
    if "docx" in bentuk:
        yield f"{nama}.docx", lambda: word.as_docx(gambar, pictures())


def _svg(page: Halaman) -> bytes:
    return svg.as_svg(page).encode("utf-8")


def _numbered(gambar: Gambar, nama: str, kind: str) -> Iterator[str]:
    digits = len(str(len(gambar.halaman)))
    for page in gambar.halaman:
        part = f"-{page.nomor:0{digits}d}" if len(gambar.halaman) > 1 else ""
        yield f"{nama}{part}.{kind}"


def draw_all(
    gambar: Gambar, asal: tuple[CellRef, ...], bentuk: Collection[str] = FORMAT, lukis: Lukis | None = None
) -> tuple[Lampiran, ...]:
    """A drawing as files that go into a build beside the documents, each made only when it is needed.

    Args:
        gambar: The drawing; one without a page gives no file.
        asal: The cells it shows.
        bentuk: What it is written as.
        lukis: The pictures of its pages, where others share them (``paint``).
    """
    shown = hashlib.sha256("".join(as_svg(gambar)).encode()).hexdigest()
    return tuple(
        Lampiran(KELOMPOK, name, asal=asal, buat=partial(_made, make), masukan=f"{name} {shown}")
        for name, make in _makers(gambar, bentuk, NAMA, lukis or paint(gambar))
    )


def _made(make: Callable[[], bytes], document: bytes) -> bytes:
    return make()
