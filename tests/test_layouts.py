"""Tables as offices lay them out: every row is a node, an indicator or a finding, and the levels are right."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from buku import workbook
from openpyxl import Workbook

from pokin_docs.cycle import Pemeriksaan, examine
from pokin_docs.model.catalogue import KATALOG, hint, message
from pokin_docs.model.settings import Settings

Change = Callable[[Workbook], None]


def look(folder: Path, text: str, *changes: Change) -> Pemeriksaan:
    book = workbook(text)
    for change in changes:
        change(book)
    path = folder / "buku.xlsx"
    book.save(path)
    found = examine(path, Settings(Path("build"), ()))
    for finding in found.temuan:
        assert "{" not in message(finding) + hint(finding)
    return found


def tree(found: Pemeriksaan) -> list[str]:
    """The tree in its order: level, kinerja, and its indicators in brackets."""
    assert found.rencana is not None, [message(finding) for finding in found.temuan]
    return [
        f"{kinerja.komponen.value} {kinerja.teks.bersih or '-'} "
        f"[{'; '.join(indikator.teks.bersih or '-' for indikator in kinerja.indikator)}]"
        for kinerja in found.rencana.pohon.kinerja
    ]


def codes(found: Pemeriksaan) -> set[str]:
    return {finding.kode for finding in found.temuan}


def merge(sheet: str, *ranges: str) -> Change:
    def change(book: Workbook) -> None:
        for area in ranges:
            book[sheet].merge_cells(area)

    return change


POHON = [
    "0 Terwujudnya pelayanan prima [Indeks Pelayanan]",
    "1 Meningkatnya mutu layanan [Nilai SKM; Nilai SAKIP]",
    "2 Meningkatnya tata kelola [Persentase tata kelola]",
    "3 Terpenuhinya administrasi [Persentase administrasi]",
    "4 Tersedianya laporan [Jumlah laporan]",
    "4 Tersedianya gaji [Jumlah orang]",
]

ESELON = """
## Lembar1
| POHON KINERJA |
| DINAS CONTOH |
| \\ |
| No | Jenjang Jabatan | Sasaran Kinerja | Indikator | Target | | | Ket |
| | | | | 2026 | 2027 | 2028 | |
| 1 | Tujuan | Terwujudnya pelayanan prima | Indeks Pelayanan | 1 | 2 | 3 | |
| 2 | ESELON II | Meningkatnya mutu layanan | Nilai SKM | 80 | 81 | 82 | |
| | | | Nilai SAKIP | 70 | 71 | 72 | |
| 3 | ESSELON III | Meningkatnya tata kelola | Persentase tata kelola | 1 | 2 | 3 | |
| 4 | Es. IV | Terpenuhinya administrasi | Persentase administrasi | 1 | 2 | 3 | |
| 5 | Pelaksana | Tersedianya laporan | Jumlah laporan | 1 | 2 | 3 | |
| 6 | JF | Tersedianya gaji | Jumlah orang | 1 | 2 | 3 | |
"""


def test_eselon_names_under_titles_with_a_header_of_two_rows(tmp_path: Path) -> None:
    found = look(tmp_path, ESELON, merge("Lembar1", "E4:G4", "A4:A5", "B4:B5", "C4:C5", "D4:D5", "A1:H1"))
    assert tree(found) == POHON
    assert found.buku is not None
    assert {year: cell.teks for year, cell in found.buku.tahap5[1].target.items()} == {
        2026: "80",
        2027: "81",
        2028: "82",
    }
    assert str(found.buku.tahap5[1].target[2027].asal) == "Lembar1!F7"


def test_the_same_header_with_nothing_merged(tmp_path: Path) -> None:
    found = look(tmp_path, ESELON)
    assert tree(found) == POHON
    assert found.buku is not None
    assert set(found.buku.tahap5[0].target) == {2026, 2027, 2028}
    assert "S40" in codes(found)


def test_a_column_of_levels_is_known_whatever_its_title(tmp_path: Path) -> None:
    found = look(tmp_path, ESELON.replace("Jenjang Jabatan", "Siapa"))
    assert tree(found) == POHON
    assert [(entry.kode, str(entry.tempat)) for entry in found.temuan if entry.kode == "B42"] == [("B42", "Lembar1!B5")]


KODE = """
## Cascading 2026
| Komponen | Kinerja | Indikator Kinerja | Satuan |
| Tujuan 1: | 1. Terwujudnya pelayanan prima | Indeks Pelayanan | Indeks |
| Sasaran Strategis 1 | a) Meningkatnya mutu layanan | - Nilai SKM | Nilai |
| | | - Nilai SAKIP | Nilai |
| 7.01.01 - PROGRAM PENUNJANG URUSAN | Meningkatnya tata kelola | Persentase tata kelola | % |
| 7.01.01.2.06 Administrasi Umum | Terpenuhinya administrasi | Persentase administrasi | % |
| 7.01.01.2.06.0004 Penyediaan Laporan | Tersedianya laporan | Jumlah laporan | Laporan |
| Sub Kegiatan Penyediaan Gaji | Tersedianya gaji | Jumlah orang | Orang |
"""


def test_codes_and_names_of_components_tell_the_level_and_the_code(tmp_path: Path) -> None:
    found = look(tmp_path, KODE)
    plain = [line.replace("1. ", "").replace("a) ", "").replace("- ", "") for line in tree(found)]
    assert plain == POHON
    assert found.rencana is not None
    nodes = found.rencana.pohon.kinerja
    assert [node.kode for node in nodes[2:5]] == [("7.01.01",), ("7.01.01.2.06",), ("7.01.01.2.06.0004",)]
    assert str(nodes[2].baris[0].kode.asal) == "Cascading 2026!A5"
    assert nodes[0].teks.teks == "1. Terwujudnya pelayanan prima"


def test_the_code_column_alone_tells_the_level_where_komponen_is_a_name(tmp_path: Path) -> None:
    text = """
