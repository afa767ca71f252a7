"""A file that was only opened and saved keeps its fingerprint; whatever a person has put into it gives another."""

from __future__ import annotations

import hashlib
import io
import subprocess
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.comments import Comment

from helpers.pictures import png
from helpers.saved_again import BODY, ELSEWHERE, as_word_saves, box, field, picture, rich, with_part
from helpers.word_files import buka, p, pak, sel, tabel
from pokin_docs.files.contents import package
from pokin_docs.files.contents.cells import _all_cells, _usual_cells
from pokin_docs.files.fingerprints import alike, fingerprint


def same(one: bytes, other: bytes, name: str = "a.docx") -> bool:
    return alike(fingerprint(name, one), fingerprint(name, other))


# Word: what counts

TYPED = {
    "a character": ("Paragraf berkotak", "Paragraf berkotakk"),
    "a character less": ("Bagian kedua", "Bagian kedu"),
    "a blank": ("Sesudah kosong", "Sesudah  kosong"),
    "a capital": ("Bagian kedua", "bagian kedua"),
    "a tab": ("<w:t>Bagian kedua", "<w:tab/><w:t>Bagian kedua"),
    "a line break": ("<w:t>Bagian kedua", "<w:br/><w:t>Bagian kedua"),
    "a paragraph": (p("Bagian kedua"), p("Bagian kedua") + p("Baru")),
    "a paragraph split": (p("Bagian kedua"), p("Bagian ") + p("kedua")),
    "a paragraph deleted": (p("Sesudah kosong"), ""),
    "an empty paragraph": (p("Bagian kedua"), p("Bagian kedua") + "<w:p/>" + p("x")),
    "a cell's text": ("A2", "A3"),
    "an empty cell filled": ("<w:r><w:t></w:t></w:r>", "<w:r><w:t>x</w:t></w:r>"),
    "a row": (sel("A2", ""), sel("A2", "") + sel("", "")),
    "a cell": (sel("A1", "B1"), sel("A1", "B1", "")),
    "text moved to another cell": (sel("A1", "B1"), sel("A1B1", "")),
    "a table": (p("Bagian kedua"), p("Bagian kedua") + tabel(1, sel(""))),
    "text inserted with tracking": ("<w:t>sisipan", "<w:t>sisipan baru"),
    "text in a box": (box("Isi kotak"), box("Isi kotak baru")),
    "a box": (p("Bagian kedua"), f"<w:p>{box('Kotak lain', 10)}<w:r><w:t>Bagian kedua</w:t></w:r></w:p>"),
    "a box moved by 2 mm": (box("Isi kotak"), box("Isi kotak", left=1_072_000)),
    "a picture more": (p("Bagian kedua"), f"<w:p>{picture('rgambar', 5)}<w:r><w:t>Bagian kedua</w:t></w:r></w:p>"),
    "a picture less": (picture("rgambar"), ""),
    "a field": (p("Bagian kedua"), f"<w:p><w:r><w:t>Bagian kedua</w:t></w:r>{field('DATE', '1')}</w:p>"),
    "the text of a link": ("laman kami", "laman kita"),
    "a symbol": ("<w:t>Bagian kedua", '<w:sym w:font="Wingdings" w:char="F0FC"/><w:t>Bagian kedua'),
}  # fmt: skip


@pytest.mark.parametrize(("old", "new"), TYPED.values(), ids=TYPED.keys())
def test_what_is_typed_into_word_counts(old: str, new: str) -> None:
    assert old in BODY
    assert not same(rich(), rich(BODY.replace(old, new, 1)))


@pytest.mark.parametrize("name", ["header1", "header2", "footer1", "footnotes", "endnotes", "comments"])
def test_what_is_typed_beside_the_body_counts(name: str) -> None:
    assert not same(rich(), rich(other={name: ELSEWHERE[name].replace("<w:p>", f"{p('Baru')}<w:p>")}))


