"""The shipped templates: the wording of the form, the outline of the Renstra, and tables that print as they should."""

from __future__ import annotations

import hashlib
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

import docx
import openpyxl
import pytest
from docx.oxml.ns import qn
from lxml import etree

from helpers.places import ROOT
from pokin_docs.documents.kind import DocumentKind, Dokumen, Writer
from pokin_docs.documents.kinds import KINDS, RENSTRA_2017
from pokin_docs.documents.pk.kind import PK
from pokin_docs.documents.renstra.places import places_of_outline
from pokin_docs.model.findings import FindingLog
from pokin_docs.narrative.printed import TITLES, folded
from pokin_docs.render import inputs, manifest, write
from pokin_docs.templating.fill.read_tags import read_tags
from pokin_docs.templating.fill.template_tags import shipped_tags

TEMPLATES = ROOT / "templates"
WRITTEN = tuple(kind for kind in KINDS if kind.shipped)
"""Kinds whose template is shipped."""
NAMES = tuple(kind.templat[0] for kind in WRITTEN if kind.writer is Writer.WORD)
SHEETS = tuple(kind.templat[0] for kind in WRITTEN if kind.writer is Writer.TABLE)

# PermenPANRB 53/2014, Lampiran I, form I/2-6 (domain.md 1.2): legal wording, never to be "improved".
FIXED = (
    "Dalam rangka mewujudkan manajemen pemerintahan yang efektif, transparan dan akuntabel serta berorientasi pada "
    "hasil, kami yang bertanda tangan di bawah ini:",
    "selanjutnya disebut pihak pertama",
    "selaku atasan pihak pertama, selanjutnya disebut pihak kedua",
    "Pihak pertama berjanji akan mewujudkan target kinerja yang seharusnya sesuai lampiran perjanjian ini, dalam "
    "rangka mencapai target kinerja jangka menengah seperti yang telah ditetapkan dalam dokumen perencanaan. "
    "Keberhasilan dan kegagalan pencapaian target kinerja tersebut menjadi tanggung jawab kami.",
    "Pihak kedua akan melakukan supervisi yang diperlukan serta akan melakukan evaluasi terhadap capaian kinerja dari "
    "perjanjian ini dan mengambil tindakan yang diperlukan dalam rangka pemberian penghargaan dan sanksi.",
)

# Inmendagri 2/2025 (domain.md 2.2); offices add words behind a title, so the beginning counts.
OUTLINE = {
    1: (
        "BAB I PENDAHULUAN",
        "BAB II GAMBARAN PELAYANAN, PERMASALAHAN DAN ISU STRATEGIS PERANGKAT DAERAH",
        "BAB III TUJUAN, SASARAN, STRATEGI DAN ARAH KEBIJAKAN",
        "BAB IV PROGRAM, KEGIATAN, SUBKEGIATAN, DAN KINERJA PENYELENGGARAAN BIDANG URUSAN",
        "BAB V PENUTUP",
    ),
    2: (
        "1.1 Latar Belakang",
        "1.2 Dasar Hukum Penyusunan",
        "1.3 Maksud dan Tujuan",
        "1.4 Sistematika Penulisan",
        "2.1 Gambaran Pelayanan",
        "2.2 Permasalahan dan Isu Strategis",
        "3.1 Tujuan dan Sasaran Renstra",
        "3.2 Strategi dan Arah Kebijakan",
        "3.3 Penjabaran Kinerja (Cascading)",
        "3.4 Kinerja Lintas Perangkat Daerah (Crosscutting)",
        "4.1 Program, Kegiatan, Subkegiatan",
        "4.2 Kinerja Penyelenggaraan Bidang Urusan",
        "5.1 Kaidah Pelaksanaan",
        "5.2 Pengendalian dan Evaluasi",
    ),
    3: (
        "2.1.1 Tugas, Fungsi dan Struktur",
        "2.1.2 Sumber Daya",
        "2.1.3 Kinerja Pelayanan",
        "2.1.4 Kelompok Sasaran Layanan",
        "2.1.5 Mitra",
        "2.1.6 Kerja Sama",
        "2.2.1 Permasalahan",
        "2.2.2 Isu Strategis",
        "4.2.1 Indikator Kinerja Utama (IKU)",
        "4.2.2 Indikator Kinerja Kunci (IKK)",
    ),
}

TABLES = (
    *("2.1", "2.2", "2.3", "2.4", "2.5"),
    *("3.1", "3.2", "3.3", "3.4", "3.5", "3.6"),
    *("4.1", "4.2", "4.3", "4.4", "4.5"),
)


