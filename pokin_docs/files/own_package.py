"""The zip of an Office file that is ours from the first part to the last: its types, its links, its properties."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from datetime import date
from xml.sax.saxutils import quoteattr

from pokin_docs.files.core_properties import CORE_LINK, CORE_PART, CORE_TYPE, core_xml
from pokin_docs.files.zip_bytes import packed

HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_SPACE = "http://schemas.openxmlformats.org/package/2006/"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"


def own_package(
    parts: Mapping[str, tuple[str, str | bytes]],
    links: Mapping[str, Mapping[str, tuple[str, str]]],
    about: tuple[str, str, date | None],
) -> bytes:
    """The file; its first part is the document itself.

    Args:
        parts: Content type and content by name, without a leading slash; pictures have no type but that of PNG.
        links: By the name of a part what it refers to: kind and name of the other part by the id of the link.
        about: Its title, author and day.
    """
    main = next(iter(parts))
    named = "".join(
        f'<Override PartName="/{name}" ContentType="{kind}"/>'
        for name, (kind, _) in (*parts.items(), (CORE_PART, (CORE_TYPE, "")))
        if kind
    )
    types = (
        f'{HEAD}<Types xmlns="{_SPACE}content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/>'
        f"{named}</Types>"
    )
    root = {"rId1": (_OFFICE + "officeDocument", main), "rId2": (CORE_LINK, CORE_PART)}
    related = {
        posixpath.join(posixpath.dirname(name), "_rels", posixpath.basename(name) + ".rels"): _links(name, own)
        for name, own in links.items()
    }
    contents = {
        "[Content_Types].xml": types,
        "_rels/.rels": _links("", root),
        CORE_PART: core_xml(*about),
        **{name: content for name, (_, content) in parts.items()},
        **related,
    }
    return packed({name: data.encode() if isinstance(data, str) else data for name, data in contents.items()})


def _links(owner: str, own: Mapping[str, tuple[str, str]]) -> str:
    folder = posixpath.dirname(owner) or "."
    entries = "".join(
        f'<Relationship Id="{key}" Type="{kind if ":" in kind else _OFFICE + kind}" '
        f"Target={quoteattr(posixpath.relpath(target, folder))}/>"
        for key, (kind, target) in own.items()
    )
    return f'{HEAD}<Relationships xmlns="{_SPACE}relationships">{entries}</Relationships>'
