"""What a column of another agency's table can be: a column of the official workbook, or a part of the tree."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

from pokin_docs.model.levels import KomponenPerencanaan, Rung
from pokin_docs.model.workbook_spec import LEMBAR, ColumnType, Kolom

LevelName = KomponenPerencanaan | Rung

KINERJA, NAME, NAME_AND_KINERJA = "kinerja", "nama", "nama dan kinerja"
INDIKATOR, KINERJA_AND_INDIKATOR = "indikator", "kinerja dan indikator"
LEVEL, KODE, TARGET, PAGU = "komponen", "kode", "target", "pagu"
NUMBER, NOTE, AGENCY, IGNORED = "nomor", "catatan", "perangkat daerah", "abaikan"
NSPK, SASARAN_RPJMD = "nspk", "sasaran_rpjmd"
YEAR, TICK = "tahun baris", "centang"
"""The year that a row is of; a column that is ticked where its level is that of the row."""
PROGRAM_ONLY = ("sumber_dana", "lokasi")

_OWN_LABELS = {
    KINERJA: "Kinerja",
    NAME: "Nama Komponen",
    NAME_AND_KINERJA: "Nama dan Kinerja Berselang",
    INDIKATOR: "Indikator Kinerja",
    KINERJA_AND_INDIKATOR: "Kinerja dan Indikator Berselang",
    YEAR: "Tahun Baris Itu",
    NUMBER: "Nomor",
    NOTE: "Catatan",
    AGENCY: "Nama Perangkat Daerah",
    IGNORED: "abaikan",
}
_OF_A_LEVEL = {KINERJA: "Kinerja", NAME: "Nama", INDIKATOR: "Indikator", KINERJA_AND_INDIKATOR: "Kinerja dan Indikator",
               TICK: "Centang"}  # fmt: skip
_COMPONENTS = {
    KomponenPerencanaan.SASARAN_PROGRAM: "Program",
    KomponenPerencanaan.SASARAN_KEGIATAN: "Kegiatan",
    KomponenPerencanaan.SASARAN_SUB_KEGIATAN: "Sub Kegiatan",
}
_SHEETS = {lembar.kunci: lembar for lembar in LEMBAR}
VALUE_KEYS = (
    "satuan", "kondisi_awal", "pemilik", "keterangan", "jenis_pk", "induk", "bagian", "polaritas", "tw1", "tw2", "tw3",
    "tw4", "iku", "definisi", "formula", "sumber_data",
)  # fmt: skip
"""Columns of the official table that belong to a row, whatever its level."""


@dataclass(frozen=True, slots=True)
class Role:
    """What one column is: the key of a column, its year, or the level that all its cells have."""

    kunci: str
    level: LevelName | None = None
    tahun: int | None = None

    @property
    def label(self) -> str:
        """The role as the sheet Impor offers it: ``Kinerja: Sasaran Program``, ``Target 2026``."""
        if self.level is not None and self.kunci in _OF_A_LEVEL:
            named = _COMPONENTS.get(self.level) if self.kunci == NAME and not isinstance(self.level, Rung) else None
            return f"{_OF_A_LEVEL[self.kunci]}: {named or level_label(self.level)}"
        if self.tahun is not None:
            return f"{'Target' if self.kunci == TARGET else 'Pagu'} {self.tahun}"
        return _OWN_LABELS.get(self.kunci) or official(self.kunci).title.replace(" {tahun}", " (tahun?)")

    @property
    def lacks_year(self) -> bool:
        """Whether it is of a year, as targets and amounts are, and does not say of which."""
        return self.kunci in (TARGET, PAGU) and self.tahun is None

    @property
    def tells(self) -> bool:
        """Whether cells of such a column go into the tree or its money."""
        return self.kunci not in (NUMBER, NOTE, AGENCY, IGNORED)

    def without_level(self) -> Role:
        """The same for a column whose cells are of several levels."""
        return replace(self, level=None)


def year_column(columns: Mapping[int, Role]) -> int | None:
    """The column that says of which year a row is, 1-based; None where none does."""
    return next((number for number, role in columns.items() if role.kunci == YEAR), None)


def level_label(level: LevelName) -> str:
    """How a level is called in a role: ``Sasaran Program``, ``eselon III``."""
    return level.value if isinstance(level, Rung) else level.label


@lru_cache(maxsize=256)
def official(kunci: str) -> Kolom:
    """The column of the official workbook that holds a key: of the main table, of Program, or of Renstra."""
    for sheet in ("tahap5", "program", "renstra"):
        found = next((kolom for kolom in _SHEETS[sheet].kolom if kolom.kunci == kunci), None)
        if found is not None:
            return found
    raise KeyError(kunci)


def is_amount(kunci: str) -> bool:
    """Whether a key is one of money."""
    return kunci == PAGU or official(kunci).jenis is ColumnType.RUPIAH


def all_roles(years: tuple[int, ...], levels: tuple[LevelName, ...]) -> tuple[Role, ...]:
    """Every role that a planner can choose for a table.

    Args:
        years: The years that its columns are of.
        levels: Rungs beside the components that occur in it.
    """
    every = (*KomponenPerencanaan, *(level for level in levels if isinstance(level, Rung)))
    plain = (KINERJA, INDIKATOR, NAME, NAME_AND_KINERJA, KINERJA_AND_INDIKATOR, LEVEL, KODE)
    return (
        *map(Role, plain),
        *(Role(KINERJA, level) for level in every),
        *(Role(NAME, level) for level in _COMPONENTS),
        *(Role(INDIKATOR, level) for level in every),
        *(Role(KINERJA_AND_INDIKATOR, level) for level in every),
        *(Role(kunci, tahun=year) for kunci in (TARGET, PAGU) for year in years),
        *(Role(TICK, level) for level in every),
        *map(Role, (YEAR, *VALUE_KEYS, *PROGRAM_ONLY, NSPK, SASARAN_RPJMD)),
        *map(Role, (NUMBER, NOTE, AGENCY, IGNORED)),
    )


def role_of_label(label: str, roles: tuple[Role, ...]) -> Role | None:
    """The role that a label of the sheet Impor names; None for one that is none of them."""
    return next((role for role in roles if role.label.casefold() == label.strip().casefold()), None)
