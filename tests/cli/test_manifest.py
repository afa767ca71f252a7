"""``manifes --periksa``: a build held against its manifest, and nothing written by it (promise 21)."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from docx import Document

from helpers.command_line import files_of, here
from helpers.offices import Kantor
from helpers.workbooks import BAKU, put, write
from pokin_docs.cli.manifes import manifest_lines
from pokin_docs.model.locations import bundled
from pokin_docs.render.inspection import inspect


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An office with its templates and one build of its PKs."""
    folder = tmp_path_factory.mktemp("kantor")
    shutil.copytree(bundled("templates"), folder / "templates")
    (folder / "inputs").mkdir()
    write(folder / "inputs" / "b.xlsx")
    done = here("--hanya", "pk", cwd=folder)
    assert done.returncode == 0, done.stderr
    return folder


@pytest.fixture
def kantor(built: Path, tmp_path: Path) -> Path:
    shutil.copytree(built, tmp_path / "kantor")
    return tmp_path / "kantor"


def data_of(kantor: Path, *arguments: str) -> dict[str, object]:
    done = here("manifes", "--periksa", "--format", "json", *arguments, cwd=kantor)
    found = json.loads(done.stdout)
    assert isinstance(found, dict)
    assert done.returncode == (0 if found["utuh"] else 1)
    assert "Traceback" not in done.stderr
    return found


def first_pk(kantor: Path) -> Path:
    return min((kantor / "build" / "b" / "PK").rglob("*.docx"))


def test_a_build_as_it_was_made_is_said_to_be_so_and_nothing_is_written(kantor: Path) -> None:
    before = {path: path.stat().st_mtime_ns for path in kantor.rglob("*")}
    assert data_of(kantor) == {
        "folder": str(Path("build/b")), "utuh": True, "program": "0.1.0", "terhenti": False,
        "buku": {"nama": "b.xlsx", "sama": True}, "templat": [{"nama": "pk.docx", "sama": True}, {"nama": "sampul-pk.docx", "sama": True}], "sesuai": 6,
        "diubah": [], "disunting": [], "hilang": [], "asing": [], "salinan": [], "sebelumnya": [],
        "bertentangan": [],
    }  # fmt: skip
    for arguments in ((), ("build",), ("build/b",)):
        done = here("manifes", "--periksa", *arguments, cwd=kantor)
        assert done.returncode == 0
        assert "Semua seperti saat dibuat." in done.stdout
        assert "buku kerja b.xlsx: masih sama" in done.stdout
    assert {path: path.stat().st_mtime_ns for path in kantor.rglob("*")} == before


def edit(kantor: Path) -> None:
    doc = Document(str(first_pk(kantor)))
    doc.add_paragraph("tambahan")
    doc.save(str(first_pk(kantor)))


def truncate(kantor: Path) -> None:
    first_pk(kantor).write_bytes(b"")


def note(kantor: Path) -> None:
    (kantor / "build" / "b" / "PK" / "catatan.txt").write_text("milik kantor")


def other_template(kantor: Path) -> None:
    doc = Document(str(kantor / "templates" / "pk.docx"))
    doc.add_paragraph("baru")
    doc.save(str(kantor / "templates" / "pk.docx"))


def other_workbook(kantor: Path) -> None:
    write(kantor / "inputs" / "b.xlsx", BAKU, put("Tahap 5!L5", 61))


DIFFERENCES: dict[str, tuple[Callable[[Path], object], str, object]] = {
    "edited": (edit, "diubah", "PK/"),
    "emptied": (truncate, "diubah", "PK/"),
    "gone": (lambda kantor: first_pk(kantor).unlink(), "hilang", "PK/"),
    "correction changed": (
        lambda kantor: (kantor / "build/b/koreksi.xlsx").write_bytes(b"x"),
        "diubah",
        "koreksi.xlsx",
    ),
    "foreign": (note, "asing", "PK/catatan.txt"),
    "workbook": (other_workbook, "buku", {"nama": "b.xlsx", "sama": False}),
    "template": (
        other_template,
        "templat",
        [{"nama": "pk.docx", "sama": False}, {"nama": "sampul-pk.docx", "sama": True}],
    ),
}


