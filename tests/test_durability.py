"""The promises of reliability, each with the tests that keep it; and what happens to a build on a bad day."""

from __future__ import annotations

import ast
import errno
import json
import os
import random
import shutil
import signal
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from docxtpl import DocxTemplate
from lxml import etree
from openpyxl import load_workbook

from helpers.command_line import files_of, here, run, text_of
from helpers.offices import Dinas, Kantor
from helpers.places import ROOT, TESTS
from helpers.workbooks import BAKU, put, write
from pokin_docs.model.findings import MachineTrouble
from pokin_docs.model.settings import FORMER_RECORD
from pokin_docs.render import write as render_write
from pokin_docs.render.inspection import inspect
from pokin_docs.render.standing_files import digest

pytestmark = pytest.mark.usefixtures("filled_anew")

POSIX = pytest.mark.skipif(sys.platform == "win32", reason="signals and limits of POSIX")

JANJI = {
    "P1 text stands as typed": (
        "test_render_template::test_text_stands_as_typed_in_body_table_and_header",
        "test_command::test_every_sentence_of_tahap_5_stands_in_some_document_character_for_character",
    ),
    "P2 text is never code": (
        "test_command::test_text_that_looks_like_code_prints_exactly_so",
        "test_durability::test_a_made_document_is_no_template_however_it_was_saved_since",
    ),
    "P3 a template cannot run, read or write anything": (
        "test_render_template::test_template_cannot_leave_the_sandbox",
    ),
    "P4 a template cannot stop the run": (
        "test_parallel::test_template_that_takes_all_memory_is_ended_and_named",
        "test_parallel::test_template_that_does_not_end_is_ended_and_named",
        "test_parallel::test_template_of_endless_tags_is_refused_in_time",
    ),
    "P5 no blank by mistake": (
        "test_render_template::test_unknown_placeholders_are_all_named_with_proposals",
        "test_command::test_no_document_holds_a_tag_none_or_nan",
    ),
    "P6 no fault taken as good": (
        "test_findings::test_one_change_gives_its_finding_at_its_cell",
        "test_strange_files::test_formulas_never_calculated_are_named_one_by_one",
    ),
    "P7 all faults in one go": (
        "test_render_template::test_all_faults_of_all_templates_and_parts_are_reported_together",
        "test_command::test_a_galat_leaves_the_earlier_build_as_it_was",
        "test_findings::test_findings_come_in_order_of_weight_then_of_sheet_row_column",
    ),
    "P8 no traceback": (
        "test_strange_files::test_any_damage_to_the_bytes_is_a_finding_or_harmless",
        "test_extract::test_a_file_that_is_no_workbook_gets_its_own_sentence",
        "test_durability::test_a_fault_of_the_program_is_said_without_a_traceback",
    ),
    "P9 bounded": (
        "test_extract::test_a_bomb_is_refused_before_it_unfolds",
        "test_strange_files::test_too_many_filled_cells_are_refused_before_they_are_read",
    ),
    "P10 layout may vary": (
        "test_extract::test_titles_above_the_header_and_columns_in_another_order",
        "test_extract::test_blank_rows_repeated_headers_and_column_numbers_are_no_rows",
    ),
    "P11 every row counts or is named": (
        "test_command::test_pks_of_a_class_hold_together_exactly_the_indicators_of_that_class",
        "test_command::test_the_seed_alone_gives_39_pks",
    ),
    "P12 names are carried everywhere": (
        "test_names::test_names_of_any_title_and_id_are_safe_everywhere",
        "test_names::test_a_name_stays_when_others_come_go_or_change",
    ),
    "P13 a document is whole or not there": (
        "test_durability::test_killed_at_any_moment_every_document_is_whole_and_the_next_run_heals",
        "test_durability::test_killed_between_any_two_steps_of_publishing",
        "test_durability::test_full_disk_leaves_the_earlier_build_whole",
    ),
    "P14 a rerun heals": (
        "test_durability::test_killed_at_any_moment_every_document_is_whole_and_the_next_run_heals",
        "test_render_publish::test_leftovers_of_a_killed_run_are_cleared",
    ),
    "P15 incremental is clean": ("test_incremental::test_rebuild_after_any_change_equals_a_clean_build",),
    "P16 only its own": (
        "test_durability::test_a_build_touches_nothing_but_its_own",
        "test_render_publish::test_manifest_cannot_make_the_program_delete_elsewhere",
        "test_aside::test_whatever_becomes_of_it_what_was_typed_is_kept",
        "test_aside::test_a_file_that_no_manifest_names_is_never_overwritten",
    ),
    "P17 two runs at once": ("test_durability::test_of_two_builds_at_once_one_is_refused_and_one_is_whole",),
    "P18 same input, same bytes": (
        "test_durability::test_no_clock_zone_locale_path_or_seed_is_in_any_byte",
        "test_parallel::test_bytes_are_the_same_in_one_process_and_in_several",
    ),
    "P19 a document that cannot be written": (
        "test_render_publish::test_document_that_is_open_in_word_is_named_and_the_others_go_through",
        "test_durability::test_folder_where_a_document_should_be_is_named_and_the_others_go_through",
    ),
    "P20 nothing calls out": (
        "test_render_template::test_part_that_no_office_program_writes_is_refused",
        "test_templates::test_template_carries_nothing_of_a_person_or_of_another_place",
    ),
    "P21 what was checked is what is signed": (
        "test_manifest::test_any_difference_is_found",
        "test_incremental::test_workbook_that_changes_while_it_is_examined_gives_no_documents",
    ),
}


