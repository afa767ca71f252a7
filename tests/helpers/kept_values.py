"""Workbooks that keep values of other workbooks and of pivot tables, as Excel writes them."""

from __future__ import annotations

import zipfile
from pathlib import Path

from helpers.workbooks import write
from pokin_docs.extract.read import read
from pokin_docs.model.findings import Temuan

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"


def relation(id_: str, kind: str, target: str, more: str = "") -> str:
    return f'<Relationship Id="{id_}" Type="{OFFICE}/{kind}" Target="{target}"{more}/>'


def relations(*entries: str) -> str:
    return f'<Relationships xmlns="{PACKAGE}">{"".join(entries)}</Relationships>'


def changed(path: Path, edits: dict[str, tuple[str, str]], more: dict[str, str]) -> tuple[Temuan, ...]:
    """What is found in a workbook some of whose parts say something else, and which has some more."""
    with zipfile.ZipFile(write(path / "a.xlsx")) as old, zipfile.ZipFile(path / "b.xlsx", "w") as new:
        for name in old.namelist():
            text = old.read(name).decode()
            if name in edits:
                before, after = edits[name]
                assert before in text, name
                text = text.replace(before, after, 1)
            new.writestr(name, text)
        for name, text in more.items():
            assert name not in old.namelist()
            new.writestr(name, text)
    return read(path / "b.xlsx").temuan


def asking(path: Path, formula: str = "[1]Pagu!A1", names: str = "", cells: str = "") -> tuple[Temuan, ...]:
    """What is found in a workbook with a formula, or cells with several, that may ask another one by its names."""
    cell = (cells or f'<c r="Z2"><f>{formula}</f><v>5</v></c>') + "</row>"
    with zipfile.ZipFile(write(path / "a.xlsx")) as old:
        sheet = old.read("xl/worksheets/sheet1.xml").decode()
        ids = old.read("xl/_rels/workbook.xml.rels").decode()
    row = sheet.index('<row r="2"')
    before = sheet[row : sheet.index("</row>", row) + len("</row>")]
    assert "rIdLain" not in ids
    edits = {
        "xl/worksheets/sheet1.xml": (before, before.replace("</row>", cell)),
        "xl/_rels/workbook.xml.rels": (
            "</Relationships>", f'{relation("rIdLain", "externalLink", "externalLinks/externalLink1.xml")}</Relationships>',
        ),
        "xl/workbook.xml": (
            "</sheets>", f'</sheets><externalReferences><externalReference xmlns:r="{OFFICE}" r:id="rIdLain"/></externalReferences>{names}',
        ),
    }  # fmt: skip
    target = relation("rId1", "externalLinkPath", "file:///C:/Data/Pagu%20Contoh.xlsx", ' TargetMode="External"')
    more = {
        "xl/externalLinks/externalLink1.xml": "<externalLink/>",
        "xl/externalLinks/_rels/externalLink1.xml.rels": relations(target),
    }
    return changed(path, edits, more)


def with_pivots(path: Path) -> tuple[Temuan, ...]:
    """What is found in a workbook with two pivot tables, one of which does not say where it is."""
    more = {
        "xl/worksheets/_rels/sheet1.xml.rels": relations(
            relation("rIdP1", "pivotTable", "../pivotTables/pivotTable1.xml"),
            relation("rIdP2", "pivotTable", "../pivotTables/pivotTable2.xml"),
        ),
        "xl/pivotTables/pivotTable1.xml": '<pivotTableDefinition><location ref="A3:D20"/></pivotTableDefinition>',
        "xl/pivotTables/pivotTable2.xml": "<pivotTableDefinition/>",
    }
    return changed(path, {}, more)


def with_outside_data(path: Path) -> tuple[Temuan, ...]:
    """What is found in a workbook with a table that a query fills, one that none fills, and a query of no table."""
    more = {
        "xl/worksheets/_rels/sheet1.xml.rels": relations(
            relation("rIdT1", "table", "../tables/table1.xml"),
            relation("rIdT2", "table", "../tables/table2.xml"),
            relation("rIdQ1", "queryTable", "../queryTables/queryTable2.xml"),
        ),
        "xl/tables/table1.xml": '<table id="1" name="Kueri" ref="A1:C9"/>',
        "xl/tables/table2.xml": '<table id="2" name="Biasa" ref="E1:F9"/>',
        "xl/tables/_rels/table1.xml.rels": relations(relation("rId1", "queryTable", "../queryTables/queryTable1.xml")),
        "xl/queryTables/queryTable1.xml": "<queryTable/>",
        "xl/queryTables/queryTable2.xml": "<queryTable/>",
    }
    return changed(path, {}, more)
