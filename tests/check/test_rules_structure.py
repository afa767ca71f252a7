"""The rules about branches, stages, outcome and units: one case for each code, and what the official tables must give."""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path
from types import FrameType

import pytest
from openpyxl import Workbook, load_workbook

from helpers.cases import examined
from helpers.places import ROOT
from helpers.workbooks import BAKU, add_row, both, put, sheet_with, write
from pokin_docs.check.branches import branches_part
from pokin_docs.check.rules import RULES
from pokin_docs.flow.examine import Examination, Understood, examine
from pokin_docs.model.catalogue import hint, message
from pokin_docs.model.settings import Settings

Change = Callable[[Workbook], None]
EXAMPLE = ROOT / "inputs" / "diskominfo-balangan.xlsx"


def look(path: Path) -> Examination:
    return examine(path, Settings(Path("build"), ()))


def changed(folder: Path, *changes: Change) -> Examination:
    return look(write(folder / "buku.xlsx", BAKU, *changes))


def places(found: Examination, *codes: str) -> list[tuple[str, str]]:
    return [(entry.kode, str(entry.tempat)) for entry in found.temuan if entry.kode in codes]


def leaf(kinerja: str, indikator: str = "Jumlah lain", *sheets: str) -> Change:
    """One more operational condition at the end, in the sheets named."""
    lines = {
        "Tahap 3": f"| | {kinerja} | Kondisi Operasional |",
        "Tahap 4": f"| Tahap 3 | {kinerja} | {indikator} | Kinerja Operasional |",
        "Tahap 5": f"| Tahap 3 | {kinerja} | {indikator} | Kinerja Operasional | Sasaran Sub Kegiatan | PK JF/JP |"
        " 2.20.02.2.01.0018 | STAF | Dokumen | 5 | 6 | 7 | 8 | 9 | 10 | 11 | | |",
    }
    return both(*(add_row(title, lines[title]) for title in sheets or tuple(lines)))


KEGIATAN_LAGI = add_row(
    "Tahap 5",
    "| Tahap 3 | Terkelolanya arsip | Persentase arsip | Kinerja Taktikal Immediate | Sasaran Kegiatan |"
    " PK Sub Koordinator/JF | 2.20.02.2.01 | SUBKOR | % | 50 | 55 | 60 | 65 | 70 | 75 | 80 | | |",
)
KEGIATAN_DI_SEMUA = both(
    add_row("Tahap 3", "| | Terkelolanya arsip | Kondisi Antara |"),
    add_row("Tahap 4", "| Tahap 3 | Terkelolanya arsip | Persentase arsip | Kinerja Taktikal Immediate |"),
    KEGIATAN_LAGI,
)
KEGIATAN_DALAM_ANGGARAN = add_row(
    "Program", "| 2.20.02.2.02 | Metadata | 1000000 | 1100000 | 1200000 | 1300000 | 1400000 | APBD |"
)
"""A kegiatan of the program that no row of the tree has."""
SEKRETARIS = add_row(
    "Pejabat", "| SEK | Contoh Lima | | '199004042015012905 | III/a | Penata Muda | Sekretaris | PK Ess 3 | KADIS | |"
)
NOMOR = both(
    KEGIATAN_DI_SEMUA, put("Tahap 5!B5", "1. Terpenuhinya standar data"), put("Tahap 5!B7", "2. Terkelolanya arsip")
)
"""Two kegiatan with numbers; below the second stands nothing."""
LINTAS: list[str | None] = ["Kinerja", "PD Pengampu", "PD Pendukung", "Peran"]

# code, place of the finding, change
RENSTRA = [
    "Sasaran", "NSPK", "Sasaran RPJMD", "Permasalahan", "Faktor Internal", "Faktor Eksternal", "Potensi Daerah", "Isu KLHS",
    "Isu Global", "Isu Nasional", "Isu Regional", "Isu Strategis", "Strategi", "Arah Kebijakan RPJMD", "Arah Kebijakan",
    "Penahapan",
]  # fmt: skip