## Data
| Kode | Program/Kegiatan/Sub Kegiatan | Sasaran | Indikator |
| | Sasaran | Meningkatnya mutu layanan | Nilai SKM |
| 7.01.01 | Penunjang Urusan | Meningkatnya tata kelola | Persentase tata kelola |
| 7.01.01.2.06 | Administrasi Umum | Terpenuhinya administrasi | Persentase administrasi |
| 7.01.01.2.06.0004 | Penyediaan Laporan | Tersedianya laporan | Jumlah laporan |
"""
    found = look(tmp_path, text)
    assert [line[0] for line in tree(found)] == ["1", "2", "3", "4"]
    assert not codes(found) & {"S30", "S42"}


LOGIKA = """
## Pohon
| Level | Kinerja | Indikator |
| Ultimate Outcome | Terwujudnya pelayanan prima | Indeks Pelayanan |
| Intermediate Outcome | Meningkatnya mutu layanan | Nilai SKM |
| Immediate Outcome | Terpenuhinya administrasi | Persentase administrasi |
| Output | Tersedianya laporan | Jumlah laporan |
"""


def test_words_of_the_logic_model(tmp_path: Path) -> None:
    found = look(tmp_path, LOGIKA)
    assert [line[0] for line in tree(found)] == ["0", "1", "3", "4"]
    assert [entry.kode for entry in found.temuan if entry.kode == "S02"] == ["S02"]


def test_intermediate_outcome_below_a_sasaran_of_its_own_name(tmp_path: Path) -> None:
    text = LOGIKA.replace(
        "| Intermediate", "| Sasaran | Meningkatnya layanan | Nilai |\n| Intermediate"
    )  # fmt: skip
    found = look(tmp_path, text)
    assert [line[0] for line in tree(found)] == ["0", "1", "2", "3", "4"]
    assert {"S41"} & codes(found)


KECAMATAN = """
## Kecamatan
| Penanggung Jawab | Kinerja | Indikator |
| Camat | Meningkatnya mutu layanan | Nilai SKM |
| Sekretaris | Meningkatnya tata kelola | Persentase tata kelola |
| Kasubbag Umum | Terpenuhinya administrasi | Persentase administrasi |
| Pelaksana | Tersedianya laporan | Jumlah laporan |
| Kasi Pemerintahan | Terbinanya desa | Persentase desa |
"""


def test_posts_of_a_kecamatan(tmp_path: Path) -> None:
    found = look(tmp_path, KECAMATAN)
    assert [line[0] for line in tree(found)] == ["1", "2", "3", "4", "3"]
    assert {"S41", "B42"} <= codes(found)


def test_eselon_iii_is_the_head_where_nobody_stands_above(tmp_path: Path) -> None:
    text = KECAMATAN.replace("Penanggung Jawab", "Eselon").replace("Camat", "Eselon III.a")
    text = text.replace("Sekretaris", "Eselon III.b").replace("Kasubbag Umum", "Eselon IV")
    found = look(tmp_path, text)
    assert [line[0] for line in tree(found)] == ["1", "2", "3", "4", "3"]
    assert "S41" in codes(found)


def test_a_tujuan_without_indicator_is_a_node_and_ten_indicators_stay_together(tmp_path: Path) -> None:
    text = "## X\n| Komponen | Kinerja | Indikator |\n| Tujuan | Terwujudnya pelayanan | |\n| Sasaran | Meningkatnya mutu | I1 |\n"
    text += "".join(f"| | | I{number} |\n" for number in range(2, 11))
    found = look(tmp_path, text + "| Program | Meningkatnya tata kelola | I1 |\n")
    assert [len(node.indikator) for node in found.rencana.pohon.kinerja] == [1, 10, 1]  # type: ignore[union-attr]
    assert "I01" in codes(found)


def test_a_component_without_kinerja_is_a_node_with_a_mark(tmp_path: Path) -> None:
    text = """
