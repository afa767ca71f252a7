"""The gate inside filling: strict XML, no tag left, ids that differ; and what is copied, proved once per template."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import pytest
from lxml import etree

from helpers.word_files import W, buka, gambar, isikan, kinds_of, p, pak, paragraf, sel, strings, surat, tabel
from pokin_docs.documents.kind import Dokumen
from pokin_docs.documents.values import Tanda
from pokin_docs.render import write
from pokin_docs.templating.fill import compile as word
from pokin_docs.templating.fill import finish, ids, language
from pokin_docs.templating.fill.can_empty import can_empty


@dataclass(frozen=True, slots=True)
class Isi:
    teks: str | Tanda
    daftar: tuple[str, ...] = ()


TIGA = Isi("satu", ("a", "b", "c"))
RATA = finish.PartTraits(body=True, table=False, fragile=False, loses_namespace=False)


def fill(folder: Path, templat: bytes, isi: Isi = TIGA, *, logo: word.Logo | None = None) -> dict[str, bytes]:
    berkas, catatan = isikan(folder, templat, isi, logo=logo, teruji=True)
    assert list(catatan) == []
    return buka(berkas)


def numbers(parts: dict[str, bytes], path: str) -> list[str]:
    spaces = {"w": W, "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"}
    found: list[str] = []
    for name, data in parts.items():
        if name.startswith("word/") and name.endswith(".xml"):
            found += strings(etree.fromstring(data), path, spaces)
    return found


# XML and tags


@pytest.mark.parametrize(
    "text",
    ["<w:p>{{ teks }}</w:p>", "<w:p>{%p endfor %}</w:p>", "<w:p>{# x #}</w:p>", "<w:p>x }}</w:p>", "<w:p>{x</w:p>"],
)
def test_a_tag_that_was_not_filled_is_refused(text: str) -> None:
    with pytest.raises(finish.BrokenXml, match="belum diisi"):
        finish.finish(text, RATA)


@pytest.mark.parametrize(
    "sifat", [RATA, finish.PartTraits(body=True, table=False, fragile=False, loses_namespace=True)]
)
@pytest.mark.parametrize(
    "text", ["<p>", "<p></q>", "<p/><p/>", "", "<p a=1/>", '<p a="1" a="1"/>', "<p>&x;</p>", "<p>]]></p>", "<p>\x0b</p>",
             "<p>&#1;</p>", "<p>\ufffe</p>", "<p a='<'/>", "x<p/>"],
)  # fmt: skip
def test_a_part_that_is_no_strict_xml_is_refused(text: str, sifat: finish.PartTraits) -> None:
    with pytest.raises(finish.BrokenXml):
        finish.finish(text, sifat)


def test_a_prefix_without_declaration_is_refused_where_a_tag_could_take_it_away() -> None:
    with pytest.raises(finish.BrokenXml):
        finish.finish("<q:p/>", finish.PartTraits(body=True, table=False, fragile=False, loses_namespace=True))


def test_prefixes_are_declared_at_the_root_so_that_no_tag_takes_them_away(tmp_path: Path) -> None:
    inner = '<w:customXml xmlns:q="urn:q" q:a="1"><w:p><w:r><w:t>{{ teks }}</w:t></w:r></w:p></w:customXml>'
    document = fill(tmp_path, surat(inner))["word/document.xml"].decode()
    assert document.index('xmlns:q="urn:q"') < document.index("<w:body")
    twice = inner + inner.replace("urn:q", "urn:lain")
    document = fill(tmp_path, surat(twice))["word/document.xml"].decode()
    assert [document.count(f'xmlns:q="urn:{name}"') for name in ("q", "lain")] == [1, 1]


def test_a_fault_names_template_part_and_document_and_stops_the_build(tmp_path: Path) -> None:
    """A value that is no number of columns: only filling can tell, and only for the second document."""
    (tmp_path / "templat").mkdir()
    row = sel("{% colspan teks %}x", "y")
    (tmp_path / "templat" / "uji.docx").write_bytes(surat(tabel(2, row)))
    (tmp_path / "buku.xlsx").write_bytes(b"buku")
    made = [Dokumen("pk", f"{teks}.docx", ("uji.docx",), Isi(teks)) for teks in ("1", "x")]
    outcome = write.write(tuple(made), buku=tmp_path / "buku.xlsx", folder=tmp_path / "build",
                           templat=(tmp_path / "templat",), logo=None, version="1", kinds=kinds_of(made))  # fmt: skip
    assert outcome.value is None
    assert [finding.kode for finding in outcome.temuan] == ["T06"]
    rincian = dict(outcome.temuan[0].details)
    assert (rincian["templat"], rincian["bagian"], rincian["dokumen"]) == ("uji.docx", "isi", "x.docx")
    assert list((tmp_path / "build").glob("**/*.docx")) == []


def test_the_gate_is_behind_whatever_jinja_gives(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = language.Sandbox.fill
    for wrong in (lambda text: text.replace("</w:p>", "", 1), lambda text: text.replace("satu", "{{ teks }}")):
        monkeypatch.setattr(language.Sandbox, "fill", lambda *args, change=wrong: change(real(*args)))
        berkas, catatan = isikan(tmp_path, surat(p("{{ teks }}")), TIGA)
        assert berkas == b""
        assert [finding.kode for finding in catatan] == ["T06"]


# What Word demands of tables and cells


def block(tag: str, content: str, other: str = "") -> str:
    """Content inside a paragraph tag; with ``other`` in its else."""
    middle = p("{%p else %}") + other if other else ""
    return p(f"{{%p {tag} %}}") + content + middle + p(f"{{%p end{tag.split()[0]} %}}")


def rows(tag: str, content: str, other: str = "") -> str:
    middle = sel("{%tr else %}") + other if other else ""
    return sel(f"{{%tr {tag} %}}") + content + middle + sel(f"{{%tr end{tag.split()[0]} %}}")


@pytest.mark.parametrize(
    ("badan", "rapuh"),
    [
        (p("{{ teks }}") + tabel(1, sel("{{ teks }}")), False),
        (tabel(1, sel("judul"), rows("for d in daftar", sel("{{ d }}"))), False),
        (tabel(1, rows("for d in daftar", sel("{{ d }}"))), True),
        (tabel(1, rows("if daftar", sel("a"), sel("b"))), False),
        (tabel(1, rows("for d in daftar", sel("{{ d }}"), sel("kosong"))), False),
        (tabel(1, rows("if daftar", sel("a")) + rows("if teks", sel("b"))), True),
        (tabel(1, sel(block("if daftar", p("a")))), True),
        (tabel(1, sel(block("if daftar", p("a"), p("b")))), False),
        (tabel(1, sel(p("a") + block("if daftar", p("b")))), False),
        (tabel(1, sel(tabel(1, sel("x")) + block("if daftar", p("a")))), True),
        (tabel(1, sel(block("if daftar", tabel(1, sel("x"))) + p("a"))), False),
        (tabel(1, sel("{%tc for d in daftar %}", "{{ d }}", "{%tc endfor %}")), True),
        (tabel(1, sel("a", "{%tc for d in daftar %}", "{{ d }}", "{%tc endfor %}")), False),
        (block("if daftar", tabel(1, sel("x"))), False),
        (block("set x", p("a")), True),
    ],
)  # fmt: skip
def test_what_word_demands_is_proved_or_mended(tmp_path: Path, badan: str, rapuh: bool) -> None:
    """Where the proof says that nothing can be missing, nothing is; where it may be, it is given back."""
    from pokin_docs.templating.fill import patch

    source = patch.to_jinja(buka(surat(badan))["word/document.xml"])
    assert can_empty(source) is rapuh
    for isi in (Isi("", ()), Isi("x", ()), Isi("", ("a",)), TIGA):
        root = etree.fromstring(fill(tmp_path, surat(badan), isi)["word/document.xml"])
        assert root.xpath("//w:tbl[not(w:tr)] | //w:tr[not(w:tc)] | //w:tc[not(*[last()][self::w:p])]",
                          namespaces={"w": W}) == []  # fmt: skip


# Ids


def test_ids_of_drawings_differ_in_the_whole_document(tmp_path: Path) -> None:
    templat = surat(
        f"<w:p><w:r><w:t>{{% for d in daftar %}}</w:t></w:r>{gambar(1, '{{ d }}')}"
        f"<w:r><w:t>{{% endfor %}}</w:t></w:r></w:p><w:p>{gambar(2)}</w:p>",
        header1=f"<w:p>{gambar(1)}</w:p>" + p("{{ teks }}"),
        footer1=f"<w:p>{gambar(2)}{gambar(2)}</w:p>",
    )
    found = numbers(fill(tmp_path, templat), "//wp:docPr/@id")
    assert len(found) == len(set(found)) == 7


def test_the_logo_has_an_id_of_its_own_wherever_it_is_printed(tmp_path: Path) -> None:
    logo = word.Logo("word/media/logo.png", b"png", "image/png", 1, 1)  # type: ignore[arg-type]
    for badan in (p("{{ logo }}"), p("{{ logo }}{{ logo }}"), p("{% for d in daftar %}{{ logo }}{% endfor %}"),
                  p("{% set a %}{{ logo }}{% endset %}{{ a }}{{ a }}"), p("{% set a = logo %}{{ a }}{{ a }}"),
                  p("{{ logo }}") + f"<w:p>{gambar(1)}</w:p>"):  # fmt: skip
        found = numbers(fill(tmp_path, surat(badan, header1=p("{{ logo }}")), logo=logo), "//wp:docPr/@id")
        assert len(found) == len(set(found)) >= 2


BUKU = '<w:p><w:bookmarkStart w:id="7" w:name="Sasaran"/><w:r><w:t>{{ d }}</w:t></w:r><w:bookmarkEnd w:id="7"/></w:p>'


def test_bookmarks_of_a_loop_have_ids_and_names_of_their_own(tmp_path: Path) -> None:
    alone = '<w:p><w:bookmarkStart w:id="8" w:name="sasaran_2"/><w:bookmarkEnd w:id="8"/></w:p>'
    parts = fill(tmp_path, surat(alone + block("for d in daftar", BUKU), header1=BUKU.replace("{{ d }}", "x")))
    starts, names = numbers(parts, "//w:bookmarkStart/@w:id"), numbers(parts, "//w:bookmarkStart/@w:name")
    assert len(starts) == 5
    assert len(set(starts)) == 5
    assert len({name.casefold() for name in names}) == 5
    assert sorted(starts) == sorted(numbers(parts, "//w:bookmarkEnd/@w:id"))
    document = etree.fromstring(parts["word/document.xml"])
    for start in document.iter(f"{{{W}}}bookmarkStart"):
        ends = [
            e.getparent()
            for e in document.iter(f"{{{W}}}bookmarkEnd")
            if e.get(f"{{{W}}}id") == start.get(f"{{{W}}}id")
        ]
        assert ends == [start.getparent()]


def test_links_of_a_loop_lead_to_the_bookmarks_of_another(tmp_path: Path) -> None:
    """A list of pictures in front of the pictures themselves; a single link to a repeated place stays as it is."""

    def link(name: str) -> str:
        return f'<w:p><w:hyperlink w:anchor="{name}"><w:r><w:t>{{{{ d }}}}</w:t></w:r></w:hyperlink></w:p>'

    def mark(name: str, number: int) -> str:
        return f'<w:p><w:bookmarkStart w:id="{number}" w:name="{name}"/><w:bookmarkEnd w:id="{number}"/></w:p>'

    listing, places = block("for d in daftar", link("gambar")), mark("gambar", 7) + mark("lain", 8)
    single = link("lain").replace("{{ d }}", "x")
    parts = fill(tmp_path, surat(listing + single + block("for d in daftar", places)))
    assert numbers(parts, "//w:hyperlink/@w:anchor") == ["gambar", "gambar_2", "gambar_3", "lain"]
    names = numbers(parts, "//w:bookmarkStart/@w:name")
    assert names == ["gambar", "lain", "gambar_2", "lain_2", "gambar_3", "lain_3"]


def test_what_has_an_id_beside_the_logo_gets_its_own_too(tmp_path: Path) -> None:
    logo = word.Logo("word/media/logo.png", b"png", "image/png", 1, 1)  # type: ignore[arg-type]
    parts = fill(tmp_path, surat(block("for d in daftar", BUKU + p("{{ logo }}"))), logo=logo)
    for path in ("//w:bookmarkStart/@w:id", "//w:bookmarkStart/@w:name", "//w:bookmarkEnd/@w:id", "//wp:docPr/@id"):
        assert len(set(numbers(parts, path))) == 3


def test_a_long_bookmark_name_stays_within_what_word_counts(tmp_path: Path) -> None:
    parts = fill(tmp_path, surat(block("for d in daftar", BUKU.replace("Sasaran", "s" * 40))))
    names = numbers(parts, "//w:bookmarkStart/@w:name")
    assert len(set(names)) == 3
    assert max(map(len, names)) == 40


def test_controls_and_changes_of_a_loop_have_ids_of_their_own(tmp_path: Path) -> None:
    control = f'<w:sdt><w:sdtPr><w:id w:val="-5"/></w:sdtPr><w:sdtContent>{p("{{ d }}")}</w:sdtContent></w:sdt>'
    change = '<w:p><w:ins w:id="3" w:author="x"><w:r><w:t>{{ d }}</w:t></w:r></w:ins></w:p>'
    parts = fill(tmp_path, surat(block("for d in daftar", control + change)))
    for path in ("//w:sdtPr/w:id/@w:val", "//w:ins/@w:id"):
        found = numbers(parts, path)
        assert len(found) == len(set(found)) == 3


@pytest.mark.parametrize(
    ("jenis", "bagian"), [("footnote", "footnotes"), ("endnote", "endnotes"), ("comment", "comments")]
)
def test_a_note_of_a_loop_is_there_once_for_each_reference(tmp_path: Path, jenis: str, bagian: str) -> None:
    reference = f'<w:p><w:r><w:t>{{{{ d }}}}</w:t></w:r><w:r><w:{jenis}Reference w:id="2"/></w:r></w:p>'
    if jenis == "comment":
        reference = reference.replace("<w:p>", '<w:p><w:commentRangeStart w:id="2"/>').replace(
            "</w:p>", '<w:commentRangeEnd w:id="2"/></w:p>')  # fmt: skip
    notes = f'<w:{jenis} w:id="2">{p("catatan")}</w:{jenis}><w:{jenis} w:id="3">{p("lain")}</w:{jenis}>'
    parts = fill(tmp_path, surat(block("for d in daftar", reference), **{bagian: notes}))
    referred = numbers(parts, f"//w:{jenis}Reference/@w:id")
    assert len(set(referred)) == len(referred) == 3
    there = {str(note.get(f"{{{W}}}id")): "".join(map(str, note.itertext()))
             for note in etree.fromstring(parts[f"word/{bagian}.xml"])}  # fmt: skip
    assert len(there) == 4
    assert {there[number] for number in referred} == {"catatan"}
    if jenis == "comment":
        assert Counter(numbers(parts, "//w:commentRangeStart/@w:id")) == Counter(referred)
        assert Counter(numbers(parts, "//w:commentRangeEnd/@w:id")) == Counter(referred)


def test_notes_of_all_kinds_in_one_loop_are_there_once_for_each_reference(tmp_path: Path) -> None:
    kinds = {"footnote": "footnotes", "endnote": "endnotes", "comment": "comments"}
    references = "".join(f'<w:r><w:{kind}Reference w:id="2"/></w:r>' for kind in kinds)
    notes = {part: f'<w:{kind} w:id="2">{p("catatan")}</w:{kind}>' for kind, part in kinds.items()}
    parts = fill(tmp_path, surat(block("for d in daftar", f"<w:p>{references}</w:p>"), **notes))
    for kind, part in kinds.items():
        referred = numbers(parts, f"//w:{kind}Reference/@w:id")
        assert len(set(referred)) == 3
        assert {str(note.get(f"{{{W}}}id")) for note in etree.fromstring(parts[f"word/{part}.xml"])} == set(referred)


def test_ids_of_paragraphs_are_not_repeated(tmp_path: Path) -> None:
    line = '<w:p w14:paraId="1A2B3C4D" w14:textId="77777777"><w:r><w:t>{{ d }}</w:t></w:r></w:p>'
    document = fill(tmp_path, surat(block("for d in daftar", line)))["word/document.xml"]
    assert b"paraId" not in document
    assert b"textId" not in document


def test_the_proof_that_ids_cannot_repeat_agrees_with_filled_documents(tmp_path: Path) -> None:
    """No template is called safe whose documents do need new ids."""
    bodies = {
        p("{{ teks }}") + f"<w:p>{gambar(1)}{gambar(2)}</w:p>": False,
        f"<w:p>{gambar(1)}{gambar(1)}</w:p>": True,
        block("for d in daftar", f"<w:p>{gambar(1)}</w:p>"): True,
        block("if daftar", f"<w:p>{gambar(1)}</w:p>"): False,
        BUKU.replace("{{ d }}", "x"): False,
        BUKU.replace("{{ d }}", "x") + BUKU.replace("{{ d }}", "x").replace('"7"', '"9"'): True,
    }
    from pokin_docs.templating.fill import patch

    for badan, wanted in bodies.items():
        assert ids.can_repeat([patch.to_jinja(buka(surat(badan))["word/document.xml"])]) is wanted
        fill(tmp_path, surat(badan + p("{{ teks }}")))


def test_the_gate_sees_an_id_that_stands_twice(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ids.UsedIds, "renumber", lambda self, text, pattern: text)
    templat = surat(block("for d in daftar", f"<w:p>{gambar(1)}</w:p>"))
    _, catatan = isikan(tmp_path, templat, TIGA)
    assert [finding.kode for finding in catatan] == ["T06"]
    assert "dua kali" in dict(catatan.entries[0].details)["sebab"]


# What is copied unchanged

DASAR = surat(p("{{ teks }}"), header1=p("kepala"))


def changed(change: dict[str, bytes | None]) -> bytes:
    parts: dict[str, bytes | None] = {**buka(DASAR), **change}
    return pak({name: data for name, data in parts.items() if data is not None})


@pytest.mark.parametrize(
    ("change", "sebab"),
    [
        ({"word/styles.xml": None}, "bagian word/styles.xml tidak ada"),
        ({"word/header1.xml": None}, "bagian word/header1.xml tidak ada"),
        ({"word/styles.xml": b"<w:styles"}, "rusak"),
        ({"word/styles.xml": b"<x:styles/>"}, "rusak"),
        ({"word/_rels/header1.xml.rels": b"<Relationships"}, "rusak"),
        (
            {"[Content_Types].xml": buka(DASAR)["[Content_Types].xml"].replace(b'Extension="xml"', b'Extension="xyz"').replace(
                b'PartName="/word/styles.xml"', b'PartName="/word/lain.xml"')},
            "jenis bagian word/styles.xml tidak tercatat",
        ),
    ],
)  # fmt: skip
def test_a_template_with_a_broken_part_is_refused(tmp_path: Path, change: dict[str, bytes | None], sebab: str) -> None:
    _, catatan = isikan(tmp_path, changed(change), TIGA)
    assert [finding.kode for finding in catatan] == ["T02"]
    assert sebab in dict(catatan.entries[0].details)["sebab"]


def test_files_that_belong_to_no_document_are_left_out(tmp_path: Path) -> None:
    parts = fill(tmp_path, changed({".DS_Store": b"x", "[trash]/0000.dat": b"x", "word/kosong.bin": b"x"}))
    assert set(parts) - {"docProps/custom.xml"} == set(buka(DASAR))


def test_untouched_parts_are_copied_as_the_compressed_bytes_they_are(tmp_path: Path) -> None:
    import io
    import zipfile

    berkas, _ = isikan(tmp_path, DASAR, TIGA)
    with zipfile.ZipFile(io.BytesIO(berkas)) as made, zipfile.ZipFile(io.BytesIO(DASAR)) as template_file:
        # The property that tells a filled document from a template has its own part and is named in two others.
        other = {"word/document.xml", "docProps/custom.xml", "[Content_Types].xml", "_rels/.rels"}
        same = [name for name in made.namelist() if name not in other]
        assert len(same) >= 3
        for name in same:
            assert made.getinfo(name).compress_size == template_file.getinfo(name).compress_size
            assert made.read(name) == template_file.read(name)
        assert made.testzip() is None


def test_tables_of_contents_that_are_not_made_here_are_marked_for_update(tmp_path: Path) -> None:
    field = (
        '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> {} </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
    )
    simple = '<w:p><w:fldSimple w:instr=" TOC \\o "><w:r><w:t>isi</w:t></w:r></w:fldSimple></w:p>'
    begin, end = field.format("TOC \\o").split('<w:r><w:fldChar w:fldCharType="end"/>')
    parted = tabel(2, sel(f"{begin}</w:p>", f'<w:p><w:r><w:fldChar w:fldCharType="end"/>{end}'))
    badan = p("{{ teks }}") + field.format("PAGE") + parted + field.format("TOCX") + simple
    document = fill(tmp_path, surat(badan))["word/document.xml"].decode()
    assert re.findall(r'<w:fld\w+[^>]*dirty="true"', document) == [
        '<w:fldChar w:fldCharType="begin" w:dirty="true"', '<w:fldSimple w:instr=" TOC \\o " w:dirty="true"']  # fmt: skip


def test_deleted_tags_of_tracked_changes_neither_run_nor_print(tmp_path: Path) -> None:
    deleted = '<w:del w:id="1" w:author="x"><w:r><w:delText>{}</w:delText></w:r></w:del>'
    badan = (
        f"<w:p>{deleted.format('{% for x in y %}')}<w:r><w:t>{{{{ teks }}}}</w:t></w:r>"
        f"{deleted.format('{{ tidak_ada')}{deleted.format('biasa')}</w:p>"
    )
    berkas, catatan = isikan(tmp_path, surat(badan), TIGA)
    assert [finding.kode for finding in catatan] == ["T16"]  # told, as it reaches every document
    document = buka(berkas)["word/document.xml"]
    assert paragraf(document) == ["satu"]
    assert document.count(b"<w:del ") == 1
    assert b"{" not in document
