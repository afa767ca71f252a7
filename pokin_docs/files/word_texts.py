"""A text part of a Word file: where its paragraphs, runs and texts stand in the bytes, so that it can be changed there.

Positions come from expat, names are compared with their namespace: a paragraph of a drawing is none of the text.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass, field
from xml.parsers import expat

from pokin_docs.files.xml_part import Sunting, splice

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main "
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships "
_TAG = re.compile(rb"<[^<>\"']*(?:\"[^\"]*\"[^<>\"']*|'[^']*'[^<>\"']*)*>")
_PREFIX = re.compile(rb"</?([^\s/>:]*:)?")
# What is one character of a paragraph's text, besides the texts themselves.
_SIGNS = frozenset(("tab", "ptab", "br", "cr", "noBreakHyphen", "softHyphen"))
_NOTES = {"footnote": "footnotes", "endnote": "endnotes"}


@dataclass(slots=True)
class Lari:
    """A run: its start tag is ``awal`` to ``buka``, the whole ``awal`` to ``akhir``.

    ``sifat`` are the bytes of its rPr; what it holds besides, ``anak`` elements, stands from ``isi_awal`` to
    ``isi_akhir``.
    """

    awal: int
    buka: int
    akhir: int = 0
    sifat: bytes = b""
    isi_awal: int = 0
    isi_akhir: int = 0
    anak: int = 0


@dataclass(frozen=True, slots=True)
class Potongan:
    """A text (``w:t``) or a sign (tab, line break) of a run, and the characters of the paragraph that it is.

    A sign counts as one blank.
    """

    mulai: int
    teks: str
    awal: int
    akhir: int
    lari: Lari

    @property
    def selesai(self) -> int:
        """The first character after it."""
        return self.mulai + len(self.teks)


@dataclass(slots=True)
class Paragraf:
    """A paragraph of a part in document order.

    ``isi`` is where its content begins, behind its properties; ``induk`` is the number of the paragraph that holds
    the text box it stands in, its own number where there is none. ``catatan`` is the footnote or endnote it belongs
    to, as ``footnotes/2``.
    """

    nomor: int
    induk: int
    imbuhan: str
    awal: int
    buka: int
    isi: int
    tutup: int = 0
    akhir: int = 0
    catatan: str = ""
    potongan: list[Potongan] = field(default_factory=list)

    @property
    def teks(self) -> str:
        """Its own text, a tab or line break counted as one character."""
        return "".join(piece.teks for piece in self.potongan)


@dataclass(slots=True)
class Acuan:
    """An element with an id: the mark of a comment, the reference to a note, a header of a section.

    ``paragraf`` is the number of the paragraph it stands in, or the next one; ``lari`` its run.
    """

    nama: str
    id: str
    paragraf: int
    awal: int
    akhir: int
    lari: Lari | None


@dataclass(slots=True)
class Naskah:
    """The paragraphs of a part, and the elements with an id among them."""

    paragraf: list[Paragraf] = field(default_factory=list)
    acuan: list[Acuan] = field(default_factory=list)


_REFERENCES = frozenset((
    "commentRangeStart", "commentRangeEnd", "commentReference", "footnoteReference", "endnoteReference",
    "headerReference", "footerReference", "sectPr", "comment",
))  # fmt: skip


def read(data: bytes) -> Naskah:
    """The paragraphs and references of a part in UTF-8.

    Raises:
        expat.ExpatError: The part is no XML.
    """
    reader = _Reader(data)
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.StartElementHandler = lambda name, attributes: reader.start(name, attributes, parser.CurrentByteIndex)
    parser.EndElementHandler = lambda name: reader.end(name, parser.CurrentByteIndex)
    parser.CharacterDataHandler = reader.characters
    parser.Parse(data, True)
    return reader.naskah


class _Reader:
    """Follows the parser through a part."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        self.naskah = Naskah()
        self.open: list[Paragraf] = []
        self.runs: list[Lari] = []
        self.boxes: list[int] = []  # for each open text box: how many paragraphs were open around it
        self.path: list[tuple[str, int, int]] = []
        self.note = ""
        self.text: list[str] | None = None

    def start(self, name: str, attributes: dict[str, str], at: int) -> None:
        tag = _TAG.match(self.data, at)
        opened = tag.end() if tag else at
        self.path.append((name, at, opened))
        local = name.removeprefix(_W) if name.startswith(_W) else ""
        if local == "p":
            self._paragraph(at, opened)
        elif local == "txbxContent":
            self.boxes.append(len(self.open))
        elif local == "r":
            self.runs.append(Lari(at, opened, isi_awal=opened))
        elif local == "t" and self._inside():
            self.text = []
        elif local in _NOTES:
            self.note = f"{_NOTES[local]}/{attributes.get(_W + 'id', '')}"
        if self.runs and len(self.path) > 1 and self.path[-2][0] == _W + "r" and local != "rPr":
            self.runs[-1].anak += 1
        if local in _REFERENCES:
            self._reference(local, attributes, at)

    def end(self, name: str, at: int) -> None:
        _, begin, opened = self.path.pop()
        alone = self.data[opened - 2 : opened] == b"/>"
        last = opened if alone else self.data.index(b">", at) + 1
        if name.startswith(_W):
            local = name.removeprefix(_W)
            inside = self.path[-1][0].removeprefix(_W) if self.path else ""
            self._end_of_block(local, inside, opened if alone else at, last)
            self._end_in_run(local, inside, (begin, opened if alone else at, last))
        for reference in reversed(self.naskah.acuan):
            if reference.awal == begin:
                reference.akhir = last
            if reference.awal <= begin:
                break

    def _end_of_block(self, local: str, inside: str, closed: int, last: int) -> None:
        if local == "p":
            paragraph = self.open.pop()
            paragraph.tutup, paragraph.akhir = closed, last
        elif local == "pPr" and inside == "p":
            self.open[-1].isi = last
        elif local == "txbxContent":
            self.boxes.pop()
        elif local in _NOTES:
            self.note = ""

    def _end_in_run(self, local: str, inside: str, at: tuple[int, int, int]) -> None:
        begin, closed, last = at
        if local == "r":
            run = self.runs.pop()
            run.isi_akhir, run.akhir = closed, last
        elif local == "rPr" and inside == "r":
            self.runs[-1].sifat = self.data[begin:last]
            self.runs[-1].isi_awal = last
        elif local == "t" and self.text is not None:
            self._piece("".join(self.text), begin, last)
            self.text = None
        elif local in _SIGNS and inside == "r" and self._inside():
            self._piece(" ", begin, last)

    def characters(self, text: str) -> None:
        if self.text is not None:
            self.text.append(text)

    def _inside(self) -> bool:
        return bool(self.open and self.runs) and (not self.boxes or len(self.open) > self.boxes[-1])

    def _paragraph(self, at: int, opened: int) -> None:
        number = len(self.naskah.paragraf)
        prefix = _PREFIX.match(self.data, at)
        outer = self.open[0].nomor if self.open else number
        found = Paragraf(number, outer, (prefix[1] or b"").decode() if prefix else "", at, opened, opened)
        found.catatan = self.note
        self.naskah.paragraf.append(found)
        self.open.append(found)

    def _piece(self, text: str, begin: int, last: int) -> None:
        pieces = self.open[-1].potongan
        at = pieces[-1].selesai if pieces else 0
        pieces.append(Potongan(at, text, begin, last, self.runs[-1]))

    def _reference(self, local: str, attributes: dict[str, str], at: int) -> None:
        number = self.open[0].nomor if self.open else len(self.naskah.paragraf)
        identity = attributes.get(_W + "id", attributes.get(_R + "id", ""))
        if local == "comment":
            identity += "\0" + attributes.get(_W + "author", "")
        self.naskah.acuan.append(Acuan(local, identity, number, at, at, self.runs[-1] if self.runs else None))


PENULIS = "pokin"
"""The author of the comments that the correction copy of a template holds."""


def own_comments(komentar: bytes) -> frozenset[str]:
    """The ids of the comments in a comments part that an earlier correction put there."""
    listed = (entry.id.split("\0") for entry in read(komentar).acuan if entry.nama == "comment")
    return frozenset(identity for identity, author in listed if author == PENULIS)


def without_comments(data: bytes, ids: Collection[str]) -> bytes:
    """A part without the comments of these ids, or without what shows where they belong."""
    edits: dict[int, Sunting] = {}
    for entry in read(data).acuan:
        if entry.id.split("\0")[0] not in ids:
            continue
        if entry.nama in ("commentRangeStart", "commentRangeEnd", "comment"):
            edits[entry.awal] = Sunting(entry.awal, entry.akhir, b"")
        elif entry.nama == "commentReference":
            run = entry.lari
            alone = run is not None and run.anak == 1
            begin, last = (run.awal, run.akhir) if run is not None and alone else (entry.awal, entry.akhir)
            edits[begin] = Sunting(begin, last, b"")
    return splice(data, edits.values())
