"""Findings of one cause, told once; what is told first; keys that stay the same from run to run."""

from __future__ import annotations

import string

from pokin_docs.model.catalogue import CATALOGUE, also_said, hint, message
from pokin_docs.model.catalogue_plurals import PLURALS
from pokin_docs.model.causes import cause_keys, causes, in_order
from pokin_docs.model.findings import Temuan, temuan
from pokin_docs.model.source import CellRef
from pokin_docs.report.terminal import brief_lines, lines


def at(kode: str, row: int | None, column: int | None = 8, /, *, sheet: str = "Tahap 5", **details: object) -> Temuan:
    return temuan(kode, CellRef(sheet, row, column if row else None), **details)


def owner(row: int, id_: str, usul: str = "") -> Temuan:
    return at("P32", row, id=id_, usul=usul, lain="")


def test_a_finding_alone_says_what_the_catalogue_says() -> None:
    single = owner(7, "KABIT", " Mungkin maksudnya «KABID»?")
    (cause,) = causes([single])
    assert (cause.message, cause.saran, cause.items) == (message(single), hint(single), ())


def test_the_same_message_in_many_cells_of_a_sheet_is_one_cause() -> None:
    (one, other) = causes([at("I12", 5), at("I12", 6), at("I12", 5, sheet="Lain"), at("I12", 9)])
    assert one.message == "Satuan belum diisi pada 3 baris."
    assert [place.baris for place in one.places] == [5, 6, 9]
    assert (other.lembar, other.message) == ("Lain", "Satuan belum diisi.")


def test_blank_cells_of_several_columns_are_one_cause() -> None:
    cells = [CellRef("Program", row, column) for row in range(5, 26) for column in range(3, 7)]
    (cause,) = causes([temuan("P43", cell, tahun=cell.kolom, code=cell.baris) for cell in cells])
    assert (cause.message, cause.items) == ("4 kolom pagu kosong pada 21 baris.", ())


def test_a_message_without_plural_gets_the_number_of_rows() -> None:
    assert "S35" not in PLURALS
    details = {"teks": "PK X", "komponen": "Sasaran", "seharusnya": "PK JPT", "pemilik": ""}
    (cause,) = causes([at("S35", 5, **details), at("S35", 7, **details)])
    assert cause.message == "Jenis PK «PK X» tidak biasa untuk Sasaran; indikator dicetak di PK itu (2 baris)."


def test_another_cause_is_another_group() -> None:
    found = [at("I13", 5, tahun=2026), at("I13", 6, tahun=2027), at("I13", 7, tahun=2026)]
    assert [(cause.message, len(cause.temuan)) for cause in causes(found)] == [
        ("Target 2026 belum diisi pada 2 baris.", 2),
        ("Target 2027 belum diisi.", 1),
    ]


def test_what_differs_from_place_to_place_is_said_of_each() -> None:
    (cause,) = causes([owner(7, "Ani", " Mungkin maksudnya «ANI-1»?"), owner(8, "Budi"), owner(9, "Budi")])
    assert cause.message == "3 pemilik tidak ada di lembar Pejabat."
    assert [(item.label, item.said) for item in cause.items] == [
        ("H7", "«Ani». Mungkin maksudnya «ANI-1»?"),
        ("H8:H9", "«Budi»"),
    ]


def test_what_is_said_of_the_same_place_stands_on_one_line() -> None:
    missing = [at("B14", 4, None, kolom=kolom, lembar="Tahap 5", usul="") for kolom in ("Satuan", "Kode", "Pemilik")]
    (cause,) = causes(missing)
    assert [(item.label, item.said) for item in cause.items] == [("baris 4", "«Satuan», «Kode», «Pemilik»")]


def test_remedies_that_differ_are_not_hidden() -> None:
    """Where the hint names what differs and there is none for all, each place has its own."""
    assert not PLURALS["I05"].saran
    details = {"teks": "x", "kata": "a", "lain": "b"}
    (one,) = causes([at("I05", 5, **details), at("I05", 6, **details)])
    assert (one.saran, [item.said for item in one.items]) == (hint(one.temuan[0]), ["«a» dan «b»: «x»"])
    details = {"kata": "a", "sebab": "salah", "teks": "x", "sama": ""}
    wrong = [at("W05", row, seharusnya=right, **details) for row, right in ((5, "B"), (6, "C"))]
    (cause,) = causes(wrong)
    assert all(f"tulis «{right}»" in item.said for item, right in zip(cause.items, "BC", strict=True))
    words = [
        at("P03", row, kode=kode, jenis="program", komponen="Sasaran", contoh=kode)
        for row, kode in ((5, "1"), (6, "2"))
    ]
    assert len(causes(words)) == 2, "the hint names the example: two remedies are two causes"