KASUS: list[tuple[str, str, Change]] = [
    ("S05", "Tahap 5!B7", KEGIATAN_LAGI),
    ("S06", "Tahap 5!B4", both(leaf("Terkelolanya arsip"), KEGIATAN_DALAM_ANGGARAN)),
    ("S15", "Tahap 5!B2", KEGIATAN_DI_SEMUA),  # and the budget gives B5 one
    ("S16", "Tahap 5!B6", both(NOMOR, put("Tahap 5!B6", "2.1 Tersusunnya metadata"))),
    ("S08", "Tahap 5!A4", put("Tahap 5!A4", "Tahap 1")),
    ("S09", "Tahap 5!E3", put("Tahap 5!E3", "Sasaran Kedua SKPD")),
    ("S11", "Tahap 5!B6", put("Tahap 5!B6", "Tersedianya standar data")),
    ("S12", "Pejabat!K7", both(put("Pejabat!K1", "Bidang"), SEKRETARIS, put("Pejabat!K7", "Sekretariat"))),
    ("S14", "Tahap 5!B5", both(*(leaf(f"Terkelolanya arsip {huruf}") for huruf in "ABCDEFG"))),
    ("S37", "Lintas Perangkat Daerah!D2",
     sheet_with("Lintas Perangkat Daerah", LINTAS, ["Tersusunnya metadata", "Dinas A", "Dinas B", None])),
    ("S47", "Tahap 5!A7", both(
        sheet_with("Lintas Perangkat Daerah", [*LINTAS[:3], "Peran"], ["Terhubungnya kantor", "Dinas A", "Dinas B", "Menara"]),
        add_row("Tahap 4", "| CROSS CUTTING | Terhubungnya kantor | Jumlah kantor | Kinerja Operasional |"),
        add_row("Tahap 5", "| | Terhubungnya kantor | Jumlah kantor | Kinerja Operasional |"))),
    ("X05", "Tahap 5!C6", put("Tahap 4!C6", "Jumlah metadata yang tersusun")),
    ("X06", "Tahap 5!B7", both(
        *(leaf(f"Terkelolanya {hal}", f"Jumlah {hal}", "Tahap 3", "Tahap 4") for hal in ("arsip", "berita")),
        *(leaf(f"Terkelolanya {hal}", f"Jumlah {hal}", "Tahap 5") for hal in ("berita", "arsip")))),
    ("X07", "Tahap 1!A2", sheet_with("Tahap 1", ["Outcome", "Mandat"], ["Terwujudnya data yang bermutu", "Urusan data"])),
    ("X08", "Tahap 2!B2", put("Tahap 2!B2", "Perlu akses data")),
    ("X09", "Tahap 2!B2", put("Tahap 2!B2", "Rendahnya minat baca")),
    ("X30", "Tahap 3!C3", put("Tahap 3!C3", None)),
    ("X31", "Tahap 3!C3", put("Tahap 3!C3", "Kondisi Operasional")),
    ("X32", "Tahap 4!B6", lambda book: book["Tahap 3"].delete_rows(4)),
    ("X33", "Tahap 2!C2", put("Tahap 2!B2", "Rendahnya data")),
    ("S46", "Tahap 5!E4", put("Tahap 5!E4", "Sasaran Kegiatan")),
    ("X35", "Tahap 2!C2", put("Tahap 2!C2", None)),
    ("X36", "Tahap 2!A3", add_row("Tahap 2", "| 1 | Rendahnya akses data | Meningkatnya  Akses data |")),
    ("X37", "Tahap 3!B5", add_row("Tahap 3", "|  | Tersusunnya metadata | Kondisi Operasional |")),
    ("B45", "Tahap 5!F9", both(*(leaf(f"Terkelolanya arsip {huruf}") for huruf in "ABCD"), put("Tahap 5!F9", None))),
    ("L03", "Lintas Perangkat Daerah!A2",
     sheet_with("Lintas Perangkat Daerah", LINTAS, [None, "Dinas A", "Dinas B", "Membina"])),
    ("L04", "Lintas Perangkat Daerah!C2",
     sheet_with("Lintas Perangkat Daerah", LINTAS, ["Tersusunnya metadata", "Dinas A", "Dinas A", "Membina"])),
    ("K14", "Renstra!A3",
     sheet_with("Renstra", RENSTRA, ["Meningkatnya akses data", *["isi"] * 15], [None, *["isi"] * 15])),
    ("P51", "Program!A2", put("Program!A2", "2.20.03")),
    ("P52", "Program!B5", add_row("Program", "| 2.20.02.2.01.0019 | Pemenuhan Prinsip SDI | 0 | 0 | 0 | 0 | 0 | APBD |")),
    ("P53", "Pejabat!A5", put("Pejabat!A5", "SUBKORR")),
    ("P54", "Pejabat!G5", put("Pejabat!G5", "Kepala Bidang Data")),
    ("P55", "Pejabat!K6", both(put("Pejabat!K1", "Bidang"), *(
        put(f"Pejabat!K{baris}", "Statistik dan Data") for baris in (4, 5)), put("Pejabat!K6", "Statistk dan Data"))),
    ("N09", "Pejabat!B6", both(put("Pejabat!B6", "Contoh Tiga"), put("Pejabat!D6", "198003032005011903"))),
    ("N10", "Pejabat!B4", put("Pejabat!B4", "Contoh Dua, S.E.")),
    ("N07", "Pejabat!D2", put("Pejabat!D2", "197001011995011909")),
    ("K08", "Identitas!B8", put("Identitas!B8", None)),
]  # fmt: skip


