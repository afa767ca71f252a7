"""A sheet as it stands: every used cell with the text Excel shows, before anything is known of its meaning."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import BinaryIO


@dataclass(frozen=True, slots=True)
class Sel:
    """One used cell.

    ``teks`` is what Excel shows (Indonesian decimal comma); ``teks_kode`` the same for a code column, where a
    number keeps its dot. ``rusak`` is empty, or the finding code of a cell whose value cannot be trusted, with
    ``rincian`` to quote. ``dibersihkan`` tells that characters were removed that no document can hold.
    """

    teks: str
    teks_kode: str
    angka: Decimal | None = None
    tanggal: date | None = None
    rusak: str = ""
    rincian: str = ""
    dibersihkan: bool = False


@dataclass(frozen=True)
class Grid:
    """The used cells of one sheet by (row, column), both 1-based.

    ``gabung`` maps every cell covered by a merged range, save its first, to that first cell.
    """

    judul: str
    sel: Mapping[tuple[int, int], Sel]
    gabung: Mapping[tuple[int, int], tuple[int, int]] = field(default_factory=dict)
    tersembunyi: tuple[int, ...] = ()

    @cached_property
    def kolom_terisi(self) -> Mapping[int, tuple[int, ...]]:
        """The used columns of every used row."""
        rows: dict[int, list[int]] = {}
        for baris, kolom in self.sel:
            rows.setdefault(baris, []).append(kolom)
        return {baris: tuple(sorted(columns)) for baris, columns in sorted(rows.items())}

    @cached_property
    def tertutup(self) -> Mapping[int, Mapping[int, tuple[int, int]]]:
        """By row, the covered columns with the first cell of the merge that covers them."""
        rows: dict[int, dict[int, tuple[int, int]]] = {}
        for (baris, kolom), first in self.gabung.items():
            rows.setdefault(baris, {})[kolom] = first
        return rows

    @property
    def baris_akhir(self) -> int:
        """The last row with a value, 0 for an empty sheet."""
        return max((baris for baris, _ in self.sel), default=0)

    @property
    def kolom_akhir(self) -> int:
        """The last column with a value, 0 for an empty sheet."""
        return max((kolom for _, kolom in self.sel), default=0)

    def teks(self, baris: int, kolom: int) -> str:
        """Text of a cell, empty when it is not used."""
        sel = self.sel.get((baris, kolom))
        return sel.teks if sel else ""


@dataclass(frozen=True, slots=True)
class Gabungan:
    """A merged range, rows and columns 1-based, both ends inclusive."""

    atas: int
    kiri: int
    bawah: int
    kanan: int


@dataclass(frozen=True, slots=True)
class LembarMentah:
    """What is known of a sheet before its cells are read: name, merges, formulas without a result by (row, column)."""

    judul: str
    gabung: tuple[Gabungan, ...]
    belum_dihitung: Mapping[tuple[int, int], str]


@dataclass(frozen=True, slots=True)
class Paket:
    """The cells of a workbook as an archive that can be read, with its sheets in the same order."""

    berkas: BinaryIO
    lembar: tuple[LembarMentah, ...]
