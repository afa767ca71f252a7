"""What is struck through, noted beside a cell or hidden is told of every kind of file, as of a workbook."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from pokin_docs.extract.grid import Grid
from pokin_docs.extract.sources.open_source import read_source
from pokin_docs.extract.unseen import name_of_source
from pokin_docs.model.catalogue import message

HERE = Path(__file__).parent
"""``coret.xls`` and ``coret.ods`` are one workbook, saved by LibreOffice."""


def grids(path: Path) -> tuple[Grid, ...]:
    opened = read_source(path)
    assert opened.value is not None, opened.temuan
    return opened.value


@pytest.mark.parametrize("name", ["coret.xls", "coret.ods"])
def test_struck_hidden_and_noted_in_old_and_open_workbooks(name: str) -> None:
    first, second = grids(HERE / name)
    assert first.text(2, 2) == "Indeks mutu"
    assert first.struck[2, 2] == "lama"
    assert {place for place in first.struck if place[0] == 3} == {(3, 1), (3, 2), (3, 3), (3, 4)}
    assert (2, 3) not in first.cells
    assert first.notes == (("A2", "bahas lagi"),)
    assert [text for _, text in first.boxes] == ["Belum final"]
    assert (first.hidden, first.hidden_columns, first.is_hidden, second.is_hidden) == ((3,), (3,), False, True)


def test_all_of_it_is_said_once() -> None:
    lines = [message(finding) for finding in name_of_source(grids(HERE / "coret.ods"))]
    assert [line.split(" (")[0].split(":")[0] for line in lines] == [
        "Sebagian isi sel ini dicoret, jadi tidak dibaca",
        "Sel ini dicoret, jadi tidak dibaca",
        "Baris ini dicoret, jadi tidak dibaca",
        "Buku kerja memuat 1 catatan sel dan 1 kotak teks, yang tidak dibaca",
        "1 kolom tersembunyi ikut dibaca",
        "1 lembar tersembunyi ikut dibaca",
    ]


@pytest.mark.parametrize("name", ["tampak.xls", "tampak.ods"])
def test_values_that_look_blank_and_heads_of_pages_in_old_and_open_workbooks(name: str) -> None:
    """``tampak.xls`` and ``tampak.ods``: white on nothing, the format ;;; and red on red; white on red is seen."""
    first, second = grids(HERE / name)
    assert first.concealed == {(2, 3), (2, 4), (2, 5)}
    assert [first.cells[place].text for place in sorted(first.concealed)] == ["1", "2", "3"]
    assert "Dalam ribuan rupiah" in first.printed
    assert not second.concealed
    assert not any("ribuan" in line for line in second.printed)
    told = [message(finding) for finding in name_of_source((first, second))]
    assert any(line.startswith("3 sel tampak kosong di Excel") for line in told)


RUN = "<w:r><w:rPr>{}</w:rPr><w:t>{}</w:t></w:r>"


def word(folder: Path, *paragraphs: str, styles: str = "", comments: str = "") -> Grid:
    """A table of one column whose cells hold these paragraphs."""
    document = Document()
    table = document.add_table(rows=len(paragraphs), cols=1)
    for number, inside in enumerate(paragraphs):
        cell = table.cell(number, 0)._tc
        cell.replace(cell.p_lst[0], parse_xml(f"<w:p {nsdecls('w')}>{inside}</w:p>"))
    path = folder / "t.docx"
    document.save(str(path))
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name).decode("latin-1") for name in archive.namelist()}
    parts["word/styles.xml"] = parts["word/styles.xml"].replace("</w:styles>", f"{styles}</w:styles>")
    parts["word/comments.xml"] = f"<w:comments {nsdecls('w')}>{comments}</w:comments>"
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in parts.items():
            archive.writestr(name, data.encode("latin-1"))
    return grids(path)[0]


STYLES = (
    '<w:style w:type="character" w:styleId="Coret"><w:rPr><w:dstrike/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Batal"><w:rPr><w:strike/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="BatalJuga"><w:basedOn w:val="Batal"/></w:style>'
)


@pytest.mark.parametrize(
    ("inside", "left", "struck"),
    [
        (RUN.format("<w:strike/>", "Indeks lama"), "", "Indeks lama"),
        (RUN.format("<w:dstrike/>", "Indeks lama"), "", "Indeks lama"),
        (RUN.format("", "Indeks ") + RUN.format("<w:strike/>", "lama ") + RUN.format("", "mutu"), "Indeks mutu", "lama"),
        (RUN.format('<w:strike w:val="0"/>', "Indeks"), "Indeks", ""),
        (RUN.format('<w:rStyle w:val="Coret"/>', "Indeks"), "", "Indeks"),
        ('<w:pPr><w:pStyle w:val="BatalJuga"/></w:pPr>' + RUN.format("", "Indeks"), "", "Indeks"),
        ('<w:pPr><w:pStyle w:val="Batal"/></w:pPr>' + RUN.format('<w:strike w:val="false"/>', "Indeks"), "Indeks", ""),
        ("<w:pPr><w:rPr><w:strike/></w:rPr></w:pPr>" + RUN.format("", "Indeks"), "Indeks", ""),
    ],
)  # fmt: skip
def test_what_is_struck_in_a_table_of_word_is_not_read(inside: str, left: str, struck: str, tmp_path: Path) -> None:
    grid = word(tmp_path, RUN.format("", "Indikator"), inside, styles=STYLES)
    assert (grid.text(2, 1), grid.struck.get((2, 1), "")) == (left, struck)


def test_comments_and_boxes_in_a_table_of_word_are_told_with_their_cell(tmp_path: Path) -> None:
    run = "<w:r><w:t>target e</w:t><w:noBreakHyphen/><w:t>KTP?</w:t></w:r>"
    comment = f'<w:comment w:id="4" w:author="Bappeda"><w:p>{run}</w:p></w:comment>'
    box = f"<w:txbxContent><w:p>{RUN.format('', 'Belum final')}</w:p></w:txbxContent>"
    alternate = (
        '<w:r><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice '
        f'Requires="wps"><w:drawing>{box}</w:drawing></mc:Choice><mc:Fallback><w:pict>{box}</w:pict></mc:Fallback>'
        "</mc:AlternateContent></w:r>"
    )
    marked = RUN.format("", "Indeks") + '<w:r><w:commentReference w:id="4"/></w:r>'
    grid = word(tmp_path, marked, RUN.format("", "Persentase") + alternate, comments=comment)
    assert (grid.notes, grid.boxes) == ((("A1", "target e-KTP?"),), (("A2", "Belum final"),))
    assert grid.text(2, 1) == "Persentase"
