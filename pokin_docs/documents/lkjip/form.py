"""What chapter III of an LKjIP must have: the analyses of each sasaran, and the money (53/2014, Lampiran II)."""

from __future__ import annotations

from pokin_docs.documents.form import Form, FormColumn, FormList, FormSentence, FormTable, PrintedItem

_ROW = "daftar_sasaran[].daftar_indikator[]"
LKJIP_FORM = Form(
    basis="PermenPANRB 53/2014, Lampiran II",
    order=(
        FormSentence("judul bab", "Akuntabilitas Kinerja", False),
        PrintedItem("tahun laporan", ("tahun",), "", False, "{{ tahun }}"),
        FormTable(
            "tabel target dan realisasi",
            "daftar_sasaran",
            (
                FormColumn("Sasaran", ("sasaran", "kinerja"), "daftar_sasaran[].sasaran", "{{ s.sasaran }}"),
                FormColumn("Indikator", ("indikator", "ukuran"), f"{_ROW}.indikator", "{{ i.indikator }}"),
                FormColumn("Target", ("target",), f"{_ROW}.target", "{{ i.target }}"),
                FormColumn("Realisasi", ("realisasi",), f"{_ROW}.realisasi", "{{ i.realisasi }}"),
                FormColumn("Capaian", ("capaian",), f"{_ROW}.capaian", "{{ i.capaian }}"),
            ),
            True,
        ),
        PrintedItem("rumus bila semakin rendah semakin baik", ("rumus_rendah",), "", False, "{{ rumus_rendah }}"),
        PrintedItem("batas capaian dalam rata-rata", ("batas_rata_rata",), "", False, "{{ batas_rata_rata }}"),
        PrintedItem(
            "tingkat kemajuan terhadap target akhir Renstra", (f"{_ROW}.kemajuan",), "", False, "{{ i.kemajuan }}"
        ),
        PrintedItem("efisiensi", ("daftar_sasaran[].kesimpulan_efisiensi",), "", False, "{{ s.kesimpulan_efisiensi }}"),
        FormList("tabel anggaran", "daftar_anggaran"),
        FormList("lembar periksa LKj", "daftar_periksa"),
    ),
)
