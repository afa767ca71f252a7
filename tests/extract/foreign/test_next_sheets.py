"""Tables of other agencies that go on on another sheet: read on where what stands in the columns fits, always named."""

from __future__ import annotations

from pathlib import Path

import pytest

from helpers.foreign_reading import codes, reading, tree, understood
from helpers.renstra_tables import AgencyTable

FIRST = """## Pohon
| Sasaran | Indikator Sasaran | Sasaran Program | Indikator Program | Sasaran Kegiatan | Indikator Kegiatan |
| Meningkatnya perlindungan sosial | Persentase terlindungi | Meningkatnya penerima bantuan | Persentase penerima | Terverifikasinya data | Jumlah data |
| | | | | Tersalurkannya bantuan | Jumlah keluarga |
"""
MORE = """| | | | | Terlayaninya lansia | Jumlah lansia |
| | | Meningkatnya rehabilitasi | Persentase rehabilitasi | Terlayaninya disabilitas | Jumlah disabilitas |
"""
TREE = [
    "1 Meningkatnya perlindungan sosial [Persentase terlindungi]",
    "2 Meningkatnya penerima bantuan [Persentase penerima]",
    "3 Terverifikasinya data [Jumlah data]",
    "3 Tersalurkannya bantuan [Jumlah keluarga]",
    "3 Terlayaninya lansia [Jumlah lansia]",
    "2 Meningkatnya rehabilitasi [Persentase rehabilitasi]",
    "3 Terlayaninya disabilitas [Jumlah disabilitas]",
]
TITLES = FIRST.splitlines()[1] + "\n"


@pytest.mark.parametrize("more", [MORE, "| Lanjutan pohon kinerja |\n" + MORE, TITLES + MORE])
def test_the_rows_of_the_next_sheet_stand_below_the_last_ones_of_the_first(tmp_path: Path, more: str) -> None:
    found = reading(tmp_path, AgencyTable(FIRST, (), ()), AgencyTable("## Lembar1\n" + more, (), ()))
    assert tree(understood(found)) == TREE
    assert [entry.tempat.lembar for entry in found.temuan if entry.kode == "B58"] == ["Lembar1"]
    assert found.account.named == 0


def test_a_list_of_nodes_goes_on_as_well(tmp_path: Path) -> None:
    one = """## Daftar
| KODE | PROGRAM/KEGIATAN | OUTCOME/OUTPUT | INDIKATOR | TARGET 2026 |
| 1.06.04 | PROGRAM REHABILITASI SOSIAL | Meningkatnya rehabilitasi | Persentase rehabilitasi | 80 |
"""
    two = "## Hal 2\n| 1.06.04.2.01 | Rehabilitasi Dasar | Terlayaninya lansia | Jumlah lansia | 40 |\n"
    found = reading(tmp_path, AgencyTable(one, (), ()), AgencyTable(two, (), ()))
    assert tree(understood(found)) == [
        "2 Meningkatnya rehabilitasi [Persentase rehabilitasi] 1.06.04",
        "3 Terlayaninya lansia [Jumlah lansia] 1.06.04.2.01",
    ]
    assert "B58" in codes(found)


@pytest.mark.parametrize(
    ("title", "more"),
    [
        ("Pohon lama", MORE),
        ("Lembar1", "".join(FIRST.splitlines(keepends=True)[2:])),
        (
            "Lembar1",
            "| Rumah singgah | 12 | Jalan Mawar | 3 | 2020 | baik |\n| Panti | 8 | Jalan Melati | 4 | 2021 | baik |\n",
        ),
        ("Lembar1", MORE.replace("| | | | |", "| | | | | | | |", 1).replace("| | | Men", "| | | | | | | Men")),
    ],
    ids=["another version", "a copy", "other things", "other columns"],
)
def test_a_sheet_that_is_no_part_of_the_table_is_named_and_not_read(tmp_path: Path, title: str, more: str) -> None:
    found = reading(tmp_path, AgencyTable(FIRST, (), ()), AgencyTable(f"## {title}\n{more}", (), ()))
    assert tree(understood(found)) == TREE[:4]
    assert {"B11", "B55", "B56"} & {entry.kode for entry in found.temuan if entry.tempat.lembar == title}
