"""What the legend of a page says, and in which rows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pokin_docs.drawing.font import read_font
from pokin_docs.drawing.layout.tree_extent import all_nodes
from pokin_docs.drawing.page import KOMPONEN_COLOURS, MM_PER_PT, ParagraphKind, TreePage

RED = "#B3261E"
LEGEND_PT, LEGEND_ROW = 7.5, 4.6
"""Font of the legend in points, height of its rows in mm."""


@dataclass(frozen=True, slots=True)
class LegendEntry:
    """One meaning of the legend: its text and the sample before it."""

    text: str
    content: str = ""
    outline: str = ""
    dashed: bool = False
    bold: bool = False

    @property
    def width(self) -> float:
        sample = 6.6 if self.outline else 0.0
        return sample + read_font(self.bold).width(self.text) * LEGEND_PT * MM_PER_PT


def _entries(sheet: TreePage) -> Iterator[LegendEntry]:
    """Only what the page has."""
    shown = [node for root in sheet.roots for node in all_nodes(root)]
    for komponen in sorted({node.komponen for node in shown}, key=lambda komponen: komponen.value):
        fill, _, outline = KOMPONEN_COLOURS[komponen]
        yield LegendEntry(komponen.label, fill, outline)
    yield LegendEntry("huruf tebal: kinerja", bold=True)
    yield LegendEntry("•  indikator kinerja")
    if any(part.kind is ParagraphKind.KODE for node in shown for part in node.content):
        yield LegendEntry("baris akhir: kode · jenis PK · pemilik")
    if sheet.lintas:
        yield LegendEntry("dukungan lintas perangkat daerah", "#FFFFFF", RED, dashed=True)


def legend_rows(sheet: TreePage, width: float) -> list[list[tuple[float, LegendEntry]]]:
    """The legend in rows no wider than ``width`` mm; each entry with its x in mm from the left margin.

    Room for the page number stays free.
    """
    rows: list[list[tuple[float, LegendEntry]]] = [[]]
    x = 0.0
    for entry in _entries(sheet):
        if rows[-1] and x + entry.width > width - 32:
            rows.append([])
            x = 0.0
        rows[-1].append((x, entry))
        x += entry.width + 5.0
    return rows
