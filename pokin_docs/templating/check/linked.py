"""Where a picture or other content stands that a template fetches from outside."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lxml import etree

from pokin_docs.model.findings import temuan
from pokin_docs.model.source import CellRef
from pokin_docs.templating.check import sentences
from pokin_docs.templating.check.carried import place_around
from pokin_docs.templating.faults import TemplateFinding, TemplatePlace
from pokin_docs.templating.fill.linked_pictures import LinkedPicture
from pokin_docs.templating.fill.outside import OutsideLink, PackageRefused, parse

_RELATIONS, _FETCHES = "relationships}", "INCLUDEPICTURE"
_PARTS = {
    "header": "kepala halaman",
    "footer": "kaki halaman",
    "footnotes": "catatan kaki",
    "endnotes": "catatan akhir",
    "drawing": "gambar",
}


_MOST = 10


def told(templat: str, pictures: Sequence[LinkedPicture]) -> Iterator[TemplateFinding]:
    """The findings of pictures linked from outside; the first ten, the tenth tells how many more.

    Args:
        templat: File name.
        pictures: The pictures.
    """
    for count, picture in enumerate(pictures[:_MOST], 1):
        place = place_of(picture.link)
        more = len(pictures) - _MOST if count == _MOST else 0
        lagi = f" Masih ada {more} gambar lain seperti ini." if more > 0 else ""
        what = (
            "yang dicetak gambar yang tersimpan di templat, tanpa tautannya"
            if picture.is_kept
            else "tidak ikut dicetak"
        )
        said = temuan("T22", CellRef(templat), templat=templat, bagian=str(place), tautan=picture.target, akibat=what,
                      kalimat=place.sentence or "gambar", lagi=lagi)  # fmt: skip
        yield TemplateFinding(said, place)


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
    if not link.identifier:  # a field
        shown = (element for element in root.iter(etree.Element) if _FETCHES in _instruction(element))
    element = next(shown, None)
    if element is None:
        return nowhere
    base = link.name.rpartition("/")[2]
    part = next((label for name, label in _PARTS.items() if base.startswith(name)), "isi")
    read = sentences.read(root, link.name, part, sentences.heading_styles(link.styles))
    return place_around(element, root, read, part)


def _instruction(element: etree._Element) -> str:
    said = (str(value) for key, value in element.attrib.items() if str(key).endswith("}instr"))
    return (next(said, "") if etree.QName(element).localname == "fldSimple" else element.text or "").upper()


def _refers(element: etree._Element, identifier: str) -> bool:
    return any(value == identifier and _RELATIONS in str(key) for key, value in element.attrib.items())
