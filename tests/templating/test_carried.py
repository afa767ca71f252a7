"""What a template carries into every document without being a tag: told at its place, and nothing else is told."""

from __future__ import annotations

from pathlib import Path

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from pokin_docs.documents.kinds import KINDS
from pokin_docs.model.catalogue import message, severity
from pokin_docs.model.findings import Severity
from pokin_docs.render.write import examine_template
from pokin_docs.templating.faults import TemplateFinding

_PK = next(kind for kind in KINDS if kind.kode == "pk")
_NEW = ("T16", "T17", "T18", "T19", "T20")


def told(tmp_path: Path, *paragraphs: str, header: str = "") -> list[TemplateFinding]:
    """The findings of this kind in a template of these paragraphs, given as the XML inside them."""
    doc = docx.Document()
    for inner in paragraphs:
        doc.element.body.insert(len(doc.element.body) - 1, parse_xml(f"<w:p {nsdecls('w')}>{inner}</w:p>"))
    if header:
        paragraph = doc.sections[0].header.paragraphs[0]._p
        paragraph.getparent().replace(paragraph, parse_xml(f"<w:p {nsdecls('w')}>{header}</w:p>"))
    doc.save(str(tmp_path / "pk.docx"))
    return [found for found in examine_template(tmp_path / "pk.docx", _PK).temuan if found.temuan.kode in _NEW]


def run(text: str, form: str = "") -> str:
    return f'<w:r>{form}<w:t xml:space="preserve">{text}</w:t></w:r>'


def field(instruction: str) -> str:
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {instruction} </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>' + run("x") + '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def control(about: str, inner: str) -> str:
    return f"<w:sdt><w:sdtPr>{about}</w:sdtPr><w:sdtContent>{inner}</w:sdtContent></w:sdt>"


_BY = 'w:id="1" w:author="Contoh" w:date="2026-01-05T00:00:00Z"'
BOUND = '<w:dataBinding w:xpath="/x:data[1]/x:nama[1]" w:storeItemID="{00000000-0000-0000-0000-000000000001}"/>'
PROPERTY = '<w:dataBinding w:xpath="/ns1:coreProperties[1]/ns0:title[1]" w:storeItemID="{6C3C8BC8-F283-45AE-878A-BAB7291924A1}"/>'

CARRIED = {
    "added text": (f"<w:ins {_BY}>{run('baru')}</w:ins>", "T16", "ditambahkan «baru»"),
    "deleted text": (f"<w:del {_BY}><w:r><w:delText>lama</w:delText></w:r></w:del>{run('sisa')}", "T16", "dihapus «lama»"),
    "moved text": (f"<w:moveTo {_BY}>{run('pindah')}</w:moveTo>", "T16", "ditambahkan «pindah»"),
    "changed form of a run": (run("x", f"<w:rPr><w:b/><w:rPrChange {_BY}><w:rPr/></w:rPrChange></w:rPr>"), "T16",
                              "diubah bentuknya"),
    "changed form of a paragraph": (f"<w:pPr><w:jc w:val='center'/><w:pPrChange {_BY}><w:pPr/></w:pPrChange></w:pPr>"
                                    + run("x"), "T16", "diubah bentuknya"),
    "date that moves": (field("DATE \\@ dd-MM-yyyy"), "T18", "bidang DATE"),
    "name of the file": (f'<w:fldSimple w:instr=" FILENAME ">{run("x")}</w:fldSimple>', "T18", "bidang FILENAME"),
    "name of the user, in small letters": (field("username"), "T18", "bidang username"),
    "field of a mail merge": (field("MERGEFIELD nama"), "T18", "gabungan surat"),
    "field within a field": (field("IF 1 = 1 " ) .replace("</w:instrText>", "</w:instrText></w:r>" + field("TIME") + "<w:r>", 1),
                             "T18", "bidang TIME"),
    "old form field": (field("FORMTEXT"), "T19", "FORMTEXT"),
    "control that nobody filled in": (control("<w:showingPlcHdr/>", run("Klik di sini")), "T19", "«Klik di sini»"),
    "control of other data": (control(BOUND, run("Dinas")), "T19", "diambil Word dari data lain"),
    "hidden text": (run("rahasia", "<w:rPr><w:vanish/></w:rPr>"), "T20", "«rahasia»"),
}  # fmt: skip


