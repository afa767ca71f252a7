"""What render takes: the field names are the placeholders of the templates.

Every value is a text as it is printed, a yes or no, or a tuple of such records: nothing that a template could
call. A missing value is a ``Tanda``: the visible mark printed in its place.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator
from dataclasses import dataclass, fields, is_dataclass
from functools import cached_property, lru_cache, partial
from typing import get_args, get_type_hints

from pokin_docs.model.rows import Isian
from pokin_docs.model.source import CellRef


@dataclass(frozen=True, slots=True)
class Tanda:
    """The mark printed where a value is missing: ``[target 2026 belum diisi: Tahap 5!N12]``."""

    teks: str


Teks = str | Tanda


def missing(apa: str, asal: CellRef | str) -> Tanda:
    """The mark for a value that is not there, naming the place to fill."""
    tempat = str(asal)
    return Tanda(f"[{apa} belum diisi: {tempat}]" if tempat else f"[{apa} belum diisi]")


def filled(isian: Isian, apa: str) -> Teks:
    """The text of a cell exactly as it stands, or the mark that names the cell when it is blank."""
    return isian.teks if isian else missing(apa, isian.asal)


class GambarCetak:
    """A picture that a placeholder prints; to a template it is a value like a text, nothing of it can be asked for.

    ``sidik`` is the sha256 of all it is drawn from and stands for its bytes, which are made when somebody asks for
    them: a document that is not filled again needs none. ``lebar`` and ``tinggi`` in mm are its size on paper where
    there is room, ``potong`` the parts of its left, top, right and bottom side that are not shown, ``alt`` a sentence
    for those who cannot see it.
    """

    __slots__ = ("_buat", "alt", "lebar", "potong", "sidik", "tinggi")

    def __init__(
        self, sidik: str, lebar: float, tinggi: float, alt: str, buat: Callable[[], bytes],
        potong: tuple[float, float, float, float] = (0.0, 0.0, 0.0, 0.0),
    ) -> None:  # fmt: skip
        self.sidik, self.lebar, self.tinggi, self.alt, self.potong, self._buat = sidik, lebar, tinggi, alt, potong, buat

    def png(self) -> bytes:
        """The picture as a PNG; ``buat`` makes it once and keeps it."""
        return self._buat()

    def __eq__(self, other: object) -> bool:
        """Whether it is drawn from the same, to be shown the same."""
        return isinstance(other, GambarCetak) and repr(self) == repr(other)

    def __hash__(self) -> int:
        """As equality wants it."""
        return hash(repr(self))

    def __repr__(self) -> str:
        """All but the bytes: what a document follows from is told by its ``repr``."""
        return f"GambarCetak({self.sidik!r}, {self.lebar}, {self.tinggi}, {self.alt!r}, {self.potong})"

    def __str__(self) -> str:
        """The picture in a word or two, where only text can be shown."""
        return f"[gambar: {self.alt}]"

    def __reduce__(self) -> tuple[object, ...]:
        """Another process gets the bytes: what makes them may not travel, and would make them again there."""
        made = partial(bytes, self.png())
        return GambarCetak, (self.sidik, self.lebar, self.tinggi, self.alt, made, self.potong)


@dataclass(frozen=True, slots=True)
class PerangkatDaerah:
    """The agency, for kop and headings. Optional lines of the kop are empty texts."""

    nama: Teks
    singkatan: str
    pemda: Teks
    alamat: str
    kode_pos: str
    telepon: str
    laman: str
    pos_el: str
    sebutan_kepala_daerah: str


@dataclass(frozen=True, slots=True)
class Pihak:
    """A party of a PK. ``nama_cetak`` has the bare name in capitals and the degrees as written.

    ``pangkat``, ``golongan`` and ``nip`` are empty for the head of the region (domain.md 1.6).
    """

    nama: Teks
    nama_cetak: Teks
    jabatan: Teks
    pangkat: str
    golongan: str
    nip: Teks


@dataclass(frozen=True, slots=True)
class IndikatorPk:
    """A row of the first table of the Lampiran."""

    indikator: Teks
    target: Teks
    satuan: Teks


@dataclass(frozen=True, slots=True)
class SasaranPk:
    """A sasaran with the indicators that the official promises; ``no`` counts from 1 in row order."""

    no: str
    sasaran: Teks
    daftar_indikator: tuple[IndikatorPk, ...]


@dataclass(frozen=True, slots=True)
class AnggaranPk:
    """A row of the second table.

    ``tingkat`` is ``program``, ``kegiatan`` or ``sub_kegiatan``; ``induk`` tells a row that has parts below it in
    this table. ``anggaran`` has dots between the thousands and no Rp. ``sebagian`` tells that only the parts
    this official is answerable for are counted.
    """

    tingkat: str
    induk: bool
    kode: str
    nama: Teks
    anggaran: Teks
    sumber_dana: str
    sebagian: bool


@dataclass(frozen=True, slots=True)
class PerjanjianKinerja:
    """One PK. ``jenis_pk`` is ``jpt``, ``ess-3``, ``sub-koordinator-jf`` or ``jf-jp``.

    ``tanggal`` is written out (``5 Januari 2026``); ``nomor`` is empty when the office numbers no PK.
    """

    jenis_pk: str
    tahun: Teks
    nomor: str
    tempat: Teks
    tanggal: Teks
    perangkat_daerah: PerangkatDaerah
    pihak_pertama: Pihak
    pihak_kedua: Pihak
    daftar_sasaran: tuple[SasaranPk, ...]
    daftar_anggaran: tuple[AnggaranPk, ...]
    total_anggaran: Teks


@dataclass(frozen=True, slots=True)
class Bagian:
    """Which parts of the Renstra this file holds; the template prints each part only if asked."""

    sampul: bool
    bab_1: bool
    bab_2: bool
    bab_3: bool
    bab_4: bool
    bab_5: bool


@dataclass(frozen=True, slots=True)
class IndikatorRenstra:
    """An indicator with its yearly targets; ``target`` follows ``Renstra.daftar_tahun`` (always six)."""

    indikator: Teks
    satuan: Teks
    kondisi_awal: Teks
    target: tuple[Teks, ...]


@dataclass(frozen=True, slots=True)
class Permasalahan:
    """Table 2.3: a problem (CSF of Tahap 2) with its factors and the condition it needs."""

    no: str
    permasalahan: Teks
    faktor_internal: str
    faktor_eksternal: str
    kondisi: str


@dataclass(frozen=True, slots=True)
class Isu:
    """Table 2.5: how a strategic issue was concluded."""

    no: str
    potensi: str
    permasalahan: str
    isu_klhs: str
    isu_global: str
    isu_nasional: str
    isu_regional: str
    isu_strategis: str


@dataclass(frozen=True, slots=True)
class TujuanSasaran:
    """Table 3.1: a tujuan or sasaran; ``sebutan`` is ``Tujuan`` or ``Sasaran 1``."""

    sebutan: str
    uraian: Teks
    nspk: str
    sasaran_rpjmd: str
    daftar_indikator: tuple[IndikatorRenstra, ...]


@dataclass(frozen=True, slots=True)
class StrategiRenstra:
    """Tables 3.2 to 3.4: what the sheet Renstra says about one sasaran."""

    no: str
    sasaran: str
    nspk: str
    permasalahan: str
    isu_strategis: str
    strategi: Teks
    arah_kebijakan_rpjmd: str
    arah_kebijakan: Teks
    penahapan: str


@dataclass(frozen=True, slots=True)
class PerumusanProgram:
    """Table 4.1: one kinerja in the column of its level, the others empty; texts of the indicators below it."""

    acuan: str
    tujuan: str
    sasaran: str
    outcome: str
    output: str
    program: Teks
    daftar_indikator: tuple[IndikatorRenstra, ...]


@dataclass(frozen=True, slots=True)
class CapaianPagu:
    """A pair of cells of table 4.2 for one year."""

    target: Teks
    pagu: Teks


@dataclass(frozen=True, slots=True)
class ProgramPendanaan:
    """A row of table 4.2: either a component with its pagu, or an outcome or output with its targets.

    ``tingkat`` is ``program``, ``kegiatan``, ``sub_kegiatan``, ``kinerja`` or ``jumlah``; ``daftar_tahun`` follows
    ``Renstra.daftar_tahun_rencana`` (always five).
    """

    tingkat: str
    uraian: Teks
    indikator: Teks
    kondisi_awal: Teks
    daftar_tahun: tuple[CapaianPagu, ...]
    keterangan: str


@dataclass(frozen=True, slots=True)
class IkuRenstra:
    """Table 4.4: an Indikator Kinerja Utama."""

    no: str
    indikator: Teks
    satuan: Teks
    kondisi_awal: Teks
    target: tuple[Teks, ...]
    keterangan: str


@dataclass(frozen=True, slots=True)
class LintasPerangkatDaerah:
    """A cross-cutting condition and who helps to reach it."""

    no: str
    kinerja: Teks
    indikator: str
    pd_pengampu: Teks
    pd_pendukung: Teks
    peran: str
    status: str


@dataclass(frozen=True, slots=True)
class KinerjaCascading:
    """A row of the cascading table: a node with its number in the tree (``1.2.1``)."""

    nomor: str
    komponen: str
    kinerja: Teks
    daftar_indikator: tuple[IndikatorRenstra, ...]
    program: str
    penanggung_jawab: str


@dataclass(frozen=True, slots=True)
class PohonRenstra:
    """A page of the drawn tree with its caption; ``no`` counts from 1."""

    no: str
    judul: str
    gambar: GambarCetak


@dataclass(frozen=True, slots=True)
class Renstra:
    """The Renstra 2025-2029 of Inmendagri 2/2025, whole or in parts (``bagian``).

    ``daftar_tahun`` are the six years of the target columns, ``daftar_tahun_rencana`` the last five of them;
    a shorter period leaves the last ones empty. ``tahun_dasar`` is the year of the baseline.
    """

    bagian: Bagian
    tahun_awal: Teks
    tahun_akhir: Teks
    tahun_dasar: Teks
    tahun_lanjut: Teks
    daftar_tahun: tuple[Teks, ...]
    daftar_tahun_rencana: tuple[Teks, ...]
    tempat: Teks
    perangkat_daerah: PerangkatDaerah
    kepala_jabatan: Teks
    kepala: Pihak
    outcome: Teks
    mandat: str
    permasalahan_outcome: str
    harapan: str
    daftar_permasalahan: tuple[Permasalahan, ...]
    daftar_isu: tuple[Isu, ...]
    daftar_tujuan_sasaran: tuple[TujuanSasaran, ...]
    daftar_strategi: tuple[StrategiRenstra, ...]
    daftar_perumusan: tuple[PerumusanProgram, ...]
    daftar_pendanaan: tuple[ProgramPendanaan, ...]
    daftar_iku: tuple[IkuRenstra, ...]
    daftar_lintas: tuple[LintasPerangkatDaerah, ...]
    daftar_cascading: tuple[KinerjaCascading, ...]
    daftar_pohon: tuple[PohonRenstra, ...] = ()


@dataclass(frozen=True)
class Dokumen:
    """A document to be written: its content, the template it asks for, and where it goes.

    ``jalur`` is relative to the build folder, with ``/``. ``templat`` names templates in order of preference: the
    first that exists is used. ``asal`` are the cells it was made from.
    """

    jenis: str
    jalur: str
    templat: tuple[str, ...]
    isi: PerjanjianKinerja | Renstra
    asal: tuple[CellRef, ...] = ()

    @cached_property
    def tanda(self) -> tuple[str, ...]:
        """The marks that stand in the document, in order, each once."""
        if Tanda.__name__ not in repr(self.isi):  # far quicker to ask, and most documents have none
            return ()
        return tuple(dict.fromkeys(marks_in(self.isi)))


@dataclass(frozen=True)
class Lampiran:
    """A file that goes into the build folder beside the documents; ``asal`` are the cells it speaks of.

    It is ``data``, or what ``buat`` makes of the bytes of the document ``dari`` (of none: no bytes). ``masukan`` says
    all that ``buat`` follows from besides these: while nothing of it changes, the file of an earlier build stands.
    """

    jenis: str
    jalur: str
    data: bytes = b""
    asal: tuple[CellRef, ...] = ()
    buat: Callable[[bytes], bytes] | None = None
    dari: str = ""
    masukan: str = ""


def marks_in(value: object) -> Iterator[str]:
    """Every mark inside a document's content, in field order."""
    if isinstance(value, Tanda):
        yield value.teks
    elif isinstance(value, tuple):
        for item in value:
            yield from marks_in(item)
    elif is_dataclass(value):
        for field in fields(value):
            yield from marks_in(getattr(value, field.name))


def pictures_in(value: object) -> Iterator[GambarCetak]:
    """Every picture inside a document's content, in field order."""
    if isinstance(value, GambarCetak):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from pictures_in(item)
    elif is_dataclass(value) and _may_hold_pictures(value.__class__):
        for field in fields(value):
            yield from pictures_in(getattr(value, field.name))


@lru_cache(maxsize=256)
def _may_hold_pictures(hint: Hashable) -> bool:
    """Whether what a field says of itself leaves room for a picture; most documents are not even looked through."""
    if isinstance(hint, type) and is_dataclass(hint):
        try:
            return any(map(_may_hold_pictures, get_type_hints(hint).values()))
        except NameError:
            return True  # it says it in names that are known only where it was written
    return hint is GambarCetak or any(map(_may_hold_pictures, get_args(hint)))
