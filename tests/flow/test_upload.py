"""PDFs for e-SAKIP Reviu: one for each kind, named by year and agency, with a list of what is missing."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from pypdf import PdfReader, PdfWriter

from helpers.places import ROOT
from helpers.workbooks import write
from pokin_docs.documents.kinds import KINDS
from pokin_docs.flow.bound import pdf_path
from pokin_docs.flow.examine import Understood, examine
from pokin_docs.flow.upload import UPLOADS, make_upload
from pokin_docs.model.settings import Settings


@pytest.fixture
def known(tmp_path: Path) -> Understood:
    settings = Settings(tmp_path / "build", (ROOT / "templates",))
    found = examine(write(tmp_path / "b.xlsx"), settings, KINDS, pictures=True)
    assert isinstance(found, Understood)
    return found


def _lay_pdfs(folder: Path, known: Understood, kind: str) -> int:
    """A PDF of one page for each document of a kind; how many."""
    paths = [pdf_path(one.path) for one in known.plan.dokumen if one.jenis == kind]
    for number, path in enumerate(paths, 1):
        writer, stream = PdfWriter(), io.BytesIO()
        writer.add_blank_page(595, 900 + number)
        writer.write(stream)
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(stream.getvalue())
    return len(paths)


def test_papers_of_a_kind_are_one_pdf_named_for_the_portal(tmp_path: Path, known: Understood) -> None:
    count = _lay_pdfs(tmp_path, known, "pk")
    made = make_upload(tmp_path, known.plan.dokumen, known.plan, KINDS, known.buku)
    assert (made.path, made.count) == ("Zip/e-SAKIP_2026.zip", 1)
    with zipfile.ZipFile(tmp_path / made.path) as archive:
        listed, name = sorted(archive.namelist(), key=lambda one: one.endswith(".pdf"))
        said = archive.read(listed).decode("utf-8-sig")
        assert len(PdfReader(io.BytesIO(archive.read(name))).pages) == count
    assert name.startswith("2026_Perjanjian-Kinerja_")
    assert f"[x] {name}" in said
    assert len(said.splitlines()) == len(UPLOADS)


def test_what_is_missing_is_said_with_its_reason(tmp_path: Path, known: Understood) -> None:
    missing = dict(make_upload(tmp_path, known.plan.dokumen, known.plan, KINDS, known.buku).missing)
    assert set(missing) == {one.name for one in UPLOADS}
    assert missing["DPA"] == "tidak dibuat program ini; unggah dari kantor"
    assert "--pdf" in missing["Perjanjian-Kinerja"]
    assert missing["Pengukuran"] == "belum dibuat: isinya belum ada di buku kerja"


def test_the_same_pdfs_are_not_joined_again_and_changed_ones_are(tmp_path: Path, known: Understood) -> None:
    _lay_pdfs(tmp_path, known, "pk")
    make_upload(tmp_path, known.plan.dokumen, known.plan, KINDS, known.buku)
    target = tmp_path / "Zip" / "e-SAKIP_2026.zip"
    before = target.stat().st_mtime_ns, target.read_bytes()
    make_upload(tmp_path, known.plan.dokumen, known.plan, KINDS, known.buku)
    assert (target.stat().st_mtime_ns, target.read_bytes()) == before
    next(tmp_path.glob("PDF/PK/*/*.pdf")).unlink()
    missing = dict(make_upload(tmp_path, known.plan.dokumen, known.plan, KINDS, known.buku).missing)
    assert missing["Perjanjian-Kinerja"].startswith("1 dari ")
    assert target.read_bytes() != before[1]