@pytest.mark.parametrize(("kode", "tempat", "change"), KASUS, ids=[kasus[0] for kasus in KASUS])
def test_one_change_gives_its_finding_at_its_cell(kode: str, tempat: str, change: Change) -> None:
    found = examined(change)
    assert places(found, kode)[:1] == [(kode, tempat)], places(found, *{entry.kode for entry in found.temuan})
    for entry in found.temuan:
        assert "{" not in message(entry) + hint(entry)
        assert "None" not in message(entry) + hint(entry)


SENDIRI = [
    kasus
    for kasus in KASUS
    if kasus[0] not in {"B45", "X36", "S05", "S06", "S11", "S14", "S15", "S16", "X06", "X08", "X09"}
]


@pytest.mark.parametrize(("kode", "tempat", "change"), SENDIRI, ids=[kasus[0] for kasus in SENDIRI])
def test_one_fault_is_one_finding(tmp_path: Path, kode: str, tempat: str, change: Change) -> None:
    # A fourth code is one for which the official list is worth having (K18).
    assert [entry.kode for entry in examined(change).temuan if entry.kode != "K18"] == [kode]


def test_official_sentences_below_a_kinerja_are_never_too_many(tmp_path: Path) -> None:
    official = (
        "Peralatan dan Perlengkapan Kantor", "Peralatan Rumah Tangga", "Bahan Logistik Kantor", "Bahan/Material",
        "Barang Cetakan dan Penggandaan", "Gaji dan Tunjangan ASN", "Administrasi Pelaksanaan Tugas ASN",
    )  # fmt: skip
    first = both(*(put(f"{place}6", "Tersedianya Bahan Bacaan dan Peraturan Perundang-undangan")
                   for place in ("Tahap 4!B", "Tahap 5!B")))  # fmt: skip
    more = [leaf(f"Tersedianya {text}") for text in official[:-1]]
    assert places(changed(tmp_path, first, *more, leaf(f"Tersedianya {official[-1]}")), "S14") == []
    assert places(changed(tmp_path, first, *more, leaf("Terkelolanya arsip")), "S14") == [("S14", "Tahap 5!B5")]


def told_as_one(found: Examination) -> list[tuple[str, str]]:
    return [(entry.kode, dict(entry.details)["sel"]) for entry in found.temuan if entry.kode in ("S06", "S15")]


def test_one_child_is_told_as_far_as_the_budget_is_known(tmp_path: Path) -> None:
    bare = both(*(put(f"Tahap 5!G{row}", None) for row in range(2, 8)))
    assert told_as_one(changed(tmp_path, KEGIATAN_DI_SEMUA)) == [("S15", "B2:B3, B5")]
    unknown = [("S15", "B2:B3")]
    assert told_as_one(changed(tmp_path, KEGIATAN_DI_SEMUA, bare)) == unknown, "nothing is known of the kegiatan"
    assert told_as_one(changed(tmp_path, leaf("Terkelolanya arsip"), bare)) == [("S15", "B2:B4")]


def test_how_tujuan_and_sasaran_part_no_column_of_codes_tells(tmp_path: Path) -> None:
    found = changed(
        tmp_path, KEGIATAN_DI_SEMUA, put("Tahap 5!G1", None), *(put(f"Tahap 5!G{n}", None) for n in range(2, 8))
    )
    assert ("B14", "Kode") in {(entry.kode, dict(entry.details).get("kolom")) for entry in found.temuan}
    assert told_as_one(found) == [("S15", "B2:B3")]


