"""What is said of text typed into a generated Renstra, for each code one small case."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from pokin_docs.documents.renstra.places import BY_KEY
from pokin_docs.flow import collect
from pokin_docs.flow.narrative import OfficeNarrative
from pokin_docs.model.findings import Temuan
from pokin_docs.narrative.blocks import read_blocks
from pokin_docs.narrative.kept import VERSION
from pokin_docs.narrative.printed import printed_blocks
from pokin_docs.narrative.source import open_source
from pokin_docs.narrative.write import package

OURS = "Renstra ini disusun berdasarkan pohon kinerja, yaitu penjabaran hasil ke dalam kondisi antara."


def _paragraph(text: str, style: str = "Normal") -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>'


def _chapter(prompt: str = BY_KEY["latar-belakang"].asked, ours: str = OURS, last: str = "") -> bytes:
    titles = (_paragraph(title, "Heading2") for title in ("1.1 Latar Belakang", "1.4 Sistematika Penulisan"))
    return package(next(titles) + _paragraph(ours) + _paragraph(prompt) + next(titles) + _paragraph(last or "Isi bab."))


def _case(kode: str, chapter: bytes, whole: bytes = b"", written: bytes = b"") -> Callable[[Path], tuple[Temuan, ...]]:
    """The findings of a code about a chapter, and the whole Renstra, that were edited so."""

    def found_in(folder: Path) -> tuple[Temuan, ...]:
        blocks = read_blocks(open_source(folder / "Bab-1.docx", _chapter()))
        lines = (VERSION, *(entry.line() for entry in printed_blocks(blocks, ())))
        found: list[Temuan] = []
        texts: list[collect.FromFile] = []
        for name, data in (("Bab-1.docx", chapter), ("Renstra_2025-2029.docx", whole)):
            if data:
                (folder / "Renstra").mkdir(exist_ok=True)
                (folder / "Renstra" / name).write_bytes(data)
                texts += collect.typed_in(folder / "Renstra" / name, lines, (), found)
        if texts:
            text = collect.together(texts, found)
            own = {"latar-belakang": text} if written else {}
            naskah = OfficeNarrative("buku-naskah.docx", own, frozenset(own), ())
            found += collect.told(texts, "buku-naskah-terkumpul.docx", texts[0].place, naskah)
        return tuple(one for one in found if one.kode == kode)

    return found_in


TYPED = _chapter("Rapat kerja diadakan lima kali bersama Bappeda.")
KASUS_TERKUMPUL = {
    "D40": _case("D40", TYPED),
    "D41": _case("D41", TYPED, _chapter("Konsultasi publik diadakan dua kali.")),
    "D42": _case("D42", _chapter(ours=OURS.replace("hasil", "hasil daerah"))),
    "D43": _case("D43", _chapter(last="Isi bab.</w:t></w:r></w:p><w:p><w:r><w:t>Bab ini ditulis oleh tim kecil.")),
    "D44": _case("D44", TYPED, written=b"ada"),
    "D45": _case("D45", b"rusak"),
}
