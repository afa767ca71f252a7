"""Build ``docs/temuan.md``: every finding of the catalogue, each with an example that a test really triggers.

Run as ``python scripts/build_findings_page.py``. The examples are the cases of the tests (``KASUS``), the table at the
end is what the example workbook gives; a test builds the page again and compares.
"""

from __future__ import annotations

import importlib
import re
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
TESTS = ROOT / "tests"
CASES = TESTS / "check"
sys.path[:0] = [str(ROOT), str(TESTS), str(CASES)]

from pokin_docs.flow.examine import examine  # noqa: E402
from pokin_docs.model.catalogue import CATALOGUE, CatalogueEntry, hint, message  # noqa: E402
from pokin_docs.model.findings import Severity, Temuan  # noqa: E402
from pokin_docs.model.settings import Settings  # noqa: E402

HALAMAN = ROOT / "docs" / "temuan.md"
CONTOH = ROOT / "inputs" / "diskominfo-balangan.xlsx"

KELUARGA = {
    "B": "Membaca buku kerja",
    "S": "Susunan pohon kinerja",
    "X": "Keselarasan antartahap",
    "W": "Rumusan kinerja",
    "I": "Indikator dan target",
    "P": "Program, pagu, dan pemilik",
    "N": "Nama dan NIP",
    "L": "Lintas perangkat daerah",
    "T": "Templat Word",
    "D": "Dokumen",
    "K": "Siklus, tanggal, dan pengabaian",
}
_PEMBUKA = """\
# Daftar temuan

Halaman ini disusun dari program oleh `scripts/build_findings_page.py`; jangan diubah dengan tangan. Setiap contoh
adalah kalimat yang benar-benar keluar dari program untuk sebuah buku kerja uji.

- **galat**: tidak dapat dipahami, atau dokumennya akan salah; tidak ada dokumen yang ditulis.
- **peringatan**: dokumen ditulis, tetapi perlu dilihat orang. Yang **bertanda** meninggalkan tanda di dokumen, dan
  ditolak oleh `--final`.
- **saran**: dapat lebih baik; hanya didaftar.

‹Kata dalam kurung siku› diganti dengan isi buku kerja. Temuan yang sengaja dibiarkan ditulis pada kolom Abaikan di
Tahap 5: kode, titik dua, alasan. Galat tidak dapat diabaikan.
"""


def main() -> None:
    """Write the page."""
    HALAMAN.write_text(page(), encoding="utf-8", newline="\n")
    print(HALAMAN.relative_to(ROOT))


def page() -> str:
    """The whole page as Markdown."""
    with tempfile.TemporaryDirectory() as folder:
        examples = dict(_examples(Path(folder)))
    parts = [_PEMBUKA, _overview()]
    for huruf, judul in KELUARGA.items():
        entries = _family(huruf)
        if entries:
            parts.append(f"## {huruf}: {judul}\n")
            parts.extend(_section(entry, examples.get(entry.kode)) for entry in entries)
    parts.append(_official())
    return "\n".join(parts)


def cases() -> dict[str, tuple[str, Callable[..., None]]]:
    """The first case of each code in the tests: the place of the finding, and the change that triggers it."""
    found: dict[str, tuple[str, Callable[..., None]]] = {}
    for path in (CASES / "test_findings.py", *sorted(CASES.glob("test_rules_*.py"))):
        for kode, tempat, change in importlib.import_module(path.stem).KASUS:
            found.setdefault(kode, (tempat, change))
    return found


def _examples(folder: Path) -> Iterator[tuple[str, Temuan]]:
    """One real finding for each code; whole files and templates have their own cases."""
    kasus: Any = importlib.import_module("helpers.cases")
    berkas: Any = importlib.import_module("helpers.whole_files")
    for kode, (tempat, change) in cases().items():
        found = kasus.examined(change).temuan
        fits = [entry for entry in found if entry.kode == kode]
        yield from ((kode, entry) for entry in fits[:1])
        yield from ((kode, entry) for entry in fits if str(entry.tempat) == tempat)  # the last said counts
    for kode, case in berkas.KASUS_BERKAS.items():
        own = _own(folder, kode)
        for entry in case(own)[::-1]:
            if entry.kode == kode:
                yield kode, _without(entry, own)