def test_a_program_of_one_kegiatan_is_a_fault_where_nobody_has_the_other_of_the_budget(tmp_path: Path) -> None:
    more = both(leaf("Terkelolanya arsip"), KEGIATAN_DALAM_ANGGARAN)
    assert ("S06", "B4") in told_as_one(changed(tmp_path, more))
    other = both(
        add_row(
            "Tahap 5",
            "| Tahap 3 | Meningkatnya mutu arsip | Indeks arsip | Kinerja Taktikal Intermediate | Sasaran Program |"
            " PK Ess 3 | 2.20.02 | KABID | Indeks | 50 | 55 | 60 | 65 | 70 | 75 | 80 | | |",
        ),
        add_row(
            "Tahap 5",
            "| Tahap 3 | Tertibnya arsip | Persentase arsip tertib | Kinerja Taktikal Immediate | Sasaran Kegiatan |"
            " PK Sub Koordinator/JF | 2.20.02.2.02 | SUBKOR | % | 50 | 55 | 60 | 65 | 70 | 75 | 80 | | |",
        ),
    )
    found = changed(tmp_path, more, other)
    assert isinstance(found, Understood)
    told = {(entry.kode, entry.tempat.address) for entry in branches_part(found.buku, found.plan)}
    assert {("S15", "B4"), ("S15", "B8")} <= told, "each of the two who share the program has one of its kegiatan"


def test_that_all_agencies_have_one_program_for_the_office_is_not_said(tmp_path: Path) -> None:
    change = both(KEGIATAN_DI_SEMUA, put("Tahap 5!G5", None))
    office = put("Tahap 5!B3", "Meningkatnya akuntabilitas kinerja perangkat daerah")
    assert told_as_one(changed(tmp_path, change)) == [("S15", "B2:B3")]
    assert told_as_one(changed(tmp_path, change, office)) == []


@pytest.mark.parametrize(("more", "told"), [(0, ["S15"]), (1, ["S15"]), (2, [])])
def test_a_few_that_have_one_below_them_are_how_money_is_given(tmp_path: Path, more: int, told: list[str]) -> None:
    """Two of B2 to B5 hand their kinerja down undivided; each kegiatan more has two below it."""
    kegiatan = (
        "| Tahap 3 | Tertibnya {} | Persentase {} | Kinerja Taktikal Immediate | Sasaran Kegiatan |"
        " PK Sub Koordinator/JF | | | % | 50 | 55 | 60 | 65 | 70 | 75 | 80 | | |"
    )
    parted = [
        change
        for thing in ("gudang", "taman")[:more]
        for change in (
            add_row("Tahap 5", kegiatan.format(thing, thing)),
            leaf(f"Tertatanya {thing}"),
            leaf(f"Terkelolanya {thing}"),
        )
    ]
    found = changed(tmp_path, KEGIATAN_DI_SEMUA, put("Tahap 5!G5", None), *parted)
    assert isinstance(found, Understood)
    assert sorted({entry.kode for entry in branches_part(found.buku, found.plan)}) == told


@pytest.mark.parametrize(
    ("above", "below", "told"),
    [
        ("Menurunnya sengketa tanah garapan", "Terselesaikannya sengketa tanah garapan", False),
        ("Terkendalinya harga barang kebutuhan pokok", "Terpantaunya harga barang kebutuhan pokok", False),
        ("Meningkatnya sengketa tanah garapan", "Menurunnya sengketa tanah garapan", True),
        ("Meningkatnya pengelolaan sengketa tanah", "Terkelolanya pengelolaan sengketa tanah", True),
        ("Meningkatnya penyelesaian sengketa tanah", "Terselesaikannya penyelesaian sengketa tanah", True),
    ],
)
def test_what_is_done_to_a_problem_is_not_the_state_once_more(
    tmp_path: Path, above: str, below: str, told: bool
) -> None:
    found = changed(tmp_path, put("Tahap 5!B4", above), put("Tahap 5!B5", below))
    assert (places(found, "S11") == [("S11", "Tahap 5!B5")]) is told


def sasaran(count: int) -> Change:
    """So many further sasaran below the only tujuan."""
    fourth = "| Tahap 2 | Meningkatnya {0} | Indeks {0} | Kinerja Strategis SKPD |"
    fifth = fourth + " Sasaran SKPD | PK JPT | | KADIS | Indeks | 1 |"
    lines = {"Tahap 4": fourth, "Tahap 5": fifth}
    return both(
        *(add_row(sheet, line.format(f"hal {huruf}")) for sheet, line in lines.items() for huruf in "abcdefgh"[:count])
    )