## X
| Komponen | Kinerja | Indikator |
| Sasaran | Meningkatnya mutu layanan | Nilai SKM |
| 7.01.01 PROGRAM PENUNJANG | | Persentase tata kelola |
| 7.01.01.2.06 Administrasi Umum | | |
| 7.01.01.2.06.0004 Penyediaan Laporan | Tersedianya laporan | Jumlah laporan |
"""
    found = look(tmp_path, text)
    assert tree(found) == [
        "1 Meningkatnya mutu layanan [Nilai SKM]", "2 - [Persentase tata kelola]", "3 - [-]",
        "4 Tersedianya laporan [Jumlah laporan]",
    ]  # fmt: skip
    assert {"S34", "S43"} <= codes(found)
    assert found.galat(final=True)
    assert not found.galat(final=False)


def test_a_name_alone_belongs_to_the_kinerja_below_it(tmp_path: Path) -> None:
    text = """
## X
| Komponen | Kinerja | Indikator |
| Sasaran | Meningkatnya mutu layanan | Nilai SKM |
| 7.01.01 PROGRAM PENUNJANG | | |
| | Meningkatnya tata kelola | Persentase tata kelola |
"""
    found = look(tmp_path, text)
    assert [line[0] for line in tree(found)] == ["1", "2"]
    assert found.rencana is not None
    assert found.rencana.pohon.kinerja[1].kode == ("7.01.01",)


def test_a_level_that_cannot_be_known_is_a_finding_at_its_row(tmp_path: Path) -> None:
    found = look(tmp_path, KECAMATAN.replace("Kasi Pemerintahan", "Bapak Budi"))
    assert [(entry.kode, str(entry.tempat)) for entry in found.temuan if entry.kode == "S30"] == [
        ("S30", "Kecamatan!A6")
    ]


MATRIKS = """
## Matriks
| MATRIKS CASCADING |
| Tujuan | Indikator | Sasaran | Indikator | Program | Indikator | Kegiatan | Indikator | Sub Kegiatan | Indikator | Satuan |
| (1) | (2) | (3) | (4) | (5) | (6) | (7) | (8) | (9) | (10) | (11) |
| Terwujudnya pelayanan prima | Indeks Pelayanan | Meningkatnya mutu layanan | Nilai SKM | Meningkatnya tata kelola | Persentase tata kelola | Terpenuhinya administrasi | Persentase administrasi | Tersedianya laporan | Jumlah laporan | Laporan |
| {t} | {ti} | {s} | Nilai SAKIP | {p} | {pi} | {k} | {ki} | Tersedianya gaji | Jumlah orang | Orang |
"""
ULANG = {
    "t": "Terwujudnya pelayanan prima", "ti": "Indeks Pelayanan", "s": "Meningkatnya mutu layanan",
    "p": "Meningkatnya tata kelola", "pi": "Persentase tata kelola", "k": "Terpenuhinya administrasi",
    "ki": "Persentase administrasi",
}  # fmt: skip


@pytest.mark.parametrize("values", [dict.fromkeys(ULANG, ""), ULANG], ids=["blank", "repeated"])
def test_one_column_per_level(tmp_path: Path, values: dict[str, str]) -> None:
    found = look(tmp_path, MATRIKS.format(**values))
    assert tree(found) == POHON
    assert found.rencana is not None
    nodes = found.rencana.pohon.kinerja
    assert [str(node.asal) for node in nodes] == [
        "Matriks!A4", "Matriks!C4", "Matriks!E4", "Matriks!G4", "Matriks!I4", "Matriks!I5",
    ]  # fmt: skip
    assert str(nodes[1].indikator[1].teks.asal) == "Matriks!D5"
    assert nodes[5].baris[0].satuan.teks == "Orang"


def test_one_column_per_level_merged_under_a_header_of_two_rows(tmp_path: Path) -> None:
    text = """
