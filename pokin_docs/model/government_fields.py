"""The fields of government (urusan and unsur) that codes begin with, by code.

Source: UU 23/2014, lampiran (1.01 to 3.32, the concurrent functions of regions), and for the elements of a regional
government (4.01 to 8.01) Permendagri 90/2019 with its updates, as SIPD's list of 2027 spells them. X.XX stands for the
agency's own field in the program that all share.
"""

from __future__ import annotations

SHARED = "X.XX"
"""What the official list writes where each agency puts its own field."""

GOVERNMENT_FIELDS = {
    "1.01": "Pendidikan",
    "1.02": "Kesehatan",
    "1.03": "Pekerjaan Umum dan Penataan Ruang",
    "1.04": "Perumahan dan Kawasan Permukiman",
    "1.05": "Ketenteraman dan Ketertiban Umum serta Perlindungan Masyarakat",
    "1.06": "Sosial",
    "2.07": "Tenaga Kerja",
    "2.08": "Pemberdayaan Perempuan dan Perlindungan Anak",
    "2.09": "Pangan",
    "2.10": "Pertanahan",
    "2.11": "Lingkungan Hidup",
    "2.12": "Administrasi Kependudukan dan Pencatatan Sipil",
    "2.13": "Pemberdayaan Masyarakat dan Desa",
    "2.14": "Pengendalian Penduduk dan Keluarga Berencana",
    "2.15": "Perhubungan",
    "2.16": "Komunikasi dan Informatika",
    "2.17": "Koperasi, Usaha Kecil, dan Menengah",
    "2.18": "Penanaman Modal",
    "2.19": "Kepemudaan dan Olahraga",
    "2.20": "Statistik",
    "2.21": "Persandian",
    "2.22": "Kebudayaan",
    "2.23": "Perpustakaan",
    "2.24": "Kearsipan",
    "3.25": "Kelautan dan Perikanan",
    "3.26": "Pariwisata",
    "3.27": "Pertanian",
    "3.28": "Kehutanan",
    "3.29": "Energi dan Sumber Daya Mineral",
    "3.30": "Perdagangan",
    "3.31": "Perindustrian",
    "3.32": "Transmigrasi",
    "4.01": "Sekretariat Daerah",
    "4.02": "Sekretariat DPRD",
    "5.01": "Perencanaan",
    "5.02": "Keuangan",
    "5.03": "Kepegawaian",
    "5.04": "Pendidikan dan Pelatihan",
    "5.05": "Penelitian dan Pengembangan",
    "5.06": "Pengelolaan Perbatasan",
    "6.01": "Inspektorat Daerah",
    "7.01": "Kecamatan",
    "8.01": "Kesatuan Bangsa dan Politik",
    SHARED: "Penunjang Urusan Pemerintahan Daerah",
}


URUSAN_TITLES = {
    "1": "URUSAN PEMERINTAHAN WAJIB YANG BERKAITAN DENGAN PELAYANAN DASAR",
    "2": "URUSAN PEMERINTAHAN WAJIB YANG TIDAK BERKAITAN DENGAN PELAYANAN DASAR",
    "3": "URUSAN PEMERINTAHAN PILIHAN",
    "4": "UNSUR PENDUKUNG URUSAN PEMERINTAHAN",
    "5": "UNSUR PENUNJANG URUSAN PEMERINTAHAN",
    "6": "UNSUR PENGAWASAN URUSAN PEMERINTAHAN",
    "7": "UNSUR KEWILAYAHAN",
    "8": "UNSUR PEMERINTAHAN UMUM",
}
"""The urusan and unsur of the first figure of a code, as budgets print them (Permendagri 90/2019)."""


def field_of(kode: str) -> str:
    """The field that a code of any kind begins with: 2.16 of 2.16.02.2.01."""
    return ".".join(kode.split(".")[:2])


def field_name(code: str) -> str:
    """Code and name of a field as a planner reads it: «2.16 Komunikasi dan Informatika»; the code alone if unknown."""
    return f"{code} {GOVERNMENT_FIELDS.get(code, '')}".strip()


def field_title(code: str) -> str:
    """A known field as a budget prints it: «2.16 URUSAN PEMERINTAHAN BIDANG KOMUNIKASI DAN INFORMATIKA»."""
    before = "URUSAN PEMERINTAHAN BIDANG " if code[:1] in "123" else ""
    return f"{code} {before}{GOVERNMENT_FIELDS[code].upper()}"
