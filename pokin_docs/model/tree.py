"""PohonKinerja: the performance tree as it is meant, each part with the cells it came from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from pokin_docs.model.achievement import Polarity, polarity_of
from pokin_docs.model.counting import WayOfCounting, read_way
from pokin_docs.model.levels import JenisPk, KomponenPerencanaan
from pokin_docs.model.programs import parent_code
from pokin_docs.model.rows import Isian, KinerjaRow
from pokin_docs.model.source import CellRef


@dataclass(frozen=True, slots=True)
class Indikator:
    """A measure of a kinerja: one row of Tahap 5. Its text is blank where a kinerja has no indicator yet.

    ``pemilik`` holds IDs of posts, already resolved: a continuation row without its own owner has those of
    the kinerja. Empty means that no owner is known.
    """

    baris: KinerjaRow
    pemilik: tuple[str, ...]

    @property
    def text(self) -> Isian:
        """The sentence of the indicator."""
        return self.baris.indikator

    @property
    def target(self) -> Mapping[int, Isian]:
        """Target by year, as printed."""
        return self.baris.target

    @property
    def way(self) -> WayOfCounting | None:
        """How its periods make the year, as the workbook says it."""
        return read_way(self.baris.jenis_hitung.text)

    @property
    def polarity(self) -> Polarity:
        """Which way is good."""
        return polarity_of(self.baris.polaritas)


@dataclass(frozen=True, slots=True)
class Kinerja:
    """A condition to be reached: a node of the tree.

    ``number`` is its place in row order (0-based) and ``induk`` that of its parent. ``order`` is the path of
    1-based positions from the root, as printed in the cascading table: (1, 2, 1). ``indikator`` has one
    entry per row it came from, so it is never empty.
    """

    number: int
    induk: int | None
    order: tuple[int, ...]
    komponen: KomponenPerencanaan
    jenis_pk: JenisPk | None
    text: Isian
    kode: tuple[str, ...]
    indikator: tuple[Indikator, ...]

    @property
    def source(self) -> CellRef:
        """The cell of its sentence."""
        return self.text.source

    @property
    def baris(self) -> tuple[KinerjaRow, ...]:
        """The rows of Tahap 5 it came from, the first with its sentence."""
        return tuple(indikator.baris for indikator in self.indikator)

    @property
    def without_budget(self) -> bool:
        """Whether the workbook says that it costs nothing: a dash in Kode, and no code."""
        return not self.kode and any(row.kode.said_none for row in self.baris)

    @property
    def pemilik(self) -> tuple[str, ...]:
        """All owners of its indicators, in order of first mention."""
        return tuple(dict.fromkeys(post for indikator in self.indikator for post in indikator.pemilik))


@dataclass(frozen=True)
class PohonKinerja:
    """The tree in row order (pre-order), and the cross-cutting conditions beside it."""

    kinerja: tuple[Kinerja, ...]
    lintas: tuple[KinerjaRow, ...] = ()

    @cached_property
    def _children(self) -> dict[int | None, tuple[Kinerja, ...]]:
        child: dict[int | None, list[Kinerja]] = {}
        for kinerja in self.kinerja:
            child.setdefault(kinerja.induk, []).append(kinerja)
        return {induk: tuple(children) for induk, children in child.items()}

    @cached_property
    def nodes_of_kode(self) -> Mapping[str, frozenset[int]]:
        """Of every code and of all its parents, the nodes (by ``number``) that carry it or a part of it."""
        found: dict[str, set[int]] = {}
        for kinerja in self.kinerja:
            for kode in kinerja.kode:
                current: str | None = kode
                while current is not None:
                    found.setdefault(current, set()).add(kinerja.number)
                    current = parent_code(current)
        return {kode: frozenset(nodes) for kode, nodes in found.items()}

    def children(self, kinerja: Kinerja) -> tuple[Kinerja, ...]:
        """The children of a node in row order."""
        return self._children.get(kinerja.number, ())

    def induk(self, kinerja: Kinerja) -> Kinerja | None:
        """The parent of a node."""
        return None if kinerja.induk is None else self.kinerja[kinerja.induk]

    def ancestors(self, kinerja: Kinerja) -> Iterator[Kinerja]:
        """The ancestors of a node, the nearest first."""
        induk = self.induk(kinerja)
        while induk is not None:
            yield induk
            induk = self.induk(induk)

    def subtree(self, kinerja: Kinerja) -> Iterator[Kinerja]:
        """A node and all below it, in row order."""
        yield kinerja
        for child in self.children(kinerja):
            yield from self.subtree(child)

    def at_level(self, komponen: KomponenPerencanaan) -> tuple[Kinerja, ...]:
        """The nodes of one component in row order."""
        return tuple(kinerja for kinerja in self.kinerja if kinerja.komponen is komponen)

    def of_class(self, jenis_pk: JenisPk) -> tuple[Kinerja, ...]:
        """The nodes that belong in PKs of one class, in row order."""
        return tuple(kinerja for kinerja in self.kinerja if kinerja.jenis_pk is jenis_pk)