def parent_and_child(parent: str, child: str) -> Change:
    return both(put("Tahap 5!B5", f"Meningkatnya {parent}"), put("Tahap 5!B6", f"Tersedianya {child}"))


def csf_and_condition(csf: str, kondisi: str) -> Change:
    """The condition in the same words in every stage."""
    cells = ("Tahap 2!C2", "Tahap 3!A2", "Tahap 4!B3", "Tahap 5!B3")
    return both(put("Tahap 2!B2", f"Rendahnya {csf}"), *(put(cell, f"Meningkatnya {kondisi}") for cell in cells))


def partners(first: str, second: str, kinerja: str = "Tersusunnya metadata") -> Change:
    return sheet_with("Lintas Perangkat Daerah", LINTAS, [kinerja, first, second, "Membina"])


@pytest.mark.parametrize(
    ("kode", "change", "told"),
    [
        ("S14", both(*(leaf(f"Terkelolanya arsip {huruf}") for huruf in "ABCDEF")), False),  # seven, with the one there
        ("S14", both(*(leaf(f"Terkelolanya arsip {huruf}") for huruf in "ABCDEFG")), True),
        ("S14", sasaran(4), False), ("S14", sasaran(5), True),
        ("B45", both(*(leaf(f"Terkelolanya arsip {huruf}") for huruf in "ABC"), put("Tahap 5!F9", None)), False),
        ("B45", both(*(leaf(f"Terkelolanya arsip {huruf}") for huruf in "ABCD"), put("Tahap 5!F9", None)), True),
        ("S11", parent_and_child("keamanan layanan data", "kenyamanan layanan data"), False),  # they only look alike
        ("S11", parent_and_child("data keamanan layanan", "data kenyamanan layanan"), False),  # of one beginning too
        ("S11", parent_and_child("layanan data daerah", "layanan data daerah lain"), True),
        ("X37", both(*[add_row("Tahap 3", "| | | Kondisi Operasional |")] * 2), False),  # two that are blank
        ("X05", both(*(put(f"{sheet}!D6", "Bidang data dan") for sheet in ("Tahap 4", "Tahap 5"))), False),  # no sentence
        ("X05", both(*(put(f"{sheet}!C6", "Jumlah data dan") for sheet in ("Tahap 4", "Tahap 5"))), True),
        ("X33", csf_and_condition("akses dan data", "akses data"), True),
        ("X33", csf_and_condition("akses dan data", "akses data serta akses dan data"), False),
        ("L04", partners("Dinas A", "Dinas B"), False), ("L04", partners("Dinas A", "DINAS  CONTOH"), False),  # we help
        ("L04", partners("Dinas A", "dinas  a"), True), ("L04", partners("Dinas A; Dinas C", "Dinas B\nDinas C"), True),
        ("L04", partners("Dinas Contoh", "Dinas Contoh Kabupaten Contoh"), True),
        ("L04", partners("Dinas Contoh", "Dinas Contoh Bawah"), False), ("L04", partners("", "Dinas Contoh"), False),
        ("L01", partners("Dinas A", "Dinas Contoh", "Terwujudnya desa mandiri"), False),  # a sentence of Dinas A
        ("L01", partners("Dinas A", "Dinas B; Dinas Contoh Kab. Contoh", "Terwujudnya desa mandiri"), False),
        ("L01", partners("Dinas A", "Dinas B", "Terwujudnya desa mandiri"), True),
        ("L01", partners("Dinas Contoh", "Dinas Contoh", "Terwujudnya desa mandiri"), True),
    ],
)  # fmt: skip
def test_the_limits_of_rules_are_the_last_that_is_let_stand(
    tmp_path: Path, kode: str, change: Change, told: bool
) -> None:
    assert (kode in [entry.kode for entry in changed(tmp_path, change).temuan]) is told


def test_a_number_that_no_other_carries_says_nothing_of_the_parent(tmp_path: Path) -> None:
    numbered = both(NOMOR, put("Tahap 5!B6", "1.1 Tersusunnya metadata"))
    assert places(changed(tmp_path, numbered), "S16") == []
    began_anew = both(NOMOR, put("Tahap 5!B6", "7.1 Tersusunnya metadata"))
    assert places(changed(tmp_path, began_anew), "S16") == []


# --- what the official tables must give (domain.md 3.5) --------------------------------------------------------------

