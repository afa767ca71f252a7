"""What moving the office's own text needs to know of a template."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass

from pokin_docs.documents.narrative import RichText
from pokin_docs.templating.fill.outside import parse
from pokin_docs.templating.fill.package import TemplateParts

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_HEADING = re.compile(r"(?:heading|judul) ?([1-9])")


@dataclass(frozen=True, slots=True)
class RichHost:
    """What moving rich text needs of a template: its parts that change with it, and its styles by name."""

    main: str
    parts: Mapping[str, bytes]
    styles: Mapping[str, str]
    headings: Mapping[int, str]
    taken: frozenset[str]


def host_of(archive: TemplateParts) -> RichHost | None:
    """What moving rich text into the body of this template needs; None where it prints none."""
    if b"naskah" not in archive.contents[archive.main_part]:
        return None
    folder, _, base = archive.main_part.rpartition("/")
    names = [f"{folder}/{name}" for name in ("styles.xml", "numbering.xml", "footnotes.xml", f"_rels/{base}.rels")]
    parts = {name: archive.contents[name] for name in (*names, "[Content_Types].xml") if name in archive.contents}
    styles: dict[str, str] = {}
    if names[0] in parts:
        for style in parse(parts[names[0]]).iter(_W + "style"):
            name = style.find(_W + "name")
            if style.get(_W + "type") == "paragraph" and name is not None:
                styles[(name.get(_W + "val") or "").casefold()] = style.get(_W + "styleId") or ""
    headings = {int(found[1]): id_ for name, id_ in styles.items() if (found := _HEADING.fullmatch(name))}
    return RichHost(archive.main_part, parts, styles, headings, frozenset(archive.contents))


def rich_in(value: object) -> Iterator[RichText]:
    """Every text of the office in a document's content."""
    if isinstance(value, RichText):
        yield value
    elif is_dataclass(value):
        for field in fields(value):
            inner = getattr(value, field.name)
            if isinstance(inner, RichText) or (is_dataclass(inner) and field.name == "naskah"):
                yield from rich_in(inner)
