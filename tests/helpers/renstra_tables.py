"""Tables of other agencies in the forms of Renstra, cascading, PK, IKU and exports, each with its merges and its tree.

A line of the tree: level, sentence, indicators in brackets, code.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class AgencyTable:
    """A table as text, the merged ranges of its sheet, and the tree that it says."""

    text: str
    merges: tuple[str, ...]
    tree: tuple[str, ...]


TABLE_41 = AgencyTable(
    """
## Tabel 4.1
| TABEL 4.1 |
| TEKNIK MERUMUSKAN PROGRAM/KEGIATAN/SUBKEGIATAN RENSTRA DINAS PERIKANAN |
| \\ |
| NSPK DAN SASARAN RPJMD YANG RELEVAN | TUJUAN | SASARAN | OUTCOME | OUTPUT | INDIKATOR | PROGRAM/KEGIATAN/SUBKEGIATAN | KET |
| (01) | (02) | (03) | (04) | (05) | (06) | (07) | (08) |
| Meningkatnya pendapatan masyarakat pesisir | Meningkatnya kesejahteraan nelayan dan pembudidaya ikan | | | | Nilai Tukar Nelayan |
| | | Meningkatnya produksi perikanan berkelanjutan | | | Pertumbuhan produksi perikanan |
| | | | Meningkatnya hasil tangkapan nelayan kecil | | Persentase kenaikan hasil tangkapan | 3.25.03 PROGRAM PENGELOLAAN PERIKANAN TANGKAP |
| | | | | Terkelolanya penangkapan ikan di perairan umum | Persentase kelompok nelayan terdata | 3.25.03.2.01 Pengelolaan Penangkapan Ikan di Wilayah Sungai dan Danau |
| | | | | | Jumlah unit sarana yang tersedia | 3.25.03.2.01.0002 Penyediaan Prasarana Usaha Perikanan Tangkap |
| | | | | | | 3.25.03.2.01.0003 Penjaminan Ketersediaan Sarana Usaha |
| | | | | | | 3.25.03.2.02 Pemberdayaan Nelayan Kecil |
| | | | | | Jumlah nelayan yang dilatih | 3.25.03.2.02.0001 Pengembangan Kapasitas Nelayan Kecil |
| | | | Meningkatnya produktivitas budidaya ikan | | Persentase kenaikan produksi budidaya | 3.25.04 PROGRAM PENGELOLAAN PERIKANAN BUDIDAYA |
| | | | | Berkembangnya kelompok pembudi daya | Jumlah kelompok naik kelas | 3.25.04.2.02 Pemberdayaan Pembudi Daya Ikan Kecil |
| | | Meningkatnya akuntabilitas kinerja dinas | | | Nilai SAKIP Dinas |
| | | | Terlaksananya dukungan manajemen perkantoran | | Persentase layanan perkantoran tepat waktu | 3.25.01 PROGRAM PENUNJANG URUSAN PEMERINTAHAN DAERAH KABUPATEN/KOTA |
| | | | | | | 3.25.01.2.02 Administrasi Keuangan Perangkat Daerah |
| | | | | | Jumlah orang yang menerima gaji | 3.25.01.2.02.0001 Penyediaan Gaji dan Tunjangan ASN |
""",
    ("A2:H2",),
    (
        "0 Meningkatnya kesejahteraan nelayan dan pembudidaya ikan [Nilai Tukar Nelayan]",
        "1 Meningkatnya produksi perikanan berkelanjutan [Pertumbuhan produksi perikanan]",
        "2 Meningkatnya hasil tangkapan nelayan kecil [Persentase kenaikan hasil tangkapan] 3.25.03",
        "3 Terkelolanya penangkapan ikan di perairan umum [Persentase kelompok nelayan terdata] 3.25.03.2.01",
        "4 - [Jumlah unit sarana yang tersedia] 3.25.03.2.01.0002",
        "4 - [-] 3.25.03.2.01.0003",
        "3 - [-] 3.25.03.2.02",
        "4 - [Jumlah nelayan yang dilatih] 3.25.03.2.02.0001",
        "2 Meningkatnya produktivitas budidaya ikan [Persentase kenaikan produksi budidaya] 3.25.04",
        "3 Berkembangnya kelompok pembudi daya [Jumlah kelompok naik kelas] 3.25.04.2.02",
        "1 Meningkatnya akuntabilitas kinerja dinas [Nilai SAKIP Dinas]",
        "2 Terlaksananya dukungan manajemen perkantoran [Persentase layanan perkantoran tepat waktu] 3.25.01",
        "3 - [-] 3.25.01.2.02",
        "4 - [Jumlah orang yang menerima gaji] 3.25.01.2.02.0001",
    ),
)

TABLE_41_WITHOUT_CODES = AgencyTable(
    """
