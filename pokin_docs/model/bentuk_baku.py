"""What the regulations want in a Perjanjian Kinerja and a Renstra: wording, fields and tables, as data.

PK: PermenPANRB 53/2014, Lampiran I, forms I/2-6 and I/4-6 to I/6-6; the names of the columns follow domain.md 1.5.
Renstra: Inmendagri 2/2025. Compared without regard to case, punctuation and line breaks, and with room for other words
in between, so that an office may restyle and lengthen.
"""

from __future__ import annotations

from dataclasses import dataclass

PERMENPAN = "PermenPANRB 53/2014"
INMENDAGRI = "Inmendagri 2/2025"


@dataclass(frozen=True, slots=True)
class Naskah:
    """A sentence that must stand in the form; ``wajib`` tells whether the document is none of its kind without it.

    ``usul`` is the whole of it where ``bunyi`` are only the words by which it is known.
    """

    sebutan: str
    bunyi: str
    wajib: bool
    usul: str = ""


@dataclass(frozen=True, slots=True)
class Cetakan:
    """Something printed that the form has, any of ``isian``; ``letak`` is ``pernyataan``, ``lampiran`` or ``""``."""

    sebutan: str
    isian: tuple[str, ...]
    letak: str
    wajib: bool
    usul: str = ""


@dataclass(frozen=True, slots=True)
class Kolom:
    """A column of a table: words of which one must stand in its head, and the field below it."""

    sebutan: str
    judul: tuple[str, ...]
    isian: str
    usul: str


@dataclass(frozen=True, slots=True)
class Tabel:
    """A table that the form has, known by the list it prints."""

    sebutan: str
    daftar: str
    kolom: tuple[Kolom, ...]
    wajib: bool


NASKAH_PK = (
    Naskah("judul PERJANJIAN KINERJA", "PERJANJIAN KINERJA", False),
    Naskah(
        "kalimat pembuka",
        "Dalam rangka mewujudkan manajemen pemerintahan yang efektif, transparan dan akuntabel serta berorientasi pada "
        "hasil, kami yang bertanda tangan di bawah ini:",
        False,
    ),
    Naskah("sebutan pihak pertama", "disebut pihak pertama", False, "selanjutnya disebut pihak pertama"),
    Naskah(
        "sebutan pihak kedua",
        "disebut pihak kedua",
        False,
        "selaku atasan pihak pertama, selanjutnya disebut pihak kedua",
    ),
    Naskah(
        "kalimat janji pihak pertama",
        "Pihak pertama berjanji akan mewujudkan target kinerja yang seharusnya sesuai lampiran perjanjian ini, dalam "
        "rangka mencapai target kinerja jangka menengah seperti yang telah ditetapkan dalam dokumen perencanaan.",
        True,
    ),
    Naskah(
        "kalimat tanggung jawab pihak pertama",
        "Keberhasilan dan kegagalan pencapaian target kinerja tersebut menjadi tanggung jawab kami.",
        True,
    ),
    Naskah(
        "kalimat supervisi pihak kedua",
        "Pihak kedua akan melakukan supervisi yang diperlukan serta akan melakukan evaluasi terhadap capaian kinerja "
        "dari perjanjian ini dan mengambil tindakan yang diperlukan dalam rangka pemberian penghargaan dan sanksi.",
        True,
    ),
)

# Words that stand for one of the form in usage.
SETARA = {"kesatu": "pertama", "i": "pertama", "ii": "kedua"}

CETAKAN_PK = (
    Cetakan("tahun PK", ("tahun",), "", False, "{{ tahun }}"),
    Cetakan("tempat dan tanggal pada Pernyataan", ("tanggal",), "pernyataan", False, "{{ tempat }}, {{ tanggal }}"),
    Cetakan("tempat dan tanggal pada Lampiran", ("tanggal",), "lampiran", False, "{{ tempat }}, {{ tanggal }}"),
)

PIHAK = (("pihak kedua", "pihak_kedua"), ("pihak pertama", "pihak_pertama"))
NAMA_PIHAK = ("nama", "nama_cetak")

TABEL_PK = (
    Tabel(
        "tabel sasaran dan target",
        "daftar_sasaran",
        (
            Kolom("Sasaran", ("sasaran", "tujuan", "kinerja utama"), "daftar_sasaran[].sasaran", "{{ s.sasaran }}"),
            Kolom(
                "Indikator Kinerja",
                ("indikator", "ukuran"),
                "daftar_sasaran[].daftar_indikator[].indikator",
                "{{ i.indikator }}",
            ),
            Kolom("Target", ("target",), "daftar_sasaran[].daftar_indikator[].target", "{{ i.target }}"),
        ),
        True,
    ),
    Tabel(
        "tabel program dan anggaran",
        "daftar_anggaran",
        (
            Kolom("Program/Kegiatan", ("program", "kegiatan"), "daftar_anggaran[].nama", "{{ a.nama }}"),
            Kolom("Anggaran", ("anggaran", "pagu"), "daftar_anggaran[].anggaran", "{{ a.anggaran }}"),
        ),
        False,
    ),
)

# The class that a template of its own is for, by its file name; all of them otherwise.
JENIS_PK = {"jpt": "JPT", "ess-3": "Ess 3", "sub-koordinator-jf": "Sub Koordinator/JF", "jf-jp": "JF/JP"}

BAB_RENSTRA = (
    ("Bab Pendahuluan", "PENDAHULUAN"),
    ("Bab Gambaran Pelayanan", "GAMBARAN PELAYANAN, PERMASALAHAN DAN ISU STRATEGIS PERANGKAT DAERAH"),
    ("Bab Tujuan, Sasaran, Strategi dan Arah Kebijakan", "TUJUAN, SASARAN, STRATEGI DAN ARAH KEBIJAKAN"),
    (
        "Bab Program, Kegiatan, Subkegiatan",
        "PROGRAM, KEGIATAN, SUBKEGIATAN, DAN KINERJA PENYELENGGARAAN BIDANG URUSAN",
    ),
    ("Bab Penutup", "PENUTUP"),
)

TABEL_RENSTRA = (
    ("tabel permasalahan pelayanan", "daftar_permasalahan"),
    ("tabel isu strategis", "daftar_isu"),
    ("tabel tujuan dan sasaran", "daftar_tujuan_sasaran"),
    ("tabel strategi dan arah kebijakan", "daftar_strategi"),
    ("tabel perumusan program, kegiatan, subkegiatan", "daftar_perumusan"),
    ("tabel rencana program dan pendanaan", "daftar_pendanaan"),
    ("tabel indikator kinerja utama", "daftar_iku"),
)
