"""Forms of single offices: several columns of one kind, blocks of posts, lists that nothing but their rows connects."""

from __future__ import annotations

from pathlib import Path

import pytest

from helpers import office_tables as tables
from helpers.foreign_reading import codes, reading, tree, understood
from helpers.renstra_tables import AgencyTable
from pokin_docs.extract.choices import NO_CHOICES
from pokin_docs.extract.foreign.guess import read_tables, table_areas
from pokin_docs.extract.read import read_sheets

WHOLE = {name: value for name, value in vars(tables).items() if isinstance(value, AgencyTable)}


@pytest.mark.parametrize("name", sorted(WHOLE))
def test_every_node_has_its_level_its_place_and_its_indicators(tmp_path: Path, name: str) -> None:
    found = reading(tmp_path, WHOLE[name])
    assert tree(understood(found)) == list(WHOLE[name].tree)
    assert "B105" not in codes(found)


def test_each_level_has_the_targets_and_the_satuan_beside_its_own_indicator(tmp_path: Path) -> None:
    rows = understood(reading(tmp_path, tables.OWN_TARGETS)).tahap5
    assert [(row.satuan.clean, row.target[2026].clean) for row in rows] == [
        ("Angka", "115"), ("Persen", "92"), ("Puskesmas", "9"), ("Persen", "60"),
    ]  # fmt: skip


def test_amounts_are_in_the_unit_of_the_table_that_they_stand_in(tmp_path: Path) -> None:
    pagu = {row.kode.clean: row.pagu[2026].number for row in understood(reading(tmp_path, tables.SPREAD_CODES)).program}
    assert pagu["1.03.10.2.01.0005"] == 3_300_000_000
    levels = AgencyTable(
        """## 4.1
| SASARAN | OUTCOME | INDIKATOR | PROGRAM/KEGIATAN |
| Meningkatnya A | | Indeks A | |
| | Meningkatnya X | Persentase X | 1.01.02 PROGRAM STATISTIK |
""", (), ())  # fmt: skip
    money = AgencyTable(
        """## 4.2
| Rencana Pendanaan (Rp juta) |
| PROGRAM/OUTCOME | INDIKATOR OUTCOME | TARGET 2026 | PAGU 2026 |
| 1.01.02 PROGRAM STATISTIK | | | 12500 |
| Meningkatnya X | Persentase X (persen) | 75 | |
""", (), ())  # fmt: skip
    found = reading(tmp_path, levels, money)
    assert [row.pagu[2026].number for row in understood(found).program] == [12_500_000_000]
    assert "B75" in codes(found)


@pytest.mark.parametrize(
    ("text", "doubtful"),
    [(tables.LISTS_BESIDE, "4 C"), (tables.PATHS, ""), (tables.HEADS_BESIDE, "2 G")],
)
def test_what_only_its_row_puts_below_another_is_told_once(tmp_path: Path, text: str, doubtful: str) -> None:
    found = reading(tmp_path, AgencyTable(text, (), ()))
    told = [entry for entry in found.temuan if entry.kode == "B105"]
    assert " ".join(f"{dict(entry.details)['jumlah']} {str(entry.tempat)[6]}" for entry in told) == doubtful


def test_numbers_prove_what_stands_below_what(tmp_path: Path) -> None:
    text = tables.LISTS_BESIDE
    for plain, numbered in (("Meningkatnya A", "1 Meningkatnya A"), ("Meningkatnya B", "2 Meningkatnya B")):
        text = text.replace(plain, numbered)
    for place, letter in enumerate("PQRS"):
        text = text.replace(f"Meningkatnya {letter}", f"{place // 2 + 1}.{place % 2 + 1} Meningkatnya {letter}")
    found = reading(tmp_path, AgencyTable(text, (), ()))
    assert "B105" not in codes(found)
    assert [line[:5] for line in tree(understood(found)) if line[0] in "12"] == [
        "1 1 M", "2 1.1", "2 1.2", "1 2 M", "2 2.1", "2 2.2",
    ]  # fmt: skip


LIST = """## Pohon Kinerja
| Jenjang | Kode | Kinerja | Indikator Kinerja | Satuan | Target 2026 | Pagu 2026 | Penanggung Jawab |
| Sasaran Program | 2.17.03 | Meningkatnya pengawasan | Persentase koperasi sehat | % | 35 | 1500000000 | Kabid |
| Sasaran Kegiatan | 2.17.03.2.01 | Terlaksananya pemeriksaan | Jumlah diperiksa | Koperasi | 25 | 900000000 | Kasi |
| Sasaran Sub Kegiatan | 2.17.03.2.01.0001 | Tersusunnya laporan | Jumlah laporan | Laporan | 25 | 500000000 | Pengawas |
| Sasaran Sub Kegiatan | 2.17.03.2.01.0002 | " | Jumlah dibina | idem | 18 | 400000000 | -//- |
| | | Sub Jumlah | | | | 900000000 | |
| Catatan: pagu sementara |
| | | Ket: sesuai KUA |
"""


