"""The template of the proof of consistency: what was compared, how much agrees, and what does not."""

from __future__ import annotations

from template_file import ShippedTemplate
from template_parts import PORTRAIT
from template_pk import kop
from template_renstra_naskah import Column
from template_report import AGENCY, ended, footer, note, part, rows, text, title
from template_signature import signature_row
from template_styles import PK_STYLES

_KINDS = (
    Column("No", 1.0, "{{ j.no }}", "center"),
    Column("Dokumen", 8.0, "{{ j.dokumen }}"),
    Column("Dibandingkan", 3.5, "{{ j.dibandingkan }}", "center"),
    Column("Sama", 3.5, "{{ j.sama }}", "center"),
)
_RELATIONS = (
    Column("No", 1.0, "{{ h.no }}", "center"),
    Column("Hubungan", 6.0, "{{ h.hubungan }}"),
    Column("Diperiksa", 1.9, "{{ h.diperiksa }}", "center"),
    Column("Terpenuhi", 1.9, "{{ h.terpenuhi }}", "center"),
    Column("Belum terpenuhi", 5.2, "{{ h.terbuka }}"),
)
_OPEN = (
    Column("No", 1.0, "{{ p.no }}", "center"),
    Column("Dokumen dan tempat", 5.0, "{{ p.berkas }}, {{ p.tempat }}"),
    Column("Perbedaan", 5.5, "{{ p.uraian }}"),
    Column("Pembanding", 4.5, "{{ p.pembanding }}"),
)


def proof_body(references: str) -> str:
    """The page: how it was done, the kinds that were compared, what is open, and the head's signature."""
    return (
        kop(PORTRAIT)
        + title("BUKTI KONSISTENSI DOKUMEN KINERJA", "TAHUN {{ tahun }}")
        + part("A. Cara")
        + text(
            f"Semua dokumen kinerja {AGENCY} tahun {{{{ tahun }}}} dibuat dari satu buku kerja, lalu dibaca kembali "
            "dari berkasnya: {{ jumlah_dokumen }} dokumen, yaitu {{ jenis_dibaca }}, dengan {{ jumlah_fakta }} "
            "fakta (kinerja, indikator, satuan, target, anggaran, penanggung jawab). Setiap fakta yang tercetak "
            "di lebih dari satu jenis dokumen dibandingkan: {{ jumlah_sama }} dari {{ jumlah_dibandingkan }} "
            "perbandingan sama."
        )
        + part("B. Dokumen yang Dibandingkan")
        + rows(_KINDS, "daftar_jenis", var="j", empty="Belum ada dokumen yang dapat dibandingkan.")
        + note(
            "Dibandingkan: banyaknya perbandingan dengan jenis dokumen lain; fakta yang juga tercetak di beberapa "
            "jenis dihitung sekali untuk setiap jenis."
        )
        + part("C. Hubungan Antardokumen")
        + rows(_RELATIONS, "daftar_hubungan", var="h")
        + part("D. Penyimpangan yang Masih Ada")
        + rows(_OPEN, "daftar_penyimpangan", var="p", empty="Tidak ada.", last="loop.last", below=_signed())
        + ended(PORTRAIT, references)
    )


def _signed() -> tuple[str]:
    return (signature_row("kepala", [column.width for column in _OPEN]),)


TEMPLATE = ShippedTemplate(
    stem="bukti-konsistensi",
    title="Bukti Konsistensi Dokumen Kinerja",
    body=proof_body,
    shipped="agreement/shipped.py",
    footer=footer(f"Bukti Konsistensi {AGENCY} Tahun {{{{ tahun }}}}"),
    signed=True,
    styles=PK_STYLES,
)
