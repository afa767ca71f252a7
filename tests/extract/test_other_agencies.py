"""Rows of several agencies in one table: read for that of Identitas alone, or named, however few each has."""

from __future__ import annotations

from pathlib import Path

import pytest

from helpers.workbooks import write
from pokin_docs.extract.read import Reading, read

OWN = """
## Identitas
| Kunci | Nilai |
| Nama PD | Dinas Arsip |
| Tahun | 2026 |

"""
HEAD = "## Export\n| Nama SKPD | Kode | Program/Kegiatan/Sub Kegiatan | Indikator | Target 2026 | Pagu 2026 (Rp) |"
PROGRAM = "| Dinas Arsip | 2.24.02 | PROGRAM PENGELOLAAN ARSIP | Jumlah arsip | 1 | 900000000 |"
KEGIATAN = "| Dinas Arsip | 2.24.02.2.01 | Pengelolaan Arsip Dinamis | Jumlah berkas | 3 | 900000000 |"
SUB = "| Dinas Arsip | 2.24.02.2.01.0001 | Penciptaan Arsip | Jumlah arsip baru | 3 | 900000000 |"
OTHER = "| Dinas Sosial | 1.06.02 | PROGRAM PEMBERDAYAAN SOSIAL | Jumlah orang | 3 | 800000000 |"


def without_first(row: str) -> str:
    return f"|{row.split('|', 2)[2]}"


def found(folder: Path, *rows: str) -> Reading:
    return read(write(folder / "buku.xlsx", "\n".join(rows)))


def codes_read(reading: Reading) -> list[str]:
    assert reading.value is not None, reading.temuan
    return [row.kode.clean for row in reading.value.program]


@pytest.mark.parametrize(
    "rows",
    [(PROGRAM, KEGIATAN, SUB, OTHER), (OTHER, PROGRAM, KEGIATAN, SUB), (PROGRAM, KEGIATAN, OTHER, SUB)],
    ids=["last", "first", "between"],
)
def test_the_only_row_of_another_agency_is_named_and_not_read(tmp_path: Path, rows: tuple[str, ...]) -> None:
    reading = found(tmp_path, OWN, HEAD, *rows)
    assert codes_read(reading) == ["2.24.02", "2.24.02.2.01", "2.24.02.2.01.0001"]
    assert [dict(f.details)["lain"] for f in reading.temuan if f.kode == "B107"] == ["Dinas Sosial"]


def test_a_line_that_names_another_agency_parts_the_rows_above_it_from_those_below(tmp_path: Path) -> None:
    rows = (HEAD.replace("| Nama SKPD ", ""), *map(without_first, (PROGRAM, KEGIATAN, SUB)), "| DINAS SOSIAL |")
    reading = found(tmp_path, OWN, *rows, without_first(OTHER))
    assert codes_read(reading) == ["2.24.02", "2.24.02.2.01", "2.24.02.2.01.0001"]
    assert [(dict(f.details)["lain"], dict(f.details)["sendiri"]) for f in reading.temuan if f.kode == "B107"] == [
        ("DINAS SOSIAL", "Dinas Arsip")
    ]


def test_a_line_that_names_a_part_of_the_agency_parts_nothing(tmp_path: Path) -> None:
    rows = (HEAD.replace("| Nama SKPD ", ""), *map(without_first, (PROGRAM, KEGIATAN)), "| UPTD DEPO ARSIP |")
    reading = found(tmp_path, OWN, *rows, without_first(SUB))
    assert codes_read(reading) == ["2.24.02", "2.24.02.2.01", "2.24.02.2.01.0001"]
    assert not [f for f in reading.temuan if f.kode in ("B107", "B72")]


@pytest.mark.parametrize(("name", "told"), [("Dinas Sosial", True), ("Dinas Arsip", False), ("Bidang Arsip", False)])
def test_a_row_of_an_official_table_that_is_of_another_agency_is_named(
    tmp_path: Path, name: str, *, told: bool
) -> None:
    rows = (
        "## Tahap 5",
        "| Nama SKPD | Kinerja | Indikator Kinerja | Komponen Perencanaan | Satuan | Target 2026 |",
        "| Dinas Arsip | Terwujudnya arsip yang tertib | Indeks arsip | Tujuan SKPD | Indeks | 2 |",
        f"| {name} | Meningkatnya layanan | Indeks layanan | Sasaran Pertama SKPD | Indeks | 3 |",
    )
    reading = found(tmp_path, OWN, *rows)
    assert [str(f.tempat) for f in reading.temuan if f.kode == "B120"] == (["Tahap 5!A3"] if told else [])
