"""The form of a Perjanjian Kinerja: PermenPANRB 53/2014, Lampiran I, forms I/2-6 and I/4-6 to I/6-6.

The names of the columns follow domain.md 1.5.
"""

from __future__ import annotations

from pokin_docs.documents.form import (
    Form,
    FormBranch,
    FormColumn,
    FormParagraph,
    FormParty,
    FormSentence,
    FormSignatures,
    FormTable,
    PrintedItem,
)

JENIS_PK: dict[object, str] = {
    "jpt": "JPT",
    "ess-3": "Ess 3",
    "sub-koordinator-jf": "Sub Koordinator/JF",
    "jf-jp": "JF/JP",
}

_FIRST = FormParty("pihak pertama", "pihak_pertama")
_SECOND = FormParty("pihak kedua", "pihak_kedua")

PK_FORM = Form(
    basis="PermenPANRB 53/2014",
    parties=(_SECOND, _FIRST),
    lampiran_list="daftar_sasaran",
    branches=(
        FormBranch("jenis_pk", JENIS_PK, prefix="PK ", from_name=True),
        FormBranch(
            "daftar_anggaran",
            {True: "PK yang mempunyai anggaran", False: "PK tanpa anggaran"},
            unless="anggaran",
        ),
    ),
    order=(
        FormSentence("judul PERJANJIAN KINERJA", "PERJANJIAN KINERJA", False),
        FormSentence(
            "kalimat pembuka",
            "Dalam rangka mewujudkan manajemen pemerintahan yang efektif, transparan dan akuntabel serta "
            "berorientasi pada "
            "hasil, kami yang bertanda tangan di bawah ini:",
            False,
        ),
        _FIRST,
        FormSentence("sebutan pihak pertama", "disebut pihak pertama", False, "selanjutnya disebut pihak pertama"),
        _SECOND,
        FormSentence(
            "sebutan pihak kedua",
            "disebut pihak kedua",
            False,
            "selaku atasan pihak pertama, selanjutnya disebut pihak kedua",
        ),
        FormParagraph(
            "paragraf janji pihak pertama",
            (
                FormSentence(
                    "kalimat janji pihak pertama",
                    "Pihak pertama berjanji akan mewujudkan target kinerja yang seharusnya sesuai lampiran "
                    "perjanjian ini, dalam "
                    "rangka mencapai target kinerja jangka menengah seperti yang telah ditetapkan dalam dokumen "
                    "perencanaan.",
                    True,
                ),
                FormSentence(
                    "kalimat tanggung jawab pihak pertama",
                    "Keberhasilan dan kegagalan pencapaian target kinerja tersebut menjadi tanggung jawab kami.",
                    True,
                ),
            ),
        ),
        FormSentence(
            "kalimat supervisi pihak kedua",
            "Pihak kedua akan melakukan supervisi yang diperlukan serta akan melakukan evaluasi terhadap capaian "
            "kinerja "
            "dari perjanjian ini dan mengambil tindakan yang diperlukan dalam rangka pemberian penghargaan dan sanksi.",
            True,
        ),
        PrintedItem("tahun PK", ("tahun",), "", False, "{{ tahun }}"),
        FormSignatures(
            "Pernyataan",
            PrintedItem(
                "tempat dan tanggal pada Pernyataan", ("tanggal",), "pernyataan", False, "{{ tempat }}, {{ tanggal }}"
            ),
        ),
        FormTable(
            "tabel sasaran dan target",
            "daftar_sasaran",
            (
                FormColumn(
                    "Sasaran", ("sasaran", "tujuan", "kinerja utama"), "daftar_sasaran[].sasaran", "{{ s.sasaran }}"
                ),
                FormColumn(
                    "Indikator Kinerja",
                    ("indikator", "ukuran"),
                    "daftar_sasaran[].daftar_indikator[].indikator",
                    "{{ i.indikator }}",
                ),
                FormColumn("Target", ("target",), "daftar_sasaran[].daftar_indikator[].target", "{{ i.target }}"),
            ),
            True,
        ),
        FormTable(
            "tabel program dan anggaran",
            "daftar_anggaran",
            (
                FormColumn("Program/Kegiatan", ("program", "kegiatan"), "daftar_anggaran[].nama", "{{ a.nama }}"),
                FormColumn("Anggaran", ("anggaran", "pagu"), "daftar_anggaran[].anggaran", "{{ a.anggaran }}"),
            ),
            False,
        ),
        FormSignatures(
            "Lampiran",
            PrintedItem(
                "tempat dan tanggal pada Lampiran", ("tanggal",), "lampiran", False, "{{ tempat }}, {{ tanggal }}"
            ),
        ),
    ),
)
