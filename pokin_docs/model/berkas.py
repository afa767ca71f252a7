"""A file put in place whole or not at all."""

from __future__ import annotations

import os
from pathlib import Path


def write_whole(path: Path, data: bytes) -> None:
    """Write the file beside its place and move it there: a stopped run leaves the old file whole.

    Raises:
        OSError: The folder is missing or not writable, the disk is full, or the file is open in Excel (Windows).
    """
    staged = path.with_name(f".{path.name}.sementara-{os.getpid()}")
    try:
        with staged.open("wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        staged.replace(path)
    finally:
        staged.unlink(missing_ok=True)
