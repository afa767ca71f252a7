"""A workbook as a package of parts: its sheets by title, tables and pictures of a sheet, the formulas of all sheets."""

from __future__ import annotations

from collections.abc import Iterator

from pokin_docs.files import relationships
from pokin_docs.files.package import OfficePackage
from pokin_docs.files.xml_part import XmlEdit, readable, retag, scan, splice
from pokin_docs.workbook.correction import book
from pokin_docs.workbook.correction.recognized import main_part
from pokin_docs.workbook.entering import book_part
from pokin_docs.workbook.entering.recalculation import FormulaCell, formula_cells
from pokin_docs.workbook.entering.references import Area, moved_spans, spans
from pokin_docs.workbook.entering.sheet_part import SheetPart


class WorkbookParts:
    """The package of a workbook and what is known of it; sheets are read once, and again after they were changed."""

    def __init__(self, file: bytes) -> None:
        self.package = OfficePackage(file)
        self.main = main_part(self.package)
        rels = relationships.relations(self.package[relationships.rels_name(self.main)], self.main)
        targets = {relation.id: relation for relation in rels}
        self.sheets = {
            entry.title: target.part
            for entry in book.read(self.package[self.main]).lembar
            if (target := targets.get(entry.id)) and target.kind == "worksheet" and target.part in self.package
        }
        self._read: dict[str, SheetPart] = {}

    def sheet(self, title: str) -> SheetPart:
        """The sheet of a title, as it is now."""
        if title not in self._read:
            self._read[title] = SheetPart(self.package[self.sheets[title]])
        return self._read[title]

    def write(self, title: str, data: bytes) -> None:
        """Put other bytes in the place of a sheet."""
        self.package[self.sheets[title]] = data
        self._read.pop(title, None)

    def write_main(self, data: bytes) -> None:
        """Put other bytes in the place of the part that names the sheets."""
        if data != readable(self.package[self.main]):
            self.package[self.main] = data

    def beside(self, title: str, *kinds: str) -> Iterator[str]:
        """The parts of some kinds that a sheet has: ``table``, ``drawing``, ``comments``."""
        part = self.sheets[title]
        for relation in relationships.relations(self.package.get(relationships.rels_name(part)), part):
            if relation.kind in kinds and relation.part in self.package:
                yield relation.part

    def with_formulas(self) -> Iterator[str]:
        """The titles of the sheets that hold a formula."""
        for title, part in self.sheets.items():
            data = self.package[part]
            if b"<f" in data or b":f" in data or data[:2] in (b"\xff\xfe", b"\xfe\xff"):
                yield title

    def tables(self, title: str) -> Iterator[tuple[str, Area]]:
        """Name and area of every table object of a sheet."""
        for part in self.beside(title, "table"):
            for entry in scan(readable(self.package[part]), "table"):
                for area in spans(entry.get("ref") or ""):
                    yield entry.get("displayName") or entry.get("name") or "", area

    def change_tables(self, title: str, change: book_part.Change) -> None:
        """Change the areas of the table objects of a sheet and of their filters."""
        for part in self.beside(title, "table"):
            data = readable(self.package[part])
            edits: list[XmlEdit] = []
            for entry in scan(data, "table", "table/autoFilter", "table/sortState", "table/autoFilter/sortState"):
                now = entry.get("ref") or ""
                if (new := moved_spans(now, change)) != now:
                    edits.append(retag(data, entry, ref=new))
            if edits:
                self.package[part] = splice(data, edits)

    def formulas(self) -> list[FormulaCell]:
        """Every formula of the workbook, with the areas it looks at."""
        names = dict(book_part.named_areas(self.package[self.main]))
        for title in self.sheets:
            for name, area in self.tables(title):
                names[name.casefold()] = (Area(title, area.top, area.left, area.bottom, area.right),)
        return [cell for title in self.with_formulas() for cell in formula_cells(title, self.sheet(title), names)]

    def forget_order(self) -> None:
        """Take out the order of calculation, which names cells that are elsewhere now; Excel makes it anew."""
        rels_name = relationships.rels_name(self.main)
        chains = [
            relation
            for relation in relationships.relations(self.package[rels_name], self.main)
            if relation.kind == "calcChain"
        ]
        if not chains:
            return
        ids, parts = frozenset(entry.id for entry in chains), frozenset(entry.part for entry in chains)
        self.package[rels_name] = relationships.remove_relations(self.package[rels_name], ids)
        types = self.package[relationships.CONTENT_TYPES]
        self.package[relationships.CONTENT_TYPES] = relationships.remove_types(types, parts)
        for part in parts:
            if part in self.package:
                self.package.drop(part)
