"""The arrangement of one page before it is put on paper: all lengths in em, 1 being the font size of the boxes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from pokin_docs.drawing.page import JenisKotak, Paragraf, Persegi, Simpul, Titik
from pokin_docs.model.levels import KomponenPerencanaan


@dataclass(frozen=True, slots=True)
class Tata:
    """What the search tries: width of a plain box, how many childless siblings stand below each other.

    ``tumpuk`` counts for the lowest level of the page, ``tumpuk_tengah`` for the others. ``sela`` is the empty
    height between two levels, ``renggang`` that between boxes of a stack.
    """

    lebar: float
    tumpuk: int
    tumpuk_tengah: int = 1
    sela: float = 1.65
    renggang: float = 0.6
    antara: float = 0.75
    """Empty width between neighbours."""
    sulur: float = 0.9
    """Width left of a stack for the line that its boxes hang on."""
    mitra: float = 13.0
    """Least width of the box of a cross-cutting condition."""
    kolom: Mapping[int, float] = field(default_factory=dict, hash=False)
    """Width of the boxes of single columns, by the number of the kinerja on top."""


@dataclass(frozen=True, slots=True)
class BarisIsi:
    """A line of a box: its left end and baseline from the corner of the box."""

    x: float
    y: float
    teks: str
    paragraf: Paragraf
    butir: bool = False
    """Whether the bullet of its paragraph stands before it."""


@dataclass(frozen=True, slots=True)
class Petak(Persegi):
    """A box in its place. ``sulur`` is the x of the line it hangs on, None where it hangs by its middle.

    ``pita`` counts the levels of the page from 0. ``langsung``: its line comes straight down from the parent.
    """

    simpul: Simpul
    x: float
    lebar: float
    pita: int
    y: float = 0.0
    tinggi: float = 0.0
    isi: tuple[BarisIsi, ...] = ()
    sulur: float | None = None
    langsung: bool = False

    def memuat(self, nomor: int) -> bool:
        """Whether it is the box of this kinerja, not a mention of it."""
        return self.simpul.nomor == nomor and self.simpul.jenis is JenisKotak.KINERJA

    def turun(self, lebih: float) -> Petak:
        """The same box so much lower; thousands are moved while a page is laid out."""
        return Petak(
            self.simpul, self.x, self.lebar, self.pita, self.y + lebih, self.tinggi, self.isi, self.sulur, self.langsung
        )


@dataclass(frozen=True, slots=True)
class PetakLintas(Persegi):
    """A cross-cutting condition in its place; ``nomor`` is the kinerja it is about."""

    x: float
    y: float
    lebar: float
    tinggi: float
    isi: tuple[BarisIsi, ...]
    paragraf: tuple[Paragraf, ...]
    nomor: int | None


@dataclass(frozen=True, slots=True)
class Pita:
    """The height of one level; ``komponen`` is None for a level that holds cross-cutting conditions alone."""

    komponen: KomponenPerencanaan | None
    y: float
    tinggi: float

    @property
    def bawah(self) -> float:
        """Its lower edge."""
        return self.y + self.tinggi


@dataclass(frozen=True, slots=True)
class Jalur:
    """A line between two boxes: ``ke`` counts ``petak``, ``dari`` too or, where ``putus``, ``lintas``."""

    titik: tuple[Titik, ...]
    dari: int
    ke: int
    putus: bool = False


@dataclass(frozen=True, slots=True)
class Susunan:
    """All boxes and levels of a page in their places, and the lines between them."""

    lebar: float
    tinggi: float
    petak: tuple[Petak, ...]
    pita: tuple[Pita, ...]
    lintas: tuple[PetakLintas, ...] = ()
    jalur: tuple[Jalur, ...] = ()

    def petak_dari(self, nomor: int | None) -> int | None:
        """The place in ``petak`` of the box of this kinerja; None stands for the whole agency, hence the topmost."""
        if nomor is None:
            return 0
        return next((n for n, box in enumerate(self.petak) if box.memuat(nomor)), None)

    def direnggangkan(self, lebih: Sequence[float], celah: Sequence[float] = ()) -> Susunan:
        """The same with levels made higher by ``lebih`` and with so much more height, ``celah``, below each."""
        gaps = celah or [0.0] * len(lebih)
        if not any(lebih) and not any(gaps):
            return self
        down = [sum(lebih[:n]) + sum(gaps[:n]) for n in range(len(lebih))]
        bands = tuple(Pita(band.komponen, band.y + down[n], band.tinggi + lebih[n]) for n, band in enumerate(self.pita))
        boxes = tuple(box.turun(down[box.pita] + lebih[box.pita] / 2) for box in self.petak)
        return replace(self, petak=boxes, pita=bands, tinggi=bands[-1].bawah + gaps[-1])
