"""Every template filled twice, by plain docxtpl and by this program: the same text and tables, part by part."""

from __future__ import annotations

import io
from dataclasses import asdict, dataclass, fields, is_dataclass, replace
from pathlib import Path
from typing import Any

import pytest
from docxtpl import DocxTemplate
from jinja2 import Environment
from lxml import etree

from helpers.places import ROOT
from helpers.word_files import W, baca, buka, gambar, isikan, p, sel, strings, surat, tabel
from pokin_docs.documents.pk.content import AnggaranPk, IndikatorPk, PerjanjianKinerja, SasaranPk
from pokin_docs.documents.renstra.content import Renstra
from pokin_docs.documents.renstra.places import narrative_of
from pokin_docs.documents.values import PerangkatDaerah, Pihak, Tanda
from pokin_docs.model.catalogue import severity
from pokin_docs.model.findings import Severity
from pokin_docs.templating.fill.contents_lists import styles_of
from pokin_docs.templating.fill.last_step import last_step
from pokin_docs.templating.fill.line_ends import unbroken
from pokin_docs.templating.filters import FILTERS


@dataclass(frozen=True, slots=True)
class Ukuran:
    nama: str
    target: str


@dataclass(frozen=True, slots=True)
class Baris:
    no: str
    sasaran: str
    utama: bool
    ukuran: tuple[Ukuran, ...]


@dataclass(frozen=True, slots=True)
class Orang:
    nama: str
    nip: str
    tanggal: str


@dataclass(frozen=True, slots=True)
class Isi:
    judul: str
    kosong: str
    orang: Orang
    daftar: tuple[Baris, ...]
    tahun: tuple[str, ...]
    pagu: str


PENUH = Isi(
    'Sarana & "Prasarana" <A>\nbaris dua\tkolom  ',
    "",
    Orang("Dr. Siti Contoh, M.Si.", "198001012005012003", "2026-01-05"),
    (
        Baris("1", "Mutu naik & turun", True, (Ukuran("Indeks A", "4,2"), Ukuran("Indeks B", "80%"))),
        Baris("2", "Layanan <baik>", False, (Ukuran("Indeks C\nper unit", "<50"),)),
        Baris("3", "Tanpa ukuran", True, ()),
    ),
    ("2025", "2026", "2027"),
    "1250000",
)
SEPI = Isi("Judul", "x", PENUH.orang, (), (), "0")


def blok(tag: str, *isi: str) -> str:
    return p(f"{{%p {tag} %}}") + "".join(isi) + p(f"{{%p end{tag.split()[0]} %}}")


def baris(tag: str, *isi: str, kolom: int = 1) -> str:
    blank = [""] * (kolom - 1)
    return sel(f"{{%tr {tag} %}}", *blank) + "".join(isi) + sel(f"{{%tr end{tag.split()[0]} %}}", *blank)


def kotak(isi: str) -> str:
    return (
        '<w:p><w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:textbox><w:txbxContent>'
        f"{isi}</w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>"
    )


def catatan(isi: str) -> str:
    return f'<w:footnote w:id="2">{isi}</w:footnote>'


