"""What the cascading says: every path of the tree, and every node, for the workbook and for Word (domain-2.md 6.1)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from pokin_docs.documents.meanings import says
from pokin_docs.documents.signed.content import SignedContent
from pokin_docs.documents.values import PerangkatDaerah, Pihak, Text


@dataclass(frozen=True, slots=True)
class IndikatorCascading:
    """An indicator of a node with the target of the year."""

    indikator: Annotated[
        Text,
        says("kalimat indikator", "Indeks keterbukaan informasi publik", "Persentase permohonan yang dijawab"),
    ]
    satuan: Annotated[Text, says("satuan", "indeks", "%")]
    kondisi_awal: Annotated[Text, says("kondisi awal", "80", "95")]
    target: Annotated[Text, says("target tahun itu", "85,5", "100")]
    penanggung_jawab: Annotated[
        str, says("jabatan yang memegang indikator itu", "Kepala Dinas Contoh", "Kepala Bidang Contoh")
    ]


@dataclass(frozen=True, slots=True)
class NodeCascading:
    """A node. ``nomor`` is its path in the tree (``1.2.1``), ``nomor_induk`` that of the node it serves."""

    nomor: Annotated[str, says("nomor kinerja dalam pohon", "1", "1.1")]
    nomor_induk: Annotated[str, says("nomor kinerja yang didukungnya; kosong bagi yang teratas", "", "1")]
    komponen: Annotated[str, says("tingkat kinerja", "Sasaran", "Sasaran Program")]
    jenjang: Annotated[str, says("jenjang kinerja PermenPANRB 89/2021", "Strategis", "Taktikal Intermediate")]
    strategis: Annotated[bool, says("ya bagi tujuan dan sasaran, yang dicetak lebih tegas", True, False)]
    kinerja: Annotated[
        Text, says("kalimat kinerja", "Meningkatnya mutu layanan informasi publik", "Terkelolanya layanan informasi")
    ]
    program: Annotated[
        str, says("kode dan nama program, kegiatan, atau sub kegiatan", "", "2.16.02 Program Informasi Publik")
    ]
    penanggung_jawab: Annotated[Text, says("jabatan penanggung jawab", "Kepala Dinas Contoh", "Kepala Bidang Contoh")]
    daftar_indikator: Annotated[tuple[IndikatorCascading, ...], says("indikatornya", rows=1, loop="i")]


@dataclass(frozen=True, slots=True)
class PathLevel:
    """A node on a path of the tree.

    ``sambungan`` is empty, or what lets the cell go on from the one above it: then it has no indicators. All is empty
    where the path has no node of this level.
    """

    kinerja: Annotated[Text, says("kalimat kinerja", "Meningkatnya mutu layanan", "Terkelolanya layanan")]
    sambungan: Annotated[str, says("kosong; tanda gabung bila melanjutkan sel di atasnya", "")]
    daftar_indikator: Annotated[tuple[IndikatorCascading, ...], says("indikatornya", rows=1, loop="i")]


@dataclass(frozen=True, slots=True)
class PathCascading:
    """A path of the tree from its top to a node that nothing serves any more; ``warna`` changes with the sasaran."""

    warna: Annotated[bool, says("ya pada jalur sasaran ke-2, ke-4, dan seterusnya, untuk warna selang-seling", False)]
    tujuan: Annotated[PathLevel, says("tujuan")]
    sasaran: Annotated[PathLevel, says("sasaran")]
    sasaran_program: Annotated[PathLevel, says("sasaran program")]
    sasaran_kegiatan: Annotated[PathLevel, says("sasaran kegiatan")]
    sasaran_sub_kegiatan: Annotated[PathLevel, says("sasaran sub kegiatan")]
    program: Annotated[str, says("kode dan nama komponen kinerja terbawah", "2.16.02.2.01.0001 Sub Kegiatan Contoh")]
    penanggung_jawab: Annotated[Text, says("jabatan penanggung jawab kinerja terbawah", "Pranata Komputer Ahli Muda")]


@dataclass(frozen=True, slots=True)
class LevelsThere:
    """Which levels the tree has: columns of the others are not printed."""

    tujuan: Annotated[bool, says("ya bila pohon mempunyai tujuan", True)]
    sasaran: Annotated[bool, says("ya bila pohon mempunyai sasaran", True)]
    sasaran_program: Annotated[bool, says("ya bila pohon mempunyai sasaran program", True)]
    sasaran_kegiatan: Annotated[bool, says("ya bila pohon mempunyai sasaran kegiatan", True)]
    sasaran_sub_kegiatan: Annotated[bool, says("ya bila pohon mempunyai sasaran sub kegiatan", True)]
    program: Annotated[bool, says("ya bila ada kinerja yang mempunyai kode program, kegiatan, atau sub kegiatan", True)]


@dataclass(frozen=True, slots=True)
class Cascading(SignedContent):
    """The cascading of the agency for one year."""

    perangkat_daerah: Annotated[PerangkatDaerah, says("perangkat daerah")]
    tahun: Annotated[Text, says("tahun target", "2026")]
    tempat: Annotated[Text, says("tempat penandatanganan", "Kota Contoh")]
    tanggal: Annotated[Text, says("tanggal penandatanganan", "5 Januari 2026")]
    kepala: Annotated[Pihak, says("kepala perangkat daerah")]
    ada: Annotated[LevelsThere, says("tingkat yang ada dalam pohon")]
    daftar_jalur: Annotated[
        tuple[PathCascading, ...], says("jalur pohon dari atas ke bawah, satu baris satu jalur", loop="j")
    ]
    daftar_simpul: Annotated[tuple[NodeCascading, ...], says("semua kinerja menurut urutan pohon", loop="s")]
