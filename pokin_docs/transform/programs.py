"""The sheet Program as a list that knows its tree; without the sheet, the programs that the tree names."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal

from pokin_docs.model.cells import BLANK
from pokin_docs.model.findings import FindingLog, Temuan
from pokin_docs.model.level_labels import component_name
from pokin_docs.model.programs import Nomenklatur, ProgramList, kind_of, split_codes
from pokin_docs.model.rows import Isian, ProgramRow
from pokin_docs.model.source import CellRef
from pokin_docs.model.texts import fold
from pokin_docs.model.tree import PohonKinerja
from pokin_docs.transform.budget_headings import RowKind, row_kinds, sums_that_differ


def read_programs(rows: tuple[ProgramRow, ...]) -> tuple[ProgramList, tuple[Temuan, ...]]:
    """The sheet Program as a list that knows its tree, and a finding for every row that is no part of it.

    Urusan and bidang urusan above the programs and rekening below them are no lines of it; only their sums are held.
    """
    log = FindingLog()
    entries: list[Nomenklatur] = []
    kinds = row_kinds(rows)
    log.add(sums_that_differ(rows, kinds))
    for row, kind in zip(rows, kinds, strict=True):
        if kind is not RowKind.COMPONENT:
            continue
        codes = split_codes(row.kode.text)
        words = fold(f"{row.kode.text} {row.nomenklatur.text}").split()
        if codes and any(character.isdigit() for character in codes[0]):
            entries.append(Nomenklatur(codes[0], kind_of(codes[0]), row))
        elif not words or not any(row.pagu.values()):
            log.note("B17", row.kode.source, teks=row.nomenklatur.clean or row.kode.clean or "…")
        else:
            log.note("P47", row.kode.source, nama=row.nomenklatur.clean or row.kode.clean)
    return ProgramList(tuple(entries)), tuple(log)


def before_the_change(program: ProgramList, before: Mapping[CellRef, Isian], year: int | None) -> ProgramList | None:
    """The same list with the first budget of a year; None where the workbook has that of no line.

    Args:
        program: The list, with the changed budget.
        before: The amounts of before, by the cells of the changed ones.
        year: The year.
    """
    pagu = [(entry.pagu.get(year, BLANK) if year is not None else BLANK) for entry in program.program_lines]
    if year is None or not any(before.get(isian.source) for isian in pagu):
        return None
    old = [before.get(isian.source, isian) or _none_yet(isian) for isian in pagu]
    return ProgramList(tuple(
        replace(entry, baris=replace(entry.baris, pagu={**entry.pagu, year: isian}))
        for entry, isian in zip(program.program_lines, old, strict=True)
    ))  # fmt: skip


def _none_yet(changed: Isian) -> Isian:
    """What a blank cell of the first budget says beside an amount of the changed one: the line is new."""
    return Isian("0", changed.source, Decimal(0)) if changed else changed


def programs_of_tree(pohon: PohonKinerja) -> ProgramList:
    """The programs that a tree itself names, code and name ("1.05.02 PROGRAM …"), without amounts.

    What is printed where the workbook has no sheet Program: names that stand in Tahap 5 are not lost.
    """
    found: dict[str, Nomenklatur] = {}
    for kinerja in pohon.kinerja:
        row = kinerja.baris[0]
        for isian in (row.komponen, row.kinerja, row.kode):
            name = component_name(isian.text)
            if name and len(kinerja.kode) == 1:
                kode = kinerja.kode[0]
                blank = Isian("", isian.source)
                line = ProgramRow(row.lembar, row.baris, row.kode, Isian(name, isian.source), blank, blank)
                found.setdefault(kode, Nomenklatur(kode, kind_of(kode), line))
                break
    return ProgramList(tuple(found.values()))
