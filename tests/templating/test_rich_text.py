"""The office's own text in a document of ours: styles, lists, notes, pictures and tables become those of the document."""

from __future__ import annotations

import re
import zlib
from collections.abc import Mapping
from dataclasses import dataclass

import pytest
from lxml import etree

from pokin_docs.documents.narrative import RichPicture, RichText
from pokin_docs.templating.fill.package import squash
from pokin_docs.templating.fill.rich_host import RichHost
from pokin_docs.templating.fill.rich_text import put
from pokin_docs.templating.signs import RICH_END, RICH_START

_SPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_W, _R = f"{{{_SPACE}}}", f"{{{_OFFICE}}}"
TYPES = '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'
STYLES = {"paragraf": "Isi", "list paragraph": "Butir", "caption": "Ket", "isi tabel": "Sel", "footnote text": "Kaki"}
TEXT_WIDTH = 9000
SECTION = f'<w:sectPr><w:pgSz w:w="{TEXT_WIDTH + 2000}" w:h="16000"/><w:pgMar w:top="1000" w:right="1000" w:bottom="1000" w:left="1000"/></w:sectPr>'
TWIP = 635
"""EMU in a twip."""


@dataclass(frozen=True)
class Content:
    """What the body is filled from."""

    naskah: RichText


@dataclass(frozen=True)
class Printed:
    """A body with the text in it, and the parts that came or changed."""

    body: etree._Element
    parts: Mapping[str, bytes]

    def part(self, name: str) -> etree._Element:
        return etree.fromstring(self.parts[name])

    def relations(self, of: str = "document.xml") -> dict[str, tuple[str, str, bool]]:
        """Kind, target and whether it leads outside of each relationship, by id."""
        root = self.part(f"word/_rels/{of}.rels")
        return {
            link.get("Id", ""): (link.get("Type", "").rpartition("/")[2], link.get("Target", ""), link.get("TargetMode") == "External")
            for link in root
        }  # fmt: skip

    @property
    def types(self) -> dict[str, str]:
        root = self.part("[Content_Types].xml")
        return {one.get("PartName", ""): one.get("ContentType", "") for one in root}


def printed(
    rich: RichText, around: str = "@", *, styles: Mapping[str, str] | None = None, headings: Mapping[int, str] | None = None,
    parts: Mapping[str, str] | None = None, changed: Mapping[str, str] | None = None,
) -> Printed:  # fmt: skip
    """A body in which ``@`` is the paragraph of the place, after the text was put there.

    Args:
        rich: The text.
        around: The body.
        styles: Styles of the template by their names.
        headings: Its styles of headings by level.
        parts: Its parts, by their names below ``word``.
        changed: Those of them that were changed before.
    """
    own = {f"word/{name}": said.encode() for name, said in (parts or {}).items()} | {
        "[Content_Types].xml": TYPES.encode()
    }
    host = RichHost(
        "word/document.xml", own, STYLES if styles is None else styles, headings or {1: "J1", 2: "J2", 3: "J3"},
        frozenset((*own, "word/media/naskah-1.png")),
    )  # fmt: skip
    mark = f"<w:r><w:t>{RICH_START}{rich.digest}{RICH_END}</w:t></w:r>"
    inside = around.replace("@", f"<w:p>{mark}</w:p>").replace("#", mark)
    body = f'<w:document xmlns:w="{_SPACE}"><w:body>{inside}{SECTION}</w:body></w:document>'
    beside = {f"word/{name}": squash(name, said.encode(), 1) for name, said in (changed or {}).items()}
    data, members = put(body.encode(), Content(rich), host, beside)
    return Printed(etree.fromstring(data), {name: _unpacked(member.deflated) for name, member in members.items()})


def _unpacked(deflated: bytes) -> bytes:
    return zlib.decompress(deflated, -zlib.MAX_WBITS)


def p(words: str, role: str = "paragraf", more: str = "") -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="peran:{role}"/>{more}</w:pPr><w:r><w:t>{words}</w:t></w:r></w:p>'


