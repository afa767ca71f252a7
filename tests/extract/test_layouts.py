"""Tables as offices lay them out: every row is a node, an indicator or a finding, and the levels are right."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import Workbook

from helpers.agency_tables import BAPPEDA, ESELON, KECAMATAN_LENGKAP, LOGIKA
from helpers.workbooks import BAKU, both, put, workbook, write
from pokin_docs.documents.pk.content import PerjanjianKinerja
from pokin_docs.extract.read import read
from pokin_docs.flow.examine import Examination, Understood, examine
from pokin_docs.model.catalogue import CATALOGUE, hint, message
from pokin_docs.model.settings import Settings

Change = Callable[[Workbook], None]


def look(folder: Path, text: str, *changes: Change) -> Examination:
    book = workbook(text)
    for change in changes:
        change(book)
    path = folder / "buku.xlsx"
    book.save(path)
    found = examine(path, Settings(Path("build"), ()))
    for finding in found.temuan:
        assert "{" not in message(finding) + hint(finding)
    return found


def tree(found: Examination) -> list[str]:
    """The tree in its order: level, kinerja, and its indicators in brackets."""
    assert isinstance(found, Understood), [message(finding) for finding in found.temuan]
    return [
        f"{kinerja.komponen.value} {kinerja.text.clean or '-'} "
        f"[{'; '.join(indikator.text.clean or '-' for indikator in kinerja.indikator)}]"
        for kinerja in found.plan.pohon.kinerja
    ]


def codes(found: Examination) -> set[str]:
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


def test_eselon_names_under_titles_with_a_header_of_two_rows(tmp_path: Path) -> None:
    found = look(tmp_path, ESELON, merge("Lembar1", "E4:G4", "A4:A5", "B4:B5", "C4:C5", "D4:D5", "A1:H1"))
    assert tree(found) == POHON
    assert isinstance(found, Understood)
    assert {year: cell.text for year, cell in found.buku.tahap5[1].target.items()} == {
        2026: "80",
        2027: "81",
        2028: "82",
    }
    assert str(found.buku.tahap5[1].target[2027].source) == "Lembar1!F7"


def test_the_same_header_with_nothing_merged(tmp_path: Path) -> None:
    found = look(tmp_path, ESELON)
    assert tree(found) == POHON
    assert isinstance(found, Understood)
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
    assert isinstance(found, Understood)
    nodes = found.plan.pohon.kinerja
    assert [node.kode for node in nodes[2:5]] == [("7.01.01",), ("7.01.01.2.06",), ("7.01.01.2.06.0004",)]
    assert str(nodes[2].baris[0].kode.source) == "Cascading 2026!A5"
    assert nodes[0].text.text == "1. Terwujudnya pelayanan prima"


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
    assert [len(node.indikator) for node in found.plan.pohon.kinerja] == [1, 10, 1]  # type: ignore[union-attr]
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
    assert isinstance(found, Understood)
    assert found.plan.pohon.kinerja[1].kode == ("7.01.01",)


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
    assert isinstance(found, Understood)
    nodes = found.plan.pohon.kinerja
    assert [str(node.source) for node in nodes] == [
        "Matriks!A4", "Matriks!C4", "Matriks!E4", "Matriks!G4", "Matriks!I4", "Matriks!I5",
    ]  # fmt: skip
    assert str(nodes[1].indikator[1].text.source) == "Matriks!D5"
    assert nodes[5].baris[0].satuan.text == "Orang"


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
    assert isinstance(found, Understood)
    nodes = found.plan.pohon.kinerja
    assert [item.target[2026].text for item in nodes[1].indikator] == ["80", "70"]
    assert nodes[3].indikator[0].target[2026].text == "2"


def test_a_matrix_of_names_of_programs_gives_nodes_with_marks(tmp_path: Path) -> None:
    text = """
