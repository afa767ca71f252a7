"""From a foreign table to the official workbook and back: choices, cells of the planner, refusals, the same bytes twice."""

from __future__ import annotations

import functools
import json
import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from helpers.workbooks import understood
from pokin_docs.extract.read import read
from pokin_docs.flow import impor as flow
from pokin_docs.flow.import_choices import FILE_NAME
from pokin_docs.flow.import_place import target_of
from pokin_docs.model.findings import MachineTrouble
from pokin_docs.model.settings import Settings
from pokin_docs.workbook.imported.asked import EditKind

TABLE = """\
Rencana Kinerja Dinas Contoh;;;;;;
No;Sasaran;Indikator Kinerja;Eselon;Satuan;Target 2026;Catatan
1;Meningkatnya mutu layanan;Indeks kepuasan layanan;ESELON II;Indeks;85,5;dari survei
2;Meningkatnya akses layanan;Persentase akses layanan;ESELON III;%;70;
;;Jumlah pengguna layanan;;Orang;100;catatan kedua
3;Terlaksananya pendataan;Jumlah data;ESELON IV;Dokumen;5;
"""


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """The table in a folder of its own."""
    (tmp_path / "renstra.csv").write_text(TABLE, encoding="utf-8")
    return tmp_path / "renstra.csv"


@functools.cache
def _first_result() -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "renstra.csv"
        path.write_text(TABLE, encoding="utf-8")
        return run(path).file.read_bytes()


@pytest.fixture
def imported(source: Path) -> Path:
    """The table with the result of a first run beside it."""
    target_of(source).write_bytes(_first_result())
    return source


def run(*sources: Path) -> flow.Imported:
    outcome = flow.import_tables(sources)
    assert outcome.value is not None, outcome.temuan
    return outcome.value


def change(source: Path, *changes: Callable[[Workbook], object]) -> None:
    """What a planner does in Excel between two runs."""
    path = target_of(source)
    book = load_workbook(path)
    for one in changes:
        one(book)
    book.save(path)


def typed(place: str, value: str) -> Callable[[Workbook], None]:
    sheet, _, cell = place.partition("!")

    def act(book: Workbook) -> None:
        book[sheet][cell] = value

    return act


def sheet(source: Path, name: str) -> Worksheet:
    found = load_workbook(target_of(source))[name]
    assert isinstance(found, Worksheet)
    return found


def cells(found: Worksheet) -> dict[str, object]:
    return {cell.coordinate: cell.value for row in found.iter_rows() for cell in row if cell.value is not None}


def role_cell(source: Path, title: str) -> str:
    """Where the sheet Impor asks what a column is."""
    found = sheet(source, "Impor")
    row = next(row for row in range(1, found.max_row + 1) if found.cell(row, 3).value == title)
    return f"Impor!G{row}"


def test_a_foreign_table_becomes_a_workbook_that_reads_with_the_right_levels(source: Path) -> None:
    made = run(source)
    assert made.file == source.with_name("renstra-impor.xlsx")
    plan = understood(made.file, Settings(Path(), ())).plan
    assert [node.komponen.label for node in plan.pohon.kinerja] == ["Sasaran", "Sasaran Program", "Sasaran Kegiatan"]
    rows = [row for node in plan.pohon.kinerja for row in node.baris]
    assert [(row.indikator.text, row.satuan.text, row.target[2026].text) for row in rows] == [
        ("Indeks kepuasan layanan", "Indeks", "85,5"),
        ("Persentase akses layanan", "%", "70"),
        ("Jumlah pengguna layanan", "Orang", "100"),
        ("Jumlah data", "Dokumen", "5"),
    ]


