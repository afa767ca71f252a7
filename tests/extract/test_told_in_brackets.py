"""Levels and codes behind a sentence, codes typed as numbers, and legends of colours."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from openpyxl import Workbook
from openpyxl.styles import PatternFill

from helpers.foreign_reading import codes, tree, understood
from helpers.workbooks import workbook
from pokin_docs.extract.choices import Choices
from pokin_docs.extract.foreign.guess import guess_tables
from pokin_docs.extract.read import Reading, read, read_sheets, understand

LEVELS = """## Rencana
| Kinerja | Indikator | Target 2026 |
| Meningkatnya mutu arsip (Sasaran Strategis) | Nilai arsip | 80 |
| Tertatanya arsip dinas (Sasaran Program) | Persentase arsip tertata | 90 |
| Terlaksananya pendataan (Sasaran Kegiatan) | Jumlah arsip | 5 |
"""
CODES = """## Rencana
| Komponen | Kinerja | Indikator | Target 2026 |
| Sasaran | Meningkatnya mutu arsip | Nilai arsip | 80 |
| Program | Tertatanya arsip dinas (2.24.02) | Persentase arsip tertata | 90 |
| Kegiatan | Terlaksananya pendataan (2.24.02.2.01) | Jumlah arsip | 5 |
"""


def saved(folder: Path, book: Workbook) -> Reading:
    book.save(folder / "buku.xlsx")
    return read(folder / "buku.xlsx")


def test_a_level_behind_every_sentence_is_its_level(tmp_path: Path) -> None:
    assert tree(understood(saved(tmp_path, workbook(LEVELS)))) == [
        "1 Meningkatnya mutu arsip [Nilai arsip]",
        "2 Tertatanya arsip dinas [Persentase arsip tertata]",
        "3 Terlaksananya pendataan [Jumlah arsip]",
    ]


def test_a_level_behind_some_sentences_only_asks(tmp_path: Path) -> None:
    found = saved(tmp_path, workbook(LEVELS.replace(" (Sasaran Program)", "")))
    assert "B65" in codes(found)


def test_a_code_behind_a_sentence_is_its_code_and_not_printed(tmp_path: Path) -> None:
    assert tree(understood(saved(tmp_path, workbook(CODES)))) == [
        "1 Meningkatnya mutu arsip [Nilai arsip]",
        "2 Tertatanya arsip dinas [Persentase arsip tertata] 2.24.02",
        "3 Terlaksananya pendataan [Jumlah arsip] 2.24.02.2.01",
    ]


def test_what_else_stands_in_brackets_stays_there(tmp_path: Path) -> None:
    text = CODES.replace("(2.24.02)", "(lanjutan)").replace("(2.24.02.2.01)", "(2 kali)")
    assert "Tertatanya arsip dinas (lanjutan)" in tree(understood(saved(tmp_path, workbook(text))))[1]


@pytest.mark.parametrize(("other", "read_as"), [(2.02, "2.10"), (2.2, "2.01")])
def test_the_part_of_a_code_typed_as_a_number_has_the_digits_of_the_others(
    tmp_path: Path, other: float, read_as: str
) -> None:
    """2.10 typed into a cell of numbers is 2.1; where all have one digit, 2.1 is how people write 2.01."""
    book = workbook(
        """## Rencana
| Komponen | Kode | | | | Kinerja | Indikator | Target 2026 |
| Sasaran | | | | | Meningkatnya mutu arsip | Nilai arsip | 80 |
| Program | 2 | 24 | 02 | | Tertatanya arsip dinas | Persentase arsip tertata | 90 |
| Kegiatan | 2 | 24 | 02 | x | Terlaksananya pendataan | Jumlah arsip | 5 |
| Kegiatan | 2 | 24 | 02 | x | Terlaksananya pemilahan | Jumlah berkas | 5 |
"""
    )
    sheet = book["Rencana"]
    sheet["E4"], sheet["E5"] = 2.1, other
    assert tree(understood(saved(tmp_path, book)))[2].endswith(f"2.24.02.{read_as}")


def painted(legend: bool) -> Workbook:
    """Program and kegiatan by their colours, the meaning of which stands beside the table or nowhere."""
    book = workbook(
        """## Rencana
