"""The tree drawn: one layout, and its pages as SVG, PNG, PowerPoint and Word."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Collection, Iterator, Mapping
from concurrent.futures import BrokenExecutor, ProcessPoolExecutor
from contextlib import suppress
from dataclasses import replace
from functools import cache, partial
from itertools import repeat
from multiprocessing import get_context

from pokin_docs.documents.kind import Lampiran
from pokin_docs.documents.plan import Plan
from pokin_docs.documents.tree_picture import TreePicture
from pokin_docs.documents.values import PrintedPicture
from pokin_docs.drawing import contents, png, svg, word
from pokin_docs.drawing.layout.lay_out import lay_out
from pokin_docs.drawing.layout.search import SMALLEST_FONT
from pokin_docs.drawing.makers import DRAWN
from pokin_docs.drawing.page import RENSTRA_PICTURE_SIZE, Drawing, DrawingOptions, DrawnPage
from pokin_docs.drawing.slides import deck
from pokin_docs.model.rows import BukuKerja
from pokin_docs.model.source import CellRef

PaintPages = Callable[[], tuple[bytes, ...]]
_FEW = 8
"""Pages that are painted before anybody asks what takes so long."""
_SHARE = 40
"""Pages that one process paints in hardly more time than another is started and given its half."""
_MANY, _MANY_DPI = 40, 150
"""Beyond so many pages they are painted with fewer dots, still sharp on paper: files must be opened and sent."""


def draw(
    plan: Plan,
    buku: BukuKerja,
    choices: DrawingOptions | None = None,
    on_step: Callable[[], None] = lambda: None,
    mark: str = "",
) -> Drawing:
    """The tree of a plan laid out on paper; no page where it has no kinerja.

    Args:
        plan: The plan.
        buku: The workbook it was made from, for heading and partners.
        choices: Paper and what the boxes say; None for the usual ones.
        on_step: Called again and again; what it raises ends the drawing.
        mark: Stands for the program, so that layouts it found before are known; "" where none are kept.
    """
    wanted = choices or DrawingOptions()
    heading = contents.heading(buku, plan)
    drawing = lay_out(contents.trees(plan, wanted), contents.crosscutting(buku, plan), heading, wanted, on_step, mark)
    return replace(drawing, author=heading.perangkat_daerah, day=plan.cycle.tanggal)


def as_svg(drawing: Drawing) -> tuple[str, ...]:
    """One SVG for each page."""
    return tuple(svg.as_svg(page) for page in drawing.page)


def as_png(drawing: Drawing, dpi: int | None = None) -> tuple[bytes, ...]:
    """One PNG for each page, at ``dpi`` dots an inch (by their number where None); painted on all cores when many."""
    pages = drawing.page
    dpi = dpi or _dots(drawing)
    workers = min(os.cpu_count() or 1, len(pages) // _SHARE)
    if workers > 1:
        # Spawned, not forked: a child must not hold the lock of the build folder.
        with suppress(BrokenExecutor), ProcessPoolExecutor(workers, get_context("spawn"), png.leave_ctrl_c) as pool:
            return tuple(pool.map(png.as_png, pages, repeat(dpi)))
    return tuple(png.as_png(page, dpi) for page in pages)


def _dots(drawing: Drawing) -> int:
    return png.DPI if len(drawing.page) <= _MANY else _MANY_DPI


def as_pptx(drawing: Drawing) -> bytes:
    """A presentation with one slide for each page; its boxes can be moved and take their lines with them."""
    return deck.as_pptx(drawing)


def as_docx(drawing: Drawing, dpi: int | None = None) -> bytes:
    """A Word document for printing, with one picture on each page, at ``dpi`` dots an inch as in ``as_png``."""
    return word.as_docx(drawing, as_png(drawing, dpi))


def paint(
    drawing: Drawing,
    dpi: int | None = None,
    on_notice: Callable[[str], None] = lambda said: None,
    painted_before: Callable[[], Mapping[int, bytes]] = dict,
) -> PaintPages:
    """What makes the PNG of each page, in page order: once, and only when first asked.

    Args:
        drawing: The drawing.
        dpi: Dots an inch, as in ``as_png``.
        on_notice: Told in a sentence, in Indonesian, when it will take long.
        painted_before: Pages that need not be painted, by their number.
    """

    def painted() -> tuple[bytes, ...]:
        known = painted_before()
        missing = tuple(page for page in drawing.page if page.number not in known)
        if len(missing) > _FEW:
            on_notice(f"Menggambar {len(missing)} halaman pohon kinerja …")
        made = as_png(replace(drawing, page=missing), dpi or _dots(drawing))
        every = {**known, **dict(zip((page.number for page in missing), made, strict=True))}
        return tuple(every[page.number] for page in drawing.page)

    return cache(painted)


def illustrate(
    plan: Plan,
    buku: BukuKerja,
    drawing: Drawing,
    paint_pages: PaintPages,
    picture_area: tuple[float, float] = RENSTRA_PICTURE_SIZE,
    on_step: Callable[[], None] = lambda: None,
    mark: str = "",
) -> tuple[TreePicture, ...]:
    """The tree as pictures inside a document: the pages there are where they stay legible there, or others.

    Args:
        plan: The plan with the tree.
        buku: The workbook it was made from.
        drawing: The tree as it has been drawn on paper.
        paint_pages: The pictures of its pages (``paint``).
        picture_area: Width and height in mm that a picture may take, room for its caption already taken off.
        on_step: As in ``draw``.
        mark: As in ``draw``.
    """
    unit = "halaman"  # what the pages call each other
    if not all(_is_legible(page, picture_area) for page in drawing.page):
        drawing = draw(plan, buku, DrawingOptions(picture_area=picture_area), on_step, mark)
        paint_pages, unit = paint(drawing), "bagian"
    tahun, pages = contents.heading(buku, plan).tahun, len(drawing.page)
    return tuple(
        TreePicture(
            str(page.number),
            _caption(page, tahun, f"{unit} {page.number} dari {pages}" if pages > 1 else ""),
            _printed(page, paint_pages),
        )
        for page in drawing.page
    )


def _is_legible(page: DrawnPage, picture_area: tuple[float, float]) -> bool:
    left, top, right, bottom = page.crop_edges
    scale = min(1.0, picture_area[0] / (page.width - left - right), picture_area[1] / (page.height - top - bottom))
    return page.font_size * scale >= SMALLEST_FONT


def _printed(page: DrawnPage, paint_pages: PaintPages) -> PrintedPicture:
    left, top, right, bottom = page.crop_edges
    cut = (left / page.width, top / page.height, right / page.width, bottom / page.height)
    shown = hashlib.sha256(svg.as_svg(page).encode()).hexdigest()
    return PrintedPicture(shown, page.width, page.height, page.summary, lambda: paint_pages()[page.number - 1], cut)


def _caption(page: DrawnPage, tahun: str, part: str) -> str:
    # The year is that of the PK; what the tree stands in here speaks of all years of its period.
    title = page.title.replace(f" {tahun}", "", 1) if tahun else page.title
    return f"{title} ({part})" if part else title


FORMAT = ("svg", "png", "pptx", "docx")
"""What a drawing can be written as."""
GROUPS = "pohon"
"""The group of these files in a build."""
TREE_NAMES = "Pohon-Kinerja"


def files(
    drawing: Drawing, form: Collection[str] = FORMAT, stem: str = TREE_NAMES, dpi: int | None = None
) -> Iterator[tuple[str, bytes]]:
    """Name and bytes of each file of a drawing; pictures of several pages are numbered from 1.

    Args:
        drawing: The drawing; one without a page gives no file.
        form: What it is written as, of ``FORMAT``.
        stem: Stem of the file names, without extension.
        dpi: Dots an inch of the pictures, as in ``as_png``.
    """
    for name, _, make in _makers(drawing, form, stem, paint(drawing, dpi)):
        yield name, make()


def _makers(
    drawing: Drawing, form: Collection[str], stem: str, pictures: PaintPages
) -> Iterator[tuple[str, tuple[DrawnPage, ...], Callable[[], bytes]]]:
    """Name of each file, the pages it shows, and what makes it."""
    if not drawing.page:
        return
    if "svg" in form:
        for page, name in zip(drawing.page, _numbered(drawing, stem, "svg"), strict=True):
            yield name, (page,), partial(_svg, page)
    if "png" in form:
        for number, (page, name) in enumerate(zip(drawing.page, _numbered(drawing, stem, "png"), strict=True)):
            yield name, (page,), partial(lambda number: pictures()[number], number)
    if "pptx" in form:
        yield f"{stem}.pptx", drawing.page, partial(deck.as_pptx, drawing)
    if "docx" in form:
        yield f"{stem}.docx", drawing.page, lambda: word.as_docx(drawing, pictures())


def _svg(page: DrawnPage) -> bytes:
    return svg.as_svg(page).encode("utf-8")


def _numbered(drawing: Drawing, stem: str, kind: str) -> Iterator[str]:
    digits = len(str(len(drawing.page)))
    for page in drawing.page:
        part = f"-{page.number:0{digits}d}" if len(drawing.page) > 1 else ""
        yield f"{stem}{part}.{kind}"


def draw_all(
    drawing: Drawing,
    source: Mapping[int, CellRef],
    form: Collection[str] = FORMAT,
    paint_pages: PaintPages | None = None,
) -> tuple[Lampiran, ...]:
    """A drawing as files that go into a build beside the documents, each made only when it is needed.

    Args:
        drawing: The drawing; one without a page gives no file.
        source: The cell of each kinerja by its number: a file names those that its pages show.
        form: What it is written as, of ``FORMAT``.
        paint_pages: The pictures of its pages, where others share them (``paint``).
    """
    shown = {page.number: hashlib.sha256(svg.as_svg(page).encode()).hexdigest() for page in drawing.page}
    coarse = len(drawing.page) > _MANY

    def file(name: str, pages: tuple[DrawnPage, ...], make: Callable[[], bytes]) -> Lampiran:
        about = () if len(pages) < len(drawing.page) else (drawing.title, drawing.author, str(drawing.day))
        digests = " ".join((name, str(coarse), *about, *(shown[page.number] for page in pages)))
        numbers = sorted({box.number for page in pages for box in page.box if box.number is not None})
        cells = tuple(source[number] for number in numbers if number in source)
        return Lampiran(GROUPS, name, source=cells, make=partial(_made, make), inputs=digests, maker=DRAWN)

    return tuple(file(*entry) for entry in _makers(drawing, form, TREE_NAMES, paint_pages or paint(drawing)))


def _made(make: Callable[[], bytes], document: bytes) -> bytes:
    return make()
