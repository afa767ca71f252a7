"""The check of templates: every fault at its place with the right proposal first, and no false alarm.

Faults are sown into copies of the shipped templates, one each, from ``slips.tsv``: the slip, what is typed, what was
meant and stood there, in which of its occurrences, and what must be proposed first. One fault gives one finding, at the
paragraph that was changed.
"""

from __future__ import annotations

import copy
import csv
import functools
import io
import zipfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from lxml import etree

from helpers.places import ROOT
from helpers.small_content import ISI, Isi
from helpers.word_files import kind_for, remove
from pokin_docs.documents.pk.content import PerjanjianKinerja
from pokin_docs.documents.renstra.content import Renstra
from pokin_docs.documents.renstra.kind import RENSTRA
from pokin_docs.documents.renstra.records import IkuRenstra, ProgramPendanaan
from pokin_docs.model.catalogue import message, severity
from pokin_docs.model.findings import FindingLog, Severity
from pokin_docs.templating.faults import TemplateExamination, TemplateFinding
from pokin_docs.templating.fields import Field, ListField, fields
from pokin_docs.templating.fill import compile as word
from pokin_docs.templating.fill.compile import examine_template

TEMPLATES = ROOT / "templates"
JENIS: dict[str, type] = {"pk": PerjanjianKinerja, "renstra": Renstra}
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def slips() -> list[tuple[str, str, str, int, str]]:
    """Template, what is meant and stood there, what is typed instead, in which occurrence, first proposal ("" for any)."""
    text = (Path(__file__).parent / "slips.tsv").read_text(encoding="utf-8").replace(r"\u200b", "\u200b")
    table = csv.DictReader(text.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE, strict=True)
    return [(row["template"], row["meant"], row["typed"], int(row["occurrence"]), row["proposed"]) for row in table]


SEMAI = slips()


@functools.cache
def shipped(name: str) -> dict[str, bytes]:
    with zipfile.ZipFile(TEMPLATES / f"{name}.docx") as package:
        return {part: package.read(part) for part in package.namelist()}


Slip = tuple[str, str, str, int, str]
Told = tuple[TemplateFinding, ...]


@functools.cache
def stands_at(name: str, old: str, nth: int) -> tuple[int, int]:
    """Where the text stands for that time: the number of its paragraph, and of the text in it."""
    count = 0
    for number, paragraph in enumerate(etree.fromstring(shipped(name)["word/document.xml"]).iter(qn("w:p"))):
        for at, text in enumerate(paragraph.iter(qn("w:t"))):
            count += old in (text.text or "")
            if count == nth:
                return number, at
    raise AssertionError(f"{old} has no occurrence {nth}")


def place_of(slip: Slip) -> int:
    return stands_at(slip[0], slip[1], slip[3])[0]


def sown(slips: Sequence[Slip], path: Path) -> Path:
    """A copy of a shipped template with a text replaced for each of these slips, all in paragraphs of their own."""
    name = slips[0][0]
    parts = dict(shipped(name))
    root = etree.fromstring(parts["word/document.xml"])
    paragraphs = list(root.iter(qn("w:p")))
    for _, old, new, nth, _ in slips:
        number, at = stands_at(name, old, nth)
        text = list(paragraphs[number].iter(qn("w:t")))[at]
        text.text = (text.text or "").replace(old, new, 1)
    parts["word/document.xml"] = etree.tostring(root)
    with zipfile.ZipFile(path, "w") as package:
        for part, data in parts.items():
            package.writestr(part, data)
    return path


def fault_of_promise(slip: Slip, found: Told) -> str:
    """What is wrong with what is told of a slip; blank for one finding at its paragraph, the right proposal first."""
    if len(found) != 1:
        return f"findings: {[message(entry.temuan) for entry in found]}"
    proposal = slip[4]
    if slip[2] and found[0].place.paragraph != place_of(slip):  # a tag that was taken away is missed at its partner
        return f"place: {found[0].place}"
    if proposal and (found[0].proposals[0] != proposal or proposal not in message(found[0].temuan)):
        return f"proposals: {found[0].proposals}, message: {message(found[0].temuan)}"
    return ""


def in_company() -> Iterator[list[Slip]]:
    """The slips in as many copies as it takes to have one in a paragraph, and no more than a dozen in a copy."""
    left = list(SEMAI)
    while left:
        group: dict[int, Slip] = {}
        for slip in left:
            if slip[0] == left[0][0] and slip[2] and len(group) < 12:
                group.setdefault(place_of(slip), slip)
        chosen = list(group.values()) or left[:1]
        left = [slip for slip in left if slip not in chosen]
        yield chosen


