"""The tree on paper: the largest legible font that a page allows, found by trying widths and stacks."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from pokin_docs.drawing.layout import arrange as rows
from pokin_docs.drawing.layout.arrangement import Arrangement, LayoutTrial
from pokin_docs.drawing.layout.boxes import BoxMeasurer
from pokin_docs.drawing.layout.compose import PageFrame, frame, needed
from pokin_docs.drawing.layout.connect import connect
from pokin_docs.drawing.layout.crosscut import place
from pokin_docs.drawing.layout.memory import ChosenPage, LayoutMemory
from pokin_docs.drawing.layout.route import route
from pokin_docs.drawing.layout.slim import slim
from pokin_docs.drawing.layout.tree_extent import all_nodes, has_middle_leaves, longest_word, stack_sizes
from pokin_docs.drawing.layout.widen import Widening
from pokin_docs.drawing.page import (
    MM_PER_PT,
    DrawingOptions,
    Paper,
    TreePage,
)

SMALLEST_FONT = 7.0
"""A page whose font would be smaller, in points, is split."""
_SHOWN_TWICE = 7.4
"""The same for each of several A3 pages: they stay legible in a Renstra, and are laid out and painted once for both."""
LARGEST_FONT = 12.0
"""A small tree is not blown up beyond this font, in points, on A3; on A2, seen from farther away, it may be larger."""
_PARTNER_WIDTHS = (13.0, 24.0)
"""Least widths tried for the boxes of cross-cutting conditions, in em."""
_EVEN = (26.0, 23.0, 20.0, 18.0, 16.0)
"""Widths of boxes, in em, that look best where there is room for them."""
_ENOUGH = 8.2
"""From this font on, the last tenth of a point is not searched for."""
_NEARLY = 0.97
"""Where coarse steps come to this part of a legible font, fine ones may come to all of it."""
POSTER = 7.5
"""The font of a poster, in points."""
_COARSE, _FINE = 0.5, 0.25
"""Steps in which columns are widened, in em."""


@dataclass(frozen=True, slots=True)
class _Found:
    size: float
    layout: LayoutTrial

    @property
    def value(self) -> float:
        """What it is worth: up to 9 points the font alone; above, siblings side by side are nicer than larger ones."""
        above = max(0.0, min(self.size, LARGEST_FONT) - 9.0)
        return min(self.size, 9.0) + above * (0.5 if self.layout.stacked == 1 else 0.3)


class _Search:
    """Tries arrangements of pages of one paper; remembers the texts it measured."""

    def __init__(self, choices: DrawingOptions, on_step: Callable[[], None], memory: LayoutMemory) -> None:
        self.on_step = on_step
        self.memory = memory
        self.picture_area = choices.picture_area
        self.poster = choices.paper is Paper.POSTER and self.picture_area is None
        self.paper_size = choices.paper
        self.upright = choices.upright
        self.smallest = SMALLEST_FONT
        self.measure = BoxMeasurer()
        self.known_lanes: dict[tuple[int, int, int, float], tuple[TreePage, float]] = {}
        self.ways: dict[tuple[int, LayoutTrial, float], tuple[TreePage, _Found]] = {}

    @property
    def paper(self) -> tuple[float, float]:
        """Width and height of the paper in mm."""
        if self.picture_area is not None:
            return self.picture_area
        short, long = self.paper_size.value
        return (short, long) if self.upright else (long, short)

    @property
    def largest(self) -> float:
        """The font beyond which a page is not blown up."""
        return LARGEST_FONT * max(1.0, min(1.35, min(self.paper) / 297))

    def boxes(self, sheet: TreePage, layout: LayoutTrial) -> Arrangement:
        """One arrangement of boxes with neither lines nor texts: enough to know its size."""
        self.on_step()
        return place(rows.arrange(sheet, layout, self.measure.height), sheet, self.measure.height, layout)

    def whole(self, sheet: TreePage, layout: LayoutTrial) -> Arrangement:
        """One arrangement with the room that its dashed lines take, still without texts: as large as it will be."""
        return self.routed(sheet, layout, self.measure.height)

    def build(self, sheet: TreePage, layout: LayoutTrial) -> Arrangement:
        """One arrangement with everything in it."""
        return connect(self.routed(sheet, layout, self.measure.content))

    def routed(self, sheet: TreePage, layout: LayoutTrial, measure: rows.Measure) -> Arrangement:
        """The boxes no larger than they need to be, with the dashed lines."""
        self.on_step()
        slender = slim(rows.arrange(sheet, layout, measure), layout.width, measure)
        return route(place(slender, sheet, measure, layout), layout)

    def legible(self, sheet: TreePage) -> bool:
        """Whether a page can be printed at the smallest legible font or more; the first one asked for is the whole."""
        least = self.smallest
        legible = self.poster or self.memory.legible(sheet, least, lambda: self._is_legible(sheet, least))
        if not legible and self.paper_size is Paper.A3 and not self.upright and self.picture_area is None:
            self.smallest = _SHOWN_TWICE
        return legible

    def _is_legible(self, sheet: TreePage, least: float) -> bool:
        room = self.room(sheet)
        gaps = LayoutTrial(0.0, 1)
        boxes = (node.content for root in sheet.roots for node in all_nodes(root))
        text = sum(self.measure.least_area(content, gaps.neighbour_gap, gaps.loosened) for content in boxes)
        edges = needed(Arrangement(-gaps.neighbour_gap, -gaps.loosened, (), ()))
        wide, high = (length / (least * MM_PER_PT) - edge for length, edge in zip(room, edges, strict=True))
        if text > wide * high:
            return False  # not even the bare text has room
        most = 0.0
        for layout in self.starts(sheet):
            found = self.descend(sheet, layout, room, least, _COARSE)
            # The lanes of the cross-cutting lines take some height of their own.
            if found.size >= least and _size(self.whole(sheet, found.layout), room) >= least:
                return True
            most = max(most, found.size)
        return most >= _NEARLY * least and _size(self.whole(sheet, self.found(sheet).layout), room) >= least

    def room(self, sheet: TreePage) -> tuple[float, float]:
        """Width and height for the tree in mm; of a poster, the proportion of its sides."""
        if not self.poster:
            return frame(*self.paper, sheet, plain=self.picture_area is not None).room
        return (10.0, 14.14) if self.upright else (14.14, 10.0)  # so small that no font there is large enough

    def found(self, sheet: TreePage) -> _Found:
        """The arrangement with the largest font, or where that is large enough, the nicest."""
        room = self.room(sheet)
        even_widths = () if self.poster else _EVEN  # a poster is as large as its font wants
        for layout in (
            LayoutTrial(wide, 1, partner=least) for wide in even_widths for least in reversed(_PARTNER_WIDTHS)
        ):
            if _size(self.boxes(sheet, layout), room) < self.largest:
                continue  # with lines it would be larger still
            even = _Found(_size(self.whole(sheet, layout), room), layout)
            if even.size >= self.largest:
                return even  # all columns alike, with room to spare
        tries: list[_Found] = []
        for layout in self.starts(sheet):
            tries.append(self.descend(sheet, layout, room, 0.0, _COARSE))
            best = max(tries, key=lambda found: found.value)
            # More stacking would only be larger, not nicer; and what gets worse goes on getting worse.
            if tries[-1].size >= self.largest or layout.stacked > 3 + best.layout.stacked:
                break
        best = max(tries, key=lambda found: found.value)
        if best.size >= _ENOUGH or self.poster:
            return best
        wide = longest_word(sheet.roots)
        ways = dict.fromkeys(
            (t.layout.stacked, t.layout.stacked_middle, t.layout.partner) for t in sorted(tries, key=lambda t: -t.value)
        )
        closer = (
            LayoutTrial(round(wide * part, 2), stack, middle, partner=least)
            for stack, middle, least in list(ways)[:2]
            for part in (1.0, 1.16)
        )
        fine = (self.descend(sheet, layout, room, 0.0, _FINE) for layout in closer)
        return max([best, *fine], key=lambda found: found.value)

    def starts(self, sheet: TreePage) -> Iterator[LayoutTrial]:
        """Where to begin, for each way of stacking, the plainest way first."""
        narrow = longest_word(sheet.roots)
        small = sum(1 for root in sheet.roots for _ in all_nodes(root)) <= 10  # on a large page there is room beside
        widths = sorted({max(narrow, round(narrow * part * 2) / 2) for part in (1.0, 1.16)})
        for stack in stack_sizes(sheet):
            for middle in (1, 3, 6) if has_middle_leaves(sheet) else (1,):
                for wide in widths:
                    for least in _PARTNER_WIDTHS if small and sheet.lintas else _PARTNER_WIDTHS[:1]:
                        yield LayoutTrial(wide, stack, middle, partner=least)

    def descend(
        self, sheet: TreePage, layout: LayoutTrial, room: tuple[float, float], least: float, step: float
    ) -> _Found:
        """The best arrangement on the way from narrow columns and much height to wide ones.

        Gives up where the width alone, which only grows, makes the font smaller than ``least``.
        """
        known = self.ways.get((id(sheet), layout, step))
        if known:
            return known[1]
        best, most = layout, 0.0
        widening = Widening(sheet, layout, lambda layout: self.boxes(sheet, layout), self.measure.height, step)
        lanes = self.lanes(sheet, layout)
        if least and not self._has_hope(widening, lanes, room, least):
            return _Found(most, best)
        for wider, made in widening.steps():
            made = replace(made, height=made.height + lanes)
            size = _size(made, room)
            if size >= most:
                best, most = wider, size
            width, height = needed(made)
            free = made.width - max(box.right for box in made.box)  # conditions reach beyond the tree
            if room[0] / width < least * MM_PER_PT:
                return _Found(most, best)
            if width / height > room[0] / room[1] and free < 0.5:
                break  # from here on the width is what is short
        found = _Found(most, best)
        self.ways[id(sheet), layout, step] = sheet, found  # kept with the page, whose id is only then its own
        return found

    def _has_hope(self, widening: Widening, lanes: float, room: tuple[float, float], least: float) -> bool:
        """Whether some arrangement on the way may come near a legible font: it needs width to be low enough."""
        edges = needed(Arrangement(0.0, 0.0, (), ()))
        wide, high = (length / (_NEARLY * least * MM_PER_PT) - edge for length, edge in zip(room, edges, strict=True))
        return widening.least_width(high - lanes) <= wide

    def lanes(self, sheet: TreePage, layout: LayoutTrial) -> float:
        """The height that dashed lines take, as it is with plain columns stacked alike: wider ones hardly change it."""
        if not sheet.lintas:
            return 0.0
        key = id(sheet), layout.stacked, layout.stacked_middle, layout.partner
        if key not in self.known_lanes:
            self.known_lanes[key] = sheet, self.whole(sheet, layout).height - self.boxes(sheet, layout).height
        return self.known_lanes[key][1]

    def on_paper(self, sheet: TreePage, layout: LayoutTrial) -> tuple[float, PageFrame]:
        """The font of a page in points, rounded down so that all stays inside, and the frame of the page."""
        made = self.whole(sheet, layout)
        if not self.poster:
            return int(min(_size(made, self.room(sheet)), self.largest) * 100) / 100, frame(
                *self.paper, sheet, plain=self.picture_area is not None
            )
        width, height = (length * POSTER * MM_PER_PT for length in needed(made))
        least = Paper.A4.value if self.upright else Paper.A4.value[::-1]
        wide, high = least
        for _ in range(4):  # margins and title follow from the size of the sheet, and it from them
            edges = frame(wide, high, sheet)
            wide = max(least[0], width + 2 * edges.margin)
            high = max(least[1], height + 2 * edges.margin + edges.top + edges.bottom)
        return POSTER, frame(wide, high, sheet)

    def chosen(self, sheet: TreePage) -> ChosenPage:
        """How a page is laid out."""
        layout = self.found(sheet).layout
        size, frame = self.on_paper(sheet, layout)
        return ChosenPage(size, (frame.width, frame.height), self.airy(sheet, layout, size, frame))

    def airy(self, sheet: TreePage, layout: LayoutTrial, size: float, frame: PageFrame) -> LayoutTrial:
        """The arrangement with the room that is left given to what is between the boxes."""
        room_x, room_y = (length / (size * MM_PER_PT) for length in frame.room)

        def wider(steps: int, gap: float, loosened: float, neighbour_gap: float) -> LayoutTrial:
            return replace(
                layout,
                gap=layout.gap + steps * gap,
                loosened=layout.loosened + steps * loosened,
                neighbour_gap=layout.neighbour_gap + steps * neighbour_gap,
            )

        def too_large(layout: LayoutTrial) -> bool:
            width, height = needed(self.whole(sheet, layout))
            return width > room_x + 1e-6 or height > room_y + 1e-6

        for more in ((0.3, 0.05, 0.0), (0.0, 0.0, 0.1)):
            if self.poster and too_large(wider(1, *more)):
                continue  # a poster of more than one A4 has no room left
            layout = wider(bisect_left(range(1, 9), True, key=lambda n: too_large(wider(n, *more))), *more)
        return layout


def search(choices: DrawingOptions, on_step: Callable[[], None], memory: LayoutMemory) -> _Search:
    """A search for the arrangements of the pages of one drawing.

    Args:
        choices: Paper, or room in a document.
        on_step: Called before each arrangement that is tried; what it raises ends the search.
        memory: What is known of such pages.
    """
    return _Search(choices, on_step, memory)


def _size(arrangement: Arrangement, room: tuple[float, float]) -> float:
    """The font in points at which an arrangement fills a room given in mm."""
    width, height = needed(arrangement)
    return min(room[0] / width, room[1] / height) / MM_PER_PT
