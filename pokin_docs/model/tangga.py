"""Ladders: what component a label stands for, told by the label alone or by all labels of the workbook together.

Labels are data in ``model.jenjang``. "Eselon III" is the level below the head in an agency and the head itself in a
kecamatan; "Intermediate Outcome" is a sasaran unless the sasaran have their own name (domain.md 3.2).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

from pokin_docs.model.jenjang import (
    ANGKA_ESELON,
    AWALAN_KOMPONEN,
    LABEL_ANAK,
    SEBUTAN_ESELON,
    Anak,
    KomponenPerencanaan,
    komponen_of,
    read_jenis_pk,
    read_jenjang,
    read_komponen,
)  # fmt: skip
from pokin_docs.model.program import KODE_KOMPONEN, kind_of, split_codes
from pokin_docs.model.rows import Isian, KinerjaRow
from pokin_docs.model.teks import fold, without_number

_KOMPONEN_KODE = {jenis: komponen for komponen, jenis in KODE_KOMPONEN.items()}
_ANGKA = "|".join(sorted(ANGKA_ESELON, key=len, reverse=True))
_ESELON = re.compile(rf"^(?:pejabat |kinerja |jabatan |pk )?(?:{'|'.join(SEBUTAN_ESELON)}) ?({_ANGKA}) ?([ab])?(?: |$)")
_AWAL = sorted(
    ((fold(label), anak) for anak, labels in LABEL_ANAK.items() for label in labels), key=lambda x: -len(x[0])
)
_KURUNG = re.compile(r"\([^)]*\)")
# "Tujuan 1: Meningkatnya …": a label, its number and the sentence in one cell.
_SEBELUM_TITIK_DUA = re.compile(r"^((?:tujuan|sasaran)[^:–]{0,40}?)\s*(?::|–|\s-\s)", re.IGNORECASE)
_KODE_DEPAN = re.compile(r"([\dX]+(?:\.[\dX]+)+)(?=[\s:–-]|$)")

_TETAP = {
    Anak.ESELON_II: KomponenPerencanaan.SASARAN,
    Anak.CAMAT: KomponenPerencanaan.SASARAN,
    Anak.ESELON_III: KomponenPerencanaan.SASARAN_PROGRAM,
    Anak.ESELON_III_B: KomponenPerencanaan.SASARAN_PROGRAM,
    Anak.ESELON_IV: KomponenPerencanaan.SASARAN_KEGIATAN,
    Anak.PELAKSANA: KomponenPerencanaan.SASARAN_SUB_KEGIATAN,
    Anak.ULTIMATE: KomponenPerencanaan.TUJUAN,
    Anak.OUTCOME: KomponenPerencanaan.TUJUAN,
    Anak.INTERMEDIATE: KomponenPerencanaan.SASARAN,
    Anak.IMMEDIATE: KomponenPerencanaan.SASARAN_KEGIATAN,
    Anak.OUTPUT: KomponenPerencanaan.SASARAN_SUB_KEGIATAN,
}
_ABOVE = {Anak.ULTIMATE, Anak.OUTCOME, Anak.INTERMEDIATE}


@dataclass(frozen=True)
class Tangga:
    """What the rungs that occur in one workbook stand for; ``diturunkan`` are those that the other labels decided."""

    arti: Mapping[Anak, KomponenPerencanaan]
    diturunkan: frozenset[Anak] = frozenset()

    def __str__(self) -> str:
        """What each rung is read as: ``eselon III = Sasaran Program``."""
        order = sorted(self.arti, key=lambda anak: (self.arti[anak].value, anak.value))
        return ", ".join(f"{anak.value} = {self.arti[anak].label}" for anak in order)

    def read(self, text: str) -> KomponenPerencanaan | None:
        """The component of a label, a code or a name with its label, or None when it says no level."""
        found = read_label(text)
        return self.arti.get(found, _TETAP[found]) if isinstance(found, Anak) else found


def leading_code(text: str) -> str | None:
    """The code of a program, kegiatan or sub kegiatan that a text begins with: "1.05.02 - PROGRAM …"."""
    match = _KODE_DEPAN.match(text.strip())
    return match.group(1) if match and kind_of(match.group(1)) else None


@lru_cache(maxsize=10_000)
def read_label(text: str) -> KomponenPerencanaan | Anak | None:
    """What a text says of the level by itself: a component, a rung of a ladder, or nothing."""
    komponen = read_komponen(text)
    if komponen is not None:
        return komponen
    kode = leading_code(text)
    if kode is not None:
        jenis = kind_of(kode)
        return _KOMPONEN_KODE[jenis] if jenis else None
    plain = without_number(text)
    if match := _SEBELUM_TITIK_DUA.match(plain.strip()):
        return read_komponen(match.group(1))
    key = fold(plain)
    for awalan, komponen in AWALAN_KOMPONEN:
        if key == awalan or key.startswith(awalan + " "):
            return komponen
    bare = fold(_KURUNG.sub(" ", plain))
    return (
        read_komponen(bare) or _rung(bare) or _rung(" ".join(fold(part) for part in re.findall(r"\(([^)]*)\)", plain)))
    )


def _rung(key: str) -> Anak | None:
    if match := _ESELON.match(key):
        anak = ANGKA_ESELON[match.group(1)]
        return Anak.ESELON_III_B if anak is Anak.ESELON_III and match.group(2) == "b" else anak
    return next((anak for awal, anak in _AWAL if key == awal or key.startswith(awal + " ")), None)


def ladder_of(labels: Iterable[str]) -> Tangga:
    """The ladder of a workbook, from all labels in it."""
    found = {read_label(text) for text in dict.fromkeys(labels)}
    named = {item for item in found if isinstance(item, KomponenPerencanaan)}
    arti = {item: _TETAP[item] for item in found if isinstance(item, Anak)}
    before = dict(arti)
    sure = set(named)
    if Anak.ESELON_II in arti or Anak.CAMAT in arti:
        sure.add(KomponenPerencanaan.SASARAN)
    elif KomponenPerencanaan.SASARAN not in named and not _ABOVE & set(arti) and Anak.ESELON_III in arti:
        # Nobody stands above eselon III: it is the head of the agency, as in a kecamatan.
        arti[Anak.ESELON_III] = KomponenPerencanaan.SASARAN
    if Anak.INTERMEDIATE in arti and KomponenPerencanaan.SASARAN in sure:
        arti[Anak.INTERMEDIATE] = KomponenPerencanaan.SASARAN_PROGRAM
    if Anak.OUTCOME in arti and (KomponenPerencanaan.TUJUAN in named or Anak.ULTIMATE in arti):
        taken = KomponenPerencanaan.SASARAN in sure or Anak.INTERMEDIATE in arti
        arti[Anak.OUTCOME] = KomponenPerencanaan.SASARAN_PROGRAM if taken else KomponenPerencanaan.SASARAN
    if Anak.OUTPUT in arti and KomponenPerencanaan.SASARAN_SUB_KEGIATAN in named:
        free = KomponenPerencanaan.SASARAN_KEGIATAN not in named and Anak.IMMEDIATE not in arti
        if free:
            arti[Anak.OUTPUT] = KomponenPerencanaan.SASARAN_KEGIATAN
    changed = {anak for anak in arti if arti[anak] is not before[anak]}
    return Tangga(arti, frozenset(changed | ({Anak.CAMAT} & set(arti))))


@dataclass(frozen=True, slots=True)
class Bacaan:
    """The level of a row and what it was read from; ``dasar`` is empty where Komponen itself says it."""

    komponen: KomponenPerencanaan
    dasar: str = ""


def level_of(row: KinerjaRow, tangga: Tangga) -> Bacaan | None:
    """The level of a row: from Komponen; where that says none, from Kode, Keterangan, Jenis PK if there is no doubt."""
    komponen = tangga.read(row.komponen.teks)
    if komponen is not None:
        return Bacaan(komponen)
    if row.komponen and is_misspelt_label(row.komponen.teks):
        return None
    kinds = {kind_of(kode) for kode in split_codes(row.kode.teks)}
    if len(kinds) == 1 and (jenis := next(iter(kinds))) is not None:
        return Bacaan(_KOMPONEN_KODE[jenis], f"«{row.kode.bersih}»")
    jenjang, jenis_pk = read_jenjang(row.keterangan.teks), read_jenis_pk(row.jenis_pk.teks)
    komponen = komponen_of(jenjang, jenis_pk) if jenjang or jenis_pk else None
    if komponen is None and jenjang is None:
        komponen = tangga.read(row.keterangan.teks)
    if komponen is None:
        return None
    return Bacaan(komponen, " dan ".join(f"«{isian.bersih}»" for isian in (row.keterangan, row.jenis_pk) if isian))


def is_misspelt_label(text: str) -> bool:
    """Whether a text was meant as a label: then nothing else may decide the level in its place."""
    words = fold(without_number(text)).split()
    return bool(words) and words[0] in {"tujuan", "sasaran", "program", "kegiatan", "sub"} and len(words) <= 4


def names_a_component(text: str) -> bool:
    """Whether a text is the code or the name of one program, kegiatan or sub kegiatan, not only the name of a level."""
    return isinstance(read_label(text), KomponenPerencanaan) and read_komponen(without_number(text)) is None


def with_code(row: KinerjaRow) -> KinerjaRow:
    """The row, with the code that stands in front of its Komponen or Kinerja where Kode is blank or missing."""
    for isian in () if row.kode else (row.komponen, row.kinerja):
        kode = leading_code(isian.teks)
        if kode:
            return replace(row, kode=Isian(kode, isian.asal))
    return row


def labels_of(rows: Iterable[KinerjaRow]) -> Iterable[str]:
    """The texts that say the levels of a table: Komponen, or Keterangan where Komponen says none."""
    for row in rows:
        if read_label(row.komponen.teks) is not None:
            yield row.komponen.teks
        elif row.keterangan and read_jenjang(row.keterangan.teks) is None:
            yield row.keterangan.teks
