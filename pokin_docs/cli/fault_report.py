"""The report of an internal fault, kept for the developers where nobody can have laid a trap for it."""

from __future__ import annotations

import contextlib
import os
import tempfile
import traceback
from collections.abc import Iterator
from pathlib import Path

_LONGEST = 200_000
"""Bytes of a report: a fault in a recursion, or with a whole workbook in its message, is not kept whole."""


def keep_report() -> Path | None:
    """The new file that tells of the fault being handled; None where no folder takes one.

    The file is made, never opened: a link or a file of somebody else under its name is not followed or overwritten,
    and nobody but the user can read what it quotes from a workbook.
    """
    try:
        text = traceback.format_exc(limit=-200)
    except Exception:  # noqa: BLE001  # an exception whose own text cannot be made
        text = "".join(traceback.format_stack())
    data = text.encode("utf-8", errors="backslashreplace")
    if len(data) > _LONGEST:
        data = data[: _LONGEST // 2] + b"\n[...]\n" + data[-_LONGEST // 2 :]
    for folder in _folders():
        with contextlib.suppress(OSError):
            return _new_file(folder, data)
    return None


def _folders() -> Iterator[Path]:
    """Where a report may go, the best first."""
    with contextlib.suppress(OSError):  # raised where no folder for temporary files can be written
        yield Path(tempfile.gettempdir())
    with contextlib.suppress(OSError, RuntimeError):
        yield Path.home()
    with contextlib.suppress(OSError):
        yield Path.cwd()


def _new_file(folder: Path, data: bytes) -> Path:
    # O_EXCL and O_NOFOLLOW, mode 0600, and a name that cannot be guessed: as mkstemp does it.
    handle, name = tempfile.mkstemp(prefix="pokin-galat-internal-", suffix=".txt", dir=folder)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
    except OSError:
        Path(name).unlink(missing_ok=True)
        raise
    return Path(name)
