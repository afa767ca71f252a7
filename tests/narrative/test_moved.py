"""What an office typed into its naskah, as rich text: lists, tables, pictures, notes and links, nothing of it lost."""

from __future__ import annotations

import io
import re
import zipfile
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from lxml import etree

from pokin_docs.documents.narrative import RichPicture, RichText
from pokin_docs.narrative.convert import RichTextWriter
from pokin_docs.narrative.layout import blocks_of
from pokin_docs.narrative.lists import ListCounters
from pokin_docs.narrative.source import open_source

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_SPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="' + _OFFICE + '" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:wpg="http://schemas.microsoft.com/office/word/2010/wordprocessingGroup" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
)
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
STYLES = """
<w:style w:type="paragraph" w:styleId="H1"><w:name w:val="heading 1"/></w:style>
<w:style w:type="paragraph" w:styleId="H3"><w:name w:val="Judul 3"/></w:style>
<w:style w:type="paragraph" w:styleId="Tebal"><w:name w:val="Tebal"/><w:rPr><w:b/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Cap"><w:name w:val="caption"/><w:rPr><w:b/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Cap2"><w:name w:val="Sumber"/><w:basedOn w:val="Cap"/></w:style>
<w:style w:type="paragraph" w:styleId="Q"><w:name w:val="Quote"/></w:style>
<w:style w:type="paragraph" w:styleId="Daftar"><w:name w:val="Daftar"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
<w:style w:type="character" w:styleId="Miring"><w:name w:val="Miring"/><w:rPr><w:i/></w:rPr></w:style>"""
NUMBERING = """
<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>
<w:lvl w:ilvl="1"><w:start w:val="3"/><w:numFmt w:val="lowerLetter"/><w:isLgl/><w:lvlText w:val="%2)"/></w:lvl></w:abstractNum>
<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="\uf0fc"/></w:lvl>
<w:lvl w:ilvl="1"><w:numFmt w:val="bullet"/><w:lvlText w:val="\uf099"/></w:lvl>
<w:lvl w:ilvl="2"><w:numFmt w:val="bullet"/><w:lvlText w:val=""/></w:lvl>
<w:lvl w:ilvl="3"><w:numFmt w:val="bullet"/><w:lvlText w:val="–"/></w:lvl></w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>
<w:num w:numId="3"><w:abstractNumId w:val="0"/></w:num>
<w:num w:numId="4"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="7"/></w:lvlOverride></w:num>
<w:num w:numId="9"><w:abstractNumId w:val="99"/></w:num>"""


@dataclass
class Typed:
    """What is read of a document: its rich texts, one for each place, and what was not taken."""

    places: list[RichText | None]
    trouble: Counter[str] = field(default_factory=Counter)

    @property
    def text(self) -> RichText:
        """The only one."""
        (only,) = self.places
        assert only is not None
        return only


def read(
    *places: str, links: Mapping[str, tuple[str, str]] | None = None, parts: Mapping[str, str | bytes] | None = None
) -> Typed:
    """What is read of these blocks, place by place.

    Args:
        places: The blocks of each place.
        links: Relationships of the body: kind and target by id.
        parts: Further parts, by their names below ``word``.
    """
    kinds = {"styles": STYLES, "numbering": NUMBERING}
    made = {f"word/{name}.xml": f"<w:{name} {_SPACES}>{said}</w:{name}>" for name, said in kinds.items()}
    made["word/document.xml"] = f"<w:document {_SPACES}><w:body>{''.join(places)}</w:body></w:document>"
    relations = "".join(
        f'<Relationship Id="{id_}" Type="{_OFFICE}/{kind}" Target="{target}"'
        + (' TargetMode="External"/>' if "://" in target else "/>")
        for id_, (kind, target) in (links or {}).items()
    )
    made["word/_rels/document.xml.rels"] = f'<Relationships xmlns="{_RELATIONS}">{relations}</Relationships>'
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, said in made.items():
            archive.writestr(name, said)
        for name, content in (parts or {}).items():
            archive.writestr("word/" + name, content)
    source = open_source(Path("naskah.docx"), stream.getvalue())
    counters, trouble = ListCounters(source), Counter[str]()
    blocks, found = list(blocks_of(source.body)), []
    for place in places:
        count = len(list(blocks_of(etree.fromstring(f"<w:body {_SPACES}>{place}</w:body>"))))
        writer = RichTextWriter(source, counters, trouble, level=1)
        for block in blocks[:count]:
            writer.add(block)
        del blocks[:count]
        found.append(writer.result())
    return Typed(found, trouble)


