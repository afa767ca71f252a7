"""What the sheet Realisasi says of each indicator and each code in one year, quarter by quarter."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property

from pokin_docs.model.indicator_lookup import IndicatorLookup, Match, NamedIndicator
from pokin_docs.model.levels import KomponenPerencanaan
from pokin_docs.model.programs import ProgramList, parent_code, split_codes, with_parents
from pokin_docs.model.realised import RealisasiRow, day_in_words, read_quarter
from pokin_docs.model.rows import Isian
from pokin_docs.model.tree import Indikator, Kinerja, PohonKinerja

QUARTER_NUMBERS = (1, 2, 3, 4)
IndicatorKey = tuple[str, int, str]


def indicator_key(indikator: Indikator) -> IndicatorKey:
    """What tells an indicator from all others: its row, and its sentence, as one cell may hold several."""
    return indikator.baris.lembar, indikator.baris.baris, indikator.text.text


def year_of_book(identitas: Mapping[str, Isian], pk_year: int | None) -> int | None:
    """The year that rows of Realisasi without one are about: that of Identitas, whatever year is asked for."""
    told = identitas.get("tahun")
    text = told.clean if told is not None else ""
    return int(text) if text.isdecimal() and len(text) == 4 else pk_year


def year_of(row: RealisasiRow, year: int | None) -> int | None:
    """The year that a row is about: what it says, or the given one where it says none; None for what is no year."""
    text = row.tahun.clean
    return int(text) if text.isdecimal() else year if not text else None


@dataclass(frozen=True)
class ReachedIndicator:
    """An indicator with its rows of the year by quarter, in sheet order."""

    kinerja: Kinerja
    indikator: Indikator
    rows: Mapping[int, tuple[RealisasiRow, ...]]

    def value(self, quarter: int) -> Isian | None:
        """What was measured in a quarter, the first where several rows say it; None where nothing was."""
        return next((row.nilai for row in self.rows.get(quarter, ()) if row.nilai), None)

    @cached_property
    def values(self) -> tuple[Isian | None, ...]:
        """What was measured in each quarter."""
        return tuple(self.value(quarter) for quarter in QUARTER_NUMBERS)

    def text(self, quarter: int, column: str) -> str:
        """What the rows of a quarter say in a column of words or days, each once."""
        said = (day_in_words(getattr(row, column)) for row in self.rows.get(quarter, ()))
        return "\n".join(dict.fromkeys(text for text in said if text))

    def texts(self, last: int, column: str) -> str:
        """What the rows up to a quarter say in a column of words, each once."""
        said = (self.text(quarter, column) for quarter in range(1, last + 1))
        return "\n".join(dict.fromkeys(text for text in said if text))


@dataclass(frozen=True)
class ReachedYear:
    """All that Realisasi says of a year.

    ``unclear`` are the rows with what they name, which is no indicator of the tree or more than one. ``spent`` is what
    was spent by code and quarter, ``spent_at`` what was spent at a node that has no one code.
    """

    year: int
    indicators: tuple[ReachedIndicator, ...] = ()
    unclear: tuple[tuple[RealisasiRow, Match], ...] = ()
    spent: Mapping[tuple[str, int], Decimal] = field(default_factory=dict)
    spent_at: Mapping[tuple[int, int], Decimal] = field(default_factory=dict)

    @cached_property
    def _by_key(self) -> Mapping[IndicatorKey, ReachedIndicator]:
        return {indicator_key(entry.indikator): entry for entry in self.indicators}

    def of(self, kinerja: Kinerja, indikator: Indikator) -> ReachedIndicator:
        """An indicator with its rows; without any where Realisasi says nothing of it."""
        found = self._by_key.get(indicator_key(indikator))
        return found or ReachedIndicator(kinerja, indikator, {})

    @cached_property
    def measured_quarters(self) -> tuple[int, ...]:
        """The quarters in which something was measured."""
        return tuple(q for q in QUARTER_NUMBERS if any(entry.value(q) is not None for entry in self.indicators))


def reached_year(
    rows: Iterable[RealisasiRow], tree: PohonKinerja, year: int, pk_year: int | None
) -> ReachedYear:  # fmt: skip
    """What the rows of Realisasi say of a year.

    Args:
        rows: The rows, of any year.
        tree: The tree.
        year: The year.
        pk_year: The year of the PK, which rows that name none are about.
    """
    own = [row for row in rows if year_of(row, pk_year) == year and read_quarter(row.tw.text) is not None]
    if not own:
        return ReachedYear(year)
    lookup = IndicatorLookup(tree)
    found: dict[IndicatorKey, tuple[NamedIndicator, dict[int, list[RealisasiRow]]]] = {}
    unclear: list[tuple[RealisasiRow, Match]] = []
    spent: dict[tuple[str, int], Decimal] = {}
    at_nodes: dict[tuple[int, int], list[Decimal]] = {}
    for row in own:
        quarter = read_quarter(row.tw.text) or 0
        match = lookup.realised(row)
        named = match.measure
        if named is not None:
            found.setdefault(indicator_key(named.indikator), (named, {}))[1].setdefault(quarter, []).append(row)
        elif match.said is not None:
            unclear.append((row, match))
        amount, codes = row.anggaran.number if row.anggaran else None, split_codes(row.kode.text)
        if amount is None:
            continue
        if codes:
            spent[codes[0], quarter] = spent.get((codes[0], quarter), Decimal(0)) + amount
        elif named is not None:
            at_nodes.setdefault((named.kinerja.number, quarter), []).append(amount)
    for (number, quarter), amounts in tuple(at_nodes.items()):
        node = tree.kinerja[number]
        # The money of a component is often typed at each of its indicators: the same amount is meant once.
        total = amounts[0] if len(set(amounts)) == 1 else sum(amounts, Decimal(0))
        at_nodes[number, quarter] = [total]
        if len(node.kode) == 1 and (node.kode[0], quarter) not in spent:
            spent[node.kode[0], quarter] = total
            del at_nodes[number, quarter]
    return ReachedYear(
        year,
        tuple(
            ReachedIndicator(
                named.kinerja, named.indikator, {quarter: tuple(told) for quarter, told in quarters.items()}
            )
            for named, quarters in found.values()
        ),
        tuple(unclear),
        spent,
        {key: amounts[0] for key, amounts in at_nodes.items()},
    )


@dataclass(frozen=True)
class SpentMoney:
    """What was given and spent for components and for nodes up to a quarter."""

    reached: ReachedYear
    programs: ProgramList
    tree: PohonKinerja

    def spent_in(self, code: str, quarter: int) -> Decimal | None:
        """What was spent on a component in one quarter, by its own row, else by its parts; None where none says it."""
        own = self.reached.spent.get((code, quarter))
        if own is not None:
            return own
        parts = [self.spent_in(part, quarter) for part in self._parts(code)]
        known = [amount for amount in parts if amount is not None]
        return sum(known, Decimal(0)) if known else None

    def parts_in(self, code: str, quarter: int) -> Decimal | None:
        """What was spent on the parts of a component in one quarter; None where no part says it."""
        known = [amount for part in self._parts(code) if (amount := self.spent_in(part, quarter)) is not None]
        return sum(known, Decimal(0)) if known else None

    def _parts(self, code: str) -> Iterable[str]:
        return self._children.get(code, ())

    @cached_property
    def _children(self) -> Mapping[str, tuple[str, ...]]:
        """The parts of each code, those that Program lacks too."""
        codes = dict.fromkeys(
            [entry.kode for entry in self.programs.program_lines] + [code for code, _ in self.reached.spent]
        )
        for code in tuple(codes):
            above = parent_code(code)
            while above is not None:
                codes.setdefault(above)
                above = parent_code(above)
        children: dict[str, list[str]] = {}
        for code in codes:
            if (above := parent_code(code)) is not None:
                children.setdefault(above, []).append(code)
        return {above: tuple(own) for above, own in children.items()}

    def spent(self, code: str, last: int) -> Decimal | None:
        """What was spent on a component up to a quarter."""
        return _sum(self.spent_in(code, quarter) for quarter in range(1, last + 1))

    def given(self, code: str) -> Decimal | None:
        """The pagu of a component in the year, else that of its parts where all have one."""
        entry = self.programs.find(code)
        own = entry.rupiah(self.reached.year) if entry else None
        if own is not None:
            return own
        parts = [self.given(part.kode) for part in self.programs.children(code)]
        known = [amount for amount in parts if amount is not None]
        return sum(known, Decimal(0)) if known and len(known) == len(parts) else None

    @cached_property
    def _codes(self) -> dict[int, tuple[str, ...]]:
        return {}

    def codes_of(self, kinerja: Kinerja) -> tuple[str, ...]:
        """The components of a node: its own, else those of the nodes below; none that is part of another."""
        if kinerja.number not in self._codes:
            self._codes[kinerja.number] = self._outermost_codes(kinerja)
        return self._codes[kinerja.number]

    def _outermost_codes(self, kinerja: Kinerja) -> tuple[str, ...]:
        own = tuple(dict.fromkeys(self._codes_below(kinerja)))
        return tuple(code for code in own if not any(code != above and code.startswith(f"{above}.") for above in own))

    def _codes_below(self, kinerja: Kinerja) -> Iterator[str]:
        if kinerja.kode:
            yield from kinerja.kode
        else:
            for child in self.tree.children(kinerja):
                yield from self._codes_below(child)

    def given_for(self, kinerja: Kinerja, without: Collection[str] = ()) -> Decimal | None:
        """The pagu of all components of a node; None where one is not known, or where there are none.

        Args:
            kinerja: The node.
            without: Components of it that count elsewhere (``MoneyOnce``).
        """
        amounts = [self.given(code) for code in self.codes_of(kinerja) if code not in without]
        known = [amount for amount in amounts if amount is not None]
        return sum(known, Decimal(0)) if known and len(known) == len(amounts) else None

    def spent_for(self, kinerja: Kinerja, last: int, without: Collection[str] = ()) -> Decimal | None:
        """What was spent for a node up to a quarter.

        Args:
            kinerja: The node.
            last: The quarter, counted too.
            without: Components of it that count elsewhere (``MoneyOnce``).
        """
        return _sum(self.spent_for_in(kinerja, quarter, without) for quarter in range(1, last + 1))

    def spent_for_in(self, kinerja: Kinerja, quarter: int, without: Collection[str] = ()) -> Decimal | None:
        """What was spent for a node in one quarter, by its components or at itself.

        Args:
            kinerja: The node.
            quarter: The quarter, from 1.
            without: Components of it that count elsewhere (``MoneyOnce``).
        """
        at_node = self.reached.spent_at.get((kinerja.number, quarter))
        counted = (self.spent_in(code, quarter) for code in self.codes_of(kinerja) if code not in without)
        return _sum((*counted, at_node))


class MoneyOnce:
    """Which components of the nodes of a table count where: on each level at the first node that names them.

    So the money of a level adds up, also where one node names two components and another one of them.
    """

    def __init__(self, money: SpentMoney) -> None:
        self._money = money
        self._first: dict[tuple[KomponenPerencanaan, str], tuple[int, str]] = {}

    def counted(self, kinerja: Kinerja, no: str = "") -> dict[str, str]:
        """The components of a node that count at an earlier one, with its number; the others count at this one now.

        Args:
            kinerja: The node.
            no: Its number in the table.
        """
        found: dict[str, str] = {}
        for code in self._money.codes_of(kinerja):
            known = (self._first.get((kinerja.komponen, above)) for above in with_parents(code))
            first = next((one for one in known if one and one[0] != kinerja.number), None)
            if first:
                found[code] = first[1]
            else:
                self._first[kinerja.komponen, code] = kinerja.number, no
        return found


def _sum(amounts: Iterable[Decimal | None]) -> Decimal | None:
    """The sum of those that are known: what nobody spent has no row; None where none is known."""
    known = [amount for amount in amounts if amount is not None]
    return sum(known, Decimal(0)) if known else None
