"""PDFs of a build: made once, made again where a document changed, left alone where somebody signed them."""

from __future__ import annotations

import errno
import json
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from helpers.pdf_agency import Agency, Converter, page_of
from helpers.workbooks import BAKU, put, write
from pokin_docs.documents.cover.kind import COVER
from pokin_docs.documents.kinds import PK
from pokin_docs.documents.structure_order import in_order_of_structure
from pokin_docs.flow.bound import pdf_path
from pokin_docs.flow.pdf import make_pdfs
from pokin_docs.model.findings import MachineTrouble
from pokin_docs.pdf import fallback, layout, office
from pokin_docs.pdf.office import Office
from pokin_docs.pdf.record import LOOKS


@pytest.fixture
def converter(monkeypatch: pytest.MonkeyPatch) -> Converter:
    return Converter().take_part(monkeypatch)


@pytest.fixture
def agency(tmp_path: Path) -> Agency:
    return Agency(tmp_path)


def test_every_document_gets_its_pdf_and_a_second_run_makes_none(agency: Agency, converter: Converter) -> None:
    first = agency.run()
    documents = [entry.path for entry in agency.plan.dokumen]
    assert len(documents) > 2
    assert (first.made, first.unmade, first.converter) == (len(documents), (), "Pengubah 1")
    assert agency.files == sorted([*map(pdf_path, documents), "Cetak/Cetak-PK_2026.pdf"])
    before = {name: (agency.folder / name).read_bytes() for name in agency.files}
    again = agency.run()
    assert (again.made, again.used) == (0, len(documents))
    assert {name: (agency.folder / name).read_bytes() for name in agency.files} == before
    assert len(converter.converted) == len(documents)


def test_only_a_changed_document_is_converted_again(agency: Agency, converter: Converter) -> None:
    agency.run()
    converter.converted.clear()
    write(agency.book, BAKU, put("Tahap 5!C5", "Jumlah data yang lain"))
    outcome = agency.run()
    assert outcome.made == len(converter.converted)
    assert 0 < outcome.made < len(agency.plan.dokumen)


def test_another_converter_makes_all_again(agency: Agency, converter: Converter) -> None:
    count = agency.run().made
    converter.version = "Pengubah 2"
    assert agency.run().made == count


def test_what_cannot_be_converted_is_named_and_the_rest_made(agency: Agency, converter: Converter) -> None:
    agency.run()
    first = pdf_path(agency.plan.dokumen[0].path)
    converter.version, converter.refused = "Pengubah 2", {first}
    outcome = agency.run()
    assert outcome.unmade == (first,)
    assert [(one.kode, dict(one.details)["berkas"]) for one in outcome.findings if one.kode == "D60"] == [
        ("D60", first.removeprefix("PDF/"))
    ]
    converter.refused = set()
    assert agency.run().unmade == ()


def test_a_file_that_is_only_called_docx_is_named_though_a_converter_prints_its_text(
    agency: Agency, converter: Converter, monkeypatch: pytest.MonkeyPatch
) -> None:
    agency.run()
    document = agency.plan.dokumen[0].path
    whole = page_of(agency.folder / document)
    (agency.folder / document).write_text("catatan rapat")
    monkeypatch.setattr(office, "convert", lambda found, files, on_made: dict.fromkeys(files, whole))
    made = make_pdfs(agency.folder, agency.plan.dokumen, agency.plan, (PK,))
    assert made.unmade == (pdf_path(document),)
    assert "D60" in {one.kode for one in made.findings}


