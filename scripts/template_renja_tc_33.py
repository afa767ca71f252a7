"""The template of table T-C.33 of a Renja (Permendagri 86/2017)."""

from __future__ import annotations

from template_file import ShippedTemplate
from template_renja import renja_body, renja_footer
from template_renstra_naskah import Column
from template_styles import PK_STYLES

_TABLE = "Tabel T-C.33"
_TITLE = (
    "RUMUSAN RENCANA PROGRAM DAN KEGIATAN PERANGKAT DAERAH TAHUN\u00a0{{ tahun }} "
    "DAN PRAKIRAAN MAJU TAHUN\u00a0{{ tahun_maju }}"
)
_COLUMNS = (
    Column("Kode", 2.8, "{{ r.kode }}", merge=True),
    Column("Urusan/Bidang Urusan dan Program/Kegiatan/Sub Kegiatan", 5.1, "{{ r.uraian }}", merge=True),
    Column("Indikator Kinerja Program/Kegiatan", 5.2, "{{ r.indikator }}"),
    Column("Lokasi", 2.6, "{{ r.lokasi }}"),
    Column("Target Capaian Kinerja", 2.1, "{{ r.target }} {{ r.satuan }}", "center"),
    Column("Kebutuhan Dana/ Pagu Indikatif (Rp)", 3.3, "{{ r.pagu }}", "right"),
    Column("Sumber Dana", 1.8, "{{ r.sumber_dana }}", "center"),
    Column("Catatan Penting", 2.6, "{{ r.catatan }}"),
    Column("Target Capaian Kinerja", 2.2, "{{ r.target_maju }}", "center"),
    Column("Kebutuhan Dana/ Pagu Indikatif (Rp)", 3.3, "{{ r.pagu_maju }}", "right"),
)


def body(references: str) -> str:
    """The table on landscape F4."""
    groups = {
        3: ("Rencana Tahun {{ tahun }}", 4),
        8: ("Prakiraan Maju Rencana Tahun {{ tahun_maju }}", 2),
    }
    totals = {0: "Jumlah", 5: "{{ jumlah_pagu }}", 9: "{{ jumlah_pagu_maju }}"}
    return renja_body(references, _TABLE, _TITLE, _COLUMNS, groups, totals=totals)


TEMPLATE = ShippedTemplate(
    stem="renja-tc-33",
    title="Renja, Tabel T-C.33",
    body=body,
    shipped="renja/shipped_33.py",
    footer=renja_footer(_TABLE),
    styles=PK_STYLES,
)
