"""What a template fetches from outside or carries along: refused, in whatever spelling; what a clerk may need stays."""

from __future__ import annotations

import io
import zipfile
from functools import cache

import pytest
from docx import Document

from pokin_docs.templating.fill import ids, package
from pokin_docs.templating.fill.outside import PackageRefused

RELS = "word/_rels/document.xml.rels"
_TYPE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


@cache
def plain_parts() -> dict[str, bytes]:
    """The parts of an empty document."""
    file = io.BytesIO()
    document = Document()
    document.add_paragraph("{{ nomor }}")
    document.save(file)
    with zipfile.ZipFile(file) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(changed: dict[str, bytes]) -> bytes:
    """A document with these parts in place of its own or beside them."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in (plain_parts() | changed).items():
            archive.writestr(name, data)
    return file.getvalue()


def linked(entry: str) -> str:
    """The relationships of the body with one more."""
    return plain_parts()[RELS].decode().replace("</Relationships>", entry + "</Relationships>")


def relation(kind: str, target: str, mode: str = ' TargetMode="External"') -> str:
    """One relationship."""
    return f'<Relationship Id="rIdX" Type="{_TYPE}{kind}" Target="{target}"{mode}/>'


def body(markup: str) -> bytes:
    """The body with this markup in its first paragraph."""
    return plain_parts()["word/document.xml"].replace(b"<w:p>", f"<w:p>{markup}".encode(), 1)


def reason(changed: dict[str, bytes]) -> tuple[str, str]:
    """Code and reason of a refusal; empty where the package is taken."""
    try:
        package.read(packed(changed))
    except PackageRefused as refused:
        return refused.kode, refused.reason
    return "", ""


def field(*runs: str) -> str:
    """A field whose instruction stands in several runs."""
    code = "".join(f"<w:r><w:instrText>{run}</w:instrText></w:r>" for run in runs)
    ends = [f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "end")]
    return ends[0] + code + ends[1]


IMAGE = relation("image", "http://contoh/x.png")
SPELLINGS = {
    "plain": linked(IMAGE).encode(),
    "entity in the mode": linked(IMAGE.replace("External", "&#69;xternal")).encode(),
    "other case and blanks": linked(IMAGE.replace('"External"', "' external '")).encode(),
    "utf-16": linked(IMAGE).replace("UTF-8", "UTF-16").encode("utf-16"),
    "utf-16 without a declaration": linked(IMAGE).partition("?>")[2].encode("utf-16"),
    "utf-8 with a mark": b"\xef\xbb\xbf" + linked(IMAGE).encode(),
    "iso-8859-1": linked(IMAGE).replace("UTF-8", "ISO-8859-1").encode(),
    "prefixed": linked("").replace("<Relationship ", "<r:Relationship ").replace("<Relationships xmlns",
        "<r:Relationships xmlns:r").replace("</Relationships>", f"{IMAGE.replace('<Rel', '<r:Rel')}</r:Relationships>")
        .encode(),
    "no mode": linked(relation("image", "http://contoh/x.png", "")).encode(),
    "file": linked(relation("image", "file:///etc/passwd", "")).encode(),
    "another machine": linked(relation("image", "\\\\contoh\\x.png", "")).encode(),
    "any scheme": linked(relation("image", "//contoh/x.png", "")).encode(),
    "coded colon": linked(relation("image", "http%3A//contoh/x.png", "")).encode(),
}  # fmt: skip


@pytest.mark.parametrize("data", SPELLINGS.values(), ids=SPELLINGS)
def test_a_link_to_the_outside_is_refused_however_it_is_written(data: bytes) -> None:
    """A picture is linked with the type of a picture; anything else that leads outside has no business here."""
    other = data.replace("/image".encode("utf-16-le"), "/theme".encode("utf-16-le")).replace(b"/image", b"/theme")
    kode, said = reason({RELS: other})
    assert (kode, "luar berkas" in said) == ("T02", True)


def test_a_style_sheet_outside_is_refused() -> None:
    assert reason({RELS: linked(relation("frame", "x.htm")).encode()})[0] == "T02"


@pytest.mark.parametrize("data", SPELLINGS.values(), ids=SPELLINGS)
def test_the_link_of_a_picture_is_taken_out_however_it_is_written(data: bytes) -> None:
    parts = package.read(packed({RELS: data})).contents
    assert not [name for name, part in parts.items() if b"contoh" in part or b"etc/passwd" in part]


@pytest.mark.parametrize("name", ["odd/_rels/x.rels", "customXml/_rels/item1.xml.rels"])
def test_a_link_is_found_in_any_part_that_holds_relationships(name: str) -> None:
    changed = {name: linked(IMAGE).encode()}
    assert reason(changed)[0] == "T02"


def test_a_picture_may_not_be_shown_through_a_link_to_be_clicked() -> None:
    link = linked(relation("hyperlink", "http://contoh/x.png")).encode()
    space = _TYPE.rstrip("/")
    blip = f'<w:r><a:blip xmlns:a="x" xmlns:r="{space}" r:link="rIdX"/></w:r>'
    clicked = f'<w:hyperlink xmlns:r="{space}" r:id="rIdX"/>'
    assert reason({RELS: link, "word/document.xml": body(blip)})[0] == "T02"
    assert reason({RELS: link, "word/document.xml": body(clicked)}) == ("", "")


@pytest.mark.parametrize("encoding", ["UTF-7", "IBM037", "UTF-32", "x-unknown"])
def test_an_encoding_that_word_never_writes_is_refused(encoding: str) -> None:
    data = plain_parts()[RELS].replace(b"UTF-8", encoding.encode(), 1)
    assert "pengodean" in reason({RELS: data})[1]


def test_a_part_in_another_encoding_of_office_is_read_the_same() -> None:
    text = plain_parts()["word/document.xml"].decode().replace("UTF-8", "UTF-16")
    read = package.read(packed({"word/document.xml": text.encode("utf-16")}))
    assert b"{{ nomor }}" in read.contents["word/document.xml"]


def test_a_doctype_is_refused_in_any_encoding() -> None:
    for encoding in ("utf-8", "utf-16"):
        data = f'<?xml version="1.0" encoding="{encoding}"?><!DOCTYPE x><x/>'.encode(encoding)
        assert "DOCTYPE" in reason({"word/styles.xml": data})[1]


CARRIED = {
    "altChunk": {RELS: linked(relation("aFChunk", "x.htm", "")).encode(), "word/x.htm": b"<html/>"},
    "embedded workbook": {"word/charts/_rels/c.xml.rels": linked(relation("package", "x.xlsx", "")).encode()},
    "ole": {"word/document.xml": body('<w:r><w:object><o:OLEObject xmlns:o="o"/></w:object></w:r>')},
    "activeX": {"word/document.xml": body('<w:r><w:control w:name="x"/></w:r>')},
    "macro without any link": {"word/vbaProject.bin": b"x"},
    "macro of another case": {"word/VBAProject.BIN": b"x"},
    "toolbar": {RELS: linked(relation("attachedToolbars", "t.bin", "")).encode(), "word/t.bin": b"x"},
    "add-in": {"word/webextensions/taskpanes.xml": b"<x/>"},
    "mail merge": {"word/settings.xml": f'<w:settings xmlns:w="{_W}"><w:mailMerge/></w:settings>'.encode()},
    "subdocument": {"word/document.xml": body('<w:subDoc r:id="x" xmlns:r="r"/>')},
}  # fmt: skip


@pytest.mark.parametrize("changed", CARRIED.values(), ids=CARRIED)
def test_what_nobody_sees_is_not_carried_into_documents(changed: dict[str, bytes]) -> None:
    assert reason(changed)[0] == "T15"


@pytest.mark.parametrize("runs", [
    ("INCLUDE", 'TEXT "x"'), (" dde", "auto c"), ("LINK x",), ("DATABASE x",),
    ("MACROBUTTON x y",), ("IMPORT x",), ("{{ nomor }}",),
])  # fmt: skip
def test_a_field_that_fetches_is_refused_over_any_number_of_runs(runs: tuple[str, ...]) -> None:
    kode, said = reason({"word/document.xml": body(field(*runs))})
    assert (kode, "Alt+F9" in said) == ("T15", "{{" not in runs[0])
    simple = f'<w:fldSimple w:instr="{"".join(runs).replace(chr(34), "&quot;")}"/>'
    assert reason({"word/document.xml": body(simple)})[0] == "T15"


@pytest.mark.parametrize("runs", [("PA", "GE"), ("TOC \\o",), ("HYPERLINK ", '"http://x"'), ("REF included",)])
def test_a_field_that_only_counts_or_points_stays(runs: tuple[str, ...]) -> None:
    assert reason({"word/document.xml": body(field(*runs))}) == ("", "")


def test_a_field_inside_another_is_looked_at_too() -> None:
    nested = field("IF ").replace("</w:instrText></w:r>", f"</w:instrText></w:r>{field('INCLUDEPICTURE x')}")
    assert reason({"word/document.xml": body(nested)})[0] == "T15"


@pytest.mark.parametrize("drawn", [
    '<image xmlns:l="l" l:href="http://x/y.png"/>', '<rect style="fill:url(http://x)"/>', "<style>@import 'x';</style>",
    "<script/>", "<foreignObject/>",
])  # fmt: skip
def test_a_drawing_that_fetches_is_refused(drawn: str) -> None:
    svg = f'<svg xmlns="http://www.w3.org/2000/svg">{drawn}</svg>'
    assert reason({"word/media/x.svg": svg.encode()})[0] in ("T02", "T15")


def test_a_drawing_of_its_own_stays() -> None:
    svg = '<svg xmlns="http://www.w3.org/2000/svg"><rect style="fill:url(#a)"/><use href="#b"/></svg>'
    assert reason({"word/media/x.svg": svg.encode()}) == ("", "")


def test_elements_inside_each_other_without_end_are_refused() -> None:
    assert reason({"word/document.xml": body("<w:r>" * 5_000 + "</w:r>" * 5_000)})[0] == "T02"


@pytest.mark.parametrize(("count", "kode"), [(1_000, ""), (1_001, "T02")])
def test_an_element_has_so_many_attributes_and_no_more(count: int, kode: str) -> None:
    many = " ".join(f'a{number}=""' for number in range(count))
    assert reason({"word/document.xml": body(f"<w:r {many}/>")})[0] == kode


@pytest.mark.parametrize("name", ["[Content_Types].xml", "_rels/.rels", "word/document.xml"])
def test_without_what_makes_it_a_document_it_is_none(name: str) -> None:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for part, data in plain_parts().items():
            if part != name:
                archive.writestr(part, data)
    with pytest.raises(PackageRefused):
        package.read(file.getvalue())


@pytest.mark.parametrize(("number", "highest"), [("9" * 18, 10**18 - 1), ("9" * 6_000, 0)])
def test_an_id_of_thousands_of_digits_is_no_number(number: str, highest: int) -> None:
    assert ids.highest_drawing([f'<wp:docPr id="{number}"/>']) == highest


# Charts


CHART = "word/charts/chart1.xml"
_CHART_RELS = "word/charts/_rels/chart1.xml.rels"
_DRAWN = (
    b'<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" '
    b'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><c:chart/>'
    b'<c:externalData r:id="rIdX"><c:autoUpdate val="0"/></c:externalData></c:chartSpace>'
)


def charted(target: str, mode: str = "", kind: str = "package") -> dict[str, bytes]:
    """A document with a chart whose workbook is there."""
    space = "http://schemas.openxmlformats.org/package/2006/relationships"
    rels = f'<Relationships xmlns="{space}">{relation(kind, target, mode)}</Relationships>'
    return {CHART: _DRAWN, _CHART_RELS: rels.encode(), "word/embeddings/Microsoft_Excel_Sheet1.xlsx": b"PK rahasia"}


@pytest.mark.parametrize(
    "target", ["../embeddings/Microsoft_Excel_Sheet1.xlsx", "/word/embeddings/Microsoft_Excel_Sheet1.xlsx"]
)
def test_a_chart_stays_and_the_workbook_behind_it_goes(target: str) -> None:
    found = package.read(packed(charted(target))).contents
    assert b"<c:chart/>" in found[CHART]
    assert b"externalData" not in found[CHART]
    assert b"package" not in found[_CHART_RELS].replace(b"openxmlformats.org/package", b"")
    assert not any("embeddings" in name for name in found)
    assert not any(b"rahasia" in data for data in found.values())


@pytest.mark.parametrize(
    "changed",
    [
        charted("file:///C:/angka.xlsx", ' TargetMode="External"'),
        charted("file:///C:/angka.xlsx", ' TargetMode="External"', "oleObject"),
        charted("../embeddings/oleObject1.bin", "", "oleObject"),
        {RELS: linked(relation("package", "embeddings/Microsoft_Excel_Sheet1.xlsx", "")).encode(),
         "word/embeddings/Microsoft_Excel_Sheet1.xlsx": b"PK"},
    ],
)  # fmt: skip
def test_what_a_chart_links_to_outside_and_what_no_chart_holds_is_refused(changed: dict[str, bytes]) -> None:
    assert reason(changed) != ("", "")
