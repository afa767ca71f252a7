"""Fifty deviations seeded into the papers of a year: each is named with both documents and places, and nothing else."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from helpers.realised import agency, realised
from helpers.workbooks import add_row, sheet_with, understood
from pokin_docs.documents.proof import Contradiction
from pokin_docs.flow import build as flow
from pokin_docs.model.locations import bundled
from pokin_docs.model.settings import Settings
from pokin_docs.render import manifest_reading
from pokin_docs.render.proving import edited

GROUPS = ("pk", "renstra", "iku", "renaksi", "rkt", "cascading", "skp", "capaian")
REACHED = (["IND-1", None, None, "TW I", 80], ["IND-2", None, None, "TW I", 5], ["IND-3", None, None, "TW I", 12],
           ["IND-4", None, None, "TW I", 20], [None, "2.20.02.2.01.0018", None, "TW I", None, 900_000_000])  # fmt: skip
SUB_KEGIATAN = (
    "| Tersusunnya metadata statistik sektoral | Jumlah dokumen metadata statistik | Kinerja Operasional | "
    "Sasaran Sub Kegiatan | PK JF/JP | 2.20.02.2.01.0018 | STAF | IND-5 | Dokumen | | jumlah | | | | 6 | 8 | 9 | 2 | 2 "
    "| 2 | 2 | |"
)
LINTAS = ["Kinerja", "PD Pengampu", "PD Pendukung", "Peran", "Status"]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The papers of a small agency, built once."""
    place = tmp_path_factory.mktemp("set")
    book = agency(
        place, add_row("Tahap 5", SUB_KEGIATAN),
        add_row("Pejabat", "| STAF | Contoh Enam | '199004042015012906 | III/a | Pengolah Data | PK JF/JP | SUBKOR | Bidang Data |"),
        sheet_with("Lintas Perangkat Daerah", LINTAS,
                   ["Meningkatnya layanan data", "Dinas Contoh", "Dinas Lain", "Menyediakan data sektoral lengkap", "disepakati"]),
        realised(*REACHED),
    )  # fmt: skip
    settings = Settings(place / "build", (bundled("templates"),), hanya=GROUPS)
    outcome = flow.build(book, understood(book, settings), settings)
    assert outcome.build is not None
    assert not [one for one in outcome.temuan if one.kode in ("D46", "D47", "D49", "D50")]
    return outcome.build.folder


@dataclass(frozen=True)
class Seed:
    """A text of a file that becomes another one, and how what is told of it calls it."""

    file: str
    was: str
    now: str
    what: str
    nth: int = 1


@pytest.fixture
def contradictions(folder: Path, seed: Seed) -> Iterator[tuple[Contradiction, ...]]:
    """What is told of the set with one deviation in it."""
    (file,) = folder.glob(seed.file)
    whole = file.read_bytes()
    try:
        change(file, seed)
        proof = edited(manifest_reading.read(folder), folder, (file.relative_to(folder).as_posix(),))
        assert proof is not None
        yield proof.contradictions
    finally:
        file.write_bytes(whole)


def change(file: Path, seed: Seed) -> None:
    """Put the deviation where the text stands for the n-th time."""
    with zipfile.ZipFile(file) as archive:
        parts = {entry: archive.read(entry) for entry in archive.infolist()}
    left = seed.nth
    with zipfile.ZipFile(file, "w") as archive:
        for entry, data in parts.items():
            text = data.decode() if entry.filename.endswith(".xml") else ""
            if entry.filename.startswith(("word/document", "xl/worksheets", "xl/shared")) and left:
                pieces = text.split(seed.was)
                if len(pieces) > left:
                    text = seed.was.join(pieces[:left]) + seed.now + seed.was.join(pieces[left:])
                    left = 0
                else:
                    left -= len(pieces) - 1
            archive.writestr(entry, text.encode() if text else data)
    assert not left, f"«{seed.was}» does not stand {seed.nth} times in {file.name}"


