"""The budget table of a PK (domain.md 1.5): which components, in which order, with which amounts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from pokin_docs.documents.pk.content import AnggaranPk
from pokin_docs.documents.values import Text, filled, missing
from pokin_docs.model.levels import JenisPk
from pokin_docs.model.printing import rupiah
from pokin_docs.model.programs import CodeKind, Nomenklatur, ProgramList, kind_of, parent_code
from pokin_docs.model.source import CellRef
from pokin_docs.model.tree import Kinerja, PohonKinerja

_LEVELS_SHOWN: dict[JenisPk, tuple[CodeKind, CodeKind | None]] = {
    JenisPk.JPT: (CodeKind.PROGRAM, None),
    JenisPk.ESS_3: (CodeKind.PROGRAM, CodeKind.KEGIATAN),
    JenisPk.SUB_KOORDINATOR_JF: (CodeKind.KEGIATAN, CodeKind.SUB_KEGIATAN),
    JenisPk.JF_JP: (CodeKind.SUB_KEGIATAN, None),
}


def budget_table(
    pk_class: JenisPk, kinerja: tuple[Kinerja, ...], pohon: PohonKinerja, program: ProgramList, tahun: int | None,
    *, whole: bool,
) -> tuple[tuple[AnggaranPk, ...], Text]:  # fmt: skip
    """The rows of a PK's budget table and its total, as printed: dots between thousands, no Rp, or a mark.

    A component appears once however many kinerja it serves. One whose parts other officials answer for as well counts
    only this official's parts, so that the PKs of all officials of one class add up to the whole.

    Args:
        pk_class: PK class; gives the two levels shown.
        kinerja: The nodes the official owns.
        pohon: The tree, for what lies below them and what others own.
        program: The sheet Program.
        tahun: Year of the amounts; None where nobody said, which makes marks of them.
        whole: Every program of the sheet belongs to this official (the only JPT), also those without a node.
    """
    top, below = _LEVELS_SHOWN[pk_class]
    own = frozenset(part.number for node in kinerja for part in pohon.subtree(node))
    codes = [code for number in sorted(own) for code in pohon.kinerja[number].kode]
    if whole and program.at_level(CodeKind.PROGRAM):
        heads = [entry.kode for entry in program.at_level(CodeKind.PROGRAM)]
        share = _BudgetShare(program, frozenset(heads), frozenset(), {}, tahun)
    else:
        heads = _heads(codes, top, program)
        share = _BudgetShare(program, _with_parents(codes), own, pohon.nodes_of_kode, tahun)
    if not heads:
        return _nothing(kinerja, program), missing("jumlah anggaran", "")
    rows: list[AnggaranPk] = []
    amounts: list[Decimal | None] = []
    for code in heads:
        children = share.parts(code) if below is not None else ()
        amounts.append(share.amount(code))
        rows.append(_row(share, code, induk=bool(children)))
        rows.extend(_row(share, child.kode) for child in children)
    known = [amount for amount in amounts if amount is not None]
    if len(known) < len(amounts):
        return tuple(rows), missing("jumlah anggaran", "")
    return tuple(rows), rupiah(sum(known, Decimal(0)))


@dataclass(frozen=True)
class _BudgetShare:
    """How much of each component one official answers for.

    ``owned`` are the codes of his nodes and of all below them, with their parents, ``node`` those nodes;
    ``nodes_of_kode`` are the nodes of each code, his and all others.
    """

    program: ProgramList
    owned: frozenset[str]
    node: frozenset[int]
    nodes_of_kode: Mapping[str, frozenset[int]]
    tahun: int | None

    def shared(self, code: str) -> bool:
        """Whether nodes of others carry a code or a part of it as well."""
        return not self.nodes_of_kode.get(code, frozenset()) <= self.node

    def parts(self, code: str) -> tuple[Nomenklatur, ...]:
        """The parts of a component that are his: all if nobody shares it, else those he names.

        Who shares one and names no part of it has the parts that nobody names.
        """
        children = self.program.children(code)
        if not self.shared(code):
            return children
        mine = tuple(child for child in children if child.kode in self.owned)
        return mine or tuple(child for child in children if not self.shared(child.kode))

    def partial(self, code: str) -> bool:
        """Whether some of the component's money belongs to the nodes of others only."""
        parts = self.parts(code)
        left = [child for child in self.program.children(code) if child not in parts]
        return any(child.rupiah(self.tahun) != 0 for child in left) or any(self.partial(child.kode) for child in parts)

    def amount(self, code: str) -> Decimal | None:
        """The budget of a component as far as it is his; None where an amount is missing."""
        entry = self.program.find(code)
        if entry is None or not self.partial(code):
            return entry.rupiah(self.tahun) if entry else None
        amounts = [self.amount(child.kode) for child in self.parts(code)]
        known = [amount for amount in amounts if amount is not None]
        return sum(known, Decimal(0)) if len(known) == len(amounts) else None


def _with_parents(codes: list[str]) -> frozenset[str]:
    found: set[str] = set()
    for code in codes:
        current: str | None = code
        while current is not None:
            found.add(current)
            current = parent_code(current)
    return frozenset(found)


def _heads(codes: list[str], top: CodeKind, program: ProgramList) -> list[str]:
    """The components of the top level that the codes belong to, in sheet order.

    A code of another level stands for itself unless one of those is a part of it.
    """
    heads: dict[str, None] = {}
    others: dict[str, None] = {}
    for code in codes:
        current: str | None = code
        while current is not None and kind_of(current) is not top:
            current = parent_code(current)
        if current is not None:
            heads[current] = None
        else:
            others[code] = None
    covered = _with_parents(list(heads))
    chosen = [*heads, *(code for code in others if code not in covered)]
    return sorted((code for code in chosen if code in program), key=program.order)


def _row(share: _BudgetShare, code: str, *, induk: bool = False) -> AnggaranPk:
    entry = share.program.find(code)
    assert entry is not None  # heads and parts are lines of the sheet
    amount, tahun = share.amount(code), share.tahun
    source = entry.pagu[tahun].source if tahun is not None and tahun in entry.pagu else entry.baris.source
    return AnggaranPk(
        tingkat=(entry.jenis or CodeKind.SUB_KEGIATAN).name.lower(),
        induk=induk,
        kode=entry.kode,
        nama=filled(entry.nama, "nama"),
        anggaran=rupiah(amount) if amount is not None else missing(f"pagu {tahun or ''}".strip(), source),
        sumber_dana=entry.baris.sumber_dana.clean,
        sebagian=share.partial(code),
    )


def _nothing(kinerja: tuple[Kinerja, ...], program: ProgramList) -> tuple[AnggaranPk, ...]:
    place: CellRef | str = "lembar Program"
    if program.program_lines and kinerja:
        place = kinerja[0].baris[0].kode.source
    tanda = missing("program dan anggaran", place)
    return (AnggaranPk("program", False, "", tanda, missing("pagu", ""), "", False),)
