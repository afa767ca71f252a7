"""What a content states: told anew of another content, once of papers that say the same of it."""

from __future__ import annotations

from dataclasses import replace
from random import Random

import pytest

from pokin_docs.consistency.reading import _steps_with
from pokin_docs.consistency.sentence_index import SentenceIndex
from pokin_docs.consistency.statements import StatedValue, Statement, statements
from pokin_docs.documents.facts import FactKind
from pokin_docs.documents.kind import DocumentKind
from pokin_docs.documents.kinds import KINDS, RENSTRA
from pokin_docs.documents.meanings import sample
from pokin_docs.documents.renstra.content import Renstra

WHOLE = sample(Renstra)


def test_a_chapter_states_what_the_whole_does() -> None:
    assert statements(RENSTRA, replace(WHOLE, halaman_awal="7")) is statements(RENSTRA, WHOLE)


def test_another_list_states_something_else() -> None:
    before = statements(RENSTRA, WHOLE)
    less = statements(RENSTRA, replace(WHOLE, daftar_iku=()))
    assert set(less) < set(before)


def test_other_years_of_the_same_rows_are_stated() -> None:
    statements(RENSTRA, WHOLE)
    later = replace(WHOLE, daftar_tahun=("2030", "2031", "2032", "2033", "2034", "2035"))
    years = {value.year for one in statements(RENSTRA, later) for value in one.values}
    assert "2035" in years


@pytest.mark.parametrize("kind", [one for one in KINDS if one.facts], ids=lambda kind: kind.kode)
def test_what_was_told_last_is_not_told_of_another_kind(kind: DocumentKind) -> None:
    content = kind.sample()
    alone = statements(kind, content)
    statements(RENSTRA, WHOLE)
    assert statements(kind, content) == alone
    assert kind is RENSTRA or alone != statements(RENSTRA, WHOLE)


@pytest.mark.parametrize("seed", range(20))
def test_sentences_within_a_text_are_found_by_a_word(seed: int) -> None:
    chance = Random(seed)
    text, *said = (" ".join(chance.choices(("aa", "b", "cc", "d-e"), k=chance.randint(1, 9))) for _ in range(60))
    sentences = {*said, text, text.replace("aa", "a"), text[1:]}
    assert sorted(SentenceIndex(sentences).within(text)) == sorted(one for one in sentences if one in text)


@pytest.mark.parametrize("seed", range(20))
def test_steps_that_name_a_goal_are_those_that_have_it_within(seed: int) -> None:
    chance = Random(seed)
    texts = [" ".join(chance.choices(("aa", "b", "cc", "d-e"), k=chance.randint(1, 5))) for _ in range(40)]
    stated = [Statement("", FactKind.KINERJA, "", (StatedValue("n", FactKind.KINERJA, "", one),)) for one in texts]
    said = {" ".join(chance.choices(("aa", "b", "cc", "e"), k=chance.randint(1, 3))) for _ in range(9)} | {"a b"}
    naive = {text for text in texts if any(one in text and one != text for one in said)}
    assert _steps_with(said, stated) == naive
