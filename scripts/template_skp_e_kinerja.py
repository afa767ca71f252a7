"""The table of SKPs in the order in which e-Kinerja asks for them: to copy from, cell by cell (domain-2.md 12)."""

from __future__ import annotations

from template_sheet import Column, Sheet, ShippedBook

_TEXT = "@"

TEMPLATE = ShippedBook(
    stem="skp-e-kinerja",
    title="SKP untuk e-Kinerja",
    shipped="ekinerja/shipped.py",
    sheets=(
        Sheet(
            title="e-Kinerja",
            head=("SKP TAHUN {{ tahun }} UNTUK E-KINERJA", "{{ perangkat_daerah.nama_kop }}"),
            columns=(
                Column("NIP", "{{ b.nip }}", 22, number_format=_TEXT),
                Column("RHK Atasan yang Diintervensi", "{{ b.rhk_atasan }}", 38),
                Column("Jenis RHK", "{{ b.jenis }}", 10),
                Column("RHK", "{{ b.rhk }}", 38),
                Column("Aspek", "{{ b.aspek }}", 11),
                Column("Indikator", "{{ b.indikator }}", 38),
                Column("Target", "{{ b.target }}", 12, number_format=_TEXT, centred=True),
                Column("Satuan", "{{ b.satuan }}", 13),
            ),
            loops=("b in daftar_baris",),
            frozen=1,
            filtered=True,
        ),
    ),
)
