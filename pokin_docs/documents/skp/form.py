"""The form of an SKP: PermenPANRB 6/2022, as five applications in use print it (domain-2.md 7)."""

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
from pokin_docs.documents.skp.behaviour import CORE_VALUES

INTERVENED_NOTE = (
    "* Dalam hal rencana hasil kerja Pimpinan yang diintervensi adalah hasil kerja pejabat pimpinan tinggi dan "
    "Pimpinan unit kerja mandiri/organisasi maka dituliskan rencana hasil kerja beserta indikator kinerja individu "
    "pejabat pimpinan tinggi dan Pimpinan unit kerja mandiri atau sasaran dan indikator kinerja organisasi yang "
    "diintervensi"
)
EXPECTATION_NOTE = (
    "** Pimpinan dapat memberikan Ekspektasi khusus terhadap satu atau lebih aspek perilaku kerja Pegawai"
)

# The qualitative form has no heading for measure and target: they stand below the result.
SKP_FORM = Form(
    basis="PermenPANRB 6/2022",
    parties=(FormParty("pegawai yang dinilai", "pegawai"), FormParty("pejabat penilai kinerja", "penilai")),
    branches=(
        FormBranch("jpt", {True: "SKP JPT", False: "SKP JA/JF"}),
        FormBranch("kualitatif", {False: "pendekatan kuantitatif", True: "pendekatan kualitatif"}),
    ),
    order=(
        FormSentence("judul SASARAN KINERJA PEGAWAI", "SASARAN KINERJA PEGAWAI", False),
        PrintedItem("tahun", ("tahun",), "", False, "{{ tahun }}"),
        FormTable(
            "tabel hasil kerja",
            "daftar_hasil",
            (
                FormColumn("Rencana Hasil Kerja", ("rencana hasil kerja",), "daftar_hasil[].rhk", "{{ h.rhk }}"),
                FormColumn(
                    "Indikator Kinerja Individu",
                    ("indikator", "rencana hasil kerja"),
                    "daftar_hasil[].daftar_indikator[].indikator",
                    "{{ i.indikator }}",
                ),
                FormColumn(
                    "Target",
                    ("target", "rencana hasil kerja"),
                    "daftar_hasil[].daftar_indikator[].target",
                    "{{ i.target }}",
                ),
            ),
            True,
        ),
        FormSentence("judul PERILAKU KERJA", "PERILAKU KERJA", False),
        *(
            FormSentence(f"perilaku {value}", behaviour, False)
            for value, behaviours in CORE_VALUES
            for behaviour in behaviours
        ),
        FormSentence("catatan Ekspektasi Khusus Pimpinan", EXPECTATION_NOTE, False),
        FormSignatures(
            "SKP", PrintedItem("tempat dan tanggal", ("tanggal",), "", False, "{{ tempat }}, {{ tanggal }}")
        ),
        FormSentence("judul LAMPIRAN SASARAN KINERJA PEGAWAI", "LAMPIRAN SASARAN KINERJA PEGAWAI", False),
        FormSentence("DUKUNGAN SUMBER DAYA", "DUKUNGAN SUMBER DAYA", False),
        FormSentence("SKEMA PERTANGGUNGJAWABAN", "SKEMA PERTANGGUNGJAWABAN", False),
        FormSentence("KONSEKUENSI", "KONSEKUENSI", False),
    ),
)
