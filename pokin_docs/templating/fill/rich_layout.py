"""How tables and pictures of the office's own text look in a document of ours."""

from __future__ import annotations

from collections.abc import Mapping
from copy import deepcopy

from lxml import etree

from pokin_docs.templating.fill.outside import parse

_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_W = f"{{{_WORD}}}"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_SIDES = ("top", "left", "bottom", "right", "insideH", "insideV")
_BORDERS = "".join(f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>' for side in _SIDES)


def part_run(run: etree._Element | None, mark: etree._Element, own: etree._Element) -> None:
    """Put a run of its own in the place of a mark within a run.

    Args:
        run: The run in which the mark stands.
        mark: The mark.
        own: The run that takes its place.
    """
    if run is None:
        return
    rest = etree.Element(_W + "r")
    formatting = run.find(_W + "rPr")
    if formatting is not None:
        rest.append(deepcopy(formatting))
    for later in list(mark.itersiblings()):
        rest.append(later)
    run.remove(mark)
    run.addnext(own)
    if len(rest) > (formatting is not None):
        own.addnext(rest)
    if len(run) <= (formatting is not None):
        parent = run.getparent()
        if parent is not None:
            parent.remove(run)


def make_bold(style: etree._Element) -> None:
    """A heading for which the template has no style: bold, and kept with what follows."""
    properties = style.getparent()
    if properties is None:
        return
    style.addnext(etree.Element(_W + "keepNext"))
    for run in properties.itersiblings(_W + "r"):
        formatting = run.find(_W + "rPr")
        if formatting is None:
            formatting = etree.Element(_W + "rPr")
            run.insert(0, formatting)
        if formatting.find(_W + "b") is None:
            formatting.insert(0, etree.Element(_W + "b"))


def lay_out(table: etree._Element, width: int) -> None:
    """Give a table the look of those of the Renstra, as wide as it was or as its place allows."""
    grid = table.find(_W + "tblGrid")
    assert grid is not None  # every table of a rich text has one
    rows = table.findall(_W + "tr")
    most = max((sum(_span(cell) for cell in row.findall(_W + "tc")) for row in rows), default=1)
    widths = [number_of(column, "w") for column in grid]
    if len(widths) < most or not all(widths):
        widths = [max(width // most, 1)] * most
    room = cell_width(table) or width
    total = sum(widths)
    if total > room or total < room * 0.5:
        widths = [max(200, one * room // total) for one in widths]
    for old in list(grid):
        grid.remove(old)
    for one in widths:
        etree.SubElement(grid, _W + "gridCol", {_W + "w": str(one)})
    properties = parse(
        f'<w:tblPr xmlns:w="{_WORD}"><w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblBorders>{_BORDERS}</w:tblBorders>'
        f'<w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="68" w:type="dxa"/><w:right w:w="68" w:type="dxa"/>'
        f"</w:tblCellMar></w:tblPr>".encode()
    )
    table.insert(0, properties)
    for row in rows:
        column = 0
        for cell in row.findall(_W + "tc"):
            span = _span(cell)
            wide = sum(widths[column : column + span]) or widths[-1]
            column += span
            inner = cell.find(_W + "tcPr")
            assert inner is not None  # every cell of a rich text has one
            inner.insert(0, etree.Element(_W + "tcW", {_W + "w": str(wide), _W + "type": "dxa"}))


def _span(cell: etree._Element) -> int:
    span = cell.find(f"{_W}tcPr/{_W}gridSpan")
    return 1 if span is None else max(1, number_of(span, "val"))


def cell_width(element: etree._Element) -> int:
    """Width of the text of the cell in which something stands, in twips; 0 where it stands in none."""
    cell = next(element.iterancestors(_W + "tc"), None)
    width = cell.find(f"{_W}tcPr/{_W}tcW") if cell is not None else None
    return max(number_of(width, "w") - 136, 200) if width is not None and width.get(_W + "type") == "dxa" else 0


def properties_of(paragraph: etree._Element) -> etree._Element:
    """The properties of a paragraph, made where it has none."""
    properties = paragraph.find(_W + "pPr")
    if properties is None:
        properties = etree.Element(_W + "pPr")
        paragraph.insert(0, properties)
    return properties


def ended_section(block: etree._Element) -> etree._Element | None:
    """The section that ends with a block; None where none does."""
    return block.find(f"{_W}pPr/{_W}sectPr")


def number_of(element: etree._Element, name: str) -> int:
    """A number that an element of Word has as an attribute; 0 where it has none."""
    said = element.get(_W + name) or ""
    return int(said) if said.lstrip("-").isdecimal() else 0


def drawing_of(rid: str, number: int, size: tuple[int, int], alt: str, crop: Mapping[str, str]) -> etree._Element:
    """A picture in the line of a text.

    Args:
        rid: Id of the relationship to the picture.
        number: Its id among all drawings.
        size: Width and height in EMU.
        alt: What is said of it for those who cannot see it.
        crop: What is cut off at its sides (``l``, ``t``, ``r``, ``b``).
    """
    base = "http://schemas.openxmlformats.org/drawingml/2006"
    a, pic, wp = f"{base}/main", f"{base}/picture", f"{base}/wordprocessingDrawing"
    extent = f'cx="{size[0]}" cy="{size[1]}"'
    sides = "".join(f' {side}="{amount}"' for side, amount in crop.items())
    cut = f"<a:srcRect{sides}/>" if crop else ""
    drawing = parse(
        f'<w:drawing xmlns:w="{_WORD}" xmlns:r="{_OFFICE}"><wp:inline xmlns:wp="{wp}" distT="0" distB="0" distL="0" '
        f'distR="0"><wp:extent {extent}/><wp:docPr id="{number}" name="Gambar {number}"/><a:graphic xmlns:a="{a}">'
        f'<a:graphicData uri="{pic}"><pic:pic xmlns:pic="{pic}"><pic:nvPicPr><pic:cNvPr id="{number}" '
        f'name="Gambar {number}"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="{rid}"/>{cut}<a:stretch>'
        f'<a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {extent}/></a:xfrm>'
        f'<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline>'
        f"</w:drawing>".encode()
    )
    if alt:
        next(drawing.iter("{*}docPr")).set("descr", alt)
    return drawing
