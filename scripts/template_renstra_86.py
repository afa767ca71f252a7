"""The template of a Renstra after Permendagri 86/2017: eight chapters, tables T-C.23 to T-C.28 (domain.md 2.1)."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

import template_renstra_lembar as lembar
import template_renstra_tabel as tabel
from template_file import ShippedTemplate
from template_parts import (
    A3_LANDSCAPE,
    LANDSCAPE,
    PORTRAIT,
    Cell,
    hairline,
    paragraph,
    row,
    run,
    section,
    table,
    tag,
    tag_row,
)
from template_renstra import cover, lists, renstra_footer, renstra_header
from template_renstra_akhir import Break, penutup
from template_renstra_awal import DASAR_HUKUM
from template_renstra_naskah import NAMA, PERIODE, Column, Naskah, data_table, empty_row, head, number_row

_KECIL = "IsiTabelKecil"
_BABS = tuple(f"bagian.bab_{number}" for number in range(1, 9))
_PAST, _YEARS = range(5), range(5)
_BOTH_PAST = "daftar_kinerja_pelayanan or daftar_anggaran_realisasi"
_SISTEMATIKA = (
    "Bab I Pendahuluan, memuat latar belakang, landasan hukum, maksud dan tujuan, serta sistematika penulisan;",
    "Bab II Gambaran Pelayanan Perangkat Daerah, memuat tugas, fungsi, struktur organisasi, sumber daya, kinerja "
    "pelayanan, serta tantangan dan peluang;",
    "Bab III Permasalahan dan Isu-Isu Strategis Perangkat Daerah;",
    "Bab IV Tujuan dan Sasaran;",
    "Bab V Strategi dan Arah Kebijakan;",
    "Bab VI Rencana Program dan Kegiatan serta Pendanaan;",
    "Bab VII Kinerja Penyelenggaraan Bidang Urusan;",
    "Bab VIII Penutup.",
)


def renstra_86_body(references: str) -> str:
    """Cover, lists and chapters; each is printed only if asked, so sections end inside a chapter."""
    upright = partial(section, PORTRAIT, references)
    first = partial(section, PORTRAIT, references, numbers='w:start="1"')
    large = partial(section, A3_LANDSCAPE, references)
    across = partial(section, LANDSCAPE, references)
    chapters = (
        _pendahuluan(),
        _gambaran(first, large),
        _isu(),
        _tujuan(first, upright, across, large),
        _strategi(),
        _program(upright, large),
        _kinerja(),
        penutup(8, "BAB VIII"),
    )
    printed = "".join(
        tag(f"if {asked}") + "".join(chapter.parts) + tag("endif")
        for asked, chapter in zip(_BABS, chapters, strict=True)
    )
    front = cover() + lists(references, _BABS)
    return tag("if bagian.sampul") + front + tag("endif") + printed + upright()


def _pendahuluan() -> Naskah:
    bab = Naskah(1)
    bab.bab("BAB I", "PENDAHULUAN")
    bab.sub("1.1 Latar Belakang")
    bab.text(
        f"Rencana Strategis (Renstra) {NAMA} Tahun {PERIODE} adalah dokumen perencanaan perangkat daerah untuk jangka "
        "waktu lima tahun yang menjabarkan Rencana Pembangunan Jangka Menengah Daerah (RPJMD) ke dalam tujuan, "
        "sasaran, strategi, arah kebijakan, program, dan kegiatan sesuai dengan tugas dan fungsinya. Hasil (outcome) "
        "yang dijabarkan adalah: {{ outcome }}."
    )
    bab.place("latar-belakang")
    bab.sub("1.2 Landasan Hukum")
    bab.text(f"Landasan hukum penyusunan Renstra {NAMA} Tahun {PERIODE} meliputi:")
    bab.items([text for text in DASAR_HUKUM if not text.startswith("Instruksi Menteri Dalam Negeri Nomor 2")])
    bab.place("dasar-hukum")
    bab.sub("1.3 Maksud dan Tujuan")
    bab.text(
        f"Renstra ini menjadi pedoman {NAMA} dalam menyusun Renja setiap tahun, menetapkan Perjanjian Kinerja, serta "
        "mengendalikan dan mengevaluasi pelaksanaan program dan kegiatan."
    )
    bab.place("maksud-tujuan")
    bab.sub("1.4 Sistematika Penulisan")
    bab.text("Renstra ini disusun dengan sistematika sebagai berikut:")
    bab.items(_SISTEMATIKA)
    return bab


def _gambaran(first: Break, large: Break) -> Naskah:
    bab = Naskah(2)
    bab.bab("BAB II", "GAMBARAN PELAYANAN PERANGKAT DAERAH")
    bab.sub("2.1 Tugas, Fungsi, dan Struktur Organisasi")
    bab.place("tugas-fungsi")
    bab.sub("2.2 Sumber Daya")
    lembar.sumber_daya(bab)
    bab.place("sumber-daya")
    bab.sub("2.3 Kinerja Pelayanan")
    bab.text(
        "Pencapaian kinerja pelayanan lima tahun terakhir disajikan pada Tabel 2.1 (T-C.23), sedangkan anggaran dan "
        "realisasi pendanaannya disajikan pada Tabel 2.2 (T-C.24)."
    )
    bab.place("kinerja-pelayanan")
    for number, title, key in (
        ("2.3.1", "Kelompok Sasaran Layanan", "kelompok-sasaran"),
        ("2.3.2", "Mitra Perangkat Daerah", "mitra"),
        ("2.3.3", "Kerja Sama", "kerja-sama"),
    ):
        bab.sub(f"{number} {title}")
        if key == "kelompok-sasaran":
            lembar.from_list(bab, "daftar_kelompok_sasaran", lembar.kelompok_sasaran())
        bab.place(key)
    bab.sub("2.4 Tantangan dan Peluang Pengembangan Pelayanan")
    bab.place("tantangan-peluang")
    bab.raw(tag(f"if {_BOTH_PAST}"), hairline(first()), tag("endif"))
    lembar.from_sheet(
        bab, "2.1", "Pencapaian Kinerja Pelayanan Perangkat Daerah (T-C.23)", _tc23(), "daftar_kinerja_pelayanan"
    )
    lembar.from_sheet(
        bab, "2.2", "Anggaran dan Realisasi Pendanaan Pelayanan Perangkat Daerah (T-C.24)", _tc24(),
        "daftar_anggaran_realisasi",
    )  # fmt: skip
    bab.raw(tag(f"if {_BOTH_PAST}"), hairline(large()), tag("endif"))
    return bab


def _isu() -> Naskah:
    bab = Naskah(3)
    bab.bab("BAB III", "PERMASALAHAN DAN ISU-ISU STRATEGIS PERANGKAT DAERAH")
    bab.sub("3.1 Identifikasi Permasalahan Berdasarkan Tugas dan Fungsi Pelayanan")
    bab.text("Permasalahan pelayanan dan kondisi yang diperlukan disajikan pada Tabel 3.1.")
    bab.table("3.1", "Permasalahan Pelayanan Perangkat Daerah", tabel.permasalahan())
    lembar.from_sheet(bab, "3.2", "Faktor Penghambat dan Faktor Pendorong", lembar.faktor(), "daftar_faktor")
    bab.place("permasalahan")
    bab.sub("3.2 Telaahan Visi, Misi, dan Program Kepala Daerah")
    bab.place("keterkaitan-rpjmd")
    bab.sub("3.3 Telaahan Renstra Kementerian/Lembaga dan Renstra Provinsi")
    bab.place("telaahan-renstra")
    bab.sub("3.4 Telaahan Rencana Tata Ruang Wilayah dan Kajian Lingkungan Hidup Strategis")
    bab.place("telaahan-rtrw-klhs")
    bab.sub("3.5 Penentuan Isu-Isu Strategis")
    bab.table("3.3", "Isu Strategis Perangkat Daerah", tabel.isu_strategis())
    bab.place("isu-strategis")
    return bab


def _tujuan(first: Break, upright: Break, across: Break, large: Break) -> Naskah:
    bab = Naskah(4)
    # Where no section has ended in Bab II the first one ends here, and the numbers of the pages begin with it.
    ends = (tag(f"if {_BOTH_PAST}"), hairline(upright()), tag("else"), hairline(first()), tag("endif"))
    bab.raw(tag("if bagian.bab_3"), *ends, tag("endif"))
    bab.bab("BAB IV", "TUJUAN DAN SASARAN")
    bab.sub("4.1 Tujuan dan Sasaran Jangka Menengah Perangkat Daerah")
    bab.text(f"Tujuan dan sasaran jangka menengah {NAMA} Tahun {PERIODE} disajikan pada Tabel 4.1 (T-C.25).")
    bab.table(
        "4.1", "Tujuan dan Sasaran Jangka Menengah Pelayanan Perangkat Daerah (T-C.25)", _tc25(), section=across()
    )
    bab.picture("daftar_pohon", large())
    bab.sub("4.2 Kinerja Lintas Perangkat Daerah")
    bab.table("4.2", "Kinerja Lintas Perangkat Daerah (Crosscutting)", tabel.lintas())
    bab.place("lintas-perangkat-daerah")
    return bab


def _strategi() -> Naskah:
    bab = Naskah(5)
    bab.bab("BAB V", "STRATEGI DAN ARAH KEBIJAKAN")
    bab.sub("5.1 Visi dan Misi Kepala Daerah")
    bab.place("visi-misi")
    bab.sub("5.2 Strategi dan Arah Kebijakan")
    bab.text("Strategi dan arah kebijakan untuk mencapai setiap sasaran disajikan pada Tabel 5.1 (T-C.26).")
    bab.table("5.1", "Tujuan, Sasaran, Strategi, dan Kebijakan (T-C.26)", _tc26())
    bab.place("strategi-arah-kebijakan")
    return bab


def _program(upright: Break, large: Break) -> Naskah:
    bab = Naskah(6)
    bab.bab("BAB VI", "RENCANA PROGRAM DAN KEGIATAN SERTA PENDANAAN")
    bab.text(f"Rencana program, kegiatan, dan pendanaan {NAMA} Tahun {PERIODE} disajikan pada Tabel 6.2 (T-C.27).")
    bab.place("program-kegiatan")
    lembar.from_sheet(
        bab, "6.1", "Subkegiatan Prioritas Pembangunan Daerah", lembar.prioritas(upright=True), "daftar_prioritas"
    )
    bab.raw(hairline(upright()))
    bab.table("6.2", "Rencana Program, Kegiatan, dan Pendanaan Perangkat Daerah (T-C.27)", _tc27(), section=large())
    return bab


def _kinerja() -> Naskah:
    bab = Naskah(7)
    bab.bab("BAB VII", "KINERJA PENYELENGGARAAN BIDANG URUSAN")
    bab.text("Indikator kinerja yang mengacu pada tujuan dan sasaran RPJMD disajikan pada Tabel 7.1 (T-C.28).")
    bab.table("7.1", "Indikator Kinerja Perangkat Daerah yang Mengacu pada Tujuan dan Sasaran RPJMD (T-C.28)", _tc28())
    lembar.from_sheet(bab, "7.2", "Indikator Kinerja Kunci Perangkat Daerah", lembar.ikk(), "daftar_ikk")
    bab.place("kinerja-bidang-urusan")
    return bab


def _cell(value: str, align: str = "", *, bold: bool = False, keep: bool = False) -> Cell:
    return Cell(paragraph(run(value, bold=bold), style=_KECIL, align=align, keep_next=keep, before=1, after=1))


def _grouped(
    titles: tuple[str, ...], groups: tuple[tuple[str, str], ...], behind: tuple[str, ...] = ()
) -> tuple[list[Cell], list[Cell]]:
    """Two header rows: plain titles over both, each group of five years over its years, plain titles behind."""
    plain = [head(title, _KECIL, merge="restart") for title in titles]
    below = [head("", _KECIL, merge="continue") for _ in titles]
    upper = [*plain, *(head(title, _KECIL, span=5) for title, _ in groups)]
    lower = [*below, *(head(years.format(year=year), _KECIL) for _, years in groups for year in _YEARS)]
    upper += [head(title, _KECIL, merge="restart") for title in behind]
    lower += [head("", _KECIL, merge="continue") for _ in behind]
    return upper, lower


_LAST_YEARS = "{{{{ daftar_tahun_lalu[{year}] }}}}"
_PLAN_YEARS = "{{{{ daftar_tahun[{year}] }}}}"


def _wide(
    widths: tuple[float, ...], header: tuple[list[Cell], list[Cell]], source: str, cells: list[Cell],
) -> str:  # fmt: skip
    upper, lower = header
    return table(
        widths,
        row(widths, *upper, header=True),
        row(widths, *lower, header=True),
        number_row(widths, _KECIL),
        tag_row(widths, f"for r in {source}"),
        row(widths, *cells),
        tag_row(widths, "endfor"),
        margin=0.05,
    )


def _tc23() -> str:
    """T-C.23, 20 columns on A3."""
    parts = ("target", "realisasi", "capaian")
    cells = [_cell("{{ r.no }}", "center"), _cell("{{ r.indikator }}{% if r.satuan %} ({{ r.satuan }}){% endif %}")]
    cells += [_cell(f"{{{{ r.{name} }}}}", "center") for name in ("target_nspk", "target_ikk", "target_lain")]
    cells += [_cell(f"{{{{ r.daftar_tahun[{year}].{part} }}}}", "center") for part in parts for year in _PAST]
    titles = (
        "No",
        "Indikator Kinerja sesuai Tugas dan Fungsi",
        "Target NSPK",
        "Target IKK",
        "Target Indikator Lainnya",
    )
    groups = tuple(
        (title, _LAST_YEARS) for title in ("Target Renstra Tahun", "Realisasi Tahun", "Rasio Capaian (%) Tahun")
    )
    return _wide((0.9, 6.9, 1.7, 1.7, 1.8, *(1.8,) * 15), _grouped(titles, groups), "daftar_kinerja_pelayanan", cells)


def _tc24() -> str:
    """T-C.24, 18 columns on A3; the last row is the sum."""
    widths = (3.2, *(2.75,) * 10, *(1.08,) * 5, 1.95, 1.95)
    groups = tuple((title, _LAST_YEARS) for title in ("Anggaran (Rp) Tahun", "Realisasi (Rp) Tahun", "Rasio (%) Tahun"))
    behind = ("Pertumbuhan Anggaran (%)", "Pertumbuhan Realisasi (%)")
    upper, lower = _grouped(("Uraian",), groups, behind)

    def line(*, bold: bool) -> str:
        cells = [_cell("{{ r.uraian }}", bold=bold)]
        for part, align in (("anggaran", "right"), ("realisasi", "right"), ("rasio", "center")):
            cells += [_cell(f"{{{{ r.daftar_tahun[{year}].{part} }}}}", align, bold=bold) for year in _PAST]
        cells += [_cell(f"{{{{ r.pertumbuhan_{part} }}}}", "center", bold=bold) for part in ("anggaran", "realisasi")]
        return row(widths, *cells)

    return table(
        widths,
        row(widths, *upper, header=True),
        row(widths, *lower, header=True),
        number_row(widths, _KECIL),
        tag_row(widths, "for r in daftar_anggaran_realisasi"),
        tag_row(widths, "if r.tingkat == 'jumlah'"),
        line(bold=True),
        tag_row(widths, "else"),
        line(bold=False),
        tag_row(widths, "endif"),
        tag_row(widths, "endfor"),
        margin=0.04,
    )


def _tc25() -> str:
    """T-C.25, on a landscape page."""
    columns = (
        Column("Tujuan/Sasaran", 8.0, "{{ r.sebutan }}: {{ r.uraian }}", merge=True),
        Column("Indikator Tujuan/Sasaran", 7.2, "{{ i.indikator }}"),
        Column("Satuan", 2.2, "{{ i.satuan }}", "center"),
        *(Column(_PLAN_YEARS.format(year=y), 1.6, f"{{{{ i.target[{y}] }}}}", "center") for y in _YEARS),
    )
    widths = [column.width for column in columns]
    upper, lower = _grouped(("Tujuan/Sasaran", "Indikator Tujuan/Sasaran", "Satuan"), (("Target Tahun", _PLAN_YEARS),))
    rows = (row(widths, *upper, header=True), row(widths, *lower, header=True))
    return data_table(columns, "daftar_tujuan_sasaran", "Tahap 5", inner="daftar_indikator", header=rows)


def _tc26() -> str:
    """T-C.26; a tujuan runs down beside its sasaran, a sasaran beside its strategies."""
    widths = (3.6, 4.0, 4.2, 4.2)
    titles = ("Tujuan", "Sasaran", "Strategi", "Arah Kebijakan")

    def line(*merges: str) -> str:
        names = zip(("tujuan", "sasaran", "strategi", "arah_kebijakan"), (*merges, "", ""), strict=True)
        # A cell that goes on says nothing: what nobody sees there some programs drop when they save.
        cells = ((_cell("" if merge == "continue" else f"{{{{ r.{name} }}}}"), merge) for name, merge in names)
        return row(widths, *(replace(cell, merge=merge) for cell, merge in cells))

    return table(
        widths,
        row(widths, *(head(title, _KECIL) for title in titles), header=True),
        number_row(widths, _KECIL),
        tag_row(widths, "for r in daftar_strategi"),
        tag_row(widths, "if loop.first or r.tujuan != loop.previtem.tujuan"),
        line("restart", "restart"),
        tag_row(widths, "elif r.sasaran != loop.previtem.sasaran"),
        line("continue", "restart"),
        tag_row(widths, "else"),
        line("continue", "continue"),
        tag_row(widths, "endif"),
        tag_row(widths, "endfor"),
        *empty_row(widths, _KECIL, "daftar_strategi", "Renstra"),
    )


def _tc27() -> str:
    """T-C.27, 20 columns on A3: a component with its first indicator, its further ones below.

    An amount of fifteen figures has room in one line of eight points; tujuan and sasaran run down beside a program.
    """
    widths = (2.31, 2.31, 2.34, 2.46, 2.46, 1.2, *(1.09, 2.73) * 5, 1.09, 2.9, 2.31, 1.52)
    plain = (
        "Tujuan", "Sasaran", "Kode", "Program dan Kegiatan",
        "Indikator Kinerja Program (outcome) dan Kegiatan (output)",
        "Data Capaian Awal {{ tahun_dasar }}",
    )  # fmt: skip
    upper = [head(title, _KECIL, merge="restart") for title in plain]
    upper += [head(_PLAN_YEARS.format(year=year), _KECIL, span=2) for year in _YEARS]
    upper.append(head("Kondisi Akhir Periode", _KECIL, span=2))
    upper += [head(title, _KECIL, merge="restart") for title in ("Unit Kerja Penanggung Jawab", "Lokasi")]
    lower = [head("", _KECIL, merge="continue") for _ in plain]
    lower += [head(text, _KECIL) for _ in range(6) for text in ("Target", "Rp")]
    lower += [head("", _KECIL, merge="continue") for _ in range(2)]

    def line(*, bold: bool, merge: str = "", keep: bool = False) -> str:
        cells = [replace(_cell(f"{{{{ r.{name} }}}}", keep=keep), merge=merge) for name in ("tujuan", "sasaran")]
        cells += [_cell(f"{{{{ r.{name} }}}}", bold=bold) for name in ("kode", "uraian", "indikator")]
        cells.append(_cell("{{ r.kondisi_awal }}", "center", bold=bold))
        for year in _YEARS:
            cells.append(_cell(f"{{{{ r.daftar_tahun[{year}].target }}}}", "center", bold=bold))
            cells.append(_cell(f"{{{{ r.daftar_tahun[{year}].pagu }}}}", "right", bold=bold))
        cells.append(_cell("{{ r.akhir_target }}", "center", bold=bold))
        cells.append(_cell("{{ r.akhir_pagu }}", "right", bold=bold))
        return row(widths, *cells, _cell("{{ r.unit }}"), _cell("{{ r.lokasi }}"))

    return table(
        widths,
        row(widths, *upper, header=True),
        row(widths, *lower, header=True),
        number_row(widths, _KECIL),
        tag_row(widths, "for r in daftar_program_kegiatan"),
        tag_row(widths, "if r.tingkat == 'program'"),
        line(bold=True, merge="restart"),
        tag_row(widths, "elif r.tingkat == 'jumlah'"),
        line(bold=True),
        tag_row(widths, "elif r.tingkat == 'kinerja' and r.uraian"),
        line(bold=False),
        # The row before the last stays with it: a total never stands alone on a page.
        tag_row(widths, "elif loop.revindex0 == 1"),
        line(bold=False, merge="continue", keep=True),
        tag_row(widths, "else"),
        line(bold=False, merge="continue"),
        tag_row(widths, "endif"),
        tag_row(widths, "endfor"),
        *empty_row(widths, _KECIL, "daftar_program_kegiatan", "Program"),
        margin=0.03,
    )


def _tc28() -> str:
    """T-C.28."""
    columns = (
        Column("No", 0.9, "{{ r.no }}", "center"),
        Column("Indikator", 4.9, "{{ r.indikator }}{% if r.satuan %} ({{ r.satuan }}){% endif %}"),
        Column("Kondisi Awal {{ tahun_dasar }}", 1.7, "{{ r.kondisi_awal }}", "center"),
        *(Column(_PLAN_YEARS.format(year=y), 1.36, f"{{{{ r.target[{y}] }}}}", "center") for y in _YEARS),
        Column("Kondisi Akhir", 1.7, "{{ r.target[4] }}", "center"),
    )
    widths = [column.width for column in columns]
    upper, lower = _grouped(
        ("No", "Indikator", "Kondisi Awal {{ tahun_dasar }}"), (("Target Tahun", _PLAN_YEARS),), ("Kondisi Akhir",)
    )
    rows = (row(widths, *upper, header=True), row(widths, *lower, header=True))
    return data_table(columns, "daftar_indikator_rpjmd", "Tahap 5", header=rows, margin=0.06)


TEMPLATE = ShippedTemplate(
    stem="renstra-86",
    title="Rencana Strategis Perangkat Daerah",
    body=renstra_86_body,
    shipped="renstra/shipped_2017.py",
    header=renstra_header(),
    footer=renstra_footer(),
    signed=True,
)
