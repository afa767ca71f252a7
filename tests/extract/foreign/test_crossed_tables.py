"""Matrices of offices: a step per level under one title, ticked levels, a row per year, tables on their side."""

from __future__ import annotations

from pathlib import Path

import pytest

from helpers.foreign_reading import codes, reading, tree, understood
from helpers.renstra_tables import AgencyTable
from helpers.workbooks import write
from pokin_docs.extract.read import read
from pokin_docs.flow.impor import import_tables
from pokin_docs.transform.cascade import build_cascade

TREE = [
    "0 Terwujudnya kota bersih [Indeks kebersihan]",
    "1 Meningkatnya sampah tertangani [Persentase sampah]",
    "2 Meningkatnya layanan angkut [Persentase rute]",
    "3 Terlaksananya pengangkutan [Jumlah ritasi]",
    "2 Meningkatnya pengolahan [Persentase olahan]",
]
STEPS = """## Pohon
| Uraian Kinerja | | | | Indikator | Target 2026 |
| Terwujudnya kota bersih | | | | Indeks kebersihan | 80 |
| | Meningkatnya sampah tertangani | | | Persentase sampah | 90 |
| | | Meningkatnya layanan angkut | | Persentase rute | 95 |
| | | | Terlaksananya pengangkutan | Jumlah ritasi | 40 |
| | | Meningkatnya pengolahan | | Persentase olahan | 20 |
"""
NAMES = """## Renja
| Program/Kegiatan/Sub Kegiatan | | | Indikator | Target 2026 |
| Pengelolaan Sampah | | | Persentase sampah | 90 |
| | Pengangkutan Sampah | | Jumlah ritasi | 40 |
| | | Penyediaan Armada | Jumlah armada | 4 |
"""
TICKED = """## Matriks
| Kinerja | Tujuan | Eselon II | Eselon III | Eselon IV | Indikator | Target 2026 |
| Terwujudnya kota bersih | v | | | | Indeks kebersihan | 80 |
| Meningkatnya sampah tertangani | | v | | | Persentase sampah | 90 |
| Meningkatnya layanan angkut | | | v | | Persentase rute | 95 |
| Terlaksananya pengangkutan | | | | v | Jumlah ritasi | 40 |
| Meningkatnya pengolahan | | | v | | Persentase olahan | 20 |
"""


@pytest.mark.parametrize("merges", [("A1:D1",), ()])
def test_each_column_under_one_title_is_a_level(tmp_path: Path, merges: tuple[str, ...]) -> None:
    found = understood(reading(tmp_path, AgencyTable(STEPS, merges, ())))
    # Four steps begin at the sasaran, as four counted levels do.
    assert tree(found) == [f"{int(line[0]) + 1}{line[1:]}" for line in TREE]


def test_steps_of_components_are_those_that_the_title_names(tmp_path: Path) -> None:
    found = understood(reading(tmp_path, AgencyTable(NAMES, ("A1:C1",), ())))
    assert [line[0] for line in tree(found)] == ["2", "3", "4"]


def test_two_steps_filled_in_a_row_are_no_levels(tmp_path: Path) -> None:
    both = STEPS.replace("| | Meningkatnya sampah", "| Mewujudkan kota bersih | Meningkatnya sampah")
    found = reading(tmp_path, AgencyTable(both, ("A1:D1",), ()))
    assert found.value is None or len(tree(found.value)) != len(TREE) or "B65" in codes(found)


def test_the_ticked_column_is_the_level_of_a_row(tmp_path: Path) -> None:
    assert tree(understood(reading(tmp_path, AgencyTable(TICKED, (), ())))) == TREE


def test_a_row_with_two_ticks_asks(tmp_path: Path) -> None:
    found = reading(tmp_path, AgencyTable(TICKED.replace("angkut | | | v |", "angkut | | v | v |"), (), ()))
    assert "B65" in codes(found)


@pytest.mark.parametrize("again", ["| | | |", "| Eselon II | Meningkatnya arsip | Nilai arsip |"])
def test_each_row_of_a_year_is_a_target_of_its_indicator(tmp_path: Path, again: str) -> None:
    text = f"""## Target
| Tingkat | Kinerja | Indikator | Tahun | Target |
| Eselon II | Meningkatnya arsip | Nilai arsip | 2026 | 80 |
{again} 2027 | 81 |
| Eselon III | Tertatanya arsip | Persentase arsip | 2026 | 90 |
{again.replace("Eselon II", "Eselon III").replace("Meningkatnya arsip | Nilai", "Tertatanya arsip | Persentase")} 2027 | 91 |
"""
    rows = understood(reading(tmp_path, AgencyTable(text, (), ()))).tahap5
    targets = [{year: isian.text for year, isian in row.target.items() if isian} for row in rows if row.indikator]
    assert targets == [{2026: "80", 2027: "81"}, {2026: "90", 2027: "91"}]


