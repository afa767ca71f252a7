"""The tables of the Renstra that the workbook fills: Inmendagri 2/2025 as printed by offices (domain.md 2.2)."""

from __future__ import annotations

from dataclasses import dataclass, replace

from template_parts import Cell, paragraph, row, run, table, tag_row
from template_renstra_naskah import Column, body_cell, data_table, empty_row, head, number_row
from template_report import kept

_YEARS = range(6)
_KECIL = "IsiTabelKecil"
_PROGRAM = "F2F2F2"
_JUMLAH = "E7E6E6"
_URUSAN = "D9D9D9"


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
            Column("Permasalahan", 5.2, "{{ r.permasalahan }}"),
            Column("Isu Strategis", 4.6, "{{ r.isu_strategis }}"),
            Column("Sasaran", 5.6, "{{ r.sasaran }}"),
            Column("Strategi", 5.3, "{{ r.strategi }}"),
            Column("Arah Kebijakan", 6.0, "{{ r.arah_kebijakan }}"),
        ),
        "daftar_strategi",
        "Renstra",
    )


def penahapan() -> str:
    """Table 3.3: a column for each Tahap; a cell that names no Tahap runs over all of them."""
    widths, style = (1.1, 5.6, *(4.0,) * 5), _KECIL
    stages = [f"{{{{ daftar_tahap[{number}] }}}}" for number in range(5)]

    def cell(value: str, align: str = "", span: int = 1) -> Cell:
        return Cell(paragraph(run(value), style=style, align=align, before=1, after=1), span=span)

    start = (cell("{{ r.no }}", "center"), cell("{{ r.sasaran }}"))
    return table(
        widths,
        row(widths, *(head(text, style) for text in ("No", "Sasaran", *stages)), header=True),
        number_row(widths, style),
        tag_row(widths, "for r in daftar_strategi"),
        tag_row(widths, "if r.penahapan_utuh"),
        row(widths, *start, cell("{{ r.penahapan_utuh }}", span=5)),
        tag_row(widths, "else"),
        row(widths, *start, *(cell(f"{{{{ r.daftar_tahap[{number}] }}}}") for number in range(5))),
        tag_row(widths, "endif"),
        tag_row(widths, "endfor"),
        *empty_row(widths, style, "daftar_strategi", "Renstra"),
    )


