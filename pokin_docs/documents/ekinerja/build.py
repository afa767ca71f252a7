"""The SKPs of all officials in one table: what stands in the documents, a row per indicator."""

from __future__ import annotations

from collections.abc import Iterator

from pokin_docs.documents.ekinerja.content import EntryRow, EntryTable
from pokin_docs.documents.kind import Dokumen
from pokin_docs.documents.material import Material
from pokin_docs.documents.official_papers import official_of_paper, paper_cells, paper_date
from pokin_docs.documents.printed import agency, written_year, year_of_files
from pokin_docs.documents.skp.results import Results
from pokin_docs.model.owned_rows import OfficialPaper

TEMPLATE = "skp-e-kinerja.xlsx"
_MAIN = "Utama"


def build_entry_table(material: Material) -> Iterator[Dokumen]:
    """The one table, of the year's papers; none where nobody has a PK."""
    if not material.papers:
        return
    results = Results(material)
    rows = tuple(row for paper in material.papers for row in _rows(paper, material, results))
    year = year_of_files(material.cycle)
    content = EntryTable(
        tahun=written_year(material.cycle),
        tanggal=paper_date(material.papers[0], material.cycle),
        perangkat_daerah=agency(material.workbook),
        daftar_baris=rows,
    )
    cells = dict.fromkeys(cell for paper in material.papers for cell in paper_cells(paper))
    yield Dokumen("skp-e-kinerja", f"SKP/SKP-e-Kinerja_{year}.xlsx", (TEMPLATE,), content, tuple(cells))


def _rows(paper: OfficialPaper, material: Material, results: Results) -> Iterator[EntryRow]:
    nip = official_of_paper(paper, material).nip
    for result in results.of_paper(paper):
        for measure in result.daftar_indikator:
            yield EntryRow(
                nip=nip,
                rhk_atasan=result.rhk_atasan,
                jenis=_MAIN,
                rhk=result.rhk,
                aspek=measure.aspek,
                indikator=measure.indikator,
                target=measure.target,
                satuan=measure.satuan,
            )
