"""What stands above all: names, the planning cycle, the head figures; and how the levels are called and coloured."""

from __future__ import annotations

from pokin_docs.model.levels import LABEL_LINTAS, KomponenPerencanaan
from pokin_docs.model.programs import KODE_KOMPONEN
from pokin_docs.report.html.material import BahanLaporan


def head(bahan: BahanLaporan) -> dict[str, object]:
    """Parts of the page by their names in the templates."""
    said = {key: isian.bersih for key, isian in bahan.buku.identitas.items()}
    siklus = bahan.rencana.siklus
    return {
        "nama": said.get("nama_pd") or bahan.buku.nama,
        "pemda": said.get("pemda", ""),
        "cycle": (
            "Laporan pohon kinerja",
            f"Perjanjian Kinerja {siklus.tahun}" if siklus.tahun is not None else "tahun belum diisi",
            *([f"Renstra {siklus.periode[0]}–{siklus.periode[1]}"] if siklus.periode else []),
        ),
        "figures": _figures(bahan),
        "colours": {komponen.label: komponen.value for komponen in KomponenPerencanaan},
        "coded": frozenset(komponen.label for komponen in KODE_KOMPONEN),
        "lintas": LABEL_LINTAS[2],
    }


def _figures(bahan: BahanLaporan) -> dict[str, object]:
    """Counts of nodes, indicators and documents; the budget in the year of the PK, else in the first that has one."""
    nodes, tahun, years = bahan.rencana.pohon.kinerja, bahan.rencana.siklus.tahun, bahan.tahun_pagu
    shown = tahun if tahun in years or not years else years[0]
    return {
        "kinerja": len(nodes),
        "indikator": sum(bool(item.teks) for kinerja in nodes for item in kinerja.indikator),
        "dokumen": len(bahan.dokumen),
        "lengkap": sum(not bahan.tanda(entry) for entry in bahan.dokumen),
        "tahun": shown,
        "pagu": bahan.total_pagu(shown) if shown is not None else None,
    }