## M
| Sasaran | Indikator Sasaran | Program | Indikator Program |
| Meningkatnya mutu layanan | Nilai SKM | 7.01.01 PROGRAM PENUNJANG | Persentase A |
| | | 7.01.02 PROGRAM PELAYANAN | Persentase B |
"""
    found = look(tmp_path, text)
    assert tree(found) == ["1 Meningkatnya mutu layanan [Nilai SKM]", "2 - [Persentase A]", "2 - [Persentase B]"]
    assert isinstance(found, Understood)
    assert [node.kode for node in found.plan.pohon.kinerja[1:]] == [("7.01.01",), ("7.01.02",)]


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
    assert isinstance(found, Understood)
    assert [node.kode for node in found.plan.pohon.kinerja] == [(), ("7.01.01",), ("7.01.01.2.06",)]


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
    assert tree(found)[:2] == ["0 Terwujudnya T [IT]", "1 Meningkatnya A [IA]"]
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
    assert isinstance(found, Understood)
    assert found.buku.tahap5[0].target[2027].text == "3"


def test_a_table_without_any_level_is_one_galat_at_its_first_row(tmp_path: Path) -> None:
    found = look(tmp_path, "## PK\n| No | Sasaran | Indikator Kinerja |\n| 1 | Meningkatnya A | IA |\n")
    assert [str(entry.tempat) for entry in found.temuan if entry.kode == "B65"] == ["PK!B2"]
    assert not codes(found) & {"B10", "B13"}


def test_two_tables_that_may_be_meant(tmp_path: Path) -> None:
    other = (
        "## Pohon\n| Level | Kinerja | Indikator |\n| Sasaran | Membaiknya X | IX |\n| Program | Terbinanya Y | IY |\n"
    )
    found = look(tmp_path, other + KECAMATAN)
    assert [str(entry.tempat) for entry in found.temuan if entry.kode == "B41"] == ["Pohon"]


def test_a_drawing_called_pohon_kinerja_does_not_hide_the_table(tmp_path: Path) -> None:
    assert tree(look(tmp_path, "## Pohon Kinerja\n| gambar |\n" + KODE))


JABATAN = "| Meningkatnya A | IA | Terbinanya B | IB |\n| | | Terbinanya C | IC |\n"
JABATAN_POHON = ["1 Meningkatnya A [IA]", "3 Terbinanya B [IB]", "3 Terbinanya C [IC]"]


@pytest.mark.parametrize(
    "header",
    [
        "| CAMAT | | KASI | |\n| Sasaran | Indikator | Sasaran | Indikator |\n",
        "| KINERJA CAMAT | INDIKATOR | KINERJA KASI | INDIKATOR |\n",
        "| Sasaran Kinerja Camat | Indikator Kinerja Camat | Sasaran Kinerja Kasi | Indikator Kinerja Kasi |\n",
        "| ESELON III (CAMAT) | INDIKATOR | KASI DAN KASUBBAG | INDIKATOR |\n",
        "| SASARAN STRATEGIS (ESELON II) | INDIKATOR | ESELON IV.a/Kasi | INDIKATOR |\n",
        "| SASARAN ESELON II | INDIKATOR | SASARAN ESELON IV | INDIKATOR |\n",
        "| Kinerja Kepala Dinas | Indikator Kinerja | Kinerja Kepala Seksi | Indikator Kinerja |\n",
        "| LEVEL 1 | INDIKATOR | LEVEL 3 | INDIKATOR |\n",
    ],
)
def test_columns_of_a_matrix_that_are_named_after_posts(tmp_path: Path, header: str) -> None:
    assert tree(look(tmp_path, "## Sheet1\n" + header + JABATAN)) == JABATAN_POHON


def test_posts_merged_over_the_columns_of_a_matrix(tmp_path: Path) -> None:
    text = "## Sheet1\n| CAMAT | | KASI | |\n| Sasaran | Indikator | Sasaran | Indikator |\n" + JABATAN
    found = look(tmp_path, text, merge("Sheet1", "A1:B1", "C1:D1", "A3:A4", "B3:B4"))
    assert tree(found) == JABATAN_POHON
    assert not codes(found) & {"B13", "B15", "S30"}


def test_levels_in_rows_of_their_own(tmp_path: Path) -> None:
    text = """
## Sheet1
| No | Uraian | Indikator | Satuan | Target 2026 |
| A. TUJUAN | | | | |
| 1 | Terwujudnya T | IT | % | 5 |
| B. SASARAN: | | | | |
| 1 | Meningkatnya A | IA | % | 5 |
| | | IA2 | % | 5 |
| 2 | Meningkatnya B | IB | % | 5 |
| | PROGRAM | | | |
| 1 | Meningkatnya C | IC | % | 5 |
"""
    expected = [
        "0 Terwujudnya T [IT]", "1 Meningkatnya A [IA; IA2]", "1 Meningkatnya B [IB]", "2 Meningkatnya C [IC]",
    ]  # fmt: skip
    for areas in ([], ["A2:E2", "A4:E4", "B8:E8"]):
        found = look(tmp_path, text, merge("Sheet1", *areas))
        assert tree(found) == expected
        assert "B42" in codes(found)
        assert not codes(found) & {"B13", "B17", "S30"}


def test_a_label_row_above_each_sentence_in_the_column_of_levels(tmp_path: Path) -> None:
    text = """
## Sheet1
| Komponen | Kinerja | Indikator |
| TUJUAN | | |
| | Terwujudnya T | IT |
| SASARAN 1 | | |
| | Meningkatnya A | IA |
| PROGRAM | | |
| | Meningkatnya B | |
"""
    found = look(tmp_path, text)
    assert tree(found) == ["0 Terwujudnya T [IT]", "1 Meningkatnya A [IA]", "2 Meningkatnya B [-]"]
    assert not codes(found) & {"B17", "S30"}


def test_each_level_under_a_header_of_its_own(tmp_path: Path) -> None:
    text = """
