"""A workbook as the relations between findings see it: which rows of the tree hang on which.

Rows are told by their places in the order of Tahap 5 (``RowOrder``), which may stand on several sheets.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import islice

from pokin_docs.check.row_order import RowOrder
from pokin_docs.documents.plan import Plan
from pokin_docs.model.levels import KomponenPerencanaan
from pokin_docs.model.rows import BukuKerja
from pokin_docs.model.source import CellRef
from pokin_docs.model.tree import Kinerja


@dataclass(frozen=True)
class RowRelations:
    """The workbook as the relations see it."""

    buku: BukuKerja
    plan: Plan
    known: dict[int, frozenset[int]] = field(default_factory=dict)
    """What ``around`` has found: many findings ask about one row."""

    @cached_property
    def order(self) -> RowOrder:
        """The order of the rows of Tahap 5."""
        return RowOrder(self.buku.tahap5)

    def is_of_tree(self, tempat: CellRef) -> bool:
        """Whether a place is on a sheet of Tahap 5."""
        return tempat.lembar == self.buku.lembar_title("tahap5", "") or tempat.lembar in self.order.sheets

    @cached_property
    def node_at(self) -> tuple[tuple[int, Kinerja], ...]:
        """The nodes by the place of their first row, in row order."""
        return tuple(sorted(((self.order.of(node.baris[0]), node) for node in self.plan.pohon.kinerja), key=_first))

    @cached_property
    def rows(self) -> frozenset[int]:
        """The places of all rows of the tree."""
        return frozenset(self.order.of(row) for _, node in self.node_at for row in node.baris)

    @cached_property
    def _node_of(self) -> Mapping[int, Kinerja]:
        return {self.order.of(row): node for _, node in self.node_at for row in node.baris}

    def node_of_row(self, place: int) -> Kinerja | None:
        """The node with the row at a place; None where no node has it."""
        return self._node_of.get(place)

    @cached_property
    def _ids(self) -> Mapping[CellRef, frozenset[str]]:
        found: dict[CellRef, set[str]] = defaultdict(set)
        for row in self.buku.pejabat:
            found[row.source].add(row.id.text)
        return {place: frozenset(ids) for place, ids in found.items()}

    def ids_at(self, row: CellRef) -> frozenset[str]:
        """The IDs of the posts that a row of Pejabat is about."""
        return self._ids.get(row, frozenset())

    def is_at_top(self, place: int) -> bool:
        """Whether no node of the tree stands above a place."""
        return not self.node_at or place <= self.node_at[0][0]

    def around(self, place: int) -> frozenset[int]:
        """The rows whose place in the tree hangs on one: what it stands under, what stands under it, what follows it.

        All rows where nothing stands above it.
        """
        if place not in self.known:
            self.known[place] = self._around(place)
        return self.known[place]

    def _around(self, place: int) -> frozenset[int]:
        pohon = self.plan.pohon
        at = bisect_left(self.node_at, place, key=_first)
        if not at:
            return self.rows
        here = self.node_of_row(place)
        last = self.node_at[at - 1][1]
        above = [last, *pohon.ancestors(last)]
        above += [here, *pohon.ancestors(here)] if here else []
        found = [*above, *(pohon.subtree(here) if here else ())]
        after = bisect_right(self.node_at, place, key=_first)
        found += pohon.subtree(self.node_at[after][1]) if after < len(self.node_at) else ()
        for _, node in islice(self.node_at, after, None):
            if node.komponen.value <= KomponenPerencanaan.SASARAN.value:
                break
            if pohon.induk(node) in above:
                found.append(node)
        return frozenset(self.order.of(row) for node in found for row in node.baris)


def _first(pair: tuple[int, Kinerja]) -> int:
    return pair[0]
