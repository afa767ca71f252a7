"""The tree drawn inside the Renstra: pictures of a content, as large as their page allows, made once and only if needed."""

from __future__ import annotations

import io
import pickle
import re
import zipfile
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from docx import Document
from docx.text.paragraph import Paragraph
from lxml import etree

from helpers.command_line import POSIX, files_of
from helpers.places import ROOT
from helpers.word_files import baca, buka, gambar, isikan, kinds_of, p, sel, surat, tabel
from helpers.workbooks import BAKU, understood, write
from pokin_docs.documents.kind import Dokumen
from pokin_docs.documents.renstra.content import Renstra
from pokin_docs.documents.renstra.kind import RENSTRA
from pokin_docs.documents.tree_picture import TreePicture
from pokin_docs.documents.values import PrintedPicture
from pokin_docs.drawing import draw
from pokin_docs.drawing import png as painter
from pokin_docs.drawing.layout import search
from pokin_docs.drawing.page import RENSTRA_PICTURE_SIZE, DrawingOptions, Paper
from pokin_docs.flow import build as cycle
from pokin_docs.model.findings import FindingLog
from pokin_docs.model.locations import bundled
from pokin_docs.model.settings import Settings
from pokin_docs.render import reuse
from pokin_docs.render import write as render
from pokin_docs.render.filling import crew
from pokin_docs.templating.fill import compile as word
from pokin_docs.templating.fill import pictures

TEMPLATE = ROOT / "templates" / "renstra.docx"
MM = 36_000
NS = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
}


def contoh() -> Renstra:
    """The content that the palette shows, without a QR: its pictures are those of the tree."""
    made = RENSTRA.sample()
    assert isinstance(made, Renstra)
    return replace(made, qr="", sidik="")


TITIK = contoh().daftar_pohon[0].gambar.png()


def never() -> bytes:
    raise AssertionError("the picture is not needed")


def picture(sidik: str = "a", wide: float = 300.0, high: float = 100.0, alt: str = "contoh",
            buat: Callable[[], bytes] = lambda: TITIK, **lain: tuple[float, float, float, float]) -> PrintedPicture:  # fmt: skip
    return PrintedPicture(sidik * 64, wide, high, alt, buat, **lain)


@dataclass(frozen=True, slots=True)
class Isi:
    """A content with a picture in it, and some in a list."""

    judul: str
    gambar: PrintedPicture
    daftar: tuple[TreePicture, ...] = ()


def pages(*gambar: PrintedPicture) -> tuple[TreePicture, ...]:
    return tuple(TreePicture(str(no), f"Judul {no}", one) for no, one in enumerate(gambar, 1))


def section(wide: float, high: float, sides: float, lain: str = "") -> str:
    """A paragraph that ends a section; sizes of its paper in mm."""
    w, h, m = (round(length * 1440 / 25.4) for length in (wide, high, sides))
    margins = " ".join(f'w:{side}="{m}"' for side in ("top", "right", "bottom", "left"))
    properties = f'<w:sectPr><w:pgSz w:w="{w}" w:h="{h}"/><w:pgMar {margins}/>{lain}</w:sectPr>'
    return f"<w:p><w:pPr>{properties}</w:pPr></w:p>"


def drawings(data: bytes, part: str = "word/document.xml") -> list[etree._Element]:
    return etree.fromstring(buka(data)[part]).findall(".//wp:inline", NS)


def sizes(data: bytes, part: str = "word/document.xml") -> list[tuple[float, float]]:
    """Width and height in mm of every picture of a part."""
    found = (one.find("wp:extent", NS) for one in drawings(data, part))
    return [(int(e.get("cx", "")) / MM, int(e.get("cy", "")) / MM) for e in found if e is not None]


def shown_in(data: bytes, part: str = "word/document.xml") -> list[str]:
    """The file in the package that each picture shows."""
    folder, _, base = part.rpartition("/")
    rels = etree.fromstring(buka(data)[f"{folder}/_rels/{base}.rels"])
    targets = {rel.get("Id"): str(rel.get("Target")).lstrip("/") for rel in rels}
    blips = [blip for one in drawings(data, part) for blip in one.findall(".//a:blip", NS)]
    return [targets[blip.get(f"{{{NS['r']}}}embed")] for blip in blips]


# A placeholder in any template


