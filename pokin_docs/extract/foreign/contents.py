"""What stands in cells, whatever is written over them: sentences, measures, names, codes, levels, units, money."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from functools import cached_property, lru_cache

from pokin_docs.extract.grid import UsedCell
from pokin_docs.model.level_labels import names_a_component, read_label, split_label
from pokin_docs.model.levels import KomponenPerencanaan, read_jenis_pk, read_jenjang
from pokin_docs.model.programs import code_apart, kind_of, leading_code
from pokin_docs.model.texts import fold, squeeze, without_number
from pokin_docs.model.typed_values import read_rupiah


class Kind(Enum):
    """What the text of one cell is."""

    CODE = "kode"
    NAME = "nama komponen"
    LEVEL = "tingkat"
    PK_CLASS = "jenis PK"
    RESULT = "kalimat kinerja"
    MEASURE = "indikator"
    UNIT = "satuan"
    MONEY = "rupiah"
    VALUE = "angka"
    NIP = "NIP"
    AGENCY = "perangkat daerah"
    HEADING = "urusan"
    TEXT = "teks"


RESULT_LABEL = re.compile(
    r"^\s*(?:outcome|output|hasil|keluaran)(?: (?:program|kegiatan|sub ?kegiatan))?\s*[:–-]\s*(?=\w)", re.IGNORECASE
)
"""What may stand in front of a result: "Outcome: Meningkatnya …"."""
_RESULT_VERBS = re.compile(r"(?:\w{4,}nya|me\w{3,}kan|mewujudkan)\b")
_MEASURE = frozenset((
    "persentase", "presentase", "prosentase", "persen", "proporsi", "rasio", "cakupan", "indeks", "index", "nilai",
    "skor", "predikat", "opini", "jumlah", "banyaknya", "angka", "tingkat", "laju", "rata", "pertumbuhan",
    "prevalensi", "kontribusi", "capaian", "level", "kategori", "status", "waktu", "lama", "frekuensi", "skala",
    "indikator", "jangka", "derajat", "produktivitas", "konsumsi", "survei", "ikm", "ikk", "iku", "pdrb", "usia",
    "harapan", "volume", "luas", "panjang", "skm", "sakip", "realisasi", "penurunan", "peningkatan", "kenaikan",
    "ketepatan", "kesesuaian",
))  # fmt: skip
_UNITS = frozenset((
    "%", "persen", "indeks", "nilai", "angka", "poin", "skor", "skala", "predikat", "kategori", "level", "opini",
    "rasio", "tahun", "hari", "jam", "menit", "rupiah", "rp", "orang", "dokumen", "laporan", "unit", "paket",
    "kegiatan", "desa", "kelurahan", "kecamatan", "sekolah", "kelompok", "lembaga", "buah", "berkas", "data",
    "aplikasi", "lokasi", "bulan", "kali", "ton", "kg", "km", "m2", "ha", "hektar", "kk", "keluarga", "layanan",
    "jenis", "set", "sertifikat", "siswa", "guru", "peserta", "perangkat", "titik", "buku", "arsip", "judul",
    "peta", "kasus", "ekor", "liter", "ruang", "rumah", "pasien", "kunjungan", "tingkat", "sampel", "produk",
    "umkm", "koperasi",
))  # fmt: skip
_LEVELS = frozenset(("tujuan", "sasaran", "strategis", "program", "kegiatan", "sub", "kinerja", "outcome", "output"))
_AGENCY = re.compile(
    r"(?:dinas|badan|kecamatan|inspektorat|sekretariat (?:daerah|dprd)|rsud|rumah sakit|satuan polisi|satpol|kantor"
    r"|kelurahan|uptd?|puskesmas)\b.{2,}",
    re.IGNORECASE,
)
_HEADING = re.compile(r"(?:\d(?:\.\d{1,2})?[\s.:–-]+)?(?:urusan|bidang urusan|unsur)\b", re.IGNORECASE)
_HEADING_CODE = re.compile(r"(?:\d|X)(?:\.(?:\d{2}|XX))?\.?")
_VALUE = re.compile(
    r"[<>≤≥±~]?\s*[\d.,]+(?:\s*(?:-|–|s\.?d\.?)\s*[\d.,]+)?\s*(?:%|\w[\w/. ]{0,18})?|[A-E]{1,3}[+-]?|WTP|WDP"
)
_NIP = re.compile(r"\d{8} ?\d{6} ?\d ?\d{3}")
_LIKELY_MONEY = 100_000
_SAMPLE, _LONGEST_LABEL = 400, 60
"""Cells by which a long column is known; characters of a text that may be a label."""
_LONG = 4
"""Words of a text that may be a sentence."""


@lru_cache(maxsize=16_384)
def kind_of_text(text: str) -> Kind:
    """What a text is by itself."""
    plain = squeeze(text.replace("_", " "))
    key = fold(without_number(plain))
    words = key.split()
    if _NIP.fullmatch(plain):
        return Kind.NIP
    if kind_of(plain.rstrip(".")):
        return Kind.CODE
    if _HEADING_CODE.fullmatch(plain) and "." in plain and len(plain) <= len("X.XX."):
        return Kind.HEADING
    if _HEADING.match(plain) and leading_code(plain) is None:
        return Kind.HEADING
    if not words:
        return Kind.TEXT
    if leading_code(plain):  # "2.20.02 Program Statistik" is no amount with its unit
        return Kind.RESULT if is_result(code_apart(plain)[1]) else Kind.NAME
    if _VALUE.fullmatch(plain) and (plain[0].isdigit() or len(plain) <= len("WTP")):
        amount = read_rupiah(plain)
        return Kind.MONEY if amount is not None and amount >= _LIKELY_MONEY else Kind.VALUE
    if plain.casefold().startswith("rp") and read_rupiah(plain) is not None:
        return Kind.MONEY
    if _RESULT_VERBS.match(key) or split_label(plain) is not None or RESULT_LABEL.match(plain):
        return Kind.RESULT
    return _kind_of_words(plain, words)


def _kind_of_words(plain: str, words: list[str]) -> Kind:
    if " ".join(words) in _UNITS or (len(words) <= len(("per", "100", "000", "KH")) and words[0] == "per"):
        return Kind.UNIT
    if read_jenis_pk(plain) is not None and words[0] == "pk":
        return Kind.PK_CLASS
    if words[0] == "indikator" and _LEVELS.issuperset(words[1:]):
        return Kind.TEXT  # what an export calls a row, no indicator of anything
    measure = words[0] in _MEASURE and len(words) > 1
    label = None if measure and len(words) > _LONG else read_label(plain)
    if measure and label is None:
        return Kind.MEASURE
    if is_component_name(plain):
        return Kind.NAME
    if (label is not None and ":" not in plain.rstrip(" :")) or read_jenjang(plain) is not None:
        return Kind.LEVEL
    if is_result(plain):
        return Kind.RESULT
    return Kind.AGENCY if _AGENCY.fullmatch(plain) and len(words) <= 2 * _LONG else Kind.TEXT


def is_unit(text: str) -> bool:
    """Whether a text is a unit of measures."""
    return kind_of_text(text) is Kind.UNIT or fold(text) in _UNITS


def is_component_name(text: str) -> bool:
    """Whether a text is the code or the name of a program, kegiatan or sub kegiatan."""
    return names_a_component(text) and read_label(text) not in (KomponenPerencanaan.TUJUAN, KomponenPerencanaan.SASARAN)


def is_result(text: str) -> bool:
    """Whether a text begins as a result does: "Meningkatnya …", "Mewujudkan …"."""
    return _RESULT_VERBS.match(fold(without_number(text))) is not None


def level_in(text: str) -> bool:
    """Whether a text names a level or a post and no component."""
    return kind_of_text(text) in (Kind.LEVEL, Kind.PK_CLASS)


@dataclass(frozen=True)
class Profile:
    """What stands in a column below its title: its texts from the top down, by row (1-based)."""

    cells: Mapping[int, UsedCell]

    @cached_property
    def sample(self) -> tuple[UsedCell, ...]:
        """Cells by which the column is known: all of a table of usual length, else some from top to bottom."""
        every = tuple(self.cells.values())
        step = max(1, len(every) // _SAMPLE)
        # Not every twelfth: tables have a rhythm.
        return tuple(every[place + place * place // step % step] for place in range(0, len(every) - step + 1, step))

    @cached_property
    def labels(self) -> tuple[str, ...]:
        """The different short texts, squeezed: all of a column that repeats a few, else those of the sample."""
        short = dict.fromkeys(cell.text for cell in self.cells.values() if len(cell.text) <= _LONGEST_LABEL)
        texts = short if len(short) <= _SAMPLE else (c.text for c in self.sample if len(c.text) <= _LONGEST_LABEL)
        return tuple(dict.fromkeys(map(squeeze, texts)))

    @cached_property
    def kinds(self) -> Counter[Kind]:
        """How many cells of the sample are of each kind."""
        return Counter(map(kind_of_cell, self.sample))

    @cached_property
    def texts(self) -> tuple[str, ...]:
        """The different texts, squeezed, in order."""
        return tuple(dict.fromkeys(squeeze(cell.text) for cell in self.cells.values()))

    def share(self, *kinds: Kind) -> float:
        """The part of the cells that are of one of these kinds; 0 for an empty column."""
        return sum(self.kinds[kind] for kind in kinds) / len(self.sample) if self.cells else 0.0

    @cached_property
    def levels(self) -> frozenset[object]:
        """The different levels that its cells name."""
        found = (read_label(text.replace("_", " ")) for text in self.labels if level_in(text))
        return frozenset(label for label in found if label is not None)


def kind_of_cell(cell: UsedCell) -> Kind:
    """What a cell is: a number by its size, all else by its text."""
    if cell.number is None:
        return kind_of_text(cell.text)
    if kind_of(cell.kode_text):
        return Kind.CODE
    return Kind.MONEY if abs(cell.number) >= Decimal(_LIKELY_MONEY) else Kind.VALUE


def profile_of(cells: Mapping[tuple[int, int], UsedCell], column: int, rows: Iterable[int]) -> Profile:
    """The profile of a column; what several rows share by a merge counts once.

    Args:
        cells: The used cells of the sheet by row and column, 1-based.
        column: The column, 1-based.
        rows: The rows of data, 1-based.
    """
    found = {row: cell for row in rows if (cell := cells.get((row, column))) is not None and cell.text.strip()}
    return Profile(found)
