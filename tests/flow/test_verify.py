"""Papers held against what was made: the same, saved again, changed, signed, and of an older workbook, told apart."""

from __future__ import annotations

import asyncio
import io
import json
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import docx
import pytest
from openpyxl import load_workbook
from pypdf import PdfReader, PdfWriter

from helpers.trial_signature import in_a_thread, signed
from helpers.workbooks import BAKU, add_row, put, write
from pokin_docs.cli.main import main
from pokin_docs.documents.kinds import PK
from pokin_docs.flow.bound import pdf_path
from pokin_docs.flow.build import build
from pokin_docs.flow.examine import Understood, examine
from pokin_docs.flow.known_papers import KnownPapers
from pokin_docs.flow.pdf import make_pdfs
from pokin_docs.flow.verify import VerifiedPaper, verify
from pokin_docs.flow.zips import make_zips
from pokin_docs.model.locations import bundled
from pokin_docs.model.settings import Settings
from pokin_docs.pdf import office
from pokin_docs.pdf.markers import text_of_word
from pokin_docs.pdf.office import Office
from pokin_docs.pdf.signatures import PdfSignature, signatures_of
from pokin_docs.render.manifest_reading import read
from pokin_docs.workbook.signing_list import HEADER, LIST_TITLE

pytest.importorskip("segno")


def pdf_of(texts: list[str]) -> bytes:
    """A PDF with a page for each text."""
    from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject

    writer = PdfWriter()
    font = DictionaryObject({NameObject("/Type"): NameObject("/Font"), NameObject("/Subtype"): NameObject("/Type1"),
                             NameObject("/BaseFont"): NameObject("/Arial"),
                             NameObject("/Encoding"): NameObject("/WinAnsiEncoding")})  # fmt: skip
    for text in texts:
        page, stream = writer.add_blank_page(595, 842), DecodedStreamObject()
        words = text.encode("cp1252", "replace").replace(b"\\", b"").replace(b"(", b"").replace(b")", b"")
        stream.set_data(b"BT /F 9 Tf 20 400 Td (" + words + b") Tj ET")
        page[NameObject("/Resources")] = DictionaryObject(
            {NameObject("/Font"): DictionaryObject({NameObject("/F"): font})}
        )
        page[NameObject("/Contents")] = writer._add_object(stream)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def converted(found: Office, files: dict[str, Path], on_made: Callable[[str, bytes], object]) -> dict[str, bytes]:
    """A page for the first half of each document, and one for the second."""
    made = {}
    for key, path in files.items():
        words = text_of_word(path.read_bytes()).split()
        half = len(words) // 2
        made[key] = pdf_of([" ".join(words[:half]), " ".join(words[half:])])
    return made