## Sheet1
| No | Tujuan | Indikator Tujuan | Target 2026 |
| 1 | Terwujudnya T | IT | 5 |
| No | Sasaran | Indikator Sasaran | Target 2026 |
| 1 | Meningkatnya A | IA | 5 |
| No | Program | Indikator Program | Target 2026 |
| 1 | Meningkatnya B | IB | 6 |
"""
    assert tree(look(tmp_path, text)) == ["0 Terwujudnya T [IT]", "1 Meningkatnya A [IA]", "2 Meningkatnya B [IB]"]


def test_a_label_row_that_is_not_known_is_one_finding_and_does_not_lend_the_level_above(tmp_path: Path) -> None:
    text = """
## Sheet1
| Uraian | Indikator |
| TUJUAN | |
| Terwujudnya T | IT |
| HASIL ANTARA | |
| Membaiknya A | IA |
| Membaiknya B | IB |
| SASARAN | |
| Meningkatnya C | IC |
| KEPALA DINAS | |
| CONTOH SATU | |
"""
    found = look(tmp_path, text)
    assert tree(found) == ["0 Terwujudnya T [IT]", "1 Meningkatnya C [IC]"]
    said = [(entry.kode, str(entry.tempat)) for entry in found.temuan if entry.kode in ("S30", "B17")]
    assert said == [("S30", "Sheet1!A4"), ("B17", "Sheet1!A9"), ("B17", "Sheet1!A10")]


def test_a_short_line_over_an_indicator_alone_is_a_kinerja_and_no_label(tmp_path: Path) -> None:
    """A label has rows below it that hold a kinerja with its indicator."""
    text = """
## Sheet1
| Uraian | Indikator |
| TUJUAN | |
| Terwujudnya T | IT |
| CATATAN RAPAT | |
| {kinerja} | IA |
"""
    first = "0 Terwujudnya T [IT]"
    assert tree(look(tmp_path, text.format(kinerja=""))) == [first, "0 CATATAN RAPAT [-; IA]"]
    found = look(tmp_path, text.format(kinerja="Membaiknya A"))
    assert tree(found) == [first]
    assert [str(entry.tempat) for entry in found.temuan if entry.kode == "S30"] == ["Sheet1!A4"]


@pytest.mark.parametrize(("words", "told"), [("Membaiknya tata kelola", True), ("tata kelola", False)])
def test_a_column_between_levels_that_holds_sentences_of_three_words_is_named(
    tmp_path: Path, words: str, told: bool
) -> None:
    text = f"""
## Tahap 5
| Tujuan | Indikator | Hasil Antara | Sasaran | Indikator |
| Terwujudnya data | Indeks Data | {words} | Meningkatnya akses data | Persentase data |
"""
    assert ("B44" in codes(look(tmp_path, text))) is told


@pytest.mark.parametrize(
    ("rujukan", "lintas"),
    [("CROSS CUTTING", 1), ("CROS CUTTING", 1), ("Lintas Sektoral", 1), ("Lintas Bidang", 0), ("CROSS FUNCTIONAL", 0)],
)
def test_a_rujukan_is_cross_cutting_with_a_slip_or_two_and_no_more(tmp_path: Path, rujukan: str, lintas: int) -> None:
    text = f"""