def test_every_promise_has_tests_that_exist() -> None:
    assert [name.split()[0] for name in JANJI] == [f"P{number}" for number in range(1, 22)]
    named = [entry.split("::") for tests in JANJI.values() for entry in tests]
    files = {file for file, _ in named}
    known = {file: functions(path) for file in files for path in TESTS.rglob(f"{file}.py")}
    assert [f"{file}::{test}" for file, test in named if test not in known[file]] == []


def functions(path: Path) -> set[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return {node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)}


def assert_whole(path: Path) -> None:
    """A document that Word opens: every member sound, every part parsed, every target of a relationship there."""
    with zipfile.ZipFile(path) as archive:
        assert archive.testzip() is None
        names = archive.namelist()
        assert len(set(names)) == len(names)
        for name in names:
            if name.endswith((".xml", ".rels")):
                etree.fromstring(archive.read(name))
    Document(str(path))


# Killed


SERBA = "import os, sys; sys.path[:0] = [{root!r}]; sys.argv[0] = 'pokin'; {before}; from pokin_docs.cli.main import main; sys.exit(main())"


def start(folder: Path, *arguments: str, before: str = "0") -> subprocess.Popen[str]:
    code = SERBA.format(root=str(ROOT), before=before)
    return subprocess.Popen([sys.executable, "-c", code, "b.xlsx", *arguments], cwd=folder, text=True,
                            stdout=subprocess.PIPE, stderr=subprocess.PIPE)  # fmt: skip


def copied(folder: Path, *arguments: str, before: str = "0") -> tuple[int, str]:
    """How a copy of this process ends that runs the command, and what it told; a new one would import all of it first."""
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        code = 99
        try:
            os.close(reading)
            names: dict[str, Any] = {"os": os, "sys": sys}
            exec(before, names)
            done = here("b.xlsx", *arguments, cwd=folder)
            os.write(writing, done.stderr.encode())
            code = done.returncode
            names.get("at_end", lambda: None)()
        finally:
            os._exit(code)
    os.close(writing)
    with os.fdopen(reading, "rb") as told:
        said = told.read().decode()
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), said


def two_versions(folder: Path) -> tuple[dict[str, bytes], dict[str, bytes]]:
    """Clean builds of an earlier and of the present workbook; ``b.xlsx`` is the present one afterwards."""
    lama = write(folder / "lama" / "b.xlsx", BAKU)
    baru = write(folder / "baru" / "b.xlsx", BAKU, put("Identitas!B2", "Dinas Baru"), put("Pejabat!A6", "STAF7"),
                 put("Tahap 5!H6", "STAF7"))  # fmt: skip
    for path in (lama, baru):
        assert here("b.xlsx", "--hanya", "pk", cwd=path.parent).returncode == 0
    return files_of(folder / "lama" / "build"), files_of(folder / "baru" / "build")


