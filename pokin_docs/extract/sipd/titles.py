"""Which columns an export has: its titles, whatever their case, blanks and underscores (domain-2.md 11.1, 11.2)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from pokin_docs.extract.sipd.streamed import Row
from pokin_docs.model.budget_versions import BudgetVersion, split_version
from pokin_docs.model.texts import fold

TITLE_ROWS = 30
"""Rows looked at for titles."""
_MONTHS = (
    ("januari", "jan"), ("februari", "pebruari", "feb"), ("maret", "mar"), ("april", "apr"), ("mei",), ("juni", "jun"),
    ("juli", "jul"), ("agustus", "agu", "agt"), ("september", "sep", "sept"), ("oktober", "okt"),
    ("november", "nopember", "nov"), ("desember", "des"),
)  # fmt: skip
_NAMES: Mapping[str, tuple[str, ...]] = {
    "year": ("tahun", "tahun anggaran"),
    "agency": ("kode skpd", "kode opd", "kode perangkat daerah", "kode pd"),
    "agency_name": ("nama skpd", "skpd", "nama opd", "opd", "nama perangkat daerah", "perangkat daerah"),
    "sub_unit": ("kode sub unit", "kode sub skpd", "kode unit", "kode sub opd"),
    "sub_unit_name": ("nama sub unit", "sub skpd", "nama sub skpd", "sub unit", "nama unit"),
    "field": ("kode bidang urusan", "kode bidang"),
    "program": ("kode program",),
    "program_name": ("nama program", "program"),
    "activity": ("kode kegiatan", "kode giat"),
    "activity_name": ("nama kegiatan", "kegiatan", "nama giat"),
    "part": ("kode sub kegiatan", "kode subkegiatan", "kode sub giat"),
    "part_name": ("nama sub kegiatan", "sub kegiatan", "nama subkegiatan", "subkegiatan", "nama sub giat"),
    "source": ("nama sumber dana", "sumber dana", "namadana", "nama dana", "sumber pendanaan"),
    "account": ("kode rekening", "kode akun"),
    "amount": ("pagu", "nilai rincian", "rincian", "nilai pagu", "pagu anggaran", "total pagu"),
    "amount_changed": ("pagu setelah", "pagu sesudah", "nilai rincian setelah", "nilai rincian sesudah"),
    "amount_before": ("pagu sebelum", "pagu apbd", "nilai rincian sebelum"),
    "spent": ("nilai realisasi",),
    "returned": ("nilai setoran",),
    "document_day": ("tanggal dokumen",),
    "transfer_day": ("tanggal transfer",),
    "document_kind": ("jenis dokumen",),
    "transaction": ("jenis transaksi",),
    "stage": ("tahapan apbd",),
    "stage_name": ("nama sub tahapan jadwal",),
    "code": ("kode", "kode program kegiatan sub kegiatan", "kode nomenklatur"),
    "code_name": ("uraian", "nama", "nomenklatur", "nama program kegiatan sub kegiatan"),
    **{
        f"month{number}": (f"bulan {number}", f"bulan {number:02}", f"bulan{number}", *names, f"kas {names[0]}")
        for number, names in enumerate(_MONTHS, 1)
    },
}  # fmt: skip
_KEY_OF = {name: key for key, names in _NAMES.items() for name in names}
MONTHS = tuple(f"month{number}" for number in range(1, 13))
_WITHOUT_BRACKETS = re.compile(r"\([^)]*\)")


@dataclass(frozen=True, slots=True)
class ExportTitles:
    """The columns of an export by what they hold, and the row in which their titles stand."""

    row: int
    columns: Mapping[str, int]

    @property
    def has_codes(self) -> bool:
        """Whether there is a column of sub kegiatan, or of codes of every level."""
        return "part" in self.columns or "code" in self.columns

    @property
    def has_pagu(self) -> bool:
        """Whether it is a recap of the budget: sub kegiatan, each beside its agency or program, with an amount."""
        return "part" in self.columns and bool(self.amounts) and not self.has_spending

    @property
    def has_cash(self) -> bool:
        """Whether it has the cash of twelve months beside codes."""
        return self.has_codes and all(month in self.columns for month in MONTHS)

    @property
    def has_spending(self) -> bool:
        """Whether it has what was spent, document by document."""
        return {"part", "spent"} <= self.columns.keys() and bool({"document_day", "transfer_day"} & self.columns.keys())

    @property
    def amounts(self) -> tuple[str, ...]:
        """The columns with a budget, that after the change first."""
        return tuple(key for key in ("amount_changed", "amount", "amount_before") if key in self.columns)

    def amount(self, version: BudgetVersion | None) -> str | None:
        """The column with the budget that counts: of several that of the version, else the changed one."""
        first = self.amounts[::-1] if version is BudgetVersion.FIRST else self.amounts
        return next(iter(first), None)

    @property
    def is_export(self) -> bool:
        """Whether it is any export that is understood."""
        return self.has_pagu or self.has_cash or self.has_spending


def _of_version(title: str) -> str | None:
    """The key of a title that says which budget its amounts are: "Pagu sesudah pergeseran"."""
    thing, version = split_version(title)
    if version is None or _KEY_OF.get(thing) != "amount":
        return None
    return "amount_changed" if version is BudgetVersion.CHANGED else "amount_before"


def find_titles(rows: Iterable[tuple[int, Row]]) -> ExportTitles | None:
    """The titles of an export, in one of the first rows; None where none of them are those of one.

    Args:
        rows: The first rows of a sheet.
    """
    for number, row in rows:
        columns: dict[str, int] = {}
        for column, text in row.items():
            plain = fold(text.replace("_", " "))
            bare = fold(_WITHOUT_BRACKETS.sub(" ", text.replace("_", " ")))
            key = _KEY_OF.get(plain) or _KEY_OF.get(bare) or _of_version(plain)
            if key is not None:
                columns.setdefault(key, column)
        found = ExportTitles(number, columns)
        if found.is_export:
            return found
    return None
