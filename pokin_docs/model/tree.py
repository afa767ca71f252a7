"""PohonKinerja: the performance tree as it is meant, each part with the cells it came from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

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
    def teks(self) -> Isian:
        """The sentence of the indicator."""
        return self.baris.indikator

    @property
    def target(self) -> Mapping[int, Isian]:
        """Target by year, as printed."""
        return self.baris.target


@dataclass(frozen=True, slots=True)
class Kinerja:
    """A condition to be reached: a node of the tree.

    ``nomor`` is its place in row order (0-based) and ``induk`` that of its parent. ``urutan`` is the path of
    1-based positions from the root, as printed in the cascading table: (1, 2, 1). ``indikator`` has one
    entry per row it came from, so it is never empty.
    """

    nomor: int
    induk: int | None
    urutan: tuple[int, ...]
    komponen: KomponenPerencanaan
    jenis_pk: JenisPk | None
    teks: Isian
    kode: tuple[str, ...]
    indikator: tuple[Indikator, ...]

    @property
    def asal(self) -> CellRef:
        """The cell of its sentence."""
        return self.teks.asal

    @property
    def baris(self) -> tuple[KinerjaRow, ...]:
        """The rows of Tahap 5 it came from, the first with its sentence."""
        return tuple(indikator.baris for indikator in self.indikator)

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
    def _anak(self) -> dict[int | None, tuple[Kinerja, ...]]:
        anak: dict[int | None, list[Kinerja]] = {}
        for kinerja in self.kinerja:
            anak.setdefault(kinerja.induk, []).append(kinerja)
        return {induk: tuple(daftar) for induk, daftar in anak.items()}

    @cached_property
    def simpul_kode(self) -> Mapping[str, frozenset[int]]:
        """Of every code and of all its parents, the nodes (by ``nomor``) that carry it or a part of it."""
        found: dict[str, set[int]] = {}
        for kinerja in self.kinerja:
            for kode in kinerja.kode:
                current: str | None = kode
                while current is not None:
                    found.setdefault(current, set()).add(kinerja.nomor)
                    current = parent_code(current)
        return {kode: frozenset(nodes) for kode, nodes in found.items()}

    def anak(self, kinerja: Kinerja) -> tuple[Kinerja, ...]:
        """The children of a node in row order."""
        return self._anak.get(kinerja.nomor, ())

    def induk(self, kinerja: Kinerja) -> Kinerja | None:
        """The parent of a node."""
        return None if kinerja.induk is None else self.kinerja[kinerja.induk]

    def leluhur(self, kinerja: Kinerja) -> Iterator[Kinerja]:
        """The ancestors of a node, the nearest first."""
        induk = self.induk(kinerja)
        while induk is not None:
            yield induk
            induk = self.induk(induk)

    def subpohon(self, kinerja: Kinerja) -> Iterator[Kinerja]:
        """A node and all below it, in row order."""
        yield kinerja
        for anak in self.anak(kinerja):
            yield from self.subpohon(anak)

    def pada(self, komponen: KomponenPerencanaan) -> tuple[Kinerja, ...]:
        """The nodes of one component in row order."""
        return tuple(kinerja for kinerja in self.kinerja if kinerja.komponen is komponen)

    def kelas(self, jenis_pk: JenisPk) -> tuple[Kinerja, ...]:
        """The nodes that belong in PKs of one class, in row order."""
        return tuple(kinerja for kinerja in self.kinerja if kinerja.jenis_pk is jenis_pk)
