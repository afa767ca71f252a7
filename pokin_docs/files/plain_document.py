"""A small Word document made from nothing: paragraphs and tables in a few styles, the same bytes each time."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Sequence
from xml.sax.saxutils import escape

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_WORDML = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_TWIPS = 567  # in a centimetre
_FONT = "Arial"


def paragraph(text: str, style: str = "", *, keep: bool = False, new_page: bool = False) -> str:
    """A paragraph; ``keep`` holds it on the page of the next one. A line feed is a line break."""
    look = (f'<w:pStyle w:val="{style}"/>' if style else "") + ("<w:keepNext/>" if keep else "")
    look += "<w:pageBreakBefore/>" if new_page else ""
    lines = '</w:t><w:br/><w:t xml:space="preserve">'.join(escape(line) for line in text.split("\n"))
    run = f'<w:r><w:t xml:space="preserve">{lines}</w:t></w:r>' if text else ""
    return f"<w:p>{f'<w:pPr>{look}</w:pPr>' if look else ''}{run}</w:p>"


def row(
    widths: Sequence[float], cells: Sequence[tuple[str, str]], *, shade: str = "", header: bool = False,
    keep: bool = False,
) -> str:  # fmt: skip
    """A table row that stays whole: pairs of text and style; one pair alone spans all columns."""
    span = len(widths) if len(cells) == 1 else 1
    sizes = (sum(widths),) if len(cells) == 1 else widths
    fill = f'<w:shd w:val="clear" w:color="auto" w:fill="{shade}"/>' if shade else ""
    merged = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    made = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{round(size * _TWIPS)}" w:type="dxa"/>{merged}{fill}</w:tcPr>'
        f"{paragraph(text, style, keep=keep or header)}</w:tc>"
        for size, (text, style) in zip(sizes, cells, strict=True)
    )
    return f"<w:tr><w:trPr><w:cantSplit/>{'<w:tblHeader/>' if header else ''}</w:trPr>{made}</w:tr>"


def table(widths: Sequence[float], rows: Iterable[str]) -> str:
    """A table with thin grey lines; widths in centimetres."""
    sides = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="A6A6A6"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    space = "".join(f'<w:{side} w:w="70" w:type="dxa"/>' for side in ("left", "right"))
    grid = "".join(f'<w:gridCol w:w="{round(width * _TWIPS)}"/>' for width in widths)
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{round(sum(widths) * _TWIPS)}" w:type="dxa"/>'
        f'<w:tblBorders>{sides}</w:tblBorders><w:tblLayout w:type="fixed"/><w:tblCellMar>{space}</w:tblCellMar>'
        f"</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"
    )


def style(identifier: str, name: str, *, size: float = 10, bold: bool = False, color: str = "", font: str = "",
          before: float = 0, after: float = 0, level: int | None = None, base: str = "Normal") -> str:  # fmt: skip
    """A paragraph style; sizes and spaces in points. ``level`` puts it into the navigation pane, from 0."""
    look = (
        (f'<w:rFonts w:ascii="{font}" w:hAnsi="{font}" w:cs="{font}"/><w:noProof/>' if font else "")
        + ("<w:b/><w:bCs/>" if bold else "")
        + (f'<w:color w:val="{color}"/>' if color else "")
        + f'<w:sz w:val="{round(size * 2)}"/><w:szCs w:val="{round(size * 2)}"/>'
    )
    place = "<w:keepNext/><w:keepLines/>" if level is not None else ""
    place += f'<w:spacing w:before="{round(before * 20)}" w:after="{round(after * 20)}"/>'
    place += f'<w:outlineLvl w:val="{level}"/>' if level is not None else ""
    default = "" if base else 'w:default="1" '
    return (
        f'<w:style w:type="paragraph" {default}w:styleId="{identifier}"><w:name w:val="{name}"/>'
        + (f'<w:basedOn w:val="{base}"/>' if base else "")
        + f"<w:qFormat/><w:pPr>{place}</w:pPr><w:rPr>{look}</w:rPr></w:style>"
    )


def document(judul: str, body: str, styles: str, *, margin: float = 1.5) -> bytes:
    """The file: an A4 page in portrait with equal margins in centimetres; ``judul`` stands in its properties."""
    edge = round(margin * _TWIPS)
    sides = " ".join(f'w:{side}="{edge}"' for side in ("top", "right", "bottom", "left"))
    section = (
        f'<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar {sides} w:header="400" w:footer="400" w:gutter="0"/>'
        "</w:sectPr>"
    )
    defaults = (
        f'<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="{_FONT}" w:hAnsi="{_FONT}" w:cs="{_FONT}"/>'
        '<w:lang w:val="id-ID"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>'
    )
    core = (
        f'<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" '
        f'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{escape(judul)}</dc:title></cp:coreProperties>'
    )
    settings = (
        f'<w:settings xmlns:w="{_W}"><w:compat><w:compatSetting w:name="compatibilityMode" '
        'w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
        '<w:themeFontLang w:val="id-ID"/></w:settings>'
    )
    return _packed({
        "[Content_Types].xml": _types(),
        "_rels/.rels": _relations(
            (f"{_OFFICE}/officeDocument", "word/document.xml"),
            (f"{_PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
        ),
        "docProps/core.xml": core,
        "word/document.xml": f'<w:document xmlns:w="{_W}"><w:body>{body}{section}</w:body></w:document>',
        "word/_rels/document.xml.rels": _relations(
            (f"{_OFFICE}/styles", "styles.xml"),
            (f"{_OFFICE}/settings", "settings.xml"),
            (f"{_OFFICE}/fontTable", "fontTable.xml"),
            (f"{_OFFICE}/theme", "theme/theme1.xml"),
        ),
        "word/styles.xml": f'<w:styles xmlns:w="{_W}">{defaults}{styles}</w:styles>',
        "word/settings.xml": settings,
        "word/fontTable.xml": f'<w:fonts xmlns:w="{_W}"><w:font w:name="{_FONT}"/></w:fonts>',
        "word/theme/theme1.xml": _theme(),
    })  # fmt: skip


def _types() -> str:
    parts = {
        "word/document.xml": f"{_WORDML}document.main+xml",
        "word/styles.xml": f"{_WORDML}styles+xml",
        "word/settings.xml": f"{_WORDML}settings+xml",
        "word/fontTable.xml": f"{_WORDML}fontTable+xml",
        "word/theme/theme1.xml": "application/vnd.openxmlformats-officedocument.theme+xml",
        "docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
    }
    listed = "".join(f'<Override PartName="/{name}" ContentType="{kind}"/>' for name, kind in parts.items())
    rels = "application/vnd.openxmlformats-package.relationships+xml"
    return (
        f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" ContentType="{rels}"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{listed}</Types>'
    )


def _theme() -> str:
    """Black on white: Word expects a theme, the document takes nothing from it."""
    names = ("dk1", "lt1", "dk2", "lt2", *(f"accent{number}" for number in range(1, 7)), "hlink", "folHlink")
    colours = "".join(
        f'<a:{name}><a:srgbClr val="{"FFFFFF" if name.startswith("lt") else "000000"}"/></a:{name}>' for name in names
    )
    face = f'<a:latin typeface="{_FONT}"/><a:ea typeface=""/><a:cs typeface=""/>'
    fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
    line, effect = f'<a:ln w="6350">{fill}</a:ln>', "<a:effectStyle><a:effectLst/></a:effectStyle>"
    return (
        '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="Polos"><a:themeElements>'
        f'<a:clrScheme name="Polos">{colours}</a:clrScheme><a:fontScheme name="Polos"><a:majorFont>{face}</a:majorFont>'
        f'<a:minorFont>{face}</a:minorFont></a:fontScheme><a:fmtScheme name="Polos"><a:fillStyleLst>{fill * 3}'
        f"</a:fillStyleLst><a:lnStyleLst>{line * 3}</a:lnStyleLst><a:effectStyleLst>{effect * 3}</a:effectStyleLst>"
        f"<a:bgFillStyleLst>{fill * 3}</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>"
    )


def _relations(*targets: tuple[str, str]) -> str:
    listed = "".join(
        f'<Relationship Id="rId{number}" Type="{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets, 1)
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{listed}</Relationships>'


def _packed(parts: dict[str, str]) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name, text in parts.items():
            member = zipfile.ZipInfo(name)  # 1980: no clock
            member.compress_type, member.create_system = zipfile.ZIP_DEFLATED, 0
            archive.writestr(member, (_HEAD + text).encode())
    return target.getvalue()
