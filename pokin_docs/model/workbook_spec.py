"""The official workbook, described once: sheets, columns, aliases, types, allowed values, help.

Reading, did-you-mean, the blank workbook with its drop-downs and notes, and the reference page all follow
this table (design principle 6). ``kunci`` of a column is the field name in ``model.rows``.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import Enum

from pokin_docs.model import rows
from pokin_docs.model.action_rows import RenaksiRow, SkpRow
from pokin_docs.model.budget_versions import APBD_CHOICES
from pokin_docs.model.first_pages import key_of
from pokin_docs.model.levels import JENJANG_LABELS, LINTAS_LABEL, SASARAN_ORDER, JenisPk
from pokin_docs.model.realised import RealisasiRow
from pokin_docs.model.rows import SheetRow
from pokin_docs.model.service_rows import (
    ClientRow,
    FactorRow,
    KeyIndicatorRow,
    PastBudgetRow,
    PriorityRow,
    ResourceRow,
    ServiceRow,
)
from pokin_docs.model.shares import SharingRule

PAST_YEARS = 5
"""Years of which the Renstra tells what was reached and spent before it begins."""


class ColumnType(Enum):
    """Type of a column: how its cells are read and written."""

    TEXT = "teks"
    VALUE = "nilai"  # printed as shown; a number, a range, a predicate ("BB")
    RUPIAH = "rupiah"
    DATE = "tanggal"
    KODE = "kode"
    NIP = "nip"
    ID = "id"
    CHOICE = "pilihan"


class WhenMissing(Enum):
    """What a missing column means for the documents."""

    GALAT = "galat"
    TANDA = "tanda"  # marks are printed: one peringatan for the column
    SILENT = "diam"


@dataclass(frozen=True, slots=True)
class Kolom:
    """One column. A yearly column stands for one column per year, with ``{tahun}`` in its title."""

    kunci: str
    title: str
    help_text: str
    jenis: ColumnType = ColumnType.TEXT
    alias: tuple[str, ...] = ()
    weak_aliases: tuple[str, ...] = ()  # names that count only where no other column has the others
    choices: tuple[str, ...] = ()
    when_missing: WhenMissing = WhenMissing.SILENT
    width: float = 16
    per_tahun: bool = False
    past: bool = False  # yearly, of the years before those of a new workbook
    offered: bool = True  # stands in a blank workbook; others are read where an office has them
    look_up: tuple[str, str] | None = None  # sheet and column whose IDs or codes its drop-down offers


@dataclass(frozen=True, slots=True, eq=False)  # one object per sheet; its names are looked up thousands of times
class Lembar:
    """One sheet that holds a table.

    ``row_type`` has a field for each column, named like its ``kunci``. ``key_columns`` of the first columns stay in
    sight when the table is scrolled. ``guide_line`` tells what the sheet is for, in Petunjuk; empty where that of an
    earlier sheet speaks for it.
    """

    kunci: str
    title: str
    help_text: str
    kolom: tuple[Kolom, ...]
    alias: tuple[str, ...] = ()
    row_type: type[SheetRow] = field(kw_only=True)
    key_columns: int = field(kw_only=True, default=0)
    guide_line: str = field(kw_only=True, default="")
    past_span: tuple[int, int] = field(kw_only=True, default=(-PAST_YEARS, 0))
    """Years, counted from the first of the plan, of which a new workbook has columns about the past; end exclusive."""

    def kolom_of(self, kunci: str) -> Kolom:
        """The column of that key."""
        return next(kolom for kolom in self.kolom if kolom.kunci == kunci)

    def plan_years(self, keys: Iterable[str]) -> set[int]:
        """The years that keys of columns (``target 2026``) name, but those of columns about years before the plan."""
        yearly = {kolom.kunci for kolom in self.kolom if kolom.per_tahun and not kolom.past}
        return _years_in(yearly, keys)

    def past_years(self, keys: Iterable[str], years: tuple[int, ...]) -> tuple[int, ...]:
        """The years of the columns about years before the plan: those that keys name, and those before its years."""
        found = _years_in({kolom.kunci for kolom in self.kolom if kolom.past}, keys)
        first, end = self.past_span
        found |= set(range(years[0] + first, years[0] + end)) if not found else set()
        return tuple(range(min(found), max(found) + 1))


def _years_in(names: set[str], keys: Iterable[str]) -> set[int]:
    parted = (key.rpartition(" ") for key in keys)
    return {int(year) for name, _, year in parted if name in names and year.isdecimal()}


@dataclass(frozen=True, slots=True)
class KunciIdentitas:
    """One line of the sheet Identitas: a key and what to fill in beside it."""

    kunci: str
    title: str
    help_text: str
    alias: tuple[str, ...] = ()
    jenis: ColumnType = ColumnType.TEXT
    choices: tuple[str, ...] = ()
    leaves_mark: bool = False

    @property
    def kolom(self) -> Kolom:
        """The cell beside the key, as a column of that type: read in the same way."""
        return Kolom(self.kunci, self.title, self.help_text, self.jenis, choices=self.choices)


DEFAULT_TAHUN = (2025, 2026, 2027, 2028, 2029, 2030)
"""Years of the yearly columns of a new workbook: Renstra 2025-2029 and 2030 as basis (Inmendagri 2/2025)."""

YES_NO = ("Ya", "Tidak")
SERVICE_INDICATORS = ("IKU", "IKK", "NSPK", "SPM", "Lainnya")
KEY_STATUS = ("positif", "negatif")
RESOURCE_GROUPS = ("Golongan", "Pendidikan", "Sarana")
SHARING_CHOICES = tuple(rule.value for rule in SharingRule)
POST_STATUS = ("definitif", "Plt.", "Plh.", "Pj.")
QUARTERS = ("I", "II", "III", "IV")
QUARTER_CHOICES = tuple(f"TW {roman}" for roman in QUARTERS)
RESULT_OF_KEGIATAN = ("output", "outcome")
RENSTRA_OUTLINES = ("Inmendagri 2/2025", "Permendagri 86/2017")
PK_OF_VACANT = ("tanpa PK", "dengan tanda")
POLARITAS = ("Semakin tinggi semakin baik", "Semakin rendah semakin baik", "Stabil")
FUNDING_PAPERS = ("A3", "F4")
WAYS_OF_COUNTING = ("jumlah", "kumulatif", "posisi akhir", "tetap", "rata-rata", "maksimum", "minimum")
FREQUENCIES = ("bulanan", "triwulan", "semester", "tahunan")
METHODS = ("Tunggal", "Persentase", "Rata-rata", "Penjumlahan", "Pembobotan")
ASPECTS = ("Kuantitas", "Kualitas", "Waktu", "Biaya")
PERSPECTIVES = ("Penerima Layanan", "Proses Bisnis", "Penguatan Internal", "Anggaran")
APPROACHES = ("Kuantitatif", "Kualitatif")
SIGNATURE_PLACES = ("pernyataan", "keduanya")
IKU_FORMS = ("keputusan", "ringkas", "panjang", "Renstra")
RENAKSI_FORMS = ("triwulan", "bulanan")
LOWER_FORMULAS = ("(2T - R)/T", "T/R")
EFFICIENCY_WAYS = ("selisih", "rupiah", "PMK 22/2021")
VALUES_OF_ASN = (
    "Berorientasi Pelayanan", "Akuntabel", "Kompeten", "Harmonis", "Loyal", "Adaptif", "Kolaboratif",
)  # fmt: skip
MONTHS = (
    "Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September", "Oktober", "November",
    "Desember",
)  # fmt: skip
STATUS_LINTAS = ("Menunggu", "Disetujui", "Ditolak")
NUMBERED_SASARAN = tuple(f"Sasaran {order} SKPD" for order in SASARAN_ORDER[:5])
KOMPONEN_CHOICES = (
    "Tujuan SKPD",
    *NUMBERED_SASARAN,
    "Sasaran Program",
    "Sasaran Kegiatan",
    "Sasaran Sub Kegiatan",
)
KETERANGAN_CHOICES = tuple(labels[0] for labels in JENJANG_LABELS.values())
RUJUKAN_CHOICES = ("Tahap 1", "Tahap 2", "Tahap 3", "Tahap 4", LINTAS_LABEL[0])
JENIS_PK_CHOICES = tuple(jenis.label for jenis in JenisPk)

IDENTITAS = "identitas"
IDENTITAS_TITLE = "Identitas"
IDENTITAS_ALIASES = ("Identitas PD", "Identitas OPD", "Identitas Perangkat Daerah", "Profil")
IDENTITAS_COLUMNS = (("Kunci", ("Uraian", "Isian", "Nama Isian")), ("Nilai", ("Isi", "Keterangan Isi")))

IDENTITAS_KEYS: tuple[KunciIdentitas, ...] = (
    KunciIdentitas("nama_pd", "Nama PD", "Nama lengkap perangkat daerah, seperti pada kop surat.",
                   ("Nama Perangkat Daerah", "Nama OPD", "Nama SKPD", "Perangkat Daerah"), leaves_mark=True),
    KunciIdentitas("singkatan", "Singkatan", "Nama pendek perangkat daerah.", ("Singkatan PD",)),
    KunciIdentitas("pd_induk", "PD Induk", "Perangkat daerah di atas unit ini, untuk kop UPTD, puskesmas, kelurahan; "
                   "kosong bagi dinas, badan, kantor, kecamatan.", ("Perangkat Daerah Induk", "OPD Induk", "Induk")),
    KunciIdentitas("pemda", "Pemda", "Pemerintah daerah, misalnya: Pemerintah Kabupaten Balangan.",
                   ("Pemerintah Daerah", "Nama Pemda", "Kabupaten"), leaves_mark=True),
    KunciIdentitas("sebutan_kepala_daerah", "Sebutan Kepala Daerah", "Jabatan kepala daerah: Bupati Balangan.",
                   ("Kepala Daerah (sebutan)", "Kepala Daerah sebutan", "Jabatan Kepala Daerah")),
    KunciIdentitas("nama_kepala_daerah", "Nama Kepala Daerah", "Nama kepala daerah, dengan gelar bila dipakai.",
                   ("Kepala Daerah (nama)", "Kepala Daerah nama", "Kepala Daerah")),
    KunciIdentitas("alamat", "Alamat", "Jalan dan tempat kantor, untuk kop surat.", ("Alamat PD", "Alamat Kantor"),
                   leaves_mark=True),
    KunciIdentitas("kode_skpd", "Kode SKPD", "Kode perangkat daerah di SIPD, bila satu ekspor memuat beberapa: "
                   "2.16.2.21.2.20.01.0000; boleh kosong.", ("Kode PD", "Kode OPD", "Kode Perangkat Daerah"),
                   jenis=ColumnType.KODE),
    KunciIdentitas("kode_pos", "Kode Pos", "Lima angka; boleh kosong."),
    KunciIdentitas("telepon", "Telepon", "Boleh kosong.", ("Telp", "No Telepon", "Nomor Telepon")),
    KunciIdentitas("laman", "Laman", "Alamat situs; boleh kosong.", ("Website", "Situs")),
    KunciIdentitas("pos_el", "Pos-el", "Alamat surat elektronik; boleh kosong.", ("Email", "E-mail", "Surel")),
    KunciIdentitas("tempat", "Tempat TTD", "Tempat penandatanganan, misalnya: Paringin.",
                   ("Tempat", "Tempat Tanda Tangan", "Tempat Penandatanganan"), leaves_mark=True),
    KunciIdentitas("logo", "Logo", "Nama berkas gambar (PNG/JPG) di folder buku kerja ini; boleh kosong.",
                   ("Berkas Logo", "Logo Path")),
    KunciIdentitas("tahun", "Tahun", "Tahun Perjanjian Kinerja, misalnya: 2026.",
                   ("Tahun PK", "Tahun Anggaran", "Tahun Perjanjian Kinerja"), leaves_mark=True),
    KunciIdentitas("periode", "Periode Renstra",
                   "Tahun awal dan akhir Renstra: 2025-2029; bila diubah: Perubahan 2025-2029.",
                   ("Periode", "Tahun Renstra"), leaves_mark=True),
    KunciIdentitas("tanggal_pk", "Tanggal PK", "Tanggal penandatanganan, misalnya: 5 Januari 2026.",
                   ("Tanggal Perjanjian Kinerja", "Tanggal"), jenis=ColumnType.DATE, leaves_mark=True),
    KunciIdentitas("tanggal_dpa", "Tanggal DPA", "Tanggal pengesahan DPA; PK paling lambat satu bulan sesudahnya.",
                   jenis=ColumnType.DATE),
    KunciIdentitas("apbd", "APBD",
                   "murni atau perubahan: kolom yang dibaca bila satu tahun punya dua; perubahan masuk judul PK.",
                   ("Jenis APBD", "Versi APBD", "APBD Murni/Perubahan", "Tahap APBD"), jenis=ColumnType.CHOICE,
                   choices=APBD_CHOICES),
    KunciIdentitas("nomor", "Nomor", "Nomor naskah PK; boleh kosong (formulir tidak memintanya).", ("Nomor PK",)),
    KunciIdentitas("tujuan_dalam_pk", "Tujuan dalam PK JPT", "Ya bila Tujuan ikut dicetak dalam PK JPT.",
                   ("Cantumkan Tujuan", "Tujuan di PK JPT"), jenis=ColumnType.CHOICE, choices=YES_NO),
    KunciIdentitas("pk_atasan_berganti", "PK saat atasan berganti",
                   "Ya bila pejabat membuat PK baru saat atasannya berganti di tengah tahun; biasanya Tidak.",
                   ("PK Saat Ganti Atasan",), jenis=ColumnType.CHOICE, choices=YES_NO),
    KunciIdentitas("pembagian_pagu", "Pembagian Pagu", "Cara membagi pagu yang dipegang beberapa pejabat sejenis tanpa "
                   "Bagian: pemegang pertama (bila kosong), bagi rata, atau cetak penuh.",
                   ("Cara Pembagian Pagu", "Pembagian Anggaran"), jenis=ColumnType.CHOICE, choices=SHARING_CHOICES),
    KunciIdentitas("anggaran_jf", "Anggaran dalam PK JF/JP", "Ya (bila kosong), atau Tidak: tanpa tabel anggaran.",
                   ("Anggaran PK JF/JP", "Anggaran di PK JF/JP"), jenis=ColumnType.CHOICE, choices=YES_NO),
    KunciIdentitas("sasaran_kegiatan", "Sasaran Kegiatan", "Output (bila kosong; Permendagri 86/2017) atau outcome "
                   "(PermenPANRB 89/2021): apa yang dirumuskan pada Sasaran Kegiatan.",
                   jenis=ColumnType.CHOICE, choices=RESULT_OF_KEGIATAN),
    KunciIdentitas("abaikan", "Abaikan", "Temuan yang diabaikan untuk satu lembar atau tingkat, dengan alasannya: "
                   "W02 Sasaran Kegiatan: istilah nomenklatur; I08 Tahap 4: sudah dibahas."),
    KunciIdentitas("pk_lowong", "PK Jabatan Lowong", "PK jabatan yang tidak ada pemegangnya (Nama «(kosong)»): "
                   "tanpa PK, atau dengan tanda.", jenis=ColumnType.CHOICE, choices=PK_OF_VACANT),
    KunciIdentitas("bentuk_renstra", "Bentuk Renstra", "Inmendagri 2/2025 (bila kosong), atau Permendagri 86/2017 "
                   "dengan delapan bab dan Tabel T-C.23 sampai T-C.28.", ("Model Renstra", "Sistematika Renstra"),
                   jenis=ColumnType.CHOICE, choices=RENSTRA_OUTLINES),
    KunciIdentitas("nomenklatur", "Nomenklatur", "Nama berkas daftar nomenklatur resmi (ekspor SIPD) di folder "
                   "buku kerja; boleh kosong: dikenali dari judul kolomnya.",
                   ("Daftar Nomenklatur", "Berkas Nomenklatur")),
    KunciIdentitas("naskah", "Naskah", "Nama berkas Word naskah Renstra di folder buku kerja; boleh kosong: "
                   "berkas bernama seperti buku kerja dengan akhiran -naskah.", ("Berkas Naskah", "Naskah Renstra")),
    KunciIdentitas("tte", "TTE", "Ya bila naskah ditandatangani elektronik (BSrE): penanda tak tampak di atas setiap "
                   "nama, dengan ruang 2,5 cm; Tidak atau kosong untuk tanda tangan basah.",
                   ("Tanda Tangan Elektronik",), jenis=ColumnType.CHOICE, choices=YES_NO),
    KunciIdentitas("tte_penempatan", "TTE Penempatan", "pernyataan (bila kosong): satu penanda tiap pihak; keduanya: "
                   "sepasang lagi pada lampiran PK dan SKP.", jenis=ColumnType.CHOICE, choices=SIGNATURE_PLACES),
    KunciIdentitas("tte_penanda", "TTE Penanda", "Penanda pihak pertama dan kedua, lalu keduanya pada lampiran, "
                   "dipisah spasi; bila kosong ^ ~ # $. Tidak boleh ada dalam isi naskah."),
    KunciIdentitas("tte_kalimat", "TTE Kalimat", "Ya untuk kalimat baku BSrE di kaki halaman, atau kalimat lain; boleh "
                   "kosong.", ("TTE Kalimat Kaki",)),
    KunciIdentitas("tte_isian", "TTE Isian", "Ya bila PDF (--pdf) diberi isian tanda tangan kosong di tempat setiap "
                   "penanda, untuk program yang menandatangani isian; boleh kosong.", ("Isian TTE",),
                   jenis=ColumnType.CHOICE, choices=YES_NO),
    KunciIdentitas("qr", "QR", "Ya bila naskah diberi kode QR dan sidik isi, untuk perintah verifikasi.",
                   ("Kode QR", "QR Code"), jenis=ColumnType.CHOICE, choices=YES_NO),
    KunciIdentitas("kertas_pendanaan", "Kertas Pendanaan", "Kertas Tabel 4.2 Renstra: A3 (bila kosong), atau F4 dengan "
                   "pagu dalam ribuan rupiah.", ("Kertas Tabel 4.2",), jenis=ColumnType.CHOICE, choices=FUNDING_PAPERS),
    KunciIdentitas("tugas", "Tugas", "Tugas perangkat daerah, dicetak dalam IKU; boleh kosong.",
                   ("Tugas Pokok", "Tugas PD")),
    KunciIdentitas("fungsi", "Fungsi", "Fungsi perangkat daerah, dicetak dalam IKU; beberapa dipisah titik koma; boleh "
                   "kosong.", ("Fungsi PD",)),
    KunciIdentitas("bentuk_iku", "Bentuk IKU", "panjang (bila kosong): dengan target setiap tahun; keputusan, ringkas, "
                   "atau Renstra.", ("Model IKU", "Form IKU"), jenis=ColumnType.CHOICE, choices=IKU_FORMS),
    KunciIdentitas("nomor_iku", "Nomor Keputusan IKU", "Nomor keputusan tentang IKU; boleh kosong.",
                   ("Nomor SK IKU", "Nomor IKU")),
    KunciIdentitas("tanggal_iku", "Tanggal Keputusan IKU", "Tanggal keputusan tentang IKU; bila kosong Tanggal PK.",
                   ("Tanggal SK IKU", "Tanggal IKU"), jenis=ColumnType.DATE),
    KunciIdentitas("tanggal_bukti", "Tanggal Bukti Konsistensi", "Tanggal penandatanganan Bukti Konsistensi; bila "
                   "kosong harinya ditulis tangan.", ("Tanggal Bukti",), jenis=ColumnType.DATE),
    KunciIdentitas("bentuk_renaksi", "Bentuk Rencana Aksi", "triwulan (bila kosong), atau bulanan.",
                   ("Model Rencana Aksi", "Bentuk Renaksi"), jenis=ColumnType.CHOICE, choices=RENAKSI_FORMS),
    KunciIdentitas("rumus_rendah", "Rumus Semakin Rendah", "Rumus capaian bila semakin rendah semakin baik: (2T - R)/T "
                   "(bila kosong), atau T/R. Dicetak di bawah tabel.", ("Formula Semakin Rendah", "Rumus Lower Better"),
                   jenis=ColumnType.CHOICE, choices=LOWER_FORMULAS),
    KunciIdentitas("batas_capaian", "Batas Capaian", "Capaian tertinggi yang dihitung dalam rata-rata: 120 (bila "
                   "kosong), atau 100.", ("Capaian Maksimum", "Batas Atas Capaian"), jenis=ColumnType.VALUE),
    KunciIdentitas("skala_kategori", "Skala Kategori", "Kategori capaian dari yang tertinggi, dengan batas bawahnya: "
                   "Sangat Tinggi > 90; Tinggi > 75; Sedang > 65; Rendah > 50; Sangat Rendah. Boleh kosong.",
                   ("Kategori Capaian",)),
    KunciIdentitas("skala_status", "Skala Status", "Status capaian triwulan dari yang tertinggi, dengan batas "
                   "bawahnya: Melampaui > 105; Tercapai 95; Mendekati Target 80; Perlu Perhatian 60; Kritis. Boleh "
                   "kosong.", ("Status Capaian",)),
    KunciIdentitas("skala_predikat", "Skala Predikat", "Predikat lain daripada SAKIP dan opini BPK, dari rendah ke "
                   "tinggi: Merah, Kuning, Hijau; skala berikutnya sesudah titik koma. Boleh kosong.", ("Predikat",)),
    KunciIdentitas("cara_efisiensi", "Cara Efisiensi", "selisih (bila kosong): capaian dikurangi penyerapan; rupiah; "
                   "atau PMK 22/2021.", ("Efisiensi", "Cara Menghitung Efisiensi"), jenis=ColumnType.CHOICE,
                   choices=EFFICIENCY_WAYS),
    *(KunciIdentitas(key_of(bab), f"Halaman Awal Bab {bab}", f"Nomor halaman pertama Bab {bab} Renstra bila dicetak "
                     "tersendiri; boleh kosong.", (f"Halaman Awal Bab {roman}",))
      for bab, roman in enumerate(("I", "II", "III", "IV", "V", "VI", "VII", "VIII"), start=1)),
)  # fmt: skip

_TAHAP_4 = (
    Kolom("rujukan", "Rujukan Tahapan", "Tahap asal kondisi ini; CROSS CUTTING bila milik perangkat daerah lain.",
          alias=("Rujukan", "Rujukan Tahap", "Tahapan"), jenis=ColumnType.CHOICE, choices=RUJUKAN_CHOICES, width=14),
    Kolom("kinerja", "Kinerja", "Kondisi yang hendak dicapai. Kosongkan bila baris ini indikator kedua dan "
          "seterusnya dari kinerja di atasnya.",
          alias=("Kinerja Utama", "Uraian Kinerja", "Kondisi Kinerja", "Pernyataan Kinerja", "Rumusan Kinerja"),
          weak_aliases=("Sasaran", "Sasaran Kinerja", "Sasaran Strategis", "Kinerja/Sasaran", "Sasaran/Kinerja",
                       "Tujuan/Sasaran", "Tujuan dan Sasaran", "Kondisi", "Kondisi yang Diperlukan", "Uraian", "Hasil",
                       "Outcome/Output", "Tujuan/Sasaran/Program/Kegiatan", "Tujuan/Sasaran/Program",
                       "Tujuan/Sasaran/Program/Kegiatan/Sub Kegiatan", "Sasaran/Program/Kegiatan/Sub Kegiatan",
                       "Tujuan, Sasaran, Program, Kegiatan, dan Sub Kegiatan", "Sasaran/Program/Kegiatan",
                       "Tujuan"),
          when_missing=WhenMissing.GALAT, width=46),
    Kolom("indikator", "Indikator Kinerja", "Ukuran kinerja itu; satu baris satu indikator.",
          alias=("Indikator", "Indikator Kinerja Utama", "Indikator Kinerja Individu"),
          weak_aliases=("Indikator Sasaran", "Indikator Kinerja Sasaran", "Indikator Tujuan/Sasaran",
                       "Indikator Tujuan", "Indikator Outcome", "Indikator Tujuan, Sasaran, Program, Kegiatan",
                       "Indikator Outcome/Output",
                       "Ukuran Kinerja",
                       "Indikator Program/Kegiatan/Sub Kegiatan", "Indikator Kinerja Program/Kegiatan"),
          when_missing=WhenMissing.GALAT, width=46),
    Kolom("keterangan", "Keterangan", "Jenjang kinerja menurut PermenPANRB 89/2021.",
          alias=("Jenjang Kinerja", "Jenjang", "Level Kinerja"), jenis=ColumnType.CHOICE, choices=KETERANGAN_CHOICES,
          width=24),
)  # fmt: skip

TAHAP_1 = Lembar(
    "tahap1", "Tahap 1", "Menentukan hasil (outcome): satu kalimat, dengan faktor yang melatarinya.",
    (
        Kolom("outcome", "Outcome", "Hasil yang hendak diwujudkan perangkat daerah.",
              alias=("Hasil", "Hasil (Outcome)", "Outcome Perangkat Daerah"), when_missing=WhenMissing.GALAT, width=46),
        Kolom("mandat", "Mandat", "Mandat, tugas dan fungsi.", width=40,
              alias=("Mandat/Tugas dan Fungsi", "Faktor Mandat", "Tugas dan Fungsi")),
        Kolom("permasalahan", "Permasalahan", "Permasalahan yang dihadapi.", width=40,
              alias=("Permasalahan yang Dihadapi", "Faktor Permasalahan")),
        Kolom("harapan", "Harapan", "Harapan masyarakat dan pemangku kepentingan.", width=40,
              alias=("Ekspektasi atau Harapan Masyarakat dan Stakeholder", "Faktor Harapan", "Ekspektasi")),
    ),
    alias=("Tahap I", "Tahap1", "Tahap 1 Outcome"),
    row_type=rows.OutcomeRow,
    guide_line="Tahap 1 sampai Tahap 4: jalan menuju pohon kinerja, dari hasil (outcome) dan faktor penentu "
               "keberhasilan (CSF) sampai indikator setiap kondisi.",
)  # fmt: skip
TAHAP_2 = Lembar(
    "tahap2", "Tahap 2", "Faktor penentu keberhasilan (CSF) dan kondisi yang diperlukan.",
    (
        Kolom("no", "No", "Nomor urut CSF.", alias=("Nomor", "No."), width=6),
        Kolom("csf", "CSF", "Critical success factor: masalah atau sebab.", width=60,
              alias=("Critical Success Factor", "Critical Success Factor (CSF)", "Faktor Penentu Keberhasilan",
                     "CSF {outcome}"),
              when_missing=WhenMissing.GALAT),
        Kolom("kondisi", "Kondisi yang Diperlukan", "Kebalikan positif dari CSF.", width=60,
              alias=("Kondisi", "Kondisi Yang Dibutuhkan"), when_missing=WhenMissing.GALAT),
    ),
    alias=("Tahap II", "Tahap2", "CSF"),
    row_type=rows.CsfRow,
)  # fmt: skip
TAHAP_3 = Lembar(
    "tahap3", "Tahap 3", "Uraian CSF ke kondisi antara sampai kondisi paling operasional.",
    (
        Kolom("csf", "CSF yang Sudah Diubah ke Bahasa Kondisi", "Kondisi dari Tahap 2; cukup pada baris pertama.",
              width=50, alias=("CSF yang Sudah Diubah ke Bahasa Kondisi pada Tahap 2",
                               "CSF yang Sudah Dirubah ke Bahasa Kondisi pada Tahap 2", "CSF")),
        Kolom("kondisi", "Kondisi yang Diperlukan", "Kondisi antara atau kondisi operasional.", width=60,
              alias=("Kondisi yang Diperlukan (Kondisi Antara Sampai Kondisi Paling Operasional)", "Kondisi"),
              when_missing=WhenMissing.GALAT),
        Kolom("keterangan", "Keterangan", "Jenis kondisi.", jenis=ColumnType.CHOICE, width=24,
              choices=("Kondisi Antara Utama", "Kondisi Antara", "Kondisi Operasional")),
    ),
    alias=("Tahap III", "Tahap3"),
    row_type=rows.KondisiRow,
)  # fmt: skip
TAHAP_4 = Lembar("tahap4", "Tahap 4", "Indikator kinerja untuk setiap kondisi.", _TAHAP_4, alias=("Tahap IV", "Tahap4"),
                 row_type=rows.IndikatorRow, key_columns=2)  # fmt: skip
_MEASURING = (
    Kolom("indikator_id", "ID Indikator", "Tanda pengenal indikator, dipakai di lembar Renaksi dan Realisasi; boleh "
          "kosong.", alias=("Indikator ID", "Kode Indikator", "ID Indikator Kinerja"), jenis=ColumnType.ID, width=14),
    Kolom("jenis_hitung", "Jenis Hitung", "Hubungan target triwulan dan tahun: jumlah (TW I sampai TW IV dijumlahkan), "
          "kumulatif (tercapai sampai akhir triwulan), posisi akhir, tetap, rata-rata, maksimum, minimum.",
          alias=("Cara Hitung", "Jenis Perhitungan", "Tipe Perhitungan", "Jenis Akumulasi", "Tipe Akumulasi",
                 "Sifat Perhitungan", "Cara Menghitung Triwulan", "Jenis Konsolidasi Periode"),
          jenis=ColumnType.CHOICE, choices=WAYS_OF_COUNTING, width=14),
    Kolom("frekuensi", "Frekuensi", "Seberapa sering diukur.", alias=("Frekuensi Pengukuran", "Periode Pengukuran",
                                                                      "Periode Pelaporan"),
          jenis=ColumnType.CHOICE, choices=FREQUENCIES, width=12),
    Kolom("alasan", "Alasan Pemilihan", "Mengapa indikator ini dipilih; dicetak dalam Manual IKU.",
          alias=("Alasan", "Alasan Pemilihan Indikator"), width=40),
    Kolom("variabel", "Variabel", "Unsur rumus, satu baris satu unsur: nama (sumbernya); bila metodenya Pembobotan "
          "dengan bobotnya: Kelembagaan 40%.", alias=("Variabel Perhitungan", "Unsur Perhitungan"), width=40),
    Kolom("metode", "Metode", "Cara menyusun variabel menjadi nilai indikator.",
          alias=("Metode Perhitungan", "Metode Penghitungan"), jenis=ColumnType.CHOICE, choices=METHODS, width=14),
    Kolom("standar", "Standar Nasional", "Angka pembanding nasional, provinsi, atau rata-rata daerah; boleh kosong.",
          alias=("Standar", "Target Nasional", "Rata-rata Nasional"), jenis=ColumnType.VALUE, width=12),
    Kolom("sumber_standar", "Sumber Standar Nasional", "Dari mana angka pembanding itu; boleh kosong.",
          alias=("Sumber Standar", "Keterangan Standar Nasional"), width=28),
    Kolom("perspektif", "Perspektif", "Perspektif dalam SKP pejabat pimpinan tinggi; boleh kosong.",
          alias=("Perspektif SKP",), jenis=ColumnType.CHOICE, choices=PERSPECTIVES, width=18),
    Kolom("aspek", "Aspek", "Aspek dalam SKP: Kuantitas, Kualitas, Waktu, atau Biaya; bila kosong menurut satuannya.",
          alias=("Aspek SKP", "Aspek Indikator"), jenis=ColumnType.CHOICE, choices=ASPECTS, width=12),
    Kolom("realisasi", "Realisasi {tahun}", "Yang tercapai pada tahun {tahun}; kosong bila belum diukur, jangan 0.",
          alias=("Realisasi Tahun {tahun}", "Capaian {tahun}", "Capaian Tahun {tahun}", "Realisasi Capaian {tahun}"),
          jenis=ColumnType.VALUE, per_tahun=True, past=True, width=11),
    *(Kolom(f"bulan{number}", f"Target {month}", f"Target bulan {month} tahun PK.", jenis=ColumnType.VALUE, width=9,
            alias=(f"Target Bulan {month}", month, f"Bulan {month}"), offered=False)
      for number, month in enumerate(MONTHS, start=1)),
)  # fmt: skip
TAHAP_5 = Lembar(
    "tahap5", "Tahap 5",
    "Pohon kinerja diterjemahkan ke komponen perencanaan dan kinerja jabatan; satu baris satu indikator.",
    (
        *_TAHAP_4,
        Kolom("komponen", "Komponen Perencanaan", "Menentukan tingkat baris ini dalam pohon kinerja.",
              alias=("Komponen", "Komponen Renstra"), jenis=ColumnType.CHOICE,
              weak_aliases=("Program/Kegiatan/Sub Kegiatan", "Program, Kegiatan, Sub Kegiatan", "Program/Kegiatan",
                           "Program, Kegiatan, dan Sub Kegiatan", "Program dan Kegiatan", "Urusan/Program/Kegiatan",
                           "Urusan/Program/Kegiatan/Sub Kegiatan", "Bidang Urusan/Program/Kegiatan/Sub Kegiatan",
                           "Urusan/Bidang Urusan/Program/Kegiatan/Sub Kegiatan", "Nama Program/Kegiatan/Sub Kegiatan",
                           "Eselon", "Level", "Tingkat", "Jenjang Jabatan", "Level Jabatan", "Jenis Komponen"),
              choices=KOMPONEN_CHOICES,
              when_missing=WhenMissing.GALAT, width=24),
        Kolom("jenis_pk", "Jenis PK", "Jenis Perjanjian Kinerja yang memuat baris ini.",
              alias=("PK", "Kelas PK", "Kinerja Jabatan", "Perjanjian Kinerja"), jenis=ColumnType.CHOICE,
              choices=JENIS_PK_CHOICES, width=22),
        Kolom("kode", "Kode", "Kode program, kegiatan, atau sub kegiatan dari lembar Program; beberapa dipisah ;",
              alias=("Kode Program/Kegiatan/Sub Kegiatan", "Kode Program", "Kode Rekening", "Kode Nomenklatur"),
              jenis=ColumnType.KODE, width=19, look_up=("program", "kode")),
        Kolom("pemilik", "Pemilik", "ID pada lembar Pejabat yang menjanjikan baris ini; beberapa dipisah ;",
              alias=("Pemilik Kinerja", "Penanggung Jawab", "ID Pejabat", "ID Pemilik", "Nama Jabatan"),
              jenis=ColumnType.ID,
              width=14, look_up=("pejabat", "id")),
        Kolom("bagian", "Bagian", "Bagian setiap pemilik dari pagu kode baris ini, dipisah ; menurut urutan Pemilik: "
              "60%; 40% atau rupiah tahun PK. Kosong bila pemiliknya satu atau pagunya tidak dibagi.",
              alias=("Bagian Pagu", "Porsi", "Porsi Pagu", "Bagian Anggaran", "Pembagian Pagu"),
              jenis=ColumnType.VALUE, width=12),
        Kolom("induk", "Induk", "Kalimat kinerja di atasnya yang didukung baris ini, atau «baris 7»; kosong bila "
              "menurut urutan baris.", alias=("Kinerja Induk", "Kinerja Atasan", "Mendukung Kinerja",
                                      "Kinerja yang Didukung", "Sasaran Atasan"), offered=False,
              look_up=("tahap5", "kinerja")),
        Kolom("satuan", "Satuan", "Satuan target: %, Orang, Dokumen, Indeks.", when_missing=WhenMissing.TANDA, width=12,
              alias=("Satuan Target", "Sat")),
        Kolom("polaritas", "Polaritas", "Arah capaian yang baik.", jenis=ColumnType.CHOICE, choices=POLARITAS,
              width=18),
        Kolom("kondisi_awal", "Kondisi Awal", "Capaian tahun sebelum Renstra dimulai.", jenis=ColumnType.VALUE,
              alias=("Baseline", "Kondisi Awal 2024", "Baseline 2024", "Data Awal"), width=11,
              when_missing=WhenMissing.TANDA),
        Kolom("target", "Target {tahun}", "Target tahun {tahun}; boleh angka, rentang (69,1-69,5), atau predikat (BB).",
              alias=("Target Tahun {tahun}", "Target Kinerja {tahun}", "Tgt {tahun}"), jenis=ColumnType.VALUE,
              per_tahun=True, when_missing=WhenMissing.TANDA, width=11),
        Kolom("tw1", "TW I", "Target triwulan I tahun PK.", jenis=ColumnType.VALUE, width=9,
              alias=("TW 1", "TW1", "Triwulan I", "Triwulan 1", "Target TW I", "Target TW 1")),
        Kolom("tw2", "TW II", "Target triwulan II tahun PK.", jenis=ColumnType.VALUE, width=9,
              alias=("TW 2", "TW2", "Triwulan II", "Triwulan 2", "Target TW II", "Target TW 2")),
        Kolom("tw3", "TW III", "Target triwulan III tahun PK.", jenis=ColumnType.VALUE, width=9,
              alias=("TW 3", "TW3", "Triwulan III", "Triwulan 3", "Target TW III", "Target TW 3")),
        Kolom("tw4", "TW IV", "Target triwulan IV tahun PK.", jenis=ColumnType.VALUE, width=9,
              alias=("TW 4", "TW4", "Triwulan IV", "Triwulan 4", "Target TW IV", "Target TW 4")),
        Kolom("iku", "IKU", "Ya bila termasuk Indikator Kinerja Utama.", alias=("IKU?", "Indikator Utama"),
              jenis=ColumnType.CHOICE, choices=YES_NO, width=8),
        Kolom("definisi", "Definisi Operasional", "Arti indikator, agar semua mengukur hal yang sama.", width=40,
              alias=("Definisi",)),
        Kolom("formula", "Formula", "Cara menghitung.", width=40,
              alias=("Rumus", "Formulasi", "Cara Perhitungan", "Formulasi Perhitungan", "Formulasi Pengukuran",
                     "Penjelasan/Formulasi Perhitungan", "Penjelasan/Formulasi Pengukuran",
                     "Penjelasan/Formula Perhitungan", "Formula Perhitungan", "Cara Penghitungan")),
        Kolom("sumber_data", "Sumber Data", "Dari mana angkanya.", alias=("Sumber",), width=28),
        Kolom("abaikan", "Abaikan", "Temuan yang sengaja dibiarkan pada baris ini, dengan alasan: S01: sudah "
              "disepakati tim.", alias=("Lint Abaikan", "Abaikan Temuan"), width=28),
        *_MEASURING,
    ),
    alias=("Tahap V", "Tahap5", "Pohon Kinerja", "Tahap 5 Pohon Kinerja"),
    row_type=rows.KinerjaRow, key_columns=2, past_span=(-2, 1),
    guide_line="Tahap 5: pohon kinerja yang sudah diterjemahkan ke komponen perencanaan dan jabatan. Semua "
               "dokumen berpangkal dari lembar ini; lembar ini wajib ada, yang lain melengkapi.",
)  # fmt: skip
PEJABAT = Lembar(
    "pejabat", "Pejabat", "Jabatan dan orang yang memegangnya; satu baris satu jabatan.",
    (
        Kolom("id", "ID", "Tanda pengenal jabatan, dipakai di kolom Pemilik dan Atasan.",
              alias=("ID Pejabat", "ID Jabatan", "Kode Jabatan"), jenis=ColumnType.ID, when_missing=WhenMissing.GALAT,
              width=14),
        Kolom("nama", "Nama", "Nama tanpa gelar.", alias=("Nama Pejabat", "Nama Lengkap"),
              when_missing=WhenMissing.TANDA, width=28),
        Kolom("gelar_depan", "Gelar Depan", "Misalnya: Dr., H.; boleh kosong.", width=11),
        Kolom("gelar_belakang", "Gelar Belakang", "Misalnya: S.Kom., M.T.; boleh kosong.", width=18),
        Kolom("nip", "NIP", "18 angka, ketik sebagai teks. Kepala daerah tidak ber-NIP.", jenis=ColumnType.NIP,
              alias=("NIP/NI PPPK", "N I P"), when_missing=WhenMissing.TANDA, width=22),
        Kolom("golongan", "Golongan", "Golongan ruang: IV/b; PPPK: IX.", alias=("Gol", "Gol. Ruang", "Golongan Ruang"),
              width=10),
        Kolom("pangkat", "Pangkat", "Boleh kosong: diisi dari golongan.", width=20),
        Kolom("jabatan", "Jabatan", "Nama jabatan tanpa Plt./Plh.", alias=("Nama Jabatan",),
              when_missing=WhenMissing.TANDA, width=46),
        Kolom("jenis_pk", "Jenis PK", "Jenis PK jabatan ini; kosong untuk kepala daerah.", jenis=ColumnType.CHOICE,
              alias=("Kelas PK", "PK", "Level Jabatan"), choices=JENIS_PK_CHOICES, width=22),
        Kolom("atasan", "Atasan", "ID jabatan atasan langsung (Pihak Kedua).", jenis=ColumnType.ID,
              alias=("ID Atasan", "Atasan ID", "Atasan Langsung"), width=14, look_up=("pejabat", "id")),
        Kolom("status", "Status", "definitif, atau pelaksana tugas (Plt.), pelaksana harian (Plh.), penjabat (Pj.).",
              alias=("Status Jabatan", "Jenis Penugasan"), jenis=ColumnType.CHOICE, choices=POST_STATUS, width=10),
        Kolom("berlaku_dari", "Berlaku Dari", "Tanggal mulai menjabat; boleh kosong.", jenis=ColumnType.DATE,
              alias=("Mulai Berlaku", "Aktif Dari", "TMT", "TMT Jabatan"), width=19),
        Kolom("berlaku_sampai", "Berlaku Sampai", "Tanggal berakhir; kosong bila masih menjabat.",
              alias=("Aktif Sampai", "Sampai", "Tanggal Selesai"), jenis=ColumnType.DATE, width=19),
        Kolom("bidang", "Bidang", "Bidang atau bagian.", alias=("Unit", "Unit Kerja", "Bagian"), width=34),
        Kolom("pendekatan", "Pendekatan", "Pendekatan SKP: Kuantitatif (bila kosong), atau Kualitatif.",
              alias=("Pendekatan SKP", "Pendekatan Hasil Kerja"), jenis=ColumnType.CHOICE, choices=APPROACHES,
              width=14),
    ),
    alias=("Daftar Pejabat", "Pegawai"),
    row_type=rows.PejabatRow, key_columns=2,
    guide_line="Pejabat: jabatan dan orang yang memegangnya.",
)  # fmt: skip
_KAS_WORDS = ("Anggaran Kas TW", "Kas TW", "Anggaran Kas Triwulan", "Kas Triwulan")
_KAS = tuple(
    Kolom(f"kas_tw{number}", f"Anggaran Kas TW {roman}", f"Anggaran kas triwulan {roman} tahun PK dalam rupiah.",
          alias=(*(f"{words} {shown}" for words in _KAS_WORDS for shown in (roman, number)), f"Kas TW{number}",
                 f"Anggaran Kas TW{number}"),
          jenis=ColumnType.RUPIAH, width=18, offered=False)
    for number, roman in enumerate(QUARTERS, start=1)
)  # fmt: skip
PROGRAM = Lembar(
    "program", "Program", "Program, kegiatan, dan sub kegiatan dengan pagu per tahun; pagu induk = jumlah anaknya.",
    (
        Kolom("kode", "Kode", "Kode menurut nomenklatur, ketik sebagai teks: 2.16.02.2.01.0015.",
              alias=("Kode Program", "Kode Rekening", "Kode Nomenklatur"), jenis=ColumnType.KODE,
              when_missing=WhenMissing.GALAT, width=20),
        Kolom("nomenklatur", "Nomenklatur", "Nama resmi program, kegiatan, atau sub kegiatan.", width=60,
              alias=("Nama", "Uraian", "Program/Kegiatan/Sub Kegiatan", "Nama Program", "Kode dan Nama", "Kode/Uraian",
                     "Kode dan Uraian", "Kode dan Nomenklatur", "Kode/Nama",
                     "Kode dan Nama Program/Kegiatan/Sub Kegiatan",
                     "Urusan/Bidang Urusan/Program/Kegiatan/Sub Kegiatan", "Uraian Program/Kegiatan/Sub Kegiatan",
                     "Bidang Urusan/Program/Kegiatan/Sub Kegiatan", "Urusan/Program/Kegiatan/Sub Kegiatan",
                     "Nama Program/Kegiatan/Sub Kegiatan", "Program, Kegiatan, dan Sub Kegiatan"),
              when_missing=WhenMissing.GALAT),
        Kolom("pagu", "Pagu {tahun}", "Pagu tahun {tahun} dalam rupiah, tanpa Rp.", per_tahun=True,
              alias=("Anggaran {tahun}", "Pagu Tahun {tahun}", "Pagu Indikatif {tahun}"), jenis=ColumnType.RUPIAH,
              when_missing=WhenMissing.TANDA, width=18),
        Kolom("sumber_dana", "Sumber Dana", "APBD, DAU, DAK; dicetak di kolom Keterangan.", width=14,
              alias=("Sumber Pendanaan", "Sumber")),
        Kolom("lokasi", "Lokasi", "Lokasi pelaksanaan.", width=24),
        *_KAS,
        Kolom("kelompok_sasaran", "Kelompok Sasaran", "Penerima manfaatnya; boleh kosong.",
              alias=("Kelompok Sasaran Kegiatan", "Penerima Manfaat"), width=28),
        Kolom("prakiraan_target", "Prakiraan Maju Target", "Target tahun sesudah tahun PK; bila kosong diambil dari "
              "Tahap 5.", alias=("Target Prakiraan Maju", "Prakiraan Maju Target Capaian Kinerja",
                                 "Target Capaian Kinerja Prakiraan Maju"), jenis=ColumnType.VALUE, width=14),
        Kolom("prakiraan_pagu", "Prakiraan Maju Pagu", "Pagu tahun sesudah tahun PK; bila kosong dari kolom Pagu.",
              alias=("Pagu Prakiraan Maju", "Prakiraan Maju Pagu Indikatif", "Pagu Indikatif Prakiraan Maju",
                     "Kebutuhan Dana Prakiraan Maju"), jenis=ColumnType.RUPIAH, width=18),
        Kolom("catatan", "Catatan Penting", "Dicetak dalam Tabel T-C.33; boleh kosong.", alias=("Catatan",), width=28),
        Kolom("prioritas_nasional", "Prioritas Nasional", "Boleh kosong.", width=28, offered=False),
        Kolom("prioritas_daerah", "Prioritas Daerah", "Boleh kosong.", width=28, offered=False),
    ),
    alias=("Program dan Kegiatan", "Program Kegiatan", "Pagu", "Anggaran"),
    row_type=rows.ProgramRow, key_columns=2,
    guide_line="Program: program, kegiatan, dan sub kegiatan dengan pagunya.",
)  # fmt: skip
LINTAS = Lembar(
    "lintas", "Lintas Perangkat Daerah", "Kondisi yang dicapai bersama perangkat daerah lain (crosscutting).",
    (
        Kolom("kinerja", "Kinerja", "Kalimat kinerja, sama dengan di Tahap 5.", when_missing=WhenMissing.GALAT,
              width=56),
        Kolom("pd_pengampu", "PD Pengampu", "Perangkat daerah yang bertanggung jawab.", width=34,
              alias=("Pengampu", "Perangkat Daerah Pengampu")),
        Kolom("pd_pendukung", "PD Pendukung", "Perangkat daerah yang mendukung.", width=34,
              alias=("Pendukung", "Perangkat Daerah Pendukung")),
        Kolom("peran", "Peran", "Yang dikerjakan perangkat daerah pendukung.", width=44,
              alias=("Peran/Kegiatan", "Peran Pendukung")),
        Kolom("status", "Status", "Status kesepakatan.", jenis=ColumnType.CHOICE, choices=STATUS_LINTAS, width=14),
        Kolom("indikator_pendukung", "Indikator Pendukung", "Indikator perangkat daerah pendukung; boleh kosong.",
              alias=("Indikator PD Pendukung", "Indikator Kinerja Pendukung"), width=34),
        Kolom("bentuk", "Bentuk Dukungan", "Data, anggaran, kegiatan bersama, regulasi; boleh kosong.",
              alias=("Jenis Dukungan",), width=24),
        Kolom("bukti", "Bukti", "Nomor dan tanggal berita acara kesepakatan; boleh kosong.",
              alias=("Bukti Kesepakatan", "Berita Acara", "Nomor BA"), width=28),
    ),
    alias=("Lintas PD", "Lintas OPD", "Crosscutting", "Cross Cutting"),
    row_type=rows.LintasRow,
    guide_line="Lintas Perangkat Daerah: kondisi yang dicapai bersama perangkat daerah lain.",
)  # fmt: skip
_STEP_QUARTERS = (
    *(Kolom(f"tw{number}", f"TW {roman}", f"Target langkah ini pada triwulan {roman}.", jenis=ColumnType.VALUE, width=9,
            alias=(f"TW {number}", f"TW{number}", f"Triwulan {roman}", f"Triwulan {number}", f"Target TW {roman}",
                   f"Target TW {number}", f"Target Triwulan {roman}", f"Target Triwulan {number}"))
      for number, roman in enumerate(QUARTERS, start=1)),
    *(Kolom(f"anggaran_tw{number}", f"Anggaran TW {roman}", f"Rupiah triwulan {roman}, tanpa Rp; bila kosong diambil "
            "dari Anggaran Kas pada lembar Program.", jenis=ColumnType.RUPIAH, width=16,
            alias=(f"Anggaran TW {number}", f"Anggaran TW{number}", f"Anggaran Triwulan {roman}",
                   f"Anggaran Triwulan {number}"))
      for number, roman in enumerate(QUARTERS, start=1)),
)  # fmt: skip
RENAKSI = Lembar(
    "renaksi", "Renaksi", "Langkah menuju target setiap indikator; satu baris satu rencana aksi atau sub rencana aksi.",
    (
        Kolom("indikator_id", "ID Indikator", "ID dari Tahap 5; kosong bila kolom Indikator diisi.",
              alias=("Indikator ID", "Kode Indikator"), jenis=ColumnType.ID, width=14,
              look_up=("tahap5", "indikator_id")),
        Kolom("indikator", "Indikator", "Kalimatnya, sama dengan di Tahap 5; boleh kosong bila ID Indikator diisi.",
              alias=("Indikator Kinerja", "Indikator Sasaran"), width=46),
        Kolom("no", "No", "Nomor rencana aksi: 1, 2, 3.", alias=("Nomor", "No Rencana Aksi"), width=6),
        Kolom("rencana_aksi", "Rencana Aksi", "Langkahnya; boleh kosong pada baris sub rencana aksi kedua dan "
              "seterusnya.", alias=("Renaksi", "Uraian Rencana Aksi", "Langkah", "Aksi"), width=46),
        Kolom("sub", "Sub Rencana Aksi", "Bagian langkah itu; boleh kosong.",
              alias=("Sub Renaksi", "Uraian Sub Rencana Aksi", "Sub Aksi"), width=40),
        Kolom("satuan", "Satuan", "Satuan target langkah ini: Dokumen, Laporan, Kali.", width=12),
        Kolom("target", "Target", "Target tahun PK; bila kosong dihitung dari triwulan.", alias=("Target Tahun",),
              jenis=ColumnType.VALUE, width=11),
        Kolom("jenis_hitung", "Jenis Hitung", "Hubungan target triwulan dan tahun; bila kosong jumlah.",
              alias=("Cara Hitung", "Jenis Perhitungan"), jenis=ColumnType.CHOICE, choices=WAYS_OF_COUNTING, width=14),
        *_STEP_QUARTERS,
        Kolom("penanggung_jawab", "Penanggung Jawab", "ID pada lembar Pejabat; bila kosong pemilik indikatornya.",
              alias=("PJ", "PIC", "ID Pejabat", "Pelaksana"), jenis=ColumnType.ID, width=16, look_up=("pejabat", "id")),
        Kolom("kode", "Kode", "Kode program, kegiatan, atau sub kegiatan yang membiayai; boleh kosong.",
              alias=("Kode Sub Kegiatan", "Kode Program/Kegiatan/Sub Kegiatan"), jenis=ColumnType.KODE, width=20,
              look_up=("program", "kode")),
    ),
    alias=("Rencana Aksi", "Renaksi PK", "Rencana Aksi PK"),
    row_type=RenaksiRow, key_columns=4,
    guide_line="Renaksi: langkah menuju target setiap indikator, per triwulan; boleh kosong, langkahnya lalu diambil "
               "dari sub kegiatan di bawahnya.",
)  # fmt: skip
SKP = Lembar(
    "skp", "SKP", "Isian SKP yang tidak ada di PK; satu baris satu pejabat; semuanya boleh kosong.",
    (
        Kolom("pejabat_id", "ID Pejabat", "ID pada lembar Pejabat.", alias=("ID", "Pejabat", "ID Jabatan"),
              jenis=ColumnType.ID, width=14, look_up=("pejabat", "id"), when_missing=WhenMissing.GALAT),
        Kolom("pendekatan", "Pendekatan", "Kuantitatif (bila kosong), atau Kualitatif.",
              alias=("Pendekatan SKP", "Pendekatan Hasil Kerja"), jenis=ColumnType.CHOICE, choices=APPROACHES,
              width=14),
        Kolom("dukungan", "Dukungan Sumber Daya", "Satu baris satu dukungan.", alias=("Dukungan",), width=40),
        Kolom("pertanggungjawaban", "Skema Pertanggungjawaban", "Satu baris satu hal.",
              alias=("Pertanggungjawaban", "Skema Pertanggung Jawaban"), width=40),
        Kolom("konsekuensi", "Konsekuensi", "Satu baris satu konsekuensi.", width=40),
        *(Kolom(f"ekspektasi{number}", f"Ekspektasi {value}", f"Ekspektasi khusus pimpinan atas {value}.",
                alias=(f"Ekspektasi Khusus {value}", f"Ekspektasi Khusus {number}", f"Ekspektasi {number}"), width=28)
          for number, value in enumerate(VALUES_OF_ASN, start=1)),
    ),
    alias=("Sasaran Kinerja Pegawai", "Isian SKP"),
    row_type=SkpRow, key_columns=1,
    guide_line="SKP: pendekatan, lampiran, dan ekspektasi khusus untuk SKP; boleh kosong.",
)  # fmt: skip
RENSTRA = Lembar(
    "renstra", "Renstra", "Isian Renstra per sasaran, di luar pohon kinerja.",
    (
        Kolom("sasaran", "Sasaran", "Kalimat sasaran, sama dengan di Tahap 5.", when_missing=WhenMissing.GALAT,
              width=44, alias=("Sasaran Renstra", "Sasaran PD")),
        Kolom("nspk", "NSPK", "Norma, standar, prosedur, dan kriteria yang dioperasionalkan.", width=36,
              alias=("Operasionalisasi NSPK",)),
        Kolom("sasaran_rpjmd", "Sasaran RPJMD", "Sasaran RPJMD yang didukung.", width=36),
        Kolom("permasalahan", "Permasalahan", "Permasalahan perangkat daerah pada sasaran ini.", width=36),
        Kolom("faktor_internal", "Faktor Internal", "Faktor dari dalam yang mempengaruhi; boleh kosong.", width=30),
        Kolom("faktor_eksternal", "Faktor Eksternal", "Faktor dari luar yang mempengaruhi; boleh kosong.", width=30),
        Kolom("potensi", "Potensi Daerah", "Potensi daerah yang menjadi kewenangan; boleh kosong.", width=30,
              alias=("Potensi",)),
        Kolom("isu_klhs", "Isu KLHS", "Isu KLHS yang relevan; boleh kosong.", width=24),
        Kolom("isu_global", "Isu Global", "Isu lingkungan dinamis global; boleh kosong.", width=24),
        Kolom("isu_nasional", "Isu Nasional", "Isu lingkungan dinamis nasional; boleh kosong.", width=24),
        Kolom("isu_regional", "Isu Regional", "Isu lingkungan dinamis regional; boleh kosong.", width=24),
        Kolom("isu_strategis", "Isu Strategis", "Isu strategis perangkat daerah.", width=36, alias=("Isu",)),
        Kolom("strategi", "Strategi", "Strategi mencapai sasaran.", width=36),
        Kolom("arah_kebijakan_rpjmd", "Arah Kebijakan RPJMD", "Arah kebijakan RPJMD yang didukung; boleh kosong.",
              width=36),
        Kolom("arah_kebijakan", "Arah Kebijakan", "Arah kebijakan Renstra perangkat daerah.", width=36,
              alias=("Arah Kebijakan Renstra", "Arah Kebijakan Renstra PD")),
        Kolom("penahapan", "Penahapan", "Penahapan pembangunan, misalnya: Tahap I (2026): ….", width=44,
              alias=("Penahapan Pembangunan",)),
    ),
    alias=("Isian Renstra",),
    row_type=rows.RenstraRow, key_columns=1,
    guide_line="Renstra: isian Renstra yang tidak ada di pohon kinerja.",
)  # fmt: skip
_QUARTER_COLUMNS = (
    *(Kolom(f"nilai_tw{number}", f"Realisasi TW {roman}", f"Realisasi pada triwulan {roman}, bila setiap triwulan "
            "mempunyai kolom sendiri.", jenis=ColumnType.VALUE, width=11, offered=False,
            alias=tuple(f"{what} {quarter}".strip()
                        for what in ("", "Realisasi", "Capaian", "Nilai", "Realisasi Kinerja")
                        for quarter in (f"TW {roman}", f"TW {number}", f"TW{number}", f"Triwulan {roman}",
                                        f"Triwulan {number}")))
      for number, roman in enumerate(QUARTERS, start=1)),
    *(Kolom(f"anggaran_tw{number}", f"Realisasi Anggaran TW {roman}", f"Rupiah yang terpakai pada triwulan {roman}, "
            "bila setiap triwulan mempunyai kolom sendiri.", jenis=ColumnType.RUPIAH, width=18, offered=False,
            alias=tuple(f"{what} {quarter}"
                        for what in ("Realisasi Anggaran", "Anggaran Realisasi", "Realisasi Anggaran (Rp)")
                        for quarter in (f"TW {roman}", f"TW {number}", f"Triwulan {roman}", f"Triwulan {number}",
                                        f"per Triwulan {roman}", f"per Triwulan (Rp) {roman}")))
      for number, roman in enumerate(QUARTERS, start=1)),
)  # fmt: skip
"""Tables of offices have a column per quarter; each that is filled is read as a row of its own."""
REALISASI = Lembar(
    "realisasi", "Realisasi", "Yang tercapai dan terpakai per triwulan; satu baris satu indikator atau sub kegiatan "
    "dalam satu triwulan.",
    (
        Kolom("kode", "Kode", "Kode sub kegiatan dari lembar Program, ketik sebagai teks.",
              alias=("Kode Sub Kegiatan", "Kode Program/Kegiatan/Sub Kegiatan"), jenis=ColumnType.KODE, width=20,
              look_up=("program", "kode")),
        Kolom("indikator_id", "ID Indikator", "Tanda pengenal indikator; kosong bila baris ini tentang anggaran saja.",
              alias=("Indikator ID", "Kode Indikator"), jenis=ColumnType.ID, width=14,
              look_up=("tahap5", "indikator_id")),
        Kolom("tahun", "Tahun", "Tahun realisasi; kosong: tahun PK di Identitas.", jenis=ColumnType.ID,
              alias=("Tahun Anggaran",), width=9),
        Kolom("tw", "TW", "Triwulan: TW I sampai TW IV.", alias=("Triwulan",), jenis=ColumnType.CHOICE,
              choices=QUARTER_CHOICES, width=9),
        Kolom("nilai", "Nilai", "Realisasi indikator pada triwulan itu.", jenis=ColumnType.VALUE,
              alias=("Realisasi", "Realisasi Kinerja", "Nilai Realisasi", "Realisasi TW"), width=12),
        Kolom("anggaran", "Anggaran Realisasi", "Rupiah yang terpakai pada triwulan itu saja, tanpa Rp.",
              alias=("Realisasi Anggaran", "Anggaran Terpakai", "Realisasi Anggaran (Rp)"), jenis=ColumnType.RUPIAH,
              width=18),
        Kolom("pendukung", "Faktor Pendukung", "Boleh kosong.", alias=("Pendukung",), width=30),
        Kolom("penghambat", "Faktor Penghambat", "Boleh kosong.", alias=("Penghambat",), width=30),
        Kolom("upaya", "Upaya", "Upaya yang dilakukan; boleh kosong.",
              alias=("Solusi", "Solusi yang Telah Dilakukan"), width=30),
        Kolom("kendala", "Kendala", "Boleh kosong.", alias=("Kendala yang Dihadapi",), width=30),
        Kolom("tindak_lanjut", "Tindak Lanjut", "Boleh kosong.", alias=("Rencana Tindak Lanjut",), width=30),
        Kolom("pic", "PIC", "Yang bertanggung jawab atas tindak lanjut.", alias=("PIC Tindak Lanjut",), width=20),
        Kolom("batas_waktu", "Batas Waktu", "Tanggal selesai tindak lanjut.", jenis=ColumnType.DATE, width=19),
        Kolom("bukti", "Bukti", "Nama berkas atau tautan bukti dukung.",
              alias=("Bukti Dukung", "Link Bukti", "Link Bukti Dukung"), width=28),
        Kolom("indikator", "Indikator", "Kalimatnya, sama dengan di Tahap 5; boleh kosong bila ID Indikator diisi.",
              alias=("Indikator Kinerja", "Uraian Indikator"), width=46),
        *_QUARTER_COLUMNS,
    ),
    alias=("Realisasi Kinerja", "Realisasi Anggaran", "Capaian"),
    row_type=RealisasiRow, key_columns=4,
    guide_line="Realisasi: yang tercapai dan terpakai per triwulan; boleh kosong. Anggarannya dapat diisi dari SIPD "
               "dengan perintah impor.",
)  # fmt: skip

_PAST_YEARS_HELP = "Satu kolom satu tahun, lima tahun sebelum periode Renstra."
SERVICES = Lembar(
    "kinerja_pelayanan", "Kinerja Pelayanan", "Kinerja pelayanan lima tahun terakhir (Tabel 2.1, T-C.23); satu baris "
    "satu indikator. Rasio capaian dihitung sendiri.",
    (
        Kolom("indikator", "Indikator", "Indikator sesuai tugas dan fungsi: IKU, IKK, NSPK, atau SPM.", width=46,
              alias=("Indikator Kinerja", "Indikator Kinerja sesuai Tugas dan Fungsi",
                     "Indikator Kinerja sesuai Tugas dan Fungsi Perangkat Daerah", "Indikator sesuai Tugas dan Fungsi"),
              when_missing=WhenMissing.GALAT),
        Kolom("jenis", "Jenis", "IKU, IKK, NSPK, SPM, atau Lainnya; boleh kosong.", jenis=ColumnType.CHOICE,
              choices=SERVICE_INDICATORS, alias=("Jenis Indikator",), width=11),
        Kolom("satuan", "Satuan", "Satuan target: %, Orang, Dokumen, Indeks.", width=12),
        Kolom("polaritas", "Polaritas", "Arah capaian yang baik; kosong: semakin tinggi semakin baik.",
              jenis=ColumnType.CHOICE, choices=POLARITAS, width=18),
        Kolom("target", "Target {tahun}", f"Target tahun {{tahun}}. {_PAST_YEARS_HELP}", jenis=ColumnType.VALUE,
              alias=("Target Renstra {tahun}", "Target Renstra Tahun {tahun}", "Target Tahun {tahun}"),
              per_tahun=True, past=True, width=11),
        Kolom("realisasi", "Realisasi {tahun}", "Realisasi tahun {tahun}; kosong bila belum diukur, jangan 0.",
              jenis=ColumnType.VALUE, alias=("Realisasi Tahun {tahun}", "Realisasi Capaian {tahun}",
                                             "Realisasi Capaian Tahun {tahun}"),
              per_tahun=True, past=True, width=11),
        Kolom("capaian", "Capaian {tahun}", "Dihitung sendiri; bila diisi, dibandingkan.", jenis=ColumnType.VALUE,
              alias=("Rasio Capaian {tahun}", "Rasio Capaian Tahun {tahun}", "Capaian Tahun {tahun}",
                     "Rasio {tahun}"), per_tahun=True, past=True, width=11, offered=False),
        Kolom("target_nspk", "Target NSPK", "Untuk bentuk Permendagri 86/2017; boleh kosong.", jenis=ColumnType.VALUE,
              width=11),
        Kolom("target_ikk", "Target IKK", "Untuk bentuk Permendagri 86/2017; boleh kosong.", jenis=ColumnType.VALUE,
              width=11),
        Kolom("target_lain", "Target Indikator Lainnya", "Untuk bentuk Permendagri 86/2017; boleh kosong.",
              jenis=ColumnType.VALUE, width=11),
    ),
    alias=("Pencapaian Kinerja Pelayanan", "Pencapaian Kinerja Pelayanan PD", "Kinerja Pelayanan PD", "T-C.23",
           "Tabel T-C.23"),
    row_type=ServiceRow, key_columns=1,
    guide_line="Kinerja Pelayanan, Anggaran dan Realisasi: lima tahun sebelum Renstra; Faktor Penghambat dan "
               "Pendorong, Sub Kegiatan Prioritas, IKK, Sumber Daya, Kelompok Sasaran: tabel lain dalam Renstra. "
               "Semuanya boleh kosong; tabel yang lembarnya kosong tidak dicetak.",
)  # fmt: skip
PAST_BUDGETS = Lembar(
    "anggaran_realisasi", "Anggaran dan Realisasi", "Anggaran dan realisasi lima tahun terakhir (Tabel 2.2, T-C.24); "
    "satu baris satu program atau jenis belanja. Jumlah, rasio, dan pertumbuhan dihitung sendiri.",
    (
        Kolom("uraian", "Uraian", "Program atau jenis belanja, tanpa baris jumlah.", width=52,
              alias=("Program", "Nama Program", "Program/Kegiatan"), when_missing=WhenMissing.GALAT),
        Kolom("anggaran", "Anggaran {tahun}", f"Anggaran tahun {{tahun}} dalam rupiah, tanpa Rp. {_PAST_YEARS_HELP}",
              jenis=ColumnType.RUPIAH, alias=("Anggaran Tahun {tahun}", "Anggaran pada Tahun {tahun}", "Pagu {tahun}"),
              per_tahun=True, past=True, width=18),
        Kolom("realisasi", "Realisasi {tahun}", "Realisasi tahun {tahun} dalam rupiah, tanpa Rp; kosong bila belum "
              "diketahui.", jenis=ColumnType.RUPIAH,
              alias=("Realisasi Anggaran {tahun}", "Realisasi Tahun {tahun}", "Realisasi Anggaran Tahun {tahun}",
                     "Realisasi Anggaran pada Tahun {tahun}"),
              per_tahun=True, past=True, width=18),
        Kolom("rasio", "Rasio {tahun}", "Dihitung sendiri; bila diisi, dibandingkan.", jenis=ColumnType.VALUE,
              alias=("Rasio Tahun {tahun}", "Rasio Antara Realisasi dan Anggaran Tahun {tahun}",
                     "Rasio Antara Realisasi dan Anggaran {tahun}"), per_tahun=True, past=True, width=11,
              offered=False),
        Kolom("pertumbuhan_anggaran", "Pertumbuhan Anggaran", "Dihitung sendiri; bila diisi, dibandingkan.",
              jenis=ColumnType.VALUE, alias=("Rata-rata Pertumbuhan Anggaran",), width=13, offered=False),
        Kolom("pertumbuhan_realisasi", "Pertumbuhan Realisasi", "Dihitung sendiri; bila diisi, dibandingkan.",
              jenis=ColumnType.VALUE, alias=("Rata-rata Pertumbuhan Realisasi",), width=13, offered=False),
    ),
    alias=("Anggaran dan Realisasi Pendanaan", "Anggaran dan Realisasi Pelayanan", "Riwayat Anggaran", "T-C.24",
           "Tabel T-C.24"),
    row_type=PastBudgetRow, key_columns=1,
)  # fmt: skip
FACTORS = Lembar(
    "faktor", "Faktor Penghambat dan Pendorong", "Faktor penghambat dan pendorong setiap sasaran (Tabel 2.4); boleh "
    "kosong.",
    (
        Kolom("sasaran", "Sasaran", "Kalimat sasaran, sama dengan di Tahap 5.", width=52,
              when_missing=WhenMissing.GALAT),
        Kolom("penghambat", "Faktor Penghambat", "Yang menghambat tercapainya sasaran itu.", width=52,
              alias=("Penghambat",)),
        Kolom("pendorong", "Faktor Pendorong", "Yang mendorong tercapainya sasaran itu.", width=52,
              alias=("Pendorong", "Faktor Pendukung")),
    ),
    alias=("Faktor Penghambat dan Pendukung", "Faktor Pendorong dan Penghambat", "Faktor"),
    row_type=FactorRow, key_columns=1,
)  # fmt: skip
PRIORITIES = Lembar(
    "prioritas", "Sub Kegiatan Prioritas", "Sub kegiatan yang mendukung program prioritas kepala daerah (Tabel 4.3); "
    "boleh kosong.",
    (
        Kolom("program_prioritas", "Program Prioritas", "Nama program prioritas pembangunan daerah.", width=44,
              alias=("Program Prioritas Pembangunan", "Program Prioritas Daerah"), when_missing=WhenMissing.GALAT),
        Kolom("outcome", "Outcome", "Boleh kosong: diisi dari Sasaran Program yang berkode sama.", width=44),
        Kolom("kode", "Kode", "Kode sub kegiatan (atau kegiatan) dari lembar Program, ketik sebagai teks.",
              alias=("Kode Sub Kegiatan", "Kode Kegiatan/Sub Kegiatan"), jenis=ColumnType.KODE, width=20,
              look_up=("program", "kode")),
        Kolom("subkegiatan", "Kegiatan/Sub Kegiatan", "Boleh kosong: diisi dari lembar Program menurut kodenya.",
              alias=("Kegiatan/Subkegiatan", "Sub Kegiatan", "Nama Sub Kegiatan", "Subkegiatan"), width=52),
        Kolom("keterangan", "Keterangan", "Boleh kosong.", alias=("Ket",), width=24),
    ),
    alias=("Subkegiatan Prioritas", "Daftar Sub Kegiatan Prioritas", "Daftar Subkegiatan Prioritas"),
    row_type=PriorityRow, key_columns=1,
)  # fmt: skip
KEY_INDICATORS = Lembar(
    "ikk", "IKK", "Indikator kinerja kunci (Tabel 4.5); boleh kosong.",
    (
        Kolom("indikator", "Indikator", "Indikator kinerja kunci; satu baris satu indikator.", width=52,
              alias=("Indikator Kinerja Kunci", "Indikator Kinerja"), when_missing=WhenMissing.GALAT),
        Kolom("status", "Status", "positif bila lebih tinggi lebih baik, negatif bila sebaliknya.",
              jenis=ColumnType.CHOICE, choices=KEY_STATUS, width=11),
        Kolom("satuan", "Satuan", "Satuan target.", width=12),
        Kolom("kondisi_awal", "Kondisi Awal", "Capaian tahun sebelum Renstra dimulai.", jenis=ColumnType.VALUE,
              alias=("Baseline", "Kondisi Awal 2024", "Baseline 2024"), width=11),
        Kolom("target", "Target {tahun}", "Target tahun {tahun}.", alias=("Target Tahun {tahun}",),
              jenis=ColumnType.VALUE, per_tahun=True, width=11),
        Kolom("keterangan", "Keterangan", "Boleh kosong.", alias=("Ket",), width=24),
    ),
    alias=("Indikator Kinerja Kunci", "Daftar IKK"),
    row_type=KeyIndicatorRow, key_columns=1,
)  # fmt: skip
RESOURCES = Lembar(
    "sumber_daya", "Sumber Daya", "Jumlah pegawai menurut golongan dan menurut pendidikan, serta sarana; boleh kosong. "
    "Jumlah seluruhnya dihitung sendiri.",
    (
        Kolom("kelompok", "Kelompok", "Golongan, Pendidikan, atau Sarana.", jenis=ColumnType.CHOICE,
              choices=RESOURCE_GROUPS,
              alias=("Jenis", "Jenis Sumber Daya"), when_missing=WhenMissing.GALAT, width=14),
        Kolom("uraian", "Uraian", "Golongan III/c, pendidikan S-1, atau nama sarana.", width=44,
              alias=("Nama Sarana", "Sarana dan Prasarana"), when_missing=WhenMissing.GALAT),
        Kolom("laki_laki", "Laki-laki", "Jumlah pegawai laki-laki; kosong untuk sarana.", jenis=ColumnType.VALUE,
              alias=("L",), width=11),
        Kolom("perempuan", "Perempuan", "Jumlah pegawai perempuan; kosong untuk sarana.", jenis=ColumnType.VALUE,
              alias=("P",), width=11),
        Kolom("jumlah", "Jumlah", "Boleh kosong untuk pegawai: dihitung dari laki-laki dan perempuan.",
              jenis=ColumnType.VALUE, alias=("Banyaknya",), width=11),
        Kolom("satuan", "Satuan", "Satuan sarana: unit, buah; boleh kosong.", width=12),
        Kolom("keterangan", "Keterangan", "Kondisi sarana; boleh kosong.", alias=("Kondisi", "Ket"), width=30),
    ),
    alias=("Sumber Daya PD", "Sumber Daya Perangkat Daerah", "Pegawai dan Sarana"),
    row_type=ResourceRow, key_columns=2,
)  # fmt: skip
CLIENTS = Lembar(
    "kelompok_sasaran", "Kelompok Sasaran", "Kelompok sasaran setiap layanan; boleh kosong.",
    (
        Kolom("layanan", "Layanan", "Layanan perangkat daerah.", alias=("Jenis Layanan", "Nama Layanan"), width=52,
              when_missing=WhenMissing.GALAT),
        Kolom("kelompok_sasaran", "Kelompok Sasaran", "Yang menerima manfaat layanan itu.", width=52,
              alias=("Kelompok Sasaran Layanan", "Sasaran Layanan", "Penerima Layanan")),
        Kolom("keterangan", "Keterangan", "Boleh kosong.", alias=("Ket",), width=30),
    ),
    alias=("Kelompok Sasaran Layanan",),
    row_type=ClientRow, key_columns=1,
)  # fmt: skip

LEMBAR: tuple[Lembar, ...] = (
    TAHAP_1, TAHAP_2, TAHAP_3, TAHAP_4, TAHAP_5, PEJABAT, PROGRAM, LINTAS, RENSTRA, RENAKSI, REALISASI, SKP,
    SERVICES, PAST_BUDGETS, FACTORS, PRIORITIES, KEY_INDICATORS, RESOURCES, CLIENTS,
)  # fmt: skip
REQUIRED_LEMBAR = TAHAP_5
GUIDE_TITLE = "Petunjuk"
NOMENCLATURE_TITLE = "Nomenklatur"
"""The sheet of official codes and names that a blank workbook may have for its drop-downs: no table of an office."""
IMPORT_TITLE, REST_TITLE, RECORD_TITLE = "Impor", "Sisa", "Impor-catatan"
"""Sheets that an import adds to the workbook it makes: what is asked, what was not read, and its own record, hidden."""
