"""Boxes in their places: siblings side by side in workbook order, childless ones of a level below each other.

Every level (komponen) has a height of its own on the page, so a level that a branch skips stays empty there. A subtree
owns the width of its block; blocks never overlap, hence no box does.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from functools import cache
from itertools import groupby
from math import ceil

from pokin_docs.drawing.font import read_font
from pokin_docs.drawing.layout.arrangement import BarisIsi, Petak, Pita, Susunan, Tata
from pokin_docs.drawing.page import STRIP, Lembar, Paragraf, Simpul
from pokin_docs.model.levels import KomponenPerencanaan

_WIDEST = 27.0
"""A box above several others is as wide as they are together, but at most this; above stacks alone it has no limit."""

Measure = Callable[[tuple[Paragraf, ...], float], tuple[tuple[BarisIsi, ...], float]]


class _Draft:
    """A box while its place is being found: made once, moved often."""

    __slots__ = ("direct", "down", "height", "level", "lines", "node", "vine", "wide", "x")

    def __init__(self, node: Simpul, x: float, wide: float, level: int) -> None:
        self.node, self.x, self.wide, self.level = node, x, wide, level
        self.lines: tuple[BarisIsi, ...] = ()
        self.height = self.down = 0.0
        self.vine: float | None = None
        self.direct = False

    def done(self, top: float) -> Petak:
        return Petak(
            self.node, self.x, self.wide, self.level, top + self.down, self.height, self.lines, self.vine, self.direct
        )


class _Blok:
    """A subtree: its width, its boxes (its topmost first), the middle of the topmost, whether it is a bare stack."""

    __slots__ = ("boxes", "column", "middle", "wide")

    def __init__(self, wide: float, boxes: list[_Draft], middle: float, column: bool = False) -> None:
        self.wide, self.boxes, self.middle, self.column = wide, boxes, middle, column


def levels(lembar: Lembar) -> tuple[int, ...]:
    """The levels (values of KomponenPerencanaan) that a page shows, from the top."""

    def below(node: Simpul) -> Iterator[int]:
        yield node.komponen.value
        for child in node.anak:
            yield from below(child)

    return tuple(sorted({value for root in lembar.akar for value in below(root)}))


def arrange(lembar: Lembar, tata: Tata, measure: Measure) -> Susunan:
    """The boxes of a page without lines and without cross-cutting conditions."""
    pita = {value: n for n, value in enumerate(levels(lembar))}
    boxes, width = _side_by_side(_Builder(tata, measure, pita, _dashed(lembar)).row(lembar.akar), tata)
    heights = [_label(KomponenPerencanaan(value)) for value in pita]
    for box in boxes:
        heights[box.level] = max(heights[box.level], box.down + box.height)
    _level(boxes, len(pita))
    tops = [sum(heights[:n]) + n * tata.sela for n in range(len(pita))]
    bands = tuple(Pita(KomponenPerencanaan(value), tops[n], heights[n]) for value, n in pita.items())
    return Susunan(width, bands[-1].bawah, tuple(box.done(tops[box.level]) for box in boxes), bands)


def _dashed(lembar: Lembar) -> Counter[int | None]:
    """How many conditions are about each kinerja."""
    return Counter(entry.nomor for entry in lembar.lintas)


@cache
def _label(komponen: KomponenPerencanaan) -> float:
    """The least height of a level: its two labels in the strip run upwards."""
    return max(read_font(True).lebar(STRIP[komponen]), read_font(False).lebar(komponen.label))


def _level(boxes: list[_Draft], count: int) -> None:
    """Make the boxes of one level as high as the highest; where the lowest level has stacks, each keeps its own."""
    tallest = [0.0] * count
    ragged = False
    for box in boxes:
        if box.vine is None:
            tallest[box.level] = max(tallest[box.level], box.height)
        else:
            ragged = ragged or box.level == count - 1
    for box in boxes:
        free = tallest[box.level] - box.height
        if box.vine is None and free > 0 and not (ragged and box.level == count - 1):
            half = free / 2
            box.lines = tuple(
                BarisIsi(line.x, line.y + half, line.teks, line.paragraf, line.butir) for line in box.lines
            )
            box.height = tallest[box.level]


def _side_by_side(blocks: list[_Blok], tata: Tata) -> tuple[list[_Draft], float]:
    """All boxes of some blocks, moved to where they stand beside each other, and the width of all."""
    boxes: list[_Draft] = []
    x = 0.0
    for block in blocks:
        if x:
            for box in block.boxes:
                box.x += x
                if box.vine is not None:
                    box.vine += x
            block.middle += x
        boxes += block.boxes
        x += block.wide + tata.antara
    return boxes, x - tata.antara if blocks else 0.0


class _Builder:
    """Makes the block of every subtree, from the leaves up."""

    def __init__(self, tata: Tata, measure: Measure, pita: dict[int, int], dashed: Counter[int | None]) -> None:
        self.tata = tata
        self.measure = measure
        self.pita = pita
        self.dashed = dashed

    def row(self, nodes: tuple[Simpul, ...]) -> list[_Blok]:
        """The blocks of siblings from left to right."""
        blocks: list[_Blok] = []
        for (leaf, level), run in groupby(nodes, key=lambda node: (not node.anak, node.komponen.value)):
            members = tuple(run)
            deepest = self.pita[level] == len(self.pita) - 1
            most = self.tata.tumpuk if deepest else self.tata.tumpuk_tengah
            if leaf and most > 1 and len(members) > 1:
                blocks += self.stacks(members, most)
            else:
                blocks += [self.block(node) for node in members]
        return blocks

    def stacks(self, nodes: tuple[Simpul, ...], most: int) -> Iterator[_Blok]:
        """Columns of childless siblings, as even as they get."""
        columns = ceil(len(nodes) / most)
        start = 0
        for column in range(columns):
            size = ceil((len(nodes) - start) / (columns - column))
            yield self.stack(nodes[start : start + size])
            start += size

    def stack(self, nodes: tuple[Simpul, ...]) -> _Blok:
        wide, vine = self.tata.kolom.get(nodes[0].nomor, self.tata.lebar), self.tata.sulur
        boxes, down = [], 0.0
        for node in nodes:
            box = self.box(node, vine, wide)
            box.down, box.vine = down, vine * 0.42
            down += box.height + self.tata.renggang
            boxes.append(box)
        # Beside a stack run the lines of the conditions about its boxes; the gap has room for one.
        more = max(0, sum(self.dashed[node.nomor] for node in nodes) - 1) * self.tata.antara / 2
        return _Blok(wide + vine + more, boxes, (wide + vine) / 2, column=True)

    def block(self, node: Simpul) -> _Blok:
        if not node.anak:
            wide = self.tata.kolom.get(node.nomor, self.tata.lebar)
            return _Blok(wide, [self.box(node, 0, wide)], wide / 2)
        children = self.row(node.anak)
        below, span = _side_by_side(children, self.tata)
        if all(block.column for block in children):
            for box in below:
                box.direct = True
            return _Blok(span, [self.box(node, 0, span), *below], span / 2)
        wide = children[0].boxes[0].wide if len(children) == 1 else min(span, max(self.tata.lebar, _WIDEST))
        middle = (children[0].middle + children[-1].middle) / 2
        x = min(max(0.0, middle - wide / 2), span - wide)
        return _Blok(span, [self.box(node, x, wide), *below], x + wide / 2)

    def box(self, node: Simpul, x: float, wide: float) -> _Draft:
        draft = _Draft(node, x, round(wide, 3), self.pita[node.komponen.value])
        draft.lines, draft.height = self.measure(node.isi, draft.wide)
        return draft