@pytest.fixture(scope="module")
def versi(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, bytes], dict[str, bytes]]:
    folder = tmp_path_factory.mktemp("versi")
    for name in ("lama", "baru"):
        (folder / name).mkdir()
    lama, baru = two_versions(folder)
    assert {name for name in lama if name.endswith(".docx")} != {name for name in baru if name.endswith(".docx")}
    return folder, lama, baru


def office(versi: tuple[Path, dict[str, bytes], dict[str, bytes]], folder: Path) -> Path:
    """A folder with the earlier build and the present workbook."""
    shutil.copytree(versi[0] / "lama" / "build", folder / "build")
    shutil.copy(versi[0] / "baru" / "b.xlsx", folder / "b.xlsx")
    return folder / "build"


def type_by_hand(build: Path) -> dict[str, bytes]:
    """Type into two documents, of which one goes with the next build, and a note into the correction workbook."""
    typed = {}
    for path in (*sorted(build.rglob("PK_*JPT_*.docx")), *sorted(build.rglob("PK_*_STAF.docx"))):
        doc = Document(str(path))
        doc.add_paragraph("ketikan tangan")
        doc.save(str(path))
        typed[str(path.relative_to(build))] = path.read_bytes()
    path = build / "b" / "koreksi.xlsx"
    book = load_workbook(path)
    book.worksheets[0]["Z99"] = "catatan"
    book.save(path)
    typed[str(path.relative_to(build))] = path.read_bytes()
    assert len(typed) == 3
    return typed


def set_aside(build: Path) -> set[bytes]:
    return {data for name, data in files_of(build).items() if "suntingan" in Path(name).parts}


def visible(build: Path) -> dict[str, bytes]:
    """Files of a build folder without the lock beside it, what was set aside, and what tells of days."""
    return {name: data for name, data in own(files_of(build)).items() if "suntingan" not in Path(name).parts}


def own(found: dict[str, bytes]) -> dict[str, bytes]:
    of_days = ("riwayat.json", FORMER_RECORD)
    return {name: data for name, data in found.items() if not name.startswith(".") and Path(name).name not in of_days}


CALLS = """
import signal
from pathlib import Path
calls, last = 0, {last}
def count(frame, event, given):
    global calls
    calls += 1
    if calls == last:
        os.kill(os.getpid(), signal.SIGKILL)
def at_end():
    sys.setprofile(None)
    Path({folder!r}, 'panggilan').write_text(str(calls))
sys.setprofile(count)
"""


@POSIX
def test_killed_at_any_moment_every_document_is_whole_and_the_next_run_heals(
    versi: tuple[Path, dict[str, bytes], dict[str, bytes]], tmp_path: Path
) -> None:
    _, lama, baru = versi
    build = office(versi, tmp_path)
    assert copied(tmp_path, "--hanya", "pk", before=CALLS.format(last=0, folder=str(tmp_path)))[0] == 0
    whole_run = int((tmp_path / "panggilan").read_text())
    chance = random.Random(4)
    for turn in range(4):
        shutil.rmtree(build)
        build = office(versi, tmp_path)
        typed = type_by_hand(build)
        # Most of a run is reading; the later half is where files change. Moments are calls of functions, not seconds.
        last = int(whole_run * (0.5 + 0.45 * (turn + chance.random()) / 4))
        code, said = copied(tmp_path, "--hanya", "pk", before=CALLS.format(last=last, folder=str(tmp_path)))
        assert code == -signal.SIGKILL, said
        for name, data in visible(build).items():
            if name.endswith(".docx") and "sementara" not in name:
                assert data in (lama.get(name), baru.get(name), typed.get(name)), name
        assert set(typed.values()) <= set(files_of(build).values())
        done = here("b.xlsx", "--hanya", "pk", cwd=tmp_path)
        assert done.returncode == 0, done.stderr
        assert visible(build) == own(baru)
        assert set_aside(build) == set(typed.values())
        assert not list(build.glob(".*sementara*"))


