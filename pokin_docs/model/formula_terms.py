"""The terms of an indicator's formula as the column Variabel lists them: name, weight, source."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from pokin_docs.model.texts import squeeze, without_number

_WEIGHT = re.compile(r"(?:\b(?:bobot)\b)?\s*[:=]?\s*\(?\s*(\d{1,3}(?:[.,]\d+)?)\s*(?:%|persen\b)\s*\)?", re.IGNORECASE)
_SOURCE = re.compile(r"\(([^()]*)\)\s*$")
_WHOLE = 100


@dataclass(frozen=True, slots=True)
class FormulaTerm:
    """A term of a formula; ``weight`` in per cent, None where none is given."""

    name: str
    source: str = ""
    weight: Decimal | None = None


def read_terms(text: str) -> tuple[FormulaTerm, ...]:
    """The terms, one per line or parted by ``;``: ``Kelembagaan 40% (Bagian Organisasi)``."""
    lines = (squeeze(without_number(line)) for line in re.split(r"[;\n]", text))
    return tuple(_term(line) for line in lines if line)


def weights_miss(terms: tuple[FormulaTerm, ...]) -> Decimal | None:
    """What the weights add up to, where they are given and are not 100; None where they are, or none is given."""
    given = [term.weight for term in terms if term.weight is not None]
    total = sum(given, Decimal(0))
    return total if given and (len(given) < len(terms) or total != _WHOLE) else None


def _term(line: str) -> FormulaTerm:
    weights = list(_WEIGHT.finditer(line))
    weight = Decimal(weights[-1][1].replace(",", ".")) if weights else None
    rest = line if not weights else squeeze(line[: weights[-1].start()] + " " + line[weights[-1].end() :])
    source = _SOURCE.search(rest)
    name = (rest[: source.start()] if source else rest).strip(" :-–=")
    return FormulaTerm(name, source[1].strip() if source else "", weight)
