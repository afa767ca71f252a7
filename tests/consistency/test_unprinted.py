"""Rows and numbers that no document of a template prints are told once, where the template means to print them."""

from __future__ import annotations

import pytest

from pokin_docs.consistency.asked import asked_of
from pokin_docs.consistency.findings import findings
from pokin_docs.consistency.paper import PrintedPaper, PrintedRow, PrintedTable
from pokin_docs.consistency.proof import prove
from pokin_docs.consistency.read_document import ReadDocument
from pokin_docs.consistency.reading import read
from pokin_docs.consistency.statements import StatedValue, Statement
from pokin_docs.documents.facts import FactKind
from pokin_docs.documents.pk.kind import PK
from pokin_docs.documents.rkt.kind import RKT
from pokin_docs.model.catalogue import message

ROW, TARGET = ("baris[]", ""), ("baris[]", "target")
TITLES = ("Indikator", "Target")
WORDS = ("Persentase data terakses", "Indeks kepuasan layanan")


def document(number: int, *rows: tuple[str, ...], titles: tuple[str, ...] = TITLES, **more: object) -> ReadDocument:
    """A paper of two indicators with a target each; its table has these rows."""
    stated = tuple(
        Statement("baris[]", FactKind.INDIKATOR, words, (StatedValue("target", FactKind.TARGET, "2026", "60"),))
        for words in WORDS
    )
    lines = [PrintedRow(at, cells) for at, cells in enumerate((titles, *rows), start=1)]
    paper = PrintedPaper((PrintedTable(0), PrintedTable(1, rows=lines)))
    return ReadDocument(f"{number}.docx", "a", "a-templat.docx", stated, read(paper, stated, ()), **more)  # type: ignore[arg-type]


def told(*documents: ReadDocument) -> list[str]:
    return [f"{one.kode} {message(one)}" for one in findings(prove(documents))]


def test_rows_that_no_document_prints_are_one_finding_with_the_first_of_them() -> None:
    assert told(document(1, asked=(ROW,)), document(2, asked=(ROW,))) == [
        "D47 1.docx, templat a-templat.docx: baris indikator «Persentase data terakses» tidak tercetak, padahal ada di "
        "buku kerja. Begitu juga 3 baris lain di dokumen dari templat itu."
    ]


@pytest.mark.parametrize(
    "papers",
    [(document(1),), (document(1, asked=(ROW,), made=False),), (document(1, *((words, "60") for words in WORDS), asked=(ROW, TARGET)),)],
    ids=["a template that does not ask for them", "a paper of an earlier run", "all of them printed"],
)  # fmt: skip
def test_nothing_is_told_of(papers: tuple[ReadDocument, ...]) -> None:
    assert told(*papers) == []


BLANK = tuple((words, "") for words in WORDS)


@pytest.mark.parametrize(
    ("titles", "asked"),
    [(TITLES, ()), (("Indikator", "Angka"), (TARGET,))],
    ids=["below its title", "asked for by the template"],
)
def test_numbers_that_no_row_prints_are_one_finding(
    titles: tuple[str, str], asked: tuple[tuple[str, str], ...]
) -> None:
    (one,) = told(document(1, *BLANK, titles=titles, asked=(ROW, *asked)))
    assert one.startswith("D46 1.docx, templat a-templat.docx: target 2026 «Persentase data terakses» tidak tercetak, ")
    assert one.endswith(" Begitu juga 1 baris lain di dokumen dari templat itu.")


def test_a_column_of_another_title_that_nobody_asked_for_may_be_blank() -> None:
    assert told(document(1, *BLANK, titles=("Indikator", "Catatan"), asked=(ROW,))) == []


def test_a_template_asks_for_what_it_names_of_the_form_and_for_indicators() -> None:
    tags = "{% for s in daftar_sasaran %}{{ s.sasaran }}{% for i in s.daftar_indikator[1:] %}{{ i.indikator }}{{ i.satuan }}"
    rows, measures = "daftar_sasaran[]", "daftar_sasaran[].daftar_indikator[]"
    assert asked_of(PK, tags) == ((rows, ""), (measures, ""))
    assert asked_of(PK, f"{tags}{{{{ i.target }}}}") == ((rows, ""), (measures, ""), (measures, "target"))
    assert (f"{rows}.daftar_baris[]", "") in asked_of(RKT, "daftar_sasaran daftar_baris indikator")
    assert asked_of(PK, "{{ total_anggaran }}") == ()


@pytest.mark.parametrize(("printed", "codes"), [("2.400 Orang", []), ("2.300 Orang", ["D46"])])
def test_a_target_beside_its_unit_is_there_where_a_month_has_it_alone(printed: str, codes: list[str]) -> None:
    """A long value that stands alone in a further cell of its row is looked for beside words all the same."""
    targets = {"Jumlah pengguna": "2.400", "Jumlah media": "24", "Jumlah titik": "36", "Jumlah desa": "48"}
    statements = tuple(
        Statement(
            "baris[]", FactKind.INDIKATOR, words,
            (StatedValue("target", FactKind.TARGET, "2026", target), StatedValue("satuan", FactKind.SATUAN, "", "Orang"),
             StatedValue("bulan[11]", FactKind.TARGET, "2026 TW IV", target)),
        )
        for words, target in targets.items()
    )  # fmt: skip
    cells = [(words, f"{target} Orang", target) for words, target in targets.items()]
    cells[0] = (cells[0][0], printed, cells[0][2])
    lines = (("Indikator", "Target 2026", "Des"), *cells)
    table = PrintedTable(1, rows=[PrintedRow(number, line) for number, line in enumerate(lines, start=1)])
    read_back = read(PrintedPaper((PrintedTable(0), table)), statements, ())
    proof = prove([ReadDocument("renaksi.docx", "renaksi", "renaksi-templat.docx", statements, read_back)])
    assert [one.kode for one in findings(proof)] == codes
