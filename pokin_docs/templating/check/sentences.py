"""Where every text of a template part stands: as a person finds it in Word, and as a program does."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache

from lxml import etree

from pokin_docs.templating.faults import SyntaxNode, TemplatePlace, TemplateSentence

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_ONE_CHARACTER = {_W + "br": "\v", _W + "cr": "\v", _W + "tab": "\v", _W + "ptab": "\v",
                  _W + "noBreakHyphen": "\u2011", _W + "softHyphen": "\u00ad"}  # fmt: skip
_PICTURES = frozenset((_W + "drawing", _W + "pict", _W + "object"))
_NOTES = frozenset((_W + "footnote", _W + "endnote"))
_TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", re.DOTALL)
_HEADING = re.compile(r"(?:heading|judul|title|bab)(?![a-z])", re.IGNORECASE)
_HEADER_KINDS = {"first": "halaman pertama", "even": "halaman genap"}
_MAX_HEADING = 80
_BRACES = ("{{", "{%", "{#", "}}", "%}", "#}", "{", "}")


@dataclass(slots=True)
class _Unit:
    """A paragraph, or an element with a text of its own, while its pieces are collected."""

    element: etree._Element
    kind: str
    place: TemplatePlace
    path: tuple[SyntaxNode, ...]
    text: list[str] = field(default_factory=list)
    length: int = 0
    pieces: list[tuple[int, tuple[str, ...]]] = field(default_factory=list)
    other: str = ""

    def add(self, text: str, chain: tuple[str, ...]) -> None:
        if text:
            if not self.pieces or self.pieces[-1][1] != chain:
                self.pieces.append((self.length, chain))
            self.text.append(text)
            self.length += len(text)


@lru_cache(maxsize=8)
def heading_styles(styles: bytes | None) -> frozenset[str]:
    """Ids of the paragraph styles that make a heading: by outline level or by name, in English or Indonesian."""
    if not styles:
        return frozenset()
    found: set[str] = set()
    based: dict[str, str] = {}
    for style in etree.fromstring(styles).iter(_W + "style"):
        name_of, id_of = style.find(_W + "name"), style.get(_W + "styleId", "")
        name = name_of.get(_W + "val", "") if name_of is not None else ""
        parent = style.find(_W + "basedOn")
        if parent is not None:
            based[id_of] = parent.get(_W + "val", "")
        if style.find(f"{_W}pPr/{_W}outlineLvl") is not None or _HEADING.match(name):
            found.add(id_of)
    found |= {child for child, parent in based.items() if parent in found}
    return frozenset(found)


def header_labels(main: bytes, rels: bytes | None) -> dict[str, str]:
    """What tells headers and footers apart, by the target of their relationship; nothing where there is one."""
    if not rels:
        return {}
    targets = {relationship.get("Id", ""): relationship.get("Target", "") for relationship in etree.fromstring(rels)}
    sections = list(etree.fromstring(main).iter(_W + "sectPr"))
    seen: dict[str, tuple[int, str]] = {}
    kinds: dict[tuple[str, str], int] = {}
    for number, section in enumerate(sections, 1):
        for reference in section.iter(_W + "headerReference", _W + "footerReference"):
            kind, target = reference.get(_W + "type", "default"), targets.get(reference.get(_R + "id", ""), "")
            if target not in seen:
                seen[target] = (number, kind)
                which = (etree.QName(reference).localname, kind)
                kinds[which] = kinds.get(which, 0) + 1
    several = any(count > 1 for count in kinds.values())
    labels = {}
    for target, (number, kind) in seen.items():
        words = [f"bagian {number}"] if several else []
        words += [_HEADER_KINDS[kind]] if kind in _HEADER_KINDS else []
        labels[target] = f" ({', '.join(words)})" if words else ""
    return labels


def read(root: etree._Element, file: str, part: str, headings: frozenset[str]) -> list[TemplateSentence]:
    """Every text of a part in document order, those without tags too.

    Args:
        root: The root element of the part.
        file: Its name in the package.
        part: What a clerk calls it.
        headings: Ids of the styles that make a heading (``heading_styles``).
    """
    reader = _SentenceReader(file, part, headings)
    reader.walk(root, ())
    return [
        TemplateSentence("".join(unit.text), replace(unit.place, sentence=shown("".join(unit.text))), unit.kind,
                         unit.path, tuple(unit.pieces), unit.other, _style(unit.element))
        for unit in reader.units if unit.text or unit.other
    ]  # fmt: skip


def shown(text: str, start: int = 0, stop: int = 0) -> str:
    """The sentence ``text`` as it is quoted: on one line and, where it is longer than 200 characters, only in part.

    That part is around the characters ``start`` to ``stop`` (from 0, the end excluded); both 0: its beginning.
    """
    if len(text) > 200:
        begin, end = max(0, start - 70), min(len(text), (stop or 60) + 70)
        begin = text.find(" ", begin, start) + 1 if begin and " " in text[begin:start] else begin
        end = text.rfind(" ", stop or 60, end) if end < len(text) and " " in text[stop or 60 : end] else end
        text = ("…" if begin else "") + text[begin:end] + ("…" if end < len(text) else "")
    return " ".join(text.replace("\v", " ").split())


@dataclass(slots=True)
class _SentenceReader:
    file: str
    part: str
    headings: frozenset[str]
    units: list[_Unit] = field(default_factory=list)
    count: int = 0
    paragraphs: int = 0
    tables: int = 0
    notes: int = 0
    title: str = ""
    bold: str = ""
    table: list[tuple[int, int, int]] = field(default_factory=list)
    paragraph: list[_Unit] = field(default_factory=list)
    box: int = 0
    note: str = ""
    bound: int = 0

    def walk(self, element: etree._Element, path: tuple[SyntaxNode, ...]) -> None:
        """Read an element with all that is in it."""
        if not isinstance(element.tag, str):
            return
        name = element.tag
        local = name.rpartition("}")[2]
        self.count += 1
        path = (*path, (local, self.count))
        if name == _W + "p":
            self.in_paragraph(element, path)
        elif name == _W + "tbl":
            self.tables += 1
            self.table.append((self.tables, 0, 0))
            self.children(element, path)
            self.table.pop()
        elif name == _W + "tr" and self.table:
            number, row, _ = self.table[-1]
            self.table[-1] = (number, row + 1, 0)
            self.children(element, path)
        elif name == _W + "tc" and self.table:
            number, row, column = self.table[-1]
            self.table[-1] = (number, row, column + 1)
            self.children(element, path)
        elif name == _MC + "Fallback" and _says_the_same(element):
            # The copy of a text box for old programs: counted, since paragraphs are, but read once only.
            self.paragraphs += sum(1 for _ in element.iter(_W + "p"))
        elif name == _W + "txbxContent":
            self.box += 1
            kept, self.table = self.table, []
            self.children(element, path)
            self.table = kept
            self.box -= 1
        elif name in _NOTES:
            self.in_note(element, path)
        elif name == _W + "sdt":
            bound = _is_bound(element)
            self.bound += bound
            self.children(element, path)
            self.bound -= bound
        else:
            self.leaf(element, path)

    def children(self, element: etree._Element, path: tuple[SyntaxNode, ...]) -> None:
        self.attributes(element, path)
        for child in element:
            self.walk(child, path)

    def in_paragraph(self, element: etree._Element, path: tuple[SyntaxNode, ...]) -> None:
        unit = _Unit(element, "paragraf", self.place(self.paragraphs), path)
        self.paragraphs += 1
        self.units.append(unit)
        self.paragraph.append(unit)
        self.children(element, path)
        self.paragraph.pop()
        self.remember_heading(unit)

    def in_note(self, element: etree._Element, path: tuple[SyntaxNode, ...]) -> None:
        real = element.get(_W + "type", "normal") == "normal"
        self.notes += real
        self.note = f" {self.notes}" if real else ""
        self.children(element, path)
        self.note = ""

    def leaf(self, element: etree._Element, path: tuple[SyntaxNode, ...]) -> None:
        """A run, what is in it, or anything else."""
        name = element.tag
        unit = self.paragraph[-1] if self.paragraph else None
        if unit is not None and name in (_W + "t", *_ONE_CHARACTER):
            inside = path[len(unit.path) :]
            if not any(local in ("pPr", "rPr") for local, _ in inside):
                # A break inside a tag is dropped when filling, so only where texts stand counts.
                chain = tuple(local for local, _ in inside[:-1])
                if self.bound and any(mark in (element.text or "") for mark in _BRACES[:2]):
                    unit.kind = "terikat"
                unit.add((element.text or "") if name == _W + "t" else _ONE_CHARACTER[str(name)], chain)
            return
        if unit is not None and name in _PICTURES:
            unit.other = unit.other or "gambar"
        elif element.text and element.text.strip():
            kind = {"delText": "terhapus", "instrText": "kode bidang"}.get(path[-1][0], "teks")
            own = _Unit(element, kind, self.place(unit.place.paragraph if unit else -1), path)
            own.add(element.text, ())
            self.units.append(own)
        self.children(element, path)

    def attributes(self, element: etree._Element, path: tuple[SyntaxNode, ...]) -> None:
        for value in element.attrib.values():
            if ("{" in value or "}" in value) and any(mark in value for mark in _BRACES[:6]):
                paragraph = self.paragraph[-1].place.paragraph if self.paragraph else -1
                own = _Unit(element, "atribut", self.place(paragraph), path)
                own.add(str(value), ())
                self.units.append(own)

    def place(self, paragraph: int) -> TemplatePlace:
        number, row, column = self.table[-1] if self.table else (0, 0, 0)
        where = self.part + self.note + (" (kotak teks)" if self.box else "")
        return TemplatePlace(where, self.title or self.bold, number, row, column, file=self.file, paragraph=paragraph)

    def remember_heading(self, unit: _Unit) -> None:
        text = shown("".join(unit.text))
        if not text or self.box or not any(sign.isalpha() for sign in _TAG.sub("", text)):
            return
        short = text if len(text) <= _MAX_HEADING else text[:_MAX_HEADING].rpartition(" ")[0] + " …"
        if self.is_heading(unit.element):
            self.title = short
        elif not unit.place.table and len(text) <= _MAX_HEADING and _stands_out(unit.element, text):
            self.bold = short

    def is_heading(self, paragraph: etree._Element) -> bool:
        formatting = paragraph.find(_W + "pPr")
        if formatting is None:
            return False
        level = formatting.find(_W + "outlineLvl")
        if level is not None:
            return level.get(_W + "val", "9") != "9"
        return _style(paragraph) in self.headings


def _style(paragraph: etree._Element) -> str:
    style = paragraph.find(f"{_W}pPr/{_W}pStyle")
    return style.get(_W + "val", "") if style is not None else ""


def _stands_out(paragraph: etree._Element, text: str) -> bool:
    """Whether a paragraph without a heading style looks like one: all of it bold or in capitals."""
    letters = [sign for sign in _TAG.sub("", text) if sign.isalpha()]
    if len(letters) >= 3 and all(sign.isupper() for sign in letters):
        return True
    return all(_is_bold(run) for run in paragraph.iter(_W + "r") if "".join(_texts(run)).strip())


def _is_bold(run: etree._Element) -> bool:
    bold = run.find(f"{_W}rPr/{_W}b")
    return bold is not None and bold.get(_W + "val", "1") not in ("0", "false", "off")


def _texts(run: etree._Element) -> Iterator[str]:
    for text in run.iter(_W + "t"):
        yield text.text or ""


def _says_the_same(fallback: etree._Element) -> bool:
    """Whether a fallback holds the text of what it stands in for; Word writes it anew each time."""
    choice = fallback.getprevious()
    return choice is not None and list(_texts(choice)) == list(_texts(fallback))


def _is_bound(control: etree._Element) -> bool:
    """Whether Word overwrites a content control with data of its own; only the document properties are filled."""
    binding = control.find(f"{_W}sdtPr/{_W}dataBinding")
    return binding is not None and "coreProperties" not in binding.get(_W + "xpath", "")


def parts_labels(part: Mapping[str, str], labels: Mapping[str, str]) -> dict[str, str]:
    """What a clerk calls each part, headers and footers told apart."""
    return {name: label + labels.get(name.rpartition("/")[2], "") for name, label in part.items()}
