"""The table of mutants: each is still where it says, and what is said of them is what ran."""

from __future__ import annotations

import re
from collections import Counter
from types import ModuleType

import pytest

from helpers.scripts import script_module

AREAS = ("transform", "documents", "check", "extract", "templating")
"""Where decisions are made about money, signatures, rows, limits and templates."""


@pytest.fixture(scope="module")
def mutants() -> ModuleType:
    return script_module("benchmarks/mutants.py")


def test_every_mutant_changes_one_place_that_is_there_and_names_tests_that_are(mutants: ModuleType) -> None:
    """Moved code is noticed here and not only when somebody runs the mutants."""
    assert list(mutants.faults(mutants.mutants())) == []


def test_every_area_has_its_share_of_mutants_and_none_stands_twice(mutants: ModuleType) -> None:
    table = mutants.mutants()
    assert len(table) >= 60
    assert len({(mutant.file, mutant.find, mutant.replace) for mutant in table}) == len(table)
    shares = Counter(area for mutant in table for area in AREAS if mutant.file.startswith(area))
    assert all(shares[area] >= 8 for area in AREAS), shares


@pytest.mark.parametrize(
    ("find", "replace", "tests", "said"),
    [
        ("tidak ada di sana", "x", "test_mutants.py", "stands 0 times"),
        ("import", "x", "test_mutants.py", "times, not once"),
        ("return start <= end", "return start <= end", "test_mutants.py", "replaced by itself"),
        ("return start <= end", "return start <=", "test_mutants.py", "invalid syntax"),
        ("return start <= end", "return True", "test_tidak_ada.py", "the test test_tidak_ada.py is not there"),
        ("return start <= end", "return True", "test_mutants.py::test_tidak_ada", "is not there"),
    ],
)
def test_a_mutant_that_does_not_apply_is_named(
    mutants: ModuleType, find: str, replace: str, tests: str, said: str
) -> None:
    (fault,) = mutants.faults([mutants.Mutant("model/posts.py", find, replace, tests, "uji")])
    assert said in fault


def test_the_page_tells_of_every_mutant_and_of_enough_that_were_killed(mutants: ModuleType) -> None:
    page = mutants.REPORT.read_text(encoding="utf-8")
    count, killed, _, survived = map(int, re.findall(r"^\| all \|" + r" (\d+) \|" * 4, page, re.MULTILINE)[0])
    assert count == len(mutants.mutants())
    assert killed + survived == count
    assert killed >= mutants.LEAST * count
    assert "No reason is given" not in page
