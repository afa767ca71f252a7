"""The crosscutting matrix: who helps us, whom we help, and per agency what it is to do."""

from __future__ import annotations

from collections.abc import Sequence

from template_file import ShippedTemplate
from template_matrix import STYLE, footer, rows_kept, signed, title
from template_parts import Cell, paragraph, row, run, table, tag, tag_row
from template_renstra_naskah import head, number_row
from template_styles import PK_STYLES

_MATRIX = (
    ("No", "{{ r.no }}", 1.0),
    ("Kinerja", "{{ r.kinerja }}", 4.6),
    ("Indikator", "{{ r.indikator }}", 4.2),
    ("Target {{ tahun }}", "{{ r.target }}", 2.2),
    ("PD Pengampu", "{{ r.pd_pengampu }}", 3.0),
    ("PD/Instansi Pendukung", "{{ r.pd_pendukung }}", 3.0),
    ("Kinerja/Kegiatan Pendukung", "{{ r.peran }}", 4.2),
    ("Indikator Pendukung", "{{ r.indikator_pendukung }}", 3.0),
    ("Bentuk Dukungan", "{{ r.bentuk }}", 2.0),
    ("Status", "{{ r.status }}", 1.9),
    ("Bukti", "{{ r.bukti }}", 1.9),
)
_AGENCIES = (
    ("No", "{{ d.no }}", 1.0),
    ("Kinerja/Kegiatan yang Dilaksanakan", "{{ d.peran }}", 9.0),
    ("Indikator", "{{ d.indikator_pendukung }}", 5.0),
    ("Bentuk Dukungan", "{{ d.bentuk }}", 3.2),
    ("Kinerja yang Didukung", "{{ d.kinerja }}", 8.4),
    ("Status", "{{ d.status }}", 4.4),
)


def _cells(columns: Sequence[tuple[str, str, float]]) -> list[tuple[str, str]]:
    return [(value, "center" if text == "No" else "") for text, value, _ in columns]


def _matrix(source: str, last: str) -> str:
    widths = [width for _, _, width in _MATRIX]
    return table(
        widths,
        row(widths, *(head(text, STYLE) for text, _, _ in _MATRIX), header=True),
        number_row(widths, STYLE),
        tag_row(widths, f"for r in {source}"),
        *rows_kept(widths, _cells(_MATRIX), f"loop.last and {last}"),
        tag_row(widths, "endfor"),
        title="Crosscutting",
    )


def _agencies() -> str:
    widths = [width for _, _, width in _AGENCIES]
    name = run("{{ p.nama }} ({{ p.jumlah }} dukungan)", bold=True)
    named = Cell(paragraph(name, style=STYLE, keep_next=True, before=1, after=1), span=len(widths))
    return table(
        widths,
        row(widths, *(head(text, STYLE) for text, _, _ in _AGENCIES), header=True),
        tag_row(widths, "for p in daftar_pd"),
        row(widths, named),
        tag_row(widths, "for d in p.daftar_dukungan"),
        *rows_kept(widths, _cells(_AGENCIES), "loop.last and p.nama == daftar_pd[-1].nama"),
        tag_row(widths, "endfor"),
        tag_row(widths, "endfor"),
        title="Dukungan menurut perangkat daerah",
    )


def _part(text: str, source: str, content: str) -> str:
    name = paragraph(run(text), style="Heading2", before=8, after=4)
    return tag(f"if {source}") + name + content + tag("endif")


def crosscutting_body(references: str) -> str:
    """Title, three tables, signature; on F4 across."""
    return (
        title("MATRIKS CROSSCUTTING KINERJA", "{{ perangkat_daerah.nama_kop }}", "TAHUN {{ tahun }}")
        + _part(
            "A. Dukungan perangkat daerah lain bagi kinerja kami",
            "daftar_didukung",
            _matrix("daftar_didukung", "not daftar_mendukung and not daftar_pd"),
        )
        + _part(
            "B. Dukungan kami bagi kinerja perangkat daerah lain",
            "daftar_mendukung",
            _matrix("daftar_mendukung", "not daftar_pd"),
        )
        + _part("C. Yang dilaksanakan setiap perangkat daerah pendukung", "daftar_pd", _agencies())
        + signed(references)
    )


TEMPLATE = ShippedTemplate(
    stem="crosscutting",
    title="Matriks Crosscutting Kinerja",
    body=crosscutting_body,
    shipped="crosscutting/shipped.py",
    styles=PK_STYLES,
    footer=footer("Crosscutting Kinerja {{ tahun }}, {{ perangkat_daerah.nama }}"),
)
