"""What the matrices of roles and results say, one for each leader (domain-2.md 6.3)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from pokin_docs.documents.meanings import says
from pokin_docs.documents.values import PerangkatDaerah, Pihak, Text


@dataclass(frozen=True, slots=True)
class SuperiorIndikator:
    """An indicator of the leader with the target of the year."""

    indikator: Annotated[Text, says("indikator kinerja atasan", "Persentase PD yang menerapkan SMKI", "Indeks KAMI")]
    target: Annotated[Text, says("target tahun itu", "80", "350")]
    satuan: Annotated[Text, says("satuan", "%", "nilai")]


@dataclass(frozen=True, slots=True)
class SuperiorResult:
    """A result of the leader: a column of the matrix. ``nomor`` is that of the column."""

    nomor: Annotated[str, says("nomor kolom", "2", "3")]
    kinerja: Annotated[Text, says("rencana hasil kerja atasan", "Meningkatnya keamanan informasi")]
    daftar_indikator: Annotated[tuple[SuperiorIndikator, ...], says("indikatornya", rows=1, loop="i")]


@dataclass(frozen=True, slots=True)
class EmployeeResult:
    """A result of an employee, in the words of the tree, which are those of his SKP."""

    kinerja: Annotated[
        Text, says("hasil kerja pegawai", "Tersusunnya penilaian SMKI 12 PD", "Tersedianya data aset informasi 12 PD")
    ]


@dataclass(frozen=True, slots=True)
class EmployeeRole:
    """A cell of the matrix: the results of an employee that serve one of the leader; empty where he has none."""

    daftar_hasil: Annotated[tuple[EmployeeResult, ...], says("hasil pegawai untuk hasil atasan itu", rows=1, loop="k")]


@dataclass(frozen=True, slots=True)
class MatrixEmployee:
    """A row of the matrix."""

    nama: Annotated[Text, says("nama pegawai", "Contoh Pegawai, S.Kom.", "Contoh Kedua, A.Md.")]
    jabatan: Annotated[Text, says("jabatannya", "Pranata Komputer Ahli Muda", "Pranata Komputer Terampil")]
    daftar_peran: Annotated[tuple[EmployeeRole, ...], says("perannya, satu per hasil atasan", loop="c")]


@dataclass(frozen=True, slots=True)
class RolesMatrix:
    """The matrix of one leader."""

    unit: Annotated[str, says("unit kerja", "Bidang Persandian")]
    atasan: Annotated[Pihak, says("pemimpin unit, yang menandatangani")]
    daftar_hasil: Annotated[tuple[SuperiorResult, ...], says("hasil atasan, satu per kolom", loop="h")]
    daftar_pegawai: Annotated[tuple[MatrixEmployee, ...], says("pegawai, satu per baris", loop="p")]


@dataclass(frozen=True, slots=True)
class RolesAndResults:
    """The matrices of an agency for one year, the head's first."""

    perangkat_daerah: Annotated[PerangkatDaerah, says("perangkat daerah")]
    tahun: Annotated[Text, says("tahun", "2026")]
    tempat: Annotated[Text, says("tempat penandatanganan", "Kota Contoh")]
    tanggal: Annotated[Text, says("tanggal penandatanganan", "5 Januari 2026")]
    daftar_matriks: Annotated[tuple[RolesMatrix, ...], says("matriks setiap pemimpin unit", rows=1, loop="m")]