## 4.1
| TABEL 4.1 |
| TEKNIK MERUMUSKAN PROGRAM/KEGIATAN/SUBKEGIATAN RENSTRA DINAS PERIKANAN |
| \\ |
| NSPK DAN SASARAN RPJMD YANG RELEVAN | TUJUAN | SASARAN | OUTCOME | OUTPUT | INDIKATOR | PROGRAM/KEGIATAN/SUBKEGIATAN | KET |
| (01) | (02) | (03) | (04) | (05) | (06) | (07) | (08) |
| Meningkatnya pendapatan masyarakat pesisir | Meningkatnya kesejahteraan nelayan dan pembudidaya ikan | | | | Nilai Tukar Nelayan |
| | | Meningkatnya produksi perikanan berkelanjutan | | | Pertumbuhan produksi perikanan |
| | | | Meningkatnya hasil tangkapan nelayan kecil | | Persentase kenaikan hasil tangkapan | Program Pengelolaan Perikanan Tangkap |
| | | | | Terkelolanya penangkapan ikan di perairan umum | Persentase kelompok nelayan terdata | Kegiatan Pengelolaan Penangkapan Ikan di Wilayah Sungai dan Danau |
| | | | | | Jumlah unit sarana yang tersedia | Sub Kegiatan Penyediaan Prasarana Usaha Perikanan Tangkap |
| | | | | | | Sub Kegiatan Penjaminan Ketersediaan Sarana Usaha |
| | | | | | | Kegiatan Pemberdayaan Nelayan Kecil |
| | | | | | Jumlah nelayan yang dilatih | Sub Kegiatan Pengembangan Kapasitas Nelayan Kecil |
| | | | Meningkatnya produktivitas budidaya ikan | | Persentase kenaikan produksi budidaya | Program Pengelolaan Perikanan Budidaya |
| | | | | Berkembangnya kelompok pembudi daya | Jumlah kelompok naik kelas | Kegiatan Pemberdayaan Pembudi Daya Ikan Kecil |
| | | Meningkatnya akuntabilitas kinerja dinas | | | Nilai SAKIP Dinas |
| | | | Terlaksananya dukungan manajemen perkantoran | | Persentase layanan perkantoran tepat waktu | Program Penunjang Urusan Pemerintahan Daerah Kabupaten/Kota |
| | | | | | | Kegiatan Administrasi Keuangan Perangkat Daerah |
| | | | | | Jumlah orang yang menerima gaji | Sub Kegiatan Penyediaan Gaji dan Tunjangan ASN |
""",
    (),
    (
        "0 Meningkatnya kesejahteraan nelayan dan pembudidaya ikan [Nilai Tukar Nelayan]",
        "1 Meningkatnya produksi perikanan berkelanjutan [Pertumbuhan produksi perikanan]",
        "2 Meningkatnya hasil tangkapan nelayan kecil [Persentase kenaikan hasil tangkapan]",
        "3 Terkelolanya penangkapan ikan di perairan umum [Persentase kelompok nelayan terdata]",
        "4 - [Jumlah unit sarana yang tersedia]",
        "4 - [-]",
        "3 - [-]",
        "4 - [Jumlah nelayan yang dilatih]",
        "2 Meningkatnya produktivitas budidaya ikan [Persentase kenaikan produksi budidaya]",
        "3 Berkembangnya kelompok pembudi daya [Jumlah kelompok naik kelas]",
        "1 Meningkatnya akuntabilitas kinerja dinas [Nilai SAKIP Dinas]",
        "2 Terlaksananya dukungan manajemen perkantoran [Persentase layanan perkantoran tepat waktu]",
        "3 - [-]",
        "4 - [Jumlah orang yang menerima gaji]",
    ),
)

TABLE_42 = AgencyTable(
    """
## T 4.2
| TABEL 4.2 RENCANA PROGRAM/KEGIATAN/SUBKEGIATAN DAN PENDANAAN |
| \\ |
| BIDANG URUSAN/PROGRAM/OUTCOME/KEGIATAN/SUBKEGIATAN/OUTPUT | INDIKATOR OUTCOME/OUTPUT | BASELINE TAHUN 2024 | TARGET DAN PAGU INDIKATIF TAHUN | | | | | | | | | | KETERANGAN |
| | | | '2026 | | '2027 | | '2028 | | '2029 | | '2030 |
| | | | TARGET | PAGU | TARGET | PAGU | TARGET | PAGU | TARGET | PAGU | TARGET | PAGU |
| (01) | (02) | (03) | (04) | (05) | (06) | (07) | (08) | (09) | (10) | (11) | (12) | (13) | (14) |
| 3.25 URUSAN PEMERINTAHAN BIDANG KELAUTAN DAN PERIKANAN | | | | 900000000 | | 901000000 | | 902000000 | | 903000000 | | 904000000 |
| 3.25.03 PROGRAM PENGELOLAAN PERIKANAN TANGKAP | | | | 600000000 | | 601000000 | | 602000000 | | 603000000 | | 604000000 |
| Meningkatnya hasil tangkapan nelayan kecil | Persentase kenaikan hasil tangkapan (%) | 3 | 4 | | 5 | | 6 | | 7 | | 8 |
| 3.25.03.2.01 Pengelolaan Penangkapan Ikan di Wilayah Sungai dan Danau | | | | 400000000 | | 401000000 | | 402000000 | | 403000000 | | 404000000 |
| Terkelolanya penangkapan ikan di perairan umum | Persentase kelompok nelayan terdata (%) | 50 | 60 | | 61 | | 62 | | 63 | | 64 |
| 3.25.03.2.01.0002 Penyediaan Prasarana Usaha Perikanan Tangkap | | | | 300000000 | | 301000000 | | 302000000 | | 303000000 | | 304000000 |
| Tersedianya prasarana usaha perikanan tangkap | Jumlah unit sarana yang tersedia (unit) | 2 | 3 | | 4 | | 5 | | 6 | | 7 |
| 3.25.03.2.01.0003 Penjaminan Ketersediaan Sarana Usaha | | | | 100000000 | | 101000000 | | 102000000 | | 103000000 | | 104000000 |
| Tersedianya sarana usaha | Jumlah sarana usaha (paket) | 1 | 2 | | 3 | | 4 | | 5 | | 6 |
| 3.25.03.2.02 Pemberdayaan Nelayan Kecil | | | | 200000000 | | 201000000 | | 202000000 | | 203000000 | | 204000000 |
| Berdayanya nelayan kecil | Persentase nelayan kecil mandiri (%) | 10 | 12 | | 13 | | 14 | | 15 | | 16 |
| 3.25.03.2.02.0001 Pengembangan Kapasitas Nelayan Kecil | | | | 200000000 | | 201000000 | | 202000000 | | 203000000 | | 204000000 |
| Terlatihnya nelayan kecil | Jumlah nelayan yang dilatih (orang) | 20 | 25 | | 26 | | 27 | | 28 | | 29 |
| TOTAL | | | | 900000000 | | 901000000 | | 902000000 | | 903000000 | | 904000000 |
""",
    (
        "A3:A5",
        "B3:B5",
        "C3:C5",
        "D3:M3",
        "D4:E4",
        "F4:G4",
        "H4:I4",
        "J4:K4",
        "L4:M4",
        "N3:N5",
    ),
    (
        "2 Meningkatnya hasil tangkapan nelayan kecil [Persentase kenaikan hasil tangkapan] 3.25.03",
        "3 Terkelolanya penangkapan ikan di perairan umum [Persentase kelompok nelayan terdata] 3.25.03.2.01",
        "4 Tersedianya prasarana usaha perikanan tangkap [Jumlah unit sarana yang tersedia] 3.25.03.2.01.0002",
        "4 Tersedianya sarana usaha [Jumlah sarana usaha] 3.25.03.2.01.0003",
        "3 Berdayanya nelayan kecil [Persentase nelayan kecil mandiri] 3.25.03.2.02",
        "4 Terlatihnya nelayan kecil [Jumlah nelayan yang dilatih] 3.25.03.2.02.0001",
    ),
)

TABLE_31 = AgencyTable(
    """
