"""Codes, names and sentences held against the official list that lies beside the workbook."""

from __future__ import annotations

import csv
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook

from helpers.official_list import NAME, ROWS, TITLES, beside, found_in, real_list, write_list
from helpers.places import ROOT
from helpers.workbooks import add_row, both, drop, put
from pokin_docs.flow.examine import examine
from pokin_docs.model.catalogue import hint, message
from pokin_docs.model.findings import Temuan
from pokin_docs.model.settings import Settings

Change = Callable[[Workbook], object]

NAMES_OF_LEVELS = {"program": "program", "kegiatan": "kegiatan", "sub": "sub_kegiatan"}
WORDING_OF_INDICATORS = {"I02", "I03", "I04", "I05", "I06", "I07", "I08", "I10", "I11", "I32", "I36"}
SUB = "| {kode} | {nama} | 0 | 0 | 0 | 0 | 0 | APBD |"


def line(kode: str, nama: str) -> Change:
    """A change: one more line of Program that costs nothing."""
    return add_row("Program", SUB.format(kode=kode, nama=nama))


def rows_of(sheet: str, rows: list[list[Any]]) -> Change:
    """A change: more rows at the end."""

    def change(book: Workbook) -> None:
        for row in rows:
            book[sheet].append(row)

    return change


def told(found: tuple[Temuan, ...], *codes: str) -> list[tuple[str, str]]:
    return [(entry.kode, str(entry.tempat)) for entry in found if entry.kode in codes or entry.kode[:2] in codes]


def official(found: tuple[Temuan, ...]) -> list[tuple[str, str]]:
    """The findings that only the list can give."""
    return [pair for pair in told(found, "P8") if pair[0] >= "P80"] + told(found, "K18", "K19", "K20", "K21")


@pytest.mark.parametrize(
    ("indikator", "satuan", "codes"),
    [
        ("Persentase metadata", "Orang", []),  # as the list has it
        ("Persentase metadata lain", "Orang", ["I36"]),
        ("Jumlah metadata", "%", ["I36"]),  # a count has the thing it counts
    ],
)
def test_an_official_share_has_the_satuan_of_the_list(
    tmp_path: Path, indikator: str, satuan: str, codes: list[str]
) -> None:
    row = [*ROWS[0][:6], "Persentase metadata", "Orang", *ROWS[0][8:]]
    write_list(tmp_path / NAME, [row, *ROWS[1:]])
    found = found_in(tmp_path, put("Tahap 5!C6", indikator), put("Tahap 5!I6", satuan))
    assert [kode for kode, _ in told(found, "I36")] == codes


def test_a_workbook_that_agrees_with_the_list_has_no_finding(tmp_path: Path) -> None:
    assert beside()(tmp_path) == ()


@pytest.mark.parametrize(
    ("change", "kode", "place", "words"),
    [
        (put("Program!A4", "2.20.02.2.01.0019"), "P80", "Program!A4", "Nama itu berkode «2.20.02.2.01.0018»."),
        (line("2.20.02.2.01.0002", "Pengumpulan Data"), "P81", "Program!A5", "diganti «2.20.02.2.01.0022»"),
        (put("Program!B4", "Pemenuhan Prinsip Data"), "P82", "Program!B4", "«Data», resminya «SDI»"),
        (put("Tahap 5!B6", "Tersusunnya daftar metadata dinas"), "P84", "Tahap 5!B6", "«Tersusunnya metadata»"),
        (put("Tahap 5!C6", "Jumlah metadata dinas"), "P84", "Tahap 5!C6", "resmi kode 2.20.02.2.01.0018: «Jumlah metadata»"),
        (put("Tahap 5!I6", "Berkas"), "P84", "Tahap 5!I6", "Satuan «Berkas» berbeda"),
        (line("X.XX.01.2.06", "Administrasi Umum"), "P87", "Program!A5", "masih memuat X.XX"),
        (put("Identitas!A9", "Nomenklatur"), "K20", "Identitas!B9", "«Jalan Contoh Nomor 1» tidak dipakai"),
    ],
)  # fmt: skip
def test_what_differs_from_the_list_is_told_at_its_cell(
    tmp_path: Path, change: Change, kode: str, place: str, words: str
) -> None:
    (finding,) = [entry for entry in beside(change)(tmp_path) if (entry.kode, str(entry.tempat)) == (kode, place)]
    assert words in message(finding)
    assert "{" not in message(finding) + hint(finding)


