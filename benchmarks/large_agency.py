"""A large agency: everything for some 300 officials, against plain docxtpl for their PKs alone, and ``periksa``.

    .venv/bin/python benchmarks/large_agency.py [tulis] [KALI]

KALI is how often what stands below the head of the example is repeated (12). All times are processor time of whole
commands with all processes they start, measured in one run: their ratios are what may be compared between machines.
What an installation does once (compiling the program, reading the shipped templates) is a line of its own.
``tulis`` writes the table of ``docs/kecepatan.md``. Exits 1 when a goal is missed.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from shutil import rmtree

from openpyxl import load_workbook

sys.path[:0] = [str(Path(__file__).resolve().parent.parent), str(Path(__file__).resolve().parent)]

import command  # noqa: E402
from speed_page import Baris, at_most, print_rows, write_tables  # noqa: E402

COPIES = 12
_FLOOR = """
import sys, time
from dataclasses import asdict
from pathlib import Path
import render
from pokin_docs.flow.examine import examine
from pokin_docs.model.settings import Settings
book, folder = Path(sys.argv[1]), Path(sys.argv[2])
plan = examine(book, Settings(keluaran=folder, templat=(render.ROOT / "templates",))).plan
contents = [asdict(document.content) for document in plan.dokumen if document.jenis == "pk"]
start = time.process_time()
for number, content in enumerate(contents):
    (folder / f"{number}.docx").write_bytes(render.with_docxtpl(render.ROOT / "templates" / "pk.docx", content))
print(len(contents))
print(time.process_time() - start)
"""
_READING = """
import time
import render
from pokin_docs.documents.kinds import KINDS
from pokin_docs.model.findings import FindingLog
from pokin_docs.templating.fill import compile as word
files = [(render.ROOT / "templates" / name, kind) for kind in KINDS for name in kind.templat[:1]]
start = time.process_time()
for file, kind in files:
    word.compile_template(file, kind, None, FindingLog(), checked=True)
print(time.process_time() - start)
"""


def title(officials: int) -> str:
    """What the table is called."""
    return f"Perangkat daerah dengan {officials} pejabat: semua dokumen"


def measured(folder: Path, copies: int) -> tuple[int, list[Baris]]:
    """The number of officials, and the measures."""
    book, peak = folder / "besar.xlsx", folder / "puncak.txt"
    opened = load_workbook(command.EXAMPLE)
    command.multiply(opened, copies)
    opened.save(book)
    (folder / command.LOGO.name).write_bytes(command.LOGO.read_bytes())
    plain = folder / "docxtpl"
    plain.mkdir()
    (officials, floor), _ = command.run(_FLOOR, book, plain)

    def spent(name: str, what: Path = book, **more: str) -> float:
        return command.run(
            command.AS_TYPED, name, what, cwd=str(folder), XDG_CACHE_HOME=str(folder), LOCALAPPDATA=str(folder), **more
        )[1]

    first_reading = _first_use(spent, folder)
    examined = spent("periksa")
    everything = spent("bangun", PEAK=str(peak))
    documents = sum(path.suffix in (".docx", ".xlsx") for path in (folder / "build").glob("*/*/**/*"))
    unchanged = spent("bangun")
    sheet = opened["Tahap 5"]
    rows = [row for row in range(5, sheet.max_row + 1) if sheet.cell(row, 5).value == "Sasaran Kegiatan"]
    sheet.cell(rows[-1], 14).value = "97"  # the target of the year, which all papers of its owner and the Renstra print
    opened.save(book)
    one_cell = spent("bangun")
    megabytes = int(peak.read_text()) / 1024
    return int(officials), [
        Baris("dokumen", str(documents)),
        Baris("docxtpl mengisi PK saja: lantainya (detik prosesor)", f"{floor:.1f}"),
        Baris("periksa (detik prosesor)", f"{examined:.1f}"),
        Baris("templat dibaca untuk pertama kalinya, tidak dihitung di bawah (detik prosesor)", f"{first_reading:.1f}"),
        at_most("semua dokumen dibanding lantai itu", everything / floor, 1, 2),
        at_most("tanpa perubahan dibanding periksa", unchanged / examined, 2, 2),
        at_most("sesudah satu sel berubah dibanding periksa", one_cell / examined, 4, 2),
        at_most("memori puncak (MB)", megabytes, 300, 0),
    ]


def _first_use(spent: Callable[..., float], folder: Path) -> float:
    """Do what an installation does once, the program compiled and the templates read; how long reading them takes.

    Args:
        spent: Runs a command and tells its processor time.
        folder: The cache of the user, in which nothing else is left behind.
    """
    small = folder / "contoh.xlsx"
    small.write_bytes(command.EXAMPLE.read_bytes())
    spent("bangun", small)
    for known in (folder / "pokin").glob("letak-*"):
        known.unlink()  # the pages of the example are pages of the large tree too
    rmtree(folder / "build")
    return command.run(_READING)[0][0]


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as name:
        people, table = measured(Path(name), next((int(word) for word in sys.argv[1:] if word.isdigit()), COPIES))
    print_rows(table)
    if "tulis" in sys.argv[1:]:
        write_tables({title(people): table})
    sys.exit(any(row.tercapai is False for row in table))
