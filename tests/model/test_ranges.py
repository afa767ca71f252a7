"""Places told in few words."""

from __future__ import annotations

import pytest

from pokin_docs.model.ranges import ranges
from pokin_docs.model.source import CellRef


def cells(*places: tuple[int | None, int | None]) -> list[CellRef]:
    return [CellRef("Tahap 5", row, column) for row, column in places]


@pytest.mark.parametrize(
    ("places", "said"),
    [
        ([(7, 11)], "K7"),
        ([(7, 11), (8, 11)], "K7:K8"),
        ([(7, 11), (9, 11)], "K7, K9"),
        ([(12, 5), (15, 5), (16, 5), (18, 5), (17, 5)], "E12, E15:E18"),
        ([(5, 3), (5, 4), (6, 3), (6, 4)], "C5:D6"),
        ([(5, 3), (5, 4), (6, 3)], "C5:C6, D5"),
        ([(5, 3), (5, 5)], "C5, E5"),
        ([(9, 3), (9, 3)], "C9"),
        ([(9, 26), (9, 27)], "Z9:AA9"),
        ([(7, None)], "baris 7"),
        ([(7, None), (8, None), (12, None)], "baris 7–8, 12"),
        ([(None, None)], ""),
        ([], ""),
    ],
)
def test_neighbours_are_a_range(places: list[tuple[int | None, int | None]], said: str) -> None:
    assert ranges(cells(*places)) == said


def test_of_many_ranges_the_first_are_named_and_the_others_counted_by_cell() -> None:
    places = cells((1, 1), (3, 1), (5, 1), (6, 1))
    assert ranges(places, 3) == "A1, A3, A5:A6"
    assert ranges(places, 2) == "A1, A3, … dan 2 lagi"
