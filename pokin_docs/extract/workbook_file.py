"""The only reader of xlsx: a workbook file becomes grids of cells.

openpyxl tells what a cell means: number, date, error or text, and how it is formatted. The sheets that it makes to be
edited are left out, as nobody edits them: half of the time of reading. Merges are laid over the cells here.
"""

from __future__ import annotations

import sys
import warnings
import zipfile
from collections.abc import Generator, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from typing import Any
from xml.etree.ElementTree import fromstring, iterparse

from pokin_docs.extract import display
from pokin_docs.extract.bare_sheet import BrokenWorkbook
from pokin_docs.extract.bare_styles import MAIN_NAMESPACE, OWN_FORMATS, STRUCK_FONT
from pokin_docs.extract.grid import BareWorkbook, Grid, TextLook, UsedCell, sheet_grid
from pokin_docs.extract.struck import all_struck, show_marked

# openpyxl loads numpy where it is installed, only to write its numbers: a tenth of a second in every run.
_LOADED = "numpy" in sys.modules
if not _LOADED:
    sys.modules["numpy"] = None  # type: ignore[assignment]  # the way to say that a module cannot be imported
try:
    from openpyxl.cell.text import Text
    from openpyxl.styles.numbers import BUILTIN_FORMATS
    from openpyxl.styles.stylesheet import Stylesheet
    from openpyxl.utils import get_column_letter
    from openpyxl.utils.datetime import MAC_EPOCH, WINDOWS_EPOCH
    from openpyxl.worksheet._reader import INLINE_STRING, ROW_TAG, WorkSheetParser
    from openpyxl.worksheet.dimensions import RowDimension
finally:
    if not _LOADED:
        del sys.modules["numpy"]

_SHARED, _PLAIN = f"{{{MAIN_NAMESPACE}}}si", f"{{{MAIN_NAMESPACE}}}t"
_SHARED_TEXTS = "xl/sharedStrings.xml"
MAX_LENGTH = 32_767
"""Characters of one cell: Excel's own limit."""
MAX_TEXT = 10_000_000
"""Characters of all cells together, a text counted in each cell that shows it; workbooks of 5,000 rows have half."""


def read_grids(package: BareWorkbook) -> tuple[Grid, ...]:
    """All table sheets of the workbook in order, hidden ones too.

    Args:
        package: What there is to read (``extract.bare_package``).

    Raises:
        BrokenWorkbook: A text is longer than Excel allows, or all are longer than a workbook's are.
        Exception: Whatever openpyxl raises on a cell it cannot understand; the caller names the file.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        sheets = _sheets(package)
    grids = []
    texts = _Texts()
    for sheet, raw in zip(sheets, package.lembar, strict=True):
        cells = dict(_cells(sheet.cells, raw.title, texts, STRUCK_FONT))
        for position, formula in raw.uncalculated.items():
            cells[position] = display.broken("B18", formula)
        hidden = tuple(row for row, size in sheet.rows.items() if (size.hidden or size.ht == 0) and size.r is not None)
        grid = sheet_grid(raw.title, cells, raw.merges, hidden, (raw.notes, raw.boxes))
        concealed = frozenset(_concealed(sheet.cells, cells))
        indents, looks = _looks_of_texts(sheet.cells, cells, package.looks)
        grids.append(
            replace(
                grid,
                hidden_columns=raw.hidden_columns,
                is_hidden=raw.is_hidden,
                printed=raw.printed,
                concealed=concealed,
                reformatted=raw.reformatted,
                linked=raw.linked,
                pivots=raw.pivots,
                indents=indents,
                looks=looks,
                outlines={row: size.outlineLevel for row, size in sheet.rows.items() if size.outlineLevel},
            )
        )
    return tuple(grids)


@dataclass(frozen=True, slots=True)
class _CellFormat:
    """How cells are formatted, by what stands in the style sheet that is left of theirs."""

    format_id: int
    number_format: str
    font: int
    fill: int
    border: int
    is_lost: bool
    """The workbook does not describe it."""


@dataclass(slots=True)
class _FileCell:
    """A cell as it stands in the file, with what openpyxl's cells say of theirs."""

    row: int
    column: int
    value: Any
    data_type: str
    style: _CellFormat

    @property
    def number_format(self) -> str:
        return self.style.number_format

    @property
    def coordinate(self) -> str:
        return f"{get_column_letter(self.column)}{self.row}"


@dataclass(frozen=True, slots=True)
class _FileSheet:
    cells: dict[tuple[int, int], _FileCell]
    rows: dict[int, Any]
    """The rows that say more of themselves than their number."""


class _CellParser(WorkSheetParser):
    """What openpyxl says of each cell of a sheet, with the quick parser of Python's library.

    The guard has let no part pass that declares entities.
    """

    def parse(self) -> Generator[Any, None, None]:
        element: Any
        for _, element in iterparse(self.source):  # noqa: S314  # no entities
            if element.tag == ROW_TAG:
                yield self.parse_row(element)
                element.clear()

    def parse_cell(self, element: Any) -> dict[str, Any]:
        inside = element.find(INLINE_STRING) if element.get("t") == "inlineStr" else None
        if inside is None:
            return super().parse_cell(element)
        element.remove(inside)
        return {**super().parse_cell(element), "value": _text_of(inside), "data_type": "s"}