def test_a_picture_stands_where_its_placeholder_is_with_the_text_around_it(tmp_path: Path) -> None:
    isi = Isi("Judul", picture(alt='Pohon "A" & {b} <c>\n lanjut'))
    data, found = isikan(tmp_path, surat(p("sebelum {{ gambar }} sesudah") + gambar_sendiri(7)), isi)
    assert list(found) == []
    parts = buka(data)
    assert shown_in(data)[0] == "word/media/gambar-1.png"
    assert parts["word/media/gambar-1.png"] == TITIK
    assert b'PartName="/word/media/gambar-1.png" ContentType="image/png"' in parts["[Content_Types].xml"]
    body = etree.fromstring(parts["word/document.xml"])
    assert baca(body).startswith("sebelum  sesudah")
    about = body.findall(".//wp:docPr", NS)
    assert about[0].get("descr") == 'Pohon "A" & {b} <c> lanjut'
    assert [one.get("id") for one in about] == ["8", "7"]
    Document(io.BytesIO(data))


def gambar_sendiri(nomor: int) -> str:
    return f"<w:p>{gambar(nomor)}</w:p>"


@pytest.mark.parametrize(
    ("badan", "lebar"),
    [
        (p("{{ gambar }}"), 159.2),  # no paper is said: A4 with an inch on each side
        (p("{{ gambar }}") + section(148, 210, 20), 108.0),
        (p("{{ gambar }}") + section(420, 297, 10), 300.0),  # never blown up
        (p("{{ gambar }}") + section(420, 72, 10), 120.0),  # with room for a caption
        (p("{{ gambar }}") + section(260, 297, 20, '<w:cols w:num="2" w:space="1134"/>'), 100.0),
        (section(148, 210, 20) + p("{{ gambar }}") + section(190, 297, 20) + section(100, 297, 20), 150.0),
        (tabel(2, sel("a", "{{ gambar }}")) + p("{{ judul }}"), 1000 * 25.4 / 1440 - 4),
        (tabel(1, sel("a")) + p("{{ gambar }}"), 159.2),
    ],
    ids=["A4", "A5", "A3", "low", "columns", "between", "cell", "below a table"],
)
def test_it_is_as_large_as_the_text_area_of_its_section(tmp_path: Path, badan: str, lebar: float) -> None:
    data, found = isikan(tmp_path, surat(p("{{ judul }}") + badan), Isi("Judul", picture()))
    assert list(found) == []
    ((wide, high),) = sizes(data)
    assert wide == pytest.approx(lebar, abs=0.1)
    assert high == pytest.approx(lebar / 3, abs=0.1)


def test_what_is_cut_off_is_not_counted(tmp_path: Path) -> None:
    isi = Isi("", picture(wide=400, high=200, crop=(0.1, 0.25, 0.15, 0.0)))
    data, found = isikan(tmp_path, surat(p("{{ gambar }}") + section(190, 297, 20)), isi)
    assert list(found) == []
    (size,) = sizes(data)
    assert size == pytest.approx((150, 75), abs=0.1)
    (cut,) = etree.fromstring(buka(data)["word/document.xml"]).findall(".//a:srcRect", NS)
    assert {str(name): value for name, value in cut.attrib.items()} == {
        "l": "10000",
        "t": "25000",
        "r": "15000",
        "b": "0",
    }


def test_the_same_picture_lies_in_the_package_once_and_every_drawing_has_its_own_id(tmp_path: Path) -> None:
    isi = Isi("", picture("b"), pages(picture("a"), picture("b"), picture("a")))
    badan = p("{{ gambar }}{{ gambar }}") + p("{%p for g in daftar %}") + p("{{ g.gambar }} {{ g.no }}")
    data, found = isikan(tmp_path, surat(badan + p("{%p endfor %}"), header1=p("{{ gambar }}")), isi)
    assert list(found) == []
    one, two = "word/media/gambar-1.png", "word/media/gambar-2.png"
    assert shown_in(data) == [one, one, two, one, two]
    assert shown_in(data, "word/header1.xml") == [one]
    assert sum(name.startswith("word/media/") for name in buka(data)) == 2
    ids = [e.get("id") for part in ("document", "header1")
           for e in etree.fromstring(buka(data)[f"word/{part}.xml"]).findall(".//wp:docPr", NS)]  # fmt: skip
    assert len(set(ids)) == 6


