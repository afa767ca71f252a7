"""Fifty documents as PDF, examined: held against one bare call of LibreOffice on the same files.

    .venv/bin/python benchmarks/pdf.py FOLDER

FOLDER is a build folder. Processor seconds count, of this process and all it starts, so that a busy machine does not
matter; the wall is told beside. Exits 1 where ours take more than 1.3 times as long.
"""

from __future__ import annotations

import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from pokin_docs.pdf.layout import read_layout
from pokin_docs.pdf.office import Office, convert, find_office
from pokin_docs.pdf.page_rules import judge_pages
from pokin_docs.pdf.reading import read_pdf
from pokin_docs.pdf.truth import judge

COUNT = 50
MOST = 1.3


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
    found = convert(office, {str(path): path for path in files})
    for key, data in found.items():
        facts, layout, document = read_pdf(data), read_layout(data), Path(key).read_bytes()
        assert facts is not None
        assert layout is not None
        judge(document, facts, key)
        judge_pages(document, layout, key)
    assert len(found) == len(files)


def main() -> int:
    """Measure both; what came of it as an exit code."""
    office = find_office()
    assert office is not None, "LibreOffice is not here"
    files = sorted(Path(sys.argv[1]).glob("*/*/*.docx"))[:COUNT]
    alone, ours_spent = spent(lambda: bare(office, files)), spent(lambda: ours(office, files))
    times = ours_spent[0] / alone[0]
    print(f"{len(files)} documents, processor: bare {alone[0]:.1f} s, ours {ours_spent[0]:.1f} s, {times:.2f} times")
    print(f"wall: {alone[1]:.1f} s and {ours_spent[1]:.1f} s")
    return int(times > MOST)


if __name__ == "__main__":
    sys.exit(main())
