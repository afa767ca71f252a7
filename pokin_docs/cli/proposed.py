"""Commands that are proposed to the user: as this program was started, to be copied as they stand."""

from __future__ import annotations

import os
import shlex
import shutil
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pokin_docs.flow.launchers import ProgramPlace

_INSTALLED = "pokin"
_WINDOWS = os.name == "nt"
_PLAIN = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._-+:\\/@~")
"""Signs that the prompt of Windows takes as they are; all others are put into quotes."""


def proposed(*words: str | Path) -> str:
    """A command of this program that works in the folder where the user stands.

    Args:
        words: Command, options and files; a path is never taken for an option.
    """
    return " ".join([program_name(), *map(quoted, words)])


def program_name() -> str:
    """How this program is started from here: ``python3 ../pokin/pipeline.py``, ``pokin``."""
    return _started(_from_here)


def program_from_anywhere() -> str:
    """How this program is started from whatever folder."""
    return _started(Path.resolve)


def program_place() -> ProgramPlace:
    """Where files for a double click find this program: pipeline.py, or the Python it is installed in."""
    from pokin_docs.flow.launchers import ProgramPlace

    program = Path(sys.argv[0])
    if program.name == "pipeline.py":
        return ProgramPlace(str(program.resolve()))
    return ProgramPlace(sys.executable, is_python=True)


def quoted(word: str | Path) -> str:
    """A word as the shell of this machine takes it for one."""
    text = str(word)
    if isinstance(word, Path) and text.startswith("-"):
        text = f".{os.sep}{text}"
    if not _WINDOWS:
        return shlex.quote(text)
    return text if text and _PLAIN.issuperset(text) else f'"{text}"'


def _started(place: Callable[[Path], Path]) -> str:
    program = Path(sys.argv[0])
    if program.name == "pipeline.py":
        return f"{'py' if _WINDOWS else 'python3'} {quoted(place(program))}"
    if program.stem != _INSTALLED or len(program.parts) < 2:
        return _INSTALLED
    # One that is found without its folder is typed so.
    found = shutil.which(_INSTALLED)
    return _INSTALLED if found and Path(found).resolve() == program.resolve() else quoted(place(program))


def _from_here(program: Path) -> Path:
    """The shorter of the two ways to it: from the folder where the user stands, or from the root."""
    try:
        near = Path(os.path.relpath(program))
    except (ValueError, OSError):  # on another drive; the folder is gone
        return program
    return near if len(str(near)) <= len(str(program)) or not program.is_absolute() else program
