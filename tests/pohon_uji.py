"""Trees made up for the tests of the drawing, and what every drawn page must keep."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator
from itertools import combinations, pairwise

from lxml import etree

from pokin_docs.drawing.font import read_font
from pokin_docs.drawing.layout.search import lay_out
from pokin_docs.drawing.page import (
    MM_PER_PT,
    Gambar,
    Garis,
    Gaya,
    Halaman,
    JenisKotak,
    Kepala,
    Kertas,
    Kotak,
    Lintas,
    Paragraf,
    PilihanGambar,
    Simpul,
    Tulisan,
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
OF_NODES = (JenisKotak.KINERJA, JenisKotak.LANJUT, JenisKotak.ULANG, JenisKotak.LINTAS)


def sentence(dice: random.Random, least: int = 5, most: int = 240) -> str:
    wanted = dice.randint(least, most)
    text = dice.choice(WORDS)
    while len(text) < wanted:
        text += " " + dice.choice(WORDS)
    return text[:wanted].strip()


def tree(
    count: int, seed: int = 0, first: int | None = None, most: int = 240, skip: float = 0.07
) -> tuple[Simpul, ...]:
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

    def node(index: int) -> Simpul:
        number = next(numbers)
        texts = [Paragraf(sentence(dice, 5, most), Gaya.KINERJA)]
        texts += [Paragraf(sentence(dice, 5, most), Gaya.INDIKATOR) for _ in range(dice.choice((1, 1, 1, 2)))]
        texts.append(Paragraf(f"2.16.{number:02d} · PK Ess 3 · Kepala Bidang Contoh", Gaya.KODE))
        return Simpul(
            number, LEVELS[level[index]], JenisKotak.KINERJA, tuple(texts), tuple(node(n) for n in children[index])
        )

    return (node(0),)


def conditions(count: int, nodes: int, seed: int = 0) -> tuple[Lintas, ...]:
    """Cross-cutting conditions about kinerja all over the tree."""
    dice = random.Random(seed)
    return tuple(
        Lintas(
            (Paragraf(f"Badan Contoh {n}: {sentence(dice, 20, 90)}", Gaya.MITRA),),
            None if n == 0 else dice.randrange(nodes),
        )
        for n in range(count)
    )


def drawn(
    akar: tuple[Simpul, ...], lintas: tuple[Lintas, ...] = (), kertas: Kertas = Kertas.A3, tegak: bool = False
) -> Gambar:
    return lay_out(
        akar, lintas, Kepala("Dinas Contoh", "Pemerintah Kabupaten Contoh", "2026"), PilihanGambar(kertas, tegak)
    )


def all_nodes(akar: tuple[Simpul, ...]) -> Iterator[Simpul]:
    for node in akar:
        yield node
        yield from all_nodes(node.anak)


def width(text: Tulisan) -> float:
    return read_font(text.tebal).lebar(text.teks) * text.ukuran * MM_PER_PT


def extent(text: Tulisan) -> tuple[float, float, float, float]:
    """Left, top, right and bottom of a line of text."""
    wide, em = width(text), text.ukuran * MM_PER_PT
    if text.putar:
        return text.x - 0.92 * em, text.y - wide / 2, text.x + 0.22 * em, text.y + wide / 2
    left = text.x - {"kiri": 0.0, "tengah": wide / 2, "kanan": wide}[text.rata]
    return left, text.y - 0.92 * em, left + wide, text.y + 0.22 * em


def overlap(a: tuple[float, float, float, float], b: tuple[float, float, float, float], by: float = 0.02) -> bool:
    return min(a[2], b[2]) - max(a[0], b[0]) > by and min(a[3], b[3]) - max(a[1], b[1]) > by


def place(box: Kotak) -> tuple[float, float, float, float]:
    return box.x, box.y, box.kanan, box.bawah


def check_page(page: Halaman, tepi: float = 4) -> None:
    """Everything inside the paper, no two boxes over each other, no line through a box, every text inside its box."""
    boxes = [(box, place(box)) for box in page.kotak]
    for n, (box, spot) in enumerate(boxes):
        assert min(spot[0], spot[1]) >= tepi, box
        assert max(spot[2] - page.lebar, spot[3] - page.tinggi) <= -tepi, box
        for other, its in boxes[n + 1 :]:
            assert not overlap(spot, its), (box, other)
        for text in box.baris:
            left, top, right, bottom = extent(text)
            assert min(left - spot[0], top - spot[1]) >= -0.01, (box, text)
            assert max(right - spot[2], bottom - spot[3]) <= 0.01, (box, text)
    free = [extent(text) for text in page.tulisan] + [place(sample) for sample in page.contoh]
    for n, spot in enumerate(free):
        assert min(spot[0], spot[1]) >= 0, page.tulisan
        assert max(spot[2] - page.lebar, spot[3] - page.tinggi) <= 0.01, page.tulisan
        assert not any(overlap(spot, its) for its in free[n + 1 :])
        assert not any(overlap(spot, its) for _, its in boxes)
    for line in page.garis:
        for (x1, y1), (x2, y2) in pairwise(line.titik):
            assert abs(x1 - x2) < 0.002 or abs(y1 - y2) < 0.002, line
            piece = (min(x1, x2) - 0.05, min(y1, y2) - 0.05, max(x1, x2) + 0.05, max(y1, y2) + 0.05)
            assert piece[0] >= tepi - 1
            assert piece[2] <= page.lebar - tepi + 1
            for box, spot in boxes:
                assert not overlap(piece, spot, by=0.08), (line, box)


Piece = tuple[float, float, float, float, bool]
"""Left, top, right and bottom of a straight part of a line, and whether it is upright."""


def pieces(line: Garis) -> list[Piece]:
    return [
        (min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2), abs(x1 - x2) < 0.002)
        for (x1, y1), (x2, y2) in pairwise(line.titik)
        if abs(x1 - x2) > 0.002 or abs(y1 - y2) > 0.002
    ]


def check_lines(page: Halaman) -> None:
    """No line of the tree touches one of another parent; a dashed line runs along no line and crosses at right angles.

    Distances in mm; no box is crossed either (``check_page``).
    """
    solid = [(line, pieces(line)) for line in page.garis if not line.putus]
    dashed = [(line, pieces(line)) for line in page.garis if line.putus]
    for (one, its), (other, others) in combinations(solid, 2):
        if one.dari != other.dari:
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


def check_texts(page: Halaman) -> None:
    """Every word of every paragraph stands in the lines of its box, in order."""
    for box in page.kotak:
        if box.jenis in OF_NODES:
            lines = [text.teks for text in box.baris if text.teks != "•"]
            assert "".join(lines).replace(" ", "") == "".join(p.teks for p in box.paragraf).replace(" ", "")
            assert {text.ukuran for text in box.baris} <= {box.ukuran}


def check_drawing(
    gambar: Gambar, akar: tuple[Simpul, ...], lintas: tuple[Lintas, ...] = (), tepi: float = 4, sebutan: str = "halaman"
) -> None:
    """Every kinerja and every condition stands in full exactly once; mentions name the page it is on."""
    at: dict[int, int] = {}
    full: Counter[int] = Counter()
    beside: Counter[tuple[Paragraf, ...]] = Counter()
    for number, page in enumerate(gambar.halaman, 1):
        assert page.nomor == number
        check_page(page, tepi)
        check_lines(page)
        check_texts(page)
        for box in page.kotak:
            if box.jenis is JenisKotak.KINERJA and box.nomor is not None:
                full[box.nomor] += 1
                at[box.nomor] = number
            if box.jenis is JenisKotak.LINTAS:
                beside[box.paragraf] += 1
        tails = [line for line in page.garis if not line.putus]
        below = {box.nomor for box in page.kotak if box.jenis in OF_NODES[:3]}
        assert len(tails) == len(below) - len(roots_of(page)), page.judul
    nodes = list(all_nodes(akar))
    assert full == Counter({node.nomor: 1 for node in nodes})
    assert beside == Counter(entry.isi for entry in lintas)
    for page in gambar.halaman:
        for box in page.kotak:
            if box.jenis is JenisKotak.LANJUT:
                assert box.nomor is not None
                assert box.paragraf[-1].teks == f"lanjut ke {sebutan} {at[box.nomor]}"
                assert at[box.nomor] > page.nomor


def roots_of(page: Halaman) -> set[int]:
    """The places of boxes that no line comes to from above."""
    reached = {line.ke for line in page.garis if not line.putus}
    return {n for n, box in enumerate(page.kotak) if box.jenis in OF_NODES[:3] and n not in reached}


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
