"""Pictures that a template links from outside are told with their place, and no document fetches them."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import openpyxl
import pytest
from docx import Document
from docx.document import Document as Opened
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.text.paragraph import Paragraph
from openpyxl.drawing.image import Image

from helpers.pictures import png
from pokin_docs.documents.pk.kind import PK
from pokin_docs.model.catalogue import message, severity
from pokin_docs.model.findings import Severity
from pokin_docs.templating.faults import TemplateFinding
from pokin_docs.templating.fill import package
from pokin_docs.templating.fill.compile import examine_template

OUTSIDE = "http://contoh.invalid/x.png"
_KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_V = 'xmlns:v="urn:schemas-microsoft-com:vml"'


def template(folder: Path, linked: Paragraph | None = None) -> tuple[Opened, Paragraph]:
    document = Document()
    document.add_heading("Bab Satu", 1)
    document.add_paragraph("Sebelumnya.")
    return document, document.add_paragraph("Peta kantor: ")


def link(document: Opened, kind: str = "image") -> str:
    return document.part.relate_to(OUTSIDE, _KIND + kind, is_external=True)


def drawn(paragraph: Paragraph, rid: str, *, cached: bool = False) -> None:
    """A picture in a paragraph that leads to a link."""
    paragraph.add_run().add_picture(io.BytesIO(png()))
    blip = next(paragraph._p.iter(qn("a:blip")))
    if not cached:
        del blip.attrib[qn("r:embed")]
    blip.set(qn("r:link"), rid)


def field(document: Opened, paragraph: Paragraph, *, shows: bool) -> None:
    """A field that fetches a picture, with what it showed last."""

    def mark(kind: str) -> None:
        paragraph._p.append(parse_xml(f'<w:r {nsdecls("w")}><w:fldChar w:fldCharType="{kind}"/></w:r>'))

    mark("begin")
    code = f'<w:r {nsdecls("w")}><w:instrText> INCLUDEPICTURE "{OUTSIDE}" \\* MERGEFORMATINET </w:instrText></w:r>'
    paragraph._p.append(parse_xml(code))
    mark("separate")
    if shows:
        paragraph.add_run().add_picture(io.BytesIO(png()))
    mark("end")


def examined(folder: Path, document: Opened) -> tuple[TemplateFinding, dict[str, bytes]]:
    """The one finding of linked pictures, and the parts that documents are made from."""
    file = folder / "pk.docx"
    document.save(str(file))
    (found,) = [one for one in examine_template(file, PK).temuan if one.temuan.kode[0] == "T" and
                one.temuan.kode not in ("T10", "T11")]  # fmt: skip
    return found, dict(package.read(file.read_bytes()).contents)


@pytest.mark.parametrize("cached", [True, False], ids=["stored too", "nothing but a link"])
def test_a_linked_picture_is_told_where_it_stands_and_printed_where_it_is_stored(tmp_path: Path, cached: bool) -> None:
    document, paragraph = template(tmp_path)
    drawn(paragraph, link(document), cached=cached)
    found, parts = examined(tmp_path, document)
    assert (found.temuan.kode, severity(found.temuan)) == ("T22", Severity.PERINGATAN)
    assert (found.place.title, found.place.sentence, found.place.paragraph) == ("Bab Satu", "Peta kantor:", 2)
    assert (OUTSIDE in message(found.temuan), "tidak ikut dicetak" in message(found.temuan)) == (True, not cached)
    assert (b"w:drawing" in parts["word/document.xml"]) == cached
    assert not [name for name, data in parts.items() if b"contoh.invalid" in data]


@pytest.mark.parametrize("shows", [True, False])
def test_a_field_that_fetches_a_picture_becomes_what_it_showed_last(tmp_path: Path, shows: bool) -> None:
    document, paragraph = template(tmp_path)
    field(document, paragraph, shows=shows)
    found, parts = examined(tmp_path, document)
    assert (found.temuan.kode, found.place.sentence) == ("T22", "Peta kantor:")
    body = parts["word/document.xml"]
    assert (b"w:drawing" in body, b"INCLUDEPICTURE" in body, b"fldChar" in body) == (shows, False, False)


OLD = f'<w:r {nsdecls("w", "r")}><w:pict><v:shape {_V}><v:imagedata r:id="RID"/></v:shape></w:pict></w:r>'
OLD_REF = f'<w:r {nsdecls("w", "r")}><w:pict><v:shape {_V}><v:imagedata r:href="RID"/></v:shape></w:pict></w:r>'
BOXED = OLD.replace(
    "<v:imagedata",
    "<v:textbox><w:txbxContent><w:p><w:r><w:t>Isi</w:t></w:r></w:p></w:txbxContent></v:textbox><v:imagedata",
)
SIMPLE = f"<w:fldSimple {nsdecls('w')} w:instr='INCLUDEPICTURE \"{OUTSIDE}\"'><w:r><w:t>Isi</w:t></w:r></w:fldSimple>"


@pytest.mark.parametrize(("markup", "left"), [(OLD, b""), (OLD_REF, b""), (BOXED, b"Isi"), (SIMPLE, b"Isi")])
def test_pictures_of_older_programs_and_simple_fields_are_taken_the_same(
    tmp_path: Path, markup: str, left: bytes
) -> None:
    document, paragraph = template(tmp_path)
    rid = link(document) if "RID" in markup else ""
    paragraph._p.append(parse_xml(markup.replace("RID", rid)))
    found, parts = examined(tmp_path, document)
    body = parts["word/document.xml"]
    assert (found.temuan.kode, left in body, b"imagedata" in body) == ("T22", True, False)


def test_in_a_header_it_is_told_there(tmp_path: Path) -> None:
    document, _ = template(tmp_path)
    head = document.sections[0].header
    head.paragraphs[0].text = "Kop: "
    rid = head.part.relate_to(OUTSIDE, _KIND + "image", is_external=True)
    head.paragraphs[0].add_run().add_picture(io.BytesIO(png()))
    next(head._element.iter(qn("a:blip"))).set(qn("r:link"), rid)
    found, _ = examined(tmp_path, document)
    assert (found.temuan.kode, found.place.part, found.place.sentence) == ("T22", "kepala halaman", "Kop:")


def test_of_many_the_first_ten_are_told_and_how_many_more_there_are(tmp_path: Path) -> None:
    document, _ = template(tmp_path)
    rid = link(document)
    for _ in range(12):
        drawn(document.add_paragraph("Foto: "), rid)
    document.save(str(tmp_path / "pk.docx"))
    told = [one for one in examine_template(tmp_path / "pk.docx", PK).temuan if one.temuan.kode == "T22"]
    assert (len(told), "Masih ada 2 gambar lain" in message(told[-1].temuan)) == (10, True)


@pytest.mark.parametrize("kind", ["hyperlink", "frame"])
def test_what_leads_outside_otherwise_is_refused_at_its_place(tmp_path: Path, kind: str) -> None:
    document, paragraph = template(tmp_path)
    drawn(paragraph, link(document, kind))
    document.save(str(tmp_path / "pk.docx"))
    (found,) = examine_template(tmp_path / "pk.docx", PK).temuan
    assert (found.temuan.kode, found.place.sentence, severity(found.temuan)) == ("T25", "Peta kantor:", Severity.GALAT)


def test_a_linked_picture_of_an_excel_template_is_left_out(tmp_path: Path) -> None:
    book, file = openpyxl.Workbook(), io.BytesIO()
    picture = Image(io.BytesIO(png()))
    book.active.add_image(picture, "B2")  # type: ignore[union-attr]
    book.save(file)
    out = io.BytesIO()
    with zipfile.ZipFile(file) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            data = old.read(name)
            if name.startswith("xl/drawings/_rels/"):
                data = data.replace(
                    b'Target="/xl/media/image1.png"', f'Target="{OUTSIDE}" TargetMode="External"'.encode()
                )
            new.writestr(name, data.replace(b"r:embed", b"r:link") if name == "xl/drawings/drawing1.xml" else data)
    parts = package.read_sheets(out.getvalue())
    assert [(one.target, one.is_kept) for one in parts.linked] == [(OUTSIDE, False)]
    assert parts.book is not None
    assert b"Anchor><" not in parts.book.contents["xl/drawings/drawing1.xml"]
