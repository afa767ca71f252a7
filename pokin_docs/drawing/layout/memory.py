"""What the search for a layout came to, by what it follows from: the same page is not searched for again.

A page follows from its boxes, the paper and the program alone, so that a change in one branch leaves the pages of the
others as they are known. Only choices are kept: boxes, lines and texts are placed by them anew.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from dataclasses import astuple, dataclass
from typing import Any

from pokin_docs.drawing.layout.arrangement import LayoutTrial
from pokin_docs.drawing.page import BoxParagraph, DrawingHeading, DrawingOptions, TreeNode, TreePage
from pokin_docs.model import user_cache

_MOST = 12
"""Drawings whose layouts are kept; the oldest go."""


@dataclass(frozen=True, slots=True)
class ChosenPage:
    """A page as it is laid out: font in points, width and height of the paper in mm, and the arrangement."""

    size: float
    paper: tuple[float, float]
    layout: LayoutTrial


class LayoutMemory:
    """The layouts of one drawing: those known before, and those that it used, which are kept."""

    def __init__(self, mark: str = "", heading: DrawingHeading | None = None, choices: DrawingOptions | None = None):
        """What was kept.

        Args:
            mark: Stands for the program; "" where nothing is kept.
            heading: Whose drawing it is.
            choices: How it is asked for.
        """
        told = hashlib.sha256(f"{mark} {heading} {choices}".encode()).hexdigest()
        self._name = f"letak-{told[:32]}.json" if mark else ""
        self._known = self._read()
        self._used: dict[str, object] = {}
        self._digests: dict[int, tuple[TreeNode, str]] = {}

    def legible(self, sheet: TreePage, least: float, search: Callable[[], bool]) -> bool:
        """Whether a page is legible with a font of this size: known, or searched for.

        Args:
            sheet: The page.
            least: The size in points.
            search: Finds it.
        """
        key = f"{least}{self._digest(sheet)}"
        known = self._known.get(key)
        found = known if isinstance(known, bool) else search()
        self._used[key] = found
        return found

    def page(self, sheet: TreePage, search: Callable[[], ChosenPage]) -> ChosenPage:
        """How a page is laid out: known, or found by ``search``."""
        key = self._digest(sheet)
        found = _page(self._known.get(key)) or search()
        self._used[key] = (found.size, found.paper, astuple(found.layout))
        return found

    def keep(self) -> None:
        """Keep what was used, where it is not what was known."""
        body = json.dumps(self._used, separators=(",", ":"))
        if self._name and json.loads(body) != self._known:
            user_cache.keep(self._name, body.encode(), _MOST)

    def _read(self) -> dict[str, object]:
        body = user_cache.kept(self._name) if self._name else None
        try:
            content = json.loads(body) if body is not None else {}
        except (ValueError, RecursionError):
            return {}
        return content if isinstance(content, dict) else {}

    def _digest(self, sheet: TreePage) -> str:
        nodes = [[self._of_node(node) for node in part] for part in (sheet.roots, sheet.ancestors)]
        return _digest(nodes, [(_said(one.content), one.number) for one in sheet.lintas], sheet.part)

    def _of_node(self, node: TreeNode) -> str:
        """What stands for a node with all below it; kept with it, whose id is only then its own."""
        if id(node) not in self._digests:
            below = [self._of_node(child) for child in node.children]
            told = _digest(node.number, node.komponen.name, node.kind.name, _said(node.content), below)
            self._digests[id(node)] = node, told
        return self._digests[id(node)][1]


def _said(content: tuple[BoxParagraph, ...]) -> list[tuple[str, str, bool]]:
    return [(one.text, one.kind.name, one.is_mark) for one in content]


def _digest(*parts: object) -> str:
    return hashlib.sha256(ascii(parts).encode()).hexdigest()


def _page(known: Any) -> ChosenPage | None:
    """A page as it was kept; None where that is none."""
    try:
        size, (width, height), (*lengths, columns) = known
        wide, stacked, middle, gap, loosened, neighbour_gap, vine, partner = lengths
        widths = {int(number): float(value) for number, value in columns.items()}
        layout = LayoutTrial(wide, stacked, middle, gap, loosened, neighbour_gap, vine, partner, widths)
        return ChosenPage(float(size), (float(width), float(height)), layout)
    except (TypeError, ValueError, AttributeError):
        return None