def test_a_table_on_its_side_is_named_and_turned_by_impor(tmp_path: Path) -> None:
    path = write(
        tmp_path / "rebah.xlsx",
        """## Rebah
| Tingkat | Eselon II | Eselon III |
| Kinerja | Meningkatnya arsip | Tertatanya arsip |
| Indikator Kinerja | Nilai arsip | Persentase arsip |
| Target 2026 | 80 | 90 |
""",
    )
    assert [entry.kode for entry in read(path).temuan if entry.kode[0] == "B"] == ["B137"]
    assert import_tables([path]).value is not None
    assert tree(understood(read(tmp_path / "rebah-impor.xlsx"))) == [
        "1 Meningkatnya arsip [Nilai arsip]",
        "2 Tertatanya arsip [Persentase arsip]",
    ]


def test_a_copy_of_a_table_is_not_read_once_more(tmp_path: Path) -> None:
    copied = TICKED.replace("Matriks", "Matriks (2)").replace("| 95 |", "| 94 |")
    found = reading(tmp_path, AgencyTable(TICKED, (), ()), AgencyTable(copied, (), ()))
    assert tree(understood(found)) == TREE
    assert "B66" in codes(found)


def test_sheets_of_a_level_each_stand_below_each_other_by_their_codes(tmp_path: Path) -> None:
    head = "| Tingkat | Kode | Nama | Kinerja | Indikator | Target 2026 | Pagu 2026 |\n"
    sheets = {
        "SASARAN": "| Sasaran | | | Meningkatnya arsip | Nilai arsip | 80 | |\n",
        "PROGRAM": "| Program | 2.24.02 | PROGRAM ARSIP | Tertatanya arsip | Persentase arsip | 90 | 900000000 |\n"
        "| Program | 2.24.03 | PROGRAM NASKAH | Terawatnya naskah | Persentase naskah | 40 | 400000000 |\n",
        "KEGIATAN": "| Kegiatan | 2.24.02.2.01 | Penataan | Tertatanya berkas | Jumlah berkas | 5 | 900000000 |\n",
    }
    tables = [AgencyTable(f"## {title}\n{head}{rows}", (), ()) for title, rows in sheets.items()]
    found = understood(reading(tmp_path, *tables))
    assert tree(found) == [
        "1 Meningkatnya arsip [Nilai arsip]",
        "2 Tertatanya arsip [Persentase arsip] 2.24.02",
        "3 Tertatanya berkas [Jumlah berkas] 2.24.02.2.01",
        "2 Terawatnya naskah [Persentase naskah] 2.24.03",
    ]
    assert sum(int(isian.number or 0) for row in found.program for isian in row.pagu.values()) == 2_200_000_000


def test_a_title_below_one_of_several_levels_is_the_level_it_names(tmp_path: Path) -> None:
    text = """## 3.1
| Tujuan dan Sasaran | | Indikator | Satuan | Target 2026 |
| Tujuan | Sasaran | | | |
| Terwujudnya arsip tertib | | Indeks arsip | Indeks | 3 |
| | Meningkatnya mutu arsip | Jumlah arsip | Berkas | 1250 |
"""
    again = text.replace("3.1", "T-C.25").replace("| 1250 |", "| 1.250 |")
    merges = ("A1:B1", "C1:C2", "D1:D2", "E1:E2")
    book = tmp_path / "buku.xlsx"
    found = reading(tmp_path, AgencyTable(text, merges, ()), AgencyTable(again, merges, ()))
    assert tree(understood(found)) == [
        "0 Terwujudnya arsip tertib [Indeks arsip]",
        "1 Meningkatnya mutu arsip [Jumlah arsip]",
    ]
    assert "B66" not in codes(found)  # 1.250 is 1250
    assert (made := import_tables([book]).value) is not None
    assert made.unsure == 0