def _body(name: str) -> etree._Element:
    with zipfile.ZipFile(TEMPLATES / name) as package:
        return etree.fromstring(package.read("word/document.xml"))


def _text(element: etree._Element) -> str:
    """Text as it is read: a line break counts as a blank."""
    parts = (" " if node.tag == qn("w:br") else node.text or "" for node in element.iter(qn("w:t"), qn("w:br")))
    return " ".join("".join(parts).split())


def _rows(name: str) -> Iterator[tuple[etree._Element, etree._Element, etree._Element]]:
    for table in _body(name).iter(qn("w:tbl")):
        for row in table.iterchildren(qn("w:tr")):
            properties = row.find(qn("w:trPr"))
            assert properties is not None, _text(row)
            yield table, row, properties


def _headings(level: int) -> list[str]:
    document = docx.Document(str(TEMPLATES / "renstra.docx"))
    style = f"Heading {level}"
    return [
        _text(paragraph._p) for paragraph in document.paragraphs if paragraph.style and paragraph.style.name == style
    ]


@pytest.mark.parametrize("text", FIXED)
def test_fixed_wording_stands_whole_in_one_run(text: str) -> None:
    runs = ["".join(node.text or "" for node in run.iter(qn("w:t"))) for run in _body("pk.docx").iter(qn("w:r"))]
    assert runs.count(text) == 1


@pytest.mark.parametrize("level", OUTLINE)
def test_renstra_has_every_heading_in_order(level: int) -> None:
    found = _headings(level)
    assert len(found) == len(OUTLINE[level])
    for heading, wanted in zip(found, OUTLINE[level], strict=True):
        assert heading.startswith(wanted)


def test_renstra_captions_are_numbered_in_order() -> None:
    styled = {"Caption": [], "KeteranganGambar": []}  # type: dict[str, list[str]]
    for paragraph in _body("renstra.docx").iter(qn("w:p")):
        style = paragraph.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
        if style is not None and style.get(qn("w:val")) in styled:
            styled[str(style.get(qn("w:val")))].append(_text(paragraph))
    assert [caption.split()[1] for caption in styled["Caption"]] == list(TABLES)
    assert styled["KeteranganGambar"] == ["Gambar 3.{{ g.no }} {{ g.judul }}"]


def test_lists_in_front_are_fields_that_filling_replaces() -> None:
    instructions = [node.text or "" for node in _body("renstra.docx").iter(qn("w:instrText"))]
    assert [text.split()[:2] for text in instructions if "TOC" in text] == [["TOC", "\\o"], *[["TOC", "\\h"]] * 2]


def test_every_field_that_begins_also_ends() -> None:
    kinds = [mark.get(qn("w:fldCharType")) for mark in _body("renstra.docx").iter(qn("w:fldChar"))]
    assert kinds
    assert kinds.count("begin") == kinds.count("separate") == kinds.count("end")


@pytest.mark.parametrize("name", NAMES)
def test_no_row_breaks_over_pages(name: str) -> None:
    rows = list(_rows(name))
    assert rows
    assert [_text(row) for _, row, properties in rows if properties.find(qn("w:cantSplit")) is None] == []


@pytest.mark.parametrize("name", NAMES)
def test_header_rows_repeat(name: str) -> None:
    """A table that loops over data begins with header rows, and they come first."""
    tables = [table for table in _body(name).iter(qn("w:tbl")) if "{%tr for" in _text(table)]
    assert tables
    for table in tables:
        marks = [row.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None for row in table.iterchildren(qn("w:tr"))]
        assert marks[0], _text(table)[:80]
        assert marks == sorted(marks, reverse=True)


@pytest.mark.parametrize("name", NAMES)
def test_cells_end_with_a_paragraph_and_fill_the_grid(name: str) -> None:
    for table, row, _ in _rows(name):
        grid = table.find(qn("w:tblGrid"))
        assert grid is not None
        columns = len(list(grid))
        spans = [cell.find(f"{qn('w:tcPr')}/{qn('w:gridSpan')}") for cell in row.iterchildren(qn("w:tc"))]
        assert sum(1 if span is None else int(span.get(qn("w:val"), "")) for span in spans) == columns
        assert all(cell[-1].tag == qn("w:p") for cell in row.iterchildren(qn("w:tc")))


@pytest.mark.parametrize("name", NAMES)
def test_tags_stand_in_one_run_and_never_in_an_attribute(name: str) -> None:
    body = _body(name)
    texts = [node.text or "" for node in body.iter(qn("w:t"))]
    assert any("{%" in text for text in texts)
    for text in texts:
        assert text.count("{") == text.count("}")
        assert not set(text) & set("<>&“”‘’"), text
    assert [value for node in body.iter() for value in node.attrib.values() if "{" in value] == []


