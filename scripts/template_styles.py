"""Styles, settings and fonts of the shipped templates: the few that are used, nothing inherited.

Style names that Word knows ("heading 1", "caption", "toc 1") are its own, so that the navigation pane, captions and
tables of contents work; the others have Indonesian names that a clerk finds in the style list.
"""

from __future__ import annotations

from template_parts import FONT, sized, twips

_NAMESPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_DEFAULT = 'w:default="1"'
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def _style(
    identifier: str, name: str, *, paragraph: str = "", character: str = "", base: str = "Normal",
    following: str = "", priority: int = 1,
) -> str:  # fmt: skip
    """A paragraph style."""
    return (
        f'<w:style w:type="paragraph" {"" if base else _DEFAULT} w:styleId="{identifier}">'
        f'<w:name w:val="{name}"/>'
        + (f'<w:basedOn w:val="{base}"/>' if base else "")
        + (f'<w:next w:val="{following}"/>' if following else "")
        + f'<w:uiPriority w:val="{priority}"/><w:qFormat/>'
        + (f"<w:pPr>{paragraph}</w:pPr>" if paragraph else "")
        + (f"<w:rPr>{character}</w:rPr>" if character else "")
        + "</w:style>"
    )


def _spacing(before: float, after: float, line: float = 1.0) -> str:
    return (
        f'<w:spacing w:before="{round(before * 20)}" w:after="{round(after * 20)}" '
        f'w:line="{round(line * 240)}" w:lineRule="auto"/>'
    )


def _listed(identifier: str, name: str, left: float, hanging: float, before: float = 0, character: str = "") -> str:
    """A line of a table of contents or of tables: hanging under its number, dots to the page number."""
    return _style(
        identifier, name, priority=39, character=character,
        paragraph='<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="9072"/></w:tabs>' + _spacing(before, 2)
        + f'<w:ind w:left="{twips(left)}" w:hanging="{twips(hanging)}"/>',
    )  # fmt: skip


_BOLD = "<w:b/><w:bCs/>"
_HEADING = _BOLD + '<w:color w:val="000000"/>'

_HEADING_1 = _style(
    "Heading1",
    "heading 1",
    following="Paragraf",
    priority=9,
    character=_HEADING + sized(14),
    paragraph=f'<w:keepNext/><w:keepLines/><w:pageBreakBefore/>{_spacing(0, 18, 1.15)}<w:jc w:val="center"/>'
    '<w:outlineLvl w:val="0"/>',
)

