"""The drawing as SVG, PNG, PowerPoint and Word: whole, valid, the same every time, and alike."""

from __future__ import annotations

import io
import re
import struct
import subprocess
import sys
import zipfile
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from docx import Document
from docx.section import Section
from lxml import etree

from helpers.places import ROOT
from helpers.tools import missing
from helpers.trees import DRAWING_ML as A
from helpers.trees import all_nodes, conditions, corners_of, drawn, spot, tree
from pokin_docs.drawing.draw import as_docx, as_png, as_pptx, as_svg, draw, draw_all, files
from pokin_docs.drawing.page import MM_PER_PT, BoxKind, BoxParagraph, Drawing, DrawingOptions, Paper, ParagraphKind
from pokin_docs.flow.examine import Understood, examine
from pokin_docs.model.settings import Settings
from pokin_docs.model.source import CellRef

EXAMPLE = ROOT / "inputs" / "diskominfo-balangan.xlsx"
SVG = "{http://www.w3.org/2000/svg}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"


@pytest.fixture(scope="module")
def several() -> Drawing:
    """A drawing of several pages with dashed lines, a skipped level and long words."""
    return drawn(tree(24, 1), conditions(5, 24), Paper.A4)


@pytest.fixture(scope="module")
def example() -> Drawing:
    found = examine(EXAMPLE, Settings(ROOT, ()))
    assert isinstance(found, Understood)
    return draw(found.plan, found.buku)


def shapes(deck: bytes, number: int) -> list[etree._Element]:
    with zipfile.ZipFile(io.BytesIO(deck)) as archive:
        root = etree.fromstring(archive.read(f"ppt/slides/slide{number}.xml"))
    return list(root.iter(f"{P}sp", f"{P}cxnSp"))


def number_of(shape: etree._Element) -> str:
    return next(shape.iter(f"{P}cNvPr")).get("id", "")


def name_of(shape: etree._Element) -> str:
    return next(shape.iter(f"{P}cNvPr")).get("name", "")


def text_of(shape: etree._Element) -> list[str]:
    lines = [
        "".join(" " if node.tag == f"{A}br" else node.text or "" for node in part.iter(f"{A}t", f"{A}br"))
        for part in shape.iter(f"{A}p")
    ]
    return [line.replace("\u200b", "") for line in lines if line]


def test_svg_holds_every_text_as_text(several: Drawing) -> None:
    assert len(several.page) > 2
    for page, text in zip(several.page, as_svg(several), strict=True):
        root = etree.fromstring(text.encode())
        assert root.get("width") == f"{page.width:g}mm"
        assert root.findtext(f"{SVG}desc") == page.summary
        said = [node.text for node in root.iter(f"{SVG}text")]
        assert all(line.text in said for box in page.box for line in box.lines)
        boxes = root.findall(f"{SVG}g[@class='kinerja']")
        assert len(boxes) == sum(box.kind is BoxKind.KINERJA for box in page.box)
        for box in boxes:
            assert box.get("data-kinerja")
        assert "Liberation Sans" in text
        assert "Arial" in text


def test_svg_survives_every_character(several: Drawing) -> None:
    first = several.page[0]
    strange = replace(first, summary="<&>\"' é – 😀", title="a & b <c>")
    root = etree.fromstring(as_svg(Drawing("x", (strange,)))[0].encode())
    assert root.findtext(f"{SVG}desc") == strange.summary
    assert root.get("aria-label") == strange.summary


def test_png_is_as_large_as_the_paper_at_300_dpi_and_holds_no_clock(example: Drawing) -> None:
    (picture,) = as_png(example)
    assert struct.unpack(">II", picture[16:24]) == (4961, 3508)
    kinds = chunk_kinds(picture)
    assert not {b"tIME", b"tEXt", b"iTXt", b"zTXt"} & set(kinds), kinds


def chunk_kinds(picture: bytes) -> list[bytes]:
    kinds, at = [], 8
    while at < len(picture):
        (size,) = struct.unpack(">I", picture[at : at + 4])
        kinds.append(picture[at + 4 : at + 8])
        at += size + 12
    return kinds


def test_png_draws_with_the_shipped_fonts_alone(several: Drawing) -> None:
    """The text is there though the system's fonts are not used: without it the picture holds far less."""
    page = several.page[0]
    mute = replace(page, box=tuple(replace(box, lines=()) for box in page.box), texts=())
    full, bare = as_png(Drawing("x", (page,)), 100)[0], as_png(Drawing("x", (mute,)), 100)[0]
    assert len(full) > 3 * len(bare)


