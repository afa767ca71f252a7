"""The sheet Program as SIPD prints it: urusan above, rekening below, codes in front of names; what is cut is held."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import Workbook

from helpers.workbooks import BAKU, add_row, both, drop_column, insert_row, put, understood, write
from pokin_docs.extract.layouts.program_codes import split_led
from pokin_docs.model.settings import Settings

Change = Callable[[Workbook], None]
SUB = "2.20.02.2.01.0018"
KASUS: list[tuple[str, str, Change]] = [
    ("B98", "Program!B4", put("Program!B4", "2.20.02.2.01.0081 Pemenuhan Prinsip SDI")),
    ("B99", "Program!C2", insert_row("Program", 2, "| 2.20 | BIDANG URUSAN STATISTIK | 5 | | | | | |")),
]


def said(folder: Path, *changes: Change) -> list[tuple[str, str]]:
    found = understood(write(folder / "buku.xlsx", BAKU, *changes), Settings(Path("build"), ()))
    return [(finding.kode, str(finding.tempat)) for finding in found.temuan]


def lines(folder: Path, *changes: Change) -> list[tuple[str, str]]:
    found = understood(write(folder / "buku.xlsx", BAKU, *changes), Settings(Path("build"), ()))
    return [(line.kode, line.nama.text) for line in found.plan.program.program_lines]


def test_headings_and_rekening_are_no_programs_and_their_sums_fit(tmp_path: Path) -> None:
    plain = lines(tmp_path)
    headings = [add_row("Program", f"| 5.1.02.01.01.00{n} | Belanja | | | | | | |") for n in (24, 25)]
    top = [
        insert_row("Program", 2, "| 2.20.0.00.0.00.01.0000 | Dinas Contoh | | | | | | |"),
        insert_row("Program", 2, "| 2.20 | BIDANG URUSAN STATISTIK | | | | | | |"),
        insert_row("Program", 2, "| 2 | URUSAN WAJIB | | | | | | |"),
    ]
    assert lines(tmp_path, *top, *headings) == plain
    assert said(tmp_path, *top, *headings) == []


def test_a_number_in_kode_is_a_heading_only_where_it_heads_something(tmp_path: Path) -> None:
    assert ("P41", "Program!A5") in said(tmp_path, add_row("Program", "| 7 | Lain-lain | 1 | 1 | 1 | 1 | 1 |"))


def test_a_rekening_counts_where_no_other_is_part_of_it(tmp_path: Path) -> None:
    rows = [("5.1", 10), ("5.1.02", 10), ("5.1.02.01.01.0024", 6), ("5.1.02.01.01.0025", 4)]
    below = [add_row("Program", f"| {code} | Belanja | {amount} | | | | | |") for code, amount in rows]

    def with_pagu(amount: int) -> Change:
        return both(put("Program!C4", amount), both(put("Program!C3", amount), put("Program!C2", amount)))

    assert "B99" not in [code for code, _ in said(tmp_path, with_pagu(10), *below)]
    assert ("B99", "Program!C4") in said(tmp_path, with_pagu(20), *below)


def test_the_code_in_front_of_a_name_is_cut_where_it_is_its_own(tmp_path: Path) -> None:
    plain = lines(tmp_path)
    assert lines(tmp_path, put("Program!B4", f"{SUB} Pemenuhan Prinsip SDI")) == plain
    assert lines(tmp_path, put("Program!A4", f"{SUB} - Pemenuhan Prinsip SDI"), put("Program!B4", None)) == plain
    both_cells = [put(f"Program!B{row}", f"{code} {name}") for row, (code, name) in enumerate(plain, 2)]
    assert lines(tmp_path, *both_cells, drop_column("Program", "Kode")) == plain
    assert said(tmp_path, *both_cells, drop_column("Program", "Kode")) == []


def test_the_name_behind_a_code_of_tahap_5_is_the_one_of_program(tmp_path: Path) -> None:
    assert said(tmp_path, put("Tahap 5!G6", f"{SUB} Pemenuhan Prinsip SDI")) == []
    assert said(tmp_path, put("Tahap 5!G6", f"{SUB} Pemenuhan Lain")) == [("B64", "Tahap 5!G6")]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("1.05.02.2.01.0001 Penyediaan", ("1.05.02.2.01.0001", "Penyediaan")),
        ("[X.XX.01] - Program", ("X.XX.01", "Program")),
        ("2.16.02. PROGRAM", ("2.16.02", "PROGRAM")),
        ("2.16.02", ("", "2.16.02")),
        ("1. Program", ("", "1. Program")),
        ("2026 Program", ("", "2026 Program")),
    ],
)
def test_a_code_and_its_name(text: str, parts: tuple[str, str]) -> None:
    assert split_led(text) == parts
