"""The look of a table's cells: which conditions of its style hold for each, and which border is on which side."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

_MARGINS = {"top": 0.0, "right": 5.4, "bottom": 0.0, "left": 5.4}
"""What Word leaves free inside a cell when nothing is said, in points."""
_VERTICAL = {"center": "middle", "bottom": "bottom"}
_BITS = {
    "firstRow": 0x20, "lastRow": 0x40, "firstColumn": 0x80, "lastColumn": 0x100, "noHBand": 0x200, "noVBand": 0x400,
}  # fmt: skip
_OFF = frozenset(("0", "false", "off"))


@dataclass(frozen=True)
class CellPosition:
    """Where a cell lies in its table: its first and last row and column, and how many there are."""

    row: int
    last_row: int
    column: int
    last_column: int
    row_count: int
    column_count: int


def switches(table: Mapping[str, str]) -> frozenset[str]:
    """The parts of its style that a table asks for (``tblLook``)."""
    text = table.get("tblLook.val", "")
    try:
        bits = int(text, 16)
    except ValueError:
        bits = 0x4A0
    return frozenset(
        name for name, bit in _BITS.items()
        if (table[f"tblLook.{name}"] not in _OFF if f"tblLook.{name}" in table else bits & bit)
    )  # fmt: skip


def conditions(at: CellPosition, asked: frozenset[str]) -> tuple[str, ...]:
    """The conditions of a table style that hold for a cell, the strongest last."""
    first_row = "firstRow" in asked and at.row == 0
    first_column = "firstColumn" in asked and at.column == 0
    found = ["wholeTable"]
    if "noVBand" not in asked and not first_column:
        found.append(f"band{(at.column - ('firstColumn' in asked)) % 2 + 1}Vert")
    if "noHBand" not in asked and not first_row:
        found.append(f"band{(at.row - ('firstRow' in asked)) % 2 + 1}Horz")
    if first_column:
        found.append("firstCol")
    if "lastColumn" in asked and at.last_column == at.column_count - 1:
        found.append("lastCol")
    if first_row:
        found.append("firstRow")
    if "lastRow" in asked and at.last_row == at.row_count - 1:
        found.append("lastRow")
    return tuple(found)


def border_paths(at: CellPosition) -> dict[str, tuple[str, ...]]:
    """For each side of a cell the properties that may say its border, the nearest first."""
    edges = {
        "top": (at.row == 0, "insideH"), "bottom": (at.last_row == at.row_count - 1, "insideH"),
        "left": (at.column == 0, "insideV"), "right": (at.last_column == at.column_count - 1, "insideV"),
    }  # fmt: skip
    return {
        side: (f"tcBorders.{side}", f"tblBorders.{side if outer else inside}")
        for side, (outer, inside) in edges.items()
    }


def frame(
    cell: Mapping[str, str],
    margins: Mapping[str, float],
    cell_margins: Mapping[str, float],
    border: Mapping[str, str | None],
) -> dict[str, str]:
    """CSS declarations of a cell.

    Args:
        cell: What is said of the cell.
        margins: The margins of the table that are said, by side, in pt.
        cell_margins: Those of the cell, in pt.
        border: The border of each side as CSS; None where nothing is said.
    """
    inner = _MARGINS | dict(margins) | dict(cell_margins)
    css = {
        "padding": " ".join(
            f"{round(inner[side], 2):g}pt" if inner[side] else "0" for side in ("top", "right", "bottom", "left")
        )
    }
    drawn = {side: line for side, line in border.items() if line and line != "none"}
    if len(drawn) == 4 and len(set(drawn.values())) == 1:
        css["border"] = drawn["top"]
    else:
        css |= {f"border-{side}": line for side, line in drawn.items()}
    if cell.get("vAlign.val") in _VERTICAL:
        css["vertical-align"] = _VERTICAL[cell["vAlign.val"]]
    if "noWrap.val" in cell and cell["noWrap.val"] not in _OFF:
        css["white-space"] = "nowrap"
    return css


def placing(table: Mapping[str, str], widths: list[float], shift: float) -> dict[str, str]:
    """CSS declarations of the table: its width and where it stands.

    Args:
        table: What is said of the table, its measures as the file has them (widths in twips).
        widths: The widths of its columns, in pt.
        shift: How far its left edge lies left of the text, in pt (older documents).
    """
    fixed = table.get("tblLayout.type") == "fixed"
    css = {"table-layout": "fixed" if fixed and widths else "auto"}
    kind, value = table.get("tblW.type", "auto"), table.get("tblW.w", "0").rstrip("%")
    if kind == "pct" and _number(value):
        percent = _number(value) if table["tblW.w"].endswith("%") else _number(value) / 50
        css["width"] = f"{percent:g}%"
    elif fixed and widths:
        css["width"] = f"{sum(widths):g}pt"
    elif kind == "dxa" and _number(value):
        css["width"] = f"{_number(value) / 20:g}pt"
    else:
        css["max-width"] = "100%"
    align = table.get("jc.val", "left")
    if align == "center":
        # Not `auto`: a table wider than the text reaches into both margins.
        css |= {"position": "relative", "left": "50%", "transform": "translateX(-50%)"}
    elif align in ("right", "end"):
        css["margin-left"] = "auto"
    else:
        indent = _number(table.get("tblInd.w", "0")) / 20 - shift
        if indent:
            css["margin-left"] = f"{indent:g}pt"
    return css


def _number(text: str) -> float:
    try:
        return float(text)
    except ValueError:
        return 0.0