SEED = {
    "S06": ["B28"],  # B28, B32, B38, B40: kegiatan that have more below them in the budget
    "S15": ["B7"],  # B7, B23, B27, B43, B46: programs of one kegiatan; B44, B47: kegiatan of one sub kegiatan
    "S08": ["A8"],  # one finding for the 30 rows that say "Tahap 4"
    "S09": ["E30", "E42"],  # Keempat before Ketiga
    "S11": ["B25", "B44", "B45"],  # seed lines 185, 205, 206
    "S37": ["D49"],
    "X03": [],  # said in the same breath as what is wrong at the cell: W03, W01, S01; Sektorale in Tahap 4
    "W03": ["B10", "B20"],
    "W01": ["B29", "B32"],
    "S01": ["D35"],
    "X05": ["B19", "C19", "B24", "C24", "C25"],
}
"""Tahap 5, by code."""


@pytest.fixture(scope="module")
def example() -> Examination:
    return look(EXAMPLE)


def test_the_official_table_of_tahap_5_gives_what_the_audit_found(example: Examination) -> None:
    found = defaultdict(list)
    for entry in example.temuan:
        if entry.tempat.lembar == "Tahap 5" and entry.kode in SEED:
            found[entry.kode].append(entry.tempat.address)
    assert found == {kode: cells for kode, cells in SEED.items() if cells}
    told = {entry.kode: dict(entry.details)["sel"] for entry in example.temuan if entry.kode in ("S06", "S15")}
    assert told == {"S06": "B28, B32, B38, B40", "S15": "B7, B23, B27, B43:B44, B46:B47"}


def test_nine_rows_differ_between_tahap_4_and_5_and_both_texts_are_shown(example: Examination) -> None:
    differ = [
        entry
        for entry in example.temuan
        if entry.tempat.lembar in ("Tahap 4", "Tahap 5")
        and (entry.kode in ("X03", "X05") or "; di sana tertulis «" in message(entry))
    ]
    assert {entry.tempat.baris for entry in differ} == {10, 19, 20, 24, 25, 29, 32, 35, 49}
    assert len({entry.tempat for entry in differ}) == len(differ) == 11
    cut = next(message(entry) for entry in differ if entry.tempat.address == "C25")
    assert "dan Desa»" in cut
    assert "Desa Blankspot yang Disediakan oleh Diskominfosan»" in cut
    typo = next(message(entry) for entry in differ if entry.tempat.address == "B10")
    assert "«Terlaksannanya Monitoring" in typo
    assert "«Terlaksananya Monitoring" in typo


def test_the_early_stages_give_what_the_audit_found(example: Examination) -> None:
    codes = ("X01", "X02", "X05", "X06", "X07", "X08", "X09", "X30", "X31", "X32", "X33")
    assert [pair for pair in places(example, *codes) if "Tahap 5" not in pair[1]] == [
        ("X33", "Tahap 2!C6"),  # e-Government added
        ("X09", "Tahap 2!B7"),  # data sektoral and infrastructure
        ("X33", "Tahap 2!B8"),  # "Keamanan dan Informasi"
        ("X30", "Tahap 3!C14"),
    ]
    verb = next(entry for entry in example.temuan if str(entry.tempat) == "Tahap 3!B18")  # Terlayannya, Terlayaninya
    assert verb.kode == "W03"
    assert "Kondisi dari Tahap 3 ini tidak ada di Tahap 4. Mungkin maksudnya «Terlayaninya" in message(verb)
    blank = next(entry for entry in example.temuan if entry.kode == "X30")
    assert "Tahap 4!D16 tertulis «Kinerja Operasional»" in message(blank)


def test_a_unit_without_kinerja_is_said_once(example: Examination) -> None:
    assert places(example, "S12", "P36") == [("S12", "Pejabat!N7")]


def test_the_outcome_over_the_csf_of_tahap_2_is_read_and_held_against_the_tujuan(tmp_path: Path) -> None:
    """Seed line 38: the header itself names the outcome, and otherwise than the tujuan does."""
    assert changed(tmp_path, put("Tahap 2!B1", "CSF Data Berkualitas")).temuan == ()
    found = changed(tmp_path, put("Tahap 2!B1", "CSF Data dan Informasi yang Berkualitas"))
    assert places(found, "X07", "B13") == [("X07", "Tahap 2!B1")]
    assert "«Data dan Informasi yang Berkualitas»" in message(found.temuan[0])


