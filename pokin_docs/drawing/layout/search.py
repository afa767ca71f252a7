"""The tree on paper: the largest legible font that a page allows, found by trying widths and stacks."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, replace

from pokin_docs.drawing.font import read_font
from pokin_docs.drawing.layout import arrange as rows
from pokin_docs.drawing.layout.arrangement import Susunan, Tata
from pokin_docs.drawing.layout.boxes import SLACK, Ukur
from pokin_docs.drawing.layout.compose import Bingkai, compose, frame, needed
from pokin_docs.drawing.layout.connect import connect
from pokin_docs.drawing.layout.crosscut import place
from pokin_docs.drawing.layout.route import route
from pokin_docs.drawing.layout.slim import slim
from pokin_docs.drawing.layout.split import split
from pokin_docs.drawing.layout.widen import widenings
from pokin_docs.drawing.page import (
    GANTUNG,
    MM_PER_PT,
    SELA_X,
    Gambar,
    Kepala,
    Kertas,
    Lembar,
    Lintas,
    PilihanGambar,
    Simpul,
)

TERKECIL = 7.0
"""A page whose font would be smaller, in points, is split."""
TERBESAR = 12.0
"""A small tree is not blown up beyond this font, in points, on A3; on A2, seen from farther away, it may be larger."""
_MITRA = (13.0, 24.0)
"""Least widths tried for the boxes of cross-cutting conditions, in em."""
_EVEN = (26.0, 23.0, 20.0, 18.0, 16.0)
"""Widths of boxes, in em, that look best where there is room for them."""
_ENOUGH = 8.2
"""From this font on, the last tenth of a point is not searched for."""
_NEARLY = 6.8
"""Where coarse steps come to this font, fine ones may come to a legible one."""
POSTER = 7.5
"""The font of a poster, in points."""
_COARSE, _FINE = 0.5, 0.25
"""Steps in which columns are widened, in em."""


@dataclass(frozen=True, slots=True)
class _Found:
    ukuran: float
    tata: Tata

    @property
    def nilai(self) -> float:
        """What it is worth: up to 9 points the font alone; above, siblings side by side are nicer than larger ones."""
        above = max(0.0, min(self.ukuran, TERBESAR) - 9.0)
        return min(self.ukuran, 9.0) + above * (0.5 if self.tata.tumpuk == 1 else 0.3)


def lay_out(akar: tuple[Simpul, ...], lintas: tuple[Lintas, ...], kepala: Kepala, pilihan: PilihanGambar) -> Gambar:
    """The drawing of these trees; no page where there is no kinerja."""
    title = " ".join(part for part in ("Pohon Kinerja", kepala.perangkat_daerah, kepala.tahun) if part)
    if not akar:
        return Gambar(title, ())
    search = _Search(pilihan)
    sheets = split(akar, lintas, search.legible, "halaman" if pilihan.bidang is None else "bagian")
    pages = []
    for number, sheet in enumerate(sheets, 1):
        tata = search.found(sheet).tata
        size, bingkai = search.on_paper(sheet, tata)
        airy = search.airy(sheet, tata, size, bingkai)
        pages.append(compose(sheet, airy, bingkai, size, kepala, number, len(sheets)))
    return Gambar(title, tuple(pages))


class _Search:
    """Tries arrangements of pages of one paper; remembers the texts it measured."""

    def __init__(self, pilihan: PilihanGambar) -> None:
        self.bidang = pilihan.bidang
        self.poster = pilihan.kertas is Kertas.POSTER and self.bidang is None
        self.kertas = pilihan.kertas
        self.tegak = pilihan.tegak
        self.ukur = Ukur()
        self.known_lanes: dict[tuple[int, int, int, float], tuple[Lembar, float]] = {}
        self.ways: dict[tuple[int, Tata, float], tuple[Lembar, _Found]] = {}

    @property
    def paper(self) -> tuple[float, float]:
        """Width and height of the paper in mm."""
        if self.bidang is not None:
            return self.bidang
        short, long = self.kertas.value
        return (short, long) if self.tegak else (long, short)

    @property
    def largest(self) -> float:
        """The font beyond which a page is not blown up."""
        return TERBESAR * max(1.0, min(1.35, min(self.paper) / 297))

    def boxes(self, lembar: Lembar, tata: Tata) -> Susunan:
        """One arrangement of boxes with neither lines nor texts: enough to know its size."""
        return place(rows.arrange(lembar, tata, self.ukur.tinggi), lembar, self.ukur.tinggi, tata)

    def whole(self, lembar: Lembar, tata: Tata) -> Susunan:
        """One arrangement with the room that its dashed lines take, still without texts: as large as it will be."""
        return self.routed(lembar, tata, self.ukur.tinggi)

    def build(self, lembar: Lembar, tata: Tata) -> Susunan:
        """One arrangement with everything in it."""
        return connect(self.routed(lembar, tata, self.ukur.isi))

    def routed(self, lembar: Lembar, tata: Tata, measure: rows.Measure) -> Susunan:
        """The boxes no larger than they need to be, with the dashed lines."""
        slender = slim(rows.arrange(lembar, tata, measure), tata.lebar, measure)
        return route(place(slender, lembar, measure, tata), tata)

    def legible(self, lembar: Lembar) -> bool:
        """Whether a page can be printed at the smallest legible font or more."""
        if self.poster:
            return True
        room = self.room(lembar)
        em = TERKECIL * MM_PER_PT
        if sum(self.ukur.luas(node.isi) for root in lembar.akar for node in _all(root)) > room[0] * room[1] / em**2:
            return False  # not even the bare text has room
        most = 0.0
        for tata in self.starts(lembar):
            found = self.descend(lembar, tata, room, TERKECIL, _COARSE)
            # The lanes of the cross-cutting lines take some height of their own.
            if found.ukuran >= TERKECIL and _size(self.whole(lembar, found.tata), room) >= TERKECIL:
                return True
            most = max(most, found.ukuran)
        return most >= _NEARLY and _size(self.whole(lembar, self.found(lembar).tata), room) >= TERKECIL

    def room(self, lembar: Lembar) -> tuple[float, float]:
        """Width and height for the tree in mm; of a poster, the proportion of its sides."""
        if not self.poster:
            return frame(*self.paper, lembar, polos=self.bidang is not None).ruang
        return (10.0, 14.14) if self.tegak else (14.14, 10.0)  # so small that no font there is large enough

    def found(self, lembar: Lembar) -> _Found:
        """The arrangement with the largest font, or where that is large enough, the nicest."""
        room = self.room(lembar)
        for tata in (Tata(wide, 1, mitra=least) for wide in _EVEN for least in reversed(_MITRA)):
            if _size(self.boxes(lembar, tata), room) < self.largest:
                continue  # with lines it would be larger still
            even = _Found(_size(self.whole(lembar, tata), room), tata)
            if even.ukuran >= self.largest:
                return even  # all columns alike, with room to spare
        tries: list[_Found] = []
        for tata in self.starts(lembar):
            tries.append(self.descend(lembar, tata, room, 0.0, _COARSE))
            best = max(tries, key=lambda found: found.nilai)
            # More stacking would only be larger, not nicer; and what gets worse goes on getting worse.
            if tries[-1].ukuran >= self.largest or tata.tumpuk > 3 + best.tata.tumpuk:
                break
        best = max(tries, key=lambda found: found.nilai)
        if best.ukuran >= _ENOUGH or self.poster:
            return best
        wide = _longest_word(lembar.akar)
        ways = dict.fromkeys(
            (t.tata.tumpuk, t.tata.tumpuk_tengah, t.tata.mitra) for t in sorted(tries, key=lambda t: -t.nilai)
        )
        closer = (
            Tata(round(wide * part, 2), stack, middle, mitra=least)
            for stack, middle, least in list(ways)[:2]
            for part in (1.0, 1.16)
        )
        fine = (self.descend(lembar, tata, room, 0.0, _FINE) for tata in closer)
        return max([best, *fine], key=lambda found: found.nilai)

    def starts(self, lembar: Lembar) -> Iterator[Tata]:
        """Where to begin, for each way of stacking, the plainest way first."""
        narrow = _longest_word(lembar.akar)
        small = sum(1 for root in lembar.akar for _ in _all(root)) <= 10  # on a large page there is room beside
        widths = sorted({max(narrow, round(narrow * part * 2) / 2) for part in (1.0, 1.16)})
        for stack in _stacks(lembar):
            for middle in (1, 3, 6) if _has_middle_leaves(lembar) else (1,):
                for wide in widths:
                    for least in _MITRA if small and lembar.lintas else _MITRA[:1]:
                        yield Tata(wide, stack, middle, mitra=least)

    def descend(self, lembar: Lembar, tata: Tata, room: tuple[float, float], least: float, step: float) -> _Found:
        """The best arrangement on the way from narrow columns and much height to wide ones.

        Gives up where the width alone, which only grows, makes the font smaller than ``least``.
        """
        known = self.ways.get((id(lembar), tata, step))
        if known:
            return known[1]
        best, most = tata, 0.0
        lanes = self.lanes(lembar, tata)
        for wider, made in widenings(lembar, tata, lambda tata: self.boxes(lembar, tata), self.ukur.tinggi, step):
            made = replace(made, tinggi=made.tinggi + lanes)
            size = _size(made, room)
            if size >= most:
                best, most = wider, size
            width, height = needed(made)
            free = made.lebar - max(box.kanan for box in made.petak)  # conditions reach beyond the tree
            if room[0] / width < least * MM_PER_PT:
                return _Found(most, best)
            if width / height > room[0] / room[1] and free < 0.5:
                break  # from here on the width is what is short
        found = _Found(most, best)
        self.ways[id(lembar), tata, step] = lembar, found  # kept with the page, whose id is only then its own
        return found

    def lanes(self, lembar: Lembar, tata: Tata) -> float:
        """The height that dashed lines take, as it is with plain columns stacked alike: wider ones hardly change it."""
        if not lembar.lintas:
            return 0.0
        key = id(lembar), tata.tumpuk, tata.tumpuk_tengah, tata.mitra
        if key not in self.known_lanes:
            self.known_lanes[key] = lembar, self.whole(lembar, tata).tinggi - self.boxes(lembar, tata).tinggi
        return self.known_lanes[key][1]

    def on_paper(self, lembar: Lembar, tata: Tata) -> tuple[float, Bingkai]:
        """The font of a page in points, rounded down so that all stays inside, and the frame of the page."""
        made = self.whole(lembar, tata)
        if not self.poster:
            return int(min(_size(made, self.room(lembar)), self.largest) * 100) / 100, frame(
                *self.paper, lembar, polos=self.bidang is not None
            )
        width, height = (length * POSTER * MM_PER_PT for length in needed(made))
        least = Kertas.A4.value if self.tegak else Kertas.A4.value[::-1]
        wide, high = least
        for _ in range(4):  # margins and title follow from the size of the sheet, and it from them
            sheet = frame(wide, high, lembar)
            wide = max(least[0], width + 2 * sheet.tepi)
            high = max(least[1], height + 2 * sheet.tepi + sheet.atas + sheet.bawah)
        return POSTER, frame(wide, high, lembar)

    def airy(self, lembar: Lembar, tata: Tata, ukuran: float, bingkai: Bingkai) -> Susunan:
        """The arrangement with the room that is left given to what is between the boxes."""
        room_x, room_y = (length / (ukuran * MM_PER_PT) for length in bingkai.ruang)

        def wider(steps: int, sela: float, renggang: float, antara: float) -> Tata:
            return replace(
                tata,
                sela=tata.sela + steps * sela,
                renggang=tata.renggang + steps * renggang,
                antara=tata.antara + steps * antara,
            )

        def too_large(tata: Tata) -> bool:
            width, height = needed(self.whole(lembar, tata))
            return width > room_x + 1e-6 or height > room_y + 1e-6

        for more in ((0.3, 0.05, 0.0), (0.0, 0.0, 0.1)):
            tata = wider(bisect_left(range(1, 9), True, key=lambda n: too_large(wider(n, *more))), *more)
        return self.build(lembar, tata)


def _size(susunan: Susunan, room: tuple[float, float]) -> float:
    """The font in points at which an arrangement fills a room given in mm."""
    width, height = needed(susunan)
    return min(room[0] / width, room[1] / height) / MM_PER_PT


def _stacks(lembar: Lembar) -> tuple[int, ...]:
    leaves = _longest_run(lembar.akar)
    return tuple(n for n in (1, 2, 3, 4, 5, 6, 8, 10, 13, 17, 22, 30) if n <= leaves)


def _longest_word(nodes: tuple[Simpul, ...]) -> float:
    """The width of a box whose longest word stands on one line, within reason."""
    words = {(word, part.gaya) for node in nodes for part in node.isi for word in re.split(r"\s+|(?<=[/-])", part.teks)}
    here = (read_font(style.tebal).lebar(word) + (GANTUNG if style.butir else 0) for word, style in words)
    wide = max(here, default=0.0) / SLACK + 2 * SELA_X + 0.01
    return max([9.0, min(12.5, wide), *(_longest_word(node.anak) for node in nodes if node.anak)])


def _all(node: Simpul) -> Iterator[Simpul]:
    yield node
    for child in node.anak:
        yield from _all(child)


def _longest_run(nodes: tuple[Simpul, ...]) -> int:
    here = sum(not node.anak for node in nodes)
    return max([here, 1, *(_longest_run(node.anak) for node in nodes)])


def _has_middle_leaves(lembar: Lembar) -> bool:
    deepest = rows.levels(lembar)[-1]

    def any_leaf(nodes: tuple[Simpul, ...]) -> bool:
        return any((not n.anak and n.komponen.value < deepest) or any_leaf(n.anak) for n in nodes)

    return any_leaf(lembar.akar)
