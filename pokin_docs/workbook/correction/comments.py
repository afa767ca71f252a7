"""Cell comments: the text, the little windows that Excel draws for them, and the sheet's word that it has some."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pokin_docs.files.xml_part import XmlEdit, quoted, readable, scan, splice, text, without_rows
from pokin_docs.model.source import column_letters

AUTHOR = "pokin_docs"
_SPACE = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
# Children of a sheet that stand before its legacyDrawing.
_BEFORE = (
    "sheetPr dimension sheetViews sheetFormatPr cols sheetData sheetCalcPr sheetProtection protectedRanges scenarios "
    "autoFilter sortState dataConsolidate customSheetViews mergeCells phoneticPr conditionalFormatting dataValidations "
    "hyperlinks printOptions pageMargins pageSetup headerFooter rowBreaks colBreaks customProperties cellWatches "
    "ignoredErrors smartTags drawing"
)  # fmt: skip
_CHARACTERS, _LINE, _MAX_LINES = 46, 13, 26
_SHAPES = 1024  # shapes in one block of numbers of the drawing language
_BLOCK = 700  # our first block, far from those that Excel gives out
_TAGS = re.compile(rb"<[^<>]*>")
_OURS = re.compile(rb"(?:galat|peringatan|saran) [A-Z]\d{2,3}(?: \([A-Z]+\d+\))?: ")
CellPlace = tuple[int, int]


@dataclass(frozen=True, slots=True)
class CommentText:
    """One finding in a comment: the bold words and the rest."""

    heading: str
    content: str


def comments(entries: Mapping[CellPlace, Sequence[CommentText]]) -> bytes:
    """The comments part of a sheet; ``entries`` by (row, column), 1-based."""
    listed = "".join(
        f'<comment ref="{column_letters(place[1])}{place[0]}" authorId="0"><text>{_runs(messages)}</text></comment>'
        for place, messages in sorted(entries.items())
    )
    return (
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<comments xmlns="{_SPACE}">'
        f"<authors><author>{quoted(AUTHOR)}</author></authors><commentList>{listed}</commentList></comments>"
    ).encode()


def _runs(messages: Sequence[CommentText]) -> str:
    font = '<sz val="9"/><color indexed="81"/><rFont val="Tahoma"/><family val="2"/>'
    runs = []
    for number, message in enumerate(messages):
        head = ("\n\n" if number else "") + message.heading
        runs.append(f'<r><rPr><b/>{font}</rPr><t xml:space="preserve">{text(head)}</t></r>')
        runs.append(f'<r><rPr>{font}</rPr><t xml:space="preserve">{text(message.content)}</t></r>')
    return "".join(runs)


def windows(entries: Mapping[CellPlace, Sequence[CommentText]], order: int) -> bytes:
    """The drawing part with a hidden window for each comment, by (row, column), 1-based.

    ``order`` is the number of the sheet in the workbook.
    """
    blocks = len(entries) // _SHAPES + 1
    first = _BLOCK + order * blocks
    shapes = "".join(
        _window(place, messages, first * _SHAPES + number)
        for number, (place, messages) in enumerate(sorted(entries.items()), 1)
    )
    numbers = ",".join(str(first + n) for n in range(blocks))
    return (
        '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" '
        'xmlns:x="urn:schemas-microsoft-com:office:excel">'
        f'<o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="{numbers}"/></o:shapelayout>'
        '<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe">'
        '<v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>'
        f"{shapes}</xml>"
    ).encode()


def _window(place: CellPlace, messages: Sequence[CommentText], number: int) -> str:
    row, column = place[0] - 1, place[1] - 1
    words = "\n\n".join(message.heading + message.content for message in messages)
    lines = min(sum(len(line) // _CHARACTERS + 1 for line in words.split("\n")) + 1, _MAX_LINES)
    height = lines * _LINE
    # Left column, offset, top row, offset, right column, offset, bottom row, offset; Excel moves it as it must.
    anchor = f"{column + 1}, 15, {max(row - 1, 0)}, 10, {column + 4}, 15, {max(row - 1, 0) + lines}, 4"
    return (
        f'<v:shape id="_x0000_s{number}" type="#_x0000_t202" style="position:absolute;margin-left:60pt;'
        f'margin-top:2pt;width:220pt;height:{height}pt;z-index:1;visibility:hidden" fillcolor="#ffffe1" '
        'o:insetmode="auto"><v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/>'
        '<v:path o:connecttype="none"/><v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div>'
        f'</v:textbox><x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>{anchor}</x:Anchor>'
        f"<x:AutoFill>False</x:AutoFill><x:Row>{row}</x:Row><x:Column>{column}</x:Column></x:ClientData></v:shape>"
    )


def has_windows(lembar: bytes) -> bool:
    """Whether a sheet has comments or form controls, whose drawing may be one only."""
    return bool(scan(without_rows(readable(lembar)), "worksheet/legacyDrawing"))


def attach(lembar: bytes, relationship_id: str) -> bytes:
    """The sheet with its drawing of comments named in the right place."""
    lembar = readable(lembar)
    children = scan(without_rows(lembar), "worksheet/*")
    children = tuple(entry for entry in children if entry.path.rpartition("/")[2] in _BEFORE.split())
    at = children[-1].end
    entry = f'<{children[-1].ns_prefix}legacyDrawing xmlns:r="{_R}" r:id="{quoted(relationship_id)}"/>'
    return splice(lembar, (XmlEdit(at, at, entry.encode()),))


def detach(lembar: bytes) -> bytes:
    """The sheet without its drawing of comments."""
    lembar = readable(lembar)
    named = scan(without_rows(lembar), "worksheet/legacyDrawing")
    return splice(lembar, (XmlEdit(entry.start, entry.end, b"") for entry in named))


def is_ours(comment: bytes, drawing: bytes) -> bool:
    """Whether a comments part and its drawing hold nothing but what an earlier correction put there.

    Told by the words: LibreOffice saves comments without their author.
    """
    comment = readable(comment)
    listed = scan(comment, "comments/commentList/comment")
    texts = (_TAGS.sub(b"", comment[entry.tag_end : entry.close_start]) for entry in listed)
    shapes = scan(readable(drawing), "xml/shape/ClientData")
    notes = all(entry.get("ObjectType") == "Note" for entry in shapes)
    return bool(listed) and notes and all(_OURS.match(words.strip()) for words in texts)
