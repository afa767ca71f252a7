"""What the planned documents say: values and marks, budgets, the Renstra and its tables, names of files."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import Workbook

from helpers.places import ROOT
from helpers.plans import KADIS_LAGI, of_class, pks, rencana_of, renstra_of, settings
from helpers.workbooks import (
    BAKU,
    add_row,
    drop,
    drop_column,
    put,
    read_book,
    seed_rows,
    sheet_of,
    sheet_with,
    understood,
    write,
)
from pokin_docs.documents.pk.content import PerjanjianKinerja
from pokin_docs.documents.plan import Plan
from pokin_docs.documents.renstra.content import Renstra
from pokin_docs.documents.values import Tanda
from pokin_docs.flow.examine import examine
from pokin_docs.model.levels import JenisPk
from pokin_docs.model.printing import slug
from pokin_docs.model.programs import split_codes
from pokin_docs.model.settings import Settings
from pokin_docs.report.texts import page
from pokin_docs.transform.plan import plan

EXAMPLE = ROOT / "inputs" / "diskominfo-balangan.xlsx"


Change = Callable[[Workbook], None]


@pytest.fixture(scope="module")
def example() -> Plan:
    return rencana_of(EXAMPLE)


# Values and marks


@pytest.mark.parametrize("typed", ["NIP. 197001011995011901", "19700101 199501 1 901", "1970.0101.1995.01.1.901"])
def test_a_nip_is_printed_plain_however_it_is_typed(tmp_path: Path, typed: str) -> None:
    (isi,) = of_class(rencana_of(write(tmp_path / "b.xlsx", BAKU, put("Pejabat!D3", typed))), "jpt")
    assert isi.pihak_pertama.nip == "197001011995011901"


def test_a_missing_value_is_a_mark_that_names_its_cell(tmp_path: Path) -> None:
    rencana = rencana_of(write(tmp_path / "b.xlsx", BAKU, put("Tahap 5!L6", None), put("Tahap 5!I6", None)))
    (isi,) = of_class(rencana, "jf-jp")
    item = isi.daftar_sasaran[0].daftar_indikator[0]
    assert item.target == Tanda("[target 2026 belum diisi: Tahap 5!L6]")
    assert item.satuan == Tanda("[satuan belum diisi: Tahap 5!I6]")


def test_year_and_day_of_the_command_line_win(tmp_path: Path) -> None:
    from datetime import date

    (isi,) = of_class(rencana_of(write(tmp_path / "b.xlsx"), tahun=2027, tanggal=date(2027, 1, 4)), "jf-jp")
    assert (isi.tahun, isi.tanggal) == ("2027", "4 Januari 2027")
    assert isi.daftar_sasaran[0].daftar_indikator[0].target == "8"
    assert isi.daftar_anggaran[0].anggaran == "1.100.000"


def test_capitals_only_for_the_bare_name(tmp_path: Path) -> None:
    (head,) = of_class(rencana_of(write(tmp_path / "b.xlsx")), "jpt")
    assert head.pihak_pertama.nama_cetak == "CONTOH SATU, S.Kom."


# Budgets

DUA_KEGIATAN = """
| 2.20.02 | Program Statistik | 1000 | 1 | 1 | 1 | 1 | APBD |
| 2.20.02.2.01 | Kegiatan Satu | 600 | 1 | 1 | 1 | 1 | APBD |
| 2.20.02.2.01.0018 | Sub Satu | 250 | 1 | 1 | 1 | 1 | APBD |
| 2.20.02.2.01.0019 | Sub Dua | 350 | 1 | 1 | 1 | 1 | DAU |
| 2.20.02.2.02 | Kegiatan Dua | 400 | 1 | 1 | 1 | 1 | APBD |
| 2.20.01 | Program Penunjang | 50 | 1 | 1 | 1 | 1 | APBD |
"""


def workbook_text(lines: str) -> str:
    head, _, _ = BAKU.partition("## Program")
    titles = "| Kode | Nomenklatur | Pagu 2026 | Pagu 2027 | Pagu 2028 | Pagu 2029 | Pagu 2030 | Sumber Dana |"
    return head + "## Program\n" + titles + lines


def with_programs(folder: Path, lines: str = DUA_KEGIATAN) -> Path:
    return write(folder / "b.xlsx", workbook_text(lines))


def table(isi: PerjanjianKinerja) -> list[tuple[str, str]]:
    return [(row.kode, str(row.anggaran)) for row in isi.daftar_anggaran]


def test_the_head_has_all_programs(tmp_path: Path) -> None:
    (isi,) = of_class(rencana_of(with_programs(tmp_path)), "jpt")
    assert table(isi) == [("2.20.02", "1.000"), ("2.20.01", "50")]
    assert isi.total_anggaran == "1.050"


def test_an_official_who_shares_a_program_with_nobody_has_all_of_it(tmp_path: Path) -> None:
    """Also the kegiatan and sub kegiatan that no row of Tahap 5 names: nobody else answers for them."""
    rencana = rencana_of(with_programs(tmp_path))
    (kabid,) = of_class(rencana, "ess-3")
    assert table(kabid) == [("2.20.02", "1.000"), ("2.20.02.2.01", "600"), ("2.20.02.2.02", "400")]
    assert kabid.total_anggaran == "1.000"
    (subkor,) = of_class(rencana, "sub-koordinator-jf")
    assert table(subkor) == [("2.20.02.2.01", "600"), ("2.20.02.2.01.0018", "250"), ("2.20.02.2.01.0019", "350")]


KABID_LAIN = """
| Tahap 3 | Meningkatnya hal kedua | Indeks hal | Kinerja Taktikal Intermediate | Sasaran Program | PK Ess 3 | 2.20.02 | KABID2 | % | 1 | 1 | 1 | 1 | 1 | 1 | 1 |
| Tahap 4 | Terpenuhinya hal kedua | Persentase hal | Kinerja Taktikal Immediate | Sasaran Kegiatan | PK Sub Koordinator/JF | {kegiatan} | SUBKOR2 | % | 1 | 1 | 1 | 1 | 1 | 1 | 1 |
| Tahap 4 | Tersusunnya hal kedua | Jumlah hal | Kinerja Operasional | Sasaran Sub Kegiatan | PK JF/JP | {sub} | STAF | Unit | 1 | 1 | 1 | 1 | 1 | 1 | 1 |
"""


def two_kabid(folder: Path, kegiatan: str, sub: str, programs: str = DUA_KEGIATAN, *more: Change) -> Plan:
    changes = [add_row("Tahap 5", line) for line in KABID_LAIN.format(kegiatan=kegiatan, sub=sub).strip().splitlines()]
    people = [
        "| KABID2 | Contoh Lima | | '197502022000012905 | IV/a | Pembina | Kepala Bidang Lain | PK Ess 3 | KADIS | |",
        "| SUBKOR2 | Contoh Enam | | '198003032005011906 | III/d | Penata Tk. I | Ketua Tim | PK Sub Koordinator/JF | KABID2 | |",
    ]
    changes += [add_row("Pejabat", line) for line in people]
    return rencana_of(write(folder / "b.xlsx", workbook_text(programs), *changes, *more))


def test_a_program_shared_by_two_officials_counts_the_parts_of_each(tmp_path: Path) -> None:
    first, second = of_class(two_kabid(tmp_path, "2.20.02.2.02", "2.20.02.2.02"), "ess-3")
    assert table(first) == [("2.20.02", "600"), ("2.20.02.2.01", "600")]
    assert table(second) == [("2.20.02", "400"), ("2.20.02.2.02", "400")]
    assert [row.sebagian for row in first.daftar_anggaran] == [True, False]


def test_a_kegiatan_shared_by_two_officials_counts_the_sub_kegiatan_of_each(tmp_path: Path) -> None:
    rencana = two_kabid(tmp_path, "2.20.02.2.01", "2.20.02.2.01.0019")
    first, second = of_class(rencana, "sub-koordinator-jf")
    assert table(first) == [("2.20.02.2.01", "250"), ("2.20.02.2.01.0018", "250")]
    assert table(second) == [("2.20.02.2.01", "350"), ("2.20.02.2.01.0019", "350")]
    assert [isi.total_anggaran for isi in of_class(rencana, "ess-3")] == ["250", "350"]


def test_a_program_whose_kegiatan_is_shared_counts_the_sub_kegiatan_of_each(tmp_path: Path) -> None:
    """The share is seen two levels below, where the program has no other part."""
    programs = "\n".join(line for line in DUA_KEGIATAN.splitlines() if "Kegiatan Dua" not in line)
    first, second = of_class(two_kabid(tmp_path, "2.20.02.2.01", "2.20.02.2.01.0019", programs), "ess-3")
    assert table(first) == [("2.20.02", "250"), ("2.20.02.2.01", "250")]
    assert table(second) == [("2.20.02", "350"), ("2.20.02.2.01", "350")]
    assert (first.total_anggaran, second.total_anggaran) == ("250", "350")


def test_a_part_that_others_answer_for_with_no_money_is_no_share(tmp_path: Path) -> None:
    programs = DUA_KEGIATAN.replace("Kegiatan Dua | 400", "Kegiatan Dua | 0")
    first, _ = of_class(two_kabid(tmp_path, "2.20.02.2.02", "2.20.02.2.02", programs), "ess-3")
    assert table(first) == [("2.20.02", "1.000"), ("2.20.02.2.01", "600")]


@pytest.mark.parametrize(("pagu", "keadaan"), [("\\", "belum diisi"), ("belum ada", "tidak terbaca")])
def test_a_total_of_which_a_part_is_missing_is_its_mark_not_the_sum_of_the_rest(
    tmp_path: Path, pagu: str, keadaan: str
) -> None:
    programs = DUA_KEGIATAN.replace("Program Penunjang | 50", f"Program Penunjang | {pagu}")
    rencana = rencana_of(with_programs(tmp_path, programs))
    (head,) = of_class(rencana, "jpt")
    assert [row.anggaran for row in head.daftar_anggaran] == ["1.000", Tanda(f"[pagu 2026 {keadaan}: Program!C7]")]
    assert head.total_anggaran == Tanda(f"[jumlah anggaran {keadaan}: Program!C7]")
    total = renstra_of(rencana).daftar_pendanaan[-1]
    assert total.tingkat == "jumlah"
    assert [year.pagu for year in total.daftar_tahun[:2]] == [Tanda(f"[jumlah {keadaan}: Program!C7]"), "2"]


def test_the_share_of_an_official_of_which_a_part_is_missing_is_a_mark(tmp_path: Path) -> None:
    programs = DUA_KEGIATAN.replace("Kegiatan Satu | 600", "Kegiatan Satu | \\")
    first, second = of_class(two_kabid(tmp_path, "2.20.02.2.02", "2.20.02.2.02", programs), "ess-3")
    assert isinstance(first.daftar_anggaran[0].anggaran, Tanda)
    assert isinstance(first.total_anggaran, Tanda)
    assert table(second) == [("2.20.02", "400"), ("2.20.02.2.02", "400")]
    assert second.total_anggaran == "400"


def test_the_share_of_an_official_is_a_mark_though_another_part_of_his_has_its_amount(tmp_path: Path) -> None:
    programs = DUA_KEGIATAN + "| 2.20.02.2.03 | Kegiatan Tiga | \\ | 1 | 1 | 1 | 1 | APBD |\n"
    his = put("Tahap 5!G5", "2.20.02.2.01; 2.20.02.2.03")
    first, second = of_class(two_kabid(tmp_path, "2.20.02.2.02", "2.20.02.2.02", programs, his), "ess-3")
    assert [isinstance(row.anggaran, Tanda) for row in first.daftar_anggaran] == [True, False, True]
    assert isinstance(first.total_anggaran, Tanda)
    assert second.total_anggaran == "400"


def test_a_component_of_a_higher_level_is_not_dropped_beside_one_of_the_right_level(tmp_path: Path) -> None:
    line = "| Tahap 4 | Terpenuhinya hal kedua | Persentase hal | Kinerja Taktikal Immediate | Sasaran Kegiatan | PK JF/JP | 2.20.02.2.02 | STAF | % | 1 | 1 | 1 | 1 | 1 | 1 | 1 |"
    path = write(tmp_path / "b.xlsx", workbook_text(DUA_KEGIATAN), add_row("Tahap 5", line))
    (isi,) = of_class(rencana_of(path), "jf-jp")
    assert table(isi) == [("2.20.02.2.01.0018", "250"), ("2.20.02.2.02", "400")]
    assert isi.total_anggaran == "650"


def test_the_lowest_class_has_its_sub_kegiatan(tmp_path: Path) -> None:
    (isi,) = of_class(rencana_of(with_programs(tmp_path)), "jf-jp")
    assert table(isi) == [("2.20.02.2.01.0018", "250")]


def test_a_component_is_not_listed_beside_its_own_part(tmp_path: Path) -> None:
    path = write(tmp_path / "b.xlsx", workbook_text(DUA_KEGIATAN), put("Tahap 5!G6", "2.20.02.2.01.0018; 2.20.02.2.01"))
    (staf,) = of_class(rencana_of(path), "jf-jp")
    assert (table(staf), staf.total_anggaran) == ([("2.20.02.2.01.0018", "250")], "250")


def test_of_two_heads_each_has_the_programs_of_his_own_kinerja_and_none_signs_the_renstra(tmp_path: Path) -> None:
    changes = (put("Tahap 5!H2", "KADIS2"), add_row("Identitas", "| Tujuan dalam PK JPT | Ya |"), KADIS_LAGI)
    rencana = rencana_of(write(tmp_path / "b.xlsx", workbook_text(DUA_KEGIATAN), *changes))
    assert [table(head) for head in of_class(rencana, "jpt")] == [[("2.20.02", "1.000")], [("2.20.02", "")]]
    assert isinstance(renstra_of(rencana).kepala.nama, Tanda)
    one = renstra_of(rencana_of(with_programs(tmp_path)))
    assert one.kepala.nama == "Contoh Satu, S.Kom."


def test_who_shares_a_component_and_names_no_part_of_it_has_the_parts_that_nobody_names(tmp_path: Path) -> None:
    """KABID2 names the kegiatan Dua; KABID, whose branch names none, has what is left."""
    branch = put("Tahap 5!G5", None), put("Tahap 5!G6", None)
    first, second = of_class(two_kabid(tmp_path, "2.20.02.2.02", "2.20.02.2.02", DUA_KEGIATAN, *branch), "ess-3")
    assert table(first) == [("2.20.02", "600"), ("2.20.02.2.01", "600")]
    assert table(second) == [("2.20.02", "400"), ("2.20.02.2.02", "400")]


def test_a_component_that_serves_two_kinerja_is_counted_once(tmp_path: Path) -> None:
    line = "| Tahap 4 | Tersusunnya hal lain | Jumlah hal | Kinerja Operasional | Sasaran Sub Kegiatan | PK JF/JP | 2.20.02.2.01.0018 | STAF | % | 1 | 1 | 1 | 1 | 1 | 1 | 1 |"
    (isi,) = of_class(rencana_of(write(tmp_path / "b.xlsx", BAKU, add_row("Tahap 5", line))), "jf-jp")
    assert len(isi.daftar_sasaran) == 2
    assert table(isi) == [("2.20.02.2.01.0018", "1.000.000")]


def test_the_pks_of_one_class_add_up_to_the_whole(example: Plan) -> None:
    """Of 7,105,655,000 for the Sekretariat, of which no kinerja tells, only the head's PK; «-» where all is another's."""

    def total(jenis: str) -> int:
        totals = [str(isi.total_anggaran) for isi in of_class(example, jenis)]
        return sum(int(text.replace(".", "")) for text in totals if text != "-")

    assert {jenis.value: total(jenis.value) for jenis in JenisPk} == {
        "jpt": 14_417_255_000, "ess-3": 7_311_600_000, "sub-koordinator-jf": 7_311_600_000, "jf-jp": 7_311_600_000,
    }  # fmt: skip


def test_without_program_sheet_the_table_is_a_mark(tmp_path: Path) -> None:
    (isi,) = of_class(rencana_of(write(tmp_path / "b.xlsx", BAKU, drop("Program"))), "jpt")
    assert isi.daftar_anggaran[0].nama == Tanda("[program dan anggaran belum diisi: lembar Program]")


def test_a_kinerja_has_the_codes_of_all_its_rows(tmp_path: Path) -> None:
    line = "| | | Jumlah kedua | | | | 2.20.02.2.01.0019 | | Unit | 1 | 1 | 1 | 1 | 1 | 1 | 1 |"
    rencana = rencana_of(write(tmp_path / "b.xlsx", workbook_text(DUA_KEGIATAN), add_row("Tahap 5", line)))
    assert rencana.pohon.kinerja[-1].kode == ("2.20.02.2.01.0018", "2.20.02.2.01.0019")
    (staf,) = of_class(rencana, "jf-jp")
    assert (table(staf), staf.total_anggaran) == (
        [("2.20.02.2.01.0018", "250"), ("2.20.02.2.01.0019", "350")], "600",
    )  # fmt: skip


# Renstra


def test_every_sentence_of_tahap_5_stands_in_the_renstra(example: Plan) -> None:
    texts = {str(row.kinerja) for row in renstra_of(example).daftar_cascading}
    texts |= {str(item.indikator) for row in renstra_of(example).daftar_cascading for item in row.daftar_indikator}
    texts |= {str(row.kinerja) for row in renstra_of(example).daftar_lintas}
    texts |= {row.indikator for row in renstra_of(example).daftar_lintas}
    sentences = {text for row in seed_rows()[1:] for text in row[1:3] if text}
    assert len(sentences) > 80
    assert sentences <= texts


def test_one_document_for_the_whole_and_one_per_chapter(example: Plan) -> None:
    paths = [entry.path for entry in example.dokumen if entry.jenis == "renstra"]
    assert paths == ["Renstra/Renstra_2025-2029.docx", *(f"Renstra/Bab-{no}.docx" for no in range(1, 6))]


def test_funding_table_lists_each_component_once_and_sums_the_programs(example: Plan) -> None:
    rows = renstra_of(example).daftar_pendanaan
    codes = [str(row.uraian).split()[0] for row in rows if row.tingkat in ("program", "kegiatan", "sub_kegiatan")]
    assert len(codes) == len(set(codes)) == len(example.program.program_lines)
    amounts = [int(str(row.daftar_tahun[0].pagu).replace(".", "")) for row in rows if row.tingkat == "program"]
    assert rows[-1].daftar_tahun[0].pagu == f"{sum(amounts):,}".replace(",", ".")


def test_no_line_of_program_and_no_kinerja_is_missing_in_the_funding_table(tmp_path: Path) -> None:
    orphan = add_row("Program", "| 2.21.05.2.01 | Kegiatan Yatim | 7 | 7 | 7 | 7 | 7 | APBD |")
    rows = renstra_of(
        rencana_of(write(tmp_path / "b.xlsx", BAKU, orphan, put("Tahap 5!G6", "2.99.99")))
    ).daftar_pendanaan
    assert [str(row.uraian) for row in rows if row.tingkat != "kinerja"] == [
        "2 URUSAN PEMERINTAHAN WAJIB YANG TIDAK BERKAITAN DENGAN PELAYANAN DASAR",
        "2.20 URUSAN PEMERINTAHAN BIDANG STATISTIK",
        "2.20.02 Program Statistik", "2.20.02.2.01 Penyelenggaraan Statistik", "2.20.02.2.01.0018 Pemenuhan Prinsip SDI",
        "2.21 URUSAN PEMERINTAHAN BIDANG PERSANDIAN",
        "2.21.05.2.01 Kegiatan Yatim", "Jumlah",
    ]  # fmt: skip
    assert [str(row.uraian) for row in rows if row.tingkat == "kinerja"] == [
        "Meningkatnya mutu layanan data", "Terpenuhinya standar data", "Tersusunnya metadata",
    ]  # fmt: skip


def test_each_kinerja_stands_in_the_column_of_its_level(tmp_path: Path) -> None:
    rows = renstra_of(rencana_of(write(tmp_path / "b.xlsx"))).daftar_perumusan
    assert [[bool(text) for text in (row.tujuan, row.sasaran, row.outcome, row.output)] for row in rows] == [
        [number == column for number in range(4)] for column in (0, 1, 2, 3, 3)
    ]


def test_tujuan_are_numbered_where_there_are_two(tmp_path: Path) -> None:
    second = "| Tahap 1 | Terwujudnya hal lain | Indeks Lain | Kinerja Strategis SKPD | Tujuan SKPD | | | KADIS | Indeks | 1 | 1 | 1 | 1 | 1 | 1 | 1 |"
    for changes, labels in (
        ((), ["Tujuan", "Sasaran 1"]),
        ((add_row("Tahap 5", second),), ["Tujuan 1", "Sasaran 1", "Tujuan 2"]),
    ):
        renstra = renstra_of(rencana_of(write(tmp_path / "b.xlsx", BAKU, *changes)))
        assert [row.sebutan for row in renstra.daftar_tujuan_sasaran] == labels


def test_a_condition_that_both_sheets_have_is_listed_once(tmp_path: Path) -> None:
    lintas = sheet_with(
        "Lintas Perangkat Daerah",
        ["Kinerja", "PD Pengampu", "PD Pendukung"],
        ["Terpenuhinya hal", "Dinas A", "Dinas B"],
    )
    lines = [
        add_row("Tahap 5", f"| CROSS CUTTING | {text} | Jumlah hal |")
        for text in ("Terpenuhinya hal", "Terpenuhinya lain")
    ]
    rows = renstra_of(rencana_of(write(tmp_path / "b.xlsx", BAKU, lintas, *lines))).daftar_lintas
    assert [(row.no, str(row.kinerja), isinstance(row.pd_pengampu, Tanda)) for row in rows] == [
        ("1", "Terpenuhinya hal", False), ("2", "Terpenuhinya lain", True),
    ]  # fmt: skip


def test_a_shorter_period_leaves_the_last_year_columns_empty(tmp_path: Path) -> None:
    renstra = renstra_of(rencana_of(write(tmp_path / "b.xlsx", BAKU, put("Identitas!B6", "2026-2028"))))
    assert renstra.daftar_tahun == ("2026", "2027", "2028", "2029", "", "")
    assert renstra.tahun_dasar == "2025"
    assert renstra.daftar_iku[0].target[-2:] == ("", "")


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("2.16.02", ["2.16.02"]),
        ("2.16.02 - PROGRAM PENGELOLAAN, TAHUN 2026", ["2.16.02"]),
        ("7.01.01.2.06.0004 Penyediaan", ["7.01.01.2.06.0004"]),
        ("2.16.02; 2.16.03", ["2.16.02", "2.16.03"]),
        ("2.16.02, 2.16.03\n2.20.02", ["2.16.02", "2.16.03", "2.20.02"]),
        ("\u200b2.16.02.", ["2.16.02"]),
        ("X.XX.01.2.01", ["X.XX.01.2.01"]),
        ("belum ada", ["belum"]),
        ("", []),
    ],
)
def test_codes_of_a_cell(text: str, codes: list[str]) -> None:
    assert list(split_codes(text)) == codes


def test_without_any_year_the_tables_hold_marks_not_blanks(tmp_path: Path) -> None:
    buku = read_book(tmp_path, sheet_of(seed_rows()))
    rencana = plan(buku, settings()).value
    assert rencana is not None
    renstra = renstra_of(rencana)
    values = (renstra.tahun_lanjut, *renstra.daftar_tahun, *renstra.daftar_tujuan_sasaran[0].daftar_indikator[0].target)
    assert all(isinstance(value, Tanda) for value in values)
    assert isinstance(renstra.daftar_pendanaan[0].daftar_tahun[4].target, Tanda)


# Names of files


def test_posts_that_share_a_title_carry_their_id(tmp_path: Path) -> None:
    twin = "| STAF2 | Contoh Lima | | '199104042015012905 | III/a | Penata Muda | STATISTISI | PK JF/JP | SUBKOR | |"
    path = write(tmp_path / "b.xlsx", BAKU, add_row("Pejabat", twin), put("Tahap 5!H6", "STAF;STAF2"))
    names = [document.path for document, isi in pks(rencana_of(path)) if isi.jenis_pk == "jf-jp"]
    assert names == ["PK/JF-JP/PK_2026_JF-JP_Statistisi_STAF.docx", "PK/JF-JP/PK_2026_JF-JP_STATISTISI_STAF2.docx"]


def test_ids_that_look_the_same_in_a_name_are_told_apart(tmp_path: Path) -> None:
    people = [
        f"| {id_} | Contoh {name} | | '19910404201501290{name} | III/a | Penata Muda | Statistisi | PK JF/JP | SUBKOR | |"
        for name, id_ in ((5, "JF.1"), (6, "JF-1"), (7, "JF 1"))
    ]
    owners = put("Tahap 5!H6", "STAF;JF.1;JF-1;JF 1")
    path = write(tmp_path / "b.xlsx", BAKU, *(add_row("Pejabat", line) for line in people), owners)
    names = [document.path for document, isi in pks(rencana_of(path)) if isi.jenis_pk == "jf-jp"]
    assert len({name.casefold() for name in names}) == 4
    assert names[0] == "PK/JF-JP/PK_2026_JF-JP_Statistisi_STAF.docx"


def test_the_same_kinerja_twice_below_the_same_one_is_numbered_from_two(tmp_path: Path) -> None:
    lines = [
        f"| Tahap 4 | {kinerja} | Jumlah {kinerja[-1]}{number} | Kinerja Operasional | Sasaran Sub Kegiatan | PK JF/JP | 2.20.02.2.01.0018 | | Unit | 1 | 1 | 1 | 1 | 1 | 1 | 1 |"
        for number, kinerja in enumerate(("Terkelolanya a", "Terkelolanya b", "Terkelolanya a", "Terkelolanya b", "Terkelolanya a"))
    ]  # fmt: skip
    path = write(tmp_path / "b.xlsx", BAKU, *(add_row("Tahap 5", line) for line in lines))
    names = [document.path for document, isi in pks(rencana_of(path)) if isinstance(isi.pihak_pertama.nama, Tanda)]
    first, other = names[0].removesuffix(".docx"), names[1].removesuffix(".docx")
    assert names == [f"{name}.docx" for name in (first, other, f"{first}_2", f"{other}_2", f"{first}_3")]


def test_a_name_that_windows_keeps_for_itself_is_changed() -> None:
    assert (slug("CON"), slug("con.xlsx"), slug("Bidang IKP")) == ("CON-", "con-xlsx", "Bidang-IKP")


def test_names_are_ascii_short_and_unique_without_case(example: Plan, tmp_path: Path) -> None:
    hard = put("Pejabat!G6", "Staf “Ahli” / Muda: Élan & Co. " + "panjang " * 40)
    for rencana in (example, rencana_of(write(tmp_path / "b.xlsx", BAKU, hard))):
        names = [document.path for document in rencana.dokumen]
        assert len({name.casefold() for name in names}) == len(names)
        assert all(name.isascii() and len(name.rpartition("/")[2]) <= 120 for name in names)


def test_the_same_workbook_gives_the_same_plan(tmp_path: Path) -> None:
    path = write(tmp_path / "b.xlsx", BAKU, drop_column("Pejabat", "Atasan"))
    assert examine(path, settings()) == examine(path, settings())


@pytest.mark.parametrize(
    ("typed", "counts"),
    [
        ("Ya", True), ("ya.", True), ("Y", True), ("1", True), ("IKU", True), ("v", True), ("V", True), ("x", True),
        ("✓", True), ("✔", True), ("√", True), ("", False), ("Tidak", False), ("-", False), ("0", False), ("T", False),
    ],
)  # fmt: skip
def test_one_answer_whether_an_indicator_is_an_iku(tmp_path: Path, typed: str, counts: bool) -> None:
    """Table 4.4 and the report page agree; the question for definition and formula (I14) asks the same."""
    book = write(
        tmp_path / "b.xlsx", BAKU, *(put(f"Tahap 5!Q{row}", typed if row == 3 else None) for row in range(2, 9))
    )
    found = understood(book, Settings(tmp_path, ()))
    renstra = next(entry.content for entry in found.plan.dokumen if isinstance(entry.content, Renstra))
    assert len(renstra.daftar_iku) == counts
    shown = page(found.plan, found.buku, (), (), (), None, final=False)
    assert (b"<abbr>IKU</abbr>" in shown) is counts
