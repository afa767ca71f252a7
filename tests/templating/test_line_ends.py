"""No line ends in words such as e-Government, in ranges, and between «Tabel» and its number, wherever they are printed."""

from __future__ import annotations

import re
import zlib
from dataclasses import dataclass
from pathlib import Path

import pytest
from lxml import etree

from helpers.word_files import W, baca, buka, gambar, isikan, p, surat
from pokin_docs.documents.narrative import RichText
from pokin_docs.templating.fill.line_ends import unbroken
from pokin_docs.templating.fill.rich_host import RichHost
from pokin_docs.templating.fill.rich_text import put
from pokin_docs.templating.signs import RICH_END, RICH_START

WHOLE = "<w:noBreakHyphen/>"
WORDS = "Penerapan e-Government"


@dataclass(frozen=True, slots=True)
class Isi:
    teks: str


@dataclass(frozen=True)
class OfficeText:
    naskah: RichText


def said(text: str) -> str:
    """A text with ``=`` for each hyphen at which no line ends."""
    return shown(unbroken(p(text).encode())).removeprefix("<w:p><w:r><w:t>").removesuffix("</w:t></w:r></w:p>")


def shown(part: bytes) -> str:
    made = re.sub(f"(?:</w:t>)?{WHOLE}(?:<w:t>)?", "=", part.decode())
    return made.replace("&#160;", "\u00a0")


def over(*texts: str) -> str:
    """What a paragraph of several runs says, with ``=`` for each hyphen at which no line ends."""
    between = '<w:proofErr w:type="spellStart"/>'
    runs = between.join(f"<w:r><w:rPr><w:b/></w:rPr><w:t>{text}</w:t></w:r>" for text in texts)
    return re.sub("<[^>]*>", "", shown(unbroken(f"<w:p>{runs}</w:p>".encode())))


@pytest.mark.parametrize(
    "text",
    [
        "e=Government", "Penerapan E=OFFICE, i=Pubs (e=SAKIP) dan e=KTP.", "SPBE/e=Kinerja", "«e=Monev»", "“e=Monev”",
        "&#34;e=Monev&#34; &amp; e=Planning", "A\u00a0e=Kinerja", "Triwulan I=IV", "e=Katalog-nya", "e=Éducation",
        "- e=Government", "-melayani e=KTP",
    ],
)  # fmt: skip
def test_one_letter_stays_with_the_word_behind_its_hyphen(text: str) -> None:
    assert said(text.replace("=", "-")) == text


@pytest.mark.parametrize(
    "text",
    [
        "a-b", "NIP-x", "NIP-xyz", "anti-korupsi", "ke-2", "S-1", "2-an", "xé-Government", "x-y-zet",
        "e- Government", "e -Government", "e\u2013Government", "https://contoh.go.id/e-office", "e-sakip.contoh.go.id", "https://kantor/e-office",
        "e-sakip@contoh.go.id", "admin@e-contoh", "e-office.pdf", r"D:\e-office\a", "e-office_2025", "A-bc-12", "e-KTP2",
        "T-C.29",
    ],
)  # fmt: skip
def test_longer_words_addresses_files_and_codes_stay_as_they_are(text: str) -> None:
    assert said(text) == text


@pytest.mark.parametrize(
    "part",
    [
        '<w:p><w:bookmarkStart w:name=" e-Government"/></w:p>',
        "<w:p><w:r><w:instrText> e-Government </w:instrText></w:r></w:p>",
        "<w:p><w:del><w:r><w:delText>e-Government</w:delText></w:r></w:del></w:p>",
        f"<w:p>{gambar(1, 'e-Government')}</w:p>",
        "<w:p><w:r><w:t><![CDATA[e-Government]]></w:t></w:r></w:p>",
        '<w:p><w:r><w:t>e-</w:t><w:footnoteReference w:id="2"/><w:t>Government</w:t></w:r></w:p>',
        "<w:p><w:r><w:t>e-</w:t></w:r><w:r><w:tab/><w:t>Government</w:t></w:r></w:p>",
        "<w:p><w:r><w:t>e-</w:t></w:r></w:p><w:p><w:r><w:t>Government</w:t></w:r></w:p>",
        "<w:p><w:r><w:t>e-</w:t></w:r></w:p><w:p w:rsidR='00'><w:r><w:t>Government</w:t></w:r></w:p>",
    ],
)
def test_what_is_no_text_of_a_run_stays_as_it_is(part: str) -> None:
    assert unbroken(part.encode()) == part.encode()


@pytest.mark.parametrize(
    "text",
    [
        "2025=2029", "Renstra 2025=2029, tahun (2025=2029).", "12,5=13,75", "80=90%", "&#34;1=3&#34;", "1=3 dan 4=6",
        "1.000=2.000", "12345=67890", "12345-678901", "10.000-20.000", "2026-01-05", "0812-3456-7890", "ke-2-3", "A/1-2", "1-2/3", "3-A", "x1-2", "1-2b",
    ],
)  # fmt: skip
def test_a_range_stays_on_its_line_where_it_fits_any_column_and_no_date_or_code_is_one(text: str) -> None:
    assert said(text.replace("=", "-")) == text


@pytest.mark.parametrize(
    "text",
    [
        "pada Tabel~3.5 dan Gambar~2.1",
        "(Bab~IV)",
        "lihat Lampiran~1, Pasal~12, Grafik~2, Bagan~3",
        "Tabel 3.5 Judul",
        "isi Tabel berikut",
        "Babak 2",
        "pada bab 2",
        "pada Tabel  3.5",
        "pada Tabel IVA",
        "SubBab 2",
    ],
)
def test_the_number_of_a_table_stays_with_its_name_where_that_does_not_begin_the_paragraph(text: str) -> None:
    assert said(text.replace("~", " ")) == text.replace("~", "\u00a0")