## 3.1
| TABEL 3.1 TEKNIK MERUMUSKAN TUJUAN DAN SASARAN RENSTRA |
| NSPK | SASARAN RPJMD | TUJUAN | SASARAN | INDIKATOR | SATUAN | BASELINE 2024 | TARGET TAHUN | | | | | | KET |
| | | | | | | | '2025 | '2026 | '2027 | '2028 | '2029 | '2030 |
| (1) | (2) | (3) | (4) | (5) | (6) | (7) | (8) | (9) | (10) | (11) | (12) | (13) | (14) |
| UU Perikanan | Meningkatnya pendapatan masyarakat pesisir | Meningkatnya kesejahteraan nelayan dan pembudidaya ikan | | Nilai Tukar Nelayan | Nilai | 101 | 102 | 103 | 104 | 105 | 106 | 107 |
| | | | Meningkatnya produksi perikanan berkelanjutan | Pertumbuhan produksi perikanan | % | 2 | 3 | 4 | 5 | 6 | 7 | 8 |
| | | | Meningkatnya akuntabilitas kinerja dinas | Nilai SAKIP Dinas | Nilai | 70 | 72 | 74 | 76 | 78 | 80 | 82 |
""",
    (
        "A2:A3",
        "B2:B3",
        "C2:C3",
        "D2:D3",
        "E2:E3",
        "F2:F3",
        "G2:G3",
        "H2:M2",
        "N2:N3",
    ),
    (
        "0 Meningkatnya kesejahteraan nelayan dan pembudidaya ikan [Nilai Tukar Nelayan]",
        "1 Meningkatnya produksi perikanan berkelanjutan [Pertumbuhan produksi perikanan]",
        "1 Meningkatnya akuntabilitas kinerja dinas [Nilai SAKIP Dinas]",
    ),
)

TABLE_43 = AgencyTable(
    """
## 4.3
| TABEL 4.3 SUBKEGIATAN PRIORITAS |
| NO | PROGRAM PRIORITAS | OUTCOME | KEGIATAN/SUBKEGIATAN | KET |
| 1 | 1.01.02 Program Pengelolaan Pendidikan | Meningkatnya mutu sekolah dasar | 1.01.02.2.01 Pengelolaan Pendidikan Sekolah Dasar |
| | | | 1.01.02.2.01.0002 Penambahan Ruang Kelas Baru |
| | | | 1.01.02.2.01.0005 Rehabilitasi Ruang Kelas |
| 2 | 1.01.03 Program Pengembangan Kurikulum | Meningkatnya mutu kurikulum | 1.01.03.2.01 Penetapan Kurikulum Muatan Lokal |
| | | | 1.01.03.2.01.0001 Penyusunan Kurikulum |
""",
    (),
    (
        "2 Meningkatnya mutu sekolah dasar [-] 1.01.02",
        "3 - [-] 1.01.02.2.01",
        "4 - [-] 1.01.02.2.01.0002",
        "4 - [-] 1.01.02.2.01.0005",
        "2 Meningkatnya mutu kurikulum [-] 1.01.03",
        "3 - [-] 1.01.03.2.01",
        "4 - [-] 1.01.03.2.01.0001",
    ),
)

TABLE_TC25 = AgencyTable(
    """
## T-C.25
| Tabel T-C.25 |
| Tujuan dan Sasaran Jangka Menengah Pelayanan Perangkat Daerah |
| NO | TUJUAN | SASARAN | INDIKATOR TUJUAN/SASARAN | TARGET KINERJA TUJUAN/SASARAN PADA TAHUN KE- |
| | | | | '2022 | '2023 | '2024 | '2025 | '2026 |
| (1) | (2) | (3) | (4) | (5) | (6) | (7) | (8) | (9) |
| 1 | Meningkatnya ketahanan pangan | | Indeks ketahanan pangan | 70 | 71 | 72 | 73 | 74 |
| | | Meningkatnya ketersediaan pangan | Skor pola pangan harapan | 80 | 81 | 82 | 83 | 84 |
| | | Menurunnya kerawanan pangan | Persentase desa rawan pangan | 10 | 9 | 8 | 7 | 6 |
""",
    (),
    (
        "0 Meningkatnya ketahanan pangan [Indeks ketahanan pangan]",
        "1 Meningkatnya ketersediaan pangan [Skor pola pangan harapan]",
        "1 Menurunnya kerawanan pangan [Persentase desa rawan pangan]",
    ),
)

TABLE_TC27 = AgencyTable(
    """
