"""Ladders: what component a label stands for, told by the label alone or by all labels of the workbook together.

Labels are data in ``model.levels``. "Eselon III" is the level below the head in an agency and the head itself in a
kecamatan; "Intermediate Outcome" is a sasaran unless the sasaran have their own name (domain.md 3.2).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from pokin_docs.model.levels import (
    ESELON_LABELS,
    ESELON_NUMBERS,
    KOMPONEN_PREFIXES,
    LEVEL,
    LEVEL_NAMES,
    LEVEL_NUMBERS,
    MORE_EXACT,
    NO_ATASAN,
    PK_CLASS_OF_RUNG,
    PK_WORDS,
    RUNG_LABELS,
    RUNG_PREFIXES,
    JenisPk,
    KomponenPerencanaan,
    Rung,
    komponen_of,
    read_jenis_pk,
    read_jenjang,
    read_komponen,
)  # fmt: skip
from pokin_docs.model.programs import LEVEL_OF_CODE, code_apart, kind_of, leading_code, split_codes
from pokin_docs.model.rows import KinerjaRow
from pokin_docs.model.texts import fold, squeeze, without_number

_NUMBER = "|".join(sorted(ESELON_NUMBERS, key=len, reverse=True))
_ESELON = re.compile(rf"^(?:{'|'.join(ESELON_LABELS)}) ?({_NUMBER}) ?([ab])?(?: |$)")
_LEVEL = re.compile(rf"^(?:{'|'.join(LEVEL_NAMES)}) ?({'|'.join(sorted(LEVEL_NUMBERS, key=len, reverse=True))})(?: |$)")
_PREFIX = re.compile(rf"^(?:{'|'.join(RUNG_PREFIXES)}) ")
_LABELS = sorted(((fold(x), rung) for rung, known in RUNG_LABELS.items() for x in known), key=lambda x: -len(x[0]))
_STARTS = {word: [own for own in _LABELS if own[0].split()[0] == word] for word in {x.split()[0] for x, _ in _LABELS}}
"""What labels begin with, by their first word, the longest first."""
_AND = re.compile(r"[/,&]|\bdan\b|\batau\b", re.IGNORECASE)
_RESULT_WORDS = re.compile(r"\w+nya\b")
_BRACKETS = re.compile(r"\([^)]*\)")
# "Tujuan 1: Meningkatnya …": a label, its number and the sentence in one cell.
_BEFORE_COLON = re.compile(
    r"^\s*((?:tujuan|sasaran)[^:–]{0,40}?|program|(?:sub ?)?kegiatan)(?:\s*(?::|–|\s-\s)|\.?\s+(?=[^\W\d]+nya\b))\s*",
    re.IGNORECASE,
)
_TRAILING_NUMBER = re.compile(r"[\s\d.]+$")

_FIXED = {
    Rung.ESELON_II: KomponenPerencanaan.SASARAN,
    Rung.CAMAT: KomponenPerencanaan.SASARAN,
    Rung.ESELON_III: KomponenPerencanaan.SASARAN_PROGRAM,
    Rung.ESELON_III_B: KomponenPerencanaan.SASARAN_PROGRAM,
    Rung.UNIT_HEAD: KomponenPerencanaan.SASARAN_KEGIATAN,
    Rung.ESELON_IV: KomponenPerencanaan.SASARAN_KEGIATAN,
    Rung.PELAKSANA: KomponenPerencanaan.SASARAN_SUB_KEGIATAN,
    Rung.OBJECTIVE: KomponenPerencanaan.SASARAN,
    Rung.ULTIMATE: KomponenPerencanaan.TUJUAN,
    Rung.OUTCOME: KomponenPerencanaan.TUJUAN,
    Rung.INTERMEDIATE: KomponenPerencanaan.SASARAN,
    Rung.IMMEDIATE: KomponenPerencanaan.SASARAN_KEGIATAN,
    Rung.OUTPUT: KomponenPerencanaan.SASARAN_SUB_KEGIATAN,
    **dict(zip(LEVEL, (KomponenPerencanaan.TUJUAN, *KomponenPerencanaan), strict=True)),
}
_HEADS = {KomponenPerencanaan.SASARAN, KomponenPerencanaan.SASARAN_PROGRAM}
_ABOVE = {Rung.ULTIMATE, Rung.OUTCOME, Rung.INTERMEDIATE}


@dataclass(frozen=True)
class LevelLadder:
    """What the rungs that occur in one workbook stand for; ``derived`` are those that the other labels decided."""

    meanings: Mapping[Rung, KomponenPerencanaan]
    derived: frozenset[Rung] = frozenset()

    def __str__(self) -> str:
        """What each rung is read as: ``eselon III = Sasaran Program``."""
        order = sorted(self.meanings, key=lambda child: (self.meanings[child].value, child.value))
        return ", ".join(f"{child.value} = {self.meanings[child].label}" for child in order)

    def read(self, text: str) -> KomponenPerencanaan | None:
        """The component of a label, a code or a name with its label, or None when it says no level."""
        found = read_label(text)
        return self.meanings.get(found, _FIXED[found]) if isinstance(found, Rung) else found


@lru_cache(maxsize=10_000)
def read_label(text: str) -> KomponenPerencanaan | Rung | None:
    """What a text says of the level by itself: a component, a rung of a ladder, or nothing."""
    komponen = read_komponen(text)
    if komponen is not None:
        return komponen
    kode = leading_code(text)
    if kode is not None:
        jenis = kind_of(kode)
        return LEVEL_OF_CODE[jenis] if jenis else None
    plain = without_number(text)
    if (match := _BEFORE_COLON.match(plain)) and (komponen := _before_sentence(match)) is not None:
        return komponen
    key = fold(plain)
    for prefix, komponen in KOMPONEN_PREFIXES:
        if key == prefix or key.startswith(prefix + " "):
            return komponen
    bare = fold(_BRACKETS.sub(" ", plain))
    inside = _rung(" ".join(fold(part) for part in re.findall(r"\(([^)]*)\)", plain)))
    outside = read_komponen(bare) or _rung(bare)
    if isinstance(outside, Rung) and inside in MORE_EXACT.get(outside, ()):
        return inside
    return outside or inside


def split_label(text: str) -> tuple[str, str] | None:
    """The level and the sentence of a text that holds both, such as "Sasaran 1: Meningkatnya …"; None for any other."""
    match = _BEFORE_COLON.match(text)
    if match is None or _before_sentence(match) is None:
        return None
    rest = text[match.end() :]
    return (match.group(1), rest) if _RESULT_WORDS.match(fold(without_number(rest))) else None


def _before_sentence(match: re.Match[str]) -> KomponenPerencanaan | None:
    label = match.group(1)
    return read_komponen(label) or read_komponen(_TRAILING_NUMBER.sub("", label))


def _rung(key: str) -> Rung | None:
    for text in (key, _PREFIX.sub("", key, count=1)):
        if match := _ESELON.match(text):
            child = ESELON_NUMBERS[match.group(1)]
            return Rung.ESELON_III_B if child is Rung.ESELON_III and match.group(2) == "b" else child
        if match := _LEVEL.match(text):
            return LEVEL_NUMBERS[match.group(1)]
        for start, child in _STARTS.get(text.split(" ", 1)[0], ()):
            if text == start or text.startswith(start + " "):
                return child
    return None


@lru_cache(maxsize=1_000)
def read_pk_class(text: str) -> JenisPk | None:
    """The PK class that a text says by its label, by an eselon, or by the post that it begins with."""
    exact = read_jenis_pk(text)
    if exact is not None:
        return exact
    words = [word for word in fold(text).split() if word not in PK_WORDS]
    rung = _rung(" ".join(words))
    if rung is Rung.PELAKSANA and "ahli" in words:
        # Of the functional posts the ahli muda has the place of a sub koordinator; higher ones are not told by it.
        return {"muda": JenisPk.SUB_KOORDINATOR_JF, "pertama": JenisPk.JF_JP}.get(words[-1])
    return PK_CLASS_OF_RUNG.get(rung) if rung is not None else None


@lru_cache(maxsize=10_000)
def may_lead(atasan: str, bawahan: str) -> bool:
    """Whether the post that one text begins with may stand above that of another; True where nothing is known."""
    above, *_ = _posts(atasan)
    below, *also = _posts(bawahan)
    for posts, never in NO_ATASAN:
        # "Kasi dan Kasubbag": one of them may.
        if _begins(below, posts) and _begins(above, never) and not any(_begins(other, never) for other in also):
            return False
    return True


def _posts(text: str) -> list[str]:
    """The folded texts of the posts that a text names, without what says nothing of the post."""
    return [_PREFIX.sub("", fold(part), count=1) for part in _AND.split(text)]


def _begins(key: str, words: tuple[str, ...]) -> bool:
    return any(key == word or key.startswith(word + " ") for word in map(fold, words))


def ladder_of(labels: Iterable[str]) -> LevelLadder:
    """The ladder of a workbook, from all labels in it."""
    found = {read_label(text) for text in dict.fromkeys(labels)}
    named = {item for item in found if isinstance(item, KomponenPerencanaan)}
    meaning = {item: _FIXED[item] for item in found if isinstance(item, Rung)}
    before = dict(meaning)
    sure = set(named)
    if Rung.ESELON_II in meaning or Rung.CAMAT in meaning:
        sure.add(KomponenPerencanaan.SASARAN)
    elif KomponenPerencanaan.SASARAN not in named and not _ABOVE & set(meaning) and Rung.ESELON_III in meaning:
        # Nobody stands above eselon III: it is the head of the agency, as in a kecamatan.
        meaning[Rung.ESELON_III] = KomponenPerencanaan.SASARAN
    elif (
        Rung.UNIT_HEAD in meaning and not (named & _HEADS or _ABOVE & set(meaning)) and Rung.ESELON_III_B not in meaning
    ):
        meaning[Rung.UNIT_HEAD] = KomponenPerencanaan.SASARAN  # a table of a kelurahan, a puskesmas, a school alone
    if Rung.OBJECTIVE in meaning and KomponenPerencanaan.SASARAN in sure and KomponenPerencanaan.TUJUAN not in named:
        meaning[Rung.OBJECTIVE] = KomponenPerencanaan.TUJUAN
    if Rung.INTERMEDIATE in meaning and KomponenPerencanaan.SASARAN in sure:
        meaning[Rung.INTERMEDIATE] = KomponenPerencanaan.SASARAN_PROGRAM
    if Rung.OUTCOME in meaning and (KomponenPerencanaan.TUJUAN in named or Rung.ULTIMATE in meaning):
        taken = KomponenPerencanaan.SASARAN in sure or Rung.INTERMEDIATE in meaning
        meaning[Rung.OUTCOME] = KomponenPerencanaan.SASARAN_PROGRAM if taken else KomponenPerencanaan.SASARAN
    free = KomponenPerencanaan.SASARAN_KEGIATAN not in named and Rung.IMMEDIATE not in meaning
    if free and Rung.OUTPUT in meaning and KomponenPerencanaan.SASARAN_SUB_KEGIATAN in named:
        meaning[Rung.OUTPUT] = KomponenPerencanaan.SASARAN_KEGIATAN
    meaning |= _counted(set(meaning) & set(LEVEL), named)
    changed = {child for child in meaning if meaning[child] is not before[child] or child in (Rung.CAMAT, *LEVEL)}
    return LevelLadder(meaning, frozenset(changed))


def _counted(levels: set[Rung], named: set[KomponenPerencanaan]) -> dict[Rung, KomponenPerencanaan]:
    """What "Level 1", "Level 2" stand for: the first follows the labels above, else it is the sasaran.

    Five levels reach from the tujuan to the sub kegiatan; fewer begin at the sasaran, as a PK does.
    """
    order = sorted(levels, key=LEVEL.index)
    above = [komponen.value for komponen in named & {KomponenPerencanaan.TUJUAN, KomponenPerencanaan.SASARAN}]
    whole = len(order) >= len(KomponenPerencanaan) or (bool(order) and order[0] is Rung.LEVEL_0)
    start = max(above) + 1 if above else 0 if whole else 1
    first = LEVEL.index(order[0]) if order else 0
    lowest = len(KomponenPerencanaan) - 1
    return {child: KomponenPerencanaan(min(start + LEVEL.index(child) - first, lowest)) for child in order}


@dataclass(frozen=True, slots=True)
class LevelReading:
    """The level of a row and what it was read from; ``basis`` is empty where Komponen itself says it."""

    komponen: KomponenPerencanaan
    basis: str = ""


def level_of(row: KinerjaRow, ladder: LevelLadder) -> LevelReading | None:
    """The level of a row: from Komponen; where that says none, from Kode, Keterangan, Jenis PK if there is no doubt."""
    komponen = ladder.read(row.komponen.text)
    if komponen is not None:
        return LevelReading(komponen)
    if row.komponen and is_misspelt_label(row.komponen.text):
        return None
    kinds = {kind_of(kode) for kode in split_codes(row.kode.text)}
    if len(kinds) == 1 and (jenis := next(iter(kinds))) is not None:
        return LevelReading(LEVEL_OF_CODE[jenis], f"«{row.kode.clean}»")
    jenjang, jenis_pk = read_jenjang(row.keterangan.text), read_jenis_pk(row.jenis_pk.text)
    komponen = komponen_of(jenjang, jenis_pk) if jenjang or jenis_pk else None
    if komponen is None and jenjang is None:
        komponen = ladder.read(row.keterangan.text)
    if komponen is None:
        return None
    return LevelReading(komponen, " dan ".join(f"«{isian.clean}»" for isian in (row.keterangan, row.jenis_pk) if isian))


def is_misspelt_label(text: str) -> bool:
    """Whether a text was meant as a label: then nothing else may decide the level in its place."""
    words = fold(without_number(text)).split()
    return bool(words) and words[0] in {"tujuan", "sasaran", "program", "kegiatan", "sub"} and len(words) <= 4


def names_a_component(text: str) -> bool:
    """Whether a text is the code or the name of one program, kegiatan or sub kegiatan, not only the name of a level."""
    return isinstance(read_label(text), KomponenPerencanaan) and read_komponen(without_number(text)) is None


def component_name(text: str) -> str:
    """The name of a program, kegiatan or sub kegiatan without its code; empty for the label of a level alone."""
    kode, behind = code_apart(text)
    name = squeeze(behind).lstrip(" -–:.").strip()
    own = bool(name) and (bool(kode) or not isinstance(read_label(name), Rung)) and read_komponen(name) is None
    return name if own and not _RESULT_WORDS.match(fold(without_number(name))) else ""


def begins_a_result(text: str) -> bool:
    """Whether a text begins as a sentence does and not as a name: "Meningkatnya …"."""
    return _RESULT_WORDS.match(fold(without_number(text))) is not None


def labels_of(rows: Iterable[KinerjaRow]) -> Iterable[str]:
    """The texts that say the levels of a table: Komponen, or Keterangan where Komponen says none."""
    for row in rows:
        if read_label(row.komponen.text) is not None:
            yield row.komponen.text
        elif row.keterangan and read_jenjang(row.keterangan.text) is None:
            yield row.keterangan.text


NUMBERING_SYSTEMS = "penomoran di kolom"
"""How a finding calls this source of levels."""
