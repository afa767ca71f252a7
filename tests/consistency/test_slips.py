"""Slips of single cells in small papers, where no other row tells how the template prints."""

from __future__ import annotations

import pytest

from pokin_docs.consistency.paper import PrintedPaper, PrintedRow, PrintedTable
from pokin_docs.consistency.proof import prove
from pokin_docs.consistency.read_document import ReadDocument
from pokin_docs.consistency.reading import read
from pokin_docs.consistency.statements import StatedValue, Statement
from pokin_docs.documents.facts import FactKind

INDICATOR = "daftar_sasaran[].daftar_indikator[]"
SASARAN = "Meningkatnya mutu layanan kecamatan"
TITLES = ("No", "Sasaran", "Indikator", "Satuan", "Target 2026")
Row = tuple[str, ...]


def target(text: str, name: str = "target", year: str = "2026") -> StatedValue:
    return StatedValue(name, FactKind.TARGET, year, text)


def unit(text: str) -> StatedValue:
    return StatedValue("satuan", FactKind.SATUAN, "", text)


def statements(words: str, *values: StatedValue) -> tuple[Statement, ...]:
    return (
        Statement("daftar_sasaran[]", FactKind.KINERJA, SASARAN, ()),
        Statement(INDICATOR, FactKind.INDIKATOR, words, values, SASARAN),
    )


def told(stated: tuple[Statement, ...], *rows: Row, outside: str = "") -> list[tuple[str, str]]:
    """What one paper says otherwise than it states: which, and what stands there."""
    tables = [PrintedTable(1, rows=[PrintedRow(number, cells) for number, cells in enumerate(rows, start=1)])]
    texts = [PrintedRow(1, (outside,))] if outside else []
    paper = PrintedPaper((PrintedTable(0, rows=texts), *(tables if rows else ())))
    known = (text for one in stated for text in (one.words, *(value.text for value in one.values)))
    document = ReadDocument("a.docx", "a", "a-templat.docx", stated, read(paper, stated, known), alone=True)
    return [(one.what, one.printed) for one in prove([document]).contradictions]


LONG = "Persentase perangkat daerah yang menerapkan SPBE"


@pytest.mark.parametrize(
    "around",
    ["Belum diukur: «{}»", "Belum diukur: “{}”.", "Indikator: {} (%)", '"{}"', "{} ([satuan: lembar Tahap 5])"],
)
def test_a_word_less_among_other_words_is_a_slip(around: str) -> None:
    stated = (Statement(INDICATOR, FactKind.INDIKATOR, LONG, ()),)
    assert told(stated, outside=around.format(LONG)) == []
    wrong = around.format(LONG.removesuffix(" SPBE"))
    assert told(stated, outside=wrong) == [("indikator", wrong)]


SHORT = statements("Nilai SKM", target("82"), unit("Nilai"))


@pytest.mark.parametrize("printed", ["Nilai", "SKM", "Nilai IKM", "Capaian SKM"])
def test_one_word_of_two_is_a_slip_in_the_only_row(printed: str) -> None:
    assert told(SHORT, TITLES, ("1", SASARAN, "Nilai SKM", "Nilai", "82")) == []
    assert told(SHORT, TITLES, ("1", SASARAN, printed, "Nilai", "82")) == [("indikator", printed)]


def test_a_column_of_sentences_that_is_left_out_is_no_slip() -> None:
    assert told(SHORT, ("No", "Sasaran", "Satuan", "Target 2026"), ("1", SASARAN, "Nilai", "82")) == []


def test_a_number_beside_its_unit_is_compared_though_no_other_row_has_one() -> None:
    titles = ("No", "Sasaran", "Indikator", "Target")
    assert told(SHORT, titles, ("1", SASARAN, "Nilai SKM", "82 Nilai")) == []
    assert told(SHORT, titles, ("1", SASARAN, "Nilai SKM", "92 Nilai")) == [("target 2026", "92 Nilai")]
    assert told(SHORT, titles, ("1", SASARAN, "Nilai SKM", "82 Indeks")) == [("satuan", "82 Indeks")]
    assert told(SHORT, titles, ("1", SASARAN, "Nilai SKM", "82")) == []


def test_a_quarter_is_not_taken_for_the_year_with_the_same_number() -> None:
    stated = statements("Indeks layanan kecamatan", target("82"), target("82", "quarters[3]", "TW IV 2026"))
    titles = ("Sasaran", "Indikator", "Target 2026", *(f"Target Triwulan {name}" for name in ("I", "II", "III", "IV")))
    row = (SASARAN, "Indeks layanan kecamatan", "82", "-", "-", "-")
    assert told(stated, titles, (*row, "82")) == []
    assert told(stated, titles, (*row, "42")) == [("target TW IV 2026", "42")]
    assert told(stated, titles, (*row[:2], "87", *row[3:], "82")) == [("target 2026", "87")]


