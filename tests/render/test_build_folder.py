"""What lies in a build folder, whoever put it there: nothing of it stops a build, and nothing but ours is touched."""

from __future__ import annotations

import json
import os
import shutil
import stat
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from helpers.offices import Kantor
from pokin_docs.model.findings import MachineTrouble
from pokin_docs.render import hold, manifest_reading
from pokin_docs.render.inspection import inspect
from pokin_docs.render.manifest import EMPTY_LIST
from pokin_docs.render.standing_files import LINK, NO_FILE, OUTSIDE, StandingFiles

POSIX = pytest.mark.skipif(os.name == "nt", reason="links, pipes and rights of POSIX")


@pytest.fixture
def kantor(tmp_path: Path) -> Kantor:
    return Kantor(tmp_path)


# A damaged manifest


def changed(**more: object) -> Callable[[dict[str, object]], str]:
    return lambda content: json.dumps({**content, **more})


def entry_changed(**more: object) -> Callable[[dict[str, object]], str]:
    def change(content: dict[str, object]) -> str:
        documents = content["dokumen"]
        assert isinstance(documents, list)
        return json.dumps({**content, "dokumen": [{**documents[0], **more}, *documents[1:]]})

    return change


DAMAGES: dict[str, Callable[[dict[str, object]], str]] = {
    "number for a name": changed(program=1),
    "not a number": changed(program=float("nan")),
    "huge number": lambda content: '{"program": ' + "9" * 10_000 + "}",
    "half a character": entry_changed(berkas="\ud800.docx"),
    "half a character in a mark": entry_changed(tanda=["\udfff"]),
    "text for a list": entry_changed(tanda="abc", sel=3),
    "list for a record": changed(buku=["b.xlsx", "0"]),
    "templates that are none": changed(templat={"pk.docx": 7}),
    "what it was made from is none": changed(dibuat=[{"jenis": "pk"}]),
    "time that is none": entry_changed(waktu=2026),
    "nothing": lambda content: "null",
    "deep nesting": lambda content: "[" * 200_000,
    "no UTF-8": lambda content: "\udcff",
}


@pytest.mark.parametrize("name", DAMAGES)
def test_a_damaged_manifest_never_blocks_a_build_and_loses_nothing(kantor: Kantor, name: str) -> None:
    kantor.bangun({"a.docx": "A", "b.docx": "B"})
    path = kantor.build / "manifes.json"
    path.write_bytes(DAMAGES[name](kantor.manifes()).encode("utf-8", "surrogateescape"))
    assert manifest_reading.read(kantor.build) == EMPTY_LIST
    assert inspect(kantor.build, buku=(), templat=()).readable is False
    hasil = kantor.bangun({"a.docx": "A baru"})
    assert [one.path for one in hasil.set_aside] == ["a.docx"]
    assert kantor.teks() == {"a.docx": "A baru", "b.docx": "B"}
    assert manifest_reading.read(kantor.build).dokumen


def test_a_manifest_too_long_to_be_one_is_not_read(kantor: Kantor, monkeypatch: pytest.MonkeyPatch) -> None:
    kantor.bangun({"a.docx": "A"})
    with (kantor.build / "manifes.json").open("r+b") as stream:
        stream.truncate(manifest_reading.MAX_BYTES)
        assert manifest_reading.read(kantor.build) == EMPTY_LIST  # zeros: damaged
        stream.truncate(manifest_reading.MAX_BYTES + 1)
    with monkeypatch.context() as patched:
        patched.setattr(Path, "read_bytes", None)
        assert manifest_reading.read(kantor.build) == EMPTY_LIST
    assert kantor.bangun({"a.docx": "A"}).failed == ()


@POSIX
def test_a_manifest_that_is_a_pipe_or_a_device_is_not_opened(kantor: Kantor, tmp_path: Path) -> None:
    path = kantor.build / "manifes.json"
    for number in range(2):
        kantor.bangun({"a.docx": "A"})
        path.unlink()
        if number:
            os.mkfifo(path)
        else:
            path.symlink_to("/dev/zero")
        assert kantor.bangun({"a.docx": "A"}).set_aside == ()
        assert stat.S_ISREG(path.lstat().st_mode)


# What is no file


@POSIX
def test_what_is_no_ordinary_file_is_told_apart_without_being_read(tmp_path: Path) -> None:
    folder = tmp_path / "hasil"
    (folder / "dalam").mkdir(parents=True)
    (tmp_path / "luar").mkdir()
    (tmp_path / "luar" / "a").write_bytes(b"x")
    (folder / "tautan").symlink_to(tmp_path / "luar" / "a")
    (folder / "keluar").symlink_to(tmp_path / "luar")
    os.mkfifo(folder / "pipa")
    (folder / "berkas").write_bytes(b"x")
    found = StandingFiles(folder)
    assert [found.sha256(name) for name in ("tautan", "keluar/a", "pipa", "dalam", "tidak ada", "a\x00")] == [
        LINK, OUTSIDE, NO_FILE, None, None, None,
    ]  # fmt: skip
    sha256 = found.sha256("berkas")
    assert sha256
    assert len(sha256) == 64


def test_a_file_is_read_once_until_somebody_saves_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a").write_bytes(b"satu")
    found = StandingFiles(tmp_path)
    first = found.sha256("a")
    with monkeypatch.context() as patched:
        patched.setattr(Path, "read_bytes", None)
        assert found.sha256("a") == first
    (tmp_path / "b").write_bytes(b"dua!")
    (tmp_path / "b").replace(tmp_path / "a")
    assert found.sha256("a") not in (None, first)


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_cannot_be_read_is_kept(kantor: Kantor) -> None:
    kantor.bangun({"a.docx": "A"})
    (kantor.build / "a.docx").chmod(0)
    assert [one.path for one in kantor.bangun({"a.docx": "A baru"}).set_aside] == ["a.docx"]


