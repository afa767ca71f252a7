"""A row with a name and no code is read with the code of the row of that name, where its place fits that alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from helpers.workbooks import write
from pokin_docs.extract.read import Reading, read

TABLES = """
## T 4.1
| KODE | PROGRAM/KEGIATAN/SUBKEGIATAN | OUTCOME/OUTPUT | INDIKATOR | SATUAN | TARGET 2026 |
| 2.24.02 | PROGRAM PENGELOLAAN ARSIP | Terjaganya arsip | Jumlah arsip | berkas | 1 |
| 2.24.02.2.01 | Pengelolaan Arsip Dinamis | Tertatanya arsip | Jumlah berkas | berkas | 3 |
| 2.24.02.2.01.0001 | Penciptaan Arsip | Terciptanya arsip | Jumlah arsip tercipta | berkas | 3 |
| 2.24.02.2.02 | Pengelolaan Arsip Statis | Terjaganya arsip statis | Jumlah arsip statis | berkas | 3 |
| 2.24.02.2.02.0001 | Penciptaan Arsip | Terciptanya arsip statis | Jumlah arsip statis tercipta | berkas | 3 |

## T 4.2
| KODE | PROGRAM/KEGIATAN/SUBKEGIATAN | INDIKATOR | TARGET 2026 | PAGU 2026 (Rp) |
| 2.24.02 | PROGRAM PENGELOLAAN ARSIP | Jumlah arsip | 1 | 900000000 |
| {kegiatan} | Pengelolaan Arsip Statis | Jumlah arsip statis | 3 | 900000000 |
| {sub} | {name} | Jumlah arsip statis tercipta | 3 | 800000000 |
"""


def found(folder: Path, kegiatan: str = "2.24.02.2.02", sub: str = "", name: str = "Penciptaan Arsip") -> Reading:
    return read(write(folder / "buku.xlsx", TABLES.format(kegiatan=kegiatan, sub=sub, name=name)))


def amounts(reading: Reading) -> dict[str, str]:
    assert reading.value is not None, reading.temuan
    return {row.kode.clean: str(row.pagu[2026].number) for row in reading.value.program if row.pagu[2026]}


@pytest.mark.parametrize(
    "name", ["Penciptaan Arsip", "PENCIPTAAN ARSIP", "Sub Kegiatan Penciptaan Arsip", "Penciptaan  arsip."]
)
def test_a_name_that_stands_twice_gets_the_code_of_its_place(tmp_path: Path, name: str) -> None:
    reading = found(tmp_path, name=name)
    assert amounts(reading)["2.24.02.2.02.0001"] == "800000000"
    assert [(str(f.tempat), dict(f.details)["daftar"]) for f in reading.temuan if f.kode == "B92"] == [
        ("T 4.2!B4", "B4 = 2.24.02.2.02.0001")
    ]
    assert reading.account.filled == reading.account.read + reading.account.named + reading.account.harmless


def test_the_place_is_that_of_the_row_above_also_where_that_has_no_code_either(tmp_path: Path) -> None:
    reading = found(tmp_path, kegiatan="")
    assert amounts(reading).keys() >= {"2.24.02.2.02", "2.24.02.2.02.0001"}
    assert dict(next(f for f in reading.temuan if f.kode == "B92").details)["jumlah"] == "2"


def test_a_name_that_no_row_with_a_code_has_is_named_at_its_cell(tmp_path: Path) -> None:
    reading = found(tmp_path, name="Pembangunan Gedung")
    assert not [f for f in reading.temuan if f.kode == "B92"]
    assert [str(f.tempat) for f in reading.temuan if f.kode == "B65"] == ["T 4.2!B4"]


def test_a_row_with_its_own_code_keeps_it(tmp_path: Path) -> None:
    reading = found(tmp_path, sub="2.24.02.2.02.0001")
    assert not [f for f in reading.temuan if f.kode == "B92"]
    assert amounts(reading)["2.24.02.2.02.0001"] == "800000000"
