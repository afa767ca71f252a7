"""What a cascading must hold, on paper and as a workbook: no regulation has a form of it (domain-2.md 6.1)."""

from __future__ import annotations

from pokin_docs.documents.form import Form, FormColumn, FormTable

_COLUMNS = (
    FormColumn("Kinerja", ("kinerja", "sasaran"), "daftar_simpul[].kinerja", "{{ s.kinerja }}"),
    FormColumn(
        "Indikator", ("indikator", "ukuran"), "daftar_simpul[].daftar_indikator[].indikator", "{{ i.indikator }}"
    ),
    FormColumn("Target", ("target",), "daftar_simpul[].daftar_indikator[].target", "{{ i.target }}"),
    FormColumn(
        "Penanggung Jawab",
        ("penanggung jawab", "pemilik", "jabatan"),
        "daftar_simpul[].penanggung_jawab",
        "{{ s.penanggung_jawab }}",
    ),
)

CASCADING_FORM = Form(
    basis="PermenPANRB 89/2021",
    order=(FormTable("tabel kinerja menurut pohon", "daftar_simpul", _COLUMNS, required=False),),
)
