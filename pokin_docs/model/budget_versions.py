"""Murni or perubahan: which of two budgets of one year a title or the sheet Identitas speaks of."""

from __future__ import annotations

import re
from enum import Enum
from functools import lru_cache

from pokin_docs.model.texts import fold


class BudgetVersion(Enum):
    """The budget as it was set at first, or as it was changed in the year; the value is its word."""

    FIRST = "murni"
    CHANGED = "perubahan"


APBD_CHOICES = tuple(version.value for version in BudgetVersion)
_CHANGE = r"(?:perubahan|pergeseran|revisi|refocusing|refokusing)(?: (?:ke ?)?(?:[1-9]|i{1,3}|iv|v))?"
_LAST = r"(?=$| 20\d\d$)"
_BEFORE = re.compile(
    rf"\b(?:sebelum|pra) {_CHANGE}\b|\b(?:apbd )?(?:murni|induk)\b|\bdpa\b|\b(?:sebelum|semula){_LAST}"
)
_AFTER = re.compile(
    rf"\b(?:(?:setelah|sesudah|pasca|hasil|akibat|menjadi) )?{_CHANGE}\b|\bdppa\b"
    r"|\br?apbd ?p\b|\bp ?r?apbd\b|\bp(?=$| )(?! ?\d* ?(?:d|k)\b)"
    rf"|\b(?:setelah|sesudah|menjadi){_LAST}"
)
_AROUND = re.compile(r"\b(?:r?apbd|perkada|perda|versi)\b")
_SAYS_FIRST = frozenset(
    ("murni", "apbd murni", "induk", "apbd induk", "apbd", "awal", "apbd awal", "dpa", "belum berubah")
)


@lru_cache(maxsize=4_096)
def split_version(key: str) -> tuple[str, BudgetVersion | None]:
    """A folded title without what tells the version of the budget, and that version: ``target 2026 p`` is changed."""
    rest, before = _BEFORE.subn(" ", key)
    rest, after = _AFTER.subn(" ", rest)
    rest = " ".join(_AROUND.sub(" ", rest).split())
    version = BudgetVersion.CHANGED if after else BudgetVersion.FIRST if before else None
    return rest, version


def read_version(text: str) -> BudgetVersion | None:
    """The version that the line APBD of Identitas names; None where it names none."""
    key = fold(text)
    if key in _SAYS_FIRST:
        return BudgetVersion.FIRST
    rest, version = split_version(key)
    return version if not re.sub(r"\b(?:tahun|20\d\d|p)\b", "", rest).strip() else None
