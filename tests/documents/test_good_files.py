"""What the file of a document says of itself: title, author, day, language; headings, alt texts, names of tables."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import docx
import pytest
from docx.document import Document
from docx.oxml.ns import qn
from lxml import etree

from helpers.places import ROOT
from helpers.word_files import buka, isikan, pak, surat
from pokin_docs.documents.kind import Writer
from pokin_docs.documents.kinds import KINDS
from pokin_docs.documents.pk.content import PerjanjianKinerja
from pokin_docs.documents.pk.kind import PK
from pokin_docs.documents.renstra.content import Renstra, RenstraChapters
from pokin_docs.documents.renstra.kind import RENSTRA
from pokin_docs.documents.values import missing
from pokin_docs.model.findings import FindingLog
from pokin_docs.templating.fill import compile as word

_IN_WORD = tuple(kind for kind in KINDS if kind.writer is Writer.WORD)
LOGO = ROOT / "inputs" / "logo-contoh.png"


def paper(**changes: object) -> PerjanjianKinerja:
    content = PK.sample()
    assert isinstance(content, PerjanjianKinerja)
    return replace(content, **changes)  # type: ignore[arg-type]


def filled(tmp_path: Path, content: object) -> Document:
    """The document of the shipped template of its kind, with a logo."""
    words = (kind for kind in KINDS if kind.writer is Writer.WORD)
    name = next(kind.templat[0] for kind in words if isinstance(content, kind.content))
    logo = word.read_logo(LOGO, FindingLog())
    data, found = isikan(tmp_path, (ROOT / "templates" / name).read_bytes(), content, logo=logo, teruji=True)
    assert list(found) == []
    return docx.Document(io.BytesIO(data))


@pytest.fixture(scope="module")
def documents(tmp_path_factory: pytest.TempPathFactory) -> tuple[Document, ...]:
    """A document of each kind."""
    return tuple(
        filled(tmp_path_factory.mktemp(kind.kode), kind.sample()) for kind in KINDS if kind.writer is Writer.WORD
    )


def test_every_kind_tells_what_its_documents_are() -> None:
    for kind in KINDS:
        assert kind.about is not None
        about = kind.about(kind.sample())
        assert about.title
        assert about.author == "Dinas Contoh"
        assert about.day is not None


def test_a_pk_names_its_year_post_and_id(tmp_path: Path) -> None:
    core = filled(tmp_path, paper()).core_properties
    assert core.title == "Perjanjian Kinerja 2026 – Kepala Dinas Contoh (KADIS)"
    assert core.author == core.last_modified_by == "Dinas Contoh"
    assert core.created == core.modified == datetime(2026, 1, 5, tzinfo=UTC)
    assert core.language == "id-ID"


@pytest.mark.parametrize(
    ("tanggal", "created"),
    [("\u00a0\u00a0Februari 2026", datetime(2026, 2, 1, tzinfo=UTC)), (missing("tanggal", "Identitas"), None)],
)
def test_an_open_day_is_the_first_of_its_month_and_none_is_made_up(
    tmp_path: Path, tanggal: object, created: datetime | None
) -> None:
    assert filled(tmp_path, paper(tanggal=tanggal)).core_properties.created == created


def test_a_chapter_of_the_renstra_is_told_from_the_whole(tmp_path: Path) -> None:
    content = RENSTRA.sample()
    assert isinstance(content, Renstra)
    assert RENSTRA.about is not None
    chapter = RenstraChapters(False, False, True, False, False, False)
    whole, second = (RENSTRA.about(replace(content, bagian=part)) for part in (content.bagian, chapter))
    assert whole.title == "Rencana Strategis Dinas Contoh 2025-2029"
    assert second.title == whole.title + " – Bab II"


def test_an_office_s_template_hands_on_no_person_and_no_program(tmp_path: Path) -> None:
    """A title that the office fills by a tag is its own wish."""
    data = surat("<w:p><w:r><w:t>{{ tahun }}</w:t></w:r></w:p>", judul="Punya seseorang")
    app = {"docProps/app.xml": b"<Properties><Application>Anything</Application><Company>Toko</Company></Properties>"}
    parts = buka(data)
    kind = b"application/vnd.openxmlformats-officedocument.extended-properties+xml"
    entry = b'<Override PartName="/docProps/app.xml" ContentType="' + kind + b'"/></Types>'
    parts["[Content_Types].xml"] = parts["[Content_Types].xml"].replace(b"</Types>", entry)
    made, _ = isikan(tmp_path, pak({**parts, **app}), paper(), teruji=True)
    assert b"Toko" not in buka(made)["docProps/app.xml"]
    assert "Punya" not in buka(made)["docProps/core.xml"].decode()
    tagged, _ = isikan(tmp_path, surat("<w:p/>", judul="PK {{ tahun }} kami"), paper(), teruji=True)
    assert "PK 2026 kami" in buka(tagged)["docProps/core.xml"].decode()


def test_a_template_without_properties_gets_some(tmp_path: Path) -> None:
    made, _ = isikan(tmp_path, surat("<w:p><w:r><w:t>{{ tahun }}</w:t></w:r></w:p>"), paper(), teruji=True)
    assert docx.Document(io.BytesIO(made)).core_properties.title.startswith("Perjanjian Kinerja 2026")


def test_a_reader_finds_headings_and_language(documents: tuple[Document, ...]) -> None:
    for document in documents:
        headings = [p for p in document.paragraphs if p.style is not None and p.style.name.startswith("Heading")]
        assert headings
        assert [lang.get(qn("w:val")) for lang in document.styles.element.iter(qn("w:lang"))][:1] == ["id-ID"]


def _pictures(document: Document) -> Iterator[etree._Element]:
    yield from document.element.body.iter(
        "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
    )


def test_every_picture_has_an_alt_text(documents: tuple[Document, ...]) -> None:
    assert [picture for document in documents for picture in _pictures(document) if not picture.get("descr")] == []
    assert any(picture.get("descr") == "Lambang daerah" for picture in _pictures(documents[0]))


def test_tables_of_a_pk_have_names_and_merge_no_cell_alone(documents: tuple[Document, ...]) -> None:
    body = documents[0].element.body
    titles = [table.find(f"{qn('w:tblPr')}/{qn('w:tblCaption')}") for table in body.iter(qn("w:tbl"))]
    assert [title.get(qn("w:val")) for title in titles if title is not None] == [
        "Kop surat", "Tanda tangan", "Sasaran, indikator kinerja, dan target", "Anggaran", "Tanda tangan"
    ]  # fmt: skip
    assert list(body.iter(qn("w:caps"))) == []
    assert list(body.iter(qn("w:vMerge"))) == []  # of the sample each row is a group of its own


def test_the_head_of_an_agency_signs_below_the_emblem_alone(tmp_path: Path) -> None:
    texts = {
        kop: "\n".join(map(str, filled(tmp_path, paper(pakai_kop=kop)).element.body.itertext()))
        for kop in (True, False)
    }
    assert "Telepon (0500) 123456" in texts[True]
    assert "Telepon" not in texts[False]
    emblem, code = "Lambang daerah", "Kode QR untuk verifikasi"
    for qr, pictures in ((paper().qr, [emblem, code]), ("", [emblem])):
        printed = filled(tmp_path, paper(pakai_kop=False, qr=qr))
        assert [picture.get("descr") for picture in _pictures(printed)] == pictures


@pytest.mark.parametrize("many", [True, False])
def test_only_a_pk_of_more_than_two_pages_numbers_them(tmp_path: Path, many: bool) -> None:
    document = filled(tmp_path, paper(banyak_halaman=many))
    section = document.sections[0]
    assert section.different_first_page_header_footer
    assert (section.first_page_header.paragraphs[0].text, section.first_page_footer.paragraphs[0].text) == ("", "")
    fields = [field.text or "" for field in section.footer._element.iter(qn("w:instrText"))]
    assert [field.strip() for field in fields] == (["PAGE", "NUMPAGES"] if many else [])
    assert ("Kepala Dinas Contoh, halaman" in section.footer.paragraphs[0].text) is many


def test_who_is_pppk_has_the_number_of_one(tmp_path: Path) -> None:
    party = replace(paper().pihak_pertama, pppk=True, pangkat="", golongan="IX")
    said = "".join(filled(tmp_path, paper(pihak_pertama=party)).element.body.itertext())
    assert f"NI\u00a0PPPK\u00a0{party.nip}" in said
    assert "Golongan\u00a0IX" in said
    plain = replace(paper().pihak_kedua, pppk=False)
    assert "PPPK" not in "".join(filled(tmp_path, paper(pihak_kedua=plain)).element.body.itertext())
