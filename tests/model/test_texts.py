"""Comparing texts the way a planner means them."""

from __future__ import annotations

import pytest

from pokin_docs.model.texts import Likeness, finder, fold


@pytest.mark.parametrize("typed", ["target_2026", "TARGET 2026", "Target\n2026", "  target - 2026 ", "target__2026"])
def test_titles_of_exports_and_of_people_are_one(typed: str) -> None:
    assert fold(typed) == fold("Target 2026")


def test_a_percent_sign_and_letters_count() -> None:
    assert fold("Target %") != fold("Target")
    assert fold("_") == ""


def test_many_words_are_held_against_the_same_candidates_as_they_were_given() -> None:
    near = finder(["Target_2026", "PAGU 2026", "Pagu 2025"], Likeness.PROPOSED)
    assert near("targt 2026") == "Target_2026"
    assert near("pagu  2026") == "PAGU 2026"
    assert near("Kode") is None
