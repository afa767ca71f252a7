"""Levels that no cell of a table tells: asked for rows that look alike, and remembered by what tells them apart."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.styles import Font

from helpers.foreign_reading import tree, understood
from helpers.workbooks import workbook
from pokin_docs.extract.read import read
from pokin_docs.flow.impor import Imported, import_tables
from pokin_docs.flow.import_choices import FILE_NAME
from pokin_docs.workbook.imported.asked import LEVEL_PLACE

ROWS = (
    ("Terwujudnya kota bersih", 0),
    ("Meningkatnya sampah tertangani", 1),
    ("Meningkatnya layanan angkut", 2),
    ("Terlaksananya pengangkutan", 3),
    ("Tersedianya armada", 4),
    ("Meningkatnya pengolahan", 2),
    ("Terlaksananya pemilahan", 3),
    ("Tersedianya mesin", 4),
)
LEVELS = "01234234"
NAMES = ("Tujuan", "Sasaran", "Sasaran Program", "Sasaran Kegiatan", "Sasaran Sub Kegiatan")


def table(path: Path, title: str = "", words: tuple[str, ...] = (), font: Callable[[int], Font] | None = None) -> Path:
    """A table whose only column of sentences is called "Sasaran Kinerja", with one further column.

    Args:
        path: Where it is saved.
        title: What stands over the further column; blank for none.
        words: What stands in it, by level.
        font: The letters of a sentence, by its level.
    """
    more = [f" {words[level]} |" if words else "" for _, level in ROWS]
    head = f"## Rencana\n| Sasaran Kinerja | Indikator | Target 2026 |{f' {title} |' if title else ''}\n"
    book = workbook(
        head + "".join(f"| {text} | Jumlah {text} | 5 |{own}\n" for (text, _), own in zip(ROWS, more, strict=True))
    )
    for row, (_, level) in enumerate(ROWS, start=2):
        if font is not None:
            book["Rencana"].cell(row, 1).font = font(level)
    book.save(path)
    return path


def run(path: Path) -> Imported:
    outcome = import_tables([path])
    assert outcome.value is not None, outcome.temuan
    return outcome.value


def levels(path: Path) -> str:
    return "".join(line[0] for line in tree(understood(read(path))))


def choose(made: Path, chosen: dict[str, str]) -> None:
    """The planner picks the level of the rows that a line of the sheet Impor names."""
    book: Workbook = load_workbook(made)
    for cells in book["Impor"].iter_rows(min_row=6, max_row=60):
        if cells[1].value == LEVEL_PLACE and cells[2].value in chosen:
            cells[6].value = chosen[str(cells[2].value)]
    book.save(made)


WAYS: dict[str, tuple[str, tuple[str, ...], Callable[[int], Font] | None]] = {
    "column": ("Peran", ("Puncak", "Utama", "Antara", "Segera", "Dasar"), None),
    "code": ("Kd", ("A", "A.1", "A.1.a", "A.1.a.1", "A.1.a.1.a"), None),
    "words": ("", (), None),
    "two looks": ("", (), lambda level: Font(bold=level < 3)),
}


@pytest.mark.parametrize("way", WAYS)
def test_levels_are_guessed_by_what_tells_the_rows_apart_and_asked(tmp_path: Path, way: str) -> None:
    made = run(table(tmp_path / "a.xlsx", *WAYS[way]))
    assert levels(made.file) == LEVELS
    (asked,) = made.story.tables
    assert [line.role for line in asked.levels] == list(NAMES)
    assert all(line.unsure for line in asked.levels)


def test_without_the_import_a_person_is_told_that_all_rows_have_one_level(tmp_path: Path) -> None:
    found = read(table(tmp_path / "a.xlsx"))
    assert "B141" in {finding.kode for finding in found.temuan}
    assert levels(tmp_path / "a.xlsx") == "1" * len(ROWS)


def test_blocks_of_units_below_sasaran_are_no_levels(tmp_path: Path) -> None:
    text = "## Rencana\n| Sasaran Strategis | Indikator | Target 2026 | Bidang |\n" + "".join(
        f"| Meningkatnya layanan {name} | Indeks {name} | 5 | Bidang {name[0].upper()} |\n"
        for name in ("arsip", "aset", "data", "desa", "kota", "kantor")
    )
    workbook(text).save(tmp_path / "a.xlsx")
    assert "B141" not in {finding.kode for finding in read(tmp_path / "a.xlsx").temuan}
    assert not run(tmp_path / "a.xlsx").story.tables[0].levels


def test_three_choices_put_a_table_right_and_the_next_of_its_shape(tmp_path: Path) -> None:
    source = table(tmp_path / "a.xlsx", "Pengampu", ("Pimpinan", "Pimpinan", "Wakil", "Anggota", "Anggota"))
    made = run(source)
    name = "«Pengampu» berisi «Pimpinan»"
    choose(made.file, {name: "Tujuan", "«Pengampu» berisi «Anggota»": "Sasaran Sub Kegiatan"})
    again = run(source)
    assert levels(again.file) == "00244244"
    assert not run(source).written
    assert name in (tmp_path / FILE_NAME).read_text(encoding="utf-8")
    other = run(table(tmp_path / "b.xlsx", "Pengampu", ("Pimpinan", "Pimpinan", "Wakil", "Anggota", "Anggota")))
    assert levels(other.file) == "00244244"


def test_what_a_post_stands_for_can_be_chosen(tmp_path: Path) -> None:
    posts = ("Kepala Dinas", "Kepala Dinas", "Kepala Bidang Kebersihan", "Kepala Seksi Angkutan", "Pelaksana")
    source = table(tmp_path / "a.xlsx", "Penanggung Jawab", posts)
    made = run(source)
    assert not made.unsure
    choose(made.file, {"«Penanggung Jawab» berisi «eselon III»": "Sasaran"})
    # The others keep the level that the first run showed, though the posts alone would now say another.
    assert levels(run(source).file) == "11134134"


def test_one_choice_is_for_all_sheets_with_the_same_titles(tmp_path: Path) -> None:
    source = table(tmp_path / "a.xlsx", "Peran", ("A1", "B1", "C1", "D1", "E1"))
    book = load_workbook(source)
    copy = book.copy_worksheet(book["Rencana"])
    copy.title = "Bidang Dua"
    for row in range(2, copy.max_row + 1):
        copy.cell(row, 1).value = f"{copy.cell(row, 1).value} kedua"
    book.save(source)
    made = run(source)
    first = made.story.tables[0].levels[0]
    choose(made.file, {first.title: "Sasaran"})
    assert all(table.levels[0].role == "Sasaran" for table in run(source).story.tables)
