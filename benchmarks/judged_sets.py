"""Trees that others judged: built from their text, examined with and without the official list, held against verdicts.

A set is a folder with ``penilaian.csv`` (buku, sel, kode, usul, penilaian, alasan: what a person who did not write the
rules says of a finding) and its trees: workbooks, or texts of which this module makes workbooks. In a text a line is
a row: a letter for its level (T, S, P, K, O; ``+`` for one more indicator), its code, kinerja, indikator and satuan
parted by ``|``; what is blank at O is the official text of the code, from the list. In braces stands what a cell was
given on purpose: ``{typo:Meningkatnya}`` is a slip of that word, ``{mirip}`` looks like a fault and is none.
"""

from __future__ import annotations

import csv
import re
import shutil
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from openpyxl import Workbook

from pokin_docs.check.gathering import GATHERED
from pokin_docs.check.waivers import PARTED
from pokin_docs.extract.nomenclature.read import read_list
from pokin_docs.flow.examine import Understood, examine
from pokin_docs.model.catalogue import CATALOGUE, hint, message
from pokin_docs.model.findings import Severity, Temuan
from pokin_docs.model.nomenclature import REGENCY, NomenclatureList
from pokin_docs.model.settings import Settings

UNJUDGED = "belum dinilai"
_LEVELS = {
    "T": ("Tahap 1", "Kinerja Strategis SKPD", "Tujuan SKPD", None),
    "S": ("Tahap 2", "Kinerja Strategis SKPD", "Sasaran SKPD", "PK JPT"),
    "P": ("Tahap 3", "Kinerja Taktikal Intermediate", "Sasaran Program", "PK Ess 3"),
    "K": ("Tahap 4", "Kinerja Taktikal Immediate", "Sasaran Kegiatan", "PK Sub Koordinator/JF"),
    "O": ("Tahap 4", "Kinerja Operasional", "Sasaran Sub Kegiatan", "PK JF/JP"),
}
_TITLES = (
    "Rujukan Tahapan", "Kinerja", "Indikator Kinerja", "Keterangan", "Komponen Perencanaan", "Jenis PK", "Kode",
    "", "", "Satuan", "Polaritas", *(f"Target {year}" for year in range(2025, 2031)),
)  # fmt: skip
_ORDER = "TSPKO"
_FIRST_ROW = 5
_TAG = re.compile(r"\s*\{([^}]*)\}")
_JUDGED = re.compile(r"[WISE]\d")
_WRITTEN_WRONG = re.compile("salah tulis|memisahkan|merangkai|kehilangan|kata kerja berturut|mengulang satu")
_LOW = ("Angka Kematian", "Prevalensi", "Rata-rata")
_TYPING = frozenset(("typo", "hilang", "gandakata", "ganda2kata", "kapital", "ejaanresmi"))
_OFFICIAL = frozenset(("W10", "W11", "W12", "W13", "P83", "P84"))
_PROCESS = frozenset(("I06", "I19"))
_SAME = frozenset(("S10", "S11", "I09", "I18"))
FOUND_BY: Mapping[str, frozenset[str]] = {
    "proses": _PROCESS, "ulang": _PROCESS, "ganda": frozenset(("I05",)), "sama": _SAME, "dekat": _SAME,
    "indsama": _SAME, "nama": _OFFICIAL | {"W01"}, "samar": frozenset(("I11",)),
    "tanpaukuran": frozenset(("I20", "I19")),
    "satodd": frozenset(("I32", "I36", "P84")), "mningkatjumlah": frozenset(("W06",)), "jumlah": frozenset(("I02",)),
    "kertas": frozenset(("I04", "I43", "P84")), "takterkait": frozenset(("I08",)), "tautologi": frozenset(("I07",)),
    "verb": frozenset(("W02",)), "i03": frozenset(("I03",)), "naik": _OFFICIAL | _SAME | {"W02"},
    "potong": _OFFICIAL | {"W05", "X05"},
}  # fmt: skip
"""Kinds of faults that were put in, with the codes that name them."""
QUIET: Mapping[str, frozenset[str]] = {
    "mirip": frozenset(("I05",)), "dekatdiam": _SAME, "satok": frozenset(("I32", "I36")), "bukanproses": _PROCESS,
    "bukansamar": frozenset(("I11",)),
}  # fmt: skip
"""Kinds of what only looks like a fault, with the codes that must not be told."""


@dataclass(frozen=True)
class Seed:
    """What a cell was given: its kind (``bersih`` for nothing), and what it should say."""

    cell: str
    text: str
    kind: str
    right: str
    official: bool
    above: str = ""
    """The cell of its level above it, which may be the one that is told."""


