"""What a double click runs: which workbook was dragged, what is opened, the outcome in one sentence."""

from __future__ import annotations

from pathlib import Path

import click
import pytest

from helpers.command_line import here
from helpers.places import ROOT
from helpers.workbooks import BAKU, put, write
from pokin_docs.cli import klik
from pokin_docs.cli.klik import dragged_workbook


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What is opened; nothing really is."""
    paths: list[str] = []
    monkeypatch.delenv("POKIN_DIAM", raising=False)

    monkeypatch.setattr(klik, "open_or_name", lambda path: paths.append(str(path)))
    return paths


@pytest.fixture
def office(tmp_path: Path) -> Path:
    (tmp_path / "inputs").mkdir()
    write(tmp_path / "inputs" / "b.xlsx")
    return tmp_path


BY_EXPLORER = r'C:\WINDOWS\system32\cmd.exe /c ""C:\kantor & x\Bangun.bat" {}"'


@pytest.mark.parametrize(
    ("line", "first", "book"),
    [
        (BY_EXPLORER.format(r"C:\a&b.xlsx"), r"C:\a", r"C:\a&b.xlsx"),
        (BY_EXPLORER.format(r'"C:\dengan kata\b c.xlsx"'), r"C:\dengan kata\b c.xlsx", r"C:\dengan kata\b c.xlsx"),
        (BY_EXPLORER.format(r'C:\surat.docx "C:\b c.XLSM" D:\e.xlsx'), r"C:\surat.docx", r"C:\b c.XLSM"),
        (BY_EXPLORER.format(""), "", None),
        (r'"C:\WINDOWS\system32\cmd.exe" ', r"C:\b.xlsx", r"C:\b.xlsx"),  # typed at a prompt
        ("", "", None),
    ],
    ids=["ampersand", "blanks", "several", "none", "typed", "nothing"],
)
def test_the_dragged_workbook_is_known_as_explorer_hands_it_over(line: str, first: str, book: str | None) -> None:
    found = dragged_workbook((), {"POKIN_KLIK": line, "POKIN_BERKAS": first})
    assert found == (None if book is None else Path(book))


def test_a_workbook_given_as_a_word_is_that_one() -> None:
    assert dragged_workbook((Path("a.docx"), Path("b.xlsx")), {}) == Path("b.xlsx")


def test_what_is_no_workbook_is_refused_by_name() -> None:
    with pytest.raises(click.UsageError, match=r"surat\.docx"):
        dragged_workbook((Path("kantor/surat.docx"),), {})


def test_building_opens_the_report_and_says_where_the_documents_are(office: Path, opened: list[str]) -> None:
    done = here("klik", "bangun", cwd=office)
    assert done.returncode == 0
    assert done.stdout.splitlines()[-1] == f"Selesai: dokumen ada di folder {Path('build/b')}."
    assert opened == [str(Path("build/b/laporan.html"))]


def test_printing_opens_the_bound_file_of_word_where_nothing_can_make_pdfs(
    office: Path, opened: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("pokin_docs.pdf.office.find_office", lambda: None)
    monkeypatch.setattr("pokin_docs.pdf.fallback.find_fallback", lambda: None)
    done = here("klik", "cetak", cwd=office)
    assert (done.returncode, "LibreOffice tidak ada" in done.stderr) == (4, True)
    bound = office / "build" / "b" / "Cetak" / "Cetak-PK_2026.pdf"
    bound.parent.mkdir(exist_ok=True)  # the list of signers lies there already
    bound.touch()
    here("klik", "cetak", cwd=office)
    assert opened == [str(bound.relative_to(office).with_suffix(".docx")), str(bound.relative_to(office))]


def test_examining_makes_the_report_alone(office: Path, opened: list[str]) -> None:
    done = here("klik", "periksa", cwd=office)
    assert (done.returncode, "Selesai diperiksa" in done.stdout) == (0, True)
    assert opened == [str(Path("build/b/laporan.html"))]
    assert not list((office / "build").rglob("PK_*"))


def test_a_workbook_with_faults_is_told_and_its_report_opened(office: Path, opened: list[str]) -> None:
    write(office / "inputs" / "b.xlsx", BAKU, put("Tahap 5!E2", "Sasaran Ngawur"))
    done = here("klik", "bangun", cwd=office)
    assert (done.returncode, "masih bergalat" in done.stdout.splitlines()[-1]) == (1, True)
    assert opened == [str(Path("build/b/laporan.html"))]


def test_a_dragged_workbook_is_built_here_wherever_it_lies(
    tmp_path: Path, opened: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "kantor").mkdir()
    book = write(tmp_path / "x & y.xlsx")
    done = here("klik", "bangun", book, cwd=tmp_path / "kantor")
    assert done.returncode == 0
    assert opened == [str(Path("build/x-y/laporan.html"))]
    assert (tmp_path / "kantor" / opened[0]).is_file()


def test_wrong_use_is_said_without_a_traceback(office: Path, opened: list[str]) -> None:
    done = here("klik", "bangun", "tidak-ada.xlsx", cwd=office)
    assert (done.returncode in (1, 2), "Traceback" in done.stderr) == (True, False)


def test_the_start_of_the_package_lays_office_and_example_once(tmp_path: Path, opened: list[str]) -> None:
    first = here("klik", "buka", cwd=tmp_path)
    assert (first.returncode, opened) == (0, ["Kantor"])
    book = tmp_path / "Kantor" / "inputs" / "buku-kerja.xlsx"
    assert book.is_file()
    assert (tmp_path / "Contoh" / "inputs" / "diskominfo-balangan.xlsx").is_file()
    write(book)
    own = book.read_bytes()
    again = here("klik", "buka", cwd=tmp_path)
    assert (again.returncode, book.read_bytes() == own) == (0, True)


def test_it_is_no_command_that_the_help_offers() -> None:
    assert "klik" not in here("--help", cwd=ROOT).stdout.split()
