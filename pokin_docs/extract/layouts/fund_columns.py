"""Columns of Program that part the money of a year by sumber dana: DAU, DAK, PAD; their sum is the pagu."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal

from pokin_docs.extract.grid import Grid
from pokin_docs.extract.layouts.column_titles import ColumnTitle, titles, years_in_full
from pokin_docs.extract.layouts.sheet_header import SheetHeader
from pokin_docs.model.findings import FindingLog, Temuan
from pokin_docs.model.money_units import UNIT_NAMES, powers_in_title
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
    r"\b(?:pagu|indikatif|anggaran|dana|sumber|pendanaan|alokasi|rp|rupiah|tahun|thn|th|t ?a|n|kebutuhan|20\d\d"
    r"|dalam|dlm|satuan|ribu|ribuan|juta|jutaan|miliar|milyar|jt|rb|000|x|1 000)\b"
)
_TOTAL = re.compile(r"\b(?:jumlah|total|seluruhnya)\b")
_YEAR = re.compile(r"\b20\d\d\b")
_AROUND_A_NAME = re.compile(
    r"(?:pagu|anggaran|tahun|ta|20\d\d|rp|rupiah|dalam|dlm|satuan|ribu|ribuan|juta|jutaan|jt|rb|000)?"
)
_FOLLOWS = ("B15", "B47", "B109", "B32")
"""What else is said of such titles, which are then understood."""


@dataclass(frozen=True, slots=True)
class FundColumns:
    """The columns of one year: that of each sumber dana, by its number what it is called, and that of the total.

    The year is 0 where neither a title nor the one who asks says one. ``powers`` are the units of money that the titles
    of its columns say, as powers of ten.
    """

    tahun: int
    names: Mapping[int, str]
    total: int | None
    powers: Mapping[int, int] = field(default_factory=dict)

    @property
    def columns(self) -> tuple[int, ...]:
        """All of its columns, that of the total last."""
        return (*self.names, self.total) if self.total is not None else tuple(self.names)

    @property
    def first(self) -> int:
        """The column whose unit is that of the pagu: that of the total, else the first one."""
        return self.total if self.total is not None else min(self.names)

    def shift(self, number: int) -> int | None:
        """By what power of ten an amount of a column is above one of the pagu; None where only one says its unit."""
        own, pagu = self.powers.get(number), self.powers.get(self.first)
        if own == pagu or not (own or pagu):
            return 0
        return own - pagu if own is not None and pagu is not None else None


def find_funds(grid: Grid, header: SheetHeader, tahun: int | None) -> tuple[SheetHeader, tuple[FundColumns, ...]]:
    """The header with the columns by sumber dana, and these; the header as it was where no two are of one year.

    Args:
        grid: The sheet Program.
        header: Its header.
        tahun: The year of a title without one.
    """
    end = header.baris + 1 if names_funds_alone(grid, header.baris + 1) else header.baris
    over = titles(grid, header.start, end)
    found = fund_columns(grid, over, end, tahun)
    if not found:
        return header, ()
    parts = {number for entry in found for number in entry.names}
    kolom = {key: number for key, number in header.kolom.items() if number not in parts}
    kolom |= {("pagu", entry.tahun): entry.total or next(iter(entry.names)) for entry in found}
    every = frozenset((*parts, *(entry.total for entry in found if entry.total)))
    shown = {number: title.text for number, title in over.items()}
    return replace(header, baris=end, kolom=kolom, funds=every, title=shown), found


def fund_columns(
    grid: Grid, over: Mapping[int, ColumnTitle], end: int, tahun: int | None
) -> tuple[FundColumns, ...]:  # fmt: skip
    """The columns by sumber dana of each year that has two or more, with that of their total.

    Args:
        grid: The sheet.
        over: The titles by column.
        end: The last row of titles, 1-based.
        tahun: The year of a title without one; None where there is none, and such columns are not read.
    """
    funds: dict[int, dict[int, str]] = {}
    totals: dict[int, list[int]] = {}
    for number, title in over.items():
        read = _read_title(title)
        year = tahun if read is None or read[1] is None else read[1]
        if read is None or year is None:
            continue
        if read[0]:
            funds.setdefault(year, {})[number] = read[0]
        else:
            totals.setdefault(year, []).append(number)
    funds = {year: names for year, names in funds.items() if len(set(map(fold, names.values()))) == len(names) > 1}
    funds = {year: names for year, names in funds.items() if _hold_amounts(grid, end, names)}
    said = {number: powers_in_title(title.text) for number, title in over.items()}
    powers = {number: min(own - {0} or own) for number, own in said.items() if len(own - {0} or own) == 1}
    return tuple(
        FundColumns(year, names, next(iter(totals.get(year, ())), None), powers) for year, names in funds.items()
    )


def title_years(over: Mapping[int, ColumnTitle]) -> set[int]:
    """The years that the titles of amounts name: of all funds together, and of each."""
    return {read[1] for title in over.values() if (read := _read_title(title)) is not None and read[1] is not None}


def names_funds_alone(grid: Grid, baris: int) -> bool:
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
            # Without a total the first column is read as that of the pagu, and told there.
            told = frozenset() if entry.total else frozenset((min(entry.names),))
            amounts = dict(fund_amounts(grid, row.baris, entry, log, told))
            read |= {(row.baris, number) for number in amounts}
            row = _with_pagu(row, entry, amounts, log)
        done.append(row)
    return tuple(done), read


def fund_amounts(
    grid: Grid, baris: int, entry: FundColumns, log: FindingLog, told: frozenset[int] = frozenset()
) -> Iterator[tuple[int, Decimal | None]]:
    """The amount in each filled cell of a row; None, told, where a cell holds none.

    Args:
        grid: The sheet.
        baris: The row, 1-based.
        entry: The columns.
        log: Takes cells that are no amounts.
        told: Columns where that is told already.
    """
    for number, name in entry.names.items():
        cell = grid.cells.get((baris, number))
        text = squeeze(cell.text) if cell is not None else ""
        if cell is None or (not text and not cell.broken and not cell.unread):
            continue
        amount = cell.number if cell.number is not None else (read_rupiah(text) if text not in "-–—" else Decimal(0))
        if (amount is None or cell.broken) and not cell.unread and number not in told:
            place = CellRef(grid.title, baris, number)
            log.note("B21", place, teks=text, jenis="jumlah rupiah", kolom=f"Pagu {entry.tahun} {name}", usul="")
        shift = entry.shift(number)
        if shift is None and amount:
            said = UNIT_NAMES.get(entry.powers.get(number, entry.powers.get(entry.first, 0)), "")
            log.note(
                "B77", CellRef(grid.title, baris, number), teks=text, satuan=said, tempat=name,
                sebab="kolom lain pada tahun itu tidak menyebut satuannya",
            )  # fmt: skip
            amount = None
        unread = cell.broken or cell.unread or amount is None
        yield number, None if unread or amount is None else amount.scaleb(shift or 0)


def _with_pagu(
    row: ProgramRow, entry: FundColumns, amounts: Mapping[int, Decimal | None], log: FindingLog
) -> ProgramRow:
    if not amounts:
        return row
    listed = funds_with_money(row.lembar, row.baris, entry, amounts)
    if listed is not None and not row.sumber_dana:
        row = replace(row, sumber_dana=listed)
    whole = row.pagu.get(entry.tahun) if entry.total else None
    pagu = whole_or_sum(CellRef(row.lembar, row.baris, next(iter(amounts))), entry, amounts, whole, log)
    return row if pagu is whole else replace(row, pagu={**row.pagu, entry.tahun: pagu})


def funds_with_money(
    lembar: str, baris: int, entry: FundColumns, amounts: Mapping[int, Decimal | None]
) -> Isian | None:  # fmt: skip
    """The names of the funds that have money in a row; None where none has.

    Args:
        lembar: Title of the sheet.
        baris: The row, 1-based.
        entry: The columns.
        amounts: The amounts of the row by column.
    """
    known = [number for number, amount in amounts.items() if amount]
    listed = "; ".join(dict.fromkeys(entry.names[number] for number in known))
    return Isian(listed, CellRef(lembar, baris, known[0])) if listed else None


def whole_or_sum(
    source: CellRef, entry: FundColumns, amounts: Mapping[int, Decimal | None], whole: Isian | None, log: FindingLog
) -> Isian:
    """The pagu of a row: the amount of its total, told where it is not the sum of the parts; else that sum.

    Args:
        source: The cell that a sum is said to come from.
        entry: The columns.
        amounts: The amounts of the row by column; a None leaves no sum.
        whole: What the column of the total says.
        log: Takes a total that is not the sum.
    """
    together = sum((amount for amount in amounts.values() if amount), Decimal(0))
    if whole is not None and whole.number is not None:
        if None not in amounts.values() and whole.number != together:
            log.note(
                "B124", whole.source, tahun=entry.tahun or "", pagu=rupiah(whole.number), jumlah=rupiah(together),
                kolom=", ".join(entry.names.values()),
            )  # fmt: skip
        return whole
    unread = None in amounts.values()
    return Isian("" if unread else rupiah(together), source, number=None if unread else together, unread=unread)
