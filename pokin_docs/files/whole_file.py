"""A file put in place whole or not at all."""

from __future__ import annotations

import contextlib
import os
import sys
from pathlib import Path

from pokin_docs.model.findings import MachineTrouble
from pokin_docs.model.refusals import refusal


def write_whole(path: Path, data: bytes) -> None:
    """Write the file beside its place and move it there: a stopped run leaves the old file whole.

    Raises:
        OSError: The folder is missing or not writable, the disk is full, or the file is open in Excel (Windows).
    """
    _clear_leftovers(path)
    staged = path.with_name(f".{path.name}.sementara-{os.getpid()}")
    try:
        with staged.open("wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        staged.replace(path)
    finally:
        staged.unlink(missing_ok=True)


def write_where_other(path: Path, data: bytes) -> None:
    """Write the file the same way, but leave one alone that holds these bytes already.

    Raises:
        OSError: As ``write_whole``.
    """
    if not path.is_file() or path.read_bytes() != data:
        write_whole(path, data)


def _clear_leftovers(path: Path) -> None:
    """Remove what killed runs left half written beside the file; what a living one is writing stays."""
    start = f".{path.name}.sementara-"
    with contextlib.suppress(OSError):
        for left in path.parent.iterdir():
            number = left.name.removeprefix(start)
            if left.name.startswith(start) and number.isdecimal() and not _lives(int(number)):
                left.unlink()


def _lives(process: int) -> bool:
    if sys.platform == "win32":
        return False  # a file that is being written cannot be removed there
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except (OSError, OverflowError):
        return True
    return True


def save(file: Path, data: bytes) -> None:
    """Write a file that is either wholly the new one or still the old one.

    Raises:
        MachineTrouble: The folder cannot be written, or the old file is open in another program.
    """
    try:
        write_whole(file, data)
    except OSError as error:
        raise MachineTrouble(
            f"«{file}» tidak dapat ditulis ({refusal(error)}).",
            "Tutup berkas itu bila terbuka, periksa foldernya dan ruang penyimpanannya, lalu jalankan lagi.",
        ) from error
