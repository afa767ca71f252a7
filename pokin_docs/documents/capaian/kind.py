"""The kind of document that the workbook of a year's capaian is."""

from __future__ import annotations

from pokin_docs.documents.about import AboutDocument, plain_text, printed_day
from pokin_docs.documents.capaian.build import TEMPLATE, build_achieved_book
from pokin_docs.documents.capaian.content import AchievedBook
from pokin_docs.documents.capaian.shipped import SHA256
from pokin_docs.documents.kind import DocumentKind, Fact, FactKind, Writer, measure_facts, year_of_pk


def _about(content: object) -> AboutDocument:
    assert isinstance(content, AchievedBook)
    year = plain_text(content.tahun)
    # It is read all through the year; of the file it is the last day of it.
    day = printed_day(f"31-12-{year}")
    return AboutDocument(f"Capaian Kinerja dan Anggaran {year}", plain_text(content.perangkat_daerah.nama), day)


CAPAIAN = DocumentKind(
    kode="capaian",
    in_proof="Capaian (Excel)",
    group="capaian",
    nama="Capaian Kinerja dan Anggaran",
    content=AchievedBook,
    build=build_achieved_book,
    templat=(TEMPLATE,),
    facts=(
        *measure_facts("daftar_capaian[].kinerja", "daftar_capaian[]"),
        Fact(FactKind.OWNER, "daftar_capaian[].penanggung_jawab"),
        Fact(FactKind.MONEY, "daftar_anggaran[].pagu"),
        Fact(FactKind.INDIKATOR, "daftar_evaluasi[].indikator"),
        Fact(FactKind.SATUAN, "daftar_evaluasi[].satuan"),
        Fact(FactKind.TARGET, "daftar_evaluasi[].target_renstra", "tahun_akhir"),
        Fact(FactKind.TARGET, "daftar_evaluasi[].target"),
        Fact(FactKind.MONEY, "daftar_evaluasi[].pagu"),
    ),
    time=year_of_pk,
    shipped=SHA256,
    needs=frozenset(("realisasi",)),
    writer=Writer.TABLE,
    about=_about,
)