STYLES = (
    f"{_HEAD}<w:styles {_NAMESPACE}><w:docDefaults><w:rPrDefault><w:rPr>"
    f'<w:rFonts w:ascii="{FONT}" w:hAnsi="{FONT}" w:eastAsia="{FONT}" w:cs="{FONT}"/>{sized(12)}'
    '<w:lang w:val="id-ID" w:eastAsia="id-ID" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
    f"<w:pPrDefault><w:pPr>{_spacing(0, 0)}</w:pPr></w:pPrDefault></w:docDefaults>"
    + _style("Normal", "Normal", base="", priority=0)
    + _HEADING_1
    + _style(
        "Heading2",
        "heading 2",
        following="Paragraf",
        priority=9,
        character=_HEADING + sized(12),
        paragraph=f"<w:keepNext/><w:keepLines/>{_spacing(12, 6)}"
        f'<w:ind w:left="{twips(1.0)}" w:hanging="{twips(1.0)}"/><w:outlineLvl w:val="1"/>',
    )
    + _style(
        "Heading3",
        "heading 3",
        following="Paragraf",
        priority=9,
        character=_HEADING + sized(12),
        paragraph=f"<w:keepNext/><w:keepLines/>{_spacing(10, 6)}"
        f'<w:ind w:left="{twips(1.4)}" w:hanging="{twips(1.4)}"/><w:outlineLvl w:val="2"/>',
    )
    + _style(
        "Caption",
        "caption",
        following="Normal",
        priority=35,
        character=_HEADING + sized(10),
        paragraph=f'<w:keepNext/><w:keepLines/>{_spacing(12, 4)}<w:jc w:val="center"/>',
    )
    + _style(
        "Gambar",
        "Gambar",
        following="KeteranganGambar",
        paragraph=f'<w:keepNext/>{_spacing(0, 0)}<w:jc w:val="center"/>',
    )
    + _style(
        "KeteranganGambar",
        "Keterangan Gambar",
        following="Normal",
        character=_HEADING + sized(10),
        paragraph=f'<w:keepLines/>{_spacing(4, 0)}<w:jc w:val="center"/>',
    )
    + _listed("TOC1", "toc 1", 1.6, 1.6, before=4, character=_BOLD)
    + _listed("TOC2", "toc 2", 1.3, 0.7)
    + _listed("TOC3", "toc 3", 2.3, 1.0)
    + _listed("TableofFigures", "table of figures", 1.7, 1.7)
    + _style(
        "Header",
        "header",
        priority=99,
        character=sized(9),
        paragraph='<w:pBdr><w:bottom w:val="single" w:sz="4" w:space="2" w:color="808080"/></w:pBdr>'
        '<w:jc w:val="right"/>',
    )
    + _style("Footer", "footer", priority=99, character=sized(10), paragraph='<w:jc w:val="center"/>')
    + _style("Judul", "Judul Naskah", character=_BOLD, paragraph='<w:keepNext/><w:jc w:val="center"/>')
    + _style(
        "JudulDepan",
        "Judul Bagian Depan",
        following="Normal",
        character=_HEADING + sized(14),
        paragraph=f'<w:keepNext/><w:pageBreakBefore/>{_spacing(0, 14)}<w:jc w:val="center"/><w:outlineLvl w:val="0"/>',
    )
    + _style("Paragraf", "Paragraf", paragraph=_spacing(0, 6, 1.3) + '<w:jc w:val="both"/>')
    + _style(
        "Butir",
        "Butir",
        base="Paragraf",
        paragraph=_spacing(0, 4, 1.15) + f'<w:ind w:left="{twips(1.0)}" w:hanging="{twips(0.7)}"/>',
    )
    + _style(
        "Isian",
        "Isian Perangkat Daerah",
        base="Paragraf",
        following="Paragraf",
        character='<w:i/><w:iCs/><w:color w:val="595959"/>',
    )
    + _style("IsiTabel", "Isi Tabel", character=sized(10))
    + _style("IsiTabelKecil", "Isi Tabel Kecil", character=sized(8))
    + _style("IsiTabelPadat", "Isi Tabel Padat", character=sized(6.5))
    + _style("Sumber", "Sumber Tabel", paragraph=_spacing(3, 10), character=sized(8))
    + _style("Perintah", "Perintah Templat", priority=98, character='<w:color w:val="2E74B5"/>' + sized(8))
    + "</w:styles>"
)

PK_STYLES = STYLES.replace(
    _HEADING_1,
    _style(
        "Heading1",
        "heading 1",
        following="Judul",
        priority=9,
        character=_HEADING,
        paragraph='<w:keepNext/><w:jc w:val="center"/><w:outlineLvl w:val="0"/>',
    ),
)
"""The same for a PK: the titles of its two parts are headings that look like the lines below them."""

OFFICIAL_STYLES = PK_STYLES.replace(
    "</w:styles>",
    _style("IsiSel", "Isi Sel", base="IsiTabel", paragraph=_spacing(2, 2))
    + _style("IsiTabelSedang", "Isi Tabel Sedang", base="IsiTabel", character=sized(9))
    + _style("IsiSelSedang", "Isi Sel Sedang", base="IsiTabelSedang", paragraph=_spacing(2, 2))
    + _style("IsiSelKecil", "Isi Sel Kecil", base="IsiTabelKecil", paragraph=_spacing(1.5, 1.5))
    + "</w:styles>",
)
"""The same for the papers of each official: what all cells look like is said once, not in each paragraph of hundreds
of files."""

SETTINGS = (
    f'{_HEAD}<w:settings {_NAMESPACE}><w:zoom w:percent="100"/><w:defaultTabStop w:val="720"/>'
    '<w:characterSpacingControl w:val="doNotCompress"/><w:compat><w:compatSetting w:name="compatibilityMode" '
    'w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
    '<w:themeFontLang w:val="id-ID"/><w:decimalSymbol w:val=","/><w:listSeparator w:val=";"/></w:settings>'
)

FONT_TABLE = (
    f'{_HEAD}<w:fonts {_NAMESPACE}><w:font w:name="{FONT}"><w:panose1 w:val="020B0604020202020204"/>'
    '<w:charset w:val="00"/><w:family w:val="swiss"/><w:pitch w:val="variable"/></w:font></w:fonts>'
)
