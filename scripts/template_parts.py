"""Building blocks of the shipped templates, as WordprocessingML texts.

Written as XML so that every tag of the template language stands whole in one run, and so that nothing but what
is written here is in the file: a clerk who opens the template in Word meets few styles, each with a plain name.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape

TWIPS_PER_CM = 567
FONT = "Arial"
GREY = "E7E6E6"


def twips(cm: float) -> int:
    """Centimetres as twentieths of a point, the unit of widths and indents."""
    return round(cm * TWIPS_PER_CM)


def sized(points: float) -> str:
    """The property of runs and styles that gives letters their size."""
    return f'<w:sz w:val="{round(points * 2)}"/><w:szCs w:val="{round(points * 2)}"/>'


def run(
    text: str, *, bold: bool = False, italic: bool = False, underline: bool = False, caps: bool = False,
    size: float | None = None, colour: str = "",
) -> str:  # fmt: skip
    """A run. ``caps`` prints capitals and keeps the text as written, so that a value is never altered."""
    marks = [
        "<w:b/><w:bCs/>" if bold else "",
        "<w:i/><w:iCs/>" if italic else "",
        "<w:caps/>" if caps else "",
        f'<w:color w:val="{colour}"/>' if colour else "",
        sized(size) if size else "",
        '<w:u w:val="single"/>' if underline else "",
    ]
    look = "".join(marks)
    return f'<w:r>{f"<w:rPr>{look}</w:rPr>" if look else ""}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def tab() -> str:
    """A run with one tab."""
    return "<w:r><w:tab/></w:r>"


def paragraph(
    *runs: str,
    style: str = "",
    align: str = "",
    keep_next: bool = False,
    new_page: bool = False,
    before: float | None = None,
    after: float | None = None,
    left: float | None = None,
    hanging: float | None = None,
    tabs: Sequence[float] = (),
    section: str = "",
) -> str:
    """A paragraph; spacing in points, indents and tabs in centimetres; ``section`` ends a section with it."""
    spacing = "".join(
        f' w:{name}="{round(value * 20)}"'
        for name, value in (("before", before), ("after", after))
        if value is not None
    )
    indent = "".join(
        f' w:{name}="{twips(value)}"' for name, value in (("left", left), ("hanging", hanging)) if value is not None
    )
    stops = "".join(f'<w:tab w:val="left" w:pos="{twips(stop)}"/>' for stop in tabs)
    properties = (
        (f'<w:pStyle w:val="{style}"/>' if style else "")
        + ("<w:keepNext/>" if keep_next else "")
        + ("<w:pageBreakBefore/>" if new_page else "")
        + (f"<w:tabs>{stops}</w:tabs>" if stops else "")
        + (f"<w:spacing{spacing}/>" if spacing else "")
        + (f"<w:ind{indent}/>" if indent else "")
        + (f'<w:jc w:val="{align}"/>' if align else "")
        + section
    )
    return f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{''.join(runs)}</w:p>"


def tag(statement: str) -> str:
    """A paragraph that holds one statement of the template language and prints nothing of itself."""
    return paragraph(run("{%p " + statement + " %}"), style="Perintah")


@dataclass(frozen=True)
class Cell:
    """A table cell: paragraphs, the columns it spans, its shade, and whether it merges down (domain.md 1.5).

    ``open_sides`` are the sides without a line inside a table with a grid (``top left bottom right``). What is in the
    ``middle`` or at the ``bottom`` stands there where a cell beside it is higher.
    A cell with ``{% vm %}`` carries no other cell property, because the merge is written after them and the
    schema wants it before shade and alignment.
    """

    content: str
    span: int = 1
    shade: str = ""
    middle: bool = False
    merge: str = ""
    open_sides: str = ""
    bottom: bool = False


def row(widths: Sequence[float], *cells: Cell, header: bool = False, height: float | None = None) -> str:
    """A row that stays whole on its page; a ``header`` row is repeated on each page."""
    parts: list[str] = []
    column = 0
    for cell in cells:
        width = sum(widths[column : column + cell.span])
        column += cell.span
        no_borders = "".join(f'<w:{side} w:val="nil"/>' for side in cell.open_sides.split())
        parts.append(
            f'<w:tc><w:tcPr><w:tcW w:w="{twips(width)}" w:type="dxa"/>'
            + (f'<w:gridSpan w:val="{cell.span}"/>' if cell.span > 1 else "")
            + (f'<w:vMerge w:val="{cell.merge}"/>' if cell.merge else "")
            + (f"<w:tcBorders>{no_borders}</w:tcBorders>" if no_borders else "")
            + (f'<w:shd w:val="clear" w:color="auto" w:fill="{cell.shade}"/>' if cell.shade else "")
            + ('<w:vAlign w:val="center"/>' if cell.middle else '<w:vAlign w:val="bottom"/>' if cell.bottom else "")
            + f"</w:tcPr>{cell.content}</w:tc>"
        )
    if column != len(widths):
        raise ValueError(f"a row fills {column} of {len(widths)} columns")
    fixed = f'<w:trHeight w:val="{twips(height)}" w:hRule="atLeast"/>' if height else ""
    return f"<w:tr><w:trPr><w:cantSplit/>{fixed}{'<w:tblHeader/>' if header else ''}</w:trPr>{''.join(parts)}</w:tr>"


def tag_row(widths: Sequence[float], statement: str) -> str:
    """A row that holds one statement of the template language and prints nothing of itself."""
    return row(widths, Cell(paragraph(run("{%tr " + statement + " %}"), style="Perintah"), span=len(widths)))


def table(
    widths: Sequence[float], *rows: str, grid: bool = True, margin: float = 0.12, below: str = "", title: str = "",
) -> str:  # fmt: skip
    """A table of fixed column widths (cm).

    ``below`` is an XML border under the whole table, ``title`` what a screen reader calls it.
    """
    sides = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    borders = f"<w:tblBorders>{sides}</w:tblBorders>" if grid else f"<w:tblBorders>{below}</w:tblBorders>" * bool(below)
    columns = "".join(f'<w:gridCol w:w="{twips(width)}"/>' for width in widths)
    space = "".join(f'<w:{side} w:w="{twips(margin)}" w:type="dxa"/>' for side in ("left", "right"))
    named = f'<w:tblCaption w:val="{escape(title)}"/>' if title else ""
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{twips(sum(widths))}" w:type="dxa"/>{borders}<w:tblLayout w:type="fixed"/>'
        f"<w:tblCellMar>{space}</w:tblCellMar>{named}</w:tblPr><w:tblGrid>{columns}</w:tblGrid>{''.join(rows)}</w:tbl>"
    )


@dataclass(frozen=True)
class Page:
    """Paper and margins of a section, in centimetres; A4 unless told."""

    width: float = 21.0
    height: float = 29.7
    top: float = 2.0
    right: float = 2.0
    bottom: float = 2.5
    left: float = 3.0
    header: float = 1.0
    footer: float = 1.2

    @property
    def text_width(self) -> float:
        """Width between the margins."""
        return self.width - self.left - self.right


PORTRAIT = Page()
LANDSCAPE = Page(width=29.7, height=21.0, top=2.5, right=1.5, bottom=2.0, left=1.5)
A3_LANDSCAPE = Page(
    width=42.0, height=29.7, top=1.7, right=1.0, bottom=1.4, left=1.0, header=0.8, footer=0.7
)  # fmt: skip
"""For the drawn tree and the funding: text stays legible only where margins are narrow."""

F4_LANDSCAPE = Page(
    width=33.0, height=21.5, top=1.7, right=1.0, bottom=1.4, left=1.0, header=0.8, footer=0.7
)  # fmt: skip


def section(page: Page, references: str = "", *, numbers: str = "", title_page: bool = False) -> str:
    """Section properties; ``references`` names header and footer, ``numbers`` is the page number format."""
    turned = ' w:orient="landscape"' if page.width > page.height else ""
    return (
        f'<w:sectPr>{references}<w:type w:val="nextPage"/>'
        f'<w:pgSz w:w="{twips(page.width)}" w:h="{twips(page.height)}"{turned}/>'
        f'<w:pgMar w:top="{twips(page.top)}" w:right="{twips(page.right)}" w:bottom="{twips(page.bottom)}" '
        f'w:left="{twips(page.left)}" w:header="{twips(page.header)}" w:footer="{twips(page.footer)}" w:gutter="0"/>'
        + (f"<w:pgNumType {numbers}/>" if numbers else "")
        + ("<w:titlePg/>" if title_page else "")
        + "</w:sectPr>"
    )


def bookmarked(content: str, serial: int, name: str) -> str:
    """Runs inside a bookmark, whose number no other one has."""
    return f'<w:bookmarkStart w:id="{serial}" w:name="{name}"/>{content}<w:bookmarkEnd w:id="{serial}"/>'


def field(instruction: str, result: str, *, dirty: bool = False) -> str:
    """A field with the text it shows until Word computes it."""
    mark = ' w:dirty="true"' if dirty else ""
    return (
        f'<w:r><w:fldChar w:fldCharType="begin"{mark}/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {escape(instruction)} </w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>{escape(result)}</w:t></w:r>'
        f'<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


HAIR = '<w:pPr><w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/></w:pPr>'


def hairline(section: str) -> str:
    """A paragraph of no height that ends a section: it fits even below a table that fills its page."""
    return f"<w:p>{HAIR.replace('</w:pPr>', section + '</w:pPr>')}</w:p>"


def long_field(instruction: str, result: str) -> str:
    """A field over several paragraphs, to be renewed when the file is opened.

    Its ends stand in hair-thin paragraphs of their own: any line of the result may be left out by a condition.
    """
    return (
        f'<w:p>{HAIR}<w:r><w:fldChar w:fldCharType="begin" w:dirty="true"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {escape(instruction)} </w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r></w:p>'
        f'{result}<w:p>{HAIR}<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
    )
