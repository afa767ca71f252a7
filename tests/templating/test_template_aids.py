"""Aids for editors of templates: findings as comments in Word, the palette of placeholders, the X-ray."""

from __future__ import annotations

import io
import random
import re
import subprocess
import zipfile
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from pathlib import Path

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from lxml import etree

from helpers.places import ROOT
from helpers.word_comments import UTAMA, commented, parts, templat, texts
from helpers.word_files import kind_for
from pokin_docs.documents.kinds import KINDS
from pokin_docs.documents.meanings import meanings
from pokin_docs.documents.pk.content import PerjanjianKinerja
from pokin_docs.documents.pk.kind import PK
from pokin_docs.documents.renstra.content import Renstra
from pokin_docs.documents.renstra.kind import RENSTRA
from pokin_docs.files import word_texts
from pokin_docs.model.findings import temuan
from pokin_docs.model.source import CellRef
from pokin_docs.render import write as render
from pokin_docs.render.filling import crew
from pokin_docs.render.sample import fill_sample
from pokin_docs.templating.aids import correction, palette_entries
from pokin_docs.templating.aids.palette import palette as make_palette
from pokin_docs.templating.faults import TemplateFinding, TemplatePlace

TEMPLATES = ROOT / "templates"
W = nsdecls("w", "r")


def found(paragraf: int, awal: int = 0, akhir: int = 0, *, berkas: str = UTAMA, bagian: str = "isi") -> TemplateFinding:
    """A finding at characters of a paragraph."""
    fault = temuan("T05", CellRef("x.docx"), templat="x.docx", bagian=bagian, nama="open", kalimat="k")
    return TemplateFinding(fault, TemplatePlace(bagian, file=berkas, paragraph=paragraf, start=awal, end=akhir))


def saved(document: object) -> bytes:
    target = io.BytesIO()
    document.save(target)  # type: ignore[attr-defined]
    return target.getvalue()


def of_body(*paragraphs: str) -> bytes:
    """A template with these paragraphs as XML."""
    document = docx.Document()
    body = document.element.body
    for text in paragraphs:
        body.insert(len(body) - 1, parse_xml(text.replace("<w:p", f"<w:p {W}", 1)))
    return saved(document)


def correct(data: bytes, *findings: TemplateFinding) -> bytes:
    """The correction, with everything held that has to stay."""
    corrected = correction.correct_template(data, findings)
    assert texts(corrected) == texts(data)
    old, new = parts(data), parts(corrected)
    changed = {UTAMA, "word/comments.xml", "[Content_Types].xml", "word/_rels/document.xml.rels"}
    assert {name: old[name] for name in old if name not in changed} == {
        name: new[name] for name in new if name not in changed
    }
    docx.Document(io.BytesIO(corrected))
    return corrected


# The correction copy

KALIMAT = (
    "<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>Nama &amp; NIP: {{ piha</w:t></w:r>"
    "<w:r><w:t>k.nama }} é👩</w:t><w:tab/><w:t>akhir</w:t><w:br/></w:r></w:p>"
)
TEKS = "Nama & NIP: {{ pihak.nama }} é👩\takhir\n"


@pytest.mark.parametrize(
    ("awal", "akhir"), [(12, 28), (0, 4), (12, 20), (20, 24), (0, 30), (30, 31), (31, 32), (33, 37), (0, len(TEKS))]
)
def test_a_comment_stands_at_the_very_characters(awal: int, akhir: int) -> None:
    data = of_body(KALIMAT)
    expected = TEKS[awal:akhir].replace("\t", "|").replace("\n", "|")
    assert commented(correct(data, found(0, awal, akhir))) == {"0": expected}


def test_a_split_run_keeps_its_formatting() -> None:
    corrected = docx.Document(io.BytesIO(correct(of_body(KALIMAT), found(0, 5, 8))))
    runs = [(run.text, run.bold) for run in corrected.paragraphs[0].runs if run.text]
    assert runs[:3] == [("Nama ", True), ("& N", True), ("IP: {{ piha", True)]


