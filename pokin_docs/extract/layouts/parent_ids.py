"""A flat table in which each row has an ID and names that of its parent: these tell the tree, whatever the order."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from pokin_docs.extract.grid import Grid
from pokin_docs.model.source import CellRef
from pokin_docs.model.texts import fold, squeeze

_ID = r"(?:id|kode|kd|no|nomor|nomer|key|uuid)"
_OF = r"(?:kinerja|sasaran|node|baris|data|pohon)"
_ABOVE = r"(?:parent|induk|atasan|atas)"
_PARENT = re.compile(rf"(?:{_ID} ?)?(?:{_OF} )?{_ABOVE}(?: ?{_ID})?(?: {_OF})?")
_OWN = re.compile(rf"{_ID}(?: (?:urut|{_OF}))?|{_OF} {_ID}")
_NONE = frozenset(("", "0", "-", "–", "null", "none", "nihil", "tidak ada"))
_ENOUGH = 2
"""Rows that name another one, at least: of one alone that may be chance."""


@dataclass(frozen=True)
class ParentIds:
    """Which row is below which: the columns of the IDs and of those above, and by row (1-based) the row above.

    A row at the top has 0. ``wrong`` are rows that name nothing, or that come back to themselves; then nothing is used.
    """

    own: int
    parent: int
    above: Mapping[int, int]
    wrong: tuple[int, ...] = ()

    @cached_property
    def depths(self) -> dict[int, int]:
        """How deep each row stands, those at the top at 1; in the order of the tree, what is above first."""
        below: dict[int, list[int]] = {}
        for row, above in self.above.items():
            below.setdefault(above, []).append(row)
        found: dict[int, int] = {}
        open_ = [(row, 1) for row in reversed(below.get(0, []))]
        while open_:
            row, depth = open_.pop()
            found[row] = depth
            open_ += [(child, depth + 1) for child in reversed(below.get(row, []))]
        return found

    def cells(self) -> set[tuple[int, int]]:
        """The cells that tell it."""
        return {(row, number) for row in self.above for number in (self.own, self.parent)}

    def place(self, grid: Grid, row: int) -> CellRef:
        """The cell of a row that names what is above it."""
        return CellRef(grid.title, row, self.parent)


def is_parent_title(title: str) -> bool:
    """Whether a title stands over the IDs of what is above: "id_parent", "Kode Induk", "No. Induk"."""
    return _PARENT.fullmatch(fold(title)) is not None


def parent_ids(grid: Grid, titles: Mapping[int, str], rows: Sequence[int], texts: Collection[int]) -> ParentIds | None:
    """What the columns of IDs of a table tell; None where it has none.

    Args:
        grid: The sheet.
        titles: What stands over each column.
        rows: The rows that begin a node, 1-based.
        texts: Columns of sentences, indicators and values, which are no IDs.
    """
    best: ParentIds | None = None
    for parent in (number for number, title in titles.items() if is_parent_title(title)):
        named = {row: _key(grid, row, parent) for row in rows}
        if sum(key not in _NONE for key in named.values()) < _ENOUGH:
            continue
        for own in _candidates(grid, titles, rows, texts, parent):
            found = _linked(own, parent, {row: _key(grid, row, own) for row in rows}, named)
            if best is None or len(found.wrong) < len(best.wrong):
                best = found
    return best


def _candidates(
    grid: Grid, titles: Mapping[int, str], rows: Sequence[int], texts: Collection[int], parent: int
) -> Iterator[int]:  # fmt: skip
    """The columns that may hold the IDs, the one that says so first: another value in every row."""
    numbers = [number for number in titles if number != parent and number not in texts]
    for number in sorted(numbers, key=lambda number: (_OWN.fullmatch(fold(titles[number])) is None, number)):
        keys = {_key(grid, row, number) for row in rows}
        if len(keys) == len(rows) and not keys & _NONE - {"0"}:
            yield number


def _linked(own: int, parent: int, ids: Mapping[int, str], named: Mapping[int, str]) -> ParentIds:
    row_of = {key: row for row, key in ids.items()}
    above: dict[int, int] = {}
    for row, key in named.items():
        if key in row_of and key != ids[row]:
            above[row] = row_of[key]
        elif key in _NONE or key == ids[row]:
            above[row] = 0
    found = ParentIds(own, parent, above)
    wrong = tuple(row for row in ids if row not in found.depths)
    return ParentIds(own, parent, above, wrong)


def _key(grid: Grid, row: int, number: int) -> str:
    cell = grid.cells.get((row, number))
    return squeeze(cell.kode_text or cell.text).casefold().rstrip(".") if cell is not None else ""
