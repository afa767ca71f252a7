"""The form of a Rencana Aksi; no regulation fixes it, offices agree on its columns (domain-2.md 3.1)."""

from __future__ import annotations

from pokin_docs.documents.form import (
    Form,
    FormBranch,
    FormColumn,
    FormParty,
    FormSentence,
    FormSignatures,
    FormTable,
    PrintedItem,
)

ACTION_FORM = Form(
    basis="PermenPANRB 88/2021",
    parties=(FormParty("pejabat", "pejabat"),),
    branches=(
        FormBranch("untuk_pd", {False: "Rencana Aksi pejabat", True: "Rencana Aksi perangkat daerah"}),
        FormBranch("bulanan", {False: "bentuk triwulan", True: "bentuk bulanan"}),
    ),
    order=(
        FormSentence("judul RENCANA AKSI", "RENCANA AKSI", False),
        PrintedItem("tahun", ("tahun",), "", False, "{{ tahun }}"),
        FormTable(
            "tabel rencana aksi",
            "daftar_sasaran",
            (
                FormColumn("Sasaran", ("sasaran", "kinerja utama"), "daftar_sasaran[].sasaran", "{{ s.sasaran }}"),
                FormColumn(
                    "Indikator Kinerja",
                    ("indikator", "ukuran"),
                    "daftar_sasaran[].daftar_indikator[].indikator",
                    "{{ i.indikator }}",
                ),
                FormColumn("Target", ("target",), "daftar_sasaran[].daftar_indikator[].target", "{{ i.target }}"),
                FormColumn(
                    "Rencana Aksi",
                    ("rencana aksi", "renaksi", "langkah"),
                    "daftar_sasaran[].daftar_indikator[].daftar_baris[].langkah",
                    "{{ r.langkah }}",
                ),
            ),
            True,
        ),
        FormSignatures(
            "Rencana Aksi", PrintedItem("tempat dan tanggal", ("tanggal",), "", False, "{{ tempat }}, {{ tanggal }}")
        ),
    ),
)
