"""The text of a box on a slide: whole paragraphs, which PowerPoint breaks into lines where we did."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from xml.sax.saxutils import escape

from pokin_docs.drawing.font import SUBSTITUTE_FONT, read_font, words_of
from pokin_docs.drawing.page import (
    FADED,
    HANGING_INDENT,
    LINE_HEIGHT,
    MERAH_TANDA,
    MM_PER_PT,
    PARAGRAPH_GAP,
    SELA_X,
    SELA_Y,
    BoxKind,
    BoxParagraph,
    DrawnBox,
    ParagraphKind,
)

_EMU = 36_000
_PIECE = re.compile(r"[^ ]*?[/–—-]|[^ ]+")
"""What a program may leave on the line before: a word, or its part up to a slash or hyphen."""
_LOOSE = 1.022
"""Another program sets a line by at most so much wider than we measure it (LibreOffice 7.4: 1.9 % at 7.5 pt)."""
_MORE = 0.35
"""So much of the empty width at the right, in em, a line may take there."""
_CHAIN_INSET = 2.2
_CHAIN_LINE = 4.1


def fill(colour: str) -> str:
    """The fill of a shape, line or letter, as markup; ``colour`` as ``#RRGGBB``."""
    return f'<a:solidFill><a:srgbClr val="{colour.lstrip("#")}"/></a:solidFill>'


@dataclass(frozen=True)
class SlideWriter:
    """Writes texts for slides that are so much smaller or larger than the paper."""

    scale: float

    def emu(self, mm: float) -> int:
        """A length on the slide in EMU, from one in mm on the paper."""
        return round(mm * self.scale * _EMU)

    def pt(self, points: float) -> int:
        """A font size or spacing on the slide in hundredths of a point, from one in pt on the paper."""
        return round(points * self.scale * 100)

    def body(self, box: DrawnBox) -> str:
        """The text of a box with its margins."""
        if box.kind is BoxKind.JENJANG:
            turned = 'vert="vert270" wrap="none" lIns="0" tIns="0" rIns="0" bIns="0" anchor="ctr"'
            parts = "".join(self.label(part, box) for part in box.paragraphs) or "<a:p/>"
            return f"<p:txBody><a:bodyPr {turned}/><a:lstStyle/>{parts}</p:txBody>"
        if box.kind is BoxKind.ANCESTOR:
            return self.chain(box)
        em = box.font_size * MM_PER_PT
        lines = list(_lines_of(box))
        width = _width(box, lines)
        side, above = self.emu(SELA_X * em), self.emu(SELA_Y * em)
        right = self.emu(box.width - (SELA_X + width) * em)
        parts = "".join(
            self.paragraph(part, box, _cut(part, own, width), first=part is box.paragraphs[0])
            for part, own in zip(box.paragraphs, lines, strict=True)
        )
        return (
            f'<p:txBody><a:bodyPr wrap="square" lIns="{side}" tIns="{above}" rIns="{right}" bIns="{above}"'
            f' anchor="ctr"><a:noAutofit/></a:bodyPr><a:lstStyle/>{parts}</p:txBody>'
        )

    def label(self, part: BoxParagraph, box: DrawnBox) -> str:
        """One line of the label of a level."""
        spacing = f'<a:lnSpc><a:spcPts val="{self.pt(LINE_HEIGHT * box.font_size)}"/></a:lnSpc>'
        text = self.run(part.text, box.font_size, part.kind.bold, box.ink)
        return f'<a:p><a:pPr algn="ctr" marL="0" indent="0">{spacing}<a:buNone/></a:pPr>{text}</a:p>'

    def paragraph(self, part: BoxParagraph, box: DrawnBox, texts: list[str], *, first: bool) -> str:
        """One paragraph as markup; between its texts are line breaks that no width would give by itself.

        Args:
            part: The paragraph.
            box: Its box, for font size (pt on the paper) and ink.
            texts: Its text in lines that must be broken, without markup.
            first: It is the first of its box, so without space before it.
        """
        size = box.font_size
        ink = FADED.get(box.ink, box.ink) if part.kind is ParagraphKind.KODE else box.ink
        ink = MERAH_TANDA if part.is_mark else ink
        before = "" if first else f'<a:spcBef><a:spcPts val="{self.pt(PARAGRAPH_GAP * size)}"/></a:spcBef>'
        spacing = f'<a:lnSpc><a:spcPts val="{self.pt(LINE_HEIGHT * size)}"/></a:lnSpc>{before}'
        hang = self.emu(HANGING_INDENT * size * MM_PER_PT)
        bullet = f' marL="{hang}" indent="-{hang}"' if part.kind.is_bullet else ' marL="0" indent="0"'
        sign = '<a:buFont typeface="Arial"/><a:buChar char="•"/>' if part.kind.is_bullet else "<a:buNone/>"
        runs = "<a:br/>".join(self.run(_breakable(text, part, box), size, part.kind.bold, ink) for text in texts)
        return f'<a:p><a:pPr algn="l"{bullet}>{spacing}{sign}</a:pPr>{runs}</a:p>'

    def run(self, text: str, size: float, bold: bool, ink: str) -> str:
        """Letters of one kind, as markup.

        Args:
            text: The letters, without markup.
            size: Font size in pt on the paper.
            bold: In bold.
            ink: Their colour as ``#RRGGBB``.
        """
        weight = ' b="1"' if bold else ""
        return (
            f'<a:r><a:rPr lang="id-ID" sz="{self.pt(size)}"{weight} dirty="0">{fill(ink)}'
            f'<a:latin typeface="{SUBSTITUTE_FONT}"/><a:cs typeface="{SUBSTITUTE_FONT}"/></a:rPr>'
            f"<a:t>{escape(text)}</a:t></a:r>"
        )

    def chain(self, box: DrawnBox) -> str:
        """An ancestor: its level, and its sentence at a stop of its own."""
        label, name = box.paragraphs
        stop = self.emu(box.lines[-1].x - box.x - _CHAIN_INSET)
        inset = self.emu(_CHAIN_INSET)
        spacing = f'<a:lnSpc><a:spcPts val="{self.pt(_CHAIN_LINE / MM_PER_PT)}"/></a:lnSpc>'
        runs = self.run(f"{label.text}\t", 8.0, False, box.ink) + self.run(name.text, 9.0, True, box.ink)
        return (
            f'<p:txBody><a:bodyPr wrap="square" lIns="{inset}" tIns="0" rIns="0" bIns="0" anchor="ctr">'
            f"<a:noAutofit/></a:bodyPr><a:lstStyle/>"
            f'<a:p><a:pPr marL="{stop}" indent="-{stop}">{spacing}</a:pPr>{runs}</a:p></p:txBody>'
        )


