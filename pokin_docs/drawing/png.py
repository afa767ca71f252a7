"""Pages as PNG, painted with the shipped fonts alone.

Painted by Pillow from the boxes and lines of the page, in at most 256 colours that are known beforehand: a picture of
A3 at 300 dots an inch has 17 million dots, and a library that draws SVG takes ten times as long for them.
"""

from __future__ import annotations

import math
import re
import signal
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from PIL import Image, ImageDraw, ImageFont

from pokin_docs.drawing.font import read_font
from pokin_docs.drawing.page import DASHES, MM_PER_PT, WHITE, ConnectingLine, DrawnBox, DrawnPage, Point, TextLine
from pokin_docs.drawing.palette import Palette, Tone, palette
from pokin_docs.files.png_file import png_of_indices

DPI = 300
_WORD = re.compile(r"\s+|\S+")
_PHASES = 4
"""A letter stands on a quarter of a dot."""
_ARC = 5
"""Straight pieces of the dashed line round a corner."""


def leave_ctrl_c() -> None:
    """In a process that paints for another: Ctrl+C is for that other one to answer."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def as_png(page: DrawnPage, dpi: int = DPI) -> bytes:
    """The PNG of one page at ``dpi`` dots an inch."""
    picture = _Canvas(page, dpi).painted()
    lines = Image.new("P", (picture.width + 1, picture.height))  # each behind a 0, as the file wants it
    lines.paste(picture, (1, 0))
    return png_of_indices(*picture.size, lines.tobytes(), bytes(picture.getpalette() or ()), dpi)


class _Canvas:
    """A page being painted: every dot is the number of its colour, edges of letters and corners are ramps."""

    def __init__(self, page: DrawnPage, dpi: int) -> None:
        self.page = page
        self.scale = dpi / 25.4
        self.grounds = {id(box): _ground(box, page) for box in (*page.box, *page.legend_samples)}
        self.palette = self._palette()
        size = round(page.width * self.scale), round(page.height * self.scale)
        self.image = Image.new("L", size, self.palette.flat[WHITE])  # numbers of colours, till it is painted
        self.draw = ImageDraw.Draw(self.image)

    def _palette(self) -> Palette:
        page, tones = self.page, set[Tone]()
        for box in (*page.box, *page.legend_samples):
            tones |= {(text.colour, box.fill) for text in box.lines} | {(box.fill, self.grounds[id(box)])}
            tones |= {(box.outline, self.grounds[id(box)]), (box.fill, box.outline)}
        tones |= {(text.colour, WHITE) for text in page.texts}
        flat = {WHITE, *(tint.fill for tint in page.level_areas), *(line.colour for line in page.lines)}
        flat |= {colour for tone in tones for colour in tone}
        return palette(frozenset(flat), frozenset(tones))

    def painted(self) -> Image.Image:
        page, scale = self.page, self.scale
        for tint in page.level_areas:
            left, top, right, bottom = (round(edge * scale) for edge in (tint.x, tint.y, tint.right, tint.bottom))
            self._rectangle(left, top, right, bottom, tint.fill)
        for line in page.lines:
            self._line(line)
        for box in (*page.box, *page.legend_samples):
            self._box(box)
        for text in page.texts:
            self._texts((text,), WHITE)
        self.image.putpalette([part for colour in self.palette.colours for part in colour])
        return self.image

    def _rectangle(self, left: int, top: int, right: int, bottom: int, colour: str) -> None:
        """``right`` and ``bottom`` are outside."""
        if right > left and bottom > top:
            self.draw.rectangle((left, top, right - 1, bottom - 1), fill=self.palette.flat[colour])

    def _line(self, line: ConnectingLine) -> None:
        thick = self._thick(line.thickness)
        dots = [(x * self.scale, y * self.scale) for x, y in line.points]
        pieces = self._dashes(dots) if line.dashed else pairwise(dots)
        for start, end in pieces:
            self._stroke(start, end, thick, line.colour, over=0 if line.dashed else thick / 2)

    def _thick(self, points: float) -> int:
        return max(1, round(points * MM_PER_PT * self.scale))

    def _dashes(self, dots: Sequence[Point]) -> Iterator[tuple[Point, Point]]:
        """The painted pieces of a line through these dots."""
        on, off = (length * self.scale for length in DASHES)
        at = 0.0  # how far into the pattern
        for start, end in pairwise(dots):
            length, done = math.dist(start, end), 0.0
            while done < length:
                left = (on if at < on else on + off) - at
                step = min(left, length - done)
                if at < on:
                    yield _along(start, end, done / length), _along(start, end, (done + step) / length)
                done += step
                at = (at + step) % (on + off) if left > step else (on if at < on else 0.0)

    def _stroke(self, start: Point, end: Point, thick: int, colour: str, over: float = 0.0) -> None:
        """One straight piece; ``over`` is what it goes on at both ends, so that corners are filled."""
        (x0, x1), (y0, y1) = sorted((start[0], end[0])), sorted((start[1], end[1]))
        if y1 - y0 < 0.5:
            top = round((y0 + y1) / 2 - thick / 2)
            self._rectangle(round(x0 - over), top, round(x1 + over), top + thick, colour)
        elif x1 - x0 < 0.5:
            left = round((x0 + x1) / 2 - thick / 2)
            self._rectangle(left, round(y0 - over), left + thick, round(y1 + over), colour)
        else:
            self.draw.line((start, end), fill=self.palette.flat[colour], width=thick)

    def _box(self, box: DrawnBox) -> None:
        scale, below = self.scale, self.grounds[id(box)]
        thick = self._thick(box.outline_width)
        radius = box.corner_radius * scale
        edges = [edge * scale for edge in (box.x, box.y, box.right, box.bottom)]
        if box.dashed:
            self._rounded([round(edge) for edge in edges], round(radius), box.fill, below)
            for start, end in self._dashes(_outline(edges, radius)):
                self._stroke(start, end, thick, box.outline)
        else:
            # The line runs half outside of the edge.
            outer = [round(edge + way * thick / 2) for edge, way in zip(edges, (-1, -1, 1, 1), strict=True)]
            inner = [edge - way * thick for edge, way in zip(outer, (-1, -1, 1, 1), strict=True)]
            self._rounded(outer, round(radius + thick / 2), box.outline, below)
            self._rounded(inner, round(radius - thick / 2), box.fill, box.outline)
        self._texts(box.lines, box.fill)

    def _rounded(self, edges: Sequence[int], radius: int, colour: str, below: str) -> None:
        left, top, right, bottom = edges
        radius = max(0, min(radius, (right - left) // 2, (bottom - top) // 2))
        self._rectangle(left + radius, top, right - radius, bottom, colour)
        self._rectangle(left, top + radius, right, bottom - radius, colour)
        if radius and colour != below:
            for x, turn_x in ((left, False), (right - radius, True)):
                for y, turn_y in ((top, False), (bottom - radius, True)):
                    dots, painted = self.palette.corner(radius, turn_x, turn_y, (colour, below))
                    self.image.paste(dots, (x, y), painted)

    def _texts(self, texts: Sequence[TextLine], below: str) -> None:
        """Lines that lie on one colour: those of one ink are painted together."""
        kinds = dict.fromkeys((text.colour, text.rotation) for text in texts if text.colour != below)
        for ink, turned in kinds:
            lines = [self._line_of(text) for text in texts if (text.colour, text.rotation) == (ink, turned)]
            margin = math.ceil(max(line.font_size for line in lines))  # letters may reach out of their width
            left = math.floor(min(line.x for line in lines)) - margin
            top = min(line.y for line in lines) - margin - 1
            right = math.ceil(max(line.x + line.width for line in lines)) + margin + 1
            shape = Image.new("L", (right - left, max(line.y for line in lines) + margin // 2 - top))
            for line in lines:
                for word, dx in line.words:
                    place = round((line.x + dx) * _PHASES)
                    form, bearing, rise = _word(word, line.font_size, line.bold, place % _PHASES)
                    shape.paste(255, (place // _PHASES - left + bearing, line.y - top + rise), form)
            at = (left, top)
            if turned:  # what was written to the right now runs upwards
                shape, at = shape.transpose(Image.Transpose.ROTATE_90), (top, -right)
            dots, painted = self.palette.inked(shape, (ink, below))
            self.image.paste(dots, at, painted)

    def _line_of(self, text: TextLine) -> _Line:
        size = text.font_size * MM_PER_PT * self.scale
        font, words, wide = read_font(text.bold), [], 0.0
        for word in _WORD.findall(text.text):
            if not word.isspace():
                words.append((word, wide))
            wide += font.width(word) * size
        x, y = text.x * self.scale, text.y * self.scale
        along, across = (-y, x) if text.rotation else (x, y)
        start = along - {"tengah": wide / 2, "kanan": wide}.get(text.align, 0.0)
        return _Line(start, round(across), wide, size, text.bold, words)


@dataclass(frozen=True, slots=True)
class _Line:
    """A line in dots: its left end and baseline, and its words with their distance from its start."""

    x: float
    y: int
    width: float
    font_size: float
    bold: bool
    words: list[tuple[str, float]]


def _ground(box: DrawnBox, page: DrawnPage) -> str:
    """The colour that a box stands on."""
    for tint in page.level_areas:
        if tint.x <= box.x and box.right <= tint.right and tint.y <= box.y and box.bottom <= tint.bottom:
            return tint.fill
    return WHITE


def _along(start: Point, end: Point, share: float) -> Point:
    return start[0] + (end[0] - start[0]) * share, start[1] + (end[1] - start[1]) * share


def _outline(edges: Sequence[float], radius: float) -> list[Point]:
    """The closed line round a box, clockwise from its upper left, corners as short straight pieces."""
    left, top, right, bottom = edges
    centres = ((right, top, -1), (right, bottom, 0), (left, bottom, 1), (left, top, 2))
    dots = [(left + radius, top)]
    for x, y, quarter in centres:
        middle = x + (radius if x == left else -radius), y + (radius if y == top else -radius)
        for step in range(_ARC + 1):
            turn = (quarter + step / _ARC) * math.pi / 2
            dots.append((middle[0] + radius * math.cos(turn), middle[1] + radius * math.sin(turn)))
    return dots


@lru_cache(maxsize=64)
def _font(size: float, bold: bool) -> ImageFont.FreeTypeFont:
    # Letters are placed one by one, where the layout measured them.
    return ImageFont.truetype(read_font(bold).file, size, layout_engine=ImageFont.Layout.BASIC)


@lru_cache(maxsize=16_384)
def _word(word: str, size: float, bold: bool, phase: int) -> tuple[Image.Image, int, int]:
    """A word as shares of ink, and where its upper left stands from its place on the baseline."""
    font, at, letters = read_font(bold), phase / _PHASES, []
    for letter in word:
        place = round(at * _PHASES)
        form, bearing, rise = _letter(letter, size, bold, place % _PHASES)
        letters.append((form, place // _PHASES + bearing, rise))
        at += font.width(letter) * size
    left, top = min(x for _, x, _ in letters), min(y for *_, y in letters)
    right, bottom = max(x + form.width for form, x, _ in letters), max(y + form.height for form, _, y in letters)
    shape = Image.new("L", (right - left, bottom - top))
    for form, x, y in letters:
        shape.paste(255, (x - left, y - top), form)
    return shape, left, top


@lru_cache(maxsize=4_096)
def _letter(letter: str, size: float, bold: bool, phase: int) -> tuple[Image.Image, int, int]:
    """The same of one letter."""
    font = _font(size, bold)
    left, top, right, bottom = (math.floor(edge) for edge in font.getbbox(letter, anchor="ls"))
    shape = Image.new("L", (right - left + 3, bottom - top + 3))
    ImageDraw.Draw(shape).text((1 - left + phase / _PHASES, 1 - top), letter, fill=255, font=font, anchor="ls")
    return shape, left - 1, top - 1