def test_a_revision_counts_and_so_does_its_acceptance() -> None:
    accepted = BODY.replace(BODY[BODY.index("<w:ins ") : BODY.index("</w:ins>") + 8], "<w:r><w:t>sisipan</w:t></w:r>")
    rejected = BODY.replace(BODY[BODY.index("<w:del ") : BODY.index("</w:del>") + 8], "")
    found = {fingerprint("a.docx", rich(body)) for body in (BODY, accepted, rejected)}
    assert len(found) == 3


def test_another_picture_in_its_place_counts() -> None:
    assert not same(rich(), rich(picture=png(200)))


def test_a_picture_that_no_page_shows_does_not_count() -> None:
    assert same(rich(), pak({**buka(rich()), "word/media/lain.png": png(9)}))


def test_what_is_typed_into_a_form_field_counts_and_what_a_field_computes_does_not() -> None:
    def body(code: str, result: str) -> bytes:
        return rich(f"<w:p>{field(code, result)}</w:p>")

    assert not same(body("FORMTEXT", "lama"), body("FORMTEXT", "baru"))
    for code in ("PAGE", "REF tujuan", "SEQ Tabel", "DATE", "TIME"):
        assert same(body(code, "1"), body(code, "2"))
        assert not same(body(code, "1"), body("NUMPAGES", "1"))


def test_a_table_of_contents_may_have_any_number_of_lines() -> None:
    begin, rest = field('TOC \\o "1-3"', "BAB I").split("<w:r><w:t>")
    line, end = rest.split("</w:t></w:r>")

    def body(*lines: str) -> bytes:
        runs = "</w:p><w:p>".join(f"<w:r><w:t>{text}</w:t></w:r>" for text in lines)
        return rich(f"{p('DAFTAR ISI')}<w:p>{begin}{runs}{end}</w:p>{p('Isi')}")

    assert same(body(line), body("BAB I 1", "BAB II 4", "BAB III 9"))
    assert not same(body(line), rich(f"{p('DAFTAR ISI')}{p('Isi')}"))


# Word: what does not


def test_word_saving_it_again_changes_nothing() -> None:
    saved = as_word_saves(rich())
    assert saved != rich()
    assert same(rich(), saved)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("<w:t>Bagian kedua", "<w:rPr><w:b/></w:rPr><w:t>Bagian kedua"),
        ('<w:pPr><w:sectPr>', '<w:pPr><w:jc w:val="center"/><w:tabs><w:tab w:val="left" w:pos="720"/></w:tabs><w:sectPr>'),
        ("<w:noBreakHyphen/><w:t>x", "<w:t>\u2011x"),
        ("<w:noBreakHyphen/><w:t>x", "<w:t>-x"),
        ("<w:t>kiri", '<w:t xml:space="preserve">kiri'),
        (f"<w:sdt><w:sdtPr><w:id w:val=\"7\"/></w:sdtPr><w:sdtContent>{p('Dalam bungkus')}</w:sdtContent></w:sdt>", p("Dalam bungkus")),
        ('<w:p><w:r><w:br w:type="page"/></w:r></w:p>', ""),
    ],
    ids=["formatting", "tabs of the ruler", "a hyphen written otherwise", "one at which lines end", "blanks kept", "a wrapper", "a page break"],
)  # fmt: skip
def test_how_it_is_written_does_not_count(old: str, new: str) -> None:
    assert old in BODY
    assert same(rich(), rich(BODY.replace(old, new, 1)))


def test_a_section_may_end_with_its_last_text_or_with_an_empty_paragraph_behind_it() -> None:
    """LibreOffice makes the second the first; a blank line before that text stays one."""
    section = "<w:pPr><w:sectPr/></w:pPr>"
    text = "<w:r><w:t>Akhir bagian</w:t></w:r>"
    behind = rich(f"{p('Tabel')}<w:p/>{p('Akhir bagian')}<w:p>{section}</w:p>{p('Bab III')}")
    within = rich(f"{p('Tabel')}<w:p/><w:p>{section}{text}</w:p>{p('Bab III')}")
    assert same(behind, within)
    assert not same(behind, rich(f"{p('Tabel')}{p('Akhir bagian')}<w:p>{section}</w:p>{p('Bab III')}"))


