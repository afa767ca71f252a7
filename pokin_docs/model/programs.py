"""Programs, kegiatan and sub kegiatan with their codes and budgets.

Code structure: Permendagri 90/2019 and its updates (domain.md 5.2); sub kegiatan end in four digits, in two until 2022.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from functools import cached_property

from pokin_docs.model.levels import KomponenPerencanaan
from pokin_docs.model.rows import Isian, ProgramRow
from pokin_docs.model.texts import squeeze


class JenisKode(Enum):
    """What a code stands for; the value is its name in documents."""

    PROGRAM = "program"
    KEGIATAN = "kegiatan"
    SUB_KEGIATAN = "sub kegiatan"


_BIDANG = r"(\d\.\d{2}|X\.XX)"
_POLA = {
    JenisKode.PROGRAM: re.compile(rf"{_BIDANG}\.\d{{2}}"),
    JenisKode.KEGIATAN: re.compile(rf"{_BIDANG}\.\d{{2}}\.\d\.\d{{2}}"),
    JenisKode.SUB_KEGIATAN: re.compile(rf"{_BIDANG}\.\d{{2}}\.\d\.\d{{2}}\.(\d{{4}}|\d{{2}})"),
}
JUMLAH = ("jumlah", "total", "grand")
"""First words of a line that sums others."""
_KODE = re.compile(r"[\dX]+(\.[\dX]+)+\w?[.-]*")
# Blanks around a dot, unless another whole code begins behind it.
_LONGGAR = re.compile(r"(?<=[\dX])(?:\s+\.\s*|\.\s+)(?![\dX]\.[\dX]{2}\.\d{2}(?!\d))(?=[\dX]{1,4}(?:[\s.;,]|$))")
CONTOH_KODE = {
    JenisKode.PROGRAM: "2.16.02",
    JenisKode.KEGIATAN: "2.16.02.2.01",
    JenisKode.SUB_KEGIATAN: "2.16.02.2.01.0015",
}
KODE_KOMPONEN = {
    KomponenPerencanaan.SASARAN_PROGRAM: JenisKode.PROGRAM,
    KomponenPerencanaan.SASARAN_KEGIATAN: JenisKode.KEGIATAN,
    KomponenPerencanaan.SASARAN_SUB_KEGIATAN: JenisKode.SUB_KEGIATAN,
}
"""The kind of code that a planning component carries (Inmendagri 2/2025, table 4.1)."""


def kind_of(kode: str) -> JenisKode | None:
    """What kind of code a text is, or None when it has no such shape."""
    return next((jenis for jenis, pola in _POLA.items() if pola.fullmatch(kode)), None)


def parent_code(kode: str) -> str | None:
    """The code of the kegiatan of a sub kegiatan, of the program of a kegiatan; None for others."""
    jenis = kind_of(kode)
    if jenis is JenisKode.SUB_KEGIATAN:
        return kode.rpartition(".")[0]
    if jenis is JenisKode.KEGIATAN:
        return kode.rsplit(".", 2)[0]
    return None


def close_code(text: str) -> str:
    """The text without the blanks that were typed around the dots of a code: "2. 20. 02" is 2.20.02."""
    return _LONGGAR.sub(".", text)


def split_codes(text: str) -> tuple[str, ...]:
    """The codes a cell names, however they are parted.

    A name behind a code is left out: sources write "2.16.02 - PROGRAM …" and "7.01.01.2.06.0004 Penyediaan …". A cell
    that holds no code gives its first word, so that it can be said that this is none.
    """
    words = re.split(r"[;,\s]+", squeeze(close_code(text)))
    codes = tuple(dict.fromkeys(word.rstrip(".-") for word in words if _KODE.fullmatch(word)))
    return codes or tuple(word for word in words[:1] if word)


def split_ids(text: str) -> tuple[str, ...]:
    """The IDs a cell names, several split by ``;``, a comma or a line break."""
    parts = (squeeze(part) for part in re.split(r"[;,\n]", text))
    return tuple(dict.fromkeys(part for part in parts if part and part != "-"))


@dataclass(frozen=True, slots=True)
class Nomenklatur:
    """One line of the sheet Program. ``jenis`` is None for a code without the official shape."""

    kode: str
    jenis: JenisKode | None
    baris: ProgramRow

    @property
    def nama(self) -> Isian:
        """The official name."""
        return self.baris.nomenklatur

    @property
    def pagu(self) -> Mapping[int, Isian]:
        """Budget by year."""
        return self.baris.pagu

    def rupiah(self, tahun: int | None) -> Decimal | None:
        """Budget of a year, None where it is not given."""
        isian = self.pagu.get(tahun) if tahun is not None else None
        return isian.angka if isian else None


@dataclass(frozen=True)
class DaftarProgram:
    """All lines of the sheet Program in sheet order; the first of a repeated code counts."""

    isi: tuple[Nomenklatur, ...]

    @cached_property
    def _by_code(self) -> dict[str, Nomenklatur]:
        return {entri.kode: entri for entri in reversed(self.isi)}

    @cached_property
    def _children(self) -> dict[str, list[Nomenklatur]]:
        children: dict[str, list[Nomenklatur]] = {}
        for entri in self._by_code.values():
            induk = parent_code(entri.kode)
            if induk:
                children.setdefault(induk, []).append(entri)
        return {induk: sorted(anak, key=lambda entri: entri.baris.baris) for induk, anak in children.items()}

    def __contains__(self, kode: str) -> bool:
        return kode in self._by_code

    def cari(self, kode: str) -> Nomenklatur | None:
        """The line of a code."""
        return self._by_code.get(kode)

    def anak(self, kode: str) -> tuple[Nomenklatur, ...]:
        """The kegiatan of a program, the sub kegiatan of a kegiatan, in sheet order."""
        return tuple(self._children.get(kode, ()))

    def urutan(self, kode: str) -> int:
        """Row of a code, for sorting by the sheet; 0 for one that is not listed."""
        entri = self.cari(kode)
        return entri.baris.baris if entri else 0

    def pada(self, jenis: JenisKode) -> tuple[Nomenklatur, ...]:
        """All lines of one kind in sheet order."""
        return tuple(entri for entri in self.isi if entri.jenis is jenis and self._by_code[entri.kode] is entri)
