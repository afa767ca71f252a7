"""Lists of a document: what number each paragraph shows, and the levels of a list as they are printed elsewhere."""

from __future__ import annotations

from dataclasses import dataclass, field
from xml.sax.saxutils import quoteattr

from pokin_docs.narrative.source import SourceDocument, W, is_on, value

SIGNS = {"\uf0b7": "•", "\uf0a7": "▪", "\uf0fc": "✓", "\uf0d8": "➢", "\uf076": "❖", "\uf0e0": "→", "\uf02d": "–"}
"""Signs of fonts that stand for no letters, by what every font has."""
_STEP = 425
"""Twips by which each level is set in further."""


def is_private(sign: str) -> bool:
    """Whether a sign means something in one font only."""
    return "\uf000" <= sign <= "\uf0ff"


@dataclass
class ListCounters:
    """The numbers of all lists while the document is read from its beginning."""

    source: SourceDocument
    _counts: dict[tuple[str, int], int] = field(default_factory=dict)
    _begun: set[tuple[str, int]] = field(default_factory=set)

    def next(self, number: str, level: int) -> tuple[int, ...]:
        """What a paragraph of a list shows: the number of each level down to its own."""
        abstract, starts = self.source.numbers[number]
        if level in starts and (number, level) not in self._begun:
            self._counts[abstract, level] = starts[level]
        elif (abstract, level) in self._counts:
            self._counts[abstract, level] += 1
        else:
            self._counts[abstract, level] = self._start(abstract, level)
        self._begun.add((number, level))
        for deeper in range(level + 1, 9):
            self._counts.pop((abstract, deeper), None)
        for above in range(level):
            self._counts.setdefault((abstract, above), self._start(abstract, above))
        return tuple(self._counts[abstract, above] for above in range(level + 1))

    def _start(self, abstract: str, level: int) -> int:
        for entry in self.source.abstract[abstract].findall(W + "lvl"):
            if entry.get(W + "ilvl") == str(level) and value(entry.find(W + "start")).isdecimal():
                return int(value(entry.find(W + "start")))
        return 1


def levels(source: SourceDocument, number: str, starts: dict[int, int]) -> str:
    """The levels of a list in WordprocessingML, each beginning at the number that it first shows.

    Args:
        source: The document.
        number: The list in it.
        starts: What each level shows first, from 0; those not in it begin as the list says.
    """
    entries = {entry.get(W + "ilvl"): entry for entry in source.abstract[source.numbers[number][0]].findall(W + "lvl")}
    made = []
    for level in range(9):
        entry = entries.get(str(level))
        shape = value(entry.find(W + "numFmt")) if entry is not None else ""
        text = value(entry.find(W + "lvlText")) if entry is not None else ""
        start = starts.get(level, _int(value(entry.find(W + "start"))) if entry is not None else 1)
        if shape == "bullet":
            text = "".join(SIGNS.get(sign, "•" if is_private(sign) else sign) for sign in text) or "•"
        legal = "<w:isLgl/>" if entry is not None and is_on(entry.find(W + "isLgl")) else ""
        made.append(
            f'<w:lvl w:ilvl="{level}"><w:start w:val="{start}"/>'
            f"<w:numFmt w:val={quoteattr(shape or 'decimal')}/>{legal}"
            f'<w:lvlText w:val={quoteattr(text)}/><w:lvlJc w:val="left"/><w:pPr>'
            f'<w:ind w:left="{_STEP * (level + 1)}" w:hanging="{_STEP}"/></w:pPr></w:lvl>'
        )
    return "".join(made)


def _int(text: str) -> int:
    return int(text) if text.isdecimal() else 1