def _own(folder: Path, kode: str) -> Path:
    own = folder / kode
    own.mkdir(exist_ok=True)
    return own


def _without(entry: Temuan, folder: Path) -> Temuan:
    """The finding without the folder of this run in its details: the page says the same on every machine."""
    rincian = tuple((name, text.replace(f"{folder}/", "").replace(str(folder), ".")) for name, text in entry.details)
    return Temuan(entry.kode, entry.tempat, rincian)


def _overview() -> str:
    lines = ["| Keluarga | galat | peringatan | saran |", "|---|---|---|---|"]
    for huruf, judul in KELUARGA.items():
        entries = _family(huruf)
        if entries:
            counts = [sum(entry.severity is tingkat for entry in entries) for tingkat in Severity]
            lines.append(f"| {huruf}: {judul} | {' | '.join(map(str, counts))} |")
    return "\n".join(lines) + "\n"


def _family(huruf: str) -> list[CatalogueEntry]:
    return sorted((entry for kode, entry in CATALOGUE.items() if kode.startswith(huruf)), key=lambda entry: entry.kode)


def _section(entry: CatalogueEntry, example: Temuan | None) -> str:
    kept_out = "bertanda" if entry.leaves_mark else "ditolak --final" if entry.drafts_only else ""
    sifat = f"{entry.severity.value}, {kept_out}" if kept_out else entry.severity.value
    lines = [f"### {entry.kode} ({sifat})", "", _readable(entry.message), "", f"→ {_readable(entry.saran)}", ""]
    lines += [f"Sumber: {entry.source}.", ""]
    if example is not None:
        tempat = f"{example.tempat}: " if str(example.tempat) else ""
        lines += ["```", *f"{tempat}{message(example)}".splitlines(), *f"→ {hint(example)}".splitlines(), "```", ""]
    return "\n".join(lines)


def _readable(text: str) -> str:
    """A sentence of the catalogue with its places shown as ‹words›."""
    shown = re.sub(r"\{(\w+)\}", lambda match: f"‹{match[1].replace('_', ' ')}›", text.replace("{{", "\x01"))
    return shown.replace("\x01", "{").replace("}}", "}").replace("*", r"\*")


def _official() -> str:
    found = examine(CONTOH, Settings(Path("build"), ())).temuan
    lines = [
        "## Pada dokumen resmi Diskominfo Balangan", "",
        f"Yang ditemukan pada buku kerja contoh (`inputs/{CONTOH.name}`): tabel resminya disalin apa adanya.", "",
        "| Kode | Tingkat | Jumlah | Sel |", "|---|---|---|---|",
    ]  # fmt: skip
    for kode in sorted({entry.kode for entry in found}, key=lambda kode: (list(KELUARGA).index(kode[0]), kode)):
        own = [entry for entry in found if entry.kode == kode]
        lines.append(f"| {kode} | {CATALOGUE[kode].severity.value} | {len(own)} | {_cells(own)} |")
    totals = ", ".join(f"{_count(found, tingkat)} {tingkat.value}" for tingkat in Severity)
    return "\n".join([*lines, "", f"Seluruhnya: {totals}."]) + "\n"


def _count(found: tuple[Temuan, ...], tingkat: Severity) -> int:
    return sum(CATALOGUE[entry.kode].severity is tingkat for entry in found)


def _cells(found: list[Temuan]) -> str:
    sheets: dict[str, list[str]] = {}
    for entry in found:
        tempat = entry.tempat
        where = tempat.address or (f"baris {tempat.baris}" if tempat.baris else "seluruhnya")
        sheets.setdefault(tempat.lembar or "Buku kerja", []).append(where)
    return "; ".join(f"{lembar} {', '.join(dict.fromkeys(cells))}" for lembar, cells in sheets.items())


if __name__ == "__main__":
    main()
