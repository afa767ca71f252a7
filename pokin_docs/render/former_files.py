"""``terdahulu.json``: the files of a build folder that others have taken the place of, as far as they were ours."""

from __future__ import annotations

import json
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from pokin_docs.files.whole_file import write_where_other
from pokin_docs.model.settings import FORMER_RECORD

_MOST = 30
"""Files of one path that are remembered; older ones are forgotten."""


@dataclass(frozen=True, slots=True)
class FormerFile:
    """A file that was made once, and another, or none, stands in its place now.

    Attributes:
        path: Its path in the build folder.
        sha256: Of its bytes.
        fingerprint: Of its content; empty where that says no more than its bytes.
        values: The hash of what was filled into it; empty where nobody signs it.
    """

    path: str
    sha256: str
    fingerprint: str = ""
    values: str = ""


def read_former(folder: Path) -> tuple[FormerFile, ...]:
    """The former files of a build folder, of each path the oldest first; none where nothing can be read."""
    try:
        found = json.loads((folder / FORMER_RECORD).read_text(encoding="utf-8"))
        return tuple(
            FormerFile(str(path), *(str(value) for value in one)) for path, files in found.items() for one in files
        )
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return ()


def remember_former(folder: Path, gone: Iterable[FormerFile]) -> None:
    """Add files to what is known; where that cannot be written, nothing else suffers.

    Args:
        folder: The build folder.
        gone: The files that are no more, the oldest first.
    """
    new = tuple(gone)
    if not new:
        return
    known: dict[str, list[FormerFile]] = {}
    for one in dict.fromkeys((*(old for old in read_former(folder) if old not in new), *new)):
        known.setdefault(one.path, []).append(one)
    content = {
        path: [[one.sha256, one.fingerprint, one.values] for one in files[-_MOST:]]
        for path, files in sorted(known.items())
    }
    data = (json.dumps(content, ensure_ascii=False, indent=1) + "\n").encode()
    with suppress(OSError):
        write_where_other(folder / FORMER_RECORD, data)
