"""Reading Indonesian numbers and dates that were typed as text: strict, never a guess between two readings."""

from __future__ import annotations

import re
from datetime import date, timedelta
from decimal import Decimal

MONTHS = (
    ("januari", "jan"), ("februari", "pebruari", "feb", "peb"), ("maret", "mar"), ("april", "apr"), ("mei",),
    ("juni", "jun"), ("juli", "jul"), ("agustus", "agt", "agu"), ("september", "sep", "sept"), ("oktober", "okt"),
    ("november", "nopember", "nov", "nop"), ("desember", "des"),
)  # fmt: skip
"""Month names with the spellings of old papers (domain.md 1.8: "Nopember", "Pebruari")."""

_LONGEST = 24
"""Characters of a number that is read: no amount of Excel's fifteen digits has more."""
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


_ENGLISH = {"january": 1, "february": 2, "march": 3, "may": 5, "june": 6, "july": 7, "august": 8, "aug": 8,
            "october": 10, "oct": 10, "december": 12, "dec": 12, "agst": 8, "agus": 8}  # fmt: skip
_NAMED_MONTH = {**_MONTH, **_ENGLISH}
_WEEKDAYS = ("senin", "selasa", "rabu", "kamis", "jumat", "sabtu", "minggu")
_OTHER_WEEKDAYS = {"ahad": "minggu", "jum'at": "jumat", "jum’at": "jumat"}
_WEEKDAY = re.compile(rf"(?:hari\s+)?({'|'.join((*_WEEKDAYS, *_OTHER_WEEKDAYS))})\b")
# "Paringin, ", "Senin, ", "Hari Senin tanggal ", "tgl. ": what stands in front of a day and is no part of it.
_IN_FRONT = re.compile(
    rf"(?:[a-z][a-z .'’-]*,\s*)*(?:{_WEEKDAY.pattern}\s*,?\s*)?(?:(?:pada\s+)?(?:tanggal|tgl)\.?\s*:?\s*)?"
)
_TIME = r"(?:[t ]\s*\d{1,2}[:.]\d{2}(?:[:.]\d{2})?.*)?"
_TYPED = (
    re.compile(r"(?P<d>\d{1,2})[\s.\-/]*(?P<m>[a-z]+)\.?[\s\-/']*(?P<y>\d{4}|\d{2})" + _TIME),
    re.compile(r"(?P<m>[a-z]+)\.?\s+(?P<d>\d{1,2})(?:st|nd|rd|th)?,?\s+(?P<y>\d{4})"),
    re.compile(r"(?P<y>\d{4})\s*[-/.]\s*(?P<m>\d{1,2})\s*[-/.]\s*(?P<d>\d{1,2})" + _TIME),
    re.compile(r"(?P<y>(?:19|20)\d{2})(?P<m>\d{2})(?P<d>\d{2})"),
    re.compile(r"(?P<d>\d{1,2})\s*[/.\-\s]\s*(?P<m>\d{1,2})\s*[/.\-\s]\s*(?P<y>\d{4}|\d{2})" + _TIME),
)
# "Januari 2026", "… Januari 2026", "Paringin,     Januari 2026", "01/2026"; as Excel shows it also "Jan-26".
_MONTH_ONLY = re.compile(r"(?:[a-z][a-z .'’-]*,)?[\s.…_\-]*(?P<m>[a-z]+|(?<!\d)\d{1,2})\.?[\s\-/]*(?P<y>\d{4}|\d{2})")
_FIRST_DAY_NUMBER, _LAST_DAY_NUMBER = 18_264, 73_050
"""Excel's numbers of 1 January 1950 and of the end of 2099."""


def read_typed_date(text: str) -> date | None:
    """The day a planner typed, or None: ``Senin, 5 Januari 2026``, ``5-1-26``, ``2026-01-05``, ``Kota, 5 Jan 2026``.

    Day comes before month; a year of two digits is one of this century up to 69.
    """
    key = " ".join(text.casefold().split())
    rest = key[_IN_FRONT.match(key).end() :] if key else ""  # type: ignore[union-attr]  # it matches nothing too
    match = next(filter(None, (pattern.fullmatch(rest) for pattern in _TYPED)), None)
    return _day(match["y"], match["m"], match["d"]) if match else None


def read_month(text: str, *, shown: bool) -> date | None:
    """The first day of a month that a text names without a day, or None.

    Args:
        text: What was typed.
        shown: It is what Excel shows of a date, so "Jan-26" names no day either.
    """
    key = " ".join(text.casefold().split())
    match = _MONTH_ONLY.fullmatch(key)
    if match is None or (len(match["y"]) == 2 and not shown):
        return None
    return _day(match["y"], match["m"], "1")


