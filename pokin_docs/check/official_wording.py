"""Rules W10 to W13: official sentences at another level, cut, shortened or misspelt (Permendagri 90/2019).

Known by the list of the office, else by marks (``model/official_marks.py``).
"""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher

from pokin_docs.check.lexicon import Lexicon, lexicon_of
from pokin_docs.check.nomenclature import official_codes
from pokin_docs.check.official_guess import SHORT_WORDS, continued, gap, misspelt, shortened
from pokin_docs.check.sentences import quote, words
from pokin_docs.check.written import look_at
from pokin_docs.documents.plan import Plan
from pokin_docs.model.findings import Temuan, temuan
from pokin_docs.model.government_fields import GOVERNMENT_FIELDS, SHARED, field_of
from pokin_docs.model.levels import KomponenPerencanaan
from pokin_docs.model.nomenclature import LEVEL_DEPTH, NomenclatureEntry, NomenclatureList
from pokin_docs.model.official_marks import (
    BROKEN_FROM,
    CUT_FROM,
    CUT_WORDS,
    LOSABLE,
    OTHERS,
    PREPOSITIONS,
    SHORT_FROM,
)
from pokin_docs.model.rows import BukuKerja, Isian
from pokin_docs.model.texts import fold, fold_sentence, slips_between
from pokin_docs.model.word_lists import HASIL

KOLOM = {"kinerja": "Kinerja", "indikator": "Indikator Kinerja"}
_MOST_SLIPS = 5
"""Letters and blanks by which a misspelt sentence differs at most."""
_WORD_SLIPS = 2
_MIN_LETTERS = 4
_MISSPELT, _CUT = "salah tulis dari kalimat resmi", "terpotong dari kalimat resmi"


def official_at_its_level(buku: BukuKerja, plan: Plan) -> Iterator[Temuan]:
    """W10: an official kinerja or indikator stands at the level of its code, not above it."""
    for column, isian, komponen in _cells(plan):
        if komponen is KomponenPerencanaan.SASARAN_SUB_KEGIATAN or buku.is_official(isian, komponen):
            continue
        result = buku.word_lists.verbs.get(fold(next(iter(words(isian.text)), ""))) == HASIL
        if result and komponen.value < KomponenPerencanaan.SASARAN_PROGRAM.value:
            continue  # a result may well be that of the agency, whatever the list says of it
        depth, kode = _official_depth(buku, column, isian)
        level = next((level for level, own in LEVEL_DEPTH.items() if own == depth), None)
        if level is not None and level.value > komponen.value:
            yield temuan(
                "W10", isian.source, kolom=KOLOM[column], resmi=level.label, kode=kode, komponen=komponen.label,
                teks=quote(isian.text),
            )  # fmt: skip


def _official_depth(buku: BukuKerja, column: str, isian: Isian) -> tuple[int, str]:
    """Parts of the code that a sentence is official for (0 for none), and that code where the list tells it."""
    listed = buku.nomenclature
    if listed is None:
        return buku.word_lists.marks.depth(column, isian.text), ""
    entry = _entry_of(listed, column, isian) if listed.is_official(isian.text) else None
    return (entry.depth, f" {entry.kode}") if entry is not None else (0, "")


def official_whole(buku: BukuKerja, plan: Plan) -> Iterator[Temuan]:
    """W11 to W13: what is an official sentence of its level but for slips, blanks or lost words is that sentence."""
    lexicon = lexicon_of(buku)
    known = official_codes(buku, plan)
    fields = known.fields | {SHARED} if known and known.fields else frozenset((*GOVERNMENT_FIELDS, SHARED))
    for column, isian, komponen in _cells(plan):
        if buku.is_official(isian) or komponen not in LEVEL_DEPTH:
            continue
        if buku.nomenclature is None:
            # Marks are those of sub kegiatan, which alone have such sentences.
            if komponen is KomponenPerencanaan.SASARAN_SUB_KEGIATAN and buku.word_lists.marks:
                told = list(_by_marks(buku, column, isian, lexicon))
                yield from told or _shortened_by_marks(buku, column, isian, lexicon)
            continue
        meant = _meant(buku.nomenclature, column, isian, LEVEL_DEPTH[komponen], lexicon)
        if meant is not None:
            entry, reason = meant
            yield temuan(
                "W11", isian.source, kolom=KOLOM[column], sebab=reason, kode=f" (kode {entry.kode})",
                teks=quote(isian.text), resmi=getattr(entry, column),
            )  # fmt: skip
        elif komponen is KomponenPerencanaan.SASARAN_SUB_KEGIATAN:
            yield from _shortened(buku.nomenclature, column, isian, fields)


