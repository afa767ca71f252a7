"""Programs, kegiatan and sub kegiatan with their codes and budgets.

Code structure: Permendagri 90/2019 and its updates (domain.md 5.2); sub kegiatan end in four digits, in two until 2022.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from functools import cached_property, lru_cache

from pokin_docs.model.cell_words import PARTING
from pokin_docs.model.levels import KomponenPerencanaan
from pokin_docs.model.rows import Isian, ProgramRow
from pokin_docs.model.source import CellRef
from pokin_docs.model.texts import fold, squeeze


class CodeKind(Enum):
    """What a code stands for; the value is its name in documents."""

    PROGRAM = "program"
    KEGIATAN = "kegiatan"
    SUB_KEGIATAN = "sub kegiatan"


_FIELDS_OF_GOVERNMENT = r"(\d\.\d{2}|X\.XX)"
_PATTERN = {
    CodeKind.PROGRAM: re.compile(rf"{_FIELDS_OF_GOVERNMENT}\.\d{{2}}"),
    CodeKind.KEGIATAN: re.compile(rf"{_FIELDS_OF_GOVERNMENT}\.\d{{2}}\.\d\.\d{{2}}"),
    CodeKind.SUB_KEGIATAN: re.compile(rf"{_FIELDS_OF_GOVERNMENT}\.\d{{2}}\.\d\.\d{{2}}\.(\d{{4}}|\d{{2}})"),
}
TOTAL_CODES = ("jumlah", "total", "grand")
"""First words of a line that sums others."""
_KODE = re.compile(r"[\dX]+(\.[\dX]+)+\w?[.-]*")
# Blanks around a dot, unless another whole code begins behind it.
_LOOSE = re.compile(r"(?<=[\dX])(?:\s+\.\s*|\.\s+)(?![\dX]\.[\dX]{2}\.\d{2}(?!\d))(?=[\dX]{1,4}(?:[\s.;,]|$))")
_LEADING_KODE = re.compile(r"([\dX]+(?:\.[\dX]+)+)(?=\.?(?:[\s:–-]|$))")
_SEGMENTS = re.compile(r"(?:\d|X)(?:\.(?:\d{1,4}|XX))*")
_WIDTHS = (1, 2, 2, 1, 2, 4)
"""Digits of the segments of a code; a sub kegiatan may have two in place of four."""
_KINDS = {3: CodeKind.PROGRAM, 5: CodeKind.KEGIATAN, 6: CodeKind.SUB_KEGIATAN}
SAMPLE_KODE = {
    CodeKind.PROGRAM: "2.16.02",
    CodeKind.KEGIATAN: "2.16.02.2.01",
    CodeKind.SUB_KEGIATAN: "2.16.02.2.01.0015",
}
# "2,20,02": commas for all its dots.
_COMMAS = re.compile(r"(?<![\d.,])[\dX],[\dX]{2},\d{2}(?:[.,]\d[.,]\d{2}(?:[.,]\d{2,4})?)?(?![,.]?\d)")
KOMPONEN_OF_KODE = {
    KomponenPerencanaan.SASARAN_PROGRAM: CodeKind.PROGRAM,
    KomponenPerencanaan.SASARAN_KEGIATAN: CodeKind.KEGIATAN,
    KomponenPerencanaan.SASARAN_SUB_KEGIATAN: CodeKind.SUB_KEGIATAN,
}
"""The kind of code that a planning component carries (Inmendagri 2/2025, table 4.1)."""
LEVEL_OF_CODE = {jenis: komponen for komponen, jenis in KOMPONEN_OF_KODE.items()}
"""The planning component that carries a kind of code."""


@lru_cache(maxsize=16_384)  # asked for at each use of a code
def kind_of(kode: str) -> CodeKind | None:
    """What kind of code a text is, or None when it has no such shape."""
    return next((jenis for jenis, pattern in _PATTERN.items() if pattern.fullmatch(kode)), None)


@lru_cache(maxsize=16_384)  # a code is asked for at every node that carries it, and for each official
def parent_code(kode: str) -> str | None:
    """The code of the kegiatan of a sub kegiatan, of the program of a kegiatan; None for others."""
    jenis = kind_of(kode)
    if jenis is CodeKind.SUB_KEGIATAN:
        return kode.rpartition(".")[0]
    if jenis is CodeKind.KEGIATAN:
        return kode.rsplit(".", 2)[0]
    return None


@lru_cache(maxsize=8_192)  # asked for every holder above a node
def with_parents(kode: str) -> tuple[str, ...]:
    """The code and those it is part of, the nearest first."""
    above = parent_code(kode)
    return (kode, *with_parents(above)) if above is not None else (kode,)


_DASHED = re.compile(r"\s*['’`]?(\d[-.]\d{2}[-.]\d{2}(?:[-.]\d[-.]\d{2}(?:[-.]\d{4})?)?)(?![\d.-]\d)")
"""A code with dashes for its dots, or a mark before it. A date has its year first."""
_NO_BUDGET = frozenset(("", "tanpa anggaran", "non anggaran", "nonanggaran", "tidak ada anggaran", "nihil"))


def says_no_budget(text: str) -> bool:
    """Whether a text in Kode says that there is no money: a dash, or in words."""
    return bool(text.strip()) and fold(text.strip(" -–—.()")) in _NO_BUDGET


def close_code(text: str) -> str:
    """The text without what was typed around the dots of a code, or for them: "2. 20. 02" and "2,20,02" are 2.20.02.

    So is "2-20-02", and the mark of Excel for a text before it is none of it.
    """
    if (dashed := _DASHED.match(text)) is not None:
        text = dashed.group(1).replace("-", ".") + text[dashed.end() :]
    return _COMMAS.sub(lambda code: code.group().replace(",", "."), _LOOSE.sub(".", text))


def leading_code(text: str) -> str | None:
    """The code of a program, kegiatan or sub kegiatan that a text begins with: "1.05.02 - PROGRAM …"."""
    match = _LEADING_KODE.match(close_code(text).strip())
    return match.group(1) if match and kind_of(match.group(1)) else None


def whole_code(text: str) -> str:
    """The code with the zeros that its segments lost; empty where the text is not a code of that form.

    Args:
        text: What stands in a cell: ``2.16.1.2.1``.
    """
    plain = squeeze(close_code(text)).rstrip(".")
    parts = plain.split(".")
    if _SEGMENTS.fullmatch(plain) is None or len(parts) not in _KINDS:
        return ""
    if kind_of(plain) is not None:
        return plain
    code = ".".join(part.zfill(width) for part, width in zip(parts, _WIDTHS, strict=False))
    return code if kind_of(code) is _KINDS[len(parts)] else ""


def code_apart(text: str) -> tuple[str, str]:
    """The code that a text begins with, and what stands behind it; without one "" and the text as it is."""
    plain = close_code(text).strip()
    kode = leading_code(plain)
    return (kode, plain.removeprefix(kode).lstrip(" -–:./|\n")) if kode else ("", text)


def split_codes(text: str) -> tuple[str, ...]:
    """The codes a cell names, however they are parted.

    A name behind a code is left out: sources write "2.16.02 - PROGRAM …" and "7.01.01.2.06.0004 Penyediaan …". A cell
    that holds no code gives its first word, so that it can be said that this is none.
    """
    words = [part for word in re.split(r"[;\s]+", squeeze(close_code(text))) for part in _apart(word)]
    codes = tuple(dict.fromkeys(word.rstrip(".-") for word in words if _KODE.fullmatch(word)))
    return codes or tuple(word for word in words[:1] if word)


def _apart(word: str) -> list[str]:
    """The codes that a comma parts; a word of which a comma parts no codes is whole: "2.20,02"."""
    parts = [part for part in word.split(",") if part]
    return parts if len(parts) < 2 or all(map(_KODE.fullmatch, parts)) else [word]


def first_code(text: str) -> str:
    """The first code that a cell names; empty where it is blank."""
    return next(iter(split_codes(text)), "")


def split_ids(text: str) -> tuple[str, ...]:
    """The IDs a cell names, several split by ``;`` or a line break: a comma stands in titles and before degrees too."""
    parts = (squeeze(part) for part in PARTING.split(text))
    return tuple(dict.fromkeys(part for part in parts if part and part != "-"))


@dataclass(frozen=True, slots=True)
class Nomenklatur:
    """One line of the sheet Program. ``jenis`` is None for a code without the official shape."""

    kode: str
    jenis: CodeKind | None
    baris: ProgramRow

    @property
    def nama(self) -> Isian:
        """The official name."""
        return self.baris.nomenklatur

    @property
    def pagu(self) -> Mapping[int, Isian]:
        """Budget by year."""
        return self.baris.pagu

    @property
    def kas(self) -> tuple[Isian, ...]:
        """Cash budget of the four quarters of the year in Identitas."""
        row = self.baris
        return row.kas_tw1, row.kas_tw2, row.kas_tw3, row.kas_tw4

    def rupiah(self, tahun: int | None) -> Decimal | None:
        """Budget of a year, None where it is not given."""
        isian = self.pagu.get(tahun) if tahun is not None else None
        return isian.number if isian else None


@dataclass(frozen=True)
class ProgramList:
    """All lines of the sheet Program in sheet order; the first of a repeated code counts."""

    program_lines: tuple[Nomenklatur, ...]

    @cached_property
    def _by_code(self) -> dict[str, Nomenklatur]:
        return {entry.kode: entry for entry in reversed(self.program_lines)}

    @cached_property
    def unread(self) -> frozenset[CellRef]:
        """The cells of amounts in which something stands that is none."""
        amounts = (isian for entry in self.program_lines for isian in entry.pagu.values())
        return frozenset(isian.source for isian in amounts if isian.unread or (isian and isian.number is None))

    @cached_property
    def _place(self) -> dict[str, int]:
        """The place of each code in the sheet, which may go on on others: 1-based."""
        found: dict[str, int] = {}
        for number, entry in enumerate(self.program_lines, start=1):
            found.setdefault(entry.kode, number)
        return found

    @cached_property
    def _children(self) -> dict[str, list[Nomenklatur]]:
        children: dict[str, list[Nomenklatur]] = {}
        for entry in self._by_code.values():
            induk = parent_code(entry.kode)
            if induk:
                children.setdefault(induk, []).append(entry)
        return {induk: sorted(child, key=lambda entry: self._place[entry.kode]) for induk, child in children.items()}

    def __contains__(self, kode: str) -> bool:
        return kode in self._by_code

    def find(self, kode: str) -> Nomenklatur | None:
        """The line of a code."""
        return self._by_code.get(kode)

    def children(self, kode: str) -> tuple[Nomenklatur, ...]:
        """The kegiatan of a program, the sub kegiatan of a kegiatan, in sheet order."""
        return tuple(self._children.get(kode, ()))

    @cached_property
    def roots(self) -> tuple[Nomenklatur, ...]:
        """The lines that are part of no other, in sheet order: the programs, and what has lost its own."""
        lines = (entry for entry in self.program_lines if entry.jenis and self._by_code[entry.kode] is entry)
        return tuple(entry for entry in lines if (parent_code(entry.kode) or "") not in self._by_code)

    def order(self, kode: str) -> int:
        """Place of a code, for sorting by the sheet; 0 for one that is not listed."""
        return self._place.get(kode, 0)

    def at_level(self, jenis: CodeKind) -> tuple[Nomenklatur, ...]:
        """All lines of one kind in sheet order."""
        return tuple(
            entry for entry in self.program_lines if entry.jenis is jenis and self._by_code[entry.kode] is entry
        )
