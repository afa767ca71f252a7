"""What the workbook of a year's capaian says: its fields are the placeholders of its template (domain-2 1.4, 5.4)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from pokin_docs.documents.meanings import says
from pokin_docs.documents.values import PerangkatDaerah, Text, quarter_names

Four = tuple[str, str, str, str]
"""One for each quarter."""


@dataclass(frozen=True, slots=True)
class AchievedRow:
    """An indicator with its four quarters; every row says all, so that it can be filtered."""

    no: Annotated[str, says("nomor urut", "1", "2")]
    tingkat: Annotated[str, says("tingkat kinerja", "Sasaran", "Sasaran Program")]
    kinerja: Annotated[Text, says("kalimat kinerja", "Meningkatnya mutu layanan", "Meningkatnya akses data")]
    indikator: Annotated[Text, says("kalimat indikator", "Indeks mutu layanan", "Persentase layanan baik")]
    satuan: Annotated[Text, says("satuan target", "Indeks", "%")]
    jenis_hitung: Annotated[str, says("cara menghitung triwulan", "posisi akhir", "jumlah")]
    polaritas: Annotated[str, says("arah yang baik", "semakin tinggi semakin baik", "semakin rendah semakin baik")]
    target: Annotated[Text, says("target tahun itu", "85", "60")]
    target_tw: Annotated[Four, says("target s.d. setiap triwulan", ("80", "81", "83", "85"), fixed=4)]
    realisasi: Annotated[Four, says("realisasi s.d. setiap triwulan", ("79", "80,5", "–", "–"), fixed=4)]
    capaian: Annotated[
        Four, says("capaian terhadap target s.d. setiap triwulan, persen", ("98,75", "99,38", "–", "–"), fixed=4)
    ]
    capaian_tahun: Annotated[str, says("capaian terhadap target tahun, persen", "94,71", "50,00")]
    kategori: Annotated[str, says("kategori capaian itu", "Sangat Tinggi", "Belum diukur")]
    penanggung_jawab: Annotated[str, says("jabatan pemilik", "Kepala Dinas Contoh", "Kepala Bidang")]


@dataclass(frozen=True, slots=True)
class SpentRow:
    """A program, kegiatan or sub kegiatan with its money."""

    kode: Annotated[str, says("kode", "2.16.02", "2.16.02.2.01")]
    jenis: Annotated[str, says("program, kegiatan, atau sub kegiatan", "program", "kegiatan")]
    nama: Annotated[Text, says("nama", "Program Informasi", "Pengelolaan Informasi")]
    pagu: Annotated[str, says("pagu tahun itu, tanpa Rp", "1.250.000.000", "750.000.000")]
    realisasi: Annotated[Four, says("realisasi setiap triwulan", ("200.000.000", "250.000.000", "–", "–"), fixed=4)]
    jumlah: Annotated[str, says("jumlah realisasi", "450.000.000")]
    persen: Annotated[str, says("persen dari pagu", "36,00")]
    sisa: Annotated[str, says("pagu yang belum terpakai", "800.000.000")]


@dataclass(frozen=True, slots=True)
class EvaluationRow:
    """A row of the evaluation of the Renja (E.81): an indicator of a component, whose money stands in the first one."""

    no: Annotated[str, says("nomor urut", "1", "2")]
    uraian: Annotated[str, says("kode dan nama program, kegiatan, atau sub kegiatan", "2.16.02 Program Informasi")]
    indikator: Annotated[Text, says("kalimat indikator", "Persentase layanan baik")]
    satuan: Annotated[Text, says("satuan", "%")]
    target_renstra: Annotated[str, says("target akhir Renstra", "75")]
    pagu_renstra: Annotated[str, says("pagu selama Renstra, tanpa Rp", "6.000.000.000")]
    realisasi_lalu: Annotated[str, says("realisasi s.d. tahun lalu", "55")]
    anggaran_lalu: Annotated[str, says("realisasi anggaran s.d. tahun lalu dalam Renstra", "1.100.000.000")]
    target: Annotated[Text, says("target Renja tahun itu", "60")]
    pagu: Annotated[str, says("pagu tahun itu, tanpa Rp", "1.250.000.000")]
    realisasi_tw: Annotated[Four, says("realisasi s.d. setiap triwulan", ("10", "30", "–", "–"), fixed=4)]
    anggaran_tw: Annotated[Four, says("realisasi anggaran setiap triwulan", ("200.000.000", "–", "–", "–"), fixed=4)]
    realisasi: Annotated[str, says("realisasi tahun itu", "30")]
    anggaran: Annotated[str, says("realisasi anggaran tahun itu", "200.000.000")]
    anggaran_kumulatif: Annotated[str, says("realisasi anggaran s.d. tahun itu dalam Renstra", "1.300.000.000")]
    tingkat_kinerja: Annotated[str, says("realisasi terhadap target akhir Renstra, persen", "40,00")]
    tingkat_anggaran: Annotated[str, says("realisasi anggaran terhadap pagu Renstra, persen", "21,67")]
    penanggung_jawab: Annotated[str, says("jabatan pemilik", "Kepala Bidang")]


@dataclass(frozen=True, slots=True)
class AchievedBook:
    """The workbook of a year."""

    tahun: Annotated[Text, says("tahun", "2026")]
    sampai: Annotated[str, says("triwulan terakhir yang terisi", "II")]
    tahun_akhir: Annotated[str, says("tahun akhir Renstra", "2029")]
    perangkat_daerah: Annotated[PerangkatDaerah, says("perangkat daerah")]
    rumus_rendah: Annotated[str, says("rumus bila semakin rendah semakin baik", "(2T - R)/T")]
    daftar_capaian: Annotated[tuple[AchievedRow, ...], says("semua indikator", loop="b")]
    daftar_anggaran: Annotated[tuple[SpentRow, ...], says("program, kegiatan, dan sub kegiatan", loop="a")]
    daftar_evaluasi: Annotated[tuple[EvaluationRow, ...], says("evaluasi Renja", loop="e")]

    @property
    def quarter_names(self) -> tuple[str, ...]:
        """What the quarters are called."""
        return quarter_names(self.tahun)

    @property
    def so_far(self) -> tuple[str, ...]:
        """What the time up to the end of each quarter is called."""
        return tuple(f"s.d. {name}" for name in self.quarter_names)
