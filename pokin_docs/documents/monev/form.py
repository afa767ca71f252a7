"""What a quarterly report must have, whatever it looks like: parts A to F and their tables (domain-2 4)."""

from __future__ import annotations

from pokin_docs.documents.form import Form, FormColumn, FormList, FormSentence, FormTable, PrintedItem

MONEV_FORM = Form(
    basis="LKE PermenPANRB 88/2021",
    order=(
        FormSentence("judul laporan", "Laporan Monitoring dan Evaluasi Rencana Aksi", False),
        PrintedItem("triwulan", ("triwulan",), "", True, "{{ triwulan }}"),
        PrintedItem("tahun", ("tahun",), "", False, "{{ tahun }}"),
        FormTable(
            "tabel capaian",
            "daftar_kinerja",
            (
                FormColumn("Sasaran", ("sasaran", "kinerja"), "daftar_kinerja[].kinerja", "{{ s.kinerja }}"),
                FormColumn(
                    "Indikator", ("indikator", "ukuran"), "daftar_kinerja[].daftar_indikator[].indikator",
                    "{{ i.indikator }}",
                ),
                FormColumn("Target", ("target",), "daftar_kinerja[].daftar_indikator[].target", "{{ i.target }}"),
                FormColumn(
                    "Realisasi", ("realisasi",), "daftar_kinerja[].daftar_indikator[].realisasi", "{{ i.realisasi }}"
                ),
                FormColumn(
                    "Capaian", ("capaian",), "daftar_kinerja[].daftar_indikator[].capaian_tw", "{{ i.capaian_tw }}"
                ),
            ),
            True,
        ),
        FormList("tabel realisasi anggaran", "daftar_program"),
        FormList("analisis indikator yang tertinggal", "daftar_tertinggal"),
        FormSentence("bagian Rekomendasi Pimpinan", "Rekomendasi Pimpinan", False),
        FormList("tindak lanjut triwulan sebelumnya", "daftar_tindak_lanjut"),
        PrintedItem("nama kepala", ("kepala.nama", "kepala.nama_cetak"), "", False, "{{ kepala.nama_cetak }}"),
    ),
)  # fmt: skip
