"""What a unit typed into a form, as the sheet Realisasi has it."""

from __future__ import annotations

from collections.abc import Sequence

from pokin_docs.model.achievement import bounds_of
from pokin_docs.model.measured import number
from pokin_docs.model.predicates import PredicateScale, level_of, scale_of
from pokin_docs.model.printing import tanggal
from pokin_docs.model.realised_form import MEASURED, FormMeasureRow, FormMoneyRow
from pokin_docs.model.rows import Isian
from pokin_docs.model.typed_values import read_typed_date
from pokin_docs.transform.sipd.table_changes import Value

MEASURE_ANSWERS = ("nilai", *(kolom.kunci for kolom in MEASURED))
MONEY_ANSWERS = ("anggaran", "kendala", "bukti")


def answers_of(row: FormMeasureRow | FormMoneyRow, keys: Sequence[str]) -> dict[str, Isian]:
    """What a unit filled in on a row, by the key of the column."""
    return {kunci: isian for kunci in keys if (isian := getattr(row, kunci))}


def value_of(kunci: str, isian: Isian, target: Isian | None, scales: tuple[PredicateScale, ...]) -> Value | None:
    """What a cell gives, as the sheet Realisasi has it; None where it is not what is asked for.

    Args:
        kunci: The key of its column.
        isian: What was typed.
        target: The target of the indicator for the year, where there is one.
        scales: The scales of predicates that are known.
    """
    if kunci == "anggaran":
        return isian.number
    if kunci == "batas_waktu":
        day = isian.tanggal or read_typed_date(isian.text)
        return None if day is None else tanggal(day)
    if kunci != "nilai":
        return isian.text.strip()
    value = number(isian)
    if value is not None:
        return value
    scale = scale_of(target.clean, scales) if target else scale_of(isian.clean, scales)
    if scale is not None:
        return isian.clean if level_of(isian.clean, scale) is not None else None
    return isian.clean if target and bounds_of(target) is None else None
