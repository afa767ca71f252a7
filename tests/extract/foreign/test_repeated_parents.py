"""Flat exports that say the nodes above again in every row: each row is an indicator of one of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from helpers.workbooks import sheet_of
from pokin_docs.extract.foreign.contents import Kind, kind_of_text
from pokin_docs.extract.read import read

TITLES = [
    "sasaran", "indikator_sasaran", "satuan_sasaran", "kode_program", "sasaran_program", "indikator_program", "satuan_program",
    "kind", "target_2026", "target_2027",
]  # fmt: skip
SASARAN, PROGRAM = "Meningkatnya mutu layanan arsip daerah", "Meningkatnya tata kelola arsip"
ROWS = [
    [SASARAN, "Indeks layanan arsip", "Indeks", "", "", "", "", "indikator_sasaran", "80", "81"],
    [SASARAN, "Persentase arsip terjaga", "%", "", "", "", "", "indikator_sasaran", "70", "71"],
    [SASARAN, "", "", "2.24.02", PROGRAM, "Persentase arsip tertata", "%", "indikator_program", "60", "61"],
    [SASARAN, "", "", "2.24.02", PROGRAM, "Jumlah arsip dipindai", "Berkas", "indikator_program", "50", "51"],
]


def values(folder: Path, blank: str) -> dict[str, tuple[str, str, str]]:
    rows = [[cell or blank for cell in row] for row in ROWS]
    sheet_of([TITLES, *rows], "Worksheet").save(folder / "b.xlsx")
    outcome = read(folder / "b.xlsx")
    assert outcome.value is not None, outcome.temuan
    return {
        row.indikator.text: (row.satuan.text, row.target[2026].text, row.target[2027].text)
        for row in outcome.value.tahap5
        if row.indikator
    }


@pytest.mark.parametrize("blank", ["", "null", "-"])
def test_every_indicator_has_the_values_of_its_row_also_the_second_of_a_node(tmp_path: Path, blank: str) -> None:
    assert values(tmp_path, blank) == {
        "Indeks layanan arsip": ("Indeks", "80", "81"),
        "Persentase arsip terjaga": ("%", "70", "71"),
        "Persentase arsip tertata": ("%", "60", "61"),
        "Jumlah arsip dipindai": ("Berkas", "50", "51"),
    }


@pytest.mark.parametrize(
    "text", ["indikator_sasaran", "indikator_sub_kegiatan", "Indikator Program", "INDIKATOR TUJUAN"]
)
def test_what_an_export_calls_a_row_is_no_indicator(text: str) -> None:
    assert kind_of_text(text) is Kind.TEXT


@pytest.mark.parametrize("text", ["Indikator Kinerja Utama tercapai", "Indikator program prioritas", "Indeks program"])
def test_an_indicator_of_something_is_one(text: str) -> None:
    assert kind_of_text(text) is Kind.MEASURE


LEVELS = ["Tujuan", "Sasaran", "Sasaran Program", "Sasaran Kegiatan"]
WIDE = [title for level in LEVELS for title in (level, f"Indikator {level}", "Target 2026")]


def sentence(at: int, level: int) -> list[str]:
    return [f"Meningkatnya mutu {'abcd'[level]} layanan arsip {at}", f"Indeks {'abcd'[level]} arsip {at}", "80"]


@pytest.mark.parametrize("helper", [False, True])
@pytest.mark.parametrize("first", [1, 2])
def test_numbers_of_columns_below_repeated_titles_are_no_nodes(tmp_path: Path, helper: bool, first: int) -> None:
    numbers = [str(number) for number in range(first, first + len(WIDE))]
    rows = [WIDE, numbers, [cell for level in range(4) for cell in sentence(1, level)]]
    rows += [WIDE, numbers, [cell for level in range(4) for cell in sentence(2, level)]]
    if helper:  # a column beside the table counts on by itself
        rows = [[*row, "bantu" if at == 0 else str(at)] for at, row in enumerate(rows)]
    sheet_of(rows, "Cascading").save(tmp_path / "b.xlsx")
    outcome = read(tmp_path / "b.xlsx")
    assert outcome.value is not None, outcome.temuan
    assert [row.kinerja.text for row in outcome.value.tahap5 if row.kinerja.text[:1].isdigit()] == []
    assert len({row.kinerja.text for row in outcome.value.tahap5 if row.kinerja}) == 2 * len(LEVELS)
