"""Hand-made work as the command tells of it: named first, kept, and what is written when documents are refused."""

from __future__ import annotations

import json
import os
import re
import shutil
from pathlib import Path

import pytest
from docx import Document
from openpyxl import load_workbook

from helpers.command_line import files_of, here
from helpers.workbooks import BAKU, add_row, both, put, write

STAMP = r"\d{4}-\d\d-\d\d_\d{4}(-\d+)?"
GALAT = put("Tahap 5!E6", "Sasaran Apa")


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("kantor")
    write(folder / "b.xlsx")
    done = here("b.xlsx", "--hanya", "pk,laporan", cwd=folder)
    assert done.returncode == 0, done.stderr
    return folder


@pytest.fixture
def kantor(built: Path, tmp_path: Path) -> Path:
    shutil.copytree(built, tmp_path / "kantor")
    return tmp_path / "kantor"


def build_of(kantor: Path) -> Path:
    return kantor / "build" / "b"


def head_pk(kantor: Path) -> Path:
    return next((build_of(kantor) / "PK" / "JPT").glob("*.docx"))


def type_into(path: Path) -> bytes:
    doc = Document(str(path))
    doc.add_paragraph("ketikan tangan")
    doc.save(str(path))
    return path.read_bytes()


def note_in(path: Path) -> bytes:
    book = load_workbook(path)
    book.worksheets[0]["Z99"] = "catatan Bu Kasubbag"
    book.save(path)
    return path.read_bytes()


def made(folder: Path) -> list[str]:
    """Names of what a build left, without what tells of days."""
    return sorted(set(files_of(folder)) - {"riwayat.json"})


def kept(kantor: Path) -> list[bytes]:
    return list(files_of(build_of(kantor) / "suntingan").values())


def test_the_first_lines_name_what_was_edited_and_where_it_is_kept(kantor: Path) -> None:
    typed, noted = type_into(head_pk(kantor)), note_in(build_of(kantor) / "koreksi.xlsx")
    done = here("b.xlsx", "--hanya", "pk", cwd=kantor)
    assert done.returncode == 0
    first, second = done.stderr.splitlines()[:2]
    at = Path("build/b/suntingan")
    name = head_pk(kantor).name
    assert re.fullmatch(
        rf"PK/JPT/{re.escape(name)} disunting tangan; suntingan akan disimpan di {at}/{STAMP}/PK/JPT/{re.escape(name)}",
        first,
    )
    assert re.fullmatch(
        rf"koreksi\.xlsx disunting tangan; suntingan akan disimpan di {at}/{STAMP}/koreksi\.xlsx", second
    )
    assert (kantor / first.partition(" disimpan di ")[2]).read_bytes() == typed
    assert sorted(kept(kantor)) == sorted((typed, noted))
    assert "disunting" not in here("b.xlsx", "--hanya", "pk", cwd=kantor).stderr


def test_periksa_says_before_what_a_build_will_set_aside(kantor: Path) -> None:
    type_into(head_pk(kantor))
    before = files_of(kantor)
    done = here("periksa", "b.xlsx", cwd=kantor)
    place = Path("build/b/suntingan")
    assert (
        done.stderr.splitlines()[0]
        == f"PK/JPT/{head_pk(kantor).name} disunting tangan; suntingan akan disimpan di {place}"
    )
    data = json.loads(here("periksa", "b.xlsx", "--format", "json", cwd=kantor).stdout)
    assert data["suntingan"] == [{"berkas": f"PK/JPT/{head_pk(kantor).name}", "ke": "build/b/suntingan"}]
    assert files_of(kantor) == before
    assert "disunting" not in here("periksa", "b.xlsx", "--keluaran", "lain", cwd=kantor).stderr
    assert (
        json.loads(here("periksa", "b.xlsx", "--keluaran", "lain", "--format", "json", cwd=kantor).stdout)["suntingan"]
        == []
    )


