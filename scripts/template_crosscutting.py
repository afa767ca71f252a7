"""The crosscutting matrix: who helps us, whom we help, and per agency what it is to do."""

from __future__ import annotations

from template_file import ShippedTemplate
from template_parts import F4_LANDSCAPE, paragraph, run, tag, tag_row
from template_renstra_naskah import Column
from template_report import ended, footer, rows, title
from template_signature import signature_row
from template_styles import PK_STYLES

_MATRIX = (
    Column("No", 1.0, "{{ r.no }}", "center"),
    Column("Kinerja", 4.6, "{{ r.kinerja }}"),
    Column("Indikator", 4.2, "{{ r.indikator }}"),
    Column("Target {{ tahun }}", 2.2, "{{ r.target }}"),
    Column("PD Pengampu", 3.0, "{{ r.pd_pengampu }}"),
    Column("PD/Instansi Pendukung", 3.0, "{{ r.pd_pendukung }}"),
    Column("Kinerja/Kegiatan Pendukung", 4.2, "{{ r.peran }}"),
    Column("Indikator Pendukung", 3.0, "{{ r.indikator_pendukung }}"),
    Column("Bentuk Dukungan", 2.0, "{{ r.bentuk }}"),
    Column("Status", 1.9, "{{ r.status }}"),
    Column("Bukti", 1.9, "{{ r.bukti }}"),
)
_AGENCIES = (
    Column("PD/Instansi Pendukung", 5.2, "{{ p.nama }} ({{ p.jumlah }} dukungan)", merge=True),
    Column("No", 1.0, "{{ i.no }}", "center"),
    Column("Kinerja/Kegiatan yang Dilaksanakan", 7.6, "{{ i.peran }}"),
    Column("Indikator", 4.4, "{{ i.indikator_pendukung }}"),
    Column("Bentuk Dukungan", 2.8, "{{ i.bentuk }}"),
    Column("Kinerja yang Didukung", 7.0, "{{ i.kinerja }}"),
    Column("Status", 3.0, "{{ i.status }}"),
)
"""Merged down, not a row of its own: so each page begins with the agency's name."""

# A part that has no rows is not printed: the letters of the others follow each other.
_SECOND = "{% if daftar_didukung %}B{% else %}A{% endif %}"
_BOTH, _ONE = "daftar_didukung and daftar_mendukung", "daftar_didukung or daftar_mendukung"
_THIRD = f"{{% if {_BOTH} %}}C{{% elif {_ONE} %}}B{{% else %}}A{{% endif %}}"


def _matrix(source: str, last: str) -> str:
    widths = [column.width for column in _MATRIX]
    signed = (tag_row(widths, f"if {last}"), signature_row("kepala", widths), tag_row(widths, "endif"))
    return rows(_MATRIX, source, last=f"loop.last and {last}", below=signed, name="Crosscutting")


def _agencies() -> str:
    widths = [column.width for column in _AGENCIES]
    return rows(
        _AGENCIES, "daftar_pd", var="p", inner="daftar_dukungan",
        last="loop.last and p.nama == daftar_pd[-1].nama", below=(signature_row("kepala", widths),),
        name="Dukungan menurut perangkat daerah",
    )  # fmt: skip


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
            rows(
                _MATRIX,
                "daftar_didukung",
                last="loop.last and not daftar_mendukung and not daftar_pd",
                name="Crosscutting",
            ),
        )
        + _part(
            f"{_SECOND}. Dukungan kami bagi kinerja perangkat daerah lain",
            "daftar_mendukung",
            _matrix("daftar_mendukung", "not daftar_pd"),
        )
        + _part(f"{_THIRD}. Yang dilaksanakan setiap perangkat daerah pendukung", "daftar_pd", _agencies())
        + ended(F4_LANDSCAPE, references)
    )


TEMPLATE = ShippedTemplate(
    stem="crosscutting",
    title="Matriks Crosscutting Kinerja",
    body=crosscutting_body,
    shipped="crosscutting/shipped.py",
    styles=PK_STYLES,
    footer=footer("Crosscutting Kinerja {{ tahun }}, {{ perangkat_daerah.nama }}"),
    signed=True,
)
