"""Office files as other programs write them when they only open and save them, and one that holds a bit of everything."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Mapping

from helpers.pictures import png
from helpers.word_files import RUANG, buka, p, pak, sel, tabel

_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_NAMES = (
    f'{RUANG} xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" '
    'xmlns:v="urn:schemas-microsoft-com:vml" mc:Ignorable="w14"'
)
SPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)
"""The prefixes that a text box needs."""
_KIND = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_PARTS = {
    "header1": "header", "header2": "header", "footer1": "footer", "footnotes": "footnotes", "endnotes": "endnotes",
    "comments": "comments", "styles": "styles", "settings": "settings",
}  # fmt: skip


def field(code: str, result: str) -> str:
    """The runs of a field with what it gave last."""
    kinds = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end"))
    begin, separate, end = kinds
    return f'{begin}<w:r><w:instrText xml:space="preserve"> {code} </w:instrText></w:r>{separate}<w:r><w:t>{result}</w:t></w:r>{end}'


def picture(link: str, number: int = 1) -> str:
    """A run with a picture in the line."""
    return (
        f'<w:r><w:drawing><wp:inline><wp:extent cx="360000" cy="360000"/><wp:docPr id="{number}" name="g{number}"/>'
        '<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:nvPicPr>'
        f'<pic:cNvPr id="{number}" name="g"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="{link}"/>'
        '<a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/>'
        '<a:ext cx="360000" cy="360000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic>'
        "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )


def box(text: str, number: int = 9, left: int = 1_000_000) -> str:
    """A run with a text box as Word 2010 and later write it: for themselves, and once more for older ones."""
    inside = f"<w:txbxContent>{p(text)}</w:txbxContent>"
    return (
        '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor distT="0" distB="0" distL="0" '
        'distR="0" simplePos="0" relativeHeight="2" behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1">'
        f'<wp:simplePos x="0" y="0"/><wp:positionH relativeFrom="page"><wp:posOffset>{left}</wp:posOffset></wp:positionH>'
        '<wp:positionV relativeFrom="page"><wp:posOffset>2000000</wp:posOffset></wp:positionV>'
        '<wp:extent cx="1800000" cy="720000"/><wp:wrapNone/>'
        f'<wp:docPr id="{number}" name="Kotak {number}"/><wp:cNvGraphicFramePr/><a:graphic><a:graphicData '
        'uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:cNvSpPr txBox="1"/>'
        '<wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="1800000" cy="720000"/></a:xfrm><a:prstGeom prst="rect">'
        f"<a:avLst/></a:prstGeom></wps:spPr><wps:txbx>{inside}</wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData>"
        "</a:graphic></wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape "
        'style="position:absolute;width:100pt;height:40pt"><v:textbox>'
        f"{inside}</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )


_WHO = 'w:author="Staf" w:date="2026-01-05T09:30:00Z"'
BODY = (
    f'<w:p><w:r><w:t xml:space="preserve">Pembuka dengan </w:t></w:r><w:ins w:id="11" {_WHO}><w:r><w:t>sisipan</w:t></w:r>'
    f'</w:ins><w:r><w:t xml:space="preserve"> dan </w:t></w:r><w:del w:id="12" {_WHO}><w:r><w:delText>hapusan</w:delText>'
    "</w:r></w:del><w:r><w:t>.</w:t></w:r></w:p>"
    '<w:p><w:commentRangeStart w:id="0"/><w:r><w:t>Yang dikomentari</w:t></w:r><w:commentRangeEnd w:id="0"/>'
    '<w:r><w:commentReference w:id="0"/></w:r><w:r><w:t xml:space="preserve"> dengan catatan</w:t></w:r>'
    '<w:r><w:footnoteReference w:id="2"/></w:r><w:r><w:t xml:space="preserve"> dan akhir</w:t></w:r>'
    '<w:r><w:endnoteReference w:id="2"/></w:r></w:p>'
    f'<w:p><w:r><w:t xml:space="preserve">Halaman </w:t></w:r>{field("PAGE", "1")}<w:r><w:t xml:space="preserve"> dari '
    '</w:t></w:r><w:fldSimple w:instr=" NUMPAGES "><w:r><w:t>3</w:t></w:r></w:fldSimple></w:p>'
    f"<w:p>{box('Isi kotak')}<w:r><w:t>Paragraf berkotak</w:t></w:r></w:p>"
    f"<w:p>{picture('rgambar')}</w:p>"
    f"{p('Sebelum kosong')}<w:p/>{p('Sesudah kosong')}"
    f"{tabel(2, sel('A1', 'B1'), sel('A2', ''))}"
    "<w:p><w:r><w:t>kiri</w:t><w:tab/><w:t>kanan</w:t><w:br/><w:t>bawah</w:t><w:noBreakHyphen/><w:t>x</w:t>"
    "<w:softHyphen/><w:t>y</w:t></w:r></w:p>"
    f'<w:p><w:r><w:t xml:space="preserve">Isian: </w:t></w:r>{field("HYPERLINK &quot;https://contoh.go.id/&quot;", "laman kami")}</w:p>'
    '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'
    '<w:sdt><w:sdtPr><w:id w:val="7"/></w:sdtPr><w:sdtContent><w:p><w:r><w:t>Dalam bungkus</w:t></w:r></w:p></w:sdtContent></w:sdt>'
    f"{p('Akhir bagian pertama')}"
    '<w:p><w:pPr><w:sectPr><w:headerReference w:type="default" r:id="rheader1"/>'
    '<w:headerReference w:type="first" r:id="rheader2"/><w:footerReference w:type="default" r:id="rfooter1"/>'
    '<w:pgSz w:w="11906" w:h="16838"/><w:titlePg/></w:sectPr></w:pPr></w:p>'
    f"{p('Bagian kedua')}"
)
_END = '<w:sectPr><w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/></w:sectPr>'
_NOTE = (
    '<w:{0} w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:{0}><w:{0} w:type="continuationSeparator" '
    'w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:{0}><w:{0} w:id="2"><w:p><w:r><w:{0}Ref/></w:r><w:r>'
    '<w:t xml:space="preserve"> {1}</w:t></w:r></w:p></w:{0}>'
)
ELSEWHERE = {
    "header1": p("Kepala halaman"),
    "header2": p("Kepala halaman pertama"),
    "footer1": f'<w:p><w:r><w:t xml:space="preserve">Kaki </w:t></w:r>{field("PAGE", "1")}</w:p>',
    "footnotes": _NOTE.format("footnote", "Isi catatan kaki"),
    "endnotes": _NOTE.format("endnote", "Isi catatan akhir"),
    "comments": f'<w:comment w:id="0" {_WHO} w:initials="S">{p("Isi komentar")}</w:comment>',
    "styles": "",
    "settings": "",
}


def rich(body: str = BODY, picture: bytes = png(), other: Mapping[str, str] | None = None) -> bytes:
    """A Word document with a bit of everything that counts; ``other`` are contents of its further parts."""
    contents = {**ELSEWHERE, **(other or {})}
    parts = {"word/document.xml": f"<w:document {_NAMES}><w:body>{body}{_END}</w:body></w:document>".encode()}
    roots = {"header1": "hdr", "header2": "hdr", "footer1": "ftr"}
    for name, content in contents.items():
        root = roots.get(name, name)
        parts[f"word/{name}.xml"] = f"<w:{root} {_NAMES}>{content}</w:{root}>".encode()
    parts["word/media/gambar.png"] = picture
    relation = '<Relationship Id="{}" Type="{}/{}" Target="{}"/>'
    links = [relation.format(f"r{name}", _R, _PARTS[name], f"{name}.xml") for name in contents]
    links.append(relation.format("rgambar", _R, "image", "media/gambar.png"))
    space = "http://schemas.openxmlformats.org/package/2006/relationships"
    parts["word/_rels/document.xml.rels"] = f'<Relationships xmlns="{space}">{"".join(links)}</Relationships>'.encode()
    main = relation.format("r1", _R, "officeDocument", "word/document.xml")
    parts["_rels/.rels"] = f'<Relationships xmlns="{space}">{main}</Relationships>'.encode()
    types = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{_KIND}{kind}+xml"/>'
        for name, kind in ({"document": "document.main"} | {name: _PARTS[name] for name in contents}).items()
    )
    parts["[Content_Types].xml"] = (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="png" '
        'ContentType="image/png"/><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" '
        f'ContentType="application/xml"/>{types}</Types>'
    ).encode()
    return pak(dict(sorted(parts.items())))


_RUN = re.compile(r"<w:r>((?:<w:rPr>(?:(?!</w:rPr>).)*</w:rPr>)?)<w:t(?: [^>]*)?>([^<&]{2,})</w:t></w:r>")


def as_word_saves(data: bytes) -> bytes:
    """The file as Word writes it when it was opened, its fields updated, and saved: other bytes, the same content."""
    parts = buka(data)
    renamed = {name: name.replace("media/", "media/image").replace("header", "header1") for name in parts}
    out: dict[str, bytes] = {}
    for name, content in parts.items():
        if name.endswith((".xml", ".rels")):
            text = content.decode()
            text = _as_word(text) if name.startswith("word/") and name.endswith(".xml") else text
            text = text.replace("media/", "media/image").replace('"header', '"header1').replace("/header", "/header1")
            content = text.encode()
        out[renamed[name]] = content
    out["docProps/app.xml"] = b"<Properties><TotalTime>3</TotalTime></Properties>"
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in out.items():
            archive.writestr(name, content)
    return held.getvalue()


def _as_word(text: str) -> str:
    """A part with the tracks of a session in Word."""
    text = re.sub(r"(separate\"/></w:r><w:r>(?:<w:rPr>(?:(?!</w:rPr>).)*</w:rPr>)?<w:t[^>]*>)\d+", r"\g<1>99", text)
    text = _RUN.sub(_split, text)
    text = re.sub(r"<w:p>", '<w:p w:rsidR="00A1B2C3" w:rsidRDefault="00A1B2C3" w14:paraId="1A2B3C4D">', text)
    text = text.replace(
        "<w:body>", '<w:body><w:bookmarkStart w:id="900" w:name="_GoBack"/><w:bookmarkEnd w:id="900"/>', 1
    )
    return re.sub(r"(<w:settings[^>]*>)", r'\1<w:rsids><w:rsidRoot w:val="00A1B2C3"/></w:rsids>', text)


def _split(found: re.Match[str]) -> str:
    look, words = found[1], found[2]
    look = look.replace("</w:rPr>", '<w:lang w:val="id-ID"/></w:rPr>') or '<w:rPr><w:lang w:val="id-ID"/></w:rPr>'
    middle = len(words) // 2
    keep = ' xml:space="preserve"'
    return (
        f'<w:r w:rsidRPr="00112233">{look}<w:lastRenderedPageBreak/><w:t{keep}>{words[:middle]}</w:t></w:r>'
        f'<w:proofErr w:type="spellStart"/><w:r>{look}<w:t{keep}>{words[middle:]}</w:t></w:r><w:proofErr w:type="spellEnd"/>'
    )


def with_part(data: bytes, name: str, change: Mapping[str, str]) -> bytes:
    """The file with texts of one part replaced: each must be there."""
    parts = buka(data)
    text = parts[name].decode()
    for old, new in change.items():
        assert old in text, f"{old} is not in {name}"
        text = text.replace(old, new, 1)
    return pak({**parts, name: text.encode()})
