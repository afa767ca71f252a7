"""An indicator or a sentence typed over two rows is one, and it is said."""

from __future__ import annotations

from pathlib import Path

import pytest

from helpers.workbooks import sheet_of
from pokin_docs.extract.read import read

OFFICIAL = ["Level", "Kinerja", "Indikator", "Satuan", "Target 2026"]
FOREIGN = ["Jenis Komponen", "Uraian", "Tolok Ukur", "Satuan", "Target 2026"]
FIRST = ["Sasaran", "Meningkatnya akses data", "Persentase data terakses", "%", "80"]
LAST = ["Program", "Meningkatnya mutu layanan", "Persentase layanan baik", "%", "81"]


def told(folder: Path, titles: list[str], *rows: list[str]) -> tuple[list[tuple[str, str]], list[str]]:
    """The sentence and indicator of each row, and where B152 stands."""
    sheet_of([titles, FIRST, *rows, LAST], "Cascading").save(folder / "b.xlsx")
    outcome = read(folder / "b.xlsx")
    assert outcome.value is not None
    said = [one.tempat.address or "" for one in outcome.temuan if one.kode == "B152"]
    return [(row.kinerja.text, row.indikator.text) for row in outcome.value.tahap5], said


@pytest.mark.parametrize("titles", [OFFICIAL, FOREIGN], ids=["our titles", "other titles"])
@pytest.mark.parametrize(
    ("parts", "whole"),
    [
        (["Persentase layanan", "yang memenuhi standar"], "Persentase layanan yang memenuhi standar"),
        (["Persentase layanan yang", "Memenuhi Standar"], "Persentase layanan yang Memenuhi Standar"),
        (["Jumlah metadata yang tersusun dan", "diverifikasi"], "Jumlah metadata yang tersusun dan diverifikasi"),
        (["Persentase perangkat dae-", "rah yang terlayani"], "Persentase perangkat daerah yang terlayani"),
        (["Indeks kepuasan", "masyarakat atas", "layanan data"], "Indeks kepuasan masyarakat atas layanan data"),
        (["Persentase kelurahan/", "desa yang terlayani"], "Persentase kelurahan/ desa yang terlayani"),
    ],
)  # fmt: skip
def test_what_goes_on_below_is_joined_and_named(
    tmp_path: Path, titles: list[str], parts: list[str], whole: str
) -> None:
    rows = [
        ["Kegiatan", "Terpenuhinya standar data", parts[0], "%", "3"],
        *(["", "", part, "", ""] for part in parts[1:]),
    ]
    found, said = told(tmp_path, titles, *rows)
    assert found[1] == ("Terpenuhinya standar data", whole)
    assert len(found) == 3
    assert said == ["C4"]


@pytest.mark.parametrize("titles", [OFFICIAL, FOREIGN], ids=["our titles", "other titles"])
@pytest.mark.parametrize(
    "further",
    [["", "", "Jumlah peta data", "", ""], ["", "", "jumlah peta data", "", ""], ["", "", "peta data", "Peta", "3"],
     ["", "", "2. cakupan peta", "", ""]],
    ids=str,
)  # fmt: skip
def test_a_further_indicator_is_one_of_its_own(tmp_path: Path, titles: list[str], further: list[str]) -> None:
    found, said = told(
        tmp_path, titles, ["Kegiatan", "Terpenuhinya standar data", "Jumlah standar data", "Dokumen", "3"], further
    )
    assert found[1][1] == "Jumlah standar data"
    assert len(found) == 4
    assert said == []


def test_a_sentence_over_two_rows_is_one_too(tmp_path: Path) -> None:
    rows = [
        ["Kegiatan", "Terpenuhinya standar data yang", "Persentase data", "%", "3"],
        ["", "ditetapkan walidata", "yang baku", "", ""],
    ]
    found, said = told(tmp_path, OFFICIAL, *rows)
    assert found[1] == ("Terpenuhinya standar data yang ditetapkan walidata", "Persentase data yang baku")
    assert said == ["B4"]