def p(inner: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr>{inner}</w:p>"


def r(words: str, formatting: str = "") -> str:
    return f"<w:r>{f'<w:rPr>{formatting}</w:rPr>' if formatting else ''}<w:t>{words}</w:t></w:r>"


def style(id_: str) -> str:
    return f'<w:pStyle w:val="{id_}"/>'


def item(words: str, number: int, level: int = 0) -> str:
    return p(r(words), f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>')


def table(*rows: str, widths: tuple[int, ...] = (2000, 3000)) -> str:
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return f"<w:tbl><w:tblGrid>{columns}</w:tblGrid>{''.join(rows)}</w:tbl>"


def tr(*cells: str, properties: str = "") -> str:
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(cells)}</w:tr>"


def tc(inner: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inner}</w:tc>"


def outline(blocks: str) -> str:
    """Blocks in one line: role and words of each paragraph, ``b`` and ``i`` before runs, numbers of what is referred to.

    ``[…]`` is a table, ``/`` ends its rows and ``|`` its cells.
    """
    root = etree.fromstring(f'<w:body xmlns:n="urn:pokin-docs:narrative" {_SPACES}>{blocks}</w:body>')

    def said(element: etree._Element) -> str:
        name, inner = etree.QName(element).localname, "".join(map(said, element))
        value = element.get(_W + "val") or ""
        shown = {
            "t": element.text or "", "tab": "→", "br": "↵", "noBreakHyphen": "‑", "pStyle": value.removeprefix("peran:") + ":",
            "b": "b'", "i": "i'", "bCs": "", "iCs": "", "jc": f"({value})", "ilvl": f"({value}", "numId": f" #{value})",
            "vertAlign": value[:3] + "'", "u": "u'", "caps": "caps'", "strike": "strike'", "note": f"^{element.get('index')}",
            "picture": f"<{element.get('index')} {element.get('cx')}x{element.get('cy')} {element.get('alt')}>",
            "gridSpan": f"{{{value}}}", "vMerge": "{v}" if value else "{^}", "shd": "*", "tblHeader": "!", "cantSplit": "",
            "gridCol": (element.get(_W + "w") or "") + " ", "pageBreakBefore": "⏎",
        }  # fmt: skip
        if name == "hyperlink":
            return f"<{inner}>@{element.get('{urn:pokin-docs:narrative}link')}"
        ends = {"p": " ", "tc": "|", "tr": "/"}
        text = shown.get(name, inner) + ends.get(name, "")
        return f"[{text}]" if name == "tbl" else text

    return "".join(map(said, root)).strip()


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        (p(r("satu ") + r("dua", "<w:b/>") + r(" tiga", "<w:i/>")), "paragraf:satu b'duai' tiga"),
        (p(r("a", '<w:b w:val="0"/>') + r("b", "<w:u w:val='none'/>") + r("c", "<w:u w:val='double'/>")), "paragraf:abu'c"),
        (p(r("a", '<w:rStyle w:val="Miring"/>') + r("b", "<w:caps/><w:strike/>")), "paragraf:i'acaps'strike'b"),
        (p(r("m") + r("2", '<w:vertAlign w:val="superscript"/>') + r("x", '<w:vertAlign w:val="baseline"/>')),
         "paragraf:msup'2x"),
        (p(r("a") + r("b", '<w:b w:val="0"/>'), style("Tebal")), "paragraf:b'ab"),
        (p(r("Tabel 1"), style("Cap")), "keterangan:Tabel 1"),
        (p(r("Sumber"), style("Cap2")), "keterangan:Sumber"),
        (p(r("kata"), style("Q")), "kutipan:kata"),
        (p(r("a"), '<w:jc w:val="center"/>') + p(r("b"), '<w:jc w:val="end"/>') + p(r("c"), '<w:jc w:val="both"/>'),
         "paragraf:(center)a paragraf:(right)b paragraf:c"),
        (p("<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:noBreakHyphen/><w:cr/></w:r>"), "paragraf:a→b↵‑↵"),
        (p('<w:r><w:sym w:font="Wingdings" w:char="F0A7"/><w:sym w:char="F099"/><w:sym w:char="2264"/><w:sym w:char="zz"/></w:r>'),
         "paragraf:▪•≤"),
        (p("<m:oMath><m:r><m:t>x+1</m:t></m:r></m:oMath>"), "paragraf:x+1"),
        (p("<w:ins>" + r("baru") + "</w:ins><w:del><w:r><w:delText>lama</w:delText></w:r></w:del>"), "paragraf:baru"),
        (p("<w:sdt><w:sdtPr><w:alias/></w:sdtPr><w:sdtContent>" + r("isi") + "</w:sdtContent></w:sdt>"), "paragraf:isi"),
        (p("") + p(r(" ")) + p(r("a")), "paragraf:a"),
        (p(r("Bagian"), style("H3")) + p(r("isi")), "judul-2:Bagian paragraf:isi"),
        (p(r("Bagian"), style("H1")), "judul-1:Bagian"),
        (p(r("Bagian"), '<w:outlineLvl w:val="3"/>'), "judul-3:Bagian"),
    ],
)  # fmt: skip
def test_paragraphs_keep_what_they_say_and_mean(typed: str, shown: str) -> None:
    assert outline(read(typed).text.blocks) == shown


