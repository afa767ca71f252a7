"""A PDF held against the document it was made from: the whole text, every font, no page that is empty."""

from __future__ import annotations

import re
import zipfile
from collections import Counter
from collections.abc import Iterable, Iterator
from io import BytesIO

from pokin_docs.files.contents.shown_cells import shown_texts
from pokin_docs.model.findings import Temuan, temuan
from pokin_docs.model.source import CellRef
from pokin_docs.pdf.reading import PdfFacts, plain
from pokin_docs.pdf.word_text import words_of

_ALIKE = {
    "arial": "liberationsans", "timesnewroman": "liberationserif", "couriernew": "liberationmono",
    "calibri": "carlito", "cambria": "caladea", "arialnarrow": "liberationsansnarrow",
    "bookmanoldstyle": "bookmanurw", "bookantiqua": "p052", "palatinolinotype": "p052", "centurygothic": "urwgothic",
}  # fmt: skip
"""Fonts that take as much room as others: lines and pages end where they would."""
_SIGNS = frozenset(("opensymbol", "symbol", "wingdings", "dejavusans"))
"""Fonts of single signs, such as those before the entries of a list."""
_ASKED = re.compile(r'(?:w:(?:ascii|hAnsi|cs|eastAsia)|typeface)="([^"]+)"')


def judge(document: bytes, pdf: PdfFacts, place: str) -> tuple[Temuan, ...]:
    """What is wrong with the PDF of a document.

    Args:
        document: The Word file.
        pdf: What its PDF holds.
        place: The path of the PDF in the build folder, for the findings.
    """
    found = [*_lost(lost_words(document, pdf), place)]
    found.extend(judge_pdf(pdf, place))
    replaced = sorted(replaced_fonts(document, pdf))
    if replaced:
        found.append(temuan("D63", CellRef(""), berkas=place, huruf=", ".join(replaced)))
    return tuple(found)


def judge_book(document: bytes, pdf: PdfFacts, place: str) -> tuple[Temuan, ...]:
    """What is wrong with the PDF of a workbook.

    Args:
        document: The Excel file.
        pdf: What its PDF holds.
        place: The path of the PDF in the build folder, for the findings.
    """
    return (*_lost(words_lost_of_book(document, pdf), place), *judge_pdf(pdf, place))


def _lost(words: tuple[str, ...], place: str) -> Iterator[Temuan]:
    if words:
        yield temuan("D61", CellRef(""), berkas=place, kata=", ".join(words[:5]), jumlah=str(len(words)))


def judge_pdf(pdf: PdfFacts, place: str) -> Iterator[Temuan]:
    """What is wrong with any PDF: fonts that are not in it, pages that show nothing.

    Args:
        pdf: What it holds.
        place: Its path in the build folder, for the findings.
    """
    bare = sorted(name for name, embedded in pdf.fonts.items() if not embedded)
    if bare:
        yield temuan("D62", CellRef(""), berkas=place, huruf=", ".join(bare))
    yield from (temuan("D64", CellRef(""), berkas=place, halaman=str(number)) for number in pdf.blank)


def lost_words(document: bytes, pdf: PdfFacts) -> tuple[str, ...]:
    """Words of a document that its PDF does not show as often.

    Args:
        document: The Word file.
        pdf: What its PDF holds.
    """
    return _missing(words_of(document), pdf)


def words_lost_of_book(document: bytes, pdf: PdfFacts) -> tuple[str, ...]:
    """The same of a workbook; a number is not looked for, as each language writes it its own way.

    Args:
        document: The Excel file.
        pdf: What its PDF holds.
    """
    return _missing((word for text in shown_texts(document) for word in text.split()), pdf)


def _missing(words: Iterable[str], pdf: PdfFacts) -> tuple[str, ...]:
    whole = "\n".join(pdf.pages)
    shown, run_on = Counter(map(plain, whole.split())), plain(whole)
    wanted = Counter(map(plain, words))
    wanted.pop("", None)
    # A word that a line parts stands in the text without blanks all the same.
    return tuple(word for word, times in wanted.items() if shown[word] < times and run_on.count(word) < times)


def replaced_fonts(document: bytes, pdf: PdfFacts) -> set[str]:
    """Fonts in a PDF that its document never asked for: they stand for one that the machine lacks, of other widths.

    Args:
        document: The Word file.
        pdf: What its PDF holds.
    """
    with zipfile.ZipFile(BytesIO(document)) as package:
        sources = [package.read(name).decode("utf-8", "replace") for name in package.namelist()
                   if name.endswith(".xml") and name.startswith("word/")]  # fmt: skip
    asked = {_bare(name) for source in sources for name in _ASKED.findall(source)} - {""}
    known = tuple(asked | {_ALIKE[name] for name in asked if name in _ALIKE} | _SIGNS)
    return {name for name in pdf.fonts if not _bare(name).startswith(known)}


def _bare(name: str) -> str:
    return re.sub(r"[^a-z0-9]", "", name.casefold())