## T-C.27
| Tabel T-C.27 |
| Rencana Program, Kegiatan, dan Pendanaan |
| Tujuan | Sasaran | Kode | Program dan Kegiatan | Indikator Kinerja Tujuan, Sasaran, Program (outcome), dan Kegiatan (output) | Data Capaian pada Tahun Awal Perencanaan | Target Kinerja Program dan Kerangka Pendanaan | | | | Kondisi Kinerja pada akhir periode | | Unit Kerja Penanggung Jawab | Lokasi |
| | | | | | | Tahun 2025 | | Tahun 2026 |
| | | | | | | Target | Rp | Target | Rp | Target | Rp |
| (1) | (2) | (3) | (4) | (5) | (6) | (7) | (8) | (9) | (10) | (11) | (12) | (13) | (14) |
| Meningkatnya ketahanan pangan | | | | Indeks ketahanan pangan | 70 | 71 | | 72 | | 75 |
| | Meningkatnya ketersediaan pangan | | | Skor pola pangan harapan | 80 | 81 | | 82 | | 85 |
| | | '2.09.03 | Program Peningkatan Diversifikasi | Persentase keluarga beragam pangan | 40 | 45 | 100000000 | 50 | 110000000 | 60 | 500000000 | Bidang Konsumsi | Kabupaten |
| | | '2.09.03.2.01 | Penyediaan dan Penyaluran Pangan Pokok | Jumlah pangan tersalur | 10 | 12 | 60000000 | 14 | 65000000 | 20 | 300000000 | Bidang Konsumsi | Kabupaten |
| | | '2.09.03.2.01.0003 | Pemantauan Stok Pangan | Jumlah laporan stok | 12 | 12 | 60000000 | 12 | 65000000 | 12 | 300000000 | Seksi Stok | Kabupaten |
| | | '2.09.03.2.02 | Pengelolaan Cadangan Pangan | Persentase cadangan tersedia | 80 | 82 | 40000000 | 84 | 45000000 | 90 | 200000000 | Bidang Konsumsi | Kabupaten |
| | Menurunnya kerawanan pangan | | | Persentase desa rawan pangan | 10 | 9 | | 8 | | 5 |
| | | '2.09.04 | Program Penanganan Kerawanan Pangan | Persentase desa rawan tertangani | 50 | 55 | 50000000 | 60 | 55000000 | 80 | 250000000 | Bidang Kerawanan | Kabupaten |
""",
    (
        "A3:A5",
        "B3:B5",
        "C3:C5",
        "D3:D5",
        "E3:E5",
        "F3:F5",
        "G3:J3",
        "G4:H4",
        "I4:J4",
        "K3:L4",
        "M3:M5",
        "N3:N5",
    ),
    (
        "0 Meningkatnya ketahanan pangan [Indeks ketahanan pangan]",
        "1 Meningkatnya ketersediaan pangan [Skor pola pangan harapan]",
        "2 - [Persentase keluarga beragam pangan] 2.09.03",
        "3 - [Jumlah pangan tersalur] 2.09.03.2.01",
        "4 - [Jumlah laporan stok] 2.09.03.2.01.0003",
        "3 - [Persentase cadangan tersedia] 2.09.03.2.02",
        "1 Menurunnya kerawanan pangan [Persentase desa rawan pangan]",
        "2 - [Persentase desa rawan tertangani] 2.09.04",
    ),
)

KINERJA_OVER_SASARAN = AgencyTable(
    """
## Pohon
| POHON KINERJA RSUD SEHAT SEJAHTERA |
| TAHUN 2026 |
| \\ |
| NO | KINERJA / SASARAN | ESELON | INDIKATOR | SATUAN | TARGET 2026 |
| '1 | '2 | '3 | '4 | '5 | '6 |
| 1 | Meningkatnya mutu layanan rumah sakit | ESELON II | Indeks kepuasan pasien | Indeks | 88 |
| | | | Persentase indikator mutu tercapai | % | 90 |
| 2 | Meningkatnya layanan medik | ESELON III | Persentase standar layanan medik terpenuhi | % | 95 |
| 3 | Terpenuhinya layanan rawat inap | ESELON IV | Angka pemanfaatan tempat tidur | % | 75 |
| 4 | Terpenuhinya layanan gawat darurat | ESELON IV | Waktu tanggap gawat darurat | Menit | 5 |
| 5 | Meningkatnya tata kelola rumah sakit | ESELON III | Nilai SAKIP rumah sakit | Nilai | 82 |
| 6 | Tertibnya administrasi keuangan | ESELON IV | Persentase laporan keuangan tepat waktu | % | 100 |
""",
    (),
    (
        "1 Meningkatnya mutu layanan rumah sakit [Indeks kepuasan pasien; Persentase indikator mutu tercapai]",
        "2 Meningkatnya layanan medik [Persentase standar layanan medik terpenuhi]",
        "3 Terpenuhinya layanan rawat inap [Angka pemanfaatan tempat tidur]",
        "3 Terpenuhinya layanan gawat darurat [Waktu tanggap gawat darurat]",
        "2 Meningkatnya tata kelola rumah sakit [Nilai SAKIP rumah sakit]",
        "3 Tertibnya administrasi keuangan [Persentase laporan keuangan tepat waktu]",
    ),
)

POSTS = AgencyTable(
    """
## Sheet1
| CASCADING KINERJA BPBD |
| No. | Sasaran/Kinerja yang dihasilkan | Indikator | Target | | Diampu oleh |
| | | | '2026 | '2027 |
| 1 | Menurunnya risiko bencana daerah | Indeks risiko bencana | '120 | '118 | Kepala Pelaksana BPBD |
| '1.1 | Meningkatnya kesiapsiagaan masyarakat | Persentase desa tangguh | '40 | '45 | Kepala Bidang Pencegahan dan Kesiapsiagaan |
| '1.1.1 | Terlatihnya relawan bencana | Jumlah relawan terlatih | '100 | '120 | Kepala Seksi Kesiapsiagaan |
| '1.2 | Meningkatnya kecepatan penanganan darurat | Waktu tanggap | '30 | '25 | Kepala Bidang Kedaruratan |
| '1.2.1 | Tersedianya logistik darurat | Persentase logistik tersedia | '90 | '95 | Kepala Seksi Logistik |
| \\ |
| | | | | | Contohan, 2 Januari 2026 |
| | | | | | Kepala Pelaksana |
| | | | | | CONTOH TIGA |
| | | | | | NIP. 197001011995011901 |
""",
    (),
    (
        "1 Menurunnya risiko bencana daerah [Indeks risiko bencana]",
        "2 Meningkatnya kesiapsiagaan masyarakat [Persentase desa tangguh]",
        "3 Terlatihnya relawan bencana [Jumlah relawan terlatih]",
        "2 Meningkatnya kecepatan penanganan darurat [Waktu tanggap]",
        "3 Tersedianya logistik darurat [Persentase logistik tersedia]",
    ),
)

CASCADING = AgencyTable(
    """
