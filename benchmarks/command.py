"""What ``render.py`` measures in processes of its own: the first document, several workers, the command, memory."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections import defaultdict
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from statistics import median

from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

ROOT = Path(__file__).resolve().parent.parent
EXAMPLE = ROOT / "inputs" / "diskominfo-balangan.xlsx"
LOGO = ROOT / "inputs" / "logo-contoh.png"

_FIRST_DOCXTPL = """
import io, sys, time
from dataclasses import asdict
import render
from docx.shared import Mm
from docxtpl import DocxTemplate, InlineImage
from pathlib import Path
isi = asdict(render.contents(1)[0])
start = time.process_time()
render.with_docxtpl(Path(sys.argv[1]), isi)
print(time.process_time() - start)
"""
_FIRST_OURS = """
import sys, time
import render
from pathlib import Path
from pokin_docs.documents.pk.kind import PK
from pokin_docs.model.findings import FindingLog
from pokin_docs.templating.fill import compile as word
import pokin_docs.templating.check.examine
content = render.contents(1)[0]
start = time.process_time()
log = FindingLog()
logo = word.read_logo(render.LOGO, log)
form = word.compile_template(Path(sys.argv[1]), PK, logo, log, checked=sys.argv[2] == "teruji")
word.fill(form, content, "uji", log)
print(time.process_time() - start)
"""
_BUILD = """
import sys, time
import render
from dataclasses import replace
from pathlib import Path
from pokin_docs.documents.kind import Dokumen
from pokin_docs.render.filling import fill as filling
from pokin_docs.render.write import write
spent = []
fill_all = filling.fill_all
def timed(*args, **options):
    begun = time.perf_counter()
    try:
        return fill_all(*args, **options)
    finally:
        spent.append(time.perf_counter() - begun)
filling.fill_all = timed
folder, count, workers = Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
few = render.contents(50)
made = tuple(
    Dokumen("pk", f"PK/{n}.docx", ("pk.docx",), replace(few[n % 50], nomor=str(n))) for n in range(count)
)
(folder / "buku.xlsx").write_bytes(b"buku")
start = time.perf_counter()
outcome = write(made, buku=folder / "buku.xlsx", folder=folder / f"build-{count}-{workers}", templat=(folder,),
                logo=render.LOGO, version="1", process=workers or None)
assert outcome.value is not None, outcome.temuan
print(sum(spent))
print(time.perf_counter() - start)
# Not getrusage: its peak counts from before the program was started.
print(next(int(line.split()[1]) for line in open("/proc/self/status") if line.startswith("VmHWM")) / 1024)
"""
_COUNT = """
import multiprocessing, sys, time
def count():
    return sum(number * number % 7 for number in range(8_000_000))
workers = [multiprocessing.get_context("fork").Process(target=count) for _ in range(2)]
start = time.perf_counter()
if sys.argv[1] == "1":
    count(), count()
else:
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
print(time.perf_counter() - start)
"""
AS_TYPED = """
import sys
from pokin_docs.cli.main import main
try:
    main()
finally:
    if "LIBRARIES" in __import__("os").environ:
        own = [name for name, module in sys.modules.items() if getattr(module, "__file__", None)
               and not name.startswith(("pokin_docs", "__"))]
        open(__import__("os").environ["LIBRARIES"], "w").write("\\n".join(own))
    if "PEAK" in __import__("os").environ:
        peak = next(line.split()[1] for line in open("/proc/self/status") if line.startswith("VmHWM"))
        open(__import__("os").environ["PEAK"], "w").write(peak)
"""
_IMPORTS = """
import importlib, sys
for name in open(sys.argv[1]).read().split():
    try:
        importlib.import_module(name)
    except Exception:
        pass
