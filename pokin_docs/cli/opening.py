"""A file or folder opened with the program that this machine has for it."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import click

_SECONDS = 3.0
"""How long a machine may take to say that it has no program; one that goes on shows the file itself."""


def open_or_name(path: Path) -> None:
    """Open a file or folder; where nothing here does, say which it is.

    Args:
        path: The file or folder.
    """
    is_open = _by_desktop(path) if sys.platform.startswith("linux") else click.launch(str(path)) == 0
    if not is_open:
        click.echo(f"Bukalah {path}.")


def _by_desktop(path: Path) -> bool:
    """Ask the desktop, whose own words about what it lacks are in English and come in between ours."""
    program = shutil.which("xdg-open")
    if program is None:
        return False
    try:
        process = subprocess.Popen(
            [program, str(path.absolute())], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL, start_new_session=True,
        )  # fmt: skip
        return process.wait(_SECONDS) == 0
    except subprocess.TimeoutExpired:
        return True
    except OSError:
        return False
