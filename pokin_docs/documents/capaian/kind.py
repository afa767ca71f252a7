"""The kind of document that the workbook of a year's capaian is."""

from __future__ import annotations

from pokin_docs.documents.about import AboutDocument, plain_text, printed_day
from pokin_docs.documents.capaian.build import TEMPLATE, build_achieved_book
from pokin_docs.documents.capaian.content import AchievedBook
from pokin_docs.documents.capaian.shipped import SHA256
from pokin_docs.documents.facts import Fact, FactKind, measure_facts, text_facts
from pokin_docs.documents.kind import DocumentKind, Writer, year_of_pk


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
        Fact(FactKind.TARGET, "daftar_capaian[].target_tw", "so_far"),
        Fact(FactKind.REALISED, "daftar_capaian[].realisasi", "so_far"),
        Fact(FactKind.SHARE, "daftar_capaian[].capaian", "so_far"),
        Fact(FactKind.SHARE, "daftar_capaian[].capaian_tahun"),
        *text_facts("daftar_capaian[]", "tingkat", "jenis_hitung", "polaritas", "kategori"),
        Fact(FactKind.MONEY, "daftar_anggaran[].pagu"),
        Fact(FactKind.SPENT, "daftar_anggaran[].realisasi", "quarter_names"),
        Fact(FactKind.SPENT, "daftar_anggaran[].jumlah"),
        Fact(FactKind.SHARE, "daftar_anggaran[].persen"),
        *text_facts("daftar_anggaran[]", "sisa"),
        Fact(FactKind.INDIKATOR, "daftar_evaluasi[].indikator"),
        Fact(FactKind.SATUAN, "daftar_evaluasi[].satuan"),
        Fact(FactKind.TARGET, "daftar_evaluasi[].target_renstra", "tahun_akhir"),
        Fact(FactKind.TARGET, "daftar_evaluasi[].target"),
        Fact(FactKind.MONEY, "daftar_evaluasi[].pagu"),
        Fact(FactKind.OWNER, "daftar_evaluasi[].penanggung_jawab"),
        Fact(FactKind.REALISED, "daftar_evaluasi[].realisasi_tw", "so_far"),
        Fact(FactKind.REALISED, "daftar_evaluasi[].realisasi"),
        Fact(FactKind.SPENT, "daftar_evaluasi[].anggaran_tw", "quarter_names"),
        Fact(FactKind.SPENT, "daftar_evaluasi[].anggaran"),
        *text_facts(
            "daftar_evaluasi[]",
            "uraian",
            "pagu_renstra",
            "realisasi_lalu",
            "anggaran_lalu",
            "anggaran_kumulatif",
            "tingkat_kinerja",
            "tingkat_anggaran",
        ),
    ),
    time=year_of_pk,
    shipped=SHA256,
    needs=frozenset(("realisasi",)),
    writer=Writer.TABLE,
    about=_about,
)
