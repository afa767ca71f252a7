"""The template of a Renstra after Inmendagri 2/2025: cover, lists, five chapters, each printed only if asked."""

from __future__ import annotations

from functools import partial

from template_file import ShippedTemplate
from template_parts import (
    A3_LANDSCAPE,
    F4_LANDSCAPE,
    LANDSCAPE,
    PORTRAIT,
    field,
    long_field,
    paragraph,
    run,
    section,
    tag,
)
from template_renstra_akhir import penutup, program_dan_kinerja, tujuan_dan_sasaran
from template_renstra_awal import gambaran_pelayanan, pendahuluan
from template_renstra_naskah import NAMA, PERIODE, Naskah
from template_report import CHANGED, CHANGED_SMALL
from template_signature import DAY_BY_HAND, signature

_BABS = tuple(f"bagian.bab_{number}" for number in range(1, 6))


def renstra_header() -> str:
    """Agency and period, above a thin line."""
    text = "Rencana Strategis {{ perangkat_daerah.nama }} Tahun {{ tahun_awal }}-{{ tahun_akhir }}"
    return paragraph(run(CHANGED_SMALL + text), style="Header")


def renstra_footer() -> str:
    """The page number."""
    return paragraph(field("PAGE", "1"), style="Footer")


def renstra_body(references: str) -> str:
    """Cover, lists and chapters.

    Chapters start on a new page by the style of their heading and not by a section break, so that any of them may
    be left out: a section ends only where the paper turns, always inside a chapter, and every section names header
    and footer itself because it may be the first one printed.
    """
    upright = partial(section, PORTRAIT, references)
    across = partial(section, LANDSCAPE, references)
    large = partial(section, A3_LANDSCAPE, references)
    first = partial(section, PORTRAIT, references, numbers='w:start="1"')
    chapters = (
        pendahuluan(),
        gambaran_pelayanan(),
        tujuan_dan_sasaran(upright, across, large),
        program_dan_kinerja(across, (large(), section(F4_LANDSCAPE, references))),
        penutup(),
    )
    printed = "".join(
        tag(f"if {asked}") + "".join(chapter.parts) + tag("endif")
        for asked, chapter in zip(_BABS, chapters, strict=True)
    )
    # The first section after the lists ends where Bab III begins: numbering of the whole starts there with Bab I.
    printed = printed.replace(upright(), first(), 1)
    return tag("if bagian.sampul") + cover() + lists(references, _BABS) + tag("endif") + printed + upright()


def cover() -> str:
    """The cover of a Renstra."""

    def line(text: str, size: float, *, bold: bool = True, caps: bool = True, before: float = 0) -> str:
        return paragraph(run(text, bold=bold, caps=caps, size=size), align="center", before=before)

    return (
        line(f"{CHANGED}RENCANA STRATEGIS", 24, before=90)
        + line("(RENSTRA)", 18, before=4)
        + line("{{ perangkat_daerah.nama_kop }}", 20, before=30)
        + tag("if perangkat_daerah.induk")
        + line("{{ perangkat_daerah.induk }}", 16, before=6)
        + tag("endif")
        + line("TAHUN {{ tahun_awal }}-{{ tahun_akhir }}", 20, before=10)
        + tag("if logo")
        + paragraph(run("{{ logo }}"), align="center", before=60)
        + tag("endif")
        + line("{{ perangkat_daerah.pemda }}", 16, before=90)
        + tag("if perangkat_daerah.alamat")
        + line("{{ perangkat_daerah.alamat }}", 11, bold=False, caps=False, before=6)
        + tag("endif")
    )


def _foreword(front: Naskah) -> None:
    """The foreword: what the office wrote of its own, else sentences that hold for any; signed by the head."""
    front.depan("KATA PENGANTAR")
    front.raw(tag("if naskah.kata_pengantar"))
    front.raw(paragraph(run("{{ naskah.kata_pengantar }}"), style="Isian"))
    front.raw(tag("else"))
    front.text(
        f"Puji syukur kami panjatkan ke hadirat Tuhan Yang Maha Esa, karena atas rahmat-Nya Rencana Strategis "
        f"(Renstra) {NAMA} Tahun {PERIODE} dapat diselesaikan.",
        "Renstra ini memuat tujuan, sasaran, strategi, arah kebijakan, program, kegiatan, dan subkegiatan beserta "
        "indikator, target, dan pendanaannya. Renstra menjadi pedoman bagi seluruh unit kerja dalam menyusun rencana "
        "kerja dan perjanjian kinerja setiap tahun, serta dasar untuk mengukur dan mempertanggungjawabkan kinerja.",
        "Kami menyampaikan terima kasih kepada semua pihak yang telah membantu penyusunan Renstra ini, dan "
        "mengharapkan kerja sama seluruh pegawai serta pemangku kepentingan dalam melaksanakannya.",
    )
    front.raw(
        tag("endif"),
        signature("kepala", PORTRAIT.text_width, place=DAY_BY_HAND, post="{{ kepala_jabatan }}"),
        paragraph(run("", size=1)),
    )


def lists(references: str, chapters: tuple[str, ...]) -> str:
    """Contents, lists of tables and of pictures: fields, in whose place filling puts what the document has."""
    front = Naskah(6)
    _foreword(front)
    for title, instruction in (
        ("DAFTAR ISI", r'TOC \o "1-3" \h \z \u'),
        ("DAFTAR TABEL", r'TOC \h \z \c "Tabel"'),
        ("DAFTAR GAMBAR", r'TOC \h \z \c "Gambar"'),
    ):
        front.depan(title, own_page=title != "DAFTAR GAMBAR")
        front.raw(long_field(instruction, paragraph(run("Dibuat saat dokumen diisi."), style="Paragraf")))
    # A section ends with a paragraph; with no chapter after it, there is none to end.
    end = paragraph(section=section(PORTRAIT, references, numbers='w:fmt="lowerRoman"', title_page=True))
    return "".join(front.parts) + tag(f"if {' or '.join(chapters)}") + end + tag("endif")


TEMPLATE = ShippedTemplate(
    stem="renstra",
    title="Rencana Strategis Perangkat Daerah",
    body=renstra_body,
    shipped="renstra/shipped.py",
    header=renstra_header(),
    footer=renstra_footer(),
    signed=True,
)
