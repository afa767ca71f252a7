"""The template of chapter III of the LKjIP (domain-2 8): seven analyses per sasaran, money, and the Lembar periksa."""

from __future__ import annotations

from template_file import ShippedTemplate
from template_parts import GREY, HAIR, LANDSCAPE, Cell, field, paragraph, row, run, section, table, tag, tag_row
from template_renstra_naskah import Column, body_cell, head, number_row
from template_report import AGENCY, SMALL, fitted, kept, note, part, rows, rows_kept, text, when
from template_signature import LATER, signature_row

_GOAL = "A.{{ s.urut }} {{ s.sebutan }}{% if s.no %} {{ s.no }}{% endif %}: {{ s.sasaran }}"
_UNTIL = "{% if sampai %} s.d. TW {{ sampai }}{% endif %}"


def lkjip_body(references: str) -> str:
    """The chapter, on landscape pages for its wide tables, and the sheet that checks it."""
    return (
        paragraph(
            run("BAB III") + "<w:r><w:br/></w:r>" + run("AKUNTABILITAS KINERJA"), style="Heading1", new_page=False
        )
        + part("A. Capaian Kinerja Organisasi")
        + text(
            f"Capaian kinerja {AGENCY} tahun {{{{ tahun }}}} diukur dengan membandingkan realisasi dengan target "
            "Perjanjian Kinerja.{% if sampai %} Realisasi yang tersedia sampai dengan triwulan {{ sampai }}; angka di "
            "bawah ini belum angka setahun.{% endif %}{% if jumlah_terukur %} Rata-rata capaian {{ jumlah_terukur }} "
            "indikator Perjanjian Kinerja yang sudah diukur: {{ rata_rata }}% ({{ kategori }}).{% else %} Rata-rata "
            "capaian indikator Perjanjian Kinerja: belum diukur.{% endif %}"
        )
        + _scale()
        + tag("for s in daftar_sasaran")
        + paragraph(run(_GOAL), style="Heading3")
        + _reached()
        + _bars()
        + _years()
        + _medium_term()
        + _standard()
        + _factors()
        + _efficiency()
        + _supporting()
        + tag("endfor")
        + part("B. Realisasi Anggaran")
        + _caption("{{ nomor_tabel_anggaran }}", "Anggaran dan realisasi per sasaran dan program")
        + _money()
        + _checked()
        + f"<w:p>{HAIR}</w:p>"
        + section(LANDSCAPE, references)
    )


def _caption(number: str, title: str) -> str:
    """The caption of a table, which Word can list: its number is a sequence field that restarts at its own."""
    serial = field(f"SEQ Tabel \\* ARABIC \\r {number}", number)
    return paragraph(run("Tabel 3.") + serial + run(f" {title}"), style="Caption")


def _of_goal(place: int, title: str) -> str:
    """The caption of an analysis of a sasaran; the tables of the chapter are numbered from the first to the last."""
    return _caption(f"{{{{ s.nomor_tabel[{place - 1}] }}}}", title)


def _whole(*columns: Column) -> tuple[Column, ...]:
    return fitted(columns, LANDSCAPE)


def _scale() -> str:
    return (
        note("Kategori capaian (%): {{ skala }}. Rata-rata menghitung setiap capaian paling tinggi "
             "{{ batas_rata_rata }}%; yang belum diukur tidak dihitung, bukan 0.")
        + when("ada_predikat", note("Predikat dihitung menurut urutannya: {{ skala_predikat }}."))
    )  # fmt: skip


def _table_of_goal(columns: tuple[Column, ...], last: str = "") -> str:
    """A table with a row per indicator of the sasaran ``s``; the row ``last`` never stands alone on a page."""
    widths = [column.width for column in columns]
    cells = [body_cell(column, SMALL) for column in columns]
    return table(
        widths,
        row(widths, *(head(column.title, SMALL) for column in columns), header=True),
        number_row(widths, SMALL),
        tag_row(widths, "for i in s.daftar_indikator"),
        *(rows_kept(widths, columns, "loop.last") if last else (row(widths, *cells),)),
        tag_row(widths, "endfor"),
        kept(last),
        margin=0.1,
    )


