"""What a Manual IKU must have: definition, formula, source of each IKU (domain-2 2.2)."""

from __future__ import annotations

from pokin_docs.documents.form import Form, FormList, FormSentence, PrintedItem

MANUAL_FORM = Form(
    basis="LKE PermenPANRB 88/2021",
    order=(
        FormSentence("judul Manual IKU", "Manual Indikator Kinerja Utama", False),
        FormList("halaman setiap IKU", "daftar_iku"),
        PrintedItem("indikator", ("daftar_iku[].indikator",), "", True, "{{ i.indikator }}"),
        PrintedItem("definisi operasional", ("daftar_iku[].definisi",), "", False, "{{ i.definisi }}"),
        PrintedItem("formula", ("daftar_iku[].formula",), "", False, "{{ i.formula }}"),
        PrintedItem("sumber data", ("daftar_iku[].sumber_data",), "", False, "{{ i.sumber_data }}"),
        PrintedItem("nama kepala", ("kepala.nama", "kepala.nama_cetak"), "", False, "{{ kepala.nama_cetak }}"),
    ),
)
