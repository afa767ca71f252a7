"""The template of an SKP (PermenPANRB 6/2022): four forms of its table, behaviour, signatures, annex."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from template_file import ShippedTemplate
from template_parts import GREY, HAIR, Cell, Page, paragraph, row, run, section, tab, table, tag, tag_row
from template_report import footer
from template_signature import signature_rows
from template_styles import OFFICIAL_STYLES

from pokin_docs.documents.skp.behaviour import CORE_VALUES
from pokin_docs.documents.skp.form import EXPECTATION_NOTE, INTERVENED_NOTE

PAGE = Page(top=2.0, right=2.0, bottom=2.2, left=2.0)
_WIDTH = PAGE.text_width
_PERSONS = (0.9, 2.9, 4.7, 0.9, 2.9, 4.7)
_RESULTS = (0.9, 4.0, 4.0, 1.9, 3.7, 2.5)
_RESULTS_OF_HIGH = (0.9, 5.6, 5.0, 2.7, 2.8)
_QUALITATIVE = (0.9, 5.6, 10.5)
_QUALITATIVE_OF_HIGH = (0.9, 16.1)
_BEHAVIOUR = (0.9, 9.6, 6.5)
_HALVES = (0.9, 7.6, 8.5)
_CELL = "IsiSelSedang"
_SERVED = "{{ h.rhk_atasan }}{% if h.indikator_atasan %} (Indikator: {{ h.indikator_atasan }}){% endif %}"
_AGAIN = "{% if not loop.first %} (lanjutan){% endif %}"
_TARGET = "{{ i.target }} {{ i.satuan }}"
_MEASURES = "Ukuran keberhasilan/Indikator Kinerja Individu, dan Target:"
_PERIOD = "PERIODE PENILAIAN: {{ periode_mulai }} SD {{ periode_selesai }} TAHUN\u00a0{{ tahun }}"
_BLANKS = 3


def body(references: str) -> str:
    """The SKP, and its annex on a page of its own."""
    return (
        _title()
        + _period()
        + _persons()
        + _gap()
        + _choice(_high_results(), _results(), _high_qualitative(), _qualitative())
        + _gap()
        + _behaviour()
        + _annex()
        + f"<w:p>{HAIR}</w:p>"
        + section(PAGE, references)
    )


_PARTIES = (("pegawai", "Pegawai yang Dinilai"), ("penilai", "Pejabat Penilai Kinerja"))


def _choice(high: str, other: str, high_in_words: str, other_in_words: str) -> str:
    """One of the four forms of the table."""
    return (
        tag("if jpt and kualitatif")
        + high_in_words
        + tag("elif jpt")
        + high
        + tag("elif kualitatif")
        + other_in_words
        + tag("else")
        + other
        + tag("endif")
    )


def _title() -> str:
    approach = "PENDEKATAN HASIL KERJA {% if kualitatif %}KUALITATIF{% else %}KUANTITATIF{% endif %}"
    whom = (
        "{% if jpt %}BAGI PEJABAT PIMPINAN TINGGI DAN PIMPINAN UNIT KERJA MANDIRI"
        "{% else %}BAGI PEJABAT ADMINISTRASI DAN PEJABAT FUNGSIONAL{% endif %}"
    )
    return (
        paragraph(run("SASARAN KINERJA PEGAWAI"), style="Heading1")
        + paragraph(run(approach), style="Judul")
        + paragraph(run(whom), style="Judul", after=10)
    )


def _period() -> str:
    widths = (_WIDTH * 0.4, _WIDTH * 0.6)
    left = paragraph(run("{{ perangkat_daerah.nama_kop }}", bold=True, size=10), keep_next=True)
    right = paragraph(run(_PERIOD, bold=True, size=10), align="right", keep_next=True)
    return table(widths, row(widths, Cell(left), Cell(right)), grid=False, title="Instansi dan periode") + _gap()


def _gap() -> str:
    return paragraph(run("", size=6), keep_next=True)


def _head(title: str, span: int = 1, *, align: str = "center") -> Cell:
    text = paragraph(run(title, bold=True), style=_CELL, align=align, keep_next=True)
    return Cell(text, span=span, shade=GREY, middle=True)


def _text(
    value: str, *, align: str = "", keep: bool = False, bold: bool = False, merge: str = "", span: int = 1
) -> Cell:
    content = paragraph(run(value, bold=bold), style=_CELL, align=align, keep_next=keep)
    return Cell(content, span=span, merge=merge)


def _numbers(widths: Sequence[float]) -> str:
    cells = (
        Cell(paragraph(run(f"({number})", size=8), style="IsiTabel", align="center", keep_next=True))
        for number in range(1, len(widths) + 1)
    )
    return row(widths, *cells, header=True)


def _persons() -> str:
    def rank(party: str) -> str:
        golongan = f"{{{{ {party}.golongan }}}}"
        both = f"{{{{ {party}.pangkat }}}}{{% if {party}.golongan %}} ({golongan}){{% endif %}}"
        return f"{{% if {party}.pangkat %}}{both}{{% else %}}{golongan}{{% endif %}}"

    def number(party: str) -> str:
        return f"{{% if {party}.pppk %}}NI\u00a0PPPK{{% else %}}NIP{{% endif %}}"

    ranks, unit = "PANGKAT/GOL. RUANG", "UNIT KERJA"
    lines = (
        ("NAMA", "{{ pegawai.nama }}", "NAMA", "{{ penilai.nama }}"),
        (number("pegawai"), "{{ pegawai.nip }}", number("penilai"), "{{ penilai.nip }}"),
        (ranks, rank("pegawai"), ranks, rank("penilai")),
        ("JABATAN", "{{ pegawai.jabatan }}", "JABATAN", "{{ penilai.jabatan }}"),
        (unit, "{{ unit_pegawai }}", f"{{% if jpt %}}INSTANSI{{% else %}}{unit}{{% endif %}}", "{{ unit_penilai }}"),
    )
    return table(
        _PERSONS,
        row(
            _PERSONS,
            _head("NO"),
            _head("PEGAWAI YANG DINILAI", span=2),
            _head("NO"),
            _head("PEJABAT PENILAI KINERJA", span=2),
        ),
        *(
            row(
                _PERSONS,
                _text(str(no), align="center"),
                _text(label),
                _text(mine),
                _text(str(no), align="center"),
                _text(label_of_other),
                _text(other),
            )
            for no, (label, mine, label_of_other, other) in enumerate(lines, start=1)
        ),
        title="Pegawai yang dinilai dan pejabat penilai kinerja",
    )


def _heads(widths: Sequence[float], *titles: str) -> tuple[str, ...]:
    """The heading rows of a table of results, which every page repeats, and the section of the main results."""
    return (
        row(widths, _head("HASIL KERJA", span=len(widths), align="left"), header=True),
        row(widths, *map(_head, titles), header=True),
        _numbers(widths),
        row(widths, _text("A. UTAMA", bold=True, keep=True, span=len(widths))),
    )


def _further(widths: Sequence[float]) -> tuple[str, ...]:
    """The section of further results: a blank row, as a PK has none."""
    return (
        row(widths, _text("B. TAMBAHAN", bold=True, keep=True, span=len(widths))),
        row(widths, *(_text("-" if number == 1 else "") for number in range(len(widths)))),
    )


def _grouped(widths: Sequence[float], one: Callable[[str, bool], str]) -> tuple[str, ...]:
    """The rows of all measures; ``one`` makes one by how its first cells are merged, and whether it is kept."""

    def both(condition: str, merge: str) -> tuple[str, ...]:
        other = "el" * (not condition.startswith("el")) + condition
        return (
            tag_row(widths, f"{condition} and i.rapat"),
            one(merge, True),
            tag_row(widths, other),
            one(merge, False),
        )

    return (
        tag_row(widths, "for h in daftar_hasil"),
        tag_row(widths, "for i in h.daftar_indikator"),
        *both("if i.awal and i.akhir", ""),
        *both("elif i.awal", "restart"),
        *both("elif not i.awal", "continue"),
        tag_row(widths, "endif"),
        tag_row(widths, "endfor"),
        tag_row(widths, "endfor"),
    )


def _results() -> str:
    def one(merge: str, keep: bool) -> str:
        first = ("{{ h.no }}", _SERVED, "{{ h.rhk }}" + _AGAIN) if merge != "continue" else ("", "", "")
        return row(
            _RESULTS,
            _text(first[0], align="center", keep=keep, merge=merge),
            *(_text(text, keep=keep, merge=merge) for text in first[1:]),
            _text("{{ i.aspek }}", keep=keep),
            _text("{{ i.indikator }}", keep=keep),
            _text(_TARGET, align="center", keep=keep),
        )

    titles = (
        "NO",
        "RENCANA HASIL KERJA PIMPINAN YANG DIINTERVENSI*",
        "RENCANA HASIL KERJA",
        "ASPEK",
        "INDIKATOR KINERJA INDIVIDU",
        "TARGET",
    )
    rows = (*_heads(_RESULTS, *titles), *_grouped(_RESULTS, one), *_further(_RESULTS))
    return table(_RESULTS, *rows, title="Hasil kerja")


def _high_results() -> str:
    def one(merge: str, keep: bool) -> str:
        first = ("{{ h.no }}", "{{ h.rhk }}" + _AGAIN) if merge != "continue" else ("", "")
        return row(
            _RESULTS_OF_HIGH,
            _text(first[0], align="center", keep=keep, merge=merge),
            _text(first[1], keep=keep, merge=merge),
            _text("{{ i.indikator }}", keep=keep),
            _text(_TARGET, align="center", keep=keep),
            _text("{{ i.perspektif }}", keep=keep),
        )

    titles = ("NO", "RENCANA HASIL KERJA", "INDIKATOR KINERJA INDIVIDU", "TARGET", "PERSPEKTIF")
    widths = _RESULTS_OF_HIGH
    rows = (*_heads(widths, *titles), *_grouped(widths, one), *_further(widths))
    return table(widths, *rows, title="Hasil kerja")


def _in_words() -> Cell:
    """A result with its measures below it."""

    def line(*runs: str, left: float | None = None) -> str:
        return paragraph(*runs, style=_CELL, left=left, hanging=left, tabs=(0.4,))

    measure = run("{{ i.indikator }}: " + _TARGET)

    return Cell(
        line(run("{{ h.rhk }}"))
        + line(run(_MEASURES))
        + tag("for i in h.daftar_indikator")
        + line(run("-"), tab(), measure, left=0.4)
        + tag("endfor")
    )


def _qualitative() -> str:
    widths = _QUALITATIVE
    titles = ("NO", "RENCANA HASIL KERJA PIMPINAN YANG DIINTERVENSI*", "RENCANA HASIL KERJA")
    return table(
        widths,
        *_heads(widths, *titles),
        tag_row(widths, "for h in daftar_hasil"),
        row(widths, _text("{{ h.no }}", align="center"), _text(_SERVED), _in_words()),
        tag_row(widths, "endfor"),
        *_further(widths),
        title="Hasil kerja",
    )


def _high_qualitative() -> str:
    widths = _QUALITATIVE_OF_HIGH
    return table(
        widths,
        *_heads(widths, "NO", "RENCANA HASIL KERJA"),
        tag_row(widths, "for h in daftar_hasil"),
        row(widths, _text("{{ h.no }}", align="center"), _in_words()),
        tag_row(widths, "endfor"),
        *_further(widths),
        title="Hasil kerja",
    )


def _behaviour() -> str:
    # The last row stays with notes and signatures: these never stand alone on a page.
    last = len(CORE_VALUES) - 1

    def line(*runs: str, number: int, before: float | None = None, left: float | None = None) -> str:
        keep, tabs = number == last, (left,) if left else ()
        return paragraph(
            *runs, style="IsiTabelSedang", keep_next=keep, before=before, left=left, hanging=left, tabs=tabs
        )

    def value(number: int, title: str, behaviours: Sequence[str]) -> Cell:
        lines = (line(run("-"), tab(), run(text), number=number, left=0.4) for text in behaviours)
        return Cell(line(run(title), number=number, before=2) + "".join(lines))

    def expected(number: int) -> Cell:
        return Cell(
            line(run("Ekspektasi Khusus Pimpinan:"), number=number, before=2)
            + line(run(f"{{{{ ekspektasi[{number}] }}}}"), number=number)
        )

    rows = (
        row(
            _BEHAVIOUR,
            _text(str(number + 1), align="center", keep=number == last),
            value(number, title, behaviours),
            expected(number),
        )
        for number, (title, behaviours) in enumerate(CORE_VALUES)
    )
    head = row(_BEHAVIOUR, _head("PERILAKU KERJA**", span=3, align="left"), header=True)
    notes = (
        tag("if not jpt")
        + paragraph(run(INTERVENED_NOTE), style="Sumber", after=0, keep_next=True)
        + tag("endif")
        + paragraph(run(EXPECTATION_NOTE), style="Sumber", keep_next=True)
    )
    said = row(_BEHAVIOUR, Cell(notes, span=len(_BEHAVIOUR), open_sides="left bottom right"))
    signed = signature_rows(_PARTIES, _BEHAVIOUR, 2, below_a_line=False)
    return table(_BEHAVIOUR, head, *rows, said, *signed, title="Perilaku kerja")


def _annex() -> str:
    blocks = (
        ("DUKUNGAN SUMBER DAYA", "dukungan"),
        ("SKEMA PERTANGGUNGJAWABAN", "pertanggungjawaban"),
        ("KONSEKUENSI", "konsekuensi"),
    )
    title = paragraph(run("LAMPIRAN SASARAN KINERJA PEGAWAI"), style="Heading1", new_page=True, after=10)
    signed = signature_rows(_PARTIES, _HALVES, 2, annex=True)
    tables = (_block(heading, name, signed if name == blocks[-1][1] else ()) for heading, name in blocks)
    return title + _period() + _gap().join(tables)


def _block(heading: str, name: str, signed: Sequence[str]) -> str:
    """The lines of a block; without any, numbered lines to be written by hand; ``signed`` are rows below them."""

    def line(number: str, said: str, *, keep: bool) -> str:
        return row(_HALVES, _text(number, align="center", keep=keep), _text(said, keep=keep, span=2))

    blanks = (line(str(number), "", keep=bool(signed)) for number in range(1, _BLANKS + 1))
    return table(
        _HALVES,
        row(_HALVES, _head(heading, span=3, align="left"), header=True),
        tag_row(_HALVES, f"if {name}"),
        tag_row(_HALVES, f"for b in {name}"),
        tag_row(_HALVES, "if loop.last"),
        line("{{ loop.index }}", "{{ b }}", keep=bool(signed)),
        tag_row(_HALVES, "else"),
        line("{{ loop.index }}", "{{ b }}", keep=False),
        tag_row(_HALVES, "endif"),
        tag_row(_HALVES, "endfor"),
        tag_row(_HALVES, "else"),
        *blanks,
        tag_row(_HALVES, "endif"),
        *signed,
        title=heading.capitalize(),
    )


TEMPLATE = ShippedTemplate(
    stem="skp",
    title="Sasaran Kinerja Pegawai",
    body=body,
    shipped="skp/shipped.py",
    footer=footer("SKP {{ tahun }}, {{ pegawai.jabatan }}"),
    signed=True,
    styles=OFFICIAL_STYLES,
)
