"""The budget table of a PK (domain.md 1.5): which components, in which order, with which amounts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from pokin_docs.documents.material import FirstBudget, Material
from pokin_docs.documents.pk.content import AnggaranPk
from pokin_docs.documents.printed import total_mark
from pokin_docs.documents.values import Tanda, Text, filled, missing
from pokin_docs.model.levels import JenisPk
from pokin_docs.model.owned_rows import PkShare
from pokin_docs.model.printing import number_text, rupiah
from pokin_docs.model.programs import CodeKind, ProgramList
from pokin_docs.model.shares import HolderKey, Portion, PortionKind, SharingRule, holder_key
from pokin_docs.model.tree import Kinerja

_WITH_PARTS = frozenset((JenisPk.ESS_3, JenisPk.SUB_KOORDINATOR_JF))
"""Classes whose table lists the parts of a component below it."""

NO_AMOUNT = "-"
"""The total of who has only what others have the money of: nought would be an amount."""


def budget_table(part: PkShare, material: Material) -> tuple[tuple[AnggaranPk, ...], Text]:
    """The rows of a PK's budget table and its total, as printed: dots between thousands, no Rp, or a mark.

    A dash is the total of who holds everything together with others who have the money, as each row says.
    Nothing at all for an official who has no budget by what the workbook says.

    Args:
        part: The rows of the official.
        material: For the programs and for what he has of each.
    """
    key, program = holder_key(part), material.programs
    if key in material.shares.without:
        return (), ""
    heads = material.shares.heads.get(key, ())
    if not heads:
        return _nothing(tuple(kinerja for kinerja, _ in part.kinerja), program)
    table = _Table(key, material)
    rows: list[AnggaranPk] = []
    for code in heads:
        children = tuple(table.children(code)) if part.pk_class in _WITH_PARTS else ()
        rows.append(table.row(code, induk=bool(children)))
        rows.extend(table.row(child) for child in children)
    portions = [table.portion(code) for code in heads]
    lacking = dict.fromkeys(cell for portion in portions for cell in portion.lacking)
    if lacking:
        return tuple(rows), total_mark("jumlah anggaran", lacking, material.programs, material.cycle.tahun)
    if all(portion.kind is PortionKind.JOINT for portion in portions):
        return tuple(rows), NO_AMOUNT
    amounts = [portion.amount for portion in portions if portion.amount is not None]
    return tuple(rows), rupiah(sum(amounts, Decimal(0)))


def compared_budget(
    part: PkShare, material: Material, rows: tuple[AnggaranPk, ...], total: Text
) -> tuple[tuple[AnggaranPk, ...], Text, str]:
    """The rows with what each was before the budget was changed, their total then, and by how much it differs.

    The same rows, and nothing, where the workbook has one version of the budget.

    Args:
        part: The rows of the official.
        material: For what he had of each component.
        rows: The rows of his table (``budget_table``).
        total: Their total.
    """
    first, key = material.first_budget, holder_key(part)
    if first is None or not material.shares.heads.get(key):
        return rows, "", ""
    old, new = first.shares.portions[key], material.shares.portions[key]
    compared = tuple(_compared(row, old[row.kode], new[row.kode], first, material.cycle.tahun) for row in rows)
    heads = material.shares.heads[key]
    unknown = dict.fromkeys(cell for code in heads for cell in old[code].lacking)
    if unknown:
        return compared, total_mark("jumlah semula", unknown, first.programs, material.cycle.tahun), ""
    before, now = (sum((held[code].amount or Decimal(0) for code in heads), Decimal(0)) for held in (old, new))
    return compared, rupiah(before), _difference(before, now) if isinstance(total, str) else ""


def _compared(row: AnggaranPk, old: Portion, new: Portion, first: FirstBudget, year: int | None) -> AnggaranPk:
    """A row with its amount of before; a dash stands for money that was not there then, or is not there any more."""
    if PortionKind.JOINT in (old.kind, new.kind):
        return row
    if old.amount is None:
        return replace(row, semula=total_mark("pagu semula", old.lacking, first.programs, year))
    row = replace(row, semula=_amount(old.amount))
    if new.amount is None:
        return row
    return replace(row, selisih=_difference(old.amount, new.amount), anggaran=_amount(new.amount))


def _difference(before: Decimal, now: Decimal) -> str:
    """By how much an amount became more, or less, in brackets."""
    return f"({rupiah(before - now)})" if now < before else _amount(now - before)


def _amount(amount: Decimal) -> str:
    return rupiah(amount) if amount else NO_AMOUNT


class _Table:
    """The table of one official."""

    def __init__(self, key: HolderKey, material: Material) -> None:
        self._key, self._program, self._tahun = key, material.programs, material.cycle.tahun
        self._shares, self._portions = material.shares, material.shares.portions[key]

    def portion(self, code: str) -> Portion:
        return self._portions[code]

    def children(self, code: str) -> Iterator[str]:
        """The parts of a component that stand in his table, in sheet order."""
        return (child.kode for child in self._program.children(code) if child.kode in self._portions)

    def row(self, code: str, *, induk: bool = False) -> AnggaranPk:
        entry, portion = self._program.find(code), self.portion(code)
        assert entry is not None  # heads and parts are lines of the sheet
        amount: Text = rupiah(portion.amount) if portion.amount is not None else ""
        if portion.kind is PortionKind.JOINT:
            amount = ""
        elif portion.lacking:
            amount = total_mark(f"pagu {self._tahun or ''}".strip(), portion.lacking, self._program, self._tahun)
        return AnggaranPk(
            tingkat=(entry.jenis or CodeKind.SUB_KEGIATAN).name.lower(),
            induk=induk,
            kode=entry.kode,
            nama=filled(entry.nama, "nomenklatur"),
            anggaran=amount,
            sumber_dana=entry.baris.sumber_dana.clean,
            sebagian=portion.kind is not PortionKind.WHOLE and portion.amount != self._pagu(code),
            penjelasan=self._explanation(code, portion),
        )

    def _explanation(self, code: str, portion: Portion) -> str:
        """What part it is, of what; nothing to say of a whole that he alone has."""
        whole = self._pagu(code)
        of_whole = f" dari Rp{rupiah(whole)}" if whole is not None else ""
        count = len(portion.holders)
        if portion.kind is PortionKind.JOINT:
            return self._elsewhere(code, portion)
        if portion.kind is PortionKind.WHOLE:
            return f"pagu penuh, dipegang {count} pejabat" if self._shares.rule is SharingRule.FULL and count else ""
        if portion.kind is PortionKind.PARTS:
            counted = self._count(code)
            return f"sebagian: {counted}; seluruhnya{of_whole[5:]}" if counted and of_whole else f"sebagian{of_whole}"
        if portion.amount == whole:
            return ""
        if portion.kind is PortionKind.EQUAL:
            return f"1/{count}{of_whole}"
        return f"{number_text(portion.per_cent)}%{of_whole}" if portion.per_cent is not None else f"bagian{of_whole}"

    def _elsewhere(self, code: str, portion: Portion) -> str:
        """In whose PK the money of a component stands, and how much, where one has it all."""
        others = {key: held for key in portion.holders if key != self._key and (held := self._held(key, code))}
        if not others:
            return "tercantum pada PK pejabat lain"
        first, held = next(iter(others.items()))
        where, whole = f"tercantum pada PK {self._title(first)}", self._pagu(code)
        if whole is not None and held.amount == whole:
            return f"Rp{rupiah(whole)} {where}"
        return f"{where} dan {len(others) - 1} PK lain" if len(others) > 1 else where

    def _held(self, key: HolderKey, code: str) -> Portion | None:
        """What another has of a component, where he has money of it."""
        portion = self._shares.portions.get(key, {}).get(code)
        return portion if portion is not None and portion.kind is not PortionKind.JOINT else None

    def _count(self, code: str) -> str:
        """How many of the parts he has, where he has not all; ``2 dari 7 sub kegiatan, 1 pada PK lain``."""
        children, his = self._program.children(code), tuple(self.children(code))
        own = [child for child in his if self.portion(child).kind is not PortionKind.JOINT]
        kind, others = children[0].jenis, len(his) - len(own)
        if not kind or len(own) == len(children):
            return ""
        return f"{len(own)} dari {len(children)} {kind.value}" + (f", {others} pada PK lain" if others else "")

    def _pagu(self, code: str) -> Decimal | None:
        entry = self._program.find(code)
        return entry.rupiah(self._tahun) if entry else None

    def _title(self, key: HolderKey) -> str:
        """The post of another holder; with the name where several posts of the class are called the same."""
        post = self._shares.posts.get(key)
        if post is None:
            return "pejabat yang belum ditetapkan"
        alone = self._shares.titles[key.pk_class, post.jabatan.clean] == 1
        return post.full_jabatan if alone or not post.nama else f"{post.full_jabatan}, {post.nama.clean}"


def _nothing(kinerja: tuple[Kinerja, ...], program: ProgramList) -> tuple[tuple[AnggaranPk, ...], Tanda]:
    """The one row of a table that has none, and its total, as marks."""
    cells = [row.kode for node in kinerja for row in node.baris]
    cell = next((isian for isian in cells if not isian), cells[0])
    if program.program_lines:
        mark = missing("kode", cell.source, unread=cell.unread or bool(cell))
    else:
        mark = missing("program dan anggaran", "lembar Program")
    return (AnggaranPk("program", False, "", mark, mark, "", False, ""),), mark
