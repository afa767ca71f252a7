"""One Perjanjian Kinerja per official: which rows, which parties, which budget (domain.md 1.5, 1.6)."""

from __future__ import annotations

from pokin_docs.documents.kind import Dokumen
from pokin_docs.documents.material import Material
from pokin_docs.documents.official_names import name_files
from pokin_docs.documents.official_papers import (
    days_of_paper,
    official_of_paper,
    paper_cells,
    paper_date,
    post_of_paper,
    superior_of_paper,
)
from pokin_docs.documents.pk.budget import budget_table, compared_budget
from pokin_docs.documents.pk.content import IndikatorPk, PerjanjianKinerja, SasaranPk
from pokin_docs.documents.pk.pages import paged
from pokin_docs.documents.printed import (
    agency,
    identity,
    identity_text,
    is_changed,
    measure_of,
    target_of,
    written_year,
)
from pokin_docs.documents.values import filled
from pokin_docs.model.levels import JenisPk
from pokin_docs.model.owned_rows import OfficialPaper
from pokin_docs.model.tree import Indikator, Kinerja


def build_pk(material: Material) -> tuple[Dokumen, ...]:
    """One PK for each official and class, one for rows without owner, and those that follow in the year."""
    names = name_files(material.papers, material.tree, material.cycle, folder="PK", stem="PK")
    return tuple(_document(paper, material, name) for paper, name in zip(material.papers, names, strict=True))


def _document(paper: OfficialPaper, material: Material, path: str) -> Dokumen:
    part = paper.share
    anggaran, total = budget_table(part, material)
    anggaran, total_semula, total_selisih = compared_budget(part, material, anggaran, total)
    content = PerjanjianKinerja(
        jenis_pk=part.pk_class.value,
        tahun=written_year(material.cycle),
        nomor=identity(material.workbook, "nomor").clean,
        tempat=identity_text(material.workbook, "tempat"),
        tanggal=paper_date(paper, material.cycle),
        perangkat_daerah=agency(material.workbook),
        pihak_pertama=official_of_paper(paper, material),
        pihak_kedua=superior_of_paper(paper, material),
        daftar_sasaran=tuple(
            _sasaran(no, kinerja, indikator, material) for no, (kinerja, indikator) in enumerate(part.kinerja, start=1)
        ),
        daftar_anggaran=anggaran,
        total_anggaran=total,
        pakai_kop=part.pk_class is not JenisPk.JPT,
        id_jabatan=post_of_paper(paper),
        perubahan=is_changed(material.workbook),
        total_semula=total_semula,
        total_selisih=total_selisih,
    )
    return Dokumen(
        "pk",
        path,
        (f"pk-{part.pk_class.value}.docx", "pk.docx"),
        paged(content),
        tuple(paper_cells(paper)),
        post=post_of_paper(paper),
        valid=days_of_paper(paper),
    )


def _sasaran(no: int, kinerja: Kinerja, indicators: tuple[Indikator, ...], material: Material) -> SasaranPk:
    return SasaranPk(str(no), filled(kinerja.text, "kinerja"), tuple(_indikator(item, material) for item in indicators))


def _indikator(indikator: Indikator, material: Material) -> IndikatorPk:
    year = material.cycle.tahun
    now = indikator.target.get(year) if year is not None else None
    before = material.workbook.before_the_change.get(now.source) if now is not None else None
    return IndikatorPk(
        indikator=filled(indikator.text, "indikator"),
        target=written_year(material.cycle) if year is None else target_of(indikator, year),
        satuan=filled(indikator.baris.satuan, "satuan"),
        target_semula=measure_of(before, indikator, "target semula") if before else "",
    )
