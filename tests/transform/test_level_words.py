"""Words in Komponen that are no level: told at their cell, with what was read instead and what may have been meant."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import Workbook

from helpers.workbooks import BAKU, insert_row, put, read_book, workbook
from pokin_docs.model.catalogue import hint, message
from pokin_docs.transform.cascade import build_cascade

Change = Callable[[Workbook], None]
ASSUMED = {"E3": "Sasaran", "E4": "Sasaran Program", "E5": "Sasaran Kegiatan", "E6": "Sasaran Sub Kegiatan"}
"""Rows of BAKU by their cell of Komponen; those from row 4 on have a code."""
FURTHER = "| | | Persentase data lengkap | | {} | | | KABID | % | 50 | 55 | 60 | 65 | 70 | 75 | 80 | | |"


def told(folder: Path, *changes: Change) -> list[tuple[str, str, str, str]]:
    """What is said of levels: code, cell, sentence, what to do."""
    book = workbook(BAKU)
    for change in changes:
        change(book)
    buku = read_book(folder, book)
    names = (row.nomenklatur.text for row in buku.program)
    _, found = build_cascade(buku.tahap5, "KADIS", names=names)
    return [
        (entry.kode, str(entry.tempat.address), message(entry), hint(entry))
        for entry in found
        if entry.kode in ("S30", "S31", "S42")
    ]


@pytest.mark.parametrize(
    ("cell", "typed"),
    [("E3", "xx"), ("E3", "???"), ("E4", "Level Dua"), ("E5", "Srategis"), ("E5", "???"), ("E6", "12")],
)
def test_a_word_that_is_no_level_is_told_with_the_level_that_was_read(tmp_path: Path, cell: str, typed: str) -> None:
    ((kode, place, said, remedy),) = told(tmp_path, put(f"Tahap 5!{cell}", typed))
    assert (kode, place) == ("S42", cell)
    assert f"«{typed}»" in said
    assert said.endswith(f"dibaca sebagai {ASSUMED[cell]}.")
    assert f"«{ASSUMED[cell]}»" in remedy


@pytest.mark.parametrize(
    ("cell", "typed", "meant"),
    [
        ("E4", "Sasarn Programm", None),  # what was read is what was meant
        ("E5", "Sasarn Programm", "Sasaran Program"),
        ("E3", "Sasarn Pertama SKPD", "Sasaran Pertama SKPD"),
        ("E6", "Sub Kegiatn", "Sasaran Sub Kegiatan"),
        ("E5", "Sasaran Strategis Kegiatanku", "Sasaran Kegiatan"),  # neither «Sasaran Strategis» nor a sub kegiatan
        ("E5", "Sasaran Kegiatanku", "Sasaran Kegiatan"),
        ("E5", "Sasaran Sub Kegiatanku", "Sasaran Sub Kegiatan"),
        ("E5", "Tujuan Programku", None),
        ("E5", "Sasaran Su Kegiatn", "Sasaran Sub Kegiatan"),
        ("E5", "Sasaran Subb Kegiatn", "Sasaran Sub Kegiatan"),
        ("E5", "Sasarn Strategi", "Sasaran"),
    ],
)
def test_what_may_have_been_meant_is_proposed_where_it_is_another(
    tmp_path: Path, cell: str, typed: str, meant: str | None
) -> None:
    (((_, place, said, _),)) = told(tmp_path, put(f"Tahap 5!{cell}", typed))
    assert place == cell
    assert (f"Mungkin maksudnya «{meant}»?" in said) if meant else "Mungkin" not in said


@pytest.mark.parametrize("typed", [None, "-", "n/a", "…"])
def test_a_blank_cell_is_called_blank(tmp_path: Path, typed: str | None) -> None:
    ((kode, place, said, _),) = told(tmp_path, put("Tahap 5!E4", typed))
    assert (kode, place) == ("S31", "E4")
    assert said.startswith("Komponen kosong")


def test_a_question_mark_where_nothing_else_tells_the_level_is_quoted(tmp_path: Path) -> None:
    ((kode, _, said, _),) = told(tmp_path, put("Tahap 5!E2", "???"))
    assert kode == "S30"
    assert "«???»" in said


@pytest.mark.parametrize(("typed", "codes"), [("xx", ["S42"]), ("???", ["S42"]), ("Sasaran Program", []), ("", [])])
def test_a_further_indicator_with_such_a_word_belongs_to_the_row_above(
    tmp_path: Path, typed: str, codes: list[str]
) -> None:
    found = told(tmp_path, insert_row("Tahap 5", 5, FURTHER.format(typed)))
    assert [entry[0] for entry in found] == codes
    assert all("dari baris di atasnya dibaca sebagai Sasaran Program" in entry[2] for entry in found)


@pytest.mark.parametrize(
    "typed",
    ["Penyelenggaraan Statistik", "Program Statistik", "Kegiatan penyelenggaraan statistik", "Sasaran Kegiatan"],
)
def test_the_name_of_a_component_is_no_word_to_be_told(tmp_path: Path, typed: str) -> None:
    assert told(tmp_path, put("Tahap 5!E5", typed)) == []


def test_a_column_of_names_is_no_column_of_slips(tmp_path: Path) -> None:
    names = (("E4", "Statistik Sektoral"), ("E5", "Tata Kelola Data"), ("E6", "Penyusunan Metadata"))
    assert told(tmp_path, *(put(f"Tahap 5!{cell}", name) for cell, name in names)) == []
    assert len(told(tmp_path, put("Tahap 5!E4", "Statistik Sektoral"))) == 1
