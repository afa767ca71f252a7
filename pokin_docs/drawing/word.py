"""Pages as a Word document for printing alone: one picture on each, as large as the paper."""

from __future__ import annotations

from collections.abc import Sequence
from xml.sax.saxutils import quoteattr

from pokin_docs.drawing.page import Drawing
from pokin_docs.files.blank_document import finished, without_leftovers

_EMU = 36_000
_MAX_MM = 558.0
"""Word knows no larger paper (22 inches): an A2 sheet or a poster is made smaller."""
_EDGE_MM = 6.0
_NS = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)


def as_docx(drawing: Drawing, png: Sequence[bytes]) -> bytes:
    """The document; ``png`` has the picture of each page."""
    from docx import Document
    from docx.enum.section import WD_ORIENT
    from docx.opc.constants import RELATIONSHIP_TYPE
    from docx.opc.packuri import PackURI
    from docx.opc.part import Part
    from docx.oxml import parse_xml
    from docx.shared import Mm, Pt

    document = Document()
    first = drawing.page[0]
    scale = min(1.0, _MAX_MM / max(first.width, first.height))
    wide, high = first.width * scale, first.height * scale
    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE if wide > high else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = Mm(wide), Mm(high)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Mm(_EDGE_MM)
    section.header_distance = section.footer_distance = Mm(3)
    pictures = {f"word/media/image{number}.png": picture for number, picture in enumerate(png, 1)}
    for number, (page, name) in enumerate(zip(drawing.page, pictures, strict=True), 1):
        rid = document.part.relate_to(Part(PackURI(f"/{name}"), "image/png"), RELATIONSHIP_TYPE.IMAGE)
        paragraph = document.add_paragraph()
        paragraph.paragraph_format.page_break_before = number > 1
        paragraph.paragraph_format.space_after = Pt(0)
        paragraph.add_run()._r.append(parse_xml(_picture(number, rid, wide, high, page.summary)))
    return finished(without_leftovers(document), drawing.title, pictures)


def _picture(number: int, rid: str, wide: float, high: float, alt: str) -> str:
    """A picture over the whole paper; it stands beside the text, so that it never makes a page of its own."""
    size = f'cx="{round(wide * _EMU)}" cy="{round(high * _EMU)}"'
    return (
        f'<w:drawing {_NS}><wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="{number}" '
        f'behindDoc="1" locked="0" layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/>'
        f'<wp:positionH relativeFrom="page"><wp:posOffset>0</wp:posOffset></wp:positionH>'
        f'<wp:positionV relativeFrom="page"><wp:posOffset>0</wp:posOffset></wp:positionV>'
        f'<wp:extent {size}/><wp:effectExtent l="0" t="0" r="0" b="0"/><wp:wrapNone/>'
        f'<wp:docPr id="{number}" name="Pohon Kinerja {number}" descr={quoteattr(alt)}/><wp:cNvGraphicFramePr/>'
        f'<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic>'
        f'<pic:nvPicPr><pic:cNvPr id="{number}" name="pohon-{number}.png" descr={quoteattr(alt)}/><pic:cNvPicPr/>'
        f'</pic:nvPicPr><pic:blipFill><a:blip r:embed="{rid}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
        f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {size}/></a:xfrm>'
        f'<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:anchor>'
        f"</w:drawing>"
    )
