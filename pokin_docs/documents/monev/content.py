"""What a Laporan Monitoring dan Evaluasi says: its fields are the placeholders of its template (domain-2 4)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from pokin_docs.documents.meanings import says
from pokin_docs.documents.signed.content import SignedContent
from pokin_docs.documents.values import PerangkatDaerah, Pihak, Text


@dataclass(frozen=True, slots=True)
class MonevIndicator:
    """A row of the table of capaian. What was not measured says so in ``realisasi`` and has no figure."""

    indikator: Annotated[
        Text, says("kalimat indikator", "Indeks keterbukaan informasi publik", "Persentase data terbit")
    ]
    satuan: Annotated[Text, says("satuan target", "indeks", "%")]
    target: Annotated[Text, says("target tahun itu", "85", "90")]
    target_tw: Annotated[str, says("target s.d. triwulan itu; tanda hubung bila tidak ada", "82", "40")]
    realisasi: Annotated[
        str, says("realisasi s.d. triwulan itu; «belum diukur» bila tidak ada", "80,1", "belum diukur")
    ]
    capaian_tw: Annotated[str, says("capaian terhadap target s.d. triwulan, dalam persen", "97,68", "–")]
    capaian_tahun: Annotated[str, says("capaian terhadap target tahun, dalam persen", "94,24", "–")]
    status: Annotated[str, says("status menurut skala di Identitas", "Tercapai", "Belum diukur")]
    tertinggal: Annotated[bool, says("ya bila capaian s.d. triwulan itu di bawah 100%", False, True)]
    catatan: Annotated[str, says("catatan hitungan; biasanya kosong", "", "capaian terhitung \u221225,00")]
    pendukung: Annotated[str, says("faktor pendukung", "komitmen pimpinan")]
    penghambat: Annotated[str, says("faktor penghambat", "data terlambat masuk")]
    upaya: Annotated[str, says("upaya yang dilakukan", "pendampingan unit")]
    kendala: Annotated[str, says("kendala", "petugas berganti")]
    tindak_lanjut: Annotated[str, says("rencana tindak lanjut", "bimbingan teknis")]
    pic: Annotated[str, says("yang bertanggung jawab atas tindak lanjut", "Kepala Bidang")]
    batas_waktu: Annotated[str, says("batas waktu tindak lanjut", "30 September 2026")]
    bukti: Annotated[str, says("bukti dukung", "laporan-tw2.pdf")]
    penanggung_jawab: Annotated[Text, says("jabatan pemilik indikator", "Kepala Dinas Contoh", "Kepala Bidang")]


@dataclass(frozen=True, slots=True)
class MonevGoal:
    """A kinerja with its indicators, and the money of its components; ``no`` counts from 1."""

    no: Annotated[str, says("nomor urut", "1", "2")]
    tingkat: Annotated[
        str, says("tingkat kinerja itu; kosong bila sama dengan baris di atasnya", "Sasaran", "Sasaran Program")
    ]
    kinerja: Annotated[
        Text, says("kalimat sasaran atau kinerja", "Meningkatnya mutu layanan", "Meningkatnya akses data")
    ]
    anggaran: Annotated[
        str, says("anggaran komponennya, tanpa Rp; nomor barisnya bila sudah tercetak", "1.250.000.000", "lihat no. 1")
    ]
    realisasi_anggaran: Annotated[str, says("realisasi anggaran s.d. triwulan itu, tanpa Rp", "600.000.000", "–")]
    persen_anggaran: Annotated[str, says("persen anggaran yang terpakai", "48,00", "–")]
    daftar_indikator: Annotated[tuple[MonevIndicator, ...], says("indikator kinerja itu", loop="i")]


@dataclass(frozen=True, slots=True)
class MonevBudget:
    """A row of the table of money: a program, or the sum of all."""

    jenis: Annotated[str, says("rincian atau jumlah", "rincian", "jumlah", values=("rincian", "jumlah"))]
    kode: Annotated[str, says("kode program", "2.16.02", "")]
    nama: Annotated[Text, says("nama program", "Program Informasi dan Komunikasi Publik", "Jumlah")]
    anggaran: Annotated[Text, says("anggaran tahun itu, tanpa Rp", "1.250.000.000")]
    kas: Annotated[str, says("anggaran kas s.d. triwulan itu; tanda hubung bila tidak ada", "700.000.000", "–")]
    realisasi: Annotated[str, says("realisasi s.d. triwulan itu, tanpa Rp", "600.000.000", "–")]
    persen: Annotated[str, says("persen dari anggaran", "48,00", "–")]


@dataclass(frozen=True, slots=True)
class MonevFollowUp:
    """What the quarter before promised to do."""

    no: Annotated[str, says("nomor urut", "1", "2")]
    indikator: Annotated[
        Text, says("kalimat indikator", "Indeks keterbukaan informasi publik", "Persentase data terbit")
    ]
    tindak_lanjut: Annotated[str, says("rencana tindak lanjut triwulan lalu", "bimbingan teknis")]
    pic: Annotated[str, says("yang bertanggung jawab", "Kepala Bidang")]
    batas_waktu: Annotated[str, says("batas waktunya", "30 Juni 2026")]


@dataclass(frozen=True, slots=True)
class StatusCount:
    """How many indicators have a status."""

    status: Annotated[str, says("status", "Tercapai", "Belum diukur")]
    batas: Annotated[str, says("batas bawahnya dalam persen; kosong bagi yang terendah", ">= 95", "")]
    jumlah: Annotated[str, says("banyaknya indikator", "3", "1")]


@dataclass(frozen=True, slots=True)
class Monev(SignedContent):
    """The report of one quarter, signed by the head of the agency."""

    tahun: Annotated[Text, says("tahun", "2026")]
    triwulan: Annotated[str, says("triwulan dengan angka Romawi", "II", values=("I", "II", "III", "IV"))]
    triwulan_lalu: Annotated[str, says("triwulan sebelumnya; kosong pada triwulan I", "I")]
    tempat: Annotated[Text, says("tempat penandatanganan", "Kota Contoh")]
    tahun_naskah: Annotated[str, says("tahun laporan ditandatangani: sesudah triwulan IV tahun berikutnya", "2026")]
    perangkat_daerah: Annotated[PerangkatDaerah, says("perangkat daerah, untuk kop dan judul")]
    kepala: Annotated[Pihak, says("kepala perangkat daerah")]
    jumlah_indikator: Annotated[str, says("banyaknya indikator dalam tabel", "12")]
    jumlah_diisi: Annotated[str, says("banyaknya yang ada realisasinya", "11")]
    rumus_rendah: Annotated[str, says("rumus bila semakin rendah semakin baik", "(2T - R)/T")]
    ada_rendah: Annotated[bool, says("ya bila ada indikator yang semakin rendah semakin baik", True)]
    daftar_status: Annotated[tuple[StatusCount, ...], says("banyaknya indikator per status", loop="t")]
    daftar_kinerja: Annotated[tuple[MonevGoal, ...], says("kinerja dengan indikatornya", loop="s")]
    daftar_tertinggal: Annotated[
        tuple[MonevIndicator, ...], says("indikator yang belum mencapai target s.d. triwulan", loop="i")
    ]
    daftar_belum: Annotated[tuple[MonevIndicator, ...], says("indikator yang belum diukur", loop="i")]
    daftar_program: Annotated[tuple[MonevBudget, ...], says("program dan jumlahnya", loop="a")]
    daftar_tindak_lanjut: Annotated[tuple[MonevFollowUp, ...], says("tindak lanjut triwulan lalu", loop="f")]
    program_lain: Annotated[
        str,
        says("program yang tidak ada di bawah kinerja dalam tabel; kosong bila tidak ada", "2.16.01 Program Penunjang"),
    ] = ""

    @property
    def so_far(self) -> str:
        """What the time up to the end of the quarter is called."""
        return f"s.d. TW {self.triwulan} {self.tahun}"
