"""Lists in front of a document (contents, tables, figures), made from the headings and captions it really has.

A field that makes such a list shows nothing right before Word has run it, and LibreOffice never runs it. Lines of
their own with a reference to the page of each heading are right at once in LibreOffice, and in Word after F9.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from lxml import etree

from pokin_docs.files.zip_bytes import ZipMember
from pokin_docs.templating.fill.package import TemplateParts, squash

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_DECLARATION = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_P, _R, _T, _FIELD, _CODE = (_W + name for name in ("p", "r", "t", "fldChar", "instrText"))
_PROPERTIES, _STYLE = _W + "pPr", _W + "pStyle"
_LEVELS = re.compile(r'\\o\s*"?\s*(\d)\s*-\s*(\d)')
_LABEL = re.compile(r'\\[ca]\s*"?\s*([^"\\]+?)\s*(?:"|$)')
_HEADING, _ENTRY = re.compile(r"heading ([1-9])"), re.compile(r"toc ([1-9])")
_TITLES = ("title", "toc heading")
_OPEN_PAGE = "…"
"""What stands for a page until a program has counted: a number that nobody computed would be a wrong one."""
_TAB_AT = "9072"
_AFTER_UPDATE = frozenset(
    [
        "hdrShapeDefaults",
        "footnotePr",
        "endnotePr",
        "compat",
        "docVars",
        "rsids",
        "mathPr",
        "attachedSchema",
        "themeFontLang",
        "clrSchemeMapping",
        "doNotIncludeSubdocsInStats",
        "doNotAutoCompressPictures",
        "forceUpgrade",
        "captions",
        "readModeInkLockDown",
        "smartTagType",
        "schemaLibrary",
        "shapeDefaults",
        "doNotEmbedSmartTags",
        "decimalSymbol",
        "listSeparator",
    ]
)
"""CT_Settings is a sequence: what stands behind ``updateFields``."""


@dataclass(frozen=True, slots=True)
class ListStyles:
    """How a template names headings, captions and lines of a list; ids of styles, which Word translates.

    ``heading`` and ``entry`` go by level, ``title`` are those of an outline; ``settings`` is the part that asks Word to
    run the fields, None without one.
    """

    heading: dict[str, int]
    entry: dict[int, str]
    caption: frozenset[str]
    figures: str
    title: frozenset[str]
    settings: ZipMember | None = None


@dataclass(frozen=True, slots=True)
class _Listed:
    """A heading (``level``) or caption (level 0), its text and its paragraph."""

    level: int
    text: str
    paragraph: etree._Element


def styles_of(styles: bytes) -> ListStyles:
    """The styles of a template by the names that are the same in every language of Word."""
    heading: dict[str, int] = {}
    entry: dict[int, str] = {}
    caption: set[str] = set()
    figures, title = "", set[str]()
    for style in etree.fromstring(styles).iter(_W + "style"):
        identifier, named = style.get(_W + "styleId", ""), style.find(_W + "name")
        name = "" if named is None else (named.get(_W + "val") or "").casefold()
        if found := _HEADING.fullmatch(name):
            heading[identifier] = int(found[1])
        elif found := _ENTRY.fullmatch(name):
            entry[int(found[1])] = identifier
        elif name == "caption":
            caption.add(identifier)
        elif name == "table of figures":
            figures = identifier
        if name in _TITLES or style.find(f"{_W}pPr/{_W}outlineLvl") is not None:
            title.add(identifier)
    return ListStyles(heading, entry, frozenset(caption), figures, frozenset(title) | heading.keys())


def of_template(template: TemplateParts) -> ListStyles | None:
    """How the lists of a template look; None where it has none."""
    folder = template.main_part.rpartition("/")[0]
    styles, name = template.contents.get(f"{folder}/styles.xml"), f"{folder}/settings.xml"
    if styles is None or not has_lists(template.contents[template.main_part]):
        return None
    settings = template.contents.get(name)
    updated = squash(name, asking_to_update(settings), 9) if settings else None
    return replace(styles_of(styles), settings=updated)


def asking_to_update(settings: bytes) -> bytes:
    """The settings with which Word asks whether it may run the fields when the document is opened."""
    root = etree.fromstring(settings)
    if root.find(_W + "updateFields") is None:
        names = (etree.QName(child).localname for child in root.iterchildren("*"))
        place = next((number for number, name in enumerate(names) if name in _AFTER_UPDATE), len(root))
        root.insert(place, etree.Element(_W + "updateFields", {_W + "val": "true"}))
    return _DECLARATION + etree.tostring(root, encoding="UTF-8")


def has_lists(body: bytes) -> bool:
    """Whether a body may hold a field that makes a list: a quick look before it is parsed."""
    return b"TOC " in body


def make_lists(root: etree._Element, styles: ListStyles) -> bool:
    """Put the lines of each list in the place of its field, and return whether there was any.

    The title above a list of nothing goes too.
    """
    fields = list(_fields(root))
    if not fields:
        return False
    inside = {paragraph for _, paragraphs in fields for paragraph in paragraphs}
    listed = [entry for entry in _listed(root, styles) if entry.paragraph not in inside]
    names = _Bookmarks(root)
    for instruction, paragraphs in fields:
        wanted = list(_wanted(listed, instruction))
        for entry in wanted:
            paragraphs[0].addprevious(_line(entry, names.of(entry.paragraph), styles))
        title = paragraphs[0].getprevious()
        _remove([*([title] if not wanted and title is not None and _style(title) in styles.title else []), *paragraphs])
    return True


def _fields(root: etree._Element) -> Iterator[tuple[str, list[etree._Element]]]:
    """Each field of a list: its instruction and the paragraphs it fills, all of one parent."""
    depth, start, code = 0, None, ""
    for element in root.iter(_FIELD, _CODE):
        if element.tag == _CODE:
            code += (element.text or "") if depth == 1 else ""
            continue
        kind = element.get(_W + "fldCharType")
        if kind == "begin":
            depth += 1
            if depth == 1:
                start, code = element, ""
        elif kind == "end" and depth:
            depth -= 1
            if depth == 0 and start is not None and code.split()[:1] == ["TOC"]:
                paragraphs = _between(start, element)
                if paragraphs:
                    yield code, paragraphs


def _between(start: etree._Element, end: etree._Element) -> list[etree._Element]:
    """The paragraphs from that of one element to that of another; none where they have not one parent."""
    first, last = (next(element.iterancestors(_P), None) for element in (start, end))
    if first is None or last is None or first.getparent() is not last.getparent():
        return []
    found = [first]
    while found[-1] is not last:
        following = found[-1].getnext()
        if following is None:
            return []
        found.append(following)
    return found


def _remove(paragraphs: list[etree._Element]) -> None:
    """Take the field away; a section that ends in it goes on ending there."""
    for paragraph in paragraphs:
        section = paragraph.find(f"{_W}pPr/{_W}sectPr")
        if section is not None:
            properties = section.getparent()
            for child in list(paragraph):
                if child is not properties:
                    paragraph.remove(child)
            continue
        parent = paragraph.getparent()
        if parent is not None:
            parent.remove(paragraph)


def _listed(root: etree._Element, styles: ListStyles) -> Iterator[_Listed]:
    for paragraph in root.iter(_P):
        name = _style(paragraph)
        level = styles.heading.get(name, 0)
        if not level and name not in styles.caption and not _sequence(paragraph):
            continue
        text = _text(paragraph)
        if text:
            yield _Listed(level, text, paragraph)


def _style(paragraph: etree._Element) -> str:
    styles = (style for properties in paragraph.iterchildren(_PROPERTIES) for style in properties.iterchildren(_STYLE))
    return next((style.get(_W + "val", "") for style in styles), "")


def _sequence(paragraph: etree._Element) -> bool:
    return any((code.text or "").split()[:1] == ["SEQ"] for code in paragraph.iter(_CODE))


def _text(paragraph: etree._Element) -> str:
    """What a heading prints, on one line; notes, deletions and text boxes in it left out."""
    pieces: list[str] = []
    for element in paragraph.iter(_T, _W + "br", _W + "tab", _W + "noBreakHyphen"):
        if next(element.iterancestors(_P), None) is not paragraph:
            continue
        pieces.append((element.text or "") if element.tag == _T else "-" if "Hyphen" in element.tag else " ")
    return " ".join("".join(pieces).split())


def _wanted(listed: list[_Listed], instruction: str) -> Iterator[_Listed]:
    """The headings of the levels that a field names, or the captions of its label."""
    label = _LABEL.search(instruction)
    if label:
        first = label[1].casefold() + " "
        yield from (entry for entry in listed if not entry.level and entry.text.casefold().startswith(first))
        return
    levels = _LEVELS.search(instruction)
    low, high = (int(levels[1]), int(levels[2])) if levels else (1, 3)
    yield from (entry for entry in listed if low <= entry.level <= high)


class _Bookmarks:
    """The bookmarks of headings and captions, each made when a list first refers to it."""

    def __init__(self, root: etree._Element) -> None:
        old = list(root.iter(_W + "bookmarkStart"))
        self._names = {(mark.get(_W + "name") or "").casefold() for mark in old}
        numbers = [number for mark in old if (number := mark.get(_W + "id") or "").isdecimal()]
        self._serial = max(map(int, numbers), default=0)
        self._made: dict[etree._Element, str] = {}

    def of(self, paragraph: etree._Element) -> str:
        if paragraph not in self._made:
            self._made[paragraph] = self._mark(paragraph)
        return self._made[paragraph]

    def _mark(self, paragraph: etree._Element) -> str:
        self._serial += 1
        name = f"_Toc{20250000 + len(self._made) + 1}"
        while name.casefold() in self._names:
            name += "_"
        self._names.add(name.casefold())
        start = etree.Element(_W + "bookmarkStart", {_W + "id": str(self._serial), _W + "name": name})
        properties = paragraph.find(_W + "pPr")
        paragraph.insert(0 if properties is None else 1, start)
        paragraph.append(etree.Element(_W + "bookmarkEnd", {_W + "id": str(self._serial)}))
        return name


def _line(entry: _Listed, bookmark: str, styles: ListStyles) -> etree._Element:
    """A line of a list: a link to its heading, dots and the page where that stands."""
    paragraph = etree.Element(_P)
    properties = etree.SubElement(paragraph, _W + "pPr")
    style = styles.entry.get(entry.level, "") if entry.level else styles.figures
    if style:
        etree.SubElement(properties, _W + "pStyle", {_W + "val": style})
    else:
        tabs = etree.SubElement(properties, _W + "tabs")
        etree.SubElement(tabs, _W + "tab", {_W + "val": "right", _W + "leader": "dot", _W + "pos": _TAB_AT})
    link = etree.SubElement(paragraph, _W + "hyperlink", {_W + "anchor": bookmark, _W + "history": "1"})
    _text_run(link, entry.text)
    # Behind the link: LibreOffice saves a reference to a page twice when it stands in one.
    etree.SubElement(etree.SubElement(paragraph, _R), _W + "tab")
    for kind in ("begin", "", "separate", _OPEN_PAGE, "end"):
        if kind == "":
            code = etree.SubElement(etree.SubElement(paragraph, _R), _CODE, {_XML_SPACE: "preserve"})
            code.text = f" PAGEREF {bookmark} \\h "
        elif kind == _OPEN_PAGE:
            _text_run(paragraph, kind)
        else:
            etree.SubElement(etree.SubElement(paragraph, _R), _FIELD, {_W + "fldCharType": kind})
    return paragraph


def _text_run(parent: etree._Element, text: str) -> None:
    element = etree.SubElement(etree.SubElement(parent, _R), _T, {_XML_SPACE: "preserve"})
    element.text = text
