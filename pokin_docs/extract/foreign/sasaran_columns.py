"""What a plain "Sasaran" stands over: the sasaran of the agency, or sentences of a level that something else tells."""

from __future__ import annotations

import re

from pokin_docs.extract.foreign import roles
from pokin_docs.extract.foreign.areas import TableArea
from pokin_docs.extract.foreign.roles import LevelName, level_label
from pokin_docs.extract.foreign.title_words import TitleMeaning
from pokin_docs.model.level_labels import LevelLadder
from pokin_docs.model.levels import KomponenPerencanaan, Rung
from pokin_docs.model.texts import fold

_WHOSE = ("strategis", "opd", "skpd", "pd", "renstra", "iku", "utama")
_IKU = re.compile(r"\biku\b|indikator kinerja utama", re.IGNORECASE)
_SASARAN = KomponenPerencanaan.SASARAN


def is_only_sentence(area: TableArea, meaning: TitleMeaning) -> bool:
    """Whether no other column is of the sentences of one level: then "Sasaran" may stand over those of every level."""
    others = (other for other in area.meanings.values() if other is not meaning and other.thing is None)
    return not any(len(other.levels) == 1 and other.levels != meaning.levels for other in others)


def says_whose(area: TableArea) -> bool:
    """Whether titles of a table, or that it is a list of IKU, say that its sasaran are those of the agency."""
    said = (
        area.titles[number] for number, other in area.meanings.items() if other.thing not in (roles.AGENCY, "pemilik")
    )
    whose = any(word in fold(title.text).split() for title in said for word in _WHOSE)
    return whose or _IKU.search(f"{area.above} {area.grid.title}") is not None


def is_list_of_sasaran(area: TableArea) -> bool:
    """Whether all sentences are sasaran of the agency, whoever answers for them: as in an annex of IKU."""
    listed = bool(_IKU.search(f"{area.above} {area.grid.title}"))
    if any(meaning.thing in (roles.LEVEL, roles.KODE) for meaning in area.meanings.values()):
        return False
    for number, meaning in area.meanings.items():
        title = fold(area.titles[number].text)
        if meaning.thing is None and meaning.levels == (_SASARAN,) and is_only_sentence(area, meaning):
            return listed or "strategis" in title.split()
        if meaning.thing is None and listed and title in ("kinerja utama", "kinerja"):
            return is_only_sentence(area, meaning)
    return False


def level_again(area: TableArea, number: int) -> tuple[LevelName, ...] | None:
    """The level of a plain "Sasaran" right of the sasaran and of lower levels: that below these, if there is one.

    None for any other column.
    """
    if fold(area.titles[number].bottom) != "sasaran":
        return None
    ladder = LevelLadder({})
    left = [
        (meaning.levels[0], ladder.read(level_label(meaning.levels[0])))
        for other, meaning in sorted(area.meanings.items())
        if other < number and meaning.thing is None and len(meaning.levels) == 1
    ]
    last = left[-1][1] if left else None
    if last is None or last.value <= _SASARAN.value or _SASARAN not in (level for _, level in left):
        return None
    below = tuple(level for level in KomponenPerencanaan if level.value == last.value + 1)
    return (Rung.PELAKSANA,) if below and isinstance(left[-1][0], Rung) else below
