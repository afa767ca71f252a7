"""An older PDF of a workbook: its numbers are held against those of now as its pages print them."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import Workbook

from pokin_docs.flow.book_changes import book_changes
from pokin_docs.pdf.reading import PdfFacts


@pytest.mark.parametrize(
    ("page", "told"),
    [
        ("Data 94,55 2.400 75 1.1.2 2.16.02.2.01.0015", []),
        (
            "Data 94,50 2.400 75 1.1.2 2.16.02.2.01.0015",
            ["sekarang tertulis angka «94,55»", "di berkas ini tertulis angka «94,50»"],
        ),
        (
            "Data 94,55 2.400 70 1.1.2 2.16.02.2.01.0015",
            ["sekarang tertulis angka «75»", "di berkas ini tertulis angka «70»"],
        ),
        (
            "Data 94.55 2.400 75 1.1.2 2.16.02.2.01.0015",
            ["sekarang tertulis angka «94,55»", "di berkas ini tertulis angka «94.55»"],
        ),
        ("Dat 94,55 2.400 75 1.1.2 2.16.02.2.01.0015", ["sekarang tertulis «data»"]),
        ("Data 94,55 2.400 75 75 1.1.2 2.16.02. 2.01.0015", []),
    ],
    ids=["same", "decimal", "whole", "as another language writes it", "word", "repeated, and a code over two lines"],
)
@pytest.mark.parametrize("head", ["", "Capaian Halaman 75 dari 94\n"], ids=["", "with the number of its page"])
def test_numbers_and_words_that_are_others_now_are_named(tmp_path: Path, page: str, told: list[str], head: str) -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["Data", 94.55, 2400, "75", "1.1.2", "2.16.02.2.01.0015"])
    sheet["B1"].number_format, sheet["C1"].number_format = "0.00", "#,##0"
    sheet.append(["tersembunyi", 17])
    sheet.row_dimensions[2].hidden = True
    book.save(tmp_path / "a.xlsx")
    facts = PdfFacts((head + page,), (), {})
    found = book_changes(facts, (tmp_path / "a.xlsx").read_bytes(), tmp_path / "a.xlsx")
    assert [one.sentence.partition(", yang")[0] for one in found] == told
