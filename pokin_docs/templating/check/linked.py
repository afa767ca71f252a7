"""Where a picture or other content stands that a template fetches from outside."""

from __future__ import annotations

from lxml import etree

from pokin_docs.templating.check import sentences
from pokin_docs.templating.check.carried import place_around
from pokin_docs.templating.faults import TemplatePlace
from pokin_docs.templating.fill.outside import OutsideLink, PackageRefused, parse

_RELATIONS = "relationships}"
_PARTS = {
    "header": "kepala halaman",
    "footer": "kaki halaman",
    "footnotes": "catatan kaki",
    "endnotes": "catatan akhir",
}


def place_of(link: OutsideLink | None) -> TemplatePlace:
    """The place of what a relationship leads to; the file where no paragraph shows it."""
    nowhere = TemplatePlace("berkas")
    if link is None:
        return nowhere
    try:
        root = parse(link.owner)
    except PackageRefused:
        return nowhere
    shown = (element for element in root.iter(etree.Element) if _refers(element, link.identifier))
    element = next(shown, None)
    if element is None:
        return nowhere
    base = link.name.rpartition("/")[2]
    part = next((label for name, label in _PARTS.items() if base.startswith(name)), "isi")
    read = sentences.read(root, link.name, part, sentences.heading_styles(link.styles))
    return place_around(element, root, read, part)


def _refers(element: etree._Element, identifier: str) -> bool:
    return any(value == identifier and _RELATIONS in str(key) for key, value in element.attrib.items())