@pytest.mark.parametrize(
    "texts",
    [
        ("layanan e-", "Government daerah"), ("e", "-", "Kinerja"), ("i", "-Pubs"), ("2025", "-2029"), ("2025-", "20", "29"),
        ("pada Tabel ", "3.5"), ("pada Tabel", " ", "3", ".5"), ("Bab I dan Bab", " II"),
    ],
)  # fmt: skip
def test_what_several_runs_say_is_read_together(texts: tuple[str, ...]) -> None:
    joined = over("".join(texts))
    assert over(*texts) == joined != "".join(texts)


def test_a_run_that_said_only_the_hyphen_leaves_no_empty_text() -> None:
    runs = "".join(f"<w:r><w:t>{text}</w:t></w:r>" for text in ("e", "-", "KTP"))
    assert unbroken(f"<w:p>{runs}</w:p>".encode()).decode() == (
        f"<w:p><w:r><w:t>e</w:t></w:r><w:r>{WHOLE}</w:r><w:r><w:t>KTP</w:t></w:r></w:p>"
    )


def test_the_text_of_a_box_is_none_of_its_paragraph() -> None:
    box = '<w:r><w:txbxContent><w:p w:rsidR="00"><w:r><w:t>Government</w:t></w:r></w:p></w:txbxContent></w:r>'
    part = f"<w:p><w:r><w:t>e-</w:t></w:r>{box}<w:r><w:t>KTP 2025</w:t></w:r></w:p>".encode()
    assert unbroken(part) == part


def test_of_several_paragraphs_each_is_changed_once_and_where_it_stands() -> None:
    parts = ("e-KTP", "anti-korupsi", "2025-2029 dan e-KTP", "lihat Tabel 1", "akhir")
    part = "".join(map(p, parts))
    assert shown(unbroken(part.encode())) == "".join(
        map(p, ("e=KTP", "anti-korupsi", "2025=2029 dan e=KTP", "lihat Tabel\u00a01", "akhir"))
    )
    assert unbroken(unbroken(part.encode())) == unbroken(part.encode())


def test_a_part_without_such_a_word_is_the_same_object() -> None:
    part = p("anti-korupsi").encode()
    assert unbroken(part) is part


def test_a_part_in_another_encoding_keeps_its_signs() -> None:
    part = p("e-KTP caf\u00e9").encode("latin-1")
    assert unbroken(part) == part.replace(b"e-KTP", f"e</w:t>{WHOLE}<w:t>KTP".encode())


def test_the_run_and_its_look_stay_one_and_blanks_are_kept_as_before() -> None:
    look = "<w:rPr><w:b/></w:rPr>"
    kept = f'<w:r>{look}<w:t xml:space="preserve"> e-KTP </w:t></w:r>'
    made = f'<w:r>{look}<w:t xml:space="preserve"> e</w:t>{WHOLE}<w:t xml:space="preserve">KTP </w:t></w:r>'
    assert unbroken(kept.encode()).decode() == made
    assert unbroken(made.encode()).decode() == made


def test_body_margins_and_notes_have_it_and_titles_and_descriptions_a_plain_hyphen(tmp_path: Path) -> None:
    tagged = {name: p("{{ teks }}") for name in ("header1", "footer1")}
    form = surat(
        p("{{ teks }}") + f"<w:p>{gambar(1, '{{ teks }}')}</w:p>", judul="{{ teks }}", **tagged,
        footnotes=f'<w:footnote w:id="1">{p("{{ teks }}")}</w:footnote>',
    )  # fmt: skip
    data, log = isikan(tmp_path, form, Isi(WORDS))
    assert list(log) == []
    parts = buka(data)
    for name in ("document", "header1", "footer1", "footnotes"):
        part = parts[f"word/{name}.xml"]
        assert part.decode().count(WHOLE) == 1, name
        assert baca(next(etree.fromstring(part).iter(f"{{{W}}}p"))) == WORDS
    assert f'descr="{WORDS}"' in parts["word/document.xml"].decode()
    assert f">{WORDS}<" in parts["docProps/core.xml"].decode()


def test_a_margin_of_the_template_without_tags_has_it_too(tmp_path: Path) -> None:
    data, _ = isikan(tmp_path, surat(p("{{ teks }}"), footer1=p("Tim e-SAKIP")), Isi("x"))
    assert f"Tim e</w:t>{WHOLE}<w:t>SAKIP" in buka(data)["word/footer1.xml"].decode()


def test_a_note_in_text_of_the_office_has_it() -> None:
    rich = RichText(
        '<w:p><w:r><w:t>Isi</w:t><n:note index="0"/></w:r></w:p>', notes=(p("Lihat e-Katalog"),), texts=("Isi",)
    )
    body = f'<w:document xmlns:w="{W}"><w:body>{p(f"{RICH_START}{rich.digest}{RICH_END}")}</w:body></w:document>'
    host = RichHost("word/document.xml", {"[Content_Types].xml": b"<Types/>"}, {}, {}, frozenset())
    _, members = put(body.encode(), OfficeText(rich), host, {})
    assert WHOLE in zlib.decompress(members["word/footnotes.xml"].deflated, -zlib.MAX_WBITS).decode()
