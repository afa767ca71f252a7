"""The workbook behind a chart: taken out, as nobody sees it on paper and it may hold what is nobody's business.

The chart stays as it was drawn: its values stand in its own part. A link to a workbook outside is left, to be refused.
"""

from __future__ import annotations

import posixpath
import re

from lxml import etree

from pokin_docs.templating.fill.outside import is_outside, parse, serialised

_RELATIONS = re.compile(r"((?:^|.*/)charts/)_rels/([^/]+\.xml)\.rels", re.IGNORECASE)
_WORKBOOK = re.compile(r"embeddings/[^/]+\.xls[xbm]?", re.IGNORECASE)
_TYPES = "[Content_Types].xml"


def without_chart_data(parts: dict[str, bytes]) -> None:
    """Take out of the parts every embedded workbook that only a chart refers to, with what refers to it."""
    for name in list(parts):
        match = _RELATIONS.fullmatch(name)
        owner = f"{match[1]}{match[2]}" if match else ""
        if match is None or owner not in parts or b"chartSpace" not in parts[owner]:
            continue
        root = parse(parts[name])
        gone = {link.get("Id"): link for link in root.iter("{*}Relationship") if _is_workbook(link, match[1])}
        if not gone:
            continue
        chart = parse(parts[owner])
        for element in list(chart.iter("{*}externalData")):
            above = element.getparent()
            if above is not None and gone.keys() & {str(value) for value in element.attrib.values()}:
                above.remove(element)
        for link in gone.values():
            parts.pop(_target(link, match[1]), None)
            root.remove(link)
        parts[name], parts[owner] = serialised(root), serialised(chart)
    _forget_types(parts)


def _target(link: etree._Element, folder: str) -> str:
    target = link.get("Target") or ""
    return target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))


def _is_workbook(link: etree._Element, folder: str) -> bool:
    kind = (link.get("Type") or "").rpartition("/")[2]
    inside = _WORKBOOK.search(_target(link, folder)) is not None
    return kind == "package" and inside and not is_outside(link)


def _forget_types(parts: dict[str, bytes]) -> None:
    """Take the parts that are gone out of the list of types, where one is named alone."""
    if b"embeddings/" not in parts.get(_TYPES, b""):
        return
    root = parse(parts[_TYPES])
    for entry in list(root.iter("{*}Override")):
        name = (entry.get("PartName") or "").lstrip("/")
        if _WORKBOOK.search(name) and name not in parts:
            root.remove(entry)
    parts[_TYPES] = serialised(root)
