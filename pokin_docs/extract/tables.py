"""Rows of one sheet's table: every row below the header with a value in a known column."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields, replace
from typing import TypeVar

from pokin_docs.extract.date_cells import read_date_cell
from pokin_docs.extract.grid import Grid, UsedCell
from pokin_docs.extract.layouts.column_titles import ColumnKey
from pokin_docs.extract.layouts.matrix import MatrixHeader
from pokin_docs.extract.layouts.people_columns import part_of
from pokin_docs.extract.layouts.program_names import name_column
from pokin_docs.extract.layouts.sheet_header import SheetHeader
from pokin_docs.extract.wide_merges import share_a_value
from pokin_docs.model.catalogue import proposal
from pokin_docs.model.cell_words import says_none
from pokin_docs.model.findings import FindingLog
from pokin_docs.model.person_names import named_status, says_two_people, says_vacant, sign_between_people
from pokin_docs.model.posts import plain_golongan
from pokin_docs.model.programs import says_no_budget
from pokin_docs.model.ranges import first_of
from pokin_docs.model.rows import IKU_YES, Isian, SheetRow
from pokin_docs.model.source import CellRef
from pokin_docs.model.texts import fold, nearest
from pokin_docs.model.typed_values import likely_rupiah, read_amount, read_negative, read_rupiah
from pokin_docs.model.workbook_spec import PEJABAT, POST_STATUS, ColumnType, Kolom, Lembar

MAX_ROWS = 5_000
_COLUMN_NUMBERS = (
    [str(number) for number in range(1, 60)],
    [f"{number:02}" for number in range(1, 60)],
    list("abcdefghijklmnopqrstuvwxyz"),
    ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv"],
)
"""The ways in which a form numbers its columns below the header."""
_MAX_NUMBER = 6
"""Characters of such a number with what may stand around it: " (1) "."""
_OPEN_LISTS = ("komponen", "keterangan", "jenis_pk", "rujukan", "tw", "jenis_hitung")
"""Levels have synonyms and their own findings; the drop-down only offers the usual labels."""
_WITHOUT_CONTENT = ("-", "–", "—")
_OF_DAYS = re.compile(r"\b(?:tanggal|tgl|waktu|bulan|hari)\b", re.IGNORECASE)
_ONE_BY_ONE = " Satu orang satu baris, masing-masing dengan ID dan NIP-nya."
_SHOWN_OTHERWISE = re.compile(r"%$|\d:\d")
"""How a number looks that is no amount."""
_TWO_WAYS = re.compile(r"\d\.\d{3},\d{3}$|\d,\d{3}\.\d{3}$")
"""An amount with both signs before three digits, «620.150,000»: one of them is a slip."""
_NO_BUDGET_SIGN = re.compile(r"[-–—\w]")
"""What "tanpa anggaran" has at least; "…" and "." in Kode are only not filled in yet."""

RowT = TypeVar("RowT", bound=SheetRow)


@dataclass(frozen=True)
class _CellReader:
    grid: Grid
    lembar: Lembar
    header: SheetHeader
    log: FindingLog

    def isian(self, baris: int, kolom: Kolom, tahun: int | None = None) -> Isian:
        """The cell of a column in a row; a cell inside a vertical merge has the value of its first cell."""
        number = self.header.kolom.get((kolom.kunci, tahun))
        if self.header.names and kolom.kunci == "nomenklatur":
            number = name_column(self.grid, baris, self.header.names)
        tempat = CellRef(self.grid.title, baris, number)
        if number is None:
            return Isian("", tempat)
        cell = self.grid.cells.get((baris, number))
        # A merged amount stands for all its rows together: filling it would count it once for each.
        if (cell is None or not cell.text) and kolom.kunci != "kinerja" and kolom.jenis is not ColumnType.RUPIAH:
            cell = self._merged(baris, number, (kolom.kunci, tahun)) or cell
        if cell is None or cell.unread:
            return Isian("", tempat, unread=cell is not None)
        if self.lembar is PEJABAT and not cell.broken:
            cell = part_of(self.grid, baris, self.header.kolom, kolom.kunci) or cell
            cell = replace(cell, text=plain_golongan(cell.text)) if kolom.kunci == "golongan" else cell
        if cell.tanggal is not None and kolom.jenis is ColumnType.VALUE and self._counts_days(baris):
            return Isian(cell.text, tempat, tanggal=cell.tanggal)
        return read_cell(cell, kolom, tempat, self.log)

    def _counts_days(self, baris: int) -> bool:
        satuan = self.header.kolom.get(("satuan", None))
        return satuan is not None and counts_days(self.grid.text(baris, satuan))

    def _merged(self, baris: int, number: int, key: ColumnKey) -> UsedCell | None:
        # A merged Kinerja is not filled: its further rows are further indicators, as with blank cells.
        anchor = self.grid.merges.get((baris, number))
        if anchor is None or anchor[0] <= self.header.baris:
            return None
        if anchor[1] != number:  # one target for several years
            first = next((known for known, column in self.header.kolom.items() if column == anchor[1]), None)
            if first is None or not share_a_value(self.lembar, first, key):
                return None
        return self.grid.cells.get(anchor)


def counts_days(satuan: str) -> bool:
    """Whether a satuan says that its targets are days: a date is no range that Excel has changed."""
    return _OF_DAYS.search(satuan) is not None


def read_cell(cell: UsedCell, kolom: Kolom, tempat: CellRef, log: FindingLog) -> Isian:
    """What a cell says as its column's type asks; blank, with a finding, where it cannot be that.

    Args:
        cell: The cell.
        kolom: The column it stands in.
        tempat: Its place, for the value and for findings.
        log: Takes what is found.
    """
    if cell.broken:
        log.note(cell.broken, tempat, rumus=cell.details, galat=cell.details, teks=cell.details)
        return Isian("", tempat, unread=True)
    if cell.cleaned:
        log.note("B23", tempat)
    title = kolom.title.replace(" {tahun}", "")
    if cell.tanggal is not None and kolom.jenis in (
        ColumnType.VALUE,
        ColumnType.KODE,
        ColumnType.ID,
        ColumnType.NIP,
        ColumnType.RUPIAH,
    ):
        log.note("B33", tempat, teks=cell.text, kolom=title)
        return Isian("", tempat, unread=True)
    if kolom.jenis in (ColumnType.KODE, ColumnType.ID, ColumnType.NIP):
        typed = cell.typed or cell.text
        if kolom.jenis is ColumnType.KODE and says_no_budget(typed) and _NO_BUDGET_SIGN.search(typed):
            return Isian("", tempat, said_none=True)
        none = not cell.text or (kolom.jenis is not ColumnType.KODE and says_none(cell.text))
        return Isian("" if none else cell.kode_text, tempat, number=cell.number)
    says_who = kolom.kunci == "nama" or kolom.choices == POST_STATUS  # there "-" means that nobody holds the post
    text = cell.typed if says_who and cell.typed else cell.text
    isian = Isian(text, tempat, cell.number, cell.tanggal, stand_in=cell.typed)
    if isian.is_blank:
        return isian
    if kolom.kunci == "nama" and says_two_people(isian.text):
        usul = f" Di dalamnya ada «{sign_between_people(isian.text)}».{_ONE_BY_ONE}"
        log.note("B21", tempat, teks=isian.clean, jenis="nama satu orang", kolom=title, usul=usul)
        return Isian("", tempat, unread=True)
    if kolom.kunci == "target" and isian.clean in _WITHOUT_CONTENT:
        return Isian("", tempat)  # a PK promises something: 0 that Excel shows as "-" is no target
    if kolom.jenis is ColumnType.RUPIAH:
        isian = _read_rupiah_cell(isian, title, log)
    elif kolom.jenis is ColumnType.DATE:
        isian = read_date_cell(isian, kolom, log)
    said_otherwise = says_who and (named_status(isian.text) or says_vacant(isian.text))
    if kolom.jenis is ColumnType.CHOICE and kolom.kunci not in _OPEN_LISTS and not said_otherwise:
        _check_choice(isian, kolom, log)
    return isian


def _read_rupiah_cell(isian: Isian, title: str, log: FindingLog) -> Isian:
    """The cell with its amount; without one, and with a finding, where it is none."""
    number = isian.number
    if number is not None and _SHOWN_OTHERWISE.search(isian.clean):
        number = None  # 0.5 that Excel shows as 50%, a time of the day
    elif number is None and not _TWO_WAYS.search(isian.clean) and (number := read_rupiah(isian.clean)) is None:
        amount = read_amount(isian.clean)
        number = read_negative(isian.clean) if amount is None else amount[0].scaleb(amount[1])
    if number is None:
        proposals = proposal(likely_rupiah(isian.clean))
        log.note("B21", isian.source, teks=isian.clean, jenis="jumlah rupiah", kolom=title, usul=proposals)
    return replace(isian, number=number, tanggal=None)


def _check_choice(isian: Isian, kolom: Kolom, log: FindingLog) -> None:
    marked = kolom.kunci == "iku" and isian.clean.casefold().rstrip(".") in IKU_YES
    if not marked and fold(isian.text) not in {fold(choices) for choices in kolom.choices}:
        proposals = proposal(nearest(isian.clean, kolom.choices))
        choices = ", ".join(kolom.choices)
        log.note("B22", isian.source, teks=isian.clean, kolom=kolom.title, usul=proposals, pilihan=choices)


def read_table(
    row_type: type[RowT], grid: Grid, lembar: Lembar, header: SheetHeader, log: FindingLog,
    rows: Iterable[int],
) -> tuple[RowT, ...]:  # fmt: skip
    """The rows of a table, in the order given.

    Args:
        row_type: Dataclass of a row; its fields are the keys of the columns.
        grid: The sheet.
        lembar: What its columns are called.
        header: Its header.
        log: Takes what is found.
        rows: Numbers of the rows, 1-based.
    """
    return tuple(read_row(row_type, grid, lembar, header, log, baris) for baris in rows)


def read_row(
    row_type: type[RowT], grid: Grid, lembar: Lembar, header: SheetHeader, log: FindingLog, baris: int
) -> RowT:
    """One row of a table, every field with its cell.

    Args:
        row_type: Dataclass of a row; its fields are the keys of the columns.
        grid: The sheet.
        lembar: What its columns are called.
        header: Its header.
        log: Takes what is found.
        baris: Number of the row, 1-based.
    """
    return row_type(grid.title, baris, **dict(_fields(row_type, _CellReader(grid, lembar, header, log), baris)))


def data_rows(grid: Grid, header: SheetHeader | MatrixHeader, log: FindingLog) -> tuple[int, ...]:
    """Numbers (1-based, ascending) of the rows below the header that hold data, at most ``MAX_ROWS``.

    Blank rows, repeated headers and the row of column numbers are left out.

    Args:
        grid: The sheet.
        header: Its header, of either layout.
        log: Takes what is found: too many rows, hidden ones, none at all.
    """
    known = header.all_columns
    title = [
        {number: fold(grid.text(row, number)) for number in known}
        for row in range(header.start or header.baris, header.baris + 1)
    ]
    rows: list[int] = []
    for baris, columns in grid.filled_columns.items():
        if baris <= header.baris:
            continue
        filled = [number for number in columns if number in known and _counts(grid.cells[baris, number])]
        texts = {number: grid.text(baris, number) for number in filled}
        every = {number: grid.text(baris, number) for number in columns}
        if not filled or any(_is_heading(texts, row) for row in title) or numbers_columns(texts, every):
            continue
        if len(rows) == MAX_ROWS:
            log.note("B27", CellRef(grid.title), lembar=grid.title, batas=MAX_ROWS)
            break
        rows.append(baris)
    name_hidden_rows(grid, rows, log)
    if not rows:
        log.note("B24", CellRef(grid.title, header.baris + 1), lembar=grid.title)
    return tuple(rows)


def name_hidden_rows(grid: Grid, rows: Iterable[int], log: FindingLog) -> None:
    """B26: rows of a table that were read though nobody sees them.

    Args:
        grid: The sheet.
        rows: The rows of the table, 1-based.
        log: Takes what is found.
    """
    if hidden := sorted(set(rows) & set(grid.hidden)):
        log.note("B26", CellRef(grid.title), jumlah=len(hidden), baris=first_of(hidden, 5))


def _counts(cell: UsedCell) -> bool:
    return bool(cell.text.strip()) or bool(cell.broken)


def _is_heading(texts: dict[int, str], title: dict[int, str]) -> bool:
    """Whether a row repeats the header, as it does after a page break."""
    filled = {number: text.strip() for number, text in texts.items() if text.strip()}
    named = {number: text for number, text in filled.items() if title[number]}
    return len(named) >= 2 and all(fold(text) == title[number] for number, text in named.items())


def numbers_columns(*rows: dict[int, str]) -> bool:
    """Whether a row numbers the columns: (1) (2) (3), in the columns we know or with those of the office (No)."""
    for texts in rows:
        filled = [text.strip() for _, text in sorted(texts.items()) if text.strip()]
        if len(filled) < 3 or len(filled[0]) > _MAX_NUMBER:
            continue
        labels = [re.split(r"[=+]", text)[0].strip(" .()[]-").casefold() for text in filled]
        if len(labels) >= 3 and any(labels == list(row[: len(labels)]) for row in _COLUMN_NUMBERS):
            return True
        if len(labels) > _MAX_NUMBER and labels == _COLUMN_NUMBERS[0][1 : len(labels) + 1]:
            return True  # the column No has none
    return False


def _fields(row_type: type[SheetRow], reader: _CellReader, baris: int) -> Iterator[tuple[str, object]]:
    kolom_by_kunci = {kolom.kunci: kolom for kolom in reader.lembar.kolom}
    for field in fields(row_type):
        kolom = kolom_by_kunci.get(field.name)
        if kolom is None:
            continue
        if kolom.per_tahun:
            tahun = sorted(year for kunci, year in reader.header.kolom if kunci == kolom.kunci and year is not None)
            yield field.name, {year: reader.isian(baris, kolom, year) for year in tahun}
        else:
            yield field.name, reader.isian(baris, kolom)
