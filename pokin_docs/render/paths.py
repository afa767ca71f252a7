"""A guard on where documents go: the names are made elsewhere, here nothing may leave the build folder."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from pathlib import Path, PurePosixPath, PureWindowsPath

from pokin_docs.render.aside import is_aside

MAX_PATH = 240
"""Characters of a full path that every program on Windows can open: its limit is 260, and Word adds ``~$`` and more."""


def is_inside(path: str) -> bool:
    """Whether a relative path (with ``/``) can be ours: not too long, and inside its folder, on Windows too.

    What was set aside there is not ours.
    """
    windows = PureWindowsPath(path)
    plain = bool(PurePosixPath(path).parts) and "\\" not in path and "\x00" not in path and len(path) <= MAX_PATH
    return plain and not windows.anchor and ".." not in windows.parts and not is_aside(path)


def key(path: str) -> str:
    """What two paths share that are one file for some machine: case and the way accents are composed do not count."""
    return unicodedata.normalize("NFC", path).casefold()


def guard(where: Iterable[str]) -> None:
    """Refuse relative paths (with ``/``) that leave the folder, or of which two are one file.

    Case and the way accents are composed do not make two names: Windows and a zip would keep one file of two.

    Raises:
        ValueError: One of them is such a path, which is a fault of the program.
    """
    seen: dict[str, str] = {}
    for path in where:
        if not is_inside(path):
            raise ValueError(f"path leaves the build folder: {path!r}")
        before = seen.setdefault(key(path), path)
        if before is not path:
            raise ValueError(f"two documents share one path: {before!r} and {path!r}")


def too_long(folder: Path, where: Iterable[str]) -> str:
    """The first path (relative, with ``/``) that Windows would not take below this folder; empty when all fit."""
    above = len(str(folder.resolve())) + 1
    return next((path for path in where if above + len(path) > MAX_PATH), "")
