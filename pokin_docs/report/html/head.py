"""What stands above all: names, the planning cycle, the head figures; and how the levels are called and coloured."""

from __future__ import annotations

from pokin_docs.model.levels import LINTAS_LABEL, KomponenPerencanaan
from pokin_docs.model.programs import KOMPONEN_OF_KODE
from pokin_docs.report.html.material import ReportMaterial


def head(material: ReportMaterial) -> dict[str, object]:
    """Parts of the page by their names in the templates."""
    said = {key: isian.clean for key, isian in material.buku.identitas.items()}
    cycle = material.plan.cycle
    return {
        "nama": said.get("nama_pd") or material.buku.nama,
        "pemda": said.get("pemda", ""),
        "cycle": (
            "Laporan pohon kinerja",
            f"Perjanjian Kinerja {cycle.tahun}" if cycle.tahun is not None else "tahun belum diisi",
            *([f"Renstra {cycle.periode[0]}–{cycle.periode[1]}"] if cycle.periode else []),
        ),
        "figures": _figures(material),
        "colours": {komponen.label: komponen.value for komponen in KomponenPerencanaan},
        "coded": frozenset(komponen.label for komponen in KOMPONEN_OF_KODE),
        "lintas": LINTAS_LABEL[2],
    }


def _figures(material: ReportMaterial) -> dict[str, object]:
    """Counts of nodes, indicators and documents; the budget in the year of the PK, else in the first that has one."""
    nodes, tahun, years = material.plan.pohon.kinerja, material.plan.cycle.tahun, material.pagu_years
    shown = tahun if tahun in years or not years else years[0]
    return {
        "kinerja": len(nodes),
        "indikator": sum(bool(item.text) for kinerja in nodes for item in kinerja.indikator),
        "dokumen": len(material.dokumen),
        "lengkap": sum(not material.tanda(entry) for entry in material.dokumen),
        "tahun": shown,
        "pagu": material.total_pagu(shown) if shown is not None else None,
    }