def test_what_is_said_is_kept_in_plain_words_too() -> None:
    text = read(
        p(r("a &lt;b&gt; &amp; c")) + p("<w:r><w:t>d</w:t><w:tab/><w:t>e</w:t></w:r>") + table(tr(tc(p(r("f")))))
    ).text
    assert text.texts == ("a <b> & c", "d e", "f")


def test_blank_paragraphs_alone_say_nothing() -> None:
    assert read(p("") + p(r("  "))).places == [None]
    assert read(table(tr(tc(p(""))))).places != [None], "an empty table is one"


def control(inner: str) -> str:
    """A content control around something."""
    return f"<w:sdt><w:sdtPr><w:alias/></w:sdtPr><w:sdtContent>{inner}</w:sdtContent></w:sdt>"


def test_what_stands_in_a_content_control_is_read_through_it_at_every_depth() -> None:
    typed = (
        control(p(r("a")) + control(table(control(tr(control(tc(control(p(r("b"))))))))))
        + f"<w:ins>{p(r('c'))}</w:ins>"
    )
    assert outline(read(typed).text.blocks) == "paragraf:a [2000 3000 sel:b |/]paragraf:c"


# Lists


def starts(text: RichText, index: int = 0) -> list[str]:
    """What the levels of a list begin with, as far as it is not 1."""
    levels = re.findall(r'w:ilvl="(\d)"><w:start w:val="(\d+)"', text.lists[index])
    return [f"{level}: {start}" for level, start in levels if start != "1"]


def test_items_of_a_list_stay_items_of_one_list() -> None:
    text = read(item("a", 1) + item("b", 1, 1) + p(r("di antaranya")) + item("c", 1) + item("x", 2)).text
    assert outline(text.blocks) == (
        "butir:(0 #0)a butir:(1 #0)b paragraf:di antaranya butir:(0 #0)c butir:(0 #1)x"
    )  # fmt: skip
    assert len(text.lists) == 2


def test_a_list_that_goes_on_at_another_place_goes_on_there() -> None:
    first, second = read(item("a", 1) + item("b", 1), item("c", 1) + item("d", 1)).places
    assert first is not None
    assert second is not None
    assert (starts(first), starts(second)) == (["1: 3"], ["0: 3", "1: 3"])


@pytest.mark.parametrize(
    ("before", "number", "begins"),
    [("", 1, []), (item("z", 1), 3, ["0: 2"]), (item("z", 1), 4, ["0: 7"]), (item("z", 4) + item("z", 4), 4, ["0: 9"])],
)
def test_a_list_begins_where_it_says(before: str, number: int, begins: list[str]) -> None:
    """Of one kind numbers run on from list to list, unless a list says where it begins."""
    found = read(before + p(r("-")), item("a", number)).places[1]
    assert found is not None
    assert [one for one in starts(found) if one.startswith("0")] == begins


def test_deeper_levels_begin_anew_below_each_item_above() -> None:
    text = read(item("a", 1) + item("b", 1, 1) + item("c", 1) + p(r("-")), item("d", 1, 1)).places[1]
    assert text is not None
    assert starts(text) == ["0: 2", "1: 3"], (
        "the second level begins with its own start, the first stands at its second item"
    )


