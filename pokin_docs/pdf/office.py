"""LibreOffice: found on this machine, called for a batch of files, ended when it hangs; exit codes are not believed."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from pokin_docs.files.blank_document import blank_paper
from pokin_docs.model.findings import MachineTrouble
from pokin_docs.model.refusals import refusal

_NAMES = ("soffice", "libreoffice")
_PLACES = (
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    r"C:\Program Files\LibreOffice\program\soffice.com",
    r"C:\Program Files (x86)\LibreOffice\program\soffice.com",
)
"""Where it lies on macOS and Windows, which do not put it on the PATH."""
_START, _EACH, _LOOK = 90.0, 20.0, 0.2
"""Seconds that a batch may take at all, and for each of its files; and between two looks at what it has made."""
_FILTERS = {".docx": "writer_pdf_Export", ".xlsx": "calc_pdf_Export"}
_PDF_A_2B = (
    '{"SelectPdfVersion":{"type":"long","value":"2"},"ExportBookmarks":{"type":"boolean","value":"true"},'
    '"UseTaggedPDF":{"type":"boolean","value":"true"},"ReduceImageResolution":{"type":"boolean","value":"false"}}'
)

_INDONESIAN = (
    '<?xml version="1.0" encoding="UTF-8"?>\n<oor:items xmlns:oor="http://openoffice.org/2001/registry">'
    '<item oor:path="/org.openoffice.Setup/L10N"><prop oor:name="ooSetupSystemLocale" oor:op="fuse">'
    "<value>id-ID</value></prop></item></oor:items>\n"
)
"""The settings of our profile: numbers of a workbook are written as Indonesian papers write them, on any machine."""


@dataclass(frozen=True, slots=True)
class Office:
    """A LibreOffice that starts: its program, and its name and version."""

    program: str
    version: str


@cache
def find_office() -> Office | None:
    """The LibreOffice of this machine; None where there is none that says its version."""
    for name in (*_NAMES, *_PLACES):
        program = shutil.which(name) or (name if Path(name).is_file() else None)
        if program is None:
            continue
        with suppress(OSError, subprocess.SubprocessError):
            said = subprocess.run([program, "--version"], capture_output=True, text=True, timeout=_START, check=False)
            if said.stdout.strip():
                return Office(program, " ".join(said.stdout.split()[:2]))
    return None


OnMade = Callable[[str, bytes], object]
"""Told the key of a file and its PDF."""


def convert(office: Office, files: Mapping[str, Path], on_made: OnMade = lambda key, data: None) -> dict[str, bytes]:
    """The PDF of each file that could be converted, by its key.

    One call for all files of a kind, in a profile and a folder of its own: a LibreOffice that is open is not disturbed.
    What a batch leaves out, because one file made it end or hang, is tried once more one by one; not where even a
    blank paper cannot be converted (``trouble_of``).

    Args:
        office: The LibreOffice.
        files: The files by a key of the caller's.
        on_made: Told of PDFs while LibreOffice goes on with the next ones, so that they can be examined meanwhile. Only
            what is returned is sure to be whole, and to be all.

    Returns:
        What was made, in no order; a file that could not be converted is missing.
    """
    trouble_of.cache_clear()
    with _work_folder() as folder:
        place = Path(folder)
        found: dict[str, bytes] = {}
        for kind, export in _FILTERS.items():
            batch = {key: path for key, path in files.items() if path.suffix.lower() == kind}
            found |= _batch(office, export, batch, place / kind[1:], on_made)
            for number, key in enumerate(sorted(batch.keys() - found.keys())):
                if len(batch) > 1 and (found or not trouble_of(office)):
                    found |= _batch(office, export, {key: batch[key]}, place / f"{kind[1:]}-{number}")
        return found


@cache
def trouble_of(office: Office) -> str:
    """Why a LibreOffice converts nothing at all, in Indonesian, tried on a blank paper; empty where it does.

    Args:
        office: The LibreOffice.
    """
    with _work_folder() as folder:
        place = Path(folder)
        blank = place / "kosong.docx"
        blank.write_bytes(blank_paper())
        told: list[str] = []
        made = _batch(office, _FILTERS[".docx"], {"": blank}, place / "uji", on_fault=told.append)
    return "" if made else told[0] if told else "berakhir tanpa membuat PDF"


def _work_folder() -> tempfile.TemporaryDirectory[str]:
    """A folder for one call.

    Raises:
        MachineTrouble: None can be made.
    """
    try:
        return tempfile.TemporaryDirectory(prefix="pokin-pdf-", ignore_cleanup_errors=True)
    except OSError as fault:
        raise MachineTrouble(
            f"Folder sementara untuk membuat PDF tidak dapat dibuat ({refusal(fault)}).",
            "Periksa ruang penyimpanan dan izin folder sementara (TEMP), lalu jalankan lagi dengan --pdf.",
        ) from fault


def _batch(
    office: Office,
    export: str,
    files: Mapping[str, Path],
    place: Path,
    on_made: OnMade = lambda key, data: None,
    on_fault: Callable[[str], None] = lambda fault: None,
) -> dict[str, bytes]:
    if not files:
        return {}
    source, made = place / "dari", place / "jadi"
    settings = place / "profil" / "user"
    for folder in (source, made, settings):
        folder.mkdir(parents=True)
    (settings / "registrymodifications.xcu").write_text(_INDONESIAN, encoding="utf-8")
    # Names of our own: two documents may be called alike, and a name of an office may be one that is an option.
    names = {key: f"{number:05}" for number, key in enumerate(files)}
    for key, path in files.items():
        shutil.copyfile(path, source / (names[key] + path.suffix.lower()))
    command = [
        office.program, f"-env:UserInstallation={(place / 'profil').as_uri()}", "--headless", "--norestore",
        "--nodefault", "--nolockcheck", "--convert-to", f"pdf:{export}:{_PDF_A_2B}", "--outdir", str(made),
        *(str(path) for path in sorted(source.iterdir())),
    ]  # fmt: skip
    results = {made / f"{name}.pdf": key for key, name in names.items()}
    fault = _run(command, _START + _EACH * len(files), made, lambda path: _tell(path, results, on_made))
    if fault:
        on_fault(fault)
    return {key: data for path, key in results.items() if (data := _whole_pdf(path))}


def _whole_pdf(path: Path) -> bytes:
    """A PDF that begins and ends as one does; nothing where it does not, or is not there."""
    with suppress(OSError):
        data = path.read_bytes()
        if data.startswith(b"%PDF") and b"%%EOF" in data[-1024:]:
            return data
    return b""


def _tell(path: Path, results: Mapping[Path, str], on_made: OnMade) -> None:
    if path in results and (data := _whole_pdf(path)):
        on_made(results[path], data)


def _run(command: Iterable[str], seconds: float, made: Path, on_file: Callable[[Path], None]) -> str:
    """Run a program and all it starts in a group of their own, which alone is ended when the time is over.

    The time is over also where nothing more appears in ``made`` for as long as a first file may take. ``on_file`` is
    told of each file there that another came after. Returns what went wrong, in Indonesian; empty where it ended by
    itself as it should.
    """
    words = list(command)
    environment = {**os.environ, "SAL_USE_VCLPLUGIN": "svp"}
    try:
        if sys.platform == "win32":
            process = subprocess.Popen(
                words, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                creationflags=subprocess.CREATE_NEW_PROCESS_GROUP | subprocess.CREATE_NO_WINDOW,
            )  # fmt: skip
        else:
            process = subprocess.Popen(
                words, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                start_new_session=True, env=environment,
            )  # fmt: skip
    except OSError as fault:
        return f"tidak dapat dijalankan ({refusal(fault)})"
    try:
        code = _code_of(process, seconds, made, on_file)
    finally:
        _end(process)
    if code is None:
        return "tidak selesai juga, lalu dihentikan"
    return f"berhenti sebelum selesai (kode {code})" if code else ""


def _code_of(
    process: subprocess.Popen[bytes], seconds: float, made: Path, on_file: Callable[[Path], None]
) -> int | None:
    """With which code a program ended; None where its time was over before."""
    begun = told = time.monotonic()
    seen: set[Path] = set()
    waiting: list[Path] = []
    while True:
        with suppress(subprocess.TimeoutExpired):
            return process.wait(0 if len(waiting) > 1 else _LOOK)
        now = time.monotonic()
        if more := sorted(set(made.iterdir()) - seen):
            seen.update(more)
            waiting += more
            told = now
        if now - begun > seconds or now - told > _START + _EACH:
            return None
        if len(waiting) > 1:  # the last one may still be written
            on_file(waiting.pop(0))


def _end(process: subprocess.Popen[bytes]) -> None:
    """Leave nothing of it running, also where it has ended itself or the user stopped the run."""
    if sys.platform == "win32":
        if process.poll() is None:
            subprocess.run(["taskkill", "/T", "/F", "/PID", str(process.pid)], capture_output=True, check=False)
    else:
        with suppress(OSError):
            os.killpg(process.pid, signal.SIGKILL)
    with suppress(subprocess.TimeoutExpired):
        process.wait(10)
