"""The drawn tree: what its boxes say, and where boxes, lines and texts stand on paper.

Places and sizes on paper are in millimetres from the top left corner, font sizes and line widths in points.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from pokin_docs.model.levels import KomponenPerencanaan

MM_PER_PT = 25.4 / 72
Titik = tuple[float, float]

# Inside a box, in parts of its font size. Every output sets its texts by these, so that lines break alike.
SELA_X, SELA_Y = 0.5, 0.37
"""Empty width left and right of the text, empty height above and below."""
TINGGI_BARIS = 1.13
"""From baseline to baseline."""
ANTAR_PARAGRAF = 0.26
"""Extra height between two paragraphs."""
GANTUNG = 0.66
"""Where the text of a bulleted paragraph begins."""
PUTUS = (1.6, 1.1)
"""Piece and gap of a dashed line, in mm."""
TINTA, PUTIH, MERAH_TANDA = "#10222E", "#FFFFFF", "#B00020"
PUDAR = {TINTA: "#3B5261", PUTIH: "#DCE8F1"}
"""Ink of what is said last, on light and on dark boxes; its contrast stays above 4.5."""


class Kertas(Enum):
    """Paper: short and long side in mm. A poster is as large as its text needs."""

    A4 = (210.0, 297.0)
    F4 = (215.0, 330.0)
    A3 = (297.0, 420.0)
    A2 = (420.0, 594.0)
    POSTER = (0.0, 0.0)

    @classmethod
    def dari(cls, nama: str) -> Kertas:
        """The paper of a name on the command line: ``a3``."""
        return cls[nama.upper()]


@dataclass(frozen=True, slots=True)
class PilihanGambar:
    """What is asked for: paper, whether it stands upright, and what a box shows beside its kinerja.

    ``bidang`` is the width and height in mm of a picture inside a document: it takes the place of the paper, and such a
    picture has neither title nor margin nor page number, which are the document's.
    """

    kertas: Kertas = Kertas.A3
    tegak: bool = False
    target: bool = False
    pemilik: bool = True
    bidang: tuple[float, float] | None = None


class Gaya(Enum):
    """What a paragraph of a box is."""

    KINERJA = "kinerja"
    INDIKATOR = "indikator"
    KODE = "kode"
    """Code, PK class and owner."""
    LANJUT = "lanjut"
    MITRA = "mitra"

    @property
    def tebal(self) -> bool:
        """Whether it is set in bold."""
        return self in (Gaya.KINERJA, Gaya.LANJUT)

    @property
    def butir(self) -> bool:
        """Whether it hangs on a bullet."""
        return self in (Gaya.INDIKATOR, Gaya.MITRA)


@dataclass(frozen=True, slots=True)
class Paragraf:
    """One paragraph of a box. ``tanda`` is set where it is the mark of a missing value."""

    teks: str
    gaya: Gaya
    tanda: bool = False


class JenisKotak(Enum):
    """What a box is on its page."""

    KINERJA = "kinerja"
    """A kinerja with all that belongs to it; every kinerja has exactly one such box."""
    LANJUT = "lanjut"
    """A kinerja of an overview whose own page is named."""
    ULANG = "ulang"
    """A kinerja repeated because its children need several pages."""
    LINTAS = "lintas"
    """A cross-cutting condition with the agencies that help to reach it."""
    LELUHUR = "leluhur"
    """A kinerja above those of the page."""
    JENJANG = "jenjang"
    """A label of the strip of levels."""


@dataclass(frozen=True, slots=True)
class Simpul:
    """A kinerja as one page shows it, with those of its children that stand on the same page."""

    nomor: int
    komponen: KomponenPerencanaan
    jenis: JenisKotak
    isi: tuple[Paragraf, ...]
    anak: tuple[Simpul, ...] = ()


@dataclass(frozen=True, slots=True)
class Lintas:
    """A cross-cutting condition; ``nomor`` is the kinerja it is about, None where it stands for the whole agency."""

    isi: tuple[Paragraf, ...]
    nomor: int | None


@dataclass(frozen=True, slots=True)
class Lembar:
    """What one page shows: the trees below each other's side, who stands above them, and the conditions beside."""

    akar: tuple[Simpul, ...]
    lintas: tuple[Lintas, ...] = ()
    leluhur: tuple[Simpul, ...] = ()
    bagian: str = ""


