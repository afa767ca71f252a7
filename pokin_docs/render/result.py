"""What came of a build."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class WrittenBytes:
    """The sha256 and the fingerprint of a file as it is or will be, and what is kept of its paragraphs and facts."""

    sha256: str
    fingerprint: str
    paragraphs: tuple[str, ...] = ()
    facts: str = ""


@dataclass(frozen=True, slots=True)
class SetAside:
    """A file of the build folder that is not ours any more, and where it was moved; both relative, with ``/``.

    ``edited`` tells that it was made by an earlier build and changed by a person since; else nobody knows where it is
    from. ``holder`` is of a paper that nobody changed: who held the post before the one whose paper takes its place.
    """

    path: str
    place: str
    edited: bool = True
    holder: str = ""


@dataclass(frozen=True)
class BuildResult:
    """What a build holds now.

    ``dokumen`` are the paths that are up to date, of them ``new`` written and ``unchanged`` left alone; ``used`` of
    these were not even filled again, as nothing they follow from has changed. ``lampiran`` are the other files that are
    up to date; ``deleted`` belonged to an earlier build; ``set_aside`` had been changed by a person, and were moved
    away; ``failed`` could not be replaced (open in Word) and are still old; ``unmade`` could not be made, and are as an
    earlier build left them, if it did.
    """

    folder: Path
    dokumen: tuple[str, ...]
    new: int
    unchanged: int
    deleted: tuple[str, ...]
    failed: tuple[str, ...]
    lampiran: tuple[str, ...] = ()
    used: int = 0
    set_aside: tuple[SetAside, ...] = ()
    unmade: tuple[str, ...] = ()
