"""A sentence is found in a long paper by its rarest word: at the same places as by going through all of its text."""

from __future__ import annotations

from random import Random

import pytest

from pokin_docs.consistency import paper as papers
from pokin_docs.consistency.paper import PrintedPaper, PrintedRow, PrintedTable

WORDS = ("jumlah", "data", "yang", "aman", "(aman)", "85,5", "85", "5", "data,", "ke-2", "x", "data-data", "1.5")


def _paper(chance: Random) -> PrintedPaper:
    rows = [
        PrintedRow(number, tuple(" ".join(chance.choices(WORDS, k=chance.randint(0, 9))) for _ in range(3)))
        for number in range(1, 60)
    ]
    return PrintedPaper((PrintedTable(0), PrintedTable(1, rows=rows)))


@pytest.mark.parametrize("seed", range(5))
def test_words_find_what_going_through_the_text_finds(seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    chance = Random(seed)
    paper = _paper(chance)
    asked = [" ".join(chance.choices(WORDS, k=chance.randint(1, 4))) for _ in range(300)]
    through = [list(paper.cells_with(said)) for said in asked]
    assert sum(map(bool, through)) > 50
    monkeypatch.setattr(papers, "_MUCH", 0)
    assert [list(paper.cells_with(said)) for said in asked] == through


@pytest.mark.parametrize(
    ("cell", "said", "starts"),
    [
        ("a b c a b c", "a b c", [0, 6]),
        ("a b a b a", "a b a", [0, 4]),  # one goes on into the next
        ("«a b c», d", "a b c", [1]),
        ("za b c", "a b c", []),
        ("a bb c", "a b c", []),
        ("1 b 2", "1 b 2", [0]),
        ("1 b 2,5", "1 b 2", []),
    ],
)
def test_whole_words_only(cell: str, said: str, starts: list[int], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(papers, "_MUCH", 0)
    paper = PrintedPaper((PrintedTable(0), PrintedTable(1, rows=[PrintedRow(1, ("a", cell, "b c"))])))
    assert list(paper.cells_with(said)) == [((1, 0, 1), start) for start in starts]
