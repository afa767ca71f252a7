"""Previews of documents: what stands in the Word file stands in the page, looking alike, and nothing of it can run."""

from __future__ import annotations

import base64
import hashlib
import io
import re
import shutil
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
from docx import Document
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_BREAK, WD_COLOR_INDEX, WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm, Mm, Pt, RGBColor
from lxml import html

from helpers.browser import LAPTOP, TELEPON, axe, until
from helpers.browser import opened as open_page
from helpers.workbooks import BAKU, put, understood, write
from pokin_docs.report.preview.page import page, preview_path, previews

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
PIXEL = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)


def parsed(page: bytes) -> Any:
    """The page as lxml has it; the types of what an XPath gives are too many to be told apart in a test."""
    return html.fromstring(page)


def saved(make: Callable[[Any], object]) -> bytes:
    """A Word document that a test fills."""
    document = Document()
    make(document)
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()


def shown(data: bytes) -> html.HtmlElement:
    return html.document_fromstring(page(data, "Uji").decode())


def look(root: html.HtmlElement, element: html.HtmlElement) -> dict[str, str]:
    """The declarations of an element's classes."""
    rules = dict(re.findall(r"^\.(\w+)\{(.*)\}$", root.findtext(".//style"), re.MULTILINE))
    text = ";".join(rules.get(name, "") for name in (element.get("class") or "").split())
    return dict(part.split(":", 1) for part in text.split(";") if part)


def paragraph(root: html.HtmlElement, text: str) -> html.HtmlElement:
    (found,) = [
        entry
        for entry in root.iterfind(".//div[@class]")
        if "p" in entry.get("class").split() and entry.text_content() == text
    ]
    return found


def span(root: html.HtmlElement, text: str) -> html.HtmlElement:
    (found,) = [entry for entry in root.iterfind(".//span") if entry.text_content() == text]
    return found


def squeezed(text: str) -> str:
    return "".join(text.split())


def written(data: bytes) -> str:
    """All that can be read in the body of a Word file, without blanks: instructions of fields are not read."""
    body = Document(io.BytesIO(data)).element.body
    return squeezed(
        "".join("-" if one.tag != f"{W}t" else one.text or "" for one in body.iter(f"{W}t", f"{W}noBreakHyphen"))
    )


