"""A Word document of an office as its parts: text, styles, lists, notes, links and pictures, whoever saved it."""

from __future__ import annotations

import io
import posixpath
import re
import struct
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import unquote

from lxml import etree

from pokin_docs.extract.guard import refuse_parts

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MAX_XML = 40_000_000
_PARSER = etree.XMLParser(recover=False, resolve_entities=False, no_network=True, huge_tree=False)
_HEADING = re.compile(r"(?:heading|judul|überschrift|titre) ?([1-9])")
_CAPTIONS = ("caption", "keterangan", "keterangan gambar", "illustration", "table", "figure")
_QUOTES = ("quote", "intense quote", "kutipan", "quotations", "block text")


class NarrativeRefused(Exception):
    """The file is no Word document that can be read; ``reason`` says why, in Indonesian."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True, slots=True)
class SourceStyle:
    """A style as far as it has a meaning: its name in small letters, what it is based on, and what it says itself."""

    name: str
    based_on: str
    outline: int | None
    numbering: tuple[str, str | None] | None
    switches: Mapping[str, bool]


@dataclass(frozen=True)
class SourceDocument:
    """The parts of the document; ``links`` are id to target of each part, empty text for what leads nowhere."""

    body: etree._Element
    parts: Mapping[str, bytes]
    main: str
    styles: Mapping[str, SourceStyle]
    abstract: Mapping[str, etree._Element]
    numbers: Mapping[str, tuple[str, Mapping[int, int]]]
    notes: Mapping[tuple[str, str], etree._Element]
    default_style: str = ""
    links: dict[str, dict[str, tuple[str, bool]]] = field(default_factory=dict)

    def chain(self, style: str) -> tuple[SourceStyle, ...]:
        """The style and all it is based on."""
        found: list[SourceStyle] = []
        seen: set[str] = set()
        while style in self.styles and style not in seen:
            seen.add(style)
            found.append(self.styles[style])
            style = self.styles[style].based_on
        return tuple(found)

    def heading_level(self, paragraph: etree._Element) -> int | None:
        """The level of a heading, 1 for the highest; None for what is none."""
        for style in self.chain(style_of(paragraph) or self.default_style):
            if match := _HEADING.fullmatch(style.name):
                return int(match[1])
            if style.outline is not None:
                return style.outline + 1 if style.outline < 9 else None
        own = paragraph.find(f"{W}pPr/{W}outlineLvl")
        level = value(own)
        return int(level) + 1 if level.isdecimal() and int(level) < 9 else None

    def role(self, paragraph: etree._Element) -> str:
        """What a paragraph is by its style: ``keterangan``, ``kutipan`` or ``paragraf``."""
        for style in self.chain(style_of(paragraph) or self.default_style):
            if style.name in _CAPTIONS:
                return "keterangan"
            if style.name in _QUOTES:
                return "kutipan"
        return "paragraf"

    def numbered(self, paragraph: etree._Element) -> tuple[str, int] | None:
        """The list of a paragraph and its level in it, from 0; None for what is in no list."""
        own = paragraph.find(f"{W}pPr/{W}numPr")
        number = level = None
        if own is not None:
            number = value(own.find(W + "numId")) or None
            level = value(own.find(W + "ilvl")) or None
        for style in self.chain(style_of(paragraph) or self.default_style):
            if number is None and style.numbering is not None:
                number, level = style.numbering[0], level or style.numbering[1]
        if number is None or number not in self.numbers:
            return None
        return number, min(int(level), 8) if level is not None and level.isdecimal() else 0

    def relation(self, part: str, rid: str) -> tuple[str, bool] | None:
        """Where a relationship leads, and whether out of the file; None where there is none."""
        if part not in self.links:
            folder, _, base = part.rpartition("/")
            data = self.parts.get(f"{folder}/_rels/{base}.rels".lstrip("/"), b"")
            root = parsed(data) if data else None
            self.links[part] = {}
            for link in root.iter("{*}Relationship") if root is not None else ():
                outside = (link.get("TargetMode") or "").strip().casefold() == "external"
                target = link.get("Target") or ""
                inside = posixpath.normpath(posixpath.join("/" + folder, unquote(target))).lstrip("/")
                self.links[part][link.get("Id") or ""] = (target if outside else inside, outside)
        return self.links[part].get(rid)


def parsed(data: bytes) -> etree._Element:
    """The root of a part; raises NarrativeRefused for what is no whole XML."""
    try:
        return etree.fromstring(data, _PARSER)
    except (etree.XMLSyntaxError, ValueError, LookupError) as fault:
        raise NarrativeRefused("isinya rusak") from fault


def value(element: etree._Element | None) -> str:
    """The ``w:val`` of an element; empty where there is none."""
    return "" if element is None else element.get(W + "val") or ""


def is_on(element: etree._Element | None) -> bool:
    """Whether a switch such as ``w:b`` is there and not switched off."""
    return element is not None and value(element) not in ("0", "false", "off", "none")


def style_of(paragraph: etree._Element) -> str:
    """The id of the style of a paragraph; empty for the default one."""
    return value(paragraph.find(f"{W}pPr/{W}pStyle"))


def words_in(element: etree._Element, *, but: tuple[str, ...] = ()) -> str:
    """What stands in an element, without tabs and line ends.

    Args:
        element: The element.
        but: The elements whose content does not count.
    """
    found = element.iter(W + "t", W + "noBreakHyphen")
    return "".join(
        "-" if one.tag != W + "t" else one.text or ""
        for one in found
        if not but or next(one.iterancestors(*but), None) is None
    )


def open_source(path: Path, data: bytes | None = None) -> SourceDocument:
    """The document of a file, or of these bytes of it.

    Raises:
        NarrativeRefused: It is none, is damaged, or holds more than any office writes.
        OSError: The machine does not let us read it.
    """
    try:
        with zipfile.ZipFile(path if data is None else io.BytesIO(data)) as archive:
            refused = refuse_parts(path, archive)
            if refused:
                raise NarrativeRefused(dict(refused[0].details).get("sebab", "isinya rusak"))
            parts = {name.replace("\\", "/").lstrip("/"): archive.read(name) for name in archive.namelist()}
    except (
        zipfile.BadZipFile,
        zlib.error,
        struct.error,
        EOFError,
        NotImplementedError,
        RuntimeError,
        ValueError,
        zipfile.LargeZipFile,
    ) as fault:
        raise NarrativeRefused("bukan dokumen Word (.docx) yang utuh") from fault
    if sum(len(data) for name, data in parts.items() if name.endswith(".xml")) > _MAX_XML:
        raise NarrativeRefused("teksnya terlalu besar")
    main = _main_part(parts)
    root = parsed(parts[main])
    body = root.find(W + "body")
    if body is None:
        strict = b"purl.oclc.org/ooxml" in parts[main]
        raise NarrativeRefused("disimpan sebagai Strict Open XML" if strict else "tidak berisi teks")
    folder = main.rpartition("/")[0]

    def part(name: str) -> etree._Element | None:
        data = parts.get(f"{folder}/{name}".lstrip("/"))
        return parsed(data) if data else None

    styles, numbering = part("styles.xml"), part("numbering.xml")
    found, default = _styles(styles)
    abstract, numbers = _numbering(numbering)
    notes = {
        (kind, note.get(W + "id") or ""): note
        for kind, name in (("footnote", "footnotes.xml"), ("endnote", "endnotes.xml"))
        for note in (_children(part(name), kind))
        if note.get(W + "type") in (None, "normal")
    }
    return SourceDocument(body, parts, main, found, abstract, numbers, notes, default)


def _main_part(parts: Mapping[str, bytes]) -> str:
    rels = parts.get("_rels/.rels")
    if rels:
        for link in parsed(rels).iter("{*}Relationship"):
            name = (link.get("Target") or "").lstrip("/")
            if (link.get("Type") or "").endswith("/officeDocument") and name in parts:
                return name
    if "word/document.xml" not in parts:
        raise NarrativeRefused("bukan dokumen Word (.docx)")
    return "word/document.xml"


def _children(root: etree._Element | None, name: str) -> list[etree._Element]:
    return [] if root is None else root.findall(W + name)


def _styles(root: etree._Element | None) -> tuple[dict[str, SourceStyle], str]:
    found: dict[str, SourceStyle] = {}
    default = ""
    for style in _children(root, "style"):
        outline = value(style.find(f"{W}pPr/{W}outlineLvl"))
        number = style.find(f"{W}pPr/{W}numPr")
        numbering = None
        if number is not None and value(number.find(W + "numId")):
            numbering = value(number.find(W + "numId")), value(number.find(W + "ilvl")) or None
        switches = {
            name: is_on(style.find(f"{W}rPr/{W}{name}"))
            for name in ("b", "i")
            if style.find(f"{W}rPr/{W}{name}") is not None
        }
        identifier = style.get(W + "styleId") or ""
        if style.get(W + "type") == "paragraph" and style.get(W + "default") in ("1", "true"):
            default = identifier
        found[identifier] = SourceStyle(
            " ".join(value(style.find(W + "name")).casefold().split()), value(style.find(W + "basedOn")),
            int(outline) if outline.isdecimal() else None, numbering, switches,
        )  # fmt: skip
    return found, default


def _numbering(
    root: etree._Element | None,
) -> tuple[dict[str, etree._Element], dict[str, tuple[str, Mapping[int, int]]]]:
    abstract = {entry.get(W + "abstractNumId") or "": entry for entry in _children(root, "abstractNum")}
    numbers: dict[str, tuple[str, Mapping[int, int]]] = {}
    for entry in _children(root, "num"):
        starts = {
            int(override.get(W + "ilvl") or 0): int(value(start))
            for override in entry.findall(W + "lvlOverride")
            if (start := override.find(W + "startOverride")) is not None and value(start).isdecimal()
        }
        target = value(entry.find(W + "abstractNumId"))
        if target in abstract:
            numbers[entry.get(W + "numId") or ""] = target, starts
    return abstract, numbers