## Tahap 5
| Rujukan | Kinerja | Indikator Kinerja | Komponen Perencanaan |
| Tahap 1 | Terwujudnya data | Indeks Data | Tujuan |
| {rujukan} | Terhubungnya kantor | Jumlah kantor | Sasaran |
"""
    found = look(tmp_path, text)
    assert isinstance(found, Understood)
    assert len(found.plan.pohon.lintas) == lintas


@pytest.mark.parametrize(
    "text",
    [
        "| Program/Kegiatan/Sub Kegiatan | Indikator |\n| Program Penunjang | IA |\n| Kegiatan Umum | IB |\n| | IB2 |\n",
        "| Kode | Program/Kegiatan | Indikator |\n| 7.01.01 | Penunjang | IA |\n| 7.01.01.2.06 | Umum | IB |\n| | | IB2 |\n",
        "| No | Program/Kegiatan | Indikator |\n| 1 | 7.01.01 PENUNJANG | IA |\n| 2 | 7.01.01.2.06 Umum | IB |\n| | | IB2 |\n",
    ],
)
def test_components_with_indicators_and_no_column_of_kinerja(tmp_path: Path, text: str) -> None:
    found = look(tmp_path, "## Sheet1\n" + text)
    assert tree(found) == ["2 - [IA]", "3 - [IB; IB2]"]
    assert [entry.kode for entry in found.temuan if entry.kode in ("B13", "S34", "S03")] == ["S03"]
    assert [dict(entry.details)["kolom"] for entry in found.temuan if entry.kode == "B14"][:1] == ["Kinerja"]


def paths(found: Examination) -> dict[str, str]:
    assert isinstance(found, Understood)
    return {node.text.clean: ".".join(map(str, node.order)) for node in found.plan.pohon.kinerja}


def test_the_kasi_of_a_kecamatan_report_to_the_camat_and_the_kasubbag_to_the_secretary(tmp_path: Path) -> None:
    found = look(tmp_path, KECAMATAN_LENGKAP)
    assert paths(found) == {
        "Meningkatnya mutu layanan": "1",
        "Meningkatnya tata kelola": "1.1",
        "Terpenuhinya administrasi": "1.1.1",
        "Tersedianya laporan": "1.1.1.1",
        "Tersusunnya rencana": "1.1.2",
        "Terbinanya desa": "1.2",
        "Tersedianya laporan desa": "1.2.1",
    }
    assert [str(entry.tempat) for entry in found.temuan if entry.kode == "S44"] == ["Kecamatan!B6"]
    assert isinstance(found, Understood)
    nodes = found.plan.pohon.kinerja
    assert [node.number for node in nodes] == list(range(7))
    assert [node.induk for node in nodes] == [None, 0, 1, 2, 1, 0, 5]


INDUK = """
## Pohon
| Komponen | Kinerja | Indikator | Mendukung Kinerja |
| Sasaran | Meningkatnya S | IS | Meningkatnya mutu kabupaten |
| Program | Meningkatnya A | IA | |
| Program | Meningkatnya B | IB | |
| Kegiatan | Terpenuhinya A1 | I1 | Meningkatnya A. |
| Sub Kegiatan | Tersedianya A11 | I2 | |
| Kegiatan | Terpenuhinya B1 | I3 | baris 4 |
| Kegiatan | Terpenuhinya A2 | I4 | {induk} |
"""


def test_a_column_that_names_the_kinerja_above_decides_the_parent(tmp_path: Path) -> None:
    found = look(tmp_path, INDUK.format(induk="Meningkatnya A"))
    assert paths(found) == {
        "Meningkatnya S": "1", "Meningkatnya A": "1.1", "Terpenuhinya A1": "1.1.1", "Tersedianya A11": "1.1.1.1",
        "Terpenuhinya A2": "1.1.2", "Meningkatnya B": "1.2", "Terpenuhinya B1": "1.2.1",
    }  # fmt: skip
    assert "S45" not in codes(found)


@pytest.mark.parametrize(
    ("induk", "sebab"),
    [("Meningkatny A", "Mungkin maksudnya «Meningkatnya A»?"), ("baris 5", "tidak berada di atas"), ("2", "tidak ada")],
)
def test_a_parent_that_is_not_found_is_a_finding_at_its_cell(tmp_path: Path, induk: str, sebab: str) -> None:
    found = look(tmp_path, INDUK.format(induk=induk))
    said = [(str(entry.tempat), message(entry)) for entry in found.temuan if entry.kode == "S45"]
    assert [place for place, _ in said] == ["Pohon!D8"]
    assert sebab in said[0][1]
    assert paths(found)["Terpenuhinya A2"] == "1.2.2"


def texts(found: Examination, folder: str) -> list[str]:
    assert isinstance(found, Understood)
    return [repr(entry.content) for entry in found.plan.dokumen if entry.path.startswith(folder)]


def test_programs_and_posts_that_only_tahap_5_names_are_printed(tmp_path: Path) -> None:
    text = """
