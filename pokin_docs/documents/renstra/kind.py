"""The kinds of document that a Renstra is: Inmendagri 2/2025, or Permendagri 86/2017 where Identitas asks for it."""

from __future__ import annotations

from pokin_docs.documents.facts import Fact, FactKind, text_facts
from pokin_docs.documents.kind import DocumentKind, renstra_period
from pokin_docs.documents.renstra.about import about_renstra, signed_renstra
from pokin_docs.documents.renstra.build import build_renstra, build_renstra_2017
from pokin_docs.documents.renstra.content import Renstra, Renstra2017
from pokin_docs.documents.renstra.form import RENSTRA_FORM
from pokin_docs.documents.renstra.form_2017 import RENSTRA_2017_FORM
from pokin_docs.documents.renstra.outline import OUTLINE_2017, OUTLINE_2025
from pokin_docs.documents.renstra.places import places_of_outline
from pokin_docs.documents.renstra.shipped import SHA256
from pokin_docs.documents.renstra.shipped_2017 import SHA256 as SHA256_2017

FACTS = (
    Fact(FactKind.KINERJA, "daftar_tujuan_sasaran[].uraian"),
    Fact(FactKind.INDIKATOR, "daftar_tujuan_sasaran[].daftar_indikator[].indikator"),
    Fact(FactKind.SATUAN, "daftar_tujuan_sasaran[].daftar_indikator[].satuan"),
    Fact(FactKind.TARGET, "daftar_tujuan_sasaran[].daftar_indikator[].target", "daftar_tahun"),
    Fact(FactKind.KINERJA, "daftar_cascading[].kinerja"),
    Fact(FactKind.INDIKATOR, "daftar_cascading[].daftar_indikator[].indikator"),
    Fact(FactKind.SATUAN, "daftar_cascading[].daftar_indikator[].satuan"),
    Fact(FactKind.TARGET, "daftar_cascading[].daftar_indikator[].target", "daftar_tahun"),
    Fact(FactKind.OWNER, "daftar_cascading[].penanggung_jawab"),
    Fact(FactKind.INDIKATOR, "daftar_iku[].indikator"),
    Fact(FactKind.SATUAN, "daftar_iku[].satuan"),
    Fact(FactKind.TARGET, "daftar_iku[].target", "daftar_tahun"),
    Fact(FactKind.KINERJA, "daftar_pendanaan[].uraian"),
    Fact(FactKind.INDIKATOR, "daftar_pendanaan[].indikator"),
    Fact(FactKind.MONEY, "daftar_pendanaan[].daftar_tahun[].pagu", "daftar_tahun_rencana"),
    *text_facts("daftar_permasalahan[]", "permasalahan", "faktor_internal", "faktor_eksternal", "kondisi"),
    *text_facts(
        "daftar_isu[]",
        "isu_strategis",
        "potensi",
        "permasalahan",
        "isu_klhs",
        "isu_global",
        "isu_nasional",
        "isu_regional",
    ),
    Fact(FactKind.KINERJA, "daftar_strategi[].sasaran"),
    *text_facts(
        "daftar_strategi[]",
        "nspk",
        "permasalahan",
        "isu_strategis",
        "strategi",
        "arah_kebijakan_rpjmd",
        "arah_kebijakan",
        "penahapan",
    ),
    Fact(FactKind.KINERJA, "daftar_lintas[].kinerja"),
    *text_facts("daftar_lintas[]", "indikator", "pd_pengampu", "pd_pendukung", "peran", "status"),
)
"""Of the tables of Inmendagri 2/2025; the older outline has its own for programs, and only the first of these."""

RENSTRA = DocumentKind(
    kode="renstra",
    group="renstra",
    nama="Renstra",
    content=Renstra,
    build=build_renstra,
    templat=(
        *OUTLINE_2025.templates(None),
        *(OUTLINE_2025.templates(chapter)[0] for chapter in OUTLINE_2025.chapters),
    ),
    facts=FACTS,
    time=renstra_period,
    form=RENSTRA_FORM,
    shipped=SHA256,
    places=frozenset(place.key for place in places_of_outline(in_2017=False)),
    about=about_renstra,
    signing=signed_renstra,
    shows_tree=True,
    bound_as="Renstra",
    by_chapter=True,
)

RENSTRA_2017 = DocumentKind(
    kode="renstra-86",
    in_proof="Renstra",
    group="renstra",
    nama="Renstra (Permendagri 86/2017)",
    content=Renstra2017,
    build=build_renstra_2017,
    templat=(
        *OUTLINE_2017.templates(None),
        *(OUTLINE_2017.templates(chapter)[0] for chapter in OUTLINE_2017.chapters),
    ),
    facts=(
        *(fact for fact in FACTS if fact.path.startswith("daftar_tujuan_sasaran[]")),
        Fact(FactKind.INDIKATOR, "daftar_program_kegiatan[].indikator"),
        Fact(FactKind.MONEY, "daftar_program_kegiatan[].daftar_tahun[].pagu", "daftar_tahun_rencana"),
        Fact(FactKind.CODE, "daftar_program_kegiatan[].kode"),
    ),
    time=renstra_period,
    form=RENSTRA_2017_FORM,
    shipped=SHA256_2017,
    places=frozenset(place.key for place in places_of_outline(in_2017=True)),
    about=about_renstra,
    signing=signed_renstra,
    shows_tree=True,
    bound_as="Renstra",
    by_chapter=True,
)