def test_a_comment_of_nobody_has_a_fingerprint() -> None:
    """Its author and initials are attributes without a value."""

    def commented(text: str) -> bytes:
        doc, stream = docx.Document(), io.BytesIO()
        doc.add_comment(doc.add_paragraph("Isi").runs, text=text, author="", initials="")
        doc.save(stream)
        return stream.getvalue()

    assert same(commented("satu"), commented("satu"))
    assert not same(commented("satu"), commented("dua"))


def test_neither_prefixes_nor_encoding_nor_comments_of_the_xml_count() -> None:
    def written(change: Callable[[str], bytes]) -> bytes:
        parts = buka(rich())
        return pak({**parts, "word/document.xml": change(parts["word/document.xml"].decode())})

    assert same(
        rich(),
        written(
            lambda text: (
                text.replace("<w:", "<x:")
                .replace("</w:", "</x:")
                .replace(" w:", " x:")
                .replace("xmlns:w=", "xmlns:x=")
                .encode()
            )
        ),
    )
    assert same(rich(), written(lambda text: ('<?xml version="1.0" encoding="UTF-16"?>' + text).encode("utf-16")))
    assert same(rich(), written(lambda text: text.replace("<w:body>", "<w:body><!-- <w:t>x</w:t> -->").encode()))
    assert not same(rich(), written(lambda text: text.replace("Bagian kedua", "Bagian <![CDATA[ke]]>tiga").encode()))
    assert same(rich(), written(lambda text: text.replace("Bagian kedua", "Bagian <![CDATA[ke]]>dua").encode()))


# Excel


def workbook(
    *, note: str = "", formula: str = "=A1*2", value: float | str = 0.1, text: str = "Kode", sheet: str = "Satu"
) -> bytes:
    book = Workbook()
    page = book.active
    assert page is not None
    page.title = sheet
    page["A1"], page["A2"], page["B1"], page["C1"] = value, text, formula, "tetap"
    if note:
        page["A2"].comment = Comment(note, "Staf")
    held = io.BytesIO()
    book.save(held)
    return held.getvalue()


@pytest.mark.parametrize(
    "change",
    [{"note": "Catatan"}, {"formula": "=A1*3"}, {"value": 0.11}, {"value": "0.1"}, {"text": "kode"}, {"sheet": "Dua"}],
    ids=["a note", "a formula", "a number", "a number as text", "a text", "a sheet's name"],
)
def test_what_is_typed_into_a_workbook_counts(change: dict[str, Any]) -> None:
    assert not same(workbook(), workbook(**change), "koreksi.xlsx")
    assert not same(workbook(note="Catatan"), workbook(note="Catatan lain"), "koreksi.xlsx")


def test_how_a_workbook_is_written_does_not_count() -> None:
    sheet = "xl/worksheets/sheet1.xml"
    for data, change in (
        (workbook(value=1), {"<v>1</v>": "<v>1.0</v>"}),
        (workbook(value=0.3), {"<v>0.3</v>": "<v>0.30000000000000004</v>"}),
        (workbook(), {"<f>A1*2</f><v></v>": "<f>A1*2</f><v>0.2</v>"}),
        (workbook(), {"<f>A1*2</f>": "<f> A1 * 2</f>"}),
        (workbook(), {"<is><t>Kode</t></is>": "<is><r><t>Ko</t></r><r><t>de</t></r></is>"}),
        (workbook(), {'t="inlineStr"><is><t>Kode</t></is>': 't="str"><v>Kode</v>'}),
    ):
        assert same(data, with_part(data, sheet, change), "koreksi.xlsx")