UNDER_MERGES = """## Cascading
| SASARAN (ESS II) | INDIKATOR | SATUAN | BASELINE | TARGET 2026 | SASARAN ESS III | INDIKATOR ESS III | TARGET 2026 | SASARAN ESS IV | INDIKATOR ESS IV | TARGET 2026 | PROGRAM |
| Meningkatnya produksi | Produksi perikanan | Ton | 1250 | 1400 | Meningkatnya tangkap | Persentase tangkap | 5 | Terbinanya nelayan | Jumlah nelayan | 5 | 3.25.03 PROGRAM TANGKAP |
| | {budidaya} | | | | | | | Terbinanya kelompok | Jumlah kelompok | 7 | |
| | | | | | Meningkatnya budidaya | Persentase budidaya | 7 | Tersedianya benih | Jumlah benih | 9 | 3.25.04 PROGRAM BUDIDAYA |
| Meningkatnya konsumsi | Angka konsumsi | Kg | 38 | 40 | Meningkatnya olahan | Persentase olahan | 60 | Terlaksananya promosi | Jumlah promosi | 3 | 3.25.06 PROGRAM OLAHAN |
"""
III = ("F2:F3", "G2:G3", "H2:H3", "L2:L3")


@pytest.mark.parametrize(
    "merges",
    [
        ("A2:A4", "B2:B4", "C2:C4", "D2:D4", "E2:E4", *III),
        ("A2:A4", "C2:C4", "D2:D4", "E2:E4", *III),
        ("A2:A4", "B2:B4", *III),
        ("C2:C4",),
    ],
    ids=["all of it", "without the indicator", "without the values", "only satuan"],
)
def test_values_merged_beside_a_sentence_are_those_of_its_indicator_alone(
    tmp_path: Path, merges: tuple[str, ...]
) -> None:
    rows = understood(reading(tmp_path, AgencyTable(UNDER_MERGES.format(budidaya=""), merges, ()))).tahap5
    own = (row for row in rows if row.indikator)
    said = {row.indikator.clean: (row.satuan.clean, row.kondisi_awal.clean, row.target[2026].clean) for row in own}
    assert said == {
        "Produksi perikanan": ("Ton", "1250", "1400"), "Persentase tangkap": ("", "", "5"), "Jumlah nelayan": ("", "", "5"),
        "Jumlah kelompok": ("", "", "7"), "Persentase budidaya": ("", "", "7"), "Jumlah benih": ("", "", "9"),
        "Angka konsumsi": ("Kg", "38", "40"), "Persentase olahan": ("", "", "60"), "Jumlah promosi": ("", "", "3"),
    }  # fmt: skip


def test_a_satuan_merged_over_several_indicators_is_that_of_each(tmp_path: Path) -> None:
    text = UNDER_MERGES.format(budidaya="Produksi budidaya")
    rows = understood(reading(tmp_path, AgencyTable(text, ("A2:A4", "C2:C4", *III), ()))).tahap5
    found = {row.indikator.clean: row.satuan.clean for row in rows}
    assert (found["Produksi perikanan"], found["Produksi budidaya"], found["Jumlah kelompok"]) == ("Ton", "Ton", "")


@pytest.mark.parametrize("kode", ["", "| Kode "])
@pytest.mark.parametrize("sasaran", ["", "a. "])
def test_a_number_passes_over_no_sentence_without_one(tmp_path: Path, kode: str, sasaran: str) -> None:
    blank = "| " if kode else ""
    text = f"""## Cascading
{kode}| TUJUAN | INDIKATOR TUJUAN | SASARAN | INDIKATOR SASARAN | SASARAN PROGRAM | INDIKATOR PROGRAM |
{blank}| 1. Terwujudnya data | Indeks data | {sasaran}Meningkatnya akses | Persentase akses | 1.1. Tersedianya layanan | Jumlah layanan |
{blank}| | | {sasaran}Meningkatnya mutu | Persentase mutu | 1.2. Terpeliharanya layanan | Jumlah terpelihara |
{blank}| 2. Terwujudnya arsip | Indeks arsip | {sasaran}Meningkatnya tertib | Persentase tertib | 2.1. Tertatanya arsip | Jumlah arsip |
"""
    pohon, _ = build_cascade(understood(reading(tmp_path, AgencyTable(text, (), ()))).tahap5, None)
    above = {
        one.text.clean[5:]: next(iter(pohon.ancestors(one))).text.clean
        for one in pohon.kinerja
        if one.komponen.value == 2
    }
    assert {name: text.removeprefix(sasaran) for name, text in above.items()} == {
        "Tersedianya layanan": "Meningkatnya akses", "Terpeliharanya layanan": "Meningkatnya mutu",
        "Tertatanya arsip": "Meningkatnya tertib",
    }  # fmt: skip
