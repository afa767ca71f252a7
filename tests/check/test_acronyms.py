"""Words put together from pieces of others, and the drafts of what such a word says."""

from __future__ import annotations

import pytest

from pokin_docs.check.relevance import _is_acronym

WHOLE = ("terbentuknya", "peraturan", "daerah")


@pytest.mark.parametrize("word", ["perda", "raperda", "ranperda"])
def test_a_regulation_and_its_draft_are_of_its_words(word: str) -> None:
    assert _is_acronym(word, WHOLE)


@pytest.mark.parametrize("word", ["xoperda", "xorperda", "raraperda", "rada", "é" * 200])
def test_other_beginnings_are_no_draft(word: str) -> None:
    assert not _is_acronym(word, WHOLE)