@pytest.mark.parametrize(
    "change",
    [
        put("Program!B2", "PROGRAM  STATISTIK"),
        put("Program!B2", "Statistik"),
        put("Program!B4", "2.20.02.2.01.0018 - Pemenuhan Prinsip SDI"),
        put("Program!B4", "Sub Kegiatan Pemenuhan Prinsip SDI."),
        both(line("2.20.01", "Program Penunjang"), line("2.20.01.2.06", "Administrasi Umum")),
        put("Tahap 5!C6", "jumlah  metadata (SDI)"),
    ],
)
def test_what_differs_in_writing_alone_and_the_program_of_all_are_official(tmp_path: Path, change: Change) -> None:
    assert official(beside(change)(tmp_path)) == []


@pytest.mark.parametrize(
    ("cell", "kode", "words"),
    [
        ("Tahap 5!C6", "I01", "Indikator Kinerja resmi kode 2.20.02.2.01.0018: «Jumlah metadata»."),
        ("Tahap 5!I6", "I12", "Satuan resmi kode 2.20.02.2.01.0018: «Dokumen»."),
        ("Tahap 5!G6", "P01", "Menurut daftar nomenklatur kodenya «2.20.02.2.01.0018» (Pemenuhan Prinsip SDI)."),
        ("Program!A4", "P47", "Menurut daftar nomenklatur kodenya «2.20.02.2.01.0018» (Pemenuhan Prinsip SDI)."),
    ],
)
def test_a_blank_cell_is_one_finding_that_says_what_is_official(
    tmp_path: Path, cell: str, kode: str, words: str
) -> None:
    (finding,) = [entry for entry in beside(put(cell, None))(tmp_path) if str(entry.tempat) == cell]
    assert finding.kode == kode
    assert message(finding).endswith(words)


def test_a_code_of_another_field_is_told_by_the_code_of_the_agency(tmp_path: Path) -> None:
    other = both(
        *(line(kode, nama) for kode, nama in (("2.21.02", "Persandian"), ("2.21.02.2.01", "Pengamanan Pesan")))
    )
    for code, places in (("2.20.0.00.0.00.01.0000", ["Program!A5"]), ("2.20.2.21.0.00.01.0000", [])):
        own = both(other, add_row("Identitas", f"| Kode SKPD | {code} |"))
        assert [place for _, place in told(beside(own)(tmp_path), "P86")] == places


def test_a_lone_program_of_a_field_that_the_agency_is_not_named_after_is_asked_about(tmp_path: Path) -> None:
    rows = [("KABKOT", ROWS[0][1], f"2.20.0{n} Program Data {n}", *[None] * 11) for n in (3, 4)]
    write_list(tmp_path / NAME, (*ROWS, *rows))
    lines = (
        line("2.20.03", "Program Data 3"),
        line("2.20.04", "Program Data 4"),
        line("2.21.02", "Program Persandian"),
    )
    assert told(found_in(tmp_path, *lines), "P88") == [("P88", "Program!A7")]
    named = put("Identitas!B2", "Dinas Statistik dan Persandian")
    assert told(found_in(tmp_path, *lines, named), "P88") == []
    assert told(found_in(tmp_path, *lines[1:]), "P88") == []


