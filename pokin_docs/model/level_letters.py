"""What letters stand for that a table has for its levels: T, S, P, K, SK, or T, SS, SP, SK, SSK."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from pokin_docs.model.levels import KomponenPerencanaan

_OF_LETTERS = {
    **dict.fromkeys(("t", "tj", "tuj"), KomponenPerencanaan.TUJUAN),
    **dict.fromkeys(("s", "ss", "sas"), KomponenPerencanaan.SASARAN),
    **dict.fromkeys(("p", "sp", "pr", "prog"), KomponenPerencanaan.SASARAN_PROGRAM),
    **dict.fromkeys(("k", "kg", "keg"), KomponenPerencanaan.SASARAN_KEGIATAN),
    **dict.fromkeys(("ssk", "sub"), KomponenPerencanaan.SASARAN_SUB_KEGIATAN),
}
"""What letters abbreviate; "SK" is told by those beside it."""


def levels_of_letters(letters: Collection[str]) -> Mapping[str, KomponenPerencanaan]:
    """The levels that the letters of a table stand for; empty where one is unknown or two stand for the same.

    Args:
        letters: All that the table has, in small letters.
    """
    found = {own: _OF_LETTERS[own] for own in letters if own in _OF_LETTERS}
    if "sk" in letters:  # sub kegiatan beside K, sasaran kegiatan beside SP
        below = KomponenPerencanaan.SASARAN_KEGIATAN in found.values()
        found["sk"] = KomponenPerencanaan.SASARAN_SUB_KEGIATAN if below else KomponenPerencanaan.SASARAN_KEGIATAN
        if below is ("sp" in letters) or (not below and "p" in letters):
            return {}
    return found if len(found) == len(set(letters)) == len(set(found.values())) else {}
