"""A page on paper: title, strip of levels, ancestors, the arrangement, legend and page number, in millimetres."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pokin_docs.drawing.font import read_font
from pokin_docs.drawing.layout.arrangement import BarisIsi, Petak, PetakLintas, Pita, Susunan
from pokin_docs.drawing.page import (
    GANTUNG,
    MERAH_TANDA,
    MM_PER_PT,
    PUDAR,
    STRIP,
    STRIP_LINTAS,
    TINTA,
    WARNA_KOMPONEN,
    Bidang,
    Garis,
    Gaya,
    Halaman,
    JenisKotak,
    Kepala,
    Kotak,
    Lembar,
    Paragraf,
    Simpul,
    Tulisan,
)

STRIP_LEBAR = 2.8
"""Width of the strip of levels, in em."""
TEPI = 0.55
"""Empty width left and right of the boxes inside the tinted levels, in em."""
LONGGAR = 0.5
"""How far a tinted level reaches above and below its boxes, in em."""
MERAH = "#B3261E"
ABU = "#5B6B7A"
_LATAR, _LATAR_LINTAS = "#F3F6F9", "#FBF3F2"
_LINE_PT = 0.75
_BULLET = "•"


@dataclass(frozen=True, slots=True)
class Bingkai:
    """The part of the paper inside the margins, and what title, ancestors and legend take of its height."""

    lebar: float
    tinggi: float
    tepi: float
    atas: float
    bawah: float
    judul: float
    """Height of the title, 0 where there is none."""

    @property
    def ruang(self) -> tuple[float, float]:
        """Width and height left for the tree, in mm."""
        return self.lebar - 2 * self.tepi, self.tinggi - 2 * self.tepi - self.atas - self.bawah


def frame(lebar: float, tinggi: float, lembar: Lembar, *, polos: bool = False) -> Bingkai:
    """The frame of a page of this size; ``polos``: of a picture without title and margins."""
    short = min(lebar, tinggi)
    margin = 0.5 if polos else 7.0 if short < 250 else 8.0 if short < 400 else 12.0
    title = 0.0 if polos else _title_size(short) * MM_PER_PT * 2.2 + 1.5
    foot = 1.9 + _LEGEND_ROW * len(_rows(lembar, lebar - 2 * margin))
    chain = sum(len(lines) * 4.1 + 2.6 for _, lines in _chain(lembar, lebar - 2 * margin))
    chain += 2.5 if lembar.leluhur else 0
    return Bingkai(lebar, tinggi, margin, title + 1.0 + chain, foot, title)


def needed(susunan: Susunan) -> tuple[float, float]:
    """Width and height in em that an arrangement takes with its strip and the tint around its levels."""
    return susunan.lebar + 2 * TEPI + STRIP_LEBAR + 0.5, susunan.tinggi + 2 * LONGGAR


def _title_size(short: float) -> float:
    return 13.0 if short < 250 else 16.0 if short < 400 else 20.0


_CHAIN_STEP, _CHAIN_TEXT = 4.0, 38.0
"""How far each ancestor stands right of the one above it, and its text right of its edge, in mm."""


def _chain(lembar: Lembar, lebar: float) -> list[tuple[Simpul, tuple[str, ...]]]:
    """The ancestors of a page with their lines of text; 9 pt on 4.1 mm."""
    font = read_font(True)
    em = 9 * MM_PER_PT
    return [
        (node, font.baris(node.isi[0].teks, (lebar - _CHAIN_TEXT - 4.0 - depth * _CHAIN_STEP) / em))
        for depth, node in enumerate(lembar.leluhur)
    ]


class _Page:
    """Turns lengths in em into millimetres on one page."""

    def __init__(self, bingkai: Bingkai, susunan: Susunan, ukuran: float) -> None:
        self.em = ukuran * MM_PER_PT
        self.pt = ukuran
        width, height = (length * self.em for length in needed(susunan))
        room_x, room_y = bingkai.ruang
        self.left = bingkai.tepi + max(0.0, room_x - width) / 2
        self.x0 = self.left + (STRIP_LEBAR + 0.5 + TEPI) * self.em
        # A little above the middle looks like the middle.
        self.y0 = bingkai.tepi + bingkai.atas + max(0.0, room_y - height) * 0.4 + LONGGAR * self.em
        self.right = self.left + width

    def x(self, em: float) -> float:
        return round(self.x0 + em * self.em, 3)

    def y(self, em: float) -> float:
        return round(self.y0 + em * self.em, 3)


def compose(
    lembar: Lembar, susunan: Susunan, bingkai: Bingkai, ukuran: float, kepala: Kepala, nomor: int, jumlah: int
) -> Halaman:
    """The page in millimetres; ``ukuran`` is the font size of its boxes in points."""
    page = _Page(bingkai, susunan, ukuran)
    boxes = [_box(box, page) for box in susunan.petak]
    boxes += [_condition(box, page) for box in susunan.lintas]
    first = len(susunan.petak)
    lines = tuple(
        Garis(
            tuple((page.x(x), page.y(y)) for x, y in line.titik),
            MERAH if line.putus else "#4A5A68",
            _LINE_PT * (1.2 if line.putus else 1.0),
            line.putus,
            line.dari + first if line.putus else line.dari,
            line.ke,
        )
        for line in susunan.jalur
    )
    strip, tints = zip(*(_level(n, band, page) for n, band in enumerate(susunan.pita)), strict=True)
    legend, samples = _legend(lembar, bingkai)
    ancestors = tuple(_ancestors(lembar, bingkai))
    about = (*_title(bingkai, kepala, lembar), *_page_number(bingkai, nomor, jumlah)) if bingkai.judul else ()
    texts = (*about, *legend)
    side = bingkai.tepi if bingkai.judul else 0.0
    return Halaman(
        nomor, bingkai.lebar, bingkai.tinggi, round(ukuran, 2), _name(kepala, lembar), _summary(lembar, kepala),
        tints, (*boxes, *strip, *ancestors), lines, texts, samples, (side, side + bingkai.judul, side, side),
    )  # fmt: skip


def _box(box: Petak, page: _Page) -> Kotak:
    fill, ink, outline = WARNA_KOMPONEN[box.simpul.komponen]
    number = box.simpul.nomor
    x, y = page.x(box.x), page.y(box.y)
    lines = tuple(_lines(box.isi, x, y, ink, page))
    return Kotak(
        box.simpul.jenis, x, y, round(box.lebar * page.em, 3), round(box.tinggi * page.em, 3), fill, outline, 0.9,
        ink, page.pt, box.simpul.isi, lines, number, komponen=box.simpul.komponen,
    )  # fmt: skip


def _condition(box: PetakLintas, page: _Page) -> Kotak:
    x, y = page.x(box.x), page.y(box.y)
    return Kotak(
        JenisKotak.LINTAS, x, y, round(box.lebar * page.em, 3), round(box.tinggi * page.em, 3), "#FFFFFF", MERAH, 1.1,
        TINTA, page.pt, box.paragraf, tuple(_lines(box.isi, x, y, TINTA, page)), box.nomor, putus=True,
    )  # fmt: skip


def _lines(lines: tuple[BarisIsi, ...], x: float, y: float, ink: str, page: _Page) -> Iterator[Tulisan]:
    for line in lines:
        quiet = PUDAR[ink] if line.paragraf.gaya is Gaya.KODE else ink
        colour = MERAH_TANDA if line.paragraf.tanda else quiet
        at = round(x + line.x * page.em, 3), round(y + line.y * page.em, 3)
        bold = line.paragraf.gaya.tebal
        if line.butir:
            yield Tulisan(round(at[0] - (GANTUNG - 0.04) * page.em, 3), at[1], _BULLET, page.pt, bold, colour)
        yield Tulisan(*at, line.teks, page.pt, bold, colour)


def _level(number: int, band: Pita, page: _Page) -> tuple[Kotak, Bidang]:
    """The label of a level in the strip, and the tint behind its boxes."""
    y, height = page.y(band.y - LONGGAR), (band.tinggi + 2 * LONGGAR) * page.em
    left, wide = round(page.left, 3), round(STRIP_LEBAR * page.em, 3)
    fill, ink, outline = WARNA_KOMPONEN[band.komponen] if band.komponen else ("#FFFFFF", MERAH, MERAH)
    label = STRIP[band.komponen] if band.komponen else STRIP_LINTAS
    second = band.komponen.label if band.komponen and band.komponen.value else ""
    middle = round(y + height / 2, 3)
    at = [1.25, 2.4] if second else [1.75]
    texts = [
        Tulisan(round(left + dx * page.em, 3), middle, text, page.pt, n == 0, ink, "tengah", putar=True)
        for n, (dx, text) in enumerate(zip(at, (label, second), strict=False))
    ]
    parts = tuple(Paragraf(text.teks, Gaya.KINERJA if text.tebal else Gaya.KODE) for text in texts)
    box = Kotak(
        JenisKotak.JENJANG, left, y, wide, round(height, 3), fill, outline, 0.9, ink, page.pt, parts, tuple(texts),
        komponen=band.komponen,
    )  # fmt: skip
    tint = _LATAR if band.komponen else _LATAR_LINTAS
    start = left + wide + 0.5 * page.em
    return box, Bidang(round(start, 3), y, round(page.right - start, 3), round(height, 3), tint)


def _title(bingkai: Bingkai, kepala: Kepala, lembar: Lembar) -> Iterator[Tulisan]:
    size = _title_size(min(bingkai.lebar, bingkai.tinggi))
    middle = bingkai.lebar / 2
    text = " ".join(part for part in ("POHON KINERJA", kepala.perangkat_daerah.upper()) if part)
    wide = read_font(True).lebar(text) * size * MM_PER_PT
    size_1 = min(size, size * (bingkai.lebar - 2 * bingkai.tepi) / wide) if wide else size
    y = bingkai.tepi + size * MM_PER_PT * 0.95
    yield Tulisan(middle, round(y, 3), text, round(size_1, 2), True, "#16325C", "tengah")
    second = "  ·  ".join(part for part in (kepala.baris_kedua, lembar.bagian) if part)
    if second:
        small = size * 0.68
        wide = read_font(False).lebar(second) * small * MM_PER_PT
        small = min(small, small * (bingkai.lebar - 2 * bingkai.tepi) / wide)
        yield Tulisan(middle, round(y + size * MM_PER_PT * 1.05, 3), second, round(small, 2), False, ABU, "tengah")


def _name(kepala: Kepala, lembar: Lembar) -> str:
    return " ".join(part for part in ("Pohon Kinerja", kepala.perangkat_daerah, kepala.tahun, lembar.bagian) if part)


def _summary(lembar: Lembar, kepala: Kepala) -> str:
    """One sentence for those who cannot see the picture."""

    def count(nodes: tuple[Simpul, ...]) -> int:
        return sum(1 + count(node.anak) for node in nodes)

    head = f"Pohon kinerja {kepala.perangkat_daerah}".strip()
    tops = "; ".join(node.isi[0].teks for node in lembar.akar)
    beside = f", dan {len(lembar.lintas)} kondisi lintas perangkat daerah" if lembar.lintas else ""
    return f"{head}: {count(lembar.akar)} kinerja di bawah «{tops}»{beside}."


def _ancestors(lembar: Lembar, bingkai: Bingkai) -> Iterator[Kotak]:
    chain = _chain(lembar, bingkai.lebar - 2 * bingkai.tepi)
    y = bingkai.tepi + bingkai.judul
    for depth, (node, lines) in enumerate(chain):
        fill, ink, outline = WARNA_KOMPONEN[node.komponen]
        left = bingkai.tepi + depth * _CHAIN_STEP
        height = len(lines) * 4.1 + 1.6
        texts = [Tulisan(left + 2.2, round(y + 3.9, 3), node.komponen.label, 8.0, False, ink)]
        texts += [
            Tulisan(left + _CHAIN_TEXT, round(y + 3.9 + n * 4.1, 3), line, 9.0, True, ink)
            for n, line in enumerate(lines)
        ]
        parts = (Paragraf(node.komponen.label, Gaya.KODE), node.isi[0])
        width = bingkai.lebar - bingkai.tepi - left
        yield Kotak(
            JenisKotak.LELUHUR, left, round(y, 3), width, height, fill, outline, 0.9, ink, 9.0, parts, tuple(texts),
            node.nomor, komponen=node.komponen,
        )  # fmt: skip
        y += height + 1.0


_LEGEND_PT, _LEGEND_ROW = 7.5, 4.6
"""Font of the legend in points, height of its rows in mm."""


@dataclass(frozen=True, slots=True)
class _Entry:
    """One meaning of the legend: its text and the sample before it."""

    teks: str
    isi: str = ""
    garis: str = ""
    putus: bool = False
    tebal: bool = False

    @property
    def lebar(self) -> float:
        sample = 6.6 if self.garis else 0.0
        return sample + read_font(self.tebal).lebar(self.teks) * _LEGEND_PT * MM_PER_PT


def _entries(lembar: Lembar) -> Iterator[_Entry]:
    """Only what the page has."""
    shown = [node for root in lembar.akar for node in _all(root)]
    for komponen in sorted({node.komponen for node in shown}, key=lambda komponen: komponen.value):
        fill, _, outline = WARNA_KOMPONEN[komponen]
        yield _Entry(komponen.label, fill, outline)
    yield _Entry("huruf tebal: kinerja", tebal=True)
    yield _Entry("•  indikator kinerja")
    if any(part.gaya is Gaya.KODE for node in shown for part in node.isi):
        yield _Entry("baris akhir: kode · jenis PK · pemilik")
    if lembar.lintas:
        yield _Entry("dukungan lintas perangkat daerah", "#FFFFFF", MERAH, putus=True)


def _rows(lembar: Lembar, lebar: float) -> list[list[tuple[float, _Entry]]]:
    """The legend in rows; each entry with its x from the left margin. Room for the page number stays free."""
    rows: list[list[tuple[float, _Entry]]] = [[]]
    x = 0.0
    for entry in _entries(lembar):
        if rows[-1] and x + entry.lebar > lebar - 32:
            rows.append([])
            x = 0.0
        rows[-1].append((x, entry))
        x += entry.lebar + 5.0
    return rows


def _legend(lembar: Lembar, bingkai: Bingkai) -> tuple[list[Tulisan], tuple[Kotak, ...]]:
    rows = _rows(lembar, bingkai.lebar - 2 * bingkai.tepi)
    texts: list[Tulisan] = []
    samples: list[Kotak] = []
    for number, row in enumerate(rows):
        y = round(bingkai.tinggi - bingkai.tepi - 0.6 - (len(rows) - 1 - number) * _LEGEND_ROW, 3)
        for dx, entry in row:
            x = round(bingkai.tepi + dx, 3)
            if entry.garis:
                samples.append(
                    Kotak(
                        JenisKotak.JENJANG, x, round(y - 2.5, 3), 5.2, 3.0, entry.isi, entry.garis, 0.9, TINTA,
                        _LEGEND_PT, (), (), putus=entry.putus,
                    )
                )  # fmt: skip
                x = round(x + 6.6, 3)
            texts.append(Tulisan(x, y, entry.teks, _LEGEND_PT, entry.tebal, ABU))
    return texts, tuple(samples)


def _all(node: Simpul) -> Iterator[Simpul]:
    yield node
    for child in node.anak:
        yield from _all(child)


def _page_number(bingkai: Bingkai, nomor: int, jumlah: int) -> Iterator[Tulisan]:
    if jumlah > 1:
        right, y = bingkai.lebar - bingkai.tepi, bingkai.tinggi - bingkai.tepi - 0.6
        yield Tulisan(right, y, f"Halaman {nomor} dari {jumlah}", 8.0, True, ABU, "kanan")
