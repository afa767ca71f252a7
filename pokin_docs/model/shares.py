"""Who of one class has how much of each component: what the PKs print, the rules judge and the report proves."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from enum import Enum
from functools import cached_property

from pokin_docs.model.levels import JenisPk
from pokin_docs.model.owned_rows import PkShare
from pokin_docs.model.posts import Pejabat
from pokin_docs.model.source import CellRef


class SharingRule(Enum):
    """What becomes of a component that several officials of one class hold and no Bagian parts; as in Identitas.

    The first holder is the one whose row stands first in Tahap 5, in one row the first of Pemilik: so the money of a
    sub kegiatan goes down the tree in one line, through the PKs of all classes.
    """

    FIRST = "pemegang pertama"
    EQUAL = "bagi rata"
    FULL = "cetak penuh"


@dataclass(frozen=True, slots=True)
class HolderKey:
    """An official of a class: by the ID of the post, so that two papers of one post are one holder; else by a node."""

    pk_class: JenisPk
    post: str
    node: int = -1


def holder_key(part: PkShare) -> HolderKey:
    """The holder that the rows of a PK belong to."""
    if part.pejabat is not None:
        return HolderKey(part.pk_class, part.pejabat.id)
    return HolderKey(part.pk_class, "", part.kinerja[0][0].number)


class PortionKind(Enum):
    """What an official has of a component."""

    WHOLE = "utuh"
    """All its money, whoever else may hold it."""
    PARTS = "sebagian"
    """The money of some of its parts."""
    STATED = "bagian"
    """What the column Bagian gives him."""
    EQUAL = "bagi rata"
    """One of several equal parts."""
    JOINT = "bersama"
    """He holds it together with others who have the money: printed without an amount."""


@dataclass(frozen=True, slots=True)
class Portion:
    """What one official has of one component.

    ``amount`` is in rupiah, None where an amount of the sheet is missing; ``lacking`` are then the cells. ``per_cent``
    is what Bagian says, where it does. ``holders`` are all who hold the component, those with money first.
    """

    kind: PortionKind
    amount: Decimal | None
    lacking: tuple[CellRef, ...] = ()
    per_cent: Decimal | None = None
    holders: tuple[HolderKey, ...] = ()


class GapCause(Enum):
    """Why the PKs of a class do not hold exactly the money of a program."""

    NO_KINERJA = "tidak ditunjuk satu kinerja pun"
    NO_HOLDER = "tidak ada pada PK kelas ini"
    PARTS_DIFFER = "pagunya tidak sama dengan jumlah bagiannya"
    STATED = "Bagian tidak sama dengan pagunya"
    NO_PAPER = "sebagian dipegang jabatan yang PK-nya tidak dibuat"
    PRINTED_TWICE = "dicetak penuh pada beberapa PK"


@dataclass(frozen=True, slots=True)
class Gap:
    """Rupiah of a component that the PKs of a class lack; below zero what they have too much."""

    kode: str
    amount: Decimal
    cause: GapCause


@dataclass(frozen=True, slots=True)
class ClassTotal:
    """What the PKs of one class hold of one program (or of another line that is part of no line).

    ``pagu`` and ``total`` are None where an amount is missing, at the cells of ``lacking``. ``held`` tells whether any
    PK of the class has something to do with it. Otherwise ``pagu - total`` is the sum of ``gaps``, to the rupiah.
    """

    pk_class: JenisPk
    kode: str
    pagu: Decimal | None
    total: Decimal | None
    held: bool
    gaps: tuple[Gap, ...] = ()
    lacking: tuple[CellRef, ...] = ()

    @property
    def difference(self) -> Decimal:
        """By how much the PKs fall short of the program; below zero when they exceed it, 0 where that is unknown."""
        return self.pagu - self.total if self.pagu is not None and self.total is not None else Decimal(0)


@dataclass(frozen=True)
class BudgetShares:
    """The money of the PK year, shared out among the officials of each class.

    Attributes:
        rule: What holds where no Bagian does.
        heads: Codes that head the budget table of each holder, in sheet order.
        portions: What each holder has of each component that his table may show, by code.
        classes: The PK classes that have PKs with a budget table.
        totals: For each of these classes and each line that is part of no other, what its PKs hold.
        without: Holders whose PK has no budget table, because the workbook says so.
        posts: The post of each holder that has one.
    """

    rule: SharingRule = SharingRule.FIRST
    heads: Mapping[HolderKey, tuple[str, ...]] = field(default_factory=dict)
    portions: Mapping[HolderKey, Mapping[str, Portion]] = field(default_factory=dict)
    classes: tuple[JenisPk, ...] = ()
    totals: tuple[ClassTotal, ...] = ()
    without: frozenset[HolderKey] = frozenset()
    posts: Mapping[HolderKey, Pejabat] = field(default_factory=dict)

    @cached_property
    def titles(self) -> Counter[tuple[JenisPk, str]]:
        """How many posts of a class are called the same."""
        return Counter((key.pk_class, post.jabatan.clean) for key, post in self.posts.items())

    def of_class(self, pk_class: JenisPk) -> tuple[ClassTotal, ...]:
        """What the PKs of one class hold of each program, in sheet order."""
        return tuple(total for total in self.totals if total.pk_class is pk_class)


def sum_known(amounts: Sequence[Decimal | None]) -> Decimal | None:
    """The sum; None where one of them is not known."""
    known = [amount for amount in amounts if amount is not None]
    return sum(known, Decimal(0)) if len(known) == len(amounts) else None