STEP = """
from pathlib import Path
import signal
left = {left}
def counted(name):
    real = getattr(Path, name)
    def call(self, *args, **kwargs):
        global left
        if 'build' in str(self):
            if left == 0:
                os.kill(os.getpid(), signal.SIGKILL)
            left -= 1
        return real(self, *args, **kwargs)
    setattr(Path, name, call)
for name in ('replace', 'unlink', 'rmdir', 'write_bytes', 'mkdir'):
    counted(name)
rename = os.rename
def counted_rename(source, target):
    global left
    if left == 0:
        os.kill(os.getpid(), signal.SIGKILL)
    left -= 1
    rename(source, target)
os.rename = counted_rename
"""


@POSIX
def test_killed_between_any_two_steps_of_publishing(
    versi: tuple[Path, dict[str, bytes], dict[str, bytes]], tmp_path: Path
) -> None:
    """Each step of a build that makes, replaces or deletes a file is the last one once."""
    _, lama, baru = versi
    died = 0
    for left in range(1, 60, 7):
        folder = tmp_path / str(left)
        folder.mkdir()
        build = office(versi, folder)
        typed = type_by_hand(build)
        code, said = copied(folder, "--hanya", "pk", before=STEP.format(left=left))
        if code == 0:
            break
        assert code == -signal.SIGKILL, said
        died += 1
        for name, data in visible(build).items():
            if name.endswith((".docx", ".xlsx")):
                assert data in (lama.get(name), baru.get(name), typed.get(name)), name
        assert set(typed.values()) <= set(files_of(build).values()), left
        done = here("b.xlsx", "--hanya", "pk", cwd=folder)
        assert done.returncode == 0, done.stderr
        assert visible(build) == own(baru), left
        assert set_aside(build) == set(typed.values()), left
    assert died > 3


# The machine


@POSIX
@pytest.mark.parametrize("bita", [0, 3_000, 8_000])
def test_full_disk_leaves_the_earlier_build_whole(
    versi: tuple[Path, dict[str, bytes], dict[str, bytes]], tmp_path: Path, bita: int
) -> None:
    """No file may become longer than that: the same call fails as on a full disk, after a part was written."""
    _, lama, baru = versi
    build = office(versi, tmp_path)
    typed = type_by_hand(build)
    limit = f"import resource, signal; signal.signal(signal.SIGXFSZ, signal.SIG_IGN); resource.setrlimit(resource.RLIMIT_FSIZE, ({bita},) * 2)"
    code, said = copied(tmp_path, "--hanya", "pk", before=limit)
    assert code == 4, said
    assert "Traceback" not in said
    assert said.count("→") >= 1
    assert visible(build) == own(lama) | typed
    assert not list(build.glob(".*sementara*"))
    assert here("b.xlsx", "--hanya", "pk", cwd=tmp_path).returncode == 0
    assert visible(build) == own(baru)
    assert set_aside(build) == set(typed.values())


@pytest.mark.parametrize(("nomor", "kata"), [(errno.ENOSPC, "penuh"), (errno.EDQUOT, "penuh"), (errno.EIO, "Gagal")])
def test_disk_that_fails_while_documents_are_put_in_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, nomor: int, kata: str
) -> None:
    kantor = Kantor(tmp_path)
    kantor.bangun({"a.docx": "lama", "b.docx": "lama"})
    monkeypatch.setattr(os, "fsync", failing(nomor))
    with pytest.raises(MachineTrouble, match=kata):
        kantor.bangun({"a.docx": "baru", "b.docx": "baru"})
    assert kantor.teks() == {"a.docx": "lama", "b.docx": "lama"}
    monkeypatch.undo()
    kantor.bangun({"a.docx": "baru", "b.docx": "baru"})
    assert kantor.teks() == {"a.docx": "baru", "b.docx": "baru"}


