"""Years in titles, as offices write them."""

from __future__ import annotations

import pytest

from pokin_docs.extract.foreign.title_words import read_title
from pokin_docs.extract.layouts.column_titles import ColumnTitle, match_column
from pokin_docs.model.workbook_spec import REQUIRED_LEMBAR


@pytest.mark.parametrize(
    "title",
    [
        "Target '26", "Target ’26", "Target Th. 26", "Target Thn 26", "Th. 26", "Th '26", "TA 26", "TA 2026", "T.A. 2026",
        "Target T.A. 2026", "Tahun Anggaran 2026", "2026 (n)", "2026 (n+1)", "Target 2026 (n)", "FY 2026",
    ],
)  # fmt: skip
def test_a_title_of_a_year_is_that_year_in_full(title: str) -> None:
    assert match_column(REQUIRED_LEMBAR, ColumnTitle((title,))) == ("target", 2026)


@pytest.mark.parametrize("title", ["Target 26", "Tahun ke-2", "Target n", "Th. 5", "Target TA 26/27", "Pasal 26"])
def test_what_may_be_no_year_is_none(title: str) -> None:
    assert match_column(REQUIRED_LEMBAR, ColumnTitle((title,))) is None


def test_tables_of_other_agencies_have_the_same_years() -> None:
    meaning = read_title(ColumnTitle(("Target", "Th. '26")))
    assert (meaning.thing, meaning.tahun) == ("target", 2026)
