"""Chapters I and II of the Renstra (domain.md 2.2): sentences an office keeps, and places for its own."""

from __future__ import annotations

import template_renstra_lembar as lembar
import template_renstra_tabel as tabel
from template_parts import tag
from template_renstra_naskah import NAMA, PERIODE, Naskah

DASAR_HUKUM = (
    "Undang-Undang Nomor 25 Tahun 2004 tentang Sistem Perencanaan Pembangunan Nasional;",
    "Undang-Undang Nomor 23 Tahun 2014 tentang Pemerintahan Daerah sebagaimana telah beberapa kali diubah;",
    "Undang-Undang Nomor 59 Tahun 2024 tentang Rencana Pembangunan Jangka Panjang Nasional Tahun 2025-2045;",
    "Peraturan Pemerintah Nomor 8 Tahun 2008 tentang Tahapan, Tata Cara Penyusunan, Pengendalian dan Evaluasi "
    "Pelaksanaan Rencana Pembangunan Daerah;",
    "Peraturan Presiden Nomor 29 Tahun 2014 tentang Sistem Akuntabilitas Kinerja Instansi Pemerintah;",
    "Peraturan Presiden Nomor 12 Tahun 2025 tentang Rencana Pembangunan Jangka Menengah Nasional Tahun 2025-2029;",
    "Peraturan Menteri Dalam Negeri Nomor 86 Tahun 2017 tentang Tata Cara Perencanaan, Pengendalian dan Evaluasi "
    "Pembangunan Daerah, Tata Cara Evaluasi Rancangan Peraturan Daerah tentang Rencana Pembangunan Jangka Panjang "
    "Daerah dan Rencana Pembangunan Jangka Menengah Daerah, serta Tata Cara Perubahan Rencana Pembangunan Jangka "
    "Panjang Daerah, Rencana Pembangunan Jangka Menengah Daerah, dan Rencana Kerja Pemerintah Daerah;",
    "Peraturan Menteri Dalam Negeri Nomor 90 Tahun 2019 tentang Klasifikasi, Kodefikasi, dan Nomenklatur Perencanaan "
    "Pembangunan dan Keuangan Daerah;",
    "Peraturan Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi Nomor 53 Tahun 2014 tentang Petunjuk "
    "Teknis Perjanjian Kinerja, Pelaporan Kinerja dan Tata Cara Reviu atas Laporan Kinerja Instansi Pemerintah;",
    "Peraturan Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi Nomor 88 Tahun 2021 tentang Evaluasi "
    "Akuntabilitas Kinerja Instansi Pemerintah;",
    "Peraturan Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi Nomor 89 Tahun 2021 tentang Penjenjangan "
    "Kinerja Instansi Pemerintah;",
    "Keputusan Menteri Dalam Negeri Nomor 050-5889 Tahun 2021 tentang Hasil Verifikasi, Validasi dan Inventarisasi "
    "Pemutakhiran Klasifikasi, Kodefikasi dan Nomenklatur Perencanaan Pembangunan dan Keuangan Daerah sebagaimana "
    "telah beberapa kali diubah;",
    "Instruksi Menteri Dalam Negeri Nomor 2 Tahun 2025 tentang Pedoman Penyusunan Rencana Pembangunan Jangka "
    "Menengah Daerah dan Rencana Strategis Perangkat Daerah Tahun 2025-2029.",
)

SISTEMATIKA = (
    "Bab I Pendahuluan, memuat latar belakang, dasar hukum penyusunan, maksud dan tujuan, serta sistematika penulisan;",
    "Bab II Gambaran Pelayanan, Permasalahan dan Isu Strategis Perangkat Daerah, memuat gambaran pelayanan serta "
    "permasalahan dan isu strategis;",
    "Bab III Tujuan, Sasaran, Strategi dan Arah Kebijakan, memuat tujuan dan sasaran beserta indikator dan targetnya, "
    "strategi, dan arah kebijakan;",
    "Bab IV Program, Kegiatan, Subkegiatan, dan Kinerja Penyelenggaraan Bidang Urusan, memuat program, kegiatan, dan "
    "subkegiatan beserta pendanaannya, indikator kinerja utama, dan indikator kinerja kunci;",
    "Bab V Penutup, memuat kaidah pelaksanaan serta pengendalian dan evaluasi.",
)