## Pohon
| Komponen | Kinerja | Indikator | Penanggung Jawab |
| Sasaran | Meningkatnya S | IS | Camat |
| 1. 05. 02 - PROGRAM KETENTERAMAN | Meningkatnya A | IA | Kasi Trantib, Linmas |
| 1.05.02.2.01 Penanganan Gangguan | Tertanganinya B | IB | Kasi Trantib, Linmas |
| 1.05.02.2.01.0001 Pencegahan | Tersedianya C | IC | Analis |
"""
    found = look(tmp_path, text)
    assert isinstance(found, Understood)
    assert [node.kode for node in found.plan.pohon.kinerja[1:]] == [
        ("1.05.02",), ("1.05.02.2.01",), ("1.05.02.2.01.0001",),
    ]  # fmt: skip
    contents = [entry.content for entry in found.plan.dokumen]
    pks = {isi.pihak_pertama.jabatan: repr(isi) for isi in contents if isinstance(isi, PerjanjianKinerja)}
    assert set(pks) == {"Camat", "Kasi Trantib, Linmas", "Analis"}
    assert "nama='PROGRAM KETENTERAMAN'" in pks["Camat"]
    assert "jabatan='Camat'" in pks["Kasi Trantib, Linmas"]
    assert "nama='Penanganan Gangguan'" in pks["Kasi Trantib, Linmas"]
    assert "1.05.02 PROGRAM KETENTERAMAN" in "".join(texts(found, "Renstra"))
    assert {"P30", "P31"} <= codes(found)
    assert not codes(found) & {"P02", "P32", "P35", "P43"}


@pytest.mark.parametrize(
    "areas", [[], ["F4:G4", "A4:A5", "B4:B5", "C4:C5", "D4:D5", "E4:E5", "H4:H5", "B7:B9", "C8:C9"]]
)
def test_totals_signatures_and_headers_of_further_pages_are_no_rows(tmp_path: Path, areas: list[str]) -> None:
    found = look(tmp_path, BAPPEDA, merge("Cascading", *areas))
    assert tree(found) == [
        "0 Meningkatnya kualitas perencanaan [Indeks Perencanaan]",
        "1 Meningkatnya keselarasan dokumen [Persentase keselarasan; Persentase konsistensi]",
        "0 Meningkatnya tata kelola [Nilai SAKIP]",
        "1 Meningkatnya akuntabilitas [Nilai SAKIP Badan]",
    ]
    assert [str(entry.tempat) for entry in found.temuan if entry.kode in ("B46", "B17")] == ["Cascading!A14"]


def test_a_signature_takes_no_row_of_the_table_with_it(tmp_path: Path) -> None:
    text = """
## Sheet1
| Komponen | Kinerja | Indikator |
| Sasaran | Meningkatnya mutu layanan | Nilai SKM |
| \\ |
| | | Persentase layanan daring |
| | | Jumlah aduan |
| Contohan, Januari 2026 | | |
| Camat | | Sekretaris |
"""
    found = look(tmp_path, text)
    assert tree(found) == ["1 Meningkatnya mutu layanan [Nilai SKM; Persentase layanan daring; Jumlah aduan]"]
    assert [str(entry.tempat) for entry in found.temuan if entry.kode in ("B46", "S36")] == ["Sheet1!C4", "Sheet1!A6"]


def test_posts_of_a_hospital_with_the_header_repeated_on_each_page(tmp_path: Path) -> None:
    text = """
## RSUD
| CASCADING KINERJA RSUD CONTOH |
| JABATAN | SASARAN | INDIKATOR | FORMULASI | TARGET 2026 |
| DIREKTUR | Meningkatnya mutu layanan | Indeks Kepuasan | a/b | 85 |
| | | Akreditasi | | Paripurna |
| KEPALA BIDANG PELAYANAN MEDIK | Terpenuhinya standar pelayanan | BOR | | 70 |
| JABATAN | SASARAN | INDIKATOR | FORMULASI | TARGET 2026 |
| KASI RAWAT INAP | Terlaksananya rawat inap | AVLOS | | 5 |
| KEPALA BAGIAN UMUM | Meningkatnya tata kelola | Nilai SAKIP | | 70 |
| KASUBAG KEUANGAN | Tersusunnya laporan keuangan | Jumlah laporan | | 4 |
| Perawat Mahir | Terlaksananya asuhan | Jumlah pasien | | 400 |
"""
    found = look(tmp_path, text)
    assert [line[0] for line in tree(found)] == ["1", "2", "3", "2", "3", "4"]
    assert not codes(found) & {"B17", "S30"}


def test_a_puskesmas_and_a_kelurahan_are_headed_by_their_own(tmp_path: Path) -> None:
    text = """
## Unit
| No | Jabatan | Kinerja | Indikator |
| 1 | {kepala} | Meningkatnya derajat kesehatan | IKS |
| 2 | {kedua} | Meningkatnya tata usaha | Nilai |
| 3 | {ketiga} | Meningkatnya cakupan | Cakupan |
| 4 | Pelaksana | Terlaksananya posyandu | Jumlah posyandu |
"""
    posts = [
        ("Kepala Puskesmas", "Kepala Sub Bagian Tata Usaha", "Penanggung Jawab UKM"),
        ("LURAH", "SEKRETARIS LURAH", "KASI PEMBANGUNAN"),
    ]
    for kepala, kedua, ketiga in posts:
        found = look(tmp_path, text.format(kepala=kepala, kedua=kedua, ketiga=ketiga))
        assert list(paths(found).values()) == ["1", "1.1", "1.2", "1.2.1"]
        assert "S41" in codes(found)


def test_posts_over_levels_in_a_matrix_of_a_kecamatan(tmp_path: Path) -> None:
    text = """
