"""Who signs what: every signature once, in order, with what is missing; what an office types into the list stays."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.comments import Comment
from openpyxl.workbook import Workbook

from helpers.places import ROOT
from helpers.workbooks import BAKU, both, put, write
from pokin_docs.documents.kinds import PK
from pokin_docs.documents.signers import SignerLine
from pokin_docs.documents.skp.kind import SKP
from pokin_docs.flow.build import BuildOutcome, build, inspect
from pokin_docs.flow.examine import Understood, examine
from pokin_docs.model.settings import Settings
from pokin_docs.workbook.signing_list import COLUMNS, HEADER, LIST_TITLE, list_bytes
from pokin_docs.workbook.typed_list import read_typed

LIST = "Cetak/Daftar-Tanda-Tangan_2026.xlsx"
CATATAN = len(COLUMNS) + 1


class Office:
    """A workbook with the PKs and SKPs of four officials, and the list beside them."""

    def __init__(self, folder: Path) -> None:
        self.book = write(folder / "b.xlsx")
        self.settings = Settings(folder / "build", (ROOT / "templates",), hanya=("pk", "skp"))
        self.folder = folder / "build" / "b"
        self.list = self.folder / LIST

    def run(self, *changes: object) -> BuildOutcome:
        if changes:
            write(self.book, BAKU, *changes)  # type: ignore[arg-type]
        known = examine(self.book, self.settings, (PK, SKP), pictures=True)
        assert isinstance(known, Understood)
        outcome = build(self.book, known, self.settings, (PK, SKP))
        assert outcome.build is not None
        return outcome

    def rows(self) -> list[dict[str, object]]:
        sheet = load_workbook(self.list)[LIST_TITLE]
        titles, *rows = sheet.iter_rows(min_row=HEADER, values_only=True)
        return [dict(zip(map(str, titles), row, strict=True)) for row in rows]

    def type(self, change: object) -> None:
        book = load_workbook(self.list)
        change(book)  # type: ignore[operator]
        book.save(self.list)


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return Office(tmp_path)


def test_the_list_says_what_it_is_and_whose(office: Office) -> None:
    office.run()
    about = load_workbook(office.list).properties
    assert (about.title or "").startswith("Daftar Tanda Tangan 2026 – ")
    assert (about.title or "").endswith(str(about.creator))
    assert about.language == "id-ID"


def test_each_person_has_everything_he_signs_in_order_with_party_and_partner(office: Office) -> None:
    outcome = office.run()
    rows = office.rows()
    assert (outcome.signing.path, outcome.signing.lines) == (LIST, len(rows))
    assert [str(row["ID"]) for row in rows] == [
        "BUPATI", "BUPATI", *["KADIS"] * 4, *["KABID"] * 4, *["SUBKOR"] * 4, "STAF", "STAF"
    ]  # fmt: skip
    own = [row for row in rows if row["ID"] == "KABID"]
    assert [(row["Urutan"], row["Sebagai"], row["Dokumen"]) for row in own] == [
        ("1 dari 2", "pihak pertama", "PK Plt. Kepala Bidang Data"),
        ("1 dari 2", "pegawai yang dinilai", "SKP Plt. Kepala Bidang Data"),
        ("2 dari 2", "pihak kedua", "PK Sub Koordinator Data"),
        ("2 dari 2", "pejabat penilai kinerja", "SKP Sub Koordinator Data"),
    ]
    assert own[0]["Bersama"] == "Contoh Satu, S.Kom. (pihak kedua)"
    assert {row["Tanggal Dokumen"] for row in rows} == {"5 Januari 2026"}
    assert {(row["Status"], row["Keterangan"]) for row in rows} == {("siap", None)}
    assert all((office.folder / str(row["Berkas"])).is_file() for row in rows)


def test_what_is_missing_is_said_with_its_cell_at_each_of_its_signatures(office: Office) -> None:
    office.run(put("Tahap 5!L4", None))
    incomplete = [row for row in office.rows() if row["Status"] == "belum lengkap"]
    assert {(row["ID"], row["Dokumen"]) for row in incomplete} >= {
        ("KABID", "PK Plt. Kepala Bidang Data"), ("KADIS", "PK Plt. Kepala Bidang Data")
    }  # fmt: skip
    assert all("Tahap 5!L4" in str(row["Keterangan"]) for row in incomplete)
    assert any(row["Status"] == "siap" for row in office.rows())


def test_a_second_run_changes_nothing_and_another_place_gives_the_same_bytes(office: Office, tmp_path: Path) -> None:
    office.run()
    before = office.list.read_bytes(), office.list.stat().st_mtime_ns
    office.run()
    assert (office.list.read_bytes(), office.list.stat().st_mtime_ns) == before
    (tmp_path / "lain").mkdir()
    other = Office(tmp_path / "lain")
    other.run()
    assert other.list.read_bytes() == before[0]


def test_notes_columns_comments_rows_and_sheets_of_the_office_stay_where_they_belong(office: Office) -> None:
    office.run()

    def typed(book: Workbook) -> None:
        sheet = book[LIST_TITLE]
        sheet.cell(HEADER, CATATAN + 1, "Diantar")
        row = next(row for row in range(HEADER + 1, 30) if sheet.cell(row, 2).value == "STAF")
        sheet.cell(row, CATATAN, "sedang cuti")
        sheet.cell(row, CATATAN + 1, 7)
        sheet.cell(row, 10, "sudah di meja")
        sheet.cell(row, 3).comment = Comment("telepon dulu", "Admin")
        sheet.append(["", "", "Sekretaris Daerah", "", "", "Berita acara", "", "", "", "menunggu"])
        book.create_sheet("Kurir")["B2"] = "Senin"

    office.type(typed)
    office.run(put("Pejabat!B6", "Contoh Baru"))
    (row,) = (row for row in office.rows() if row["Catatan"])
    assert (row["ID"], row["Nama"], row["Diantar"]) == ("STAF", "Contoh Baru", 7)
    assert row["Catatan"] == "sedang cuti; Status: sudah di meja"
    assert row["Status"] == "siap"
    assert (office.rows()[-1]["Dokumen"], office.rows()[-1]["Status"]) == ("Berita acara", "menunggu")
    book = load_workbook(office.list)
    assert book["Kurir"]["B2"].value == "Senin"
    commented = [cell for cells in book[LIST_TITLE].iter_rows() for cell in cells if cell.comment]
    assert [(cell.value, cell.comment.text) for cell in commented if cell.comment] == [("Contoh Baru", "telepon dulu")]
    kept = office.list.read_bytes()
    office.run(put("Pejabat!B6", "Contoh Baru"), put("Tahap 5!C3", "Persentase lain"))
    assert office.list.read_bytes() == kept  # the same states: it is not even opened
    assert not (office.folder / "suntingan").exists()


def test_a_note_on_a_paper_that_is_gone_is_kept_below(office: Office) -> None:
    office.run()
    office.type(lambda book: book[LIST_TITLE].cell(HEADER + 1, CATATAN, "penting"))
    first = office.rows()[0]
    office.run(both(put("Pejabat!A2", "GUBERNUR"), put("Pejabat!I3", "GUBERNUR")))
    (row,) = (row for row in office.rows() if row["Catatan"])
    assert (row["ID"], row["Berkas"], row["Status"]) == ("BUPATI", first["Berkas"], "tidak dibuat lagi")
    assert row == office.rows()[-1]


def test_notes_of_a_draft_without_a_year_go_over_to_the_list_of_the_year(office: Office) -> None:
    draft = office.folder / "Cetak" / "Daftar-Tanda-Tangan_tanpa-tahun.xlsx"
    office.run(put("Identitas!B5", None), put("Identitas!B7", None), put("Identitas!B8", None))
    book = load_workbook(draft)
    sheet = book[LIST_TITLE]
    row = next(row for row in range(HEADER + 1, 30) if sheet.cell(row, 2).value == "STAF")
    sheet.cell(row, CATATAN, "sedang cuti")
    sheet.cell(HEADER, CATATAN + 1, "Diantar")
    sheet.cell(row, CATATAN + 1, "Senin")
    book.save(draft)
    office.run(put("Identitas!B5", 2026))
    (found,) = (row for row in office.rows() if row["Catatan"])
    assert (found["ID"], found["Catatan"], found["Diantar"], found["Status"]) == (
        "STAF",
        "sedang cuti",
        "Senin",
        "siap",
    )
    assert "tanpa-tahun" not in str([list(row.values()) for row in office.rows()])
    assert not draft.exists()
    assert [path.name for path in (office.folder / "suntingan").rglob("*.xlsx")] == [draft.name]
    kept = office.list.read_bytes()
    office.run(put("Identitas!B5", 2026))
    assert office.list.read_bytes() == kept


def test_a_file_of_its_name_that_is_no_list_is_set_aside(office: Office) -> None:
    office.list.parent.mkdir(parents=True)
    office.list.write_bytes(b"catatan lama")
    outcome = office.run()
    assert (office.folder / outcome.signing.aside).read_bytes() == b"catatan lama"
    assert len(office.rows()) == outcome.signing.lines


def test_a_list_that_is_open_is_named_and_the_rest_made(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    office.run()
    before = office.list.read_bytes()

    def refuse(path: Path, data: bytes) -> None:
        raise PermissionError(13, "dipakai program lain", str(path))

    monkeypatch.setattr("pokin_docs.flow.signing.write_where_other", refuse)
    outcome = office.run(put("Pejabat!B6", "Contoh Baru"))
    assert outcome.build is not None
    assert outcome.build.failed == (LIST,)
    assert office.list.read_bytes() == before
    monkeypatch.undo()
    office.run()
    assert "Contoh Baru" in {row["Nama"] for row in office.rows()}


def test_the_list_is_no_stranger_in_the_folder(office: Office) -> None:
    office.run()
    state = inspect(office.folder, office.settings.templat, (office.book.parent,))
    assert (state.foreign, state.changed, state.is_intact) == ((), (), True)


def test_the_report_has_the_same_list(office: Office) -> None:
    settings = Settings(office.folder.parent, (ROOT / "templates",), hanya=("pk", "laporan"))
    known = examine(office.book, settings, (PK,), pictures=True)
    assert isinstance(known, Understood)
    build(office.book, known, settings, (PK,))
    page = (office.folder / "laporan.html").read_text(encoding="utf-8")
    shown = page[page.index("tanda-tangan") :]
    assert shown.count("pihak pertama") == shown.count("pihak kedua") == 8  # 4 papers: once each, and once as partner
    assert "Contoh Satu, S.Kom." in shown


def as_older_versions_wrote_it(book: Workbook) -> None:
    sheet = book["Sidik"]
    for number, row in enumerate(list(sheet.iter_rows(values_only=True)), start=1):
        for place, text in enumerate(json.loads(str(row[0])), start=1):
            sheet.cell(number, place, text or None)


def with_a_damaged_record(book: Workbook) -> None:
    book["Sidik"]["A3"] = '["1", "KADIS'


@pytest.mark.parametrize("record", [None, as_older_versions_wrote_it])
def test_a_cell_of_ours_that_was_typed_over_is_known_in_lists_of_every_version(office: Office, record: object) -> None:
    office.run()
    if record is not None:
        office.type(record)
    office.type(lambda book: book[LIST_TITLE].cell(HEADER + 2, 4, "Pj. Bupati"))
    office.run(put("Pejabat!B6", "Contoh Baru"))
    noted = {number: row["Catatan"] for number, row in enumerate(office.rows(), start=1) if row["Catatan"]}
    assert noted == {2: "Jabatan: Pj. Bupati"}


def test_without_a_record_of_what_was_written_no_row_is_taken_for_one_of_the_office(office: Office) -> None:
    office.run()
    before = office.rows()
    office.type(with_a_damaged_record)
    office.run(put("Pejabat!A7", "STAF2"))
    assert not any(row["Status"] == "tidak dibuat lagi" for row in office.rows())
    assert len(office.rows()) == len(before)


def test_a_row_that_says_more_than_a_cell_holds_is_recorded_whole(tmp_path: Path) -> None:
    partners = tuple(f"Contoh {number}, S.Sos. (pihak kedua)" for number in range(2_000))
    line = SignerLine("KADIS", "Contoh", "Kepala Dinas", "", "PK", "PK/a.docx", "pihak kedua", partners, 1, 2, "")
    (tmp_path / "daftar.xlsx").write_bytes(list_bytes("Daftar", [line], {}))
    typed = read_typed(tmp_path / "daftar.xlsx")
    assert typed is not None
    assert not any(row.is_added for row in typed.rows.values())
    assert [dict(row.changed).keys() for row in typed.rows.values()] == [{"Bersama"}]  # what Excel cuts off is told