## Cascading Kinerja Perangkat Daerah
| CASCADING KINERJA DINAS SOSIAL |
| Tujuan RPJMD | Sasaran RPJMD | Tujuan Renstra | Indikator Tujuan | Sasaran (ESS II) | Indikator | Satuan | Baseline | Target 2026 | Sasaran ESS III | Indikator ESS III | Sasaran ESS IV/JF | Indikator ESS IV | Program | Perangkat Daerah |
| Terwujudnya masyarakat sejahtera | Menurunnya kemiskinan | Meningkatnya kesejahteraan sosial | Indeks kesejahteraan sosial | Meningkatnya kemandirian penerima bantuan | Persentase penerima mandiri | % | 20 | 25 | Meningkatnya rehabilitasi sosial | Persentase PPKS terehabilitasi | Terlayaninya lansia terlantar | Jumlah lansia terlayani | Program Rehabilitasi Sosial | Dinas Sosial |
| | | | | | | | | | | | Terlayaninya anak terlantar | Jumlah anak terlayani | Program Rehabilitasi Sosial | Dinas Sosial |
| | | | | | | | | | Meningkatnya perlindungan sosial | Persentase keluarga terlindungi | Tersalurkannya bantuan keluarga | Jumlah keluarga penerima | Program Perlindungan dan Jaminan Sosial | Dinas Sosial |
| | | | | Meningkatnya tata kelola dinas | Nilai SAKIP | Nilai | 70 | 75 | Terwujudnya administrasi tertib | Persentase administrasi tertib | Tersusunnya laporan keuangan | Jumlah laporan | Program Penunjang Urusan | Dinas Sosial |
""",
    (),
    (
        "0 Meningkatnya kesejahteraan sosial [Indeks kesejahteraan sosial]",
        "1 Meningkatnya kemandirian penerima bantuan [Persentase penerima mandiri]",
        "2 Meningkatnya rehabilitasi sosial [Persentase PPKS terehabilitasi]",
        "3 Terlayaninya lansia terlantar [Jumlah lansia terlayani]",
        "3 Terlayaninya anak terlantar [Jumlah anak terlayani]",
        "2 Meningkatnya perlindungan sosial [Persentase keluarga terlindungi]",
        "3 Tersalurkannya bantuan keluarga [Jumlah keluarga penerima]",
        "1 Meningkatnya tata kelola dinas [Nilai SAKIP]",
        "2 Terwujudnya administrasi tertib [Persentase administrasi tertib]",
        "3 Tersusunnya laporan keuangan [Jumlah laporan]",
    ),
)

EXPORT = AgencyTable(
    """
## Export
| id | tahun | nama_skpd | level_jabatan | nama_jabatan | sasaran | indikator_kinerja | satuan | target | formulasi | sumber_data |
| 1 | 2026 | Dinas Pariwisata | jpt_pratama | Kepala Dinas Pariwisata | Meningkatnya kunjungan wisata | Jumlah kunjungan wisatawan | Orang | 50000 | Hitung tiket | Laporan |
| 2 | 2026 | Dinas Pariwisata | administrator | Kepala Bidang Destinasi | Berkembangnya destinasi wisata | Jumlah destinasi berkembang | Lokasi | 5 | Hitung | Laporan |
| 3 | 2026 | Dinas Pariwisata | pengawas | Kepala Seksi Objek | Tertatanya objek wisata | Persentase objek tertata | % | 70 | Hitung | Laporan |
| 4 | 2026 | Dinas Pariwisata | pelaksana | Pengelola Data | Tersedianya data objek | Jumlah data | Dokumen | 12 | Hitung | Laporan |
""",
    (),
    (
        "1 Meningkatnya kunjungan wisata [Jumlah kunjungan wisatawan]",
        "2 Berkembangnya destinasi wisata [Jumlah destinasi berkembang]",
        "3 Tertatanya objek wisata [Persentase objek tertata]",
        "4 Tersedianya data objek [Jumlah data]",
    ),
)

CODES_APART = AgencyTable(
    """
## Renja
| RENCANA PROGRAM, KEGIATAN, SUB KEGIATAN DAN PENDANAAN KECAMATAN MAJU |
| KODE | PROGRAM/KEGIATAN/SUB KEGIATAN | KINERJA | INDIKATOR | SATUAN | '2026 | | '2027 | | PENANGGUNG JAWAB |
| | | | | | TARGET | RP | TARGET | RP |
| '7.01.01 | PROGRAM PENUNJANG URUSAN PEMERINTAHAN DAERAH | Meningkatnya tata kelola kecamatan | Nilai SAKIP kecamatan | Nilai | 80 | 500000000 | 81 | 510000000 | Sekretaris |
| '7.01.01.2.01 | Perencanaan, Penganggaran, dan Evaluasi | Tersusunnya dokumen perencanaan | Persentase dokumen tepat waktu | % | 100 | 20000000 | 100 | 21000000 | Kasubbag |
| '7.01.01.2.01.0001 | Penyusunan Dokumen Perencanaan | Tersedianya dokumen perencanaan | Jumlah dokumen | Dokumen | 6 | 20000000 | 6 | 21000000 | Kasubbag |
| '7.01.02 | PROGRAM PENYELENGGARAAN PEMERINTAHAN DAN PELAYANAN PUBLIK | Meningkatnya pelayanan kecamatan | Indeks kepuasan masyarakat | Indeks | 85 | 300000000 | 86 | 310000000 | Kasi Pelayanan |
| '7.01.02.2.02 | Penyelenggaraan Urusan Pemerintahan | | | | | 300000000 | | 310000000 |
| | JUMLAH | | | | | 800000000 | | 820000000 |
""",
    (
        "A2:A3",
        "B2:B3",
        "C2:C3",
        "D2:D3",
        "E2:E3",
        "F2:G2",
        "H2:I2",
        "J2:J3",
    ),
    (
        "2 Meningkatnya tata kelola kecamatan [Nilai SAKIP kecamatan] 7.01.01",
        "3 Tersusunnya dokumen perencanaan [Persentase dokumen tepat waktu] 7.01.01.2.01",
        "4 Tersedianya dokumen perencanaan [Jumlah dokumen] 7.01.01.2.01.0001",
        "2 Meningkatnya pelayanan kecamatan [Indeks kepuasan masyarakat] 7.01.02",
        "3 - [-] 7.01.02.2.02",
    ),
)

SENTENCES_AND_INDICATORS = AgencyTable(
    """
