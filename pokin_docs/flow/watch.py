"""Files watched by asking: change events are not to be trusted on network folders, and Office saves by rename."""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from pokin_docs.flow.narrative import SUFFIX
from pokin_docs.model.locations import workbooks
from pokin_docs.render.standing_files import sha256_of

_LOCKS = ("~$", ".")
"""What the names of files begin with that Office and LibreOffice lay beside open ones."""

_PATIENCE = 10
"""Looks for which half a file is waited for: a network may stop in the middle of a save. What stays half is told."""


@dataclass(frozen=True, slots=True)
class FileState:
    """A file at one look: bytes, time of the last save in nanoseconds, sha256 of its content."""

    size: int
    saved: int
    sha256: str


@dataclass(slots=True)
class Watch:
    """The files that a build follows from, looked at again and again.

    A file has changed when it was found with the same size, time and content at two looks one after the other, and its
    content is not that of the last change: half a save, a rename on the way and a save of the same are none. A file
    that is gone has changed too, but one of ``needed``: Office takes it away for a moment while it saves.

    Attributes:
        files: The files there are to be watched now.
        needed: Those without which nothing can be built.
    """

    files: Callable[[], Iterable[Path]]
    needed: Callable[[Path], bool] = lambda path: False
    _known: dict[Path, str] = field(default_factory=dict)
    _last: dict[Path, FileState | None] = field(default_factory=dict)
    _quiet: dict[Path, tuple[int, int] | None] = field(default_factory=dict)
    _waited: dict[Path, int] = field(default_factory=dict)

    def start(self) -> None:
        """Take everything as it stands now for known: what is saved from here on is a change."""
        for path in self.files():
            self.accept(path)

    @property
    def is_unsettled(self) -> bool:
        """Whether a file was found changed that has not been found the same twice: it is worth looking again soon."""
        return any(path not in self._quiet for path in self._last)

    def accept(self, path: Path) -> None:
        """Take a file as it stands now for known: the program itself wrote it."""
        state = _state(path)
        self._last[path] = state
        self._known[path] = state.sha256 if state else ""

    def look(self) -> tuple[Path, ...]:
        """The files that have changed, each told once; those without news since the last look are not opened."""
        changed = []
        for path in dict.fromkeys((*self.files(), *self._last)):
            if path in self._quiet and self._quiet[path] == _stamp(path):
                continue
            self._quiet.pop(path, None)
            state = _state(path)
            if path not in self._last or state != self._last[path]:
                self._last[path] = state
                continue
            if state is None and self.needed(path):
                continue
            waited = self._waited.pop(path, 0)
            if waited < _PATIENCE and _is_half(path):
                self._waited[path] = waited + 1
                continue
            self._quiet[path] = (state.size, state.saved) if state else None
            content = state.sha256 if state else ""
            if self._known.get(path, "") != content:
                self._known[path] = content
                changed.append(path)
        return tuple(changed)


def files_of_office(books: Iterable[Path], folders: Iterable[Path]) -> tuple[Path, ...]:
    """The workbooks, each with its naskah and the pictures beside it, and all files in these folders.

    Args:
        books: The workbooks.
        folders: Folders of templates and of word lists.
    """
    found: list[Path] = []
    for book in books:
        found.append(book)
        beside = sorted(book.parent.glob("*")) if book.parent.is_dir() else []
        found += [path for path in beside if path.suffix.lower() in (".docx", ".png", ".jpg", ".jpeg")]
        found.append(book.with_name(book.stem + SUFFIX))
    for folder in folders:
        found += sorted(path for path in folder.glob("*") if path.suffix.lower() in (".docx", ".xlsx", ".txt"))
    return tuple(dict.fromkeys(path for path in found if not path.name.startswith(_LOCKS)))


def watched_books(named: Path | None, folder: Path) -> tuple[Path, ...]:
    """The workbook named, else those in the folder of workbooks."""
    return (named,) if named is not None else tuple(workbooks(folder))


def _stamp(path: Path) -> tuple[int, int] | None:
    try:
        found = path.stat()
    except (OSError, ValueError):
        return None
    return found.st_size, found.st_mtime_ns


def _state(path: Path) -> FileState | None:
    """The file as it is; None where it is not there or cannot be read, as while Office saves it."""
    stamp = _stamp(path)
    if stamp is None:
        return None
    content = sha256_of(path)
    return FileState(*stamp, content) if content is not None else None


def _is_half(path: Path) -> bool:
    """Whether a file is empty, or begins as an Office file and does not end as one."""
    with suppress(OSError), path.open("rb") as file:
        return file.read(2) in (b"", b"PK") and not zipfile.is_zipfile(file)
    return False
