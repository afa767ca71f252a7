"""The measure of a content, and the plain data of a document: long lists, which chapters share, are taken once."""

from __future__ import annotations

from dataclasses import dataclass, replace

from pokin_docs.templating.fill import context
from pokin_docs.templating.fill.content_size import size_of


@dataclass(frozen=True)
class Baris:
    kata: str


@dataclass(frozen=True)
class Isi:
    judul: str
    daftar: tuple[Baris, ...]


def rows(count: int, kata: str = "kata") -> tuple[Baris, ...]:
    return tuple(Baris(f"{kata} {number}") for number in range(count))


def test_a_chapter_shares_the_long_lists_of_the_whole() -> None:
    whole = Isi("semua", rows(100))
    chapter = replace(whole, judul="bab")
    first, second = context.of_document(whole), context.of_document(chapter)
    assert first["daftar"] is second["daftar"]
    assert second == {"judul": "bab", "daftar": [{"kata": f"kata {number}"} for number in range(100)]}


def test_a_short_list_and_another_one_are_taken_anew() -> None:
    for count in (99, 100):
        first = context.of_document(Isi("satu", rows(count)))
        second = context.of_document(Isi("dua", rows(count, "lain")))
        assert first["daftar"] is not second["daftar"]
        assert second["daftar"][0] == {"kata": "lain 0"}  # type: ignore[index]


def test_the_size_of_a_long_list_is_that_of_the_list_at_hand() -> None:
    for count, kata in ((100, "a"), (100, "bbbb"), (101, "c"), (3, "d")):
        texts = [f"{kata} {number}" for number in range(count)]
        size = size_of({"judul": "xyz", "daftar": [{"kata": text} for text in texts]})
        assert size.item_counts == {(): count, ("daftar",): count}
        assert (size.longest, size.whole) == (max(3, *map(len, texts)), 3 + sum(map(len, texts)))


def test_lists_inside_lists_count_with_the_outer_one_and_those_in_records_by_their_path() -> None:
    size = size_of({"a": {"b": ["x", {"c": ["yy", "zz"]}]}, "ya": True})
    assert size.item_counts == {(): 4, ("a",): 4, ("a", "b"): 4}
    assert (size.longest, size.whole) == (2, 5)
