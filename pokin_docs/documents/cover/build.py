"""The cover of the bound PKs, one for the year."""

from __future__ import annotations

from collections.abc import Iterator

from pokin_docs.documents.cover.content import CoverSheet, SignedPaper, SigningUnit
from pokin_docs.documents.kind import Dokumen
from pokin_docs.documents.material import Material
from pokin_docs.documents.official_papers import (
    days_of_paper,
    official_of_paper,
    paper_date,
    post_of_paper,
    superior_of_paper,
)
from pokin_docs.documents.printed import agency, is_changed, written_year, year_of_files
from pokin_docs.documents.structure_order import in_order_of_structure

TEMPLATE = "sampul-pk.docx"


def build_cover(material: Material) -> Iterator[Dokumen]:
    """The cover; none where there is no PK."""
    units: dict[str, list[SignedPaper]] = {}
    for number, (unit, paper) in enumerate(in_order_of_structure(material.papers, post_of_paper, material.posts), 1):
        units.setdefault(unit, []).append(
            SignedPaper(
                str(number),
                official_of_paper(paper, material),
                superior_of_paper(paper, material),
                days_of_paper(paper),
            )
        )
    if not units:
        return
    tahun = year_of_files(material.cycle)
    content = CoverSheet(
        tahun=written_year(material.cycle),
        perangkat_daerah=agency(material.workbook),
        daftar_unit=tuple(SigningUnit(unit, tuple(papers)) for unit, papers in units.items()),
        jumlah=str(len(material.papers)),
        tanggal=paper_date(material.papers[0], material.cycle),
        perubahan=is_changed(material.workbook),
    )
    cells = tuple(paper.share.pejabat.baris.id.source for paper in material.papers if paper.share.pejabat is not None)
    yield Dokumen("sampul-pk", f"Cetak/Sampul-PK_{tahun}.docx", (TEMPLATE,), content, tuple(dict.fromkeys(cells)))
