"""Levels of the performance tree and every label that stands for them: data, in one place.

Sources: PermenPANRB 89/2021 (levels), the Tahap 5 table of the official document (labels of
komponen and PK class). An agency with other words adds them to the tables below; no code changes.
"""

from __future__ import annotations

import re
from enum import Enum

from pokin_docs.model.texts import Likeness, fold, nearest


class JenjangKinerja(Enum):
    """Level of a kinerja in the terms of PermenPANRB 89/2021."""

    STRATEGIS = "Strategis"
    TAKTIKAL_INTERMEDIATE = "Taktikal Intermediate"
    TAKTIKAL_IMMEDIATE = "Taktikal Immediate"
    OPERASIONAL = "Operasional"


class JenisPk(Enum):
    """Class of a Perjanjian Kinerja, as the official table labels it; the value is its stable code."""

    JPT = "jpt"
    ESS_3 = "ess-3"
    SUB_KOORDINATOR_JF = "sub-koordinator-jf"
    JF_JP = "jf-jp"

    @property
    def label(self) -> str:
        """Label of the class in the official table: ``PK Ess 3``."""
        return _LABEL_PK[self]

    @property
    def folder(self) -> str:
        """Folder name under ``PK/`` and part of the file name: ``Ess-3``."""
        return _FOLDER_PK[self]

    @property
    def atasan(self) -> JenisPk | None:
        """The class that normally signs as superior; None where the head of the region does."""
        order = list(JenisPk)
        index = order.index(self)
        return order[index - 1] if index else None


class KomponenPerencanaan(Enum):
    """Planning component of a kinerja; the value is its depth in the cascade, 0 at the top."""

    TUJUAN = 0
    SASARAN = 1
    SASARAN_PROGRAM = 2
    SASARAN_KEGIATAN = 3
    SASARAN_SUB_KEGIATAN = 4

    @property
    def label(self) -> str:
        """Name of the component in documents and messages: ``Sasaran Program``."""
        return self.name.replace("_", " ").title()

    @property
    def jenjang(self) -> JenjangKinerja:
        """The performance level that PermenPANRB 89/2021 gives this component."""
        return _JENJANG[self]

    @property
    def jenis_pk(self) -> JenisPk | None:
        """The PK class that carries this component; None for Tujuan, which has no class of its own."""
        return _JENIS_PK[self]


_LABEL_PK = {
    JenisPk.JPT: "PK JPT",
    JenisPk.ESS_3: "PK Ess 3",
    JenisPk.SUB_KOORDINATOR_JF: "PK Sub Koordinator/JF",
    JenisPk.JF_JP: "PK JF/JP",
}
_FOLDER_PK = {
    JenisPk.JPT: "JPT",
    JenisPk.ESS_3: "Ess-3",
    JenisPk.SUB_KOORDINATOR_JF: "Sub-Koordinator-JF",
    JenisPk.JF_JP: "JF-JP",
}
_JENJANG = {
    KomponenPerencanaan.TUJUAN: JenjangKinerja.STRATEGIS,
    KomponenPerencanaan.SASARAN: JenjangKinerja.STRATEGIS,
    KomponenPerencanaan.SASARAN_PROGRAM: JenjangKinerja.TAKTIKAL_INTERMEDIATE,
    KomponenPerencanaan.SASARAN_KEGIATAN: JenjangKinerja.TAKTIKAL_IMMEDIATE,
    KomponenPerencanaan.SASARAN_SUB_KEGIATAN: JenjangKinerja.OPERASIONAL,
}
_JENIS_PK = {
    KomponenPerencanaan.TUJUAN: None,
    KomponenPerencanaan.SASARAN: JenisPk.JPT,
    KomponenPerencanaan.SASARAN_PROGRAM: JenisPk.ESS_3,
    KomponenPerencanaan.SASARAN_KEGIATAN: JenisPk.SUB_KOORDINATOR_JF,
    KomponenPerencanaan.SASARAN_SUB_KEGIATAN: JenisPk.JF_JP,
}

SASARAN_ORDER = (
    "Pertama", "Kedua", "Ketiga", "Keempat", "Kelima",
    "Keenam", "Ketujuh", "Kedelapan", "Kesembilan", "Kesepuluh",
)  # fmt: skip