def _sheets(package: BareWorkbook) -> list[_FileSheet]:
    """The cells of the sheets of a workbook, by the names that a package of ours has for its parts."""
    epoch = MAC_EPOCH if package.date1904 else WINDOWS_EPOCH
    nowhere: Any = None
    with zipfile.ZipFile(package.file) as archive:
        tree: Any = fromstring(archive.read("xl/styles.xml"))  # noqa: S314  # ours
        formats: Any = Stylesheet.from_tree(tree)
        styles, shared = _CellFormats(formats, package.lost_styles), _shared_texts(archive)
        sheets = []
        for number, raw in enumerate(package.lembar, 1):
            with archive.open(f"xl/worksheets/sheet{number}.xml") as file:
                parser = _CellParser(file, shared, True, epoch, formats.date_formats, formats.timedelta_formats)
                cells = {
                    (cell["row"], cell["column"]): _FileCell(
                        cell["row"], cell["column"], cell["value"], cell["data_type"], styles[cell["style_id"]]
                    )
                    for _, row in parser.parse()
                    for cell in row
                }
            # A number is what its format shows: 0,85 may have been 85%, and 46023 a day.
            for cell in cells.values() if package.lost_styles else ():
                if cell.style.is_lost and isinstance(cell.value, int | float) and cell.data_type == "n":
                    place = f"lembar «{raw.title}» sel {cell.coordinate}"
                    raise BrokenWorkbook(f"{place} memuat angka yang formatnya hilang dari berkas")
            rows = {int(row): RowDimension(nowhere, **said) for row, said in parser.row_dimensions.items()}
            sheets.append(_FileSheet(cells, rows))
    return sheets


class _CellFormats(dict[int, _CellFormat]):
    """The formats of cells by the number that a cell names."""

    def __init__(self, formats: Any, lost_styles: frozenset[int]) -> None:
        super().__init__()
        self.formats, self.lost_styles = formats, lost_styles

    def __missing__(self, number: int) -> _CellFormat:
        style = self.formats.cell_styles[number]
        own, lost = style.numFmtId - OWN_FORMATS, number in self.lost_styles
        shown = self.formats.number_formats[own] if own >= 0 else BUILTIN_FORMATS.get(style.numFmtId, "General")
        self[number] = _CellFormat(style.numFmtId, shown, style.fontId, style.fillId, style.borderId, lost)
        return self[number]


def _shared_texts(archive: zipfile.ZipFile) -> list[str]:
    """The texts that cells share."""
    texts: list[str] = []
    if _SHARED_TEXTS in archive.namelist():
        with archive.open(_SHARED_TEXTS) as file:
            for _, node in iterparse(file):  # noqa: S314  # no entities
                if node.tag == _SHARED:
                    texts.append(_text_of(node).replace("x005F_", ""))  # as openpyxl does
                    node.clear()
    return texts


def _text_of(node: Any) -> str:
    """The text of a cell without its formats and its reading aids; most are of one piece."""
    if len(node) == 1 and node[0].tag == _PLAIN:
        return node[0].text or ""
    whole: Any = Text.from_tree(node)
    return str(whole.content)


def _concealed(
    found: Mapping[tuple[int, int], _FileCell], cells: Mapping[tuple[int, int], UsedCell]
) -> Iterator[tuple[int, int]]:
    """The cells with a value that nobody sees."""
    for position, cell in found.items():
        used = cells.get(position)
        if used is not None and used.is_filled:
            by_format = cell.style.format_id >= OWN_FORMATS and display.conceals(cell.number_format, used.number)
            if by_format or cell.style.font > STRUCK_FONT:
                yield position


def _looks_of_texts(
    found: Mapping[tuple[int, int], _FileCell], cells: Mapping[tuple[int, int], UsedCell], looks: Sequence[TextLook]
) -> tuple[dict[tuple[int, int], int], dict[tuple[int, int], TextLook]]:
    """How far texts are indented, and how they look, of those that are or look in any way.

    Args:
        found: The cells as they stand in the file.
        cells: Its used cells.
        looks: The looks by the number of a fill.
    """
    indents: dict[tuple[int, int], int] = {}
    shown: dict[tuple[int, int], TextLook] = {}
    for position, cell in found.items():
        style = cell.style
        if (style.fill or style.border) and (used := cells.get(position)) is not None and used.number is None:
            if style.border:
                indents[position] = style.border
            if style.fill:
                shown[position] = looks[style.fill]
    return indents, shown


class _Texts:
    """Texts of cells as they are shown: one that many cells share is cleaned once."""

    def __init__(self) -> None:
        self.known: dict[str, UsedCell] = {}
        self.total = 0

    def show(self, text: str, place: str) -> UsedCell:
        """The cell of a text that stands at ``place``, for the fault."""
        self.total += len(text)
        if len(text) > MAX_LENGTH:
            raise BrokenWorkbook(f"sel {place} memuat {len(text)} huruf (batas {MAX_LENGTH})", "B06")
        if self.total > MAX_TEXT:
            raise BrokenWorkbook(f"semua selnya bersama memuat lebih dari {MAX_TEXT // 10**6} juta huruf", "B06")
        if text not in self.known:
            self.known[text] = show_marked(text)
        return self.known[text]


def _cells(
    found: Mapping[tuple[int, int], Any], title: str, texts: _Texts, struck: int | None = None
) -> Iterator[tuple[tuple[int, int], UsedCell]]:
    for position, cell in found.items():
        place_text = _cell(cell, title, texts)
        if place_text is not None:
            yield position, place_text if struck is None or cell.style.font != struck else all_struck(place_text)


def _cell(cell: Any, title: str, texts: _Texts) -> UsedCell | None:
    value = cell.value
    if value is None:
        return None
    if cell.data_type == "e":
        return display.broken("B19", str(value)[:60])
    if isinstance(value, bool):
        return display.show_bool(value)
    if isinstance(value, int | float):
        return display.show_number(value, cell.number_format)
    if isinstance(value, datetime | date | time):
        return display.show_date(value, cell.number_format)
    if isinstance(value, timedelta):
        return display.show_duration(value)
    return texts.show(str(value), f"{title}!{cell.coordinate}")
