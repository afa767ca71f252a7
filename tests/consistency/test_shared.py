"""Equal texts and rows of many papers are kept once; what is read stays what it was."""

from __future__ import annotations

from pokin_docs.consistency.documents import ReadFile
from pokin_docs.consistency.reading import PaperReading, PrintedLine, ReadTable, Row
from pokin_docs.consistency.shared import SharedTexts
from pokin_docs.consistency.statements import StatedValue, Statement
from pokin_docs.documents.facts import FactKind

WORDS = "Meningkatnya kualitas layanan contoh"


def _read() -> ReadFile:
    """As another process tells it: none of its texts and rows is one that is known here."""
    words = " ".join(WORDS.split())
    value = StatedValue("target", FactKind.TARGET, "2026", "85,5")
    line = PrintedLine(0, 2, "tabel 1, baris 2", 0, ((1,),), (words, "85,5"), "lebih", ("di sini",), (1,))
    row = Row(3, "tabel 1, baris 3", ("lain", "85,5"))
    table = ReadTable(1, ("Sasaran", "Target"), "tabel 1", "daftar[]", (line,), (row,))
    stated = (Statement("daftar[]", FactKind.KINERJA, words, (value,), "di atas", ("%",)),)
    return ReadFile(stated, PaperReading((table,), (("tabel 1",),), (row,), (row,)))


def test_what_is_shared_is_what_was_read() -> None:
    assert SharedTexts().of(_read()) == _read()


def test_rows_and_texts_of_a_second_paper_are_those_of_the_first() -> None:
    shared = SharedTexts()
    first, second = (shared.of(_read()) for _ in range(2))
    assert _read().stated[0].words is not _read().stated[0].words
    assert first.stated[0].words is second.stated[0].words
    assert first.stated[0].values[0] is second.stated[0].values[0]
    assert first.printed.rest[0] is second.printed.rest[0] is second.printed.totals[0]
    assert first.printed.tables[0].lines[0].cells is second.printed.tables[0].lines[0].cells
    assert first.printed.tables[0].lines[0].cells[0] is first.stated[0].words