def test_money_that_a_component_says_once_is_compared_in_each_of_its_rows() -> None:
    stated = tuple(
        Statement("daftar_anggaran[]", FactKind.MONEY, f"2.16.0{at} Program {name}",
                  (StatedValue("anggaran", FactKind.MONEY, "2026", money),))
        for at, (name, money) in enumerate((("Informasi", "500.000"), ("Statistik", "700.000")), start=1)
    )  # fmt: skip
    titles, first = (
        ("Program", "Indikator", "Anggaran (Rp)"),
        ("2.16.01 Program Informasi", "Persentase media", "500.000"),
    )
    again = (
        ("2.16.01 Program Informasi", "Persentase kanal", ""),
        ("2.16.01 Program Informasi", "Persentase berita", ""),
    )
    last = ("2.16.02 Program Statistik", "Persentase data")
    assert told(stated, titles, first, *again, (*last, "700.000")) == []
    assert told(stated, titles, first, *again, (*last, "800.000")) == [("anggaran 2026", "800.000")]


def test_another_code_or_another_word_behind_a_code_is_a_slip() -> None:
    name = "2.16.02 Program Pengelolaan Informasi"
    stated = (Statement("daftar[]", FactKind.KINERJA, name, ()),)
    for said in (name, "Program Pengelolaan Informasi", f"{name} (PPI)"):
        assert told(stated, outside=said) == []
    for said in ("2.16.03 Program Pengelolaan Informasi", "2.16.02 Program Pengelolaan Data"):
        assert told(stated, outside=said) == [("kinerja", said)]


TYPED = ("Indikator", "Satuan", "Target 2026")


@pytest.mark.parametrize(
    ("titles", "row", "found"),
    [
        (TYPED, ("%", "61"), [("target 2026", "61")]),
        (TYPED, ("Orang", "60"), [("satuan", "Orang")]),
        (TYPED, ("%", "60"), []),
        (("Indikator", "Satuan", "Target 2025"), ("%", "55"), []),
        (("Indikator", "Satuan", "Realisasi Target 2026"), ("%", "55"), []),
        (("Indikator", "Satuan", "Target TW II 2026"), ("%", "30"), []),
        (("Indikator", "Satuan", "Target"), ("%", "55"), []),
    ],
    ids=["target", "unit", "the same", "another year", "what was reached", "a quarter", "of no year"],
)
def test_a_table_typed_by_hand_is_compared_by_its_titles(titles: Row, row: Row, found: list[tuple[str, str]]) -> None:
    """It stands in a document that has its own table of them, and only one row of it is known."""
    words = ("Persentase data terakses", "Persentase layanan baik", "Indeks data daerah")
    stated = tuple(Statement("daftar[]", FactKind.INDIKATOR, one, (target("60"), unit("%"))) for one in words)
    own = PrintedTable(
        1, rows=[PrintedRow(1, TYPED), *(PrintedRow(at, (one, "%", "60")) for at, one in enumerate(words, 2))]
    )
    typed = PrintedTable(2, rows=[PrintedRow(1, titles), PrintedRow(2, (words[0], *row))])
    paper = PrintedPaper((PrintedTable(0), own, typed))
    document = ReadDocument("a.docx", "a", "t.docx", stated, read(paper, stated, words))
    assert [(one.what, one.printed) for one in prove([document]).contradictions] == found


def test_a_table_that_no_template_printed_is_read_by_its_own_titles() -> None:
    """As of a document that a person gave another table: how its template prints is known from before."""
    stated = statements("Indeks layanan kecamatan", target("82"), unit("Indeks"))
    row = ("1", SASARAN, "Indeks layanan kecamatan", "Indeks", "82")
    before, after = (
        PrintedPaper((PrintedTable(0), PrintedTable(1, rows=[PrintedRow(1, titles), PrintedRow(2, cells)])))
        for titles, cells in ((TITLES, row), (("Indikator", "Target 2026", "Catatan"), (*row[2:3], "83", "baru")))
    )
    documents = [ReadDocument("a.docx", "a", "t.docx", stated, read(one, stated, ())) for one in (before, after)]
    found = prove(documents[1:], documents[:1]).contradictions
    assert ("target 2026", "83") in [(one.what, one.printed) for one in found]