def _shortened(listed: NomenclatureList, column: str, isian: Isian, fields: frozenset[str]) -> Iterator[Temuan]:
    """W13 for a sentence that is exactly one of these fields but for words lost at one place.

    Sentences of other fields are not meant: they are alike in all but what they are about.
    """
    key = fold_sentence(isian.text)
    found = key.split()
    whole: dict[str, NomenclatureEntry] = {}
    if len(found) < SHORT_WORDS:
        return
    for entry in (*listed.starting_like(column, isian.clean), *listed.ending_like(column, isian.clean)):
        official = fold_sentence(getattr(entry, column))
        if field_of(entry.kode) not in fields:
            continue
        if len(official) * SHORT_FROM <= len(key) < len(official) and gap(found, official.split()):
            whole.setdefault(official, entry)
    if len(whole) == 1:
        entry = next(iter(whole.values()))
        yield _lost(column, isian, getattr(entry, column), f" (kode {entry.kode})")


def _shortened_by_marks(buku: BukuKerja, column: str, isian: Isian, lexicon: Lexicon) -> Iterator[Temuan]:
    """The same by marks.

    Args:
        buku: The rows.
        column: ``kinerja`` or ``indikator``.
        isian: The cell.
        lexicon: Words in use.
    """
    lists = buku.word_lists
    if lists.marks.is_name(isian.text):
        return
    starts = lists.verbs if column == "kinerja" else lists.indikator_starts
    whole = shortened(isian.clean, column, lists.marks, starts, lexicon.words | lists.abbreviations)
    if whole is not None:
        yield _lost(column, isian, whole, "")


def _lost(column: str, isian: Isian, whole: str, kode: str) -> Temuan:
    """W13 with where the words are lost; W11 where it is but the beginning, as nothing else ends like this.

    Args:
        column: ``kinerja`` or ``indikator``.
        isian: The cell.
        whole: The official sentence.
        kode: Its code, as a message shows it; nothing where no list tells it.
    """
    found, official = fold_sentence(isian.text), fold_sentence(whole)
    told = {"kolom": KOLOM[column], "teks": quote(isian.text), "resmi": whole, "kode": kode}
    if official.endswith(f" {found}") and len(found) >= CUT_FROM * len(official):
        return temuan("W11", isian.source, sebab=_CUT, **told)
    place = "awalnya" if official.endswith(found) else "akhirnya" if official.startswith(found) else "tengahnya"
    return temuan("W13", isian.source, tempat=place, **told)


def _by_marks(buku: BukuKerja, column: str, isian: Isian, lexicon: Lexicon) -> Iterator[Temuan]:
    """W11, W12 without the list, where marks tell it.

    Args:
        buku: The rows.
        column: ``kinerja`` or ``indikator``.
        isian: The cell.
        lexicon: Words in common use, which are no slips.
    """
    marks = buku.word_lists.marks
    told = {"kolom": KOLOM[column], "teks": quote(isian.text)}
    mended = look_at(isian.clean, buku.word_lists, lexicon).mended
    slip = mended != isian.clean and marks.holds(column, fold_sentence(mended))
    tried = dict.fromkeys((isian.clean, mended))  # mostly one and the same
    meant = mended if slip else next(filter(None, (misspelt(said, column, marks, lexicon) for said in tried)), None)
    if meant is not None:
        yield temuan("W11", isian.source, **told, sebab=_MISSPELT, kode="", resmi=meant)
    elif marks.goes_on(fold_sentence(isian.text)) or marks.goes_on(fold_sentence(isian.text).rpartition(" ")[0]):
        short = (word.upper() for word in buku.word_lists.abbreviations)
        whole = continued(isian.clean, column, marks, (*lexicon.words, *lexicon.everyday, *short))
        if whole is not None and OTHERS.issuperset(fold_sentence(whole)[len(fold_sentence(isian.text)) :].split()):
            yield _lost(column, isian, whole, "")
        elif whole is not None:
            yield temuan("W11", isian.source, **told, sebab=_CUT, kode="", resmi=whole)
        elif marks.goes_on(fold_sentence(isian.text)):
            yield temuan("W12", isian.source, **told)


