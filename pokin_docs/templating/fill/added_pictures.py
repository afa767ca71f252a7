"""A .docx as its parts, with pictures added to them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import replace
from functools import partial
from itertools import count

from lxml import etree

from pokin_docs.documents.values import PrintedPicture, pictures_in
from pokin_docs.files.zip_bytes import ZipMember
from pokin_docs.templating.fill import ids, pictures
from pokin_docs.templating.fill.outside import parse, serialised
from pokin_docs.templating.fill.package import TemplateParts, squash

_TYPES = "[Content_Types].xml"


def shown(
    skeleton: TemplateParts, taken: Set[str], highest: int, content: object, texts: Mapping[str, str]
) -> tuple[dict[str, str], dict[str, ZipMember]]:
    """The filled parts with the pictures of the content in them, and the members of the package that come with these.

    Args:
        skeleton: What pictures change of the template (``links``).
        taken: Names of its members in small letters.
        highest: The greatest id of a drawing in it.
        content: The content of the document.
        texts: Its filled parts by name.

    Raises:
        BrokenPicture: A token was shortened or otherwise changed.
    """
    known = {one.digest.lower(): one for one in pictures_in(content)}
    free = (name for name in (f"word/media/gambar-{number}.png" for number in count(1)) if name not in taken)
    names: dict[str, str] = {}
    rids: dict[tuple[str, str], str] = {}
    added = PicturesAdded(skeleton)
    number = count(max(highest, ids.highest_drawing(texts.values())) + 1)

    def link(part: str, picture: PrintedPicture) -> str:
        if picture.digest not in names:
            names[picture.digest] = next(free)
        if (part, picture.digest) not in rids:
            name = names[picture.digest]
            rids[part, picture.digest] = added.add(part, name, picture.png(), pictures.PICTURE_TYPES)
        return rids[part, picture.digest]

    done = {name: pictures.put(text, known, partial(link, name), number) for name, text in texts.items()}
    new = {name: data for name, data in added.package().contents.items() if skeleton.contents.get(name) is not data}
    ready = frozenset(names.values())  # what is a picture is deflated already
    return done, {name: squash(name, data, 0 if name in ready else 1) for name, data in new.items()}


class PicturesAdded:
    """A package that gets pictures, each with the relationship of the part that shows it; of hundreds none is slow."""

    _LINKS = "http://schemas.openxmlformats.org/package/2006/relationships"
    _IMAGE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"

    def __init__(self, package: TemplateParts) -> None:
        self._before = package
        self._types = parse(package.contents[_TYPES])
        self._typed = {entry.get("PartName") for entry in self._types}
        self._links: dict[str, tuple[etree._Element, set[str | None], Iterator[int]]] = {}
        self._pictures: dict[str, bytes] = {}

    def add(self, part: str, name: str, data: bytes, content_type: str) -> str:
        """The relationship id by which a part may show a picture that is now in the package.

        Args:
            part: Name of the part that shows the picture.
            name: Name for the picture inside the package, such as ``word/media/logo.png``.
            data: The picture file.
            content_type: Its content type.
        """
        if part not in self._links:
            nothing = f'<Relationships xmlns="{self._LINKS}"/>'.encode()
            read = parse(self._before.contents.get(_rels_of(part), nothing))
            self._links[part] = read, {link.get("Id") for link in read}, count(1)
        rels, used, numbers = self._links[part]
        rid = next(id_ for id_ in (f"rIdLogo{number}" for number in numbers) if id_ not in used)
        link = etree.SubElement(rels, f"{{{self._LINKS}}}Relationship")
        for key, value in (("Id", rid), ("Type", self._IMAGE), ("Target", "/" + name)):
            link.set(key, value)
        if "/" + name not in self._typed:
            self._typed.add("/" + name)
            entry = etree.SubElement(
                self._types, "{http://schemas.openxmlformats.org/package/2006/content-types}Override"
            )
            entry.set("PartName", "/" + name)
            entry.set("ContentType", content_type)
        self._pictures[name] = data
        return rid

    def package(self) -> TemplateParts:
        """The package with all of them; the one before is not changed."""
        before = self._before
        parts = dict(before.contents)
        for part, (rels, *_) in self._links.items():
            parts[_rels_of(part)] = serialised(rels)
        parts |= self._pictures
        parts[_TYPES] = serialised(self._types)
        same = {name: member for name, member in before.deflated.items() if parts[name] is before.contents[name]}
        return replace(before, contents=parts, deflated=same)


def add_picture(
    package: TemplateParts, part: str, name: str, data: bytes, content_type: str
) -> tuple[TemplateParts, str]:
    """The package with a picture that ``part`` may show, and the relationship id to show it by.

    Args:
        package: The package to add to; it is not changed.
        part: Name of the part that shows the picture.
        name: Name for the picture inside the package, such as ``word/media/logo.png``.
        data: The picture file.
        content_type: Its content type.
    """
    added_pictures = PicturesAdded(package)
    rid = added_pictures.add(part, name, data, content_type)
    return added_pictures.package(), rid


def links(package: TemplateParts, piece: Iterable[str]) -> TemplateParts:
    """Of a package only what ``add_picture`` changes when one of these parts shows a picture."""
    names = [_TYPES, *(_rels_of(part) for part in piece)]
    return replace(
        package, contents={name: package.contents[name] for name in names if name in package.contents}, deflated={}
    )


def _rels_of(part: str) -> str:
    folder, _, base = part.rpartition("/")
    return f"{folder}/_rels/{base}.rels".lstrip("/")