def test_an_old_code_is_only_told_of_while_the_list_is_of_a_later_year(tmp_path: Path) -> None:
    old = line("2.20.02.2.01.0002", "Pengumpulan Data")
    write_list(tmp_path / NAME.replace("2026", "2027"))
    assert told(found_in(tmp_path, old), "P8") == [("P89", "Program!A5")]


def test_a_list_that_knows_none_of_the_codes_is_one_finding(tmp_path: Path) -> None:
    write_list(tmp_path / NAME, ROWS[3:4])
    assert official(found_in(tmp_path)) == [("K21", "Identitas")]


def test_a_list_of_one_field_says_nothing_of_others_but_of_a_field_that_is_none(tmp_path: Path) -> None:
    write_list(tmp_path / NAME, ROWS[:2])
    other = (
        line("2.21.02", "Program Persandian"),
        line("2.20.01", "Program Penunjang"),
        line("2.61.02", "Program Lain"),
    )
    assert told(found_in(tmp_path, *other), "P80") == [("P80", "Program!A7")]
    write_list(tmp_path / NAME)
    assert told(found_in(tmp_path, *other, line("2.20.09", "Program Baru")), "P80") == [
        ("P80", "Program!A7"),
        ("P80", "Program!A8"),
    ]


def test_of_several_lists_the_newest_counts_and_is_named(tmp_path: Path) -> None:
    for year in (2025, 2026):
        write_list(tmp_path / NAME.replace("2026", str(year)), ROWS[: year - 2021])
    (finding,) = [entry for entry in found_in(tmp_path) if entry.kode == "K19"]
    assert f"yang dipakai «{NAME}»" in message(finding)
    older = add_row("Identitas", "| Nomenklatur | '2025 |")
    assert official(found_in(tmp_path, older)) == []


def test_two_copies_of_one_list_are_one(tmp_path: Path) -> None:
    for name in (NAME, "salinan.csv"):
        write_list(tmp_path / name)
    assert found_in(tmp_path) == ()


def test_the_list_may_lie_elsewhere_when_identitas_names_the_way(tmp_path: Path) -> None:
    (tmp_path / "daftar").mkdir()
    write_list(tmp_path / "daftar" / NAME, ROWS[:1])
    named = add_row("Identitas", f"| Nomenklatur | daftar/{NAME} |")
    assert told(found_in(tmp_path, named, put("Program!B4", "Lain")), "P82", "K20") == [("P82", "Program!B4")]


def test_a_list_that_cannot_be_read_stops_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from pokin_docs.extract import guard
    from pokin_docs.model.findings import MachineTrouble

    def locked(path: Path) -> tuple[Temuan, ...]:
        raise MachineTrouble("«daftar» tidak dapat dibaca (Permission denied).", "")

    write_list(tmp_path / NAME)
    refuse = guard.refuse
    monkeypatch.setattr(guard, "refuse", lambda path: locked(path) if path.name == NAME else refuse(path))
    (finding,) = [entry for entry in found_in(tmp_path) if entry.kode == "K20"]
    assert "«daftar» tidak dapat dibaca (Permission denied)." in message(finding)


def test_official_wording_is_not_judged_at_its_own_level(tmp_path: Path) -> None:
    """«Meningkatnya …» is no output, and the official list says so of many sub kegiatan."""
    rows = [[*ROWS[0]]]
    rows[0][5], rows[0][6] = "Meningkatnya mutu metadata", "Persentase metadata bersih"
    said = both(*(put(f"{sheet}!B6", rows[0][5]) for sheet in ("Tahap 3", "Tahap 4", "Tahap 5")), put("Tahap 3!B4", rows[0][5]),
                put("Tahap 4!C6", rows[0][6]), put("Tahap 5!C6", rows[0][6]))  # fmt: skip
    assert {"W02", "I03"} <= {entry.kode for entry in found_in(tmp_path, said)}
    write_list(tmp_path / NAME, rows)
    assert not {"W02", "I03"} & {entry.kode for entry in found_in(tmp_path, said)}


