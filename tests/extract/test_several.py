"""Several indicators in one cell are parted where targets and units can be, and named where not."""

from __future__ import annotations

from pathlib import Path

import pytest

from helpers.workbooks import BAKU, both, put, write
from pokin_docs.extract.read import Reading, read
from pokin_docs.extract.several import parts
from pokin_docs.flow.examine import examine
from pokin_docs.model.settings import Settings

YEARS = "KLMNOP"


def look(folder: Path, indikator: str, satuan: str, target: str) -> Reading:
    cells = {"C": indikator, "I": satuan, "J": target, **dict.fromkeys(YEARS, target)}
    changes = [put(f"Tahap 5!{letter}5", text) for letter, text in cells.items()]
    return read(write(folder / "b.xlsx", BAKU, both(*changes), put("Tahap 4!C5", indikator)))


@pytest.mark.parametrize(
    ("indikator", "satuan", "target"),
    [
        ("1. Persentase data standar\n2. Jumlah data lengkap", "1. %\n2. Data", "1. 50\n2. 60"),
        ("Persentase data standar\nJumlah data lengkap", "%\nData", "50\n60"),
        ("Persentase data standar; Jumlah data lengkap", "%; Data", "50; 60"),
        ("a) Persentase data standar\nb) Jumlah data\nlengkap", "a) %\nb) Data", "a) 50\nb) 60"),
        ("1. Persentase data standar 2. Jumlah data lengkap", "%\nData", "1. 50 2. 60"),
        ("a) Persentase data standar b) Jumlah data lengkap", "%\nData", "a) 50 b) 60"),
        ("- Persentase data standar\n- Jumlah data lengkap", "%;Data", "50;60"),
    ],
)
def test_indicators_are_parted_with_their_targets_and_units(
    tmp_path: Path, indikator: str, satuan: str, target: str
) -> None:
    found = look(tmp_path, indikator, satuan, target)
    assert found.value is not None
    said = [
        (row.kinerja.text, row.indikator.text, row.satuan.text, row.target[2026].text, row.target[2030].text)
        for row in found.value.tahap5[3:5]
    ]
    assert said == [
        ("Terpenuhinya standar data", "Persentase data standar", "%", "50", "50"),
        ("", "Jumlah data lengkap", "Data", "60", "60"),
    ]
    assert [row.indikator.text for row in found.value.tahap4[3:5]] == ["Persentase data standar", "Jumlah data lengkap"]
    assert [(entry.kode, str(entry.tempat)) for entry in found.temuan] == [("B61", "Tahap 5!C5")]


def test_one_unit_counts_for_all_of_them(tmp_path: Path) -> None:
    found = look(tmp_path, "1. Persentase data standar\n2. Persentase data lengkap", "%", "1. 50\n2. 60")
    assert found.value is not None
    assert [row.satuan.text for row in found.value.tahap5[3:5]] == ["%", "%"]


@pytest.mark.parametrize("target", ["50", "1. 50\n2. 60\n3. 70"])
def test_what_cannot_be_parted_is_left_whole_and_named(tmp_path: Path, target: str) -> None:
    found = look(tmp_path, "Persentase data standar\nPersentase data lengkap", "%", target)
    assert found.value is not None
    assert len(found.value.tahap5) == 5
    assert [entry.kode for entry in found.temuan] == ["B43"]


@pytest.mark.parametrize(
    "text",
    ["Persentase data\nyang memenuhi standar", "Persentase data; standar; dan metadata", "Indeks 2.5 ke atas", "Nilai"],
)
def test_one_indicator_stays_one(text: str) -> None:
    assert parts(text, lambda line: line.startswith(("Persentase", "Indeks"))) == ()


def test_what_follows_from_several_indicators_in_one_cell_is_not_said_beside_it(tmp_path: Path) -> None:
    cells = {"C4": "1. Persentase layanan baik\n2. Indeks layanan", "I4": "%\nIndeks", "L4": "60\n3,2"}
    path = write(tmp_path / "b.xlsx", BAKU, both(*(put(f"Tahap 5!{cell}", text) for cell, text in cells.items())))
    found = examine(path, Settings(Path("build"), ()))
    assert [(entry.kode, str(entry.tempat)) for entry in found.temuan] == [("B43", "Tahap 5!C4")]
