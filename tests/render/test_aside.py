"""What a person changed in a made file is moved away whole before the file is replaced or removed (hand-made work)."""

from __future__ import annotations

import errno
import json
import os
import re
import shutil
import time
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from docx import Document

from helpers.offices import Kantor
from pokin_docs.model.findings import MachineTrouble
from pokin_docs.render import aside, publish
from pokin_docs.render.answerable import scope
from pokin_docs.render.exchange import FolderWatch
from pokin_docs.render.result import SetAside

POSIX = pytest.mark.skipif(os.name == "nt", reason="links and pipes of POSIX")


@pytest.fixture
def kantor(tmp_path: Path) -> Kantor:
    return Kantor(tmp_path)


@pytest.fixture(autouse=True)
def clock(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(time, "strftime", lambda pattern: "2026-01-05_0930")


def type_into(path: Path, text: str = "ketikan tangan") -> bytes:
    """Type a paragraph into a document as Word would save it; the bytes that must not be lost."""
    doc = Document(str(path))
    doc.add_paragraph(text)
    doc.save(str(path))
    return path.read_bytes()


def save_again(path: Path) -> None:
    """The same content in other bytes, as after opening and saving."""
    before = path.read_bytes()
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    assert path.read_bytes() != before


def set_aside(kantor: Kantor) -> dict[str, bytes]:
    root = kantor.build / "suntingan"
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()}


def everything(kantor: Kantor) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in kantor.build.rglob("*") if path.is_file()}


def test_an_edited_document_is_moved_to_the_same_path_and_made_again(kantor: Kantor) -> None:
    kantor.bangun({"PK/a.docx": "A", "PK/b.docx": "B"})
    typed = type_into(kantor.build / "PK/a.docx")
    hasil = kantor.bangun({"PK/a.docx": "A", "PK/b.docx": "B"})
    assert set_aside(kantor) == {"2026-01-05_0930/PK/a.docx": typed}
    assert hasil.set_aside == (SetAside("PK/a.docx", "suntingan/2026-01-05_0930/PK/a.docx"),)
    assert (hasil.new, hasil.used) == (1, 1)
    assert kantor.teks() == {"PK/a.docx": "A", "PK/b.docx": "B"}


def test_of_two_runs_in_a_row_the_second_sets_nothing_aside(kantor: Kantor) -> None:
    kantor.bangun({"a.docx": "A"})
    type_into(kantor.build / "a.docx")
    assert kantor.bangun({"a.docx": "A baru"}).set_aside
    before = everything(kantor)
    assert kantor.bangun({"a.docx": "A baru"}).set_aside == ()
    assert everything(kantor) == before


def test_a_second_time_in_the_same_minute_gets_a_folder_of_its_own(kantor: Kantor) -> None:
    kantor.bangun({"a.docx": "A"})
    typed = []
    for text in ("satu", "dua", "tiga"):
        typed.append(type_into(kantor.build / "a.docx", text))
        kantor.bangun({"a.docx": "A"})
    folders = ("2026-01-05_0930", "2026-01-05_0930-2", "2026-01-05_0930-3")
    assert set_aside(kantor) == {f"{name}/a.docx": data for name, data in zip(folders, typed, strict=True)}


def test_a_file_that_was_only_saved_again_is_made_again_and_nothing_said(kantor: Kantor) -> None:
    kantor.bangun({"a.docx": "A"})
    made = (kantor.build / "a.docx").read_bytes()
    save_again(kantor.build / "a.docx")
    hasil = kantor.bangun({"a.docx": "A"})
    assert (hasil.new, hasil.set_aside) == (1, ())
    assert (kantor.build / "a.docx").read_bytes() == made
    assert not (kantor.build / "suntingan").exists()


def test_in_a_manifest_without_fingerprints_any_other_byte_counts(kantor: Kantor) -> None:
    kantor.bangun({"a.docx": "A"})
    content = kantor.manifes()
    del content["dokumen"][0]["sidik"]
    (kantor.build / "manifes.json").write_text(json.dumps(content))
    save_again(kantor.build / "a.docx")
    assert [one.path for one in kantor.bangun({"a.docx": "A"}).set_aside] == ["a.docx"]