## Renstra
| NO | SASARAN / INDIKATOR | SATUAN | TARGET 2026 | TARGET 2027 |
| '1 | Meningkatnya kualitas arsip daerah |
| | Persentase arsip tertata | % | 60 | 65 |
| | Jumlah arsip digital | Arsip | 1000 | 1200 |
| '2 | Meningkatnya minat baca masyarakat |
| | Indeks minat baca | Indeks | 55 | 57 |
""",
    (),
    (
        "1 Meningkatnya kualitas arsip daerah [Persentase arsip tertata; Jumlah arsip digital]",
        "1 Meningkatnya minat baca masyarakat [Indeks minat baca]",
    ),
)

TARGETS_IN_BRACKETS = AgencyTable(
    """
## Lembar2
| 1. KODE | 2. URAIAN PROGRAM / KEGIATAN / SUB KEGIATAN | 3. SASARAN | 4. INDIKATOR DAN TARGET | 5. PAGU 2026 (Rp) |
| '1 | '2 | '3 | '4 | '5 |
| '2.11.02 | PROGRAM PENGELOLAAN PERSAMPAHAN | Meningkatnya pengelolaan sampah | Persentase sampah terkelola (70%) | 500000000 |
| '2.11.02.2.01 | Pengelolaan Sampah | Terkelolanya sampah perkotaan | Jumlah sampah terangkut (100 ton) | 500000000 |
| '2.11.02.2.01.0001 | Penyusunan Rencana Pengelolaan Sampah | Tersusunnya rencana sampah | Jumlah dokumen rencana (1 dokumen) | 100000000 |
| '2.11.02.2.01.0004 | Penanganan Sampah | | Jumlah titik layanan (40 titik) | 400000000 |
""",
    (),
    (
        "2 Meningkatnya pengelolaan sampah [Persentase sampah terkelola] 2.11.02",
        "3 Terkelolanya sampah perkotaan [Jumlah sampah terangkut] 2.11.02.2.01",
        "4 Tersusunnya rencana sampah [Jumlah dokumen rencana] 2.11.02.2.01.0001",
        "4 - [Jumlah titik layanan] 2.11.02.2.01.0004",
    ),
)

IKU_ANNEX = AgencyTable(
    """
## IKU
| INDIKATOR KINERJA UTAMA |
| DINAS KESEHATAN |
| NO | SASARAN | INDIKATOR KINERJA UTAMA | DEFINISI OPERASIONAL | FORMULA / RUMUSAN PERHITUNGAN | SATUAN | TARGET CAPAIAN PER TAHUN | | SUMBER DATA | PENANGGUNG JAWAB |
| | | | | | | '2026 | '2027 |
| TUJUAN: Meningkatnya derajat kesehatan masyarakat |
| 1 | Menurunnya kematian ibu | Angka kematian ibu | Kematian ibu per kelahiran hidup | Jumlah kematian / kelahiran x 100.000 | Per 100.000 KH | 120 | 110 | Laporan rutin | Bidang Kesmas |
| | | Cakupan persalinan nakes | Persalinan oleh tenaga kesehatan | Persalinan nakes / persalinan | % | 95 | 96 | Laporan rutin | Bidang Kesmas |
| 2 | Menurunnya prevalensi stunting | Prevalensi stunting | Balita stunting | Balita stunting / balita | % | 14 | 13 | e-PPGBM | Bidang Kesmas |
""",
    (
        "A5:J5",
        "G3:H3",
    ),
    (
        "0 Meningkatnya derajat kesehatan masyarakat [-]",
        "1 Menurunnya kematian ibu [Angka kematian ibu; Cakupan persalinan nakes]",
        "1 Menurunnya prevalensi stunting [Prevalensi stunting]",
    ),
)

MERGED = AgencyTable(
    """
## Lampiran
| Tabel Program Kegiatan dan Sub Kegiatan |
| No | TUJUAN | SASARAN | OUTCOME | OUTPUT | INDIKATOR KINERJA | PROGRAM / KEGIATAN /\nSUB KEGIATAN | KET. |
| 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 |
| 1 | Terwujudnya pendidikan bermutu | | | | Rata-rata lama sekolah |
| | | Meningkatnya akses pendidikan dasar | | | Angka partisipasi murni SD |
| | | | Meningkatnya mutu sekolah dasar | | Persentase sekolah terakreditasi A | 1.01.02 Program Pengelolaan Pendidikan |
| | | | | Terpenuhinya sarana sekolah dasar | Persentase ruang kelas baik | 1.01.02.2.01 Kegiatan Pengelolaan Pendidikan Sekolah Dasar |
| | | | | Terbangunnya ruang kelas baru | Jumlah ruang kelas dibangun | 1.01.02.2.01.0002 Sub Kegiatan Penambahan Ruang Kelas Baru |
| | | | | Terehabilitasinya ruang kelas | Jumlah ruang kelas direhabilitasi | 1.01.02.2.01.0005 Sub Kegiatan Rehabilitasi Sedang/Berat Ruang Kelas |
| | | | | Terpenuhinya sarana PAUD | Persentase PAUD berizin | 1.01.02.2.03 Kegiatan Pengelolaan Pendidikan Anak Usia Dini (PAUD) |
| Keterangan: data per Desember 2025 |
""",
    (
        "B4:B10",
        "C5:C10",
        "D6:D10",
    ),
    (
        "0 Terwujudnya pendidikan bermutu [Rata-rata lama sekolah]",
        "1 Meningkatnya akses pendidikan dasar [Angka partisipasi murni SD]",
        "2 Meningkatnya mutu sekolah dasar [Persentase sekolah terakreditasi A] 1.01.02",
        "3 Terpenuhinya sarana sekolah dasar [Persentase ruang kelas baik] 1.01.02.2.01",
        "4 Terbangunnya ruang kelas baru [Jumlah ruang kelas dibangun] 1.01.02.2.01.0002",
        "4 Terehabilitasinya ruang kelas [Jumlah ruang kelas direhabilitasi] 1.01.02.2.01.0005",
        "3 Terpenuhinya sarana PAUD [Persentase PAUD berizin] 1.01.02.2.03",
    ),
)

WITHOUT_LEVELS = AgencyTable(
    """
