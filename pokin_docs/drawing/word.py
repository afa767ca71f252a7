"""Pages as a Word document for printing alone: one picture on each, as large as the paper."""

from __future__ import annotations

from collections.abc import Sequence
from xml.sax.saxutils import quoteattr

from pokin_docs.drawing.page import Drawing
from pokin_docs.files.office_theme import THEME, THEME_TYPE
from pokin_docs.files.own_package import HEAD, own_package

_EMU = 36_000
_TWIPS = 1440 / 25.4
_KIND = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_STYLES = (
    '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:eastAsia="Arial" w:cs="Arial"/>'
    '<w:sz w:val="22"/><w:szCs w:val="22"/><w:lang w:val="id-ID" w:eastAsia="id-ID" w:bidi="ar-SA"/></w:rPr>'
    '</w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:before="0" w:after="0"/></w:pPr></w:pPrDefault></w:docDefaults>'
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>'
)
_FONT = '<w:font w:name="Arial"><w:charset w:val="00"/><w:family w:val="swiss"/><w:pitch w:val="variable"/></w:font>'
_SETTINGS = (
    '<w:zoom w:val="fullPage" w:percent="100"/><w:compat><w:compatSetting w:name="compatibilityMode" '
    'w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat><w:themeFontLang w:val="id-ID"/>'
    '<w:decimalSymbol w:val=","/><w:listSeparator w:val=";"/>'
)
"""Those of today's Word: it opens the file without its compatibility mode."""
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
    first = drawing.page[0]
    scale = min(1.0, _MAX_MM / max(first.width, first.height))
    wide, high = first.width * scale, first.height * scale
    pictures = {f"word/media/image{number}.png": ("", picture) for number, picture in enumerate(png, 1)}
    links = {f"rIdP{number}": ("image", name) for number, name in enumerate(pictures, 1)}
    links |= {f"rId{name}": (name, f"word/{name}.xml") for name in ("styles", "settings", "fontTable", "theme")}
    paragraphs = "".join(
        f"<w:p><w:pPr>{'<w:pageBreakBefore/>' if number > 1 else ''}</w:pPr><w:r>"
        f"{_picture(number, f'rIdP{number}', wide, high, page.summary)}</w:r></w:p>"
        for number, page in enumerate(drawing.page, 1)
    )
    parts = {
        "word/document.xml": (
            f"{_KIND}document.main+xml", f"{HEAD}<w:document {_NS}><w:body>{paragraphs}{_section(wide, high)}"
            "</w:body></w:document>",
        ),
        "word/styles.xml": (f"{_KIND}styles+xml", f"{HEAD}<w:styles {_NS}>{_STYLES}</w:styles>"),
        "word/settings.xml": (f"{_KIND}settings+xml", f"{HEAD}<w:settings {_NS}>{_SETTINGS}</w:settings>"),
        "word/fontTable.xml": (f"{_KIND}fontTable+xml", f"{HEAD}<w:fonts {_NS}>{_FONT}</w:fonts>"),
        "word/theme.xml": (THEME_TYPE, THEME),
    }  # fmt: skip
    return own_package(
        {**parts, **pictures}, {"word/document.xml": links}, (drawing.title, drawing.author, drawing.day)
    )


def _section(wide: float, high: float) -> str:
    turned = ' w:orient="landscape"' if wide > high else ""
    edge = round(_EDGE_MM * _TWIPS)
    return (
        f'<w:sectPr><w:pgSz w:w="{round(wide * _TWIPS)}" w:h="{round(high * _TWIPS)}"{turned}/>'
        f'<w:pgMar w:top="{edge}" w:right="{edge}" w:bottom="{edge}" w:left="{edge}" w:header="170" w:footer="170" '
        'w:gutter="0"/></w:sectPr>'
    )


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
