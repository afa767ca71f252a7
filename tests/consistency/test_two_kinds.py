"""Two kinds that state an indicator otherwise contradict each other (D50), though each prints what it states."""

from __future__ import annotations

import pytest

from pokin_docs.consistency.findings import findings
from pokin_docs.consistency.paper import PrintedPaper, PrintedRow, PrintedTable
from pokin_docs.consistency.proof import prove
from pokin_docs.consistency.read_document import ReadDocument
from pokin_docs.consistency.reading import read
from pokin_docs.consistency.statements import StatedValue, Statement
from pokin_docs.documents.facts import FactKind
from pokin_docs.documents.proof import Proof
from pokin_docs.model.catalogue import message

WORDS = "Persentase data terakses"


def document(jenis: str, stated: str, printed: str = "", *, year: str = "2026", above: str = "") -> ReadDocument:
    """A paper with a table of one row, which prints the target that it states where no other one is given."""
    statements = (
        Statement("baris[]", FactKind.INDIKATOR, WORDS, (StatedValue("target", FactKind.TARGET, year, stated),), above),
    )
    rows = [PrintedRow(1, ("Indikator", "Target")), PrintedRow(2, (WORDS, printed or stated))]
    paper = PrintedPaper((PrintedTable(0), PrintedTable(1, rows=rows)))
    return ReadDocument(f"{jenis}.docx", jenis, f"{jenis}-templat.docx", statements, read(paper, statements, ()))


def test_both_papers_are_named_with_their_places() -> None:
    proof = prove([document("iku", "60"), document("pk", "61")])
    (found,) = findings(proof)
    assert found.kode == "D50"
    assert message(found) == (
        "pk.docx, tabel 1, baris 2: target 2026 tercetak «61», padahal iku.docx, tabel 1, baris 2 menyebut «60»."
    )
    (pair,) = proof.pairs
    assert (pair.facts, pair.agree) == (2, 1)


@pytest.mark.parametrize(
    "other",
    [document("pk", "60"), document("pk", "61", year="2027"), document("pk", "61", above="Terpenuhinya standar data")],
    ids=["the same target", "a target of another year", "an indicator of another kinerja"],
)
def test_what_is_not_of_one_fact_is_no_contradiction(other: ReadDocument) -> None:
    assert prove([document("iku", "60", above="Meningkatnya akses data"), other]).contradictions == ()


def test_a_pair_of_which_one_prints_another_number_does_not_count_as_alike() -> None:
    proof = prove([document("iku", "60"), document("pk", "60", "66")])
    assert [one.kode for one in findings(proof)] == ["D46"]
    (pair,) = proof.pairs
    assert (pair.facts, pair.agree) == (2, 1)


def money(jenis: str, stated: str, printed: str = "", total: str = "") -> ReadDocument:
    """A paper with two amounts, the first of them printed so; and a sum of the whole, where one is stated."""
    lines = [("Program Penataan Layanan", stated), ("Program Penunjang Urusan", "40")]
    statements = tuple(
        Statement("baris[]", FactKind.MONEY, name, (StatedValue("pagu", FactKind.MONEY, "2026", text),))
        for name, text in lines
    )
    if total:
        statements += (Statement("", FactKind.KINERJA, "", (StatedValue("total", FactKind.MONEY, "2026", total),)),)
    lines[0] = (lines[0][0], printed or stated)
    rows = [PrintedRow(number, cells) for number, cells in enumerate((("Program", "Pagu"), *lines), start=1)]
    if total:
        rows.append(PrintedRow(4, ("Jumlah", "99")))
    paper = PrintedPaper((PrintedTable(0), PrintedTable(1, rows=rows)))
    return ReadDocument(f"{jenis}.docx", jenis, f"{jenis}-templat.docx", statements, read(paper, statements, ()))


@pytest.mark.parametrize(
    ("papers", "wrong"),
    [
        ((money("pk", "60"), money("monev", "60", "66")), {"monev", "pk"}),
        ((money("monev", "60", "66"),), {"monev"}),
        ((money("pk", "60", total="100"), money("monev", "60")), {"pk"}),
    ],
    ids=["an amount that two kinds print", "one that no other kind prints", "a sum of the whole"],
)
def test_every_deviation_is_a_comparison_that_is_not_alike(papers: tuple[ReadDocument, ...], wrong: set[str]) -> None:
    proof = prove(papers)
    assert len(proof.contradictions) == proof.compared - proof.agree == 1
    assert {kode for kode, facts, agree in proof.by_kind if agree < facts} == wrong
    assert Proof.from_data(proof.as_data()) == proof


def test_amounts_that_agree_are_told_of_no_kind() -> None:
    proof = prove((money("pk", "60"), money("monev", "60")))
    assert (proof.contradictions, proof.compared - proof.agree) == ((), 0)
