"""What a run is answerable for: kinds and times of files. What it does not make of these does not stay."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable

from pokin_docs.render.manifest import Manifest, ManifestEntry

Pair = tuple[str, str]
"""A ``jenis`` of file and its time: PKs of 2026 are other documents than those of 2027."""
Scope = frozenset[Pair]

_TIME_IN_NAME = re.compile(r"[^/_]+_(\d{4}(?:-\d{4})?)[_.][^/]*\Z")


def scope(pairs: Iterable[Pair]) -> Scope:
    """All files that a run which makes these is answerable for: also those of the same kind for no known time.

    A draft for a year that nobody had named yet is replaced by the document for the year.
    """
    made = frozenset(pairs)
    return made | {(jenis, "") for jenis, _ in made}


def time_in_name(path: str) -> str:
    """The time that the name of a file says, as documents of a version before manifests kept it; empty without one."""
    found = _TIME_IN_NAME.match(path.rpartition("/")[2])
    return found[1] if found else ""


def stale(old: Iterable[ManifestEntry], new: Collection[str], answerable: Scope) -> tuple[str, ...]:
    """Paths of an earlier build that this run no longer makes, of the files it is answerable for; sorted.

    Args:
        old: Files of the earlier build.
        new: Paths of this build.
        answerable: What this run is answerable for.
    """
    return tuple(
        sorted({entry.file for entry in old if (entry.jenis, entry.time) in answerable and entry.file not in new})
    )


def kept(old: Manifest, answerable: Scope, new: Collection[str]) -> tuple[ManifestEntry, ...]:
    """Files of an earlier build that this run was not asked for; they stay as they are.

    Args:
        old: Manifest of the earlier build.
        answerable: What this run is answerable for.
        new: Paths of this build.
    """
    return tuple(
        entry for entry in old.dokumen if (entry.jenis, entry.time) not in answerable and entry.file not in new
    )
