"""Files in place: whatever happens, each document on disk is whole, and nothing foreign is touched."""

from __future__ import annotations

import errno
import json
import os
from pathlib import Path

import pytest
from docx import Document

from helpers.offices import Isi, Kantor
from helpers.word_files import kinds_of
from pokin_docs.documents.kind import Dokumen
from pokin_docs.documents.values import Tanda
from pokin_docs.files.fingerprints import fingerprint
from pokin_docs.model.findings import MachineTrouble
from pokin_docs.render import hold, manifest, paths, publish, write
from pokin_docs.render.answerable import scope
from pokin_docs.render.standing_files import digest


@pytest.fixture
def kantor(tmp_path: Path) -> Kantor:
    return Kantor(tmp_path)


def test_documents_are_written_and_named_in_the_manifest(kantor: Kantor) -> None:
    seen: list[tuple[int, int]] = []
    hasil = kantor.bangun({"PK/b.docx": "B", "PK/a.docx": Tanda("[isi]")}, on_progress=lambda i, n: seen.append((i, n)))
    assert kantor.teks() == {"PK/a.docx": "[isi]", "PK/b.docx": "B"}
    assert (hasil.dokumen, hasil.new, hasil.unchanged, hasil.deleted, hasil.failed) == (
        ("PK/b.docx", "PK/a.docx"), 2, 0, (), (),
    )  # fmt: skip
    assert seen == [(1, 2), (2, 2)]
    content = kantor.manifes()
    assert content["program"] == "1.0"
    assert content["buku"] == {"nama": "buku.xlsx", "sha256": digest(b"buku")}
    assert content["templat"] == {"pk.docx": digest((kantor.templat / "pk.docx").read_bytes())}
    first, second = content["dokumen"]
    assert len({first.pop("masukan"), second["masukan"]}) == 2
    assert first == {"berkas": "PK/a.docx", "jenis": "pk", "waktu": "", "templat": "pk.docx", "sel": ["Tahap 5!B5"],
                     "sidik": fingerprint("a.docx", (kantor.build / "PK/a.docx").read_bytes()), "tanda": ["[isi]"],
                     "sha256": digest((kantor.build / "PK/a.docx").read_bytes())}  # fmt: skip
    assert second["berkas"] == "PK/b.docx"
    assert sorted(path.name for path in kantor.build.parent.iterdir()) == [".dinas.kunci", "dinas"]


def test_unchanged_documents_and_manifest_are_left_alone(kantor: Kantor) -> None:
    kantor.bangun({"a.docx": "A", "b.docx": "B"})
    before = {path: path.stat().st_mtime_ns for path in kantor.build.iterdir()}
    hasil = kantor.bangun({"a.docx": "A", "b.docx": "B"})
    assert (hasil.new, hasil.unchanged) == (0, 2)
    assert len(before) == 3
    assert {path: path.stat().st_mtime_ns for path in kantor.build.iterdir()} == before
    hasil = kantor.bangun({"a.docx": "A baru", "b.docx": "B"})
    assert (hasil.new, hasil.unchanged) == (1, 1)
    assert kantor.teks() == {"a.docx": "A baru", "b.docx": "B"}


def test_document_edited_by_hand_is_made_again(kantor: Kantor) -> None:
    kantor.bangun({"a.docx": "A"})
    (kantor.build / "a.docx").write_bytes(b"rusak")
    kantor.bangun({"a.docx": "A"})
    assert kantor.teks() == {"a.docx": "A"}


def test_stale_document_goes_with_its_empty_folder_and_foreign_files_stay(kantor: Kantor) -> None:
    kantor.bangun({"PK/JF/lama.docx": "L", "PK/tetap.docx": "T"})
    (kantor.build / "PK" / "catatan saya.docx").write_bytes(b"asing")
    hasil = kantor.bangun({"PK/tetap.docx": "T"})
    assert hasil.deleted == ("PK/JF/lama.docx",)
    assert not (kantor.build / "PK" / "JF").exists()
    assert (kantor.build / "PK" / "catatan saya.docx").read_bytes() == b"asing"
    assert "lama" not in json.dumps(kantor.manifes())


def test_document_renamed_in_case_only_is_there_once(kantor: Kantor) -> None:
    kantor.bangun({"PK/Kepala Dinas.docx": "A"})
    kantor.bangun({"PK/kepala dinas.docx": "B"})
    assert list(kantor.teks().values()) == ["B"]


def test_where_case_does_not_count_the_file_under_its_new_spelling_is_not_deleted_as_the_old(tmp_path: Path) -> None:
    """Two names of one file stand for such a file system; two files of almost one name are two."""
    new, old, other = (tmp_path / name for name in ("kepala dinas.docx", "Kepala Dinas.docx", "Kepala dinas.docx"))
    new.write_bytes(b"B")
    if not old.exists():
        os.link(new, old)
        other.write_bytes(b"C")
    assert publish.remove(tmp_path, [old.name], [new.name]) == ((), ())
    assert new.read_bytes() == old.read_bytes() == b"B"
    if other.read_bytes() == b"C":
        assert publish.remove(tmp_path, [other.name], [new.name]) == ((other.name,), ())