def failing(nomor: int) -> object:
    def fail(*args: object) -> None:
        raise OSError(nomor, "x")

    return fail


def test_folder_where_a_document_should_be_is_named_and_the_others_go_through(tmp_path: Path) -> None:
    kantor = Kantor(tmp_path)
    (kantor.build / "a.docx" / "isi").mkdir(parents=True)
    hasil = kantor.bangun({"a.docx": "A", "b.docx": "B"})
    assert (hasil.failed, hasil.dokumen) == (("a.docx",), ("b.docx",))
    assert [entry["berkas"] for entry in kantor.manifes()["dokumen"]] == ["b.docx"]


def test_what_is_in_the_way_is_named_and_not_taken_for_an_open_document(tmp_path: Path) -> None:
    buku, build = write(tmp_path / "b.xlsx"), tmp_path / "build" / "b"
    assert here("bangun", buku, "--hanya", "pk", cwd=tmp_path).returncode == 0
    jpt = next((build / "PK" / "JPT").glob("*.docx"))
    jpt.unlink()
    jpt.mkdir()
    shutil.rmtree(build / "PK" / "Ess-3")
    (build / "PK" / "Ess-3").write_text("berkas")
    done = here("bangun", buku, "--hanya", "pk", cwd=tmp_path)
    assert done.returncode == 4
    assert f"PK/JPT/{jpt.name} adalah folder, padahal tempat sebuah berkas" in done.stderr
    assert "PK/Ess-3 adalah berkas, padahal tempat sebuah folder" in done.stderr
    assert "tutup berkas itu" not in done.stderr
    (build / "manifes.json").unlink()
    (build / "manifes.json").mkdir()
    done = here("bangun", buku, "--hanya", "pk", cwd=tmp_path)
    assert (done.returncode, "manifes.json di build" in done.stderr) == (4, True), done.stderr


def test_manifest_that_is_open_elsewhere_stops_before_any_document(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kantor = Kantor(tmp_path)
    kantor.bangun({"a.docx": "lama"})
    real = Path.replace

    def locked(self: Path, target: Path) -> Path:
        if Path(target).name == "manifes.json":
            raise PermissionError(errno.EACCES, "dipakai")
        return real(self, target)

    with monkeypatch.context() as patched:
        patched.setattr(Path, "replace", locked)
        with pytest.raises(MachineTrouble, match="Tidak boleh menulis"):
            kantor.bangun({"a.docx": "baru"})
    assert kantor.teks() == {"a.docx": "lama"}


def test_of_two_builds_at_once_one_is_refused_and_one_is_whole(
    versi: tuple[Path, dict[str, bytes], dict[str, bytes]], tmp_path: Path
) -> None:
    build = office(versi, tmp_path)
    (tmp_path / "tunggu").touch()
    hold = (
        "import time; from pathlib import Path; from pokin_docs.render import publish; real = publish.put_in_place\n"
        "def slow(*args):\n    print('mulai', flush=True)\n    [time.sleep(0.02) for _ in iter(Path('tunggu').exists, False)]\n    return real(*args)\n"
        "publish.put_in_place = slow"
    )
    first = start(tmp_path, "--hanya", "pk", before=f"exec({hold!r})")
    assert first.stdout is not None
    assert first.stdout.readline().strip() == "mulai"
    second = here("b.xlsx", "--hanya", "pk", cwd=tmp_path)
    assert second.returncode == 4
    assert "sedang dipakai oleh proses lain" in second.stderr
    assert "Tunggu" in second.stderr
    (tmp_path / "tunggu").unlink()
    first.communicate()
    assert first.returncode == 0
    assert visible(build) == own(versi[2])


@POSIX
def test_builds_started_together_end_as_one_whole_version(
    versi: tuple[Path, dict[str, bytes], dict[str, bytes]], tmp_path: Path
) -> None:
    build = office(versi, tmp_path)
    runs = [start(tmp_path, "--hanya", "pk") for _ in range(3)]
    codes = [process.wait() for process in runs]
    for process in runs:
        process.communicate()
    assert 0 in codes
    assert set(codes) <= {0, 4}
    assert visible(build) == own(versi[2])


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may write everywhere")
def test_folder_without_permission_is_told_and_stays_as_it_was(tmp_path: Path) -> None:
    kantor = Kantor(tmp_path)
    kantor.bangun({"a.docx": "lama"})
    kantor.build.parent.chmod(0o555)
    try:
        with pytest.raises(MachineTrouble, match="Tidak boleh menulis"):
            kantor.bangun({"a.docx": "baru"})
    finally:
        kantor.build.parent.chmod(0o755)
    assert kantor.teks() == {"a.docx": "lama"}


@pytest.mark.parametrize("nomor", [errno.EACCES, errno.EROFS, errno.EPERM])
def test_folder_that_refuses_is_told_with_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, nomor: int
) -> None:
    kantor = Kantor(tmp_path)
    real = Path.mkdir

    def refusing(self: Path, *args: object, **lain: object) -> None:
        if "sementara" in self.name:
            raise OSError(nomor, "x")
        real(self, *args, **lain)  # type: ignore[arg-type]

    monkeypatch.setattr(Path, "mkdir", refusing)
    with pytest.raises(MachineTrouble, match="Tidak boleh menulis") as caught:
        kantor.bangun({"a.docx": "A"})
    assert "--keluaran" in caught.value.saran


