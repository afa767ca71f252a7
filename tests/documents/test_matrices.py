"""Cascading, crosscutting and the matrix of roles and results: one tree, told row by row, agency by agency, unit by unit."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any, TypeVar

import openpyxl
import pytest

from helpers.places import ROOT
from helpers.workbooks import BAKU, add_row, put, understood, write
from pokin_docs.documents.cascading.content import Cascading, PathCascading
from pokin_docs.documents.cascading.kind import CASCADING
from pokin_docs.documents.crosscutting.content import Crosscutting
from pokin_docs.documents.crosscutting.kind import CROSSCUTTING
from pokin_docs.documents.facts import FactKind
from pokin_docs.documents.plan import Plan
from pokin_docs.documents.roles.content import RolesAndResults, RolesMatrix
from pokin_docs.documents.roles.kind import ROLES
from pokin_docs.documents.values import ABOVE, Tanda
from pokin_docs.model.findings import FindingLog
from pokin_docs.model.settings import Settings
from pokin_docs.templating.fill import compile as word

T = TypeVar("T")
KINDS = (CASCADING, CROSSCUTTING, ROLES)


def plan_of(tmp_path: Path, text: str = BAKU, *changes: Any) -> Plan:
    return understood(write(tmp_path / "b.xlsx", text, *changes), Settings(tmp_path / "build", ()), KINDS).plan


def content_of(plan: Plan, kind: type[T]) -> T:
    (found,) = (entry.content for entry in plan.dokumen if isinstance(entry.content, kind))
    return found


def book_of(content: object, kind: Any) -> openpyxl.Workbook:
    form = word.compile_template(ROOT / "templates" / kind.templat[0], kind, None, FindingLog(), checked=True)
    assert form is not None
    return openpyxl.load_workbook(io.BytesIO(word.fill(form, content, "a.xlsx", FindingLog())))


TREE = """
## Identitas
| Kunci | Nilai |
| Tahun | 2026 |