def likely_date(text: str) -> date | None:
    """The day that a text may mean which names none, to be proposed only.

    Month and day may be exchanged (``1/13/2026``), or the month be misspelt (``5 Januri 2026``); None where it may be
    two days.
    """
    from pokin_docs.model.texts import slips_between

    if (swapped := re.fullmatch(r"\s*(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})\s*", text)) is not None:
        return _day(swapped[4], swapped[1], swapped[3])
    meant = set()
    for word in re.findall(r"[a-z]{4,}", text.casefold()):
        near = (name for name in _NAMED_MONTH if len(name) > 3 and 0 < slips_between(word, name) <= len(name) // 4)
        meant |= {read_typed_date(text.casefold().replace(word, name)) for name in near}
    meant.discard(None)
    return meant.pop() if len(meant) == 1 else None


def read_day_number(text: str) -> date | None:
    """The day that a number is to Excel, or None for one that is no day of our time."""
    if not re.fullmatch(r"\d{5}(?:[.,]\d+)?", text):
        return None
    number = int(text[:5])
    return date(1899, 12, 30) + timedelta(days=number) if _FIRST_DAY_NUMBER <= number <= _LAST_DAY_NUMBER else None


def named_weekday(text: str) -> int | None:
    """The day of the week that a text begins with, 0 for Monday, or None."""
    match = re.search(rf"(?:^|,\s*){_WEEKDAY.pattern}", text.casefold())
    return _WEEKDAYS.index(_OTHER_WEEKDAYS.get(match.group(1), match.group(1))) if match else None


def _day(year: str, month: str, day: str) -> date | None:
    number = int(month) if month.isdigit() else _NAMED_MONTH.get(month, 0)
    whole = int(year) + (0 if len(year) == 4 else 2000 if int(year) < 70 else 1900)
    try:
        return date(whole, number, int(day)) if 1950 <= whole <= 2100 else None
    except ValueError:
        return None


_SCALE = {
    "ribu": 3,
    "rb": 3,
    "juta": 6,
    "jt": 6,
    "miliar": 9,
    "milyar": 9,
    "mlr": 9,
    "m": 9,
    "triliun": 12,
    "trilyun": 12,
    "t": 12,
}
_SCALED = re.compile(rf"(?:rp\.?\s*)?(-?[\d.,]*\d)\s*({'|'.join(_SCALE)})\.?(?:\s*(?:rp\.?|rupiah))?")
_ONE_LETTER = 1
"""Letters of a word that may be that of another unit, or of none: "M", "T"."""


def read_amount(text: str) -> tuple[Decimal, int] | None:
    """The number of an amount and the power of ten of the word behind it: ``Rp 1,5 miliar`` is 1.5 and 9; or None."""
    if not text or not (text[-1].isalpha() or text[-1] == "."):
        return None  # as nearly all amounts are
    match = _SCALED.fullmatch(" ".join(text.casefold().split()))
    number = read_rupiah(match[1]) if match else None
    if match is None or number is None or len(match[2]) == _ONE_LETTER:
        return None
    return number, _SCALE[match[2]]


_NEGATIVE = re.compile(r"\((?P<bracketed>[^()]+)\)|(?:[-−–—]|minus|negatif)\s*(?P<signed>[^-−–—]+)")


def read_negative(text: str) -> Decimal | None:
    """The amount below zero that a text says, or None: ``(1.000)``, ``Rp -5 juta``, ``minus 1.000``.

    No office means one, so that it is read only to be named, never to be counted.
    """
    key = re.sub(r"^(?:rp|idr)\.?\s*", "", " ".join(text.casefold().split()))
    match = _NEGATIVE.fullmatch(key)
    if match is None:
        return None
    said = (match["bracketed"] or match["signed"]).strip()
    amount = read_amount(said)
    number = amount[0].scaleb(amount[1]) if amount else read_rupiah(said) if any(map(str.isdigit, said)) else None
    return -abs(number) if number else None


def likely_rupiah(text: str) -> str | None:
    """The amount that a text which is none most likely means, to propose and never to use: ``1,25 M``."""
    from pokin_docs.model.printing import rupiah

    key = text.casefold().strip()
    if key in ("nihil", "tidak ada"):
        return "0"
    match = _SCALED.fullmatch(key)
    number = read_rupiah(match[1]) if match else None
    if match is None or number is None:
        return None
    return rupiah(number.scaleb(_SCALE[match[2]]))


def read_rupiah(text: str) -> Decimal | None:
    """The amount a text names, or None: ``1.500.000``, ``1,500,000``, ``Rp92.476.171,31``, ``-`` is 0."""
    key = re.sub(r"(?i)^(?:rp|idr)\.?", "", text.strip()).replace(" ", "").replace("\u00a0", "")
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
    if not re.fullmatch(r"-?\d+|-?\d{1,3}([.,]\d{3})+", whole) or len(whole) > _LONGEST or len(fraction) > _LONGEST:
        return None
    return Decimal(re.sub(r"[.,]", "", whole) + (f".{fraction}" if fraction else ""))


_PER_CENT = re.compile(r"(-?\d{1,9}(?:[.,]\d{1,15})?)\s*(?:%|persen)")
_HUNDRED = Decimal(100)


def read_share(text: str) -> tuple[Decimal, bool | None] | None:
    """A share of an amount and whether it is per cent: ``40%``, ``33,3 persen``, ``40``, ``Rp 250.000``, ``25 juta``.

    A bare number up to 100 is per cent, a larger one rupiah; 0 and ``-`` are either (None).
    """
    key = text.casefold().strip()
    if match := _PER_CENT.fullmatch(key):
        return Decimal(match[1].replace(",", ".")), True
    number = read_rupiah(key)
    if number is None:
        amount = read_amount(key)
        return None if amount is None else (amount[0].scaleb(amount[1]), False)
    if not number:
        return number, None
    return number, abs(number) <= _HUNDRED and not key.startswith("rp")