def test_comments_may_overlap_and_share_a_paragraph() -> None:
    data = of_body(KALIMAT)
    corrected = correct(data, found(0, 0, 8), found(0, 5, 20), found(0, 5, 20), found(0))
    whole = TEKS.replace("\t", "|").replace("\n", "|")
    assert commented(corrected) == {"0": TEKS[0:8], "1": TEKS[5:20], "2": TEKS[5:20], "3": whole}


@pytest.mark.parametrize("name", ["pk.docx", "renstra.docx"])
def test_comments_at_any_characters_of_a_real_template(name: str) -> None:
    data = (TEMPLATES / name).read_bytes()
    dice = random.Random(name)
    expected: dict[str, str] = {}
    findings: list[TemplateFinding] = []
    for paragraph in dice.choices(word_texts.read(parts(data)[UTAMA]).paragraphs, k=200):
        first, last = sorted(dice.randint(0, len(paragraph.text)) for _ in range(2))
        if first < last:
            expected[str(len(findings))] = paragraph.text[first:last]
            findings.append(found(paragraph.number, first, last))
    assert len(findings) > 50
    corrected = correct(data, *findings)
    assert {key: text.replace("|", " ") for key, text in commented(corrected).items()} == {
        key: text.replace("|", " ") for key, text in expected.items()
    }
    assert texts(correction.correct_template(corrected, [])) == texts(data)


def test_a_document_without_a_paragraph_gets_one_for_the_comment() -> None:
    corrected = correction.correct_template(saved(docx.Document()), [found(-1)])
    assert commented(corrected) == {"0": ""}
    assert texts(corrected) == [""]


def test_what_is_missing_is_told_in_one_comment() -> None:
    corrected = correct(of_body(KALIMAT), found(0), found(0), found(0, 5, 8))
    (missing, other) = docx.Document(io.BytesIO(corrected)).comments
    assert missing.text.count("galat T05") == 2
    assert [run.bold for p in missing.paragraphs for run in p.runs if run.text] == [True, None, True, None]
    assert other.text.count("galat T05") == 1


@pytest.mark.parametrize(
    "paragraph",
    [
        "<w:p/>",
        "<w:p><w:pPr><w:jc w:val='center'/></w:pPr></w:p>",
        '<w:p><w:pPr/><w:hyperlink w:anchor="x"><w:r><w:t>{{ a }}</w:t></w:r></w:hyperlink></w:p>',
        '<w:p><w:ins w:id="7" w:author="a"><w:r><w:t xml:space="preserve">{{ a }} </w:t></w:r></w:ins></w:p>',
        "<w:p><w:sdt><w:sdtContent><w:r><w:t><![CDATA[{{ a }}]]></w:t></w:r></w:sdtContent></w:sdt></w:p>",
        '<w:p><w:r><w:rPr><w:b/><w:rPrChange w:id="9" w:author="a"><w:rPr/></w:rPrChange></w:rPr><w:t>{{ a }}</w:t></w:r></w:p>',
    ],
)
def test_any_paragraph_takes_a_comment(paragraph: str) -> None:
    data = of_body("<w:p/>", paragraph)
    for finding in (found(1), found(1, 3, 4)):
        corrected = correct(data, finding)
        (text,) = commented(corrected).values()
        assert text == (texts(data)[1][3:4] if finding.place.end and texts(data)[1] else texts(data)[1])
        assert parts(corrected)[UTAMA].count(b'w:id="9"') <= 1


def test_comments_of_others_stay_and_ids_stay_unique() -> None:
    document = docx.Document()
    paragraph = document.add_paragraph("{{ a }} dan b")
    document.add_comment(paragraph.runs, "periksa ini", author="Contoh")
    data = saved(document)
    corrected = docx.Document(io.BytesIO(correct(data, found(0, 0, 7))))
    assert [(c.comment_id, c.author) for c in corrected.comments] == [(0, "Contoh"), (1, "pokin")]
    (own,) = [c for c in corrected.comments if c.author == "pokin"]
    assert own.text.startswith("galat T05: «open» tidak diizinkan dalam kalimat «k»")
    assert "→ Hapus bagian itu" in own.text
    assert own.timestamp is None


