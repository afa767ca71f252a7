"""What the tables T-C.29 and T-C.33 must have (Permendagri 86/2017; domain-2 5.2)."""

from __future__ import annotations

from pokin_docs.documents.form import Form, FormColumn, FormSentence, FormTable

_ROWS = "daftar_baris[]"
_NAME = FormColumn("Program/Kegiatan", ("program", "kegiatan", "urusan"), f"{_ROWS}.uraian", "{{ r.uraian }}")
_MEASURE = FormColumn("Indikator Kinerja", ("indikator",), f"{_ROWS}.indikator", "{{ r.indikator }}")

PAST_FORM = Form(
    basis="Permendagri 86/2017",
    order=(
        FormSentence("judul Tabel T-C.29", "Rekapitulasi Evaluasi Hasil Pelaksanaan Renja", True),
        FormTable(
            "Tabel T-C.29",
            "daftar_baris",
            (
                FormColumn("Kode", ("kode",), f"{_ROWS}.kode", "{{ r.kode }}"),
                _NAME,
                _MEASURE,
                FormColumn("Target Renstra", ("target",), f"{_ROWS}.target_akhir", "{{ r.target_akhir }}"),
                FormColumn("Realisasi", ("realisasi",), f"{_ROWS}.realisasi_n2", "{{ r.realisasi_n2 }}"),
            ),
            True,
        ),
    ),
)
PLANNED_FORM = Form(
    basis="Permendagri 86/2017",
    order=(
        FormSentence("judul Tabel T-C.33", "Rumusan Rencana Program dan Kegiatan", True),
        FormTable(
            "Tabel T-C.33",
            "daftar_baris",
            (
                FormColumn("Kode", ("kode",), f"{_ROWS}.kode", "{{ r.kode }}"),
                _NAME,
                _MEASURE,
                FormColumn("Target Capaian Kinerja", ("target",), f"{_ROWS}.target", "{{ r.target }}"),
                FormColumn("Pagu Indikatif", ("pagu", "dana"), f"{_ROWS}.pagu", "{{ r.pagu }}"),
            ),
            True,
        ),
    ),
)
