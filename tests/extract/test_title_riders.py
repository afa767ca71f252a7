"""What stands in brackets behind an official title does not keep its column from being known."""

from __future__ import annotations

import pytest

from pokin_docs.extract.layouts.column_titles import match_title
from pokin_docs.model.workbook_spec import LEMBAR, Lembar

RIDERS = (
    "(Rp)", "(wajib)", "(lihat lampiran)", "(dalam jutaan)", "(2026)", "(%)", "(P)", "(diisi oleh Bappeda)",
)  # fmt: skip


@pytest.mark.parametrize("lembar", LEMBAR, ids=lambda lembar: lembar.kunci)
def test_a_title_with_a_rider_is_that_of_the_same_column(lembar: Lembar) -> None:
    titles = [kolom.title.replace("{tahun}", "2026") for kolom in lembar.kolom]
    assert titles
    for title in titles:
        own = match_title(lembar, title)
        assert own is not None, title
        for rider in RIDERS:
            assert match_title(lembar, f"{title} {rider}") == own, f"{title} {rider}"