def test_its_first_sheet_asks_about_every_column_with_examples_and_a_drop_down(imported: Path) -> None:
    book = load_workbook(target_of(imported))
    assert book.sheetnames[0] == "Impor"
    found = sheet(imported, "Impor")
    titles = [found.cell(row, 3).value for row in range(7, 14)]
    assert titles == ["No", "Sasaran", "Indikator Kinerja", "Eselon", "Satuan", "Target 2026", "Catatan"]
    assert found["D8"].value == "Meningkatnya mutu layanan"
    asked = [rule for rule in found.data_validations.dataValidation if rule.type == "list"]
    offered = {place for rule in asked for place in str(rule.sqref).split()}
    assert any("G7" in place for place in offered)
    hidden = book["Impor-catatan"]
    first, last = str(asked[0].formula1).rpartition("!")[2].replace("$", "").split(":")
    labels = [cell.value for row in hidden[first:last] for cell in row]
    assert {"Kinerja", "Indikator Kinerja", "Target 2026", "abaikan"} <= set(labels)
    assert hidden.sheet_state == "veryHidden"


def test_two_runs_with_nothing_changed_give_the_same_bytes_and_write_nothing(source: Path) -> None:
    first = run(source)
    data = first.file.read_bytes()
    again = run(source)
    assert (first.written, again.written) == (True, False)
    assert again.file.read_bytes() == data
    first.file.unlink()
    assert run(source).file.read_bytes() == data


def test_what_another_program_only_saved_again_is_left_as_it_is(imported: Path) -> None:
    change(imported)
    data = target_of(imported).read_bytes()
    assert run(imported).written is False
    assert target_of(imported).read_bytes() == data


def test_a_changed_drop_down_is_applied_by_the_next_run_and_remembered_for_the_next_file(imported: Path) -> None:
    change(imported, typed(role_cell(imported, "Catatan"), "Sumber Data"))
    made = run(imported)
    assert made.choices == imported.with_name(FILE_NAME)
    rows = read(made.file).value
    assert rows is not None
    assert [row.sumber_data.text for row in rows.tahap5] == ["dari survei", "", "catatan kedua", ""]
    other = imported.with_name("tahun-depan.csv")
    shutil.copy(imported, other)
    run(other)
    assert sheet(other, "Impor")[role_cell(other, "Catatan").partition("!")[2]].value == "Sumber Data"
    known = json.loads((imported.parent / FILE_NAME).read_text(encoding="utf-8"))
    assert known["tabel"][0]["pilihan"] == [{"kolom": 7, "judul": "catatan", "dibaca": "Sumber Data"}]


def test_a_choice_stays_until_another_one_is_made(imported: Path) -> None:
    change(imported, typed(role_cell(imported, "Catatan"), "Sumber Data"))
    run(imported)
    change(imported, typed(role_cell(imported, "Satuan"), "abaikan"))
    run(imported)
    found = {title: cells(sheet(imported, "Impor"))[role_cell(imported, title)[6:]] for title in ("Catatan", "Satuan")}
    assert found == {"Catatan": "Sumber Data", "Satuan": "abaikan"}


def test_what_is_ignored_by_choice_stands_on_sisa_whole(imported: Path) -> None:
    change(imported, typed(role_cell(imported, "Satuan"), "abaikan"))
    run(imported)
    texts = set(cells(sheet(imported, "Sisa")).values())
    assert {"Satuan", "Indeks", "%", "Orang", "Dokumen", "Catatan", "dari survei", "catatan kedua"} <= texts


def test_no_text_of_the_source_is_lost(imported: Path) -> None:
    book = load_workbook(target_of(imported))
    everything = " ".join(
        str(cell) for name in book.sheetnames if name != "Petunjuk" for cell in cells(book[name]).values()
    )
    wanted = {text for line in TABLE.splitlines() for text in line.split(";") if text and not text.isdecimal()}
    assert {text for text in wanted if text not in everything} == {"ESELON II", "ESELON III", "ESELON IV"} - {
        text for text in wanted if text in everything
    }


