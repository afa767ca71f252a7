"""A naskah for the office to write in: a heading for each place, its key and its prompt below."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from xml.sax.saxutils import escape

from pokin_docs.documents.renstra.places import NarrativePlace
from pokin_docs.files.zip_bytes import packed

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
GUIDE = (
    "Naskah ini memuat kalimat Renstra yang hanya dapat ditulis oleh perangkat daerah. Program membacanya setiap kali "
    "Renstra dibuat dan tidak pernah mengubahnya.",
    "Tulis di bawah judul setiap tempat: paragraf, daftar bernomor, tabel, gambar, catatan kaki. Kalimat permintaan "
    "yang dicetak miring boleh ditimpa atau dibiarkan; ia tidak ikut dicetak.",
    "Jangan ubah kunci kecil di bawah judul. Anak judul memakai gaya Judul 3 (Heading 3) atau di bawahnya. Huruf dan "
    "ukurannya mengikuti Renstra, jadi tidak perlu diatur.",
    "Yang belum ditulis dicetak sebagai tanda kuning di Renstra.",
)
"""How to use it, on its first page."""
CHAPTERS = {
    "0": "BAGIAN DEPAN",
    "1": "BAB I PENDAHULUAN",
    "2": "BAB II GAMBARAN PELAYANAN, PERMASALAHAN DAN ISU STRATEGIS",
    "3": "BAB III TUJUAN, SASARAN, STRATEGI DAN ARAH KEBIJAKAN",
    "4": "BAB IV PROGRAM, KEGIATAN, SUBKEGIATAN, DAN KINERJA",
    "5": "BAB V PENUTUP",
}
CHAPTERS_2017 = {
    "0": "BAGIAN DEPAN",
    "1": "BAB I PENDAHULUAN",
    "2": "BAB II GAMBARAN PELAYANAN PERANGKAT DAERAH",
    "3": "BAB III PERMASALAHAN DAN ISU-ISU STRATEGIS PERANGKAT DAERAH",
    "4": "BAB IV TUJUAN DAN SASARAN",
    "5": "BAB V STRATEGI DAN ARAH KEBIJAKAN",
    "6": "BAB VI RENCANA PROGRAM DAN KEGIATAN SERTA PENDANAAN",
    "7": "BAB VII KINERJA PENYELENGGARAAN BIDANG URUSAN",
    "8": "BAB VIII PENUTUP",
}
"""Chapters of Permendagri 86/2017."""


def _style(identifier: str, name: str, paragraph: str, run: str, *, base: str = "Normal", after: str = "") -> str:
    following = f'<w:next w:val="{after}"/>' if after else ""
    based = f'<w:basedOn w:val="{base}"/>' if base else ""
    default = "" if base else ' w:default="1"'
    return (
        f'<w:style w:type="paragraph"{default} w:styleId="{identifier}"><w:name w:val="{name}"/>{based}{following}'
        f"<w:qFormat/><w:pPr>{paragraph}</w:pPr><w:rPr>{run}</w:rPr></w:style>"
    )


def _heading(level: int, size: int, before: int) -> str:
    spacing = f'<w:spacing w:before="{before}" w:after="60"/>'
    return _style(
        f"Heading{level}", f"heading {level}", f'<w:keepNext/>{spacing}<w:outlineLvl w:val="{level - 1}"/>',
        f'<w:b/><w:bCs/><w:sz w:val="{size}"/><w:szCs w:val="{size}"/>', after="Normal",
    )  # fmt: skip


_STYLES = (
    f'{_HEAD}<w:styles {_W}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Arial" w:hAnsi="Arial" '
    'w:eastAsia="Arial" w:cs="Arial"/><w:sz w:val="22"/><w:szCs w:val="22"/><w:lang w:val="id-ID"/></w:rPr>'
    "</w:rPrDefault>"
    '</w:docDefaults>'
    + _style("Normal", "Normal", '<w:spacing w:after="120" w:line="300" w:lineRule="auto"/>', "", base="")
    + _style("Title", "Title", '<w:spacing w:before="1200" w:after="240"/><w:jc w:val="center"/>',
             '<w:b/><w:bCs/><w:sz w:val="40"/><w:szCs w:val="40"/>', after="Normal")
    + _heading(1, 28, 480) + _heading(2, 24, 360) + _heading(3, 22, 240) + _heading(4, 22, 200)
    + _style("KunciNaskah", "Kunci Naskah", '<w:keepNext/><w:spacing w:after="60"/>',
             '<w:color w:val="8C8C8C"/><w:sz w:val="14"/><w:szCs w:val="14"/>', after="Normal")
    + _style("PetunjukNaskah", "Petunjuk Naskah", '<w:spacing w:after="160"/>',
             '<w:i/><w:iCs/><w:color w:val="595959"/>', after="Normal")
    + "</w:styles>"
)  # fmt: skip


def _paragraph(text: str, style: str = "", *, page: bool = False) -> str:
    said = f'<w:pStyle w:val="{style}"/>' if style else ""
    turned = "<w:pageBreakBefore/>" if page else ""
    return f'<w:p><w:pPr>{said}{turned}</w:pPr><w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r></w:p>'


def blank_narrative(
    places: Iterable[NarrativePlace],
    title: str = "NASKAH RENSTRA",
    written: Mapping[str, Iterable[str]] | None = None,
    *,
    in_2017: bool = False,
) -> bytes:
    """A naskah with these places, the same bytes at each call.

    Args:
        places: The places in order.
        title: What stands on its first page.
        written: Paragraphs that already stand at places, by key, in the place of the prompt.
        in_2017: Numbers and chapters are those of Permendagri 86/2017.
    """
    made = [_paragraph(title, "Title"), *(_paragraph(line, "PetunjukNaskah") for line in GUIDE)]
    chapter, chapters = "", CHAPTERS_2017 if in_2017 else CHAPTERS
    for place in places:
        number = place.number(in_2017=in_2017)
        if (head := number.partition(".")[0]) != chapter and head in chapters:
            chapter = head
            made.append(_paragraph(chapters[head], "Heading1", page=True))
        made.append(_paragraph(f"{number} {place.title}" if number != "0" else place.title, "Heading2"))
        made.append(_paragraph(place.key, "KunciNaskah"))
        lines = list((written or {}).get(place.key, ()))
        made += [_paragraph(line) for line in lines] if lines else [_paragraph(place.prompt, "PetunjukNaskah")]
        made.append("<w:p/>" if not lines else "")
    return package("".join(made))


def package(body: str, more: Mapping[str, bytes] | None = None) -> bytes:
    """A Word file of the naskah's styles with this body in WordprocessingML."""
    types = "".join(
        f'<Override PartName="/{name}" ContentType="{kind}"/>'
        for name, kind in (
            ("word/document.xml", f"{_WORD}.document.main+xml"), ("word/styles.xml", f"{_WORD}.styles+xml"),
        )
    )  # fmt: skip
    section = (
        '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1418" w:right="1134" w:bottom="1418" w:left="1701" '
        'w:header="709" w:footer="709" w:gutter="0"/></w:sectPr>'
    )
    parts = {
        "[Content_Types].xml": f'{_HEAD}<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" '
        f'ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" '
        f'ContentType="application/xml"/>{types}</Types>',
        "_rels/.rels": f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="rId1" '
        f'Type="{_OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/document.xml": f"{_HEAD}<w:document {_W}><w:body>{body}{section}</w:body></w:document>",
        "word/_rels/document.xml.rels": f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships"><Relationship '
        f'Id="rId1" Type="{_OFFICE}/styles" Target="styles.xml"/></Relationships>',
        "word/styles.xml": _STYLES,
    }
    return packed({name: text.encode() for name, text in parts.items()} | dict(more or {}))
