"""The lines of the tree: down from the parent, along the empty band between two levels, down to each child."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from pokin_docs.drawing.layout.arrangement import Jalur, Petak, Susunan
from pokin_docs.drawing.page import Titik


def connect(susunan: Susunan) -> Susunan:
    """The arrangement with a line from every box to each of its children."""
    index = {id(box.simpul): n for n, box in enumerate(susunan.petak)}
    lines = tuple(
        Jalur(tuple(_points(parent, susunan.petak[index[id(child)]], susunan)), n, index[id(child)])
        for n, parent in enumerate(susunan.petak)
        for child in parent.simpul.anak
    )
    return replace(susunan, jalur=(*lines, *susunan.jalur))


def _points(parent: Petak, child: Petak, susunan: Susunan) -> Iterator[Titik]:
    bus = (susunan.pita[parent.pita].bawah + susunan.pita[parent.pita + 1].y) / 2
    if child.sulur is None:
        # A bend of less than a line's width would look like a fault.
        start = parent.tengah if abs(parent.tengah - child.tengah) > 0.1 else child.tengah
        yield start, parent.bawah
        if start != child.tengah:
            yield start, bus
            yield child.tengah, bus
        yield child.tengah, child.y
        return
    side = child.y + min(child.tinggi / 2, 1.4)
    if child.langsung:
        yield child.sulur, parent.bawah
    else:
        yield parent.tengah, parent.bawah
        if abs(parent.tengah - child.sulur) > 0.01:
            yield parent.tengah, bus
            yield child.sulur, bus
    yield child.sulur, side
    yield child.x, side
