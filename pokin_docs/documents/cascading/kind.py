"""The kinds of document that a cascading is: a workbook with merged paths and a flat list, and a paper."""

from __future__ import annotations

from pokin_docs.documents.about import AboutDocument, plain_text, printed_day
from pokin_docs.documents.cascading.build import build_cascading, build_cascading_word
from pokin_docs.documents.cascading.content import Cascading
from pokin_docs.documents.cascading.form import CASCADING_FORM
from pokin_docs.documents.cascading.shipped import SHA256
from pokin_docs.documents.cascading.shipped_sheet import SHA256 as SHA256_SHEET
from pokin_docs.documents.facts import Fact, FactKind, measure_facts, text_facts
from pokin_docs.documents.kind import DocumentKind, Dokumen, Writer, year_of_pk
from pokin_docs.documents.signing import BY_HEAD

_LEVELS = ("sasaran_sub_kegiatan", "sasaran_kegiatan", "sasaran_program", "sasaran", "tujuan")
"""From the lowest: the first that a path has is the one it is about."""
FACTS = (
    Fact(FactKind.KINERJA, "daftar_simpul[].kinerja"),
    Fact(FactKind.INDIKATOR, "daftar_simpul[].daftar_indikator[].indikator"),
    Fact(FactKind.SATUAN, "daftar_simpul[].daftar_indikator[].satuan"),
    Fact(FactKind.TARGET, "daftar_simpul[].daftar_indikator[].target"),
    Fact(FactKind.OWNER, "daftar_simpul[].penanggung_jawab"),
    *text_facts("daftar_simpul[].daftar_indikator[]", "kondisi_awal", "penanggung_jawab"),
)
_PATHS = (
    *(Fact(FactKind.KINERJA, f"daftar_jalur[].{level}.kinerja") for level in _LEVELS),
    Fact(FactKind.OWNER, "daftar_jalur[].penanggung_jawab"),
    *(fact for level in _LEVELS for fact in measure_facts("", f"daftar_jalur[].{level}.daftar_indikator[]")[1:]),
)
"""What the merged sheet says: each level has its own columns."""


def _about(content: object) -> AboutDocument:
    assert isinstance(content, Cascading)
    agency = plain_text(content.perangkat_daerah.nama)
    return AboutDocument(f"Cascading Kinerja {plain_text(content.tahun)}", agency, printed_day(content.tanggal))


def _title(document: Dokumen) -> str:
    return "Cascading (Excel)" if document.path.endswith(Writer.TABLE.value) else "Cascading"


CASCADING = DocumentKind(
    kode="cascading",
    group="cascading",
    nama="Cascading (Excel)",
    content=Cascading,
    build=build_cascading,
    templat=("cascading.xlsx",),
    facts=(*FACTS, *_PATHS),
    time=year_of_pk,
    form=CASCADING_FORM,
    shipped=SHA256_SHEET,
    writer=Writer.TABLE,
    title=_title,
    about=_about,
)

CASCADING_WORD = DocumentKind(
    kode="cascading-word",
    group="cascading",
    nama="Cascading",
    content=Cascading,
    build=build_cascading_word,
    templat=("cascading.docx",),
    facts=FACTS,
    time=year_of_pk,
    form=CASCADING_FORM,
    shipped=SHA256,
    title=_title,
    about=_about,
    signing=BY_HEAD,
)
