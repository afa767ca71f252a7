"""Files for a double click: they run the program in their own folder, wherever it lies, and wait with what came of it.

With ``POKIN_DIAM`` set they neither wait nor open anything: nobody sits before them.
Everything that can be decided later is decided by the command ``klik``; what stands here must work without Python.
"""

from __future__ import annotations

import os
import shlex
from dataclasses import dataclass, replace
from pathlib import Path

LAUNCHERS = {
    "Periksa": ("periksa", "Periksa buku kerja: temuan saja, tanpa dokumen"),
    "Bangun": ("bangun", "Bangun semua dokumen dari buku kerja"),
    "Cetak": ("cetak", "Bangun semua dokumen, PDF-nya, dan berkas untuk dicetak"),
    "Pantau": ("pantau", "Bangun lagi setiap kali buku kerja disimpan"),
}
"""Names of the files, what each asks of ``klik``, and what it is for."""

_PYTHON_LACKS = (
    "Python belum terpasang di komputer ini.",
    "Pasang dari https://www.python.org/downloads/ dan centang Add python.exe to PATH, lalu klik ganda lagi.",
)
_WAIT = "untuk menutup jendela ini."


@dataclass(frozen=True, slots=True)
class ProgramPlace:
    """Where a launcher finds the program.

    Attributes:
        path: pipeline.py, or the Python that the package is installed in; absolute.
        near: The same from the folder that the launcher runs in, looked at first: both may move together. Empty where
            there is no such way, as from one drive to another.
        is_python: ``path`` is a Python, which is asked for the package.
        up: The launcher runs in the folder above its own.
    """

    path: str
    near: str = ""
    is_python: bool = False
    up: bool = False

    def seen_from(self, folder: Path) -> ProgramPlace:
        """The same for launchers in a folder."""
        try:
            return replace(self, near=os.path.relpath(self.path, folder))
        except ValueError:  # on another drive
            return self


def launcher_files(place: ProgramPlace) -> dict[str, bytes]:
    """The files of every launcher by name: ``.bat`` (Windows), ``.command`` (macOS), ``.desktop`` (Linux).

    Args:
        place: Where they find the program.
    """
    found: dict[str, bytes] = {}
    for name, (word, purpose) in LAUNCHERS.items():
        found[f"{name}.bat"] = _batch(place, name, word).replace("\n", "\r\n").encode()
        found[f"{name}.command"] = _shell(place, word).encode()
        found[f"{name}.desktop"] = _desktop(name, purpose).encode()
    return found


def start_file(place: ProgramPlace) -> bytes:
    """The batch file that starts a program which lies in folders beside it: ``Buka Pokin.bat``.

    Args:
        place: Where it finds the program, relative to its own folder.
    """
    return _batch(place, "Buka Pokin", "buka").replace("\n", "\r\n").encode()


def _batch(place: ProgramPlace, name: str, word: str) -> str:
    """A batch file.

    Code page 65001 comes first: cmd reads the lines below in it. The folder is entered and the name of a dragged file
    kept before delayed expansion is on, under which a ``!`` in them would be lost; from then on texts are only named
    by ``!…!``, so that ``&`` and ``%`` in them stay letters. ``pushd`` gives a network path a drive; where it
    could not, this file does not stand where cmd then is.
    """
    near, far = (path.replace("%", "%%") for path in (place.near or place.path, place.path))
    run = '"!POKIN_PROGRAM!" -m pokin_docs' if place.is_python else '!POKIN_PYTHON! "!POKIN_PROGRAM!"'
    looked_for = "" if place.is_python else _FIND_PYTHON
    look, told = ("", "") if place.up else (_IS_OUTSIDE, _OUTSIDE.format(name=name))
    return f"""@echo off
chcp 65001 >nul
setlocal DisableDelayedExpansion
title {name}
set "POKIN_PROGRAM={near}"
set "POKIN_TEMPAT={far}"
set "POKIN_BERKAS=%~1"
pushd "%~dp0{".." if place.up else ""}"
{look}setlocal EnableDelayedExpansion
set "POKIN_KLIK=!cmdcmdline!"
set "POKIN_HASIL=4"
{told}if not exist "!POKIN_PROGRAM!" set "POKIN_PROGRAM=!POKIN_TEMPAT!"
if not exist "!POKIN_PROGRAM!" (
  echo Program tidak ada lagi di "!POKIN_PROGRAM!".
  echo Jalankan perintah mulai sekali lagi, atau betulkan tempatnya di berkas {name}.bat ini.
  goto selesai
)
{looked_for}{run} klik {word}
set "POKIN_HASIL=!errorlevel!"
:selesai
echo.
if not defined POKIN_DIAM (
  echo Tekan sembarang tombol {_WAIT}
  pause >nul
)
popd
exit !POKIN_HASIL!
"""


_IS_OUTSIDE = """set "POKIN_LUAR="
if not exist "%~nx0" set "POKIN_LUAR=ya"
"""
_OUTSIDE = """if defined POKIN_LUAR (
  echo Folder tempat {name}.bat berada tidak dapat dibuka.
  echo Bila di jaringan, jadikan dulu huruf drive: Map network drive di File Explorer, lalu klik ganda lagi.
  goto selesai
)
"""

_FIND_PYTHON = f"""set "POKIN_PYTHON="
py -3 -c "" >nul 2>nul && set "POKIN_PYTHON=py -3"
if not defined POKIN_PYTHON python -c "" >nul 2>nul && set "POKIN_PYTHON=python"
if not defined POKIN_PYTHON (
  echo {_PYTHON_LACKS[0]}
  echo {_PYTHON_LACKS[1]}
  goto selesai
)
"""


def _shell(place: ProgramPlace, word: str) -> str:
    near, far = shlex.quote(place.near or place.path), shlex.quote(place.path)
    run = '"$program" -m pokin_docs' if place.is_python else 'python3 "$program"'
    lacks = "" if place.is_python else _SHELL_PYTHON
    return f"""#!/bin/sh
cd "$(dirname "$0"){"/.." if place.up else ""}" || exit 4
program={near}
[ -e "$program" ] || program={far}
hasil=4
if [ ! -e "$program" ]; then
  echo "Program tidak ada lagi di $program."
  echo "Jalankan perintah mulai sekali lagi, atau betulkan tempatnya di berkas ini."
{lacks}else
  {run} klik {word} "$@"
  hasil=$?
fi
if [ -z "$POKIN_DIAM" ]; then
  printf '\\nTekan Enter {_WAIT} '
  read -r _
fi
exit $hasil
"""


_SHELL_PYTHON = f"""elif ! command -v python3 >/dev/null; then
  echo "{_PYTHON_LACKS[0]}"
  echo "Pasang Python 3 (https://www.python.org/downloads/ atau paket python3), lalu klik ganda lagi."
"""


def _desktop(name: str, purpose: str) -> str:
    r"""A desktop entry that hands its own place to the file beside it.

    ``\\$`` is ``\$`` to whoever reads values, and ``$`` within the quotes of Exec.
    """
    run = rf'sh -c "exec sh \\"\\$(dirname \\"\\$0\\")/{name}.command\\" \\"\\$@\\"" %k %F'
    return f"""[Desktop Entry]
Type=Application
Name={name}
Comment={purpose}
Exec={run}
Terminal=true
"""
