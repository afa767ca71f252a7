"""What is found in a Word template, with the place as a person finds it in Word and as a program does."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from typing import Any

from pokin_docs.model.findings import Temuan


@dataclass(frozen=True, slots=True)
class Letak:
    """A place in a template.

    For people: ``bagian`` (``isi``, ``kepala halaman``, …), the nearest heading above, table, row and column counted
    from 1 (0: not in a table; the column is the cell's number in its row), and the sentence, shortened when it is
    long. For programs: ``berkas`` is the XML part, ``paragraf`` the number of the paragraph among all ``w:p`` of that
    part in document order, from 0 (-1: not in a paragraph), ``awal`` to ``akhir`` the characters of its text that are
    meant (both 0: the whole paragraph).

    The text of a paragraph here is what lies in its own ``w:t`` (not those of paragraphs in a text box inside it, and
    nothing deleted), where ``w:br``, ``w:cr``, ``w:tab``, ``w:ptab``, ``w:noBreakHyphen`` and ``w:softHyphen`` are one
    character each.
    """

    bagian: str
    judul: str = ""
    tabel: int = 0
    baris: int = 0
    kolom: int = 0
    kalimat: str = ""
    berkas: str = ""
    paragraf: int = -1
    awal: int = 0
    akhir: int = 0

    def __str__(self) -> str:
        """The place in words: ``isi, di bawah judul «LAMPIRAN», tabel 2 baris 3 kolom 1``."""
        words = [self.bagian]
        if self.judul:
            words.append(f"di bawah judul «{self.judul}»")
        if self.tabel:
            words.append(f"tabel {self.tabel} baris {self.baris} kolom {self.kolom}")
        return ", ".join(words)


Simpul = tuple[str, int]
"""An element of a part: its local name and its number in document order."""


@dataclass(frozen=True, slots=True)
class Kalimat:
    """A text of a part that may hold tags: a paragraph, an attribute, a deleted text, a field code.

    ``jalur`` are the elements from the root down to the one that holds the text. ``potongan`` tells where in the text
    each piece begins and which elements lie between the paragraph and it: a tag may not reach from one hyperlink
    into another. ``lain`` is what else stands in the paragraph and would be lost with it (``gambar``, …);
    ``gaya`` its style.
    """

    teks: str
    letak: Letak
    jenis: str
    jalur: tuple[Simpul, ...]
    potongan: tuple[tuple[int, tuple[str, ...]], ...] = ()
    lain: str = ""
    gaya: str = ""

    def leluhur(self, nama: str) -> Simpul | None:
        """The nearest element of that name around the text, itself included."""
        return next((node for node in reversed(self.jalur) if node[0] == nama), None)


@dataclass(slots=True)
class Tag:
    """A tag as it was understood, mended where it is plain what was meant.

    ``awal`` to ``akhir`` are its characters in the sentence number ``kalimat``; ``pembuka`` is ``{{`` or ``{%``;
    ``awalan`` the docxtpl prefix (``p``, ``tr``, ``tc``, ``r`` or nothing); ``isi`` the Jinja between the braces;
    ``kata`` the first word of a statement. ``terbaca`` tells whether ``isi`` can be parsed.
    """

    kalimat: int
    awal: int
    akhir: int
    pembuka: str
    awalan: str
    isi: str
    kata: str = ""
    terbaca: bool = True

    def tulis(self, *, awalan: str | None = None, isi: str = "") -> str:
        """The tag as a clerk should type it."""
        prefix = self.awalan if awalan is None else awalan
        closer = "}}" if self.pembuka == "{{" else "%}"
        return f"{self.pembuka}{prefix} {(isi or self.isi).strip()} {closer}"


@dataclass(frozen=True, slots=True)
class Cacat:
    """A fault of a template before it has a place: a code of the catalogue, what fills its message, proposals.

    ``akhir`` 0 means the whole sentence.
    """

    kode: str
    kalimat: int
    awal: int
    akhir: int
    rincian: tuple[tuple[str, str], ...]
    usul: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TemuanTemplat:
    """One fault of a template; its message names ``letak`` already.

    ``usul`` are proposals, the best first: for a name the right path (``pihak_pertama.nama``), otherwise the text to
    put in place of what stands from ``letak.awal`` to ``letak.akhir``.
    """

    temuan: Temuan
    letak: Letak
    usul: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CakupanIsian:
    """Whether a field of the documents is printed anywhere in a template; ``isian`` is its path, lists as ``x[].y``.

    ``ditanya`` tells that it is there to be asked for, and nobody prints it.
    """

    isian: str
    tercetak: bool
    ditanya: bool = False


@dataclass(frozen=True, slots=True)
class PemeriksaanTemplat:
    """All that can be said of a template without filling it."""

    temuan: tuple[TemuanTemplat, ...]
    cakupan: tuple[CakupanIsian, ...]


@dataclass(slots=True)
class Blok:
    """A block of tags: the numbers of those that open it, part it (else) and close it (-1: nothing does)."""

    kata: str
    buka: int
    tengah: list[int] = field(default_factory=list)
    tutup: int = -1


@dataclass(frozen=True, slots=True)
class Bahasa:
    """The language of the templates: how it is parsed, what is wrong with a piece of it, what exists besides fields.

    ``parse`` gives the syntax tree, ``salah`` a message or nothing; ``penyaring`` filters, ``uji`` tests, ``metode``
    methods of a text, ``bebas`` names of no known type.
    """

    parse: Callable[[str], Any]
    salah: Callable[[str], str]
    penyaring: Mapping[str, Callable[..., object]]
    uji: Collection[str]
    metode: Collection[str]
    bebas: Collection[str]


@dataclass(slots=True)
class BagianTemplat:
    """A part of a template while it is examined: its sentences and tags, and what was learned of them.

    ``ditegur`` are tags with a fault of their own, their number to that of the fault. ``trees`` has the Jinja of each
    tag alone (None without names), ``cetak`` the fields each tag prints, ``dimaksud`` those that tags with a wrong name
    were meant to print. ``kabur`` tells that a loop cannot be understood, so that what stands in it is not known.
    ``pindah`` are tags that open or close a block whose other tag stands where it cannot belong to them.
    """

    kalimat: list[Kalimat]
    tags: list[Tag] = field(default_factory=list)
    cacat: list[Cacat] = field(default_factory=list)
    ditegur: dict[int, int] = field(default_factory=dict)
    blok: list[Blok] = field(default_factory=list)
    trees: list[Any] = field(default_factory=list)
    cetak: dict[int, set[str]] = field(default_factory=dict)
    dimaksud: dict[int, set[str]] = field(default_factory=dict)
    kabur: bool = False
    pindah: set[int] = field(default_factory=set)

    def tegur(self, tag: Tag, pesan: str, usul: str = "") -> None:
        """Add a fault of a tag (T03)."""
        usulan = (usul,) if usul else ()
        self.cacat.append(Cacat("T03", tag.kalimat, tag.awal, tag.akhir, (("pesan", pesan),), usulan))


@dataclass(frozen=True, slots=True)
class Tampak:
    """A sentence that a kind of document prints: its number, what it says without tags, the fields it prints."""

    nomor: int
    kalimat: Kalimat
    teks: str
    isian: frozenset[str]


@dataclass(frozen=True, slots=True)
class Asing:
    """A name that nothing has: as typed, its parts, what is known where it stands, and what the tag wants of it.

    ``untuk`` is ``cetak``, ``ulang`` (a list) or ``syarat``.
    """

    tag: int
    nama: str
    ruas: tuple[str, ...]
    lingkup: Mapping[str, object]
    untuk: str


@dataclass(slots=True)
class HasilIsian:
    """What was found: faults, names that nothing has, and which fields are printed or asked for.

    ``cetak`` has the printed ones by tag, ``ulangan`` the loops by tag with variable and kind, ``dipakai`` the loop
    variables by tag and name with how often they are used.
    """

    cacat: list[Cacat] = field(default_factory=list)
    asing: list[Asing] = field(default_factory=list)
    cetak: dict[int, set[str]] = field(default_factory=dict)
    ditanya: set[str] = field(default_factory=set)
    ulangan: dict[int, tuple[str, object]] = field(default_factory=dict)
    dipakai: Counter[tuple[int, str]] = field(default_factory=Counter)
