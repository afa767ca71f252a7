"""Chapters III to V of the Renstra (domain.md 2.2): tujuan, program, and the closing with its signature."""

from __future__ import annotations

from collections.abc import Callable

import template_renstra_lembar as lembar
import template_renstra_tabel as tabel
from template_parts import PORTRAIT, hairline, paragraph, run, tag
from template_renstra_naskah import NAMA, PERIODE, SUMBER, Naskah, with_source
from template_signature import DAY_BY_HAND, signature

Break = Callable[[], str]
"""Gives the section properties that end a portrait or a landscape run of pages."""


def tujuan_dan_sasaran(portrait: Break, landscape: Break, large: Break) -> Naskah:
    """Bab III, on landscape pages as most of its tables are wide: where no paper turns, no page stays half empty."""
    bab = Naskah(3)
    bab.raw(tag("if bagian.bab_2"), hairline(portrait()), tag("endif"))
    bab.bab("BAB III", "TUJUAN, SASARAN, STRATEGI DAN ARAH KEBIJAKAN")
    bab.sub("3.1 Tujuan dan Sasaran Renstra Perangkat Daerah")
    bab.text(
        f"Tujuan dan sasaran {NAMA} Tahun {PERIODE} dirumuskan dari norma, standar, prosedur, dan kriteria (NSPK) "
        "serta sasaran RPJMD yang relevan. Tujuan dan sasaran tersebut beserta indikator dan targetnya disajikan pada "
        "Tabel 3.1.",
        "Target Tahun {{ tahun_lanjut }} dicantumkan hanya sebagai dasar penyusunan Renja Tahun {{ tahun_lanjut }}.",
    )
    bab.place("keterkaitan-rpjmd")
    bab.table("3.1", "Teknik Merumuskan Tujuan dan Sasaran Renstra Perangkat Daerah", tabel.tujuan_sasaran())
    bab.sub("3.2 Strategi dan Arah Kebijakan")
    bab.text(
        "Strategi adalah langkah yang dipilih untuk mencapai sasaran, sedangkan arah kebijakan adalah pedoman untuk "
        "mengarahkan strategi agar lebih terarah dari tahun ke tahun. Rumusan strategi dan arah kebijakan disajikan "
        "pada Tabel 3.2, penahapannya pada Tabel 3.3, dan keselarasannya dengan arah kebijakan RPJMD pada Tabel 3.4."
    )
    bab.table("3.2", "Strategi dan Arah Kebijakan Perangkat Daerah", tabel.strategi())
    bab.table("3.3", "Penahapan Renstra Perangkat Daerah", tabel.penahapan())
    bab.table("3.4", "Teknik Merumuskan Arah Kebijakan Renstra Perangkat Daerah", tabel.arah_kebijakan())
    bab.place("strategi-arah-kebijakan")
    bab.sub("3.3 Penjabaran Kinerja (Cascading)")
    bab.text(
        "Tujuan dan sasaran dijabarkan secara berjenjang sampai dengan sasaran subkegiatan. {% if daftar_pohon %}Pohon "
        "kinerja digambarkan pada Gambar 3.1{% if daftar_pohon[1:] %} sampai dengan Gambar 3.{{ daftar_pohon|length }}"
        "{% endif %}. {% endif %}Penjabarannya beserta penanggung jawabnya disajikan pada Tabel 3.5.",
        section=landscape(),
    )
    bab.picture("daftar_pohon", large())
    bab.table("3.5", "Penjabaran Kinerja Perangkat Daerah (Cascading)", tabel.cascading())
    bab.sub("3.4 Kinerja Lintas Perangkat Daerah (Crosscutting)")
    bab.text("Kinerja yang memerlukan dukungan perangkat daerah lain disajikan pada Tabel 3.6.")
    bab.table("3.6", "Kinerja Lintas Perangkat Daerah (Crosscutting)", tabel.lintas(wide=True))
    bab.place("lintas-perangkat-daerah")
    bab.raw(hairline(landscape()))
    return bab


