"""How often the wording rules are right, on sentences labelled by hand.

    .venv/bin/python benchmarks/wording.py [tulis]
    .venv/bin/python benchmarks/wording.py ukur SET… NOMENKLATUR

Each sentence of ``kalimat.csv`` stands alone in a tree (an indicator under its kinerja, below ``pembanding`` where one
is given) and is held against the rules; ``harapan`` are the codes a person expects there. ``tulis`` writes
``docs/ketepatan.md``. W04, W09, I16 and I17 need a whole workbook and are not counted here.

``ukur`` holds the rules against sets that others judged (``judged_sets.py``): ``benchmarks/dinilai``, and folders that
are not in this repository; and against the official nomenklatur. All counts are kept in ``penilaian-luar.json`` with
the words about who judged; the page shows them.
"""

from __future__ import annotations

import csv
import json
import sys
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field, fields, replace
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "benchmarks")]

import judged_page  # noqa: E402
import judged_sets  # noqa: E402

from pokin_docs.check import alike, measures, relevance, spelling, wording  # noqa: E402
from pokin_docs.documents.plan import Plan  # noqa: E402
from pokin_docs.extract.nomenclature.read import read_list  # noqa: E402
from pokin_docs.extract.word_lists import read_words  # noqa: E402
from pokin_docs.model.catalogue import CATALOGUE  # noqa: E402
from pokin_docs.model.cycle import Cycle  # noqa: E402
from pokin_docs.model.findings import Severity  # noqa: E402
from pokin_docs.model.levels import LINTAS_LABEL, KomponenPerencanaan, read_komponen  # noqa: E402
from pokin_docs.model.nomenclature import PROVINCE  # noqa: E402
from pokin_docs.model.official_marks import OfficialMarks  # noqa: E402
from pokin_docs.model.programs import ProgramList  # noqa: E402
from pokin_docs.model.rows import BukuKerja, Isian, KinerjaRow, ProgramRow  # noqa: E402
from pokin_docs.model.source import CellRef  # noqa: E402
from pokin_docs.model.tree import Indikator, Kinerja, PohonKinerja  # noqa: E402
from pokin_docs.model.word_lists import WordLists  # noqa: E402

SENTENCES = ROOT / "benchmarks" / "kalimat.csv"
PROGRAM = ROOT / "inputs" / "sumber" / "contoh-program.csv"
OUTSIDE = ROOT / "benchmarks" / "penilaian-luar.json"
REPORT = ROOT / "docs" / "ketepatan.md"
RULES = (*wording.RULES, *spelling.RULES, *measures.RULES, *alike.RULES, *relevance.RULES)
COUNTED = (
    "W01", "W02", "W03", "W05", "W06", "W07", "W08",
    "I02", "I03", "I04", "I05", "I06", "I07", "I08", "I09", "I10", "I11", "I18", "I19", "I20", "I43",
)  # fmt: skip
KINERJA, INDIKATOR = 2, 3


@dataclass
class Tally:
    """Sentences by outcome for one rule."""

    right: list[str] = field(default_factory=list)
    missed: list[str] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)

    @property
    def precision(self) -> float | None:
        """Share of the rule's findings that a person agrees with."""
        found = len(self.right) + len(self.wrong)
        return len(self.right) / found if found else None


def sentences() -> list[dict[str, str]]:
    with SENTENCES.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _row(number: int, **texts: str) -> KinerjaRow:
    def cell(column: int, name: str) -> Isian:
        return Isian(texts.get(name, ""), CellRef("Tahap 5", number, column))

    names = [entry.name for entry in fields(KinerjaRow) if entry.name not in ("lembar", "baris", "target")]
    cells = {name: cell(at, name) for at, name in enumerate(names, start=1)}
    return KinerjaRow("Tahap 5", number, **cells)  # type: ignore[arg-type]  # "target", the one that is no cell, is left out


