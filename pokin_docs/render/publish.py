"""Documents put in place so that whatever happens each one on disk is whole, old or new (promises 13 to 19)."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Collection, Iterable
from pathlib import Path

from pokin_docs.model.locations import is_file
from pokin_docs.render.sharing import make_folder, share
from pokin_docs.render.standing_files import StandingFiles, digest
from pokin_docs.render.trouble import FULL, machine_trouble, trouble

_MANY = 16
"""From so many documents on they wait for the disk together, which takes a third of the time."""


def prepare(staging: Path, where: Iterable[str]) -> None:
    """Make the folders that these documents are staged in.

    Beforehand, because what stages a document must not make any: a process that outlives a killed run would else
    bring the staging folder back after the next run has cleared it.
    """
    with machine_trouble(staging):
        for folder in dict.fromkeys((staging / path).parent for path in where):
            make_folder(folder)


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
        if same and StandingFiles(folder).sha256(path) == digest(data):
            return False
    except OSError:
        pass  # What cannot be read is replaced, or named when that fails too.
    with machine_trouble(folder):
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

    with machine_trouble(folder):
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
            make_folder(target.parent)
            if not target.parent.resolve().is_relative_to(home):  # a folder in it that is a link to another place
                failed.append(path)
                continue
            (staging / path).replace(target)
            share(target)
        except OSError as fault:
            if fault.errno in FULL:
                raise trouble(folder, fault) from fault
            failed.append(path)
    return tuple(failed)


def write_whole(staging: Path, target: Path, data: bytes) -> None:
    """Write ``data`` to ``target``, which is wholly the new one or still the old one, also after a power cut.

    ``staging`` is a folder on the same file system.

    Raises:
        MachineTrouble: It cannot be written.
    """
    with machine_trouble(target.parent):
        if target.is_file() and target.stat().st_size == len(data) and target.read_bytes() == data:
            return
        make_folder(target.parent)
        path = staging / f"{target.name}.baru"
        with path.open("wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        path.replace(target)
        share(target)


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
        if not target.parent.resolve().is_relative_to(home) or not is_file(target):
            continue
        if any(_same_file(target, folder / other) for other in remaining if other.casefold() == path.casefold()):
            continue
        try:
            target.unlink()
        except OSError:
            failed.append(path)
            continue
        gone.append(path)
    prune(folder, gone)
    return tuple(gone), tuple(failed)


def _same_file(one: Path, other: Path) -> bool:
    return other.exists() and one.samefile(other)


def prune(folder: Path, where: Iterable[str]) -> None:
    """Remove the folders that became empty when these files (relative to the build folder) went."""
    for path in where:
        empty = (folder / path).parent
        while empty != folder:
            try:
                empty.rmdir()
            except OSError:
                break
            empty = empty.parent
