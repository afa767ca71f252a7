"""Trees made up for the tests of the drawing, and what every drawn page must keep."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator
from itertools import combinations, pairwise

from lxml import etree

from pokin_docs.drawing.font import read_font
from pokin_docs.drawing.layout.lay_out import lay_out
from pokin_docs.drawing.page import (
    MM_PER_PT,
    BoxKind,
    BoxParagraph,
    ConnectingLine,
    CrossCondition,
    Drawing,
    DrawingHeading,
    DrawingOptions,
    DrawnBox,
    DrawnPage,
    Paper,
    ParagraphKind,
    TextLine,
    TreeNode,
)
from pokin_docs.model.levels import KomponenPerencanaan

WORDS = [
    "meningkatnya",
    "kualitas",
    "pelayanan",
    "informasi",
    "publik",
    "perangkat",
    "daerah",
    "kabupaten",
    "penyelenggaraan",
    "statistik",
    "sektoral",
    "terlaksananya",
    "pengelolaan",
    "sistem",
    "pemerintahan",
    "berbasis",
    "elektronik",
    "dan",
    "koordinasi/sinkronisasi",
    "jaringan",
    "(TIK)",
    "di",
]
LEVELS = list(KomponenPerencanaan)
DRAWING_ML = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
OF_NODES = (BoxKind.KINERJA, BoxKind.CONTINUED, BoxKind.REPEATED, BoxKind.LINTAS)


def sentence(dice: random.Random, least: int = 5, most: int = 240) -> str:
    wanted = dice.randint(least, most)
    text = dice.choice(WORDS)
    while len(text) < wanted:
        text += " " + dice.choice(WORDS)
    return text[:wanted].strip()


def tree(
    count: int, seed: int = 0, first: int | None = None, most: int = 240, skip: float = 0.07
) -> tuple[TreeNode, ...]:
    """A tree of that many kinerja with texts of 5 to ``most`` characters; the topmost has ``first`` children."""
    dice = random.Random(seed)
    level, children = [0], [[]]  # type: list[int], list[list[int]]
    waiting = [0]
    while len(level) < count:
        parent = waiting.pop(0) if waiting else dice.choice([n for n, depth in enumerate(level) if depth < 4])
        if level[parent] > 3:
            continue
        for _ in range(first if first and parent == 0 else dice.randint(1, 5)):
            if len(level) < count:
                jump = 2 if dice.random() < skip and level[parent] < 3 else 1
                children[parent].append(len(level))
                waiting.append(len(level))
                level.append(level[parent] + jump)
                children.append([])
    numbers = iter(range(count))

    def node(index: int) -> TreeNode:
        number = next(numbers)
        texts = [BoxParagraph(sentence(dice, 5, most), ParagraphKind.KINERJA)]
        texts += [
            BoxParagraph(sentence(dice, 5, most), ParagraphKind.INDIKATOR) for _ in range(dice.choice((1, 1, 1, 2)))
        ]
        texts.append(BoxParagraph(f"2.16.{number:02d} · PK Ess 3 · Kepala Bidang Contoh", ParagraphKind.KODE))
        return TreeNode(
            number, LEVELS[level[index]], BoxKind.KINERJA, tuple(texts), tuple(node(n) for n in children[index])
        )

    return (node(0),)


def conditions(count: int, nodes: int, seed: int = 0) -> tuple[CrossCondition, ...]:
    """Cross-cutting conditions about kinerja all over the tree."""
    dice = random.Random(seed)
    return tuple(
        CrossCondition(
            (BoxParagraph(f"Badan Contoh {n}: {sentence(dice, 20, 90)}", ParagraphKind.PARTNER),),
            None if n == 0 else dice.randrange(nodes),
        )
        for n in range(count)
    )


def drawn(
    akar: tuple[TreeNode, ...], lintas: tuple[CrossCondition, ...] = (), kertas: Paper = Paper.A3, tegak: bool = False
) -> Drawing:
    return lay_out(
        akar,
        lintas,
        DrawingHeading("Dinas Contoh", "Pemerintah Kabupaten Contoh", "2026"),
        DrawingOptions(kertas, tegak),
    )


def all_nodes(akar: tuple[TreeNode, ...]) -> Iterator[TreeNode]:
    for node in akar:
        yield node
        yield from all_nodes(node.children)


def width(text: TextLine) -> float:
    return read_font(text.bold).width(text.text) * text.font_size * MM_PER_PT


def extent(text: TextLine) -> tuple[float, float, float, float]:
    """Left, top, right and bottom of a line of text."""
    wide, em = width(text), text.font_size * MM_PER_PT
    if text.rotation:
        return text.x - 0.92 * em, text.y - wide / 2, text.x + 0.22 * em, text.y + wide / 2
    left = text.x - {"kiri": 0.0, "tengah": wide / 2, "kanan": wide}[text.align]
    return left, text.y - 0.92 * em, left + wide, text.y + 0.22 * em


def overlap(a: tuple[float, float, float, float], b: tuple[float, float, float, float], by: float = 0.02) -> bool:
    return min(a[2], b[2]) - max(a[0], b[0]) > by and min(a[3], b[3]) - max(a[1], b[1]) > by


def place(box: DrawnBox) -> tuple[float, float, float, float]:
    return box.x, box.y, box.right, box.bottom


def check_page(page: DrawnPage, tepi: float = 4) -> None:
    """Everything inside the paper, no two boxes over each other, no line through a box, every text inside its box."""
    boxes = [(box, place(box)) for box in page.box]
    for n, (box, spot) in enumerate(boxes):
        assert min(spot[0], spot[1]) >= tepi, box
        assert max(spot[2] - page.width, spot[3] - page.height) <= -tepi, box
        for other, its in boxes[n + 1 :]:
            assert not overlap(spot, its), (box, other)
        for text in box.lines:
            left, top, right, bottom = extent(text)
            assert min(left - spot[0], top - spot[1]) >= -0.01, (box, text)
            assert max(right - spot[2], bottom - spot[3]) <= 0.01, (box, text)
    free = [extent(text) for text in page.texts] + [place(sample) for sample in page.legend_samples]
    for n, spot in enumerate(free):
        assert min(spot[0], spot[1]) >= 0, page.texts
        assert max(spot[2] - page.width, spot[3] - page.height) <= 0.01, page.texts
        assert not any(overlap(spot, its) for its in free[n + 1 :])
        assert not any(overlap(spot, its) for _, its in boxes)
    for line in page.lines:
        for (x1, y1), (x2, y2) in pairwise(line.points):
            assert abs(x1 - x2) < 0.002 or abs(y1 - y2) < 0.002, line
            piece = (min(x1, x2) - 0.05, min(y1, y2) - 0.05, max(x1, x2) + 0.05, max(y1, y2) + 0.05)
            assert piece[0] >= tepi - 1
            assert piece[2] <= page.width - tepi + 1
            for box, spot in boxes:
                assert not overlap(piece, spot, by=0.08), (line, box)


Piece = tuple[float, float, float, float, bool]
"""Left, top, right and bottom of a straight part of a line, and whether it is upright."""


def pieces(line: ConnectingLine) -> list[Piece]:
    return [
        (min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2), abs(x1 - x2) < 0.002)
        for (x1, y1), (x2, y2) in pairwise(line.points)
        if abs(x1 - x2) > 0.002 or abs(y1 - y2) > 0.002
    ]


def check_lines(page: DrawnPage) -> None:
    """No line of the tree touches one of another parent; a dashed line runs along no line and crosses at right angles.

    Distances in mm; no box is crossed either (``check_page``).
    """
    solid = [(line, pieces(line)) for line in page.lines if not line.dashed]
    dashed = [(line, pieces(line)) for line in page.lines if line.dashed]
    for (one, its), (other, others) in combinations(solid, 2):
        if one.start != other.start:
            assert not any(overlap(a[:4], b[:4], by=-0.1) for a in its for b in others), (one, other)
    pairs = [*combinations(dashed, 2), *((a, b) for a in dashed for b in solid)]
    for (one, its), (other, others) in pairs:
        for a in its:
            for b in others:
                assert _apart(a, b), (one, other)


def _apart(a: Piece, b: Piece) -> bool:
    """Whether two pieces are away from each other, or cross at a right angle away from all four ends."""
    wide, high = min(a[2], b[2]) - max(a[0], b[0]), min(a[3], b[3]) - max(a[1], b[1])
    if a[4] == b[4]:
        along, between = (high, -wide) if a[4] else (wide, -high)
        return along < 0.3 or between > 0.3
    upright, level = (a, b) if a[4] else (b, a)
    inside = upright[0] - level[0], level[2] - upright[0], level[1] - upright[1], upright[3] - level[1]
    return min(inside) < -0.1 or min(inside) > 0.3


def check_texts(page: DrawnPage) -> None:
    """Every word of every paragraph stands in the lines of its box, in order."""
    for box in page.box:
        if box.kind in OF_NODES:
            lines = [text.text for text in box.lines if text.text != "•"]
            assert "".join(lines).replace(" ", "") == "".join(p.text for p in box.paragraphs).replace(" ", "")
            assert {text.font_size for text in box.lines} <= {box.font_size}


def check_drawing(
    gambar: Drawing,
    akar: tuple[TreeNode, ...],
    lintas: tuple[CrossCondition, ...] = (),
    tepi: float = 4,
    sebutan: str = "halaman",
) -> None:
    """Every kinerja and every condition stands in full exactly once; mentions name the page it is on."""
    at: dict[int, int] = {}
    full: Counter[int] = Counter()
    beside: Counter[tuple[BoxParagraph, ...]] = Counter()
    for number, page in enumerate(gambar.page, 1):
        assert page.number == number
        check_page(page, tepi)
        check_lines(page)
        check_texts(page)
        for box in page.box:
            if box.kind is BoxKind.KINERJA and box.number is not None:
                full[box.number] += 1
                at[box.number] = number
            if box.kind is BoxKind.LINTAS:
                beside[box.paragraphs] += 1
        tails = [line for line in page.lines if not line.dashed]
        below = {box.number for box in page.box if box.kind in OF_NODES[:3]}
        assert len(tails) == len(below) - len(roots_of(page)), page.title
    nodes = list(all_nodes(akar))
    assert full == Counter({node.number: 1 for node in nodes})
    assert beside == Counter(entry.content for entry in lintas)
    for page in gambar.page:
        for box in page.box:
            if box.kind is BoxKind.CONTINUED:
                assert box.number is not None
                assert box.paragraphs[-1].text == f"lanjut ke {sebutan} {at[box.number]}"
                assert at[box.number] > page.number


def roots_of(page: DrawnPage) -> set[int]:
    """The places of boxes that no line comes to from above."""
    reached = {line.end for line in page.lines if not line.dashed}
    return {n for n, box in enumerate(page.box) if box.kind in OF_NODES[:3] and n not in reached}


def frame_of(shape: etree._Element) -> tuple[int, int, int, int, etree._Element]:
    frame = next(shape.iter(f"{DRAWING_ML}xfrm"))
    off, ext = frame[0], frame[1]
    return int(off.get("x", "")), int(off.get("y", "")), int(ext.get("cx", "")), int(ext.get("cy", "")), frame


def spot(shape: etree._Element, index: int) -> tuple[int, int]:
    x, y, *_ = frame_of(shape)
    place = list(shape.iter(f"{DRAWING_ML}cxn"))[index][0]
    return x + int(place.get("x", "")), y + int(place.get("y", ""))


def corners_of(line: etree._Element) -> list[tuple[float, float]]:
    """Start and end of a connector, after it was flipped and turned."""
    x, y, wide, high, frame = frame_of(line)
    middle = (x + wide / 2, y + high / 2)
    ends = []
    for u, v in ((-wide / 2, -high / 2), (wide / 2, high / 2)):
        u, v = -u if frame.get("flipH") else u, -v if frame.get("flipV") else v
        if frame.get("rot"):
            assert frame.get("rot") == "5400000"
            u, v = -v, u
        ends.append((middle[0] + u, middle[1] + v))
    return ends
