"""One Rencana Aksi per paper of an official, and one of the agency: rows of the PK and the way to their targets."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from pokin_docs.documents.head import PromisedRows, head_of_agency, heads_of_agency, rows_of_head
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
from pokin_docs.documents.pk.budget import budget_table
from pokin_docs.documents.printed import agency, identity, identity_text, is_changed, written_year, year_of_files
from pokin_docs.documents.renaksi.content import ActionPlan, ActionSasaran
from pokin_docs.documents.renaksi.money import (
    MoneyRow,
    MoneyTable,
    money_of_agency,
    money_of_share,
    money_of_steps,
    money_table,
)
from pokin_docs.documents.renaksi.pages import paged
from pokin_docs.documents.renaksi.steps import StepBook
from pokin_docs.documents.values import Text, filled
from pokin_docs.model.action_rows import RenaksiRow
from pokin_docs.model.levels import JenisPk
from pokin_docs.model.owned_rows import OfficialPaper, PkShare

TEMPLATE, AGENCY_TEMPLATE = "rencana-aksi.docx", "rencana-aksi-pd.docx"


def build_action_plans(material: Material) -> Iterator[Dokumen]:
    """The Rencana Aksi of each official: whoever has a PK has one, with the same words and numbers."""
    book = StepBook(material)
    names = name_files(material.papers, material.tree, material.cycle, folder="Rencana-Aksi", stem="Rencana-Aksi")
    for paper, path in zip(material.papers, names, strict=True):
        part = paper.share
        money = money_table(_money(part, book, material))
        content = _content(paper, part.kinerja, material, book, money, budget_table(part, material)[1])
        yield Dokumen(
            "renaksi", path, (TEMPLATE,), paged(content), tuple(paper_cells(paper)),
            post=post_of_paper(paper), valid=days_of_paper(paper),
        )  # fmt: skip


def build_agency_plan(material: Material) -> Iterator[Dokumen]:
    """The Rencana Aksi of the agency: all that stands in PKs of the head, whoever answers for it."""
    rows, cycle = rows_of_head(material), material.cycle
    if not rows:
        return
    day = _paper_of_head(material, rows)
    book = StepBook(material)
    whole = money_table(money_of_agency(material))
    typed = money_table(money_of_steps(_typed(rows, book), material))
    money = typed if typed.rows else whole
    content = _content(day, rows, material, book, money, whole.total)
    year = year_of_files(cycle)
    cells = [kinerja.source for kinerja, _ in rows]
    yield Dokumen(
        "renaksi-pd",
        f"Kinerja/Rencana-Aksi_{year}.docx",
        (AGENCY_TEMPLATE, TEMPLATE),
        paged(replace(content, untuk_pd=True, pejabat=head_of_agency(material), id_jabatan="")),
        (*cells, *(item.text.source for _, indicators in rows for item in indicators)),
    )


def _money(part: PkShare, book: StepBook, material: Material) -> Iterable[MoneyRow]:
    """The money of the steps where the sheet Renaksi gives them some, else that of the PK in its smallest parts."""
    return tuple(money_of_steps(_typed(part.kinerja, book), material)) or money_of_share(part, material)


def _typed(rows: PromisedRows, book: StepBook) -> Iterator[RenaksiRow]:
    for _, indicators in rows:
        for indikator in indicators:
            yield from book.typed(indikator)


def _content(
    paper: OfficialPaper, rows: PromisedRows, material: Material, book: StepBook, money: MoneyTable, total: Text
) -> ActionPlan:
    post = post_of_paper(paper)
    sasaran = tuple(
        ActionSasaran(str(no), filled(kinerja.text, "kinerja"), tuple(book.indicators(kinerja, indicators, post)))
        for no, (kinerja, indicators) in enumerate(rows, start=1)
    )
    return ActionPlan(
        tahun=written_year(material.cycle),
        tempat=identity_text(material.workbook, "tempat"),
        tanggal=paper_date(paper, material.cycle),
        perangkat_daerah=agency(material.workbook),
        untuk_pd=False,
        pejabat=official_of_paper(paper, material),
        atasan=superior_of_paper(paper, material),
        bulanan=identity(material.workbook, "bentuk_renaksi").clean.casefold() == "bulanan",
        daftar_sasaran=sasaran,
        akhir_tahun=any(map(book.is_due_at_the_end, (item for _, indicators in rows for item in indicators))),
        daftar_anggaran=money.rows,
        jumlah_anggaran=money.total,
        jumlah_triwulan=money.quarters,
        total_anggaran=total if money.rows else "",
        per_triwulan=money.by_quarter,
        id_jabatan=post,
        perubahan=is_changed(material.workbook),
    )


def _paper_of_head(material: Material, rows: PromisedRows) -> OfficialPaper:
    """A paper of the day of the PK for the head of the agency."""
    heads = heads_of_agency(material.workbook, material.posts)
    head = heads[0] if heads else None
    superior = material.posts.get(material.superiors.get(head.id, "")) if head is not None else None
    cycle = material.cycle
    share = PkShare(JenisPk.JPT, head, rows)
    return OfficialPaper(share, superior, cycle.tanggal, of_identitas=cycle.tanggal_source is not None)
