"""The whole name of the agency that a line above a table gives, as Identitas asks for it."""

from __future__ import annotations

import re
from collections.abc import Iterable

from pokin_docs.model.texts import squeeze

_REGION = r"(?:kabupaten|kota|provinsi)"
_KIND = r"(?:dinas|badan|kecamatan|inspektorat|sekretariat (?:daerah|dprd)|satuan polisi pamong praja|rumah sakit umum)"
_NAMED = re.compile(
    rf"(?:.*\bkepala\s+)?((?:{_KIND}\b(?!\s+usaha).*?|(?!daerah\b|desa\b|bidang\b)\w{{4,}})\s+{_REGION}\s+[\w' -]+?)"
    r"(?:\s*(?:nomor|tahun|tentang|periode|\d|[(:;]).*)?",
    re.IGNORECASE,
)
"""An agency with its region: the whole line, or what stands behind "Kepala"; one word there is its short name."""
_LONGEST = 1_000
"""Characters of a line that may be a title: looking for a name takes the square of them, and a cell holds 32,767."""
_SMALL = frozenset(("dan", "serta", "atau"))
_ABBREVIATION = re.compile(
    r"[^AEIOUaeiou\W\d]+|(?!KH|SY|NY|NG|[PTKBDGF]R|[PKBGF]L|S[KPTWL]|PS|[KDT]W)[^AEIOU\W\d]{2}\w*"
    r"|\w*(?!NG|N[KST]|[KPR]S|R[TMKD]|ST|KH|SY)[^AEIOU\W\d]{2}"
)
"""A word in capitals that nobody can say as one: without a vowel, or with consonants in front or behind as none has."""


def named_agency(lines: Iterable[str]) -> str:
    """The agency with its region that lines name; empty where they name none, or more than one."""
    found = dict.fromkeys(name for line in lines if (name := _named(squeeze(line))))
    return next(iter(found)) if len(found) == 1 else ""


def _named(line: str) -> str:
    match = _NAMED.fullmatch(line) if len(line) <= _LONGEST else None
    if match is None or (" " in line and not re.match(rf"{_KIND}\b", match[1], re.IGNORECASE) and match.start(1) == 0):
        return ""
    words = match[1].split()
    short = re.fullmatch(_REGION, words[1], re.IGNORECASE) is not None and not re.fullmatch(_KIND, words[0], re.I)
    if match[1] != match[1].upper():
        return match[1]
    kept = [_as_in_a_name(word) for word in words]
    return " ".join((words[0], *kept[1:]) if short else kept)


def _as_in_a_name(word: str) -> str:
    """A word of a line in capitals as names have it: DPRD and PUPR stay, DINAS is Dinas."""
    return word.lower() if word.lower() in _SMALL else word if _ABBREVIATION.fullmatch(word) else word.title()