def pendahuluan() -> Naskah:
    """Bab I."""
    bab = Naskah(1)
    bab.bab("BAB I", "PENDAHULUAN")
    bab.sub("1.1 Latar Belakang")
    bab.text(
        f"Rencana Strategis (Renstra) {NAMA} Tahun {PERIODE} adalah dokumen perencanaan perangkat daerah untuk jangka "
        "waktu lima tahun yang menjabarkan Rencana Pembangunan Jangka Menengah Daerah (RPJMD) ke dalam tujuan, "
        "sasaran, strategi, arah kebijakan, program, kegiatan, dan subkegiatan sesuai dengan tugas dan fungsinya.",
        "Renstra ini disusun berdasarkan pohon kinerja, yaitu penjabaran hasil yang hendak dicapai ke dalam kondisi "
        "antara sampai dengan kondisi yang paling operasional. Hasil (outcome) yang dijabarkan adalah: {{ outcome }}.",
    )
    for label, name in (("Mandat", "mandat"), ("Permasalahan", "permasalahan_outcome"), ("Harapan", "harapan")):
        bab.raw(tag(f"if {name}"))
        bab.text(f"{label} yang melatarbelakangi penetapan hasil tersebut: {{{{ {name} }}}}")
        bab.raw(tag("endif"))
    bab.text(
        "Indikator dan pendanaan Renstra ini memuat pula Tahun {{ tahun_lanjut }}. Tahun {{ tahun_lanjut }} "
        "dicantumkan hanya sebagai dasar penyusunan Rencana Kerja (Renja) Tahun {{ tahun_lanjut }}, sebelum Renstra "
        "periode berikutnya ditetapkan."
    )
    bab.place("latar-belakang")
    bab.sub("1.2 Dasar Hukum Penyusunan")
    bab.text(f"Dasar hukum penyusunan Renstra {NAMA} Tahun {PERIODE} meliputi:")
    bab.items(DASAR_HUKUM)
    bab.place("dasar-hukum")
    bab.sub("1.3 Maksud dan Tujuan")
    bab.text(
        f"Renstra ini dimaksudkan sebagai pedoman {NAMA} dalam menyusun Renja setiap tahun, menetapkan Perjanjian "
        "Kinerja, serta mengendalikan dan mengevaluasi pelaksanaan program, kegiatan, dan subkegiatan.",
        "Tujuan penyusunan Renstra ini adalah menjamin keselarasan tujuan dan sasaran perangkat daerah dengan sasaran "
        "RPJMD, menjamin keterkaitan perencanaan, penganggaran, dan kinerja, serta menyediakan tolok ukur kinerja bagi "
        "setiap jenjang jabatan.",
    )
    bab.place("maksud-tujuan")
    bab.sub("1.4 Sistematika Penulisan")
    bab.text("Renstra ini disusun dengan sistematika sebagai berikut:")
    bab.items(SISTEMATIKA)
    return bab


def gambaran_pelayanan() -> Naskah:
    """Bab II."""
    bab = Naskah(2)
    bab.bab("BAB II", "GAMBARAN PELAYANAN, PERMASALAHAN DAN ISU STRATEGIS PERANGKAT DAERAH")
    bab.sub("2.1 Gambaran Pelayanan")
    bab.sub("2.1.1 Tugas, Fungsi dan Struktur Organisasi")
    bab.place("tugas-fungsi")
    bab.sub("2.1.2 Sumber Daya")
    lembar.sumber_daya(bab)
    bab.place("sumber-daya")
    bab.sub("2.1.3 Kinerja Pelayanan")
    bab.text(
        "Kinerja pelayanan lima tahun terakhir diukur dengan indikator kinerja utama (IKU), indikator kinerja kunci "
        "(IKK), dan standar pelayanan minimal (SPM) bagi urusan yang memilikinya. Pencapaiannya disajikan pada "
        "Tabel 2.1, sedangkan anggaran dan realisasinya disajikan pada Tabel 2.2."
    )
    lembar.from_sheet(
        bab, "2.1", "Pencapaian Kinerja Pelayanan Perangkat Daerah", lembar.kinerja_pelayanan(),
        "daftar_kinerja_pelayanan",
    )  # fmt: skip
    lembar.from_sheet(
        bab, "2.2", "Anggaran dan Realisasi Pendanaan Pelayanan Perangkat Daerah", lembar.anggaran_realisasi(),
        "daftar_anggaran_realisasi",
    )  # fmt: skip
    bab.place("kinerja-pelayanan")
    bab.sub("2.1.4 Kelompok Sasaran Layanan")
    lembar.from_list(bab, "daftar_kelompok_sasaran", lembar.kelompok_sasaran())
    bab.place("kelompok-sasaran")
    bab.sub("2.1.5 Mitra Perangkat Daerah")
    bab.place("mitra")
    bab.sub("2.1.6 Kerja Sama")
    bab.place("kerja-sama")
    bab.sub("2.2 Permasalahan dan Isu Strategis")
    bab.sub("2.2.1 Permasalahan Pelayanan")
    bab.text(
        "Permasalahan dirumuskan dari faktor kunci keberhasilan (critical success factor) dalam pohon kinerja dan "
        "kondisi yang diperlukan untuk mengatasinya, sebagaimana disajikan pada Tabel 2.3."
    )
    bab.table("2.3", "Permasalahan Pelayanan Perangkat Daerah", tabel.permasalahan())
    bab.text("Faktor yang menghambat dan yang mendorong penyelesaian permasalahan disajikan pada Tabel 2.4.")
    lembar.from_sheet(bab, "2.4", "Faktor Penghambat dan Faktor Pendorong", lembar.faktor(), "daftar_faktor")
    bab.place("permasalahan")
    bab.sub("2.2.2 Isu Strategis")
    bab.text(
        "Isu strategis disimpulkan dengan memperhatikan potensi daerah, permasalahan perangkat daerah, isu kajian "
        "lingkungan hidup strategis (KLHS), serta isu lingkungan dinamis, sebagaimana disajikan pada Tabel 2.5."
    )
    bab.table("2.5", "Teknik Menyimpulkan Isu Strategis Perangkat Daerah", tabel.isu_strategis())
    bab.place("isu-strategis")
    return bab
