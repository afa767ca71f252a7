"""Targets and other measured values as people write them; what was typed as text stays as it was typed."""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Decimal

from pokin_docs.model.printing import tanggal, thousands
from pokin_docs.model.rows import Isian
from pokin_docs.model.texts import fold, fold_sentence

PERCENT = frozenset(("%", "persen", "persentase"))
"""How Satuan says per cent, folded."""
_MOST_DECIMALS = 4
"""Decimals that somebody means; more come out of a division."""
_WHOLE = re.compile(r"(?<![\d.,])[1-9]\d{3,}(?![\d.])")
_LONG = re.compile(rf"\d+,\d{{{_MOST_DECIMALS + 1},}}")
_SIGN = re.compile(r"(?:\s*(?:%|persen))+$", re.IGNORECASE)
_BETWEEN = re.compile(r"(?<=[\d≥≤<>=±~+–:-]) +(?=[\d%≥≤<>=±–:-])|(?<=\bRp) +(?=\d)|(?<=\bRp\.) +(?=\d)")
_AFTER_RP = re.compile(r"(?<=\bRp)\u00a0|(?<=\bRp\.)\u00a0")
_SHARE_SIGN = r"\s*(?:%|persen|pct)?"
_NUMBER = re.compile(rf"(-?)(\d{{1,3}}(?:\.\d{{3}})+|\d+)(?:,(\d+))?{_SHARE_SIGN}", re.IGNORECASE)
_DOTTED = re.compile(rf"(-?\d+\.\d+){_SHARE_SIGN}", re.IGNORECASE)
_WITH_DECIMALS = re.compile(r"-?[\d.]*\d,(\d+)")
_BEFORE_A_NUMBER = re.compile(
    r"(?:(?<![\w%)\]])|(?<=rp))\s*(?:[-−–—](?=[\d.,])|[<>≤≥]=?)|\bminus\b|\bnegatif\b", re.IGNORECASE
)
"""What makes another value of the same digits."""
_LONGEST_AMOUNT = 15
"""Characters that the column Target has room for beside each other."""


def measured(isian: Isian, satuan: Isian) -> str:
    """What a cell of a target prints beside its satuan.

    A number has dots from 1.000, a decimal comma and no more decimals than somebody means; a sign that Satuan says is
    not said again; a day is written out.
    """
    if isian.tanggal is not None:
        return tanggal(isian.tanggal)
    text = isian.text
    if isian.number is not None:
        text = _LONG.sub(lambda match: _rounded(match[0]), text)
        if fold(satuan.text) != "tahun":
            text = _WHOLE.sub(lambda match: thousands(int(match[0])), text)
    if fold(satuan.text) in PERCENT:
        text = _SIGN.sub("", text) or text
    return text


def is_long(isian: Isian) -> bool:
    """Whether a value has more decimals than somebody means."""
    return _LONG.search(isian.clean) is not None


def unbroken(text: str) -> str:
    """The text with blanks inside a number or a range that no line ends at."""
    whole = _BETWEEN.sub("\u00a0", text)
    # Too long for its column a line would end inside the number: better between Rp and the number.
    return _AFTER_RP.sub(" ", whole) if len(text) > _LONGEST_AMOUNT else whole


def decimals_of(text: str) -> int:
    """How many decimals a printed number has; 0 for what is no number with a comma."""
    match = _WITH_DECIMALS.fullmatch(text)
    return len(match[1]) if match else 0


def with_decimals(text: str, count: int) -> str:
    """A printed number with noughts behind its decimals, up to ``count``; whole numbers and all else as they are."""
    own = decimals_of(text)
    return text + "0" * (count - own) if 0 < own < count else text


def _rounded(shown: str) -> str:
    number = Decimal(shown.replace(",", "."))
    rounded = number.quantize(Decimal("0.01"), ROUND_HALF_UP)
    if not rounded:  # of a small share the first digits that say something
        rounded = Decimal(f"{number:.2g}")
    return f"{rounded:f}".replace(".", ",")


def same_value(one: str, other: str) -> bool:
    """Whether two cells say the same value in other spellings; -85 and 85 do not, nor do ≥85 and 85."""
    if fold_sentence(one) != fold_sentence(other):
        return False
    signs = [[sign.strip() for sign in _BEFORE_A_NUMBER.findall(re.sub("[−–—]", "-", text))] for text in (one, other)]
    return signs[0] == signs[1] and (bool(fold_sentence(one)) or fold(one) == fold(other))


def number(isian: Isian) -> Decimal | None:
    """What a cell of the value columns counts as; None for a range, a predicate, a text."""
    if isian.number is not None:
        # 0.85 that Excel shows as 85% counts as what is shown, as the same share typed without the format does.
        return isian.number * 100 if _is_shown_as_share(isian) else isian.number
    match = _NUMBER.fullmatch(isian.clean)
    if match:
        sign, whole, part = match.groups()
        return Decimal(f"{sign}{whole.replace('.', '')}.{part or 0}")
    match = _DOTTED.fullmatch(isian.clean)
    return Decimal(match.group(1)) if match else None


def _is_shown_as_share(isian: Isian) -> bool:
    """Whether Excel shows a number times a hundred: a quoted percent sign is only a letter behind it."""
    if isian.number is None or not isian.clean.endswith("%"):
        return False
    shown = _NUMBER.fullmatch(isian.clean)
    whole = Decimal(f"{shown[2].replace('.', '')}.{shown[3] or 0}") if shown else Decimal(0)
    return abs(whole - abs(isian.number) * 100) < abs(whole - abs(isian.number))
