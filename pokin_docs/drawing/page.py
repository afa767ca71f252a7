"""The drawn tree: what its boxes say, and where boxes, lines and texts stand on paper.

Places and sizes on paper are in millimetres from the top left corner, font sizes and line widths in points.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum

from pokin_docs.model.levels import KomponenPerencanaan

MM_PER_PT = 25.4 / 72
Point = tuple[float, float]

# Inside a box, in parts of its font size. Every output sets its texts by these, so that lines break alike.
SELA_X, SELA_Y = 0.5, 0.37
"""Empty width left and right of the text, empty height above and below."""
LINE_HEIGHT = 1.13
"""From baseline to baseline."""
PARAGRAPH_GAP = 0.26
"""Extra height between two paragraphs."""
HANGING_INDENT = 0.66
"""Where the text of a bulleted paragraph begins."""
DASHES = (1.6, 1.1)
"""Piece and gap of a dashed line, in mm."""
INK, WHITE, MERAH_TANDA = "#10222E", "#FFFFFF", "#B00020"
FADED = {INK: "#3B5261", WHITE: "#DCE8F1"}
"""Ink of what is said last, on light and on dark boxes; its contrast stays above 4.5."""


class Paper(Enum):
    """Paper: short and long side in mm. A poster is as large as its text needs."""

    A4 = (210.0, 297.0)
    F4 = (215.0, 330.0)
    A3 = (297.0, 420.0)
    A2 = (420.0, 594.0)
    POSTER = (0.0, 0.0)

    @classmethod
    def of(cls, name: str) -> Paper:
        """The paper of a name on the command line: ``a3``.

        Raises:
            KeyError: There is no such paper.
        """
        return cls[name.upper()]


@dataclass(frozen=True, slots=True)
class DrawingOptions:
    """What is asked for: paper, whether it stands upright, and what a box shows beside its kinerja.

    ``picture_area`` is the width and height in mm of a picture inside a document: it takes the place of the paper, and
    such a picture has neither title nor margin nor page number, which are the document's.
    """

    paper: Paper = Paper.A3
    upright: bool = False
    target: bool = False
    pemilik: bool = True
    picture_area: tuple[float, float] | None = None


class ParagraphKind(Enum):
    """What a paragraph of a box is."""

    KINERJA = "kinerja"
    INDIKATOR = "indikator"
    KODE = "kode"
    """Code, PK class and owner."""
    CONTINUED = "lanjut"
    PARTNER = "mitra"

    @property
    def bold(self) -> bool:
        """Whether it is set in bold."""
        return self in (ParagraphKind.KINERJA, ParagraphKind.CONTINUED)

    @property
    def is_bullet(self) -> bool:
        """Whether it hangs on a bullet."""
        return self in (ParagraphKind.INDIKATOR, ParagraphKind.PARTNER)


@dataclass(frozen=True, slots=True)
class BoxParagraph:
    """One paragraph of a box. ``is_mark`` is set where it is the mark of a missing value."""

    text: str
    kind: ParagraphKind
    is_mark: bool = False


class BoxKind(Enum):
    """What a box is on its page."""

    KINERJA = "kinerja"
    """A kinerja with all that belongs to it; every kinerja has exactly one such box."""
    CONTINUED = "lanjut"
    """A kinerja of an overview whose own page is named."""
    REPEATED = "ulang"
    """A kinerja repeated because its children need several pages."""
    LINTAS = "lintas"
    """A cross-cutting condition with the agencies that help to reach it."""
    ANCESTOR = "leluhur"
    """A kinerja above those of the page."""
    JENJANG = "jenjang"
    """A label of the strip of levels."""


@dataclass(frozen=True, slots=True)
class TreeNode:
    """A kinerja as one page shows it, with those of its children that stand on the same page."""

    number: int
    komponen: KomponenPerencanaan
    kind: BoxKind
    content: tuple[BoxParagraph, ...]
    children: tuple[TreeNode, ...] = ()


@dataclass(frozen=True, slots=True)
class CrossCondition:
    """A cross-cutting condition; ``number`` is the kinerja it is about, None where it stands for the whole agency."""

    content: tuple[BoxParagraph, ...]
    number: int | None


@dataclass(frozen=True, slots=True)
class TreePage:
    """What one page shows: trees side by side, who stands above them, and the conditions beside."""

    roots: tuple[TreeNode, ...]
    lintas: tuple[CrossCondition, ...] = ()
    ancestors: tuple[TreeNode, ...] = ()
    part: str = ""


@dataclass(frozen=True, slots=True)
class DrawingHeading:
    """The title of the drawing: agency, government, year; blank what is not known."""

    perangkat_daerah: str
    pemda: str
    tahun: str

    @property
    def second_line(self) -> str:
        """Government and year in one line."""
        return "  ·  ".join(part for part in (self.pemda.upper(), self.tahun and f"TAHUN {self.tahun}") if part)


@dataclass(frozen=True, slots=True)
class TextLine:
    """One line of text. ``x`` is its left end, middle or right end as ``align`` says; ``y`` its baseline.

    ``rotation``: it runs upwards.
    """

    x: float
    y: float
    text: str
    font_size: float
    bold: bool = False
    colour: str = "#000000"
    align: str = "kiri"
    rotation: bool = False


class Rectangle:
    """What has a place and a size: the edges that follow from them."""

    __slots__ = ()
    x: float
    y: float
    width: float
    height: float

    @property
    def middle(self) -> float:
        """The x of its middle."""
        return self.x + self.width / 2

    @property
    def right(self) -> float:
        """Its right edge."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """Its lower edge."""
        return self.y + self.height


@dataclass(frozen=True, slots=True)
class DrawnBox(Rectangle):
    """A box with its lines of text. ``paragraphs`` are the same texts unbroken, with the font size ``font_size``."""

    kind: BoxKind
    x: float
    y: float
    width: float
    height: float
    fill: str
    outline: str
    outline_width: float
    ink: str
    font_size: float
    paragraphs: tuple[BoxParagraph, ...]
    lines: tuple[TextLine, ...]
    number: int | None = None
    dashed: bool = False
    komponen: KomponenPerencanaan | None = None

    @property
    def corner_radius(self) -> float:
        """Radius of its round corners in mm."""
        return 0.4 if self.kind is BoxKind.JENJANG else 0.8


@dataclass(frozen=True, slots=True)
class LevelArea(Rectangle):
    """A plain tinted rectangle behind the boxes of one level."""

    x: float
    y: float
    width: float
    height: float
    fill: str


@dataclass(frozen=True, slots=True)
class ConnectingLine:
    """A line of straight pieces between two boxes, which ``start`` and ``end`` name by their place in ``box``."""

    points: tuple[Point, ...]
    colour: str
    thickness: float
    dashed: bool
    start: int
    end: int


@dataclass(frozen=True)
class DrawnPage:
    """One page. ``font_size`` is the font size of its boxes, ``summary`` what it shows in one sentence."""

    number: int
    width: float
    height: float
    font_size: float
    title: str
    summary: str
    level_areas: tuple[LevelArea, ...]
    box: tuple[DrawnBox, ...]
    lines: tuple[ConnectingLine, ...]
    texts: tuple[TextLine, ...]
    legend_samples: tuple[DrawnBox, ...] = ()
    """Samples of the legend."""
    crop_edges: tuple[float, float, float, float] = (0.0, 0.0, 0.0, 0.0)
    """Left, top, right and bottom in mm: what a document that shows the page leaves out, being margin and title."""


@dataclass(frozen=True)
class Drawing:
    """The whole drawing; ``author`` and ``day`` are whose it is and of when, for the properties of its files."""

    title: str
    page: tuple[DrawnPage, ...]
    author: str = ""
    day: date | None = None


RENSTRA_PICTURE_SIZE = (400.0, 254.0)
"""Width and height in mm that the shipped Renstra has for a picture of the tree, without its caption."""

# One hue from dark to light: the order of levels shows on a grey copy too (luminance falls by steps of 18 % or more).
KOMPONEN_COLOURS: dict[KomponenPerencanaan, tuple[str, str, str]] = {
    KomponenPerencanaan.TUJUAN: ("#16325C", "#FFFFFF", "#16325C"),
    KomponenPerencanaan.SASARAN: ("#2A6F97", "#FFFFFF", "#2A6F97"),
    KomponenPerencanaan.SASARAN_PROGRAM: ("#A9D2DC", "#10222E", "#4C93A8"),
    KomponenPerencanaan.SASARAN_KEGIATAN: ("#E3F0E2", "#10222E", "#7FAE8B"),
    KomponenPerencanaan.SASARAN_SUB_KEGIATAN: ("#FFFFFF", "#10222E", "#8A9BA8"),
}
"""Fill, ink and outline of the boxes of each component."""

STRIP: dict[KomponenPerencanaan, str] = {
    KomponenPerencanaan.TUJUAN: "TUJUAN SKPD",
    KomponenPerencanaan.SASARAN: "PK/SKP JPT",
    KomponenPerencanaan.SASARAN_PROGRAM: "PK/SKP KABID",
    KomponenPerencanaan.SASARAN_KEGIATAN: "PK/SKP JF",
    KomponenPerencanaan.SASARAN_SUB_KEGIATAN: "PK/SKP JF/JP",
}
"""Labels of the levels at the side, as the official drawing has them."""
STRIP_LINTAS = "LINTAS PD"
"""Label of a level that holds cross-cutting conditions alone."""