def test_a_choice_that_no_list_offers_is_told_and_changes_nothing(imported: Path) -> None:
    change(imported, typed(role_cell(imported, "Satuan"), "Ukuran"))
    made = run(imported)
    assert made.unknown == ("renstra: «Ukuran»",)
    assert made.choices is None
    assert cells(sheet(imported, "Impor"))[role_cell(imported, "Satuan")[6:]] == "Satuan"


def test_cells_of_the_planner_win_and_are_named_once_with_what_was_written(imported: Path) -> None:
    change(imported, typed("Tahap 5!C7", "Jumlah pemohon"), typed("Identitas!B5", "Dinas Contoh"))
    made = run(imported)
    assert [str(edit) for edit in made.new_edits] == [
        "Identitas!B5 (Nama PD): kosong menjadi «Dinas Contoh»",
        "Tahap 5!C7 (Indikator Kinerja): «Jumlah pengguna layanan» menjadi «Jumlah pemohon»",
    ]
    listed = list(cells(sheet(imported, "Impor")).values())
    assert "Jumlah pengguna layanan" in listed
    assert "Jumlah pemohon" in listed
    change(imported, typed(role_cell(imported, "Catatan"), "Sumber Data"))
    again = run(imported)
    assert again.written
    assert again.new_edits == ()
    assert sheet(imported, "Tahap 5")["C7"].value == "Jumlah pemohon"


def test_rows_and_sheets_that_the_planner_added_stay(imported: Path) -> None:

    def add(book: Workbook) -> None:
        book["Tahap 5"].insert_rows(6)
        book["Tahap 5"]["C6"] = "Indeks kepuasan kedua"
        book["Pejabat"]["A5"], book["Pejabat"]["B5"] = "KADIS", "Contoh Satu"
        book.create_sheet("Rapat")["A1"] = "hadir semua"

    change(imported, add)
    made = run(imported)
    assert {edit.kind for edit in made.new_edits} == {EditKind.ADDED}
    assert [sheet(imported, "Tahap 5")[f"C{row}"].value for row in (5, 6, 7)] == [
        "Indeks kepuasan layanan", "Indeks kepuasan kedua", "Persentase akses layanan",
    ]  # fmt: skip
    assert sheet(imported, "Rapat")["A1"].value == "hadir semua"
    assert sheet(imported, "Pejabat")["B5"].value == "Contoh Satu"
    assert run(imported).written is False


def test_a_changed_source_reaches_the_cells_that_nobody_typed(imported: Path) -> None:
    change(imported, typed("Tahap 5!C7", "Jumlah pemohon"))
    imported.write_text(TABLE.replace(";100;", ";120;").replace("85,5", "86"), encoding="utf-8")
    run(imported)
    rows = read(target_of(imported)).value
    assert rows is not None
    assert [row.target[2026].text for row in rows.tahap5] == ["86", "70", "120", "5"]
    assert rows.tahap5[2].indikator.text == "Jumlah pemohon"


AGENCIES = """\
Perangkat Daerah;Sasaran;Indikator;Eselon;Satuan;Target 2026
Dinas Pendidikan;Meningkatnya mutu sekolah;Indeks mutu sekolah;ESELON II;Indeks;80
Dinas Pendidikan;Meningkatnya mutu guru;Persentase guru;ESELON III;%;70
Dinas Kesehatan;Meningkatnya kesehatan;Indeks kesehatan;ESELON II;Indeks;81
Dinas Kesehatan;Meningkatnya mutu bidan;Persentase bidan;ESELON III;%;71
"""


