"""What a cell of an indicator holds beside it: further indicators, its unit, its target: "… (unit)", "… (100 %)"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from pokin_docs.extract.bracketed_targets import AMOUNT, BEHIND
from pokin_docs.extract.foreign import roles
from pokin_docs.extract.foreign.contents import is_unit
from pokin_docs.extract.foreign.drafts import DraftMeasure
from pokin_docs.extract.several import part_measure
from pokin_docs.model.findings import FindingLog

_MOST = 0.6
_UNIT_WORDS = 3
"""Words of a unit that no list knows: "Kelompok Wanita Tani"."""


def part_several(measures: list[DraftMeasure], log: FindingLog) -> None:
    """Put each of several indicators of a cell in place of them all, with its part of the values; told for each cell.

    Args:
        measures: The indicators of a node, which are changed.
        log: Takes what is found.
    """
    for measure in tuple(measures):
        if "\n" not in measure.text.text and ";" not in measure.text.text:
            continue
        parted = part_measure(measure.text.text, measure.values, lambda key: key[0])
        if parted:
            log.note("B61", measure.text.source, jumlah=len(parted))
            place = next(number for number, other in enumerate(measures) if other is measure)
            measures[place : place + 1] = [
                DraftMeasure(replace(measure.text, text=text), measure.baris, dict(values)) for text, values in parted
            ]


def take_apart(measures: Sequence[DraftMeasure], tahun: int | None) -> None:
    """Move what stands in brackets behind most indicators to Satuan and, with a year, to the target of that year.

    Args:
        measures: The indicators of a table.
        tahun: The year of the targets; None where a table does not tell it: then they stay where they are.
    """
    texts = [measure for measure in measures if measure.text]
    if not texts or any(("satuan", None) in measure.values for measure in texts):
        return
    found = {id(measure): match for measure in texts if (match := BEHIND.match(measure.text.text))}
    units = [measure for measure in texts if id(measure) in found and is_unit(found[id(measure)].group(2))]
    if len(units) >= _MOST * len(texts):
        for measure in texts:
            match = found.get(id(measure))
            if match is not None and (any(measure is unit for unit in units) or _may_be_unit(match.group(2))):
                _split(measure, match, "", match.group(2), None)
        return
    targets = any(key[0] == roles.TARGET for measure in texts for key in measure.values)
    amounts = [
        (measure, amount)
        for measure in texts
        if id(measure) in found and (amount := AMOUNT.fullmatch(found[id(measure)].group(2).strip()))
    ]
    if targets or tahun is None or len(amounts) < _MOST * len(texts):
        return
    for measure, amount in amounts:
        _split(measure, found[id(measure)], amount.group(1), amount.group(2) or "", tahun)


def _may_be_unit(text: str) -> bool:
    """Whether a bracket is a unit where those of most indicators are: a word or two, and no abbreviation."""
    words = text.split()
    return len(words) <= _UNIT_WORDS and not any(char.isdigit() for char in text) and not text.isupper()


def _split(measure: DraftMeasure, match: re.Match[str], target: str, unit: str, tahun: int | None) -> None:
    measure.text = replace(measure.text, text=match.group(1))
    if unit:
        measure.values["satuan", None] = replace(measure.text, text=unit.strip())
    if target and tahun is not None:
        measure.values[roles.TARGET, tahun] = replace(measure.text, text=target.strip())
