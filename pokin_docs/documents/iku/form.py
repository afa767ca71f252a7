"""What the annex on IKU must have, whichever of its forms an office uses (domain-2 2.1)."""

from __future__ import annotations

from pokin_docs.documents.form import Form, FormBranch, FormColumn, FormSentence, FormTable, PrintedItem
from pokin_docs.model.workbook_spec import IKU_FORMS

IKU_FORM = Form(
    basis="PermenPANRB 53/2014",
    branches=(FormBranch("bentuk", {form: f"bentuk {form}" for form in IKU_FORMS}),),
    order=(
        FormSentence("judul Indikator Kinerja Utama", "Indikator Kinerja Utama", True),
        FormTable(
            "tabel IKU",
            "daftar_sasaran",
            (
                FormColumn(
                    "Indikator Kinerja Utama", ("indikator", "iku"), "daftar_sasaran[].daftar_indikator[].indikator",
                    "{{ i.indikator }}",
                ),
            ),
            True,
        ),
        PrintedItem("nama kepala", ("kepala.nama", "kepala.nama_cetak"), "", False, "{{ kepala.nama_cetak }}"),
    ),
)  # fmt: skip
