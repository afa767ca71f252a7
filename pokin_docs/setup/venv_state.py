"""What ``.venv`` is and whether it is ready; asked at every start, so nothing but ``os`` and ``sys`` is imported."""

from __future__ import annotations

import os
import sys

VENV = ".venv"
STAMP = "pokin-siap.txt"
"""Inside .venv, written last: which pyproject.toml, Python and extras it was made for. Without it, not ready."""


def venv_python(root: str) -> str:
    """The interpreter of ``.venv``, whether it exists or not."""
    if sys.platform == "win32":
        return os.path.join(root, VENV, "Scripts", "python.exe")
    return os.path.join(root, VENV, "bin", "python")


def base_python() -> str:
    """The interpreter this one's virtual environment was made from; itself outside of one."""
    base = getattr(sys, "_base_executable", None)
    return base if isinstance(base, str) and base else sys.executable


def is_ready(root: str, extras: frozenset[str]) -> bool:
    """Whether ``.venv`` was completely made for this pyproject.toml and extras, and its Python still stands."""
    stamp = read_stamp(root)
    return (
        stamp is not None
        and extras <= frozenset(stamp["ekstra"].split())
        and stamp["pyproject"] == fingerprint(root)
        and stamp["python"] == interpreter(root)
    )


def read_stamp(root: str) -> dict[str, str] | None:
    """The lines of the stamp by name (python, ekstra, pyproject, pustaka); None if there is none or half of one."""
    try:
        with open(os.path.join(root, VENV, STAMP), encoding="utf-8") as file:
            lines = dict(line.rstrip("\n").partition("=")[::2] for line in file)
    except (OSError, ValueError):
        return None
    return lines if {"python", "ekstra", "pyproject", "pustaka"} <= lines.keys() else None


def fingerprint(root: str) -> str:
    """Length and checksum of pyproject.toml: equal to the stamp's, it need not be parsed. Empty if it is gone."""
    import zlib

    try:
        with open(os.path.join(root, "pyproject.toml"), "rb") as file:
            content = file.read()
    except OSError:
        return ""
    return f"{len(content)}-{zlib.crc32(content):08x}"


def interpreter(root: str) -> str | None:
    """Where the Python of ``.venv`` really is; None if it is gone.

    A new Python from the system's updates (3.11 to 3.12 behind the same /usr/bin/python3) gives another path,
    and the packages of the old one would not be found.
    """
    python = venv_python(root)
    config = os.path.join(root, VENV, "pyvenv.cfg")
    if not os.path.isfile(python) or not os.path.isfile(config):
        return None
    if sys.platform != "win32":
        return os.path.realpath(python)
    with open(config, encoding="utf-8", errors="replace") as file:  # a copy on Windows: ask where it came from
        homes = [line.partition("=")[2].strip() for line in file if line.partition("=")[0].strip() == "home"]
    return homes[0] if homes and os.path.isdir(homes[0]) else None