"""


def run(code: str, *args: object, **more: str) -> tuple[list[float], float]:
    """Numbers that a piece of code prints, and its processor time with that of its children."""
    path = os.pathsep.join((str(ROOT), str(ROOT / "benchmarks")))
    before = os.times()
    done = subprocess.run(
        [sys.executable, "-c", code, *map(str, args)], cwd=more.pop("cwd", None), capture_output=True, text=True,
        check=False, env={**os.environ, "PYTHONPATH": path, "PYTHONDONTWRITEBYTECODE": "", **more},
    )  # fmt: skip
    after = os.times()
    assert done.returncode == 0, done.stdout + done.stderr
    numbers = [float(line) for line in done.stdout.split() if line.replace(".", "", 1).replace("e-", "", 1).isdigit()]
    return numbers, (after.children_user - before.children_user) + (after.children_system - before.children_system)


def first_document(path: Path) -> dict[str, float]:
    """Seconds of processor time for the first document of a process, libraries imported; in turn, the best of three."""
    found: dict[str, list[float]] = {"docxtpl": [], "pokin": [], "teruji": []}
    for _ in range(3):
        found["docxtpl"] += run(_FIRST_DOCXTPL, path)[0]
        found["pokin"] += run(_FIRST_OURS, path, "-")[0]
        found["teruji"] += run(_FIRST_OURS, path, "teruji")[0]
    return {name: min(times) for name, times in found.items()}


def two_workers(folder: Path, count: int = 3_000) -> tuple[float, float, float]:
    """How many times as fast two processes are as one: filling documents, the whole build of them, and mere counting.

    The last is what the machine gives at all. Of times measured one right after the other, as it changes its pace.
    """
    found: list[tuple[float, float, float]] = []
    for _ in range(5):
        times: dict[int, list[float]] = {}
        for workers in (1, 2):
            times[workers] = run(_BUILD, folder, count, workers)[0][:2] + run(_COUNT, workers)[0]
            _empty(folder / f"build-{count}-{workers}")
        found.append(tuple(one / two for one, two in zip(times[1], times[2], strict=True)))  # type: ignore[arg-type]
    filled, built, counted = (median(column) for column in zip(*found, strict=True))
    return filled, built, counted


def memory(folder: Path) -> float:
    """Megabytes that 5,000 documents take at most above 50."""
    return run(_BUILD, folder, 5_000, 1)[0][2] - run(_BUILD, folder, 50, 1)[0][2]


def example(folder: Path) -> tuple[float, float]:
    """Seconds beyond imports of the whole command on the example: from nothing, and after one changed cell."""
    work = folder / "contoh"
    work.mkdir()
    book = work / EXAMPLE.name
    (work / LOGO.name).write_bytes(LOGO.read_bytes())
    colds, warms = [], []
    for number in range(5):
        book.write_bytes(EXAMPLE.read_bytes())
        _empty(work / "build")
        colds.append(_command(work, book))
        opened = load_workbook(book)
        sheet = opened["Tahap 5"]
        sheet.cell(sheet.max_row, 3).value = f"Jumlah Penanganan Gangguan Keamanan {number}"
        opened.save(book)
        warms.append(_command(work, book))
    return min(colds), min(warms)


def agency(folder: Path) -> dict[str, str]:
    """The whole command on an agency of some 300 officials: from nothing, unchanged, and after one changed cell."""
    work = folder / "besar"
    work.mkdir()
    book = work / "besar.xlsx"
    opened = load_workbook(EXAMPLE)
    officials = multiply(opened, 12)
    opened.save(book)
    (work / LOGO.name).write_bytes(LOGO.read_bytes())
    found: dict[str, str] = {"pejabat": str(officials)}

    def measured(name: str) -> None:
        start = time.perf_counter()
        processor = _command(work, book)
        found[name] = f"{processor:.2f} detik prosesor di luar impor, {time.perf_counter() - start:.1f} detik nyata"

    measured("dari nol")
    measured("tanpa perubahan")
    sheet = opened["Tahap 5"]
    sheet.cell(sheet.max_row, 3).value = "Jumlah Gangguan Tertangani pada Layanan Baru"
    opened.save(book)
    measured("sesudah satu sel berubah")
    documents = len(list((work / "build").glob("**/*.docx")))
    return {"dokumen": str(documents), **found}


def of_size(folder: Path, copies: int) -> tuple[int, int, float, float]:
    """Rows of Tahap 5, documents, processor seconds beyond imports and peak megabytes of a build from nothing.

    The workbook is the example with what stands below the agency's head repeated; the peak is that of the process that
    was called, which is the largest.
    """
    work = folder / f"kali-{copies}"
    work.mkdir()
    book, peak = work / "buku.xlsx", work / "peak.txt"
    opened = load_workbook(EXAMPLE)
    multiply(opened, copies)
    opened.save(book)
    (work / LOGO.name).write_bytes(LOGO.read_bytes())
    spent = _command(work, book, PEAK=str(peak))
    documents = len(list((work / "build").glob("**/PK/**/*.docx"))) + len(list((work / "build").glob("*/Renstra/*")))
    return len(_table(opened["Tahap 5"])), documents, spent, int(peak.read_text()) / 1024


def multiply(book: Workbook, times: int) -> int:
    """Repeat what stands below the agency's head under other names, and return the number of officials."""
    posts, tree = book["Pejabat"], book["Tahap 5"]
    people = _table(posts)
    rows = _table(tree)
    head = {"BUPATI", "KADIS"}
    # Eighteen digits: the last three count those of one birth, appointment and sex.
    numbers: dict[str, Iterator[int]] = defaultdict(lambda: count(10))
    for copy in range(1, times):
        for id_, name, before, behind, nip, golongan, pangkat, jabatan, jenis, atasan, *rest in people:
            if id_ in head:
                continue
            serial = f"{nip[:15]}{next(numbers[nip[:15]]):03d}" if nip else None
            above = f"{atasan}-{copy}" if atasan and atasan not in head else atasan
            posts.append([f"{id_}-{copy}", f"{name} {_roman(copy)}", before, behind, serial, golongan, pangkat,
                          f"{jabatan} Wilayah {_roman(copy)}", jenis, above, *rest])  # fmt: skip
        for row in rows[1:]:
            owners = "; ".join(p if p in head else f"{p}-{copy}" for p in str(row[7] or "").split("; ") if p)
            tree.append([row[0], f"{row[1]} Wilayah {_roman(copy)}" if row[1] else None,
                         f"{row[2]} Wilayah {_roman(copy)}", *row[3:7], owners, *row[8:]])  # fmt: skip
    return sum(bool(row[0]) for row in _table(posts))


def _table(sheet: Worksheet) -> list[list[str | None]]:
    rows = [list(row) for row in sheet.iter_rows(min_row=5, values_only=True)]
    return [row for row in rows if any(row)]  # type: ignore[misc]


def _roman(number: int) -> str:
    ones = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")
    return "C" * (number // 100) + "X" * (number % 100 // 10) + ones[number % 10]


def _command(work: Path, book: Path, **more: str) -> float:
    """Processor time of the command beyond that of importing the libraries it has used."""
    names = work / "libraries.txt"
    run(AS_TYPED, "bangun", "--help", cwd=str(work), LIBRARIES=str(names))
    total = run(AS_TYPED, "bangun", book, cwd=str(work), LIBRARIES=str(names), **more)[1]
    return total - min(run(_IMPORTS, names)[1] for _ in range(3))


def _empty(folder: Path) -> None:
    for path in sorted(folder.glob("**/*"), reverse=True):
        path.rmdir() if path.is_dir() else path.unlink()
