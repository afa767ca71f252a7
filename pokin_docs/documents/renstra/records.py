"""The rows of the Renstra's tables, as a template sees them (Inmendagri 2/2025; domain.md 2.2)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from pokin_docs.documents.meanings import says
from pokin_docs.documents.values import Text


@dataclass(frozen=True, slots=True)
class IndikatorRenstra:
    """An indicator with its yearly targets; ``target`` follows ``Renstra.daftar_tahun`` (always six)."""

    indikator: Annotated[
        Text,
        says("kalimat indikator", "Indeks keterbukaan informasi publik", "Persentase data yang terbit tepat waktu"),
    ]
    satuan: Annotated[Text, says("satuan target", "indeks", "%")]
    kondisi_awal: Annotated[Text, says("nilai pada tahun dasar (baseline)", "81", "65")]
    target: Annotated[
        tuple[Text, ...],
        says(
            "target enam tahun: [0] sampai [5]",
            ("82", "83", "84", "85", "86", "87"),
            ("70", "74", "78", "82", "86", "90"),
            fixed=6,
        ),
    ]


@dataclass(frozen=True, slots=True)
class Permasalahan:
    """Table 2.3: a problem (CSF of Tahap 2) with its factors and the condition it needs."""

    no: Annotated[str, says("nomor urut", "1", "2")]
    permasalahan: Annotated[
        Text, says("permasalahan (CSF dari Tahap 2)", "Layanan informasi lambat", "Data belum terpadu")
    ]
    faktor_internal: Annotated[Text, says("faktor dari dalam", "Petugas belum terlatih", "Aplikasi terpisah-pisah")]
    faktor_eksternal: Annotated[Text, says("faktor dari luar", "Permohonan terus bertambah", "Standar data berubah")]
    kondisi: Annotated[Text, says("kondisi yang diperlukan", "Petugas terlatih", "Data terpadu")]


@dataclass(frozen=True, slots=True)
class Isu:
    """Table 2.5: how a strategic issue was concluded."""

    no: Annotated[str, says("nomor urut", "1", "2")]
    potensi: Annotated[Text, says("potensi daerah", "Jaringan internet luas", "Komunitas warga aktif")]
    permasalahan: Annotated[
        Text, says("permasalahan perangkat daerah", "Layanan informasi lambat", "Data belum terpadu")
    ]
    isu_klhs: Annotated[Text, says("isu kajian lingkungan hidup strategis", "Limbah perangkat", "Pemakaian listrik")]
    isu_global: Annotated[Text, says("isu global", "Kecerdasan buatan", "Keamanan siber")]
    isu_nasional: Annotated[Text, says("isu nasional", "Satu data", "Transformasi digital")]
    isu_regional: Annotated[Text, says("isu regional", "Kesenjangan wilayah", "Kerja sama daerah")]
    isu_strategis: Annotated[str, says("isu strategis yang disimpulkan", "Keterbukaan informasi", "Keterpaduan data")]


@dataclass(frozen=True, slots=True)
class TujuanSasaran:
    """Table 3.1: a tujuan or sasaran; ``sebutan`` is ``Tujuan`` or ``Sasaran 1``."""

    sebutan: Annotated[str, says("Tujuan, atau Sasaran dengan nomornya", "Tujuan", "Sasaran 1")]
    uraian: Annotated[
        Text,
        says(
            "kalimat tujuan atau sasaran",
            "Terwujudnya layanan informasi yang terpercaya",
            "Meningkatnya mutu layanan informasi publik",
        ),
    ]
    nspk: Annotated[Text, says("NSPK yang dirujuk", "NSPK informasi publik")]
    sasaran_rpjmd: Annotated[Text, says("sasaran RPJMD yang didukung", "Sasaran RPJMD ke-1")]
    daftar_indikator: Annotated[tuple[IndikatorRenstra, ...], says("indikatornya, dengan target tiap tahun", loop="i")]


@dataclass(frozen=True, slots=True)
class StrategiRenstra:
    """Tables 3.2 to 3.4: what the sheet Renstra says about one sasaran."""

    no: Annotated[str, says("nomor urut", "1", "2")]
    sasaran: Annotated[
        Text,
        says(
            "kalimat sasaran", "Meningkatnya mutu layanan informasi publik", "Meningkatnya ketersediaan data statistik"
        ),
    ]
    tujuan: Annotated[Text, says("kalimat tujuan yang didukung sasaran itu", "Terwujudnya layanan informasi")]
    nspk: Annotated[Text, says("NSPK yang dirujuk", "NSPK informasi publik", "NSPK statistik sektoral")]
    permasalahan: Annotated[Text, says("permasalahan", "Layanan informasi lambat", "Data belum terpadu")]
    isu_strategis: Annotated[Text, says("isu strategis", "Keterbukaan informasi", "Keterpaduan data")]
    strategi: Annotated[Text, says("strategi", "Melatih petugas layanan", "Memadukan aplikasi data")]
    arah_kebijakan_rpjmd: Annotated[
        Text, says("arah kebijakan RPJMD", "Pelayanan publik yang prima", "Pemerintahan berbasis data")
    ]
    arah_kebijakan: Annotated[
        Text, says("arah kebijakan Renstra", "Penguatan layanan informasi", "Penguatan satu data")
    ]
    penahapan: Annotated[
        Text, says("penahapan pembangunan", "2026: pelatihan; 2027: penerapan", "2026: penyusunan; 2027: penerapan")
    ]
    penahapan_utuh: Annotated[
        Text,
        says(
            "penahapan yang tidak menyebut Tahap satu per satu; kosong bila menyebut",
            "Dimulai dari layanan dasar",
            "",
        ),
    ]
    daftar_tahap: Annotated[
        tuple[str, ...],
        says(
            "isi tiap Tahap: [0] sampai [4]", ("pelatihan", "penerapan", "perluasan", "evaluasi", "pemantapan"), fixed=5
        ),
    ]


@dataclass(frozen=True, slots=True)
class PerumusanProgram:
    """Table 4.1: one kinerja in the column of its level, the others empty; texts of the indicators below it."""

    tingkat: Annotated[
        str,
        says(
            "kolom tempat kinerja baris itu: tujuan, sasaran, outcome, atau output (untuk pilihan)",
            "tujuan",
            "sasaran",
            "outcome",
            values=("tujuan", "sasaran", "outcome", "output"),
        ),
    ]
    acuan: Annotated[
        Text,
        says("NSPK dan sasaran RPJMD yang relevan; sasaran pertama memakai yang pada baris tujuannya",
             "NSPK informasi publik", "NSPK statistik sektoral"),
    ]  # fmt: skip
    tujuan: Annotated[str, says("kalimat tujuan; kosong pada baris lain", "Terwujudnya layanan informasi")]
    sasaran: Annotated[
        str, says("kalimat sasaran; kosong pada baris lain", "Meningkatnya mutu layanan", "Meningkatnya data statistik")
    ]
    outcome: Annotated[
        str, says("kalimat outcome; kosong pada baris lain", "Layanan informasi cepat", "Data tepat waktu")
    ]
    output: Annotated[str, says("kalimat output; kosong pada baris lain", "Permohonan terjawab", "Data terbit")]
    program: Annotated[
        Text,
        says("kode dan nama program, kegiatan, atau subkegiatan",
             "2.16.02 Program Informasi dan Komunikasi Publik", "2.16.02.2.01 Pengelolaan Informasi"),
    ]  # fmt: skip
    daftar_indikator: Annotated[tuple[IndikatorRenstra, ...], says("indikator baris itu", loop="i")]


@dataclass(frozen=True, slots=True)
class CapaianPagu:
    """A pair of cells of table 4.2 for one year."""

    target: Annotated[Text, says("target tahun itu", "85")]
    pagu: Annotated[
        Text,
        says(
            "pagu tahun itu, tanpa Rp",
            "500.000.000",
            "510.000.000",
            "520.000.000",
            "530.000.000",
            "540.000.000",
            "550.000.000",
        ),
    ]


@dataclass(frozen=True, slots=True)
class ProgramPendanaan:
    """A row of table 4.2: either a component with its pagu, or an outcome or output with its targets.

    ``tingkat`` is ``urusan``, ``bidang``, ``program``, ``kegiatan``, ``sub_kegiatan``, ``kinerja`` or ``jumlah``;
    ``daftar_tahun`` follows ``Renstra.daftar_tahun_rencana`` (always six, the last one mostly blank).
    """

    tingkat: Annotated[
        str,
        says(
            "urusan, bidang, program, kegiatan, sub_kegiatan, kinerja, atau jumlah (untuk pilihan)",
            "urusan",
            "bidang",
            "program",
            "kinerja",
            "kegiatan",
            "sub_kegiatan",
            "kinerja",
            "jumlah",
            values=("urusan", "bidang", "program", "kegiatan", "sub_kegiatan", "kinerja", "jumlah"),
        ),
    ]
    uraian: Annotated[
        Text,
        says(
            "nama program dan sebagainya, atau kalimat outcome atau output",
            "2 URUSAN PEMERINTAHAN WAJIB YANG TIDAK BERKAITAN DENGAN PELAYANAN DASAR",
            "2.16 URUSAN PEMERINTAHAN BIDANG KOMUNIKASI DAN INFORMATIKA",
            "2.16.02 Program Informasi dan Komunikasi Publik",
            "Layanan informasi cepat",
            "2.16.02.2.01 Pengelolaan Informasi dan Komunikasi Publik",
            "2.16.02.2.01.0015 Pelayanan Informasi Publik",
            "Permohonan terjawab",
            "Jumlah",
        ),
    ]
    indikator: Annotated[
        Text,
        says(
            "kalimat indikator outcome atau output",
            "–",
            "–",
            "–",
            "Indeks keterbukaan informasi publik",
            "–",
            "–",
            "Persentase permohonan yang dijawab",
            "–",
        ),
    ]
    kondisi_awal: Annotated[Text, says("nilai pada tahun dasar (baseline)", "–", "–", "–", "81", "–", "–", "65", "–")]
    daftar_tahun: Annotated[tuple[CapaianPagu, ...], says("target dan pagu tiap tahun: [0] sampai [5]", fixed=6)]
    keterangan: Annotated[str, says("keterangan", "APBD")]


@dataclass(frozen=True, slots=True)
class IkuRenstra:
    """Table 4.4: an Indikator Kinerja Utama."""

    no: Annotated[str, says("nomor urut", "1", "2")]
    indikator: Annotated[
        Text,
        says(
            "kalimat indikator kinerja utama",
            "Indeks keterbukaan informasi publik",
            "Persentase data yang terbit tepat waktu",
        ),
    ]
    satuan: Annotated[Text, says("satuan target", "indeks", "%")]
    kondisi_awal: Annotated[Text, says("nilai pada tahun dasar (baseline)", "81", "65")]
    target: Annotated[
        tuple[Text, ...],
        says(
            "target enam tahun: [0] sampai [5]",
            ("82", "83", "84", "85", "86", "87"),
            ("70", "74", "78", "82", "86", "90"),
            fixed=6,
        ),
    ]
    keterangan: Annotated[str, says("keterangan", "IKU")]


@dataclass(frozen=True, slots=True)
class LintasPerangkatDaerah:
    """A cross-cutting condition and who helps to reach it."""

    no: Annotated[str, says("nomor urut", "1", "2")]
    kinerja: Annotated[
        Text, says("kondisi yang dicapai bersama", "Meningkatnya literasi digital", "Meningkatnya keamanan data")
    ]
    indikator: Annotated[str, says("indikatornya", "Indeks literasi digital", "Indeks keamanan informasi")]
    pd_pengampu: Annotated[Text, says("perangkat daerah pengampu", "Dinas Contoh")]
    pd_pendukung: Annotated[Text, says("perangkat daerah pendukung", "Dinas Pendidikan", "Sekretariat Daerah")]
    peran: Annotated[Text, says("peran pendukung", "Menyediakan kelas", "Menetapkan aturan")]
    status: Annotated[str, says("status kesepakatan", "disepakati", "dibahas")]


@dataclass(frozen=True, slots=True)
class KinerjaCascading:
    """A row of the cascading table: a node with its number in the tree (``1.2.1``)."""

    nomor: Annotated[str, says("nomor dalam pohon kinerja", "1", "1.1")]
    komponen: Annotated[str, says("jenjang: Tujuan, Sasaran, dan seterusnya", "Tujuan", "Sasaran")]
    kinerja: Annotated[
        Text,
        says(
            "kalimat kinerja",
            "Terwujudnya layanan informasi yang terpercaya",
            "Meningkatnya mutu layanan informasi publik",
        ),
    ]
    daftar_indikator: Annotated[tuple[IndikatorRenstra, ...], says("indikator kinerja itu", loop="i")]
    program: Annotated[
        str,
        says(
            "program, kegiatan, atau subkegiatan",
            "2.16.02 Program Informasi dan Komunikasi Publik",
            "2.16.02.2.01 Pengelolaan Informasi dan Komunikasi Publik",
        ),
    ]
    penanggung_jawab: Annotated[Text, says("jabatan penanggung jawab", "Kepala Dinas Contoh", "Kepala Bidang Contoh")]
