"""The office's own text in a filled body: each at its place, in the template's styles, with all that belongs to it."""

from __future__ import annotations

import re
import zlib
from collections.abc import Mapping
from itertools import count

from lxml import etree

from pokin_docs.documents.narrative import NAMESPACE, ROLE, RichText
from pokin_docs.files.zip_bytes import ZipMember
from pokin_docs.templating.fill.line_ends import unbroken
from pokin_docs.templating.fill.outside import parse, serialised
from pokin_docs.templating.fill.package import squash
from pokin_docs.templating.fill.rich_host import RichHost, rich_in
from pokin_docs.templating.fill.rich_layout import (
    cell_width,
    drawing_of,
    ended_section,
    lay_out,
    make_bold,
    number_of,
    part_run,
    properties_of,
)
from pokin_docs.templating.fill.rich_pages import A4_TEXT, parted, put_pages
from pokin_docs.templating.signs import RICH_END, RICH_START

_WORD_SPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_W, _N = f"{{{_WORD_SPACE}}}", f"{{{NAMESPACE}}}"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_R = f"{{{_OFFICE}}}"
_RELS = "http://schemas.openxmlformats.org/package/2006/relationships"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_PICTURE_KINDS = {"png": "image/png", "jpg": "image/jpeg", "gif": "image/gif", "bmp": "image/bmp", "tif": "image/tiff",
          "tiff": "image/tiff", "emf": "image/x-emf", "wmf": "image/x-wmf"}  # fmt: skip
_TOKEN = re.compile(f"{RICH_START}([0-9a-f]{{64}}){RICH_END}")
_NAMES = {
    "paragraf": ("paragraf", "body text", "isi"), "butir": ("butir", "list paragraph", "paragraf", "body text"),
    "keterangan": ("caption", "keterangan"), "kutipan": ("quote", "kutipan", "paragraf", "body text"),
    "gambar": ("gambar",), "sel": ("isi tabel", "table contents"), "catatan": ("footnote text",),
}  # fmt: skip
"""Names of styles for each role, the fittest first."""
_EMU_PER_TWIP = 635


def put(
    body: bytes, content: object, host: RichHost | None, beside: Mapping[str, ZipMember]
) -> tuple[bytes, dict[str, ZipMember]]:
    """The body with each rich text at its place, and all members of the package that come or change.

    Args:
        body: The body, filled and proved whole.
        content: What it was filled from.
        host: What the template has for it.
        beside: Members that pictures of the content have changed already.
    """
    if host is None or RICH_START.encode() not in body:
        return body, dict(beside)
    known = {text.digest: text for text in rich_in(content)}
    root = parse(body)
    move = _Move(host, root, beside)
    for text in [one for one in root.iter(_W + "t") if RICH_START in (one.text or "")]:
        for digest in _TOKEN.findall(text.text or ""):
            if digest in known:
                move.at(text, known[digest])
        text.text = _TOKEN.sub("", text.text or "")
    move.end()
    return serialised(root), dict(beside) | move.members()


