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
from pokin_docs.drawing.layout.arrangement import Arrangement, BoxLine, LayoutTrial, LevelBand, PlacedBox
from pokin_docs.drawing.page import STRIP, BoxParagraph, TreeNode, TreePage
from pokin_docs.model.levels import KomponenPerencanaan

_WIDEST = 27.0
"""A box above several others is as wide as they are together, but at most this; above stacks alone it has no limit."""

Measure = Callable[[tuple[BoxParagraph, ...], float], tuple[tuple[BoxLine, ...], float]]


class _BoxDraft:
    """A box while its place is being found: made once, moved often."""

    __slots__ = ("direct", "down", "height", "level", "lines", "node", "vine", "wide", "x")

    def __init__(self, node: TreeNode, x: float, wide: float, level: int) -> None:
        self.node, self.x, self.wide, self.level = node, x, wide, level
        self.lines: tuple[BoxLine, ...] = ()
        self.height = self.down = 0.0
        self.vine: float | None = None
        self.direct = False

    def done(self, top: float) -> PlacedBox:
        return PlacedBox(
            self.node, self.x, self.wide, self.level, top + self.down, self.height, self.lines, self.vine, self.direct
        )


class _Subtree:
    """A subtree: its width, its boxes (its topmost first), the middle of the topmost, whether it is a bare stack."""

    __slots__ = ("boxes", "column", "middle", "wide")

    def __init__(self, wide: float, boxes: list[_BoxDraft], middle: float, column: bool = False) -> None:
        self.wide, self.boxes, self.middle, self.column = wide, boxes, middle, column


class _Branch:
    """A node of a page with its level, counted from 0, and its children as runs of like ones."""

    __slots__ = ("level", "node", "runs")

    def __init__(self, node: TreeNode, band: dict[int, int]) -> None:
        self.node, self.level = node, band[node.komponen.value]
        self.runs = _runs(node.children, band)


class _Run:
    """Siblings in a row that all have children, or none and stand on one level, which may be the lowest of the page."""

    __slots__ = ("deepest", "leaf", "members")

    def __init__(self, members: list[_Branch], leaf: bool, deepest: bool) -> None:
        self.members, self.leaf, self.deepest = members, leaf, deepest


def _runs(nodes: tuple[TreeNode, ...], band: dict[int, int]) -> list[_Run]:
    found = []
    for (leaf, level), run in groupby(nodes, key=lambda node: (not node.children, node.komponen.value)):
        found.append(_Run([_Branch(node, band) for node in run], leaf, band[level] == len(band) - 1))
    return found


class _Shape:
    """What is the same in all arrangements of a page."""

    def __init__(self, sheet: TreePage) -> None:
        self.sheet = sheet
        self.band = {value: n for n, value in enumerate(levels(sheet))}
        self.roots = _runs(sheet.roots, self.band)
        self.dashed = Counter(entry.number for entry in sheet.lintas)
        """How many conditions are about each kinerja."""


_LAST: list[_Shape] = []


def _shape(sheet: TreePage) -> _Shape:
    """The shape of a page; that of the last one is kept, as a page is arranged hundreds of times in turn."""
    if not _LAST or _LAST[0].sheet is not sheet:
        _LAST[:] = [_Shape(sheet)]
    return _LAST[0]


def levels(sheet: TreePage) -> tuple[int, ...]:
    """The levels (values of KomponenPerencanaan) that a page shows, from the top."""

    def below(node: TreeNode) -> Iterator[int]:
        yield node.komponen.value
        for child in node.children:
            yield from below(child)

    return tuple(sorted({value for root in sheet.roots for value in below(root)}))


def arrange(sheet: TreePage, layout: LayoutTrial, measure: Measure) -> Arrangement:
    """The boxes of a page without lines and without cross-cutting conditions.

    Args:
        sheet: The page; it has at least one kinerja.
        layout: Widths and gaps to try, in em.
        measure: Gives the lines of a box and its height, from its paragraphs and its width, in em.
    """
    shape = _shape(sheet)
    band = shape.band
    boxes, width = _side_by_side(_BlockBuilder(layout, measure, shape.dashed).row(shape.roots), layout)
    heights = [_label(KomponenPerencanaan(value)) for value in band]
    for box in boxes:
        heights[box.level] = max(heights[box.level], box.down + box.height)
    _level(boxes, len(band))
    tops = [sum(heights[:n]) + n * layout.gap for n in range(len(band))]
    bands = tuple(LevelBand(KomponenPerencanaan(value), tops[n], heights[n]) for value, n in band.items())
    return Arrangement(width, bands[-1].bottom, tuple(box.done(tops[box.level]) for box in boxes), bands)


