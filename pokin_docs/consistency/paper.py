"""What a file says, as a reader sees it: paragraphs, and tables with their rows and cells."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property, lru_cache

from pokin_docs.consistency.printed_words import key, plain, stands_alone
from pokin_docs.files.contents.package import BoundedPackage
from pokin_docs.files.contents.parts import Unreadable
from pokin_docs.files.contents.rows import sheet_rows
from pokin_docs.files.contents.word import word_content
from pokin_docs.files.contents.word_tokens import BREAK, CELL, PARAGRAPH, ROW

_DELETED = re.compile("\x1a-[^\x1a\x1c-\x1e]*")
_SIGNS = re.compile("\x19[^\x19]*\x19|\x1a\\+?|\x18")
_CAPTION = re.compile(r"tabel\b\s*(?:T-)?(?:[A-Z](?=\.))?[\s\d.]*(.*)", re.IGNORECASE)
_BLANKS = {0x17: " ", 0x16: " ", 0xA0: " "}
_NOT_READ = (Unreadable, ArithmeticError, LookupError, MemoryError, RecursionError, ValueError)
_MUCH = 20_000
"""Letters of a paper from which on its words are looked up: in less text a sentence is found as soon."""
_TITLE = 70
"""Letters of the sentence above a table that tell which it is."""


@dataclass(frozen=True, slots=True)
class PrintedRow:
    """A row of a table, or a paragraph outside of tables as a row of one cell.

    ``number`` counts from 1 in its table, paragraphs in the document. Paragraphs of a cell are parted by line ends.
    """

    number: int
    cells: tuple[str, ...]


@dataclass
class PrintedTable:
    """A table with what stands above it; ``number`` counts from 1, and is 0 for the paragraphs outside of tables."""

    number: int
    title: str = ""
    rows: list[PrintedRow] = field(default_factory=list)
    sheet: str = ""

    def place(self, row: PrintedRow) -> str:
        """Where a row stands, in Indonesian."""
        if self.sheet:
            return f"lembar {self.sheet}, baris {row.number}"
        if not self.number:
            return f"alinea {row.number}"
        title = f" («{self.title}»)" if self.title else ""
        return f"tabel {self.number}{title}, baris {row.number}"


@dataclass(frozen=True)
class PrintedPaper:
    """All tables of a file in order; the paragraphs outside of them are the first."""

    tables: tuple[PrintedTable, ...]

    @cached_property
    def index(self) -> dict[str, list[tuple[int, int, int]]]:
        """Table, row and cell, counted from 0, of each text that a cell or a paragraph of it is."""
        found: dict[str, list[tuple[int, int, int]]] = {}
        for at, table in enumerate(self.tables):
            for number, row in enumerate(table.rows):
                for column, cell in enumerate(row.cells):
                    for text in texts_of(cell):
                        found.setdefault(text, []).append((at, number, column))
        return found

    @cached_property
    def whole(self) -> tuple[str, tuple[int, ...], tuple[tuple[int, int, int], ...]]:
        """The plain texts of all cells as one, where each begins, and its place."""
        texts, starts, places, begin = [], [], [], 0
        for at, table in enumerate(self.tables):
            for number, row in enumerate(table.rows):
                for column, cell in enumerate(row.cells):
                    if said := plain(cell):
                        texts.append(said)
                        starts.append(begin)
                        places.append((at, number, column))
                        begin += len(said) + 1
        return "\n".join(texts), tuple(starts), tuple(places)

    def text_at(self, place: tuple[int, int, int]) -> str:
        """What stands in a cell."""
        at, row, column = place
        return self.tables[at].rows[row].cells[column]

    def cells_with(self, said: str) -> Iterator[tuple[tuple[int, int, int], int]]:
        """The place of every cell that has a plain text as whole words, and where in the cell."""
        whole, starts, places = self.whole
        inner = said.split()[1:-1]
        if inner and len(whole) > _MUCH:
            yield from self._cells_with_words(said, inner)
            return
        at = whole.find(said)
        while at >= 0:
            if stands_alone(whole, at, at + len(said)):
                number = bisect_right(starts, at) - 1
                yield places[number], at - starts[number]
            at = whole.find(said, at + 1)

    @cached_property
    def _by_word(self) -> dict[str, list[int]]:
        """The cells that have each word between blanks, by their numbers in ``whole``, upwards."""
        found: dict[str, list[int]] = {}
        for number, cell in enumerate(self.whole[0].split("\n")):
            for word in set(cell.split(" ")):
                found.setdefault(word, []).append(number)
        return found

    def _cells_with_words(self, said: str, inner: list[str]) -> Iterator[tuple[tuple[int, int, int], int]]:
        """The same for a text of three words or more, whose inner ones stand between blanks wherever it stands."""
        whole, starts, places = self.whole
        numbers = min((self._by_word.get(word, []) for word in inner), key=len)
        for number in numbers:
            begin = starts[number]
            end = starts[number + 1] if number + 1 < len(starts) else len(whole)
            at = whole.find(said, begin, end)
            while at >= 0:
                if stands_alone(whole, at, at + len(said)):
                    yield places[number], at - begin
                at = whole.find(said, at + 1, end)


@lru_cache(maxsize=16_384)  # what a paper says its content has said, and the papers of a whole branch
def texts_of(cell: str) -> tuple[str, ...]:
    """The texts that a cell is: whole, and each of its lines; as ``key`` has them."""
    whole = key(cell)
    if not whole:
        return ()
    lines = lines_of(cell)
    return (whole,) if len(lines) == 1 else tuple(dict.fromkeys((whole, *filter(None, map(key, lines)))))


def lines_of(cell: str) -> list[str]:
    """The paragraphs of a cell, and their lines."""
    return cell.replace("\x16", "\n").split("\n")


def paper_of(path: str, data: bytes, words: str = "") -> PrintedPaper:
    """The paper that a file is; one that says nothing where the file cannot be read.

    Args:
        path: The file, for its form.
        data: All its bytes.
        words: The content of a Word document, where it was read already (``files.fingerprints``).
    """
    try:
        if path.endswith(".xlsx"):
            return paper_of_sheets(sheet_rows(data))
        return paper_of_word(words or word_content(BoundedPackage(data))[0])
    except _NOT_READ:
        return PrintedPaper((PrintedTable(0),))


def paper_of_word(said: str) -> PrintedPaper:
    """The paper that a Word document is, of its content as ``files.contents.word`` reads it."""
    body = said.partition("\0")[0]
    if "\x1a" in body:
        body = _DELETED.sub("", body)
    if "\x18" in body or "\x19" in body or "\x1a" in body:
        body = _SIGNS.sub(" ", body)
    tables = [PrintedTable(0)]
    for number, title, rows in _pieces(body):
        if number == len(tables):
            tables.append(PrintedTable(number, title))
        table = tables[number]
        table.rows += [PrintedRow(at, cells) for at, cells in enumerate(rows, start=len(table.rows) + 1)]
    return PrintedPaper(tuple(tables))


def _pieces(body: str) -> Iterator[tuple[int, str, list[tuple[str, ...]]]]:
    """What a body says in its order: number and caption of the table, 0 outside of tables, and rows there."""
    number = 0
    *rows, rest = body.split(ROW)
    for text in rows:
        before, *cells = text.split(CELL)
        spoken = list(_paragraphs(before))
        if spoken or PARAGRAPH in before or BREAK in before or not number:
            yield 0, "", [(said,) for said in spoken]
            number += 1
        yield number, _title(spoken), [tuple("\n".join(_paragraphs(cell)) for cell in cells)]
    yield 0, "", [(said,) for said in _paragraphs(rest)]


def template_pieces(file: str, data: bytes) -> Iterator[tuple[PrintedTable, tuple[str, ...]]]:
    """The rows of a template with their tables, paragraphs outside of these between them, in the order of its tags.

    Args:
        file: Its name, for its form.
        data: All its bytes.
    """
    if file.endswith(".xlsx"):
        yield from ((table, row.cells) for table in paper_of(file, data).tables for row in table.rows)
        return
    try:
        said = word_content(BoundedPackage(data))[0].partition("\0")[0]
    except _NOT_READ:
        return
    tables = paper_of_word(said).tables
    for number, _, rows in _pieces(said):
        yield from ((tables[number], cells) for cells in rows)


def paper_of_sheets(sheets: Iterable[tuple[str, list[tuple[int, tuple[str, ...]]]]]) -> PrintedPaper:
    """The paper that an Excel workbook is: per sheet its name, and its rows with their numbers."""
    tables = [
        PrintedTable(number, name, [PrintedRow(row, cells) for row, cells in rows], name)
        for number, (name, rows) in enumerate(sheets, start=1)
    ]
    return PrintedPaper((PrintedTable(0), *tables))


def _paragraphs(text: str) -> Iterator[str]:
    for piece in text.replace(BREAK, PARAGRAPH).split(PARAGRAPH):
        if piece.strip():
            yield piece


def _title(spoken: Iterable[str]) -> str:
    """The caption among the paragraphs above a table, without its number, which Word counts; shortened."""
    said = (" ".join(text.translate(_BLANKS).split()) for text in reversed(list(spoken)))
    found = next((match[1] for match in map(_CAPTION.fullmatch, said) if match), "")
    return found if len(found) <= _TITLE else f"{found[:_TITLE].rstrip()}…"
