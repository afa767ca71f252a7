"""Ways of typing that say a level, a code or nothing: initials, marks before sentences, ticks under IKU, averages."""

from __future__ import annotations

from pathlib import Path

import pytest

from helpers.foreign_reading import codes, reading, tree, understood
from helpers.renstra_tables import AgencyTable
from helpers.workbooks import workbook
from pokin_docs.extract.foreign.guess import guess_tables
from pokin_docs.extract.read import read, read_sheets
from pokin_docs.model.level_letters import levels_of_letters

TREE = ["0 Terwujudnya arsip tertib [Indeks arsip]", "1 Meningkatnya mutu arsip [Nilai arsip]",
        "2 Tertatanya arsip dinas [Persentase arsip]"]  # fmt: skip
HEAD = "## Rencana\n| Tingkat | Kinerja | Indikator | Target 2026 | Pengampu |\n"
ROWS = """| T | Terwujudnya arsip tertib | Indeks arsip | 80 | Kepala Dinas |
| S | Meningkatnya mutu arsip | Nilai arsip | 80 | Kepala Dinas |
| P | Tertatanya arsip dinas | Persentase arsip | 90 | Kepala Bidang Arsip |
"""


def lines(folder: Path, text: str) -> list[str]:
    return tree(understood(reading(folder, AgencyTable(text, (), ()))))


def test_initials_under_the_title_of_levels_are_levels(tmp_path: Path) -> None:
    assert lines(tmp_path, HEAD + ROWS) == TREE


def test_letters_that_are_no_initials_are_none(tmp_path: Path) -> None:
    assert lines(tmp_path, HEAD + ROWS.replace("| T |", "| Q |")) != TREE


def test_rows_without_their_initial_are_asked_about(tmp_path: Path) -> None:
    reading(tmp_path, AgencyTable(HEAD + ROWS + "| | Tertatanya arsip statis | Persentase arsip | 90 | |\n", (), ()))
    grids = read_sheets(tmp_path / "buku.xlsx").value
    assert grids is not None
    assert [group.rows for table in guess_tables(grids) for group in table.groups if group.asked] == [(5,)]


def test_the_column_of_component_names_tells_levels_wherever_it_stands(tmp_path: Path) -> None:
    text = "## Rencana\n| Pengampu | Kinerja | Indikator | Target 2026 | Tingkat |\n" + "".join(
        f"| {post} | {line[2:].split(' [')[0]} | {line.split('[')[1][:-1]} | 5 | {level} |\n"
        for line, post, level in zip(
            TREE, ("Kepala Dinas", "Kepala Dinas", "Kepala Bidang Arsip"), ("Tujuan", "Sasaran", "Program"), strict=True
        )
    )
    assert lines(tmp_path, text) == TREE


@pytest.mark.parametrize("marks", [("*", "**", "***"), ("•", "••", "•••"), ("", "→", "→→"), ("+", "└─", "│  └─")])
def test_marks_before_sentences_show_their_depth_and_are_not_printed(tmp_path: Path, marks: tuple[str, ...]) -> None:
    text = "## Rencana\n| Kinerja | Indikator | Target 2026 |\n" + "".join(
        f"| {mark} {line[2:].split(' [')[0]} | {line.split('[')[1][:-1]} | 5 |\n"
        for mark, line in zip(marks, TREE, strict=True)
    )
    assert [line[2:] for line in lines(tmp_path, text)] == [line[2:] for line in TREE]


@pytest.mark.parametrize("words", [("Ya", "Tidak"), ("v", "-")])
def test_ticks_under_iku_are_no_indicators(tmp_path: Path, words: tuple[str, str]) -> None:
    text = HEAD.replace("| Pengampu", "| IKU | Pengampu") + ROWS.replace("| 80 |", f"| 80 | {words[0]} |").replace(
        "| 90 |", f"| 90 | {words[1]} |"
    )
    assert lines(tmp_path, text) == TREE


