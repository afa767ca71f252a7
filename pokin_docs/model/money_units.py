"""Units that offices write beside amounts: "dalam ribuan rupiah" over a table, "(Rp. 000)" in a title."""

from __future__ import annotations

import re
from functools import lru_cache

from pokin_docs.model.texts import fold

UNIT_NAMES = {0: "rupiah", 3: "ribu rupiah", 6: "juta rupiah", 9: "miliar rupiah", 12: "triliun rupiah"}
"""By the power of ten that an amount is multiplied with."""
_POWER = {"rb": 3, "ri": 3, "ju": 6, "jt": 6, "mi": 9, "ml": 9, "tr": 12}
_NAMED = r"(?:rb|ribu(?:an)?|jt|juta(?:an)?|mil+[iy]ar(?:an)?|mlr|tril[iy]un(?:an)?)"
_NOUGHTS = r"1? ?000(?: ?000){0,3}"
_RP = r"(?:rp|rupiah|idr)"
_WORD = re.compile(rf"\b({_NAMED})\b|\b(?:x|{_RP}|dalam|dlm)(?: rp)? ?({_NOUGHTS})\b(?! ?\d)")
_ALONE_IN_BRACKETS = re.compile(r"\(\s*['’.]?\s*((?:000[.,]?){1,4})\s*\)")
_SAYS_RUPIAH = re.compile(rf"\b{_RP}\b")
_PHRASE = re.compile(
    rf"(?:(?:keterangan|ket|catatan|satuan|nilai|angka|pagu|anggaran|dinyatakan|disajikan|dalam|dlm|x|di|{_RP}) )*"
    rf"(?:{_NAMED}|x? ?{_RP} ?{_NOUGHTS}|x {_NOUGHTS}|{_RP})(?: {_RP})*"
)
"""All of a line that only says the unit."""
_IN_A_SENTENCE = re.compile(
    rf"\b(?:dalam|dlm)(?: satuan| {_RP})* (?:{_NAMED}|{_RP})\b|\b(?:ribu|juta|mil[iy]ar)an {_RP}\b"
)
_BRACKETS = re.compile(r"\(([^()]*)\)")
_TO_CUT = re.compile(rf"\b(?:dalam|dlm|x|satuan|{_RP}|{_NAMED}|rp ?{_NOUGHTS}|(?<=rp ){_NOUGHTS}|(?<=x ){_NOUGHTS})\b")
_MAX_NOTE = 160
"""Characters of a line that is looked at: a note is short."""


def powers_in_title(text: str) -> frozenset[int]:
    """The units that a title of amounts names, as powers of ten: «Pagu (Rp juta)» is 6, «Pagu (Rp)» is 0."""
    found = {_power(match) for match in _WORD.finditer(fold(text))}
    found |= {3 * match[1].count("000") for match in _ALONE_IN_BRACKETS.finditer(text)}
    if found:
        return frozenset(found)
    return frozenset({0}) if _SAYS_RUPIAH.search(fold(text)) else frozenset()


@lru_cache(maxsize=1_024)
def powers_in_note(text: str) -> frozenset[int]:
    """The units of a line above or below a table; a sentence that only mentions an amount names none."""
    if not text or len(text) > _MAX_NOTE:
        return frozenset()
    alone = [part for part in (text, *_BRACKETS.findall(text)) if _PHRASE.fullmatch(fold(part))]
    said = [*alone, *(match[0] for match in _IN_A_SENTENCE.finditer(fold(text)))]
    found = frozenset(power for part in said for power in powers_in_title(part))
    found |= {3 * match[1].count("000") for match in _ALONE_IN_BRACKETS.finditer(text)}
    return found - {0} or found


def without_unit(key: str) -> str:
    """A folded title without the words of its unit: ``pagu 2026`` of ``pagu 2026 dalam ribuan rupiah``."""
    return " ".join(_TO_CUT.sub(" ", key).split())


def _power(match: re.Match[str]) -> int:
    return _POWER[match[1][:2]] if match[1] else 3 * match[2].count("000")
