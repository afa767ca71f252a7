"""The form on which a unit says what it reached and spent in a quarter: what it asks, and what came back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from pokin_docs.model.rows import BLANK, Isian, SheetRow
from pokin_docs.model.workbook_spec import QUARTER_CHOICES, REALISASI, ColumnType, Kolom, Lembar, WhenMissing

FORM_NAME = "Formulir realisasi triwulan"
"""What stands in the first cell of each form: it is known by it."""
ABOUT_TITLE, MEASURES_TITLE, MONEY_TITLE = "Formulir", "Kinerja", "Anggaran"
ABOUT_KEYS = ("Perangkat Daerah", "Tahun", "Triwulan", "Unit")
"""Lines of the first sheet, which say whose form it is."""


@dataclass(frozen=True, slots=True)
class FormMeasureRow(SheetRow):
    """A row of the sheet Kinerja of a form that came back."""

    indikator_id: Isian
    kode: Isian
    indikator: Isian
    nilai: Isian
    pendukung: Isian = BLANK
    penghambat: Isian = BLANK
    upaya: Isian = BLANK
    kendala: Isian = BLANK
    tindak_lanjut: Isian = BLANK
    pic: Isian = BLANK
    batas_waktu: Isian = BLANK
    bukti: Isian = BLANK


@dataclass(frozen=True, slots=True)
class FormMoneyRow(SheetRow):
    """A row of the sheet Anggaran of a form that came back."""

    kode: Isian
    nomenklatur: Isian
    anggaran: Isian
    kendala: Isian = BLANK
    bukti: Isian = BLANK


def _asked(kunci: str) -> Kolom:
    """A column of Realisasi that the form asks for."""
    kolom = REALISASI.kolom_of(kunci)
    return Kolom(kunci, kolom.title, kolom.help_text, kolom.jenis, kolom.alias, width=kolom.width)


MEASURED = tuple(
    _asked(kunci)
    for kunci in ("pendukung", "penghambat", "upaya", "kendala", "tindak_lanjut", "pic", "batas_waktu", "bukti")
)
"""What is asked beside the value."""
MEASURES = Lembar(
    "formulir_kinerja", MEASURES_TITLE, "Yang tercapai pada triwulan ini.",
    (
        Kolom("indikator_id", "ID Indikator", "Tanda pengenal indikator; jangan diubah.", ColumnType.ID),
        Kolom("kode", "Kode", "Kode komponen; jangan diubah.", ColumnType.KODE),
        Kolom("indikator", "Indikator", "Kalimat indikator; jangan diubah.", when_missing=WhenMissing.GALAT, width=42,
              alias=("Indikator Kinerja",)),
        Kolom("nilai", "Nilai", "Yang tercapai pada triwulan ini, hanya angkanya: 85,5. Belum diukur: biarkan kosong; "
              "0 berarti memang nol.", ColumnType.VALUE, when_missing=WhenMissing.GALAT, width=12,
              alias=tuple(f"Nilai {quarter}" for quarter in QUARTER_CHOICES)),
        *MEASURED,
    ),
    row_type=FormMeasureRow,
)  # fmt: skip
MONEY = Lembar(
    "formulir_anggaran", MONEY_TITLE, "Yang terpakai pada triwulan ini.",
    (
        Kolom("kode", "Kode", "Kode sub kegiatan; jangan diubah.", ColumnType.KODE, width=20,
              when_missing=WhenMissing.GALAT),
        Kolom("nomenklatur", "Sub Kegiatan", "Namanya; jangan diubah.", width=46),
        Kolom("anggaran", "Anggaran Realisasi", "Rupiah yang terpakai pada triwulan ini saja, bukan kumulatif.",
              ColumnType.RUPIAH, when_missing=WhenMissing.GALAT, width=20,
              alias=tuple(f"Anggaran Realisasi {quarter}" for quarter in QUARTER_CHOICES)),
        _asked("kendala"),
        _asked("bukti"),
    ),
    row_type=FormMoneyRow,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class AskedMeasure:
    """An indicator that a unit is asked about; ``before`` is what was reached up to the quarter before."""

    indikator_id: str
    kode: str
    kinerja: str
    indikator: str
    satuan: str
    target: str
    target_tw: str
    before: str
    predicates: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class AskedMoney:
    """A component whose spending a unit is asked about; ``before`` is what was spent up to the quarter before."""

    kode: str
    nomenklatur: str
    pagu: Decimal | None
    before: Decimal | None


@dataclass(frozen=True, slots=True)
class UnitForm:
    """The form of one unit, blank but for what it is asked about."""

    agency: str
    year: int
    quarter: int
    unit: str
    measures: tuple[AskedMeasure, ...]
    money: tuple[AskedMoney, ...]
    posts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FilledForm:
    """A form that came back: its file, what it says of itself, and its rows."""

    file: str
    about: Mapping[str, str]
    measures: tuple[FormMeasureRow, ...]
    money: tuple[FormMoneyRow, ...]
    quarters_named: frozenset[int]
    """The quarters that the titles of its columns name."""
