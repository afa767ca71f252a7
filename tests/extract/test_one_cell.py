"""Sentences and their indicators in one cell: lines that are indicators are read as these, where no column has any."""

from __future__ import annotations

from pathlib import Path

import pytest

from helpers.foreign_reading import codes, tree, understood
from helpers.workbooks import write
from pokin_docs.extract.read import Reading, read


def reading(folder: Path, cell: str, more: str = "| |") -> Reading:
    text = f"## Tahap 5\n| Komponen Perencanaan | Kinerja | Indikator Kinerja |\n| Sasaran | {cell} {more}\n"
    return read(write(folder / "buku.xlsx", text))


@pytest.mark.parametrize(
    ("cell", "told"),
    [
        (r"Meningkatnya arsip\nNilai arsip", "1 Meningkatnya arsip [Nilai arsip]"),
        (r"Meningkatnya\narsip dinas\nNilai arsip", "1 Meningkatnya arsip dinas [Nilai arsip]"),
        (r"Meningkatnya arsip\nJumlah arsip\nNilai arsip", "1 Meningkatnya arsip [Jumlah arsip; Nilai arsip]"),
    ],
)
def test_lines_that_are_indicators_are_those_of_the_sentence_above(tmp_path: Path, cell: str, told: str) -> None:
    found = reading(tmp_path, cell)
    assert tree(understood(found)) == [told]
    assert "B140" in codes(found)


@pytest.mark.parametrize(
    ("cell", "more"),
    [
        (r"Meningkatnya arsip\nNilai arsip", "| Indeks arsip |"),
        (r"Meningkatnya arsip\nNilai arsip\ndan lainnya", "| |"),
        ("Meningkatnya nilai arsip", "| |"),
    ],
)
def test_a_sentence_stays_whole_beside_indicators_and_where_other_lines_follow(
    tmp_path: Path, cell: str, more: str
) -> None:
    assert "B140" not in codes(reading(tmp_path, cell, more))


@pytest.mark.parametrize("label", ["PROGRAM", "Sasaran Program 1"])
def test_a_label_before_a_sentence_is_no_part_of_it(tmp_path: Path, label: str) -> None:
    text = f"""## Pohon
| Kinerja | Indikator Kinerja | Target 2026 |
| SASARAN: Meningkatnya arsip | Nilai arsip | 80 |
| {label}: Tertatanya arsip | Persentase arsip | 90 |
"""
    assert tree(understood(read(write(tmp_path / "buku.xlsx", text)))) == [
        "1 Meningkatnya arsip [Nilai arsip]",
        "2 Tertatanya arsip [Persentase arsip]",
    ]
