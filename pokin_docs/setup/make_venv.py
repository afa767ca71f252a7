"""Make or update ``.venv`` with what pyproject.toml asks for, whole or not at all; standard library only.

Tried on Debian without python3-venv and with PEP 668's EXTERNALLY-MANAGED, both of which break the usual
``python3 -m venv`` and ``pip install``: an environment without pip, filled by the pip outside of it, needs neither.
"""

from __future__ import annotations

import contextlib
import os
import re
import shutil
import subprocess
import sys

from pokin_docs.setup.requirements import SetupError, requirements
from pokin_docs.setup.venv_lock import LOCK, only_one, told_on_one_line
from pokin_docs.setup.venv_state import (
    STAMP,
    VENV,
    base_python,
    fingerprint,
    interpreter,
    is_ready,
    read_stamp,
    venv_python,
)

UNFINISHED = "belum selesai\n"
"""Content of the stamp while we work: an environment that has it was left half-made and is built anew."""
PIP_WITH_PYTHON_OPTION = (22, 3)

_INSTALL = ("install", "--quiet", "--disable-pip-version-check", "--no-input", "--no-user", "--prefer-binary")
# Settings of the person's own that would put packages elsewhere, or take some from elsewhere for installed.
_LEFT_OUT = ("PYTHONPATH", "PYTHONHOME", "PIP_USER", "PIP_TARGET", "PIP_PREFIX", "PIP_ROOT", "PIP_PYTHON")


def prepare(root: str, extras: frozenset[str]) -> None:
    """Leave ``.venv`` complete for this pyproject.toml and extras; a second start at the same time waits for the first.

    Raises:
        SetupError: It cannot be done; a new ``.venv`` is removed, an older one stays as it was.
    """
    needed = requirements(root, extras)
    try:
        with only_one(root):
            if is_ready(root, extras):  # made by the start we waited for
                return
            if not _is_usable(root):
                _build(root, extras, needed)
                return
            stamp = read_stamp(root) or {"ekstra": "", "pustaka": ""}
            present = set(stamp["pustaka"].split("\t"))
            with contextlib.suppress(SetupError):  # an extra of earlier that pyproject.toml no longer has
                more = extras.union(stamp["ekstra"].split())
                all_needed = requirements(root, more)
                if present.issuperset(all_needed) or not present.issuperset(needed):
                    extras, needed = more, all_needed
            if present.issuperset(needed):  # only other settings in pyproject.toml changed
                _write_stamp(root, extras, needed)
            else:
                _update(root, extras, needed)
    except OSError as error:
        raise SetupError(
            f"Lingkungan Python di {os.path.join(root, VENV)} tidak dapat dibuat: {error}\n"
            "Periksa izin menulis pada folder itu dan sisa ruang disk, lalu jalankan lagi perintah ini."
        ) from error


def _build(root: str, extras: frozenset[str], needed: tuple[str, ...]) -> None:
    with told_on_one_line("Menyiapkan lingkungan Python di .venv (sekali saja, perlu internet)"):
        try:
            _empty(root)
            _mark_unfinished(root)
            _create(root)
            _install(root, needed)
            _write_stamp(root, extras, needed)
        except BaseException:
            _remove(root)
            raise


def _update(root: str, extras: frozenset[str], needed: tuple[str, ...]) -> None:
    path = os.path.join(root, VENV, STAMP)
    with told_on_one_line("Memperbarui lingkungan Python di .venv (pustaka yang diperlukan berubah, perlu internet)"):
        before = None
        with contextlib.suppress(OSError), open(path, encoding="utf-8") as file:
            before = file.read()
        _mark_unfinished(root)
        try:
            _install(root, needed)
        except SetupError:  # pip ended by itself, having undone its steps: what was complete still is
            if before is None:
                os.unlink(path)
            else:
                _write(path, before)
            raise
        _write_stamp(root, extras, needed)


def _is_usable(root: str) -> bool:
    """Whether there is an environment to add to, ours or made by another tool, complete and with a Python that runs."""
    if interpreter(root) is None:
        return False
    if os.path.exists(os.path.join(root, VENV, STAMP)):
        stamp = read_stamp(root)
        if stamp is None or stamp["python"] != interpreter(root):
            return False
    program = "import sys; sys.exit(sys.prefix == sys.base_prefix or sys.version_info < (3, 11))"
    try:
        return subprocess.run([venv_python(root), "-c", program], capture_output=True, check=False).returncode == 0
    except OSError:
        return False