def program_dan_kinerja(landscape: Break, funding: tuple[str, str]) -> Naskah:
    """Bab IV. It begins beside its wide tables on landscape pages, which those of Bab III are too, and ends upright.

    Args:
        landscape: Ends landscape pages.
        funding: Ends the pages of table 4.2 on A3 and on F4.
    """
    bab = Naskah(4)
    bab.bab("BAB IV", "PROGRAM, KEGIATAN, SUBKEGIATAN, DAN KINERJA PENYELENGGARAAN BIDANG URUSAN")
    bab.sub("4.1 Program, Kegiatan, Subkegiatan")
    bab.text(
        f"Program, kegiatan, dan subkegiatan {NAMA} dirumuskan dari hasil (outcome) dan keluaran (output) dalam pohon "
        "kinerja dengan nomenklatur yang berlaku. Perumusannya disajikan pada Tabel 4.1, rencana beserta pendanaannya "
        "disajikan pada Tabel 4.2, dan subkegiatan prioritas disajikan pada Tabel 4.3.",
        "Target dan pagu Tahun {{ tahun_lanjut }} dicantumkan hanya sebagai dasar penyusunan Renja Tahun "
        "{{ tahun_lanjut }}.",
    )
    bab.place("program-kegiatan")
    bab.table(
        "4.1", "Teknik Merumuskan Program/Kegiatan/Subkegiatan Renstra Perangkat Daerah", tabel.perumusan(),
        section=landscape(),
    )  # fmt: skip
    bab.caption("4.2", "Rencana Program/Kegiatan/Subkegiatan dan Pendanaan")
    a3, f4 = funding
    bab.raw(
        tag("if kertas_f4"),
        *_by_years(
            tabel.FUNDING_F4,
            "Pagu dalam ribuan rupiah, dibulatkan ke ribuan terdekat; jumlah dihitung lebih dahulu, sehingga dapat "
            f"berbeda sedikit dari jumlah angka yang tercetak. {SUMBER}",
        ),
        tag("else"),
        *_by_years(tabel.FUNDING_A3, f"Pagu dalam rupiah. {SUMBER}"),
        tag("endif"),
    )
    # On the same paper: the last page of table 4.2 may hold a row or two.
    lembar.from_sheet(
        bab, "4.3", "Daftar Subkegiatan Prioritas dalam Mendukung Program Prioritas Pembangunan Daerah",
        lembar.prioritas(), "daftar_prioritas",
    )  # fmt: skip
    bab.raw(tag("if kertas_f4"), hairline(f4), tag("else"), hairline(a3), tag("endif"))
    bab.sub("4.2 Kinerja Penyelenggaraan Bidang Urusan")
    bab.text(
        f"Keberhasilan {NAMA} dalam menyelenggarakan bidang urusan diukur dengan indikator kinerja utama dan indikator "
        "kinerja kunci."
    )
    bab.place("kinerja-bidang-urusan")
    bab.sub("4.2.1 Indikator Kinerja Utama (IKU)")
    bab.text(
        f"Indikator kinerja utama menjadi ukuran keberhasilan pencapaian tujuan dan sasaran {NAMA}, sebagaimana "
        "disajikan pada Tabel 4.4."
    )
    bab.table("4.4", "Indikator Kinerja Utama Perangkat Daerah", tabel.iku())
    bab.sub("4.2.2 Indikator Kinerja Kunci (IKK)")
    bab.text("Indikator kinerja kunci penyelenggaraan urusan pemerintahan disajikan pada Tabel 4.5.")
    lembar.from_sheet(bab, "4.5", "Indikator Kinerja Kunci Perangkat Daerah", lembar.ikk(), "daftar_ikk")
    return bab


def _by_years(sheets: dict[int, tabel.FundingSheet], source: str) -> tuple[str, ...]:
    """Table 4.2 with as many years as are planned: six, or five where the transition year is left out.

    A table for each paper and number of years, four in all: widths of columns are attributes, where Word lets no tag
    be typed, and a loop over cells (``{%tc``) gives all columns one width: none for a sentence beside a sum.
    """
    six, five = (with_source(tabel.pendanaan(sheets[years], years), source) for years in (6, 5))
    return (tag("if daftar_tahun_rencana[5]"), six, tag("else"), five, tag("endif"))


def penutup(number: int = 5, label: str = "BAB V") -> Naskah:
    """The last chapter, by its number and what is printed above its title."""
    bab = Naskah(number)
    bab.bab(label, "PENUTUP")
    bab.sub(f"{number}.1 Kaidah Pelaksanaan")
    bab.text(
        f"Renstra {NAMA} Tahun {PERIODE} wajib dipedomani oleh seluruh unit kerja dalam menyusun Renja, rencana kerja "
        "dan anggaran, serta Perjanjian Kinerja setiap tahun. Renstra ini juga menjadi pedoman penyusunan Renja Tahun "
        "{{ tahun_lanjut }} sebelum Renstra periode berikutnya ditetapkan."
    )
    bab.place("kaidah-pelaksanaan")
    bab.sub(f"{number}.2 Pengendalian dan Evaluasi")
    bab.text(
        "Pengendalian dan evaluasi pelaksanaan Renstra dilakukan secara berkala terhadap capaian indikator kinerja dan "
        "realisasi pendanaan. Hasilnya menjadi dasar perbaikan pelaksanaan dan, bila diperlukan, perubahan Renstra "
        "sesuai dengan ketentuan peraturan perundang-undangan."
    )
    bab.place("pengendalian-evaluasi")
    bab.raw(
        paragraph(
            run(f"Demikian Renstra {NAMA} Tahun {PERIODE} ini disusun untuk dilaksanakan dengan penuh tanggung jawab."),
            style="Paragraf",
            keep_next=True,
            after=18,
        ),
        signature("kepala", PORTRAIT.text_width, place=DAY_BY_HAND, post="{{ kepala_jabatan }}", annex=True),
        paragraph(run("", size=1)),
    )
    return bab
