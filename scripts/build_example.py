"""Build ``inputs/diskominfo-balangan.xlsx`` from the official tables and the sample data in ``inputs/sumber``.

Run as ``python scripts/build_example.py``; the same sources give the same bytes.
"""

from __future__ import annotations

import csv
import re
import sys
import tomllib
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "scripts")]

from example_narrative import WRITTEN  # noqa: E402

from pokin_docs.documents.renstra.places import PLACES  # noqa: E402
from pokin_docs.model.workbook_spec import LEMBAR, TAHAP_4, TAHAP_5, ColumnType, Lembar  # noqa: E402
from pokin_docs.narrative.write import blank_narrative  # noqa: E402
from pokin_docs.workbook.look import CellContent  # noqa: E402
from pokin_docs.workbook.sheets import SheetBand, SheetContent  # noqa: E402
from pokin_docs.workbook.write import WorkbookContent, write_workbook  # noqa: E402

SUMBER = ROOT / "inputs" / "sumber"
BUKU = ROOT / "inputs" / "diskominfo-balangan.xlsx"
NASKAH = BUKU.with_name(f"{BUKU.stem}-naskah.docx")

_RESMI = "Tabel resmi (sumber: dokumen pohon kinerja Diskominfo)"
_CONTOH = "DATA CONTOH: ganti dengan data sebenarnya"
_CATATAN = (
    "Tabel resmi, berpita biru: Tahap 2, Tahap 3, Tahap 4, dan kolom A-F Tahap 5 disalin sel demi sel dari dokumen "
    "pohon kinerja Dinas Komunikasi, Informatika, Statistik dan Persandian Kabupaten Balangan. Salah ketik, teks "
    "terpotong, dan sel kosong dibiarkan seperti aslinya; dua kolom terakhir tabel Tahap 5 (E dan F) memang tidak "
    "berjudul.",
    "Data contoh, berpita kuning: faktor Tahap 1, kolom G dan seterusnya pada Tahap 5, Pejabat, pagu pada Program, "
    "Lintas Perangkat Daerah, Renstra, dan semua lembar sesudahnya. Orang, NIP, target, dan pagunya karangan, "
    "hanya untuk mencoba.",
    "Di Identitas, nama perangkat daerah, pemerintah daerah, dan sebutan kepala daerah nyata; selebihnya contoh.",
    "Tidak ada cabang Sekretariat di dokumen resmi, sehingga Sekretaris tidak memiliki baris di Tahap 5.",
)
_TAHAP_5_RESMI = ("rujukan", "kinerja", "indikator", "keterangan", "komponen", "jenis_pk")

_SERVICES = (
    "kinerja_pelayanan", "anggaran_realisasi", "faktor", "prioritas", "ikk", "sumber_daya", "kelompok_sasaran",
)  # fmt: skip
"""Sheets that are samples as a whole, each from a file of its name."""
_YEARLY = ("renaksi", "realisasi", "skp")
"""Sheets of the yearly set, each from a file of its name where there is one."""


def main() -> None:
    """Write the example workbook."""
    write_workbook(BUKU, example())
    places = tuple(place for place in PLACES if place.in_2025)
    NASKAH.write_bytes(blank_narrative(places, "NASKAH RENSTRA (CONTOH)", WRITTEN))
    print(BUKU.relative_to(ROOT), NASKAH.relative_to(ROOT))


def example() -> WorkbookContent:
    """The content of the example workbook: official tables, and samples marked as such."""
    with (SUMBER / "contoh.toml").open("rb") as file:
        contoh: dict[str, Any] = tomllib.load(file)
    return WorkbookContent(
        identitas=contoh["identitas"],
        identitas_bands="DATA CONTOH, kecuali nama perangkat daerah, pemerintah daerah, dan sebutan kepala daerah",
        notes=_CATATAN,
        lembar={
            "tahap1": SheetContent(
                baris=(contoh["tahap1"],),
                bands=(SheetBand("outcome", "Resmi"), SheetBand("mandat", _CONTOH, sample=True)),
            ),
            "tahap2": _official("tahap2", ("no", "csf", "kondisi")),
            "tahap3": _official("tahap3", ("csf", "kondisi", "keterangan")),
            "tahap4": _official("tahap4", tuple(kolom.kunci for kolom in TAHAP_4.kolom)),
            "tahap5": _tahap_5(),
            "pejabat": _sample("pejabat", _typed_rows("pejabat", "contoh-pejabat.csv")),
            "program": SheetContent(
                baris=tuple(_with_sums(_typed_rows("program", "contoh-program.csv"))),
                bands=(
                    SheetBand(
                        "kode", "Nomenklatur Kepmendagri 900.1.15.5-1317/2023; 2.20.02.2.01.x dari daftar lebih baru"
                    ),
                    SheetBand("pagu 2025", _CONTOH, sample=True),
                ),
            ),
            "lintas": _sample("lintas", _typed_rows("lintas", "contoh-lintas.csv")),
            "renstra": _sample("renstra", [_stripped(baris) for baris in contoh["renstra"]]),
            **{
                kunci: _sample(kunci, _typed_rows(kunci, f"contoh-{kunci.replace('_', '-')}.csv"))
                for kunci in (*_SERVICES, *(kunci for kunci in _YEARLY if (SUMBER / f"contoh-{kunci}.csv").exists()))
            },
        },
    )