def test_a_formula_shared_by_cells_is_the_formula_of_each() -> None:
    def column(*cells: str) -> bytes:
        rows = "".join(f'<row r="{n}"><c r="B{n}">{cell}</c></row>' for n, cell in enumerate(cells, 1))
        return with_part(workbook(), "xl/worksheets/sheet1.xml", {"</sheetData>": f"{rows}</sheetData>"})

    shared = column('<f t="shared" ref="B1:B2" si="0">$A1*C$1+1</f>', '<f t="shared" si="0"/>')
    assert same(shared, column("<f>$A1*C$1+1</f>", "<f>$A2*C$1+1</f>"), "koreksi.xlsx")
    assert not same(shared, column("<f>$A1*C$1+1</f>", "<f>$A1*C$1+1</f>"), "koreksi.xlsx")


# PowerPoint, and all that the example gives


@pytest.fixture(scope="module")
def made(bangunan_contoh: Path) -> dict[str, bytes]:
    """One file of each sort that a build holds, by its name, and one with a bit of everything."""
    pk = next(bangunan_contoh.glob("PK/Ess-3/*.docx"))
    names = ("Renstra/Renstra_2025-2029.docx", "koreksi.xlsx", "Pohon-Kinerja.pptx", "Pohon-Kinerja.docx")
    paths = (pk, *(bangunan_contoh / name for name in names))
    return {path.name: path.read_bytes() for path in paths} | {"rich.docx": rich()}


def test_a_shape_that_was_moved_counts_from_half_a_millimetre_on(made: dict[str, bytes]) -> None:
    deck, slide = made["Pohon-Kinerja.pptx"], "ppt/slides/slide1.xml"
    text = buka(deck)[slide].decode()
    first = '<p:spPr><a:xfrm><a:off x="'
    start = text.index(first) + len(first)
    left = text[start : text.index('"', start)]
    for by, kept in ((3_600, True), (-3_600, True), (36_000, False), (-36_000, False)):
        moved = with_part(deck, slide, {f'<a:off x="{left}"': f'<a:off x="{int(left) + by}"'})
        assert same(deck, moved, "Pohon-Kinerja.pptx") is kept


def test_text_and_shapes_of_slides_count(made: dict[str, bytes]) -> None:
    deck, slide = made["Pohon-Kinerja.pptx"], "ppt/slides/slide1.xml"
    text = buka(deck)[slide].decode()
    shape = text[text.index("<p:sp ") : text.index("</p:sp>") + 7]
    joint = text[text.index("<p:cxnSp ") : text.index("</p:cxnSp>") + 10]
    for change in ({"</a:t>": "x</a:t>"}, {shape: ""}, {shape: shape * 2}, {joint: ""}):
        assert not same(deck, with_part(deck, slide, change), "Pohon-Kinerja.pptx")


def test_shapes_in_a_group_stand_where_they_are_seen(made: dict[str, bytes]) -> None:
    deck, slide = made["Pohon-Kinerja.pptx"], "ppt/slides/slide1.xml"
    text = buka(deck)[slide].decode()
    shape = text[text.index("<p:sp ") : text.index("</p:sp>") + 7]

    def grouped(left: int) -> bytes:
        frame = (
            f'<a:off x="{left}" y="0"/><a:ext cx="2000" cy="2000"/><a:chOff x="0" y="0"/><a:chExt cx="2000" cy="2000"/>'
        )
        group = f"<p:grpSp><p:nvGrpSpPr/><p:grpSpPr><a:xfrm>{frame}</a:xfrm></p:grpSpPr>{shape}</p:grpSp>"
        return with_part(deck, slide, {shape: group})

    assert same(deck, grouped(0), "Pohon-Kinerja.pptx")
    assert not same(deck, grouped(72_000), "Pohon-Kinerja.pptx")


def test_the_same_content_has_the_same_fingerprint_and_another_file_another(made: dict[str, bytes]) -> None:
    found = {name: fingerprint(name, data) for name, data in made.items()}
    assert found == {name: fingerprint(name, data) for name, data in made.items()}
    assert len(set(found.values())) == len(found)
    assert not alike("", "")


