"""Word comments put beside words of a document: everything around them stays the bytes it was.

A run is split where a comment begins or ends inside it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape

from pokin_docs.files.word_texts import AUTHOR, TextPiece, TextRun, WordParagraph, read
from pokin_docs.files.xml_part import XmlEdit, extend, scan, splice

_SPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_FORBIDDEN = re.compile("[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]")
# The record of a tracked change of formatting has an id, which may stand once only.
_CHANGE = re.compile(rb"<(\w+:)?rPrChange\b.*?</(\w+:)?rPrChange\s*>", re.DOTALL)


@dataclass(frozen=True, slots=True)
class WordComment:
    """A comment on the characters ``start`` to ``end`` of a paragraph; on the whole of it when both are 0.

    ``content`` are the findings it tells, each as its lines, the first of them in bold.
    """

    id: int
    paragraph: int
    content: tuple[tuple[str, ...], ...]
    start: int = 0
    end: int = 0


def mark(data: bytes, comment: Sequence[WordComment]) -> bytes:
    """The main part with the beginning and the end of every comment marked."""
    paragraphs = read(data).paragraphs
    edits: list[XmlEdit] = []
    by_paragraph: dict[int, list[WordComment]] = defaultdict(list)
    for entry in comment:
        by_paragraph[entry.paragraph].append(entry)
    for number, entries in by_paragraph.items():
        edits += _mark_paragraph(data, paragraphs[number], entries)
    return splice(data, edits)


def _mark_paragraph(data: bytes, paragraph: WordParagraph, entries: Iterable[WordComment]) -> list[XmlEdit]:
    prefix, length = paragraph.ns_prefix, len(paragraph.text)
    starts: dict[int, str] = defaultdict(str)
    ends: dict[int, str] = defaultdict(str)
    whole_start = whole_end = ""
    for entry in entries:
        start = f'<{prefix}commentRangeStart {prefix}id="{entry.id}"/>'
        end = (
            f'<{prefix}commentRangeEnd {prefix}id="{entry.id}"/>'
            f'<{prefix}r><{prefix}commentReference {prefix}id="{entry.id}"/></{prefix}r>'
        )
        if 0 <= entry.start < entry.end <= length:
            starts[entry.start] += start
            ends[entry.end] += end
        else:
            whole_start, whole_end = whole_start + start, whole_end + end
    if paragraph.tag_end == paragraph.end:  # <w:p/>
        tag = data[paragraph.start : paragraph.tag_end][:-2].rstrip() + b">"
        closed = f"{whole_start}{whole_end}</{prefix}p>".encode()
        return [XmlEdit(paragraph.start, paragraph.end, tag + closed)]
    edits = [XmlEdit(paragraph.content, paragraph.content, whole_start.encode())] if whole_start else []
    for piece in paragraph.pieces:
        edits += _mark_piece(data, piece, starts, ends, prefix)
    return edits + ([XmlEdit(paragraph.close_start, paragraph.close_start, whole_end.encode())] if whole_end else [])


def _mark_piece(
    data: bytes, piece: TextPiece, starts: Mapping[int, str], ends: Mapping[int, str], prefix: str
) -> list[XmlEdit]:
    """The edits for the marks before, inside and behind one text."""
    edits: list[XmlEdit] = []
    run, first, last = piece.run, piece.begin, piece.finish
    if first < last and first in starts:
        at = run.start if piece.start == run.content_start else piece.start
        edits.append(_between(data, run, at, starts[first], prefix))
    inside = sorted({at for at in (*starts, *ends) if first < at < last})
    if inside:
        parts = []
        for begin, end in zip((first, *inside), (*inside, last), strict=True):
            marks = ends.get(begin, "") + starts.get(begin, "") if begin > first else ""
            text = escape(piece.text[begin - first : end - first])
            shown = f'<{prefix}t xml:space="preserve">{text}</{prefix}t>'.encode()
            parts.append((_between(data, run, -1, marks, prefix).content if marks else b"") + shown)
        edits.append(XmlEdit(piece.start, piece.end, b"".join(parts)))
    if first < last and last in ends:
        at = run.end if piece.end == run.content_end else piece.end
        edits.append(_between(data, run, at, ends[last], prefix))
    return edits


def _between(data: bytes, run: TextRun, at: int, marks: str, prefix: str) -> XmlEdit:
    """Marks put beside a run, or inside it, which closes it before them and opens it again behind."""
    if at in (run.start, run.end):
        return XmlEdit(at, at, marks.encode())
    again = data[run.start : run.tag_end] + _CHANGE.sub(b"", run.traits)
    return XmlEdit(at, at, f"</{prefix}r>{marks}".encode() + again)


def written(old: bytes | None, comment: Sequence[WordComment]) -> bytes:
    """The comments part: the old one, if there is one, with these comments added at its end."""
    empty = f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:comments xmlns:w="{_SPACE}"/>'
    data = old if old is not None else empty.encode()
    (root,) = scan(data, "comments")
    w = root.ns_prefix
    added = "".join(
        f'<{w}comment {w}id="{entry.id}" {w}author="{AUTHOR}" {w}initials="p">{_lines(entry.content, w)}</{w}comment>'
        for entry in comment
    )
    return splice(data, extend(data, root, added.encode()))


def _lines(content: Sequence[Sequence[str]], w: str) -> str:
    paragraphs = []
    for number, (line, bold) in enumerate((line, line is lines[0]) for lines in content for line in lines):
        look = f'<{w}rPr>{f"<{w}b/>" if bold else ""}<{w}sz {w}val="20"/></{w}rPr>'
        mark = f"<{w}r><{w}annotationRef/></{w}r>" if not number else ""
        text = escape(_FORBIDDEN.sub(" ", line))
        paragraphs.append(f'<{w}p>{mark}<{w}r>{look}<{w}t xml:space="preserve">{text}</{w}t></{w}r></{w}p>')
    return "".join(paragraphs)
