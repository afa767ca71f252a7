"""What Inmendagri 2/2025 wants in a Renstra: chapters, sub-chapters, tables with their columns (domain.md 2.2)."""

from __future__ import annotations

from collections.abc import Iterator

from pokin_docs.documents.form import Form, FormChapter, FormColumn, FormPart, FormTable
from pokin_docs.documents.renstra.outline import OUTLINE_2025


def form_section(number: str, title: str, *also: str) -> FormChapter:
    """A sub-chapter.

    Args:
        number: ``2.1``.
        title: Its title.
        also: Other titles that it has in offices.
    """
    return FormChapter(f"subbab {number} {title}", title, also=also)


def form_table(label: str, printed_list: str, *columns: tuple[str, str, tuple[str, ...]]) -> FormTable:
    """A table of the Renstra.

    Args:
        label: What it is called.
        printed_list: The list that it prints.
        columns: For each column its name, its field, and words of which one must stand in its head.
    """
    return FormTable(
        label,
        printed_list,
        tuple(FormColumn(name, words, f"{printed_list}[].{isian}", _typed(isian)) for name, isian, words in columns),
        required=False,
    )


def _typed(isian: str) -> str:
    """A field as the shipped template prints it: its rows are ``r``, their indicators ``i``."""
    inner = isian.removeprefix("daftar_indikator[].")
    return f"{{{{ {'r' if inner == isian else 'i'}.{inner.replace('[]', '[0]')} }}}}"


_INDICATOR = ("Indikator", "daftar_indikator[].indikator", ("indikator",))
_BY_CHAPTER: dict[str, tuple[FormPart, ...]] = {
    "bab_1": (
        form_section("1.1", "Latar Belakang"),
        form_section("1.2", "Dasar Hukum Penyusunan", "Landasan Hukum", "Dasar Hukum"),
        form_section("1.3", "Maksud dan Tujuan"),
        form_section("1.4", "Sistematika Penulisan"),
    ),
    "bab_2": (
        form_section("2.1", "Gambaran Pelayanan", "Tugas, Fungsi dan Struktur Organisasi"),
        form_section("2.1.2", "Sumber Daya"),
        form_section("2.1.3", "Kinerja Pelayanan"),
        form_section("2.1.4", "Kelompok Sasaran Layanan", "Kelompok Sasaran"),
        form_section("2.2", "Permasalahan dan Isu Strategis", "Permasalahan Pelayanan", "Permasalahan"),
        form_table(
            "tabel permasalahan pelayanan",
            "daftar_permasalahan",
            ("Permasalahan", "permasalahan", ("permasalahan", "masalah")),
            ("Faktor Internal", "faktor_internal", ("internal",)),
            ("Faktor Eksternal", "faktor_eksternal", ("eksternal",)),
        ),
        form_table(
            "tabel isu strategis",
            "daftar_isu",
            ("Potensi Daerah", "potensi", ("potensi",)),
            ("Permasalahan", "permasalahan", ("permasalahan", "masalah")),
            ("Isu KLHS", "isu_klhs", ("klhs",)),
            ("Isu Global", "isu_global", ("global",)),
            ("Isu Nasional", "isu_nasional", ("nasional",)),
            ("Isu Regional", "isu_regional", ("regional",)),
            ("Isu Strategis", "isu_strategis", ("isu strategis",)),
        ),
    ),
    "bab_3": (
        form_section("3.1", "Tujuan dan Sasaran Renstra Perangkat Daerah", "Tujuan dan Sasaran", "Tujuan"),
        form_table(
            "tabel tujuan dan sasaran",
            "daftar_tujuan_sasaran",
            ("Tujuan dan Sasaran", "uraian", ("tujuan", "sasaran")),
            _INDICATOR,
            ("Satuan", "daftar_indikator[].satuan", ("satuan", "indikator")),
            ("Baseline", "daftar_indikator[].kondisi_awal", ("baseline", "kondisi awal", "awal")),
            ("Target", "daftar_indikator[].target[]", ("target",)),
        ),
        form_section("3.2", "Strategi dan Arah Kebijakan", "Strategi"),
        form_table(
            "tabel strategi dan arah kebijakan",
            "daftar_strategi",
            ("Strategi", "strategi", ("strategi",)),
            ("Arah Kebijakan", "arah_kebijakan", ("arah kebijakan", "kebijakan")),
        ),
    ),
    "bab_4": (
        form_section("4.1", "Program, Kegiatan, Subkegiatan", "Program, Kegiatan, dan Sub Kegiatan", "Uraian Program"),
        form_table(
            "tabel perumusan program, kegiatan, subkegiatan",
            "daftar_perumusan",
            ("Tujuan", "tujuan", ("tujuan",)),
            ("Sasaran", "sasaran", ("sasaran",)),
            ("Outcome", "outcome", ("outcome", "hasil")),
            ("Output", "output", ("output", "keluaran")),
            _INDICATOR,
            ("Program/Kegiatan/Subkegiatan", "program", ("program", "kegiatan")),
        ),
        form_table(
            "tabel rencana program dan pendanaan",
            "daftar_pendanaan",
            ("Program/Kegiatan/Subkegiatan", "uraian", ("program", "kegiatan")),
            ("Indikator", "indikator", ("indikator",)),
            ("Baseline", "kondisi_awal", ("baseline", "kondisi awal", "awal")),
            ("Target", "daftar_tahun[].target", ("target",)),
            ("Pagu", "daftar_tahun[].pagu", ("pagu", "rp", "anggaran")),
        ),
        form_section("4.2", "Kinerja Penyelenggaraan Bidang Urusan", "Indikator Kinerja Utama"),
        form_table(
            "tabel indikator kinerja utama",
            "daftar_iku",
            ("Indikator", "indikator", ("indikator",)),
            ("Satuan", "satuan", ("satuan", "indikator")),
            ("Target", "target[]", ("target",)),
        ),
    ),
}


def _parts() -> Iterator[FormPart]:
    for number, chapter in enumerate(OUTLINE_2025.chapters, 1):
        yield FormChapter(f"Bab {chapter.label}", chapter.title, number)
        yield from _BY_CHAPTER.get(chapter.isian, ())


RENSTRA_FORM = Form(basis="Inmendagri 2/2025", order=tuple(_parts()))