KORPUS: dict[str, bytes] = {
    "value": surat(p("A {{ judul }} B")),
    "tag in pieces": surat(p("{", "{ ora", "ng.na", "ma }", "} dan {", "% if judul %}", "ya{% en", "dif %", "}")),
    "curly quotes": surat(p("{% if judul == ‘Judul’ %}sama{% else %}lain{% endif %} {{ “kutip” }}")),
    "escaped characters in tags": surat(p("{% if 1 &lt; 2 and 3 &gt; 2 %}benar{% endif %} {% if judul|length &gt; 3 %}x{% endif %}")),
    "braces printed": surat(p("{_{ contoh }_} {_% if %_} {{ judul }}")),
    "raw": surat(p("{% raw %}contoh{% endraw %} {{ judul }}")),
    "comment": surat(p("a{# {{ tidak_ada }} #}b {{ kosong }}") + p("{#p seluruh paragraf #}") + p("c")),
    "loop in a sentence": surat(p("{% for b in daftar %}{{ loop.index }}. {{ b.sasaran }}; {% endfor %}.")),
    "loop over paragraphs": surat(blok("for b in daftar", p("{{ b.no }} {{ b.sasaran }}"), p("")) + p("akhir")),
    "nested loops over paragraphs": surat(
        blok("for b in daftar", p("{{ b.sasaran }}"), blok("for u in b.ukuran", p("- {{ u.nama }}: {{ u.target }}")))
    ),
    "condition on paragraphs": surat(
        p("{%p if daftar %}") + p("ada") + p("{%p elif kosong %}") + p("kosong") + p("{%p else %}") + p("tidak")
        + p("{%p endif %}")
    ),
    "loop over rows": surat(tabel(2, sel("No", "Sasaran"), baris("for b in daftar", sel("{{ b.no }}", "{{ b.sasaran }}"), kolom=2))),
    "nested loops over rows": surat(
        tabel(2, sel("a", "b"), baris("for b in daftar", sel("{{ b.sasaran }}", ""),
              baris("for u in b.ukuran", sel("{{ u.nama }}", "{{ u.target }}"), kolom=2), kolom=2))
    ),
    "merged cells down": surat(
        tabel(2, sel("a", "b"), baris("for b in daftar",
              baris("for u in b.ukuran", sel("{% vm %}{{ b.sasaran }}", "{{ u.nama }}"), kolom=2), kolom=2))
    ),
    "loop over cells": surat(
        tabel(4, sel("a", "{%tc for t in tahun %}", "{{ t }}", "{%tc endfor %}"),
              sel("b", "{%tc for t in tahun %}", "x {{ judul }}", "{%tc endfor %}"))
    ),
    "merged cells across": surat(tabel(4, sel("a", "{%tc for t in tahun %}", "{% hm %}Target", "{%tc endfor %}"),
                                       sel("b", "{%tc for t in tahun %}", "{{ t }}", "{%tc endfor %}"))),
    "colour and span": surat(tabel(2, sel("{% cellbg 'FF0000' %}merah", "b"), sel("{% colspan 1 %}satu", "c"))),
    "condition on rows": surat(tabel(1, sel("judul"), baris("if daftar", sel("ada")), baris("if kosong", sel("kosong")))),
    "table in a table": surat(tabel(1, sel(tabel(1, sel("x"), baris("for t in tahun", sel("{{ t }}"))) + p("{{ judul }}")))),
    "runs": surat(p("a {%r if judul %}", "ya", "{%r endif %}", " z")),
    "joined paragraphs": surat(
        p("Kantor") + p("{%- if judul -%}") + p(" di kota") + p("{%- else -%}") + p(" di desa") + p("{%- endif -%}") + p(" itu.")
    ),
    "header and footer": surat(
        p("{{ kosong }}"), header1=p("{{ judul }}") + tabel(1, sel("{{ orang.nama }}")),
        footer1=p("{% for t in tahun %}{{ t }} {% endfor %}"),
    ),
    "header alone": surat(p("tanpa tag"), header1=p("{{ judul }}")),
    "footnote": surat(p("isi") + p("{{ judul }}"), footnotes=catatan(p("lihat {{ orang.nama }} {{ judul }}"))),
    "text box": surat(kotak(p("{{ judul }}") + p("{% if daftar %}ada{% endif %}")) + p("x")),
    "tracked changes": surat(
        '<w:p><w:ins w:id="1" w:author="a"><w:r><w:t>{{ judul }}</w:t></w:r></w:ins><w:r><w:t> tetap</w:t></w:r>'
        '<w:del w:id="2" w:author="a"><w:r><w:delText>lama</w:delText></w:r></w:del></w:p>'
    ),
    "control, link and field": surat(
        f"<w:sdt><w:sdtPr/><w:sdtContent>{p('{{ orang.nama }}')}</w:sdtContent></w:sdt>"
        '<w:p><w:hyperlink w:anchor="x"><w:r><w:t>{{ judul }}</w:t></w:r></w:hyperlink>'
        '<w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple></w:p>'
    ),
    "set, with and namespace": surat(
        p("{% set n = daftar|length %}{{ n }} {% with a = judul %}{{ a }}{% endwith %}")
        + p("{% set ns = namespace(x=0) %}{% for b in daftar %}{% set ns.x = ns.x + 1 %}{% endfor %}{{ ns.x }}")
    ),
    "block set": surat(p("{% set a %}{{ judul }}, {{ orang.nama }}{% endset %}{{ a }}{{ a }}")),
    "macro": surat(p("{% macro m(a, b='-') %}[{{ a }}|{{ b }}]{% endmacro %}{{ m(judul) }} {{ m(orang.nama, b=kosong) }}")),
    "macro of paragraphs": surat(
        p("{%p macro m(a) %}") + p("dalam {{ a }}") + p("{%p endmacro %}") + p("{%p for t in tahun %}") + p("{{ t }}") + p("{%p endfor %}")
    ),
    "filters of Jinja": surat(
        p("{{ orang.nama|upper }} {{ judul|replace('baris', 'lajur') }} {{ tahun|join(', ') }} {{ kosong|default('-', true) }}")
        + p("{{ daftar|selectattr('utama')|map(attribute='sasaran')|join('; ') }} {{ judul|e }} {{ tahun|length }}")
        + p("{% for u in daftar|groupby('no') %}{{ u.grouper }}:{{ u.list|length }} {% endfor %}")
    ),
    "our filters": surat(
        p("{{ orang.tanggal|tanggal }}, {{ orang.tanggal|tanggal('hari') }}; {{ pagu|rupiah }} ({{ pagu|terbilang }} rupiah)")
        + p("{{ orang.nama|huruf_besar }} {{ orang.nip|nip }} {{ pagu|angka(2) }}")
    ),
    "expressions": surat(
        p("{{ 1 + 2 }} {{ 'a' ~ judul ~ 'b' }} {{ 'ya' if daftar else 'tidak' }} {{ tahun[:2]|join }}")
        + p("{% if not kosong %}tak ada{% endif %} {% if 'A' in judul and judul is string %}teks{% endif %}")
    ),
    "loop variables": surat(
        p("{% for b in daftar %}{{ loop.index0 }}{{ loop.length }}{{ loop.revindex }}{{ loop.cycle('a', 'b') }}"
          "{% if loop.first %}pertama{% endif %}{% if not loop.last %}, {% endif %}{% else %}kosong{% endfor %}")
    ),
    "filtered loop": surat(p("{% for b in daftar if b.utama %}{{ b.sasaran }}{% endfor %}")),
    "line break in a value beside runs": surat('<w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:r><w:rPr><w:b/></w:rPr>'
                                                "<w:t>{{ judul }}</w:t></w:r></w:p>"),
    "line break of the template": surat("<w:p><w:r><w:t>a</w:t><w:br/><w:t>{{ judul }}</w:t><w:tab/><w:t>b</w:t></w:r></w:p>"),
    "alt text": surat(f"<w:p>{gambar(1, '{{ orang.nama }}')}</w:p>" + p("{{ kosong }}")),
    "properties": surat(p("x"), judul="PK {{ orang.nama }} {{ kosong }}"),
    "everything": surat(
        p("{{ judul }}") + tabel(1, sel("{{ judul }}")) + kotak(p("{{ judul }}")), judul="{{ orang.nama }}",
        header1=p("{{ judul }}"), footer1=p("{{ judul }}"), footnotes=catatan(p("{{ judul }}")),
    ),
}  # fmt: skip


