"""Pages as slides whose boxes can be moved: the lines are connectors glued to them."""

from __future__ import annotations

from collections.abc import Iterator
from xml.sax.saxutils import quoteattr

from pokin_docs.drawing.font import read_font
from pokin_docs.drawing.page import (
    MM_PER_PT,
    BoxKind,
    ConnectingLine,
    Drawing,
    DrawnBox,
    DrawnPage,
    LevelArea,
    Point,
    TextLine,
)
from pokin_docs.drawing.slides.connectors import Connector, connector, corners
from pokin_docs.drawing.slides.presentation import presentation
from pokin_docs.drawing.slides.text import SlideWriter, fill

_EMU = 36_000
_MAX_MM = 1_400.0
"""PowerPoint knows no larger slide (56 inches)."""
_NS = (
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
)
_OPEN, _PLAIN = f"<p:sp {_NS}><p:nvSpPr>", "<p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr>"
_SIDES = ((0.5, 0.0, 16_200_000), (0.0, 0.5, 10_800_000), (0.5, 1.0, 5_400_000), (1.0, 0.5, 0))
"""Middles of top, left, bottom and right as parts of a box, with the direction a line leaves there."""
_RADIUS = 0.8
_ALIGN = {"kiri": "l", "tengah": "ctr", "kanan": "r"}


def as_pptx(drawing: Drawing) -> bytes:
    """The presentation, one slide for each page."""
    first = drawing.page[0]
    scale = min(1.0, _MAX_MM / max(first.width, first.height))
    slides = [(page.title, "".join(_Slide(page, scale).shapes())) for page in drawing.page]
    size = round(first.width * scale * _EMU), round(first.height * scale * _EMU)
    return presentation(slides, size, (drawing.title, drawing.author, drawing.day))


