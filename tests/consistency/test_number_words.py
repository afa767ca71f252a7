"""Numbers written out are read back, and another number than the paper states is told."""

from __future__ import annotations

from decimal import Decimal

import pytest

from pokin_docs.consistency.number_words import ALL_WORDS, number_in_words
from pokin_docs.consistency.printed_words import is_in_words
from pokin_docs.templating.filters import terbilang

NUMBERS = (*range(2_100), 9_999, 10_000, 11_011, 100_000, 111_111, 999_999, 1_000_000, 1_001_001, 12_000_013, 6_122_579_000,
           71_000_000_019, 5 * 10**12, 999_999_999_999_999)  # fmt: skip


def test_what_the_filter_writes_is_read_back() -> None:
    for number in NUMBERS:
        words = terbilang(str(number)).split()
        assert ALL_WORDS.issuperset(words)
        assert number_in_words(words) == number, words


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("tujuh puluh lima koma tiga lima", "75.35"), ("minus dua persen", "2"), ("dua milyar rupiah", "2000000000"),
        ("nol koma nol satu", "0.01"), ("koma lima", None), ("lima koma", None), ("lima koma puluh", None), ("rupiah", None),
    ],
)  # fmt: skip
def test_decimals_and_words_around(words: str, number: str | None) -> None:
    assert number_in_words(words.split()) == (None if number is None else Decimal(number))


@pytest.mark.parametrize(
    ("cell", "value", "same"),
    [
        ("delapan puluh lima", "85", True),
        ("(delapan puluh lima)", "85", True),
        ("delapan puluh lima persen", "85 %", True),
        ("delapan puluh enam", "85,5", True),
        ("delapan puluh enam", "85", False),
        ("lima puluh delapan", "85", False),
        ("enam juta seratus dua puluh dua ribu lima ratus tujuh puluh sembilan", "6.122.579.000", True),
        ("enam ribu seratus dua puluh tiga", "6.122.579.000", True),
        ("enam juta seratus dua puluh dua ribu lima ratus sembilan puluh tujuh", "6.122.579.000", False),
        ("delapan puluh lima", "Baik", False),
        ("delapan puluh lima kasus", "85", False),
        ("", "85", False),
    ],
)
def test_only_the_number_of_the_value_counts(cell: str, value: str, same: bool) -> None:
    assert is_in_words(cell, value) is same