# Labels are folded (case, blanks and punctuation do not count) before they are looked up.
KOMPONEN_LABELS: dict[KomponenPerencanaan, tuple[str, ...]] = {
    KomponenPerencanaan.TUJUAN: (
        "Tujuan", "Tujuan SKPD", "Tujuan PD", "Tujuan OPD", "Tujuan Perangkat Daerah", "Tujuan Strategis",
        "Tujuan Renstra", "Tujuan Renstra PD", "Tujuan Kecamatan", "Tujuan Dinas", "Tujuan Badan", "Kinerja Tujuan",
    ),
    KomponenPerencanaan.SASARAN: (
        "Sasaran", "Sasaran SKPD", "Sasaran PD", "Sasaran OPD", "Sasaran Perangkat Daerah",
        "Sasaran Strategis", "Sasaran Strategis SKPD", "Sasaran Strategis PD", "Sasaran Strategis OPD",
        "Sasaran Strategis Perangkat Daerah", "Sasaran Renstra", "Sasaran Renstra PD", "Sasaran Kecamatan",
        "Sasaran Dinas", "Sasaran Badan", "Kinerja Sasaran",
    ),
    KomponenPerencanaan.SASARAN_PROGRAM: (
        "Sasaran Program", "Program", "Kinerja Program", "Outcome Program", "Hasil Program", "Program (Outcome)",
    ),
    KomponenPerencanaan.SASARAN_KEGIATAN: (
        "Sasaran Kegiatan", "Kegiatan", "Kinerja Kegiatan", "Output Kegiatan", "Keluaran Kegiatan", "Kegiatan (Output)",
    ),
    KomponenPerencanaan.SASARAN_SUB_KEGIATAN: (
        "Sasaran Sub Kegiatan", "Sasaran Subkegiatan", "Sub Kegiatan", "Subkegiatan", "Kinerja Sub Kegiatan",
        "Kinerja Subkegiatan", "Output Sub Kegiatan", "Output Subkegiatan", "Keluaran Sub Kegiatan",
        "Sub Kegiatan (Output)", "Subkegiatan (Output)",
    ),
}  # fmt: skip
# "Program Pelayanan Umum": a name behind one of these words says the level as well as the word alone.
KOMPONEN_PREFIXES: tuple[tuple[str, KomponenPerencanaan], ...] = (
    ("sasaran sub kegiatan", KomponenPerencanaan.SASARAN_SUB_KEGIATAN),
    ("sub kegiatan", KomponenPerencanaan.SASARAN_SUB_KEGIATAN),
    ("subkegiatan", KomponenPerencanaan.SASARAN_SUB_KEGIATAN),
    ("sasaran kegiatan", KomponenPerencanaan.SASARAN_KEGIATAN),
    ("kegiatan", KomponenPerencanaan.SASARAN_KEGIATAN),
    ("sasaran program", KomponenPerencanaan.SASARAN_PROGRAM),
    ("program", KomponenPerencanaan.SASARAN_PROGRAM),
)


class Rung(Enum):
    """A rung of a ladder that names levels otherwise; ``level_labels`` tells which component it is in a workbook."""

    ESELON_II = "eselon II"
    CAMAT = "Camat"
    ESELON_III = "eselon III"
    ESELON_III_B = "eselon III.b"
    UNIT_HEAD = "Lurah atau kepala UPTD"
    ESELON_IV = "eselon IV"
    PELAKSANA = "pelaksana atau jabatan fungsional"
    OBJECTIVE = "Strategic Objective"
    ULTIMATE = "Ultimate Outcome"
    OUTCOME = "Outcome"
    INTERMEDIATE = "Intermediate Outcome"
    IMMEDIATE = "Immediate Outcome"
    OUTPUT = "Output"
    LEVEL_0 = "Level 0"
    LEVEL_1 = "Level 1"
    LEVEL_2 = "Level 2"
    LEVEL_3 = "Level 3"
    LEVEL_4 = "Level 4"
    LEVEL_5 = "Level 5"