## Kecamatan
| CASCADING KINERJA KECAMATAN CONTOH |
| CAMAT | | | SEKRETARIS CAMAT | | KEPALA SEKSI | | STAF PELAKSANA | |
| SASARAN STRATEGIS | INDIKATOR KINERJA | TARGET 2026 | SASARAN PROGRAM | INDIKATOR KINERJA | SASARAN KEGIATAN | INDIKATOR KINERJA | SASARAN SUB KEGIATAN | INDIKATOR KINERJA |
| Meningkatnya pelayanan | IKM | 80 | Meningkatnya tata kelola | Nilai SAKIP | | | Tersedianya laporan | Jumlah laporan |
| | | | | | Terbinanya desa | Persentase desa | Terlaksananya pembinaan | Jumlah desa |
| | | | | | Terjaganya ketertiban | Persentase kasus | Terlaksananya patroli | Jumlah patroli |
"""
    for areas in ([], ["A2:C2", "D2:E2", "F2:G2", "H2:I2", "A4:A6", "B4:B6"]):
        found = look(tmp_path, text, merge("Kecamatan", *areas))
        assert paths(found) == {
            "Meningkatnya pelayanan": "1", "Meningkatnya tata kelola": "1.1", "Tersedianya laporan": "1.1.1",
            "Terbinanya desa": "1.2", "Terlaksananya pembinaan": "1.2.1", "Terjaganya ketertiban": "1.3",
            "Terlaksananya patroli": "1.3.1",
        }  # fmt: skip
        assert isinstance(found, Understood)
        assert found.buku.tahap5[0].target[2026].text == "80"
        assert not codes(found) & {"B15", "B32", "S30"}


@pytest.mark.parametrize("areas", [[], ["A1:E1"]])
def test_a_code_that_is_spread_over_columns(tmp_path: Path, areas: list[str]) -> None:
    text = """
## Renja
| Kode | | | | | Urusan/Program/Kegiatan/Sub Kegiatan | Indikator Kinerja | Satuan |
| 1 | '01 | '02 | | | PROGRAM PENGELOLAAN PENDIDIKAN | APS | % |
| 1 | 1 | 2 | 2.01e | | Pengelolaan Pendidikan SD | Persentase SD | % |
| 1 | '01 | '02 | '2.01 | '0001 | Pembangunan Sekolah Baru | Jumlah unit | Unit |
| JUMLAH | | | | | | | |
"""
    found = look(tmp_path, text, merge("Renja", *areas))
    assert tree(found) == ["2 - [APS]", "3 - [Persentase SD]", "4 - [Jumlah unit]"]
    assert isinstance(found, Understood)
    assert [node.kode for node in found.plan.pohon.kinerja] == [
        ("1.01.02",), ("1.01.02.2.01",), ("1.01.02.2.01.0001",),
    ]  # fmt: skip
    assert "1.01.02.2.01 Pengelolaan Pendidikan SD" in "".join(texts(found, "Renstra"))


@pytest.mark.parametrize(("parts", "codes"), [(2, "2.20.02"), (3, "2.20.02.1")])
def test_a_column_beside_the_code_is_a_part_of_it_where_more_than_half_of_it_are_parts(
    tmp_path: Path, parts: int, codes: str
) -> None:
    beside = ["1"] * parts + ["lihat DPA"] * (4 - parts)
    lines = [
        f"| 2.20.0{number} | {text} | Program {number} | 5 |" for number, text in zip((2, 3, 4, 5), beside, strict=True)
    ]
    text = BAKU.partition("## Program")[0] + "## Program\n| Kode | | Nomenklatur | Pagu 2026 |\n" + "\n".join(lines)
    found = look(tmp_path, text)
    assert isinstance(found, Understood)
    assert found.plan.program.program_lines[0].kode == codes


def test_names_of_programs_in_a_matrix_without_their_kinerja_are_one_finding(tmp_path: Path) -> None:
    text = """
