"""Number formats beyond the plain ones: what Excel shows is what is printed, and the number stays what it is."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from openpyxl import Workbook
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from helpers.workbooks import BAKU, write
from pokin_docs.extract.display import show_number
from pokin_docs.extract.read import read


@pytest.mark.parametrize(
    ("value", "number_format", "shown"),
    [
        (0.5, "# ?/?", "1/2"),
        (3.25, "# ?/?", "3 1/4"),
        (3, "# ?/?", "3"),
        (2.75, "?/?", "11/4"),
        (0.333333333, "# ??/??", "1/3"),
        (0.25, "# ??/100", "25/100"),
        (0.999, "# ?/4", "1"),
        (-0.5, "# ?/?", "-1/2"),
        (12, 'General" org"', "12 org"),
        (2.5, 'General" org"', "2,5 org"),
        (-5, "General;(General)", "(5)"),
        (-5, "General", "-5"),
        (12345, "0.00E+00", "12345"),
        (1234.5, "[$-421]#,##0.00", "1.234,50"),
        (1_234_567, "#,##0,", "1.235"),
        (2_500_000, "0.0,,", "2,5"),
        (7, '0" e-pos"', "7 e-pos"),
    ],
)
def test_a_number_reads_as_its_format_shows_it(value: float, number_format: str, shown: str) -> None:
    cell = show_number(value, number_format)
    assert (cell.text, cell.number) == (shown, Decimal(str(value)))


def test_a_day_of_a_workbook_that_counts_from_1904_is_the_same_day(tmp_path: Path) -> None:
    def change(book: Workbook) -> None:
        book.epoch = CALENDAR_MAC_1904
        book["Identitas"]["B7"].value = date(2026, 1, 5)

    found = read(write(tmp_path / "b.xlsx", BAKU, change))
    assert found.value is not None
    assert found.value.identitas["tanggal_pk"].tanggal == date(2026, 1, 5)
    assert found.temuan == ()
