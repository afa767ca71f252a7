"""The kinds of documents that the tables T-C.29 and T-C.33 are."""

from __future__ import annotations

from pokin_docs.documents.about import AboutDocument, plain_text, printed_day
from pokin_docs.documents.facts import Fact, FactKind, text_facts
from pokin_docs.documents.kind import DocumentKind, year_of_pk
from pokin_docs.documents.renja import shipped_29, shipped_33
from pokin_docs.documents.renja.build import build_past, build_planned
from pokin_docs.documents.renja.content import RenjaPast, RenjaPlan
from pokin_docs.documents.renja.form import PAST_FORM, PLANNED_FORM


def _about(content: object) -> AboutDocument:
    assert isinstance(content, RenjaPast | RenjaPlan)
    table = "T-C.29" if isinstance(content, RenjaPast) else "T-C.33"
    agency = plain_text(content.perangkat_daerah.nama)
    # It prints no day; of the file it is the first of its year.
    day = printed_day(f"1-1-{plain_text(content.tahun)}")
    return AboutDocument(f"Renja {plain_text(content.tahun)}, Tabel {table} – {agency}", agency, day)


RENJA_PAST = DocumentKind(
    kode="renja-29",
    group="rkt",
    nama="Renja Tabel T-C.29",
    content=RenjaPast,
    build=build_past,
    templat=("renja-tc-29.docx",),
    facts=(
        Fact(FactKind.INDIKATOR, "daftar_baris[].indikator"),
        Fact(FactKind.SATUAN, "daftar_baris[].satuan"),
        Fact(FactKind.TARGET, "daftar_baris[].target_akhir", "tahun_akhir"),
        Fact(FactKind.TARGET, "daftar_baris[].target_n1", "tahun_n1"),
        Fact(FactKind.TARGET, "daftar_baris[].target_n2", "tahun_n2"),
        Fact(FactKind.REALISED, "daftar_baris[].realisasi_lalu", "tahun_n3"),
        Fact(FactKind.REALISED, "daftar_baris[].realisasi_n2", "tahun_n2"),
        Fact(FactKind.REALISED, "daftar_baris[].realisasi_n1", "tahun_n1"),
        *text_facts("daftar_baris[]", "uraian", "tingkat_n2", "tingkat_renstra"),
        Fact(FactKind.CODE, "daftar_baris[].kode"),
    ),
    time=year_of_pk,
    form=PAST_FORM,
    shipped=shipped_29.SHA256,
    needs=frozenset(("program",)),
    title="Renja, Tabel T-C.29",
    about=_about,
)
RENJA_PLANNED = DocumentKind(
    kode="renja-33",
    group="rkt",
    nama="Renja Tabel T-C.33",
    content=RenjaPlan,
    build=build_planned,
    templat=("renja-tc-33.docx",),
    facts=(
        Fact(FactKind.INDIKATOR, "daftar_baris[].indikator"),
        Fact(FactKind.TARGET, "daftar_baris[].target"),
        Fact(FactKind.SATUAN, "daftar_baris[].satuan"),
        Fact(FactKind.MONEY, "daftar_baris[].pagu"),
        Fact(FactKind.TARGET, "daftar_baris[].target_maju", "tahun_maju"),
        Fact(FactKind.MONEY, "daftar_baris[].pagu_maju", "tahun_maju"),
        Fact(FactKind.MONEY, "jumlah_pagu_maju", "tahun_maju"),
        *text_facts("daftar_baris[]", "uraian", "lokasi", "sumber_dana", "catatan"),
        Fact(FactKind.CODE, "daftar_baris[].kode"),
        Fact(FactKind.MONEY, "jumlah_pagu"),
    ),
    time=year_of_pk,
    form=PLANNED_FORM,
    shipped=shipped_33.SHA256,
    needs=frozenset(("program",)),
    title="Renja, Tabel T-C.33",
    about=_about,
)
