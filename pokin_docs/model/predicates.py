"""Predicates that are measured: ordered scales, and where a predicate stands on its scale (domain-2 8.3)."""

from __future__ import annotations

import re
from decimal import Decimal

from pokin_docs.model.texts import fold

PredicateScale = tuple[str, ...]
"""Codes from the lowest, which counts 1."""

SCALES: tuple[PredicateScale, ...] = (("D", "C", "CC", "B", "BB", "A", "AA"), ("TMP", "TW", "WDP", "WTP"))
"""SAKIP, and the opinion of the BPK."""
_NAMES = {
    "sangat memuaskan": "AA", "memuaskan": "A", "sangat baik": "BB", "baik": "B", "cukup": "CC", "kurang": "C",
    "sangat kurang": "D", "wajar tanpa pengecualian": "WTP", "wajar dengan pengecualian": "WDP",
    "tidak wajar": "TW", "tidak memberikan pendapat": "TMP", "tidak menyatakan pendapat": "TMP",
}  # fmt: skip
"""What the codes stand for, folded."""
_ABOUT = re.compile(r"\([^()]*\)|^(?:predikat|nilai|opini|kategori)\b|[.;:]", re.IGNORECASE)


def read_scales(text: str) -> tuple[PredicateScale, ...] | None:
    """The scales of an office, before the usual ones: codes from the lowest with a comma between, scales with ``;``.

    None for what is no scale: fewer than two codes, a code twice.
    """
    parts = [[code.strip() for code in re.split(r"[,<]", part) if code.strip()] for part in text.split(";")]
    scales = tuple(tuple(codes) for codes in parts if codes)
    sound = all(len(scale) > 1 and len({fold(code) for code in scale}) == len(scale) for scale in scales)
    return (*scales, *SCALES) if sound else None


def level_of(text: str, scale: PredicateScale) -> Decimal | None:
    """Where a predicate stands on a scale, from 1; ``BB (Sangat Baik)`` is ``BB``; None for what is not on it."""
    said = fold(_ABOUT.sub(" ", text))
    codes = {fold(code): number for number, code in enumerate(scale, start=1)}
    found = codes.get(said)
    if found is None and said in _NAMES:
        found = codes.get(fold(_NAMES[said]))
    return None if found is None else Decimal(found)


def scale_of(text: str, scales: tuple[PredicateScale, ...]) -> PredicateScale | None:
    """The scale on which a predicate stands; None for what stands on none."""
    return next((scale for scale in scales if level_of(text, scale) is not None), None)