def test_it_may_be_asked_for_and_prints_nothing_where_no_picture_can_be(tmp_path: Path) -> None:
    alt = gambar_sendiri(3).replace('descr=""', 'descr="x{{ gambar }}y"')
    code = "<w:p><w:r><w:instrText>A {{ gambar }} B</w:instrText></w:r></w:p>"
    badan = p("{% if gambar %}ada{% endif %}") + alt + code
    data, found = isikan(tmp_path, surat(badan, judul="T {{ gambar }}"), Isi("", picture(buat=never)))
    assert list(found) == []
    body = buka(data)["word/document.xml"].decode()
    assert "ada" in body
    assert 'descr="xy"' in body
    assert "A  B" in body
    assert "<dc:title>T </dc:title>" in buka(data)["docProps/core.xml"].decode()
    assert not any("media" in name for name in buka(data))


@pytest.mark.parametrize("tag", ["{{ gambar | truncate(9) }}", "{{ gambar | replace('a', 'b') }}", "{{ gambar[1:] }}"])
def test_a_placeholder_that_names_no_picture_any_more_is_a_fault(tmp_path: Path, tag: str) -> None:
    data, found = isikan(tmp_path, surat(p(tag)), Isi("", picture()))
    assert data == b""
    (fault,) = found
    assert fault.kode == "T06"
    assert "tanpa penyaring" in str(fault.details)


def test_a_content_is_told_apart_by_its_pictures_without_making_them() -> None:
    one, same, other = (Isi("", picture(sidik, buat=never)) for sidik in "aab")
    assert one == same
    assert reuse.contents(one) == reuse.contents(same) != reuse.contents(other)
    assert len({one.gambar, same.gambar, other.gambar}) == 2
    assert reuse.contents(replace(one, gambar=picture(alt="lain"))) != reuse.contents(one)


def noted(made: list[int]) -> Callable[[], bytes]:
    """How a picture is made, and that it was."""

    def make() -> bytes:
        made.append(1)
        return TITIK

    return make


def test_another_process_gets_the_bytes() -> None:
    made: list[int] = []
    travelled = pickle.loads(pickle.dumps(picture(buat=noted(made))))  # noqa: S301  # our own
    assert (travelled, travelled.png(), len(made)) == (picture(), TITIK, 1)


@pytest.mark.parametrize(
    ("proses", "salin"), [(1, False), pytest.param(2, True, marks=POSIX), (2, False)], ids=["here", "fork", "spawn"]
)
def test_it_is_made_here_before_filling_and_only_for_what_does_not_stand(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, proses: int, salin: bool
) -> None:
    monkeypatch.setattr(crew, "forks", lambda: salin)
    (tmp_path / "t").mkdir()
    (tmp_path / "t" / "uji.docx").write_bytes(surat(p("{{ judul }} {{ gambar }}")))
    (tmp_path / "b.xlsx").write_bytes(b"")
    made: list[int] = []

    def build(*judul: str) -> dict[str, bytes]:
        shown = picture(buat=noted(made))
        docs = tuple(Dokumen("pk", f"{n}.docx", ("uji.docx",), Isi(text, shown)) for n, text in enumerate(judul))
        outcome = render.write(docs, buku=tmp_path / "b.xlsx", folder=tmp_path / "k", templat=(tmp_path / "t",),
                               logo=None, version="1", process=proses, kinds=kinds_of(docs))  # fmt: skip
        assert outcome.value is not None, outcome.temuan
        return files_of(tmp_path / "k")

    first = build("satu", "dua")
    assert shown_in(first["1.docx"]) == ["word/media/gambar-1.png"]
    assert made
    made.clear()
    assert build("satu", "dua") == first
    assert made == []


# The shipped Renstra


def fill(isi: Renstra) -> bytes:
    catatan = FindingLog()
    form = word.compile_template(TEMPLATE, RENSTRA, None, catatan)
    assert form is not None
    data = word.fill(form, isi, "r.docx", catatan)
    assert list(catatan) == []
    return data


def papers(data: bytes) -> list[tuple[int, int]]:
    """Width and height in mm of the paper of each section."""
    found = etree.fromstring(buka(data)["word/document.xml"]).findall(".//w:sectPr/w:pgSz", NS)
    return [tuple(round(int(one.get(f"{{{NS['w']}}}{side}", "")) * 25.4 / 1440) for side in "wh") for one in found]  # type: ignore[misc]