def test_of_several_agencies_one_is_imported_asked_about_and_the_others_stay_on_sisa(tmp_path: Path) -> None:
    source = tmp_path / "semua.csv"
    source.write_text(AGENCIES, encoding="utf-8")
    made = run(source)
    assert made.unsure == 1
    assert sheet(source, "Impor")["G7"].value == "Dinas Pendidikan"
    assert "Persentase bidan" in cells(sheet(source, "Sisa")).values()
    change(source, typed("Impor!G7", "Dinas Kesehatan"), typed("Tahap 5!C6", "Persentase guru ahli"))
    made = run(source)
    assert (made.unsure, len(made.story.lost_edits), made.choices) == (0, 1, None)
    assert [sheet(source, "Tahap 5")[f"C{row}"].value for row in (5, 6)] == ["Indeks kesehatan", "Persentase bidan"]
    run(source)
    change(source, typed("Impor!G7", "Dinas Pendidikan"))
    run(source)
    assert sheet(source, "Tahap 5")["C6"].value == "Persentase guru ahli", (
        "typed two runs ago, into a row that was gone"
    )


def test_two_tables_on_one_sheet_do_not_share_their_columns(tmp_path: Path) -> None:
    source = tmp_path / "dua.csv"
    rows = [
        "Kode;Program/Kegiatan;Pagu 2026 (Rp)",
        "2.16.02;Program Pengelolaan;1000000000",
        "2.16.02.2.01;Pengelolaan;900000000",
    ]
    source.write_text(TABLE + ";;\n" + "\n".join(rows), encoding="utf-8")
    made = run(source)
    assert [table.name for table in made.story.tables] == ["dua (baris 1–6)", "dua (baris 7–10)"]
    assert {kunci: count for kunci, count in made.rows.items() if count} == {"tahap5": 4, "program": 2}


def test_who_signs_is_no_kinerja(tmp_path: Path) -> None:
    source = tmp_path / "pk.csv"
    signed = "\n\nPihak Kedua;Kepala Dinas;Kepala Bidang\n;CONTOH SATU NIP. 19700101 199501 1 901;CONTOH DUA NIP. 197502022000012902\n"
    source.write_text(TABLE + signed, encoding="utf-8")
    assert run(source).rows["tahap5"] == 4


def test_a_level_that_cannot_be_known_is_asked_for(tmp_path: Path) -> None:
    source = tmp_path / "tanpa.csv"
    source.write_text(
        "No;Kinerja;Indikator;Target 2026\n1;Meningkatnya a;Persentase a;10\n2;Meningkatnya b;Persentase b;20\n"
    )
    made = run(source)
    assert (made.unsure, made.rows.get("tahap5")) == (1, None)
    change(source, typed(role_cell(source, "Kinerja"), "Kinerja: Sasaran"))
    assert run(source).rows["tahap5"] == 2


def test_several_files_become_one_workbook_beside_the_first(source: Path) -> None:
    other = source.with_name("bidang.csv")
    other.write_text(TABLE.replace("layanan", "jaringan").replace("pendataan", "pemetaan"), encoding="utf-8")
    made = run(source, other)
    assert made.file.name == "renstra-impor.xlsx"
    assert [table.name for table in made.story.tables] == ["renstra: renstra", "bidang: bidang"]
    assert not other.with_name("bidang-impor.xlsx").exists()


def test_a_file_that_no_import_wrote_is_never_replaced(source: Path) -> None:
    target = target_of(source)
    Workbook().save(target)
    before = target.read_bytes()
    with pytest.raises(ValueError, match="bukan hasil impor"):
        flow.import_tables([source])
    assert target.read_bytes() == before


@pytest.mark.parametrize("lock", ["~$renstra-impor.xlsx", ".~lock.renstra-impor.xlsx#"])
def test_a_result_that_is_open_elsewhere_is_not_written(lock: str, imported: Path) -> None:
    (imported.parent / lock).touch()
    with pytest.raises(MachineTrouble, match="sedang dibuka"):
        flow.import_tables([imported])


def test_a_result_that_may_only_be_read_is_not_written(imported: Path) -> None:
    target_of(imported).chmod(0o444)
    with pytest.raises(MachineTrouble, match="hanya boleh dibaca"):
        flow.import_tables([imported])


