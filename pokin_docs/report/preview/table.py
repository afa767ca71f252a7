"""A table of the document as a table of the page: the same columns, merged cells, borders and shades."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from markupsafe import Markup

from pokin_docs.report.preview import shapes, table_grid, table_look, text_looks
from pokin_docs.report.preview.styles import Cascade, Properties, flat, is_on, over

if TYPE_CHECKING:
    from lxml.etree import _Element

    from pokin_docs.report.preview.css_classes import CssClasses

__all__ = ["Table", "TableFormat"]

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_TURNED = {"btLr": "tegak naik", "tbRl": "tegak", "tbRlV": "tegak"}
_JOIN = Markup("")


@dataclass(frozen=True)
class TableFormat:
    """What a table's style says of the paragraphs and runs in a cell."""

    paragraph: Properties
    run: Properties


class Table:
    """Tables of one document as HTML.

    Args:
        styles: The styles of the document.
        css_classes: Where looks become classes.
        content: Makes HTML of what a cell holds, with what its table says of it.
        old: Whether the document is laid out as before Word 2013: the text stands at the margin, not the border.
    """

    def __init__(
        self,
        styles: Cascade,
        css_classes: CssClasses,
        content: Callable[[Iterable[_Element], str, TableFormat], Markup],
        *,
        old: bool = False,
    ) -> None:
        self._styles, self._css_classes, self._content, self._old = styles, css_classes, content, old

    def table(self, tbl: _Element, part: str) -> Markup:
        """One table, its leading rows that are repeated on each page as its head."""
        own = flat(tbl.find(f"{_W}tblPr"))
        style = own.get("tblStyle.val")
        table = over(self._styles.style("table", style, "tblPr"), own)
        rows, columns = table_grid.rows(tbl), table_grid.widths(tbl)
        head = 0
        while head < len(rows) and is_on(flat(rows[head].tr.find(f"{_W}trPr")), "tblHeader"):
            head += 1
        # A cell that reaches out of the head cannot be parted from what is below it.
        if any(cell.row + cell.height > head for row in rows[:head] for cell in row.cells):
            head = 0
        count = max([len(columns), *(cell.column + cell.width for row in rows for cell in row.cells)], default=0)
        made = [self._row(row, table, style, (len(rows), count), part, "th" if n < head else "td")
                for n, row in enumerate(rows)]  # fmt: skip
        parts = Markup("<thead>{}</thead>").format(_JOIN.join(made[:head])) if head else _JOIN
        parts += Markup("<tbody>{}</tbody>").format(_JOIN.join(made[head:]))
        shift = shapes.margins(table, "tblCellMar").get("left", 5.4) if self._old else 0.0
        name = self._css_classes.name(table_look.placing(table, columns, shift))
        return Markup('<table class="{}">{}{}</table>').format(name, self._columns(columns), parts)

    def _columns(self, columns: list[float]) -> Markup:
        cells = (
            Markup('<col class="{}">').format(self._css_classes.name({"width": f"{width:g}pt"} if width else {}))
            for width in columns
        )
        return Markup("<colgroup>{}</colgroup>").format(_JOIN.join(cells)) if columns else _JOIN

    def _row(
        self, row: table_grid.TableRow, table: Properties, style: str | None, size: tuple[int, int], part: str, tag: str
    ) -> Markup:
        said = flat(row.tr.find(f"{_W}trPr"))
        high = text_looks.number(said.get("trHeight.val")) / 20
        classes = [self._css_classes.name({"height": f"{high:g}pt"}) if high else "", "ikut" if _keeps(row) else ""]
        cells = [_gap(row.before), *(self._cell(cell, table, style, size, part, tag) for cell in row.cells)]
        cells.append(_gap(row.after))
        return Markup('<tr class="{}">{}</tr>').format(" ".join(filter(None, classes)), _JOIN.join(cells))

    def _cell(
        self,
        cell: table_grid.TableCell,
        table: Properties,
        style: str | None,
        size: tuple[int, int],
        part: str,
        tag: str,
    ) -> Markup:
        at = table_look.CellPosition(
            cell.row, cell.row + cell.height - 1, cell.column, cell.column + cell.width - 1, size[0], size[1]
        )
        holds = table_look.conditions(at, table_look.switches(table))
        direct = flat(cell.tc.find(f"{_W}tcPr"))
        said = over(self._styles.style("table", style, "tcPr", holds), direct)
        if cell.merged_below:
            last = flat(cell.merged_below[-1].find(f"{_W}tcPr"))
            said = over(said, {key: text for key, text in last.items() if key.startswith("tcBorders.bottom")})
        framed = over(table, said)
        said_by = {
            side: next((path for path in paths if f"{path}.val" in framed), paths[-1])
            for side, paths in table_look.border_paths(at).items()
        }
        lines = {side: shapes.border(framed, path) for side, path in said_by.items()}
        edge = (shapes.margins(table, "tblCellMar"), shapes.margins(said, "tcMar"))
        css = table_look.frame(said, *edge, lines) | shapes.shading(said) | shapes.inner_lines(framed, said_by)
        table_format = TableFormat(
            self._styles.style("table", style, "pPr", holds), self._styles.style("table", style, "rPr", holds)
        )
        held = self._content(cell.tc, part, table_format)
        if turn := _TURNED.get(said.get("textDirection.val", "")):
            held = Markup('<div class="{}">{}</div>').format(turn, held)
        spans = Markup(' colspan="{}"').format(cell.width) if cell.width > 1 else _JOIN
        spans += Markup(' rowspan="{}"').format(cell.height) if cell.height > 1 else _JOIN
        return Markup('<{} class="{}"{}>{}</{}>').format(
            Markup(tag), self._css_classes.name(css), spans, held, Markup(tag)
        )


def _gap(columns: int) -> Markup:
    return Markup('<td colspan="{}"></td>').format(columns) if columns else _JOIN


def _keeps(row: table_grid.TableRow) -> bool:
    """Whether a row stays on the page of the next one: the first paragraph of its first cell says so."""
    first = row.cells[0].tc.find(f"{_W}p") if row.cells else None
    return first is not None and is_on(flat(first.find(f"{_W}pPr")), "keepNext")
