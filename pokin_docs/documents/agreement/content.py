"""What the proof of consistency says: its fields are the placeholders of its template (PermenPANRB 88/2021)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from pokin_docs.documents.meanings import says
from pokin_docs.documents.signed.content import SignedContent
from pokin_docs.documents.values import PerangkatDaerah, Pihak, Text


@dataclass(frozen=True, slots=True)
class ComparedKind:
    """A kind of document: facts that it has in common with others, and how many say the same."""

    no: Annotated[str, says("nomor urut", "1", "2")]
    dokumen: Annotated[str, says("jenis dokumen", "Perjanjian Kinerja", "Renstra")]
    dibandingkan: Annotated[str, says("banyak fakta yang juga ada di dokumen lain", "103", "205")]
    sama: Annotated[str, says("banyak yang sama", "103", "205")]


@dataclass(frozen=True, slots=True)
class CheckedRelation:
    """What must hold between papers: how often it was looked at, how often it holds, and where it does not."""

    no: Annotated[str, says("nomor urut", "1", "2")]
    hubungan: Annotated[
        str,
        says(
            "apa yang harus berlaku",
            "Setiap baris PK mendukung baris PK atasannya",
            "Target triwulan mencapai tahunnya",
        ),
    ]
    diperiksa: Annotated[str, says("banyak yang diperiksa", "45", "38")]
    terpenuhi: Annotated[str, says("banyak yang terpenuhi", "45", "37")]
    terbuka: Annotated[str, says("yang belum terpenuhi", "Tidak ada", "«Indeks keterbukaan informasi»")]


@dataclass(frozen=True, slots=True)
class OpenDeviation:
    """A place that says other than another document."""

    no: Annotated[str, says("nomor urut", "1", "2")]
    berkas: Annotated[str, says("berkas", "PK/JPT/PK_2026_JPT_Kepala-Dinas_KADIS.docx")]
    tempat: Annotated[str, says("tempat di berkas itu", "tabel 2, baris 3")]
    uraian: Annotated[str, says("apa yang berbeda", "target 2026: tercetak «66», seharusnya «60»")]
    pembanding: Annotated[str, says("dokumen lain dan tempatnya", "Renstra/Renstra_2025-2029.docx, tabel 4, baris 5")]


@dataclass(frozen=True, slots=True)
class ConsistencyProof(SignedContent):
    """The proof over the documents of a year; the numbers are known once all of them were made and read back."""

    tahun: Annotated[Text, says("tahun dokumen", "2026")]
    tempat: Annotated[Text, says("tempat penandatanganan", "Kota Contoh")]
    tanggal: Annotated[Text, says("tanggal", "5 Januari 2026")]
    perangkat_daerah: Annotated[PerangkatDaerah, says("perangkat daerah")]
    kepala: Annotated[Pihak, says("kepala perangkat daerah")]
    jumlah_dokumen: Annotated[str, says("banyak dokumen yang dibaca kembali", "89")] = "0"
    jenis_dibaca: Annotated[
        str, says("jenis dokumen yang dibaca kembali, dengan banyaknya", "Perjanjian Kinerja (40), Renstra (6)")
    ] = ""
    jumlah_fakta: Annotated[str, says("banyak fakta yang ditemukan di dokumen itu", "3.147")] = "0"
    jumlah_dibandingkan: Annotated[str, says("banyak perbandingan antarjenis dokumen", "5.120")] = "0"
    jumlah_sama: Annotated[str, says("banyak perbandingan yang sama", "5.120")] = "0"
    daftar_jenis: Annotated[tuple[ComparedKind, ...], says("jenis dokumen yang dibandingkan", loop="j")] = ()
    daftar_hubungan: Annotated[tuple[CheckedRelation, ...], says("hubungan antardokumen", loop="h")] = ()
    daftar_penyimpangan: Annotated[tuple[OpenDeviation, ...], says("penyimpangan yang masih ada", loop="p")] = ()