def test_word_saving_the_documents_of_a_build_changes_nothing(made: dict[str, bytes]) -> None:
    for name, data in made.items():
        assert not name.endswith(".docx") or same(data, as_word_saves(data), name), name


def test_libreoffice_saving_the_files_of_a_build_changes_nothing(
    made: dict[str, bytes], tmp_path: Path, soffice: str
) -> None:
    for name, data in made.items():
        (tmp_path / name).write_bytes(data)
    profile = f"-env:UserInstallation={(tmp_path / 'profil').as_uri()}"
    for suffix in ("docx", "xlsx", "pptx"):
        files = sorted(map(str, tmp_path.glob(f"*.{suffix}")))
        subprocess.run(
            [soffice, profile, "--headless", "--convert-to", suffix, "--outdir", str(tmp_path / "keluar"), *files],
            check=True, capture_output=True, timeout=110,
        )  # fmt: skip
    for name, data in made.items():
        saved = (tmp_path / "keluar" / name).read_bytes()
        assert saved != data
        assert same(data, saved, name), name
    edited = load_workbook(tmp_path / "keluar" / "koreksi.xlsx")
    edited["Tahap 5"]["B6"].comment = Comment("Sudah diganti", "Staf")
    edited.save(tmp_path / "koreksi.xlsx")
    assert not same(made["koreksi.xlsx"], (tmp_path / "koreksi.xlsx").read_bytes(), "koreksi.xlsx")


# Read at once, and element by element

ODD = (
    "a &amp; b &lt;c&gt; &#34;d&#39; &quot;e&apos;", "]]&gt;", "lebih > kurang", "\U0001f600 \u00e9", "&amp;amp; &#x41;&#66;",
    " tepi ", "baris\nbaru\tdan\rlagi", "''\"", "",
)  # fmt: skip


def read_slowly(data: bytes) -> bytes:
    """The same document with a comment in its parts, which are therefore read in the general way."""
    marked = {}
    for name, part in buka(data).items():
        for begin in (b"<w:body>", b"<sheetData>"):
            part = part.replace(begin, begin + b"<!-- -->", 1)
        marked[name] = part
    return pak(marked)


def test_reading_at_once_and_element_by_element_say_the_same(made: dict[str, bytes]) -> None:
    texts = "".join(
        f'<w:p><w:r><w:t>{text}</w:t></w:r><w:r><w:t xml:space="preserve">{text}</w:t></w:r></w:p>' for text in ODD
    )
    for name, data in (made | {"odd.docx": rich(texts + BODY)}).items():
        if not name.endswith(".pptx"):
            slow = read_slowly(data)
            assert buka(slow) != buka(data)
            assert fingerprint(name, slow) == fingerprint(name, data), name


@pytest.mark.parametrize("text", ODD)
def test_a_cell_read_at_once_says_what_it_says_element_by_element(text: str) -> None:
    rows = "".join(
        f'<row r="{number}"><c r="B{number}"{cell}</c></row>'
        for number, cell in enumerate(
            (
                f' t="inlineStr"><is><t>{text}</t></is>',
                f' t="inlineStr"><is><r><t xml:space="preserve">{text}</t></r></is>',
                f' t="str"><f>A1&amp;"{text.replace(chr(34), "")}"</f><v>{text}</v>',
                f">{text}",
            ),
            2,
        )
    )
    data = with_part(workbook(), "xl/worksheets/sheet1.xml", {"</sheetData>": f"{rows}</sheetData>"})
    found = fingerprint("koreksi.xlsx", data)
    assert found == fingerprint("koreksi.xlsx", read_slowly(data)) != fingerprint("koreksi.xlsx", workbook())


def test_parts_that_are_at_hand_are_not_unpacked(made: dict[str, bytes]) -> None:
    body = "word/document.xml"
    for name, data in made.items():
        if name.endswith(".docx"):
            part = buka(data)[body]
            assert fingerprint(name, data, {body: part}) == fingerprint(name, data)
            other = part.replace(b"<w:body>", b"<w:body>" + p("Baru").encode())
            assert fingerprint(name, data, {body: other}) != fingerprint(name, data)


