"""Rules P110 and P111: what a Renja asks of Program is filled in, and agrees with the Renstra (domain-2 5.3)."""

from __future__ import annotations

from collections.abc import Iterator

from pokin_docs.documents.plan import Plan
from pokin_docs.model.findings import Temuan, temuan
from pokin_docs.model.measured import measured, number
from pokin_docs.model.printing import number_text, rupiah
from pokin_docs.model.programs import CodeKind
from pokin_docs.model.ranges import first_cells
from pokin_docs.model.rows import BukuKerja
from pokin_docs.model.tree import Indikator
from pokin_docs.model.workbook_spec import PROGRAM

_ASKED = ("lokasi", "sumber_dana", "kelompok_sasaran")


def columns_filled(buku: BukuKerja, plan: Plan) -> Iterator[Temuan]:
    """P110: what most sub kegiatan say, all say; one finding for a column."""
    lines = [entry.baris for entry in plan.program.at_level(CodeKind.SUB_KEGIATAN)]
    for kunci in _ASKED:
        if not buku.has("program", kunci):
            continue
        blank = [getattr(row, kunci).source for row in lines if not getattr(row, kunci)]
        if blank and 2 * len(blank) <= len(lines):
            title = PROGRAM.kolom_of(kunci).title
            yield temuan("P110", blank[0], kolom=title, jumlah=len(blank), sel=first_cells(blank))


def outlook_agrees(buku: BukuKerja, plan: Plan) -> Iterator[Temuan]:
    """P111: an outlook that is not that of the Renstra has a note that says why."""
    year = plan.cycle.tahun
    if year is None or not (buku.has("program", "prakiraan_pagu") or buku.has("program", "prakiraan_target")):
        return
    indicators: dict[str, list[Indikator]] = {}
    for kinerja in plan.pohon.kinerja:
        for kode in kinerja.kode:
            indicators.setdefault(kode, []).extend(one for one in kinerja.indikator if one.text)
    for entry in plan.program.program_lines:
        row = entry.baris
        if row.catatan or plan.program.find(entry.kode) is not entry:
            continue
        money, planned = row.prakiraan_pagu.number, entry.rupiah(year + 1)
        if money is not None and planned is not None and money != planned:
            yield temuan(
                "P111", row.prakiraan_pagu.source, apa="Pagu", isi=f"Rp{rupiah(money)}", tahun=year + 1,
                lain=f"Rp{rupiah(planned)}", kode=entry.kode,
            )  # fmt: skip
        own = indicators.get(entry.kode, [])
        target = own[0].target.get(year + 1) if len(own) == 1 else None
        ours, theirs = number(row.prakiraan_target), number(target) if target else None
        if target and ours is not None and theirs is not None and ours != theirs:
            yield temuan(
                "P111", row.prakiraan_target.source, apa="Target", isi=number_text(ours), tahun=year + 1,
                lain=measured(target, own[0].baris.satuan), kode=entry.kode,
            )  # fmt: skip


RULES = (columns_filled, outlook_agrees)
