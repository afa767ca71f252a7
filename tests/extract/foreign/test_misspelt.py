"""Misspelt words in titles and levels of tables of other agencies: read as what is meant and named, never lost."""

from __future__ import annotations

from pathlib import Path

import pytest

from helpers.workbooks import sheet_of
from pokin_docs.extract.read import read
from pokin_docs.model.rows import BukuKerja
from pokin_docs.model.word_slips import LEVEL_WORDS, level_without_slips, without_slips

LEVELS = ("Tujuan", "Sasaran", "Program", "Kegiatan", "Sub Kegiatan", "Sub Kegiatan")
ROWS = [
    ("Terwujudnya data berkualitas", "Indeks Data"), ("Meningkatnya akses data", "Persentase data terakses"),
    ("Meningkatnya mutu layanan data", "Persentase layanan baik"), ("Terpenuhinya standar data", "Persentase data standar"),
    ("Tersusunnya metadata", "Jumlah metadata"), ("Tersusunnya buku data", "Jumlah buku"),
]  # fmt: skip


def book(
    folder: Path, *, level: str = "Tingkat", kinerja: str = "Sasaran / Kinerja", indikator: str = "Indikator",
    levels: tuple[str, ...] = LEVELS,
) -> tuple[BukuKerja | None, list[str]]:  # fmt: skip
    """What a cascading sheet with these titles and levels is read as, and what is said of it."""
    rows = [[str(number), label, sentence, measure, "%", f"{number}0"]
            for number, (label, (sentence, measure)) in enumerate(zip(levels, ROWS, strict=True), start=1)]  # fmt: skip
    path = folder / "b.xlsx"
    sheet_of([["No", level, kinerja, indikator, "Satuan", "Target 2026"], *rows], "Cascading").save(path)
    outcome = read(path)
    return outcome.value, [f"{one.kode} {one.tempat}" for one in outcome.temuan]


@pytest.mark.parametrize(
    "title",
    ["Indika-tor Kinerja", "Indika-\ntor Kinerja", "Indi kator", "lndikator", "INDlKATOR", "Indkator", "1ndikator",
     "lndikator Kinerja Utama", "Indikator Kinerja Utma", "Indikator Kinrja", "Indi-\nkator Kinerja", "lndi kator Kinerja"],
)  # fmt: skip
def test_a_misspelt_title_loses_no_indicator(tmp_path: Path, title: str) -> None:
    found, _ = book(tmp_path, indikator=title)
    assert found is not None
    assert [row.indikator.text for row in found.tahap5] == [measure for _, measure in ROWS]


@pytest.mark.parametrize(
    "title", ["Kinerja Utma", "Kin erja", "Sasarn", "Ki-\nnerja", "KlNERJA", "Saasaran", "Uraian Kinrja"]
)
def test_a_misspelt_title_loses_no_sentence(tmp_path: Path, title: str) -> None:
    found, _ = book(tmp_path, kinerja=title)
    assert found is not None
    assert [(row.komponen.text, row.kinerja.text) for row in found.tahap5] == [
        (level, sentence) for level, (sentence, _) in zip(LEVELS, ROWS, strict=True)
    ]


@pytest.mark.parametrize(
    "levels",
    [
        ("Tujuan", "Sasaran", "Progam", "Kegitan", *LEVELS[4:]), ("Tujan", "Sasaran", "Program", "Kegitan", *LEVELS[4:]),
        ("Tujuan", "Sasran", "Program", "Kegiatan", "Sub Kegitan", "Sub Kegiatan"),
    ],
)  # fmt: skip
def test_misspelt_levels_are_read_and_named(tmp_path: Path, levels: tuple[str, ...]) -> None:
    found, said = book(tmp_path, level="Level Komponen", kinerja="Uraian", levels=levels)
    assert found is not None
    assert [row.komponen.text for row in found.tahap5] == list(LEVELS)
    assert [one[:4] for one in said].count("B150") == 1
    assert not any(row.pemilik for row in found.tahap5)


def test_words_that_no_level_is_near_to_never_make_all_rows_sasaran(tmp_path: Path) -> None:
    found, said = book(
        tmp_path, level="Level Komponen", levels=("Tujuan", "Sasaran", "Prgrm", "Kgtn", "S Kgtn", "S Kgtn")
    )
    assert said
    assert found is None or {row.komponen.text for row in found.tahap5} != {"Sasaran"}


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("Progam", "Program"), ("Sub Kegitan", "Sub Kegiatan"), ("Sasaran", "Sasaran"), ("Progres", "Progres"),
     ("Sasaran Progam 2", "Sasaran Program 2"), ("Kepala Bidang", "Kepala Bidang"), ("Tujuh", "Tujuh"),
     ("Meningkatnya Progam Data", "Meningkatnya Progam Data")],
)  # fmt: skip
def test_only_words_of_levels_are_mended(typed: str, meant: str) -> None:
    assert level_without_slips(typed) == meant


def test_two_words_are_joined_only_to_a_known_one() -> None:
    assert without_slips("sa saran program data", LEVEL_WORDS) == "sasaran program data"
    assert without_slips("sub kegiatan lain", LEVEL_WORDS) == "sub kegiatan lain"
