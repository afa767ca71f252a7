"""What one column of a table may be, by its title and by what stands in it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from pokin_docs.extract.foreign import roles
from pokin_docs.extract.foreign.areas import TableArea
from pokin_docs.extract.foreign.contents import Kind, Profile, kind_of_cell
from pokin_docs.extract.foreign.roles import LevelName, Role
from pokin_docs.extract.foreign.sasaran_columns import is_list_of_sasaran, is_only_sentence, level_again, says_whose
from pokin_docs.extract.foreign.steps import TICKS
from pokin_docs.extract.foreign.title_words import TitleMeaning
from pokin_docs.model.level_labels import read_label
from pokin_docs.model.levels import LEVEL, KomponenPerencanaan, Rung
from pokin_docs.model.texts import fold, squeeze

MOST, _MANY, _SOME, _NEARLY_ALL = 0.6, 0.5, 0.15, 0.9
"""Parts of a column that decide what it is, that speak for it, that are more than slips, that leave only slips."""
_COMPONENTS = (
    KomponenPerencanaan.SASARAN_PROGRAM,
    KomponenPerencanaan.SASARAN_KEGIATAN,
    KomponenPerencanaan.SASARAN_SUB_KEGIATAN,
)
_NO_POSTS = frozenset((Rung.OBJECTIVE, Rung.ULTIMATE, Rung.OUTCOME, Rung.INTERMEDIATE, Rung.IMMEDIATE, Rung.OUTPUT))
"""Rungs that are no posts: "Outcome Program" says a level and never who owns it."""
POSTS = frozenset(Rung) - _NO_POSTS - set(LEVEL)
"""Rungs that posts stand on, whose titles tell the level."""
_YES_NO = TICKS | {"ya", "tidak", "y", "t", "bukan", "iku", "non iku", "true", "false", "-"}


_YEAR = re.compile(r"(?:tahun |th\.? ?)?20\d\d", re.IGNORECASE)
_A_YEAR = re.compile(r"(?:tahun|thn|th|periode)(?: (?:anggaran|target|ke|pelaksanaan))*")


class Sureness(Enum):
    """How sure it is what a column is."""

    SURE = "pasti"
    LIKELY = "mungkin"
    GUESSED = "tebakan"


@dataclass(frozen=True)
class ColumnReading:
    """One column: the roles it may have, the likeliest first, and how sure that one is."""

    roles: tuple[Role, ...]
    sureness: Sureness


def readings_of(area: TableArea, number: int) -> ColumnReading:
    """What one column may be."""
    if (year := next((entry.tahun for entry in area.funds if number in entry.columns), None)) is not None:
        return ColumnReading((Role(roles.PAGU, tahun=year or None),), Sureness.SURE)
    meaning = area.meanings.get(number)
    profile = area.profiles[number]
    if meaning is None or not meaning.is_known:
        return _by_content(profile)
    if _is_ticked(profile) and (level := _ticked_level(area.titles[number].text, meaning)) is not None:
        return ColumnReading((Role(roles.TICK, level),), Sureness.SURE)
    if meaning.thing == "":
        years = [_YEAR.fullmatch(text) for text in profile.texts]
        several = len(years) > 1 and all(years) and _A_YEAR.fullmatch(fold(area.titles[number].text))
        return ColumnReading((Role(roles.YEAR),) if several else (), Sureness.SURE)
    if meaning.thing is None and not meaning.levels and not meaning.generic:
        kind = roles.PAGU if profile.share(Kind.MONEY) >= _MANY else roles.TARGET
        return ColumnReading((Role(kind, tahun=meaning.tahun),), Sureness.LIKELY)
    if meaning.thing is not None:
        return _of_thing(area, number, meaning)
    return _of_levels(area, number, meaning)


def _is_ticked(profile: Profile) -> bool:
    """Whether a column holds nothing but ticks."""
    return bool(profile.cells) and all(squeeze(text).casefold() in TICKS for text in profile.texts)


def _says_yes_or_no(profile: Profile) -> bool:
    return bool(profile.cells) and all(squeeze(text).casefold() in _YES_NO for text in profile.texts)


def _ticked_level(title: str, meaning: TitleMeaning) -> LevelName | None:
    """The level that a title over ticks names: the posts of a level too."""
    return meaning.levels[0] if len(meaning.levels) == 1 else None if meaning.levels else read_label(title)


def _of_thing(area: TableArea, number: int, meaning: TitleMeaning) -> ColumnReading:
    """A column whose title says what it holds.

    Args:
        area: Its table.
        number: The column, 1-based.
        meaning: What its title says.
    """
    profile = area.profiles[number]
    thing = meaning.thing or ""
    labels = [read_label(area.label(number, text)) for text in profile.labels]
    says_levels = (
        bool(labels)
        and profile.share(Kind.RESULT) < _MANY
        and sum(label is not None for label in labels) >= MOST * len(labels)
    )
    if thing == roles.INDIKATOR and _says_yes_or_no(profile):
        return ColumnReading((Role("iku"),), Sureness.LIKELY)  # "IKU" over "Ya" and "Tidak" names no indicators
    if thing == roles.INDIKATOR:
        level = meaning.levels[0] if len(meaning.levels) == 1 or _is_rung(meaning) else None
        return ColumnReading((Role(roles.INDIKATOR, level),), Sureness.SURE)
    if thing in (roles.TARGET, roles.PAGU):
        money = thing == roles.TARGET and meaning.money_beside and profile.share(Kind.MONEY) >= MOST
        return ColumnReading((Role(roles.PAGU if money else thing, tahun=meaning.tahun),), Sureness.SURE)
    if thing in (roles.LEVEL, "pemilik", roles.NOTE, "jenis_pk"):
        if thing == roles.LEVEL and meaning.levels and profile.share(Kind.RESULT) >= _MANY:
            return ColumnReading(
                (Role(roles.KINERJA, meaning.levels[0]),), Sureness.SURE
            )  # "Eselon III (Camat)" over sentences
        return _of_label(area, number, thing, labels, says_levels=says_levels)
    if thing == roles.KODE and profile.share(Kind.NAME) >= MOST:
        return ColumnReading((Role(roles.NAME), Role(roles.KODE)), Sureness.LIKELY)
    if thing == "abaikan":
        return ColumnReading((), Sureness.SURE)
    return ColumnReading((Role(thing),), Sureness.SURE)


def _of_label(
    area: TableArea, number: int, thing: str, labels: Sequence[KomponenPerencanaan | Rung | None], *, says_levels: bool
) -> ColumnReading:
    """A column of levels, owners, notes or classes.

    Args:
        area: Its table.
        number: The column, 1-based.
        thing: What its title says.
        labels: The level that each of its different texts says.
        says_levels: Whether most of them say one.
    """
    components = {label for label in labels if isinstance(label, KomponenPerencanaan)}
    if says_levels and thing == roles.LEVEL and all(isinstance(label, KomponenPerencanaan) for label in labels):
        return ColumnReading((Role(roles.LEVEL),), Sureness.SURE)  # components by name, of one level or several
    other = {roles.LEVEL: "pemilik", roles.NOTE: "keterangan" if says_levels else roles.NOTE}.get(thing, thing)
    if thing == "pemilik" and is_list_of_sasaran(area):
        return ColumnReading((Role(other),), Sureness.SURE)  # who answers for a sasaran, not whose it is
    if says_levels and len(set(labels) - {None}) > 1 and thing != "jenis_pk":
        order = (Role(roles.LEVEL), Role(other))
        posts = {label for label in labels if isinstance(label, Rung)} - _NO_POSTS
        if not posts and (thing == roles.LEVEL or not any(isinstance(label, Rung) for label in labels)):
            return ColumnReading(order[:1], Sureness.SURE)  # components by name: no posts
        if thing == roles.LEVEL or not _has_components(area):
            return ColumnReading(order, Sureness.LIKELY)
        return ColumnReading(order[::-1], Sureness.LIKELY)
    if thing == roles.LEVEL and len(components) > 1:
        return ColumnReading((Role(roles.LEVEL), Role(other)), Sureness.LIKELY)  # with words that nobody knows
    return ColumnReading((Role(other),), Sureness.SURE if area.profiles[number].cells else Sureness.LIKELY)


def _has_components(area: TableArea) -> bool:
    """Whether the table names components or has their codes: they say the levels."""
    return any(profile.share(Kind.NAME, Kind.CODE) >= _MANY for profile in area.profiles.values())


def _is_rung(meaning: TitleMeaning) -> bool:
    return (
        bool(meaning.levels)
        and isinstance(meaning.levels[0], Rung)
        and meaning.levels[0] not in (Rung.OUTCOME, Rung.OUTPUT)
    )


def _of_levels(area: TableArea, number: int, meaning: TitleMeaning) -> ColumnReading:
    """A column whose title names levels, or says of every level "Kinerja", "Uraian".

    Args:
        area: Its table.
        number: The column, 1-based.
        meaning: What its title says.
    """
    profile = area.profiles[number]
    names, results = _names(area, profile), profile.share(Kind.RESULT)
    measures = profile.share(Kind.MEASURE)
    if profile.share(Kind.LEVEL) >= MOST and len(profile.levels) > 1:
        return ColumnReading((Role(roles.LEVEL), Role(roles.KINERJA)), Sureness.SURE)
    single = meaning.levels[0] if len(meaning.levels) == 1 or _is_rung(meaning) else None
    if single is KomponenPerencanaan.SASARAN and (again := level_again(area, number)) is not None:
        return ColumnReading(tuple(Role(roles.KINERJA, level) for level in again), Sureness.GUESSED)
    if measures >= _SOME and (results >= _SOME or meaning.measures):
        return ColumnReading(
            (Role(roles.KINERJA_AND_INDIKATOR, single), Role(roles.KINERJA_AND_INDIKATOR)), Sureness.LIKELY
        )
    if single in _COMPONENTS and names < _SOME and "prioritas" in fold(area.titles[number].text).split():
        return ColumnReading((Role(roles.NOTE),), Sureness.LIKELY)  # "Satu Data Daerah": of the region, no component
    if single in _COMPONENTS:
        first = Role(roles.KINERJA if results > names else roles.NAME, single)
        sure = Sureness.SURE if max(results, names) >= MOST or not profile.cells else Sureness.LIKELY
        return ColumnReading((first,), sure)
    if single is KomponenPerencanaan.SASARAN and is_only_sentence(area, meaning) and not meaning.generic:
        return _of_sasaran(area, meaning)
    if single is not None:
        plain = (Role(roles.KINERJA),) if meaning.generic else ()
        order = (*plain, Role(roles.KINERJA, single)) if meaning.generic else (Role(roles.KINERJA, single), *plain)
        return ColumnReading(order, Sureness.LIKELY if meaning.generic else Sureness.SURE)
    if names >= _SOME and results >= _SOME:
        return ColumnReading((Role(roles.NAME_AND_KINERJA),), Sureness.SURE)
    if names >= _MANY or (not results and names) or (results < _SOME and set(meaning.levels) <= set(_COMPONENTS)):
        coded = names >= _NEARLY_ALL and area.coded_names(number)  # then no post beside them tells their levels
        order = (Role(roles.NAME),) if coded else (Role(roles.NAME), Role(roles.KINERJA))
        return ColumnReading(order, Sureness.SURE)
    order = (Role(roles.KINERJA),)
    if not meaning.levels and is_list_of_sasaran(area):
        order = (Role(roles.KINERJA, KomponenPerencanaan.SASARAN), *order)
    return ColumnReading(order, Sureness.SURE if results >= _MANY else Sureness.LIKELY)


def _of_sasaran(area: TableArea, meaning: TitleMeaning) -> ColumnReading:
    """The only column of sentences under "Sasaran", which stands over sentences of every level.

    It is that of the sasaran where the title or the table says whose ("Sasaran Strategis", a list of IKU), that of a
    post where the lines above name one, as on a PK; else something in the rows must tell the level.
    """
    plain, sasaran = Role(roles.KINERJA), Role(roles.KINERJA, KomponenPerencanaan.SASARAN)
    post = area.post_above
    if post is not None:
        return ColumnReading((Role(roles.KINERJA, post), plain), Sureness.LIKELY)
    indicators = [meaning.levels for meaning in area.meanings.values() if meaning.thing == roles.INDIKATOR]
    if (KomponenPerencanaan.SASARAN,) in indicators and len(set(indicators)) > 1:
        return ColumnReading((sasaran, plain), Sureness.SURE)  # "Indikator Sasaran" beside "Indikator Program"
    if says_whose(area):
        return ColumnReading((sasaran, plain), Sureness.SURE)
    return ColumnReading((plain,), Sureness.LIKELY)


def _names(area: TableArea, profile: Profile) -> float:
    """The part of a column that are names of components: with their code or word, or with a code beside them."""
    codes = next((number for number, meaning in area.meanings.items() if meaning.thing == roles.KODE), None)
    if not profile.cells:
        return 0.0
    coded = area.profiles[codes].cells if codes else {}
    names = 0
    for row, cell in profile.cells.items():
        kind = kind_of_cell(cell)
        beside = row in coded and kind in (Kind.TEXT, Kind.MEASURE, Kind.LEVEL)
        names += beside or kind in (Kind.NAME, Kind.CODE, Kind.HEADING)
    return names / len(profile.cells)


_BY_KIND = (
    ((Kind.CODE,), roles.KODE),
    ((Kind.NAME, Kind.CODE), roles.NAME),
    ((Kind.RESULT,), roles.KINERJA),
    ((Kind.MEASURE,), roles.INDIKATOR),
    ((Kind.UNIT,), "satuan"),
    ((Kind.PK_CLASS,), "jenis_pk"),
    ((Kind.AGENCY,), roles.AGENCY),
)


def _by_content(profile: Profile) -> ColumnReading:
    """A column without a title, or with one that says nothing."""
    if len(profile.levels) > 1 and profile.share(Kind.LEVEL, Kind.PK_CLASS) >= MOST:
        return ColumnReading((Role(roles.LEVEL), Role("pemilik")), Sureness.LIKELY)
    for kinds, kunci in _BY_KIND:
        if profile.share(*kinds) >= MOST:
            return ColumnReading((Role(kunci),), Sureness.GUESSED)
    return ColumnReading((), Sureness.GUESSED)
