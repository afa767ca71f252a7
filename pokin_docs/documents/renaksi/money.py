"""The money of a Rencana Aksi: what his PK has, in its smallest parts, per quarter only where that is known."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from pokin_docs.documents.material import Material
from pokin_docs.documents.renaksi.content import ActionMoney
from pokin_docs.documents.renaksi.periods import quarters_are_printed
from pokin_docs.documents.values import Text, filled
from pokin_docs.model.action_rows import RenaksiRow
from pokin_docs.model.owned_rows import PkShare
from pokin_docs.model.printing import rupiah
from pokin_docs.model.programs import split_codes
from pokin_docs.model.rows import Isian
from pokin_docs.model.shares import Portion, PortionKind, holder_key, sum_known

Quarters = tuple[Decimal | None, ...]
"""Rupiah of each quarter, None where nobody knows it."""
_UNKNOWN: Quarters = (None,) * 4


NO_MONEY = "-"
"""A quarter without money in a row that has some in another."""


@dataclass(frozen=True, slots=True)
class MoneyRow:
    """Rupiah of a sub kegiatan or of a step; what nobody knows is None."""

    kode: str
    label: Text
    amount: Decimal | None
    quarters: Quarters

    def printed(self) -> ActionMoney:
        """The row as it is printed."""
        known = any(amount is not None for amount in self.quarters)
        quarters = tuple(rupiah(amount) if amount else NO_MONEY if known else "" for amount in self.quarters)
        return ActionMoney(self.kode, self.label, _rupiah(self.amount), quarters)


@dataclass(frozen=True, slots=True)
class MoneyTable:
    """The rows of the table, their sum and that of each quarter; empty texts where one is not known."""

    rows: tuple[ActionMoney, ...] = ()
    total: str = ""
    quarters: tuple[str, ...] = ("",) * 4

    @property
    def by_quarter(self) -> bool:
        """Whether any quarter of any row is known."""
        return any(any(row.triwulan) for row in self.rows)


def money_table(rows: Iterable[MoneyRow]) -> MoneyTable:
    """The table of some rows."""
    found = tuple(rows)
    if not found:
        return MoneyTable()
    columns = zip(*(row.quarters for row in found), strict=True)
    by_quarter = tuple(_rupiah(sum_known(column)) for column in columns)
    return MoneyTable(
        tuple(row.printed() for row in found), _rupiah(sum_known([row.amount for row in found])), by_quarter
    )


def money_of_share(part: PkShare, material: Material) -> Iterator[MoneyRow]:
    """What an official has, in its smallest parts whose money adds up; nothing of what others have the money of."""
    key = holder_key(part)
    if key in material.shares.without:
        return
    portions = material.shares.portions.get(key, {})
    for code in material.shares.heads.get(key, ()):
        yield from _parts(code, portions, material)


def money_of_steps(rows: Iterable[RenaksiRow], material: Material) -> Iterator[MoneyRow]:
    """The money that the sheet Renaksi gives to steps; of a code without any there what Program has, once.

    Nothing at all where no step has money of its own.
    """
    steps = tuple(rows)
    if not any(any(row.money) for row in steps):
        return
    step, seen = "", set[str]()
    for row in steps:
        step = row.rencana_aksi.text or step
        codes = split_codes(row.kode.text)
        if any(row.money):
            quarters = quarters_of(row.money)
            yield MoneyRow(", ".join(codes), row.sub.text or step, sum_known(quarters), quarters)
            continue
        for code in codes:
            if code in material.programs and code not in seen:
                yield MoneyRow(code, _name(code, material), _pagu(code, material), _cash(code, material))
        seen.update(codes)


def money_of_agency(material: Material) -> Iterator[MoneyRow]:
    """What the agency has, in its smallest parts whose money adds up."""
    for entry in material.programs.roots:
        yield from _whole(entry.kode, material)


def _parts(code: str, portions: Mapping[str, Portion], material: Material) -> Iterator[MoneyRow]:
    portion, programs = portions[code], material.programs
    pagu = _pagu(code, material)
    if portion.kind is PortionKind.JOINT:
        return
    if portion.kind is PortionKind.WHOLE and portion.amount == pagu:
        yield from _whole(code, material)
    elif portion.kind is PortionKind.PARTS:
        for child in programs.children(code):
            if child.kode in portions:
                yield from _parts(child.kode, portions, material)
    else:
        yield MoneyRow(code, _name(code, material), portion.amount, _UNKNOWN)


def _whole(code: str, material: Material) -> Iterator[MoneyRow]:
    """A component in its parts where these have its money, else itself."""
    children = material.programs.children(code)
    pagu = _pagu(code, material)
    if children and pagu is not None and sum_known([_pagu(child.kode, material) for child in children]) == pagu:
        for child in children:
            yield from _whole(child.kode, material)
        return
    yield MoneyRow(code, _name(code, material), pagu, _cash(code, material))


def _pagu(code: str, material: Material) -> Decimal | None:
    entry = material.programs.find(code)
    return entry.rupiah(material.cycle.tahun) if entry else None


def _name(code: str, material: Material) -> Text:
    entry = material.programs.find(code)
    assert entry is not None  # heads and parts are lines of the sheet
    return filled(entry.nama, "nomenklatur")


def _cash(code: str, material: Material) -> Quarters:
    """The cash of the quarters, which is that of the year in Identitas."""
    entry = material.programs.find(code)
    if entry is None or not quarters_are_printed(material):
        return _UNKNOWN
    return quarters_of(entry.kas)


def quarters_of(cells: Sequence[Isian]) -> Quarters:
    """The amounts of four cells; where one has any, a blank one has none of it."""
    if not any(cells):
        return _UNKNOWN
    return tuple(cell.number if cell else Decimal(0) for cell in cells)


def _rupiah(amount: Decimal | None) -> str:
    return rupiah(amount) if amount is not None else ""