def test_signs_that_only_one_font_has_become_signs_of_every_font() -> None:
    text = read(item("a", 2) + item("b", 2, 1) + item("c", 2, 2)).text
    assert re.findall(r'"bullet"/><w:lvlText w:val="(.*?)"', text.lists[0]) == ["✓", "•", "•", "–"]


def test_levels_keep_their_numbers_and_what_stands_around_them() -> None:
    levels = read(item("a", 1) + item("b", 1, 8)).text.lists[0].split("<w:lvl ")[1:]
    assert [re.findall('w:ilvl="(.*?)"><w:start w:val="(.*?)"', one)[0] for one in levels] == [
        ("0", "1"), ("1", "3"), *((str(level), "1") for level in range(2, 9)),
    ]  # fmt: skip
    first, second, third = levels[:3]
    assert '<w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/>' in first
    assert '<w:numFmt w:val="lowerLetter"/><w:isLgl/><w:lvlText w:val="%2)"/>' in second
    assert '<w:numFmt w:val="decimal"/><w:lvlText w:val=""/>' in third
    assert [int(re.findall('w:left="(.*?)"', one)[0]) for one in (first, second, third)] == [425, 850, 1275]


def test_a_style_may_make_a_list_and_a_list_that_is_not_there_makes_none() -> None:
    assert outline(read(p(r("a"), style("Daftar")) + item("b", 9) + item("c", 8)).text.blocks) == (
        "butir:(0 #0)a paragraf:b paragraf:c"
    )


# Tables


def test_a_table_keeps_widths_merged_cells_and_what_stands_in_them() -> None:
    typed = table(
        tr(tc(p(r("a")), '<w:gridSpan w:val="2"/>')),
        tr(tc(p(r("b")), '<w:vMerge w:val="restart"/>'), tc(p(r("c")) + p(r("d")))),
        tr(tc(p(""), "<w:vMerge/>"), tc(p(""))),
    )
    assert outline(read(typed).text.blocks) == "[2000 3000 {2}sel:a |/{v}sel:b |sel:c sel:d |/{^}sel: |sel: |/]"


HEAD, BODY = tr(tc(p(r("No", "<w:b/>"))), tc(p(r("Uraian", "<w:b/>")))), tr(tc(p(r("1"))), tc(p(r("a"))))


@pytest.mark.parametrize(
    ("rows", "shown"),
    [
        ((HEAD, BODY), "!*sel:b'No |*sel:b'Uraian |/sel:1 |sel:a |/"),
        ((HEAD,), "sel:b'No |sel:b'Uraian |/"),
        ((BODY, HEAD), "sel:1 |sel:a |/sel:b'No |sel:b'Uraian |/"),
        ((tr(tc(p(r("No", "<w:b/>"))), tc(p(r("Uraian")))), BODY), "sel:b'No |sel:Uraian |/sel:1 |sel:a |/"),
        ((tr(tc(p("")), tc(p(""))), BODY), "sel: |sel: |/sel:1 |sel:a |/"),
        ((tr(tc(p(r("No"))), properties="<w:tblHeader/>"), BODY), "!*sel:No |/sel:1 |sel:a |/"),
        ((BODY, tr(tc(p(r("2"))), properties="<w:tblHeader/>")), "sel:1 |sel:a |/!sel:2 |/"),
        ((BODY, tr(tc(p(r("2"))), properties="<w:del/>")), "sel:1 |sel:a |/"),
    ],
    ids=["bold", "alone", "last", "half bold", "blank", "said", "second head", "deleted"],
)  # fmt: skip
def test_the_first_row_is_a_head_where_it_says_so_or_all_of_it_is_bold(rows: tuple[str, ...], shown: str) -> None:
    assert outline(read(table(*rows)).text.blocks) == f"[2000 3000 {shown}]"


def test_a_table_in_a_cell_and_a_list_in_a_cell_stay_there() -> None:
    typed = table(tr(tc(p(r("a")) + table(tr(tc(p(r("b")))), widths=(900,))), tc(item("c", 1))))
    assert outline(read(typed).text.blocks) == "[2000 3000 sel:a [900 sel:b |/]sel: |sel:(0 #0)c |/]"


def test_columns_without_a_width_are_kept_for_whoever_lays_them_out() -> None:
    typed = '<w:tbl><w:tblGrid><w:gridCol/><w:gridCol w:w="x"/></w:tblGrid>' + BODY + "</w:tbl>"
    assert outline(read(typed).text.blocks).startswith("[0 0 sel:1")


