"""The files of a build folder as they stand: read once, and again only where a file is another than before."""

from __future__ import annotations

import hashlib
import stat
from pathlib import Path

LINK, OUTSIDE, NO_FILE, UNREADABLE = "tautan", "di luar", "bukan berkas", "tidak terbaca"
"""Instead of a sha256: a link; a place that a link leads out of the folder to; a pipe or device; no right to read."""

_AT_ONCE = 8_000_000
"""Bytes up to which a file is read at once, which is quicker."""
Signature = tuple[int, int, int, int, int]


def digest(data: bytes) -> str:
    """The sha256 of some bytes, as the manifest writes it."""
    return hashlib.sha256(data).hexdigest()


def sha256_of(path: Path) -> str | None:
    """The sha256 of an ordinary file as it stands; None when there is none or it cannot be read."""
    try:
        about = path.stat()
        if not stat.S_ISREG(about.st_mode):  # opening a pipe would wait for ever
            return None
        if about.st_size <= _AT_ONCE:
            return digest(path.read_bytes())
        with path.open("rb") as stream:
            return hashlib.file_digest(stream, "sha256").hexdigest()
    except OSError:
        return None


class StandingFiles:
    """The files of a build folder by their path in it (with ``/``).

    What was read is kept with size, time and place on the disk: a file that somebody saves meanwhile is read again.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._known: dict[str, tuple[Signature, str]] = {}
        self._inside: dict[Path, bool] = {}

    def sha256(self, where: str) -> str | None:
        """The sha256 of a file; a word that is none, where it is no file that we read; None where there is none.

        A folder counts as none.
        """
        path = self.folder / where
        try:
            about = path.lstat()
        except (OSError, ValueError):
            return None
        if not self._is_inside(path.parent):
            return OUTSIDE
        if stat.S_ISDIR(about.st_mode):
            return None
        if not stat.S_ISREG(about.st_mode):
            return LINK if stat.S_ISLNK(about.st_mode) else NO_FILE
        signature = (about.st_dev, about.st_ino, about.st_size, about.st_mtime_ns, about.st_ctime_ns)
        known = self._known.get(where)
        if known is None or known[0] != signature:
            known = signature, sha256_of(path) or UNREADABLE
            self._known[where] = known
        return known[1]

    def _is_inside(self, folder: Path) -> bool:
        if folder not in self._inside:
            self._inside[folder] = folder.resolve().is_relative_to(self.folder.resolve())
        return self._inside[folder]
