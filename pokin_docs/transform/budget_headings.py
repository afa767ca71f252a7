"""Rows of the sheet Program that are no program: urusan and bidang urusan above, rekening below, with their sums."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from enum import Enum

from pokin_docs.model.findings import Temuan, temuan
from pokin_docs.model.printing import rupiah
from pokin_docs.model.programs import CodeKind, first_code, kind_of
from pokin_docs.model.rows import ProgramRow
from pokin_docs.model.texts import fold


class RowKind(Enum):
    """What a row of the budget is: the levels from the top, and what stands below a sub kegiatan."""

    URUSAN = 0
    BIDANG = 1
    AGENCY = 2
    COMPONENT = 3
    ACCOUNT = 4


_URUSAN, _BIDANG = re.compile(r"\d|X"), re.compile(r"\d\.\d{2}|X\.XX")
_AGENCY = re.compile(r"\d\.\d{2}\.\d\.\d{2}\.\d\.\d{2}\.\d{2}\.\d{4}")
_ACCOUNT = re.compile(r"[4-6]\.\d(?:\.\d{1,5})*|[4-6]")


def row_kinds(rows: Sequence[ProgramRow]) -> tuple[RowKind, ...]:
    """What each row is. A short code is that of a heading only where programs of it follow, or its name says so."""
    codes = [_code(row) for row in rows]
    parts = [code.split(".") for code in codes if kind_of(code) is CodeKind.PROGRAM]
    headings = {".".join(own[:depth]) for own in parts for depth in range(1, len(own))}
    kinds: list[RowKind] = []
    inside = False
    for row, code in zip(rows, codes, strict=True):
        named = "urusan" in fold(row.nomenklatur.text).split() or code in headings
        if inside and _ACCOUNT.fullmatch(code) and not kind_of(code):
            kinds.append(RowKind.ACCOUNT)
            continue
        inside = kind_of(code) in (CodeKind.SUB_KEGIATAN, CodeKind.KEGIATAN)
        if _AGENCY.fullmatch(code):
            kinds.append(RowKind.AGENCY)
        elif named and _BIDANG.fullmatch(code):
            kinds.append(RowKind.BIDANG)
        elif named and _URUSAN.fullmatch(code):
            kinds.append(RowKind.URUSAN)
        else:
            kinds.append(RowKind.COMPONENT)
    return tuple(kinds)


def sums_that_differ(rows: Sequence[ProgramRow], kinds: Sequence[RowKind]) -> Iterator[Temuan]:
    """B99: a heading has the sum of its programs, a sub kegiatan that of its rekening, in each year that both have."""
    for place, (row, kind) in enumerate(zip(rows, kinds, strict=True)):
        if kind in (RowKind.URUSAN, RowKind.BIDANG):
            yield from _differing(row, _programs_below(rows, kinds, place), "program")
        elif kind is RowKind.COMPONENT and kind_of(_code(row)) is CodeKind.SUB_KEGIATAN:
            yield from _differing(row, _accounts_below(rows, kinds, place), "rekening")


def _programs_below(rows: Sequence[ProgramRow], kinds: Sequence[RowKind], place: int) -> Iterator[ProgramRow]:
    for row, kind in zip(rows[place + 1 :], kinds[place + 1 :], strict=True):
        if kind.value <= kinds[place].value:
            return
        if kind is RowKind.COMPONENT and kind_of(_code(row)) is CodeKind.PROGRAM:
            yield row


def _accounts_below(rows: Sequence[ProgramRow], kinds: Sequence[RowKind], place: int) -> list[ProgramRow]:
    """The rekening of a sub kegiatan that no other of its rekening is part of."""
    below: list[ProgramRow] = []
    for row, kind in zip(rows[place + 1 :], kinds[place + 1 :], strict=True):
        if kind is not RowKind.ACCOUNT:
            break
        below.append(row)
    codes = [_code(row) for row in below]
    return [row for row in below if not any(code.startswith(f"{_code(row)}.") for code in codes)]


def _differing(row: ProgramRow, parts: Iterator[ProgramRow] | list[ProgramRow], what: str) -> Iterator[Temuan]:
    found = list(parts)
    for year, isian in row.pagu.items():
        amounts = [part.pagu[year].number for part in found]
        if isian.number is None or not amounts or None in amounts:
            continue
        total = sum((amount for amount in amounts if amount is not None), Decimal(0))
        if abs(total - isian.number) > len(amounts):
            yield temuan(
                "B99", isian.source, kode=_code(row), tahun=year, pagu=rupiah(isian.number), bagian=what,
                jumlah=rupiah(total),
            )  # fmt: skip


def _code(row: ProgramRow) -> str:
    return first_code(row.kode.text)
