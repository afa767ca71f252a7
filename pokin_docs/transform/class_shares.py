"""The officials of one class and the money of the programs: who has what, from the programs down."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from pokin_docs.model.findings import Temuan, temuan
from pokin_docs.model.levels import JenisPk
from pokin_docs.model.programs import Nomenklatur, ProgramList, parent_code
from pokin_docs.model.shares import ClassTotal, Gap, GapCause, HolderKey, Portion, PortionKind, SharingRule, sum_known
from pokin_docs.model.source import CellRef
from pokin_docs.transform.stated_shares import StatedShare, StatedShares, amounts_of
from pokin_docs.transform.whole_rupiah import grid

_NOTHING = Decimal(0)


@dataclass(frozen=True, eq=False)
class Claim:
    """What one official asks for: the components that head his table, and every code that he or his branch names.

    ``ranks`` gives of each such code, and of those it is part of, the first place: node, place among the owners.
    ``nodes`` are the nodes of his branches.
    """

    key: HolderKey
    heads: tuple[str, ...]
    ranks: Mapping[str, tuple[int, int]]
    nodes: frozenset[int]


Pool = tuple[Claim, ...]
"""Those who may have a component, the first holder first."""


class ClassShares:
    """The sharing-out of one class; ``total`` is asked for each line that is part of no other, then all is known."""

    def __init__(
        self, pk_class: JenisPk, claims: Pool, program: ProgramList, tahun: int | None, rule: SharingRule,
        stated: StatedShares, used: Mapping[str, object],
    ) -> None:  # fmt: skip
        """Prepare, without sharing anything yet.

        Args:
            pk_class: The class.
            claims: What its officials ask for.
            program: The sheet Program.
            tahun: Year of the money.
            rule: What becomes of a component that no Bagian parts.
            stated: The shares of the column Bagian.
            used: Every code that a kinerja names, with its parents.
        """
        self.portions: dict[HolderKey, dict[str, Portion]] = {claim.key: {} for claim in claims}
        self._pk_class, self._program, self._tahun, self._rule = pk_class, program, tahun, rule
        self._used = used
        self._by_key = {claim.key: claim for claim in claims}
        self._heading: dict[str, list[Claim]] = {}
        self._below: dict[str, list[Claim]] = {}
        for claim in claims:
            for head in claim.heads:
                self._heading.setdefault(head, []).append(claim)
                for code in self._parents(head):
                    if self._below.setdefault(code, [])[-1:] != [claim]:
                        self._below[code].append(claim)
        self._stated = stated
        self._stated_of: dict[str, list[tuple[StatedShare, ...]]] = {}
        for (kode, _), shares in stated.items():
            self._stated_of.setdefault(kode, []).append(shares)
        self._stated_below = {code for kode, of in stated if of is pk_class for code in self._parents(kode)}
        self._gaps: list[Gap] = []
        self._lacking: dict[CellRef, None] = {}
        self._omitted: list[tuple[str, StatedShare, Pool]] = []

    def total(self, kode: str) -> ClassTotal:
        """What the PKs of the class hold of a line that is part of no other, and why not all of it."""
        self._gaps, self._lacking = [], {}
        pagu = self._value(kode)
        held = kode in self._heading or kode in self._below
        if not held:
            cause = GapCause.NO_HOLDER if kode in self._used else GapCause.NO_KINERJA
            return ClassTotal(self._pk_class, kode, pagu, _NOTHING, False, (Gap(kode, pagu or _NOTHING, cause),))
        self._visit(kode, self._in_order(kode, self._heading.get(kode, ())))
        headed = [(claim, kode) for claim in self._heading.get(kode, ())]
        headed += [
            (claim, head)
            for claim in self._below.get(kode, ())
            for head in claim.heads
            if head.startswith(kode + ".") and kode in self._parents(head)
        ]
        amounts = [self.portions[claim.key][head].amount for claim, head in headed]
        total = sum_known(amounts) if not self._lacking else None
        gaps = tuple(self._gaps) if total is not None else ()
        return ClassTotal(self._pk_class, kode, pagu, total, True, gaps, tuple(self._lacking))

    def left_out(self) -> Iterator[Temuan]:
        """P79: who holds a component that Bagian parts among others."""
        omitted: dict[CellRef, tuple[dict[str, None], dict[str, None]]] = {}
        for kode, share, claims in self._omitted:
            codes, names = omitted.setdefault(share.source, ({}, {}))
            codes[kode] = None
            names |= dict.fromkeys(claim.key.post or "tanpa pejabat" for claim in claims)
        for source, (codes, names) in omitted.items():
            yield temuan("P79", source, kode="», «".join(codes), id="; ".join(names))

    def _visit(self, kode: str, pool: Pool) -> None:
        """Share out a component among those who may have it and those who head a part of it."""
        children = self._program.children(kode)
        below = [claim for claim in self._below.get(kode, ()) if claim not in pool]
        stated = self._shares(kode, pool)
        if stated:
            self._by_stated(kode, pool, stated)
        elif not pool and not below:
            named = kode in self._used
            self._gap(kode, self._value(kode), GapCause.NO_HOLDER if named else GapCause.NO_KINERJA)
        elif len(pool) == 1 and not below and kode not in self._stated_below:
            self._whole(pool[0], kode)
        elif not children:
            self._by_rule(kode, pool)
        else:
            self._by_parts(kode, pool, children)

    def _whole(self, claim: Claim, kode: str) -> None:
        amount = self._pagu(kode)
        self._give(claim, kode, PortionKind.WHOLE, amount)
        for child in self._program.children(kode):
            # A part whose amount is missing is a mark of its own; of the whole it is none.
            lacking = () if (part := self._pagu(child.kode)) is not None else (self._cell(child.kode),)
            self.portions[claim.key][child.kode] = Portion(PortionKind.WHOLE, part, lacking)

    def _by_parts(self, kode: str, pool: Pool, children: Sequence[Nomenklatur]) -> None:
        """Each has the parts that he names; those that nobody names go to who names none.

        They are held by all where all name the same: a sole holder, the owners of one row.
        """
        parts = [child.kode for child in children]
        named = [{code for code in claim.ranks if code.startswith(kode + ".")} for claim in pool]
        alike = all(own == named[0] for own in named)
        blank = tuple(claim for claim, own in zip(pool, named, strict=True) if alike or not own)
        for part in parts:
            asking = [*(claim for claim in pool if part in claim.ranks), *self._heading.get(part, ())]
            self._visit(part, self._in_order(part, asking or blank))
        for claim in pool:
            self._join(claim, kode, parts, pool)
        pagu, total = self._value(kode), sum_known([self._value(part) for part in parts])
        wholes = sum(self.portions[claim.key][kode].kind is PortionKind.WHOLE for claim in pool)
        if pagu is not None and total is not None:
            self._gap(kode, (pagu - total) * (1 - wholes), GapCause.PARTS_DIFFER)

    def _join(self, claim: Claim, kode: str, parts: list[str], pool: Pool) -> None:
        """What a holder has of a component, from what he has of its parts."""
        own = {part: portion for part in parts if (portion := self.portions[claim.key].get(part))}
        with_money = [portion for portion in own.values() if portion.kind is not PortionKind.JOINT]
        if not with_money:
            partners = [key for portion in own.values() for key in portion.holders[:1]]
            others = [other for other in pool if other is not claim]
            having = [other.key for part in parts for other in others if self._has_money(other, part)]
            holders = dict.fromkeys([*partners, *having] or [other.key for other in others])
            self._give(claim, kode, PortionKind.JOINT, _NOTHING, tuple(holders))
            return
        rest = [part for part in parts if part not in own or own[part].kind is not PortionKind.WHOLE]
        if all(self._pagu(part) == 0 for part in rest):
            self._give(claim, kode, PortionKind.WHOLE, self._pagu(kode))
            return
        lacking = tuple(dict.fromkeys(cell for portion in with_money for cell in portion.lacking))
        amount = sum_known([portion.amount for portion in with_money])
        self.portions[claim.key][kode] = Portion(PortionKind.PARTS, amount, lacking)

    def _has_money(self, claim: Claim, kode: str) -> bool:
        portion = self.portions[claim.key].get(kode)
        return portion is not None and portion.kind is not PortionKind.JOINT

    def _by_rule(self, kode: str, pool: Pool) -> None:
        """Share out a component without parts that several hold."""
        pagu, keys = self._pagu(kode), tuple(claim.key for claim in pool)
        if self._rule is SharingRule.EQUAL:
            part = pagu // len(pool) if pagu is not None else None
            for place, claim in enumerate(pool):
                rest = pagu - part * len(pool) if not place and pagu is not None and part is not None else _NOTHING
                self._give(claim, kode, PortionKind.EQUAL, part + rest if part is not None else None, keys)
            return
        for place, claim in enumerate(pool):
            if place and self._rule is SharingRule.FIRST:
                self._give(claim, kode, PortionKind.JOINT, _NOTHING, keys)
            else:
                self._give(claim, kode, PortionKind.WHOLE, pagu, keys)
        if self._rule is SharingRule.FULL and pagu is not None:
            self._gap(kode, -pagu * (len(pool) - 1), GapCause.PRINTED_TWICE)

    def _shares(self, kode: str, pool: Pool) -> list[tuple[Claim, tuple[StatedShare, ...]]]:
        """The shares of a component by those who hold it; of those below, where each is in one branch only."""
        own = self._stated.get((kode, self._pk_class), ())
        if own:
            by_post = {claim.key.post: claim for claim in pool}
            found: list[tuple[Claim, tuple[StatedShare, ...]]] = [
                (by_post[share.post], (share,)) for share in own if share.post in by_post
            ]
            left_out = tuple(claim for claim in pool if claim.key.post not in {share.post for share in own})
            if found and left_out:
                self._omitted.append((kode, own[0], left_out))
            return found
        for shares in self._stated_of.get(kode, ()) if len(pool) > 1 else ():
            leaders = [[claim for claim in pool if share.node in claim.nodes] for share in shares]
            if all(len(leading) == 1 for leading in leaders):
                of_claim: dict[HolderKey, list[StatedShare]] = {}
                for (leader,), share in zip(leaders, shares, strict=True):
                    of_claim.setdefault(leader.key, []).append(share)
                return [(self._by_key[key], tuple(mine)) for key, mine in of_claim.items()]
        return []

    def _without_paper(self, kode: str, stated: list[tuple[Claim, tuple[StatedShare, ...]]]) -> list[StatedShare]:
        """The shares of posts that have no paper, such as vacant ones."""
        present = {share.post for _, shares in stated for share in shares}
        own = self._stated.get((kode, self._pk_class), ())
        return [share for share in own if share.post not in present]

    def _by_stated(self, kode: str, pool: Pool, stated: list[tuple[Claim, tuple[StatedShare, ...]]]) -> None:
        pagu = self._pagu(kode)
        keys = tuple(claim.key for claim, _ in stated)
        absent = self._without_paper(kode, stated)
        every = [*(share for _, shares in stated for share in shares), *absent]
        amounts: list[Decimal | None] = [None] * len(stated)
        if pagu is not None:
            each = dict(zip(map(id, every), amounts_of(tuple(every), pagu), strict=True))
            amounts = [sum((each[id(share)] for share in shares), _NOTHING) for _, shares in stated]
            self._gap(kode, pagu - sum(each.values(), _NOTHING), GapCause.STATED)
            self._gap(kode, sum((each[id(share)] for share in absent), _NOTHING), GapCause.NO_PAPER)
        for (claim, shares), amount in zip(stated, amounts, strict=True):
            per_cent = sum((share.value for share in shares), _NOTHING) if shares[0].per_cent else None
            self._give(claim, kode, PortionKind.STATED, amount, keys, per_cent)
        children = self._program.children(kode)
        for child, row in zip(children, grid([self._pagu(child.kode) for child in children], amounts), strict=True):
            for (claim, _), amount in zip(stated, row, strict=True):
                portion = self.portions[claim.key][kode]
                unknown = child.kode if self._pagu(child.kode) is None else kode
                lacking = () if amount is not None else (self._cell(unknown),)
                self.portions[claim.key][child.kode] = Portion(
                    PortionKind.STATED, amount, lacking, portion.per_cent, keys
                )
        for claim in (*pool, *self._below.get(kode, ())):
            for code in (kode, *claim.heads):
                inside = code == kode or (code.startswith(kode + ".") and kode in self._parents(code))
                if inside and code not in self.portions[claim.key]:
                    self._give(claim, code, PortionKind.JOINT, _NOTHING, keys)

    def _give(
        self, claim: Claim, kode: str, kind: PortionKind, amount: Decimal | None,
        holders: tuple[HolderKey, ...] = (), per_cent: Decimal | None = None,
    ) -> None:  # fmt: skip
        lacking = () if amount is not None else (self._cell(kode),)
        self._lacking.update(dict.fromkeys(lacking))
        self.portions[claim.key][kode] = Portion(kind, amount, lacking, per_cent, holders)

    def _gap(self, kode: str, amount: Decimal | None, cause: GapCause) -> None:
        if amount is None:
            self._lacking[self._cell(kode)] = None
        elif amount:
            self._gaps.append(Gap(kode, amount, cause))

    def _pagu(self, kode: str) -> Decimal | None:
        entry = self._program.find(kode)
        return entry.rupiah(self._tahun) if entry else None

    def _value(self, kode: str) -> Decimal | None:
        """The money of a component: as the sheet says, else that of its parts."""
        pagu = self._pagu(kode)
        parts = self._program.children(kode) if pagu is None else ()
        return sum_known([self._value(part.kode) for part in parts]) if parts else pagu

    def _parents(self, kode: str) -> Iterator[str]:
        """The components that a component is part of, the nearest first, as far as the sheet lists them."""
        above = parent_code(kode)
        while above is not None and above in self._program:
            yield above
            above = parent_code(above)

    def _cell(self, kode: str) -> CellRef:
        """The cell of Program that should hold the amount of a component."""
        entry = self._program.find(kode)
        assert entry is not None  # only lines of the sheet are shared out
        tahun = self._tahun
        return entry.pagu[tahun].source if tahun is not None and tahun in entry.pagu else entry.baris.source

    def _in_order(self, kode: str, claims: Sequence[Claim]) -> Pool:
        """The first holder first: by the row that names the component, then by the place among its owners."""
        never = (1 << 30, 0)
        return tuple(sorted(dict.fromkeys(claims), key=lambda claim: claim.ranks.get(kode, never)))