## PK
| No | Sasaran | Indikator Sasaran | Program | Indikator Program | Kegiatan | Indikator Kegiatan | Anggaran |
| 1 | Meningkatnya mutu layanan | Nilai SKM | Program Penunjang | Persentase A | Administrasi Keuangan | Persentase B | 100 |
| | | | | | Administrasi Umum | Persentase C | 100 |
| Jumlah | | | | | | | 200 |
"""
    found = look(tmp_path, text)
    assert [line[0] for line in tree(found)] == ["1", "2", "3", "3"]
    said = [(entry.kode, dict(entry.details).get("kolom")) for entry in found.temuan if entry.kode in ("S34", "B14")]
    assert ("B14", "Kinerja Program, Kegiatan") in said
    assert "S34" not in dict(said)


INSPEKTORAT = """
## Sheet1
| CASCADING INSPEKTORAT |
| No | Indikator Kinerja | Satuan | Target 2026 |
| {pertama} | | | |
| 1 | Level kapabilitas APIP | Level | 3 |
| 2 | Level maturitas SPIP | Level | 3 |
| No | Indikator Kinerja | Satuan | Target 2026 |
| Sasaran 2. Meningkatnya akuntabilitas kinerja | | | |
| 1 | Nilai SAKIP | Nilai | 75 |
| Program: Program Penyelenggaraan Pengawasan | | | |
| 1 | Persentase temuan ditindaklanjuti | % | 80 |
"""


def test_sentences_in_rows_of_their_own_and_no_column_of_kinerja(tmp_path: Path) -> None:
    text = INSPEKTORAT.format(pertama="Sasaran 1: Meningkatnya kualitas pengawasan internal")
    for areas in ([], ["A3:D3", "A7:D7", "A9:D9"]):
        found = look(tmp_path, text, merge("Sheet1", *areas))
        assert tree(found) == [
            "1 Meningkatnya kualitas pengawasan internal [Level kapabilitas APIP; Level maturitas SPIP]",
            "1 Meningkatnya akuntabilitas kinerja [Nilai SAKIP]",
            "2 - [Persentase temuan ditindaklanjuti]",
        ]
        assert isinstance(found, Understood)
        assert [str(node.source) for node in found.plan.pohon.kinerja] == ["Sheet1!A3", "Sheet1!A7", "Sheet1!A9"]
        assert [entry.kode for entry in found.temuan if entry.kode in ("B10", "B13", "B42")] == ["B42"]


def test_a_sentence_above_the_header_and_one_in_a_column_that_is_not_read(tmp_path: Path) -> None:
    text = """
## Sheet1
| Tujuan: Terwujudnya X | | |
| No | Sasaran | Indikator |
| 1 | Meningkatnya Y | IY |
| 2 | Meningkatnya Z | IZ |
"""
    assert tree(look(tmp_path, text)) == ["0 Terwujudnya X [-]", "1 Meningkatnya Y [IY]", "1 Meningkatnya Z [IZ]"]


BERNOMOR = [
    "1 Meningkatnya produksi [I1]", "2 Meningkatnya produktivitas [I2]", "3 Tersedianya pupuk [I3]",
    "3 Tersedianya benih [I4]", "2 Meningkatnya luas tanam [I5]", "1 Meningkatnya tata kelola [I6]",
]  # fmt: skip


@pytest.mark.parametrize(
    "numbers",
    [
        ("1", "'1.1", "'1.1.1", "'1.1.2", "'1.2", "2"),
        ("1.", "'1.1.", "'1.1.1.", "'1.1.2.", "'1.2.", "2."),
        ("I", "A", "1", "2", "B", "II"),
        ("A", "1", "a", "b", "2", "B"),
        ("1", "a", "1)", "2)", "b", "2"),
        ("1 | | ", " | a | ", " | | i", " | | ii", " | b | ", "2 | | "),
    ],
)
def test_levels_that_only_the_numbering_tells(tmp_path: Path, numbers: tuple[str, ...]) -> None:
    columns = numbers[0].count("|")
    text = f"## Distan\n| No {'| ' * columns}| Uraian | Indikator |\n"
    for number, line in zip(numbers, BERNOMOR, strict=True):
        text += f"| {number} | {line[2:-5]} | {line[-3:-1]} |\n"
    found = look(tmp_path, text)
    assert tree(found) == BERNOMOR
    (entry,) = [entry for entry in found.temuan if entry.kode in ("B13", "B42", "S40", "S41", "S30", "S09")]
    assert "penomoran di kolom" in message(entry)
    assert "Level 1 = Sasaran" in message(entry)


def test_numbers_in_front_of_the_sentences_tell_the_levels(tmp_path: Path) -> None:
    text = "## X\n| Kinerja | Indikator |\n| 1. Meningkatnya A | IA |\n| 1.1 Meningkatnya B | IB |\n| 2. Meningkatnya C | IC |\n"
    assert [line[0] for line in tree(look(tmp_path, text))] == ["1", "2", "1"]


def test_rows_that_are_only_counted_have_no_level(tmp_path: Path) -> None:
    text = "## X\n| No | Kinerja | Indikator |\n| 1 | Meningkatnya A | IA |\n| 2 | Meningkatnya B | IB |\n"
    assert "B65" in codes(look(tmp_path, text))


def test_a_pk_form_has_the_level_over_its_sentences_and_its_budget_below(tmp_path: Path) -> None:
    text = """
## Sheet1
| PERJANJIAN KINERJA TAHUN 2026 |
| No | Sasaran Strategis | Indikator Kinerja | Target |
| (1) | (2) | (3) | (4) |
| '1. | Meningkatnya ketenteraman | Persentase gangguan | 80% |
| | | Persentase perda | 90% |
| \\ |
| | Program | Anggaran | Keterangan |
| 1 | Program Peningkatan Ketenteraman | Rp 1.000.000 | APBD |
| \\ |
| | | Contohan, 5 Januari 2026 | |
| | BUPATI | KEPALA SATUAN | |
| | | NIP. 197001011995011901 | |
"""
    found = look(tmp_path, text)
    assert tree(found) == ["1 Meningkatnya ketenteraman [Persentase gangguan; Persentase perda]"]
    assert isinstance(found, Understood)
    targets = [(row.target[2026].text, row.satuan.text) for row in found.buku.tahap5]  # the year of the line above
    assert targets == [("80", "%"), ("90", "%")]
    said = [(entry.kode, str(entry.tempat)) for entry in found.temuan if entry.kode in ("B42", "B46", "B17", "P116")]
    assert said == [("P116", "Sheet1!C8"), ("B46", "Sheet1!C10")]


def test_components_in_the_sentences_come_before_the_posts_beside_them(tmp_path: Path) -> None:
    text = """
