"""Filters of the templates: one text printed in another of the forms that Indonesian papers use.

Each takes a text as the documents hold it. What a filter does not understand, and a mark for a missing value, comes
back as it is: a filter never fails and never guesses.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache
from math import isfinite

from pokin_docs.model.printing import capitals, last_two_together, plain_nip, tanggal_by
from pokin_docs.model.printing import rupiah as _dotted
from pokin_docs.model.printing import tanggal as _written_out
from pokin_docs.model.typed_values import read_date, read_rupiah
from pokin_docs.templating.signs import MARK_START

# 007 is a code and no number.
_NUMBER = re.compile(r"(-?)(0|[1-9]\d*|[1-9]\d{0,2}(?:\.\d{3})+)(?:,(\d+))?( ?%)?")
_LARGEST = 10**15

_SATUAN = ("nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan", "sepuluh", "sebelas")
_GROUPS = ((10**12, "triliun"), (10**9, "miliar"), (10**6, "juta"))

DATE_FORMAT = {"": "d MMMM y", "hari": "EEEE, d MMMM y", "nama_hari": "EEEE", "angka": "dd-MM-y", "bulan": "MMMM y",
                  "nama_bulan": "MMMM", "tahun": "y", "kata": ""}  # fmt: skip
"""What may stand between the brackets of ``tanggal``; ``kata`` writes day and year in words."""


def tanggal(text: str, bentuk: object = "") -> str:
    """The day written out: ``5 Januari 2026`` from ``2026-01-05``, ``05/01/2026`` or ``5 Jan 2026``.

    Args:
        text: A day; day before month.
        bentuk: One of BENTUK_TANGGAL; with another the text stays as it is.
    """
    day = read_date(text)
    if day is None or not isinstance(bentuk, str) or bentuk not in DATE_FORMAT:
        return text
    if not bentuk:
        return _written_out(day)
    if bentuk == "kata":
        return f"{_in_words(day.day)} {tanggal_by(day, 'MMMM')} {_in_words(day.year)}"
    return tanggal_by(day, DATE_FORMAT[bentuk])


def rupiah(text: str, sen: object = False) -> str:
    """The amount with Rp and dots: ``Rp5.294.655.000``; sen only where there are any or with ``sen=True``.

    Source: domain.md 1.8; ``Rp5.294.655.000,00`` and ``Rp5.294.655.000`` are both in use.
    """
    amount = read_rupiah(text)
    if amount is None or not re.search(r"\d", text) or abs(amount) >= _LARGEST:
        return text
    amount = _rounded(amount, 2)
    sign, amount = ("-" if amount < 0 else ""), abs(amount)
    whole = _dotted(Decimal(int(amount)))
    fraction = f",{int(amount * 100) % 100:02d}" if sen or amount % 1 else ""
    return f"{sign}Rp{whole}{fraction}"


def angka(text: str, desimal: object = None) -> str:
    """The number with dots between thousands and a decimal comma: ``1.250.000,5``.

    Args:
        text: A number as Indonesian papers write it, with or without dots; a percent sign stays.
        desimal: How many decimals to print, rounded half up; as many as stand there unless said.
    """
    number = _parts(text)
    if number is None:
        return text
    sign, whole, fraction, percent = number
    if isinstance(desimal, int) and not isinstance(desimal, bool) and 0 <= desimal <= 15:
        rounded = f"{_rounded(Decimal(f'{whole}.{fraction or 0}'), desimal):f}"
        whole_text, _, fraction = rounded.partition(".")
        whole = int(whole_text)
        sign = sign if whole or fraction.strip("0") else ""
    return f"{sign}{_dotted(Decimal(whole))}{',' + fraction if fraction else ''}{percent}"


def terbilang(text: str) -> str:
    """The number in words: ``satu juta dua ratus lima puluh ribu``, ``tujuh puluh lima koma tiga lima``.

    Up to hundreds of trillions; Rp and decimals of noughts are passed over, so an amount can be written out.
    """
    bare = re.sub(r"(?i)^\s*rp\.?\s*|,(?:0+|-+)\s*$", "", text)
    number = _parts(bare)
    if number is None:
        return text
    sign, whole, fraction, percent = number
    words = [*(["minus"] if sign else []), _in_words(whole)]
    if fraction:
        words += ["koma", *(_SATUAN[int(digit)] for digit in fraction)]
    return " ".join([*words, *(["persen"] if percent else [])])


@lru_cache(maxsize=512)  # the kop of every document says the same
def huruf_besar(text: str) -> str:
    """The text in capitals, degrees and titles of a name as written: ``Dr. BUDI CONTOH, S.Kom.``."""
    return capitals(text)


def rapat(text: str) -> str:
    """The text whose last word never stands alone on a line: ``… INFORMATIKA DAN PERSANDIAN``."""
    return last_two_together(text)


def nip(text: str) -> str:
    """The 18 digits in groups of 8, 6, 1 and 3: ``19800101 200501 2 003`` (domain.md 1.9)."""
    digits = plain_nip(text.strip())
    if not re.fullmatch(r"[0-9]{18}", digits):
        return text
    return f"{digits[:8]} {digits[8:14]} {digits[14]} {digits[15:]}"


def _for_texts(change: Callable[..., str]) -> Callable[..., object]:
    """The filter for anything a template may hand to it: texts and numbers are changed, all else is not."""

    def filtered(value: object, *args: object, **kwargs: object) -> object:
        if type(value) is int:
            return change(str(value), *args, **kwargs)
        if type(value) is float and isfinite(value) and change in (rupiah, angka, terbilang):
            changed = change(f"{Decimal(repr(value)):f}".replace(".", ","), *args, **kwargs)
            return value if re.search(r",\d{5}", changed) else changed
        return change(value, *args, **kwargs) if type(value) is str and MARK_START not in value else value

    return filtered


FILTERS = {
    change.__name__: _for_texts(change) for change in (tanggal, rupiah, angka, terbilang, huruf_besar, rapat, nip)
}
"""The filters by the names that templates call them."""


def _parts(text: str) -> tuple[str, int, str, str] | None:
    """Sign, whole number, decimals and percent sign of an Indonesian number, or None."""
    match = _NUMBER.fullmatch(text.strip()) if text.isascii() else None
    if match is None:
        return None
    whole = int(match[2].replace(".", "")) if len(match[2]) <= 20 else _LARGEST
    return (match[1], whole, match[3] or "", match[4] or "") if whole < _LARGEST else None


def _rounded(number: Decimal, decimals: int) -> Decimal:
    return number.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)


def _in_words(number: int) -> str:
    if number < 12:
        return _SATUAN[number]
    if number < 20:
        return f"{_SATUAN[number - 10]} belas"
    if number < 100:
        return _joined(_SATUAN[number // 10], "puluh", number % 10)
    if number < 1_000:
        return _joined("" if number < 200 else _SATUAN[number // 100], "ratus", number % 100)
    if number < 1_000_000:
        return _joined("" if number < 2_000 else _in_words(number // 1_000), "ribu", number % 1_000)
    size, name = next(entry for entry in _GROUPS if number >= entry[0])
    return _joined(_in_words(number // size), name, number % size)


def _joined(count: str, name: str, rest: int) -> str:
    """A group with what follows it; one hundred and one thousand have the word ``se``."""
    group = f"{count} {name}" if count else f"se{name}"
    return f"{group} {_in_words(rest)}" if rest else group