def test_signatures_stay_together_with_the_row_above() -> None:
    """The last row of each table of the Lampiran, the gap below and all rows of the signatures keep with the next."""
    body = _body("pk.docx").find(qn("w:body"))
    assert body is not None
    tables = [table for table in body.iter(qn("w:tbl")) if "{%tr for" in _text(table)]
    assert ["TOTAL" in _text(table) for table in tables] == [False, True, True]
    signatures = body.findall(qn("w:tbl"))[-1]
    gap = signatures.getprevious()
    assert gap is not None
    assert gap.tag == qn("w:p")
    rows = [row for row in signatures.iterchildren(qn("w:tr")) if "{%tr" not in _text(row)]
    last_of_budget = [list(table.iterchildren(qn("w:tr")))[-1] for table in tables[1:]]
    last_of_sasaran = [row for row in tables[0].iterchildren(qn("w:tr")) if "{{ i.target }}" in _text(row)][::2]
    assert "nama_cetak" in _text(signatures)
    for element in (*last_of_sasaran, *last_of_budget, gap, *rows):
        paragraphs = [element] if element.tag == qn("w:p") else element.iter(qn("w:p"))
        assert all(p.find(f"{qn('w:pPr')}/{qn('w:keepNext')}") is not None for p in paragraphs), _text(element)


@pytest.mark.parametrize("kind", WRITTEN, ids=lambda kind: kind.kode)
def test_every_placeholder_is_a_field(kind: DocumentKind) -> None:
    assert write.examine_template(TEMPLATES / kind.templat[0], kind).temuan == ()


def test_a_build_need_not_check_what_is_shipped_and_checks_all_else(tmp_path: Path) -> None:
    """Not the shipped Renstra where a PK is expected, either."""
    own, swapped = tmp_path / "sendiri", tmp_path / "tertukar"
    for folder in (own, swapped):
        folder.mkdir()
    document = docx.Document(str(TEMPLATES / "pk.docx"))
    document.add_paragraph("Satu kalimat lagi.")
    document.save(str(own / "pk.docx"))
    (swapped / "pk.docx").write_bytes((TEMPLATES / "renstra.docx").read_bytes())
    for folder, checked in ((TEMPLATES, True), (own, False), (swapped, False)):
        plan = inputs.plan(
            (Dokumen("pk", "PK/1.docx", ("pk.docx",), PK.sample()),), tmp_path / "build", (folder,), None, "program",
            manifest.EMPTY_LIST, FindingLog(), KINDS,
        )  # fmt: skip
        assert [source.checked for source in plan.material.source] == [checked], folder


def test_what_need_not_be_checked_is_what_is_shipped() -> None:
    """After a change of a template run ``scripts/build_templates.py``."""
    names = (*NAMES, *SHEETS)
    shipped = {name: hashlib.sha256((TEMPLATES / name).read_bytes()).hexdigest() for name in names}
    assert {"pk.docx", "renstra.docx", "renstra-86.docx"} <= shipped.keys()
    assert {kind.templat[0]: kind.shipped for kind in WRITTEN} == shipped
    assert {path.name for path in TEMPLATES.iterdir()} == shipped.keys()


def test_the_tags_that_lie_ready_are_those_of_the_shipped_templates() -> None:
    """So the marks of the shipped Renstra are known although its Word file is not read; of another they are not."""
    for kind in WRITTEN:
        assert shipped_tags(kind.shipped) == read_tags(TEMPLATES / kind.templat[0])
    places = shipped_tags(RENSTRA_2017.shipped)
    assert places is not None
    assert len(places.places) > 10
    assert shipped_tags("0" * 64) is None