def test_a_table_without_a_row_is_none() -> None:
    assert outline(read(p(r("a")) + table() + table(tr())).text.blocks) == "paragraf:a"


# Pictures


def picture(
    rid: str, size: tuple[int, int] = (360_000, 180_000), alt: str = "", crop: str = "", attribute: str = "embed"
) -> str:
    blip = f'<a:blip r:{attribute}="{rid}"/>{crop}'
    said = f'<wp:extent cx="{size[0]}" cy="{size[1]}"/><wp:docPr id="1" name="x" descr="{alt}"/>'
    return f"<w:r><w:drawing><wp:inline>{said}<a:graphic><a:blipFill>{blip}</a:blipFill></a:graphic></wp:inline></w:drawing></w:r>"


TWO = {
    "rId1": ("image", "media/a.png"),
    "rId2": ("image", "/word/media/b.JPEG"),
    "rId3": ("image", "https://contoh.id/c.png"),
}
FILES: dict[str, str | bytes] = {"media/a.png": b"PNG", "media/b.JPEG": b"JPG"}


def test_a_picture_keeps_its_size_its_words_and_what_is_cut_off() -> None:
    typed = p(picture("rId1", alt="Bagan  &quot;susunan&quot;", crop='<a:srcRect l="1000" b="-500" t="x"/>'))
    text = read(typed, links=TWO, parts=FILES).text
    assert outline(text.blocks) == 'gambar:<0 360000x180000 Bagan "susunan">'
    assert re.findall(r' ([ltrb])="(.*?)"', text.blocks) == [("l", "1000"), ("b", "-500")]
    assert text.pictures == (RichPicture("png", b"PNG"),)


def test_a_picture_among_words_is_part_of_the_paragraph_and_a_second_one_of_the_same_file_is_no_other() -> None:
    text = read(p(r("lihat ") + picture("rId1")) + p(picture("rId2")) + p(picture("rId1")), links=TWO, parts=FILES).text
    assert outline(text.blocks) == (
        "paragraf:lihat <0 360000x180000 > gambar:<1 360000x180000 > gambar:<0 360000x180000 >"
    )  # fmt: skip
    assert text.pictures == (RichPicture("png", b"PNG"), RichPicture("jpg", b"JPG"))


@pytest.mark.parametrize(
    ("typed", "trouble"),
    [
        (picture("rId3"), {"luar": 1}),
        (picture("rId3", attribute="link"), {"luar": 1}),
        (picture("rId9"), {"luar": 1}),
        (picture("rId1", size=(0, 5)), {"objek": 1}),
        (picture("rId4"), {"objek": 1}),
        (picture("rId5"), {"objek": 1}),
        ("<w:r><w:drawing><wp:inline><a:graphic/></wp:inline></w:drawing></w:r>", {"objek": 1}),
        ("<w:r><w:object/></w:r>", {"objek": 1}),
    ],
    ids=["outside", "linked", "unknown", "without size", "of no kind", "without file", "a chart", "an object"],
)
def test_what_cannot_be_taken_is_counted_and_the_words_around_it_are_kept(typed: str, trouble: dict[str, int]) -> None:
    links = TWO | {"rId4": ("image", "media/a.svg"), "rId5": ("image", "media/tiada.png")}
    found = read(p(r("a") + typed), links=links, parts=FILES | {"media/a.svg": b"SVG"})
    assert (outline(found.text.blocks), dict(+found.trouble)) == ("paragraf:a", trouble)


def test_what_cannot_be_taken_is_counted_beside_what_else_is_not_taken_or_is() -> None:
    chart, box = (
        "<w:drawing><wp:inline/></w:drawing>",
        f"<w:drawing><w:txbxContent>{p(r('kotak'))}</w:txbxContent></w:drawing>",
    )
    for typed in (picture("rId3") + f"<w:r>{chart}</w:r>", f"<w:r>{box}{chart}</w:r>"):
        assert read(p(r("a") + typed), links=TWO, parts=FILES).trouble["objek"] == 1


