"""The rules about the money that the PKs promise: each class against its programs, Bagian, and what has no kinerja."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import Workbook

from helpers.workbooks import BAKU, add_row, both, put, write
from pokin_docs.flow.examine import Examination, examine
from pokin_docs.model.catalogue import hint, message
from pokin_docs.model.settings import Settings

Change = Callable[[Workbook], None]

STAF2 = add_row(
    "Pejabat", "| STAF2 | Contoh Lima | | '199004042015012905 | III/a | Penata Muda | Analis | PK JF/JP | SUBKOR | |"
)
BERDUA = both(STAF2, put("Tahap 5!H6", "STAF; STAF2"))
"""The only sub kegiatan, Rp1,000,000, is held by STAF and STAF2."""


def bagian(*values: object) -> Change:
    """The column Bagian with a value for each row from the last upwards."""
    return both(
        put("Tahap 5!S1", "Bagian"), *(put(f"Tahap 5!S{6 - place}", value) for place, value in enumerate(values))
    )


def row_of(pemilik: str, kode: str = "2.20.02.2.01.0018", value: str = "") -> Change:
    """One more row of the sub kegiatan in all stages."""
    return both(
        add_row("Tahap 3", "| | Terkelolanya arsip | Kondisi Operasional |"),
        add_row("Tahap 4", "| Tahap 3 | Terkelolanya arsip | Jumlah arsip | Kinerja Operasional |"),
        add_row(
            "Tahap 5",
            "| Tahap 3 | Terkelolanya arsip | Jumlah arsip | Kinerja Operasional | Sasaran Sub Kegiatan | PK JF/JP |"
            f" {kode} | {pemilik} | Dokumen | 5 | 6 | 7 | 8 | 9 | 10 | 11 | | | {value} |",
        ),
    )


def cetak_penuh(value: str = "cetak penuh") -> Change:
    return add_row("Identitas", f"| Pembagian Pagu | {value} |")


SUB_LAGI = both(
    put("Program!C4", 600_000), add_row("Program", "| 2.20.02.2.01.0019 | Pembinaan | 400000 | 0 | 0 | 0 | 0 | APBD |")
)
"""A second sub kegiatan of the only kegiatan, with Rp400,000 of its money."""

KASUS: list[tuple[str, str, Change]] = [
    ("P73", "Program!C2", both(BERDUA, cetak_penuh())),
    (
        "P74",
        "Program!C2",
        both(SUB_LAGI, row_of("SUBKOR", "2.20.02.2.01.0019"), put("Tahap 5!F7", "PK Sub Koordinator/JF")),
    ),
    ("P75", "Program!A5", add_row("Program", "| 2.16.01 | Program Penunjang | 1 | 1 | 1 | 1 | 1 |")),
    ("P76", "Tahap 5!S6", both(BERDUA, bagian("60%"))),
    ("P77", "Tahap 5!S6", both(BERDUA, bagian("60%; 30%"))),
    ("P78", "Tahap 5!S7", both(BERDUA, bagian("60; 40"), row_of("STAF", value="70%"))),
    ("P79", "Tahap 5!S6", both(STAF2, bagian("100%"), row_of("STAF2"))),
]


def changed(folder: Path, *changes: Change) -> Examination:
    return examine(write(folder / "buku.xlsx", BAKU, *changes), Settings(Path("build"), ()))


def money(found: Examination) -> list[str]:
    """What is said about money."""
    return [f"{entry.kode} {message(entry)}" for entry in found.temuan if entry.kode in {kasus[0] for kasus in KASUS}]


@pytest.mark.parametrize(("kode", "tempat", "change"), KASUS, ids=[kasus[0] for kasus in KASUS])
def test_one_change_gives_its_finding_at_its_cell(tmp_path: Path, kode: str, tempat: str, change: Change) -> None:
    found = changed(tmp_path, change)
    assert [str(entry.tempat) for entry in found.temuan if entry.kode == kode] == [tempat], found.temuan
    for entry in found.temuan:
        assert "{" not in message(entry) + hint(entry)
