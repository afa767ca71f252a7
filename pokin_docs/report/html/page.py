"""The report page: one file that shows the tree, the findings, the documents, the officials and the budget.

It stands alone: style and script are inside, nothing is fetched, and without JavaScript everything can still be read.
"""

from __future__ import annotations

from collections.abc import Iterable

from markupsafe import Markup

from pokin_docs.drawing.page import Gambar
from pokin_docs.report.html import budget, crosscut, documents, findings, head, outline, people, shell, tree
from pokin_docs.report.html.material import BahanLaporan

__all__ = ["page"]


def page(bahan: BahanLaporan, gambar: Gambar | None, cakupan: Iterable[head.Level]) -> bytes:
    """The whole page in UTF-8; the same inputs give the same bytes.

    Args:
        bahan: The plan with its findings and documents.
        gambar: The tree drawn on one sheet, large enough for all of it; None where there is no tree.
        cakupan: The coverage, one entry per level.
    """
    said = {key: isian.bersih for key, isian in bahan.buku.identitas.items()}
    nama = said.get("nama_pd") or bahan.buku.nama
    nodes = len(bahan.rencana.pohon.kinerja)
    drawn = gambar is not None and nodes > 0
    return shell.fill(
        tree.colours() + outline.emphasis(bahan) + budget.labels(bahan),
        {
            "judul": f"Laporan pohon kinerja – {nama}",
            "nama": nama,
            "pemda": said.get("pemda", ""),
            "siklus": _cycle(bahan),
            "jumlah_temuan": len(bahan.temuan),
            "jumlah_dokumen": len(bahan.dokumen),
            "jumlah_pejabat": len(bahan.perjanjian),
            "angka": head.figures(bahan),
            "kelengkapan": head.completeness(cakupan),
            "alat": _TOOLS if drawn else "",
            "pohon": _view(gambar, nodes) if gambar is not None and drawn else _NO_TREE,
            "daftar": outline.everywhere(bahan) + outline.outline(bahan),
            "lintas": crosscut.crosscut(bahan),
            "pengantar_temuan": _about_findings(bahan),
            "temuan": findings.findings(bahan),
            "pengantar_dokumen": _about_documents(bahan),
            "dokumen": documents.documents(bahan),
            "pejabat": people.people(bahan),
            "pagu": budget.budget(bahan),
            "versi": bahan.versi,
            "buku": bahan.buku.nama,
        },
    )


_NO_TREE = Markup('<p class="hampa">Pohon kinerja belum berisi kinerja.</p>')
_TOOLS = Markup(
    '<div class="alat" hidden><div class="cari" role="search" aria-label="Cari dalam pohon"><label>'
    '<span class="samar">Cari dalam pohon</span><input type="search" id="cari" placeholder="Cari kinerja, indikator …" '
    'autocomplete="off" aria-keyshortcuts="/"></label>'
    '<button type="button" class="tombol" id="cari-mundur" aria-label="Hasil sebelumnya">↑</button>'
    '<button type="button" class="tombol" id="cari-maju" aria-label="Hasil berikutnya">↓</button>'
    '<output id="cari-hasil" for="cari" aria-live="polite"></output></div>'
    '<button type="button" class="tombol" id="sebagai-daftar" aria-pressed="false">Daftar</button>'
    '<button type="button" class="tombol" id="cetak-pohon">Cetak A3</button></div>'
)
_LEVELS = ("Tujuan", "Sasaran", "Sasaran Program", "Sasaran Kegiatan", "Sasaran Sub Kegiatan")


def _view(gambar: Gambar, nodes: int) -> Markup:
    legend = Markup("").join(
        Markup('<span><i class="warna t{}"></i>{}</span>').format(value, label) for value, label in enumerate(_LEVELS)
    )
    return Markup(
        '<div class="pandang"><div class="bingkai">{}'
        '<div class="tombol-zum" role="group" aria-label="Perbesaran" hidden>'
        '<button type="button" class="tombol" data-zum="-1" aria-label="Perkecil">−</button>'
        '<button type="button" class="tombol" data-zum="1" aria-label="Perbesar">+</button>'
        '<button type="button" class="tombol" data-zum="0">Seluruhnya</button></div></div>'
        '<aside class="panel" id="panel" aria-labelledby="panel-judul" tabindex="-1" hidden></aside></div>'
        '<p class="petunjuk">{}<span><i class="warna tl"></i>Lintas perangkat daerah</span><span class="papan" hidden>'
        "Seret menggeser · roda tetikus memperbesar · <kbd>←</kbd> <kbd>↑</kbd> <kbd>→</kbd> <kbd>↓</kbd> berpindah · "
        "<kbd>Enter</kbd> membuka · <kbd>Esc</kbd> menutup · <kbd>/</kbd> mencari</span></p>"
    ).format(
        tree.drawing(gambar, f"Pohon kinerja dengan {nodes} kinerja; isinya sama dengan daftar di bawahnya"), legend
    )


def _cycle(bahan: BahanLaporan) -> str:
    siklus = bahan.rencana.siklus
    parts = [
        "Laporan pohon kinerja",
        f"Perjanjian Kinerja {siklus.tahun}" if siklus.tahun is not None else "tahun belum diisi",
        f"Renstra {siklus.periode[0]}–{siklus.periode[1]}" if siklus.periode else "",
    ]
    return " · ".join(part for part in parts if part)


def _about_findings(bahan: BahanLaporan) -> str:
    if not bahan.temuan:
        return ""
    strict = " Dihitung dengan --final: isian kosong adalah galat." if bahan.final else ""
    return (
        "Galat menghentikan pembangunan, peringatan perlu dilihat orang, saran boleh dibiarkan. "
        f"Sel ditulis seperti di kotak nama Excel.{strict}"
    )


def _about_documents(bahan: BahanLaporan) -> str:
    lacking = sum(bool(bahan.tanda(entry)) for entry in bahan.dokumen)
    if not lacking:
        return "Klik untuk membuka berkasnya." if bahan.dokumen else ""
    return f"{lacking} dokumen masih memuat tanda di tempat isian yang kosong; buka rinciannya untuk melihat sel mana."
