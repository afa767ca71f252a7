"""The template of table T-C.29 of a Renja (Permendagri 86/2017)."""

from __future__ import annotations

from template_file import ShippedTemplate
from template_renja import renja_body, renja_footer
from template_renstra_naskah import Column
from template_styles import PK_STYLES

_TABLE = "Tabel T-C.29"
_TITLE = (
    "REKAPITULASI EVALUASI HASIL PELAKSANAAN RENJA PERANGKAT DAERAH DAN PENCAPAIAN RENSTRA "
    "S.D. TAHUN\u00a0{{ tahun_n1 }}"
)
_UNIT = "{% if r.satuan %} ({{ r.satuan }}){% endif %}"
_COLUMNS = (
    Column("Kode", 2.8, "{{ r.kode }}", merge=True),
    Column("Urusan/Bidang Urusan dan Program/Kegiatan/Sub Kegiatan", 6.2, "{{ r.uraian }}", merge=True),
    Column("Indikator Kinerja", 6.0, "{{ r.indikator }}" + _UNIT),
    Column("Target Renstra Tahun {{ tahun_akhir }}", 2.0, "{{ r.target_akhir }}", "center"),
    Column("Realisasi s.d. Tahun {{ tahun_n3 }}", 2.0, "{{ r.realisasi_lalu }}", "center"),
    Column("Target Renja", 2.0, "{{ r.target_n2 }}", "center"),
    Column("Realisasi Renja", 2.0, "{{ r.realisasi_n2 }}", "center"),
    Column("Tingkat Realisasi (%)", 2.0, "{{ r.tingkat_n2 }}", "center"),
    Column("Target Renja Tahun {{ tahun_n1 }}", 2.0, "{{ r.target_n1 }}", "center"),
    Column("Realisasi s.d. Tahun {{ tahun_n1 }}", 2.0, "{{ r.realisasi_n1 }}", "center"),
    Column("Tingkat Capaian Renstra (%)", 2.0, "{{ r.tingkat_renstra }}", "center"),
)
_NOTE = (
    "Kolom yang kosong belum ada datanya di buku kerja: isi kolom Realisasi tahun itu pada lembar Tahap 5, atau tulis "
    "di sini."
)


def body(references: str) -> str:
    """The table on landscape F4."""
    groups = {5: ("Target dan Realisasi Renja Tahun {{ tahun_n2 }}", 3)}
    return renja_body(references, _TABLE, _TITLE, _COLUMNS, groups, note=_NOTE, note_if="ada_kosong")


TEMPLATE = ShippedTemplate(
    stem="renja-tc-29",
    title="Renja, Tabel T-C.29",
    body=body,
    shipped="renja/shipped_29.py",
    footer=renja_footer(_TABLE),
    styles=PK_STYLES,
)