@pytest.mark.parametrize(("column", "text"), [("B", "Tersusunnya metadata"), ("C", "Jumlah metadata")])
def test_an_official_sentence_is_told_above_its_level_alone(tmp_path: Path, column: str, text: str) -> None:
    for row, places in ((6, []), (5, [f"Tahap 5!{column}5"]), (4, [f"Tahap 5!{column}4"])):
        found = beside(*(put(f"Tahap {stage}!{column}{row}", text) for stage in (4, 5)))(tmp_path)
        assert [place for _, place in told(found, "W10")] == places
        assert told(found, "I02", "W02") == []  # the same cause


LONG = "Terlaksananya Pembinaan dan Pengawasan Metadata Statistik Sektoral Perangkat Daerah"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Terlaksananya Pembinaan dan Pengawasan Metadata Statistik Sektoral Perangkat", "terpotong"),
        ("Terlaksananya Pembinaan dan Pengawasan Metadata Stat", "terpotong"),  # amid a word
        ("Terlaksananya Pembinaan dan", None),  # too little to tell what it was
        ("Terlaksananya Pembinaan dan Pengawasan", None),
        ("Terlaksananya Pembinaan dan Pengawasan Metadata", None),  # a sentence of its own
        ("Terlaksananya Pembinaan dan Pengawsan Metadata Statistik Sektoral Perangkat Daerah", "salah tulis"),
        ("Terlaksananya Pembinaan Pengawasan Metadata Statistik Sektoral Perangkat Daerah", "salah tulis"),
        ("Terlaksananya Pembinaan dan Pengawasan Meta data Statistik Sektoral Perangkat Daerah", "salah tulis"),
        ("Terlaksananya Pembinaan dan dan Pengawasan Metadata Statistik Sektoral Perangkat Daerah", "salah tulis"),
        ("Terlaksananya Penataan dan Pengawasan Metadata Statistik Sektoral Perangkat Daerah", None),  # another word
        ("terlaksananya pembinaan dan pengawasan metadata statistik sektoral perangkat daerah", None),
    ],
)
def test_an_official_sentence_with_slips_or_a_lost_end_is_told_with_the_whole(
    tmp_path: Path, text: str, said: str | None
) -> None:
    rows = [[*row] for row in ROWS]
    rows[1][5] = LONG
    write_list(tmp_path / NAME, rows)
    found = found_in(tmp_path, *(put(place, text) for place in ("Tahap 3!B4", "Tahap 4!B6", "Tahap 5!B6")))
    whole = [entry for entry in found if entry.kode == "W11"]
    assert [str(entry.tempat) for entry in whole] == (["Tahap 5!B6"] if said else [])
    if said:
        assert said in message(whole[0])
        assert hint(whole[0]) == f"Tulis «{LONG}» (kode 2.20.02.2.01.0022)."
        assert [entry.kode for entry in found if str(entry.tempat) == "Tahap 5!B6"] == ["W11"]


def without_codes(book: Workbook) -> None:
    del book["Program"]
    for number in range(2, book["Tahap 5"].max_row + 1):
        book["Tahap 5"].cell(number, 7).value = None


@pytest.mark.parametrize(
    ("row", "codes", "told"),
    [
        (1, True, True),  # of the field of the office
        (3, True, False),  # of another one: what is done there to other things
        (3, False, True),  # nothing tells which the office has
        (4, True, True),  # of those that all offices have
    ],
)
def test_words_are_lost_from_sentences_of_the_fields_of_the_office_alone(
    tmp_path: Path, row: int, codes: bool, told: bool
) -> None:
    rows = [[*one] for one in ROWS]
    rows[row][5] = "Terlaksananya Pembinaan dan Pengawasan Penyelenggaraan Layanan Kepada Perangkat Daerah"
    write_list(tmp_path / NAME, rows)
    text = "Terlaksananya Pembinaan dan Pengawasan Layanan Kepada Perangkat Daerah"
    found = found_in(
        tmp_path,
        *(() if codes else (without_codes,)),
        *(put(place, text) for place in ("Tahap 3!B4", "Tahap 4!B6", "Tahap 5!B6")),
    )
    assert [entry.kode for entry in found if entry.kode in ("W11", "W13")] == ["W13"] * told


