"""Tables of offices in forms of their own: blocks side by side, own targets per level, codes in many columns."""

from __future__ import annotations

from helpers.renstra_tables import AgencyTable

OWN_TARGETS = AgencyTable(
    """
## Matriks
| MATRIKS RENSTRA DINAS KESEHATAN |
| \\ |
| SASARAN | INDIKATOR SASARAN | SAT | TARGET | | KODE | PROGRAM | INDIKATOR PROGRAM | SAT | TARGET | | KODE | KEGIATAN | INDIKATOR KEGIATAN | SAT | TARGET | |
| | | | 2026 | 2027 | | | | | 2026 | 2027 | | | | | 2026 | 2027 |
| Menurunnya kematian ibu | Angka Kematian Ibu | Angka | 115 | 110 | '1.02.02 | PROGRAM UPAYA KESEHATAN | Persentase ibu dilayani | Persen | 92 | 94 | '1.02.02.2.02 | Layanan Kesehatan Rujukan | Jumlah puskesmas bersalin | Puskesmas | 9 | 10 |
| | | | | | | | | | | | '1.02.02.2.03 | Sistem Informasi Kesehatan | Persentase rekam medis | Persen | 60 | 80 |
| \\ |
| Keterangan: target 2026 sementara |
""",
    ("D3:E3", "J3:K3", "P3:Q3"),
    (
        "1 Menurunnya kematian ibu [Angka Kematian Ibu]",
        "2 - [Persentase ibu dilayani] 1.02.02",
        "3 - [Jumlah puskesmas bersalin] 1.02.02.2.02",
        "3 - [Persentase rekam medis] 1.02.02.2.03",
    ),
)
SPREAD_CODES = AgencyTable(
    """
## TC27
| Tabel T-C.27 |
| (Rp. 000) |
| Sasaran | Indikator Sasaran | Kode | | | | | Program/Kegiatan/Sub Kegiatan | Indikator Program/Kegiatan/Sub Kegiatan | Target 2026 | Pagu 2026 |
| 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 |
| Meningkatnya konektivitas wilayah | Indeks aksesibilitas | '1 | '03 | '10 | | | PROGRAM PENYELENGGARAAN JALAN | Persentase jalan mantap | 74 | 5500000 |
| | | '1 | '03 | '10 | '2.01 | | Penyelenggaraan Jalan Kabupaten | Panjang jalan ditangani | 60 | 5500000 |
| | | '1 | '03 | '10 | '2.01 | '0005 | Pembangunan Jalan | Panjang jalan dibangun | 7 | 3300000 |
| | | '1 | '03 | '10 | '2.01 | '0010 | Pemeliharaan Jalan | Panjang jalan dipelihara | 53 | 2200000 |
| Meningkatnya sanitasi layak | Persentase akses sanitasi | '1 | '03 | '05 | | | PROGRAM AIR LIMBAH | Persentase rumah tangga | 64 | 3000000 |
""",
    ("C3:G3",),
    (
        "1 Meningkatnya konektivitas wilayah [Indeks aksesibilitas]",
        "2 - [Persentase jalan mantap] 1.03.10",
        "3 - [Panjang jalan ditangani] 1.03.10.2.01",
        "4 - [Panjang jalan dibangun] 1.03.10.2.01.0005",
        "4 - [Panjang jalan dipelihara] 1.03.10.2.01.0010",
        "1 Meningkatnya sanitasi layak [Persentase akses sanitasi]",
        "2 - [Persentase rumah tangga] 1.03.05",
    ),
)
POSTS_BESIDE = AgencyTable(
    """
## Bagian
| POHON KINERJA BAGIAN ORGANISASI TAHUN 2026 |
| \\ |
| SEKRETARIS DAERAH | | KEPALA BAGIAN | | KASUBBAG KELEMBAGAAN | | KASUBBAG TATA LAKSANA | |
| Sasaran | Indikator | Sasaran | Indikator | Sasaran | Indikator | Sasaran | Indikator |
| 1. Meningkatnya reformasi birokrasi | Indeks RB (75) | 1.1. Meningkatnya kualitas kelembagaan | Persentase PD tepat fungsi (90%) | 1.1.1. Tersusunnya analisis jabatan | Jumlah dokumen analisis (30 dokumen) | 1.1.2. Tersusunnya SOP | Jumlah SOP (50 SOP) |
| | | 1.2. Meningkatnya pelayanan publik | Indeks Pelayanan Publik (4,2) | | | 1.2.1. Terlaksananya survei | Jumlah unit disurvei (40 unit) |
""",
    ("A3:B3", "C3:D3", "E3:F3", "G3:H3"),
    (
        "1 1. Meningkatnya reformasi birokrasi [Indeks RB]",
        "2 1.1. Meningkatnya kualitas kelembagaan [Persentase PD tepat fungsi]",
        "3 1.1.1. Tersusunnya analisis jabatan [Jumlah dokumen analisis]",
        "3 1.1.2. Tersusunnya SOP [Jumlah SOP]",
        "2 1.2. Meningkatnya pelayanan publik [Indeks Pelayanan Publik]",
        "3 1.2.1. Terlaksananya survei [Jumlah unit disurvei]",
    ),
)
LISTS_BESIDE = """## Pohon
| Sasaran | Indikator | Sasaran Program | Indikator | Sasaran Kegiatan | Indikator |
| Meningkatnya A | Indeks A | Meningkatnya P | Persentase P | Terlaksananya K | Jumlah K |
| Meningkatnya B | Indeks B | Meningkatnya Q | Persentase Q | Terlaksananya L | Jumlah L |
| | | Meningkatnya R | Persentase R | Terlaksananya M | Jumlah M |
| | | Meningkatnya S | Persentase S | Terlaksananya N | Jumlah N |
"""
PATHS = LISTS_BESIDE.replace("| Meningkatnya B | Indeks B |", "| | |").replace(
    "| | | Meningkatnya S |", "| Meningkatnya B | Indeks B | Meningkatnya S |"
)
HEADS_BESIDE = """## Pohon
| KEPALA DINAS | | KEPALA BIDANG A | | KEPALA BIDANG B | | KASI | |
| Sasaran | Indikator | Sasaran | Indikator | Sasaran | Indikator | Sasaran | Indikator |
| Meningkatnya A | Indeks A | Meningkatnya P | Persentase P | Meningkatnya Q | Persentase Q | Terlaksananya K | Jumlah K |
| | | Meningkatnya R | Persentase R | Meningkatnya S | Persentase S | Terlaksananya L | Jumlah L |
"""
