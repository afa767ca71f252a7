"""The boxes of cross-cutting conditions, beside the topmost box or in a level of their own."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from math import ceil

from pokin_docs.drawing.font import read_font
from pokin_docs.drawing.layout.arrangement import Arrangement, BoxLine, LayoutTrial, LevelBand, PlacedCondition
from pokin_docs.drawing.page import STRIP_LINTAS, BoxParagraph, CrossCondition, TreePage

_WIDE = 34.0
"""No condition is wider."""
_APART = 2.0
"""Empty width between two of them, and beside the topmost box."""

Measure = Callable[[tuple[BoxParagraph, ...], float], tuple[tuple[BoxLine, ...], float]]


def place(arrangement: Arrangement, sheet: TreePage, measure: Measure, layout: LayoutTrial) -> Arrangement:
    """The arrangement with the boxes of the conditions: beside the topmost box, or in a level of their own.

    Args:
        arrangement: The boxes of the tree in their places, in em.
        sheet: The page, for its conditions.
        measure: Gives the lines of a box and its height, from its paragraphs and its width, in em.
        layout: Widths and gaps, in em.
    """
    if not sheet.lintas:
        return arrangement
    top = [box for box in arrangement.box if box.band == 0]
    if len(top) > 1:
        arrangement, holes = _own_level(arrangement, layout), [(0.0, max(arrangement.width, layout.partner))]
    else:
        room = max(arrangement.width, top[0].right + _APART + layout.partner)
        holes = [(0.0, top[0].x - _APART), (top[0].right + _APART, room)]
    places = arrangement.places()
    aims = [(_aim(places.get(entry.number), arrangement, top[-1].right), entry) for entry in sheet.lintas]
    boxes = [
        box for hole, group in _shared_out(aims, holes, layout.partner) for box in _grid(group, hole, measure, layout)
    ]
    height = max(arrangement.bands[0].height, *(box.bottom for box in boxes))
    if all(box.y == 0 for box in boxes):
        boxes = [replace(box, y=(height - box.height) / 2) for box in boxes]
    grown = arrangement.spread_out([height - arrangement.bands[0].height] + [0.0] * (len(arrangement.bands) - 1))
    ordered = tuple(sorted(boxes, key=lambda box: (box.y, box.x)))
    return replace(grown, width=max(arrangement.width, *(box.right for box in boxes)), lintas=ordered)


def _own_level(arrangement: Arrangement, layout: LayoutTrial) -> Arrangement:
    high = read_font(True).width(STRIP_LINTAS)
    down = high + layout.gap
    boxes = tuple(replace(box.down(down), band=box.band + 1) for box in arrangement.box)
    bands = tuple(replace(band, y=band.y + down) for band in arrangement.bands)
    return replace(arrangement, box=boxes, bands=(LevelBand(None, 0, high), *bands), height=arrangement.height + down)


def _aim(about: int | None, arrangement: Arrangement, beside: float) -> float:
    return arrangement.box[about].middle if about is not None and arrangement.box[about].band else beside


def _shared_out(
    aims: list[tuple[float, CrossCondition]], holes: list[tuple[float, float]], least: float
) -> list[tuple[tuple[float, float], list[tuple[float, CrossCondition]]]]:
    """Each condition in the hole nearest to what it is about, as long as that has room in one row."""
    usable = [hole for hole in holes if hole[1] - hole[0] >= least - 0.01]
    room = {hole: int((hole[1] - hole[0] + _APART + 0.01) // (least + _APART)) for hole in usable}
    groups: dict[tuple[float, float], list[tuple[float, CrossCondition]]] = {hole: [] for hole in usable}
    for aim, entry in sorted(aims, key=lambda pair: pair[0]):
        near = sorted(usable, key=lambda hole: max(hole[0] - aim, aim - hole[1], 0.0))
        hole = next((hole for hole in near if len(groups[hole]) < room[hole]), None)
        # All rows are full: the one that is the least so takes another row.
        hole = hole or min(near, key=lambda hole: len(groups[hole]) / room[hole])
        groups[hole].append((aim, entry))
    return [(hole, group) for hole, group in groups.items() if group]


def _grid(
    group: list[tuple[float, CrossCondition]], hole: tuple[float, float], measure: Measure, layout: LayoutTrial
) -> list[PlacedCondition]:
    left, right = hole
    columns, apart = _columns(len(group), right - left, layout.partner)
    right -= apart - _APART
    wide = round(min(_WIDE, (right - left - (columns - 1) * apart) / columns), 3)
    boxes: list[PlacedCondition] = []
    y = 0.0
    for start in range(0, len(group), columns):
        row = group[start : start + columns]
        xs = _spread([aim - wide / 2 for aim, _ in row], wide, left, right) if columns >= len(group) else [
            left + n * (wide + apart) for n in range(len(row))
        ]  # fmt: skip
        contents = [measure(entry.content, wide) for _, entry in row]
        for x, (lines, height), (_, entry) in zip(xs, contents, row, strict=True):
            boxes.append(PlacedCondition(x, y, wide, height, lines, entry.content, entry.number))
        y += max(height for _, height in contents) + layout.loosened
    return boxes


def _columns(count: int, room: float, least: float) -> tuple[int, float]:
    """How many columns some conditions stand in, and the width between two, where the lines of upper rows run down."""
    apart = _APART
    while True:
        columns = max(1, int((room + _APART) // (least + apart)))
        rows = ceil(count / columns)
        enough = max(_APART, 1.6 + 0.4 * (rows - 1))
        if enough <= apart or columns == 1:
            return ceil(count / rows), min(max(apart, enough), _APART + max(0.0, room - least))
        apart = enough


def _spread(wanted: list[float], wide: float, left: float, right: float) -> list[float]:
    """Places near the wanted ones, in their order, ``_APART`` from each other and inside the hole."""
    places: list[float] = []
    for x in wanted:
        places.append(max(x, places[-1] + wide + _APART if places else left))
    edge = right
    for n in range(len(places) - 1, -1, -1):
        places[n] = min(places[n], edge - wide)
        edge = places[n] - _APART
    return places
