"""What lies set aside in a build folder: looked through, and put back as a copy; nothing of it is moved or deleted."""

from __future__ import annotations

import itertools
import os
import re
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from pokin_docs.files.whole_file import write_whole
from pokin_docs.model.findings import MachineTrouble
from pokin_docs.model.refusals import refusal
from pokin_docs.render.aside import STAMP, SUNTINGAN
from pokin_docs.render.sharing import make_folder, share


@dataclass(frozen=True, slots=True)
class KeptEdit:
    """A file that was set aside.

    ``folder`` is the build folder, ``stamp`` tells when, ``path`` where it lay in the build folder, with ``/``.
    ``is_replaced`` tells that a file lies there now.
    """

    folder: Path
    stamp: str
    path: str
    size: int
    is_replaced: bool

    @property
    def file(self) -> Path:
        """The file itself."""
        return self.folder / SUNTINGAN / self.stamp / self.path


def kept_edits(folder: Path) -> tuple[KeptEdit, ...]:
    """Every file that lies set aside in a build folder, sorted by time and path; nothing that a link leads to.

    Args:
        folder: The build folder.
    """
    home = folder / SUNTINGAN
    found = []
    for stamp in _entries(home) if _is_folder(home) else ():
        if re.fullmatch(STAMP, stamp.name) and _is_folder(stamp):
            for file, about in _files(stamp):
                path = file.relative_to(stamp).as_posix()
                found.append(KeptEdit(folder, stamp.name, path, about.st_size, _is_file(folder / path)))
    return tuple(sorted(found, key=lambda edit: (_moment(edit.stamp), edit.path)))


def same_beside(edit: KeptEdit) -> Path | None:
    """The file that lies where this one lay, or a copy of it beside that, which has the same bytes; None without one.

    Raises:
        MachineTrouble: The file that was set aside cannot be read.
    """
    place = edit.folder / edit.path
    try:
        data = edit.file.read_bytes()
        for name in (place, *itertools.takewhile(os.path.lexists, _names(place, edit.stamp))):
            if _is_file(name) and name.stat().st_size == len(data) and name.read_bytes() == data:
                return name
    except OSError as fault:
        raise MachineTrouble(f"{edit.file} tidak dapat dibaca ({refusal(fault)}).", "Periksa izinnya.") from fault
    return None


def restore(edit: KeptEdit) -> Path:
    """Copy a file that was set aside to where it lay, under a name of its own beside what lies there now.

    Returns:
        The copy.

    Raises:
        MachineTrouble: It cannot be read, or the copy cannot be written.
    """
    place = edit.folder / edit.path
    try:
        if not place.parent.resolve().is_relative_to(edit.folder.resolve()):
            raise MachineTrouble(
                f"Folder {place.parent} adalah tautan ke luar {edit.folder}; {place.name} tidak dikembalikan.",
                f"Salin sendiri dari {edit.file}.",
            )
        if not _is_file(edit.file):
            raise FileNotFoundError(2, os.strerror(2))
        data = edit.file.read_bytes()
        make_folder(place.parent)
        copy = next(name for name in _names(place, edit.stamp) if not os.path.lexists(name))
        write_whole(copy, data)
        share(copy)
    except OSError as fault:
        raise MachineTrouble(
            f"{edit.file} tidak dapat disalin ke {place.parent} ({refusal(fault)}).",
            "Periksa izin dan ruang penyimpanan folder itu, lalu ulangi; suntingannya tetap ada.",
        ) from fault
    return copy


def _names(place: Path, stamp: str) -> Iterator[Path]:
    """Names that ``aside.is_restored`` knows."""
    name = f"{place.stem} ({SUNTINGAN} {stamp})"
    yield place.with_name(name + place.suffix)
    number = 2
    while True:
        yield place.with_name(f"{name} ({number}){place.suffix}")
        number += 1


def _moment(stamp: str) -> tuple[str, int]:
    minute, _, number = stamp.partition("_")
    hour, _, several = number.partition("-")
    return f"{minute}_{hour}", int(several or 1)


def _files(folder: Path) -> Iterator[tuple[Path, os.stat_result]]:
    for entry in _entries(folder):
        about = entry.lstat()
        if stat.S_ISDIR(about.st_mode):
            yield from _files(entry)
        elif stat.S_ISREG(about.st_mode):
            yield entry, about


def _entries(folder: Path) -> list[Path]:
    try:
        return list(folder.iterdir())
    except OSError as fault:
        raise MachineTrouble(f"Folder {folder} tidak dapat dibaca ({refusal(fault)}).", "Periksa izinnya.") from fault


def _is_folder(path: Path) -> bool:
    return path.is_dir() and not path.is_symlink()


def _is_file(path: Path) -> bool:
    return path.is_file() and not path.is_symlink()
