"""Sentences are found again in longer texts, each line as if it were the only one that is asked for."""

from __future__ import annotations

from pokin_docs.consistency.sentence_index import SentenceIndex

SENTENCES = ("persentase jalan mantap", "jumlah jalan", "jalan mantap", "persentase jembatan baik")


def test_the_places_of_a_line_are_those_of_whole_words_and_minus_one_of_others() -> None:
    known = SentenceIndex(SENTENCES)
    assert dict(known.places("1. jumlah jalan 2. persentase jalan mantapnya")) == {
        "jumlah jalan": 3,
        "persentase jalan mantap": -1,
        "jalan mantap": -1,
    }


def test_each_line_has_its_own_places_whichever_was_asked_before() -> None:
    known = SentenceIndex(SENTENCES)
    lines = ("jumlah jalan", "persentase jembatan baik", "jumlah jalan", "", "jumlah jalan dan jalan mantap")
    assert [dict(known.places(line)) for line in lines] == [
        dict(SentenceIndex(SENTENCES).places(line)) for line in lines
    ]
