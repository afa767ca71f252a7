"""A build held against its manifest: every hash computed again, nothing written (promise 21)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from pokin_docs.documents.proof import Contradiction
from pokin_docs.model.locations import is_file
from pokin_docs.model.settings import (
    FORMER_RECORD,
    PDF_RECORD,
    QUARTER_RECORD,
    SIGNING_LIST,
    SIGNING_RECORD,
    WATCH_PAGE,
)
from pokin_docs.pdf.record import read_record
from pokin_docs.render import manifest, manifest_reading, paths, proving
from pokin_docs.render.aside import is_aside, is_restored
from pokin_docs.render.edited_files import MadeFiles
from pokin_docs.render.history_file import is_history
from pokin_docs.render.standing_files import OUTSIDE, StandingFiles, sha256_of

__all__ = ["BuildSource", "BuildState", "inspect"]

_WORD_LOCK = "~$"
_OWN = frozenset((manifest.FILE_NAME, WATCH_PAGE, PDF_RECORD, SIGNING_RECORD, FORMER_RECORD, QUARTER_RECORD))
"""Files of our own that no manifest names."""


@dataclass(frozen=True, slots=True)
class BuildSource:
    """The workbook or a template that a build was made from; ``same`` is None when there is no such file to compare."""

    name: str
    same: bool | None


@dataclass(frozen=True, slots=True)
class PairSource:
    """What the files of one kind and time were made from, where that is not what the last run was made from."""

    jenis: str
    time: str
    buku: BuildSource
    templat: tuple[BuildSource, ...]

    @property
    def is_same(self) -> bool:
        """Whether nothing of it is known to have changed."""
        return all(one.same is not False for one in (self.buku, *self.templat))


@dataclass(frozen=True, slots=True)
class BuildState:
    """What is known of a build folder.

    ``matches`` counts the files that are as they were made, with those that follow from documents. ``changed`` have
    other bytes now, some ``edited``: another content, so that a build sets them aside, some ``unclear``: they lie
    behind a link out of the folder, or it is the manifest and names such a place; ``missing`` are gone, ``foreign`` are
    not from the program, ``restored`` are copies of what was set aside. ``earlier`` are the kinds and times that the
    last run was not asked for.
    ``contradictions`` are the places at which what was edited says other than the other documents. ``outdated`` are
    PDFs, bound and packed files that are not what would be made of the documents now.
    ``interrupted`` tells that the last build did not get to its end; ``readable`` that there is a manifest which can be
    read.
    """

    folder: Path
    readable: bool
    version: str = ""
    interrupted: bool = False
    matches: int = 0
    changed: tuple[str, ...] = ()
    edited: tuple[str, ...] = ()
    unclear: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    foreign: tuple[str, ...] = ()
    restored: tuple[str, ...] = ()
    buku: BuildSource | None = None
    templat: tuple[BuildSource, ...] = ()
    earlier: tuple[PairSource, ...] = ()
    contradictions: tuple[Contradiction, ...] = ()
    outdated: tuple[str, ...] = ()

    @property
    def is_intact(self) -> bool:
        """Whether all is as it was built, from what is still there."""
        source = (*self.templat, *((self.buku,) if self.buku else ()))
        named = self.changed or self.missing or self.foreign or self.outdated
        changed = named or any(one.same is False for one in source)
        as_made = all(pair.is_same for pair in self.earlier)
        return self.readable and not self.interrupted and not changed and as_made


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
    files = MadeFiles(made, StandingFiles(folder))
    now = {path: files.standing.sha256(path) for path in known}
    changed = [path for path in known if now[path] and now[path] not in known[path]]
    # A place outside the folder was never written there by the program.
    outside = [] if all(paths.is_inside(entry.file) for entry in made.dokumen) else [manifest.FILE_NAME]
    same, others, gone = _following(folder, files.standing)
    strange = sorted(_foreign(folder, {*known, *same, *others, *gone, *_OWN}))
    file_name, sha256 = made.buku
    return BuildState(
        folder=folder,
        readable=True,
        version=made.version,
        interrupted=any(len(several) > 1 for several in known.values()),
        matches=sum(now[path] in known[path] for path in known) + len(same),
        changed=tuple(sorted((*changed, *others, *outside))),
        edited=tuple(sorted(filter(files.is_edited, changed))),
        unclear=tuple(sorted((*(path for path in changed if now[path] == OUTSIDE), *outside))),
        missing=tuple(sorted((*(path for path in known if now[path] is None), *gone))),
        foreign=tuple(name for name in strange if not is_restored(name)),
        restored=tuple(filter(is_restored, strange)),
        buku=_compared(file_name, sha256, buku),
        templat=tuple(_compared(name, digest, templat) for name, digest in sorted(made.templat)),
        earlier=tuple(_earlier(made, buku, templat)),
        contradictions=_contradictions(made, folder, tuple(filter(files.is_edited, changed))),
    )


def _following(folder: Path, standing: StandingFiles) -> tuple[list[str], list[str], list[str]]:
    """The files that follow from documents: those as they were made, those that were changed, those that are gone."""
    known = {path: entry.sha256 for path, entry in read_record(folder).items() if paths.is_inside(path)}
    now = {path: standing.sha256(path) for path in known}
    same = [path for path in known if now[path] == known[path]]
    gone = [path for path in known if now[path] is None]
    return same, [path for path in known if now[path] not in (None, known[path])], gone


def _contradictions(made: manifest.Manifest, folder: Path, edited: tuple[str, ...]) -> tuple[Contradiction, ...]:
    """What documents that a person edited say otherwise than the others; nothing is read where none was."""
    proof = proving.edited(made, folder, edited) if edited else None
    return tuple(one for one in proof.contradictions if one.path in edited) if proof else ()


def _earlier(made: manifest.Manifest, buku: tuple[Path, ...], templat: tuple[Path, ...]) -> Iterator[PairSource]:
    """The kinds and times of documents that were made from another workbook or other templates than the last run."""
    last = set(made.templat)
    for pair in made.made:
        if pair.templat and (pair.buku != made.buku or not set(pair.templat) <= last):
            yield PairSource(
                pair.jenis, pair.time, _compared(*pair.buku, buku),
                tuple(_compared(name, sha256, templat) for name, sha256 in pair.templat),
            )  # fmt: skip


def _foreign(folder: Path, known: set[str]) -> Iterator[str]:
    """Files that no build made.

    What Word itself keeps beside a document that is open, what was set aside, and the list an office writes into, of
    which the manifest knows nothing, are none.
    """
    for path in folder.rglob("*"):
        name = path.relative_to(folder).as_posix()
        if name in known or is_aside(name) or is_history(name) or path.name.startswith(_WORD_LOCK):
            continue
        if name.startswith(SIGNING_LIST) and name.endswith(".xlsx"):
            continue
        if path.is_symlink() or not path.is_dir():
            yield name


def _compared(file_name: str, sha256: str, folders: tuple[Path, ...]) -> BuildSource:
    # A name in a manifest that somebody wrote may be a path: only its last part is looked for.
    plain = Path(file_name).name
    found = next((place / plain for place in folders if plain and is_file(place / plain)), None)
    return BuildSource(file_name, sha256_of(found) == sha256 if found else None)
