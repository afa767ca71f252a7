"""The components of the sheet Program with the indicators of the tree that are theirs, in the order of a budget."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from pokin_docs.documents.material import Material
from pokin_docs.model.levels import KomponenPerencanaan
from pokin_docs.model.programs import CodeKind, Nomenklatur
from pokin_docs.model.tree import Indikator, Kinerja

LEVEL_OF = {
    CodeKind.PROGRAM: KomponenPerencanaan.SASARAN_PROGRAM,
    CodeKind.KEGIATAN: KomponenPerencanaan.SASARAN_KEGIATAN,
    CodeKind.SUB_KEGIATAN: KomponenPerencanaan.SASARAN_SUB_KEGIATAN,
}
"""The level of the tree that measures a component of each kind."""


@dataclass(frozen=True, slots=True)
class Component:
    """A component with its own indicators, each with its kinerja."""

    entry: Nomenklatur
    indicators: tuple[tuple[Kinerja, Indikator], ...]


def components(material: Material) -> Iterator[Component]:
    """Programs, each with its kegiatan and their sub kegiatan below it."""
    nodes: dict[tuple[str, KomponenPerencanaan], list[Kinerja]] = {}
    for kinerja in material.tree.kinerja:
        for kode in kinerja.kode:
            nodes.setdefault((kode, kinerja.komponen), []).append(kinerja)

    def walk(entry: Nomenklatur) -> Iterator[Component]:
        level = LEVEL_OF.get(entry.jenis) if entry.jenis else None
        own = nodes.get((entry.kode, level), []) if level else []
        yield Component(entry, tuple((node, one) for node in own for one in node.indikator if one.text))
        for child in material.programs.children(entry.kode):
            yield from walk(child)

    for root in material.programs.roots:
        yield from walk(root)


def budget_of(entry: Nomenklatur, material: Material, year: int | None) -> Decimal | None:
    """The money of a component in a year: its own, else that of its parts; None where one of them lacks it.

    Args:
        entry: The component.
        material: What the documents are made from.
        year: The year; of none nothing is known.
    """
    own = entry.rupiah(year)
    parts = material.programs.children(entry.kode)
    if own is not None or not parts:
        return own
    amounts = [budget_of(part, material, year) for part in parts]
    known = [amount for amount in amounts if amount is not None]
    return sum(known, Decimal(0)) if len(known) == len(amounts) else None


def total_budget(material: Material, year: int | None) -> Decimal | None:
    """The money of all programs in a year; None where one lacks it."""
    amounts = [budget_of(root, material, year) for root in material.programs.roots]
    known = [amount for amount in amounts if amount is not None]
    return sum(known, Decimal(0)) if known and len(known) == len(amounts) else None
