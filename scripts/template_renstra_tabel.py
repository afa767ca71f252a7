"""The tables of the Renstra that the workbook fills: Inmendagri 2/2025 as printed by offices (domain.md 2.2)."""

from __future__ import annotations

from template_parts import Cell, paragraph, row, run, table, tag_row
from template_renstra_naskah import Column, data_table, empty_row, head

_YEARS = range(6)
_PADAT = "IsiTabelPadat"
_PROGRAM = "F2F2F2"
_JUMLAH = "E7E6E6"


def permasalahan() -> str:
    """Table 2.3."""
    return data_table(
        (
            Column("No", 0.9, "{{ r.no }}", "center"),
            Column("Permasalahan", 4.9, "{{ r.permasalahan }}"),
            Column("Faktor Internal", 3.0, "{{ r.faktor_internal }}"),
            Column("Faktor Eksternal", 3.0, "{{ r.faktor_eksternal }}"),
            Column("Kondisi yang Diperlukan", 4.2, "{{ r.kondisi }}"),
        ),
        "daftar_permasalahan",
        "Tahap 2",
    )


def isu_strategis() -> str:
    """Table 2.5."""
    return data_table(
        (
            Column("Potensi Daerah yang Menjadi Kewenangan Perangkat Daerah", 2.2, "{{ r.potensi }}"),
            Column("Permasalahan Perangkat Daerah", 2.3, "{{ r.permasalahan }}"),
            Column("Isu KLHS yang Relevan", 2.2, "{{ r.isu_klhs }}"),
            Column("Isu Lingkungan Dinamis: Global", 2.2, "{{ r.isu_global }}"),
            Column("Isu Lingkungan Dinamis: Nasional", 2.2, "{{ r.isu_nasional }}"),
            Column("Isu Lingkungan Dinamis: Regional", 2.45, "{{ r.isu_regional }}"),
            Column("Isu Strategis Perangkat Daerah", 2.45, "{{ r.isu_strategis }}"),
        ),
        "daftar_isu",
        "Renstra",
    )


def tujuan_sasaran() -> str:
    """Table 3.1, on a landscape page."""
    columns = (
        Column("NSPK", 2.9, "{{ r.nspk }}", merge=True),
        Column("Sasaran RPJMD", 3.0, "{{ r.sasaran_rpjmd }}", merge=True),
        Column("Tujuan dan Sasaran", 4.3, "{{ r.sebutan }}: {{ r.uraian }}", merge=True),
        Column("Indikator", 4.3, "{{ i.indikator }}"),
        Column("Satuan", 1.9, "{{ i.satuan }}", "center"),
        Column("Baseline {{ tahun_dasar }}", 1.4, "{{ i.kondisi_awal }}", "center"),
        *(Column(f"{{{{ daftar_tahun[{y}] }}}}", 1.25, f"{{{{ i.target[{y}] }}}}", "center") for y in _YEARS),
        Column("Ket", 1.4, ""),
    )
    return data_table(
        columns, "daftar_tujuan_sasaran", "Tahap 5", inner="daftar_indikator", header=_target_header(columns, 6)
    )


def _target_header(columns: tuple[Column, ...], before: int) -> tuple[str, str]:
    """Two header rows: ``Target Tahun`` over the six years, every other title over both rows."""
    widths = [column.width for column in columns]
    style = "IsiTabelKecil"
    upper = [head(column.title, style, merge="restart") for column in columns]
    lower = [head("", style, merge="continue") for _ in columns]
    years = slice(before, before + len(_YEARS))
    lower[years] = [head(column.title, style) for column in columns[years]]
    upper[years] = [head("Target Tahun", style, span=len(_YEARS))]
    return row(widths, *upper, header=True), row(widths, *lower, header=True)


def strategi() -> str:
    """Table 3.2."""
    return data_table(
        (
            Column("Permasalahan", 3.2, "{{ r.permasalahan }}"),
            Column("Isu Strategis", 2.8, "{{ r.isu_strategis }}"),
            Column("Sasaran", 3.3, "{{ r.sasaran }}"),
            Column("Strategi", 3.2, "{{ r.strategi }}"),
            Column("Arah Kebijakan", 3.5, "{{ r.arah_kebijakan }}"),
        ),
        "daftar_strategi",
        "Renstra",
    )


def penahapan() -> str:
    """Table 3.3."""
    return data_table(
        (
            Column("No", 0.9, "{{ r.no }}", "center"),
            Column("Sasaran", 6.1, "{{ r.sasaran }}"),
            Column("Penahapan", 9.0, "{{ r.penahapan }}"),
        ),
        "daftar_strategi",
        "Renstra",
    )


def arah_kebijakan() -> str:
    """Table 3.4."""
    return data_table(
        (
            Column("No", 0.9, "{{ r.no }}", "center"),
            Column("Operasionalisasi NSPK", 4.3, "{{ r.nspk }}"),
            Column("Arah Kebijakan RPJMD", 4.7, "{{ r.arah_kebijakan_rpjmd }}"),
            Column("Arah Kebijakan Renstra Perangkat Daerah", 4.7, "{{ r.arah_kebijakan }}"),
            Column("Ket", 1.4, ""),
        ),
        "daftar_strategi",
        "Renstra",
    )


def cascading() -> str:
    """The tree as a table, on a landscape page."""
    return data_table(
        (
            Column("Nomor", 1.6, "{{ r.nomor }}"),
            Column("Jenjang", 2.8, "{{ r.komponen }}"),
            Column("Kinerja", 7.0, "{{ r.kinerja }}"),
            Column("Indikator Kinerja", 7.0, "{{ i.indikator }}", each="r.daftar_indikator"),
            Column("Program / Kegiatan / Subkegiatan", 5.3, "{{ r.program }}"),
            Column("Penanggung Jawab", 3.0, "{{ r.penanggung_jawab }}"),
        ),
        "daftar_cascading",
        "Tahap 5",
    )


