"""The tables of a Word document; the lines of text above a table stand above its rows, as they do on a sheet.

The part is read as it is: python-docx leaves out what was inserted while changes were tracked, and of a table
takes a moment for each cell.
"""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from xml.etree.ElementTree import Element

from defusedxml.ElementTree import fromstring

from pokin_docs.extract import display
from pokin_docs.extract.grid import Grid, MergedRange, Remark, TextLook, UsedCell, sheet_grid
from pokin_docs.extract.sources.delimited import MAX_CELLS, MAX_LENGTH
from pokin_docs.extract.sources.refusal import SourceRefused
from pokin_docs.extract.sources.word_looks import WordLooks, boxes_in, look_of_cell, word_looks
from pokin_docs.extract.struck import as_struck, part_struck, show_marked
from pokin_docs.model.source import column_letters

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STRICT = b"purl.oclc.org/ooxml"
_CAPTIONS = 8
"""Lines above a table that may belong to it."""
_LONGEST_CAPTION = 250
"""Characters of such a line; what is longer is text of the document."""
_ACROSS = frozenset(
    ("ins", "moveTo", "hyperlink", "smartTag", "sdt", "sdtContent", "fldSimple", "r", "customXml", "dir")
)
"""Elements through which the text of a paragraph goes on; deleted and moved text stands in others."""


def read_grids(path: Path) -> tuple[Grid, ...]:
    """The tables in order, named after their place: ``Tabel 1``.

    Raises:
        SourceRefused: It has no document in it, or more cells than tables of an office.
        ParseError: Its document is no XML.
    """
    with zipfile.ZipFile(path) as archive:
        parts = sorted(name for name in archive.namelist() if _is_document(name))
        if not parts:
            raise SourceRefused("dokumennya hilang dari berkas")
        data = archive.read(parts[0])
        looks = word_looks(archive)
    if _STRICT in data:
        raise SourceRefused("disimpan sebagai Strict Open XML", "B86")
    body = fromstring(data).find(f"{_W}body")
    if body is None:
        raise SourceRefused("dokumennya tidak dapat dibaca")
    grids: list[Grid] = []
    captions: list[str] = []
    total = 0
    for block in _blocks(body):
        if block.tag == f"{_W}p":
            captions += [line for line in part_struck(_paragraph(block, looks))[0].split("\n") if line.strip()]
            continue
        table = _TableReader(block, captions[-_CAPTIONS:], looks)
        captions = []
        total += len(table.cells)
        if total > MAX_CELLS:
            raise SourceRefused(f"memuat lebih dari {MAX_CELLS} sel terisi", "B06")
        grids.append(table.grid(f"Tabel {len(grids) + 1}"))
    return tuple(grids)


def _is_document(name: str) -> bool:
    folder, _, file = name.rpartition("/")
    return folder.casefold() == "word" and file.casefold().startswith("document") and file.endswith(".xml")


def _blocks(parent: Element) -> Iterator[Element]:
    """The paragraphs and tables of the text, those in content controls and inserted ones too."""
    for child in parent:
        name = child.tag.removeprefix(_W)
        if name in ("p", "tbl"):
            yield child
        elif name in ("sdt", "sdtContent", "customXml", "ins", "moveTo"):
            yield from _blocks(child)


def _paragraph(paragraph: Element, looks: WordLooks) -> str:
    """The text of a paragraph as Word shows it with all changes accepted, its struck parts marked."""
    return "".join(_pieces(paragraph, looks, looks.strikes(paragraph))).strip("\n")


def _pieces(parent: Element, looks: WordLooks, struck: bool) -> Iterator[str]:
    for child in parent:
        name = child.tag.removeprefix(_W)
        if name == "t":
            yield as_struck(child.text or "") if looks.strikes(parent, otherwise=struck) else child.text or ""
        elif name in ("br", "cr"):
            yield "\n"
        elif name in ("tab", "ptab"):
            yield "\t"
        elif name == "noBreakHyphen":
            yield "-"
        elif name in _ACROSS:
            yield from _pieces(child, looks, struck)


