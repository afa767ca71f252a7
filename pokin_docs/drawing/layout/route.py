"""The dashed lines of cross-cutting conditions, through what is empty.

A line runs down from its box, along a lane of its own in each empty band between two levels, and through a level only
where neither box nor line stands. Upright pieces keep apart from those of the tree and of each other, so that lines
cross at right angles and never run along each other.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field, replace
from itertools import pairwise

from pokin_docs.drawing.layout.arrangement import Arrangement, LayoutTrial, PlacedBox, PlacedCondition, Route
from pokin_docs.drawing.layout.gaps import (
    APART,
    CLEAR,
    Span,
    clamped,
    free_gaps,
    inside_of,
    nearest_free,
    passing_at,
    way_cost,
)
from pokin_docs.drawing.page import Point

LANE = 0.7
"""Height of a lane for one line between two levels."""
_CORNER = 0.7
"""A line ends so far from the corners of a box."""


@dataclass
class _Lanes:
    """The lanes of one empty band: spans that do not meet share one."""

    spans: list[list[Span]] = field(default_factory=list)

    def take(self, a: float, b: float) -> int:
        low, high = min(a, b) - CLEAR, max(a, b) + CLEAR
        for number, lane in enumerate(self.spans):
            if all(high < start or end < low for start, end in lane):
                lane.append((low, high))
                return number
        self.spans.append([(low, high)])
        return len(self.spans) - 1


@dataclass(frozen=True)
class _Way:
    """One line: where it goes down from its box, through each level it passes, and into the box it is about."""

    start: int
    end: int
    x: tuple[float, ...]
    lanes: tuple[int | None, ...]
    side: bool
    """Whether it leaves its box sideways, another condition standing below."""
    entry_share: float = 0.0
    """The y at which it reaches a box of a stack, as a part of its height."""


def route(arrangement: Arrangement, layout: LayoutTrial) -> Arrangement:
    """The arrangement with a dashed line from every condition to its kinerja; levels give way to the lanes."""
    if not arrangement.lintas:
        return arrangement
    finder = _Finder(arrangement, layout)
    straight = _neighbours(arrangement)
    places = arrangement.places()
    aims = {n: places[box.number] for n, box in enumerate(arrangement.lintas) if box.number in places}
    ways = finder.ways({n: at for n, at in aims.items() if n not in straight})
    wide = max((x for way in ways for x in way.x), default=0.0) + CLEAR
    gaps = [LANE * len(band.spans) for band in finder.lanes]
    gaps[-1] += layout.gap / 2 + CLEAR if finder.lanes[-1].spans else 0
    lowered = arrangement.spread_out([0.0] * len(gaps), gaps)
    counts = [len(band.spans) for band in finder.lanes]
    lines = [_across(number, lowered) for number in straight]
    lines += [_drawn(way, counts, lowered, layout) for way in ways]
    return replace(lowered, width=max(lowered.width, wide), routes=(*lowered.routes, *lines))


def _neighbours(arrangement: Arrangement) -> list[int]:
    """The conditions right beside the topmost box that are about it: their lines are straight."""
    top = arrangement.box[0]
    if top.band:
        return []
    level = [
        (n, box)
        for n, box in enumerate(arrangement.lintas)
        if max(top.y, box.y) + CLEAR < min(top.bottom, box.bottom) and box.y < top.bottom
    ]
    nearest = (
        min((pair for pair in level if pair[1].x > top.right), key=lambda pair: (pair[1].x, pair[1].y), default=None),
        max((pair for pair in level if pair[1].right < top.x), key=lambda pair: (pair[1].x, -pair[1].y), default=None),
    )
    return [pair[0] for pair in nearest if pair and (pair[1].number is None or top.holds(pair[1].number))]


def _across(number: int, arrangement: Arrangement) -> Route:
    box, top = arrangement.lintas[number], arrangement.box[0]
    y = (max(top.y, box.y) + min(top.bottom, box.bottom)) / 2
    ends = (box.x, top.right) if box.x > top.right else (box.right, top.x)
    return Route(tuple((x, y) for x in ends), number, 0, dashed=True)


class _Finder:
    """Finds the ways one after the other and remembers what is taken.

    ``levels`` are the spans of each level that no line may pass, ``bands`` the upright lines below each: the x of each
    and the condition it comes from, None for a line of the tree.
    """

    def __init__(self, arrangement: Arrangement, layout: LayoutTrial) -> None:
        self.arrangement, self.layout = arrangement, layout
        count = len(arrangement.bands)
        self.lanes = [_Lanes() for _ in range(count)]
        self.levels: list[list[Span]] = [[] for _ in range(count)]
        self.bands: list[list[tuple[float, int | None]]] = [[] for _ in range(count)]
        for box in arrangement.box:
            self.levels[box.band].append((box.x - CLEAR, box.right + CLEAR))
        by_node = {id(box.node): box for box in arrangement.box}
        for parent in arrangement.box:
            for node in parent.node.children:
                self.note_line(parent, by_node[id(node)])

    def note_line(self, parent: PlacedBox, child: PlacedBox) -> None:
        """A line of the tree, with whatever it passes on its way."""
        x = child.middle if child.vine is None else child.vine
        if not child.direct:
            self.bands[parent.band].append((parent.middle, None))
        for level in range(parent.band, child.band):
            self.bands[level].append((x, None))
        for level in range(parent.band + 1, child.band + (child.vine is not None)):
            self.levels[level].append((x - CLEAR, x + CLEAR))

    def ways(self, aims: dict[int, int]) -> list[_Way]:
        """The way of every condition of ``aims``, which names the box each is about."""
        stems = self.stems(aims)
        starts = self.starts(aims)
        return [self.way(n, at, starts[n], stems.get(n)) for n, at in aims.items()]

    def stems(self, aims: dict[int, int]) -> dict[int, tuple[float, float]]:
        """For conditions about boxes of a stack: the x beside it, and the part of the box's height to end at.

        Lines to lower boxes run farther outside, so that none crosses another.
        """
        stacks: dict[tuple[int, float], list[int]] = defaultdict(list)
        for n, at in sorted(aims.items(), key=lambda pair: (self.arrangement.box[pair[1]].y, pair)):
            box = self.arrangement.box[at]
            if box.vine is not None:
                stacks[box.band, box.vine].append(n)
        found = {}
        for (level, _), members in stacks.items():
            edge = self.arrangement.box[aims[members[0]]].right
            beyond = (low + CLEAR for low, high in self.levels[level] if low + CLEAR > edge)
            room = min(self.layout.neighbour_gap / 2 * (len(members) + 1), min(beyond, default=edge + 99.0) - edge)
            for place, n in enumerate(members, 1):
                alike = [m for m in members if aims[m] == aims[n]]
                x = edge + room * place / (len(members) + 1)
                found[n] = (x, (alike.index(n) + 1) / (len(alike) + 1))
                self.bands[level - 1].append((x, n))
        return found

    def starts(self, aims: dict[int, int]) -> dict[int, tuple[float, bool]]:
        """Where each line leaves its condition: below it, or where another stands there, beside it."""
        found = {}
        boxes = self.arrangement.lintas
        for n in sorted(aims, key=lambda n: (boxes[n].y, n)):  # lines from above run farther outside
            box, aim = boxes[n], self.arrangement.box[aims[n]]
            below = sum(other.y >= box.bottom and other.x < box.right and box.x < other.right for other in boxes)
            if below:
                room = _beside(box, boxes, self.arrangement)
                x = nearest_free(box.right + room * below / (below + 1), inside_of(box.right, room), self.others(0, n))
            else:
                wanted = min(max(box.middle, aim.x + _CORNER), aim.right - _CORNER) if aim.band else box.middle
                x = nearest_free(wanted, (box.x + _CORNER, box.right - _CORNER), self.others(0, n))
            found[n] = (x, below > 0)
            self.bands[0].append((x, n))
        return found

    def way(self, number: int, at: int, start: tuple[float, bool], stem: tuple[float, float] | None) -> _Way:
        aim = self.arrangement.box[at]
        goal = (stem[0], stem[0]) if stem else (aim.x + _CORNER, aim.right - _CORNER)
        xs = self.passages(start[0], goal, aim.band, number)
        xs.append(stem[0] if stem else self.entry(goal, xs[-1], aim.band, number))
        turns: list[int | None] = []
        for level, (a, b) in enumerate(pairwise(xs)):
            turns.append(None if a == b and aim.band else self.lanes[level].take(a, b))
            self.bands[level] += [(a, number), (b, number)]
        for level, x in enumerate(xs[1:-1], 1):
            self.levels[level].append((x - CLEAR, x + CLEAR))
        return _Way(number, at, tuple(xs), tuple(turns), start[1], stem[1] if stem else 0.0)

    def passages(self, start: float, goal: Span, band: int, number: int) -> list[float]:
        """Where a line passes each level above the one it goes to: the shortest way with few turns and crossings."""
        others = [sorted(self.others(level, number)) for level in range(max(band, 1))]
        ways: dict[float, tuple[float, tuple[float, ...]]] = {start: (0.0, (start,))}
        for level in range(1, band):
            gaps = self.gaps(level, min(start, goal[0]), max(start, goal[1]), number)
            further: dict[float, tuple[float, tuple[float, ...]]] = {}
            for before, (cost, way) in ways.items():
                for x in dict.fromkeys(passing_at(x, gap) for gap in gaps for x in (before, clamped(before, goal))):
                    more = cost + way_cost(before, x, others[level - 1]), (*way, x)
                    further[x] = min(further.get(x, more), more)
            ways = further
        ends = ((cost + way_cost(x, clamped(x, goal), others[-1]), way) for x, (cost, way) in ways.items())
        return list(min(ends)[1])

    def gaps(self, level: int, left: float, right: float, number: int) -> list[Span]:
        """Where a line may pass a level: the gaps on its way and those next to it; beyond the edge if all is taken."""
        beside = [*self.others(level - 1, number), *self.others(level, number)]
        for apart in APART[1:]:
            free = list(
                free_gaps(self.levels[level] + [(x - apart, x + apart) for x in beside], self.arrangement.width)
            )
            if free:
                before = [gap for gap in free if gap[1] < left][-2:]
                after = [gap for gap in free if gap[0] > right][:2]
                return [*before, *(gap for gap in free if gap[1] >= left and gap[0] <= right), *after]
        beyond = max(
            [self.arrangement.width, *(high for _, high in self.levels[level]), *(x + APART[0] for x in beside)]
        )
        return [(beyond + CLEAR, beyond + CLEAR)]

    def others(self, level: int, number: int) -> list[float]:
        """The upright lines below a level that are not those of a condition."""
        return [x for x, whose in self.bands[level] if whose != number]

    def entry(self, goal: Span, before: float, band: int, number: int) -> float:
        """The x at which a line reaches a box from above, away from where the tree's line comes in.

        The topmost box is reached from below.
        """
        return nearest_free(before, goal, self.others(max(band - 1, 0), number))


def _beside(box: PlacedCondition, boxes: tuple[PlacedCondition, ...], arrangement: Arrangement) -> float:
    """The empty width right of a condition."""
    edges = [other.x for other in boxes if other.x > box.right]
    edges += [other.x for other in arrangement.box if other.band == 0 and other.x > box.right]
    return min(4.0, min(edges, default=box.right + 4.0) - box.right)


def _lane(number: int, count: int, layout: LayoutTrial) -> float:
    """How far below its level a lane runs: the lines of the tree bend in the middle, the lanes share what is below."""
    half = (layout.gap + count * LANE) / 2
    return half + (number + 1) * half / (count + 1)


def _drawn(way: _Way, counts: list[int], arrangement: Arrangement, layout: LayoutTrial) -> Route:
    box, aim = arrangement.lintas[way.start], arrangement.box[way.end]
    middle = box.y + box.height / 2
    points: list[Point] = [(box.right, middle), (way.x[0], middle)] if way.side else [(way.x[0], box.bottom)]
    for level, (x, lane) in enumerate(zip(way.x[1:], way.lanes, strict=True)):
        if lane is not None:
            y = arrangement.bands[level].bottom + _lane(lane, counts[level], layout)
            points += [(points[-1][0], y), (x, y)]
    if aim.vine is not None:
        side = aim.y + aim.height * way.entry_share
        points += [(way.x[-1], side), (aim.right, side)]
    else:
        points.append((way.x[-1], aim.y if aim.band else aim.bottom))
    return Route(tuple(points), way.start, way.end, dashed=True)
