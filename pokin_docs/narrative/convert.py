"""Paragraphs and tables of a document as rich text: only what is known is built anew, nothing is carried along."""

from __future__ import annotations

import posixpath
import re
from collections import Counter
from dataclasses import dataclass, field
from xml.sax.saxutils import escape, quoteattr

from lxml import etree

from pokin_docs.documents.narrative import ROLE, RichHeading, RichPicture, RichText
from pokin_docs.narrative.layout import (
    ACROSS,
    V,
    alt_of,
    blocks_of,
    cells_of,
    crop_of,
    old_size_of,
    rows_of,
    size_of,
)
from pokin_docs.narrative.lists import SIGNS, ListCounters, is_private, levels
from pokin_docs.narrative.runs import BREAK, clean, formatting_of, plain, without_outer_breaks
from pokin_docs.narrative.sheets import UPRIGHT, Sheet, starts_page
from pokin_docs.narrative.source import SourceDocument, W, is_on, value

_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_GONE = frozenset(W + name for name in ("del", "moveFrom", "pPr", "rPr", "sdtPr", "sdtEndPr", "proofErr"))
_ENDINGS = {"png", "jpg", "jpeg", "gif", "bmp", "tif", "tiff", "emf", "wmf"}
_LINK = re.compile(r'HYPERLINK\s+"([^"]+)"', re.IGNORECASE)
_SAFE_LINK = re.compile(r"(?:https?|mailto):[^\s]+", re.IGNORECASE)


