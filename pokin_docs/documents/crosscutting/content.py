"""What the crosscutting matrix says: who helps which kinerja, whom we help, and per agency what it is to do."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from pokin_docs.documents.meanings import says
from pokin_docs.documents.signed.content import SignedContent
from pokin_docs.documents.values import PerangkatDaerah, Pihak, Text


@dataclass(frozen=True, slots=True)
class CrosscuttingRow:
    """A row of the sheet Lintas Perangkat Daerah beside the indicators of its kinerja."""

    no: Annotated[str, says("nomor urut", "1", "2")]
    kinerja: Annotated[Text, says("kalimat kinerja yang dicapai bersama", "Meningkatnya mutu layanan informasi publik")]
    indikator: Annotated[str, says("indikator kinerja itu, satu per baris", "Indeks keterbukaan informasi publik")]
    target: Annotated[str, says("target tahun itu dengan satuannya, satu per baris", "85,5 indeks")]
    pd_pengampu: Annotated[Text, says("perangkat daerah pengampu", "Dinas Contoh")]
    pd_pendukung: Annotated[Text, says("perangkat daerah atau instansi pendukung", "Dinas Pendidikan")]
    peran: Annotated[Text, says("kinerja atau kegiatan pendukung", "Menyampaikan data sekolah setiap triwulan")]
    indikator_pendukung: Annotated[str, says("indikator pendukung", "Persentase sekolah yang menyampaikan data")]
    bentuk: Annotated[str, says("bentuk dukungan", "data")]
    status: Annotated[str, says("status kesepakatan", "Disetujui")]
    bukti: Annotated[str, says("nomor dan tanggal berita acara", "BA 12/2026, 3 Februari 2026")]


@dataclass(frozen=True, slots=True)
class CrosscuttingPartner:
    """An agency that helps us, with all that it is to do; ``jumlah`` counts its rows."""

    nama: Annotated[Text, says("perangkat daerah pendukung", "Dinas Pendidikan", "Dinas Kesehatan")]
    jumlah: Annotated[str, says("banyaknya dukungan", "1", "2")]
    daftar_dukungan: Annotated[tuple[CrosscuttingRow, ...], says("dukungannya", rows=1, loop="d")]


@dataclass(frozen=True, slots=True)
class Crosscutting(SignedContent):
    """The crosscutting matrix of the agency, both ways."""

    perangkat_daerah: Annotated[PerangkatDaerah, says("perangkat daerah")]
    tahun: Annotated[Text, says("tahun target", "2026")]
    tempat: Annotated[Text, says("tempat penandatanganan", "Kota Contoh")]
    tanggal: Annotated[Text, says("tanggal penandatanganan", "5 Januari 2026")]
    kepala: Annotated[Pihak, says("kepala perangkat daerah")]
    daftar_didukung: Annotated[
        tuple[CrosscuttingRow, ...], says("dukungan perangkat daerah lain bagi kinerja kami", loop="r")
    ]
    daftar_mendukung: Annotated[
        tuple[CrosscuttingRow, ...], says("dukungan kami bagi kinerja perangkat daerah lain", rows=1, loop="r")
    ]
    daftar_pd: Annotated[tuple[CrosscuttingPartner, ...], says("perangkat daerah pendukung menurut namanya", loop="p")]
