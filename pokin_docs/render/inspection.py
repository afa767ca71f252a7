"""A build held against its manifest: every hash computed again, nothing written (promise 21)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pokin_docs.render.manifest as manifest
import pokin_docs.render.manifest_reading as manifest_reading
import pokin_docs.render.paths as paths
import pokin_docs.render.publish as publish

__all__ = ["BuildSource", "BuildState", "inspect"]

_WORD_LOCK = "~$"


@dataclass(frozen=True, slots=True)
class BuildSource:
    """The workbook or a template that a build was made from; ``same`` is None when there is no such file to compare."""

    name: str
    same: bool | None


@dataclass(frozen=True, slots=True)
class BuildState:
    """What is known of a build folder.

    ``matches`` counts the files that are as they were made. ``changed`` have other bytes now, ``missing`` are gone,
    ``foreign`` are not from the program. ``interrupted`` tells that the last build did not get to its end;
    ``readable`` that there is a manifest which can be read.
    """

    folder: Path
    readable: bool
    version: str = ""
    interrupted: bool = False
    matches: int = 0
    changed: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    foreign: tuple[str, ...] = ()
    buku: BuildSource | None = None
    templat: tuple[BuildSource, ...] = ()

    @property
    def is_intact(self) -> bool:
        """Whether all is as it was built, from what is still there."""
        source = (*self.templat, *((self.buku,) if self.buku else ()))
        changed = self.changed or self.missing or self.foreign or any(one.same is False for one in source)
        return self.readable and not self.interrupted and not changed


def inspect(folder: Path, *, buku: tuple[Path, ...], templat: tuple[Path, ...]) -> BuildState:
    """The state of a build folder.

    Args:
        folder: The build folder.
        buku: Folders in which the workbook may be, the first that has it counts.
        templat: Folders with templates, searched in order.
    """
    made = manifest_reading.read(folder)
    if made == manifest.EMPTY_LIST:
        return BuildState(folder, readable=False)
    known: dict[str, set[str]] = {}
    for entry in made.dokumen:
        if paths.is_inside(entry.file):
            known.setdefault(entry.file, set()).add(entry.sha256)
    now = {path: publish.sha256_in(folder, path) for path in known}
    changed = [path for path in known if now[path] and now[path] not in known[path]]
    # A place outside the folder was never written there by the program.
    changed += [] if all(paths.is_inside(entry.file) for entry in made.dokumen) else [manifest.FILE_NAME]
    file_name, sha256 = made.buku
    return BuildState(
        folder=folder,
        readable=True,
        version=made.version,
        interrupted=any(len(several) > 1 for several in known.values()),
        matches=sum(now[path] in known[path] for path in known),
        changed=tuple(sorted(changed)),
        missing=tuple(sorted(path for path in known if now[path] is None)),
        foreign=tuple(sorted(_foreign(folder, known.keys() | {manifest.FILE_NAME}))),
        buku=_compared(file_name, sha256, buku),
        templat=tuple(_compared(name, digest, templat) for name, digest in sorted(made.templat)),
    )


def _foreign(folder: Path, known: set[str]) -> Iterator[str]:
    """Files that no build made; not what Word itself keeps beside a document that is open."""
    for path in folder.rglob("*"):
        name = path.relative_to(folder).as_posix()
        if name not in known and not path.name.startswith(_WORD_LOCK) and (path.is_file() or path.is_symlink()):
            yield name


def _compared(file_name: str, sha256: str, folders: tuple[Path, ...]) -> BuildSource:
    # A name in a manifest that somebody wrote may be a path: only its last part is looked for.
    plain = Path(file_name).name
    found = next((place / plain for place in folders if plain and (place / plain).is_file()), None)
    return BuildSource(file_name, publish.sha256_of(found) == sha256 if found else None)
