"""From any Python 3.11 to the program: inside ``.venv`` if need be, at once if it is ready.

Imports nothing but ``os``, ``sys`` and two files that do the same, because it runs twice at every start (before
and inside ``.venv``): pathlib, tomllib and hashlib alone would cost 35 ms. What is needed only to make ``.venv``
is in ``make_venv.py``.
"""

from __future__ import annotations

import os
import sys

from pokin_docs.cli.console import use_utf8
from pokin_docs.setup.venv_state import VENV, base_python, is_ready, venv_python

TYPE_CHECKING = False  # as in typing, whose import costs 10 ms
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import NoReturn

EXIT_MACHINE = 4


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
    from pokin_docs.cli.main import main

    sys.exit(main())


def wanted_extras(arguments: Sequence[str]) -> frozenset[str]:
    """Extras of pyproject.toml this start needs: ``uji`` for the tests, and those of POKIN_EKSTRA (CI: ``dev``)."""
    extras = set(os.environ.get("POKIN_EKSTRA", "").replace(",", " ").split())
    if arguments[:1] == ["uji"]:
        extras.add("uji")
    return frozenset(extras)


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


def has_all(root: str, extras: frozenset[str]) -> bool:
    """Whether the environment we run in has every distribution that pyproject.toml asks for."""
    from pokin_docs.setup.requirements import SetupError, installed, requirements

    try:
        return all(installed(requirement) for requirement in requirements(root, extras))
    except SetupError:  # pyproject.toml cannot be read: making .venv will fail on it too, and say so
        return False


def prepare_or_exit(root: str, extras: frozenset[str]) -> None:
    """Make ``.venv`` or say in a few lines why it cannot be made; then nothing half-made stays.

    Raises:
        SystemExit: It cannot be made.
    """
    from pokin_docs.setup.make_venv import prepare
    from pokin_docs.setup.requirements import SetupError

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
            from pokin_docs.model.refusals import refusal

            print(f"Python di {python} tidak dapat dijalankan: {refusal(error)}.", file=sys.stderr)
            print(f"Hapus folder {os.path.join(root, VENV)}, lalu jalankan lagi perintah ini.", file=sys.stderr)
            sys.exit(EXIT_MACHINE)
    import subprocess  # on Windows execv returns to the prompt before the program has ended

    process = subprocess.Popen(command)
    while True:
        try:
            sys.exit(process.wait())
        except KeyboardInterrupt:  # reaches the child as well, which ends in its own way
            continue