LEVEL = (Rung.LEVEL_0, Rung.LEVEL_1, Rung.LEVEL_2, Rung.LEVEL_3, Rung.LEVEL_4, Rung.LEVEL_5)
"""Rungs that are only counted, from the top down; what they start from is told by the other labels."""
LEVEL_NAMES = ("level", "lvl", "lv", "tingkat", "jenjang", "tataran")
LEVEL_NUMBERS = {
    **{str(number): child for number, child in enumerate(LEVEL)},
    "i": Rung.LEVEL_1, "ii": Rung.LEVEL_2, "iii": Rung.LEVEL_3, "iv": Rung.LEVEL_4, "v": Rung.LEVEL_5,
}  # fmt: skip
ESELON_LABELS = ("eselon", "esselon", "eselo", "esel", "esl", "ess", "es")
ESELON_NUMBERS = {
    "ii": Rung.ESELON_II, "2": Rung.ESELON_II, "iii": Rung.ESELON_III, "3": Rung.ESELON_III,
    "iv": Rung.ESELON_IV, "4": Rung.ESELON_IV, "v": Rung.PELAKSANA, "5": Rung.PELAKSANA,
}  # fmt: skip
# Looked up at the beginning of a text, the longest first: "Sekretaris DPRD" is no "Sekretaris".
RUNG_LABELS: dict[Rung, tuple[str, ...]] = {
    Rung.ESELON_II: (
        "Kepala Dinas", "Kadis", "Kepala Badan", "Kaban", "Inspektur", "Sekretaris Daerah", "Sekretaris DPRD", "Sekwan",
        "Kepala Perangkat Daerah", "Kepala SKPD", "Kepala OPD", "Kepala PD", "Kepala Satuan", "Kasat", "Direktur",
        "JPT Pratama", "JPT", "Pimpinan Tinggi Pratama", "Jabatan Pimpinan Tinggi Pratama", "Kepala Pelaksana",
        *(
            f"{label} {short}"
            for label in ("Kepala", "Ka")
            for short in (
                "BKAD", "BPKAD", "BPKPD", "BPPKAD", "Bappeda", "Bapperida", "Bappelitbang", "Bappelitbangda", "Bapenda",
                "BKD", "BKPSDM", "BKPP", "BPBD", "BPPD", "BPPRD", "Brida", "DPMPTSP", "DPMD", "DP3A", "DPKP", "DPUPR",
                "DLH", "DKP", "Dinkes", "Dinsos", "Disdik", "Disdikbud", "Disdukcapil", "Dishub", "Diskominfo",
                "Disnaker", "Dispar", "Disperindag", "Distan", "Kesbangpol", "Satpol PP", "RSUD", "RS", "Rumah Sakit",
            )
        ),
    ),
    Rung.CAMAT: ("Camat",),
    Rung.ESELON_III: (
        "Sekretaris", "Sekretariat", "Kepala Bidang", "Kabid", "Kepala Bagian", "Kabag", "Administrator",
        "Pejabat Administrator", "Inspektur Pembantu", "Irban", "Wakil Direktur", "Wadir", "Ess 3",
    ),
    Rung.ESELON_III_B: ("Sekretaris Camat", "Sekretaris Kecamatan", "Sekcam"),
    Rung.UNIT_HEAD: (
        "Lurah", "Kepala Kelurahan", "Kepala UPTD", "Kepala UPT", "Ka UPTD", "Ka UPT", "Kepala Puskesmas", "Kapus",
        "Kepala Sekolah", "Kepala Unit Pelaksana Teknis", "Kepala Unit Pelaksana Teknis Daerah",
    ),
    Rung.ESELON_IV: (
        "Kepala Seksi", "Kasi", "Kasie", "Seksi", "Kepala Sub Bagian", "Kepala Subbagian", "Kepala Subbag", "Kasubbag",
        "Kasubag", "Kasub Bag", "Sub Bagian", "Subbagian", "Subbag", "Kepala Sub Bidang", "Kepala Subbidang",
        "Kasubbid", "Kasubid", "Kasub Bid", "Pengawas", "Pejabat Pengawas", "Sub Koordinator", "Subkoordinator",
        "Koordinator", "Ketua Tim", "Sub Koordinator/JF", "Sekretaris Lurah", "Sekretaris Kelurahan", "Seklur",
        "Penanggung Jawab UKM", "Penanggung Jawab UKP", "PJ UKM", "PJ UKP",
    ),
    Rung.PELAKSANA: (
        "Pelaksana", "Staf", "Jabatan Fungsional", "Pejabat Fungsional", "Fungsional", "JF", "JFU", "JFT", "JF/JP",
        "JP", "Jabatan Pelaksana", "Pejabat Pelaksana", "Individu",
        "Analis", "Apoteker", "Arsiparis", "Auditor", "Bendahara", "Bidan", "Dokter", "Guru", "Operator",
        "Penata Layanan", "Penelaah", "Pengadministrasi", "Pengawas Sekolah", "Pengelola", "Pengolah Data",
        "Penyuluh", "Perawat", "Perencana Ahli", "Pranata",
    ),
    Rung.OBJECTIVE: (
        "Strategic Objective", "Strategic Objectives", "Strategic Goal", "Strategic Goals", "Strategic Target",
    ),
    Rung.ULTIMATE: ("Ultimate Outcome", "Final Outcome", "Ultimate", "Impact", "Dampak", "Outcome Akhir"),
    Rung.OUTCOME: ("Outcome",),
    Rung.INTERMEDIATE: ("Intermediate Outcome", "Intermediate", "Outcome Antara"),
    Rung.IMMEDIATE: ("Immediate Outcome", "Initial Outcome", "Immediate", "Outcome Awal"),
    Rung.OUTPUT: ("Output", "Keluaran"),
}  # fmt: skip
# "PK Camat", "Eselon IV", "PK Kasi": the class that a post or an eselon signs (domain.md 1.5).
PK_CLASS_OF_RUNG = {
    Rung.ESELON_II: JenisPk.JPT, Rung.CAMAT: JenisPk.JPT, Rung.ESELON_III: JenisPk.ESS_3,
    Rung.ESELON_III_B: JenisPk.ESS_3, Rung.UNIT_HEAD: JenisPk.SUB_KOORDINATOR_JF,
    Rung.ESELON_IV: JenisPk.SUB_KOORDINATOR_JF, Rung.PELAKSANA: JenisPk.JF_JP,
}  # fmt: skip
PK_WORDS = frozenset(("pk", "skp", "perjanjian", "kinerja"))
"""Words of such a label that say nothing of the class."""
# "Sasaran Eselon II", "Kinerja Camat": what may stand before a rung and says nothing of the level.
RUNG_PREFIXES = (
    "sasaran strategis", "sasaran kinerja", "kinerja sasaran", "kinerja utama", "sasaran", "kinerja", "hasil kerja",
    "pejabat", "jabatan", "pk",
)  # fmt: skip
# "Eselon III (Camat)": the post in parentheses is the head, or the one below it, and tells more than its eselon.
MORE_EXACT: dict[Rung, frozenset[Rung]] = {
    Rung.ESELON_III: frozenset({Rung.CAMAT, Rung.ESELON_III_B}),
    Rung.ESELON_IV: frozenset({Rung.UNIT_HEAD}),
    **{child: frozenset(Rung) - frozenset(LEVEL) for child in LEVEL},
}
# Who reports to the head even where a row stands below his secretary: the posts and those that do not lead them
# (PP 17/2018: the kasi and the lurah of a kecamatan report to the camat, the kasubbag to the secretary).
NO_ATASAN: tuple[tuple[tuple[str, ...], tuple[str, ...]], ...] = (
    (
        ("Kepala Seksi", "Kasi", "Kasie", "Seksi", "Lurah", "Kepala Kelurahan", "Kelurahan", "Kepala UPTD",
         "Kepala UPT", "Ka UPTD", "Ka UPT", "Kepala Puskesmas", "Kapus", "Kepala Bidang", "Kabid", "Inspektur Pembantu",
         "Irban"),
        ("Sekretaris", "Sekretariat", "Sekcam", "Seklur", "Kasubbag", "Kasubag", "Kasub Bag", "Kepala Sub Bagian",
         "Kepala Subbagian", "Kepala Subbag", "Sub Bagian", "Subbagian", "Subbag"),
    ),
)  # fmt: skip
JENJANG_LABELS: dict[JenjangKinerja, tuple[str, ...]] = {
    JenjangKinerja.STRATEGIS: ("Kinerja Strategis SKPD", "Kinerja Strategis", "Strategis"),
    JenjangKinerja.TAKTIKAL_INTERMEDIATE: (
        "Kinerja Taktikal Intermediate", "Taktikal Intermediate", "Kondisi Antara Utama",
    ),
    JenjangKinerja.TAKTIKAL_IMMEDIATE: ("Kinerja Taktikal Immediate", "Taktikal Immediate", "Kondisi Antara"),
    JenjangKinerja.OPERASIONAL: ("Kinerja Operasional", "Operasional", "Kondisi Operasional"),
}  # fmt: skip
JENIS_PK_LABELS: dict[JenisPk, tuple[str, ...]] = {
    JenisPk.JPT: (
        "PK JPT", "JPT", "JPT Pratama", "PK JPT Pratama", "PK/SKP JPT", "PK Ess 2", "PK Es 2", "PK Eselon 2",
        "PK Ess II", "PK Eselon II", "Eselon II", "Eselon 2",
    ),
    JenisPk.ESS_3: (
        "PK Ess 3", "PK Es 3", "PK Eselon 3", "PK Esselon 3", "PK Ess III", "PK Eselon III", "Ess 3", "Eselon III",
        "Eselon 3", "PK/SKP Kabid", "Administrator", "PK Administrator",
    ),
    JenisPk.SUB_KOORDINATOR_JF: (
        "PK Sub Koordinator/JF", "PK Subkoordinator/JF", "Sub Koordinator/JF", "PK Sub Koordinator", "Sub Koordinator",
        "PK Pengawas", "Pengawas", "PK Eselon IV", "PK Eselon 4", "PK Ess 4", "PK Ketua Tim", "Ketua Tim", "PK/SKP JF",
    ),
    JenisPk.JF_JP: (
        "PK JF/JP", "JF/JP", "PK JF/Pelaksana", "JF/Pelaksana", "PK Pelaksana", "Pelaksana", "PK JP", "PK/SKP JF/JP",
    ),
}  # fmt: skip
LINTAS_LABEL = ("CROSS CUTTING", "Crosscutting", "Lintas Perangkat Daerah", "Lintas PD", "Lintas OPD", "Lintas Sektor")


