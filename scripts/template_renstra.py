"""The template of a Renstra after Inmendagri 2/2025: cover, lists, five chapters, each printed only if asked."""

from __future__ import annotations

from functools import partial

from template_parts import A3_LANDSCAPE, LANDSCAPE, PORTRAIT, field, long_field, paragraph, run, section, tag
from template_renstra_akhir import penutup, program_dan_kinerja, tujuan_dan_sasaran
from template_renstra_awal import gambaran_pelayanan, pendahuluan
from template_renstra_naskah import Naskah, listing

_BABS = tuple(f"bagian.bab_{number}" for number in range(1, 6))


def renstra_header() -> str:
    """Agency and period, above a thin line."""
    text = "Rencana Strategis {{ perangkat_daerah.nama }} Tahun {{ tahun_awal }}-{{ tahun_akhir }}"
    return paragraph(run(text), style="Header")


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
        program_dan_kinerja(upright, across),
        penutup(),
    )
    printed = "".join(
        tag(f"if {asked}") + "".join(chapter.parts) + tag("endif")
        for asked, chapter in zip(_BABS, chapters, strict=True)
    )
    # The first section after the lists ends in Bab III: numbering of the whole Renstra starts there with Bab I.
    printed = printed.replace(upright(), first(), 1)
    return tag("if bagian.sampul") + _cover() + _lists(chapters, references) + tag("endif") + printed + upright()


def _cover() -> str:
    def line(text: str, size: float, *, bold: bool = True, caps: bool = True, before: float = 0) -> str:
        return paragraph(run(text, bold=bold, caps=caps, size=size), align="center", before=before)

    return (
        line("RENCANA STRATEGIS", 24, before=90)
        + line("(RENSTRA)", 18, before=4)
        + line("{{ perangkat_daerah.nama }}", 20, before=30)
        + line("TAHUN {{ tahun_awal }}-{{ tahun_akhir }}", 20, before=10)
        + tag("if logo")
        + paragraph(run("{{ logo }}"), align="center", before=60)
        + tag("endif")
        + line("{{ perangkat_daerah.pemda }}", 16, before=90)
        + tag("if perangkat_daerah.alamat")
        + line("{{ perangkat_daerah.alamat }}", 11, bold=False, caps=False, before=6)
        + tag("endif")
    )


def _lists(chapters: tuple[Naskah, ...], references: str) -> str:
    """Contents, lists of tables and of pictures: fields that Word fills with dots and pages when the file is opened.

    Until then they show the headings without pages: a page number that nobody computed would be a wrong one, and
    LibreOffice prints what a TOC field holds as it stands (there: Tools, Update, Indexes).
    """
    front = Naskah(6)
    front.depan("DAFTAR ISI")
    isi = [_if_printed(number, listing(chapter.headings)) for number, chapter in enumerate(chapters)]
    front.raw(long_field(r'TOC \o "1-3" \h \z \u', "".join(isi)))
    front.depan("DAFTAR TABEL")
    tabel = [_if_printed(number, listing(chapter.captions)) for number, chapter in enumerate(chapters)]
    front.raw(long_field(r'TOC \h \z \c "Tabel"', "".join(tabel)))
    gambar = [_if_printed(number, _each_picture(chapter)) for number, chapter in enumerate(chapters)]
    shown = zip(_BABS, chapters, strict=True)
    pictured = [f"{asked} and {chapter.gambar}" for asked, chapter in shown if chapter.gambar]
    front.raw(tag(f"if {' or '.join(pictured)}"))
    front.depan("DAFTAR GAMBAR")
    front.raw(long_field(r'TOC \h \z \c "Gambar"', "".join(gambar)), tag("endif"))
    # A section ends with a paragraph; with no chapter after it, there is none to end.
    end = paragraph(section=section(PORTRAIT, references, numbers='w:fmt="lowerRoman"', title_page=True))
    return "".join(front.parts) + tag(f"if {' or '.join(_BABS)}") + end + tag("endif")


def _each_picture(chapter: Naskah) -> str:
    lines = listing(chapter.pictures)
    return tag(f"for g in {chapter.gambar}") + lines + tag("endfor") if lines else ""


def _if_printed(index: int, lines: str) -> str:
    return tag(f"if {_BABS[index]}") + lines + tag("endif") if lines else ""