@POSIX
def test_half_written_copies_of_killed_runs_are_cleared_and_those_of_living_ones_stay(tmp_path: Path) -> None:
    from pokin_docs.files.whole_file import write_whole

    gone = subprocess.Popen([sys.executable, "-c", "0"])
    gone.wait()
    names = [f".k.xlsx.sementara-{pid}" for pid in (gone.pid, os.getppid())]
    for name in (*names, ".k.xlsx.sementara-catatan", ".lain.xlsx.sementara-1"):
        (tmp_path / name).write_bytes(b"separuh")
    write_whole(tmp_path / "k.xlsx", b"utuh")
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(
        (names[1], ".k.xlsx.sementara-catatan", ".lain.xlsx.sementara-1", "k.xlsx")
    )


# Only its own


def test_a_build_touches_nothing_but_its_own(tmp_path: Path) -> None:
    dinas = Dinas(tmp_path)
    notes = dinas.folder / "lama" / "b" / "PK" / "catatan.txt"
    notes.parent.mkdir(parents=True)
    notes.write_text("milik kantor")
    beside = dinas.folder / "lama" / "lain.docx"
    beside.write_bytes(b"milik kantor")
    before = {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in tmp_path.rglob("*") if path.is_file()}
    dinas.bangun("lama", hanya=("pk",))
    dinas.ubah_buku(put("Identitas!B2", "../../../luar"), put("Pejabat!G6", "../../evil"), put("Pejabat!A6", "../x"),
                    put("Tahap 5!H6", "../x"))  # fmt: skip
    dinas.bangun("lama", hanya=("pk",))
    now = {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in tmp_path.rglob("*") if path.is_file()}
    made = {path for path in now if path not in before}
    assert made
    assert all(path.is_relative_to(dinas.folder / "lama") for path in made)
    assert {path: now.get(path) for path in before if path != dinas.buku} == {
        path: kept for path, kept in before.items() if path != dinas.buku
    }


@POSIX
def test_link_in_the_build_folder_is_replaced_not_followed(tmp_path: Path) -> None:
    kantor = Kantor(tmp_path)
    kantor.build.mkdir(parents=True)
    luar = tmp_path / "luar.docx"
    luar.write_bytes(b"milik orang")
    (kantor.build / "a.docx").symlink_to(luar)
    kantor.bangun({"a.docx": "A"})
    assert luar.read_bytes() == b"milik orang"
    assert kantor.teks() == {"a.docx": "A"}


