"""From any Python 3.11 to the program: inside ``.venv`` if need be, at once if it is ready.

Imports nothing but ``os`` and ``sys``, because it runs twice at every start (before and inside ``.venv``):
pathlib, tomllib and hashlib alone would cost 35 ms. What is needed only to make ``.venv`` is in
``setup_venv.py``.
"""

from __future__ import annotations

import os
import sys

TYPE_CHECKING = False  # as in typing, whose import costs 10 ms
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import NoReturn

EXIT_MACHINE = 4
VENV = ".venv"
STAMP = "pokin-siap.txt"
"""Inside .venv, written last: which pyproject.toml, Python and extras it was made for. Without it, not ready."""


def start(root: str) -> NoReturn:
    """Run the command line in an environment that has what pyproject.toml asks for, made first if missing.

    Args:
        root: The folder that holds pipeline.py, pyproject.toml and pokin_docs.
    """
    use_utf8()
    extras = wanted_extras(sys.argv[1:])
    if not runs_in(os.path.join(root, VENV)):
        if not (in_virtual_environment() and has_all(root, extras)):
            if not is_ready(root, extras):
                prepare_or_exit(root, extras)
            restart(venv_python(root), root)
    elif not is_ready(root, extras) and not has_all(root, extras):
        # Started with .venv's own Python, which cannot rebuild the floor it stands on: its base can.
        restart(base_python(), root)
    from pokin_docs.cli import main

    sys.exit(main())


def use_utf8() -> None:
    """Make both output streams UTF-8 whatever the console is: a cp1252 one would crash on a name."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)  # None where a stream was closed or replaced
        if reconfigure:
            reconfigure(encoding="utf-8", errors="replace")


def wanted_extras(arguments: Sequence[str]) -> frozenset[str]:
    """Extras of pyproject.toml this start needs: ``uji`` for the tests, and those of POKIN_EKSTRA (CI: ``dev``)."""
    extras = set(os.environ.get("POKIN_EKSTRA", "").replace(",", " ").split())
    if arguments[:1] == ["uji"]:
        extras.add("uji")
    return frozenset(extras)


def venv_python(root: str) -> str:
    """The interpreter of ``.venv``, whether it exists or not."""
    if sys.platform == "win32":
        return os.path.join(root, VENV, "Scripts", "python.exe")
    return os.path.join(root, VENV, "bin", "python")


def base_python() -> str:
    """The interpreter this one's virtual environment was made from; itself outside of one."""
    base = getattr(sys, "_base_executable", None)
    return base if isinstance(base, str) and base else sys.executable


def in_virtual_environment() -> bool:
    """Whether this interpreter runs in a virtual environment, ours or any other (uv, pipx, a developer's)."""
    return sys.prefix != sys.base_prefix


def runs_in(venv: str) -> bool:
    """Whether this interpreter is the one of the given virtual environment.

    Goes by prefix and by path: with PYTHONHOME set the prefix is another one, and going by it alone
    would restart for ever.
    """
    folder = os.path.dirname(os.path.dirname(os.path.abspath(sys.executable)))
    return os.path.realpath(venv) in (os.path.realpath(sys.prefix), os.path.realpath(folder))


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


def has_all(root: str, extras: frozenset[str]) -> bool:
    """Whether the environment we run in has every distribution that pyproject.toml asks for."""
    from pokin_docs.setup_venv import SetupError, installed, requirements

    try:
        return all(installed(requirement) for requirement in requirements(root, extras))
    except SetupError:  # pyproject.toml cannot be read: making .venv will fail on it too, and say so
        return False


def prepare_or_exit(root: str, extras: frozenset[str]) -> None:
    """Make ``.venv`` or say in a few lines why it cannot be made; then nothing half-made stays."""
    from pokin_docs.setup_venv import SetupError, prepare

    try:
        prepare(root, extras)
    except SetupError as error:
        print(error, file=sys.stderr)
        sys.exit(EXIT_MACHINE)
    except KeyboardInterrupt:
        print("Dibatalkan; lingkungan Python belum siap.", file=sys.stderr)
        sys.exit(130)


def restart(python: str, root: str) -> NoReturn:
    """Run pipeline.py with the same arguments under another interpreter, in place of this process."""
    if os.path.abspath(python) == os.path.abspath(sys.executable):  # PYTHONHOME is set: it would go round for ever
        print(f"Lingkungan Python di {VENV} rusak. Hapus folder itu, lalu jalankan lagi.", file=sys.stderr)
        sys.exit(EXIT_MACHINE)
    command = [python, os.path.join(root, "pipeline.py"), *sys.argv[1:]]
    if sys.platform != "win32":
        try:
            os.execv(python, command)
        except OSError as error:
            print(f"Python di {python} tidak dapat dijalankan: {error.strerror}.", file=sys.stderr)
            print(f"Hapus folder {os.path.join(root, VENV)}, lalu jalankan lagi perintah ini.", file=sys.stderr)
            sys.exit(EXIT_MACHINE)
    import subprocess  # on Windows execv returns to the prompt before the program has ended

    process = subprocess.Popen(command)
    while True:
        try:
            sys.exit(process.wait())
        except KeyboardInterrupt:  # reaches the child as well, which ends in its own way
            continue