def _cell(value: str, *, span: int = 1, align: str = "", shade: str = "") -> Cell:
    content = paragraph(run(value, bold=bool(shade)), style=SMALL, align=align, before=1, after=1)
    return Cell(content, span=span, shade=shade)


def _reached() -> str:
    columns = _whole(
        Column("No", 1.0, "{{ loop.index }}", "center"),
        Column("Sasaran Strategis", 6.0, "{{ s.sasaran }}", merge=True),
        Column("Indikator", 7.2, "{{ i.indikator }}"),
        Column("Satuan", 2.2, "{{ i.satuan }}", "center"),
        Column("Target", 2.2, "{{ i.target }}", "center"),
        Column(f"Realisasi{_UNTIL}", 2.4, "{{ i.realisasi }}", "center"),
        Column("Capaian (%)", 2.2, "{{ i.capaian }}", "center"),
        Column("Kategori", 3.3, "{{ i.kategori }}{% if i.catatan %} ({{ i.catatan }}){% endif %}", "center"),
    )
    widths = [column.width for column in columns]
    last = row(
        widths,
        _cell("Rata-rata capaian", span=6, align="center", shade=GREY),
        _cell("{{ s.rata_rata }}", align="center", shade=GREY),
        _cell("{{ s.kategori }}", align="center", shade=GREY),
    )
    formula = (
        "Rumus: semakin tinggi semakin baik, capaian = R/T x 100%"
        "{% if ada_rendah %}; semakin rendah semakin baik, capaian = {{ rumus_rendah }} x 100%{% endif %} (T target, R "
        "realisasi).{% if s.belum_diukur %} Belum diukur: {{ s.belum_diukur }} indikator.{% endif %}"
    )
    return _of_goal(1, "Target dan realisasi tahun {{ tahun }}") + _table_of_goal(columns, last) + note(formula)


def _bars() -> str:
    """The chart: a bar per indicator between its name and its figure."""
    widths = (LANDSCAPE.text_width - 13.2, 10.6, 2.6)
    said = [
        Cell(paragraph(run(value), style="IsiTabel", align=align, keep_next=True, before=1, after=1), middle=True)
        for value, align in (("{{ i.indikator }}", "right"), ("{{ i.batang }}", ""), ("{{ i.capaian }}", "right"))
    ]

    def titled(text: str, align: str) -> Cell:
        return Cell(paragraph(run(text, bold=True), style="IsiTabel", align=align, keep_next=True))

    chart = table(
        widths,
        row(widths, titled("Indikator", "right"), titled("Capaian", ""), titled("%", "right"), header=True),
        tag_row(widths, "for i in s.daftar_indikator"),
        tag_row(widths, "if i.ada_batang"),
        row(widths, *said),
        tag_row(widths, "endif"),
        tag_row(widths, "endfor"),
        grid=False,
        title="Grafik capaian",
    )
    return when(
        "s.ada_batang",
        paragraph(run("", size=4), keep_next=True)
        + chart
        + paragraph(
            run("Capaian terhadap target: garis tegak 100%, ujung kanan 150%; warna muda berarti di bawah 100%."),
            style="Sumber",
            before=1,
            after=4,
        ),
    )


def _years() -> str:
    columns = _whole(
        Column("Indikator", 8.5, "{{ i.indikator }}"),
        Column("Satuan", 2.0, "{{ i.satuan }}", "center"),
        *(
            Column(
                f"Realisasi {{{{ daftar_tahun_lalu[{year}] }}}}", 2.3, f"{{{{ i.realisasi_lalu[{year}] }}}}", "center"
            )
            for year in range(3)
        ),
        Column(f"Realisasi {{{{ tahun }}}}{_UNTIL}", 2.3, "{{ i.realisasi }}", "center"),
        Column("Capaian {{ daftar_tahun_lalu[2] }} (%)", 2.2, "{{ i.capaian_lalu }}", "center"),
        Column("Capaian {{ tahun }} (%)", 2.2, "{{ i.capaian }}", "center"),
        Column("Naik/Turun", 2.2, "{{ i.selisih }}", "center"),
    )
    return when(
        "s.ada_riwayat",
        _of_goal(2, "Perbandingan dengan tahun sebelumnya") + _table_of_goal(columns),
        text("Realisasi tahun-tahun sebelumnya belum tersedia di buku kerja, sehingga belum dapat dibandingkan."),
    )


