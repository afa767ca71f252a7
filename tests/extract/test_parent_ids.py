"""A flat export: the IDs of rows and of their parents tell the tree, in whatever order the rows stand."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from helpers.workbooks import sheet_of
from pokin_docs.extract.read import read

LEVELS = ["Tujuan", "Sasaran", "Program", "Kegiatan", "Sub Kegiatan", "Program", "Sub Kegiatan"]
SENTENCES = ["Terwujudnya data berkualitas", "Meningkatnya akses data", "Meningkatnya mutu layanan data",
             "Terpenuhinya standar data", "Tersusunnya metadata", "Meningkatnya tata kelola data", "Tersusunnya buku data"]  # fmt: skip
MEASURES = ["Indeks Data", "Persentase data terakses", "Persentase layanan baik", "Persentase data standar",
            "Jumlah metadata", "Persentase tata kelola", "Jumlah buku"]  # fmt: skip
PARENTS = ["", "1", "2", "3", "4", "2", "4"]
"""The last row stands under a program that it is not below."""
OFFICIAL = ["Level", "Kinerja", "Indikator", "Satuan", "Target 2026"]
FOREIGN = ["Jenis Komponen", "Uraian Kinerja", "Tolok Ukur Kinerja", "Satuan", "Target 2026"]


def told(
    folder: Path, titles: Sequence[str] = OFFICIAL, *, own: str = "id", above: str = "id_parent",
    ids: Sequence[str] = "1234567", parents: Sequence[str] = PARENTS, order: Sequence[int] = range(7), level: bool = True,
) -> tuple[dict[str, str], list[str], list[str]]:  # fmt: skip
    """The sentence above each sentence, the levels from top to bottom, and what is said of the columns of IDs."""
    rows = [[ids[n], parents[n], LEVELS[n], SENTENCES[n], MEASURES[n], "%", str(10 + n)] for n in order]
    every = [[own, above, *titles], *rows]
    book = sheet_of(every if level else [[*row[:2], *row[3:]] for row in every], "Cascading")
    book.save(folder / "b.xlsx")
    outcome = read(folder / "b.xlsx")
    assert outcome.value is not None
    found = outcome.value.tahap5
    said = [f"{one.kode} {one.tempat.address}" for one in outcome.temuan if one.kode in ("B55", "B56", "B151", "B42")]
    return {row.kinerja.text: row.induk.text for row in found}, [row.komponen.text for row in found], said


TREE = {
    sentence: SENTENCES[int(parent) - 1] if parent else "" for sentence, parent in zip(SENTENCES, PARENTS, strict=True)
}
IN_ORDER = ["Tujuan", "Sasaran", "Program", "Kegiatan", "Sub Kegiatan", "Sub Kegiatan", "Program"]


@pytest.mark.parametrize("titles", [OFFICIAL, FOREIGN], ids=["our titles", "other titles"])
@pytest.mark.parametrize(
    ("own", "above"),
    [("id", "id_parent"), ("ID", "Parent"), ("No", "No. Induk"), ("Nomor", "Induk"), ("node id", "parent_id"),
     ("Id Kinerja", "Id Induk"), ("No.", "Nomor Atasan")],
)  # fmt: skip
def test_ids_tell_what_each_row_is_below(tmp_path: Path, titles: list[str], own: str, above: str) -> None:
    assert told(tmp_path, titles, own=own, above=above) == (TREE, IN_ORDER, [])


@pytest.mark.parametrize("titles", [OFFICIAL, FOREIGN], ids=["our titles", "other titles"])
def test_a_row_may_stand_before_what_it_is_below(tmp_path: Path, titles: list[str]) -> None:
    found, levels, said = told(tmp_path, titles, order=[6, 5, 4, 3, 2, 1, 0])
    assert (found, said) == (TREE, [])
    assert levels == ["Tujuan", "Sasaran", "Program", "Program", "Kegiatan", "Sub Kegiatan", "Sub Kegiatan"]


def test_ids_may_be_any_texts_and_the_top_may_say_0(tmp_path: Path) -> None:
    ids = ["a1", "b7", "c3", "d0", "e9", "f2", "g4"]
    parents = [ids[int(parent) - 1] if parent else "0" for parent in PARENTS]
    assert told(tmp_path, ids=ids, parents=parents) == (TREE, IN_ORDER, [])


def test_without_a_column_of_levels_the_depth_is_the_level(tmp_path: Path) -> None:
    found, levels, said = told(tmp_path, level=False)
    assert found == TREE
    assert levels == ["Level 1", "Level 2", "Level 3", "Level 4", "Level 5", "Level 5", "Level 3"]
    assert said == ["B42 B1"]


@pytest.mark.parametrize("titles", [OFFICIAL, FOREIGN], ids=["our titles", "other titles"])
@pytest.mark.parametrize(
    ("parents", "place"),
    [(["", "1", "2", "3", "4", "2", "99"], "B8"), (["2", "1", "2", "3", "4", "2", "4"], "B2")],
    ids=["an ID of nobody", "a circle"],
)
def test_ids_that_do_not_explain_every_row_are_named_and_not_used(
    tmp_path: Path, titles: list[str], parents: list[str], place: str
) -> None:
    found, levels, said = told(tmp_path, titles, parents=parents)
    assert not any(found.values())
    assert levels == LEVELS
    assert f"B151 {place}" in said


def test_two_rows_of_one_id_are_no_ids(tmp_path: Path) -> None:
    found, _, said = told(tmp_path, ids="1234566")
    assert not any(found.values())
    assert "B55 B1" in said
