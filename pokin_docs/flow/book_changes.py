"""The words and numbers of a workbook held against the pages of an older PDF of it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from pokin_docs.extract.read import read_sheets
from pokin_docs.pdf.differences import Difference
from pokin_docs.pdf.reading import PdfFacts
from pokin_docs.pdf.truth import words_lost_of_book

_NUMBER = re.compile(r"(?<![\w.,])-?\d[\d.,]*(?<![.,])(?!\w)")
_PAGE = re.compile(r"halaman\s+\d+\s+dari\s+\d+", re.IGNORECASE)
_LONGEST = 8
"""Signs of a number in a text: a longer one, as a code or a NIP, may go over two lines of a narrow cell."""
_MOST = 12


def book_changes(facts: PdfFacts, document: bytes, book: Path) -> tuple[Difference, ...]:
    """What a workbook says now and an older PDF of it does not, and the numbers that only the PDF says.

    Args:
        facts: What the PDF holds; LibreOffice prints numbers as Indonesian papers write them.
        document: The workbook.
        book: Its file.
    """
    words = [word for word in words_lost_of_book(document, facts) if not _NUMBER.fullmatch(word)]
    lost, gone = _numbers(facts.pages, book)
    told = (("sekarang tertulis {}, yang tidak ada di berkas ini", words),
            ("sekarang tertulis angka {}, yang tidak ada atau lebih jarang di berkas ini", lost),
            ("di berkas ini tertulis angka {}, yang sekarang tidak ada", gone))  # fmt: skip
    return tuple(Difference(sentence=sentence.format(_named(found))) for sentence, found in told if found)


def _numbers(pages: Sequence[str], book: Path) -> tuple[list[str], list[str]]:
    """Numbers that a workbook says more often than pages do, and those of the pages that are nowhere in it."""
    shown = Counter(_NUMBER.findall("\n".join(_PAGE.sub(" ", page) for page in pages)))
    cells = list(_cells(book))
    wanted = Counter(number for text, longest in cells for number in _NUMBER.findall(text) if len(number) <= longest)
    whole = "\n".join(text for text, _ in cells)
    lost = [number for number, times in wanted.items() if shown[number] < times]
    return lost, [number for number in shown if len(number) <= _LONGEST and number not in whole]


def _cells(book: Path) -> Iterator[tuple[str, int]]:
    """What the cells show that are seen, and how long a number in it may be so that it stands in one line."""
    for grid in read_sheets(book).value or ():
        for (row, column), cell in () if grid.is_hidden else grid.cells.items():
            is_seen = row not in grid.hidden and column not in grid.hidden_columns
            if is_seen and (row, column) not in grid.concealed:
                yield cell.text, _LONGEST if cell.number is None else len(cell.text)


def _named(found: Sequence[str]) -> str:
    more = f" dan {len(found) - _MOST} lagi" if len(found) > _MOST else ""
    return ", ".join(f"«{one}»" for one in found[:_MOST]) + more
