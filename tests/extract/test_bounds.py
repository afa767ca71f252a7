"""What bounds a workbook: the length of a text, of all texts together, and what is done for each of them."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest
from openpyxl import Workbook

from helpers.workbooks import BAKU, put, write
from pokin_docs.extract import bare_styles, display, workbook_file
from pokin_docs.extract.bare_package import essence
from pokin_docs.extract.bare_sheet import BrokenWorkbook, cells_only
from pokin_docs.extract.grid import UsedCell
from pokin_docs.extract.guard import is_crowded
from pokin_docs.extract.read import read
from pokin_docs.model.typed_values import read_rupiah, read_share


def reasons(path: Path) -> list[tuple[str, str]]:
    """Code and reason of each finding about the file as a whole."""
    return [(entry.kode, dict(entry.details).get("sebab", "")) for entry in read(path).temuan]


def changed(path: Path, name: str, change: Callable[[bytes], bytes]) -> Path:
    """The workbook with the parts of this ending changed."""
    with zipfile.ZipFile(path) as archive:
        parts = {entry: archive.read(entry) for entry in archive.namelist()}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for entry, data in parts.items():
            archive.writestr(entry, change(data) if entry.endswith(name) else data)
    return path


@pytest.mark.parametrize(("length", "kode"), [(32_767, []), (32_768, ["B06"])])
def test_a_text_is_as_long_as_excel_allows(tmp_path: Path, length: int, kode: list[str]) -> None:
    path = write(tmp_path / "b.xlsx", BAKU, put("Tahap 2!B2", "sementara"))
    changed(path, ".xml", lambda data: data.replace(b"sementara", b"x" * length))
    found = [entry for entry in reasons(path) if entry[0] == "B06"]
    assert [entry[0] for entry in found] == kode
    assert all("32768 huruf (batas 32767)" in reason and "Tahap 2!B2" in reason for _, reason in found)


def test_texts_are_bounded_together_each_counted_where_it_is_shown(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write(tmp_path / "b.xlsx", BAKU)
    total = 0
    show = workbook_file._Texts.show

    def counted(texts: workbook_file._Texts, text: str, place: str) -> object:
        nonlocal total
        total += len(text)
        return show(texts, text, place)

    monkeypatch.setattr(workbook_file._Texts, "show", counted)
    assert read(path).value is not None
    for most, kode in ((total, []), (total - 1, ["B06"])):
        monkeypatch.setattr(workbook_file, "MAX_TEXT", most)
        assert [found for found, _ in reasons(path)] == kode
    assert [kode for kode, _ in reasons(path)] == ["B06"]


def test_a_text_that_many_cells_share_is_cleaned_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    cleaned: list[str] = []
    show = display.show_text

    def noted(text: str) -> UsedCell:
        cleaned.append(text)
        return show(text)

    monkeypatch.setattr(display, "show_text", noted)
    assert read(write(tmp_path / "b.xlsx", BAKU)).value is not None
    assert BAKU.count("Tahap 3") > 1
    assert cleaned.count("Tahap 3") == 1


@pytest.mark.parametrize(("count", "crowded"), [(1_000, False), (1_001, True)])
def test_an_element_has_so_many_attributes_and_no_more(tmp_path: Path, count: int, crowded: bool) -> None:
    tag = b"<sheets " + b" ".join(b'a%d=""' % number for number in range(count))
    assert is_crowded(tag + b">") is crowded
    path = changed(write(tmp_path / "b.xlsx", BAKU), "xl/workbook.xml", lambda data: data.replace(b"<sheets", tag, 1))
    assert [reason for kode, reason in reasons(path) if kode == "B06"] == [
        "bagian xl/workbook.xml memuat elemen dengan ribuan atribut"
    ] * crowded


def test_a_long_text_is_no_crowd_of_attributes() -> None:
    assert not is_crowded(b"<t>" + b"a = b, c = d " * 2_000 + b"</t>")


def test_a_number_of_thousands_of_digits_is_none() -> None:
    assert read_rupiah("1" * 15) == Decimal("1" * 15)
    assert read_rupiah("999.999.999.999.999") == Decimal("9" * 15)
    assert read_rupiah("1" * 30) is None
    assert read_rupiah("1," + "1" * 30) is None
    assert read_share("1" * 5_000 + "%") is None


@pytest.mark.parametrize(("length", "kept"), [(255, True), (256, False)])
def test_a_number_format_is_as_long_as_excel_allows(length: int, kept: bool) -> None:
    code = "[" * length
    styles = f'<styleSheet><numFmts><numFmt numFmtId="200" formatCode="{code}"/></numFmts></styleSheet>'
    made = bare_styles.style_sheet(styles.encode(), 0).text
    assert (f'formatCode="{code}"' in made, 'formatCode="General"' in made) == (kept, not kept)


@pytest.mark.parametrize(
    ("styles", "cell", "lost"),
    [
        ("", '<c r="B2" s="1"><v>0.85</v></c>', "lembar «Data» sel B2 memuat angka yang formatnya hilang dari berkas"),
        ("", '<c r="B2" s="0"><v>0.85</v></c>', None),  # a program that describes none at all
        ("", '<c r="B2" s="1" t="inlineStr"><is><t>Persentase</t></is></c>', None),
        ('<xf numFmtId="0"/><xf numFmtId="9"/>', '<c r="B2" s="1"><v>0.85</v></c>', None),
        ('<xf numFmtId="170"/>', '<c r="B2" s="0"><v>0.85</v></c>', "sel B2"),
        ('<xf numFmtId="163"/>', '<c r="B2" s="0"><v>0.85</v></c>', None),
        ('<xf numFmtId="0"/>', '<c r="B2" s="1"><v>0.85</v></c>', "sel B2"),
    ],
)
def test_a_number_whose_format_the_file_lost_is_not_guessed(
    tmp_path: Path, styles: str, cell: str, lost: str | None
) -> None:
    path = tmp_path / "buku.xlsx"
    book = Workbook()
    book.worksheets[0].title = "Data"
    book.save(path)
    rows = f'<sheetData><row r="2">{cell}</row></sheetData>'.encode()
    changed(path, "xl/styles.xml", lambda _: f"<styleSheet><cellXfs>{styles}</cellXfs></styleSheet>".encode())
    changed(path, "sheet1.xml", lambda data: re.sub(rb"<sheetData ?/>|<sheetData></sheetData>", rows, data))
    package = essence(path)
    if lost is None:
        assert list(workbook_file.read_grids(package)[0].cells) == [(2, 2)]
        return
    with pytest.raises(BrokenWorkbook) as refused:
        workbook_file.read_grids(package)
    assert lost in refused.value.reason


def test_empty_cells_and_rows_that_do_not_say_their_place_keep_it_for_the_next() -> None:
    sheet = b'<worksheet><sheetData><row s="1"/><row><c s="2"/><c><v>5</v></c></row><row r="9"><c r="A9" s="2"/></row></sheetData></worksheet>'
    kept = cells_only("Lembar", sheet)
    assert kept.count(b"<row>") + kept.count(b"<row/>") == 2
    assert kept.count(b"<c") == 2
    assert b"A9" not in kept
