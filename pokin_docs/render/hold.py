"""A build folder held by one run at a time, and the workbook that it was last built from."""

from __future__ import annotations

import contextlib
import os
import shutil
import stat
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from pokin_docs.model.findings import MachineTrouble
from pokin_docs.render.sharing import make_folder, share
from pokin_docs.render.trouble import machine_trouble

_MAX_MEMORY = 10_000
"""Bytes of the path that a lock holds: no path is longer."""


@dataclass(frozen=True, slots=True)
class FolderHold:
    """A build folder held by this run: its staging folder, and the open lock, which no other process may keep."""

    staging: Path
    key: int
    folder: Path

    def remember(self, buku: Path) -> None:
        """Keep in the lock which workbook the folder is built from; where that cannot be written it is not kept."""
        data = _path_from(self.folder, buku).encode("utf-8", "surrogateescape")
        with contextlib.suppress(OSError):
            if os.pread(self.key, _MAX_MEMORY, 0) != data if hasattr(os, "pread") else True:
                os.ftruncate(self.key, 0)
                os.lseek(self.key, 0, os.SEEK_SET)
                os.write(self.key, data)


def lock_of(folder: Path) -> Path:
    """The lock of a build folder, beside it."""
    return folder.parent / f".{folder.name}.kunci"


def other_workbook(folder: Path, buku: Path) -> Path | None:
    """The workbook of another place that a folder was last built from; None when it is this one or nothing is known."""
    lock = lock_of(folder)
    try:
        if not stat.S_ISREG(lock.lstat().st_mode):
            return None
        with lock.open("rb") as stream:
            known = stream.read(_MAX_MEMORY).decode("utf-8", "surrogateescape")
        if not known or "\x00" in known or os.path.normcase(known) == os.path.normcase(_path_from(folder, buku)):
            return None
        before = Path(os.path.normpath(folder.parent.resolve() / known))
        return None if before.exists() and buku.exists() and before.samefile(buku) else before
    except (OSError, ValueError):
        return None


def _path_from(folder: Path, buku: Path) -> str:
    """The way from a build folder's place to a workbook: the same when an office moves both together."""
    try:
        return os.path.relpath(buku.resolve(), folder.parent.resolve())
    except ValueError:  # another drive
        return str(buku.resolve())


@contextmanager
def exclusive(folder: Path) -> Iterator[FolderHold]:
    """Hold the build folder for this run, with an empty staging folder beside it.

    The staging folder is on the same file system, so that putting a document in place is one rename. What killed
    runs left beside the build is cleared here, under the lock: no living run can own it.

    Raises:
        MachineTrouble: Another run works in the folder, or nothing can be written there.
    """
    with machine_trouble(folder):
        make_folder(folder.parent)
        lock = _open(lock_of(folder))
    try:
        if not _take(lock):
            raise MachineTrouble(
                f"Folder {folder} sedang dipakai oleh proses lain dari program ini.",
                "Tunggu sampai proses itu selesai, lalu jalankan lagi.",
            )
        staging = None
        try:
            with machine_trouble(folder):
                staging = _stage(folder)
            yield FolderHold(staging, lock, folder)
        finally:
            if staging is not None:
                shutil.rmtree(staging, ignore_errors=True)
            _release(lock)
    finally:
        os.close(lock)


def _open(lock: Path) -> int:
    """The lock file, made if need be; for reading where somebody else made it and only they may write it.

    Raises:
        OSError: It cannot be opened.
        MachineTrouble: Something else has its name.
    """
    safe = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    if os.path.lexists(lock) and not stat.S_ISREG(lock.lstat().st_mode):
        raise MachineTrouble(f"{lock} bukan berkas biasa.", "Hapus atau pindahkan, lalu jalankan lagi.")
    try:
        handle = os.open(lock, os.O_RDWR | os.O_CREAT | safe, 0o666)
    except PermissionError:
        return os.open(lock, os.O_RDONLY | safe)
    share(lock)
    return handle


def _stage(folder: Path) -> Path:
    start = f".{folder.name}.sementara-"
    for left in folder.parent.iterdir():
        if left.name.startswith(start):
            shutil.rmtree(left, ignore_errors=True)
    number, staging = 1, folder.parent / f"{start}{os.getpid()}"
    while os.path.lexists(staging):  # left behind by somebody else, whose folder one may not remove
        number, staging = number + 1, folder.parent / f"{start}{os.getpid()}-{number}"
    make_folder(staging, new=True)
    return staging


if sys.platform == "win32":
    import msvcrt

    _FAR = 1 << 30
    """The byte that is locked, behind what the file holds: a locked one cannot be read by others."""

    def _take(handle: int) -> bool:
        try:
            os.lseek(handle, _FAR, os.SEEK_SET)
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

    def _release(handle: int) -> None:
        os.lseek(handle, _FAR, os.SEEK_SET)
        msvcrt.locking(handle, msvcrt.LK_UNLCK, 1)

else:
    import errno
    import fcntl

    def _take(handle: int) -> bool:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as fault:
            # A share without locks (ENOLCK, ENOTSUP) must not refuse its only user for ever; nor one that asks for a
            # lock that can be written (EBADF), where somebody else's cannot.
            return fault.errno not in (errno.EWOULDBLOCK, errno.EACCES)
        return True

    def _release(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_UN)
