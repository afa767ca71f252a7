"""The form of a Perjanjian Kinerja: PermenPANRB 53/2014, Lampiran I, forms I/2-6 and I/4-6 to I/6-6.

The names of the columns follow domain.md 1.5.
"""

from __future__ import annotations

from pokin_docs.documents.form import Cabang, Cetakan, Form, Kolom, Naskah, Paragraf, Pihak, Tabel, TandaTangan

JENIS_PK: dict[object, str] = {
    "jpt": "JPT",
    "ess-3": "Ess 3",
    "sub-koordinator-jf": "Sub Koordinator/JF",
    "jf-jp": "JF/JP",
}

_PERTAMA = Pihak("pihak pertama", "pihak_pertama")
_KEDUA = Pihak("pihak kedua", "pihak_kedua")

PK_FORM = Form(
    dasar="PermenPANRB 53/2014",
    pihak=(_KEDUA, _PERTAMA),
    batas="daftar_sasaran",
    cabang=(
        Cabang("jenis_pk", JENIS_PK, awalan="PK ", dari_nama=True),
        Cabang(
            "daftar_anggaran",
            {True: "PK yang mempunyai anggaran", False: "PK tanpa anggaran"},
            kecuali="anggaran",
        ),
    ),
    urutan=(
        Naskah("judul PERJANJIAN KINERJA", "PERJANJIAN KINERJA", False),
        Naskah(
            "kalimat pembuka",
            "Dalam rangka mewujudkan manajemen pemerintahan yang efektif, transparan dan akuntabel serta "
            "berorientasi pada "
            "hasil, kami yang bertanda tangan di bawah ini:",
            False,
        ),
        _PERTAMA,
        Naskah("sebutan pihak pertama", "disebut pihak pertama", False, "selanjutnya disebut pihak pertama"),
        _KEDUA,
        Naskah(
            "sebutan pihak kedua",
            "disebut pihak kedua",
            False,
            "selaku atasan pihak pertama, selanjutnya disebut pihak kedua",
        ),
        Paragraf(
            "paragraf janji pihak pertama",
            (
                Naskah(
                    "kalimat janji pihak pertama",
                    "Pihak pertama berjanji akan mewujudkan target kinerja yang seharusnya sesuai lampiran "
                    "perjanjian ini, dalam "
                    "rangka mencapai target kinerja jangka menengah seperti yang telah ditetapkan dalam dokumen "
                    "perencanaan.",
                    True,
                ),
                Naskah(
                    "kalimat tanggung jawab pihak pertama",
                    "Keberhasilan dan kegagalan pencapaian target kinerja tersebut menjadi tanggung jawab kami.",
                    True,
                ),
            ),
        ),
        Naskah(
            "kalimat supervisi pihak kedua",
            "Pihak kedua akan melakukan supervisi yang diperlukan serta akan melakukan evaluasi terhadap capaian "
            "kinerja "
            "dari perjanjian ini dan mengambil tindakan yang diperlukan dalam rangka pemberian penghargaan dan sanksi.",
            True,
        ),
        Cetakan("tahun PK", ("tahun",), "", False, "{{ tahun }}"),
        TandaTangan(
            "Pernyataan",
            Cetakan(
                "tempat dan tanggal pada Pernyataan", ("tanggal",), "pernyataan", False, "{{ tempat }}, {{ tanggal }}"
            ),
        ),
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
        TandaTangan(
            "Lampiran",
            Cetakan("tempat dan tanggal pada Lampiran", ("tanggal",), "lampiran", False, "{{ tempat }}, {{ tanggal }}"),
        ),
    ),
)