## Tahap 5
| Kinerja | Indikator Kinerja | Komponen Perencanaan | Pemilik | Satuan | Target 2026 |
| Terwujudnya data | Indeks Data | Tujuan | | Indeks | 2,7 |
| Meningkatnya akses | Persentase akses | Sasaran | KADIS | % | 60 |
| | Jumlah kunjungan | | | Kunjungan | 900 |
| Terkelolanya portal | Jumlah portal | Sasaran Program | KABID | Portal | 3 |
| Terpeliharanya peladen | Jumlah peladen | Sasaran Kegiatan | SUBKOR | Unit | 2 |
| Terlatihnya petugas | Jumlah petugas | Sasaran Kegiatan | SUBKOR | Orang | 5 |
| Meningkatnya mutu | Persentase mutu | Sasaran | KADIS | % | 70 |
"""


def outline(path: PathCascading) -> list[str]:
    levels = (path.tujuan, path.sasaran, path.sasaran_program, path.sasaran_kegiatan, path.sasaran_sub_kegiatan)
    return ["^" if level.kinerja == ABOVE else str(level.kinerja).split(" ")[-1] for level in levels]


# Cascading


def test_each_path_is_a_row_and_what_goes_on_is_said_once(tmp_path: Path) -> None:
    content = content_of(plan_of(tmp_path, TREE), Cascading)
    assert [outline(path) for path in content.daftar_jalur] == [
        ["data", "akses", "portal", "peladen", ""],
        ["^", "^", "^", "petugas", ""],
        ["^", "mutu", "", "", ""],
    ]
    assert [path.warna for path in content.daftar_jalur] == [False, False, True]
    assert [one.indikator for one in content.daftar_jalur[0].sasaran.daftar_indikator] == [
        "Persentase akses", "Jumlah kunjungan",
    ]  # fmt: skip


def test_a_level_that_ends_and_begins_anew_below_another_is_not_joined(tmp_path: Path) -> None:
    """Two sasaran whose programs have the same words: no cell of the second goes on from the first."""
    text = TREE.replace("| Meningkatnya mutu | Persentase mutu", "| Meningkatnya akses | Persentase mutu")
    content = content_of(plan_of(tmp_path, text), Cascading)
    assert [path.sasaran.kinerja == ABOVE for path in content.daftar_jalur] == [False, True, False]


@pytest.mark.parametrize(("count", "said"), [(19, 1), (20, 2)])
def test_upper_nodes_are_said_again_where_a_branch_begins_after_many_rows(
    tmp_path: Path, count: int, said: int
) -> None:
    many = "".join(
        f"| Dokumen {number} | Jumlah {number} | Sasaran Sub Kegiatan | | | 1 |\n" for number in range(count)
    )
    more = "| Terlatihnya petugas | Jumlah petugas | Sasaran Kegiatan | | | 5 |\n| Dokumen x | Jumlah x | Sasaran Sub Kegiatan | | | 1 |\n"
    text = TREE.partition("| Terlatihnya")[0] + many + more
    paths = content_of(plan_of(tmp_path, text), Cascading).daftar_jalur
    assert len(paths) == count + 1
    assert len([path for path in paths if path.tujuan.kinerja != ABOVE]) == said


def test_every_node_stands_with_its_number_the_one_it_serves_and_its_owner(tmp_path: Path) -> None:
    content = content_of(plan_of(tmp_path), Cascading)
    assert [(node.nomor, node.nomor_induk, node.komponen) for node in content.daftar_simpul] == [
        ("1", "", "Tujuan"), ("1.1", "1", "Sasaran"), ("1.1.1", "1.1", "Sasaran Program"),
        ("1.1.1.1", "1.1.1", "Sasaran Kegiatan"), ("1.1.1.1.1", "1.1.1.1", "Sasaran Sub Kegiatan"),
    ]  # fmt: skip
    assert content.daftar_simpul[2].penanggung_jawab == "Plt. Kepala Bidang Data"
    assert content.daftar_simpul[2].program == "2.20.02 Program Statistik"


def test_tahap_5_alone_gives_a_cascading_with_marks_that_name_their_cells(tmp_path: Path) -> None:
    plan = plan_of(tmp_path, TREE.replace(" KADIS ", " ").replace(" KABID ", " ").replace("| 3 |", "| |"))
    content = content_of(plan, Cascading)
    (portal,) = (node for node in content.daftar_simpul if node.kinerja == "Terkelolanya portal")
    assert isinstance(portal.daftar_indikator[0].target, Tanda)
    assert "belum diisi" in portal.daftar_indikator[0].target.text
    assert portal.penanggung_jawab == Tanda("[penanggung jawab belum diisi: lembar Pejabat]")
    assert {entry.jenis for entry in plan.dokumen} == {"cascading"}
    assert [name for name, _ in plan.not_made] == ["Crosscutting", "Matriks Peran Hasil"]


def test_the_workbook_merges_what_goes_on_hides_levels_that_are_not_there_and_has_a_flat_sheet(tmp_path: Path) -> None:
    book = book_of(content_of(plan_of(tmp_path, TREE), Cascading), CASCADING)
    paths, nodes = book.worksheets
    joined = {str(area) for area in paths.merged_cells.ranges if area.min_row > 6}
    assert {"A7:A9", "B7:B9", "C7:C8", "E7:E8"} <= joined
    assert [paths.column_dimensions[letter].hidden for letter in "AGHIJKL"] == [
        False, False, False, True, True, True, False,
    ]  # fmt: skip
    assert paths["D7"].value == "Persentase akses (60 %)\nJumlah kunjungan (900 Kunjungan)"
    assert paths.auto_filter.ref is None
    assert not nodes.merged_cells.ranges
    assert nodes.auto_filter.ref == "A1:K8"
    assert [cell.value for cell in nodes["B"]] == ["Mendukung", None, "1", "1", "1.1", "1.1.1", "1.1.1", "1"]
    assert [cell.value for cell in nodes["A"]][1:5] == ["1", "1.1", "1.1", "1.1.1"]


def test_the_workbook_is_set_up_for_paper(tmp_path: Path) -> None:
    for page in book_of(content_of(plan_of(tmp_path, TREE), Cascading), CASCADING).worksheets:
        whole = page.sheet_properties.pageSetUpPr
        assert whole is not None
        assert (page.page_setup.orientation, page.page_setup.fitToHeight, whole.fitToPage) == ("landscape", 0, True)
        assert page.print_title_rows
        assert page.freeze_panes
        assert page.print_area.endswith(str(page.max_row))
        assert "&P" in str(page.HeaderFooter.oddFooter)


def test_its_facts_are_those_of_the_nodes_in_both_of_its_sheets(tmp_path: Path) -> None:
    said = list(CASCADING.facts_in(content_of(plan_of(tmp_path, TREE), Cascading)))
    targets = [str(value) for kind, _, value in said if kind is FactKind.TARGET]
    assert sorted(targets) == sorted(["2,7", "60", "900", "3", "2", "5", "70"] * 2)


# Crosscutting

PARTNERS = """
## Lintas Perangkat Daerah
| Kinerja | PD Pengampu | PD Pendukung | Peran | Status | Indikator Pendukung | Bentuk Dukungan | Bukti |
| Meningkatnya akses data | Dinas Contoh | Dinas Pendidikan; Dinas Kesehatan | Menyampaikan data | Disetujui | Jumlah data | Data | BA 12 |
| Meningkatnya mutu layanan data | Dinas Contoh | Dinas Kesehatan | Memeriksa data | Menunggu | | | |
| Menurunnya stunting | Dinas Kesehatan | Dinas Contoh | Menyiapkan aplikasi | Disetujui | | | |
"""


def test_who_helps_us_and_whom_we_help_are_told_apart(tmp_path: Path) -> None:
    content = content_of(plan_of(tmp_path, BAKU + PARTNERS), Crosscutting)
    assert [(row.no, row.kinerja, row.target) for row in content.daftar_didukung] == [
        ("1", "Meningkatnya akses data", "60 %"), ("2", "Meningkatnya mutu layanan data", "60 %"),
    ]  # fmt: skip
    assert [row.peran for row in content.daftar_mendukung] == ["Menyiapkan aplikasi"]
    assert content.daftar_didukung[0].bukti == "BA 12"


def test_per_agency_all_that_it_is_to_do_also_where_a_cell_names_several(tmp_path: Path) -> None:
    content = content_of(plan_of(tmp_path, BAKU + PARTNERS), Crosscutting)
    assert [(str(pd.nama), pd.jumlah, [row.peran for row in pd.daftar_dukungan]) for pd in content.daftar_pd] == [
        ("Dinas Pendidikan", "1", ["Menyampaikan data"]),
        ("Dinas Kesehatan", "2", ["Menyampaikan data", "Memeriksa data"]),
    ]


@pytest.mark.parametrize("text", [BAKU, BAKU + PARTNERS.partition("| Meningkatnya")[0]], ids=["no sheet", "no rows"])
def test_without_rows_of_the_sheet_there_is_none_and_the_sheet_is_named(tmp_path: Path, text: str) -> None:
    plan = plan_of(tmp_path, text)
    assert not [entry for entry in plan.dokumen if entry.jenis == "crosscutting"]
    assert plan.not_made == (("Crosscutting", ("Lintas Perangkat Daerah",)),)


# The matrix of roles and results (domain-2.md 6.3)

KABID = """
## Identitas
| Kunci | Nilai |
| Nama PD | Dinas Contoh |
| Tahun | 2026 |

