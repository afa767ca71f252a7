"""The tables of the Renstra that have sheets of their own: past years, factors, priorities, key indicators, means.

A table whose sheet is empty is not printed: a place for the office says which sheet gives it.
"""

from __future__ import annotations

from dataclasses import replace

from template_parts import Cell, paragraph, row, run, table, tag, tag_row
from template_renstra_naskah import SUMBER, Column, Naskah, data_table, head, number_row, with_source

_KECIL = "IsiTabelKecil"
_SUM = "E7E6E6"
_PAST, _TARGETS = range(5), range(6)
SHEETS = {
    "daftar_kinerja_pelayanan": "Kinerja Pelayanan",
    "daftar_anggaran_realisasi": "Anggaran dan Realisasi",
    "daftar_faktor": "Faktor Penghambat dan Pendorong",
    "daftar_prioritas": "Sub Kegiatan Prioritas",
    "daftar_ikk": "IKK",
}
"""The sheet that each list is read from."""


def from_sheet(bab: Naskah, number: str, title: str, content: str, source: str) -> None:
    """Add a table with its caption where its sheet has rows, else a place that names the sheet.

    Args:
        bab: The chapter.
        number: ``2.1``.
        title: The caption without its number.
        content: The table.
        source: The list that it prints, one of ``SHEETS``.
    """
    bab.raw(tag(f"if {source}"))
    bab.table(number, title, content)
    bab.raw(tag("else"))
    bab.isian(f"Isi lembar {SHEETS[source]} di buku kerja, maka Tabel {number} dicetak di sini.")
    bab.raw(tag("endif"))


def from_list(bab: Naskah, source: str, content: str) -> None:
    """Add a table without a number where its sheet has rows: the office's own words stand beside it.

    The form numbers the other tables, and offices refer to those by it.

    Args:
        bab: The chapter.
        source: The list that it prints.
        content: The table.
    """
    below = paragraph(style="Sumber", before=0, after=0)
    bab.raw(tag(f"if {source}"), with_source(content, SUMBER), below, tag("endif"))


def _cell(value: str, align: str = "", *, bold: bool = False, shade: str = "", keep: bool = False) -> Cell:
    content = paragraph(run(value, bold=bold), style=_KECIL, align=align, keep_next=keep, before=1, after=1)
    return Cell(content, shade=shade)


def kinerja_pelayanan() -> str:
    """Table 2.1: years as heads, and three lines per indicator: target, realisasi, and what was reached."""
    widths = (0.8, 4.6, 1.7, 1.9, *(1.4,) * 5)
    years = [head(f"{{{{ daftar_tahun_lalu[{year}] }}}}", _KECIL) for year in _PAST]
    titles = [head(title, _KECIL) for title in ("No", "Indikator", "Satuan", "Uraian")]
    lines = []
    for label, part in (("Target", "target"), ("Realisasi", "realisasi"), ("Capaian (%)", "capaian")):
        first, last = part == "target", part == "capaian"
        merge = "restart" if first else "continue"
        shown = ("{{ r.no }}", "{{ r.indikator }}{% if r.jenis %} ({{ r.jenis }}){% endif %}", "{{ r.satuan }}")
        cells = []
        for value, align in zip(shown, ("center", "", "center"), strict=True):
            text = value if first else ""
            content = paragraph(run(text), style=_KECIL, align=align, keep_next=not last, before=1, after=1)
            cells.append(Cell(content, merge=merge))
        cells.append(_cell(label, keep=not last))
        cells += [
            _cell(f"{{{{ r.daftar_tahun[{year}].{part} }}}}", "center", keep=not last, shade="F2F2F2" if last else "")
            for year in _PAST
        ]
        lines.append(row(widths, *cells))
    return table(
        widths,
        row(widths, *titles, *years, header=True),
        number_row(widths, _KECIL),
        tag_row(widths, "for r in daftar_kinerja_pelayanan"),
        *lines,
        tag_row(widths, "endfor"),
        margin=0.06,
    )


def anggaran_realisasi() -> str:
    """Table 2.2: a line per year, so that the longest amount has room, and one for the mean growth."""
    widths = (5.2, 2.2, 3.4, 3.4, 1.8)
    titles = ("Uraian", "Tahun", "Anggaran (Rp)", "Realisasi (Rp)", "Rasio (%)")

    def group(*, bold: bool) -> tuple[str, ...]:
        shade = _SUM if bold else ""
        uraian = Cell(
            paragraph(run("{% vm %}{{ r.uraian }}", bold=bold), style=_KECIL, keep_next=True, before=1, after=1)
        )
        amounts = (
            _cell("{{ i.tahun }}", "center", bold=bold, keep=True, shade=shade),
            _cell("{{ i.anggaran }}", "right", bold=bold, keep=True, shade=shade),
            _cell("{{ i.realisasi }}", "right", bold=bold, keep=True, shade=shade),
            _cell("{{ i.rasio }}", "center", bold=bold, keep=True, shade=shade),
        )
        growth = (
            _cell("Rata-rata pertumbuhan (%)", bold=bold, shade=shade),
            _cell("", shade=shade),
            _cell("{{ r.pertumbuhan_anggaran }}", "right", bold=bold, shade=shade),
            _cell("{{ r.pertumbuhan_realisasi }}", "right", bold=bold, shade=shade),
            _cell("", shade=shade),
        )
        return (
            tag_row(widths, "for i in r.daftar_tahun"),
            row(widths, uraian, *amounts),
            tag_row(widths, "endfor"),
            row(widths, *growth),
        )

    return table(
        widths,
        row(widths, *(head(title, _KECIL) for title in titles), header=True),
        number_row(widths, _KECIL),
        tag_row(widths, "for r in daftar_anggaran_realisasi"),
        tag_row(widths, "if r.tingkat == 'jumlah'"),
        *group(bold=True),
        tag_row(widths, "else"),
        *group(bold=False),
        tag_row(widths, "endif"),
        tag_row(widths, "endfor"),
        margin=0.1,
    )