Act = Callable[[Kantor, pytest.MonkeyPatch], object]
ENDS: dict[str, dict[str, object]] = {
    "nothing changed": {"isi": {"a.docx": "A", "b.docx": "B"}},
    "its content changed": {"isi": {"a.docx": "A baru", "b.docx": "B"}},
    "everything made again": {"isi": {"a.docx": "A", "b.docx": "B"}, "ulang": True},
    "renamed": {"isi": {"c.docx": "A", "b.docx": "B"}},
    "gone": {"isi": {"b.docx": "B"}},
    "now of another kind": {"isi": {"a.docx": "A"}, "jenis": "renstra"},
}


@pytest.mark.parametrize("case", ENDS)
def test_whatever_becomes_of_it_what_was_typed_is_kept(kantor: Kantor, case: str) -> None:
    kantor.bangun({"a.docx": "A", "b.docx": "B"})
    typed = type_into(kantor.build / "a.docx")
    told: list[tuple[SetAside, ...]] = []
    before = everything(kantor)

    def on_aside(files: tuple[SetAside, ...]) -> None:
        assert everything(kantor) == before  # it is said before anything is written
        told.append(files)

    hasil = kantor.bangun(**ENDS[case], watch=FolderWatch(on_aside=on_aside))  # type: ignore[arg-type]
    assert set_aside(kantor) == {"2026-01-05_0930/a.docx": typed}
    assert told == [hasil.set_aside]
    assert hasil.deleted == ()


def test_an_edited_document_that_a_run_does_not_touch_stays_and_is_still_known_as_edited(kantor: Kantor) -> None:
    kantor.bangun({"PK_2026_a.docx": "A"}, "pk")
    typed = type_into(kantor.build / "PK_2026_a.docx")
    hasil = kantor.bangun({"Renstra.docx": "R"}, "renstra", answerable=scope([("renstra", "")]))
    assert hasil.set_aside == ()
    assert (kantor.build / "PK_2026_a.docx").read_bytes() == typed
    kantor.bangun({"PK_2026_a.docx": "A"}, "pk")
    assert set_aside(kantor) == {"2026-01-05_0930/PK_2026_a.docx": typed}


def test_a_file_that_no_manifest_names_is_never_overwritten(kantor: Kantor) -> None:
    kantor.build.mkdir(parents=True)
    (kantor.build / "a.docx").write_bytes(b"milik orang")
    hasil = kantor.bangun({"a.docx": "A"})
    assert hasil.set_aside == (SetAside("a.docx", "suntingan/2026-01-05_0930/a.docx", edited=False),)
    assert set_aside(kantor) == {"2026-01-05_0930/a.docx": b"milik orang"}


@pytest.mark.parametrize("lost", [lambda path: path.unlink(), lambda path: path.write_text("{")])
def test_without_its_manifest_a_build_keeps_only_what_differs(kantor: Kantor, lost: Callable[[Path], object]) -> None:
    kantor.bangun({"a.docx": "A", "b.docx": "B", "c.docx": "C"})
    typed = type_into(kantor.build / "a.docx")
    save_again(kantor.build / "b.docx")
    lost(kantor.build / "manifes.json")
    hasil = kantor.bangun({"a.docx": "A", "b.docx": "B", "c.docx": "C"})
    assert set_aside(kantor) == {"2026-01-05_0930/a.docx": typed}
    assert (hasil.new, hasil.unchanged) == (2, 1)


def test_a_document_that_is_saved_while_others_are_filled_is_kept(
    kantor: Kantor, monkeypatch: pytest.MonkeyPatch
) -> None:
    kantor.bangun({"a.docx": "A", "b.docx": "B"})
    typed: list[bytes] = []
    real = publish.settle

    def late(*args: object) -> None:
        typed.append(type_into(kantor.build / "a.docx"))
        real(*args)  # type: ignore[arg-type]

    monkeypatch.setattr(publish, "settle", late)
    kantor.bangun({"a.docx": "A baru", "b.docx": "B"})
    assert set_aside(kantor) == {"2026-01-05_0930/a.docx": typed[0]}


