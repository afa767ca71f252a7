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
class Tempat:
    """Where a cell lies in its table: its first and last row and column, and how many there are."""

    baris: int
    baris_akhir: int
    kolom: int
    kolom_akhir: int
    jumlah_baris: int
    jumlah_kolom: int


def switches(tabel: Mapping[str, str]) -> frozenset[str]:
    """The parts of its style that a table asks for (``tblLook``)."""
    text = tabel.get("tblLook.val", "")
    try:
        bits = int(text, 16)
    except ValueError:
        bits = 0x4A0
    return frozenset(
        name for name, bit in _BITS.items()
        if (tabel[f"tblLook.{name}"] not in _OFF if f"tblLook.{name}" in tabel else bits & bit)
    )  # fmt: skip


def conditions(at: Tempat, asked: frozenset[str]) -> tuple[str, ...]:
    """The conditions of a table style that hold for a cell, the strongest last."""
    first_row = "firstRow" in asked and at.baris == 0
    first_column = "firstColumn" in asked and at.kolom == 0
    found = ["wholeTable"]
    if "noVBand" not in asked and not first_column:
        found.append(f"band{(at.kolom - ('firstColumn' in asked)) % 2 + 1}Vert")
    if "noHBand" not in asked and not first_row:
        found.append(f"band{(at.baris - ('firstRow' in asked)) % 2 + 1}Horz")
    if first_column:
        found.append("firstCol")
    if "lastColumn" in asked and at.kolom_akhir == at.jumlah_kolom - 1:
        found.append("lastCol")
    if first_row:
        found.append("firstRow")
    if "lastRow" in asked and at.baris_akhir == at.jumlah_baris - 1:
        found.append("lastRow")
    return tuple(found)


def border_paths(at: Tempat) -> dict[str, tuple[str, ...]]:
    """For each side of a cell the properties that may say its border, the nearest first."""
    edges = {
        "top": (at.baris == 0, "insideH"), "bottom": (at.baris_akhir == at.jumlah_baris - 1, "insideH"),
        "left": (at.kolom == 0, "insideV"), "right": (at.kolom_akhir == at.jumlah_kolom - 1, "insideV"),
    }  # fmt: skip
    return {
        side: (f"tcBorders.{side}", f"tblBorders.{side if outer else inside}")
        for side, (outer, inside) in edges.items()
    }


def frame(
    sel: Mapping[str, str], tepi: Mapping[str, float], tepi_sel: Mapping[str, float], garis: Mapping[str, str | None]
) -> dict[str, str]:
    """Declarations of a cell.

    Args:
        sel: What is said of the cell.
        tepi: The margins of the table that are said, in points.
        tepi_sel: Those of the cell.
        garis: The border of each side as CSS.
    """
    inner = _MARGINS | dict(tepi) | dict(tepi_sel)
    css = {
        "padding": " ".join(
            f"{round(inner[side], 2):g}pt" if inner[side] else "0" for side in ("top", "right", "bottom", "left")
        )
    }
    drawn = {side: line for side, line in garis.items() if line and line != "none"}
    if len(drawn) == 4 and len(set(drawn.values())) == 1:
        css["border"] = drawn["top"]
    else:
        css |= {f"border-{side}": line for side, line in drawn.items()}
    if sel.get("vAlign.val") in _VERTICAL:
        css["vertical-align"] = _VERTICAL[sel["vAlign.val"]]
    if "noWrap.val" in sel and sel["noWrap.val"] not in _OFF:
        css["white-space"] = "nowrap"
    return css


def placing(tabel: Mapping[str, str], kolom: list[float], geser: float) -> dict[str, str]:
    """Declarations of the table: its width and where it stands.

    Args:
        tabel: What is said of the table.
        kolom: The widths of its columns in points.
        geser: How far its left edge lies left of the text, in points (older documents).
    """
    fixed = tabel.get("tblLayout.type") == "fixed"
    css = {"table-layout": "fixed" if fixed and kolom else "auto"}
    kind, value = tabel.get("tblW.type", "auto"), tabel.get("tblW.w", "0").rstrip("%")
    if kind == "pct" and _number(value):
        percent = _number(value) if tabel["tblW.w"].endswith("%") else _number(value) / 50
        css["width"] = f"{percent:g}%"
    elif fixed and kolom:
        css["width"] = f"{sum(kolom):g}pt"
    elif kind == "dxa" and _number(value):
        css["width"] = f"{_number(value) / 20:g}pt"
    else:
        css["max-width"] = "100%"
    align = tabel.get("jc.val", "left")
    if align == "center":
        # Not `auto`: a table wider than the text reaches into both margins.
        css |= {"position": "relative", "left": "50%", "transform": "translateX(-50%)"}
    elif align in ("right", "end"):
        css["margin-left"] = "auto"
    else:
        indent = _number(tabel.get("tblInd.w", "0")) / 20 - geser
        if indent:
            css["margin-left"] = f"{indent:g}pt"
    return css


def _number(text: str) -> float:
    try:
        return float(text)
    except ValueError:
        return 0.0
