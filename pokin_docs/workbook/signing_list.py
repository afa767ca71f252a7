"""The list of signatures as a workbook: our columns made anew each time, what an office typed beside them kept."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from copy import copy
from dataclasses import dataclass, field

from openpyxl.cell.cell import Cell
from openpyxl.comments import Comment
from openpyxl.styles import PatternFill
from openpyxl.worksheet.worksheet import Worksheet

from pokin_docs.documents.signers import INCOMPLETE, PARTLY, READY, SIGNED, PaperState, SignerLine
from pokin_docs.model.source import column_letters
from pokin_docs.model.workbook_spec import ColumnType, Kolom
from pokin_docs.workbook import behaviour, saving
from pokin_docs.workbook.look import HELP, TITLE, BodyLooks, as_body, as_header, cell_at, put, row_height
from pokin_docs.workbook.sheets import new_book

LIST_TITLE, KNOWN_TITLE = "Tanda Tangan", "Sidik"
"""Titles of the sheet one reads, and of the hidden one that holds what was written last."""
HEADER = 4
ID, NAME, PATH, STATUS, NOTES = "ID", "Nama", "Berkas", "Status", "Catatan"
COLUMNS = (
    Kolom("no", "No", "Nomor urut.", width=6),
    Kolom("id", ID, "ID jabatan pada lembar Pejabat.", ColumnType.ID, width=13),
    Kolom("name", NAME, "Yang menandatangani.", width=30),
    Kolom("post", "Jabatan", "Jabatannya.", width=34),
    Kolom("order", "Urutan", "Tanda tangan ke berapa pada dokumen itu.", width=9),
    Kolom("title", "Dokumen", "Yang ditandatangani.", width=38),
    Kolom("role", "Sebagai", "Sebagai pihak mana.", width=20),
    Kolom("others", "Bersama", "Siapa lagi yang menandatanganinya.", width=38),
    Kolom("day", "Tanggal Dokumen", "Tanggal yang tercetak.", width=20),
    Kolom("status", STATUS, "Siap, belum lengkap, atau ditandatangani.", width=17),
    Kolom("details", "Keterangan", "Apa yang kurang, atau siapa yang sudah menandatangani.", width=46),
    Kolom("path", PATH, "Letaknya di folder hasil.", width=46),
)
TITLES = tuple(kolom.title for kolom in COLUMNS)
_GONE = "tidak dibuat lagi"
_LONGEST = 32_000
"""Characters that a cell of Excel holds; a row that says more goes on in the next one."""
_FILLS = {
    SIGNED: PatternFill("solid", fgColor="E2EFDA"),
    PARTLY: PatternFill("solid", fgColor="FFF2CC"),
    INCOMPLETE: PatternFill("solid", fgColor="FCE4D6"),
}
_HOW = (
    "Satu baris satu tanda tangan. Kolom Catatan dan kolom yang Anda tambahkan di kanannya tetap ada setiap kali "
    "program dijalankan; kolom biru dibuat ulang."
)


@dataclass(frozen=True, slots=True)
class TypedRow:
    """A row as an office left it: what it typed into columns of its own, cells of ours it changed, and comments.

    ``written`` are our columns by their titles, kept where the row is not one of ours. ``looks`` are the cells.
    """

    own: Mapping[str, Cell] = field(default_factory=dict)
    changed: tuple[tuple[str, str], ...] = ()
    comments: Mapping[str, str] = field(default_factory=dict)
    written: Mapping[str, str] = field(default_factory=dict)
    is_added: bool = False

    @property
    def holds_something(self) -> bool:
        """Whether an office typed anything here."""
        return bool(self.is_added or self.own or self.changed or self.comments)


@dataclass(frozen=True, slots=True)
class TypedList:
    """What an office typed into the list: by row, the titles of its own columns with their widths, its own sheets."""

    rows: Mapping[tuple[str, str], TypedRow] = field(default_factory=dict)
    columns: Mapping[str, float] = field(default_factory=dict)
    sheets: tuple[Worksheet, ...] = ()


NOTHING_TYPED = TypedList()
_UNTYPED = TypedRow()


def list_bytes(
    heading: str,
    lines: Iterable[SignerLine],
    states: Mapping[str, PaperState],
    typed: TypedList = NOTHING_TYPED,
    *,
    agency: str = "",
) -> bytes:
    """The list; equal contents give equal bytes.

    Args:
        heading: What stands above it.
        lines: The signatures in order.
        states: How far each document is, by its path.
        typed: What an office typed into the list before.
        agency: Whose list it is, for the properties of the file.
    """
    book = new_book()
    book.properties.title, book.properties.language = heading, "id-ID"
    book.properties.creator = agency or book.properties.creator
    sheet = book.create_sheet(LIST_TITLE)
    rows = [_values(number, line, states) for number, line in enumerate(lines, start=1)]
    own = list(dict.fromkeys((NOTES, *typed.columns)))
    _head(sheet, heading, own, typed)
    mine = {key_of(dict(zip(TITLES, row, strict=True))) for row in rows}
    kept = [(key, one) for key, one in typed.rows.items() if key not in mine and one.holds_something]
    looks = BodyLooks()
    for number, row in enumerate(rows, start=HEADER + 1):
        _row(sheet, number, row, own, typed.rows.get(key_of(dict(zip(TITLES, row, strict=True))), _UNTYPED), looks)
    for number, (_, one) in enumerate(kept, start=HEADER + 1 + len(rows)):
        said = one.written if one.is_added else {**one.written, "No": "", STATUS: _GONE, "Keterangan": ""}
        _row(sheet, number, tuple(said.get(title, "") for title in TITLES), own, one, looks)
    last = column_letters(len(TITLES) + len(own))
    sheet.auto_filter.ref = f"A{HEADER}:{last}{max(HEADER + 1, HEADER + len(rows) + len(kept))}"
    behaviour.set_up_page(sheet, sum(kolom.width for kolom in COLUMNS) + 30)
    behaviour.freeze_titles(sheet, f"D{HEADER + 1}", HEADER, None)
    _known(book.create_sheet(KNOWN_TITLE), rows)
    for other in typed.sheets:
        _copy(other, book.create_sheet(other.title))
    commented = any(one.comments for one in typed.rows.values())
    return saving.saved(book, {} if commented else {1: f"B{HEADER + 1}:B{HEADER + 1 + len(rows)}"})


def key_of(row: Mapping[str, str]) -> tuple[str, str]:
    """What tells a row from others, by titles: the ID (of who has none the name), and the document."""
    return row.get(ID, "") or row.get(NAME, ""), row.get(PATH, "")


def _values(number: int, line: SignerLine, states: Mapping[str, PaperState]) -> tuple[str, ...]:
    state = states.get(line.path, PaperState(READY))
    order = f"{line.number} dari {line.count}"
    return (
        str(number), line.id, line.name, line.post, order, line.title, line.role, "; ".join(line.others), line.day,
        state.word, state.details, line.path,
    )  # fmt: skip


def _head(sheet: Worksheet, heading: str, own: list[str], typed: TypedList) -> None:
    sheet.cell(1, 1, heading).font = TITLE
    put(cell_at(sheet, 2, 1), _HOW)
    sheet.cell(2, 1).font = HELP
    for number, kolom in enumerate(COLUMNS, start=1):
        as_header(cell_at(sheet, HEADER, number), kolom.title, sample=False)
        sheet.column_dimensions[column_letters(number)].width = kolom.width
    for number, title in enumerate(own, start=len(COLUMNS) + 1):
        as_header(cell_at(sheet, HEADER, number), "" if title.startswith("\0") else title, sample=True)
        sheet.column_dimensions[column_letters(number)].width = typed.columns.get(title) or 30


def _row(
    sheet: Worksheet, number: int, row: tuple[str, ...], own: list[str], typed: TypedRow, looks: BodyLooks,
) -> None:  # fmt: skip
    for place, (kolom, value) in enumerate(zip(COLUMNS, row, strict=True), start=1):
        cell = cell_at(sheet, number, place)
        looks.give(cell, kolom, _FILLS.get(value) if kolom.title == STATUS else None)
        put(cell, int(value) if kolom.kunci == "no" and value.isdecimal() else value)
        _comment(cell, typed.comments.get(kolom.title, ""))
    for place, title in enumerate(own, start=len(COLUMNS) + 1):
        cell = cell_at(sheet, number, place)
        if title not in typed.own:
            looks.give(cell)
        else:
            as_body(cell)
            _same(cell, typed.own[title])
        if title == NOTES and typed.changed:
            said = "; ".join(f"{name}: {text}" for name, text in typed.changed)
            before = "" if cell.value is None else f"{cell.value}; "
            cell.value = before + said if said not in before else before.removesuffix("; ")
        _comment(cell, typed.comments.get(title, ""))
    widths = [kolom.width for kolom in COLUMNS] + [30.0] * len(own)
    values = [cell_at(sheet, number, place).value for place in range(1, len(widths) + 1)]
    sheet.row_dimensions[number].height = row_height(zip(values, widths, strict=True))


def _same(cell: Cell, other: Cell) -> None:
    """Give a cell the value and the looks of one of another workbook."""
    cell.value, cell.number_format = other.value, other.number_format
    if other.has_style:
        cell.font = copy(other.font)  # type: ignore[assignment]  # a copy of a proxy is what it stands for
        cell.fill = copy(other.fill)  # type: ignore[assignment]


def _comment(cell: Cell, text: str) -> None:
    if text:
        cell.comment = Comment(text, "")


def _known(sheet: Worksheet, rows: list[tuple[str, ...]]) -> None:
    """What is written now, so that a cell of ours that somebody types over is known next time: a row in a cell."""
    sheet.sheet_state = "veryHidden"
    for number, row in enumerate((TITLES, *rows), start=1):
        said = json.dumps(row, ensure_ascii=False)
        for place, start in enumerate(range(0, len(said), _LONGEST), start=1):
            put(cell_at(sheet, number, place), said[start : start + _LONGEST])


def _copy(source: Worksheet, target: Worksheet) -> None:
    """The cells of a sheet of the office, as they look."""
    for letters, column in source.column_dimensions.items():
        target.column_dimensions[letters].width = column.width
    for row in source.iter_rows():
        for cell in row:
            if isinstance(cell, Cell) and cell.value is not None:
                _same(cell_at(target, cell.row, cell.column), cell)
