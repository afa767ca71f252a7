"""One SKP per paper of an official: whoever has a PK has an SKP, with the same words and numbers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

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
from pokin_docs.documents.printed import agency, identity_text, written_year
from pokin_docs.documents.skp.content import SkpPaper
from pokin_docs.documents.skp.pages import paged
from pokin_docs.documents.skp.results import Results
from pokin_docs.documents.values import PerangkatDaerah, Text
from pokin_docs.model.action_rows import SkpRow
from pokin_docs.model.levels import JenisPk
from pokin_docs.model.owned_rows import OfficialPaper
from pokin_docs.model.posts import Pejabat
from pokin_docs.model.printing import tanggal_by
from pokin_docs.model.rows import BLANK, BukuKerja, Isian
from pokin_docs.model.source import CellRef
from pokin_docs.model.texts import fold

TEMPLATE = "skp.docx"
_FIRST_DAY, _LAST_DAY = "1 JANUARI", "31 DESEMBER"
_VALUES = 7


def build_skp(material: Material) -> Iterator[Dokumen]:
    """The SKP of each paper, in the order of the PKs."""
    results, rows = Results(material), rows_by_post(material.workbook)
    names = name_files(material.papers, material.tree, material.cycle, folder="SKP", stem="SKP")
    for paper, path in zip(material.papers, names, strict=True):
        row = rows.get(fold(post_of_paper(paper)))
        content = skp_of(paper, material, results, row)
        yield Dokumen(
            "skp", path, (TEMPLATE,), paged(content), tuple(_cells(paper, row)),
            post=post_of_paper(paper), valid=days_of_paper(paper),
        )  # fmt: skip


def rows_by_post(buku: BukuKerja) -> Mapping[str, SkpRow]:
    """The first row of the sheet SKP about each post, by its folded ID."""
    return {fold(row.pejabat_id.text): row for row in reversed(buku.rows_of(SkpRow, "skp")) if row.pejabat_id}


def skp_of(paper: OfficialPaper, material: Material, results: Results, row: SkpRow | None) -> SkpPaper:
    """What the SKP of a paper says.

    Args:
        paper: The paper.
        material: For agency, place and dates.
        results: The results of all officials.
        row: What the sheet SKP says of the post; None where it says nothing.
    """
    part, office = paper.share, agency(material.workbook)
    high = part.pk_class is JenisPk.JPT
    return SkpPaper(
        jpt=high,
        kualitatif=_is_qualitative(row, part.pejabat),
        tahun=written_year(material.cycle),
        periode_mulai=_FIRST_DAY if paper.since is None else tanggal_by(paper.since, "d MMMM").upper(),
        periode_selesai=_LAST_DAY if paper.last_day is None else tanggal_by(paper.last_day, "d MMMM").upper(),
        tempat=identity_text(material.workbook, "tempat"),
        tanggal=paper_date(paper, material.cycle),
        perangkat_daerah=office,
        pegawai=official_of_paper(paper, material),
        unit_pegawai=_unit(part.pejabat, office),
        penilai=superior_of_paper(paper, material),
        unit_penilai=office.pemda if high else _unit(paper.superior, office),
        daftar_hasil=tuple(results.of_paper(paper)),
        ekspektasi=tuple(cell.clean for cell in row.expectations) if row is not None else ("",) * _VALUES,
        dukungan=_lines(row.dukungan if row is not None else BLANK),
        pertanggungjawaban=_lines(row.pertanggungjawaban if row is not None else BLANK),
        konsekuensi=_lines(row.konsekuensi if row is not None else BLANK),
        id_jabatan=post_of_paper(paper),
    )


def _is_qualitative(row: SkpRow | None, post: Pejabat | None) -> bool:
    said = (row.pendekatan if row is not None else BLANK) or (post.baris.pendekatan if post is not None else BLANK)
    return fold(said.text).endswith("kualitatif")


def _unit(post: Pejabat | None, office: PerangkatDaerah) -> Text:
    return post.baris.bidang.clean or office.nama if post is not None else office.nama


def _lines(cell: Isian) -> tuple[str, ...]:
    lines = (line.strip() for line in cell.text.splitlines())
    return tuple(line for line in lines if line)


def _cells(paper: OfficialPaper, row: SkpRow | None) -> Iterator[CellRef]:
    yield from paper_cells(paper)
    if row is not None:
        yield row.source