def _index(table: dict[KomponenPerencanaan, tuple[str, ...]]) -> dict[str, KomponenPerencanaan]:
    return {fold(label): value for value, labels in table.items() for label in labels}


_KOMPONEN = _index(KOMPONEN_LABELS)
_JENJANG_BY_LABEL = {fold(label): value for value, labels in JENJANG_LABELS.items() for label in labels}
_PK_BY_LABEL = {fold(label): value for value, labels in JENIS_PK_LABELS.items() for label in labels}
_LINTAS = {fold(label) for label in LINTAS_LABEL}
# "Sasaran Ketiga SKPD", "Sasaran 3 PD": the ordinal between the two words names the sasaran, not the level.
_ORDINAL = re.compile(
    rf"\b(?:ke )?({'|'.join(word.casefold() for word in SASARAN_ORDER)}|\d{{1,2}}|[ivx]{{1,4}})\b",
)
# "Sasaran 1.2": the second sasaran of the first tujuan.
_DOTTED_NUMBER = re.compile(r"(?: \d{1,2}){2,5}$")
# "Sas. Prog.", "Subkeg": words of labels cut short; a label all the same, since nothing but such words is in it.
_SHORT_WORDS = {
    "tuj": "tujuan", "sas": "sasaran", "sasr": "sasaran", "strat": "strategis", "prog": "program", "prg": "program",
    "keg": "kegiatan", "kgt": "kegiatan", "subkeg": "sub kegiatan", "subkgt": "sub kegiatan",
}  # fmt: skip