def test_a_correction_of_a_correction_has_the_new_comments_only() -> None:
    document = docx.Document()
    paragraph = document.add_paragraph("{{ a }} dan b")
    document.add_comment(paragraph.runs, "periksa ini", author="Contoh")
    first = correction.correct_template(saved(document), [found(0, 0, 7), found(0)])
    second = correction.correct_template(first, [found(0, 3, 4)])
    assert texts(second) == texts(saved(document))
    assert [c.author for c in docx.Document(io.BytesIO(second)).comments] == ["Contoh", "pokin"]
    assert sorted(commented(second).values()) == ["a", "{{ a }} dan b"]
    assert correction.correct_template(first, [found(0, 3, 4)]) == second


def test_a_header_a_footnote_and_a_text_box_have_their_comment_in_the_body() -> None:
    document = docx.Document()
    document.add_paragraph("satu")
    section = document.add_section()
    section.header.is_linked_to_previous = False
    section.header.paragraphs[0].text = "{{ salah }}"
    box = (
        f"<w:p {W}><w:r><w:t>dua</w:t></w:r><w:r><w:pict><v:shape xmlns:v='urn:schemas-microsoft-com:vml'><v:textbox>"
        "<w:txbxContent><w:p><w:r><w:t>{{ kotak }}</w:t></w:r></w:p></w:txbxContent></v:textbox></v:shape></w:pict>"
        "</w:r></w:p>"
    )
    document.element.body.insert(len(document.element.body) - 1, parse_xml(box))
    data = saved(document)
    header = next(name for name in parts(data) if "header" in name)
    numbers = {p.text: p.number for p in word_texts.read(parts(data)[UTAMA]).paragraphs}
    corrected = correct(
        data,
        found(0, 0, 3, berkas=header, bagian="kepala halaman"),
        found(numbers["{{ kotak }}"], 0, 4, bagian="isi (kotak teks)"),
        found(-1, berkas="word/charts/chart1.xml", bagian="gambar atau diagram"),
    )
    # The header is first printed by the section of the second paragraph; a chart has no place at all.
    assert commented(corrected) == {"0": "dua{{ kotak }}", "1": "dua{{ kotak }}", "2": "satu"}
    told = [c.text for c in docx.Document(io.BytesIO(corrected)).comments]
    assert "Letak: kepala halaman." in told[0]
    assert "Letak: isi (kotak teks)." in told[1]


def test_a_footnote_has_its_comment_at_its_number(tmp_path: Path) -> None:
    note = '<w:p><w:r><w:t>dua</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r></w:p>'
    members = parts(of_body("<w:p><w:r><w:t>satu</w:t></w:r></w:p>", note))
    notes = f'<w:footnotes {W}><w:footnote w:id="2"><w:p><w:r><w:t>{{{{ sumbr }}}}</w:t></w:r></w:p></w:footnote></w:footnotes>'
    members["word/footnotes.xml"] = notes.encode()
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
    override = f'<Override PartName="/word/footnotes.xml" ContentType="{kind}"/></Types>'
    members["[Content_Types].xml"] = members["[Content_Types].xml"].replace(b"</Types>", override.encode())
    (tmp_path / "uji.docx").write_bytes(saved_zip(**members))
    faults = render.examine_template(tmp_path / "uji.docx", PK).temuan
    (fault,) = [entry for entry in faults if entry.temuan.kode == "T04"]
    corrected = correction.correct_template((tmp_path / "uji.docx").read_bytes(), [fault])
    assert commented(corrected) == {"0": "dua"}
    assert "Letak: catatan kaki" in parts(corrected)["word/comments.xml"].decode()


