"""A row of another sheet names an indicator of the tree by its ID, its sentence, or its sentence and code."""

from __future__ import annotations

from pathlib import Path

import pytest

from helpers.workbooks import BAKU, write
from pokin_docs.flow.examine import examine
from pokin_docs.model.catalogue import message
from pokin_docs.model.settings import Settings

_TREE = """
## Tahap 5
| Kinerja | Indikator Kinerja | Komponen Perencanaan | Kode | ID Indikator | Satuan | Target 2026 |
| Terwujudnya data | Indeks data | Tujuan SKPD | | I-1 | Nilai | 3 |
| Meningkatnya akses data | Persentase data | Sasaran 1 SKPD | | I-2 | % | 60 |
| Tersusunnya data dasar | Jumlah dokumen | Sasaran Sub Kegiatan | 2.20.02.2.01.0001 | | Dokumen | 4 |
| Tersusunnya data sektoral | Jumlah dokumen | Sasaran Sub Kegiatan | 2.20.02.2.01.0002 | | Dokumen | 6 |
"""


def told(folder: Path, sheet: str) -> list[tuple[str, str, str]]:
    """Code, place and message of what is said of the names on a sheet."""
    found = examine(write(folder / "b.xlsx", _TREE + sheet), Settings(Path("build"), ()))
    return [(t.kode, str(t.tempat), message(t)) for t in found.temuan if t.kode in ("B112", "B113", "B114")]


def renaksi(*rows: str) -> str:
    return "\n".join(("", "## Renaksi", "| ID Indikator | Indikator | Rencana Aksi | Kode |", *rows)) + "\n"


@pytest.mark.parametrize("row", [
    "| I-1 | | Menyusun |  |",
    "| i-1 | | Menyusun |  |",
    "| | indeks data. | Menyusun | |",
    "| Indeks data | | Menyusun | |",
    "| | I-2 | Menyusun | |",
    "| | Jumlah dokumen | Menyusun | 2.20.02.2.01.0002 |",
])  # fmt: skip
def test_one_indicator_is_named_and_nothing_is_said(tmp_path: Path, row: str) -> None:
    assert told(tmp_path, renaksi(row)) == []


def test_a_row_that_names_none_goes_on_with_the_one_above(tmp_path: Path) -> None:
    assert told(tmp_path, renaksi("| I-1 | | Menyusun | |", "| | | Membahas | 2.20.02.2.01.0001 |")) == []


def test_a_name_that_the_tree_lacks_is_told_once_with_what_it_may_mean(tmp_path: Path) -> None:
    found = told(tmp_path, renaksi("| | Indeks dta | Menyusun | |", "| | Indeks dta | Membahas | |", "| I-9 | | A | |"))
    assert [(kode, place) for kode, place, _ in found] == [("B112", "Renaksi!B2"), ("B112", "Renaksi!A4")]
    assert "Mungkin maksudnya «Indeks data»?" in found[0][2]


@pytest.mark.parametrize("kode", ["", "9.99.99"])
def test_a_sentence_that_several_have_is_told_with_their_cells(tmp_path: Path, kode: str) -> None:
    ((code, place, words),) = told(tmp_path, renaksi(f"| | Jumlah dokumen | Menyusun | {kode} |"))
    assert (code, place) == ("B113", "Renaksi!B2")
    assert "(B4, B5)" in words


@pytest.mark.parametrize(("row", "codes"), [
    ("| | Jumlah dokumen | 2.20.02.2.01.0001 | TW I | 1 |", []),
    ("| | | 2.20.02.2.01.0001 | TW I | 1 |", []),
    ("| | | 2.20.02.2.01.0009 | TW I | 1 |", ["B112"]),
    ("| | | 2.20.02.2.01.0009 | TW I | |", []),
    ("| I-7 | | | TW I | 1 |", ["B112"]),
])  # fmt: skip
def test_realisasi_may_name_its_indicator_by_the_code_alone(tmp_path: Path, row: str, codes: list[str]) -> None:
    sheet = f"\n## Realisasi\n| ID Indikator | Indikator | Kode | TW | Nilai |\n{row}\n"
    assert [kode for kode, *_ in told(tmp_path, sheet)] == codes


def test_an_id_is_given_once(tmp_path: Path) -> None:
    found = examine(write(tmp_path / "b.xlsx", _TREE.replace("I-2", "I-1")), Settings(Path("build"), ()))
    assert [str(t.tempat) for t in found.temuan if t.kode == "B114"] == ["Tahap 5!E2"]


def test_a_workbook_without_the_columns_hears_nothing_of_them(tmp_path: Path) -> None:
    found = examine(write(tmp_path / "b.xlsx", BAKU), Settings(Path("build"), ()))
    assert [t.kode for t in found.temuan if t.kode in ("B112", "B113", "B114")] == []