@pytest.mark.parametrize(("is_other", "times"), [(False, 1), (True, 2)], ids=["whole", "half written then"])
def test_a_pdf_that_was_examined_while_others_were_made_is_examined_again_only_where_it_is_another_now(
    agency: Agency, converter: Converter, monkeypatch: pytest.MonkeyPatch, is_other: bool, times: int
) -> None:
    examined: list[bytes] = []
    read = layout.read_layout

    def counted(data: bytes) -> layout.Layout | None:
        examined.append(data)
        return read(data)

    monkeypatch.setattr(layout, "read_layout", counted)

    def convert(found: Office, files: Mapping[str, Path], on_made: Callable[[str, bytes], object]) -> dict[str, bytes]:
        made = {key: page_of(path) for key, path in files.items()}
        for key, data in made.items():
            on_made(key, data[: len(data) // 2] if is_other else data)
        return made

    monkeypatch.setattr(office, "convert", convert)
    made = agency.run()
    count = len(agency.plan.dokumen)
    assert (made.made, made.unmade, len(examined)) == (count, (), count * times)


def test_a_converter_that_does_not_work_is_told_once_and_older_pdfs_stay(
    agency: Agency, converter: Converter, monkeypatch: pytest.MonkeyPatch
) -> None:
    agency.run()
    before = {name: (agency.folder / name).read_bytes() for name in agency.files}
    converter.version = "Pengubah 2"
    monkeypatch.setattr(office, "convert", lambda found, files, on_made: {})
    monkeypatch.setattr(office, "trouble_of", lambda found: "berhenti sebelum selesai (kode -9)")
    outcome = agency.run()
    assert [one.kode for one in outcome.findings] == ["D72"]
    assert dict(outcome.findings[0].details)["jumlah"] == str(len(agency.plan.dokumen))
    assert len(outcome.unmade) == len(agency.plan.dokumen)
    assert {name: (agency.folder / name).read_bytes() for name in agency.files} == before


def test_a_pdf_that_cannot_be_replaced_is_named_and_the_rest_made(agency: Agency, converter: Converter) -> None:
    agency.build()
    first, *others = (pdf_path(one.path) for one in agency.plan.dokumen)
    (agency.folder / first).mkdir(parents=True)
    outcome = agency.run()
    assert (outcome.made, outcome.unmade) == (len(others), (first,))
    assert [dict(one.details)["berkas"] for one in outcome.findings if one.kode == "D73"] == [first]
    assert all((agency.folder / path).is_file() for path in others)


def test_what_was_made_before_the_disk_was_full_is_still_known(
    agency: Agency, converter: Converter, monkeypatch: pytest.MonkeyPatch
) -> None:
    written: list[Path] = []

    def full(path: Path, data: bytes) -> None:
        if written:
            raise OSError(errno.ENOSPC, "No space left on device")
        written.append(path)
        path.write_bytes(data)

    with monkeypatch.context() as disk:
        disk.setattr("pokin_docs.flow.pdf_work.write_whole", full)
        with pytest.raises(MachineTrouble):
            agency.run()
    outcome = agency.run()
    assert (outcome.used, outcome.aside, outcome.unmade) == (1, (), ())


def test_a_signed_pdf_stays_while_its_document_is_the_same(agency: Agency, converter: Converter) -> None:
    agency.run()
    signed = agency.folder / pdf_path(agency.plan.dokumen[0].path)
    signed.write_bytes(signed.read_bytes() + b"\n% tanda tangan")
    outcome = agency.run()
    assert (outcome.kept, outcome.made, outcome.aside) == ((pdf_path(agency.plan.dokumen[0].path),), 0, ())
    assert signed.read_bytes().endswith(b"tanda tangan")


def test_a_signed_pdf_of_a_changed_document_is_set_aside_before_it_is_replaced(
    agency: Agency, converter: Converter
) -> None:
    agency.run()
    places = [agency.folder / pdf_path(one.path) for one in agency.plan.dokumen]
    for place in places:
        place.write_bytes(place.read_bytes() + b"\n% tanda tangan")
    write(agency.book, BAKU, put("Identitas!B2", "Dinas Yang Berganti Nama"))
    outcome = agency.run()
    assert len(outcome.aside) == len(places)
    for path, home in outcome.aside:
        assert (agency.folder / home).read_bytes().endswith(b"tanda tangan")
        assert not (agency.folder / path).read_bytes().endswith(b"tanda tangan")


def test_a_bound_file_that_somebody_signed_is_set_aside_before_it_is_bound_anew(
    agency: Agency, converter: Converter
) -> None:
    agency.run()
    bound = agency.folder / "Cetak" / "Cetak-PK_2026.pdf"
    bound.write_bytes(bound.read_bytes() + b"\n% tanda tangan")
    write(agency.book, BAKU, put("Identitas!B2", "Dinas Yang Berganti Nama"))
    outcome = agency.run()
    ((path, home),) = outcome.aside
    assert path == "Cetak/Cetak-PK_2026.pdf"
    assert (agency.folder / home).read_bytes().endswith(b"tanda tangan")
    assert not bound.read_bytes().endswith(b"tanda tangan")


def test_what_everybody_has_signed_is_left_out_of_the_bound_file(agency: Agency, converter: Converter) -> None:
    count = len(agency.run().bound and agency.plan.dokumen)
    agency.signed = frozenset((agency.plan.dokumen[0].path,))
    assert agency.run().bound == (("Cetak/Cetak-PK_2026.pdf", count - 1, 1),)
    agency.signed = frozenset(one.path for one in agency.plan.dokumen)
    assert agency.run().bound == ()


def test_what_was_examined_by_earlier_rules_is_examined_again_and_not_made_again(
    agency: Agency, converter: Converter
) -> None:
    agency.run()
    record = agency.folder / "pdf.json"
    record.write_text(record.read_text().replace(f'"looks": {LOOKS}', '"looks": 1'))
    assert agency.run().made == 0
    kept = json.loads(record.read_text())
    assert {entry["looks"] for path, entry in kept.items() if path.startswith("PDF/")} == {LOOKS}


def test_the_pdf_of_a_document_that_is_gone_goes_too_but_not_a_signed_one(agency: Agency, converter: Converter) -> None:
    agency.run()
    first, second = (agency.folder / pdf_path(one.path) for one in agency.plan.dokumen[:2])
    second.write_bytes(second.read_bytes() + b"\n% tanda tangan")
    documents = agency.plan.dokumen
    for one in documents[:2]:
        (agency.folder / one.path).unlink()
    make_pdfs(agency.folder, documents[2:], agency.plan, (PK,))
    assert (first.exists(), second.exists()) == (False, True)


def test_a_bound_file_whose_cover_is_no_pdf_is_told_to_lack_it(agency: Agency, converter: Converter) -> None:
    agency.kinds = (PK, COVER)
    whole, bound = agency.run(), "Cetak/Cetak-PK_2026.pdf"
    cover = next(one.path for one in agency.plan.dokumen if one.jenis == COVER.kode)
    assert (whole.unmade, whole.coverless) == ((), ())
    converter.version, converter.refused = "Pengubah 2", {pdf_path(cover)}
    (agency.folder / pdf_path(cover)).unlink()
    lacking = agency.run()
    assert (lacking.unmade, lacking.coverless) == ((pdf_path(cover),), (bound,))
    assert lacking.bound == whole.bound == ((bound, len(agency.plan.dokumen) - 1, 0),)


@pytest.fixture
def bare(monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine without any converter."""
    monkeypatch.setattr(office, "find_office", lambda: None)
    monkeypatch.setattr(fallback, "find_fallback", lambda: None)


def test_without_a_converter_the_word_files_are_bound(agency: Agency, bare: None) -> None:
    made = agency.run()
    path = "Cetak/Cetak-PK_2026.docx"
    assert (made.converter, made.made, made.bound) == ("", 0, ((path, len(agency.plan.dokumen), 0),))
    assert agency.files == []
    before = (agency.folder / path).read_bytes()
    assert agency.run().aside == ()
    (agency.folder / path).write_bytes(before + b"disunting")
    ((moved, home),) = agency.run().aside
    assert moved == path
    assert (agency.folder / home).read_bytes().endswith(b"disunting")
    assert (agency.folder / path).read_bytes() == before


def test_the_other_converter_makes_what_has_the_pages_and_words_it_should(
    agency: Agency, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(office, "find_office", lambda: None)
    monkeypatch.setattr(fallback, "find_fallback", lambda: Office("", "lain 1"))
    monkeypatch.setattr(
        fallback, "convert_without_office", lambda files: {key: page_of(path) for key, path in files.items()}
    )
    monkeypatch.setattr(fallback, "expected_pages", lambda data: 1)
    assert (agency.run().unmade, agency.run().converter) == ((), "lain 1")
    for count in (2, None):  # another number of pages than it has; pages nobody can tell beforehand
        monkeypatch.setattr(fallback, "find_fallback", lambda count=count: Office("", f"lain {count}"))
        monkeypatch.setattr(fallback, "expected_pages", lambda data, count=count: count)
        made = agency.run()
        assert len(made.unmade) == len(agency.plan.dokumen)
        assert {one.kode for one in made.findings} == {"D59"}


def test_papers_come_in_the_order_of_the_structure(agency: Agency, converter: Converter) -> None:
    agency.run()
    order = list(in_order_of_structure(reversed(agency.plan.dokumen), lambda one: one.post, agency.plan.pejabat))
    classes = [one.path.split("/")[1] for _, one in order]
    assert classes[0] == "JPT"
    assert order[0][0] == "Pimpinan"
    units = [unit for unit, _ in order[1:]]
    assert units == sorted(units, key=units.index)  # each unit in one piece
    for unit in set(units):
        inside = [one.path.split("/")[1] for name, one in order if name == unit]
        ranks = ["JPT", "Ess-3", "Sub-Koordinator-JF", "JF-JP"]
        assert inside == sorted(inside, key=ranks.index)


def test_pdfs_are_no_foreign_files_of_a_build(agency: Agency, converter: Converter) -> None:
    from pokin_docs.render.inspection import inspect

    agency.run()
    state = inspect(agency.folder, buku=(agency.book.parent,), templat=())
    assert state.foreign == ()
    (agency.folder / "PDF" / "catatan.txt").write_text("milik orang")
    assert inspect(agency.folder, buku=(agency.book.parent,), templat=()).foreign == ("PDF/catatan.txt",)


def test_a_workbook_and_a_paper_of_one_name_have_pdfs_of_their_own() -> None:
    both = [pdf_path(f"Kinerja/Cascading_2026.{kind}") for kind in ("docx", "xlsx")]
    assert both == ["PDF/Kinerja/Cascading_2026.pdf", "PDF/Kinerja/Cascading_2026-Tabel.pdf"]
