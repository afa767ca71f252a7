"""Where the comment on a fault stands: Word takes comments in the body only, and none in a text box."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from pokin_docs.files import relationships
from pokin_docs.files.package import Paket
from pokin_docs.files.word_texts import Naskah, read
from pokin_docs.files.xml_part import readable
from pokin_docs.templating.faults import Letak


@dataclass(frozen=True, slots=True)
class Jangkar:
    """The paragraph of the body, the characters in it, and whether that is the place itself (``tepat``)."""

    paragraf: int
    awal: int = 0
    akhir: int = 0
    tepat: bool = True


def anchors(paket: Paket, utama: str, body: bytes) -> Callable[[Letak], Jangkar]:
    """Gives for a place in a template the nearest one in the body ``body`` of its main part ``utama``.

    That is for a text box the paragraph it hangs on, for a footnote the one with its number, for a header or footer
    the first of the first section that prints it, and the first of all for anything else.
    """
    naskah = read(body)
    first = next((entry.nomor for entry in naskah.paragraf if entry.induk == entry.nomor), 0)
    printed = _first_of_sections(paket, utama, naskah, first)
    notes: dict[str, Naskah] = {}

    def find(letak: Letak) -> Jangkar:
        known = letak.paragraf >= 0
        if letak.berkas == utama and letak.paragraf < len(naskah.paragraf) and known:
            paragraph = naskah.paragraf[letak.paragraf]
            if paragraph.induk != paragraph.nomor:
                return Jangkar(paragraph.induk, tepat=False)
            return Jangkar(letak.paragraf, letak.awal, letak.akhir)
        if letak.berkas in printed:
            return Jangkar(printed[letak.berkas], tepat=False)
        if known and letak.berkas != utama and letak.berkas in paket:
            if letak.berkas not in notes:
                notes[letak.berkas] = read(readable(paket[letak.berkas]))
            return Jangkar(_of_note(notes[letak.berkas], letak.paragraf, naskah, first), tepat=False)
        return Jangkar(first, tepat=False)

    return find


def _first_of_sections(paket: Paket, utama: str, naskah: Naskah, first: int) -> dict[str, int]:
    """For each header and footer the first paragraph of the section that names it first."""
    parts = {rel.id: rel.bagian for rel in relationships.relations(paket.get(relationships.rels_name(utama)), utama)}
    found: dict[str, int] = {}
    begin = following = first
    for entry in naskah.acuan:
        if entry.nama == "sectPr":  # at the end of its section; what it names stands inside it
            later = (p.nomor for p in naskah.paragraf[entry.paragraf + 1 :] if p.induk == p.nomor)
            begin, following = following, next(later, first)
        elif entry.nama in ("headerReference", "footerReference"):
            found.setdefault(parts.get(entry.id, ""), begin)
    return found


def _of_note(notes: Naskah, paragraf: int, naskah: Naskah, first: int) -> int:
    if paragraf >= len(notes.paragraf):
        return first
    kind, _, identity = notes.paragraf[paragraf].catatan.partition("/")
    references = (
        entry.paragraf
        for entry in naskah.acuan
        if entry.nama == f"{kind.removesuffix('s')}Reference" and entry.id == identity
    )
    return next(references, first)
