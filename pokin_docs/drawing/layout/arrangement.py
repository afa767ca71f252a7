"""The arrangement of one page before it is put on paper: all lengths in em, 1 being the font size of the boxes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from pokin_docs.drawing.page import BoxKind, BoxParagraph, Point, Rectangle, TreeNode
from pokin_docs.model.levels import KomponenPerencanaan


@dataclass(frozen=True, slots=True)
class LayoutTrial:
    """What the search tries: width of a plain box, how many childless siblings stand below each other.

    ``stacked`` counts for the lowest level of the page, ``stacked_middle`` for the others. ``gap`` is the empty
    height between two levels, ``loosened`` that between boxes of a stack.
    """

    width: float
    stacked: int
    stacked_middle: int = 1
    gap: float = 1.65
    loosened: float = 0.6
    neighbour_gap: float = 0.75
    """Empty width between neighbours."""
    vine: float = 0.9
    """Width left of a stack for the line that its boxes hang on."""
    partner: float = 13.0
    """Least width of the box of a cross-cutting condition."""
    column_widths: Mapping[int, float] = field(default_factory=dict, hash=False)
    """Width of the boxes of single columns, by the number of the kinerja on top."""


@dataclass(frozen=True, slots=True)
class BoxLine:
    """A line of a box: its left end and baseline from the corner of the box."""

    x: float
    y: float
    text: str
    paragraph: BoxParagraph
    is_bullet: bool = False
    """Whether the bullet of its paragraph stands before it."""


@dataclass(frozen=True, slots=True)
class PlacedBox(Rectangle):
    """A box in its place. ``vine`` is the x of the line it hangs on, None where it hangs by its middle.

    ``band`` counts the levels of the page from 0. ``direct``: its line comes straight down from the parent.
    """

    node: TreeNode
    x: float
    width: float
    band: int
    y: float = 0.0
    height: float = 0.0
    lines: tuple[BoxLine, ...] = ()
    vine: float | None = None
    direct: bool = False

    def holds(self, number: int) -> bool:
        """Whether it is the box of this kinerja, not a mention of it."""
        return self.node.number == number and self.node.kind is BoxKind.KINERJA

    def down(self, more: float) -> PlacedBox:
        """The same box so much lower, in em; thousands are moved while a page is laid out."""
        return PlacedBox(
            self.node, self.x, self.width, self.band, self.y + more, self.height, self.lines, self.vine, self.direct
        )


@dataclass(frozen=True, slots=True)
class PlacedCondition(Rectangle):
    """A cross-cutting condition in its place; ``number`` is the kinerja it is about."""

    x: float
    y: float
    width: float
    height: float
    lines: tuple[BoxLine, ...]
    paragraph: tuple[BoxParagraph, ...]
    number: int | None


@dataclass(frozen=True, slots=True)
class LevelBand:
    """The height of one level; ``komponen`` is None for a level that holds cross-cutting conditions alone."""

    komponen: KomponenPerencanaan | None
    y: float
    height: float

    @property
    def bottom(self) -> float:
        """Its lower edge."""
        return self.y + self.height


@dataclass(frozen=True, slots=True)
class Route:
    """A line between two boxes: ``end`` counts ``box``, ``start`` too or, where ``dashed``, ``lintas``."""

    points: tuple[Point, ...]
    start: int
    end: int
    dashed: bool = False


@dataclass(frozen=True, slots=True)
class Arrangement:
    """All boxes and levels of a page in their places, and the lines between them."""

    width: float
    height: float
    box: tuple[PlacedBox, ...]
    bands: tuple[LevelBand, ...]
    lintas: tuple[PlacedCondition, ...] = ()
    routes: tuple[Route, ...] = ()

    def places(self) -> dict[int | None, int]:
        """The place in ``box`` of the box of each kinerja; None stands for the whole agency, hence the topmost."""
        places: dict[int | None, int] = {None: 0}
        for place, box in enumerate(self.box):
            if box.node.kind is BoxKind.KINERJA:
                places.setdefault(box.node.number, place)
        return places

    def spread_out(self, more: Sequence[float], gap: Sequence[float] = ()) -> Arrangement:
        """The same with levels made higher by ``more`` and with so much more height, ``gap``, below each.

        Both are in em, one entry for each level from the top; without ``gap`` nothing is added below.
        """
        gaps = gap or [0.0] * len(more)
        if not any(more) and not any(gaps):
            return self
        down = [sum(more[:n]) + sum(gaps[:n]) for n in range(len(more))]
        bands = tuple(
            LevelBand(band.komponen, band.y + down[n], band.height + more[n]) for n, band in enumerate(self.bands)
        )
        boxes = tuple(box.down(down[box.band] + more[box.band] / 2) for box in self.box)
        return replace(self, box=boxes, bands=bands, height=bands[-1].bottom + gaps[-1])