@pytest.mark.parametrize(
    ("paragraph", "marked"),
    [
        ('<w:p><w:r><w:t>satu {{ salh }}</w:t></w:r><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>REF {{ lain }}'
         '</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>', {"salh"}),
        ("<w:p><w:r><w:t>{{ tahun }} dan {{ pihak_prtama.nama }}, {{ tahn }}</w:t></w:r></w:p>", {"pihak_prtama.nama", "tahn"}),
        ("<w:p><w:r><w:t>{{ pihak_per</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>tama.n</w:t></w:r><w:r><w:t>ma }}</w:t></w:r></w:p>",
         {"pihak_pertama.nma"}),
    ],
)  # fmt: skip
def test_the_comments_of_the_check_stand_at_what_is_wrong(paragraph: str, marked: set[str], tmp_path: Path) -> None:
    (tmp_path / "uji.docx").write_bytes(of_body(paragraph))
    faults = render.examine_template(tmp_path / "uji.docx", PK).temuan
    unknown = [entry for entry in faults if entry.temuan.kode == "T04"]
    shown = commented(correction.correct_template((tmp_path / "uji.docx").read_bytes(), unknown))
    assert marked <= set(shown.values())


def test_a_file_that_is_no_word_document_cannot_be_corrected() -> None:
    for data in (b"", b"PK\x03\x04", b"teks", saved_zip(isi=b"x")):
        with pytest.raises(correction.TemplateNotCorrectable):
            correction.correct_template(data, [found(0)])


def saved_zip(**members: bytes) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return target.getvalue()


# The palette


@pytest.fixture(scope="module")
def palette() -> bytes:
    return make_palette(KINDS)


def records() -> Iterator[type]:
    """Every record that documents are made of."""
    for record in (PerjanjianKinerja, Renstra):
        waiting: list[object] = [PK.sample() if record is PerjanjianKinerja else RENSTRA.sample()]
        while waiting:
            value = waiting.pop()
            if is_dataclass(value):
                yield type(value)
                waiting += [getattr(value, name) for name in value.__dataclass_fields__]
            elif isinstance(value, tuple):
                waiting += value


def test_every_field_has_a_meaning_and_every_meaning_a_field() -> None:
    used = set(records())
    assert len(used) > 15
    for record in used:
        assert {field.name for field in fields(record)} == set(meanings(record)), record


def test_every_field_has_an_example() -> None:
    shown = [
        entry
        for contoh in (PK.sample(), RENSTRA.sample())
        for group in palette_entries.groups(contoh)
        for entry in group.isian
    ]
    assert len(shown) > 90
    assert [entry.typed for entry in shown if not entry.sample] == []
    assert all(len(value) >= 2 for contoh in (PK.sample(), RENSTRA.sample()) for value in lists_of(contoh))


def lists_of(value: object) -> Iterator[tuple[object, ...]]:
    """The lists of a document itself."""
    assert is_dataclass(value)
    yield from (item for name in value.__dataclass_fields__ if isinstance(item := getattr(value, name), tuple))


def test_the_palette_shows_every_placeholder_whole_in_one_run(palette: bytes) -> None:
    root = etree.fromstring(parts(palette)[UTAMA])
    runs = {node.text for node in root.iter(qn("w:t"))}
    for contoh in (PK.sample(), RENSTRA.sample()):
        for group in palette_entries.groups(contoh):
            for entry in group.isian:
                choice = any(run and re.match(rf"\{{% if {re.escape(entry.typed)}[ =]", run) for run in runs)
                assert f"{{{{ {entry.typed} }}}}" in runs or choice
    assert "{{ logo }}" in runs
    assert make_palette(KINDS) == palette


@pytest.mark.parametrize("isi", [PerjanjianKinerja, Renstra])
def test_everything_that_the_palette_offers_is_a_good_template(palette: bytes, isi: type, tmp_path: Path) -> None:
    """The tables and boxes to be copied, each kind of document by itself."""
    document = docx.Document(io.BytesIO(palette))
    body = document.element.body
    current = ""
    for element in list(body):
        style = element.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
        if style is not None and style.get(qn("w:val")) == "Heading1":
            current = "".join(element.itertext())
        wanted = current.startswith("Perjanjian" if isi is PerjanjianKinerja else "Renstra") and "86" not in current
        ready = element.tag == qn("w:tbl") and re.search(r"\{%t?[rp] ", "".join(element.itertext()))
        if element.tag != qn("w:sectPr") and not (wanted and ready):
            body.remove(element)
    tables = len(document.tables)
    assert tables >= 4
    path = tmp_path / "uji.docx"
    document.save(str(path))
    # Parts of the form are missing in a palette; whatever is there has to be right.
    codes = {entry.temuan.kode for entry in render.examine_template(path, kind_for(isi)).temuan}
    assert not codes & {"T02", "T03", "T04", "T05", "T06"}


