"""Templates: every text as typed, every fault of a template at once, nothing a template may not do."""

from __future__ import annotations

import io
import zipfile
from dataclasses import dataclass
from pathlib import Path

import pytest
from docx import Document
from docx.enum.text import WD_COLOR_INDEX
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt
from docxtpl import DocxTemplate
from jinja2 import Environment
from lxml import etree

from helpers.pictures import gambar
from helpers.small_content import ISI, ORANG, Isi, Orang
from helpers.word_files import kinds_of
from pokin_docs.documents.kind import Dokumen
from pokin_docs.documents.values import Tanda
from pokin_docs.model.findings import Outcome, Temuan
from pokin_docs.render import write
from pokin_docs.render.result import BuildResult
from pokin_docs.templating.fill.last_step import last_step


class Bengkel:
    """Makes a template of some paragraphs and builds a document with it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.templat = folder / "templat"
        self.templat.mkdir()
        self.buku = folder / "buku.xlsx"
        self.buku.write_bytes(b"buku")
        self.logo: Path | None = None

    def simpan(self, *paragraf: str, nama: str = "uji.docx") -> None:
        doc = Document()
        for text in paragraf:
            doc.add_paragraph(text)
        doc.save(str(self.templat / nama))

    def bangun(self, isi: object = ISI, nama: str = "uji.docx") -> Outcome[BuildResult]:
        dokumen = Dokumen("pk", "PK/satu.docx", (nama,), isi)
        return write.write((dokumen,), buku=self.buku, folder=self.folder / "build" / "x", templat=(self.templat,),
                            logo=self.logo, version="1", kinds=kinds_of((dokumen,)))  # fmt: skip

    def hasil(self, isi: object = ISI) -> Path:
        outcome = self.bangun(isi)
        assert outcome.value is not None, outcome.temuan
        return self.folder / "build" / "x" / "PK" / "satu.docx"

    def temuan(self, *paragraf: str, isi: object = ISI) -> tuple[Temuan, ...]:
        self.simpan(*paragraf)
        outcome = self.bangun(isi)
        assert outcome.value is None
        assert not (self.folder / "build" / "x").exists()
        return outcome.temuan


@pytest.fixture
def bengkel(tmp_path: Path) -> Bengkel:
    return Bengkel(tmp_path)


def rinci(temuan: Temuan) -> dict[str, str]:
    return dict(temuan.details)


def paragraf(berkas: Path) -> list[str]:
    return [p.text for p in Document(str(berkas)).paragraphs]


# Text


TEKS = [
    'Sarana & Prasarana <b>"A"</b> {{ 7*7 }} {% x %}',
    "]]>",
    "<!-- y",
    "</w:body>",
    "{_{ 7*7 }_}",
    "{_% if x %_}",
    "&amp; &#65; &lt;",
    "Puskesmas 👩‍⚕️ é é",
    "satu\ndua\ntiga",
    "kolom\tkolom",
    "  tepi dan  tengah  ",
    "nilai {# bukan komentar #}",
    "a" * 32_767,
    "“kutip” ‘tunggal’",
]


@pytest.mark.parametrize("teks", TEKS, ids=lambda teks: teks[:12])
def test_text_stands_as_typed_in_body_table_and_header(bengkel: Bengkel, teks: str) -> None:
    doc = Document()
    doc.add_paragraph("A{{ judul }}Z")
    doc.add_table(1, 1).cell(0, 0).text = "{{ judul }}"
    doc.sections[0].header.paragraphs[0].text = "{{ judul }}"
    doc.add_paragraph("akhir")
    doc.save(str(bengkel.templat / "uji.docx"))
    made = Document(str(bengkel.hasil(Isi(teks, ORANG, (), ()))))
    assert made.paragraphs[0].text == f"A{teks}Z"
    assert made.tables[0].cell(0, 0).text == teks
    assert made.sections[0].header.paragraphs[0].text == teks
    assert made.paragraphs[-1].text == "akhir"
    xml = made.element.xml
    assert xml.count("<w:t>") + xml.count('<w:t xml:space="preserve">') == xml.count("</w:t>")
    assert 'xml:space="preserve"' in xml


def test_characters_that_xml_forbids_are_left_out_and_line_ends_are_one(bengkel: Bengkel) -> None:
    bengkel.simpan("{{ judul }}")
    made = bengkel.hasil(Isi("a\x00b\x0bc\x01d\r\ne\rf\ud800", ORANG, (), ()))
    assert paragraf(made) == ["abcd\ne\nf"]


def test_yes_and_no_and_numbers_print_in_indonesian(bengkel: Bengkel) -> None:
    bengkel.simpan("{% for s in daftar_sasaran %}{{ loop.index }} {{ s.utama }};{% endfor %}")
    assert paragraf(bengkel.hasil()) == ["1 Ya;2 Tidak;"]


def test_constant_in_a_tag_equals_the_text_it_shows(bengkel: Bengkel) -> None:
    bengkel.simpan("{% if judul == 'A & B' %}sama{% endif %} {{ 'C & <D>' }}")
    assert paragraf(bengkel.hasil(Isi("A & B", ORANG, (), ()))) == ["sama C & <D>"]


def test_escaped_braces_of_the_template_itself_print_as_braces(bengkel: Bengkel) -> None:
    bengkel.simpan("{_{ contoh }_} {_% if %_} {{ judul }}")
    assert paragraf(bengkel.hasil()) == ["{{ contoh }} {% if %} Judul"]


def test_a_field_named_like_a_method_of_dict_is_the_field(bengkel: Bengkel) -> None:
    bengkel.simpan("{{ items }} {{ pihak.keys }}")
    assert paragraf(bengkel.hasil(Berbahaya("isi", Kunci("k")))) == ["isi k"]


@dataclass(frozen=True, slots=True)
class Kunci:
    keys: str


@dataclass(frozen=True, slots=True)
class Berbahaya:
    items: str
    pihak: Kunci


# Marks


def test_mark_is_highlighted_in_a_run_of_its_own_with_the_formatting_around_it(bengkel: Bengkel) -> None:
    doc = Document()
    run = doc.add_paragraph().add_run("NIP {{ pihak_pertama.nip }} selesai")
    run.bold, run.underline, run.font.size = True, True, Pt(14)
    doc.save(str(bengkel.templat / "uji.docx"))
    made = Document(str(bengkel.hasil(Isi("x", Orang("A", Tanda("[NIP belum diisi]")), (), ()))))
    runs = made.paragraphs[0].runs
    assert [r.text for r in runs] == ["NIP ", "[NIP belum diisi]", " selesai"]
    assert [r.font.highlight_color for r in runs] == [None, WD_COLOR_INDEX.YELLOW, None]
    assert all(r.bold and r.underline and r.font.size == Pt(14) for r in runs)
    names = [child.tag for child in runs[1]._r.get_or_add_rPr()]
    assert names.index(qn("w:sz")) < names.index(qn("w:highlight")) < names.index(qn("w:u"))


@pytest.mark.parametrize("tag", ["{{ judul|upper }}", "{{ judul ~ ' x' }}", "{{ judul }}{{ judul }}"])
def test_mark_is_known_after_filters_and_leaves_no_control_character(bengkel: Bengkel, tag: str) -> None:
    doc = Document()
    doc.add_table(1, 1).cell(0, 0).text = tag
    doc.sections[0].header.paragraphs[0].text = tag
    doc.save(str(bengkel.templat / "uji.docx"))
    path = bengkel.hasil(Isi(Tanda("[isi\ndulu]"), ORANG, (), ()))
    made = Document(str(path))
    for para in (made.tables[0].cell(0, 0).paragraphs[0], made.sections[0].header.paragraphs[0]):
        marked = "".join(r.text for r in para.runs if r.font.highlight_color == WD_COLOR_INDEX.YELLOW)
        assert marked.lower() == "[isi\ndulu]" * tag.count("judul")
    with zipfile.ZipFile(path) as archive:
        for name in ("word/document.xml", "word/header1.xml"):
            xml = archive.read(name).decode()
            assert not {"\x01", "\x02", "<?tanda", "ns0:"} & {part for part in ("\x01", "\x02", "<?tanda", "ns0:") if
                                                              part in xml}  # fmt: skip


def test_mark_cut_by_a_filter_stays_inside_its_paragraph(bengkel: Bengkel) -> None:
    bengkel.simpan("{{ judul[:6] }} lalu", "{{ judul }}")
    made = Document(str(bengkel.hasil(Isi(Tanda("[isi dulu]"), ORANG, (), ()))))
    assert [p.text for p in made.paragraphs] == ["[isi  lalu", "[isi dulu]"]


def test_mark_in_an_alt_text_is_plain_text(bengkel: Bengkel, tmp_path: Path) -> None:
    doc = Document()
    doc.add_paragraph("x").add_run().add_picture(str(gambar(tmp_path)))
    doc.element.xpath("//wp:docPr")[0].set("descr", "Logo {{ judul }}")
    doc.save(str(bengkel.templat / "uji.docx"))
    made = Document(str(bengkel.hasil(Isi(Tanda("[isi\tdulu]"), ORANG, (), ()))))
    assert made.element.xpath("//wp:docPr/@descr") == ["Logo [isi\tdulu]"]


def test_a_condition_inside_a_placeholder_prints_nothing_where_it_is_not_met(bengkel: Bengkel) -> None:
    bengkel.simpan("a{{ 'x' if judul == 'lain' }}b{{ 'y' if judul != 'lain' }}c{{ 'z' if judul == 'lain' else 'w' }}")
    assert paragraf(bengkel.hasil()) == ["abycw"]


# The same as docxtpl


def tabel(doc: object, rows: list[list[str]]) -> None:
    table = doc.add_table(len(rows), len(rows[0]))  # type: ignore[attr-defined]
    for row, texts in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text


def templat_lengkap(path: Path) -> None:
    doc = Document()
    for text in ("{%p for s in daftar_sasaran %}", "{{ loop.index }}. {{ s.sasaran }}", "{%p endfor %}"):
        doc.add_paragraph(text)
    tabel(doc, [
        ["Sasaran", "Indikator"],
        ["{%tr for s in daftar_sasaran %}", ""],
        ["{%tr for i in s.daftar_indikator %}", ""],
        ["{% vm %}{{ s.sasaran }}", "{{ i.indikator }} {{ i.target }}"],
        ["{%tr endfor %}", ""],
        ["{%tr endfor %}", ""],
    ])  # fmt: skip
    tabel(doc, [
        ["No", "{%tc for t in daftar_tahun %}", "{{ t }}", "{%tc endfor %}"],
        ["1", "{%tc for t in daftar_tahun %}", "{% hm %}Target {{ judul }}", "{%tc endfor %}"],
    ])  # fmt: skip
    tabel(doc, [["{% cellbg 'FF0000' %}merah", "{% colspan 1 %}satu"]])
    for text in ("Kantor", "{%- if judul -%}", " di kota", "{%- else -%}", " di desa", "{%- endif -%}", " itu."):
        doc.add_paragraph(text)
    para = doc.add_paragraph("terpecah ")
    for piece in ("{", "{ pihak", "_pertama.na", "ma }", "} dan “", "{% if judul == ‘Judul’ %}ya{% endif %}"):
        para.add_run(piece).bold = True
    doc.add_paragraph("baris\nbaru {{ judul }}")
    doc.sections[0].header.paragraphs[0].text = "{% for t in daftar_tahun %}{{ t }} {% endfor %}"
    doc.sections[0].footer.paragraphs[0].text = "{{ pihak_pertama.nama|upper }}"
    doc.save(str(path))


def outline(data: bytes) -> list[tuple[str, str]]:
    """Every part of the text as element and content, without regard to how runs are cut."""
    found = []
    for element in etree.fromstring(data).iter(etree.Element):
        name = etree.QName(element).localname
        if name in ("p", "tr", "tc", "tbl", "gridCol", "gridSpan", "vMerge", "shd", "br", "tab", "t", "sectPr"):
            values = ",".join(str(value) for value in element.attrib.values()) if name != "t" else ""
            found.append((name + values, element.text or "" if name == "t" else ""))
    return found


def test_text_and_structure_equal_docxtpl(bengkel: Bengkel) -> None:
    path = bengkel.templat / "uji.docx"
    templat_lengkap(path)
    made = bengkel.hasil()
    theirs = DocxTemplate(str(path))
    content = {
        "judul": ISI.judul,
        "pihak_pertama": {"nama": ORANG.nama, "nip": ORANG.nip},
        "daftar_tahun": list(ISI.daftar_tahun),
        "daftar_sasaran": [
            {
                "sasaran": s.sasaran,
                "daftar_indikator": [{"indikator": i.indikator, "target": i.target} for i in s.daftar_indikator],
            }
            for s in ISI.daftar_sasaran
        ],
    }
    theirs.render(content, Environment(autoescape=True), autoescape=True)
    stream = io.BytesIO()
    theirs.save(stream)
    compared = 0
    with zipfile.ZipFile(made) as ours, zipfile.ZipFile(stream) as expected:
        for name in ours.namelist():
            if name.startswith(("word/document", "word/header", "word/footer")):
                # What docxtpl merges with nothing, we do not merge.
                assert outline(ours.read(name)) == outline(last_step(expected.read(name), None, None)[0])
                compared += 1
    assert compared >= 3


def test_tags_in_the_title_are_filled(bengkel: Bengkel) -> None:
    doc = Document()
    doc.add_paragraph("{{ judul }}")
    doc.core_properties.title = "PK {{ judul }}"
    doc.save(str(bengkel.templat / "uji.docx"))
    made = Document(str(bengkel.hasil(Isi("A & B", ORANG, (), ()))))
    assert made.core_properties.title == "PK A & B"


@pytest.mark.parametrize("jenis", ["footnotes", "endnotes"])
def test_tags_in_notes_are_filled(bengkel: Bengkel, jenis: str) -> None:
    bengkel.simpan("tanpa tag")
    path = bengkel.templat / "uji.docx"
    with zipfile.ZipFile(path) as archive:
        types = archive.read("[Content_Types].xml")
    kind = f"application/vnd.openxmlformats-officedocument.wordprocessingml.{jenis}+xml"
    types = types.replace(
        b"</Types>", f'<Override PartName="/word/{jenis}.xml" ContentType="{kind}"/></Types>'.encode()
    )
    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    note = f'<w:{jenis} xmlns:w="{space}"><w:p><w:r><w:t>{{{{ judul }}}}</w:t></w:r></w:p></w:{jenis}>'
    ulang(path, {"[Content_Types].xml": types, f"word/{jenis}.xml": note.encode()})
    with zipfile.ZipFile(bengkel.hasil(Isi("A & B", ORANG, (), ()))) as archive:
        root = etree.fromstring(archive.read(f"word/{jenis}.xml"))
    assert "".join(str(text) for text in root.itertext()) == "A & B"


def test_loop_over_nothing_leaves_a_document_that_word_opens(bengkel: Bengkel) -> None:
    doc = Document()
    tabel(doc, [["{%tr for s in daftar_sasaran %}"], ["{{ s.sasaran }}"], ["{%tr endfor %}"]])
    tabel(doc, [["{%tc for t in daftar_tahun %}", "{{ t }}", "{%tc endfor %}"]])
    tabel(doc, [["{%p if judul == 'x' %}", "tetap"]])
    doc.tables[2].cell(0, 0).add_paragraph("isi")
    doc.tables[2].cell(0, 0).add_paragraph("{%p endif %}")
    doc.sections[0].footer.paragraphs[0].text = "{%p if judul == 'x' %}"
    doc.sections[0].footer.add_paragraph("{%p endif %}")
    doc.save(str(bengkel.templat / "uji.docx"))
    made = Document(str(bengkel.hasil(Isi("Judul", ORANG, (), ()))))
    assert len(made.tables) == 1
    assert [cell.text for cell in made.tables[0].rows[0].cells] == ["", "tetap"]
    assert all(cell._tc.p_lst for cell in made.tables[0].rows[0].cells)
    assert [p.text for p in made.sections[0].footer.paragraphs] == [""]


# Faults of a template


def test_unknown_placeholders_are_all_named_with_proposals(bengkel: Bengkel) -> None:
    found = bengkel.temuan(
        "NIP: {{ pihak_pertma.nip }}",
        "{{ pihak_pertama.nmaa }}",
        "{% for s in daftar_sasaran %}{{ s.sasaram }}",
        "{% for i in s.daftar_indikator %}{{ i.targt }}{% endfor %}{% endfor %}",
        "{{ nip }} {{ sesuatu_lain }}",
        "{{ daftar_sasaran|map(attribute='utma')|first }}",
    )
    assert [f.kode for f in found] == ["T04"] * 7
    assert [(rinci(f)["nama"], rinci(f)["usul"]) for f in found] == [
        ("pihak_pertma.nip", " Mungkin maksudnya «pihak_pertama.nip»?"),
        ("pihak_pertama.nmaa", " Mungkin maksudnya «pihak_pertama.nama»?"),
        ("s.sasaram", " Mungkin maksudnya «s.sasaran»?"),
        ("i.targt", " Mungkin maksudnya «i.target»?"),
        ("nip", " Mungkin maksudnya «pihak_pertama.nip»?"),
        ("sesuatu_lain", ""),
        ("utma", " Mungkin maksudnya «utama»?"),
    ]
    assert rinci(found[0])["kalimat"] == "NIP: {{ pihak_pertma.nip }}"


def test_names_that_the_template_makes_itself_are_known(bengkel: Bengkel) -> None:
    bengkel.simpan(
        "{% set n = daftar_sasaran|length %}{{ n }}{% for s in daftar_sasaran if s.utama %}{{ s.sasaran }}"
        "{% set t = s.daftar_indikator[0] %}{{ t.target }}{% endfor %}{% with a = judul %}{{ a }}{% endwith %}"
        "{% if logo %}ada{% endif %}{{ judul.upper() }}{{ daftar_tahun[1] }}{{ daftar_tahun|join(', ') }}"
    )
    assert paragraf(bengkel.hasil()) == ["2Mutu naik4,2JudulJUDUL20262025, 2026, 2027"]


@pytest.mark.parametrize(
    ("tag", "pesan"),
    [
        ("{{ judul", "tanda {{ belum ditutup dengan }}"),
        ("{% if judul }} ya", "tanda {% belum ditutup dengan %}"),
        ("{ judul }}", "tanda }} tanpa tanda pembuka {{"),
        ("{{ pihak pertama }}", "'pertama' tidak semestinya di dalam tag; nama isian tidak memakai spasi"),
        ("{{ }}", "isian kosong atau tidak lengkap"),
        ("{% if judul %} ya", "tag {% if %} belum ditutup dengan {% endif %}"),
        ("{% endfor %}", "tag {% endfor %} tanpa {% for %} pembukanya"),
        ("{% ulang x %}", "tag {% ulang %} tidak dikenal"),
        ("{{ judul|besar }}", "penyaring besar tidak dikenal"),
        ("{{ judul|safe }}", "penyaring safe tidak dikenal"),
        ("{{tc judul }}", "tulis {{ judul }} tanpa huruf tc di depannya"),
        ("{{ daftar_tahun }}", "daftar_tahun adalah daftar; cetak isinya dengan for"),
        ("{{ pihak_pertama }}", "pihak_pertama bukan teks; sebut isinya, misalnya pihak_pertama.nama"),
        ("{% for x in judul %}{{ x }}{% endfor %}", "judul bukan daftar, tidak dapat diulang dengan for"),
    ],
)
def test_fault_in_a_tag_is_told_with_its_sentence(bengkel: Bengkel, tag: str, pesan: str) -> None:
    found = bengkel.temuan("Baik {{ judul }}", f"Kalimat {tag}")
    assert {f.kode for f in found} == {"T03"}
    told = rinci(found[0])
    assert told.pop("usul") == "" or "Mungkin maksudnya" in rinci(found[0])["usul"]
    assert told == {"templat": "uji.docx", "bagian": "isi", "kalimat": f"Kalimat {tag}".strip(), "pesan": pesan}


def test_tag_that_would_take_other_text_away_is_a_fault(bengkel: Bengkel) -> None:
    doc = Document()
    doc.add_paragraph("{%p if judul %} hilang")
    doc.add_paragraph("{%p endif %}")
    doc.add_paragraph("hilang {%- if judul %}{% endif %}")
    doc.add_paragraph("{% if judul %}{% endif -%} hilang")
    tabel(doc, [["{%tr for s in daftar_sasaran %}", "{{ s.sasaran }}"], ["{%tr endfor %}", ""]])
    doc.save(str(bengkel.templat / "uji.docx"))
    outcome = bengkel.bangun()
    assert outcome.value is None
    assert [rinci(f)["pesan"] for f in outcome.temuan] == [
        "tag {%p %} harus sendirian dalam paragrafnya; isi lainnya tidak akan tercetak",
        "tag {%- %} harus di awal paragrafnya; teks di depannya tidak akan tercetak",
        "tag {% -%} harus di akhir paragrafnya; teks di belakangnya tidak akan tercetak",
        "tag {%tr %} harus sendirian dalam baris tabelnya; isi lainnya tidak akan tercetak",
    ]


@pytest.mark.parametrize(
    "tag",
    [
        "{{ judul.__class__ }}",
        "{{ judul.__class__.__mro__[1].__subclasses__() }}",
        "{{ ''['__class__'] }}",
        "{% include 'x' %}",
        "{% import 'x' as y %}",
        "{% autoescape false %}{{ judul }}{% endautoescape %}",
        "{{ 9**9**9 }}",
        "{{ 'a' * 9999999999 }}",
        "{% for i in range(99999999) %}{% endfor %}",
        "{% for i in range(9999) %}{% for j in range(9999) %}{% endfor %}{% endfor %}",
        "{{ judul|attr('__class__') }}",
        "{{ daftar_tahun.append('x') }}",
        "{{ judul.format() }}",
        "{{ '%999999999d' % 1 }}",
        "{{ [1] * 999999999 }}",
        "{{ judul|center(999999999) }}",
        "{{ " + "(" * 3000 + "1" + ")" * 3000 + " }}",
        "{{ " + "9" * 5000 + " }}",
        "{% for x in daftar_tahun %}" * 30 + "{% endfor %}" * 30,
        "{{ cycler.__init__.__globals__.os }}",
        "{{ self._TemplateReference__context }}",
    ],
)
def test_template_cannot_leave_the_sandbox(bengkel: Bengkel, tag: str) -> None:
    bengkel.simpan(tag)
    outcome = bengkel.bangun()
    assert outcome.value is None
    assert {f.kode for f in outcome.temuan} & {"T03", "T04", "T05"}
    assert not (bengkel.folder / "build" / "x").exists()


@pytest.mark.parametrize("tag", ["{{ 'a'|replace('a', 'b' ~ judul) }}", "{# {{ komentar }} #}{{ judul }}"])
def test_harmless_tags_are_let_through(bengkel: Bengkel, tag: str) -> None:
    bengkel.simpan(tag)
    assert paragraf(bengkel.hasil())[0].endswith("Judul")


def test_fault_that_shows_only_when_filling_has_its_place(bengkel: Bengkel) -> None:
    found = bengkel.temuan("Baik", "Yang {{ daftar_sasaran[7].sasaran }}", isi=ISI)
    assert [f.kode for f in found] == ["T03"]
    assert rinci(found[0])["pesan"] == "daftar tidak mempunyai isi nomor [7]"
    assert rinci(found[0])["kalimat"] == "Yang {{ daftar_sasaran[7].sasaran }}"


def test_tag_in_a_paragraph_with_a_picture_is_a_fault(bengkel: Bengkel, tmp_path: Path) -> None:
    doc = Document()
    doc.add_paragraph("{%p if judul %}").add_run().add_picture(str(gambar(tmp_path)))
    doc.add_paragraph("{%p endif %}")
    doc.add_section()
    doc.save(str(bengkel.templat / "uji.docx"))
    outcome = bengkel.bangun()
    assert outcome.value is None
    assert [f.kode for f in outcome.temuan] == ["T03"]


@pytest.mark.parametrize(("syarat", "bagian"), [("judul", 2), ("not judul", 1)])
def test_a_section_break_in_the_paragraph_of_a_tag_stays_where_it_was(
    bengkel: Bengkel, syarat: str, bagian: int
) -> None:
    """LibreOffice writes it into the paragraph before it, here that of the tag."""
    doc = Document()
    doc.add_paragraph("depan")
    tag = doc.add_paragraph(f"{{%p if {syarat} %}}")
    tag._p.get_or_add_pPr().append(OxmlElement("w:sectPr"))
    doc.add_paragraph("isi")
    doc.add_paragraph("{%p endif %}")
    doc.save(str(bengkel.templat / "uji.docx"))
    made = Document(str(bengkel.hasil()))
    assert len(made.sections) == bagian
    assert [p.text for p in made.paragraphs] == ["depan", *(["", "isi"] if bagian == 2 else [])]


def test_tags_in_a_diagram_are_told(bengkel: Bengkel) -> None:
    bengkel.simpan("{{ judul }}")
    ulang(bengkel.templat / "uji.docx", {"word/charts/chart1.xml": b"<c><t>Grafik {{ judul }}</t></c>"})
    found = bengkel.bangun().temuan
    assert [(f.kode, rinci(f)["kalimat"]) for f in found] == [("T03", "Grafik {{ judul }}")]


def test_all_faults_of_all_templates_and_parts_are_reported_together(bengkel: Bengkel) -> None:
    doc = Document()
    doc.add_paragraph("{{ salah_satu }}")
    doc.sections[0].header.paragraphs[0].text = "{{ judul"
    doc.sections[0].footer.paragraphs[0].text = "{{ judul.__class__ }}"
    doc.save(str(bengkel.templat / "uji.docx"))
    (bengkel.templat / "rusak.docx").write_bytes(b"bukan")
    names = ("uji.docx", "rusak.docx", "tiada.docx")
    docs = tuple(Dokumen("pk", f"{n}", (n,), ISI) for n in names)
    outcome = write.write(docs, buku=bengkel.buku, folder=bengkel.folder / "b", templat=(bengkel.templat,),
                           logo=None, version="1", kinds=kinds_of(docs))  # fmt: skip
    assert outcome.value is None
    assert sorted((f.kode, f.tempat.lembar) for f in outcome.temuan) == [
        ("T01", "tiada.docx"), ("T02", "rusak.docx"), ("T03", "uji.docx"), ("T04", "uji.docx"), ("T05", "uji.docx"),
    ]  # fmt: skip
    assert {rinci(f).get("bagian") for f in outcome.temuan if f.kode == "T03"} == {"kepala halaman"}


def test_table_that_filling_breaks_is_a_fault_not_a_repair(bengkel: Bengkel) -> None:
    """Columns that are no number: only the value tells, so it is told with the document."""
    doc = Document()
    tabel(doc, [["{% colspan judul %}mulai", "selesai"]])
    doc.save(str(bengkel.templat / "uji.docx"))
    outcome = bengkel.bangun()
    assert outcome.value is None
    assert [f.kode for f in outcome.temuan] == ["T06"]
    assert rinci(outcome.temuan[0])["dokumen"] == "PK/satu.docx"


# Files that are no template


def ulang(path: Path, change: dict[str, bytes]) -> None:
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in (parts | change).items():
            archive.writestr(name, data)


@pytest.mark.parametrize(
    ("isi", "sebab"),
    [(b"", "bukan dokumen"), (b"PK\x03\x04rusak", "rusak"), (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "kata sandi")],
)
def test_file_that_is_no_docx_is_refused_with_its_reason(bengkel: Bengkel, isi: bytes, sebab: str) -> None:
    (bengkel.templat / "uji.docx").write_bytes(isi)
    outcome = bengkel.bangun()
    assert outcome.value is None
    assert [f.kode for f in outcome.temuan] == ["T02"]
    assert sebab in rinci(outcome.temuan[0])["sebab"]


@pytest.mark.parametrize(
    ("bagian", "isi", "sebab"),
    [
        ("word/styles.xml", b'<!DOCTYPE x [<!ENTITY a "b">]><x/>', "DOCTYPE"),
        ("word/document.xml", b"<w:document", "rusak"),
        ("word/settings.xml", b"<x>" + b" " * 5_000_001 + b"</x>", "terlalu besar"),
        (
            "word/_rels/header1.xml.rels",
            b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1"'
            b' Type="http://x/image" Target="http://contoh/x.png" TargetMode="External"/></Relationships>',
            "dari luar berkas",
        ),
    ],
    ids=["doctype", "broken", "large", "external"],
)
def test_part_that_no_office_program_writes_is_refused(bengkel: Bengkel, bagian: str, isi: bytes, sebab: str) -> None:
    bengkel.simpan("{{ judul }}")
    ulang(bengkel.templat / "uji.docx", {bagian: isi})
    outcome = bengkel.bangun()
    assert outcome.value is None
    assert [f.kode for f in outcome.temuan] == ["T02"]
    assert sebab in rinci(outcome.temuan[0])["sebab"]


# Bytes


def test_same_input_gives_the_same_bytes_and_untouched_parts_stay(bengkel: Bengkel) -> None:
    bengkel.simpan("{{ judul }}")
    first = bengkel.hasil().read_bytes()
    bengkel.hasil().unlink()
    assert bengkel.hasil().read_bytes() == first
    with zipfile.ZipFile(bengkel.hasil()) as made, zipfile.ZipFile(bengkel.templat / "uji.docx") as template:
        assert made.testzip() is None
        assert made.namelist()[0] == "[Content_Types].xml"
        assert sorted(made.namelist()) == sorted((*template.namelist(), "docProps/custom.xml"))
        assert {info.date_time for info in made.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        other = {name for name in template.namelist() if made.read(name) != template.read(name)}
        assert other == {"word/document.xml", "[Content_Types].xml", "_rels/.rels"}


# Logo


def test_logo_is_embedded_in_every_part_that_shows_it(bengkel: Bengkel, tmp_path: Path) -> None:
    doc = Document()
    doc.add_paragraph("{% if logo %}{{ logo }}{% endif %}Kop")
    doc.add_paragraph("{% for t in daftar_tahun %}{{ logo }}{% endfor %}")
    doc.sections[0].header.paragraphs[0].text = "{{ logo }}"
    doc.save(str(bengkel.templat / "uji.docx"))
    bengkel.logo = gambar(tmp_path)
    made = Document(str(bengkel.hasil()))
    assert len(made.inline_shapes) == 4
    assert round(made.inline_shapes[0].height.mm) == 22
    assert round(made.inline_shapes[0].width.mm) == 44
    ids = made.element.xpath("//wp:docPr/@id")
    assert len(set(ids)) == 4
    shown = made.sections[0].header.part
    (rid,) = shown.element.xpath("//a:blip/@r:embed")
    assert shown.related_parts[rid].blob == bengkel.logo.read_bytes()
    assert made.paragraphs[0].text == "Kop"


def test_without_a_logo_the_place_is_empty_and_a_bad_one_is_told(bengkel: Bengkel, tmp_path: Path) -> None:
    bengkel.simpan("{% if logo %}{{ logo }}{% else %}tanpa{% endif %}")
    assert paragraf(bengkel.hasil()) == ["tanpa"]
    bengkel.logo = tmp_path / "tiada.png"
    outcome = bengkel.bangun()
    assert outcome.value is not None
    assert [f.kode for f in outcome.temuan] == ["T07"]
    bengkel.logo = tmp_path / "teks.png"
    bengkel.logo.write_text("bukan gambar")
    assert [f.kode for f in bengkel.bangun().temuan] == ["T07"]


def test_tracked_deletion_with_a_tag_still_builds(bengkel: Bengkel) -> None:
    doc = Document()
    para = doc.add_paragraph("{{ judul }}")
    deleted, run, text = OxmlElement("w:del"), OxmlElement("w:r"), OxmlElement("w:delText")
    text.text = "{{ judul }}"
    run.append(text)
    deleted.append(run)
    para._p.append(deleted)
    doc.save(str(bengkel.templat / "uji.docx"))
    assert paragraf(bengkel.hasil(Isi(Tanda("[a\nb]"), ORANG, (), ()))) == ["[a\nb]"]