## RSUD
| Uraian | Indikator | Penanggung Jawab |
| Tujuan 1. Meningkatnya derajat kesehatan | AHH | Direktur |
| Sasaran 1.1. Meningkatnya mutu | Akreditasi | Direktur |
| Sasaran 1.2. Meningkatnya tata kelola | SAKIP | Direktur |
| Program Upaya Kesehatan | Persentase mutu | Wadir Pelayanan |
| Kegiatan Layanan Kesehatan | BOR | Kabid Pelayanan |
"""
    found = look(tmp_path, text)
    assert [line[:14] for line in tree(found)] == [
        "0 Meningkatnya", "1 Meningkatnya", "1 Meningkatnya", "2 Program Upay", "3 Kegiatan Lay",
    ]  # fmt: skip
    assert not codes(found) & {"S09", "S30"}


def test_a_row_that_names_its_own_level_does_not_take_that_of_the_label_row_above(tmp_path: Path) -> None:
    text = """
## Kec
| Uraian | Indikator |
| SASARAN STRATEGIS : | |
| Meningkatnya pelayanan | IKM |
| PROGRAM : Program Penyelenggaraan | IP |
| KEGIATAN : Koordinasi | IK |
"""
    assert [line[0] for line in tree(look(tmp_path, text))] == ["1", "2", "3"]


def test_indicators_between_two_levels_belong_to_the_one_before_them(tmp_path: Path) -> None:
    text = """
## Satpol
| No | Sasaran Strategis | Indikator Kinerja | Program | Kegiatan |
| 1 | Meningkatnya ketenteraman | Persentase gangguan | Program Ketenteraman | Penanganan Gangguan |
| | | Persentase perda | | Penegakan Perda |
"""
    assert tree(look(tmp_path, text)) == [
        "1 Meningkatnya ketenteraman [Persentase gangguan; Persentase perda]", "2 - [-]", "3 - [-]", "3 - [-]",
    ]  # fmt: skip


def test_a_second_table_beside_the_first_is_one_finding(tmp_path: Path) -> None:
    text = """
## Kelurahan
| Jabatan | Kinerja | Indikator | Satuan | | Jabatan | Kinerja | Indikator | Satuan |
| Lurah | Meningkatnya A | IA | % | | Kasi | Terlayaninya B | IB | % |
| Seklur | Meningkatnya C | IC | % | | Kasi | Terbangunnya D | ID | % |
"""
    found = look(tmp_path, text)
    assert [(entry.kode, str(entry.tempat)) for entry in found.temuan if entry.kode in ("B15", "B47")] == [
        ("B47", "Kelurahan!G1")
    ]


def test_names_of_levels_beside_a_column_uraian(tmp_path: Path) -> None:
    text = """
## X
| Tujuan/Sasaran | Uraian | Indikator |
| Tujuan 1 | Terwujudnya T | IT |
| Sasaran 1.1 | Meningkatnya S | IS |
"""
    assert tree(look(tmp_path, text)) == ["0 Terwujudnya T [IT]", "1 Meningkatnya S [IS]"]


def test_the_head_of_an_agency_by_its_abbreviation(tmp_path: Path) -> None:
    text = KECAMATAN.replace("Camat", "Kepala BPKAD").replace("Sekretaris", "Kepala Bidang Aset")
    assert [line[0] for line in tree(look(tmp_path, text))] == ["1", "2", "3", "4", "3"]


def test_all_codes_used_here_are_known() -> None:
    assert {"S34", "S40", "S41", "S42", "S43", "S44", "S45", "B41", "B42", "B46"} <= set(CATALOGUE)


def test_a_title_whose_words_are_broken_over_lines_or_has_a_footnote(tmp_path: Path) -> None:
    broken = {"L": "TAR-\nGET 2026", "E": "Komponen Perenca-\nnaan", "C": "INDI-\n KATOR\nKINERJA ²)"}
    path = write(tmp_path / "b.xlsx", BAKU, both(*(put(f"Tahap 5!{letter}1", text) for letter, text in broken.items())))
    found = read(path)
    assert found.temuan == ()
    assert found.value is not None
    assert found.value.tahap5[1].target[2026].text == "60"
