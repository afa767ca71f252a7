"""What is said of the workbooks and of the machine before anything is read or written."""

from __future__ import annotations

import os
import re
import time
from pathlib import Path

import click
import pytest

from helpers.workbooks import BAKU, put, read_of, write
from pokin_docs.cli.notices import open_elsewhere, strange_clock
from pokin_docs.cli.options import chosen_workbooks
from pokin_docs.flow.notices import same_agency, without_corrections
from pokin_docs.model.locations import is_example
from pokin_docs.workbook.correction.correct import correct
from pokin_docs.workbook.correction.recognized import correction_source

QUARTER_TO_TEN = (2026, 3, 4, 9, 41, 0)


@pytest.fixture
def book(tmp_path: Path) -> Path:
    (tmp_path / "inputs").mkdir()
    return write(tmp_path / "inputs" / "dinas.xlsx")


def corrected(book: Path, name: str) -> Path:
    path = book.with_name(name)
    path.write_bytes(correct(book, (), (), final=False))
    return path


# A correction of ours beside its workbook


def test_a_correction_knows_the_workbook_it_was_made_from(book: Path) -> None:
    assert correction_source(book) is None
    copy = corrected(book, "koreksi.xlsx")
    assert correction_source(copy) == "dinas.xlsx"
    assert correction_source(corrected(copy, "lagi.xlsx")) == "koreksi.xlsx"


@pytest.mark.parametrize("name", ['a & "b" <c>.xlsx', "'kutip'.xlsx", "бумага 文.xlsx"])
def test_it_knows_it_whatever_its_name(book: Path, name: str) -> None:
    assert correction_source(corrected(book.rename(book.with_name(name)), "koreksi.xlsx")) == name


