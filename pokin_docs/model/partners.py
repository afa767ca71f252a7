"""Who helps whom, in rows of the sheet Lintas Perangkat Daerah (domain-2.md 6.2)."""

from __future__ import annotations

import re
from collections.abc import Mapping, Set

from pokin_docs.model.cells import BLANK, Isian
from pokin_docs.model.rows import LintasRow
from pokin_docs.model.texts import fold

_SEPARATOR = re.compile(r"\s*(?:;|\n|(?:^|(?<=\s))\d{1,2}[.)]\s)\s*")
_REGION = frozenset(("kabupaten", "kab", "kab.", "kota", "provinsi", "prov", "prov.", "daerah"))


def parted(names: str) -> list[str]:
    """The agencies that a cell names, parted by semicolons, lines or numbers."""
    return [name for name in _SEPARATOR.split(names) if name]


def is_own_agency(name: str, identitas: Mapping[str, Isian]) -> bool:
    """Whether a name is that of the agency of a workbook, in full or in short, with its region or without."""
    said = fold(name)
    region = _REGION | set(fold(identitas.get("pemda", BLANK).text).split())
    known = [fold(identitas.get(key, BLANK).text) for key in ("nama_pd", "singkatan")]
    return bool(said) and any(own and _is_same(said, own, region) for own in known)


def _is_same(said: str, own: str, region: Set[str]) -> bool:
    shorter, longer = sorted((said, own), key=len)
    more = longer.removeprefix(f"{shorter} ")
    # "Dinas" alone is any of them.
    return shorter == longer or (more != longer and " " in said and region >= set(more.split()))


def helps_others(row: LintasRow, identitas: Mapping[str, Isian]) -> bool:
    """Whether the agency of a workbook is named as the one who helps, and another as the one who answers for it."""
    helpers = parted(row.pd_pendukung.text)
    return any(is_own_agency(name, identitas) for name in helpers) and not any(
        is_own_agency(name, identitas) for name in parted(row.pd_pengampu.text)
    )


def helps_itself(row: LintasRow, identitas: Mapping[str, Isian]) -> bool:
    """Whether an agency is named as helping in what it answers for itself."""
    answering = parted(row.pd_pengampu.text)
    names = {fold(name) for name in answering}
    is_ours = any(is_own_agency(name, identitas) for name in answering)
    return any(
        fold(name) in names or (is_ours and is_own_agency(name, identitas)) for name in parted(row.pd_pendukung.text)
    )
