"""Unknown names that a fault of a loop explains: one finding at the loop instead of one at each name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Protocol, TypeVar

from pokin_docs.model.ruas import Daftar, Rekaman, fields
from pokin_docs.model.templat import BagianTemplat, Blok


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
        if tag.kata == "endfor" and all(block.tutup != number for block in part.blok):
            unknown = _lost_beginning(part, number, _swapped(part, number, ulangan, unknown))
    for block in part.blok:
        loop = ulangan.get(block.buka)
        if loop is not None:
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
    if (tag.kalimat, tag.awal) not in {(other.kalimat, other.awal) for other in part.cacat}:
        right = tag.tulis(isi=re.sub(rf"\bfor\s+{re.escape(loop[0])}\b", f"for {name}", tag.isi, count=1))
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
