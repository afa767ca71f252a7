"""When a document of an earlier build may stand: everything its bytes follow from, as one sha256 (promise 15)."""

from __future__ import annotations

import hashlib
import os
import re
import sys
import zlib
from functools import cache
from pathlib import Path

from pokin_docs.documents.kind import Maker

_PACKAGE = Path(__file__).resolve().parent.parent
_DISTRIBUTION = re.compile(r"(.+?)-([^-]+)\.(?:dist|egg)-info$")
_PROBE = b"".join(b"<w:p><w:r><w:t>%d</w:t></w:r></w:p>" % (number * number) for number in range(300))


def made_by(maker: Maker, version: str) -> str:
    """The sha256 of what turns contents into bytes: our own sources of it, its libraries, and how zlib deflates.

    The version of the program alone would not do: it stays the same while the program is being changed, and the same
    version runs with other libraries.
    """
    installed = _installed()
    libraries = [f"{name} {installed.get(name, '')}".encode() for name in sorted(maker.libraries)]
    parts = [version.encode(), *_sources(maker.parts), *libraries]
    parts += [zlib.compress(_PROBE, level) for level in (1, 6, 9)]
    return combine(*(hashlib.sha256(part).hexdigest() for part in parts))


@cache
def _sources(parts: tuple[str, ...]) -> list[bytes]:
    """The name and text of each file of ours in these folders, or named so itself: as this process began with them."""
    places = [_PACKAGE / part for part in parts]
    inside = {path for place in places for path in ((place,) if place.is_file() else place.rglob("*"))}
    files = sorted(path for path in inside if path.is_file() and "__pycache__" not in path.parts)
    # A checkout on Windows may have other line ends: the program is the same.
    return [path.name.encode() + path.read_bytes().replace(b"\r\n", b"\n") for path in files]


def _installed() -> dict[str, str]:
    """Version of each library by its name in lower case, as folders on the path say; no metadata is read."""
    found: dict[str, str] = {}
    for folder in sys.path:
        try:
            names = os.listdir(folder or ".")  # noqa: PTH208  # names only, of folders with hundreds of entries
        except OSError:
            continue
        for match in filter(None, map(_DISTRIBUTION.match, names)):
            found.setdefault(match[1].lower().replace("_", "-"), match[2])
    return found


def contents(content: object) -> str:
    """The sha256 of a document's content; ``ascii`` because it is the same in every Python, and one call in C."""
    return hashlib.sha256(ascii(content).encode()).hexdigest()


def combine(*parts: str) -> str:
    """One sha256 of several texts; no text can slip from one place into the next."""
    return hashlib.sha256("\x00".join(parts).encode()).hexdigest()
