"""The template of the annex of the decree on IKU, in four forms (domain-2 2.1)."""

from __future__ import annotations

from collections.abc import Sequence

from template_file import ShippedTemplate
from template_parts import F4_LANDSCAPE, Cell, paragraph, row, run, tab, table, tag, tag_row
from template_renstra_naskah import Column, head, number_row
from template_report import SMALL, ended, footer, rows_kept, when
from template_signature import signature_row
from template_styles import PK_STYLES

PAGE = F4_LANDSCAPE
_TITLE = "INDIKATOR KINERJA UTAMA"
_NO = Column("No", 0.9, "{{ s.no }}", "center", merge=True)
_FORMS: dict[str, tuple[Column, ...]] = {
    "keputusan": (
        _NO,
        Column("Sasaran Strategis", 6.6, "{{ s.sasaran }}", merge=True),
        Column("Indikator Kinerja Utama", 7.0, "{{ i.indikator }}"),
        Column("Penjelasan/Formulasi", 10.0, "{{ i.penjelasan }}"),
        Column("Sumber Data", 6.5, "{{ i.sumber_data }}"),
    ),
    "ringkas": (
        _NO,
        Column("Tujuan/Sasaran", 5.8, "{{ s.sasaran }}", merge=True),
        Column("Indikator", 6.3, "{{ i.indikator }}"),
        Column("Definisi Operasional/Formulasi", 9.0, "{{ i.penjelasan }}"),
        Column("Sumber Data", 5.0, "{{ i.sumber_data }}"),
        Column("Penanggung Jawab", 4.0, "{{ i.penanggung_jawab }}"),
    ),
    "panjang": (
        _NO,
        Column("Sasaran", 3.4, "{{ s.sasaran }}", merge=True),
        Column("Indikator Kinerja Utama", 3.9, "{{ i.indikator }}"),
        Column("Definisi Operasional", 4.2, "{{ i.definisi }}"),
        Column("Formula/Rumusan Perhitungan", 3.8, "{{ i.formula }}"),
        Column("Satuan", 1.5, "{{ i.satuan }}", "center"),
        *(Column(f"{{{{ daftar_tahun[{n}] }}}}", 1.3, f"{{{{ i.target[{n}] }}}}", "center") for n in range(6)),
        Column("Sumber Data", 2.3, "{{ i.sumber_data }}"),
        Column("Penanggung Jawab", 3.2, "{{ i.penanggung_jawab }}"),
    ),
    "Renstra": (
        Column("No", 0.9, "{{ i.urut }}", "center"),
        Column("Indikator", 10.5, "{{ i.indikator }}"),
        Column("Satuan", 2.8, "{{ i.satuan }}", "center"),
        Column("Kondisi Awal {{ tahun_dasar }}", 2.4, "{{ i.kondisi_awal }}", "center"),
        *(Column(f"{{{{ daftar_tahun[{n}] }}}}", 1.9, f"{{{{ i.target[{n}] }}}}", "center") for n in range(6)),
        Column("Keterangan", 3.0, "{{ i.keterangan }}"),
    ),
}
_YEARS = (
    "TAHUN {% if bentuk in ('panjang', 'Renstra') and daftar_tahun[0] %}{{ daftar_tahun[0] }}–"
    "{{ daftar_tahun[5] or daftar_tahun[4] }}{% else %}{{ tahun_awal }}–{{ tahun_akhir }}{% endif %}"
)
_LEFT, _RIGHT = 18.0, 13.0


def body(references: str) -> str:
    """Head of the annex, title, the agency, the table of the chosen form, the signature."""
    first, *others = _FORMS
    tables = tag(f"if bentuk == '{first}'") + _table(_FORMS[first], grouped=True)
    for form in others:
        tables += tag(f"elif bentuk == '{form}'") + _table(_FORMS[form], grouped=form != "Renstra")
    return (
        _annex_head()
        + paragraph(run(_TITLE), style="Heading1", before=8)
        + paragraph(run("{{ perangkat_daerah.nama_kop }}"), style="Judul")
        + when("tahun_awal", paragraph(run(_YEARS), style="Judul"))
        + _organisation()
        + tables
        + tag("endif")
        + ended(PAGE, references)
    )