def test_an_average_below_a_table_is_no_indicator_but_one_that_begins_so_is(tmp_path: Path) -> None:
    below = "| | | Rata-rata capaian | 83 | |\n"
    assert lines(tmp_path, HEAD + ROWS + below) == TREE
    real = "| | | Rata-rata lama pinjam | 83 | |\n"
    assert "Rata-rata lama pinjam" in lines(tmp_path, HEAD + ROWS + real)[-1]


def test_codes_with_dashes_or_the_mark_of_a_text_are_codes(tmp_path: Path) -> None:
    text = """## Rencana
| Tingkat | Kode | Kinerja | Indikator | Target 2026 |
| Sasaran | | Meningkatnya mutu arsip | Nilai arsip | 80 |
| Program | 2-24-02 | Tertatanya arsip dinas | Persentase arsip | 90 |
| Kegiatan | '2.24.02.2.01 | Terlaksananya pendataan | Jumlah arsip | 5 |
"""
    assert [line.rsplit("] ", 1)[-1] for line in lines(tmp_path, text)][1:] == ["2.24.02", "2.24.02.2.01"]


def test_a_result_among_names_has_the_level_of_its_row(tmp_path: Path) -> None:
    text = """## Rencana
| Tingkat | Kode | Kinerja / Program / Kegiatan | Indikator | Target 2026 |
| Tujuan | | Terwujudnya arsip tertib | Indeks arsip | 80 |
| Sasaran | | Meningkatnya mutu arsip | Nilai arsip | 80 |
| Program | 2.24.02 | Program Pengelolaan Arsip | Persentase arsip | 90 |
| Kegiatan | 2.24.02.2.01 | Pengelolaan Arsip Dinamis | Jumlah arsip | 90 |
"""
    found = reading(tmp_path, AgencyTable(text, (), ()))
    assert "B65" not in codes(found)
    assert [line[0] for line in tree(understood(found))] == ["0", "1", "2", "3"]


def test_bullets_of_several_indicators_part_their_targets(tmp_path: Path) -> None:
    text = HEAD + ROWS.replace("Persentase arsip | 90", "- Persentase arsip\\n- Jumlah arsip | - 90\\n- 5")
    found = understood(reading(tmp_path, AgencyTable(text, (), ())))
    assert [row.target[2026].text for row in found.tahap5][-2:] == ["90", "5"]


def test_hidden_rows_of_a_table_of_another_agency_are_read_and_named(tmp_path: Path) -> None:
    book = workbook(HEAD + ROWS)
    book["Rencana"].row_dimensions[3].hidden = True
    book.save(tmp_path / "buku.xlsx")
    found = read(tmp_path / "buku.xlsx")
    assert [finding.kode for finding in found.temuan].count("B26") == 1
    assert tree(understood(found)) == TREE


@pytest.mark.parametrize(
    ("letters", "levels"),
    [
        (("T", "S", "P"), "012"), (("T", "SS", "SP"), "012"), (("SS", "SP", "SK"), "123"), (("P", "K", "SK"), "234"),
        (("SP", "SK", "SSK"), "234"), (("tuj", "sas", "prog"), "012"),
    ],
)  # fmt: skip
def test_letters_of_a_column_tell_levels_as_those_before_numbers_do(
    tmp_path: Path, letters: tuple[str, ...], levels: str
) -> None:
    rows = "".join(line.replace(f"| {own} |", f"| {letter} |") for own, letter, line in
                   zip("TSP", letters, ROWS.splitlines(keepends=True), strict=True))  # fmt: skip
    assert "".join(line[0] for line in lines(tmp_path, HEAD + rows)) == levels


@pytest.mark.parametrize("letters", [("T", "S", "SK"), ("S", "SS", "P"), ("P", "SP", "K")])
def test_letters_that_may_stand_for_two_levels_tell_none(tmp_path: Path, letters: tuple[str, ...]) -> None:
    assert levels_of_letters([letter.lower() for letter in letters]) == {}