class _Slide:
    """Writes the shapes of one page; number 1 is the slide itself."""

    def __init__(self, page: DrawnPage, scale: float) -> None:
        self.page = page
        self.scale = scale
        self.texts = SlideWriter(scale)
        self.number = 1
        self.sites: list[list[tuple[float, float, int]]] = [list(_SIDES) for _ in page.box]
        self.ids: list[int] = []

    def shapes(self) -> Iterator[str]:
        """Every shape from the back to the front."""
        lines = [self.glued(line) for line in self.page.lines]
        for tint in self.page.level_areas:
            yield self.tint(tint)
        # The lines stand behind the boxes but name their numbers, which are given out first.
        boxes = [self.box(box, self.sites[n]) for n, box in enumerate(self.page.box)]
        for line, (start, end) in zip(self.page.lines, lines, strict=True):
            yield from self.line(line, (self.ids[line.start], start), (self.ids[line.end], end))
        yield from boxes
        for sample in self.page.legend_samples:
            yield self.box(sample, list(_SIDES))
        title = max(self.page.texts, key=lambda text: text.font_size, default=None)
        for text in self.page.texts:
            yield self.text(text, is_title=text is title)

    def glued(self, line: ConnectingLine) -> tuple[int, int]:
        """The connection sites at both ends of a line; where a box has none there, it gets one."""
        return self.site(line.start, line.points[0]), self.site(line.end, line.points[-1])

    def site(self, number: int, point: Point) -> int:
        box = self.page.box[number]
        at = (point[0] - box.x) / box.width, (point[1] - box.y) / box.height
        sites = self.sites[number]
        for index, (x, y, _) in enumerate(sites):
            if abs(x - at[0]) < 0.002 and abs(y - at[1]) < 0.002:
                return index
        towards = min(_SIDES, key=lambda side: abs(at[1] - side[1]) if side[0] == 0.5 else abs(at[0] - side[0]))
        sites.append((at[0], at[1], towards[2]))
        return len(sites) - 1

    def name(self) -> int:
        self.number += 1
        return self.number

    def emu(self, mm: float) -> int:
        return round(mm * self.scale * _EMU)

    def frame(self, x: float, y: float, wide: float, high: float, turn: str = "") -> str:
        return (
            f'<a:xfrm{turn}><a:off x="{self.emu(x)}" y="{self.emu(y)}"/>'
            f'<a:ext cx="{self.emu(wide)}" cy="{self.emu(high)}"/></a:xfrm>'
        )

    def stroke(self, colour: str, points: float, dashed: bool) -> str:
        dash = '<a:prstDash val="dash"/>' if dashed else ""
        return f'<a:ln w="{round(points * self.scale * 12_700)}">{fill(colour)}{dash}<a:round/></a:ln>'

    def tint(self, tint: LevelArea) -> str:
        number = self.name()
        return (
            f'{_OPEN}<p:cNvPr id="{number}" name="Latar {number}"/>{_PLAIN}'
            f"{self.frame(tint.x, tint.y, tint.width, tint.height)}"
            f'<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>{fill(tint.fill)}<a:ln><a:noFill/></a:ln></p:spPr></p:sp>'
        )

    def box(self, box: DrawnBox, sites: list[tuple[float, float, int]]) -> str:
        number = self.name()
        if box.kind is not BoxKind.JENJANG or box.paragraphs:
            self.ids.append(number)
        label = box.paragraphs[0].text if box.paragraphs else "keterangan"
        text = self.texts.body(box)
        return (
            f'<p:sp {_NS}><p:nvSpPr><p:cNvPr id="{number}" name={quoteattr(f"{box.kind.value} {number}")}'
            f" descr={quoteattr(label)}/><p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr>"
            f"{self.frame(box.x, box.y, box.width, box.height)}{self.outline(box, sites)}"
            f"{fill(box.fill)}{self.stroke(box.outline, box.outline_width, box.dashed)}</p:spPr>{text}</p:sp>"
        )

    def outline(self, box: DrawnBox, sites: list[tuple[float, float, int]]) -> str:
        """A rectangle with round corners, and a connection site wherever a line of ours ends."""
        wide, high = self.emu(box.width), self.emu(box.height)
        places = "".join(
            f'<a:cxn ang="{angle}"><a:pos x="{round(x * wide)}" y="{round(y * high)}"/></a:cxn>'
            for x, y, angle in sites
        )
        r = min(self.emu(_RADIUS), wide // 2, high // 2)
        sides = ((wide - r, 0, 16_200_000), (wide, high - r, 0), (r, high, 5_400_000), (0, r, 10_800_000))
        way = "".join(
            f'<a:lnTo><a:pt x="{x}" y="{y}"/></a:lnTo><a:arcTo wR="{r}" hR="{r}" stAng="{angle}" swAng="5400000"/>'
            for x, y, angle in sides
        )
        return (
            f"<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst>{places}</a:cxnLst>"
            f'<a:rect l="0" t="0" r="r" b="b"/><a:pathLst><a:path w="{wide}" h="{high}">'
            f'<a:moveTo><a:pt x="{r}" y="0"/></a:moveTo>{way}<a:close/></a:path></a:pathLst></a:custGeom>'
        )

    def line(self, line: ConnectingLine, start: tuple[int, int] | None, end: tuple[int, int] | None) -> Iterator[str]:
        """One connector, or where none has such a way, straight ones from dot to dot: all ends are glued."""
        points = corners(line.points)
        whole = connector(points)
        if whole is not None:
            yield self.connector(line, whole, start, end)
            return
        dots = []
        for x, y in points[1:-1]:
            dots.append((self.number + 1, 0))
            yield self.dot(line, x, y)
        for n, (a, b) in enumerate(zip([start, *dots], [*dots, end], strict=True)):
            piece = connector(points[n : n + 2])
            assert piece is not None  # two points always have one
            yield self.connector(line, piece, a, b)

    def connector(
        self, line: ConnectingLine, bent: Connector, start: tuple[int, int] | None, end: tuple[int, int] | None
    ) -> str:
        number = self.name()
        glue = ""
        if start and end:
            glue = f'<a:stCxn id="{start[0]}" idx="{start[1]}"/><a:endCxn id="{end[0]}" idx="{end[1]}"/>'
        return (
            f'<p:cxnSp {_NS}><p:nvCxnSpPr><p:cNvPr id="{number}" name="Garis {number}"/>'
            f"<p:cNvCxnSpPr>{glue}</p:cNvCxnSpPr><p:nvPr/></p:nvCxnSpPr><p:spPr>"
            f"{self.frame(bent.x, bent.y, bent.width, bent.height, _turn(bent))}"
            f'<a:prstGeom prst="{bent.shape}"><a:avLst/></a:prstGeom>'
            f"{self.stroke(line.colour, line.thickness, line.dashed)}</p:spPr></p:cxnSp>"
        )

    def dot(self, line: ConnectingLine, x: float, y: float) -> str:
        """A corner of a line, which can be moved; its one connection site is its middle."""
        number = self.name()
        size = line.thickness * MM_PER_PT
        wide = self.emu(size)
        arc = f'<a:arcTo wR="{wide // 2}" hR="{wide // 2}" stAng="10800000" swAng="21600000"/>'
        return (
            f'{_OPEN}<p:cNvPr id="{number}" name="Sudut {number}"/>{_PLAIN}'
            f"{self.frame(x - size / 2, y - size / 2, size, size)}<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/>"
            f'<a:cxnLst><a:cxn ang="0"><a:pos x="{wide // 2}" y="{wide // 2}"/></a:cxn></a:cxnLst>'
            f'<a:rect l="0" t="0" r="r" b="b"/><a:pathLst><a:path w="{wide}" h="{wide}">'
            f'<a:moveTo><a:pt x="0" y="{wide // 2}"/></a:moveTo>{arc}<a:close/></a:path></a:pathLst></a:custGeom>'
            f"{fill(line.colour)}<a:ln><a:noFill/></a:ln></p:spPr></p:sp>"
        )

    def text(self, text: TextLine, *, is_title: bool) -> str:
        """A line of text; the title of a slide is known as such to lists of slides and to screen readers."""
        kind = '<p:cNvSpPr/><p:nvPr><p:ph type="title"/></p:nvPr>' if is_title else '<p:cNvSpPr txBox="1"/><p:nvPr/>'
        number = self.name()
        size = text.font_size * MM_PER_PT
        wide = read_font(text.bold).width(text.text) * size + 2.0
        run = self.texts.run(text.text, text.font_size, text.bold, text.colour)
        left = text.x - {"kiri": 0.0, "tengah": wide / 2, "kanan": wide}[text.align]
        return (
            f'<p:sp {_NS}><p:nvSpPr><p:cNvPr id="{number}" name="Tulisan {number}"/>{kind}'
            f"</p:nvSpPr><p:spPr>{self.frame(left, text.y - size, wide, size * 1.3)}"
            f'<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/></p:spPr><p:txBody>'
            f'<a:bodyPr wrap="none" lIns="0" tIns="0" rIns="0" bIns="0" anchor="ctr"/><a:lstStyle/>'
            f'<a:p><a:pPr algn="{_ALIGN[text.align]}"/>{run}</a:p>'
            f"</p:txBody></p:sp>"
        )


def _turn(bent: Connector) -> str:
    return "".join(
        (
            ' rot="5400000"' if bent.rotation else "",
            ' flipH="1"' if bent.flip_horizontal else "",
            ' flipV="1"' if bent.flip_vertical else "",
        )
    )