def test_it_is_not_built_while_that_one_lies_there_too_and_this_is_said(
    book: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    corrected(book, "Salinan koreksi.xlsx")
    monkeypatch.chdir(book.parent.parent)
    assert [path.name for path in chosen_workbooks(None)] == ["dinas.xlsx"]
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.splitlines() == [
        "Salinan koreksi.xlsx adalah salinan koreksi dari dinas.xlsx yang juga ada di folder itu; yang dipakai dinas.xlsx."
    ]
    assert chosen_workbooks(Path("inputs/Salinan koreksi.xlsx")) == [Path("inputs/Salinan koreksi.xlsx")], "when named"


def test_it_is_built_where_that_one_is_gone_or_is_the_file_itself(book: Path) -> None:
    copy, other = corrected(book, "koreksi.xlsx"), write(book.with_name("lain.xlsx"))
    book.unlink()
    assert without_corrections([copy, other]) == ([copy, other], [])
    own = copy.rename(book)
    assert without_corrections([own, other]) == ([own, other], [])


def test_files_that_are_no_workbook_are_no_correction_and_are_not_waited_for(book: Path) -> None:
    os.mkfifo(book.with_name("pipa.xlsx"))
    book.with_name("teks.xlsx").write_bytes(b"PK tetapi bukan")
    book.with_name("folder.xlsx").mkdir()
    others = [book.with_name(name) for name in ("pipa.xlsx", "teks.xlsx", "folder.xlsx", "tidak-ada.xlsx")]
    assert without_corrections([book, *others]) == ([book, *others], [])


# Tables that lie elsewhere, or in a format that is only imported


def chosen(folder: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    monkeypatch.chdir(folder)
    return [str(path) for path in chosen_workbooks(None)]


@pytest.mark.parametrize(
    "name", ["dinas.xlsx", "dinas.XLSM", "dinas.xls", "inputs/dinas.ods", "inputs/dinas.csv", "inputs/Dinas Satu.XLS"]
)
def test_a_table_of_the_office_is_never_passed_over_for_the_example(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    (tmp_path / "inputs").mkdir()
    (tmp_path / name).write_bytes(b"tabel")
    with pytest.raises(click.UsageError, match=f"tetapi ada {re.escape(name)}\\. Sebutkan berkasnya"):
        chosen(tmp_path, monkeypatch)


@pytest.mark.parametrize("name", ["catatan.docx", "~$dinas.xls", ".dinas.ods", "inputs/naskah.docx"])
def test_where_no_table_of_the_office_lies_it_is_the_example(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    (tmp_path / "inputs").mkdir()
    (tmp_path / name).write_bytes(b"bukan tabel")
    (path,) = chosen(tmp_path, monkeypatch)
    assert is_example(Path(path))


@pytest.mark.parametrize(
    ("name", "said"), [("upt.xls", 1), ("upt.ods", 1), ("dinas.ods", 0), ("dinas.csv", 0), ("upt.docx", 0)]
)
def test_beside_a_workbook_it_is_named_unless_it_is_what_that_was_made_from(
    book: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], name: str, said: int
) -> None:
    book.with_name(name).write_bytes(b"tabel")
    assert chosen(book.parent.parent, monkeypatch) == ["inputs/dinas.xlsx"]
    assert capsys.readouterr().err.count(f"inputs/{name} tidak dibangun") == said


@pytest.mark.parametrize(
    ("name", "imported"),
    [
        ("upt.xls", True),
        ("upt.ods", True),
        ("upt.csv", True),
        ("upt.xlsb", False),
        ("upt.fods", False),
        ("upt.et", False),
    ],
)
def test_an_import_is_advised_for_what_it_reads_only(
    book: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], name: str, imported: bool
) -> None:
    book.with_name(name).write_bytes(b"tabel")
    chosen(book.parent.parent, monkeypatch)
    said = capsys.readouterr().err
    assert f"inputs/{name} tidak dibangun" in said
    assert (f"jalankan impor inputs/{name}" in said) is imported


# Two workbooks of one agency


def test_two_workbooks_of_one_agency_are_said(tmp_path: Path) -> None:
    one = write(tmp_path / "a.xlsx")
    other = write(tmp_path / "b.xlsx", BAKU, put("Identitas!B2", "DINAS  Contoh"))
    third = write(tmp_path / "c.xlsx", BAKU, put("Identitas!B2", "Dinas Lain"))
    (told,) = same_agency((path, read_of(path)) for path in (one, other, third))
    assert "dua buku kerja untuk perangkat daerah yang sama: a.xlsx, b.xlsx." in told
    assert same_agency([(one, read_of(one)), (third, read_of(third))]) == ()


def test_a_short_name_tells_the_agency_too_and_another_region_has_its_own(tmp_path: Path) -> None:
    def book(name: str, agency: str, short: str, region: str) -> Path:
        short_name = [put("Identitas!A9", "Singkatan"), put("Identitas!B9", short)]
        return write(tmp_path / name, BAKU, put("Identitas!B2", agency), put("Identitas!B3", region), *short_name)

    one = book("a.xlsx", "Dinas Komunikasi dan Informatika", "Diskominfo", "Kabupaten Contoh")
    same = book("b.xlsx", "Dinas Kominfo", "DISKOMINFO", "Kabupaten Contoh")
    abroad = book("c.xlsx", "Dinas Komunikasi dan Informatika", "Diskominfo", "Kabupaten Lain")
    blank = [put("Identitas!B2", None)]
    nameless = [write(tmp_path / f"{name}.xlsx", BAKU, *blank) for name in "de"]
    assert len(same_agency((path, read_of(path)) for path in (one, same))) == 1
    assert same_agency((path, read_of(path)) for path in (one, abroad)) == ()
    assert same_agency((path, read_of(path)) for path in nameless) == ()


# The machine


@pytest.mark.parametrize(("lock", "program"), [("~$dinas.xlsx", "Excel"), (".~lock.dinas.xlsx#", "LibreOffice")])
def test_a_workbook_that_is_held_open_is_read_as_it_was_last_saved(book: Path, lock: str, program: str) -> None:
    saved = time.mktime((*QUARTER_TO_TEN, 0, 0, -1))
    os.utime(book, (saved, saved))
    assert open_elsewhere(book) == ""
    book.with_name(lock).write_bytes(b"")
    said = f"dinas.xlsx: Buku kerja sedang dibuka di {program}; dibaca simpanan terakhir pukul 09.41"
    assert open_elsewhere(book) == f"{said} tanggal 4 Maret 2026."
    now = time.time()
    os.utime(book, (now, now))
    assert open_elsewhere(book) == f"{said[:-5]}{time.strftime('%H.%M', time.localtime(now))}."


@pytest.mark.parametrize("saved", [-(10**9), 0, 10**11])
def test_a_file_of_any_time_can_be_held_open(book: Path, saved: int) -> None:
    book.with_name("~$dinas.xlsx").write_bytes(b"")
    os.utime(book, (saved, saved))
    assert "dibaca simpanan terakhir" in open_elsewhere(book)
    assert open_elsewhere(Path("x" * 254)) == ""


@pytest.mark.parametrize(
    ("now", "said"),
    [
        (time.mktime((1979, 12, 31, 12, 0, 0, 0, 0, -1)), "tahun 1979"),
        (time.mktime((1980, 1, 1, 12, 0, 0, 0, 0, -1)), ""),
        (time.mktime((2107, 12, 31, 12, 0, 0, 0, 0, -1)), ""),
        (time.mktime((2108, 1, 1, 12, 0, 0, 0, 0, -1)), "tahun 2108"),
        (1e18, "waktu yang tidak ada"),
    ],
)
def test_a_clock_that_cannot_be_right_is_a_note(now: float, said: str) -> None:
    note = strange_clock(now)
    assert bool(note) == bool(said)
    assert said in note
