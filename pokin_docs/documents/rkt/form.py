"""What a Rencana Kinerja Tahunan must have (domain-2 5.1)."""

from __future__ import annotations

from pokin_docs.documents.form import Form, FormColumn, FormList, FormSentence, FormTable, PrintedItem

RKT_FORM = Form(
    basis="PermenPANRB 53/2014",
    order=(
        FormSentence("judul Rencana Kinerja Tahunan", "Rencana Kinerja Tahunan", True),
        PrintedItem("tahun", ("tahun",), "", False, "{{ tahun }}"),
        FormTable(
            "tabel rencana kinerja",
            "daftar_sasaran",
            (FormColumn("Sasaran", ("sasaran", "kinerja"), "daftar_sasaran[].sasaran", "{{ s.sasaran }}"),),
            True,
        ),
        FormList("sub kegiatan di luar sasaran", "daftar_penunjang"),
        PrintedItem("nama kepala", ("kepala.nama", "kepala.nama_cetak"), "", False, "{{ kepala.nama_cetak }}"),
    ),
)
