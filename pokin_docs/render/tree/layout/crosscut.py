"""Cross-cutting conditions: their boxes beside the topmost one, their lines through what is empty.

A line runs down from its box, along a lane of its own in each empty band between two levels, and through a level only
where neither box nor line of the tree stands.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from math import ceil

from pokin_docs.model.gambar import STRIP_LINTAS, Lembar, Lintas, Paragraf, Titik
from pokin_docs.model.huruf import read_font
from pokin_docs.model.susunan import BarisIsi, Jalur, Petak, PetakLintas, Pita, Susunan, Tata

LANE = 0.7
"""Height of a lane for one line between two levels."""
_CLEAR = 0.4
"""A line keeps so far from boxes and other lines."""
_WIDE, _APART = 34.0, 2.0

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
    grown = _lower(susunan, [height - susunan.pita[0].tinggi] + [0.0] * (len(susunan.pita) - 1))
    ordered = tuple(sorted(boxes, key=lambda box: (box.y, box.x)))
    return replace(grown, lebar=max(susunan.lebar, *(box.kanan for box in boxes)), lintas=ordered)


def _own_level(susunan: Susunan, tata: Tata) -> Susunan:
    high = read_font(True).lebar(STRIP_LINTAS)
    down = high + tata.sela
    boxes = tuple(replace(box.turun(down), pita=box.pita + 1) for box in susunan.petak)
    bands = tuple(replace(band, y=band.y + down) for band in susunan.pita)
    return replace(susunan, petak=boxes, pita=(Pita(None, 0, high), *bands), tinggi=susunan.tinggi + down)


def _lower(susunan: Susunan, extra: list[float], gaps: list[float] | None = None) -> Susunan:
    """Levels made higher by ``extra``, and moved down by what ``gaps`` adds below each."""
    gaps = gaps or [0.0] * len(extra)
    if not any(extra) and not any(gaps):
        return susunan
    down = [sum(extra[:n]) + sum(gaps[:n]) for n in range(len(extra))]
    bands = tuple(Pita(band.komponen, band.y + down[n], band.tinggi + extra[n]) for n, band in enumerate(susunan.pita))
    boxes = tuple(box.turun(down[box.pita] + extra[box.pita] / 2) for box in susunan.petak)
    return replace(susunan, petak=boxes, pita=bands, tinggi=bands[-1].bawah + gaps[-1])


def _aim(entry: Lintas, susunan: Susunan, beside: float) -> float:
    target = _target(entry.nomor, susunan)
    return susunan.petak[target].tengah if target is not None and susunan.petak[target].pita else beside


def _target(nomor: int | None, susunan: Susunan) -> int | None:
    """The box that a condition is about; the topmost one where it stands for the whole agency."""
    if nomor is None:
        top = [n for n, box in enumerate(susunan.petak) if box.simpul.nomor == susunan.petak[0].simpul.nomor]
        return top[0]
    return next((n for n, box in enumerate(susunan.petak) if box.memuat(nomor)), None)


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
    most = max(1, int((right - left + _APART) // (tata.mitra + _APART)))
    columns = ceil(len(group) / ceil(len(group) / most))
    wide = round(min(_WIDE, (right - left - (columns - 1) * _APART) / columns), 3)
    boxes: list[PetakLintas] = []
    y = 0.0
    for start in range(0, len(group), columns):
        row = group[start : start + columns]
        xs = _spread([aim - wide / 2 for aim, _ in row], wide, left, right) if columns >= len(group) else [
            left + n * (wide + _APART) for n in range(len(row))
        ]  # fmt: skip
        contents = [measure(entry.isi, wide) for _, entry in row]
        for x, (lines, height), (_, entry) in zip(xs, contents, row, strict=True):
            boxes.append(PetakLintas(x, y, wide, height, lines, entry.isi, entry.nomor))
        y += max(height for _, height in contents) + tata.renggang
    return boxes


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


@dataclass
class _Lanes:
    """The lanes of one empty band: spans that do not meet share one."""

    spans: list[list[tuple[float, float]]] = field(default_factory=list)

    def take(self, a: float, b: float) -> int:
        low, high = min(a, b) - _CLEAR, max(a, b) + _CLEAR
        for number, lane in enumerate(self.spans):
            if all(high < start or end < low for start, end in lane):
                lane.append((low, high))
                return number
        self.spans.append([(low, high)])
        return len(self.spans) - 1


@dataclass(frozen=True)
class _Plan:
    """The way of one line: an x for each level it passes and a lane for each empty band it turns in."""

    dari: int
    ke: int
    x: tuple[float, ...]
    lanes: tuple[int | None, ...]
    side_exit: bool
    berjajar: tuple[int, ...] = ()
    """How many lanes each empty band has."""


def _lane(number: int, count: int, tata: Tata) -> float:
    """How far below its level a lane runs: the lines of the tree bend in the middle, the lanes share what is below."""
    half = (tata.sela + count * LANE) / 2
    return half + (number + 1) * half / (count + 1)


def route(susunan: Susunan, tata: Tata) -> Susunan:
    """The arrangement with a dashed line from every condition to its kinerja; levels give way to the lanes."""
    if not susunan.lintas:
        return susunan
    lanes = [_Lanes() for _ in susunan.pita]
    taken: list[list[tuple[float, float]]] = [_occupied(susunan, n) for n in range(len(susunan.pita))]
    straight = _neighbour(susunan)
    stems: list[tuple[int, float]] = []
    plans = [
        _way(n, target, susunan, tata, lanes, taken, stems)
        for n, box in enumerate(susunan.lintas)
        if n != straight and (target := _target(box.nomor, susunan)) is not None
    ]
    wide = max((x for plan in plans for x in plan.x), default=0.0) + _CLEAR
    gaps = [LANE * len(band.spans) for band in lanes]
    gaps[-1] += tata.sela / 2 + _CLEAR if lanes[-1].spans else 0
    lowered = _lower(susunan, [0.0] * len(gaps), gaps)
    counts = tuple(len(band.spans) for band in lanes)
    lines = [_drawn(replace(plan, berjajar=counts), lowered, tata) for plan in plans]
    if straight is not None:
        lines.insert(0, _across(straight, lowered))
    return replace(lowered, lebar=max(lowered.lebar, wide), jalur=(*lowered.jalur, *lines))


def _neighbour(susunan: Susunan) -> int | None:
    """The condition right beside the topmost box that is about it: its line is straight."""
    top = susunan.petak[0]
    beside = [n for n, box in enumerate(susunan.lintas) if box.x > top.kanan and box.y < top.bawah]
    first = min(beside, key=lambda n: susunan.lintas[n].x, default=None)
    if first is None or top.pita or _target(susunan.lintas[first].nomor, susunan) != 0:
        return None
    box = susunan.lintas[first]
    return first if max(top.y, box.y) + _CLEAR < min(top.bawah, box.bawah) else None


def _across(number: int, susunan: Susunan) -> Jalur:
    box, top = susunan.lintas[number], susunan.petak[0]
    y = (max(top.y, box.y) + min(top.bawah, box.bawah)) / 2
    return Jalur(((box.x, y), (top.kanan, y)), number, 0, putus=True)


def _occupied(susunan: Susunan, level: int) -> list[tuple[float, float]]:
    """Where a line may not pass a level: boxes, and lines of the tree on their way to a lower level."""
    spans = [(box.x - _CLEAR, box.kanan + _CLEAR) for box in susunan.petak if box.pita == level]
    spans += [
        (box.sulur - _CLEAR, box.sulur + _CLEAR) for box in susunan.petak if box.sulur is not None and box.pita == level
    ]
    by_node = {id(box.simpul): box for box in susunan.petak}
    for parent in susunan.petak:
        for child in (by_node[id(node)] for node in parent.simpul.anak):
            if parent.pita < level < child.pita:
                x = child.tengah if child.sulur is None else child.sulur
                spans.append((x - _CLEAR, x + _CLEAR))
    return spans


def _way(
    number: int,
    target: int,
    susunan: Susunan,
    tata: Tata,
    lanes: list[_Lanes],
    taken: list[list[tuple[float, float]]],
    stems: list[tuple[int, float]],
) -> _Plan:
    box, aim = susunan.lintas[number], susunan.petak[target]
    below = any(other.y >= box.bawah and other.x < box.kanan and box.x < other.kanan for other in susunan.lintas)
    here = box.kanan + _APART * (0.3 + 0.12 * (number % 4)) if below else box.tengah
    entry = _entry(aim, here, tata, stems)
    xs, turns = [here], []
    for level in range(1, aim.pita):
        x = _free(taken[level], entry, xs[-1], susunan.lebar)
        taken[level].append((x - _CLEAR, x + _CLEAR))
        turns.append(None if x == xs[-1] else lanes[level - 1].take(xs[-1], x))
        xs.append(x)
    last = max(aim.pita - 1, 0)
    if aim.sulur is not None:
        taken[aim.pita].append((entry - _CLEAR / 2, entry + _CLEAR / 2))
    turns.append(None if entry == xs[-1] else lanes[last].take(xs[-1], entry))
    return _Plan(number, target, (*xs, entry), tuple(turns), below)


def _entry(aim: Petak, here: float, tata: Tata, stems: list[tuple[int, float]]) -> float:
    """The x at which a line reaches a box: beside a box of a stack, else away from where the tree's line comes in.

    ``stems`` are the places beside stacks that are taken already; the gap beside a stack has room for some.
    """
    if aim.sulur is not None:
        places = [round(aim.kanan + tata.antara * part, 4) for part in (0.5, 0.3, 0.7, 0.4, 0.6, 0.2, 0.8)]
        x = next((x for x in places if (aim.pita, x) not in stems), places[0])
        stems.append((aim.pita, x))
        return x
    return aim.x + aim.lebar * (0.22 if here < aim.tengah else 0.78)


def _free(spans: list[tuple[float, float]], wanted: float, before: float, lebar: float) -> float:
    """The free x of a level nearest to where the line goes; beyond the right edge where all is taken."""
    candidates = [wanted, before, *(edge for span in spans for edge in (span[0], span[1]))]
    free = [x for x in candidates if 0 <= x <= lebar and all(x <= low or x >= high for low, high in spans)]
    beyond = max([lebar, *(high for _, high in spans)]) + _CLEAR
    return min(free, key=lambda x: (abs(x - wanted), x), default=beyond)


def _drawn(plan: _Plan, susunan: Susunan, tata: Tata) -> Jalur:
    box, aim = susunan.lintas[plan.dari], susunan.petak[plan.ke]
    middle = box.y + box.tinggi / 2
    points: list[Titik] = [(box.kanan, middle), (plan.x[0], middle)] if plan.side_exit else [(plan.x[0], box.bawah)]
    for level, (x, lane) in enumerate(zip(plan.x[1:], plan.lanes, strict=True)):
        if lane is not None:
            y = susunan.pita[level].bawah + _lane(lane, plan.berjajar[level], tata)
            points += [(points[-1][0], y), (x, y)]
    if aim.sulur is not None:
        side = aim.y + aim.tinggi / 2
        points += [(plan.x[-1], side), (aim.kanan, side)]
    else:
        points.append((plan.x[-1], aim.y if aim.pita else aim.bawah))
    return Jalur(tuple(points), plan.dari, plan.ke, putus=True)
