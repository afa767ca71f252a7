"""Reading Indonesian numbers and dates that were typed as text: strict, never a guess between two readings."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal

MONTHS = (
    ("januari", "jan"), ("februari", "pebruari", "feb", "peb"), ("maret", "mar"), ("april", "apr"), ("mei",),
    ("juni", "jun"), ("juli", "jul"), ("agustus", "agt", "agu"), ("september", "sep", "sept"), ("oktober", "okt"),
    ("november", "nopember", "nov", "nop"), ("desember", "des"),
)  # fmt: skip
"""Month names with the spellings of old papers (domain.md 1.8: "Nopember", "Pebruari")."""

_MONTH = {name: number for number, names in enumerate(MONTHS, start=1) for name in names}
_LONG = re.compile(r"(\d{1,2})\s+([a-z]+)\.?\s+(\d{4})$")
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?: 00:00:00)?$")
_SHORT = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$")


def read_date(text: str) -> date | None:
    """The day a text names (``5 Januari 2026``, ``05/01/2026``, ``2026-01-05``), or None. Day comes before month."""
    key = text.casefold().strip()
    if match := _LONG.match(key):
        month = _MONTH.get(match.group(2))
        parts = (int(match.group(3)), month, int(match.group(1)))
    elif match := _ISO.match(key):
        parts = (int(match.group(1)), int(match.group(2)), int(match.group(3)))
    elif match := _SHORT.match(key):
        parts = (int(match.group(3)), int(match.group(2)), int(match.group(1)))
    else:
        return None
    try:
        return date(parts[0], parts[1] or 0, parts[2]) if 1950 <= parts[0] <= 2100 else None
    except ValueError:
        return None


def read_rupiah(text: str) -> Decimal | None:
    """The amount a text names, or None: ``1.500.000``, ``1,500,000``, ``Rp92.476.171,31``, ``-`` is 0."""
    key = re.sub(r"(?i)^rp\.?", "", text.strip()).replace(" ", "").replace("\u00a0", "")
    key = re.sub(r"[,.]-+$", "", key)
    if key in ("-", "–"):
        return Decimal(0)
    if not re.fullmatch(r"-?\d[\d.,]*", key):
        return None
    marks = [mark for mark in key if mark in ".,"]
    decimal = ""
    if len(set(marks)) == 2:
        decimal = marks[-1]
        if marks.count(decimal) > 1:
            return None
    elif len(marks) == 1 and not re.search(r"[.,]\d{3}$", key):
        decimal = marks[0]
    whole, _, fraction = key.partition(decimal) if decimal else (key, "", "")
    if not re.fullmatch(r"-?\d+|-?\d{1,3}([.,]\d{3})+", whole):
        return None
    return Decimal(re.sub(r"[.,]", "", whole) + (f".{fraction}" if fraction else ""))


_PER_CENT = re.compile(r"(-?\d+(?:[.,]\d+)?)\s*(?:%|persen)")
_HUNDRED = Decimal(100)


def read_share(text: str) -> tuple[Decimal, bool | None] | None:
    """A share of an amount and whether it is per cent: ``40%``, ``33,3 persen``, ``40``, ``Rp 1.250.000``; or None.

    A bare number up to 100 is per cent, a larger one rupiah; 0 and ``-`` are either (None).
    """
    key = text.casefold().strip()
    if match := _PER_CENT.fullmatch(key):
        return Decimal(match[1].replace(",", ".")), True
    number = read_rupiah(key)
    if number is None:
        return None
    if not number:
        return number, None
    return number, abs(number) <= _HUNDRED and not key.startswith("rp")
