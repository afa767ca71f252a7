"""What a Manual IKU says: its fields are the placeholders of its template (domain-2 2.2)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from pokin_docs.documents.meanings import says
from pokin_docs.documents.signed.content import SignedContent
from pokin_docs.documents.values import PerangkatDaerah, Pihak, Text, quarter_names


@dataclass(frozen=True, slots=True)
class ManualTerm:
    """A term of the formula."""

    nama: Annotated[str, says("nama variabel", "Badan publik yang informatif", "Seluruh badan publik")]
    sumber: Annotated[str, says("sumber datanya; boleh kosong", "Komisi Informasi", "")]
    bobot: Annotated[str, says("bobotnya dalam persen; kosong bila tidak berbobot", "40", "60")]


@dataclass(frozen=True, slots=True)
class ManualTarget:
    """The target of a year."""

    tahun: Annotated[str, says("tahun", "2025", "2026", "2027", "2028", "2029", "2030")]
    target: Annotated[Text, says("target tahun itu", "83", "85", "86", "87", "88", "89")]


@dataclass(frozen=True, slots=True)
class ManualPage:
    """All that is to be known of one IKU."""

    no: Annotated[str, says("nomor urut IKU", "1", "2")]
    tujuan: Annotated[str, says("kalimat tujuan yang didukung; boleh kosong", "Terwujudnya layanan bermutu")]
    sasaran: Annotated[Text, says("kinerja yang diukur", "Meningkatnya mutu layanan", "Meningkatnya data")]
    indikator: Annotated[
        Text, says("kalimat indikator", "Indeks keterbukaan informasi publik", "Persentase data terbit")
    ]
    alasan: Annotated[str, says("alasan pemilihan; boleh kosong", "Menunjukkan mutu layanan secara utuh.")]
    definisi: Annotated[str, says("definisi operasional; boleh kosong", "Nilai hasil evaluasi tahunan.")]
    daftar_variabel: Annotated[tuple[ManualTerm, ...], says("variabel rumus", loop="v")]
    metode: Annotated[str, says("metode penghitungan; boleh kosong", "Persentase")]
    rumus_metode: Annotated[str, says("bentuk umum metode itu", "(pembilang / penyebut) x 100")]
    formula: Annotated[str, says("rumusnya; boleh kosong", "Jumlah nilai dibagi banyaknya badan publik")]
    satuan: Annotated[Text, says("satuan target", "indeks", "%")]
    tipe: Annotated[str, says("outcome atau output menurut tingkatnya", "outcome")]
    polaritas: Annotated[str, says("arah capaian yang baik", "Semakin tinggi semakin baik")]
    jenis_hitung: Annotated[str, says("hubungan triwulan dan tahun; boleh kosong", "posisi akhir")]
    frekuensi: Annotated[str, says("frekuensi pengukuran; boleh kosong", "triwulan")]
    sumber_data: Annotated[str, says("sumber data; boleh kosong", "Hasil evaluasi Komisi Informasi")]
    penanggung_jawab: Annotated[str, says("jabatan penanggung jawabnya", "Kepala Dinas Contoh")]
    kondisi_awal: Annotated[str, says("capaian tahun dasar; boleh kosong", "82,1")]
    daftar_target: Annotated[tuple[ManualTarget, ...], says("target setiap tahun", loop="t", rows=6)]
    triwulan: Annotated[
        tuple[str, ...], says("target tiap triwulan tahun PK: [0] sampai [3]", ("-", "83", "84", "85"), fixed=4)
    ]
    ada_triwulan: Annotated[bool, says("ya bila ada target triwulan", True)]
    standar: Annotated[str, says("standar nasional dan sumbernya; boleh kosong", "84 (rata-rata nasional)", "")]

    @property
    def targets(self) -> tuple[Text, ...]:
        """The target of each year."""
        return tuple(one.target for one in self.daftar_target)


@dataclass(frozen=True, slots=True)
class ManualIku(SignedContent):
    """The pages, each approved by the head of the agency."""

    tahun: Annotated[Text, says("tahun PK", "2026")]
    tahun_dasar: Annotated[str, says("tahun kondisi awal; boleh kosong", "2024")]
    tempat: Annotated[Text, says("tempat penandatanganan", "Kota Contoh")]
    tanggal: Annotated[Text, says("tanggal penandatanganan", "5 Januari 2026")]
    perangkat_daerah: Annotated[PerangkatDaerah, says("perangkat daerah")]
    kepala: Annotated[Pihak, says("kepala perangkat daerah, yang menyetujui")]
    daftar_iku: Annotated[tuple[ManualPage, ...], says("IKU, satu halaman satu IKU", loop="i")]

    @property
    def target_years(self) -> tuple[str, ...]:
        """The years of the targets, the same for all."""
        return tuple(one.tahun for one in self.daftar_iku[0].daftar_target) if self.daftar_iku else ()

    @property
    def quarter_names(self) -> tuple[str, ...]:
        """What the quarters are called."""
        return quarter_names(self.tahun)