@dataclass
class RichTextWriter:
    """Rich text of one place, block by block; ``counters`` are those of the whole document.

    ``trouble`` counts what was not taken: ``luar`` pictures from outside, ``objek`` what cannot be moved.
    """

    source: SourceDocument
    counters: ListCounters
    trouble: Counter[str]
    level: int = 0
    part: str = ""
    _made: list[str] = field(default_factory=list)
    _texts: list[str] = field(default_factory=list)
    _headings: list[RichHeading] = field(default_factory=list)
    _pictures: dict[RichPicture, int] = field(default_factory=dict)
    _notes: list[str] = field(default_factory=list)
    _links: dict[str, int] = field(default_factory=dict)
    _lists: dict[str, int] = field(default_factory=dict)
    _starts: dict[str, dict[int, int]] = field(default_factory=dict)
    _fields: list[tuple[str, bool]] = field(default_factory=list)
    _after: list[etree._Element] = field(default_factory=list)
    _sheet: Sheet = UPRIGHT
    _begins_page: bool = False

    def add(self, block: etree._Element) -> None:
        """Take a paragraph or table of the document."""
        self._made.append(self._block(block, cell=False))

    def stand_on(self, sheet: Sheet) -> None:
        """Let what comes next stand on pages that lie on their side, if these do."""
        if sheet.is_turned != self._sheet.is_turned:
            self._made.append(f'<n:sheet w="{sheet.width}" h="{sheet.height}"/>' if sheet.is_turned else "<n:sheet/>")
            self._sheet, self._begins_page = sheet, False

    def begin_page(self) -> None:
        """Let what comes next stand on a new page, where something stands before it."""
        self._begins_page = bool(self._texts or self._pictures)

    def result(self) -> RichText | None:
        """What was taken; None where nothing of it would be printed."""
        blocks = "".join(self._made) + ("<n:sheet/>" if self._sheet.is_turned else "<n:page/>" * self._begins_page)
        if not any(text.strip() for text in self._texts) and "<n:picture" not in blocks and "<w:tbl>" not in blocks:
            return None
        lists = tuple(levels(self.source, number, self._starts[number]) for number in self._lists)
        return RichText(
            blocks, pictures=tuple(self._pictures), notes=tuple(self._notes), lists=lists, links=tuple(self._links),
            texts=tuple(self._texts), headings=tuple(self._headings),
        )  # fmt: skip

    def _block(self, block: etree._Element, *, cell: bool, role: str = "") -> str:
        if block.tag == W + "tbl":
            return self._table(block)
        made = self._paragraph(block, cell=cell, role=role)
        while self._after:
            waiting, self._after = self._after, []
            made += "".join(self._block(inner, cell=cell, role=role) for box in waiting for inner in blocks_of(box))
        return made

    def _paragraph(self, paragraph: etree._Element, *, cell: bool, role: str) -> str:
        level = None if cell or role else self.source.heading_level(paragraph)
        listed = self.source.numbered(paragraph) if level is None else None
        bold = self._style_switch(paragraph, "b") and level is None
        inner = self._inline(paragraph, bold=bold, italic=self._style_switch(paragraph, "i") and level is None)
        inner, turns = (inner.replace(BREAK, ""), "") if cell or role else self._parted(paragraph, inner)
        text = plain(inner)
        if not (text.strip() or "<n:" in inner or "<w:br" in inner):
            return f'<w:p><w:pPr><w:pStyle w:val="{ROLE}sel"/></w:pPr></w:p>' if cell else ""
        self._texts.append(text)
        if level is not None:
            below = max(1, level - self.level)
            self._headings.append(RichHeading(below, text))
            return f'<w:p><w:pPr><w:pStyle w:val="{ROLE}judul-{below}"/>{turns}</w:pPr>{inner}</w:p>'
        said = role if role else self.source.role(paragraph)
        if said == "paragraf":
            only_picture = "<n:picture" in inner and not text.strip()
            said = "sel" if cell else "gambar" if only_picture else "butir" if listed else "paragraf"
        properties = f'<w:pStyle w:val="{ROLE}{said}"/>{turns}'
        if listed:
            number, depth = listed
            shown = self.counters.next(number, depth)
            self._starts.setdefault(number, {})
            for above, count in enumerate(shown):
                self._starts[number].setdefault(above, count)
            index = self._lists.setdefault(number, len(self._lists))
            properties += f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{index}"/></w:numPr>'
        align = value(paragraph.find(f"{W}pPr/{W}jc"))
        if align in ("center", "right", "end") and said in ("paragraf", "sel"):
            properties += f'<w:jc w:val="{"center" if align == "center" else "right"}"/>'
        return f"<w:p><w:pPr>{properties}</w:pPr>{inner}</w:p>"

    def _parted(self, paragraph: etree._Element, inner: str) -> tuple[str, str]:
        """Runs without the breaks that they begin or end with, and the property that begins a page before them."""
        begins, inner, ends = without_outer_breaks(inner)
        if begins or starts_page(paragraph):
            self.begin_page()
        turns = "<w:pageBreakBefore/>" * self._begins_page
        if plain(inner) or "<n:" in inner:
            self._begins_page = False
        self._begins_page |= ends and bool(self._texts or plain(inner))
        return inner, turns

    def _style_switch(self, paragraph: etree._Element, name: str) -> bool:
        style = value(paragraph.find(f"{W}pPr/{W}pStyle"))
        said = (entry.switches[name] for entry in self.source.chain(style) if name in entry.switches)
        return next(said, False) and self.source.role(paragraph) == "paragraf"

    def _inline(self, parent: etree._Element, *, bold: bool, italic: bool) -> str:
        made: list[str] = []
        for child in parent:
            if child.tag in _GONE or not str(child.tag).startswith("{"):
                continue
            if child.tag == W + "r":
                made.append(self._run(child, bold=bold, italic=italic))
            elif child.tag == W + "hyperlink":
                inner = self._inline(child, bold=bold, italic=italic)
                found = self.source.relation(self.part or self.source.main, child.get(_R + "id") or "")
                made.append(self._linked(inner, found[0] if found and found[1] else ""))
            elif child.tag in ACROSS:
                made.append(self._inline(child, bold=bold, italic=italic))
            elif child.tag.endswith(("}oMath", "}oMathPara")):
                made.append(f"<w:r><w:t>{escape(clean(''.join(map(str, child.itertext()))))}</w:t></w:r>")
            elif child.tag == _MC + "AlternateContent":
                made += [self._inline(choice, bold=bold, italic=italic) for choice in list(child)[:1]]
        return "".join(made)

    def _linked(self, inner: str, target: str) -> str:
        if not inner or not _SAFE_LINK.fullmatch(target):
            return inner
        index = self._links.setdefault(target, len(self._links))
        return f'<w:hyperlink n:link="{index}" w:history="1">{inner}</w:hyperlink>'

    def _run(self, run: etree._Element, *, bold: bool, italic: bool) -> str:
        formatting = formatting_of(self.source, run, bold=bold, italic=italic)
        made = [content for child in run if (content := self._content(child)) and not self._in_code()]
        if not made:
            return ""
        text = f"<w:r>{formatting}{''.join(made)}</w:r>"
        target = next((match[1] for code, _ in self._fields if (match := _LINK.search(code))), "")
        return self._linked(text, target) if target else text

    def _in_code(self) -> bool:
        return any(not separated for _, separated in self._fields)

    def _content(self, child: etree._Element) -> str:
        name = str(child.tag)
        if name == W + "t":
            return f'<w:t xml:space="preserve">{escape(clean(child.text or ""))}</w:t>'
        if name in (W + "tab", W + "ptab"):
            return "<w:tab/>"
        if name in (W + "br", W + "cr"):
            return BREAK if child.get(W + "type") == "page" else "<w:br/>"
        if name == W + "noBreakHyphen":
            return "<w:noBreakHyphen/>"
        if name == W + "sym":
            code = child.get(W + "char") or ""
            sign = chr(int(code, 16)) if re.fullmatch("[0-9A-Fa-f]{4}", code) else ""
            return f"<w:t>{escape(SIGNS.get(sign, '•' if is_private(sign) else sign))}</w:t>"
        if name in (W + "footnoteReference", W + "endnoteReference"):
            return self._note(name.removeprefix(W).removesuffix("Reference"), child.get(W + "id") or "")
        if name == W + "fldChar":
            self._field(child.get(W + "fldCharType") or "")
        elif name == W + "instrText" and self._fields:
            self._fields[-1] = (self._fields[-1][0] + (child.text or ""), self._fields[-1][1])
        elif name in (W + "drawing", W + "pict", W + "object"):
            return self._drawing(child)
        elif name == _MC + "AlternateContent":
            inner = [one for choice in list(child)[:1] for one in choice]
            return "".join(self._content(one) for one in inner)
        return ""

    def _field(self, kind: str) -> None:
        if kind == "begin":
            self._fields.append(("", False))
        elif kind == "separate" and self._fields:
            self._fields[-1] = (self._fields[-1][0], True)
        elif kind == "end" and self._fields:
            self._fields.pop()

    def _note(self, kind: str, identifier: str) -> str:
        note = self.source.notes.get((kind, identifier))
        if note is None or self.part:
            return ""
        main, folder = self.part, posixpath.dirname(self.source.main)
        fields, self._fields = self._fields, []
        self.part = f"{folder}/{kind}s.xml"
        texts = len(self._texts)
        blocks = "".join(self._block(block, cell=False, role="catatan") for block in blocks_of(note))
        del self._texts[texts:]
        self.part, self._fields = main, fields
        if not blocks:
            return ""
        self._notes.append(blocks)
        return f'<n:note index="{len(self._notes) - 1}"/>'

    def _drawing(self, drawing: etree._Element) -> str:
        boxes, missed = list(drawing.iter(W + "txbxContent")), self.trouble.total()
        self._after += boxes
        made = ""
        for blip in drawing.iter(_A + "blip"):
            rid, outside = blip.get(_R + "embed"), blip.get(_R + "link")
            if not rid:
                self.trouble["luar"] += bool(outside)
                continue
            made += self._picture(rid, *size_of(blip, drawing), alt_of(drawing), crop_of(blip))
        for image in drawing.iter(V + "imagedata"):
            made += self._picture(image.get(_R + "id") or "", *old_size_of(image), image.get("title") or "", "")
        if not made and not boxes and self.trouble.total() == missed:
            self.trouble["objek"] += 1
        return made

    def _picture(self, rid: str, wide: int, high: int, alt: str, crop: str) -> str:
        found = self.source.relation(self.part or self.source.main, rid)
        if found is None or found[1]:
            self.trouble["luar"] += 1
            return ""
        ending, data = found[0].rpartition(".")[2].casefold(), self.source.parts.get(found[0], b"")
        if ending not in _ENDINGS or not data or wide <= 0 or high <= 0:
            self.trouble["objek"] += 1
            return ""
        index = self._pictures.setdefault(RichPicture("jpg" if ending == "jpeg" else ending, data), len(self._pictures))
        words = quoteattr(" ".join(clean(alt).split()))
        return f'<n:picture index="{index}" cx="{wide}" cy="{high}" alt={words}{crop}/>'

    def _table(self, table: etree._Element) -> str:
        rows = [row for row in rows_of(table) if row.find(f"{W}trPr/{W}del") is None]
        grid = [int(w) if (w := column.get(W + "w") or "").isdecimal() else 0 for column in table.iter(W + "gridCol")]
        grid = grid[: len(table.findall(f"{W}tblGrid/{W}gridCol"))]
        made: list[str] = []
        for number, row in enumerate(rows):
            head = number == 0 and len(rows) > 1 and self._is_head(table, row)
            cells = "".join(self._cell(cell, head=head) for cell in cells_of(row))
            if cells:
                mark = "<w:cantSplit/>" + "<w:tblHeader/>" * (head or row.find(f"{W}trPr/{W}tblHeader") is not None)
                made.append(f"<w:tr><w:trPr>{mark}</w:trPr>{cells}</w:tr>")
        if made and self._begins_page:  # a table begins a page by its first paragraph
            made[0] = re.sub("(<w:pStyle [^>]*/>)", r"\1<w:pageBreakBefore/>", made[0], count=1)
            self._begins_page = False
        columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in grid)
        return f"<w:tbl><w:tblGrid>{columns}</w:tblGrid>{''.join(made)}</w:tbl>" if made else ""

    def _is_head(self, table: etree._Element, row: etree._Element) -> bool:
        if row.find(f"{W}trPr/{W}tblHeader") is not None:
            return True
        runs = [run for run in row.iter(W + "r") if any((text.text or "").strip() for text in run.iter(W + "t"))]
        return bool(runs) and all(is_on(run.find(f"{W}rPr/{W}b")) for run in runs)

    def _cell(self, cell: etree._Element, *, head: bool) -> str:
        span = value(cell.find(f"{W}tcPr/{W}gridSpan"))
        merge = cell.find(f"{W}tcPr/{W}vMerge")
        properties = f'<w:gridSpan w:val="{span}"/>' if span.isdecimal() and int(span) > 1 else ""
        if merge is not None:
            properties += '<w:vMerge w:val="restart"/>' if value(merge) == "restart" else "<w:vMerge/>"
        properties += '<w:shd w:val="clear" w:color="auto" w:fill="D9D9D9"/>' if head else ""
        blocks = [self._block(block, cell=True) for block in blocks_of(cell)]
        inner = "".join(blocks)
        if not inner.endswith(("</w:p>", "<w:p/>")):
            inner += f'<w:p><w:pPr><w:pStyle w:val="{ROLE}sel"/></w:pPr></w:p>'
        return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inner}</w:tc>"