## Kinerja
| DAFTAR KINERJA DINAS TENAGA KERJA |
| NO | URAIAN KINERJA | INDIKATOR | TARGET 2026 |
| 1 | Meningkatnya penempatan tenaga kerja | Persentase pencari kerja ditempatkan | 60% |
| 2 | Meningkatnya keterampilan pencari kerja | Persentase lulusan pelatihan bersertifikat | 80% |
| 3 | Terlatihnya pencari kerja | Jumlah peserta pelatihan | '200 |
""",
    (),
    (),
)

RKT = AgencyTable(
    """
## RKT
| RENCANA KINERJA TAHUNAN DINAS KOPERASI TAHUN 2026 |
| NO | SASARAN STRATEGIS | INDIKATOR KINERJA | SATUAN | TARGET | PROGRAM | ANGGARAN (Rp) |
| 1 | Meningkatnya koperasi sehat | Persentase koperasi sehat | % | 60 | 2.17.03 Program Pengawasan Koperasi | 300000000 |
| | | Jumlah koperasi aktif | Koperasi | 120 | 2.17.04 Program Penilaian Kesehatan Koperasi | 200000000 |
| 2 | Meningkatnya wirausaha baru | Jumlah wirausaha baru | Orang | 75 | 2.17.07 Program Pemberdayaan Usaha Menengah | 400000000 |
""",
    (),
    (
        "1 Meningkatnya koperasi sehat [Persentase koperasi sehat; Jumlah koperasi aktif]",
        "2 - [-] 2.17.03",
        "2 - [-] 2.17.04",
        "1 Meningkatnya wirausaha baru [Jumlah wirausaha baru]",
        "2 - [-] 2.17.07",
    ),
)

REPEATED_PATH = AgencyTable(
    """
## Pohon
| TUJUAN | SASARAN | OUTCOME | OUTPUT | INDIKATOR | SATUAN | TARGET 2026 | PROGRAM/KEGIATAN/ SUBKEGIATAN |
| Meningkatnya ketertiban umum | | | | Indeks ketertiban | Indeks | 70 |
| Meningkatnya ketertiban umum | Menurunnya pelanggaran perda | | | Jumlah pelanggaran | Kasus | 100 |
| Meningkatnya ketertiban umum | Menurunnya pelanggaran perda | Meningkatnya penegakan perda | | Persentase perda ditegakkan | % | 90 | PROGRAM PENINGKATAN KETENTERAMAN |
| Meningkatnya ketertiban umum | Menurunnya pelanggaran perda | Meningkatnya penegakan perda | Tertanganinya gangguan ketertiban | Jumlah gangguan tertangani | Kasus | 50 | Kegiatan Penanganan Gangguan |
| Meningkatnya ketertiban umum | Menurunnya pelanggaran perda | Meningkatnya penegakan perda | Terlaksananya patroli | Jumlah patroli | Kali | 365 | Sub Kegiatan Pencegahan Gangguan |
| Meningkatnya ketertiban umum | Menurunnya pelanggaran perda | Meningkatnya penegakan perda | Terlatihnya anggota | Jumlah anggota dilatih | Orang | 40 | Sub Kegiatan Peningkatan Kapasitas SDM |
""",
    (),
    (
        "0 Meningkatnya ketertiban umum [Indeks ketertiban]",
        "1 Menurunnya pelanggaran perda [Jumlah pelanggaran]",
        "2 Meningkatnya penegakan perda [Persentase perda ditegakkan]",
        "3 Tertanganinya gangguan ketertiban [Jumlah gangguan tertangani]",
        "4 Terlaksananya patroli [Jumlah patroli]",
        "4 Terlatihnya anggota [Jumlah anggota dilatih]",
    ),
)

ABBREVIATED = AgencyTable(
    """
## Renstra 25-29
| NO. | KINERJA/ SASARAN | ESELON | IND. KINERJA | SAT. | TGT TH. 2026 | TGT TH. 2027 | KET. |
| (1) | (2) | (3) | (4) | (5) | (6) | (7) | (8) |
| '1. | Meningkatnya kualitas lingkungan hidup | II.b | Indeks kualitas lingkungan | Indeks | '68,5 | '69 |
| '2. | Menurunnya pencemaran air | III.a | Indeks kualitas air | Indeks | '52 | '53 |
| '3. | Terpantaunya kualitas air sungai | IV.a | Jumlah titik pantau | Titik | '20 | '22 |
""",
    (),
    (
        "1 Meningkatnya kualitas lingkungan hidup [Indeks kualitas lingkungan]",
        "2 Menurunnya pencemaran air [Indeks kualitas air]",
        "3 Terpantaunya kualitas air sungai [Jumlah titik pantau]",
    ),
)

MERGED_LEVELS = AgencyTable(
    """
