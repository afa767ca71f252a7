"""Columns made wider one after the other, always the one that lowers the drawing most for the width it takes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from pokin_docs.drawing.layout.arrangement import Arrangement, BoxLine, LayoutTrial, PlacedBox
from pokin_docs.drawing.page import LINE_HEIGHT, BoxParagraph, TreeNode, TreePage

_MOST = 12.0
"""A column is widened by at most so much at once."""

Measure = Callable[[tuple[BoxParagraph, ...], float], tuple[tuple[BoxLine, ...], float]]


def widenings(
    sheet: TreePage, layout: LayoutTrial, arrange: Callable[[LayoutTrial], Arrangement], measure: Measure, step: float
) -> Iterator[tuple[LayoutTrial, Arrangement]]:
    """Ever wider and lower arrangements, beginning with all columns at the width of ``layout``.

    Args:
        sheet: The page.
        layout: Widths and gaps to begin with, in em.
        arrange: Gives the arrangement for such widths.
        measure: Gives the lines of a box and its height, from its paragraphs and its width, in em.
        step: How much wider a column gets at a time, in em.
    """
    while True:
        arrangement = arrange(layout)
        yield layout, arrangement
        columns = _Columns(sheet, layout, arrangement, measure, step)
        options = [option for level in range(len(arrangement.bands)) for option in columns.options(level)]
        if not options:
            return
        best = max(options, key=lambda option: (option[0], sorted(option[1].items())))
        layout = replace(layout, column_widths={**layout.column_widths, **best[1]})


class _Columns:
    """What each level could gain from wider columns."""

    def __init__(
        self, sheet: TreePage, layout: LayoutTrial, arrangement: Arrangement, measure: Measure, step: float
    ) -> None:
        self.layout = layout
        self.measure = measure
        self.step = step
        self.arrangement = arrangement
        self.boxes = {box.node.number: box for box in arrangement.box}
        self.column_of: dict[int, int] = {}
        for root in sheet.roots:
            self.name_columns(root, [])

    def name_columns(self, node: TreeNode, chain: list[int]) -> None:
        """Note for every box the column whose width is its own, where there is one."""
        if not node.children:
            self.column_of.update(dict.fromkeys([*chain, node.number], node.number))
            return
        stacks: dict[float, int] = {}
        for child in node.children:
            box = self.boxes[child.number]
            if box.vine is not None:
                self.column_of[child.number] = stacks.setdefault(box.x, child.number)
        straight = [child for child in node.children if self.boxes[child.number].vine is None]
        alone = len(stacks) + len(straight) == 1
        if alone and stacks:
            self.column_of.update(dict.fromkeys([*chain, node.number], *stacks.values()))
        for child in straight:
            self.name_columns(child, [*chain, node.number] if alone else [])

    def options(self, level: int) -> Iterator[tuple[float, dict[int, float]]]:
        """Ways to lower one level by some lines: what a unit of width gains, and the new widths."""
        groups = self.groups(level)
        heights = {key: self.height(members, 0.0) for key, members in groups.items()}
        top = max(heights.values(), default=0.0)
        floor = self.arrangement.bands[level].height
        if floor > top + 0.01:
            return  # the label of the level or a condition beside is what makes it high
        for lines in (1, 2, 3, 5):
            goal = top - lines * LINE_HEIGHT + 0.01
            wider = {key: self.wider(key, groups[key], goal) for key, height in heights.items() if height > goal}
            if any(more is None for more in wider.values()):
                return
            cost = sum(more for more in wider.values() if more is not None)
            yield (
                (top - goal) / cost,
                {
                    self.column_of[members[0].node.number]: self.width(members[0]) + more
                    for key, more in wider.items()
                    if more and (members := groups[key])
                },
            )

    def groups(self, level: int) -> dict[tuple[bool, float], list[PlacedBox]]:
        """The boxes of a level; those of one stack together."""
        groups: dict[tuple[bool, float], list[PlacedBox]] = {}
        for box in self.arrangement.box:
            if box.band == level:
                groups.setdefault((box.vine is not None, box.x), []).append(box)
        return groups

    def width(self, box: PlacedBox) -> float:
        return self.layout.column_widths.get(self.column_of[box.node.number], self.layout.width)

    def height(self, members: list[PlacedBox], more: float) -> float:
        wide = round(members[0].width + more, 3)
        high = (len(members) - 1) * self.layout.loosened
        for box in members:
            high += self.measure(box.node.content, wide)[1]
        return high

    def wider(self, key: tuple[bool, float], members: list[PlacedBox], goal: float) -> float | None:
        """How much wider a column has to be to be no higher than ``goal``; None where it would be far too wide."""
        if members[0].node.number not in self.column_of:
            return None
        more = self.step
        while more <= _MOST:
            if self.height(members, more) <= goal:
                return more
            more += self.step
        return None
