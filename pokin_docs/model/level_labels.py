"""Ladders: what component a label stands for, told by the label alone or by all labels of the workbook together.

Labels are data in ``model.jenjang``. "Eselon III" is the level below the head in an agency and the head itself in a
kecamatan; "Intermediate Outcome" is a sasaran unless the sasaran have their own name (domain.md 3.2).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

from pokin_docs.model.levels import (
    ANGKA_ESELON,
    ANGKA_LEVEL,
    AWALAN_ANAK,
    AWALAN_KOMPONEN,
    BUKAN_ATASAN,
    LABEL_ANAK,
    LEBIH_TEPAT,
    LEVEL,
    SEBUTAN_ESELON,
    SEBUTAN_LEVEL,
    Anak,
    KomponenPerencanaan,
    komponen_of,
    read_jenis_pk,
    read_jenjang,
    read_komponen,
)  # fmt: skip
from pokin_docs.model.programs import KODE_KOMPONEN, close_code, kind_of, split_codes
from pokin_docs.model.rows import Isian, KinerjaRow
from pokin_docs.model.texts import fold, squeeze, without_number

_KOMPONEN_KODE = {jenis: komponen for komponen, jenis in KODE_KOMPONEN.items()}
_ANGKA = "|".join(sorted(ANGKA_ESELON, key=len, reverse=True))
_ESELON = re.compile(rf"^(?:{'|'.join(SEBUTAN_ESELON)}) ?({_ANGKA}) ?([ab])?(?: |$)")
_LEVEL = re.compile(rf"^(?:{'|'.join(SEBUTAN_LEVEL)}) ?({'|'.join(sorted(ANGKA_LEVEL, key=len, reverse=True))})(?: |$)")
_AWALAN = re.compile(rf"^(?:{'|'.join(AWALAN_ANAK)}) ")
_AWAL = sorted(
    ((fold(label), anak) for anak, labels in LABEL_ANAK.items() for label in labels), key=lambda x: -len(x[0])
)
_DAN = re.compile(r"[/,&]|\bdan\b|\batau\b", re.IGNORECASE)
_HASIL = re.compile(r"\w+nya\b")
_KURUNG = re.compile(r"\([^)]*\)")
# "Tujuan 1: Meningkatnya …": a label, its number and the sentence in one cell.
_SEBELUM_TITIK_DUA = re.compile(
    r"^\s*((?:tujuan|sasaran)[^:–]{0,40}?)(?:\s*(?::|–|\s-\s)|\.?\s+(?=[^\W\d]+nya\b))\s*", re.IGNORECASE
)
_NOMOR_AKHIR = re.compile(r"[\s\d.]+$")
_KODE_DEPAN = re.compile(r"([\dX]+(?:\.[\dX]+)+)(?=[\s:–-]|$)")

_TETAP = {
    Anak.ESELON_II: KomponenPerencanaan.SASARAN,
    Anak.CAMAT: KomponenPerencanaan.SASARAN,
    Anak.ESELON_III: KomponenPerencanaan.SASARAN_PROGRAM,
    Anak.ESELON_III_B: KomponenPerencanaan.SASARAN_PROGRAM,
    Anak.KEPALA_UNIT: KomponenPerencanaan.SASARAN_KEGIATAN,
    Anak.ESELON_IV: KomponenPerencanaan.SASARAN_KEGIATAN,
    Anak.PELAKSANA: KomponenPerencanaan.SASARAN_SUB_KEGIATAN,
    Anak.ULTIMATE: KomponenPerencanaan.TUJUAN,
    Anak.OUTCOME: KomponenPerencanaan.TUJUAN,
    Anak.INTERMEDIATE: KomponenPerencanaan.SASARAN,
    Anak.IMMEDIATE: KomponenPerencanaan.SASARAN_KEGIATAN,
    Anak.OUTPUT: KomponenPerencanaan.SASARAN_SUB_KEGIATAN,
    **dict(zip(LEVEL, (KomponenPerencanaan.TUJUAN, *KomponenPerencanaan), strict=True)),
}
_HEADS = {KomponenPerencanaan.SASARAN, KomponenPerencanaan.SASARAN_PROGRAM}
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
    match = _KODE_DEPAN.match(close_code(text).strip())
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
    if (match := _SEBELUM_TITIK_DUA.match(plain)) and (komponen := _before_sentence(match)) is not None:
        return komponen
    key = fold(plain)
    for awalan, komponen in AWALAN_KOMPONEN:
        if key == awalan or key.startswith(awalan + " "):
            return komponen
    bare = fold(_KURUNG.sub(" ", plain))
    inside = _rung(" ".join(fold(part) for part in re.findall(r"\(([^)]*)\)", plain)))
    outside = read_komponen(bare) or _rung(bare)
    if isinstance(outside, Anak) and inside in LEBIH_TEPAT.get(outside, ()):
        return inside
    return outside or inside


def split_label(text: str) -> tuple[str, str] | None:
    """The level and the sentence of a text that holds both, such as "Sasaran 1: Meningkatnya …"; None for any other."""
    match = _SEBELUM_TITIK_DUA.match(text)
    if match is None or _before_sentence(match) is None or not _HASIL.match(fold(without_number(text[match.end() :]))):
        return None
    return match.group(1), text[match.end() :]


def _before_sentence(match: re.Match[str]) -> KomponenPerencanaan | None:
    label = match.group(1)
    return read_komponen(label) or read_komponen(_NOMOR_AKHIR.sub("", label))


def _rung(key: str) -> Anak | None:
    for text in (key, _AWALAN.sub("", key, count=1)):
        if match := _ESELON.match(text):
            anak = ANGKA_ESELON[match.group(1)]
            return Anak.ESELON_III_B if anak is Anak.ESELON_III and match.group(2) == "b" else anak
        if match := _LEVEL.match(text):
            return ANGKA_LEVEL[match.group(1)]
        for awal, anak in _AWAL:
            if text == awal or text.startswith(awal + " "):
                return anak
    return None


@lru_cache(maxsize=10_000)
def may_lead(atasan: str, bawahan: str) -> bool:
    """Whether the post that one text begins with may stand above that of another; True where nothing is known."""
    above, *_ = _posts(atasan)
    below, *also = _posts(bawahan)
    for posts, never in BUKAN_ATASAN:
        # "Kasi dan Kasubbag": one of them may.
        if _begins(below, posts) and _begins(above, never) and not any(_begins(other, never) for other in also):
            return False
    return True


def _posts(text: str) -> list[str]:
    """The folded texts of the posts that a text names, without what says nothing of the post."""
    return [_AWALAN.sub("", fold(part), count=1) for part in _DAN.split(text)]


def _begins(key: str, words: tuple[str, ...]) -> bool:
    return any(key == word or key.startswith(word + " ") for word in map(fold, words))


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
    elif Anak.KEPALA_UNIT in arti and not (named & _HEADS or _ABOVE & set(arti)) and Anak.ESELON_III_B not in arti:
        arti[Anak.KEPALA_UNIT] = KomponenPerencanaan.SASARAN  # a table of a kelurahan, a puskesmas, a school alone
    if Anak.INTERMEDIATE in arti and KomponenPerencanaan.SASARAN in sure:
        arti[Anak.INTERMEDIATE] = KomponenPerencanaan.SASARAN_PROGRAM
    if Anak.OUTCOME in arti and (KomponenPerencanaan.TUJUAN in named or Anak.ULTIMATE in arti):
        taken = KomponenPerencanaan.SASARAN in sure or Anak.INTERMEDIATE in arti
        arti[Anak.OUTCOME] = KomponenPerencanaan.SASARAN_PROGRAM if taken else KomponenPerencanaan.SASARAN
    if Anak.OUTPUT in arti and KomponenPerencanaan.SASARAN_SUB_KEGIATAN in named:
        free = KomponenPerencanaan.SASARAN_KEGIATAN not in named and Anak.IMMEDIATE not in arti
        if free:
            arti[Anak.OUTPUT] = KomponenPerencanaan.SASARAN_KEGIATAN
    arti |= _counted(set(arti) & set(LEVEL), named)
    changed = {anak for anak in arti if arti[anak] is not before[anak]}
    return Tangga(arti, frozenset(changed | ({Anak.CAMAT, *LEVEL} & set(arti))))


def _counted(levels: set[Anak], named: set[KomponenPerencanaan]) -> dict[Anak, KomponenPerencanaan]:
    """What "Level 1", "Level 2" stand for: the first follows the labels above, else it is the sasaran.

    Five levels reach from the tujuan to the sub kegiatan; fewer begin at the sasaran, as a PK does.
    """
    order = sorted(levels, key=LEVEL.index)
    above = [komponen.value for komponen in named & {KomponenPerencanaan.TUJUAN, KomponenPerencanaan.SASARAN}]
    whole = len(order) >= len(KomponenPerencanaan) or (bool(order) and order[0] is Anak.LEVEL_0)
    start = max(above) + 1 if above else 0 if whole else 1
    first = LEVEL.index(order[0]) if order else 0
    lowest = len(KomponenPerencanaan) - 1
    return {anak: KomponenPerencanaan(min(start + LEVEL.index(anak) - first, lowest)) for anak in order}


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


def component_name(text: str) -> str:
    """The name of a program, kegiatan or sub kegiatan without its code; empty for the label of a level alone."""
    plain = close_code(text).strip()
    kode = leading_code(plain) or ""
    name = squeeze(plain.removeprefix(kode)).lstrip(" -–:.").strip()
    own = bool(name) and (bool(kode) or not isinstance(read_label(name), Anak)) and read_komponen(name) is None
    return name if own and not _HASIL.match(fold(without_number(name))) else ""


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


PENOMORAN = "penomoran di kolom"
"""How a finding calls this source of levels."""
