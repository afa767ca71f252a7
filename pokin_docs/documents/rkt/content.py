"""What a Rencana Kinerja Tahunan says: its fields are the placeholders of its template (domain-2 5.1)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from pokin_docs.documents.meanings import says
from pokin_docs.documents.signed.content import SignedContent
from pokin_docs.documents.values import ChangedBudget, PerangkatDaerah, Pihak, Text


@dataclass(frozen=True, slots=True)
class RktMeasure:
    """An indicator of a sasaran with its target."""

    indikator: Annotated[
        Text, says("kalimat indikator sasaran", "Indeks keterbukaan informasi publik", "Persentase data terbit")
    ]
    target: Annotated[Text, says("target tahun itu", "85", "90")]
    satuan: Annotated[Text, says("satuan target", "indeks", "%")]


@dataclass(frozen=True, slots=True)
class RktRow:
    """A sub kegiatan with an indicator; what is the same as in the row above is empty."""

    program: Annotated[str, says("kode dan nama program; kosong bila sama", "2.16.02 Program Informasi", "")]
    kegiatan: Annotated[str, says("kode dan nama kegiatan; kosong bila sama", "2.16.02.2.01 Pengelolaan Informasi", "")]
    subkegiatan: Annotated[
        str,
        says("kode dan nama sub kegiatan; kosong bila sama", "2.16.02.2.01.0001 Kemitraan", "2.16.02.2.01.0002 Media"),
    ]
    indikator: Annotated[Text, says("kalimat indikatornya; kosong bila tidak ada", "Jumlah dokumen", "Jumlah laporan")]
    target: Annotated[Text, says("target tahun itu", "4", "12")]
    satuan: Annotated[Text, says("satuan target", "Dokumen", "Laporan")]
    anggaran: Annotated[
        str, says("anggaran tahun itu, tanpa Rp; kosong bila sudah dicetak", "750.000.000", "250.000.000")
    ]


@dataclass(frozen=True, slots=True)
class RktGoal:
    """A sasaran with its indicators and the sub kegiatan of one program below it; each program says it again."""

    no: Annotated[str, says("nomor urut", "1", "2")]
    sasaran: Annotated[Text, says("kalimat sasaran", "Meningkatnya mutu layanan", "Meningkatnya data")]
    daftar_indikator: Annotated[tuple[RktMeasure, ...], says("indikator sasaran itu", loop="i")]
    daftar_baris: Annotated[tuple[RktRow, ...], says("sub kegiatan di bawahnya", loop="r")]


@dataclass(frozen=True, slots=True)
class Rkt(SignedContent):
    """The plan of a year, signed by the head of the agency."""

    tahun: Annotated[Text, says("tahun rencana", "2026")]
    tempat: Annotated[Text, says("tempat penandatanganan", "Kota Contoh")]
    perangkat_daerah: Annotated[PerangkatDaerah, says("perangkat daerah")]
    kepala: Annotated[Pihak, says("kepala perangkat daerah")]
    daftar_sasaran: Annotated[tuple[RktGoal, ...], says("sasaran perangkat daerah", loop="s")]
    daftar_penunjang: Annotated[tuple[RktRow, ...], says("sub kegiatan yang tidak di bawah sasaran mana pun", loop="r")]
    jumlah_anggaran: Annotated[str, says("jumlah anggaran, tanpa Rp; kosong bila belum lengkap", "14.417.255.000")]
    perubahan: ChangedBudget = False
