"""Lists in front: their lines are the headings and captions that the document has, pages are never guessed."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest
from lxml import etree

from helpers.small_content import ISI
from helpers.word_files import buka, isikan, p, sel, surat, tabel
from pokin_docs.templating.fill.contents_lists import asking_to_update

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
STYLES = "".join(
    f'<w:style w:type="paragraph" w:styleId="{identifier}"><w:name w:val="{name}"/></w:style>'
    for identifier, name in (("Judul1", "heading 1"), ("Judul2", "heading 2"), ("Judul4", "heading 4"),
                             ("Isi1", "toc 1"), ("Isi2", "toc 2"), ("Ket", "caption"), ("Tabel", "table of figures"))
)  # fmt: skip


def styled(style: str, text: str) -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>'


def listing(instruction: str) -> str:
    """A field over three paragraphs, as Word writes a table of contents."""

    def mark(kind: str) -> str:
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

    code = f'<w:r><w:instrText xml:space="preserve"> {instruction} </w:instrText></w:r>'
    return f"<w:p>{mark('begin')}{code}{mark('separate')}</w:p>{p('lama ', '7')}<w:p>{mark('end')}</w:p>"


def lines(body: str, folder: Path) -> tuple[list[tuple[str, str]], etree._Element]:
    """Style and text of each line of the lists, and the whole body."""
    data, found = isikan(folder, surat(body, styles=STYLES), ISI)
    assert not list(found)
    root = etree.fromstring(buka(data)["word/document.xml"])
    entries = [line for line in root.iter(_W + "p") if line.find(_W + "hyperlink") is not None]
    return [(_style(line), "".join(map(str, line.itertext(_W + "t")))) for line in entries], root


def _style(paragraph: etree._Element) -> str:
    style = paragraph.find(f"{_W}pPr/{_W}pStyle")
    return "" if style is None else str(style.get(_W + "val"))


def test_contents_list_the_headings_of_their_levels_in_the_order_of_the_document(tmp_path: Path) -> None:
    body = listing('TOC \\o "1-2"') + styled("Judul1", "BAB I") + styled("Judul2", "1.1 {{ judul }}") + p("isi")
    body += styled("Judul4", "terlalu dalam") + styled("Judul2", "")
    assert lines(body, tmp_path)[0] == [("Isi1", "BAB I…"), ("Isi2", f"1.1 {ISI.judul}…")]


def test_a_heading_that_a_condition_leaves_out_is_not_listed(tmp_path: Path) -> None:
    body = listing('TOC \\o "1-2"') + p("{%p if false %}") + styled("Judul1", "BAB I") + p("{%p endif %}")
    body += styled("Judul1", "BAB II")
    assert lines(body, tmp_path)[0] == [("Isi1", "BAB II…")]


def test_tables_and_figures_are_listed_by_their_label(tmp_path: Path) -> None:
    body = listing('TOC \\h \\c "Tabel"') + styled("Ket", "Gambar 1 Peta") + styled("Ket", "Tabel 2.1 {{ judul }}")
    assert lines(body, tmp_path)[0] == [("Tabel", f"Tabel 2.1 {ISI.judul}…")]


def test_the_title_of_a_list_of_nothing_goes_with_it(tmp_path: Path) -> None:
    body = p("sebelum") + styled("Judul4", "DAFTAR GAMBAR") + listing('TOC \\c "Gambar"') + p("{{ judul }}")
    root = lines(body, tmp_path)[1]
    assert ["".join(map(str, paragraph.itertext())) for paragraph in root.iter(_W + "p")] == ["sebelum", ISI.judul]


def test_what_stands_above_a_list_of_nothing_and_is_no_title_stays(tmp_path: Path) -> None:
    root = lines(p("sebelum") + listing('TOC \\c "Gambar"') + p("{{ judul }}"), tmp_path)[1]
    assert ["".join(map(str, paragraph.itertext())) for paragraph in root.iter(_W + "p")] == ["sebelum", ISI.judul]


def test_every_line_refers_to_a_bookmark_of_its_own(tmp_path: Path) -> None:
    old = '<w:p><w:bookmarkStart w:id="7" w:name="_Toc20250001"/><w:bookmarkEnd w:id="7"/></w:p>'
    body = listing('TOC \\o "1-1"') + old + styled("Judul1", "{{ judul }}") * 3
    root = lines(body, tmp_path)[1]
    marks = [(mark.get(_W + "id"), mark.get(_W + "name")) for mark in root.iter(_W + "bookmarkStart")]
    assert len({number for number, _ in marks}) == len({name for _, name in marks}) == 4
    codes = [(code.text or "").split() for code in root.iter(_W + "instrText")]
    assert codes == [["PAGEREF", name, "\\h"] for _, name in marks[1:]]


def test_word_is_asked_to_run_the_fields_once() -> None:
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    asked = asking_to_update(f"<w:settings {space}><w:zoom/><w:compat/></w:settings>".encode())
    assert [etree.QName(child).localname for child in etree.fromstring(asked)] == ["zoom", "updateFields", "compat"]
    assert asking_to_update(asked).count(b"updateFields") == 1


MERGED = {
    "restart": '<w:tc><w:tcPr><w:vMerge w:val="restart"/></w:tcPr><w:p/></w:tc>',
    "continue": "<w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc>",
    "none": "<w:tc><w:tcPr/><w:p/></w:tc>",
}


@pytest.mark.parametrize(
    ("cells", "kept"),
    [
        (("restart", "continue"), 2),
        (("restart", "none"), 0),
        (("restart",), 0),
        (("none", "continue", "continue"), 0),
        (("restart", "restart", "continue", "restart"), 2),
    ],
)
def test_a_cell_merged_with_none_is_not_merged(cells: tuple[str, ...], kept: int, tmp_path: Path) -> None:
    rows = "".join(f"<w:tr>{MERGED[cell]}</w:tr>" for cell in cells)
    root = lines(p("{{ judul }}") + tabel(1, rows) + tabel(1, sel("a")), tmp_path)[1]
    assert len(list(root.iter(_W + "vMerge"))) == kept


def test_pages_in_the_lists_are_those_of_the_pdf(bangunan_contoh: Path, tmp_path: Path, soffice: str) -> None:
    """LibreOffice makes a PDF: each line of the three lists names the page whose text holds its heading."""
    if shutil.which("pdftotext") is None:
        pytest.skip("pdftotext tidak terpasang / pdftotext is not installed")
    source = next(bangunan_contoh.glob("Renstra/Renstra_*.docx"))
    subprocess.run(
        [soffice, "--headless", f"-env:UserInstallation={(tmp_path / 'profil').as_uri()}", "--convert-to", "pdf",
         "--outdir", str(tmp_path), str(source)],
        check=True, capture_output=True, timeout=120,
    )  # fmt: skip
    text = subprocess.run(
        ["pdftotext", "-layout", str(tmp_path / f"{source.stem}.pdf"), "-"], check=True, capture_output=True
    ).stdout.decode()
    pages = text.split("\f")
    front = next(number for number, page in enumerate(pages) if "Latar Belakang" in page and "...." not in page)
    listed = [_folded(entry) for page in pages[:front] for entry in re.split(r"(?<=\d)\n", page) if "...." in entry]
    root = etree.fromstring(buka(source.read_bytes())["word/document.xml"])
    titles = ["".join(map(str, link.itertext(_W + "t"))) for link in root.iter(_W + "hyperlink")]
    assert len(titles) == len(listed) > 40
    for title, entry in zip(map(_folded, titles), listed, strict=True):
        line = re.search(r"(.*?)\.{4,}(\d+)$", entry)
        assert line is not None, entry
        assert line[1].endswith(title), entry
        assert title in _folded(pages[front + int(line[2]) - 1]), entry


def _folded(text: str) -> str:
    return re.sub(r"\s+", "", text)
