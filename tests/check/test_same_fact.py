"""The same fact in two places is compared, and the difference said."""

from __future__ import annotations

from pathlib import Path

import pytest

from helpers.workbooks import BAKU, both, put, write
from pokin_docs.flow.examine import examine
from pokin_docs.model.catalogue import message
from pokin_docs.model.settings import Settings


def said(folder: Path, *cells: tuple[str, str]) -> list[str]:
    path = write(folder / "b.xlsx", BAKU, both(*(put(place, text) for place, text in cells)))
    found = examine(path, Settings(Path("build"), ())).temuan
    return [f"{entry.tempat}: {message(entry)}" for entry in found if entry.kode in ("B62", "B64")]


def head(name: str, post: str = "Bupati Contoh") -> tuple[tuple[str, str], ...]:
    keys = (("Nama Kepala Daerah", name), ("Sebutan Kepala Daerah", post))
    return tuple(
        (f"Identitas!{letter}{row}", text)
        for row, key in enumerate(keys, 11)
        for letter, text in zip("AB", key, strict=True)
    )


def test_the_head_of_the_region_in_two_places(tmp_path: Path) -> None:
    assert said(tmp_path, *head("Contoh Wali")) == [
        "Identitas!B11: Nama kepala daerah berbeda: di sini «Contoh Wali», di Pejabat!B2 «Contoh Bupati». "
        "Yang dicetak isi Pejabat!B2."
    ]
    assert said(tmp_path, *head("Contoh Bupati", "Bupati Lain"))[0].startswith("Identitas!B12: Jabatan kepala daerah")


@pytest.mark.parametrize("name", ["Contoh Bupati", "H. CONTOH BUPATI, S.E., M.M.", "Contoh Bupati bin Contoh"])
def test_degrees_capitals_and_a_longer_name_are_no_difference(tmp_path: Path, name: str) -> None:
    assert said(tmp_path, *head(name, "Bupati")) == []


@pytest.mark.parametrize(
    ("cell", "text", "lines"),
    [
        (
            "G4",
            "2.20.02 Program Kearsipan",
            ["Tahap 5!G4: Nama di belakang kode 2.20.02 («Program Kearsipan») berbeda"],
        ),
        ("G4", "2.20.02 PROGRAM STATISTIK", []),
        ("G4", "2.20.02 - Statistik", []),
        (
            "E4",
            "2.20.02 Program Kearsipan",
            ["Tahap 5!E4: Nama di belakang kode 2.20.02 («Program Kearsipan») berbeda"],
        ),
        (
            "E4",
            "2.20.03 Program Statistik",
            ["Tahap 5!E4: Kode berbeda: di sini «2.20.03 Program Statistik», di Tahap 5!G4"],
        ),
        ("E4", "2.20.02 Program Statistik", []),
    ],
)
def test_a_name_behind_a_code_is_held_against_program(tmp_path: Path, cell: str, text: str, lines: list[str]) -> None:
    found = said(tmp_path, (f"Tahap 5!{cell}", text))
    assert len(found) == len(lines)
    assert all(line.startswith(start) for line, start in zip(found, lines, strict=True))


@pytest.mark.parametrize(
    ("place", "text"),
    [("Program!A2", "2.2002"), ("Tahap 5!G6", "2.20.02.2.01.0018\n2.20.02.2.01.0018")],
)
def test_a_code_is_no_name_behind_itself(tmp_path: Path, place: str, text: str) -> None:
    assert said(tmp_path, (place, text)) == []


def test_a_unit_in_the_title_of_targets_that_satuan_does_not_say(tmp_path: Path) -> None:
    assert said(tmp_path, ("Tahap 5!L1", "Target 2026 (%)")) == [
        "Tahap 5!L1: Satuan berbeda: di sini «%», di Tahap 5!I2 «Indeks». Yang dicetak isi Tahap 5!I2."
    ]
    assert said(tmp_path, ("Tahap 5!L1", "Target 2026 (Tahun ke-2)")) == []
    percent = [(f"Tahap 5!I{row}", "persen") for row in range(2, 7)]
    assert said(tmp_path, ("Tahap 5!L1", "Target 2026 (%)"), *percent) == []


def test_a_percent_sign_behind_a_target_of_another_unit(tmp_path: Path) -> None:
    (found,) = said(tmp_path, ("Tahap 5!L6", "7%"))
    assert found.startswith("Tahap 5!L6: Satuan berbeda: di sini «7%», di Tahap 5!I6 «Dokumen».")
    assert said(tmp_path, ("Tahap 5!L5", "60%")) == []
