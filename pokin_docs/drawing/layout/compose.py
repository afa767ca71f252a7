"""A page on paper: title, strip of levels, ancestors, the arrangement, legend and page number, in millimetres."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pokin_docs.drawing.font import read_font
from pokin_docs.drawing.layout.arrangement import Arrangement, BoxLine, LevelBand, PlacedBox, PlacedCondition
from pokin_docs.drawing.layout.legend import LEGEND_PT, LEGEND_ROW, RED, legend_rows
from pokin_docs.drawing.page import (
    FADED,
    HANGING_INDENT,
    INK,
    KOMPONEN_COLOURS,
    MERAH_TANDA,
    MM_PER_PT,
    STRIP,
    STRIP_LINTAS,
    BoxKind,
    BoxParagraph,
    ConnectingLine,
    DrawingHeading,
    DrawnBox,
    DrawnPage,
    LevelArea,
    ParagraphKind,
    TextLine,
    TreeNode,
    TreePage,
)

STRIP_WIDTH = 2.8
"""Width of the strip of levels, in em."""
BAND_PADDING = 0.55
"""Empty width left and right of the boxes inside the tinted levels, in em."""
BAND_MARGIN = 0.5
"""How far a tinted level reaches above and below its boxes, in em."""
GREY = "#5B6B7A"
_BACKGROUND, _LINTAS_BACKGROUND = "#F3F6F9", "#FBF3F2"
_LINE_PT = 0.75
_BULLET = "•"


@dataclass(frozen=True, slots=True)
class PageFrame:
    """The part of the paper inside the margins, and what title, ancestors and legend take of its height."""

    width: float
    height: float
    margin: float
    top: float
    bottom: float
    title: float
    """Height of the title, 0 where there is none."""

    @property
    def room(self) -> tuple[float, float]:
        """Width and height left for the tree, in mm."""
        return self.width - 2 * self.margin, self.height - 2 * self.margin - self.top - self.bottom


def frame(width: float, height: float, sheet: TreePage, *, plain: bool = False) -> PageFrame:
    """The frame of a page of ``width`` and ``height`` in mm that shows ``sheet``.

    ``plain``: of a picture without title and margins.
    """
    short = min(width, height)
    margin = 0.5 if plain else 7.0 if short < 250 else 8.0 if short < 400 else 12.0
    title = 0.0 if plain else _title_size(short) * MM_PER_PT * 2.2 + 1.5
    foot = 1.9 + LEGEND_ROW * len(legend_rows(sheet, width - 2 * margin))
    chain = sum(len(lines) * 4.1 + 2.6 for _, lines in _chain(sheet, width - 2 * margin))
    chain += 2.5 if sheet.ancestors else 0
    return PageFrame(width, height, margin, title + 1.0 + chain, foot, title)


def needed(arrangement: Arrangement) -> tuple[float, float]:
    """Width and height in em that an arrangement takes with its strip and the tint around its levels."""
    return arrangement.width + 2 * BAND_PADDING + STRIP_WIDTH + 0.5, arrangement.height + 2 * BAND_MARGIN


def _title_size(short: float) -> float:
    return 13.0 if short < 250 else 16.0 if short < 400 else 20.0


_CHAIN_STEP, _CHAIN_TEXT = 4.0, 38.0
"""How far each ancestor stands right of the one above it, and its text right of its edge, in mm."""


def _chain(sheet: TreePage, width: float) -> list[tuple[TreeNode, tuple[str, ...]]]:
    """The ancestors of a page with their lines of text; 9 pt on 4.1 mm."""
    font = read_font(True)
    em = 9 * MM_PER_PT
    return [
        (node, font.break_lines(node.content[0].text, (width - _CHAIN_TEXT - 4.0 - depth * _CHAIN_STEP) / em))
        for depth, node in enumerate(sheet.ancestors)
    ]


class _Page:
    """Turns lengths in em into millimetres on one page."""

    def __init__(self, frame: PageFrame, arrangement: Arrangement, size: float) -> None:
        self.em = size * MM_PER_PT
        self.pt = size
        width, height = (length * self.em for length in needed(arrangement))
        room_x, room_y = frame.room
        self.left = frame.margin + max(0.0, room_x - width) / 2
        self.x0 = self.left + (STRIP_WIDTH + 0.5 + BAND_PADDING) * self.em
        # A little above the middle looks like the middle.
        self.y0 = frame.margin + frame.top + max(0.0, room_y - height) * 0.4 + BAND_MARGIN * self.em
        self.right = self.left + width

    def x(self, em: float) -> float:
        return round(self.x0 + em * self.em, 3)

    def y(self, em: float) -> float:
        return round(self.y0 + em * self.em, 3)


def compose(
    sheet: TreePage,
    arrangement: Arrangement,
    frame: PageFrame,
    size: float,
    heading: DrawingHeading,
    number: int,
    total: int,
) -> DrawnPage:
    """The page on paper, in mm from its top left corner.

    Args:
        sheet: What it shows.
        arrangement: Its boxes and lines in their places, in em.
        frame: Size and margins of the paper, in mm.
        size: Font size of the boxes, in pt: 1 em.
        heading: Title of the drawing.
        number: Number of the page, from 1.
        total: How many pages there are.
    """
    page = _Page(frame, arrangement, size)
    boxes = [_box(box, page) for box in arrangement.box]
    boxes += [_condition(box, page) for box in arrangement.lintas]
    first = len(arrangement.box)
    lines = tuple(
        ConnectingLine(
            tuple((page.x(x), page.y(y)) for x, y in line.points),
            RED if line.dashed else "#4A5A68",
            _LINE_PT * (1.2 if line.dashed else 1.0),
            line.dashed,
            line.start + first if line.dashed else line.start,
            line.end,
        )
        for line in arrangement.routes
    )
    strip, tints = zip(*(_level(n, band, page) for n, band in enumerate(arrangement.bands)), strict=True)
    legend, samples = _legend(sheet, frame)
    ancestors = tuple(_ancestors(sheet, frame))
    about = (*_title(frame, heading, sheet), *_page_number(frame, number, total)) if frame.title else ()
    texts = (*about, *legend)
    side = frame.margin if frame.title else 0.0
    return DrawnPage(
        number, frame.width, frame.height, round(size, 2), _name(heading, sheet), _summary(sheet, heading),
        tints, (*boxes, *strip, *ancestors), lines, texts, samples, (side, side + frame.title, side, side),
    )  # fmt: skip


def _box(box: PlacedBox, page: _Page) -> DrawnBox:
    fill, ink, outline = KOMPONEN_COLOURS[box.node.komponen]
    number = box.node.number
    x, y = page.x(box.x), page.y(box.y)
    lines = tuple(_lines(box.lines, x, y, ink, page))
    return DrawnBox(
        box.node.kind, x, y, round(box.width * page.em, 3), round(box.height * page.em, 3), fill, outline, 0.9,
        ink, page.pt, box.node.content, lines, number, komponen=box.node.komponen,
    )  # fmt: skip


def _condition(box: PlacedCondition, page: _Page) -> DrawnBox:
    x, y = page.x(box.x), page.y(box.y)
    return DrawnBox(
        BoxKind.LINTAS, x, y, round(box.width * page.em, 3), round(box.height * page.em, 3), "#FFFFFF", RED, 1.1,
        INK, page.pt, box.paragraph, tuple(_lines(box.lines, x, y, INK, page)), box.number, dashed=True,
    )  # fmt: skip


def _lines(lines: tuple[BoxLine, ...], x: float, y: float, ink: str, page: _Page) -> Iterator[TextLine]:
    for line in lines:
        quiet = FADED[ink] if line.paragraph.kind is ParagraphKind.KODE else ink
        colour = MERAH_TANDA if line.paragraph.is_mark else quiet
        at = round(x + line.x * page.em, 3), round(y + line.y * page.em, 3)
        bold = line.paragraph.kind.bold
        if line.is_bullet:
            yield TextLine(round(at[0] - (HANGING_INDENT - 0.04) * page.em, 3), at[1], _BULLET, page.pt, bold, colour)
        yield TextLine(*at, line.text, page.pt, bold, colour)


def _level(number: int, band: LevelBand, page: _Page) -> tuple[DrawnBox, LevelArea]:
    """The label of a level in the strip, and the tint behind its boxes."""
    y, height = page.y(band.y - BAND_MARGIN), (band.height + 2 * BAND_MARGIN) * page.em
    left, wide = round(page.left, 3), round(STRIP_WIDTH * page.em, 3)
    fill, ink, outline = KOMPONEN_COLOURS[band.komponen] if band.komponen else ("#FFFFFF", RED, RED)
    label = STRIP[band.komponen] if band.komponen else STRIP_LINTAS
    second = band.komponen.label if band.komponen and band.komponen.value else ""
    middle = round(y + height / 2, 3)
    at = [1.25, 2.4] if second else [1.75]
    texts = [
        TextLine(round(left + dx * page.em, 3), middle, text, page.pt, n == 0, ink, "tengah", rotation=True)
        for n, (dx, text) in enumerate(zip(at, (label, second), strict=False))
    ]
    parts = tuple(BoxParagraph(text.text, ParagraphKind.KINERJA if text.bold else ParagraphKind.KODE) for text in texts)
    box = DrawnBox(
        BoxKind.JENJANG, left, y, wide, round(height, 3), fill, outline, 0.9, ink, page.pt, parts, tuple(texts),
        komponen=band.komponen,
    )  # fmt: skip
    tint = _BACKGROUND if band.komponen else _LINTAS_BACKGROUND
    start = left + wide + 0.5 * page.em
    return box, LevelArea(round(start, 3), y, round(page.right - start, 3), round(height, 3), tint)


def _title(frame: PageFrame, heading: DrawingHeading, sheet: TreePage) -> Iterator[TextLine]:
    size = _title_size(min(frame.width, frame.height))
    middle = frame.width / 2
    text = " ".join(part for part in ("POHON KINERJA", heading.perangkat_daerah.upper()) if part)
    wide = read_font(True).width(text) * size * MM_PER_PT
    size_1 = min(size, size * (frame.width - 2 * frame.margin) / wide) if wide else size
    y = frame.margin + size * MM_PER_PT * 0.95
    yield TextLine(middle, round(y, 3), text, round(size_1, 2), True, "#16325C", "tengah")
    second = "  ·  ".join(part for part in (heading.second_line, sheet.part) if part)
    if second:
        small = size * 0.68
        wide = read_font(False).width(second) * small * MM_PER_PT
        small = min(small, small * (frame.width - 2 * frame.margin) / wide)
        yield TextLine(middle, round(y + size * MM_PER_PT * 1.05, 3), second, round(small, 2), False, GREY, "tengah")


def _name(heading: DrawingHeading, sheet: TreePage) -> str:
    return " ".join(part for part in ("Pohon Kinerja", heading.perangkat_daerah, heading.tahun, sheet.part) if part)


def _summary(sheet: TreePage, heading: DrawingHeading) -> str:
    """One sentence for those who cannot see the picture."""

    def count(nodes: tuple[TreeNode, ...]) -> int:
        return sum(1 + count(node.children) for node in nodes)

    head = f"Pohon kinerja {heading.perangkat_daerah}".strip()
    tops = "; ".join(node.content[0].text for node in sheet.roots)
    beside = f", dan {len(sheet.lintas)} kondisi lintas perangkat daerah" if sheet.lintas else ""
    return f"{head}: {count(sheet.roots)} kinerja di bawah «{tops}»{beside}."


def _ancestors(sheet: TreePage, frame: PageFrame) -> Iterator[DrawnBox]:
    chain = _chain(sheet, frame.width - 2 * frame.margin)
    y = frame.margin + frame.title
    for depth, (node, lines) in enumerate(chain):
        fill, ink, outline = KOMPONEN_COLOURS[node.komponen]
        left = frame.margin + depth * _CHAIN_STEP
        height = len(lines) * 4.1 + 1.6
        texts = [TextLine(left + 2.2, round(y + 3.9, 3), node.komponen.label, 8.0, False, ink)]
        texts += [
            TextLine(left + _CHAIN_TEXT, round(y + 3.9 + n * 4.1, 3), line, 9.0, True, ink)
            for n, line in enumerate(lines)
        ]
        parts = (BoxParagraph(node.komponen.label, ParagraphKind.KODE), node.content[0])
        width = frame.width - frame.margin - left
        yield DrawnBox(
            BoxKind.ANCESTOR, left, round(y, 3), width, height, fill, outline, 0.9, ink, 9.0, parts, tuple(texts),
            node.number, komponen=node.komponen,
        )  # fmt: skip
        y += height + 1.0


def _legend(sheet: TreePage, frame: PageFrame) -> tuple[list[TextLine], tuple[DrawnBox, ...]]:
    rows = legend_rows(sheet, frame.width - 2 * frame.margin)
    texts: list[TextLine] = []
    samples: list[DrawnBox] = []
    for number, row in enumerate(rows):
        y = round(frame.height - frame.margin - 0.6 - (len(rows) - 1 - number) * LEGEND_ROW, 3)
        for dx, entry in row:
            x = round(frame.margin + dx, 3)
            if entry.outline:
                samples.append(
                    DrawnBox(
                        BoxKind.JENJANG, x, round(y - 2.5, 3), 5.2, 3.0, entry.content, entry.outline, 0.9, INK,
                        LEGEND_PT, (), (), dashed=entry.dashed,
                    )
                )  # fmt: skip
                x = round(x + 6.6, 3)
            texts.append(TextLine(x, y, entry.text, LEGEND_PT, entry.bold, GREY))
    return texts, tuple(samples)


def _page_number(frame: PageFrame, number: int, total: int) -> Iterator[TextLine]:
    if total > 1:
        right, y = frame.width - frame.margin, frame.height - frame.margin - 0.6
        yield TextLine(right, y, f"Halaman {number} dari {total}", 8.0, True, GREY, "kanan")
