"""What can be made again, kept in the user's cache folder: it saves time and nothing else.

A file that is not there, damaged, or not to be written is as good as none.
"""

from __future__ import annotations

import hashlib
import os
import tempfile
from contextlib import suppress
from pathlib import Path

_HEAD = 64


def cache_folder() -> Path | None:
    """Where this user's programs keep what can be made again; None where there is no such place."""
    named = os.environ.get("LOCALAPPDATA" if os.name == "nt" else "XDG_CACHE_HOME", "")
    try:
        base = Path(named) if named and Path(named).is_absolute() else Path.home() / ".cache"
    except (RuntimeError, ValueError):
        return None
    return base / "pokin"


def kept(name: str) -> bytes | None:
    """What was kept under a name, if it is whole: its first 64 letters are the sha256 of all others."""
    folder = cache_folder()
    try:
        data = (folder / name).read_bytes() if folder else b""
    except (OSError, ValueError):
        return None
    return data[_HEAD:] if data and hashlib.sha256(data[_HEAD:]).hexdigest().encode() == data[:_HEAD] else None


def keep(name: str, body: bytes, most: int) -> None:
    """Keep something, whole or not at all.

    Args:
        name: What it is called: what stands before its first hyphen is the same for all of its kind.
        body: What is kept.
        most: How many of its kind are kept; the oldest go.
    """
    folder = cache_folder()
    if folder is None:
        return
    kind, written = name.split("-")[0], ""
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        with tempfile.NamedTemporaryFile(dir=folder, prefix=f".{kind}-", delete=False) as target:
            written = target.name
            target.write(hashlib.sha256(body).hexdigest().encode() + body)
        os.replace(written, folder / name)  # noqa: PTH105
        _drop_oldest(folder, kind, most)
    except (OSError, ValueError):
        if written:
            with suppress(OSError):
                os.unlink(written)  # noqa: PTH108


def _drop_oldest(folder: Path, kind: str, most: int) -> None:
    files = sorted(folder.glob(f"{kind}-*"), key=lambda path: path.stat().st_mtime, reverse=True)
    for path in files[most:]:
        path.unlink(missing_ok=True)
