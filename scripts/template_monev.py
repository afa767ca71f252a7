"""The template of the quarterly Laporan Monitoring dan Evaluasi (domain-2 4), with a blank Berita Acara."""

from __future__ import annotations

from template_file import ShippedTemplate
from template_parts import F4_LANDSCAPE, HAIR, Cell, paragraph, row, run, section, table, tag_row
from template_pk import kop
from template_renstra_naskah import Column, body_cell, head
from template_report import AGENCY, SMALL, fitted, footer, items, kept, note, part, rows, text, title, when
from template_signature import LATER, signature, signature_row
from template_styles import PK_STYLES

_TITLE = "LAPORAN MONITORING DAN EVALUASI RENCANA AKSI"
_QUARTER = "TRIWULAN {{ triwulan }} TAHUN {{ tahun }}"
_DOTS = "………………………………"
_MEASURES = (
    Column("No", 0.7, "{{ s.no }}", "center", merge=True),
    Column("Sasaran", 2.7, "{{ s.kinerja }}", merge=True),
    Column("Indikator", 2.8, "{{ i.indikator }}"),
    Column("Satuan", 1.5, "{{ i.satuan }}", "center"),
    Column("Target Tahun", 1.3, "{{ i.target }}", "center"),
    Column("Target s.d. TW {{ triwulan }}", 1.3, "{{ i.target_tw }}", "center"),
    Column("Realisasi s.d. TW {{ triwulan }}", 1.5, "{{ i.realisasi }}", "center"),
    Column("Capaian s.d. TW {{ triwulan }} (%)", 1.3, "{{ i.capaian_tw }}", "center"),
    Column("Capaian thd Tahun (%)", 1.3, "{{ i.capaian_tahun }}", "center"),
    Column("Status", 1.6, "{{ i.status }}{% if i.catatan %} ({{ i.catatan }}){% endif %}", "center"),
    Column("Anggaran (Rp)", 2.8, "{{ s.anggaran }}", "right", merge=True),
    Column("Realisasi (Rp)", 2.6, "{{ s.realisasi_anggaran }}", "right", merge=True),
    Column("%", 1.0, "{{ s.persen_anggaran }}", "center", merge=True),
    Column("Kendala", 2.45, "{{ i.kendala }}"),
    Column("Tindak Lanjut", 2.45, "{{ i.tindak_lanjut }}"),
    Column("PIC", 2.1, "{{ i.pic }}"),
    Column("Batas Waktu", 1.6, "{{ i.batas_waktu }}", "center"),
)


def monev_body(references: str) -> str:
    """The report and, on a page of its own, the blank Berita Acara of the dialog kinerja."""
    return (
        kop(F4_LANDSCAPE)
        + title(_TITLE, _QUARTER)
        + part("A. Dasar")
        + items(
            "Peraturan Menteri PANRB Nomor 53 Tahun 2014: pengukuran kinerja dilakukan secara berkala (triwulan) dan "
            "tahunan.",
            "Peraturan Menteri PANRB Nomor 88 Tahun 2021 tentang Evaluasi Akuntabilitas Kinerja Instansi Pemerintah.",
            f"Perjanjian Kinerja dan Rencana Aksi {AGENCY} Tahun {{{{ tahun }}}}.",
        )
        + part("B. Capaian")
        + _measures()
        + part("C. Realisasi Anggaran")
        + _money()
        + part("D. Analisis")
        + _analysis()
        + part("E. Rekomendasi Pimpinan")
        # A page with nothing but the last part and the signature looks torn off: these lines come along.
        + _lines(3, kept_on=True)
        + part("F. Tindak Lanjut Triwulan Sebelumnya")
        + _follow_up()
        + _minutes()
        + f"<w:p>{HAIR}</w:p>"
        + section(F4_LANDSCAPE, references)
    )


def _whole(*columns: Column) -> tuple[Column, ...]:
    return fitted(columns, F4_LANDSCAPE)


def _measures() -> str:
    widths = [column.width for column in _MEASURES]
    level = paragraph(run("{{ s.tingkat }}", bold=True), style=SMALL, keep_next=True, before=1, after=1)
    above = (
        tag_row(widths, "if s.tingkat"),
        row(widths, Cell(level, span=len(widths), shade="F2F2F2")),
        tag_row(widths, "endif"),
    )
    return (
        text(
            "Dari {{ jumlah_indikator }} indikator, {{ jumlah_diisi }} sudah ada realisasinya sampai dengan "
            "triwulan {{ triwulan }}: {% for t in daftar_status %}{{ t.status }} {{ t.jumlah }}"
            "{% if not loop.last %}, {% endif %}{% endfor %}."
        )
        + rows(_MEASURES, "daftar_kinerja", var="s", inner="daftar_indikator", above=above)
        + note(
            "Status menurut capaian s.d. triwulan (%): {% for t in daftar_status %}{% if t.batas %}{{ t.status }} "
            "{{ t.batas }}; {% endif %}{% endfor %}di bawahnya status terendah. Belum diukur bukan 0, tidak dihitung. "
            "Anggaran suatu kinerja adalah jumlah komponen di bawahnya menurut Tahap 5; yang sama tidak dicetak dua "
            "kali pada tingkat yang sama.{% if program_lain %} Hanya di bagian C: {{ program_lain }}.{% endif %}"
        )
        + when(
            "ada_rendah",
            note("Semakin rendah semakin baik: capaian = {{ rumus_rendah }} x 100%, T target dan R realisasi."),
        )
    )


