"""The palette: every placeholder with its meaning and an example, and loops and choices ready to be copied."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING

from pokin_docs.documents.kind import DocumentKind
from pokin_docs.files.blank_document import finished, without_leftovers
from pokin_docs.templating.aids.colours import OWN
from pokin_docs.templating.aids.palette_entries import CHOICES, FILTERS, RULES, PaletteEntry, PaletteGroup, groups

if TYPE_CHECKING:
    from docx.document import Document
    from docx.text.paragraph import Paragraph
    from lxml.etree import _Element

PALETTE_TITLE = "Palet isian templat"
_WIDTH = 18.0
_GRID = (7.0, 6.2, 4.8)
_BIRU, _ABU = "DEEAF6", "F2F2F2"
_SIDES = ("top", "left", "bottom", "right", "insideH", "insideV")
_LINED = (
    '<w:tblPr><w:tblW w:type="auto" w:w="0"/><w:tblBorders>'
    + "".join(f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="A6A6A6"/>' for side in _SIDES)
    + '</w:tblBorders><w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="70" w:type="dxa"/>'
    '<w:right w:w="70" w:type="dxa"/></w:tblCellMar><w:tblLook w:firstColumn="1" w:firstRow="1" w:lastColumn="0" '
    'w:lastRow="0" w:noHBand="0" w:noVBand="1" w:val="04A0"/></w:tblPr>'
)
"""How a table looks: fixed widths, thin grey lines, a little space in its cells."""


@dataclass(frozen=True, slots=True)
class _Style:
    """A paragraph style; sizes and spaces in points. ``level`` puts it into the navigation pane, from 0."""

    size: float
    bold: bool = False
    color: str = "000000"
    before: float = 0
    after: float = 0
    level: int | None = None


_BUILTIN = {
    "Normal": _Style(10),
    "Title": _Style(18, bold=True, color="1F3864", after=4),
    "Heading 1": _Style(15, bold=True, color="1F3864", before=20, after=4, level=0),
    "Heading 2": _Style(11.5, bold=True, color=OWN, before=12, after=3, level=1),
}
_OWN = {
    "Keterangan Palet": _Style(9.5, after=4),
    "Petunjuk Palet": _Style(8.5, color="595959", before=5, after=2),
    "Kepala Palet": _Style(8.5, bold=True, before=1, after=1),
    "Isian Palet": _Style(8.5, color="1F3864", before=1, after=1),
    "Arti Palet": _Style(9, before=1, after=1),
    "Isian Palet Kecil": _Style(6.5, color="1F3864", before=1, after=1),
    "Kepala Palet Kecil": _Style(6.5, bold=True, before=1, after=1),
    "Antara Palet": _Style(4),
}


@dataclass(frozen=True, slots=True)
class _TableLine:
    """A table row that stays whole: pairs of text and style; one pair alone spans all columns.

    ``keep`` holds it on the page of the next row, as it does a ``header``, which is repeated on each page.
    """

    cells: Sequence[tuple[str, str]]
    shade: str = ""
    header: bool = False
    keep: bool = False


_ABBREVIATIONS = frozenset(("nspk", "rpjmd", "klhs", "pd", "nip"))
_NARROW = 2.6  # cm: columns below this get small letters


def palette(kinds: Iterable[DocumentKind]) -> bytes:
    """The palette of these kinds of documents as a Word document."""
    paper = _blank()
    paper.add_paragraph(PALETTE_TITLE, "Title")
    for text in RULES:
        paper.add_paragraph(text, "Keterangan Palet")
    for number, kind in enumerate(kinds):
        heading = _document(paper, f"{kind.nama} ({kind.templat[0]})", kind.sample())
        heading.paragraph_format.page_break_before = True if number else None
    paper.add_paragraph("Bentuk nilai (penyaring)", "Heading 1")
    paper.add_paragraph(
        "Penyaring ditulis di belakang isian, sesudah tanda |, dan mengubah cara mencetaknya.", "Keterangan Palet"
    )
    _listing(paper, ("Tulis", "Gunanya", "Tercetak"), ((p.typed, p.meaning, p.result) for p in FILTERS))
    paper.add_paragraph("Bagian yang hanya kadang-kadang dicetak", "Heading 1")
    for meaning, lines in CHOICES:
        _hint(paper, meaning)
        _box(paper, lines)
    paper.add_paragraph("", "Antara Palet")
    return finished(without_leftovers(paper), PALETTE_TITLE)


def _document(paper: Document, heading: str, contoh: object) -> Paragraph:
    """All of one kind of document, the records, then the lists with their loops; its title is returned."""
    title = paper.add_paragraph(heading, "Heading 1")
    found = tuple(groups(contoh))
    for number, group in enumerate(found):
        paper.add_paragraph(_heading(group), "Heading 2")
        entries = [(_tag(entry), entry.meaning, entry.sample) for entry in group.isian]
        if not group.name:
            entries.append(("{{ logo }}", "gambar logo perangkat daerah", "(gambar)"))
        _listing(paper, ("Tulis", "Yang dicetak", "Contoh"), entries)
        nested = number + 1 < len(found) and len(found[number + 1].loops) > len(group.loops)
        if group.loops and not nested:
            outer = found[number - 1] if len(group.loops) > 1 else None
            _ready(paper, group, outer)
    return title


def _heading(group: PaletteGroup) -> str:
    if not group.name:
        return "Isian yang berdiri sendiri"
    title = group.title[:1].upper() + group.title[1:]
    return f"{title}: {group.loops[-1][1] if group.loops else group.name}"


def _tag(entry: PaletteEntry) -> str:
    if entry.is_yes_no:
        return f"{{% if {entry.typed} %}} … {{% endif %}}"
    if entry.asked:
        return f"{{% if {entry.typed} == '{entry.sample}' %}} … {{% endif %}}"
    return f"{{{{ {entry.typed} }}}}"


def _listing(paper: Document, titles: Sequence[str], entries: Iterable[Sequence[str]]) -> None:
    styles = ("Isian Palet", "Arti Palet", "Arti Palet")
    lines = [_TableLine([(title, "Kepala Palet") for title in titles], shade=_ABU, header=True)]
    lines += [_TableLine(list(zip(entry, styles, strict=True))) for entry in entries]
    _table(paper, _GRID, lines)


def _ready(paper: Document, group: PaletteGroup, outer: PaletteGroup | None) -> None:
    """A loop over paragraphs and one over table rows, ready to be copied."""
    _hint(paper, "Pengulangan sebagai paragraf, siap disalin:")
    opened = [f"{{%p for {name} in {path} %}}" for name, path in group.loops]
    closed = ["{%p endfor %}"] * len(group.loops)
    texts = [_tag(entry) for entry in _printed(group)][:2]
    heads = [_tag(entry) for entry in _printed(outer)][:2] if outer else []
    lines = [opened[0], " ".join(heads), opened[1], " ".join(texts)] if outer else [*opened, " ".join(texts)]
    _box(paper, [*lines, *closed])
    by_year = any("[0]" in entry.typed for entry in group.isian)
    years = " Kolom tahun berikutnya ditulis [3], [4], dan seterusnya." if by_year else ""
    _hint(paper, f"Pengulangan sebagai baris tabel, siap disalin (pilih seluruh tabel).{years}")
    _loop_table(paper, group, outer)


def _loop_table(paper: Document, group: PaletteGroup, outer: PaletteGroup | None) -> None:
    fields = [("{% vm %}" + _tag(entry), entry) for entry in _printed(outer)] if outer else []
    fields += [(_tag(entry), entry) for entry in _printed(group)]
    cells = [(text, _title(entry)) for text, entry in fields]
    cells = [pair for text, title in cells for pair in _numbered(text, title)]
    widths = (_WIDTH / len(cells),) * len(cells)
    small = " Kecil" if widths[0] < _NARROW else ""
    lines = [_TableLine([(title, f"Kepala Palet{small}") for _, title in cells], shade=_BIRU, header=True)]
    loops = [[(f"{{%tr for {name} in {path} %}}", f"Isian Palet{small}")] for name, path in group.loops]
    lines += [_TableLine(loop, keep=True) for loop in loops]
    lines.append(_TableLine([(text, f"Isian Palet{small}") for text, _ in cells], keep=True))
    ends = [[("{%tr endfor %}", f"Isian Palet{small}")] for _ in group.loops]
    lines += [_TableLine(end, keep=number < len(ends)) for number, end in enumerate(ends, 1)]
    _table(paper, widths, lines)


def _printed(group: PaletteGroup) -> list[PaletteEntry]:
    """What a table shows: not the answers and classes that choices ask for."""
    return [entry for entry in group.isian if not entry.is_yes_no and not entry.asked]


def _numbered(text: str, title: str) -> Iterator[tuple[str, str]]:
    """The columns of a field: one, or for a list of years its first three."""
    if "[0]" not in text:
        yield text, title
        return
    for number in range(3):
        yield text.replace("[0]", f"[{number}]"), f"{title} {number + 1}"


def _title(entry: PaletteEntry) -> str:
    words = entry.typed.replace("[0]", "").split(".")[-1].split("_")
    return " ".join(word.upper() if word in _ABBREVIATIONS else word.capitalize() for word in words)


def _hint(paper: Document, text: str) -> None:
    paper.add_paragraph(text, "Petunjuk Palet").paragraph_format.keep_with_next = True


def _box(paper: Document, lines: Iterable[str]) -> None:
    """Paragraphs to be copied, in a frame."""
    _table(paper, (_WIDTH,), [_TableLine([("\n".join(lines), "Isian Palet")])])


def _blank() -> Document:
    """An A4 page in portrait with the styles of the palette and no others."""
    from docx import Document
    from docx.enum.style import WD_STYLE_TYPE
    from docx.oxml.ns import qn
    from docx.shared import Cm, Pt, RGBColor, Twips

    paper = Document()
    section = paper.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Cm(1.5)
    section.header_distance = section.footer_distance = Twips(400)
    for language in (*paper.styles.element.iter(qn("w:lang")), *paper.settings.element.iter(qn("w:themeFontLang"))):
        language.set(qn("w:val"), "id-ID")
    (mode,) = paper.settings.element.xpath(".//w:compatSetting[@w:name='compatibilityMode']")
    mode.set(qn("w:val"), "15")  # as Word of today lays tables out
    for old in list(paper.styles):
        old.delete()
    for name, one in (_BUILTIN | _OWN).items():
        style = paper.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH, builtin=name in _BUILTIN)
        font, space = style.font, style.paragraph_format
        font.size, font.bold, font.color.rgb = Pt(one.size), one.bold, RGBColor.from_string(one.color)
        space.space_before, space.space_after = Pt(one.before), Pt(one.after)
        style.quick_style = True
        if name == "Normal":
            font.name, space.line_spacing = "Arial", 1.0
            style.element.set(qn("w:default"), "1")
        else:
            style.base_style = paper.styles["Normal"]
        if one.level is not None:
            space.keep_with_next = space.keep_together = True
            _add(style.element.get_or_add_pPr(), "outlineLvl", val=str(one.level))
    return paper


def _table(paper: Document, widths: Sequence[float], lines: Sequence[_TableLine]) -> None:
    """A table with thin grey lines; widths in centimetres. Cell by cell, python-docx takes seconds for a palette."""
    from docx.oxml import parse_xml
    from docx.oxml.ns import nsdecls
    from docx.shared import Cm

    twips = [Cm(width).twips for width in widths]
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in twips)
    rows = "".join(_row(line, twips) for line in lines)
    table = parse_xml(f"<w:tbl {nsdecls('w')}>{_LINED}<w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>")
    paper.element.body._insert_tbl(table)


def _row(line: _TableLine, widths: Sequence[int]) -> str:
    """A row as XML; a cell that is alone in a table of several columns goes over all of them."""
    look = span = shade = ""
    if len(line.cells) == 1 < len(widths):
        span, widths = f'<w:gridSpan w:val="{len(widths)}"/>', (sum(widths),)
    if line.shade:
        shade = f'<w:shd w:val="clear" w:color="auto" w:fill="{line.shade}"/>'
    if line.header:
        look = "<w:tblHeader/>"
    cells = "".join(
        f'<w:tc><w:tcPr><w:tcW w:type="dxa" w:w="{width}"/>{span}{shade}</w:tcPr>'
        f"{_lines(text, style, keep=line.keep or line.header)}</w:tc>"
        for width, (text, style) in zip(widths, line.cells, strict=True)
    )
    return f"<w:tr><w:trPr><w:cantSplit/>{look}</w:trPr>{cells}</w:tr>"


def _lines(text: str, style: str, *, keep: bool) -> str:
    """Each line of the text as a paragraph, all of them together on a page, as XML."""
    *first, last = text.split("\n")
    look = f'<w:pStyle w:val="{style.replace(" ", "")}"/>'  # the id that python-docx gives a style of that name
    ends = [(line, True) for line in first] + [(last, keep)]
    return "".join(
        f"<w:p><w:pPr>{look}{'<w:keepNext/>' if with_next else ''}</w:pPr>{_run(line)}</w:p>"
        for line, with_next in ends
    )


def _run(text: str) -> str:
    if not text:
        return "<w:r/>"
    space = ' xml:space="preserve"' if text != text.strip() else ""
    return f"<w:r><w:t{space}>{escape(text, quote=False)}</w:t></w:r>"


def _add(parent: _Element, tag: str, **values: str) -> None:
    """Put a new element at the end of its parent."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    element = OxmlElement(f"w:{tag}")
    for name, value in values.items():
        element.set(qn(f"w:{name}"), value)
    parent.append(element)