class Agency:
    """A build of PKs with their PDFs, and what is verified against it."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.home, self.book = folder, folder / "b.xlsx"
        self.settings = Settings(folder / "build", (bundled("templates"),), hanya=("pk",))
        self.folder = folder / "build" / "b"
        monkeypatch.setattr(office, "find_office", lambda: Office("soffice", "Pengubah 1"))
        monkeypatch.setattr(office, "convert", converted)

    def run(self, *changes: object) -> None:
        write(self.book, BAKU, *changes)  # type: ignore[arg-type]
        known = examine(self.book, self.settings, (PK,), pictures=True)
        assert isinstance(known, Understood)
        self.outcome = build(self.book, known, self.settings, (PK,))
        assert self.outcome.build is not None
        make_pdfs(self.folder, known.plan.dokumen, known.plan, (PK,))
        self.document = next(one.path for one in known.plan.dokumen if one.post == "KABID")

    @property
    def pdf(self) -> bytes:
        return (self.folder / pdf_path(self.document)).read_bytes()

    @property
    def word(self) -> bytes:
        return (self.folder / self.document).read_bytes()

    def said(self, data: bytes, name: str = "") -> VerifiedPaper:
        suffix = ".pdf" if data.startswith(b"%PDF") else ".docx"
        file = self.home / (name or Path(self.document).stem + suffix)
        file.write_bytes(data)
        return verify(file, (KnownPapers(self.folder),))


@pytest.fixture
def agency(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Agency:
    made = Agency(tmp_path, monkeypatch)
    made.run()
    return made


def saved_again(pdf: bytes, *pages: int) -> bytes:
    writer = PdfWriter()
    reader = PdfReader(io.BytesIO(pdf))
    for number in pages or range(len(reader.pages)):
        writer.add_page(reader.pages[number])
    writer.add_metadata({"/Title": "disimpan"})
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def edited(word: bytes, old: str, new: str) -> bytes:
    document, out = docx.Document(io.BytesIO(word)), io.BytesIO()
    runs = [run for table in document.tables for row in table.rows for cell in row.cells
            for paragraph in cell.paragraphs for run in paragraph.runs]  # fmt: skip
    changed = [run for run in runs if run.text == old]
    assert changed
    changed[0].text = new
    document.save(out)
    return out.getvalue()


def test_what_was_made_is_known_under_any_name(agency: Agency) -> None:
    for data in (agency.word, agency.pdf):
        found = agency.said(data, "surat." + ("pdf" if data[:4] == b"%PDF" else "docx"))
        assert (found.verdict.value, found.document, found.is_intact) == ("asli", agency.document, True)


def test_a_changed_byte_is_told_with_its_place(agency: Agency) -> None:
    data = bytearray(agency.pdf)
    place = data.index(b"PERJANJIAN")
    data[place] = ord("F")
    found = agency.said(bytes(data))
    assert (found.verdict.value, found.is_intact) == ("diubah", False)
    assert found.changes[0] == f"1 byte berbeda, yang pertama pada byte ke-{place + 1}"
    assert "«PERJANJIAN» menjadi «FERJANJIAN»" in found.changes[1]


def test_saved_again_is_no_change_of_content(agency: Agency) -> None:
    assert agency.said(saved_again(agency.pdf)).verdict.value == "disimpan lagi"
    document, out = docx.Document(io.BytesIO(agency.word)), io.BytesIO()
    document.save(out)
    assert agency.said(out.getvalue()).verdict.value == "disimpan lagi"


def test_a_page_that_was_taken_out_is_named(agency: Agency) -> None:
    found = agency.said(saved_again(agency.pdf, 1))
    assert (found.verdict.value, found.changes) == ("diubah", ("halaman 1 dari 2 tidak ada",))


def test_a_single_page_under_another_name_is_known_by_what_it_says(agency: Agency) -> None:
    for kept, gone in ((0, 2), (1, 1)):
        writer, out = PdfWriter(), io.BytesIO()
        writer.add_page(PdfReader(io.BytesIO(agency.pdf)).pages[kept])
        writer.write(out)
        found = agency.said(out.getvalue(), "scan001.pdf")
        assert (found.verdict.value, found.document) == ("diubah", agency.document)
        assert found.changes == (f"halaman {gone} dari 2 tidak ada",)
    few = pdf_of(["PERJANJIAN KINERJA TAHUN 2026"])
    assert agency.said(few, "scan001.pdf").verdict.value == "tidak dikenal"


def test_a_changed_cell_of_a_word_file_is_named_with_before_and_after(agency: Agency) -> None:
    found = agency.said(edited(agency.word, "60", "95"))
    assert (found.verdict.value, found.document) == ("diubah", agency.document)
    (change,) = found.changes
    assert "tabel" in change
    assert "«60» menjadi «95»" in change


def test_a_file_edited_where_it_lies_says_how_to_see_what_changed(agency: Agency) -> None:
    path = agency.folder / agency.document
    path.write_bytes(edited(agency.word, "60", "95"))
    found = verify(path, (KnownPapers(agency.folder),))
    assert (found.verdict.value, found.document) == ("diubah", agency.document)
    assert "bangun lagi" in found.changes[0]


def test_a_pdf_of_an_older_workbook_tells_what_has_changed_since(agency: Agency) -> None:
    for lines in ((), (add_row("Identitas", "| QR | Ya |"),)):
        agency.run(*lines)
        old = agency.pdf
        agency.run(*lines, put("Tahap 5!L4", 777))
        found = agency.said(old)
        assert found.verdict.value == "lama"
        assert any("di berkas ini «60», sekarang «777»" in change for change in found.changes)
        assert agency.said(agency.pdf).verdict.value == "asli"


def test_a_pdf_of_last_year_is_older(agency: Agency) -> None:
    agency.run(put("Identitas!B5", 2025), put("Identitas!B7", "6 Januari 2025"), put("Identitas!B8", None))
    old, name = agency.pdf, Path(agency.document).stem
    for path in agency.folder.rglob("*2025*"):
        path.unlink()
    agency.run()
    assert agency.said(old, f"{name}.pdf").verdict.value == "lama"


def test_a_stranger_and_a_broken_file_are_told(agency: Agency) -> None:
    assert agency.said(pdf_of(["surat lain"]), "surat.pdf").verdict.value == "tidak dikenal"
    assert agency.said(b"%PDF-1.7 rusak", "surat.pdf").verdict.value == "tidak terbaca"
    assert agency.said(b"PK rusak", "surat.docx").verdict.value == "tidak terbaca"


def test_two_signatures_are_whole_and_one_that_was_tampered_with_is_not(agency: Agency) -> None:
    pytest.importorskip("pyhanko")
    data = signed(agency.pdf, "Contoh Dua", "Contoh Satu")
    found = agency.said(data)
    assert (found.verdict.value, found.is_intact) == ("asli", True)
    assert [(one.name, one.intact, one.certain, one.altered) for one in found.signatures] == [
        ("Contoh Dua (UJI COBA, TIDAK SAH)", True, True, False), ("Contoh Satu (UJI COBA, TIDAK SAH)", True, True, False)
    ]  # fmt: skip
    broken = data.replace(b"PERJANJIAN", b"FERJANJIAN", 1)
    told = agency.said(broken)
    assert (told.is_intact, [one.intact for one in told.signatures]) == (False, [False, False])
    assert told.verdict.value == "diubah"


def test_signatures_are_examined_also_where_the_caller_runs_an_event_loop() -> None:
    pytest.importorskip("pyhanko")

    async def inside() -> tuple[PdfSignature, ...]:
        return signatures_of(signed(pdf_of(["PERJANJIAN"]), "Contoh Satu"))

    assert [one.certain for one in in_a_thread(lambda: asyncio.run(inside()))] == [True]


def test_without_the_extra_the_hash_in_a_signature_still_tells_changes(
    agency: Agency, monkeypatch: pytest.MonkeyPatch
) -> None:
    pytest.importorskip("pyhanko")
    data = signed(agency.pdf, "Contoh Dua")
    monkeypatch.setattr("pokin_docs.pdf.signatures._examined", lambda data: None)
    assert [(one.name, one.intact, one.certain) for one in agency.said(data).signatures] == [
        ("Contoh Dua", True, False)
    ]
    broken = data.replace(b"PERJANJIAN", b"FERJANJIAN", 1)
    assert [one.intact for one in agency.said(broken).signatures] == [False]


def test_the_command_says_it_in_words_and_in_json(agency: Agency, capsys: pytest.CaptureFixture[str],
                                                  monkeypatch: pytest.MonkeyPatch) -> None:  # fmt: skip
    good, bad = agency.home / "baik.docx", agency.home / Path(agency.document).name
    good.write_bytes(agency.word)
    bad.write_bytes(edited(agency.word, "60", "95"))
    words = ["pokin", "verifikasi", "--manifes", str(agency.folder)]
    monkeypatch.setattr("sys.argv", [*words, str(good)])
    assert main() == 0
    assert "seperti saat dibuat" in capsys.readouterr().out
    monkeypatch.setattr("sys.argv", [*words, str(good), str(bad), "--format", "json"])
    assert main() == 1
    first, second = json.loads(capsys.readouterr().out)
    assert (first["keadaan"], first["utuh"], second["keadaan"], second["utuh"]) == ("asli", True, "diubah", False)
    assert second["dokumen"] == agency.document
    assert "«60» menjadi «95»" in second["berubah"][0]


def test_the_manifest_keeps_the_hash_that_papers_print(agency: Agency) -> None:
    agency.run(add_row("Identitas", "| QR | Ya |"))
    entry = next(one for one in read(agency.folder).dokumen if one.file == agency.document)
    assert len(entry.values) == 16
    assert f"sidik {entry.values}" in text_of_word(agency.word)
    assert zipfile.is_zipfile(io.BytesIO(agency.word))


def test_bound_files_files_beside_documents_and_older_ones_are_known(agency: Agency) -> None:
    bound = (agency.folder / "Cetak/Cetak-PK_2026.pdf").read_bytes()
    found = agency.said(bound, "cetakan.pdf")
    assert (found.verdict.value, found.document, found.is_intact) == ("asli", "Cetak/Cetak-PK_2026.pdf", True)
    assert agency.said(saved_again(bound), "Cetak-PK_2026 (2).pdf").verdict.value == "disimpan lagi"
    assert agency.said(saved_again(bound, 1), "Cetak-PK_2026.pdf").changes[0] == "halaman 1 dari 8 tidak ada"
    old, word = agency.pdf, agency.word
    agency.run(put("Tahap 5!L4", 777))
    (change,) = agency.said(bound, "pindaian.pdf").changes
    assert change.startswith("halaman 4 sesudah «")
    assert change.endswith("»: di berkas ini «60», sekarang «777»")
    for data in (old, word, bound):
        assert agency.said(data, "pindaian." + ("pdf" if data[:4] == b"%PDF" else "docx")).verdict.value == "lama"
    assert agency.said(old, "pindaian.pdf").document == agency.document
    assert agency.said(old + b"\n% lain", "pindaian.pdf").verdict.value == "diubah"


def test_a_bound_file_with_other_bytes_is_known_under_any_name(agency: Agency) -> None:
    bound = (agency.folder / "Cetak/Cetak-PK_2026.pdf").read_bytes()
    place = bound.index(b"PERJANJIAN")
    byte = bound[:place] + b"F" + bound[place + 1 :]
    for name in ("Cetak-PK_2026.pdf", "scan001.pdf"):
        changed, again, fewer = (
            agency.said(one, name) for one in (byte, saved_again(bound), saved_again(bound, 2, 3, 4, 5))
        )
        assert changed.changes[0] == f"1 byte berbeda, yang pertama pada byte ke-{place + 1}"
        assert (changed.verdict.value, again.verdict.value, fewer.verdict.value) == (
            "diubah",
            "disimpan lagi",
            "diubah",
        )
        assert {one.document for one in (changed, again, fewer)} == {"Cetak/Cetak-PK_2026.pdf"}


def test_a_zip_with_other_bytes_is_known_and_what_is_otherwise_in_it_is_named(agency: Agency) -> None:
    make_zips(agency.folder, None)
    whole = (agency.folder / "Zip/Semua.zip").read_bytes()

    def packed(change: Callable[[str, bytes], bytes | None]) -> bytes:
        out = io.BytesIO()
        with zipfile.ZipFile(io.BytesIO(whole)) as before, zipfile.ZipFile(out, "w") as after:
            for name in before.namelist():
                if (data := change(name, before.read(name))) is not None:
                    after.writestr(name, data)
        return out.getvalue()

    def said(data: bytes, name: str = "kiriman.zip") -> tuple[str, str, tuple[str, ...]]:
        (agency.home / name).write_bytes(data)
        found = verify(agency.home / name, (KnownPapers(agency.folder),))
        return found.verdict.value, found.document, found.changes

    document = agency.document
    middle = len(whole) // 2
    assert said(whole) == ("asli", "Zip/Semua.zip", ())
    assert said(packed(lambda name, data: data)) == ("disimpan lagi", "Zip/Semua.zip", ())
    gone = said(packed(lambda name, data: None if name == document else data))
    assert gone == ("diubah", "Zip/Semua.zip", (f"{document} tidak ada",))
    other = said(packed(lambda name, data: b"lain" if name == document else data))
    assert other == ("diubah", "Zip/Semua.zip", (f"{document} isinya lain",))
    broken = said(whole[:middle] + bytes((whole[middle] ^ 1,)) + whole[middle + 1 :])
    assert broken[:2] == ("diubah", "Zip/Semua.zip")
    assert broken[2][0] == f"1 byte berbeda, yang pertama pada byte ke-{middle + 1}"
    assert said(whole[:middle], "Semua.zip")[:2] == ("tidak terbaca", "Zip/Semua.zip")
    assert said(whole[:middle])[0] in ("tidak dikenal", "tidak terbaca")


def test_files_of_ours_that_are_no_papers_are_told_what_they_are(agency: Agency) -> None:
    folder = agency.folder
    (folder / "laporan.html").write_text("halaman terdahulu")
    copy = agency.home / "Daftar-Tanda-Tangan_2026 (2).xlsx"
    copy.write_bytes((folder / "Cetak/Daftar-Tanda-Tangan_2026.xlsx").read_bytes())
    told = {
        copy: "boleh diisi kantor", agency.book: "seperti saat terakhir dibangun", folder / "manifes.json": "manifes --periksa",
        folder / "pdf.json": "manifes --periksa", folder / "laporan.html": "bangun terdahulu",
        bundled("templates") / "pk.docx": "templat, seperti saat terakhir dipakai",
    }  # fmt: skip
    for file, words in told.items():
        found = verify(file, (KnownPapers(folder),))
        assert (found.verdict.value, found.is_intact) == ("pendamping", False), file
        assert words in found.changes[0]
    agency.book.write_bytes(agency.book.read_bytes() + b"lain")
    assert "berubah sejak" in verify(agency.book, (KnownPapers(folder),)).changes[0]
    (agency.home / "laporan-lain.html").write_text("x")
    assert verify(agency.home / "laporan-lain.html", (KnownPapers(folder),)).verdict.value == "tidak dikenal"


def test_an_older_word_file_and_an_edited_one_are_told_apart(agency: Agency) -> None:
    old = agency.word
    agency.run(put("Tahap 5!L4", 777))
    saved, out = docx.Document(io.BytesIO(old)), io.BytesIO()
    saved.save(out)
    for data in (old, out.getvalue()):
        found = agency.said(data)
        assert (found.verdict.value, len(found.changes)) == ("lama", 1)
    assert agency.said(edited(old, "60", "95")).verdict.value == "diubah"
    assert agency.said(edited(agency.word, "777", "95")).verdict.value == "diubah"


def test_an_edited_older_word_file_is_changed_though_it_prints_the_hash_of_the_older(agency: Agency) -> None:
    agency.run(add_row("Identitas", "| QR | Ya |"))
    old = agency.word
    agency.run(add_row("Identitas", "| QR | Ya |"), put("Tahap 5!L4", 777))
    assert agency.said(old).verdict.value == "lama"
    (agency.folder / "terdahulu.json").write_text("{}")
    assert agency.said(edited(old, "60", "95")).verdict.value == "lama"  # nothing tells it from the older any more


def test_an_older_pdf_nobody_remembers_is_known_by_what_it_says(agency: Agency) -> None:
    old = agency.pdf
    agency.run(put("Tahap 5!L4", 777))
    (agency.folder / "terdahulu.json").unlink()
    found = agency.said(old, "scan001.pdf")
    assert (found.verdict.value, found.document) == ("lama", agency.document)


def test_a_sentence_about_signatures_in_the_foot_is_no_change_of_content(agency: Agency) -> None:
    sentence = add_row("Identitas", "| TTE | Ya |"), add_row("Identitas", "| TTE Kalimat | Ya |")
    agency.run(*sentence)
    old = agency.pdf
    agency.run(put("Tahap 5!L4", 777))
    found = agency.said(old, "scan001.pdf")
    assert found.verdict.value == "lama"
    assert not [change for change in found.changes if "elektronik" in change]
    assert any("di berkas ini «60», sekarang «777»" in change for change in found.changes)


def states(agency: Agency) -> dict[str, set[str]]:
    """The states in the list of signatures, by post of whose paper it is."""
    sheet = load_workbook(agency.folder / "Cetak/Daftar-Tanda-Tangan_2026.xlsx")[LIST_TITLE]
    titles, *rows = sheet.iter_rows(min_row=HEADER, values_only=True)
    found: dict[str, set[str]] = {}
    for row in rows:
        told = dict(zip(map(str, titles), map(str, row), strict=True))
        found.setdefault(told["Berkas"], set()).add(told["Status"])
    return found


def test_signed_pdfs_that_come_back_are_listed_until_their_document_changes(agency: Agency) -> None:
    pytest.importorskip("pyhanko")
    back = agency.home / "kembali" / "dari Pak Camat"
    back.mkdir(parents=True)
    (back / "scan 1.pdf").write_bytes(signed(agency.pdf, "Contoh Dua", "Contoh Satu"))
    (back / "surat.pdf").write_bytes(signed(pdf_of(["surat lain"]), "Contoh"))
    (back / "belum.pdf").write_bytes(agency.pdf)
    agency.settings = replace(agency.settings, signed_from=agency.home / "kembali")
    agency.run()
    assert agency.outcome.signing.found.count == 1
    assert agency.outcome.signing.found.strange == ("dari Pak Camat/surat.pdf",)
    assert {one.file.removeprefix("dari Pak Camat/"): one.state for one in agency.outcome.signing.found.files} == {
        "scan 1.pdf": "ditandatangani semua", "surat.pdf": "tidak dikenal", "belum.pdf": "belum ditandatangani"
    }  # fmt: skip
    assert agency.outcome.build
    assert len(agency.outcome.signing.unsigned) == len(agency.outcome.build.dokumen) - 1
    found = states(agency)
    assert found.pop(agency.document) == {"ditandatangani"}
    assert set.union(*found.values()) == {"siap"}
    agency.settings = replace(agency.settings, signed_from=None)
    agency.run(put("Pejabat!B6", "Contoh Baru"))  # another paper
    assert states(agency)[agency.document] == {"ditandatangani"}
    agency.settings = replace(agency.settings, signed_from=agency.home / "kembali")
    agency.run(put("Tahap 5!L4", 61))
    assert states(agency)[agency.document] == {"siap"}
    assert {one.state for one in agency.outcome.signing.found.files if one.document} == {"dari yang lama"}


def test_one_signature_of_two_is_a_part(agency: Agency) -> None:
    pytest.importorskip("pyhanko")
    back = agency.home / "kembali"
    back.mkdir()
    (back / "a.pdf").write_bytes(signed(agency.pdf, "Contoh Dua"))
    agency.settings = replace(agency.settings, signed_from=back)
    agency.run()
    assert states(agency)[agency.document] == {"ditandatangani sebagian"}
