"""What Permendagri 86/2017 wants in a Renstra: eight chapters, and the tables T-C.23 to T-C.28 (domain.md 2.1)."""

from __future__ import annotations

from collections.abc import Iterator

from pokin_docs.documents.form import Form, FormChapter, FormPart
from pokin_docs.documents.renstra.form import form_section, form_table
from pokin_docs.documents.renstra.outline import OUTLINE_2017

_INDICATOR = ("Indikator", "indikator", ("indikator",))
_BY_CHAPTER: dict[str, tuple[FormPart, ...]] = {
    "bab_1": (
        form_section("1.1", "Latar Belakang"),
        form_section("1.2", "Landasan Hukum", "Dasar Hukum"),
        form_section("1.3", "Maksud dan Tujuan"),
        form_section("1.4", "Sistematika Penulisan"),
    ),
    "bab_2": (
        form_section("2.1", "Tugas, Fungsi, dan Struktur Organisasi", "Tugas, Fungsi dan Struktur"),
        form_section("2.2", "Sumber Daya"),
        form_section("2.3", "Kinerja Pelayanan"),
        form_table(
            "tabel T-C.23 pencapaian kinerja pelayanan",
            "daftar_kinerja_pelayanan",
            _INDICATOR,
            ("Target", "daftar_tahun[].target", ("target",)),
            ("Realisasi", "daftar_tahun[].realisasi", ("realisasi",)),
            ("Rasio Capaian", "daftar_tahun[].capaian", ("rasio", "capaian")),
        ),
        form_table(
            "tabel T-C.24 anggaran dan realisasi",
            "daftar_anggaran_realisasi",
            ("Uraian", "uraian", ("uraian",)),
            ("Anggaran", "daftar_tahun[].anggaran", ("anggaran",)),
            ("Realisasi", "daftar_tahun[].realisasi", ("realisasi",)),
            ("Rasio", "daftar_tahun[].rasio", ("rasio",)),
        ),
        form_section("2.4", "Tantangan dan Peluang"),
    ),
    "bab_3": (
        form_section("3.1", "Identifikasi Permasalahan", "Permasalahan"),
        form_section("3.5", "Penentuan Isu Strategis", "Isu Strategis", "Penentuan Isu-Isu Strategis"),
    ),
    "bab_4": (
        form_section("4.1", "Tujuan dan Sasaran Jangka Menengah"),
        form_table(
            "tabel T-C.25 tujuan dan sasaran",
            "daftar_tujuan_sasaran",
            ("Tujuan", "uraian", ("tujuan", "sasaran")),
            ("Indikator", "daftar_indikator[].indikator", ("indikator",)),
            ("Target", "daftar_indikator[].target[]", ("target",)),
        ),
    ),
    "bab_5": (
        form_table(
            "tabel T-C.26 strategi dan arah kebijakan",
            "daftar_strategi",
            ("Tujuan", "tujuan", ("tujuan",)),
            ("Sasaran", "sasaran", ("sasaran",)),
            ("Strategi", "strategi", ("strategi",)),
            ("Arah Kebijakan", "arah_kebijakan", ("arah kebijakan", "kebijakan")),
        ),
    ),
    "bab_6": (
        form_table(
            "tabel T-C.27 program, kegiatan, dan pendanaan",
            "daftar_program_kegiatan",
            ("Kode", "kode", ("kode",)),
            ("Program dan Kegiatan", "uraian", ("program dan kegiatan", "program", "kegiatan")),
            _INDICATOR,
            ("Data capaian awal", "kondisi_awal", ("awal",)),
            ("Target", "daftar_tahun[].target", ("target",)),
            ("Rp", "daftar_tahun[].pagu", ("rp", "pagu")),
        ),
    ),
    "bab_7": (
        form_table(
            "tabel T-C.28 indikator kinerja yang mengacu pada RPJMD",
            "daftar_indikator_rpjmd",
            _INDICATOR,
            ("Kondisi awal", "kondisi_awal", ("awal",)),
            ("Target", "target[]", ("target",)),
        ),
    ),
}


def _parts() -> Iterator[FormPart]:
    for number, chapter in enumerate(OUTLINE_2017.chapters, 1):
        yield FormChapter(f"Bab {chapter.label}", chapter.title, number)
        yield from _BY_CHAPTER.get(chapter.isian, ())


RENSTRA_2017_FORM = Form(basis="Permendagri 86/2017", order=tuple(_parts()))