def test_filters_of_the_palette_print_what_it_says(tmp_path: Path) -> None:
    document = docx.Document()
    for entry in palette_entries.FILTERS:
        document.add_paragraph(entry.typed)
    document.save(str(tmp_path / "uji.docx"))
    printed = [re.sub(r"«.*?: (.*?)»", r"\1", text) for text in shown(tmp_path / "uji.docx")]
    assert printed == [entry.result for entry in palette_entries.FILTERS]


# The X-ray


def shown(berkas: Path, isi: object = PK.sample()) -> list[str]:
    """The paragraphs of the X-ray of a template, names without their invisible places to break."""
    outcome = fill_sample(berkas, kind_for(type(isi)), isi, None)
    assert outcome.value is not None, outcome.temuan
    return [text.replace("\u200b", "") for text in texts(outcome.value)]


def test_every_placeholder_shows_its_name_and_a_value(tmp_path: Path) -> None:
    path = templat(
        tmp_path,
        "Nama: {{ pihak_pertama.nama }}, NIP {{ pihak_pertama.nip|nip }}",
        "{%p for s in daftar_sasaran %}",
        "{{ s.no }}. {{ s.sasaran | upper }}",
        "{%p endfor %}",
        "{% raw %}{{ tetap }}{% endraw %}",
    )
    assert shown(path) == [
        "Nama: «pihak_pertama.nama: Dr. Contoh Pertama, S.Kom., M.Si.», NIP «pihak_pertama.nip|nip: 19700101 199501 1 001»",
        "«s.no: 1». «s.sasaran | upper: MENINGKATNYA MUTU LAYANAN INFORMASI PUBLIK»",
        "«s.no: 2». «s.sasaran | upper: MENINGKATNYA KETERSEDIAAN DATA STATISTIK»",
        "{{ tetap }}",
    ]


def test_optional_parts_are_there_and_of_alternatives_the_one_that_fits(tmp_path: Path) -> None:
    path = templat(
        tmp_path,
        "{% if jenis_pk == 'ess-3' %}hanya eselon{% endif %}",
        "{% if jenis_pk == 'ess-3' %}A{% elif jenis_pk == 'jpt' %}B{% else %}C{% endif %}",
        "{% if not daftar_anggaran %}kosong{% endif %}{% if nomor %}ada{% endif %}",
        "{% for s in daftar_sasaran %}{{ s.no }}{% if not loop.last %}; {% endif %}{% endfor %}",
    )
    assert shown(path) == ["hanya eselon", "B", "ada", "«s.no: 1»; «s.no: 2»"]


def test_an_optional_part_that_the_sample_cannot_fill_is_left_out(tmp_path: Path) -> None:
    path = templat(tmp_path, "a{% if daftar_sasaran|length > 5 %}{{ daftar_sasaran[5].sasaran }}{% endif %}b")
    assert shown(path) == ["ab"]


