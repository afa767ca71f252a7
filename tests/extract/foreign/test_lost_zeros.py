"""Codes of another agency's table without the zeros of their segments: read with them, told, and never a numbering."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import Workbook

from pokin_docs.extract.read import Reading, read
from pokin_docs.model.programs import whole_code

NAMES = ("PROGRAM STATISTIK", "Kegiatan Penyelenggaraan Statistik", "Sub Kegiatan Koordinasi", "Sub Kegiatan Survei")
WHOLE = ["2.16.01", "2.16.01.2.01", "2.16.01.2.01.0001", "2.16.01.2.01.0012"]


def look(folder: Path, *codes: str, more: bool = False) -> Reading:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Renstra"
    sheet.append(["Kode", "Program / Kegiatan / Sub Kegiatan", "Sasaran", "Indikator", "Target 2026", "Pagu 2026"])
    for place, (code, name) in enumerate(zip(codes, NAMES, strict=True)):
        sheet.append([code, name, f"Meningkatnya mutu hasil {place}", f"Nilai mutu {place}", "80", 90_000_000 - place])
    if more:
        other = book.create_sheet("Tujuan")
        other.append(["Tujuan", "Sasaran", "Indikator Sasaran", "Target 2026"])
        other.append(["Terwujudnya tata kelola", "Meningkatnya mutu layanan", "Nilai mutu layanan", "75"])
    book.save(folder / "b.xlsx")
    return read(folder / "b.xlsx")


def budget(found: Reading) -> list[str]:
    return [row.kode.text for row in found.value.program] if found.value is not None else []


def told(found: Reading) -> list[str]:
    return [str(entry.tempat) for entry in found.temuan if entry.kode == "B125"]


@pytest.mark.parametrize("more", [False, True])
@pytest.mark.parametrize(
    ("codes", "place"),
    [
        (("2.16.1", "2.16.1.2.1", "2.16.1.2.1.1", "2.16.1.2.1.12"), "A2"),
        (("2.16.1", "2.16.1.2.01", "2.16.1.2.01.1", "2.16.1.2.01.12"), "A2"),
        (("2.16.1.", "2.16.1.2.1.", "2.16.1.2.1.1.", "2.16.1.2.1.12."), "A2"),
        (("2.16.01", "2.16.01.2.01", "2.16.01.2.01.1", "2.16.01.2.01.0012"), "A4"),
    ],
)
def test_codes_are_read_with_the_zeros_they_lost(
    tmp_path: Path, codes: tuple[str, ...], place: str, more: bool
) -> None:
    found = look(tmp_path, *codes, more=more)
    assert budget(found) == WHOLE
    assert told(found) == [f"Renstra!{place}"]
    assert "B56" not in {entry.kode for entry in found.temuan}


@pytest.mark.parametrize("form", ["{} {}", "{} - {}", "{}. {}", "{}: {}", "[{}] {}", "({}) {}"])
@pytest.mark.parametrize("codes", [("2.16.1", "2.16.1.2.1", "2.16.1.2.1.1", "2.16.1.2.1.12"), ("2.16.1", *WHOLE[1:])])
def test_codes_in_front_of_names_too(tmp_path: Path, form: str, codes: tuple[str, ...]) -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["Program / Kegiatan / Sub Kegiatan", "Outcome / Output", "Indikator", "Target 2026", "Pagu 2026"])
    for place, (code, name) in enumerate(zip(codes, NAMES, strict=True)):
        sheet.append([form.format(code, name), f"Meningkatnya mutu {place}", f"Nilai mutu {place}", "80", 90_000_000])
    book.save(tmp_path / "b.xlsx")
    found = read(tmp_path / "b.xlsx")
    assert budget(found) == WHOLE
    assert found.value is not None
    assert [row.nomenklatur.clean for row in found.value.program] == list(NAMES)
    assert len(told(found)) == 1


@pytest.mark.parametrize("number", ["1.2.3", "1.1.{}", "{}.", "2.16"])
def test_numbers_in_front_of_names_are_no_codes_and_their_money_is_named(tmp_path: Path, number: str) -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["Program / Kegiatan / Sub Kegiatan", "Outcome / Output", "Indikator", "Target 2026", "Pagu 2026"])
    for place, name in enumerate(("Program Statistik", "Program Persandian", "Program Informasi"), start=1):
        text = f"{number.format(place)} {name}"
        sheet.append([text, f"Meningkatnya mutu {place}", f"Nilai mutu {place}", "80", 90_000_000])
    book.save(tmp_path / "b.xlsx")
    found = read(tmp_path / "b.xlsx")
    assert budget(found) == told(found) == []
    assert [str(entry.tempat) for entry in found.temuan if entry.kode == "P116"] == ["Sheet!E2", "Sheet!E3", "Sheet!E4"]


def test_whole_codes_are_read_as_they_stand(tmp_path: Path) -> None:
    found = look(tmp_path, *WHOLE)
    assert budget(found) == WHOLE
    assert told(found) == []


@pytest.mark.parametrize(
    "codes",
    [
        ("1.1.1", "1.1.2", "1.1.3", "1.1.4"),
        ("1.1", "1.1.1", "1.1.1.1", "1.1.1.1.1"),
        ("2.16.1.2.1", "2.16.1", "2.16.1.2.1.1", "2.16.1.2.1.2"),
    ],
)
def test_numbers_of_an_outline_and_codes_of_another_level_stay_as_they_are(
    tmp_path: Path, codes: tuple[str, ...]
) -> None:
    found = look(tmp_path, *codes)
    assert told(found) == []
    assert not set(budget(found)) & set(WHOLE)
    assert "P116" in {entry.kode for entry in found.temuan}


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("2.16.1", "2.16.01"), ("2.2.2", "2.02.02"), ("X.XX.1.2.1", "X.XX.01.2.01"), ("2.16.1.2.1.1", WHOLE[2]),
        ("2.16.01.2.01.01", "2.16.01.2.01.01"), ("2.16.1.2", ""), ("2.16", ""), ("2.16.1.2.1.1.1", ""), ("2.X.1", ""),
        ("2.16.1.22.1", ""), ("2.016.1", ""), ("Program 1", ""),
    ],
)  # fmt: skip
def test_each_segment_gets_its_zeros_and_other_forms_are_no_codes(text: str, code: str) -> None:
    assert whole_code(text) == code