## Lembar1
| PENGAMPU | KINERJA / SASARAN | INDIKATOR KINERJA | FORMULASI | SUMBER DATA | TARGET 2026 |
| Eselon II | Meningkatnya inovasi daerah | Indeks inovasi daerah | Skor Kemendagri | BSKDN | '65 |
| | | Jumlah inovasi | Hitung | Laporan | '20 |
| Eselon III | Meningkatnya hasil riset dimanfaatkan | Persentase riset dimanfaatkan | Riset dipakai / riset | Laporan | 50% |
| | Meningkatnya kualitas data pembangunan | Persentase data valid | Data valid / data | Laporan | 90% |
| Eselon IV | Tersusunnya kajian kebijakan | Jumlah kajian | Hitung | Laporan | '4 |
""",
    (
        "A2:A3",
        "A4:A5",
    ),
    (
        "1 Meningkatnya inovasi daerah [Indeks inovasi daerah; Jumlah inovasi]",
        "2 Meningkatnya hasil riset dimanfaatkan [Persentase riset dimanfaatkan]",
        "2 Meningkatnya kualitas data pembangunan [Persentase data valid]",
        "3 Tersusunnya kajian kebijakan [Jumlah kajian]",
    ),
)

LABELLED_RESULTS = AgencyTable(
    """
## TABEL 4.2
| KODE | BIDANG URUSAN / PROGRAM / OUTCOME / KEGIATAN / SUB KEGIATAN / OUTPUT | INDIKATOR OUTCOME / OUTPUT | SATUAN | BASELINE 2024 | TAHUN 2026 | | TAHUN 2027 | | PERANGKAT DAERAH PENANGGUNG JAWAB |
| | | | | | TARGET | PAGU | TARGET | PAGU |
| 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 |
| '2.07 | URUSAN PEMERINTAHAN BIDANG TENAGA KERJA | | | | | 700000000 | | 750000000 | Disnaker |
| '2.07.03 | PROGRAM PELATIHAN KERJA | | | | | 700000000 | | 750000000 |
| | Outcome: Meningkatnya keterampilan tenaga kerja | Persentase lulusan bersertifikat | % | 60 | 65 | | 70 |
| '2.07.03.2.01 | Pelaksanaan Pelatihan Berdasarkan Unit Kompetensi | | | | | 700000000 | | 750000000 |
| | Output: Terlaksananya pelatihan | Jumlah peserta pelatihan | Orang | 100 | 120 | | 140 |
| | | Jumlah angkatan pelatihan | Angkatan | 5 | 6 | | 7 |
| '2.07.03.2.01.0001 | Proses Pelaksanaan Pelatihan | | | | | 700000000 | | 750000000 |
| | Output: Terlatihnya tenaga kerja | Jumlah tenaga kerja terlatih | Orang | 100 | 120 | | 140 |
""",
    (
        "F1:G1",
        "H1:I1",
    ),
    (
        "2 Meningkatnya keterampilan tenaga kerja [Persentase lulusan bersertifikat] 2.07.03",
        "3 Terlaksananya pelatihan [Jumlah peserta pelatihan; Jumlah angkatan pelatihan] 2.07.03.2.01",
        "4 Terlatihnya tenaga kerja [Jumlah tenaga kerja terlatih] 2.07.03.2.01.0001",
    ),
)

SEVERAL_PK = AgencyTable(
    """
## PK 1
| PERJANJIAN KINERJA TAHUN 2026 |
| KEPALA DINAS PERTANIAN |
| NO | SASARAN STRATEGIS | INDIKATOR KINERJA | TARGET |
| 1 | Meningkatnya produksi pangan | Produksi padi | 5000 ton |
## PK 2
| PERJANJIAN KINERJA TAHUN 2026 |
| KEPALA BIDANG TANAMAN PANGAN |
| NO | SASARAN | INDIKATOR KINERJA | TARGET |
| 1 | Meningkatnya produktivitas padi | Produktivitas padi | 5 ton/ha |
## PK 3
| PERJANJIAN KINERJA TAHUN 2026 |
| KEPALA SEKSI PRODUKSI |
| NO | SASARAN | INDIKATOR KINERJA | TARGET |
| 1 | Tersalurkannya benih padi | Jumlah benih | 100 ton |
""",
    (),
    (
        "1 Meningkatnya produksi pangan [Produksi padi]",
        "2 Meningkatnya produktivitas padi [Produktivitas padi]",
        "3 Tersalurkannya benih padi [Jumlah benih]",
    ),
)

ALL_IN_ONE_COLUMN = AgencyTable(
    """
## Cascading
| TUJUAN/SASARAN/PROGRAM/KEGIATAN/SUB KEGIATAN | INDIKATOR | SATUAN | TARGET | | ANGGARAN |
| | | | '2026 | '2027 | '2026 | '2027 |
| TUJUAN 1 : Terwujudnya kesetaraan gender | Indeks pembangunan gender | Indeks | 92 | 93 |
| SASARAN 1.1 : Meningkatnya pengarusutamaan gender | Persentase PD responsif gender | % | 60 | 65 |
| 2.08.02 PROGRAM PENGARUSUTAMAAN GENDER | Persentase ARG | % | 10 | 12 | 500000000 | 600000000 |
| 2.08.02.2.01 Pelembagaan Pengarusutamaan Gender | Jumlah PD dilatih | PD | 20 | 25 | 500000000 | 600000000 |
| 2.08.02.2.01.0001 Koordinasi Pelaksanaan PUG | Jumlah dokumen | Dokumen | 2 | 2 | 500000000 | 600000000 |
""",
    (
        "D1:E1",
        "F1:G1",
    ),
    (
        "0 Terwujudnya kesetaraan gender [Indeks pembangunan gender]",
        "1 Meningkatnya pengarusutamaan gender [Persentase PD responsif gender]",
        "2 - [Persentase ARG] 2.08.02",
        "3 - [Jumlah PD dilatih] 2.08.02.2.01",
        "4 - [Jumlah dokumen] 2.08.02.2.01.0001",
    ),
)

TWO_AGENCIES = AgencyTable(
    """
## Gabungan
| SASARAN STRATEGIS | INDIKATOR | TARGET 2026 |
| DINAS ARSIP |
| Meningkatnya mutu arsip | Nilai arsip | '80 |
| DINAS PASAR |
| Meningkatnya mutu pasar | Nilai pasar | '70 |
""",
    (),
    (),
)
