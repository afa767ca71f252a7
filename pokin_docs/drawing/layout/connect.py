"""The lines of the tree: down from the parent, along the empty band between two levels, down to each child."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from pokin_docs.drawing.layout.arrangement import Arrangement, PlacedBox, Route
from pokin_docs.drawing.page import Point


def connect(arrangement: Arrangement) -> Arrangement:
    """The arrangement with a line from every box to each of its children."""
    index = {id(box.node): n for n, box in enumerate(arrangement.box)}
    lines = tuple(
        Route(tuple(_points(parent, arrangement.box[index[id(child)]], arrangement)), n, index[id(child)])
        for n, parent in enumerate(arrangement.box)
        for child in parent.node.children
    )
    return replace(arrangement, routes=(*lines, *arrangement.routes))


def _points(parent: PlacedBox, child: PlacedBox, arrangement: Arrangement) -> Iterator[Point]:
    bus = (arrangement.bands[parent.band].bottom + arrangement.bands[parent.band + 1].y) / 2
    if child.vine is None:
        # A bend of less than a line's width would look like a fault.
        start = parent.middle if abs(parent.middle - child.middle) > 0.1 else child.middle
        yield start, parent.bottom
        if start != child.middle:
            yield start, bus
            yield child.middle, bus
        yield child.middle, child.y
        return
    side = child.y + min(child.height / 2, 1.4)
    if child.direct:
        yield child.vine, parent.bottom
    else:
        yield parent.middle, parent.bottom
        if abs(parent.middle - child.vine) > 0.01:
            yield parent.middle, bus
            yield child.vine, bus
    yield child.vine, side
    yield child.x, side