@pytest.mark.parametrize("name", DIFFERENCES)
def test_any_difference_is_found(kantor: Path, name: str) -> None:
    act, field, expected = DIFFERENCES[name]
    act(kantor)
    before = files_of(kantor)
    found = data_of(kantor)
    assert found["utuh"] is False
    value = found[field]
    if isinstance(expected, str):
        assert isinstance(value, list)
        assert len(value) == 1
        assert str(value[0]).startswith(expected)
    else:
        assert value == expected
    others = {"diubah", "hilang", "asing"} - {field}
    assert all(found[other] == [] for other in others)
    said = here("manifes", "--periksa", cwd=kantor)
    assert said.returncode == 1
    assert ("hapus atau biarkan" if name == "foreign" else "Ada yang berbeda") in said.stdout
    edited = name in ("edited", "emptied", "correction changed")
    assert (f"suntingan akan disimpan di {Path('build/b/suntingan')}" in said.stdout) is edited
    assert bool(found["disunting"]) is edited
    assert files_of(kantor) == before


def test_workbook_and_templates_that_are_elsewhere_are_said_to_be(kantor: Path) -> None:
    shutil.rmtree(kantor / "inputs")
    found = data_of(kantor)
    assert found["buku"] == {"nama": "b.xlsx", "sama": None}
    assert found["utuh"] is True
    assert "tidak ditemukan" in here("manifes", "--periksa", cwd=kantor).stdout


def test_one_object_for_one_build_and_a_list_for_several(kantor: Path) -> None:
    shutil.copytree(kantor / "build" / "b", kantor / "build" / "c")
    done = here("manifes", "--periksa", "--format", "json", cwd=kantor)
    assert [Path(entry["folder"]).name for entry in json.loads(done.stdout)] == ["b", "c"]


@pytest.mark.parametrize("folder", ["tidak-ada", "templates"])
def test_a_folder_without_a_build_is_wrong_use(kantor: Path, folder: str) -> None:
    done = here("manifes", "--periksa", folder, cwd=kantor)
    assert done.returncode == 2
    assert folder in done.stderr
    assert "bangun" in done.stderr


@pytest.mark.parametrize("isi", ["", "[]", "{", '{"dokumen": 3}'])
def test_a_damaged_manifest_is_told(kantor: Path, isi: str) -> None:
    (kantor / "build" / "b" / "manifes.json").write_text(isi)
    done = here("manifes", "--periksa", cwd=kantor)
    assert done.returncode == 1
    assert "manifes.json rusak" in done.stdout


def test_without_periksa_it_tells_what_a_build_was_made_from(kantor: Path) -> None:
    first_pk(kantor).unlink()
    done = here("manifes", cwd=kantor)
    assert done.returncode == 0
    assert "b.xlsx" in done.stdout
    assert "pk.docx" in done.stdout


def test_a_build_that_did_not_get_to_its_end_is_told(tmp_path: Path) -> None:
    kantor = Kantor(tmp_path)
    kantor.bangun({"a.docx": "A"})
    content = kantor.manifes()
    content["dokumen"].append({**content["dokumen"][0], "sha256": "0" * 64})
    (kantor.build / "manifes.json").write_text(json.dumps(content))
    found = inspect(kantor.build, buku=(tmp_path,), templat=(kantor.templat,))
    assert found.interrupted
    assert not found.is_intact
    assert found.changed == ()