## M
| Tujuan | | Sasaran | | | Program | | | |
| Uraian | Indikator | Uraian | Indikator | Target | Uraian | Indikator | Target | Satuan |
| | | | | 2026 | | | 2026 | |
| Terwujudnya pelayanan prima | Indeks Pelayanan | Meningkatnya mutu layanan | Nilai SKM | 80 | Meningkatnya tata kelola | Persentase A | 1 | % |
| | | | Nilai SAKIP | 70 | Meningkatnya disiplin | Persentase B | 2 | % |
"""
    areas = [
        "A1:B1",
        "C1:E1",
        "F1:I1",
        "A2:A3",
        "B2:B3",
        "C2:C3",
        "D2:D3",
        "F2:F3",
        "G2:G3",
        "I2:I3",
        "A4:A5",
        "B4:B5",
        "C4:C5",
    ]
    found = look(tmp_path, text, merge("M", *areas))
    assert tree(found) == [
        *POHON[:2], "2 Meningkatnya tata kelola [Persentase A]", "2 Meningkatnya disiplin [Persentase B]",
    ]  # fmt: skip
    assert found.rencana is not None
    nodes = found.rencana.pohon.kinerja
    assert [item.target[2026].teks for item in nodes[1].indikator] == ["80", "70"]
    assert nodes[3].indikator[0].target[2026].teks == "2"


def test_a_matrix_of_names_of_programs_gives_nodes_with_marks(tmp_path: Path) -> None:
    text = """
## M
| Sasaran | Indikator Sasaran | Program | Indikator Program |
| Meningkatnya mutu layanan | Nilai SKM | 7.01.01 PROGRAM PENUNJANG | Persentase A |
| | | 7.01.02 PROGRAM PELAYANAN | Persentase B |
"""
    found = look(tmp_path, text)
    assert tree(found) == ["1 Meningkatnya mutu layanan [Nilai SKM]", "2 - [Persentase A]", "2 - [Persentase B]"]
    assert found.rencana is not None
    assert [node.kode for node in found.rencana.pohon.kinerja[1:]] == [("7.01.01",), ("7.01.02",)]


def test_one_column_of_indicators_belongs_to_the_lowest_level_of_each_row(tmp_path: Path) -> None:
    text = """
## M
| Tujuan | Sasaran | Program | Kegiatan | Indikator | Satuan |
| Terwujudnya T | | | | IT | Indeks |
| | Meningkatnya A | | | IA | % |
| | | | | IA2 | % |
| | | Meningkatnya B | Terlaksananya C | IC | % |
| | Meningkatnya D | | | ID | % |
"""
    found = look(tmp_path, text)
    assert tree(found) == [
        "0 Terwujudnya T [IT]", "1 Meningkatnya A [IA; IA2]", "2 Meningkatnya B [-]", "3 Terlaksananya C [IC]",
        "1 Meningkatnya D [ID]",
    ]  # fmt: skip


def test_a_column_of_programs_and_kegiatan_beside_tujuan_and_sasaran(tmp_path: Path) -> None:
    text = """
## T-C.27
| Tujuan | Sasaran | Kode | Program dan Kegiatan | Indikator Kinerja | Target 2026 |
| Terwujudnya X | Meningkatnya Y | | | Nilai Y | 1 |
| | | 1.05.02 | PROGRAM KETENTERAMAN | Persentase P | 2 |
| | | 1.05.02.2.01 | Penanganan gangguan | Persentase K | 2 |
"""
    found = look(tmp_path, text)
    assert tree(found) == [
        "0 Terwujudnya X [-]", "1 Meningkatnya Y [Nilai Y]", "2 - [Persentase P]", "3 - [Persentase K]",
    ]  # fmt: skip


def test_a_keterangan_of_eselon_names_is_not_held_against_the_level(tmp_path: Path) -> None:
    text = """
