"""The content of a Word document: its texts by paragraph and cell, revisions, notes, comments, boxes and pictures.

Not what opening and saving it again changes: runs, styles, bookmarks, results of fields, numbers of parts, wrappers.
"""

from __future__ import annotations

from pokin_docs.files.contents.package import BoundedPackage
from pokin_docs.files.contents.parts import Unusual, usual
from pokin_docs.files.contents.word_levels import PartContent
from pokin_docs.files.contents.word_reader import NOTES, WordReader
from pokin_docs.files.contents.word_tokens import PARAGRAPH


def word_content(package: BoundedPackage) -> tuple[str, list[float]]:
    """The content of a Word document as one text, and the places in millimetres of what floats in its body.

    Raises:
        Unreadable: It is no Word document.
    """
    main = package.main()
    notes = {
        link.kind: _read(package, link.part, {}).notes
        for link in package.links(main).all
        if link.kind in NOTES.values() and link.part in package
    }
    body = _read(package, main, notes)
    around = {_said_around(package, part) for part in _around(package, main, body)}
    shown = sorted(text for text in around if text.strip(PARAGRAPH))
    said = "\0".join((body.text, *shown, "", *sorted(body.comments)))
    return said.replace("\u2011", "-"), body.places  # a program may save either


def _around(package: BoundedPackage, main: str, body: PartContent) -> set[str]:
    """The parts of the headers and footers that pages show."""
    parts = package.links(main).parts
    settings = next((link.part for link in package.links(main).all if link.kind == "settings"), "")
    even = b"<w:evenAndOddHeaders" in package.shared(settings)
    return {
        parts[number]
        for kind, number, has_title in body.around
        if number in parts and (kind != "first" or has_title) and (kind != "even" or even)
    }


_MOST, _LARGE = 64, 100_000
_known: dict[tuple[bytes, ...], str] = {}
"""What headers and footers say, by their bytes and those of what they show: those of a build are mostly alike."""


def _said_around(package: BoundedPackage, part: str) -> str:
    data, links = package.xml(part), package.links(part).parts
    if len(data) > _LARGE:
        return _read(package, part, {}).text
    key = (data, *(f"{number} {package.digest(name)}".encode() for number, name in sorted(links.items())))
    if key not in _known:
        if len(_known) >= _MOST:
            _known.clear()
        _known[key] = _read(package, part, {}).text
    return _known[key]


def _read(package: BoundedPackage, part: str, notes: dict[str, dict[str, str]]) -> PartContent:
    def shown(number: str) -> str:
        return package.digest(package.links(part).parts.get(number, ""))

    data = package.xml(part)
    try:
        return WordReader(shown, notes).read(data)
    except Unusual:
        return WordReader(shown, notes).read(usual(data))
