"""Codes that the sheet Program lacks, and its lines at which they were meant to stand."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import accumulate

from pokin_docs.documents.plan import Plan
from pokin_docs.model.catalogue import proposal
from pokin_docs.model.findings import Temuan, temuan
from pokin_docs.model.programs import TOTAL_CODES, Nomenklatur, first_code, kind_of, parent_code, split_codes
from pokin_docs.model.rows import BukuKerja, Isian
from pokin_docs.model.source import CellRef
from pokin_docs.model.texts import Likeness, fold, nearest

Missed = dict[str, tuple[list[CellRef], list[Nomenklatur]]]
"""Of each code that Program lacks the cells of Tahap 5 that use it, and the lines of Program that stand below it."""


def missed_codes(buku: BukuKerja, plan: Plan) -> Missed:
    """The codes that Program lacks, in the order in which they are met."""
    missed: Missed = {}
    for kinerja in plan.pohon.kinerja:
        for row in kinerja.baris:
            for kode in split_codes(row.kode.text):
                if kode not in plan.program:
                    missed.setdefault(kode, ([], []))[0].append(row.kode.source)
    for entry in plan.program.program_lines:
        induk = parent_code(entry.kode)
        if induk is not None and induk not in plan.program and plan.program.find(entry.kode) is entry:
            missed.setdefault(induk, ([], []))[1].append(entry)
    return missed


def codes_known(finding: str, cells: Iterable[Isian], plan: Plan) -> Iterator[Temuan]:
    """A finding at each code of another sheet that Program does not list; a code is told at its first cell.

    Args:
        finding: Code of the finding.
        cells: The cells with codes, in order.
        plan: For what Program lists; where it lists nothing, nothing is said.
    """
    if not plan.program.program_lines:
        return
    known = [entry.kode for entry in plan.program.program_lines]
    told: set[str] = set()
    for cell in cells:
        for kode in split_codes(cell.text):
            if kode not in plan.program and kode not in told:
                told.add(kode)
                yield temuan(finding, cell.source, kode=kode, usul=proposal(nearest(kode, known, Likeness.MEANT)))


@dataclass(frozen=True)
class FaultyLine:
    """A line of Program whose code is missing or cannot be its own; ``above`` and ``below`` are the codes beside it."""

    source: CellRef
    kode: str
    above: str
    below: str
    doubled: bool

    def may_be(self, kode: str, uses: int) -> bool:
        """Whether a code of the official shape that is missed, and used so often, was meant to stand here."""
        if not self.above < kode or (self.below and kode >= self.below):
            return False
        if kind_of(self.kode) is None:
            return not self.kode or nearest(kode, (self.kode,), Likeness.MEANT) is not None
        return self.doubled or uses > 1  # of two cells that differ, Tahap 5 is the likelier to be wrong


def lines_meant(missed: Missed, buku: BukuKerja, plan: Plan) -> dict[str, FaultyLine]:
    """The line of Program at which each code that is missed was meant to stand; without those of which no line may be.

    Args:
        missed: The codes that Tahap 5 uses and Program lacks.
        buku: The rows.
        plan: The plan.
    """
    lines = faulty_lines(buku, plan)
    found: dict[str, FaultyLine] = {}
    for kode, (places, below) in missed.items():
        uses = len(places) + len(below)
        line = next((line for line in lines if line.may_be(kode, uses)), None) if kind_of(kode) is not None else None
        if line is not None:
            found[kode] = line
    return found


def faulty_lines(buku: BukuKerja, plan: Plan) -> tuple[FaultyLine, ...]:
    """The lines of Program that have no code, no code of the official shape, one twice, or one that nobody uses."""
    wanted = {kode for kinerja in plan.pohon.kinerja for kode in kinerja.kode}
    wanted |= {induk for entry in plan.program.program_lines if (induk := parent_code(entry.kode))}
    codes = [(first_code(row.kode.text), row) for row in buku.program]
    counts = Counter(kode for kode, _ in codes)
    # Both ways once: a table of nothing but faulty lines is looked through in proportion to its rows.
    above = tuple(accumulate((kode for kode, _ in codes), _last_code, initial=""))
    below = tuple(accumulate((kode for kode, _ in reversed(codes)), _last_code, initial=""))[::-1]
    lines: list[FaultyLine] = []
    for number, (kode, row) in enumerate(codes):
        total = fold(row.nomenklatur.text).split(" ")[0] in TOTAL_CODES or not any(row.pagu.values())
        if (not kode and total) or (kind_of(kode) and kode in wanted and counts[kode] == 1):
            continue
        doubled = bool(kode) and counts[kode] > 1
        lines.append(FaultyLine(row.kode.source, kode, above[number], below[number + 1], doubled))
    return tuple(lines)


def _last_code(known: str, kode: str) -> str:
    return kode if kind_of(kode) else known