def test_groups_that_were_not_asked_for_stay(kantor: Kantor) -> None:
    kantor.bangun({"PK/a.docx": "A"}, "pk")
    hasil = kantor.bangun({"Renstra/r.docx": "R"}, "renstra", answerable=scope([("renstra", "")]))
    assert hasil.deleted == ()
    assert kantor.teks() == {"PK/a.docx": "A", "Renstra/r.docx": "R"}
    assert [entry["berkas"] for entry in kantor.manifes()["dokumen"]] == ["PK/a.docx", "Renstra/r.docx"]
    hasil = kantor.bangun({"Renstra/r.docx": "R"}, "renstra", answerable=scope([("pk", ""), ("renstra", "")]))
    assert hasil.deleted == ("PK/a.docx",)


@pytest.mark.parametrize("jalur", ["../luar.docx", "/tmp/luar.docx", "a/../../luar.docx", "C:\\luar.docx"])
def test_manifest_cannot_make_the_program_delete_elsewhere(kantor: Kantor, jalur: str) -> None:
    kantor.bangun({"a.docx": "A"})
    luar = kantor.build.parent / "luar.docx"
    luar.write_bytes(b"milik orang")
    content = kantor.manifes()
    content["dokumen"].append({"berkas": jalur, "jenis": "pk", "templat": "x", "sha256": "x"})
    (kantor.build / "manifes.json").write_text(json.dumps(content))
    assert kantor.bangun({"a.docx": "A"}).deleted == ()
    assert luar.read_bytes() == b"milik orang"


@pytest.mark.parametrize("isi", ["", "[]", "{}", '{"dokumen": 1}', "\x00", '{"program":1,"buku":2}'])
def test_damaged_manifest_is_replaced_and_nothing_deleted(kantor: Kantor, isi: str) -> None:
    kantor.bangun({"a.docx": "A", "b.docx": "B"})
    (kantor.build / "manifes.json").write_text(isi)
    assert kantor.bangun({"a.docx": "A"}).deleted == ()
    assert sorted(kantor.teks()) == ["a.docx", "b.docx"]
    assert [entry["berkas"] for entry in kantor.manifes()["dokumen"]] == ["a.docx"]


def test_stop_before_publishing_leaves_the_old_build_whole(kantor: Kantor, monkeypatch: pytest.MonkeyPatch) -> None:
    kantor.bangun({"a.docx": "lama", "b.docx": "lama"})
    before = {path: path.read_bytes() for path in kantor.build.iterdir()}

    def stop(*args: object) -> tuple[str, ...]:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(publish, "put_in_place", stop)
        with pytest.raises(KeyboardInterrupt):
            kantor.bangun({"a.docx": "baru", "b.docx": "baru", "c.docx": "baru"})
    now = {path: path.read_bytes() for path in kantor.build.iterdir()}
    assert {path: data for path, data in now.items() if path.suffix == ".docx"} == {
        path: data for path, data in before.items() if path.suffix == ".docx"
    }
    assert kantor.bangun({"a.docx": "baru"}).deleted == ("b.docx",)


def test_stop_in_the_middle_leaves_every_document_old_or_new_and_a_rerun_heals(
    kantor: Kantor, monkeypatch: pytest.MonkeyPatch
) -> None:
    kantor.bangun({"a.docx": "lama", "b.docx": "lama", "z.docx": "lama"})
    true_replace = Path.replace

    def stop_at_b(self: Path, target: Path) -> Path:
        if target.name == "b.docx":
            raise KeyboardInterrupt
        return true_replace(self, target)

    with monkeypatch.context() as patched:
        patched.setattr(Path, "replace", stop_at_b)
        with pytest.raises(KeyboardInterrupt):
            kantor.bangun({"a.docx": "baru", "b.docx": "baru", "c.docx": "baru"})
    assert kantor.teks() == {"a.docx": "baru", "b.docx": "lama", "z.docx": "lama"}
    hasil = kantor.bangun({"a.docx": "baru", "b.docx": "baru", "c.docx": "baru"})
    assert kantor.teks() == {"a.docx": "baru", "b.docx": "baru", "c.docx": "baru"}
    assert hasil.deleted == ("z.docx",)
    assert sorted(path.name for path in kantor.build.parent.iterdir()) == [".dinas.kunci", "dinas"]


def test_leftovers_of_a_killed_run_are_cleared(kantor: Kantor) -> None:
    left = kantor.build.parent / ".dinas.sementara-1"
    left.mkdir(parents=True)
    (left / "a.docx").write_bytes(b"separuh")
    kantor.bangun({"a.docx": "A"})
    assert not left.exists()