# Other formats, and what is no file of its format


def plainly(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()[:32]


def test_of_other_formats_the_bytes_count() -> None:
    assert fingerprint("Pohon-Kinerja.svg", b"<svg/>") == plainly(b"<svg/>")
    assert fingerprint("Pohon-Kinerja.svg", b"<svg />") != fingerprint("Pohon-Kinerja.svg", b"<svg/>")


def _broken(old: str, new: str) -> bytes:
    return with_part(rich(), "word/document.xml", {old: new})


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"PK",
        b"bukan zip",
        rich()[:-40],
        pak({"a.txt": b"x"}),
        pak({name: data for name, data in buka(rich()).items() if name != "word/document.xml"}),
        _broken("<w:document", '<!DOCTYPE a [<!ENTITY b "c">]><w:document'),
        _broken("<w:body>", "<w:body><!-- "),
        _broken(field("PAGE", "1"), field("PAGE", "1").replace('<w:r><w:fldChar w:fldCharType="end"/></w:r>', "")),
        pak({**buka(rich()), "word/_rels/document.xml.rels": b"<Relationships"}),
    ],
    ids=["empty", "two bytes", "no zip", "cut off", "another zip", "no body", "doctype", "no end", "endless field", "no links"],
)  # fmt: skip
def test_what_is_no_word_file_has_the_fingerprint_of_its_bytes(data: bytes) -> None:
    assert fingerprint("PK.docx", data) == plainly(data)
    assert fingerprint("PK.xlsx", data) == plainly(data)
    assert fingerprint("PK.pptx", data) == plainly(data)


def test_a_file_larger_than_any_document_is_not_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = fingerprint("PK.docx", rich())
    size = len(buka(rich())["word/document.xml"])
    monkeypatch.setattr(package, "_MAX_PART", size)
    assert fingerprint("PK.docx", rich()) == whole
    monkeypatch.setattr(package, "_MAX_PART", size - 1)
    assert fingerprint("PK.docx", rich()) == plainly(rich())


@pytest.mark.parametrize(("limit", "sign"), [("_MAX_XML", b""), ("_MAX_TAGS", b"<")])
def test_a_file_that_would_take_long_to_read_is_not_read(
    limit: str, sign: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = fingerprint("PK.docx", rich())
    read = (
        "_rels/.rels",
        "word/_rels/document.xml.rels",
        "word/document.xml",
        *(f"word/{name}.xml" for name in ELSEWHERE),
    )
    parts = [buka(rich())[name] for name in read]
    most = sum(part.count(sign) if sign else len(part) for part in parts)
    monkeypatch.setattr(package, limit, most)
    assert fingerprint("PK.docx", rich()) == whole
    monkeypatch.setattr(package, limit, most // 2)
    assert fingerprint("PK.docx", rich()) == plainly(rich())


def test_a_file_that_says_it_is_small_and_is_not_is_not_unpacked() -> None:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in buka(rich()).items():
            archive.writestr(name, data + b" " * 1_000_000 if name == "word/document.xml" else data)
    size = len(buka(rich())["word/document.xml"])
    lying = held.getvalue().replace((size + 1_000_000).to_bytes(4, "little"), size.to_bytes(4, "little"))
    assert fingerprint("PK.docx", lying) == plainly(lying)


def test_a_cell_is_read_at_once_wherever_its_address_stands_among_its_attributes() -> None:
    sheet = b"""<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><cols><col r="1"/></cols>
    <sheetData><row r="2"><c r="A2" s="1"><v>7</v></c><c s="2" r="B2" t="s"><v>0</v></c><c t="inlineStr" r="C2"><is>
    <t>x</t></is></c></row></sheetData></worksheet>""".replace(b"\n    ", b"")
    assert _usual_cells(sheet) == list(_all_cells(sheet))
    assert [cell.address for cell in _usual_cells(sheet)] == ["A2", "B2", "C2"]