def test_a_broken_file_of_choices_is_told_and_left_alone(source: Path) -> None:
    choices = source.with_name(FILE_NAME)
    choices.write_text("{bukan json", encoding="utf-8")
    run(source)
    change(source, typed(role_cell(source, "Catatan"), "Sumber Data"))
    made = run(source)
    assert made.broken_choices
    assert choices.read_text(encoding="utf-8") == "{bukan json"
    assert cells(sheet(source, "Impor"))[role_cell(source, "Catatan")[6:]] == "Sumber Data"


def test_a_source_without_a_table_is_named(tmp_path: Path) -> None:
    (tmp_path / "surat.csv").write_text("Dengan hormat\n", encoding="utf-8")
    outcome = flow.import_tables([tmp_path / "surat.csv"])
    assert outcome.value is None
    assert [finding.kode for finding in outcome.temuan] == ["B87"]
    assert not (tmp_path / "surat-impor.xlsx").exists()


def test_the_result_is_read_without_the_sheets_of_the_import(source: Path) -> None:
    """Sisa holds columns with titles of the main table: they are no second table of the workbook."""
    made = run(source)
    reading = read(made.file)
    assert reading.value is not None
    assert not {"Impor", "Sisa", "Impor-catatan"} & set(reading.value.lembar.values())
    assert [finding for finding in reading.temuan if finding.tempat.lembar in ("Impor", "Sisa", "Impor-catatan")] == []


def column(file: Path, title: str) -> list[object]:
    """What stands below a title of Tahap 5."""
    rows = list(load_workbook(file)["Tahap 5"].iter_rows(min_row=4, values_only=True))
    return [row[rows[0].index(title)] for row in rows[1:]]


def test_posts_that_tell_levels_are_in_keterangan(tmp_path: Path) -> None:
    from helpers.renstra_tables import POSTS
    from helpers.workbooks import write

    result = run(write(tmp_path / "pohon.xlsx", POSTS.text))
    kept = column(result.file, "Keterangan")
    assert "Kepala Bidang Kedaruratan" in kept
    assert "Kepala Seksi Logistik" in kept


@pytest.mark.parametrize("posts", [("Kadis", "Kabid", "Kasi"), ("Kepala Dinas", "Es. III", "Eselon IV")])
def test_short_posts_are_kept_too(tmp_path: Path, posts: tuple[str, ...]) -> None:
    from helpers.workbooks import write

    text = "## Pohon\n| Jabatan | Kinerja | Indikator | Target 2026 |\n" + "".join(
        f"| {post} | Meningkatnya hasil {number} | Nilai hasil {number} | 5 |\n" for number, post in enumerate(posts)
    )
    assert column(run(write(tmp_path / "pohon.xlsx", text)).file, "Keterangan")[:3] == list(posts)


def test_amounts_by_sumber_dana_are_on_sisa(tmp_path: Path) -> None:
    from helpers.workbooks import write

    text = """## Renja
| Kode | Program | Outcome | Indikator | DAU 2026 | DAK 2026 |
| 2.24.02 | PROGRAM ARSIP | Tertatanya arsip | Persentase arsip | 70000000 | 20000000 |
| 2.24.03 | PROGRAM IZIN | Meningkatnya izin | Persentase izin | 60000000 | 10000000 |
"""
    result = run(write(tmp_path / "renja.xlsx", text))
    kept = [cell for row in load_workbook(result.file)["Sisa"].iter_rows(values_only=True) for cell in row]
    assert {"70000000", "20000000", "60000000", "10000000"} <= set(kept)
    told = [str(cell) for row in load_workbook(result.file)["Impor"].iter_rows(values_only=True) for cell in row]
    assert any("semua sel terbaca" in cell for cell in told)


def test_words_of_levels_alone_are_no_rest(source: Path) -> None:
    assert "Catatan" in {cell.value for cell in load_workbook(run(source).file)["Sisa"][5]}
    assert "Eselon" not in {cell.value for cell in load_workbook(run(source).file)["Sisa"][5]}
