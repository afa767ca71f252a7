"""Boxes that are far larger than their text made narrower: what stays empty then parts the branches of the tree."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from pokin_docs.drawing.layout.arrangement import Arrangement, BoxLine, PlacedBox
from pokin_docs.drawing.page import BoxParagraph

_FULL = 0.67
"""A box whose text fills less of its height is made as narrow as this allows."""
_STEP = 0.5
_ARM = 0.9
"""A box reaches so far beyond the last line that runs down from its lower edge."""

Measure = Callable[[tuple[BoxParagraph, ...], float], tuple[tuple[BoxLine, ...], float]]


def slim(arrangement: Arrangement, least: float, measure: Measure) -> Arrangement:
    """The same arrangement, no box outside the room it had; heights stay.

    Args:
        arrangement: The boxes in their places, in em.
        least: Width in em below which no box gets.
        measure: Gives the lines of a box and its height, from its paragraphs and its width, in em.
    """
    boxes = list(arrangement.box)
    index = {id(box.node): n for n, box in enumerate(boxes)}
    for n in sorted(range(len(boxes)), key=lambda n: -boxes[n].band):
        box = boxes[n]
        if box.band and box.node.children and box.vine is None:
            boxes[n] = _slimmed(box, [boxes[index[id(child)]] for child in box.node.children], least, measure)
    return replace(arrangement, box=tuple(boxes))


def _slimmed(box: PlacedBox, children: list[PlacedBox], least: float, measure: Measure) -> PlacedBox:
    lines, height = measure(box.node.content, box.width)
    wide, stems = box.width, [child.vine for child in children if child.direct and child.vine is not None]
    if height < _FULL * box.height:
        narrowest = max(least, max(stems) + _ARM - box.x) if stems else least
        wide = min(wide, _narrow(box, narrowest, measure))
        lines, height = measure(box.node.content, wide)
    middle = box.middle
    if not stems and all(child.vine is None for child in children):
        middle = (children[0].middle + children[-1].middle) / 2
    x = box.x if stems else min(max(box.x, middle - wide / 2), box.right - wide)
    above = (box.height - height) / 2
    centred = tuple(BoxLine(line.x, line.y + above, line.text, line.paragraph, line.is_bullet) for line in lines)
    return replace(box, x=x, width=wide, lines=centred)


def _narrow(box: PlacedBox, least: float, measure: Measure) -> float:
    """The least width at which the text leaves some of the height empty."""
    wide = least
    while wide < box.width and measure(box.node.content, round(wide, 3))[1] > _FULL * box.height:
        wide += _STEP
    return round(wide, 3)