def arah_kebijakan() -> str:
    """Table 3.4."""
    return data_table(
        (
            Column("No", 1.1, "{{ r.no }}", "center"),
            Column("Operasionalisasi NSPK", 7.4, "{{ r.nspk }}"),
            Column("Arah Kebijakan RPJMD", 8.1, "{{ r.arah_kebijakan_rpjmd }}"),
            Column("Arah Kebijakan Renstra Perangkat Daerah", 8.1, "{{ r.arah_kebijakan }}"),
            Column("Ket", 2.0, ""),
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


def lintas(*, wide: bool = False) -> str:
    """Cross-cutting conditions, on an upright page, or on one that is ``wide``."""
    titles = (
        Column("No", 0.8, "{{ r.no }}", "center"),
        Column("Kinerja", 3.3, "{{ r.kinerja }}"),
        Column("Indikator", 2.7, "{{ r.indikator }}"),
        Column("PD Pengampu", 2.45, "{{ r.pd_pengampu }}"),
        Column("PD Pendukung", 2.45, "{{ r.pd_pendukung }}"),
        Column("Peran", 2.5, "{{ r.peran }}"),
        Column("Status", 1.8, "{{ r.status }}"),
    )
    broad = (1.1, 6.5, 5.3, 3.9, 3.9, 3.9, 2.1)
    columns = [replace(column, width=width) for column, width in zip(titles, broad, strict=True)] if wide else titles
    return data_table(columns, "daftar_lintas", "Lintas Perangkat Daerah")


_LEVELS = ("tujuan", "sasaran", "outcome", "output")


def perumusan() -> str:
    """Table 4.1, on a landscape page: each kinerja runs down beside what is derived from it."""
    columns = (
        Column("NSPK dan Sasaran RPJMD yang Relevan", 4.5, "{{ r.acuan }}"),
        Column("Tujuan", 2.8, "{{ r.tujuan }}"),
        Column("Sasaran", 3.1, "{{ r.sasaran }}"),
        Column("Outcome", 3.3, "{{ r.outcome }}"),
        Column("Output", 3.5, "{{ r.output }}"),
        Column("Indikator", 4.0, "{{ i.indikator }}", each="r.daftar_indikator"),
        Column("Program / Kegiatan / Subkegiatan", 4.3, "{{ r.program }}"),
        Column("Ket", 1.2, ""),
    )
    widths, style = [column.width for column in columns], "IsiTabelKecil"

    def line(level: str, *, referred: bool = True) -> str:
        """The row of a level: it begins the cell of its column, and goes on in those before it.

        The references begin in the row of a tujuan or of a sasaran, whichever is ``referred`` to them.
        """
        at = _LEVELS.index(level)
        before = {1, 2, 3}.intersection(range(1, at + 1))
        cells = []
        for number, column in enumerate(columns):
            its_own = number == at + 1 and level != "output"
            begins = its_own or (number == 0 and at < 2 and referred)
            goes_on = number in before or (number == 0 and (at > 1 or not referred))
            cell = body_cell(column, style)
            cells.append(replace(cell, merge="restart" if begins else "continue" if goes_on else ""))
        made = row(widths, *cells)
        # The cell of the references has room for its text where its sasaran does not end the page.
        return made if level == _LEVELS[-1] else kept(made)

    first, *others = _LEVELS
    branches = [tag_row(widths, f"if r.tingkat == '{first}'"), line(first)]
    branches += [tag_row(widths, "elif r.tingkat == 'sasaran' and not r.acuan"), line("sasaran", referred=False)]
    for level in others[:-1]:
        branches += [tag_row(widths, f"elif r.tingkat == '{level}'"), line(level)]
    return table(
        widths,
        row(widths, *(head(column.title, style) for column in columns), header=True),
        number_row(widths, style, "({:02})"),
        tag_row(widths, "for r in daftar_perumusan"),
        *branches,
        tag_row(widths, "else"),
        line(others[-1]),
        tag_row(widths, "endif"),
        tag_row(widths, "endfor"),
        *empty_row(widths, style, "daftar_perumusan", "Tahap 5"),
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


@dataclass(frozen=True)
class FundingSheet:
    """Table 4.2 on one paper: widths in cm of the columns at the left, of the pair of a year and of the last one."""

    left: tuple[float, float, float]
    year: tuple[float, float]
    last: float
    unit: str


FUNDING_A3 = {
    5: FundingSheet((8.4, 6.5, 1.9), (1.45, 2.8), 1.6, "Rp"),
    6: FundingSheet((6.6, 5.0, 1.7), (1.3, 2.8), 1.6, "Rp"),
}
"""By the number of planned years; an amount of fifteen figures has room in one line of eight points."""
FUNDING_F4 = {
    5: FundingSheet((5.8, 4.6, 1.7), (1.25, 2.25), 1.35, "ribu Rp"),
    6: FundingSheet((4.4, 3.5, 1.5), (1.15, 2.25), 1.2, "ribu Rp"),
}


def pendanaan(sheet: FundingSheet, years: int) -> str:
    """Table 4.2: fields, programs with their pagu, outcomes and outputs with their targets."""
    widths = (*sheet.left, *sheet.year * years, sheet.last)
    title = "Bidang Urusan / Program / Outcome / Kegiatan / Subkegiatan / Output"
    fixed = (title, "Indikator Outcome / Output", "Baseline {{ tahun_dasar }}")
    upper = [head(text, _KECIL, merge="restart") for text in fixed]
    upper += [head(f"{{{{ daftar_tahun_rencana[{year}] }}}}", _KECIL, span=2) for year in range(years)]
    upper.append(head("Ket", _KECIL, merge="restart"))
    lower = [head("", _KECIL, merge="continue") for _ in fixed]
    lower += [head(text, _KECIL) for _ in range(years) for text in ("Target", f"Pagu ({sheet.unit})")]
    lower.append(head("", _KECIL, merge="continue"))
    numbers = [
        Cell(paragraph(run(f"({number:02})"), style=_KECIL, align="center", keep_next=True))
        for number in range(1, len(widths) + 1)
    ]

    def line(
        *, bold: bool = False, italic: bool = False, shade: str = "", left: float = 0.0, keep: bool = False
    ) -> str:
        def cell(value: str, align: str = "", indent: float | None = None, slanted: bool = False) -> Cell:
            text = run(value, bold=bold, italic=slanted)
            content = paragraph(text, style=_KECIL, align=align, left=indent, keep_next=keep, before=1, after=1)
            return Cell(content, shade=shade)

        cells = [cell("{{ r.uraian }}", indent=left or None, slanted=italic), cell("{{ r.indikator }}")]
        cells.append(cell("{{ r.kondisi_awal }}", "center"))
        for year in range(years):
            cells.append(cell(f"{{{{ r.daftar_tahun[{year}].target }}}}", "center"))
            cells.append(cell(f"{{{{ r.daftar_tahun[{year}].pagu }}}}", "right"))
        return row(widths, *cells, cell("{{ r.keterangan }}"))

    return table(
        widths,
        row(widths, *upper, header=True),
        row(widths, *lower, header=True),
        row(widths, *numbers, header=True),
        tag_row(widths, "for r in daftar_pendanaan"),
        tag_row(widths, "if r.tingkat == 'urusan'"),
        line(bold=True, shade=_URUSAN, keep=True),
        tag_row(widths, "elif r.tingkat == 'bidang'"),
        line(bold=True, shade=_JUMLAH, keep=True),
        tag_row(widths, "elif r.tingkat == 'program'"),
        line(bold=True, shade=_PROGRAM, keep=True),
        tag_row(widths, "elif r.tingkat == 'kegiatan'"),
        line(bold=True, left=0.2, keep=True),
        tag_row(widths, "elif r.tingkat == 'sub_kegiatan'"),
        line(left=0.4, keep=True),
        tag_row(widths, "elif r.tingkat == 'jumlah'"),
        line(bold=True, shade=_JUMLAH),
        # The row before the last stays with it: a total never stands alone on a page.
        tag_row(widths, "elif loop.revindex0 == 1"),
        line(italic=True, left=0.6, keep=True),
        tag_row(widths, "else"),
        line(italic=True, left=0.6),
        tag_row(widths, "endif"),
        tag_row(widths, "endfor"),
        *empty_row(widths, _KECIL, "daftar_pendanaan", "Program"),
        margin=0.06,
    )
