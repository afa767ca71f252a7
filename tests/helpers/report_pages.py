"""Report pages without a build, and the workbooks they are made of."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from openpyxl import Workbook

from helpers.places import ROOT
from helpers.workbooks import BAKU, add_row, drop, write
from pokin_docs.documents.kinds import PK, RENSTRA, RENSTRA_2017
from pokin_docs.drawing.draw import draw
from pokin_docs.drawing.page import DrawingOptions, Paper
from pokin_docs.flow.examine import Examination, Understood, examine
from pokin_docs.model.catalogue import message
from pokin_docs.model.settings import Settings
from pokin_docs.report.texts import page

EXAMPLE = ROOT / "inputs" / "diskominfo-balangan.xlsx"


Change = Callable[[Workbook], None]


JAHAT = "</script><script>document.title='x'</script><img src=x onerror=alert(1)> \"'` & <!-- ]]> 🌳 ‮abc {nama} <b>"


SHOWN = (PK, RENSTRA, RENSTRA_2017)
"""The kinds that the pages of these tests list: what further kinds add, their own tests say."""


def look(path: Path, *, final: bool = False) -> Examination:
    found = examine(path, Settings(Path("build"), (), final=final), SHOWN)
    assert isinstance(found, Understood), [message(finding) for finding in found.temuan]
    return found


def made(found: Examination, *, final: bool = False) -> bytes:
    """The page as a build makes it, without a build."""
    assert isinstance(found, Understood)
    gambar = draw(found.plan, found.buku, DrawingOptions(paper=Paper.A3))
    if len(gambar.page) > 1:
        gambar = draw(found.plan, found.buku, DrawingOptions(paper=Paper.POSTER))
    return page(
        found.plan, found.buku, found.temuan, found.waived, found.plan.dokumen, gambar,
        final=final, version="1.0", lampiran=("koreksi.xlsx",),
    )  # fmt: skip


BENDA = (
    "jalan",
    "jembatan",
    "irigasi",
    "taman",
    "pasar",
    "sekolah",
    "puskesmas",
    "drainase",
    "sanitasi",
    "gedung",
    "embung",
    "terminal",
    "dermaga",
    "rusun",
)


SIFAT = (
    "perkotaan",
    "perdesaan",
    "pesisir",
    "perbatasan",
    "strategis",
    "lingkungan",
    "kawasan industri",
    "antarwilayah",
    "permukiman",
    "pegunungan",
    "kepulauan",
    "wisata",
)


def large(path: Path, branches: int) -> Path:
    """A workbook of ``3 + 14 * branches`` nodes, each with an official of its own, code and budget."""
    lines: list[Change] = [drop("Tahap 2"), drop("Tahap 3"), drop("Tahap 4")]
    for number in range(branches):
        subject = BENDA[number % len(BENDA)] + (" daerah" if number >= len(BENDA) else "")
        kode = f"2.20.{number + 3:02}"
        parts = [
            (
                f"Meningkatnya kemantapan {subject} di seluruh wilayah kabupaten",
                "Persentase",
                "Sasaran Program",
                "PK Ess 3",
                kode,
                "%",
            ),
            (
                f"Terpenuhinya standar teknis penyelenggaraan {subject}",
                "Persentase",
                "Sasaran Kegiatan",
                "PK Sub Koordinator/JF",
                f"{kode}.2.01",
                "%",
            ),
        ]
        parts += [
            (
                f"Tersedianya {subject} {sifat} yang terpelihara sesuai rencana",
                "Jumlah",
                "Sasaran Sub Kegiatan",
                "PK JF/JP",
                f"{kode}.2.01.{place + 1:04}",
                "Unit",
            )
            for place, sifat in enumerate(SIFAT)
        ]
        for place, (teks, ukuran, komponen, kelas, code, satuan) in enumerate(parts):
            id_ = f"P{number}-{place}"
            indikator = f"{ukuran} {teks.split(' ', 1)[1]}"
            pagu = " | ".join(str(1_250_000_000 + year) for year in range(5))
            lines += [
                add_row("Tahap 5", f"| Tahap 4 | {teks} | {indikator} | | {komponen} | {kelas} | {code} | {id_} | {satuan} | 50 | 55 | 60 | 65 | 70 | 75 | 80 | | |"),
                add_row("Program", f"| {code} | Penyelenggaraan {teks.split(' ', 1)[1]} | {pagu} | APBD |"),
                add_row("Pejabat", f"| {id_} | Contoh Pegawai {number} {place} | S.T. | '19850101201001{1 + number % 2}{place:03} | III/c | Penata | Penata Kelola {subject} {place} | {kelas} | KADIS | |"),
            ]  # fmt: skip
    return write(path, BAKU, *lines)
