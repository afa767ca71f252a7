"""Columns made wider one after the other, always the one that lowers the drawing most for the width it takes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from pokin_docs.drawing.layout.arrangement import BarisIsi, Petak, Susunan, Tata
from pokin_docs.drawing.page import TINGGI_BARIS, Lembar, Paragraf, Simpul

_MOST = 12.0
"""A column is widened by at most so much at once."""

Measure = Callable[[tuple[Paragraf, ...], float], tuple[tuple[BarisIsi, ...], float]]


def widenings(
    lembar: Lembar, tata: Tata, arrange: Callable[[Tata], Susunan], measure: Measure, step: float
) -> Iterator[tuple[Tata, Susunan]]:
    """Ever wider and lower arrangements, beginning with all columns at the width of ``tata``."""
    while True:
        susunan = arrange(tata)
        yield tata, susunan
        columns = _Columns(lembar, tata, susunan, measure, step)
        options = [option for level in range(len(susunan.pita)) for option in columns.options(level)]
        if not options:
            return
        best = max(options, key=lambda option: (option[0], sorted(option[1].items())))
        tata = replace(tata, kolom={**tata.kolom, **best[1]})


class _Columns:
    """What each level could gain from wider columns."""

    def __init__(self, lembar: Lembar, tata: Tata, susunan: Susunan, measure: Measure, step: float) -> None:
        self.tata = tata
        self.measure = measure
        self.step = step
        self.susunan = susunan
        self.boxes = {box.simpul.nomor: box for box in susunan.petak}
        self.column_of: dict[int, int] = {}
        for root in lembar.akar:
            self.name_columns(root, [])

    def name_columns(self, node: Simpul, chain: list[int]) -> None:
        """Note for every box the column whose width is its own, where there is one."""
        if not node.anak:
            self.column_of.update(dict.fromkeys([*chain, node.nomor], node.nomor))
            return
        stacks: dict[float, int] = {}
        for child in node.anak:
            box = self.boxes[child.nomor]
            if box.sulur is not None:
                self.column_of[child.nomor] = stacks.setdefault(box.x, child.nomor)
        straight = [child for child in node.anak if self.boxes[child.nomor].sulur is None]
        alone = len(stacks) + len(straight) == 1
        if alone and stacks:
            self.column_of.update(dict.fromkeys([*chain, node.nomor], *stacks.values()))
        for child in straight:
            self.name_columns(child, [*chain, node.nomor] if alone else [])

    def options(self, level: int) -> Iterator[tuple[float, dict[int, float]]]:
        """Ways to lower one level by some lines: what a unit of width gains, and the new widths."""
        groups = self.groups(level)
        heights = {key: self.height(members, 0.0) for key, members in groups.items()}
        top = max(heights.values(), default=0.0)
        floor = self.susunan.pita[level].tinggi
        if floor > top + 0.01:
            return  # the label of the level or a condition beside is what makes it high
        for lines in (1, 2, 3, 5):
            goal = top - lines * TINGGI_BARIS + 0.01
            wider = {key: self.wider(key, groups[key], goal) for key, height in heights.items() if height > goal}
            if any(more is None for more in wider.values()):
                return
            cost = sum(more for more in wider.values() if more is not None)
            yield (
                (top - goal) / cost,
                {
                    self.column_of[members[0].simpul.nomor]: self.width(members[0]) + more
                    for key, more in wider.items()
                    if more and (members := groups[key])
                },
            )

    def groups(self, level: int) -> dict[tuple[bool, float], list[Petak]]:
        """The boxes of a level; those of one stack together."""
        groups: dict[tuple[bool, float], list[Petak]] = {}
        for box in self.susunan.petak:
            if box.pita == level:
                groups.setdefault((box.sulur is not None, box.x), []).append(box)
        return groups

    def width(self, box: Petak) -> float:
        return self.tata.kolom.get(self.column_of[box.simpul.nomor], self.tata.lebar)

    def height(self, members: list[Petak], more: float) -> float:
        wide = round(members[0].lebar + more, 3)
        high = (len(members) - 1) * self.tata.renggang
        for box in members:
            high += self.measure(box.simpul.isi, wide)[1]
        return high

    def wider(self, key: tuple[bool, float], members: list[Petak], goal: float) -> float | None:
        """How much wider a column has to be to be no higher than ``goal``; None where it would be far too wide."""
        if members[0].simpul.nomor not in self.column_of:
            return None
        more = self.step
        while more <= _MOST:
            if self.height(members, more) <= goal:
                return more
            more += self.step
        return None