@pytest.fixture(scope="module")
def built_twice(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """Every template as the script builds it, and as it builds it once more."""
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(str(ROOT / "scripts"))
        import build_templates

        first, again = (tmp_path_factory.mktemp("templat") for _ in range(2))
        for folder in (first, again):
            build_templates.build(folder)
    return first, again


@pytest.mark.parametrize("name", [*NAMES, *SHEETS])
def test_template_is_what_the_script_builds(name: str, built_twice: tuple[Path, Path]) -> None:
    """Members and not the file: how small a zip gets differs from one zlib to the next."""
    first, again = built_twice
    assert (first / name).read_bytes() == (again / name).read_bytes()
    assert _members(TEMPLATES / name) == _members(first / name)


def _members(path: Path) -> list[tuple[str, tuple[int, ...], bytes]]:
    with zipfile.ZipFile(path) as package:
        return [(member.filename, member.date_time, package.read(member)) for member in package.infolist()]


@pytest.mark.parametrize("name", NAMES)
def test_template_carries_nothing_of_a_person_or_of_another_place(name: str) -> None:
    core = docx.Document(str(TEMPLATES / name)).core_properties
    assert core.title
    assert not core.author
    assert not core.last_modified_by
    with zipfile.ZipFile(TEMPLATES / name) as package:
        assert not [part for part in package.namelist() if "thumbnail" in part or "stylesWithEffects" in part]
        assert not [part for part in package.namelist() if b"External" in package.read(part)]


RENSTRA = ("renstra.docx", "renstra-86.docx")
PERIOD = (
    "Undang-Undang Nomor 59 Tahun 2024",
    "Peraturan Presiden Nomor 12 Tahun 2025",
    "Reformasi Birokrasi Nomor 88 Tahun 2021",
    "Keputusan Menteri Dalam Negeri Nomor 050-5889 Tahun 2021",
)


@pytest.mark.parametrize("name", RENSTRA)
@pytest.mark.parametrize("regulation", PERIOD)
def test_the_regulations_of_the_period_are_listed_in_their_order(name: str, regulation: str) -> None:
    listed = [_text(paragraph) for paragraph in _body(name).iter(qn("w:p")) if _style_of(paragraph) == "Butir"]
    assert sum(regulation in text for text in listed) == 1
    ranks = [rank for text in listed for rank, head in enumerate(_RANKS) if re.match(rf"\d+\.{head}", text)]
    assert ranks == sorted(ranks)


_RANKS = ("Undang-Undang", "Peraturan Pemerintah", "Peraturan Presiden", "Peraturan Menteri", "(?:Keputusan|Instruksi)")


def _style_of(paragraph: etree._Element) -> str:
    style = paragraph.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
    return "" if style is None else str(style.get(qn("w:val")))


@pytest.mark.parametrize("name", RENSTRA)
def test_words_of_another_language_are_in_italics_in_our_own_sentences(name: str) -> None:
    upright = []
    for paragraph in _body(name).iter(qn("w:p")):
        for run in paragraph.iter(qn("w:r")):
            text = re.sub(r"\{[{%].*?[%}]\}", "", _text(run))
            foreign = re.search(r"\b(?:outcome|output|cascading|crosscutting|baseline|factor)\b", text, re.IGNORECASE)
            if foreign and run.find(f"{qn('w:rPr')}/{qn('w:i')}") is None:
                upright.append(text)
    assert not upright


@pytest.mark.parametrize("name", RENSTRA)
def test_the_foreword_is_that_of_the_office_or_ours_and_is_signed(name: str) -> None:
    before = []
    for block in _body(name)[0]:
        if _text(block) == "DAFTAR ISI":
            break
        before.append(_text(block))
    start = before.index("KATA PENGANTAR")
    assert before[start + 1 : start + 4] == [
        "{%p if naskah.kata_pengantar %}",
        "{{ naskah.kata_pengantar }}",
        "{%p else %}",
    ]
    assert "{{ kepala.nama_cetak }}" in " ".join(before[start:])


@pytest.mark.parametrize("name", RENSTRA)
def test_a_source_never_stands_alone_below_its_table(name: str) -> None:
    texts = [paragraph for paragraph in _body(name).iter(qn("w:p")) if _text(paragraph).startswith("Sumber:")]
    assert len(texts) > 5
    for paragraph in texts:
        inside = next(paragraph.iterancestors(qn("w:tc")), None) is not None
        assert inside or paragraph.find(f"{qn('w:pPr')}/{qn('w:keepNext')}") is not None


@pytest.mark.parametrize("name", RENSTRA)
def test_each_place_is_known_by_the_heading_above_it(name: str) -> None:
    heading, unknown = "", []
    for paragraph in _body(name).iter(qn("w:p")):
        if _style_of(paragraph).startswith(("Heading", "JudulDepan")):
            heading = _text(paragraph)
        elif place := re.fullmatch(r"\{\{ naskah\.(\w+) \}\}", _text(paragraph)):
            title = folded(re.sub(r"^(BAB [IVX]+|[\d.]+) ", "", heading))
            unknown += [] if TITLES.get(title) == place[1].replace("_", "-") else [(heading, place[1])]
    assert unknown == []


@pytest.mark.parametrize("name", RENSTRA)
def test_a_cell_that_goes_on_below_another_says_nothing(name: str) -> None:
    for merge in _body(name).iter(qn("w:vMerge")):
        cell, table = next(merge.iterancestors(qn("w:tc"))), next(merge.iterancestors(qn("w:tbl")))
        if merge.get(qn("w:val")) != "restart" and not _AT_ITS_OWN_LEVEL.search(_text(table)):
            assert _text(cell) == ""


_AT_ITS_OWN_LEVEL = re.compile("in daftar_(?:perumusan|program_kegiatan) ")
"""Tables whose fields are empty in all rows but that in which their cell begins."""


@pytest.mark.parametrize(("name", "in_2017"), [("renstra.docx", False), ("renstra-86.docx", True)])
def test_each_place_of_an_outline_is_printed_by_its_template(name: str, in_2017: bool) -> None:
    printed = re.findall(r"\{\{ naskah\.(\w+) \}\}", " ".join(map(_text, _body(name).iter(qn("w:p")))))
    assert sorted(printed) == sorted(place.name for place in places_of_outline(in_2017=in_2017))


@pytest.mark.parametrize("name", SHEETS)
def test_excel_template_carries_nothing_of_a_person(name: str) -> None:
    said = openpyxl.load_workbook(TEMPLATES / name).properties
    assert said.title
    assert not said.creator
    assert not said.lastModifiedBy
    with zipfile.ZipFile(TEMPLATES / name) as package:
        assert not [part for part in package.namelist() if b"External" in package.read(part)]


OF_THE_YEAR = (
    "iku.docx", "rkt.docx", "cascading.docx", "crosscutting.docx", "monev.docx", "lkjip.docx", "bukti-konsistensi.docx"
)  # fmt: skip


@pytest.mark.parametrize("name", OF_THE_YEAR)
def test_the_signature_is_a_row_of_the_table_and_the_row_above_stays_with_it(name: str) -> None:
    """LibreOffice keeps no paragraph with the end of a table that began on an earlier page."""
    tables = [table for table in _body(name).iter(qn("w:tbl")) if "nama_cetak" in _text(table)]
    assert tables
    signed = 0
    for table in tables:
        rows = list(table.iter(qn("w:tr")))
        place = next(number for number, row in enumerate(rows) if "nama_cetak" in _text(row))
        above = [row for row in rows[:place] if not _text(row).startswith("{%tr")]
        signed += any("{%tr for" in _text(row) for row in rows[:place])
        # Of its branches the one that is printed last is kept.
        assert any(all(map(_is_kept, row.iter(qn("w:p")))) for row in above[-3:])
    assert signed


def _is_kept(paragraph: etree._Element) -> bool:
    return paragraph.find(f"{qn('w:pPr')}/{qn('w:keepNext')}") is not None


@pytest.mark.parametrize("name", ["monev.docx", "lkjip.docx"])
def test_tables_are_as_wide_as_the_text(name: str) -> None:
    (section,) = _body(name).iter(qn("w:sectPr"))
    size, margins = section.find(qn("w:pgSz")), section.find(qn("w:pgMar"))
    assert size is not None
    assert margins is not None
    text = int(size.get(qn("w:w"), "")) - int(margins.get(qn("w:left"), "")) - int(margins.get(qn("w:right"), ""))
    tables = [table for table in _body(name).iter(qn("w:tbl")) if "{%tr for" in _text(table)]
    widths = {sum(int(column.get(qn("w:w"), "")) for column in table.iter(qn("w:gridCol"))) for table in tables}
    assert all(abs(width - text) < 60 for width in widths), (text, widths)


@pytest.mark.parametrize(
    "name", ["pk.docx", "skp.docx", "rencana-aksi.docx", "manual-iku.docx", "rkt.docx", "renstra.docx",
             "renstra-86.docx", *OF_THE_YEAR]
)  # fmt: skip
def test_the_qr_stands_in_a_row_of_its_own_below_the_signatures(name: str) -> None:
    """At the left of every paper, where nobody signs."""
    rows = [row for row in _body(name).iter(qn("w:tr")) if "{{ qr }}" in _text(row)]
    assert rows
    for row in rows:
        (cell,) = row.iterchildren(qn("w:tc"))
        assert cell.find(f".//{qn('w:jc')}") is None
        assert _text(cell) == "{{ qr }}{% if sidik %}sidik {{ sidik }}{% endif %}"
        above = [_text(one) for one in row.itersiblings(qn("w:tr"), preceding=True)]
        below = [_text(one) for one in row.itersiblings(qn("w:tr"))]
        assert any("nama_cetak" in text for text in above)
        assert not any("nama_cetak" in text or "tte." in text for text in below)
