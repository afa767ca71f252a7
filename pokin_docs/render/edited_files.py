"""Which files of a build folder a person has changed since they were made."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from pathlib import Path

from pokin_docs.render import paths
from pokin_docs.render.answerable import Scope
from pokin_docs.render.aside import place_of
from pokin_docs.render.manifest import Manifest, ManifestEntry
from pokin_docs.render.result import SetAside
from pokin_docs.render.standing_files import OUTSIDE, StandingFiles, digest

_MAX_BYTES = 256_000_000
"""A larger file is none of ours, whatever is in it."""


class MadeFiles:
    """What earlier builds left in a folder, and what has become of it.

    A file is ours while it has bytes that its manifest names, or the same content: Word and LibreOffice write other
    bytes when they only save it again. Case of a path does not count: it may be one file.
    """

    def __init__(self, old: Manifest, standing: StandingFiles) -> None:
        self.standing = standing
        self._known: dict[str, list[ManifestEntry]] = {}
        self._fingerprints: dict[str, tuple[str, str]] = {}
        for entry in old.dokumen:
            if paths.is_inside(entry.file):
                self._known.setdefault(paths.key(entry.file), []).append(entry)

    def fingerprint_of(self, path: str, sha256: str) -> str:
        """The fingerprint of the file at this path, which has this sha256: as the manifest says, else computed."""
        return self.known_fingerprint(path, sha256) or self._fingerprint(path)

    def known_fingerprint(self, path: str, sha256: str) -> str:
        """The fingerprint of bytes with this sha256 as the manifest says it; empty where it does not."""
        said = (entry.fingerprint for entry in self._known.get(paths.key(path), ()) if entry.sha256 == sha256)
        return next(filter(None, said), "")

    def is_edited(self, path: str) -> bool:
        """Whether a file that is named by the manifest has a content that we never gave it."""
        known = self._known.get(paths.key(path), ())
        sha256 = self.standing.sha256(path)
        if not known or sha256 in (None, OUTSIDE) or any(entry.sha256 == sha256 for entry in known):
            return False
        now = self._fingerprint(path)
        return not any(_alike(entry.fingerprint, now) for entry in known)

    def is_unnamed(self, path: str) -> bool:
        """Whether something that is no folder lies at a path, and no manifest names it."""
        return paths.key(path) not in self._known and self.standing.sha256(path) not in (None, OUTSIDE)

    def is_unknown(self, path: str, fingerprint: str) -> bool:
        """Whether a file stands there that no manifest names, with another content than ours.

        Args:
            path: Its path in the build folder.
            fingerprint: That of what we would put there.
        """
        return self.is_unnamed(path) and not _alike(self._fingerprint(path), fingerprint)

    def edited(self, old: Manifest, answerable: Scope, new: Collection[str]) -> tuple[str, ...]:
        """The edited files that a run would replace or remove, in order.

        Args:
            old: The manifest.
            answerable: What the run is answerable for.
            new: Paths of what it makes.
        """
        mine = (entry.file for entry in old.dokumen if (entry.jenis, entry.time) in answerable)
        return tuple(path for path in sorted({*new, *mine}) if paths.is_inside(path) and self.is_edited(path))

    def to_set_aside(
        self, new: Mapping[str, str], gone: Collection[str], holders: Mapping[str, str]
    ) -> tuple[str, ...]:
        """What must be moved away before files are replaced and removed; in order.

        Args:
            new: Path and fingerprint of each file that is about to be put in place.
            gone: Paths of those to be removed.
            holders: The papers of officials whose post another holds now.
        """
        replaced = (path for path, made in new.items() if self.is_edited(path) or self.is_unknown(path, made))
        papers = (path for path in self.standing_of(holders) if path in new or path in gone)
        return tuple(sorted({*replaced, *filter(self.is_edited, gone), *papers}))

    def standing_of(self, files: Iterable[str]) -> tuple[str, ...]:
        """Those of the files that are there."""
        return tuple(path for path in files if self.standing.sha256(path) not in (None, OUTSIDE))

    def set_aside(self, path: str, stamp: str, holders: Mapping[str, str]) -> SetAside:
        """What is told of a file that is moved away.

        Args:
            path: The file.
            stamp: Names the folder it goes to.
            holders: As for ``to_set_aside``.
        """
        edited = self.is_edited(path)
        return SetAside(path, place_of(path, stamp), edited, "" if edited else holders.get(path, ""))

    def _fingerprint(self, path: str) -> str:
        """The fingerprint of a file as it stands; empty of what cannot be read, or is too large to be ours."""
        sha256 = self.standing.sha256(path)
        if sha256 is None or len(sha256) != len(digest(b"")):
            return ""
        known = self._fingerprints.get(path)
        if known is None or known[0] != sha256:
            known = sha256, _read(self.standing.folder / path)
            self._fingerprints[path] = known
        return known[1]


def _alike(one: str, other: str) -> bool:
    from pokin_docs.files.fingerprints import alike

    return alike(one, other)


def _read(path: Path) -> str:
    from pokin_docs.files.fingerprints import fingerprint

    try:
        return fingerprint(path.name, path.read_bytes()) if path.stat().st_size <= _MAX_BYTES else ""
    except OSError:
        return ""
