"""The tags of a template read from its Word file."""

from __future__ import annotations

import re
from pathlib import Path

from lxml import etree

from pokin_docs.model.findings import FindingLog
from pokin_docs.templating.fill import limits, open_places, patch
from pokin_docs.templating.fill.template_file import open_template
from pokin_docs.templating.fill.template_tags import OpenPlace, TemplateTags
from pokin_docs.templating.signs import PLACE_END, PLACE_START

_QUOTED = r"""(?:"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|[^"'])*?"""
_TAG = re.compile(r"\{\{" + _QUOTED + r"\}\}|\{%" + _QUOTED + r"%\}|" + f"{PLACE_START}[0-9]+{PLACE_END}", re.DOTALL)
_NOT_PRINTED = frozenset(("komentar", "properti dokumen"))


def read_tags(file: Path) -> TemplateTags | None:
    """The tags of a template; None where it cannot be read safely and quickly."""
    opened = open_template(file, FindingLog())
    if opened is None or not limits.is_tame(opened[0]):
        return None
    archive = opened[1]
    parts: list[tuple[str, str]] = []
    places: list[OpenPlace] = []
    try:
        for name, label in archive.parts.items():
            if label in _NOT_PRINTED:
                continue
            data, open_here = open_places.mark(archive.contents[name], len(places))
            places += open_here
            source = "".join(_TAG.findall(open_places.to_signs(patch.to_jinja(data))))
            if source:
                parts.append((name, source))
    except etree.XMLSyntaxError:
        return None
    return TemplateTags(tuple(parts), tuple(places))
