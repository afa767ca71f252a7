"""``riwayat.json``: what earlier runs found, kept in the build folder; it stands in no manifest."""

from __future__ import annotations

import os
import re
import stat
import time
from contextlib import suppress
from pathlib import Path

from pokin_docs.model import history
from pokin_docs.model.findings import MachineTrouble
from pokin_docs.model.history import FILE_NAME, HistoryEntry
from pokin_docs.render import hold, publish

_MAX_BYTES = 4_000_000
_OURS = re.compile(r"riwayat(?:-rusak(?:-\d+)?)?\.json")


def is_history(path: str) -> bool:
    """Whether a path (relative to a build folder) is that of the history, or of a damaged one that was laid aside."""
    return _OURS.fullmatch(path) is not None


def read(folder: Path) -> tuple[HistoryEntry, ...]:
    """What is known of earlier runs; nothing where there is no history or it was damaged."""
    return _read(folder / FILE_NAME) or ()


def today() -> str:
    """The day by the clock of this machine, as it stands in the history and nowhere else."""
    return time.strftime("%Y-%m-%d")


def record(folder: Path, entry: HistoryEntry) -> None:
    """Add an entry, where the workbook or a count has changed; a history that cannot be written stops nobody.

    A damaged one is laid aside under another name, never overwritten.
    """
    path = folder / FILE_NAME
    with suppress(MachineTrouble, OSError):
        if not folder.is_dir() or not _may_replace(path) or _is_known(path, entry):
            return
        with hold.exclusive(folder) as held:
            known = _read(path)
            if known is None and path.exists():
                path.rename(_free_name(folder))
            publish.write_whole(held.staging, path, history.to_bytes(history.added(known or (), entry)))


def _is_known(path: Path, entry: HistoryEntry) -> bool:
    known = _read(path)
    return bool(known) and history.added(known or (), entry) == known


def _read(path: Path) -> tuple[HistoryEntry, ...] | None:
    """The entries; None where there are none to be read."""
    with suppress(OSError):
        about = path.lstat()
        if stat.S_ISREG(about.st_mode) and about.st_size <= _MAX_BYTES:
            return history.read(path.read_bytes())
    return None


def _may_replace(path: Path) -> bool:
    """Whether nothing, or an ordinary file, is there: a link, a folder or a pipe is somebody else's."""
    return not os.path.lexists(path) or stat.S_ISREG(path.lstat().st_mode)


def _free_name(folder: Path) -> Path:
    stem = FILE_NAME.removesuffix(".json")
    names = (f"{stem}-rusak{f'-{number}' if number > 1 else ''}.json" for number in range(1, 10_000))
    return next(folder / name for name in names if not os.path.lexists(folder / name))
