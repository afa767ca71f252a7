"""The walk over the rows of Tahap 5: where it stands, and what it says of levels, classes and places."""

from __future__ import annotations

from dataclasses import dataclass, field

from pokin_docs.model.catalogue import proposal
from pokin_docs.model.findings import FindingLog, temuan
from pokin_docs.model.level_labels import LevelLadder, level_of
from pokin_docs.model.levels import KOMPONEN_LABELS, JenisPk, KomponenPerencanaan, read_jenis_pk
from pokin_docs.model.rows import KinerjaRow
from pokin_docs.model.source import CellRef
from pokin_docs.model.texts import fold, nearest, squeeze
from pokin_docs.model.workbook_spec import JENIS_PK_CHOICES, KOMPONEN_CHOICES
from pokin_docs.transform.parents import NodeDraft, post_of

_SUB = "sub"
_LEVEL_WORDS = ("tujuan", "program", "kegiatan", _SUB)
"""Words of the names of levels that tell them apart."""


@dataclass
class TreeBuilder:
    """State of the walk: the open branch, what the last row was, and what was found."""

    ladder: LevelLadder
    present: frozenset[KomponenPerencanaan] = frozenset()
    log: FindingLog = field(default_factory=FindingLog)
    drafts: list[NodeDraft] = field(default_factory=list)
    branch: list[NodeDraft] = field(default_factory=list)
    lintas: list[KinerjaRow] = field(default_factory=list)
    # What a row without kinerja continues: a node, a cross-cutting condition, or a row whose level is unknown.
    last: NodeDraft | str | None = None
    in_lintas: bool = False
    # Sentences of the sheet Lintas Perangkat Daerah, folded.
    lintas_sentences: frozenset[str] = frozenset()
    # Names of programs, kegiatan and sub kegiatan, folded; and whether Komponen holds names in most rows with a code.
    component_names: frozenset[str] = frozenset()
    names_components: bool = False
    # A row of unknown level lies above: a level that seems skipped below it is its fault, said once.
    gap: bool = False
    # A row that holds only a kinerja: the next one may bring its labels.
    alone: KinerjaRow | None = None
    # A row that holds only the code or name of a component: the next one may bring its kinerja.
    heading: KinerjaRow | None = None
    # Levels whose absence from the whole table was said once.
    absent: set[KomponenPerencanaan] = field(default_factory=set)
    roots: int = 0


def tell_ladder(builder: TreeBuilder, rows: tuple[KinerjaRow, ...]) -> None:
    """S40, S41: once for the table, what the names of its levels are read as."""
    ladder = builder.ladder
    if ladder.meanings:
        first = next((row for row in rows if level_of(row, ladder)), rows[0])
        kode = "S41" if ladder.derived else "S40"
        derived = ", ".join(sorted(f"{child.value} = {ladder.meanings[child].label}" for child in ladder.derived))
        derived_kinerja = (
            f" Menurut sebutan lain di tabel ini: {derived}." if ladder.derived < set(ladder.meanings) else ""
        )
        place = CellRef(first.lembar, None, first.komponen.source.kolom)
        builder.log.note(kode, place, arti=ladder, turunan=derived_kinerja)


def quote(row: KinerjaRow) -> str:
    """The first text of a row, by which a person finds it."""
    texts = (row.rujukan, row.kinerja, row.indikator, row.keterangan, row.komponen, row.jenis_pk, row.kode, row.pemilik)
    return next((isian.clean for isian in texts if isian), "…")[:80]


def _meant(text: str) -> str | None:
    """The level that a misspelt Komponen stands for, by its name in the regulation; its words for levels stay."""
    said = _level_words(text)
    names = {label: komponen.label for komponen, known in KOMPONEN_LABELS.items() for label in known}
    names |= {label: label for label in KOMPONEN_CHOICES}
    found = nearest(text, [label for label in names if not said or said == _level_words(label)]) if text else None
    return names[found] if found else None


def _level_words(text: str) -> set[str]:
    """The words that tell levels apart, as a text has them: misspelt («Kegiatn»), or longer («Kegiatanku»)."""
    found = (_level_word(word) for word in fold(text).split())
    return {word for word in found if word is not None}


def _level_word(word: str) -> str | None:
    if len(word) <= len(_SUB) + 1 and set(word) <= set(_SUB):
        return _SUB  # «Sbu», «Su»: too short to be known by its likeness
    return next((known for known in _LEVEL_WORDS if word.startswith(known)), None) or nearest(word, _LEVEL_WORDS)


