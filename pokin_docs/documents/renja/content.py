"""What the tables T-C.29 and T-C.33 say: their fields are the placeholders of their templates (domain-2 5.2)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from pokin_docs.documents.meanings import says
from pokin_docs.documents.values import PerangkatDaerah, Text

COMPONENTS = ("program", "kegiatan", "sub kegiatan")


@dataclass(frozen=True, slots=True)
class PastRow:
    """A row of T-C.29: a component with an indicator, and what was reached; what nobody knows is empty."""

    jenis: Annotated[str, says("program, kegiatan, atau sub kegiatan (untuk pilihan)", *COMPONENTS, values=COMPONENTS)]
    kode: Annotated[str, says("kode; kosong pada indikator kedua", "2.16.02", "2.16.02.2.01")]
    uraian: Annotated[Text, says("nama; kosong pada indikator kedua", "Program Informasi", "Pengelolaan Informasi")]
    indikator: Annotated[
        Text, says("kalimat indikator; kosong bila tidak ada", "Persentase kanal aktif", "Cakupan KIM")
    ]
    satuan: Annotated[Text, says("satuan target", "%", "%")]
    target_akhir: Annotated[str, says("target akhir Renstra", "95", "60")]
    realisasi_lalu: Annotated[str, says("realisasi s.d. tahun n-3; boleh kosong", "68", "")]
    target_n2: Annotated[str, says("target Renja tahun n-2; boleh kosong", "74", "")]
    realisasi_n2: Annotated[str, says("realisasi Renja tahun n-2; boleh kosong", "72", "33")]
    tingkat_n2: Annotated[str, says("tingkat realisasi tahun n-2 dalam persen; boleh kosong", "97,30", "")]
    target_n1: Annotated[str, says("target Renja tahun berjalan", "76", "40")]
    realisasi_n1: Annotated[str, says("realisasi s.d. tahun berjalan; boleh kosong", "75", "40")]
    tingkat_renstra: Annotated[str, says("tingkat capaian Renstra dalam persen; boleh kosong", "78,95", "66,67")]


@dataclass(frozen=True, slots=True)
class PlannedRow:
    """A row of T-C.33: a component with an indicator, its plan and the outlook of the next year."""

    jenis: Annotated[str, says("program, kegiatan, atau sub kegiatan (untuk pilihan)", *COMPONENTS, values=COMPONENTS)]
    kode: Annotated[str, says("kode; kosong pada indikator kedua", "2.16.02", "2.16.02.2.01")]
    uraian: Annotated[Text, says("nama; kosong pada indikator kedua", "Program Informasi", "Pengelolaan Informasi")]
    indikator: Annotated[
        Text, says("kalimat indikator; kosong bila tidak ada", "Persentase kanal aktif", "Cakupan KIM")
    ]
    lokasi: Annotated[str, says("lokasi; boleh kosong", "", "Kecamatan Contoh")]
    target: Annotated[Text, says("target tahun rencana", "80", "45")]
    satuan: Annotated[Text, says("satuan target", "%", "%")]
    pagu: Annotated[
        str, says("pagu tahun rencana, tanpa Rp; kosong pada indikator kedua", "1.250.000.000", "750.000.000")
    ]
    sumber_dana: Annotated[str, says("sumber dana; boleh kosong", "APBD", "APBD")]
    catatan: Annotated[str, says("catatan penting; boleh kosong", "", "prioritas daerah")]
    target_maju: Annotated[str, says("target tahun berikutnya; boleh kosong", "84", "50")]
    pagu_maju: Annotated[str, says("pagu tahun berikutnya, tanpa Rp; boleh kosong", "1.300.000.000", "800.000.000")]


@dataclass(frozen=True, slots=True)
class RenjaPast:
    """Table T-C.29."""

    tahun: Annotated[Text, says("tahun rencana", "2026")]
    tahun_n1: Annotated[Text, says("tahun berjalan: setahun sebelum tahun rencana", "2025")]
    tahun_n2: Annotated[Text, says("dua tahun sebelum tahun rencana", "2024")]
    tahun_n3: Annotated[Text, says("tiga tahun sebelum tahun rencana", "2023")]
    tahun_akhir: Annotated[Text, says("tahun terakhir Renstra", "2029")]
    perangkat_daerah: Annotated[PerangkatDaerah, says("perangkat daerah")]
    ada_kosong: Annotated[bool, says("ya bila ada kolom yang belum ada datanya", True)]
    daftar_baris: Annotated[tuple[PastRow, ...], says("program sampai sub kegiatan", loop="r", rows=3)]


@dataclass(frozen=True, slots=True)
class RenjaPlan:
    """Table T-C.33."""

    tahun: Annotated[Text, says("tahun rencana", "2026")]
    tahun_maju: Annotated[Text, says("tahun prakiraan maju", "2027")]
    perangkat_daerah: Annotated[PerangkatDaerah, says("perangkat daerah")]
    daftar_baris: Annotated[tuple[PlannedRow, ...], says("program sampai sub kegiatan", loop="r", rows=3)]
    jumlah_pagu: Annotated[str, says("jumlah pagu, tanpa Rp; kosong bila belum lengkap", "14.417.255.000")]
    jumlah_pagu_maju: Annotated[str, says("jumlah pagu tahun berikutnya, tanpa Rp; boleh kosong", "15.000.000.000")]
