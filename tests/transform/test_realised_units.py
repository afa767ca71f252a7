"""Who is asked what was reached: the unit of each post, what it owns, and the money it answers for."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest
from openpyxl import Workbook

from helpers.realised import agency, realised
from helpers.workbooks import add_row, both, put, understood
from pokin_docs.model.realised_form import UnitForm
from pokin_docs.model.settings import Settings
from pokin_docs.transform.realised_units import unit_forms

Change = Callable[[Workbook], object]
SAME = both()


def forms(folder: Path, change: Change = SAME, quarter: int = 2) -> dict[str, UnitForm]:
    """The forms of a quarter by their unit."""
    found = understood(agency(folder, change), Settings(folder / "build", ()))
    return {one.unit: one for one in unit_forms(found.buku, found.plan, 2026, quarter)}


SECOND = both(
    add_row("Pejabat", "| WADIR | Contoh Enam | '197001011995011906 | IV/b | Wakil Direktur | PK JPT | BUPATI | |"),
    put("Pejabat!G5", "WADIR"), put("Pejabat!H5", None), put("Pejabat!H6", None),
)  # fmt: skip
"""A second head, above posts that are in no unit of their own."""
UNITS = {
    "each post its own": (SAME, {"Kepala Dinas": 3, "Bidang Data": 2}),
    "that of the superior": (put("Pejabat!H6", None), {"Kepala Dinas": 3, "Bidang Data": 2}),
    "that of the nearest head": (SECOND, {"Kepala Dinas": 3, "Wakil Direktur": 2}),
    "a head without a title is called by its ID": (both(SECOND, put("Pejabat!E7", None)), {"Kepala Dinas": 3, "WADIR": 2}),
    "the head has a unit of its own": (put("Pejabat!H3", "Pimpinan"), {"Pimpinan": 3, "Bidang Data": 2}),
    "nobody owns it": (both(put("Pejabat!H3", "Pimpinan"), put("Tahap 5!G6", None)), {"Pimpinan": 4, "Bidang Data": 1}),
    "other letters": (put("Pejabat!H6", "BIDANG DATA"), {"Kepala Dinas": 3, "Bidang Data": 2}),
    "no indicator": (put("Tahap 5!B6", None), {"Kepala Dinas": 3, "Bidang Data": 1}),
}  # fmt: skip


@pytest.mark.parametrize(("change", "measures"), UNITS.values(), ids=UNITS.keys())
def test_a_unit_is_asked_about_what_its_posts_own(tmp_path: Path, change: Change, measures: dict[str, int]) -> None:
    found = forms(tmp_path, change)
    assert {unit: len(form.measures) for unit, form in found.items()} == measures


def test_posts_of_a_unit_in_other_letters_are_offered_together(tmp_path: Path) -> None:
    assert forms(tmp_path, put("Pejabat!H6", "BIDANG DATA"))["Bidang Data"].posts == (
        "Kepala Bidang Data",
        "Statistisi",
    )


def test_a_code_is_told_only_where_it_is_the_only_one(tmp_path: Path) -> None:
    two = both(add_row("Program", "| 2.20.03 | Program Data | 1000000 | APBD |"), put("Tahap 5!F5", "2.20.02; 2.20.03"))
    assert [one.kode for one in forms(tmp_path)["Bidang Data"].measures] == ["2.20.02", "2.20.02.2.01"]
    assert [one.kode for one in forms(tmp_path, two)["Bidang Data"].measures] == ["", "2.20.02.2.01"]


@pytest.mark.parametrize(("quarter", "before"), [(1, None), (2, 300), (3, 700)])
def test_what_was_spent_before_the_quarter_is_told(tmp_path: Path, quarter: int, before: int | None) -> None:
    spent = realised([None, "2.20.02.2.01.0018", None, "TW I", None, 300], [None, "2.20.02.2.01.0018", None, "TW II", None, 400])  # fmt: skip
    (one,) = forms(tmp_path, spent, quarter)["Bidang Data"].money
    assert (one.kode, one.before) == ("2.20.02.2.01.0018", None if before is None else Decimal(before))


def test_money_is_asked_of_the_first_unit_that_owns_its_node(tmp_path: Path) -> None:
    found = forms(tmp_path, put("Tahap 5!G6", "SUBKOR; SEKRE"))
    assert {unit: len(form.money) for unit, form in found.items()} == {
        "Kepala Dinas": 0,
        "Sekretariat": 0,
        "Bidang Data": 1,
    }


def test_a_line_whose_code_is_none_is_asked_of_nobody(tmp_path: Path) -> None:
    found = forms(tmp_path, add_row("Program", "| 9 | Program lain | 1000 | APBD |"))
    assert [one.kode for form in found.values() for one in form.money] == ["2.20.02.2.01.0018"]
