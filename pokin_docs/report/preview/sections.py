"""The sections of a document: their paper, margins, headers and footers."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_A4 = (595.3, 841.9)
_OFF = frozenset(("0", "false", "off"))


@dataclass
class PageSection:
    """A section; lengths in points.

    ``headers`` and ``footers`` map ``default``, ``first`` and ``even`` to the id of a header or footer.
    """

    elements: list[_Element]
    width: float = _A4[0]
    height: float = _A4[1]
    margins: dict[str, float] = field(default_factory=dict)
    continuous: bool = False
    column_count: int = 1
    column_gap: float = 36.0
    vertical_align: str = "top"
    first: bool = False
    start_number: int | None = None
    number_format: str = "decimal"
    headers: dict[str, str] = field(default_factory=dict)
    footers: dict[str, str] = field(default_factory=dict)


def sections(body: _Element) -> list[PageSection]:
    """The sections in their order; a header that a section does not name is that of the one before."""
    found: list[PageSection] = []
    held: list[_Element] = []
    for element in body:
        if element.tag == f"{_W}sectPr":
            continue
        held.append(element)
        own = element.find(f"{_W}pPr/{_W}sectPr") if element.tag == f"{_W}p" else None
        if own is not None:
            found.append(_section(own, held, found[-1] if found else None))
            held = []
    last = body.find(f"{_W}sectPr")
    if held or not found:
        found.append(_section(last, held, found[-1] if found else None))
    return found


def _section(sect: _Element | None, held: list[_Element], before: PageSection | None) -> PageSection:
    made = PageSection(held)
    if before is not None:
        made.headers, made.footers = dict(before.headers), dict(before.footers)
    if sect is None:
        made.margins = dict.fromkeys(("top", "right", "bottom", "left"), 72.0) | {"header": 36.0, "footer": 36.0}
        return made
    made.width = _points(sect, "pgSz", "w", _A4[0])
    made.height = _points(sect, "pgSz", "h", _A4[1])
    made.margins = {
        side: abs(_points(sect, "pgMar", side, usual))
        for side, usual in (("top", 72), ("right", 72), ("bottom", 72), ("left", 72), ("header", 36), ("footer", 36))
    }
    made.margins["left"] += _points(sect, "pgMar", "gutter", 0)
    made.continuous = _said(sect, "type", "val") == "continuous"
    columns = _said(sect, "cols", "num")
    made.column_count = int(columns) if columns.isdecimal() and int(columns) else 1
    made.column_gap = _points(sect, "cols", "space", 36)
    made.vertical_align = _said(sect, "vAlign", "val") or "top"
    title = sect.find(f"{_W}titlePg")
    made.first = title is not None and title.get(f"{_W}val", "1") not in _OFF
    start = _said(sect, "pgNumType", "start")
    made.start_number = int(start) if start.isdecimal() else None
    made.number_format = _said(sect, "pgNumType", "fmt") or "decimal"
    for name, refs in (("headerReference", made.headers), ("footerReference", made.footers)):
        for entry in sect.iterfind(f"{_W}{name}"):
            refs[entry.get(f"{_W}type", "default")] = entry.get(f"{_R}id", "")
    return made


def _said(sect: _Element, name: str, key: str) -> str:
    child = sect.find(f"{_W}{name}")
    return str(child.get(f"{_W}{key}", "")) if child is not None else ""


def _points(sect: _Element, name: str, key: str, usual: float) -> float:
    text = _said(sect, name, key)
    try:
        return round(float(text) / 20, 2)
    except ValueError:
        return usual


def joined(found: list[PageSection]) -> list[list[PageSection]]:
    """Sections that share their pages together: one that goes on without a new page, on the same paper."""
    groups: list[list[PageSection]] = []
    for section in found:
        before = groups[-1][-1] if groups else None
        same = before is not None and (before.width, before.height) == (section.width, section.height)
        if section.continuous and same:
            groups[-1].append(section)
        else:
            groups.append([section])
    return groups
