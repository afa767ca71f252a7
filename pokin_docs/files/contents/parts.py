"""The XML of a part read within bounds, as office programs write it."""

from __future__ import annotations

import hashlib
import io
import re
from collections.abc import Iterator

from lxml import etree

from pokin_docs.files.xml_part import has_doctype

_DECLARED = re.compile(rb"\s*<\?xml[^>]*?(?:encoding=[\"'](?P<encoding>[\w.-]+)[\"'])?[^>]*\?>\s*")

_ENTITIES = {"amp": "&", "lt": "<", "gt": ">", "quot": '"', "apos": "'", "#34": '"', "#39": "'"}
_DECLARED_WITHIN = 500
_ENCODINGS = (b"utf-8", b"us-ascii")

EMU = 36_000
"""So many units of Office's drawings are a millimetre."""

PREFIXES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "v": "urn:schemas-microsoft-com:vml",
    "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
}
"""The prefixes by which Word, LibreOffice and this program call these namespaces."""

_DECLARATION = re.compile(rb"xmlns(?::([\w.-]+))?\s*=\s*(?:\"([^\"]*)\"|'([^']*)')")
_SPACES = {prefix.encode(): space.encode() for prefix, space in PREFIXES.items()}
_PREFIXES = {space: prefix for prefix, space in _SPACES.items()}


class Unreadable(Exception):
    """The file is not what its name says, or larger than any that is opened here."""


class Unusual(Exception):
    """A part is not written as office programs do, and must be written anew before it is read."""


def refuse_doctype(data: bytes) -> None:
    """Let no part be parsed that has a DOCTYPE, which no office program writes.

    Raises:
        Unreadable: It has one.
    """
    if has_doctype(data):
        raise Unreadable


def tree(data: bytes) -> etree._Element:
    """The root of a part, without comments and without anything fetched or expanded.

    Raises:
        Unreadable: It is no XML, or has a DOCTYPE, which no office program writes.
    """
    refuse_doctype(data)
    parser = etree.XMLParser(
        remove_comments=True, remove_pis=True, resolve_entities=False, no_network=True, huge_tree=False
    )
    try:
        return etree.fromstring(data, parser)
    except (etree.LxmlError, ValueError) as fault:
        raise Unreadable from fault


def check_usual(data: bytes) -> None:
    """Let a text part be read that is written as office programs do: in UTF-8, nothing but elements and texts.

    Raises:
        Unusual: It is not.
    """
    declared = _DECLARED.match(data, 0, _DECLARED_WITHIN)
    encoding = (declared["encoding"] or b"utf-8").lower() if declared else b"utf-8"
    # Single characters are looked for first, which is quicker.
    more = encoding not in _ENCODINGS or b"\0" in data or (b"!" in data and b"<!" in data)
    start = declared.end() if declared else 0
    more = more or data.find(b"\r", start) >= 0  # which is read as another sign
    if more or (data.find(b"?", start) >= 0 and data.find(b"<?", start) >= 0):
        raise Unusual


def declared_names(markup: bytes) -> set[tuple[bytes, bytes]]:
    """The namespaces that are declared, each with its prefix."""
    return {(prefix, plainly or quoted) for prefix, plainly, quoted in _DECLARATION.findall(markup)}


def has_usual_names(markup: bytes) -> bool:
    """Whether each namespace that we read has the prefix that office programs give it, and that prefix no other."""
    return all(
        _SPACES.get(prefix, space) == space and _PREFIXES.get(space, prefix) == prefix
        for prefix, space in declared_names(markup)
    )


def unescaped(text: bytes) -> str:
    """A text of XML as it is read, without its entities."""
    first, *others = text.decode("utf-8", "replace").split("&")
    if not others:
        return first
    said = [first]
    for other in others:
        name, _, rest = other.partition(";")
        said += (_ENTITIES.get(name) or _character(name), rest)
    return "".join(said)


def _character(name: str) -> str:
    try:
        code = int(name[2:], 16) if name[:2] == "#x" else int(name[1:]) if name[:1] == "#" else 0
        return chr(code) if code and not 0xD800 <= code < 0xE000 else "\ufffd"
    except (ValueError, OverflowError):
        return "\ufffd"


def usual(data: bytes) -> bytes:
    """A text part written anew as office programs do.

    Raises:
        Unreadable: It is no XML, or has a DOCTYPE.
    """
    # Under a root that declares the prefixes lxml takes them instead of others for the same namespaces.
    root = etree.Element("part", nsmap=PREFIXES)
    root.append(tree(data))
    return etree.tostring(root, encoding="UTF-8")


def elements(data: bytes, tag: str) -> Iterator[etree._Element]:
    """Every element of a part with this full name, one after the other: none is kept when the next is asked for.

    Raises:
        Unreadable: It is no XML, or has a DOCTYPE.
    """
    refuse_doctype(data)
    if not data:
        return
    try:
        for _, element in etree.iterparse(
            io.BytesIO(data), tag=tag, remove_comments=True, remove_pis=True, resolve_entities=False, no_network=True
        ):
            yield element
            element.clear()
            parent = element.getparent()
            while parent is not None and element.getprevious() is not None:
                del parent[0]
    except (etree.LxmlError, ValueError) as fault:
        raise Unreadable from fault


def digest(data: bytes) -> str:
    """What stands for some bytes in a fingerprint."""
    return hashlib.sha256(data).hexdigest()
