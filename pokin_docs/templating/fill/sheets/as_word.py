"""An Excel template in the words of a Word template: a table per sheet, so that one check and one filler serve both."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from xml.sax.saxutils import escape

from pokin_docs.files.own_package import HEAD, own_package
from pokin_docs.model.source import column_letters
from pokin_docs.templating.faults import TemplateFinding
from pokin_docs.templating.fill.sheets.book import TemplateBook, TemplateCell

_MAIN = "word/document.xml"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def as_word(book: TemplateBook) -> bytes:
    """The Word document: a cell of its tables for each cell, the number of its row in the height of the row.

    What stands in a row is told by its place, so that a table of a sheet has a row for each of its rows, also the
    empty ones: findings name cells by it.
    """
    tables = "".join(_table(sheet.rows, sheet.last_row) for sheet in book.sheets)
    body = f'{HEAD}<w:document xmlns:w="{_W}"><w:body>{tables}<w:p/></w:body></w:document>'
    return own_package({_MAIN: (_TYPE, body)}, {}, ("", "", None))


def _table(rows: object, last: int) -> str:
    assert isinstance(rows, dict)
    printed = "".join(_row(number, rows.get(number, {})) for number in range(1, last + 1))
    grid = '<w:gridCol w:w="1000"/>' * max((max(cells, default=0) for cells in rows.values()), default=0)
    return f"<w:tbl><w:tblPr/><w:tblGrid>{grid}</w:tblGrid>{printed}</w:tbl><w:p/>" if printed else "<w:p/>"


def _row(number: int, cells: dict[int, TemplateCell]) -> str:
    texts = {column: cell.text for column, cell in cells.items() if cell.text}
    printed = "".join(
        f"<w:tc>{_paragraph(texts.get(column, ''))}</w:tc>" for column in range(1, max(texts, default=1) + 1)
    )
    return f'<w:tr><w:trPr><w:trHeight w:val="{number}"/></w:trPr>{printed}</w:tr>'


def _paragraph(text: str) -> str:
    if not text:
        return "<w:p/>"
    lines = "<w:br/>".join(f'<w:t xml:space="preserve">{escape(line)}</w:t>' for line in text.split("\n"))
    return f"<w:p><w:r>{lines}</w:r></w:p>"


def at_cells(found: tuple[TemplateFinding, ...], book: TemplateBook) -> Iterator[TemplateFinding]:
    """The findings of the Word document, each told at the cell of the workbook."""
    titles = [sheet.title for sheet in book.sheets if sheet.last_row]
    for finding in found:
        place = finding.place
        if not 0 < place.table <= len(titles):
            yield finding
            continue
        cell = f"lembar «{titles[place.table - 1]}», sel {column_letters(place.kolom)}{place.baris}"
        told = replace(place, part=cell, title="", table=0, baris=0, kolom=0)
        details = tuple((name, said.replace(str(place), cell)) for name, said in finding.temuan.details)
        yield replace(finding, temuan=replace(finding.temuan, details=details), place=told)
