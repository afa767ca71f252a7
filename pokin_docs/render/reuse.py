"""When a document of an earlier build may stand: everything its bytes follow from, as one sha256 (promise 15)."""

from __future__ import annotations

import hashlib
import os
import re
import sys
import zlib
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent.parent
_LIBRARIES = re.compile(
    r"(?i)(docxtpl|jinja2|lxml|markupsafe|python[-_]docx|python[-_]pptx|resvg[-_]py)-([^-]+)\.(?:dist|egg)-info$"
)
_PROBE = b"".join(b"<w:p><w:r><w:t>%d</w:t></w:r></w:p>" % (number * number) for number in range(300))


def program(version: str) -> str:
    """The sha256 of what turns contents into bytes: our own sources of it, the libraries, and how zlib deflates.

    The version alone would not do: it stays the same while the program is being changed, and the same version runs
    with other libraries.
    """
    parts = [version.encode(), *_sources(), *_libraries()]
    parts += [zlib.compress(_PROBE, level) for level in (1, 6, 9)]
    return combine(*(hashlib.sha256(part).hexdigest() for part in parts))


def _sources() -> list[bytes]:
    stages = ("templating", "drawing", "files", "report/preview")
    files = sorted(
        (*(path for stage in stages for path in (_PACKAGE / stage).rglob("*.py")), *(_PACKAGE / "model").glob("*.py"))
    )
    # A checkout on Windows may have other line ends: the program is the same.
    return [path.name.encode() + path.read_bytes().replace(b"\r\n", b"\n") for path in files]


def _libraries() -> list[bytes]:
    """Name and version of each library that shapes a document, as its folder on the path says; no metadata is read."""
    found: dict[str, str] = {}
    for folder in sys.path:
        try:
            names = os.listdir(folder or ".")  # noqa: PTH208  # names only, of folders with hundreds of entries
        except OSError:
            continue
        for match in filter(None, map(_LIBRARIES.match, names)):
            found.setdefault(match[1].lower().replace("-", "_"), match[2])
    return [f"{name} {version}".encode() for name, version in sorted(found.items())]


def contents(content: object) -> str:
    """The sha256 of a document's content; ``ascii`` because it is the same in every Python, and one call in C."""
    return hashlib.sha256(ascii(content).encode()).hexdigest()


def combine(*parts: str) -> str:
    """One sha256 of several texts; no text can slip from one place into the next."""
    return hashlib.sha256("\x00".join(parts).encode()).hexdigest()
