"""Lines as connectors of PowerPoint: which of its shapes has the same corners, and how it is turned.

A bent connector runs along its first axis, across, and along again (ECMA-376, presetShapeDefinitions).
"""

from __future__ import annotations

from dataclasses import dataclass

from pokin_docs.drawing.page import Point


@dataclass(frozen=True, slots=True)
class Connector:
    """A connector: its shape, and its place in mm before it is turned and flipped."""

    shape: str
    x: float
    y: float
    width: float
    height: float
    rotation: bool = False
    """By a quarter turn clockwise."""
    flip_horizontal: bool = False
    flip_vertical: bool = False


def corners(points: tuple[Point, ...]) -> tuple[Point, ...]:
    """The points without those where the line goes straight on."""
    kept: list[Point] = []
    for point in points:
        if len(kept) > 1 and _straight(kept[-2], kept[-1], point):
            kept.pop()
        if not kept or point != kept[-1]:
            kept.append(point)
    return tuple(kept)


def _straight(a: Point, b: Point, c: Point) -> bool:
    return (abs(a[0] - b[0]) < 0.01 and abs(b[0] - c[0]) < 0.01) or (
        abs(a[1] - b[1]) < 0.01 and abs(b[1] - c[1]) < 0.01
    )


def connector(points: tuple[Point, ...]) -> Connector | None:
    """The connector through these corners, or None where there is none that every program draws alike.

    LibreOffice bends a connector in the middle whatever its value says, so others are drawn in straight pieces.
    """
    (x1, y1), (x2, y2) = points[0], points[-1]
    dx, dy = x2 - x1, y2 - y1
    if len(points) == 2:
        return Connector("straightConnector1", min(x1, x2), min(y1, y2), abs(dx), abs(dy), False, dx < 0, dy < 0)
    upright = abs(points[1][0] - x1) < 0.01
    if len(points) > 4 or min(abs(dx), abs(dy)) < 0.01 or not upright:
        return None
    if len(points) == 4 and abs(points[1][1] - (y1 + y2) / 2) > 0.02 * abs(dy):
        return None
    # Turned clockwise, right becomes down and down becomes left.
    wide, high = abs(dy), abs(dx)
    x, y = (x1 + x2) / 2 - wide / 2, (y1 + y2) / 2 - high / 2
    return Connector(f"bentConnector{len(points) - 1}", x, y, wide, high, True, dy < 0, dx > 0)
