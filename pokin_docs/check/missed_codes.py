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


def missed_codes(buku: BukuKerja, plan: Plan) -> dict[str, tuple[list[CellRef], list[Nomenklatur]]]:
    """The codes that Program lacks: the cells of Tahap 5 that use each, and its lines that stand below it."""
    missed: dict[str, tuple[list[CellRef], list[Nomenklatur]]] = {}
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
class _CodeFault:
    """A line of Program whose code is missing or cannot be its own; ``above`` and ``below`` are the codes beside it."""

    source: CellRef
    kode: str
    above: str
    below: str
    doubled: bool

    def may_be(self, kode: str, uses: int) -> bool:
        """Whether a code that is missed, and used so often, was meant to stand here."""
        if kind_of(kode) is None or not self.above < kode or (self.below and kode >= self.below):
            return False
        if kind_of(self.kode) is None:
            return not self.kode or nearest(kode, (self.kode,), Likeness.MEANT) is not None
        return self.doubled or uses > 1  # of two cells that differ, Tahap 5 is the likelier to be wrong


def line_of(kode: str, buku: BukuKerja, plan: Plan) -> _CodeFault | None:
    """The line of Program at which a code that is missed was meant to stand; None where no line may be it.

    Args:
        kode: A code that Tahap 5 uses and Program lacks.
        buku: The rows.
        plan: The plan.
    """
    places, below = missed_codes(buku, plan).get(kode, ([], []))
    lines = faulty_lines(buku, plan)
    return next((line for line in lines if line.may_be(kode, len(places) + len(below))), None)


def faulty_lines(buku: BukuKerja, plan: Plan) -> tuple[_CodeFault, ...]:
    """The lines of Program that have no code, no code of the official shape, one twice, or one that nobody uses."""
    wanted = {kode for kinerja in plan.pohon.kinerja for kode in kinerja.kode}
    wanted |= {induk for entry in plan.program.program_lines if (induk := parent_code(entry.kode))}
    codes = [(first_code(row.kode.text), row) for row in buku.program]
    counts = Counter(kode for kode, _ in codes)
    # Both ways once: a table of nothing but faulty lines is looked through in proportion to its rows.
    above = tuple(accumulate((kode for kode, _ in codes), _last_code, initial=""))
    below = tuple(accumulate((kode for kode, _ in reversed(codes)), _last_code, initial=""))[::-1]
    lines: list[_CodeFault] = []
    for number, (kode, row) in enumerate(codes):
        total = fold(row.nomenklatur.text).split(" ")[0] in TOTAL_CODES or not any(row.pagu.values())
        if (not kode and total) or (kind_of(kode) and kode in wanted and counts[kode] == 1):
            continue
        doubled = bool(kode) and counts[kode] > 1
        lines.append(_CodeFault(row.kode.source, kode, above[number], below[number + 1], doubled))
    return tuple(lines)


def _last_code(known: str, kode: str) -> str:
    return kode if kind_of(kode) else known
