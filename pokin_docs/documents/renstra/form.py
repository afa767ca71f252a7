"""What Inmendagri 2/2025 wants in a Renstra: its chapters and tables, in their order."""

from __future__ import annotations

from pokin_docs.documents.form import Bab, DaftarTabel, Form
from pokin_docs.documents.renstra.outline import OUTLINE_2025

RENSTRA_FORM = Form(
    dasar="Inmendagri 2/2025",
    urutan=(
        *(Bab(f"Bab {chapter.sebutan}", chapter.judul) for chapter in OUTLINE_2025.chapters),
        DaftarTabel("tabel permasalahan pelayanan", "daftar_permasalahan"),
        DaftarTabel("tabel isu strategis", "daftar_isu"),
        DaftarTabel("tabel tujuan dan sasaran", "daftar_tujuan_sasaran"),
        DaftarTabel("tabel strategi dan arah kebijakan", "daftar_strategi"),
        DaftarTabel("tabel perumusan program, kegiatan, subkegiatan", "daftar_perumusan"),
        DaftarTabel("tabel rencana program dan pendanaan", "daftar_pendanaan"),
        DaftarTabel("tabel indikator kinerja utama", "daftar_iku"),
    ),
)
