"""A cell's text as Excel shows it in an Indonesian office: decimal comma, dots between thousands, month names.

No kept library renders Excel number formats in Python, so the common part of the format language is read here; what is
not understood falls back to the plain number. Names of months come from Babel.
"""

from __future__ import annotations

import re
import unicodedata
from datetime import date, datetime, time, timedelta
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from functools import cache

from pokin_docs.extract.grid import UsedCell
from pokin_docs.model.texts import UNPRINTABLE

# XML 1.0 allows tab, line feed, carriage return and everything from blank on, save surrogates and two noncharacters.
_EXCEL_ESCAPE = re.compile(r"_x([0-9A-Fa-f]{4})_")
_QUOTED = re.compile(r'"([^"]*)"|\\(.)|_.|\*.')
_CURRENCY = re.compile(r"\[\$([^\]\-]+)(?:-[^\]]*)?\]")
"""``[$Rp-421]``: the sign of a currency and the language it is of."""
_BRACKETS = re.compile(r"\[[^\]]*\]")
_DIGITS = re.compile(r"[0#?][0#?,.]*|\.[0#?]+")
_GENERAL = re.compile(r"general|standard", re.IGNORECASE)
_FRACTION = re.compile(r"([#0?]+ +)?[#0?]+ */ *([#?]+|[1-9]\d{0,4})")
_DATE_TOKENS = re.compile(r"yyyy|yy|mmmm|mmm|mm|m|dddd|ddd|dd|d|hh|h|ss|s|AM/PM|am/pm|[^ymdhsA]+|.")
_MAX_DIGITS = Decimal(10) ** 15
_MAX_SHOWN = Decimal(10) ** 20


@cache
def _other_scripts() -> dict[int, str]:
    """The decimal digits of all scripts, the signs between Arabic ones, and all of full width."""
    digits = {one: str(unicodedata.decimal(chr(one))) for one in range(0x80, 0x10000) if chr(one).isdecimal()}
    wide = {one: chr(one - 0xFEE0) for one in range(0xFF01, 0xFF5F)}
    return digits | wide | {0x066A: "%", 0x066B: ",", 0x066C: ".", 0x3000: " "}


def show_text(text: str) -> UsedCell:
    r"""A text cell: Excel's ``_x000D_`` escapes decoded once, line ends as line feeds, forbidden characters removed.

    Digits of other scripts and letters of full width are those that they stand for: "٨٥" is "85".
    """
    decoded = _EXCEL_ESCAPE.sub(lambda match: chr(int(match.group(1), 16)), text)
    plain = decoded.replace("\r\n", "\n").replace("\r", "\n")
    if not plain.isascii():
        plain = plain.translate(_other_scripts())
    cleaned = UNPRINTABLE.sub("", plain)
    return UsedCell(cleaned, cleaned, cleaned=cleaned != plain)


def show_number(value: int | float, number_format: str) -> UsedCell:
    """A number cell in its Excel format (as openpyxl gives it); its exact value is kept, free of binary noise."""
    exact = Decimal(repr(value)) if isinstance(value, float) else Decimal(value)
    if abs(exact) >= _MAX_DIGITS:
        shown = (
            format(exact, "f") if abs(exact) < _MAX_SHOWN else f"{value:g}"
        )  # 1e300 and what Excel has no number for
        return UsedCell(shown, shown, number=exact, broken="B20", details=shown)
    text = _formatted(exact, number_format)
    kode = _formatted(exact, number_format.replace(",", ""), decimal=".") if "." in number_format else _plain(exact)
    return UsedCell(text, kode, number=exact)