| Kinerja | Indikator | Target 2026 |
| Tertatanya arsip dinas | Persentase arsip tertata | 90 |
| Terlaksananya pendataan | Jumlah arsip | 5 |
| Tersedianya rak arsip | Jumlah rak | 5 |
"""
    )
    sheet = book["Rencana"]
    for row, colour in enumerate(("00B0F0", "FFFF00", "FF0000"), start=2):
        sheet.cell(row, 1).fill = PatternFill("solid", fgColor=colour)
    if legend:
        sheet["E1"] = "Biru = Program, kuning = Kegiatan, merah = Sub Kegiatan"
    return book


@pytest.mark.parametrize(("legend", "levels"), [(True, "234"), (False, "123")])
def test_a_legend_says_what_colours_mean(tmp_path: Path, legend: bool, levels: str) -> None:
    assert "".join(line[0] for line in tree(understood(saved(tmp_path, painted(legend))))) == levels


def test_coloured_words_below_a_table_are_its_legend_and_no_rows(tmp_path: Path) -> None:
    book = painted(legend=False)
    sheet = book["Rencana"]
    for row, (word, colour) in enumerate(
        (("Program", "00B0F0"), ("Kegiatan", "FFFF00"), ("Sub Kegiatan", "FF0000")), start=8
    ):
        sheet.cell(row, 1, word).fill = PatternFill("solid", fgColor=colour)
    assert "".join(line[0] for line in tree(understood(saved(tmp_path, book)))) == "234"


PLAIN = """## Rencana
| Kinerja | Indikator | Target 2026 |
| <2.24.02|Tertatanya arsip dinas> | Persentase arsip tertata | 90 |
| <2.24.02.2.01|Terlaksananya pendataan> | Jumlah arsip | 5 |
| <2.24.02.2.01.0001|Tersusunnya daftar arsip> | Jumlah daftar | 2 |
"""
READ = [
    "2 Tertatanya arsip dinas [Persentase arsip tertata] 2.24.02",
    "3 Terlaksananya pendataan [Jumlah arsip] 2.24.02.2.01",
    "4 Tersusunnya daftar arsip [Jumlah daftar] 2.24.02.2.01.0001",
]


def laid(form: str, text: str = PLAIN) -> str:
    """The table with each code and its text in a form of ``{k}`` and ``{t}``."""
    return re.sub(r"<([^|]*)[|]([^>]*)>", lambda found: form.format(k=found.group(1), t=found.group(2)), text)


FORMS = ["{t} [{k}]", "[{k}] {t}", "({k}) {t}", "{{{k}}} {t}", "{t} (Kode: {k})", "{t} [Kode Rek. {k}]", "{k} / {t}",
         "{t} - {k}", "{t} / {k}", "Kode {k}: {t}", "No. Rekening {k} {t}", "[{k}]: {t}", "{t} ( {k}. )"]  # fmt: skip


@pytest.mark.parametrize("form", FORMS)
def test_a_code_round_a_sentence_is_its_code_however_it_is_set_apart(tmp_path: Path, form: str) -> None:
    assert tree(understood(saved(tmp_path, workbook(laid(form))))) == READ
    grids = read_sheets(tmp_path / "buku.xlsx").value
    assert grids is not None
    found = understand(grids, "buku.xlsx", choices=Choices(keeps_uncoded=True))  # as impor reads it
    assert tree(understood(found)) == READ


@pytest.mark.parametrize("form", ["{t} [{k}]", "[{k}] {t}", "({k}) {t}", "{t} (Kode {k})"])
def test_a_code_round_a_name_is_its_code(tmp_path: Path, form: str) -> None:
    names = laid(f"{form} | <t>", PLAIN).replace("## Rencana\n| ", "## Rencana\n| Program/Kegiatan/Sub Kegiatan | ")
    for sentence, name in (
        ("Tertatanya arsip dinas", "Pengelolaan Arsip"), ("Terlaksananya pendataan", "Pengelolaan Arsip Dinamis"),
        ("Tersusunnya daftar arsip", "Penciptaan Arsip"),
    ):  # fmt: skip
        names = names.replace(sentence, name, 1).replace("<t>", sentence, 1)
    assert tree(understood(saved(tmp_path, workbook(names)))) == READ


@pytest.mark.parametrize("form", ["[{k}]", "({k})", "Kode {k}"])
def test_a_column_of_codes_in_brackets_is_one_of_codes(tmp_path: Path, form: str) -> None:
    text = laid(f"{form} | {{t}}").replace("## Rencana\n|", "## Rencana\n| Kode |")
    assert tree(understood(saved(tmp_path, workbook(text)))) == READ


def test_sentences_without_a_code_among_those_with_one_are_asked_about(tmp_path: Path) -> None:
    above = "| Terwujudnya daerah tertib | Indeks | 70 |\n| Meningkatnya mutu arsip | Nilai | 80 |\n"
    head, rows = laid("{t} [{k}]").split("2026 |\n")
    workbook(f"{head}2026 |\n{above}{rows}").save(tmp_path / "buku.xlsx")
    grids = read_sheets(tmp_path / "buku.xlsx").value
    assert grids is not None
    assert [group.rows for table in guess_tables(grids) for group in table.groups if group.asked] == [(2,), (3,)]


@pytest.mark.parametrize("text", ["{t} (2 kali)", "{t} [2.24]", "{t} [ayat 2.24.02]", "({t})"])
def test_numbers_that_are_no_code_stay_where_they_stand(tmp_path: Path, text: str) -> None:
    with_levels = LEVELS.replace("Tertatanya arsip dinas", text.format(t="Tertatanya arsip dinas"))
    workbook(with_levels).save(tmp_path / "buku.xlsx")
    grids = read_sheets(tmp_path / "buku.xlsx").value
    assert grids is not None
    assert any(text.format(t="Tertatanya arsip dinas") in cell.text for cell in grids[0].cells.values())
    assert not any(line.endswith("2.24.02") for line in tree(understood(read(tmp_path / "buku.xlsx"))))


@pytest.mark.parametrize("form", ["{t} [{k}]", "[{k}] {t}", "({k}) {t}"])
def test_levels_in_brackets_do_as_those_behind(tmp_path: Path, form: str) -> None:
    text = re.sub(r"\| ([^|(]+) \(([^)]*)\)", lambda m: "| " + form.format(t=m.group(1), k=m.group(2)), LEVELS)
    assert "".join(line[0] for line in tree(understood(saved(tmp_path, workbook(text))))) == "123"


COLOURS = ("FF0000", "FFC000", "92D050", "FFC000")


def coloured(folder: Path, legend: tuple[str, ...], column: int = 6, *, swatches: bool = True) -> Reading:
    """A table whose colours say its levels, and a legend whose swatches stand left of its words."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["Kinerja", "Indikator", "Target 2026"])
    for row, colour in enumerate(COLOURS, start=2):
        sheet.append([f"Meningkatnya hasil {row}", f"Nilai hasil {row}", "70"])
        sheet.cell(row, 1).fill = PatternFill("solid", fgColor=colour)
    for row, word in enumerate(legend, start=2):
        sheet.cell(row, column, word)
        if swatches:
            sheet.cell(row, column - 1).fill = PatternFill("solid", fgColor=COLOURS[row - 2])
    return saved(folder, book)


@pytest.mark.parametrize("legend", [("Sasaran", "Program", "Kegiatan"), ("Program", "Kegiatan", "Sasaran")])
def test_a_legend_whose_swatches_are_blank_is_named_and_nothing_guessed(
    tmp_path: Path, legend: tuple[str, ...]
) -> None:
    found = coloured(tmp_path, legend)
    assert found.value is None
    assert {"B143", "B65"} <= codes(found)
    assert [str(entry.tempat) for entry in found.temuan if entry.kode == "B143"] == ["Sheet!F2"]


def test_colours_without_a_legend_tell_the_levels_as_before(tmp_path: Path) -> None:
    found = coloured(tmp_path, ())
    assert "B143" not in codes(found)
    assert len(tree(understood(found))) == len(COLOURS)


@pytest.mark.parametrize("legend", [("Sasaran", "Program", "Program", "Kegiatan"), ("Catatan", "Selesai", "Belum")])
def test_a_column_of_levels_or_of_other_words_is_no_legend(tmp_path: Path, legend: tuple[str, ...]) -> None:
    assert "B143" not in codes(coloured(tmp_path, legend, 4))
