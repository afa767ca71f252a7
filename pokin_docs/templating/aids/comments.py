"""Word comments put beside words of a document: everything around them stays the bytes it was.

A run is split where a comment begins or ends inside it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape

from pokin_docs.files.word_texts import PENULIS, Lari, Paragraf, Potongan, read
from pokin_docs.files.xml_part import Sunting, extend, scan, splice

_SPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_FORBIDDEN = re.compile("[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]")
# The record of a tracked change of formatting has an id, which may stand once only.
_CHANGE = re.compile(rb"<(\w+:)?rPrChange\b.*?</(\w+:)?rPrChange\s*>", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Komentar:
    """A comment on the characters ``awal`` to ``akhir`` of a paragraph; on the whole of it when both are 0.

    ``isi`` are the findings it tells, each as its lines, the first of them in bold.
    """

    id: int
    paragraf: int
    isi: tuple[tuple[str, ...], ...]
    awal: int = 0
    akhir: int = 0


def mark(data: bytes, komentar: Sequence[Komentar]) -> bytes:
    """The main part with the beginning and the end of every comment marked."""
    paragraphs = read(data).paragraf
    edits: list[Sunting] = []
    by_paragraph: dict[int, list[Komentar]] = defaultdict(list)
    for entry in komentar:
        by_paragraph[entry.paragraf].append(entry)
    for number, entries in by_paragraph.items():
        edits += _mark_paragraph(data, paragraphs[number], entries)
    return splice(data, edits)


def _mark_paragraph(data: bytes, paragraph: Paragraf, entries: Iterable[Komentar]) -> list[Sunting]:
    prefix, length = paragraph.imbuhan, len(paragraph.teks)
    starts: dict[int, str] = defaultdict(str)
    ends: dict[int, str] = defaultdict(str)
    whole_start = whole_end = ""
    for entry in entries:
        start = f'<{prefix}commentRangeStart {prefix}id="{entry.id}"/>'
        end = (
            f'<{prefix}commentRangeEnd {prefix}id="{entry.id}"/>'
            f'<{prefix}r><{prefix}commentReference {prefix}id="{entry.id}"/></{prefix}r>'
        )
        if 0 <= entry.awal < entry.akhir <= length:
            starts[entry.awal] += start
            ends[entry.akhir] += end
        else:
            whole_start, whole_end = whole_start + start, whole_end + end
    if paragraph.buka == paragraph.akhir:  # <w:p/>
        tag = data[paragraph.awal : paragraph.buka][:-2].rstrip() + b">"
        closed = f"{whole_start}{whole_end}</{prefix}p>".encode()
        return [Sunting(paragraph.awal, paragraph.akhir, tag + closed)]
    edits = [Sunting(paragraph.isi, paragraph.isi, whole_start.encode())] if whole_start else []
    for piece in paragraph.potongan:
        edits += _mark_piece(data, piece, starts, ends, prefix)
    return edits + ([Sunting(paragraph.tutup, paragraph.tutup, whole_end.encode())] if whole_end else [])


def _mark_piece(
    data: bytes, piece: Potongan, starts: Mapping[int, str], ends: Mapping[int, str], prefix: str
) -> list[Sunting]:
    """The edits for the marks before, inside and behind one text."""
    edits: list[Sunting] = []
    run, first, last = piece.lari, piece.mulai, piece.selesai
    if first < last and first in starts:
        at = run.awal if piece.awal == run.isi_awal else piece.awal
        edits.append(_between(data, run, at, starts[first], prefix))
    inside = sorted({at for at in (*starts, *ends) if first < at < last})
    if inside:
        parts = []
        for begin, end in zip((first, *inside), (*inside, last), strict=True):
            marks = ends.get(begin, "") + starts.get(begin, "") if begin > first else ""
            text = escape(piece.teks[begin - first : end - first])
            shown = f'<{prefix}t xml:space="preserve">{text}</{prefix}t>'.encode()
            parts.append((_between(data, run, -1, marks, prefix).isi if marks else b"") + shown)
        edits.append(Sunting(piece.awal, piece.akhir, b"".join(parts)))
    if first < last and last in ends:
        at = run.akhir if piece.akhir == run.isi_akhir else piece.akhir
        edits.append(_between(data, run, at, ends[last], prefix))
    return edits


def _between(data: bytes, run: Lari, at: int, marks: str, prefix: str) -> Sunting:
    """Marks put beside a run, or inside it, which closes it before them and opens it again behind."""
    if at in (run.awal, run.akhir):
        return Sunting(at, at, marks.encode())
    again = data[run.awal : run.buka] + _CHANGE.sub(b"", run.sifat)
    return Sunting(at, at, f"</{prefix}r>{marks}".encode() + again)


def written(lama: bytes | None, komentar: Sequence[Komentar]) -> bytes:
    """The comments part: the old one, if there is one, with these comments added at its end."""
    empty = f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:comments xmlns:w="{_SPACE}"/>'
    data = lama if lama is not None else empty.encode()
    (root,) = scan(data, "comments")
    w = root.imbuhan
    added = "".join(
        f'<{w}comment {w}id="{entry.id}" {w}author="{PENULIS}" {w}initials="p">{_lines(entry.isi, w)}</{w}comment>'
        for entry in komentar
    )
    return splice(data, extend(data, root, added.encode()))


def _lines(isi: Sequence[Sequence[str]], w: str) -> str:
    paragraphs = []
    for number, (line, bold) in enumerate((line, line is lines[0]) for lines in isi for line in lines):
        look = f'<{w}rPr>{f"<{w}b/>" if bold else ""}<{w}sz {w}val="20"/></{w}rPr>'
        mark = f"<{w}r><{w}annotationRef/></{w}r>" if not number else ""
        text = escape(_FORBIDDEN.sub(" ", line))
        paragraphs.append(f'<{w}p>{mark}<{w}r>{look}<{w}t xml:space="preserve">{text}</{w}t></{w}r></{w}p>')
    return "".join(paragraphs)