def test_a_refused_run_moves_no_document_and_writes_what_shows_the_findings(kantor: Path) -> None:
    typed, noted = type_into(head_pk(kantor)), note_in(build_of(kantor) / "koreksi.xlsx")
    before = {name: data for name, data in files_of(build_of(kantor)).items() if name.startswith("PK")}
    lines = {entry["berkas"]: entry for entry in json.loads((build_of(kantor) / "manifes.json").read_text())["dokumen"]}
    report = (build_of(kantor) / "laporan.html").read_bytes()
    write(kantor / "b.xlsx", BAKU, GALAT)
    done = here("b.xlsx", cwd=kantor)
    assert done.returncode == 1
    assert {name: data for name, data in files_of(build_of(kantor)).items() if name.startswith("PK")} == before
    assert head_pk(kantor).read_bytes() == typed
    assert kept(kantor) == [noted]  # it is replaced, so it is kept
    assert head_pk(kantor).name not in done.stderr
    assert (build_of(kantor) / "laporan.html").read_bytes() != report
    now = {entry["berkas"]: entry for entry in json.loads((build_of(kantor) / "manifes.json").read_text())["dokumen"]}
    assert {name for name in lines if lines[name] != now[name]} == {"koreksi.xlsx", "laporan.html"}
    at = Path("build/b")
    assert f"Buka {at / 'koreksi.xlsx'} atau {at / 'laporan.html'}." in done.stderr
    again = files_of(build_of(kantor))
    assert here("b.xlsx", cwd=kantor).returncode == 1
    assert files_of(build_of(kantor)) == again


def test_a_first_run_that_is_refused_leaves_only_what_shows_the_findings(tmp_path: Path) -> None:
    write(tmp_path / "b.xlsx", BAKU, GALAT)
    assert here("b.xlsx", cwd=tmp_path).returncode == 1
    assert made(tmp_path / "build" / "b") == ["koreksi.xlsx", "laporan.html", "manifes.json"]
    done = here("manifes", "--periksa", cwd=tmp_path)
    assert "2 berkas seperti saat dibuat" in done.stdout


@pytest.mark.parametrize("words", [("--hanya", "pk"), ("--final",)])
def test_other_refusals_write_it_too(tmp_path: Path, words: tuple[str, ...]) -> None:
    change = put("Tahap 5!L6", None) if words == ("--final",) else GALAT
    write(tmp_path / "b.xlsx", BAKU, change)
    assert here("b.xlsx", *words, cwd=tmp_path).returncode == 1
    assert made(tmp_path / "build" / "b") == (
        ["koreksi.xlsx", "manifes.json"] if words[0] == "--hanya" else ["koreksi.xlsx", "laporan.html", "manifes.json"]
    )


def test_a_template_that_does_not_fit_leaves_the_same_two_files(kantor: Path) -> None:
    typed = type_into(head_pk(kantor))
    (kantor / "templates").mkdir()
    doc = Document()
    doc.add_paragraph("{{ tidak_ada }}")
    doc.save(str(kantor / "templates" / "pk.docx"))
    (build_of(kantor) / "laporan.html").unlink()
    done = here("b.xlsx", "--hanya", "pk,laporan", cwd=kantor)
    assert done.returncode == 3
    assert head_pk(kantor).read_bytes() == typed
    assert kept(kantor) == []
    assert f"Tidak jadi dipindahkan, karena tidak diganti: PK/JPT/{head_pk(kantor).name}." in done.stderr
    assert (build_of(kantor) / "laporan.html").is_file()
    assert f"Buka {Path('build/b/koreksi.xlsx')} atau {Path('build/b/laporan.html')}." in done.stderr


def test_templates_are_told_of_though_their_findings_cannot_be_written(kantor: Path) -> None:
    noted = note_in(build_of(kantor) / "koreksi.xlsx")
    (build_of(kantor) / "suntingan").write_text("berkas")
    (kantor / "templates").mkdir()
    doc = Document()
    doc.add_paragraph("{{ tidak_ada }}")
    doc.save(str(kantor / "templates" / "pk.docx"))
    done = here("b.xlsx", "--hanya", "pk", cwd=kantor)
    assert done.returncode == 3
    assert "T04" in done.stderr
    assert "suntingan di build/b adalah tautan atau berkas" in done.stderr.replace(os.sep, "/")
    assert (build_of(kantor) / "koreksi.xlsx").read_bytes() == noted


def test_a_file_that_is_no_workbook_writes_nothing(tmp_path: Path) -> None:
    (tmp_path / "b.xlsx").write_bytes(b"bukan buku kerja")
    assert here("b.xlsx", cwd=tmp_path).returncode == 1
    assert not (tmp_path / "build").exists()


def test_a_workbook_that_is_not_understood_is_shown_with_its_findings(tmp_path: Path) -> None:
    from openpyxl import Workbook

    book = Workbook()
    book.worksheets[0]["A1"] = "bukan tabel"
    book.save(tmp_path / "b.xlsx")
    done = here("b.xlsx", cwd=tmp_path)
    assert done.returncode == 1
    assert made(tmp_path / "build" / "b") == ["koreksi.xlsx", "laporan.html", "manifes.json"]
    assert f"Buka {Path('build/b/koreksi.xlsx')} atau {Path('build/b/laporan.html')}." in done.stderr