def with_docxtpl(templat: bytes, konteks: dict[str, Any]) -> dict[str, bytes]:
    """As tutorials have it, with our filters."""
    document = DocxTemplate(io.BytesIO(templat))
    environment = Environment(autoescape=True)
    environment.filters.update(FILTERS)
    document.render(konteks, environment, autoescape=True)
    stream = io.BytesIO()
    document.save(stream)
    return buka(stream.getvalue())


def garis_besar(data: bytes) -> list[tuple[str, ...]]:
    """What a reader sees of a part: paragraphs with their text, rows, and cells with what joins and colours them.

    Left out is what differs on purpose: ``{{ a > b }}`` prints Ya or Tidak here and True or False there, and a tag with
    ``&`` is read as it was typed here only.
    """
    found: list[tuple[str, ...]] = []
    for element in etree.fromstring(data).iter(etree.Element):
        name = etree.QName(element).localname
        if name == "p":
            found.append(("p", baca(element), "".join(strings(element, "@descr | .//@descr"))))
        elif name in ("tbl", "tr", "tc", "sectPr", "footnote"):
            found.append((name,))
        elif name in ("gridCol", "gridSpan", "vMerge", "shd", "instrText"):
            found.append((name, *map(str, element.attrib.values())))
        elif name == "title":
            found.append((name, element.text or ""))
    return found


