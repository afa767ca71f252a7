"""The list as it was read, kept in the user's cache folder: reading 8,000 rows takes a second, this a few hundredths.

A cache only saves time: one that is not there, damaged, of another program or not to be written is as good as none.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

from pokin_docs import __version__
from pokin_docs.extract.nomenclature.kinds import version_of
from pokin_docs.model import user_cache
from pokin_docs.model.nomenclature import NomenclatureEntry, NomenclatureList

_FORM = 1
"""Raised when what is kept, or how sentences are folded, changes."""
SMALL = 64 * 2**10
"""Bytes of a file below which reading it again takes no longer."""
_MOST = 6
"""Lists that are kept; the oldest go."""


def cached_list(path: Path) -> NomenclatureList:
    """The official list that a file holds, from the cache where it was read before.

    Raises:
        NoList: It holds none, or cannot be read.
    """
    name = _name_of(path)
    found = _kept(name) if name else None
    if found is None:
        from pokin_docs.extract.nomenclature.read import read_list

        found = read_list(path)
        if name:
            _keep(name, found)
    # The same list may lie there under another name, which says another year.
    return replace(found, nama=path.name, version=version_of(path.stem) or found.version)


def is_kept(path: Path) -> bool:
    """Whether the list of a file is in the cache, so that the file is one."""
    folder, name = user_cache.cache_folder(), _name_of(path)
    return folder is not None and bool(name) and (folder / name).is_file()


def _name_of(path: Path) -> str:
    digest = _digest(path)
    return f"nomenklatur-{digest[:32]}-{_FORM}-{__version__}.json" if digest else ""


def _digest(path: Path) -> str:
    """The sha256 of a file that is worth a cache; "" for others."""
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest() if path.stat().st_size >= SMALL else ""
    except OSError:
        return ""  # what cannot be read its reader tells


def _kept(name: str) -> NomenclatureList | None:
    """The list that is in the cache under this name."""
    body = user_cache.kept(name)
    try:
        return _as_list(json.loads(body)) if body is not None else None
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return None


def _as_list(content: Any) -> NomenclatureList:
    columns = [text.split("\n") for text in content["entries"]]
    entries = tuple(map(NomenclatureEntry._make, zip(*columns, strict=True)))
    sentences = {int(depth): frozenset(text.split("\n")) for depth, text in content["sentences"].items()}
    return NomenclatureList("", int(content["version"]), entries, sentences)


def _keep(name: str, found: NomenclatureList) -> None:
    # A text per column: a hundred thousand small ones take five times as long to read.
    content = {
        "version": found.version,
        "entries": ["\n".join(column) for column in zip(*found.entries, strict=True)],
        "sentences": {str(depth): "\n".join(sorted(keys)) for depth, keys in found.sentences.items()},
    }
    body = json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace")
    user_cache.keep(name, body, _MOST)