def heading(words: str, style: str) -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr><w:r><w:t>{words}</w:t></w:r></w:p>'


def paragraphs(root: etree._Element) -> list[tuple[str, str]]:
    """Style and words of each paragraph."""
    found = []
    for one in root.iter(_W + "p"):
        style = one.find(f"{_W}pPr/{_W}pStyle")
        words = "".join(text.text or "" for text in one.iter(_W + "t"))
        found.append(("" if style is None else style.get(_W + "val", ""), words))
    return found


# Styles


def test_paragraphs_get_the_styles_of_the_template_by_what_they_are() -> None:
    rich = RichText(p("a") + p("b", "butir") + p("c", "keterangan") + p("d", "sel") + p("e", "catatan"))
    assert paragraphs(printed(rich).body) == [("Isi", "a"), ("Butir", "b"), ("Ket", "c"), ("Sel", "d"), ("Kaki", "e")]


@pytest.mark.parametrize(
    ("styles", "role", "found"),
    [
        ({"butir": "B", "list paragraph": "L"}, "butir", "B"), ({"paragraf": "P"}, "butir", "P"),
        ({"body text": "T"}, "kutipan", "T"), ({"quote": "Q", "paragraf": "P"}, "kutipan", "Q"),
        ({"paragraf": "P"}, "keterangan", ""), ({}, "paragraf", ""), ({"isi": "I"}, "paragraf", "I"),
    ],
)  # fmt: skip
def test_where_a_template_lacks_a_style_the_next_one_serves_or_none(
    styles: dict[str, str], role: str, found: str
) -> None:
    assert paragraphs(printed(RichText(p("a", role)), styles=styles).body) == [(found, "a")]


def test_headings_stand_below_the_heading_of_their_place() -> None:
    rich = RichText(p("a", "judul-1") + p("b", "judul-2"))
    for above, found in (
        ("", ["J2", "J3"]),
        (heading("h", "J1"), ["J2", "J3"]),
        (heading("h", "J2") + p("x"), ["J3", "Isi"]),
    ):
        assert [style for style, words in paragraphs(printed(rich, above + "@").body) if words in "ab"] == found


def test_a_heading_for_which_no_style_is_left_is_bold_and_kept_with_what_follows() -> None:
    body = printed(RichText(p("a", "judul-3")), heading("h", "J2") + "@").body
    paragraph = list(body.iter(_W + "p"))[-1]
    assert paragraph.find(f"{_W}pPr/{_W}keepNext") is not None
    assert paragraph.find(f"{_W}r/{_W}rPr/{_W}b") is not None


# The paragraph of the place


@pytest.mark.parametrize(
    ("around", "words"),
    [
        ("@", ["a"]),
        (p("x") + "@" + p("y"), ["x", "a", "y"]),
        ("<w:p><w:r><w:t>Isi: </w:t></w:r>#</w:p>", ["Isi: ", "a"]),
        ("<w:p>##</w:p>", ["a", "a"]),
    ],
)
def test_the_paragraph_of_the_place_goes_unless_it_says_something(around: str, words: list[str]) -> None:
    found = [words for _, words in paragraphs(printed(RichText(p("a")), around).body)]
    assert sorted(found) == sorted(words)


@pytest.mark.parametrize(("blocks", "ends"), [("words", ["a"]), ("a table", [""])])
def test_a_section_that_ends_with_the_place_ends_with_the_text_or_behind_its_table(
    blocks: str, ends: list[str]
) -> None:
    own = SECTION.replace("16000", "15000")
    rich = RichText(p("a") if blocks == "words" else TABLE.format(3000, 6000))
    body = printed(rich, f"<w:p><w:pPr>{own}</w:pPr>#</w:p>" + p("y")).body
    found = [one for one in body.iter(_W + "p") if one.find(f"{_W}pPr/{_W}sectPr") is not None]
    assert ["".join(text.text or "" for text in one.iter(_W + "t")) for one in found] == ends
    assert found[0].find(f"{_W}pPr/{_W}sectPr/{_W}pgSz").get(_W + "h") == "15000"  # type: ignore[union-attr]
    assert found[0].findall(_W + "r") == [] or ends == ["a"], "nothing is left of the place itself"


