"""A row that names several components says what they have together (D46 where it says something else)."""

from __future__ import annotations

import pytest

from pokin_docs.consistency.kept import kept_document, kept_text
from pokin_docs.consistency.paper import PrintedPaper, PrintedRow, PrintedTable
from pokin_docs.consistency.proof import prove
from pokin_docs.consistency.read_document import ReadDocument
from pokin_docs.consistency.reading import read
from pokin_docs.consistency.statements import StatedValue, Statement
from pokin_docs.documents.facts import FactKind

LINES = (
    ("1.05.03", "Program Penanggulangan Bencana", "900"),
    ("1.05.03.2.01", "Pelayanan Informasi Rawan Bencana", "100"),
    ("1.05.03.2.02", "Pelayanan Pencegahan dan Kesiapsiagaan", "200"),
    ("1.05.03.2.03", "Pelayanan Penyelamatan dan Evakuasi Korban", "600"),
    ("1.03.01", "Program Penunjang Urusan", "40"),
    ("1.05.01", "Program Penunjang Urusan", "50"),
)
NAMES = {code: f"{code} {name}" for code, name, _ in LINES}
INFORMATION, PREVENTION, RESCUE = "1.05.03.2.01", "1.05.03.2.02", "1.05.03.2.03"


def said(*rows: tuple[str, str]) -> list[tuple[str, str, str]]:
    """What is told of a paper that lists all lines with their money, and then rows that name some: names, both texts."""
    stated = tuple(
        Statement(
            "anggaran[]", FactKind.MONEY, name, (StatedValue("pagu", FactKind.MONEY, "2026", money),), "", (code,)
        )
        for code, name, money in LINES
    )
    own = [PrintedRow(number, line) for number, line in enumerate((("Kode", "Nama", "Pagu"), *LINES), start=1)]
    more = [PrintedRow(number, row) for number, row in enumerate((("Program/Kegiatan", "Pagu"), *rows), start=1)]
    paper = PrintedPaper((PrintedTable(0), PrintedTable(1, rows=own), PrintedTable(2, rows=more)))
    first = ReadDocument("a.xlsx", "capaian", "a.xlsx", stated, read(paper, stated, ()))
    kept = kept_document(kept_text(first), first.path, first.jenis, first.templat, made=True)
    assert kept == first
    return [(one.words, one.printed, one.meant) for one in prove([first]).contradictions]


def row(money: str, *codes: str, between: str = "\n") -> tuple[str, str]:
    """A row that names these components."""
    return between.join(NAMES[code] for code in codes), money


SINGLE = (row("100", INFORMATION), row("200", PREVENTION), row("600", RESCUE))
JOINED = {
    "two": ((INFORMATION, PREVENTION), "300"),
    "three": ((INFORMATION, PREVENTION, RESCUE), "900"),
    "a kegiatan with its program": (("1.05.03", INFORMATION), "900"),
    "two of one name, told by their codes": (("1.03.01", "1.05.01"), "90"),
    "two programs": (("1.05.03", "1.05.01"), "950"),
}


@pytest.mark.parametrize(("codes", "total"), JOINED.values(), ids=JOINED)
@pytest.mark.parametrize("others", [SINGLE, ()], ids=["beside rows of one", "alone"])
@pytest.mark.parametrize("between", ["\n", "; "], ids=["below each other", "in one line"])
def test_the_sum_is_what_a_row_of_several_says(
    codes: tuple[str, ...], total: str, others: tuple[tuple[str, str], ...], between: str
) -> None:
    assert said(*others, row(total, *codes, between=between)) == []


@pytest.mark.parametrize(("codes", "total"), JOINED.values(), ids=JOINED)
@pytest.mark.parametrize("printed", ["301", "100", "1.200"], ids=["one more", "one of them", "too much"])
def test_another_amount_is_told_once(codes: tuple[str, ...], total: str, printed: str) -> None:
    ((words, shown, meant),) = said(*SINGLE, row(printed, *codes))
    assert (shown, meant) == (printed, total)
    assert all(name in words for code, name, _ in LINES if code in codes)


def test_each_amount_of_its_own_below_the_others_is_held_by_itself() -> None:
    others = row("900", "1.05.03"), row("600", RESCUE)
    assert said(*others, row("100\n200", INFORMATION, PREVENTION)) == []
    ((words, _, meant),) = said(*others, row("100\n201", INFORMATION, PREVENTION))
    assert (words, meant) == ("Pelayanan Pencegahan dan Kesiapsiagaan", "200")


def test_a_row_that_repeats_components_may_leave_their_money_out() -> None:
    joined = (INFORMATION, PREVENTION)
    assert said(*SINGLE, row("300", *joined), row("", *joined)) == []