def _money() -> str:
    columns = _whole(
        Column("Kode", 3.0, "{{ a.kode }}"),
        Column("Program", 12.0, "{{ a.nama }}"),
        Column("Anggaran (Rp)", 4.0, "{{ a.anggaran }}", "right"),
        Column("Anggaran Kas s.d. TW {{ triwulan }} (Rp)", 4.0, "{{ a.kas }}", "right"),
        Column("Realisasi s.d. TW {{ triwulan }} (Rp)", 4.0, "{{ a.realisasi }}", "right"),
        Column("%", 2.0, "{{ a.persen }}", "center"),
    )
    return rows(columns, "daftar_program", var="a", empty="Belum ada program pada lembar Program.")


def _analysis() -> str:
    columns = _whole(
        Column("Indikator", 6.5, "{{ i.indikator }}"),
        Column("Capaian s.d. TW {{ triwulan }} (%)", 2.2, "{{ i.capaian_tw }}", "center"),
        Column("Status", 2.5, "{{ i.status }}", "center"),
        Column("Faktor Penghambat dan Kendala", 6.0,
               "{{ i.penghambat }}{% if i.penghambat and i.kendala %}; {% endif %}{{ i.kendala }}"),
        Column("Faktor Pendukung", 4.3, "{{ i.pendukung }}"),
        Column("Upaya yang Dilakukan", 5.0, "{{ i.upaya }}"),
        Column("Penanggung Jawab", 4.0, "{{ i.penanggung_jawab }}"),
    )  # fmt: skip
    return (
        text("Indikator yang capaiannya di bawah 100% dari target s.d. triwulan {{ triwulan }}, dan sebabnya:")
        + rows(
            columns,
            "daftar_tertinggal",
            var="i",
            empty="Tidak ada indikator terukur yang capaiannya di bawah 100% dari target triwulan ini.",
        )
        + when(
            "daftar_belum",
            note(
                "Belum diukur ({{ daftar_belum|length }}): {% for i in daftar_belum %}{{ i.indikator }}"
                "{% if not loop.last %}; {% endif %}{% endfor %}."
            ),
        )
    )


def _follow_up() -> str:
    columns = _whole(
        Column("No", 1.0, "{{ f.no }}", "center"),
        Column("Indikator", 8.0, "{{ f.indikator }}"),
        Column("Tindak Lanjut Triwulan {{ triwulan_lalu }}", 8.5, "{{ f.tindak_lanjut }}"),
        Column("PIC", 4.0, "{{ f.pic }}"),
        Column("Batas Waktu", 3.0, "{{ f.batas_waktu }}", "center"),
        Column("Hasil", 6.0, ""),
    )
    return when(
        "triwulan_lalu",
        rows(
            columns,
            "daftar_tindak_lanjut",
            var="f",
            empty="Triwulan sebelumnya tidak mencatat tindak lanjut.",
            last="loop.last",
            below=(signature_row("kepala", [column.width for column in columns], place=LATER),),
        ),
        _kept_text("Triwulan I tidak mempunyai triwulan sebelumnya dalam tahun ini.")
        + signature("kepala", F4_LANDSCAPE.text_width, place=LATER),
    )


def _kept_text(content: str) -> str:
    return paragraph(run(content), style="Paragraf", before=4, keep_next=True)


def _minutes() -> str:
    """The blank form of the Berita Acara: who was there, what was agreed; one page with its signature."""
    columns = _whole(
        Column("No", 1.2, ""),
        Column("Nama", 9.0, ""),
        Column("Jabatan", 9.0, ""),
        Column("Tanda Tangan", 5.4, ""),
        Column("Keterangan", 6.4, ""),
    )
    widths = [column.width for column in columns]
    blank = row(widths, *(body_cell(column, SMALL) for column in columns), height=0.8)
    return (
        paragraph(run("Lampiran"), new_page=True)
        + title("BERITA ACARA DIALOG KINERJA", _QUARTER)
        + text(
            f"Pada hari ini ………………, tanggal ………………, bulan ………………, tahun ………………, bertempat di {_DOTS}, telah "
            f"dilaksanakan dialog kinerja {AGENCY} untuk membahas capaian triwulan {{{{ triwulan }}}} tahun "
            "{{ tahun }}, dengan hasil:",
        )
        + _lines(3)
        + _kept_text("Yang hadir:")
        + table(
            widths,
            row(widths, *(head(column.title, SMALL) for column in columns), header=True),
            blank * 3,
            kept(blank) * 2,
            signature_row("kepala", widths, place=LATER, annex=True),
        )
    )


def _lines(count: int, *, kept_on: bool = False) -> str:
    """Numbered lines to be written on by hand; where they are ``kept_on``, on one page with what follows."""
    return "".join(
        paragraph(run(f"{number}. {_DOTS * 3}"), before=3, after=3, keep_next=kept_on or number < count)
        for number in range(1, count + 1)
    )


TEMPLATE = ShippedTemplate(
    stem="monev",
    title="Laporan Monitoring dan Evaluasi Rencana Aksi",
    body=monev_body,
    shipped="monev/shipped.py",
    footer=footer(f"Monev Rencana Aksi {AGENCY}, Triwulan {{{{ triwulan }}}} Tahun {{{{ tahun }}}}"),
    signed=True,
    styles=PK_STYLES,
)