def faktor() -> str:
    """Table 2.4."""
    return data_table(
        (
            Column("Sasaran", 5.0, "{{ r.sasaran }}"),
            Column("Faktor Penghambat", 5.5, "{{ r.penghambat }}"),
            Column("Faktor Pendorong", 5.5, "{{ r.pendorong }}"),
        ),
        "daftar_faktor",
    )


def prioritas(*, upright: bool = False) -> str:
    """The sub kegiatan of priority: table 4.3 on the paper of table 4.2, or on an ``upright`` page."""
    columns = (
        Column("No", 1.1, "{{ r.no }}", "center"),
        Column("Program Prioritas", 6.2, "{{ r.program_prioritas }}"),
        Column("Outcome", 8.0, "{{ r.outcome }}"),
        Column("Kegiatan/Subkegiatan", 9.2, "{{ r.program }}"),
        Column("Ket", 4.5, "{{ r.keterangan }}"),
    )
    narrow = (0.9, 3.3, 4.4, 4.9, 2.5)
    widths = narrow if upright else tuple(column.width for column in columns)
    fitting = [replace(column, width=width) for column, width in zip(columns, widths, strict=True)]
    return data_table(fitting, "daftar_prioritas")


def ikk() -> str:
    """Table 4.5."""
    columns = (
        Column("No", 0.8, "{{ r.no }}", "center"),
        Column("Indikator", 3.75, "{{ r.indikator }}"),
        Column("Status", 1.4, "{{ r.status }}", "center"),
        Column("Satuan", 1.45, "{{ r.satuan }}", "center"),
        Column("Baseline {{ tahun_dasar }}", 1.4, "{{ r.kondisi_awal }}", "center"),
        *(Column(f"{{{{ daftar_tahun[{y}] }}}}", 0.95, f"{{{{ r.target[{y}] }}}}", "center") for y in _TARGETS),
        Column("Ket", 1.5, "{{ r.keterangan }}"),
    )
    return data_table(columns, "daftar_ikk", margin=0.06)


def kelompok_sasaran() -> str:
    """The services and whom they are for."""
    return data_table(
        (
            Column("No", 0.9, "{{ r.no }}", "center"),
            Column("Layanan", 6.6, "{{ r.layanan }}"),
            Column("Kelompok Sasaran", 5.6, "{{ r.kelompok }}"),
            Column("Keterangan", 2.9, "{{ r.keterangan }}"),
        ),
        "daftar_kelompok_sasaran",
    )


def _pegawai(title: str, source: str) -> str:
    columns = (
        Column("No", 1.0, "{{ r.no }}", "center"),
        Column(title, 7.4, "{{ r.uraian }}"),
        Column("Laki-laki", 2.5, "{{ r.laki_laki }}", "center"),
        Column("Perempuan", 2.5, "{{ r.perempuan }}", "center"),
        Column("Jumlah", 2.6, "{{ r.jumlah }}", "center"),
    )
    widths = [column.width for column in columns]

    def line(*, bold: bool) -> str:
        shade = _SUM if bold else ""
        return row(
            widths, *(_cell(column.value, column.align, bold=bold, shade=shade, keep=not bold) for column in columns)
        )

    return table(
        widths,
        row(widths, *(head(column.title, _KECIL) for column in columns), header=True),
        number_row(widths, _KECIL),
        tag_row(widths, f"for r in {source}"),
        tag_row(widths, "if r.tingkat == 'jumlah'"),
        line(bold=True),
        tag_row(widths, "else"),
        line(bold=False),
        tag_row(widths, "endif"),
        tag_row(widths, "endfor"),
    )


def _sarana() -> str:
    return data_table(
        (
            Column("No", 1.0, "{{ r.no }}", "center"),
            Column("Sarana dan Prasarana", 7.4, "{{ r.uraian }}"),
            Column("Jumlah", 1.9, "{{ r.jumlah }}", "center"),
            Column("Satuan", 1.9, "{{ r.satuan }}", "center"),
            Column("Keterangan", 3.8, "{{ r.keterangan }}"),
        ),
        "daftar_sarana",
    )


def sumber_daya(bab: Naskah) -> None:
    """Add what the sheet Sumber Daya tells of people and things, each with its heading."""
    parts = (
        ("Pegawai menurut golongan", "daftar_pegawai_golongan", _pegawai("Golongan", "daftar_pegawai_golongan")),
        (
            "Pegawai menurut pendidikan",
            "daftar_pegawai_pendidikan",
            _pegawai("Pendidikan", "daftar_pegawai_pendidikan"),
        ),
        ("Sarana dan prasarana", "daftar_sarana", _sarana()),
    )
    for title, source, content in parts:
        heading = paragraph(run(title, bold=True), style="Paragraf", keep_next=True, before=6)
        from_list(bab, source, heading + content)