def test_a_renamed_document_where_case_does_not_count_is_not_taken_for_an_unknown_one(kantor: Kantor) -> None:
    kantor.bangun({"PK/Kepala Dinas.docx": "A"})
    old, new = kantor.build / "PK/Kepala Dinas.docx", kantor.build / "PK/kepala dinas.docx"
    if not new.exists():
        os.link(old, new)
    hasil = kantor.bangun({"PK/kepala dinas.docx": "B"})
    assert hasil.set_aside == ()


# What cannot be moved


def failing(name: str, number: int) -> Callable[..., None]:
    """``os.rename`` that fails for a file of this name."""
    real = os.rename

    def rename(source: str, target: str) -> None:
        if Path(source).name == name and "suntingan" in str(target):
            raise OSError(number, os.strerror(number))
        real(source, target)

    return rename


@pytest.mark.parametrize("number", [errno.EACCES, errno.EXDEV, errno.ENOSPC, errno.EPERM])
def test_when_one_cannot_be_moved_nothing_is_replaced(
    kantor: Kantor, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    kantor.bangun({"a.docx": "A", "b.docx": "B", "c.docx": "C"})
    for name in ("a", "b"):
        type_into(kantor.build / f"{name}.docx")
    before = everything(kantor)
    monkeypatch.setattr(os, "rename", failing("b.docx", number))
    with pytest.raises(MachineTrouble, match=r"b\.docx disunting tangan") as caught:
        kantor.bangun({"a.docx": "A", "b.docx": "B", "c.docx": "C baru"})
    assert caught.value.saran
    assert everything(kantor) == before
    assert not (kantor.build / "suntingan").exists()


def test_when_their_folder_cannot_be_made_no_file_is_blamed(kantor: Kantor, monkeypatch: pytest.MonkeyPatch) -> None:
    kantor.bangun({"a.docx": "A"})
    typed = type_into(kantor.build / "a.docx")

    def refused(path: Path, *, new: bool = False) -> None:
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))

    monkeypatch.setattr(aside, "make_folder", refused)
    with pytest.raises(MachineTrouble, match="tempat menyimpannya tidak dapat dibuat") as caught:
        kantor.bangun({"a.docx": "A baru"})
    assert "suntingan disunting" not in caught.value.message
    assert (kantor.build / "a.docx").read_bytes() == typed


def test_when_the_manifest_cannot_be_written_what_was_moved_is_put_back(
    kantor: Kantor, monkeypatch: pytest.MonkeyPatch
) -> None:
    kantor.bangun({"a.docx": "A"})
    type_into(kantor.build / "a.docx")
    before = everything(kantor)

    def full(*args: object) -> None:
        raise MachineTrouble("penuh", "kosongkan")

    monkeypatch.setattr(publish, "write_whole", full)
    with pytest.raises(MachineTrouble):
        kantor.bangun({"a.docx": "A baru"})
    assert everything(kantor) == before
    assert not (kantor.build / "suntingan").exists()


@POSIX
def test_a_link_in_place_of_the_folder_is_not_followed(kantor: Kantor, tmp_path: Path) -> None:
    kantor.bangun({"a.docx": "A"})
    typed = type_into(kantor.build / "a.docx")
    (tmp_path / "luar").mkdir()
    (kantor.build / "suntingan").symlink_to(tmp_path / "luar")
    with pytest.raises(MachineTrouble, match="tautan"):
        kantor.bangun({"a.docx": "A"})
    assert (kantor.build / "a.docx").read_bytes() == typed
    assert list((tmp_path / "luar").iterdir()) == []


@POSIX
def test_pipes_and_links_are_moved_as_they_are_and_never_opened(kantor: Kantor, tmp_path: Path) -> None:
    kantor.bangun({"a.docx": "A", "b.docx": "B"})
    (tmp_path / "luar.docx").write_bytes(b"milik orang")
    for name in ("a.docx", "b.docx"):
        (kantor.build / name).unlink()
    os.mkfifo(kantor.build / "a.docx")
    (kantor.build / "b.docx").symlink_to(tmp_path / "luar.docx")
    hasil = kantor.bangun({"a.docx": "A", "b.docx": "B"})
    assert [one.path for one in hasil.set_aside] == ["a.docx", "b.docx"]
    home = kantor.build / "suntingan" / "2026-01-05_0930"
    assert (home / "a.docx").is_fifo()
    assert (home / "b.docx").is_symlink()
    assert (tmp_path / "luar.docx").read_bytes() == b"milik orang"