def _annex_head() -> str:
    """LAMPIRAN, NOMOR, TANGGAL and TENTANG, at the right."""

    def line(*runs: str) -> str:
        text = paragraph(*runs, keep_next=True, left=2.0, hanging=2.0, tabs=(1.8, 2.0))
        return row((_LEFT, _RIGHT), Cell(paragraph(run("", size=9), keep_next=True)), Cell(text))

    def named(name: str, content: str) -> str:
        return line(run(name, size=9), tab(), run(":", size=9), tab(), run(content, size=9))

    return table(
        (_LEFT, _RIGHT),
        line(run("LAMPIRAN KEPUTUSAN {{ kepala.jabatan | upper }}", size=9)),
        named("NOMOR", "{% if nomor %}{{ nomor }}{% else %}……………………{% endif %}"),
        named("TANGGAL", "{{ tanggal }}"),
        named("TENTANG", "INDIKATOR KINERJA UTAMA {{ perangkat_daerah.nama_kop }}"),
        grid=False,
        margin=0.1,
        title="Kepala lampiran",
    )


def _organisation() -> str:
    """The numbered lines about the agency; what Identitas does not say is left out."""

    def line(content: str, left: float = 0.8) -> str:
        return paragraph(run(content, size=10), left=left, hanging=0.6, before=2, keep_next=True)

    functions = tag("for f in fungsi") + paragraph(run("– {{ f }}", size=10), left=1.2, hanging=0.4) + tag("endfor")
    return (
        line("1. Nama Organisasi : {{ perangkat_daerah.nama }}")
        + when("tugas", line("2. Tugas : {{ tugas }}"))
        + when("fungsi", line("{% if tugas %}3{% else %}2{% endif %}. Fungsi :") + functions)
        + paragraph(run("Indikator Kinerja Utama:", size=10), before=4, after=3, keep_next=True)
    )


def _table(columns: Sequence[Column], *, grouped: bool) -> str:
    widths = [column.width for column in columns]
    goal = paragraph(run("Tujuan: {{ s.tujuan }}", bold=True), style=SMALL, keep_next=True, before=1.5, after=1.5)
    group = (
        tag_row(widths, "if s.tujuan"),
        row(widths, Cell(goal, span=len(widths), shade="F2F2F2")),
        tag_row(widths, "endif"),
    )
    return table(
        widths,
        *_header(columns),
        number_row(widths, SMALL),
        tag_row(widths, "for s in daftar_sasaran"),
        *(group if grouped else ()),
        tag_row(widths, "for i in s.daftar_indikator"),
        *rows_kept(widths, columns, "loop.last and s.no == daftar_sasaran[-1].no"),
        tag_row(widths, "endfor"),
        tag_row(widths, "endfor"),
        signature_row("kepala", widths),
        margin=0.1,
    )


def _header(columns: Sequence[Column]) -> tuple[str, ...]:
    """The titles; the years below one that spans them."""
    widths = [column.width for column in columns]
    years = [place for place, column in enumerate(columns) if column.title.startswith("{{ daftar_tahun")]
    if not years:
        return (row(widths, *(head(column.title, SMALL) for column in columns), header=True),)
    over: list[Cell] = []
    for place, column in enumerate(columns):
        if place == years[0]:
            over.append(head("Target Capaian per Tahun", SMALL, span=len(years)))
        elif place not in years:
            over.append(head(column.title, SMALL, merge="restart"))
    below = [
        head(column.title, SMALL) if place in years else head("", SMALL, merge="continue")
        for place, column in enumerate(columns)
    ]
    return row(widths, *over, header=True), row(widths, *below, header=True)


TEMPLATE = ShippedTemplate(
    stem="iku",
    title="Indikator Kinerja Utama",
    body=body,
    shipped="iku/shipped.py",
    footer=footer("Indikator Kinerja Utama {{ perangkat_daerah.nama }}"),
    signed=True,
    styles=PK_STYLES,
)
