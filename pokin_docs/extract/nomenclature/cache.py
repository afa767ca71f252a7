"""The list as it was read, kept in the user's cache folder: reading 8,000 rows takes a second, this a few hundredths.

A cache only saves time: one that is not there, damaged, of another program or not to be written is as good as none.
"""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any

from pokin_docs import __version__
from pokin_docs.extract.nomenclature.kinds import version_of
from pokin_docs.model.nomenclature import NomenclatureEntry, NomenclatureList

_FORM = 1
"""Raised when what is kept, or how sentences are folded, changes."""
_HEAD = 64
SMALL = 64 * 2**10
"""Bytes of a file below which reading it again takes no longer."""
_MOST = 6
"""Lists that are kept; the oldest go."""


def cached_list(path: Path) -> NomenclatureList:
    """The official list that a file holds, from the cache where it was read before.

    Raises:
        NoList: It holds none, or cannot be read.
    """
    file = _file_of(path)
    found = _kept(file) if file else None
    if found is None:
        from pokin_docs.extract.nomenclature.read import read_list

        found = read_list(path)
        if file is not None:
            _keep(file, found)
    # The same list may lie there under another name, which says another year.
    return replace(found, nama=path.name, version=version_of(path.stem) or found.version)


def is_kept(path: Path) -> bool:
    """Whether the list of a file is in the cache, so that the file is one."""
    file = _file_of(path)
    return file is not None and file.is_file()


def _file_of(path: Path) -> Path | None:
    folder = cache_folder()
    digest = _digest(path) if folder else ""
    return folder / f"nomenklatur-{digest[:32]}-{_FORM}-{__version__}.json" if folder and digest else None


def cache_folder() -> Path | None:
    """Where this user's programs keep what can be made again; None where there is no such place."""
    named = os.environ.get("LOCALAPPDATA" if os.name == "nt" else "XDG_CACHE_HOME", "")
    try:
        base = Path(named) if named and Path(named).is_absolute() else Path.home() / ".cache"
    except (RuntimeError, ValueError):
        return None
    return base / "pokin"


def _digest(path: Path) -> str:
    """The sha256 of a file that is worth a cache; "" for others."""
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest() if path.stat().st_size >= SMALL else ""
    except OSError:
        return ""  # what cannot be read its reader tells


def _kept(file: Path) -> NomenclatureList | None:
    """The list of a cache file that is whole: its first 64 letters are the sha256 of all others."""
    try:
        data = file.read_bytes()
        if hashlib.sha256(data[_HEAD:]).hexdigest().encode() != data[:_HEAD]:
            return None
        content = json.loads(data[_HEAD:])
        return _as_list(content)
    except (OSError, ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return None


def _as_list(content: Any) -> NomenclatureList:
    columns = [text.split("\n") for text in content["entries"]]
    entries = tuple(map(NomenclatureEntry._make, zip(*columns, strict=True)))
    sentences = {int(depth): frozenset(text.split("\n")) for depth, text in content["sentences"].items()}
    return NomenclatureList("", int(content["version"]), entries, sentences)


def _keep(file: Path, found: NomenclatureList) -> None:
    """Write the list beside the others, whole or not at all; a cache that cannot be written is none."""
    # A text per column: a hundred thousand small ones take five times as long to read.
    content = {
        "version": found.version,
        "entries": ["\n".join(column) for column in zip(*found.entries, strict=True)],
        "sentences": {str(depth): "\n".join(sorted(keys)) for depth, keys in found.sentences.items()},
    }
    body = json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace")
    written = ""
    try:
        file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        with tempfile.NamedTemporaryFile(dir=file.parent, prefix=".nomenklatur-", delete=False) as target:
            written = target.name
            target.write(hashlib.sha256(body).hexdigest().encode() + body)
        os.replace(written, file)  # noqa: PTH105
        _drop_oldest(file.parent)
    except (OSError, ValueError):
        if written:
            with suppress(OSError):
                os.unlink(written)  # noqa: PTH108


def _drop_oldest(folder: Path) -> None:
    files = sorted(folder.glob("nomenklatur-*.json"), key=lambda path: path.stat().st_mtime, reverse=True)
    for path in files[_MOST:]:
        path.unlink(missing_ok=True)