def test_names_in_a_manifest_that_leave_the_folder_are_not_looked_at(tmp_path: Path) -> None:
    kantor = Kantor(tmp_path)
    kantor.bangun({"a.docx": "A"})
    content = kantor.manifes()
    for path in ("../luar.docx", "/etc/hostname", "C:\\x"):
        content["dokumen"].append({**content["dokumen"][0], "berkas": path})
    content["buku"]["nama"] = "../../../etc/hostname"
    (kantor.build / "manifes.json").write_text(json.dumps(content))
    found = inspect(kantor.build, buku=(tmp_path,), templat=(kantor.templat,))
    assert (found.matches, found.changed, found.missing) == (1, ("manifes.json",), ())
    assert found.unclear == ("manifes.json",)
    assert found.buku is not None
    assert found.buku.same is None


def test_a_document_that_was_only_saved_again_is_said_to_hold_the_same(kantor: Path) -> None:
    path = first_pk(kantor)
    Document(str(path)).save(str(path))
    found = data_of(kantor)
    assert (found["diubah"], found["disunting"]) == ([path.relative_to(kantor / "build" / "b").as_posix()], [])
    assert "isinya masih sama, hanya disimpan lagi" in here("manifes", "--periksa", cwd=kantor).stdout


@pytest.mark.skipif(os.name == "nt", reason="links of POSIX")
def test_nothing_is_said_of_the_content_behind_a_link_out_of_the_folder(tmp_path: Path) -> None:
    kantor = Kantor(tmp_path)
    kantor.bangun({"Renstra/a.docx": "A"})
    (kantor.build / "Renstra").rename(tmp_path / "luar")
    (kantor.build / "Renstra").symlink_to(tmp_path / "luar")
    found = inspect(kantor.build, buku=(tmp_path,), templat=(kantor.templat,))
    assert (found.changed, found.edited, found.unclear) == (("Renstra/a.docx",), (), ("Renstra/a.docx",))
    (line,) = (line for line in manifest_lines(found, "bangun", check=True) if "Renstra/a.docx" in line)
    assert "foldernya tautan ke tempat lain" in line
    assert "masih sama" not in line


def test_what_was_set_aside_is_not_foreign_and_a_copy_put_back_is_named(kantor: Path) -> None:
    edit(kantor)
    build = kantor / "build" / "b"
    assert here("--hanya", "pk", cwd=kantor).returncode == 0
    assert list((build / "suntingan").rglob("*.docx"))
    assert data_of(kantor)["utuh"] is True
    copy = build / "PK" / "JPT" / "PK (suntingan 2026-01-05_0930).docx"
    copy.write_bytes(b"x")
    found = data_of(kantor)
    assert (found["utuh"], found["asing"], found["salinan"]) == (
        True,
        [],
        ["PK/JPT/PK (suntingan 2026-01-05_0930).docx"],
    )
    assert "salinan suntingan, tidak disentuh: PK/JPT/PK (suntingan" in here("manifes", "--periksa", cwd=kantor).stdout


def test_documents_of_another_year_are_held_against_what_they_were_made_from(kantor: Path) -> None:
    assert here("--hanya", "pk", "--tahun", "2027", cwd=kantor).returncode == 0
    assert data_of(kantor)["sebelumnya"] == []
    other_workbook(kantor)
    assert here("--hanya", "pk", "--tahun", "2027", cwd=kantor).returncode == 0
    found = data_of(kantor)
    assert (found["buku"], found["utuh"]) == ({"nama": "b.xlsx", "sama": True}, False)
    assert found["sebelumnya"] == [
        {"jenis": jenis, "waktu": "2026", "buku": {"nama": "b.xlsx", "sama": False},
         "templat": [{"nama": f"{jenis}.docx", "sama": True}]}
        for jenis in ("pk", "sampul-pk")
    ]  # fmt: skip
    said = here("manifes", "--periksa", cwd=kantor).stdout
    assert "pk 2026: buku kerja b.xlsx: sudah berubah sejak itu" in said
    assert "sebagian dari buku kerja atau templat yang sudah berubah" in said