@dataclass
class _TableReader:
    """A table while it is read."""

    table: Element
    captions: list[str]
    looks: WordLooks
    cells: dict[tuple[int, int], UsedCell] = field(default_factory=dict)
    merges: list[MergedRange] = field(default_factory=list)
    notes: list[Remark] = field(default_factory=list)
    boxes: list[Remark] = field(default_factory=list)
    indents: dict[tuple[int, int], int] = field(default_factory=dict)
    seen: dict[tuple[int, int], TextLook] = field(default_factory=dict)

    def __post_init__(self) -> None:
        row = 0
        for line in self.captions:
            if len(line) <= _LONGEST_CAPTION:
                row += 1
                self.cells[row, 1] = display.show_text(line.strip())
        open_merges: dict[int, MergedRange] = {}
        for element in _rows(self.table):
            row += 1
            self._take_row(element, row, open_merges)

    def grid(self, title: str) -> Grid:
        """What was read."""
        grid = sheet_grid(title, self.cells, self.merges, remarks=(tuple(self.notes), tuple(self.boxes)))
        return replace(grid, indents=self.indents, looks=self.seen)

    def _take_row(self, element: Element, row: int, open_merges: dict[int, MergedRange]) -> None:
        column = 1 + _number(element.find(f"{_W}trPr/{_W}gridBefore"))
        for cell in _children(element, "tc"):
            traits = cell.find(f"{_W}tcPr")
            wide = max(_number(traits.find(f"{_W}gridSpan")) if traits is not None else 0, 1)
            vertical = traits.find(f"{_W}vMerge") if traits is not None else None
            goes_on = vertical is not None and vertical.get(f"{_W}val", "continue") != "restart"
            if goes_on and column in open_merges:
                begun = open_merges[column]
                open_merges[column] = MergedRange(begun.top, begun.left, row, begun.right)
                self.merges.append(open_merges[column])
            else:
                area = MergedRange(row, column, row, column + wide - 1)
                open_merges.pop(column, None)
                if vertical is not None:
                    open_merges[column] = area
                if wide > 1:
                    self.merges.append(area)
                self._put(row, column, cell)
            column += wide

    def _put(self, row: int, column: int, cell: Element) -> None:
        text = "\n".join(_cell_lines(cell, self.looks)).strip("\n")
        place = f"{column_letters(column)}{row}"
        self.notes += [(place, said) for said in self.looks.comments_in(cell)]
        self.boxes += [(place, said) for said in boxes_in(cell)]
        if len(text) > MAX_LENGTH:
            raise SourceRefused(f"satu selnya memuat {len(text)} huruf (batas {MAX_LENGTH})", "B06")
        if text.strip():
            self.cells[row, column] = show_marked(text)
            indent, self.seen[row, column] = look_of_cell(cell)
            if indent:
                self.indents[row, column] = indent
        if len(self.cells) > MAX_CELLS:
            raise SourceRefused(f"memuat lebih dari {MAX_CELLS} sel terisi", "B06")


def _rows(table: Element) -> Iterator[Element]:
    """The rows of a table but those deleted while changes were tracked."""
    for row in _children(table, "tr"):
        if row.find(f"{_W}trPr/{_W}del") is None:
            yield row


def _children(parent: Element, name: str) -> Iterator[Element]:
    for child in parent:
        if child.tag == f"{_W}{name}":
            yield child
        elif child.tag in (f"{_W}sdt", f"{_W}sdtContent", f"{_W}customXml"):
            yield from _children(child, name)


def _cell_lines(cell: Element, looks: WordLooks) -> Iterator[str]:
    """The paragraphs of a cell; a table inside it gives its texts in their order."""
    for block in _blocks(cell):
        if block.tag == f"{_W}p":
            yield _paragraph(block, looks)
        else:
            for row in _rows(block):
                yield "\t".join(" ".join(_cell_lines(inner, looks)) for inner in _children(row, "tc"))


def _number(element: Element | None) -> int:
    text = element.get(f"{_W}val", "") if element is not None else ""
    return min(int(text), 1000) if text.isdecimal() and len(text) < 9 else 0
