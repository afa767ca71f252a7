"""A sheet that a workbook gets: its part, in the looks that the workbook has already, so that no style is added."""

from __future__ import annotations

import re

from pokin_docs.files import relationships
from pokin_docs.files.xml_part import readable, scan
from pokin_docs.workbook.entering import book_part
from pokin_docs.workbook.entering.changes import CellValue, NewSheet
from pokin_docs.workbook.entering.values import markup
from pokin_docs.workbook.entering.workbook_parts import WorkbookParts

_SPACE = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_THOUSANDS = re.compile(r"#[.,]##0")


def add_sheet(parts: WorkbookParts, sheet: NewSheet) -> None:
    """Put a sheet behind all others; all parts but those that list the sheets stay as they are."""
    money = _look_of_money(parts)
    widths = "".join(
        f'<col min="{n}" max="{n}" width="{width:g}" customWidth="1"/>' for n, (_, width) in enumerate(sheet.columns, 1)
    )
    titles: tuple[CellValue, ...] = tuple(title for title, _ in sheet.columns)
    rows = b"".join(
        f'<row r="{number}">'.encode()
        + b"".join(
            markup("", (number, column), value, 0 if isinstance(value, str) else money)
            for column, value in enumerate(values, 1)
            if value not in (None, "")
        )
        + b"</row>"
        for number, values in enumerate((titles, *sheet.rows), 1)
    )
    pane = '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>'
    data = (
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="{_SPACE}"><sheetViews>'
        f'<sheetView workbookViewId="0">{pane}</sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/>'
        f"<cols>{widths}</cols><sheetData>"
    ).encode() + rows + b"</sheetData></worksheet>"  # fmt: skip
    package = parts.package
    part = package.free_name("xl/worksheets/sheetImpor{}.xml")
    package[part] = data
    types = relationships.add_types(package[relationships.CONTENT_TYPES], {part: "worksheet"})
    package[relationships.CONTENT_TYPES] = types
    rels = relationships.rels_name(parts.main)
    package[rels], own = relationships.add_relation(package[rels], "worksheet", part)
    parts.write_main(book_part.with_sheet(package[parts.main], sheet.title, own))
    parts.sheets[sheet.title] = part


def _look_of_money(parts: WorkbookParts) -> int:
    """A cell style of the workbook that shows thousands; the plain one where it has none."""
    rels = relationships.relations(parts.package[relationships.rels_name(parts.main)], parts.main)
    styles = next((entry.part for entry in rels if entry.kind == "styles" and entry.part in parts.package), None)
    if styles is None:
        return 0
    data = readable(parts.package[styles])
    formats = {
        entry.get("numFmtId")
        for entry in scan(data, "styleSheet/numFmts/numFmt")
        if _THOUSANDS.fullmatch(entry.get("formatCode") or "")
    }
    plain = {"3", *formats}
    cells = scan(data, "styleSheet/cellXfs/xf")
    found = (number for number, entry in enumerate(cells) if entry.get("numFmtId") in plain)
    return next(found, 0)
