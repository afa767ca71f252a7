"""The rules about the money that the PKs promise: each class against its programs, Bagian, and what has no kinerja."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import Workbook

from helpers.cases import examined
from helpers.workbooks import BAKU, add_row, both, put, sheet_with, write
from pokin_docs.documents.pk.content import PerjanjianKinerja
from pokin_docs.flow.examine import Examination, Understood, examine
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

KELURAHAN = both(
    add_row(
        "Pejabat",
        "| LURAH | Contoh Lima | | '199004042015012905 | III/c | Penata | Lurah Contoh | PK Sub Koordinator/JF | KABID | |",
    ),
    put("Pejabat!K1", "Bidang"), put("Pejabat!K5", "Seksi Pemberdayaan"), put("Pejabat!K7", "Kelurahan Contoh"),
    put("Tahap 5!H4", "SUBKOR"), put("Tahap 5!H5", "LURAH"), put("Program!C2", 1_400_000),
    add_row("Program", "| 2.20.02.2.02 | Koordinasi Pemberdayaan | 400000 | 0 | 0 | 0 | 0 | APBD |"),
)  # fmt: skip
"""A kasi has the sasaran program, a lurah of the same class the kegiatan of Rp1,000,000 below it."""
WITHOUT_HIS_OWN = both(KELURAHAN, put("Tahap 5!H5", "SUBKOR; LURAH"))

KASUS: list[tuple[str, str, Change]] = [
    ("P120", "Tahap 5!G5", WITHOUT_HIS_OWN),
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
def test_one_change_gives_its_finding_at_its_cell(kode: str, tempat: str, change: Change) -> None:
    found = examined(change)
    assert [str(entry.tempat) for entry in found.temuan if entry.kode == kode] == [tempat], found.temuan
    for entry in found.temuan:
        assert "{" not in message(entry) + hint(entry)


def codes(found: Examination) -> list[str]:
    """What is said but of the target, which two hold as they hold the money (P72), and of the official list (K18)."""
    return [entry.kode for entry in found.temuan if entry.kode not in ("P72", "K18")]


@pytest.mark.parametrize(
    ("kode", "change"), [(kode, change) for kode, _, change in KASUS if kode not in ("P74", "P78", "P79", "P120")]
)
def test_one_fault_is_one_finding(tmp_path: Path, kode: str, change: Change) -> None:
    # What no kinerja stands behind has no outcome in table 4.2 either, and that is a mark.
    mark = {"P75": ["D12"]}.get(kode, [])
    assert codes(examined(change)) == [*mark, kode]


def test_the_difference_of_a_class_is_told_to_the_rupiah_with_its_reason(tmp_path: Path) -> None:
    assert money(changed(tmp_path, BERDUA, cetak_penuh())) == [
        "P73 PK JF/JP berjumlah Rp2.000.000, lebih Rp1.000.000 dari pagu programnya Rp1.000.000: "
        "«2.20.02.2.01.0018» dicetak penuh pada beberapa PK (lebih Rp1.000.000)."
    ]
    assert money(
        changed(tmp_path, SUB_LAGI, row_of("SUBKOR", "2.20.02.2.01.0019"), put("Tahap 5!F7", "PK Sub Koordinator/JF"))
    )[0] == (
        "P74 PK JF/JP berjumlah Rp600.000, kurang Rp400.000 dari pagu programnya Rp1.000.000: "
        "«2.20.02.2.01.0019» tidak ada pada PK kelas ini (kurang Rp400.000)."
    )


@pytest.mark.parametrize("value", ["", "pemegang pertama", "bagi rata", "Bagi Rata"])
def test_other_ways_of_sharing_leave_no_difference(tmp_path: Path, value: str) -> None:
    assert money(changed(tmp_path, BERDUA, cetak_penuh(value))) == []


def test_a_way_of_sharing_that_is_not_known_is_told_and_the_usual_one_is_used(tmp_path: Path) -> None:
    assert codes(changed(tmp_path, BERDUA, cetak_penuh("dibagi-bagi"))) == ["B22"]


def test_a_program_that_is_not_the_sum_of_its_parts_is_told_once(tmp_path: Path) -> None:
    assert [entry.kode for entry in changed(tmp_path, put("Program!C3", 5_000_000)).temuan] == ["P05"]


def test_where_only_a_parent_is_not_the_sum_of_its_parts_the_remedy_is_its_own_amount(tmp_path: Path) -> None:
    found = changed(tmp_path, put("Program!C4", 999_999))
    (told,) = [hint(entry) for entry in found.temuan if entry.kode == "P74"]
    assert "pagu induk «2.20.02.2.01» (Program!C3)" in told
    assert "pembulatan" in told
    assert "Pemilik" not in told


def test_a_difference_below_the_tolerance_of_rounding_is_told_of_the_class(tmp_path: Path) -> None:
    """P05 lets a rupiah pass, the sum of the class does not."""
    assert [message.partition(":")[0] for message in money(changed(tmp_path, put("Program!C4", 999_999)))] == [
        "P74 PK JF/JP berjumlah Rp999.999, kurang Rp1 dari pagu programnya Rp1.000.000"
    ]


VACANT = put("Pejabat!B7", "(kosong)")
"""STAF2, the second holder."""


def test_a_vacant_post_keeps_its_share_and_what_its_class_therefore_lacks_is_told(tmp_path: Path) -> None:
    """The shares reach 100 % together: nothing is wrong with Bagian."""
    assert money(changed(tmp_path, BERDUA, bagian("60%; 40%"), VACANT)) == [
        "P74 PK JF/JP berjumlah Rp600.000, kurang Rp400.000 dari pagu programnya Rp1.000.000: "
        "«2.20.02.2.01.0018» sebagian dipegang jabatan yang PK-nya tidak dibuat (kurang Rp400.000)."
    ]
    found = sorted(money(changed(tmp_path, BERDUA, bagian("60%; 30%"), VACANT)))
    assert [line.partition(" ")[0] for line in found] == ["P74", "P77"]
    assert "(STAF; STAF2) berjumlah 90%, kurang 10% (Rp100.000)" in found[1]
    assert "kurang Rp400.000 dari pagu programnya" in found[0], "the share of 30 % and what nobody has"
    assert money(changed(tmp_path, BERDUA, VACANT)) == [], "without Bagian the other holder has all of it"


def test_of_several_shares_that_are_wrong_the_sum_is_told_of_the_class(tmp_path: Path) -> None:
    two = both(SUB_LAGI, STAF2, row_of("STAF; STAF2", "2.20.02.2.01.0019"), put("Tahap 5!H6", "STAF; STAF2"))
    found = sorted(money(changed(tmp_path, two, bagian("60%; 30%"), put("Tahap 5!S7", "60%; 20%"))))
    assert [line.partition(" ")[0] for line in found] == ["P74", "P77", "P77"]
    assert "PK JF/JP berjumlah Rp860.000, kurang Rp140.000 dari pagu programnya Rp1.000.000" in found[0]


def test_a_program_that_lacks_an_amount_is_said_to_be_left_out_of_the_sum(tmp_path: Path) -> None:
    other = (
        add_row("Program", "| 2.20.03 | Program Lain | \\ | 0 | 0 | 0 | 0 | APBD |"),
        put("Tahap 5!G5", "2.20.02.2.01"), put("Tahap 5!G6", "2.20.02.2.01.0018; 2.20.03"),
    )  # fmt: skip
    (said,) = (line for line in money(changed(tmp_path, BERDUA, cetak_penuh(), *other)) if line.startswith("P73"))
    assert said.endswith("(lebih Rp1.000.000); belum dihitung karena pagunya belum lengkap: 2.20.03.")


def test_a_cell_whose_values_are_shared_otherwise_than_another_is_told_once(tmp_path: Path) -> None:
    found = money(changed(tmp_path, BERDUA, bagian("60%; 40%"), row_of("STAF; STAF2", value="Rp600000; Rp400000")))
    assert [line.partition(":")[0] for line in found] == ["P76 Bagian «Rp600000; Rp400000» tidak dipakai"]


# --- money without kinerja -------------------------------------------------------------------------------------------


def test_money_without_kinerja_is_told_in_short_and_to_the_rupiah(tmp_path: Path) -> None:
    lines = [
        add_row("Program", f"| {kode} | Nama {kode} | {pagu} | 0 | 0 | 0 | 0 | APBD |")
        for kode, pagu in (("2.16.01", 7_099_000_000), ("2.16.01.2.01", 7_099_000_000), ("2.20.02.2.02", 0))
    ]
    assert money(changed(tmp_path, *lines)) == [
        "P75 7,1 dari 7,1 miliar (Rp7.099.000.000 dari Rp7.100.000.000) tanpa kinerja pada 2026: "
        "«2.16.01 Nama 2.16.01» Rp7.099.000.000."
    ]


def test_a_sub_kegiatan_without_kinerja_is_why_a_class_falls_short(tmp_path: Path) -> None:
    """Of the PK of the sub koordinator, who holds the kegiatan alone, nothing is missing."""
    assert money(changed(tmp_path, SUB_LAGI)) == [
        "P75 0,4 dari 1,0 juta (Rp400.000 dari Rp1.000.000) tanpa kinerja pada 2026: «2.20.02.2.01.0019 Pembinaan» Rp400.000. "
        "Karena itu PK JF/JP kurang Rp400.000 dari pagu programnya."
    ]


def test_a_level_that_the_tree_does_not_reach_is_not_said_to_lack_kinerja(tmp_path: Path) -> None:
    def without_the_last(book: Workbook) -> None:
        for sheet, row in (("Tahap 3", 4), ("Tahap 4", 6), ("Tahap 5", 6), ("Pejabat", 6)):
            book[sheet].delete_rows(row)

    assert "P75" not in [entry.kode for entry in changed(tmp_path, without_the_last).temuan]


@pytest.mark.parametrize(("value", "kode"), [(None, "P01"), ("2.20.02.2.01.0091", "P02")])
def test_what_a_row_with_a_faulty_code_may_mean_is_not_said_to_lack_kinerja(
    tmp_path: Path, value: str | None, kode: str
) -> None:
    assert [entry.kode for entry in changed(tmp_path, put("Tahap 5!G6", value)).temuan] == [kode]


def test_six_are_named_and_the_rest_is_counted_with_its_money(tmp_path: Path) -> None:
    lines = [add_row("Program", f"| 2.16.{place:02} | Nama | 10 | 0 | 0 | 0 | 0 | APBD |") for place in range(1, 9)]
    (said,) = money(changed(tmp_path, *lines))
    assert said.startswith("P75 Rp80 dari Rp1.000.080 tanpa kinerja")
    assert said.count("«") == 6
    assert said.endswith("dan 2 lainnya (2.16.07, 2.16.08) Rp20.")


# Targets that several promise


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ((), True),
        ((put("Tahap 5!H6", "STAF"),), False),
        ((put("Tahap 5!H6", "STAF; STAF3"),), False),  # whom nobody is, has his finding
        ((put("Tahap 5!L6", 1),), False),  # one thing is not to be parted
        ((put("Tahap 5!L6", "2"),), True),
        ((put("Tahap 5!L6", "baik"),), False),
        ((put("Tahap 5!C6", "Persentase metadata yang lengkap"), put("Tahap 5!I6", "%")), False),
        ((put("Tahap 5!C6", "Indeks metadata"), put("Tahap 5!I6", "Indeks")), False),
        ((put("Tahap 5!C6", "Jumlah metadata yang lengkap"), put("Tahap 5!I6", "persen")), False),
    ],
)
def test_a_number_of_things_that_two_promise_is_promised_whole_by_each(
    tmp_path: Path, changes: tuple[Change, ...], told: bool
) -> None:
    found = [entry for entry in changed(tmp_path, BERDUA, *changes).temuan if entry.kode == "P72"]
    assert [str(entry.tempat) for entry in found] == ["Tahap 5!H6"] * told
    assert all("STAF; STAF2" in message(entry) for entry in found)


def test_all_such_rows_of_a_component_are_one_finding(tmp_path: Path) -> None:
    found = changed(tmp_path, BERDUA, row_of("STAF; STAF2"), row_of("STAF2; STAF"))
    (told,) = [message(entry) for entry in found.temuan if entry.kode == "P72"]
    assert told.startswith("3 baris Sasaran Sub Kegiatan berpemilik beberapa pejabat (H6, H7, H8):")


@pytest.mark.parametrize(
    "typed",
    [-5, "-5", "(1.000)", "Rp -1.000", "-Rp1.000", "(Rp1.000)", "minus 5 juta", "−7", "– 1,5 miliar", "(2 juta)"],
)
def test_an_amount_below_zero_stops_the_papers_however_it_is_typed(tmp_path: Path, typed: object) -> None:
    found = examine(write(tmp_path / "b.xlsx", BAKU, put("Program!C4", typed)), Settings(tmp_path, ()))
    assert [(entry.kode, str(entry.tempat)) for entry in found.temuan] == [("P49", "Program!C4")]
    assert found.galat(final=False)


@pytest.mark.parametrize("typed", [0, "0", "1.000.000,-", "-", "(nol)"])
def test_what_is_not_below_zero_is_not_called_so(tmp_path: Path, typed: object) -> None:
    found = examine(write(tmp_path / "b.xlsx", BAKU, put("Program!C4", typed)), Settings(tmp_path, ()))
    assert "P49" not in {entry.kode for entry in found.temuan}


@pytest.mark.parametrize(
    ("cell", "change"),
    [
        ("Program!G3", put("Program!G3", -1)),
        ("Program!I4", both(put("Program!I1", "Anggaran Kas TW II"), put("Program!I4", "(250.000)"))),
        ("Realisasi!D2", sheet_with("Realisasi", ["Kode", "Tahun", "TW", "Anggaran Realisasi"],
                                    ["2.20.02.2.01.0018", "2026", "TW I", "-500"])),
        ("Anggaran dan Realisasi!C2", sheet_with("Anggaran dan Realisasi", ["Uraian", "Anggaran 2024", "Realisasi 2024"],
                                                 ["Program Statistik", "1.000", "(900)"])),
    ],
    ids=["a later year", "cash", "spent", "of the years before"],
)  # fmt: skip
def test_no_sheet_has_an_amount_below_zero(tmp_path: Path, cell: str, change: Change) -> None:
    found = examine(write(tmp_path / "b.xlsx", BAKU, change), Settings(tmp_path, ()))
    assert [str(entry.tempat) for entry in found.temuan if entry.kode == "P49"] == [cell]
    assert found.galat(final=False)


def money_of(found: Examination, post: str) -> object:
    assert isinstance(found, Understood)
    (paper,) = [one for one in found.plan.dokumen if one.jenis == "pk" and one.post == post]
    assert isinstance(paper.content, PerjanjianKinerja)
    return paper.content.total_anggaran


@pytest.mark.parametrize(
    ("change", "lurah", "kasi", "told"),
    [
        (KELURAHAN, "1.000.000", "400.000", False),
        (WITHOUT_HIS_OWN, "-", "1.000.000", True),
        (
            both(WITHOUT_HIS_OWN, put("Tahap 5!S1", "Bagian"), put("Tahap 5!S5", "0; 100%")),
            "1.000.000",
            "0",
            False,
        ),
        (both(KELURAHAN, put("Tahap 5!G5", "-")), "", "1.000.000", False),
    ],
    ids=["below another", "together with another", "parted by Bagian", "without a budget"],
)
def test_a_lurah_has_the_money_of_his_own_rows_though_a_kasi_stands_above_them(
    tmp_path: Path, change: Change, lurah: str, kasi: str, told: bool
) -> None:
    found = examine(write(tmp_path / "b.xlsx", BAKU, change), Settings(tmp_path, ()))
    assert (money_of(found, "LURAH"), money_of(found, "SUBKOR")) == (lurah, kasi)
    assert ("P120" in {entry.kode for entry in found.temuan}) is told


def test_who_has_no_code_but_those_below_him_has_a_table_all_the_same(tmp_path: Path) -> None:
    found = examine(write(tmp_path / "b.xlsx", BAKU, put("Pejabat!H3", "PK Ess 3")), Settings(tmp_path, ()))
    assert "D10" not in {entry.kode for entry in found.temuan}
    assert (money_of(found, "KADIS"), money_of(found, "KABID")) == ("1.000.000", "-")
