"""A workbook as the relations between findings see it: which rows of the tree hang on which."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import islice

from pokin_docs.documents.plan import Plan
from pokin_docs.model.levels import KomponenPerencanaan
from pokin_docs.model.rows import BukuKerja
from pokin_docs.model.tree import Kinerja


@dataclass(frozen=True)
class RowRelations:
    """The workbook as the relations see it."""

    buku: BukuKerja
    plan: Plan
    known: dict[int, frozenset[int]] = field(default_factory=dict)
    """What ``around`` has found: many findings ask about one row."""

    @cached_property
    def tahap5(self) -> str:
        """Name of the sheet Tahap 5."""
        return self.buku.lembar_title("tahap5", "")

    @cached_property
    def node_at(self) -> tuple[tuple[int, Kinerja], ...]:
        """The nodes by their first row, in row order."""
        return tuple(sorted(((node.baris[0].baris, node) for node in self.plan.pohon.kinerja), key=lambda x: x[0]))

    @cached_property
    def baris(self) -> frozenset[int]:
        """All rows of the tree."""
        return frozenset(row.baris for _, node in self.node_at for row in node.baris)

    @cached_property
    def _pemilik(self) -> Mapping[int, Kinerja]:
        return {row.baris: node for _, node in self.node_at for row in node.baris}

    def node_of_row(self, baris: int) -> Kinerja | None:
        """The node with that row of Tahap 5, 1-based; None where no node has it."""
        return self._pemilik.get(baris)

    def is_at_top(self, baris: int) -> bool:
        """Whether no node of the tree stands above a row of Tahap 5, 1-based."""
        return not self.node_at or baris <= self.node_at[0][0]

    def around(self, baris: int) -> frozenset[int]:
        """Rows whose place in the tree hangs on a row: what it stands under, what stands under it, what follows it.

        All rows where nothing stands above it.
        """
        if baris not in self.known:
            self.known[baris] = self._around(baris)
        return self.known[baris]

    def _around(self, baris: int) -> frozenset[int]:
        pohon = self.plan.pohon
        at = bisect_left(self.node_at, baris, key=lambda pair: pair[0])
        if not at:
            return self.baris
        here = self.node_of_row(baris)
        last = self.node_at[at - 1][1]
        above = [last, *pohon.ancestors(last)]
        above += [here, *pohon.ancestors(here)] if here else []
        found = [*above, *(pohon.subtree(here) if here else ())]
        after = bisect_right(self.node_at, baris, key=lambda pair: pair[0])
        found += pohon.subtree(self.node_at[after][1]) if after < len(self.node_at) else ()
        for _, node in islice(self.node_at, after, None):
            if node.komponen.value <= KomponenPerencanaan.SASARAN.value:
                break
            if pohon.induk(node) in above:
                found.append(node)
        return frozenset(row.baris for node in found for row in node.baris)