def test_slides_are_as_large_as_the_paper_and_hold_every_text_once(several: Drawing) -> None:
    deck = as_pptx(several)
    with zipfile.ZipFile(io.BytesIO(deck)) as archive:
        size = next(etree.fromstring(archive.read("ppt/presentation.xml")).iter(f"{P}sldSz"))
        slides = [name for name in archive.namelist() if name.startswith("ppt/slides/slide")]
    assert len(slides) == len(several.page)
    assert (int(size.get("cx", "")) / 36000, int(size.get("cy", "")) / 36000) == (297, 210)
    for page in several.page:
        said = [text_of(shape) for shape in shapes(deck, page.number)]
        for box in page.box:
            if box.kind in (BoxKind.KINERJA, BoxKind.CONTINUED, BoxKind.REPEATED, BoxKind.LINTAS):
                assert said.count([part.text for part in box.paragraphs]) == 1, box


def test_strange_texts_stand_whole_on_a_slide() -> None:
    for text in ("•", "• a • b " * 30, "x" * 300, "a\u00a0b " * 40, "Peningkatan/" * 25, " ", "😀 e-" * 50):
        part = (BoxParagraph(text, ParagraphKind.KINERJA), BoxParagraph(text, ParagraphKind.INDIKATOR))
        gambar = drawn((replace(tree(1)[0], content=part),))
        said = ["".join(text_of(shape)).replace(" ", "") for shape in shapes(as_pptx(gambar), 1)]
        assert (2 * text).replace(" ", "") in said


def test_every_line_of_a_slide_is_glued_at_both_ends(several: Drawing) -> None:
    deck = as_pptx(several)
    for page in several.page:
        every = shapes(deck, page.number)
        sites = {number_of(shape): len(list(shape.iter(f"{A}cxn"))) for shape in every if shape.tag == f"{P}sp"}
        lines = [shape for shape in every if shape.tag == f"{P}cxnSp"]
        assert len(lines) >= len(page.lines)
        ends = []
        for line in lines:
            for kind in (f"{A}stCxn", f"{A}endCxn"):
                glue = next(line.iter(kind))
                assert int(glue.get("idx", "")) < sites[glue.get("id", "")]
                ends.append(glue.get("id", ""))
        corners = [number_of(shape) for shape in every if name_of(shape).startswith("Sudut")]
        assert all(ends.count(corner) == 2 for corner in corners)
        boxes = [number_of(shape) for shape in every if name_of(shape).startswith(("kinerja", "lanjut", "ulang"))]
        assert all(box in ends for box in boxes) or len(boxes) == 1


def test_where_a_line_is_glued_is_where_it_ends(several: Drawing) -> None:
    deck = as_pptx(several)
    checked = 0
    for page in several.page:
        every = {number_of(shape): shape for shape in shapes(deck, page.number)}
        for line in (shape for shape in every.values() if shape.tag == f"{P}cxnSp"):
            glued = {
                spot(every[glue.get("id", "")], int(glue.get("idx", "")))
                for kind in (f"{A}stCxn", f"{A}endCxn")
                for glue in line.iter(kind)
            }
            for x, y in corners_of(line):
                assert any(abs(x - gx) < 400 and abs(y - gy) < 400 for gx, gy in glued)
                checked += 1
    assert checked > 50


def paper(section: Section) -> tuple[float, float]:
    """Width and height in mm."""
    assert section.page_width is not None
    assert section.page_height is not None
    return section.page_width.mm, section.page_height.mm


def test_word_has_one_page_of_the_right_size_for_each_picture(several: Drawing) -> None:
    document = Document(io.BytesIO(as_docx(several, 50)))
    section = document.sections[0]
    assert paper(section) == pytest.approx((297, 210), abs=0.5)
    assert section.orientation == 1
    pictures = document.element.body.findall(".//{*}anchor/{*}docPr")
    assert [picture.get("descr") for picture in pictures] == [page.summary for page in several.page]
    sizes = {(e.get("cx"), e.get("cy")) for e in document.element.body.findall(".//{*}anchor/{*}extent")}
    assert sizes == {(str(297 * 36000), str(210 * 36000))}


def test_paper_larger_than_word_knows_is_made_smaller() -> None:
    gambar = drawn(tree(5), (), Paper.A2)
    section = Document(io.BytesIO(as_docx(gambar, 50))).sections[0]
    width, height = paper(section)
    assert round(width) == 558
    assert width / height == pytest.approx(594 / 420, rel=0.001)


