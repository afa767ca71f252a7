"""Columns made wider one after the other, always the one that lowers the drawing most for the width it takes."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator
from dataclasses import replace

from pokin_docs.drawing.layout.arrangement import Arrangement, BoxLine, LayoutTrial
from pokin_docs.drawing.page import LINE_HEIGHT, BoxParagraph, TreeNode, TreePage

_MOST = 12.0
"""A column is widened by at most so much at once."""
_ENDLESS = 512.0
"""No box gets so wide."""

_Option = tuple[float, dict[int, float]]
_Widths = tuple[tuple[float, float], ...]
"""Of each group of a level the width of its boxes, and that of its column."""
Measure = Callable[[tuple[BoxParagraph, ...], float], tuple[tuple[BoxLine, ...], float]]


class Widening:
    """Ever wider and lower arrangements of a page, beginning with all columns at the width of a trial.

    Which boxes stand in which column is the same for all widths, so it is found once; and what a level could gain stays
    as it is while nothing in it got wider.
    """

    def __init__(
        self, sheet: TreePage, layout: LayoutTrial, arrange: Callable[[LayoutTrial], Arrangement], measure: Measure,
        step: float,
    ) -> None:  # fmt: skip
        """Prepare it.

        Args:
            sheet: The page.
            layout: Widths and gaps to begin with, in em.
            arrange: Gives the arrangement for such widths.
            measure: Gives the lines of a box and its height, from its paragraphs and its width, in em.
            step: How much wider a column gets at a time, in em.
        """
        self.layout, self.first = layout, arrange(layout)
        self.arrange, self.measure, self.step = arrange, measure, step
        self.boxes = {box.node.number: box for box in self.first.box}
        self.column_of: dict[int, int] = {}
        for root in sheet.roots:
            self._name_columns(root, [])
        self.groups = [self._group(level) for level in range(len(self.first.bands))]
        self.contents = [box.node.content for box in self.first.box]
        self.columns = [self.column_of.get(box.node.number) for box in self.first.box]
        self.heights: dict[tuple[int, float], float] = {}
        self.known: dict[tuple[int, float, _Widths], list[_Option]] = {}

    def steps(self) -> Iterator[tuple[LayoutTrial, Arrangement]]:
        """The arrangements with the widths that they come from, the narrowest first."""
        layout, arrangement = self.layout, self.first
        while True:
            yield layout, arrangement
            levels = range(len(arrangement.bands))
            options = [option for level in levels for option in self._options(level, layout, arrangement)]
            if not options:
                return
            best = max(options, key=lambda option: (option[0], sorted(option[1].items())))
            layout = replace(layout, column_widths={**layout.column_widths, **best[1]})
            arrangement = self.arrange(layout)

    def least_width(self, height: float) -> float:
        """The width that every arrangement has that is no higher than this: what each level needs for itself alone."""
        lowest = [max((self._height(group, _ENDLESS) for group in groups), default=0.0) for groups in self.groups]
        free = height - (self.first.height - sum(band.height for band in self.first.bands)) - sum(lowest)
        wide = self.first.width
        for level, groups in enumerate(self.groups):
            more = sum(
                self._lack(group, free + lowest[level]) for group in groups if self.columns[group[0]] is not None
            )
            wide = max(wide, self.first.width + more)
        return wide

    def _lack(self, members: list[int], height: float) -> float:
        """How much wider a group has to be to be no higher than this."""
        width = self.first.box[members[0]].width
        if self._height(members, _ENDLESS) > height:
            return _ENDLESS
        steps = range(int(_ENDLESS / self.step))
        return self.step * bisect_left(
            steps, True, key=lambda count: self._height(members, round(width + count * self.step, 3)) <= height
        )

    def _name_columns(self, node: TreeNode, chain: list[int]) -> None:
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
            self._name_columns(child, [*chain, node.number] if alone else [])

    def _group(self, level: int) -> list[list[int]]:
        """The places of the boxes of a level; those of one stack together."""
        groups: dict[tuple[bool, float], list[int]] = {}
        for place, box in enumerate(self.first.box):
            if box.band == level:
                groups.setdefault((box.vine is not None, box.x), []).append(place)
        return list(groups.values())

    def _options(self, level: int, layout: LayoutTrial, arrangement: Arrangement) -> list[_Option]:
        """Ways to lower one level by some lines: what a unit of width gains, and the new widths."""
        floor, columns, boxes = arrangement.bands[level].height, layout.column_widths, arrangement.box
        widths = tuple(
            (boxes[group[0]].width, columns.get(self.columns[group[0]] or 0, self.layout.width))
            for group in self.groups[level]
        )
        key = level, floor, widths
        if key not in self.known:
            self.known[key] = list(self._gains(self.groups[level], widths, floor))
        return self.known[key]

    def _gains(self, groups: list[list[int]], widths: _Widths, floor: float) -> Iterator[_Option]:
        heights = [self._height(members, wide) for members, (wide, _) in zip(groups, widths, strict=True)]
        top = max(heights, default=0.0)
        if floor > top + 0.01:
            return  # the label of the level or a condition beside is what makes it high
        for lines in (1, 2, 3, 5):
            goal = top - lines * LINE_HEIGHT + 0.01
            wider: dict[int, float] = {}
            for number, height in enumerate(heights):
                if height > goal:
                    more = self._wider(groups[number], widths[number][0], goal)
                    if more is None:
                        return
                    wider[number] = more
            yield (
                (top - goal) / sum(wider.values()),
                {self._column(groups[number]): widths[number][1] + more for number, more in wider.items()},
            )

    def _column(self, members: list[int]) -> int:
        """The column of a group that can be made wider."""
        column = self.columns[members[0]]
        assert column is not None
        return column

    def _height(self, members: list[int], wide: float) -> float:
        key = members[0], wide
        if key not in self.heights:
            high = (len(members) - 1) * self.layout.loosened
            for place in members:
                high += self.measure(self.contents[place], wide)[1]
            self.heights[key] = high
        return self.heights[key]

    def _wider(self, members: list[int], width: float, goal: float) -> float | None:
        """How much wider a column has to be to be no higher than ``goal``; None where it would be far too wide."""
        if self.columns[members[0]] is None:
            return None
        more = self.step
        while more <= _MOST:
            if self._height(members, round(width + more, 3)) <= goal:
                return more
            more += self.step
        return None
