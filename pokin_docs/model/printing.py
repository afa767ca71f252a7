"""Numbers and dates as Indonesian papers print them (domain.md 1.8), by Babel's Indonesian locale."""

from __future__ import annotations

import re
import unicodedata
from datetime import date
from decimal import Decimal
from functools import lru_cache


@lru_cache(maxsize=8_192)  # each amount stands in the PKs of a whole branch and in several tables of the Renstra
def rupiah(value: Decimal) -> str:
    """The amount with dots between thousands, without Rp; sen only where there are any: ``5.294.655.000``."""
    from babel.numbers import format_decimal

    return str(format_decimal(value, format="#,##0.##", locale="id_ID"))


def thousands(number: int) -> str:
    """A whole number with dots between thousands: ``8.635``."""
    return f"{number:,}".replace(",", ".")


def number_text(value: Decimal) -> str:
    """A number with a decimal comma and without needless zeros: ``33,3``."""
    text = f"{value:f}"
    return (text.rstrip("0").rstrip(".") if "." in text else text).replace(".", ",")


def tanggal(value: date) -> str:
    """The day written out: ``5 Januari 2026``."""
    return tanggal_by(value, "d MMMM y")


def tanggal_by(value: date, pattern: str) -> str:
    """The day in a pattern of Unicode's locale data: ``EEEE, d MMMM y`` gives ``Senin, 5 Januari 2026``."""
    from babel.dates import format_date

    return str(format_date(value, pattern, locale="id_ID"))


def valid_days(first: date | None, last: date | None) -> str:
    """On which days a paper counts: ``5 Januari - 30 September 2026``, ``mulai 1 Oktober 2026``; a year stands once.

    Args:
        first: The first day; None where it is not known.
        last: The last day; None where it counts to the end of its year.
    """
    if first is None:
        return f"sampai {tanggal(last)}" if last is not None else ""
    if last is None:
        return f"mulai {tanggal(first)}"
    start = tanggal_by(first, "d MMMM") if first.year == last.year else tanggal(first)
    return tanggal(first) if first == last else f"{start} - {tanggal(last)}"


def slug(text: str, length: int = 80) -> str:
    """The text as part of a file name: ASCII letters and digits joined by ``-``, at most ``length`` characters."""
    # A device name of Windows is no name for a file there, whatever follows the dot.
    ascii_text = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    name = re.sub(r"[^A-Za-z0-9]+", "-", ascii_text).strip("-")[:length].strip("-")
    return f"{name}-" if re.fullmatch(r"(?i)con|prn|aux|nul|com\d|lpt\d", name) else name


def plain_nip(text: str) -> str:
    """The NIP without the word, blanks, dots and dashes."""
    return re.sub(r"(?i)^\W*(nip|ni pppk)\b|[\s.:\-–'’`\u200b\u2060\ufeff]", "", text).strip()


# Degrees and titles without a dot inside; S.Kom., M.Si. and Ph.D. are known by theirs.
_IN_FRONT = frozenset((
    "prof", "dr", "drg", "drh", "drs", "dra", "ir", "apt", "ns", "h", "hj", "kh", "tgk", "ust", "bd", "rr", "rd",
))  # fmt: skip
_BEHIND = frozenset(("ak", "apt", "psikolog", "ners", "bd"))
_ABBREVIATIONS = re.compile(r"\(?[A-Za-z]+(?:\.[A-Za-z]+)+\.?\)?")


def capitals(text: str) -> str:
    """The text in capitals, degrees and titles of a name as written: ``Dr. BUDI CONTOH, S.Kom.``.

    ``S.KOM.`` would be another degree's spelling (domain.md 1.8).
    """
    pieces = re.split(r"(\s+)", text)
    front, behind = True, False
    for index, piece in enumerate(pieces):
        bare = piece.rstrip(",")
        word = bare.casefold().rstrip(".")
        if not piece or piece.isspace():
            continue
        leading = word in _IN_FRONT and (front or (behind and bare.endswith(".")))  # also «Budi Contoh, Drs.»
        if not (leading or _ABBREVIATIONS.fullmatch(bare) or (behind and word in _BEHIND)):
            front = False
            pieces[index] = piece.upper()
        behind = behind or piece.endswith(",")
    return "".join(pieces)


def last_two_together(text: str) -> str:
    """The text whose last word never stands alone on a line."""
    head, blank, last = text.rstrip().rpartition(" ")
    return f"{head}\u00a0{last}" if blank and " " in head else text