# At any moment


def steps(monkeypatch: pytest.MonkeyPatch, stop_at: int) -> Iterator[int]:
    """Let a run end at a step that changes a name in the file system; yields the number of steps taken."""
    taken = 0

    def counted(real: Callable[..., object]) -> Callable[..., object]:
        def step(*args: object, **more: object) -> object:
            nonlocal taken
            taken += 1
            if taken == stop_at:
                raise SystemExit
            return real(*args, **more)

        return step

    monkeypatch.setattr(os, "rename", counted(os.rename))
    for name in ("replace", "unlink", "mkdir", "rmdir"):
        monkeypatch.setattr(Path, name, counted(getattr(Path, name)))
    yield taken


def test_whenever_a_run_ends_nothing_typed_is_lost_and_the_next_one_heals(tmp_path: Path) -> None:
    kantor = Kantor(tmp_path)
    kantor.bangun({"PK/a.docx": "A", "b.docx": "B"})
    typed = {type_into(kantor.build / name, name) for name in ("PK/a.docx", "b.docx")}
    kantor.build.rename(tmp_path / "semula")
    ended = 0
    for stop_at in range(1, 40):
        shutil.copytree(tmp_path / "semula", kantor.build)
        with pytest.MonkeyPatch.context() as patched:
            next(steps(patched, stop_at))
            # A killed process clears nothing.
            patched.setattr(aside, "put_back", lambda moved: ())
            patched.setattr("shutil.rmtree", lambda *args, **more: None)
            try:
                kantor.bangun({"PK/a.docx": "A baru"})
            except SystemExit:
                ended += 1
            else:
                break
        assert typed <= set(everything(kantor).values())
        kantor.bangun({"PK/a.docx": "A baru"})
        assert typed == set(set_aside(kantor).values())
        assert kantor.teks() == {"PK/a.docx": "A baru"}
        shutil.rmtree(kantor.build.parent)
    assert ended > 8


# Names


@pytest.mark.parametrize(
    ("path", "inside"),
    [("suntingan/2026-01-05_0930/a.docx", True), ("suntingan", True), ("Suntingan/x", True), ("suntingan. /x", True),
     ("PK/suntingan/x", False), ("suntinganku/x", False), ("", False)],
)  # fmt: skip
def test_what_lies_in_the_folder_is_known(path: str, inside: bool) -> None:
    assert aside.is_aside(path) is inside


@pytest.mark.parametrize(
    ("name", "restored"),
    [("Bab-2 (suntingan 2026-01-05_0930).docx", True), ("Bab-2 (suntingan 2026-01-05_0930-2).docx", True),
     ("Bab-2 (suntingan 2026-01-05_0930) (2).docx", True), ("Bab-2 (suntingan kemarin).docx", False),
     ("Bab-2.docx", False)],
)  # fmt: skip
def test_a_copy_that_was_put_back_is_known_by_its_name(name: str, restored: bool) -> None:
    assert aside.is_restored(name) is restored


def test_a_manifest_cannot_make_the_program_touch_what_was_set_aside(kantor: Kantor) -> None:
    kantor.bangun({"a.docx": "A"})
    type_into(kantor.build / "a.docx")
    kantor.bangun({"a.docx": "A"})
    kept = set_aside(kantor)
    content = kantor.manifes()
    (name,) = kept
    entry = {**content["dokumen"][0], "berkas": f"suntingan/{name}"}
    content["dokumen"].append(entry)
    (kantor.build / "manifes.json").write_text(json.dumps(content))
    assert kantor.bangun({"b.docx": "B"}).deleted == ("a.docx",)
    assert set_aside(kantor) == kept


def test_the_folder_is_named_by_the_local_clock(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()
    assert re.fullmatch(aside.STAMP, aside.free_stamp(tmp_path))
