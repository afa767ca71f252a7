"""What the cover of the bound PKs says: its fields are the placeholders of its template."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from pokin_docs.documents.meanings import says
from pokin_docs.documents.values import ChangedBudget, PerangkatDaerah, Pihak, Text


@dataclass(frozen=True, slots=True)
class SignedPaper:
    """A paper: its place in the bound file, and who signs it."""

    no: Annotated[str, says("nomor urut dalam berkas cetak", "1", "2")]
    pihak_pertama: Annotated[Pihak, says("pejabat yang berjanji")]
    pihak_kedua: Annotated[Pihak, says("atasan langsungnya", turn=1)]
    berlaku: Annotated[str, says("hari berlakunya; kosong bila setahun penuh", "", "1 Juli - 31 Desember 2026")] = ""


@dataclass(frozen=True, slots=True)
class SigningUnit:
    """A unit with its papers."""

    nama: Annotated[str, says("nama bidang atau unit", "Bidang Informatika", "Bidang Statistik")]
    daftar_pk: Annotated[tuple[SignedPaper, ...], says("PK unit itu menurut urutan cetak", loop="p")]


@dataclass(frozen=True, slots=True)
class CoverSheet:
    """The cover."""

    tahun: Annotated[Text, says("tahun PK", "2026")]
    perangkat_daerah: Annotated[PerangkatDaerah, says("perangkat daerah, untuk kop dan judul")]
    daftar_unit: Annotated[tuple[SigningUnit, ...], says("unit dengan PK-nya", loop="u")]
    jumlah: Annotated[str, says("banyaknya PK", "26")]
    tanggal: Annotated[Text, says("tanggal PK", "5 Januari 2026")]
    perubahan: ChangedBudget = False
