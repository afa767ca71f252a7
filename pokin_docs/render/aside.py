"""Files that a person changed, moved whole out of the way before anything is replaced or removed."""

from __future__ import annotations

import contextlib
import os
import re
import sys
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from pokin_docs.model.findings import MachineTrouble
from pokin_docs.model.refusals import refusal
from pokin_docs.render.sharing import make_folder

SUNTINGAN = "suntingan"
"""Folder in a build folder: ``suntingan/2026-01-05_0930/Renstra/Bab-2.docx``. Nothing below it is ever deleted."""
STAMP = r"\d{4,}-\d\d-\d\d_\d{4}(?:-\d+)?"
"""Pattern of the folders in it: day and minute by the clock of the machine, numbered within a minute."""
_RESTORED = re.compile(rf".* \(suntingan {STAMP}\)(?: \(\d+\))?\Z")


def is_aside(path: str) -> bool:
    """Whether a path (relative to a build folder, with ``/``) is in the folder of what was set aside, or is it."""
    parts = PurePosixPath(path).parts
    # Windows leaves dots and blanks at the end of a name away.
    return bool(parts) and parts[0].rstrip(". ").casefold() == SUNTINGAN


def is_restored(name: str) -> bool:
    """Whether a file name is that of a copy that was put back: ``Bab-2 (suntingan 2026-01-05_0930).docx``."""
    return bool(_RESTORED.match(PurePosixPath(name).stem))


def free_stamp(folder: Path) -> str:
    """The name of a folder for what is set aside now, which is not there yet.

    Args:
        folder: The build folder.
    """
    return next(name for name in stamps() if is_free(folder, name))


def is_free(folder: Path, stamp: str) -> bool:
    """Whether a folder of that name can be made for what is set aside."""
    return bool(stamp) and not os.path.lexists(folder / SUNTINGAN / stamp)


def stamps() -> Iterator[str]:
    """Day and minute by the clock of the machine, then the same numbered."""
    now = time.strftime("%Y-%m-%d_%H%M")
    yield now
    number = 2
    while True:
        yield f"{now}-{number}"
        number += 1


def place_of(path: str, stamp: str) -> str:
    """Where a file goes that is set aside; both paths are relative to the build folder, with ``/``."""
    return f"{SUNTINGAN}/{stamp}/{path}"


@dataclass(frozen=True, slots=True)
class Moved:
    """Files that were set aside: the folder made for them, and the place of each before and now."""

    home: Path
    pairs: tuple[tuple[Path, Path], ...] = ()


def move(folder: Path, where: Iterable[str], stamp: str) -> Moved:
    """Set files aside, all of them or none.

    Args:
        folder: The build folder.
        where: Paths of the files, relative to it; what is not there any more is left out.
        stamp: Name of the folder for them, which must not be there yet (``free_stamp``).

    Raises:
        MachineTrouble: One of them cannot be moved; all lie where they were.
    """
    home = folder / SUNTINGAN / stamp
    pairs: list[tuple[Path, Path]] = []
    path = ""
    try:
        _make_root(home.parent)
        make_folder(home, new=True)
        for path in where:
            source, target = folder / path, home / path
            make_folder(target.parent)
            if os.path.lexists(source):  # where case does not count, two paths may be one file
                os.rename(_long(source), _long(target))  # noqa: PTH104  # over nothing: the folder is new
                pairs.append((source, target))
        _settle({place.parent for pair in pairs for place in pair})
    except OSError as fault:
        left = put_back(Moved(home, tuple(pairs)))
        raise _not_moved(folder, path, fault, left) from fault
    return Moved(home, tuple(pairs))


def put_back(moved: Moved) -> tuple[Path, ...]:
    """Undo ``move``, with the folders it made; return what stays set aside as it cannot be put back."""
    left: list[Path] = []
    for source, target in moved.pairs:
        try:
            if os.path.lexists(source):
                raise FileExistsError(source)
            os.rename(_long(target), _long(source))  # noqa: PTH104
        except OSError:
            left.append(target)
    for inner, _, _ in os.walk(moved.home, topdown=False):
        with contextlib.suppress(OSError):
            Path(inner).rmdir()  # one that holds something stays
    with contextlib.suppress(OSError):
        moved.home.parent.rmdir()
    return tuple(left)


def _make_root(root: Path) -> None:
    """Make the folder for all that is set aside: a real one in the build folder, not one that leads elsewhere.

    Raises:
        OSError: It cannot be made.
        MachineTrouble: Something else has its name.
    """
    if root.is_symlink() or (root.exists() and not root.is_dir()):
        raise MachineTrouble(
            f"{SUNTINGAN} di {root.parent} adalah tautan atau berkas, padahal tempat menyimpan suntingan; "
            "tidak ada yang diganti.",
            "Pindahkan atau ganti namanya, lalu jalankan lagi.",
        )
    make_folder(root)


def _settle(folders: Iterable[Path]) -> None:
    """Have the moves on the disk, where a folder can be asked for that."""
    if sys.platform == "win32":
        return
    for folder in folders:
        with contextlib.suppress(OSError):
            handle = os.open(folder, os.O_RDONLY)
            try:
                os.fsync(handle)
            finally:
                os.close(handle)


def _long(path: Path) -> str:
    """A path that may be longer than Windows takes otherwise: what is set aside lies deeper than the document did."""
    whole = os.path.abspath(path)  # noqa: PTH100  # a link stays one
    return f"\\\\?\\{whole}" if os.name == "nt" and not whole.startswith("\\\\") else whole


def _not_moved(folder: Path, path: str, fault: OSError, left: tuple[Path, ...]) -> MachineTrouble:
    if path:
        problem = f"{PurePosixPath(path).name} disunting tangan, dan suntingannya tidak dapat disimpan di"
    else:
        problem = "Ada yang disunting tangan, dan tempat menyimpannya tidak dapat dibuat:"
    message = f"{problem} {folder / SUNTINGAN} ({refusal(fault)}); tidak ada yang diganti."
    if left:
        message += f" Yang sudah dipindahkan: {', '.join(map(str, left))}."
    return MachineTrouble(
        message, "Tutup berkas yang terbuka, periksa izin dan ruang penyimpanan folder itu, lalu jalankan lagi."
    )