@pytest.fixture(scope="module")
def example(bangunan_contoh: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A build of the example with its previews beside it."""
    folder = tmp_path_factory.mktemp("pratinjau") / "contoh"
    shutil.copytree(bangunan_contoh, folder)
    for entry in previews(list(documents(folder)), laporan="laporan.html"):
        assert entry.make is not None
        path = folder / entry.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(entry.make((folder / entry.made_from).read_bytes()))
    return folder


def documents(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.glob("*/**/*.docx"))}


def test_every_document_of_a_build_has_a_preview_with_every_text(example: Path) -> None:
    found = documents(example)
    assert len(found) > 30
    for name, data in found.items():
        root = parsed((example / preview_path(name)).read_bytes())
        bodies = root.xpath("//section/div[starts-with(@class, 'isi')]")
        assert squeezed("".join(body.text_content() for body in bodies)) == written(data), name
        tables = Document(io.BytesIO(data)).element.body.iter(f"{W}tbl")
        rows = [len(table.findall(f"{W}tr")) for table in tables]
        assert [len(table.xpath("./*/tr")) for table in root.iter("table")] == rows, name


def test_previews_link_to_report_document_and_neighbours(example: Path) -> None:
    found = list(documents(example))
    for name in found:
        path = example / preview_path(name)
        links = {link.text: unquote(link.get("href")) for link in parsed(path.read_bytes()).iterfind(".//nav/a")}
        assert set(links) >= {"Laporan", "Buka berkas Word"}
        assert (path.parent / links["Buka berkas Word"]).resolve() == (example / name).resolve()
        assert [text for text, target in links.items() if not (path.parent / target).is_file()] == []
        assert ("Sebelumnya" in links, "Berikutnya" in links) == (name != found[0], name != found[-1])


def test_a_path_that_needs_quoting_is_quoted() -> None:
    name = "PK/a: 100% #1.docx"
    (entry,) = previews([name], heading={name: "Judul <b>"})
    assert entry.made_from == name
    assert (entry.jenis, entry.path) == ("pratinjau", "pratinjau/PK/a: 100% #1.html")
    assert entry.make is not None
    root = parsed(entry.make(saved(lambda document: None)))
    assert root.find(".//nav/a").get("href") == "../../PK/a%3A%20100%25%20%231.docx"
    assert root.findtext(".//h1") == "Judul <b>"


def test_the_same_document_gives_the_same_bytes(example: Path) -> None:
    data = (example / "Renstra/Bab-3.docx").read_bytes()
    assert page(data, "Bab 3") == page(data, "Bab 3") == (page(data, "Bab 4").replace(b"Bab 4", b"Bab 3"))


def test_a_preview_is_made_again_when_title_or_neighbour_changes() -> None:
    first, second = "PK/a.docx", "PK/b.docx"
    plain = previews([first])[0].inputs
    assert previews([first])[0].inputs == plain
    others = [
        previews([first, second]),
        previews([first], heading={first: "Lain"}),
        previews([first], laporan="laporan.html"),
    ]
    assert len({plain, *(entries[0].inputs for entries in others)}) == 4


def test_what_is_no_document_says_so() -> None:
    for data in (b"", b"PK\x03\x04 rusak", b"<html>"):
        assert "tidak dapat dipratinjau" in page(data, "Uji").decode()


def test_nothing_may_run_or_be_fetched_but_the_pages_own_script(example: Path) -> None:
    for path in (example / "pratinjau").rglob("*.html"):
        root = parsed(path.read_bytes())
        policy = root.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")[0]
        for name in ("style", "script"):
            (text,) = [part.text for part in root.iter(name)]
            digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
            assert f"{name}-src 'sha256-{digest}';" in policy
        assert policy.startswith("default-src 'none'; img-src data:; ")
        assert "unsafe" not in policy
        for element in root.iter():
            assert not [key for key in element.attrib if key.startswith("on") or key == "style"]
            assert element.get("src", "data:").startswith("data:")
        assert root.xpath("//link|//iframe|//object|//embed|//base") == []


JAHAT = "</div></script><script>x()</script><img src=x onerror=x()>\"'&amp;"


def hostile(document: Any) -> None:
    paragraph = document.add_paragraph(JAHAT)
    paragraph.add_run().add_picture(io.BytesIO(PIXEL))
    paragraph._p.find(f".//{qn('wp:docPr')}").set("descr", JAHAT)
    for address in (
        "javascript:x()",
        "data:text/html,<script>x()</script>",
        "file:///etc/passwd",
        "https://contoh.go.id/a?b=1&c=2",
    ):
        rid = document.part.relate_to(
            address, "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink", is_external=True
        )
        paragraph._p.append(
            parse_xml(
                f'<w:hyperlink {nsdecls("w", "r")} r:id="{rid}"><w:r><w:t>{address[:5]}</w:t></w:r></w:hyperlink>'
            )
        )
    paragraph.runs[0].font.name = 'Arial"; } body { display: none } x { y: url(https://contoh.go.id/'
    paragraph._p.append(parse_xml(f'<w:bookmarkStart {nsdecls("w")} w:id="9" w:name="&quot;&gt;&lt;b&gt;"/>'))


def test_texts_of_a_document_stay_texts() -> None:
    root = shown(saved(hostile))
    assert len(list(root.iter("script"))) == 1
    assert JAHAT in root.xpath("string(//section)")
    assert root.xpath("//img/@alt") == [JAHAT]
    assert root.xpath("//section//a/@href") == ["https://contoh.go.id/a?b=1&c=2"]
    assert "url(" not in root.findtext(".//style")
    assert "}" not in re.sub(r"^.*\{[^{}]*\}$|^@media.*\{$|^\}$", "", root.findtext(".//style"), flags=re.MULTILINE)


def letters(document: Any) -> None:
    line = document.add_paragraph()
    for text, name in (
        ("tebal", "bold"),
        ("miring", "italic"),
        ("kapital", "all_caps"),
        ("coret", "strike"),
        ("atas", "superscript"),
    ):
        setattr(line.add_run(text).font, name, True)
    line.add_run("garis").underline = True
    line.add_run("tanda").font.highlight_color = WD_COLOR_INDEX.YELLOW
    line.add_run("merah").font.color.rgb = RGBColor(255, 0, 0)
    line.add_run("besar").font.size = Pt(20)
    line.add_run("huruf").font.name = "Bookman Old Style"


def test_letters_look_as_in_the_document() -> None:
    root = shown(saved(letters))
    found = {entry.text_content(): look(root, entry) for entry in root.iterfind(".//section//span")}
    assert found["miring"]["font-style"] == "italic"
    assert found["kapital"]["text-transform"] == "uppercase"
    assert found["coret"]["text-decoration"] == "line-through"
    assert found["garis"]["text-decoration"] == "underline"
    assert found["atas"]["vertical-align"] == "super"
    assert found["tanda"]["background"] == "#ff0"
    assert found["merah"]["color"] == "#ff0000"
    assert found["besar"]["font-size"] == "20pt"
    assert found["huruf"]["font-family"].startswith('"Bookman Old Style", "URW Bookman"')
    # What the first run says is said of the line; the others take it back.
    assert "tebal" not in found
    assert found["miring"]["font-weight"] == "400"


def shapes(document: Any) -> None:
    plain = document.add_paragraph("rata")
    plain.paragraph_format.left_indent, plain.paragraph_format.first_line_indent = Pt(36), Pt(-18)
    plain.paragraph_format.space_before, plain.paragraph_format.space_after = Pt(6), Pt(12)
    plain.paragraph_format.line_spacing = 1.5
    plain.alignment = 3
    plain.style.font.name = "Arial"
    document.add_heading("Judul", 1)


def test_paragraphs_look_as_in_the_document() -> None:
    root = shown(saved(shapes))
    css = look(root, paragraph(root, "rata"))
    assert css["text-align"] == "justify"
    assert (css["margin-left"], css["text-indent"]) == ("36pt", "-18pt")
    assert (css["margin-top"], css["margin-bottom"]) == ("6pt", "12pt")
    assert css["line-height"] == f"{1.15 * 1.5:g}"
    heading = paragraph(root, "Judul")
    assert heading.get("aria-level") == "2"
    assert "ikut" in heading.get("class").split()
    assert look(root, heading)["font-weight"] == "700"


def indented(document: Any) -> None:
    for style, own in ((-18, 9), (9, -18), (-18, None), (9, None)):
        named = document.styles.add_style(f"{style} {own}", WD_STYLE_TYPE.PARAGRAPH)
        named.paragraph_format.first_line_indent = Pt(style)
        line = document.add_paragraph(named.name, named)
        if own is not None:
            line.paragraph_format.first_line_indent = Pt(own)


def test_the_nearer_of_two_styles_wins_over_both_ways_of_saying_the_same() -> None:
    """Word has one word for a first line that stands in and another for one that hangs out."""
    root = shown(saved(indented))
    said = [look(root, paragraph(root, text))["text-indent"] for text in ("-18 9", "9 -18", "-18 None", "9 None")]
    assert said == ["9pt", "-18pt", "-18pt", "9pt"]


def letterhead(document: Any) -> None:
    line = document.add_paragraph("kop")
    border = '<w:pBdr {}><w:bottom w:val="thickThinSmallGap" w:sz="24" w:space="1" w:color="auto"/></w:pBdr>'
    line._p.get_or_add_pPr().append(parse_xml(border.format(nsdecls("w"))))


def test_the_line_under_a_letterhead_is_thick_and_thin() -> None:
    root = shown(saved(letterhead))
    css = look(root, paragraph(root, "kop"))
    assert css["border-bottom"] == "3pt solid #000"
    assert css["box-shadow"] == "inset 0 -0.75pt #fff, inset 0 -1.5pt #000"
    assert css["padding-bottom"] == "2.5pt"


def test_marks_of_missing_entries_are_highlighted(tmp_path: Path) -> None:
    from pokin_docs.flow.build import build
    from pokin_docs.model.locations import template_folders
    from pokin_docs.model.settings import Settings

    book = write(tmp_path / "buku.xlsx", BAKU, put("Pejabat!D4", None))
    settings = Settings(tmp_path, template_folders(Path("templates")), hanya=("pk",))
    outcome = build(book, understood(book, settings), settings)
    assert outcome.build is not None
    marks = []
    for path in sorted(outcome.build.folder.glob("PK/*/*.docx")):
        root = shown(path.read_bytes())
        spans = root.iterfind(".//section//span")
        marks += [entry.text_content() for entry in spans if look(root, entry).get("background") == "#ff0"]
    assert marks
    assert {text[0] + text[-1] for text in marks} == {"[]"}


def numbers(document: Any) -> None:
    for text in ("satu", "dua"):
        document.add_paragraph(text, style="List Number")
    document.add_paragraph("butir", style="List Bullet")


def test_automatic_numbers_are_written_out() -> None:
    root = shown(saved(numbers))
    assert [entry.text_content() for entry in root.find_class("nomor")] == ["1.\t", "2.\t", "•\t"]


def merged(document: Any) -> None:
    table = document.add_table(4, 3)
    table.style = "Table Grid"
    for row, line in enumerate(("abc", "def", "ghi", "jkl")):
        for column, letter in enumerate(line):
            table.cell(row, column).text = letter
    table.cell(0, 0).merge(table.cell(0, 1))
    table.cell(1, 2).merge(table.cell(3, 2))
    table.rows[0]._tr.get_or_add_trPr().append(parse_xml(f"<w:tblHeader {nsdecls('w')}/>"))
    table.cell(1, 0)._tc.get_or_add_tcPr().append(parse_xml(f'<w:shd {nsdecls("w")} w:val="clear" w:fill="FFE699"/>'))


def test_tables_keep_merged_cells_borders_and_shades() -> None:
    root = shown(saved(merged))
    cells = [
        (cell.tag, squeezed(cell.text_content()), cell.get("colspan"), cell.get("rowspan"))
        for cell in root.xpath("//td|//th")
    ]
    assert cells == [
        ("th", "ab", "2", None), ("th", "c", None, None),
        ("td", "d", None, None), ("td", "e", None, None), ("td", "fil", None, "3"),
        ("td", "g", None, None), ("td", "h", None, None), ("td", "j", None, None), ("td", "k", None, None),
    ]  # fmt: skip
    css = look(root, root.xpath("//td")[0])
    assert (css["border"], css["background"]) == ("0.5pt solid #000", "#ffe699")
    assert css["padding"] == "0 5.4pt 0 5.4pt"


def banded(document: Any) -> None:
    table = document.add_table(3, 2)
    table.style = "Light Shading Accent 1"
    table.cell(0, 0).text = "kepala"
    table.cell(1, 1).text = "isi"


def test_a_table_style_speaks_by_row_and_column() -> None:
    root = shown(saved(banded))
    assert look(root, paragraph(root, "kepala"))["font-weight"] == "700"
    assert look(root, paragraph(root, "isi"))["font-weight"] == "400"
    top, band = (look(root, cell) for cell in (root.xpath("//tr[1]/td")[0], root.xpath("//tr[2]/td")[1]))
    assert "solid #4f81bd" in top["border-top"]
    assert band["background"] == "#d3dfee"


def papers(document: Any) -> None:
    first = document.sections[0]
    first.page_width, first.page_height = Mm(215), Mm(330)
    first.header.paragraphs[0].text = "kepala"
    first.footer.paragraphs[0]._p.append(
        parse_xml(f'<w:fldSimple {nsdecls("w")} w:instr=" PAGE "><w:r><w:t>9</w:t></w:r></w:fldSimple>')
    )
    first.different_first_page_header_footer = True
    document.add_paragraph("tegak").add_run().add_break(WD_BREAK.PAGE)
    document.add_paragraph("halaman dua")
    wide = document.add_section(WD_SECTION.NEW_PAGE)
    wide.orientation, wide.page_width, wide.page_height = WD_ORIENT.LANDSCAPE, Mm(297), Mm(210)
    wide.different_first_page_header_footer = False
    wide._sectPr.append(parse_xml(f'<w:pgNumType {nsdecls("w")} w:fmt="lowerRoman" w:start="4"/>'))
    document.add_paragraph("rebah")


def test_sections_have_their_paper_margins_and_headers() -> None:
    root = shown(saved(papers))
    style = root.findtext(".//style")
    assert "@page kertas0{size:609.45pt 935.45pt;margin:0}" in style
    assert "@page kertas1{size:841.9pt 595.3pt;margin:0}" in style
    upright, wide = root.iter("section")
    assert upright.xpath("./div[starts-with(@class, 'kop')]/@data-untuk") == ["default", "first"]
    assert (wide.get("data-bentuk"), wide.get("data-mulai")) == ("lowerRoman", "4")
    assert [entry.text_content() for entry in wide.xpath("./div[starts-with(@class, 'kop')]")] == ["kepala"]
    assert len(upright.find_class("ganti")) == 1


def fields(document: Any) -> None:
    line = document.add_paragraph("Tabel ")
    for text in ('<w:fldChar w:fldCharType="begin"/>', "<w:instrText> SEQ Tabel </w:instrText>", '<w:fldChar w:fldCharType="separate"/>',
                 "<w:t>7</w:t>", '<w:fldChar w:fldCharType="end"/>', "<w:t>,</w:t>"):  # fmt: skip
        line._p.append(parse_xml(f"<w:r {nsdecls('w')}>{text}</w:r>"))
    line._p.append(
        parse_xml(f"<w:del {nsdecls('w')} w:id='1' w:author='a'><w:r><w:delText>lama</w:delText></w:r></w:del>")
    )
    line._p.append(
        parse_xml(f"<w:sdt {nsdecls('w')}><w:sdtContent><w:r><w:t>kendali</w:t></w:r></w:sdtContent></w:sdt>")
    )
    line._p.append(parse_xml(f"<w:r {nsdecls('w')}><w:noBreakHyphen/><w:sym w:char='2713'/></w:r>"))


def test_of_fields_the_result_is_read_and_of_changes_the_new_text() -> None:
    root = shown(saved(fields))
    assert root.xpath("string(//section)") == "Tabel 7,kendali-✓"


BOX = """<w:r %s xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape">
<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:inline><wp:extent cx="9" cy="9"/><a:graphic><a:graphicData uri="x"><wps:txbx><w:txbxContent>
<w:p><w:r><w:t>dalam kotak</w:t></w:r></w:p></w:txbxContent></wps:txbx></a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice>
<mc:Fallback><w:pict><w:txbxContent><w:p><w:r><w:t>dalam kotak</w:t></w:r></w:p></w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r>"""


def drawings(document: Any) -> None:
    document.add_picture(io.BytesIO(PIXEL), Cm(2), Cm(1))
    document.add_paragraph()._p.append(parse_xml(BOX % nsdecls("w", "wp", "a")))
    chart = '<w:r {}><w:drawing><wp:inline><wp:extent cx="127000" cy="127000"/><wp:docPr id="3" name="b" descr="Bagan capaian"/></wp:inline></w:drawing></w:r>'
    document.add_paragraph()._p.append(parse_xml(chart.format(nsdecls("w", "wp"))))


def test_pictures_boxes_and_what_only_word_draws() -> None:
    root = shown(saved(drawings))
    (picture,) = root.iter("img")
    assert picture.get("src").startswith("data:image/png;base64,")
    assert look(root, picture) == {"width": "56.6929pt", "height": "28.3465pt"}
    assert [entry.text_content().strip() for entry in root.find_class("kotak")] == ["dalam kotak"]
    assert [entry.text_content() for entry in root.find_class("hampa")] == ["Bagan capaian"]


def test_broken_measures_do_not_stop_a_preview() -> None:
    def odd(document: Any) -> None:
        line = document.add_paragraph("tetap terbaca")
        line._p.get_or_add_pPr().append(parse_xml(f'<w:spacing {nsdecls("w")} w:before="x" w:line="y"/>'))
        line._p.get_or_add_pPr().append(
            parse_xml(f'<w:numPr {nsdecls("w")}><w:ilvl w:val="z"/><w:numId w:val="99"/></w:numPr>')
        )
        document.styles["Normal"].element.append(parse_xml(f'<w:basedOn {nsdecls("w")} w:val="Normal"/>'))

    assert "tetap terbaca" in shown(saved(odd)).xpath("string(//section)")


def test_an_entity_of_a_part_is_not_followed() -> None:
    from zipfile import ZipFile

    source, target = ZipFile(io.BytesIO(saved(lambda document: document.add_paragraph("isi")))), io.BytesIO()
    with ZipFile(target, "w") as copy:
        for name in source.namelist():
            text = source.read(name)
            if name == "word/document.xml":
                text = re.sub(
                    rb"(<w:document)", rb'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]>\1', text, count=1
                ).replace(b">isi<", b">isi&a;<")
            copy.writestr(name, text)
    assert shown(target.getvalue()).xpath("string(//section)") == "isi"


# In a real browser.


@contextmanager
def opened(browser: Any, path: Path, size: tuple[int, int] = LAPTOP) -> Iterator[Any]:
    """A preview whose script has done its work."""
    with open_page(browser, path, size, pictures=True) as tab:
        until(tab, "document.documentElement.dataset.siap !== undefined")
        yield tab


def made(folder: Path, make: Callable[[Any], object]) -> Path:
    path = folder / "uji.html"
    path.write_bytes(page(saved(make), "Uji"))
    return path


READ = """() => [...document.querySelectorAll('.isi')].map((part) => {
  const copy = part.cloneNode(true);
  for (const twice of copy.querySelectorAll('[data-ulang]')) twice.remove();
  return copy.textContent;
}).join('').replace(/\\s+/g, '')"""
OUTSIDE = """() => [...document.querySelectorAll('.lembar')].flatMap((sheet, number) => {
  const area = sheet.querySelector('.isi').getBoundingClientRect(), bad = [];
  if (!sheet.matches('.penuh')) bad.push('grown');
  for (const part of sheet.querySelector('.isi').children) {
    const range = document.createRange();
    range.selectNodeContents(part);
    const letters = Math.max(0, ...[...range.getClientRects()].map((box) => box.bottom));
    const box = part.getBoundingClientRect().bottom;
    const bottom = part.matches('.p') ? Math.min(letters, box) : box;
    if (bottom > area.bottom + 1) bad.push(part.textContent.slice(0, 60));
  }
  return bad.map((text) => `${number + 1}: ${text}`);
})"""


@pytest.mark.parametrize(
    "name",
    [
        "PK/JPT/*",
        "PK/Ess-3/*",
        "PK/Sub-Koordinator-JF/*SK-DATA*",
        "PK/JF-JP/*HUMAS-2*",
        "Renstra/Bab-*",
        "Renstra/Renstra*",
    ],
)
def test_pages_hold_every_text_and_nothing_lies_outside(chromium: Any, example: Path, name: str) -> None:
    found = sorted(example.glob(f"{name}.docx"))
    assert found
    for path in found:
        jalur = path.relative_to(example).as_posix()
        with opened(chromium, example / preview_path(jalur)) as tab:
            assert tab.evaluate(READ) == written(path.read_bytes())
            assert tab.evaluate(OUTSIDE) == []
            rows = tab.locator(".isi tr:not([data-ulang] tr)").count()
        assert rows == len(list(Document(str(path)).element.body.iter(f"{W}tr")))


def test_chapters_have_pages_of_their_paper_numbered_and_with_repeated_heads(chromium: Any, example: Path) -> None:
    with opened(chromium, example / "pratinjau/Renstra/Bab-4.html") as tab:
        sizes = tab.locator(".lembar").evaluate_all(
            "sheets => sheets.map((sheet) => [sheet.offsetWidth, sheet.offsetHeight])"
        )
        feet = tab.locator(".kaki").all_inner_texts()
        heads = tab.locator("thead[data-ulang]").count()
    portrait, landscape = [794, 1123], [1123, 794]
    assert len(sizes) > 8
    assert sizes[0] == landscape
    assert sizes[-1] == portrait
    assert sizes.count(landscape) + sizes.count([1588, 1123]) == len(sizes) - sizes.count(portrait) > 5
    assert feet == [str(number) for number in range(1, len(sizes) + 1)]
    assert heads >= 6


@pytest.fixture(scope="module")
def paper(example: Path, tmp_path_factory: pytest.TempPathFactory, soffice: str) -> dict[str, int]:
    """Pages that LibreOffice makes of documents of each kind, by their paths in the build."""
    folder = tmp_path_factory.mktemp("kertas")
    found = [
        *sorted(example.glob("Renstra/Bab-*.docx")),
        *(min(example.glob(f"PK/{kelas}/*.docx")) for kelas in ("JPT", "Ess-3", "Sub-Koordinator-JF", "JF-JP")),
        *example.glob("PK/Ess-3/*TIK.docx"),
    ]
    subprocess.run(
        [soffice, "--headless", f"-env:UserInstallation={(folder / 'profil').as_uri()}", "--convert-to", "pdf",
         "--outdir", str(folder), *map(str, dict.fromkeys(found))],
        check=True, capture_output=True, timeout=180,
    )  # fmt: skip
    return {
        path.relative_to(example).as_posix(): len(
            re.findall(rb"/Type\s*/Page\b(?!s)", (folder / f"{path.stem}.pdf").read_bytes())
        )
        for path in found
    }


def test_every_kind_of_document_prints(paper: dict[str, int]) -> None:
    """A PK is two pages: Pernyataan and Lampiran; every chapter of the Renstra has pages."""
    promises = {name: pages for name, pages in paper.items() if name.startswith("PK/")}
    assert len({name.split("/")[1] for name in promises}) == 4
    assert set(promises.values()) == {2}
    assert len(paper) - len(promises) == 5
    assert all(paper.values())


def test_pages_are_as_many_as_on_paper(chromium: Any, example: Path, paper: dict[str, int]) -> None:
    """Fonts and engines differ by parts of a line, which may make one page more or less of a long chapter."""
    assert len(paper) > 8
    for name, pages in paper.items():
        with opened(chromium, example / preview_path(name)) as tab:
            assert abs(tab.locator(".lembar").count() - pages) <= (pages > 2), name


def test_paper_headers_and_numbers_by_section(chromium: Any, tmp_path: Path) -> None:
    with opened(chromium, made(tmp_path, papers)) as tab:
        sheets = tab.locator(".lembar")
        assert sheets.evaluate_all("all => all.map((one) => [one.offsetWidth, one.offsetHeight])") == [
            [813, 1247],
            [813, 1247],
            [1123, 794],
        ]
        assert tab.locator(".kop").all_inner_texts() == ["", "kepala", "kepala"]
        assert tab.locator(".kaki").all_inner_texts() == ["", "2", "iv"]
        texts = [text.strip() for text in tab.locator(".isi").all_inner_texts()]
        data = tab.pdf(prefer_css_page_size=True)
    assert texts == ["tegak", "halaman dua", "rebah"]
    boxes = re.findall(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)", data)
    assert [(round(float(wide)), round(float(high))) for wide, high in boxes] == [(609, 935), (609, 935), (842, 595)]


def long_lines(document: Any) -> None:
    for number in range(6):
        document.add_paragraph(f"{number} " + " ".join(f"kata{word}" for word in range(300))).alignment = 3


def test_a_long_paragraph_goes_on_on_the_next_page(chromium: Any, tmp_path: Path) -> None:
    with opened(chromium, made(tmp_path, long_lines)) as tab:
        assert tab.locator(".lembar").count() > 2
        assert tab.evaluate(READ) == written(saved(long_lines))
        assert tab.evaluate(OUTSIDE) == []
        assert tab.locator(".terpotong").count() == tab.locator(".lanjut").count() >= 1


def long_merged(document: Any) -> None:
    table = document.add_table(120, 3)
    table.style = "Table Grid"
    for row in range(120):
        table.cell(row, 1).text = f"baris {row}"
    table.cell(2, 0).merge(table.cell(119, 0)).text = "panjang"
    table.cell(3, 2).merge(table.cell(118, 2)).text = "ujung"
    table.rows[0]._tr.get_or_add_trPr().append(parse_xml(f"<w:tblHeader {nsdecls('w')}/>"))


def test_merged_cells_go_on_over_pages(chromium: Any, tmp_path: Path) -> None:
    with opened(chromium, made(tmp_path, long_merged)) as tab:
        assert tab.locator(".lembar").count() >= 3
        middle = "table => [...table.querySelectorAll('tr')].map((row) => [...row.cells].find((cell) => /^baris/.test(cell.textContent)))"
        xs = tab.locator("table").evaluate_all(
            f"tables => tables.flatMap((table) => ({middle})(table).map((cell) => Math.round(cell.getBoundingClientRect().left)))"
        )
        assert len(set(xs)) == 1
        assert tab.evaluate(OUTSIDE) == []
        spans = tab.locator("table").evaluate_all(
            "tables => tables.map((table) => [...table.tBodies[0].rows].length - table.tBodies[0].rows[0].cells[0].rowSpan)"
        )
    assert spans[1:] == [0] * (len(spans) - 1)


def long_cell(document: Any) -> None:
    """A merged cell that begins near the end of the page and says more than its rows there have room for."""
    table = document.add_table(80, 2)
    table.style = "Table Grid"
    for row in range(80):
        table.cell(row, 1).text = f"baris {row}"
    table.cell(36, 0).merge(table.cell(79, 0)).text = "kalimat yang panjang sekali " * 30


def test_a_merged_cell_with_more_to_say_than_its_rows_have_room_for_begins_on_the_next_page(
    chromium: Any, tmp_path: Path
) -> None:
    with opened(chromium, made(tmp_path, long_cell)) as tab:
        assert tab.evaluate(READ) == written(saved(long_cell))
        assert tab.evaluate(OUTSIDE) == []
        second = tab.locator(".lembar").nth(1).inner_text()
    assert second.lstrip().startswith("kalimat yang panjang")


def kept(document: Any) -> None:
    for number in range(44):
        document.add_paragraph(f"isi {number}").paragraph_format.space_after = Pt(4)
        document.add_heading(f"Judul {number}", 2)


def test_a_heading_is_not_parted_from_what_follows(chromium: Any, tmp_path: Path) -> None:
    with opened(chromium, made(tmp_path, kept)) as tab:
        last = tab.locator(".lembar:not(:last-child) .isi > :last-child").all_inner_texts()
    assert last
    assert [text for text in last if not text.startswith("isi")] == []


def tabs(document: Any) -> None:
    line = document.add_paragraph("Bab I\tPendahuluan\t12")
    line.paragraph_format.tab_stops.add_tab_stop(Cm(3))
    line.paragraph_format.tab_stops.add_tab_stop(Cm(15), WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.DOTS)


def test_tabs_lead_to_their_stops(chromium: Any, tmp_path: Path) -> None:
    with opened(chromium, made(tmp_path, tabs)) as tab:
        left, right, dotted = tab.locator(".isi .p").first.evaluate(
            """(p) => {
              const [one, two] = p.querySelectorAll('.t'), range = document.createRange();
              range.setStartAfter(two);
              range.setEndAfter(p.lastChild);
              const zero = p.getBoundingClientRect().left;
              return [one.getBoundingClientRect().right - zero, range.getBoundingClientRect().right - zero, two.className];
            }"""
        )
    assert abs(left - 3 / 2.54 * 96) < 1.5
    assert abs(right - 15 / 2.54 * 96) < 1.5
    assert dotted == "t dot"


def test_nothing_of_a_hostile_document_runs(chromium: Any, tmp_path: Path) -> None:
    with opened(chromium, made(tmp_path, hostile)) as tab:
        assert tab.evaluate("document.scripts.length") == 1
        assert JAHAT in tab.locator(".isi").inner_text()
        assert tab.evaluate("getComputedStyle(document.body).display") == "block"


def test_without_javascript_everything_can_be_read(chromium: Any, example: Path) -> None:
    context = chromium.new_context(java_script_enabled=False)
    tab = context.new_page()
    tab.goto((example / "pratinjau/Renstra/Bab-3.html").as_uri())
    assert tab.locator(".lembar").count() == 3
    assert tab.get_by_text("Sumber: Dinas Komunikasi").last.is_visible()
    assert tab.locator("#cetak").is_hidden()
    context.close()


def test_a_telephone_shows_the_whole_width(chromium: Any, example: Path) -> None:
    with opened(chromium, example / "pratinjau/Renstra/Bab-4.html", TELEPON) as tab:
        assert tab.evaluate("document.documentElement.scrollWidth") <= TELEPON[0]
        assert tab.locator(".lembar").nth(1).bounding_box()["width"] <= TELEPON[0]


def test_the_rules_of_accessibility_are_kept(chromium: Any, example: Path) -> None:
    with opened(chromium, example / "pratinjau/Renstra/Bab-2.html") as tab:
        assert axe(tab) == []