class _Move:
    """Rich texts moved into one body; ids of all that is new lie above those that are there."""

    def __init__(self, host: RichHost, root: etree._Element, beside: Mapping[str, ZipMember]) -> None:
        self.host, self.root, self.beside = host, root, beside
        self.folder = host.main.rpartition("/")[0]
        self.parts: dict[str, etree._Element] = {}
        self.media: dict[str, bytes] = {}
        self.known_media: dict[tuple[str, bytes], str] = {}
        used = [int(one.get("id") or 0) for one in root.iter("{*}docPr") if (one.get("id") or "").isdecimal()]
        self.drawing = count(max(used, default=0) + 1)
        self.emptied: list[etree._Element] = []

    def at(self, text: etree._Element, rich: RichText) -> None:
        """Put a rich text at the paragraph of a placeholder."""
        paragraph = next(text.iterancestors(_W + "p"))
        head = f'xmlns:n="{NAMESPACE}" xmlns:w="{_WORD_SPACE}"'
        box = parse(f"<w:body {head}>{rich.blocks}</w:body>".encode())
        numbers = [self._list(levels, rich.digest, index) for index, levels in enumerate(rich.lists)]
        groups = parted(box, paragraph)
        for group in groups:
            self._finish(group.box, rich, numbers, self._level(paragraph), self.host.main, group.width, group.height)
        if next(paragraph.iterancestors(_W + "tc"), None) is not None:
            last = groups[-1].box
            if len(last) and last[-1].tag != _W + "p":
                etree.SubElement(last, _W + "p")
        put_pages(groups, paragraph, self._goes_along)
        self.emptied.append(paragraph)

    def _goes_along(self, block: etree._Element) -> bool:
        """Whether a block goes with what stands below it to pages of another kind."""
        style = block.find(f"{_W}pPr/{_W}pStyle")
        is_heading = style is not None and style.get(_W + "val") in self.host.headings.values()
        return is_heading or block in self.emptied

    def end(self) -> None:
        """Take out the paragraphs of the placeholders that hold nothing else; a section that one ends stays ended."""
        for paragraph in dict.fromkeys(self.emptied):
            parent = paragraph.getparent()
            if parent is None or "".join(text.text or "" for text in paragraph.iter(_W + "t")).strip():
                continue
            section = ended_section(paragraph)
            before = paragraph.getprevious()
            if section is not None:
                if before is not None and before.tag == _W + "p" and ended_section(before) is None:
                    properties_of(before).append(section)
                else:
                    for run in paragraph.findall(_W + "r"):
                        paragraph.remove(run)
                    continue
            if parent.tag == _W + "tc" and (before is None or before.tag != _W + "p"):
                continue
            parent.remove(paragraph)

    def members(self) -> dict[str, ZipMember]:
        """The members of the package that come or change."""
        made = {name: squash(name, unbroken(serialised(part)), 1) for name, part in self.parts.items()}
        return made | {name: squash(name, data, 0) for name, data in self.media.items()}

    def _finish(
        self, box: etree._Element, rich: RichText, numbers: list[str], level: int, part: str, width: int, height: int
    ) -> None:
        """Give blocks the template's styles, and what they refer to ids of this document."""
        for style in box.iter(_W + "pStyle"):
            self._style(style, level)
        for number in box.iter(_W + "numId"):
            number.set(_W + "val", numbers[int(number.get(_W + "val") or 0)])
        for link in box.iter(_W + "hyperlink"):
            index = int(link.attrib.pop(_N + "link"))
            link.set(_R + "id", self._relate(part, "hyperlink", rich.links[index], outside=True))
        for table in list(box.iter(_W + "tbl")):
            lay_out(table, width)
        for picture in list(box.iter(_N + "picture")):
            self._show(picture, rich, part, cell_width(picture) or width, height)
        for note in list(box.iter(_N + "note")):
            self._note(note, rich, numbers, level)

    def _style(self, style: etree._Element, level: int) -> None:
        role = (style.get(_W + "val") or "").removeprefix(ROLE)
        if role.startswith("judul-"):
            wanted = level + int(role.removeprefix("judul-"))
            if wanted in self.host.headings:
                style.set(_W + "val", self.host.headings[wanted])
                return
            role = "paragraf"
            make_bold(style)
        found = next((self.host.styles[name] for name in _NAMES[role] if name in self.host.styles), None)
        if found is not None:
            style.set(_W + "val", found)
            return
        properties = style.getparent()
        assert properties is not None  # it stands in one
        properties.remove(style)

    def _level(self, paragraph: etree._Element) -> int:
        """The level of the heading under which a place stands."""
        levels = {id_: level for level, id_ in self.host.headings.items()}
        for before in paragraph.itersiblings(_W + "p", preceding=True):
            style = before.find(f"{_W}pPr/{_W}pStyle")
            if style is not None and (style.get(_W + "val") or "") in levels:
                return levels[style.get(_W + "val") or ""]
        return 1

    def _part(self, name: str, empty: str, kind: str = "", content_type: str = "") -> etree._Element:
        """A part of the document to be changed; made, and related to the body, where there is none."""
        if name not in self.parts:
            there = (
                self.host.parts.get(name)
                if name not in self.beside
                else zlib.decompress(self.beside[name].deflated, -zlib.MAX_WBITS)
            )
            self.parts[name] = parse(there if there is not None else empty.encode())
            if there is None and kind:
                self._relate(self.host.main, kind, name.rpartition("/")[2])
                self._type(name, content_type)
        return self.parts[name]

    def _relate(self, part: str, kind: str, target: str, *, outside: bool = False) -> str:
        folder, _, base = part.rpartition("/")
        rels = self._part(f"{folder}/_rels/{base}.rels", f'<Relationships xmlns="{_RELS}"/>')
        for link in rels:
            if link.get("Target") == target and (link.get("Type") or "").endswith("/" + kind):
                return link.get("Id") or ""
        used = {link.get("Id") for link in rels}
        rid = next(id_ for id_ in (f"rIdNaskah{number}" for number in count(1)) if id_ not in used)
        entry = etree.SubElement(rels, f"{{{_RELS}}}Relationship")
        entry.set("Id", rid)
        entry.set("Type", f"{_OFFICE}/{kind}")
        entry.set("Target", target)
        if outside:
            entry.set("TargetMode", "External")
        return rid

    def _type(self, name: str, content_type: str) -> None:
        types = self._part("[Content_Types].xml", "")
        entry = etree.SubElement(types, f"{{{_TYPES}}}Override")
        entry.set("PartName", "/" + name)
        entry.set("ContentType", content_type)

    def _list(self, levels: str, digest: str, index: int) -> str:
        """The number of a new list with these levels."""
        root = self._part(
            f"{self.folder}/numbering.xml",
            f'<w:numbering xmlns:w="{_WORD_SPACE}"/>',
            "numbering",
            _WORD + "numbering+xml",
        )
        kinds = root.findall(_W + "abstractNum")
        kind = str(max((number_of(one, "abstractNumId") for one in kinds), default=-1) + 1)
        number = str(max((number_of(one, "numId") for one in root.findall(_W + "num")), default=0) + 1)
        mark = f"{(int(digest[:7], 16) + index * 7919) % 0x7FFFFFF0:08X}"
        made = parse(
            f'<w:abstractNum xmlns:w="{_WORD_SPACE}" w:abstractNumId="{kind}"><w:nsid w:val="{mark}"/>'
            f'<w:multiLevelType w:val="multilevel"/>{levels}</w:abstractNum>'.encode()
        )
        if kinds:
            kinds[-1].addnext(made)
        else:
            first = next((one for one in root if one.tag != _W + "numPicBullet"), None)
            root.append(made) if first is None else first.addprevious(made)
        entry = etree.Element(_W + "num", {_W + "numId": number})
        etree.SubElement(entry, _W + "abstractNumId", {_W + "val": kind})
        others = root.findall(_W + "num")
        others[-1].addnext(entry) if others else root.findall(_W + "abstractNum")[-1].addnext(entry)
        return number

    def _note(self, mark: etree._Element, rich: RichText, numbers: list[str], level: int) -> None:
        name = f"{self.folder}/footnotes.xml"
        lines = "".join(
            f'<w:footnote w:type="{kind}" w:id="{number}"><w:p><w:r><w:{line}/></w:r></w:p></w:footnote>'
            for kind, number, line in (
                ("separator", -1, "separator"), ("continuationSeparator", 0, "continuationSeparator")
            )
        )  # fmt: skip
        notes = self._part(
            name, f'<w:footnotes xmlns:w="{_WORD_SPACE}">{lines}</w:footnotes>', "footnotes", _WORD + "footnotes+xml"
        )
        number = str(max((number_of(one, "id") for one in notes), default=0) + 1)
        blocks = rich.notes[int(mark.get("index") or 0)]
        box = parse(
            f'<w:footnote xmlns:n="{NAMESPACE}" xmlns:w="{_WORD_SPACE}" w:id="{number}">{blocks}</w:footnote>'.encode()
        )
        self._finish(box, rich, numbers, level, name, *A4_TEXT)
        raised = f'<w:rPr xmlns:w="{_WORD_SPACE}"><w:vertAlign w:val="superscript"/></w:rPr>'.encode()
        first = next(iter(box.iter(_W + "p")), None)
        if first is not None:
            run = etree.Element(_W + "r")
            run.append(parse(raised))
            etree.SubElement(run, _W + "footnoteRef")
            place = first.find(_W + "pPr")
            first.insert(0, run) if place is None else place.addnext(run)
        notes.append(box)
        reference = etree.Element(_W + "footnoteReference", {_W + "id": number})
        run = mark.getparent()  # type: ignore[assignment]
        own = etree.Element(_W + "r")
        own.append(parse(raised))
        own.append(reference)
        part_run(run, mark, own)

    def _show(self, mark: etree._Element, rich: RichText, part: str, width: int, height: int) -> None:
        picture = rich.pictures[int(mark.get("index") or 0)]
        key = (picture.ending, picture.data)
        if key not in self.known_media:
            names = (f"{self.folder}/media/naskah-{number}.{picture.ending}" for number in count(1))
            name = next(one for one in names if one not in self.host.taken and one not in self.media)
            self.known_media[key], self.media[name] = name, picture.data
            self._type(name, _PICTURE_KINDS[picture.ending])
        rid = self._relate(part, "image", self.known_media[key].removeprefix(self.folder + "/"))
        wide, high = int(mark.get("cx") or 1), int(mark.get("cy") or 1)
        scale = min(1.0, width * _EMU_PER_TWIP / wide, height * _EMU_PER_TWIP / high)
        crop = {side: mark.get(side) or "" for side in "ltrb" if mark.get(side)}
        drawing = drawing_of(
            rid, next(self.drawing), (int(wide * scale), int(high * scale)), mark.get("alt") or "", crop
        )
        parent = mark.getparent()
        if parent is not None:
            parent.replace(mark, drawing)