PK, SKP, RENAKSI = "PK/*/*_{}.docx", "SKP/*/*_{}.docx", "Rencana-Aksi/*/*_{}.docx"
KADIS, KABID, SUBKOR, STAF = "KADIS", "KABID", "SUBKOR", "STAF"
SEEDS = {
    "PK, target": Seed(PK.format(KADIS), ">85<", ">86<", "target 2026"),
    "PK, unit": Seed(PK.format(KABID), ">%<", ">persen<", "satuan"),
    "PK, word of a sasaran": Seed(PK.format(KADIS), "Meningkatnya mutu layanan", "Meningkatnya layanan", "kinerja"),
    "PK, word of an indicator": Seed(PK.format(STAF), "Jumlah dokumen metadata statistik", "Jumlah dokumen data statistik", "indikator"),
    "PK, money of a program": Seed(PK.format(KABID), ">6.122.579.000<", ">6.122.597.000<", "anggaran 2026"),
    "PK, total": Seed(PK.format(SUBKOR), ">6.122.579.000<", ">6.122.579.001<", "anggaran 2026", nth=2),
    "PK, word beside a target": Seed(PK.format(STAF), ">8<", ">8 lebih<", "target 2026"),
    "PK, post of the superior": Seed(PK.format(KABID), "Kepala Bidang Data,", "Kepala Bidang Statistik,", "penanggung jawab"),
    "PK, name": Seed(PK.format(KABID), "CONTOH DUA", "CONTOH DUWA", "nama"),
    "PK, name in its annex": Seed(PK.format(KABID), "CONTOH DUA", "CONTOH DELAPAN", "nama", nth=2),
    "PK, number": Seed(PK.format(KADIS), "197001011995011901", "197001011995011910", "NIP", nth=2),
    "PK, number of the superior": Seed(PK.format(STAF), "198003032005011903", "198003032005011904", "NIP"),
    "PK, day": Seed(PK.format(SUBKOR), "5 Januari 2026", "6 Januari 2026", "tanggal"),
    "SKP, name": Seed(SKP.format(STAF), "CONTOH ENAM", "CONTOH ENAMM", "nama"),
    "SKP, number": Seed(SKP.format(STAF), "199004042015012906", "199004042015012916", "NIP"),
    "Rencana Aksi, number": Seed(RENAKSI.format(STAF), "199004042015012906", "199004042015012900", "NIP"),
    "IKU, name": Seed("Kinerja/IKU_2026.docx", "CONTOH SATU", "CONTOH SATO", "nama"),
    "RKT, number": Seed("Kinerja/RKT_2026.docx", "197001011995011901", "197001011995011911", "NIP"),
    "Renstra, target of a year": Seed("Renstra/Bab-4.docx", ">82<", ">83<", "target 2025"),
    "Renstra, target of the year of the PK": Seed("Renstra/Renstra_2025-2029.docx", ">85<", ">58<", "target 2026"),
    "Renstra, unit": Seed("Renstra/Bab-4.docx", ">Kasus<", ">Aduan<", "satuan"),
    "Renstra, word of a sasaran": Seed("Renstra/Bab-3.docx", "Meningkatnya mutu layanan", "Meningkatnya kualitas layanan", "kinerja"),
    "Renstra, money": Seed("Renstra/Renstra_2025-2029.docx", ">6.122.579.000<", ">6.122.579.00<", "anggaran 2026"),
    "IKU, target": Seed("Kinerja/IKU_2026.docx", ">90<", ">95<", "target 2029"),
    "IKU, years shifted": Seed("Kinerja/IKU_2026.docx", ">82<", ">85<", "target 2025"),
    "IKU, owner": Seed("Kinerja/IKU_2026.docx", ">Kepala Dinas<", ">Sekretaris<", "penanggung jawab"),
    "IKU, word of a sasaran": Seed("Kinerja/IKU_2026.docx", "Meningkatnya mutu layanan", "Menurunnya mutu layanan", "kinerja"),
    "Manual IKU, target": Seed("Kinerja/Manual-IKU_2026.docx", ": 85", ": 88", "target 2026"),
    "Manual IKU, unit": Seed("Kinerja/Manual-IKU_2026.docx", ">Indeks<", ">Nilai<", "satuan"),
    "Rencana Aksi, target": Seed(RENAKSI.format(SUBKOR), ">100<", ">110<", "target 2026"),
    "Rencana Aksi, quarter": Seed(RENAKSI.format(KADIS), ">80<", ">70<", "target TW I 2026"),
    "Rencana Aksi, unit": Seed(RENAKSI.format(STAF), ">Dokumen<", ">Laporan<", "satuan"),
    "Rencana Aksi of the agency, target": Seed("Kinerja/Rencana-Aksi_2026.docx", ">85<", ">84<", "target 2026"),
    "Rencana Aksi of the agency, sentence": Seed("Kinerja/Rencana-Aksi_2026.docx", "Meningkatnya mutu layanan", "Meningkatnya mutu pelayanan", "kinerja"),
    "RKT, target": Seed("Kinerja/RKT_2026.docx", "8 Dokumen", "9 Dokumen", "target 2026"),
    "RKT, sentence": Seed("Kinerja/RKT_2026.docx", "Jumlah dokumen metadata statistik", "Jumlah metadata statistik", "indikator"),
    "T-C.29, indicator": Seed("Kinerja/Renja-TC-29_2026.docx", "Jumlah dokumen metadata statistik", "Jumlah laporan metadata statistik", "indikator"),
    "T-C.29, code": Seed("Kinerja/Renja-TC-29_2026.docx", ">2.20.02.2.01.0018<", ">2.20.02.2.01.0019<", "kode"),
    "T-C.33, code": Seed("Kinerja/Renja-TC-33_2026.docx", ">2.20.02.2.01<", ">2.20.02.2.02<", "kode"),
    "T-C.33, target": Seed("Kinerja/Renja-TC-33_2026.docx", "100 Data", "100 Dokumen", "satuan"),
    "T-C.33, money": Seed("Kinerja/Renja-TC-33_2026.docx", ">6.122.579.000<", ">6.222.579.000<", "anggaran 2026"),
    "cascading, sentence": Seed("Kinerja/Cascading_2026.docx", "Terpenuhinya standar data", "Terpenuhinya mutu data", "kinerja"),
    "cascading, target": Seed("Kinerja/Cascading_2026.docx", ">60<", ">65<", "target 2026"),
    "cascading in Excel, target beside the sentence": Seed("Kinerja/Cascading_2026.xlsx", "(60 %)", "(70 %)", "target 2026"),
    "cascading in Excel, owner": Seed("Kinerja/Cascading_2026.xlsx", ">Pengolah Data<", ">Pranata Komputer<", "penanggung jawab"),
    "Matriks Peran Hasil, result": Seed("Kinerja/Matriks-Peran-Hasil_2026.xlsx", "Tersusunnya metadata statistik sektoral", "Tersusunnya data statistik sektoral", "kinerja"),
    "crosscutting, sentence": Seed("Kinerja/Crosscutting_2026.docx", "Meningkatnya layanan data", "Meningkatnya pelayanan data", "kinerja"),
    "SKP, target": Seed(SKP.format(STAF), "8 Dokumen", "6 Dokumen", "target 2026"),
    "SKP, indicator": Seed(SKP.format(SUBKOR), "Jumlah data standar", "Jumlah data baku", "indikator"),
    "e-Kinerja, target": Seed("SKP/SKP-e-Kinerja_2026.xlsx", ">60<", ">61<", "target 2026"),
    "monev, target": Seed("Capaian/Monev_2026_TW-1.docx", ">85<", ">80<", "target 2026"),
    "LKjIP, target": Seed("Capaian/LKjIP-Bab-3_2026.docx", ">85<", ">84<", "target 2026"),
    "SKP, result of the superior": Seed(SKP.format(STAF), "Terpenuhinya standar data", "Terpenuhinya mutu data", "rhk atasan"),
    "SKP, aspect": Seed(SKP.format(STAF), ">Kuantitas<", ">Biaya<", "aspek"),
    "e-Kinerja, result of the superior": Seed("SKP/SKP-e-Kinerja_2026.xlsx", "Terpenuhinya standar data", "Terpenuhinya mutu data", "rhk atasan", nth=2),
    "Rencana Aksi, step": Seed(RENAKSI.format(SUBKOR), ">1. 2.20.02.2.01.0018 Pemenuhan Prinsip SDI<", ">1. 2.20.02.2.01.0018 Pemenuhan Syarat SDI<", "kinerja"),
    "Rencana Aksi, quarter of a step": Seed(RENAKSI.format(SUBKOR), ">2<", ">3<", "target TW II 2026", nth=2),
    "Rencana Aksi, who does a step": Seed(RENAKSI.format(SUBKOR), ">Pengolah Data<", ">Pengolah Arsip<", "penanggung jawab"),
    "Rencana Aksi, money of a step": Seed(RENAKSI.format(SUBKOR), ">6.122.579.000<", ">6.122.579.900<", "anggaran 2026"),
    "Manual IKU, tujuan": Seed("Kinerja/Manual-IKU_2026.docx", "Terwujudnya data berkualitas", "Terwujudnya data bermutu", "tujuan"),
    "Manual IKU, quarter": Seed("Kinerja/Manual-IKU_2026.docx", "TW III: 83", "TW III: 82", "target TW III 2026"),
    "Manual IKU, polarity": Seed("Kinerja/Manual-IKU_2026.docx", "Semakin rendah semakin baik", "Semakin tinggi semakin baik", "polaritas"),
    "RKT, program": Seed("Kinerja/RKT_2026.docx", "2.20.02 Program Statistik", "2.20.02 Program Persandian", "program"),
    "T-C.33, name of a program": Seed("Kinerja/Renja-TC-33_2026.docx", "Program Statistik", "Program Persandian", "uraian"),
    "monev, what was reached": Seed("Capaian/Monev_2026_TW-1.docx", ">12<", ">13<", "realisasi s.d. TW I 2026"),
    "monev, share": Seed("Capaian/Monev_2026_TW-1.docx", ">120,00<", ">102,00<", "persen s.d. TW I 2026"),
    "monev, money of a kinerja": Seed("Capaian/Monev_2026_TW-1.docx", ">900.000.000<", ">990.000.000<", "realisasi anggaran s.d. TW I 2026"),
    "LKjIP, what was reached": Seed("Capaian/LKjIP-Bab-3_2026.docx", ">80<", ">81<", "realisasi 2026"),
    "LKjIP, category": Seed("Capaian/LKjIP-Bab-3_2026.docx", ">Sangat Tinggi<", ">Tinggi<", "kategori"),
    "Capaian, category": Seed("Capaian/Capaian_2026.xlsx", ">Sangat Tinggi<", ">Rendah<", "kategori"),
    "Capaian, owner in E.81": Seed("Capaian/Capaian_2026.xlsx", ">Kepala Bidang Data<", ">Kepala Bidang Lain<", "penanggung jawab", nth=2),
    "crosscutting, partner": Seed("Kinerja/Crosscutting_2026.docx", ">Dinas Lain<", ">Dinas Baru<", "pd pendukung"),
    "LKjIP, money": Seed("Capaian/LKjIP-Bab-3_2026.docx", ">6.122.579.000<", ">6.122.000.000<", "anggaran 2026", nth=4),
    "T-C.29, more words in a name": Seed("Kinerja/Renja-TC-29_2026.docx", "Program Statistik", "Program Statistik Sektoral", "uraian"),
    "T-C.33, more words in a name": Seed("Kinerja/Renja-TC-33_2026.docx", "Program Statistik", "Program Statistik Sektoral", "uraian"),
    "RKT, more words in a name": Seed("Kinerja/RKT_2026.docx", "Program Statistik", "Program Statistik Sektoral", "program"),
    "SKP, post of two words": Seed(SKP.format(STAF), ">Pengolah Data<", ">Pengolah Arsip<", "penanggung jawab"),
    "SKP, target without its unit": Seed(SKP.format(STAF), "8 Dokumen", "8", "satuan"),
    "e-Kinerja, number": Seed("SKP/SKP-e-Kinerja_2026.xlsx", "199004042015012906", "199004042015012909", "nip"),
    "monev, target of the quarter": Seed("Capaian/Monev_2026_TW-1.docx", ">25<", ">52<", "target tw"),
    "Capaian, money of a sub kegiatan": Seed("Capaian/Capaian_2026.xlsx", ">900000000<", ">90000000<", "realisasi anggaran TW I 2026"),
    "PK, target with a digit more": Seed(PK.format(SUBKOR), ">100<", ">1000<", "target 2026"),
    "PK, target with decimals": Seed(PK.format(KABID), ">60<", ">60,5<", "target 2026"),
    "PK, unit left out": Seed(PK.format(STAF), ">Dokumen<", "><", "satuan"),
    "Manual IKU, way of counting": Seed("Kinerja/Manual-IKU_2026.docx", "posisi akhir", "kumulatif", "jenis hitung"),
    "cascading in Excel, unit": Seed("Kinerja/Cascading_2026.xlsx", "(100 Data)", "(100 Dokumen)", "satuan"),
    "crosscutting, status": Seed("Kinerja/Crosscutting_2026.docx", "disepakati", "ditolak", "status"),
}  # fmt: skip


@pytest.mark.parametrize("seed", SEEDS.values(), ids=SEEDS.keys())
def test_a_deviation_is_named_with_both_documents_and_places(
    seed: Seed, contradictions: tuple[Contradiction, ...], folder: Path
) -> None:
    (file,) = folder.glob(seed.file)
    (one,) = contradictions
    assert (one.path, one.what) == (file.relative_to(folder).as_posix(), seed.what)
    assert one.place
    assert one.other_place
    assert one.other != one.path
    assert (folder / one.other).is_file()


def test_fifty_deviations_are_seeded() -> None:
    assert len(SEEDS) >= 50