def test_a_template_that_might_not_end_is_filled_in_a_process_with_limits(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = templat(tmp_path, "{% for s in daftar_sasaran %}{{ s.no }}{% endfor %}")
    here = fill_sample(path, PK, PK.sample(), None)
    monkeypatch.setattr("pokin_docs.templating.fill.limits._MAX_TAGS", 0)
    there = fill_sample(path, PK, PK.sample(), None)
    assert here.value is not None
    assert there == here
    many = "{% for s in daftar_sasaran %}{% for i in s.daftar_indikator %}{{ i.indikator }}{% endfor %}{% endfor %}"
    monkeypatch.setattr("pokin_docs.render.filling.fill.Limits", lambda: crew.Limits(seconds=0.02))
    stopped = fill_sample(templat(tmp_path, *[many] * 500), PK, PK.sample(), None)
    assert [finding.kode for finding in stopped.temuan] == ["T08"]


def test_the_value_keeps_its_formatting_and_the_name_has_none(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph().add_run("{{ tahun }}").bold = True
    document.save(str(tmp_path / "uji.docx"))
    outcome = fill_sample(tmp_path / "uji.docx", PK, PK.sample(), None)
    assert outcome.value is not None
    runs = [(run.text, run.bold) for run in docx.Document(io.BytesIO(outcome.value)).paragraphs[0].runs if run.text]
    assert runs == [("«tahun: ", False), ("2026", True), ("»", False)]


@pytest.mark.parametrize(("name", "signer"), [("pk.docx", "pihak_pertama"), ("renstra.docx", "kepala")])
def test_the_shipped_templates_show_themselves(name: str, signer: str) -> None:
    isi = PK.sample() if name == "pk.docx" else RENSTRA.sample()
    everything = "\n".join(shown(TEMPLATES / name, isi))
    with zipfile.ZipFile(TEMPLATES / name) as archive:
        root = etree.fromstring(archive.read(UTAMA))
    typed = set(
        re.findall(r"\{\{ (.*?) \}\}", "\n".join("".join(map(str, p.itertext())) for p in root.iter(qn("w:p"))))
    )
    assert len(typed) > 20
    # No logo was given, who signs the sample is no PPPK, the second party is, whose rank is never printed beside its
    # golongan, and of table 4.2 that for five years is printed.
    # Nor has the sample two budgets of its year.
    compared = {"a.semula", "a.selisih", "total_semula", "total_selisih"}
    of_six_years = {one for one in typed if re.search(r"daftar_tahun(_rencana)?\[5\]", one)}
    assert {one for one in typed if f"«{one}: " not in everything} <= {
        "logo",
        f"{signer}.golongan",
        "pihak_kedua.pangkat",
    } | of_six_years | compared
    assert "{{" not in everything
    of_pppk = replace(isi, **{signer: replace(getattr(isi, signer), pppk=True, pangkat="")})  # type: ignore[type-var]
    assert f"«{signer}.golongan: " in "\n".join(shown(TEMPLATES / name, of_pppk))


# All of them


@pytest.mark.parametrize("kind", ["palet", "koreksi", "contoh"])
def test_what_is_written_is_a_valid_word_document(kind: str, palette: bytes, tmp_path: Path) -> None:
    audit = pytest.importorskip("openxml_audit")
    if kind == "koreksi":
        data = correction.correct_template((TEMPLATES / "pk.docx").read_bytes(), [found(0), found(30, 1, 5)])
    elif kind == "contoh":
        data = fill_sample(TEMPLATES / "pk.docx", PK, PK.sample(), None).value or b""
    else:
        data = palette
    path = tmp_path / f"{kind}.docx"
    path.write_bytes(data)
    assert [str(error) for error in audit.OpenXmlValidator().validate(str(path)).errors] == []


def test_libreoffice_opens_all_three(palette: bytes, tmp_path: Path, soffice: str) -> None:
    sample = fill_sample(TEMPLATES / "pk.docx", PK, PK.sample(), None).value
    corrected = correction.correct_template((TEMPLATES / "pk.docx").read_bytes(), [found(0), found(30, 1, 5)])
    words = {"palet": "Palet isian templat", "contoh": "Dr. Contoh Pertama", "koreksi": "{{ pihak_pertama.nama }}"}
    for name, data in (("palet", palette), ("contoh", sample), ("koreksi", corrected)):
        assert data is not None
        (tmp_path / f"{name}.docx").write_bytes(data)
    subprocess.run(
        [soffice, "--headless", f"-env:UserInstallation=file://{tmp_path}/profil", "--convert-to", "txt:Text",
         *(f"{name}.docx" for name in words)],
        cwd=tmp_path, check=True, capture_output=True, timeout=120,
    )  # fmt: skip
    for name, expected in words.items():
        assert expected in (tmp_path / f"{name}.txt").read_text(encoding="utf-8"), name