def compare(ours: dict[str, bytes], theirs: dict[str, bytes]) -> int:
    """How many parts say the same; every part with text of the one is there in the other."""
    names = [name for name in ours if name.startswith("word/") and name.endswith(".xml") and b"<w:p" in ours[name]]
    names += [name for name in ours if name in ("word/document.xml", "docProps/core.xml") and name not in names]
    if b"id-ID" in ours.get("docProps/core.xml", b""):
        names.remove("docProps/core.xml")  # says what the document is: docxtpl leaves what the template says of itself
    assert {name for name in theirs if name.startswith("word/") and b"<w:p" in theirs[name]} <= {
        *names,
        "word/styles.xml",
    }
    looks = theirs.get("word/styles.xml", b"")
    styles = styles_of(looks) if looks else None
    for name in names:
        # Lists in front, cells that docxtpl merges with nothing and where no line ends: made so in steps of our own.
        finished = last_step(theirs[name], styles, None, looks)[0] if name == "word/document.xml" else theirs[name]
        assert garis_besar(ours[name]) == garis_besar(unbroken(finished)), name
    return len(names)


def test_the_corpus_is_large_and_its_templates_differ() -> None:
    assert len(KORPUS) >= 40
    assert len(set(KORPUS.values())) == len(KORPUS)


@pytest.mark.parametrize("isi", [PENUH, SEPI], ids=["full", "empty"])
@pytest.mark.parametrize("nama", KORPUS)
def test_both_ways_give_the_same_text(tmp_path: Path, nama: str, isi: Isi) -> None:
    berkas, found = isikan(tmp_path, KORPUS[nama], isi, teruji=True)
    assert list(found) == []
    assert compare(buka(berkas), with_docxtpl(KORPUS[nama], asdict(isi))) >= 1


@pytest.mark.parametrize("nama", KORPUS)
def test_no_template_of_the_corpus_is_refused(tmp_path: Path, nama: str) -> None:
    _, found = isikan(tmp_path, KORPUS[nama], PENUH)
    assert [str(finding) for finding in found if severity(finding) is Severity.GALAT] == []


def pk(count: int) -> PerjanjianKinerja:
    """A PK with so many sasaran, of made-up people."""
    agency = PerangkatDaerah(
        "Dinas Contoh & Co", "Dinas", "Pemerintah Contoh", "Jalan <Contoh>", "7", "0", "a.id", "b@a.id", "Bupati"
    )
    party = Pihak(
        "Dr. Budi Contoh, M.Si.", "Dr. BUDI CONTOH, M.Si.", "Kepala Dinas", "Pembina", "IV/a", "198001012005011001"
    )
    sasaran = tuple(
        SasaranPk(
            str(n),
            f"Meningkatnya mutu {n}\nbaris kedua",
            tuple(IndikatorPk(f"Indeks {n}.{i}", "80", "%") for i in range(n % 3 + 1)),
        )
        for n in range(1, count + 1)
    )
    budget = tuple(
        AnggaranPk("program", n == 1, f"2.16.{n}", f"Program {n}", "1.000", "APBD", n == 2) for n in range(count)
    )
    return PerjanjianKinerja(
        "jpt", "2026", "1", "Contoh", "5 Januari 2026", agency, party, party, sasaran, budget, "5.000"
    )


@pytest.mark.parametrize("count", [0, 1, 7])
def test_the_shipped_pk_says_the_same_both_ways(tmp_path: Path, count: int) -> None:
    templat = (ROOT / "templates" / "pk.docx").read_bytes()
    isi = pk(count)
    berkas, found = isikan(tmp_path, templat, isi)
    assert list(found) == []
    assert compare(buka(berkas), with_docxtpl(templat, {**asdict(isi), "logo": ""})) >= 1


def test_all_documents_of_the_example_say_the_same_both_ways(tmp_path: Path) -> None:
    from pokin_docs.flow.examine import Understood, examine
    from pokin_docs.model.settings import Settings
    from pokin_docs.templating.fill import context

    examined = examine(ROOT / "inputs" / "diskominfo-balangan.xlsx", Settings(Path("build"), ()))
    assert isinstance(examined, Understood)
    kinds = {(entry.templat[-1], entry.jenis): entry for entry in examined.plan.dokumen}
    assert {name for name, _ in kinds} >= {"pk.docx", "renstra.docx"}
    for (name, _), entry in kinds.items():
        path = ROOT / "templates" / name
        if not path.is_file() or not name.endswith(".docx"):
            continue
        templat = path.read_bytes()
        # What the office wrote is moved in afterwards, which docxtpl cannot do: here it wrote nothing.
        content = (
            replace(entry.content, naskah=narrative_of({}, "")) if isinstance(entry.content, Renstra) else entry.content
        )
        content = undrawn(content)
        berkas, found = isikan(tmp_path, templat, content)
        assert list(found) == []
        konteks = unmarked(context.plain(content))
        assert compare(buka(berkas), with_docxtpl(templat, {**konteks, "logo": ""})) >= 1


