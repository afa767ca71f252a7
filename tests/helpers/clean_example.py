"""The example workbook with every fault repaired by hand, as a planner would do it: no galat and no peringatan is left.

``RUMUSAN`` rewords a row in all stages at once, ``SEL`` changes single cells, ``TAMBAHAN`` adds the conditions that are
missing, ``PEJABAT`` the posts of the Sekretariat. Row numbers are those of ``inputs/diskominfo-balangan.xlsx`` (Tahap 4 and
Tahap 5 share them). Every edit says why. A new rule is repaired here with one more line.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from openpyxl import Workbook, load_workbook
from openpyxl.cell.cell import Cell
from openpyxl.worksheet.worksheet import Worksheet

from helpers.places import ROOT

CONTOH = ROOT / "inputs" / "diskominfo-balangan.xlsx"
JUDUL, PERTAMA = 4, 5

KIM = "Kelompok Informasi Masyarakat (KIM)"

# row of Tahap 4 and 5, column, new text, reason. Kinerja is reworded wherever the sentence stands.
RUMUSAN: list[tuple[int, str, str, str]] = [
    # S11, I09: a child that says what its parent says
    (25, "Kinerja", "Tersedianya Titik Akses Internet di Kantor dan Balai Desa", "S11: kalimat induknya, baris 24"),
    (44, "Kinerja", "Meningkatnya Kecepatan Pemulihan Layanan dari Insiden Siber", "S11: kalimat induknya, baris 43"),
    (45, "Kinerja", "Terlaksananya Tindak Lanjut Laporan Insiden Siber", "S11: kalimat induknya, baris 44"),
    # W06, W02: a kinerja that reads like an indicator
    (35, "Kinerja", "Terlaksananya Publikasi Data Sektoral pada Portal Satu Data", "W06: Meningkatnya Jumlah"),
    (36, "Kinerja", "Tersedianya Rekomendasi Pengelolaan Data Statistik dari Pembina Data", "W06: Meningkatnya Jumlah"),
    # W02: an output at the level of a kegiatan
    (34, "Kinerja", "Meningkatnya Kemudahan Penggunaan Data Sektoral", "W02: panduan adalah keluaran"),
    (38, "Kinerja", "Meningkatnya Kelengkapan Metadata Statistik Urusan Pemerintahan", "W02: rancangan adalah keluaran"),
    # X02, X03, X05, W01, W03, W07: Tahap 5 and 3 take the wording of Tahap 4, which is whole
    (10, "Kinerja", f"Terlaksananya Monitoring dan Evaluasi {KIM}", "X03, W03: Terlaksannanya"),
    (19, "Kinerja", "Terlaksananya Peningkatan Kapasitas Sumber Daya Manusia Pejabat Pengelola Informasi dan Dokumentasi "
     "(PPID)", "X05: terpotong"),
    (20, "Kinerja", "Terlayaninya Permohonan Informasi Publik Masyarakat", "X02, X03, W03: Terlayannya"),
    (24, "Kinerja", "Meningkatnya Jangkauan Jaringan Internet hingga Desa Blankspot", "X05, S11, W02: terpotong, seperti baris 23"),
    (29, "Kinerja", "Terlaksananya Penyelenggaraan Sistem Jaringan Intra Pemerintah Daerah", "X03, W01: Laksanakan"),
    (32, "Kinerja", "Terlaksananya Publikasi/Diseminasi Data Sektoral", "X03, W01: Laksanakan"),
    (49, "Kinerja", "Terpenuhinya Data Statistik Sektoral oleh SKPD", "X03, W07: Sektorale"),
    # X05, I06: cut off, and a process; the words of the kinerja
    (24, "Indikator", "Persentase Desa Blankspot yang Terjangkau Jaringan Internet", "X05, I06: terpotong, proses"),
    (25, "Indikator", "Jumlah Titik Akses Internet yang Tersedia", "X05: terpotong"),
    # I04: counts paper; I02: counts output where a result is wanted
    (9, "Indikator", f"Jumlah {KIM} yang Terbentuk", "I04: laporan"),
    (10, "Indikator", f"Jumlah {KIM} yang Mengikuti Monitoring dan Evaluasi", "I04: laporan"),
    (12, "Indikator", "Persentase Masyarakat yang Mengakses Informasi Publik", "I02: jumlah peningkatan"),
    (14, "Indikator", "Jumlah Konten Media Komunikasi Publik Siap Tayang", "I04: laporan"),
    (15, "Indikator", "Jumlah Artikel Media Komunikasi Publik", "I04: laporan"),
    (16, "Indikator", "Jumlah Pelayanan Informasi Publik yang Diberikan", "I04, I08: laporan video"),
    (17, "Indikator", "Persentase Sengketa Informasi Publik dan Pengaduan Publik yang Terselesaikan", "W04, W05"),
    (18, "Indikator", "Jumlah Opini dan Aspirasi Publik yang Terpantau", "I04, I08: laporan aduan"),
    (19, "Indikator", "Jumlah Pejabat Pengelola Informasi dan Dokumentasi (PPID) yang Mendapatkan Pelatihan", "X05, I04"),
    (20, "Indikator", "Jumlah Permohonan Informasi Publik Masyarakat yang Terlayani", "I04: laporan"),
    (29, "Indikator", "Jumlah Satuan Kerja Perangkat Daerah (SKPD) yang Terhubung Jaringan Intra Pemerintah Daerah", "W04"),
    (34, "Indikator", "Persentase Pengguna yang Menyatakan Data Sektoral Mudah Digunakan", "I02: panduan"),
    (38, "Indikator", "Persentase Metadata Statistik Urusan Pemerintahan yang Lengkap", "I02: rancangan"),
    (40, "Indikator", "Persentase Data yang Memenuhi Standar Satu Data Indonesia (SDI)", "I02: jumlah data"),
    (41, "Indikator", "Jumlah Produsen Data yang Mengikuti Koordinasi dan Sinkronisasi Data Statistik Sektoral", "I04"),
    (43, "Indikator", "Persentase Gangguan Keamanan Informasi yang Terselesaikan", "W05: huruf kecil"),
    (44, "Indikator", "Persentase Layanan yang Pulih Tepat Waktu dari Insiden Siber", "I05, I08, I11, W05: Terback-Up"),
    (45, "Indikator", "Jumlah Insiden Siber yang Ditindaklanjuti", "I04, I11, W05: laporan serangan"),
    (48, "Indikator", "Jumlah Infrastruktur Sistem Pencegahan Keamanan Informasi yang Tersedia", "I04: laporan"),
    # S01, X03, S37: levels
    (35, "Keterangan", "Kinerja Operasional", "S01, X03: Sasaran Sub Kegiatan"),
    (49, "Keterangan", "Kinerja Operasional", "S37: jenjang kondisi lintas perangkat daerah"),
]  # fmt: skip

# sheet, cell, new value, reason
SEL: list[tuple[str, str, str, str]] = [
    ("Tahap 2", "B6", "Rendahnya Akses Layanan TIK dan e-Government", "X33: kondisinya menyebut e-Government"),
    ("Tahap 2", "B8", "Rendahnya Keamanan Informasi", "X33: kata «dan» yang berlebih"),
    ("Tahap 3", "C14", "Kondisi Operasional", "X30: kosong"),
    ("Tahap 5", "E4", "Komponen Perencanaan", "B16: tidak berjudul"),
    ("Tahap 5", "F4", "Jenis PK", "B16: tidak berjudul"),
    ("Tahap 5", "E30", "Sasaran Ketiga SKPD", "S09: CSF nomor 3"),
    ("Tahap 5", "H39", "DATA-2", "D48: STAT-2 bukan bawahan pemilik baris 38"),
    ("Tahap 5", "E42", "Sasaran Keempat SKPD", "S09: CSF nomor 4"),
    (
        "Renaksi",
        "B14",
        "Persentase Layanan yang Pulih Tepat Waktu dari Insiden Siber",
        "B112: baris 44, kalimatnya berubah",
    ),
]

# Where an indicator counts something else now: row of Tahap 5, unit, and its series (Deret).
SATUAN: list[tuple[int, str, str]] = [
    (9, "Kelompok", ""), (10, "Kelompok", ""), (12, "%", "persen"), (14, "Konten", ""), (15, "Artikel", ""),
    (16, "Layanan", ""), (18, "Aspirasi", ""), (19, "Orang", ""), (20, "Permohonan", ""), (34, "%", "persen"),
    (38, "%", "persen"), (40, "%", "persen"), (41, "Produsen Data", ""), (45, "Insiden", ""), (48, "Unit", ""),
]  # fmt: skip

# Sample series: baseline, targets 2025 to 2030, quarters of 2026.
DERET: dict[str, tuple[int, ...]] = {
    "persen": (50, 55, 60, 65, 70, 75, 80, 57, 58, 59, 60),
    "jumlah": (4, 5, 6, 7, 8, 9, 10, 1, 3, 5, 6),
}


@dataclass(frozen=True)
class Tambahan:
    """A condition that the tree lacks, put behind a row of Tahap 5; several behind one row stand in the order given."""

    sesudah: int
    tingkat: str
    kinerja: str
    indikator: str
    kode: str
    pemilik: str
    satuan: str
    alasan: str


P, K, SUB = "Sasaran Program", "Sasaran Kegiatan", "Sasaran Sub Kegiatan"
TINGKAT = {
    P: ("Kondisi Antara Utama", "Kinerja Taktikal Intermediate", "PK Ess 3"),
    K: ("Kondisi Antara", "Kinerja Taktikal Immediate", "PK Sub Koordinator/JF"),
    SUB: ("Kondisi Operasional", "Kinerja Operasional", "PK JF/JP"),
}

TAMBAHAN: list[Tambahan] = [
    Tambahan(10, K, "Meningkatnya Kemampuan Pengelola KIM", "Persentase Pengelola KIM yang Mampu Mengelola Informasi",
             "2.16.02.2.01", "SK-MITRA", "%", "S06: baris 7 hanya punya baris 8"),
    Tambahan(10, SUB, "Terlaksananya Pelatihan Pengelola KIM", "Jumlah Pengelola KIM yang Terlatih",
             "2.16.02.2.01.0015", "HUMAS-1", "Orang", "S05"),
    Tambahan(10, SUB, "Tersedianya Sarana Publikasi KIM", "Jumlah Sarana Publikasi KIM yang Tersedia",
             "2.16.02.2.01.0015", "HUMAS-1", "Unit", "S06"),
    # The Sekretariat, which the official tree lacks
    Tambahan(20, P, "Meningkatnya Kualitas Layanan Penunjang Perangkat Daerah",
             "Indeks Kepuasan Pegawai atas Layanan Penunjang", "2.16.01", "SEKRETARIS", "Indeks", "S12: Sekretariat"),
    Tambahan(20, K, "Meningkatnya Keselarasan Perencanaan Kinerja", "Persentase Sasaran Perencanaan yang Selaras",
             "2.16.01.2.01", "KASUBBAG-PROGRAM", "%", "S12: Sekretariat"),
    Tambahan(20, SUB, "Tersusunnya Rencana Kerja Perangkat Daerah", "Jumlah Rencana Kerja yang Tersusun Tepat Waktu",
             "2.16.01.2.01.0001", "JP-PROGRAM", "Rencana", "S12: Sekretariat"),
    Tambahan(20, SUB, "Terlaksananya Evaluasi Kinerja Triwulan", "Jumlah Evaluasi Kinerja yang Terlaksana",
             "2.16.01.2.01.0007", "JP-PROGRAM", "Evaluasi", "S12: Sekretariat"),
    Tambahan(20, K, "Meningkatnya Ketersediaan Layanan Kantor", "Persentase Permintaan Layanan Kantor yang Terpenuhi",
             "2.16.01.2.08; 2.16.01.2.02", "KASUBBAG-UMUM", "%", "S12: Sekretariat; P75: gaji"),
    Tambahan(20, SUB, "Tersedianya Daya dan Air Kantor", "Jumlah Bulan Daya Kantor yang Tersedia",
             "2.16.01.2.08.0002", "JP-UMUM", "Bulan", "S12: Sekretariat"),
    Tambahan(20, SUB, "Tersedianya Tenaga Pelayanan Umum Kantor", "Jumlah Tenaga Pelayanan Umum yang Tersedia",
             "2.16.01.2.08.0004; 2.16.01.2.02.0001", "JP-UMUM", "Orang", "S12: Sekretariat; P75: gaji"),
    Tambahan(26, K, "Meningkatnya Keandalan Layanan Internet", "Persentase Waktu Layanan Internet yang Andal",
             "2.16.03.2.02", "SK-INFRA", "%", "S06: baris 23 hanya punya baris 24"),
    Tambahan(26, SUB, "Terlaksananya Pemeliharaan Perangkat Internet", "Jumlah Perangkat Internet yang Terpelihara",
             "2.16.03.2.02.0036", "PRAKOM-1", "Unit", "S05"),
    Tambahan(26, SUB, "Tertanganinya Keluhan Layanan Internet", "Jumlah Keluhan Layanan Internet yang Tertangani",
             "2.16.03.2.02.0036", "PRAKOM-1", "Keluhan", "S06"),
    Tambahan(29, SUB, "Terpeliharanya Perangkat Jaringan Intra", "Jumlah Perangkat Jaringan Intra yang Terpelihara",
             "2.16.03.2.02.0024", "PRAKOM-2", "Unit", "S06: baris 28 hanya punya baris 29"),
    Tambahan(29, K, "Meningkatnya Penerapan e-Government di SKPD", "Persentase SKPD yang Menerapkan e-Government Terpadu",
             "2.16.03.2.02", "SK-INTRA", "%", "S06, I16: baris 27 hanya punya baris 28"),
    Tambahan(29, SUB, "Terlaksananya Pendampingan Aplikasi SKPD", "Jumlah Aplikasi SKPD yang Mendapat Pendampingan",
             "2.16.03.2.02.0037", "PRAKOM-2", "Aplikasi", "S05"),
    Tambahan(29, SUB, "Tersedianya Standar Aplikasi SKPD", "Jumlah Standar Aplikasi yang Tersedia",
             "2.16.03.2.02.0037", "PRAKOM-2", "Standar", "S06"),
    Tambahan(33, SUB, "Terlaksananya Diseminasi Data kepada Pengguna", "Jumlah Diseminasi Data yang Terlaksana",
             "2.20.02.2.01.0022", "STAT-1", "Kegiatan", "S06: baris 32 hanya punya baris 33"),
    Tambahan(39, SUB, "Terlaksananya Pemeriksaan Metadata", "Jumlah Metadata yang Terperiksa",
             "2.20.02.2.01.0018", "DATA-2", "Metadata", "S06: baris 38 hanya punya baris 39"),
    Tambahan(41, SUB, "Terlaksananya Pemeriksaan Standar Data", "Jumlah Data Sektoral yang Terperiksa Standarnya",
             "2.20.02.2.01.0018", "DATA-2", "Data", "S06: baris 40 hanya punya baris 41"),
    Tambahan(45, SUB, "Terlaksananya Uji Pemulihan Layanan", "Jumlah Layanan yang Teruji Pemulihannya",
             "2.21.02.2.01.0005", "SANDI-1", "Layanan", "S06: baris 44 hanya punya baris 45"),
    Tambahan(45, K, "Meningkatnya Kesiapan Tim Tanggap Insiden", "Persentase Anggota Tim Tanggap Insiden yang Siap",
             "2.21.02.2.01", "SK-SANDI", "%", "S06: baris 43 hanya punya baris 44"),
    Tambahan(45, SUB, "Terlaksananya Latihan Tanggap Insiden", "Jumlah Latihan Tanggap Insiden yang Terlaksana",
             "2.21.02.2.01.0005", "SANDI-1", "Latihan", "S05"),
    Tambahan(45, SUB, "Tersedianya Prosedur Tanggap Insiden", "Jumlah Prosedur Tanggap Insiden yang Tersedia",
             "2.21.02.2.01.0005", "SANDI-2", "Prosedur", "S06"),
    Tambahan(48, SUB, "Terlaksananya Uji Celah Keamanan Aplikasi", "Jumlah Aplikasi yang Teruji Celah Keamanannya",
             "2.21.02.2.01.0005", "SANDI-2", "Aplikasi", "S06: baris 47 hanya punya baris 48"),
    Tambahan(48, K, "Meningkatnya Pemakaian Sertifikat Elektronik", "Persentase Pejabat Pemakai Sertifikat Elektronik",
             "2.21.02.2.01", "SK-SANDI", "%", "S06: baris 46 hanya punya baris 47"),
    Tambahan(48, SUB, "Terlayaninya Permohonan Sertifikat Elektronik", "Jumlah Permohonan Sertifikat yang Terlayani",
             "2.21.02.2.01.0005", "SANDI-1", "Permohonan", "S05"),
    Tambahan(48, SUB, "Terlaksananya Pelatihan Pemakai Sertifikat", "Jumlah Pemakai Sertifikat yang Terlatih",
             "2.21.02.2.01.0005", "SANDI-2", "Orang", "S06"),
]  # fmt: skip

# S12: the posts of the Sekretariat below the Sekretaris. ID, name, NIP, golongan, pangkat, post, class, superior
PEJABAT: list[tuple[str, ...]] = [
    ("KASUBBAG-PROGRAM", "Contoh Gunawan", "198205052008011931", "III/d", "Penata Tk. I",
     "Kepala Subbagian Program", "PK Sub Koordinator/JF", "SEKRETARIS"),
    ("KASUBBAG-UMUM", "Contoh Handayani", "198306062009012932", "III/d", "Penata Tk. I",
     "Kepala Subbagian Umum", "PK Sub Koordinator/JF", "SEKRETARIS"),
    ("JP-PROGRAM", "Contoh Susanto", "199207072018011933", "III/b", "Penata Muda Tk. I",
     "Penelaah Teknis Perencanaan", "PK JF/JP", "KASUBBAG-PROGRAM"),
    ("JP-UMUM", "Contoh Yuliani", "199408082020122934", "III/a", "Penata Muda",
     "Pengelola Layanan Umum", "PK JF/JP", "KASUBBAG-UMUM"),
]  # fmt: skip
_KOLOM_PEJABAT = ("ID", "Nama", "NIP", "Golongan", "Pangkat", "Jabatan", "Jenis PK", "Atasan")

Isi = dict[int, tuple[object, str]]
"""One row of a sheet: value and number format by column."""


def write_clean(path: Path) -> Path:
    """Write the repaired example and return its path. The logo is left out: it would have to lie beside the workbook."""
    book = load_workbook(CONTOH)
    _reword(book)
    for lembar, sel, nilai, _ in SEL:
        _cell(book[lembar], sel).value = nilai
    _references(book)
    _units(book)
    _insert(book)
    _posts(book["Pejabat"])
    for row in book["Identitas"].iter_rows(min_row=1):
        if row[0].value == "Logo":
            row[1].value = None
    book.save(path)
    return path


def _reword(book: Workbook) -> None:
    third = _rows_of_tahap_3(book)
    for baris, kolom, teks, _ in RUMUSAN:
        number = {"Kinerja": 2, "Indikator": 3, "Keterangan": 4}[kolom]
        old = {book[lembar].cell(baris, number).value for lembar in ("Tahap 4", "Tahap 5")}
        for lembar in ("Tahap 4", "Tahap 5"):
            book[lembar].cell(baris, number).value = teks
        if kolom == "Kinerja":
            if baris in third:
                book["Tahap 3"].cell(third[baris], 2).value = teks
            for row in book["Lintas Perangkat Daerah"].iter_rows(min_row=PERTAMA, max_col=1):
                if row[0].value in old:
                    row[0].value = teks


def _rows_of_tahap_3(book: Workbook) -> dict[int, int]:
    """Row of Tahap 3 by row of Tahap 4: the same conditions in the same order, without tujuan, sasaran and the last."""
    fourth = [
        number
        for number, row in enumerate(book["Tahap 4"].iter_rows(min_row=PERTAMA), start=PERTAMA)
        if row[1].value and row[0].value not in ("Tahap 1", "Tahap 2", "CROSS CUTTING")
    ]
    rows = enumerate(book["Tahap 3"].iter_rows(min_row=PERTAMA), start=PERTAMA)
    third = [number for number, row in rows if row[1].value]
    return dict(zip(fourth, third, strict=True))


def _references(book: Workbook) -> None:
    """S08: every condition below sasaran comes from Tahap 3."""
    for lembar in ("Tahap 4", "Tahap 5"):
        for row in book[lembar].iter_rows(min_row=PERTAMA, max_col=1):
            if row[0].value == "Tahap 4":
                row[0].value = "Tahap 3"


def _units(book: Workbook) -> None:
    fifth = book["Tahap 5"]
    titles = _titles(fifth)
    for baris, satuan, deret in SATUAN:
        fifth.cell(baris, titles["Satuan"]).value = satuan
        if deret:
            for kolom, nilai in zip(_series(titles), DERET[deret], strict=True):
                fifth.cell(baris, kolom).value = nilai


def _series(titles: dict[str, int]) -> list[int]:
    names = ("Kondisi Awal", *(f"Target {year}" for year in range(2025, 2031)), "TW I", "TW II", "TW III", "TW IV")
    return [titles[name] for name in names]


def _insert(book: Workbook) -> None:
    third = _rows_of_tahap_3(book)
    titles = _titles(book["Tahap 5"])
    rows: dict[str, list[tuple[int, Isi]]] = {"Tahap 3": [], "Tahap 4": [], "Tahap 5": []}
    for entry in TAMBAHAN:
        kondisi, keterangan, jenis_pk = TINGKAT[entry.tingkat]
        rows["Tahap 3"].append((third[entry.sesudah], _row({2: entry.kinerja, 3: kondisi})))
        official: dict[int, object] = {1: "Tahap 3", 2: entry.kinerja, 3: entry.indikator, 4: keterangan}
        rows["Tahap 4"].append((entry.sesudah, _row(official)))
        own = {"Kode": entry.kode, "Pemilik": entry.pemilik, "Satuan": entry.satuan, "IKU": "Tidak"}
        own["Polaritas"] = "Semakin tinggi semakin baik"
        deret = DERET["persen" if entry.satuan in ("%", "Indeks") else "jumlah"]
        series: dict[int, object] = dict(zip(_series(titles), deret, strict=True))
        named: dict[int, object] = {titles[name]: value for name, value in own.items()}
        rows["Tahap 5"].append((entry.sesudah, _row(official | {5: entry.tingkat, 6: jenis_pk} | named | series)))
    for lembar, added in rows.items():
        _rewrite(book[lembar], added)


def _row(values: dict[int, object]) -> Isi:
    return {kolom: (value, "General") for kolom, value in values.items()}


def _rewrite(sheet: Worksheet, added: list[tuple[int, Isi]]) -> None:
    """The sheet with the added rows behind theirs; openpyxl's own insertion would leave the formats behind."""
    lines: list[Isi] = []
    for row in sheet.iter_rows(min_row=PERTAMA):
        lines.append({number: (cell.value, cell.number_format) for number, cell in enumerate(row, start=1)})
        lines += [isi for baris, isi in added if baris == row[0].row]
    for baris, line in enumerate(lines, start=PERTAMA):
        for kolom in range(1, sheet.max_column + 1):
            value, form = line.get(kolom, (None, "General"))
            cell = sheet.cell(baris, kolom)
            cell.value, cell.number_format = value, form  # type: ignore[assignment]


def _posts(sheet: Worksheet) -> None:
    titles = _titles(sheet)
    for entry in PEJABAT:
        baris = sheet.max_row + 1
        for name, value in (
            *zip(_KOLOM_PEJABAT, entry, strict=True),
            ("Status", "definitif"),
            ("Bidang", "Sekretariat"),
        ):
            sheet.cell(baris, titles[name]).value = value


def _titles(sheet: Worksheet) -> dict[str, int]:
    return {str(cell.value): number for number, cell in enumerate(sheet[JUDUL], start=1) if cell.value}


def _cell(sheet: Worksheet, address: str) -> Cell:
    found = sheet[address]
    assert isinstance(found, Cell)
    return found