@pytest.mark.parametrize("name", CARRIED)
def test_what_is_carried_along_is_a_warning_at_its_paragraph(tmp_path: Path, name: str) -> None:
    inner, kode, words = CARRIED[name]
    (found,) = told(tmp_path, run("Atas"), inner, run("Bawah"))
    assert found.temuan.kode == kode
    assert words in message(found.temuan)
    assert found.place.paragraph == 1
    assert severity(found.temuan) is Severity.PERINGATAN


FINE = {
    "page numbers and lists": field("PAGE") + field("NUMPAGES") + field('TOC \\o "1-3"') + field("SEQ Tabel"),
    "title of the document": field("TITLE"),
    "control with a tag": control("<w:showingPlcHdr/>", run("{{ tempat }}")),
    "control that is filled in": control("<w:text/>", run("Dinas Contoh")),
    "control of a document property": control(PROPERTY, run("Judul")),
    "text that is hidden nowhere": run("x", '<w:rPr><w:vanish w:val="0"/></w:rPr>'),
    "hidden tag": run("{{ tempat }}", "<w:rPr><w:vanish/></w:rPr>"),
}


@pytest.mark.parametrize("name", FINE)
def test_what_prints_as_it_should_is_not_told(tmp_path: Path, name: str) -> None:
    assert told(tmp_path, FINE[name]) == []


def test_a_comment_is_quoted_and_told_where_it_stands(tmp_path: Path) -> None:
    doc = docx.Document()
    doc.add_paragraph("Atas")
    doc.add_comment(doc.add_paragraph("Bawah").runs, text="Mohon diperiksa", author="Contoh", initials="C")
    doc.save(str(tmp_path / "pk.docx"))
    (found,) = [one for one in examine_template(tmp_path / "pk.docx", _PK).temuan if one.temuan.kode in _NEW]
    assert (found.temuan.kode, found.place.paragraph, found.place.sentence) == ("T17", 1, "Bawah")
    assert "Mohon diperiksa" in message(found.temuan)


def test_a_header_is_looked_at_too(tmp_path: Path) -> None:
    (found,) = told(tmp_path, run("isi"), header=field("DATE"))
    assert "kepala halaman" in message(found.temuan)


def test_one_paragraph_is_one_finding_of_a_kind(tmp_path: Path) -> None:
    (found,) = told(tmp_path, f"<w:ins {_BY}>{run('a')}</w:ins>{run('b')}<w:ins {_BY}>{run('c')}</w:ins>")
    assert "ditambahkan «a», ditambahkan «c»" in message(found.temuan)


@pytest.mark.parametrize(("count", "lagi"), [(10, ""), (11, "Masih ada 1 tempat lain")])
def test_of_many_places_ten_are_told_and_the_others_counted(tmp_path: Path, count: int, lagi: str) -> None:
    found = told(tmp_path, *[field("DATE")] * count)
    assert len(found) == 10
    assert ("Masih ada" in message(found[-1].temuan)) == bool(lagi)
    assert lagi in message(found[-1].temuan)


def test_shipped_templates_carry_nothing() -> None:
    templates = Path(__file__).parents[2] / "templates"
    for kind in KINDS:
        for name in kind.templat:
            if (templates / name).is_file():
                assert not [one for one in examine_template(templates / name, kind).temuan if one.temuan.kode in _NEW]


def test_an_empty_paragraph_with_a_change_is_told_below_what_stands_above(tmp_path: Path) -> None:
    (found,) = told(tmp_path, run("Atas"), f"<w:pPr><w:rPr><w:ins {_BY}/></w:rPr></w:pPr>")
    assert found.place.paragraph == 1