def show_date(value: datetime | date | time, number_format: str) -> UsedCell:
    """A date cell in its Excel format (as openpyxl gives it); a time alone keeps only its text."""
    from babel.dates import format_datetime, format_time

    if isinstance(value, time):
        text = format_time(value, "HH:mm", locale="id_ID")  # with a dot it could be taken for a number
        return UsedCell(text, text)
    moment = value if isinstance(value, datetime) else datetime(value.year, value.month, value.day)
    pattern = _date_pattern(number_format)
    if moment.time() == time():  # a day, whatever the format says: "0:00:00" is nobody's date
        pattern = re.sub(r"[\s,]*H+\S*.*$", "", pattern) or "dd/MM/yyyy"
    text = str(format_datetime(moment, pattern, locale="id_ID"))
    return UsedCell(text, text, tanggal=moment.date())


def show_duration(value: timedelta) -> UsedCell:
    """A cell of hours that may be more than a day has: ``2 jam 30 menit``."""
    seconds = round(abs(value).total_seconds())
    parts = [(seconds // 3600, "jam"), (seconds // 60 % 60, "menit"), (seconds % 60, "detik")]
    words = " ".join(f"{number} {name}" for number, name in parts if number) or "0 menit"
    text = f"-{words}" if value < timedelta() else words
    return UsedCell(text, text)


def show_bool(value: bool) -> UsedCell:
    """A TRUE or FALSE cell."""
    text = "Ya" if value else "Tidak"
    return UsedCell(text, text)


def conceals(number_format: str, value: Decimal | None = None) -> bool:
    """Whether a number format shows nothing of a value.

    Args:
        number_format: The format as Excel writes it.
        value: The number; None for a text.
    """
    sections = _QUOTED.sub("x", number_format).split(";")
    if len(sections) == 1:
        return False
    if value is None:
        return len(sections) == 4 and not sections[3]
    index = 1 if value < 0 else 2 if value == 0 and len(sections) > 2 else 0
    return not _BRACKETS.sub("", sections[index]).strip()


def broken(kode: str, details: str) -> UsedCell:
    """A cell whose value cannot be trusted: an error, or a formula never calculated."""
    return UsedCell("", "", broken=kode, details=details)


def _plain(value: Decimal) -> str:
    """The number with a dot and without needless zeros, at most ten decimals as General shows."""
    rounded = value.quantize(Decimal("1e-10"), rounding=ROUND_HALF_UP) if value.as_tuple().exponent else value
    text = format(rounded, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def _formatted(value: Decimal, number_format: str, decimal: str = ",") -> str:
    section = _section(number_format, value)
    if section is None:
        return _plain(value).replace(".", decimal)
    literal = _QUOTED.sub(lambda match: match.group(1) or match.group(2) or "", section)
    bare = _QUOTED.sub("\x00", section)  # what is quoted stands apart, so that no digits grow together over it
    if found := _GENERAL.search(bare):
        sign = "-" if value < 0 and ";" not in number_format else ""
        return sign + literal.replace(found.group(), _plain(abs(value)).replace(".", decimal), 1).strip()
    if found := _FRACTION.search(bare):
        sign = "-" if value < 0 and ";" not in number_format else ""
        return sign + literal.replace(found.group(), _fraction(abs(value), found), 1).strip()
    groups = _DIGITS.findall(bare)
    if not groups:
        return literal.strip()
    # A quoted percent sign is only a letter: 85 with 0"%" is 85%, with 0% it is 8500%.
    shown = abs(value) * 100 if "%" in bare else abs(value)
    negative = value < 0 and ";" not in number_format
    if len(groups) > 1:
        return ("-" if negative else "") + _spread(shown, section).strip()
    number = _digits(shown, groups[0], decimal)
    return ("-" if negative else "") + literal.replace(groups[0], number, 1).strip()


def _fraction(value: Decimal, shape: re.Match[str]) -> str:
    """A number as a fraction: the nearest with so many digits below the line, or with the number that stands there."""
    below = shape.group(2)
    whole = int(value) if shape.group(1) else 0
    rest = Fraction(value) - whole
    most = 10 ** min(len(below), 4) - 1
    part = Fraction(round(rest * int(below)), 1) if below.isdecimal() else rest.limit_denominator(most)
    above, under = (int(part), int(below)) if below.isdecimal() else (part.numerator, part.denominator)
    if under and above == under and shape.group(1):
        whole, above = whole + 1, 0
    if shape.group(1) and not above:
        return str(whole)
    return f"{whole} {above}/{under}" if whole else f"{above}/{under}"


def _spread(value: Decimal, section: str) -> str:
    """Digits laid into places with letters between them, from the right: 21602 with ``0"."00"."00`` is 2.16.02."""
    places = re.findall(r'"[^"]*"|\\.|[0#?]|.', section)
    digits = list(str(value.quantize(Decimal(1), rounding=ROUND_HALF_UP)).zfill(sum(part == "0" for part in places)))
    parts: list[str] = []
    first = next(index for index, part in enumerate(places) if part in "0#?")
    for index in range(len(places) - 1, -1, -1):
        part = places[index]
        if part in ("0", "#", "?"):
            rest = "".join(digits) if index == first else digits[-1] if digits else ""
            del digits[0 if index == first else -1 :]
            parts.append(rest)
        else:
            parts.append(part.strip('"').removeprefix("\\"))
    return "".join(reversed(parts))


def _section(number_format: str, value: Decimal) -> str | None:
    """The part of the format that applies, or None for General and what is not understood."""
    sections = number_format.split(";")
    index = 1 if value < 0 and len(sections) > 1 else 2 if value == 0 and len(sections) > 2 else 0
    section = _BRACKETS.sub("", _CURRENCY.sub(r'"\1"', sections[index])).strip()
    if section in ("", "@") or re.search(r"[eE][+-]", _QUOTED.sub("", section)):
        return None
    return section


def _digits(value: Decimal, pattern: str, decimal: str) -> str:
    whole, _, fraction = pattern.partition(".")
    places = sum(fraction.count(mark) for mark in "0#?")
    scale = len(pattern) - len(pattern.rstrip(","))
    rounded = (value / (Decimal(1000) ** scale)).quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)
    units, _, rest = format(rounded, "f").partition(".")
    units = units.zfill(whole.count("0"))
    if "," in whole.rstrip(","):
        separator = "." if decimal == "," else ""
        units = re.sub(r"(?<=\d)(?=(\d{3})+$)", separator, units)
    optional = len(fraction) - len(fraction.rstrip("#?,"))
    keep = places - optional
    rest = rest[:keep] + rest[keep:].rstrip("0")
    return f"{units}{decimal}{rest}" if rest else units


_LDML = {"yyyy": "yyyy", "yy": "yy", "mmmm": "MMMM", "mmm": "MMM", "mm": "MM", "m": "M", "dddd": "EEEE", "ddd": "EEE"}


def _date_pattern(number_format: str) -> str:
    """The format in the pattern language of Unicode; Excel's built-in short date is day first here."""
    section = _BRACKETS.sub("", number_format.split(";")[0]).replace("\\", "").strip()
    if section in ("mm-dd-yy", "m/d/yyyy", "m/d/yy", "mm/dd/yy", "General", "@"):
        return "dd/MM/yyyy"
    if section == "m/d/yy h:mm":
        return "dd/MM/yyyy HH.mm"
    parts: list[str] = []
    after_hour = False
    for token in _DATE_TOKENS.findall(section):
        lowered = token.lower()
        if lowered in ("h", "hh"):
            parts.append("HH" if lowered == "hh" else "H")
            after_hour = True
        elif lowered in ("m", "mm") and after_hour:
            parts.append("mm")
            after_hour = False
        elif lowered in ("d", "dd", "s", "ss"):
            parts.append(lowered)
        elif lowered in _LDML:
            parts.append(_LDML[lowered])
        elif lowered != "am/pm":
            literal = token.strip('"')
            parts.append("'" + literal.replace("'", "''") + "'" if re.search(r"[A-Za-z]", literal) else literal)
    return "".join(parts)
