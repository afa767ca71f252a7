"""Levels that the columns under one title tell: each row fills one of them, as a staircase goes down."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from pokin_docs.extract.foreign.contents import Kind, Profile
from pokin_docs.extract.foreign.roles import LevelName
from pokin_docs.extract.grid import Grid
from pokin_docs.extract.layouts.shown_levels import MOST_LEVELS
from pokin_docs.model.levels import LEVEL

_TEXTS = (Kind.RESULT, Kind.NAME, Kind.MEASURE, Kind.TEXT, Kind.LEVEL)
_MOST = 0.8
"""Part of the cells of each step that are texts of a tree."""
TICKS = frozenset("√ v x ✓ ✔ ☑ ● • * o 1 ya y".split())  # noqa: SIM905
"""How a cell says that the level of its column is that of its row."""


def step_levels(
    grid: Grid, end: int, rows: Sequence[int], profiles: Mapping[int, Profile], named: Mapping[int, Sequence[LevelName]]
) -> Iterator[tuple[int, LevelName]]:
    """The columns (1-based) that stand under one title and tell levels, each with its level.

    Args:
        grid: The sheet.
        end: The last row of the header, 1-based.
        rows: The rows of data, 1-based.
        profiles: What stands in each column with a title or with data.
        named: By column the levels that its title names; columns without a title are missing.
    """
    for group in _groups(grid, end, profiles, named):
        kept = _stepped(rows, [(number, profiles[number]) for number in group])
        if kept:
            levels = named[group[0]]
            yield from zip(kept, levels if len(levels) == len(kept) else LEVEL[1:], strict=False)


def _groups(grid: Grid, end: int, columns: Iterable[int], named: Mapping[int, object]) -> Iterator[list[int]]:
    """Columns side by side under one title: merged over them, or with nothing over the further ones."""
    group: list[int] = []
    over: tuple[int, int] | None = None
    for number in sorted(columns):
        first = grid.merges.get((end, number), (end, number))
        goes_on = bool(group) and number == group[-1] + 1 and (first == over or number not in named)
        if not goes_on:
            if len(group) > 1:
                yield group
            group, over = ([number], first) if number in named else ([], None)
        else:
            group.append(number)
    if len(group) > 1:
        yield group


def _stepped(rows: Sequence[int], columns: Sequence[tuple[int, Profile]]) -> list[int]:
    """The columns of a group that are steps: none where a row fills two, leaves one out, or some hold no texts."""
    used = [(number, profile) for number, profile in columns if profile.cells]
    if not 1 < len(used) <= MOST_LEVELS or any(profile.share(*_TEXTS) < _MOST for _, profile in used):
        return []
    depths = []
    for row in rows:
        filled = [depth for depth, (_, profile) in enumerate(used) if row in profile.cells]
        if len(filled) > 1:
            return []
        depths += filled
    if depths[0] or any(below - above > 1 for above, below in pairwise(depths)):
        return []
    return [number for number, _ in used]
