"""Pictures that a template links from outside: taken out with their links, or printed as they lie in it.

What else leads outside is left, to be refused (``outside``): no document made from a template fetches anything.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import unquote

from lxml import etree

from pokin_docs.templating.fill.outside import (
    OutsideLink,
    bare_name,
    is_xml,
    leads_out,
    name_of_owner,
    parse,
    serialised,
    styles_of,
)

_OFFICE = "officeDocument/2006/relationships"
_ANCHORS = ("drawing", "twoCellAnchor", "oneCellAnchor", "absoluteAnchor")
_TEXT = ("txbxContent", "txBody")
_FIELD = re.compile(rb"INCLUDEPICTURE", re.IGNORECASE)
_TARGET = re.compile(r'\s*INCLUDEPICTURE\s+(?:"([^"]*)"|(\S+))', re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class LinkedPicture:
    """A picture linked from outside: where it stood, what it leads to, and whether it lies in the template as well."""

    link: OutsideLink
    target: str
    is_kept: bool


def without_linked_pictures(parts: dict[str, bytes]) -> tuple[LinkedPicture, ...]:
    """Take the links of pictures, and pictures that are nothing but a link, out of the parts; which these were."""
    return (*_of_relations(parts), *_of_fields(parts))


def _of_relations(parts: dict[str, bytes]) -> Iterator[LinkedPicture]:
    for name in [name for name in parts if name.casefold().endswith(".rels") and is_xml(name, parts[name])]:
        root = parse(parts[name])
        links = {link.get("Id") or "": link for link in root.iter("{*}Relationship") if _is_picture(link)}
        owner = _owner(name, parts)
        if not links or owner is None:
            continue
        data, body = parts[owner], parse(parts[owner])
        shown = [(element, _referred(element, links)) for element in body.iter(etree.Element)]
        for element, identifier in [(element, found) for element, found in shown if found]:
            link = OutsideLink(owner, data, identifier, styles_of(parts))
            yield LinkedPicture(link, unquote(links[identifier].get("Target") or ""), _take(element, links))
        left = {_referred(element, links) for element in body.iter(etree.Element)}
        for identifier, relation in links.items():
            if identifier not in left:
                root.remove(relation)
        parts[name], parts[owner] = serialised(root), serialised(body)


def _is_picture(link: etree._Element) -> bool:
    return (link.get("Type") or "").rstrip("/").endswith("/image") and leads_out(link)


def _owner(name: str, parts: Mapping[str, bytes]) -> str | None:
    """The part that relationships belong to."""
    own = name_of_owner(name)
    return next((part for part in parts if part.casefold() == own and is_xml(part, parts[part])), None)


def _referred(element: etree._Element, links: Mapping[str, etree._Element]) -> str:
    """The link that an element refers to; empty where it refers to none."""
    said = ((str(key), str(value)) for key, value in element.attrib.items())
    return next((value for key, value in said if _OFFICE in key and value in links), "")


def _take(element: etree._Element, links: Mapping[str, etree._Element]) -> bool:
    """Take a link away, with the picture unless that lies in the template; whether it does."""
    keys = [str(key) for key in element.attrib if _OFFICE in str(key)]
    for key in keys:
        if element.get(key) in links:
            del element.attrib[key]
    if any(element.get(key) for key in keys):
        for key in [str(key) for key in element.attrib if etree.QName(str(key)).localname == "href"]:
            del element.attrib[key]
        return True
    gone = _shape(element)
    parent = gone.getparent()
    if parent is not None:
        parent.remove(gone)
    return False


def _shape(element: etree._Element) -> etree._Element:
    """What goes with a picture that is nothing but a link: its drawing where it is alone in it, else only itself."""
    around = list(element.iterancestors())
    old = next((above for above in around if bare_name(above.tag) == "pict"), None)
    own = next((above for above in around if bare_name(above.tag) == "pic"), None)
    fill = next((above for above in around[:1] if bare_name(above.tag) == "blipFill"), None)
    outer = next((above for above in around if bare_name(above.tag) in _ANCHORS), None) if old is None else old
    several = outer is not None and sum(bare_name(inner.tag) in ("pic", "imagedata") for inner in outer.iter()) > 1
    filled = own is None and old is None
    if outer is None or several or filled or any(bare_name(inner.tag) in _TEXT for inner in outer.iter()):
        return own if own is not None else fill if fill is not None and filled else element
    choice = outer.getparent()
    whole = choice.getparent() if choice is not None and bare_name(choice.tag) in ("Choice", "Fallback") else None
    return outer if whole is None else whole


def _of_fields(parts: dict[str, bytes]) -> Iterator[LinkedPicture]:
    """The fields that fetch a picture, taken away from around what they showed last."""
    for name, data in list(parts.items()):
        if not is_xml(name, data) or not _FIELD.search(data):
            continue
        root = parse(data)
        found = list(_fields(root))
        for marks, instruction, shows in found:
            target = _TARGET.match(instruction)
            link = OutsideLink(name, data, "", styles_of(parts))
            yield LinkedPicture(link, (target[1] or target[2]) if target else "", shows)
            for mark in marks:
                _unwrap(mark)
        if found:
            parts[name] = serialised(root)


def _fields(root: etree._Element) -> Iterator[tuple[list[etree._Element], str, bool]]:
    """The marks of each such field, its instruction, and whether it holds a picture; none within an instruction."""
    open_fields: list[list[etree._Element]] = []
    told: list[str] = []
    separated: list[bool] = []
    pictures: list[bool] = []
    for element in list(root.iter(etree.Element)):
        local, kind = bare_name(element.tag), next((str(value) for key, value in element.attrib.items()
                                             if str(key).endswith("fldCharType")), "")  # fmt: skip
        if local == "fldSimple":
            instruction = next((str(value) for key, value in element.attrib.items() if str(key).endswith("instr")), "")
            if _TARGET.match(instruction) and all(separated):
                yield [element], instruction, next(element.iter("{*}blip", "{*}imagedata"), None) is not None
        elif kind == "begin":
            open_fields.append([element])
            told.append("")
            separated.append(False)
            pictures.append(False)
        elif not open_fields:
            continue
        elif local == "instrText":
            told[-1] += element.text or ""
            open_fields[-1].append(element)
        elif kind == "separate":
            separated[-1] = True
            open_fields[-1].append(element)
        elif local in ("blip", "imagedata"):
            pictures = [True] * len(pictures)
        elif kind == "end":
            marks, instruction, _, shows = open_fields.pop(), told.pop(), separated.pop(), pictures.pop()
            if _TARGET.match(instruction) and "{" not in instruction and all(separated):
                yield [*marks, element], instruction, shows


def _unwrap(mark: etree._Element) -> None:
    """Take a mark of a field away; what a simple field holds stays in its place."""
    parent = mark.getparent()
    if parent is None:
        return
    if bare_name(mark.tag) == "fldSimple":
        for inner in list(mark):
            mark.addprevious(inner)
    parent.remove(mark)
