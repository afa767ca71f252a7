"""The money of a table of the Renstra beside the sheet Program: compared, and filled where Program has none."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from pokin_docs.extract.foreign import roles
from pokin_docs.extract.foreign.areas import TableArea
from pokin_docs.extract.foreign.assign import TableReading
from pokin_docs.extract.layouts.sheet_header import SheetHeader
from pokin_docs.extract.layouts.unit_notes import UnitAbove, unit_above
from pokin_docs.extract.money_columns import in_rupiah
from pokin_docs.extract.share_parts import SHARE
from pokin_docs.model.findings import FindingLog, Temuan
from pokin_docs.model.printing import rupiah
from pokin_docs.model.programs import first_code, split_codes
from pokin_docs.model.rows import Isian, KinerjaRow, ProgramRow
from pokin_docs.model.source import CellRef
from pokin_docs.model.workbook_spec import PROGRAM, TAHAP_5

_ROUNDED, _THOUSAND = 1_000, 1_000
"""Rupiah that a table in thousands may differ by; what amounts without their unit differ by."""


def compare_budgets(
    own: Sequence[ProgramRow], other: Sequence[ProgramRow]
) -> tuple[tuple[ProgramRow, ...], tuple[Temuan, ...]]:
    """The rows of Program with the amounts and components that only the other table has; a finding for what differs.

    Args:
        own: The rows of the sheet Program.
        other: The components of the tables of the tree.
    """
    if not other or own is other or tuple(own) == tuple(other):
        return tuple(own), ()
    by_code = {code: row for row in other for code in split_codes(row.kode.text)[:1]}
    log = FindingLog()
    found = []
    for row in own:
        code = first_code(row.kode.text)
        told = by_code.get(code)
        found.append(row if told is None else replace(row, pagu=_pagu(code, row.pagu, told.pagu, log)))
    known = {code for row in own for code in split_codes(row.kode.text)}
    more = (row for code, row in by_code.items() if code not in known and any(row.pagu.values()))
    return (*found, *more), tuple(log)


def _pagu(
    code: str, own: Mapping[int, Isian], other: Mapping[int, Isian], log: FindingLog
) -> dict[int, Isian]:  # fmt: skip
    pagu = dict(own)
    for year, isian in other.items():
        known = pagu.get(year)
        if isian.number is None:
            continue
        if known is None or (known.number is None and not known and not known.unread):
            pagu[year] = isian
        elif known.number is not None and abs(known.number - isian.number) >= _ROUNDED:
            small, large = sorted((abs(known.number), abs(isian.number)))
            scaled = bool(small) and large == small * _THOUSAND
            log.note(
                "B104", isian.source, tahun=year, kode=code, pagu=rupiah(isian.number), dipakai=rupiah(known.number),
                lain=known.source, sebab=" Mungkin salah satunya dalam ribuan." if scaled else "",
            )  # fmt: skip
    return pagu


def lines_in_rupiah(
    rows: Sequence[ProgramRow], tables: Sequence[TableReading], log: FindingLog
) -> tuple[ProgramRow, ...]:  # fmt: skip
    """The lines with their money in rupiah, as the table says that each amount stands in: a line may be of another.

    Args:
        rows: The lines.
        tables: The tables that they come from.
        log: Takes what is said of units.
    """
    found = list(rows)
    units: dict[int, UnitAbove | None] = {}
    for table in tables:
        area = table.area
        own: dict[int, ProgramRow] = {}
        for place, row in enumerate(found):
            amounts = {year: isian for year, isian in row.pagu.items() if _stands_in(area, isian.source)}
            if amounts and (first := next(iter(amounts.values())).source).baris is not None:
                own[place] = replace(row, lembar=area.grid.title, baris=first.baris, pagu=amounts)
        header = header_of(table, roles.PAGU)
        above = units.get(id(table.before))
        settled = in_rupiah(tuple(own.values()), area.grid, PROGRAM, header, log, above)
        for place, row in zip(own, settled, strict=True):
            found[place] = replace(found[place], pagu={**found[place].pagu, **row.pagu})
        read = [isian.number for row in settled for isian in row.pagu.values()]
        money = set(header.kolom.values())
        units[id(table)] = unit_above(area.grid, header, money, area.rows[-1], read) or above
    return tuple(found)


def shares_in_rupiah(
    rows: Sequence[KinerjaRow], tables: Sequence[TableReading], log: FindingLog
) -> tuple[KinerjaRow, ...]:  # fmt: skip
    """The rows of the main table with the amounts of Bagian in rupiah, as the table says that each stands in.

    Args:
        rows: The rows.
        tables: The tables that they come from.
        log: Takes what is said of units.
    """
    found = list(rows)
    for table in tables:
        places = [place for place, row in enumerate(rows) if _stands_in(table.area, row.bagian.source)]
        own = [replace(rows[place], lembar=table.area.grid.title) for place in places]
        settled = in_rupiah(own, table.area.grid, TAHAP_5, header_of(table, SHARE[0]), log)
        for place, row in zip(places, settled, strict=True):
            found[place] = replace(found[place], bagian=row.bagian)
    return tuple(found)


def header_of(table: TableReading, *kinds: str) -> SheetHeader:
    """The header of a table as that of an official sheet, with its columns of these kinds alone.

    Of two columns of one year and kind it has the first, which is the one that is read; of those by sumber dana that of
    their total.
    """
    chosen = sorted(table.chosen.items(), reverse=True)
    columns = {(role.kunci, role.tahun): number for number, role in chosen if role.kunci in kinds}
    for entry in table.area.funds:
        number = entry.total or min(entry.names)
        if (role := table.chosen.get(number)) is not None and role.kunci in kinds:
            columns[(role.kunci, role.tahun)] = number
    titles = {number: title.text for number, title in table.area.titles.items()}
    return SheetHeader(table.area.end, columns, titles, table.area.start)


def _stands_in(area: TableArea, source: CellRef) -> bool:
    return source.lembar == area.grid.title and area.end < (source.baris or 0) <= area.rows[-1]
