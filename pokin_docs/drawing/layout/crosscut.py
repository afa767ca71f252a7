"""The boxes of cross-cutting conditions, beside the topmost box or in a level of their own."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from math import ceil

from pokin_docs.drawing.font import read_font
from pokin_docs.drawing.layout.arrangement import BarisIsi, PetakLintas, Pita, Susunan, Tata
from pokin_docs.drawing.page import STRIP_LINTAS, Lembar, Lintas, Paragraf

_WIDE = 34.0
"""No condition is wider."""
_APART = 2.0
"""Empty width between two of them, and beside the topmost box."""

Measure = Callable[[tuple[Paragraf, ...], float], tuple[tuple[BarisIsi, ...], float]]


def place(susunan: Susunan, lembar: Lembar, measure: Measure, tata: Tata) -> Susunan:
    """The arrangement with the boxes of the conditions: beside the topmost box, or in a level of their own."""
    if not lembar.lintas:
        return susunan
    top = [box for box in susunan.petak if box.pita == 0]
    if len(top) > 1:
        susunan, holes = _own_level(susunan, tata), [(0.0, max(susunan.lebar, tata.mitra))]
    else:
        room = max(susunan.lebar, top[0].kanan + _APART + tata.mitra)
        holes = [(0.0, top[0].x - _APART), (top[0].kanan + _APART, room)]
    aims = [(_aim(entry, susunan, top[-1].kanan), entry) for entry in lembar.lintas]
    boxes = [box for hole, group in _shared_out(aims, holes, tata.mitra) for box in _grid(group, hole, measure, tata)]
    height = max(susunan.pita[0].tinggi, *(box.bawah for box in boxes))
    if all(box.y == 0 for box in boxes):
        boxes = [replace(box, y=(height - box.tinggi) / 2) for box in boxes]
    grown = susunan.direnggangkan([height - susunan.pita[0].tinggi] + [0.0] * (len(susunan.pita) - 1))
    ordered = tuple(sorted(boxes, key=lambda box: (box.y, box.x)))
    return replace(grown, lebar=max(susunan.lebar, *(box.kanan for box in boxes)), lintas=ordered)


def _own_level(susunan: Susunan, tata: Tata) -> Susunan:
    high = read_font(True).lebar(STRIP_LINTAS)
    down = high + tata.sela
    boxes = tuple(replace(box.turun(down), pita=box.pita + 1) for box in susunan.petak)
    bands = tuple(replace(band, y=band.y + down) for band in susunan.pita)
    return replace(susunan, petak=boxes, pita=(Pita(None, 0, high), *bands), tinggi=susunan.tinggi + down)


def _aim(entry: Lintas, susunan: Susunan, beside: float) -> float:
    about = susunan.petak_dari(entry.nomor)
    return susunan.petak[about].tengah if about is not None and susunan.petak[about].pita else beside


def _shared_out(
    aims: list[tuple[float, Lintas]], holes: list[tuple[float, float]], least: float
) -> list[tuple[tuple[float, float], list[tuple[float, Lintas]]]]:
    """Each condition in the hole nearest to what it is about, as long as that has room in one row."""
    usable = [hole for hole in holes if hole[1] - hole[0] >= least - 0.01]
    room = {hole: int((hole[1] - hole[0] + _APART + 0.01) // (least + _APART)) for hole in usable}
    groups: dict[tuple[float, float], list[tuple[float, Lintas]]] = {hole: [] for hole in usable}
    for aim, entry in sorted(aims, key=lambda pair: pair[0]):
        near = sorted(usable, key=lambda hole: max(hole[0] - aim, aim - hole[1], 0.0))
        hole = next((hole for hole in near if len(groups[hole]) < room[hole]), None)
        # All rows are full: the one that is the least so takes another row.
        hole = hole or min(near, key=lambda hole: len(groups[hole]) / room[hole])
        groups[hole].append((aim, entry))
    return [(hole, group) for hole, group in groups.items() if group]


def _grid(
    group: list[tuple[float, Lintas]], hole: tuple[float, float], measure: Measure, tata: Tata
) -> list[PetakLintas]:
    left, right = hole
    columns, apart = _columns(len(group), right - left, tata.mitra)
    right -= apart - _APART
    wide = round(min(_WIDE, (right - left - (columns - 1) * apart) / columns), 3)
    boxes: list[PetakLintas] = []
    y = 0.0
    for start in range(0, len(group), columns):
        row = group[start : start + columns]
        xs = _spread([aim - wide / 2 for aim, _ in row], wide, left, right) if columns >= len(group) else [
            left + n * (wide + apart) for n in range(len(row))
        ]  # fmt: skip
        contents = [measure(entry.isi, wide) for _, entry in row]
        for x, (lines, height), (_, entry) in zip(xs, contents, row, strict=True):
            boxes.append(PetakLintas(x, y, wide, height, lines, entry.isi, entry.nomor))
        y += max(height for _, height in contents) + tata.renggang
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
