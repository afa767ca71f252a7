"""Where an upright line may stand: the gaps of a level, the free place nearest to a wish, and what turns cost."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator

CLEAR = 0.37
"""A line keeps so far from boxes: one has room between two neighbours (``LayoutTrial.neighbour_gap``)."""
APART = (0.5, 0.3, 0.15)
"""Upright lines keep so far from each other; the less, the less room there is."""
_AWAY = 0.8
"""A line that turns into a gap keeps so far from what bounds it, if it is wide enough."""
_TURN, _CROSS = 1.5, 0.6
"""What a turn costs, and crossing a line, when ways are compared by their length in em."""

Span = tuple[float, float]


def inside_of(edge: float, room: float) -> Span:
    """Left and right end of what keeps clear of both sides of an empty width (``room`` em) right of an edge."""
    inset = min(CLEAR, room / 4)
    return edge + inset, edge + room - inset


def nearest_free(wanted: float, among: Span, taken: Iterable[float]) -> float:
    """The x (in em) of a span nearest to the wanted one that keeps away from those taken; as far as there is room.

    Args:
        wanted: The x that would be best.
        among: Left and right end of the span.
        taken: The x of other upright lines, in any order.
    """
    low, high = among
    near = sorted({x for x in taken if low - 1 < x < high + 1})
    for apart in APART:
        places = [wanted, low, high, *(x + apart for x in near), *(x - apart for x in near)]
        inside = sorted((x for x in places if low <= x <= high), key=lambda x: (abs(x - wanted), x))
        free = next((x for x in inside if _is_clear(x, near, apart - 1e-9)), None)
        if free is not None:
            return free
    return min(max(wanted, low), high)


def _is_clear(x: float, others: list[float], apart: float) -> bool:
    """Whether an x is so far from all others, which ascend: its neighbours tell, of hundreds of lines too."""
    at = bisect_left(others, x)
    return (at == 0 or x - others[at - 1] >= apart) and (at == len(others) or others[at] - x >= apart)


def way_cost(a: float, b: float, others: list[float]) -> float:
    """What going from one x to another costs, in em of a plain way.

    Args:
        a: The x where it begins.
        b: The x where it ends.
        others: The x of the upright lines there, ascending: each that is passed costs more.
    """
    if a == b:
        return 0.0
    return abs(a - b) + _TURN + _CROSS * (bisect_left(others, max(a, b)) - bisect_right(others, min(a, b)))


def clamped(x: float, gap: Span) -> float:
    """The x of a gap that is nearest to an x."""
    return min(max(x, gap[0]), gap[1])


def passing_at(x: float, gap: Span) -> float:
    """The x at which a line passes a gap: straight on where it can, else not close to the edge."""
    low, high = gap
    if low <= x <= high:
        return x
    aside = min(_AWAY, (high - low) / 2)
    return low + aside if x < low else high - aside


def free_gaps(taken: list[Span], width: float) -> Iterator[Span]:
    """The spans between 0 and ``width`` that those taken leave, from left to right; the taken ones in any order."""
    at = 0.0
    for low, high in sorted(taken):
        if low >= at:
            yield at, low
        at = max(at, high)
    if at <= width:
        yield at, width