def test_the_template_has_the_room_that_pictures_are_drawn_for() -> None:
    large = replace(contoh(), daftar_pohon=pages(picture(wide=4000, high=1)))
    assert sizes(fill(large))[0][0] == pytest.approx(RENSTRA_PICTURE_SIZE[0], abs=0.05)
    high = replace(contoh(), daftar_pohon=pages(picture(wide=1, high=4000)))
    assert sizes(fill(high))[0][1] == pytest.approx(RENSTRA_PICTURE_SIZE[1], abs=0.05)


def style_of(paragraph: Paragraph) -> str:
    return (paragraph.style and paragraph.style.name) or ""


def test_each_page_has_its_caption_and_its_line_in_the_list() -> None:
    data = fill(replace(contoh(), daftar_pohon=pages(picture("a"), picture("b"), picture("c"))))
    doc = Document(io.BytesIO(data))
    captions = [one.text for one in doc.paragraphs if style_of(one) == "Keterangan Gambar"]
    assert captions == [f"Gambar 3.{no} Judul {no}" for no in (1, 2, 3)]
    listed = [baca(one._p) for one in doc.paragraphs if style_of(one).casefold() == "table of figures"]
    assert listed[-3:] == [f"{caption}\t…" for caption in captions]
    assert "DAFTAR GAMBAR" in [one.text for one in doc.paragraphs]
    body = etree.fromstring(buka(data)["word/document.xml"])
    codes = ["".join(map(str, one.itertext())).split() for one in body.findall(".//w:instrText", NS)]
    assert [code[-1] for code in codes if code[:2] == ["SEQ", "Gambar"]] == ["1", "2", "3"]
    marks = [one.get(f"{{{NS['w']}}}name") for one in body.findall(".//w:bookmarkStart", NS)]
    assert len(marks) == len(set(marks))
    assert papers(data).count((420, 297)) == 2  # the tree, and table 4.2
    assert any("Gambar\u00a03.1 sampai dengan Gambar\u00a03.3." in one.text for one in doc.paragraphs)


def test_a_renstra_without_a_tree_has_no_page_for_it() -> None:
    data = fill(replace(contoh(), daftar_pohon=()))
    assert papers(data).count((420, 297)) == 1  # table 4.2
    text = baca(etree.fromstring(buka(data)["word/document.xml"]))
    assert "DAFTAR GAMBAR" not in text
    assert "Gambar 3." not in text.replace("\u00a0", " ")
    assert "Penjabarannya beserta penanggung jawabnya disajikan pada Tabel\u00a03.5" in text
    assert drawings(data) == []


# The whole build


def build(folder: Path, buku: Path, **pilihan: object) -> dict[str, bytes]:
    settings = Settings(folder / "build", (bundled("templates"),), **pilihan)  # type: ignore[arg-type]
    found = understood(buku, settings)
    made = cycle.build(buku, found, settings)
    assert made.build is not None, made.temuan
    return files_of(folder / "build" / buku.stem)


def counted(monkeypatch: pytest.MonkeyPatch, module: object, name: str) -> list[int]:
    """Calls of a function from here on."""
    calls: list[int] = []
    real = getattr(module, name)

    def spy(*given: object, **lain: object) -> object:
        calls.append(1)
        return real(*given, **lain)

    monkeypatch.setattr(module, name, spy)
    return calls


def test_a_build_draws_and_paints_the_tree_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    painted, drawn = counted(monkeypatch, painter, "as_png"), counted(monkeypatch, draw, "lay_out")
    buku = write(tmp_path / "b.xlsx", BAKU)
    files = build(tmp_path, buku)
    assert (len(painted), len(drawn)) == (1, 1)
    whole = next(name for name in files if name.startswith("Renstra/Renstra_"))
    for name in (whole, "Renstra/Bab-3.docx"):
        assert shown_in(files[name]) == ["word/media/gambar-1.png"]
        assert buka(files[name])["word/media/gambar-1.png"] == files["Pohon-Kinerja.png"]
    others = [data for name, data in files.items() if name.endswith(".docx") and name not in
              (whole, "Renstra/Bab-3.docx", "Pohon-Kinerja.docx")]  # fmt: skip
    assert len(others) > 6
    assert not any(name.endswith(".png") for data in others for name in zipfile.ZipFile(io.BytesIO(data)).namelist())
    painted.clear()
    assert build(tmp_path, buku) == files
    assert painted == []