def test_no_official_sentence_of_a_real_field_is_judged(tmp_path: Path) -> None:
    """Nor is its satuan, nor its name: there is nothing a planner could do about them."""
    listed = real_list("nomenklatur_kabkota_2027.csv")
    with listed.open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["kode_kegiatan"].startswith(("1.02.02", "2.16.02"))][:120]
    assert len({row["kode_kegiatan"] for row in rows}) > 2
    above = ["Tahap 3", "", "", "", "Sasaran Kegiatan", "PK Sub Koordinator/JF"]
    lines: list[list[Any]] = []
    program: dict[str, str] = {}
    for row in rows:
        if row["kode_kegiatan"] not in program:
            lines.append(
                [*above[:1], f"Meningkatnya {row['kegiatan']}", "Indeks Layanan", *above[3:], row["kode_kegiatan"]]
            )
        program |= {row[f"kode_{key}"]: row[name] for key, name in NAMES_OF_LEVELS.items()}
        lines.append(["Tahap 3", row["kinerja"], row["indikator"], "", "Sasaran Sub Kegiatan", "PK JF/JP", row["kode_sub"],
                      None, row["satuan"]])  # fmt: skip
    sheets = both(
        *(rows_of("Tahap 5", lines), rows_of("Program", [[*pair, 0, 0, 0, 0, 0] for pair in program.items()]))
    )
    official_rows = range(7, 7 + len(lines))

    def judged() -> list[Temuan]:
        found = found_in(tmp_path, sheets)
        subs = [entry for entry in found if entry.tempat.lembar == "Tahap 5" and entry.tempat.baris in official_rows]
        kegiatan = {number for number, line in zip(official_rows, lines, strict=True) if line[4] == "Sasaran Kegiatan"}
        wording = [entry for entry in subs if entry.kode[0] == "W" or entry.kode in WORDING_OF_INDICATORS]
        official = [entry for entry in found if entry.kode in ("P80", "P82", "P84") and (entry.tempat.baris or 0) > 6]
        return [entry for entry in wording if entry.tempat.baris not in kegiatan] + official

    assert not judged()  # known by marks, the list or not
    (tmp_path / listed.name).write_bytes(listed.read_bytes())
    assert judged() == []


def test_without_the_list_it_is_told_how_to_get_it_where_there_is_more_than_one_chain_of_codes(tmp_path: Path) -> None:
    second = line("2.20.02.2.01.0020", "Sub kegiatan kedua")
    assert told(found_in(tmp_path, second), "K18") == [("K18", "Identitas")]
    assert told(found_in(tmp_path), "K18") == []
    place = add_row("Identitas", "| Nomenklatur | \\ |")
    assert told(found_in(tmp_path, second, place), "K18") == [("K18", "Identitas!B10")]


def test_the_example_has_one_advice_more_without_the_list() -> None:
    found = examine(ROOT / "inputs" / "diskominfo-balangan.xlsx", Settings(Path("build"), ())).temuan
    assert [pair[0] for pair in official(found)] == ["K18"]


def test_without_the_sheet_program_the_codes_of_the_tree_are_held_against_the_list(tmp_path: Path) -> None:
    wrong = both(drop("Program"), put("Tahap 5!G6", "2.20.02.2.01.0099"))
    assert told(beside(wrong)(tmp_path), "P80") == [("P80", "Tahap 5!G6")]


def test_titles_of_the_form_are_those_of_sipd() -> None:
    assert len(TITLES) == 14