def test_the_three_wordings_of_the_official_outcome_are_told_apart(tmp_path: Path) -> None:
    """Seed lines 11, 38 and 164; the example workbook itself holds only the last of them."""
    book = load_workbook(EXAMPLE)
    book["Tahap 1"]["A5"] = "Terwujudnya Infrastruktur TIK yang Berkualitas"
    book["Tahap 2"]["B4"] = "CSF Infrastruktur Teknologi Informasi dan Komunikasi yang Berkualitas"
    book.save(tmp_path / "buku.xlsx")
    found = look(tmp_path / "buku.xlsx")
    assert places(found, "X07", "B13") == [("X07", "Tahap 1!A5"), ("X07", "Tahap 2!B4")]
    assert all("«Terwujudnya Infrastruktur Teknologi Informasi yang Berkualitas»" in message(entry)
               for entry in found.temuan if entry.kode == "X07")  # fmt: skip


# --- no cascades ----------------------------------------------------------------------------------------------------


def test_rows_in_another_order_are_one_finding(tmp_path: Path) -> None:
    things = ("arsip", "berita", "citra", "denah", "emblem")
    change = both(
        *(leaf(f"Terkelolanya {hal}", f"Jumlah {hal}", "Tahap 3", "Tahap 4") for hal in things),
        *(leaf(f"Terkelolanya {hal}", f"Jumlah {hal}", "Tahap 5") for hal in reversed(things)),
    )
    assert [kode for kode, _ in places(changed(tmp_path, change), "X02", "X03", "X04", "X05", "X06", "X32")] == ["X06"]


def test_a_row_of_unknown_level_says_nothing_about_its_branch(tmp_path: Path) -> None:
    found = changed(tmp_path, leaf("Terkelolanya arsip"), put("Tahap 5!E6", "Sasaran Apa"), put("Tahap 5!E7", "Lagi"))
    assert places(found, "S05", "S06") == []


def test_a_tree_that_parts_nowhere_has_only_been_begun(tmp_path: Path) -> None:
    assert places(changed(tmp_path), "S06") == []


def test_a_longer_wording_that_is_no_cut_is_a_difference(tmp_path: Path) -> None:
    found = changed(tmp_path, put("Tahap 4!C6", "Jumlah metadatastatistik"))
    assert places(found, "X03", "X05") == [("X03", "Tahap 4!C6")]


def test_a_text_that_ends_openly_in_every_stage_is_said_at_the_printed_one(tmp_path: Path) -> None:
    cut = "Jumlah metadata yang"
    found = changed(tmp_path, put("Tahap 4!C6", cut), put("Tahap 5!C6", cut))
    assert places(found, "X03", "X05") == [("X05", "Tahap 5!C6")]


def test_sasaran_may_be_numbered_anew_under_a_second_tujuan(tmp_path: Path) -> None:
    tujuan = (
        "| Tahap 1 | Terwujudnya layanan prima | Indeks | Kinerja Strategis SKPD | Tujuan SKPD | | | KADIS | Indeks |"
    )
    sasaran = (
        "| Tahap 2 | Meningkatnya layanan | Indeks | Kinerja Strategis SKPD | Sasaran Pertama SKPD | PK JPT | | KADIS |"
    )
    found = changed(tmp_path, add_row("Tahap 5", tujuan), add_row("Tahap 5", sasaran))
    assert places(found, "S09") == []


def calls_of_all_rules(folder: Path, rows: int) -> int:
    """How many functions all rules call for a workbook with so many rows, those written in C counted too."""
    change = both(*(leaf(f"Terkelolanya arsip nomor {nomor}", f"Jumlah arsip {nomor}") for nomor in range(rows)))
    found = changed(folder, change, put("Tahap 3!B200", "Terkelolanya hal yang lain"))
    assert isinstance(found, Understood)
    calls = 0

    def count(frame: FrameType, event: str, argument: object) -> None:
        nonlocal calls
        calls += event in ("call", "c_call")

    sys.setprofile(count)
    try:
        said = [entry for rule in RULES for entry in rule(found.buku, found.plan)]
    finally:
        sys.setprofile(None)
    assert said
    return calls


def test_the_work_of_all_rules_grows_with_the_rows_and_not_with_their_square(tmp_path: Path) -> None:
    half, whole = (calls_of_all_rules(tmp_path, rows) for rows in (250, 500))
    assert whole < 2.3 * half