@POSIX
def test_folder_that_is_a_link_to_another_place_gets_nothing(tmp_path: Path) -> None:
    kantor = Kantor(tmp_path)
    kantor.build.mkdir(parents=True)
    luar = tmp_path / "luar"
    luar.mkdir()
    (kantor.build / "PK").symlink_to(luar)
    hasil = kantor.bangun({"PK/a.docx": "A", "b.docx": "B"})
    assert list(luar.iterdir()) == []
    assert (hasil.failed, hasil.dokumen) == (("PK/a.docx",), ("b.docx",))


@POSIX
def test_a_link_to_the_very_bytes_is_replaced_too(tmp_path: Path) -> None:
    """A build folder with links in it is not the one that was made: what they lead to may change any time."""
    kantor = Kantor(tmp_path)
    kantor.bangun({"a.docx": "A", "PK/b.docx": "B"})
    luar = tmp_path / "luar"
    (kantor.build / "PK").rename(luar)
    (kantor.build / "PK").symlink_to(luar)
    (kantor.build / "a.docx").rename(tmp_path / "luar.docx")
    (kantor.build / "a.docx").symlink_to(tmp_path / "luar.docx")
    hasil = kantor.bangun({"a.docx": "A", "PK/b.docx": "B"})
    assert (hasil.failed, [one.path for one in hasil.set_aside]) == (("PK/b.docx",), ["a.docx"])
    assert not (kantor.build / "a.docx").is_symlink()


@pytest.mark.parametrize("jalur", ["x" * 5_000, ".", "PK", "../luar.docx", "a\x00.docx", "C:\\luar.docx", "/" * 300])
def test_a_manifest_written_by_hand_harms_nothing(tmp_path: Path, jalur: str) -> None:
    kantor = Kantor(tmp_path)
    kantor.bangun({"PK/a.docx": "A"})
    (tmp_path / "luar.docx").write_bytes(b"milik orang")
    content = kantor.manifes()
    content["dokumen"] += [{**content["dokumen"][0], "berkas": jalur, "jenis": jenis} for jenis in ("pk", "lain")]
    (kantor.build / "manifes.json").write_text(json.dumps(content))
    assert inspect(kantor.build, buku=(tmp_path,), templat=(kantor.templat,)).is_intact is False
    hasil = kantor.bangun({"PK/a.docx": "A"})
    assert (hasil.failed, hasil.deleted) == ((), ())
    assert [entry["berkas"] for entry in kantor.manifes()["dokumen"] if entry["jenis"] == "pk"] == ["PK/a.docx"]
    assert kantor.teks() == {"PK/a.docx": "A"}
    assert (tmp_path / "luar.docx").read_bytes() == b"milik orang"


@POSIX
def test_output_folder_that_is_itself_a_link_is_followed(tmp_path: Path) -> None:
    kantor = Kantor(tmp_path)
    (tmp_path / "disk lain").mkdir()
    kantor.build.parent.symlink_to(tmp_path / "disk lain")
    kantor.bangun({"PK/a.docx": "A"})
    assert kantor.teks() == {"PK/a.docx": "A"}


# Same bytes


def test_no_clock_zone_locale_path_or_seed_is_in_any_byte(tmp_path: Path) -> None:
    builds = []
    for number, extra in enumerate(
        (
            {"PYTHONHASHSEED": "1", "TZ": "UTC"},
            {"PYTHONHASHSEED": "2", "TZ": "Asia/Jayapura", "LC_ALL": "C", "USER": "lain"},
        )
    ):
        folder = tmp_path / f"tempat {number}"
        folder.mkdir()
        if number == 0:
            write(folder / "b.xlsx")
        else:
            shutil.copy(tmp_path / "tempat 0" / "b.xlsx", folder)
        assert run("b.xlsx", cwd=folder, **extra).returncode == 0
        builds.append(visible(folder / "build"))
    assert len(builds[0]) > 10
    assert builds[0] == builds[1]
    assert not any(str(tmp_path).encode() in data for data in builds[0].values())


# Never code, never a traceback


