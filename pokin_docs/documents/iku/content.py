"""What the annex of the decree on IKU says: its fields are the placeholders of its template (domain-2 2.1)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from pokin_docs.documents.meanings import says
from pokin_docs.documents.signed.content import SignedContent
from pokin_docs.documents.values import PerangkatDaerah, Pihak, Text
from pokin_docs.model.workbook_spec import IKU_FORMS


@dataclass(frozen=True, slots=True)
class IkuIndicator:
    """An IKU; ``no`` counts from 1 in its sasaran, ``urut`` in the whole annex."""

    no: Annotated[str, says("nomor urut dalam sasarannya", "1", "2")]
    urut: Annotated[str, says("nomor urut dalam seluruh IKU", "1", "2", "3", "4")]
    indikator: Annotated[
        Text, says("kalimat indikator", "Indeks keterbukaan informasi publik", "Persentase data terbit")
    ]
    satuan: Annotated[Text, says("satuan target", "indeks", "%")]
    kondisi_awal: Annotated[str, says("capaian tahun dasar; boleh kosong", "82,1", "75")]
    target: Annotated[
        tuple[Text, ...],
        says(
            "target setiap tahun, menurut daftar_tahun: [0] sampai [5]", ("83", "85", "86", "87", "88", "89"), fixed=6
        ),
    ]
    target_tahun: Annotated[Text, says("target tahun PK", "85", "90")]
    definisi: Annotated[str, says("definisi operasional; boleh kosong", "Nilai hasil evaluasi tahunan")]
    formula: Annotated[str, says("rumusnya; boleh kosong", "Jumlah nilai dibagi banyaknya badan publik")]
    penjelasan: Annotated[
        str, says("definisi dan rumusnya bersama-sama", "Nilai hasil evaluasi tahunan. Jumlah nilai dibagi banyaknya.")
    ]
    sumber_data: Annotated[str, says("sumber datanya; boleh kosong", "Hasil evaluasi Komisi Informasi")]
    penanggung_jawab: Annotated[str, says("jabatan penanggung jawabnya", "Kepala Dinas Contoh")]
    keterangan: Annotated[str, says("kode nomenklatur programnya; boleh kosong", "", "2.16.02")]


@dataclass(frozen=True, slots=True)
class IkuGoal:
    """A kinerja with its IKU; ``no`` counts from 1 in the whole annex."""

    no: Annotated[str, says("nomor urut sasaran", "1", "2")]
    tujuan: Annotated[
        str, says("kalimat tujuan; kosong bila sama dengan baris di atasnya", "Terwujudnya layanan bermutu", "")
    ]
    sasaran: Annotated[
        Text,
        says("kalimat sasaran atau kinerja yang diukur", "Meningkatnya mutu layanan", "Meningkatnya data"),
    ]
    daftar_indikator: Annotated[tuple[IkuIndicator, ...], says("IKU kinerja itu", loop="i")]


@dataclass(frozen=True, slots=True)
class IkuAnnex(SignedContent):
    """The annex, signed by the head of the agency."""

    bentuk: Annotated[
        str, says("bentuk tabel menurut Bentuk IKU di Identitas (untuk pilihan)", "panjang", values=IKU_FORMS)
    ]
    tahun: Annotated[Text, says("tahun PK", "2026")]
    tahun_awal: Annotated[Text, says("tahun pertama periode Renstra", "2025")]
    tahun_akhir: Annotated[Text, says("tahun terakhir periode Renstra", "2029")]
    tahun_dasar: Annotated[Text, says("tahun kondisi awal", "2024")]
    daftar_tahun: Annotated[
        tuple[Text, ...],
        says("tahun kolom target: [0] sampai [5]", ("2025", "2026", "2027", "2028", "2029", "2030"), fixed=6),
    ]
    nomor: Annotated[str, says("nomor keputusan; kosong bila belum ada", "100.3/12/2026")]
    tempat: Annotated[Text, says("tempat penandatanganan", "Kota Contoh")]
    tanggal: Annotated[Text, says("tanggal penandatanganan", "5 Januari 2026")]
    perangkat_daerah: Annotated[PerangkatDaerah, says("perangkat daerah")]
    kepala: Annotated[Pihak, says("kepala perangkat daerah, yang menetapkan")]
    tugas: Annotated[str, says("tugas perangkat daerah; boleh kosong", "Membantu bupati di bidang statistik.")]
    fungsi: Annotated[tuple[str, ...], says("fungsinya", ("Perumusan kebijakan", "Pelaksanaan kebijakan"))]
    daftar_sasaran: Annotated[tuple[IkuGoal, ...], says("sasaran dengan IKU-nya", loop="s")]
