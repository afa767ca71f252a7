"""Unknown names that a fault of a loop explains: one finding at the loop instead of one at each name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Protocol, TypeVar

from pokin_docs.templating.faults import BagianTemplat, Blok
from pokin_docs.templating.fields import Daftar, Rekaman, fields


class Unknown(Protocol):
    """A name that nothing has: in which tag, its parts, and what is known there."""

    @property
    def tag(self) -> int:
        """Number of the tag."""

    @property
    def ruas(self) -> tuple[str, ...]:
        """Parts of the path."""

    @property
    def lingkup(self) -> Mapping[str, object]:
        """What is known where it stands."""


Loop = tuple[str, object]
"""The variable of a loop, and what it is."""
_U = TypeVar("_U", bound=Unknown)


def explain(
    part: BagianTemplat, asing: Sequence[_U], ulangan: Mapping[int, Loop], dipakai: Mapping[tuple[int, str], int]
) -> list[_U]:
    """The unknown names that no fault of a loop explains; what explains the others is told, each loop once.

    Args:
        part: The part, its blocks paired.
        asing: Names that nothing has.
        ulangan: Loops by the number of their tag.
        dipakai: How often loop variables are used, by the number of their loop's tag and name.
    """
    unknown = list(asing)
    for number, tag in enumerate(part.tags):
        if tag.kata == "endfor" and number not in part.pindah and all(block.tutup != number for block in part.blok):
            unknown = _lost_beginning(part, number, _swapped(part, number, ulangan, unknown))
    unknown = _turned_round(part, ulangan, unknown)
    for block in part.blok:
        if block.buka in part.ditegur and block.buka not in ulangan and block.kata == "for":
            unknown = _unreadable(part, block, unknown)
        loop = ulangan.get(block.buka)
        if loop is not None:
            unknown = _closed_early(part, block, loop, unknown, dipakai.get((block.buka, loop[0]), 0))
            unknown = _renamed(part, block, loop, unknown, dipakai.get((block.buka, loop[0]), 0))
            unknown = _other_list(part, block, loop, unknown)
    return _lost_loop(part, unknown)


def _swapped(part: BagianTemplat, number: int, ulangan: Mapping[int, Loop], unknown: list[_U]) -> list[_U]:
    """The unknown names left when those are taken out that stand between an end and its beginning below it."""
    for block in part.blok:
        if block.buka > number and block.tutup < 0 and block.buka in ulangan:
            name = ulangan[block.buka][0]
            return [entry for entry in unknown if not (number < entry.tag < block.buka and entry.ruas[0] == name)]
    return unknown


def _unreadable(part: BagianTemplat, block: Blok, unknown: list[_U]) -> list[_U]:
    """The unknown names left when a loop that cannot be read would make the others known."""
    inside = [entry for entry in _inside(part, block, unknown) if entry.ruas[0] not in entry.lingkup]
    for name in dict.fromkeys(entry.ruas[0] for entry in inside):
        those = [entry for entry in inside if entry.ruas[0] == name]
        uses = {entry.ruas[1] for entry in those}
        path = next((path for path, kind in _lists_in(those[0].lingkup)
                     if isinstance(kind.item, Rekaman) and uses <= set(fields(kind.item.tipe))), "")  # fmt: skip
        if path:
            told = part.ditegur[block.buka]
            right = part.tags[block.buka].tulis(isi=f"for {name} in {path}")
            part.cacat[told] = replace(part.cacat[told], usul=(right,))
            part.kabur = True
            return [entry for entry in unknown if entry not in those]
    return unknown


def fitting(part: BagianTemplat, number: int, lingkup: Mapping[str, object]) -> list[str]:
    """Lists whose items have every field that a loop uses of its variable; none where it uses none."""
    variable = re.match(r"\s*for\s+(\w+)\s+in\b", part.tags[number].isi)
    end = next((block.tutup for block in part.blok if block.buka == number), -1)
    if variable is None or end < 0:
        return []
    pattern = re.compile(rf"(?<![\w.]){variable.group(1)}\.(\w+)")
    uses = {name for tag in part.tags[number + 1 : end] for name in pattern.findall(tag.isi)}
    return [path for path, kind in _lists_in(lingkup)
            if uses and isinstance(kind.item, Rekaman) and uses <= set(fields(kind.item.tipe))]  # fmt: skip


def _turned_round(part: BagianTemplat, ulangan: Mapping[int, Loop], unknown: list[_U]) -> list[_U]:
    """The unknown names left when a loop stands above the one whose items it goes through: the two changed places."""
    for number in ulangan:
        those = [entry for entry in unknown if entry.tag == number and len(entry.ruas) > 1]
        below = next((other for other, (name, item) in ulangan.items() if those and other > number
                      and name == those[0].ruas[0] and isinstance(item, Rekaman)
                      and isinstance(fields(item.tipe).get(those[0].ruas[1]), Daftar)), -1)  # fmt: skip
        inside = any(block.buka == number and number < below < block.tutup for block in part.blok)
        if inside and those[0].ruas[0] not in those[0].lingkup:
            tag, right = part.tags[number], part.tags[below].tulis()
            name = those[0].ruas[0]
            part.tegur(tag, f"{name} baru dikenal sesudah {right}; tukar tempat kedua ulangan ini", right)
            unknown = [entry for entry in unknown if not (number <= entry.tag < below and entry.ruas[0] == name)]
    return unknown


def _closed_early(part: BagianTemplat, block: Blok, loop: Loop, unknown: list[_U], uses: int) -> list[_U]:
    """The unknown names left when a loop ends before what it repeats: one finding at its end."""
    after = [entry for entry in unknown if block.tutup >= 0 and entry.tag > block.tutup and entry.ruas[0] == loop[0]
             and loop[0] not in entry.lingkup]  # fmt: skip
    known = fields(loop[1].tipe) if isinstance(loop[1], Rekaman) else {}
    names = {entry.ruas[1] for entry in after if len(entry.ruas) > 1}
    if not names or not names <= set(known) or (uses and len(after) < 2):
        return unknown
    tag, opener = part.tags[block.tutup], part.tags[block.buka]
    table = _table_of(part, block.tutup)
    if any(_table_of(part, entry.tag) != table for entry in after):
        return unknown
    last = part.tags[after[-1].tag].tulis()
    part.tegur(tag, f"tag ini menutup {opener.tulis()} terlalu awal; pindahkan ke bawah {last}")
    part.kabur = True
    return [entry for entry in unknown if entry not in after]


def _table_of(part: BagianTemplat, number: int) -> tuple[str, int]:
    return next((node for node in reversed(part.kalimat[part.tags[number].kalimat].jalur) if node[0] == "tbl"), ("", 0))


def _inside(part: BagianTemplat, block: Blok, unknown: Sequence[_U]) -> list[_U]:
    end = block.tutup if block.tutup >= 0 else len(part.tags)
    return [entry for entry in unknown if block.buka < entry.tag < end and len(entry.ruas) > 1]


def _renamed(part: BagianTemplat, block: Blok, loop: Loop, unknown: list[_U], uses: int) -> list[_U]:
    """The unknown names left when a loop names its variable otherwise than what stands in it."""
    inside = _inside(part, block, unknown)
    hidden = [entry for entry in inside if entry.ruas[0] == loop[0]]
    strange = [entry for entry in inside if entry.ruas[0] not in entry.lingkup]
    others = {entry.ruas[0] for entry in strange}
    known = fields(loop[1].tipe) if isinstance(loop[1], Rekaman) else {}
    # Each use of the variable means the one of an outer loop of that name, or there is none.
    if len(others) != 1 or uses > len(hidden) or not all(entry.ruas[1] in known for entry in strange):
        return unknown
    name, tag = next(iter(others)), part.tags[block.buka]
    right = tag.tulis(isi=re.sub(rf"\bfor\s+{re.escape(loop[0])}\b", f"for {name}", tag.isi, count=1))
    told = part.ditegur.get(block.buka)
    if told is not None:
        part.cacat[told] = replace(part.cacat[told], usul=(right,))
    elif (tag.kalimat, tag.awal) not in {(other.kalimat, other.awal) for other in part.cacat}:
        part.tegur(tag, f"ulangan ini menyebut {loop[0]}, tetapi isinya memakai {name}", right)
    return [entry for entry in unknown if entry not in strange and entry not in hidden]


def _other_list(part: BagianTemplat, block: Blok, loop: Loop, unknown: list[_U]) -> list[_U]:
    """The unknown names left when a loop over the wrong list explains several: one finding at the loop."""
    inside = [entry for entry in _inside(part, block, unknown)
              if entry.ruas[0] == loop[0] and entry.lingkup.get(loop[0]) == loop[1]]  # fmt: skip
    uses = {entry.ruas[1] for entry in inside}
    if len(uses) < 2:
        return unknown
    for path, kind in _lists_in(inside[0].lingkup):
        if isinstance(kind.item, Rekaman) and uses <= set(fields(kind.item.tipe)):
            tag = part.tags[block.buka]
            right = tag.tulis(isi=re.sub(r"(?<=\bin\s)\s*[\w.]+", path, tag.isi, count=1))
            part.tegur(tag, f"isi ulangan ini memakai {', '.join(sorted(uses))}, yang tidak ada di daftar itu", right)
            part.kabur = True
            return [entry for entry in unknown if entry not in inside]
    return unknown


def _lost_beginning(part: BagianTemplat, number: int, unknown: list[_U]) -> list[_U]:
    """The unknown names left when those are taken out that a loop would make known whose beginning is missing."""
    before = [entry for entry in unknown if entry.tag < number and entry.ruas[0] not in entry.lingkup]
    tag = part.tags[number]
    for name in dict.fromkeys(entry.ruas[0] for entry in before):
        uses = {entry.ruas[1] for entry in before if entry.ruas[0] == name and len(entry.ruas) > 1}
        fitting = [path for path, kind in _lists_in(before[0].lingkup)
                   if uses and isinstance(kind.item, Rekaman) and uses <= set(fields(kind.item.tipe))]  # fmt: skip
        if fitting:
            index = next((at for at, fault in enumerate(part.cacat)
                          if (fault.kalimat, fault.awal) == (tag.kalimat, tag.awal)), -1)  # fmt: skip
            if index >= 0:
                right = tag.tulis(isi=f"for {name} in {fitting[0]}")
                part.cacat[index] = replace(part.cacat[index], usul=(right,))
            return [entry for entry in unknown if not (entry in before and entry.ruas[0] == name)]
    return unknown


def _lost_loop(part: BagianTemplat, unknown: list[_U]) -> list[_U]:
    """The unknown names left when a whole loop is gone, beginning and end: one finding where its first item stands."""
    for name in dict.fromkeys(entry.ruas[0] for entry in unknown if entry.ruas[0] not in entry.lingkup):
        those = [entry for entry in unknown if entry.ruas[0] == name and name not in entry.lingkup]
        uses = {entry.ruas[1] if len(entry.ruas) > 1 else "" for entry in those}
        scope = those[0].lingkup
        records = [kind for kind in scope.values() if isinstance(kind, Rekaman)]
        if len(uses) < 2 or any(uses <= set(fields(kind.tipe)) for kind in records):
            continue  # one name may be anything, and several of a record are those of that record
        fitting = [path for path, kind in _lists_in(scope)
                   if isinstance(kind.item, Rekaman) and uses <= set(fields(kind.item.tipe))]  # fmt: skip
        tag = part.tags[those[0].tag]
        if len(fitting) == 1 and those[0].tag not in part.ditegur:
            prefix = "tr" if part.kalimat[tag.kalimat].letak.tabel else "p"
            begin, end = f"{{%{prefix} for {name} in {fitting[0]} %}}", f"{{%{prefix} endfor %}}"
            part.tegur(
                tag, f"nama {name} tidak dikenal di sini; di atasnya harus ada {begin}, di bawahnya {end}", begin
            )
            unknown = [entry for entry in unknown if entry not in those]
    return unknown


def _lists_in(scope: Mapping[str, object]) -> Iterable[tuple[str, Daftar]]:
    for name, kind in scope.items():
        if isinstance(kind, Daftar):
            yield name, kind
        elif isinstance(kind, Rekaman):
            yield from ((f"{name}.{inner}", value) for inner, value in fields(kind.tipe, kind.jalur).items()
                        if isinstance(value, Daftar))  # fmt: skip