def read_komponen(text: str) -> KomponenPerencanaan | None:
    """The planning component a label stands for, or None when no known label is meant."""
    key = " ".join(_SHORT_WORDS.get(word, word) for word in fold(text).split())
    if key in _KOMPONEN:
        return _KOMPONEN[key]
    return _KOMPONEN.get(fold(_ORDINAL.sub(" ", key, count=1))) or _KOMPONEN.get(_DOTTED_NUMBER.sub("", key))


def read_jenjang(text: str) -> JenjangKinerja | None:
    """The performance level a Keterangan stands for, or None."""
    return _JENJANG_BY_LABEL.get(fold(text))


def read_jenis_pk(text: str) -> JenisPk | None:
    """The PK class a label stands for, or None."""
    return _PK_BY_LABEL.get(fold(text))


def is_lintas(text: str) -> bool:
    """Whether a Rujukan marks a cross-cutting condition (``CROSS CUTTING``), a slip or two of the keyboard allowed."""
    return fold(text) in _LINTAS or (len(text) > 6 and nearest(text, _LINTAS, Likeness.SLIP) is not None)


def komponen_of(jenjang: JenjangKinerja | None, jenis_pk: JenisPk | None) -> KomponenPerencanaan | None:
    """The component that level and PK class together leave no doubt about, or None.

    Strategis alone is not enough: Tujuan and Sasaran share it.
    """
    fits = [
        komponen
        for komponen in KomponenPerencanaan
        if (jenis_pk is None or komponen.jenis_pk is jenis_pk) and (jenjang is None or komponen.jenjang is jenjang)
    ]
    return fits[0] if len(fits) == 1 else None
