"""Columns of Program that part the money of a year by sumber dana: DAU, DAK, PAD; their sum is the pagu."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from pokin_docs.extract.grid import Grid
from pokin_docs.extract.layouts.column_titles import ColumnTitle, titles, years_in_full
from pokin_docs.extract.layouts.sheet_header import SheetHeader
from pokin_docs.model.findings import FindingLog, Temuan
from pokin_docs.model.printing import rupiah
from pokin_docs.model.rows import Isian, ProgramRow
from pokin_docs.model.source import CellRef
from pokin_docs.model.texts import fold, squeeze
from pokin_docs.model.typed_values import read_rupiah

_FUND = re.compile(
    r"\b(?:dau|dak|pad|dbh|dbh ?cht|dbhcht|dif|did|blud|silpa|apbn|apbd|hibah|bankeu|dana transfer umum|dana desa"
    r"|dana alokasi (?:umum|khusus)|pendapatan asli daerah|dana bagi hasil(?: cukai hasil tembakau)?|dana insentif"
    r"(?: daerah| fiskal)?|bantuan keuangan|pajak rokok|dana otonomi khusus|otsus)"
    r"(?: (?:fisik|non ?fisik|reguler|penugasan|provinsi|kabupaten|kota|earmark(?:ed)?|block ?grant))*\b"
)
_AROUND = re.compile(
    r"\b(?:pagu|indikatif|anggaran|dana|sumber|pendanaan|alokasi|rp|rupiah|tahun|thn|th|t ?a|n|kebutuhan|20\d\d)\b"
)
_TOTAL = re.compile(r"\b(?:jumlah|total|seluruhnya)\b")
_YEAR = re.compile(r"\b20\d\d\b")
_AROUND_A_NAME = re.compile(r"(?:pagu|anggaran|tahun|ta|20\d\d|rp)?")
_FOLLOWS = ("B15", "B47", "B109", "B32")
"""What else is said of such titles, which are then understood."""


@dataclass(frozen=True, slots=True)
class FundColumns:
    """The columns of one year: that of each sumber dana, by its number what it is called, and that of the total."""

    tahun: int
    names: Mapping[int, str]
    total: int | None


def find_funds(grid: Grid, header: SheetHeader, tahun: int | None) -> tuple[SheetHeader, tuple[FundColumns, ...]]:
    """The header with the columns by sumber dana, and these; the header as it was where no two are of one year.

    Args:
        grid: The sheet Program.
        header: Its header.
        tahun: The year of a title without one.
    """
    end = header.baris + 1 if _names_funds_alone(grid, header.baris + 1) else header.baris
    over = titles(grid, header.start, end)
    funds: dict[int, dict[int, str]] = {}
    totals: dict[int, list[int]] = {}
    for number, title in over.items():
        read = _read_title(title)
        year = read[1] or tahun if read else None
        if read is None or year is None:
            continue
        if read[0]:
            funds.setdefault(year, {})[number] = read[0]
        else:
            totals.setdefault(year, []).append(number)
    funds = {year: names for year, names in funds.items() if len(set(map(fold, names.values()))) == len(names) > 1}
    funds = {year: names for year, names in funds.items() if _hold_amounts(grid, end, names)}
    if not funds:
        return header, ()
    found = tuple(FundColumns(year, names, next(iter(totals.get(year, ())), None)) for year, names in funds.items())
    parts = {number for entry in found for number in entry.names}
    kolom = {key: number for key, number in header.kolom.items() if number not in parts}
    kolom |= {("pagu", entry.tahun): entry.total or next(iter(entry.names)) for entry in found}
    every = frozenset((*parts, *(entry.total for entry in found if entry.total)))
    shown = {number: title.text for number, title in over.items()}
    return replace(header, baris=end, kolom=kolom, funds=every, title=shown), found


def _names_funds_alone(grid: Grid, baris: int) -> bool:
    """Whether a row below the header has the names of funds and nothing else, as below a title over several columns."""
    texts = [text for number in grid.filled_columns.get(baris, ()) if (text := grid.text(baris, number)).strip()]
    return len(texts) > 1 and all((_fund(text) or _TOTAL.fullmatch(fold(text))) for text in texts)


def _fund(text: str) -> str:
    """The fund that a text names alone; empty where it says more, or none."""
    key = fold(text)
    found = _FUND.search(key)
    return found[0] if found and not _AROUND.sub(" ", _FUND.sub(" ", key, count=1)).strip() else ""


def _read_title(title: ColumnTitle) -> tuple[str, int | None] | None:
    """The fund that a title names, empty for all together, and its year; None where it is of something else."""
    text = years_in_full(title.text)
    key = fold(text)
    year = next((int(found) for found in _YEAR.findall(key)), None)
    if _fund(text):
        named = next(part for part in (*reversed(title.parts), title.text) if _FUND.search(fold(part)))
        short = re.search(r"\(([^)]*)\)", named)
        inner = short[1] if short and _FUND.search(fold(short[1])) else named
        return _spelt(inner), year
    rest = _AROUND.sub(" ", _TOTAL.sub(" ", key)).strip()
    about_money = _TOTAL.search(key) or ("pagu" in key or "anggaran" in key)
    return ("", year) if about_money and not rest else None


def _spelt(text: str) -> str:
    """The name of a fund as its title spells it, without the words around it."""
    kept = [word for word in squeeze(text).split() if _AROUND_A_NAME.fullmatch(fold(word)) is None]
    return " ".join(kept).strip(" ()[]-–—:")


def _hold_amounts(grid: Grid, baris: int, numbers: Iterable[int]) -> bool:
    """Whether columns hold mostly amounts below a row: there are tables that only tick the funds of a line."""
    reach = [row for row in grid.filled_columns if row > baris]
    texts = [(row, number) for number in numbers for row in reach if grid.text(row, number).strip()]
    amounts = [
        place for place in texts if grid.cells[place].number is not None or read_rupiah(squeeze(grid.text(*place)))
    ]
    return 2 * len(amounts) > len(texts)


def without_what_follows(found: Iterable[Temuan], header: SheetHeader) -> Iterator[Temuan]:
    """The findings without those that titles of such columns are not understood, or that no pagu is there.

    Args:
        found: What is found of the header, and of what its titles say beside.
        header: The header with the columns by sumber dana.
    """
    for entry in found:
        of_title = entry.kode in _FOLLOWS and entry.tempat.kolom in header.funds
        if not of_title and not (entry.kode == "B14" and str(dict(entry.details).get("kolom", "")).startswith("Pagu")):
            yield entry


def with_funds(
    rows: Sequence[ProgramRow], grid: Grid, columns: Sequence[FundColumns], log: FindingLog
) -> tuple[tuple[ProgramRow, ...], set[tuple[int, int]]]:
    """The rows with their pagu and sumber dana, and the cells that were read for these.

    Args:
        rows: The rows of Program.
        grid: The sheet.
        columns: The columns by sumber dana.
        log: Takes what is found: cells that are no amounts, and totals that are not the sum of their parts.
    """
    read: set[tuple[int, int]] = set()
    done: list[ProgramRow] = []
    for row in rows:
        for entry in columns:
            amounts = dict(_amounts(row, grid, entry, log))
            read |= {(row.baris, number) for number in amounts}
            row = _with_pagu(row, entry, amounts, log)
        done.append(row)
    return tuple(done), read


def _amounts(row: ProgramRow, grid: Grid, entry: FundColumns, log: FindingLog) -> Iterator[tuple[int, Decimal | None]]:
    """The amount in each filled cell of a row; None, told, where a cell holds none.

    Without a total the first column is read as that of the pagu, and told there.
    """
    for number, name in entry.names.items():
        cell = grid.cells.get((row.baris, number))
        text = squeeze(cell.text) if cell is not None else ""
        if cell is None or (not text and not cell.broken):
            continue
        amount = cell.number if cell.number is not None else (read_rupiah(text) if text not in "-–—" else Decimal(0))
        if (amount is None or cell.broken) and (entry.total or number != min(entry.names)):
            place = CellRef(grid.title, row.baris, number)
            log.note("B21", place, teks=text, jenis="jumlah rupiah", kolom=f"Pagu {entry.tahun} {name}", usul="")
        yield number, None if cell.broken else amount


def _with_pagu(
    row: ProgramRow, entry: FundColumns, amounts: Mapping[int, Decimal | None], log: FindingLog
) -> ProgramRow:
    if not amounts:
        return row
    known = [(number, amount) for number, amount in amounts.items() if amount]
    listed = "; ".join(dict.fromkeys(entry.names[number] for number, _ in known))
    if listed and not row.sumber_dana:
        row = replace(row, sumber_dana=Isian(listed, CellRef(row.lembar, row.baris, known[0][0])))
    whole = row.pagu.get(entry.tahun) if entry.total else None
    together = sum((amount for _, amount in known), Decimal(0))
    if whole is not None and whole.number is not None:
        if None not in amounts.values() and whole.number != together:
            log.note(
                "B124", whole.source, tahun=entry.tahun, pagu=rupiah(whole.number), jumlah=rupiah(together),
                kolom=", ".join(entry.names.values()),
            )  # fmt: skip
        return row
    source = CellRef(row.lembar, row.baris, next(iter(amounts)))
    unread = None in amounts.values()
    isian = Isian("" if unread else rupiah(together), source, number=None if unread else together, unread=unread)
    return replace(row, pagu={**row.pagu, entry.tahun: isian})