def test_ditto_marks_are_what_stands_above_also_in_the_sentence_of_another_component(tmp_path: Path) -> None:
    buku = understood(reading(tmp_path, AgencyTable(LIST, (), ())))
    last = buku.tahap5[-1]
    assert (last.kinerja.clean, last.satuan.clean, last.pemilik.clean) == ("Tersusunnya laporan", "Laporan", "Pengawas")
    assert [row.pagu[2026].number for row in buku.program][-1] == 400_000_000


def test_subtotals_and_notes_are_no_rows(tmp_path: Path) -> None:
    assert len(understood(reading(tmp_path, AgencyTable(LIST, (), ()))).tahap5) == 4


IN_ONE = """## Export
| Kode SKPD | Nama SKPD | Level Jabatan | Sasaran | Indikator | Target 2026 |
| 2.24.0.00.0.00.01.0000 | Dinas Arsip | Eselon II | Meningkatnya mutu arsip | Nilai arsip | 80 |
| 3.30.0.00.0.00.02.0000 | Dinas Pasar | Eselon II | Meningkatnya mutu pasar | Nilai pasar | 80 |
| 3.30.0.00.0.00.02.0000 | Dinas Pasar | Eselon III | Meningkatnya omzet pasar | Omzet pasar | 80 |
"""
ON_SHEETS = """## A
| Kode SKPD : | 2.24.0.00.0.00.01.0000 |
| DINAS ARSIP KABUPATEN CONTOH |
| Level Jabatan | Sasaran | Indikator | Target 2026 |
| Eselon II | Meningkatnya mutu arsip | Nilai arsip | 80 |
| Eselon III | Meningkatnya tata arsip | Persentase arsip | 80 |

## B
| Kode SKPD : | 3.30.0.00.0.00.02.0000 |
| DINAS PASAR KABUPATEN CONTOH |
| Level Jabatan | Sasaran | Indikator | Target 2026 |
| Eselon II | Meningkatnya mutu pasar | Nilai pasar | 80 |
| Eselon III | Meningkatnya omzet pasar | Omzet pasar | 80 |
"""


@pytest.mark.parametrize(("text", "told"), [(IN_ONE, "B107"), (ON_SHEETS, "B101")])
@pytest.mark.parametrize(
    "line", ["Nama PD | Dinas Pasar", "Nama PD | Dinas Pasar Kabupaten Contoh", "Kode SKPD | 3.30.0.00.0.00.02.0000"]
)
def test_identitas_chooses_among_agencies_by_name_or_code(tmp_path: Path, text: str, told: str, line: str) -> None:
    identitas = f"## Identitas\n| Kunci | Nilai |\n| {line} |\n| Tahun | 2026 |\n\n"
    found = reading(tmp_path, AgencyTable(identitas + text, (), ()))
    assert tree(understood(found)) == [
        "1 Meningkatnya mutu pasar [Nilai pasar]",
        "2 Meningkatnya omzet pasar [Omzet pasar]",
    ]
    assert told in codes(found)
    assert "B72" not in codes(found)


@pytest.mark.parametrize("text", [IN_ONE, ON_SHEETS])
def test_agencies_that_identitas_does_not_name_are_asked_about(tmp_path: Path, text: str) -> None:
    identitas = "## Identitas\n| Kunci | Nilai |\n| Kode SKPD | 9.99 |\n| Tahun | 2026 |\n\n"
    assert "B72" in codes(reading(tmp_path, AgencyTable(identitas + text, (), ())))


TWO_RESULTS = """## 4.2
| PROGRAM/OUTCOME/KEGIATAN/OUTPUT | INDIKATOR OUTCOME/OUTPUT | TARGET 2026 | PAGU 2026 (Rp) |
| 2.16.02 Program Informasi Publik | | | 900000000 |
| Meningkatnya peran kelompok informasi | Persentase kelompok aktif (%) | 50 | |
| Meningkatnya penyebarluasan informasi | Persentase kanal aktif (%) | 80 | |
| 2.16.02.2.01 Pengelolaan Informasi | | | 900000000 |
| Meningkatnya akses informasi | Jumlah pengunjung (orang) | 2400 | |
| Laksanakan diseminasi data | Persentase data (%) | 72 | |
| 2.16.03 Program Aplikasi Informatika | | | 500000000 |
| Meningkatnya jaringan | Persentase jaringan (%) | 74 | |
"""


