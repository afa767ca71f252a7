"""Rows of the sheets about the services of an agency in its Renstra: past years, factors, key indicators, means.

The years of yearly fields are those that stand in the titles; an empty cell says that nothing is known, never 0.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from pokin_docs.model.rows import BLANK, Isian, SheetRow


@dataclass(frozen=True, slots=True)
class ServiceRow(SheetRow):
    """Kinerja Pelayanan: an indicator of the service with targets and realisasi of past years (table 2.1, T-C.23)."""

    indikator: Isian
    jenis: Isian
    satuan: Isian
    polaritas: Isian
    target_nspk: Isian = BLANK
    target_ikk: Isian = BLANK
    target_lain: Isian = BLANK
    target: Mapping[int, Isian] = field(default_factory=dict)
    realisasi: Mapping[int, Isian] = field(default_factory=dict)
    capaian: Mapping[int, Isian] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class PastBudgetRow(SheetRow):
    """Anggaran dan Realisasi: what was given and spent in past years (table 2.2, T-C.24)."""

    uraian: Isian
    anggaran: Mapping[int, Isian] = field(default_factory=dict)
    realisasi: Mapping[int, Isian] = field(default_factory=dict)
    rasio: Mapping[int, Isian] = field(default_factory=dict)
    pertumbuhan_anggaran: Isian = BLANK
    pertumbuhan_realisasi: Isian = BLANK


@dataclass(frozen=True, slots=True)
class FactorRow(SheetRow):
    """Faktor Penghambat dan Pendorong: what hinders and what drives a sasaran (table 2.4)."""

    sasaran: Isian
    penghambat: Isian
    pendorong: Isian


@dataclass(frozen=True, slots=True)
class PriorityRow(SheetRow):
    """Sub Kegiatan Prioritas: a sub kegiatan that supports a program of priority (table 4.3)."""

    program_prioritas: Isian
    outcome: Isian
    kode: Isian
    subkegiatan: Isian
    keterangan: Isian


@dataclass(frozen=True, slots=True)
class KeyIndicatorRow(SheetRow):
    """IKK: an indikator kinerja kunci with its targets (table 4.5)."""

    indikator: Isian
    status: Isian
    satuan: Isian
    kondisi_awal: Isian
    keterangan: Isian
    target: Mapping[int, Isian] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ResourceRow(SheetRow):
    """Sumber Daya: how many of a golongan, of an education, or of a kind of things."""

    kelompok: Isian
    uraian: Isian
    laki_laki: Isian
    perempuan: Isian
    jumlah: Isian
    satuan: Isian
    keterangan: Isian


@dataclass(frozen=True, slots=True)
class ClientRow(SheetRow):
    """Kelompok Sasaran: whom a service is for."""

    layanan: Isian
    kelompok_sasaran: Isian
    keterangan: Isian