def test_what_is_said_in_the_same_breath_is_said_of_its_place() -> None:
    rows = [at("B29", 5, kunci="Tahun", juga="Isian «Tahn» tidak dikenal."), at("B29", 6, kunci="Nama PD")]
    (cause,) = causes(rows)
    assert [item.said for item in cause.items] == ["«Tahun». Isian «Tahn» tidak dikenal", "«Nama PD»"]


def test_what_follows_elsewhere_is_a_line_of_its_own_with_its_code_place_and_remedy() -> None:
    other = at("P43", 9, 2, sheet="Program", tahun=2026, kode="1.01")
    said = also_said(other, elsewhere=True)
    assert said == f"Juga P43 (Program!B9): {message(other)} → {hint(other)}"
    rows = [at("B29", 5, kunci="Tahun", juga_lain=said), at("B29", 6, kunci="Nama PD"), at("B29", 7, kunci="Pemda")]
    (cause,) = causes(rows)
    assert [item.said for item in cause.items] == ["«Tahun»", "«Nama PD»", "«Pemda»"]
    assert cause.also == (said,)
    printed = [line.strip() for line, _ in lines(rows, final=False)]
    assert said in printed
    assert said in message(rows[0])
    many = [at("I12", 5, sheet=f"Lembar {number}") for number in range(30)]
    (short,) = [line for line, _ in brief_lines([*rows, *many], final=False) if "B29" in line]
    assert short.endswith("(juga P43)")


def test_sheets_that_are_not_known_are_one_cause_across_sheets() -> None:
    (cause,) = causes([at("B11", None, sheet=name, lembar=name, usul="") for name in ("A", "B")])
    assert (cause.lembar, [item.label for item in cause.items]) == ("", ["A", "B"])


def test_the_key_does_not_hang_on_rows_or_on_other_findings() -> None:
    before = [at("P52", 9, teks="x", lain="Tahap 5!B7"), at("I12", 5)]
    after = [at("I12", 6), at("P52", 10, teks="x", lain="Tahap 5!B8"), at("I12", 7)]
    first, second = cause_keys(before), cause_keys(after)
    assert set(first) == set(second)
    assert first == ("P52-" + first[0][4:], "I12-" + first[1][4:])
    assert cause_keys([at("I13", 5, tahun=2026)]) != cause_keys([at("I13", 5, tahun=2027)])


def test_two_causes_that_only_a_row_tells_apart_have_two_keys() -> None:
    first, second = cause_keys([at("P52", 9, teks="x", lain="Tahap 5!B7"), at("P52", 10, teks="x", lain="Tahap 5!B8")])
    assert second == f"{first}-2"


def test_galat_come_first_then_what_leaves_a_mark_then_the_rest_each_in_its_order() -> None:
    suggestion, mark, galat, other = (
        at("I32", 1, satuan="x", usul=""),
        at("I12", 2),
        owner(3, "X"),
        at("B17", 4, teks="x"),
    )
    found = [suggestion, other, mark, galat, at("I12", 9)]
    assert in_order(found, final=False) == (galat, mark, at("I12", 9), suggestion, other)
    assert in_order(found, final=True) == (mark, galat, at("I12", 9), suggestion, other)


def fields(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def test_a_plural_uses_what_its_finding_has_and_loses_nothing_that_its_message_says() -> None:
    told_by_the_place = {"P43": {"kode", "tahun"}, "W04": {"teks"}}  # in its row and column, in its cell
    told_by_the_place["P37"] = {"baris"}  # that and how many they are: in their number
    told_by_the_place |= {kode: {"teks"} for kode in ("W03", "W05", "W07")}  # in the whole sentence that is proposed
    in_the_details_only = {"S06": {"komponen"}, "S15": {"komponen"}, "B55": {"jenis", "di"}, "B56": {"jenis", "di"}}
    for kode, plural in PLURALS.items():
        entry, cause = CATALOGUE[kode], set(plural.cause.split())
        own = fields(entry.message) | fields(entry.saran) | in_the_details_only.get(kode, set())
        assert cause <= own, kode
        assert fields(plural.message) <= cause | {"n", "baris", "n_kolom"}, kode
        assert fields(plural.saran) <= cause | {"n", "baris", "n_kolom"}, kode
        assert fields(plural.each) <= own, kode
        lost = fields(entry.message) - cause - fields(plural.each) - told_by_the_place.get(kode, set())
        assert not lost, (kode, lost)