def test_further_results_below_a_component_are_of_that_component_and_not_of_the_next(tmp_path: Path) -> None:
    buku = understood(reading(tmp_path, AgencyTable(TWO_RESULTS, (), ())))
    assert tree(buku) == [
        "2 Meningkatnya peran kelompok informasi [Persentase kelompok aktif] 2.16.02",
        "2 Meningkatnya penyebarluasan informasi [Persentase kanal aktif] 2.16.02",
        "3 Meningkatnya akses informasi [Jumlah pengunjung] 2.16.02.2.01",
        "3 Laksanakan diseminasi data [Persentase data] 2.16.02.2.01",
        "2 Meningkatnya jaringan [Persentase jaringan] 2.16.03",
    ]
    assert {row.kode.clean: row.pagu[2026].number for row in buku.program}["2.16.03"] == 500_000_000


def test_several_indicators_of_a_cell_are_those_of_another_table(tmp_path: Path) -> None:
    one = "## 3.1\n| SASARAN | INDIKATOR SASARAN | SATUAN | TARGET 2026 |\n"
    two = one.replace("3.1", "4.1").replace(" | SATUAN | TARGET 2026", " | PROGRAM | INDIKATOR PROGRAM")
    one += "| Meningkatnya akses | Persentase desa | % | 50 |\n| | Persentase dinas | % | 60 |\n"
    two += "| Meningkatnya akses | Persentase desa; Persentase dinas | 2.16.03 PROGRAM APLIKASI | Indeks |\n"
    found = reading(tmp_path, AgencyTable(one, (), ()), AgencyTable(two, (), ()))
    assert tree(understood(found))[0] == "1 Meningkatnya akses [Persentase desa; Persentase dinas]"
    assert codes(found) & {"B61", "B67"} == {"B61"}


def test_priorities_of_the_region_are_no_programs_and_our_own_marks_no_values(tmp_path: Path) -> None:
    text = """## 4.3
| PROGRAM PRIORITAS | OUTCOME | KEGIATAN/SUBKEGIATAN | INDIKATOR |
| Satu Data Daerah | Meningkatnya data | 2.20.02.2.01 Penyelenggaraan Statistik | [indikator belum diisi: Tahap 5!C7] |
| Desa Internet | Meningkatnya jaringan | 2.16.03.2.02 Pengelolaan E-Government | Jumlah desa |
"""
    assert tree(understood(reading(tmp_path, AgencyTable(text, (), ())))) == [
        "2 Meningkatnya data [-]", "3 - [-] 2.20.02.2.01", "2 Meningkatnya jaringan [-]", "3 - [Jumlah desa] 2.16.03.2.02",
    ]  # fmt: skip


def test_a_kecamatan_has_its_levels_one_post_lower_down_to_its_staff(tmp_path: Path) -> None:
    text = """## Cascading
| Tujuan Renstra | Indikator Tujuan | Sasaran ESS III | Indikator ESS III | Sasaran ESS IV | Indikator ESS IV | Sasaran Pelaksana / JF | Indikator Pelaksana / JF |
| Meningkatnya layanan | Indeks layanan | Meningkatnya mutu | Persentase mutu | Terlaksananya layanan | Persentase berkas | Terselesaikannya izin | Jumlah izin |
"""
    assert [line[0] for line in tree(understood(reading(tmp_path, AgencyTable(text, (), ()))))] == ["0", "1", "3", "4"]


def test_outcome_and_output_in_a_column_of_levels_are_no_owners(tmp_path: Path) -> None:
    text = LIST.replace("Sasaran Program |", "Outcome Program |").replace("Sasaran Kegiatan |", "Output Kegiatan |")
    text = text.replace("Sasaran Sub Kegiatan |", "Output Sub Keg. |").replace('| " |', "| Terlaksananya pembinaan |")
    assert [line[0] for line in tree(understood(reading(tmp_path, AgencyTable(text, (), ()))))] == ["2", "3", "4", "4"]


def test_posts_beside_coded_names_leave_no_doubt_about_them_in_a_long_table(tmp_path: Path) -> None:
    line = "| {} CONTOH | Meningkatnya mutu {} | Nilai mutu {} | 70 | {} |\n"
    rows = [
        (f"2.24.{program:02d}{kegiatan}{sub}", post)
        for program in range(1, 5)
        for kegiatan in ("", ".2.01", ".2.02", ".2.03")
        for sub, post in (
            (("", "Kepala Seksi"), *((f".{number:04d}", "Pelaksana") for number in range(1, 13)))
            if kegiatan
            else (("", "Kepala Bidang"),)
        )
    ]
    titles = "| Program/Kegiatan | Outcome/Output | Indikator | Target 2026 | Penanggung Jawab |\n"
    text = "".join(line.format(code, place, place, post) for place, (code, post) in enumerate(rows))
    found = reading(tmp_path, AgencyTable("## Renja\n" + titles + text, (), ()))
    assert [node[0] for node in tree(understood(found))] == ["2", *("3" + "4" * 12) * 3] * 4
    grids = read_sheets(tmp_path / "buku.xlsx").value
    assert grids is not None
    assert [table.contender for table in read_tables(table_areas(grids), NO_CHOICES)] == [None]
