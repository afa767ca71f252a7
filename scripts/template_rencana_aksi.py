"""The template of a Rencana Aksi, of an official or of the agency (domain-2.md 3)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from template_file import ShippedTemplate
from template_parts import GREY, HAIR, Cell, Page, paragraph, row, run, section, table, tag, tag_row
from template_report import CHANGED, CHANGED_SMALL, footer
from template_signature import signature, signature_row
from template_styles import OFFICIAL_STYLES

PAGE = Page(width=29.7, height=21.0, top=1.8, right=1.5, bottom=1.8, left=1.5, header=0.8, footer=0.9)
_QUARTERS = (0.8, 3.3, 3.3, 4.2, 3.4, 1.6, 1.5, 1.5, 1.5, 1.5, 1.5, 2.6)
_MONTHS = (0.8, 4.5, 4.4, 2.0, *(1.25,) * 12)
_MONEY = (3.8, 8.3, 3.0, *(2.9,) * 4)
_MONEY_ALONE = (3.8, 17.9, 5.0)
_ROMAN = ("I", "II", "III", "IV")
_SHORT_MONTHS = ("Jan", "Feb", "Mar", "Apr", "Mei", "Jun", "Jul", "Agu", "Sep", "Okt", "Nov", "Des")
_STEP = (
    "{% if r.jenis == 'indikator' %}Target indikator{% elif r.jenis == 'pengantar' %}Untuk semua indikator sasaran ini:"
    "{% else %}{% if r.no %}{{ r.no }}. {% endif %}{{ r.langkah }}{% endif %}"
)
_AGAIN = "{% if not loop.first %} (lanjutan){% endif %}"
_SATUAN = "{% if r.jenis == 'indikator' %}{{ i.satuan }}{% else %}{{ r.satuan }}{% endif %}"
_TARGET = "{% if r.jenis == 'indikator' %}{{ i.target }}{% else %}{{ r.target }}{% endif %}"
_WHOSE = (
    f"Rencana Aksi {CHANGED_SMALL}{{{{ tahun }}}}, "
    "{% if untuk_pd %}{{ perangkat_daerah.nama }}{% else %}{{ pejabat.jabatan }}{% endif %}"
)
_AT_THE_END = "Target tahun yang tidak dibagi per triwulan dicetak pada akhir tahun."


def body(references: str) -> str:
    """Title, table of steps, table of money, signature."""
    agency = paragraph(run("{{ perangkat_daerah.nama_kop }}"), style="Judul")
    post = (
        tag("if not untuk_pd")
        + paragraph(run("{{ pejabat.jabatan }}"), align="center", keep_next=True, before=2)
        + tag("endif")
    )
    return (
        paragraph(run(f"RENCANA AKSI ATAS PERJANJIAN KINERJA {CHANGED}TAHUN\u00a0{{{{ tahun }}}}"), style="Heading1")
        + agency
        + post
        + paragraph(run("", size=6))
        + tag("if bulanan")
        + _months()
        + tag("else")
        + _quarters()
        + tag("endif")
        + tag("if akhir_tahun")
        + paragraph(run(_AT_THE_END), style="Sumber", keep_next=True)
        + tag("endif")
        + tag("if daftar_anggaran")
        + paragraph(run("", size=6), keep_next=True)
        + tag("if per_triwulan")
        + _money(_MONEY, quarters=True)
        + tag("else")
        + _money(_MONEY_ALONE, quarters=False)
        + tag("endif")
        + tag("else")
        + signature("pejabat", PAGE.text_width)
        + tag("endif")
        + f"<w:p>{HAIR}</w:p>"
        + section(PAGE, references)
    )


def _head(title: str, span: int = 1, merge: str = "") -> Cell:
    text = paragraph(run(title, bold=True), style="IsiSelKecil", align="center", keep_next=True)
    return Cell(text, span=span, shade=GREY, middle=True, merge=merge)


def _numbers(widths: Sequence[float]) -> str:
    cells = (
        Cell(paragraph(run(f"({number})", size=7), style="IsiTabelKecil", align="center", keep_next=True))
        for number in range(1, len(widths) + 1)
    )
    return row(widths, *cells, header=True)


def _text(value: str, *, align: str = "", keep: bool = False, bold: bool = False, merge: str = "") -> Cell:
    content = paragraph(run(value, bold=bold), style="IsiSelKecil", align=align, keep_next=keep)
    return Cell(content, merge=merge)


def _rows(widths: Sequence[float], one: Callable[[str, bool], str]) -> tuple[str, ...]:
    """The rows of all indicators; ``one`` makes one by how its first cells are merged, and whether it is kept."""

    def both(condition: str, merge: str) -> tuple[str, ...]:
        other = "el" * (not condition.startswith("el")) + condition
        return (
            tag_row(widths, f"{condition} and r.rapat"),
            one(merge, True),
            tag_row(widths, other),
            one(merge, False),
        )

    return (
        tag_row(widths, "for s in daftar_sasaran"),
        tag_row(widths, "for i in s.daftar_indikator"),
        tag_row(widths, "for r in i.daftar_baris"),
        # Merged down where there is more than one row: of one alone a merge puzzles converters.
        *both("if r.awal and r.akhir", ""),
        *both("elif r.awal", "restart"),
        *both("elif not r.awal", "continue"),
        tag_row(widths, "endif"),
        tag_row(widths, "endfor"),
        tag_row(widths, "endfor"),
        tag_row(widths, "endfor"),
    )


def _quarters() -> str:
    def one(merge: str, keep: bool) -> str:
        own = merge != "continue"
        first = ("{{ s.no }}", "{{ s.sasaran }}" + _AGAIN, "{{ i.indikator }}" + _AGAIN) if own else ("", "", "")
        return row(
            _QUARTERS,
            _text(first[0], align="center", keep=keep, merge=merge),
            *(_text(text, keep=keep, merge=merge) for text in first[1:]),
            _text(_STEP, keep=keep),
            _text("{{ r.sub }}", keep=keep),
            _text(_SATUAN, align="center", keep=keep),
            _text(_TARGET, align="center", keep=keep),
            *(_text(f"{{{{ r.triwulan[{number}] }}}}", align="center", keep=keep) for number in range(4)),
            _text("{{ r.penanggung_jawab }}", keep=keep),
        )

    titles = ("No", "Sasaran", "Indikator Kinerja", "Rencana Aksi", "Sub Rencana Aksi", "Satuan", "Target {{ tahun }}")
    above = [*(_head(title, merge="restart") for title in titles), _head("Target Triwulan", span=4)]
    below = [*(_head("", merge="continue") for _ in titles), *map(_head, _ROMAN)]
    return table(
        _QUARTERS,
        row(_QUARTERS, *above, _head("Penanggung Jawab", merge="restart"), header=True),
        row(_QUARTERS, *below, _head("", merge="continue"), header=True),
        _numbers(_QUARTERS),
        *_rows(_QUARTERS, one),
        title="Rencana aksi per triwulan",
    )


def _months() -> str:
    step = f"{{% if r.jenis == 'indikator' %}}{{{{ s.sasaran }}}}{_AGAIN}{{% else %}}{_STEP}{{% endif %}}"
    measure = "{% if r.jenis == 'indikator' %}{{ i.indikator }}{% else %}{{ r.sub }}{% endif %}"
    target = f"{_TARGET} {_SATUAN}"

    def one(merge: str, keep: bool) -> str:
        return row(
            _MONTHS,
            _text("{{ s.no }}" if merge != "continue" else "", align="center", keep=keep, merge=merge),
            _text(step, keep=keep),
            _text(measure, keep=keep),
            _text(target, align="center", keep=keep),
            *(_text(f"{{{{ r.bulan[{number}] }}}}", align="center", keep=keep) for number in range(12)),
        )

    titles = ("No", "Sasaran/Rencana Aksi", "Indikator Kinerja", "Target {{ tahun }}")
    above = [*(_head(title, merge="restart") for title in titles), _head("Target Bulan", span=12)]
    below = [*(_head("", merge="continue") for _ in titles), *map(_head, _SHORT_MONTHS)]
    return table(
        _MONTHS,
        row(_MONTHS, *above, header=True),
        row(_MONTHS, *below, header=True),
        _numbers(_MONTHS),
        *_rows(_MONTHS, one),
        title="Rencana aksi per bulan",
    )


def _money(widths: Sequence[float], *, quarters: bool) -> str:
    def numbers(name: str, *, bold: bool = False, keep: bool = False) -> tuple[Cell, ...]:
        cells = (f"{{{{ {name}[{number}] }}}}" for number in range(4 * quarters))
        return tuple(_text(cell, align="right", bold=bold, keep=keep) for cell in cells)

    def part(*, keep: bool) -> str:
        return row(
            widths,
            _text("{{ a.kode }}", keep=keep),
            _text("{{ a.uraian }}", keep=keep),
            _text("{{ a.anggaran }}", align="right", keep=keep),
            *numbers("a.triwulan", keep=keep),
        )

    blank = [_text("", keep=True)] * (4 * quarters)
    total = _text("Jumlah", bold=True, keep=True, align="center")
    whole = _text("Anggaran menurut Perjanjian Kinerja", bold=True, keep=True, align="center")
    return table(
        widths,
        row(
            widths,
            _head("Kode"),
            _head("Rencana Aksi/Sub Kegiatan"),
            _head("Anggaran (Rp)"),
            *(_head(f"Triwulan {roman} (Rp)") for roman in _ROMAN if quarters),
            header=True,
        ),
        tag_row(widths, "for a in daftar_anggaran"),
        # What fits on a page stays on one.
        tag_row(widths, "if a.rapat"),
        part(keep=True),
        tag_row(widths, "else"),
        part(keep=False),
        tag_row(widths, "endif"),
        tag_row(widths, "endfor"),
        # The sums stay with the signature below: it never stands alone on a page.
        tag_row(widths, "if jumlah_anggaran"),
        row(
            widths,
            replace(total, span=2),
            _text("{{ jumlah_anggaran }}", align="right", bold=True, keep=True),
            *numbers("jumlah_triwulan", bold=True, keep=True),
        ),
        tag_row(widths, "endif"),
        tag_row(widths, "if total_anggaran != jumlah_anggaran"),
        row(
            widths,
            replace(whole, span=2),
            _text("{{ total_anggaran }}", align="right", bold=True, keep=True),
            *blank,
        ),
        tag_row(widths, "endif"),
        signature_row("pejabat", widths),
        title="Anggaran rencana aksi",
    )


TEMPLATE = ShippedTemplate(
    stem="rencana-aksi",
    title="Rencana Aksi",
    body=body,
    shipped="renaksi/shipped.py",
    footer=footer(_WHOSE),
    signed=True,
    styles=OFFICIAL_STYLES,
)