def test_the_same_drawing_gives_the_same_bytes(several: Drawing) -> None:
    once, again = (dict(files(several, dpi=50)) for _ in range(2))
    assert once == again
    pages = len(several.page)
    assert len(once) == 2 * pages + 2
    assert f"Pohon-Kinerja-{pages}.svg" in once
    for name in ("Pohon-Kinerja.pptx", "Pohon-Kinerja.docx"):
        with zipfile.ZipFile(io.BytesIO(once[name])) as archive:
            assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
            about = archive.read("docProps/core.xml").decode()
        assert "python" not in about
        assert "Canny" not in about


def test_office_files_say_what_they_are_and_open_without_compatibility_mode(several: Drawing) -> None:
    """Nothing of another program is in them: only parts that we write."""
    drawing = replace(several, author="Dinas Contoh", day=date(2026, 1, 5))
    for name, data in files(drawing, ("pptx", "docx"), dpi=50):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = set(archive.namelist())
            about = archive.read("docProps/core.xml").decode()
            settings = archive.read("word/settings.xml").decode() if name.endswith("docx") else ""
        for said in (drawing.title, "Dinas Contoh", "2026-01-05", "id-ID"):
            assert said in about, name
        assert not [part for part in parts if "thumbnail" in part or "app.xml" in part or "printerSettings" in part]
        if settings:
            assert 'w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"' in settings
        else:
            assert len([part for part in parts if part.startswith("ppt/slideLayouts/") and ".rels" not in part]) == 1


def test_every_slide_has_its_title_as_such(several: Drawing) -> None:
    data = dict(files(several, ("pptx",)))["Pohon-Kinerja.pptx"]
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        slides = [archive.read(name).decode() for name in archive.namelist() if name.startswith("ppt/slides/slide")]
    assert len(slides) == len(several.page)
    for slide in slides:
        titles = re.findall(r'<p:ph type="title"/>.*?<a:t>([^<]*)', slide)
        assert [title.startswith("POHON KINERJA") for title in titles] == [True]


def test_office_files_pass_the_validator(tmp_path: Path, several: Drawing) -> None:
    audit = pytest.importorskip("openxml_audit")
    for name, data in files(several, ("pptx", "docx"), dpi=50):
        (tmp_path / name).write_bytes(data)
        assert [str(error) for error in audit.OpenXmlValidator().validate(str(tmp_path / name)).errors] == [], name


def test_what_goes_into_a_build_names_its_cells() -> None:
    found = examine(EXAMPLE, Settings(ROOT, ()))
    assert isinstance(found, Understood)
    cells = {kinerja.number: kinerja.source for kinerja in found.plan.pohon.kinerja}
    made = draw_all(draw(found.plan, found.buku), cells, form=("svg", "pptx"))
    assert [(entry.jenis, entry.path) for entry in made] == [
        ("pohon", "Pohon-Kinerja.svg"), ("pohon", "Pohon-Kinerja.pptx")
    ]  # fmt: skip
    assert set(made[0].source) == set(cells.values())


def test_a_page_names_the_cells_it_shows_and_stands_while_they_do(several: Drawing) -> None:
    numbers = {box.number for page in several.page for box in page.box if box.number is not None}
    cells = {number: CellRef("Tahap 5", number) for number in numbers}
    *pages, whole = draw_all(several, cells, form=("svg", "docx"))
    assert len(pages) == len(several.page)
    for page, entry in zip(several.page, pages, strict=True):
        assert {cell.baris for cell in entry.source} == {box.number for box in page.box if box.number is not None}
    assert len(pages[-1].source) < len(whole.source) == len(numbers)
    other = replace(several, page=(replace(several.page[0], title="lain", summary="lain"), *several.page[1:]))
    again = draw_all(other, cells, form=("svg", "docx"))
    changed = [was.inputs != now.inputs for was, now in zip((*pages, whole), again, strict=True)]
    assert changed == [True, *[False] * (len(pages) - 1), True]