def test_pages_that_stand_are_not_painted_again_for_a_cell_they_do_not_show(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown = ("renstra", "pohon")
    files = build(tmp_path, write(tmp_path / "b.xlsx", BAKU), hanya=shown)
    painted = counted(monkeypatch, painter, "as_png")
    changed = build(tmp_path, write(tmp_path / "b.xlsx", BAKU.replace("| 2,5 |", "| 2,4 |")), hanya=shown)
    assert painted == []
    assert changed["Renstra/Bab-4.docx"] != files["Renstra/Bab-4.docx"]
    assert buka(changed["Renstra/Bab-3.docx"])["word/media/gambar-1.png"] == files["Pohon-Kinerja.png"]
    build(tmp_path, write(tmp_path / "b.xlsx", BAKU.replace("Terwujudnya", "Tercapainya")), hanya=shown)
    assert len(painted) == 1


def test_only_the_renstra_still_shows_the_tree_and_only_the_pk_draw_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    painted, drawn = counted(monkeypatch, painter, "as_png"), counted(monkeypatch, draw, "lay_out")
    buku = write(tmp_path / "b.xlsx", BAKU)
    build(tmp_path, buku, hanya=("pk",))
    assert (painted, drawn) == ([], [])
    files = build(tmp_path, buku, hanya=("renstra",))
    assert len(painted) == 1
    assert "Pohon-Kinerja.png" not in files
    assert shown_in(files["Renstra/Bab-3.docx"]) == ["word/media/gambar-1.png"]


def test_the_example_is_legible_in_the_renstra_and_says_what_it_shows() -> None:
    found = understood(ROOT / "inputs" / "diskominfo-balangan.xlsx", Settings(Path(), (bundled("templates"),)))
    gambar = draw.draw(found.plan, found.buku)
    (page,) = draw.illustrate(found.plan, found.buku, gambar, lambda: (TITIK,))
    assert page.judul == "Pohon Kinerja Dinas Komunikasi, Informatika, Statistik dan Persandian"
    data = fill(replace(contoh(), daftar_pohon=(page,)))
    left, _, right, _ = page.gambar.crop
    scale = sizes(data)[0][0] / (page.gambar.width * (1 - left - right))
    assert gambar.page[0].font_size * scale >= search.SMALLEST_FONT
    alt = drawings(data)[0].find("wp:docPr", NS).get("descr")  # type: ignore[union-attr]
    assert re.match(r"Pohon kinerja Dinas Komunikasi.*: 43 kinerja di bawah «Terwujudnya", alt or "")
    # Nothing of the tree itself is cut off: only margin and title.
    sheet, (side, top, _, _) = gambar.page[0], gambar.page[0].crop_edges
    assert min(box.y for box in sheet.box) >= top
    assert min(tint.x for tint in sheet.level_areas) >= side
    assert max(box.right for box in sheet.box) <= sheet.width - side
    assert max(text.y for text in sheet.texts) <= sheet.height - side
    assert [text.text for text in sheet.texts if text.y < top and not text.rotation] != []


def test_a_tree_of_several_pages_is_drawn_for_the_pages_of_the_renstra() -> None:
    found = understood(ROOT / "inputs" / "diskominfo-balangan.xlsx", Settings(Path(), (bundled("templates"),)))
    gambar = draw.draw(found.plan, found.buku, DrawingOptions(Paper.A4))
    assert len(gambar.page) > 1
    made = draw.illustrate(found.plan, found.buku, gambar, lambda: (), picture_area=(247, 140))
    assert len(made) > 1
    for no, page in enumerate(made, 1):
        assert page.no == str(no)
        assert page.judul.endswith(f"Persandian (bagian {no} dari {len(made)})")
        assert (page.gambar.width, page.gambar.height, page.gambar.crop) == (247, 140, (0.0,) * 4)
    # Where they stay legible, the pages there are serve: painting others takes as long again.
    same = draw.illustrate(found.plan, found.buku, gambar, lambda: ())
    assert [page.judul[-16:] for page in same] == [
        f"(halaman {n} dari {len(same)})"[-16:] for n in range(1, len(same) + 1)
    ]
    assert [page.gambar.width for page in same] == [page.width for page in gambar.page]


def test_a_header_has_little_room(tmp_path: Path) -> None:
    data, found = isikan(tmp_path, surat(p("{{ judul }}"), header1=p("{{ gambar }}")), Isi("", picture()))
    assert list(found) == []
    assert sizes(data, "word/header1.xml")[0][1] <= pictures.NO_PART.height