# The lock


def test_the_lock_keeps_the_workbook_and_no_absolute_path_of_the_office(kantor: Kantor, tmp_path: Path) -> None:
    kantor.bangun({"a.docx": "A"})
    lock = hold.lock_of(kantor.build)
    assert lock.read_text(encoding="utf-8") == os.path.join("..", "buku.xlsx")  # noqa: PTH118
    assert hold.other_workbook(kantor.build, kantor.buku) is None
    other = tmp_path / "lain" / "buku.xlsx"
    assert hold.other_workbook(kantor.build, other) == kantor.buku.resolve()


@pytest.mark.parametrize("content", [b"", b"\xff\xfe\x00", b"x" * 100_000, b"../buku.xlsx\n\x00"])
def test_whatever_stands_in_a_lock_a_build_goes_on(kantor: Kantor, content: bytes) -> None:
    kantor.bangun({"a.docx": "A"})
    hold.lock_of(kantor.build).write_bytes(content)
    hold.other_workbook(kantor.build, kantor.buku)
    kantor.bangun({"a.docx": "A"})
    assert hold.other_workbook(kantor.build, kantor.buku) is None


@POSIX
def test_a_lock_that_is_a_link_is_not_written_through(kantor: Kantor, tmp_path: Path) -> None:
    kantor.build.parent.mkdir()
    (tmp_path / "penting").write_bytes(b"milik orang")
    hold.lock_of(kantor.build).symlink_to(tmp_path / "penting")
    with pytest.raises(MachineTrouble, match="bukan berkas biasa"):
        kantor.bangun({"a.docx": "A"})
    assert (tmp_path / "penting").read_bytes() == b"milik orang"


# Two users


@pytest.fixture
def shared() -> Iterator[Path]:
    """A folder that all users may write, where all may go."""
    folder = Path(tempfile.mkdtemp(prefix="pokin-bersama-"))
    folder.chmod(0o777)
    yield folder
    shutil.rmtree(folder)


@contextmanager
def user(number: int) -> Iterator[None]:
    """Somebody else at the same machine, whose files others may not write."""
    mask = os.umask(0o077)
    os.seteuid(number)
    try:
        yield
    finally:
        os.seteuid(0)
        os.umask(mask)


@pytest.mark.skipif(sys.platform != "linux" or os.geteuid() != 0, reason="only root can be several users")
def test_two_users_build_into_one_folder(shared: Path) -> None:
    kantor = Kantor(shared)
    for path in (kantor.templat, kantor.templat / "pk.docx", kantor.buku):
        path.chmod(0o755)
    with user(65_001):
        kantor.bangun({"PK/a.docx": "A", "PK/b.docx": "B"})
        left = kantor.build.parent / f".dinas.sementara-{os.getpid()}"
        left.mkdir(mode=0o700)
        (left / "x").write_bytes(b"separuh")
    with user(65_002):
        hasil = kantor.bangun({"PK/a.docx": "A baru", "c/d.docx": "D"})
        assert (hasil.failed, hasil.set_aside, hasil.deleted) == ((), (), ("PK/b.docx",))
        (kantor.build / "PK/a.docx").write_bytes(b"ketikan")
    with user(65_001):
        hasil = kantor.bangun({"PK/a.docx": "A", "c/d.docx": "D baru"})
        assert (hasil.failed, [one.path for one in hasil.set_aside]) == ((), ["PK/a.docx"])
        assert hasil.used == 0
    assert kantor.teks() == {"PK/a.docx": "A", "c/d.docx": "D baru"}


@pytest.mark.skipif(sys.platform != "linux" or os.geteuid() != 0, reason="only root can be several users")
def test_what_one_user_makes_for_himself_stays_his(shared: Path) -> None:
    shared.chmod(0o755)
    own = shared / "sendiri"
    own.mkdir()
    os.chown(own, 65_001, 65_001)
    kantor = Kantor(shared)
    for path in (kantor.templat, kantor.templat / "pk.docx", kantor.buku):
        path.chmod(0o755)
    kantor.build = own / "build" / "dinas"
    with user(65_001):
        kantor.bangun({"a.docx": "A"})
    assert stat.S_IMODE((kantor.build / "a.docx").stat().st_mode) == 0o600
    assert stat.S_IMODE(kantor.build.stat().st_mode) == 0o700


@pytest.mark.skipif(sys.platform != "linux" or os.geteuid() != 0, reason="only root can be several users")
def test_a_lock_that_only_its_owner_may_write_locks_all_the_same(shared: Path) -> None:
    kantor = Kantor(shared)
    (shared / "build").mkdir(mode=0o777)
    (shared / "build").chmod(0o777)
    lock = hold.lock_of(kantor.build)
    lock.write_bytes(b"../buku.xlsx")
    lock.chmod(0o644)
    for path in (kantor.templat, kantor.templat / "pk.docx", kantor.buku):
        path.chmod(0o755)
    with user(65_002):
        with hold.exclusive(kantor.build), pytest.raises(MachineTrouble, match="sedang dipakai"):
            kantor.bangun({"a.docx": "A"})
        kantor.bangun({"a.docx": "A"})
    assert lock.read_bytes() == b"../buku.xlsx"
