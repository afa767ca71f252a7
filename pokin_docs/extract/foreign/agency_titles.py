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
    kept = [word.lower() if word.lower() in _SMALL else word.title() for word in words]
    return " ".join((words[0], *kept[1:]) if short else kept)
