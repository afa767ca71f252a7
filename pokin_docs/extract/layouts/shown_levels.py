"""Levels that only the look of a table tells: how far its sentences are indented, else their colour and letters."""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from pokin_docs.extract.grid import PLAIN, Grid, TextLook
from pokin_docs.extract.layouts.colour_legend import colour_legend
from pokin_docs.model.levels import LEVEL, LEVEL_NAMES, KomponenPerencanaan
from pokin_docs.model.rows import Isian
from pokin_docs.model.source import CellRef

MOST_LEVELS = len(LEVEL) - 1
_FEWEST_LOOKS = 3
"""Looks that tell levels: two may only stripe the rows."""
_BEFORE_TEXT = re.compile(r"[ \t\u00a0]*(?:[-–•·▪►>*]\s*)?")
_TAB = 4
_LETTER = re.compile(r"[^\W\d_]")
_WAYS: tuple[tuple[str, Callable[[TextLook], Hashable]], ...] = (
    ("warna dan huruf", lambda look: look),
    ("warna sel", lambda look: look.ground),
    ("warna huruf", lambda look: look.ink),
    ("huruf", lambda look: look[1:-1]),
    ("tebal dan miringnya huruf", lambda look: look[1:4]),
)


@dataclass(frozen=True, slots=True)
class ShownLevels:
    """By row (1-based) the depth that its sentence is shown at, from 1, and how that is called.

    ``levels`` are those of the depths, where a legend says them.
    """

    depths: Mapping[int, int]
    way: str
    levels: tuple[KomponenPerencanaan, ...] = ()

    def labels(self, title: str, kinerja: int) -> dict[int, Isian]:
        """For each row a label of its depth ("Level 2") at the cell of the sentence.

        Args:
            title: The sheet.
            kinerja: The column of the sentences, 1-based.
        """
        words = [level.label for level in self.levels]
        words = words or [f"{LEVEL_NAMES[0].title()} {depth}" for depth in range(1, MOST_LEVELS + 1)]
        return {row: Isian(words[depth - 1], CellRef(title, row, kinerja)) for row, depth in self.depths.items()}

    def are_finer(self, labels: Mapping[int, Hashable]) -> bool:
        """Whether they part what other labels of the rows put together, and contradict none of these.

        Args:
            labels: What else tells the levels, by row (1-based).
        """
        said: dict[int, set[Hashable]] = {}
        for row, depth in self.depths.items():
            said.setdefault(depth, set()).add(labels.get(row))
        own = [next(iter(found)) for _, found in sorted(said.items()) if len(found) == 1]
        in_turn = [label for place, label in enumerate(own) if not place or own[place - 1] != label]
        return len(own) == len(said) > len(in_turn) == len(set(in_turn))


def shown_levels(grid: Grid, column: int, rows: Sequence[int]) -> ShownLevels | None:
    """The levels that the look of a column tells; None where it does not explain every row that has a text there.

    Args:
        grid: The sheet.
        column: The column, 1-based.
        rows: Rows of the table in sheet order, 1-based.
    """
    filled = [row for row in rows if _LETTER.search(grid.text(row, column))]
    legend = colour_legend(grid, column, set(filled)) if grid.looks else {}
    grounds = {row: grid.looks.get((row, column), PLAIN).ground for row in filled}
    if legend and set(grounds.values()) <= legend.keys():
        levels = sorted({legend[ground] for ground in grounds.values()}, key=lambda level: level.value)
        found_at = {row: levels.index(legend[ground]) + 1 for row, ground in grounds.items()}
        return ShownLevels(found_at, "warna sel menurut keterangannya", tuple(levels))
    steps = [indent_of(grid, row, column) for row in filled]
    if any(steps):
        order = sorted(set(steps))
        return _explained(filled, [order.index(step) for step in steps], "jorokan (indentasi)", fewest=2)
    if any(row in grid.outlines for row in filled):
        depths = [grid.outlines.get(row, 0) for row in filled]
        if (found := _explained(filled, depths, "kelompok baris (outline)", fewest=2)) is not None:
            return found
    looks = [grid.looks.get((row, column), PLAIN) for row in filled]
    for way, seen_as in _WAYS if len(set(looks)) >= _FEWEST_LOOKS else ():
        seen = list(dict.fromkeys(map(seen_as, looks)))
        found = _explained(filled, [seen.index(seen_as(look)) for look in looks], way, fewest=_FEWEST_LOOKS)
        if found is not None:
            return found
    return None


def indent_of(grid: Grid, row: int, column: int) -> int:
    """How far a text stands from the edge of its cell: by its format, and by the blanks before it.

    Args:
        grid: The sheet.
        row: The row, 1-based.
        column: The column, 1-based.
    """
    before = _BEFORE_TEXT.match(grid.text(row, column))
    blanks = len(before.group().expandtabs(_TAB)) if before else 0
    # An indent of the format is as wide as about three blanks; only the order counts.
    return 3 * grid.indents.get((row, column), 0) + blanks


def _explained(rows: Sequence[int], depths: Sequence[int], way: str, *, fewest: int) -> ShownLevels | None:
    """The depths as levels: the first row is the highest, and none stands more than one below the row before it.

    Args:
        rows: The rows, 1-based.
        depths: Their depths, from 0.
        way: How they are shown.
        fewest: Different depths that are needed.
    """
    if not fewest <= len(set(depths)) <= MOST_LEVELS or depths[0]:
        return None
    if any(below - above > 1 for above, below in pairwise(depths)):
        return None
    return ShownLevels({row: depth + 1 for row, depth in zip(rows, depths, strict=True)}, way)
