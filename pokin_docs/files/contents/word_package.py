"""Word packages taken apart: their parts, and how these point to each other."""

from __future__ import annotations

import io
import zipfile
from dataclasses import dataclass
from typing import Any

from lxml import etree

from pokin_docs.files.contents.package import BoundedPackage
from pokin_docs.files.relationships import rels_name

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
CARRIED = frozenset(f"{OFFICE}/{kind}" for kind in ("header", "footer", "image", "hyperlink"))
"""Relations of a body whose parts can be carried into another package."""
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_TITLE = "{http://purl.org/dc/elements/1.1/}title"
_NOTES = tuple(f"{W}{kind}Reference" for kind in ("footnote", "endnote", "comment"))


@dataclass(frozen=True)
class WordPackage:
    """A Word file: its parts by name, which of them is its document, the tree and the relations of that."""

    parts: dict[str, bytes]
    main: str
    body: Any
    relations: dict[str, tuple[str, str, str]]

    @classmethod
    def read(cls, data: bytes) -> WordPackage:
        """The package of a file.

        Raises:
            Unreadable: It is no Word file.
        """
        main = BoundedPackage(data).main()
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            parts = {name: package.read(name) for name in package.namelist()}
        return cls(parts, main, parsed(parts[main]), relations_of(parts, main))

    @property
    def is_plain(self) -> bool:
        """Whether all that its body points to can be carried over."""
        pointed = {value for one in self.body.iter() for name, value in one.attrib.items() if name.startswith(R)}
        notes = any(True for _ in self.body.iter(*_NOTES))
        return not notes and all(self.relations.get(key, ("",))[0] in CARRIED for key in pointed)


def stays(name: str) -> bool:
    """Whether a part of the first paper stays as it is: not its heads, feet, pictures, and what tells of it alone."""
    if name.startswith(("word/media/", "word/header", "word/footer", "word/_rels/", "docProps/custom")):
        return False
    return name not in ("[Content_Types].xml", "_rels/.rels")


def parsed(data: bytes) -> Any:
    """The tree of a part."""
    return etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True))


def written(root: Any) -> bytes:
    """The part of a tree."""
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def relations_of(parts: dict[str, bytes], name: str) -> dict[str, tuple[str, str, str]]:
    """Kind, target and mode of each relation of a part, by its key."""
    data = parts.get(rels_name(name))
    if data is None:
        return {}
    return {one.get("Id"): (one.get("Type"), one.get("Target"), one.get("TargetMode") or "") for one in parsed(data)}


def relations_part(found: dict[tuple[str, str, str], str]) -> bytes:
    """The part that says these relations."""
    root = etree.Element(f"{{{_RELATIONS}}}Relationships", nsmap={None: _RELATIONS})  # type: ignore[dict-item]  # the stubs know no default namespace
    for (kind, target, mode), key in found.items():
        said = {"Id": key, "Type": kind, "Target": target, **({"TargetMode": mode} if mode else {})}
        etree.SubElement(root, f"{{{_RELATIONS}}}Relationship", said)
    return written(root)


def types_by_ending(parts: dict[str, bytes]) -> dict[str, str]:
    """What a package says of files by their ending."""
    root = parsed(parts["[Content_Types].xml"])
    return {one.get("Extension"): one.get("ContentType") for one in root if one.get("Extension")}


def with_numbers(source: bytes, numbers: list[Any]) -> bytes:
    """The part of numberings with further ones."""
    root = parsed(source)
    last = max(number for number, one in enumerate(root, 1) if one.tag == f"{W}num")
    for number, one in enumerate(numbers):
        root.insert(last + number, one)
    return written(root)


def titled(source: bytes, title: str) -> bytes:
    """The properties with another title."""
    if not source:
        return b""
    root = parsed(source)
    for one in root.iter(_TITLE):
        one.text = title
    return written(root)


def without_custom(source: bytes) -> bytes:
    """The relations of a package without those properties that one paper has for itself."""
    root = parsed(source)
    for one in list(root):
        if (one.get("Type") or "").endswith("/custom-properties"):
            root.remove(one)
    return written(root)