def test_trouble_with_the_folder_keeps_the_exit_code_of_the_refusal(kantor: Path) -> None:
    write(kantor / "b.xlsx", BAKU, GALAT)
    shutil.rmtree(kantor / "build")
    (kantor / "build").write_text("berkas")
    done = here("b.xlsx", "--keluaran", "build/dalam", cwd=kantor)
    assert done.returncode == 1
    assert "Gagal menulis" in done.stderr


def test_a_second_workbook_of_the_name_is_said_once(kantor: Path) -> None:
    (kantor / "lain").mkdir()
    write(kantor / "lain" / "b.xlsx", BAKU, put("Identitas!B2", "Dinas Lain"))
    said = f"Folder {Path('build/b')} terakhir dibuat dari {(kantor / 'b.xlsx').resolve()}; sekarang dari"
    assert said not in here("b.xlsx", "--hanya", "pk", cwd=kantor).stderr
    done = here(Path("lain/b.xlsx"), "--hanya", "pk", cwd=kantor)
    assert done.stderr.splitlines()[0] == f"{said} {(kantor / 'lain' / 'b.xlsx').resolve()}."
    assert said not in here(Path("lain/b.xlsx"), "--hanya", "pk", cwd=kantor).stderr


def test_an_office_that_moves_with_its_build_is_no_second_workbook(kantor: Path, tmp_path: Path) -> None:
    assert here("b.xlsx", "--hanya", "pk", cwd=kantor).returncode == 0
    kantor.rename(tmp_path / "pindah")
    assert "terakhir dibuat dari" not in here("b.xlsx", "--hanya", "pk", cwd=tmp_path / "pindah").stderr


def test_drawings_moved_about_by_hand_are_kept_by_the_command_that_draws_them(kantor: Path) -> None:
    from pptx import Presentation

    assert here("pohon", "b.xlsx", "--format", "pptx", cwd=kantor).returncode == 0
    (path,) = build_of(kantor).glob("Pohon-Kinerja_A3*.pptx")
    drawn = path.read_bytes()
    slides = Presentation(str(path))
    slides.slides[0].shapes[0].left += 3_600_000
    slides.save(str(path))
    moved = path.read_bytes()
    done = here("pohon", "b.xlsx", "--format", "pptx", cwd=kantor)
    assert f"{path.name} disunting tangan; suntingan disimpan di" in done.stderr
    assert kept(kantor) == [moved]
    assert path.read_bytes() == drawn
    assert here("manifes", "--periksa", cwd=kantor).returncode == 0
    assert here("b.xlsx", "--hanya", "pk", cwd=kantor).returncode == 0
    assert path.read_bytes() == drawn


@pytest.mark.skipif(os.name == "nt", reason="a pipe of POSIX")
@pytest.mark.parametrize("name", ["manifes.json", "koreksi.xlsx", "laporan.html", "PK", "suntingan"])
def test_a_pipe_in_the_build_folder_does_not_hang_the_run(kantor: Path, name: str) -> None:
    path = build_of(kantor) / name
    shutil.rmtree(path) if path.is_dir() else path.unlink(missing_ok=True)
    os.mkfifo(path)
    for words in (("manifes", "--periksa"), ("periksa", "b.xlsx"), ("b.xlsx", "--hanya", "pk,laporan")):
        assert here(*words, cwd=kantor).returncode in (0, 1, 4) or name == "manifes.json"


@pytest.mark.skipif(os.name == "nt", reason="a pipe of POSIX")
def test_a_lock_that_is_no_file_is_said(kantor: Path) -> None:
    lock = kantor / "build" / ".b.kunci"
    lock.unlink()
    os.mkfifo(lock)
    done = here("b.xlsx", "--hanya", "pk", cwd=kantor)
    assert (done.returncode, "bukan berkas biasa" in done.stderr) == (4, True)


@pytest.mark.skipif(os.name == "nt", reason="a pipe of POSIX")
def test_a_correction_is_not_written_into_a_pipe(kantor: Path) -> None:
    os.mkfifo(kantor / "pipa.xlsx")
    done = here("periksa", "b.xlsx", "--koreksi", "pipa.xlsx", cwd=kantor)
    assert (done.returncode, "bukan berkas biasa" in done.stderr) == (2, True)