def _lines_of(box: DrawnBox) -> Iterator[list[str]]:
    """The lines of each paragraph of a box; fewer where a text has bullets of its own on a line."""
    texts = iter([text.text for text in box.lines if text.text != "•"])
    for part in box.paragraphs:
        whole, lines = "".join(words_of(part.text)), list[str]()
        while len("".join(lines).replace(" ", "")) < len(whole) and (line := next(texts, "")):
            lines.append(line)
        yield lines if "".join(lines).replace(" ", "") == whole else []


def _ends(part: BoxParagraph, lines: list[str]) -> Iterator[float]:
    """How wide each line but the last would be with what comes next, in em."""
    font, indent = read_font(part.kind.bold), HANGING_INDENT if part.kind.is_bullet else 0.0
    text, at = " ".join(words_of(part.text)), 0
    for line, after in pairwise(lines):
        at += len(line)
        if text[at : at + 1] == " ":
            at += 1
            piece = _PIECE.match(after)
            yield indent + font.width(f"{line} {piece[0] if piece else after}")
        else:  # inside a word that is wider than the box
            yield indent + font.width(line + after[0])


def _width(box: DrawnBox, lines: list[list[str]]) -> float:
    """The width, in em, at which the text of a box breaks most surely where it does: no less than its lines take."""
    full = box.width / (box.font_size * MM_PER_PT) - 2 * SELA_X
    widths = [
        (HANGING_INDENT if part.kind.is_bullet else 0.0) + read_font(part.kind.bold).width(line)
        for part, own in zip(box.paragraphs, lines, strict=True)
        for line in own
    ]
    if not all(lines):
        return full
    taken = max(widths, default=0.0)
    ends = [end for part, own in zip(box.paragraphs, lines, strict=True) for end in _ends(part, own)]
    free = min(ends, default=2 * full)
    return min(full + _MORE, max(taken * _LOOSE, min((taken + free) / 2, _kerned(free))))


def _kerned(wide: float) -> float:
    """How narrow a line may get in a program that moves pairs of letters together."""
    return wide * 0.994 - 0.17


def _cut(part: BoxParagraph, lines: list[str], width: float) -> list[str]:
    """The lines of a paragraph, those joined that break by themselves at this width."""
    if not lines:
        return [part.text]
    texts, at = [lines[0]], 0
    whole = " ".join(words_of(part.text))
    for line, after, end in zip(lines, lines[1:], _ends(part, lines), strict=False):
        at += len(line)
        gap = " " if whole[at : at + 1] == " " else ""
        at += len(gap)
        if _kerned(end) > width:
            texts[-1] += gap + after
        else:
            texts.append(after)
    return texts


def _breakable(text: str, part: BoxParagraph, box: DrawnBox) -> str:
    """The text with a place to break behind slashes and hyphens of words that are wider than the box."""
    font = read_font(part.kind.bold)
    room = box.width / (box.font_size * MM_PER_PT) - 2 * SELA_X - HANGING_INDENT
    if max(font.word_widths(text), default=0.0) <= room * 0.98:
        return text
    return " ".join(
        re.sub(r"(?<=[/-])(?=.)", "\u200b", word) if wide > room * 0.98 else word
        for word, wide in zip(words_of(text), font.word_widths(text), strict=True)
    )
