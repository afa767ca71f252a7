"""What the table for e-Kinerja says: its fields are the placeholders of its template (domain-2.md 12)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from pokin_docs.documents.meanings import says
from pokin_docs.documents.values import PerangkatDaerah, Text


@dataclass(frozen=True, slots=True)
class EntryRow:
    """One indicator of one official; every row says all, so that it can be copied alone."""

    nip: Annotated[Text, says("NIP pegawai", "197001011995011001", "196502021990022002")]
    rhk_atasan: Annotated[
        Text,
        says(
            "RHK atasan yang diintervensi; kosong bagi pejabat pimpinan tinggi",
            "Meningkatnya penyelesaian gangguan keamanan informasi",
        ),
    ]
    jenis: Annotated[str, says("jenis RHK: Utama atau Tambahan", "Utama")]
    rhk: Annotated[
        Text,
        says("rencana hasil kerja, sama dengan sasaran di PK", "Terlaksananya penanganan gangguan keamanan informasi"),
    ]
    aspek: Annotated[str, says("aspek: Kuantitas, Kualitas, Waktu, atau Biaya", "Kuantitas", "Kualitas")]
    indikator: Annotated[
        Text,
        says("indikator kinerja individu", "Jumlah laporan penanganan gangguan", "Persentase gangguan yang selesai"),
    ]
    target: Annotated[Text, says("target tahun PK", "12", "100")]
    satuan: Annotated[Text, says("satuan target", "Laporan", "%")]


@dataclass(frozen=True, slots=True)
class EntryTable:
    """The rows of all officials, in the order of their PKs."""

    tahun: Annotated[Text, says("tahun SKP", "2026")]
    tanggal: Annotated[Text, says("tanggal PK", "5 Januari 2026")]
    perangkat_daerah: Annotated[PerangkatDaerah, says("perangkat daerah")]
    daftar_baris: Annotated[tuple[EntryRow, ...], says("baris setiap indikator setiap pegawai", loop="b")]
