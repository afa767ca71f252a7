"""Nodes of a foreign table while its rows are walked: what each says, and the cell of everything it says."""

from __future__ import annotations

from dataclasses import dataclass, field

from pokin_docs.extract.foreign.roles import PAGU
from pokin_docs.extract.layouts.column_titles import ColumnKey
from pokin_docs.model.findings import FindingLog
from pokin_docs.model.level_labels import read_label
from pokin_docs.model.levels import KomponenPerencanaan
from pokin_docs.model.programs import close_code, leading_code
from pokin_docs.model.rows import Isian
from pokin_docs.model.texts import fold, fold_sentence

_WORDS = {
    KomponenPerencanaan.SASARAN_PROGRAM: "Program",
    KomponenPerencanaan.SASARAN_KEGIATAN: "Kegiatan",
    KomponenPerencanaan.SASARAN_SUB_KEGIATAN: "Sub Kegiatan",
}


@dataclass
class DraftMeasure:
    """One indicator with what stands beside it; ``text`` is blank where only its values are known."""

    text: Isian
    baris: int
    values: dict[ColumnKey, Isian] = field(default_factory=dict)

    @property
    def key(self) -> str:
        """What two spellings of one indicator have in common."""
        return fold_sentence(self.text.text)


@dataclass
class Draft:
    """One node: its level, what names it, its sentence, its indicators, and what belongs to the node itself."""

    komponen: KomponenPerencanaan
    lembar: str
    baris: int
    sentence: Isian | None = None
    name: Isian | None = None
    code: Isian | None = None
    label: Isian | None = None
    induk: Draft | None = None
    measures: list[DraftMeasure] = field(default_factory=list)
    values: dict[ColumnKey, Isian] = field(default_factory=dict)
    is_linked: bool = False
    """Whether its number names what it stands below."""

    @property
    def kode(self) -> str:
        """Its code, of the column of codes or in front of the name; empty where it has none."""
        typed = close_code(self.code.clean).rstrip(".") if self.code else ""
        return typed or (leading_code(self.name.text) or "" if self.name else "")

    @property
    def has_money(self) -> bool:
        """Whether an amount stands beside it."""
        return any(key[0] == PAGU and isian for key, isian in self.values.items())

    @property
    def name_key(self) -> str:
        """What two spellings of its name have in common: without code and without the word of its level."""
        if self.name is None:
            return ""
        words = fold(self.name.clean.removeprefix(self.kode)).split()
        while words and words[0] in ("program", "kegiatan", "sub", "subkegiatan"):
            words = words[1:]
        return " ".join(words)

    @property
    def sentence_key(self) -> str:
        """What two spellings of its sentence have in common."""
        return fold_sentence(self.sentence.text) if self.sentence else ""

    def said_level(self) -> Isian:
        """What stands for Komponen in its row: its label, or its name so that it says the level."""
        if self.label is not None:
            return self.label
        if self.name is None:
            source = self.sentence.source if self.sentence else None
            assert source is not None
            return Isian(self.komponen.label, source)
        text = self.name.text
        if read_label(text) is not self.komponen:
            text = f"{self.kode} {text}" if self.code else f"{_WORDS.get(self.komponen, self.komponen.label)} {text}"
        return Isian(text, self.name.source)


OpenNodes = dict[KomponenPerencanaan, Draft]
"""The open node of each level."""


@dataclass
class Walked:
    """What the walk found: nodes in order, cells that have a place, and those that found none."""

    drafts: list[Draft] = field(default_factory=list)
    placed: set[tuple[int, int]] = field(default_factory=set)
    unplaced: list[Isian] = field(default_factory=list)
    headings: list[Isian] = field(default_factory=list)
    log: FindingLog = field(default_factory=FindingLog)
    loose: list[DraftMeasure] = field(default_factory=list)
    """Indicators of a table that names no kinerja: lists of IKU and IKK."""
    labels: tuple[str, ...] = ()
    path: OpenNodes = field(default_factory=dict)
    """The nodes that are open behind the last row."""
    untold: set[int] = field(default_factory=set)
    relative: set[int] = field(default_factory=set)
    """Rows (1-based) whose level nothing tells, and those that only tell where they stand among the others."""
    ids: set[tuple[int, int]] = field(default_factory=set)
    """The cells of IDs that tell what each node is below."""


@dataclass
class RowEntries:
    """What one row says of nodes, by level: names of components and sentences."""

    names: dict[KomponenPerencanaan, Isian] = field(default_factory=dict)
    sentences: dict[KomponenPerencanaan, Isian] = field(default_factory=dict)
    labels: dict[KomponenPerencanaan, Isian] = field(default_factory=dict)
    codes: dict[KomponenPerencanaan, Isian] = field(default_factory=dict)
    """Codes in front of sentences."""
    outputs: list[Isian] = field(default_factory=list)
    loose_sentences: list[Isian] = field(default_factory=list)
    loose_levels: set[KomponenPerencanaan] = field(default_factory=set)
    """The levels of sentences that stand below the name of their component, in the same column."""


def goes_on(node: Draft, name: Isian | None, sentence: Isian | None, code: Isian | None) -> bool:
    """Whether a row says the same node once more, or what it still lacked.

    Args:
        node: The open node of a level.
        name: The name that the row gives for the level.
        sentence: The sentence that the row gives for it.
        code: The code of that level in the row.
    """
    if code is not None and node.kode and code.clean.rstrip(".") != node.kode:
        return False  # another component of the same words
    if name is not None and node.name is not None and fold(name.text) != fold(node.name.text):
        return False
    if sentence is not None and node.sentence is not None and fold_sentence(sentence.text) != node.sentence_key:
        return False
    fits_name = name is None or node.name is not None or node.sentence is not None
    return fits_name and (sentence is None or node.sentence is not None or node.name is not None)