def _medium_term() -> str:
    columns = _whole(
        Column("Indikator", 10.5, "{{ i.indikator }}"),
        Column("Satuan", 2.5, "{{ i.satuan }}", "center"),
        Column(f"Realisasi {{{{ tahun }}}}{_UNTIL}", 4.0, "{{ i.realisasi }}", "center"),
        Column("Target Akhir Renstra ({{ tahun_akhir }})", 4.5, "{{ i.target_akhir }}", "center"),
        Column("Tingkat Kemajuan (%)", 4.5, "{{ i.kemajuan }}", "center"),
    )
    return when(
        "s.ada_target_akhir",
        _of_goal(3, "Perbandingan dengan target jangka menengah Renstra") + _table_of_goal(columns),
        text("Target akhir Renstra belum tersedia di buku kerja."),
    )


def _standard() -> str:
    columns = _whole(
        Column("Indikator", 10.5, "{{ i.indikator }}"),
        Column("Satuan", 2.5, "{{ i.satuan }}", "center"),
        Column(f"Realisasi {{{{ tahun }}}}{_UNTIL}", 4.0, "{{ i.realisasi }}", "center"),
        Column("Standar Nasional/Provinsi/Rata-rata Daerah", 4.5, "{{ i.standar }}", "center"),
        Column("Keterangan", 4.5, "{{ i.sumber_standar }}"),
    )
    return when(
        "s.ada_standar",
        _of_goal(4, "Perbandingan dengan standar nasional") + _table_of_goal(columns),
        text(
            "Perbandingan dengan standar nasional: tidak ada standar nasional untuk indikator sasaran ini di buku "
            "kerja."
        ),
    )


def _factors() -> str:
    columns = _whole(
        Column("Indikator", 6.5, "{{ i.indikator }}"),
        Column("Faktor Pendukung", 6.5, "{{ i.pendukung }}"),
        Column("Faktor Penghambat", 6.5, "{{ i.penghambat }}"),
        Column("Upaya Peningkatan", 6.5, "{{ i.upaya }}"),
    )
    return when(
        "s.ada_faktor",
        _of_goal(5, "Faktor pendukung, penghambat, dan upaya") + _table_of_goal(columns),
        text("Faktor pendukung, penghambat, dan upaya belum diisi pada lembar Realisasi."),
    )


def _efficiency() -> str:
    ways = {
        "selisih": "efisiensi = capaian dikurangi penyerapan; efisien bila lebih dari 0 dan capaian 100% atau lebih",
        "rupiah": "efisiensi = anggaran dikurangi realisasi program yang capaiannya 100% atau lebih, dalam rupiah",
        "PMK 22/2021": "efisiensi = (1 - penyerapan/capaian) x 100%; nilai = 50% + efisiensi/20 x 50, dengan efisiensi "
        "dibatasi -20 sampai 20",
    }
    branches = "".join(
        f"{{% {'if' if number == 0 else 'elif'} cara_efisiensi == '{way}' %}}{said}"
        for number, (way, said) in enumerate(ways.items())
    )
    columns = _whole(
        Column("Rata-rata Capaian (%)", 3.6, "{{ s.rata_rata }}", "center"),
        Column("Anggaran (Rp)", 4.4, "{{ s.anggaran }}", "right"),
        Column(f"Realisasi{_UNTIL} (Rp)", 4.4, "{{ s.realisasi_anggaran }}", "right"),
        Column("Penyerapan (%)", 3.0, "{{ s.penyerapan }}", "center"),
        Column("Efisiensi", 3.0, "{{ s.efisiensi }}", "center"),
        Column("Nilai Efisiensi", 2.6, "{{ s.nilai_efisiensi }}", "center"),
        Column("Kesimpulan", 5.0, "{{ s.kesimpulan_efisiensi }}", "center"),
    )
    widths = [column.width for column in columns]
    made = table(
        widths,
        row(widths, *(head(column.title, SMALL) for column in columns), header=True),
        kept(row(widths, *(body_cell(column, SMALL) for column in columns))),
        margin=0.1,
    )
    return _of_goal(6, "Efisiensi penggunaan sumber daya") + made + note(f"Cara: {branches}{{% endif %}}.")


