"""What a regulation wants in a kind of document, as data: wording, fields, signatures, tables, chapters.

Compared without regard to case, punctuation and line breaks, and with room for other words
in between, so that an office may restyle and lengthen.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Naskah:
    """A sentence that must stand in the form; ``wajib`` tells whether the document is none of its kind without it.

    ``usul`` is the whole of it where ``bunyi`` are only the words by which it is known.
    """

    sebutan: str
    bunyi: str
    wajib: bool
    usul: str = ""


@dataclass(frozen=True, slots=True)
class Paragraf:
    """Sentences that are one paragraph: said together where none of them is there, else each for itself."""

    sebutan: str
    kalimat: tuple[Naskah, ...]


@dataclass(frozen=True, slots=True)
class Pihak:
    """The lines that tell who a party is, before the parts are signed; ``isian`` is the record of the party."""

    sebutan: str
    isian: str


@dataclass(frozen=True, slots=True)
class Cetakan:
    """Something printed that the form has, any of ``isian``; ``letak`` is ``pernyataan``, ``lampiran`` or ``""``."""

    sebutan: str
    isian: tuple[str, ...]
    letak: str
    wajib: bool
    usul: str = ""


@dataclass(frozen=True, slots=True)
class Kolom:
    """A column of a table: words of which one must stand in its head, and the field below it."""

    sebutan: str
    judul: tuple[str, ...]
    isian: str
    usul: str


@dataclass(frozen=True, slots=True)
class Tabel:
    """A table that the form has, known by the list it prints."""

    sebutan: str
    daftar: str
    kolom: tuple[Kolom, ...]
    wajib: bool


@dataclass(frozen=True, slots=True)
class TandaTangan:
    """Place, date and the signatures of all parties below a part: ``Pernyataan`` or ``Lampiran``."""

    bagian: str
    tanggal: Cetakan


@dataclass(frozen=True, slots=True)
class Bab:
    """A chapter, known by its title."""

    sebutan: str
    judul: str


@dataclass(frozen=True, slots=True)
class DaftarTabel:
    """A table that is asked for by its list only, whatever its columns."""

    sebutan: str
    daftar: str


@dataclass(frozen=True, slots=True)
class Cabang:
    """A field that conditions of a template ask for: its values, and what a document with each is called.

    ``dari_nama`` tells that a template of its own for one value has it in its file name (``pk-jpt.docx``).
    ``kecuali`` is a word of parts that have a value by themselves, and need not be told for which.
    """

    isian: str
    nilai: Mapping[object, str] = field(hash=False)
    awalan: str = ""
    dari_nama: bool = False
    kecuali: str = ""


Bagian = Naskah | Paragraf | Pihak | Cetakan | TandaTangan | Tabel | Bab | DaftarTabel


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """A form, part by part in the order of its regulation ``dasar``.

    ``pihak`` are the parties that sign, in the order of their signatures; ``batas`` is the list with which the
    Lampiran begins.
    """

    dasar: str
    urutan: tuple[Bagian, ...]
    pihak: tuple[Pihak, ...] = ()
    batas: str = ""
    cabang: tuple[Cabang, ...] = field(default=())


NAMA_PIHAK = ("nama", "nama_cetak")
"""Fields of a party of which one is its name."""

SETARA = {"kesatu": "pertama", "i": "pertama", "ii": "kedua"}
"""Words that stand for one of a form in usage."""