def test_behind_a_table_that_stands_in_no_cell_no_line_is_added() -> None:
    body = printed(RichText(TABLE.format(3000, 6000)), "@" + p("y")).body.find(_W + "body")
    assert body is not None
    assert [etree.QName(one).localname for one in body] == ["tbl", "p", "sectPr"]


def cell(inner: str, width: str = '<w:tcPr><w:tcW w:w="3000" w:type="dxa"/></w:tcPr>') -> str:
    return f"<w:tbl><w:tr><w:tc>{width}{inner}</w:tc></w:tr></w:tbl>"


TABLE = '<w:tbl><w:tblGrid><w:gridCol w:w="{}"/><w:gridCol w:w="{}"/></w:tblGrid><w:tr>' + 2 * (
    "<w:tc><w:tcPr/>" + p("a", "sel") + "</w:tc>"
) + "</w:tr></w:tbl>"  # fmt: skip


def test_a_cell_always_ends_with_a_paragraph() -> None:
    for blocks, words in ((p("a"), [("Isi", "a")]), (TABLE.format(800, 800), [("Sel", "a"), ("Sel", "a"), ("", "")])):
        body = printed(RichText(blocks), cell("@")).body
        inside = next(body.iter(_W + "tc"))
        assert paragraphs(inside) == words
        assert inside[-1].tag == _W + "p"


# Tables


def widths(root: etree._Element, table: int = 0) -> list[int]:
    found = list(root.iter(_W + "tbl"))[table]
    return [int(one.get(_W + "w", "0")) for one in found.findall(f"{_W}tblGrid/{_W}gridCol")]


@pytest.mark.parametrize(
    ("typed", "laid_out"),
    [
        ((3000, 6000), [3000, 6000]),
        ((3001, 6000), [3000, 5999]),
        ((8000, 10000), [4000, 5000]),
        ((1500, 3000), [1500, 3000]),
        ((1500, 2999), [3000, 5999]),
        ((0, 4000), [4500, 4500]),
        ((10, 18000), [200, 8995]),
    ],
)
def test_a_table_is_as_wide_as_it_was_unless_it_does_not_fit_or_is_too_narrow(
    typed: tuple[int, int], laid_out: list[int]
) -> None:
    body = printed(RichText(TABLE.format(*typed))).body
    table = next(body.iter(_W + "tbl"))
    assert widths(body) == laid_out
    assert [etree.QName(one).localname for one in table] == ["tblPr", "tblGrid", "tr"], "in this order Word reads them"
    assert [int(one.get(_W + "w", "0")) for one in table.iter(_W + "tcW")] == laid_out
    assert table.find(f"{_W}tblPr/{_W}tblW").get(_W + "w") == str(sum(laid_out))  # type: ignore[union-attr]


