"""The Renstra of a workbook: the whole and one document per chapter, all from one template (domain.md 2.2)."""

from __future__ import annotations

from dataclasses import replace

from pokin_docs.documents.head import head_of_agency
from pokin_docs.documents.kind import Dokumen
from pokin_docs.documents.material import Material
from pokin_docs.documents.printed import agency, identity_text, is_changed_plan
from pokin_docs.documents.renstra import direction, funding, programs, services
from pokin_docs.documents.renstra.content import Renstra
from pokin_docs.documents.renstra.outline import OUTLINE_2017, OUTLINE_2025, Outline
from pokin_docs.documents.renstra.places import asks_for_2017
from pokin_docs.documents.renstra.years import period_mark, planned_years, target_years, year_cells
from pokin_docs.documents.values import Tanda, Text, missing
from pokin_docs.model.cycle import YEAR_COLUMNS
from pokin_docs.model.first_pages import first_page
from pokin_docs.model.levels import KomponenPerencanaan
from pokin_docs.model.rows import Isian


def build_renstra(material: Material) -> tuple[Dokumen, ...]:
    """The Renstra of Inmendagri 2/2025."""
    return () if asks_for_2017(material.workbook.identitas) else build_by_outline(OUTLINE_2025, "renstra", material)


def build_renstra_2017(material: Material) -> tuple[Dokumen, ...]:
    """The Renstra of Permendagri 86/2017, where Identitas asks for it."""
    return build_by_outline(OUTLINE_2017, "renstra-86", material) if asks_for_2017(material.workbook.identitas) else ()


def build_by_outline(outline: Outline, kode: str, material: Material) -> tuple[Dokumen, ...]:
    """The whole Renstra, then one document per chapter, all from one template.

    Args:
        outline: The chapters in order.
        kode: ``kode`` of the kind.
        material: What it is made from.
    """
    periode = material.cycle.periode
    label = f"{periode[0]}-{periode[1]}" if periode else "tanpa-periode"
    whole = _content(outline, material)
    source = tuple(
        indikator.text.source for kinerja in material.tree.kinerja for indikator in kinerja.indikator
    )  # fmt: skip
    folder = outline.folder
    documents = [Dokumen(kode, f"{folder}/{outline.file}_{label}.docx", outline.templates(None), whole, source)]
    for no, chapter in enumerate(outline.chapters, start=1):
        part = replace(
            whole, bagian=outline.parts(chapter), halaman_awal=first_page(material.workbook.identitas, no) or ""
        )
        documents.append(Dokumen(kode, f"{folder}/Bab-{no}.docx", outline.templates(chapter), part, source))
    return tuple(documents)


def _content(outline: Outline, material: Material) -> Renstra:
    periode, tahun = material.cycle.periode, target_years(material)
    outcome = material.workbook.tahap1[0] if material.workbook.tahap1 else None
    pihak = head_of_agency(material)
    unknown = period_mark(material)
    labels = year_cells([str(year) for year in tahun], unknown)
    return outline.content(
        bagian=outline.parts(None),
        tahun_awal=str(periode[0]) if periode else unknown,
        tahun_akhir=str(periode[1]) if periode else unknown,
        tahun_dasar=str(tahun[0] - 1) if tahun else unknown,
        tahun_lanjut=str(periode[1] + 1) if periode else unknown,
        daftar_tahun=labels,
        daftar_tahun_rencana=_planned(material, unknown),
        daftar_tahap=direction.stage_headings(material),
        kertas_f4=funding.in_thousands(material),
        tempat=identity_text(material.workbook, "tempat"),
        perangkat_daerah=agency(material.workbook),
        kepala_jabatan=pihak.jabatan,
        kepala=pihak,
        outcome=_outcome(material, outcome.outcome if outcome else None),
        mandat=outcome.mandat.text if outcome else "",
        permasalahan_outcome=outcome.permasalahan.text if outcome else "",
        harapan=outcome.harapan.text if outcome else "",
        daftar_permasalahan=tuple(direction.problems(material)),
        daftar_isu=tuple(direction.issues(material)),
        daftar_tujuan_sasaran=tuple(direction.goals(material)),
        daftar_strategi=tuple(direction.strategies(material)),
        daftar_perumusan=tuple(programs.formulation(material)),
        daftar_pendanaan=tuple(funding.funding(material)),
        daftar_iku=tuple(direction.iku(material)),
        daftar_lintas=tuple(direction.partners(material)),
        daftar_cascading=tuple(programs.cascading(material)),
        daftar_tahun_lalu=services.past_labels(material),
        daftar_kinerja_pelayanan=tuple(services.services(material)),
        daftar_anggaran_realisasi=tuple(services.budgets(material)),
        daftar_faktor=tuple(services.factors(material)),
        daftar_prioritas=tuple(services.priorities(material)),
        daftar_ikk=tuple(services.key_indicators(material)),
        daftar_pegawai_golongan=tuple(services.resources(material).people(services.PEOPLE)),
        daftar_pegawai_pendidikan=tuple(services.resources(material).people(services.EDUCATION)),
        daftar_sarana=tuple(services.resources(material).things()),
        daftar_kelompok_sasaran=tuple(services.clients(material)),
        daftar_pohon=material.tree_pictures,
        perubahan=is_changed_plan(material.workbook),
        **outline.more(material),
    )


def _planned(material: Material, unknown: Tanda) -> tuple[Text, ...]:
    """The heads of the years of table 4.2; where none is known five marks, as that many are common."""
    years: list[Text] = [str(year) for year in planned_years(material)]
    years = years or [unknown] * (YEAR_COLUMNS - 1)
    return (*years, *("",) * (YEAR_COLUMNS - len(years)))


def _outcome(material: Material, isian: Isian | None) -> Text:
    if isian:
        return isian.text
    tujuan = material.tree.at_level(KomponenPerencanaan.TUJUAN)
    return (
        tujuan[0].text.text if tujuan else missing("outcome", isian.source if isian is not None else "lembar Tahap 1")
    )
