"""Levels that only the look of a table tells: indented sentences, colours, letters; two looks may only stripe rows."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from docx import Document
from docx.shared import Pt
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.worksheet.worksheet import Worksheet

from helpers.foreign_reading import codes, tree, understood
from helpers.workbooks import workbook
from pokin_docs.extract.read import Reading, read, understand
from pokin_docs.extract.sources.open_source import read_source

SENTENCES = (
    (1, "Terwujudnya kota bersih"),
    (2, "Meningkatnya sampah tertangani"),
    (3, "Meningkatnya layanan angkut"),
    (4, "Terlaksananya pengangkutan"),
    (5, "Tersedianya armada"),
    (3, "Meningkatnya pengolahan"),
)
TREE = [f"{depth - 1} {text} [Nilai {place}]" for place, (depth, text) in enumerate(SENTENCES, start=1)]
COLOURS = ("FF0000", "00B050", "FFFF00", "00B0F0", "FFFFFF")
FIRST = 2


def reading(folder: Path, look: Callable[[Worksheet, int, int], object], *, before: str = "") -> Reading:
    rows = "".join(f"| {text} | Nilai {place} | 80 |\n" for place, (_, text) in enumerate(SENTENCES, start=1))
    book = workbook(f"## Pohon\n| Kinerja | Indikator Kinerja | Target 2026 |\n{rows}")
    sheet = book.worksheets[0]
    for row, (depth, text) in enumerate(SENTENCES, start=FIRST):
        if before:
            sheet.cell(row, 1, before * (depth - 1) + text)
        look(sheet, row, depth)
    book.save(folder / "buku.xlsx")
    return read(folder / "buku.xlsx")


def unchanged(sheet: Worksheet, row: int, depth: int) -> None:
    """The cell as it is."""


def indented(sheet: Worksheet, row: int, depth: int) -> None:
    sheet.cell(row, 1).alignment = Alignment(indent=depth - 1)


def coloured(sheet: Worksheet, row: int, depth: int) -> None:
    sheet.cell(row, 1).fill = PatternFill("solid", fgColor=COLOURS[depth - 1])


def lettered(sheet: Worksheet, row: int, depth: int) -> None:
    sheet.cell(row, 1).font = Font(bold=depth < 4, italic=depth == 4, size=max(15 - depth, 11))


def grouped(sheet: Worksheet, row: int, depth: int) -> None:
    sheet.row_dimensions[row].outlineLevel = depth - 1


def coloured_amid_letters(sheet: Worksheet, row: int, depth: int) -> None:
    coloured(sheet, row, depth)
    sheet.cell(row, 1).font = Font(bold=row % 2 == 0)


@pytest.mark.parametrize(
    ("look", "before", "way"),
    [
        (indented, "", "jorokan"),
        (unchanged, "   ", "jorokan"),
        (grouped, "", "kelompok baris"),
        (coloured, "", "warna"),
        (lettered, "", "huruf"),
        (coloured_amid_letters, "", "warna sel"),
    ],
)
def test_what_a_sentence_looks_like_tells_its_level(
    tmp_path: Path, look: Callable[[Worksheet, int, int], object], before: str, way: str
) -> None:
    found = reading(tmp_path, look, before=before)
    assert tree(understood(found)) == TREE
    (told,) = [entry for entry in found.temuan if entry.kode == "B42"]
    assert way in dict(told.details)["sumber"]


def test_a_look_that_does_not_explain_every_row_asks(tmp_path: Path) -> None:
    def skipping(sheet: Worksheet, row: int, depth: int) -> None:
        indented(sheet, row, 4 if row == FIRST + 1 else depth)

    assert "B65" in codes(reading(tmp_path, skipping))


def test_a_sheet_called_like_a_level_says_it_where_nothing_else_does(tmp_path: Path) -> None:
    def said(title: str) -> set[str]:
        book = workbook(f"## {title}\n| Kinerja | Indikator | Target 2026 |\n| Terbinanya desa | Jumlah desa | 8 |\n")
        book.save(tmp_path / "buku.xlsx")
        found = read(tmp_path / "buku.xlsx")
        return set(tree(found.value)) if found.value else codes(found)

    assert said("Kegiatan") == {"3 Terbinanya desa [Jumlah desa]"}
    assert "B65" in said("Lembar1")


def test_rows_in_two_colours_by_turns_are_no_levels(tmp_path: Path) -> None:
    assert "B65" in codes(reading(tmp_path, lambda sheet, row, depth: coloured(sheet, row, 1 + row % 2)))


@pytest.mark.parametrize(("rows", "level"), [(range(FIRST, FIRST + 6), "0"), ((), "1")])
def test_a_post_that_holds_two_levels_is_told_apart_by_the_look(tmp_path: Path, rows: range, level: str) -> None:
    posts = ("Kepala Dinas", "Kepala Dinas", "Kepala Bidang", "Kepala Seksi", "Pelaksana", "Kepala Bidang")

    def owned(sheet: Worksheet, row: int, depth: int) -> None:
        sheet.cell(1, 4, "Penanggung Jawab")
        sheet.cell(row, 4, posts[row - FIRST])
        if row in rows:
            indented(sheet, row, depth)

    assert tree(understood(reading(tmp_path, owned)))[0].startswith(level)


def test_names_of_components_are_told_apart_by_how_far_they_are_indented(tmp_path: Path) -> None:
    book = workbook("""## Renja
| Program/Kegiatan/Sub Kegiatan | Indikator | Target 2026 |
| Pengelolaan Sampah | Persentase sampah | 80 |
| Pengangkutan Sampah | Jumlah ritasi | 40 |
| Penyediaan Armada | Jumlah armada | 4 |
| Pengolahan Sampah | Jumlah unit pengolah | 2 |
""")
    for row, depth in enumerate((0, 1, 2, 1), start=FIRST):
        book.worksheets[0].cell(row, 1).alignment = Alignment(indent=depth)
    book.save(tmp_path / "buku.xlsx")
    levels = [line[0] for line in tree(understood(read(tmp_path / "buku.xlsx")))]
    assert levels == ["2", "3", "4", "3"]


def test_a_table_of_word_is_indented_by_its_paragraphs(tmp_path: Path) -> None:
    document = Document()
    table = document.add_table(rows=1, cols=3)
    for cell, title in zip(table.rows[0].cells, ("Kinerja", "Indikator Kinerja", "Target 2026"), strict=True):
        cell.text = title
    for place, (depth, text) in enumerate(SENTENCES, start=1):
        cells = table.add_row().cells
        cells[0].text, cells[1].text, cells[2].text = text, f"Nilai {place}", "80"
        cells[0].paragraphs[0].paragraph_format.left_indent = Pt(10 * depth)
    document.save(str(tmp_path / "lampiran.docx"))
    grids = read_source(tmp_path / "lampiran.docx").value
    assert grids is not None
    assert tree(understood(understand(grids, "lampiran.docx"))) == TREE