def test_a_table_in_a_cell_is_as_wide_as_the_cell_allows() -> None:
    body = printed(RichText(TABLE.format(4000, 4000)), cell("@")).body
    assert widths(body, 1) == [(3000 - 136) // 2] * 2


def test_cells_that_go_over_columns_are_as_wide_as_these() -> None:
    span = '<w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr>' + p("a", "sel") + "</w:tc>"
    one = "<w:tc><w:tcPr/>" + p("b", "sel") + "</w:tc>"
    grid = '<w:tblGrid><w:gridCol w:w="1000"/><w:gridCol w:w="2000"/><w:gridCol w:w="3000"/></w:tblGrid>'
    body = printed(RichText(f"<w:tbl>{grid}<w:tr>{span}{one}</w:tr><w:tr>{one}{span}</w:tr></w:tbl>")).body
    assert [int(found.get(_W + "w", "0")) for found in body.iter(_W + "tcW")] == [3000, 3000, 1000, 5000]


def test_a_table_that_says_too_few_columns_has_columns_of_one_width() -> None:
    body = printed(RichText(TABLE.replace('<w:gridCol w:w="{}"/><w:gridCol w:w="{}"/>', '<w:gridCol w:w="5"/>'))).body
    assert widths(body) == [4500, 4500]


# Lists

LEVELS = '<w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/></w:lvl>'


def listed(words: str, number: int = 0) -> str:
    return p(words, "butir", f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{number}"/></w:numPr>')


def numbering(root: etree._Element) -> list[tuple[str, str]]:
    """Each list, and the kind of list that it is."""
    kinds = {one.get(_W + "abstractNumId") for one in root.findall(_W + "abstractNum")}
    found = [
        (one.get(_W + "numId", ""), one.find(_W + "abstractNumId").get(_W + "val", ""))  # type: ignore[union-attr]
        for one in root.findall(_W + "num")
    ]
    assert {kind for _, kind in found} <= kinds
    tags = [etree.QName(one).localname for one in root]
    assert tags == sorted(tags, key=["numPicBullet", "abstractNum", "num"].index), "in this order Word reads them"
    return found


def test_lists_are_new_ones_of_the_document() -> None:
    result = printed(RichText(listed("a") + listed("b", 1), lists=(LEVELS, LEVELS)))
    assert numbering(result.part("word/numbering.xml")) == [("1", "0"), ("2", "1")]
    assert [one.get(_W + "val") for one in result.body.iter(_W + "numId")] == ["1", "2"]
    assert ("numbering", "numbering.xml", False) in result.relations().values()
    assert result.types["/word/numbering.xml"].endswith("numbering+xml")


def test_they_stand_behind_those_that_are_there_already() -> None:
    there = (
        f'<w:numbering xmlns:w="{_SPACE}"><w:numPicBullet/><w:abstractNum w:abstractNumId="4"/>'
        '<w:num w:numId="12"><w:abstractNumId w:val="4"/></w:num></w:numbering>'
    )
    result = printed(RichText(listed("a"), lists=(LEVELS,)), parts={"numbering.xml": there})
    assert numbering(result.part("word/numbering.xml")) == [("12", "4"), ("13", "5")]
    assert [one.get(_W + "val") for one in result.body.iter(_W + "numId")] == ["13"]
    assert "[Content_Types].xml" not in result.parts, "the part is known to the package"


def test_a_numbering_of_pictures_alone_or_changed_before_is_added_to() -> None:
    there = f'<w:numbering xmlns:w="{_SPACE}"><w:numPicBullet/></w:numbering>'
    before = there.replace("<w:numPicBullet/>", '<w:abstractNum w:abstractNumId="7"/>')
    for changed, kind in (({}, "0"), ({"numbering.xml": before}, "8")):
        result = printed(RichText(listed("a"), lists=(LEVELS,)), parts={"numbering.xml": there}, changed=changed)
        assert numbering(result.part("word/numbering.xml")) == [("1", kind)]


def test_two_lists_of_one_text_are_two_to_word() -> None:
    result = printed(RichText(listed("a") + listed("b", 1), lists=(LEVELS, LEVELS)))
    signs = re.findall(rb'nsid w:val="(\w{8})"', result.parts["word/numbering.xml"])
    assert len(set(signs)) == 2


# Links, pictures and notes


def link(index: int) -> str:
    return f'<w:p><w:pPr/><w:hyperlink n:link="{index}"><w:r><w:t>a</w:t></w:r></w:hyperlink></w:p>'


def test_a_link_leads_outside_and_each_address_is_there_once() -> None:
    rich = RichText(link(0) + link(1) + link(0), links=("https://a.id", "https://b.id"))
    there = f'<Relationships xmlns="{_RELATIONS}"><Relationship Id="rIdNaskah1" Type="x/styles" Target="styles.xml"/></Relationships>'
    result = printed(rich, parts={"_rels/document.xml.rels": there})
    ids = [one.get(_R + "id") for one in result.body.iter(_W + "hyperlink")]
    assert ids == ["rIdNaskah2", "rIdNaskah3", "rIdNaskah2"]
    assert result.relations() == {
        "rIdNaskah1": ("styles", "styles.xml", False), "rIdNaskah2": ("hyperlink", "https://a.id", True),
        "rIdNaskah3": ("hyperlink", "https://b.id", True),
    }  # fmt: skip


def picture(index: int, wide: int, high: int, more: str = 'alt=""') -> str:
    return f'<w:p><w:pPr/><w:r><n:picture index="{index}" cx="{wide}" cy="{high}" {more}/></w:r></w:p>'


PNG, JPG = RichPicture("png", b"PNG"), RichPicture("jpg", b"JPG")


def test_each_file_of_a_picture_is_in_the_document_once_under_a_name_of_its_own() -> None:
    rich = RichText(picture(0, 9, 9) + picture(1, 9, 9) + picture(0, 8, 8), pictures=(PNG, JPG))
    result = printed(rich, '<w:p><w:r><w:drawing><docPr id="41"/></w:drawing></w:r></w:p>@')
    media = {name: data for name, data in result.parts.items() if "/media/" in name}
    assert media == {"word/media/naskah-2.png": b"PNG", "word/media/naskah-1.jpg": b"JPG"}, "naskah-1.png is taken"
    assert result.types == {"/word/media/naskah-2.png": "image/png", "/word/media/naskah-1.jpg": "image/jpeg"}
    shown = [result.relations()[one.get(_R + "embed", "")][1] for one in result.body.iter("{*}blip")]
    assert shown == ["media/naskah-2.png", "media/naskah-1.jpg", "media/naskah-2.png"]
    assert [one.get("id") for one in result.body.iter("{*}docPr")] == ["41", "42", "43", "44"]


@pytest.mark.parametrize(
    ("size", "shown"),
    [
        ((TEXT_WIDTH, 100), (TEXT_WIDTH, 100)), ((TEXT_WIDTH * 2, 100), (TEXT_WIDTH, 50)), ((100, 26400), (50, 13200)),
        ((10, 10), (10, 10)), ((TEXT_WIDTH * 2, 52800), (TEXT_WIDTH // 2, 13200)),
    ],
)  # fmt: skip
def test_a_picture_that_does_not_fit_the_page_is_made_smaller_as_a_whole(
    size: tuple[int, int], shown: tuple[int, int]
) -> None:
    """Of the height of a page some is left for its caption."""
    body = printed(RichText(picture(0, size[0] * TWIP, size[1] * TWIP), pictures=(PNG,))).body
    extent = next(body.iter("{*}extent"))
    assert (int(extent.get("cx", "0")) // TWIP, int(extent.get("cy", "0")) // TWIP) == shown


def test_a_picture_in_a_cell_fits_the_cell_and_says_what_it_shows() -> None:
    table = '<w:tbl><w:tblGrid><w:gridCol w:w="2000"/><w:gridCol w:w="4000"/></w:tblGrid><w:tr>' + "".join(
        f"<w:tc><w:tcPr/>{picture(0, 9000 * TWIP, 900 * TWIP, more)}</w:tc>" for more in ('alt="Bagan"', 'alt="" l="5" t="7"')
    ) + "</w:tr></w:tbl>"  # fmt: skip
    body = printed(RichText(table, pictures=(PNG,))).body
    assert [int(one.get("cx", "0")) // TWIP for one in body.iter("{*}extent")] == [2000 - 136, 4000 - 136]
    assert [one.get("descr") for one in body.iter("{*}docPr")] == ["Bagan", None]
    assert [dict(one.attrib) for one in body.iter("{*}srcRect")] == [{"l": "5", "t": "7"}]


def noted(before: str, behind: str, index: int = 0) -> str:
    inner = f'<w:rPr><w:i/></w:rPr>{before}<n:note index="{index}"/>{behind}'
    return f'<w:p><w:pPr><w:pStyle w:val="peran:paragraf"/></w:pPr><w:r>{inner}</w:r></w:p>'


def notes(result: Printed) -> list[tuple[str, str]]:
    """Number and words of the notes that are none of Word's lines."""
    root = result.part("word/footnotes.xml")
    return [
        (one.get(_W + "id", ""), "".join(text.text or "" for text in one.iter(_W + "t")))
        for one in root if one.get(_W + "type") is None
    ]  # fmt: skip


def test_notes_are_numbered_in_the_document_and_stand_where_they_stood() -> None:
    a, b = "<w:t>a</w:t>", "<w:t>b</w:t>"
    rich = RichText(noted(a, b) + noted(a, "", 1) + noted("", b, 1), notes=(p("satu", "catatan"), p("dua", "catatan")))
    result = printed(rich)
    assert notes(result) == [("1", "satu"), ("2", "dua"), ("3", "dua")], "each sign has a note of its own"
    said = []
    for paragraph in result.body.iter(_W + "p"):
        runs = list(paragraph.iter(_W + "r"))
        said.append([
            f"^{mark.get(_W + 'id')}" if (mark := run.find(_W + "footnoteReference")) is not None
            else "".join(text.text or "" for text in run.iter(_W + "t")) for run in runs
        ])  # fmt: skip
        assert all(
            (run.find(f"{_W}rPr/{_W}i") is not None) == (run.find(_W + "footnoteReference") is None) for run in runs
        )
    assert said == [["a", "^1", "b"], ["a", "^2"], ["^3", "b"]]
    assert ("footnotes", "footnotes.xml", False) in result.relations().values()
    assert result.types["/word/footnotes.xml"].endswith("footnotes+xml")


def test_a_note_begins_with_its_sign_and_has_the_style_of_notes() -> None:
    result = printed(RichText(noted("<w:t>a</w:t>", ""), notes=(p("satu", "catatan") + p("lagi", "catatan"),)))
    root = result.part("word/footnotes.xml")
    assert [one.get(_W + "id") for one in root if one.get(_W + "type")] == ["-1", "0"], "the lines above notes"
    first, second = root[-1].findall(_W + "p")
    assert paragraphs(root[-1]) == [("Kaki", "satu"), ("Kaki", "lagi")]
    assert [etree.QName(one).localname for one in first] == ["pPr", "r", "r"]
    assert first[1].find(_W + "footnoteRef") is not None
    assert second.find(f".//{_W}footnoteRef") is None


def test_notes_stand_behind_those_of_the_template() -> None:
    there = f'<w:footnotes xmlns:w="{_SPACE}"><w:footnote w:id="8"><w:p><w:r><w:t>lama</w:t></w:r></w:p></w:footnote></w:footnotes>'
    result = printed(RichText(noted("<w:t>a</w:t>", ""), notes=(p("satu"),)), parts={"footnotes.xml": there})
    assert notes(result) == [("8", "lama"), ("9", "satu")]
    assert "word/_rels/document.xml.rels" not in result.parts, "the template's own relationship leads there"


def test_what_a_note_shows_and_leads_to_are_relationships_of_the_notes() -> None:
    rich = RichText(noted("", ""), notes=(link(0) + picture(0, 9, 9),), links=("https://a.id",), pictures=(PNG,))
    result = printed(rich)
    assert sorted(result.relations("footnotes.xml").values()) == [
        ("hyperlink", "https://a.id", True), ("image", "media/naskah-2.png", False),
    ]  # fmt: skip
    assert [kind for kind, _, _ in result.relations().values()] == ["footnotes"]


def test_a_body_without_a_place_stays_as_it_is() -> None:
    body = b"<w:document>tidak dibaca</w:document>"
    assert put(body, Content(RichText(p("a"))), RichHost("word/document.xml", {}, {}, {}, frozenset()), {}) == (
        body,
        {},
    )
    marked = f"<w:document>{RICH_START}".encode()
    assert put(marked, Content(RichText(p("a"))), None, {}) == (marked, {})
