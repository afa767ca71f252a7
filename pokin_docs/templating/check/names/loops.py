"""Unknown names that a fault of a loop explains: one finding at the loop instead of one at each name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from pokin_docs.templating.faults import TagBlock, TemplatePart, UnknownName
from pokin_docs.templating.fields import ListField, RecordField, fields

Loop = tuple[str, object]
"""The variable of a loop, and what it is."""


def explain(
    part: TemplatePart, foreign: Sequence[UnknownName], repeats: Mapping[int, Loop], used: Mapping[tuple[int, str], int]
) -> list[UnknownName]:
    """The unknown names that no fault of a loop explains; what explains the others is told, each loop once.

    Args:
        part: The part, its blocks paired; faults are added to it.
        foreign: Names that nothing has.
        repeats: Loops by the number of their tag.
        used: How often loop variables are used, by the number of their loop's tag and name.
    """
    unknown = list(foreign)
    for number, tag in enumerate(part.tags):
        if (
            tag.keyword == "endfor"
            and number not in part.moved
            and all(block.closing != number for block in part.blocks)
        ):
            unknown = _lost_beginning(part, number, _swapped(part, number, repeats, unknown))
            table = _table_of(part, number)
            lost = [
                one
                for one in unknown
                if one.parts[0] == "loop" and one.tag < number and _table_of(part, one.tag) == table
            ]
            unknown = [entry for entry in unknown if entry not in lost]
    unknown = _turned_round(part, repeats, unknown)
    for block in part.blocks:
        if block.opening in part.warned and block.opening not in repeats and block.keyword == "for":
            unknown = _unreadable(part, block, unknown)
        loop = repeats.get(block.opening)
        if loop is not None:
            unknown = _closed_early(part, block, loop, unknown, used.get((block.opening, loop[0]), 0))
            unknown = _renamed(part, block, loop, unknown, used.get((block.opening, loop[0]), 0))
            unknown = _other_list(part, block, loop, unknown)
    return _lost_loop(part, unknown)


def _swapped(
    part: TemplatePart, number: int, repeats: Mapping[int, Loop], unknown: list[UnknownName]
) -> list[UnknownName]:
    """The unknown names left when those are taken out that stand between an end and its beginning below it."""
    for block in part.blocks:
        if block.opening > number and block.closing < 0 and block.opening in repeats:
            name = repeats[block.opening][0]
            return [entry for entry in unknown if not (number < entry.tag < block.opening and entry.parts[0] == name)]
    return unknown


def _unreadable(part: TemplatePart, block: TagBlock, unknown: list[UnknownName]) -> list[UnknownName]:
    """The unknown names left when a loop that cannot be read would make the others known."""
    inside = [entry for entry in _inside(part, block, unknown) if entry.parts[0] not in entry.scope]
    for name in dict.fromkeys(entry.parts[0] for entry in inside):
        those = [entry for entry in inside if entry.parts[0] == name]
        uses = {entry.parts[1] for entry in those}
        path = next((path for path, kind in _lists_in(those[0].scope)
                     if isinstance(kind.item, RecordField) and uses <= set(fields(kind.item.record_type))), "",
                    )  # fmt: skip
        if path:
            told = part.warned[block.opening]
            right = part.tags[block.opening].typed(content=f"for {name} in {path}")
            part.faults[told] = replace(part.faults[told], proposals=(right,))
            part.vague = True
            return [entry for entry in unknown if entry not in those]
    return unknown


def fitting(part: TemplatePart, number: int, scope: Mapping[str, object]) -> list[str]:
    """Paths of lists whose items have every field that a loop uses of its variable; none where it uses none.

    Args:
        part: The part, its blocks paired.
        number: Number of the tag that opens the loop, from 0.
        scope: What is known there, by name.
    """
    variable = re.match(r"\s*for\s+(\w+)\s+in\b", part.tags[number].inner)
    end = next((block.closing for block in part.blocks if block.opening == number), -1)
    if variable is None or end < 0:
        return []
    pattern = re.compile(rf"(?<![\w.]){variable.group(1)}\.(\w+)")
    uses = {name for tag in part.tags[number + 1 : end] for name in pattern.findall(tag.inner)}
    return [path for path, kind in _lists_in(scope)
            if uses and isinstance(kind.item, RecordField) and uses <= set(fields(kind.item.record_type))]  # fmt: skip


def _turned_round(part: TemplatePart, repeats: Mapping[int, Loop], unknown: list[UnknownName]) -> list[UnknownName]:
    """The unknown names left when a loop stands above the one whose items it goes through: the two changed places."""
    for number in repeats:
        those = [entry for entry in unknown if entry.tag == number and len(entry.parts) > 1]
        below = next((other for other, (name, item) in repeats.items() if those and other > number
                      and name == those[0].parts[0] and isinstance(item, RecordField)
                      and isinstance(fields(item.record_type).get(those[0].parts[1]), ListField)), -1)  # fmt: skip
        inside = any(block.opening == number and number < below < block.closing for block in part.blocks)
        if inside and those[0].parts[0] not in those[0].scope:
            tag, right = part.tags[number], part.tags[below].typed()
            name = those[0].parts[0]
            part.warn(tag, f"{name} baru dikenal sesudah {right}; tukar tempat kedua ulangan ini", right)
            unknown = [entry for entry in unknown if not (number <= entry.tag < below and entry.parts[0] == name)]
    return unknown


def _closed_early(
    part: TemplatePart, block: TagBlock, loop: Loop, unknown: list[UnknownName], uses: int
) -> list[UnknownName]:
    """The unknown names left when a loop ends before what it repeats: one finding at its end."""
    after = [entry for entry in unknown if block.closing >= 0 and entry.tag > block.closing
             and entry.parts[0] == loop[0] and loop[0] not in entry.scope]  # fmt: skip
    known = fields(loop[1].record_type) if isinstance(loop[1], RecordField) else {}
    names = {entry.parts[1] for entry in after if len(entry.parts) > 1}
    if not names or not names <= set(known) or (uses and len(after) < 2):
        return unknown
    tag, opener = part.tags[block.closing], part.tags[block.opening]
    table = _table_of(part, block.closing)
    if any(_table_of(part, entry.tag) != table for entry in after):
        return unknown
    last = part.tags[after[-1].tag].typed()
    part.warn(tag, f"tag ini menutup {opener.typed()} terlalu awal; pindahkan ke bawah {last}")
    part.vague = True
    return [entry for entry in unknown if entry not in after]


def _table_of(part: TemplatePart, number: int) -> tuple[str, int]:
    return next(
        (node for node in reversed(part.sentences[part.tags[number].sentence].path) if node[0] == "tbl"), ("", 0)
    )


def _inside(part: TemplatePart, block: TagBlock, unknown: Sequence[UnknownName]) -> list[UnknownName]:
    end = block.closing if block.closing >= 0 else len(part.tags)
    return [entry for entry in unknown if block.opening < entry.tag < end and len(entry.parts) > 1]


def _renamed(
    part: TemplatePart, block: TagBlock, loop: Loop, unknown: list[UnknownName], uses: int
) -> list[UnknownName]:
    """The unknown names left when a loop names its variable otherwise than what stands in it."""
    inside = _inside(part, block, unknown)
    hidden = [entry for entry in inside if entry.parts[0] == loop[0]]
    strange = [entry for entry in inside if entry.parts[0] not in entry.scope]
    others = {entry.parts[0] for entry in strange}
    known = fields(loop[1].record_type) if isinstance(loop[1], RecordField) else {}
    # Each use of the variable means the one of an outer loop of that name, or there is none.
    if len(others) != 1 or uses > len(hidden) or not all(entry.parts[1] in known for entry in strange):
        return unknown
    name, tag = next(iter(others)), part.tags[block.opening]
    right = tag.typed(content=re.sub(rf"\bfor\s+{re.escape(loop[0])}\b", f"for {name}", tag.inner, count=1))
    told = part.warned.get(block.opening)
    if told is not None:
        part.faults[told] = replace(part.faults[told], proposals=(right,))
    elif (tag.sentence, tag.start) not in {(other.sentence, other.start) for other in part.faults}:
        part.warn(tag, f"ulangan ini menyebut {loop[0]}, tetapi isinya memakai {name}", right)
    return [entry for entry in unknown if entry not in strange and entry not in hidden]


def _other_list(part: TemplatePart, block: TagBlock, loop: Loop, unknown: list[UnknownName]) -> list[UnknownName]:
    """The unknown names left when a loop over the wrong list explains several: one finding at the loop."""
    inside = [entry for entry in _inside(part, block, unknown)
              if entry.parts[0] == loop[0] and entry.scope.get(loop[0]) == loop[1]]  # fmt: skip
    uses = {entry.parts[1] for entry in inside}
    if len(uses) < 2:
        return unknown
    for path, kind in _lists_in(inside[0].scope):
        if isinstance(kind.item, RecordField) and uses <= set(fields(kind.item.record_type)):
            tag = part.tags[block.opening]
            right = tag.typed(content=re.sub(r"(?<=\bin\s)\s*[\w.]+", path, tag.inner, count=1))
            part.warn(tag, f"isi ulangan ini memakai {', '.join(sorted(uses))}, yang tidak ada di daftar itu", right)
            part.vague = True
            return [entry for entry in unknown if entry not in inside]
    return unknown


def _lost_beginning(part: TemplatePart, number: int, unknown: list[UnknownName]) -> list[UnknownName]:
    """The unknown names left when those are taken out that a loop would make known whose beginning is missing."""
    before = [entry for entry in unknown if entry.tag < number and entry.parts[0] not in entry.scope]
    tag = part.tags[number]
    for name in dict.fromkeys(entry.parts[0] for entry in before):
        uses = {entry.parts[1] for entry in before if entry.parts[0] == name and len(entry.parts) > 1}
        fitting = [path for path, kind in _lists_in(before[0].scope) if uses
                   and isinstance(kind.item, RecordField) and uses <= set(fields(kind.item.record_type))]  # fmt: skip
        if fitting:
            index = next((at for at, fault in enumerate(part.faults)
                          if (fault.sentence, fault.start) == (tag.sentence, tag.start)), -1)  # fmt: skip
            if index >= 0:
                right = tag.typed(content=f"for {name} in {fitting[0]}")
                part.faults[index] = replace(part.faults[index], proposals=(right,))
            return [entry for entry in unknown if not (entry in before and entry.parts[0] == name)]
    return unknown


def _lost_loop(part: TemplatePart, unknown: list[UnknownName]) -> list[UnknownName]:
    """The unknown names left when a whole loop is gone, beginning and end: one finding where its first item stands."""
    for name in dict.fromkeys(entry.parts[0] for entry in unknown if entry.parts[0] not in entry.scope):
        those = [entry for entry in unknown if entry.parts[0] == name and name not in entry.scope]
        uses = {entry.parts[1] if len(entry.parts) > 1 else "" for entry in those}
        scope = those[0].scope
        records = [kind for kind in scope.values() if isinstance(kind, RecordField)]
        if len(uses) < 2 or any(uses <= set(fields(kind.record_type)) for kind in records):
            continue  # one name may be anything, and several of a record are those of that record
        fitting = [path for path, kind in _lists_in(scope)
                   if isinstance(kind.item, RecordField) and uses <= set(fields(kind.item.record_type))]  # fmt: skip
        tag = part.tags[those[0].tag]
        if len(fitting) == 1 and those[0].tag not in part.warned:
            prefix = "tr" if part.sentences[tag.sentence].place.table else "p"
            begin, end = f"{{%{prefix} for {name} in {fitting[0]} %}}", f"{{%{prefix} endfor %}}"
            part.warn(tag, f"nama {name} tidak dikenal di sini; di atasnya harus ada {begin}, di bawahnya {end}", begin)
            unknown = [entry for entry in unknown if entry not in those]
    return unknown


def _lists_in(scope: Mapping[str, object]) -> Iterable[tuple[str, ListField]]:
    for name, kind in scope.items():
        if isinstance(kind, ListField):
            yield name, kind
        elif isinstance(kind, RecordField):
            yield from ((f"{name}.{inner}", value) for inner, value in fields(kind.record_type, kind.path).items()
                        if isinstance(value, ListField))  # fmt: skip
