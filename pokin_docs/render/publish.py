"""Documents put in place so that whatever happens each one on disk is whole, old or new (promises 13 to 19)."""

from __future__ import annotations

import errno
import hashlib
import os
import shutil
import sys
from collections import deque
from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from pokin_docs.model.findings import MachineTrouble

_FULL = (errno.ENOSPC, errno.EDQUOT)
_MANY = 16
"""From so many documents on they wait for the disk together, which takes a third of the time."""


@dataclass(frozen=True, slots=True)
class FolderHold:
    """A build folder held by this run: its staging folder, and the open lock, which no other process may keep."""

    staging: Path
    key: int


def digest(data: bytes) -> str:
    """The sha256 of some bytes, as the manifest writes it."""
    return hashlib.sha256(data).hexdigest()


@contextmanager
def exclusive(folder: Path) -> Iterator[FolderHold]:
    """Hold the build folder for this run, with an empty staging folder beside it.

    The staging folder is on the same file system, so that putting a document in place is one rename. What killed
    runs left beside the build is cleared here, under the lock: no living run can own it.

    Raises:
        MachineTrouble: Another run works in the folder, or nothing can be written there.
    """
    with _machine_trouble(folder):
        folder.parent.mkdir(parents=True, exist_ok=True)
        lock = (folder.parent / f".{folder.name}.kunci").open("a+b")
    staging = folder.parent / f".{folder.name}.sementara-{os.getpid()}"
    with lock:
        if not _take(lock.fileno()):
            raise MachineTrouble(
                f"Folder {folder} sedang dipakai oleh proses lain dari program ini.",
                "Tunggu sampai proses itu selesai, lalu jalankan lagi.",
            )
        try:
            with _machine_trouble(folder):
                for left in folder.parent.glob(f".{folder.name}.sementara-*"):
                    shutil.rmtree(left, ignore_errors=True)
                staging.mkdir()
            yield FolderHold(staging, lock.fileno())
        finally:
            shutil.rmtree(staging, ignore_errors=True)
            _release(lock.fileno())


def sha256_of(path: Path) -> str | None:
    """The sha256 of a file as it stands; None when it is not there or cannot be read."""
    try:
        return digest(path.read_bytes())
    except OSError:
        return None


def sha256_in(folder: Path, where: str) -> str | None:
    """The sha256 of a file of the build (``where`` is relative to it); of a link, that of no file we ever write."""
    path = folder / where
    if path.is_symlink() or not path.resolve().is_relative_to(folder.resolve()):
        return digest(b"tautan")
    return sha256_of(path)


def prepare(staging: Path, where: Iterable[str]) -> None:
    """Make the folders that these documents are staged in.

    Beforehand, because what stages a document must not make any: a process that outlives a killed run would else
    bring the staging folder back after the next run has cleared it.
    """
    with _machine_trouble(staging):
        for folder in dict.fromkeys((staging / path).parent for path in where):
            folder.mkdir(parents=True, exist_ok=True)


def stage(staging: Path, folder: Path, path: str, data: bytes) -> bool:
    """Lay a document ready; False when the one in place has these bytes already and is left alone.

    Args:
        staging: The staging folder, its folders made (``prepare``).
        folder: The build folder.
        path: Where the document goes, relative to both, with ``/``.
        data: The document.

    Raises:
        MachineTrouble: It cannot be written.
    """
    target = folder / path
    try:
        same = target.is_file() and target.stat().st_size == len(data) and target.read_bytes() == data
        if same and sha256_in(folder, path) == digest(data):
            return False
    except OSError:
        pass  # What cannot be read is replaced, or named when that fails too.
    with _machine_trouble(folder):
        (staging / path).write_bytes(data)
    return True


def settle(staging: Path, folder: Path, where: Collection[str]) -> None:
    """Have the staged documents on the disk before any is renamed: a rename outlives a power cut, its text may not.

    The paths of ``where`` are relative to ``staging``; ``folder`` is named by the message.

    Raises:
        MachineTrouble: The disk is full or fails.
    """

    def wait(path: str) -> None:
        with (staging / path).open("r+b") as stream:
            os.fsync(stream.fileno())

    with _machine_trouble(folder):
        if len(where) < _MANY:
            for path in where:
                wait(path)
            return
        from concurrent.futures import ThreadPoolExecutor

        with ThreadPoolExecutor(8) as together:
            deque(together.map(wait, where), maxlen=0)


