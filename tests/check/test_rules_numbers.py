"""Findings about numbers: units of money, two columns of one year, and targets that do not read as people write them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from openpyxl import Workbook
from openpyxl.formatting.rule import Rule
from openpyxl.styles.differential import DifferentialStyle
from openpyxl.styles.numbers import NumberFormat

from helpers.workbooks import add_row, both, put

Change = Callable[[Workbook], None]


def formatted(place: str, value: Any, number_format: str) -> Change:
    """A cell with a value in a number format."""

    def change(book: Workbook) -> None:
        sheet, _, cell = place.partition("!")
        book[sheet][cell] = value
        book[sheet][cell].number_format = number_format

    return change


def amounts(title: str, program: object, kegiatan: object, sub: object) -> Change:
    """The amounts of 2026 in the sheet Program, under that title."""
    return both(*(put(f"Program!C{row}", value) for row, value in enumerate((title, program, kegiatan, sub), start=1)))


second_pagu = both(put("Program!I1", "Pagu Perubahan 2026"), *(put(f"Program!I{row}", 1_000_000) for row in (2, 3, 4)))


def conditional_format(book: Workbook) -> None:
    """A condition that shows targets in thousands."""
    look = DifferentialStyle(numFmt=NumberFormat(170, '0.0,"rb"'))
    rule = Rule(type="cellIs", operator="greaterThan", formula=["30"], dxf=look)
    book["Tahap 5"].conditional_formatting.add("L3:L4", rule)


# code, place of the finding, change
KASUS: list[tuple[str, str, Change]] = [
    ("B75", "Program!C1", amounts("Pagu 2026 (dalam ribuan rupiah)", 1_250_000, 1_250_000, 1_250_000)),
    ("B76", "Program!C2", put("Program!C2", "1 juta")),
    ("B77", "Program!C3", amounts("Pagu 2026 (Rp juta)", 1_250, "1,25 miliar", 1_250)),
    ("B78", "Program!C1", amounts("Pagu 2026", 1_250_000, 1_250_000, 1_250_000)),
    ("B79", "Program!I1", second_pagu),
    ("B80", "Program!I1", both(second_pagu, add_row("Identitas", "| APBD | murni |"))),
    (
        "B81",
        "Program!C1",
        both(put("Program!C1", "Pagu 2026 Perubahan (Rp)"), add_row("Identitas", "| APBD | murni |")),
    ),
    ("I38", "Tahap 5!L4", put("Tahap 5!L4", "60.5")),
    ("I39", "Tahap 5!L6", formatted("Tahap 5!L6", 7, '0" Dokumen"')),
    ("I40", "Tahap 5!L4", put("Tahap 5!L4", "60%")),
    ("I41", "Tahap 5!L4", put("Tahap 5!L4", 63.333333333)),
    ("I48", "Tahap 5!L6", both(put("Tahap 5!L6", "1,200"), put("Tahap 5!M6", 1_300))),
    ("I48", "Tahap 5!M6", both(put("Tahap 5!I6", "Dokumen"), put("Tahap 5!M6", "1,200"))),
    ("I48", "Tahap 5!M6", put("Tahap 5!M6", "1,200,000")),
    ("I42", "Tahap 5!L3", conditional_format),
    ("B82", "Program!C2", formatted("Program!C2", 1_000_000, "#,##0,")),
]
