"""Tables of other agencies, as these lay them out."""

from __future__ import annotations

ESELON = """
## Lembar1
| POHON KINERJA |
| DINAS CONTOH |
| \\ |
| No | Jenjang Jabatan | Sasaran Kinerja | Indikator | Target | | | Ket |
| | | | | 2026 | 2027 | 2028 | |
| 1 | Tujuan | Terwujudnya pelayanan prima | Indeks Pelayanan | 1 | 2 | 3 | |
| 2 | ESELON II | Meningkatnya mutu layanan | Nilai SKM | 80 | 81 | 82 | |
| | | | Nilai SAKIP | 70 | 71 | 72 | |
| 3 | ESSELON III | Meningkatnya tata kelola | Persentase tata kelola | 1 | 2 | 3 | |
| 4 | Es. IV | Terpenuhinya administrasi | Persentase administrasi | 1 | 2 | 3 | |
| 5 | Pelaksana | Tersedianya laporan | Jumlah laporan | 1 | 2 | 3 | |
| 6 | JF | Tersedianya gaji | Jumlah orang | 1 | 2 | 3 | |
"""


LOGIKA = """
## Pohon
| Level | Kinerja | Indikator |
| Ultimate Outcome | Terwujudnya pelayanan prima | Indeks Pelayanan |
| Intermediate Outcome | Meningkatnya mutu layanan | Nilai SKM |
| Immediate Outcome | Terpenuhinya administrasi | Persentase administrasi |
| Output | Tersedianya laporan | Jumlah laporan |
"""


KECAMATAN_LENGKAP = """
## Kecamatan
| Penanggung Jawab | Kinerja | Indikator |
| Camat | Meningkatnya mutu layanan | Nilai SKM |
| Sekretaris | Meningkatnya tata kelola | Persentase tata kelola |
| Kasubbag Umum | Terpenuhinya administrasi | Persentase administrasi |
| Pelaksana | Tersedianya laporan | Jumlah laporan |
| Kasi Pemerintahan | Terbinanya desa | Persentase desa |
| Pelaksana | Tersedianya laporan desa | Jumlah laporan |
| Kasubbag Perencanaan | Tersusunnya rencana | Persentase rencana |
"""


BAPPEDA = """
## Cascading
| POHON KINERJA DAN CASCADING |
| BADAN PERENCANAAN PEMBANGUNAN DAERAH |
| \\ |
| NO | TUJUAN | SASARAN | INDIKATOR KINERJA | SATUAN | TARGET | | KETERANGAN |
| | | | | | 2025 | 2026 | |
| 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 |
| 1 | Meningkatnya kualitas perencanaan | | Indeks Perencanaan | Indeks | 80 | 81 | IKU |
| | | Meningkatnya keselarasan dokumen | Persentase keselarasan | % | 90 | 91 | dihitung tim |
| | | | Persentase konsistensi | % | 90 | 91 | |
| NO | TUJUAN | SASARAN | INDIKATOR KINERJA | SATUAN | TARGET | | KETERANGAN |
| | | | | | 2025 | 2026 | |
| 2 | Meningkatnya tata kelola | | Nilai SAKIP | Nilai | 70 | 71 | |
| | | Meningkatnya akuntabilitas | Nilai SAKIP Badan | Nilai | 70 | 71 | |
| JUMLAH | | | | | 5 | 5 | |
| \\ |
| | | | Kabupaten Contoh, 5 Januari 2026 |
| | | | KEPALA BADAN |
| | | | CONTOH SATU |
| | | | NIP. 197001011995011901 |
"""