def test_without_a_manifest_it_is_said_that_files_are_not_known(kantor: Path) -> None:
    typed = type_into(head_pk(kantor))
    (build_of(kantor) / "manifes.json").unlink()
    unknown = {path.parent.name for path in build_of(kantor).rglob("*.docx")}
    assert unknown == {"JPT", "Ess-3", "Sub-Koordinator-JF", "JF-JP", "Cetak", "Kinerja"}
    said = f"berkas di {Path('build/b')} tidak tercatat di manifes.json"
    assert f"6 {said}" in here("periksa", "b.xlsx", "--tahun", "2026", cwd=kantor).stderr
    done = here("b.xlsx", "--hanya", "pk", cwd=kantor)
    assert done.stderr.startswith(f"5 {said}"), "all but the proof, which is not asked for"
    assert f"{head_pk(kantor).name} tidak tercatat di manifes.json; berkas itu disimpan di" in done.stderr
    assert kept(kantor) == [typed]
    assert "tidak tercatat" not in here("b.xlsx", "--hanya", "pk", cwd=kantor).stderr


def test_what_was_named_and_could_not_be_moved_is_said_to_lie_where_it_lay(kantor: Path) -> None:
    typed = type_into(head_pk(kantor))
    (build_of(kantor) / "suntingan").write_text("berkas, bukan folder")
    done = here("b.xlsx", "--hanya", "pk,laporan", cwd=kantor)
    assert done.returncode == 4
    assert f"Tidak jadi dipindahkan, karena tidak diganti: PK/JPT/{head_pk(kantor).name}." in done.stderr
    assert head_pk(kantor).read_bytes() == typed


# Papers of who held a post before


CAME = both(
    put("Pejabat!K1", "Berlaku Dari"),
    put("Pejabat!L1", "Berlaku Sampai"),
    put("Pejabat!L6", "30 Juni 2026"),
    add_row("Pejabat", "| STAF | Contoh Baru | | '199104042015012905 | III/a | Penata Muda | Statistisi | PK JF/JP "
                       "| SUBKOR | | 1 Juli 2026 |"),
)  # fmt: skip


def papers_of(kantor: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in (build_of(kantor) / "PK" / "JF-JP").iterdir()}


def test_the_paper_of_january_stays_where_the_day_is_given_as_an_option(tmp_path: Path) -> None:
    write(tmp_path / "b.xlsx", BAKU, CAME)
    here("b.xlsx", "--hanya", "pk", cwd=tmp_path)
    january = papers_of(tmp_path)
    done = here("b.xlsx", "--hanya", "pk", "--tanggal", "2026-07-15", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    july = papers_of(tmp_path)
    assert july.keys() == january.keys() == {"PK_2026_JF-JP_Statistisi_STAF.docx",
                                             "PK_2026_JF-JP_Statistisi_STAF_2026-07-01.docx"}  # fmt: skip
    assert july["PK_2026_JF-JP_Statistisi_STAF.docx"] == january["PK_2026_JF-JP_Statistisi_STAF.docx"]
    assert "dihapus" not in done.stdout
    here("b.xlsx", "--hanya", "pk", cwd=tmp_path)
    assert papers_of(tmp_path) == january


def test_where_identitas_says_a_later_day_the_paper_of_who_left_is_named_first_and_kept(tmp_path: Path) -> None:
    """The day decides who signs; who signed before has no paper in such a run, and his is not replaced unsaid."""
    write(tmp_path / "b.xlsx", BAKU, CAME)
    here("b.xlsx", "--hanya", "pk", cwd=tmp_path)
    january = papers_of(tmp_path)["PK_2026_JF-JP_Statistisi_STAF.docx"]
    write(tmp_path / "b.xlsx", BAKU, CAME, put("Identitas!B7", "15 Juli 2026"))
    told = here("periksa", "b.xlsx", cwd=tmp_path).stderr
    assert "PK_2026_JF-JP_Statistisi_STAF.docx adalah PK Contoh Empat, pemegang sebelumnya; akan disimpan di" in told
    done = here("b.xlsx", "--hanya", "pk", cwd=tmp_path)
    first, *_ = done.stderr.splitlines()
    assert first.startswith("PK/JF-JP/PK_2026_JF-JP_Statistisi_STAF.docx adalah PK Contoh Empat, pemegang sebelumnya; ")
    (kept,) = (build_of(tmp_path) / "suntingan").rglob("*.docx")
    assert str(kept.relative_to(tmp_path)) in first
    assert kept.read_bytes() == january
    assert "suntingan" not in here("b.xlsx", "--hanya", "pk", cwd=tmp_path).stderr


def test_the_paper_of_an_official_who_only_has_another_day_is_made_again_and_nothing_said(tmp_path: Path) -> None:
    write(tmp_path / "b.xlsx", BAKU, CAME)
    here("b.xlsx", "--hanya", "pk", cwd=tmp_path)
    write(tmp_path / "b.xlsx", BAKU, CAME, put("Identitas!B7", "15 Januari 2026"))
    here("b.xlsx", "--hanya", "pk", cwd=tmp_path)
    assert not (build_of(tmp_path) / "suntingan").exists()