def _official(nama: str, kunci: tuple[str, ...]) -> SheetContent:
    """An official table, its header as the document spells it."""
    header, *rows = _lines(f"{nama}.csv")
    baris = tuple(_official_row(kunci, row) for row in rows)
    return SheetContent(
        baris=baris, column_titles=dict(zip(kunci, header, strict=True)), bands=(SheetBand(kunci[0], _RESMI),)
    )


def _official_row(kunci: tuple[str, ...], row: list[str]) -> dict[str, CellContent]:
    values: dict[str, CellContent] = dict(zip(kunci, row, strict=True))
    if "no" in values:
        values["no"] = int(row[0])
    return values


def _tahap_5() -> SheetContent:
    """The official table with the sample columns beside it, joined by the number of the row."""
    resmi = _official("tahap5", _TAHAP_5_RESMI)
    tambahan = [_records(f"contoh-{name}.csv") for name in ("indikator", "definisi", "hitung")]
    baris = []
    for number, (row, *samples) in enumerate(zip(resmi.baris, *tambahan, strict=True), start=1):
        values = dict(row)
        for sample in samples:
            words = sample.pop("awal_indikator")
            if sample.pop("baris") != str(number) or not str(row["indikator"]).startswith(words):
                raise ValueError(f"row {number} of the samples does not belong to {row['indikator']!r}: {words!r}")
            values |= _typed(TAHAP_5, sample)
        baris.append(values)
    pita = (SheetBand("rujukan", _RESMI), SheetBand("kode", f"{_CONTOH} (kolom G dan seterusnya)", sample=True))
    return SheetContent(baris=tuple(baris), column_titles=resmi.column_titles, bands=pita)


def _sample(kunci: str, baris: list[dict[str, CellContent]]) -> SheetContent:
    first = _lembar(kunci).kolom[0].kunci
    return SheetContent(baris=tuple(baris), bands=(SheetBand(first, _CONTOH, sample=True),))


def _with_sums(rows: list[dict[str, CellContent]]) -> Iterator[dict[str, CellContent]]:
    """The rows of Program, those without a pagu with the sum of the sub kegiatan under them."""
    for row in rows:
        below = [leaf for leaf in rows if str(leaf["kode"]).startswith(f"{row['kode']}.")]
        sums: dict[str, CellContent] = {}
        for key in row:
            if key.startswith("pagu ") and row[key] is None:
                sums[key] = sum(value for leaf in below if isinstance(value := leaf[key], int))
        yield row | sums


def _typed_rows(kunci: str, nama: str) -> list[dict[str, CellContent]]:
    return [_typed(_lembar(kunci), record) for record in _records(nama)]


def _typed(lembar: Lembar, record: dict[str, str]) -> dict[str, CellContent]:
    """The texts of a record as Excel should hold them, by the type of their column."""
    return {key: _value(lembar.kolom_of(key.split()[0]).jenis, text) for key, text in record.items()}


def _value(jenis: ColumnType, text: str) -> CellContent:
    if not text:
        return None
    if jenis is ColumnType.DATE:
        return date.fromisoformat(text)
    if jenis is ColumnType.RUPIAH or (jenis is ColumnType.VALUE and re.fullmatch(r"\d+", text)):
        return int(text)
    if jenis is ColumnType.VALUE and re.fullmatch(r"\d+\.\d+", text):
        return float(text)
    return text


def _stripped(record: dict[str, str]) -> dict[str, CellContent]:
    return {key: text.strip() for key, text in record.items()}


def _lembar(kunci: str) -> Lembar:
    return next(lembar for lembar in LEMBAR if lembar.kunci == kunci)


def _lines(nama: str) -> list[list[str]]:
    with (SUMBER / nama).open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file))


def _records(nama: str) -> list[dict[str, str]]:
    with (SUMBER / nama).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


if __name__ == "__main__":
    main()
