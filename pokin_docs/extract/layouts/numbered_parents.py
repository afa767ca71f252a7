"""Blocks side by side whose rows do not meet: the number in front of a sentence tells what it is below."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from pokin_docs.model.rows import Isian, KinerjaRow

ListNumber = tuple[str, ...]
_LIST_NUMBER = re.compile(r"\s*(\d{1,2}(?:\.\d{1,2})*)[.)]?\s+(?=[^\W\d])")


def list_number(text: str) -> ListNumber:
    """The parts of the number in front of a sentence: («1», «2») of «1.2. …»; none where there is none."""
    found = _LIST_NUMBER.match(text)
    return tuple(found.group(1).split(".")) if found else ()


def only_ones(numbers: Iterable[ListNumber]) -> dict[ListNumber, int]:
    """The place of every number that stands once, in the order given."""
    found: dict[ListNumber, list[int]] = {}
    for place, number in enumerate(numbers):
        found.setdefault(number, []).append(place)
    return {number: places[0] for number, places in found.items() if number and len(places) == 1}


def with_numbered_parents(rows: Sequence[KinerjaRow]) -> Iterator[KinerjaRow]:
    """The rows, with the parent in Induk where their numbers name another than the row above does.

    Args:
        rows: The rows of a table with one column per level, in the order of the tree.
    """
    numbers = [list_number(row.kinerja.text) for row in rows]
    places = only_ones(numbers)
    branch: ListNumber = ()
    for row, own in zip(rows, numbers, strict=True):
        above = places.get(own[:-1])
        if above is not None and branch[: len(own) - 1] != own[:-1] and not row.induk:
            row = replace(row, induk=Isian(rows[above].kinerja.text, row.kinerja.source))
        branch = own or branch
        yield row