def _node(row: KinerjaRow, nomor: int, induk: int | None, komponen: KomponenPerencanaan) -> Kinerja:
    return Kinerja(nomor, induk, (1,), komponen, None, row.kinerja, (), (Indikator(row, ()),))


def _program() -> tuple[ProgramRow, ...]:
    with PROGRAM.open(encoding="utf-8", newline="") as file:
        names = [line["nomenklatur"] for line in csv.DictReader(file)]
    blank = Isian("", CellRef("Program"))
    return tuple(
        ProgramRow("Program", at, blank, Isian(name, CellRef("Program", at, 2)), blank, blank)
        for at, name in enumerate(names, start=2)
    )


def codes_at(entry: dict[str, str], kata: WordLists, program: tuple[ProgramRow, ...]) -> set[str]:
    """The codes that the rules give at one sentence."""
    komponen = read_komponen(entry["komponen"])
    measured = entry["jenis"] == "indikator"
    row = _row(
        5,
        rujukan="" if komponen else LINTAS_LABEL[0],
        kinerja=entry["kinerja"] if measured else entry["kalimat"],
        indikator=entry["kalimat"] if measured else "",
        satuan=entry["satuan"],
    )
    nodes: list[Kinerja] = []
    if entry["pembanding"]:
        above = _row(4, indikator=entry["pembanding"])
        nodes.append(_node(above, 0, None, KomponenPerencanaan.TUJUAN))
    if komponen:
        nodes.append(_node(row, len(nodes), 0 if nodes else None, komponen))
    pohon = PohonKinerja(tuple(nodes), () if komponen else (row,))
    buku = BukuKerja("", {"tahap5": "Tahap 5"}, frozenset(), tahap5=(row,), program=program, word_lists=kata)
    rencana = Plan(Cycle(None, None, None, None, False), pohon, {}, (), {}, ProgramList(()), ())
    place = row.indikator.source if measured else row.kinerja.source
    found = [finding for rule in RULES for finding in rule(buku, rencana)]
    return {finding.kode for finding in found if finding.tempat == place or finding.kode == "I18"}  # said above


def measure() -> tuple[int, dict[str, Tally]]:
    """Number of sentences, and the tally of every counted rule."""
    kata = read_words([ROOT / "pokin_docs" / "kata"]).value
    assert kata is not None
    program = _program()
    tallies: dict[str, Tally] = defaultdict(Tally)
    entries = sentences()
    for entry in entries:
        expected, found = set(entry["harapan"].split()), codes_at(entry, kata, program)
        for kode in COUNTED:
            tally = tallies[kode]
            if kode in found:
                (tally.right if kode in expected else tally.wrong).append(entry["kalimat"])
            elif kode in expected:
                tally.missed.append(entry["kalimat"])
    return len(entries), tallies