def test_a_made_document_is_no_template_however_it_was_saved_since(tmp_path: Path) -> None:
    kantor = Kantor(tmp_path)
    kantor.bangun({"a.docx": "{{ 7*7 }}"})
    made = kantor.build / "a.docx"
    assert kantor.teks() == {"a.docx": "{{ 7*7 }}"}
    saved = Document(str(made))
    saved.add_paragraph("disunting di Word")
    saved.save(str(tmp_path / "disimpan.docx"))
    for path in (made, tmp_path / "disimpan.docx"):
        shutil.copy(path, kantor.templat / "pk.docx")
        with pytest.raises(AssertionError, match="T09"):
            kantor.bangun({"b.docx": "B"})
    # The way docxtpl goes: what it makes of a made document still tells where it came from.
    template = DocxTemplate(str(made))
    template.render({})
    template.save(str(kantor.templat / "pk.docx"))
    with pytest.raises(AssertionError, match="T09"):
        kantor.bangun({"b.docx": "B"})


def test_mark_of_a_made_document_keeps_the_templates_own_properties(tmp_path: Path) -> None:
    kantor = Kantor(tmp_path)
    kantor.bangun({"a.docx": "A"})
    with zipfile.ZipFile(kantor.build / "a.docx") as archive:
        custom = archive.read("docProps/custom.xml").replace(b"Dibuat oleh", b"Milik kantor")
        parts = {name: archive.read(name) for name in archive.namelist()} | {"docProps/custom.xml": custom}
    with zipfile.ZipFile(kantor.templat / "pk.docx", "w") as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    kantor.bangun({"b.docx": "B"})
    assert_whole(kantor.build / "b.docx")
    with zipfile.ZipFile(kantor.build / "b.docx") as archive:
        root = etree.fromstring(archive.read("docProps/custom.xml"))
    assert [entry.get("name") for entry in root] == ["Milik kantor", "Dibuat oleh"]
    assert len({entry.get("pid") for entry in root}) == 2


def test_libreoffice_keeps_the_mark(tmp_path: Path, soffice: str) -> None:
    kantor = Kantor(tmp_path)
    kantor.bangun({"a.docx": "A"})
    subprocess.run(
        [soffice, "--headless", f"-env:UserInstallation={(tmp_path / 'profil').as_uri()}", "--convert-to", "docx",
         "--outdir", str(tmp_path / "lo"), str(kantor.build / "a.docx")], check=True, capture_output=True, timeout=110,
    )  # fmt: skip
    shutil.copy(tmp_path / "lo" / "a.docx", kantor.templat / "pk.docx")
    with pytest.raises(AssertionError, match="T09"):
        kantor.bangun({"b.docx": "B"})


def test_a_fault_of_the_program_is_said_without_a_traceback(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path / "b.xlsx")
    monkeypatch.setattr(render_write, "write", lambda *a, **k: 1 / 0)
    ended = here("b.xlsx", cwd=tmp_path)
    assert ended.returncode == 4
    assert "Ada kesalahan di dalam program ini" in ended.stderr
    assert "Traceback" not in ended.stderr


def test_too_little_memory_is_said_and_what_helps(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path / "b.xlsx")
    monkeypatch.setattr(render_write, "write", lambda *a, **k: bytes(1 << 62))
    ended = here("b.xlsx", cwd=tmp_path)
    assert ended.returncode == 4
    assert "Memori komputer tidak cukup" in ended.stderr
    assert "Tutup program lain" in ended.stderr
    assert "Traceback" not in ended.stderr


def test_every_document_of_a_build_is_whole(versi: tuple[Path, dict[str, bytes], dict[str, bytes]]) -> None:
    found = list((versi[0] / "baru" / "build").rglob("*.docx"))
    assert len(found) >= 4
    for path in found:
        assert_whole(path)
        assert text_of(path)
    manifest = json.loads(next((versi[0] / "baru" / "build").rglob("manifes.json")).read_text(encoding="utf-8"))
    digests = {entry["berkas"]: entry["sha256"] for entry in manifest["dokumen"] if entry["berkas"].endswith(".docx")}
    folder = versi[0] / "baru" / "build" / "b"
    assert digests == {path.relative_to(folder).as_posix(): digest(path.read_bytes()) for path in found}
