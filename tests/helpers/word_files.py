"""Word templates of a test, written as the XML of their parts; and the text of what was filled, place by place."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path

from lxml import etree

from pokin_docs.documents.kind import DocumentKind, Dokumen
from pokin_docs.documents.kinds import KINDS
from pokin_docs.documents.material import Material
from pokin_docs.model.catalogue import severity
from pokin_docs.model.findings import FindingLog, Severity
from pokin_docs.templating.fill import compile as word

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
RUANG = (
    f'xmlns:w="{W}" xmlns:r="{_R}" xmlns:wp="{_WP}" xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
)
_KIND = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_JENIS = {
    "document": "document.main", "header1": "header", "footer1": "footer", "footnotes": "footnotes",
    "endnotes": "endnotes", "comments": "comments", "styles": "styles",
}  # fmt: skip
_AKAR = {"header1": "hdr", "footer1": "ftr"}
_INTI = (
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{}</dc:title></cp:coreProperties>'
)


def p(*teks: str) -> str:
    """A paragraph with these runs."""
    return f"<w:p>{''.join(f'<w:r><w:t>{text}</w:t></w:r>' for text in teks)}</w:p>"


def sel(*isi: str) -> str:
    """A row of cells; what is no XML becomes a paragraph."""
    head = '<w:tcPr><w:tcW w:w="1000" w:type="dxa"/></w:tcPr>'
    cells = (f"<w:tc>{head}{text if text.startswith('<') else p(text)}</w:tc>" for text in isi)
    return f"<w:tr>{''.join(cells)}</w:tr>"


def tabel(kolom: int, *baris: str) -> str:
    """A table with so many columns of 1000."""
    grid = '<w:gridCol w:w="1000"/>' * kolom
    return f"<w:tbl><w:tblPr/><w:tblGrid>{grid}</w:tblGrid>{''.join(baris)}</w:tbl>"


def gambar(nomor: int, alt: str = "") -> str:
    """A run with a drawing without picture."""
    return (
        f'<w:r><w:drawing><wp:inline><wp:extent cx="1" cy="1"/><wp:docPr id="{nomor}" name="g" descr="{alt}"/>'
        '<a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:graphicData uri="x"/></a:graphic>'
        "</wp:inline></w:drawing></w:r>"
    )


def surat(badan: str, *, judul: str = "", **bagian: str) -> bytes:
    """A template: the content of its body, the title of its core properties, and of further parts by name."""
    contents = {"styles": "", **bagian}
    parts = {"word/document.xml": f"<w:document {RUANG}><w:body>{badan}<w:sectPr/></w:body></w:document>"}
    for name, content in contents.items():
        root = _AKAR.get(name, name)
        parts[f"word/{name}.xml"] = f"<w:{root} {RUANG}>{content}</w:{root}>"
    links = "".join(
        f'<Relationship Id="r{name}" Type="{_R}/{name.rstrip("1")}" Target="{name}.xml"/>' for name in contents
    )
    relations = "http://schemas.openxmlformats.org/package/2006/relationships"
    parts["word/_rels/document.xml.rels"] = f'<Relationships xmlns="{relations}">{links}</Relationships>'
    types = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{_KIND}{_JENIS[name]}+xml"/>'
        for name in ("document", *contents)
    )
    core = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
    extra = ""
    if judul:
        parts["docProps/core.xml"] = _INTI.format(judul)
        extra = f'<Relationship Id="r2" Type="{core}" Target="docProps/core.xml"/>'
        types += (
            '<Override PartName="/docProps/core.xml" '
            'ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>'
        )
    main = f'<Relationship Id="r1" Type="{_R}/officeDocument" Target="word/document.xml"/>{extra}'
    parts["_rels/.rels"] = f'<Relationships xmlns="{relations}">{main}</Relationships>'
    space = "http://schemas.openxmlformats.org/package/2006/content-types"
    rels = "application/vnd.openxmlformats-package.relationships+xml"
    defaults = (
        f'<Default Extension="rels" ContentType="{rels}"/><Default Extension="xml" ContentType="application/xml"/>'
    )
    parts = {"[Content_Types].xml": f'<Types xmlns="{space}">{defaults}{types}</Types>', **parts}
    return pak({name: text.encode() for name, text in parts.items()})


def pak(bagian: Mapping[str, bytes]) -> bytes:
    """The zip of these parts."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in bagian.items():
            archive.writestr(
                zipfile.ZipInfo(name), data, zipfile.ZIP_DEFLATED
            )  # no clock: the same parts are the same bytes
    return stream.getvalue()


def buka(berkas: bytes) -> dict[str, bytes]:
    """The parts of a file."""
    with zipfile.ZipFile(io.BytesIO(berkas)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def isikan(
    folder: Path, templat: bytes, isi: object, *, logo: word.Logo | None = None, teruji: bool = False
) -> tuple[bytes, FindingLog]:
    """A document filled from the template, and what was found; ``teruji`` leaves out the check before filling."""
    path = folder / "uji.docx"
    path.write_bytes(templat)
    catatan = FindingLog()
    form = word.compile_template(path, kind_for(type(isi)), logo, catatan, checked=teruji)
    if form is None or any(severity(finding) is Severity.GALAT for finding in catatan):
        return b"", catatan
    return word.fill(form, isi, "satu.docx", catatan), catatan


def baca(unsur: etree._Element) -> str:
    """The text of an element as Word shows it: breaks and tabs as characters, deletions left out."""
    found: list[str] = []
    for node in unsur.iter(f"{{{W}}}t", f"{{{W}}}br", f"{{{W}}}tab", f"{{{W}}}noBreakHyphen"):
        name = etree.QName(node).localname
        text = node.text or ""
        # What Word does with blanks at the edges of a text that does not say preserve.
        kept = node.get("{http://www.w3.org/XML/1998/namespace}space") == "preserve"
        above = node.getparent()
        inside_run = above is not None and above.tag == f"{{{W}}}r"
        found.append(
            {"br": "\n", "tab": "\t", "noBreakHyphen": "-"}.get(name, text if kept else text.strip(" "))
            if inside_run
            else ""
        )
    return "".join(found)


def remove(element: etree._Element) -> None:
    """Take an element out of its document."""
    parent = element.getparent()
    assert parent is not None
    parent.remove(element)


def paragraf(data: bytes) -> list[str]:
    """The text of every paragraph of a part."""
    return [baca(unsur) for unsur in etree.fromstring(data).iter(f"{{{W}}}p")]


def strings(element: etree._Element, path: str, spaces: dict[str, str] | None = None) -> list[str]:
    """The attributes or texts at an XPath."""
    found = element.xpath(path, namespaces=spaces)
    assert isinstance(found, list)
    return [str(one) for one in found]


def kind_for(isi: type) -> DocumentKind:
    """The kind of documents with this content; one of the test's own where no kind has it."""
    known = {kind.content: kind for kind in KINDS}
    return known.get(isi) or DocumentKind(
        kode="uji", group="uji", nama="Uji", content=isi, build=no_documents, templat=("uji.docx",), facts=()
    )


def kinds_of(documents: Iterable[Dokumen]) -> tuple[DocumentKind, ...]:
    """The kinds of made-up documents, each after its ``jenis`` and content."""
    return tuple(
        {entry.jenis: replace(kind_for(type(entry.content)), kode=entry.jenis) for entry in documents}.values()
    )


def no_documents(material: Material) -> tuple[Dokumen, ...]:
    """What a kind builds that only lends its content to a template."""
    return ()
