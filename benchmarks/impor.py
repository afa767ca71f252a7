"""How `impor` and `periksa` grow with their rows: each twice in one process, small and large; only the ratio counts.

    .venv/bin/python benchmarks/impor.py [tulis] [SATU [BANYAK]]

SATU and BANYAK are rows (400 1600; `500 5000` is what a large agency may have). ``impor`` reads one table of another
agency; ``periksa`` eight sheets of that many rows each. ``tulis`` writes the table of ``docs/kecepatan.md``. Exits 1
when the time grows more than the rows do.
"""

from __future__ import annotations

import math
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

sys.path[:0] = [str(Path(__file__).resolve().parent.parent), str(Path(__file__).resolve().parent)]

from openpyxl import Workbook  # noqa: E402
from speed_page import Baris, at_most, print_rows, write_tables  # noqa: E402

TITLE = "Impor dan periksa: baris yang bertambah"
SIZES = (400, 1_600)
MOST_POWER = 1.1
"""Of the growth with the rows; 1 is as fast as they grow."""
_LEVELS = ("Sasaran", "Program", "Kegiatan", "Sub Kegiatan")
_WIDTH = (1, 3, 9, 36)
"""Nodes of each level below one sasaran."""
_WORDS = ("Meningkatnya mutu", "Meningkatnya capaian", "Terlaksananya pelayanan", "Tersedianya dokumen")

Node = tuple[int, str, str]
"""Level, sentence and code."""


def nodes(count: int) -> Iterator[Node]:
    """A tree of so many nodes, from the top down in the order of its rows."""
    left = iter(range(count))
    for branch in range(1, count + 1):
        for place in range(_WIDTH[3]):
            for level, width in enumerate(_WIDTH):
                if place % (_WIDTH[3] // width) == 0:
                    if next(left, None) is None:
                        return
                    number = place // (_WIDTH[3] // width) + 1
                    yield level, f"{_WORDS[level]} wilayah {branch}.{number}", _code(branch, level, place)


def _code(branch: int, level: int, place: int) -> str:
    number = 3 * branch + place // 12
    parts = (
        f"2.{number // 90 + 1:02d}",
        f"{number % 90 + 2:02d}",
        f"2.{place // 4 % 3 + 1:02d}",
        f"{place % 4 + 1:04d}",
    )
    return ".".join(parts[: level + 1]) if level else ""


def foreign_table(path: Path, count: int) -> None:
    """A table of another agency with one row per node.

    Args:
        path: Where it is written.
        count: Its rows.
    """
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.append(["Rencana Kinerja Dinas Contoh"])
    sheet.append(["No", "Kinerja / Sasaran", "Tingkat", "Indikator Kinerja", "Satuan", "Target 2026", "Pagu 2026 (Rp)"])
    for number, (level, text, _) in enumerate(nodes(count), start=1):
        sheet.append([number, text, _LEVELS[level], f"Jumlah {text}", "Dokumen", 5, 50_000_000 if level else None])
    book.save(path)


def official_book(path: Path, count: int) -> None:
    """A workbook of eight sheets with so many rows each.

    Args:
        path: Where it is written.
        count: Rows of each table.
    """
    book = Workbook()
    book.remove(book.worksheets[0])
    _sheet(book, "Identitas", [["Kunci", "Nilai"], ["Nama PD", "Dinas Contoh"], ["Tahun", 2026]])
    found = list(nodes(count))
    stage = [["", text, f"Jumlah {text}", ""] for _, text, _ in found]
    _sheet(book, "Tahap 4", [["Rujukan Tahapan", "Kinerja", "Indikator Kinerja", "Keterangan"], *stage])
    komponen = ("Sasaran SKPD", "Sasaran Program", "Sasaran Kegiatan", "Sasaran Sub Kegiatan")
    tree = [
        [text, f"Jumlah {text}", komponen[level], code, f"P{number}", "Dokumen", 5, f"I{number}"]
        for number, (level, text, code) in enumerate(found)
    ]
    titles = ["Kinerja", "Indikator Kinerja", "Komponen Perencanaan", "Kode", "Pemilik", "Satuan", "Target 2026"]
    _sheet(book, "Tahap 5", [[*titles, "ID Indikator"], *tree])
    people = [
        [f"P{number}", f"Nama {number}", f"Kepala Urusan {number}", "PK JF/JP", f"P{number // 4}"]
        for number in range(count)
    ]
    people[0] = ["P0", "Nama", "Kepala Dinas", "PK JPT", ""]
    _sheet(book, "Pejabat", [["ID", "Nama", "Jabatan", "Jenis PK", "Atasan"], *people])
    program = [[code, f"Nama {text}", 50_000_000] for _, text, code in found if code]
    _sheet(book, "Program", [["Kode", "Nomenklatur", "Pagu 2026"], *program])
    reached = [[f"I{number}", 2026, "I", 1] for number in range(count)]
    _sheet(book, "Realisasi", [["ID Indikator", "Tahun", "TW", "Nilai"], *reached])
    _sheet(
        book,
        "Renaksi",
        [["ID Indikator", "Langkah"], *[[f"I{number}", f"Menyusun data {number}"] for number in range(count)]],
    )
    lintas = [[f"Terpadunya layanan {number}", "Dinas Lain"] for number in range(count)]
    _sheet(book, "Lintas Perangkat Daerah", [["Kinerja", "PD Pendukung"], *lintas])
    book.save(path)


def _sheet(book: Workbook, title: str, rows: Sequence[Sequence[object]]) -> None:
    sheet = book.create_sheet(title)
    for row in rows:
        sheet.append(list(row))


def spent_on_import(path: Path) -> float:
    """Processor seconds of `impor` on a table."""
    from pokin_docs.flow.impor import import_tables

    return _spent(lambda: import_tables([path]))


def spent_on_check(path: Path) -> float:
    """Processor seconds of `periksa` on a workbook."""
    from pokin_docs.flow.examine import examine
    from pokin_docs.model.settings import Settings

    return _spent(lambda: examine(path, Settings(path.parent / "build", ())))


def _spent(act: Callable[[], object]) -> float:
    start = time.process_time()
    act()
    return time.process_time() - start


def measured(few: int, many: int) -> list[Baris]:
    """The measures of both commands with both numbers of rows, and how they grow."""
    rows: list[Baris] = []
    commands = (("impor", foreign_table, spent_on_import), ("periksa, delapan lembar", official_book, spent_on_check))
    with tempfile.TemporaryDirectory() as name:
        for said, write, spend in commands:
            times = {}
            for count in (few // 4, few, many):  # the first run of a process also imports
                path = Path(name) / f"{write.__name__}-{count}.xlsx"
                write(path, count)
                times[count] = spend(path)
            rows.append(Baris(f"{said}: {few} dan {many} baris (detik)", f"{times[few]:.1f} dan {times[many]:.1f}"))
            power = math.log(times[many] / times[few]) / math.log(many / few)
            rows.append(at_most(f"{said}: pangkat pertumbuhan waktu", power, MOST_POWER, 2))
    return rows


if __name__ == "__main__":
    asked = [int(word) for word in sys.argv[1:] if word.isdigit()]
    table = measured(*(*asked, *SIZES[len(asked) :])[:2])
    print_rows(table)
    if "tulis" in sys.argv[1:]:
        write_tables({TITLE: table})
    sys.exit(any(row.tercapai is False for row in table))