@cache
def _label(komponen: KomponenPerencanaan) -> float:
    """The least height of a level: its two labels in the strip run upwards."""
    return max(read_font(True).width(STRIP[komponen]), read_font(False).width(komponen.label))


def _level(boxes: list[_BoxDraft], count: int) -> None:
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
                BoxLine(line.x, line.y + half, line.text, line.paragraph, line.is_bullet) for line in box.lines
            )
            box.height = tallest[box.level]


def _side_by_side(blocks: list[_Subtree], layout: LayoutTrial) -> tuple[list[_BoxDraft], float]:
    """All boxes of some blocks, moved to where they stand beside each other, and the width of all."""
    boxes: list[_BoxDraft] = []
    x = 0.0
    for block in blocks:
        if x:
            for box in block.boxes:
                box.x += x
                if box.vine is not None:
                    box.vine += x
            block.middle += x
        boxes += block.boxes
        x += block.wide + layout.neighbour_gap
    return boxes, x - layout.neighbour_gap if blocks else 0.0


class _BlockBuilder:
    """Makes the block of every subtree, from the leaves up."""

    def __init__(self, layout: LayoutTrial, measure: Measure, dashed: Counter[int | None]) -> None:
        self.layout = layout
        self.measure = measure
        self.dashed = dashed

    def row(self, runs: list[_Run]) -> list[_Subtree]:
        """The blocks of siblings from left to right."""
        blocks: list[_Subtree] = []
        for run in runs:
            most = self.layout.stacked if run.deepest else self.layout.stacked_middle
            if run.leaf and most > 1 and len(run.members) > 1:
                blocks += self.stacks(run.members, most)
            else:
                blocks += [self.block(branch) for branch in run.members]
        return blocks

    def stacks(self, nodes: list[_Branch], most: int) -> Iterator[_Subtree]:
        """Columns of childless siblings, as even as they get."""
        columns = ceil(len(nodes) / most)
        start = 0
        for column in range(columns):
            size = ceil((len(nodes) - start) / (columns - column))
            yield self.stack(nodes[start : start + size])
            start += size

    def stack(self, nodes: list[_Branch]) -> _Subtree:
        wide, vine = self.layout.column_widths.get(nodes[0].node.number, self.layout.width), self.layout.vine
        boxes, down = [], 0.0
        for branch in nodes:
            box = self.box(branch, vine, wide)
            box.down, box.vine = down, vine * 0.42
            down += box.height + self.layout.loosened
            boxes.append(box)
        # Beside a stack run the lines of the conditions about its boxes; the gap has room for one.
        about = sum(self.dashed[branch.node.number] for branch in nodes) if self.dashed else 0
        more = max(0, about - 1) * self.layout.neighbour_gap / 2
        return _Subtree(wide + vine + more, boxes, (wide + vine) / 2, column=True)

    def block(self, branch: _Branch) -> _Subtree:
        if not branch.runs:
            wide = self.layout.column_widths.get(branch.node.number, self.layout.width)
            return _Subtree(wide, [self.box(branch, 0, wide)], wide / 2)
        children = self.row(branch.runs)
        below, span = _side_by_side(children, self.layout)
        if all(block.column for block in children):
            for box in below:
                box.direct = True
            return _Subtree(span, [self.box(branch, 0, span), *below], span / 2)
        wide = children[0].boxes[0].wide if len(children) == 1 else min(span, max(self.layout.width, _WIDEST))
        middle = (children[0].middle + children[-1].middle) / 2
        x = min(max(0.0, middle - wide / 2), span - wide)
        return _Subtree(span, [self.box(branch, x, wide), *below], x + wide / 2)

    def box(self, branch: _Branch, x: float, wide: float) -> _BoxDraft:
        draft = _BoxDraft(branch.node, x, round(wide, 3), branch.level)
        draft.lines, draft.height = self.measure(branch.node.content, draft.wide)
        return draft