def test_document_that_is_open_in_word_is_named_and_the_others_go_through(
    kantor: Kantor, monkeypatch: pytest.MonkeyPatch
) -> None:
    kantor.bangun({"a.docx": "lama", "b.docx": "lama"})
    true_replace = Path.replace

    def locked(self: Path, target: Path) -> Path:
        if target.name == "a.docx":
            raise PermissionError(errno.EACCES, "dipakai")
        return true_replace(self, target)

    with monkeypatch.context() as patched:
        patched.setattr(Path, "replace", locked)
        hasil = kantor.bangun({"a.docx": "baru", "b.docx": "baru"})
    assert (hasil.failed, hasil.dokumen, hasil.new) == (("a.docx",), ("b.docx",), 1)
    assert kantor.teks() == {"a.docx": "lama", "b.docx": "baru"}
    digests = {entry["berkas"]: entry["sha256"] for entry in kantor.manifes()["dokumen"]}
    assert digests == {path.name: digest(path.read_bytes()) for path in kantor.build.glob("*.docx")}


@pytest.mark.parametrize(
    ("nomor", "kata"), [(errno.ENOSPC, "penuh"), (errno.EACCES, "Tidak boleh menulis"), (errno.EIO, "Gagal menulis")]
)
def test_trouble_of_the_machine_is_told_and_the_old_build_stays(
    kantor: Kantor, monkeypatch: pytest.MonkeyPatch, nomor: int, kata: str
) -> None:
    kantor.bangun({"a.docx": "lama"})
    before = {path: path.read_bytes() for path in kantor.build.iterdir()}

    def fail(self: Path, data: bytes) -> int:
        raise OSError(nomor, "x")

    with monkeypatch.context() as patched:
        patched.setattr(Path, "write_bytes", fail)
        with pytest.raises(MachineTrouble, match=kata) as caught:
            kantor.bangun({"a.docx": "baru"})
    assert caught.value.saran
    assert len(before) == 2
    assert {path: path.read_bytes() for path in kantor.build.iterdir()} == before
    assert not list(kantor.build.parent.glob(".dinas.sementara-*"))


def test_second_run_at_once_is_refused_by_name(kantor: Kantor) -> None:
    with hold.exclusive(kantor.build), pytest.raises(MachineTrouble, match="dinas"):
        kantor.bangun({"a.docx": "A"})
    assert kantor.bangun({"a.docx": "A"}).new == 1


def test_refused_build_changes_nothing(kantor: Kantor) -> None:
    kantor.bangun({"a.docx": "lama"})
    before = {path: path.stat().st_mtime_ns for path in kantor.build.rglob("*")}
    doc = Document()
    doc.add_paragraph("{{ tidak_ada }}")
    doc.save(str(kantor.templat / "pk.docx"))
    docs = (Dokumen("pk", "a.docx", ("pk.docx",), Isi("baru")),)
    outcome = write.write(docs, buku=kantor.buku, folder=kantor.build, templat=(kantor.templat,), logo=None,
                           version="2", kinds=kinds_of(docs))  # fmt: skip
    assert outcome.value is None
    assert outcome.temuan
    assert {path: path.stat().st_mtime_ns for path in kantor.build.rglob("*")} == before


@pytest.mark.parametrize(
    "jalur", [("../a.docx",), ("/a.docx",), ("C:/a.docx",), ("a\\b.docx",), ("",), ("A.docx", "a.docx"),
              ("é.docx", "e\u0301.docx"), ("manifes.json",)]
)  # fmt: skip
def test_paths_that_leave_or_collide_are_a_fault_of_the_program(kantor: Kantor, jalur: tuple[str, ...]) -> None:
    with pytest.raises(ValueError, match="path"):
        paths.guard((*jalur, manifest.FILE_NAME))
    with pytest.raises(ValueError, match="path"):
        kantor.bangun(dict.fromkeys(jalur, "x"))
    assert not kantor.build.exists()


def test_template_is_taken_from_the_first_folder_that_has_the_preferred_name(kantor: Kantor, tmp_path: Path) -> None:
    own = tmp_path / "sendiri"
    own.mkdir()
    doc = Document()
    doc.add_paragraph("Khusus {{ judul }}")
    doc.save(str(own / "pk-jpt.docx"))
    docs = (Dokumen("pk", "a.docx", ("pk-jpt.docx", "pk.docx"), Isi("A")),)
    outcome = write.write(docs, buku=kantor.buku, folder=kantor.build, templat=(kantor.templat, own), logo=None,
                           version="1", kinds=kinds_of(docs))  # fmt: skip
    assert outcome.value is not None
    assert kantor.teks() == {"a.docx": "Khusus A"}