def measure_sets(folders: Sequence[Path], listed: Path, before: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """The figures of judged sets, each with what is known of who judged it; the last ones where a set is not at hand.

    Args:
        folders: The sets.
        listed: The official list.
        before: The figures so far, whose words about a set hold where its folder has no ``keterangan.md``.
    """
    known = {entry["nama"]: entry["keterangan"] for entry in before}
    found = []
    for folder in folders:
        about = folder / "keterangan.md"
        words = about.read_text(encoding="utf-8").splitlines() if about.is_file() else known.get(folder.name, [])
        figures = {name: asdict(counted) for name, counted in judged_sets.measure(folder, listed).items()}
        found.append({"nama": folder.name, "keterangan": words, **figures})
    measured = {entry["nama"]: entry for entry in found}
    kept = [measured.pop(entry["nama"], {**entry, "lama": True}) for entry in before]
    return [*kept, *measured.values()]


def measure_official(listed: Path) -> dict[str, int]:
    """How many official kinerja and indikator of regencies get a peringatan where the office lacks the list.

    Once as shipped, and once as if nothing were known of the list (``tanpa_sidik``), as with sentences of another year.
    """
    kata = read_words([ROOT / "pokin_docs" / "kata"]).value
    assert kata is not None
    pairs = {
        (jenis, getattr(entry, jenis)): entry
        for entry in read_list(listed).entries
        if entry.region != PROVINCE
        for jenis in ("kinerja", "indikator")
        if getattr(entry, jenis)
    }
    counts = {"kalimat": len(pairs), "peringatan": 0, "tanpa_sidik": 0}
    for name, words in (("peringatan", kata), ("tanpa_sidik", replace(kata, marks=OfficialMarks()))):
        for (jenis, text), listed_as in pairs.items():
            entry = {
                "jenis": jenis, "kalimat": text, "kinerja": listed_as.kinerja, "satuan": listed_as.satuan,
                "komponen": "Sasaran Sub Kegiatan", "pembanding": "",
            }  # fmt: skip
            found = codes_at(entry, words, ())
            counts[name] += any(CATALOGUE[kode].severity is Severity.PERINGATAN for kode in found)
    return counts


def report() -> str:
    """The page ``docs/ketepatan.md``."""
    count, tallies = measure()
    lines = [
        "# Ketepatan aturan kalimat",
        "",
        f"Halaman ini dibuat oleh `benchmarks/wording.py tulis` dari {count} kalimat kinerja dan indikator dalam",
        "`benchmarks/kalimat.csv`: tabel resmi Diskominfo Balangan (Tahap 3 sampai Tahap 5), nomenklatur, dan kalimat",
        "urusan lain. Kolom `harapan` diisi menurut penilaian orang, dengan alasannya; penilainya satu orang, yang",
        "juga menulis aturannya, jadi angka di bawah adalah batas atas, dan di kantor lain dapat lebih rendah.",
        "",
        "«Tepat»: temuan yang disetujui penilai. «Luput»: kesalahan yang tidak ditemukan. «Salah»: temuan yang tidak",
        "disetujui. Aturan yang salah lebih dari satu kali dalam sepuluh temuan hanya boleh memberi saran.",
        "",
        "| Kode | Tingkat | Tepat | Luput | Salah | Ketepatan |",
        "|---|---|---|---|---|---|",
    ]
    for kode in COUNTED:
        tally = tallies[kode]
        share = "–" if tally.precision is None else f"{tally.precision * 100:.0f} %"
        counts = " | ".join(str(len(entries)) for entries in (tally.right, tally.missed, tally.wrong))
        lines.append(f"| {kode} | {CATALOGUE[kode].severity.value} | {counts} | {share} |")
    for title, name in (("Salah", "wrong"), ("Luput", "missed")):
        lines += ["", f"## {title}", ""]
        lines += [f"- {kode}: «{text}»" for kode in COUNTED for text in getattr(tallies[kode], name)] or ["Tidak ada."]
    lines += judged_page.lines(json.loads(OUTSIDE.read_text(encoding="utf-8")))
    lines += [
        "",
        "W04 (istilah), W09, I16, dan I17 menilai seluruh buku kerja, jadi tidak dihitung per kalimat.",
        "Kata-kata yang dipakai aturan ada di `pokin_docs/kata/`; kantor menambah atau mencabutnya dalam folder `kata`",
        "di sebelah buku kerja, dengan nama berkas yang sama.",
        "",
    ]
    return "\n".join(lines)


def main() -> None:
    """Print the page, write it, or measure on what others judged."""
    if sys.argv[1:2] == ["ukur"]:
        *folders, listed = map(Path, sys.argv[2:])
        before = json.loads(OUTSIDE.read_text(encoding="utf-8"))["set"]
        outside = {"set": measure_sets(folders, listed, before), "nomenklatur": measure_official(listed)}
        OUTSIDE.write_text(json.dumps(outside, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    text = report()
    if "tulis" in sys.argv[1:]:
        REPORT.write_text(text, encoding="utf-8")
    print(text)


if __name__ == "__main__":
    main()
