"""Tables of every kind of file become the grids that a workbook gives: what is shown, merges, hidden rows, limits."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from docx import Document

from helpers.workbooks import write
from pokin_docs.extract.grid import Grid
from pokin_docs.extract.sources import delimited, open_document, word_tables
from pokin_docs.extract.sources.open_source import read_source

OLD = Path(__file__).with_name("lama.xls")
ODS = "urn:oasis:names:tc:opendocument:xmlns:"


def grids(path: Path) -> tuple[Grid, ...]:
    opened = read_source(path)
    assert opened.value is not None, opened.temuan
    return opened.value


def lines(grid: Grid) -> list[list[str]]:
    return [[grid.text(row, number) for number in numbers] for row, numbers in grid.filled_columns.items()]


def codes(path: Path) -> list[str]:
    opened = read_source(path)
    assert opened.value is None
    return [finding.kode for finding in opened.temuan]


def csv(folder: Path, data: str | bytes, name: str = "t.csv") -> Path:
    path = folder / name
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return path


def ods(folder: Path, rows: str, *, manifest: str = "", name: str = "t.ods") -> Path:
    spaces = " ".join(f'xmlns:{short}="{ODS}{short}:1.0"' for short in ("office", "table", "text"))
    body = f'<office:body><office:spreadsheet><table:table table:name="Satu">{rows}</table:table></office:spreadsheet></office:body>'
    with zipfile.ZipFile(folder / name, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", f"<office:document-content {spaces}>{body}</office:document-content>")
        archive.writestr("META-INF/manifest.xml", manifest)
    return folder / name


def ods_cell(text: str, kind: str = "string", traits: str = "") -> str:
    return f'<table:table-cell office:value-type="{kind}" {traits}><text:p>{text}</text:p></table:table-cell>'


@pytest.mark.parametrize(
    "data",
    [
        b"Sasaran;Target 2026\r\nMutu naik;85,5\r\n",
        b"Sasaran,Target 2026\r\nMutu naik,\"85,5\"\r\n",
        "Sasaran\tTarget 2026\nMutu naik\t85,5\n".encode("utf-8-sig"),
        "Sasaran\tTarget 2026\nMutu naik\t85,5\n".encode("utf-16"),
        b"sep=|\r\nSasaran|Target 2026\r\nMutu naik|85,5\r\n",
    ],
)  # fmt: skip
def test_a_csv_is_read_whatever_its_signs_and_letters(data: bytes, tmp_path: Path) -> None:
    (grid,) = grids(csv(tmp_path, data))
    assert lines(grid) == [["Sasaran", "Target 2026"], ["Mutu naik", "85,5"]]
    assert grid.title == "t"


def test_letters_of_windows_are_read_in_a_csv(tmp_path: Path) -> None:
    (grid,) = grids(csv(tmp_path, "Sasaran;Ket\n“mutu”;50€\n".encode("cp1252")))
    assert lines(grid)[1] == ["“mutu”", "50€"]


def test_quotes_and_line_breaks_stay_in_their_cell_of_a_csv(tmp_path: Path) -> None:
    (grid,) = grids(csv(tmp_path, 'Sasaran;Ket\n"baris ""dua""\nketiga";x\n'))
    assert lines(grid)[1] == ['baris "dua"\nketiga', "x"]


def test_a_quotation_nobody_closed_does_not_swallow_the_rows_below(tmp_path: Path) -> None:
    rows = "".join(f"{number};x\n" for number in range(80))
    (grid,) = grids(csv(tmp_path, f'No;Ket\n1;"tinggi 2"" \n{rows}'))
    assert len(lines(grid)) > 80


def test_percent_dates_errors_merges_and_hidden_rows_of_an_xls() -> None:
    first, *_ = grids(OLD)
    assert first.title == "Tabel 4.1"
    assert (first.text(7, 4), first.text(7, 5), first.text(8, 4)) == ("85,5%", "1 Maret 2026", "1.234.567,50")
    assert first.cells[8, 5].broken == "B19"
    assert first.cells[9, 4].kode_text == "2.16"
    assert first.merges[8, 2] == (7, 2)
    assert first.hidden == (10,)


def test_numbers_of_an_ods_are_shown_as_in_indonesia_whatever_computer_wrote_it(tmp_path: Path) -> None:
    row = "".join((
        ods_cell("85.50%", "percentage", 'office:value="0.855"'),
        ods_cell("1,234,567", "float", 'office:value="1234567"'),
        ods_cell("2026", "float", 'office:value="2026"'),
        ods_cell("1 March 2026", "date", 'office:date-value="2026-03-01"'),
        ods_cell("#N/A"),
    ))  # fmt: skip
    (grid,) = grids(ods(tmp_path, f"<table:table-row>{row}</table:table-row>"))
    assert lines(grid) == [["85,50%", "1.234.567", "2026", "1 Maret 2026", ""]]
    assert grid.cells[1, 5].broken == "B19"


def test_repeated_rows_and_cells_and_merges_of_an_ods_keep_their_places(tmp_path: Path) -> None:
    rows = (
        '<table:table-row table:number-rows-repeated="3"><table:table-cell/></table:table-row>'
        '<table:table-row><table:table-cell table:number-columns-repeated="2"/>'
        f"{ods_cell('Target', traits=chr(116) + 'able:number-columns-spanned=' + chr(34) + '2' + chr(34))}"
        f"<table:covered-table-cell/>{ods_cell('Satuan')}</table:table-row>"
        f'<table:table-row table:visibility="collapse">{ods_cell("a")}</table:table-row>'
    )
    (grid,) = grids(ods(tmp_path, rows))
    assert grid.text(4, 3) == "Target"
    assert grid.text(4, 5) == "Satuan"
    assert grid.merges == {(4, 4): (4, 3)}
    assert grid.hidden == (5,)


def test_a_row_repeated_a_million_times_is_refused_and_not_unfolded(tmp_path: Path) -> None:
    row = f'<table:table-row table:number-rows-repeated="1000000">{ods_cell("x") * 40}</table:table-row>'
    assert codes(ods(tmp_path, row)) == ["B06"]


def test_an_ods_with_a_password_is_named_so(tmp_path: Path) -> None:
    assert codes(ods(tmp_path, "", manifest="<manifest:encryption-data/>")) == ["B04"]


def word(folder: Path) -> Path:
    document = Document()
    document.add_paragraph("Lampiran Keputusan")
    document.add_paragraph("INDIKATOR KINERJA UTAMA")
    table = document.add_table(rows=3, cols=3)
    for number, text in enumerate(("Sasaran", "Indikator", "Target 2026")):
        table.cell(0, number).text = text
    table.cell(1, 0).merge(table.cell(2, 0)).text = "Mutu naik"
    table.cell(1, 1).text, table.cell(2, 1).text, table.cell(1, 2).text = "Indeks mutu", "Persentase puas", "85,5"
    document.add_paragraph("Demikian")
    document.add_table(rows=1, cols=2).cell(0, 0).text = "Paringin"
    document.save(str(folder / "iku.docx"))
    return folder / "iku.docx"


def test_tables_of_word_have_the_lines_above_them_and_their_merges(tmp_path: Path) -> None:
    first, second = grids(word(tmp_path))
    assert (first.title, second.title) == ("Tabel 1", "Tabel 2")
    assert lines(first)[:3] == [
        ["Lampiran Keputusan"], ["INDIKATOR KINERJA UTAMA"], ["Sasaran", "Indikator", "Target 2026"],
    ]  # fmt: skip
    assert first.merges == {(5, 1): (4, 1)}
    assert lines(second)[0] == ["Demikian"]


def test_what_was_inserted_in_word_is_read_and_what_was_deleted_is_not(tmp_path: Path) -> None:
    path = word(tmp_path)
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    body = parts["word/document.xml"].decode()
    run = "<w:r><w:t>Indeks mutu</w:t></w:r>"
    assert run in body
    changed = body.replace(
        run,
        "<w:del><w:r><w:delText>Lama</w:delText></w:r></w:del><w:ins><w:r><w:t>Indeks </w:t></w:r></w:ins><w:r><w:t>baru</w:t></w:r>",
    )
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in {**parts, "word/document.xml": changed.encode()}.items():
            archive.writestr(name, data)
    assert grids(path)[0].text(4, 2) == "Indeks baru"


def test_the_kind_is_told_by_content_and_not_by_name(tmp_path: Path) -> None:
    book = write(tmp_path / "a.xlsx")
    assert len(grids(book.rename(tmp_path / "a.csv"))) > 3
    assert lines(grids(csv(tmp_path, "a;b\n1;2\n", "b.xls"))[0]) == [["a", "b"], ["1", "2"]]


@pytest.mark.parametrize(
    ("name", "data", "kode"),
    [
        ("kosong.csv", b"", "B02"),
        ("blank.csv", b"\n \n", "B02"),
        ("foto.csv", b"\x89PNG\r\n\x1a\n" + bytes(range(32)) * 9, "B02"),
        ("laman.xls", b"<html><table><tr><td>a</td></tr></table></html>", "B02"),
        ("surat.pdf", b"%PDF-1.7 ...", "B02"),
        ("rusak.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600, "B05"),
        ("sandi.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "B04"),
        ("lama.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument".encode("utf-16-le"), "B86"),
        ("terpotong.docx", b"PK\x03\x04 terpotong", "B05"),
    ],
)
def test_what_is_no_table_is_named_and_never_crashes(name: str, data: bytes, kode: str, tmp_path: Path) -> None:
    assert codes(csv(tmp_path, data, name)) == [kode]


def test_an_xls_whose_sectors_lead_back_into_themselves_is_refused_and_not_followed(tmp_path: Path) -> None:
    data = bytearray(OLD.read_bytes())
    table = 512 + int.from_bytes(data[76:80], "little") * 512
    directory = int.from_bytes(data[48:52], "little")
    data[table + 4 * directory : table + 4 * directory + 4] = directory.to_bytes(4, "little")
    assert codes(csv(tmp_path, bytes(data), "lingkar.xls")) == ["B05"]
    assert grids(OLD)


def test_a_zip_that_points_before_its_start_is_named(tmp_path: Path) -> None:
    """zipfile raises OSError for it, as for a disk that fails."""
    data = word(tmp_path).read_bytes()
    assert codes(csv(tmp_path, b"PK\x03\x04" + data[400:], "a.docx")) == ["B05"]


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    assert codes(tmp_path / "tidak-ada.ods") == ["B01"]


@pytest.mark.parametrize("part", ["content.xml", "word/document.xml"])
def test_a_part_that_defines_entities_is_refused(part: str, tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "bom", "w") as archive:
        if part == "content.xml":
            archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr(part, '<!DOCTYPE x [<!ENTITY a "aaaa">]><x>&a;</x>')
    assert codes(tmp_path / "bom") == ["B06"]


@pytest.mark.parametrize("part", ["content.xml", "word/document.xml"])
def test_a_part_that_is_cut_is_named(part: str, tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "potong", "w") as archive:
        if part == "content.xml":
            archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr(part, "<x><y>")
    assert codes(tmp_path / "potong") == ["B05"]


@pytest.mark.parametrize(("cells", "refused"), [(4, False), (5, True)])
def test_both_sides_of_the_limit_of_cells(
    cells: int, refused: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in (delimited, open_document, word_tables):
        monkeypatch.setattr(module, "MAX_CELLS", 4)
    path = csv(tmp_path, "\n".join("x;" for _ in range(cells)))
    assert (read_source(path).value is None) is refused
    row = f"<table:table-row>{ods_cell('x') * cells}</table:table-row>"
    assert (read_source(ods(tmp_path, row)).value is None) is refused


@pytest.mark.parametrize(("length", "refused"), [(32_767, False), (32_768, True)])
def test_both_sides_of_the_limit_of_a_cell(length: int, refused: bool, tmp_path: Path) -> None:
    assert (read_source(csv(tmp_path, f"a;{'x' * length}\n")).value is None) is refused


def test_an_encrypted_zip_is_called_locked(tmp_path: Path) -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("word/document.xml", "<x/>")
    data = bytearray(stream.getvalue())
    for mark in (b"PK\x03\x04", b"PK\x01\x02"):
        place = data.index(mark) + (6 if mark[2] == 3 else 8)
        data[place] |= 1  # the flag that says it is encrypted
    assert codes(csv(tmp_path, bytes(data), "a.docx")) == ["B04"]