def undrawn(value: Any) -> Any:
    """The content without the bars of the LKjIP: docxtpl takes pictures of its own kind only."""
    if isinstance(value, tuple):
        return tuple(map(undrawn, value))
    if not is_dataclass(value) or isinstance(value, type):
        return value
    bars = {"ada_batang": False} if hasattr(value, "ada_batang") else {}
    return replace(value, **{part.name: undrawn(getattr(value, part.name)) for part in fields(value)} | bars)


def unmarked(value: Any) -> Any:
    """The content without the signs around marks, which docxtpl knows nothing of."""
    if isinstance(value, dict):
        return {key: unmarked(item) for key, item in value.items()}
    if isinstance(value, list):
        return [unmarked(item) for item in value]
    return value.strip("\x01\x02") if isinstance(value, str) else value


@pytest.mark.parametrize(
    ("tag", "teks"),
    [
        ("A{{r judul }}Z", "ASarana & BZ"),
        ("A{{r judul}}Z", "ASarana & BZ"),
        ("{{p judul }}", "Sarana & B"),
        ("A{%r if judul %}ya{%r endif %}Z", "AyaZ"),
        ("A{%r for t in tahun %}{{r t }};{%r endfor %}Z", "A2025;2026;2027;Z"),
        ("{{r}}", None),
    ],
)
def test_letters_for_objects_of_docxtpl_print_plain_values(tmp_path: Path, tag: str, teks: str | None) -> None:
    """Their values are texts here: what docxtpl would lose without a RichText stands where it was asked for."""
    isi = Isi("Sarana & B", "", PENUH.orang, (), PENUH.tahun, "")
    pieces = [tag, *(("{", tag[1:]) if tag.startswith("{") else ())]
    for template in (surat(p(tag)), surat(p(*pieces[1:])) if len(pieces) > 1 else surat(p(tag))):
        berkas, found = isikan(tmp_path, template, isi, teruji=True)
        if teks is None:
            assert list(found)
        else:
            assert list(found) == []
            assert [row[1] for row in garis_besar(buka(berkas)["word/document.xml"]) if row[0] == "p"] == [teks]


def test_formatting_beside_a_letter_for_objects_stays(tmp_path: Path) -> None:
    badan = "<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>A{{r judul }}Z</w:t></w:r></w:p>"
    berkas, _ = isikan(tmp_path, surat(badan), PENUH, teruji=True)
    document = etree.fromstring(buka(berkas)["word/document.xml"])
    runs = list(document.iter(f"{{{W}}}r"))
    assert runs
    assert all(run.find(f"{{{W}}}rPr/{{{W}}}b") is not None for run in runs)


def test_a_numbered_list_begins_anew_in_each_document(tmp_path: Path) -> None:
    """Each document is a file with the numbering of the template as it is: nothing runs on from one to the next."""
    item = '<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>{{ b.sasaran }}</w:t></w:r></w:p>'
    templat = surat(blok("for b in daftar", item))
    first, second = (isikan(tmp_path, templat, isi, teruji=True)[0] for isi in (PENUH, PENUH))
    assert first == second
    assert buka(first)["word/document.xml"].count(b'<w:numId w:val="1"/>') == len(PENUH.daftar)


def test_a_mark_says_its_text_in_both(tmp_path: Path) -> None:
    @dataclass(frozen=True, slots=True)
    class Bertanda:
        judul: str | Tanda

    templat = surat(p("a {{ judul }} b"), header1=p("{{ judul }}"))
    berkas, found = isikan(tmp_path, templat, Bertanda(Tanda("[judul & isi]")), teruji=True)
    assert list(found) == []
    assert compare(buka(berkas), with_docxtpl(templat, {"judul": "[judul & isi]"})) == 2