## Tahap 5
| Kinerja | Indikator Kinerja | Komponen Perencanaan | Pemilik | Satuan | Target 2026 |
| Meningkatnya penerapan SMKI | Persentase PD yang menerapkan SMKI | Sasaran Program | KABID | % | 80 |
| Tersusunnya penilaian SMKI 12 PD | Jumlah PD yang dinilai | Sasaran Kegiatan | MUDA | PD | 12 |
| Tersedianya data aset informasi 12 PD | Jumlah data aset | Sasaran Sub Kegiatan | TERAMPIL | PD | 12 |
| Meningkatnya kesiapan keamanan | Indeks KAMI | Sasaran Program | KABID | nilai | 350 |
| Terlaksananya penilaian mandiri KAMI | Jumlah penilaian | Sasaran Kegiatan | MUDA | Kali | 1 |

## Pejabat
| ID | Nama | Jabatan | Jenis PK | Atasan | Bidang |
| KABID | Contoh Satu | Kepala Bidang Persandian | PK Ess 3 | | Persandian |
| MUDA | Contoh Dua | Pranata Komputer Ahli Muda | PK Sub Koordinator/JF | KABID | Persandian |
| TERAMPIL | Contoh Tiga | Pranata Komputer Terampil | PK JF/JP | MUDA | Persandian |
"""


def roles(matrix: RolesMatrix) -> list[list[str]]:
    return [
        [str(row.jabatan), *("; ".join(str(one.kinerja) for one in cell.daftar_hasil) for cell in row.daftar_peran)]
        for row in matrix.daftar_pegawai
    ]


def test_the_worked_example_of_a_kabid_and_the_second_level_of_his_team(tmp_path: Path) -> None:
    unit, team = content_of(plan_of(tmp_path, KABID), RolesAndResults).daftar_matriks
    assert unit.unit == "Persandian"
    assert [(result.daftar_indikator[0].indikator, result.daftar_indikator[0].target) for result in unit.daftar_hasil] == [
        ("Persentase PD yang menerapkan SMKI", "80"), ("Indeks KAMI", "350"),
    ]  # fmt: skip
    assert roles(unit) == [
        ["Pranata Komputer Ahli Muda", "Tersusunnya penilaian SMKI 12 PD", "Terlaksananya penilaian mandiri KAMI"],
        ["Pranata Komputer Terampil", "Tersedianya data aset informasi 12 PD", ""],
    ]
    assert [result.kinerja for result in team.daftar_hasil] == [
        "Tersusunnya penilaian SMKI 12 PD", "Terlaksananya penilaian mandiri KAMI",
    ]  # fmt: skip
    assert roles(team) == [["Pranata Komputer Terampil", "Tersedianya data aset informasi 12 PD", ""]]


def test_its_workbook_has_a_column_for_each_result_and_a_page_for_each_leader(tmp_path: Path) -> None:
    (page,) = book_of(content_of(plan_of(tmp_path, KABID), RolesAndResults), ROLES).worksheets
    rows = [[cell for cell in row if cell] for row in page.iter_rows(values_only=True)]
    assert rows[4][1:] == [
        "Meningkatnya penerapan SMKI\n• Persentase PD yang menerapkan SMKI (80 %)",
        "Meningkatnya kesiapan keamanan\n• Indeks KAMI (350 nilai)",
    ]
    assert rows[5] == ["(1)", "(2)", "(3)"]
    assert rows[7] == ["Contoh Tiga\nPranata Komputer Terampil", "Tersedianya data aset informasi 12 PD"]
    assert len(page.row_breaks.brk) == 1
    assert page["D6"].border.left.style is None


def test_the_head_of_the_agency_has_the_leaders_of_units_and_a_unit_two_levels(tmp_path: Path) -> None:
    head, unit, team = content_of(plan_of(tmp_path), RolesAndResults).daftar_matriks
    assert [str(row.jabatan) for row in head.daftar_pegawai] == ["Plt. Kepala Bidang Data"]
    assert [str(row.jabatan) for row in unit.daftar_pegawai] == ["Sub Koordinator Data", "Statistisi"]
    assert [str(row.jabatan) for row in team.daftar_pegawai] == ["Statistisi"]


def test_who_has_no_role_has_an_empty_row_and_a_vacant_post_says_so(tmp_path: Path) -> None:
    extra = add_row("Pejabat", "| BARU | (kosong) | | | | | Pengadministrasi | PK JF/JP | SUBKOR | |")
    *_, team = content_of(plan_of(tmp_path, BAKU, extra), RolesAndResults).daftar_matriks
    assert [cell.daftar_hasil for cell in team.daftar_pegawai[1].daftar_peran] == [()]
    assert team.daftar_pegawai[1].nama == "(lowong)"


def test_where_nobody_leads_anybody_there_is_no_matrix(tmp_path: Path) -> None:
    plan = plan_of(tmp_path, KABID.partition("| MUDA | Contoh")[0], put("Tahap 5!D2", "KABID"))
    assert not [entry for entry in plan.dokumen if entry.jenis == "peran-hasil"]


@pytest.mark.parametrize(
    ("nama", "settle", "printed"),
    [
        ("(kosong)", [], "(lowong)"),
        (None, [], "[nama belum diisi: Pejabat!B6]"),
        ("(kosong)", [add_row("Identitas", "| PK Jabatan Lowong | dengan tanda |")], "[jabatan lowong, isi Plt.: Pejabat!B6]"),
        ("Contoh Tiga", [], "Contoh Tiga"),
    ],
)  # fmt: skip
def test_a_mark_asks_for_a_name_only_where_somebody_is_to_sign(
    tmp_path: Path, nama: str | None, settle: list[Any], printed: str
) -> None:
    *_, team = content_of(plan_of(tmp_path, BAKU, put("Pejabat!B6", nama), *settle), RolesAndResults).daftar_matriks
    (row,) = team.daftar_pegawai
    assert (row.nama.text if isinstance(row.nama, Tanda) else row.nama) == printed