def _create(root: str) -> None:
    try:
        from venv import EnvBuilder
    except ImportError as error:
        raise SetupError(_no_installer()) from error
    EnvBuilder(symlinks=os.name != "nt", with_pip=False).create(os.path.join(root, VENV))


def _install(root: str, needed: tuple[str, ...]) -> None:
    outcome = _run(root, [*_pip(root), *_INSTALL, *needed])
    if outcome.returncode:
        lines = [line.strip() for line in (outcome.stderr or outcome.stdout).splitlines() if line.strip()]
        retries = [line for line in lines if line.startswith("WARNING: Retrying")]  # five alike: the last will do
        errors = [line for line in lines if line.startswith("ERROR")]
        said = "".join(f"  {line[:300]}\n" for line in retries[-1:] + (errors or lines)[-4:])
        raise SetupError(
            f"Pustaka yang diperlukan tidak dapat dipasang. Sebabnya menurut pip:\n{said}"
            "Paling sering internet (atau proxy) tidak tersambung. Setelah beres, jalankan lagi perintah ini."
        )


def _pip(root: str) -> list[str]:
    """Command of a pip that installs into ``.venv``: the one outside if new enough, else one of its own.

    Raises:
        SetupError: There is no pip at all and none can be made.
    """
    inside = venv_python(root)
    for outside in dict.fromkeys((sys.executable, base_python())):
        said = _run(root, [outside, "-c", "import pip; print(pip.__version__)"])  # 12 times as fast as --version
        version = re.match(r"(\d+)\.(\d+)", said.stdout)
        if version and (int(version[1]), int(version[2])) >= PIP_WITH_PYTHON_OPTION:
            return [outside, "-m", "pip", "--python", inside]
    own = [inside, "-m", "pip"]
    if _run(root, [inside, "-c", "import pip"]).returncode and _run(root, [inside, "-m", "ensurepip"]).returncode:
        raise SetupError(_no_installer())
    return own


def _no_installer() -> str:
    return (
        f"Python ini ({sys.executable}) tidak mempunyai pip, padahal pustaka dipasang dengannya.\n"
        "Di Debian atau Ubuntu: sudo apt install python3-pip python3-venv\n"
        "Di Windows atau macOS: pasang ulang Python dari https://www.python.org/downloads/ dengan pilihan pip.\n"
        "Setelah itu jalankan lagi perintah ini."
    )


def _run(root: str, command: list[str]) -> subprocess.CompletedProcess[str]:
    environment = {name: value for name, value in os.environ.items() if name not in _LEFT_OUT}
    return subprocess.run(
        command,
        cwd=os.path.join(root, VENV),  # "-m" looks in the current folder first: not in the person's
        env=environment | {"PYTHONIOENCODING": "utf-8"},
        close_fds=False,  # a pip that outlives us keeps the lock
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        errors="replace",
        check=False,
    )


def _write_stamp(root: str, extras: frozenset[str], needed: tuple[str, ...]) -> None:
    lines = {
        "python": interpreter(root),
        "ekstra": " ".join(sorted(extras)),
        "pyproject": fingerprint(root),
        "pustaka": "\t".join(needed),
    }
    _write(os.path.join(root, VENV, STAMP), "".join(f"{name}={value}\n" for name, value in lines.items()))


def _mark_unfinished(root: str) -> None:
    _write(os.path.join(root, VENV, STAMP), UNFINISHED)


def _write(path: str, text: str) -> None:
    with open(path + ".baru", "w", encoding="utf-8") as file:
        file.write(text)
    os.replace(path + ".baru", path)


def _empty(root: str) -> None:
    """Take everything out of ``.venv`` but the lock we hold."""
    with os.scandir(os.path.join(root, VENV)) as entries:
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                shutil.rmtree(entry.path)
            elif entry.name != LOCK:
                os.unlink(entry.path)


def _remove(root: str) -> None:
    with contextlib.suppress(OSError):  # what stays carries no stamp, so the next run starts anew
        _empty(root)
        os.unlink(os.path.join(root, VENV, LOCK))
        os.rmdir(os.path.join(root, VENV))
