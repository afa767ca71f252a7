"""Places of one sheet in few words: ``K7:K41``, ``E12, E15:E18``, ``baris 7–9, 12``."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from pokin_docs.model.source import CellRef, column_letters


def ranges(places: Iterable[CellRef], limit: int | None = None) -> str:
    """The places inside their sheet, neighbours as ranges; "" where all are the sheet itself.

    Args:
        places: Places of one sheet.
        limit: How many ranges are named at most; the number of places in the others is said.
    """
    rows: dict[tuple[int, ...], list[int]] = {}
    by_row: dict[int, set[int]] = {}
    for place in places:
        if place.baris is not None:
            by_row.setdefault(place.baris, set()).update((place.kolom,) if place.kolom else ())
    # A rectangle is told in one word: columns that are named in the same rows belong together.
    by_column: dict[int, list[int]] = {}
    for row in sorted(by_row):
        for column in by_row[row] or (0,):
            by_column.setdefault(column, []).append(row)
    for column in sorted(by_column):
        rows.setdefault(tuple(by_column[column]), []).append(column)
    found: list[tuple[int, int, str, int]] = []
    for numbers, columns in rows.items():
        for left, right in _runs(columns):
            for first, last in _runs(numbers):
                size = (right - left + 1) * (last - first + 1)
                found.append((first, left, _named(left, right, first, last), size))
    found.sort()
    words = [word for *_, word, _ in found]
    if limit is not None and len(words) > limit:
        words = [*words[:limit], f"… dan {sum(size for *_, size in found[limit:])} lagi"]
    return ("baris " if 0 in by_column else "") + ", ".join(words) if words else ""


def first_cells(places: Sequence[CellRef], most: int = 8) -> str:
    """The cells one by one, in their order; of more than ``most`` how many more: ``C5, C9 dan 3 sel lain``."""
    shown = ", ".join(place.address or str(place) for place in places[:most])
    return shown + (f" dan {len(places) - most} sel lain" if len(places) > most else "")


def first_of(words: Sequence[object], most: int) -> str:
    """The first of what is told, with a sign where there is more: ``1, 2, 3 …``."""
    return ", ".join(map(str, words[:most])) + (" …" if len(words) > most else "")


def _runs(numbers: Iterable[int]) -> Iterable[tuple[int, int]]:
    """First and last of each run of neighbours."""
    ordered = list(numbers)
    breaks = [place for place, (one, other) in enumerate(pairwise(ordered), 1) if other != one + 1]
    return [
        (ordered[start], ordered[end - 1]) for start, end in zip([0, *breaks], [*breaks, len(ordered)], strict=True)
    ]


def _named(left: int, right: int, first: int, last: int) -> str:
    if not left:
        return str(first) if first == last else f"{first}–{last}"
    one, other = f"{column_letters(left)}{first}", f"{column_letters(right)}{last}"
    return one if one == other else f"{one}:{other}"
