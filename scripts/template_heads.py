"""Heights of table heads of two rows: LibreOffice reckons no title that goes over both where it repeats them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from pokin_docs.documents.page_rows import count_lines

_SIZES = {"IsiTabel": 10, "IsiTabelKecil": 8, "IsiTabelPadat": 6.5}
_BOLD = 1.08
"""How much wider bold letters are."""
_LINE, _AROUND = 1.15, 2.5
"""Height of a line by that of its letters, and points above and below a title with its border."""
_TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}")
_YEAR = "2026"


def give_heads_room(body: Any) -> None:
    """Make the second row of each head as high as the titles that go over it and the first one need."""
    for table in body.iter(qn("w:tbl")):
        rows = [row for row in table.findall(qn("w:tr")) if row.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None]
        sides = table.find(f"{qn('w:tblPr')}/{qn('w:tblCellMar')}")
        margins = sum(int(side.get(qn("w:w"))) for side in sides) if sides is not None else 0
        for first, second in pairwise(rows):
            over = [height for merge, height in _titles(first, margins) if merge == "restart"]
            if any(merge == "continue" for merge, _ in _titles(second, margins)) and over:
                beside = [height for merge, height in _titles(first, margins) if not merge]
                below = [height for merge, height in _titles(second, margins) if not merge]
                missing = max(over) - max(beside, default=0)
                if missing > max(below, default=0):
                    _make_high(second, missing)


def _titles(row: Any, margins: int) -> Iterator[tuple[str, float]]:
    """Of each title of a row whether it goes over others, and its height in points."""
    for cell in row.findall(qn("w:tc")):
        merge = cell.find(f"{qn('w:tcPr')}/{qn('w:vMerge')}")
        width = (int(cell.find(f"{qn('w:tcPr')}/{qn('w:tcW')}").get(qn("w:w"))) - margins) / 20
        height = _AROUND
        for paragraph in cell.iter(qn("w:p")):
            style = paragraph.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
            size = _SIZES.get(style.get(qn("w:val")) if style is not None else "", 11)
            text = _TAG.sub(_YEAR, "".join(one.text or "" for one in paragraph.iter(qn("w:t"))))
            height += count_lines(text, width, size * _BOLD) * size * _LINE
        yield ("" if merge is None else merge.get(qn("w:val"))), height


def _make_high(row: Any, points: float) -> None:
    properties = row.find(qn("w:trPr"))
    said = properties.find(qn("w:trHeight"))
    if said is None:
        said = OxmlElement("w:trHeight")
        properties.find(qn("w:tblHeader")).addprevious(said)
    said.set(qn("w:val"), str(round(points * 20)))
    said.set(qn("w:hRule"), "atLeast")
