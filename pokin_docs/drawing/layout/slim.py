"""Boxes that are far larger than their text made narrower: what stays empty then parts the branches of the tree."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from pokin_docs.drawing.layout.arrangement import BarisIsi, Petak, Susunan
from pokin_docs.drawing.page import Paragraf

_FULL = 0.67
"""A box whose text fills less of its height is made as narrow as this allows."""
_STEP = 0.5
_ARM = 0.9
"""A box reaches so far beyond the last line that runs down from its lower edge."""

Measure = Callable[[tuple[Paragraf, ...], float], tuple[tuple[BarisIsi, ...], float]]


def slim(susunan: Susunan, least: float, measure: Measure) -> Susunan:
    """The same arrangement, no box outside the room it had, none narrower than ``least``; heights stay."""
    boxes = list(susunan.petak)
    index = {id(box.simpul): n for n, box in enumerate(boxes)}
    for n in sorted(range(len(boxes)), key=lambda n: -boxes[n].pita):
        box = boxes[n]
        if box.pita and box.simpul.anak and box.sulur is None:
            boxes[n] = _slimmed(box, [boxes[index[id(child)]] for child in box.simpul.anak], least, measure)
    return replace(susunan, petak=tuple(boxes))


def _slimmed(box: Petak, children: list[Petak], least: float, measure: Measure) -> Petak:
    lines, height = measure(box.simpul.isi, box.lebar)
    wide, stems = box.lebar, [child.sulur for child in children if child.langsung and child.sulur is not None]
    if height < _FULL * box.tinggi:
        narrowest = max(least, max(stems) + _ARM - box.x) if stems else least
        wide = min(wide, _narrow(box, narrowest, measure))
        lines, height = measure(box.simpul.isi, wide)
    middle = box.tengah
    if not stems and all(child.sulur is None for child in children):
        middle = (children[0].tengah + children[-1].tengah) / 2
    x = box.x if stems else min(max(box.x, middle - wide / 2), box.kanan - wide)
    above = (box.tinggi - height) / 2
    centred = tuple(BarisIsi(line.x, line.y + above, line.teks, line.paragraf, line.butir) for line in lines)
    return replace(box, x=x, lebar=wide, isi=centred)


def _narrow(box: Petak, least: float, measure: Measure) -> float:
    """The least width at which the text leaves some of the height empty."""
    wide = least
    while wide < box.lebar and measure(box.simpul.isi, round(wide, 3))[1] > _FULL * box.tinggi:
        wide += _STEP
    return round(wide, 3)