@dataclass
class Figures:
    """What was counted on a set, with the official list or without."""

    rows: int = 0
    verdicts: dict[str, dict[str, int]] = field(default_factory=dict)
    right: int = 0
    right_told: int = 0
    """Cells of which a finding was right, and those of them of which something is still said."""
    seeds: dict[str, list[int]] = field(default_factory=dict)
    """By kind: how many were found (or left alone), of how many."""
    clean: int = 0
    told: int = 0
    typing_alarms: int = 0
    official: int = 0
    official_warned: int = 0

    def count(self, seed: Seed, here: Sequence[Temuan]) -> None:
        """Count a cell.

        Args:
            seed: What it was given.
            here: What is said of it.
        """
        if seed.kind == "bersih":
            own = (entry for entry in here if entry.tempat.address == seed.cell and entry.kode not in GATHERED)
            self._count_clean(seed, [entry for entry in own if entry.kode[0] in "WI"])
        elif not seed.kind.endswith("?"):  # doubtful: a reviewer might see it otherwise
            tally = self.seeds.setdefault("ketik" if seed.kind in _TYPING else seed.kind, [0, 0])
            tally[0] += _is_met(seed, here)
            tally[1] += 1

    def _count_clean(self, seed: Seed, here: Sequence[Temuan]) -> None:
        self.clean += 1
        self.told += bool(here)
        self.typing_alarms += any(
            entry.kode in ("W03", "W07") or _WRITTEN_WRONG.search(message(entry)) for entry in here
        )
        self.official += seed.official
        warned = any(CATALOGUE[entry.kode].severity is Severity.PERINGATAN for entry in here)
        self.official_warned += seed.official and warned


def _is_met(seed: Seed, here: Sequence[Temuan]) -> bool:
    """Whether what a cell was given is named, a slip with the right word; what only looks like a fault, left alone."""
    codes = {entry.kode for entry in here}
    if seed.kind in QUIET:
        return codes.isdisjoint(QUIET[seed.kind])
    if seed.kind in _TYPING:
        said = " ".join(f"{hint(entry)} {message(entry)}" for entry in here if entry.kode[0] in "WPX")
        if seed.kind == "kapital":
            return seed.right in said.replace(seed.text, "")
        return seed.right.casefold() in said.replace(seed.text, "").casefold()
    return not codes.isdisjoint(FOUND_BY[seed.kind])


def measure(folder: Path, listed: Path) -> dict[str, Figures]:
    """What the rules say of a set, with the official list (``dengan_daftar``) and without (``tanpa_daftar``).

    Args:
        folder: The set.
        listed: The official list, as a file.
    """
    with (folder / "penilaian.csv").open(encoding="utf-8-sig", newline="") as file:
        verdicts = list(csv.DictReader(file))
    with tempfile.TemporaryDirectory() as place:
        books: list[tuple[Path, list[Seed]]] = [(path, []) for path in sorted(folder.glob("*.xlsx"))]
        if not books:
            entries = read_list(listed)
            books = [build(path, Path(place), entries) for path in sorted(folder.glob("*.txt"))]
        return {
            name: _figures(books, verdicts, listed if with_list else None)
            for name, with_list in (("dengan_daftar", True), ("tanpa_daftar", False))
        }


def _figures(
    books: Sequence[tuple[Path, list[Seed]]], verdicts: Sequence[Mapping[str, str]], listed: Path | None
) -> Figures:
    figures = Figures()
    codes = {row["kode"] for row in verdicts}
    right = {(row["buku"], row["sel"]) for row in verdicts if row["penilaian"] == "benar"}
    for path, seeds in books:
        with tempfile.TemporaryDirectory() as place:
            copy = Path(shutil.copy(path, place))
            if listed is not None:
                shutil.copy(listed, place)
            examined = examine(copy, Settings(Path(place) / "build", ()))
        assert isinstance(examined, Understood), path
        figures.rows += len(examined.buku.tahap5)
        at: dict[str, list[Temuan]] = {}
        for finding in examined.temuan:
            for cell in _cells(finding):
                at.setdefault(cell, []).append(finding)
            if _JUDGED.match(finding.kode) and not codes.isdisjoint((finding.kode, *PARTED.get(finding.kode, ()))):
                severity = CATALOGUE[finding.kode].severity.value
                tally = figures.verdicts.setdefault(severity, {})
                verdict = _verdict(verdicts, path.name, finding)
                tally[verdict] = tally.get(verdict, 0) + 1
        figures.right += len({cell for name, cell in right if name == path.name})
        figures.right_told += len({cell for name, cell in right if name == path.name and cell in at})
        for seed in seeds:
            above = at.get(seed.above, []) if seed.kind in ("sama", "indsama") else []
            figures.count(seed, [*at.get(seed.cell, []), *above])
    return figures


def _verdict(verdicts: Sequence[Mapping[str, str]], buku: str, finding: Temuan) -> str:
    """What was said of a finding; of several, that of its proposal. A part of a code has the verdict of the whole."""
    said = hint(finding).casefold()
    for kode in (finding.kode, *PARTED.get(finding.kode, ())):
        for row in verdicts:
            same = (row["buku"], row["sel"], row["kode"]) == (buku, finding.tempat.address or "", kode)
            if same and row.get("usul", "") in said:
                return row["penilaian"].replace("salah", "keliru")
    return UNJUDGED


def _cells(finding: Temuan) -> set[str]:
    """The cells of Tahap 5 that a finding is about: its own, and those it counts."""
    if finding.tempat.lembar != "Tahap 5":
        return set()
    counted = re.findall(
        r"[A-Z]+\d+", " ".join(value for name, value in finding.details if name in ("sel", "indikator"))
    )
    return {finding.tempat.address or "", *counted} - {""}


