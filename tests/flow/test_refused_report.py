"""The report of a run that wrote no documents: the reason first, and what an earlier run left."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from lxml import html

from helpers.command_line import here
from helpers.places import ROOT
from helpers.workbooks import BAKU, put, write
from pokin_docs.documents.kinds import KINDS
from pokin_docs.documents.proof import NOTHING_COMPARED, Contradiction, Proof
from pokin_docs.flow.examine import examine
from pokin_docs.flow.refusal import groups_without_marks, what_final_allows
from pokin_docs.model.settings import Settings
from pokin_docs.render.manifest import Manifest, to_bytes


def report(folder: Path, *arguments: str) -> str:
    here("b.xlsx", *arguments, cwd=folder)
    tree = html.fromstring((folder / "build" / "b" / "laporan.html").read_bytes())
    main = tree.find(".//main")
    assert main is not None
    return re.sub(r"\s+", " ", "".join(map(str, main.itertext())))


def test_the_reason_and_the_first_galat_lead_the_page(tmp_path: Path) -> None:
    write(tmp_path / "b.xlsx", BAKU, put("Tahap 5!H4", "KABIT"))
    page = report(tmp_path)
    assert page.lstrip().removeprefix("Ringkasan").lstrip().startswith("Dokumen tidak ditulis karena ada galat.")
    assert "«KABIT»" in page[:400]
    assert "pembangunan sebelumnya" not in page


def test_documents_of_an_earlier_run_are_named_as_such(tmp_path: Path) -> None:
    write(tmp_path / "b.xlsx")
    assert "tidak ditulis" not in report(tmp_path)
    write(tmp_path / "b.xlsx", BAKU, put("Tahap 5!H4", "KABIT"))
    assert "Dokumen yang ada di folder ini berasal dari pembangunan sebelumnya" in report(tmp_path)


def test_final_names_what_it_misses(tmp_path: Path) -> None:
    write(tmp_path / "b.xlsx", BAKU, put("Tahap 5!I4", None))
    page = report(tmp_path, "--final", "--hanya", "pk,laporan")
    assert "Dokumen tidak ditulis karena masih ada isian kosong." in page
    assert "Satuan belum diisi." in page[:400]


def test_final_that_refuses_what_is_no_blank_does_not_call_it_one(tmp_path: Path) -> None:
    write(tmp_path / "b.xlsx", BAKU, put("Pejabat!G4", "Sekretaris Badan Arsip"))
    page = report(tmp_path, "--final", "--hanya", "pk,laporan")
    assert "Dokumen tidak ditulis karena masih ada yang hanya boleh ada dalam konsep." in page
    assert "Sekretaris Badan Arsip" in page


@pytest.mark.parametrize(("asked", "clean"), [
    (("pk", "iku"), ("pk", "iku")),  # the Renstra alone has an open place
    (("pk", "renstra"), ("pk",)),
    (("renstra",), ()),
])  # fmt: skip
def test_final_names_the_groups_that_miss_nothing(
    tmp_path: Path, asked: tuple[str, ...], clean: tuple[str, ...]
) -> None:
    found = examine(write(tmp_path / "b.xlsx"), Settings(Path("build"), (ROOT / "templates",), final=True, hanya=asked))
    assert groups_without_marks(found, Settings(Path("build"), (), final=True, hanya=asked), KINDS) == clean


def test_the_groups_that_miss_nothing_are_no_way_out_while_their_papers_contradict(tmp_path: Path) -> None:
    book, place = write(tmp_path / "b.xlsx"), tmp_path / "build"
    settings = Settings(place, (ROOT / "templates",), final=True, hanya=("pk", "renstra"))
    found = examine(book, settings)
    one = Contradiction("PK.docx", "tabel 1", "target 2026", "", "66", "60", "Renstra.docx", "tabel 4")
    (place / "b").mkdir(parents=True)
    for proof, advised in ((NOTHING_COMPARED, True), (Proof(contradictions=(one,)), False)):
        kept = Manifest("1", ("b.xlsx", ""), (), (), proof=proof)
        (place / "b" / "manifes.json").write_bytes(to_bytes(kept))
        said = what_final_allows(book, found, settings)
        assert ("--hanya pk." in said) is advised
        assert ("Bangun tanpa --final" in said) is not advised


def test_where_more_than_marks_stops_a_run_no_group_is_named(tmp_path: Path) -> None:
    path = write(tmp_path / "b.xlsx", BAKU, put("Tahap 5!H4", "KABIT"))
    settings = Settings(Path("build"), (ROOT / "templates",), final=True, hanya=("pk", "iku"))
    assert groups_without_marks(examine(path, settings), settings, KINDS) == ()


def test_a_workbook_that_is_not_understood_has_a_page_with_its_findings(tmp_path: Path) -> None:
    write(tmp_path / "b.xlsx", BAKU, put("Tahap 5!B1", "Xyz"))
    page = report(tmp_path)
    assert "Dokumen tidak ditulis karena ada galat." in page
    assert "Kolom «Kinerja» tidak ada pada lembar «Tahap 5»" in page
    assert not (tmp_path / "build" / "b" / "riwayat.json").exists(), "what was found is only a part"


def test_of_what_is_no_workbook_nothing_is_written(tmp_path: Path) -> None:
    (tmp_path / "b.xlsx").write_bytes(b"PK\x03\x04 bukan")
    assert here("b.xlsx", cwd=tmp_path).returncode == 1
    assert here("salah-ketik.xlsx", cwd=tmp_path).returncode == 1
    assert not (tmp_path / "build").exists()
