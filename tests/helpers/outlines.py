"""The outline of a document in words: its paragraphs with their styles, its tables by their first and last rows.

``PYTHONPATH=tests python -m helpers.outlines FOLDER`` writes those of a build of the example anew, to be looked at.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import docx
import openpyxl
from docx.oxml.ns import qn
from lxml import etree
from openpyxl.worksheet.worksheet import Worksheet

from pokin_docs.documents.kind import DocumentKind
from pokin_docs.documents.kinds import KINDS

OUTLINES = Path(__file__).parent.parent / "documents" / "outlines"
OUTLINED: tuple[DocumentKind, ...] = tuple(
    kind for kind in KINDS if kind.shipped and kind.group not in ("renstra", "laporan")
)
"""Kinds that have an outline: the Renstra has tests of its own for each chapter, the proof counts all the others."""
_FIRST, _LAST, _LONGEST = 5, 2, 44
_HEAD, _TAIL = 70, 20
"""Lines that are kept of a long outline."""


def outline(path: Path) -> str:
    """The outline of a Word or Excel file."""
    lines = list(_sheets(path) if path.suffix == ".xlsx" else _paper(path))
    if len(lines) > _HEAD + _TAIL:
        lines[_HEAD:-_TAIL] = [f"… {len(lines) - _HEAD - _TAIL} baris lain"]
    return "".join(f"{line}\n" for line in lines)


def documents(folder: Path) -> dict[str, Path]:
    """The first document of each kind in a build folder, by the code of the kind."""
    listed = json.loads((folder / "manifes.json").read_text(encoding="utf-8"))["dokumen"]
    return {entry["jenis"]: folder / entry["berkas"] for entry in sorted(listed, key=_by_path, reverse=True)}


def _by_path(entry: dict[str, str]) -> str:
    return entry["berkas"]


def _paper(path: Path) -> Iterator[str]:
    paper = docx.Document(str(path))
    for block in paper.element.body:
        if block.tag == qn("w:tbl"):
            yield from _table([[_cell(cell) for cell in row.iter(qn("w:tc"))] for row in block.iter(qn("w:tr"))])
        elif text := _text(block):
            style = block.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
            yield f"{'' if style is None else style.get(qn('w:val'))}: {_short(text, 100)}"
    for section in paper.sections:
        page = "lanskap" if (section.page_width or 0) > (section.page_height or 0) else "tegak"
        yield f"({page}; kaki: {_short(' '.join(_text(one._p) for one in section.footer.paragraphs), 100)})"


def _table(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """Its first and last rows; what stands between is counted."""
    shown = [*rows[:_FIRST], *rows[max(len(rows) - _LAST, _FIRST) :]]
    for number, row in enumerate(shown):
        if number == _FIRST and len(rows) > len(shown):
            yield f"  … {len(rows) - len(shown)} baris"
        yield f"  | {' | '.join(_short(text, _LONGEST) for text in row)} |"


def _sheets(path: Path) -> Iterator[str]:
    for sheet in openpyxl.load_workbook(path).worksheets:
        yield f"[{sheet.title}] {_set_up(sheet)}"
        yield from _table(
            [["" if cell is None else str(cell) for cell in row] for row in sheet.iter_rows(values_only=True)]
        )


def _set_up(sheet: Worksheet) -> str:
    """How a sheet is shown and printed."""
    parts = (
        f"beku {sheet.freeze_panes}", f"saring {sheet.auto_filter.ref}", f"cetak {sheet.print_area}",
        f"judul {sheet.print_title_rows}", f"{sheet.page_setup.orientation} {sheet.page_setup.paperSize}",
        f"lebar {sheet.page_setup.fitToWidth}", f"gabung {len(sheet.merged_cells.ranges)}",
    )  # fmt: skip
    return "; ".join(part for part in parts if not part.endswith((" None", " ")))


def _cell(cell: etree._Element) -> str:
    return " / ".join(text for paragraph in cell.iter(qn("w:p")) if (text := _text(paragraph)))


def _text(element: etree._Element) -> str:
    signs = {qn("w:br"): " ", qn("w:noBreakHyphen"): "-"}
    parts = (signs.get(node.tag) or node.text or "" for node in element.iter(qn("w:t"), *signs))
    return " ".join("".join(parts).split())


def _short(text: str, most: int) -> str:
    text = " ".join(text.split())
    return text if len(text) <= most else f"{text[:most]}…"


if __name__ == "__main__":
    made = documents(Path(sys.argv[1]))
    for kind in OUTLINED:
        (OUTLINES / f"{kind.kode}.txt").write_text(outline(made[kind.kode]), encoding="utf-8")
