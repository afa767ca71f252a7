"""Which indicator of the tree a row of another sheet is about: by its ID, else its sentence, else code and sentence."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from pokin_docs.model.action_rows import RenaksiRow
from pokin_docs.model.cells import Isian
from pokin_docs.model.programs import split_codes
from pokin_docs.model.realised import RealisasiRow
from pokin_docs.model.texts import fold, fold_sentence, nearest
from pokin_docs.model.tree import Indikator, Kinerja, PohonKinerja


@dataclass(frozen=True, slots=True)
class NamedIndicator:
    """An indicator with the kinerja that it measures."""

    kinerja: Kinerja
    indikator: Indikator


@dataclass(frozen=True, slots=True)
class Match:
    """What a row names.

    ``said`` is the cell that names it, None where no cell does; ``measures`` are the indicators that fit, in row order.
    """

    said: Isian | None
    measures: tuple[NamedIndicator, ...] = ()

    @property
    def measure(self) -> NamedIndicator | None:
        """The one indicator that fits; None where none or several do."""
        return self.measures[0] if len(self.measures) == 1 else None

    @property
    def is_unknown(self) -> bool:
        """Whether something is named that the tree does not have."""
        return self.said is not None and not self.measures


class IndicatorLookup:
    """The indicators of a tree by ID and by sentence."""

    def __init__(self, pohon: PohonKinerja) -> None:
        self._by_id: dict[str, list[NamedIndicator]] = {}
        self._by_sentence: dict[str, list[NamedIndicator]] = {}
        for kinerja in pohon.kinerja:
            for indikator in kinerja.indikator:
                measure = NamedIndicator(kinerja, indikator)
                if id_ := fold(indikator.baris.indikator_id.text):
                    self._by_id.setdefault(id_, []).append(measure)
                if sentence := fold_sentence(indikator.text.text):
                    self._by_sentence.setdefault(sentence, []).append(measure)

    def find(self, id_: Isian, sentence: Isian, kode: Isian) -> Match:
        """What these cells name. The sentence may stand where the ID is asked for, and the ID where the sentence is.

        Of several indicators with that sentence the code decides, where it is given.

        Args:
            id_: The cell of the ID.
            sentence: The cell of the sentence.
            kode: The cell of the code.
        """
        said = id_ if id_ else sentence if sentence else None
        for isian in (id_, sentence):
            if isian and (found := self._by_id.get(fold(isian.text))):
                return Match(isian, tuple(found))
        for isian in (sentence, id_):
            if isian and (found := self._by_sentence.get(fold_sentence(isian.text))):
                return Match(isian, _of_code(found, kode))
        return Match(said)

    def steps(self, rows: Iterable[RenaksiRow]) -> Iterator[tuple[RenaksiRow, Match]]:
        """The rows of Renaksi with what they name; one that names nothing goes on with the row above it."""
        before = Match(None)
        for row in rows:
            match = self.find(row.indikator_id, row.indikator, row.kode)
            before = match if match.said is not None else before
            yield row, before

    def realised(self, row: RealisasiRow) -> Match:
        """What a row of Realisasi names; one with a value and no name but its code is about the indicator of that."""
        match = self.find(row.indikator_id, row.indikator, row.kode)
        if match.said is None and row.nilai and row.kode:
            codes = set(split_codes(row.kode.text))
            every = (measure for found in self._by_sentence.values() for measure in found)
            return Match(row.kode, tuple(measure for measure in every if codes & set(measure.kinerja.kode)))
        return match

    @property
    def twice(self) -> Iterator[tuple[NamedIndicator, ...]]:
        """The indicators that share an ID."""
        yield from (tuple(found) for found in self._by_id.values() if len(found) > 1)

    def likely(self, said: Isian, taken: Collection[int] = ()) -> str | None:
        """The ID or sentence that a name that nothing has may mean, of indicators whose ``id`` is not ``taken``."""
        every = [found[0].indikator for known in (self._by_id, self._by_sentence) for found in known.values()]
        measures = [indikator for indikator in every if id(indikator) not in taken]
        names = [measure.baris.indikator_id.clean for measure in measures] + [entry.text.clean for entry in measures]
        return nearest(said.clean, [name for name in dict.fromkeys(names) if name])


def _of_code(found: list[NamedIndicator], kode: Isian) -> tuple[NamedIndicator, ...]:
    """Those that a code belongs to, else those with one above or below it; all where it decides nothing."""
    codes = split_codes(kode.text)
    if len(found) == 1 or not codes:
        return tuple(found)
    exact = tuple(measure for measure in found if set(codes) & set(measure.kinerja.kode))
    related = tuple(
        measure
        for measure in found
        if any(f"{one}.".startswith(f"{other}.") or f"{other}.".startswith(f"{one}.")
               for one in codes for other in measure.kinerja.kode)
    )  # fmt: skip
    return exact or related or tuple(found)