def put_in_place(staging: Path, folder: Path, where: Iterable[str]) -> tuple[str, ...]:
    """Replace each document by the staged one; those that could not be (open in Word) keep their old version.

    Args:
        staging: The staging folder.
        folder: The build folder.
        where: Paths of the documents, relative to both.

    Returns:
        The paths that could not be replaced.

    Raises:
        MachineTrouble: The disk is full.
    """
    failed: list[str] = []
    home = folder.resolve()
    for path in where:
        target = folder / path
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
            if not target.parent.resolve().is_relative_to(home):  # a folder in it that is a link to another place
                failed.append(path)
                continue
            (staging / path).replace(target)
        except OSError as fault:
            if fault.errno in _FULL:
                raise _trouble(folder, fault) from fault
            failed.append(path)
    return tuple(failed)


def write_whole(staging: Path, target: Path, data: bytes) -> None:
    """Write ``data`` to ``target``, which is wholly the new one or still the old one, also after a power cut.

    ``staging`` is a folder on the same file system.

    Raises:
        MachineTrouble: It cannot be written.
    """
    with _machine_trouble(target.parent):
        if target.is_file() and target.read_bytes() == data:
            return
        target.parent.mkdir(parents=True, exist_ok=True)
        path = staging / f"{target.name}.baru"
        with path.open("wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        path.replace(target)


def remove(folder: Path, where: Iterable[str], remaining: Collection[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Delete documents of people who left, and the folders that became empty by it.

    Args:
        folder: The build folder.
        where: Paths to delete, relative to the folder.
        remaining: Paths that stay: where case does not count, one of them may be the same file under an old spelling.

    Returns:
        The paths that are gone now and were there before, and those that could not be deleted.
    """
    gone: list[str] = []
    failed: list[str] = []
    home = folder.resolve()
    for path in where:
        target = folder / path
        # A manifest may have been tampered with, and a folder may be a link to another place.
        if not target.parent.resolve().is_relative_to(home) or not target.is_file():
            continue
        if any(_same_file(target, folder / other) for other in remaining if other.casefold() == path.casefold()):
            continue
        try:
            target.unlink()
        except OSError:
            failed.append(path)
            continue
        gone.append(path)
        _prune(target.parent, folder)
    return tuple(gone), tuple(failed)


def _same_file(one: Path, other: Path) -> bool:
    return other.exists() and one.samefile(other)


def _prune(empty: Path, folder: Path) -> None:
    while empty != folder:
        try:
            empty.rmdir()
        except OSError:
            return
        empty = empty.parent


@contextmanager
def _machine_trouble(folder: Path) -> Iterator[None]:
    try:
        yield
    except OSError as fault:
        raise _trouble(folder, fault) from fault


def _trouble(folder: Path, fault: OSError) -> MachineTrouble:
    if fault.errno in _FULL:
        return MachineTrouble(f"Ruang penyimpanan penuh di {folder}.", "Kosongkan ruang, lalu jalankan lagi.")
    if isinstance(fault, PermissionError) or fault.errno == errno.EROFS:
        return MachineTrouble(
            f"Tidak boleh menulis ke folder {folder}.", "Pilih folder lain dengan --keluaran, atau minta izin menulis."
        )
    if isinstance(fault, IsADirectoryError):
        name = Path(fault.filename2 or fault.filename or folder).name
        return MachineTrouble(f"{name} di {folder} adalah folder.", "Pindahkan atau ganti namanya, lalu ulangi.")
    return MachineTrouble(f"Gagal menulis ke folder {folder} ({fault.strerror}).", "Periksa folder itu, lalu ulangi.")


if sys.platform == "win32":
    import msvcrt

    def _take(handle: int) -> bool:
        try:
            os.lseek(handle, 0, os.SEEK_SET)
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

    def _release(handle: int) -> None:
        os.lseek(handle, 0, os.SEEK_SET)
        msvcrt.locking(handle, msvcrt.LK_UNLCK, 1)

else:
    import fcntl

    def _take(handle: int) -> bool:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as fault:
            # A share without locks (ENOLCK, ENOTSUP) must not refuse its only user for ever.
            return fault.errno not in (errno.EWOULDBLOCK, errno.EACCES)
        return True

    def _release(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_UN)
