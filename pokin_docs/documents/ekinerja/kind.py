"""The kind of document that the table for e-Kinerja is."""

from __future__ import annotations

from pokin_docs.documents.about import AboutDocument, plain_text, printed_day
from pokin_docs.documents.ekinerja.build import TEMPLATE, build_entry_table
from pokin_docs.documents.ekinerja.content import EntryTable
from pokin_docs.documents.ekinerja.shipped import SHA256
from pokin_docs.documents.facts import measure_facts, text_facts
from pokin_docs.documents.kind import DocumentKind, Writer, year_of_pk


def _about(content: object) -> AboutDocument:
    assert isinstance(content, EntryTable)
    title = f"SKP untuk e-Kinerja {plain_text(content.tahun)}"
    return AboutDocument(title, plain_text(content.perangkat_daerah.nama), printed_day(content.tanggal))


SKP_TABLE = DocumentKind(
    kode="skp-e-kinerja",
    group="skp",
    nama="SKP untuk e-Kinerja",
    content=EntryTable,
    build=build_entry_table,
    templat=(TEMPLATE,),
    facts=(
        *measure_facts("daftar_baris[].rhk", "daftar_baris[]"),
        *text_facts("daftar_baris[]", "rhk_atasan", "jenis", "aspek", "nip"),
    ),
    time=year_of_pk,
    shipped=SHA256,
    writer=Writer.TABLE,
    about=_about,
)
