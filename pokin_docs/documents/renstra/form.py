"""What Inmendagri 2/2025 wants in a Renstra: its chapters and tables, in their order."""

from __future__ import annotations

from pokin_docs.documents.form import Form, FormChapter, FormList
from pokin_docs.documents.renstra.outline import OUTLINE_2025

RENSTRA_FORM = Form(
    basis="Inmendagri 2/2025",
    order=(
        *(FormChapter(f"Bab {chapter.label}", chapter.title) for chapter in OUTLINE_2025.chapters),
        FormList("tabel permasalahan pelayanan", "daftar_permasalahan"),
        FormList("tabel isu strategis", "daftar_isu"),
        FormList("tabel tujuan dan sasaran", "daftar_tujuan_sasaran"),
        FormList("tabel strategi dan arah kebijakan", "daftar_strategi"),
        FormList("tabel perumusan program, kegiatan, subkegiatan", "daftar_perumusan"),
        FormList("tabel rencana program dan pendanaan", "daftar_pendanaan"),
        FormList("tabel indikator kinerja utama", "daftar_iku"),
    ),
)
