"""Word files bound into one: each keeps its own page set-up, head and foot, and begins on an odd page."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from lxml import etree

from pokin_docs.files.contents.parts import digest
from pokin_docs.files.contents.word_package import (
    CARRIED,
    OFFICE,
    R,
    W,
    WordPackage,
    parsed,
    relations_of,
    relations_part,
    stays,
    titled,
    types_by_ending,
    with_numbers,
    without_custom,
    written,
)
from pokin_docs.files.relationships import part_at, rels_name
from pokin_docs.files.zip_bytes import packed

_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_PARTS = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_DOC_PR = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
_SHARED = ("word/styles.xml", "word/numbering.xml", "word/theme/theme1.xml")
"""What all papers of a bound file have in common: it is that of the first."""
_BEFORE_TYPE = frozenset(f"{W}{name}" for name in ("headerReference", "footerReference", "footnotePr", "endnotePr"))
_BEFORE_NUMBER = _BEFORE_TYPE | {
    f"{W}{name}" for name in ("type", "pgSz", "pgMar", "paperSrc", "pgBorders", "lnNumType")
}
_LEVELS = 9
_PICTURES = {"jpg": "jpeg", "tif": "tiff", "emf": "x-emf", "wmf": "x-wmf", "svg": "svg+xml"}


@dataclass(frozen=True, slots=True)
class WordPaper:
    """A Word file to be bound, and the name of its bookmark."""

    data: bytes
    bookmark: str


def bind_word(papers: Sequence[WordPaper], title: str) -> tuple[bytes, tuple[int, ...]]:
    """One Word file of these papers, and the numbers of those that cannot be bound with the first.

    That is a paper of other styles or numbering, or with notes, comments or other things that a body points to.

    Args:
        papers: The papers, in order, at least one.
        title: What the file is called in its properties.
    """
    base = WordPackage.read(papers[0].data)
    bound, refused = _Bound(base), []
    for number, paper in enumerate(papers):
        package = base if number == 0 else WordPackage.read(paper.data)
        if any(package.parts.get(name) != base.parts.get(name) for name in _SHARED) or not package.is_plain:
            refused.append(number)
            continue
        bound.add(package, paper.bookmark)
    return bound.file(title), tuple(refused)


@dataclass
class _Bound:
    """The bound file while papers are added."""

    base: WordPackage
    content: list[list[Any]] = field(default_factory=list)
    parts: dict[str, bytes] = field(default_factory=dict)
    relations: dict[tuple[str, str, str], str] = field(default_factory=dict)
    overrides: dict[str, str] = field(default_factory=dict)
    defaults: dict[str, str] = field(default_factory=dict)
    references: set[tuple[str, str]] = field(default_factory=set)
    numbers: list[Any] = field(default_factory=list)
    count: int = 0

    def add(self, package: WordPackage, bookmark: str) -> None:
        """Take a paper in behind the others."""
        self.count += 1
        self.defaults.update(types_by_ending(package.parts))
        body = package.body.find(f"{W}body")
        names = {key: self._carried(package, key) for key in package.relations}
        for one in body.iter():
            for name, value in one.attrib.items():
                if name.startswith(R) and value in names:
                    one.set(name, names[value])
        sections = list(body.iter(f"{W}sectPr"))
        self._begin_on_odd_page(sections[0])
        for section in sections:
            self.references |= {(one.tag, one.get(f"{W}type", "default")) for one in section if _is_reference(one)}
        if self.count > 1:
            self._number_anew(body)
        self._rename_places(body)
        _mark(body, f"{bookmark}_{self.count}", self.count)
        self.content.append(list(body))

    def _begin_on_odd_page(self, section: Any) -> None:
        kind = section.find(f"{W}type")
        if self.count > 1:
            if kind is None:
                kind = etree.Element(f"{W}type")
                section.insert(_behind(section, _BEFORE_TYPE), kind)
            kind.set(f"{W}val", "oddPage")
        number = section.find(f"{W}pgNumType")
        if number is None:
            number = etree.Element(f"{W}pgNumType")
            section.insert(_behind(section, _BEFORE_NUMBER), number)
        if number.get(f"{W}start") is None:
            number.set(f"{W}start", "1")
        # A head or foot that a paper does not have would be that of the paper before.
        own = {(one.tag, one.get(f"{W}type", "default")) for one in section if _is_reference(one)}
        for tag, which in sorted(self.references - own):
            kind_of = tag.removeprefix(W).removesuffix("Reference")
            word = "hdr" if kind_of == "header" else "ftr"
            key = self._part(kind_of, f'<w:{word} xmlns:w="{W[1:-1]}"><w:p/></w:{word}>'.encode(), {})
            section.insert(0, etree.Element(tag, {f"{W}type": which, f"{R}id": key}))

    def _carried(self, package: WordPackage, key: str) -> str:
        """The relation of the bound file that stands for one of a paper."""
        kind, target, mode = package.relations[key]
        name = part_at(package.main, target)
        if mode or kind not in CARRIED or kind.endswith("/hyperlink"):
            return self._relation(kind, target, mode)
        if kind.endswith("/image"):
            return self._relation(kind, self._picture(name, package.parts[name]), "")
        inner = {}
        for other, (one, place, outside) in relations_of(package.parts, name).items():
            part = part_at(name, place)
            inner[other] = one, place if outside else self._picture(part, package.parts[part]), outside
        return self._part(kind.rpartition("/")[2], package.parts[name], inner)

    def _picture(self, name: str, data: bytes) -> str:
        ending = posixpath.splitext(name)[1].lower()
        target = f"media/{digest(data)[:16]}{ending}"
        self.parts[f"word/{target}"] = data
        self.defaults.setdefault(ending[1:], f"image/{_PICTURES.get(ending[1:], ending[1:])}")
        return target

    def _part(self, kind: str, data: bytes, inner: dict[str, tuple[str, str, str]]) -> str:
        """A head or foot: one for all papers that have the same."""
        known = digest(data + repr(sorted(inner.items())).encode())[:12]
        target = f"{kind}-{known}.xml"
        self.parts[f"word/{target}"] = data
        if inner:
            self.parts[f"word/_rels/{target}.rels"] = relations_part({value: key for key, value in inner.items()})
        self.overrides[f"/word/{target}"] = f"{_PARTS}{kind}+xml"
        return self._relation(f"{OFFICE}/{kind}", target, "")

    def _relation(self, kind: str, target: str, mode: str) -> str:
        return self.relations.setdefault((kind, target, mode), f"rIdC{len(self.relations) + 1}")

    def _number_anew(self, body: Any) -> None:
        """Lists of a paper begin with 1 again: they get numbers of their own."""
        source = self.base.parts.get("word/numbering.xml")
        used = {one.get(f"{W}val") for one in body.iter(f"{W}numId")} - {"0", None}
        if source is None or not used:
            return
        known = {one.get(f"{W}numId"): one for one in parsed(source).iter(f"{W}num")}
        anew = {}
        for old in sorted(used & set(known)):
            one = known[old]
            highest = max(int(key) for key in known) + len(self.numbers) + 1
            one.set(f"{W}numId", str(highest))
            have = {level.get(f"{W}ilvl") for level in one.iter(f"{W}lvlOverride")}
            for level in sorted({str(number) for number in range(_LEVELS)} - have):
                held = etree.SubElement(one, f"{W}lvlOverride", {f"{W}ilvl": level})
                etree.SubElement(held, f"{W}startOverride", {f"{W}val": "1"})
            self.numbers.append(one)
            anew[old] = str(highest)
        for one in body.iter(f"{W}numId"):
            one.set(f"{W}val", anew.get(one.get(f"{W}val"), one.get(f"{W}val")))

    def _rename_places(self, body: Any) -> None:
        """Bookmarks of two papers are called otherwise, and what points to them too."""
        names = {}
        for one in body.iter(f"{W}bookmarkStart", f"{W}bookmarkEnd"):
            one.set(f"{W}id", str(self.count * 10_000 + int(one.get(f"{W}id"))))
            if name := one.get(f"{W}name"):
                names[name] = f"{name}_{self.count}"
                one.set(f"{W}name", names[name])
        for one in body.iter(f"{W}hyperlink"):
            if (anchor := one.get(f"{W}anchor")) in names:
                one.set(f"{W}anchor", names[anchor])
        for one in body.iter(f"{W}instrText"):
            one.text = " ".join(names.get(word, word) for word in (one.text or "").split(" "))
        for number, one in enumerate(body.iter(_DOC_PR), 1):
            one.set("id", str(self.count * 1_000 + number))

    def file(self, title: str) -> bytes:
        """The bound file."""
        root = self.base.body
        body = root.find(f"{W}body")
        for one in list(body):
            body.remove(one)
        for number, content in enumerate(self.content, 1):
            body.extend(content if number == len(self.content) else _section_within(content))
        left = {name: data for name, data in self.base.parts.items() if stays(name) and name != self.base.main}
        for key, (kind, target, mode) in self.base.relations.items():
            if kind not in CARRIED:
                self.relations.setdefault((kind, target, mode), f"{key}T")
        if self.numbers:
            left["word/numbering.xml"] = with_numbers(left["word/numbering.xml"], self.numbers)
        left |= {
            self.base.main: written(root),
            rels_name(self.base.main): relations_part(self.relations),
            "[Content_Types].xml": self._types(),
            "docProps/core.xml": titled(left.get("docProps/core.xml", b""), title),
        }
        left["_rels/.rels"] = without_custom(self.base.parts["_rels/.rels"])
        first = {"[Content_Types].xml": left.pop("[Content_Types].xml")}
        return packed({**first, **{name: data for name, data in (left | self.parts).items() if data}})

    def _types(self) -> bytes:
        root = parsed(self.base.parts["[Content_Types].xml"])
        have = set(types_by_ending(self.base.parts))
        for one in list(root):
            place = one.get("PartName", "")
            if place and not stays(place[1:]):
                root.remove(one)
        for ending, kind in sorted(self.defaults.items()):
            if ending not in have:
                root.insert(0, etree.Element(f"{{{_TYPES}}}Default", Extension=ending, ContentType=kind))
        for place, kind in sorted(self.overrides.items()):
            etree.SubElement(root, f"{{{_TYPES}}}Override", PartName=place, ContentType=kind)
        return written(root)


def _is_reference(one: Any) -> bool:
    return one.tag in (f"{W}headerReference", f"{W}footerReference")


def _behind(section: Any, tags: frozenset[str]) -> int:
    return max((number for number, one in enumerate(section, 1) if one.tag in tags), default=0)


def _section_within(content: list[Any]) -> Iterator[Any]:
    """What a paper holds, the page set-up that ends it in its last paragraph: another paper follows."""
    *blocks, section = content
    last = blocks[-1] if blocks else None
    settings = last.find(f"{W}pPr") if last is not None and last.tag == f"{W}p" else None
    if last is None or last.tag != f"{W}p" or (settings is not None and settings.find(f"{W}sectPr") is not None):
        last = etree.Element(f"{W}p")
        blocks.append(last)
        settings = None
    if settings is None:
        settings = etree.Element(f"{W}pPr")
        last.insert(0, settings)
    change = settings.find(f"{W}pPrChange")
    settings.insert(len(settings) - (change is not None), section)
    yield from blocks


def _mark(body: Any, name: str, number: int) -> None:
    """A bookmark at the beginning of a paper."""
    first = next(body.iter(f"{W}p"))
    at = 1 if first.find(f"{W}pPr") is not None else 0
    first.insert(at, etree.Element(f"{W}bookmarkStart", {f"{W}id": str(number * 10_000 + 9_999), f"{W}name": name}))
    first.insert(at + 1, etree.Element(f"{W}bookmarkEnd", {f"{W}id": str(number * 10_000 + 9_999)}))