def test_pictures_of_a_group_have_each_their_own_size() -> None:
    inner = "".join(
        f'<wpg:pic><a:blipFill><a:blip r:embed="{rid}"/></a:blipFill><a:xfrm><a:ext cx="{cx}" cy="{cx}"/></a:xfrm></wpg:pic>'
        for rid, cx in (("rId1", 1000), ("rId2", 2000))
    )
    typed = f'<w:r><w:drawing><wp:anchor><wp:extent cx="9000" cy="9000"/>{inner}</wp:anchor></w:drawing></w:r>'
    assert outline(read(p(typed), links=TWO, parts=FILES).text.blocks) == "gambar:<0 1000x1000 ><1 2000x2000 >"


@pytest.mark.parametrize(
    ("inner", "size"),
    [
        ('<wp:extent cx="5" cy="6"/><a:blip r:embed="rId1"/><a:ext cx="7" cy="8"/>', "5x6"),
        ('<wpg:pic><a:blip r:embed="rId1"/><a:ext cx="7" cy="8"/></wpg:pic>', "7x8"),
        ('<wp:extent cx="x" cy="6"/><a:blip r:embed="rId1"/>', "914400x914400"),
        ('<wp:extent cy="6"/><a:blip r:embed="rId1"/>', "914400x914400"),
        ('<a:blip r:embed="rId1"/>', "914400x914400"),
        ('<wp:extent cx="5" cy="6"/><a:blip r:embed="rId1"/><a:blip r:embed="rId1"/>', "5x6 ><0 5x6"),
    ],
    ids=["that of the drawing", "its own", "no number", "one side", "none", "that of the drawing for both"],
)
def test_a_picture_is_as_large_as_its_drawing_or_as_it_says_itself(inner: str, size: str) -> None:
    typed = f"<w:r><w:drawing><wp:inline>{inner}</wp:inline></w:drawing></w:r>"
    assert outline(read(p(typed), links=TWO, parts=FILES).text.blocks) == f"gambar:<0 {size} >"


@pytest.mark.parametrize("typed", [p(r("a")), p(picture("rId1"))], ids=["words", "a picture"])
def test_a_page_may_begin_behind_words_and_behind_a_picture(typed: str) -> None:
    text = read(typed + p(r("b"), "<w:pageBreakBefore/>"), links=TWO, parts=FILES).text
    assert outline(text.blocks).endswith("paragraf:⏎b")
    assert outline(read(p(r("b"), "<w:pageBreakBefore/>")).text.blocks) == "paragraf:b"


@pytest.mark.parametrize(
    ("look", "size"),
    [("width:72pt;height:36.5pt", "914400x463550"), ("width:2cm;height:1in", "720000x914400"), ("", "914400x914400"),
     ("width:10;height:10px", "127000x95250")],
)  # fmt: skip
def test_pictures_of_older_programs_are_taken_with_their_size(look: str, size: str) -> None:
    typed = f'<w:r><w:pict><v:shape style="{look}"><v:imagedata r:id="rId1" title="Peta"/></v:shape></w:pict></w:r>'
    assert outline(read(p(typed), links=TWO, parts=FILES).text.blocks) == f"gambar:<0 {size} Peta>"


def test_the_words_of_a_text_box_stand_behind_its_paragraph_once() -> None:
    box = f"<wps:txbx><w:txbxContent>{p(r('dalam kotak'))}</w:txbxContent></wps:txbx>"
    drawn = f"<w:drawing><wp:inline>{box}</wp:inline></w:drawing>"
    older = f"<w:pict><v:shape><v:textbox><w:txbxContent>{p(r('dalam kotak'))}</w:txbxContent></v:textbox></v:shape></w:pict>"
    both = (
        f"<mc:AlternateContent><mc:Choice>{drawn}</mc:Choice><mc:Fallback>{older}</mc:Fallback></mc:AlternateContent>"
    )
    for inner in (f"<w:r>{both}</w:r>", f"<w:r>{drawn}</w:r>", f"<w:r>{older}</w:r>"):
        found = read(p(r("a") + inner) + p(r("b")))
        assert outline(found.text.blocks) == "paragraf:a paragraf:dalam kotak paragraf:b"
        assert not +found.trouble


# Links and fields


@pytest.mark.parametrize(
    ("target", "shown"),
    [("https://contoh.id/a", "paragraf:<a>@0"), ("mailto:humas@contoh.id://", "paragraf:<a>@0"),
     ("file:///C://rahasia.docx", "paragraf:a"), ("javascript://x", "paragraf:a"), ("https://con toh", "paragraf:a")],
)  # fmt: skip
def test_a_link_leads_where_it_led_if_that_is_a_page_or_an_address(target: str, shown: str) -> None:
    text = read(p(f'<w:hyperlink r:id="rId1">{r("a")}</w:hyperlink>'), links={"rId1": ("hyperlink", target)}).text
    assert (outline(text.blocks), text.links) == (shown, (target,) if "@" in shown else ())