@pytest.fixture(scope="module")
def told_of(tmp_path_factory: pytest.TempPathFactory) -> Callable[[Slip], Told]:
    """What is told of a slip: in a copy with others where each of them is told as promised, else in one of its own.

    Some slips hide others, as a loop without its end does; none of those is judged in company.
    """
    folder = tmp_path_factory.mktemp("semai")
    groups = {slip: group for group in in_company() for slip in group}
    known: dict[Slip, Told] = {}

    def examine_all(slips: list[Slip]) -> None:
        name = slips[0][0]
        found = examine_template(sown(slips, folder / f"{name}.docx"), kind_for(JENIS[name])).temuan
        own = {slip: tuple(entry for entry in found if entry.place.paragraph == place_of(slip)) for slip in slips}
        if len(slips) == 1:
            known[slips[0]] = found
        elif len(found) == len(slips) and not any(fault_of_promise(slip, told) for slip, told in own.items()):
            known.update(own)
        else:
            examine_all(slips[: len(slips) // 2])
            examine_all(slips[len(slips) // 2 :])

    def told(slip: Slip) -> Told:
        if slip not in known:
            examine_all(groups[slip])
        return known[slip]

    return told


@pytest.mark.parametrize("slip", SEMAI, ids=[f"{s[2]}-{s[3]}" for s in SEMAI])
def test_sown_fault_is_one_finding_at_its_place_with_the_right_proposal_first(
    told_of: Callable[[Slip], Told], slip: Slip
) -> None:
    assert fault_of_promise(slip, told_of(slip)) == ""


def test_enough_faults_are_sown() -> None:
    assert len(SEMAI) >= 120
    assert len(set(SEMAI)) == len(SEMAI)


@pytest.mark.parametrize("name", JENIS)
def test_shipped_templates_are_without_fault(name: str) -> None:
    assert examine_template(TEMPLATES / f"{name}.docx", kind_for(JENIS[name])).temuan == ()


# Small templates: a text is a paragraph, a list of lists a table (``\n`` parts the paragraphs of a cell), a function
# does as it likes; "# " makes a heading.


Isi_ = str | list[list[str]] | Callable[[object], None]


@functools.cache
def dasar() -> bytes:
    """An empty document with the few styles that are used: the check reads all of them each time."""
    doc = docx.Document()
    for style in list(doc.styles.element):
        if style.tag != qn("w:style") or style.get(qn("w:styleId")) not in ("Normal", "Heading1", "Header", "Footer"):
            doc.styles.element.remove(style)
    stream = io.BytesIO()
    doc.save(stream)
    return stream.getvalue()


def tulis(path: Path, *isi: Isi_) -> Path:
    """A template of these pieces."""
    doc = docx.Document(io.BytesIO(dasar()))
    for piece in isi:
        if isinstance(piece, str):
            if piece.startswith("# "):
                doc.add_heading(piece[2:], 1)
            else:
                doc.add_paragraph(piece)
        elif isinstance(piece, list):
            table = doc.add_table(len(piece), len(piece[0]))
            for row, texts in zip(table.rows, piece, strict=True):
                for cell, text in zip(row.cells, texts, strict=True):
                    first, *more = text.split("\n")
                    cell.text = first
                    for line in more:
                        cell.add_paragraph(line)
        else:
            piece(doc)
    doc.save(str(path))
    return path


def periksa(tmp_path: Path, *isi: Isi_) -> TemplateExamination:
    return examine_template(tulis(tmp_path / "uji.docx", *isi), kind_for(Isi))


def potongan(*teks: str) -> Callable[[object], None]:
    """A paragraph of several runs."""

    def add(doc: object) -> None:
        paragraph = doc.add_paragraph()  # type: ignore[attr-defined]
        for text in teks:
            paragraph.add_run(text)

    return add


def xml(isi: str) -> Callable[[object], None]:
    """A piece of XML at the end of the body."""

    def add(doc: object) -> None:
        body = doc.element.body  # type: ignore[attr-defined]
        body.insert(len(body) - 1, parse_xml(isi))

    return add


def bagian(nama: str, teks: str) -> Callable[[object], None]:
    def add(doc: object) -> None:
        getattr(doc.sections[0], nama).paragraphs[0].text = teks  # type: ignore[attr-defined]

    return add


def run(teks: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{teks}</w:t></w:r>'


def paragraf(*isi: str) -> Callable[[object], None]:
    return xml(f"<w:p {W}>{''.join(isi)}</w:p>")


def kepala_pertama(doc: object) -> None:
    section = doc.sections[0]  # type: ignore[attr-defined]
    section.different_first_page_header_footer = True
    section.first_page_header.paragraphs[0].text = "{{ judl }}"


def singkat(entry: TemplateFinding) -> tuple[str, str, str]:
    """Code, place and first proposal."""
    return entry.temuan.kode, str(entry.place), entry.proposals[0] if entry.proposals else ""


KOTAK_TEKS = (
    f'<w:p {W} xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
    ' xmlns:v="urn:schemas-microsoft-com:vml"><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>'
    "<w:txbxContent><w:p><w:r><w:t>X {{ judl }}</w:t></w:r></w:p></w:txbxContent></wps:txbx></w:drawing></mc:Choice>"
    "<mc:Fallback><w:pict><v:textbox><w:txbxContent><w:p><w:r><w:t>X {{ judl }}</w:t></w:r></w:p></w:txbxContent>"
    "</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>"
)
TERIKAT = '<w:sdtPr><w:dataBinding w:xpath="/a" w:storeItemID="{1}"/></w:sdtPr>'
ULANG = "{%tr for s in daftar_sasaran %}"
T1 = "isi, tabel 1 baris"

# Name, pieces, and the findings: code, place, first proposal.
KECIL: list[tuple[str, tuple[Isi_, ...], list[tuple[str, str, str]]]] = [
    ("tr closed by p", ([[ULANG], ["{{ s.sasaran }}"], ["{%p endfor %}"]],),
     [("T03", f"{T1} 3 kolom 1", "{%tr endfor %}")]),
    ("p closed by tr", ([["{%p for s in daftar_sasaran %}"], ["{{ s.sasaran }}"], ["{%tr endfor %}"]],),
     [("T03", f"{T1} 1 kolom 1", ULANG)]),
    ("p over rows", ([["{%p for s in daftar_sasaran %}"], ["{{ s.sasaran }}"], ["{%p endfor %}"]],),
     [("T03", f"{T1} 1 kolom 1", ULANG)]),
    ("no prefix over rows", ([["{% for s in daftar_sasaran %}"], ["{{ s.sasaran }}"], ["{% endfor %}"]],),
     [("T03", f"{T1} 1 kolom 1", ULANG)]),
    ("no prefix over cells", ([["{% for s in daftar_sasaran %}{{ s.sasaran }}", "x{% endfor %}"]],),
     [("T03", f"{T1} 1 kolom 1", "{%tc for s in daftar_sasaran %}")]),
    ("if over cells", ([["{% if judul %}a", "b{% endif %}"]],), [("T03", f"{T1} 1 kolom 1", "{%tc if judul %}")]),
    ("two p in a paragraph", ("{%p if judul %} ya {%p endif %}",), [("T03", "isi", "{% if judul %}")]),
    ("two tr in a row", ([[ULANG + "{{ s.sasaran }}", "{%tr endfor %}"]],), [("T03", f"{T1} 1 kolom 1", ULANG)]),
    ("text beside p", ("{%p if judul %} hilang", "{%p endif %}"), [("T03", "isi", "{% if judul %}")]),
    ("tr outside a table", (ULANG, "{{ s.sasaran }}", "{%tr endfor %}"),
     [("T03", "isi", "{%p for s in daftar_sasaran %}")]),
    ("loop ends outside its table", ([[ULANG], ["{{ s.sasaran }}"]], "{%p endfor %}"), [("T03", "isi", "")]),
    ("condition ends in a table", ("{%p if judul %}", [["a"], ["{%p endif %}"]]), [("T03", f"{T1} 2 kolom 1", "")]),
    ("condition ends outside its cell", ([["{%p if judul %}\nx"]], "{%p endif %}"), [("T03", "isi", "")]),
    ("loop over two tables", ([[ULANG], ["{{ s.sasaran }}"]], "x", [["a"], ["{%tr endfor %}"]]),
     [("T03", "isi, tabel 2 baris 2 kolom 1", "")]),
    ("vm outside a loop", ([["{% vm %}{{ judul }}"]],), [("T03", f"{T1} 1 kolom 1", "")]),
    ("vm outside a table", ("{% for s in daftar_sasaran %}{% vm %}{{ s.sasaran }}{% endfor %}",), [("T03", "isi", "")]),
    ("name after its loop", ("{%p for s in daftar_sasaran %}", "{{ s.sasaran }}", "{%p endfor %}", "{{ s.sasaran }}"),
     [("T04", "isi", "{% for s in daftar_sasaran %}{{ s.sasaran }}{% endfor %}")]),
    ("row outside its loop", ([[ULANG], ["{%tr endfor %}"], ["{{ s.sasaran }}"]],),
     [("T03", f"{T1} 2 kolom 1", "")]),
    ("inner endfor missing", ([[ULANG], ["{%tr for i in s.daftar_indikator %}"], ["{{ i.target }}"], ["{%tr endfor %}"]],),
     [("T03", f"{T1} 1 kolom 1", "{%tr endfor %}")]),
    ("header", (bagian("header", "{{ judul"),), [("T03", "kepala halaman", "{{ judul }}")]),
    ("footer", (bagian("footer", "{{ pihak_pertama.nm }}"),), [("T04", "kaki halaman", "pihak_pertama.nama")]),
    ("text box, kept twice", (xml(KOTAK_TEKS),), [("T04", "isi (kotak teks)", "judul")]),
    ("property", (lambda doc: setattr(doc.core_properties, "title", "PK {{ judl }}"),),  # type: ignore[attr-defined]
     [("T04", "properti dokumen", "judul")]),
    ("below a heading", ("# BAB I Pendahuluan", "teks", "{{ judl }}"),
     [("T04", "isi, di bawah judul «BAB I Pendahuluan»", "judul")]),
    ("below capitals", ("LAMPIRAN", "teks", "{{ judl }}"), [("T04", "isi, di bawah judul «LAMPIRAN»", "judul")]),
    ("split over runs", (potongan("{", "{ jud", "ull }", "}"),), [("T04", "isi", "judul")]),
    ("no-break space after the prefix", ("{%p\u00a0if judul %}", "a", "{%p endif %}"), [("T03", "isi", "{%p if judul %}")]),
    ("zero-width character between braces", ("{\u200b{ judul }}",), [("T03", "isi", "{{ judul }}")]),
    ("quotes of two kinds", ("{{ judul|default(\"-') }}",), [("T03", "isi", "{{ judul|default('-') }}")]),
    ("guillemets", ("{{ judul|default(«-») }}",), [("T03", "isi", '{{ judul|default("-") }}')]),
    ("dash for minus", ("{% for t in daftar_tahun %}{{ loop.index–1 }}{% endfor %}",), [("T03", "isi", "{{ loop.index-1 }}")]),
    ("name of the loop", ("{% for t in daftar_tahun %}{{ loop.indeks }}{% endfor %}",), [("T04", "isi", "loop.index")]),
    ("field of a list", ("{{ daftar_sasaran.sasaran }}",),
     [("T04", "isi", "{% for s in daftar_sasaran %}{{ s.sasaran }}{% endfor %}")]),
    ("field inside two lists", ("{{ indikator }}",),
     [("T04", "isi", "{% for s in daftar_sasaran %}{% for i in s.daftar_indikator %}{{ i.indikator }}{% endfor %}"
       "{% endfor %}")]),
    ("assignment", ("{% if judul = 'x' %}a{% endif %}",), [("T03", "isi", "{% if judul == 'x' %}")]),
    ("filter short of a word", ("{{ judul|replace('a') }}",), [("T03", "isi", "")]),
    ("unknown test", ("{% if judul is definedd %}a{% endif %}",), [("T03", "isi", "{% if judul is defined %}")]),
    ("include", ("{% include 'x' %}",), [("T05", "isi", "")]),
    ("attribute of Python", ("{{ judul.__class__.__mro__ }}",), [("T05", "isi", "")]),
    ("half in a link", (paragraf(run("{{ ju"), f'<w:hyperlink w:anchor="x">{run("dul }}")}</w:hyperlink>'),),
     [("T03", "isi", "{{ judul }}")]),
    ("condition ends in a link",
     (paragraf(run("{% if judul %}a"), f'<w:hyperlink w:anchor="x">{run("b{% endif %}")}</w:hyperlink>'),),
     [("T03", "isi", "")]),
    ("bound content control", (xml(f"<w:sdt {W}>{TERIKAT}<w:sdtContent><w:p>{run('{{ judul }}')}</w:p></w:sdtContent>"
                                   "</w:sdt>"),), [("T03", "isi", "")]),
    ("bound control in a paragraph",
     (paragraf(f"<w:sdt>{TERIKAT}<w:sdtContent>{run('{{ judul }}')}</w:sdtContent></w:sdt>"),), [("T03", "isi", "")]),
    ("field code split", (paragraf('<w:r><w:instrText>HYPERLINK "{{ ju</w:instrText></w:r>',
                                   '<w:r><w:instrText>dul }}"</w:instrText></w:r>'),), [("T03", "isi", "")]),
    ("hyphen that does not break",
     (paragraf("<w:r><w:t>{% if judul == 'a</w:t><w:noBreakHyphen/><w:t>b' %}x{% endif %}</w:t></w:r>"),),
     [("T03", "isi", "{% if judul == 'a-b' %}")]),
    ("over two paragraphs", ("{{ judul", "}} lanjut"), [("T03", "isi", "{{ judul }}")]),
    ("comment without end", ("{# catatan", "x"), [("T03", "isi", "{# catatan #}")]),
    ("braces of other programs", ("[[judul]]", "<<pihak_pertama.nama>>", "${judul}", "«judul»"),
     [("T03", "isi", "{{ judul }}"), ("T03", "isi", "{{ pihak_pertama.nama }}"), ("T03", "isi", "{{ judul }}"),
      ("T03", "isi", "{{ judul }}")]),
    ("two faults in a paragraph", ("{{ judl }} dan {{ pihak_pertama.nmaa }}",),
     [("T04", "isi", "judul"), ("T04", "isi", "pihak_pertama.nama")]),
    ("words of another language", ("{% if judul dan pihak_pertama.nama %}a{% endif %}", "{% if judul && daftar_tahun %}b{% endif %}"),
     [("T03", "isi", "{% if judul and pihak_pertama.nama %}"), ("T03", "isi", "{% if judul and daftar_tahun %}")]),
    ("else with a condition", ("{% if judul %}a{% else judul == 'b' %}b{% endif %}",),
     [("T03", "isi", "{% elif judul == 'b' %}")]),
    ("end with more", ("{% if judul %}a{% endif judul %}",), [("T03", "isi", "{% endif %}")]),
    ("set without sign", ("{% set x 5 %}{{ x }}",), [("T03", "isi", "{% set x = 5 %}")]),
    ("braces in braces", ("{{ {{ judul }} }}",), [("T03", "isi", "{{ judul }}")]),
    ("opened twice", ("{{ judul {{ pihak_pertama.nama }}",), [("T03", "isi", "{{ judul }}")]),
    ("statement closed by one brace", ("{% if judul }ya{% endif %}",), [("T03", "isi", "{% if judul %}")]),
    ("blank inside a closer", ("{% if judul % }ya{% endif %}",), [("T03", "isi", "{% if judul %}")]),
    ("value in statement braces", ("{% judul %}",), [("T03", "isi", "{{ judul }}")]),
    ("elif after else", ("{% if judul %}a{% else %}b{% elif judul %}c{% endif %}",), [("T03", "isi", "")]),
    ("two else", ("{% if judul %}a{% else %}b{% else %}c{% endif %}",), [("T03", "isi", "")]),
    ("statement in single braces", ("{for s in daftar_sasaran}x{endfor}",),
     [("T03", "isi", "{% for s in daftar_sasaran %}"), ("T03", "isi", "{% endfor %}")]),
    ("words after a name", ("{{ judul yang panjang }}",), [("T03", "isi", "{{ judul }}")]),
    ("function for filter", ("{{ len(daftar_sasaran) }}",), [("T04", "isi", "{{ daftar_sasaran|length }}")]),
    ("attribute for filter", ("{{ daftar_sasaran.length }}",), [("T04", "isi", "{{ daftar_sasaran|length }}")]),
    ("method not called", ("{{ judul.upper }}",), [("T03", "isi", "{{ judul|upper }}")]),
    ("end before its beginning", ([["{%tr endfor %}"], ["{{ s.sasaran }}"], [ULANG]],), [("T03", f"{T1} 1 kolom 1", "")]),
    ("end twice", ([[ULANG], ["{{ s.sasaran }}"], ["{%tr endfor %}"], ["{%tr endfor %}"]],), [("T03", f"{T1} 4 kolom 1", "")]),
    ("colour without quotes", ([["{% cellbg #FF0000 %}x"]],), [("T03", f"{T1} 1 kolom 1", "{% cellbg 'FF0000' %}")]),
    ("cell loop without end", ([["{%tc for t in daftar_tahun %}", "{{ t }}", "x"]],),
     [("T03", f"{T1} 1 kolom 1", "{%tc endfor %}")]),
    ("first page header", (kepala_pertama,), [("T04", "kepala halaman (halaman pertama)", "judul")]),
    ("loop over a wrong list", ("{% for s in pihak_pertama.nama %}{{ s.x }}{% endfor %}",), [("T03", "isi", "")]),
    ("list by a comma", ("{{ judul, pihak_pertama.nama }}",), [("T03", "isi", "{{ judul }}, {{ pihak_pertama.nama }}")]),
    ("list in brackets", ("{{ [judul] }}",), [("T03", "isi", "{{ judul }}")]),
    ("dictionary", ("{{ {'a': judul} }}",), [("T03", "isi", "")]),
    ("comparison", ("{{ judul == 'x' }}",), [("T03", "isi", "{{ 'ya' if judul == 'x' else 'tidak' }}")]),
    ("comparison by one sign", ("{{ judul = 'x' }}",), [("T03", "isi", "{{ 'ya' if judul == 'x' else 'tidak' }}")]),
    ("test", ("{{ judul is defined }}",), [("T03", "isi", "{{ 'ya' if judul is defined else 'tidak' }}")]),
    ("yes or no in a text", ("{% for s in daftar_sasaran %}{{ 'Utama: ' ~ s.utama }}{% endfor %}",),
     [("T03", "isi", "{{ 'Utama: ' ~ ('ya' if s.utama else 'tidak') }}")]),
    ("yes or no through a filter", ("{{ daftar_sasaran[0].utama|upper }}",),
     [("T03", "isi", "{{ ('ya' if daftar_sasaran[0].utama else 'tidak')|upper }}")]),
    ("record in a sum of texts", ("{{ judul ~ pihak_pertama }}",), [("T03", "isi", "{{ judul ~ pihak_pertama.nama }}")]),
    ("record or a text", ("{{ pihak_pertama or '-' }}",), [("T03", "isi", "{{ pihak_pertama.nama or '-' }}")]),
    ("record of a list", ("{% for s in daftar_sasaran %}{{ s }}{% endfor %}",), [("T03", "isi", "{{ s.sasaran }}")]),
    ("list through a filter", ("{{ daftar_tahun|upper }}",), [("T03", "isi", "{{ daftar_tahun|join(', ')|upper }}")]),
    ("fields of a list not joined", ("{{ daftar_sasaran|map(attribute='sasaran')|list }}",),
     [("T03", "isi", "{{ daftar_sasaran|map(attribute='sasaran')|join(', ') }}")]),
    ("letters of a text", ("{{ judul|list }}",), [("T03", "isi", "{{ judul }}")]),
    ("words of a text", ("{{ judul.split(' ') }}",), [("T03", "isi", "{{ judul.split(' ')|join(', ') }}")]),
    ("method in a sum of texts", ("{{ judul.upper ~ 'x' }}",), [("T03", "isi", "{{ judul|upper ~ 'x' }}")]),
    ("loop itself", ("{% for t in daftar_tahun %}{{ loop }}{% endfor %}",), [("T03", "isi", "{{ loop.index }}")]),
    ("list named in quotes", ("{{ 'daftar_tahun' }}",), [("T03", "isi", "{{ daftar_tahun|join(', ') }}")]),
    ("tag in quotes", ('{{ "{{ judul }}" }}',), [("T03", "isi", "{{ judul }}")]),
    ("condition with a comma", ("{% if judul, pihak_pertama.nama %}a{% endif %}",),
     [("T03", "isi", "{% if judul and pihak_pertama.nama %}")]),
    ("text compared with a number", ("{% if judul == 5 %}a{% endif %}",), [("T03", "isi", "{% if judul == '5' %}")]),
    ("yes or no compared with a text", ("{% for s in daftar_sasaran %}{% if s.utama == 'ya' %}x{% endif %}{% endfor %}",),
     [("T03", "isi", "{% if s.utama %}")]),
    ("second text without a field", ("{% if judul == 'a' or == 'b' %}x{% endif %}",),
     [("T03", "isi", "{% if judul == 'a' or judul == 'b' %}")]),
    ("two fields with a sign between", ("{{ judul/pihak_pertama.nama }}",), [("T03", "isi", "{{ judul }}/{{ pihak_pertama.nama }}")]),
    ("sign before a field", ("{{ - judul }}",), [("T03", "isi", "{{ judul }}")]),
    ("ends that changed places", ("{%p if judul %}", "{%p for t in daftar_tahun %}", "{{ t }}", "{%p endif %}", "{%p endfor %}"),
     [("T03", "isi", "{%p endfor %}")]),
    ("ends that changed places in a sentence", ("{% if judul %}{% for t in daftar_tahun %}{{ t }}{% endif %}{% endfor %}",),
     [("T03", "isi", "{% endfor %}")]),
    ("end in brackets of its own", ("{% if judul %}a{% endif() %}",), [("T03", "isi", "{% endif %}")]),
    ("number of what is counted", ("{% for s in daftar_sasaran %}{{ no }}{% endfor %}",), [("T04", "isi", "loop.index")]),
    ("size of a list", ("{{ daftar_sasaran.size }}",), [("T04", "isi", "{{ daftar_sasaran|length }}")]),
    ("letter before a name", ("{{ r judul }}",), [("T03", "isi", "{{ judul }}")]),
    ("comment with its end turned", ("{# {{ judul }} }#",), [("T03", "isi", "{# {{ judul }} #}")]),
    ("raised number", ("{{ judul² }}",), [("T03", "isi", "{{ judul }}")]),
    ("wide bracket", ("{{ judul ）}}",), [("T03", "isi", "{{ judul }}")]),
    ("paragraph loop over rows with more in them", ([["{%p for s in daftar_sasaran %}\n{{ s.sasaran }}"], ["{%p endfor %}\nx"]],),
     [("T03", f"{T1} 2 kolom 1", "")]),
]  # fmt: skip


@pytest.mark.parametrize(("isi", "harap"), [kasus[1:] for kasus in KECIL], ids=[kasus[0] for kasus in KECIL])
def test_fault_of_structure_or_place(tmp_path: Path, isi: tuple[Isi_, ...], harap: list[tuple[str, str, str]]) -> None:
    found = periksa(tmp_path, *isi).temuan
    assert [singkat(entry) for entry in found] == harap, [message(entry.temuan) for entry in found]
    for entry in found:
        assert str(entry.place) in message(entry.temuan)


# Good templates, with what those of other projects use. All are filled too: the check lets nothing through that fails.
BAIK: dict[str, tuple[Isi_, ...]] = {
    "rich text": ("Halo {{r judul }} ya {{r judul}}",),
    "subdocument": ("{{p judul }}",),
    "runs": ("{%r if judul %}ada{%r endif %} lain",),
    "paragraphs": ("{%p for s in daftar_sasaran %}", "{{ loop.index }}. {{ s.sasaran }}", "{%p endfor %}"),
    "rows": ([["No", "Sasaran"], [ULANG, ""], ["{{ loop.index }}", "{{ s.sasaran }}"], ["{%tr endfor %}", ""]],),
    "cells": ([["No", "{%tc for t in daftar_tahun %}", "{{ t }}", "{%tc endfor %}"],
               ["1", "{%tc for t in daftar_tahun %}", "{{ t }}", "{%tc endfor %}"]],),
    "spans": ([["{% colspan 2 %}judul", "x"], ["{% cellbg 'FF0000' %}merah", "x"]],),
    "merged cells": ([[ULANG, ""], ["{%tr for i in s.daftar_indikator %}", ""], ["{% vm %}{{ s.sasaran }}", "{{ i.target }}"],
                      ["{%tr endfor %}", ""], ["{%tr endfor %}", ""]],
                     [["{%tc for t in daftar_tahun %}", "{% hm %}x", "{%tc endfor %}"]]),
    "comments": ("{#p catatan #}", "{# isi {{ apa saja }} #}{{ judul }}", "{# awal", "{{ tengah }}", "akhir #}"),
    "dashes": ("My house", "{%- if judul -%}", " in town", "{%- else -%}", " in country", "{%- endif -%}", " end"),
    "braces as text": ("{_{ contoh }_} dan {_% if %_} {{ judul }}",),
    "macro": ("{% macro kotak(x, y='-') %}[{{ x }}{{ y }}]{% endmacro %}{{ kotak(judul) }}{{ kotak(judul, y='+') }}",),
    "namespace": ("{% set ns = namespace(n=0) %}{% for t in daftar_tahun %}{% set ns.n = ns.n + 1 %}{% endfor %}{{ ns.n }}",),
    "set": ("{% set teks %}isi {{ judul }}{% endset %}{{ teks }}{% set a, b = 1, 2 %}{{ a + b }}",),
    "inline if": ("{{ 'ya' if judul else 'tidak' }}{{ judul if judul }}",),
    "loop": ("{% for t in daftar_tahun %}{{ loop.index0 }}{% if not loop.last %}, {% endif %}{{ loop.cycle('a', 'b') }}"
             "{% else %}kosong{% endfor %}",),
    "filters": ("{{ judul|replace('a', 'b')|upper|default('-', true) }}{{ daftar_tahun|join(', ') }}"
                "{{ daftar_sasaran|map(attribute='sasaran')|join('; ') }}"
                "{{ daftar_sasaran|selectattr('utama')|list|length }}",),
    "raw": ("{% raw %}{{ bukan }} {% juga %}{% endraw %}{{ judul }}", "{% raw %}", "{{ bukan }}", "{% endraw %}"),
    "with and call": ("{% with a = judul %}{{ a }}{% endwith %}{% macro m() %}{{ caller() }}{% endmacro %}"
                      "{% call m() %}x{% endcall %}{% filter upper %}a{% endfilter %}",),
    "tests": ("{% if judul is defined and judul is not none and loop is not defined %}x{% endif %}"
              "{% if daftar_tahun|length is even %}g{% endif %}",),
    "filtered loop": ("{% for s in daftar_sasaran if s.utama %}{{ s.sasaran }}{% endfor %}",),
    "pairs": ("{% for a in range(1, 3) %}{{ a }}{% endfor %}{% for k, v in daftar_sasaran|groupby('utama') %}{{ k }}"
              "{% endfor %}",),
    "arithmetic": ("{{ judul ~ ' - ' ~ pihak_pertama.nama }}{{ (1 + 2) * 3 }}{{ 7 // 2 }}{{ 7 % 4 }}",),
    "literals": ("{% if judul in ['a', 'b'] %}x{% endif %}{{ {'a': 1}['a'] }}{{ [1, 2][0] }}{{ judul[0:3] }}",),
    "smart quotes": ("{% if judul == “x” %}a{% endif %}{{ pihak_pertama['nama'] }}{{ judul|default(‘-’) }}",),
    "no-break spaces": ("{{\u00a0judul\u00a0}}{%\u00a0if judul %}a{% endif %}",),
    "condition over paragraphs": ("{% if judul %}a", "b", "c{% endif %}"),
    "paragraphs in a cell": ([["{%p if judul %}\nisi\n{%p else %}\nlain\n{%p endif %}", "x"]],),
    "table in a condition": ("{%p if judul %}", [["a", "b"]], "{%p endif %}"),
    "braces of prose": ("himpunan {a, b} dan { x } serta 100 % } 50% { dan } rumus {1} {n+1} a@b.c << lihat >> [[lampiran 1]]"
                        " ((catatan)) «kutip»",),
    "row with else": ([[ULANG], ["{{ s.sasaran }}"], ["{%tr else %}"], ["kosong"], ["{%tr endfor %}"]],),
    "nested conditions": ("{% if judul %}{% if pihak_pertama.nip %}x{% elif pihak_pertama.nama %}y{% else %}z{% endif %}"
                          "{% else %}w{% endif %}",),
    "logo": ("{% if logo %}{{ logo }}{% endif %}",),
    "methods": ("{{ judul.upper() }}{{ judul.split(' ')[0] }}{% if judul.startswith('J') %}x{% endif %}",),
    "arguments of unknown number": ("{{ judul|replace(*daftar_tahun[:2]) }}{{ judul|default(**{'default_value': '-'}) }}",),
    "our filters": ("{{ judul|huruf_besar }}{{ '1500000'|rupiah }}{{ '2026-01-05'|tanggal }}{{ pihak_pertama.nip|nip }}",),
    "runs, marks and breaks in tags": (
        potongan("{", "{ jud", "ul }", "}"),
        paragraf(run("{{ "), '<w:proofErr w:type="spellStart"/>', run("judul"), run(" }}")),
        paragraf(run("{{ ju"), '<w:bookmarkStart w:id="1" w:name="a"/>', run("dul }}"), '<w:bookmarkEnd w:id="1"/>'),
        paragraf("<w:r><w:t>{{ ju</w:t><w:br/><w:t>dul }}</w:t></w:r>"),
        paragraf(run("{{ "), f'<w:smartTag w:element="x">{run("judul")}</w:smartTag>', run(" }}")),
    ),
    "tracked changes": (
        paragraf(run("a {{ ju"), '<w:del w:id="1" w:author="a"><w:r><w:delText>dl</w:delText></w:r></w:del>',
                 f'<w:ins w:id="2" w:author="a">{run("dul")}</w:ins>', run(" }}")),
        paragraf(run("b"), '<w:del w:id="3" w:author="a"><w:r><w:delText>{%p if x %}</w:delText></w:r></w:del>'),
    ),
    "links, fields and controls": (
        paragraf(f'<w:hyperlink w:anchor="x">{run("{{ judul }}")}</w:hyperlink>'),
        paragraf('<w:r><w:instrText>HYPERLINK "{{ judul }}"</w:instrText></w:r>'),
        paragraf(f"<w:sdt><w:sdtPr/><w:sdtContent>{run('{{ judul }}')}</w:sdtContent></w:sdt>"),
    ),
    "controls of Google Docs": (
        *(xml(f'<w:sdt {W}><w:sdtPr><w:tag w:val="goog_rdk_{number}"/></w:sdtPr><w:sdtContent><w:p>{run(text)}</w:p>'
              "</w:sdtContent></w:sdt>") for number, text in enumerate(("{%p if judul %}", "isi", "{%p endif %}"))),
        paragraf(run("{{ ju"), '<w:sdt><w:sdtPr><w:tag w:val="goog_rdk_9"/></w:sdtPr><w:sdtContent>'
                 f"{run('dul')}</w:sdtContent></w:sdt>", run(" }}")),
    ),
    "yes or no": ("{% for s in daftar_sasaran %}{{ s.utama }} {{ s.utama|default('-') }} {{ not s.utama }} {{ loop.first }}"
                  "{% endfor %}{{ daftar_sasaran[0].utama and 'x' or 'y' }}",),
    "choices by words": ("{{ judul or '-' }}{{ judul == 'x' and 'ya' or 'tidak' }}{% for s in daftar_sasaran %}"
                         "{{ 'ya' if s.utama else 'tidak' }}{% if s.utama == true %}x{% endif %}{% endfor %}",),
    "counts": ("{{ daftar_sasaran|count }}{% if daftar_sasaran|length > 1 %}x{% endif %}{% if judul|length > 3 %}x{% endif %}"
               "{% for t in daftar_tahun %}{% if loop.index == 1 %}{{ loop.index + 1 }}{% endif %}{% endfor %}",),
    "lists put into words": ("{{ daftar_sasaran|map(attribute='sasaran')|join(', ') }}{{ daftar_tahun[-1] }}"
                             "{{ daftar_tahun[:2]|join(' dan ') }}{{ daftar_tahun|reverse|join('/') }}",),
    "texts in lists": ("{% if judul in ('a', 'b') %}x{% elif judul not in ['c'] %}y{% endif %}"
                       "{% if 'a' in judul or judul == 'b' %}z{% endif %}{% for x in 'a', 'b' %}{{ x }}{% endfor %}",),
    "list of one's own": ("{% set hari = ['Senin', 'Selasa'] %}{{ hari[0] }}{{ hari|join(', ') }}"
                          "{% set ada = judul == 'x' %}{% if ada %}a{% endif %}",),
    "names in prose": ("berkas nama.docx, kepala@dinas.go.id, s.d. 2026, pihak_pertama, www.a.id/pihak_pertama.nama (a.n. Bupati)"
                       " [isi di sini] <catatan>",),
    "names in comments": ("{# pihak_pertama.nama #}{{ judul }}", "{% raw %}pihak_pertama.nama{% endraw %}",
                          "{_{ pihak_pertama.nama }_}", "{# awal", "pihak_pertama.nama", "akhir #}"),
    "names as texts": ("{{ 'nama' }}{{ 'Nama: ' ~ pihak_pertama.nama }}{{ judul|default('tahun') }}",),
    "brackets around tags": ("{ {% if judul %}a{% endif %}}", "({{ judul }})(%) dan <%", "{{ judul }}% dari {1} % }"),
    "colons as in Python": ("{% if judul: %}a{% else: %}b{% endif %}",),
    "loops side by side": ("{%p for s in daftar_sasaran %}", "{{ s.sasaran }}", "{%p endfor %}",
                           "{%p for s in daftar_sasaran %}", "{{ loop.index }} {{ s.sasaran }}", "{%p endfor %}"),
    "paragraph loop in a row loop": ([[ULANG, ""], ["{{ s.sasaran }}", "{%p for u in s.daftar_indikator %}\n{{ u.target }}\n"
                                      "{%p endfor %}"], ["{%tr endfor %}", ""]],),
    "else between paragraphs": ("{%p if judul %}", "{%p for s in daftar_sasaran %}", "{{ s.sasaran }}", "{%p endfor %}",
                                "{%p else %}", "x", "{%p endif %}"),
    "parts of a text": ("{{ judul[:1] }}{{ pihak_pertama.nip[-4:] }}{{ judul.split(' ')[0] }}"
                        "{{ judul.split(' ')|join('-') }}{{ 'x' if judul.endswith('b') else 'y' }}",),
    "macro by names": ("{% macro baris(label, isi) %}{{ label }}: {{ isi }}{% endmacro %}"
                       "{{ baris(label='x', isi=judul) }}",),
    "header": (bagian("header", "{% for t in daftar_tahun %}{{ t }} {% endfor %}"),),
}  # fmt: skip


@pytest.mark.parametrize("nama", BAIK)
def test_good_template_has_no_finding_and_can_be_filled(tmp_path: Path, nama: str) -> None:
    path = tulis(tmp_path / "uji.docx", *BAIK[nama])
    found = examine_template(path, kind_for(Isi)).temuan
    carried = ["T16"] * (nama == "tracked changes")
    assert [entry.temuan.kode for entry in found] == carried
    catatan = FindingLog()
    form = word.compile_template(path, kind_for(Isi), None, catatan)
    assert form is not None
    made = docx.Document(io.BytesIO(word.fill(form, ISI, "satu.docx", catatan)))
    assert [finding.kode for finding in catatan] == carried
    assert made.element.body is not None


# The form that the regulations want


def tanpa(kata: str, ke: int = 1, unsur: str = "w:p") -> Callable[[etree._Element], None]:
    """Take a paragraph or row away that holds a text."""

    def change(body: etree._Element) -> None:
        with_it = [node for node in body.iter(qn(unsur)) if kata in "".join(t.text or "" for t in node.iter(qn("w:t")))]
        remove(with_it[ke - 1])

    return change


def ganti(lama: str, baru: str = "", ke: int = 0) -> Callable[[etree._Element], None]:
    """Replace a text everywhere, or in one of its occurrences."""

    def change(body: etree._Element) -> None:
        texts = [text for text in body.iter(qn("w:t")) if lama in (text.text or "")]
        assert texts, lama
        for text in texts[ke - 1 : ke] if ke else texts:
            text.text = (text.text or "").replace(lama, baru)

    return change


def tanpa_tabel(ke: int) -> Callable[[etree._Element], None]:
    def change(body: etree._Element) -> None:
        table = list(body.iter(qn("w:tbl")))[ke - 1]
        table.getparent().remove(table)  # type: ignore[union-attr]

    return change


BENTUK: list[tuple[str, Callable[[etree._Element], None], list[tuple[str, str]]]] = [
    ("pk", tanpa("Pihak pertama berjanji"), [("T10", "paragraf janji pihak pertama")]),
    ("pk", ganti("Keberhasilan dan kegagalan pencapaian target kinerja tersebut menjadi tanggung jawab kami."),
     [("T10", "kalimat tanggung jawab pihak pertama")]),
    ("pk", tanpa("Pihak kedua akan melakukan"), [("T10", "kalimat supervisi pihak kedua")]),
    ("pk", tanpa("Dalam rangka mewujudkan manajemen"), [("T11", "kalimat pembuka")]),
    ("pk", tanpa("selanjutnya disebut pihak pertama"), [("T11", "sebutan pihak pertama")]),
    ("pk", tanpa("selanjutnya disebut pihak kedua"), [("T11", "sebutan pihak kedua")]),
    ("pk", tanpa("{{ pihak_pertama.nama }}"), [("T10", "nama pihak pertama pada Pernyataan")]),
    ("pk", tanpa("{{ pihak_kedua.jabatan }}"), [("T10", "jabatan pihak kedua pada Pernyataan")]),
    ("pk", tanpa_tabel(2), [("T10", "blok tanda tangan kedua pihak pada Pernyataan")]),
    ("pk", tanpa("{{ pihak_kedua.nama_cetak }}"), [("T10", "tanda tangan pihak kedua pada Pernyataan")]),
    ("pk", tanpa("{{ pihak_kedua.nama_cetak }}", 2, "w:tr"), [("T10", "blok tanda tangan kedua pihak pada Lampiran")]),
    ("pk", tanpa_tabel(3), [("T10", "tabel sasaran dan target")]),
    ("pk", ganti("{{ i.target }}"), [("T10", "isi kolom Target pada tabel sasaran dan target")]),
    ("pk", ganti("Indikator Kinerja", "X"), [("T10", "judul kolom Indikator Kinerja pada tabel sasaran dan target")]),
    ("pk", ganti("{{ a.anggaran }}"), [("T11", "isi kolom Anggaran pada tabel program dan anggaran")]),
    ("pk", tanpa("{{ tempat }}, {{ tanggal }}"), [("T11", "tempat dan tanggal pada Pernyataan")]),
    ("pk", tanpa("{{ tempat }}, {{ tanggal }}", 2), [("T11", "tempat dan tanggal pada Lampiran")]),
    ("pk", ganti("PERJANJIAN KINERJA {%", "SURAT {%"), [("T11", "judul PERJANJIAN KINERJA")]),
    ("pk", ganti("{{ tahun }}", "2026"), [("T11", "tahun PK")]),
    ("renstra", tanpa("PENUTUP"), [("T11", "Bab Penutup")]),
    ("renstra", tanpa("GAMBARAN PELAYANAN"), [("T11", "Bab Gambaran Pelayanan")]),
    ("renstra", tanpa_tabel(23), [("T11", "tabel indikator kinerja utama")]),
    ("renstra", ganti("Maksud dan Tujuan", "X"), [("T11", "subbab 1.3 Maksud dan Tujuan")]),
    ("renstra", ganti("3.1 Tujuan dan Sasaran Renstra Perangkat Daerah", "3.1 X"),
     [("T11", "subbab 3.1 Tujuan dan Sasaran Renstra Perangkat Daerah")]),
    ("renstra", ganti("{{ r.faktor_eksternal }}"), [("T11", "isi kolom Faktor Eksternal pada tabel permasalahan pelayanan")]),
    ("renstra", ganti("{{ r.arah_kebijakan }}"), [("T11", "isi kolom Arah Kebijakan pada tabel strategi dan arah kebijakan")]),
]  # fmt: skip


def berubah(tmp_path: Path, name: str, change: Callable[[etree._Element], None]) -> tuple[TemplateFinding, ...]:
    doc = docx.Document(str(TEMPLATES / f"{name}.docx"))
    change(doc.element.body)
    doc.save(str(tmp_path / f"{name}.docx"))
    return examine_template(tmp_path / f"{name}.docx", kind_for(JENIS[name])).temuan


@pytest.mark.parametrize(("name", "change", "harap"), BENTUK, ids=[kasus[2][0][1] for kasus in BENTUK])
def test_missing_part_of_the_form_is_one_finding(
    tmp_path: Path, name: str, change: Callable[[etree._Element], None], harap: list[tuple[str, str]]
) -> None:
    found = berubah(tmp_path, name, change)
    assert [(entry.temuan.kode, dict(entry.temuan.details)["apa"]) for entry in found] == harap
    assert found[0].place.paragraph >= 0


def hanya_bila(syarat: str) -> Callable[[etree._Element], None]:
    """Print the signatures of the Lampiran only under a condition."""

    def change(body: etree._Element) -> None:
        table = list(body.iter(qn("w:tbl")))[-1]
        text = next(node for node in body.iter(qn("w:p")) if teks(node) == "{%p endif %}")
        for tag, put in ((f"{{%p if {syarat} %}}", table.addprevious), ("{%p endif %}", table.addnext)):
            copied = copy.deepcopy(text)
            next(copied.iter(qn("w:t"))).text = tag
            put(copied)

    return change


def test_a_signature_in_one_branch_only_says_for_which_documents_it_is_missing(tmp_path: Path) -> None:
    (without,) = berubah(tmp_path, "pk", hanya_bila("daftar_anggaran"))
    (with_budget,) = berubah(tmp_path, "pk", hanya_bila("not daftar_anggaran"))
    assert "untuk PK tanpa anggaran" in message(without.temuan)
    assert "untuk PK yang mempunyai anggaran" in message(with_budget.temuan)


def bersyarat(kata: str, *tags: str) -> Callable[[etree._Element], None]:
    """Put tags around a paragraph that holds a text; an empty one stands for the paragraph."""

    def change(body: etree._Element) -> None:
        node = next(node for node in body.iter(qn("w:p")) if kata in teks(node))
        for tag in tags:
            copied = copy.deepcopy(node)
            for number, text in enumerate(copied.iter(qn("w:t")) if tag else ()):
                text.text = tag if number == 0 else ""
            node.addprevious(copied)
        node.getparent().remove(node)  # type: ignore[union-attr]

    return change


@pytest.mark.parametrize(
    ("tags", "untuk"),
    [
        (("{%p if jenis_pk == 'jpt' %}", "", "{%p endif %}"), "PK Ess 3, Sub Koordinator/JF, JF/JP"),
        (("{%p if jenis_pk != 'jpt' %}", "", "{%p endif %}"), "PK JPT"),
        (("{%p if jenis_pk in ['jpt', 'ess-3'] %}", "", "{%p endif %}"), "PK Sub Koordinator/JF, JF/JP"),
        (("{%p if jenis_pk not in ['jpt', 'ess-3'] %}", "", "{%p endif %}"), "PK JPT, Ess 3"),
        (("{%p if jenis_pk == 'jpt' %}", "{%p elif jenis_pk in ['jpt', 'ess-3'] %}", "", "{%p else %}", "", "{%p endif %}"),
         "PK JPT"),
        (("{%p if jenis_pk == 'jpt' and daftar_anggaran %}", "", "{%p else %}", "", "{%p endif %}"), None),
        (("{%p if jenis_pk == 'jpt' or daftar_anggaran %}", "{%p else %}", "", "{%p endif %}"), ""),
        (("{%p if not (jenis_pk == 'jpt') %}", "", "{%p endif %}"), "PK JPT"),
        (("{%p if nomor %}", "", "{%p endif %}"), None),  # depends on more than the kind
    ],
)  # fmt: skip
def test_conditions_on_the_kind_are_followed_branch_by_branch(
    tmp_path: Path, tags: tuple[str, ...], untuk: str | None
) -> None:
    found = berubah(tmp_path, "pk", bersyarat("Pihak pertama berjanji", *tags))
    said = [str(dict(entry.temuan.details)["untuk"]) for entry in found]
    assert said == ([] if untuk is None else [f" untuk {untuk}" if untuk else ""])


# Tags that were moved away from what they belong to


def teks(node: etree._Element) -> str:
    return "".join(text.text or "" for text in node.iter(qn("w:t"))).strip()


def sel(tabel: int, baris: int, kolom: int) -> Callable[[etree._Element], etree._Element]:
    """The first paragraph of a cell."""

    def find(body: etree._Element) -> etree._Element:
        row = list(body.iter(qn("w:tbl")))[tabel - 1].findall(qn("w:tr"))[baris - 1]
        return row.findall(qn("w:tc"))[kolom - 1].findall(qn("w:p"))[0]

    return find


def baris(tabel: int, nomor: int) -> Callable[[etree._Element], etree._Element]:
    return lambda body: list(body.iter(qn("w:tbl")))[tabel - 1].findall(qn("w:tr"))[nomor - 1]


def sesudah_tabel(nomor: int) -> Callable[[etree._Element], etree._Element]:
    return lambda body: list(body.iter(qn("w:tbl")))[nomor - 1].getnext()  # type: ignore[return-value]


# Template, the tag, which of those alike, to before what, and what is said: of which tag, and what it names.
PINDAH: list[tuple[str, str, int, Callable[[etree._Element], etree._Element], str, str]] = [
    ("pk", "{%p endif %}", 5, sesudah_tabel(2), "{%p endif %}", "{%p if perangkat_daerah.alamat"),
    ("pk", "{%p endif %}", 8, sel(3, 1, 1), "{%p endif %}", "{%p if nomor %}"),
    ("pk", "{%p if nomor %}", 1, sel(1, 4, 1), "{%p if nomor %}", "{%p endif %}"),
    ("pk", "{%p if perangkat_daerah.alamat", 1, sel(1, 1, 1), "{%p if perangkat_daerah.alamat", "{%p endif %}"),
    ("pk", "{%tr endfor %}", 2, sesudah_tabel(3), "{%tr endfor %}", "{%tr for s in daftar_sasaran %}"),
    ("pk", "{%tr for s in daftar_sasaran %}", 1, baris(4, 1), "{%tr for s in", "{%tr endfor %}"),
    ("pk", "{%tr for s in daftar_sasaran %}", 1, baris(2, 1), "{%tr for s in", "{%tr endfor %}"),
    ("pk", "{%tr for s in daftar_sasaran %}", 1, lambda body: list(body.iter(qn("w:tbl")))[2], "{%tr for s in",
     "{%tr endfor %}"),
    ("pk", "{%tr for i in s.daftar_indikator %}", 1, baris(4, 2), "{%tr for i in", "{%tr endfor %}"),
    ("pk", "{%tr for i in s.daftar_indikator %}", 1, baris(3, 3), "{%tr for i in", "{%tr for s in daftar_sasaran %}"),
    ("pk", "{%tr for s in daftar_sasaran %}", 1, baris(3, 6), "{%tr for s in", "{%tr endfor %}"),
    ("pk", "{%tr for s in daftar_sasaran %}", 1, baris(3, 14), "{%tr for s in", "{%tr endfor %}"),
    ("pk", "{%tr endfor %}", 1, baris(3, 4), "{%tr endfor %}", "{%tr for s in daftar_sasaran %}"),
    ("pk", "{%tr endfor %}", 1, baris(3, 17), "{%tr endfor %}", "{%tr for i in s.daftar_indikator %}"),
    ("pk", "{%tr endfor %}", 3, baris(4, 3), "{%tr endfor %}", "{%tr for a in daftar_anggaran %}"),
    ("pk", "{%tr endfor %}", 3, baris(4, 7), "{%tr endfor %}", "{%tr for a in daftar_anggaran %}"),
    ("pk", "{%tr else %}", 2, baris(4, 2), "{%tr else %}", ""),
    ("renstra", "{%p for i in r.daftar_indikator %}", 1, sel(14, 4, 3), "{%p for i in", "{%p endfor %}"),
    ("renstra", "{%p for i in r.daftar_indikator %}", 1, sel(14, 2, 1), "{%p for i in", "{%p endfor %}"),
    ("renstra", "{%tr for r in daftar_isu %}", 1, baris(21, 2), "{%tr for r in daftar_isu", "{%tr endfor %}"),
    ("renstra", "{%tr endfor %}", 8, baris(11, 3), "{%tr endfor %}", "{%tr for r in"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "tag", "ke", "tujuan", "di", "milik"), PINDAH,
                         ids=[f"{kasus[1]}-{number}" for number, kasus in enumerate(PINDAH)])  # fmt: skip
def test_moved_tag_is_one_finding_that_names_it_and_what_it_belongs_to(
    tmp_path: Path,
    name: str,
    tag: str,
    ke: int,
    tujuan: Callable[[etree._Element], etree._Element],
    di: str,
    milik: str,
) -> None:
    def change(body: etree._Element) -> None:
        place = tujuan(body)
        unit = "w:tr" if place.tag == qn("w:tr") else "w:p"
        node = [node for node in body.iter(qn(unit)) if teks(node).startswith(tag)][ke - 1]
        row, cell = node.getparent(), node.getparent().tag == qn("w:tc")  # type: ignore[union-attr]
        if cell and row is not None and len(row.findall(qn("w:p"))) == 1:
            node.addprevious(etree.SubElement(row, qn("w:p")))
        place.addprevious(node)

    (fault,) = berubah(tmp_path, name, change)
    assert fault.place.sentence.startswith(di)
    assert milik in message(fault.temuan)


SAMA = {
    "kesatu": [ganti("pihak pertama", "Pihak Kesatu"), ganti("Pihak pertama", "PIHAK KESATU")],
    "langsung": [ganti("selaku atasan pihak pertama", "selaku atasan langsung PIHAK PERTAMA")],
    "punctuation": [ganti("efektif, transparan dan akuntabel", "efektif,  transparan, dan akuntabel")],
    "longer": [ganti("Pihak pertama berjanji", "Pihak Pertama pada tahun {{ tahun }} ini berjanji")],
    "sebagai": [ganti("selanjutnya disebut pihak kedua", "selanjutnya disebut sebagai Pihak Kedua")],
    "columns": [ganti("Sasaran Program", "Sasaran"), ganti("Indikator Kinerja", "INDIKATOR KINERJA UTAMA")],
}


def test_a_loop_that_is_gone_with_its_end_is_one_finding(tmp_path: Path) -> None:
    def change(body: etree._Element) -> None:
        rows = [
            row
            for row in body.iter(qn("w:tr"))
            if "{%tr for a in daftar_anggaran %}" in "".join(map(str, row.itertext()))
        ]
        table = rows[-1].getparent()
        assert table is not None
        ends = [row for row in table.iter(qn("w:tr")) if "{%tr endfor %}" in "".join(map(str, row.itertext()))]
        table.remove(rows[-1])
        table.remove(ends[-1])

    (fault,) = berubah(tmp_path, "pk", change)
    assert fault.proposals == ("{%tr for a in daftar_anggaran %}",)
    assert fault.place.sentence == "{%tr if a.induk %}"


def length(field: Field) -> int | None:
    assert isinstance(field, ListField)
    return field.length


def test_a_list_of_a_fixed_length_is_known_and_has_that_many_in_a_sample() -> None:
    made, lists = RENSTRA.sample(), fields(Renstra)
    assert isinstance(made, Renstra)
    assert {name: len(getattr(made, name)) for name in ("daftar_tahun", "daftar_tahun_rencana")} == {
        name: length(lists[name]) for name in ("daftar_tahun", "daftar_tahun_rencana")
    }
    assert length(lists["daftar_iku"]) is None
    assert length(fields(IkuRenstra)["target"]) == len(made.daftar_iku[0].target) == 6
    assert length(fields(ProgramPendanaan)["daftar_tahun"]) == len(made.daftar_pendanaan[0].daftar_tahun) == 6


def test_fields_of_an_unknown_record_are_not_taken_for_a_lost_loop(tmp_path: Path) -> None:
    found = periksa(tmp_path, "{{ pejabat.nama }} {{ pejabat.nip }}").temuan
    assert [entry.temuan.kode for entry in found] == ["T04", "T04"]


@pytest.mark.parametrize(
    ("isi", "usul"),
    [
        (("{{ x.strategi }} {{ x.arah_kebijakan }}",), "daftar_strategi"),
        (("{{ x.no }} {{ x.permasalahan }}",), None),
        (
            ("{%p for s in daftar_strategi %}", "{{ s.no }} {{ x.strategi }} {{ x.arah_kebijakan }}", "{%p endfor %}"),
            None,
        ),
    ],
    ids=["one list", "several lists", "the record of a loop"],
)
def test_a_lost_loop_is_proposed_only_where_one_list_and_no_record_has_its_fields(
    tmp_path: Path, isi: tuple[str, ...], usul: str | None
) -> None:
    found = examine_template(tulis(tmp_path / "renstra.docx", *isi), RENSTRA).temuan
    lost = [text for entry in found for text in entry.proposals if text.startswith("{%p for x in")]
    assert lost == ([f"{{%p for x in {usul} %}}"] if usul else [])


@pytest.mark.parametrize(("typed", "usul"), [("upr", ("{{ judul|upper }}",)), ("xyzq", ())])
def test_a_filter_of_which_half_is_right_is_proposed_and_none_for_another_word(
    tmp_path: Path, typed: str, usul: tuple[str, ...]
) -> None:
    (found,) = periksa(tmp_path, f"{{{{ judul|{typed} }}}}").temuan
    assert found.proposals == usul


@pytest.mark.parametrize("nama", SAMA)
def test_a_form_that_is_only_restyled_is_let_through(tmp_path: Path, nama: str) -> None:
    def change(body: etree._Element) -> None:
        for step in SAMA[nama]:
            step(body)

    assert berubah(tmp_path, "pk", change) == ()


def test_an_incomplete_form_stops_the_build_and_a_missing_heading_does_not(tmp_path: Path) -> None:
    (fault,) = berubah(tmp_path, "pk", tanpa("Pihak kedua akan melakukan"))
    (warning,) = berubah(tmp_path, "pk", tanpa("selanjutnya disebut pihak kedua"))
    assert severity(fault.temuan) is Severity.GALAT
    assert severity(warning.temuan) is Severity.PERINGATAN


# Places and coverage


def test_the_place_names_the_very_characters(tmp_path: Path) -> None:
    (entry,) = periksa(tmp_path, "teks", potongan("Nama\t", "lalu {{ jud", "l }}.")).temuan
    assert (entry.place.paragraph, entry.place.file) == (1, "word/document.xml")
    assert "Nama lalu {{ judl }}."[entry.place.start : entry.place.end] == "judl"
    assert entry.place.sentence == "Nama lalu {{ judl }}."


def test_a_long_paragraph_is_quoted_around_the_place(tmp_path: Path) -> None:
    (entry,) = periksa(tmp_path, "awal " * 100 + "{{ judl }}" + " akhir" * 100).temuan
    assert "{{ judl }}" in entry.place.sentence
    assert len(entry.place.sentence) < 200


def test_paragraphs_of_the_copy_of_a_text_box_are_counted(tmp_path: Path) -> None:
    found = periksa(tmp_path, xml(KOTAK_TEKS), "{{ jdl }}").temuan
    assert [entry.place.paragraph for entry in found] == [1, 3]


def test_coverage_has_every_field_by_its_path(tmp_path: Path) -> None:
    look = periksa(tmp_path, "{{ judul }}{% for s in daftar_sasaran if s.utama %}{{ s.daftar_indikator[0].target }}"
                             "{% endfor %}{{ daftar_tahun|join(', ') }}{% if pihak_pertama.nip %}x{% endif %}")  # fmt: skip
    assert {entry.isian: entry.printed for entry in look.coverage} == {
        "judul": True,
        "pihak_pertama.nama": False,
        "pihak_pertama.nip": False,
        "daftar_sasaran[].sasaran": False,
        "daftar_sasaran[].utama": True,
        "daftar_sasaran[].daftar_indikator[].indikator": False,
        "daftar_sasaran[].daftar_indikator[].target": True,
        "daftar_tahun[]": True,
    }


def test_the_build_says_what_the_check_says(tmp_path: Path) -> None:
    path = tulis(tmp_path / "uji.docx", "{{ judl }}", "{{ judul", [["{%tr endfor %}"]], "{{ judul.__class__ }}")
    catatan = FindingLog()
    word.compile_template(path, kind_for(Isi), None, catatan)
    found = examine_template(path, kind_for(Isi)).temuan
    assert len(found) == 4
    assert [entry.temuan for entry in found] == list(catatan)


def test_a_file_that_is_no_template_is_one_finding(tmp_path: Path) -> None:
    (tmp_path / "x.docx").write_bytes(b"bukan")
    assert [entry.temuan.kode for entry in examine_template(tmp_path / "x.docx", kind_for(Isi)).temuan] == ["T02"]