@pytest.fixture(scope="module")
def printed(several: Drawing, soffice: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder with ``p.pdf`` and ``s.pdf``, printed by LibreOffice from the Word document and the slides."""
    folder = tmp_path_factory.mktemp("cetak")
    (folder / "p.docx").write_bytes(as_docx(several, 50))
    (folder / "s.pptx").write_bytes(as_pptx(several))
    profile = f"-env:UserInstallation={(folder / 'profil').as_uri()}"
    subprocess.run(
        [soffice, profile, "--headless", "--convert-to", "pdf", "--outdir", folder, folder / "p.docx", folder / "s.pptx"],
        check=True, capture_output=True, timeout=180,
    )  # fmt: skip
    return folder


def told(*command: str | Path) -> str:
    return subprocess.run(command, check=True, capture_output=True, encoding="utf-8").stdout


def test_libreoffice_prints_the_word_document_page_for_page(several: Drawing, printed: Path) -> None:
    assert f"Pages:           {len(several.page)}" in told("pdfinfo", printed / "p.pdf")


def test_libreoffice_shows_the_slides_line_for_line(several: Drawing, printed: Path) -> None:
    """As many pages of the paper's size, and every line of every box, with the same words, where the SVG has it."""
    if not (printed / "s.pdf").exists():
        missing("LibreOffice Impress tidak terpasang / LibreOffice Impress is not installed")
    spoken = told("pdftotext", "-bbox", printed / "s.pdf", "-").encode()
    pages = etree.fromstring(spoken, etree.HTMLParser(encoding="utf-8")).findall(".//page")
    assert len(pages) == len(several.page)
    lines = 0
    for page, shown in zip(several.page, pages, strict=True):
        mm = [float(shown.get(side)) * 25.4 / 72 for side in ("width", "height")]
        assert mm == pytest.approx([page.width, page.height], abs=0.2)
        words = [
            ([float(word.get(edge)) * 25.4 / 72 for edge in ("xmin", "ymin", "xmax", "ymax")], word.text)
            for word in shown.iter("word")
        ]
        for box in page.box:
            for line in box.lines:
                if box.kind is BoxKind.JENJANG or line.text == "•":
                    continue
                em = line.font_size * MM_PER_PT
                said = [
                    text
                    for (left, top, right, bottom), text in sorted(words)
                    if abs((top + bottom) / 2 - line.y + 0.3 * em) < 0.5 * em
                    and line.x - 0.3 * em < left < right < box.right
                ]
                want = line.text.replace("\u00a0", " ").split()
                assert [text.replace("\u200b", "") for text in said[: len(want)]] == want, (page.number, line)
                lines += 1
    assert lines > 200


def pokin(*arguments: object, cwd: Path) -> subprocess.CompletedProcess[str]:
    code = (
        "import sys, click; sys.argv[0] = 'pokin'; from pokin_docs.cli.pohon import pohon\n"
        "try: pohon.main(sys.argv[1:], standalone_mode=False)\n"
        "except click.ClickException as error: error.show(); sys.exit(2)"
    )
    return subprocess.run(
        [sys.executable, "-c", code, *map(str, arguments)],
        cwd=cwd, env={"PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"}, capture_output=True, encoding="utf-8",
    )  # fmt: skip


def test_the_command_writes_what_was_asked_for(tmp_path: Path) -> None:
    done = pokin(EXAMPLE, "--format", "svg", "--format", "pptx", "--kertas", "a2", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    made = sorted(path.name for path in (tmp_path / "build" / "diskominfo-balangan").iterdir())
    assert made == ["Pohon-Kinerja_A2.pptx", "Pohon-Kinerja_A2.svg", "manifes.json"]
    assert "1 halaman, huruf" in done.stdout
    svg = (tmp_path / "build" / "diskominfo-balangan" / "Pohon-Kinerja_A2.svg").read_text(encoding="utf-8")
    assert "Terwujudnya Infrastruktur" in svg


def test_the_command_refuses_a_workbook_with_faults(tmp_path: Path) -> None:
    (tmp_path / "rusak.xlsx").write_bytes(b"bukan excel")
    done = pokin("rusak.xlsx", cwd=tmp_path)
    assert done.returncode == 1
    assert "Pohon tidak digambar" in done.stderr
    assert not (tmp_path / "build").exists()


def test_the_command_says_when_a_file_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "penuh").write_text("bukan folder")
    done = pokin(EXAMPLE, "--format", "svg", "--keluaran", "penuh", cwd=tmp_path)
    assert done.returncode != 0


def test_the_sizes_of_paper_are_those_of_the_field() -> None:
    assert Paper.of("f4").value == (215, 330)
    assert DrawingOptions().paper is Paper.A3
    assert len(list(all_nodes(tree(9)))) == 9
