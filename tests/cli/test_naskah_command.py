"""The command ``naskah``: it lays the office's document beside its workbook, once, and says why where it cannot."""

from __future__ import annotations

import io
from pathlib import Path

import docx
import pytest

from helpers.command_line import here
from helpers.places import ROOT
from helpers.workbooks import BAKU, write
from pokin_docs.documents.renstra.places import PLACES
from pokin_docs.extract.read import read
from pokin_docs.flow.examine import examine
from pokin_docs.flow.narrative import make_narrative
from pokin_docs.model.catalogue import hint, message
from pokin_docs.model.settings import Settings
from pokin_docs.narrative.read import read_narrative
from pokin_docs.narrative.write import blank_narrative

OF_2025 = tuple(place for place in PLACES if place.in_2025)


def test_it_is_laid_beside_the_workbook_and_never_written_again(tmp_path: Path) -> None:
    write(tmp_path / "b.xlsx")
    file = tmp_path / "b-naskah.docx"
    first = here("naskah", "b.xlsx", cwd=tmp_path)
    assert (first.returncode, f"{len(OF_2025)} tempat" in first.stdout) == (0, True)
    assert read_narrative(file).keys == {place.key for place in OF_2025}
    document = docx.Document(str(file))
    document.add_paragraph("Ketikan kantor.")
    document.save(str(file))
    before = file.read_bytes()
    again = here("naskah", "b.xlsx", cwd=tmp_path)
    assert (again.returncode, "tidak ada yang ditulis" in again.stdout) == (0, True)
    assert file.read_bytes() == before


@pytest.mark.parametrize("content", [None, b"bukan buku kerja"], ids=["no workbook", "no workbook in the file"])
def test_without_a_workbook_nothing_is_written_and_the_reason_is_said(tmp_path: Path, content: bytes | None) -> None:
    if content is not None:
        (tmp_path / "b.xlsx").write_bytes(content)
    done = here("naskah", "b.xlsx", cwd=tmp_path)
    assert done.returncode == 1
    assert "b.xlsx" in done.stderr
    assert not list(tmp_path.glob("*.docx"))


@pytest.mark.parametrize(
    "table",
    [
        BAKU[: BAKU.index("## Tahap 2")],
        BAKU[: BAKU.index("| Tahap 1 |", BAKU.index("## Tahap 5"))],
        "## Tahap 5\n| Catatan |",
    ],
    ids=["without a table", "with a table that is blank", "without Identitas"],
)
def test_a_workbook_that_is_not_filled_yet_has_its_naskah(tmp_path: Path, table: str) -> None:
    write(tmp_path / "b.xlsx", table)
    assert read(tmp_path / "b.xlsx").value is None
    done = here("naskah", "b.xlsx", cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert (tmp_path / "b-naskah.docx").is_file()


def test_a_workbook_of_something_else_gets_none(tmp_path: Path) -> None:
    write(tmp_path / "b.xlsx", "## Kas\n| Uraian | Jumlah |\n| Kertas | 3 |")
    done = here("naskah", "b.xlsx", cwd=tmp_path)
    assert (done.returncode, "B10" in done.stderr) == (1, True)
    assert not list(tmp_path.glob("*.docx"))


def test_places_of_a_naskah_that_is_not_there_are_told_with_how_it_is_made(tmp_path: Path) -> None:
    write(tmp_path / "b.xlsx")
    settings = Settings(tmp_path, (ROOT / "templates",), hanya=("renstra",))
    told = {one.kode: one for one in examine(tmp_path / "b.xlsx", settings).temuan}["D30"]
    assert ("berkasnya belum ada" in message(told), "pipeline.py naskah" in hint(told)) == (True, True)
    make_narrative(tmp_path / "b.xlsx")
    told = {one.kode: one for one in examine(tmp_path / "b.xlsx", settings).temuan}["D30"]
    assert ("belum ada" in message(told), "pipeline.py naskah" in hint(told)) == (False, False)


def test_beside_a_naskah_that_cannot_be_read_nothing_is_written(tmp_path: Path) -> None:
    write(tmp_path / "b.xlsx")
    (tmp_path / "b-naskah.docx").write_bytes(b"rusak")
    done = here("naskah", "b.xlsx", cwd=tmp_path)
    assert (done.returncode, "D31" in done.stderr) == (1, True)
    assert [path.name for path in tmp_path.glob("*.docx")] == ["b-naskah.docx"]


def test_places_that_it_lacks_come_in_a_supplement_and_once(tmp_path: Path) -> None:
    write(tmp_path / "b.xlsx")
    without = tuple(place for place in OF_2025 if place.key != "mitra")
    docx.Document(io.BytesIO(blank_narrative(without))).save(str(tmp_path / "b-naskah.docx"))
    done = here("naskah", "b.xlsx", cwd=tmp_path)
    assert (done.returncode, "Mitra Perangkat Daerah" in done.stdout) == (0, True)
    assert read_narrative(tmp_path / "b-naskah-tambahan.docx").keys == {"mitra"}
    assert "tidak ada yang ditulis" in here("naskah", "b.xlsx", cwd=tmp_path).stdout


def test_an_earlier_supplement_that_lacks_them_is_not_overwritten(tmp_path: Path) -> None:
    write(tmp_path / "b.xlsx")
    (tmp_path / "b-naskah.docx").write_bytes(blank_narrative(OF_2025[2:]))
    (tmp_path / "b-naskah-tambahan.docx").write_bytes(blank_narrative(OF_2025[:1]))
    before = (tmp_path / "b-naskah-tambahan.docx").read_bytes()
    done = here("naskah", "b.xlsx", cwd=tmp_path)
    assert (done.returncode, "sudah ada" in done.stderr) == (2, True)
    assert (tmp_path / "b-naskah-tambahan.docx").read_bytes() == before


def test_the_outline_of_identitas_decides_which_places_it_has_and_what_their_numbers_mean(tmp_path: Path) -> None:
    asked = BAKU.replace("| Periode Renstra |", "| Bentuk Renstra | Permendagri 86/2017 |\n| Periode Renstra |")
    write(tmp_path / "b.xlsx", asked)
    (tmp_path / "b-naskah.docx").write_bytes(blank_narrative(OF_2025))
    assert here("naskah", "b.xlsx", cwd=tmp_path).returncode == 0
    supplement = tmp_path / "b-naskah-tambahan.docx"
    assert read_narrative(supplement).keys == {place.key for place in PLACES if place.in_2017 and not place.in_2025}
    titles = [one.text for one in docx.Document(str(supplement)).paragraphs]
    assert titles.index("BAB III PERMASALAHAN DAN ISU-ISU STRATEGIS PERANGKAT DAERAH") < titles.index(
        "3.3 Telaahan Renstra Kementerian/Lembaga dan Renstra Provinsi"
    )


@pytest.mark.parametrize(("in_2017", "key"), [(False, "keterkaitan-rpjmd"), (True, "permasalahan")])
def test_a_number_alone_means_the_place_of_the_outline(tmp_path: Path, in_2017: bool, key: str) -> None:
    document = docx.Document()
    document.add_heading("3.1", 2)
    document.add_paragraph("Isi.")
    document.save(str(tmp_path / "n.docx"))
    assert set(read_narrative(tmp_path / "n.docx", in_2017=in_2017).written) == {key}