@dataclass(frozen=True, slots=True)
class Kepala:
    """The title of the drawing: agency, government, year; blank what is not known."""

    perangkat_daerah: str
    pemda: str
    tahun: str

    @property
    def baris_kedua(self) -> str:
        """Government and year in one line."""
        return "  ·  ".join(part for part in (self.pemda.upper(), self.tahun and f"TAHUN {self.tahun}") if part)


@dataclass(frozen=True, slots=True)
class Tulisan:
    """One line of text. ``x`` is its left end, middle or right end as ``rata`` says; ``y`` its baseline.

    ``putar``: it runs upwards. ``jarak`` in mm is how much each of its blanks is wider than the font says.
    """

    x: float
    y: float
    teks: str
    ukuran: float
    tebal: bool = False
    warna: str = "#000000"
    rata: str = "kiri"
    putar: bool = False


class Persegi:
    """What has a place and a size: the edges that follow from them."""

    __slots__ = ()
    x: float
    y: float
    lebar: float
    tinggi: float

    @property
    def tengah(self) -> float:
        """The x of its middle."""
        return self.x + self.lebar / 2

    @property
    def kanan(self) -> float:
        """Its right edge."""
        return self.x + self.lebar

    @property
    def bawah(self) -> float:
        """Its lower edge."""
        return self.y + self.tinggi


@dataclass(frozen=True, slots=True)
class Kotak(Persegi):
    """A box with its lines of text. ``paragraf`` are the same texts unbroken, with the font size ``ukuran``."""

    jenis: JenisKotak
    x: float
    y: float
    lebar: float
    tinggi: float
    isi: str
    garis: str
    tebal_garis: float
    tinta: str
    ukuran: float
    paragraf: tuple[Paragraf, ...]
    baris: tuple[Tulisan, ...]
    nomor: int | None = None
    putus: bool = False
    komponen: KomponenPerencanaan | None = None

    @property
    def jari(self) -> float:
        """Radius of its round corners in mm."""
        return 0.4 if self.jenis is JenisKotak.JENJANG else 0.8


@dataclass(frozen=True, slots=True)
class Bidang(Persegi):
    """A plain tinted rectangle behind the boxes of one level."""

    x: float
    y: float
    lebar: float
    tinggi: float
    isi: str


@dataclass(frozen=True, slots=True)
class Garis:
    """A line of straight pieces between two boxes, which ``dari`` and ``ke`` name by their place in ``kotak``."""

    titik: tuple[Titik, ...]
    warna: str
    tebal: float
    putus: bool
    dari: int
    ke: int


@dataclass(frozen=True)
class Halaman:
    """One page. ``ukuran`` is the font size of its boxes, ``ringkas`` what it shows in one sentence."""

    nomor: int
    lebar: float
    tinggi: float
    ukuran: float
    judul: str
    ringkas: str
    bidang: tuple[Bidang, ...]
    kotak: tuple[Kotak, ...]
    garis: tuple[Garis, ...]
    tulisan: tuple[Tulisan, ...]
    contoh: tuple[Kotak, ...] = ()
    """Samples of the legend."""
    tepi: tuple[float, float, float, float] = (0.0, 0.0, 0.0, 0.0)
    """Left, top, right and bottom in mm: what a document that shows the page leaves out, being margin and title."""


@dataclass(frozen=True)
class Gambar:
    """The whole drawing."""

    judul: str
    halaman: tuple[Halaman, ...]


BIDANG_RENSTRA = (400.0, 254.0)
"""Width and height in mm that the shipped Renstra has for a picture of the tree, without its caption."""

# One hue from dark to light: the order of levels shows on a grey copy too (luminance falls by steps of 18 % or more).
WARNA_KOMPONEN: dict[KomponenPerencanaan, tuple[str, str, str]] = {
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