def _supporting() -> str:
    columns = _whole(
        Column("Program/Kegiatan", 5.0, "{{ p.nama }}"),
        Column("Indikator", 5.6, "{{ p.indikator }}"),
        Column("Satuan", 1.6, "{{ p.satuan }}", "center"),
        Column("Target", 1.6, "{{ p.target }}", "center"),
        Column("Realisasi", 1.8, "{{ p.realisasi }}", "center"),
        Column("%", 1.5, "{{ p.capaian }}", "center"),
        Column("Anggaran (Rp)", 2.9, "{{ p.anggaran }}", "right"),
        Column("Realisasi (Rp)", 2.9, "{{ p.realisasi_anggaran }}", "right"),
        Column("%", 1.3, "{{ p.persen_anggaran }}", "center"),
        Column("Menunjang/Tidak", 2.3, "{{ p.menunjang }}", "center"),
    )
    made = rows(columns, "s.daftar_pendukung", var="p", empty="Belum ada program di bawah sasaran ini di Tahap 5.")
    return when(
        "s.sebutan == 'Sasaran'",
        _of_goal(7, "Program dan kegiatan pendukung") + made + note("Menunjang: capaian indikatornya 100% atau lebih."),
    )


def _money() -> str:
    columns = _whole(
        Column("No", 1.0, "{{ a.no }}", "center"),
        Column("Sasaran", 7.5, "{{ a.sasaran }}"),
        Column("Program", 9.0, "{{ a.program }}"),
        Column("Anggaran (Rp)", 3.5, "{{ a.anggaran }}", "right"),
        Column(f"Realisasi{_UNTIL} (Rp)", 3.5, "{{ a.realisasi }}", "right"),
        Column("%", 1.8, "{{ a.persen }}", "center"),
    )
    widths = [column.width for column in columns]
    total = [_cell(value, align=align, shade=GREY) for value, align in (
        ("", ""), ("", ""), ("Jumlah", ""), ("{{ a.anggaran }}", "right"), ("{{ a.realisasi }}", "right"),
        ("{{ a.persen }}", "center"))]  # fmt: skip
    printed = row(widths, *(body_cell(column, SMALL) for column in columns))
    return table(
        widths,
        row(widths, *(head(column.title, SMALL) for column in columns), header=True),
        number_row(widths, SMALL),
        tag_row(widths, "for a in daftar_anggaran"),
        tag_row(widths, "if a.jenis == 'jumlah'"),
        kept(row(widths, *total)),
        tag_row(widths, "elif loop.revindex == 2"),
        kept(printed),
        tag_row(widths, "else"),
        printed,
        tag_row(widths, "endif"),
        tag_row(widths, "endfor"),
        signature_row("kepala", widths, place=LATER),
        margin=0.1,
    )


def _checked() -> str:
    columns = _whole(
        Column("", 2.4, "{{ k.kelompok }}"),
        Column("No", 1.0, "{{ k.no }}", "center"),
        Column("Pernyataan", 12.0, "{{ k.pertanyaan }}"),
        Column("Ya/Tidak", 2.2, "{{ k.jawaban }}", "center"),
        Column("Letak atau Catatan", 8.6, "{{ k.letak }}"),
    )
    return (
        paragraph(run("LEMBAR PERIKSA LKj"), style="JudulDepan")
        + text(
            f"Daftar periksa Laporan Kinerja {AGENCY} tahun {{{{ tahun }}}} menurut formulir reviu PermenPANRB "
            "53/2014. Yang dapat diputuskan dari buku kerja sudah dijawab; selebihnya diisi oleh pemeriksa."
        )
        + rows(columns, "daftar_periksa", var="k")
    )


def lkjip_footer() -> str:
    """What it is, and the page."""
    line = f"Laporan Kinerja {AGENCY} Tahun {{{{ tahun }}}}, Bab III, halaman\u00a0"
    return paragraph(run(line), field("PAGE", "1"), style="Footer")


TEMPLATE = ShippedTemplate(
    stem="lkjip",
    title="Laporan Kinerja Bab III Akuntabilitas Kinerja",
    body=lkjip_body,
    shipped="lkjip/shipped.py",
    footer=lkjip_footer(),
    signed=True,
)
