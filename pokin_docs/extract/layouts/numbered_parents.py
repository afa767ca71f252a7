"""Blocks side by side whose rows do not meet: the number of a sentence tells what it is below."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from pokin_docs.extract.grid import Grid
from pokin_docs.model.rows import Isian, KinerjaRow
from pokin_docs.model.texts import fold

ListNumber = tuple[str, ...]
_PART = r"(?:\d{1,2}|[ivxIVX]{1,5}|[A-Za-z])"
_DIGITS = rf"\d{{1,2}}(?:\.{_PART})*"
_LETTERS = "[A-Za-z]{1,4}"
_NUMBER = rf"(?:(?P<letters>{_LETTERS})[.\s-]?(?P<behind>{_DIGITS})|(?P<digits>{_DIGITS})|(?P<alone>{_LETTERS}))"
_LIST_NUMBER = re.compile(
    r"\s*(?:(?:tujuan|sasaran|program|(?:sub ?)?kegiatan|kinerja|outcome|output|hasil)\s+)?"
    rf"{_NUMBER}(?(alone)[.)]|[.)]?)(?:\s*[-–:]\s+|\s+)(?=[^\W\d])",
    re.IGNORECASE,
)
_ALONE = re.compile(rf"\s*{_NUMBER}[.)]?\s*")
_NUMBER_WORDS = frozenset(("no", "nomor", "urut", "urutan"))
"""Last words of titles over numbers."""


def is_number_title(title: str) -> bool:
    """Whether a title, with all that stands above it, is one over the numbers of rows."""
    return not _NUMBER_WORDS.isdisjoint(fold(title).split()[-1:])


def list_numbers(texts: Sequence[str]) -> list[ListNumber]:
    """The parts of the number in front of each sentence: («1», «2») of «1.2. …»; none where there is none.

    Letters are a part where one of the sentences has nothing else («A.1» below «A»); else they say a level («P1.2»).

    Args:
        texts: The sentences.
    """
    return _parts([_LIST_NUMBER.match(text) for text in texts])


def _parts(found: Sequence[re.Match[str] | None]) -> list[ListNumber]:
    alone = {match.group("alone").casefold() for match in found if match and match.group("alone")}
    return [_parts_of(match, alone) if match else () for match in found]


def _parts_of(match: re.Match[str], alone: set[str]) -> ListNumber:
    letters = (match.group("letters") or match.group("alone") or "").casefold()
    digits = match.group("digits") or match.group("behind") or ""
    return (*((letters,) if letters in alone else ()), *(digits.casefold().split(".") if digits else ()))


def numbers_of(grid: Grid, titles: Mapping[int, str], sentences: Sequence[Isian]) -> list[ListNumber]:
    """The numbers of sentences: those in columns of numbers left of each of their columns, else those in front of them.

    Args:
        grid: Their sheet.
        titles: What stands over its columns, by number (1-based).
        sentences: The sentences; a blank one has none.
    """
    places = [(isian.source.baris or 0, isian.source.kolom or 0) if isian else (0, 0) for isian in sentences]
    columns = {number for _, number in places if number}
    if columns and all(is_number_title(titles.get(number - 1, "")) for number in columns):
        cells = (grid.cells.get((row, number - 1)) for row, number in places)
        return _parts([_ALONE.fullmatch(cell.kode_text) if cell else None for cell in cells])
    return list_numbers([isian.text for isian in sentences])


def only_ones(numbers: Iterable[ListNumber]) -> dict[ListNumber, int]:
    """The place of every number that stands once, in the order given."""
    found: dict[ListNumber, list[int]] = {}
    for place, number in enumerate(numbers):
        found.setdefault(number, []).append(place)
    return {number: places[0] for number, places in found.items() if number and len(places) == 1}


def are_of_one_list(number: ListNumber, other: ListNumber) -> bool:
    """Whether two numbers count one thing, as "1.1" and "2" do: they say nothing of "a." and of what has none."""
    return bool(number and other) and number[0].isdigit() == other[0].isdigit()


def with_numbered_parents(rows: Sequence[KinerjaRow], numbers: Sequence[ListNumber]) -> Iterator[KinerjaRow]:
    """The rows, with the parent in Induk where their numbers name another than the row above does.

    "1.2" right of "1.1" in one row is below "1" all the same, whatever the levels of their columns.

    Args:
        rows: The rows of a table with one column per level, in the order of the tree.
        numbers: The number of each.
    """
    places = only_ones(numbers)
    branch: list[int] = []
    branches: dict[int, list[int]] = {}
    for place, (row, own) in enumerate(zip(rows, numbers, strict=True)):
        column = row.kinerja.source.kolom
        if row.kinerja and column is not None:
            branch = [node for node in branch if (rows[node].kinerja.source.kolom or 0) < column]
            above = places.get(own[:-1])
            between = branch[branch.index(above) + 1 :] if above in branch else []
            is_below = above in branch and not any(are_of_one_list(numbers[node], own) for node in between)
            if above is not None and not is_below and not row.induk:
                row = replace(row, induk=Isian(rows[above].kinerja.text, row.kinerja.source))
                branch = branches.get(above, [])  # what comes next goes on from there
            branches[place] = branch = [*branch, place]
        yield row