def test_a_link_within_the_document_is_its_words() -> None:
    assert outline(read(p(f'<w:hyperlink w:anchor="x">{r("a")}</w:hyperlink>')).text.blocks) == "paragraf:a"


def a_field(code: str, result: str) -> str:
    kinds = ("begin", "separate", "end")
    begin, separate, end = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in kinds)
    return f"{begin}<w:r><w:instrText>{code}</w:instrText></w:r>{separate}{r(result)}{end}"


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        (a_field(" PAGE ", "7") + r(" lalu"), "paragraf:7 lalu"),
        (a_field(' HYPERLINK "https://contoh.id" ', "sini") + r(" lalu"), "paragraf:<sini>@0 lalu"),
        (a_field(' HYPERLINK "file://x" ', "sini"), "paragraf:sini"),
        (a_field(" REF x ", "a" + "</w:t></w:r>" + a_field(" PAGE ", "2") + "<w:r><w:t>b"), "paragraf:a2b"),
        (f"<w:fldSimple>{r('3')}</w:fldSimple>", "paragraf:3"),
        (a_field(" PAGE ", "7").replace("<w:instrText> PAGE ", "<w:t>kode</w:t><w:instrText> PAGE "), "paragraf:7"),
    ],
)
def test_of_a_field_its_result_is_kept_and_never_its_code(typed: str, shown: str) -> None:
    assert outline(read(p(typed)).text.blocks) == shown


# Notes

NOTES = f"""<w:footnotes {_SPACES}><w:footnote w:type="separator" w:id="0">{p(r("garis"))}</w:footnote>
<w:footnote w:id="2">{p(r("Perda 1", "<w:i/>") + '<w:r><w:footnoteReference w:id="2"/></w:r>')}{p(r("lagi"))}</w:footnote>
<w:footnote w:id="3">{p("")}</w:footnote></w:footnotes>"""


def note(id_: str, kind: str = "footnote") -> str:
    return f'<w:r><w:{kind}Reference w:id="{id_}"/></w:r>'


def test_a_note_is_kept_whole_and_its_words_are_not_those_of_the_text() -> None:
    text = read(p(r("a") + note("2") + r("b")) + p(r("c") + note("2")), parts={"footnotes.xml": NOTES}).text
    assert (outline(text.blocks), text.texts) == ("paragraf:a^0b paragraf:c^1", ("ab", "c"))
    assert [outline(one) for one in text.notes] == ["catatan:i'Perda 1 catatan:lagi"] * 2


@pytest.mark.parametrize("typed", [note("0"), note("3"), note("9"), note("2", "endnote")])
def test_a_note_that_is_none_leaves_no_sign(typed: str) -> None:
    text = read(p(r("a") + typed), parts={"footnotes.xml": NOTES}).text
    assert (outline(text.blocks), text.notes) == ("paragraf:a", ())


def test_notes_at_the_end_are_notes_too() -> None:
    ends = NOTES.replace("footnote", "endnote")
    text = read(p(r("a") + note("2", "endnote")), parts={"endnotes.xml": ends}).text
    assert [outline(one) for one in text.notes] == ["catatan:i'Perda 1 catatan:lagi"]


def test_a_note_may_lead_to_a_page_by_its_own_relationships() -> None:
    linked = NOTES.replace("<w:t>lagi</w:t></w:r>", f'</w:r><w:hyperlink r:id="rId1">{r("lagi")}</w:hyperlink>')
    rels = (
        f'<Relationships xmlns="{_RELATIONS}"><Relationship Id="rId1" Type="{_OFFICE}/hyperlink" Target="https://a.id" '
        'TargetMode="External"/></Relationships>'
    )
    text = read(
        p(r("a") + note("2")), links={"rId1": ("hyperlink", "https://b.id")}, parts={"footnotes.xml": linked, "_rels/footnotes.xml.rels": rels}
    ).text  # fmt: skip
    assert (text.links, outline(text.notes[0])) == (("https://a.id",), "catatan:i'Perda 1 catatan:<lagi>@0")
