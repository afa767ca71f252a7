"""Fifty documents as PDF, examined: held against one bare call of LibreOffice on the same files.

    .venv/bin/python benchmarks/pdf.py FOLDER [PAIRS]

FOLDER is a build folder, of which fifty Word files of all kinds are taken. Both are measured in turn, PAIRS times (3),
as one figure says little on a machine that does other things too. Exits 1 where ours take more than 1.3 times as long,
by the median of the wall or of the processor seconds of all processes.
"""

from __future__ import annotations

import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from pokin_docs.flow.pdf_looks import PdfLooks
from pokin_docs.pdf.office import Office, convert, find_office

COUNT = 50
MOST = 1.3
_NO_PAPERS = ("Cetak", "suntingan")


def spent(work: Callable[[], None]) -> tuple[float, float]:
    """Processor and wall seconds of a work."""

    def now() -> float:
        used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
        return sum(one.ru_utime + one.ru_stime for one in used)

    before, wall = now(), time.perf_counter()
    work()
    return now() - before, time.perf_counter() - wall


def bare(office: Office, files: list[Path]) -> None:
    """One call of LibreOffice as anybody would type it, in a profile of its own."""
    with tempfile.TemporaryDirectory() as name:
        profile, made = Path(name, "profil").as_uri(), Path(name, "jadi")
        subprocess.run(
            [office.program, f"-env:UserInstallation={profile}", "--headless", "--convert-to", "pdf",
             "--outdir", str(made), *map(str, files)],
            check=True, capture_output=True,
        )  # fmt: skip
        assert len(list(made.iterdir())) == len({one.stem for one in files})


def ours(office: Office, files: list[Path]) -> None:
    """The same as ``--pdf`` does it: PDF/A with tags, each read back, compared and examined."""
    sources, looks = {str(path): path for path in files}, PdfLooks()
    found = convert(office, sources, lambda key, data: looks.at(key, sources[key], data))
    assert all(looks.at(key, sources[key], data) for key, data in found.items())
    assert len(found) == len(files)


def fifty(folder: Path) -> list[Path]:
    """Word files of a build folder, spread over all of them."""
    files = sorted(path for path in folder.rglob("*.docx") if path.relative_to(folder).parts[0] not in _NO_PAPERS)
    return [files[number * len(files) // COUNT] for number in range(COUNT)] if len(files) > COUNT else files


def main() -> int:
    """Measure both in turn; what came of it as an exit code."""
    office = find_office()
    assert office is not None, "LibreOffice is not here"
    files = fifty(Path(sys.argv[1]))
    bare(office, files)  # LibreOffice itself is read from the disk but once
    times = []
    for _ in range(int(sys.argv[2]) if len(sys.argv) > 2 else 3):
        alone, ours_spent = spent(lambda: bare(office, files)), spent(lambda: ours(office, files))
        times.append((ours_spent[0] / alone[0], ours_spent[1] / alone[1]))
        print(
            f"{len(files)} documents, bare and ours: processor {alone[0]:.1f} s and {ours_spent[0]:.1f} s, "
            f"{times[-1][0]:.2f} times; wall {alone[1]:.1f} s and {ours_spent[1]:.1f} s, {times[-1][1]:.2f} times",
            flush=True,
        )
    processor, wall = (statistics.median(found) for found in zip(*times, strict=True))
    print(f"median: processor {processor:.2f}, wall {wall:.2f} times")
    return int(max(processor, wall) > MOST)


if __name__ == "__main__":
    sys.exit(main())