## Pohon Kinerja
| Kinerja | Indikator Kinerja | Keterangan |
| Meningkatnya A | Nilai A | Eselon II |
| Meningkatnya B | Nilai B | Eselon III |
"""
    found = look(tmp_path, text)
    assert [line[0] for line in tree(found)] == ["1", "2"]
    assert "S01" not in codes(found)


def test_components_named_in_the_column_of_kinerja_with_their_code(tmp_path: Path) -> None:
    text = """
## Sheet1
| CASCADING KECAMATAN |
| No | Tujuan/Sasaran/Program/Kegiatan/Sub Kegiatan | Indikator | Satuan | Target | | Penanggung Jawab |
| | | | | 2025 | 2026 | |
| 1 | Meningkatnya mutu layanan | IKM | Nilai | 80 | 82 | Camat |
| 2 | 7.01.01 PROGRAM PENUNJANG | Persentase A | % | 100 | 100 | Sekretaris |
| 3 | 7.01.01.2.06 Administrasi Umum | Persentase B | % | 100 | 100 | Kasubbag Umum |
"""
    found = look(tmp_path, text)
    assert [line[0] for line in tree(found)] == ["1", "2", "3"]
    assert found.rencana is not None
    assert [node.kode for node in found.rencana.pohon.kinerja] == [(), ("7.01.01",), ("7.01.01.2.06",)]


def test_the_level_in_front_of_the_sentence_in_one_column(tmp_path: Path) -> None:
    text = """
## Sheet1
| No | Uraian | Indikator |
| 1 | Tujuan: Terwujudnya T | IT |
| 2 | Sasaran 1: Meningkatnya A | IA |
| 3 | 7.01.01 PROGRAM PENUNJANG | IB |
| 4 | Kegiatan Administrasi Umum | IC |
| 5 | Terwujudnya hal lain | ID |
"""
    found = look(tmp_path, text)
    assert tree(found)[0] == "0 Tujuan: Terwujudnya T [IT]"
    assert [line[0] for line in tree(found)] == ["0", "1", "2", "3"]
    assert [str(entry.tempat) for entry in found.temuan if entry.kode == "S30"] == ["Sheet1!B6"]


def test_labels_that_only_misspelt_rows_have(tmp_path: Path) -> None:
    text = "## X\n| Komponen | Kinerja | Indikator | Keterangan |\n| Sasaran Apa | Meningkatnya A | IA | Eselon III |\n"
    assert "S30" in codes(look(tmp_path, text))


def test_a_sheet_named_as_another_table_that_holds_the_main_one(tmp_path: Path) -> None:
    text = """
## Renstra
| Tabel 4.1 |
| No | Komponen | Sasaran/Kinerja | Indikator Kinerja | Target Kinerja pada Tahun | |
| | | | | 2026 | 2027 |
| 1 | Sasaran | Meningkatnya A | IA | 2 | 3 |
| 2 | Program | Meningkatnya B | IB | 2 | 3 |
"""
    found = look(tmp_path, text)
    assert tree(found) == ["1 Meningkatnya A [IA]", "2 Meningkatnya B [IB]"]
    assert found.buku is not None
    assert found.buku.tahap5[0].target[2027].teks == "3"


def test_a_table_without_any_level_is_named_by_the_column_it_lacks(tmp_path: Path) -> None:
    found = look(tmp_path, "## PK\n| No | Sasaran Strategis | Indikator Kinerja |\n| 1 | Meningkatnya A | IA |\n")
    assert {"B13"} <= codes(found)
    assert "B10" not in codes(found)


def test_two_tables_that_may_be_meant(tmp_path: Path) -> None:
    found = look(tmp_path, LOGIKA + "\n" + KECAMATAN)
    assert [str(entry.tempat) for entry in found.temuan if entry.kode == "B41"] == ["Pohon"]


def test_a_drawing_called_pohon_kinerja_does_not_hide_the_table(tmp_path: Path) -> None:
    assert tree(look(tmp_path, "## Pohon Kinerja\n| gambar |\n" + KODE))


def test_all_codes_used_here_are_known() -> None:
    assert {"S34", "S40", "S41", "S42", "S43", "B41", "B42"} <= set(KATALOG)