def _cells(plan: Plan) -> Iterator[tuple[str, Isian, KomponenPerencanaan]]:
    for kinerja in plan.pohon.kinerja:
        if kinerja.text:
            yield "kinerja", kinerja.text, kinerja.komponen
        yield from (("indikator", one.text, kinerja.komponen) for one in kinerja.indikator if one.text)


def _entry_of(listed: NomenclatureList, column: str, isian: Isian) -> NomenclatureEntry | None:
    key = fold_sentence(isian.text)
    near = listed.starting_like(column, isian.clean)
    return next((entry for entry in near if fold_sentence(getattr(entry, column)) == key), None)


def _meant(
    listed: NomenclatureList, column: str, isian: Isian, depth: int, lexicon: Lexicon
) -> tuple[NomenclatureEntry, str] | None:
    """The entry whose sentence a cell means, with what is wrong with it, in words for a message.

    Args:
        listed: The official list.
        column: ``kinerja`` or ``indikator``.
        isian: The cell.
        depth: Parts of the codes of its level.
        lexicon: Words in common use, which are no slips.
    """
    key = fold_sentence(isian.text)
    starts = [entry for entry in listed.starting_like(column, isian.clean) if entry.depth == depth]
    near: dict[str, tuple[int, NomenclatureEntry]] = {}
    for entry in (*starts, *(one for one in listed.ending_like(column, isian.clean) if one.depth == depth)):
        text = getattr(entry, column)
        if abs(len(text) - len(isian.clean)) > 2 * _MOST_SLIPS:
            continue
        official = fold_sentence(text)
        slips = slips_between(key, official)
        if slips <= _MOST_SLIPS and official not in near and _is_misspelt(key, official, lexicon):
            near[official] = slips, entry
    if near:
        fewest = min(slips for slips, _ in near.values())
        best = [entry for slips, entry in near.values() if slips == fewest]
        return (best[0], _MISSPELT) if len(best) == 1 else None
    cut = (entry for entry in reversed(starts) if _is_cut(key, getattr(entry, column)))  # the first of a sentence stays
    whole = {fold_sentence(getattr(entry, column)): entry for entry in cut}
    return (next(iter(whole.values())), _CUT) if len(whole) == 1 else None


def _is_cut(key: str, text: str) -> bool:
    if len(key.split()) < CUT_WORDS or not BROKEN_FROM * len(text) <= len(key) < len(text):
        return False
    official = fold_sentence(text)
    if not official.startswith(key) or OTHERS.issuperset(official[len(key) :].split()):
        return False
    broken = official[len(key)] != " " or key.split()[-1] in LOSABLE
    return broken or len(key) >= CUT_FROM * len(official)


def _is_misspelt(key: str, official: str, lexicon: Lexicon) -> bool:
    """Whether a sentence is the official one but for slips: other words make another sentence.

    So does a preposition less, and nothing else: «Penghargaan ASN» is as good as «Penghargaan bagi ASN».
    """
    ours, theirs = key.split(), official.split()
    changes = SequenceMatcher(None, ours, theirs, autojunk=False).get_opcodes()
    lost = ours != theirs
    for kind, start, end, first, last in (change for change in changes if change[0] != "equal"):
        here, there = ours[start:end], theirs[first:last]
        if kind == "replace" and not _same_words(here, there, lexicon):
            return False
        if kind == "insert" and not frozenset(LOSABLE).issuperset(there):
            return False
        lost = lost and kind == "insert" and frozenset(PREPOSITIONS).issuperset(there)
        if kind == "delete" and not all(word in ours[max(start - 1, 0) : start] or word in theirs for word in here):
            return False
    return not lost


def _same_words(here: list[str], there: list[str], lexicon: Lexicon) -> bool:
    if "".join(here) == "".join(there):
        return True
    if len(here) != len(there):
        return False
    return all(one == other or _is_slip(one, other, lexicon) for one, other in zip(here, there, strict=True))


def _is_slip(typed: str, meant: str, lexicon: Lexicon) -> bool:
    """Whether a word is another one but for the fingers; a word in use, or with other digits, is a word of its own."""
    if len(meant) < _MIN_LETTERS or not (typed.isalpha() and meant.isalpha()) or lexicon.knows(fold(typed)):
        return False
    return slips_between(typed, meant) <= (_WORD_SLIPS if len(meant) > 2 * _MIN_LETTERS else 1)


RULES = (official_at_its_level, official_whole)
