"""What chapter III of an LKjIP says: its fields are the placeholders of its template (domain-2 8)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from pokin_docs.documents.meanings import says
from pokin_docs.documents.sample_values import SAMPLE_PICTURES
from pokin_docs.documents.signed.content import SignedContent
from pokin_docs.documents.values import PerangkatDaerah, Pihak, PrintedPicture, Text


@dataclass(frozen=True, slots=True)
class LkjipIndicator:
    """An indicator with all that its comparisons need. What is not known is a dash, what was not measured says so."""

    indikator: Annotated[Text, says("kalimat indikator", "Indeks keterbukaan informasi publik", "Angka pengaduan")]
    satuan: Annotated[Text, says("satuan target", "indeks", "kasus")]
    rendah: Annotated[bool, says("ya bila semakin rendah semakin baik", False, True)]
    target: Annotated[Text, says("target tahun itu", "85", "4")]
    realisasi: Annotated[str, says("realisasi tahun itu; «belum diukur» bila tidak ada", "82,4", "3")]
    capaian: Annotated[str, says("capaian dalam persen; tanda hubung bila tidak ada", "96,94", "125,00")]
    kategori: Annotated[str, says("kategori capaian menurut skala di Identitas", "Sangat Tinggi", "Sangat Tinggi")]
    catatan: Annotated[str, says("catatan hitungan; biasanya kosong", "", "capaian terhitung \u221225,00")]
    realisasi_lalu: Annotated[
        tuple[str, str, str],
        says("realisasi tiga tahun sebelumnya, dari yang terlama", ("78", "79,4", "80,1"), fixed=3),
    ]
    capaian_lalu: Annotated[str, says("capaian tahun sebelumnya, dalam persen", "97,68", "100,00")]
    selisih: Annotated[str, says("naik atau turun dari tahun sebelumnya", "+2,3", "-1")]
    target_akhir: Annotated[str, says("target akhir Renstra", "90", "2")]
    kemajuan: Annotated[str, says("tingkat kemajuan terhadap target akhir, dalam persen", "91,56", "66,67")]
    standar: Annotated[str, says("standar nasional atau pembanding lain; tanda hubung bila tidak ada", "80", "–")]
    sumber_standar: Annotated[str, says("dari mana angka pembanding itu", "laporan nasional", "")]
    pendukung: Annotated[str, says("faktor pendukung", "komitmen pimpinan")]
    penghambat: Annotated[str, says("faktor penghambat", "data terlambat masuk")]
    upaya: Annotated[str, says("upaya peningkatan", "pendampingan unit")]
    ada_batang: Annotated[bool, says("ya bila capaiannya dapat digambar", True)]
    batang: Annotated[PrintedPicture, says("batang capaian, dengan garis pada 100%", *SAMPLE_PICTURES)]


@dataclass(frozen=True, slots=True)
class SupportingComponent:
    """A program or kegiatan that serves a sasaran, one row per indicator; its money stands in the first row."""

    tingkat: Annotated[str, says("program atau kegiatan", "program", "kegiatan", values=("program", "kegiatan"))]
    nama: Annotated[str, says("kode dan nama", "2.16.02 Program Informasi", "2.16.02.2.01 Pengelolaan Informasi")]
    indikator: Annotated[Text, says("kalimat indikator", "Persentase layanan baik", "Persentase data standar")]
    satuan: Annotated[Text, says("satuan", "%")]
    target: Annotated[Text, says("target tahun itu", "80", "90")]
    realisasi: Annotated[str, says("realisasi tahun itu", "82", "belum diukur")]
    capaian: Annotated[str, says("capaian dalam persen", "102,50", "–")]
    anggaran: Annotated[str, says("anggaran, tanpa Rp", "1.250.000.000", "750.000.000")]
    realisasi_anggaran: Annotated[str, says("realisasi anggaran, tanpa Rp", "1.187.500.000", "")]
    persen_anggaran: Annotated[str, says("persen anggaran yang terpakai", "95,00", "")]
    hemat: Annotated[str, says("sisa anggaran bila capaiannya 100% atau lebih, tanpa Rp", "62.500.000", "–")]
    menunjang: Annotated[str, says("menunjang atau tidak", "Menunjang", "–")]


@dataclass(frozen=True, slots=True)
class LkjipGoal:
    """A sasaran strategis with its analyses; ``urut`` counts all from 1, ``no`` those of its level."""

    urut: Annotated[str, says("nomor urut di antara tujuan dan sasaran yang dilaporkan", "1", "2")]
    no: Annotated[str, says("nomor tujuan atau sasaran; kosong bila tujuan hanya satu", "1", "2")]
    sebutan: Annotated[str, says("Tujuan atau Sasaran", "Sasaran", values=("Tujuan", "Sasaran"))]
    sasaran: Annotated[Text, says("kalimat sasaran", "Meningkatnya mutu layanan", "Meningkatnya akses data")]
    daftar_indikator: Annotated[tuple[LkjipIndicator, ...], says("indikator sasaran itu", loop="i")]
    rata_rata: Annotated[str, says("rata-rata capaian, dalam persen", "108,47", "100,00")]
    kategori: Annotated[str, says("kategori rata-rata itu", "Sangat Tinggi")]
    belum_diukur: Annotated[str, says("banyaknya indikator yang belum diukur; kosong bila tidak ada", "", "1")]
    ada_riwayat: Annotated[bool, says("ya bila realisasi tahun sebelumnya ada", True)]
    ada_target_akhir: Annotated[bool, says("ya bila target akhir Renstra ada", True)]
    ada_standar: Annotated[bool, says("ya bila standar nasional ada", True, False)]
    ada_faktor: Annotated[bool, says("ya bila faktor atau upaya diisi", True)]
    ada_batang: Annotated[bool, says("ya bila ada capaian yang dapat digambar", True)]
    anggaran: Annotated[str, says("anggaran sasaran itu, tanpa Rp", "6.122.579.000")]
    realisasi_anggaran: Annotated[str, says("realisasi anggarannya, tanpa Rp", "5.800.000.000")]
    penyerapan: Annotated[str, says("persen anggaran yang terpakai", "94,73")]
    efisiensi: Annotated[
        str, says("efisiensi menurut cara yang dipilih; tanda hubung bila tidak dapat dihitung", "13,74")
    ]
    nilai_efisiensi: Annotated[str, says("nilai efisiensi, hanya PMK 22/2021", "84,35")]
    kesimpulan_efisiensi: Annotated[str, says("kesimpulannya", "efisien", "belum dapat disebut efisien")]
    daftar_pendukung: Annotated[tuple[SupportingComponent, ...], says("program dan kegiatan pendukung", loop="p")]
    nomor_tabel: Annotated[
        tuple[str, ...],
        says(
            "nomor tabel ketujuh analisis, berurut dalam bab; kosong bila tabelnya tidak dicetak",
            ("1", "2", "3", "", "4", "5", "6"),
            ("7", "8", "9", "10", "11", "12", "13"),
            fixed=7,
        ),
    ] = ("",) * 7


@dataclass(frozen=True, slots=True)
class LkjipBudget:
    """A row of the table of money: a program of a sasaran, or the sum of all."""

    jenis: Annotated[str, says("rincian atau jumlah", "rincian", "jumlah", values=("rincian", "jumlah"))]
    no: Annotated[str, says("nomor urut sasaran; kosong bila sama dengan di atasnya", "1", "")]
    sasaran: Annotated[
        str, says("kalimat sasaran; kosong bila sama dengan di atasnya", "Meningkatnya mutu layanan", "")
    ]
    program: Annotated[str, says("kode dan nama program", "2.16.02 Program Informasi", "Jumlah")]
    anggaran: Annotated[str, says("anggaran tahun itu, tanpa Rp", "1.250.000.000")]
    realisasi: Annotated[str, says("realisasi, tanpa Rp", "1.187.500.000")]
    persen: Annotated[str, says("persen dari anggaran", "95,00")]


@dataclass(frozen=True, slots=True)
class ReviewItem:
    """A question of the review form (53/2014), with what the program can decide of it."""

    kelompok: Annotated[str, says("Format atau Substansi; kosong bila sama dengan di atasnya", "Format", "Substansi")]
    no: Annotated[str, says("nomor pertanyaan", "1", "2")]
    pertanyaan: Annotated[str, says("pertanyaannya", "Menampilkan data penting", "Sasaran sama dengan PK")]
    jawaban: Annotated[str, says("Ya, Tidak, atau kosong bila orang yang menilainya", "Ya", "")]
    letak: Annotated[str, says("di mana, atau apa yang berbeda", "Tabel 3.1", "dinilai orang")]


@dataclass(frozen=True, slots=True)
class Lkjip(SignedContent):
    """Chapter III, and the Lembar periksa LKj."""

    tahun: Annotated[Text, says("tahun laporan", "2026")]
    sampai: Annotated[str, says("triwulan terakhir yang terisi; kosong bila triwulan IV", "II")]
    daftar_tahun_lalu: Annotated[
        tuple[str, str, str], says("tiga tahun sebelumnya, dari yang terlama", ("2023", "2024", "2025"), fixed=3)
    ]
    tahun_akhir: Annotated[str, says("tahun akhir Renstra", "2029")]
    perangkat_daerah: Annotated[PerangkatDaerah, says("perangkat daerah")]
    kepala: Annotated[Pihak, says("kepala perangkat daerah")]
    tempat: Annotated[Text, says("tempat penandatanganan", "Kota Contoh")]
    tahun_naskah: Annotated[str, says("tahun laporan ditandatangani", "2027")]
    rumus_rendah: Annotated[str, says("rumus bila semakin rendah semakin baik", "(2T - R)/T")]
    ada_rendah: Annotated[bool, says("ya bila ada indikator yang semakin rendah semakin baik", True)]
    batas_rata_rata: Annotated[str, says("capaian tertinggi yang dihitung dalam rata-rata", "120")]
    skala: Annotated[str, says("skala kategori", "Sangat Tinggi > 90; Tinggi > 75; Sangat Rendah di bawahnya")]
    cara_efisiensi: Annotated[
        str, says("cara menghitung efisiensi", "selisih", values=("selisih", "rupiah", "PMK 22/2021"))
    ]
    ada_predikat: Annotated[bool, says("ya bila ada target berupa predikat", True)]
    skala_predikat: Annotated[str, says("skala predikat yang dipakai", "D < C < CC < B < BB < A < AA")]
    daftar_sasaran: Annotated[tuple[LkjipGoal, ...], says("sasaran strategis", loop="s")]
    jumlah_terukur: Annotated[str, says("banyaknya indikator PK yang terukur; kosong bila tidak ada", "5")]
    rata_rata: Annotated[str, says("rata-rata capaian indikator PK itu; tanda hubung bila tidak ada", "102,31")]
    kategori: Annotated[str, says("kategori rata-rata itu", "Sangat Tinggi")]
    daftar_anggaran: Annotated[tuple[LkjipBudget, ...], says("anggaran per sasaran dan program", loop="a")]
    daftar_periksa: Annotated[tuple[ReviewItem, ...], says("lembar periksa", loop="k")]
    nomor_tabel_anggaran: Annotated[str, says("nomor tabel anggaran, sesudah tabel semua sasaran", "14")] = ""
