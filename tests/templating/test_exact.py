"""Every character of every value arrives as it is, wherever a template prints it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from lxml import etree

from helpers.word_files import W, baca, buka, gambar, isikan, p, pak, sel, strings, surat, tabel
from pokin_docs.documents.values import Tanda
from pokin_docs.templating.fill import compile as word

KOTAK = (
    '<w:p><w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:textbox><w:txbxContent>'
    f"{p('A{{ teks }}Z')}</w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>"
)
TEMPLAT = surat(
    p("A{{ teks }}Z")
    + tabel(1, sel("A{{ teks }}Z"))
    + KOTAK
    + f"<w:p>{gambar(1, 'A{{ teks }}Z')}</w:p>"
    + '<w:p><w:hyperlink w:anchor="x"><w:r><w:t>A{{ teks }}Z</w:t></w:r></w:hyperlink></w:p>'
    + p("A{% for t in daftar %}{{ t }}{% endfor %}Z"),
    judul="A{{ teks }}Z",
    header1=p("A{{ teks }}Z"),
    footer1=p("A{{ teks }}Z"),
    footnotes=f'<w:footnote w:id="1">{p("A{{ teks }}Z")}</w:footnote>',
    endnotes=f'<w:endnote w:id="1">{p("A{{ teks }}Z")}</w:endnote>',
    comments=f'<w:comment w:id="1">{p("A{{ teks }}Z")}</w:comment>',
)
TEMPAT = 12


@dataclass(frozen=True, slots=True)
class Isi:
    teks: str | Tanda
    daftar: tuple[str | Tanda, ...] = ()


def texts(berkas: bytes) -> Iterator[str]:
    """The text at each place where TEMPLAT prints the value, without the letters around it."""
    parts = buka(berkas)
    for name in ("document", "header1", "footer1", "footnotes", "endnotes", "comments"):
        for element in etree.fromstring(parts[f"word/{name}.xml"]).iter(f"{{{W}}}p"):
            if not any(inner.tag == f"{{{W}}}p" for inner in element.iterdescendants()):
                found = baca(element) or "".join(strings(element, ".//@descr"))
                assert (found[:1], found[-1:]) == ("A", "Z")
                yield found[1:-1]
    title = etree.fromstring(parts["docProps/core.xml"]).findtext("{http://purl.org/dc/elements/1.1/}title") or ""
    assert (title[:1], title[-1:]) == ("A", "Z")
    yield title[1:-1]


def fill(folder: Path, teks: str | Tanda) -> list[str]:
    berkas, catatan = isikan(folder, TEMPLAT, Isi(teks, (teks,)))
    assert list(catatan) == []
    found = list(texts(berkas))
    assert len(found) == TEMPAT
    return found


def xml_characters() -> list[str]:
    """All that XML allows but tab and line feed: whole ranges where characters are special, samples of the rest."""
    points = [*range(0x20, 0x3100), *range(0xD7A0, 0xD800), *range(0xE000, 0xE010), *range(0xF8F0, 0xFFFE)]
    for plane in range(1, 17):
        start = plane << 16
        points += [*range(start, start + 0x40), *range(start, start + 0x10000, 0x1F3), start + 0xFFFE, start + 0xFFFF]
    return [chr(point) for point in points]


def test_every_character_of_xml_arrives(tmp_path: Path) -> None:
    characters = xml_characters()
    assert len(characters) > 15_000
    assert {ord(c) >> 16 for c in characters} == set(range(17))
    text = "".join(characters)
    assert [found for found in fill(tmp_path, text) if found != text] == []


@pytest.mark.parametrize(
    "teks",
    [
        " ",
        "   depan dan belakang   ",
        "dua  blanko   tiga",
        "baris\nbaris\n\nbaris",
        "\nawal dan akhir\n",
        "\tawal\ttengah\t\takhir\t",
        " \n \t ",
        "_x000D_ _x005F_x0041_ _X000a_",
        "&<>\"'",
        "&amp;&lt;&#65;&#x41;",
        "]]> <![CDATA[x]]> <!-- y --> <?z?>",
        "</w:t></w:r></w:p></w:body>",
        '" onload="x',
        "{{ teks }} {% if x %} {# y #} {%p z %} {{r a}}",
        "{{ teks",
        "}} %} #}",
        "{_{ a }_} {_% b %_}",
        "{% raw %}{{ x }}{% endraw %}",
        "{28A0092B-C50C-407E-A947-70E740481C1C}",
        "\u202eabc\u202c \u2066x\u2069 \u200e\u200f",
        "\U0001f468\u200d\U0001f469\u200d\U0001f467\U0001f3fd",
        "A\u00a0B\u2009C\u3000D\u200bE\ufeffF",
        "e\u0301 \u0065\u0301 n\u0303",
        "\u2028\u2029\u0085\u00ad\u2011",
        "None nan NaN null Undefined",
        "None",
        "a" * 32_767,
        "&\n" * 16_000,
    ],
    ids=lambda teks: ascii(teks)[:24],
)  # fmt: skip
def test_text_arrives_at_every_place(tmp_path: Path, teks: str) -> None:
    assert [found for found in fill(tmp_path, teks) if found != teks] == []


def test_what_xml_forbids_is_left_out_and_every_line_end_is_one_break(tmp_path: Path) -> None:
    forbidden = "".join(map(chr, [*range(9), 11, 12, *range(14, 32), *range(0xD800, 0xE000, 0x11), 0xFFFE, 0xFFFF]))
    assert set(fill(tmp_path, f"a{forbidden}b\r\nc\rd\ne")) == {"ab\nc\nd\ne"}


def test_a_mark_prints_its_text_at_every_place(tmp_path: Path) -> None:
    text = "[target & {{ x }}\n belum  diisi: Tahap 5!N12]"
    assert set(fill(tmp_path, Tanda(text))) == {text}


@pytest.mark.parametrize("tag", ["{{ teks }}", "{{ teks|e }}", "{{ teks ~ '' }}", "{{ teks|replace('~', '') }}",
                                 "{{ [teks]|join }}", "{% set a %}{{ teks }}{% endset %}{{ a }}",
                                 "{% set a = teks %}{{ a|string }}", "{{ (teks|e) ~ '' }}", "{{ teks or 'x' }}",
                                 "{% macro m(a) %}{{ a }}{% endmacro %}{{ m(teks) }}"])  # fmt: skip
def test_text_is_exact_after_what_leaves_it_alone(tmp_path: Path, tag: str) -> None:
    teks = " A & <B> \"C\" 'D'\n{{ E }}\t{% F %} "
    berkas, catatan = isikan(tmp_path, surat(p(tag)), Isi(teks))
    assert list(catatan) == []
    assert baca(etree.fromstring(buka(berkas)["word/document.xml"])) == teks


def test_properties_of_every_kind_are_filled(tmp_path: Path) -> None:
    """Of the company and of one's own: no tag is left in File > Info."""
    kinds = {
        "extended": ("Properties", "<Company>A{{ teks }}Z</Company>"),
        "custom": ("Properties", '<property pid="2" name="x" fmtid="y"><v:lpwstr>A{{ teks }}Z</v:lpwstr></property>'),
    }
    parts = buka(surat(p("x")))
    types = parts["[Content_Types].xml"].decode()
    for kind, (root, content) in kinds.items():
        name = f"application/vnd.openxmlformats-officedocument.{kind}-properties+xml"
        types = types.replace("</Types>", f'<Override PartName="/docProps/{kind}.xml" ContentType="{name}"/></Types>')
        parts[f"docProps/{kind}.xml"] = f'<{root} xmlns="urn:{kind}" xmlns:v="urn:v">{content}</{root}>'.encode()
    berkas, catatan = isikan(tmp_path, pak({**parts, "[Content_Types].xml": types.encode()}), Isi(' & "x"\n{{ y }} '))
    assert list(catatan) == []
    for kind in kinds:
        text = "".join(map(str, etree.fromstring(buka(berkas)[f"docProps/{kind}.xml"]).itertext()))
        assert 'A & "x"\n{{ y }} Z' in text


@pytest.mark.parametrize("nilai", ["none", "undefined"])
def test_nothing_prints_as_the_word_none(tmp_path: Path, nilai: str) -> None:
    tag = {"none": "{{ none }}", "undefined": "{{ daftar[5] }}"}[nilai]
    _, catatan = isikan(tmp_path, surat(p(tag)), Isi("x"), teruji=True)
    assert [finding.kode for finding in catatan] == ["T03"]


def test_logo_beside_a_text_with_braces(tmp_path: Path) -> None:
    template = surat(p("{{ logo }}{{ teks }}"))
    picture = word.Logo("word/media/logo.png", b"png", "image/png", 1, 1)  # type: ignore[arg-type]
    berkas, catatan = isikan(tmp_path, template, Isi("{{ teks }}"), logo=picture)
    assert list(catatan) == []
    document = buka(berkas)["word/document.xml"]
    assert b"wp:docPr" in document
    assert baca(etree.fromstring(document)) == "{{ teks }}"