def read_level(builder: TreeBuilder, row: KinerjaRow) -> KomponenPerencanaan | None:
    """The level of a row with what has to be said of it; one that cannot be known is a finding, never a guess."""
    level = level_of(row, builder.ladder)
    if level is None:
        proposals = _meant(row.komponen.clean)
        typed = row.komponen.clean or squeeze(row.komponen.stand_in)
        details = {"teks": f"«{typed[:80]}»" if typed else "kosong", "usul": proposal(proposals)}
        if temuan("S30", row.komponen.source, **details) not in builder.log.entries[-1:]:  # a label row: said once
            builder.log.note("S30", row.komponen.source, **details)
        return None
    told = not level.basis or says_no_level(builder, row, level.basis, level.komponen)
    if not told and not row.komponen and row.komponen.source.kolom is not None:
        builder.log.note("S31", row.komponen.source, dasar=level.basis, komponen=level.komponen.label)
    return level.komponen


def says_no_level(builder: TreeBuilder, row: KinerjaRow, basis: str, komponen: KomponenPerencanaan) -> bool:
    """Whether Komponen holds what is no level, with S42 in the builder's log: which level was taken instead, and why.

    Args:
        builder: State of the walk.
        row: A row whose level does not come from Komponen.
        basis: What it comes from.
        komponen: The level.
    """
    asked = squeeze(row.komponen.stand_in)
    typed = row.komponen.clean or (asked if "?" in asked else "")  # a dash is a blank cell, «???» a question
    if not typed or (row.kode and (builder.names_components or fold(typed) in builder.component_names)):
        return False
    meant = _meant(typed)
    details = {"teks": typed[:80], "dasar": basis, "komponen": komponen.label}
    usul = proposal(meant if meant != komponen.label else None)
    builder.log.note("S42", row.komponen.source, **details, usul=usul)
    return True


def tell_place(
    builder: TreeBuilder, row: KinerjaRow, komponen: KomponenPerencanaan, induk: NodeDraft | None, *, organised: bool
) -> None:
    """Note in the builder's log what is strange about the place of a node.

    That is: no parent, a level between them missing, not the row above.

    Args:
        builder: State of the walk before the node is added.
        row: The first row of the node.
        komponen: The component of the node.
        induk: Its parent; None where it has none.
        organised: The posts tell that the parent is not the node of the row above.
    """
    highest = next((level for level in KomponenPerencanaan if level in builder.present), komponen)
    highest = min(highest, KomponenPerencanaan.SASARAN, key=lambda level: level.value)
    skipped = komponen.value - induk.komponen.value - 1 if induk else komponen.value - highest.value
    if skipped <= 0:
        builder.gap = False
    if builder.gap:
        return
    if organised and induk is not None:
        details = {"teks": post_of(row), "induk": post_of(induk.rows[0]), "lain": post_of(builder.branch[-1].rows[0])}
        builder.log.note("S44", row.kinerja.source, **details)
    elif induk is None and skipped > 0:
        up = KomponenPerencanaan(komponen.value - 1)
        # That the whole table begins below the sasaran is one fault, not one of each branch.
        if highest in builder.present or not builder.absent:
            builder.log.note("S03", row.kinerja.source, komponen=komponen.label, induk=up.label)
        if highest not in builder.present:
            builder.absent.add(highest)
    elif induk is not None and skipped > 0:
        _tell_gap(builder, row, komponen, induk.komponen)


def _tell_gap(builder: TreeBuilder, row: KinerjaRow, komponen: KomponenPerencanaan, induk: KomponenPerencanaan) -> None:
    """S02 for a skipped level: at every row, but only once for levels that the whole table does not have."""
    levels = [KomponenPerencanaan(level) for level in range(induk.value + 1, komponen.value)]
    if all(level not in builder.present for level in levels):
        if builder.absent.issuperset(levels):
            return
        builder.absent.update(levels)
    missing = ", ".join(level.label for level in levels)
    builder.log.note("S02", row.komponen.source, komponen=komponen.label, induk=induk.label, kurang=missing)


def read_class(log: FindingLog, row: KinerjaRow, komponen: KomponenPerencanaan) -> JenisPk | None:
    """The PK class the row asks for; that of its component where it says nothing or, with a finding, nothing known.

    Args:
        log: Takes what is found.
        row: The row.
        komponen: The component of its node.
    """
    if not row.jenis_pk:
        return komponen.jenis_pk
    jenis_pk = read_jenis_pk(row.jenis_pk.text)
    if jenis_pk is None:
        proposals = proposal(nearest(row.jenis_pk.clean, JENIS_PK_CHOICES))
        log.note("P40", row.jenis_pk.source, teks=row.jenis_pk.clean, usul=proposals)
        return komponen.jenis_pk
    return jenis_pk
