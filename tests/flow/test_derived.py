"""Files that follow from documents: told by name once a document is another, and never packed nor uploaded then."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from click.testing import CliRunner

from helpers.pdf_agency import Agency, Converter
from helpers.workbooks import BAKU, put, write
from pokin_docs.cli.manifes import manifes
from pokin_docs.cli.pdf import tell_outdated
from pokin_docs.documents.kinds import PK
from pokin_docs.flow.bound import pdf_path
from pokin_docs.flow.build import inspect
from pokin_docs.flow.derived import outdated_files
from pokin_docs.flow.pdf import make_pdfs
from pokin_docs.flow.upload import make_upload
from pokin_docs.flow.zips import make_zips
from pokin_docs.model.rows import BukuKerja
from pokin_docs.pdf.record import OutdatedFile

BOUND, ALL = "Cetak/Cetak-PK_2026.pdf", "Zip/Semua.zip"


@pytest.fixture
def agency(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Agency:
    """PKs with their PDFs, bound and packed."""
    Converter().take_part(monkeypatch)
    made = Agency(tmp_path)
    made.run()
    _pack(made)
    assert outdated_files(made.folder) == ()
    return made


def _pack(agency: Agency) -> None:
    make_zips(agency.folder, None)
    make_upload(agency.folder, agency.plan.dokumen, agency.plan, (PK,), BukuKerja("b.xlsx", {}, frozenset()))


def _outdated(agency: Agency) -> dict[str, tuple[str, ...]]:
    return {one.path: one.documents for one in outdated_files(agency.folder)}


def _change_one(agency: Agency) -> str:
    """Another indicator of one official, built without PDFs; the path of the document that changed with the least."""
    before = {one.path: (agency.folder / one.path).read_bytes() for one in agency.plan.dokumen}
    write(agency.book, BAKU, put("Tahap 5!C5", "Jumlah data yang lain"))
    agency.build()
    (changed,) = (path for path, data in before.items() if (agency.folder / path).read_bytes() != data)
    return changed


def test_every_file_that_holds_a_changed_document_is_outdated_and_no_other(agency: Agency) -> None:
    changed = _change_one(agency)
    found = _outdated(agency)
    own = {pdf_path(changed), BOUND, ALL, f"Zip/{changed.split('/')[1]}_2026.zip", "Zip/e-SAKIP_2026.zip"}
    assert own <= found.keys()
    assert {path for path in found if path not in own} == {
        f"Zip/e-SAKIP_2026/{name}" for name in ("Daftar-e-SAKIP_2026.txt", "2026_Perjanjian-Kinerja_b.pdf")
    }
    assert set(found.values()) == {(changed,)}


def test_once_they_are_made_again_nothing_is_told(agency: Agency) -> None:
    _change_one(agency)
    agency.run()
    assert all(path.startswith("Zip/") for path in _outdated(agency))
    _pack(agency)
    assert _outdated(agency) == {}


def test_a_document_that_came_or_went_makes_the_bound_and_packed_files_outdated(agency: Agency) -> None:
    gone = agency.plan.dokumen[-1]
    write(agency.book, BAKU, put("Pejabat!A6", "STAF-BARU"), put("Tahap 5!H6", "STAF-BARU"))
    agency.build()
    (new,) = (
        {one.path for one in agency.plan.dokumen}
        - {gone.path}
        - set(_outdated(agency))
        - {one.path for one in agency.plan.dokumen if (agency.folder / pdf_path(one.path)).is_file()}
    )
    assert not (agency.folder / pdf_path(gone.path)).exists()  # its document went, so it went with it
    found = _outdated(agency)
    assert {BOUND, ALL} <= found.keys()
    assert set(found[BOUND]) == {gone.path, new}


def test_a_document_edited_by_hand_makes_its_pdf_outdated(agency: Agency) -> None:
    first = agency.plan.dokumen[0].path
    (agency.folder / first).write_bytes(b"disunting")
    assert set(_outdated(agency)) >= {pdf_path(first), BOUND, ALL}


def test_papers_that_were_chosen_are_not_taken_for_all(agency: Agency) -> None:
    first, *others = agency.plan.dokumen
    make_pdfs(agency.folder, (first,), agency.plan, (PK,))
    assert BOUND not in _outdated(agency)
    (agency.folder / others[0].path).write_bytes(b"disunting")
    assert BOUND not in _outdated(agency)  # it does not hold that one
    (agency.folder / first.path).write_bytes(b"disunting")
    assert BOUND in _outdated(agency)


def test_a_signed_pdf_is_not_outdated_while_its_document_stays_and_so_are_the_files_it_was_put_in(
    agency: Agency,
) -> None:
    signed = agency.folder / pdf_path(agency.plan.dokumen[0].path)
    signed.write_bytes(signed.read_bytes() + b"\n% tanda tangan")
    assert _outdated(agency) == {}
    make_zips(agency.folder, None)
    assert _outdated(agency) == {}


def test_what_cannot_be_converted_leaves_an_older_pdf_that_is_named(
    agency: Agency, monkeypatch: pytest.MonkeyPatch
) -> None:
    changed = _change_one(agency)
    refusing = Converter().take_part(monkeypatch)
    refusing.refused = {pdf_path(changed)}
    agency.run()
    assert _outdated(agency)[pdf_path(changed)] == (changed,)


def test_older_pdfs_are_neither_packed_nor_uploaded(agency: Agency) -> None:
    changed = _change_one(agency)
    assert make_zips(agency.folder, None).outdated == 2  # the PDF, and the bound file that holds it
    with zipfile.ZipFile(agency.folder / ALL) as archive:
        names = set(archive.namelist())
    assert changed in names
    assert not {pdf_path(changed), BOUND} & names
    assert {pdf_path(one.path) for one in agency.plan.dokumen if one.path != changed} <= names
    made = make_upload(agency.folder, agency.plan.dokumen, agency.plan, (PK,), BukuKerja("b.xlsx", {}, frozenset()))
    assert dict(made.missing)["Perjanjian-Kinerja"] == "1 PDF lebih lama dari dokumennya; jalankan dengan --pdf"
    assert not any(path.startswith("Zip/") for path in _outdated(agency))  # they say what is so


def test_what_an_earlier_version_packed_is_named_as_nobody_knows_what_is_in_it(agency: Agency) -> None:
    (agency.folder / "Zip" / "Lama_2026.zip").write_bytes(b"PK")
    assert _outdated(agency) == {"Zip/Lama_2026.zip": ()}


def test_what_was_bound_and_packed_of_a_draft_without_a_year_goes_with_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    Converter().take_part(monkeypatch)
    made = Agency(tmp_path)
    write(made.book, BAKU, put("Identitas!B5", None), put("Identitas!B7", None), put("Identitas!B8", None))
    made.run()
    _pack(made)
    draft = {path.name for path in made.folder.rglob("*tanpa-tahun*")}
    assert {"Cetak-PK_tanpa-tahun.pdf", "JPT_tanpa-tahun.zip", "e-SAKIP_tanpa-tahun.zip"} <= draft
    write(made.book, BAKU)
    made.build()
    assert not [path for path in made.folder.rglob("*tanpa-tahun*") if "suntingan" not in path.parts]


def test_a_record_that_points_in_a_circle_ends(agency: Agency) -> None:
    record = agency.folder / "pdf.json"
    path = pdf_path(agency.plan.dokumen[0].path)
    text = record.read_text()
    record.write_text(text.replace(f'[["{agency.plan.dokumen[0].path}"', f'[["{path}", "0"], ["{BOUND}", "0"], ["x"'))
    assert path in _outdated(agency)


def test_the_inspection_names_them_and_what_somebody_changed_removed_or_added(agency: Agency) -> None:
    def state() -> dict[str, tuple[str, ...]]:
        found = inspect(agency.folder, (), (agency.book.parent,))
        return {"old": found.outdated, "changed": found.changed, "gone": found.missing, "foreign": found.foreign}

    nothing: tuple[str, ...] = ()
    assert state() == {"old": nothing, "changed": nothing, "gone": nothing, "foreign": nothing}
    first, second = (pdf_path(one.path) for one in agency.plan.dokumen[:2])
    (agency.folder / first).write_bytes((agency.folder / first).read_bytes() + b"\n% tanda tangan")
    (agency.folder / second).unlink()
    (agency.folder / "PDF" / "pindaian.pdf").write_bytes(b"%PDF")
    assert state() == {"old": nothing, "changed": (first,), "gone": (second,), "foreign": ("PDF/pindaian.pdf",)}
    _change_one(agency)
    said = CliRunner().invoke(manifes, [str(agency.folder), "--periksa"]).output
    assert f"lebih lama dari dokumennya: {BOUND}" in said
    assert f"diubah sejak dibuat: {first}; mungkin sudah ditandatangani" in said
    assert "bukan dari program ini: PDF/pindaian.pdf" in said
    assert "Daftar-e-SAKIP_2026.txt" in said


def test_they_are_told_on_two_lines_whatever_their_number(capsys: pytest.CaptureFixture[str]) -> None:
    tell_outdated(())
    assert capsys.readouterr().err == ""
    names = [BOUND, ALL, "Zip/e-SAKIP_2026.zip", "Zip/e-SAKIP_2026/a.pdf", *(f"PDF/{one}.pdf" for one in range(9))]
    tell_outdated([OutdatedFile(name) for name in names])
    told, way = capsys.readouterr().err.splitlines()
    assert told.endswith(
        f"{BOUND}, {ALL}, Zip/e-SAKIP_2026.zip, Zip/e-SAKIP_2026 (1 berkas), PDF/0.pdf, PDF/1.pdf, PDF/2.pdf dan 6 PDF lain."
    )
    assert way == "→ Jalankan lagi dengan --pdf --bundel esr, atau hapus."