@dataclass
class _Sheet:
    """The tree as it is built: rows with their seeds, and the codes that they use."""

    entries: NomenclatureList
    rows: list[list[object]] = field(default_factory=list)
    seeds: list[Seed] = field(default_factory=list)
    codes: dict[str, str] = field(default_factory=dict)
    last: dict[str, str] = field(default_factory=dict)
    row_of: dict[str, int] = field(default_factory=dict)
    """The code and the row of the last row of each level."""

    def add(self, level: str, number: str, cells: Sequence[str]) -> None:
        """One row.

        Args:
            level: Its letter; "+" for one more indicator of the row above.
            number: Its code, of a sub kegiatan only its last part.
            cells: Kinerja, indikator, satuan, with their tags.
        """
        kode = f"{self.last.get('K', '')}.{number}" if level == "O" else number
        self.last[level] = kode
        entry = self.entries.find(kode, REGENCY) if kode else None
        official = (entry.kinerja, entry.indikator, entry.satuan) if level == "O" and entry else ("", "", "")
        texts = [_TAG.sub("", cell).strip() or own for cell, own in zip(cells, official, strict=True)]
        row = len(self.rows) + _FIRST_ROW
        for column, cell, text, own in zip("BCJ", cells, texts, official, strict=True):
            given = _TAG.findall(cell)
            if text and (given or column != "J") and not (level == "+" and column == "B"):
                for tag in given or ["bersih"]:
                    kind, _, right = tag.partition(":")
                    right = own if kind in ("potong", "ejaanresmi") else right
                    above = f"{column}{self.row_of.get(_ORDER[max(_ORDER.find(level) - 1, 0)], row)}"
                    self.seeds.append(Seed(f"{column}{row}", text, kind, right, not _TAG.sub("", cell).strip(), above))
        labels = ("", "", "", "") if level == "+" else _LEVELS[level]
        self.rows.append([
            labels[0], *texts[:2], *labels[1:], "" if level == "+" else kode, "", "", texts[2], *_targets(*texts[1:])
        ])  # fmt: skip
        self.row_of[level] = row
        if entry is not None:
            self.codes[kode] = entry.nama

    def parts_of(self, kode: str) -> int:
        """How many sub kegiatan have their money below a code."""
        below = [other for other in self.codes if other.startswith(f"{kode}.") and other.count(".") == 5]
        return len(below) or 1


_PAGU = 10_000_000


def _targets(indikator: str, satuan: str) -> list[object]:
    """Polarity, and targets that move the right way."""
    low = indikator.startswith(_LOW)
    base = 70 if satuan.casefold() in ("%", "persen", "persentase (%)", "nilai", "indeks") else 12
    years = [base - year if low else base + year for year in range(6)]
    return ["Semakin rendah semakin baik" if low else "Semakin tinggi semakin baik", *years]


def build(path: Path, place: Path, entries: NomenclatureList) -> tuple[Path, list[Seed]]:
    """The workbook of a text, and what its cells were given.

    Args:
        path: The text.
        place: Folder for the workbook.
        entries: The official list.
    """
    head, *lines = [line for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    sheet = _Sheet(entries)
    for line in lines:
        level, *cells = (part.strip() for part in line.split("|"))
        letter, _, number = level.partition(" ")
        sheet.add(letter, number, [*cells, "", "", ""][:3])
    names = [part.strip() for part in head.lstrip("# ").split("|")]
    identity = dict(zip(("Nama PD", "Singkatan", "Pemda", "Sebutan Kepala Daerah"), names, strict=False))
    identity |= {"Tahun": "2026", "Periode Renstra": "2025-2029"}
    if "kegiatan=outcome" in head:
        identity["Sasaran Kegiatan"] = "outcome"
    if "program=ya" not in head:  # an office that has not brought its budget into the workbook has no codes in the tree
        for row in sheet.rows:
            row[_TITLES.index("Kode")] = ""
    book = Workbook()
    book.remove(book.worksheets[0])
    _write(book, "Identitas", ("Kunci", "Nilai"), identity.items())
    _write(book, "Tahap 5", _TITLES, sheet.rows)
    if "program=ya" in head:
        budgets = tuple(f"Pagu {year} (Rp)" for year in range(2026, 2031))
        rows = [(kode, nama, *(_PAGU * sheet.parts_of(kode),) * len(budgets)) for kode, nama in sheet.codes.items()]
        _write(book, "Program", ("Kode", "Nomenklatur", *budgets), sorted(rows))
    target = place / f"{path.stem}.xlsx"
    book.save(target)
    return target, sheet.seeds


def _write(book: Workbook, title: str, titles: Sequence[str], rows: Iterable[Iterable[object]]) -> None:
    sheet = book.create_sheet(title)
    for at, cells in enumerate((titles, *rows), start=_FIRST_ROW - 1):
        for column, value in enumerate(cells, start=1):
            sheet.cell(at, column, value or None)