def lintas() -> str:
    """Cross-cutting conditions."""
    return data_table(
        (
            Column("No", 0.9, "{{ r.no }}", "center"),
            Column("Kinerja", 3.6, "{{ r.kinerja }}"),
            Column("Indikator", 2.9, "{{ r.indikator }}"),
            Column("PD Pengampu", 2.3, "{{ r.pd_pengampu }}"),
            Column("PD Pendukung", 2.4, "{{ r.pd_pendukung }}"),
            Column("Peran", 2.3, "{{ r.peran }}"),
            Column("Status", 1.6, "{{ r.status }}"),
        ),
        "daftar_lintas",
        "Lintas Perangkat Daerah",
    )


def perumusan() -> str:
    """Table 4.1, on a landscape page."""
    return data_table(
        (
            Column("NSPK dan Sasaran RPJMD yang Relevan", 3.1, "{{ r.acuan }}"),
            Column("Tujuan", 3.1, "{{ r.tujuan }}"),
            Column("Sasaran", 3.3, "{{ r.sasaran }}"),
            Column("Outcome", 3.5, "{{ r.outcome }}"),
            Column("Output", 3.7, "{{ r.output }}"),
            Column("Indikator", 4.2, "{{ i.indikator }}", each="r.daftar_indikator"),
            Column("Program / Kegiatan / Subkegiatan", 4.5, "{{ r.program }}"),
            Column("Ket", 1.3, ""),
        ),
        "daftar_perumusan",
        "Tahap 5",
        numbers="({:02})",
    )


def iku() -> str:
    """Table 4.4."""
    columns = (
        Column("No", 0.8, "{{ r.no }}", "center"),
        Column("Indikator", 4.7, "{{ r.indikator }}"),
        Column("Satuan", 1.9, "{{ r.satuan }}", "center"),
        Column("Baseline {{ tahun_dasar }}", 1.4, "{{ r.kondisi_awal }}", "center"),
        *(Column(f"{{{{ daftar_tahun[{y}] }}}}", 0.95, f"{{{{ r.target[{y}] }}}}", "center") for y in _YEARS),
        Column("Ket", 1.5, "{{ r.keterangan }}"),
    )
    return data_table(columns, "daftar_iku", "Tahap 5, kolom IKU", header=_target_header(columns, 4), margin=0.06)


def pendanaan() -> str:
    """Table 4.2, on a landscape page: programs with their pagu, outcomes and outputs with their targets."""
    widths = (5.0, 3.6, 1.5, *(1.15, 1.85) * 5, 1.6)
    title = "Bidang Urusan / Program / Outcome / Kegiatan / Subkegiatan / Output"
    fixed = (title, "Indikator Outcome / Output", "Baseline {{ tahun_dasar }}")
    upper = [head(text, _PADAT, merge="restart") for text in fixed]
    upper += [head(f"{{{{ daftar_tahun_rencana[{year}] }}}}", _PADAT, span=2) for year in range(5)]
    upper.append(head("Ket", _PADAT, merge="restart"))
    lower = [head("", _PADAT, merge="continue") for _ in fixed]
    lower += [head(text, _PADAT) for _ in range(5) for text in ("Target", "Pagu (Rp)")]
    lower.append(head("", _PADAT, merge="continue"))
    numbers = [
        Cell(paragraph(run(f"({number:02})"), style=_PADAT, align="center", keep_next=True)) for number in range(1, 15)
    ]

    def line(*, bold: bool = False, shade: str = "", left: float = 0.0, keep: bool = False) -> str:
        def cell(value: str, align: str = "", indent: float | None = None) -> Cell:
            text = run(value, bold=bold)
            content = paragraph(text, style=_PADAT, align=align, left=indent, keep_next=keep, before=1, after=1)
            return Cell(content, shade=shade)

        cells = [cell("{{ r.uraian }}", indent=left or None), cell("{{ r.indikator }}")]
        cells.append(cell("{{ r.kondisi_awal }}", "center"))
        for year in range(5):
            cells.append(cell(f"{{{{ r.daftar_tahun[{year}].target }}}}", "center"))
            cells.append(cell(f"{{{{ r.daftar_tahun[{year}].pagu }}}}", "right"))
        return row(widths, *cells, cell("{{ r.keterangan }}"))

    return table(
        widths,
        row(widths, *upper, header=True),
        row(widths, *lower, header=True),
        row(widths, *numbers, header=True),
        tag_row(widths, "for r in daftar_pendanaan"),
        tag_row(widths, "if r.tingkat == 'program'"),
        line(bold=True, shade=_PROGRAM, keep=True),
        tag_row(widths, "elif r.tingkat == 'kegiatan'"),
        line(bold=True, left=0.2, keep=True),
        tag_row(widths, "elif r.tingkat == 'sub_kegiatan'"),
        line(left=0.4, keep=True),
        tag_row(widths, "elif r.tingkat == 'jumlah'"),
        line(bold=True, shade=_JUMLAH),
        # The row before the last stays with it: a total never stands alone on a page.
        tag_row(widths, "elif loop.revindex0 == 1"),
        line(left=0.4, keep=True),
        tag_row(widths, "else"),
        line(left=0.4),
        tag_row(widths, "endif"),
        tag_row(widths, "endfor"),
        *empty_row(widths, _PADAT, "daftar_pendanaan", "Program"),
        margin=0.04,
    )
